//! A payment at Finpay, from the initiation to the callback: takes the order in, shows the page where the shopper types a card, or of a
//! stored one the security code alone, and tells the merchant's server.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use faspay_spec::engine::{self, Posted};
use faspay_spec::model::Operation;

use super::till::{Order, Stored};
use super::{Finpay, SUCCESS};
use crate::callback::Parcel;
use crate::card::{Decision, Entered};
use crate::form::{self, Form};
use crate::pages::{self, Checkout};
use crate::random::nonce;

/// Minutes until an order expires when it says nothing.
const A_DAY: u32 = 1_440;

impl Finpay {
    pub(super) fn initiate(&self, operation: &Operation, account: usize, posted: &Posted) -> Response {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let stored = match operation.id.as_str() {
            "card.two-click" => match self.stored(account, posted) {
                None => return self.refuse_card(),
                found => found,
            },
            _ => None,
        };
        let Some(order) = self.take_in(operation, account, posted, stored) else { return self.refuse_order() };
        let url = format!("{}/pg/payment/card/access/{}", self.url, order.page);
        if order.is_three_ds() {
            return self.answer("card.threeds-reply", Some(SUCCESS), "Success", &[("redirecturl", url.as_str())]);
        }
        let minutes = given("order.timeout").parse().unwrap_or(A_DAY);
        let expiry = self.courier.store.now().after_minutes(minutes);
        let members = [("redirecturl", url.as_str()), ("expiryLink", expiry.as_str())];
        self.answer("card.initiate-reply", Some(SUCCESS), "Success", &members)
    }

    /// A stored card pays at once. The answer says that the order was taken in; where it carries the status isn't known.
    pub(super) fn one_click(&self, operation: &Operation, account: usize, posted: &Posted) -> Response {
        let Some(stored) = self.stored(account, posted) else { return self.refuse_card() };
        let status = if stored.card.is_expired(self.courier.store.now().date) { "FAILED" } else { "CAPTURED" };
        let mask = stored.mask.clone();
        let Some(order) = self.take_in(operation, account, posted, Some(stored)) else { return self.refuse_order() };
        if let Some(order) = self.till.decide(&order.page, status, &mask) {
            self.tell(&order);
        }
        self.answer("card.one-click-reply", Some(SUCCESS), "Success", &[])
    }

    /// The customer's own card that a request names.
    fn stored(&self, account: usize, posted: &Posted) -> Option<Stored> {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        self.till.card(account, given("customer.id"), given("card.token"))
    }

    fn refuse_card(&self) -> Response {
        self.refuse(None, "card.token: this customer has no such card here.")
    }

    fn refuse_order(&self) -> Response {
        self.refuse(None, "order.id: it was used before. Every order needs an id of its own.")
    }

    /// Remembers an order; `None` when its id is taken.
    fn take_in(&self, operation: &Operation, account: usize, posted: &Posted, stored: Option<Stored>) -> Option<Order> {
        let kept = posted.fields.iter().filter(|(_, _, sensitive)| !sensitive);
        let id = posted.get("order.id").unwrap_or_default();
        let order = Order {
            page: nonce() + &nonce(),
            account,
            asked: kept.map(|(name, text, _)| (name.clone(), text.clone())).collect(),
            stored,
            status: "REQUEST_INITIATED",
            mask: String::new(),
            reference: format!("{id}0000000001"),
            operation: operation.id.clone(),
            since: self.courier.store.now(),
        };
        self.till.add(order.clone()).then_some(order)
    }

    fn page(&self, order: &Order, problems: Vec<&'static str>) -> Response {
        let merchant = self.accounts[order.account].get("merchant_id").unwrap_or("the merchant");
        let back = reqwest::Url::parse(order.asked("url.successUrl")).ok();
        let mut rows = vec![("Order", order.asked("order.id")), ("For", order.asked("order.description"))];
        rows.retain(|(_, text)| !text.is_empty());
        pages::pay(Checkout {
            id: &order.page,
            merchant,
            currency: order.currency(),
            amount: order.asked("order.amount"),
            rows,
            stored: order.stored.as_ref().map(|stored| stored.mask.as_str()),
            problems,
            back: back.as_ref(),
        })
    }

    /// Ends an order once, tells the merchant's server and leads the shopper back.
    fn finish(&self, order: &Order, status: &'static str, mask: &str, where_to: &str) -> Response {
        if let Some(order) = self.till.decide(&order.page, status, mask) {
            self.tell(&order);
        }
        match order.asked(where_to) {
            "" => pages::message(
                StatusCode::OK,
                "The payment is over",
                "The merchant's server is told what became of it.",
            ),
            url => Redirect::to(url).into_response(),
        }
    }

    fn tell(&self, order: &Order) {
        let url = order.asked("url.callbackUrl");
        let body = self
            .inbound("card.callback")
            .and_then(|inbound| engine::write_message(inbound, &order.members(""), &self.accounts[order.account]));
        if let (false, Some(body)) = (url.is_empty(), body) {
            self.courier.send(order.asked("order.id"), url, Parcel::json(body));
        }
    }

    fn charge(&self, order: &Order, entered: Entered, mask: &str) -> Response {
        if entered.decide(self.courier.store.now().date) != Decision::Approved {
            return self.finish(order, "FAILED", mask, "url.failUrl");
        }
        // Once for each order: a second click finds it decided.
        let is_open = self.till.at_page(&order.page).is_some_and(|own| own.is_open());
        if is_open && order.asked("card.storedOnFile") == "TO_BE_STORED" {
            let customer = order.asked("customer.id").to_owned();
            let stored = Stored { account: order.account, customer, card: entered.card, mask: mask.to_owned() };
            self.till.store_card(nonce() + &nonce(), stored);
        }
        self.finish(order, "CAPTURED", mask, "url.successUrl")
    }

    fn with_open(&self, page: &str, act: impl FnOnce(&Order) -> Response) -> Response {
        match self.till.at_page(page) {
            Some(order) if order.is_three_ds() => pages::message(
                StatusCode::OK,
                "3-D Secure",
                "Here the shopper would prove who they are. What follows is on no page, so this sandbox leaves the order as it is.",
            ),
            Some(order) if order.is_open() => act(&order),
            Some(_) => pages::message(StatusCode::OK, "The payment is over", "It was decided before."),
            None => pages::message(StatusCode::NOT_FOUND, "Unknown payment", "No payment has this address."),
        }
    }
}

/// The payment page.
pub(super) async fn show(State(app): State<Finpay>, Path(page): Path<String>) -> Response {
    app.with_open(&page, |order| app.page(order, Vec::new()))
}

/// The shopper pays.
pub(super) async fn pay(State(app): State<Finpay>, Path(page): Path<String>, form: Form) -> Response {
    let pairs = match form.pairs() {
        Ok(pairs) => pairs,
        Err(error) => return form::unreadable(&error),
    };
    let typed = |name: &str| pairs.iter().find(|(key, _)| key == name).map_or("", |(_, text)| text);
    app.with_open(&page, |order| {
        let entered = match &order.stored {
            Some(stored) => Entered::stored(stored.card.clone(), typed("cvc")),
            None => Entered::read(typed("number"), typed("expiry"), typed("cvc")),
        };
        let mask = order.stored.as_ref().map_or_else(|| masked(typed("number")), |stored| stored.mask.clone());
        match entered {
            Ok(entered) => app.charge(order, entered, &mask),
            Err(problems) => app.page(order, problems),
        }
    })
}

/// The shopper gives up.
pub(super) async fn cancel(State(app): State<Finpay>, Path(page): Path<String>) -> Response {
    app.with_open(&page, |order| app.finish(order, "CANCELLED", "", "url.backUrl"))
}

/// The first six and the last four digits, as the samples show a card.
fn masked(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match (digits.get(..6), digits.len().checked_sub(4)) {
        (Some(first), Some(end)) if end > 6 => format!("{first}{}{}", "x".repeat(end - 6), &digits[end..]),
        _ => String::new(),
    }
}
