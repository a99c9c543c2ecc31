//! The shopper in the demonstration: a browser that opens pages, sees what their forms ask for, types it and follows where
//! they lead. Which pages come, and which card pays, is each story's; the [`Stage`](super::stage::Stage) has the browser.

use std::time::Duration;

use reqwest::{Client, Response, Url};
use scraper::{ElementRef, Html, Selector};

use crate::failure::Failure;

pub struct Shopper {
    browser: Client,
}

/// What the browser shows.
pub struct Page {
    /// What addresses in it are relative to.
    url: Url,
    html: String,
}

impl Shopper {
    pub fn new() -> Result<Self, Failure> {
        let browser = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::limited(5))
            .timeout(Duration::from_secs(10))
            .build()
            .map_err(|error| failure("start", &error))?;
        Ok(Self { browser })
    }

    pub async fn open(&self, url: &str) -> Result<Page, Failure> {
        shown(self.browser.get(url).send().await.map_err(|error| failure("open a page", &error))?).await
    }

    /// Types what a page's form asks for, of all that the shopper could, and sends it; what is shown then.
    pub async fn send(&self, page: &Page, form: &str, could_type: &[(&str, &str)]) -> Result<Page, Failure> {
        let Form { action, hidden, asks } = page.form(form)?;
        let typed = could_type.iter().filter(|(name, _)| asks.iter().any(|asked| asked == name));
        let typed = typed.map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let fields: Vec<(String, String)> = hidden.into_iter().chain(typed).collect();
        let answer = self.browser.post(action).form(&fields).send().await;
        shown(answer.map_err(|error| failure("post a form", &error))?).await
    }
}

impl Page {
    /// The merchant's own page, as its server answers with it.
    pub fn of_merchant(url: &str, html: &str) -> Result<Self, Failure> {
        Ok(Self { url: address(url)?, html: html.to_owned() })
    }

    /// Whether there is such a form.
    pub fn has(&self, form: &str) -> Result<bool, Failure> {
        Ok(Html::parse_document(&self.html).select(&selector(form)?).next().is_some())
    }

    /// Where a link leads, if there is one.
    pub fn link(&self, name: &str) -> Result<Option<String>, Failure> {
        let parsed = Html::parse_document(&self.html);
        let link = parsed.select(&selector(name)?).next();
        Ok(link.and_then(|link| link.attr("href")).map(str::to_owned))
    }

    /// What a form asks a person for: the names of its inputs, in order.
    pub fn asks(&self, form: &str) -> Result<Vec<String>, Failure> {
        Ok(self.form(form)?.asks)
    }

    fn form(&self, name: &str) -> Result<Form, Failure> {
        let parsed = Html::parse_document(&self.html);
        let (form, input) = (selector(name)?, selector("input[name]")?);
        let Some(form) = parsed.select(&form).next() else {
            let words: Vec<&str> = parsed.root_element().text().flat_map(str::split_whitespace).collect();
            let words = words.join(" ");
            return Err(Failure::new(format!("the local gateway's page has no {name}; it says: {words}.")));
        };
        let attribute = |element: ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();
        let (hidden, open): (Vec<_>, Vec<_>) =
            form.select(&input).partition(|input| input.attr("type") == Some("hidden"));
        let action = attribute(form, "action");
        let action = self.url.join(&action).map_err(|_| no_address(&action))?;
        Ok(Form {
            action,
            hidden: hidden.into_iter().map(|input| (attribute(input, "name"), attribute(input, "value"))).collect(),
            asks: open.into_iter().map(|input| attribute(input, "name")).collect(),
        })
    }
}

struct Form {
    action: Url,
    hidden: Vec<(String, String)>,
    asks: Vec<String>,
}

async fn shown(answer: Response) -> Result<Page, Failure> {
    let url = answer.url().clone();
    let html = answer.text().await.map_err(|error| failure("read an answer", &error))?;
    Ok(Page { url, html })
}

fn selector(text: &str) -> Result<Selector, Failure> {
    Selector::parse(text)
        .map_err(|error| Failure::new(format!("`{text}` is no selector: {error}; please report this.")))
}

fn address(url: &str) -> Result<Url, Failure> {
    Url::parse(url).map_err(|_| no_address(url))
}

fn no_address(url: &str) -> Failure {
    Failure::new(format!("the demonstration's browser can't go to {url:?}; please report this."))
}

fn failure(what: &str, error: &reqwest::Error) -> Failure {
    Failure::new(format!(
        "the demonstration's browser can't {what}: {error}; is something blocking loopback connections?"
    ))
}
