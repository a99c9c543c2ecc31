//! The signature inside a JSON body, as Finpay signs callbacks: 128 hexadecimal digits of HMAC-SHA512 over the object without its
//! signature. The sender hashed a text, put the digest in, and may have written the whole again on the way out; so there are
//! three texts that may have been hashed, and each is tried.
//!
//! # The three texts
//!
//! 1. *As it came*: the bytes from `{` to `}` without the signature member. Where something follows the member, everything from its
//!    key to the next member's key is cut out; where it is the last of several, everything from the comma before it to its end.
//!    White space outside the object doesn't count.
//! 2. *As PHP writes it*: without white space, strings as `json_encode` escapes them (`\/`, `\u00e9`).
//! 3. *Compact*: without white space, strings with no escape that isn't needed.
//!
//! In all of them the members stand in the order in which they came, and numbers are the digits that came.
//!
//! # Why trying three lets nobody in
//!
//! Without the key, only a text that the sender has signed verifies. So suppose that the sender signed a text, and that a
//! body verifies because one of its three texts is that text. All three are JSON and mean the same: the body's members without the
//! signature, in their order. Cutting takes out one whole member and a comma, and writing anew changes white space and the spelling of
//! characters in strings. What a JSON text means doesn't depend on who wrote it. So the body means what the sender signed, and the most that a
//! stranger can do is to spell it otherwise.
//!
//! That rests on every reader finding one meaning in a body, so what readers disagree about is refused: a key that comes twice, at whatever
//! level and in whatever case, half a surrogate pair, control characters in strings, anything after the object. A signature member
//! deeper down is data like any other. Nothing here says that the message is new, or meant for this merchant: the same key may
//! sign other messages of the same gateway.

use super::quoted::{self, Style};
use crate::pairs::MOST_BYTES;
use crate::receive::{Key, ReceiveError};
use crate::sign::hex_value;
use crate::verify::Signature;
use crate::{Secret, VerifyError};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::fmt;
use subtle::{Choice, ConstantTimeEq};

mod scan;

/// Bytes of a signature.
const SIZE: usize = 64;

/// Checks the signature that stands in the member `member` of a JSON object.
///
/// # Errors
/// When it is missing or wrong, which is one and the same; when the body isn't one JSON object that reads in one way only; or when
/// the merchant has no key.
pub fn verify(body: &[u8], member: &str, key: &Secret) -> Result<(), HmacJsonError> {
    match judge(body, member, key)? {
        Signature::Valid => Ok(()),
        _ => Err(HmacJsonError::NotValid),
    }
}

/// What the signature is. For those who report a missing one apart from a wrong one to the merchant.
pub(crate) fn judge(body: &[u8], member: &str, key: &Secret) -> Result<Signature, HmacJsonError> {
    if key.expose().is_empty() {
        return Err(HmacJsonError::NoKey);
    }
    let scanned = scan::scan(body, member)?;
    let Some(given) = scanned.given.as_deref() else { return Ok(scanned.without()) };
    let Some(given) = from_hex(given) else { return Ok(Signature::Invalid) };
    let [head, tail] = scanned.raw;
    // All three are hashed whatever comes of the first.
    let mut agrees = Choice::from(0);
    for text in [&[head, tail][..], &[&scanned.php], &[&scanned.plain]] {
        agrees |= mac(text, key)?.ct_eq(&given);
    }
    Ok(if bool::from(agrees) { Signature::Valid } else { Signature::Invalid })
}

fn mac(pieces: &[&[u8]], key: &Secret) -> Result<[u8; SIZE], HmacJsonError> {
    // A key may have any length.
    let keyed = Hmac::<Sha512>::new_from_slice(key.expose().as_bytes()).map_err(|_| HmacJsonError::NoKey)?;
    let keyed = pieces.iter().fold(keyed, |keyed, piece| keyed.chain_update(piece));
    Ok(keyed.finalize().into_bytes().into())
}

/// Exactly 128 hexadecimal digits of either case.
fn from_hex(text: &str) -> Option<[u8; SIZE]> {
    let mut bytes = [0; SIZE];
    if text.len() != 2 * SIZE {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let &[high, low] = pair else { return None };
        *byte = hex_value(high)? << 4 | hex_value(low)?;
    }
    Some(bytes)
}

/// Why a body isn't verified.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum HmacJsonError {
    /// The signature is missing or wrong. Answer as to any stranger, and change nothing.
    NotValid,
    /// The body isn't one JSON object that reads in one way only.
    Unreadable(ReceiveError),
    /// The merchant's own key is empty: nothing can be verified until it is set.
    NoKey,
}

impl From<ReceiveError> for HmacJsonError {
    fn from(error: ReceiveError) -> Self {
        Self::Unreadable(error)
    }
}

impl fmt::Display for HmacJsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotValid => VerifyError::NotValid.fmt(f),
            Self::Unreadable(error) => error.fmt(f),
            Self::NoKey => f.write_str("the merchant's own key is empty, so no message can be verified"),
        }
    }
}

impl std::error::Error for HmacJsonError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
