//! The shopper's browser before the sandbox: it posts a form of the merchant's, pays with the test card and comes back.
//! Tests of what a merchant's server does afterwards start here.

use std::time::Duration;

use scraper::{Html, Selector};

/// A client that follows nothing and asks no proxy.
pub fn browser() -> reqwest::Client {
    let browser = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    browser.timeout(Duration::from_secs(10)).build().expect("a client")
}

/// The test card, as the payment page asks for it.
pub const CARD: [(&str, &str); 3] = [("number", "4440000009900010"), ("expiry", "01/2039"), ("cvc", "100")];

/// Posts the form to `url` and types something in on the page of the sandbox at `gateway`: what that answers.
pub async fn types(
    browser: &reqwest::Client,
    gateway: &str,
    url: &str,
    form: &[u8],
    typed: &[(&str, &str)],
) -> reqwest::Response {
    let opened = browser.post(url).header("content-type", "application/x-www-form-urlencoded").body(form.to_vec());
    let opened = opened.send().await.expect("the form is posted");
    let place = opened.headers()["location"].to_str().expect("a path").to_owned();
    browser.post(format!("{gateway}{place}/card")).form(&typed).send().await.expect("something is typed")
}

/// Posts the form to `url` and pays on the page of the sandbox at `gateway`: the fields that the shopper brings back.
pub async fn pays(browser: &reqwest::Client, gateway: &str, url: &str, form: &[u8]) -> Vec<(String, String)> {
    let paid = types(browser, gateway, url, form, &CARD).await;
    assert!(paid.status().is_success(), "the card is taken");
    let page = Html::parse_document(&paid.text().await.expect("a page"));
    let fields: Vec<_> = page
        .select(&Selector::parse("form#return input[name]").expect("a selector"))
        .filter_map(|input| Some((input.attr("name")?.to_owned(), input.attr("value").unwrap_or_default().to_owned())))
        .collect();
    assert!(!fields.is_empty(), "the shopper comes back");
    fields
}
