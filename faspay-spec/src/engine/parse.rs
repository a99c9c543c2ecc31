//! Takes received bytes apart into keys and values, strictly: one encoding, every escape decoded exactly once, no key twice in any
//! casing. Verification and the sandbox both read through here.

use std::fmt;

use super::json;
use crate::model::Encoding;

/// Most bytes of a body.
const MOST_BYTES: usize = 65_536;
/// Most pairs in a body.
const MOST_PAIRS: usize = 256;

/// Why a body can't be read. The first reason that was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// `content-type`, `too-large`, `too-many-pairs`, `malformed-pair`, `percent`, `utf8`, `control`, `key-case` or
    /// `duplicate-key`; in JSON also `json`, `escape` and `nested`.
    pub rule: &'static str,
    /// The key where it happened, escaped; empty when there is none.
    pub key: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ParseError {}

/// The pairs of a body in the order in which they stand, whatever their keys.
///
/// # Errors
/// The first thing that makes the body unreadable.
pub fn parse_pairs(encoding: Encoding, content_type: &str, body: &[u8]) -> Result<Vec<(String, String)>, ParseError> {
    pairs(encoding, content_type, body, &|_| true, &|_| false)
}

/// As [`parse_pairs`]; `well_cased` refuses odd spellings of known keys, `is_flat` says of which keys no nested value is taken.
pub(super) fn pairs(
    encoding: Encoding,
    content_type: &str,
    body: &[u8],
    well_cased: &dyn Fn(&str) -> bool,
    is_flat: &dyn Fn(&str) -> bool,
) -> Result<Vec<(String, String)>, ParseError> {
    let written = admitted(encoding, content_type, body)?;
    let mut taken = Taken { pairs: Vec::new(), well_cased, is_flat };
    if written == Written::Json {
        json::members(body, MOST_PAIRS, &mut |member| taken.take(member.key, member.value, member.nested))?;
        return Ok(taken.pairs);
    }
    let form = written == Written::Form;
    let (body, separator) = if form { (body, b'&') } else { (without_line_end(body), b';') };
    for segment in body.split(|b| *b == separator).filter(|s| !s.is_empty()) {
        if taken.pairs.len() == MOST_PAIRS {
            let message = format!("The body has more than {MOST_PAIRS} pairs.");
            return Err(error("too-many-pairs", "", message));
        }
        let Some(equals) = segment.iter().position(|b| *b == b'=') else {
            let message = format!("Pair {} has no equals sign.", taken.pairs.len() + 1);
            return Err(error("malformed-pair", "", message));
        };
        let (raw_key, raw_value) = (&segment[..equals], &segment[equals + 1..]);
        let key = decoded(raw_key, form, &shown_key(raw_key))?;
        let name = shown_key(&key);
        let value = decoded(raw_value, form, &name)?;
        let (key, value) = (text(key, &name)?, text(value, &name)?);
        taken.take(key, value, false)?;
    }
    Ok(taken.pairs)
}

/// How a body is written, when its content type fits the message and it isn't too large.
pub(super) fn admitted(encoding: Encoding, content_type: &str, body: &[u8]) -> Result<Written, ParseError> {
    let written = written(content_type)?;
    if (written == Written::Json) != (encoding == Encoding::Json) {
        let wanted = if encoding == Encoding::Json { "JSON" } else { "a form or plain text" };
        return Err(error("content-type", "", format!("This message comes as {wanted}.")));
    }
    if body.len() > MOST_BYTES {
        let message = format!("The body has {} bytes; at most {MOST_BYTES} are read.", body.len());
        return Err(error("too-large", "", message));
    }
    Ok(written)
}

/// What has been read so far, and what may join it.
struct Taken<'a> {
    pairs: Vec<(String, String)>,
    well_cased: &'a dyn Fn(&str) -> bool,
    is_flat: &'a dyn Fn(&str) -> bool,
}

impl Taken<'_> {
    fn take(&mut self, key: String, value: String, nested: bool) -> Result<(), ParseError> {
        let name = shown_key(key.as_bytes());
        if super::value::first_control(&key).is_some() || super::value::first_control(&value).is_some() {
            let message = format!("{name} contains a control character.");
            return Err(error("control", &name, message));
        }
        if !(self.well_cased)(&key) {
            let message = format!("The key {name} mixes upper and lower case as the gateway never does.");
            return Err(error("key-case", &name, message));
        }
        if nested && (self.is_flat)(&key) {
            return Err(error("nested", &name, format!("{name} is neither a text nor a number.")));
        }
        if self.pairs.iter().any(|(k, _)| k.eq_ignore_ascii_case(&key)) {
            let message = format!("The key {name} stands twice; which one counts can't be told.");
            return Err(error("duplicate-key", &name, message));
        }
        self.pairs.push((key, value));
        Ok(())
    }
}

/// The bytes of a key or a value: a form's escapes decoded, the text form as it stands. `name` is what errors call it.
fn decoded(raw: &[u8], form: bool, name: &str) -> Result<Vec<u8>, ParseError> {
    if !form {
        return Ok(raw.to_vec());
    }
    form_decoded(raw).ok_or_else(|| {
        let message = format!("A percent sign at {name} isn't followed by two hexadecimal digits.");
        error("percent", name, message)
    })
}

fn text(bytes: Vec<u8>, name: &str) -> Result<String, ParseError> {
    String::from_utf8(bytes).map_err(|_| error("utf8", name, format!("{name} isn't valid UTF-8.")))
}

/// A key as an error names it: on one line, 64 characters at most. One that isn't UTF-8 shows its bytes.
pub(super) fn shown_key(key: &[u8]) -> String {
    let line: String = match std::str::from_utf8(key) {
        Ok(text) => text.split_inclusive(|_: char| true).map(escaped).collect(),
        Err(_) => key.escape_ascii().to_string(),
    };
    line.chars().take(64).collect()
}

/// A character, or the escape of one that could break or turn a line.
fn escaped(character: &str) -> String {
    match super::value::first_control(character) {
        Some(control) => control.escape_unicode().to_string(),
        None => character.to_owned(),
    }
}

/// How a body says that it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// A form.
    Form,
    /// `KEY=VALUE;KEY=VALUE`.
    Text,
    /// JSON.
    Json,
}

fn written(content_type: &str) -> Result<Written, ParseError> {
    let mut parts = content_type.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
    let written = match essence.as_str() {
        "application/x-www-form-urlencoded" => Written::Form,
        "text/plain" => Written::Text,
        "application/json" => Written::Json,
        _ => {
            let message = format!(
                "The content type {:?} is neither a form nor plain text nor JSON.",
                super::shown(content_type, false)
            );
            return Err(error("content-type", "", message));
        }
    };
    for parameter in parts {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let value = value.trim().trim_matches('"');
        if name.trim().eq_ignore_ascii_case("charset") && !value.eq_ignore_ascii_case("utf-8") {
            let message = format!("The charset {:?} isn't utf-8.", super::shown(value, false));
            return Err(error("content-type", "", message));
        }
    }
    Ok(written)
}

fn without_line_end(mut body: &[u8]) -> &[u8] {
    while let [rest @ .., b'\r' | b'\n'] = body {
        body = rest;
    }
    body
}

/// Decodes `+` and `%XX` once. `None`: a percent sign without two hexadecimal digits.
pub(super) fn form_decoded(raw: &[u8]) -> Option<Vec<u8>> {
    let hex = |byte: u8| char::from(byte).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let mut decoded = Vec::with_capacity(raw.len());
    let mut rest = raw.iter();
    while let Some(byte) = rest.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => hex(*rest.next()?)? * 16 + hex(*rest.next()?)?,
            _ => *byte,
        });
    }
    Some(decoded)
}

pub(super) fn error(rule: &'static str, key: &str, message: String) -> ParseError {
    ParseError { rule, key: key.to_owned(), message }
}
