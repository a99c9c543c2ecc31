//! A gateway of two forms and two messages, written by hand exactly as the generator writes one. It is the pattern for
//! generated code and the fixture of the runtime's own tests.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::{Amount, Client, Clock, Date, Environment, PaymentStatus, Received};
use mini::{Callback, Credentials, Pay, PayOptional, PayResult};

fn credentials() -> Credentials {
    Credentials {
        merchantid: "shop".to_owned(),
        txn_password: "abcde".into(),
        send_txn_password: Some(false),
        merchant_tranid_case: None,
    }
}

#[test]
fn a_payment_goes_out_and_its_callback_settles_it() {
    let today = Date::new(2026, 11, 20).unwrap();
    let client = Client::new(Environment::Sandbox, credentials(), Clock::fixed(today));
    let pay = Pay { merchant_tranid: "INV-7".to_owned(), amount: Amount::idr(5_000), optional: PayOptional::default() };
    let prepared = client.prepare(&pay).unwrap();
    assert_eq!(
        std::str::from_utf8(&prepared.form_body()).unwrap(),
        "MERCHANTID=shop&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&\
         SIGNATURE=cc071f82c4e1c38508b60cb7606c6cbdf636d3dd"
    );
    let expected = prepared.expected().unwrap();

    let body = b"MERCHANTID=SHOP&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&\
                 CUSTNAME=Ann+B&SIGNATURE=FFC5C8700AF11524C243597ACF191F578CA0DDEB";
    let Callback::Result(received) = Callback::parse("application/x-www-form-urlencoded", body).unwrap() else {
        panic!("the message without a member id is a result");
    };
    let reply = received.verify(client.credentials()).unwrap().reconcile(&expected).unwrap();
    assert_eq!(reply.status(), PaymentStatus::Paid);
    assert_eq!(reply.event_key(), "mini.result/merchant_tranid=INV-7/txn_status=S");
    assert_eq!(reply.custname().untrusted(), Some("Ann B"));
    let _ = Received::<PayResult>::parse("text/plain", b"a=b").unwrap();
}
