//! What a sandbox is started with: where it listens, whom it knows, where it reports, and how patient it is.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use faspay_spec::engine::{Date, SettingValue};

use crate::scenario::Scenario;

/// How a sandbox is set up. Change what differs: `Config { callback_url: …, ..Config::default() }`.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen; a loopback address, port 0 for a free one.
    pub listen: SocketAddr,
    /// The merchants that the gateway knows.
    pub accounts: Vec<Account>,
    /// Where results are posted, unless a payment brings its own `handshake_url`. Loopback only.
    pub callback_url: Option<String>,
    /// The day that the gateway's clock stands at; `None`: today in UTC+7.
    pub today: Option<Date>,
    /// The pauses before each attempt to deliver a callback; as many attempts as pauses.
    pub callback_pauses: Vec<Duration>,
    /// How long one attempt may take.
    pub callback_deadline: Duration,
    /// How long a request may take to arrive and be answered.
    pub request_deadline: Duration,
    /// Whether a `merchant_tranid` may be used once only.
    pub refuse_duplicates: bool,
    /// What goes wrong for every request or payment.
    pub scenario: Scenario,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            accounts: vec![Account::sample()],
            callback_url: None,
            today: None,
            callback_pauses: vec![Duration::ZERO, Duration::from_millis(500), Duration::from_secs(2)],
            callback_deadline: Duration::from_secs(5),
            request_deadline: Duration::from_secs(15),
            refuse_duplicates: true,
            scenario: Scenario::None,
        }
    }
}

impl Config {
    /// For [`crate::Sandbox::start_finpay`]: its sample merchant. Callbacks go where each order says, scenarios aren't played, and an
    /// order id is taken once.
    pub fn finpay() -> Self {
        Self { accounts: vec![Account::finpay_sample()], ..Self::default() }
    }
}

/// One merchant: credentials and settings under their names in `gateway.yaml`.
#[derive(Clone)]
pub struct Account {
    /// Name and value, as a credentials file has them.
    pub pairs: Vec<(String, SettingValue)>,
}

impl Account {
    /// An account with these credentials.
    pub fn new<'a>(credentials: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let text = |(name, value): (&str, &str)| (name.to_owned(), SettingValue::Text(value.to_owned()));
        Self { pairs: credentials.into_iter().map(text).collect() }
    }

    /// The merchant of the vendor's published samples (recurring/post-transaction).
    pub fn sample() -> Self {
        Self::new([
            ("merchantid", "sophia_store"),
            ("txn_password", "abcde"),
            ("merchant_id", "99999"),
            ("user_id", "john99999"),
            ("password", "9bdqHG2N"),
        ])
    }
}

impl Account {
    /// The merchant of Finpay's published sample pair.
    pub fn finpay_sample() -> Self {
        Self::new([("merchant_id", "FINPAY770"), ("merchant_key", "SoSecret123")])
    }
}

/// Names only; values never.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.pairs.iter().map(|(name, _)| (name, "***"))).finish()
    }
}
