//! What a tester can make the gateway do to everybody: refuse a merchant, block or decline cards, lose the bank, close the
//! payment window. The codes are those of the documented list.

mod support;

use faspay_sandbox::{Config, Running, Scenario};
use support::*;

const BACK: &str = "http://127.0.0.1:9/";

async fn playing(scenario: Scenario) -> Running {
    sandbox(Config { scenario, ..Config::default() }).await
}

/// Status, error code and `eui` of a payment that the shopper makes with a good card; the result is signed.
async fn paid(running: &Running, order: &str) -> (String, String, String) {
    let (address, _) = checkout(running, "/payment", &payment(order, BACK)).await;
    let (_, fields) = pay(&address, CARD).await.form("#return");
    let told = |key: &str| value(&fields, key).to_owned();
    assert_eq!(value(&fields, "SIGNATURE"), response_signature(order, value(&fields, "AMOUNT"), &told("TXN_STATUS")));
    (told("TXN_STATUS"), told("ERR_CODE"), told("EUI"))
}

#[tokio::test]
async fn every_merchants_error_is_told_to_browser_and_server() {
    for (scenario, code) in [
        (Scenario::MerchantSuspended, "5543"),
        (Scenario::IpNotAllowed, "5544"),
        (Scenario::MerchantMisconfigured, "5545"),
    ] {
        let running = playing(scenario).await;
        let page = post(&format!("{}/payment", running.url()), &payment("S-1", BACK)).await;
        assert_eq!(page.read("#err_code").as_deref(), Some(code), "{}", page.text);
        let (_, fields) = page.form("#return");
        assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "ERR_CODE")), ("E", code));
        let mut call = payment("S-1", BACK);
        set(&mut call, "TRANSACTIONTYPE", "4");
        call.retain(|(key, _)| {
            ["PAYMENT_METHOD", "TRANSACTIONTYPE", "MERCHANTID", "MERCHANT_TRANID", "AMOUNT", "SIGNATURE"]
                .contains(&&**key)
        });
        set(&mut call, "RESPONSE_TYPE", "3");
        sign(&mut call);
        let answer = post(&format!("{}/payment/api", running.url()), &call).await;
        assert!(answer.text.contains(&format!("ERR_CODE={code};")), "{}", answer.text);
        assert_eq!(state(&running).await["transactions"], serde_json::json!([]), "nothing is taken in");
    }
}

#[tokio::test]
async fn cards_are_blocked_declined_or_left_without_an_answer() {
    for (scenario, status, code) in [
        (Scenario::CardBlocked, "B", "5527"),
        (Scenario::CardDeclined, "F", "0"),
        (Scenario::NoBankAnswer, "RC", "5552"),
        (Scenario::WindowExpired, "E", "5634"),
    ] {
        let running = playing(scenario).await;
        let told = paid(&running, "S-2").await;
        assert_eq!(told, (status.to_owned(), code.to_owned(), "RTY".to_owned()), "{scenario}");
    }
}

#[tokio::test]
async fn a_payment_window_closes_with_its_day() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &payment("S-3", BACK)).await;
    let clock = [("today".to_owned(), "2022-03-11".to_owned())].to_vec();
    post(&format!("{}/_sandbox/clock", running.url()), &clock).await;
    let (_, fields) = pay(&address, CARD).await.form("#return");
    assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "ERR_CODE")), ("E", "5634"));
    assert_eq!(paid(&running, "S-4").await.0, "S", "a new window is open");
}

#[tokio::test]
async fn a_scenario_begins_and_ends_while_the_gateway_runs_and_outlives_a_reset() {
    let running = sandbox(Config::default()).await;
    let play = |name: &str| {
        let (url, fields) =
            (format!("{}/_sandbox/scenario", running.url()), vec![("scenario".to_owned(), name.to_owned())]);
        async move { post(&url, &fields).await }
    };
    assert_eq!(paid(&running, "S-5").await.0, "S");
    assert_eq!(play("card-declined").await.status, 200);
    post(&format!("{}/_sandbox/reset", running.url()), &Vec::new()).await;
    assert_eq!(paid(&running, "S-6").await.0, "F");
    assert_eq!(state(&running).await["scenario"], "card-declined");
    let front = get(&running.url()).await;
    assert!(front.text.contains("declines every card"), "{}", front.text);
    assert_eq!(play("none").await.status, 200);
    assert_eq!(paid(&running, "S-7").await.0, "S");
    let unknown = play("earthquake").await;
    assert_eq!(unknown.status, 400);
    assert!(unknown.text.contains("known are none, merchant-suspended"), "{}", unknown.text);
}
