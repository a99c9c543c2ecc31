//! Keys that tell a request that is sent again from a new one. The gateway answers the second request of a key as it answered the
//! first, so a key is made once for each thing that a merchant wants done, and stored with it before anything is sent.

use super::random::{RandomError, fill};
use crate::{FieldValue, Value};
use std::fmt;
use std::ops::RangeInclusive;

/// An idempotency key: ASCII letters and digits only. It is no secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// How many characters Pivot takes.
    pub const LENGTHS: RangeInclusive<usize> = 16..=36;

    /// A key that the merchant has, of 16 to 36 characters.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(text: impl Into<String>) -> Result<Self, IdempotencyKeyError> {
        Self::within(text, Self::LENGTHS)
    }

    /// The same with the limits of another gateway.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn within(text: impl Into<String>, lengths: RangeInclusive<usize>) -> Result<Self, IdempotencyKeyError> {
        let text = text.into();
        if let Some(character) = text.chars().find(|character| !character.is_ascii_alphanumeric()) {
            return Err(IdempotencyKeyError::Character(character));
        }
        // Each of them is one byte.
        if !lengths.contains(&text.len()) {
            return Err(IdempotencyKeyError::Length { actual: text.len(), lengths });
        }
        Ok(Self(text))
    }

    /// A new key of 32 lower-case hexadecimal characters: 128 random bits.
    ///
    /// # Errors
    /// When the source fails, or fills in nothing but zeros.
    pub fn generate(mut random: impl FnMut(&mut [u8]) -> Result<(), RandomError>) -> Result<Self, RandomError> {
        let mut bytes = [0; 16];
        fill(&mut bytes, &mut random)?;
        let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
        Ok(Self(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()))
    }

    /// As it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FieldValue for IdempotencyKey {
    fn value(&self) -> Value<'_> {
        Value::text(&self.0)
    }
}

/// Why a text is no key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum IdempotencyKeyError {
    /// It holds something else than ASCII letters and digits; a hyphen, for example.
    Character(char),
    /// It is too short or too long.
    Length {
        /// Its characters.
        actual: usize,
        /// How many it may have.
        lengths: RangeInclusive<usize>,
    },
}

impl fmt::Display for IdempotencyKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Character(character) => {
                write!(f, "an idempotency key holds ASCII letters and digits only, not {}", character.escape_debug())
            }
            Self::Length { actual, lengths } => write!(
                f,
                "an idempotency key has {} to {} characters, this one has {actual}",
                lengths.start(),
                lengths.end()
            ),
        }
    }
}

impl std::error::Error for IdempotencyKeyError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counting(buffer: &mut [u8]) -> Result<(), RandomError> {
        buffer.iter_mut().zip(0xF0..=0xFF).for_each(|(byte, value)| *byte = value);
        Ok(())
    }

    #[test]
    fn a_key_has_sixteen_to_thirty_six_letters_and_digits() {
        let of = |length: usize| IdempotencyKey::new("a1B2c3D4".repeat(5).chars().take(length).collect::<String>());
        assert_eq!(of(15), Err(IdempotencyKeyError::Length { actual: 15, lengths: 16..=36 }));
        assert_eq!(of(16).unwrap().as_str(), "a1B2c3D4a1B2c3D4");
        assert_eq!(of(36).unwrap().as_str().len(), 36);
        assert_eq!(of(37).unwrap_err().to_string(), "an idempotency key has 16 to 36 characters, this one has 37");
        for (text, character) in [
            ("550e8400-e29b-41d4-a716-446655440000", '-'),
            ("order 7 of the day", ' '),
            ("0123456789abcdef\n", '\n'),
            ("０123456789abcdef", '０'),
            ("é0123456789abcdef", 'é'),
        ] {
            assert_eq!(IdempotencyKey::new(text), Err(IdempotencyKeyError::Character(character)), "{text}");
        }
        assert!(!IdempotencyKey::new("0123456789abcdef\n").unwrap_err().to_string().contains('\n'));
    }

    #[test]
    fn a_generated_key_is_the_random_bytes_in_lower_case_hexadecimal() {
        let key = IdempotencyKey::generate(counting).unwrap();
        assert_eq!(key.as_str(), "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        assert_eq!(IdempotencyKey::new(key.as_str()), Ok(key));
    }

    #[test]
    fn a_source_that_fails_or_does_nothing_makes_no_key() {
        assert_eq!(IdempotencyKey::generate(|_| Err(RandomError)), Err(RandomError));
        assert_eq!(IdempotencyKey::generate(|_| Ok(())), Err(RandomError));
    }

    proptest! {
        #[test]
        fn any_text_is_a_key_exactly_when_it_reads_like_one(text in "[a-zA-Z0-9]{0,40}|.{0,40}") {
            let good = text.chars().all(|c| c.is_ascii_alphanumeric()) && (16..=36).contains(&text.chars().count());
            prop_assert_eq!(IdempotencyKey::new(text).is_ok(), good);
        }
    }
}
