//! YAML as a tree in which every key and value knows its place. serde-saphyr reads; this module keeps the spans, takes
//! plain scalars by their text (so `no`, `1.00` and `08` stay what they look like) and bounds size, depth and aliases.

use std::rc::Rc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Location, Spanned};

use crate::report::{At, Fault, SourceFile};

/// A value with its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub at: At,
    pub value: Value,
}

#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// A scalar's text. Everything the spec language holds is text to begin with.
    Text(String),
    /// An empty value or `~`.
    Nothing,
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Debug, Clone)]
pub(crate) struct Key {
    pub at: At,
    pub text: String,
}

impl Value {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Nothing => "nothing",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
        }
    }
}

/// Reads one file. Several documents in one file, aliases and tags are refused: nothing in a spec needs them.
pub(crate) fn parse(file: &Rc<SourceFile>) -> Result<Node, Fault> {
    let options = serde_saphyr::options! {
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 0, max_replay_stack_depth: 0, max_alias_expansions_per_anchor: 0 },
        budget: serde_saphyr::budget! { max_depth: 24, max_nodes: 200_000, max_total_scalar_bytes: 4 << 20, max_anchors: 0, max_aliases: 0, max_documents: 1 },
        with_snippet: false,
        reject_unsupported_tags: true,
    };
    match serde_saphyr::from_str_with_options::<Raw>(&file.text, options) {
        Ok(raw) => Ok(place(file, raw)),
        Err(error) => Err(Fault {
            kind: crate::report::Kind::Mistake,
            at: at(file, error.location().unwrap_or(Location::UNKNOWN)),
            message: format!("this isn't YAML that a spec may hold: {}", first_sentence(&error.to_string())),
            expected: "plain YAML: maps, lists and texts, at most 24 deep, without anchors, aliases or tags".into(),
            also: Vec::new(),
        }),
    }
}

fn first_sentence(text: &str) -> String {
    text.lines().next().unwrap_or("").trim_end_matches('.').to_owned()
}

struct Raw(Spanned<RawValue>);

enum RawValue {
    Text(String),
    /// Read as a number or a truth value: the text is taken from the source.
    Plain,
    Nothing,
    List(Vec<Raw>),
    Map(Vec<(Spanned<String>, Raw)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Spanned::deserialize(deserializer).map(Raw)
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = RawValue;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text, a list or a map")
    }

    fn visit_bool<E>(self, _: bool) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Nothing)
    }

    fn visit_str<E>(self, text: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<RawValue, E> {
        Ok(RawValue::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawValue, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(RawValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<RawValue, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(RawValue::Map(map))
    }
}

fn place(file: &Rc<SourceFile>, Raw(raw): Raw) -> Node {
    let at = at(file, raw.referenced);
    let value = match raw.value {
        RawValue::Text(text) => Value::Text(text),
        RawValue::Plain => Value::Text(file.text[at.span.clone()].trim_end().to_owned()),
        RawValue::Nothing => Value::Nothing,
        RawValue::List(items) => Value::List(items.into_iter().map(|item| place(file, item)).collect()),
        RawValue::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let key = Key { at: self::at(file, key.referenced), text: key.value };
                    (key, place(file, value))
                })
                .collect(),
        ),
    };
    Node { at, value }
}

/// serde-saphyr's place in bytes; the file's start where it has none.
fn at(file: &Rc<SourceFile>, location: Location) -> At {
    let span = location.span();
    let start = span.byte_offset().and_then(|at| usize::try_from(at).ok());
    let len = span.byte_len().and_then(|len| usize::try_from(len).ok()).unwrap_or(0);
    let start = start.unwrap_or_else(|| by_line(&file.text, location)).min(file.text.len());
    let end = (start + len).min(file.text.len());
    let sound = file.text.is_char_boundary(start) && file.text.is_char_boundary(end);
    At { file: Rc::clone(file), span: if sound { start..end } else { 0..0 } }
}

fn by_line(text: &str, location: Location) -> usize {
    let line = usize::try_from(location.line()).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(location.column()).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    start + text[start..].chars().take(column).take_while(|c| *c != '\n').map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Node, Fault> {
        parse(&Rc::new(SourceFile { path: "x.yaml".into(), text: text.into() }))
    }

    #[test]
    fn scalars_keep_the_text_they_are_written_with() {
        let node = read("[no, 08, 1.00, \"3\", 1e3, ~, 0x10, 'é', 2026-11-20, +1]").unwrap();
        let Value::List(items) = node.value else { panic!() };
        let texts: Vec<_> = items
            .iter()
            .map(|item| match &item.value {
                Value::Text(text) => text.as_str(),
                other => other.kind(),
            })
            .collect();
        assert_eq!(texts, ["no", "08", "1.00", "3", "1e3", "nothing", "0x10", "é", "2026-11-20", "+1"]);
    }

    #[test]
    fn keys_and_values_know_their_place() {
        let node = read("a: 1\n# é\nb: {c: x, d: [y]}\nb: 2\n").unwrap();
        let Value::Map(entries) = &node.value else { panic!() };
        let places: Vec<_> = entries
            .iter()
            .map(|(key, value)| (key.text.as_str(), key.at.line(), key.at.column(), value.at.column()))
            .collect();
        assert_eq!(places, [("a", 1, 1, 4), ("b", 3, 1, 4), ("b", 4, 1, 4)]);
        let Value::Map(inner) = &entries[1].1.value else { panic!() };
        assert_eq!((inner[1].0.at.column(), inner[0].1.at.column()), (11, 8));
    }

    #[test]
    fn bombs_are_refused_where_they_are() {
        assert!(read("a: &a [x]\nb: *a\n").is_err());
        assert!(read(&"[".repeat(10_000)).is_err());
        assert!(read(&format!("{}x{}", "[".repeat(10_000), "]".repeat(10_000))).is_err());
        assert!(read("a: 1\n---\nb: 2\n").is_err());
        assert!(read("a: !!python/object x\n").is_err());
    }
}
