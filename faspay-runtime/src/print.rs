//! The canonical text of a value, given in pieces to whoever wants it: the form, the hash, or a string. Amounts have
//! their decimals and days two digits, however they were given.

use crate::Amount;
use crate::amount::Scaled;
use crate::date::read_day;
use crate::json::{compact_object, list_text};
use crate::table::Kind;
use crate::value::Value;

/// Takes the text of a value in pieces.
pub(crate) trait Sink {
    /// Any text.
    fn text(&mut self, text: &str);

    /// ASCII digits, points and hyphens: what no form needs to encode and no case changes.
    fn digits(&mut self, digits: &[u8]);

    /// A part of a string to sign begins.
    fn part(&mut self, _upper: bool, _sensitive: bool) {}
}

impl Sink for String {
    fn text(&mut self, text: &str) {
        self.push_str(text);
    }

    fn digits(&mut self, digits: &[u8]) {
        self.extend(digits.iter().copied().map(char::from));
    }
}

/// Prints a value as its kind wants it.
#[inline]
pub(crate) fn print(kind: Kind, value: Value<'_>, out: &mut impl Sink) {
    match (kind, value) {
        (Kind::Amount { decimals, .. }, Value::Text(text)) => match Scaled::read(text, decimals) {
            Some(scaled) => scaled.print(out),
            None => out.text(text),
        },
        (Kind::DayList { .. }, Value::Text(text)) => {
            let days = text.split(',').map(read_day);
            if days.clone().all(|day| day.is_some()) {
                print_days(days.flatten(), out);
            } else {
                out.text(text);
            }
        }
        (Kind::List(table), value @ (Value::Text(_) | Value::List(_))) => out.text(&list_text(table, value)),
        (Kind::Json, Value::Text(text)) => match compact_object(text) {
            Some(compact) => out.text(&compact),
            None => out.text(text),
        },
        (_, Value::Text(text)) => out.text(text),
        (_, Value::Absent) => {}
        (_, Value::Integer(number)) => Scaled::whole(number).print(out),
        (_, Value::Amount(amount)) => print_amount(kind, amount, out),
        (Kind::CompactDate, Value::Date(date)) => date.print_compact(out),
        (_, Value::Date(date)) => date.print(out),
        (_, Value::Boolean(yes)) => out.text(if yes { "true" } else { "false" }),
        (_, Value::Given | Value::List(_)) => {}
        (_, Value::Days(days)) => print_days(days.days().iter().copied(), out),
    }
}

/// The canonical text as a string.
pub(crate) fn printed(kind: Kind, value: Value<'_>) -> String {
    let mut text = String::new();
    print(kind, value, &mut text);
    text
}

fn print_amount(kind: Kind, amount: &Amount, out: &mut impl Sink) {
    let scaled = match kind {
        Kind::Amount { decimals, .. } => Scaled::of(amount, decimals),
        _ => None,
    };
    // An amount that the table can't print shows its own decimals, in a violation.
    scaled.unwrap_or_else(|| Scaled::own(amount)).print(out);
}

fn print_days(days: impl Iterator<Item = u8>, out: &mut impl Sink) {
    for (place, day) in days.enumerate() {
        if place > 0 {
            out.text(",");
        }
        out.digits(&[b'0' + day / 10 % 10, b'0' + day % 10]);
    }
}
