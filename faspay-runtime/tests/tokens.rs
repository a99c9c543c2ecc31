//! Requests that need an access token, over loopback: how often one is asked for, what happens when it ends early, and what a lost
//! answer gives back.
#![cfg(all(feature = "submit", feature = "scheme-basic", feature = "scheme-hmac-json", feature = "scheme-key"))]

#[rustfmt::skip] // laid out like generated code
mod nest;

use faspay_runtime::submit::{Next, Options, SubmitError, Submitter};
use faspay_runtime::{Amount, Client, Clock, Date, Environment};
use nest::{CREDENTIALS, Credentials, Pay, Ping, Status, Token};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The requests that arrived: their first line and what they carried in `Authorization` and `X-Idempotency-Key`.
type Log = Arc<Mutex<Vec<String>>>;

/// A gateway that gives out `t1`, `t2`, … and refuses the first `stale` of them.
async fn gateway(stale: usize) -> (SocketAddr, Log) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let log = Log::default();
    let shared = Arc::clone(&log);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, stale, Arc::clone(&shared)));
        }
    });
    (address, log)
}

async fn serve(mut stream: TcpStream, stale: usize, log: Log) {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let read = stream.read(&mut chunk).await.unwrap_or(0);
        if read == 0 {
            return;
        }
        bytes.extend_from_slice(&chunk[..read]);
        let text = String::from_utf8(bytes.clone()).unwrap();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let header = |name: &str| {
            let mut lines = head.lines().filter_map(|line| line.split_once(": "));
            lines.find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned()).unwrap_or_default()
        };
        if body.len() < header("content-length").parse().unwrap_or(0) {
            continue;
        }
        bytes.clear();
        let line = head.lines().next().unwrap().trim_end_matches(" HTTP/1.1").to_owned();
        let number = {
            let mut log = log.lock().unwrap();
            log.push(
                format!("{line} {} {}", header("authorization"), header("x-idempotency-key")).trim_end().to_owned(),
            );
            log.iter().filter(|line| line.contains("/v2/token")).count()
        };
        let known = (stale + 1..100).any(|token| header("authorization") == format!("Bearer t{token}"));
        let (status, answer) = match () {
            () if line.contains("/v2/token") => {
                ("200 OK", format!(r#"{{"data":{{"accessToken":"t{number}","expiresIn":"900"}}}}"#))
            }
            () if line.starts_with("POST") => ("503 Busy", String::new()),
            () if known => ("200 OK", r#"{"order":{"id":"A-1"},"statusCode":"PAID"}"#.to_owned()),
            () => ("401 Unauthorized", "{}".to_owned()),
        };
        let length = answer.len();
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(format!("{head}{answer}").as_bytes()).await.unwrap();
    }
}

fn submitter(address: SocketAddr) -> Submitter<Credentials> {
    let environment = Environment::local(&format!("http://{address}")).unwrap();
    let clock = Clock::fixed(Date::new(2026, 11, 20).unwrap());
    let mut options = Options::default();
    options.deadlines.connect = Duration::from_secs(5);
    options.deadlines.call = Duration::from_secs(20);
    options.back_off.first = Duration::from_millis(1);
    Submitter::new(Client::new(environment, CREDENTIALS, clock), options).unwrap()
}

const TOKEN_LINE: &str = "POST /v2/token Basic c2hvcDpzM2NyZXQ=";

#[tokio::test]
async fn a_token_is_asked_for_once_and_kept() {
    let (address, log) = gateway(0).await;
    let gateway = submitter(address).with_tokens(Token);
    for order in ["7", "8"] {
        let reply = gateway.send(&Status(order.to_owned())).await.unwrap();
        assert!(reply.verify(&CREDENTIALS).is_ok(), "its connection vouches for it");
    }
    let line = |order: &str| format!("GET /v2/payments/{order}?shop=shop Bearer t1");
    assert_eq!(*log.lock().unwrap(), [TOKEN_LINE.to_owned(), line("7"), line("8")]);
}

#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    let (address, log) = gateway(1).await;
    submitter(address).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap();
    let line = |token: &str| format!("GET /v2/payments/7?shop=shop Bearer {token}");
    assert_eq!(*log.lock().unwrap(), [TOKEN_LINE.to_owned(), line("t1"), TOKEN_LINE.to_owned(), line("t2")]);

    let (address, log) = self::gateway(50).await;
    let error = submitter(address).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap_err();
    assert_eq!((error.cause().id(), error.next()), ("status", Next::SendAgain));
    assert_eq!(log.lock().unwrap().len(), 4, "no third try");
}

#[tokio::test]
async fn without_a_source_of_tokens_nothing_is_sent() {
    let (address, log) = gateway(0).await;
    let error = submitter(address).send(&Status("7".to_owned())).await.unwrap_err();
    assert!(matches!(error, SubmitError::NotSent(_)), "{error}");
    assert_eq!((error.cause().id(), error.next()), ("token", Next::Correct));
    assert!(log.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_token_that_cannot_be_had_keeps_the_request_here() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let error = submitter(address).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap_err();
    assert!(matches!(error, SubmitError::NotSent(_)), "{error}");
    assert_eq!((error.operation(), error.cause().id(), error.next()), ("nest.status", "token", Next::SendAgain));
}

#[tokio::test]
async fn a_request_without_a_body_that_meets_no_server_was_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let error = submitter(address).send(&Ping).await.unwrap_err();
    assert!(matches!(error, SubmitError::NotSent(_)), "{error}");
    assert_eq!((error.cause().id(), error.attempts()), ("refused", 3));
}

#[tokio::test]
async fn an_unknown_outcome_gives_the_idempotency_key_back() {
    let (address, log) = gateway(0).await;
    let pay = Pay {
        id: "7".to_owned(),
        order_id: "A-1".to_owned(),
        amount: Amount::idr(5_000),
        customer: None,
        items: None,
        flag: None,
        rate: None,
        day: None,
        at: None,
        meta: None,
        extra: false,
    };
    let error = submitter(address).send(&pay).await.unwrap_err();
    let SubmitError::OutcomeUnknown(unknown) = error else { panic!("{error}") };
    let key = unknown.idempotency_key.unwrap();
    assert_eq!(key.len(), 32);
    let line = format!("POST /v2/payments/7/confirm Basic c2hvcDpzM2NyZXQ= {key}");
    assert_eq!(*log.lock().unwrap(), [line], "sent once");
}
