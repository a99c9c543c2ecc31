//! Reads a signed body once, and on the way writes the two texts that the sender may have hashed instead of the bytes that came.

use super::{Key, MOST_BYTES, ReceiveError, Signature, Style, quoted};
use crate::json::Cursor;
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
        cursor: Cursor::new(body),
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
    cursor: Cursor<'b>,
    php: Vec<u8>,
    plain: Vec<u8>,
    /// The top-level member that is being read, for errors.
    key: String,
    given: Given,
}

impl<'b> Scanner<'b> {
    /// The object and nothing else; what stands before and after the signature member.
    fn whole(&mut self, member: &str) -> Result<[&'b [u8]; 2], ReceiveError> {
        self.cursor.space();
        let open = self.cursor.at;
        let mut cut = None;
        let mut comma = None;
        let mut seen = BTreeSet::new();
        self.open(b'{')?;
        if !self.close(b'}') {
            loop {
                let start = self.cursor.at;
                let (php, plain) = (self.php.len(), self.plain.len());
                let key = self.member_key(&mut seen)?;
                let is_signature = key == member;
                self.key = key;
                if is_signature {
                    self.signature()?;
                    self.php.truncate(php);
                    self.plain.truncate(plain);
                    // When nothing follows, the comma before it goes too.
                    cut = Some((comma.unwrap_or(start), self.cursor.at));
                } else {
                    self.value(1)?;
                }
                self.cursor.space();
                comma = Some(self.cursor.at);
                if self.cursor.take(b'}') {
                    break;
                }
                self.cursor.need(b',')?;
                self.cursor.space();
                if is_signature {
                    cut = Some((start, self.cursor.at));
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
        let close = self.cursor.at;
        self.cursor.space();
        if !self.cursor.is_at_end() {
            return Err(ReceiveError::Json);
        }
        let (start, end) = cut.unwrap_or((close, close));
        Ok([open..start, end..close].map(|range| self.cursor.body.get(range).unwrap_or_default()))
    }

    /// The value of the signature member.
    fn signature(&mut self) -> Result<(), ReceiveError> {
        let is_text = self.cursor.peek() == Some(b'"');
        let start = self.cursor.at;
        if is_text {
            self.cursor.at += 1;
            let text = self.string()?;
            self.given = if text.is_empty() { Given::Nothing } else { Given::Text(text) };
        } else {
            self.value(1)?;
            let is_null = self.cursor.body.get(start..self.cursor.at) == Some(b"null");
            self.given = if is_null { Given::Nothing } else { Given::Odd };
        }
        Ok(())
    }

    /// A key, its colon, and the white space around it.
    fn member_key(&mut self, seen: &mut BTreeSet<String>) -> Result<String, ReceiveError> {
        self.cursor.need(b'"')?;
        let key = self.string()?;
        if !seen.insert(key.to_ascii_lowercase()) {
            return Err(ReceiveError::DuplicateKey(Key::of(key.as_bytes())));
        }
        self.write(&key);
        self.cursor.space();
        self.cursor.need(b':')?;
        self.both(b":");
        self.cursor.space();
        Ok(key)
    }

    fn value(&mut self, level: usize) -> Result<(), ReceiveError> {
        match self.cursor.peek() {
            Some(b'"') => {
                self.cursor.at += 1;
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
        self.cursor.need(bracket)?;
        self.both(&[bracket]);
        self.cursor.space();
        Ok(())
    }

    fn close(&mut self, bracket: u8) -> bool {
        let is_closed = self.cursor.take(bracket);
        if is_closed {
            self.both(&[bracket]);
        }
        is_closed
    }

    /// Whether a comma follows, and not the end.
    fn goes_on(&mut self, bracket: u8) -> Result<bool, ReceiveError> {
        self.cursor.space();
        if self.close(bracket) {
            return Ok(false);
        }
        self.cursor.need(b',')?;
        self.both(b",");
        self.cursor.space();
        Ok(true)
    }

    /// Decodes a string, after its opening quote.
    fn string(&mut self) -> Result<String, ReceiveError> {
        let mut bytes = Vec::new();
        loop {
            match self.cursor.next().ok_or(ReceiveError::Json)? {
                // Only whole characters have been copied or decoded.
                b'"' => return String::from_utf8(bytes).map_err(|_| ReceiveError::Json),
                b'\\' => {
                    let escape =
                        self.cursor.escape().ok_or_else(|| ReceiveError::Escape(Key::of(self.key.as_bytes())))?;
                    bytes.extend_from_slice(escape.encode_utf8(&mut [0; 4]).as_bytes());
                }
                0..0x20 => return Err(ReceiveError::Json),
                byte => bytes.push(byte),
            }
        }
    }

    /// Copies a number or a word as it is written.
    fn bare(&mut self) -> Result<(), ReceiveError> {
        let start = self.cursor.at;
        if !["true", "false", "null"].into_iter().any(|word| self.cursor.word(word.as_bytes())) {
            self.cursor.number()?;
        }
        self.both(self.cursor.since(start));
        Ok(())
    }

    fn both(&mut self, bytes: &[u8]) {
        self.php.extend_from_slice(bytes);
        self.plain.extend_from_slice(bytes);
    }

    fn write(&mut self, text: &str) {
        quoted::write(text, Style::Php, &mut self.php);
        quoted::write(text, Style::Plain, &mut self.plain);
    }
}
