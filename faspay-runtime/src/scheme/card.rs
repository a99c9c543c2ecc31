//! Cards that are encrypted before they are sent, for a gateway that takes card numbers only so, as Pivot does when a session is confirmed
//! through its API. What is encrypted is a type that every message can name; making one takes the feature `card-encryption`. Whoever
//! holds card numbers is bound by PCI DSS, encrypted or not.

#[cfg(feature = "card-encryption")]
mod encryption;

use crate::{FieldValue, Value};
use std::fmt;

#[cfg(feature = "card-encryption")]
pub use encryption::{CardDetails, CardError, DeviceInformation, EncryptionKey};

/// An encrypted card: the only thing that can be put where a message wants one. Nothing but `EncryptionKey::encrypt` makes it, with the
/// feature `card-encryption`; without, a message that has a place for one compiles all the same, and the place stays empty.
#[derive(Clone)]
pub struct EncryptedCard(String);

impl EncryptedCard {
    /// As it is sent, in more than 1000 characters. The gateway's table says that at most 500 are taken; its own sample has 1508.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldValue for EncryptedCard {
    fn value(&self) -> Value<'_> {
        Value::text(&self.0)
    }
}

/// It is long, and of no use to a reader.
impl fmt::Debug for EncryptedCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncryptedCard(…)")
    }
}
