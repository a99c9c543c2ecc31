//! The connection is cut at every byte of a request and of its reply, with one client for all of it.

use crate::charge::{charge, credentials, inquire, keyed, options, submitter};
use crate::proxy::{Cut, Proxy};
use crate::servers::{Conduct, Framing, Server, head_length};
use crate::{mini, outcome, send};
use faspay_runtime::submit::{Next, Submitter};
use std::fmt::Write as _;

/// What happened, in ranges of cuts that came to the same.
#[derive(Default)]
struct Table {
    text: String,
    last: Option<(String, String)>,
}

impl Table {
    fn section(&mut self, title: &str) {
        self.last = None;
        writeln!(self.text, "\n{title}").unwrap();
    }

    fn row(&mut self, at: &str, what: String) {
        let row = (at.to_owned(), what);
        if self.last.as_ref() != Some(&row) {
            writeln!(self.text, "  {:<24} {}", row.0, row.1).unwrap();
            self.last = Some(row);
        }
    }
}

/// Where in a message a cut is, whatever its exact length.
fn place(message: &[u8], cut: usize) -> &'static str {
    let head = head_length(message).unwrap();
    match cut {
        0 => "before the first byte",
        cut if cut < head => "inside the head",
        cut if cut == head => "after the head",
        cut if cut < message.len() => "inside the body",
        _ => "after the last byte",
    }
}

/// Every cut of an exchange, the uncut one included.
fn cuts((request, reply): &(Vec<u8>, Vec<u8>)) -> Vec<(&'static str, &'static str, Cut)> {
    let requests = (0..=request.len()).map(|at| ("request", place(request, at), Cut::Request(at)));
    let replies = (0..=reply.len()).map(|at| ("reply", place(reply, at), Cut::Reply(at)));
    requests.chain(replies).collect()
}

/// What came of a charge, how often it was tried and how often it arrived. Never more than once.
async fn charged(gateway: &Submitter<mini::Credentials>, server: &Server, order: &str) -> String {
    let result = send(gateway, &charge(order)).await;
    let arrived = server.arrived_for(order);
    assert!(arrived <= 1, "{order} arrived {arrived} times");
    if let Ok(reply) = result {
        let reply = reply.verify(&credentials()).expect("only a whole reply is one");
        assert_eq!(reply.merchant_tranid(), Some(order), "the reply is that of this request");
        return format!("answered, arrived: {arrived}");
    }
    let error = result.as_ref().err().unwrap();
    assert!(!error.retry_is_safe());
    assert_eq!(error.next(), Next::Inquire("mini.inquire"));
    format!("{}, attempts: {}, arrived: {arrived}", outcome(&result), error.attempts())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_charge_arrives_at_most_once_wherever_the_connection_is_cut() {
    let mut table = Table::default();
    let mut number = 0;
    for framing in [Framing::Length, Framing::Chunked, Framing::Close] {
        let server = Server::start(Conduct::Paid(framing)).await;
        let proxy = Proxy::start(server.address).await;
        let gateway = submitter(proxy.address, options());
        charged(&gateway, &server, "WARM-UP").await;
        let exchange = proxy.seen();
        let cuts = cuts(&exchange);
        assert!(cuts.len() > 500, "{} cuts", cuts.len());
        let mut section = "";
        for (what, at, cut) in cuts {
            // What is cut of the request doesn't depend on how the reply ends.
            if what == "request" && framing != Framing::Length {
                continue;
            }
            if section != what {
                section = what;
                table.section(&format!(
                    "{what}{}",
                    if what == "reply" { format!(", {framing:?}") } else { String::new() }
                ));
            }
            // An inquiry before it leaves a connection behind that a charge must not use.
            send(&gateway, &inquire("BETWEEN")).await.ok();
            let connections = proxy.connections();
            proxy.cut(cut, 1);
            number += 1;
            table.row(at, charged(&gateway, &server, &format!("C-{number:05}")).await);
            assert_eq!(proxy.connections(), connections + 1, "a charge has a connection of its own");
            proxy.cut(Cut::Nowhere, 0);
        }
    }
    insta::assert_snapshot!("cut_charges", table.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_inquiry_is_answered_wherever_the_first_connection_is_cut() {
    let server = Server::start(Conduct::Paid(Framing::Length)).await;
    let proxy = Proxy::start(server.address).await;
    let gateway = submitter(proxy.address, options());
    send(&gateway, &inquire("WARM-UP")).await.unwrap();
    let mut table = Table::default();
    let mut section = "";
    for (number, (what, at, cut)) in cuts(&proxy.seen()).into_iter().enumerate() {
        if section != what {
            section = what;
            table.section(what);
        }
        proxy.cut(cut, 1);
        let order = format!("I-{number:05}");
        let result = send(&gateway, &inquire(&order)).await;
        let reply = result.expect("tried again").verify(&credentials()).expect("whole");
        assert_eq!(reply.merchant_tranid(), Some(order.as_str()));
        table.row(at, format!("answered, arrived: {}", server.arrived_for(&order)));
    }
    insta::assert_snapshot!("cut_inquiries", table.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_inquiry_that_is_always_cut_ends_and_says_that_it_can_be_sent_again() {
    let server = Server::start(Conduct::Paid(Framing::Length)).await;
    let proxy = Proxy::start(server.address).await;
    for cut in [Cut::Request(0), Cut::Request(20), Cut::Reply(0), Cut::Reply(70), Cut::Reply(150)] {
        let gateway = submitter(proxy.address, options());
        proxy.cut(cut, usize::MAX);
        let result = send(&gateway, &inquire("A-1")).await;
        assert_eq!(outcome(&result), "no answer: cut", "{cut:?}");
        let error = result.err().unwrap();
        assert_eq!((error.attempts(), error.retry_is_safe(), error.next()), (3, true, Next::SendAgain));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_with_a_key_is_not_sent_again_by_itself() {
    let server = Server::start(Conduct::Paid(Framing::Length)).await;
    let proxy = Proxy::start(server.address).await;
    let gateway = submitter(proxy.address, options());
    proxy.cut(Cut::Reply(10), usize::MAX);
    let result = send(&gateway, &keyed("K-1")).await;
    assert_eq!((outcome(&result).as_str(), server.arrived()), ("outcome unknown: cut", 1));
    let error = result.err().unwrap();
    assert_eq!((error.attempts(), error.retry_is_safe(), error.next()), (1, false, Next::AskGateway));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_were_closed_meanwhile_lose_nothing() {
    let server = Server::start(Conduct::Paid(Framing::Length)).await;
    let proxy = Proxy::start(server.address).await;
    let gateway = submitter(proxy.address, options());
    proxy.cut(Cut::Afterwards, usize::MAX);
    for number in 0..200 {
        let (asked, order) = (format!("I-{number}"), format!("C-{number}"));
        send(&gateway, &inquire(&asked)).await.expect("an inquiry is tried again when its connection was stale");
        assert_eq!(charged(&gateway, &server, &order).await, "answered, arrived: 1");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn inquiries_share_a_connection_and_clones_do_too() {
    let server = Server::start(Conduct::Paid(Framing::Length)).await;
    let gateway = submitter(server.address, options());
    for number in 0..20 {
        send(&gateway.clone(), &inquire(&format!("I-{number}"))).await.unwrap();
    }
    assert!(server.connections() < 5, "{} connections", server.connections());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_is_dropped_sends_nothing_more() {
    let server = Server::start(Conduct::Hang).await;
    let gateway = submitter(server.address, options());
    for number in 0..50 {
        let order = format!("D-{number}");
        {
            // Polled a few times and dropped, at another point each time.
            let request = charge(&order);
            let mut call = std::pin::pin!(gateway.send(&request));
            for _ in 0..number {
                let once =
                    std::future::poll_fn(|context| std::task::Poll::Ready(call.as_mut().poll(context).is_ready()));
                assert!(!once.await);
                tokio::task::yield_now().await;
            }
        }
        assert!(server.arrived_for(&order) <= 1);
    }
}
