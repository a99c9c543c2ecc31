//! What a sandbox is started with: where it listens, whom it knows, where it reports, and how patient it is.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use faspay_spec::engine::{Date, SettingValue};

use crate::gateway::Gateway;
use crate::scenario::Scenario;

/// How a sandbox is set up. Change what differs: `Config { callback_url: …, ..Config::of(Gateway::Pivot) }`.
#[derive(Debug, Clone)]
pub struct Config {
    /// The gateway that it plays. What its merchants are issued differs, so begin with [`Self::of`].
    pub gateway: Gateway,
    /// Where to listen; a loopback address, port 0 for a free one.
    pub listen: SocketAddr,
    /// The merchants that the gateway knows.
    pub accounts: Vec<Account>,
    /// Where results are posted, unless a payment brings an address of its own. Loopback only.
    pub callback_url: Option<String>,
    /// The day that the gateway's clock stands at; `None`: today in UTC+7.
    pub today: Option<Date>,
    /// The pauses before each attempt to deliver a callback; as many attempts as pauses. Pivot documents 5 and 15 minutes and 1, 3, 6
    /// and 12 hours between attempts; [`Self::of`] gives a six-thousandth of each, from 50 milliseconds to 7.2 seconds.
    pub callback_pauses: Vec<Duration>,
    /// How long one attempt may take.
    pub callback_deadline: Duration,
    /// How long a request may take to arrive and be answered.
    pub request_deadline: Duration,
    /// Whether a `merchant_tranid` may be used once only; Faspay's. The others' order ids may never be used twice.
    pub refuse_duplicates: bool,
    /// What goes wrong for every request or payment; Faspay's. At Pivot the card decides.
    pub scenario: Scenario,
}

impl Default for Config {
    fn default() -> Self {
        Self::of(Gateway::default())
    }
}

impl Config {
    /// For a gateway: a free port and the gateway's sample merchant.
    pub fn of(gateway: Gateway) -> Self {
        let pauses: &[u64] = match gateway {
            Gateway::Faspay | Gateway::Finpay => &[0, 500, 2_000],
            Gateway::Pivot => &[0, 50, 150, 600, 1_800, 3_600, 7_200],
        };
        Self {
            gateway,
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            accounts: vec![Account::sample_of(gateway)],
            callback_url: None,
            today: None,
            callback_pauses: pauses.iter().copied().map(Duration::from_millis).collect(),
            callback_deadline: Duration::from_secs(5),
            request_deadline: Duration::from_secs(15),
            refuse_duplicates: true,
            scenario: Scenario::None,
        }
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

    /// The merchant of Faspay's published samples (recurring/post-transaction), or of Finpay's. Pivot publishes none: there it is
    /// `sandbox-merchant` with the secret `sandbox-secret` and the callback key `sandbox-callback-key`, names of the sandbox's own.
    pub fn sample_of(gateway: Gateway) -> Self {
        match gateway {
            Gateway::Faspay => Self::new([
                ("merchantid", "sophia_store"),
                ("txn_password", "abcde"),
                ("merchant_id", "99999"),
                ("user_id", "john99999"),
                ("password", "9bdqHG2N"),
            ]),
            Gateway::Finpay => Self::new([("merchant_id", "FINPAY770"), ("merchant_key", "SoSecret123")]),
            Gateway::Pivot => Self::new([
                ("merchant_id", "sandbox-merchant"),
                ("merchant_secret", "sandbox-secret"),
                ("callback_key", "sandbox-callback-key"),
            ]),
        }
    }
}

/// Names only; values never.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.pairs.iter().map(|(name, _)| (name, "***"))).finish()
    }
}
