//! For the tester: the front page, and a small API by which tests and the demonstration look at the state, move the clock,
//! forget everything and send a callback again. Never shows a token, a credential or more of a card than the gateway's results do.
//! The handlers are Faspay's; what the other gateways' own do alike is here too.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use faspay_spec::engine::Date;
use serde_json::{Value, json};

use crate::callback::Courier;
use crate::checkout::App;
use crate::form::Form;
use crate::ledger;
use crate::pages::{self, DeliveryRow, Overview, PaymentRow};
use crate::scenario::Scenario;
use crate::state::{Delivery, Inner, Payment, Progress, Store};

/// Rows of each table on the front page.
pub(crate) const SHOWN: usize = 25;

/// `GET /`
pub(crate) async fn home(State(app): State<App>) -> Response {
    let now = app.store.now().to_string();
    let scenario = app.store.scenario();
    let scenario = (scenario != Scenario::None).then_some((scenario.name(), scenario.effect()));
    let (payments, deliveries) = {
        let inner = app.store.lock();
        (inner.payments.iter().rev().take(SHOWN).map(|payment| app.row(payment)).collect(), delivery_rows(&inner))
    };
    let names: Vec<_> = Scenario::ALL.iter().map(|(_, name, _)| *name).collect();
    let gateway = &app.desk.gateway;
    pages::home(Overview {
        gateway: &gateway.id,
        url: &app.url,
        paths: app.desk.paths(),
        calls: [app.desk.calls(), app.desk.json_calls()].concat(),
        merchants: app.desk.accounts.iter().filter_map(|account| account.get("merchantid")).collect(),
        now,
        cards: pages::test_cards(),
        typed: pages::test_entry(),
        scenario,
        payments,
        deliveries,
        control: vec![
            ("GET /_sandbox/state", String::new()),
            ("POST /_sandbox/clock", "today=YYYY-MM-DD, or empty".to_owned()),
            ("POST /_sandbox/scenario", format!("scenario=NAME ({})", names.join(", "))),
            ("POST /_sandbox/reset", String::new()),
            ("POST /_sandbox/callbacks/TRANSACTIONID/resend", String::new()),
        ],
    })
}

/// `GET /_sandbox/state`
pub(crate) async fn state(State(app): State<App>) -> Response {
    let clock = app.store.now();
    let tokens = app.store.tokens();
    let scenario = app.store.scenario();
    let inner = app.store.lock();
    let payments: Vec<Value> = inner.payments.iter().map(|payment| app.report(payment)).collect();
    let members: Vec<Value> = inner
        .members
        .iter()
        .map(|((account, id), member)| {
            let asked: Vec<_> = member.asked.iter().filter(|(name, _)| is_schedule(name)).collect();
            json!({
                "member_id": id,
                "merchantid": app.desk.accounts[*account].get("merchantid"),
                "card": member.card.partial,
                "schedule": asked.into_iter().map(|(name, text)| (name.clone(), json!(text))).collect::<serde_json::Map<_, _>>(),
            })
        })
        .collect();
    let callbacks: Vec<Value> = inner.deliveries.iter().map(delivery_report).collect();
    json(
        StatusCode::OK,
        &json!({
            "clock": clock.to_string(),
            "scenario": scenario.name(),
            "transactions": payments,
            "members": members,
            "tokens": tokens,
            "callbacks": callbacks,
        }),
    )
}

/// `POST /_sandbox/clock` with `today=YYYY-MM-DD`; an empty `today` lets the clock run again. Forward, the days between begin one by
/// one, with the charges of members that are due on them.
pub(crate) async fn clock(State(app): State<App>, form: Form) -> Response {
    let before = app.store.now().date;
    let told = hold(&app.store, &form);
    app.days_begin(before, app.store.now().date);
    told
}

/// Holds the clock at the day that a form names, or lets it run again; tells how it stands then.
pub(crate) fn hold(store: &Store, form: &Form) -> Response {
    let pairs = form.pairs().unwrap_or_default();
    let day = match pairs.iter().find(|(key, _)| key == "today").map(|(_, text)| text.as_str()) {
        Some("") => None,
        Some(text) if Date::parse(text).is_some() => Date::parse(text),
        _ => {
            let text = "give the form field today: a date YYYY-MM-DD, or empty for the real day";
            return problem(StatusCode::BAD_REQUEST, text);
        }
    };
    store.hold(day);
    json(StatusCode::OK, &json!({"clock": store.now().to_string()}))
}

/// `POST /_sandbox/scenario` with `scenario=NAME`; `none` ends it.
pub(crate) async fn scenario(State(app): State<App>, form: Form) -> Response {
    let pairs = form.pairs().unwrap_or_default();
    let Some((_, name)) = pairs.iter().find(|(key, _)| key == "scenario") else {
        return problem(StatusCode::BAD_REQUEST, "give the form field scenario: its name, or none");
    };
    match name.parse::<Scenario>() {
        Ok(scenario) => {
            app.store.play(scenario);
            json(StatusCode::OK, &json!({"scenario": scenario.name(), "effect": scenario.effect()}))
        }
        Err(unknown) => problem(StatusCode::BAD_REQUEST, &unknown.to_string()),
    }
}

/// `POST /_sandbox/reset`
pub(crate) async fn reset(State(app): State<App>) -> Response {
    app.store.reset();
    reset_told()
}

/// Everything is forgotten.
pub(crate) fn reset_told() -> Response {
    json(StatusCode::OK, &json!({"reset": true}))
}

/// `POST /_sandbox/callbacks/{transactionid}/resend`
pub(crate) async fn resend(State(app): State<App>, Path(id): Path<String>) -> Response {
    resent(&app.courier, app.store.payment(&id).is_some(), &id)
}

/// Sends the last callback about a payment again.
pub(crate) fn resent(courier: &Courier, is_known: bool, id: &str) -> Response {
    if !is_known {
        return problem(StatusCode::NOT_FOUND, "no payment has this id");
    }
    match courier.again(id) {
        Some(number) => json(StatusCode::ACCEPTED, &json!({"callback": number})),
        None => {
            problem(StatusCode::CONFLICT, "nothing was told of the payment yet, or there is no address to tell it to")
        }
    }
}

impl App {
    fn asks(&self, payment: &Payment) -> [String; 3] {
        let asks = self.desk.gateway.operations[payment.operation].asks.as_ref();
        asks.map(|asks| [&asks.order, &asks.amount, &asks.currency].map(|name| payment.asked(name).to_owned()))
            .unwrap_or_default()
    }

    fn row(&self, payment: &Payment) -> PaymentRow {
        let [order, amount, currency] = self.asks(payment);
        let outcome = payment.decided.as_ref().map(|decided| &decided.outcome);
        PaymentRow {
            link: outcome.is_none().then(|| format!("/pay/{}", payment.id)),
            since: payment.since.to_string(),
            operation: self.desk.gateway.operations[payment.operation].id.clone(),
            order,
            amount: format!("{currency} {amount}"),
            status: match outcome {
                None => "open".to_owned(),
                Some(outcome) => format!("{} ({})", payment.status(), outcome.sentence()),
            },
            card: outcome.and_then(|outcome| outcome.card.as_ref()).map_or(String::new(), |card| card.partial.clone()),
        }
    }

    fn report(&self, payment: &Payment) -> Value {
        let [order, amount, currency] = self.asks(payment);
        let outcome = payment.decided.as_ref().map(|decided| &decided.outcome);
        json!({
            "transactionid": payment.id,
            "operation": format!("{}.{}", self.desk.gateway.id, self.desk.gateway.operations[payment.operation].id),
            "merchantid": self.desk.accounts[payment.account].get("merchantid"),
            "merchant_tranid": order,
            "amount": amount,
            "currencycode": currency,
            "trandate": payment.since.to_string(),
            "ignored": payment.ignored,
            "txn_status": payment.status(),
            "refunded": ledger::amount(payment.ledger.returned),
            "err_code": outcome.map(|outcome| outcome.err_code),
            "card": outcome.and_then(|outcome| outcome.card.as_ref()).map(|card| &card.partial),
        })
    }
}

/// The fields of a registration that say when a member is charged, and how much.
fn is_schedule(name: &str) -> bool {
    name == "process_date" || name.starts_with("recurring_")
}

fn state_of(progress: &Progress) -> (&'static str, Option<&str>) {
    match progress {
        Progress::Pending => ("pending", None),
        Progress::Acknowledged => ("acknowledged", None),
        Progress::GaveUp => ("gave-up", None),
        Progress::Refused(reason) => ("refused", Some(reason)),
    }
}

/// The last callbacks, the newest first.
pub(crate) fn delivery_rows(inner: &Inner) -> Vec<DeliveryRow> {
    inner.deliveries.iter().rev().take(SHOWN).map(delivery_row).collect()
}

fn delivery_row(delivery: &Delivery) -> DeliveryRow {
    let (state, reason) = state_of(&delivery.progress);
    DeliveryRow {
        payment: delivery.payment.clone(),
        url: delivery.url.clone(),
        state: reason.map_or_else(|| state.to_owned(), |reason| format!("{state}: {reason}")),
        attempts: delivery.attempts.join(", "),
    }
}

pub(crate) fn delivery_report(delivery: &Delivery) -> Value {
    let (state, reason) = state_of(&delivery.progress);
    json!({
        "callback": delivery.number,
        "transactionid": delivery.payment,
        "url": delivery.url,
        "state": state,
        "reason": reason,
        "attempts": delivery.attempts,
    })
}

fn problem(status: StatusCode, text: &str) -> Response {
    json(status, &json!({"error": text}))
}

pub(crate) fn json(status: StatusCode, value: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
