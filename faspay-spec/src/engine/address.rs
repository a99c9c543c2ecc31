//! The parts of a request around its body: where it goes, with what in the path and the query, and its headers.

use base64ct::{Base64, Encoding as _};

use super::build::Refused;
use super::check::is_sensitive;
use super::issued::scheme;
use super::nested::is_nested;
use super::value::Finding;
use super::{Credentials, Environment, MASK, shown};
use crate::model::{Field, Gateway, Method, Operation, Place, Scheme, Transport};

/// Stands in for a token that nobody has fetched.
const TOKEN: &str = "<access-token>";

/// What is wrong with a sound value in the place where it goes.
pub(super) fn misplaced(field: &Field, text: &str) -> Option<Finding> {
    let sensitive = is_sensitive(field);
    let (rule, limit, actual, cure) = match field.place {
        Place::Path if matches!(text, "." | "..") => {
            let cure = "In a path this leads somewhere else.";
            ("type", "path segment", shown(text, sensitive), cure)
        }
        Place::Header(_) => {
            let foreign = text.chars().find(|c| !c.is_ascii())?;
            let cure = "Headers carry ASCII only.";
            ("characters", "ASCII", shown(&foreign.to_string(), sensitive), cure)
        }
        Place::Body | Place::Path | Place::Query => return None,
    };
    let message = format!("{}: {rule} is {actual}, allowed: {limit}. {cure}", field.name);
    Some(Finding { rule, limit: limit.to_owned(), actual, message })
}

/// A request's values, to be put around its body.
pub(super) struct Around<'a> {
    pub gateway: &'a Gateway,
    pub operation: &'a Operation,
    pub credentials: &'a Credentials,
    /// As many as the operation has fields.
    pub texts: &'a [Option<String>],
    /// Shows nothing that may not be shown.
    pub masked: bool,
}

impl Around<'_> {
    /// The address with path and query.
    pub(super) fn url(&self, environment: &Environment) -> Result<String, Refused> {
        let mut path = self.operation.path.clone();
        let mut query = Vec::new();
        for (field, text) in self.operation.fields.iter().zip(self.texts) {
            let value = self.text(field, text.as_deref().unwrap_or_default(), percent_encoded);
            match field.place {
                Place::Path => path = path.replacen(&format!("{{{}}}", field.name), &value, 1),
                Place::Query if text.is_some() => query.push(format!("{}={value}", percent_encoded(&field.wire))),
                Place::Query | Place::Body | Place::Header(_) => {}
            }
        }
        let mut url = endpoint(self.gateway, self.operation, environment)? + &path;
        if !query.is_empty() {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&query.join("&"));
        }
        Ok(url)
    }

    /// The headers that belong to the message; a browser sets its own.
    pub(super) fn headers(&self) -> Vec<(String, String)> {
        let operation = self.operation;
        let content_type = match (operation.transport, operation.method) {
            (Transport::BrowserForm, _) => return Vec::new(),
            (_, Method::Get) => None,
            (Transport::ServerForm, Method::Post) => Some("application/x-www-form-urlencoded"),
            (Transport::ServerJson, Method::Post) => Some("application/json"),
        };
        let mut headers = Vec::new();
        let mut add = |name: &str, value: &str| headers.push((name.to_owned(), value.to_owned()));
        if let Some(content_type) = content_type {
            add("Content-Type", content_type);
        }
        if operation.authorization.is_some() || operation.method == Method::Get || is_nested(operation) {
            add("Accept", "application/json");
        }
        if let Some(authorization) = self.authorization() {
            add("Authorization", &authorization);
        }
        for (field, text) in operation.fields.iter().zip(self.texts) {
            if let (Place::Header(name), Some(text)) = (&field.place, text) {
                add(name, &self.text(field, text, str::to_owned));
            }
        }
        headers
    }

    fn authorization(&self) -> Option<String> {
        let credential = |name: &str| self.credentials.filled(name).unwrap_or_default();
        Some(match scheme(self.gateway, self.operation)? {
            Scheme::Basic { .. } if self.masked => format!("Basic {MASK}"),
            Scheme::Basic { user, password } => {
                let pair = format!("{}:{}", credential(user), credential(password));
                format!("Basic {}", Base64::encode_string(pair.as_bytes()))
            }
            Scheme::Bearer { .. } if self.masked => format!("Bearer {MASK}"),
            Scheme::Bearer { .. } => format!("Bearer {TOKEN}"),
        })
    }

    fn text(&self, field: &Field, text: &str, encoded: fn(&str) -> String) -> String {
        if self.masked && is_sensitive(field) { MASK.to_owned() } else { encoded(text) }
    }
}

/// A text in a path or a query: everything but the unreserved characters is escaped.
fn percent_encoded(text: &str) -> String {
    let byte = |b: u8| match b {
        b'-' | b'.' | b'_' | b'~' => char::from(b).to_string(),
        _ if b.is_ascii_alphanumeric() => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// The address of the operation's endpoint.
fn endpoint(gateway: &Gateway, operation: &Operation, environment: &Environment) -> Result<String, Refused> {
    let endpoint = gateway.endpoints.iter().find(|e| e.name == operation.endpoint);
    let sandbox = endpoint.and_then(|e| e.sandbox.clone());
    let production = endpoint.and_then(|e| e.production.clone());
    let (url, environment) = match environment {
        Environment::Sandbox => (sandbox, "sandbox"),
        Environment::Production => (production, "production"),
        Environment::Local(base) => {
            // What no page gives an address for has the endpoint's name for a path, so that it can be tried all the same.
            let documented = sandbox.or(production).map(|url| path(&url).to_owned());
            let path = documented.or_else(|| endpoint.map(|own| format!("/{}", own.name)));
            (path.map(|path| format!("{}{path}", base.trim_end_matches('/'))), "local")
        }
    };
    url.ok_or_else(|| Refused::NoEndpoint { endpoint: operation.endpoint.clone(), environment })
}

/// What follows the host of a URL.
fn path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("", |at| &rest[at..])
}
