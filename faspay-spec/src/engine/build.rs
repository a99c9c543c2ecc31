//! Builds the request that the tables describe: values printed, signatures computed, keys in wire order. Nothing is built while
//! anything is violated.

use std::fmt;

use super::address::Around;
use super::check::{Sheet, Violation, is_sensitive, judge};
use super::nested::is_nested;
use super::sign::{recipe_digest, signed_string};
use super::{Context, Credentials, MASK};
use crate::model::{Field, From, Gateway, Operation, Place, Sensitivity, Transport, Type};

/// A request, ready to be sent. [`fmt::Debug`] masks what may not be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Built {
    /// Id with the gateway: `faspay.recurring.register`.
    pub operation: String,
    /// Who sends it.
    pub transport: Transport,
    /// The HTTP method.
    pub method: &'static str,
    /// Where it goes, with path and query.
    pub url: String,
    /// Headers that belong to the message; a browser sets its own.
    pub headers: Vec<(String, String)>,
    /// Where it goes, as it may be shown.
    pub shown_url: String,
    /// The headers as they may be shown.
    pub shown_headers: Vec<(String, String)>,
    /// Wire key, value and whether the value is sensitive, in wire order; in nested JSON the path in place of the key, a list as its
    /// JSON, and an object with nothing in it as `{}`. What isn't in the body isn't here.
    pub fields: Vec<(String, String, bool)>,
    /// The body, byte for byte; none when everything is in the path, the query and the headers.
    pub body: String,
    /// The recipe and the string of each signature, sensitive values masked.
    pub signed: Vec<(String, String)>,
}

/// Why nothing was built.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// The parameters or the credentials break rules.
    Violations(Vec<Violation>),
    /// The gateway's address isn't known for this environment.
    NoEndpoint {
        /// Name of the endpoint.
        endpoint: String,
        /// `sandbox`, `production` or `local`.
        environment: &'static str,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Violations(all) => {
                write!(f, "{} violation(s):", all.len())?;
                all.iter().try_for_each(|v| write!(f, " {}", v.message))
            }
            Refused::NoEndpoint { endpoint, environment } => {
                write!(f, "the {environment} address of the endpoint {endpoint} isn't documented")
            }
        }
    }
}

impl std::error::Error for Refused {}

/// Builds a request. Credentials that aren't given count as missing.
///
/// # Errors
/// Every violation, or else the missing endpoint.
pub fn build(
    gateway: &Gateway,
    operation: &Operation,
    params: &[(String, String)],
    context: &Context,
) -> Result<Built, Refused> {
    let nobody = Credentials::none();
    let known =
        Context { credentials: Some(context.credentials.clone().unwrap_or_else(|| nobody.clone())), ..context.clone() };
    let violations = judge(gateway, operation, params, &known, true);
    if !violations.is_empty() {
        return Err(Refused::Violations(violations));
    }
    let sheet = Sheet::fill(gateway, operation, params, &known, true);
    let mut signed = Vec::new();
    let mut broken = None;
    let texts = sheet.texts(&mut |field| match &field.from {
        From::Credential(name) if !sheet.is_left_off(name) => resolve(&sheet, &[], &field.name),
        From::Signature { recipe, with } => match signature(&sheet, recipe, with) {
            Ok((text, hex)) => {
                signed.push((recipe.clone(), text));
                Some(hex)
            }
            Err(refused) => {
                broken = Some(refused);
                None
            }
        },
        From::Credential(_) | From::Caller | From::CurrencyOf(_) | From::Fixed(_) | From::IdempotencyKey => None,
    });
    if let Some(refused) = broken {
        return Err(refused);
    }
    let credentials = known.credentials.as_ref().unwrap_or(&nobody);
    let around = Around { gateway, operation, credentials, texts: &texts, masked: false };
    let shown = Around { masked: true, ..around };
    let fields = pairs(operation, &texts);
    Ok(Built {
        operation: format!("{}.{}", gateway.id, operation.id),
        transport: operation.transport,
        method: operation.method.as_str(),
        url: around.url(&known.environment)?,
        headers: around.headers(),
        shown_url: shown.url(&known.environment)?,
        shown_headers: shown.headers(),
        body: super::body(operation, &fields),
        fields,
        signed,
    })
}

/// What goes into the body.
fn pairs(operation: &Operation, texts: &[Option<String>]) -> Vec<(String, String, bool)> {
    let is_nested = is_nested(operation);
    let pair = |(at, (field, text)): (usize, (&Field, &Option<String>))| {
        let has_members = || {
            let goes_along = |(inner, text): (&Field, &Option<String>)| inner.parent == Some(at) && text.is_some();
            operation.fields.iter().zip(texts).any(goes_along)
        };
        if field.place != Place::Body || matches!(field.ty, Type::Object { .. }) && has_members() {
            return None;
        }
        let key = if is_nested { &field.name } else { &field.wire };
        Some((key.clone(), text.clone()?, is_sensitive(field)))
    };
    operation.fields.iter().zip(texts).enumerate().filter_map(pair).collect()
}

/// The body of a form, `application/x-www-form-urlencoded`.
pub fn form_body(fields: &[(String, String, bool)]) -> String {
    let pair = |(key, value, _): &(String, String, bool)| format!("{}={}", form_encoded(key), form_encoded(value));
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}

fn form_encoded(text: &str) -> String {
    let byte = |b: u8| match b {
        b' ' => "+".to_owned(),
        b'*' | b'-' | b'.' | b'_' => char::from(b).to_string(),
        _ if b.is_ascii_alphanumeric() => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// The digest of a recipe over the request, and the string with its secrets masked.
fn signature(sheet: &Sheet<'_>, name: &str, with: &[(String, String)]) -> Result<(String, String), Refused> {
    // The loader has resolved every name of the model, and validation has found every credential.
    let broken = |what: String| {
        Refused::Violations(vec![Violation {
            field: what.clone(),
            rule: "recipe".to_owned(),
            limit: format!("recipe {name}"),
            actual: "absent".to_owned(),
            message: format!("The model of the signature {name} is incomplete: {what} has no value."),
            source: format!("{}/gateway.yaml", sheet.gateway.id),
        }])
    };
    let recipe = sheet.gateway.recipes.iter().find(|r| r.name == name);
    let recipe = recipe.ok_or_else(|| broken(name.to_owned()))?;
    let upper = |setting: &str| {
        let credentials = sheet.context.credentials.as_ref();
        credentials.is_some_and(|c| c.is_upper(setting))
    };
    let (_, hex) = recipe_digest(recipe, &|name| resolve(sheet, with, name), &upper).map_err(broken)?;
    let masked = |name: &str| {
        let value = resolve(sheet, with, name)?;
        Some(if is_secret_part(sheet, with, name) { MASK.to_owned() } else { value })
    };
    let text = signed_string(recipe, &masked, &upper).map_err(broken)?;
    Ok((text, hex))
}

/// The value of a name in a recipe: a field of the message, a constant of the operation, or a credential.
fn resolve(sheet: &Sheet<'_>, with: &[(String, String)], name: &str) -> Option<String> {
    let credentials = sheet.context.credentials.as_ref()?;
    let fields = &sheet.operation.fields;
    if let Some(at) = fields.iter().position(|f| f.name == name) {
        return match &fields[at].from {
            From::Credential(source) => credentials.filled(source).map(str::to_owned),
            From::Signature { .. } => None,
            From::Caller | From::CurrencyOf(_) | From::Fixed(_) | From::IdempotencyKey => {
                Some(sheet.cells.get(at)?.printed.clone().unwrap_or_default())
            }
        };
    }
    if let Some((_, constant)) = with.iter().find(|(n, _)| n == name) {
        return Some(constant.clone());
    }
    credentials.filled(name).map(str::to_owned)
}

fn is_secret_part(sheet: &Sheet<'_>, with: &[(String, String)], name: &str) -> bool {
    let is_secret = |credential: &str| {
        let found = sheet.gateway.credentials.iter().find(|c| c.name == credential);
        found.is_none_or(|c| c.sensitivity != Sensitivity::Public)
    };
    match sheet.operation.fields.iter().find(|f| f.name == name) {
        Some(Field { from: From::Credential(source), sensitivity, .. }) => {
            *sensitivity != Sensitivity::Public || is_secret(source)
        }
        Some(field) => is_sensitive(field),
        None => with.iter().all(|(n, _)| n != name) && is_secret(name),
    }
}

impl fmt::Debug for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Built")
            .field("operation", &self.operation)
            .field("transport", &self.transport)
            .field("method", &self.method)
            .field("url", &self.shown_url)
            .field("headers", &self.shown_headers)
            .field("fields", &Masked(&self.fields))
            .field("signed", &self.signed)
            .finish_non_exhaustive()
    }
}

/// Pairs whose sensitive values don't show.
pub(super) struct Masked<'a>(pub &'a [(String, String, bool)]);

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let masked = |(key, value, sensitive): &(String, String, bool)| {
            (key.clone(), if *sensitive { MASK.to_owned() } else { value.clone() })
        };
        f.debug_map().entries(self.0.iter().map(masked)).finish()
    }
}
