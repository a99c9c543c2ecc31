//! Reads what users hand over: JSON objects of parameters, credentials and expectations, and bodies. Numbers keep the
//! text they are written with, so that `5000.001` is refused for what it is and not for what a float makes of it.

use std::collections::HashSet;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use faspay_spec::model::{Encoding, Field, Type};

use crate::failure::Failure;

/// More than any message may hold; a larger file is a mistake.
const MOST_BYTES: u64 = 1 << 20;

/// More levels than any message has.
const MOST_LEVELS: usize = 16;

/// A value of an object, as written.
#[derive(Debug, Clone)]
pub enum Value {
    /// A text, or the text of a number.
    Text(String),
    /// `true` or `false`.
    Bool(bool),
}

/// The bytes of a file, or of standard input for `-`.
pub fn bytes(path: &Path, what: &str) -> Result<Vec<u8>, Failure> {
    let mut read = Vec::new();
    let (name, outcome) = if path.as_os_str() == "-" {
        ("standard input".to_owned(), std::io::stdin().take(MOST_BYTES + 1).read_to_end(&mut read))
    } else {
        let outcome = std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut read));
        (path.display().to_string(), outcome)
    };
    outcome.map_err(|error| Failure::new(format!("can't read the {what} from {name}: {error}.")))?;
    if read.len() as u64 > MOST_BYTES {
        return Err(Failure::new(format!(
            "the {what} in {name} is larger than 1 MiB, more than any message may hold."
        )));
    }
    Ok(read)
}

/// A flat JSON object as ordered pairs.
pub fn object(path: &Path, what: &str) -> Result<Vec<(String, Value)>, Failure> {
    let mut read: Vec<(String, Value)> = Vec::new();
    for (name, raw) in members(path, what)? {
        let value = scalar(raw.get()).ok_or_else(|| not_flat(&name, what))?;
        read.extend(value.map(|value| (name, value)));
    }
    Ok(read)
}

/// Parameters and expectations of a message with these fields, by the names that the engines know: in JSON, what is nested
/// goes under its path.
pub fn named(path: &Path, what: &str, encoding: Encoding, fields: &[Field]) -> Result<Vec<(String, String)>, Failure> {
    let mut named = Vec::new();
    for (name, raw) in members(path, what)? {
        match encoding {
            Encoding::Form => match scalar(raw.get()) {
                Some(Some(Value::Text(text))) => named.push((name, text)),
                Some(None) => {}
                Some(Some(Value::Bool(_))) | None => return Err(not_flat(&name, what)),
            },
            Encoding::Json => flatten(name, &raw, fields, 1, &mut named)
                .map_err(|reason| Failure::new(format!("the {what} in {} can't be read: {reason}.", path.display())))?,
        }
    }
    let mut names = HashSet::new();
    match named.iter().find(|(name, _)| !names.insert(name.as_str())) {
        Some((name, _)) => Err(twice(name, path, what)),
        None => Ok(named),
    }
}

fn members(path: &Path, what: &str) -> Result<Vec<(String, Box<RawValue>)>, Failure> {
    let bytes = bytes(path, what)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        Failure::new(format!(
            "the {what} in {} can't be read: byte {} isn't UTF-8.",
            path.display(),
            error.valid_up_to()
        ))
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Pairs(pairs) = serde_json::from_str(text).map_err(|error| {
        Failure::new(format!(
            "the {what} in {} can't be read as a JSON object: {error}. Expected something like {{\"merchant_tranid\": \"INV-1\", \"amount\": 5000}}.",
            path.display()
        ))
    })?;
    let mut names = HashSet::new();
    match pairs.iter().find(|(name, _)| !names.insert(name.as_str())) {
        Some((name, _)) => Err(twice(name, path, what)),
        None => Ok(pairs),
    }
}

fn twice(name: &str, path: &Path, what: &str) -> Failure {
    Failure::new(format!("the {what} in {} hold `{name}` twice; give it once.", path.display()))
}

fn not_flat(name: &str, what: &str) -> Failure {
    Failure::new(format!("`{name}` in the {what} is neither a text nor a number; a form holds nothing else."))
}

/// One member under its path: an object that the message has is `{}`, followed by its members; lists and free objects are
/// their own JSON; everything else is its text. What the message doesn't have is taken apart in the same way, so that each
/// name in it is judged.
fn flatten(
    path: String,
    raw: &RawValue,
    fields: &[Field],
    level: usize,
    named: &mut Vec<(String, String)>,
) -> Result<(), String> {
    if level > MOST_LEVELS {
        return Err(format!("`{path}` is nested more than {MOST_LEVELS} levels deep"));
    }
    let text = raw.get();
    match scalar(text) {
        Some(None) => return Ok(()),
        Some(Some(Value::Text(text))) => named.push((path, text)),
        Some(Some(Value::Bool(_))) => named.push((path, text.to_owned())),
        None => {
            let ty = fields.iter().find(|field| field.name == path).map(|field| &field.ty);
            if text.starts_with('[') || matches!(ty, Some(Type::Json | Type::List { .. })) {
                named.push((path, compact(text)));
                return Ok(());
            }
            let Pairs(members) = serde_json::from_str(text).map_err(|error| format!("`{path}`: {error}"))?;
            if members.is_empty() || matches!(ty, Some(Type::Object { .. })) {
                named.push((path.clone(), "{}".to_owned()));
            }
            for (name, raw) in members {
                flatten(format!("{path}.{name}"), &raw, fields, level + 1, named)?;
            }
        }
    }
    Ok(())
}

/// JSON without the white space that a file is laid out with; line breaks are control characters to every rule.
fn compact(raw: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    let keep = |c: &char| {
        let was_text = is_text;
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            _ => {}
        }
        was_text || !c.is_ascii_whitespace()
    };
    raw.chars().filter(keep).collect()
}

/// `Some(None)` is `null`, the same as leaving it out; `None` is a list or an object.
fn scalar(raw: &str) -> Option<Option<Value>> {
    match raw.as_bytes().first()? {
        b'"' => serde_json::from_str(raw).ok().map(|text| Some(Value::Text(text))),
        b'-' | b'0'..=b'9' => Some(Some(Value::Text(raw.to_owned()))),
        b't' => Some(Some(Value::Bool(true))),
        b'f' => Some(Some(Value::Bool(false))),
        b'n' => Some(None),
        _ => None,
    }
}

struct Pairs(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests;
