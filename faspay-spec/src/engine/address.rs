//! The parts of a request around its body: where it goes, with what in the path and the query, and its headers.

use base64ct::{Base64, Encoding as _};

use super::build::Refused;
use super::check::{Violation, is_sensitive};
use super::issued::scheme;
use super::nested::is_nested;
use super::value::{Finding, http_url};
use super::{Context, Credentials, Environment, MASK, shown};
use crate::model::{Field, Gateway, Method, Operation, Place, Scheme, Setting, SettingKind, Transport};

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
        let mut url = endpoint(self.gateway, self.operation, environment, self.credentials)?;
        // One slash between them is enough.
        if url.ends_with('/') && path.starts_with('/') {
            url.pop();
        }
        url.push_str(&path);
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

/// Where an operation goes, before path and query: to the documented address, else to the one that the merchant was told.
fn endpoint(
    gateway: &Gateway,
    operation: &Operation,
    environment: &Environment,
    credentials: &Credentials,
) -> Result<String, Refused> {
    let endpoint = gateway.endpoints.iter().find(|e| e.name == operation.endpoint);
    let sandbox = endpoint.and_then(|e| e.sandbox.clone());
    let production = endpoint.and_then(|e| e.production.clone());
    let told =
        address_setting(gateway, operation).and_then(|setting| Some(credentials.address(&setting.name)?.to_owned()));
    let (url, environment) = match environment {
        Environment::Sandbox => (sandbox.or(told), "sandbox"),
        Environment::Production => (production.or(told), "production"),
        Environment::Local(base) => {
            // What nobody knows the address of has the endpoint's name for a path, so that it can be tried all the same.
            let known = sandbox.or(production).or(told.filter(|url| is_address(url))).map(|url| path(&url).to_owned());
            let path = known.or_else(|| endpoint.map(|own| format!("/{}", own.name)));
            (path.map(|path| format!("{}{path}", base.trim_end_matches('/'))), "local")
        }
    };
    url.ok_or_else(|| Refused::NoEndpoint { endpoint: operation.endpoint.clone(), environment })
}

/// What follows the host of a URL.
fn path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..])
}

/// The setting that gives the address of an operation, where no page does.
fn address_setting<'a>(gateway: &'a Gateway, operation: &Operation) -> Option<&'a Setting> {
    let gives = |setting: &&Setting| matches!(&setting.kind, SettingKind::Address { endpoint } if *endpoint == operation.endpoint);
    gateway.settings.iter().find(gives)
}

/// An address that has to be told and isn't, or that is none. A gateway on this machine needs no address.
pub(super) fn address_problem(gateway: &Gateway, operation: &Operation, context: &Context) -> Option<Violation> {
    let endpoint = gateway.endpoints.iter().find(|own| own.name == operation.endpoint)?;
    let documented = match context.environment {
        Environment::Sandbox => endpoint.sandbox.is_some(),
        Environment::Production => endpoint.production.is_some(),
        Environment::Local(_) => true,
    };
    let setting = address_setting(gateway, operation).filter(|_| !documented)?;
    let problem = |rule: &str, limit: &str, actual: &str, message: String| Violation {
        field: setting.name.clone(),
        rule: rule.to_owned(),
        limit: limit.to_owned(),
        actual: actual.to_owned(),
        message,
        source: format!("{}/gateway.yaml", gateway.id),
    };
    let name = &setting.name;
    match context.credentials.as_ref()?.address(name) {
        None => {
            let message = format!(
                "No page gives the address of {}. {} Put it into the credentials as {name}.",
                endpoint.name, setting.summary
            );
            Some(problem("setting", name, "unset", message))
        }
        Some(url) if is_address(url) => None,
        Some(url) => {
            let message = format!("{name} isn't an address: write https://, a host and a path, without a query.");
            Some(problem("url", "https URL without query", &shown(url, false), message))
        }
    }
}

/// Whether a request can go there: https, and nothing but a host and a path in printable ASCII.
fn is_address(url: &str) -> bool {
    url.starts_with("https://")
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\"'<>".contains(&byte))
        && http_url(url).is_some()
}
