//! A message as it would be sent: its address, its fields in wire order, the strings that were signed. The typed door
//! and the by-name door both end here; so do the reasons for which nothing is built.

use crate::check::{Nobody, Taker, check};
use crate::element::hides;
use crate::encode::FormWriter;
use crate::http::{HeaderValue, headers, idempotency_key, key_is_fresh, url};
use crate::json::{NestedWriter, ObjectWriter, is_bare, most_bytes};
use crate::outgoing::{Final, Outgoing};
use crate::print::{Sink, print};
use crate::secret::MASK;
use crate::table::{By, FieldSpec, Kind, Method, Place, RequestTable, Transport};
use crate::value::Value;
use crate::{Expected, FormPage, Violations};
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// Whether a message has objects or lists in it.
pub(crate) fn is_nested(table: &RequestTable) -> bool {
    table.fields.iter().any(|field| matches!(field.kind, Kind::Object { .. } | Kind::List(_)))
}

/// An object that is there and has nothing in it.
fn empty_object(message: &Outgoing<'_>, index: u8) -> Option<String> {
    (message.given.has_object(index) && message.members(index) == 0).then(|| "{}".to_owned())
}

/// The body of a nested message that has been checked.
fn nested_body(message: &Outgoing<'_>) -> Zeroizing<Vec<u8>> {
    let texts: Vec<_> = message.fields().map(|(index, _)| message.text_of(index).map(Zeroizing::new)).collect();
    let fields = || message.fields().zip(&texts).filter(|((_, field), _)| field.place == Place::Body);
    // One buffer of the right size, so that no copy of a secret is left behind by growing.
    let most = fields().map(|((_, field), text)| {
        let text = text.as_ref().map_or(0, |text| most_bytes(text));
        most_bytes(field.wire).saturating_add(text).saturating_add(4)
    });
    let mut body = Zeroizing::new(Vec::with_capacity(most.sum::<usize>() + 2));
    let mut writer = NestedWriter::new(&mut body);
    for ((index, field), text) in fields() {
        match (field.kind, text) {
            (Kind::Object { .. }, _) if message.given.has_object(index) => writer.object(index, field),
            (Kind::Object { .. }, _) | (_, None) => {}
            (_, Some(text)) => writer.member(field, text),
        }
    }
    writer.finish();
    body
}

/// The header that names a body's encoding.
pub(crate) const fn content_type(transport: Transport) -> (&'static str, &'static str) {
    let encoding = match transport {
        Transport::BrowserForm | Transport::ServerForm => "application/x-www-form-urlencoded",
        Transport::ServerJson => "application/json",
    };
    ("Content-Type", encoding)
}

/// A message as it would be sent. Its `Debug` masks what is sensitive; when it is dropped, so is what is sensitive in its body, its
/// headers and its URL wiped. Copies that a caller or an HTTP client makes aren't, and nothing that is received is.
pub struct Built {
    /// With the gateway: `faspay.recurring.register`.
    pub operation: &'static str,
    /// Who sends it.
    pub transport: Transport,
    /// `POST` or `GET`.
    pub method: &'static str,
    /// Where it goes, with path and query, secrets included.
    pub url: Zeroizing<String>,
    /// The headers that belong to the message; a browser sets its own.
    pub headers: Vec<(&'static str, HeaderValue)>,
    /// What is in the body, in wire order. In a nested message under their paths, with an object that has nothing in it as `{}`.
    pub fields: Vec<BuiltField>,
    /// For each signature, its recipe and the string that was signed, with `***` for what is sensitive.
    pub signed: Vec<(&'static str, String)>,
    /// What must come back for the payment to count.
    pub expected: Option<Expected>,
    /// The key by which the gateway knows a request that it has had. Keep it: with it the same request can be sent again.
    pub idempotency_key: Option<String>,
    /// Whether that key was given by nobody.
    #[cfg_attr(not(feature = "submit"), expect(dead_code, reason = "only whoever sends asks"))]
    pub(crate) key_is_fresh: bool,
    /// The URL without what is sensitive in it.
    shown_url: Zeroizing<String>,
    /// The body, when it can't be made of the fields one after the other.
    body: Option<Zeroizing<Vec<u8>>>,
}

impl Built {
    pub(crate) fn of(message: &Outgoing<'_>) -> Result<Self, BuildError> {
        refuse(message).map_err(BuildError::Violations)?;
        let table = message.table;
        let endpoint = message
            .url()
            .ok_or(BuildError::NoEndpoint { endpoint: table.endpoint.name, environment: message.environment.name() })?;
        let is_nested = is_nested(table);
        let fields = message
            .fields()
            .filter(|(_, field)| field.place == Place::Body)
            .filter_map(|(index, field)| {
                let value = match field.kind {
                    Kind::Object { .. } => empty_object(message, index)?,
                    _ => message.text_of(index)?,
                };
                Some(BuiltField {
                    name: field.name,
                    key: if is_nested { field.name } else { field.wire },
                    value,
                    number: is_bare(field),
                    sensitive: hides(field) || message.is_secret(field.by),
                })
            })
            .collect();
        let signed = table
            .fields
            .iter()
            .filter_map(|field| match field.by {
                By::Signature(signing) => Some((signing.recipe, message.masked_string_to_sign(signing))),
                _ => None,
            })
            .collect();
        Ok(Self {
            operation: table.id,
            transport: table.transport,
            method: table.method.as_str(),
            url: url(message, &endpoint, false),
            headers: headers(message),
            fields,
            signed,
            expected: message.expected(),
            idempotency_key: idempotency_key(message),
            key_is_fresh: key_is_fresh(message),
            shown_url: url(message, &endpoint, true),
            body: match table.method {
                Method::Get => Some(Zeroizing::default()),
                Method::Post => is_nested.then(|| nested_body(message)),
            },
        })
    }

    /// The encoded form, secrets included.
    #[must_use]
    pub fn form_body(&self) -> Zeroizing<Vec<u8>> {
        let most: usize = self.fields.iter().map(|field| (field.key.len() + field.value.len()) * 3 + 2).sum();
        let mut form = FormWriter::in_one_buffer(most);
        for field in &self.fields {
            form.plain_key(field.key);
            form.text(&field.value);
        }
        Zeroizing::new(form.finish())
    }

    /// The URL, with `***` for what must not be shown.
    #[must_use]
    pub fn masked_url(&self) -> &str {
        &self.shown_url
    }

    /// The exact bytes to send, secrets included: a form, a JSON object, or nothing.
    #[must_use]
    pub fn body(&self) -> Zeroizing<Vec<u8>> {
        if let Some(body) = &self.body {
            return body.clone();
        }
        match self.transport {
            Transport::BrowserForm | Transport::ServerForm => self.form_body(),
            Transport::ServerJson => {
                let fields = self.fields.iter();
                let most: usize = fields.map(|field| most_bytes(field.key) + most_bytes(&field.value) + 2).sum();
                let mut body = Zeroizing::new(Vec::with_capacity(most + 2));
                let mut object = ObjectWriter::new(&mut body);
                for field in &self.fields {
                    object.member(field.key, &field.value, field.number);
                }
                object.finish();
                body
            }
        }
    }

    /// The page that makes the shopper's browser post the form; `None` for a message that a server posts.
    #[must_use]
    pub fn page(&self) -> Option<FormPage> {
        matches!(self.transport, Transport::BrowserForm).then(|| FormPage::new(self))
    }
}

impl fmt::Debug for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Built")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("url", &*self.shown_url)
            .field("fields", &self.fields)
            .finish_non_exhaustive()
    }
}

/// One field of a form or a JSON object.
pub struct BuiltField {
    /// Canonical name.
    pub name: &'static str,
    /// The key on the wire.
    pub key: &'static str,
    /// The text on the wire, before encoding.
    pub value: String,
    /// In JSON, whether it is written as a number.
    pub number: bool,
    /// Whether it must not be shown.
    pub sensitive: bool,
}

impl BuiltField {
    /// The value, or `***` when it must not be shown.
    #[must_use]
    pub fn masked(&self) -> &str {
        if self.sensitive { MASK } else { &self.value }
    }
}

impl fmt::Debug for BuiltField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={:?}", self.key, self.masked())
    }
}

impl Drop for BuiltField {
    fn drop(&mut self) {
        if self.sensitive {
            self.value.zeroize();
        }
    }
}

/// Why a message wasn't built. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// Values break rules: each says which one and how to cure it.
    Violations(Violations),
    /// The gateway publishes no address of this endpoint for the environment.
    NoEndpoint {
        /// The endpoint's name.
        endpoint: &'static str,
        /// `sandbox`, `production` or `local`.
        environment: &'static str,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violations(violations) => violations.fmt(f),
            Self::NoEndpoint { endpoint, environment } => {
                write!(f, "the gateway's documents give no {environment} address for `{endpoint}`")
            }
        }
    }
}

impl std::error::Error for BuildError {}

/// The violations of a message, when there are any.
pub(crate) fn refuse(message: &Outgoing<'_>) -> Result<(), Violations> {
    let violations = check(message, &mut Nobody);
    if violations.is_empty() { Ok(()) } else { Err(Violations::new(violations)) }
}

/// Checks a message and appends its body, in one go. When something is wrong, `out` is left as it was.
pub(crate) fn encode(message: &Outgoing<'_>, out: &mut Vec<u8>) -> Result<(), Violations> {
    if message.table.transport == Transport::ServerJson {
        refuse(message)?;
        if message.table.method == Method::Get {
            return Ok(());
        }
        if is_nested(message.table) {
            out.extend_from_slice(&nested_body(message));
            return Ok(());
        }
        let mut object = ObjectWriter::new(out);
        for (index, field) in message.fields().filter(|(_, field)| field.place == Place::Body) {
            if let Some(text) = message.text_of(index).map(Zeroizing::new) {
                object.member(field.wire, &text, is_bare(field));
            }
        }
        object.finish();
        return Ok(());
    }
    let before = out.len();
    let mut encoder = Encoder { message, form: FormWriter::new(std::mem::take(out)) };
    let violations = check(message, &mut encoder);
    *out = encoder.form.finish();
    if violations.is_empty() {
        return Ok(());
    }
    out.truncate(before);
    Err(Violations::new(violations))
}

/// Encodes a message while it is being checked.
struct Encoder<'e, 'm> {
    message: &'e Outgoing<'m>,
    form: FormWriter,
}

impl Taker for Encoder<'_, '_> {
    #[inline(always)]
    fn take_printable(&mut self, field: &'static FieldSpec, text: &str) -> bool {
        self.form.pair_if_printable(field.wire, &field.key, text)
    }

    #[inline]
    fn take(&mut self, field: &'static FieldSpec, given: Value<'_>) {
        if field.place != Place::Body {
            return;
        }
        match self.message.settle(field, given) {
            Final::Absent => {}
            Final::Text(text) => self.form.whole_pair(field.wire, &field.key, text),
            Final::Value(kind, value) => {
                self.form.key(field.wire, &field.key);
                print(kind, value, &mut self.form);
            }
            Final::Signature(signing) => {
                self.form.key(field.wire, &field.key);
                let digest = self.message.sign(signing);
                if digest.is_plain {
                    self.form.digits(digest.as_str().as_bytes());
                } else {
                    self.form.text(digest.as_str());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::STEP;

    fn built(transport: Transport, values: &[String]) -> Built {
        let field = |value: &String| BuiltField {
            name: "name",
            key: "key",
            value: value.clone(),
            number: false,
            sensitive: true,
        };
        Built {
            operation: "t.t",
            transport,
            method: "POST",
            url: Zeroizing::default(),
            headers: Vec::new(),
            fields: values.iter().map(field).collect(),
            signed: Vec::new(),
            expected: None,
            idempotency_key: None,
            key_is_fresh: false,
            shown_url: Zeroizing::default(),
            body: None,
        }
    }

    #[test]
    fn a_body_is_written_into_one_buffer_that_never_grows() {
        // What takes up most: every character escaped, short, long and many times over.
        for (length, count) in [(0, 1), (1, 3), (300, 1), (341, 2), (5_000, 1), (700, 20)] {
            let form = built(Transport::ServerForm, &vec!["#".repeat(length); count]).form_body();
            assert_eq!(form.len(), count * ("key=".len() + 3 * length + 1) - 1);
            let room = count * (("key".len() + length) * 3 + 2) + STEP;
            assert_eq!(form.capacity(), Vec::<u8>::with_capacity(room).capacity(), "{count} of {length}");

            let json = built(Transport::ServerJson, &vec!["\u{1}".repeat(length); count]).body();
            assert_eq!(json.len(), count * ("\"key\":\"\",".len() + 6 * length) - 1 + "{}".len());
            let room = count * (6 * "key".len() + 2 + 6 * length + 2 + 2) + 2;
            assert_eq!(json.capacity(), Vec::<u8>::with_capacity(room).capacity(), "{count} of {length}");
        }
    }
}
