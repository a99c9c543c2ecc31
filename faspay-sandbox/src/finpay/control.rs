//! For the tester: the front page, how Finpay's orders and callbacks stand, its stored cards with their tokens, its clock, forgetting
//! everything and sending a callback again. Never shows a key or more of a card than Finpay's own messages do.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use faspay_spec::model::Transport;
use serde_json::{Value, json};

use super::Finpay;
use super::till::Order;
use crate::control::{self, SHOWN, delivery_rows, resent, reset_told};
use crate::desk::paths_of;
use crate::form::Form;
use crate::pages::{self, Overview, PaymentRow};

/// `GET /`
pub(super) async fn home(State(app): State<Finpay>) -> Response {
    let payments = app.till.orders(row).into_iter().rev().take(SHOWN).collect();
    let deliveries = delivery_rows(&app.courier.store.lock());
    pages::home(Overview {
        gateway: &app.gateway.id,
        url: &app.url,
        paths: Vec::new(),
        calls: paths_of(&app.gateway, Transport::ServerJson),
        merchants: app.accounts.iter().filter_map(|account| account.get("merchant_id")).collect(),
        now: app.courier.store.now().to_string(),
        cards: pages::test_cards(),
        typed: pages::test_entry(),
        scenario: None,
        payments,
        deliveries,
        control: vec![
            ("GET /_sandbox/state", String::new()),
            ("GET /_sandbox/cards?customer=ID", String::new()),
            ("POST /_sandbox/clock", "today=YYYY-MM-DD, or empty".to_owned()),
            ("POST /_sandbox/reset", String::new()),
            ("POST /_sandbox/callbacks/ORDERID/resend", String::new()),
        ],
    })
}

/// `GET /_sandbox/cards?customer=ID`: the cards that are stored for a customer, with their tokens. Not Finpay's: its own list isn't known.
pub(super) async fn cards(State(app): State<Finpay>, Query(of): Query<BTreeMap<String, String>>) -> Response {
    let cards = app.till.cards_of(of.get("customer").map_or("", String::as_str)).into_iter();
    let cards: Vec<Value> = cards.map(|(token, mask)| json!({"token": token, "mask": mask})).collect();
    control::json(StatusCode::OK, &json!({ "cards": cards }))
}

/// `GET /_sandbox/state`: orders and how they stand, and deliveries.
pub(super) async fn state(State(app): State<Finpay>) -> Response {
    let orders = app.till.orders(|own| json!({"order": own.asked("order.id"), "status": own.status}));
    let deliveries: Vec<Value> = {
        let inner = app.courier.store.lock();
        let report = inner.deliveries.iter();
        report.map(|own| json!({"order": own.payment, "url": own.url, "attempts": own.attempts})).collect()
    };
    control::json(StatusCode::OK, &json!({"orders": orders, "callbacks": deliveries}))
}

/// `POST /_sandbox/clock` with `today=YYYY-MM-DD`; an empty `today` lets the clock run again.
pub(super) async fn clock(State(app): State<Finpay>, form: Form) -> Response {
    control::hold(&app.courier.store, &form)
}

/// `POST /_sandbox/reset`: forgets everything but the day.
pub(super) async fn reset(State(app): State<Finpay>) -> Response {
    app.till.reset();
    app.courier.store.reset();
    reset_told()
}

/// `POST /_sandbox/callbacks/{order}/resend`
pub(super) async fn resend(State(app): State<Finpay>, Path(id): Path<String>) -> Response {
    let is_known = app.till.orders(|own| own.asked("order.id") == id).contains(&true);
    resent(&app.courier, is_known, &id)
}

fn row(order: &Order) -> PaymentRow {
    PaymentRow {
        link: order.is_open().then(|| format!("/pg/payment/card/access/{}", order.page)),
        since: order.since.to_string(),
        operation: order.operation.clone(),
        order: order.asked("order.id").to_owned(),
        amount: format!("{} {}", order.currency(), order.asked("order.amount")),
        status: order.status.to_owned(),
        card: order.mask.clone(),
    }
}
