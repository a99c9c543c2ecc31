//! Nested messages that arrive. A body is read as a whole first, strictly and beside no table; then it is taken apart beside the
//! table of one message: members of its objects become pairs under their dotted path, in the order in which they came.

use super::read::{Members, Node, Reader, compact};
use crate::message::{Pair, Pairs, UNKNOWN_KEY};
use crate::pairs::{MOST_BYTES, MOST_PAIRS};
use crate::receive::{Key, ReceiveError};
use crate::table::{InboundTable, Kind, MAX_FIELDS};
use crate::view::bit;

/// Reads a body: one object.
pub(crate) fn read(body: &[u8]) -> Result<Members<'_>, ReceiveError> {
    if body.len() > MOST_BYTES {
        return Err(ReceiveError::TooLarge);
    }
    let body = std::str::from_utf8(body).map_err(|_| ReceiveError::Utf8(Key::of(b"")))?;
    match Reader::new(body).whole(0)? {
        Node::Object(_, members) => Ok(members),
        _ => Err(ReceiveError::Json),
    }
}

/// Takes a body apart beside the table of a message.
pub(crate) fn apart(table: &'static InboundTable, body: &Members<'_>) -> Result<Pairs, ReceiveError> {
    let pairs = Pairs { buffer: String::new(), list: Vec::new(), seen: 0, objects: 0, places: [0; MAX_FIELDS] };
    let mut taking = Taking { table, pairs, members: 0 };
    taking.object(None, "", body)?;
    Ok(taking.pairs)
}

/// A key in a path. A point in it is marked, so that it can't pass for the path of another member.
pub(crate) fn segment(path: &mut String, key: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    match key.contains('.') {
        true => path.push_str(&key.replace('.', "\\.")),
        false => path.push_str(key),
    }
}

struct Taking {
    table: &'static InboundTable,
    pairs: Pairs,
    /// Members that have been taken apart so far.
    members: usize,
}

impl Taking {
    fn object(&mut self, parent: Option<u8>, path: &str, members: &Members<'_>) -> Result<(), ReceiveError> {
        for (key, node) in members {
            self.members += 1;
            if self.members > MOST_PAIRS {
                return Err(ReceiveError::TooManyPairs);
            }
            let mut own = path.to_owned();
            segment(&mut own, key);
            self.member(parent, &own, node)?;
        }
        Ok(())
    }

    fn member(&mut self, parent: Option<u8>, path: &str, node: &Node<'_>) -> Result<(), ReceiveError> {
        let here = || Key::of(path.as_bytes());
        let siblings = || (0u8..).zip(self.table.fields).filter(|(_, field)| field.parent == parent);
        let Some((index, field)) = siblings().find(|(_, field)| field.name == path) else {
            if siblings().any(|(_, field)| field.name.eq_ignore_ascii_case(path)) {
                return Err(ReceiveError::KeyCase(here()));
            }
            self.keep(UNKNOWN_KEY, path, &text(node));
            return Ok(());
        };
        let known = self.table.slots.get(usize::from(index)).copied().unwrap_or(UNKNOWN_KEY);
        match (field.kind, node) {
            (Kind::Object { .. }, Node::Object(_, members)) => {
                self.pairs.objects |= bit(known);
                return self.object(Some(index), path, members);
            }
            (Kind::Object { .. }, Node::Null) => {}
            // How PHP writes an object without members, as it writes a list without items.
            (Kind::Object { .. }, Node::List(_, items)) if items.is_empty() => {}
            (Kind::Object { .. }, _) => return Err(ReceiveError::Nested(here())),
            (Kind::Json, Node::List(_, items)) if items.is_empty() => self.keep(known, path, ""),
            (Kind::Json | Kind::List(_), _) => self.keep(known, path, &text(node)),
            (_, Node::Object(..) | Node::List(..)) => return Err(ReceiveError::Nested(here())),
            _ => self.keep(known, path, &text(node)),
        }
        Ok(())
    }

    fn keep(&mut self, known: u8, path: &str, value: &str) {
        let Pairs { buffer, list, seen, places, .. } = &mut self.pairs;
        if let Some(place) = places.get_mut(usize::from(known)) {
            *place = u8::try_from(list.len()).unwrap_or(u8::MAX);
            *seen |= bit(known);
        }
        let start = buffer.len();
        buffer.push_str(path);
        let middle = buffer.len();
        buffer.push_str(value);
        list.push(Pair { key: (start, middle), value: (middle, buffer.len()), known });
    }
}

/// The text of a value; objects and lists without the white space between their parts.
fn text(node: &Node<'_>) -> String {
    match node {
        Node::Null => String::new(),
        Node::Bare(text) => (*text).to_owned(),
        Node::Text(text) => text.to_string(),
        Node::List(written, _) | Node::Object(written, _) => compact(written),
    }
}
