//! What a gateway's server is answered: what its documents say when the news are kept, that a callback is judged with the headers that
//! it came with, and that a merchant who forgot a key lets it come again instead of taking it for forged.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::response::IntoResponse;
use faspay_cli::engine::{Engine, Received as Arrived};
use faspay_spec::engine::Through;
use pivot_payment::receiving::{Answer, Refused, receive, receive_with_headers};
use pivot_payment::{Callback, Credentials, VerifyError};
use tests::{gateway, merchants, messages};

const JSON: Option<&str> = Some("application/json");
const PIVOT: &str = r#"{"event":"PAYMENT.PAID","data":{"id":"s-1","clientReferenceId":"INV7","amount":{"value":10000,"currency":"IDR"},"status":"PAID"}}"#;
/// The digest isn't published: computed with Python's hmac over the sample callback, compact and in its order.
const FINPAY: &str = r#"{"customer":{"id":"hajar@yahoo.com"},"order":{"id":"1664255905824","reference":"16642559058241000000000","amount":1000,"currency":"IDR"},"card":{"mask":"512345xxxxxx0008","info":{"brand":"MASTERCARD","issuing":"BANCO DEL PICHINCHA CA","type":"CREDIT","subType":"STANDARD","country":"ECUADOR"}},"meta":{"data":null},"result":{"payment":{"amount":1000,"status":"CAPTURED","statusDesc":null}},"signature":"01ac4c964abc8b55ebb1555650ad36c0c1e5801578b3544df29a0e84b1ff4d09e90786f1710d541419afac8600022513da959c888276d43156ab1ed539447b1a"}"#;

fn key(key: &str) -> Credentials {
    Credentials::new().callback_key(key)
}

fn said(answer: &Answer) -> (u16, &str, &str) {
    let [(_, content_type), ..] = answer.headers();
    (answer.status(), content_type, answer.body())
}

#[test]
fn each_gateway_is_answered_what_its_documents_say() {
    let (status, content_type, body) = (200, "application/json", finpay::Callback::acknowledge());
    let body: serde_json::Value = serde_json::from_str(body.body()).unwrap();
    assert_eq!((body["responseCode"].as_str(), body["responseMessage"].as_str()), (Some("2000000"), Some("Success")));
    assert!(body["processingTime"].is_f64(), "{body}");
    let answer = finpay::Callback::acknowledge();
    assert_eq!((said(&answer).0, said(&answer).1), (status, content_type));
    assert_eq!(finpay::Received::<finpay::card::PaymentCallback>::acknowledge(), answer);
    // Status 200 is all that Pivot's pages ask for, and of Faspay's callbacks no page says anything.
    let text = (200, "text/plain; charset=utf-8", "");
    assert_eq!(said(&Callback::acknowledge()), text);
    assert_eq!(said(&faspay::Callback::acknowledge()), text);
    assert_eq!(said(&Answer::acknowledge_with_json("{}")), (200, "application/json", "{}"));
    let response = finpay::Callback::acknowledge().into_response();
    assert_eq!(response.headers()["content-type"], "application/json");
}

#[test]
fn a_callback_with_a_key_in_a_header_is_received_without_a_framework() {
    let credentials = key("cb-key-7");
    let own: [(&str, &[u8]); 2] = [("accept", b"*/*"), ("x-api-key", b"cb-key-7")];
    let verified = receive_with_headers::<Callback>(JSON, &own, PIVOT.as_bytes(), &credentials).unwrap();
    assert_eq!(verified.about_order(), Some("INV7"));
    let refused = |headers: &[(&str, &[u8])]| {
        receive_with_headers::<Callback>(JSON, headers, PIVOT.as_bytes(), &credentials).unwrap_err()
    };
    for headers in [&[][..], &[("x-api-key", b"cb-key-8".as_slice())], &[own[1], own[1]]] {
        assert_eq!(refused(headers), Refused::NotVouched(VerifyError::NotValid));
        assert_eq!(refused(headers).answer().status(), 400);
    }
    // Without headers nothing that a key vouches for is valid.
    assert!(receive::<Callback>(JSON, PIVOT.as_bytes(), &credentials).is_err());
}

#[test]
fn a_key_that_was_forgotten_is_named_and_the_callback_comes_again() {
    let given: [(&str, &[u8]); 1] = [("X-API-Key", b"cb-key-7")];
    let refused = receive_with_headers::<Callback>(JSON, &given, PIVOT.as_bytes(), &Credentials::new()).unwrap_err();
    assert_eq!(refused, Refused::NotVouched(VerifyError::NoCredential("callback_key")));
    assert!(refused.to_string().contains("callback_key"), "{refused}");
    // After 5xx Pivot sends it again, after 400 it doesn't.
    assert_eq!(refused.answer().status(), 503);
    // What doesn't even carry a key is a stranger's.
    let stranger = receive::<Callback>(JSON, PIVOT.as_bytes(), &Credentials::new()).unwrap_err();
    assert_eq!((&stranger, stranger.answer().status()), (&Refused::NotVouched(VerifyError::NotValid), 400));

    let merchant = finpay::Credentials::new().merchant_id("FINPAY770");
    let refused = receive::<finpay::Callback>(JSON, FINPAY.as_bytes(), &merchant).unwrap_err();
    assert_eq!(refused, Refused::NotVouched(VerifyError::NoCredential("merchant_key")));
    assert!(receive::<finpay::Callback>(JSON, FINPAY.as_bytes(), &merchant.merchant_key("SoSecret123")).is_ok());

    let form = messages::form(&messages::short("INV-7", "5000.00", "S"));
    let merchant = faspay::Credentials::new().merchantid("sophia_store");
    let content_type = Some("application/x-www-form-urlencoded");
    let refused = receive::<faspay::Callback>(content_type, &form, &merchant).unwrap_err();
    assert_eq!(refused, Refused::NotVouched(VerifyError::NoCredential("txn_password")));
    let refused = faspay::receiving::receive_return::<faspay::Return>(content_type, &form, &merchant).unwrap_err();
    assert_eq!(refused.answer().status(), 503);
}

#[tokio::test]
async fn the_extractor_says_the_same() {
    let request = || {
        let request = Request::builder().method("POST").header("content-type", "application/json");
        request.header("x-api-key", "cb-key-7").body(Body::from(PIVOT)).unwrap()
    };
    let extract = async |credentials: Credentials| {
        pivot_payment::axum::FromServer::<Callback>::from_request(request(), &Arc::new(credentials)).await
    };
    assert!(extract(key("cb-key-7")).await.is_ok());
    let status = async |credentials| extract(credentials).await.err().unwrap().into_response().status().as_u16();
    assert_eq!((status(key("")).await, status(key("cb-key-8")).await), (503, 400));
}

#[test]
fn both_engines_say_by_name_which_credential_is_wanting() {
    let gateway = gateway("pivot");
    let inbound = gateway.inbound.iter().find(|own| own.id == "callback").unwrap();
    let mut merchant = merchants::sample(&gateway);
    let headers = [("X-API-Key".to_owned(), "cb-key-7".to_owned())];
    merchant.retain(|(name, _)| name != "callback_key");
    for engine in [Engine::Generated, Engine::Interpreted] {
        let arrived = |headers| Arrived {
            inbound,
            through: Through::Server,
            content_type: "application/json",
            headers,
            body: PIVOT.as_bytes(),
            credentials: &merchant,
            expect: None,
        };
        let verdict = engine.verify(&gateway, arrived(&headers)).unwrap();
        assert_eq!((verdict.signature, verdict.trust), ("undefined", "received"), "{engine:?}");
        let told = verdict.problems.iter().find(|one| one.rule == "no-credential").unwrap();
        assert_eq!(told.field, "callback_key");
        let verdict = engine.verify(&gateway, arrived(&[])).unwrap();
        assert_eq!(verdict.signature, "missing");
        assert!(verdict.problems.iter().all(|one| one.rule != "no-credential"));
    }
}
