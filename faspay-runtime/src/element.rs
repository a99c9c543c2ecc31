//! Lists of objects: one element at a time, whether it comes from a merchant's structs, from JSON that was given by name, or from
//! a received message. The checker, the writer and the accessors of received messages go through here.

use crate::amount::Scaled;
use crate::decimal::is_decimal;
use crate::json::nested::segment;
use crate::json::{Members, Node, whole, whole_with_controls};
use crate::message::read_integer;
use crate::secret::MASK;
use crate::table::{ElementTable, FieldSpec, Kind};
use crate::value::{Elements, Value, Values};
use crate::{Amount, CodeText, Currency, Date, DayList, Decimal, JsonObject, Timestamp};
use std::fmt;

/// A list where a single value belongs.
pub(crate) struct Nothing;

impl Elements for Nothing {
    fn count(&self) -> usize {
        0
    }

    fn values<'a>(&'a self, _at: usize, _values: &mut Values<'a>) {}
}

/// Whether a field must not be shown: a list must not when one of its elements' fields must not.
pub(crate) fn hides(field: &FieldSpec) -> bool {
    field.sensitive || matches!(field.kind, Kind::List(table) if table.fields.iter().any(hides))
}

/// Visits each element of a list with its values, and with the paths of the members that the table doesn't have. `None` when the
/// value isn't a list of objects; else how many elements there are.
pub(crate) fn each(
    table: &'static ElementTable,
    list: Value<'_>,
    mut visit: impl FnMut(usize, &[Value<'_>], &[String]),
) -> Option<usize> {
    match list {
        Value::List(elements) => {
            for at in 0..elements.count() {
                let mut values = Values::new();
                elements.values(at, &mut values);
                visit(at, values.as_slice(), &[]);
            }
            Some(elements.count())
        }
        Value::Text(text) => {
            let Ok(Node::List(_, items)) = whole_with_controls(text) else { return None };
            if !items.iter().all(|item| matches!(item, Node::Object(..))) {
                return None;
            }
            for (at, item) in items.iter().enumerate() {
                let (mut values, mut unknown) = (Values::new(), Vec::new());
                fill(table, item, &mut values, &mut unknown);
                visit(at, values.as_slice(), &unknown);
            }
            Some(items.len())
        }
        _ => None,
    }
}

/// How many elements a list has.
pub(crate) fn count(list: Value<'_>) -> Option<usize> {
    match list {
        Value::List(elements) => Some(elements.count()),
        Value::Text(text) => match whole_with_controls(text) {
            Ok(Node::List(_, items)) => Some(items.len()),
            _ => None,
        },
        _ => None,
    }
}

/// Sets the values of an element that is written in JSON.
fn fill<'n>(table: &'static ElementTable, element: &'n Node<'_>, values: &mut Values<'n>, unknown: &mut Vec<String>) {
    if let Node::Object(_, members) = element {
        Filling { table, values, unknown }.object(None, "", members);
    }
}

struct Filling<'f, 'n> {
    table: &'static ElementTable,
    values: &'f mut Values<'n>,
    unknown: &'f mut Vec<String>,
}

impl<'n> Filling<'_, 'n> {
    fn object(&mut self, parent: Option<u8>, path: &str, members: &'n Members<'_>) {
        for (key, node) in members {
            let mut own = path.to_owned();
            segment(&mut own, key);
            let path = own;
            let mut fields = (0u8..).zip(self.table.fields);
            let field = fields.find(|(_, field)| field.parent == parent && field.name == path);
            match field {
                None => self.unknown.push(path),
                Some((index, field)) => {
                    self.values.put(usize::from(index), value(field, node));
                    if let (Kind::Object { .. }, Node::Object(_, members)) = (field.kind, node) {
                        self.object(Some(index), &path, members);
                    }
                }
            }
        }
    }
}

/// A member's value. An object or a list where a single value belongs is [`Value::Given`] or a list of [`Nothing`]; the checker
/// tells them by the field's kind.
fn value<'n>(field: &FieldSpec, node: &'n Node<'_>) -> Value<'n> {
    match (field.kind, node) {
        (_, Node::Null) => Value::Absent,
        (_, Node::Bare(text)) => Value::Text(text),
        (_, Node::Text(text)) => Value::text(text),
        (Kind::Object { .. }, Node::Object(..)) => Value::Given,
        (Kind::Object { .. } | Kind::Json | Kind::List(_), Node::Object(text, _) | Node::List(text, _)) => {
            Value::Text(text)
        }
        (_, Node::Object(..)) => Value::Given,
        (_, Node::List(..)) => Value::List(&Nothing),
    }
}

/// One element of a received list. Generated types wrap it and give each field an accessor.
#[derive(Clone)]
pub struct ReceivedElement {
    table: &'static ElementTable,
    /// By field index.
    texts: Vec<Option<String>>,
    /// The currency of amounts that have none of their own.
    currency: Option<Currency>,
}

impl ReceivedElement {
    /// The elements of a list as it was written; none when it is no list.
    pub(crate) fn read(table: &'static ElementTable, list: &str, currency: Option<Currency>) -> Vec<Self> {
        let Ok(Node::List(_, items)) = whole(list) else { return Vec::new() };
        let read = |item: &Node<'_>| {
            let mut values = Values::new();
            fill(table, item, &mut values, &mut Vec::new());
            let texts = table.fields.iter().zip(values.as_slice()).map(|(field, value)| match (field.kind, value) {
                (Kind::Object { .. }, _) => None,
                (_, Value::Text(text)) => Some((*text).to_owned()),
                _ => None,
            });
            Self { table, texts: texts.collect(), currency }
        };
        items.iter().map(read).collect()
    }

    /// The table that describes it.
    #[must_use]
    pub fn table(&self) -> &'static ElementTable {
        self.table
    }

    /// The text of the field of this index, when it is there and not empty.
    #[must_use]
    pub fn text(&self, field: usize) -> Option<&str> {
        self.texts.get(field)?.as_deref()
    }

    /// The money in this field. Its currency is that of the field which the table names for it, else that of the message.
    #[must_use]
    pub fn amount(&self, field: usize) -> Option<Amount> {
        let Kind::Amount { decimals, currency, .. } = self.table.fields.get(field)?.kind else {
            return None;
        };
        let currency = match currency {
            Some(index) => Currency::new(self.text(usize::from(index))?).ok()?,
            None => self.currency?,
        };
        Scaled::of_value(self.text(field)?, decimals)?.amount(currency)
    }

    /// The date in this field, when it is one as the table writes it.
    #[must_use]
    pub fn date(&self, field: usize) -> Option<Date> {
        read_date(self.table.fields.get(field)?.kind, self.text(field)?)
    }

    /// The moment in this field, when it is one.
    #[must_use]
    pub fn timestamp(&self, field: usize) -> Option<Timestamp> {
        Timestamp::parse(self.text(field)?).ok()
    }

    /// The whole number in this field, when it is one.
    #[must_use]
    pub fn integer(&self, field: usize) -> Option<u64> {
        read_integer(self.text(field)?)
    }

    /// The number in this field, when it is one.
    #[must_use]
    pub fn decimal(&self, field: usize) -> Option<Decimal> {
        Decimal::parse(self.text(field)?).ok()
    }

    /// `true` or `false`, when it is one of them.
    #[must_use]
    pub fn boolean(&self, field: usize) -> Option<bool> {
        read_boolean(self.text(field)?)
    }

    /// The days in this field, when they are days.
    #[must_use]
    pub fn days(&self, field: usize) -> Option<DayList> {
        DayList::parse(self.text(field)?).ok()
    }

    /// The code in this field; one that the list doesn't have is `Unknown`.
    #[must_use]
    pub fn code<C: CodeText>(&self, field: usize) -> Option<C> {
        self.text(field).map(C::received)
    }

    /// The free object in this field, when it is one.
    #[must_use]
    pub fn json(&self, field: usize) -> Option<JsonObject> {
        JsonObject::parse(self.text(field)?).ok()
    }

    /// The elements of the list in this field; none when it is no list.
    pub fn elements(&self, field: usize) -> impl Iterator<Item = Self> + use<> {
        let list = match self.table.fields.get(field).map(|field| field.kind) {
            Some(Kind::List(table)) => self.text(field).map(|text| Self::read(table, text, self.currency)),
            _ => None,
        };
        list.unwrap_or_default().into_iter()
    }
}

/// Shows the fields that may be shown.
impl fmt::Debug for ReceivedElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (index, field) in self.table.fields.iter().enumerate() {
            if let Some(text) = self.text(index) {
                map.entry(&field.name, &if hides(field) { MASK } else { text });
            }
        }
        map.finish()
    }
}

/// A date as its kind writes it.
pub(crate) fn read_date(kind: Kind, text: &str) -> Option<Date> {
    match kind {
        Kind::CompactDate => Date::parse_compact(text).ok(),
        _ => Date::parse(text).ok(),
    }
}

pub(crate) fn read_boolean(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// Whether a received text is of the form that its kind wants. Codes and free texts have none.
pub(crate) fn is_readable(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Boolean => read_boolean(text).is_some(),
        Kind::Decimal { .. } => is_decimal(text),
        Kind::Date | Kind::CompactDate => read_date(kind, text).is_some(),
        Kind::Timestamp => Timestamp::parse(text).is_ok(),
        Kind::List(_) => matches!(whole(text), Ok(Node::List(..))),
        Kind::Json => JsonObject::parse(text).is_ok(),
        _ => true,
    }
}
