//! Flat JSON, without a crate for it. The scanner reads one object into the same pairs that forms give, strictly and in one pass; the
//! writer makes one of a message's fields. Numbers stay the text that they were written as, so that nothing is rounded and what was
//! signed is what is hashed.

use crate::message::{Pair, Pairs, Span, UNKNOWN_KEY};
use crate::pairs::{MOST_BYTES, MOST_PAIRS, Same};
use crate::receive::{Key, ReceiveError};
use crate::sign::hex_value;
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
    let pairs = Pairs { buffer: String::with_capacity(body.len()), list: Vec::new(), seen: 0, places: [0; MAX_FIELDS] };
    let mut scanner = Scanner { keys, body: body.as_bytes(), at: 0, pairs, bytes: Vec::with_capacity(body.len()) };
    scanner.object()?;
    let Scanner { mut pairs, bytes, .. } = scanner;
    // Only whole characters have been copied or decoded.
    pairs.buffer = String::from_utf8(bytes).map_err(|_| ReceiveError::Json)?;
    Ok(pairs)
}

struct Scanner<'b> {
    keys: &'b Keys,
    body: &'b [u8],
    /// The next byte.
    at: usize,
    pairs: Pairs,
    /// The decoded text of all keys and values.
    bytes: Vec<u8>,
}

impl Scanner<'_> {
    fn object(&mut self) -> Result<(), ReceiveError> {
        self.space();
        self.need(b'{')?;
        self.space();
        if !self.take(b'}') {
            self.member()?;
            while !self.take(b'}') {
                self.need(b',')?;
                self.space();
                self.member()?;
            }
        }
        self.space();
        if self.at == self.body.len() { Ok(()) } else { Err(ReceiveError::Json) }
    }

    /// One member and the white space behind it.
    fn member(&mut self) -> Result<(), ReceiveError> {
        self.need(b'"')?;
        if self.pairs.list.len() >= MOST_PAIRS {
            return Err(ReceiveError::TooManyPairs);
        }
        let key = self.string(None)?;
        self.space();
        self.need(b':')?;
        self.space();
        let start = self.bytes.len();
        let nested = match self.peek() {
            Some(b'"') => {
                self.at += 1;
                self.string(Some(key))?;
                false
            }
            Some(b'{' | b'[') => {
                self.nested(key, 1)?;
                true
            }
            // Null is no value: what it leaves in the buffer is empty.
            _ if self.word(b"null") => false,
            _ => {
                self.bare()?;
                false
            }
        };
        self.keep(key, (start, self.bytes.len()), nested)?;
        self.space();
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
            match self.next().ok_or(ReceiveError::Json)? {
                b'"' => return Ok((start, self.bytes.len())),
                b'\\' => {
                    let Some(character) = self.escape() else { return Err(self.bad_escape(key)) };
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

    /// The character that an escape stands for; `None` when it stands for none, or for half of one.
    fn escape(&mut self) -> Option<char> {
        let character = match self.next()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.four_digits()?;
                // What isn't a character by itself is the first half of one, or nothing.
                match char::from_u32(unit) {
                    Some(character) => character,
                    None => {
                        // A second half that comes first ends beyond all characters.
                        let high = unit.checked_sub(0xD800)?;
                        if !(self.take(b'\\') && self.take(b'u')) {
                            return None;
                        }
                        let low = self.four_digits()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                        char::from_u32(0x1_0000 + (high << 10) + low)?
                    }
                }
            }
            _ => return None,
        };
        Some(character)
    }

    fn four_digits(&mut self) -> Option<u32> {
        let mut value = 0;
        for _ in 0..4 {
            value = value * 16 + u32::from(hex_value(self.next()?)?);
        }
        Some(value)
    }

    /// Copies an object or a list as it is written, without its white space.
    fn nested(&mut self, key: Span, level: usize) -> Result<(), ReceiveError> {
        if level > MOST_LEVELS {
            return Err(ReceiveError::Nested(self.key(key)));
        }
        let (close, is_object) = match self.next() {
            Some(b'{') => (b'}', true),
            _ => (b']', false),
        };
        self.bytes.push(if is_object { b'{' } else { b'[' });
        self.space();
        let mut first = true;
        while !(first && self.take(close)) {
            if is_object {
                self.need(b'"')?;
                self.verbatim(key)?;
                self.space();
                self.need(b':')?;
                self.bytes.push(b':');
                self.space();
            }
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    self.verbatim(key)?;
                }
                Some(b'{' | b'[') => self.nested(key, level + 1)?,
                _ if self.word(b"null") => self.bytes.extend_from_slice(b"null"),
                _ => self.bare()?,
            }
            self.space();
            if self.take(close) {
                break;
            }
            self.need(b',')?;
            self.bytes.push(b',');
            self.space();
            first = false;
        }
        self.bytes.push(close);
        Ok(())
    }

    /// Copies a string as it is written, after its opening quote. Its escapes must be sound all the same.
    fn verbatim(&mut self, key: Span) -> Result<(), ReceiveError> {
        let (written, decoded) = (self.at, self.bytes.len());
        self.string(Some(key))?;
        self.bytes.truncate(decoded);
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(self.body.get(written..self.at).unwrap_or_default());
        Ok(())
    }

    /// Copies `true`, `false` or a number.
    fn bare(&mut self) -> Result<(), ReceiveError> {
        let start = self.at;
        if !(self.word(b"true") || self.word(b"false")) {
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
        self.bytes.extend_from_slice(self.body.get(start..self.at).unwrap_or_default());
        Ok(())
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), ReceiveError> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(ReceiveError::Json) }
    }

    fn word(&mut self, word: &[u8]) -> bool {
        let is_it = self.body.get(self.at..).is_some_and(|rest| rest.starts_with(word));
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
        self.body.get(self.at).copied()
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

/// Writes one flat object into a buffer, member by member.
pub(crate) struct ObjectWriter<'o> {
    out: &'o mut Vec<u8>,
    is_empty: bool,
}

impl<'o> ObjectWriter<'o> {
    pub(crate) fn new(out: &'o mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out, is_empty: true }
    }

    /// A member; `number` when its text goes bare.
    pub(crate) fn member(&mut self, key: &str, text: &str, number: bool) {
        if !self.is_empty {
            self.out.push(b',');
        }
        self.is_empty = false;
        write_string(key, self.out);
        self.out.push(b':');
        if number {
            self.out.extend_from_slice(text.as_bytes());
        } else {
            write_string(text, self.out);
        }
    }

    pub(crate) fn finish(self) {
        self.out.push(b'}');
    }
}

/// Escapes what JSON wants escaped and leaves everything else as it is.
fn write_string(text: &str, out: &mut Vec<u8>) {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    out.push(b'"');
    for byte in text.bytes() {
        let short = match byte {
            b'"' | b'\\' => byte,
            0x08 => b'b',
            0x09 => b't',
            0x0A => b'n',
            0x0C => b'f',
            0x0D => b'r',
            0..0x20 => {
                let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
                continue;
            }
            _ => {
                out.push(byte);
                continue;
            }
        };
        out.extend_from_slice(&[b'\\', short]);
    }
    out.push(b'"');
}

/// Most bytes that a text takes up as a JSON string, quotes included.
pub(crate) const fn most_bytes(text: &str) -> usize {
    text.len().saturating_mul(6).saturating_add(2)
}

#[cfg(test)]
mod tests;
