//! The revamped edition through HTTP: its forms, which come to the same address as the older ones, its callback in capitals, and
//! its calls in JSON.

mod support;

use base64ct::{Base64, Encoding};
use faspay_sandbox::{Config, Running};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::*;

/// A form of the revamped edition, signed by the formula of its page.
fn form(order: &str, more: &[(&str, &str)]) -> Pairs {
    let fixed = [
        ("transaction_type", "1"),
        ("response_type", "2"),
        ("merchant_id", "sophia_store"),
        ("payment_method", "1"),
        ("merchant_tranid", order),
        ("currencycode", "IDR"),
        ("amount", "10000.00"),
        ("custname", "Sari"),
        ("custemail", "sari@example.test"),
        ("description", "Two coffees"),
        ("return_url", "http://127.0.0.1:9/back"),
        ("billing_address", "Jalan Braga 1"),
    ];
    let mut pairs: Pairs =
        fixed.iter().chain(more).map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    let text = format!("##SOPHIA_STORE##ABCDE##{}##{}##0##", order.to_ascii_uppercase(), value(&pairs, "amount"));
    let signature = Base64::encode_string(&Sha256::digest(text.as_bytes()));
    set(&mut pairs, "signature", &signature);
    pairs
}

async fn call(running: &Running, kind: u8, order: &str, more: &[(&str, &str)]) -> Value {
    let mut message = json!({
        "transaction_type": kind, "merchant_id": "sophia_store", "merchant_tranid": order, "amount": "10000.00",
        "signature": sha1_hex(&format!("##SOPHIA_STORE##ABCDE##{order}##10000.00##0##")),
    });
    for (key, text) in more {
        message[*key] = json!(text);
    }
    let request = browser().post(format!("{}/transaction", running.url())).header("Content-Type", "application/json");
    let answer = request.body(message.to_string()).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "application/json");
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

/// The whole answer that is known: merchant, order and status.
fn known(order: &str, status: &str) -> Value {
    json!({"merchant_id": "sophia_store", "merchant_tranid": order, "tnx_status": status})
}

#[tokio::test]
async fn a_payment_is_told_of_in_capitals_and_without_a_signature() {
    let (shop, other) = (Shop::open(&[200]).await, Shop::open(&[200]).await);
    let running = sandbox(Config { callback_url: Some(other.url.clone()), ..Config::default() }).await;
    let (address, page) = checkout(&running, "/payment", &form("R-1", &[("callback_url", &shop.url)])).await;
    assert!(page.text.contains("sophia_store") && page.text.contains("Two coffees"), "{}", page.text);
    let (action, back) = pay(&address, CARD).await.form("#return");
    assert_eq!(action, "http://127.0.0.1:9/back");
    let told = shop.callback().await;
    assert_eq!(told, back, "the browser and the server are told the same");
    let keys: Vec<&str> = told.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "MERCHANT_ID",
            "MERCHANT_TRANID",
            "PAYMENT_METHOD",
            "TRANSACTION_TYPE",
            "TRANSACTION_ID",
            "TXN_STATUS",
            "CUST_NAME",
            "DESCRIPTION",
            "CURRENCYCODE",
            "AMOUNT",
            "TRANDATE"
        ]
    );
    for (key, text) in [
        ("MERCHANT_ID", "sophia_store"),
        ("MERCHANT_TRANID", "R-1"),
        ("TRANSACTION_TYPE", "1"),
        ("TXN_STATUS", "S"),
        ("CUST_NAME", "Sari"),
        ("AMOUNT", "10000.00"),
    ] {
        assert_eq!(value(&told, key), text, "{key}");
    }
    assert!(other.received().is_empty(), "the payment's own address goes first");
}

#[tokio::test]
async fn a_form_is_signed_with_sha256_and_nothing_else() {
    let running = sandbox(Config::default()).await;
    let refused = |pairs: Pairs| {
        let url = format!("{}/payment", running.url());
        async move {
            let page = post(&url, &pairs).await;
            assert_ne!(page.status, 303, "{}", page.text);
            page.problem_fields()
        }
    };
    let sound = form("R-2", &[]);
    let mut wrong = sound.clone();
    set(&mut wrong, "signature", &sha1_hex("##SOPHIA_STORE##ABCDE##R-2##10000.00##0##"));
    assert_eq!(refused(wrong).await, ["signature"]);
    assert_eq!(refused(without(sound.clone(), "signature")).await, ["signature"]);
    let mut large = sound.clone();
    set(&mut large, "amount", "10000000.00");
    assert_eq!(refused(large).await, ["amount", "signature"]);
    assert_eq!(refused(without(sound.clone(), "billing_address")).await, ["billing_address"]);
    let mut foreign = sound.clone();
    set(&mut foreign, "merchant_id", "99999");
    assert_eq!(refused(foreign).await, ["merchant_id"], "the number of the recurring service is another one");
    checkout(&running, "/payment", &sound).await;
}

#[tokio::test]
async fn a_card_is_stored_and_pays_again() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(Config { callback_url: Some(shop.url.clone()), ..Config::default() }).await;
    let token = ("pymt_ind", "tokenization");
    let register = form("R-3", &[token, ("pymt_criteria", "registration")]);
    let (address, _) = checkout(&running, "/payment", &register).await;
    pay(&address, CARD).await;
    let issued = value(&shop.callback().await, "PYMT_TOKEN").to_owned();
    assert_eq!(issued.len(), 36);
    let again = form("R-4", &[token, ("pymt_criteria", "payment"), ("pymt_token", &issued)]);
    let (address, page) = checkout(&running, "/payment", &again).await;
    assert!(page.text.contains("44XXXXXXXXXX0010"), "{}", page.text);
    let cvc = vec![("cvc".to_owned(), "100".to_owned())];
    let (_, back) = post(&format!("{address}/card"), &cvc).await.form("#return");
    assert_eq!((value(&back, "TXN_STATUS"), value(&back, "PYMT_TOKEN")), ("S", issued.as_str()));
}

#[tokio::test]
async fn calls_are_answered_with_what_is_known() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(Config { callback_url: Some(shop.url.clone()), ..Config::default() }).await;
    let (address, _) = checkout(&running, "/payment", &form("R-5", &[])).await;
    let (_, back) = pay(&address, CARD).await.form("#return");
    let id = value(&back, "TRANSACTION_ID").to_owned();

    assert_eq!(call(&running, 4, "R-5", &[]).await, known("R-5", "S"));
    assert_eq!(call(&running, 4, "R-5", &[("transaction_id", &id)]).await, known("R-5", "S"));
    let code = |answer: Value| (answer["tnx_status"].clone(), answer["err_code"].clone());
    assert_eq!(code(call(&running, 2, "R-5", &[]).await), (json!("E"), json!("5553")), "a sale isn't captured");
    assert_eq!(code(call(&running, 4, "R-6", &[]).await), (json!("E"), json!("5533")));
    assert_eq!(code(call(&running, 10, "R-5", &[("transaction_id", "another")]).await), (json!("E"), json!("5568")));
    assert_eq!(code(call(&running, 10, "R-5", &[("signature", &"0".repeat(40))]).await), (json!("E"), json!("5567")));
    assert_eq!(call(&running, 10, "R-5", &[("transaction_id", &id)]).await, known("R-5", "V"));
    assert_eq!(call(&running, 4, "R-5", &[]).await, known("R-5", "V"));
    let bodies = shop.wait_for(2).await;
    assert_eq!(value(&pairs(&bodies[1]), "TXN_STATUS"), "V", "a void is told of");
}

#[tokio::test]
async fn an_authorised_payment_is_captured() {
    let running = sandbox(Config::default()).await;
    // Forms of the revamped edition only sell; one of the older edition can reserve.
    let mut older = payment("R-7", "http://127.0.0.1:9/");
    set(&mut older, "TRANSACTIONTYPE", "3");
    let (address, _) = checkout(&running, "/payment", &older).await;
    pay(&address, CARD).await;
    assert_eq!(call(&running, 4, "R-7", &[]).await, known("R-7", "A"));
    assert_eq!(call(&running, 2, "R-7", &[]).await, known("R-7", "C"));
}
