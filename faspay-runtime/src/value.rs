//! The values of one message on their way from a merchant's struct, or from named texts, to the checker and the
//! encoder. They borrow, live in a fixed array on the stack, and know nothing of the message's table.

use crate::table::{ElementTable, MAX_FIELDS};
use crate::{Amount, Currency, Date, DayList, Decimal, JsonObject, Secret, Timestamp};

/// The value of one field.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// Not given. An empty text is the same.
    Absent,
    /// A text, or the text form of any other kind of value when it was given by name.
    Text(&'a str),
    /// A whole number.
    Integer(u64),
    /// Money.
    Amount(&'a Amount),
    /// A civil date.
    Date(Date),
    /// Days of a month.
    Days(&'a DayList),
    /// `true` or `false`.
    Boolean(bool),
    /// An object that is there, whatever its members are.
    Given,
    /// The elements of a list.
    List(&'a dyn Elements),
}

/// The elements of a list of objects, whatever their type: a `Vec` of [`Element`]s is one.
pub trait Elements {
    /// How many there are.
    fn count(&self) -> usize;

    /// Sets the values of the element at this position.
    fn values<'a>(&'a self, at: usize, values: &mut Values<'a>);
}

/// One element of a list of objects: a struct that generated code makes.
pub trait Element {
    /// Its table.
    const TABLE: &'static ElementTable;

    /// Sets the fields that the caller fills, by their index in the element's table.
    fn values<'a>(&'a self, values: &mut Values<'a>);
}

impl<T: Element> Elements for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn values<'a>(&'a self, at: usize, values: &mut Values<'a>) {
        if let Some(element) = self.get(at) {
            element.values(values);
        }
    }
}

/// The values of a message, by field index.
pub struct Values<'a> {
    slots: [Value<'a>; MAX_FIELDS],
}

impl<'a> Values<'a> {
    /// Nothing given.
    #[must_use]
    pub fn new() -> Self {
        Self { slots: [Value::Absent; MAX_FIELDS] }
    }

    /// Gives the field of this index its value. Indexes beyond [`MAX_FIELDS`] are ignored: no table has such fields.
    #[inline]
    pub fn set(&mut self, index: usize, value: &'a impl FieldValue) {
        self.put(index, value.value());
    }

    /// Says that the object of this index is there, whatever its members are. One with a member that has a value is there
    /// without this.
    pub fn given(&mut self, index: usize) {
        self.put(index, Value::Given);
    }

    /// Gives the list of this index its elements. None is a list too, an empty one.
    pub fn list(&mut self, index: usize, elements: &'a dyn Elements) {
        self.put(index, Value::List(elements));
    }

    #[inline]
    pub(crate) fn put(&mut self, index: usize, value: Value<'a>) {
        if let Some(slot) = self.slots.get_mut(index) {
            *slot = value;
        }
    }

    pub(crate) fn as_slice(&self) -> &[Value<'a>] {
        &self.slots
    }
}

impl Default for Values<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> Value<'a> {
    /// A text; an empty one is absent.
    #[inline]
    #[must_use]
    pub const fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Absent } else { Self::Text(text) }
    }
}

/// What a field of a generated struct may hold. [`codes!`](crate::codes) implements it for code lists.
pub trait FieldValue {
    /// As the checker and the encoder take it.
    fn value(&self) -> Value<'_>;
}

impl FieldValue for String {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::text(self)
    }
}

impl FieldValue for Secret {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::text(self.expose())
    }
}

impl FieldValue for Currency {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

impl FieldValue for Amount {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Amount(self)
    }
}

impl FieldValue for u64 {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Integer(*self)
    }
}

impl FieldValue for bool {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Boolean(*self)
    }
}

impl FieldValue for Date {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Date(*self)
    }
}

impl FieldValue for Timestamp {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

impl FieldValue for Decimal {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

impl FieldValue for JsonObject {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

/// A list, also an empty one.
impl<T: Element> FieldValue for Vec<T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl FieldValue for DayList {
    #[inline]
    fn value(&self) -> Value<'_> {
        if self.days().is_empty() { Value::Absent } else { Value::Days(self) }
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, FieldValue::value)
    }
}
