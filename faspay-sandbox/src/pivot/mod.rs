//! Plays Pivot: gives tokens, takes payment sessions in, shows the page where the shopper pays and the one where they authenticate, tells
//! the merchant's server, and keeps cards under customers. Cards are the one way of paying that it plays, and [`simulation`] says what
//! becomes of which; the rest of what it knows is in the tables. What no page describes isn't made up.

mod book;
mod card;
mod control;
mod encrypted;
mod message;
mod page;
mod payment;
mod session;
mod simulation;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use faspay_spec::engine::{self, Call, Credentials, Fault, FaultKind, Posted};
use faspay_spec::model::{Gateway, Inbound, Operation, Type};
use serde_json::{Value, json};

use crate::callback::{Courier, Parcel};
use crate::clock::Moment;
use crate::random;
use book::{Book, Pages, TOKEN_SECONDS};
use encrypted::Keyring;
use message::Members;
use session::Session;

/// The address of cancellations isn't known: a merchant's setting gives it, and a local gateway has it under its name.
const CANCEL: &str = "session-cancel";

/// What every handler needs.
#[derive(Clone)]
pub(crate) struct Pivot {
    pub gateway: Arc<Gateway>,
    pub accounts: Arc<[Credentials]>,
    pub book: Book,
    pub keyring: Keyring,
    pub courier: Courier,
    /// `http://127.0.0.1:8080`
    pub url: Arc<str>,
    pub callback_url: Option<Arc<str>>,
}

/// Why a request isn't carried out: a code of the spec, and what is wrong where.
pub(crate) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
    details: Vec<(String, String)>,
}

impl Refusal {
    /// `api_validation_error`, with the fields that are wrong.
    pub fn of_request(details: Vec<(String, String)>) -> Self {
        let (status, message) = (StatusCode::BAD_REQUEST, "The request is wrong; error.details says where.");
        Self { status, code: "api_validation_error", message, details }
    }

    pub fn of_field(field: &str, message: &str) -> Self {
        Self::of_request(vec![(field.to_owned(), message.to_owned())])
    }

    /// Of the status 422 no page gives the code.
    pub fn of_state(message: &'static str) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, message, ..Self::of_request(Vec::new()) }
    }

    fn with(status: StatusCode, code: &'static str, message: &'static str) -> Self {
        Self { status, code, message, details: Vec::new() }
    }

    pub fn missing(message: &'static str) -> Self {
        Self::with(StatusCode::NOT_FOUND, "resource_missing", message)
    }

    pub fn conflict(code: &'static str, message: &'static str) -> Self {
        Self::with(StatusCode::CONFLICT, code, message)
    }
}

impl Pivot {
    /// The gateway, with amounts in its messages written bare, as all samples have them; a table doesn't say so. `None`: the tables give
    /// sessions no life.
    pub fn new(
        mut gateway: Gateway,
        accounts: Vec<Credentials>,
        courier: Courier,
        url: &str,
        callback_url: Option<String>,
    ) -> Option<Self> {
        for field in gateway.inbound.iter_mut().flat_map(|inbound| inbound.fields.iter_mut()) {
            field.json_number |= matches!(field.ty, Type::Amount { .. });
        }
        let life = gateway.lives.iter().find(|life| life.list == "session-status")?.clone();
        Some(Self {
            gateway: Arc::new(gateway),
            accounts: accounts.into(),
            book: Book::of(life),
            keyring: Keyring::default(),
            courier,
            url: url.into(),
            callback_url: callback_url.map(Into::into),
        })
    }

    fn now(&self) -> Moment {
        self.courier.store.now()
    }

    fn inbound(&self, id: &str) -> Option<&Inbound> {
        self.gateway.inbound.iter().find(|own| own.id == id)
    }

    /// The body of a message, by its table.
    fn write(&self, id: &str, members: &[(String, String)]) -> String {
        let body = self.inbound(id).and_then(|own| engine::write_message(own, members, &self.accounts[0]));
        body.unwrap_or_default()
    }

    /// The body of an answer that isn't a refusal.
    fn written(&self, id: &str, data: Members) -> String {
        let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let mut members = vec![pair("code", "00"), pair("message", "Success")];
        members.extend(data);
        self.write(id, &members)
    }

    fn refuse(&self, refusal: Refusal) -> Response {
        let details = refusal.details.into_iter().map(|(field, message)| json!({"field": field, "message": message}));
        let details = Value::Array(details.collect()).to_string();
        let members = [
            ("code", refusal.code),
            ("message", refusal.message),
            ("error.type", "API_ERROR"),
            ("error.details", &details),
            ("error.traceId", &random::nonce()),
        ];
        let members = members.map(|(name, text)| (name.to_owned(), text.to_owned()));
        answer(refusal.status, self.write("session.reply", &members))
    }

    /// Which operation a call is, and its path without the endpoint's own.
    fn operation_of<'a>(&self, method: &Method, path: &'a str) -> Option<(&Operation, &'a str)> {
        let within = |own: &Operation| {
            let own_path = if own.endpoint == CANCEL { path.strip_prefix("/session-cancel")? } else { path };
            (own.method.as_str() == method.as_str() && engine::is_path_of(own, own_path)).then_some(own_path)
        };
        self.gateway.operations.iter().find_map(|own| within(own).map(|path| (own, path)))
    }

    /// The account whose credentials these are, for a token.
    fn account_of(&self, operation: &Operation, posted: &Posted, now: Moment) -> Option<(usize, Vec<Fault>)> {
        let is_of_account = |fault: &Fault| fault.kind == FaultKind::BadCredential || fault.field.starts_with("X-");
        self.accounts.iter().enumerate().find_map(|(at, account)| {
            let faults = engine::check_request(&self.gateway, operation, posted, account, now.date);
            (!faults.iter().any(is_of_account)).then_some((at, faults))
        })
    }

    fn token(&self, operation: &Operation, call: Call<'_>) -> Result<String, Refusal> {
        let now = self.now();
        let posted = read(operation, call)?;
        let Some((account, faults)) = self.account_of(operation, &posted, now) else {
            return Err(unknown("X-MERCHANT-ID and X-MERCHANT-SECRET aren't those of a merchant."));
        };
        sound(faults)?;
        let data = [
            ("data.accessToken", self.book.open(now).issue_token(account, now)),
            ("data.expiresIn", TOKEN_SECONDS.to_string()),
            ("data.tokenType", "Bearer".to_owned()),
        ];
        Ok(self.written("auth.token-reply", data.map(|(name, text)| (name.to_owned(), text)).into()))
    }

    async fn serve(&self, operation: &Operation, call: Call<'_>) -> Result<String, Refusal> {
        if operation.authorization.is_none() {
            return self.token(operation, call);
        }
        // Whoever isn't known learns nothing but that.
        let now = self.now();
        let token = engine::bearer_token(call.headers);
        let account = token.and_then(|token| self.book.open(now).account_of(token, now));
        let account = account.ok_or_else(|| unknown("The access token isn't known, or its time is over."))?;
        let posted = read(operation, call)?;
        sound(engine::check_request(&self.gateway, operation, &posted, &self.accounts[account], now.date))?;
        match operation.id.as_str() {
            "session.create" => self.create(account, &posted, call.body).await,
            "session.confirm" => self.confirm(account, &posted),
            "session.capture" => self.capture(account, &posted),
            "session.cancel" => self.cancel(account, &posted),
            "session.retrieve" => self.retrieve(account, &posted),
            "session.retrieve-by-reference" => self.list(account, &posted),
            "customer.retrieve" => self.customer(account, &posted),
            _ => Err(Refusal::with(StatusCode::NOT_FOUND, "not_found", "The sandbox doesn't play this operation.")),
        }
    }

    /// Tells the merchant's server of a session that is paid or cancelled. No event is listed for one whose time is over.
    fn tell(&self, session: &Session, pages: &Pages) {
        let event = match session.status.as_str() {
            "PAID" => "PAYMENT.PAID",
            "CANCELLED" => "PAYMENT.CANCELLED",
            _ => return,
        };
        let account = &self.accounts[session.account];
        let (Some(url), Some(key)) = (&self.callback_url, account.get("callback_key")) else { return };
        let mut members = vec![("event".to_owned(), event.to_owned())];
        members.extend(self.session_members(session, pages.customer(session.account, &session.customer)));
        // 5xx, 408 and 429 are the answers after which Pivot tries again.
        let repeats = |status: Option<StatusCode>| {
            status.is_some_and(|status| status.is_server_error() || matches!(status.as_u16(), 408 | 429))
        };
        let parcel = Parcel::json(self.write("callback", &members)).with_header("X-API-Key", key.to_owned());
        self.courier.send(&session.id, url, parcel.repeated(repeats));
    }
}

/// The routes of merchants' servers and of shoppers who come from a shop, and those of the gateway's own pages.
pub(crate) fn routes(app: Pivot) -> (Router, Router) {
    let shops = Router::new()
        .route("/", get(control::home))
        .route("/v1/{*rest}", any(receive))
        .route("/v2/{*rest}", any(receive))
        .route("/session-cancel/{*rest}", any(receive))
        .route("/payment/{page}", get(page::show))
        .route("/3ds/{page}", get(page::authenticate));
    let own = Router::new()
        .route("/payment/{page}/card", post(page::pay))
        .route("/payment/{page}/stored", post(page::pay_stored))
        .route("/payment/{page}/cancel", post(page::cancel))
        .route("/3ds/{page}/authenticated", post(page::authenticated))
        .route("/3ds/{page}/failed", post(page::failed))
        .route("/_sandbox/state", get(control::state))
        .route("/_sandbox/clock", post(control::clock))
        .route("/_sandbox/expire-tokens", post(control::expire_tokens))
        .route("/_sandbox/reset", post(control::reset))
        .route("/_sandbox/callbacks/{id}/resend", post(control::resend));
    (shops.with_state(app.clone()), own.with_state(app))
}

/// A call of a merchant's server.
async fn receive(State(app): State<Pivot>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let read = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
    };
    let headers: Vec<(String, String)> = headers.iter().filter_map(read).collect();
    let content_type = headers.iter().find(|(name, _)| name == "content-type").map_or("", |(_, text)| text.as_str());
    let Some((operation, path)) = app.operation_of(&method, uri.path()) else {
        let nothing = "Nothing here takes such a request.";
        return app.refuse(Refusal::with(StatusCode::NOT_FOUND, "not_found", nothing));
    };
    let query = uri.query().unwrap_or_default();
    let call = Call { path, query, headers: &headers, content_type, body: &body };
    match app.serve(operation, call).await {
        Ok(body) => answer(StatusCode::OK, body),
        Err(refusal) => app.refuse(refusal),
    }
}

fn answer(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn unknown(message: &'static str) -> Refusal {
    Refusal::with(StatusCode::UNAUTHORIZED, "credentials_invalid", message)
}

fn read(operation: &Operation, call: Call<'_>) -> Result<Posted, Refusal> {
    engine::read_call(operation, call).map_err(|error| Refusal::of_field(&error.key, &error.message))
}

/// What the operation doesn't have is no fault.
fn sound(faults: Vec<Fault>) -> Result<(), Refusal> {
    let faults = faults.into_iter().filter(|fault| fault.kind != FaultKind::UnknownKey);
    let details: Vec<_> = faults.map(|fault| (fault.field, fault.message)).collect();
    if details.is_empty() { Ok(()) } else { Err(Refusal::of_request(details)) }
}
