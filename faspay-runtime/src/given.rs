//! What was given for the fields of one message, or of one element of a list, and which of its objects are there. Everything that
//! sends asks here whether a field is within reach: a member of an object that isn't there is neither checked nor sent.

use crate::table::{By, FieldSpec, Kind};
use crate::value::Value;
use crate::view::{bit, currency_of};
use std::cell::OnceCell;

pub(crate) struct Given<'a> {
    pub(crate) fields: &'static [FieldSpec],
    /// By field index; at least as many as there are fields.
    pub(crate) values: &'a [Value<'a>],
    /// The idempotency key of a message that was given none.
    pub(crate) fresh_key: Option<&'a str>,
    /// One bit for each object that is there. Flat messages never ask.
    objects: OnceCell<u128>,
}

impl<'a> Given<'a> {
    pub(crate) const fn new(fields: &'static [FieldSpec], values: &'a [Value<'a>], fresh_key: Option<&'a str>) -> Self {
        Self { fields, values, fresh_key, objects: OnceCell::new() }
    }

    /// What was given for a field; for a currency, else that of its amount; for an idempotency key, else a fresh one.
    #[inline]
    pub(crate) fn value(&self, index: u8, by: By) -> Value<'a> {
        match by {
            By::CurrencyOf(amount) => currency_of(self.values, usize::from(index), amount),
            By::IdempotencyKey => match self.own(index) {
                Value::Absent => self.fresh_key.map_or(Value::Absent, Value::text),
                own => own,
            },
            _ => self.own(index),
        }
    }

    /// The same without what is filled in.
    #[inline]
    pub(crate) fn own(&self, index: u8) -> Value<'a> {
        self.values.get(usize::from(index)).copied().unwrap_or(Value::Absent)
    }

    /// Whether the object that the field is a member of is there, and those around it.
    #[inline]
    pub(crate) fn reaches(&self, field: &FieldSpec) -> bool {
        field.parent.is_none_or(|parent| self.has_object(parent))
    }

    /// Whether an object is there: it was given itself, or something in it was.
    pub(crate) fn has_object(&self, index: u8) -> bool {
        let objects = self.objects.get_or_init(|| self.objects());
        objects & bit(index) != 0
    }

    fn objects(&self) -> u128 {
        let mut objects = 0;
        for (index, field) in (0u8..).zip(self.fields) {
            if matches!(self.value(index, field.by), Value::Absent) {
                continue;
            }
            if matches!(field.kind, Kind::Object { .. }) {
                objects |= bit(index);
            }
            let mut inner = index;
            // A parent comes before its members, so this ends.
            while let Some(parent) = self.parent(inner).filter(|parent| *parent < inner) {
                objects |= bit(parent);
                inner = parent;
            }
        }
        objects
    }

    fn parent(&self, index: u8) -> Option<u8> {
        self.fields.get(usize::from(index))?.parent
    }
}
