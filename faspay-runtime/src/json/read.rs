//! Nested JSON, strictly: one grammar for what arrives and for what a caller gives as JSON. Nothing here knows a table; whoever
//! reads says where in the body it is, so that an error names the place.

use super::MOST_LEVELS;
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

/// The keys of one object, to find one that comes twice, in whatever case.
#[derive(Default)]
pub(crate) struct Seen(HashSet<String>);

impl Seen {
    /// Whether this is the first of its kind.
    pub(crate) fn is_new(&mut self, key: &str) -> bool {
        self.0.insert(key.to_ascii_lowercase())
    }
}

/// Reads one value and nothing else.
pub(crate) fn whole(text: &str) -> Result<Node<'_>, ReceiveError> {
    Reader::new(text).whole()
}

/// The same, with control characters allowed in the values of strings: somebody else looks at them.
pub(crate) fn whole_with_controls(text: &str) -> Result<Node<'_>, ReceiveError> {
    Reader { controls: true, ..Reader::new(text) }.whole()
}

pub(crate) struct Reader<'t> {
    text: &'t str,
    /// The next byte.
    at: usize,
    /// Where we are, for errors: `order.items[0].price`.
    path: String,
    /// Whether string values may have control characters.
    controls: bool,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, path: String::new(), controls: false }
    }

    fn whole(mut self) -> Result<Node<'t>, ReceiveError> {
        self.space();
        let node = self.value(1)?;
        self.end()?;
        Ok(node)
    }

    /// Nothing but white space is left.
    pub(crate) fn end(&mut self) -> Result<(), ReceiveError> {
        self.space();
        if self.at == self.text.len() { Ok(()) } else { Err(ReceiveError::Json) }
    }

    /// Where we are.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The path of what is being read, as errors show it.
    pub(crate) fn here(&self) -> Key {
        Key::of(self.path.as_bytes())
    }

    /// Goes into a member. Gives what [`Reader::leave`] wants.
    pub(crate) fn enter(&mut self, key: &str) -> usize {
        let before = self.path.len();
        if before > 0 {
            self.path.push('.');
        }
        self.path.push_str(key);
        before
    }

    pub(crate) fn leave(&mut self, before: usize) {
        self.path.truncate(before);
    }

    /// Any value, with the white space behind it left. An object or a list in it is at `level`.
    pub(crate) fn value(&mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        match self.peek() {
            Some(b'"') => {
                let text = self.string()?;
                if !self.controls && text.contains(is_control) {
                    return Err(ReceiveError::Control(self.here()));
                }
                Ok(Node::Text(text))
            }
            Some(b'{') => self.object(level),
            Some(b'[') => self.list(level),
            _ if self.word("null") => Ok(Node::Null),
            _ => self.bare().map(Node::Bare),
        }
    }

    fn object(&mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        let start = self.open(level)?;
        let mut members = Vec::new();
        let mut seen = Seen::default();
        let mut more = !self.take(b'}');
        while more {
            let key = self.key()?;
            let before = self.enter(&key);
            self.judge_key(&key, &mut seen)?;
            self.colon()?;
            let value = self.value(level.saturating_add(1))?;
            self.leave(before);
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
            items.push(self.value(level.saturating_add(1))?);
            self.leave(before);
            more = self.goes_on(b']')?;
        }
        Ok(Node::List(self.since(start), items))
    }

    /// Takes the opening bracket and the white space behind it. Says where it was.
    pub(crate) fn open(&mut self, level: usize) -> Result<usize, ReceiveError> {
        if level > MOST_LEVELS {
            return Err(ReceiveError::Nested(self.here()));
        }
        let start = self.at;
        self.next();
        self.space();
        Ok(start)
    }

    /// After a member or an item: whether another one comes, after a comma.
    pub(crate) fn goes_on(&mut self, close: u8) -> Result<bool, ReceiveError> {
        self.space();
        if self.take(close) {
            return Ok(false);
        }
        self.need(b',')?;
        self.space();
        Ok(true)
    }

    /// The key of a member. Judge it once it is entered.
    pub(crate) fn key(&mut self) -> Result<Cow<'t, str>, ReceiveError> {
        if self.peek() == Some(b'"') { self.string() } else { Err(ReceiveError::Json) }
    }

    /// Refuses the key of the member that has been entered, for what any key can have wrong.
    pub(crate) fn judge_key(&self, key: &str, seen: &mut Seen) -> Result<(), ReceiveError> {
        if key.contains(is_control) {
            Err(ReceiveError::Control(self.here()))
        } else if seen.is_new(key) {
            Ok(())
        } else {
            Err(ReceiveError::DuplicateKey(self.here()))
        }
    }

    /// The colon behind a key.
    pub(crate) fn colon(&mut self) -> Result<(), ReceiveError> {
        self.space();
        self.need(b':')?;
        self.space();
        Ok(())
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

    pub(crate) fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    pub(crate) fn take(&mut self, wanted: u8) -> bool {
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
