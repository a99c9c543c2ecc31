//! What is wrong with one value, by the kind of its field.

use super::nested::check_list;
use super::{Found, printed, shown};
use crate::amount::Scaled;
use crate::date::read_day;
use crate::decimal::is_decimal;
use crate::element::read_boolean;
use crate::json::compact_object;
use crate::outgoing::Outgoing;
use crate::scheme::card::EncryptedCard;
use crate::table::{By, FieldSpec, Kind, Place};
use crate::text::{Scheme, first_control, first_of, strays_from, too_long, too_short, url_scheme};
use crate::value::Value;
use crate::{Amount, Currency, Date, Environment, Timestamp, wording};

/// Checks a value that was given.
pub(super) fn check_value(
    message: &Outgoing<'_>,
    index: u8,
    field: &'static FieldSpec,
    value: Value<'_>,
    found: &mut Found,
) {
    if let Some(feature) = field.lacks {
        return found.add(index, wording::feature(field, feature, shown(field, value)));
    }
    // A typed value can't hold control characters; a coded one is compared before it is scanned.
    if let Value::Text(text) = value
        && !matches!(field.kind, Kind::Code(codes) if codes.contains(&text))
        && let Some(control) = first_control(text)
    {
        return found.add(index, wording::control(field, control));
    }
    if let Some(shape) = misshapen(field, value) {
        return found.add(index, wording::ill_formed(field, "a single value", shape.to_owned()));
    }
    let before = found.list.len();
    check_kind(message, index, field, value, found);
    let ill_formed = found.list.iter().skip(before).any(|(_, violation)| violation.rule == "type");
    if field.place != Place::Body && !ill_formed {
        check_place(index, field, &printed(field, value), found);
    }
}

/// The shape of a value that is no single one, where the field wants one.
pub(super) fn misshapen(field: &FieldSpec, value: Value<'_>) -> Option<&'static str> {
    match (field.kind, value) {
        (Kind::List(_), Value::List(_)) => None,
        (_, Value::Given) => Some("object"),
        (_, Value::List(_)) => Some("list"),
        _ => None,
    }
}

/// What a value must be where it doesn't go into the body.
pub(super) fn check_place(index: u8, field: &FieldSpec, text: &str, found: &mut Found) {
    match field.place {
        // Whoever takes the path apart would go up in it, or stay.
        Place::Path if matches!(text, "." | "..") => {
            found.add(index, wording::ill_formed(field, "path segment", shown(field, Value::Text(text))));
        }
        Place::Header(_) => {
            if let Some(character) = text.chars().find(|character| !character.is_ascii()) {
                found.add(index, wording::not_ascii(field, character));
            }
        }
        _ => {}
    }
}

fn check_kind(message: &Outgoing<'_>, index: u8, field: &'static FieldSpec, value: Value<'_>, found: &mut Found) {
    match field.kind {
        Kind::Text { max } => check_text(message, index, field, max, value, found),
        Kind::Url { max } => check_url(message, index, field, max, value, found),
        Kind::Integer { digits } => check_integer(index, field, digits, value, found),
        Kind::Amount { .. } => check_amount(message, index, field, value, found),
        Kind::Date => {
            let well_formed = match value {
                Value::Text(text) => Date::parse(text).is_ok(),
                value => matches!(value, Value::Date(_)),
            };
            if !well_formed {
                found.add(index, wording::ill_formed(field, "date YYYY-MM-DD", shown(field, value)));
            }
        }
        Kind::CompactDate => {
            let well_formed = match value {
                Value::Text(text) => Date::parse_compact(text).is_ok(),
                value => matches!(value, Value::Date(_)),
            };
            if !well_formed {
                found.add(index, wording::ill_formed(field, "date YYYYMMDD", shown(field, value)));
            }
        }
        Kind::Timestamp => {
            if Timestamp::parse(&printed(field, value)).is_err() {
                found.add(index, wording::ill_formed(field, "moment YYYY-MM-DDTHH:MM:SSZ", shown(field, value)));
            }
        }
        Kind::EncryptedCard => {
            let well_formed = matches!(value, Value::Text(text) if EncryptedCard::reads(text));
            if !well_formed {
                found.add(index, wording::ill_formed(field, "encrypted card", shown(field, value)));
            }
        }
        Kind::Decimal { max } => {
            let text = printed(field, value);
            if !is_decimal(&text) {
                found.add(index, wording::ill_formed(field, "decimal number", shown(field, value)));
            } else if let Some((max, count)) = too_long(&text, Some(max)) {
                found.add(index, wording::length(field, max, count));
            }
        }
        Kind::Boolean => {
            if read_boolean(&printed(field, value)).is_none() {
                found.add(index, wording::ill_formed(field, "true or false", shown(field, value)));
            }
        }
        Kind::Json => {
            if compact_object(&printed(field, value)).is_none() {
                found.add(index, wording::ill_formed(field, "JSON object", shown(field, value)));
            }
        }
        Kind::List(table) => check_list(message, index, field, table, value, found),
        // Nobody fills an object but by filling its members: see `check_object`.
        Kind::Object { .. } => {}
        Kind::DayList { max } => check_days(index, field, max, value, found),
        Kind::Code(codes) => {
            let known = match value {
                Value::Text(text) => codes.contains(&text),
                value => codes.contains(&printed(field, value).as_str()),
            };
            if !known {
                found.add(index, wording::code(field, codes, shown(field, value)));
            }
        }
    }
}

fn check_text(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    max: Option<u32>,
    value: Value<'_>,
    found: &mut Found,
) {
    let Value::Text(text) = value else {
        // Generated structs hold text here; whatever else prints as text is judged by its text.
        let text = printed(field, value);
        return check_text(message, index, field, max, Value::Text(&text), found);
    };
    if let Some(count) = too_short(text, field.least) {
        found.add(index, wording::length_min(field, field.least, count));
    }
    if let Some((max, count)) = too_long(text, max) {
        found.add(index, wording::length(field, max, count));
    }
    if let Some(limit) = strays_from(text, field.only) {
        found.add(index, wording::characters(field, limit, shown(field, value)));
    }
    if let Some(character) = first_of(text, field.forbid) {
        found.add(index, wording::delimiter(field, character));
    }
    if let Some(setting) = field.case_setting
        && message.case(setting).is_none()
        && text.bytes().any(|byte| byte.is_ascii_lowercase())
    {
        let name = message.table.gateway.settings.get(usize::from(setting)).map_or("", |setting| setting.name);
        found.add(index, wording::case_undecided(field, name));
    }
}

fn check_url(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    max: Option<u32>,
    value: Value<'_>,
    found: &mut Found,
) {
    let Value::Text(text) = value else {
        let text = printed(field, value);
        return check_url(message, index, field, max, Value::Text(&text), found);
    };
    let scheme = url_scheme(text);
    if scheme.is_none() {
        found.add(index, wording::url(field, shown(field, value)));
    }
    if let Some((max, count)) = too_long(text, max) {
        found.add(index, wording::length(field, max, count));
    }
    if scheme == Some(Scheme::Http) && matches!(message.environment, Environment::Production) {
        found.add(index, wording::https(field));
    }
}

fn check_integer(index: u8, field: &FieldSpec, most: u32, value: Value<'_>, found: &mut Found) {
    let count = match value {
        Value::Integer(number) => Some(number.checked_ilog10().unwrap_or(0) + 1),
        Value::Text(text) => {
            let whole = text.bytes().all(|byte| byte.is_ascii_digit());
            let padded = text.len() > 1 && text.starts_with('0');
            (whole && !padded).then(|| u32::try_from(text.len()).ok()).flatten()
        }
        _ => None,
    };
    match count {
        None => found.add(index, wording::ill_formed(field, "whole number", shown(field, value))),
        Some(count) if count > most => {
            found.add(index, wording::digits(field, most, count));
        }
        Some(_) => {}
    }
}

fn check_amount(message: &Outgoing<'_>, index: u8, field: &FieldSpec, value: Value<'_>, found: &mut Found) {
    let Kind::Amount { decimals, max, positive, currency } = field.kind else {
        return;
    };
    let scaled = match value {
        Value::Amount(amount) => {
            check_currency(message, index, field, currency, amount, found);
            Scaled::of(amount, decimals)
        }
        Value::Text(text) => {
            Scaled::read(text, decimals).filter(|scaled| scaled.fits(0) || scaled.fits(exponent(message, currency)))
        }
        _ => None,
    };
    let Some(scaled) = scaled else {
        let limit = if decimals == 0 {
            "amount without decimals".to_owned()
        } else {
            format!("amount with {decimals} decimals or none")
        };
        return found.add(index, wording::ill_formed(field, &limit, shown(field, value)));
    };
    if positive && scaled.units == 0 {
        found.add(index, wording::positive(field, shown(field, value)));
    }
    if let Some(max) = max
        && scaled.printed_len() > max
    {
        found.add(index, wording::length(field, max, scaled.printed_len()));
    }
}

/// Money that was given as such must be in the currency that the message names for it.
fn check_currency(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    currency: Option<u8>,
    amount: &Amount,
    found: &mut Found,
) {
    if let Some(currency) = currency
        && let Some(named) = message.currency_text(currency)
        && named != amount.currency().as_str()
    {
        found.add(index, wording::currency(field, named, amount.currency().as_str()));
    }
}

/// The decimals of the currency in this field; 2 when there is none, or none that is valid.
fn exponent(message: &Outgoing<'_>, currency: Option<u8>) -> u32 {
    const USUAL: u32 = 2;
    let named = currency.and_then(|index| {
        let field = message.field(index)?;
        let text = message.currency_text(index)?;
        Some((index, field, Currency::new(text).ok()?.exponent()))
    });
    match named {
        Some((index, field, exponent)) if exponent != USUAL => {
            let mut found = Found::default();
            let value = message.given(index, field.by);
            match (field.by, value) {
                (By::Fixed(text), Value::Text(given)) if given != text => return USUAL,
                (By::Fixed(_), _) => {}
                (_, value) => check_value(message, index, field, value, &mut found),
            }
            if found.broken == 0 { exponent } else { USUAL }
        }
        _ => USUAL,
    }
}

fn check_days(index: u8, field: &FieldSpec, max: u32, value: Value<'_>, found: &mut Found) {
    let count = match value {
        Value::Days(days) => Some(days.days().len()),
        Value::Text(text) => text.split(',').try_fold(0usize, |count, day| read_day(day).map(|_| count + 1)),
        _ => None,
    };
    match count.map(|count| u32::try_from(count).unwrap_or(u32::MAX)) {
        None => found.add(index, wording::ill_formed(field, "days 1 to 31, joined by commas", shown(field, value))),
        Some(count) if count > max => found.add(index, wording::count(field, "days", max, count)),
        Some(_) => {}
    }
}
