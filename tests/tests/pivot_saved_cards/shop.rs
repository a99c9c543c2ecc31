//! A merchant of Pivot's with a server for callbacks, before a sandbox, and the shopper who pays there. Whatever the merchant's server
//! sends to the gateway or gets from it passes through a recorder.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use faspay_sandbox::{Config, Date, Gateway, Running, Sandbox};
use pivot_payment::auth::AccessToken;
use pivot_payment::card::{CardDetails, DeviceInformation, EncryptedCard, EncryptionKey};
use pivot_payment::codes::{CaptureMethod, Mode, PaymentMethodType, ProductType, ThreeDsMethod};
use pivot_payment::customer::{RetrieveCustomer, RetrieveCustomerOptional};
use pivot_payment::session::*;
use pivot_payment::submit::{Options, SubmitError, Submitter};
use pivot_payment::{
    Amount, Callback, Client, Clock, Credentials, Decimal, Environment, Expected, PaymentStatus, Received,
    ReconcileError, Secret, ServerForm,
};
use scraper::{Html, Selector};
use tests::shopper;
use tokio::sync::mpsc::{Receiver, Sender, channel};

pub const CVC: &str = "907";
pub const CHALLENGED: &str = "4440000112290002";
pub const FRICTIONLESS: &str = "5550000112230001";
const KEY: &str = "sandbox-callback-key";

pub struct Shop {
    pub sandbox: Running,
    pub gateway: Submitter<Credentials>,
    pub browser: reqwest::Client,
    /// What the merchant's server sent and got: method and path, headers, body.
    pub log: Log,
    pub callbacks: Receiver<Told>,
    /// Statuses with which callbacks are answered before they are answered with 200.
    pub answers: Arc<Mutex<VecDeque<u16>>>,
}

pub type Log = Arc<Mutex<Vec<String>>>;

/// A callback: its headers and its body.
pub struct Told {
    pub headers: Vec<(String, String)>,
    pub body: Bytes,
}

/// A form of a page.
pub struct Form {
    pub action: String,
    pub inputs: Vec<String>,
}

#[derive(Clone)]
struct Desk {
    callbacks: Sender<Told>,
    answers: Arc<Mutex<VecDeque<u16>>>,
}

#[derive(Clone)]
struct Recorder {
    to: String,
    client: reqwest::Client,
    log: Log,
}

async fn take(State(desk): State<Desk>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let text = |value: &header::HeaderValue| value.to_str().unwrap().to_owned();
    let headers = headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    drop(desk.callbacks.send(Told { headers, body }).await);
    let status = desk.answers.lock().unwrap().pop_front().unwrap_or(200);
    StatusCode::from_u16(status).unwrap()
}

async fn record(State(own): State<Recorder>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let sent = format!("{method} {uri}\n{headers:?}\n{}", String::from_utf8_lossy(&body));
    own.log.lock().unwrap().push(sent);
    let mut call = own.client.request(method, format!("{}{uri}", own.to)).body(body);
    for (name, value) in headers.iter().filter(|(name, _)| !matches!(name.as_str(), "host" | "content-length")) {
        call = call.header(name, value);
    }
    let answer = call.send().await.unwrap();
    let (status, kind) = (answer.status(), answer.headers()["content-type"].clone());
    let body = answer.bytes().await.unwrap();
    own.log.lock().unwrap().push(format!("{status}\n{}", String::from_utf8_lossy(&body)));
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

impl Shop {
    pub async fn open() -> Self {
        let (sender, callbacks) = channel(64);
        let answers = Arc::<Mutex<VecDeque<u16>>>::default();
        let desk = Desk { callbacks: sender, answers: Arc::clone(&answers) };
        let url = serve(Router::new().route("/callback", post(take)).with_state(desk)).await;
        let config = Config {
            callback_url: Some(format!("{url}/callback")),
            callback_pauses: [0, 5, 5, 5].map(Duration::from_millis).into(),
            today: Date::parse("2026-11-20"),
            ..Config::of(Gateway::Pivot)
        };
        let sandbox = Sandbox::start(config).await.unwrap();
        let (browser, log) = (shopper::browser(), Log::default());
        let recorder = Recorder { to: sandbox.url(), client: browser.clone(), log: Arc::clone(&log) };
        let recorder = serve(Router::new().fallback(record).with_state(recorder)).await;
        let gateway = submitter(&recorder, "sandbox-secret");
        Self { sandbox, gateway, browser, log, callbacks, answers }
    }

    pub fn credentials(&self) -> &Credentials {
        self.gateway.client().credentials()
    }

    pub async fn send<R>(&self, request: &R) -> Result<Received<R::Reply>, SubmitError>
    where
        R: ServerForm<Credentials = Credentials>,
    {
        self.gateway.send(request).await
    }

    pub fn expected(&self, request: &CreateSession) -> Expected {
        self.gateway.client().prepare(request).unwrap().expected().unwrap()
    }

    pub async fn retrieve(&self, id: &str) -> Received<SessionReply> {
        let optional = RetrieveSessionOptional::default();
        self.send(&RetrieveSession { id: id.into(), optional }).await.unwrap()
    }

    /// What is asked before goods leave the house: the session itself.
    pub async fn status(&self, id: &str, expected: &Expected) -> PaymentStatus {
        let session = self.retrieve(id).await.verify(self.credentials()).unwrap();
        session.reconcile(expected).map_err(|error| error.to_string()).unwrap().status()
    }

    pub async fn told(&mut self) -> Told {
        tokio::time::timeout(Duration::from_secs(10), self.callbacks.recv()).await.unwrap().unwrap()
    }

    /// The callback of a session is vouched for, believed in nothing by itself, and the session is as `status` says.
    pub async fn settles(&mut self, id: &str, expected: &Expected, status: PaymentStatus) {
        let told = self.told().await;
        let callback = Callback::parse("application/json", &told.body).unwrap().with_headers(told.headers.clone());
        let verified = callback.verify(self.credentials()).unwrap();
        assert_eq!(verified.about_order(), Some(expected.order()));
        assert!(matches!(verified.reconcile(expected), Err(ReconcileError::NeedsInquiry(_))), "a key signs nothing");
        for headers in [vec![], vec![("X-API-Key", "another")], vec![("X-API-Key", "")], vec![("X-API-Kex", KEY)]] {
            let callback = Callback::parse("application/json", &told.body).unwrap();
            assert!(callback.with_headers(headers.clone()).verify(self.credentials()).is_err(), "{headers:?}");
        }
        assert_eq!(self.status(id, expected).await, status);
    }

    /// Tokens of a customer's stored cards that can be used, with the last digits of the cards.
    pub async fn stored(&self, customer: &str) -> Vec<(Secret, String)> {
        let request = RetrieveCustomer { customer_id: customer.into(), optional: RetrieveCustomerOptional::default() };
        let reply = self.send(&request).await.unwrap();
        let reply = reply.verify(self.credentials()).unwrap();
        let active = reply.data_stored_payment_methods().untrusted().filter(|own| {
            own.status() == Some(pivot_payment::codes::StoredStatus::Active) && own.payment_method() == Some("CARD")
        });
        active.map(|own| (own.token().unwrap(), own.card_last4().unwrap().to_owned())).collect()
    }

    pub async fn page(&self, url: &str) -> String {
        let page = self.browser.get(url).send().await.unwrap();
        assert!(page.status().is_success(), "{url} is a page");
        page.text().await.unwrap()
    }

    /// Posts a form of the sandbox's; gives the address that it leads to, or the page that it shows.
    pub async fn post(&self, form: &Form, typed: &[(&str, &str)]) -> Result<String, String> {
        for (name, _) in typed {
            assert!(form.inputs.iter().any(|own| own == name), "{} has no {name}", form.action);
        }
        let answer = self.browser.post(format!("{}{}", self.sandbox.url(), form.action)).form(typed);
        let answer = answer.send().await.unwrap();
        match answer.headers().get("location") {
            Some(url) if url.as_bytes().starts_with(b"/") => Ok(self.sandbox.url() + url.to_str().unwrap()),
            Some(url) => Ok(url.to_str().unwrap().to_owned()),
            None => Err(answer.text().await.unwrap()),
        }
    }

    /// The shopper authenticates on the page of their bank, and is led on.
    pub async fn authenticates(&self, url: &str) -> Result<String, String> {
        assert!(url.starts_with(&format!("{}/3ds/", self.sandbox.url())), "{url} is the bank's page");
        let page = self.page(url).await;
        assert!(form(&page, "fail").is_some(), "the shopper may fail as well");
        self.post(&form(&page, "authenticate").unwrap(), &[]).await
    }

    /// What the sandbox tells of itself.
    pub async fn state(&self) -> serde_json::Value {
        let text = self.page(&format!("{}/_sandbox/state", self.sandbox.url())).await;
        serde_json::from_str(&text).unwrap()
    }

    pub async fn control(&self, what: &str, form: &[(&str, &str)]) {
        let answer = self.browser.post(format!("{}/_sandbox/{what}", self.sandbox.url())).form(form);
        assert!(answer.send().await.unwrap().status().is_success());
    }

    /// How often a request began so.
    pub fn count(&self, start: &str) -> usize {
        self.log.lock().unwrap().iter().filter(|own| own.starts_with(start)).count()
    }
}

pub fn submitter(url: &str, secret: &str) -> Submitter<Credentials> {
    let credentials = Credentials::new().merchant_id("sandbox-merchant").merchant_secret(secret).callback_key(KEY);
    let client = Client::new(Environment::local(url).unwrap(), credentials, Clock::system());
    Submitter::new(client, Options::default()).unwrap().with_tokens(AccessToken {})
}

/// Whether a text holds a number as a word of its own: in ids and keys three digits are there by chance.
pub fn holds(text: &str, number: &str) -> bool {
    let is_inside = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(byte));
    let bytes = text.as_bytes();
    text.match_indices(number).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        !is_inside(before) && !is_inside(bytes.get(at + number.len()))
    })
}

/// A form of a page by its id.
pub fn form(page: &str, id: &str) -> Option<Form> {
    let page = Html::parse_document(page);
    let select = |text: &str| Selector::parse(text).unwrap();
    let form = page.select(&select(&format!("form#{id}"))).next()?;
    let inputs = form.select(&select("input[name]")).map(|own| own.attr("name").unwrap().to_owned()).collect();
    Some(Form { action: form.attr("action")?.to_owned(), inputs })
}

/// A session of a card, as all four flows begin.
pub fn session(order: &str, mode: Mode) -> CreateSession {
    let at = |name: &str| Some(format!("https://shop.example.test/{name}"));
    let price = CreateSessionOrderInformationProductDetailsElementPrice { value: Amount::idr(10_000) };
    CreateSession {
        client_reference_id: order.into(),
        redirect_url: CreateSessionRedirectUrl {
            optional: CreateSessionRedirectUrlOptional {
                success_return_url: at("paid"),
                failure_return_url: at("failed"),
                expiration_return_url: at("expired"),
            },
        },
        order_information: CreateSessionOrderInformation {
            product_details: vec![CreateSessionOrderInformationProductDetailsElement {
                r#type: ProductType::Digital,
                quantity: Decimal::from(1),
                price,
                optional: Default::default(),
            }],
            optional: Default::default(),
        },
        optional: CreateSessionOptional {
            amount: Some(CreateSessionAmount { value: Amount::idr(10_000) }),
            payment_method: Some(CreateSessionPaymentMethod {
                r#type: PaymentMethodType::Card,
                optional: Default::default(),
            }),
            mode: Some(mode),
            customer: Some(CreateSessionCustomer { email: "siti@example.test".into(), optional: Default::default() }),
            ..Default::default()
        },
    }
}

/// How the card of a session is charged.
pub fn charged(capture: CaptureMethod, three_ds: ThreeDsMethod) -> CreateSessionPaymentMethodOptions {
    let optional = CreateSessionPaymentMethodOptionsCardOptional {
        capture_method: Some(capture),
        three_ds_method: Some(three_ds),
        ..Default::default()
    };
    let card = Some(CreateSessionPaymentMethodOptionsCard { optional });
    CreateSessionPaymentMethodOptions {
        optional: CreateSessionPaymentMethodOptionsOptional { card, ..Default::default() },
    }
}

/// A session whose card is encrypted later.
pub fn unconfirmed(order: &str) -> CreateSession {
    let mut request = session(order, Mode::Api);
    request.optional.auto_confirm = Some(false);
    request
}

/// What the merchant's page does with a card: encrypts it with the session's key.
pub fn encrypted(reply: &SessionReply, number: &str) -> EncryptedCard {
    let card = CardDetails {
        number: number.into(),
        expiry_month: "01".into(),
        expiry_year: "39".into(),
        cvc: CVC.into(),
        name_on_card: "Siti Cardholder".into(),
    };
    let device = DeviceInformation { kind: "Web".to_owned(), ..DeviceInformation::default() };
    let key = EncryptionKey::from_base64(reply.data_encryption_key().untrusted().unwrap()).unwrap();
    let mut random = rand::make_rng::<rand::rngs::StdRng>();
    key.encrypt(&card, &device, &[], |buffer| {
        rand::Rng::fill_bytes(&mut random, buffer);
        Ok(())
    })
    .unwrap()
}

/// The confirmation of a session with an encrypted card.
pub fn confirmation(
    id: &str,
    encrypted_card: EncryptedCard,
    capture: CaptureMethod,
    three_ds: ThreeDsMethod,
) -> ConfirmSession {
    let optional = ConfirmSessionPaymentMethodOptionsCardOptional {
        capture_method: Some(capture),
        three_ds_method: Some(three_ds),
        ..Default::default()
    };
    let card = Some(ConfirmSessionPaymentMethodOptionsCard { optional });
    ConfirmSession {
        id: id.into(),
        payment_method: ConfirmSessionPaymentMethod {
            r#type: PaymentMethodType::Card,
            optional: ConfirmSessionPaymentMethodOptional {
                card: Some(ConfirmSessionPaymentMethodCard { encrypted_card }),
                ..Default::default()
            },
        },
        payment_method_options: ConfirmSessionPaymentMethodOptions {
            optional: ConfirmSessionPaymentMethodOptionsOptional { card, ..Default::default() },
        },
        optional: ConfirmSessionOptional::default(),
    }
}

/// The gateway's id of a session.
pub fn id(reply: &Received<SessionReply>) -> String {
    reply.unverified().data_id().untrusted().unwrap().to_owned()
}

pub fn payment_url(reply: &Received<SessionReply>) -> Option<String> {
    reply.unverified().data_payment_url().untrusted().map(str::to_owned)
}
