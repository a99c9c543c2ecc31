//! What Pivot refuses, and what the merchant's library makes of it: requests that come twice, tokens whose time is over, wrong secrets,
//! and cards that nobody can decrypt.

use pivot_payment::codes::{CaptureMethod, Mode, ThreeDsMethod};
use pivot_payment::customer::{RetrieveCustomer, RetrieveCustomerOptional};
use pivot_payment::session::{
    ConfirmSession, RetrieveSession, RetrieveSessionByReference, RetrieveSessionByReferenceOptional,
};
use pivot_payment::session::{RetrieveSessionOptional, SessionReply};
use pivot_payment::submit::{AfterAnswer, BeforeSending, Cause, Next, SubmitError};

use super::shop::{CHALLENGED, CVC, Shop, confirmation, encrypted, holds, id, session, submitter, unconfirmed};

/// The HTTP status of a refusal.
pub fn status_of<T>(result: Result<T, SubmitError>) -> u16 {
    match result.err().map(|error| error.cause()) {
        Some(Cause::AfterAnswer(AfterAnswer::Status { status })) => status,
        other => panic!("it wasn't refused: {other:?}"),
    }
}

/// What the last answer that the merchant's server got says.
fn last_answer(shop: &Shop) -> serde_json::Value {
    let log = shop.log.lock().unwrap();
    let (_, body) = log.last().unwrap().split_once('\n').unwrap();
    serde_json::from_str(body).unwrap()
}

#[tokio::test]
async fn the_same_request_twice_creates_one_session_and_another_one_under_its_id_none() {
    let shop = Shop::open().await;
    let mut request = session("TWICE", Mode::Redirect);
    request.optional.x_request_id = Some("0123456789abcdef".into());
    let first = shop.send(&request).await.unwrap();
    let second = shop.send(&request).await.unwrap();
    assert_eq!(id(&first), id(&second));
    let mut other = request.clone();
    other.client_reference_id = "OTHER".into();
    let error = shop.send(&other).await.err().unwrap();
    let advice = Next::Inquire("pivot.session.retrieve-by-reference");
    assert_eq!((error.next(), error.idempotency_key()), (advice, Some("0123456789abcdef")), "{error}");
    assert_eq!(status_of::<()>(Err(error)), 409);
    assert_eq!(last_answer(&shop)["code"], "idempotency_error");
    request.optional.x_request_id = None;
    assert_eq!(status_of(shop.send(&request).await), 409, "with another id it is another request for the same order");
    assert_eq!(last_answer(&shop)["code"], "duplicate_error");
    assert_eq!(shop.state().await["sessions"].as_array().unwrap().len(), 1);

    shop.control("clock", &[("today", "2026-11-22")]).await;
    let third = shop.send(&other).await.unwrap();
    assert_ne!(id(&first), id(&third), "after two days the id is free again");
}

#[tokio::test]
async fn two_of_the_same_request_at_once_create_one_session() {
    let shop = Shop::open().await;
    let mut request = unconfirmed("ATONCE");
    request.optional.x_request_id = Some("0123456789abcdef".into());
    let (first, second) = tokio::join!(shop.send(&request), shop.send(&request));
    assert_eq!(id(&first.unwrap()), id(&second.unwrap()));
}

#[tokio::test]
async fn after_a_token_has_ended_one_more_is_asked_for_and_the_request_succeeds() {
    let shop = Shop::open().await;
    let reply = shop.send(&session("T1", Mode::Redirect)).await.unwrap();
    shop.send(&session("T2", Mode::Redirect)).await.unwrap();
    assert_eq!(shop.count("POST /v1/access-token"), 1, "one token serves several requests");
    shop.control("expire-tokens", &[]).await;
    shop.retrieve(&id(&reply)).await;
    assert_eq!(shop.count("POST /v1/access-token"), 2);
    shop.control("expire-tokens", &[]).await;
    shop.send(&session("T3", Mode::Redirect)).await.unwrap();
    assert_eq!(shop.count("POST /v1/access-token"), 3);
    assert_eq!(shop.state().await["sessions"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn who_has_the_wrong_secret_learns_that_there_is_no_token_and_why() {
    let shop = Shop::open().await;
    let stranger = submitter(&shop.sandbox.url(), "not-the-secret");
    let error = stranger.send(&session("S1", Mode::Redirect)).await.err().unwrap();
    let Cause::BeforeSending(BeforeSending::Token(Some(cause))) = error.cause() else { panic!("{error:?}") };
    assert_eq!(status_of::<()>(Err(*cause)), 401);
    assert_eq!(error.next(), Next::CheckCredentials, "sending it again changes nothing");
    let told = error.to_string();
    assert!(told.contains("token") && told.contains("401"), "{told}");
    assert!(!format!("{told} {error:?}").contains("not-the-secret"));
    assert_eq!(shop.state().await["sessions"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn who_has_no_token_learns_nothing() {
    let shop = Shop::open().await;
    let reply = shop.send(&session("N1", Mode::Redirect)).await.unwrap();
    for token in [None, Some("Bearer "), Some("Bearer 0"), Some("Basic c2FuZGJveA==")] {
        let call = shop.browser.get(format!("{}/v2/payments/{}", shop.sandbox.url(), id(&reply)));
        let call = token.map_or(call.try_clone().unwrap(), |token| call.header("authorization", token));
        let answer = call.send().await.unwrap();
        assert_eq!(answer.status(), 401);
        let body: serde_json::Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        assert_eq!((&body["code"], body.get("data")), (&"credentials_invalid".into(), None));
    }
}

#[tokio::test]
async fn a_card_that_cannot_be_decrypted_is_refused_and_the_session_waits_on() {
    let shop = Shop::open().await;
    let elsewhere = Shop::open().await;
    let reply = shop.send(&unconfirmed("E1")).await.unwrap();
    let foreign = elsewhere.send(&unconfirmed("E1")).await.unwrap();
    let confirm = |own: &SessionReply| {
        let card = encrypted(own, CHALLENGED);
        confirmation(&id(&reply), card, CaptureMethod::Automatic, ThreeDsMethod::Never)
    };
    let wrong = confirm(foreign.unverified());
    let shown = format!("{wrong:?} {:?}", shop.gateway.client().prepare(&wrong).unwrap());
    assert!(!holds(&shown, CHALLENGED) && !holds(&shown, CVC), "{shown}");
    let error = shop.send(&wrong).await.err().unwrap();
    assert!(!format!("{error} {error:?}").contains(CHALLENGED));
    let SubmitError::Refused(refused) = &error else { panic!("{error}") };
    assert_eq!((refused.code, error.next()), (Some("api_validation_error"), Next::Correct));
    let told = refused.reply::<ConfirmSession>().unwrap();
    let details: Vec<_> = told.error_details().untrusted().collect();
    assert_eq!(details[0].field(), Some("paymentMethod.card.encryptedCard"));
    assert_eq!(status_of::<()>(Err(error)), 400);
    let answer = last_answer(&shop);
    assert_eq!(answer["code"], "api_validation_error");
    assert_eq!(answer["error"]["details"][0]["field"], "paymentMethod.card.encryptedCard");
    shop.send(&confirm(reply.unverified())).await.unwrap();
    assert_eq!(status_of(shop.send(&confirm(reply.unverified())).await), 422, "it is confirmed once");
}

#[tokio::test]
async fn what_the_tables_refuse_is_named_with_its_field() {
    let shop = Shop::open().await;
    shop.send(&session("V0", Mode::Redirect)).await.unwrap();
    let authorization = {
        let log = shop.log.lock().unwrap();
        let answer = log.iter().find(|own| own.contains("accessToken")).unwrap();
        let body: serde_json::Value = serde_json::from_str(answer.split_once('\n').unwrap().1).unwrap();
        assert_eq!(body["data"]["expiresIn"], "900", "a text");
        format!("Bearer {}", body["data"]["accessToken"].as_str().unwrap())
    };
    let send = |request_id: &'static str, body: &'static str| {
        let call = shop.browser.post(format!("{}/v2/payments", shop.sandbox.url())).body(body);
        let call = call.header("authorization", &authorization).header("content-type", "application/json");
        let call = if request_id.is_empty() { call } else { call.header("x-request-id", request_id) };
        async move {
            let answer = call.send().await.unwrap();
            assert_eq!(answer.status(), 400);
            let body: serde_json::Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
            assert_eq!(body["code"], "api_validation_error");
            assert!(body["error"]["traceId"].is_string() && body["error"]["type"] == "API_ERROR", "{body}");
            let details = body["error"]["details"].as_array().unwrap().clone();
            details.iter().map(|own| own["field"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        }
    };
    let fields = send("0123456789abcdef", r#"{"clientReferenceId":"V1","mode":"BOTH"}"#).await;
    for field in ["mode", "amount", "redirectUrl", "customer", "orderInformation"] {
        assert!(fields.iter().any(|own| own == field), "{field}: {fields:?}");
    }
    let sound = r#"{"clientReferenceId":"V2","amount":{"value":1000,"currency":"IDR"},"redirectUrl":{"successReturnUrl":"https://shop.example.test/"},"customer":{"email":"a@example.test"},"orderInformation":{"productDetails":[{"type":"DIGITAL","quantity":1,"price":{"value":1000,"currency":"IDR"}}]}}"#;
    assert_eq!(send("", sound).await, ["X-REQUEST-ID"]);
    assert_eq!(send("short", sound).await, ["X-REQUEST-ID"]);
}

#[tokio::test]
async fn what_is_not_there_is_missing() {
    let shop = Shop::open().await;
    let unknown = RetrieveSession { id: "1".into(), optional: RetrieveSessionOptional::default() };
    let error = shop.send(&unknown).await.err().unwrap();
    assert!(matches!(&error, SubmitError::Refused(own) if own.code == Some("resource_missing")), "{error}");
    assert_eq!((error.next(), error.attempts()), (Next::Correct, 1), "it isn't asked for ever");
    assert_eq!(status_of::<()>(Err(error)), 404);
    assert_eq!(last_answer(&shop)["code"], "resource_missing");
    let customer = RetrieveCustomer { customer_id: "1".into(), optional: RetrieveCustomerOptional::default() };
    assert_eq!(status_of(shop.send(&customer).await), 404);
    let mut request = session("M1", Mode::Redirect);
    request.optional.customer = None;
    request.optional.customer_id = Some("1".into());
    assert_eq!(status_of(shop.send(&request).await), 404);
    let by_reference = |order: &str| RetrieveSessionByReference {
        client_reference_id: order.into(),
        optional: RetrieveSessionByReferenceOptional::default(),
    };
    let none = shop.send(&by_reference("M1")).await.unwrap();
    assert_eq!(none.unverified().data().untrusted().count(), 0);
    let reply = shop.send(&session("M2", Mode::Redirect)).await.unwrap();
    let found = shop.send(&by_reference("M2")).await.unwrap();
    let found: Vec<_> = found.unverified().data().untrusted().collect();
    assert_eq!((found.len(), found[0].id(), found[0].client_reference_id()), (1, Some(&*id(&reply)), Some("M2")));
}
