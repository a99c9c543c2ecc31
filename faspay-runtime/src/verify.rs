//! What a received message proves: whether its signature is right, what the signature covers, what is odd about it,
//! and whether it answers what was asked. The typed door and the by-name door both judge through here.

use crate::amount::Scaled;
use crate::date::read_day;
use crate::element::{hides, is_readable};
use crate::headers::Presented;
use crate::message::{Message, read_integer};
use crate::print::printed;
use crate::secret::MASK;
use crate::sign::{Hasher, Sum};
use crate::table::{Auth, Case, FieldSpec, Kind, Part, Presence, Signing};
use crate::text::first_of;
use crate::value::Value;
use crate::violation::OneLine;
use crate::{Credentials, Expected, SettingValue, wording};
use std::fmt;

/// Something to know about a received message that isn't a reason to refuse it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's canonical name, or the key when no field has it.
    pub field: String,
    /// `missing`, `unreadable`, `unknown-code`, `unknown-key`, `mismatch`, `no-credential`, `needs-inquiry`, `browser-return`.
    pub rule: String,
    /// What it means.
    pub message: String,
}

/// One line.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        OneLine(f).write(format_args!("{}: {} [{}]", self.field, self.message, self.rule))
    }
}

/// What the signature of a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signature {
    Valid,
    Invalid,
    Missing,
    /// The message carries none.
    Undefined,
    /// There is one, and the merchant lacks this credential to judge it by: it may well be the gateway's.
    Unjudged(&'static str),
}

/// A signature that is there is judged only by a merchant who has every credential for it: without one, everything would look
/// forged, the gateway's own messages too.
pub(crate) fn signature(message: &Message, presented: &Presented, credentials: &dyn Credentials) -> Signature {
    match judged(message, presented, credentials) {
        Signature::Missing => Signature::Missing,
        judged => lacking(message, credentials).map_or(judged, Signature::Unjudged),
    }
}

/// The first credential that it takes to judge a message and that is missing or empty.
fn lacking(message: &Message, credentials: &dyn Credentials) -> Option<&'static str> {
    let table = message.table();
    let is_empty = |index: u8| credentials.get(usize::from(index)).is_none_or(str::is_empty);
    let index = match &table.auth {
        Auth::Signed { signing, .. } => signing.parts.iter().find_map(|part| match *part {
            Part::Credential(index, _) if is_empty(index) => Some(index),
            _ => None,
        }),
        #[cfg(feature = "scheme-hmac-json")]
        Auth::Hmac { credential, .. } => is_empty(*credential).then_some(*credential),
        #[cfg(feature = "scheme-key")]
        Auth::Key { credential, .. } => is_empty(*credential).then_some(*credential),
        Auth::Connection | Auth::None => None,
    }?;
    table.gateway.credentials.get(usize::from(index)).map(|credential| credential.name)
}

fn judged(message: &Message, presented: &Presented, credentials: &dyn Credentials) -> Signature {
    match &message.table().auth {
        Auth::Signed { signing, field, covers, .. } => digest(message, credentials, signing, *field, covers),
        #[cfg(feature = "scheme-hmac-json")]
        Auth::Hmac { credential, field } => hmac(message, credentials, *credential, *field),
        #[cfg(feature = "scheme-key")]
        Auth::Key { credential, .. } => presented.judge(credentials.get(usize::from(*credential))),
        Auth::Connection | Auth::None => {
            let _ = presented;
            Signature::Undefined
        }
    }
}

/// Whether the connection vouches for a message: it came on the one that the merchant's server made to the gateway.
pub(crate) fn by_connection(message: &Message, through: Through) -> bool {
    matches!(message.table().auth, Auth::Connection) && through == Through::Reply
}

#[cfg(feature = "scheme-hmac-json")]
fn hmac(message: &Message, credentials: &dyn Credentials, credential: u8, field: u8) -> Signature {
    let field = usize::from(field);
    let (Some(_), Some(member)) = (message.text(field), message.key(field)) else {
        return Signature::Missing;
    };
    let key = crate::Secret::from(credentials.get(usize::from(credential)).unwrap_or_default());
    crate::scheme::hmac_json::judge(message.body(), member, &key).unwrap_or(Signature::Invalid)
}

fn digest(message: &Message, credentials: &dyn Credentials, signing: &Signing, field: u8, covers: &[u8]) -> Signature {
    let Some(given) = message.text(usize::from(field)) else {
        return Signature::Missing;
    };
    let Some(given) = Sum::read(signing.digest, given) else {
        return Signature::Invalid;
    };
    let covered = covers
        .iter()
        .all(|field| message.text(usize::from(*field)).is_some_and(|text| first_of(text, signing.delimiter).is_none()));
    if !covered {
        return Signature::Invalid;
    }
    // Whether a signed id is upper-cased is left open by the documents, so either reading is accepted, whatever the
    // merchant decided for sending. They differ only when there is a lower-case letter.
    let Some((as_is, is_cased)) = sum(message, credentials, signing, false) else {
        return Signature::Invalid;
    };
    let mut agrees = as_is.agrees(&given);
    if is_cased && let Some((upper, _)) = sum(message, credentials, signing, true) {
        agrees |= upper.agrees(&given);
    }
    if bool::from(agrees) { Signature::Valid } else { Signature::Invalid }
}

/// The digest of the message, and whether upper-casing the parts that a setting governs would change it. `None` when a
/// part is missing.
fn sum(message: &Message, credentials: &dyn Credentials, signing: &Signing, upper: bool) -> Option<(Sum, bool)> {
    let mut hasher = Hasher::new(signing.digest);
    let mut is_cased = false;
    for part in signing.parts {
        let (text, case) = match *part {
            Part::Text(text) => (text, Case::AsIs),
            Part::Field(index, case) => (message.text(usize::from(index))?, case),
            Part::Credential(index, case) => {
                let text = credentials.get(usize::from(index))?;
                if text.is_empty() {
                    return None;
                }
                (text, case)
            }
        };
        let is_upper = match case {
            Case::AsIs => false,
            Case::Upper => true,
            Case::Setting(_) => {
                is_cased |= text.bytes().any(|byte| byte.is_ascii_lowercase());
                upper
            }
        };
        if is_upper {
            hasher.feed_upper(text.as_bytes());
        } else {
            hasher.feed(text.as_bytes());
        }
    }
    Some((hasher.finish(), is_cased))
}

/// How a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// The shopper's browser brought it: it is never reconciled.
    Browser,
    /// The gateway's server sent it to the merchant's address, or somebody who says so.
    Server,
    /// It is the answer to a request that the merchant's server made.
    Reply,
}

/// Whether what the signature proves is less than that the gateway wrote it: the browser may have seen the secret, or
/// the signature leaves out what the payment is about.
///
/// A reply is believed although a shopper may know the secret: TLS and a certificate of the gateway's own host vouch
/// for who wrote it, and the shopper isn't on that connection. Otherwise the inquiry, which is signed with the same
/// secret, could never tell what a callback leaves in doubt. What the signature covers must be there all the same.
pub(crate) fn needs_inquiry(message: &Message, through: Through, credentials: &dyn Credentials) -> bool {
    let table = message.table();
    match &table.auth {
        Auth::None => true,
        // It says who sends, and nothing of what.
        #[cfg(feature = "scheme-key")]
        Auth::Key { .. } => true,
        #[cfg(feature = "scheme-hmac-json")]
        Auth::Hmac { .. } => !tells_payment(message),
        Auth::Connection => !tells_payment(message),
        Auth::Signed { covers, exposed_by, .. } => {
            let exposed = through != Through::Reply
                && exposed_by.is_some_and(|setting| {
                    credentials.setting(usize::from(setting)) != Some(SettingValue::Send(false))
                });
            let settles = match (table.answers.payment, table.status) {
                (Some(payment), Some((status, _))) => {
                    [payment.order, payment.amount, status].iter().all(|field| covers.contains(field))
                }
                _ => false,
            };
            exposed || !settles
        }
    }
}

/// Whether a message says what became of which payment.
fn tells_payment(message: &Message) -> bool {
    message.table().answers.payment.is_some() && message.table().status.is_some()
}

/// The known fields that are there and not covered, without the signature itself.
pub(crate) fn unsigned(message: &Message) -> impl Iterator<Item = &'static str> {
    let (covers, signature): (&'static [u8], Option<u8>) = match &message.table().auth {
        Auth::Signed { covers, field, .. } => (covers, Some(*field)),
        _ => (&[], None),
    };
    #[cfg(feature = "scheme-hmac-json")]
    let covers_all = matches!(message.table().auth, Auth::Hmac { .. });
    #[cfg(not(feature = "scheme-hmac-json"))]
    let covers_all = false;
    (0u8..)
        .zip(message.table().fields)
        .filter(move |(index, _)| !covers_all && !covers.contains(index) && signature != Some(*index))
        .filter(|(index, _)| message.text(usize::from(*index)).is_some())
        .map(|(_, field)| field.name)
}

/// Where the message differs from its table: fields in table order, then unknown keys.
pub(crate) fn findings(message: &Message) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, field) in message.table().fields.iter().enumerate() {
        let mut add = |rule: &str, text: &str| {
            problems.push(Problem { field: field.name.to_owned(), rule: rule.to_owned(), message: text.to_owned() });
        };
        let in_reach = field.parent.is_none_or(|parent| message.has_object(usize::from(parent)));
        match message.text(index) {
            // What belongs to an object that isn't there isn't missing; the object may be.
            None if matches!(field.presence, Presence::Mandatory) && in_reach && !message.has_object(index) => {
                add("missing", "the table says that it is always there");
            }
            None => {}
            Some(text) => match field.kind {
                Kind::Code(codes) if !codes.contains(&text) => {
                    add("unknown-code", "the value isn't in the list of codes");
                }
                Kind::Amount { decimals, .. } if message.table().read_amount(text, decimals).is_none() => {
                    add("unreadable", "this isn't an amount");
                }
                Kind::Integer { .. } if read_integer(text).is_none() => {
                    add("unreadable", "this isn't a whole number");
                }
                Kind::DayList { .. } if text.split(',').any(|day| read_day(day).is_none()) => {
                    add("unreadable", "this isn't a list of days");
                }
                kind if !is_readable(kind, text) || !message.fits(index) => {
                    add("unreadable", "this isn't of the form that the table gives")
                }
                _ => {}
            },
        }
    }
    problems.extend(message.unknown().map(|(key, _)| Problem {
        field: key.to_owned(),
        rule: "unknown-key".to_owned(),
        message: "the table doesn't have this key".to_owned(),
    }));
    problems
}

/// A field that differs from what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Its canonical name.
    pub field: String,
    /// What was asked.
    pub expected: String,
    /// What came: `absent` when nothing did, `***` when it is sensitive.
    pub actual: String,
}

/// One line.
impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        OneLine(f).write(format_args!("{}: {} was asked, {} came", self.field, self.expected, self.actual))
    }
}

impl Mismatch {
    pub(crate) fn new(field: &FieldSpec, expected: &str, actual: Option<&str>) -> Self {
        let shown = |text: &str| {
            if hides(field) { MASK.to_owned() } else { wording::excerpt(text) }
        };
        Self {
            field: field.name.to_owned(),
            expected: shown(expected),
            actual: actual.map_or_else(|| "absent".to_owned(), shown),
        }
    }
}

/// Where a message differs from what was asked: order, amount, currency, what was paid, the merchant, then what else
/// was expected.
pub(crate) fn mismatches(message: &Message, expected: &Expected, merchant_agrees: bool) -> Vec<Mismatch> {
    let table = message.table();
    let answers = table.answers;
    let mut list = Vec::new();
    let mut compare = |index: u8, wanted: &str, agrees: bool| {
        if let Some(field) = table.fields.get(usize::from(index))
            && !agrees
        {
            list.push(Mismatch::new(field, wanted, message.text(usize::from(index))));
        }
    };
    let text = |index: u8| message.text(usize::from(index));
    if let Some(asked) = answers.payment {
        compare(asked.order, &expected.order, text(asked.order) == Some(&expected.order));
        let wanted = Scaled::own(&expected.amount);
        let amount = message.scaled(usize::from(asked.amount));
        let same_amount = amount.is_some_and(|came| came.compare(wanted).is_eq());
        compare(asked.amount, &wanted.to_text(), same_amount);
        let currency = expected.amount.currency();
        compare(asked.currency, currency.as_str(), text(asked.currency) == Some(currency.as_str()));
        if let Some(paid) = table.paid.filter(|paid| text(*paid).is_some()) {
            let came = message.scaled(usize::from(paid));
            compare(paid, &wanted.to_text(), came.is_some_and(|came| came.compare(wanted).is_eq()));
        }
    }
    if let Some((merchant, _)) = answers.merchant {
        compare(merchant, "this merchant", merchant_agrees);
    }
    for (name, wanted) in &expected.more {
        list.extend(differs(message, name, wanted));
    }
    list
}

/// Whether the message names the merchant whose credentials these are, if it names one. Gateways echo the id in either case.
pub(crate) fn merchant_agrees(message: &Message, credentials: &dyn Credentials) -> bool {
    let Some((field, credential)) = message.table().answers.merchant else {
        return true;
    };
    let came = message.text(usize::from(field));
    let own = credentials.get(usize::from(credential)).filter(|text| !text.is_empty());
    matches!((came, own), (Some(came), Some(own)) if came.eq_ignore_ascii_case(own))
}

/// How a field that was expected by name differs, if it does. Amounts agree by value. A name that the table doesn't have
/// may be a key that came all the same.
pub(crate) fn differs(message: &Message, name: &str, wanted: &str) -> Option<Mismatch> {
    let table = message.table();
    let Some((index, field)) = table.fields.iter().enumerate().find(|(_, field)| field.name == name) else {
        let came = message.unknown().find(|(key, _)| *key == name);
        return (came.map(|(_, text)| text) != Some(wanted)).then(|| Mismatch {
            field: name.to_owned(),
            expected: MASK.to_owned(),
            actual: if came.is_some() { MASK } else { "absent" }.to_owned(),
        });
    };
    let came = message.text(index);
    let agrees = match field.kind {
        Kind::Amount { decimals, .. } => match (message.scaled(index), table.read_amount(wanted, decimals)) {
            (Some(came), Some(wanted)) => came.compare(wanted).is_eq(),
            _ => false,
        },
        _ => came == Some(wanted),
    };
    (!agrees).then(|| Mismatch::new(field, wanted, came))
}

/// A stable name for what a message reports, for de-duplication: who vouches for it, and its key fields
/// percent-encoded. Nothing that may be changed without breaking the signature goes in, or one payment could be told
/// again and again as another: not which message it is, which unsigned fields decide, and not the case of what is
/// upper-cased before it is signed.
pub(crate) fn event_key(message: &Message) -> String {
    let table = message.table();
    let (voucher, parts) = match &table.auth {
        Auth::Signed { signing, .. } => (format!("{}.{}", table.gateway.id, signing.recipe), signing.parts),
        _ => (table.id.to_owned(), &[][..]),
    };
    let mut key = voucher.into_bytes();
    for index in table.event_key {
        let Some(field) = table.fields.get(usize::from(*index)) else {
            continue;
        };
        key.push(b'/');
        key.extend_from_slice(field.name.as_bytes());
        key.push(b'=');
        if let Some(text) = message.text(usize::from(*index)) {
            // Amounts by value: `5000` and `5000.00` are one event.
            let mut text = match message.scaled(usize::from(*index)) {
                Some(amount) => amount.to_text(),
                None => printed(field.kind, Value::Text(text)),
            };
            if parts.iter().any(|part| matches!(part, Part::Field(own, Case::Upper) if own == index)) {
                text.make_ascii_uppercase();
            }
            crate::encode::encode(&text, &mut key);
        }
    }
    String::from_utf8(key).unwrap_or_default()
}
