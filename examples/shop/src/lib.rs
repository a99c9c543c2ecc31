//! A merchant's server with axum: checkout, the shopper's return, the gateway's callback, and what the merchant asks of the gateway
//! afterwards. It keeps everything in memory and its back office on the order's page; the order in which things happen is the
//! one to copy.

mod calls;
mod orders;
mod pages;
mod session;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Form;
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRef, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use faspay::axum::{FromBrowser, FromServer};
use faspay::card::{PaymentWindow, PaymentWindowOptional};
use faspay::codes::{PaymentType, ResponseType};
use faspay::receiving::{Answer, Refused};
use faspay::submit::Submitter;
use faspay::{Amount, Callback, Credentials, ReconcileError, Return};
use serde::Deserialize;

pub use orders::{Order, Orders};
pub use session::{COOKIE_NAME, Sessions};

/// What everything costs here.
pub const PRICE: Amount = Amount::idr(80_000);

/// Most bytes of a form of our own. Those of the gateway have a cap of theirs.
const MOST_FORM_BYTES: usize = 4_096;

/// The shop. Clones are the same shop.
#[derive(Clone)]
pub struct Shop {
    gateway: Submitter<Credentials>,
    credentials: Arc<Credentials>,
    orders: Arc<Orders>,
    sessions: Arc<Sessions>,
    /// Where browsers find it, without a slash at the end.
    url: Arc<str>,
}

/// The extractors of `faspay` find the credentials here.
impl FromRef<Shop> for Arc<Credentials> {
    fn from_ref(shop: &Shop) -> Self {
        Arc::clone(&shop.credentials)
    }
}

impl Shop {
    /// A shop that browsers find at `url`.
    pub fn new(url: &str, gateway: Submitter<Credentials>) -> Self {
        let credentials = Arc::new(gateway.client().credentials().clone());
        Self { gateway, credentials, orders: Arc::default(), sessions: Arc::default(), url: url.into() }
    }

    /// What it knows about orders.
    pub fn orders(&self) -> &Orders {
        &self.orders
    }

    /// Its addresses. Serve it with the shoppers' addresses: `into_make_service_with_connect_info::<SocketAddr>()`.
    pub fn routes(self) -> Router {
        Router::new()
            .route("/", get(front))
            .route("/checkout", post(checkout))
            .route("/orders/{id}", get(order))
            .route("/orders/{id}/capture", post(capture))
            .route("/orders/{id}/refund", post(refund))
            .layer(DefaultBodyLimit::max(MOST_FORM_BYTES))
            .route("/return", get(returned).post(returned))
            .route("/callback", post(callback))
            .with_state(self)
    }
}

/// The front page: a form with a token for this browser.
async fn front(State(shop): State<Shop>, headers: HeaderMap) -> Response {
    let session = shop.sessions.of(&headers);
    pages::front(&session, &shop.sessions.token(&session))
}

#[derive(Deserialize)]
struct Checkout {
    token: String,
    name: String,
    email: String,
}

/// The shopper buys: keep the order, then hand out the page that posts the signed form to the gateway.
async fn checkout(
    State(shop): State<Shop>,
    ConnectInfo(shopper): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(form): Form<Checkout>,
) -> Response {
    let Some(session) = shop.sessions.meant(&headers, &form.token, &shop.url) else {
        return pages::not_meant();
    };
    let id = format!("SHOP-{}", session::unguessable());
    let payment = PaymentWindow {
        // Taken when the goods leave, with a capture.
        transactiontype: PaymentType::Authorise,
        merchant_tranid: id.clone(),
        amount: PRICE,
        custname: form.name,
        custemail: form.email,
        shopper_ip: shopper.ip().to_string(),
        response_type: ResponseType::PostRedirect,
        optional: PaymentWindowOptional { return_url: Some(format!("{}/return", shop.url)), ..Default::default() },
    };
    match shop.gateway.client().prepare(&payment) {
        Ok(prepared) => {
            let Some(expected) = prepared.expected() else { return pages::went_wrong() };
            shop.orders.add(&id, session, expected);
            let page = prepared.page();
            let mut response = page.html().to_owned().into_response();
            for (name, value) in page.headers() {
                if let Ok(value) = value.parse() {
                    response.headers_mut().insert(header_name(name), value);
                }
            }
            response
        }
        // What the shopper typed breaks a rule of the gateway's tables: the message says which.
        Err(error) => pages::say(StatusCode::UNPROCESSABLE_ENTITY, &error.to_string()),
    }
}

fn header_name(name: &str) -> axum::http::HeaderName {
    axum::http::HeaderName::from_bytes(name.as_bytes()).expect("the library's names are names")
}

/// The gateway's server tells what became of a payment. Compare, keep, and only then acknowledge.
async fn callback(State(shop): State<Shop>, FromServer(callback): FromServer<Callback>) -> Answer {
    let Some((id, order)) = callback.about_order().and_then(|id| Some((id.to_owned(), shop.orders.get(id)?))) else {
        // Signed, and about no order of ours: sending it again wouldn't help.
        return Answer::acknowledge();
    };
    match callback.reconcile(&order.expected) {
        Ok(settled) => match shop.orders.hear(&id, settled.event_key(), &settled.news()) {
            Some(_) => Answer::acknowledge(),
            None => Answer::not_now(),
        },
        Err(ReconcileError::NeedsInquiry(_)) => {
            // Spawned: the gateway shouldn't wait for an answer of its own.
            tokio::spawn(async move { shop.inquire(&id).await });
            Answer::acknowledge()
        }
        // Another amount than we asked for: a person has to look at it.
        Err(_) => Answer::acknowledge(),
    }
}

/// The shopper is back. What the browser brings is a hint, so the gateway is asked.
async fn returned(State(shop): State<Shop>, back: Result<FromBrowser<Return>, Refused>) -> Response {
    let order = back.ok().and_then(|FromBrowser(hint)| hint.about_order().map(str::to_owned));
    let Some(id) = order.filter(|id| shop.orders.get(id).is_some()) else {
        return pages::say(StatusCode::OK, "Thank you. We are waiting for the bank.");
    };
    // Spawned, so that a browser that goes away interrupts nothing.
    let asked = tokio::spawn({
        let (shop, id) = (shop.clone(), id.clone());
        async move { shop.inquire(&id).await }
    });
    let _ = asked.await;
    pages::back(&id)
}

/// The page of an order, for the browser that made it.
async fn order(State(shop): State<Shop>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let session = shop.sessions.known(&headers);
    match shop.orders.get(&id).filter(|order| Some(&order.session) == session.as_ref()) {
        Some(order) => pages::order(&id, &order, || shop.sessions.token(&order.session)),
        None => pages::say(StatusCode::NOT_FOUND, "There is no such order."),
    }
}

#[derive(Deserialize)]
struct Press {
    token: String,
    #[serde(default)]
    rupiah: u64,
}

/// The back office takes the money. (Yours is behind a login, on an address of its own.)
async fn capture(
    State(shop): State<Shop>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(form): Form<Press>,
) -> Response {
    if !shop.may(&id, &headers, &form.token) {
        return pages::not_meant();
    }
    done(tokio::spawn(async move { shop.capture(&id).await }).await.unwrap_or_else(|_| Err("It broke off.".into())))
}

/// The back office gives money back.
async fn refund(
    State(shop): State<Shop>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(form): Form<Press>,
) -> Response {
    if !shop.may(&id, &headers, &form.token) {
        return pages::not_meant();
    }
    let back = Amount::idr(form.rupiah);
    done(
        tokio::spawn(async move { shop.refund(&id, back).await }).await.unwrap_or_else(|_| Err("It broke off.".into())),
    )
}

fn done(result: Result<(), String>) -> Response {
    match result {
        Ok(()) => pages::say(StatusCode::OK, "Done."),
        Err(reason) => pages::say(StatusCode::CONFLICT, &reason),
    }
}

impl Shop {
    /// Whether this browser was shown this form, about an order of its own.
    fn may(&self, id: &str, headers: &HeaderMap, token: &str) -> bool {
        let session = self.sessions.meant(headers, token, &self.url);
        self.orders.get(id).is_some_and(|order| Some(order.session) == session)
    }
}
