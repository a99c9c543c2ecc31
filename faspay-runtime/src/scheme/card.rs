//! Cards that are encrypted before they are sent, for a gateway that takes card numbers only so, as Pivot does when a session is confirmed
//! through its API. What is encrypted is a type that every message can name; making one of a card takes the feature `card-encryption`.
//! Whoever holds card numbers is bound by PCI DSS, encrypted or not.

#[cfg(feature = "card-encryption")]
mod encryption;

use crate::json::{Node, whole};
use crate::{FieldValue, Value};
use base64ct::{Base64, Encoding as _};
use std::fmt;

#[cfg(feature = "card-encryption")]
pub use encryption::{CardDetails, CardError, DeviceInformation, EncryptionKey};

/// An encrypted card: the only thing that can be put where a message wants one. The shopper's browser encrypts it with the session's
/// key, and a server takes it as it comes ([`parse`](Self::parse)): so it sees no card. A server that holds the card itself encrypts with
/// `EncryptionKey::encrypt`, which is there with the feature `card-encryption`.
#[derive(Clone)]
pub struct EncryptedCard(String);

impl EncryptedCard {
    /// The members of the envelope, as the page's code writes them and as its sample has them.
    const MEMBERS: [[&str; 3]; 2] = [["encryptedKey", "nonce", "ciphertext"], ["EncryptedKey", "Nonce", "Ciphertext"]];

    /// Takes what a browser has encrypted: base64 of a JSON object with an encrypted key of 256 to 512 bytes, a nonce of 12 and a
    /// ciphertext of more than 16, each in base64, and with nothing else. A card in clear text is none, however it is wrapped. Whether it
    /// can be decrypted only the gateway knows.
    ///
    /// # Errors
    /// When it can't be an encrypted card. The error doesn't repeat it.
    ///
    /// ```
    /// use faspay_runtime::scheme::card::EncryptedCard;
    ///
    /// let error = EncryptedCard::parse("4440000112200001").unwrap_err();
    /// assert!(error.to_string().starts_with("isn't an encrypted card"));
    /// // A card in clear text, wrapped: {"card":{"number":"4440000112200001"}}
    /// assert!(EncryptedCard::parse("eyJjYXJkIjp7Im51bWJlciI6IjQ0NDAwMDAxMTIyMDAwMDEifX0=").is_err());
    /// ```
    pub fn parse(text: impl Into<String>) -> Result<Self, NotEncrypted> {
        let text = text.into();
        if Self::reads(&text) { Ok(Self(text)) } else { Err(NotEncrypted(())) }
    }

    /// Whether it can be one by its form.
    pub(crate) fn reads(text: &str) -> bool {
        let Some(envelope) = Base64::decode_vec(text).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else {
            return false;
        };
        let Ok(Node::Object(_, members)) = whole(&envelope) else { return false };
        let length = |wanted: &str| {
            let (_, node) = members.iter().find(|(name, _)| name == wanted)?;
            let Node::Text(part) = node else { return None };
            Base64::decode_vec(part).ok().map(|bytes| bytes.len())
        };
        let is_whole = |names: [&str; 3]| {
            let [key, nonce, ciphertext] = names.map(length);
            // A key of 2048 to 4096 bits, as `EncryptionKey` takes; a nonce of GCM, whose tag alone has 16 bytes.
            key.is_some_and(|length| (256..=512).contains(&length))
                && nonce == Some(12)
                && ciphertext.is_some_and(|length| length > 16)
        };
        members.len() == 3 && Self::MEMBERS.into_iter().any(is_whole)
    }

    /// As it is sent. The gateway's table says that at most 500 characters are taken; its own sample has 1508.
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

/// What should be an encrypted card isn't one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotEncrypted(());

impl fmt::Display for NotEncrypted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "isn't an encrypted card: one is base64 of a JSON object with encryptedKey, nonce and ciphertext. Encrypt the card with the \
             session's key first",
        )
    }
}

impl std::error::Error for NotEncrypted {}
