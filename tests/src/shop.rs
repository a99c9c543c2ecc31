//! A merchant's server on this machine: its callback address, which keeps what a sandbox tells, and its calls. Tests of whole flows
//! wait here for the news.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::HeaderMap;
use axum::{Router, routing::post};
use faspay_runtime::{Client, Received, ServerForm};
use reqwest::Method;

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

/// The news of this number, from 1, once it has come.
///
/// # Panics
/// When it hasn't after five seconds.
pub async fn told(bodies: &Bodies, number: usize) -> (String, Vec<u8>) {
    for _ in 0..500 {
        if let Some(body) = bodies.lock().expect("nobody panicked").get(number - 1) {
            return body.clone();
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("nothing was told");
}

/// Sends a request as it was built, once, and reads the answer as this request's.
///
/// # Panics
/// When it isn't sound, or isn't answered with what it expects.
pub async fn call<R: ServerForm>(
    http: &reqwest::Client,
    client: &Client<R::Credentials>,
    request: &R,
) -> Received<R::Reply> {
    let sent = client.server_request(request).expect("a sound request");
    let method = Method::from_bytes(sent.method().as_bytes()).expect("a method");
    let mut call = http.request(method, sent.url()).body(sent.body().to_vec());
    for (name, value) in sent.headers() {
        call = call.header(name, value);
    }
    let answer = call.send().await.expect("an answer");
    let kind = answer.headers()["content-type"].to_str().expect("ASCII").to_owned();
    R::parse_reply(&kind, &answer.bytes().await.expect("a whole answer")).expect("a reply")
}
