//! Reads the conditions of a message: rules that cross fields, conditions of presence, and what tells messages apart.

use super::check::{Checker, Place};
use super::message::Reader;
use crate::decode::{Fields, Word};
use crate::model::{Expr, Field, Origin, Presence, Rule};
use crate::names;
use crate::rule;
use crate::yaml::Value;

impl Reader<'_> {
    pub(super) fn rules(&self, request: &Fields<'_>, operation: &str, built: &[Field]) -> Vec<Rule> {
        let mut rules: Vec<Rule> = Vec::new();
        for node in request.list("rules") {
            let Some(fields) = Fields::of(node, "a rule", &["id", "when", "then", "because"], self.faults) else {
                continue;
            };
            let (Some(id), Some(then), Some(because)) =
                (fields.need("id"), fields.need("then"), fields.need("because"))
            else {
                continue;
            };
            if !names::is_id(&id.text)
                || rules.iter().any(|rule| rule.id == id.text)
                || RESERVED_RULES.contains(&id.text.as_str())
            {
                self.faults.add(
                    &id.at,
                    format!("`{}` can't be this rule's id", id.text),
                    "lower-case words with dashes that no other rule has",
                );
            }
            let place =
                |sound| Place { operation: operation.to_owned(), name: id.text.clone(), at: then.at.clone(), sound };
            let when = fields.text("when");
            let when = match &when {
                None => None,
                Some(word) => match self.expr(word, built) {
                    Some(expr) => Some(expr),
                    None => {
                        self.places.borrow_mut().push(place(false));
                        continue;
                    }
                },
            };
            let parsed = self.expr(&then, built);
            self.places.borrow_mut().push(place(parsed.is_some()));
            let Some(parsed) = parsed else { continue };
            let Some(field) = rule::fields(&parsed).into_iter().next() else {
                self.faults.add(&then.at, "this rule says nothing about a field", "a condition that mentions a field");
                continue;
            };
            let path = node.at.file.path.as_str();
            let inner = path.split_once('/').map_or(path, |(_, rest)| rest);
            rules.push(Rule {
                origin: Origin {
                    source: format!("{}/{inner}#{}", self.gateway.id, id.text),
                    file: path.to_owned(),
                    line: node.at.line(),
                },
                id: id.text,
                when,
                then: parsed,
                field,
                because: because.text,
            });
        }
        self.presences(request, operation, built);
        rules
    }

    /// Types the conditions of presence, which were parsed before all fields were known.
    fn presences(&self, request: &Fields<'_>, operation: &str, built: &[Field]) {
        let written = request.map("fields", "`fields`");
        for field in built {
            let Presence::When(expr) = &field.presence else { continue };
            let own = written.iter().find(|(key, _)| key.text == field.name).map(|(_, node)| *node);
            let shared = self.request.entries.iter().find(|(key, _)| key.text == field.name).map(|(_, node)| *node);
            let condition = [own, shared].into_iter().flatten().find_map(|node| {
                let Value::Map(pairs) = &node.value else { return None };
                pairs.iter().find(|(key, _)| key.text == "condition").map(|(_, node)| node.at.clone())
            });
            let Some(at) = condition else { continue };
            let word = Word { text: expr.to_string(), at: at.clone() };
            let sound = Checker { gateway: self.gateway, faults: self.faults }.typed(expr, built, &word);
            self.places.borrow_mut().push(Place {
                operation: operation.to_owned(),
                name: field.name.clone(),
                at,
                sound,
            });
        }
    }

    pub(super) fn expr(&self, word: &Word, built: &[Field]) -> Option<Expr> {
        match rule::parse(&word.text) {
            Ok(expr) => {
                Checker { gateway: self.gateway, faults: self.faults }.typed(&expr, built, word).then_some(expr)
            }
            Err(error) => {
                self.faults.add(&word.at.within(error.at, error.len), "this condition can't be read", error.message);
                None
            }
        }
    }
}

/// Ids of the rules that every table brings along.
const RESERVED_RULES: [&str; 22] = [
    "mandatory",
    "length",
    "type",
    "code",
    "control",
    "delimiter",
    "case-undecided",
    "length-min",
    "characters",
    "unknown-parameter",
    "fixed",
    "computed",
    "credential",
    "setting",
    "feature",
    "url",
    "https",
    "count",
    "count-min",
    "positive",
    "mismatch",
    "missing",
];
