//! Judges an operation's conditions by trying them out on a small set of values for each field.

use crate::model::{Gateway, Operation};

/// A condition that can't be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionFault {
    /// Id of the rule, or name of the field whose presence the condition decides.
    pub rule_or_field: String,
    /// Stable id of the kind of fault.
    pub kind: &'static str,
    /// What is wrong.
    pub message: String,
}

/// Every fault of the operation's conditions.
pub fn check(_gateway: &Gateway, _operation: &Operation) -> Vec<ConditionFault> {
    Vec::new()
}
