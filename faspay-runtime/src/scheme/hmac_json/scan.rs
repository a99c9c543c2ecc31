//! Reads a signed body once, and on the way writes the two texts that the sender may have hashed instead of the bytes that came.

use super::{Key, MOST_BYTES, ReceiveError, Signature, Style, hex_value, quoted};
use std::collections::BTreeSet;

/// Most levels of objects and lists inside a member.
const MOST_LEVELS: usize = 16;

/// What a body consists of.
pub(super) struct Scanned<'b> {
    /// The text of the signature, when there is one.
    pub(super) given: Option<String>,
    /// Whether the member was there and held something else than a text.
    is_odd: bool,
    /// The object as it came: what stands before the signature member, and what stands after it.
    pub(super) raw: [&'b [u8]; 2],
    /// Without the member, as PHP writes it.
    pub(super) php: Vec<u8>,
    /// Without the member, compact.
    pub(super) plain: Vec<u8>,
}

impl Scanned<'_> {
    /// What a body without the text of a signature is. Null and an empty text are no signature at all.
    pub(super) fn without(&self) -> Signature {
        if self.is_odd { Signature::Invalid } else { Signature::Missing }
    }
}

pub(super) fn scan<'b>(body: &'b [u8], member: &str) -> Result<Scanned<'b>, ReceiveError> {
    if body.len() > MOST_BYTES {
        return Err(ReceiveError::TooLarge);
    }
    let body = std::str::from_utf8(body).map_err(|_| ReceiveError::Utf8(Key::of(b"")))?.as_bytes();
    let mut scanner = Scanner {
        body,
        at: 0,
        php: Vec::with_capacity(body.len()),
        plain: Vec::with_capacity(body.len()),
        key: String::new(),
        given: Given::Nothing,
    };
    let raw = scanner.whole(member)?;
    let (given, is_odd) = match scanner.given {
        Given::Nothing => (None, false),
        Given::Odd => (None, true),
        Given::Text(text) => (Some(text), false),
    };
    Ok(Scanned { given, is_odd, raw, php: scanner.php, plain: scanner.plain })
}

enum Given {
    Nothing,
    Odd,
    Text(String),
}

struct Scanner<'b> {
    body: &'b [u8],
    /// The next byte.
    at: usize,
    php: Vec<u8>,
    plain: Vec<u8>,
    /// The top-level member that is being read, for errors.
    key: String,
    given: Given,
}

impl<'b> Scanner<'b> {
    /// The object and nothing else; what stands before and after the signature member.
    fn whole(&mut self, member: &str) -> Result<[&'b [u8]; 2], ReceiveError> {
        self.space();
        let open = self.at;
        let mut cut = None;
        let mut comma = None;
        let mut seen = BTreeSet::new();
        self.open(b'{')?;
        if !self.close(b'}') {
            loop {
                let start = self.at;
                let (php, plain) = (self.php.len(), self.plain.len());
                let key = self.member_key(&mut seen)?;
                let is_signature = key == member;
                self.key = key;
                if is_signature {
                    self.signature()?;
                    self.php.truncate(php);
                    self.plain.truncate(plain);
                    // When nothing follows, the comma before it goes too.
                    cut = Some((comma.unwrap_or(start), self.at));
                } else {
                    self.value(1)?;
                }
                self.space();
                comma = Some(self.at);
                if self.take(b'}') {
                    break;
                }
                self.need(b',')?;
                self.space();
                if is_signature {
                    cut = Some((start, self.at));
                } else {
                    self.both(b",");
                }
            }
            // The comma behind the member that was last but the signature.
            for out in [&mut self.php, &mut self.plain] {
                if out.last() == Some(&b',') {
                    out.pop();
                }
            }
            self.both(b"}");
        }
        let close = self.at;
        self.space();
        if self.at != self.body.len() {
            return Err(ReceiveError::Json);
        }
        let (start, end) = cut.unwrap_or((close, close));
        Ok([open..start, end..close].map(|range| self.body.get(range).unwrap_or_default()))
    }

    /// The value of the signature member.
    fn signature(&mut self) -> Result<(), ReceiveError> {
        let is_text = self.peek() == Some(b'"');
        let start = self.at;
        if is_text {
            self.at += 1;
            let text = self.string()?;
            self.given = if text.is_empty() { Given::Nothing } else { Given::Text(text) };
        } else {
            self.value(1)?;
            let is_null = self.body.get(start..self.at) == Some(b"null");
            self.given = if is_null { Given::Nothing } else { Given::Odd };
        }
        Ok(())
    }

    /// A key, its colon, and the white space around it.
    fn member_key(&mut self, seen: &mut BTreeSet<String>) -> Result<String, ReceiveError> {
        self.need(b'"')?;
        let key = self.string()?;
        if !seen.insert(key.to_ascii_lowercase()) {
            return Err(ReceiveError::DuplicateKey(Key::of(key.as_bytes())));
        }
        self.write(&key);
        self.space();
        self.need(b':')?;
        self.both(b":");
        self.space();
        Ok(key)
    }

    fn value(&mut self, level: usize) -> Result<(), ReceiveError> {
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                let text = self.string()?;
                self.write(&text);
                Ok(())
            }
            Some(b'{' | b'[') if level > MOST_LEVELS => Err(ReceiveError::Nested(Key::of(self.key.as_bytes()))),
            Some(b'{') => {
                let mut seen = BTreeSet::new();
                self.open(b'{')?;
                if self.close(b'}') {
                    return Ok(());
                }
                loop {
                    self.member_key(&mut seen)?;
                    self.value(level + 1)?;
                    if !self.goes_on(b'}')? {
                        return Ok(());
                    }
                }
            }
            Some(b'[') => {
                self.open(b'[')?;
                if self.close(b']') {
                    return Ok(());
                }
                loop {
                    self.value(level + 1)?;
                    if !self.goes_on(b']')? {
                        return Ok(());
                    }
                }
            }
            _ => self.bare(),
        }
    }

    fn open(&mut self, bracket: u8) -> Result<(), ReceiveError> {
        self.need(bracket)?;
        self.both(&[bracket]);
        self.space();
        Ok(())
    }

    fn close(&mut self, bracket: u8) -> bool {
        let is_closed = self.take(bracket);
        if is_closed {
            self.both(&[bracket]);
        }
        is_closed
    }

    /// Whether a comma follows, and not the end.
    fn goes_on(&mut self, bracket: u8) -> Result<bool, ReceiveError> {
        self.space();
        if self.close(bracket) {
            return Ok(false);
        }
        self.need(b',')?;
        self.both(b",");
        self.space();
        Ok(true)
    }

    /// Decodes a string, after its opening quote.
    fn string(&mut self) -> Result<String, ReceiveError> {
        let mut bytes = Vec::new();
        loop {
            match self.next().ok_or(ReceiveError::Json)? {
                // Only whole characters have been copied or decoded.
                b'"' => return String::from_utf8(bytes).map_err(|_| ReceiveError::Json),
                b'\\' => {
                    let escape = self.escape().ok_or_else(|| ReceiveError::Escape(Key::of(self.key.as_bytes())))?;
                    bytes.extend_from_slice(escape.encode_utf8(&mut [0; 4]).as_bytes());
                }
                0..0x20 => return Err(ReceiveError::Json),
                byte => bytes.push(byte),
            }
        }
    }

    /// The character that an escape stands for; `None` when it stands for none, or for half of one.
    fn escape(&mut self) -> Option<char> {
        Some(match self.next()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                match char::from_u32(unit) {
                    Some(character) => character,
                    None => {
                        let high = unit.checked_sub(0xD800).filter(|high| *high < 0x400)?;
                        if !(self.take(b'\\') && self.take(b'u')) {
                            return None;
                        }
                        let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                        char::from_u32(0x1_0000 + (high << 10) + low)?
                    }
                }
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let mut value = 0;
        for _ in 0..4 {
            value = value << 4 | u32::from(hex_value(self.next()?)?);
        }
        Some(value)
    }

    /// Copies a number or a word as it is written.
    fn bare(&mut self) -> Result<(), ReceiveError> {
        let start = self.at;
        if !["true", "false", "null"].into_iter().any(|word| self.word(word.as_bytes())) {
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
        let body = self.body;
        self.both(body.get(start..self.at).unwrap_or_default());
        Ok(())
    }

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

    fn both(&mut self, bytes: &[u8]) {
        self.php.extend_from_slice(bytes);
        self.plain.extend_from_slice(bytes);
    }

    fn write(&mut self, text: &str) {
        quoted::write(text, Style::Php, &mut self.php);
        quoted::write(text, Style::Plain, &mut self.plain);
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
}
