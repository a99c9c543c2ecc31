//! From a received body to a message, strictly: what is there may be anything; how it is written may not. Doors and the
//! by-name verification both read through here.

use crate::message::Message;
use crate::pairs::scan;
use crate::table::InboundTable;
use crate::view::View;
use crate::violation::{OneLine, is_control};
use std::fmt;

/// Most characters of a key that an error shows.
const SHOWN_KEY: usize = 64;

/// Why a body can't be read: the first thing that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// Neither a form nor plain text, or a charset other than UTF-8.
    ContentType,
    /// More than 65,536 bytes.
    TooLarge,
    /// More than 256 pairs.
    TooManyPairs,
    /// A segment without `=`.
    MalformedPair,
    /// A `%` without two hexadecimal digits.
    Percent(Key),
    /// Bytes that aren't UTF-8.
    Utf8(Key),
    /// A control character in a key or value.
    Control(Key),
    /// A known key that is neither all in lower nor all in upper case.
    KeyCase(Key),
    /// The same key twice, in whatever case.
    DuplicateKey(Key),
}

/// The key where it happened, escaped and cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let whole = match std::str::from_utf8(bytes) {
            Ok(text) => text
                .chars()
                .flat_map(|character| {
                    // Printable characters stand for themselves, the others for their code point.
                    let escaped = is_control(character).then(|| character.escape_unicode());
                    let plain = escaped.is_none().then_some(character);
                    plain.into_iter().chain(escaped.into_iter().flatten())
                })
                .take(SHOWN_KEY)
                .collect(),
            Err(_) => bytes.escape_ascii().take(SHOWN_KEY).map(char::from).collect(),
        };
        Self(whole)
    }

    /// As shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ReceiveError {
    /// A stable name: `content-type`, `too-large`, `too-many-pairs`, `malformed-pair`, `percent`, `utf8`, `control`,
    /// `key-case` or `duplicate-key`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::ContentType => "content-type",
            Self::TooLarge => "too-large",
            Self::TooManyPairs => "too-many-pairs",
            Self::MalformedPair => "malformed-pair",
            Self::Percent(_) => "percent",
            Self::Utf8(_) => "utf8",
            Self::Control(_) => "control",
            Self::KeyCase(_) => "key-case",
            Self::DuplicateKey(_) => "duplicate-key",
        }
    }

    /// The key where it happened, escaped.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Percent(key)
            | Self::Utf8(key)
            | Self::Control(key)
            | Self::KeyCase(key)
            | Self::DuplicateKey(key) => Some(key.as_str()),
            _ => None,
        }
    }
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::ContentType => "the body is neither application/x-www-form-urlencoded nor text/plain in UTF-8",
            Self::TooLarge => "the body has more than 65,536 bytes",
            Self::TooManyPairs => "the body has more than 256 pairs",
            Self::MalformedPair => "a part of the body has no `=`",
            Self::Percent(_) => "a `%` isn't followed by two hexadecimal digits",
            Self::Utf8(_) => "the bytes aren't UTF-8",
            Self::Control(_) => "there is a control character",
            Self::KeyCase(_) => "the key is neither in lower nor in upper case",
            Self::DuplicateKey(_) => "the key comes twice",
        };
        match self.key() {
            None => f.write_str(what),
            Some(key) => OneLine(f).write(format_args!("at `{key}`: {what}")),
        }
    }
}

impl std::error::Error for ReceiveError {}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `application/x-www-form-urlencoded`.
    UrlEncoded,
    /// `KEY=VALUE;KEY=VALUE`, nothing encoded.
    Text,
}

/// Parses a body at a door and tells which message it is.
pub(crate) fn parse_door(
    tables: &'static [&'static InboundTable],
    content_type: &str,
    body: &[u8],
) -> Result<(usize, Message), ReceiveError> {
    let form = form_of(content_type).ok_or(ReceiveError::ContentType)?;
    choose(tables, form, body)
}

/// Parses one message.
pub(crate) fn parse(table: &'static InboundTable, content_type: &str, body: &[u8]) -> Result<Message, ReceiveError> {
    let form = form_of(content_type).ok_or(ReceiveError::ContentType)?;
    Ok(Message::new(table, scan(table.keys, form, body)?))
}

/// Parses the query of a URL, which is a form too.
pub(crate) fn parse_query(table: &'static InboundTable, query: &str) -> Result<Message, ReceiveError> {
    let pairs = scan(table.keys, Form::UrlEncoded, query.as_bytes())?;
    Ok(Message::new(table, pairs))
}

fn choose(tables: &'static [&'static InboundTable], form: Form, body: &[u8]) -> Result<(usize, Message), ReceiveError> {
    // A door without messages reads nothing.
    let last = tables.last().ok_or(ReceiveError::ContentType)?;
    let mut message = Message::new(last, scan(last.keys, form, body)?);
    for (index, table) in tables.iter().enumerate() {
        message = Message::new(table, message.into_pairs());
        let meant = table.when.is_none_or(|when| when(&View::received(&message)) == Some(true));
        if meant {
            return Ok((index, message));
        }
    }
    Ok((tables.len() - 1, message))
}

/// The form that a content type announces. Parameters don't matter, except that a charset must be UTF-8.
fn form_of(content_type: &str) -> Option<Form> {
    let mut parts = content_type.split(';');
    let media = parts.next()?.trim();
    let form = if media.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        Form::UrlEncoded
    } else if media.eq_ignore_ascii_case("text/plain") {
        Form::Text
    } else {
        return None;
    };
    let utf8 = parts.all(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let is_utf8 = value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8");
        is_utf8 || !name.trim().eq_ignore_ascii_case("charset")
    });
    utf8.then_some(form)
}
