//! Stub.
use crate::View;
use crate::table::Rule;
use crate::violation::Violation;

pub(crate) fn broken_rule(_view: &View<'_>, _rule: &'static Rule) -> Violation {
    todo!()
}
