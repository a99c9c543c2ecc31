//! Interprets the life of a payment: keeps every status that was heard of it and searches the steps of the model for the last one.
//! The sandbox walks along these steps; a test compares this with the tables and the type that merchants use.

use std::collections::BTreeSet;

use crate::model::{Gateway, Life, Outcome};

/// What was heard of one payment.
#[derive(Debug, Clone)]
pub struct Heard<'a> {
    gateway: &'a Gateway,
    life: &'a Life,
    codes: BTreeSet<String>,
}

impl<'a> Heard<'a> {
    /// Nothing yet.
    pub fn nothing(gateway: &'a Gateway, life: &'a Life) -> Self {
        Self { gateway, life, codes: BTreeSet::new() }
    }

    /// Hears the status that a message of this id brings, and says what that has changed: `advanced`, `duplicate`, `stale`,
    /// `conflicting`, `unknown`, `of-request` or `foreign`.
    pub fn hear(&mut self, message: &str, code: &str) -> &'static str {
        let told = self.gateway.inbound.iter().find(|own| own.id == message);
        if !told.is_some_and(|own| own.has_status_of(&self.life.list)) {
            return "foreign";
        }
        if self.life.of_request.iter().any(|(id, codes)| id == message && codes.iter().any(|own| own == code)) {
            return "of-request";
        }
        let is_new = self.codes.insert(code.to_owned());
        if !self.known(code) {
            return "unknown";
        }
        let last = self.last();
        match (is_new, last.iter().any(|own| own == code), last.len()) {
            (false, ..) => "duplicate",
            (true, false, _) => "stale",
            (true, true, 1) => "advanced",
            (true, true, _) => "conflicting",
        }
    }

    /// The statuses that nothing else which was heard comes after: none, one, or several that contradict each other.
    pub fn last(&self) -> Vec<String> {
        let known = || self.codes.iter().filter(|code| self.known(code));
        let mut last: Vec<String> =
            known().filter(|code| !known().any(|other| comes_before(self.life, code, other))).cloned().collect();
        last.sort_by_key(|code| self.place(code));
        last
    }

    /// What that says about money.
    pub fn outcome(&self) -> Outcome {
        let list = self.gateway.codes.iter().find(|list| list.name == self.life.list);
        match &self.last()[..] {
            [code] => list
                .and_then(|list| list.values.iter().find(|value| value.code == *code))
                .and_then(|value| value.outcome)
                .unwrap_or(Outcome::Unknown),
            _ => Outcome::Unknown,
        }
    }

    /// Whether the status has a place in this life.
    fn known(&self, code: &str) -> bool {
        self.place(code).is_some() && !self.life.outside.iter().any(|(outside, _)| outside == code)
    }

    fn place(&self, code: &str) -> Option<usize> {
        let list = self.gateway.codes.iter().find(|list| list.name == self.life.list)?;
        list.values.iter().position(|value| value.code == code)
    }
}

/// Whether one status comes before another, over any number of steps.
pub fn comes_before(life: &Life, code: &str, other: &str) -> bool {
    life.steps
        .iter()
        .filter(|step| !step.back && step.from == code)
        .any(|step| step.to == other || comes_before(life, &step.to, other))
}
