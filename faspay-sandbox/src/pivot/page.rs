//! The pages that a shopper sees at Pivot: the one to pay on, with a new card or a stored one, and the one on which the shopper's bank asks
//! whether it is them (3-D Secure). After the last one the browser goes back to the shop.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use faspay_spec::engine::ParseError;
use faspay_spec::model::Life;
use reqwest::Url;

use super::Pivot;
use super::book::{Pages, Stored};
use super::card::{Card, Typed, cvc_problem};
use super::session::{NoStep, Session, Terms};
use super::simulation::{SIMULATIONS, Simulation};
use crate::clock::Moment;
use crate::form::{self, Form};
use crate::pages::{self, render};
use crate::random::nonce;

#[derive(Template)]
#[template(path = "pivot_payment.html")]
struct Payment<'a> {
    nonce: String,
    title: &'static str,
    page: &'a str,
    merchant: &'a str,
    currency: &'a str,
    amount: &'a str,
    order: &'a str,
    /// Brand and last digits.
    stored: Vec<(&'static str, &'a str)>,
    saves: bool,
    problems: Vec<&'static str>,
    simulations: &'static [Simulation],
}

#[derive(Template)]
#[template(path = "pivot_3ds.html")]
struct Authentication<'a> {
    nonce: String,
    title: &'static str,
    page: &'a str,
    merchant: &'a str,
    currency: &'a str,
    amount: &'a str,
    frictionless: bool,
}

#[derive(Template)]
#[template(path = "pivot_over.html")]
struct Over<'a> {
    nonce: String,
    title: &'static str,
    text: &'a str,
    back: &'a str,
}

impl Pivot {
    fn merchant(&self, session: &Session) -> &str {
        self.accounts[session.account].get("merchant_id").unwrap_or("the merchant")
    }

    fn payment_page(&self, session: &Session, stored: &[Stored], problems: Vec<&'static str>) -> Response {
        let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let page = Payment {
            nonce: nonce(),
            title: "Payment",
            page: &session.page,
            merchant: self.merchant(session),
            currency: session.asked("amount.currency"),
            amount: session.asked("amount.value"),
            order: session.asked("clientReferenceId"),
            stored: stored.iter().map(|own| (own.card.brand, own.card.last4.as_str())).collect(),
            saves: session.saves,
            problems,
            simulations: &SIMULATIONS,
        };
        render(status, &page, &page.nonce, &targets(session), false)
    }

    /// Leads the shopper on: to the bank, back to the shop, or to a word about how it ended.
    fn lead(&self, session: &Session) -> Response {
        if session.waiting().is_some() {
            return Redirect::to(&format!("/3ds/{}", session.page)).into_response();
        }
        let (name, text) = match session.status.as_str() {
            "PAID" => ("success", "It is paid."),
            "PROCESSING" => ("success", "The amount is reserved; the merchant takes it."),
            "EXPIRED" => ("expiration", "Its time is over; nothing was paid."),
            "CANCELLED" | "INACTIVE" => ("failure", "Nothing was paid."),
            _ => return pages::message(StatusCode::OK, "Nothing to do here", "The session waits for its merchant."),
        };
        let back = session.asked(&format!("redirectUrl.{name}ReturnUrl"));
        let stays = session.is_redirect() && session.asked("bypassStatusPage") != "true";
        if !(stays || back.is_empty()) {
            return Redirect::to(back).into_response();
        }
        let page = Over { nonce: nonce(), title: "The payment is over", text, back };
        render(StatusCode::OK, &page, &page.nonce, "'none'", false)
    }

    /// Looks at a session by the end of its pages' addresses.
    fn look(&self, page: &str, show: impl FnOnce(&Session, &Pages) -> Response) -> Response {
        let mut pages = self.book.open(self.now());
        match pages.at_page(page).map(|(_, session)| session.clone()) {
            Some(session) => show(&session, &pages),
            None => pages::message(StatusCode::NOT_FOUND, "Unknown payment", "No payment has this address."),
        }
    }

    /// Changes a session, with all that follows, and leads the shopper on. A second click changes nothing.
    fn act(&self, page: &str, act: impl FnOnce(&mut Session, &Life, Moment) -> Result<(), NoStep>) -> Response {
        let now = self.now();
        let mut pages = self.book.open(now);
        let Some((life, session)) = pages.at_page(page) else {
            return pages::message(StatusCode::NOT_FOUND, "Unknown payment", "No payment has this address.");
        };
        let changed = act(session, life, now).is_ok();
        let session = session.clone();
        if changed {
            self.followed(&session, &mut pages, now);
        }
        self.lead(&session)
    }

    /// Charges a card that the shopper gave on the page.
    fn charge(&self, page: &str, card: Card, wanted: bool) -> Response {
        self.act(page, |session, life, now| {
            if !takes_card(session) {
                return Err(NoStep);
            }
            let option = |name: &str| session.asked(&format!("paymentMethodOptions.card.{name}")).to_owned();
            let (three_ds, capture) = (option("threeDsMethod"), option("captureMethod"));
            let save = wanted && session.saves;
            session.charge(life, card, &Terms { three_ds: &three_ds, capture: &capture, save }, now)
        })
    }
}

/// Whether the page is there to pay on.
fn takes_card(session: &Session) -> bool {
    session.is_redirect() && session.is(&["REQUIRE_PAYMENT_METHOD", "REQUIRE_ACTION"]) && session.waiting().is_none()
}

/// What the page offers of what the customer has stored.
fn offered(session: &Session, pages: &Pages) -> Vec<Stored> {
    let shows = session.asked("showSavedPayment") == "true";
    let customer = pages.customer(session.account, &session.customer).filter(|_| shows);
    customer.map(|own| own.stored.clone()).unwrap_or_default()
}

/// Where forms lead; browsers hold the redirects that follow against this as well.
fn targets(session: &Session) -> String {
    let names = ["success", "failure", "expiration"].map(|name| format!("redirectUrl.{name}ReturnUrl"));
    let urls = names.iter().filter_map(|name| Url::parse(session.asked(name)).ok());
    let origins = urls.map(|url| url.origin().ascii_serialization());
    ["'self'".to_owned()].into_iter().chain(origins).collect::<Vec<_>>().join(" ")
}

/// `GET /payment/{page}`
pub(super) async fn show(State(app): State<Pivot>, Path(page): Path<String>) -> Response {
    app.look(&page, |session, pages| match takes_card(session) {
        true => app.payment_page(session, &offered(session, pages), Vec::new()),
        false => app.lead(session),
    })
}

/// A form's fields by name; a missing one is empty.
fn fields(form: &Form) -> Result<impl Fn(&str) -> String, ParseError> {
    let pairs = form.pairs()?;
    Ok(move |name: &str| {
        let found = pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, text)| text.trim().to_owned()).unwrap_or_default()
    })
}

/// The shopper pays with a new card.
pub(super) async fn pay(State(app): State<Pivot>, Path(page): Path<String>, form: Form) -> Response {
    let typed = match fields(&form) {
        Ok(typed) => typed,
        Err(error) => return form::unreadable(&error),
    };
    let expiry = typed("expiry");
    let (month, year) = expiry.split_once('/').unwrap_or_default();
    let name = typed("name");
    let (first, last) = name.rsplit_once(' ').unwrap_or((&name, ""));
    let missing = cvc_problem(&typed("cvc"));
    let read = Typed {
        number: typed("number"),
        month: month.to_owned(),
        year: year.to_owned(),
        cvc: typed("cvc"),
        first_name: first.to_owned(),
        last_name: last.to_owned(),
    }
    .read();
    match (read, missing) {
        (Ok(card), None) => app.charge(&page, card, typed("save") == "yes"),
        (read, missing) => {
            let mut problems = read.err().unwrap_or_default();
            problems.extend(missing);
            app.look(&page, |session, pages| app.payment_page(session, &offered(session, pages), problems))
        }
    }
}

/// The shopper pays with a stored card.
pub(super) async fn pay_stored(State(app): State<Pivot>, Path(page): Path<String>, form: Form) -> Response {
    let typed = match fields(&form) {
        Ok(typed) => typed,
        Err(error) => return form::unreadable(&error),
    };
    let mut chosen = None;
    let shown = app.look(&page, |session, pages| {
        let offered = offered(session, pages);
        let card = typed("card").parse().ok().and_then(|at: usize| offered.get(at)).map(|own| own.card.clone());
        let problem = match &card {
            Some(_) => cvc_problem(&typed("cvc")),
            None => Some("There is no such stored card."),
        };
        if problem.is_none() {
            chosen = card;
        }
        app.payment_page(session, &offered, problem.into_iter().collect())
    });
    match chosen {
        // It is stored already.
        Some(card) => app.charge(&page, card, false),
        None => shown,
    }
}

/// The shopper gives up.
pub(super) async fn cancel(State(app): State<Pivot>, Path(page): Path<String>) -> Response {
    app.act(&page, |session, life, now| match takes_card(session) {
        true => session.cancel(life, "REQUESTED_BY_CUSTOMER", now),
        false => Err(NoStep),
    })
}

/// `GET /3ds/{page}`: the page of the shopper's bank.
pub(super) async fn authenticate(State(app): State<Pivot>, Path(page): Path<String>) -> Response {
    app.look(&page, |session, _| {
        let Some(charge) = session.waiting() else { return app.lead(session) };
        let frictionless = charge.three_ds == "FRICTIONLESS";
        let page = Authentication {
            nonce: nonce(),
            title: "Your bank",
            page: &session.page,
            merchant: app.merchant(session),
            currency: session.asked("amount.currency"),
            amount: session.asked("amount.value"),
            frictionless,
        };
        render(StatusCode::OK, &page, &page.nonce, &targets(session), frictionless)
    })
}

/// The shopper has authenticated.
pub(super) async fn authenticated(State(app): State<Pivot>, Path(page): Path<String>) -> Response {
    app.act(&page, |session, life, now| session.settle(life, true, now))
}

/// The shopper hasn't.
pub(super) async fn failed(State(app): State<Pivot>, Path(page): Path<String>) -> Response {
    app.act(&page, |session, life, now| session.settle(life, false, now))
}
