//! The shop against the local gateway, end to end: a shopper buys with a documented test card, the gateway tells, the shop asks,
//! captures and gives back. Everything is on free loopback ports; every wait has an end.

use std::net::SocketAddr;
use std::time::Duration;

use faspay::codes::TxnStatus;
use faspay::submit::{Options, Submitter};
use faspay::{Amount, Client, Clock, Credentials, Environment, PaymentStatus, SignedCase, Standing};
use faspay_sandbox::{Config, Running, Sandbox};
use reqwest::{Response, StatusCode, header};
use scraper::{Html, Selector};
use shop::{Order, Shop};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Documented test card (before-live/account-testing).
const CARD: [(&str, &str); 3] = [("number", "4440000009900010"), ("expiry", "01/2039"), ("cvc", "100")];

struct Street {
    url: String,
    shop: Shop,
    gateway: Running,
    server: JoinHandle<()>,
}

/// The shop and the gateway. `shown`: whether the shop's credentials count as seen by shoppers.
async fn open(send_password: bool) -> Street {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let config = Config { callback_url: Some(format!("{url}/callback")), ..Config::default() };
    let gateway = Sandbox::start(config).await.unwrap();
    let credentials = Credentials::new()
        .merchantid("sophia_store")
        .txn_password("abcde")
        .send_txn_password(send_password)
        .merchant_tranid_case(SignedCase::Upper);
    let client = Client::new(Environment::local(&gateway.url()).unwrap(), credentials, Clock::system());
    let shop = Shop::new(&url, Submitter::new(client, Options::default()).unwrap());
    let routes = shop.clone().routes().into_make_service_with_connect_info::<SocketAddr>();
    let server = tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    Street { url, shop, gateway, server }
}

impl Street {
    async fn close(self) {
        self.gateway.shutdown().await;
        self.server.abort();
    }

    /// The order once it is as wanted; the gateway's callback takes its time.
    async fn until(&self, id: &str, wanted: impl Fn(&Order) -> bool) -> Order {
        for _ in 0..500 {
            let order = self.shop.orders().get(id).unwrap();
            if wanted(&order) {
                return order;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("never came to be: {:?}", self.shop.orders().get(id));
    }

    /// How many callbacks of the gateway the shop has acknowledged.
    async fn acknowledged(&self, browser: &Browser, wanted: usize) {
        for _ in 0..500 {
            let state = browser.get(&format!("{}/_sandbox/state", self.gateway.url())).await.text().await.unwrap();
            if state.matches("acknowledged").count() >= wanted {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{wanted} callbacks were never acknowledged");
    }
}

/// A shopper's browser, with the one cookie that this shop sets.
struct Browser {
    client: reqwest::Client,
    cookie: String,
}

impl Browser {
    fn new() -> Self {
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(20))
            .build()
            .unwrap();
        Self { client, cookie: String::new() }
    }

    async fn get(&self, url: &str) -> Response {
        self.client.get(url).header(header::COOKIE, &self.cookie).send().await.unwrap()
    }

    /// Posts to the shop, as a page of the shop does.
    async fn post(&self, url: &str, fields: &[(String, String)], origin: &str) -> Response {
        let post = self.client.post(url).header(header::COOKIE, &self.cookie).header(header::ORIGIN, origin);
        post.form(fields).send().await.unwrap()
    }

    /// Posts to the gateway, without the shop's cookie.
    async fn post_away(&self, url: &str, fields: &[(String, String)]) -> Response {
        self.client.post(url).form(fields).send().await.unwrap()
    }

    /// The checkout's token, from the front page.
    async fn visit(&mut self, street: &Street) -> String {
        let front = self.get(&street.url).await;
        let cookie = front.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        self.cookie = cookie.split(';').next().unwrap().to_owned();
        let (_, fields) = form(&front.text().await.unwrap(), "form#checkout");
        fields.into_iter().find(|(name, _)| name == "token").unwrap().1
    }

    /// Buys and pays; the id of the order.
    async fn buy(&mut self, street: &Street) -> String {
        let token = self.visit(street).await;
        let page = self.post(&format!("{}/checkout", street.url), &buyer(&token), &street.url).await;
        assert_eq!(page.status(), StatusCode::OK);
        let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains(&format!("form-action {}", street.gateway.url())), "{policy}");
        let (action, fields) = form(&page.text().await.unwrap(), "form");
        let id = text(&fields, "MERCHANT_TRANID");
        let answer = self.post_away(&action, &fields).await;
        let place = format!("{}{}", street.gateway.url(), answer.headers()[header::LOCATION].to_str().unwrap());
        let shown = self.client.get(&place).send().await.unwrap();
        let (pay, mut fields) = form(&shown.text().await.unwrap(), "form#card");
        fields.extend(CARD.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let answer = self.post_away(&format!("{}{pay}", street.gateway.url()), &fields).await;
        let (back, fields) = form(&answer.text().await.unwrap(), "form#return");
        let back = self.post_away(&back, &fields).await;
        assert_eq!(back.status(), StatusCode::OK);
        assert!(back.text().await.unwrap().contains(&format!("/orders/{id}")));
        id
    }

    /// Presses a button of the order's page.
    async fn press(&self, street: &Street, id: &str, button: &str, rupiah: u64) -> StatusCode {
        let page = self.get(&format!("{}/orders/{id}", street.url)).await.text().await.unwrap();
        let (action, mut fields) = form(&page, &format!("form#{button}"));
        fields.retain(|(name, _)| name != "rupiah");
        fields.push(("rupiah".to_owned(), rupiah.to_string()));
        self.post(&format!("{}{action}", street.url), &fields, &street.url).await.status()
    }
}

fn buyer(token: &str) -> Vec<(String, String)> {
    [("token", token), ("name", "Siti"), ("email", "siti@example.com")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}

fn text(fields: &[(String, String)], name: &str) -> String {
    fields.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no {name} in {fields:?}")).1.clone()
}

/// Action and fields of a page's form.
fn form(page: &str, selector: &str) -> (String, Vec<(String, String)>) {
    let page = Html::parse_document(page);
    let input = Selector::parse("input[type=hidden]").unwrap();
    let form = page.select(&Selector::parse(selector).unwrap()).next().expect("the page has the form");
    let attribute = |element: scraper::ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();
    let fields = form.select(&input).map(|input| (attribute(input, "name"), attribute(input, "value"))).collect();
    (attribute(form, "action"), fields)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shopper_buys_and_the_shop_captures_and_gives_back() {
    let street = open(false).await;
    let mut browser = Browser::new();
    let id = browser.buy(&street).await;

    // The return led to an inquiry; the callback says the same, before or after.
    street.acknowledged(&browser, 1).await;
    let order = street.shop.orders().get(&id).unwrap();
    assert_eq!(order.life.standing(), Standing::At(TxnStatus::Authorised.as_str()));
    assert_eq!((order.events.len(), order.delivered, order.capturing), (1, 0, false), "one piece of news, twice");

    assert_eq!(browser.press(&street, &id, "refund", 1_000).await, StatusCode::CONFLICT, "nothing is paid yet");
    assert_eq!(browser.press(&street, &id, "capture", 0).await, StatusCode::OK);
    assert_eq!(browser.press(&street, &id, "capture", 0).await, StatusCode::CONFLICT, "it was captured");
    street.acknowledged(&browser, 2).await;
    let order = street.shop.orders().get(&id).unwrap();
    assert_eq!((order.life.outcome(), order.delivered), (PaymentStatus::Paid, 1));
    assert_eq!(order.life.heard().collect::<Vec<_>>(), ["A", "C"]);

    assert_eq!(browser.press(&street, &id, "refund", 30_000).await, StatusCode::OK);
    assert_eq!(browser.press(&street, &id, "refund", 50_001).await, StatusCode::CONFLICT, "more than is left");
    assert_eq!(browser.press(&street, &id, "refund", 50_000).await, StatusCode::OK);
    assert_eq!(browser.press(&street, &id, "refund", 1).await, StatusCode::CONFLICT, "nothing is left");
    street.acknowledged(&browser, 4).await;
    let order = street.shop.orders().get(&id).unwrap();
    assert_eq!((order.returned, order.delivered, order.events.len()), (Amount::idr(80_000).minor(), 1, 2));
    street.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_shoppers_know_the_password_only_the_inquiry_counts() {
    let street = open(true).await;
    let mut browser = Browser::new();
    let id = browser.buy(&street).await;
    assert_eq!(browser.press(&street, &id, "capture", 0).await, StatusCode::OK);
    let order = street.until(&id, |order| order.delivered > 0).await;
    assert_eq!((order.life.outcome(), order.delivered), (PaymentStatus::Paid, 1));
    street.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_somebody_else_made_buys_nothing() {
    let street = open(false).await;
    let (mut victim, mut thief) = (Browser::new(), Browser::new());
    let checkout = format!("{}/checkout", street.url);
    let token = victim.visit(&street).await;
    let stolen = thief.visit(&street).await;

    let refused = |answer: Response, why: &'static str| assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{why}");
    // The victim's browser posts what another site made it post.
    refused(victim.post(&checkout, &buyer("0123"), &street.url).await, "a token that was never issued");
    refused(victim.post(&checkout, &buyer(&stolen), &street.url).await, "a token of another browser");
    refused(victim.post(&checkout, &buyer(&token), "https://evil.example").await, "from another site");
    refused(victim.post_away(&checkout, &buyer(&token)).await, "without the cookie");
    let mut planted = Browser::new();
    planted.cookie = "shop=0123".to_owned();
    refused(planted.post(&checkout, &buyer(&token), &street.url).await, "a session that was never issued");
    // None of that has used the token up; its own form does.
    assert_eq!(victim.post(&checkout, &buyer(&token), &street.url).await.status(), StatusCode::OK);
    refused(victim.post(&checkout, &buyer(&token), &street.url).await, "a second time");

    let id = victim.buy(&street).await;
    let page = thief.get(&format!("{}/orders/{id}", street.url)).await;
    assert_eq!(page.status(), StatusCode::NOT_FOUND, "another browser's order");
    let token = thief.visit(&street).await;
    let press = [("token".to_owned(), token)];
    let answer = thief.post(&format!("{}/orders/{id}/capture", street.url), &press, &street.url).await;
    refused(answer, "another browser's order");
    street.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forged_callbacks_change_nothing_and_learn_nothing() {
    let street = open(false).await;
    let mut browser = Browser::new();
    let id = browser.buy(&street).await;
    street.acknowledged(&browser, 1).await;
    let before = street.shop.orders().get(&id).unwrap();
    let callback = format!("{}/callback", street.url);
    let fields = |status: &str| {
        [
            ("MERCHANTID", "sophia_store"),
            ("MERCHANT_TRANID", &id),
            ("AMOUNT", "80000.00"),
            ("CURRENCYCODE", "IDR"),
            ("TXN_STATUS", status),
            ("SIGNATURE", "0000000000000000000000000000000000000000"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let wrong = browser.post_away(&callback, &fields("C")).await;
    let missing = browser.post_away(&callback, &fields("C")[..5]).await;
    let odd = browser.post_away(&callback, &[fields("C"), fields("C")].concat()).await;
    let mut told = Vec::new();
    for answer in [wrong, missing, odd] {
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
        told.push(answer.text().await.unwrap());
    }
    assert_eq!(told, ["Not accepted.\n"; 3]);
    let after = street.shop.orders().get(&id).unwrap();
    assert_eq!((after.life, after.events), (before.life, before.events));
    street.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_callback_that_comes_forty_times_over_at_once_has_one_effect() {
    let street = open(false).await;
    let mut browser = Browser::new();
    let id = browser.buy(&street).await;
    assert_eq!(browser.press(&street, &id, "capture", 0).await, StatusCode::OK);
    street.acknowledged(&browser, 2).await;
    let transaction = street.shop.orders().get(&id).unwrap().transaction.unwrap();
    let again = format!("{}/_sandbox/callbacks/{transaction}/resend", street.gateway.url());
    let mut sent = Vec::new();
    for _ in 0..40 {
        sent.push(tokio::spawn(browser.client.post(&again).send()));
        sent.push(tokio::spawn(browser.client.get(format!("{}/orders/{id}", street.url)).send()));
    }
    for answer in sent {
        assert!(!answer.await.unwrap().unwrap().status().is_server_error());
    }
    street.acknowledged(&browser, 42).await;
    let order = street.shop.orders().get(&id).unwrap();
    assert_eq!((order.delivered, order.events.len()), (1, 2));
    assert_eq!(order.life.heard().collect::<Vec<_>>(), ["A", "C"]);
    street.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_captures_at_once_are_one() {
    let street = open(false).await;
    let mut browser = Browser::new();
    let id = browser.buy(&street).await;
    let calls: Vec<_> = (0..8)
        .map(|_| {
            let (shop, id) = (street.shop.clone(), id.clone());
            tokio::spawn(async move { shop.capture(&id).await.is_ok() })
        })
        .collect();
    let mut made = 0;
    for call in calls {
        made += usize::from(call.await.unwrap());
    }
    assert_eq!((made, street.shop.orders().get(&id).unwrap().delivered), (1, 1));
    street.close().await;
}
