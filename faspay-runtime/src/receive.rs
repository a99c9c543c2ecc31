//! Takes a received body apart, strictly: one pass over the bytes, decoding exactly once, into one buffer. What is
//! there may be anything; how it is written may not. Doors and the by-name verification both read through here.

use crate::message::{Message, Pair, Pairs, Span, UNKNOWN_KEY};
use crate::sign::hex_value;
use crate::table::{InboundTable, Keys, MAX_FIELDS, hash_key};
use crate::view::{View, bit};
use crate::violation::{OneLine, is_control};
use std::fmt;

/// Most bytes of a body.
const MOST_BYTES: usize = 65_536;
/// Most pairs of a body.
const MOST_PAIRS: usize = 256;
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
    fn of(bytes: &[u8]) -> Self {
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
enum Form {
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
    Ok(Message::new(table, pairs(table.keys, form, body)?))
}

/// Parses the query of a URL, which is a form too.
pub(crate) fn parse_query(table: &'static InboundTable, query: &str) -> Result<Message, ReceiveError> {
    let pairs = pairs(table.keys, Form::UrlEncoded, query.as_bytes())?;
    Ok(Message::new(table, pairs))
}

fn choose(tables: &'static [&'static InboundTable], form: Form, body: &[u8]) -> Result<(usize, Message), ReceiveError> {
    // A door without messages reads nothing.
    let last = tables.last().ok_or(ReceiveError::ContentType)?;
    let mut message = Message::new(last, pairs(last.keys, form, body)?);
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
    let utf8 = parts.all(|parameter| match parameter.split_once('=') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
            value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    });
    utf8.then_some(form)
}

const PLAIN: u8 = 0;
const SEPARATOR: u8 = 1;
const EQUALS: u8 = 2;
/// `+`, `%`, control characters and everything beyond ASCII: the pair needs a second look.
const SPECIAL: u8 = 4;

const fn classes(separator: u8, escapes: bool) -> [u8; 256] {
    let mut table = [PLAIN; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte < 0x20 || byte >= 0x7F || (escapes && (byte == 0x2B || byte == 0x25)) {
            table[byte] = SPECIAL;
        }
        byte += 1;
    }
    table[separator as usize] = SEPARATOR;
    table[b'=' as usize] = EQUALS;
    table
}

static URL_ENCODED: [u8; 256] = classes(b'&', true);
static TEXT: [u8; 256] = classes(b';', false);

fn pairs(keys: &Keys, form: Form, body: &[u8]) -> Result<Pairs, ReceiveError> {
    if body.len() > MOST_BYTES {
        return Err(ReceiveError::TooLarge);
    }
    let (body, classes) = match form {
        Form::UrlEncoded => (body, &URL_ENCODED),
        Form::Text => (body.trim_ascii_end_of_lines(), &TEXT),
    };
    let mut parser = Parser {
        keys,
        form,
        body,
        buffer: body.to_vec(),
        pairs: Vec::with_capacity(keys.names.len().min(body.len() / 4 + 1)),
        seen: 0,
        places: [0; MAX_FIELDS],
        next: 0,
    };
    let mut segment = Segment::from(0);
    for (at, byte) in body.iter().enumerate() {
        match classes.get(usize::from(*byte)).copied().unwrap_or(SPECIAL) {
            PLAIN => {}
            SEPARATOR => {
                parser.segment(segment, at)?;
                segment = Segment::from(at + 1);
            }
            EQUALS => {
                segment.equals.get_or_insert(at);
            }
            _ => segment.special = true,
        }
    }
    parser.segment(segment, body.len())?;
    let buffer = String::from_utf8(parser.buffer).map_err(|_| ReceiveError::Utf8(Key::of(b"")))?;
    Ok(Pairs { buffer, list: parser.pairs, seen: parser.seen, places: parser.places })
}

trait TrimLines {
    fn trim_ascii_end_of_lines(&self) -> &[u8];
}

impl TrimLines for [u8] {
    fn trim_ascii_end_of_lines(&self) -> &[u8] {
        let mut rest = self;
        while let [before @ .., b'\r' | b'\n'] = rest {
            rest = before;
        }
        rest
    }
}

/// One segment of the body while it is being scanned.
struct Segment {
    start: usize,
    equals: Option<usize>,
    special: bool,
}

impl Segment {
    const fn from(start: usize) -> Self {
        Self { start, equals: None, special: false }
    }
}

struct Parser<'b> {
    keys: &'b Keys,
    form: Form,
    body: &'b [u8],
    /// The body; decoded values overwrite their encoded form, and what becomes free is filled with spaces.
    buffer: Vec<u8>,
    pairs: Vec<Pair>,
    seen: u128,
    places: [u8; MAX_FIELDS],
    /// The key that comes next when a sender keeps to the table's order.
    next: u8,
}

impl Parser<'_> {
    #[inline]
    fn segment(&mut self, segment: Segment, end: usize) -> Result<(), ReceiveError> {
        if segment.start == end {
            return Ok(());
        }
        if self.pairs.len() >= MOST_PAIRS {
            return Err(ReceiveError::TooManyPairs);
        }
        let equals = segment.equals.ok_or(ReceiveError::MalformedPair)?;
        let mut key = (segment.start, equals);
        let mut value = (equals + 1, end);
        if segment.special {
            (key, value) = self.second_look(key, value)?;
        }
        let known = self.look_up(key)?;
        let place = u8::try_from(self.pairs.len()).unwrap_or(u8::MAX);
        match self.places.get_mut(usize::from(known)) {
            Some(slot) => {
                if self.seen & bit(known) != 0 {
                    return Err(ReceiveError::DuplicateKey(self.key(key)));
                }
                self.seen |= bit(known);
                *slot = place;
            }
            None => {
                let twice = self
                    .pairs
                    .iter()
                    .filter(|pair| pair.known == UNKNOWN_KEY)
                    .any(|pair| self.bytes(pair.key).eq_ignore_ascii_case(self.bytes(key)));
                if twice {
                    return Err(ReceiveError::DuplicateKey(self.key(key)));
                }
            }
        }
        self.pairs.push(Pair { key, value, known });
        Ok(())
    }

    /// Decodes a pair and checks its characters.
    fn second_look(&mut self, key: Span, value: Span) -> Result<(Span, Span), ReceiveError> {
        let (mut key, mut value) = (key, value);
        if self.form == Form::UrlEncoded {
            key = self.decode(key).ok_or_else(|| {
                let encoded = self.body.get(key.0..key.1).unwrap_or_default();
                ReceiveError::Percent(Key::of(encoded))
            })?;
            value = self.decode(value).ok_or_else(|| ReceiveError::Percent(self.key(key)))?;
        }
        for part in [key, value] {
            let text = std::str::from_utf8(self.bytes(part)).map_err(|_| ReceiveError::Utf8(self.key(key)))?;
            if text.contains(is_control) {
                return Err(ReceiveError::Control(self.key(key)));
            }
        }
        Ok((key, value))
    }

    /// Decodes a part in place: `+` is a space, `%XX` a byte. Gives where it ends up.
    fn decode(&mut self, (start, end): Span) -> Option<Span> {
        let part = self.buffer.get_mut(start..end)?;
        let mut from = 0;
        let mut to = 0;
        while let Some(&byte) = part.get(from) {
            let decoded = match byte {
                b'+' => b' ',
                b'%' => {
                    let high = hex_value(*part.get(from + 1)?)?;
                    let low = hex_value(*part.get(from + 2)?)?;
                    from += 2;
                    high << 4 | low
                }
                other => other,
            };
            *part.get_mut(to)? = decoded;
            from += 1;
            to += 1;
        }
        part.get_mut(to..)?.fill(b' ');
        Some((start, start + to))
    }

    /// Which key of the door this is, [`UNKNOWN_KEY`] when none.
    #[inline]
    fn look_up(&mut self, place: Span) -> Result<u8, ReceiveError> {
        let key = self.bytes(place);
        let known = match self.keys.compare(self.next, key) {
            Same::No => self.keys.find(key),
            same => Some((self.next, same)),
        };
        match known {
            None => Ok(UNKNOWN_KEY),
            Some((_, Same::Mixed)) => Err(ReceiveError::KeyCase(self.key(place))),
            Some((index, _)) => {
                self.next = index.saturating_add(1);
                Ok(index)
            }
        }
    }

    fn bytes(&self, (start, end): Span) -> &[u8] {
        self.buffer.get(start..end).unwrap_or_default()
    }

    #[cold]
    fn key(&self, place: Span) -> Key {
        Key::of(self.bytes(place))
    }
}

/// How a received key compares with a canonical one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Same {
    No,
    /// All in lower or all in upper case.
    Yes,
    /// The same letters in another casing.
    Mixed,
}

impl Keys {
    #[inline]
    fn compare(&self, index: u8, key: &[u8]) -> Same {
        let Some(name) = self.names.get(usize::from(index)) else {
            return Same::No;
        };
        let name = name.as_bytes();
        if name.len() != key.len() {
            return Same::No;
        }
        if name == key {
            return Same::Yes;
        }
        if !name.eq_ignore_ascii_case(key) {
            return Same::No;
        }
        if key.iter().any(u8::is_ascii_lowercase) { Same::Mixed } else { Same::Yes }
    }

    fn find(&self, key: &[u8]) -> Option<(u8, Same)> {
        let mut at = hash_key(key);
        loop {
            let index = self.buckets.get(usize::from(at))?.checked_sub(1)?;
            match self.compare(index, key) {
                // The table is at most half full, so an empty bucket ends every search.
                Same::No => at = at.wrapping_add(1),
                same => return Some((index, same)),
            }
        }
    }
}
