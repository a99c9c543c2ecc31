//! What a merchant's server asks of the gateway: inquiry, capture, void and refund, through HTTP, from the payment that they
//! are about to the callback that tells of the change.

mod support;

use faspay_sandbox::{Account, Config, Gateway, Running};
use faspay_spec::engine::{Credentials, Delivery, Through, verify};
use support::*;

/// A payment that the shopper has made: its transaction id.
async fn paid(running: &Running, order: &str, kind: &str) -> String {
    let mut form = payment(order, "http://127.0.0.1:9/");
    set(&mut form, "TRANSACTIONTYPE", kind);
    let (address, _) = checkout(running, "/payment", &form).await;
    let (_, fields) = pay(&address, CARD).await.form("#return");
    value(&fields, "TRANSACTIONID").to_owned()
}

/// A call as the vendor's samples have it, signed over the transaction id (`0` for an inquiry).
fn call(kind: &str, order: &str, id: &str, more: &[(&str, &str)]) -> Pairs {
    let mut pairs: Pairs = [
        ("PAYMENT_METHOD", "1"),
        ("TRANSACTIONTYPE", kind),
        ("MERCHANTID", "sophia_store"),
        ("MERCHANT_TRANID", order),
        ("AMOUNT", "10000.00"),
        ("RESPONSE_TYPE", "3"),
    ]
    .into_iter()
    .chain(more.iter().copied())
    .map(|(key, text)| (key.to_owned(), text.to_owned()))
    .collect();
    if id != "0" {
        set(&mut pairs, "TRANSACTIONID", id);
    }
    let text =
        format!("##SOPHIA_STORE##ABCDE##{}##{}##{id}##", value(&pairs, "MERCHANT_TRANID"), value(&pairs, "AMOUNT"));
    set(&mut pairs, "SIGNATURE", &sha1_hex(&text));
    pairs
}

/// Sends a call; the reply's pairs, read by a parser of its own.
async fn answer(running: &Running, pairs: &Pairs) -> Pairs {
    let page = post(&format!("{}/payment/api", running.url()), pairs).await;
    assert_eq!(page.status, 200, "{}", page.text);
    page.text
        .split(';')
        .map(|pair| pair.split_once('=').unwrap_or_else(|| panic!("{pair} in {}", page.text)))
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}

/// Status and error code of a reply whose signature is right.
fn told<'a>(reply: &'a Pairs, order: &str) -> (&'a str, &'a str) {
    let status = value(reply, "TXN_STATUS");
    assert_eq!(value(reply, "SIGNATURE"), response_signature(order, value(reply, "AMOUNT"), status), "{reply:?}");
    (status, value(reply, "ERR_CODE"))
}

#[tokio::test]
async fn an_authorised_payment_is_captured_and_refunded_in_parts() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(Config { callback_url: Some(shop.url.clone()), ..Config::default() }).await;
    let id = paid(&running, "C-1", "3").await;
    assert!(get(&running.url()).await.text.contains(&format!("calls <code>{}/payment/api</code>", running.url())));
    assert_eq!(told(&answer(&running, &call("4", "C-1", "0", &[])).await, "C-1"), ("A", "0"));

    let reply = answer(&running, &call("2", "C-1", &id, &[])).await;
    assert_eq!(told(&reply, "C-1"), ("C", "0"));
    assert_eq!(value(&reply, "TRANSACTIONID"), id);
    assert!(value(&reply, "CAPTURE_DATE").starts_with("10-03-2022 "), "{reply:?}");

    for (back, total) in [("4000.00", "4000.00"), ("6000", "10000.00")] {
        let reply = answer(&running, &call("11", "C-1", &id, &[("REFUND_AMOUNT", back)])).await;
        assert_eq!(told(&reply, "C-1"), ("C", "0"));
        assert_eq!((value(&reply, "AMOUNT"), value(&reply, "TOTAL_REFUND_AMOUNT")), ("10000.00", total));
    }
    let reply = answer(&running, &call("11", "C-1", &id, &[("REFUND_AMOUNT", "0.01")])).await;
    assert_eq!(told(&reply, "C-1"), ("C", "5625"), "nothing is left, and the status stays");

    let inquired = answer(&running, &call("4", "C-1", "0", &[])).await;
    assert_eq!(told(&inquired, "C-1"), ("C", "0"));
    assert_eq!((value(&inquired, "TOTAL_REFUND_AMOUNT"), value(&inquired, "CURRENCYCODE")), ("10000.00", "IDR"));
    assert!(!value(&inquired, "REFUND_DATE").is_empty());

    // The payment, the capture and both refunds were told; the refusal wasn't.
    let told: Vec<String> =
        shop.wait_for(4).await.iter().map(|body| value(&pairs(body), "TXN_STATUS").to_owned()).collect();
    assert_eq!(told, ["A", "C", "C", "C"]);
    let state = state(&running).await;
    assert_eq!(
        (&state["transactions"][0]["txn_status"], &state["transactions"][0]["refunded"]),
        (&"C".into(), &"10000.00".into())
    );
}

#[tokio::test]
async fn an_authorised_payment_is_voided_once_and_on_its_day() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(Config { callback_url: Some(shop.url.clone()), ..Config::default() }).await;
    let (id, late) = (paid(&running, "V-1", "3").await, paid(&running, "V-2", "1").await);
    assert_eq!(told(&answer(&running, &call("10", "V-1", &id, &[])).await, "V-1"), ("V", "0"));
    assert_eq!(told(&answer(&running, &call("10", "V-1", &id, &[])).await, "V-1"), ("E", "5562"));
    assert_eq!(told(&answer(&running, &call("2", "V-1", &id, &[])).await, "V-1"), ("E", "5553"));
    let tomorrow = vec![("today".to_owned(), "2022-03-11".to_owned())];
    post(&format!("{}/_sandbox/clock", running.url()), &tomorrow).await;
    assert_eq!(told(&answer(&running, &call("10", "V-2", &late, &[])).await, "V-2"), ("E", "5621"));
    // E was the void's; the payment is what it was.
    assert_eq!(told(&answer(&running, &call("4", "V-1", "0", &[])).await, "V-1"), ("V", "0"));
    assert_eq!(told(&answer(&running, &call("4", "V-2", "0", &[])).await, "V-2"), ("S", "0"));
    let bodies = shop.wait_for(3).await;
    assert!(bodies.iter().any(|body| value(&pairs(body), "TXN_STATUS") == "V"));
}

#[tokio::test]
async fn a_call_about_another_payment_is_refused_with_the_documented_code() {
    let running = sandbox(Config::default()).await;
    let id = paid(&running, "R-1", "1").await;
    let other = paid(&running, "R-2", "1").await;
    let mut dear = call("2", "R-1", &id, &[]);
    set(&mut dear, "AMOUNT", "10000.01");
    for (mut pairs, status, code) in [
        (call("4", "R-9", "0", &[]), "E", "5533"),
        (call("2", "R-1", "66A93765-1DC2-46FD-B542-267AF1B75AE4", &[]), "E", "5533"),
        (call("2", "R-1", &other, &[]), "E", "5568"),
        (dear, "E", "5549"),
        (call("2", "R-1", &id, &[]), "E", "5553"),
        (call("11", "R-1", &id, &[("REFUND_AMOUNT", "10000.01")]), "E", "5569"),
        (call("11", "R-1", &id, &[("REFUND_AMOUNT", "0")]), "S", "5569"),
        (call("9", "R-1", &id, &[]), "E", "5516"),
    ] {
        let signed = match value(&pairs, "TRANSACTIONID") {
            "" => "0".to_owned(),
            id => id.to_owned(),
        };
        let (order, amount) = (value(&pairs, "MERCHANT_TRANID").to_owned(), value(&pairs, "AMOUNT").to_owned());
        set(&mut pairs, "SIGNATURE", &sha1_hex(&format!("##SOPHIA_STORE##ABCDE##{order}##{amount}##{signed}##")));
        let reply = answer(&running, &pairs).await;
        assert_eq!(told(&reply, &order), (status, code), "{pairs:?}");
        assert_eq!(value(&reply, "TRANSACTIONID"), "0");
        assert_eq!(value(&reply, "PAYMENT_METHOD"), "", "an error leaves it out");
    }
    let mut cheap = call("4", "R-1", "0", &[]);
    set(&mut cheap, "AMOUNT", "1.00");
    set(&mut cheap, "SIGNATURE", &sha1_hex("##SOPHIA_STORE##ABCDE##R-1##1.00##0##"));
    assert_eq!(told(&answer(&running, &cheap).await, "R-1"), ("E", "5531"));
    assert_eq!(told(&answer(&running, &call("4", "R-1", "0", &[])).await, "R-1"), ("S", "0"), "nothing has changed");
}

#[tokio::test]
async fn a_call_that_is_not_signed_by_the_merchant_has_no_effect() {
    let running = sandbox(Config::default()).await;
    let id = paid(&running, "G-1", "3").await;
    let sound = call("2", "G-1", &id, &[]);
    let mut forged = sound.clone();
    // The signature of the payment form, which a shopper may have seen, is none for a capture.
    set(&mut forged, "SIGNATURE", &sha1_hex("##SOPHIA_STORE##ABCDE##G-1##10000.00##0##"));
    assert_eq!(told(&answer(&running, &forged).await, "G-1"), ("E", "5567"));
    assert_eq!(told(&answer(&running, &without(sound.clone(), "SIGNATURE")).await, "G-1"), ("E", "5566"));
    assert_eq!(told(&answer(&running, &without(sound.clone(), "TRANSACTIONID")).await, "G-1").0, "E");
    let mut stranger = sound.clone();
    set(&mut stranger, "MERCHANTID", "somebody");
    let reply = answer(&running, &stranger).await;
    assert_eq!((value(&reply, "ERR_CODE"), value(&reply, "SIGNATURE")), ("5524", ""), "nothing to sign with");
    assert_eq!(told(&answer(&running, &call("4", "G-1", "0", &[])).await, "G-1"), ("A", "0"));
}

#[tokio::test]
async fn two_captures_at_once_have_one_effect() {
    let running = sandbox(Config::default()).await;
    let id = paid(&running, "D-1", "3").await;
    let capture = call("2", "D-1", &id, &[]);
    let (one, two) = tokio::join!(answer(&running, &capture), answer(&running, &capture));
    let mut codes = [value(&one, "ERR_CODE"), value(&two, "ERR_CODE")];
    codes.sort_unstable();
    assert_eq!(codes, ["0", "5553"]);
}

#[tokio::test]
async fn replies_hold_every_documented_field_and_only_known_codes() {
    let files = faspay_tables::files("faspay").expect("the tables of faspay");
    let gateway = faspay_spec::load(&faspay_spec::Folder::of(files)).expect("it loads");
    let credentials = Credentials::new(&gateway, Account::sample_of(Gateway::Faspay).pairs).expect("the sample's");
    let running = sandbox(Config::default()).await;
    let id = paid(&running, "F-1", "3").await;
    let back = [("REFUND_AMOUNT", "1.00")];
    let voided = paid(&running, "F-2", "1").await;
    for (pairs, message) in [
        (call("4", "F-1", "0", &[]), "card.inquiry-reply"),
        (call("2", "F-1", &id, &[]), "card.capture-reply"),
        (call("11", "F-1", &id, &back), "card.refund-reply"),
        (call("10", "F-2", &voided, &[]), "card.void-reply"),
        (call("4", "F-1", "0", &[]), "card.inquiry-reply"),
    ] {
        let page = post(&format!("{}/payment/api", running.url()), &pairs).await;
        let inbound = gateway.inbound.iter().find(|inbound| inbound.id == message).expect("a message");
        let order = value(&pairs, "MERCHANT_TRANID");
        let expect = [("merchant_tranid", order), ("amount", "10000"), ("currencycode", "IDR")];
        let expect = expect.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let kind = "text/plain; charset=utf-8";
        let body = page.text.as_bytes();
        let delivery = Delivery { through: Through::Reply, content_type: kind, headers: &[], body };
        let verdict = verify(&gateway, inbound, delivery, &credentials, Some(&expect));
        assert_eq!((verdict.trust, verdict.problems), ("reconciled", vec![]), "{message}: {}", page.text);
    }
}
