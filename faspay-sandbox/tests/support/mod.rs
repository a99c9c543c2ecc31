//! The other side of the counter: a shopper's browser (reqwest and scraper), a merchant's server that receives callbacks, forms as
//! the vendor's samples show them, and signatures computed here from the published formulas, not by the engine.

#![allow(dead_code, reason = "every test file uses a part of this")]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::any;
use faspay_sandbox::{Config, Date, Running, Sandbox};
use scraper::{Html, Selector};
use sha1::{Digest, Sha1};

pub type Pairs = Vec<(String, String)>;

pub const CARD: &str = "4440000009900010";
pub const OTHER_CARD: &str = "5123450000000008";

/// A sandbox whose clock stands at the day of the vendor's sample.
pub async fn sandbox(config: Config) -> Running {
    let config = Config { today: Some(day("2022-03-10")), ..config };
    Sandbox::start(config).await.expect("a free loopback port")
}

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

// ---- signatures ----

pub fn sha1_hex(text: &str) -> String {
    Sha1::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn md5_hex(text: &str) -> String {
    use md5::Digest;
    md5::Md5::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The response signature of the sample merchant, as generate-signature-response has it.
pub fn response_signature(order: &str, amount: &str, status: &str) -> String {
    sha1_hex(&format!("##SOPHIA_STORE##ABCDE##{}##{amount}##{status}##", order.to_ascii_uppercase())).to_uppercase()
}

/// Signs a card form: `##ID##PASSWORD##order##amount##0##`.
pub fn sign(pairs: &mut Pairs) {
    let text = format!("##SOPHIA_STORE##ABCDE##{}##{}##0##", value(pairs, "MERCHANT_TRANID"), value(pairs, "AMOUNT"));
    set(pairs, "SIGNATURE", &sha1_hex(&text));
}

// ---- forms ----

pub fn value<'a>(pairs: &'a Pairs, key: &str) -> &'a str {
    pairs.iter().find(|(own, _)| own == key).map_or("", |(_, text)| text)
}

pub fn set(pairs: &mut Pairs, key: &str, text: &str) {
    match pairs.iter_mut().find(|(own, _)| own == key) {
        Some(pair) => pair.1 = text.to_owned(),
        None => pairs.push((key.to_owned(), text.to_owned())),
    }
}

pub fn without(mut pairs: Pairs, key: &str) -> Pairs {
    pairs.retain(|(own, _)| own != key);
    pairs
}

fn owned<const N: usize>(pairs: [(&str, &str); N]) -> Pairs {
    pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).to_vec()
}

/// A payment in the window, signed.
pub fn payment(order: &str, return_url: &str) -> Pairs {
    let mut pairs = owned([
        ("PAYMENT_METHOD", "1"),
        ("TRANSACTIONTYPE", "1"),
        ("MERCHANTID", "sophia_store"),
        ("TXN_PASSWORD", "abcde"),
        ("MERCHANT_TRANID", order),
        ("CURRENCYCODE", "IDR"),
        ("AMOUNT", "10000.00"),
        ("CUSTNAME", "Sari & <b>Putra</b>"),
        ("CUSTEMAIL", "sari@example.test"),
        ("SHOPPER_IP", "127.0.0.1"),
        ("DESCRIPTION", "Two \"best\" coffees"),
        ("RESPONSE_TYPE", "2"),
        ("RETURN_URL", return_url),
    ]);
    sign(&mut pairs);
    pairs
}

/// A registration or card update as the vendor's sample has it, signed twice.
pub fn recurring(kind: &str, order: &str, member: &str, return_url: &str) -> Pairs {
    let mut pairs = owned([
        ("LANG", ""),
        ("MERCHANTID", "sophia_store"),
        ("PAYMENT_METHOD", "3"),
        ("MERCHANT_TRANID", order),
        ("TXN_PASSWORD", "abcde"),
        ("CURRENCYCODE", "IDR"),
        ("AMOUNT", "5000.00"),
        ("CUSTNAME", "John Doe"),
        ("CUSTEMAIL", "john@example.test"),
        ("DESCRIPTION", "Gold plan"),
        ("RETURN_URL", return_url),
        ("SHIPPINGCOST", "0.00"),
        ("merchant_id", "99999"),
        ("member_id", member),
        ("member_name", "John Doe"),
        ("member_email", "john@example.test"),
        ("member_email_notif", "t"),
        ("process_date", "20,21"),
        ("recurring_type", kind),
        ("recurring_amount", "5000"),
        ("recurring_start_date", "2022-03-10"),
        ("recurring_end_date", "2022-07-10"),
        ("recurring_period", "M"),
        ("recurring_period_at", "1"),
        ("recurring_accumulate", "t"),
        ("recurring_accumulate_at", "0"),
        ("recurring_status", "t"),
    ]);
    sign(&mut pairs);
    let signature = sha1_hex(&md5_hex(&format!("john999999bdqHG2N{member}")));
    set(&mut pairs, "recurring_signature", &signature);
    pairs
}

// ---- the shopper ----

/// What a browser got.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub location: String,
    pub policy: String,
    pub cache: String,
    pub text: String,
}

impl Page {
    /// The text of the first element that a selector finds.
    pub fn read(&self, selector: &str) -> Option<String> {
        let page = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).next().map(|element| element.text().collect::<String>().trim().to_owned())
    }

    /// Action and hidden fields of a form.
    pub fn form(&self, selector: &str) -> (String, Pairs) {
        let page = Html::parse_document(&self.text);
        let form = Selector::parse(selector).expect("a selector");
        let form = page.select(&form).next().unwrap_or_else(|| panic!("no {selector} in {}", self.text));
        let input = Selector::parse("input[type=hidden]").expect("a selector");
        let attribute =
            |element: scraper::ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();
        let fields = form.select(&input).map(|input| (attribute(input, "name"), attribute(input, "value")));
        (attribute(form, "action"), fields.collect())
    }

    /// The fields of the problems table.
    pub fn problem_fields(&self) -> Vec<String> {
        let page = Html::parse_document(&self.text);
        let cells = Selector::parse("#problems tbody td:first-child").expect("a selector");
        page.select(&cells).map(|cell| cell.text().collect()).collect()
    }
}

/// A browser without memory that follows no redirect by itself.
pub fn browser() -> reqwest::Client {
    let builder = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    builder.timeout(Duration::from_secs(10)).build().expect("a client")
}

pub async fn read(answer: Result<reqwest::Response, reqwest::Error>) -> Page {
    let answer = answer.expect("an answer");
    let header =
        |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (status, location) = (answer.status().as_u16(), header("location"));
    let (policy, cache) = (header("content-security-policy"), header("cache-control"));
    Page { status, location, policy, cache, text: answer.text().await.expect("a text") }
}

pub async fn post(url: &str, pairs: &Pairs) -> Page {
    read(browser().post(url).form(pairs).send().await).await
}

pub async fn get(url: &str) -> Page {
    read(browser().get(url).send().await).await
}

/// Posts a shop's form and opens the payment page; gives its address too.
pub async fn checkout(running: &Running, path: &str, pairs: &Pairs) -> (String, Page) {
    let answer = post(&format!("{}{path}", running.url()), pairs).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let address = format!("{}{}", running.url(), answer.location);
    let page = get(&address).await;
    assert_eq!(page.status, 200);
    (address, page)
}

/// Types a card in and pays.
pub async fn pay(address: &str, card: &str) -> Page {
    let fields = owned([("number", card), ("expiry", "01/2039"), ("cvc", "100")]);
    post(&format!("{address}/card"), &fields).await
}

/// Gives up.
pub async fn cancel(address: &str) -> Page {
    post(&format!("{address}/cancel"), &Pairs::new()).await
}

pub async fn state(running: &Running) -> serde_json::Value {
    let page = get(&format!("{}/_sandbox/state", running.url())).await;
    serde_json::from_str(&page.text).expect("JSON")
}

// ---- the merchant's server ----

/// A server that records what is posted to it and answers with the given statuses, the last one for good.
pub struct Shop {
    pub url: String,
    received: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone)]
struct Counter {
    received: Arc<Mutex<Vec<String>>>,
    statuses: &'static [u16],
}

impl Shop {
    pub async fn open(statuses: &'static [u16]) -> Self {
        let received = Arc::new(Mutex::new(Vec::new()));
        let counter = Counter { received: Arc::clone(&received), statuses };
        let router = Router::new().route("/callback", any(take)).with_state(counter);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/callback", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, received }
    }

    /// The bodies received so far.
    pub fn received(&self) -> Vec<String> {
        self.received.lock().expect("no panic").clone()
    }

    /// Waits until so many bodies are there.
    pub async fn wait_for(&self, count: usize) -> Vec<String> {
        until(|| self.received().len() >= count).await;
        self.received()
    }

    /// The pairs of the first callback.
    pub async fn callback(&self) -> Pairs {
        pairs(&self.wait_for(1).await[0])
    }
}

async fn take(State(counter): State<Counter>, body: String) -> (StatusCode, [(&'static str, &'static str); 1]) {
    let mut received = counter.received.lock().expect("no panic");
    let status = counter.statuses.get(received.len()).or(counter.statuses.last()).copied().unwrap_or(200);
    received.push(body);
    (StatusCode::from_u16(status).expect("a status"), [("location", "/callback")])
}

/// The pairs of a form body, decoded by a parser of its own.
pub fn pairs(body: &str) -> Pairs {
    let url = reqwest::Url::parse(&format!("http://localhost/?{body}")).expect("a query");
    url.query_pairs().into_owned().collect()
}

/// Polls for at most five seconds.
pub async fn until(mut done: impl FnMut() -> bool) {
    for _ in 0..500 {
        if done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not happen within five seconds");
}

/// Polls the state for at most five seconds.
pub async fn until_state(running: &Running, done: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
    for _ in 0..200 {
        let state = state(running).await;
        if done(&state) {
            return state;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("it did not happen: {}", state(running).await);
}
