//! The revamped card edition end to end: the generated crate pays, stores a card and asks over loopback, and reads what the sandbox
//! tells. And its callback under the spellings of both editions of the page, through the door and through both engines.

use faspay::cardpayment::{
    CardPayment, CardPaymentCapture, CardPaymentInquiry, CardPaymentResult, CardPaymentTokenPayment,
    CardPaymentTokenRegister, CardPaymentVoid,
};
use faspay::codes::{MpiStatus, TransactionType, TxnStatus};
use faspay::{
    Amount, Callback, Client, Clock, Credentials, Date, Environment, ReceiveError, Received, Return, ServerForm,
    VerifyError,
};
use faspay_cli::engine::{Engine, Received as Arrived};
use faspay_sandbox::{Config, Running, Sandbox};
use faspay_spec::engine::Through;
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::shop::{self, Bodies, told};
use tests::shopper::{CARD, browser, types};
use tests::{faspay, sample_merchant};

const FORM: &str = "application/x-www-form-urlencoded";

fn credentials() -> Credentials {
    Credentials::new().merchantid("sophia_store").txn_password("abcde")
}

async fn open() -> (Running, Client, Bodies) {
    let (url, bodies) = shop::open().await;
    let today = faspay_sandbox::Date::parse("2026-11-20");
    let gateway = Sandbox::start(Config { callback_url: Some(url), today, ..Config::default() }).await.unwrap();
    let environment = Environment::local(&gateway.url()).unwrap();
    let client = Client::new(environment, credentials(), Clock::fixed(Date::parse("2026-11-20").unwrap()));
    (gateway, client, bodies)
}

/// Posts a form as the shopper's browser and types something in.
async fn shopper<R>(gateway: &Running, client: &Client, request: &R, typed: &[(&str, &str)])
where
    R: faspay::BrowserForm<Credentials = Credentials>,
{
    let form = client.prepare(request).unwrap();
    types(&browser(), &gateway.url(), form.url(), &form.form_body(), typed).await;
}

async fn call<R: ServerForm<Credentials = Credentials>>(client: &Client, request: &R) -> Received<R::Reply> {
    shop::call(&browser(), client, request).await
}

fn payment(order: &str) -> CardPayment {
    CardPayment {
        merchant_tranid: order.into(),
        amount: Amount::idr(10_000),
        custname: "Sari é字".into(),
        custemail: "sari@example.test".into(),
        description: "Two coffees".into(),
        billing_address: "Jalan Braga 1".into(),
        optional: Default::default(),
    }
}

fn result(kind: &str, body: &[u8]) -> Received<CardPaymentResult> {
    match Callback::parse(kind, body) {
        Ok(Callback::CardPaymentResult(result)) => result,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_payment_is_told_of_asked_about_and_voided_and_proves_nothing() {
    let (gateway, client, bodies) = open().await;
    shopper(&gateway, &client, &payment("REV-1"), &CARD).await;
    let (kind, body) = told(&bodies, 1).await;
    let result = result(&kind, &body);
    let news = result.unverified();
    assert_eq!(news.merchant_tranid().untrusted(), Some("REV-1"));
    assert_eq!(news.txn_status().untrusted(), Some(TxnStatus::Sales));
    assert_eq!(news.transaction_type().untrusted(), Some(TransactionType::Sales));
    assert_eq!(news.amount().untrusted(), Some(Amount::idr(10_000)));
    assert_eq!(news.cust_name().untrusted(), Some("Sari é字"));
    let id = news.transaction_id().untrusted().unwrap().to_owned();
    assert_eq!(result.verify(&credentials()).err(), Some(VerifyError::Unsigned));

    let (merchant_tranid, amount) = ("REV-1".to_owned(), Amount::idr(10_000));
    let inquiry = CardPaymentInquiry { merchant_tranid: merchant_tranid.clone(), amount, optional: Default::default() };
    let reply = call(&client, &inquiry).await;
    assert_eq!(reply.unverified().tnx_status().untrusted(), Some(TxnStatus::Sales));
    assert_eq!(reply.verify(&credentials()).err(), Some(VerifyError::Unsigned));
    let capture = CardPaymentCapture { merchant_tranid: merchant_tranid.clone(), amount, optional: Default::default() };
    assert_eq!(call(&client, &capture).await.unverified().tnx_status().untrusted(), Some(TxnStatus::Errored));
    let optional = faspay::cardpayment::CardPaymentVoidOptional { transaction_id: Some(id) };
    let reply = call(&client, &CardPaymentVoid { merchant_tranid, amount, optional }).await;
    assert_eq!(reply.unverified().tnx_status().untrusted(), Some(TxnStatus::Voided));
    let (kind, body) = told(&bodies, 2).await;
    assert_eq!(self::result(&kind, &body).unverified().txn_status().untrusted(), Some(TxnStatus::Voided));
}

#[tokio::test]
async fn a_card_is_stored_and_pays_again() {
    let (gateway, client, bodies) = open().await;
    let CardPayment { merchant_tranid, amount, custname, custemail, description, billing_address, .. } =
        payment("REV-2");
    let register = CardPaymentTokenRegister {
        merchant_tranid,
        amount,
        custname: custname.clone(),
        custemail: custemail.clone(),
        description: description.clone(),
        billing_address: billing_address.clone(),
        optional: Default::default(),
    };
    shopper(&gateway, &client, &register, &CARD).await;
    let (kind, body) = told(&bodies, 1).await;
    let pymt_token = result(&kind, &body).unverified().pymt_token().untrusted().expect("a token");
    let again = CardPaymentTokenPayment {
        merchant_tranid: "REV-3".into(),
        amount,
        custname,
        custemail,
        description,
        billing_address,
        pymt_token,
        optional: Default::default(),
    };
    shopper(&gateway, &client, &again, &[("cvc", "100")]).await;
    let (kind, body) = told(&bodies, 2).await;
    assert_eq!(result(&kind, &body).unverified().txn_status().untrusted(), Some(TxnStatus::Sales));
}

/// The callback as each edition of the page spells it, as far as the rows are known.
const EDITIONS: [&str; 2] = [
    "MERCHANTID=sophia_store&MERCHANT_TRANID=R-1&PAYMENT_METOD=1&TRANSACTIONTYPE=1&TRANSACTIONID=T-9&TXN_STATUS=S&\
     CUST_NAME=Sari&DESCRIPTION=x&CURRENCYCODE=IDR&AMOUNT=10000.00&TRANDATE=20-11-2026+10:00:00",
    "MERCHANT_ID=sophia_store&MERCHANT_TRANID=R-1&PAYMENT_METHOD=1&TRANSACTION_TYPE=1&TRANSACTION_ID=T-9&TXN_STATUS=S",
];

#[test]
fn both_editions_of_the_callback_are_one_message() {
    for body in EDITIONS {
        for body in [body.to_owned(), body.replace("MERCHANT", "merchant").to_ascii_lowercase().replace("=s&", "=S&")] {
            let result = result(FORM, body.as_bytes());
            let news = result.unverified();
            assert_eq!(news.merchant_id().untrusted(), Some("sophia_store"), "{body}");
            assert!(news.transaction_id().untrusted().is_some_and(|id| id.eq_ignore_ascii_case("T-9")), "{body}");
            assert_eq!(news.transaction_type().untrusted(), Some(TransactionType::Sales), "{body}");
            assert!(news.payment_method().untrusted().is_some(), "{body}");
            assert!(matches!(Return::parse(FORM, body.as_bytes()), Ok(Return::CardPaymentResult(_))), "{body}");
        }
    }
}

#[test]
fn a_callback_that_holds_two_spellings_of_a_key_is_refused() {
    for (more, key) in [
        ("&MERCHANT_ID=sophia_store", "MERCHANT_ID"),
        ("&payment_method=1", "payment_method"),
        ("&TRANSACTION_TYPE=", "TRANSACTION_TYPE"),
        ("&a=b&TRANSACTION_ID=T-9&MERCHANT_ID=x", "TRANSACTION_ID"),
    ] {
        let body = format!("{}{more}", EDITIONS[0]);
        match Callback::parse(FORM, body.as_bytes()) {
            Err(error @ ReceiveError::DuplicateKey(_)) => assert_eq!(error.key(), Some(key)),
            other => panic!("{other:?} for {body}"),
        }
    }
}

/// The older messages share keys with the revamped one, `transactionid` and `merchantid` above all.
#[test]
fn older_callbacks_arrive_where_they_did() {
    let older = "PAYMENT_METHOD=1&MERCHANTID=m&MERCHANT_TRANID=1&ERR_CODE=0&TXN_STATUS=S&CUSTNAME=Ann&CURRENCYCODE=IDR&\
                 AMOUNT=1.00&SIGNATURE=0&TRANSACTIONID=1&TRANSACTIONTYPE=1";
    let arrives = |more: &str| Callback::parse(FORM, format!("{older}{more}").as_bytes()).unwrap();
    assert!(matches!(arrives(""), Callback::CardResult(_)));
    assert!(matches!(arrives("&PYMT_TOKEN=x"), Callback::TokenResult(_)));
    assert!(matches!(arrives("&RECURRING_TYPE=1"), Callback::RegisterResult(_)));
    assert!(matches!(arrives("&RECURRING_TYPE=2&MERCHANT_ID=99999"), Callback::UpdateCardResult(_)));
    // Both spellings stand for one field in the revamped message only.
    assert!(matches!(arrives("&MERCHANT_ID=99999"), Callback::CardResult(_)));
    let Callback::CardResult(result) = arrives("&MERCHANT_ID=99999&CUST_NAME=") else { panic!() };
    assert_eq!(result.unverified().transactiontype().untrusted(), Some(TransactionType::Sales));
    let open = Callback::parse(FORM, older.replace("TRANSACTIONTYPE=1", "TRANSACTIONTYPE=77").as_bytes()).unwrap();
    let Callback::CardResult(result) = open else { panic!() };
    let code = result.unverified().transactiontype().untrusted().unwrap();
    assert!(matches!(code, TransactionType::Unknown(_)));
    assert_eq!(code.as_str(), "77");
}

#[test]
fn both_engines_read_spellings_alike() {
    let gateway = faspay();
    let inbound = gateway.inbound.iter().find(|own| own.id == "cardpayment.result").unwrap();
    let keys: Vec<String> = inbound
        .fields
        .iter()
        .flat_map(|field| std::iter::once(&field.name).chain(field.aliases.iter().map(|alias| &alias.name)))
        .cloned()
        .chain(["custname", "eui", "unknown", "merchant_idd"].map(str::to_owned))
        .collect();
    assert!(inbound.fields.iter().filter(|field| !field.aliases.is_empty()).count() == 4);
    let merchant = sample_merchant();
    let mut rng = StdRng::seed_from_u64(0x5EED_0002);
    let (mut twice, mut read) = (0, 0);
    for _ in 0..20_000 {
        let count = rng.random_range(0..9);
        let mut chosen: Vec<String> = keys.sample(&mut rng, count).cloned().collect();
        chosen.shuffle(&mut rng);
        let pairs: Vec<String> = chosen
            .into_iter()
            .map(|key| {
                let key = match rng.random_range(0..40) {
                    0 => format!("{}{}", key[..1].to_ascii_uppercase(), &key[1..]),
                    1..20 => key.to_ascii_uppercase(),
                    _ => key,
                };
                let text = ["", "1", "S", "10000.00", "%zz", "a%20b", "sophia_store"];
                format!(
                    "{key}={}",
                    text.choose(&mut rng).filter(|text| **text != "%zz" || rng.random_bool(0.1)).unwrap_or(&"x")
                )
            })
            .collect();
        let body = pairs.join("&");
        let expect = [("merchant_id".to_owned(), "sophia_store".to_owned())];
        let arrived = Arrived {
            inbound,
            through: Through::Server,
            content_type: FORM,
            headers: &[],
            body: body.as_bytes(),
            credentials: &merchant,
            expect: rng.random_bool(0.5).then_some(&expect[..]),
        };
        let ours = Engine::Generated.verify(&gateway, arrived).unwrap();
        let theirs = Engine::Interpreted.verify(&gateway, arrived).unwrap();
        let essence = |verdict: &faspay_cli::engine::Verdict| {
            let problems: Vec<_> = verdict.problems.iter().map(|p| (p.field.clone(), p.rule.clone())).collect();
            (verdict.signature, verdict.trust, verdict.unsigned.clone(), problems, verdict.fields.clone())
        };
        assert_eq!(essence(&ours), essence(&theirs), "{body}");
        assert_eq!((ours.signature, ours.trust), ("undefined", "received"), "{body}");
        twice += u32::from(ours.problems.iter().any(|problem| problem.rule == "duplicate-key"));
        read += u32::from(!ours.fields.is_empty());
    }
    assert!(twice > 1_000 && read > 5_000, "{twice} refused, {read} read");
}

/// The published formula, with the merchant of the page's example.
#[test]
fn the_documented_example_signs_as_its_formula_says() {
    let credentials = Credentials::new().merchantid("MPGS_PURCHASE").txn_password("ABCDE");
    let client = Client::new(Environment::Sandbox, credentials, Clock::system());
    let prepared = client.prepare(&payment("TKN106")).unwrap();
    let signature = prepared.fields().iter().find(|field| field.name == "signature").unwrap();
    assert_eq!(signature.value, "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0=");
    assert_eq!(prepared.url(), "https://cardpayment-sandbox.faspay.co.id/payment");
    let encoded = String::from_utf8(prepared.form_body().to_vec()).unwrap();
    assert!(encoded.ends_with("&signature=BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ%2FqoNYE8APN0%3D"), "{encoded}");
    let mut direct = Vec::new();
    client.encode(&payment("TKN106"), &mut direct).unwrap();
    assert_eq!(String::from_utf8(direct).unwrap(), encoded);
}

#[test]
fn production_goes_where_the_merchant_was_told() {
    let build = |credentials: Credentials| {
        let client = Client::new(Environment::Production, credentials, Clock::system());
        client.prepare(&payment("R-1")).map(|prepared| prepared.url().to_owned()).map_err(|error| error.to_string())
    };
    let refused = build(credentials()).unwrap_err();
    assert!(refused.contains("cardpayment_url") && refused.contains("portal"), "{refused}");
    let told = "https://pay.example.test/v2/payment";
    assert_eq!(build(credentials().cardpayment_url(told)).as_deref(), Ok(told));
    assert!(build(credentials().cardpayment_url("http://pay.example.test/")).is_err());
    assert!(build(credentials().cardpayment_api_url(told)).is_err(), "each endpoint has an address of its own");
}

#[test]
fn a_list_that_no_message_has_is_there_all_the_same() {
    assert_eq!(MpiStatus::Completed.as_str(), "4");
}
