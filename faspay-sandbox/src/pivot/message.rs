//! What Pivot says of a session, a charge and a customer: paths and texts for the engine to write by the tables. What a table doesn't have
//! isn't said, nor what no page shows: authorised amounts, risk scores, what a bank answered.

use serde_json::{Map, Value, json};

use super::Pivot;
use super::book::{Customer, Stored};
use super::session::{Charge, Session};
use crate::ledger;

/// Path and text.
pub(crate) type Members = Vec<(String, String)>;

impl Pivot {
    /// Where the shopper goes, while there is something to do.
    pub fn payment_url(&self, session: &Session) -> Option<String> {
        let room = match session.is_redirect() {
            true if session.is(&["REQUIRE_PAYMENT_METHOD", "REQUIRE_ACTION"]) => "payment",
            false if session.waiting().is_some() => "3ds",
            _ => return None,
        };
        Some(format!("{}/{room}/{}", self.url, session.page))
    }

    /// A session with its customer, as answers and callbacks have it.
    pub fn session_members(&self, session: &Session, customer: Option<&Customer>) -> Members {
        let mut members: Members = vec![("data.id".to_owned(), session.id.clone())];
        let asked = session.asked.iter().filter(|(name, _)| !name.starts_with("customer"));
        members.extend(asked.map(|(name, text)| (format!("data.{name}"), text.clone())));
        members.push(("data.customerId".to_owned(), session.customer.clone()));
        let told = customer.into_iter().flat_map(|own| &own.told);
        members.extend(told.map(|(name, text)| (format!("data.customer.{name}"), text.clone())));
        members.push(("data.status".to_owned(), session.status.clone()));
        let list: Vec<Value> = session.charges.iter().map(|charge| charge_json(session, charge)).collect();
        let charges = if list.is_empty() { String::new() } else { Value::Array(list).to_string() };
        members.push(("data.chargeDetails".to_owned(), charges));
        let mut optional = |name: &str, text: Option<String>| {
            members.extend(text.filter(|text| !text.is_empty()).map(|text| (format!("data.{name}"), text)));
        };
        optional("encryptionKey", session.is(&["REQUIRE_CONFIRMATION"]).then(|| session.encryption_key.clone()));
        optional("paymentUrl", self.payment_url(session));
        optional("createdAt", Some(session.created.utc()));
        optional("updatedAt", Some(session.updated.utc()));
        optional("cancelledAt", session.cancelled.as_ref().map(|(at, _)| at.utc()));
        optional("cancellationReason", session.cancelled.as_ref().map(|(_, reason)| reason.clone()));
        // What the table of the answer doesn't have isn't repeated: options, the order, a card.
        let reply = self.inbound("session.reply");
        members.retain(|(name, _)| reply.is_some_and(|own| own.fields.iter().any(|field| field.name == *name)));
        members
    }
}

/// A session in a list, as far as lists have it.
pub(super) fn listed(session: &Session, payment_url: Option<String>) -> Value {
    let mut own = json!({
        "id": session.id,
        "clientReferenceId": session.asked("clientReferenceId"),
        "amount": amount(session),
        "status": session.status,
        "createdAt": session.created.utc(),
        "updatedAt": session.updated.utc(),
    });
    if let Some(url) = payment_url {
        own["paymentUrl"] = Value::String(url);
    }
    own
}

/// The answer to a question for a customer.
pub(super) fn customer_members(customer: &Customer) -> Members {
    let mut members: Members =
        customer.told.iter().map(|(name, text)| (format!("data.{name}"), text.clone())).collect();
    let stored: Vec<Value> = customer.stored.iter().map(stored_json).collect();
    members.push(("data.storedPaymentMethods".to_owned(), Value::Array(stored).to_string()));
    members
}

/// A bare number, as samples have it. One with decimals is a text, as numbers of JSON lose their last zero here.
fn amount(session: &Session) -> Value {
    let (whole, rest) = (session.amount() / 100, session.amount() % 100);
    let value = if rest == 0 { Value::from(whole) } else { Value::from(ledger::amount(session.amount())) };
    json!({"value": value, "currency": session.asked("amount.currency")})
}

fn stored_json(stored: &Stored) -> Value {
    let card = &stored.card;
    json!({
        "token": stored.token,
        "paymentMethod": "CARD",
        "paymentChannel": card.brand,
        "status": "ACTIVE",
        "createdAt": stored.since.utc(),
        "card": {
            "fingerprint": card.fingerprint,
            "network": card.brand,
            "first6": card.first6(),
            "first8": card.first8,
            "last4": card.last4,
            "expMonth": card.month,
            "expYear": card.year,
            "cardHolderFirstName": card.first_name,
            "cardHolderLastName": card.last_name,
        },
    })
}

fn charge_json(session: &Session, charge: &Charge) -> Value {
    // Before authentication a card's members are empty, and it has no fingerprint.
    let is_known = charge.status != "WAITING_FOR_AUTHENTICATION";
    let text = |text: &str| Value::from(if is_known { text } else { "" });
    let mut card = Map::new();
    for (name, own) in [
        ("first6", charge.card.first6()),
        ("first8", &charge.card.first8),
        ("last4", &charge.card.last4),
        ("expMonth", &charge.card.month),
        ("expYear", &charge.card.year),
    ] {
        card.insert(name.to_owned(), text(own));
    }
    if is_known {
        card.insert("fingerprint".to_owned(), Value::from(charge.card.fingerprint.as_str()));
    }
    card.insert("binInformations".to_owned(), json!({"brand": text(charge.card.brand)}));
    let result = match charge.authenticated {
        Some(true) => "SUCCESSFUL",
        Some(false) => "FAILED",
        None => "",
    };
    let authentication = json!({"threeDsResult": result, "threeDsMethod": text(charge.three_ds)});
    card.insert("authenticationResult".to_owned(), authentication);
    let mut own = json!({
        "id": charge.id,
        "paymentSessionId": session.id,
        "paymentSessionClientReferenceId": session.asked("clientReferenceId"),
        "amount": amount(session),
        "statementDescriptor": session.asked("statementDescriptor"),
        "status": charge.status,
        "isCaptured": charge.status == "SUCCESS",
        "createdAt": charge.created.utc(),
        "updatedAt": charge.updated.utc(),
        "paidAt": charge.paid.map(|at| at.utc()),
        "card": card,
    });
    if let Some(code) = charge.failure {
        own["failureCode"] = Value::from(code);
        own["failureMessage"] = Value::from(format!("Simulated: {}.", charge.card.simulation.name));
    }
    own
}
