//! The merchant's server in the demonstration: it keeps what the gateway's server and the shopper's browser bring, as
//! the bytes that arrived, and it makes calls of its own.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::post;
use faspay_runtime::ServerRequest;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::failure::Failure;

/// A request body with its content type.
#[derive(Debug, Clone)]
pub struct Arrived {
    pub content_type: String,
    pub body: Vec<u8>,
}

/// Listens on a free loopback port until it is dropped.
pub struct Merchant {
    pub url: String,
    callbacks: Receiver<Arrived>,
    returns: Receiver<Arrived>,
    caller: reqwest::Client,
    task: tokio::task::JoinHandle<()>,
}

impl Merchant {
    pub async fn open() -> Result<Self, Failure> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let (to_callbacks, callbacks) = channel(16);
        let (to_returns, returns) = channel(16);
        let router = Router::new()
            .route("/callback", post(take).with_state(to_callbacks))
            .route("/return", post(take).with_state(to_returns));
        let task = tokio::spawn(async move {
            // The process ends with the story, and this with it.
            let _ = axum::serve(listener, router).await;
        });
        let caller = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(10))
            .build()
            .map_err(|error| unanswered(&error))?;
        Ok(Self { url, callbacks, returns, caller, task })
    }

    /// Sends a request to the gateway; what it answers.
    pub async fn call(&self, request: &ServerRequest) -> Result<Arrived, Failure> {
        let mut call = self.caller.post(request.url()).body(request.body().to_vec());
        for (name, value) in request.headers() {
            call = call.header(name, value);
        }
        let answer = call.send().await.map_err(|error| unanswered(&error))?;
        let content_type =
            answer.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let body = answer.bytes().await.map_err(|error| unanswered(&error))?.to_vec();
        Ok(Arrived { content_type, body })
    }

    pub async fn callback(&mut self) -> Result<Arrived, Failure> {
        next(&mut self.callbacks, "callback").await
    }

    pub async fn returned(&mut self) -> Result<Arrived, Failure> {
        next(&mut self.returns, "return").await
    }
}

impl Drop for Merchant {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn take(State(sender): State<Sender<Arrived>>, headers: HeaderMap, body: Bytes) -> &'static str {
    let content_type = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    // Acknowledged once it is kept; the channel is larger than the story is long.
    let _ = sender.send(Arrived { content_type, body: body.to_vec() }).await;
    "OK"
}

fn unanswered(error: &reqwest::Error) -> Failure {
    Failure::new(format!("the demonstration's merchant gets no answer from the local gateway: {error}."))
}

async fn next(receiver: &mut Receiver<Arrived>, what: &str) -> Result<Arrived, Failure> {
    match tokio::time::timeout(Duration::from_secs(10), receiver.recv()).await {
        Ok(Some(arrived)) => Ok(arrived),
        _ => Err(Failure::new(format!(
            "the local gateway sent no {what} within ten seconds; is something blocking loopback connections?"
        ))),
    }
}
