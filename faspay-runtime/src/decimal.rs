//! Numbers with a fraction that aren't money: rates, weights, quantities. They stay the text that was given, so nothing is
//! rounded.

use std::fmt;

/// A number of ASCII digits, with a point and more digits where there is a fraction: `0.5`, `12`, `3.140`. As it was given: `1`
/// and `1.0` are two texts.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal(String);

impl Decimal {
    /// Takes a text.
    ///
    /// # Errors
    /// Signs, exponents, separators, leading zeros, and a point without digits on both sides.
    pub fn parse(text: impl Into<String>) -> Result<Self, DecimalError> {
        let text = text.into();
        if is_decimal(&text) { Ok(Self(text)) } else { Err(DecimalError(())) }
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `^(0|[1-9][0-9]*)(\.[0-9]+)?$`
pub(crate) fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let padded = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && !padded && fraction.is_none_or(digits)
}

impl From<u64> for Decimal {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        Self::parse(text)
    }
}

/// Not digits with at most one point between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecimalError(());

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number: digits, and a point with more digits where there is a fraction")
    }
}

impl std::error::Error for DecimalError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_digits_with_a_point_between_them_at_most() {
        for text in ["0", "7", "10", "0.5", "12.050", "123456789012345678901234567890.1"] {
            assert_eq!(Decimal::parse(text).unwrap().as_str(), text);
        }
        for text in ["", ".", "1.", ".5", "01", "00.5", "-1", "+1", "1e3", "1,5", "1.2.3", " 1", "1 ", "٣", "0x1"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError(())), "{text}");
        }
        assert_eq!(Decimal::from(40).to_string(), "40");
    }
}
