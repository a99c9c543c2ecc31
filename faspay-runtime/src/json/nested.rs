//! Nested messages that arrive. A body is read as a whole first, strictly, beside the table of a message; then it is taken apart:
//! members of the message's objects become pairs under their dotted path, in the order in which they came.

use super::read::{Members, Node, Reader};
use crate::message::{Pair, Pairs, UNKNOWN_KEY};
use crate::pairs::MOST_BYTES;
use crate::receive::{Key, ReceiveError};
use crate::table::{InboundTable, Kind, MAX_FIELDS};
use crate::view::bit;

/// Reads a body beside the table of a message and takes it apart.
pub(crate) fn scan(table: &'static InboundTable, body: &[u8]) -> Result<Pairs, ReceiveError> {
    if body.len() > MOST_BYTES {
        return Err(ReceiveError::TooLarge);
    }
    let body = std::str::from_utf8(body).map_err(|_| ReceiveError::Utf8(Key::of(b"")))?;
    let members = Reader::new(body).message(table)?;
    let pairs =
        Pairs { buffer: String::new(), list: Vec::new(), seen: 0, objects: 0, misfits: 0, places: [0; MAX_FIELDS] };
    let mut taking = Taking { table, pairs };
    taking.object(None, "", &members);
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
}

impl Taking {
    fn object(&mut self, parent: Option<u8>, path: &str, members: &Members<'_>) {
        for (key, node) in members {
            let mut own = path.to_owned();
            segment(&mut own, key);
            self.member(parent, &own, node);
        }
    }

    fn member(&mut self, parent: Option<u8>, path: &str, node: &Node<'_>) {
        let mut siblings = (0u8..).zip(self.table.fields).filter(|(_, field)| field.parent == parent);
        let Some((index, field)) = siblings.find(|(_, field)| field.is_spelled(path)) else {
            return self.keep(UNKNOWN_KEY, path, &text(node));
        };
        let known = self.table.slots.get(usize::from(index)).copied().unwrap_or(UNKNOWN_KEY);
        match (field.kind, node) {
            (Kind::Object { .. }, Node::Object(_, members)) => {
                self.pairs.objects |= bit(known);
                self.object(Some(index), path, members);
            }
            // It isn't there.
            (Kind::Object { .. }, _) => {}
            (kind, _) => {
                let fits = match kind {
                    Kind::List(_) => matches!(node, Node::List(..) | Node::Null),
                    Kind::Json => matches!(node, Node::Object(..) | Node::Null),
                    _ => true,
                };
                if !fits {
                    self.pairs.misfits |= bit(known);
                }
                let spelled = if field.name == path { Some(known) } else { self.table.keys.exactly(path) };
                self.keep(spelled.unwrap_or(UNKNOWN_KEY), path, &text(node));
            }
        }
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
        Node::List(written, _) | Node::Object(written, _) => written.clone(),
    }
}
