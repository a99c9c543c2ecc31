//! What submission says about itself: spans with four fields, and errors. Neither ever holds what was sent or received.

use crate::charge::{PASSWORD, charge, inquire, options, submitter};
use crate::send;
use crate::servers::{Conduct, Framing, Server, answer};
use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Must not be seen anywhere, besides the password: what is asked about, and what a server answers.
const ORDER: &str = "canary-order";
const ANSWER: &str = "canary-answer";

/// Keeps everything that anybody records, at every level and from every crate.
#[derive(Clone, Default)]
struct Ear(Arc<Mutex<Vec<String>>>);

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        write!(self.0, " {field}={value}").unwrap();
    }
}

impl Subscriber for Ear {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut line = format!("{} {}", span.metadata().level(), span.metadata().name());
        span.record(&mut Line(&mut line));
        let mut lines = self.0.lock().unwrap();
        lines.push(line);
        Id::from_u64(u64::try_from(lines.len()).unwrap())
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let at = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut Line(&mut self.0.lock().unwrap()[at]));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = format!("{} event", event.metadata().level());
        event.record(&mut Line(&mut line));
        self.0.lock().unwrap().push(line);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl Ear {
    fn heard(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    /// Our own spans.
    fn submitted(&self) -> Vec<String> {
        self.heard().into_iter().filter(|line| line.starts_with("INFO submit")).collect()
    }
}

/// Fails when a text holds what was sent or received, in any spelling.
fn assert_silent(text: &str, about: &str) {
    let text = text.to_ascii_lowercase();
    let encoded = |canary: &str| canary.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    for canary in [PASSWORD, ORDER, ANSWER, "/pay/api", "canary"] {
        let reversed: String = canary.chars().rev().collect();
        for form in [canary.to_owned(), encoded(canary), reversed, canary.replace('-', "%2d")] {
            assert!(!text.contains(&form), "{about} shows {canary}: {text}");
        }
    }
}

#[tokio::test]
async fn spans_say_operation_environment_attempt_and_outcome() {
    let ear = Ear::default();
    let _guard = tracing::subscriber::set_default(ear.clone());
    let busy = answer("503 Service Unavailable", &[], ANSWER);
    let server = Server::start(Conduct::First(1, busy)).await;
    let gateway = submitter(server.address, options());
    send(&gateway, &inquire(ORDER)).await.ok().unwrap();
    send(&gateway, &charge(ORDER)).await.ok().unwrap();
    assert_eq!(
        ear.submitted(),
        [
            "INFO submit operation=mini.inquire environment=local attempt=1 outcome=status",
            "INFO submit operation=mini.inquire environment=local attempt=2 outcome=answered",
            "INFO submit operation=mini.charge environment=local attempt=1 outcome=answered",
        ]
    );
    assert_silent(&ear.heard().join("\n"), "tracing");
}

#[tokio::test]
async fn no_error_and_no_span_shows_what_was_sent_or_received() {
    let ear = Ear::default();
    let _guard = tracing::subscriber::set_default(ear.clone());
    // A page about an error prints what it got; so may a header.
    let echo = format!("{ANSWER} {PASSWORD} {ORDER}");
    let form = "Content-Type: application/x-www-form-urlencoded";
    let answers = [
        answer("200 OK", &["Content-Type: text/html"], &echo),
        answer("200 OK", &[&format!("Content-Type: text/{PASSWORD}; {ORDER}")], &echo),
        answer("200 OK", &[&format!("Content-Type: {ANSWER}")], &echo),
        answer("200 OK", &[form, &format!("Content-Encoding: {ANSWER}")], &echo),
        answer("200 OK", &[form], &echo),
        answer("200 OK", &[form], &format!("{PASSWORD}=1&{PASSWORD}=1")),
        answer("200 OK", &[form], &format!("{PASSWORD}%zz=1")),
        answer("200 OK", &[form], &format!("{PASSWORD}=1&{ORDER}=1")),
        answer("200 OK", &[form], &format!("TXN_STATUS={PASSWORD}&TXN_STATUS={ORDER}")),
        answer(&format!("302 {ANSWER}"), &[&format!("Location: http://127.0.0.1/{PASSWORD}")], &echo),
        answer(&format!("500 {ANSWER}"), &[&format!("X-Debug: {PASSWORD}")], &echo),
        format!("{ANSWER} {PASSWORD}\r\n\r\n").into_bytes(),
    ];
    for bytes in answers {
        let server = Server::start(Conduct::Answer(bytes)).await;
        let gateway = submitter(server.address, options());
        for error in
            [send(&gateway, &charge(ORDER)).await.err().unwrap(), send(&gateway, &inquire(ORDER)).await.err().unwrap()]
        {
            assert_silent(&format!("{error} {error:?} {error:#?} {}", error.cause()), "an error");
        }
        assert_silent(&format!("{gateway:?}"), "a submitter");
    }
    let refused = submitter(Server::start(Conduct::CloseAtOnce).await.address, options());
    let error = send(&refused, &charge(ORDER)).await.err().unwrap();
    assert_silent(&format!("{error} {error:?}"), "an error");
    assert!(ear.submitted().len() > 24, "{:?}", ear.submitted());
    assert_silent(&ear.heard().join("\n"), "tracing");
}

#[tokio::test]
async fn a_reply_of_a_server_proves_nothing_before_it_is_verified() {
    let server = Server::start(Conduct::Paid(Framing::Length)).await;
    let gateway = submitter(server.address, options());
    let reply = send(&gateway, &charge("C-1")).await.unwrap();
    assert!(reply.verify(gateway.client().credentials()).is_ok());
    let server = Server::start(Conduct::Answer(answer(
        "200 OK",
        &["Content-Type: application/x-www-form-urlencoded"],
        "MERCHANTID=shop&MERCHANT_TRANID=C-1&AMOUNT=5000.00&TXN_STATUS=S&SIGNATURE=0000000000000000000000000000000000000000",
    )))
    .await;
    let gateway = submitter(server.address, options());
    let reply = send(&gateway, &charge("C-1")).await.unwrap();
    assert!(reply.verify(gateway.client().credentials()).is_err());
}
