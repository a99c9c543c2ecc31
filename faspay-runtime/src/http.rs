//! The parts of an HTTP request besides its body: the URL with path and query, and the headers.

use crate::built::{content_type, is_nested};
use crate::element::hides;
use crate::outgoing::Outgoing;
use crate::secret::MASK;
use crate::table::{Authorization, By, FieldSpec, Method, Place, Transport};
use crate::text::percent;
use crate::value::Value;
use std::fmt;
use std::ops::Deref;
use zeroize::{Zeroize, Zeroizing};

/// The value of a header. It reads as its text; its `Debug` masks what is sensitive, and that is wiped when it is dropped.
pub struct HeaderValue {
    text: String,
    /// What is shown instead.
    shown: Option<&'static str>,
}

impl HeaderValue {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), shown: None }
    }

    pub(crate) fn secret(text: impl Into<String>, shown: &'static str) -> Self {
        Self { text: text.into(), shown: Some(shown) }
    }

    /// The value, or `***`, `Basic ***` or `Bearer ***` when it must not be shown.
    #[must_use]
    pub fn masked(&self) -> &str {
        self.shown.unwrap_or(&self.text)
    }

    /// It has no `Clone`, so that copies of secrets are made on purpose.
    pub(crate) fn copy(&self) -> Self {
        Self { text: self.text.clone(), shown: self.shown }
    }
}

impl Deref for HeaderValue {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for HeaderValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.masked(), f)
    }
}

impl Drop for HeaderValue {
    fn drop(&mut self) {
        if self.shown.is_some() {
            self.text.zeroize();
        }
    }
}

/// What stands in the `Authorization` header until somebody has a token.
pub(crate) const NO_TOKEN: &str = "Bearer <access-token>";

/// A token as the `Authorization` header holds it.
pub(crate) fn bearer(token: &str) -> HeaderValue {
    HeaderValue::secret(format!("Bearer {token}"), "Bearer ***")
}

/// The endpoint's URL with the operation's path and query behind it; `masked` for showing it. It may hold a secret: whose token pays
/// or is deleted is in a path.
pub(crate) fn url(message: &Outgoing<'_>, endpoint: &str, masked: bool) -> Zeroizing<String> {
    let value = |index: u8, field: &'static FieldSpec| {
        let text = Zeroizing::new(message.text_of(index)?);
        let hidden = masked && (hides(field) || message.is_secret(field.by));
        Some(Zeroizing::new(if hidden { MASK.to_owned() } else { percent(&text) }))
    };
    let mut rest = message.table.path;
    let endpoint = if rest.starts_with('/') { endpoint.strip_suffix('/').unwrap_or(endpoint) } else { endpoint };
    // One buffer of the right size, so that no copy of a secret is left behind by growing.
    let in_url = message.fields().filter(|(_, field)| matches!(field.place, Place::Path | Place::Query));
    let most = in_url.map(|(index, field)| {
        let value = value(index, field).map_or(0, |value| value.len());
        field.wire.len().saturating_mul(3).saturating_add(value).saturating_add(2)
    });
    let most = most.sum::<usize>().saturating_add(endpoint.len()).saturating_add(rest.len());
    let mut url = Zeroizing::new(String::with_capacity(most));
    url.push_str(endpoint);
    while let Some((before, (name, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?))) {
        url.push_str(before);
        let mut fields = message.fields();
        if let Some((index, field)) = fields.find(|(_, field)| field.place == Place::Path && field.name == name) {
            url.push_str(&value(index, field).unwrap_or_default());
        }
        rest = after;
    }
    url.push_str(rest);
    for (index, field) in message.fields().filter(|(_, field)| field.place == Place::Query) {
        if let Some(value) = value(index, field) {
            let before = if url.contains('?') { '&' } else { '?' };
            url.push(before);
            url.push_str(&percent(field.wire));
            url.push('=');
            url.push_str(&value);
        }
    }
    url
}

/// The headers that belong to a message, in their order. A browser sets its own.
pub(crate) fn headers(message: &Outgoing<'_>) -> Vec<(&'static str, HeaderValue)> {
    let table = message.table;
    let mut headers = Vec::new();
    if table.transport == Transport::BrowserForm {
        return headers;
    }
    if table.method == Method::Post {
        let (name, value) = content_type(table.transport);
        headers.push((name, HeaderValue::plain(value)));
    }
    let is_plain = table.authorization == Authorization::None && table.method == Method::Post;
    if !is_plain || is_nested(message.table) {
        headers.push(("Accept", HeaderValue::plain("application/json")));
    }
    if let Some(value) = authorization(message) {
        headers.push(("Authorization", value));
    }
    for (index, field) in message.fields() {
        if let Place::Header(name) = field.place
            && let Some(text) = message.text_of(index)
        {
            let hidden = hides(field) || message.is_secret(field.by);
            headers.push((name, if hidden { HeaderValue::secret(text, MASK) } else { HeaderValue::plain(text) }));
        }
    }
    headers
}

fn authorization(message: &Outgoing<'_>) -> Option<HeaderValue> {
    match message.table.authorization {
        Authorization::None => None,
        #[cfg(feature = "scheme-basic")]
        Authorization::Basic { user, password } => {
            let user = message.credential(user)?;
            let password = crate::Secret::from(message.credential(password)?);
            // What makes it fail has been refused with the credentials.
            let header = crate::scheme::basic::authorization(user, &password).ok()?;
            Some(HeaderValue::secret(header.expose(), "Basic ***"))
        }
        Authorization::Bearer { .. } => Some(HeaderValue::secret(NO_TOKEN, "Bearer ***")),
    }
}

/// The idempotency key that goes with a message.
pub(crate) fn idempotency_key(message: &Outgoing<'_>) -> Option<String> {
    let (index, _) = message.fields().find(|(_, field)| matches!(field.by, By::IdempotencyKey))?;
    message.text_of(index)
}

/// Whether the message has such a key and wasn't given one.
pub(crate) fn key_is_fresh(message: &Outgoing<'_>) -> bool {
    message.fields().any(|(index, field)| {
        matches!(field.by, By::IdempotencyKey) && matches!(message.given.own(index), Value::Absent)
    })
}
