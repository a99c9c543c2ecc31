//! What conditions and rules see of a message. Generated code writes each expression of the spec with the functions
//! here; truth is three-valued, so that a comparison with an absent or ill-formed value decides nothing.

use crate::amount::Scaled;
use crate::date::read_day;
use crate::message::{Message, read_integer};
use crate::outgoing::Outgoing;
use crate::print::{Sink, printed};
use crate::table::{By, FieldSpec, Kind, Rule};
use crate::value::Value;
use crate::violation::Violation;
use crate::{Clock, Date, element};
use std::cell::Cell;
use std::cmp::Ordering;

/// A message as conditions and rules see it.
pub struct View<'a> {
    fields: &'static [FieldSpec],
    values: Source<'a>,
    /// One bit for each field that breaks a rule of its own: expressions can't know its value.
    broken: u128,
    today: Cell<Option<Date>>,
}

#[derive(Clone, Copy)]
enum Source<'a> {
    Sending(&'a Outgoing<'a>),
    Received(&'a Message),
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub enum Operand {
    /// The value of the field of this index, compared by its kind.
    Field(u8),
    /// How many days, or how many elements, the field of this index has.
    Count(u8),
    /// A whole number.
    Number(u64),
    /// A text.
    Text(&'static str),
    /// The date of the transaction.
    Today,
}

/// How two operands compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl<'a> View<'a> {
    pub(crate) fn sending(message: &'a Outgoing<'a>, broken: u128) -> Self {
        Self { fields: message.given.fields, values: Source::Sending(message), broken, today: Cell::new(None) }
    }

    pub(crate) fn received(message: &'a Message) -> Self {
        Self { fields: message.table().fields, values: Source::Received(message), broken: 0, today: Cell::new(None) }
    }

    /// Whether the field is there and not empty. Never unknown; what credentials, constants and signatures fill is there.
    #[must_use]
    pub fn present(&self, field: u8) -> Option<bool> {
        let Some(spec) = self.spec(field) else { return Some(false) };
        let object = matches!(spec.kind, Kind::Object { .. });
        Some(match self.values {
            Source::Sending(message) if !message.given.reaches(spec) => false,
            Source::Sending(message) if object => message.given.has_object(field),
            Source::Sending(_) if matches!(spec.by, By::Credential(_) | By::Fixed(_) | By::Signature(_)) => true,
            Source::Received(message) if object => message.has_object(usize::from(field)),
            _ => !matches!(self.value(field), Value::Absent),
        })
    }

    /// Whether a received message has exactly this key, with a value. Never unknown; false for what is being sent.
    #[must_use]
    pub fn spelled(&self, key: &str) -> Option<bool> {
        match self.values {
            Source::Received(message) => Some(message.spelled(key).is_some()),
            Source::Sending(_) => Some(false),
        }
    }

    /// Whether the field's text is one of these.
    #[must_use]
    pub fn one_of(&self, field: u8, texts: &[&str]) -> Option<bool> {
        match self.known(Operand::Field(field))? {
            Known::Text(text) => Some(texts.contains(&text)),
            other => {
                let mut printed = String::new();
                other.print(&mut printed);
                Some(texts.contains(&printed.as_str()))
            }
        }
    }

    /// Compares two operands; unknown when one of them is.
    #[must_use]
    #[inline]
    pub fn compare(&self, left: Operand, relation: Relation, right: Operand) -> Option<bool> {
        let ordering = self.known(left)?.compare(&self.known(right)?)?;
        let ordered = |holds| match ordering {
            // Texts are equal or not; which is greater isn't defined.
            Compared::Order(ordering) => Some(match holds {
                Relation::Equal => ordering == Ordering::Equal,
                Relation::NotEqual => ordering != Ordering::Equal,
                Relation::Less => ordering == Ordering::Less,
                Relation::LessOrEqual => ordering != Ordering::Greater,
                Relation::Greater => ordering == Ordering::Greater,
                Relation::GreaterOrEqual => ordering != Ordering::Less,
            }),
            Compared::Same(same) => match holds {
                Relation::Equal => Some(same),
                Relation::NotEqual => Some(!same),
                _ => None,
            },
        };
        ordered(relation)
    }

    /// All hold: false as soon as one is false, else unknown when one is unknown.
    #[must_use]
    pub fn all(&self, terms: &[Option<bool>]) -> Option<bool> {
        if terms.contains(&Some(false)) {
            Some(false)
        } else if terms.contains(&None) {
            None
        } else {
            Some(true)
        }
    }

    /// One holds: true as soon as one is true, else unknown when one is unknown.
    #[must_use]
    pub fn any(&self, terms: &[Option<bool>]) -> Option<bool> {
        if terms.contains(&Some(true)) {
            Some(true)
        } else if terms.contains(&None) {
            None
        } else {
            Some(false)
        }
    }

    /// The contrary; unknown stays unknown.
    #[must_use]
    pub fn not(&self, term: Option<bool>) -> Option<bool> {
        term.map(|holds| !holds)
    }

    pub(crate) fn spec(&self, field: u8) -> Option<&'static FieldSpec> {
        self.fields.get(usize::from(field))
    }

    /// The value as it was given; `Absent` for what credentials and signatures fill.
    fn value(&self, field: u8) -> Value<'a> {
        match (self.values, self.spec(field).map(|spec| spec.by)) {
            (Source::Received(message), _) => message.text(usize::from(field)).map_or(Value::Absent, Value::Text),
            (Source::Sending(message), Some(_))
                if !self.spec(field).is_some_and(|spec| message.given.reaches(spec)) =>
            {
                Value::Absent
            }
            (Source::Sending(_), Some(By::Fixed(text))) => Value::Text(text),
            (Source::Sending(message), Some(by @ (By::Caller | By::CurrencyOf(_) | By::IdempotencyKey))) => {
                message.given(field, by)
            }
            _ => Value::Absent,
        }
    }

    /// The text of a field as it is printed, for a violation.
    pub(crate) fn printed(&self, field: u8) -> Option<String> {
        let spec = self.spec(field)?;
        if let (Source::Sending(message), By::Credential(credential)) = (self.values, spec.by) {
            return message.credential(credential).map(str::to_owned);
        }
        match self.value(field) {
            Value::Absent => None,
            value => Some(printed(spec.kind, value)),
        }
    }

    #[inline]
    fn known(&self, operand: Operand) -> Option<Known<'a>> {
        match operand {
            Operand::Number(number) => Some(Known::Number(number)),
            Operand::Text(text) => Some(Known::Text(text)),
            Operand::Today => {
                let clock = match self.values {
                    Source::Sending(message) => message.clock,
                    Source::Received(_) => Clock::system(),
                };
                let today = self.today.get().unwrap_or_else(|| clock.today());
                self.today.set(Some(today));
                Some(Known::Date(today))
            }
            Operand::Count(field) if self.spec(field).is_some_and(|spec| matches!(spec.kind, Kind::List(_))) => {
                element::count(self.unbroken(field)?).and_then(|count| u64::try_from(count).ok()).map(Known::Number)
            }
            Operand::Count(field) => match self.unbroken(field)? {
                Value::Text(text) => count_days(text).map(Known::Number),
                Value::Days(days) => u64::try_from(days.days().len()).ok().map(Known::Number),
                _ => None,
            },
            Operand::Field(field) => {
                let value = self.unbroken(field)?;
                match (self.spec(field)?, value) {
                    (_, Value::Absent) => None,
                    // A constant that isn't of its field's kind is still a text.
                    (FieldSpec { by: By::Fixed(_), kind, .. }, Value::Text(text)) => {
                        Known::read(*kind, value).or(Some(Known::Text(text)))
                    }
                    (spec, value) => match (spec.kind, self.values) {
                        (Kind::Amount { .. }, Source::Received(message)) => {
                            message.scaled(usize::from(field)).map(Known::Amount)
                        }
                        (kind, _) => Known::read(kind, value),
                    },
                }
            }
        }
    }

    fn unbroken(&self, field: u8) -> Option<Value<'a>> {
        (self.broken & bit(field) == 0).then(|| self.value(field))
    }
}

/// The bit of a field or key in a set of them.
pub(crate) fn bit(index: u8) -> u128 {
    // Tables have no index from 128 on; `wrapping_shl` keeps this total.
    1u128.wrapping_shl(u32::from(index))
}

/// What a currency field holds: what was given by name, else the currency of its amount.
pub(crate) fn currency_of<'a>(values: &[Value<'a>], field: usize, amount: u8) -> Value<'a> {
    match values.get(field) {
        None | Some(Value::Absent) => match values.get(usize::from(amount)) {
            Some(Value::Amount(amount)) => amount.currency_text(),
            _ => Value::Absent,
        },
        Some(given) => *given,
    }
}

/// A value in the form in which it compares.
enum Known<'a> {
    Number(u64),
    Amount(Scaled),
    Date(Date),
    Text(&'a str),
    Days(&'a crate::DayList),
}

enum Compared {
    Order(Ordering),
    Same(bool),
}

impl<'a> Known<'a> {
    fn read(kind: Kind, value: Value<'a>) -> Option<Self> {
        match (kind, value) {
            (_, Value::Absent) => None,
            (Kind::Integer { .. }, Value::Text(text)) => read_integer(text).map(Self::Number),
            (Kind::Amount { decimals, .. }, Value::Text(text)) => Scaled::read(text, decimals).map(Self::Amount),
            (Kind::Object { .. } | Kind::List(_), _) => None,
            (Kind::Date, Value::Text(text)) => Date::parse(text).ok().map(Self::Date),
            (Kind::CompactDate, Value::Text(text)) => Date::parse_compact(text).ok().map(Self::Date),
            (_, Value::Text(text)) => Some(Self::Text(text)),
            (_, Value::Integer(number)) => Some(Self::Number(number)),
            (Kind::Amount { decimals, .. }, Value::Amount(amount)) => Scaled::of(amount, decimals).map(Self::Amount),
            (_, Value::Amount(_)) => None,
            (_, Value::Date(date)) => Some(Self::Date(date)),
            (_, Value::Days(days)) => Some(Self::Days(days)),
            (_, Value::Boolean(yes)) => Some(Self::Text(if yes { "true" } else { "false" })),
            (_, Value::Given | Value::List(_)) => None,
        }
    }

    fn compare(&self, other: &Self) -> Option<Compared> {
        let whole = |number: &u64| Scaled { units: *number, decimals: 0 };
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => Some(Compared::Order(a.cmp(b))),
            (Self::Amount(a), Self::Amount(b)) => Some(Compared::Order(a.compare(*b))),
            (Self::Amount(a), Self::Number(b)) => Some(Compared::Order(a.compare(whole(b)))),
            (Self::Number(a), Self::Amount(b)) => Some(Compared::Order(whole(a).compare(*b))),
            (Self::Date(a), Self::Date(b)) => Some(Compared::Order(a.cmp(b))),
            (Self::Text(a), Self::Text(b)) => Some(Compared::Same(a == b)),
            // Different kinds compare as the texts that go over the wire.
            _ => {
                let (mut a, mut b) = (String::new(), String::new());
                self.print(&mut a);
                other.print(&mut b);
                Some(Compared::Same(a == b))
            }
        }
    }

    fn print(&self, out: &mut impl Sink) {
        match self {
            Self::Number(number) => Scaled { units: *number, decimals: 0 }.print(out),
            Self::Amount(amount) => amount.print(out),
            Self::Date(date) => date.print(out),
            Self::Text(text) => out.text(text),
            Self::Days(days) => out.text(&days.to_string()),
        }
    }
}

/// How many days a list has, when it is one.
fn count_days(text: &str) -> Option<u64> {
    text.split(',').try_fold(0u64, |count, day| read_day(day).map(|_| count.saturating_add(1)))
}

/// Collects what rules find broken.
#[derive(Debug, Default)]
pub struct Report {
    pub(crate) found: Vec<Violation>,
}

impl Report {
    /// States a rule: it is broken when `when` is true (`Some(true)` for a rule without a condition) and `then` is
    /// false. Unknown breaks nothing.
    pub fn rule(&mut self, view: &View<'_>, rule: &'static Rule, when: Option<bool>, then: Option<bool>) {
        if when == Some(true) && then == Some(false) {
            self.found.push(crate::check::broken_rule(view, rule));
        }
    }
}

#[cfg(test)]
mod tests;
