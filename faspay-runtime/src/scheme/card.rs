//! Cards that are encrypted before they are sent, for a gateway that takes card numbers only so, as Pivot does when a session is confirmed
//! through its API. What is encrypted is a type that every message can name; making one of a card takes the feature `card-encryption`.
//! Whoever holds card numbers is bound by PCI DSS, encrypted or not.

#[cfg(feature = "card-encryption")]
mod encryption;

use crate::{FieldValue, Value};
use std::fmt;

#[cfg(feature = "card-encryption")]
pub use encryption::{CardDetails, CardError, DeviceInformation, EncryptionKey};

/// An encrypted card: the only thing that can be put where a message wants one. The shopper's browser encrypts it with the session's
/// key, and a server takes it as it comes ([`parse`](Self::parse)): so it sees no card. A server that holds the card itself encrypts with
/// `EncryptionKey::encrypt`, which is there with the feature `card-encryption`.
#[derive(Clone)]
pub struct EncryptedCard(String);

impl EncryptedCard {
    /// One has more characters than this: the encrypted key alone, in base64 twice, has 459 of them.
    const LONGER_THAN: usize = 1000;

    /// Takes what a browser has encrypted: base64, more than 1000 characters. A card in clear text with the device's information is
    /// shorter, in base64 as well, so it isn't taken for one by mistake. Whether it can be decrypted only the gateway knows.
    ///
    /// # Errors
    /// When it can't be an encrypted card. The error doesn't repeat it.
    ///
    /// ```
    /// use faspay_runtime::scheme::card::EncryptedCard;
    ///
    /// assert!(EncryptedCard::parse("eyJF".repeat(377)).is_ok());
    /// let error = EncryptedCard::parse("4440000112200001").unwrap_err();
    /// assert!(error.to_string().starts_with("isn't an encrypted card"));
    /// ```
    pub fn parse(text: impl Into<String>) -> Result<Self, NotEncrypted> {
        let text = text.into();
        if Self::reads(&text) { Ok(Self(text)) } else { Err(NotEncrypted(())) }
    }

    /// Whether it can be one by its form.
    pub(crate) fn reads(text: &str) -> bool {
        let padding = text.bytes().rev().take_while(|byte| *byte == b'=').count();
        let body = text.len().saturating_sub(padding);
        let is_letter = |byte: u8| matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/');
        let is_whole = text.len().is_multiple_of(4) && padding <= 2;
        text.len() > Self::LONGER_THAN && is_whole && text.bytes().take(body).all(is_letter)
    }

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

/// What should be an encrypted card isn't one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotEncrypted(());

impl fmt::Display for NotEncrypted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "isn't an encrypted card: one is base64, in more than 1000 characters. Encrypt the card with the session's key first",
        )
    }
}

impl std::error::Error for NotEncrypted {}
