//! The gateway's side of the table: reads what a merchant posted, checks it as the gateway would and signs what it answers. Only the
//! sandbox calls this; what it answers to each fault is the sandbox's business.

use std::collections::HashMap;
use std::fmt;

use super::build::Masked;
use super::check::{Violation, out_of_bounds, sending_setting};
use super::expr::{Facts, Known, evaluate};
use super::sign::{as_answered, recipe_digest, signature_matches};
use super::value::{Surroundings, check, printed};
use super::{Context, Credentials, Date, Environment, ParseError, elements};
use crate::model::{Auth, Field, From, Gateway, Inbound, Operation, Presence, Type};

/// What a merchant posted. [`fmt::Debug`] masks what may not be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Posted {
    /// Canonical name, value and whether the value is sensitive, in the order posted; empty values are left out. In nested JSON an
    /// object with nothing in it is `{}`, and others are there with their members.
    pub fields: Vec<(String, String, bool)>,
    /// Keys that the operation doesn't have.
    pub unknown: Vec<(String, String)>,
}

impl Posted {
    /// A value by canonical name.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(n, _, _)| n == name);
        found.map(|(_, text, _)| text.as_str())
    }
}

/// One thing that is wrong with a posted request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of thing.
    pub kind: FaultKind,
    /// The field's canonical name, or the unknown key.
    pub field: String,
    /// The rule's id: `length`, `code`, `ends-after-start`, …
    pub rule: String,
    /// What the rule allows.
    pub limit: String,
    /// What is wrong, in a sentence that shows no sensitive value.
    pub message: String,
}

/// The kinds of fault that gateways answer differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// A parameter that must be there is missing or empty.
    MissingField,
    /// A value that is too long, or a list with too many items.
    TooLong,
    /// A value that doesn't fit its type, or another constant than the documented one.
    BadValue,
    /// A credential that isn't the account's.
    BadCredential,
    /// No signature.
    EmptySignature,
    /// A signature that doesn't fit the message.
    BadSignature,
    /// A rule across fields is broken.
    BrokenRule,
    /// A key that the operation doesn't have.
    UnknownKey,
}

/// Reads a posted body and checks it against an account.
///
/// # Errors
/// When the body can't be read at all.
pub fn receive_request(
    gateway: &Gateway,
    operation: &Operation,
    content_type: &str,
    body: &[u8],
    account: &Credentials,
    today: Date,
) -> Result<(Posted, Vec<Fault>), ParseError> {
    let posted = super::parse_request(operation, content_type, body)?;
    let faults = check_request(gateway, operation, &posted, account, today);
    Ok((posted, faults))
}

/// Checks a posted request against the account that it claims: fields in wire order, then rules, then unknown keys. Signatures are
/// accepted under every reading of a casing setting.
pub fn check_request(
    gateway: &Gateway,
    operation: &Operation,
    posted: &Posted,
    account: &Credentials,
    today: Date,
) -> Vec<Fault> {
    let mut sent = Sent { gateway, operation, posted, known: HashMap::new(), today };
    let mut by_field: Vec<Vec<Fault>> = operation.fields.iter().map(|_| Vec::new()).collect();
    // Lists come last: the conditions of their elements are about the rest of the message.
    for lists in [false, true] {
        let fields = operation.fields.iter().enumerate();
        for (at, field) in fields.filter(|(_, field)| matches!(field.ty, Type::List { .. }) == lists) {
            by_field[at] = sent.value_faults(at, account);
            if let (true, Some(text)) = (by_field[at].is_empty(), posted.get(&field.name))
                && let Some(printed) = printed(&field.ty, text)
            {
                sent.known.insert(&field.name, Known::of(&field.ty, &printed));
            }
        }
    }
    let mut faults = Vec::new();
    for (at, mut own) in by_field.into_iter().enumerate() {
        faults.extend(sent.missing(at));
        faults.append(&mut own);
    }
    for rule in &operation.rules {
        let applies = rule.when.as_ref().is_none_or(|when| evaluate(when, &sent) == Some(true));
        if applies && evaluate(&rule.then, &sent) == Some(false) {
            let limit = rule.then.to_string();
            let message = format!("{limit} must hold: {}", rule.because);
            let kind = FaultKind::BrokenRule;
            faults.push(fault(kind, &rule.field, &rule.id, &limit, message));
        }
    }
    for (key, _) in &posted.unknown {
        let message = "The operation doesn't have this key.".to_owned();
        faults.push(fault(FaultKind::UnknownKey, key, "unknown-key", "", message));
    }
    faults
}

/// Signs a message that the gateway sends: the signature's field and its digest in upper-case hexadecimal, with everything that a
/// setting leaves open in upper case, as the recorded answers have it. `None`: the message isn't signed, or a value is missing.
pub fn sign_result(
    gateway: &Gateway,
    inbound: &Inbound,
    fields: &[(String, String)],
    account: &Credentials,
) -> Option<(String, String)> {
    let Auth::Signed { recipe, field, .. } = &inbound.auth else {
        return None;
    };
    let recipe = gateway.recipes.iter().find(|r| r.name == *recipe)?;
    let resolve = |name: &str| {
        let found = fields.iter().find(|(n, _)| n == name);
        let text = found.map(|(_, text)| text.as_str());
        text.or_else(|| account.filled(name)).map(str::to_owned)
    };
    let (_, digest) = recipe_digest(recipe, &resolve, &|_| true).ok()?;
    Some((field.clone(), as_answered(recipe.digest, digest)))
}

/// A posted request, as far as its conditions are concerned.
struct Sent<'a> {
    gateway: &'a Gateway,
    operation: &'a Operation,
    posted: &'a Posted,
    known: HashMap<&'a str, Known>,
    today: Date,
}

impl Sent<'_> {
    /// The faults of a value that is there, and of a signature in any case.
    fn value_faults(&self, at: usize, account: &Credentials) -> Vec<Fault> {
        let (gateway, field) = (self.gateway, &self.operation.fields[at]);
        let name = &field.name;
        let given = self.posted.get(name);
        let single = |kind, rule: &str, limit: &str, message: &str| {
            vec![fault(kind, name, rule, limit, format!("{name}: {message}"))]
        };
        match (&field.from, given) {
            (From::Signature { recipe, with }, Some(hex)) => {
                let limit = format!("recipe {recipe}");
                let recipe = gateway.recipes.iter().find(|r| r.name == *recipe);
                let resolve = |name: &str| self.resolve(with, account, name);
                if recipe.is_some_and(|recipe| signature_matches(recipe, &resolve, hex)) {
                    return Vec::new();
                }
                let message = "It isn't the digest of this message.";
                single(FaultKind::BadSignature, "signature", &limit, message)
            }
            (From::Signature { recipe, .. }, None) => {
                let limit = format!("recipe {recipe}");
                let message = "The signature is empty.";
                single(FaultKind::EmptySignature, "mandatory", &limit, message)
            }
            (_, None) => Vec::from_iter(self.member_count(at).map(of_violation)),
            (From::Fixed(fixed), Some(text)) => {
                if text == fixed {
                    return Vec::new();
                }
                single(FaultKind::BadValue, "fixed", fixed, "It has one value only.")
            }
            (From::Credential(credential), Some(text)) => {
                if account.get(credential) == Some(text) {
                    return Vec::new();
                }
                let limit = format!("credential {credential}");
                let message = "It isn't the account's.";
                single(FaultKind::BadCredential, "credential", &limit, message)
            }
            (From::Caller | From::CurrencyOf(_) | From::IdempotencyKey, Some(text)) => {
                let currency = match &field.ty {
                    Type::Amount { currency: Some(c), .. } => self.posted.get(c).map(str::to_owned),
                    _ => None,
                };
                let surroundings = Surroundings { gateway, production: false, currency, case_decided: &|_| true };
                let findings = check(field, text, &surroundings);
                let mut faults: Vec<Fault> = findings
                    .into_iter()
                    .map(|found| fault(kind_of(found.rule), name, found.rule, &found.limit, found.message))
                    .collect();
                faults.extend(self.member_count(at).map(of_violation));
                if faults.is_empty() {
                    let context = Context {
                        environment: Environment::Sandbox,
                        credentials: None,
                        today: self.today,
                        fresh_key: None,
                    };
                    let (violations, _) = elements::judge((gateway, self.operation, &context), field, text, self);
                    faults.extend(violations.into_iter().map(of_violation));
                }
                faults
            }
        }
    }

    /// Whether a field came, or for an object anything inside it.
    fn is_given(&self, at: usize) -> bool {
        let fields = &self.operation.fields;
        let inside = |(inner, field): (usize, &Field)| field.parent == Some(at) && self.is_given(inner);
        self.posted.get(&fields[at].name).is_some() || fields.iter().enumerate().any(inside)
    }

    /// The violation of an object that came with too few members, or too many.
    fn member_count(&self, at: usize) -> Option<Violation> {
        let fields = &self.operation.fields;
        let Type::Object { min, max } = fields[at].ty else { return None };
        let came = |(inner, field): &(usize, &Field)| field.parent == Some(at) && self.is_given(*inner);
        let count = fields.iter().enumerate().filter(came).count();
        self.is_given(at).then(|| out_of_bounds(&fields[at], count, min, max, "members"))?
    }

    /// The fault of a field that should be there. Signatures are dealt with above; a credential that merchants may keep out of the
    /// browser is never missed.
    fn missing(&self, at: usize) -> Option<Fault> {
        let field = &self.operation.fields[at];
        let optional = match &field.from {
            From::Signature { .. } => true,
            From::Credential(name) => sending_setting(self.gateway, name).is_some(),
            From::Caller | From::CurrencyOf(_) | From::Fixed(_) | From::IdempotencyKey => false,
        };
        if optional || self.is_given(at) || !field.parent.is_none_or(|parent| self.is_given(parent)) {
            return None;
        }
        let limit = match &field.presence {
            Presence::Mandatory => "M".to_owned(),
            Presence::When(condition) if evaluate(condition, self) == Some(true) => {
                format!("C: {condition}")
            }
            Presence::When(_) | Presence::Optional | Presence::Undocumented => return None,
        };
        let message = format!("{} must be given.", field.name);
        let kind = FaultKind::MissingField;
        Some(fault(kind, &field.name, "mandatory", &limit, message))
    }

    /// The value of a name in a recipe, from the gateway's point of view: credentials are the account's, whatever was posted.
    fn resolve(&self, with: &[(String, String)], account: &Credentials, name: &str) -> Option<String> {
        let field = self.operation.fields.iter().find(|f| f.name == name);
        if let Some(field) = field {
            return match &field.from {
                From::Credential(source) => account.filled(source).map(str::to_owned),
                _ => Some(self.posted.get(name).unwrap_or_default().to_owned()),
            };
        }
        if let Some((_, constant)) = with.iter().find(|(n, _)| n == name) {
            return Some(constant.clone());
        }
        account.filled(name).map(str::to_owned)
    }
}

impl Facts for Sent<'_> {
    fn known(&self, field: &str) -> Option<Known> {
        let is_told = |f: &Field| {
            let told = !matches!(f.from, From::Credential(_) | From::Signature { .. });
            told && f.name == field
        };
        let told = self.operation.fields.iter().any(is_told);
        told.then(|| self.known.get(field).cloned()).flatten()
    }

    fn present(&self, field: &str) -> bool {
        let at = self.operation.fields.iter().position(|f| f.name == field);
        at.is_some_and(|at| self.is_given(at))
    }

    fn today(&self) -> Date {
        self.today
    }
}

/// What kind of fault the breach of a rule is.
fn kind_of(rule: &str) -> FaultKind {
    match rule {
        "length" | "count" => FaultKind::TooLong,
        "mandatory" => FaultKind::MissingField,
        "unknown-parameter" => FaultKind::UnknownKey,
        _ => FaultKind::BadValue,
    }
}

/// The fault that a violation of an object or in a list is.
fn of_violation(found: Violation) -> Fault {
    fault(kind_of(&found.rule), &found.field, &found.rule, &found.limit, found.message)
}

fn fault(kind: FaultKind, field: &str, rule: &str, limit: &str, message: String) -> Fault {
    Fault { kind, field: field.to_owned(), rule: rule.to_owned(), limit: limit.to_owned(), message }
}

impl fmt::Debug for Posted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = self.unknown.iter().map(|(key, _)| key);
        f.debug_struct("Posted")
            .field("fields", &Masked(&self.fields))
            .field("unknown", &unknown.collect::<Vec<_>>())
            .finish()
    }
}
