//! JSON, without a crate for it; flat here, nested in the modules below. The scanner reads one object into the same pairs that forms give, strictly and in one pass; the
//! writer makes one of a message's fields. Numbers stay the text that they were written as, so that nothing is rounded and what was
//! signed is what is hashed.

mod cursor;
pub(crate) mod nested;
mod object;
mod read;
mod write;

pub(crate) use cursor::Cursor;
pub(crate) use object::compact_object;
pub use object::{JsonObject, JsonObjectError};
pub(crate) use read::{Members, Node, whole, whole_with_controls};
pub(crate) use write::{NestedWriter, ObjectWriter, is_bare, list_text, most_bytes};

use crate::message::{Pair, Pairs, Span, UNKNOWN_KEY};
use crate::pairs::{MOST_BYTES, MOST_PAIRS, Same};
use crate::receive::{Key, ReceiveError};
use crate::table::{Keys, MAX_FIELDS};
use crate::view::bit;
use crate::violation::is_control;

/// Most levels of objects and lists inside a value.
const MOST_LEVELS: usize = 16;

/// Takes a body apart: one object, its members in order.
pub(crate) fn scan(keys: &Keys, body: &[u8]) -> Result<Pairs, ReceiveError> {
    if body.len() > MOST_BYTES {
        return Err(ReceiveError::TooLarge);
    }
    let body = std::str::from_utf8(body).map_err(|_| ReceiveError::Utf8(Key::of(b"")))?;
    let pairs = Pairs {
        buffer: String::with_capacity(body.len()),
        list: Vec::new(),
        seen: 0,
        objects: 0,
        misfits: 0,
        places: [0; MAX_FIELDS],
    };
    let mut scanner =
        Scanner { keys, cursor: Cursor::new(body.as_bytes()), pairs, bytes: Vec::with_capacity(body.len()) };
    scanner.object()?;
    let Scanner { mut pairs, bytes, .. } = scanner;
    // Only whole characters have been copied or decoded.
    pairs.buffer = String::from_utf8(bytes).map_err(|_| ReceiveError::Json)?;
    Ok(pairs)
}

struct Scanner<'b> {
    keys: &'b Keys,
    cursor: Cursor<'b>,
    pairs: Pairs,
    /// The decoded text of all keys and values.
    bytes: Vec<u8>,
}

impl Scanner<'_> {
    fn object(&mut self) -> Result<(), ReceiveError> {
        self.cursor.space();
        self.cursor.need(b'{')?;
        self.cursor.space();
        if !self.cursor.take(b'}') {
            self.member()?;
            while !self.cursor.take(b'}') {
                self.cursor.need(b',')?;
                self.cursor.space();
                self.member()?;
            }
        }
        self.cursor.space();
        if self.cursor.is_at_end() { Ok(()) } else { Err(ReceiveError::Json) }
    }

    /// One member and the white space behind it.
    fn member(&mut self) -> Result<(), ReceiveError> {
        self.cursor.need(b'"')?;
        if self.pairs.list.len() >= MOST_PAIRS {
            return Err(ReceiveError::TooManyPairs);
        }
        let key = self.string(None)?;
        self.cursor.space();
        self.cursor.need(b':')?;
        self.cursor.space();
        let start = self.bytes.len();
        let nested = match self.cursor.peek() {
            Some(b'"') => {
                self.cursor.at += 1;
                self.string(Some(key))?;
                false
            }
            Some(b'{' | b'[') => {
                self.nested(key, 1)?;
                true
            }
            // Null is no value: what it leaves in the buffer is empty.
            _ if self.cursor.word(b"null") => false,
            _ => {
                self.bare()?;
                false
            }
        };
        self.keep(key, (start, self.bytes.len()), nested)?;
        self.cursor.space();
        Ok(())
    }

    /// Judges a member that could be read, and takes it in.
    fn keep(&mut self, key: Span, value: Span, nested: bool) -> Result<(), ReceiveError> {
        if [key, value].into_iter().any(|span| self.text(span).contains(is_control)) {
            return Err(ReceiveError::Control(self.key(key)));
        }
        let known = match self.keys.find(self.slice(key)) {
            None => UNKNOWN_KEY,
            Some((_, Same::Mixed)) => return Err(ReceiveError::KeyCase(self.key(key))),
            // An object where a text belongs could mean anything. Under a key that nobody knows it does no harm.
            Some(_) if nested => return Err(ReceiveError::Nested(self.key(key))),
            Some((index, _)) => index,
        };
        let twice = match self.pairs.places.get_mut(usize::from(known)) {
            Some(place) => {
                *place = u8::try_from(self.pairs.list.len()).unwrap_or(u8::MAX);
                let seen = self.pairs.seen & bit(known) != 0;
                self.pairs.seen |= bit(known);
                seen
            }
            None => {
                let mut unknown = self.pairs.list.iter().filter(|pair| pair.known == UNKNOWN_KEY);
                unknown.any(|pair| self.slice(pair.key).eq_ignore_ascii_case(self.slice(key)))
            }
        };
        if twice {
            return Err(ReceiveError::DuplicateKey(self.key(key)));
        }
        self.pairs.list.push(Pair { key, value, known });
        Ok(())
    }

    /// Decodes a string, after its opening quote. `key` is the member that it belongs to, unless it is the key itself.
    fn string(&mut self, key: Option<Span>) -> Result<Span, ReceiveError> {
        let start = self.bytes.len();
        loop {
            match self.cursor.next().ok_or(ReceiveError::Json)? {
                b'"' => return Ok((start, self.bytes.len())),
                b'\\' => {
                    let Some(character) = self.cursor.escape() else { return Err(self.bad_escape(key)) };
                    self.bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                byte => self.bytes.push(byte),
            }
        }
    }

    #[cold]
    fn bad_escape(&self, key: Option<Span>) -> ReceiveError {
        ReceiveError::Escape(key.map_or_else(|| Key::of(b""), |key| self.key(key)))
    }

    /// Copies an object or a list as it is written, without its white space.
    fn nested(&mut self, key: Span, level: usize) -> Result<(), ReceiveError> {
        if level > MOST_LEVELS {
            return Err(ReceiveError::Nested(self.key(key)));
        }
        let (close, is_object) = match self.cursor.next() {
            Some(b'{') => (b'}', true),
            _ => (b']', false),
        };
        self.bytes.push(if is_object { b'{' } else { b'[' });
        self.cursor.space();
        let mut first = true;
        while !(first && self.cursor.take(close)) {
            if is_object {
                self.cursor.need(b'"')?;
                self.verbatim(key)?;
                self.cursor.space();
                self.cursor.need(b':')?;
                self.bytes.push(b':');
                self.cursor.space();
            }
            match self.cursor.peek() {
                Some(b'"') => {
                    self.cursor.at += 1;
                    self.verbatim(key)?;
                }
                Some(b'{' | b'[') => self.nested(key, level + 1)?,
                _ if self.cursor.word(b"null") => self.bytes.extend_from_slice(b"null"),
                _ => self.bare()?,
            }
            self.cursor.space();
            if self.cursor.take(close) {
                break;
            }
            self.cursor.need(b',')?;
            self.bytes.push(b',');
            self.cursor.space();
            first = false;
        }
        self.bytes.push(close);
        Ok(())
    }

    /// Copies a string as it is written, after its opening quote. Its escapes must be sound all the same.
    fn verbatim(&mut self, key: Span) -> Result<(), ReceiveError> {
        let (written, decoded) = (self.cursor.at, self.bytes.len());
        self.string(Some(key))?;
        self.bytes.truncate(decoded);
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(self.cursor.since(written));
        Ok(())
    }

    /// Copies `true`, `false` or a number.
    fn bare(&mut self) -> Result<(), ReceiveError> {
        let start = self.cursor.at;
        if !(self.cursor.word(b"true") || self.cursor.word(b"false")) {
            self.cursor.number()?;
        }
        self.bytes.extend_from_slice(self.cursor.since(start));
        Ok(())
    }

    fn slice(&self, (start, end): Span) -> &[u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }

    fn text(&self, span: Span) -> &str {
        std::str::from_utf8(self.slice(span)).unwrap_or_default()
    }

    #[cold]
    fn key(&self, span: Span) -> Key {
        Key::of(self.slice(span))
    }
}

#[cfg(test)]
mod tests;
