//! Reads what a merchant's request consists of, at the gateway's end: the body, and where an operation has more parts, path, query and
//! headers. Only the sandbox calls this; [`super::check_request`] judges what was read.

use base64ct::{Base64, Encoding as _};

use super::check::is_sensitive;
use super::issued::scheme;
use super::nested::{self, is_nested};
use super::parse::{self, error, form_decoded, shown_key};
use super::sign::same_bytes;
use super::value::first_control;
use super::{Credentials, Fault, FaultKind, ParseError, Posted};
use crate::model::{Encoding, Field, Gateway, Method, Operation, Place, Scheme, Type};

/// A request as it reached the gateway.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    /// Its path without the endpoint's own: `/v2/payments/7/confirm`.
    pub path: &'a str,
    /// What follows the `?`, or nothing.
    pub query: &'a str,
    /// Its headers.
    pub headers: &'a [(String, String)],
    /// Its `Content-Type`.
    pub content_type: &'a str,
    /// Its body.
    pub body: &'a [u8],
}

/// Whether a path (without the endpoint's own) is one of the operation's.
pub fn is_path_of(operation: &Operation, path: &str) -> bool {
    segments(operation, path).is_some()
}

/// Reads a whole request: path, query and headers in the order of the fields, then the body.
///
/// # Errors
/// When it can't be read at all: `path`, or what is wrong with the body or an escape.
pub fn read_call(operation: &Operation, call: Call<'_>) -> Result<Posted, ParseError> {
    let segments = segments(operation, call.path)
        .ok_or_else(|| error("path", "", "The operation has another path.".to_owned()))?;
    let query = query(call.query)?;
    let mut posted = Posted { fields: Vec::new(), unknown: Vec::new() };
    for field in &operation.fields {
        let text = match &field.place {
            Place::Body => None,
            Place::Path => {
                let raw = segments.iter().find(|(name, _)| *name == field.name).map(|(_, raw)| *raw);
                raw.map(|raw| percent_decoded(raw, &field.name)).transpose()?
            }
            Place::Query => query.iter().find(|(key, _)| *key == field.wire).map(|(_, text)| text.clone()),
            Place::Header(name) => header(call.headers, name)?.map(str::to_owned),
        };
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            posted.fields.push((field.name.clone(), text, is_sensitive(field)));
        }
    }
    let is_known = |key: &str| operation.fields.iter().any(|f| f.place == Place::Query && f.wire == key);
    let unknown = query.into_iter().filter(|(key, _)| !is_known(key));
    posted.unknown.extend(unknown);
    if operation.method == Method::Post {
        let body = parse_request(operation, call.content_type, call.body)?;
        posted.fields.extend(body.fields);
        posted.unknown.extend(body.unknown);
    }
    Ok(posted)
}

/// Reads a posted body. A key is a field's wire key, or that key in one case throughout; in nested JSON it is that key and no other.
///
/// # Errors
/// When the body can't be read at all.
pub fn parse_request(operation: &Operation, content_type: &str, body: &[u8]) -> Result<Posted, ParseError> {
    if is_nested(operation) {
        return parse_nested(operation, content_type, body);
    }
    let of_body = || operation.fields.iter().filter(|field| field.place == Place::Body);
    let field_of = |key: &str| {
        of_body().find(|field| {
            let wire = &field.wire;
            key == wire || key == wire.to_ascii_uppercase() || key == wire.to_ascii_lowercase()
        })
    };
    let well_cased = |key: &str| {
        let resembles = |field: &Field| field.wire.eq_ignore_ascii_case(key);
        field_of(key).is_some() || !of_body().any(resembles)
    };
    let is_flat = |key: &str| field_of(key).is_some_and(|field| field.ty != Type::Json);
    let encoding = operation.transport.encoding();
    let mut posted = Posted { fields: Vec::new(), unknown: Vec::new() };
    for (key, value) in parse::pairs(encoding, content_type, body, &well_cased, &is_flat)? {
        match field_of(&key) {
            Some(_) if value.is_empty() => {}
            Some(field) => {
                let sensitive = is_sensitive(field);
                posted.fields.push((field.name.clone(), value, sensitive));
            }
            None => posted.unknown.push((key, value)),
        }
    }
    Ok(posted)
}

fn parse_nested(operation: &Operation, content_type: &str, body: &[u8]) -> Result<Posted, ParseError> {
    parse::admitted(Encoding::Json, content_type, body)?;
    let leaves = nested::leaves(&operation.fields, body)?;
    let mut posted = Posted { fields: Vec::new(), unknown: Vec::new() };
    for leaf in &leaves {
        let inside = |path: &str| path.strip_prefix(&leaf.path).is_some_and(|rest| rest.starts_with('.'));
        let is_told =
            || leaves.iter().any(|other| other.field.is_some() && inside(&other.path) && !other.text.is_empty());
        match leaf.field {
            None => posted.unknown.push((leaf.path.clone(), leaf.text.clone())),
            Some(_) if leaf.text.is_empty() || leaf.is_object && is_told() => {}
            Some(field) => posted.fields.push((field.name.clone(), leaf.text.clone(), is_sensitive(field))),
        }
    }
    Ok(posted)
}

/// The pair of an `Authorization: Basic` header. `None`: there is none, there are several, or it isn't one.
pub fn basic_pair(headers: &[(String, String)]) -> Option<(String, String)> {
    let text = authorization(headers, "Basic")?;
    let pair = String::from_utf8(Base64::decode_vec(text).ok()?).ok()?;
    let (user, password) = pair.split_once(':')?;
    Some((user.to_owned(), password.to_owned()))
}

/// The token of an `Authorization: Bearer` header.
pub fn bearer_token(headers: &[(String, String)]) -> Option<&str> {
    authorization(headers, "Bearer")
}

/// What is wrong with the `Authorization` header of a request, for an account. Tokens are for whoever gave them.
pub fn check_authorization(
    gateway: &Gateway,
    operation: &Operation,
    headers: &[(String, String)],
    account: &Credentials,
) -> Option<Fault> {
    let (is_given, is_right) = match scheme(gateway, operation)? {
        Scheme::Basic { user, password } => {
            let pair = basic_pair(headers);
            let is_account = |name: &str, given: &str| {
                account.filled(name).is_some_and(|own| same_bytes(own.as_bytes(), given.as_bytes()))
            };
            let right = pair.as_ref().map(|(u, p)| is_account(user, u) & is_account(password, p));
            (pair.is_some(), right == Some(true))
        }
        Scheme::Bearer { .. } => (bearer_token(headers).is_some(), true),
    };
    let (kind, rule, message) = match (is_given, is_right) {
        (true, true) => return None,
        (true, false) => (FaultKind::BadCredential, "credential", "The Authorization header isn't the account's."),
        (false, _) => (FaultKind::MissingField, "mandatory", "The Authorization header is missing or can't be read."),
    };
    let limit = format!("authorization {}", operation.authorization.as_deref().unwrap_or_default());
    Some(Fault { kind, field: "Authorization".to_owned(), rule: rule.to_owned(), limit, message: message.to_owned() })
}

fn authorization<'a>(headers: &'a [(String, String)], scheme: &str) -> Option<&'a str> {
    let (name, rest) = header(headers, "Authorization").ok()??.split_once(' ')?;
    name.eq_ignore_ascii_case(scheme).then(|| rest.trim())
}

/// The value of a header that may be there once.
fn header<'a>(headers: &'a [(String, String)], name: &str) -> Result<Option<&'a str>, ParseError> {
    let mut own = headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
    let first = own.next().map(|(_, value)| value.as_str());
    if own.next().is_some() {
        return Err(error("duplicate-key", name, format!("The header {name} stands twice.")));
    }
    Ok(first)
}

/// The raw values in a path, by the fields that they are. `None`: it is another path.
fn segments<'a>(operation: &'a Operation, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (mut pattern, mut path) = (operation.path.as_str(), path);
    let mut found = Vec::new();
    while let Some(open) = pattern.find('{') {
        path = path.strip_prefix(&pattern[..open])?;
        let (name, rest) = pattern[open + 1..].split_once('}')?;
        let end = path.find('/').unwrap_or(path.len());
        if end == 0 {
            return None;
        }
        found.push((name, &path[..end]));
        (pattern, path) = (rest, &path[end..]);
    }
    (path == pattern).then_some(found)
}

fn query(text: &str) -> Result<Vec<(String, String)>, ParseError> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for segment in text.split('&').filter(|segment| !segment.is_empty()) {
        let (key, value) = segment.split_once('=').unwrap_or((segment, ""));
        let name = shown_key(key.as_bytes());
        let (key, value) =
            (decoded(form_decoded(key.as_bytes()), &name)?, decoded(form_decoded(value.as_bytes()), &name)?);
        if pairs.iter().any(|(other, _)| *other == key) {
            return Err(error("duplicate-key", &name, format!("{name} stands twice in the query.")));
        }
        pairs.push((key, value));
    }
    Ok(pairs)
}

/// Decodes `%XX` once, and nothing else.
fn percent_decoded(raw: &str, name: &str) -> Result<String, ParseError> {
    decoded(form_decoded(raw.replace('+', "%2B").as_bytes()), name)
}

fn decoded(bytes: Option<Vec<u8>>, name: &str) -> Result<String, ParseError> {
    let bad = |rule, what: &str| error(rule, name, format!("{name} {what}."));
    let bytes = bytes.ok_or_else(|| bad("percent", "has a percent sign without two hexadecimal digits"))?;
    let text = String::from_utf8(bytes).map_err(|_| bad("utf8", "isn't valid UTF-8"))?;
    if first_control(&text).is_some() {
        return Err(bad("control", "contains a control character"));
    }
    Ok(text)
}
