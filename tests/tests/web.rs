//! What arrives at a merchant's addresses, as a web framework hands it over: what is verified, what is refused, and that a
//! refusal tells a stranger nothing. The extractors are driven without a server, so that time and bodies can be chosen.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use bytes::Bytes;
use faspay::axum::{FromBrowser, FromServer};
use faspay::card::CardResult;
use faspay::receiving::{
    Answer, MOST_BYTES, Refused, ThroughBrowser, ThroughServer, receive, receive_return, receive_return_query,
};
use faspay::{
    Amount, BrowserReturn, Callback, Credentials, Expected, PaymentStatus, ReceiveError, Received, Return, VerifyError,
};
use tests::messages;

const FORM: &str = "application/x-www-form-urlencoded";

fn credentials() -> Credentials {
    Credentials::new().merchantid("sophia_store").txn_password(messages::PASSWORD).send_txn_password(false)
}

fn paid() -> Vec<u8> {
    messages::form(&messages::short("INV-7", "5000.00", "S"))
}

/// A body that is refused, with the status that is answered.
fn refusals() -> Vec<(&'static str, Option<&'static str>, Vec<u8>, u16)> {
    let with = |name: &str, text: &str| {
        let mut pairs = messages::short("INV-7", "5000.00", "S");
        messages::set(&mut pairs, name, text);
        messages::form(&pairs)
    };
    vec![
        ("no content type", None, paid(), 415),
        ("another content type", Some("application/xml"), paid(), 415),
        ("another charset", Some("text/plain; charset=latin-1"), paid(), 415),
        ("too large", Some(FORM), vec![b'a'; MOST_BYTES + 1], 413),
        ("no pairs", Some(FORM), b"nonsense".to_vec(), 400),
        ("a key twice", Some(FORM), [paid(), b"&AMOUNT=5000.00".to_vec()].concat(), 400),
        ("another amount", Some(FORM), with("amount", "1.00"), 400),
        ("no signature", Some(FORM), with("signature", ""), 400),
        ("nothing", Some(FORM), Vec::new(), 400),
    ]
}

#[test]
fn a_callback_goes_from_bytes_to_a_verdict_and_an_answer() {
    let callback = receive::<Callback>(Some(FORM), &paid(), &credentials()).unwrap();
    assert_eq!(callback.about_order(), Some("INV-7"));
    let settled = callback.reconcile(&Expected::new("INV-7", Amount::idr(5_000))).unwrap();
    assert_eq!(settled.status(), PaymentStatus::Paid);
    // No document says what acknowledges a callback of this gateway.
    assert_eq!((Answer::acknowledge().status(), Answer::acknowledge().body()), (200, ""));
    assert_eq!(Answer::acknowledge_with("00").body(), "00");
    assert_eq!(Answer::not_now().status(), 503);
    let one = receive::<Received<CardResult>>(Some(FORM), &paid(), &credentials()).unwrap();
    assert_eq!(one.txn_status().unwrap().as_str(), "S");
}

#[test]
fn a_refusal_names_the_reason_to_the_merchant_and_none_to_a_stranger() {
    let mut answers = Vec::new();
    for (what, content_type, body, status) in refusals() {
        let refused = receive::<Callback>(content_type, &body, &credentials()).expect_err(what);
        assert_eq!(refused.answer().status(), status, "{what}: {refused}");
        assert_eq!(
            receive_return::<Return>(content_type, &body, &credentials()).err(),
            Some(refused.clone()),
            "{what}"
        );
        if status == 400 {
            answers.push(refused.answer());
        }
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
    let (twice, missing) = (&refusals()[5], &refusals()[7]);
    let reason =
        |refusal: &(_, _, Vec<u8>, _)| receive::<Callback>(Some(FORM), &refusal.2, &credentials()).err().unwrap();
    assert!(matches!(reason(twice), Refused::Unreadable(ReceiveError::DuplicateKey(_))));
    assert_eq!(reason(missing), Refused::NotVouched(VerifyError::NotValid));
}

#[test]
fn a_return_is_a_hint_from_a_form_and_from_a_query() {
    let query = String::from_utf8(paid()).unwrap();
    let hints = [
        receive_return::<Return>(Some(FORM), &paid(), &credentials()),
        receive_return_query::<Return>(&query, &credentials()),
    ];
    for hint in hints {
        assert_eq!(hint.unwrap().about_order(), Some("INV-7"));
    }
    let forged = query.replace("5000.00", "1.00");
    assert!(receive_return_query::<Return>(&forged, &credentials()).is_err());
}

/// Compiles only while no browser's message passes for one of the server, nor the other way round: the path is ambiguous for a
/// type that has the trait.
#[test]
fn each_way_has_its_own_messages() {
    trait NotServer<A> {
        fn holds() {}
    }
    impl<T> NotServer<()> for T {}
    impl<T: ThroughServer> NotServer<u8> for T {}
    trait NotBrowser<A> {
        fn holds() {}
    }
    impl<T> NotBrowser<()> for T {}
    impl<T: ThroughBrowser> NotBrowser<u8> for T {}
    <Return as NotServer<_>>::holds();
    <BrowserReturn<CardResult> as NotServer<_>>::holds();
    <Callback as NotBrowser<_>>::holds();
    <Received<CardResult> as NotBrowser<_>>::holds();
}

// ---- the extractors ----

fn request(method: Method, uri: &str, content_types: &[&str], body: Body) -> Request {
    let mut request = Request::builder().method(method).uri(uri);
    for content_type in content_types {
        request = request.header("content-type", *content_type);
    }
    request.body(body).unwrap()
}

async fn call(request: Request) -> Result<FromServer<Callback>, Refused> {
    FromServer::from_request(request, &Arc::new(credentials())).await
}

#[tokio::test]
async fn a_handler_gets_the_verified_callback() {
    let FromServer(callback) =
        call(request(Method::POST, "/callback", &[FORM], Body::from(paid()))).await.ok().unwrap();
    assert_eq!(callback.about_order(), Some("INV-7"));
}

#[tokio::test]
async fn a_handler_gets_the_hint_of_get_and_post() {
    let query = format!("/return?{}", String::from_utf8(paid()).unwrap());
    let ways = [
        request(Method::GET, &query, &[], Body::empty()),
        request(Method::POST, "/return", &[FORM], Body::from(paid())),
    ];
    for way in ways {
        let FromBrowser::<Return>(hint) = FromBrowser::from_request(way, &Arc::new(credentials())).await.ok().unwrap();
        assert_eq!(hint.about_order(), Some("INV-7"));
    }
    // What stands in the query of a POST isn't the message.
    let mixed = request(Method::POST, &query, &[FORM], Body::empty());
    assert!(FromBrowser::<Return>::from_request(mixed, &Arc::new(credentials())).await.is_err());
}

#[tokio::test]
async fn what_is_refused_never_reaches_the_handler() {
    for (what, content_type, body, status) in refusals() {
        let content_types: Vec<&str> = content_type.into_iter().collect();
        let refused =
            call(request(Method::POST, "/callback", &content_types, Body::from(body))).await.err().expect(what);
        let response = refused.into_response();
        assert_eq!(response.status().as_u16(), status, "{what}");
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
        let text = axum::body::to_bytes(response.into_body(), 100).await.unwrap();
        let expected = ["Not accepted.\n", "Too large.\n", "Neither a form nor JSON in UTF-8.\n"];
        assert!(expected.iter().any(|own| own.as_bytes() == text), "{what}: {text:?}");
    }
    let twice = call(request(Method::POST, "/callback", &[FORM, FORM], Body::from(paid()))).await;
    assert_eq!(twice.err(), Some(Refused::Unreadable(ReceiveError::ContentType)), "two content types");
    let response = Answer::acknowledge().into_response();
    assert_eq!(response.status(), StatusCode::OK);
}

/// A body that never ends: so many bytes at a time, or none at all.
struct Endless {
    size: usize,
    given: Arc<AtomicUsize>,
    breaks: bool,
}

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, std::io::Error>>> {
        if self.breaks {
            return Poll::Ready(Some(Err(std::io::ErrorKind::ConnectionReset.into())));
        }
        if self.size == 0 {
            return Poll::Pending;
        }
        self.given.fetch_add(self.size, Ordering::Relaxed);
        Poll::Ready(Some(Ok(http_body::Frame::data(Bytes::from(vec![b'a'; self.size])))))
    }
}

async fn endless(size: usize, breaks: bool) -> (Option<Refused>, usize) {
    let given = Arc::new(AtomicUsize::new(0));
    let body = Body::new(Endless { size, given: Arc::clone(&given), breaks });
    let refused = call(request(Method::POST, "/callback", &[FORM], body)).await.err();
    (refused, given.load(Ordering::Relaxed))
}

#[tokio::test]
async fn a_body_without_end_is_cut_at_the_cap() {
    let (refused, given) = endless(1_000, false).await;
    assert_eq!(refused, Some(Refused::Unreadable(ReceiveError::TooLarge)));
    assert!(given <= MOST_BYTES + 2_000, "{given} bytes were read");
}

/// Time is paused and jumps to whatever is waited for.
#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let before = tokio::time::Instant::now();
    assert_eq!(endless(0, false).await.0, Some(Refused::Slow));
    assert_eq!(before.elapsed().as_secs(), 10);
    assert_eq!(Refused::Slow.into_response().status(), StatusCode::REQUEST_TIMEOUT);
}

#[tokio::test]
async fn a_body_that_breaks_off_is_refused() {
    assert_eq!(endless(1, true).await.0, Some(Refused::Broken));
}
