//! Starts and stops the gateway: checks what it is started with, binds to loopback and puts the routes together.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};
use faspay_spec::engine::{Credentials, CredentialsError};
use faspay_spec::{Folder, load, model};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::api;
use crate::callback::{Courier, destination};
use crate::checkout::{self, App};
use crate::config::Config;
use crate::control;
use crate::desk::Desk;
use crate::finpay::{self, Finpay};
use crate::gateway::Gateway;
use crate::guard::{Audience, Names, Rules, guard};
use crate::member;
use crate::pages;
use crate::pivot::{self, Pivot};
use crate::state::Store;
use crate::transaction;

/// A little more than the engine reads, so that the engine's own refusal is what a tester normally sees.
const MOST_BYTES: usize = 70_000;
/// How long connections that are in use may hold up a shutdown.
const GRACE: Duration = Duration::from_secs(2);

/// The local gateway.
#[derive(Debug, Clone, Copy)]
pub struct Sandbox;

/// A gateway that is listening. Stops when it is shut down or dropped.
pub struct Running {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    server: JoinHandle<std::io::Result<()>>,
}

impl Sandbox {
    /// Starts a gateway on the calling tokio runtime.
    ///
    /// # Errors
    /// When the address or the callback's isn't a loopback one, the address can't be listened on, an account or the embedded tables don't
    /// hold, or there is no account that could call Finpay or Pivot.
    pub async fn start(config: Config) -> Result<Running, StartError> {
        if !config.listen.ip().is_loopback() {
            return Err(StartError::NotLoopback(config.listen));
        }
        if let Some(url) = &config.callback_url {
            destination(url).await.map_err(StartError::Callback)?;
        }
        let opened = Opened::with(embedded_tables(config.gateway)?, &config).await?;
        let Opened { gateway, accounts, listener, address, stop, courier } = opened;
        if accounts.is_empty() && config.gateway != Gateway::Faspay {
            return Err(StartError::NoAccount);
        }
        let url = format!("http://{address}");
        let (shops, own) = match config.gateway {
            Gateway::Faspay => routes(App {
                desk: Arc::new(Desk { gateway, accounts }),
                store: courier.store.clone(),
                courier,
                url: url.into(),
                callback_url: config.callback_url.map(Into::into),
                refuse_duplicates: config.refuse_duplicates,
            }),
            Gateway::Finpay => finpay::routes(Finpay::new(gateway, accounts, courier, &url)),
            Gateway::Pivot => {
                let playing = Pivot::new(gateway, accounts, courier, &url, config.callback_url);
                pivot::routes(playing.ok_or_else(|| StartError::Tables("sessions have no life".to_owned()))?)
            }
        };
        let guarded = |router: Router, audience| {
            let rules = Rules { names: Names::of(address), audience, deadline: config.request_deadline };
            router.method_not_allowed_fallback(wrong_method).layer(from_fn_with_state(rules, guard))
        };
        let shops = guarded(shops.fallback(nothing_here), Audience::Shops);
        let router = shops.merge(guarded(own, Audience::Own)).layer(DefaultBodyLimit::max(MOST_BYTES));
        Ok(serve(listener, address, stop, router))
    }
}

/// What every gateway opens before it serves.
struct Opened {
    gateway: model::Gateway,
    accounts: Vec<Credentials>,
    listener: TcpListener,
    address: SocketAddr,
    stop: watch::Sender<bool>,
    courier: Courier,
}

impl Opened {
    async fn with(gateway: model::Gateway, config: &Config) -> Result<Self, StartError> {
        let account = |account: &crate::Account| Credentials::new(&gateway, account.pairs.clone());
        let accounts: Result<Vec<_>, _> = config.accounts.iter().map(account).collect();
        let accounts = accounts.map_err(StartError::Account)?;
        let bind = |error| StartError::Bind(config.listen, error);
        let listener = TcpListener::bind(config.listen).await.map_err(bind)?;
        let address = listener.local_addr().map_err(bind)?;
        let (stop, _) = watch::channel(false);
        let courier = Courier {
            store: Store::new(config.today, config.scenario),
            stop: stop.subscribe(),
            pauses: config.callback_pauses.clone(),
            deadline: config.callback_deadline,
        };
        Ok(Self { gateway, accounts, listener, address, stop, courier })
    }
}

fn serve(listener: TcpListener, address: SocketAddr, stop: watch::Sender<bool>, router: Router) -> Running {
    let mut stopping = stop.subscribe();
    let server = axum::serve(listener, router).with_graceful_shutdown(async move { drop(stopping.changed().await) });
    let server = tokio::spawn(server.into_future());
    Running { address, stop, server }
}

impl Running {
    /// Where it listens: `http://127.0.0.1:8080`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops listening, ends deliveries and waits for open requests, not for long.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        if tokio::time::timeout(GRACE, &mut self.server).await.is_err() {
            self.server.abort();
        }
    }
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").field("address", &self.address).finish_non_exhaustive()
    }
}

/// Why a sandbox didn't start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// The address can be reached from other machines.
    NotLoopback(SocketAddr),
    /// The address can't be listened on.
    Bind(SocketAddr, std::io::Error),
    /// Callbacks can't go where they should, and why.
    Callback(String),
    /// The embedded tables don't load; the report says where.
    Tables(String),
    /// Nobody could call this gateway.
    NoAccount,
    /// An account isn't one of this gateway's.
    Account(CredentialsError),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLoopback(address) => write!(
                f,
                "the sandbox listens on loopback only, and {address} is not a loopback address; use 127.0.0.1 or [::1]"
            ),
            Self::Bind(address, error) => write!(f, "cannot listen on {address}: {error}; port 0 finds a free one"),
            Self::Callback(reason) => write!(f, "callbacks can't be delivered: {reason}"),
            Self::Tables(report) => write!(f, "the embedded tables don't load: {report}"),
            Self::NoAccount => write!(f, "the sandbox needs an account that may call it"),
            Self::Account(error) => write!(f, "an account can't be used: {error}"),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Bind(_, error) => Some(error),
            Self::Account(error) => Some(error),
            Self::NotLoopback(_) | Self::Callback(_) | Self::Tables(_) | Self::NoAccount => None,
        }
    }
}

pub(crate) fn embedded_tables(gateway: Gateway) -> Result<model::Gateway, StartError> {
    let files = faspay_tables::files(gateway.id()).unwrap_or_default();
    load(&Folder::of(files)).map_err(|report| StartError::Tables(report.to_string()))
}

/// Faspay's routes: of the shops, and of the gateway's own pages.
fn routes(app: App) -> (Router, Router) {
    let mut shops = Router::new().route("/", get(control::home)).route("/pay/{id}", get(checkout::show));
    for path in app.desk.paths() {
        shops = shops.route(&path, post(checkout::receive));
    }
    for path in app.desk.calls() {
        shops = shops.route(&path, post(api::receive));
    }
    for path in app.desk.json_calls() {
        let takes = if app.desk.is_about_payments(&path) { post(transaction::receive) } else { post(member::receive) };
        shops = shops.route(&path, takes);
    }
    let own = Router::new()
        .route("/pay/{id}/card", post(checkout::pay))
        .route("/pay/{id}/cancel", post(checkout::cancel))
        .route("/_sandbox/state", get(control::state))
        .route("/_sandbox/clock", post(control::clock))
        .route("/_sandbox/scenario", post(control::scenario))
        .route("/_sandbox/reset", post(control::reset))
        .route("/_sandbox/callbacks/{id}/resend", post(control::resend));
    (shops.with_state(app.clone()), own.with_state(app))
}

async fn nothing_here() -> Response {
    pages::message(StatusCode::NOT_FOUND, "Nothing here", "The front page lists the addresses of this sandbox.")
}

async fn wrong_method(method: Method) -> Response {
    let text = match method {
        Method::GET => "This address takes a form by POST; the shop's page sends it.",
        _ => "This address doesn't take that method.",
    };
    pages::message(StatusCode::METHOD_NOT_ALLOWED, "Wrong method", text)
}
