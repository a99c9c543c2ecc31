//! Finpay end to end: a card is stored and pays with two clicks against the sandbox, and callbacks are believed only as they were
//! signed, by both engines.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::post;
use faspay_cli::engine::{Engine, Received, Verdict};
use faspay_sandbox::{Config, Running, Sandbox};
use faspay_spec::engine::{Heard, Through};
use faspay_spec::model::Gateway;
use finpay::card::{
    Cancel, CheckStatus, DeleteStoredCard, Initiate, InitiateCustomer, InitiateCustomerOptional, InitiateOrder,
    InitiateReply, InitiateSourceOfFunds, InitiateUrl, InitiateUrlOptional, OneClick, OneClickCard, OneClickCustomer,
    OneClickOrder, OneClickUrl, OneClickUrlOptional, Recurring, RecurringCustomer, RecurringCustomerOptional,
    RecurringOrder, RecurringRecurring, RecurringRecurringOptional, RecurringSourceOfFunds, RecurringUrl,
    RecurringUrlOptional, RetrieveStoredCard, StoreCard, StoreCardCustomer, StoreCardOrder, StoreCardUrl,
    StoreCardUrlOptional, TwoClick, TwoClickCard, TwoClickCustomer, TwoClickOrder, TwoClickUrl, TwoClickUrlOptional,
    Void,
};
use finpay::card_data::{
    ThreeDsInitiate, ThreeDsInitiateCustomer, ThreeDsInitiateOrder, ThreeDsInitiateUrl, ThreeDsInitiateUrlOptional,
};
use finpay::codes::{RecurringType, ResponseCode, SourceOfFundsType, Yes};
use finpay::lives::PAYMENT_STATE;
use finpay::submit::{Next, Options, SubmitError, Submitter};
use finpay::{
    Amount, Callback, Client, Clock, Credentials, Expected, JsonObject, Life, PaymentStatus, ReconciledCallback,
    Secret, ServerForm, Standing, Step,
};
use scraper::{Html, Selector};
use tests::{gateway, merchants, shop, shopper};
use tokio::sync::mpsc::{Receiver, Sender, channel};

const KEY: &str = "SoSecret123";
/// Not published by Finpay: computed with Python's hmac over the sample callback, compact and in its order.
const DIGEST: &str = "01ac4c964abc8b55ebb1555650ad36c0c1e5801578b3544df29a0e84b1ff4d09e90786f1710d541419afac8600022513da959c888276d43156ab1ed539447b1a";
const SAMPLE: &str = r#"{"customer":{"id":"hajar@yahoo.com"},"order":{"id":"1664255905824","reference":"16642559058241000000000","amount":1000,"currency":"IDR"},"card":{"mask":"512345xxxxxx0008","info":{"brand":"MASTERCARD","issuing":"BANCO DEL PICHINCHA CA","type":"CREDIT","subType":"STANDARD","country":"ECUADOR"}},"meta":{"data":null},"result":{"payment":{"amount":1000,"status":"CAPTURED","statusDesc":null}}}"#;

/// A merchant with a server for callbacks, and a sandbox.
struct Shop {
    gateway: Running,
    client: Client,
    http: reqwest::Client,
    url: String,
    callbacks: Receiver<Bytes>,
}

impl Shop {
    async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/callback", listener.local_addr().unwrap());
        let (sender, callbacks) = channel(16);
        let take = |State(sender): State<Sender<Bytes>>, body: Bytes| async move { drop(sender.send(body).await) };
        let router = Router::new().route("/callback", post(take)).with_state(sender);
        tokio::spawn(async move { axum::serve(listener, router).await });
        let gateway = Sandbox::start(Config::of(faspay_sandbox::Gateway::Finpay)).await.unwrap();
        let client = client(&gateway, KEY);
        Self { gateway, client, http: shopper::browser(), url, callbacks }
    }

    async fn send<R: ServerForm<Credentials = Credentials>>(
        &self,
        client: &Client,
        request: &R,
    ) -> finpay::Received<R::Reply> {
        shop::call(&self.http, client, request).await
    }

    async fn call<R: ServerForm<Credentials = Credentials>>(&self, request: &R) -> finpay::Received<R::Reply> {
        self.send(&self.client, request).await
    }

    /// The shopper opens the page that the reply names and types what it asks for: the names of the inputs.
    async fn pay(&self, reply: &finpay::Received<InitiateReply>) -> Vec<String> {
        let reply = reply.unverified();
        assert_eq!(reply.response_code().untrusted(), Some(ResponseCode::Success));
        let page = self.http.get(reply.redirecturl().untrusted().unwrap()).send().await.unwrap().text().await.unwrap();
        let (action, names) = {
            let page = Html::parse_document(&page);
            let select = |text: &str| Selector::parse(text).unwrap();
            let action = page.select(&select("form#card")).next().unwrap().attr("action").unwrap().to_owned();
            let inputs = select("form#card input[name]");
            (action, page.select(&inputs).map(|own| own.attr("name").unwrap().to_owned()).collect::<Vec<_>>())
        };
        let card = [("number", "5123450000000008"), ("expiry", "01/2039"), ("cvc", "100")];
        let typed: Vec<_> = card.into_iter().filter(|(name, _)| names.iter().any(|own| own == name)).collect();
        let paid = self.http.post(format!("{}{action}", self.gateway.url())).form(&typed).send().await.unwrap();
        assert!(paid.status().is_success());
        names
    }

    async fn callback(&mut self) -> Bytes {
        tokio::time::timeout(std::time::Duration::from_secs(10), self.callbacks.recv()).await.unwrap().unwrap()
    }

    async fn tokens(&self, customer: &str) -> Vec<String> {
        let url = format!("{}/_sandbox/cards?customer={customer}", self.gateway.url());
        let text = self.http.get(url).send().await.unwrap().text().await.unwrap();
        let cards: serde_json::Value = serde_json::from_str(&text).unwrap();
        let cards = cards["cards"].as_array().unwrap().iter();
        cards.map(|card| card["token"].as_str().unwrap().to_owned()).collect()
    }
}

fn client(gateway: &Running, key: &str) -> Client {
    let credentials = Credentials::new().merchant_id("FINPAY770").merchant_key(key);
    Client::new(finpay::Environment::local(&gateway.url()).unwrap(), credentials, Clock::system())
}

fn store_card(order: &str, callback: &str) -> StoreCard {
    StoreCard {
        order: StoreCardOrder { id: order.into(), amount: Amount::idr(25_000), optional: Default::default() },
        customer: StoreCardCustomer { id: "ann".into(), optional: Default::default() },
        url: StoreCardUrl {
            optional: StoreCardUrlOptional { callback_url: Some(callback.into()), ..Default::default() },
        },
        card: Default::default(),
        source_of_funds: Default::default(),
        optional: Default::default(),
    }
}

fn two_click(order: &str, token: &str, callback: &str) -> TwoClick {
    TwoClick {
        order: TwoClickOrder { id: order.into(), amount: Amount::idr(1_000), optional: Default::default() },
        customer: TwoClickCustomer { id: "ann".into(), optional: Default::default() },
        url: TwoClickUrl {
            optional: TwoClickUrlOptional { callback_url: Some(callback.into()), ..Default::default() },
        },
        card: TwoClickCard { token: Secret::from(token) },
        source_of_funds: Default::default(),
        optional: Default::default(),
    }
}

fn one_click(order: &str, token: &str, callback: &str) -> OneClick {
    OneClick {
        order: OneClickOrder { id: order.into(), amount: Amount::idr(7_000), optional: Default::default() },
        customer: OneClickCustomer { id: "ann".into(), optional: Default::default() },
        url: OneClickUrl {
            optional: OneClickUrlOptional { callback_url: Some(callback.into()), ..Default::default() },
        },
        card: OneClickCard { token: Secret::from(token) },
        source_of_funds: Default::default(),
    }
}

/// The members of its card are nobody's fact, and whatever they are they go out as they are.
fn three_ds(order: &str, callback: &str) -> ThreeDsInitiate {
    ThreeDsInitiate {
        order: ThreeDsInitiateOrder { id: order.into(), amount: Amount::idr(9_000), optional: Default::default() },
        customer: ThreeDsInitiateCustomer::default(),
        url: ThreeDsInitiateUrl {
            optional: ThreeDsInitiateUrlOptional { callback_url: Some(callback.into()), ..Default::default() },
        },
        card: Secret::from(r#"{"a": "secret-of-the-card", "b": {"c": [1, null]}}"#),
        device: JsonObject::parse(r#"{"d":"browser"}"#).unwrap(),
        optional: Default::default(),
    }
}

fn settled(shop: &Shop, body: &[u8], expected: &Expected) -> Result<PaymentStatus, String> {
    let callback = Callback::parse("application/json", body).map_err(|error| error.to_string())?;
    let verified = callback.verify(shop.client.credentials()).map_err(|error| error.to_string())?;
    Ok(verified.reconcile(expected).map_err(|error| error.to_string())?.status())
}

#[tokio::test]
async fn a_card_is_stored_and_pays_with_two_clicks() {
    let mut shop = Shop::open().await;
    let request = store_card("SAVE-1", &shop.url);
    let expected = shop.client.prepare(&request).unwrap().expected().unwrap();
    let reply = shop.call(&request).await;
    assert_eq!(shop.pay(&reply).await, ["number", "expiry", "cvc"]);
    let body = shop.callback().await;
    assert_eq!(settled(&shop, &body, &expected), Ok(PaymentStatus::Paid));

    let tokens = shop.tokens("ann").await;
    assert_eq!(tokens.len(), 1);
    assert!(tokens[0].len() == 64 && tokens[0].bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
    assert_eq!(shop.tokens("bob").await, [] as [&str; 0]);

    let request = two_click("PAY-1", &tokens[0], &shop.url);
    let expected = shop.client.prepare(&request).unwrap().expected().unwrap();
    let reply = shop.call(&request).await;
    assert_eq!(shop.pay(&reply).await, ["cvc"], "the security code and nothing else");
    let body = shop.callback().await;
    assert_eq!(settled(&shop, &body, &expected), Ok(PaymentStatus::Paid));

    // Forged ones get nowhere.
    let text = String::from_utf8(body.to_vec()).unwrap();
    for forged in [text.replace(":1000,", ":1,"), text.replace("CAPTURED", "FAILED"), text.replace("PAY-1", "PAY-2")] {
        assert_ne!(forged, text);
        assert!(settled(&shop, forged.as_bytes(), &expected).is_err(), "{forged}");
    }

    let status = shop.call(&CheckStatus { order_id: "PAY-1".into() }).await;
    let status = status.verify(shop.client.credentials()).unwrap().reconcile(&expected).unwrap();
    assert_eq!(status.status(), PaymentStatus::Paid);

    let delete = DeleteStoredCard { card_token: Secret::from(tokens[0].as_str()) };
    assert_eq!(shop.call(&delete).await.unverified().response_code().untrusted(), Some(ResponseCode::Success));
    let reply = shop.call(&two_click("PAY-3", &tokens[0], &shop.url)).await;
    assert_ne!(reply.unverified().response_code().untrusted(), Some(ResponseCode::Success), "the card is forgotten");
}

#[tokio::test]
async fn a_payment_on_finpays_page_and_a_recurring_one_are_told_of_and_a_paid_one_is_voided() {
    let mut shop = Shop::open().await;
    let request = Initiate {
        order: InitiateOrder { id: "PAGE-1".into(), amount: Amount::idr(7_000), optional: Default::default() },
        customer: InitiateCustomer {
            optional: InitiateCustomerOptional { mobile_phone: Some("+6281234567890".into()), ..Default::default() },
        },
        url: InitiateUrl {
            optional: InitiateUrlOptional { callback_url: Some(shop.url.clone()), ..Default::default() },
        },
        source_of_funds: InitiateSourceOfFunds { r#type: SourceOfFundsType::Card, optional: Default::default() },
        optional: Default::default(),
    };
    let expected = shop.client.prepare(&request).unwrap().expected().unwrap();
    let reply = shop.call(&request).await;
    shop.pay(&reply).await;
    let body = shop.callback().await;
    assert_eq!(settled(&shop, &body, &expected), Ok(PaymentStatus::Paid));
    let voided = shop.call(&Void { order_id: "PAGE-1".into() }).await;
    assert_eq!(voided.unverified().response_code().untrusted(), Some(ResponseCode::Success));

    let request = Recurring {
        order: RecurringOrder { id: "EACH-1".into(), amount: Amount::idr(9_000), optional: Default::default() },
        customer: RecurringCustomer {
            optional: RecurringCustomerOptional { mobile_phone: Some("+6281234567890".into()), ..Default::default() },
        },
        url: RecurringUrl {
            optional: RecurringUrlOptional { callback_url: Some(shop.url.clone()), ..Default::default() },
        },
        recurring: RecurringRecurring {
            optional: RecurringRecurringOptional {
                r#type: Some(RecurringType::TopUp),
                id: Some("R-1".into()),
                amount: Some(Amount::idr(9_000)),
                interval: Some(1),
                interval_unit: Some("monthly".into()),
                subscribe: Some(Yes::On),
                ..Default::default()
            },
        },
        source_of_funds: RecurringSourceOfFunds { r#type: SourceOfFundsType::Card, optional: Default::default() },
        optional: Default::default(),
    };
    let expected = shop.client.prepare(&request).unwrap().expected().unwrap();
    let reply = shop.call(&request).await;
    shop.pay(&reply).await;
    let body = shop.callback().await;
    assert_eq!(settled(&shop, &body, &expected), Ok(PaymentStatus::Paid));
}

/// No page tells its address: on another machine the merchant says it, and the sandbox has it under the endpoint's name.
#[tokio::test]
async fn the_list_of_stored_cards_is_asked_for_where_the_merchant_was_told() {
    let shop = Shop::open().await;
    let request = RetrieveStoredCard { customer_id: "ann".into() };
    let answer = shop.call(&request).await;
    assert_eq!(answer.unverified().response_code().untrusted(), Some(ResponseCode::Success));
    let elsewhere = finpay::Environment::Sandbox;
    let error = Client::new(elsewhere, shop.client.credentials().clone(), Clock::system()).server_request(&request);
    assert!(error.unwrap_err().to_string().contains("stored_card_list_url"));
}

#[tokio::test]
async fn a_stored_card_pays_with_one_click_and_its_answer_settles_nothing() {
    let mut shop = Shop::open().await;
    let reply = shop.call(&store_card("SAVE-1", &shop.url)).await;
    shop.pay(&reply).await;
    shop.callback().await;
    let token = shop.tokens("ann").await.remove(0);

    let request = one_click("ONE-1", &token, &shop.url);
    let expected = shop.client.prepare(&request).unwrap().expected().unwrap();
    let reply = shop.call(&request).await.verify(shop.client.credentials()).unwrap();
    assert_eq!(reply.response_code().untrusted(), Some(ResponseCode::Success));
    assert!(reply.reconcile(&expected).is_err(), "taken in isn't paid");
    let body = shop.callback().await;
    assert_eq!(settled(&shop, &body, &expected), Ok(PaymentStatus::Paid));
    let status = shop.call(&CheckStatus { order_id: "ONE-1".into() }).await;
    let status = status.verify(shop.client.credentials()).unwrap().reconcile(&expected).unwrap();
    assert_eq!(status.status(), PaymentStatus::Paid);

    // A second one with the same id, a stranger's token and one without a token charge nothing.
    let mut of_another = one_click("ONE-2", &token, &shop.url);
    of_another.customer.id = "bob".into();
    for refused in [request, one_click("ONE-3", &"0".repeat(64), &shop.url), of_another] {
        let reply = shop.call(&refused).await;
        assert_eq!(reply.unverified().response_code().untrusted(), None);
    }
    assert!(shop.client.prepare(&one_click("ONE-4", "", &shop.url)).is_err(), "no token, no request");
    let status = shop.call(&CheckStatus { order_id: "ONE-2".into() }).await;
    assert_eq!(status.unverified().response_code().untrusted(), Some(ResponseCode::NotFound));
}

#[tokio::test]
async fn three_ds_of_the_merchants_own_is_told_a_page_and_ends_there() {
    let shop = Shop::open().await;
    let request = three_ds("3DS-1", &shop.url);
    let expected = shop.client.prepare(&request).unwrap().expected().unwrap();
    let sent = shop.client.server_request(&request).unwrap();
    let body = String::from_utf8(sent.body().to_vec()).unwrap();
    assert!(body.contains(r#""card":{"a":"secret-of-the-card","b":{"c":[1,null]}},"#), "{body}");
    assert!(body.contains(r#""device":{"d":"browser"}"#), "{body}");
    assert!(!format!("{request:?}{sent:?}").contains("secret-of"));

    let reply = shop.call(&request).await;
    let reply = reply.verify(shop.client.credentials()).unwrap();
    assert_eq!(reply.response_code().untrusted(), Some(ResponseCode::Success));
    let page = reply.redirecturl().untrusted().unwrap().to_owned();
    let text = shop.http.get(&page).send().await.unwrap().text().await.unwrap();
    assert!(text.contains("3-D Secure") && !text.contains("<form"), "{text}");
    let id = page.rsplit('/').next().unwrap();
    let typed = [("number", "5123450000000008"), ("expiry", "01/2039"), ("cvc", "100")];
    let paid = shop.http.post(format!("{}/pay/{id}/card", shop.gateway.url())).form(&typed).send().await.unwrap();
    assert!(paid.text().await.unwrap().contains("leaves the order as it is"));
    let status = shop.call(&CheckStatus { order_id: "3DS-1".into() }).await;
    let status = status.verify(shop.client.credentials()).unwrap().reconcile(&expected).unwrap();
    assert_eq!(status.status(), PaymentStatus::Pending);
    let state = shop.http.get(format!("{}/_sandbox/state", shop.gateway.url())).send().await.unwrap();
    assert!(!state.text().await.unwrap().contains("secret-of"), "the card isn't kept");

    // What isn't an object is refused without being repeated.
    let mut wrong = three_ds("3DS-2", &shop.url);
    wrong.card = Secret::from("secret-of-the-card");
    let refusal = shop.client.prepare(&wrong).expect_err("a text isn't an object").to_string();
    assert!(refusal.contains("card") && !refusal.contains("secret-of"), "{refusal}");
}

#[tokio::test]
async fn refusals_have_the_codes_that_are_known() {
    let shop = Shop::open().await;
    let code = |reply: finpay::Received<finpay::card::PlainReply>| reply.unverified().response_code().untrusted();
    let stranger = client(&shop.gateway, "another");
    let cancel = |order: &str| Cancel { order_id: order.into() };
    let void = |order: &str| Void { order_id: order.into() };
    assert_eq!(code(shop.send(&stranger, &cancel("X")).await), Some(ResponseCode::Unauthorised));
    assert_eq!(code(shop.call(&cancel("X")).await), Some(ResponseCode::NotFound));
    shop.call(&store_card("O-1", &shop.url)).await;
    assert_eq!(code(shop.call(&void("O-1")).await), Some(ResponseCode::NotPermitted));
    assert_eq!(code(shop.call(&cancel("O-1")).await), Some(ResponseCode::Success));
    assert_eq!(code(shop.call(&cancel("O-1")).await), Some(ResponseCode::InvalidStatus));
    let again = shop.call(&store_card("O-1", &shop.url)).await;
    assert_eq!(again.unverified().response_code().untrusted(), None, "no page gives the code of a second order");
}

#[tokio::test]
async fn a_tester_sees_orders_has_callbacks_again_and_starts_afresh() {
    let mut shop = Shop::open().await;
    let own = shop.gateway.url();
    let http = shop.http.clone();
    let page = |path: &str| {
        let call = http.get(format!("{own}{path}"));
        async move { call.send().await.unwrap().text().await.unwrap() }
    };
    let control = |what: &str| {
        let call = http.post(format!("{own}/_sandbox/{what}"));
        async move { call.send().await.unwrap().status().as_u16() }
    };
    let reply = shop.call(&store_card("SEEN-1", &shop.url)).await;
    let front = page("/").await;
    assert!(front.contains("It plays finpay ") && front.contains(&format!("{own}/stored-card-list")), "{front}");
    let open = reply.unverified().redirecturl().untrusted().unwrap().strip_prefix(&*own).unwrap().to_owned();
    for shown in ["card.stored-card-initiate", "SEEN-1", "IDR 25000", "REQUEST_INITIATED", &open] {
        assert!(front.contains(shown), "{shown}: {front}");
    }
    assert_eq!(control("callbacks/SEEN-1/resend").await, 409, "nothing was told of it yet");
    assert_eq!(control("callbacks/SEEN-2/resend").await, 404);
    shop.pay(&reply).await;
    let first = shop.callback().await;
    assert_eq!(control("callbacks/SEEN-1/resend").await, 202);
    assert_eq!(shop.callback().await, first);
    let front = page("/").await;
    assert!(front.contains("CAPTURED") && !front.contains(&open) && !front.contains("SoSecret123"), "{front}");

    assert_eq!(control("reset").await, 200);
    assert!(!page("/").await.contains("SEEN-1"));
    assert_eq!(page("/_sandbox/state").await, r#"{"orders":[],"callbacks":[]}"#);
    assert_eq!(shop.tokens("ann").await, [] as [&str; 0]);
    let reply = shop.call(&store_card("SEEN-1", &shop.url)).await;
    assert_eq!(reply.unverified().response_code().untrusted(), Some(ResponseCode::Success), "its id is free");
}

#[tokio::test]
async fn what_finpay_refuses_is_refused_with_its_code_and_not_asked_for_ever() {
    let shop = Shop::open().await;
    let gateway = |key| Submitter::new(client(&shop.gateway, key), Options::default()).unwrap();
    let error = gateway(KEY).send(&CheckStatus { order_id: "NONE".into() }).await.err().unwrap();
    let SubmitError::Refused(refused) = &error else { panic!("{error}") };
    assert_eq!((refused.status, refused.code, refused.attempts), (404, Some("4041011"), 1));
    assert_eq!(refused.reply::<CheckStatus>().unwrap().response_code().untrusted(), Some(ResponseCode::NotFound));
    assert_eq!((error.next(), error.retry_is_safe()), (Next::Correct, true));
    // Where money or cards move, the gateway's own code makes it a refusal too.
    let error = gateway(KEY).send(&Cancel { order_id: "NONE".into() }).await.err().unwrap();
    assert!(matches!(&error, SubmitError::Refused(own) if own.code == Some("4041011")), "{error}");
    let error = gateway("another").send(&Cancel { order_id: "NONE".into() }).await.err().unwrap();
    assert!(matches!(&error, SubmitError::Refused(own) if own.code == Some("4011000")), "{error}");
    assert_eq!(error.next(), Next::CheckCredentials);
}

fn verdict(engine: Engine, gateway: &Gateway, body: &[u8]) -> Verdict {
    let inbound = gateway.inbound.iter().find(|own| own.id == "card.callback").unwrap();
    let credentials = merchants::sample(gateway);
    let received = Received {
        inbound,
        through: Through::Server,
        content_type: "application/json",
        headers: &[],
        body,
        credentials: &credentials,
        expect: None,
    };
    engine.verify(gateway, received).unwrap()
}

#[test]
fn a_callback_verifies_raw_and_as_php_writes_it_and_in_no_other_way() {
    let gateway = gateway("finpay");
    let signed = |text: &str, digest: &str| format!("{},\"signature\":\"{digest}\"}}", &text[..text.len() - 1]);
    let good = signed(SAMPLE, DIGEST);
    let php = SAMPLE.replace("PICHINCHA CA", "PICHINCHA/CA é 字");
    let escaped = php.replace('/', "\\/").replace('é', "\\u00e9").replace('字', "\\u5b57");
    let key = faspay_spec::engine::sign_json(&escaped, "signature", KEY).unwrap();
    let raw = faspay_spec::engine::sign_json(&php, "signature", KEY).unwrap();
    let digest_of_escaped = &key[key.len() - 130..key.len() - 2];
    for engine in [Engine::Generated, Engine::Interpreted] {
        let told = |body: &str| verdict(engine, &gateway, body.as_bytes()).signature;
        for body in [&good, &key, &raw, &signed(&php, digest_of_escaped)] {
            assert_eq!(told(body), "valid", "{body}");
        }
        assert_eq!(told(SAMPLE), "missing");
        let twice = good.replacen('{', "{\"signature\":\"\",", 1);
        assert_eq!(verdict(engine, &gateway, twice.as_bytes()).signature, "undefined");
        for at in 0..SAMPLE.len() - 1 {
            let mut body = good.clone().into_bytes();
            body[at] ^= 1;
            assert_ne!(verdict(engine, &gateway, &body).signature, "valid", "byte {at}");
        }
    }
}

/// A callback that is signed, with what was to be paid and what was paid.
fn callback_of(ordered: &str, paid: &str) -> String {
    let text = SAMPLE.replacen(r#""amount":1000,"currency""#, &format!(r#""amount":{ordered},"currency""#), 1);
    let text = text.replacen(r#""amount":1000,"status""#, &format!(r#"{paid}"status""#), 1);
    faspay_spec::engine::sign_json(&text, "signature", KEY).unwrap()
}

const UNDERPAID: &str = r#""amount":1000,"#;
const PAID_IN_FULL: &str = r#""amount":100000,"#;

#[test]
fn a_payment_of_another_amount_than_was_asked_is_none() {
    let credentials = || Credentials::new().merchant_id("FINPAY770").merchant_key(KEY);
    let expected = Expected::new("1664255905824", Amount::idr(100_000));
    let judge = |body: &str| {
        let callback = Callback::parse("application/json", body.as_bytes()).unwrap();
        match callback.verify(&credentials()).unwrap().reconcile(&expected) {
            Ok(reconciled) => Ok(reconciled.status()),
            Err(finpay::ReconcileError::Mismatch(list)) => {
                Err(list.into_iter().map(|own| (own.field, own.expected, own.actual)).collect::<Vec<_>>())
            }
            Err(error) => panic!("{error}"),
        }
    };
    let differs =
        |actual: &str| Err(vec![("result.payment.amount".to_owned(), "100000.00".to_owned(), actual.to_owned())]);
    assert_eq!(judge(&callback_of("100000", PAID_IN_FULL)), Ok(PaymentStatus::Paid));
    assert_eq!(judge(&callback_of("100000", UNDERPAID)), differs("1000"));
    assert_eq!(judge(&callback_of("100000", r#""amount":100001,"#)), differs("100001"));
    assert_eq!(judge(&callback_of("100000", r#""amount":"much","#)), differs("much"));
    // Where a message doesn't tell what was paid, what was to be paid is compared, as ever.
    assert_eq!(judge(&callback_of("100000", "")), Ok(PaymentStatus::Paid));
    assert_eq!(judge(&callback_of("100000", r#""amount":null,"#)), Ok(PaymentStatus::Paid));
}

#[test]
fn both_engines_compare_what_was_paid_in_callbacks_and_in_answers() {
    let gateway = gateway("finpay");
    let credentials = merchants::sample(&gateway);
    for (id, path) in [("card.callback", ""), ("card.status-reply", "data.")] {
        let inbound = gateway.inbound.iter().find(|own| own.id == id).unwrap();
        let through = if path.is_empty() { Through::Server } else { Through::Reply };
        let expect = [("order.id", "1664255905824"), ("order.amount", "100000"), ("order.currency", "IDR")];
        let expect = expect.map(|(name, text)| (format!("{path}{name}"), text.to_owned()));
        for engine in [Engine::Generated, Engine::Interpreted] {
            let judge = |paid: &str| {
                let mut body = callback_of("100000", paid);
                if !path.is_empty() {
                    let (data, _) = body.split_once(r#","signature""#).unwrap();
                    body = format!(
                        r#"{{"responseCode":"2000000","responseMessage":"","processingTime":1.5,"data":{data}}}}}"#
                    );
                }
                let received = Received {
                    inbound,
                    through,
                    content_type: "application/json",
                    headers: &[],
                    body: body.as_bytes(),
                    credentials: &credentials,
                    expect: Some(&expect),
                };
                let verdict = engine.verify(&gateway, received).unwrap();
                let differs = verdict.problems.into_iter().filter(|own| own.rule == "mismatch").map(|own| own.field);
                (verdict.trust, differs.collect::<Vec<_>>())
            };
            assert_eq!(judge(PAID_IN_FULL), ("reconciled", vec![]), "{engine:?} {id}");
            assert_eq!(judge(""), ("reconciled", vec![]), "{engine:?} {id}");
            let paid = format!("{path}result.payment.amount");
            assert_eq!(judge(UNDERPAID), ("verified", vec![paid]), "{engine:?} {id}");
        }
    }
}

/// A callback that took the whole road, from bytes to reconciled.
fn told(status: &str) -> ReconciledCallback {
    let text = SAMPLE.replacen("CAPTURED", status, 1);
    let body = faspay_spec::engine::sign_json(&text, "signature", KEY).unwrap();
    let credentials = Credentials::new().merchant_id("FINPAY770").merchant_key(KEY);
    let callback = Callback::parse("application/json", body.as_bytes()).unwrap();
    callback.verify(&credentials).unwrap().reconcile(&Expected::new("1664255905824", Amount::idr(1_000))).unwrap()
}

/// What both engines make of these news; they must agree at every step.
fn live(statuses: &[&str]) -> (Life, Vec<Step>) {
    let gateway = gateway("finpay");
    let (mut own, mut other) = (Life::new(&PAYMENT_STATE), Heard::nothing(&gateway, &gateway.lives[0]));
    let steps = statuses.iter().map(|status| {
        let told = told(status);
        let step = own.apply(&told.news());
        assert_eq!(step.id(), other.hear("card.callback", status), "{statuses:?}");
        step
    });
    let steps = steps.collect();
    let standing = match own.standing() {
        Standing::At(code) => vec![code],
        Standing::Conflicting(several) => several,
        _ => vec![],
    };
    assert_eq!(standing, other.last(), "{statuses:?}");
    (own, steps)
}

#[test]
fn a_late_capture_does_not_pay_again_what_was_given_back_or_cancelled() {
    for over in ["REFUNDED", "CANCELLED"] {
        for paid in ["CAPTURED", "PAID"] {
            let (life, steps) = live(&["REQUEST_INITIATED", over, paid]);
            assert_eq!(steps, [Step::Advanced, Step::Advanced, Step::Stale], "{over} {paid}");
            assert_eq!((life.outcome(), life.is_over()), (PaymentStatus::NotPaid, over == "REFUNDED"));
            let (life, steps) = live(&[paid, over, paid]);
            assert_eq!(steps, [Step::Advanced, Step::Advanced, Step::Duplicate], "{over} {paid}");
            assert_eq!(life.outcome(), PaymentStatus::NotPaid);
        }
    }
}

#[test]
fn a_payment_is_paid_once_and_what_contradicts_itself_is_asked_for() {
    let (life, steps) = live(&["CAPTURED", "PAID", "CAPTURED", "AUTHORIZED"]);
    assert_eq!(steps, [Step::Advanced, Step::Advanced, Step::Duplicate, Step::Stale]);
    assert_eq!(life.outcome(), PaymentStatus::Paid);
    for failed in ["EXPIRED", "FAILED", "FAILURE"] {
        let (life, steps) = live(&["PENDING", failed, "CAPTURED"]);
        assert_eq!(steps, [Step::Advanced, Step::Advanced, Step::Conflicting], "{failed}");
        assert!(life.needs_inquiry() && life.outcome() == PaymentStatus::Unknown, "{failed}");
    }
    let (life, steps) = live(&["PENDING", "SETTLED"]);
    assert_eq!((steps, life.needs_inquiry()), (vec![Step::Advanced, Step::Unknown], true));
}

#[test]
fn a_page_to_pay_on_is_read_under_either_documented_name() {
    let gateway = gateway("finpay");
    let inbound = gateway.inbound.iter().find(|own| own.id == "card.initiate-reply").unwrap();
    let credentials = merchants::sample(&gateway);
    let judge = |engine: Engine, more: &str| {
        let body = format!(r#"{{"responseCode":"2000000","responseMessage":"Success","processingTime":0.5{more}}}"#);
        let received = Received {
            inbound,
            through: Through::Reply,
            content_type: "application/json",
            headers: &[],
            body: body.as_bytes(),
            credentials: &credentials,
            expect: None,
        };
        let verdict = engine.verify(&gateway, received).unwrap();
        let page = verdict.fields.iter().find(|(name, _)| name == "redirecturl").map(|(_, text)| text.clone());
        (page, verdict.problems.into_iter().map(|own| own.rule).collect::<Vec<_>>())
    };
    for engine in [Engine::Generated, Engine::Interpreted] {
        for key in ["redirecturl", "redirectUrl"] {
            let page = Some("https://pay.example.test/1".to_owned());
            assert_eq!(judge(engine, &format!(r#","{key}":"https://pay.example.test/1""#)), (page, vec![]), "{key}");
        }
        assert_eq!(judge(engine, r#","redirectURL":"x""#), (None, vec!["key-case".to_owned()]));
        assert_eq!(judge(engine, r#","redirecturl":"x","redirectUrl":"x""#), (None, vec!["duplicate-key".to_owned()]));
    }
}
