//! For the tester: the front page, how Pivot's sessions, customers and callbacks stand, its clock, the end of all tokens, and what all
//! gateways have: forgetting everything and sending a callback again. Never shows a token, a key or more of a card than Pivot's own
//! messages do.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use faspay_spec::model::Transport;
use serde_json::{Value, json};

use super::Pivot;
use super::session::{Charge, Session};
use super::simulation::SIMULATIONS;
use crate::control::{self, SHOWN, delivery_report, delivery_rows, resent, reset_told};
use crate::desk::paths_of;
use crate::form::Form;
use crate::ledger;
use crate::pages::{self, Overview, PaymentRow};

/// `GET /`
pub(super) async fn home(State(app): State<Pivot>) -> Response {
    let now = app.now();
    let payments = app.book.open(now).sessions.iter().rev().take(SHOWN).map(|own| app.row(own)).collect();
    let deliveries = delivery_rows(&app.courier.store.lock());
    pages::home(Overview {
        gateway: &app.gateway.id,
        url: &app.url,
        paths: Vec::new(),
        calls: paths_of(&app.gateway, Transport::ServerJson),
        merchants: app.accounts.iter().filter_map(|account| account.get("merchant_id")).collect(),
        now: now.to_string(),
        cards: SIMULATIONS.iter().map(|own| (own.numbers.to_vec(), own.name)).collect(),
        typed: "any expiry and security code; any other number is declined".to_owned(),
        scenario: None,
        payments,
        deliveries,
        control: vec![
            ("GET /_sandbox/state", String::new()),
            ("POST /_sandbox/clock", "today=YYYY-MM-DD, or empty".to_owned()),
            ("POST /_sandbox/expire-tokens", String::new()),
            ("POST /_sandbox/reset", String::new()),
            ("POST /_sandbox/callbacks/SESSIONID/resend", String::new()),
        ],
    })
}

/// `GET /_sandbox/state`
pub(super) async fn state(State(app): State<Pivot>) -> Response {
    let now = app.now();
    let pages = app.book.open(now);
    let sessions = pages.sessions.iter().map(|own| {
        let charges = own
            .charges
            .iter()
            .map(|charge| json!({"status": charge.status, "failureCode": charge.failure, "card": shown(charge)}));
        json!({
            "id": own.id,
            "clientReferenceId": own.asked("clientReferenceId"),
            "customerId": own.customer,
            "status": own.status,
            "charges": charges.collect::<Vec<_>>(),
        })
    });
    let customers = pages.customers.iter().map(|own| {
        let cards = own.stored.iter().map(|stored| format!("{}…{}", stored.card.first6(), stored.card.last4));
        json!({"customerId": own.id, "cards": cards.collect::<Vec<_>>()})
    });
    let deliveries: Vec<Value> = app.courier.store.lock().deliveries.iter().map(delivery_report).collect();
    control::json(
        StatusCode::OK,
        &json!({
            "clock": now.to_string(),
            "sessions": sessions.collect::<Vec<_>>(),
            "customers": customers.collect::<Vec<_>>(),
            "callbacks": deliveries,
        }),
    )
}

/// `POST /_sandbox/clock` with `today=YYYY-MM-DD`; an empty `today` lets the clock run again.
pub(super) async fn clock(State(app): State<Pivot>, form: Form) -> Response {
    control::hold(&app.courier.store, &form)
}

/// `POST /_sandbox/expire-tokens`: every access token ends now.
pub(super) async fn expire_tokens(State(app): State<Pivot>) -> Response {
    let expired = app.book.open(app.now()).expire_tokens();
    control::json(StatusCode::OK, &json!({ "expired": expired }))
}

/// `POST /_sandbox/reset`: forgets everything but the day and the key of encryption.
pub(super) async fn reset(State(app): State<Pivot>) -> Response {
    app.book.open(app.now()).reset();
    app.courier.store.reset();
    reset_told()
}

/// `POST /_sandbox/callbacks/{session}/resend`
pub(super) async fn resend(State(app): State<Pivot>, Path(id): Path<String>) -> Response {
    let is_known = app.book.open(app.now()).sessions.iter().any(|own| own.id == id);
    resent(&app.courier, is_known, &id)
}

impl Pivot {
    fn row(&self, session: &Session) -> PaymentRow {
        let amount = format!("{} {}", session.asked("amount.currency"), ledger::amount(session.amount()));
        PaymentRow {
            link: self.payment_url(session),
            since: session.created.to_string(),
            operation: "session.create".to_owned(),
            order: session.asked("clientReferenceId").to_owned(),
            amount,
            status: session.status.clone(),
            card: session.charges.last().map(shown).unwrap_or_default(),
        }
    }
}

/// The ends of a charge's card.
fn shown(charge: &Charge) -> String {
    format!("{}…{}", charge.card.first6(), charge.card.last4)
}
