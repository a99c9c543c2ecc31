//! A received message beside its table: what of it is known, readable and vouched for, and where it says something else than was asked.
//! [`super::verify`] makes the verdict of it.

use super::check::is_sensitive;
use super::hmac_json::json_signature;
use super::nested::Leaf;
use super::sign::{same_bytes, signature_matches, value_names};
use super::value::{Decimal, received};
use super::verify::{Delivery, Problem, expected, problem};
use super::{Credentials, ParseError, nested, parse};
use crate::model::{Auth, Encoding, Gateway, Inbound, KeyCase, Presence, Recipe, Type};

/// A message with its values beside the fields that they belong to.
pub(super) struct Message<'a> {
    inbound: &'a Inbound,
    /// In the order received.
    leaves: Vec<Leaf<'a>>,
}

impl<'a> Message<'a> {
    /// Takes a body apart.
    pub(super) fn read(
        gateway: &Gateway,
        inbound: &'a Inbound,
        content_type: &str,
        body: &[u8],
    ) -> Result<Message<'a>, ParseError> {
        let leaves = match (inbound.keys, inbound.encoding) {
            (KeyCase::Exact, Encoding::Json) => {
                parse::admitted(Encoding::Json, content_type, body)?;
                nested::leaves(&inbound.fields, body)?
            }
            (KeyCase::Exact, Encoding::Form) => {
                let field = |key: &str| inbound.fields.iter().find(|f| f.name == key);
                let resembles = |key: &str| inbound.fields.iter().any(|f| f.name.eq_ignore_ascii_case(key));
                let well_cased = |key: &str| field(key).is_some() || !resembles(key);
                let pairs = parse::pairs(Encoding::Form, content_type, body, &well_cased, &|_| false)?;
                pairs.into_iter().map(|(key, text)| Leaf::flat(field(&key), key, text)).collect()
            }
            (KeyCase::LowerOrUpper, encoding) => {
                let well_cased = |key: &str| {
                    let lower = key.to_ascii_lowercase();
                    !is_known(gateway, inbound, &lower) || key == lower || key == key.to_ascii_uppercase()
                };
                let is_flat = |key: &str| is_known(gateway, inbound, &key.to_ascii_lowercase());
                let field = |key: &str| {
                    let lower = key.to_ascii_lowercase();
                    inbound.fields.iter().find(|f| f.is_spelled(&lower))
                };
                let pairs = parse::pairs(encoding, content_type, body, &well_cased, &is_flat)?;
                let leaves = pairs.into_iter().map(|(key, text)| Leaf::flat(field(&key), key, text)).collect();
                once_each(leaves)?
            }
        };
        Ok(Message { inbound, leaves })
    }

    /// What came of a field.
    fn leaf(&self, name: &str) -> Option<&Leaf<'a>> {
        let found = self.leaves.iter().find(|leaf| leaf.field.is_some_and(|f| f.name == name));
        found.filter(|leaf| !leaf.text.is_empty())
    }

    /// The value of a known field that isn't empty.
    fn value(&self, name: &str) -> Option<&str> {
        self.leaf(name).map(|leaf| leaf.text.as_str())
    }

    /// What the message's own authentication says of it: `valid`, `invalid`, `missing`, or `undefined` when it has none.
    /// What the signature is; and where the merchant has no say about one that is there, the credential that is wanting.
    pub(super) fn signature(
        &self,
        gateway: &Gateway,
        delivery: Delivery<'_>,
        credentials: &Credentials,
    ) -> (&'static str, Option<String>) {
        let found = self.compared(gateway, delivery, credentials);
        let wanted: Vec<&str> = match &self.inbound.auth {
            Auth::Signed { recipe, .. } => {
                let own = gateway.recipes.iter().filter(|own| own.name == *recipe).flat_map(value_names);
                own.filter(|name| !self.inbound.fields.iter().any(|field| field.name == *name)).collect()
            }
            Auth::Hmac { credential, .. } | Auth::Key { credential, .. } => vec![credential],
            Auth::Connection | Auth::None => Vec::new(),
        };
        match wanted.into_iter().find(|name| credentials.filled(name).is_none()) {
            Some(name) if found != "missing" => ("undefined", Some(name.to_owned())),
            _ => (found, None),
        }
    }

    fn compared(&self, gateway: &Gateway, delivery: Delivery<'_>, credentials: &Credentials) -> &'static str {
        match &self.inbound.auth {
            Auth::Signed { recipe, field, covers, .. } => {
                let recipe = gateway.recipes.iter().find(|r| r.name == *recipe);
                self.digest(recipe, field, covers, credentials)
            }
            Auth::Hmac { credential, field } => {
                let key = credentials.filled(credential).unwrap_or_default();
                json_signature(delivery.body, field, key).unwrap_or("invalid")
            }
            Auth::Key { credential, header } => {
                let mut own = delivery.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case(header));
                match (own.next(), own.next(), credentials.filled(credential)) {
                    (_, Some(_), _) => "invalid",
                    (None, ..) => "missing",
                    (Some((_, given)), ..) if given.is_empty() => "missing",
                    (Some((_, given)), _, Some(key)) if same_bytes(given.as_bytes(), key.as_bytes()) => "valid",
                    (Some(_), ..) => "invalid",
                }
            }
            Auth::Connection | Auth::None => "undefined",
        }
    }

    fn digest(
        &self,
        recipe: Option<&Recipe>,
        field: &str,
        covers: &[String],
        credentials: &Credentials,
    ) -> &'static str {
        let Some(given) = self.value(field) else {
            return "missing";
        };
        let Some(recipe) = recipe else {
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
    pub(super) fn peculiarities(&self, gateway: &Gateway) -> Vec<Problem> {
        let mut problems = Vec::new();
        for field in &self.inbound.fields {
            let name = &field.name;
            let Some(leaf) = self.leaf(name) else {
                let is_in_reach = field.parent.is_none_or(|parent| self.is_object(parent));
                if field.presence == Presence::Mandatory && is_in_reach {
                    let message = format!("{name} is documented as mandatory and isn't there.");
                    problems.push(problem(name, "missing", message));
                }
                continue;
            };
            if leaf.is_object {
                continue;
            }
            let text = leaf.text.as_str();
            let is_raw = matches!(field.ty, Type::List { .. } | Type::Json);
            // A number that no merchant's code can hold.
            let is_beyond = matches!(field.ty, Type::Integer { .. }) && text.parse::<u64>().is_err();
            if !leaf.fits || is_beyond || !is_raw && received(self.inbound.encoding, &field.ty, text).is_none() {
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
        for leaf in self.leaves.iter().filter(|leaf| leaf.field.is_none()) {
            let key = &leaf.path;
            let shown: String = super::shown(key, false).escape_debug().collect();
            let message = format!("No page knows the key {shown}.");
            problems.push(problem(key, "unknown-key", message));
        }
        problems
    }

    /// Whether the field at this position is an object that came.
    fn is_object(&self, at: usize) -> bool {
        self.inbound.fields.get(at).and_then(|field| self.leaf(&field.name)).is_some_and(|leaf| leaf.is_object)
    }

    /// Where the message says something else than what was asked.
    pub(super) fn differences(&self, expect: &[(String, String)], credentials: &Credentials) -> Vec<Problem> {
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
        // What was paid answers to what was to be paid.
        if let (Some(paid), Some(amount)) = (asks.paid.as_deref(), asks.amount.as_deref())
            && let Some(expected) = expected(expect, amount)
            && self.value(paid).is_some()
            && !self.agrees(paid, expected)
        {
            let message = format!("{paid} isn't what was to be paid.");
            differences.push(problem(paid, "mismatch", message));
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
            let mut unknown = self.leaves.iter().filter(|leaf| leaf.field.is_none());
            return unknown.any(|leaf| leaf.path == name && leaf.text == expected);
        };
        let Some(came) = self.value(name) else {
            return false;
        };
        if let Type::Amount { .. } = field.ty {
            let encoding = self.inbound.encoding;
            let read = |text: &str| received(encoding, &field.ty, text).and_then(|t| Decimal::parse(&t));
            return read(came).is_some_and(|amount| read(expected) == Some(amount));
        }
        came == expected
    }

    /// Whether the message is for the merchant of the credentials: the field bears the credential's name.
    fn is_ours(&self, merchant: &str, credentials: &Credentials) -> bool {
        let ours = credentials.filled(merchant);
        let theirs = self.value(merchant);
        ours.zip(theirs).is_some_and(|(ours, theirs)| ours.eq_ignore_ascii_case(theirs))
    }

    pub(super) fn unsigned(&self) -> Vec<String> {
        let (covers, signature): (&[String], Option<&str>) = match &self.inbound.auth {
            Auth::Signed { covers, field, .. } => (covers, Some(field)),
            Auth::Hmac { .. } => return Vec::new(),
            Auth::Key { .. } | Auth::Connection | Auth::None => (&[], None),
        };
        let names = self.inbound.fields.iter().map(|f| &f.name);
        names
            .filter(|name| self.leaf(name).is_some_and(|leaf| !leaf.is_object))
            .filter(|name| !covers.contains(name) && signature != Some(name.as_str()))
            .cloned()
            .collect()
    }

    pub(super) fn shown(self) -> Vec<(String, String, bool)> {
        let known = |leaf: Leaf<'_>| match leaf.field {
            Some(_) if leaf.text.is_empty() || leaf.is_object => None,
            Some(field) => Some((field.name.clone(), leaf.text, is_sensitive(field))),
            None => Some((leaf.path, leaf.text, false)),
        };
        self.leaves.into_iter().filter_map(known).collect()
    }
}

/// Refuses a field that comes a second time, under another of its spellings.
fn once_each(leaves: Vec<Leaf<'_>>) -> Result<Vec<Leaf<'_>>, ParseError> {
    for (at, leaf) in leaves.iter().enumerate() {
        let Some(field) = leaf.field else { continue };
        let before = leaves.iter().take(at).any(|other| other.field.is_some_and(|other| other.name == field.name));
        if before {
            let (key, name) = (parse::shown_key(leaf.path.as_bytes()), &field.name);
            let message =
                format!("{key} is another spelling of {name}, which has come already; which one counts can't be told.");
            return Err(parse::error("duplicate-key", &key, message));
        }
    }
    Ok(leaves)
}

/// Whether a key in lower case belongs to the message, or to one that might have come in its place: what isn't a reply comes
/// through one door, and which message of its encoding it is shows only when the keys have been read.
fn is_known(gateway: &Gateway, inbound: &Inbound, key: &str) -> bool {
    let is_reply =
        |id: &str| gateway.inbound.iter().position(|own| own.id == id).is_some_and(|at| gateway.is_reply(at));
    let has = |inbound: &Inbound| inbound.fields.iter().any(|field| field.is_spelled(key));
    let alike = |other: &Inbound| other.encoding == inbound.encoding && other.keys == inbound.keys;
    let knocks = |other: &Inbound| !is_reply(&other.id) && alike(other);
    has(inbound) || !is_reply(&inbound.id) && gateway.inbound.iter().any(|other| has(other) && knocks(other))
}
