//! The shopper in the demonstration: a browser that posts the merchant's form, pays on the gateway's page with a
//! documented test card, and is brought back to the shop.

use std::time::Duration;

use reqwest::{Client, Response, header};
use scraper::{Html, Selector};

use crate::failure::Failure;

/// Documented test card (before-live/account-testing).
const CARD: [(&str, &str); 3] = [("number", "4440000009900010"), ("expiry", "01/2039"), ("cvc", "100")];

pub struct Shopper {
    browser: Client,
}

impl Shopper {
    pub fn new() -> Result<Self, Failure> {
        let browser = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(10))
            .build()
            .map_err(|error| failure("start", &error))?;
        Ok(Self { browser })
    }

    /// Posts the merchant's form page, pays, and follows the page that brings the result back to the shop.
    pub async fn pay(&self, page: &str) -> Result<(), Failure> {
        let (action, fields) = form(page, "form")?;
        let answer = self.post(&action, &fields).await?;
        let Some(place) = answer.headers().get(header::LOCATION).and_then(|place| place.to_str().ok()) else {
            return Err(Failure::new(format!("the local gateway refused the form: {}.", text(answer).await?)));
        };
        let origin = origin(&action);
        let payment = format!("{origin}{place}");
        let shown =
            self.browser.get(&payment).send().await.map_err(|error| failure("open the payment page", &error))?;
        let (pay, mut fields) = form(&text(shown).await?, "form#card")?;
        fields.extend(CARD.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let answer = self.post(&format!("{origin}{pay}"), &fields).await?;
        let (back, fields) = form(&text(answer).await?, "form#return")?;
        self.post(&back, &fields).await?;
        Ok(())
    }

    async fn post(&self, url: &str, fields: &[(String, String)]) -> Result<Response, Failure> {
        self.browser.post(url).form(fields).send().await.map_err(|error| failure("post a form", &error))
    }
}

async fn text(answer: Response) -> Result<String, Failure> {
    answer.text().await.map_err(|error| failure("read an answer", &error))
}

fn failure(what: &str, error: &reqwest::Error) -> Failure {
    Failure::new(format!("the demonstration's browser can't {what}: {error}."))
}

fn origin(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url[start..].find('/').map_or(url.len(), |at| start + at);
    &url[..end]
}

/// Action and hidden fields of the form that a selector finds.
fn form(page: &str, selector: &str) -> Result<(String, Vec<(String, String)>), Failure> {
    let parsed = Html::parse_document(page);
    let select = |selector: &str| Selector::parse(selector).map_err(|error| Failure::new(error.to_string()));
    let (form, input) = (select(selector)?, select("input[type=hidden]")?);
    let Some(form) = parsed.select(&form).next() else {
        let words: Vec<&str> = parsed.root_element().text().flat_map(str::split_whitespace).collect();
        return Err(Failure::new(format!("the page has no {selector}: {}.", words.join(" "))));
    };
    let attribute = |element: scraper::ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();
    let fields = form.select(&input).map(|input| (attribute(input, "name"), attribute(input, "value"))).collect();
    Ok((attribute(form, "action"), fields))
}
