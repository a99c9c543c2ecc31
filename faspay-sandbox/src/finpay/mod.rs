//! Plays Finpay: takes calls with Basic authorisation, answers with where the shopper pays, tells the merchant's server what became
//! of it under the merchant key, and keeps stored cards. What no page describes isn't made up: where the code of a refusal isn't
//! known there is none, and the list of stored cards is its response code. Who tests finds tokens under `/_sandbox/cards`.
//!
//! Two operations are known in part. A one-click payment is decided at once: the callback and the status tell of it, the answer only that it
//! was taken in. 3-D Secure of the merchant's own gets the address of a page, and there it ends: what follows isn't documented, so the order
//! stays as it is, and what was sent as the card is neither read nor kept.

mod control;
mod payment;
mod till;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use faspay_spec::engine::{self, Call, Credentials, FaultKind, Posted};
use faspay_spec::model::{Gateway, Inbound, Operation, Type};

use crate::callback::Courier;
use till::Till;

const SUCCESS: &str = "2000000";
const UNAUTHORISED: &str = "4011000";
const NOT_PERMITTED: &str = "4030015";
const INVALID_STATUS: &str = "4040100";
const NOT_FOUND: &str = "4041011";

/// What every handler needs.
#[derive(Clone)]
pub(crate) struct Finpay {
    pub gateway: Arc<Gateway>,
    pub accounts: Arc<[Credentials]>,
    pub till: Till,
    pub courier: Courier,
    /// `http://127.0.0.1:8080`
    pub url: Arc<str>,
}

impl Finpay {
    /// The gateway, with numbers in its messages written bare, as all samples have them; a table doesn't say so.
    pub fn new(mut gateway: Gateway, accounts: Vec<Credentials>, courier: Courier, url: &str) -> Self {
        for field in gateway.inbound.iter_mut().flat_map(|inbound| inbound.fields.iter_mut()) {
            field.json_number |= matches!(field.ty, Type::Amount { .. }) || field.name == "processingTime";
        }
        let (gateway, accounts) = (Arc::new(gateway), accounts.into());
        Self { gateway, accounts, till: Till::default(), courier, url: url.into() }
    }

    fn inbound(&self, id: &str) -> Option<&Inbound> {
        self.gateway.inbound.iter().find(|own| own.id == id)
    }

    fn operation(&self, id: &str) -> Option<&Operation> {
        self.gateway.operations.iter().find(|own| own.id == id)
    }

    /// Which operation a call is. Most initiations share an address: what is said of the card and of a schedule tells them apart.
    fn operation_of(&self, method: &Method, call: Call<'_>) -> Result<Option<&Operation>, engine::ParseError> {
        if *method == Method::GET {
            let of_list = |own: &&Operation| own.path.is_empty() && call.path == format!("/{}", own.endpoint);
            let mut gets = self.gateway.operations.iter().filter(|own| own.method.as_str() == "GET");
            return Ok(gets.find(|own| of_list(own) || !own.path.is_empty() && engine::is_path_of(own, call.path)));
        }
        let Some(widest) = self.operation("card.recurring").filter(|own| engine::is_path_of(own, call.path)) else {
            let mut posts = self.gateway.operations.iter().filter(|own| own.method.as_str() == "POST");
            return Ok(posts.find(|own| engine::is_path_of(own, call.path)));
        };
        let posted = engine::read_call(widest, call)?;
        let is_recurring = posted.fields.iter().any(|(name, _, _)| name.starts_with("recurring"));
        Ok(self.operation(match posted.get("card.storedOnFile") {
            _ if is_recurring => "card.recurring",
            Some("STORED") => "card.two-click",
            Some("TO_BE_STORED") => "card.stored-card-initiate",
            _ => "card.initiate",
        }))
    }

    /// An answer with these members between message and time.
    fn answer(&self, id: &str, code: Option<&str>, message: &str, members: &[(&str, &str)]) -> Response {
        let pair = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
        let mut pairs: Vec<(String, String)> = code.map(|code| pair(("responseCode", code))).into_iter().collect();
        pairs.push(pair(("responseMessage", message)));
        pairs.extend(members.iter().copied().map(pair));
        pairs.push(pair(("processingTime", "0.001")));
        // The first three digits of a code are the status that it comes with.
        let status = code.and_then(|code| code.get(..3)).and_then(|digits| digits.parse::<u16>().ok()).unwrap_or(400);
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
        let body = self.inbound(id).and_then(|inbound| engine::write_message(inbound, &pairs, &self.accounts[0]));
        (status, [(header::CONTENT_TYPE, "application/json")], body.unwrap_or_default()).into_response()
    }

    fn refuse(&self, code: Option<&str>, message: &str) -> Response {
        self.answer("card.plain-reply", code, message, &[])
    }

    fn serve(&self, operation: &Operation, account: usize, posted: &Posted) -> Response {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let done = || self.answer("card.plain-reply", Some(SUCCESS), "Success", &[]);
        let changed = |changed| match changed {
            Ok(()) => done(),
            Err(till::Refusal::Unknown) => self.refuse(Some(NOT_FOUND), "There is no such transaction."),
            Err(till::Refusal::Unpaid) => self.refuse(Some(NOT_PERMITTED), "Only a paid order can be voided."),
            Err(till::Refusal::Over) => self.refuse(Some(INVALID_STATUS), "The transaction's status forbids it."),
        };
        match operation.id.as_str() {
            "card.check-status" => match self.till.order(account, given("orderId")) {
                Some(order) => {
                    let members = order.members("data.");
                    let members: Vec<_> = members.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
                    self.answer("card.status-reply", Some(SUCCESS), "Success", &members)
                }
                None => self.refuse(Some(NOT_FOUND), "There is no such transaction."),
            },
            "card.cancel" => changed(self.till.cancel(account, given("orderId"))),
            "card.void" => changed(self.till.void(account, given("orderId"))),
            "card.delete-stored-card" => match self.till.forget_card(account, given("cardToken")) {
                true => done(),
                false => self.refuse(None, "There is no such card."),
            },
            "card.retrieve-stored-card" => done(),
            "card.one-click" => self.one_click(operation, account, posted),
            _ => self.initiate(operation, account, posted),
        }
    }
}

/// The routes of the shops, and those of the gateway's own pages.
pub(crate) fn routes(app: Finpay) -> (Router, Router) {
    let shops = Router::new()
        .route("/", get(control::home))
        .route("/pg/payment/card/access/{id}", get(payment::show))
        .route("/pg/payment/card/{*rest}", any(receive))
        .route("/stored-card-list", any(receive));
    let own = Router::new()
        .route("/pay/{id}/card", post(payment::pay))
        .route("/pay/{id}/cancel", post(payment::cancel))
        .route("/_sandbox/cards", get(control::cards))
        .route("/_sandbox/state", get(control::state))
        .route("/_sandbox/clock", post(control::clock))
        .route("/_sandbox/reset", post(control::reset))
        .route("/_sandbox/callbacks/{id}/resend", post(control::resend));
    (shops.with_state(app.clone()), own.with_state(app))
}

/// A call of a merchant's server.
async fn receive(State(app): State<Finpay>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let read = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
    };
    let headers: Vec<(String, String)> = headers.iter().filter_map(read).collect();
    let content_type = headers.iter().find(|(name, _)| name == "content-type").map_or("", |(_, text)| text.as_str());
    let call =
        Call { path: uri.path(), query: uri.query().unwrap_or_default(), headers: &headers, content_type, body: &body };
    // Whoever isn't known learns nothing but that.
    let any = app.operation("card.initiate");
    let account = any.and_then(|any| {
        let is_his =
            |account: &Credentials| engine::check_authorization(&app.gateway, any, &headers, account).is_none();
        app.accounts.iter().position(is_his)
    });
    let Some(account) = account else {
        return app.refuse(Some(UNAUTHORISED), "Merchant id or key are wrong.");
    };
    let operation = match app.operation_of(&method, call) {
        Ok(Some(operation)) => operation,
        Ok(None) => return app.refuse(None, "Nothing here takes such a request."),
        Err(error) => return app.refuse(None, &error.message),
    };
    match read_sound(&app, operation, account, call) {
        Ok(posted) => app.serve(operation, account, &posted),
        Err(reason) => app.refuse(None, &reason),
    }
}

/// Reads a call and holds it against the tables. What the operation doesn't have is no fault.
fn read_sound(app: &Finpay, operation: &Operation, account: usize, call: Call<'_>) -> Result<Posted, String> {
    let own = if operation.path.is_empty() { Call { path: "", ..call } } else { call };
    let posted = engine::read_call(operation, own).map_err(|error| error.message)?;
    let today = app.courier.store.now().date;
    let faults = engine::check_request(&app.gateway, operation, &posted, &app.accounts[account], today);
    match faults.into_iter().find(|fault| fault.kind != FaultKind::UnknownKey) {
        None => Ok(posted),
        Some(fault) => Err(format!("{}: {}", fault.field, fault.message)),
    }
}
