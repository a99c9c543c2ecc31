//! Typed reading of a YAML tree that never stops at the first mistake: every reader reports into one [`Faults`] and
//! returns what it could read, so that a maintainer sees all mistakes of a folder at once.

use std::cell::RefCell;

use crate::report::{At, Fault, Kind};
use crate::yaml::{Key, Node, Value};

/// Where every reader leaves its complaints.
#[derive(Default)]
pub(crate) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub fn add(&self, at: &At, message: impl Into<String>, expected: impl Into<String>) {
        self.add_with(at, message, expected, Vec::new());
    }

    pub fn add_with(&self, at: &At, message: impl Into<String>, expected: impl Into<String>, also: Vec<(At, String)>) {
        self.add_stale(Kind::Mistake, at, message, expected, also);
    }

    /// A mistake of a kind of its own.
    pub fn add_stale(
        &self,
        kind: Kind,
        at: &At,
        message: impl Into<String>,
        expected: impl Into<String>,
        also: Vec<(At, String)>,
    ) {
        self.push(Fault { kind, at: at.clone(), message: message.into(), expected: expected.into(), also });
    }

    pub fn push(&self, fault: Fault) {
        self.0.borrow_mut().push(fault);
    }

    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    pub fn take(self) -> Vec<Fault> {
        self.0.into_inner()
    }
}

/// A text with its place.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub text: String,
    pub at: At,
}

/// A map whose keys are known.
pub(crate) struct Fields<'a> {
    pub at: At,
    entries: Vec<(&'a Key, &'a Node)>,
    what: &'static str,
    faults: &'a Faults,
}

impl<'a> Fields<'a> {
    /// Reads a map that may hold `allowed` keys; anything else in it is reported.
    pub fn of(node: &'a Node, what: &'static str, allowed: &[&str], faults: &'a Faults) -> Option<Self> {
        let entries = entries(node, what, faults)?;
        for (key, _) in &entries {
            if !allowed.contains(&key.text.as_str()) {
                let hint =
                    nearest(&key.text, allowed).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
                faults.add(
                    &key.at,
                    format!("{what} has no key `{}`", key.text),
                    format!("{hint}known keys: {}", allowed.join(", ")),
                );
            }
        }
        Some(Self { at: node.at.clone(), entries, what, faults })
    }

    pub fn get(&self, key: &str) -> Option<&'a Node> {
        self.entry(key).map(|(_, node)| node)
    }

    pub fn entry(&self, key: &str) -> Option<(&'a Key, &'a Node)> {
        self.entries.iter().find(|(own, _)| own.text == key).copied()
    }

    /// A text that may be left out.
    pub fn text(&self, key: &str) -> Option<Word> {
        self.get(key).and_then(|node| text(node, &format!("`{key}`"), self.faults))
    }

    /// A text that must be there.
    pub fn need(&self, key: &str) -> Option<Word> {
        if self.get(key).is_none() {
            self.missing(key);
        }
        self.text(key)
    }

    pub fn missing(&self, key: &str) {
        // The whole map would be a page of snippet; its first line is enough.
        let at = At { file: self.at.file.clone(), span: self.at.span.start..self.at.span.start };
        let at = self.entries.first().map_or(at, |(first, _)| first.at.clone());
        self.faults.add(&at, format!("{} lacks `{key}`", self.what), format!("expected a key `{key}` in this map"));
    }

    /// A whole number that may be left out.
    pub fn number(&self, key: &str) -> Option<u32> {
        let word = self.text(key)?;
        word.text
            .parse()
            .map_err(|_| self.faults.add(&word.at, format!("`{key}` isn't a whole number"), "a number such as 9"))
            .ok()
    }

    /// `true` or `false`; false when left out.
    pub fn flag(&self, key: &str) -> bool {
        let Some(word) = self.text(key) else { return false };
        match word.text.as_str() {
            "true" => true,
            "false" => false,
            _ => {
                self.faults.add(&word.at, format!("`{key}` is neither true nor false"), "true or false");
                false
            }
        }
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let word = self.text(key)?;
        let found = choices.iter().find(|(name, _)| *name == word.text).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
            self.faults.add(
                &word.at,
                format!("`{key}` can't be `{}`", word.text),
                format!("one of {}", names.join(", ")),
            );
        }
        found
    }

    /// The items of a list; none when left out.
    pub fn list(&self, key: &str) -> &'a [Node] {
        let Some(node) = self.get(key) else { return &[] };
        match &node.value {
            Value::List(items) => items,
            other => {
                self.faults.add(&node.at, format!("`{key}` is {}", other.kind()), "a list");
                &[]
            }
        }
    }

    /// The texts of a list.
    pub fn texts(&self, key: &str) -> Vec<Word> {
        self.list(key).iter().filter_map(|node| text(node, &format!("an item of `{key}`"), self.faults)).collect()
    }

    /// The entries of a map with free keys; none when left out.
    pub fn map(&self, key: &str, what: &'static str) -> Vec<(&'a Key, &'a Node)> {
        self.get(key).and_then(|node| entries(node, what, self.faults)).unwrap_or_default()
    }
}

/// The entries of a map, duplicates reported and dropped.
pub(crate) fn entries<'a>(node: &'a Node, what: &str, faults: &Faults) -> Option<Vec<(&'a Key, &'a Node)>> {
    let Value::Map(pairs) = &node.value else {
        faults.add(&node.at, format!("{what} is {}", node.value.kind()), "a map of keys and values");
        return None;
    };
    let mut kept: Vec<(&Key, &Node)> = Vec::new();
    for (key, value) in pairs {
        match kept.iter().find(|(known, _)| known.text == key.text) {
            Some((first, _)) => faults.add_with(
                &key.at,
                format!("`{}` is given twice in {what}", key.text),
                "each key once; delete one of the two",
                vec![(first.at.clone(), "first given here".into())],
            ),
            None => kept.push((key, value)),
        }
    }
    Some(kept)
}

/// A scalar's text.
pub(crate) fn text(node: &Node, what: &str, faults: &Faults) -> Option<Word> {
    match &node.value {
        Value::Text(text) => {
            if let Some(bad) = text.chars().find(|c| crate::report::is_hidden(*c)) {
                faults.add(
                    &node.at,
                    format!("{what} holds the control character U+{:04X}", u32::from(bad)),
                    "one line of text without control characters",
                );
                return None;
            }
            Some(Word { text: text.clone(), at: node.at.clone() })
        }
        other => {
            faults.add(&node.at, format!("{what} is {}", other.kind()), "a text");
            None
        }
    }
}

/// The candidate that `word` was probably meant to be.
pub(crate) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    candidates
        .iter()
        .map(|candidate| (distance(word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}

/// What would have been right: one of those that are known, or `otherwise` where there is none to name.
pub(crate) fn one_of<S: AsRef<str>>(known: &[S], otherwise: &str) -> String {
    let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
    if known.is_empty() { otherwise.to_owned() } else { format!("one of {}", known.join(", ")) }
}

/// Edit distance between two short words; words over 64 bytes are never alike.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    if a.len() > 64 || b.len() > 64 {
        return usize::MAX;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = corner + usize::from(from != *to);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
