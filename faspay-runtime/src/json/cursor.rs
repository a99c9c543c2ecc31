//! The small parts that all JSON is made of: white space, words, numbers and escapes. Every reader of JSON here goes over its bytes with a
//! cursor and makes something of its own of what it passes.

use crate::receive::ReceiveError;
use crate::sign::hex_value;

/// Bytes, and the next one.
pub(crate) struct Cursor<'b> {
    pub(crate) body: &'b [u8],
    pub(crate) at: usize,
}

impl<'b> Cursor<'b> {
    pub(crate) fn new(body: &'b [u8]) -> Self {
        Self { body, at: 0 }
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at == self.body.len()
    }

    /// What has been passed since then.
    pub(crate) fn since(&self, start: usize) -> &'b [u8] {
        self.body.get(start..self.at).unwrap_or_default()
    }

    pub(crate) fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.body.get(self.at).copied()
    }

    pub(crate) fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    pub(crate) fn take(&mut self, wanted: u8) -> bool {
        let is_it = self.peek() == Some(wanted);
        self.at += usize::from(is_it);
        is_it
    }

    pub(crate) fn need(&mut self, wanted: u8) -> Result<(), ReceiveError> {
        if self.take(wanted) { Ok(()) } else { Err(ReceiveError::Json) }
    }

    pub(crate) fn word(&mut self, word: &[u8]) -> bool {
        let is_it = self.body.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if is_it {
            self.at += word.len();
        }
        is_it
    }

    pub(crate) fn number(&mut self) -> Result<(), ReceiveError> {
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

    /// The character that an escape stands for, after its `\`; `None` when it stands for none, or for half of one.
    pub(crate) fn escape(&mut self) -> Option<char> {
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
                        let high = unit.checked_sub(0xD800).filter(|high| *high < 0x400)?;
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
            value = value << 4 | u32::from(hex_value(self.next()?)?);
        }
        Some(value)
    }
}
