//! A payment from the shop's form to the result: takes the form in, shows the payment page, lets the shopper pay or cancel, sends
//! the browser back and the callback out. One payment is decided once, however often its page is used.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use faspay_spec::engine::{self, Posted};
use faspay_spec::model::{Encoding, Inbound, Operation, Sensitivity, Type};
use reqwest::Url;

use crate::callback::{Courier, Parcel};
use crate::card::{Decision, Entered};
use crate::desk::{Desk, Judged, effect_of, keep};
use crate::form::{self, Form};
use crate::ledger::Ledger;
use crate::pages::{self, Checkout, Pairs, WayBack};
use crate::random::uuid;
use crate::refusal::{self, Problem};
use crate::result::{Facts, Outcome};
use crate::scenario::Scenario;
use crate::state::{Decided, Duplicate, Effect, Member, Payment, Store};

/// What every handler needs.
#[derive(Clone)]
pub(crate) struct App {
    pub desk: Arc<Desk>,
    pub store: Store,
    pub courier: Courier,
    /// `http://127.0.0.1:8080`
    pub url: Arc<str>,
    pub callback_url: Option<Arc<str>>,
    pub refuse_duplicates: bool,
}

/// `POST` of a shop's form to one of the gateway's paths.
pub(crate) async fn receive(State(app): State<App>, uri: Uri, form: Form) -> Response {
    match app.desk.judge(uri.path(), Encoding::Form, &form.content_type, &form.body, app.store.now().date) {
        Judged::Unreadable(error) => form::unreadable(&error),
        Judged::Refused { operation, account, posted, problems } => app.refuse(operation, account, &posted, problems),
        Judged::Sound { operation, account, posted } => {
            let played = app.store.scenario().problem().map_or(Ok(()), Err);
            match played.and_then(|()| app.accept(operation, account, &posted)) {
                Ok((id, Some(entered))) => app.with_payment(&id, |payment| app.charge(&payment, entered)),
                Ok((id, None)) => Redirect::to(&format!("/pay/{id}")).into_response(),
                Err(problem) => app.refuse(operation, Some(account), &posted, vec![problem]),
            }
        }
    }
}

/// `GET /pay/{id}`: the payment page, or the way back when the payment is over.
pub(crate) async fn show(State(app): State<App>, Path(id): Path<String>) -> Response {
    app.with_payment(&id, |payment| app.page(&payment, Vec::new()))
}

/// `POST /pay/{id}/card`: the shopper pays.
pub(crate) async fn pay(State(app): State<App>, Path(id): Path<String>, form: Form) -> Response {
    let pairs = match form.pairs() {
        Ok(pairs) => pairs,
        Err(error) => return form::unreadable(&error),
    };
    let typed = |name: &str| pairs.iter().find(|(key, _)| key == name).map_or("", |(_, text)| text);
    app.with_payment(&id, |payment| {
        if app.is_too_late(&payment) {
            return app.finish(&payment, Outcome::expired());
        }
        let entered = match &payment.card {
            Some((_, card)) => Entered::stored(card.clone(), typed("cvc")),
            None => Entered::read(typed("number"), typed("expiry"), typed("cvc")),
        };
        match entered {
            Ok(entered) => app.charge(&payment, entered),
            Err(problems) => app.page(&payment, problems),
        }
    })
}

/// `POST /pay/{id}/cancel`: the shopper gives up.
pub(crate) async fn cancel(State(app): State<App>, Path(id): Path<String>) -> Response {
    app.with_payment(&id, |payment| app.finish(&payment, Outcome::cancelled()))
}

impl App {
    pub(crate) fn operation(&self, index: usize) -> &Operation {
        &self.desk.gateway.operations[index]
    }

    /// Runs what is meant for an open payment; a decided one answers as it did before.
    fn with_payment(&self, id: &str, open: impl FnOnce(Payment) -> Response) -> Response {
        match self.store.payment(id) {
            Some(payment) if payment.decided.is_none() => open(payment),
            Some(payment) => self.way_back(&payment),
            None => {
                let text = "No payment has this address. The sandbox forgets everything when it stops or is reset.";
                pages::message(StatusCode::NOT_FOUND, "Unknown payment", text)
            }
        }
    }

    /// Takes a sound request in, with the card that it carries itself: such a payment has no page.
    fn accept(&self, index: usize, account: usize, posted: &Posted) -> Result<(String, Option<Entered>), Problem> {
        let operation = self.operation(index);
        let direct = operation.fields.iter().any(|field| field.sensitivity == Sensitivity::Card);
        if !direct {
            return Ok((self.take_in(index, account, posted)?, None));
        }
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let stored = self.store.card_of(account, given("pymt_token")).filter(|_| given("cardno").is_empty());
        let entered = match stored {
            Some(card) => Entered::stored(card, given("cardcvc")),
            None => {
                let expiry = format!("{}/{}", given("expirymonth"), given("expiryyear"));
                Entered::read(given("cardno"), &expiry, given("cardcvc"))
            }
        };
        // The sentences never repeat what was entered.
        let entered = entered.map_err(|problems| {
            Problem::new(refusal::CARD_INVALID, "cardno", "card", problems.first().copied().unwrap_or_default())
        })?;
        Ok((self.take_in(index, account, posted)?, Some(entered)))
    }

    /// Stores a sound request, unless the state speaks against it.
    fn take_in(&self, index: usize, account: usize, posted: &Posted) -> Result<String, Problem> {
        let operation = self.operation(index);
        let effect = effect_of(operation, posted);
        let card = match effect {
            Effect::UseToken => {
                let unknown =
                    "This merchant has no such token here. Tokens come from a registration and are forgotten on reset.";
                let token = posted.get("pymt_token").unwrap_or_default();
                let card = self.store.card_of(account, token);
                let card =
                    card.ok_or_else(|| Problem::new(refusal::TOKENISATION, "pymt_token", "unknown-token", unknown))?;
                Some((token.to_owned(), card))
            }
            Effect::UpdateCard => {
                let unknown =
                    "No member of this id is registered here. Register it first; the sandbox forgets members on reset.";
                let member = self.store.member(account, posted.get("member_id").unwrap_or_default());
                member.ok_or_else(|| Problem::new(refusal::PROCESSING, "member_id", "unknown-member", unknown))?;
                None
            }
            Effect::Payment | Effect::Register | Effect::IssueToken => None,
        };
        let asked = keep(operation, posted);
        let order = operation.asks.as_ref().map_or(String::new(), |asks| asks.order.clone());
        let ignored = posted.unknown.iter().map(|(key, _)| key.clone()).collect();
        let since = self.store.now();
        let payment = Payment {
            id: uuid(),
            operation: index,
            account,
            effect,
            asked,
            ignored,
            since,
            card,
            decided: None,
            ledger: Ledger::default(),
        };
        let id = payment.id.clone();
        let used = "This order id was used before. Every payment needs one of its own.";
        match self.store.add(payment, &order, self.refuse_duplicates) {
            Ok(()) => Ok(id),
            Err(Duplicate) => Err(Problem::new(refusal::DUPLICATE, &order, "duplicate", used)),
        }
    }

    fn page(&self, payment: &Payment, problems: Vec<&'static str>) -> Response {
        let operation = self.operation(payment.operation);
        let asks = operation.asks.as_ref();
        let asked = |name: fn(&faspay_spec::model::Asked) -> &String| asks.map_or("", |asks| payment.asked(name(asks)));
        let merchant = asks.and_then(|asks| asks.merchant.as_ref());
        let merchant =
            merchant.and_then(|name| self.desk.accounts[payment.account].get(name)).unwrap_or("the merchant");
        let member = payment.asked("member_id");
        let mut rows = vec![
            ("Order", asked(|asks| &asks.order)),
            ("Name", payment.asked("custname")),
            ("For", payment.asked("description")),
        ];
        rows.push(match payment.effect {
            Effect::UpdateCard => ("Replaces the card of member", member),
            _ => ("Registers member", member),
        });
        rows.retain(|(_, text)| !text.is_empty());
        pages::pay(Checkout {
            id: &payment.id,
            merchant,
            currency: asked(|asks| &asks.currency),
            amount: asked(|asks| &asks.amount),
            rows,
            stored: payment.card.as_ref().map(|(_, card)| card.partial.as_str()),
            problems,
            back: return_url(payment.asked("return_url")).as_ref(),
        })
    }

    /// A payment window closes with its day. How long the real one stays open isn't documented, only that it has an end.
    fn is_too_late(&self, payment: &Payment) -> bool {
        self.store.scenario() == Scenario::WindowExpired || payment.since.date < self.store.now().date
    }

    fn charge(&self, payment: &Payment, entered: Entered) -> Response {
        if let Some(outcome) = Outcome::played(self.store.scenario(), &entered.card) {
            return self.finish(payment, outcome);
        }
        let decision: Decision = entered.decide(self.store.now().date);
        // transactiontype 3 asks for an authorisation; everything else is a purchase.
        let mut outcome = Outcome::decided(&decision, payment.asked("transactiontype") == "3", entered.card);
        // Every approved payment of this kind brings the token back (card/token-payment-window, response).
        if outcome.is_approved() {
            outcome.token = match payment.effect {
                Effect::IssueToken => Some(uuid()),
                _ => payment.card.as_ref().map(|(token, _)| token.clone()),
            };
        }
        self.finish(payment, outcome)
    }

    /// Ends a payment: remembers the outcome, lets it take effect, tells the merchant's server and sends the browser back.
    fn finish(&self, payment: &Payment, outcome: Outcome) -> Response {
        let operation = self.operation(payment.operation);
        let Some(back) = self.result(payment, &outcome, operation.on_return.or(operation.on_callback)) else {
            let text =
                "The tables describe no signed result for this operation, or the request lacks a value that it covers.";
            return pages::message(StatusCode::INTERNAL_SERVER_ERROR, "No result", text);
        };
        let callback = self.callback(payment, &outcome);
        let decided = Decided { outcome: outcome.clone(), back };
        if self.store.decide(&payment.id, decided) {
            if let Some(card) = outcome.card.clone().filter(|_| outcome.is_approved()) {
                let member = payment.asked("member_id");
                match payment.effect {
                    Effect::Register => {
                        let member = (member, Member { card, asked: payment.asked.clone(), owed: false });
                        self.store.put_member(payment.account, member.0, member.1);
                    }
                    Effect::UpdateCard => self.store.change_card(payment.account, member, card),
                    Effect::IssueToken => {
                        outcome
                            .token
                            .into_iter()
                            .for_each(|token| self.store.put_token(payment.account, token, card.clone()));
                    }
                    Effect::UseToken | Effect::Payment => {}
                }
            }
            if let Some((url, body)) = callback {
                self.courier.send(&payment.id, &url, Parcel::form(body));
            }
        }
        match self.store.payment(&payment.id) {
            Some(payment) => self.way_back(&payment),
            None => self.with_payment(&payment.id, |_| StatusCode::NOT_FOUND.into_response()),
        }
    }

    /// A signed message about a payment.
    fn result(&self, payment: &Payment, outcome: &Outcome, inbound: Option<usize>) -> Option<Pairs> {
        let facts = Facts {
            desk: &self.desk,
            account: payment.account,
            operation: self.operation(payment.operation),
            stored: Some((&payment.id, payment.since)),
            ledger: Some(&payment.ledger),
            outcome,
            echo: &|name| payment.asked.get(name).cloned(),
        };
        facts.write(self.desk.gateway.inbound.get(inbound?)?)
    }

    /// Address and body of what the merchant's server is told about a payment. The payment's own address, which the two
    /// editions call differently, goes before the one that the merchant registered.
    pub(crate) fn callback(&self, payment: &Payment, outcome: &Outcome) -> Option<(String, String)> {
        let own =
            ["handshake_url", "callback_url"].map(|name| payment.asked(name)).into_iter().find(|url| !url.is_empty());
        let url = own.or(self.callback_url.as_deref())?;
        let pairs = self.result(payment, outcome, self.operation(payment.operation).on_callback)?;
        Some((url.to_owned(), form_body(pairs)))
    }

    /// The order id of a payment.
    pub(crate) fn order<'a>(&'a self, payment: &'a Payment) -> &'a str {
        self.operation(payment.operation).asks.as_ref().map_or("", |asks| payment.asked(&asks.order))
    }

    /// A merchant's payment of an order. The newest counts, should an id have been used twice.
    pub(crate) fn payment_of(&self, account: usize, order: &str) -> Option<Payment> {
        let inner = self.store.lock();
        let mut own = inner.payments.iter().rev().filter(|payment| payment.account == account);
        own.find(|payment| self.order(payment) == order).cloned()
    }

    /// The amount of a payment.
    pub(crate) fn amount<'a>(&'a self, payment: &'a Payment) -> &'a str {
        self.operation(payment.operation).asks.as_ref().map_or("", |asks| payment.asked(&asks.amount))
    }

    /// Sends the browser back to the shop with the result of a decided payment.
    fn way_back(&self, payment: &Payment) -> Response {
        let Some(decided) = &payment.decided else { return self.page(payment, Vec::new()) };
        let url = return_url(payment.asked("return_url"));
        match (manner(self.operation(payment.operation), payment.asked("response_type")), url) {
            (Manner::Get, Some(url)) => Redirect::to(with_query(url, &decided.back).as_str()).into_response(),
            (Manner::Post, Some(url)) => pages::post_back(&url, &decided.back, decided.outcome.sentence()),
            (Manner::Text, _) | (_, None) => text(&decided.back),
        }
    }

    /// Answers a request that isn't taken in: the reasons for the tester, and the signed error for the shop where there is a way.
    fn refuse(&self, index: usize, account: Option<usize>, posted: &Posted, problems: Vec<Problem>) -> Response {
        let operation = self.operation(index);
        let code = problems.first().map_or(refusal::PROCESSING, |problem| problem.code);
        let faulty = |name: &str| problems.iter().any(|problem| problem.field == name);
        let asks = operation.asks.as_ref();
        let identifies = |name: &str| {
            asks.is_some_and(|asks| [&asks.order, &asks.amount, &asks.currency].iter().any(|own| *own == name))
        };
        let kept = keep(operation, posted);
        // What identifies the payment comes back as it was sent, right or wrong, so that the shop knows what was refused.
        let echo = |name: &str| kept.get(name).filter(|_| identifies(name) || !faulty(name)).cloned();
        let outcome = Outcome::refused(code);
        let write = |inbound: &Inbound| {
            let facts = Facts {
                desk: &self.desk,
                account: account?,
                operation,
                stored: None,
                ledger: None,
                outcome: &outcome,
                echo: &echo,
            };
            facts.write(inbound)
        };
        let result = operation.on_return.and_then(|index| write(&self.desk.gateway.inbound[index]));
        let url = echo("return_url").and_then(|url| return_url(&url));
        let manner = manner(operation, &echo("response_type").unwrap_or_default());
        let way_back = match (result, url, account) {
            (Some(result), _, _) if manner == Manner::Text => return text(&result),
            (Some(result), Some(url), _) if manner == Manner::Get => WayBack::Link(with_query(url, &result)),
            (Some(result), Some(url), _) => WayBack::Form(url, result),
            (_, _, None) => WayBack::None(
                "Nothing goes back to the shop: without a known merchant there is no password to sign with.",
            ),
            (None, _, _) => {
                WayBack::None("Nothing goes back to the shop: a value that the result's signature covers is missing.")
            }
            (_, None, _) => WayBack::None("Nothing goes back to the shop: the request has no usable return_url."),
        };
        let meaning = self.desk.meaning("err-code", code).unwrap_or_default();
        pages::refused(code, &meaning, &problems, &way_back)
    }
}

/// How the browser is sent back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Get,
    Post,
    Text,
}

/// `response_type` where the operation has it and it may be 1, which then is the default; other results always come by POST.
fn manner(operation: &Operation, response_type: &str) -> Manner {
    let chosen = operation.fields.iter().any(|field| {
        field.name == "response_type"
            && !matches!(&field.ty, Type::Code { only: Some(only), .. } if !only.iter().any(|code| code == "1"))
    });
    match response_type {
        "3" if chosen => Manner::Text,
        "2" => Manner::Post,
        _ if chosen => Manner::Get,
        _ => Manner::Post,
    }
}

/// Where a browser can be sent; the engine has checked the rest.
fn return_url(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

fn with_query(mut url: Url, pairs: &Pairs) -> Url {
    url.query_pairs_mut().extend_pairs(pairs);
    url
}

/// `KEY=VALUE;KEY=VALUE`: the printed form, which has no way to escape a `;` inside a value.
pub(crate) fn text(pairs: &Pairs) -> Response {
    let printed: Vec<String> = pairs.iter().map(|(key, text)| format!("{key}={text}")).collect();
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], printed.join(";")).into_response()
}

fn form_body(pairs: Pairs) -> String {
    let fields: Vec<_> = pairs.into_iter().map(|(key, text)| (key, text, false)).collect();
    engine::form_body(&fields)
}
