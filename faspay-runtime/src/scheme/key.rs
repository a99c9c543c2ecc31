//! A static key in a header, as Pivot sends it with callbacks (`X-API-Key`). It says who sends a message and nothing about
//! what is in it: every field stays unsigned, and whoever has seen one message can write others.

use crate::Secret;
use sha2::{Digest, Sha256};
use std::fmt;
use subtle::ConstantTimeEq;

/// Whether the header that came holds the merchant's key. Give `None` when the header is missing, and also when it came
/// more than once.
///
/// Both are hashed before they are compared, so the time that it takes tells neither how many bytes agree nor how long the own
/// key is; it depends on the length of what came, which the sender knows.
///
/// # Errors
/// When the key is missing or wrong, which is one and the same; or when the merchant has none.
pub fn verify(given: Option<&[u8]>, own: &Secret) -> Result<(), KeyError> {
    if own.expose().is_empty() {
        return Err(KeyError::NoKey);
    }
    let given = Sha256::digest(given.unwrap_or_default());
    let agrees = given.as_slice().ct_eq(Sha256::digest(own.expose()).as_slice());
    if bool::from(agrees) { Ok(()) } else { Err(KeyError::NotValid) }
}

/// Why a message isn't known to come from the gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// The key is missing or wrong. Answer as to any stranger, and change nothing.
    NotValid,
    /// The merchant's own key is empty: nothing can be verified until it is set.
    NoKey,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotValid => "the key isn't valid; change nothing because of this message",
            Self::NoKey => "the merchant's own key is empty, so no message can be verified",
        })
    }
}

impl std::error::Error for KeyError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn missing_and_wrong_are_one_error() {
        let own = Secret::from("cb-key-7");
        assert_eq!(verify(Some(b"cb-key-7"), &own), Ok(()));
        for given in [None, Some(&b""[..]), Some(b"cb-key-8"), Some(b"cb-key-"), Some(b"cb-key-77"), Some(b"CB-KEY-7")]
        {
            assert_eq!(verify(given, &own), Err(KeyError::NotValid), "{given:?}");
        }
    }

    #[test]
    fn an_empty_key_of_ones_own_opens_to_nobody() {
        for given in [None, Some(&b""[..]), Some(b"x")] {
            assert_eq!(verify(given, &Secret::default()), Err(KeyError::NoKey));
        }
    }

    proptest! {
        #[test]
        fn only_the_same_bytes_agree(own in ".{1,40}", given in proptest::collection::vec(any::<u8>(), 0..40)) {
            prop_assert!(verify(Some(own.as_bytes()), &Secret::from(&*own)).is_ok());
            prop_assert_eq!(verify(Some(&given), &Secret::from(&*own)).is_ok(), given == own.as_bytes());
        }
    }
}
