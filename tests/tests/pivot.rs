//! Pivot's payment sessions: both engines on the same random inputs, a merchant's server that is given an access token, and
//! what may never be shown.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{HeaderMap, header};
use axum::routing::{get, post};
use faspay_cli::engine::{Context, Engine, Environment, Refusal, Value, Violation};
use faspay_spec::model::{Gateway, Operation};
use pivot_payment::auth::AccessToken;
use pivot_payment::session::{RetrieveSession, RetrieveSessionOptional};
use pivot_payment::submit::{Options, Submitter};
use pivot_payment::{Client, Clock, Credentials};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::{day, inputs};

const SECRET: &str = "canary-of-the-client-secret";
const CALLBACK_KEY: &str = "canary-of-the-callback-key";

/// Random inputs for each operation.
const INPUTS: u32 = 3_000;

/// Products as they may be given by name, sound and not.
const PRODUCTS: [&str; 5] = [
    r#"[{"type":"DIGITAL","quantity":1,"price":{"value":10000,"currency":"IDR"}}]"#,
    r#"[{"type":"PHYSICAL","name":"Tea","quantity":"2","price":{"value":"10000.00","currency":"IDR"}}]"#,
    r#"[{"type":"GIFT","quantity":1,"price":{"value":1.5,"currency":"JPY"},"colour":"red"}]"#,
    r#"[{"type":"SERVICE","quantity":1}]"#,
    "[]",
];

fn pivot() -> Gateway {
    let files = faspay_tables::files("pivot").expect("pivot is embedded");
    faspay_spec::load(&faspay_spec::Folder::of(files)).unwrap_or_else(|report| panic!("{report}"))
}

fn merchant() -> Vec<(String, Value)> {
    [
        ("merchant_id", "client-1"),
        ("merchant_secret", SECRET),
        ("callback_key", CALLBACK_KEY),
        ("session_cancel_url", "https://gateway.example.test/v2/payments"),
    ]
    .map(|(name, text)| (name.to_owned(), Value::Text(text.to_owned())))
    .to_vec()
}

/// What is compared: everything but the wording.
fn essence(violations: &[Violation]) -> Vec<(&str, &str, &str, &str, &str)> {
    violations
        .iter()
        .map(|v| (v.field.as_str(), v.rule.as_str(), v.limit.as_str(), v.actual.as_str(), v.source.as_str()))
        .collect()
}

#[test]
fn both_engines_agree_on_random_inputs() {
    let gateway = pivot();
    for operation in &gateway.operations {
        let mut rng = StdRng::seed_from_u64(0x5EED_0002);
        let (mut built, mut refused) = (0, 0);
        for _ in 0..INPUTS {
            if agree(&gateway, operation, &mut rng) {
                built += 1;
            } else {
                refused += 1;
            }
        }
        let takes_nothing = inputs::sound(&gateway, operation, &mut rng).is_empty();
        assert!(built > 20, "{}: only {built} inputs were sound enough to build", operation.id);
        assert!(refused > 100 || takes_nothing, "{}: only {refused} inputs were refused", operation.id);
    }
}

fn agree(gateway: &Gateway, operation: &Operation, rng: &mut StdRng) -> bool {
    let mut params = inputs::sound(gateway, operation, rng);
    // What a session has either this or that of is drawn, and so is most of what may be left out.
    let spared = *[0.0, 0.5, 0.9].choose(rng).unwrap();
    params.retain(|(name, _)| {
        let field = operation.fields.iter().find(|own| own.name == *name).unwrap();
        field.presence == faspay_spec::model::Presence::Mandatory && !name.contains('.') || !rng.random_bool(spared)
    });
    for (name, text) in &mut params {
        if name == "orderInformation.productDetails" {
            *text = (*PRODUCTS.choose(rng).unwrap()).to_owned();
        }
    }
    if operation.id == "session.create" && rng.random_bool(0.5) {
        params = simplest();
    }
    for _ in 0..*[0, 0, 1, 4, 8].choose(rng).unwrap() {
        let field = operation.fields.choose(rng).unwrap();
        params.retain(|(name, _)| *name != field.name);
        if rng.random_bool(0.75) {
            let text = inputs::variants(gateway, field).choose(rng).cloned().unwrap();
            params.push((field.name.clone(), text));
        }
    }
    let environment = if rng.random_bool(0.3) { Environment::Production } else { Environment::Sandbox };
    let merchant = merchant();
    let context = Context {
        environment: &environment,
        credentials: Some(&merchant),
        today: day(inputs::TODAY),
        fresh_key: Some("0123456789abcdef"),
    };
    let ours = Engine::Generated.validate(gateway, operation, &params, context).unwrap();
    let theirs = Engine::Interpreted.validate(gateway, operation, &params, context).unwrap();
    assert_eq!(essence(&ours), essence(&theirs), "{} {params:?}", operation.id);
    for shown in [format!("{ours:?}"), format!("{theirs:?}")] {
        assert!(!shown.contains(SECRET) && !shown.contains(CALLBACK_KEY), "{shown}");
    }
    let ours = Engine::Generated.build(gateway, operation, &params, context).unwrap();
    let theirs = Engine::Interpreted.build(gateway, operation, &params, context).unwrap();
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{} {params:?}", operation.id);
            let shown = format!("{:?} {}", ours.shown_headers, ours.shown_url);
            assert!(!shown.contains(SECRET), "{shown}");
            true
        }
        (Err(Refusal::Violations(ours)), Err(Refusal::Violations(theirs))) => {
            assert_eq!(essence(&ours), essence(&theirs), "{} {params:?}", operation.id);
            false
        }
        (ours, theirs) => panic!("{ours:?} against {theirs:?} for {} {params:?}", operation.id),
    }
}

/// The least that a session on the gateway's page needs.
fn simplest() -> Vec<(String, String)> {
    [
        ("clientReferenceId", "INV7"),
        ("amount.value", "10000"),
        ("amount.currency", "IDR"),
        ("paymentMethod.type", "CARD"),
        ("paymentMethodOptions.card.captureMethod", "automatic"),
        ("paymentMethodOptions.card.threeDsMethod", "CHALLENGE"),
        ("saveForFutureUse", "true"),
        ("redirectUrl.successReturnUrl", "https://shop.example.test/paid"),
        ("customer.email", "siti@example.test"),
        ("orderInformation.productDetails", PRODUCTS[0]),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec()
}

/// What `faspay_runtime` and the interpreter print has been compared; this is what a person has read.
#[test]
fn a_session_on_the_gateways_page_is_asked_for_as_the_table_says() {
    let gateway = pivot();
    let operation = gateway.operations.iter().find(|own| own.id == "session.create").unwrap();
    let merchant = merchant();
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&merchant),
        today: day(inputs::TODAY),
        fresh_key: Some("0123456789abcdef"),
    };
    let built = Engine::Generated.build(&gateway, operation, &simplest(), context).unwrap().unwrap();
    assert_eq!((built.method, built.url.as_str()), ("POST", "https://api-stg.pivot-payment.com/v2/payments"));
    let header = |name: &str| built.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    assert_eq!(header("X-REQUEST-ID"), Some("0123456789abcdef"));
    let body: serde_json::Value = serde_json::from_str(&built.body).unwrap();
    let expected = serde_json::json!({
        "clientReferenceId": "INV7",
        "amount": {"value": body["amount"]["value"], "currency": "IDR"},
        "paymentMethod": {"type": "CARD"},
        "paymentMethodOptions": {"card": {"captureMethod": "automatic", "threeDsMethod": "CHALLENGE"}},
        "saveForFutureUse": true,
        "redirectUrl": {"successReturnUrl": "https://shop.example.test/paid"},
        "customer": {"email": "siti@example.test"},
        "orderInformation": {"productDetails": body["orderInformation"]["productDetails"]},
    });
    assert_eq!(body, expected);
    assert!(built.body.contains(r#""value":10000.00,"#), "a number, with its decimals: {}", built.body);
}

#[tokio::test]
async fn a_servers_requests_carry_the_token_that_the_token_operation_got() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let (asked, retrieved) = (Arc::clone(&log), Arc::clone(&log));
    let text = |headers: &HeaderMap, name: &str| headers[name].to_str().unwrap().to_owned();
    let json = |body: &'static str| ([(header::CONTENT_TYPE, "application/json")], body);
    let token = move |headers: HeaderMap, body: String| async move {
        let (id, secret) = (text(&headers, "x-merchant-id"), text(&headers, "x-merchant-secret"));
        asked.lock().unwrap().push(format!("{id} {secret} {body}"));
        json(r#"{"code":"00","message":"Success","data":{"accessToken":"t1","expiresIn":"900","tokenType":"Bearer"}}"#)
    };
    let session = move |headers: HeaderMap| async move {
        retrieved.lock().unwrap().push(text(&headers, "authorization"));
        json(
            r#"{"code":"00","message":"Success","data":{"id":"S1","status":"PAID","clientReferenceId":"INV7","amount":{"value":10000,"currency":"IDR"}}}"#,
        )
    };
    let routes = Router::new().route("/v1/access-token", post(token)).route("/v2/payments/S1", get(session));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, routes).await });

    let credentials = Credentials::new().merchant_id("client-1").merchant_secret(SECRET).callback_key(CALLBACK_KEY);
    let shown = format!("{credentials:?}");
    assert!(!shown.contains(SECRET) && !shown.contains(CALLBACK_KEY), "{shown}");
    let environment = pivot_payment::Environment::local(&url).unwrap();
    let client = Client::new(environment, credentials.clone(), Clock::system());
    let gateway = Submitter::new(client, Options::default()).unwrap().with_tokens(AccessToken {});
    let request = RetrieveSession { id: "S1".into(), optional: RetrieveSessionOptional::default() };
    for _ in 0..2 {
        let reply = gateway.send(&request).await.unwrap();
        assert!(reply.verify(&credentials).is_ok(), "its connection vouches for it");
    }
    let token = format!(r#"client-1 {SECRET} {{"grantType":"client_credentials"}}"#);
    assert_eq!(*log.lock().unwrap(), [token, "Bearer t1".to_owned(), "Bearer t1".to_owned()]);
}
