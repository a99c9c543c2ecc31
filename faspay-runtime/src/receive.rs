//! From a received body to a message, strictly: what is there may be anything; how it is written may not. Doors and the
//! by-name verification both read through here.

use crate::message::{Message, Pairs};
use crate::pairs::scan;
use crate::table::{Encoding, InboundTable, Keys};
use crate::view::View;
use crate::violation::{OneLine, is_control};
use std::fmt;

/// Most characters of a key that an error shows.
const SHOWN_KEY: usize = 64;

/// Why a body can't be read: the first thing that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// Not the content type that the message has, or a charset other than UTF-8.
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
    /// Not one JSON object and nothing else.
    Json,
    /// In JSON, a `\` that starts no character, or half a surrogate pair.
    Escape(Key),
    /// An object or a list where JSON should hold a text or a number, or more than 16 levels of them under an unknown key.
    Nested(Key),
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
    /// `key-case` or `duplicate-key`; in JSON also `json`, `escape` and `nested`.
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
            Self::Json => "json",
            Self::Escape(_) => "escape",
            Self::Nested(_) => "nested",
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
            | Self::DuplicateKey(key)
            | Self::Escape(key)
            | Self::Nested(key) => Some(key.as_str()),
            _ => None,
        }
    }
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::ContentType => "the content type isn't one that this message comes in, in UTF-8",
            Self::TooLarge => "the body has more than 65,536 bytes",
            Self::TooManyPairs => "the body has more than 256 pairs",
            Self::MalformedPair => "a part of the body has no `=`",
            Self::Percent(_) => "a `%` isn't followed by two hexadecimal digits",
            Self::Utf8(_) => "the bytes aren't UTF-8",
            Self::Control(_) => "there is a control character",
            Self::KeyCase(_) => "the key is neither in lower nor in upper case",
            Self::DuplicateKey(_) => "the key comes twice",
            Self::Json => "the body isn't one JSON object and nothing else",
            Self::Escape(_) => "a `\\` starts no character, or half of one",
            Self::Nested(_) => "an object or a list stands where a text or a number belongs",
        };
        match self.key() {
            None => f.write_str(what),
            Some(key) => OneLine(f).write(format_args!("at `{key}`: {what}")),
        }
    }
}

impl std::error::Error for ReceiveError {}

/// How pairs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `application/x-www-form-urlencoded`.
    UrlEncoded,
    /// `KEY=VALUE;KEY=VALUE`, nothing encoded.
    Text,
}

/// What a content type announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Pairs(Form),
    Json,
}

impl Written {
    const fn encoding(self) -> Encoding {
        match self {
            Self::Pairs(_) => Encoding::Form,
            Self::Json => Encoding::Json,
        }
    }

    fn read(self, keys: &Keys, body: &[u8]) -> Result<Pairs, ReceiveError> {
        match self {
            Self::Pairs(form) => scan(keys, form, body),
            Self::Json => crate::json::scan(keys, body),
        }
    }
}

/// Parses a body at a door and tells which message it is.
pub(crate) fn parse_door(
    tables: &'static [&'static InboundTable],
    content_type: &str,
    body: &[u8],
) -> Result<(usize, Message), ReceiveError> {
    let written = written(content_type).ok_or(ReceiveError::ContentType)?;
    choose(tables, written, body)
}

/// Parses one message.
pub(crate) fn parse(table: &'static InboundTable, content_type: &str, body: &[u8]) -> Result<Message, ReceiveError> {
    let written = written(content_type).filter(|written| written.encoding() == table.encoding);
    let pairs = written.ok_or(ReceiveError::ContentType)?.read(table.keys, body)?;
    spelled_once(Message::new(table, pairs))
}

/// Parses the query of a URL, which is a form too.
pub(crate) fn parse_query(table: &'static InboundTable, query: &str) -> Result<Message, ReceiveError> {
    let pairs = scan(table.keys, Form::UrlEncoded, query.as_bytes())?;
    spelled_once(Message::new(table, pairs))
}

/// The first message of this encoding that says it is meant; they share their keys.
fn choose(
    tables: &'static [&'static InboundTable],
    written: Written,
    body: &[u8],
) -> Result<(usize, Message), ReceiveError> {
    let candidates = || tables.iter().enumerate().filter(|(_, table)| table.encoding == written.encoding());
    // A door without messages of this encoding reads nothing.
    let (at, last) = candidates().next_back().ok_or(ReceiveError::ContentType)?;
    let mut message = Message::new(last, written.read(last.keys, body)?);
    for (index, table) in candidates() {
        message = Message::new(table, message.into_pairs());
        let meant = table.when.is_none_or(|when| when(&View::received(&message)) == Some(true));
        if meant {
            return Ok((index, spelled_once(message)?));
        }
    }
    Ok((at, spelled_once(message)?))
}

/// Two spellings of one field are one key that comes twice. Only the message that is meant can tell which keys those are.
fn spelled_once(message: Message) -> Result<Message, ReceiveError> {
    match message.spelled_twice() {
        None => Ok(message),
        Some(key) => Err(ReceiveError::DuplicateKey(Key::of(key.as_bytes()))),
    }
}

/// What a content type announces. Parameters don't matter, except that a charset must be UTF-8.
fn written(content_type: &str) -> Option<Written> {
    let mut parts = content_type.split(';');
    let media = parts.next()?.trim();
    let written = if media.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        Written::Pairs(Form::UrlEncoded)
    } else if media.eq_ignore_ascii_case("text/plain") {
        Written::Pairs(Form::Text)
    } else if media.eq_ignore_ascii_case("application/json") {
        Written::Json
    } else {
        return None;
    };
    let utf8 = parts.all(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let is_utf8 = value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8");
        is_utf8 || !name.trim().eq_ignore_ascii_case("charset")
    });
    utf8.then_some(written)
}
