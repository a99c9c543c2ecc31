//! A merchant's callback address on this machine: it keeps what a sandbox tells. Tests of whole flows wait here for the news.

use std::sync::{Arc, Mutex};

use axum::http::HeaderMap;
use axum::{Router, routing::post};

/// What has come: content type and body.
pub type Bodies = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// Opens the address: its URL, and what comes there.
///
/// # Panics
/// When no port is free.
pub async fn open() -> (String, Bodies) {
    let bodies = Bodies::default();
    let kept = Arc::clone(&bodies);
    let take = move |headers: HeaderMap, body: axum::body::Bytes| async move {
        let kind = headers["content-type"].to_str().expect("ASCII").to_owned();
        kept.lock().expect("nobody panicked").push((kind, body.to_vec()));
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}/told", listener.local_addr().expect("its own address"));
    tokio::spawn(async move { axum::serve(listener, Router::new().route("/told", post(take))).await });
    (url, bodies)
}
