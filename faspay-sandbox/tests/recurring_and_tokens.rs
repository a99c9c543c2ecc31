//! Members for recurring charges and stored cards.

mod support;

use faspay_sandbox::{Account, Config, Gateway};
use support::*;

const BACK: &str = "http://127.0.0.1:9/member";

#[tokio::test]
async fn a_member_is_registered_once_the_first_payment_is_approved() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(Config { callback_url: Some(shop.url.clone()), ..Config::default() }).await;
    let (address, page) = checkout(&running, "/recurring", &recurring("1", "C-1", "gold-7", BACK)).await;
    assert!(page.text.contains("gold-7"));
    assert_eq!(state(&running).await["members"].as_array().map(Vec::len), Some(0), "not before");

    let (action, fields) = pay(&address, CARD).await.form("#return");
    assert_eq!(action, BACK);
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("C-1", "5000.00", "S"));
    for (key, text) in [
        ("TXN_STATUS", "S"),
        ("PAYMENT_METHOD", "3"),
        ("recurring_type", "1"),
        ("member_id", "gold-7"),
        ("process_date", "20,21"),
        ("recurring_start_date", "2022-03-10"),
        ("recurring_status", "1"),
    ] {
        assert_eq!(value(&fields, key), text, "{key} in {fields:?}");
    }
    assert_eq!(shop.callback().await, fields);
    let member = &state(&running).await["members"][0];
    assert_eq!((&member["member_id"], &member["card"]), (&"gold-7".into(), &"44XXXXXXXXXX0010".into()));
    assert_eq!(member["schedule"]["recurring_end_date"], "2022-07-10");
}

#[tokio::test]
async fn a_declined_or_cancelled_registration_registers_nobody() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/recurring", &recurring("1", "C-2", "gold-8", BACK)).await;
    let (_, fields) = pay(&address, "4111111111111111").await.form("#return");
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("C-2", "5000.00", "F"));
    let (address, _) = checkout(&running, "/recurring", &recurring("1", "C-3", "gold-8", BACK)).await;
    cancel(&address).await;
    assert_eq!(state(&running).await["members"].as_array().map(Vec::len), Some(0));
}

#[tokio::test]
async fn a_members_card_is_replaced_and_an_unknown_members_is_not() {
    let running = sandbox(Config::default()).await;
    let url = format!("{}/recurring", running.url());
    let page = post(&url, &recurring("2", "C-4", "gold-9", BACK)).await;
    assert_eq!((page.status, page.read("#err_code").as_deref()), (400, Some("5513")));
    assert_eq!(page.problem_fields(), ["member_id"]);
    let (_, fields) = page.form("#return");
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("C-4", "5000.00", "E"));

    let (address, _) = checkout(&running, "/recurring", &recurring("1", "C-5", "gold-9", BACK)).await;
    pay(&address, CARD).await;
    let (address, _) = checkout(&running, "/recurring", &recurring("2", "C-6", "gold-9", BACK)).await;
    let (_, fields) = pay(&address, OTHER_CARD).await.form("#return");
    assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "recurring_type")), ("S", "2"));
    let state = state(&running).await;
    assert_eq!(state["members"].as_array().map(Vec::len), Some(1));
    assert_eq!(state["members"][0]["card"], "51XXXXXXXXXX0008");
}

#[tokio::test]
async fn either_wrong_signature_of_a_registration_is_refused() {
    let running = sandbox(Config::default()).await;
    for key in ["SIGNATURE", "recurring_signature"] {
        let mut form = recurring("1", "C-7", "gold-10", BACK);
        set(&mut form, key, &"a".repeat(40));
        let page = post(&format!("{}/recurring", running.url()), &form).await;
        assert_eq!(page.read("#err_code").as_deref(), Some("5567"), "{key}");
        assert_eq!(page.problem_fields(), [key.to_ascii_lowercase()]);
    }
}

#[tokio::test]
async fn rules_across_fields_and_the_day_are_checked() {
    let running = sandbox(Config::default()).await;
    let url = format!("{}/recurring", running.url());
    let form = recurring("1", "C-8", "gold-11", BACK);
    let clock = format!("{}/_sandbox/clock", running.url());
    assert_eq!(post(&clock, &vec![("today".into(), "2022-03-11".into())]).await.status, 200);
    let page = post(&url, &form).await;
    assert_eq!(page.problem_fields(), ["recurring_start_date"], "{}", page.text);

    assert_eq!(post(&clock, &vec![("today".into(), "2022-03-10".into())]).await.status, 200);
    let mut accumulated = form.clone();
    set(&mut accumulated, "recurring_accumulate_at", "1");
    assert_eq!(post(&url, &accumulated).await.status, 400, "two days with accumulation");
    checkout(&running, "/recurring", &form).await;
    assert_eq!(post(&clock, &vec![("today".into(), "2022-02-30".into())]).await.status, 400);
}

fn token_form(order: &str, criteria: &str, token: &str) -> Pairs {
    let mut form = payment(order, BACK);
    set(&mut form, "PYMT_IND", "tokenization");
    set(&mut form, "PYMT_CRITERIA", criteria);
    if !token.is_empty() {
        set(&mut form, "PYMT_TOKEN", token);
    }
    form
}

#[tokio::test]
async fn a_registered_card_pays_again_by_its_token_and_its_code() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &token_form("D-1", "registration", "")).await;
    let (_, fields) = pay(&address, CARD).await.form("#return");
    let token = value(&fields, "PYMT_TOKEN").to_owned();
    assert_eq!(token.len(), 36);
    assert_eq!(token, token.to_ascii_uppercase());
    let reported = state(&running).await;
    assert_eq!(reported["tokens"], 1);
    assert!(!reported.to_string().contains(&token), "the token is for the merchant only");

    let (address, page) = checkout(&running, "/payment", &token_form("D-2", "payment", &token)).await;
    assert_eq!(page.read("#stored").as_deref(), Some("44XXXXXXXXXX0010"));
    assert_eq!(page.read("#number"), None, "the number is not asked again");
    assert!(!page.text.contains(&token));
    let back = post(&format!("{address}/card"), &vec![("cvc".into(), "100".into())]).await;
    let (_, fields) = back.form("#return");
    assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "CARD_NO_PARTIAL")), ("S", "44XXXXXXXXXX0010"));

    let (address, _) = checkout(&running, "/payment", &token_form("D-3", "payment", &token)).await;
    let back = post(&format!("{address}/card"), &vec![("cvc".into(), "101".into())]).await;
    assert_eq!(value(&back.form("#return").1, "TXN_STATUS"), "F");
}

#[tokio::test]
async fn a_declined_registration_issues_no_token() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &token_form("D-4", "registration", "")).await;
    let (_, fields) = pay(&address, "4111111111111111").await.form("#return");
    assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "PYMT_TOKEN")), ("F", ""));
    assert_eq!(state(&running).await["tokens"], 0);
}

#[tokio::test]
async fn another_merchants_token_is_an_unknown_one() {
    let second = Account::new([("merchantid", "second_store"), ("txn_password", "fghij")]);
    let running =
        sandbox(Config { accounts: vec![Account::sample_of(Gateway::Faspay), second], ..Config::default() }).await;
    let (address, _) = checkout(&running, "/payment", &token_form("D-6", "registration", "")).await;
    let (_, fields) = pay(&address, CARD).await.form("#return");
    let mut form = without(token_form("D-7", "payment", value(&fields, "PYMT_TOKEN")), "TXN_PASSWORD");
    set(&mut form, "MERCHANTID", "second_store");
    set(&mut form, "SIGNATURE", &sha1_hex("##SECOND_STORE##FGHIJ##D-7##10000.00##0##"));
    let page = post(&format!("{}/payment", running.url()), &form).await;
    assert_eq!(page.read("#err_code").as_deref(), Some("6200"), "{}", page.text);
}

#[tokio::test]
async fn a_known_currency_that_the_operation_does_not_take_is_not_configured() {
    let running = sandbox(Config::default()).await;
    for (currency, code) in [("USD", "5576"), ("XXX", "5620")] {
        let mut form = recurring("1", "C-9", "gold-12", BACK);
        set(&mut form, "CURRENCYCODE", currency);
        let page = post(&format!("{}/recurring", running.url()), &form).await;
        assert_eq!(page.read("#err_code").as_deref(), Some(code), "{currency}: {}", page.text);
    }
}

#[tokio::test]
async fn an_unknown_or_missing_token_is_refused() {
    let running = sandbox(Config::default()).await;
    let url = format!("{}/payment", running.url());
    for (token, code) in [("", "6201"), ("47271385-94F5-410A-9890-09CBB77F2A66", "6200")] {
        let page = post(&url, &token_form("D-5", "payment", token)).await;
        assert_eq!(page.read("#err_code").as_deref(), Some(code));
        assert_eq!(page.problem_fields(), ["pymt_token"]);
    }
}
