//! Reads what users hand over: JSON objects of parameters, credentials and expectations, and bodies. Numbers keep the
//! text they are written with, so that `5000.001` is refused for what it is and not for what a float makes of it.

use std::io::Read;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::failure::Failure;

/// More than any message may hold; a larger file is a mistake.
const MOST_BYTES: u64 = 1 << 20;

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
    let mut read: Vec<(String, Value)> = Vec::with_capacity(pairs.len());
    for (name, raw) in pairs {
        if read.iter().any(|(known, _)| *known == name) {
            return Err(Failure::new(format!("the {what} in {} hold `{name}` twice; give it once.", path.display())));
        }
        let value = scalar(raw.get()).ok_or_else(|| {
            Failure::new(format!("`{name}` in the {what} is neither a text nor a number; a form holds nothing else."))
        })?;
        read.extend(value.map(|value| (name, value)));
    }
    Ok(read)
}

/// Parameters and expectations: texts only.
pub fn texts(path: &Path, what: &str) -> Result<Vec<(String, String)>, Failure> {
    object(path, what)?
        .into_iter()
        .map(|(name, value)| match value {
            Value::Text(text) => Ok((name, text)),
            Value::Bool(_) => Err(Failure::new(format!(
                "`{name}` in the {what} is neither a text nor a number; a form holds nothing else."
            ))),
        })
        .collect()
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
