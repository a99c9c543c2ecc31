//! Servers that refuse, hang, trickle, lead elsewhere, or answer something that is no reply.

use crate::charge::{charge, inquire, options, submitter};
use crate::servers::{Conduct, Framing, Server, answer, reply};
use crate::{outcome, send};
use faspay_runtime::submit::{AfterAnswer, BeforeSending, Cause, Next, Options, SubmitError};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::time::Duration;

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";
const HTML: &str = "Content-Type: text/html; charset=utf-8";

/// Both kinds of request, and what came of each.
async fn both(address: SocketAddr, options: Options) -> (String, String) {
    let gateway = submitter(address, options);
    let charged = send(&gateway, &charge("C-1")).await;
    let inquired = send(&gateway, &inquire("I-1")).await;
    let attempts = |result: &Result<_, SubmitError>| match result {
        Ok(_) => String::new(),
        Err(error) => format!(", {} of 3", error.attempts()),
    };
    (format!("{}{}", outcome(&charged), attempts(&charged)), format!("{}{}", outcome(&inquired), attempts(&inquired)))
}

/// A loopback address where nobody listens.
async fn nobody() -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap()
}

/// Whoever waits for an answer gives up soon.
fn impatient() -> Options {
    let mut options = options();
    options.deadlines.first_byte = Duration::from_millis(200);
    options
}

/// The whole call is short.
fn brief() -> Options {
    let mut options = options();
    options.deadlines.call = Duration::from_secs(1);
    options
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_fault_ends_in_its_own_error_and_a_charge_arrives_at_most_once() {
    let pause = Duration::from_millis(50);
    let paid = reply("C-1", Framing::Length);
    let (head, body) = (b"HTTP/1.1 200 OK\r\n".to_vec(), "x".repeat(70_000));
    let endless_body = format!("HTTP/1.1 200 OK\r\n{FORM}\r\nTransfer-Encoding: chunked\r\n\r\n").into_bytes();
    let announced = format!("HTTP/1.1 200 OK\r\n{FORM}\r\nContent-Length: 70000\r\n\r\n").into_bytes();
    let half = format!("HTTP/1.1 200 OK\r\n{FORM}\r\nContent-Length: 500\r\n\r\nTXN_STATUS=S").into_bytes();
    let page = "<html><body>merchant_tranid=C-1&txn_status=S</body></html>";
    let at = |status: &str| Conduct::Answer(answer(status, &[FORM], "TXN_STATUS=S"));
    let says = |headers: &[&str], body: &str| Conduct::Answer(answer("200 OK", headers, body));
    let faults: Vec<(&str, Conduct, Options)> = vec![
        ("never answers", Conduct::Hang, impatient()),
        ("answers byte by byte, slowly", Conduct::Trickle(paid.clone(), pause), impatient()),
        ("the same, but the call ends", Conduct::Trickle(paid, pause), brief()),
        ("half a body, then nothing", Conduct::Answer(half), brief()),
        ("a body that never ends, fast", Conduct::Endless(endless_body, b"4\r\nA=B&\r\n".to_vec()), options()),
        ("headers that never end", Conduct::Endless(head, b"X-Y: Z\r\n".to_vec()), options()),
        ("a body of 70,000 bytes", says(&[FORM], &body), options()),
        ("announces 70,000 bytes", Conduct::Answer(announced), brief()),
        ("no HTTP", Conduct::Answer(b"SSH-2.0-OpenSSH\r\n\r\n".to_vec()), options()),
        ("an HTML page, status 200", says(&[HTML], page), options()),
        ("JSON", says(&["Content-Type: application/json"], "{}"), options()),
        ("no content type", says(&[], "TXN_STATUS=S"), options()),
        ("two content types", says(&[FORM, HTML], "TXN_STATUS=S"), options()),
        ("compressed", says(&[FORM, "Content-Encoding: gzip"], "TXN_STATUS=S"), options()),
        ("another charset", says(&["Content-Type: text/plain; charset=utf-16"], "TXN_STATUS=S"), options()),
        ("status 204", Conduct::Answer(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec()), options()),
        ("an empty form", says(&[FORM], ""), options()),
        ("a form of other fields", says(&[FORM], "error=maintenance"), options()),
        ("a sentence", says(&["Content-Type: text/plain"], "Service unavailable"), options()),
        ("a key twice", says(&[FORM], "TXN_STATUS=S&txn_status=S"), options()),
        ("status 400", at("400 Bad Request"), options()),
        ("status 404", at("404 Not Found"), options()),
        ("status 429", at("429 Too Many Requests"), options()),
        ("status 500", at("500 Internal Server Error"), options()),
        ("status 502", at("502 Bad Gateway"), options()),
        ("status 503", at("503 Service Unavailable"), options()),
        ("status 504", at("504 Gateway Timeout"), options()),
    ];
    let mut table = String::new();
    let mut row = |name: &str, (charged, inquired): (String, String), arrived: usize| {
        assert!(arrived <= 1, "{name}: the charge arrived {arrived} times");
        writeln!(table, "{name:<32} arrived: {arrived}  {charged:<48} {inquired}").unwrap();
    };
    row("nobody listens", both(nobody().await, options()).await, 0);
    for (name, conduct, options) in faults {
        let server = Server::start(conduct).await;
        let outcomes = both(server.address, options).await;
        row(name, outcomes, server.arrived_for("C-1"));
    }
    insta::assert_snapshot!("faults", table);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_redirect_is_an_error_and_nothing_goes_where_it_leads() {
    let elsewhere = Server::start(Conduct::Paid(Framing::Length)).await;
    for status in [300, 301, 302, 303, 304, 305, 307, 308, 399] {
        for location in [
            format!("Location: http://{}/pay/api", elsewhere.address),
            format!("Location: https://{}/", elsewhere.address),
            "Location: /other".to_owned(),
            "X-Nowhere: at all".to_owned(),
        ] {
            let answer = answer(&format!("{status} Elsewhere"), &[&location, FORM], "TXN_STATUS=S");
            let server = Server::start(Conduct::Answer(answer)).await;
            let gateway = submitter(server.address, options());
            let result = send(&gateway, &charge("C-1")).await;
            let Err(SubmitError::OutcomeUnknown(unknown)) = &result else {
                panic!("{status}: {}", outcome(&result));
            };
            assert_eq!(unknown.cause, Cause::AfterAnswer(AfterAnswer::Redirect { status }));
            let result = send(&gateway, &inquire("I-1")).await;
            assert_eq!(outcome(&result), "no answer: redirect");
            assert_eq!((server.arrived(), elsewhere.connections()), (2, 0), "{status} {location}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_refused_is_tried_again_whatever_it_is_and_was_not_sent() {
    let gateway = submitter(nobody().await, options());
    let result = send(&gateway, &charge("C-1")).await;
    let Err(SubmitError::NotSent(not_sent)) = &result else { panic!("{}", outcome(&result)) };
    assert_eq!((&not_sent.cause, not_sent.attempts), (&BeforeSending::Refused, 3));
    let error = result.err().unwrap();
    assert_eq!((error.retry_is_safe(), error.next()), (true, Next::SendAgain));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_may_have_arrived_at_first_does_not_count_as_not_sent_because_the_last_try_was_refused() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let gateway = submitter(listener.local_addr().unwrap(), options());
    // Takes one request, and from then on nobody listens.
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        drop(listener);
        crate::servers::read_request(&mut stream).await.expect("whole");
    });
    let result = send(&gateway, &inquire("I-1")).await;
    assert_eq!(outcome(&result), "no answer: refused");
    assert_eq!(result.err().unwrap().attempts(), 3);
    server.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_with_status_200_is_named_by_its_type() {
    let server = Server::start(Conduct::Answer(answer("200 OK", &[HTML], "<p>TXN_STATUS=S"))).await;
    let result = send(&submitter(server.address, options()), &charge("C-1")).await;
    let cause = result.err().map(|error| error.cause());
    assert_eq!(cause, Some(Cause::AfterAnswer(AfterAnswer::UnexpectedContent { media_type: Some("text/html") })));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_hangs_up_at_once_gets_nothing_whole() {
    let server = Server::start(Conduct::CloseAtOnce).await;
    let gateway = submitter(server.address, options());
    for number in 0..100 {
        let result = send(&gateway, &charge(&format!("C-{number}"))).await;
        // Which one it is depends on who is quicker; either is true.
        assert!(
            ["not sent: unreachable", "outcome unknown: cut"].contains(&outcome(&result).as_str()),
            "{}",
            outcome(&result)
        );
        assert_eq!(server.arrived(), 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_breaks_rules_is_not_sent() {
    let server = Server::start(Conduct::Paid(Framing::Length)).await;
    let gateway = submitter(server.address, options());
    let result = send(&gateway, &charge(&"x".repeat(21))).await;
    assert_eq!((outcome(&result).as_str(), server.connections()), ("not sent: build", 0));
    let error = result.err().unwrap();
    assert_eq!((error.attempts(), error.next()), (0, Next::Correct));
    assert!(error.to_string().contains("merchant_tranid: has 21 characters"), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_busy_gateway_is_asked_again_after_the_pause_that_it_asks_for() {
    let busy = |pause: &str| answer("503 Service Unavailable", &[pause], "");
    let server = Server::start(Conduct::First(2, busy("Retry-After: 0"))).await;
    let reply = send(&submitter(server.address, options()), &inquire("I-1")).await;
    assert_eq!((outcome(&reply).as_str(), server.arrived()), ("answered", 3));

    // The call would end before the pause does.
    let server = Server::start(Conduct::Answer(busy("Retry-After: 3600"))).await;
    let result = send(&submitter(server.address, options()), &inquire("I-1")).await;
    assert_eq!((outcome(&result).as_str(), server.arrived()), ("no answer: status", 1));

    // Charges are never sent again, however politely it is asked for.
    let server = Server::start(Conduct::First(1, busy("Retry-After: 0"))).await;
    let result = send(&submitter(server.address, options()), &charge("C-1")).await;
    assert_eq!((outcome(&result).as_str(), server.arrived()), ("outcome unknown: status", 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_is_down_is_left_alone_after_some_tries() {
    let server = Server::start(Conduct::Answer(answer("503 Service Unavailable", &[], ""))).await;
    let gateway = submitter(server.address, options());
    for number in 0..40 {
        send(&gateway.clone(), &inquire(&format!("I-{number}"))).await.err().unwrap();
    }
    assert_eq!(server.arrived(), 40 + 50, "every call once, and fifty tries among all clones");
}

#[test]
fn proxies_of_the_environment_are_not_used() {
    // Once more, in an environment that names a proxy where nobody listens.
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env(name, "http://127.0.0.1:1");
    }
    let output = command
        .args(["--exact", "cuts::inquiries_share_a_connection_and_clones_do_too"])
        .env_remove("no_proxy")
        .env_remove("NO_PROXY")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}
