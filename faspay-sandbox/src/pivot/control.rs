//! For the tester: how Pivot's sessions, customers and callbacks stand, its clock, and the end of all tokens. Never shows a token, a key
//! or more of a card than Pivot's own messages do.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use faspay_spec::engine::Date;
use serde_json::{Value, json};

use super::Pivot;
use crate::control::delivery_report;
use crate::form::Form;

/// `GET /_sandbox/state`
pub(super) async fn state(State(app): State<Pivot>) -> Response {
    let now = app.now();
    let pages = app.book.open(now);
    let sessions = pages.sessions.iter().map(|own| {
        let charges = own.charges.iter().map(|charge| {
            let card = format!("{}…{}", charge.card.first6(), charge.card.last4);
            json!({"status": charge.status, "failureCode": charge.failure, "card": card})
        });
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
    answer(
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
    let pairs = form.pairs().unwrap_or_default();
    let day = match pairs.iter().find(|(key, _)| key == "today").map(|(_, text)| text.as_str()) {
        Some("") => None,
        Some(text) if Date::parse(text).is_some() => Date::parse(text),
        _ => {
            let text = "give the form field today: a date YYYY-MM-DD, or empty for the real day";
            return answer(StatusCode::BAD_REQUEST, &json!({ "error": text }));
        }
    };
    app.courier.store.hold(day);
    answer(StatusCode::OK, &json!({"clock": app.now().to_string()}))
}

/// `POST /_sandbox/expire-tokens`: every access token ends now.
pub(super) async fn expire_tokens(State(app): State<Pivot>) -> Response {
    let expired = app.book.open(app.now()).expire_tokens();
    answer(StatusCode::OK, &json!({ "expired": expired }))
}

fn answer(status: StatusCode, value: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
