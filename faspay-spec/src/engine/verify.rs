//! Judges a received message: who vouches for it, what of it is vouched for, and whether it answers what was asked. Never says
//! more than the message can prove; what a browser brings is never reconciled.

use std::fmt;

use super::build::Masked;
use super::message::Message;
use super::{Credentials, SettingValue};
use crate::model::{Answered, Auth, Gateway, Inbound};

/// How a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// The shopper's browser brought it.
    Browser,
    /// The gateway's server called.
    Server,
    /// It is the answer to a request of the merchant's server.
    Reply,
}

/// Something to know about a received message; not a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's canonical name or the key.
    pub field: String,
    /// What kind of problem.
    pub rule: String,
    /// What it means.
    pub message: String,
}

/// What can be said about a received message. [`fmt::Debug`] masks what may not be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Verdict {
    /// `valid`, `invalid`, `missing`, or `undefined` when the message has no signature, can't be read, or can't be judged for want of a
    /// credential.
    pub signature: &'static str,
    /// `received`, `verified` or `reconciled`.
    pub trust: &'static str,
    /// The known fields that are there and that no signature covers.
    pub unsigned: Vec<String>,
    /// What to know.
    pub problems: Vec<Problem>,
    /// Name, value and whether the value is sensitive, in the order received. Known fields have their canonical names;
    /// known fields that are empty are left out.
    pub fields: Vec<(String, String, bool)>,
}

/// A message as it came.
#[derive(Clone, Copy)]
pub struct Delivery<'a> {
    /// Who brought it.
    pub through: Through,
    /// Its `Content-Type`.
    pub content_type: &'a str,
    /// Its other headers, as far as the message's authentication needs them.
    pub headers: &'a [(String, String)],
    /// Its body.
    pub body: &'a [u8],
}

/// Judges a received message, and with `expect` compares it with what was asked: canonical names with texts. The order, amount
/// and currency together are what it takes to reconcile; more keys may be given.
pub fn verify(
    gateway: &Gateway,
    inbound: &Inbound,
    delivery: Delivery<'_>,
    credentials: &Credentials,
    expect: Option<&[(String, String)]>,
) -> Verdict {
    let through = delivery.through;
    let message = match Message::read(gateway, inbound, delivery.content_type, delivery.body) {
        Ok(message) => message,
        Err(error) => {
            return Verdict {
                signature: "undefined",
                trust: "received",
                unsigned: Vec::new(),
                problems: vec![problem(&error.key, error.rule, error.message)],
                fields: Vec::new(),
            };
        }
    };
    let (signature, wanting) = message.signature(gateway, delivery, credentials);
    let mut problems = message.peculiarities(gateway);
    if let Some(name) = wanting {
        let why = format!("Set `{name}`: without it nobody can tell whether the gateway wrote this.");
        problems.push(problem(&name, "no-credential", why));
    }
    // An answer that came over our own connection is as good as its gateway's host.
    let is_vouched = signature == "valid" || inbound.auth == Auth::Connection && through == Through::Reply;
    let mut trust = if is_vouched { "verified" } else { "received" };
    if let Some(expect) = expect {
        let differences = message.differences(expect, credentials);
        let mut settled = differences.is_empty() && covers_all(&inbound.asks, expect) && inbound.status.is_some();
        problems.extend(differences);
        // An answer to our own request came over our own connection to the gateway's host: no shopper had a hand in it,
        // whoever knows the secret.
        if is_vouched && matches!(inbound.auth, Auth::Key { .. }) {
            let why = "The key in the header vouches for the sender and for nothing that the message says: ask the gateway what \
                       became of the payment.";
            problems.push(problem("", "needs-inquiry", why.to_owned()));
            settled = false;
        } else if is_vouched && !inbound.asks.tells_payment() {
            let why = "This message doesn't say which order was paid, or how much: look the payment up before anything follows.";
            problems.push(problem("", "needs-inquiry", why.to_owned()));
            settled = false;
        } else if signature == "valid" && through != Through::Reply && is_exposed(&inbound.auth, credentials) {
            let why = "The secret that signs this message has been in the browser, so a shopper could have signed it: ask the \
                       gateway what became of the payment.";
            problems.push(problem("", "needs-inquiry", why.to_owned()));
            settled = false;
        }
        if through == Through::Browser {
            let why = "What the browser brings is a hint; wait for the callback or ask the gateway.";
            problems.push(problem("", "browser-return", why.to_owned()));
            settled = false;
        }
        if trust == "verified" && settled {
            trust = "reconciled";
        }
    }
    Verdict { signature, trust, unsigned: message.unsigned(), problems, fields: message.shown() }
}

/// Whether what was expected says enough to know a payment by.
fn covers_all(asks: &Answered, expect: &[(String, String)]) -> bool {
    asks.tells_payment() && asks.payment().all(|name| expected(expect, name).is_some())
}

pub(super) fn expected<'a>(expect: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = expect.iter().find(|(n, _)| n == name);
    found.map(|(_, text)| text.as_str()).filter(|t| !t.is_empty())
}

/// Whether a browser may have seen the secret. Undecided counts as seen.
fn is_exposed(auth: &Auth, credentials: &Credentials) -> bool {
    match auth {
        Auth::Signed { exposed_by: Some(setting), .. } => {
            credentials.setting(setting) != Some(&SettingValue::Bool(false))
        }
        Auth::Signed { .. } | Auth::Hmac { .. } | Auth::Key { .. } | Auth::Connection | Auth::None => false,
    }
}

pub(super) fn problem(field: &str, rule: &str, message: String) -> Problem {
    Problem { field: field.to_owned(), rule: rule.to_owned(), message }
}

impl fmt::Debug for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verdict")
            .field("signature", &self.signature)
            .field("trust", &self.trust)
            .field("unsigned", &self.unsigned)
            .field("problems", &self.problems)
            .field("fields", &Masked(&self.fields))
            .finish()
    }
}
