//! Finds everything that is wrong with a message before it is sent. Both doors, typed and by name, come through
//! [`check`]; a sound message passes without an allocation.

mod credential;
mod nested;
mod value;

use crate::element::hides;
use crate::outgoing::Outgoing;
use crate::print;
use crate::secret::MASK;
use crate::table::{By, FieldSpec, Kind, Presence, Rule};
use crate::text::is_printable_ascii;
use crate::value::Value;
use crate::view::{Report, View, bit};
use crate::violation::Violation;
use crate::wording;
use credential::{address, check_credential_field, credentials};
use nested::{Later, check_object};
use value::{check_value, misshapen};

/// Takes the fields of a message, in wire order, while it is being checked: so it is checked and encoded in one go.
pub(crate) trait Taker {
    /// A text of a simple field, which is sound when it is printable ASCII: says so, and takes it only then.
    fn take_printable(&mut self, field: &'static FieldSpec, text: &str) -> bool;

    /// Any field, once it has been judged, with what was given for it.
    fn take(&mut self, field: &'static FieldSpec, given: Value<'_>);
}

/// Takes nothing: the message is only checked.
pub(crate) struct Nobody;

impl Taker for Nobody {
    #[inline(always)]
    fn take_printable(&mut self, _field: &'static FieldSpec, text: &str) -> bool {
        is_printable_ascii(text.as_bytes())
    }

    #[inline(always)]
    fn take(&mut self, _field: &'static FieldSpec, _given: Value<'_>) {}
}

/// Every violation, in order: credentials, fields in wire order, rules.
#[inline]
pub(crate) fn check(message: &Outgoing<'_>, taker: &mut impl Taker) -> Vec<Violation> {
    let mut violations = credentials(message);
    if !message.environment.publishes(&message.table.endpoint) {
        violations.extend(address(message));
    }
    let mut found = Found::default();
    fields(message, taker, &mut found);
    if found.conditional != 0 || !found.later.is_empty() {
        conditions(message, &mut found);
    }
    let view = View::sending(message, found.broken);
    let mut report = Report::default();
    (message.table.rules)(&view, &mut report);
    found.list.sort_by(|(one, _), (other, _)| one.cmp(other));
    violations.extend(found.list.into_iter().map(|(_, violation)| violation));
    violations.append(&mut report.found);
    violations
}

/// Judges each field by itself, and hands it to the taker.
#[inline(always)]
fn fields(message: &Outgoing<'_>, taker: &mut impl Taker, found: &mut Found) {
    let mut next = 0u8;
    for (field, given) in message.given.fields.iter().zip(message.given.values) {
        let index = next;
        next = next.wrapping_add(1);
        // The common case, decided first and without a call.
        if let Value::Text(text) = given
            && text.len() <= field.simple
            && taker.take_printable(field, text)
        {
            continue;
        }
        let value = message.given(index, field.by);
        if !matches!((field.by, value), (By::Fixed(_) | By::Signature(_), Value::Absent))
            && message.given.reaches(field)
        {
            judge(message, index, field, value, found);
        }
        taker.take(field, value);
    }
}

/// Asks the conditions of the fields that are absent. They may look at any field of the message, so they have waited until every
/// given value has been judged.
#[cold]
fn conditions(message: &Outgoing<'_>, found: &mut Found) {
    let view = View::sending(message, found.broken);
    let conditional = found.conditional;
    for (index, field) in message.fields().filter(|(index, _)| conditional & bit(*index) != 0) {
        if let Presence::When { text, holds } = field.presence
            && holds(&view) == Some(true)
        {
            let limit = format!("C: {text}");
            found.add(index, wording::mandatory(field, &limit, Some(text)));
        }
    }
    nested::conditions(message, found);
}

/// What is broken so far.
#[derive(Default)]
struct Found {
    list: Vec<(Place, Violation)>,
    /// One bit for each field that isn't sound.
    broken: u128,
    /// The absent fields whose presence depends on a condition.
    conditional: u128,
    /// The same inside of lists.
    later: Vec<Later>,
}

/// Where a violation stands: the index of its field; inside of a list, behind it the number of the element, and the index of the
/// field there.
type Place = Vec<u32>;

impl Found {
    #[cold]
    fn add(&mut self, index: u8, violation: Violation) {
        self.broken |= bit(index);
        self.list.push((vec![u32::from(index)], violation));
    }
}

/// Judges one field by itself.
fn judge(message: &Outgoing<'_>, index: u8, field: &'static FieldSpec, value: Value<'_>, found: &mut Found) {
    let absent = match field.kind {
        Kind::Object { .. } => !message.given.has_object(index),
        _ => matches!(value, Value::Absent),
    };
    match field.by {
        // Whoever only looks at a message needs no fresh key.
        By::IdempotencyKey if absent && !message.building => {}
        By::Caller | By::CurrencyOf(_) | By::IdempotencyKey if absent => match field.presence {
            Presence::Mandatory => found.add(index, wording::mandatory(field, "M", None)),
            Presence::Optional => {}
            Presence::When { .. } => found.conditional |= bit(index),
        },
        By::Caller | By::CurrencyOf(_) | By::IdempotencyKey => match field.kind {
            Kind::Object { min, max } => check_object(message, index, field, (min, max), value, found),
            _ => check_value(message, index, field, value, found),
        },
        By::Credential(credential) => {
            check_credential_field(message, index, field, credential, value, found);
        }
        By::Fixed(_) | By::Signature(_) if absent => {}
        By::Fixed(text) => {
            if let Some(shape) = misshapen(field, value) {
                found.add(index, wording::ill_formed(field, "a single value", shape.to_owned()));
            } else if printed(field, value) != text {
                found.add(index, wording::fixed(field, text, shown(field, value)));
            }
        }
        By::Signature(signing) => found.add(index, wording::computed(field, signing.recipe)),
    }
}

/// A rule that [`Report::rule`] found broken.
pub(crate) fn broken_rule(view: &View<'_>, rule: &'static Rule) -> Violation {
    let (name, actual) = match view.spec(rule.field) {
        None => ("", String::new()),
        Some(field) => {
            let shown = |text: String| if hides(field) { MASK.to_owned() } else { wording::excerpt(&text) };
            (field.name, view.printed(rule.field).map_or_else(|| "absent".to_owned(), shown))
        }
    };
    wording::rule(name, rule, actual)
}

fn printed(field: &FieldSpec, value: Value<'_>) -> String {
    if let Value::Text(text) = value {
        return text.to_owned();
    }
    print::printed(field.kind, value)
}

/// What a violation shows of a value.
fn shown(field: &FieldSpec, value: Value<'_>) -> String {
    if hides(field) { MASK.to_owned() } else { wording::excerpt(&printed(field, value)) }
}

#[cfg(test)]
mod tests;
