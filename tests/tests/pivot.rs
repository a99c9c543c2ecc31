//! Pivot's payment sessions: what one is asked for with, and a merchant's server that is given an access token.

use std::sync::{Arc, LazyLock, Mutex};

use axum::Router;
use axum::http::{HeaderMap, header};
use axum::routing::{get, post};
use faspay_cli::engine::{Context, Engine, Environment, Received, Verdict};
use faspay_spec::engine::Through;
use faspay_spec::model::Gateway;
use pivot_payment::auth::AccessToken;
use pivot_payment::session::{RetrieveSession, RetrieveSessionOptional};
use pivot_payment::submit::{Options, Submitter};
use pivot_payment::{Client, Clock, Credentials};
use tests::{day, gateway, inputs, merchants};

const SECRET: &str = "canary-of-the-client-secret";
const CALLBACK_KEY: &str = "canary-of-the-callback-key";

const PRODUCTS: &str = r#"[{"type":"DIGITAL","quantity":1,"price":{"value":10000,"currency":"IDR"}}]"#;

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
        ("orderInformation.productDetails", PRODUCTS),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec()
}

/// What `faspay_runtime` and the interpreter print has been compared; this is what a person has read.
#[test]
fn a_session_on_the_gateways_page_is_asked_for_as_the_table_says() {
    let gateway = gateway("pivot");
    let operation = gateway.operations.iter().find(|own| own.id == "session.create").unwrap();
    let merchant = merchants::sample(&gateway);
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

/// The rules that a session breaks when these parameters are added to the least that one needs, in both engines.
fn broken(without: &[&str], with: &[(&str, &str)]) -> Vec<(String, String)> {
    let gateway = gateway("pivot");
    let operation = gateway.operations.iter().find(|own| own.id == "session.create").unwrap();
    let mut params = simplest();
    params.retain(|(name, _)| !without.iter().any(|part| name.starts_with(part)));
    params.extend(with.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let context =
        Context { environment: &Environment::Sandbox, credentials: None, today: day(inputs::TODAY), fresh_key: None };
    let [ours, theirs] = [Engine::Generated, Engine::Interpreted].map(|engine| {
        let found = engine.validate(&gateway, operation, &params, context).unwrap();
        found.into_iter().map(|one| (one.field, one.rule)).collect::<Vec<_>>()
    });
    assert_eq!(ours, theirs);
    ours
}

#[test]
fn a_session_that_is_paid_several_times_says_by_what() {
    let several = [("paymentType", "MULTIPLE"), ("mode", "API")];
    let without = ["paymentMethod", "saveForFutureUse"];
    let unsaid = ("paymentMethod.type".to_owned(), "multiple-by-qr-or-va".to_owned());
    assert_eq!(broken(&without, &several), [unsaid]);
    assert_eq!(broken(&without, &[several[0], several[1], ("paymentMethod.type", "VIRTUAL_ACCOUNT")]), []);
}

/// The codes of American Express have four digits, and it is among the brands.
#[test]
fn a_security_code_has_up_to_four_digits() {
    let with = |code| {
        let card = [("mode", "API"), ("paymentMethod.card.token", "t-1"), ("paymentMethod.card.cvc", code)];
        broken(&[], &card).into_iter().filter(|(field, _)| field == "paymentMethod.card.cvc").collect::<Vec<_>>()
    };
    assert_eq!((with("123"), with("1234")), (vec![], vec![]));
    assert_eq!(with("12345"), [("paymentMethod.card.cvc".to_owned(), "length".to_owned())]);
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

fn judge(engine: Engine, id: &str, body: &str, expect: Option<&[(String, String)]>) -> Verdict {
    static GATEWAY: LazyLock<Gateway> = LazyLock::new(|| gateway("pivot"));
    let gateway = &*GATEWAY;
    let inbound = gateway.inbound.iter().find(|own| own.id == id).unwrap();
    let through = if id == "callback" { Through::Server } else { Through::Reply };
    let credentials = merchants::sample(gateway);
    let received = Received {
        inbound,
        through,
        content_type: "application/json",
        headers: &[],
        body: body.as_bytes(),
        credentials: &credentials,
        expect,
    };
    engine.verify(gateway, received).unwrap()
}

/// The table of captures, older pages and samples spell some members in another way than we do; on the wire they may be either.
#[test]
fn members_are_read_under_every_documented_spelling_and_under_no_other() {
    let capture = |member: &str| format!(r#"{{"code":"00","message":"","data":{{{member}}}}}"#);
    let session = |member: &str| format!(r#"{{"code":"00","message":"","data":{{"customer":{{{member}}}}}}}"#);
    let failure = |member: &str| format!(r#"{{"code":"x","message":"","error":{{{member}}}}}"#);
    type Body<'a> = &'a dyn Fn(&str) -> String;
    let cases: [(&str, Body<'_>, [&str; 2], &str, &str); 5] = [
        (
            "session.capture-reply",
            &capture,
            ["paymentSessionClientReferenceId", "PaymentSessionClientReferenceId"],
            "data.paymentSessionClientReferenceId",
            r#""INV7""#,
        ),
        (
            "session.reply",
            &session,
            ["storedPaymentMethods", "storePaymentMethods"],
            "data.customer.storedPaymentMethods",
            r#"[{}]"#,
        ),
        ("session.reply", &session, ["surname", "sureName"], "data.customer.surname", r#""Nur""#),
        ("customer.reply", &capture, ["surname", "sureName"], "data.surname", r#""Nur""#),
        ("session.list-reply", &failure, ["traceId", "trace_id"], "error.traceId", r#""t1""#),
    ];
    for engine in [Engine::Generated, Engine::Interpreted] {
        for (id, body, keys, name, value) in &cases {
            for key in keys {
                let verdict = judge(engine, id, &body(&format!(r#""{key}":{value}"#)), None);
                let read = verdict.fields.iter().find(|(own, _)| own == name).map(|(_, text)| text.as_str());
                // A list may hold a token, so it isn't shown.
                let shown = if value.starts_with('[') { "***" } else { value.trim_matches('"') };
                assert_eq!(read, Some(shown), "{engine:?} {id} {key}");
                assert!(verdict.problems.iter().all(|own| own.rule != "unknown-key"), "{engine:?} {id} {key}");
            }
            let refused = |members: String| judge(engine, id, &body(&members), None).problems.remove(0).rule;
            assert_eq!(refused(format!(r#""{}":{value},"{}":{value}"#, keys[0], keys[1])), "duplicate-key");
            assert_eq!(refused(format!(r#""{}":{value}"#, keys[1].to_uppercase())), "key-case");
        }
    }
}

#[test]
fn a_number_from_a_json_encoder_settles_a_session() {
    let expect = [("data.clientReferenceId", "INV7"), ("data.amount.value", "10.50"), ("data.amount.currency", "USD")]
        .map(|(name, text)| (name.to_owned(), text.to_owned()));
    for engine in [Engine::Generated, Engine::Interpreted] {
        for (amount, trust) in
            [("10.5", "reconciled"), ("10.50", "reconciled"), ("10.500", "reconciled"), ("10.05", "verified")]
        {
            let body = format!(
                r#"{{"code":"00","message":"Success","data":{{"id":"S1","status":"PAID","clientReferenceId":"INV7","amount":{{"value":{amount},"currency":"USD"}}}}}}"#
            );
            assert_eq!(judge(engine, "session.reply", &body, Some(&expect)).trust, trust, "{engine:?} {amount}");
        }
    }
}

#[test]
fn what_was_captured_can_be_read_beside_what_was_asked_for() {
    use pivot_payment::session::SessionReply;
    let captured = |text: &str| {
        let body = format!(r#"{{"code":"00","message":"","data":{{"chargeDetails":[{{"capturedAmount":{text}}}]}}}}"#);
        let reply =
            <RetrieveSession as pivot_payment::ServerForm>::parse_reply("application/json", body.as_bytes()).unwrap();
        let reply: &SessionReply = reply.unverified();
        let mut charges = reply.data_charge_details().untrusted();
        charges.next().unwrap().captured_amount().map(str::to_owned)
    };
    assert_eq!(captured("6000"), Some("6000".to_owned()));
    assert_eq!(captured("\"6000.00\""), Some("6000.00".to_owned()));
    assert_eq!(captured("null"), None);
    assert_eq!(captured("{\"value\":6000}"), None, "nobody has documented that");
}
