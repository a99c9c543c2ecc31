//! What the shopper and the tester see. Every text goes through askama's HTML escaping, exactly once; every page carries its own
//! Content-Security-Policy, in which only the page's own style and script run and forms lead where this page means to lead.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use reqwest::Url;

use crate::card::{TEST_CARDS, TEST_CVC, TEST_EXPIRY};
use crate::random::nonce;
use crate::refusal::Problem;

/// Wire keys and texts.
pub(crate) type Pairs = Vec<(String, String)>;

/// A page that says one thing.
pub(crate) fn message(status: StatusCode, title: &str, text: &str) -> Response {
    let page = Message { nonce: nonce(), title, text };
    render(status, &page, &page.nonce, "'none'", false)
}

#[derive(Template)]
#[template(path = "message.html")]
struct Message<'a> {
    nonce: String,
    title: &'a str,
    text: &'a str,
}

/// What the payment page shows.
pub(crate) struct Checkout<'a> {
    pub id: &'a str,
    pub merchant: &'a str,
    pub currency: &'a str,
    pub amount: &'a str,
    /// Label and text.
    pub rows: Vec<(&'static str, &'a str)>,
    /// The masked number of the stored card, when the payment is bound to one.
    pub stored: Option<&'a str>,
    /// What was wrong with the last entry.
    pub problems: Vec<&'static str>,
    /// Where the payment leads back to; browsers hold redirects after a form against its policy.
    pub back: Option<&'a Url>,
}

/// The payment page.
pub(crate) fn pay(checkout: Checkout<'_>) -> Response {
    let Checkout { id, merchant, currency, amount, rows, stored, problems, back } = checkout;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let targets = match back {
        Some(url) => format!("'self' {}", url.origin().ascii_serialization()),
        None => "'self'".to_owned(),
    };
    let page = Pay {
        nonce: nonce(),
        title: "Payment",
        id,
        merchant,
        currency,
        amount,
        rows,
        stored,
        problems,
        test_cards: &TEST_CARDS,
        test_expiry: test_expiry(),
        test_cvc: TEST_CVC,
    };
    render(status, &page, &page.nonce, &targets, false)
}

#[derive(Template)]
#[template(path = "pay.html")]
struct Pay<'a> {
    nonce: String,
    title: &'static str,
    id: &'a str,
    merchant: &'a str,
    currency: &'a str,
    amount: &'a str,
    rows: Vec<(&'static str, &'a str)>,
    stored: Option<&'a str>,
    problems: Vec<&'static str>,
    test_cards: &'static [(&'static str, &'static str)],
    test_expiry: String,
    test_cvc: &'static str,
}

/// The page that carries a result back by POST: submits itself where script runs, has a button where it doesn't.
pub(crate) fn post_back(url: &Url, pairs: &Pairs, status: &str) -> Response {
    let page = Return { nonce: nonce(), title: "Returning to the shop", status, action: url.as_str(), pairs };
    render(StatusCode::OK, &page, &page.nonce, &url.origin().ascii_serialization(), true)
}

#[derive(Template)]
#[template(path = "return.html")]
struct Return<'a> {
    nonce: String,
    title: &'static str,
    status: &'a str,
    action: &'a str,
    pairs: &'a Pairs,
}

/// How a refused request gets back to the shop.
pub(crate) enum WayBack {
    /// By GET, the result in the query.
    Link(Url),
    /// By POST.
    Form(Url, Pairs),
    /// Not at all, and why.
    None(&'static str),
}

/// A request that the gateway doesn't take, with every reason.
pub(crate) fn refused(code: &str, meaning: &str, problems: &[Problem], way_back: &WayBack) -> Response {
    let targets = match way_back {
        WayBack::Form(url, _) => url.origin().ascii_serialization(),
        _ => "'none'".to_owned(),
    };
    let page = Refused { nonce: nonce(), title: "Request refused", code, meaning, problems, way_back };
    render(StatusCode::BAD_REQUEST, &page, &page.nonce, &targets, false)
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Refused<'a> {
    nonce: String,
    title: &'static str,
    code: &'a str,
    meaning: &'a str,
    problems: &'a [Problem],
    way_back: &'a WayBack,
}

/// The front page: what is played, and what it has seen.
pub(crate) struct Overview<'a> {
    pub gateway: &'a str,
    pub url: &'a str,
    /// Where the shops' forms go.
    pub paths: Vec<String>,
    /// Where merchants' servers call.
    pub calls: Vec<String>,
    /// The ids that requests may carry.
    pub merchants: Vec<&'a str>,
    pub now: String,
    /// Cards to try: numbers, and what becomes of them.
    pub cards: Vec<(Vec<&'static str>, &'static str)>,
    /// What is typed with them.
    pub typed: String,
    /// What goes wrong for everybody: its name and what it does.
    pub scenario: Option<(&'static str, &'static str)>,
    pub payments: Vec<PaymentRow>,
    pub deliveries: Vec<DeliveryRow>,
    /// Method and path for programs, and what the form there holds.
    pub control: Vec<(&'static str, String)>,
}

/// A payment on the front page.
pub(crate) struct PaymentRow {
    /// Where the shopper goes, while there is something to do.
    pub link: Option<String>,
    pub since: String,
    pub operation: String,
    pub order: String,
    pub amount: String,
    pub status: String,
    pub card: String,
}

/// A callback on the front page.
pub(crate) struct DeliveryRow {
    pub payment: String,
    pub url: String,
    pub state: String,
    pub attempts: String,
}

/// The front page.
pub(crate) fn home(overview: Overview<'_>) -> Response {
    let page = Home { nonce: nonce(), title: "Overview", own: overview };
    render(StatusCode::OK, &page, &page.nonce, "'none'", false)
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    nonce: String,
    title: &'static str,
    own: Overview<'a>,
}

/// The documented cards of the payment pages of Faspay and Finpay, as the front page shows them.
pub(crate) fn test_cards() -> Vec<(Vec<&'static str>, &'static str)> {
    TEST_CARDS.iter().map(|(number, what)| (vec![*number], *what)).collect()
}

/// What is typed with them.
pub(crate) fn test_entry() -> String {
    format!("expiry {}, security code {TEST_CVC}", test_expiry())
}

fn test_expiry() -> String {
    format!("{:02}/{}", TEST_EXPIRY.0, TEST_EXPIRY.1)
}

/// Writes a page with the headers that it needs: where its forms may lead, and whether its own script runs.
pub(crate) fn render(
    status: StatusCode,
    page: &impl Template,
    nonce: &str,
    form_action: &str,
    script: bool,
) -> Response {
    let Ok(html) = page.render() else {
        return (StatusCode::INTERNAL_SERVER_ERROR, "The page could not be written.").into_response();
    };
    let script = if script { format!("script-src 'nonce-{nonce}'; ") } else { String::new() };
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; {script}form-action {form_action}; frame-ancestors 'none'; base-uri 'none'"
    );
    let mut response = (status, Html(html)).into_response();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
