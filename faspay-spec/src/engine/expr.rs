//! Conditions, three-valued: what is absent or ill-formed is unknown, and unknown spreads as Kleene has it. The checks, the
//! shared door of received messages and the enumeration of conditions evaluate through here.

use std::cmp::Ordering;

use super::Date;
use super::value::Decimal;
use crate::model::{Expr, Field, Operand, Relation, Type};

/// Whether a condition holds for a message's values, by canonical name. `None`: it can't be told.
pub fn holds(expr: &Expr, fields: &[Field], values: &[(String, String)], today: Date) -> Option<bool> {
    evaluate(expr, &Message { fields, values, today })
}

/// What a condition may ask.
pub(crate) trait Facts {
    /// The value of a field that is there and well-formed.
    fn known(&self, field: &str) -> Option<Known>;
    /// Whether a field is there.
    fn present(&self, field: &str) -> bool;
    /// The transaction date.
    fn today(&self) -> Date;
}

/// A value, ready to be compared.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    text: String,
    value: Comparable,
    count: Option<u64>,
    constant: bool,
}

#[derive(Debug, Clone)]
enum Comparable {
    Number(Decimal),
    Date(Date),
    Text,
}

impl Known {
    /// A printed value, to be compared as its type says.
    pub(crate) fn of(ty: &Type, printed: &str) -> Known {
        let value = match ty {
            Type::Integer { .. } | Type::Amount { .. } => Decimal::parse(printed).map(Comparable::Number),
            Type::Date => Date::parse(printed).map(Comparable::Date),
            Type::CompactDate => Date::parse_compact(printed).map(Comparable::Date),
            Type::Text { .. }
            | Type::Url { .. }
            | Type::DayList { .. }
            | Type::Code { .. }
            | Type::Timestamp
            | Type::EncryptedCard
            | Type::Decimal { .. }
            | Type::Boolean
            | Type::Object { .. }
            | Type::List { .. }
            | Type::Json => None,
        };
        let count = match ty {
            Type::DayList { .. } => Some(printed.split(',').count()),
            Type::List { .. } => super::value::elements(printed).map(|all| all.len()),
            _ => None,
        };
        Known {
            text: printed.to_owned(),
            value: value.unwrap_or(Comparable::Text),
            count: count.and_then(|n| u64::try_from(n).ok()),
            constant: false,
        }
    }

    /// A list of which only the number of elements counts.
    pub(crate) fn items(count: u64) -> Known {
        Known { text: String::new(), value: Comparable::Text, count: Some(count), constant: false }
    }

    fn constant(text: String, value: Comparable) -> Known {
        Known { text, value, count: None, constant: true }
    }

    fn number(n: u64) -> Known {
        let text = n.to_string();
        let value = Decimal::parse(&text).map_or(Comparable::Text, Comparable::Number);
        Known::constant(text, value)
    }
}

/// Evaluates a condition.
pub(crate) fn evaluate(expr: &Expr, facts: &dyn Facts) -> Option<bool> {
    match expr {
        Expr::And(all) => {
            let mut unknown = false;
            for one in all {
                match evaluate(one, facts) {
                    Some(false) => return Some(false),
                    Some(true) => {}
                    None => unknown = true,
                }
            }
            (!unknown).then_some(true)
        }
        Expr::Or(any) => {
            let mut unknown = false;
            for one in any {
                match evaluate(one, facts) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => unknown = true,
                }
            }
            (!unknown).then_some(false)
        }
        Expr::Not(inner) => evaluate(inner, facts).map(|truth| !truth),
        Expr::Present(field) => Some(facts.present(field)),
        Expr::In(field, texts) => {
            let known = facts.known(field)?;
            Some(texts.contains(&known.text))
        }
        Expr::Compare(left, relation, right) => {
            let left = operand(left, facts)?;
            let right = operand(right, facts)?;
            compare(&left, *relation, &right)
        }
    }
}

fn operand(operand: &Operand, facts: &dyn Facts) -> Option<Known> {
    match operand {
        Operand::Field(field) => facts.known(field),
        Operand::Count(field) => Some(Known::number(facts.known(field)?.count?)),
        Operand::Number(n) => Some(Known::number(*n)),
        Operand::Text(text) => Some(Known::constant(text.clone(), Comparable::Text)),
        Operand::Today => {
            let today = facts.today();
            Some(Known::constant(today.to_string(), Comparable::Date(today)))
        }
    }
}

/// Numbers and dates have an order; texts are only the same or not.
fn compare(left: &Known, relation: Relation, right: &Known) -> Option<bool> {
    let order = match (&left.value, &right.value) {
        (Comparable::Number(a), Comparable::Number(b)) => Some(a.compare(b)),
        (Comparable::Date(a), Comparable::Date(b)) => Some(a.cmp(b)),
        // A constant takes the type of the field that it stands beside.
        (Comparable::Number(a), Comparable::Text) if right.constant => {
            Decimal::parse(&right.text).map(|b| a.compare(&b))
        }
        (Comparable::Text, Comparable::Number(b)) if left.constant => Decimal::parse(&left.text).map(|a| a.compare(b)),
        (Comparable::Date(a), Comparable::Text) if right.constant => Date::parse(&right.text).map(|b| a.cmp(&b)),
        (Comparable::Text, Comparable::Date(b)) if left.constant => Date::parse(&left.text).map(|a| a.cmp(b)),
        _ => None,
    };
    let same = order.map_or(left.text == right.text, Ordering::is_eq);
    match relation {
        Relation::Equal => Some(same),
        Relation::NotEqual => Some(!same),
        Relation::Less => order.map(Ordering::is_lt),
        Relation::LessOrEqual => order.map(Ordering::is_le),
        Relation::Greater => order.map(Ordering::is_gt),
        Relation::GreaterOrEqual => order.map(Ordering::is_ge),
    }
}

/// The facts of a received message.
struct Message<'a> {
    fields: &'a [Field],
    values: &'a [(String, String)],
    today: Date,
}

impl Message<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        let found = self.values.iter().find(|(n, _)| n == name);
        found.map(|(_, text)| text.as_str()).filter(|t| !t.is_empty())
    }
}

impl Facts for Message<'_> {
    fn known(&self, name: &str) -> Option<Known> {
        let field = self.fields.iter().find(|f| f.name == name)?;
        let printed = super::value::printed(&field.ty, self.text(name)?)?;
        Some(Known::of(&field.ty, &printed))
    }

    /// An object is there when it says so itself (`{}`) or when anything of it is there.
    fn present(&self, name: &str) -> bool {
        let inside = |path: &str| path.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
        let is_object = self.fields.iter().any(|f| f.name == name && matches!(f.ty, Type::Object { .. }));
        self.text(name).is_some() || is_object && self.values.iter().any(|(n, text)| inside(n) && !text.is_empty())
    }

    fn today(&self) -> Date {
        self.today
    }
}
