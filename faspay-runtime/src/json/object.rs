//! Free JSON that a merchant gives: any object, taken over as it is.

use super::read::{Node, compact, whole};
use std::fmt;

/// A text that is one JSON object, without white space outside of its strings: for fields that take whatever a merchant wants to
/// keep with a payment. No key comes twice, nothing is nested deeper than 16 levels, and no string has control characters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct JsonObject(String);

impl JsonObject {
    /// Takes a text.
    ///
    /// # Errors
    /// When it isn't such an object.
    pub fn parse(text: &str) -> Result<Self, JsonObjectError> {
        compact_object(text).map(Self).ok_or(JsonObjectError(()))
    }

    /// As it goes over the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that is one JSON object, without white space outside of its strings.
pub(crate) fn compact_object(text: &str) -> Option<String> {
    match whole(text).ok()? {
        Node::Object(written, _) => Some(compact(written)),
        _ => None,
    }
}

impl fmt::Display for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for JsonObject {
    type Err = JsonObjectError;

    fn from_str(text: &str) -> Result<Self, JsonObjectError> {
        Self::parse(text)
    }
}

/// Not one JSON object that reads in one way only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonObjectError(());

impl fmt::Display for JsonObjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not one JSON object without keys that come twice, control characters, or more than 16 levels")
    }
}

impl std::error::Error for JsonObjectError {}
