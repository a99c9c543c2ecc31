//! `vocabulary.yaml`: what parameters mean that several messages share. A message's own words go before it.

use crate::decode::Faults;
use crate::yaml::{Key, Node, Value};

/// One half of `vocabulary.yaml`: parameters that several messages share, with what they mean.
#[derive(Default)]
pub(super) struct Vocabulary<'a> {
    pub entries: Vec<(&'a Key, &'a Node)>,
    used: Vec<String>,
}

impl<'a> Vocabulary<'a> {
    pub fn of(entries: Vec<(&'a Key, &'a Node)>) -> Self {
        Self { entries, used: Vec::new() }
    }

    /// The message's own facts of a parameter before those that messages share.
    pub fn merged(&mut self, name: &str, own: Option<&Node>) -> Option<Node> {
        let Some((_, shared)) = self.entries.iter().find(|(key, _)| key.text == name) else { return own.cloned() };
        self.used.push(name.to_owned());
        let (Some(own), Value::Map(shared_pairs)) = (own, &shared.value) else { return Some((*shared).clone()) };
        let Value::Map(own_pairs) = &own.value else { return Some(own.clone()) };
        let mut pairs = own_pairs.clone();
        let says = |key: &str| own_pairs.iter().any(|(own, _)| own.text == key);
        // Where a value comes from is one fact with two spellings: a message that fixes a value has said it.
        let sourced = says("fixed") || says("from");
        let skip = |key: &str| says(key) || (sourced && matches!(key, "fixed" | "from" | "with"));
        pairs.extend(shared_pairs.iter().filter(|(key, _)| !skip(&key.text)).cloned());
        Some(Node { at: own.at.clone(), value: Value::Map(pairs) })
    }

    /// Entries that no message has are mistakes.
    pub fn report_unused(&self, faults: &Faults) {
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.used.contains(&key.text)) {
            faults.add(
                &key.at,
                format!("no message has a parameter `{}`", key.text),
                "a parameter's name after corrections, or no entry",
            );
        }
    }
}
