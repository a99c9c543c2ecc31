//! JSON that is sent: flat objects member by member, nested ones in the order of their table.

use crate::element::each;
use crate::given::Given;
use crate::print::print;
use crate::table::{By, ElementTable, FieldSpec, Kind};
use crate::value::Value;

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

    /// A member; `bare` when its text goes without quotes.
    pub(crate) fn member(&mut self, key: &str, text: &str, bare: bool) {
        self.key(key);
        if bare {
            self.out.extend_from_slice(text.as_bytes());
        } else {
            write_string(text, self.out);
        }
    }

    fn key(&mut self, key: &str) {
        if !self.is_empty {
            self.out.push(b',');
        }
        self.is_empty = false;
        write_string(key, self.out);
        self.out.push(b':');
    }

    pub(crate) fn finish(self) {
        self.out.push(b'}');
    }
}

/// Writes an object with objects in it. Members come right behind the object that they belong to.
pub(crate) struct NestedWriter<'o> {
    /// The innermost object that is open.
    inner: ObjectWriter<'o>,
    /// The indexes of the objects that are open, besides the outermost.
    open: Vec<u8>,
}

impl<'o> NestedWriter<'o> {
    pub(crate) fn new(out: &'o mut Vec<u8>) -> Self {
        Self { inner: ObjectWriter::new(out), open: Vec::new() }
    }

    /// An object, whose members may follow.
    pub(crate) fn object(&mut self, index: u8, field: &FieldSpec) {
        self.back_to(field.parent);
        self.inner.key(field.wire);
        self.inner.out.push(b'{');
        self.inner.is_empty = true;
        self.open.push(index);
    }

    /// Any other member.
    pub(crate) fn member(&mut self, field: &FieldSpec, text: &str) {
        self.back_to(field.parent);
        self.inner.member(field.wire, text, is_bare(field));
    }

    pub(crate) fn finish(mut self) {
        self.back_to(None);
        self.inner.finish();
    }

    /// Closes the objects that the next member doesn't belong to.
    fn back_to(&mut self, parent: Option<u8>) {
        while self.open.last().copied() != parent && self.open.pop().is_some() {
            self.inner.out.push(b'}');
            self.inner.is_empty = false;
        }
    }
}

/// Whether a field's text goes without quotes.
pub(crate) const fn is_bare(field: &FieldSpec) -> bool {
    field.number || matches!(field.kind, Kind::List(_) | Kind::Json | Kind::Object { .. })
}

/// A list as it goes over the wire. It has been checked.
pub(crate) fn list_text(table: &'static ElementTable, list: Value<'_>) -> String {
    let mut out = vec![b'['];
    let _count = each(table, list, |at, values, _| {
        if at > 0 {
            out.push(b',');
        }
        element(&Given::new(table.fields, values, None), &mut out);
    });
    out.push(b']');
    String::from_utf8(out).unwrap_or_default()
}

fn element(given: &Given<'_>, out: &mut Vec<u8>) {
    let mut writer = NestedWriter::new(out);
    for (index, field) in (0u8..).zip(given.fields).filter(|(_, field)| given.reaches(field)) {
        match (field.kind, field.by, given.value(index, field.by)) {
            (Kind::Object { .. }, ..) => {
                if given.has_object(index) {
                    writer.object(index, field);
                }
            }
            (_, By::Fixed(text), _) => writer.member(field, text),
            (_, _, Value::Absent) => {}
            (kind, _, value) => {
                let mut text = String::new();
                print(kind, value, &mut text);
                writer.member(field, &text);
            }
        }
    }
    writer.finish();
}

/// Escapes what JSON wants escaped and leaves everything else as it is.
pub(super) fn write_string(text: &str, out: &mut Vec<u8>) {
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
