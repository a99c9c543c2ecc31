//! The by-name door: validate, build and verify from a table and named texts. The command line and the tests that
//! compare two engines come through here; it shares every check with the typed door.

use crate::built::{BuildError, Built};
use crate::check::{Nobody, check};
use crate::element::hides;
use crate::given::Given;
use crate::headers::Presented;
use crate::message::Message;
use crate::outgoing::Outgoing;
use crate::receive::parse;
use crate::request::{Credentials, SettingValue, SignedCase};
use crate::secret::MASK;
use crate::sign::Hasher;
use crate::table::{Case, Digest, GatewayTable, InboundTable, MAX_FIELDS, RequestTable, SettingKind};
use crate::value::{Value, Values};
use crate::verify::{
    Mismatch, Problem, Signature, by_connection, differs, findings, merchant_agrees, needs_inquiry, signature, unsigned,
};
use crate::wording::{Hint, unknown_parameter};
use crate::{Clock, Environment, Secret, Violations};
use std::fmt;
use zeroize::Zeroizing;

pub use crate::verify::Through;

/// Credentials and settings by name.
pub struct NamedCredentials {
    gateway: &'static GatewayTable,
    credentials: Vec<Option<Secret>>,
    settings: Vec<Option<SettingValue>>,
    addresses: Vec<Option<String>>,
}

impl NamedCredentials {
    /// Takes credentials and settings as texts: `true`, `false`, `as-is`, `upper` or an address for settings. An empty text
    /// is the same as none.
    ///
    /// # Errors
    /// A name that the gateway doesn't have, or a setting that isn't one of its values.
    pub fn new<'a>(
        gateway: &'static GatewayTable,
        named: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, NamedCredentialsError> {
        let mut this = Self {
            gateway,
            credentials: gateway.credentials.iter().map(|_| None).collect(),
            settings: gateway.settings.iter().map(|_| None).collect(),
            addresses: gateway.settings.iter().map(|_| None).collect(),
        };
        for (name, text) in named {
            this.set(name, text)?;
        }
        Ok(this)
    }

    fn set(&mut self, name: &str, text: &str) -> Result<(), NamedCredentialsError> {
        let gateway = self.gateway;
        let mut specs = gateway.credentials.iter().zip(&mut self.credentials);
        if let Some((_, slot)) = specs.find(|(spec, _)| spec.name == name) {
            *slot = (!text.is_empty()).then(|| Secret::new(text));
            return Ok(());
        }
        let mut specs = gateway.settings.iter().zip(self.settings.iter_mut().zip(&mut self.addresses));
        let Some((spec, (slot, address))) = specs.find(|(spec, _)| spec.name == name) else {
            return Err(NamedCredentialsError::Unknown { name: name.to_owned() });
        };
        if let SettingKind::Address(_) = spec.kind {
            *address = (!text.is_empty()).then(|| text.to_owned());
            return Ok(());
        }
        *slot = match (spec.kind, text) {
            (_, "") => None,
            (SettingKind::SendsCredential, "true") => Some(SettingValue::Send(true)),
            (SettingKind::SendsCredential, "false") => Some(SettingValue::Send(false)),
            (SettingKind::Case, "as-is") => Some(SettingValue::Case(SignedCase::AsIs)),
            (SettingKind::Case, "upper") => Some(SettingValue::Case(SignedCase::Upper)),
            (kind, _) => {
                return Err(NamedCredentialsError::Setting { name: spec.name, kind });
            }
        };
        Ok(())
    }
}

impl Credentials for NamedCredentials {
    fn get(&self, index: usize) -> Option<&str> {
        self.credentials.get(index)?.as_ref().map(Secret::expose)
    }

    fn setting(&self, index: usize) -> Option<SettingValue> {
        *self.settings.get(index)?
    }

    fn address(&self, index: usize) -> Option<&str> {
        self.addresses.get(index)?.as_deref()
    }
}

impl fmt::Debug for NamedCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NamedCredentials").field("gateway", &self.gateway.id).finish_non_exhaustive()
    }
}

/// Why credentials can't be taken. Names only; never what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NamedCredentialsError {
    /// The gateway has neither a credential nor a setting of this name.
    Unknown {
        /// The name.
        name: String,
    },
    /// The setting can't be that.
    Setting {
        /// Its name.
        name: &'static str,
        /// What it can be.
        kind: SettingKind,
    },
}

impl fmt::Display for NamedCredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name } => {
                write!(f, "the gateway has no credential or setting {name:?}")
            }
            Self::Setting { name, kind } => {
                let values = match kind {
                    SettingKind::SendsCredential => "true or false",
                    SettingKind::Case => "\"as-is\" or \"upper\"",
                    SettingKind::Address(_) => "an https address",
                };
                write!(f, "`{name}` must be {values}")
            }
        }
    }
}

impl std::error::Error for NamedCredentialsError {}

/// Where, as whom and when. `validate` needs no credentials.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Where the message would go.
    pub environment: &'a Environment,
    /// The merchant's credentials, when they are known.
    pub credentials: Option<&'a dyn Credentials>,
    /// Says which day it is.
    pub clock: Clock,
    /// The idempotency key of a message that has one and is given none; checked like a given one. Without it, a message that must have
    /// one isn't built, and any other goes without.
    pub fresh_key: Option<&'a str>,
}

/// Every violation of a message whose parameters are given by name. A name that comes twice counts with its last value.
#[must_use]
pub fn validate(table: &'static RequestTable, params: &[(&str, &str)], context: Context<'_>) -> Violations {
    with(table, params, context, false, |message, unknown| {
        let mut violations = check(message, &mut Nobody);
        violations.extend(unknown);
        Violations::new(violations)
    })
}

/// Builds a message whose parameters are given by name. Credentials that the context lacks count as missing.
///
/// # Errors
/// Every broken rule, or that the gateway publishes no address for the environment.
pub fn build(table: &'static RequestTable, params: &[(&str, &str)], context: Context<'_>) -> Result<Built, BuildError> {
    let context = Context { credentials: Some(context.credentials.unwrap_or(&NoCredentials)), ..context };
    with(table, params, context, true, |message, unknown| {
        if unknown.is_empty() {
            return Built::of(message);
        }
        let mut violations = check(message, &mut Nobody);
        violations.extend(unknown);
        Err(BuildError::Violations(Violations::new(violations)))
    })
}

struct NoCredentials;

impl Credentials for NoCredentials {
    fn get(&self, _: usize) -> Option<&str> {
        None
    }
}

fn with<T>(
    table: &'static RequestTable,
    params: &[(&str, &str)],
    context: Context<'_>,
    building: bool,
    act: impl FnOnce(&Outgoing<'_>, Vec<crate::Violation>) -> T,
) -> T {
    let mut values = Values::new();
    let mut unknown = Vec::new();
    for (name, text) in params {
        match table.fields.iter().position(|field| field.name == *name) {
            Some(index) => values.put(index, Value::text(text)),
            None => unknown.push(unknown_parameter(table.id, name, hint(table, name))),
        }
    }
    let message = Outgoing {
        table,
        environment: context.environment,
        credentials: context.credentials,
        clock: context.clock,
        building,
        given: Given::new(table.fields, values.as_slice(), context.fresh_key),
    };
    act(&message, unknown)
}

/// The name that was probably meant: the right one for a misspelling of the page, else the nearest.
fn hint(table: &RequestTable, name: &str) -> Option<Hint> {
    const NEAR: usize = 2;
    let mut misspellings = table.misspellings.iter();
    if let Some((_, right)) = misspellings.find(|(wrong, _)| *wrong == name) {
        return Some(Hint::Misspelling(right));
    }
    let names = table.fields.iter().map(|field| field.name);
    names
        .map(|candidate| (distance(candidate, name), candidate))
        .filter(|(distance, _)| *distance <= NEAR)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| Hint::Nearest(candidate))
}

/// How many letters must be changed, added or left out to get from one name to the other. Names longer than
/// [`MAX_FIELDS`] letters are near nothing.
fn distance(a: &str, b: &str) -> usize {
    if a.len().abs_diff(b.len()) > 2 || b.len() > MAX_FIELDS {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut corner = i;
        let mut before = i + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (cell, right) in row.iter_mut().skip(1).zip(b.chars()) {
            let changed = corner + usize::from(left != right);
            corner = *cell;
            before = changed.min(corner + 1).min(before + 1);
            *cell = before;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// What can be said about a received message. Its `Debug` masks what is sensitive.
#[derive(Clone, PartialEq, Eq)]
pub struct Verdict {
    /// `valid`, `invalid`, `missing`, or `undefined` when the message carries none or can't be read.
    pub signature: &'static str,
    /// `received`, `verified` or `reconciled`.
    pub trust: &'static str,
    /// The known fields that came and that no signature covers.
    pub unsigned: Vec<&'static str>,
    /// What to know.
    pub problems: Vec<Problem>,
    /// In the order received: known fields under their canonical names unless they are empty, unknown ones as they came.
    pub fields: Vec<VerdictField>,
}

/// One field of a [`Verdict`].
#[derive(Clone, PartialEq, Eq)]
pub struct VerdictField {
    /// Canonical name, or the key as it came.
    pub name: String,
    /// The text.
    pub value: String,
    /// Whether it must not be shown.
    pub sensitive: bool,
}

impl fmt::Debug for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verdict")
            .field("signature", &self.signature)
            .field("trust", &self.trust)
            .field("unsigned", &self.unsigned)
            .field("problems", &self.problems)
            .field("fields", &self.fields)
            .finish()
    }
}

impl fmt::Debug for VerdictField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = if self.sensitive { MASK } else { &self.value };
        write!(f, "{}={value:?}", self.name)
    }
}

/// Judges a received message, and with `expect` compares it with what was asked, by canonical names. The order, the
/// amount and the currency together are what it takes to reconcile; more may be given, and an empty text is the same as
/// none.
#[must_use]
pub fn verify(
    table: &'static InboundTable,
    through: Through,
    content_type: &str,
    body: &[u8],
    credentials: &dyn Credentials,
    expect: Option<&[(&str, &str)]>,
) -> Verdict {
    verify_with_headers(table, through, content_type, &[], body, credentials, expect)
}

/// The same with the HTTP headers that the message came with: a key in one of them vouches for some.
#[must_use]
pub fn verify_with_headers(
    table: &'static InboundTable,
    through: Through,
    content_type: &str,
    headers: &[(&str, &str)],
    body: &[u8],
    credentials: &dyn Credentials,
    expect: Option<&[(&str, &str)]>,
) -> Verdict {
    let message = match parse(table, content_type, body) {
        Ok(message) => message,
        Err(error) => {
            let problem = Problem {
                field: error.key().unwrap_or_default().to_owned(),
                rule: error.id().to_owned(),
                message: error.to_string(),
            };
            return Verdict {
                signature: "undefined",
                trust: "received",
                unsigned: Vec::new(),
                problems: vec![problem],
                fields: Vec::new(),
            };
        }
    };
    let mut problems = findings(&message);
    let proof = signature(&message, &Presented::of(table, headers.iter().copied()), credentials);
    if let Signature::Unjudged(credential) = proof {
        problems.push(Problem {
            field: credential.to_owned(),
            rule: "no-credential".to_owned(),
            message: "the merchant's own credential is empty, so nothing can be verified until it is set".to_owned(),
        });
    }
    let valid = proof == Signature::Valid || by_connection(&message, through);
    let mut trust = if valid { "verified" } else { "received" };
    if let Some(expect) = expect {
        let mut settled = compare(&message, credentials, expect, &mut problems);
        let mut hold = |rule: &str, text: &str| {
            settled = false;
            problems.push(Problem { field: String::new(), rule: rule.to_owned(), message: text.to_owned() });
        };
        if valid && needs_inquiry(&message, through, credentials) {
            let why = match table.answers.payment {
                Some(_) => "who vouches for it, or the secret that signs it, may be known to others; ask the gateway",
                None => "the message doesn't say which order was paid, or how much; ask the gateway",
            };
            hold("needs-inquiry", why);
        }
        if through == Through::Browser {
            hold(
                "browser-return",
                "the shopper's browser brought this; only a callback or an inquiry settles a payment",
            );
        }
        if valid && settled {
            trust = "reconciled";
        }
    }
    Verdict {
        signature: match proof {
            Signature::Valid => "valid",
            Signature::Invalid => "invalid",
            Signature::Missing => "missing",
            Signature::Undefined | Signature::Unjudged(_) => "undefined",
        },
        trust,
        unsigned: unsigned(&message).collect(),
        problems,
        fields: fields(&message),
    }
}

/// Adds every difference to the problems. Says whether there is none and enough was compared to reconcile.
fn compare(
    message: &Message,
    credentials: &dyn Credentials,
    expect: &[(&str, &str)],
    problems: &mut Vec<Problem>,
) -> bool {
    let table = message.table();
    let name = |index: u8| table.fields.get(usize::from(index)).map_or("", |field| field.name);
    let answers = table.answers;
    let asked = answers.payment.map(|payment| [payment.order, payment.amount, payment.currency].map(name));
    let first = asked.as_ref().map_or(&[][..], |asked| &asked[..]);
    let expect = || expect.iter().filter(|(_, wanted)| !wanted.is_empty());
    let given = |wanted: &str| expect().find(|(field, _)| *field == wanted);
    let enough = asked.is_some() && first.iter().all(|field| given(field).is_some());
    let mut agrees = true;
    let mut differ = |field: &str, text: String| {
        agrees = false;
        problems.push(Problem { field: field.to_owned(), rule: "mismatch".to_owned(), message: text });
    };
    let came = |mismatch: Mismatch| format!("{} was asked, {} came", mismatch.expected, mismatch.actual);
    for (field, wanted) in first.iter().filter_map(|field| given(field)) {
        if let Some(mismatch) = differs(message, field, wanted) {
            differ(field, came(mismatch));
        }
    }
    // What was paid answers to what was to be paid.
    let paid = table.paid.filter(|paid| message.text(usize::from(*paid)).is_some()).map(name);
    let asked_amount = answers.payment.and_then(|payment| given(name(payment.amount)));
    if let (Some(paid), Some((_, wanted))) = (paid, asked_amount)
        && let Some(mismatch) = differs(message, paid, wanted)
    {
        differ(paid, came(mismatch));
    }
    if let Some((merchant, _)) = answers.merchant.filter(|_| !merchant_agrees(message, credentials)) {
        differ(name(merchant), "the message names another merchant".to_owned());
    }
    for (field, wanted) in expect().filter(|(field, _)| !first.contains(field)) {
        if let Some(mismatch) = differs(message, field, wanted) {
            differ(field, came(mismatch));
        }
    }
    agrees && enough
}

fn fields(message: &Message) -> Vec<VerdictField> {
    message
        .known_or_not()
        .filter_map(|(field, key, value)| match field {
            Some(_) if value.is_empty() => None,
            Some(spec) => {
                Some(VerdictField { name: spec.name.to_owned(), value: value.to_owned(), sensitive: hides(spec) })
            }
            None => Some(VerdictField { name: key.to_owned(), value: value.to_owned(), sensitive: false }),
        })
        .collect()
}

/// A recipe as the gateway's documents give it, before it belongs to a message: its values have names.
#[derive(Debug)]
pub struct Recipe {
    /// `card-request`.
    pub name: &'static str,
    /// The digest.
    pub digest: Digest,
    /// What is joined.
    pub pieces: &'static [Piece],
}

/// One piece of a [`Recipe`].
#[derive(Debug, Clone, Copy)]
pub enum Piece {
    /// Text as it stands.
    Text(&'static str),
    /// The value of this name.
    Value(&'static str, Case),
}

/// The string to sign, which holds secrets, and its digest as it is sent; `None` when a value is missing.
/// `upper` is how every casing setting stands. For trying a recipe on published strings: messages sign themselves.
#[must_use]
pub fn recipe<'a>(
    recipe: &Recipe,
    resolve: impl Fn(&str) -> Option<&'a str>,
    upper: bool,
) -> Option<(Zeroizing<String>, String)> {
    let mut text = Zeroizing::new(String::new());
    let mut hasher = Hasher::new(recipe.digest);
    for piece in recipe.pieces {
        let (value, case) = match *piece {
            Piece::Text(text) => (text, Case::AsIs),
            Piece::Value(name, case) => (resolve(name)?, case),
        };
        if case == Case::Upper || (upper && matches!(case, Case::Setting(_))) {
            text.push_str(&Zeroizing::new(value.to_ascii_uppercase()));
            hasher.feed_upper(value.as_bytes());
        } else {
            text.push_str(value);
            hasher.feed(value.as_bytes());
        }
    }
    Some((text, hasher.finish().written().as_str().to_owned()))
}
