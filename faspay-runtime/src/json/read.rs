//! Nested JSON, strictly: one grammar for what arrives and for what a caller gives as JSON. Nothing here knows a table; whoever
//! reads says where in the body it is, so that an error names the place.

use super::MOST_LEVELS;
use super::nested::segment;
use crate::receive::{Key, ReceiveError};
use crate::sign::hex_value;
use crate::violation::is_control;
use std::borrow::Cow;
use std::collections::HashSet;

/// A value that has been read. Numbers and words are the text that they were written as.
#[derive(Debug)]
pub(crate) enum Node<'t> {
    Null,
    Bare(&'t str),
    Text(Cow<'t, str>),
    /// As it was written, and its items.
    List(&'t str, Vec<Node<'t>>),
    /// As it was written, and its members in order.
    Object(&'t str, Members<'t>),
}

/// The members of an object, in order.
pub(crate) type Members<'t> = Vec<(Cow<'t, str>, Node<'t>)>;

/// Reads one value and nothing else.
pub(crate) fn whole(text: &str) -> Result<Node<'_>, ReceiveError> {
    Reader::new(text).whole(1)
}

/// The same, with control characters allowed in the values of strings: somebody else looks at them.
pub(crate) fn whole_with_controls(text: &str) -> Result<Node<'_>, ReceiveError> {
    Reader { controls: true, ..Reader::new(text) }.whole(1)
}

pub(super) struct Reader<'t> {
    text: &'t str,
    /// The next byte.
    at: usize,
    /// Where we are, for errors: `order.items[0].price`.
    path: String,
    /// Whether string values may have control characters.
    controls: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, path: String::new(), controls: false }
    }

    /// One value, which may be an object or a list of this level, and nothing else.
    pub(super) fn whole(mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        self.space();
        let node = self.value(level)?;
        self.space();
        if self.at == self.text.len() { Ok(node) } else { Err(ReceiveError::Json) }
    }

    /// The path of what is being read, as errors show it.
    fn here(&self) -> Key {
        Key::of(self.path.as_bytes())
    }

    fn value(&mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        match self.peek() {
            Some(b'"') => self.string().map(Node::Text),
            Some(b'{') => self.object(level),
            Some(b'[') => self.list(level),
            _ if self.word("null") => Ok(Node::Null),
            _ => self.bare().map(Node::Bare),
        }
    }

    fn object(&mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        let start = self.open(level)?;
        let mut members = Vec::new();
        let mut seen = HashSet::new();
        let mut more = !self.take(b'}');
        while more {
            let key = self.string()?;
            let before = self.path.len();
            segment(&mut self.path, &key);
            self.space();
            self.need(b':')?;
            self.space();
            let value = self.value(level.saturating_add(1))?;
            if key.contains(is_control) {
                return Err(ReceiveError::Control(self.here()));
            }
            self.refuse_controls(&value)?;
            if !seen.insert(key.to_ascii_lowercase()) {
                return Err(ReceiveError::DuplicateKey(self.here()));
            }
            self.path.truncate(before);
            members.push((key, value));
            more = self.goes_on(b'}')?;
        }
        Ok(Node::Object(self.since(start), members))
    }

    fn list(&mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        let start = self.open(level)?;
        let mut items = Vec::new();
        let mut more = !self.take(b']');
        while more {
            let before = self.path.len();
            self.path.push_str(&format!("[{}]", items.len()));
            let item = self.value(level.saturating_add(1))?;
            self.refuse_controls(&item)?;
            self.path.truncate(before);
            items.push(item);
            more = self.goes_on(b']')?;
        }
        Ok(Node::List(self.since(start), items))
    }

    fn refuse_controls(&self, value: &Node<'_>) -> Result<(), ReceiveError> {
        match value {
            Node::Text(text) if !self.controls && text.contains(is_control) => Err(ReceiveError::Control(self.here())),
            _ => Ok(()),
        }
    }

    /// Takes the opening bracket and the white space behind it. Says where it was.
    fn open(&mut self, level: usize) -> Result<usize, ReceiveError> {
        if level > MOST_LEVELS {
            return Err(ReceiveError::Nested(self.here()));
        }
        let start = self.at;
        self.next();
        self.space();
        Ok(start)
    }

    /// After a member or an item: whether another one comes, after a comma.
    fn goes_on(&mut self, close: u8) -> Result<bool, ReceiveError> {
        self.space();
        if self.take(close) {
            return Ok(false);
        }
        self.need(b',')?;
        self.space();
        Ok(true)
    }

    /// A string with its quotes, decoded.
    fn string(&mut self) -> Result<Cow<'t, str>, ReceiveError> {
        self.need(b'"')?;
        let mut decoded: Option<String> = None;
        let mut start = self.at;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')).ok_or(ReceiveError::Json)?;
            self.at += length;
            // Quotes and backslashes are characters of their own, so this is a text.
            let plain = self.since(start);
            if self.next() == Some(b'"') {
                return Ok(match decoded {
                    None => Cow::Borrowed(plain),
                    Some(decoded) => Cow::Owned(decoded + plain),
                });
            }
            let text = decoded.get_or_insert_default();
            text.push_str(plain);
            text.push(escape(self).ok_or_else(|| ReceiveError::Escape(self.here()))?);
            start = self.at;
        }
    }

    /// `true`, `false` or a number.
    fn bare(&mut self) -> Result<&'t str, ReceiveError> {
        let start = self.at;
        if !(self.word("true") || self.word("false")) {
            self.take(b'-');
            if !self.take(b'0') {
                self.digits()?;
            }
            if self.take(b'.') {
                self.digits()?;
            }
            if self.take(b'e') || self.take(b'E') {
                let _signed = self.take(b'+') || self.take(b'-');
                self.digits()?;
            }
        }
        Ok(self.since(start))
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), ReceiveError> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(ReceiveError::Json) }
    }

    fn word(&mut self, word: &str) -> bool {
        let is_it = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if is_it {
            self.at += word.len();
        }
        is_it
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn take(&mut self, wanted: u8) -> bool {
        let is_it = self.peek() == Some(wanted);
        self.at += usize::from(is_it);
        is_it
    }

    fn need(&mut self, wanted: u8) -> Result<(), ReceiveError> {
        if self.take(wanted) { Ok(()) } else { Err(ReceiveError::Json) }
    }

    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// The character that an escape stands for, after the `\`; `None` when it stands for none, or for half of one.
fn escape(reader: &mut Reader<'_>) -> Option<char> {
    let character = match reader.next()? {
        byte @ (b'"' | b'\\' | b'/') => char::from(byte),
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let unit = four_digits(reader)?;
            match char::from_u32(unit) {
                Some(character) => character,
                // What isn't a character by itself is the first half of one, or nothing.
                None => {
                    let high = unit.checked_sub(0xD800).filter(|high| *high < 0x400)?;
                    if !(reader.take(b'\\') && reader.take(b'u')) {
                        return None;
                    }
                    let low = four_digits(reader)?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                    char::from_u32(0x1_0000 + (high << 10) + low)?
                }
            }
        }
        _ => return None,
    };
    Some(character)
}

fn four_digits(reader: &mut Reader<'_>) -> Option<u32> {
    let mut value = 0;
    for _ in 0..4 {
        value = value << 4 | u32::from(hex_value(reader.next()?)?);
    }
    Some(value)
}

/// JSON that has been read, without the white space outside of its strings. The strings stay as they are written.
pub(crate) fn compact(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        match (inside, character) {
            (false, ' ' | '\t' | '\r' | '\n') => continue,
            (_, '"') if !escaped => inside = !inside,
            _ => {}
        }
        escaped = inside && character == '\\' && !escaped;
        text.push(character);
    }
    text
}
