//! How values are checked: what a documented type says, and what a person says instead.

use super::fields::Draft;
use super::message::Reader;
use crate::decode::{Fields, Word, one_of};
use crate::model::{Characters, From, Type};

/// The words of `type`.
const WORDS: &str = "text, integer, decimal, amount, boolean, date, compact-date, timestamp, day-list, url, json, object, list, \
     encrypted-card or code <list>";

/// Room for a received decimal whose size nobody gives; receiving refuses no length.
const RECEIVED_DECIMAL: u32 = 64;

impl Reader<'_> {
    pub(super) fn ty(&self, draft: &Draft, own: Option<&Fields<'_>>, from: &From, sending: bool) -> Option<Type> {
        let (documented, size) = split_type(&draft.ty);
        let max = own.and_then(|own| own.number("max")).or(size).or(draft.max);
        let decimal = max.or((!sending).then_some(RECEIVED_DECIMAL));
        let ty = match own.and_then(|own| Some((own, own.text("type")?))) {
            Some((own, word)) => self.stated(draft, own, &word, max, decimal)?,
            None => match implied(&draft.ty, max.or(decimal.filter(|_| is_decimal(documented)))) {
                Some(ty) => ty,
                // A computed or constant value is never checked as input; its documented type may be anything.
                None if matches!(from, From::Fixed(_) | From::Signature { .. }) => Type::text(max),
                None => {
                    let expected = if is_decimal(documented) {
                        "under `fields`: `max: …`, the most characters of the number".to_owned()
                    } else {
                        format!("under `fields`: `type:` {WORDS}; or a correction")
                    };
                    self.faults.add(
                        &draft.at,
                        format!("the type `{}` of `{}` says not how to check a value", draft.ty, draft.name),
                        expected,
                    );
                    return None;
                }
            },
        };
        Some(self.narrowed(ty, draft, own))
    }

    fn stated(
        &self,
        draft: &Draft,
        own: &Fields<'_>,
        word: &Word,
        max: Option<u32>,
        decimal: Option<u32>,
    ) -> Option<Type> {
        let (kind, rest) = word.text.split_once(' ').unwrap_or((&word.text, ""));
        match kind {
            "text" => Some(Type::text(max)),
            "url" => Some(Type::Url { max }),
            "integer" => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
            "decimal" => {
                if decimal.is_none() {
                    self.faults.add(
                        &word.at,
                        format!("nothing says how long the number `{}` can be", draft.name),
                        "`max: …`, the most characters of it",
                    );
                }
                decimal.map(|max| Type::Decimal { max })
            }
            "boolean" => Some(Type::Boolean),
            "date" => Some(Type::Date),
            "compact-date" => Some(Type::CompactDate),
            "timestamp" => Some(Type::Timestamp),
            "json" => Some(Type::Json),
            "encrypted-card" => Some(Type::EncryptedCard),
            "object" => Some(Type::Object { min: None, max }),
            "list" => Some(Type::List { fields: Vec::new(), min: None, max }),
            "amount" => Some(Type::Amount {
                decimals: own.number("decimals").unwrap_or_else(|| {
                    own.missing("decimals");
                    0
                }),
                max,
                positive: own.flag("positive"),
                // What messages share may name a currency that this one doesn't carry.
                currency: own.text("currency").map(|word| word.text).filter(|name| name != "none"),
            }),
            "day-list" => Some(Type::DayList {
                max: own.number("max").unwrap_or_else(|| {
                    own.missing("max");
                    31
                }),
            }),
            "code" => {
                let Some(list) = self.gateway.codes.iter().find(|list| list.name == rest) else {
                    let known: Vec<&str> = self.gateway.codes.iter().map(|list| list.name.as_str()).collect();
                    self.faults.add(
                        &word.at,
                        format!("there is no code list `{rest}`"),
                        one_of(&known, "a list of that name in codes.yaml"),
                    );
                    return None;
                };
                let only = own.texts("only");
                for word in only.iter().filter(|word| !list.values.iter().any(|value| value.code == word.text)) {
                    self.faults.add(
                        &word.at,
                        format!("`{}` isn't a code of `{rest}`", word.text),
                        "codes of that list",
                    );
                }
                let only = (!only.is_empty()).then(|| only.into_iter().map(|word| word.text).collect());
                Some(Type::Code { list: rest.to_owned(), only })
            }
            _ => {
                self.faults.add(&word.at, format!("there is no type `{kind}`"), WORDS);
                None
            }
        }
    }

    /// `min` and `characters`. The page's own column of least lengths counts where nobody says otherwise.
    fn narrowed(&self, ty: Type, draft: &Draft, own: Option<&Fields<'_>>) -> Type {
        let stated = own.and_then(|own| own.text("min"));
        let least = own.and_then(|own| own.number("min"));
        let only = own.and_then(|own| own.choice("characters", &Characters::ALL.map(|one| (one.as_str(), one))));
        let documented = draft.min.filter(|min| *min > 0);
        let (max, what) = match &ty {
            Type::Text { max, .. } => (*max, "characters"),
            Type::Object { max, .. } => (*max, "members"),
            Type::List { max, .. } => (*max, "elements"),
            _ => (None, ""),
        };
        if let (Some(min), Some(max), Some(word)) = (least, max, &stated)
            && min > max
        {
            self.faults.add(
                &word.at,
                format!("nothing has at least {min} and at most {max} {what}"),
                "a smaller `min`",
            );
        }
        let characters = own.and_then(|own| own.text("characters"));
        match ty {
            Type::Text { max, characters, .. } => {
                // An empty text is no text, so one character goes without saying.
                let min = least.or(documented.filter(|min| *min > 1));
                Type::Text { min, max, characters: only.unwrap_or(characters) }
            }
            Type::Object { .. } | Type::List { .. } => {
                if let Some(word) = characters {
                    self.faults.add(&word.at, "only a text has `characters`", "`type: text`, or no `characters`");
                }
                let min = least.or(documented);
                match ty {
                    Type::List { fields, .. } => Type::List { fields, min, max },
                    _ => Type::Object { min, max },
                }
            }
            ty => {
                for word in [stated, characters].into_iter().flatten() {
                    self.faults.add(&word.at, "only a text has `min` and `characters`", "`type: text`, or neither");
                }
                ty
            }
        }
    }
}

/// How a documented type has values checked when nobody says otherwise. `None` where it doesn't tell: the spec must.
pub(crate) fn implied(documented: &str, max: Option<u32>) -> Option<Type> {
    let (kind, _) = split_type(documented);
    match kind.to_ascii_lowercase().as_str() {
        "varchar" | "char" | "alphanumeric" | "string" | "email" => Some(Type::text(max)),
        "alpha dash" => Some(Type::Text { min: None, max, characters: Characters::AlphaDash }),
        "integer" => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
        "numeric" if max.is_some() => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
        "date" => Some(Type::Date),
        "uri" | "url" => Some(Type::Url { max }),
        "boolean" => Some(Type::Boolean),
        "object" => Some(Type::Object { min: None, max }),
        "array" | "array of object" | "array of objects" => Some(Type::List { fields: Vec::new(), min: None, max }),
        _ if is_decimal(kind) => Some(Type::Decimal { max: max? }),
        _ => None,
    }
}

fn is_decimal(kind: &str) -> bool {
    ["number", "decimal", "float"].iter().any(|own| kind.eq_ignore_ascii_case(own))
}

/// `Varchar(10)` is `Varchar` and 10.
pub(crate) fn split_type(documented: &str) -> (&str, Option<u32>) {
    match documented.strip_suffix(')').and_then(|open| open.split_once('(')) {
        Some((kind, size)) if size.parse::<u32>().is_ok() => (kind.trim(), size.parse().ok()),
        _ => (documented.trim(), None),
    }
}
