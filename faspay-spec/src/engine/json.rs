//! JSON bodies, both ways: reads one flat object into keys and texts, and writes one from what a request consists of. Reading is as
//! strict as for forms: every escape decoded exactly once, nothing left over, and a number stays the text that it was written as.

use super::nested::{is_bare, is_nested, written};
use super::parse::{ParseError, error};
use crate::model::{Field, Method, Operation, Transport, Type};

/// Most levels of objects and lists inside a value.
pub(super) const MOST_LEVELS: usize = 16;

/// A member of the object: its key, its value as text, and whether the value was an object or a list.
pub(super) struct Member {
    pub key: String,
    pub value: String,
    pub nested: bool,
}

/// Reads a body member by member. `take` judges each one as it comes and may refuse it; so the first mistake in the body is the one
/// that is told.
pub(super) fn members(
    body: &[u8],
    most: usize,
    take: &mut dyn FnMut(Member) -> Result<(), ParseError>,
) -> Result<(), ParseError> {
    let text = std::str::from_utf8(body).map_err(|_| error("utf8", "", "The body isn't valid UTF-8.".to_owned()))?;
    let mut reader = Reader { rest: text };
    reader.space();
    reader.expect('{')?;
    reader.space();
    let mut count = 0;
    if !reader.accept('}') {
        loop {
            reader.expect('"')?;
            if count == most {
                return Err(error("too-many-pairs", "", format!("The body has more than {most} members.")));
            }
            count += 1;
            let key = reader.string("")?;
            let name = super::parse::shown_key(key.as_bytes());
            reader.space();
            reader.expect(':')?;
            reader.space();
            let (value, nested) = reader.value(&name)?;
            take(Member { key, value, nested })?;
            reader.space();
            if reader.accept('}') {
                break;
            }
            reader.expect(',')?;
            reader.space();
        }
    }
    reader.space();
    if reader.rest.is_empty() { Ok(()) } else { Err(malformed()) }
}

/// What is left of a body.
pub(super) struct Reader<'a> {
    pub rest: &'a str,
}

impl<'a> Reader<'a> {
    pub fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    pub fn next(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    pub fn accept(&mut self, wanted: char) -> bool {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    pub fn expect(&mut self, wanted: char) -> Result<(), ParseError> {
        if self.accept(wanted) { Ok(()) } else { Err(malformed()) }
    }

    /// The value of a member as text: a string decoded, a number or word as it stands, null as nothing, anything nested as JSON
    /// without white space.
    fn value(&mut self, name: &str) -> Result<(String, bool), ParseError> {
        if self.accept('"') {
            return Ok((self.string(name)?, false));
        }
        if self.rest.starts_with(['{', '[']) {
            let mut text = String::new();
            self.copy(name, 1, &mut text)?;
            return Ok((text, true));
        }
        let word = self.word()?;
        Ok((if word == "null" { String::new() } else { word.to_owned() }, false))
    }

    /// A number, `true`, `false` or `null`.
    pub fn word(&mut self) -> Result<&'a str, ParseError> {
        let known = ["true", "false", "null"].into_iter().find(|word| self.rest.starts_with(word)).map(str::len);
        let length = known.or_else(|| number(self.rest)).ok_or_else(malformed)?;
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(word)
    }

    /// A string whose opening quote has been read, decoded. `name` is the member's key for errors.
    pub fn string(&mut self, name: &str) -> Result<String, ParseError> {
        let mut text = String::new();
        loop {
            match self.next().ok_or_else(malformed)? {
                '"' => return Ok(text),
                '\\' => text.push(self.escape().ok_or_else(|| {
                    error("escape", name, "A backslash starts no character, or half of one.".to_owned())
                })?),
                other => text.push(other),
            }
        }
    }

    /// What stands behind a backslash. `None`: nothing that JSON knows, or half a surrogate pair.
    fn escape(&mut self) -> Option<char> {
        Some(match self.next()? {
            same @ ('"' | '\\' | '/') => same,
            'b' => '\u{8}',
            'f' => '\u{C}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.unit()?;
                if (0xD800..0xDC00).contains(&first) {
                    let second = (self.next()? == '\\' && self.next()? == 'u').then(|| self.unit())??;
                    char::decode_utf16([first, second]).next()?.ok()?
                } else {
                    char::from_u32(u32::from(first))?
                }
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u16> {
        let digits = self.rest.get(..4).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.rest = &self.rest[4..];
        u16::from_str_radix(digits, 16).ok()
    }

    /// Copies a value without its white space, strings as they are written.
    fn copy(&mut self, name: &str, level: usize, text: &mut String) -> Result<(), ParseError> {
        if self.accept('"') {
            let start = self.rest;
            self.string(name)?;
            text.push('"');
            text.push_str(&start[..start.len() - self.rest.len()]);
            return Ok(());
        }
        let Some(close) = [('{', '}'), ('[', ']')].into_iter().find(|(open, _)| self.rest.starts_with(*open)) else {
            text.push_str(self.word()?);
            return Ok(());
        };
        if level > MOST_LEVELS {
            return Err(error("nested", name, format!("{name} is nested more than {MOST_LEVELS} levels deep.")));
        }
        text.extend(self.next());
        self.space();
        if !self.accept(close.1) {
            loop {
                if close.1 == '}' {
                    if !self.rest.starts_with('"') {
                        return Err(malformed());
                    }
                    self.copy(name, level, text)?;
                    self.space();
                    self.expect(':')?;
                    text.push(':');
                    self.space();
                }
                self.copy(name, level + 1, text)?;
                self.space();
                if self.accept(close.1) {
                    break;
                }
                self.expect(',')?;
                text.push(',');
                self.space();
            }
        }
        text.push(close.1);
        Ok(())
    }
}

/// How long the number is that a text starts with.
pub(super) fn number(text: &str) -> Option<usize> {
    let digits = |from: &str| from.len() - from.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut length = usize::from(text.starts_with('-'));
    let whole = digits(&text[length..]);
    // A leading zero stands alone; what follows it is for the caller to stumble over.
    length += if text[length..].starts_with('0') { 1 } else { (whole > 0).then_some(whole)? };
    if text[length..].starts_with('.') {
        let fraction = digits(&text[length + 1..]);
        length += 1 + (fraction > 0).then_some(fraction)?;
    }
    if text[length..].starts_with(['e', 'E']) {
        let sign = usize::from(text[length + 1..].starts_with(['+', '-']));
        let exponent = digits(&text[length + 1 + sign..]);
        length += 1 + sign + (exponent > 0).then_some(exponent)?;
    }
    Some(length)
}

pub(super) fn malformed() -> ParseError {
    error("json", "", "The body isn't one JSON object and nothing else.".to_owned())
}

/// The body of a request: a form, or a JSON object with the keys in wire order; nothing where there is no body. Masked values may
/// stand in for others. In nested JSON the pairs are named by their paths.
pub fn body(operation: &Operation, fields: &[(String, String, bool)]) -> String {
    match (operation.transport, operation.method) {
        (_, Method::Get) => String::new(),
        (Transport::BrowserForm | Transport::ServerForm, Method::Post) => super::form_body(fields),
        (Transport::ServerJson, Method::Post) if is_nested(operation) => {
            let text = |field: &Field| {
                let inside = |path: &str| path.strip_prefix(&field.name).is_some_and(|rest| rest.starts_with('.'));
                let is_object = matches!(field.ty, Type::Object { .. });
                let found = fields.iter().find(|(path, ..)| *path == field.name || is_object && inside(path));
                found.map(|(_, text, _)| text.clone())
            };
            written(&operation.fields, &operation.fields.iter().map(text).collect::<Vec<_>>())
        }
        (Transport::ServerJson, Method::Post) => {
            let is_number = |key: &str| operation.fields.iter().any(|field| field.wire == key && is_bare(field));
            let member = |(key, value, _): &(String, String, bool)| {
                let bare = is_number(key) && value != super::MASK;
                format!("{}:{}", quoted(key), if bare { value.clone() } else { quoted(value) })
            };
            format!("{{{}}}", fields.iter().map(member).collect::<Vec<_>>().join(","))
        }
    }
}

/// A flat object of texts, as a gateway might send it; `numbers` are the keys whose values are written bare.
pub fn object(pairs: &[(String, String)], numbers: &[&str]) -> String {
    let member = |(key, value): &(String, String)| {
        let bare = numbers.contains(&key.as_str()) && number(value) == Some(value.len());
        format!("{}:{}", quoted(key), if bare { value.clone() } else { quoted(value) })
    };
    format!("{{{}}}", pairs.iter().map(member).collect::<Vec<_>>().join(","))
}

/// A JSON string: what must be escaped is, and nothing else.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{C}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            ' '.. => quoted.push(c),
            _ => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
        }
    }
    quoted.push('"');
    quoted
}
