//! Judges a received message: who vouches for it, what of it is vouched for, and whether it answers what was asked. Never says
//! more than the message can prove; what a browser brings is never reconciled.

use std::fmt;

use super::build::Masked;
use super::check::is_sensitive;
use super::sign::{signature_matches, value_names};
use super::value::{Decimal, printed};
use super::{Credentials, SettingValue, parse};
use crate::model::{Answered, Auth, Field, Gateway, Inbound, Presence, Recipe, Type};

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
    /// `valid`, `invalid`, `missing`, or `undefined` when the message has no signature or can't be read.
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

/// Judges a received message, and with `expect` compares it with what was asked: canonical names with texts. The order, amount
/// and currency together are what it takes to reconcile; more keys may be given.
pub fn verify(
    gateway: &Gateway,
    inbound: &Inbound,
    through: Through,
    content_type: &str,
    body: &[u8],
    credentials: &Credentials,
    expect: Option<&[(String, String)]>,
) -> Verdict {
    let well_cased = |key: &str| {
        let lower = key.to_ascii_lowercase();
        !is_known(gateway, inbound, &lower) || key == lower || key == key.to_ascii_uppercase()
    };
    let is_flat = |key: &str| is_known(gateway, inbound, &key.to_ascii_lowercase());
    let pairs = match parse::pairs(inbound.encoding, content_type, body, &well_cased, &is_flat) {
        Ok(pairs) => pairs,
        Err(error) => return unreadable(problem(&error.key, error.rule, error.message)),
    };
    let message = Message::sort(inbound, pairs);
    if let Some((name, key)) = message.twice() {
        let key = parse::shown_key(key.as_bytes());
        let message =
            format!("{key} is another spelling of {name}, which has come already; which one counts can't be told.");
        return unreadable(problem(&key, "duplicate-key", message));
    }
    let signature = message.signature(gateway, credentials);
    let mut problems = message.peculiarities(gateway);
    let mut trust = match signature {
        "valid" => "verified",
        _ => "received",
    };
    if let Some(expect) = expect {
        let differences = message.differences(expect, credentials);
        let mut settled = differences.is_empty() && covers_all(&inbound.asks, expect) && inbound.status.is_some();
        problems.extend(differences);
        // An answer to our own request came over our own connection to the gateway's host: no shopper had a hand in it,
        // whoever knows the secret.
        if signature == "valid" && !inbound.asks.tells_payment() {
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

/// What is said of a body that can't be read.
fn unreadable(why: Problem) -> Verdict {
    Verdict { signature: "undefined", trust: "received", unsigned: Vec::new(), problems: vec![why], fields: Vec::new() }
}

/// Whether a key in lower case belongs to the message, or to one that might have come in its place: what isn't a reply comes
/// through one door, and which message of its encoding it is shows only when the keys have been read.
fn is_known(gateway: &Gateway, inbound: &Inbound, key: &str) -> bool {
    let is_reply =
        |id: &str| gateway.inbound.iter().position(|own| own.id == id).is_some_and(|at| gateway.is_reply(at));
    let has = |inbound: &Inbound| inbound.fields.iter().any(|field| field.is_spelled(key));
    let knocks = |other: &Inbound| !is_reply(&other.id) && other.encoding == inbound.encoding;
    has(inbound) || !is_reply(&inbound.id) && gateway.inbound.iter().any(|other| has(other) && knocks(other))
}

/// A message with its pairs beside the fields that they belong to.
struct Message<'a> {
    inbound: &'a Inbound,
    /// In the order received, with the field of a known key.
    pairs: Vec<(Option<&'a Field>, String, String)>,
}

impl<'a> Message<'a> {
    fn sort(inbound: &'a Inbound, pairs: Vec<(String, String)>) -> Message<'a> {
        let sorted = pairs.into_iter().map(|(key, value)| {
            let lower = key.to_ascii_lowercase();
            let field = inbound.fields.iter().find(|f| f.is_spelled(&lower));
            (field, key, value)
        });
        Message { inbound, pairs: sorted.collect() }
    }

    /// The first field that comes a second time, under another of its spellings: its name and that key.
    fn twice(&self) -> Option<(&str, &str)> {
        self.pairs.iter().enumerate().find_map(|(at, (field, key, _))| {
            let name = &(*field)?.name;
            let before = self.pairs.iter().take(at).any(|(other, _, _)| other.is_some_and(|other| other.name == *name));
            before.then_some((name.as_str(), key.as_str()))
        })
    }

    /// The value of a known field that isn't empty.
    fn value(&self, name: &str) -> Option<&str> {
        let found = self.pairs.iter().find(|(field, _, _)| field.is_some_and(|f| f.name == name));
        found.map(|(_, _, text)| text.as_str()).filter(|t| !t.is_empty())
    }

    fn signature(&self, gateway: &Gateway, credentials: &Credentials) -> &'static str {
        let Auth::Signed { recipe, field, covers, .. } = &self.inbound.auth else {
            return "undefined";
        };
        let Some(given) = self.value(field) else {
            return "missing";
        };
        let Some(recipe) = gateway.recipes.iter().find(|r| r.name == *recipe) else {
            return "invalid";
        };
        let resolve = |name: &str| self.resolve(name, credentials);
        let sound = self.covered(recipe, covers).iter().all(|name| {
            // A delimiter inside a value would let two messages share one string to sign.
            let delimited = |text: &str| text.chars().any(|c| recipe.delimiter_chars.contains(c));
            self.value(name).is_some_and(|text| !delimited(text))
        });
        if sound && signature_matches(recipe, &resolve, given) { "valid" } else { "invalid" }
    }

    /// The value of a name in a recipe: a field of the message, or else a credential.
    fn resolve(&self, name: &str, credentials: &Credentials) -> Option<String> {
        if self.inbound.fields.iter().any(|f| f.name == name) {
            return self.value(name).map(str::to_owned);
        }
        credentials.filled(name).map(str::to_owned)
    }

    /// The fields that the signature covers: those that the model states and those that the recipe names.
    fn covered<'n>(&self, recipe: &'n Recipe, covers: &'n [String]) -> Vec<&'n str> {
        let is_field = |name: &&str| self.inbound.fields.iter().any(|f| f.name == *name);
        let mut names: Vec<&str> = covers.iter().map(String::as_str).collect();
        names.extend(value_names(recipe).filter(is_field));
        names
    }

    /// Documented parameters that are missing, values that can't be read, codes and keys that nobody knows.
    fn peculiarities(&self, gateway: &Gateway) -> Vec<Problem> {
        let mut problems = Vec::new();
        for field in &self.inbound.fields {
            let name = &field.name;
            let Some(text) = self.value(name) else {
                if field.presence == Presence::Mandatory {
                    let message = format!("{name} is documented as mandatory and isn't there.");
                    problems.push(problem(name, "missing", message));
                }
                continue;
            };
            if printed(&field.ty, text).is_none() {
                let message = format!("{name} can't be read as what the page says it is.");
                problems.push(problem(name, "unreadable", message));
            }
            if let Type::Code { list, .. } = &field.ty
                && !super::value::allowed_codes(gateway, list, None).contains(&text)
            {
                let message = format!("{name} has a value that the list {list} doesn't have.");
                problems.push(problem(name, "unknown-code", message));
            }
        }
        for (_, key, _) in self.pairs.iter().filter(|(field, _, _)| field.is_none()) {
            let shown: String = super::shown(key, false).escape_debug().collect();
            let message = format!("No page knows the key {shown}.");
            problems.push(problem(key, "unknown-key", message));
        }
        problems
    }

    /// Where the message says something else than what was asked.
    fn differences(&self, expect: &[(String, String)], credentials: &Credentials) -> Vec<Problem> {
        let asks = &self.inbound.asks;
        let mut differences = Vec::new();
        let mut compare = |name: &str| {
            let expected = expected(expect, name);
            if let Some(expected) = expected
                && !self.agrees(name, expected)
            {
                let message = format!("{name} isn't what was expected.");
                differences.push(problem(name, "mismatch", message));
            }
        };
        for name in asks.payment() {
            compare(name);
        }
        if let Some(merchant) = asks.merchant.as_deref().filter(|merchant| !self.is_ours(merchant, credentials)) {
            let message = format!("{merchant} isn't the merchant of the credentials.");
            differences.push(problem(merchant, "mismatch", message));
        }
        for (name, text) in expect.iter().filter(|(name, _)| !asks.payment().any(|asked| asked == name)) {
            if !text.is_empty() && !self.agrees(name, text) {
                let message = format!("{name} isn't what was expected.");
                differences.push(problem(name, "mismatch", message));
            }
        }
        differences
    }

    /// Amounts agree by value, everything else letter by letter.
    fn agrees(&self, name: &str, expected: &str) -> bool {
        let field = self.inbound.fields.iter().find(|f| f.name == name);
        let Some(field) = field else {
            let unknown = self.pairs.iter().filter(|(field, _, _)| field.is_none());
            return unknown.into_iter().any(|(_, key, value)| key == name && value == expected);
        };
        let Some(received) = self.value(name) else {
            return false;
        };
        if let Type::Amount { .. } = field.ty {
            let read = |text: &str| printed(&field.ty, text).and_then(|t| Decimal::parse(&t));
            return read(received).is_some_and(|amount| read(expected) == Some(amount));
        }
        received == expected
    }

    /// Whether the message is for the merchant of the credentials: the field bears the credential's name.
    fn is_ours(&self, merchant: &str, credentials: &Credentials) -> bool {
        let ours = credentials.filled(merchant);
        let theirs = self.value(merchant);
        ours.zip(theirs).is_some_and(|(ours, theirs)| ours.eq_ignore_ascii_case(theirs))
    }

    fn unsigned(&self) -> Vec<String> {
        let (covers, signature): (&[String], Option<&str>) = match &self.inbound.auth {
            Auth::Signed { covers, field, .. } => (covers, Some(field)),
            Auth::None => (&[], None),
        };
        let names = self.inbound.fields.iter().map(|f| &f.name);
        names
            .filter(|name| self.value(name).is_some())
            .filter(|name| !covers.contains(name) && signature != Some(name.as_str()))
            .cloned()
            .collect()
    }

    fn shown(self) -> Vec<(String, String, bool)> {
        let known = |(field, key, value): (Option<&Field>, String, String)| match field {
            Some(_) if value.is_empty() => None,
            Some(field) => Some((field.name.clone(), value, is_sensitive(field))),
            None => Some((key, value, false)),
        };
        self.pairs.into_iter().filter_map(known).collect()
    }
}

/// Whether what was expected says enough to know a payment by.
fn covers_all(asks: &Answered, expect: &[(String, String)]) -> bool {
    asks.tells_payment() && asks.payment().all(|name| expected(expect, name).is_some())
}

fn expected<'a>(expect: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = expect.iter().find(|(n, _)| n == name);
    found.map(|(_, text)| text.as_str()).filter(|t| !t.is_empty())
}

/// Whether a browser may have seen the secret. Undecided counts as seen.
fn is_exposed(auth: &Auth, credentials: &Credentials) -> bool {
    match auth {
        Auth::Signed { exposed_by: Some(setting), .. } => {
            credentials.setting(setting) != Some(&SettingValue::Bool(false))
        }
        Auth::Signed { .. } | Auth::None => false,
    }
}

fn problem(field: &str, rule: &str, message: String) -> Problem {
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
