//! A merchant's server submits to the sandbox with the generated crate and its feature `submit`: what is asked for
//! comes back typed, and what is lost names the inquiry.

use faspay::card::{Capture, Inquiry, Void};
use faspay::codes::TxnStatus;
use faspay::submit::{BeforeSending, Cause, Next, Options, SubmitError, Submitter};
use faspay::{Amount, Client, Clock, Credentials, Environment, PaymentStatus};
use faspay_sandbox::{Config, Sandbox};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

fn submitter(url: &str) -> Submitter<Credentials> {
    let credentials = Credentials::new().merchantid("sophia_store").txn_password("abcde").send_txn_password(false);
    let client = Client::new(Environment::local(url).unwrap(), credentials, Clock::system());
    let mut options = Options::default();
    options.back_off.first = std::time::Duration::from_millis(1);
    Submitter::new(client, options).unwrap()
}

fn inquiry() -> Inquiry {
    Inquiry { merchant_tranid: "S-1".into(), amount: Amount::idr(10_000) }
}

fn capture() -> Capture {
    Capture {
        merchant_tranid: "S-1".into(),
        transactionid: "T-1".into(),
        amount: Amount::idr(10_000),
        optional: Default::default(),
    }
}

#[tokio::test]
async fn the_sandbox_answers_what_is_submitted() {
    let sandbox = Sandbox::start(Config::default()).await.unwrap();
    let gateway = submitter(&sandbox.url());
    // Nobody has paid, and the gateway says so in its own words, signed or not.
    let reply = gateway.send(&inquiry()).await.unwrap();
    assert_eq!(reply.unverified().txn_status(), Some(TxnStatus::Errored));
    let reply = gateway.send(&capture()).await.unwrap();
    assert_eq!(reply.unverified().txn_status(), Some(TxnStatus::Errored));
    if let Ok(verified) = reply.verify(gateway.client().credentials()) {
        let expected = faspay::Expected::new("S-1", Amount::idr(10_000));
        let status = verified.reconcile(&expected).map(|reconciled| reconciled.status());
        assert_ne!(status.unwrap_or(PaymentStatus::Unknown), PaymentStatus::Paid);
    }
    sandbox.shutdown().await;

    let error = gateway.send(&capture()).await.err().unwrap();
    assert_eq!(error.cause(), Cause::BeforeSending(BeforeSending::Refused));
    assert!(error.retry_is_safe(), "{error}");
}

#[tokio::test]
async fn a_capture_or_void_whose_answer_is_lost_names_the_inquiry_to_make() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let gateway = submitter(&format!("http://{}", listener.local_addr().unwrap()));
    // Reads and hangs up.
    let server = tokio::spawn(async move {
        let mut connections = 0;
        while let Ok((mut stream, _)) = listener.accept().await {
            connections += 1;
            assert!(connections <= 8, "it ends");
            let _ = stream.read(&mut [0; 16_384]).await;
        }
    });
    let void = Void { merchant_tranid: "S-1".into(), transactionid: "T-1".into(), amount: Amount::idr(10_000) };
    for error in [gateway.send(&capture()).await.err().unwrap(), gateway.send(&void).await.err().unwrap()] {
        assert!(matches!(error, SubmitError::OutcomeUnknown(_)), "{error}");
        assert_eq!((error.next(), error.attempts()), (Next::Inquire("faspay.card.inquiry"), 1));
    }
    let error = gateway.send(&inquiry()).await.err().unwrap();
    assert!(matches!(error, SubmitError::NoAnswer(_)), "{error}");
    assert_eq!((error.next(), error.attempts()), (Next::SendAgain, 3));
    server.abort();
}
