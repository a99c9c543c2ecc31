//! Nested JSON, strictly: one grammar for what arrives and for what a caller gives as JSON. A received
//! message is read beside its table, so that the first thing that is wrong with it is what is said.

use super::nested::segment;
use super::{Cursor, MOST_LEVELS};
use crate::pairs::MOST_PAIRS;
use crate::receive::{Key, ReceiveError};
use crate::table::{FieldSpec, InboundTable, Kind};
use crate::view::bit;
use crate::violation::is_control;
use std::borrow::Cow;
use std::collections::HashSet;

/// A value that has been read. Numbers and words are the text that they were written as.
#[derive(Debug)]
pub(crate) enum Node<'t> {
    Null,
    Bare(&'t str),
    Text(Cow<'t, str>),
    /// As it was written but for white space, and its items.
    List(String, Vec<Node<'t>>),
    /// As it was written but for white space, and its members in order.
    Object(String, Members<'t>),
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
    /// At the bytes of the text.
    cursor: Cursor<'t>,
    /// Where we are, for errors: `order.items[0].price`.
    path: String,
    /// Whether string values may have control characters.
    controls: bool,
    /// The message that is being read.
    table: Option<&'static InboundTable>,
    /// Members of it that have been read.
    members: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            cursor: Cursor::new(text.as_bytes()),
            path: String::new(),
            controls: false,
            table: None,
            members: 0,
        }
    }

    /// The members of a received message, and nothing else. What doesn't fit its table is refused where it stands.
    pub(super) fn message(mut self, table: &'static InboundTable) -> Result<Members<'t>, ReceiveError> {
        self.table = Some(table);
        self.cursor.space();
        if self.cursor.peek() != Some(b'{') {
            return Err(ReceiveError::Json);
        }
        let body = self.object(0, Some(None))?;
        self.cursor.space();
        match body {
            Node::Object(_, members) if self.cursor.is_at_end() => Ok(members),
            _ => Err(ReceiveError::Json),
        }
    }

    /// One value, which may be an object or a list of this level, and nothing else.
    pub(super) fn whole(mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        self.cursor.space();
        let node = self.value(level, None)?;
        self.cursor.space();
        if self.cursor.is_at_end() { Ok(node) } else { Err(ReceiveError::Json) }
    }

    /// The path of what is being read, as errors show it.
    fn here(&self) -> Key {
        Key::of(self.path.as_bytes())
    }

    /// Any value. `own` when an object is the message's own: the index of its field, none for the body.
    fn value(&mut self, level: usize, own: Option<Option<u8>>) -> Result<Node<'t>, ReceiveError> {
        match self.cursor.peek() {
            Some(b'"') => self.string().map(Node::Text),
            Some(b'{') => self.object(level, own),
            Some(b'[') => self.list(level),
            _ if self.cursor.word(b"null") => Ok(Node::Null),
            _ => self.bare().map(Node::Bare),
        }
    }

    fn object(&mut self, level: usize, own: Option<Option<u8>>) -> Result<Node<'t>, ReceiveError> {
        let start = self.open(level)?;
        let mut members = Vec::new();
        let mut seen = HashSet::new();
        // The fields that have come, under whichever spelling.
        let mut come = 0;
        let mut more = !self.cursor.take(b'}');
        while more {
            if self.cursor.peek() == Some(b'"') && own.is_some() {
                self.members += 1;
                if self.members > MOST_PAIRS {
                    return Err(ReceiveError::TooManyPairs);
                }
            }
            let key = self.string()?;
            let before = self.path.len();
            segment(&mut self.path, &key);
            if key.contains(is_control) {
                return Err(ReceiveError::Control(self.here()));
            }
            let field = match own {
                Some(parent) => self.field(parent)?,
                None => None,
            };
            let own_bit = field.map_or(0, |(index, _)| bit(index));
            if !seen.insert(key.to_ascii_lowercase()) || come & own_bit != 0 {
                return Err(ReceiveError::DuplicateKey(self.here()));
            }
            come |= own_bit;
            self.cursor.space();
            self.cursor.need(b':')?;
            self.cursor.space();
            let kind = field.map(|(_, field)| field.kind);
            let inner = field.filter(|_| matches!(kind, Some(Kind::Object { .. }))).map(|(index, _)| Some(index));
            let value = self.value(level.saturating_add(1), inner)?;
            self.refuse_controls(&value)?;
            if kind.is_some_and(|kind| !fits(kind, &value)) {
                return Err(ReceiveError::Nested(self.here()));
            }
            self.path.truncate(before);
            members.push((key, value));
            more = self.goes_on(b'}')?;
        }
        Ok(Node::Object(compact(self.since(start)), members))
    }

    /// The field that the path leads to, in an object of the message's own.
    fn field(&self, parent: Option<u8>) -> Result<Option<(u8, &'static FieldSpec)>, ReceiveError> {
        let fields = self.table.map_or(&[][..], |table| table.fields);
        let siblings = || (0u8..).zip(fields).filter(|(_, field)| field.parent == parent);
        if let Some(found) = siblings().find(|(_, field)| field.is_spelled(&self.path)) {
            return Ok(Some(found));
        }
        if siblings().any(|(_, field)| field.resembles(&self.path)) {
            return Err(ReceiveError::KeyCase(self.here()));
        }
        Ok(None)
    }

    fn list(&mut self, level: usize) -> Result<Node<'t>, ReceiveError> {
        let start = self.open(level)?;
        let mut items = Vec::new();
        let mut more = !self.cursor.take(b']');
        while more {
            let before = self.path.len();
            self.path.push_str(&format!("[{}]", items.len()));
            let item = self.value(level.saturating_add(1), None)?;
            self.refuse_controls(&item)?;
            self.path.truncate(before);
            items.push(item);
            more = self.goes_on(b']')?;
        }
        Ok(Node::List(compact(self.since(start)), items))
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
        let start = self.cursor.at;
        self.cursor.next();
        self.cursor.space();
        Ok(start)
    }

    /// After a member or an item: whether another one comes, after a comma.
    fn goes_on(&mut self, close: u8) -> Result<bool, ReceiveError> {
        self.cursor.space();
        if self.cursor.take(close) {
            return Ok(false);
        }
        self.cursor.need(b',')?;
        self.cursor.space();
        Ok(true)
    }

    /// A string with its quotes, decoded.
    fn string(&mut self) -> Result<Cow<'t, str>, ReceiveError> {
        self.cursor.need(b'"')?;
        let mut decoded: Option<String> = None;
        let mut start = self.cursor.at;
        loop {
            let rest = self.text.as_bytes().get(self.cursor.at..).unwrap_or_default();
            let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')).ok_or(ReceiveError::Json)?;
            self.cursor.at += length;
            // Quotes and backslashes are characters of their own, so this is a text.
            let plain = self.since(start);
            if self.cursor.next() == Some(b'"') {
                return Ok(match decoded {
                    None => Cow::Borrowed(plain),
                    Some(decoded) => Cow::Owned(decoded + plain),
                });
            }
            let text = decoded.get_or_insert_default();
            text.push_str(plain);
            text.push(self.cursor.escape().ok_or_else(|| ReceiveError::Escape(self.here()))?);
            start = self.cursor.at;
        }
    }

    /// `true`, `false` or a number.
    fn bare(&mut self) -> Result<&'t str, ReceiveError> {
        let start = self.cursor.at;
        if !(self.cursor.word(b"true") || self.cursor.word(b"false")) {
            self.cursor.number()?;
        }
        Ok(self.since(start))
    }

    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.cursor.at).unwrap_or_default()
    }
}

/// Whether a received value has a shape that a field of this kind can have.
fn fits(kind: Kind, value: &Node<'_>) -> bool {
    match (kind, value) {
        (Kind::Object { .. }, Node::Object(..) | Node::Null) => true,
        // How PHP writes an object without members, as it writes a list without items.
        (Kind::Object { .. }, Node::List(_, items)) => items.is_empty(),
        (Kind::Object { .. }, _) => false,
        (Kind::List(_) | Kind::Json, _) => true,
        (_, value) => !matches!(value, Node::Object(..) | Node::List(..)),
    }
}

/// JSON that has been read, without the white space outside of its strings. The strings stay as they are written.
fn compact(json: &str) -> String {
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
