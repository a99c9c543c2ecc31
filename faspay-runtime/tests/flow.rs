//! The way of a payment through the miniature gateway, which is written by hand exactly as the generator writes one.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::{Amount, Client, Environment, PaymentStatus};
use mini::{Callback, FORM, Pay, PayOptional, clock, credentials};

#[test]
fn a_payment_goes_out_and_its_callback_settles_it() {
    let client = Client::new(Environment::Sandbox, credentials(), clock());
    let pay = Pay { merchant_tranid: "INV-7".to_owned(), amount: Amount::idr(5_000), optional: PayOptional::default() };
    let prepared = client.prepare(&pay).unwrap();
    // sha1 of ##SHOP##ABCDE##INV-7##5000.00##0##
    assert_eq!(
        std::str::from_utf8(&prepared.form_body()).unwrap(),
        "MERCHANTID=shop&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&\
         SIGNATURE=cc071f82c4e1c38508b60cb7606c6cbdf636d3dd"
    );
    let expected = prepared.expected().unwrap();

    // sha1 of ##SHOP##ABCDE##INV-7##5000.00##S##
    let body = b"MERCHANTID=SHOP&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&\
                 CUSTNAME=Ann+B&SIGNATURE=FFC5C8700AF11524C243597ACF191F578CA0DDEB";
    let Callback::Result(received) = Callback::parse(FORM, body).unwrap() else {
        panic!("a message without a member id is a result");
    };
    let reply = received.verify(client.credentials()).unwrap().reconcile(&expected).unwrap();
    assert_eq!(reply.status(), PaymentStatus::Paid);
    assert_eq!(reply.event_key(), "mini.card-response/merchant_tranid=INV-7/txn_status=S");
    assert_eq!(reply.order(), "INV-7");
    assert_eq!(reply.amount(), Amount::idr(5_000));
    assert_eq!(reply.custname().untrusted(), Some("Ann B"));
}
