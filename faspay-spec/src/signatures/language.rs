//! The strings that one part of a signed string can be, as a small regular expression: a fixed text, digits, an amount, any
//! text without a delimiter. Lengths are kept exactly; where there is none, the expression repeats.

use super::set::Set;
use crate::model::{Gateway, Type};

/// A regular set of strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Language {
    /// This text only.
    Text(String),
    /// One character.
    One(Set),
    /// One after another.
    Seq(Vec<Language>),
    /// One of them.
    Alt(Vec<Language>),
    /// As often as that; no upper bound where there is none.
    Times(Box<Language>, u32, Option<u32>),
}

use Language::{Alt, One, Seq, Text, Times};

impl Language {
    /// A text that isn't empty, of these characters.
    pub fn text(set: Set, max: Option<u32>) -> Self {
        Times(Box::new(One(set)), 1, max)
    }

    /// The same, or nothing.
    pub fn optional(self) -> Self {
        Alt(vec![Text(String::new()), self])
    }

    /// The values that the checks of this type let through, or a few more; never fewer. Only texts know `forbid`.
    pub fn of(gateway: &Gateway, ty: &Type, forbid: &str) -> Self {
        match ty {
            Type::Text { min, max, characters } => {
                let set = Set::holding(*characters).without(forbid);
                Times(Box::new(One(set)), min.unwrap_or(1).max(1), *max)
            }
            Type::Url { max } => {
                let rest = max.map(|max| max.saturating_sub(7));
                let scheme = Seq(vec![letters("http"), One(Set::of("sS")).optional(), Text("://".into())]);
                Seq(vec![scheme, Self::text(Set::any().without(" \\"), rest)])
            }
            Type::Integer { digits } => integer(*digits),
            Type::Amount { decimals, max, .. } => {
                let point = if *decimals == 0 { 0 } else { decimals + 1 };
                let whole = max.map_or(15, |max| max.saturating_sub(point)).clamp(1, 15);
                if *decimals == 0 {
                    return integer(whole);
                }
                Seq(vec![integer(whole), Text(".".into()), Times(Box::new(digit()), *decimals, Some(*decimals))])
            }
            Type::Date => Seq(vec![
                Times(Box::new(digit()), 4, Some(4)),
                Text("-".into()),
                Alt(vec![pair("0", "123456789"), pair("1", "012")]),
                Text("-".into()),
                day(),
            ]),
            Type::DayList { max } => {
                let more = Seq(vec![Text(",".into()), day()]);
                Seq(vec![day(), Times(Box::new(more), 0, Some(max.saturating_sub(1)))])
            }
            // No recipe covers these: whatever they hold may stand there.
            Type::CompactDate
            | Type::Timestamp
            | Type::EncryptedCard
            | Type::Decimal { .. }
            | Type::Boolean
            | Type::Object { .. }
            | Type::List { .. }
            | Type::Json => Self::text(Set::any().without(forbid), None),
            Type::Code { list, only } => Self::codes(gateway, list, only.as_deref()),
        }
    }

    /// The codes of a list, or only some of them.
    pub fn codes(gateway: &Gateway, list: &str, only: Option<&[String]>) -> Self {
        let list = gateway.codes.iter().find(|own| own.name == list);
        let codes = list.iter().flat_map(|list| list.values.iter().map(|value| value.code.clone()));
        Alt(codes.filter(|code| only.is_none_or(|only| only.contains(code))).map(Text).collect())
    }

    /// What becomes of it when ASCII letters are upper-cased.
    pub fn upper(&self) -> Self {
        let all = |parts: &[Language]| parts.iter().map(Language::upper).collect();
        match self {
            Text(text) => Text(text.to_ascii_uppercase()),
            One(set) => One(set.upper()),
            Seq(parts) => Seq(all(parts)),
            Alt(parts) => Alt(all(parts)),
            Times(inner, min, max) => Times(Box::new(inner.upper()), *min, *max),
        }
    }
}

fn letters(word: &str) -> Language {
    Seq(word.chars().map(|c| One(Set::of(&format!("{c}{}", c.to_ascii_uppercase())))).collect())
}

fn digit() -> Language {
    One(Set::of("0123456789"))
}

fn pair(first: &str, second: &str) -> Language {
    Seq(vec![One(Set::of(first)), One(Set::of(second))])
}

fn day() -> Language {
    Alt(vec![pair("0", "123456789"), pair("12", "0123456789"), pair("3", "01")])
}

/// Digits without leading zeros.
fn integer(digits: u32) -> Language {
    let longer = Seq(vec![One(Set::of("123456789")), Times(Box::new(digit()), 0, Some(digits.saturating_sub(1)))]);
    Alt(vec![longer, Text("0".into())])
}
