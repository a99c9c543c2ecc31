//! What is wrong with objects and lists: how much is in them, and what is wrong inside.

use super::{Found, Nobody, Place, fields, shown};
use crate::element::each;
use crate::given::Given;
use crate::outgoing::Outgoing;
use crate::table::{ElementTable, FieldSpec, Kind, Presence};
use crate::value::Value;
use crate::view::{View, bit};
use crate::wording;

/// An absent field of an element whose presence depends on a condition.
pub(super) struct Later {
    place: Place,
    /// Before the field's name: `items[0].`.
    prefix: String,
    field: &'static FieldSpec,
}

/// Checks an object that is there.
pub(super) fn check_object(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    (min, max): (Option<u32>, Option<u32>),
    value: Value<'_>,
    found: &mut Found,
) {
    let actual = match value {
        Value::Text(text) if text != "{}" => Some(shown(field, value)),
        Value::List(_) => Some("list".to_owned()),
        _ => None,
    };
    if let Some(actual) = actual {
        found.add(index, wording::ill_formed(field, "object", actual));
    }
    check_count(index, field, "members", (min, max), message.members(index), found);
}

fn check_count(
    index: u8,
    field: &FieldSpec,
    of: &str,
    (min, max): (Option<u32>, Option<u32>),
    count: u32,
    found: &mut Found,
) {
    if let Some(min) = min.filter(|min| count < *min) {
        found.add(index, wording::too_few(field, of, min, count));
    }
    if let Some(max) = max.filter(|max| count > *max) {
        found.add(index, wording::count(field, of, max, count));
    }
}

/// Checks a list and everything in it.
pub(super) fn check_list(
    message: &Outgoing<'_>,
    index: u8,
    field: &'static FieldSpec,
    table: &'static ElementTable,
    list: Value<'_>,
    found: &mut Found,
) {
    let count = each(table, list, |at, values, unknown| {
        let prefix = format!("{}[{at}].", field.name);
        let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
        let place = |inner: &[u32]| [&[u32::from(index), number][..], inner].concat();
        let element = Outgoing { given: Given::new(table.fields, values, None), ..*message };
        let mut inside = Found::default();
        fields(&element, &mut Nobody, &mut inside);
        for (inner, mut violation) in inside.list {
            violation.field.insert_str(0, &prefix);
            found.list.push((place(&inner), violation));
            found.broken |= bit(index);
        }
        for later in inside.later {
            let place = place(&later.place);
            found.later.push(Later { place, prefix: format!("{prefix}{}", later.prefix), field: later.field });
        }
        for (own, field) in (0u8..).zip(table.fields).filter(|(own, _)| inside.conditional & bit(*own) != 0) {
            found.later.push(Later { place: place(&[u32::from(own)]), prefix: prefix.clone(), field });
        }
        for (order, path) in (0u32..).zip(unknown) {
            let violation = wording::unknown_parameter(message.table.id, &format!("{prefix}{path}"), None);
            found.list.push((place(&[u32::MAX, order]), violation));
            found.broken |= bit(index);
        }
    });
    match count {
        None => found.add(index, wording::ill_formed(field, "list of objects", shown(field, list))),
        Some(count) => {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            check_count(index, field, "elements", (table.min, table.max), count, found);
        }
    }
}

/// Asks the conditions of absent fields of elements. They look at the message, and at no list in it.
pub(super) fn conditions(message: &Outgoing<'_>, found: &mut Found) {
    let lists = message.fields().filter(|(_, field)| matches!(field.kind, Kind::List(_)));
    let lists = lists.fold(0, |lists, (index, _)| lists | bit(index));
    let view = View::sending(message, found.broken | lists);
    for Later { place, prefix, field } in std::mem::take(&mut found.later) {
        if let Presence::When { text, holds } = field.presence
            && holds(&view) == Some(true)
        {
            let mut violation = wording::mandatory(field, &format!("C: {text}"), Some(text));
            violation.field.insert_str(0, &prefix);
            found.broken |= place.first().and_then(|index| u8::try_from(*index).ok()).map_or(0, bit);
            found.list.push((place, violation));
        }
    }
}
