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

/// How a gateway behaves.
#[derive(Clone, Copy, Default)]
struct Conduct {
    /// It refuses so many tokens, the first ones.
    stale: usize,
    /// Before each answer.
    pause: Duration,
    /// After so many tokens nobody listens any more.
    tokens: Option<usize>,
    /// So many posts are answered with 503; the others well.
    busy: usize,
}

/// A gateway that gives out `t1`, `t2`, …
async fn gateway(conduct: Conduct) -> (SocketAddr, Log) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let log = Log::default();
    let shared = Arc::clone(&log);
    tokio::spawn(async move {
        let (end, mut ended) = tokio::sync::mpsc::channel(9);
        loop {
            tokio::select! {
                Some(()) = ended.recv() => return,
                Ok((stream, _)) = listener.accept() => {
                    let end = end.clone();
                    tokio::spawn(serve(stream, conduct, Arc::clone(&shared), end));
                }
            }
        }
    });
    (address, log)
}

fn stale(stale: usize) -> Conduct {
    Conduct { stale, ..Conduct::default() }
}

fn count(log: &Log, what: &str) -> usize {
    log.lock().unwrap().iter().filter(|line| line.contains(what)).count()
}

async fn serve(mut stream: TcpStream, conduct: Conduct, log: Log, end: tokio::sync::mpsc::Sender<()>) {
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
        log.lock()
            .unwrap()
            .push(format!("{line} {} {}", header("authorization"), header("x-idempotency-key")).trim_end().to_owned());
        let tokens = count(&log, "/v2/token");
        let known = (conduct.stale + 1..100).any(|token| header("authorization") == format!("Bearer t{token}"));
        let paid = r#"{"order":{"id":"A-1"},"statusCode":"PAID"}"#.to_owned();
        let (status, answer) = match () {
            () if line.contains("/v2/token") => {
                ("200 OK", format!(r#"{{"data":{{"accessToken":"t{tokens}","expiresIn":"900"}}}}"#))
            }
            () if line.starts_with("POST") && count(&log, "POST /v2/payments") <= conduct.busy => {
                ("503 Busy", String::new())
            }
            () if known || line.starts_with("POST") => ("200 OK", paid),
            () => ("401 Unauthorized", "{}".to_owned()),
        };
        tokio::time::sleep(conduct.pause).await;
        let is_last = conduct.tokens == Some(tokens) && line.contains("/v2/token");
        let (length, close) = (answer.len(), if conduct.tokens.is_some() { "Connection: close\r\n" } else { "" });
        let head =
            format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{close}Content-Length: {length}\r\n\r\n");
        if is_last {
            end.send(()).await.unwrap();
            end.closed().await;
        }
        stream.write_all(format!("{head}{answer}").as_bytes()).await.unwrap();
        if conduct.tokens.is_some() {
            return;
        }
    }
}

fn submitter(address: SocketAddr) -> Submitter<Credentials> {
    brief(address, 20_000)
}

/// One with so many milliseconds for a call.
fn brief(address: SocketAddr, call: u64) -> Submitter<Credentials> {
    let environment = Environment::local(&format!("http://{address}")).unwrap();
    let clock = Clock::fixed(Date::new(2026, 11, 20).unwrap());
    let mut options = Options::default();
    options.deadlines.connect = Duration::from_secs(5);
    options.deadlines.call = Duration::from_millis(call);
    options.back_off.first = Duration::from_millis(1);
    Submitter::new(Client::new(environment, CREDENTIALS, clock), options).unwrap()
}

const TOKEN_LINE: &str = "POST /v2/token Basic c2hvcDpzM2NyZXQ=";

#[tokio::test]
async fn a_token_is_asked_for_once_and_kept() {
    let (address, log) = gateway(Conduct::default()).await;
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
    let (address, log) = gateway(stale(1)).await;
    submitter(address).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap();
    let line = |token: &str| format!("GET /v2/payments/7?shop=shop Bearer {token}");
    assert_eq!(*log.lock().unwrap(), [TOKEN_LINE.to_owned(), line("t1"), TOKEN_LINE.to_owned(), line("t2")]);

    let (address, log) = self::gateway(stale(50)).await;
    let error = submitter(address).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap_err();
    let SubmitError::Refused(refused) = &error else { panic!("{error}") };
    assert_eq!((refused.status, refused.attempts, error.next()), (401, 2, Next::CheckCredentials));
    assert_eq!(log.lock().unwrap().len(), 4, "no third try");
}

#[tokio::test]
async fn a_token_that_was_just_renewed_in_vain_is_not_renewed_for_each_call() {
    let (address, log) = gateway(stale(50)).await;
    let gateway = submitter(address).with_tokens(Token);
    for number in 1..=5 {
        let error = gateway.send(&Status("7".to_owned())).await.unwrap_err();
        assert_eq!((error.next(), error.attempts()), (Next::CheckCredentials, if number == 1 { 2 } else { 1 }));
    }
    assert_eq!((count(&log, "/v2/token"), count(&log, "GET")), (2, 6));
    // Once a token has been accepted, its end is one like any other.
    let (address, log) = self::gateway(stale(1)).await;
    let gateway = submitter(address).with_tokens(Token);
    gateway.send(&Status("7".to_owned())).await.unwrap();
    gateway.send(&Status("8".to_owned())).await.unwrap();
    assert_eq!(count(&log, "/v2/token"), 2);
}

#[tokio::test]
async fn what_left_under_a_refused_token_does_not_count_as_not_sent_when_the_second_does_not_leave() {
    let (address, log) = gateway(Conduct { tokens: Some(2), ..stale(1) }).await;
    let error = submitter(address).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap_err();
    let SubmitError::Refused(refused) = &error else { panic!("{error}") };
    assert_eq!((refused.status, refused.attempts), (401, 3), "one under the old token, the rest found nobody");
    assert_eq!((error.next(), error.retry_is_safe()), (Next::SendAgain, true), "{error}");
    assert_eq!(count(&log, "GET"), 1);
}

#[tokio::test]
async fn the_calls_deadline_holds_for_tokens_and_both_sendings_together() {
    let slow = Conduct { pause: Duration::from_millis(400), ..stale(1) };
    // Four exchanges of 0.4 seconds each.
    let (address, log) = gateway(slow).await;
    let start = std::time::Instant::now();
    let error = brief(address, 1000).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap_err();
    assert!(start.elapsed() < Duration::from_millis(1500), "{:?}", start.elapsed());
    let SubmitError::Refused(refused) = &error else { panic!("{error}") };
    assert_eq!((refused.attempts, error.next()), (1, Next::SendAgain), "the second token came too late");
    assert_eq!(count(&log, "GET"), 1);
    // The token alone takes too long.
    let (address, log) = gateway(Conduct { pause: Duration::from_secs(9), ..stale(0) }).await;
    let gateway = brief(address, 300).with_tokens(Token);
    let error = gateway.send(&Status("7".to_owned())).await.unwrap_err();
    // Its own deadline is as long: whichever is noticed first.
    assert!(["call-deadline", "token"].contains(&error.cause().id()), "{error}");
    assert!(matches!(error, SubmitError::NotSent(_)) && error.next() == Next::SendAgain, "{error}");
    assert_eq!(count(&log, "GET"), 0);
    // And what comes behind it has what is left.
    let (address, _) = self::gateway(Conduct { pause: Duration::from_millis(600), ..stale(0) }).await;
    let error = brief(address, 900).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap_err();
    assert!(matches!(error, SubmitError::NoAnswer(_)) && error.cause().id() == "call-deadline", "{error}");
}

#[tokio::test]
async fn without_a_source_of_tokens_nothing_is_sent() {
    let (address, log) = gateway(Conduct::default()).await;
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

fn pay() -> Pay {
    Pay {
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
    }
}

fn pay_line(key: &str) -> String {
    format!("POST /v2/payments/7/confirm Basic c2hvcDpzM2NyZXQ= {key}")
}

#[tokio::test]
async fn an_unknown_outcome_gives_the_idempotency_key_back() {
    let (address, log) = gateway(Conduct { busy: 9, ..stale(0) }).await;
    let error = submitter(address).send(&pay()).await.unwrap_err();
    assert_eq!(error.next(), Next::SendAgainWithKey);
    assert!(!error.retry_is_safe(), "the request itself would draw another key");
    assert!(error.to_string().contains("send it again with the same idempotency key"), "{error}");
    assert_eq!(error.idempotency_key().map(str::len), Some(32));
    let SubmitError::OutcomeUnknown(unknown) = error else { panic!("{error}") };
    assert_eq!(unknown.inquire, Some("nest.status"));
    assert_eq!(*log.lock().unwrap(), [pay_line(&unknown.idempotency_key.unwrap())], "sent once");
}

#[tokio::test]
async fn what_was_prepared_goes_with_its_key_however_often_it_is_sent() {
    let (address, log) = gateway(Conduct { busy: 1, ..stale(0) }).await;
    let gateway = submitter(address);
    let prepared = gateway.client().prepare(&pay()).unwrap();
    let key = prepared.idempotency_key().unwrap().to_owned();
    let error = gateway.send_prepared(&prepared).await.unwrap_err();
    assert_eq!((error.idempotency_key(), error.next()), (Some(&*key), Next::SendAgainWithKey));
    assert!(error.retry_is_safe(), "the same message again has the same key");
    let reply = gateway.send_prepared(&prepared).await.unwrap();
    assert_eq!(reply.idempotency_key(), Some(&*key));
    assert_eq!(*log.lock().unwrap(), [pay_line(&key), pay_line(&key)]);
}

#[tokio::test]
async fn a_reply_tells_the_key_that_its_request_drew() {
    let (address, log) = gateway(Conduct::default()).await;
    let reply = submitter(address).send(&pay()).await.unwrap();
    let key = reply.idempotency_key().unwrap();
    assert_eq!(*log.lock().unwrap(), [pay_line(key)]);
    let reply = submitter(address).with_tokens(Token).send(&Status("7".to_owned())).await.unwrap();
    assert_eq!(reply.idempotency_key(), None);
}
