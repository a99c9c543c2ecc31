//! What the gateway doesn't take, with the documented code, every reason, and the signed error for the shop where there is a way.

mod support;

use faspay_sandbox::{Account, Config, Gateway};
use support::*;

async fn refused(form: &Pairs) -> Page {
    let running = sandbox(Config::default()).await;
    let page = post(&format!("{}/payment", running.url()), form).await;
    assert_eq!(state(&running).await["transactions"].as_array().map(Vec::len), Some(0), "nothing is stored");
    page
}

fn good() -> Pairs {
    payment("B-1", "http://127.0.0.1:9/thanks")
}

#[tokio::test]
async fn a_wrong_signature_is_refused_and_the_shop_gets_a_signed_error() {
    let mut form = good();
    set(&mut form, "SIGNATURE", &"0".repeat(40));
    let page = refused(&form).await;
    assert_eq!((page.status, page.read("#err_code").as_deref()), (400, Some("5567")));
    assert_eq!(page.problem_fields(), ["signature"]);
    let (action, fields) = page.form("#return");
    assert_eq!(action, "http://127.0.0.1:9/thanks");
    assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "TRANSACTIONID")), ("E", "0"));
    assert_eq!((value(&fields, "ERR_CODE"), value(&fields, "PAYMENT_METHOD")), ("5567", ""));
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("B-1", "10000.00", "E"));
}

#[tokio::test]
async fn a_tampered_amount_breaks_the_signature() {
    let mut form = good();
    set(&mut form, "AMOUNT", "1.00");
    assert_eq!(refused(&form).await.read("#err_code").as_deref(), Some("5567"));
}

#[tokio::test]
async fn faults_are_answered_with_their_documented_codes() {
    let long = |count: usize| "x".repeat(count);
    for (key, text, code) in [
        ("SIGNATURE", "", "5566"),
        ("CUSTNAME", "", "5615"),
        ("CUSTEMAIL", "", "5541"),
        ("CUSTNAME", &long(121), "5579"),
        ("PHONE_NO", &long(21), "5596"),
        ("DESCRIPTION", &long(101), "5537"),
        ("RETURN_URL", "", "5622"),
        ("CURRENCYCODE", "XXX", "5620"),
        ("CURRENCYCODE", "", "5575"),
        ("TRANSACTIONTYPE", "7", "5517"),
        ("MERCHANTID", "", "5501"),
        ("MERCHANTID", "nobody", "5524"),
        ("TXN_PASSWORD", "wrong", "5513"),
    ] {
        let mut form = good();
        set(&mut form, key, text);
        let page = refused(&form).await;
        assert_eq!(page.read("#err_code").as_deref(), Some(code), "{key}={text}: {}", page.text);
    }
    for (key, text, code) in [
        ("AMOUNT", "abc", "5514"),
        ("AMOUNT", "", "5514"),
        ("MERCHANT_TRANID", &long(101), "5540"),
        ("MERCHANT_TRANID", "", "5511"),
    ] {
        let mut form = good();
        set(&mut form, key, text);
        sign(&mut form);
        assert_eq!(refused(&form).await.read("#err_code").as_deref(), Some(code), "{key}={text}");
    }
}

#[tokio::test]
async fn what_identifies_the_payment_comes_back_as_it_was_sent() {
    let mut form = good();
    set(&mut form, "AMOUNT", "abc");
    set(&mut form, "CUSTNAME", &"x".repeat(121));
    let (_, fields) = refused(&form).await.form("#return");
    assert_eq!((value(&fields, "AMOUNT"), value(&fields, "CUSTNAME")), ("abc", ""), "a faulty name isn't echoed");
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("B-1", "abc", "E"));
}

#[tokio::test]
async fn every_reason_is_named_at_once() {
    let mut form = without(good(), "CUSTEMAIL");
    set(&mut form, "CUSTNAME", "");
    set(&mut form, "CURRENCYCODE", "XXX");
    let fields = refused(&form).await.problem_fields();
    for field in ["custemail", "custname", "currencycode"] {
        assert!(fields.contains(&field.to_owned()), "{field} in {fields:?}");
    }
}

#[tokio::test]
async fn unknown_keys_pass_and_are_shown_beside_real_problems() {
    let running = sandbox(Config::default()).await;
    let mut form = good();
    set(&mut form, "<i>COLOUR</i>", "red");
    checkout(&running, "/payment", &form).await;
    assert_eq!(state(&running).await["transactions"][0]["ignored"], serde_json::json!(["<i>COLOUR</i>"]));
    let page = refused(&without(form, "CUSTNAME")).await;
    assert_eq!(page.read("#err_code").as_deref(), Some("5615"));
    assert_eq!(page.problem_fields(), ["custname", "<i>COLOUR</i>"]);
}

#[tokio::test]
async fn without_a_usable_way_back_nothing_is_sent_back() {
    for (key, text) in
        [("RETURN_URL", "javascript:alert(1)"), ("RETURN_URL", ""), ("MERCHANTID", "nobody"), ("MERCHANT_TRANID", "")]
    {
        let mut form = good();
        set(&mut form, key, text);
        let page = refused(&form).await;
        assert_eq!((page.status, page.read("#return")), (400, None), "{key}={text}");
        assert!(page.text.contains("Nothing goes back"), "{}", page.text);
    }
}

#[tokio::test]
async fn a_refusal_can_come_back_by_query_or_as_text() {
    let mut form = good();
    set(&mut form, "SIGNATURE", "");
    set(&mut form, "RESPONSE_TYPE", "1");
    let page = refused(&form).await;
    assert!(page.text.contains("http://127.0.0.1:9/thanks?"), "{}", page.text);
    assert!(page.text.contains("ERR_CODE=5566"));
    set(&mut form, "RESPONSE_TYPE", "3");
    let page = refused(&form).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains(&format!("SIGNATURE={}", response_signature("B-1", "10000.00", "E"))), "{}", page.text);
}

#[tokio::test]
async fn an_order_id_is_taken_once() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &good()).await;
    let url = format!("{}/payment", running.url());
    assert_eq!(post(&url, &good()).await.read("#err_code").as_deref(), Some("5530"));
    let (_, fields) = pay(&address, CARD).await.form("#return");
    assert_eq!(value(&fields, "TXN_STATUS"), "S", "the first one is not disturbed");

    let lenient = sandbox(Config { refuse_duplicates: false, ..Config::default() }).await;
    checkout(&lenient, "/payment", &good()).await;
    checkout(&lenient, "/payment", &good()).await;
}

#[tokio::test]
async fn order_ids_are_the_merchants_own() {
    let second = Account::new([("merchantid", "second_store"), ("txn_password", "fghij")]);
    let running =
        sandbox(Config { accounts: vec![Account::sample_of(Gateway::Faspay), second], ..Config::default() }).await;
    checkout(&running, "/payment", &good()).await;
    let mut form = without(good(), "TXN_PASSWORD");
    set(&mut form, "MERCHANTID", "second_store");
    set(&mut form, "SIGNATURE", &sha1_hex("##SECOND_STORE##FGHIJ##B-1##10000.00##0##"));
    checkout(&running, "/payment", &form).await;
}

#[tokio::test]
async fn unreadable_forms_are_refused_with_the_reason() {
    let running = sandbox(Config::default()).await;
    let url = format!("{}/payment", running.url());
    for (kind, body, status, reason) in [
        ("application/x-www-form-urlencoded", "AMOUNT=1&amount=2", 400, "duplicate-key"),
        ("application/x-www-form-urlencoded", "AMOUNT=%zz", 400, "percent"),
        ("application/x-www-form-urlencoded", "CUSTNAME=a%0Ab", 400, "control"),
        ("text/plain", "AMOUNT=1", 415, "form"),
        ("application/json", "{}", 415, "form"),
    ] {
        let answer = browser().post(&url).header("content-type", kind).body(body).send().await;
        let page = read(answer).await;
        assert_eq!(page.status, status, "{kind} {body}");
        assert!(page.text.contains(reason), "{kind} {body}: {}", page.text);
    }
    let huge = format!("DESCRIPTION={}", "x".repeat(80_000));
    let answer =
        browser().post(&url).header("content-type", "application/x-www-form-urlencoded").body(huge).send().await;
    assert_eq!(read(answer).await.status, 413);
    assert_eq!(get(&url).await.status, 405);
}
