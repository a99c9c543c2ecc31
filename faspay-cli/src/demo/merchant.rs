//! The merchant's server in the demonstration: it keeps what the gateway's server and the shopper's browser bring, as
//! the bytes that arrived, and it makes calls of its own. The [`Stage`](super::stage::Stage) has one.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::{any, post};
use faspay_runtime::ServerRequest;
use reqwest::{Method, Response};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::failure::Failure;

/// A body with its content type and the headers that it came with.
#[derive(Clone)]
pub struct Arrived {
    pub content_type: String,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Arrived {
    fn new(headers: &HeaderMap, body: &[u8]) -> Self {
        let content_type = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        Self {
            content_type: content_type.to_owned(),
            headers: headers.iter().map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect(),
            body: body.to_vec(),
        }
    }

    async fn of(answer: Response) -> Result<Self, Failure> {
        let headers = answer.headers().clone();
        Ok(Self::new(&headers, &answer.bytes().await.map_err(|error| unanswered(&error))?))
    }

    /// The body as text; for those who change a part of it.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
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
            // By a form where results come back with the browser, by a link where nothing does.
            .route("/return", any(take).with_state(to_returns));
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

    /// Where gateways report.
    pub fn callback_url(&self) -> String {
        format!("{}/callback", self.url)
    }

    /// Where browsers come back.
    pub fn return_url(&self) -> String {
        format!("{}/return", self.url)
    }

    /// Sends a request to the gateway; what it answers.
    pub async fn call(&self, request: &ServerRequest) -> Result<Arrived, Failure> {
        let method = Method::from_bytes(request.method().as_bytes())
            .map_err(|_| Failure::new(format!("there is no method {}; please report this.", request.method())))?;
        let mut call = self.caller.request(method, request.url()).body(request.body().to_vec());
        for (name, value) in request.headers() {
            call = call.header(name, value);
        }
        Arrived::of(call.send().await.map_err(|error| unanswered(&error))?).await
    }

    /// Looks at one of the local gateway's own pages, which no gateway has.
    pub async fn look(&self, url: &str) -> Result<Arrived, Failure> {
        Arrived::of(self.caller.get(url).send().await.map_err(|error| unanswered(&error))?).await
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
    // Acknowledged once it is kept; the channel is larger than the story is long.
    let _ = sender.send(Arrived::new(&headers, &body)).await;
    "OK"
}

/// The address stays out of it: tokens are part of some.
fn unanswered(error: &reqwest::Error) -> Failure {
    let why = std::error::Error::source(error).map_or_else(|| "no answer in time".to_owned(), ToString::to_string);
    Failure::new(format!(
        "the demonstration's merchant gets no answer from the local gateway: {why}; is something blocking loopback connections?"
    ))
}

async fn next(receiver: &mut Receiver<Arrived>, what: &str) -> Result<Arrived, Failure> {
    match tokio::time::timeout(Duration::from_secs(10), receiver.recv()).await {
        Ok(Some(arrived)) => Ok(arrived),
        _ => Err(Failure::new(format!(
            "the local gateway sent no {what} within ten seconds; is something blocking loopback connections?"
        ))),
    }
}
