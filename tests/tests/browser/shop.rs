//! The shop: a merchant's server on loopback that hands out form pages built by the generated library and keeps what comes
//! back, and the local gateway that it sends shoppers to. Both clocks stand at the same day.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{AppendHeaders, Html, IntoResponse, Response};
use axum::routing::get;
use faspay::codes::{RecurringFlag, RecurringPeriod};
use faspay::recurring::{RegisterMember, RegisterMemberOptional};
use faspay::{
    Amount, Callback, Client, Clock, Credentials, Date, DayList, Environment, PaymentStatus, Prepared, Return,
};
use faspay_sandbox::{Config, Running, Sandbox};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// The name that has to arrive as it is.
pub const NAME: &str = "Ann \"><b>x</b> & O'Neil 字";

pub type Headers = Vec<(&'static str, String)>;

/// The shop and its gateway.
pub struct Shop {
    pub url: String,
    pub gateway: Running,
    credentials: Credentials,
    shelf: Shelf,
    callbacks: UnboundedReceiver<Arrived>,
    returns: UnboundedReceiver<Arrived>,
    forms: UnboundedReceiver<Arrived>,
}

/// Pages by name.
type Shelf = Arc<Mutex<BTreeMap<String, (Headers, String)>>>;

/// What somebody posted.
pub struct Arrived {
    /// The path without its slash.
    pub page: String,
    content_type: String,
    body: Bytes,
}

impl Shop {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let shelf = Shelf::default();
        let (to_callbacks, callbacks) = unbounded_channel();
        let (to_returns, returns) = unbounded_channel();
        let (to_forms, forms) = unbounded_channel();
        let desk = Desk { shelf: shelf.clone(), callbacks: to_callbacks, returns: to_returns, forms: to_forms };
        let router = Router::new().route("/{page}", get(hand_out).post(take)).with_state(desk);
        tokio::spawn(axum::serve(listener, router).into_future());

        let config = Config {
            callback_url: Some(format!("{url}/callback")),
            today: faspay_sandbox::Date::parse("2026-11-20"),
            ..Config::default()
        };
        let gateway = Sandbox::start(config).await.expect("a sandbox");
        // The vendor's published sample merchant (recurring/post-transaction).
        let credentials = Credentials::new()
            .merchantid("sophia_store")
            .txn_password("abcde")
            .merchant_id("99999")
            .user_id("john99999")
            .password("9bdqHG2N")
            .send_txn_password(false);
        Self { url, gateway, credentials, shelf, callbacks, returns, forms }
    }

    /// A registration that is to be posted to a gateway on this machine.
    pub fn registration(&self, gateway: &str) -> Prepared<RegisterMember> {
        let today = Date::new(2026, 11, 20).expect("a day");
        let environment = Environment::local(gateway).expect("a loopback address");
        let client = Client::new(environment, self.credentials.clone(), Clock::fixed(today));
        let register = RegisterMember {
            merchant_tranid: "REG-1".into(),
            amount: Amount::idr(5_000),
            custname: NAME.into(),
            custemail: "ann@example.test".into(),
            return_url: format!("{}/return", self.url),
            member_id: "MEMBER-1".into(),
            member_name: "Ann O'Neil".into(),
            member_email: "ann@example.test".into(),
            member_email_notif: RecurringFlag::On,
            process_date: DayList::new([20, 21]).expect("days"),
            recurring_amount: Amount::idr(5_000),
            recurring_start_date: today,
            recurring_end_date: Date::new(2027, 11, 20).expect("a day"),
            recurring_period: RecurringPeriod::Monthly,
            recurring_period_at: 1,
            recurring_accumulate_at: 0,
            optional: RegisterMemberOptional { description: Some("Gold plan".into()), ..Default::default() },
        };
        client.prepare(&register).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Puts a page on the shelf; gives its address.
    pub fn serve(&self, name: &str, headers: Headers, html: &str) -> String {
        self.shelf.lock().expect("the shelf").insert(name.to_owned(), (headers, html.to_owned()));
        format!("{}/{name}", self.url)
    }

    /// The next form that was posted to the shop as if it were the gateway.
    pub async fn form(&mut self) -> Arrived {
        next(&mut self.forms, "form").await
    }

    /// Whether such a form is there already.
    pub fn has_form(&mut self) -> bool {
        self.forms.try_recv().is_ok()
    }

    /// Takes the browser's return and the gateway's callback in, and is sure in the end that the registration is paid,
    /// in the right name.
    pub async fn settle(&mut self, registration: &Prepared<RegisterMember>) {
        let returned = next(&mut self.returns, "return").await;
        assert_eq!(returned.name(), NAME);
        match Return::parse(&returned.content_type, &returned.body) {
            Ok(Return::RegisterResult(message)) => {
                message.verify(&self.credentials).expect("a signed return");
            }
            other => panic!("{other:?}"),
        }

        let called = next(&mut self.callbacks, "callback").await;
        assert_eq!(called.name(), NAME);
        let Ok(Callback::RegisterResult(message)) = Callback::parse(&called.content_type, &called.body) else {
            panic!("another message than the flow has");
        };
        let expected = registration.expected().expect("it asks for a payment");
        let verified = message.verify(&self.credentials).expect("a signed callback");
        assert_eq!(verified.custname().untrusted(), Some(NAME));
        let reconciled = verified.reconcile(&expected).expect("what was asked");
        assert_eq!(reconciled.status(), PaymentStatus::Paid);
    }

    /// The members that the gateway has.
    pub async fn members(&self) -> Vec<String> {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let state = client.get(format!("{}/_sandbox/state", self.gateway.url())).send().await.expect("the state");
        let state: serde_json::Value = serde_json::from_slice(&state.bytes().await.expect("a body")).expect("JSON");
        let members = state["members"].as_array().expect("members").iter();
        members.map(|member| member["member_id"].as_str().expect("an id").to_owned()).collect()
    }
}

impl Arrived {
    /// The customer's name, decoded by other code than the library's.
    fn name(&self) -> String {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&self.body).expect("a form");
        pairs.into_iter().find(|(key, _)| key.eq_ignore_ascii_case("custname")).expect("a name").1
    }
}

#[derive(Clone)]
struct Desk {
    shelf: Shelf,
    callbacks: UnboundedSender<Arrived>,
    returns: UnboundedSender<Arrived>,
    forms: UnboundedSender<Arrived>,
}

async fn hand_out(State(desk): State<Desk>, Path(page): Path<String>) -> Response {
    match desk.shelf.lock().expect("the shelf").get(&page).cloned() {
        Some((headers, html)) => {
            let header = |(name, value): (&str, String)| (name.parse::<HeaderName>().expect("a header's name"), value);
            (AppendHeaders(headers.into_iter().map(header)), Bytes::from(html)).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn take(State(desk): State<Desk>, Path(page): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let content_type = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (queue, answer) = match &*page {
        "callback" => (desk.callbacks, "OK".into_response()),
        "return" => (desk.returns, Html("<p id=thanks>Thank you!").into_response()),
        // In a gateway's place: by this status the browser stays on the page.
        _ => (desk.forms, StatusCode::NO_CONTENT.into_response()),
    };
    // Nobody waits any more when the test is over.
    let _ = queue.send(Arrived { page, content_type, body });
    answer
}

async fn next(queue: &mut UnboundedReceiver<Arrived>, what: &str) -> Arrived {
    match tokio::time::timeout(Duration::from_secs(60), queue.recv()).await {
        Ok(Some(arrived)) => arrived,
        _ => panic!("no {what} arrived within a minute"),
    }
}
