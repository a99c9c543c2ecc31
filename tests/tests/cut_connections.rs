//! Money that goes back at most once: a merchant's server refunds through a proxy that cuts the connection at every byte of
//! the request and of the reply, before the sandbox, which takes every refund that reaches it whole.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use faspay::card::{Inquiry, PaymentWindow, PaymentWindowOptional, Refund};
use faspay::codes::{PaymentType, ResponseType};
use faspay::submit::{Next, Options, SubmitError, Submitter};
use faspay::{Amount, Client, Clock, Credentials, Environment};
use faspay_sandbox::{Config, Sandbox};
use std::fmt::Write as _;
use std::net::SocketAddr;
use tests::shopper;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

const ORDER: &str = "CUT-1";
const PAID: u64 = 50_000;

/// Where the exchange is cut.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cut {
    Nowhere,
    /// When so many bytes of the request have been passed on.
    Request(usize),
    /// When so many bytes of the reply have been passed on.
    Reply(usize),
}

/// What the proxy has to do, and the last whole exchange.
struct Plan {
    cut: Cut,
    request: Vec<u8>,
    reply: Vec<u8>,
}

/// A whole HTTP message from the stream: its head, and as many bytes as it announces.
async fn message(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(head) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
            let length =
                text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
            if bytes.len() >= head + 4 + length.unwrap_or(0) {
                return Some(bytes);
            }
        }
        match stream.read(&mut buffer).await.ok()? {
            0 => return None,
            read => bytes.extend_from_slice(&buffer[..read]),
        }
    }
}

async fn pass(mut shop: TcpStream, gateway: SocketAddr, plan: Arc<Mutex<Plan>>) -> Option<()> {
    // The gateway answers under its own name only.
    let names = (format!("host: {}", shop.local_addr().ok()?), format!("host: {gateway}"));
    let request = String::from_utf8(message(&mut shop).await?).ok()?.replacen(&names.0, &names.1, 1).into_bytes();
    let cut = plan.lock().unwrap().cut;
    let mut gateway = TcpStream::connect(gateway).await.ok()?;
    if let Cut::Request(after) = cut {
        gateway.write_all(&request[..after]).await.ok()?;
        // The gateway is done with what it got: it has answered the whole, or given up on the part.
        if after == request.len() {
            message(&mut gateway).await?;
        } else {
            gateway.shutdown().await.ok()?;
            let _ = gateway.read_to_end(&mut Vec::new()).await;
        }
        return None;
    }
    gateway.write_all(&request).await.ok()?;
    let reply = message(&mut gateway).await?;
    if let Cut::Reply(after) = cut {
        shop.write_all(&reply[..after.min(reply.len())]).await.ok()?;
        return None;
    }
    // Kept before it is passed on: who has the answer looks here.
    *plan.lock().unwrap() = Plan { cut, request, reply: reply.clone() };
    shop.write_all(&reply).await.ok()
}

/// Starts the proxy; it ends with the test's runtime.
async fn proxy(gateway: SocketAddr) -> (SocketAddr, Arc<Mutex<Plan>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let plan = Arc::new(Mutex::new(Plan { cut: Cut::Nowhere, request: Vec::new(), reply: Vec::new() }));
    let shared = plan.clone();
    tokio::spawn(async move {
        let mut connections = JoinSet::new();
        // More than any run needs.
        for _ in 0..20_000 {
            let Ok((stream, _)) = listener.accept().await else { return };
            connections.spawn(pass(stream, gateway, shared.clone()));
        }
    });
    (address, plan)
}

fn submitter(url: &str) -> Submitter<Credentials> {
    let credentials = Credentials::new().merchantid("sophia_store").txn_password("abcde").send_txn_password(false);
    let client = Client::new(Environment::local(url).unwrap(), credentials, Clock::system());
    let mut options = Options::default();
    options.back_off.first = Duration::from_millis(1);
    Submitter::new(client, options).unwrap()
}

/// The shopper pays; the transaction's id.
async fn pay(gateway: &Submitter<Credentials>, url: &str) -> String {
    let window = PaymentWindow {
        transactiontype: PaymentType::Sales,
        merchant_tranid: ORDER.into(),
        amount: Amount::idr(PAID),
        custname: "Siti".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::PostRedirect,
        optional: PaymentWindowOptional { return_url: Some("http://127.0.0.1:9/".into()), ..Default::default() },
    };
    let prepared = gateway.client().prepare(&window).unwrap();
    shopper::pays(&shopper::browser(), url, prepared.url(), &prepared.form_body()).await;
    let reply = gateway.send(&inquiry()).await.unwrap();
    reply.unverified().transactionid().untrusted().unwrap().to_owned()
}

fn inquiry() -> Inquiry {
    Inquiry { merchant_tranid: ORDER.into(), amount: Amount::idr(PAID) }
}

/// What the gateway has given back so far, asked past the proxy.
async fn given_back(gateway: &Submitter<Credentials>) -> u64 {
    let reply = gateway.send(&inquiry()).await.unwrap();
    reply.unverified().total_refund_amount().untrusted().unwrap().minor() / 100
}

/// Where in a message a cut is, whatever its exact length.
fn place(message: &[u8], cut: usize) -> &'static str {
    let head = message.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
    match cut {
        0 => "before the first byte",
        cut if cut < head => "inside the head",
        cut if cut < message.len() => "inside the body",
        _ => "after the last byte",
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refund_takes_effect_at_most_once_wherever_the_connection_is_cut() {
    let sandbox = Sandbox::start(Config { refuse_duplicates: false, ..Config::default() }).await.unwrap();
    let direct = submitter(&sandbox.url());
    let (address, plan) = proxy(sandbox.address()).await;
    let cut_off = submitter(&format!("http://{address}"));
    let id = pay(&direct, &sandbox.url()).await;
    let refund = Refund {
        merchant_tranid: ORDER.into(),
        transactionid: id,
        amount: Amount::idr(PAID),
        refund_amount: Amount::idr(1),
    };

    cut_off.send(&refund).await.unwrap();
    let (request, reply) = {
        let seen = plan.lock().unwrap();
        (seen.request.clone(), seen.reply.clone())
    };
    let requests = (0..=request.len()).map(|at| ("request", place(&request, at), Cut::Request(at)));
    let replies = (0..reply.len()).map(|at| ("reply", place(&reply, at), Cut::Reply(at)));
    // A reply grows with the total that it tells.
    let replies = replies.chain([("reply", "after the last byte", Cut::Reply(usize::MAX))]);
    let cuts: Vec<_> = requests.chain(replies).collect();
    assert!(cuts.len() > 600, "{} cuts", cuts.len());

    let mut table = String::new();
    let mut before = given_back(&direct).await;
    for (what, at, cut) in cuts {
        plan.lock().unwrap().cut = cut;
        let result = cut_off.send(&refund).await;
        let now = given_back(&direct).await;
        let times = now - before;
        before = now;
        assert!(times <= 1, "{cut:?}: {times} refunds");
        let outcome = match &result {
            Ok(_) => "answered".to_owned(),
            Err(error) => {
                assert!(matches!(error, SubmitError::OutcomeUnknown(_)), "{cut:?}: {error}");
                assert_eq!((error.next(), error.retry_is_safe()), (Next::Inquire("faspay.card.inquiry"), false));
                format!("outcome unknown: {}", error.cause().id())
            }
        };
        let mut line = String::new();
        writeln!(line, "{what:<7} {at:<22} {outcome:<22} refunds: {times}").unwrap();
        if !table.ends_with(&line) {
            table += &line;
        }
    }
    insta::assert_snapshot!("refunds", table);
    sandbox.shutdown().await;
}
