//! A moment in UTC, as gateways with JSON write it. It is kept as the text that goes over the wire; there is no arithmetic with
//! it here.

use crate::Date;
use std::fmt;

/// A moment in UTC, to the second: `2026-11-20T09:30:00Z`. Later ones are greater.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp([u8; Timestamp::LEN]);

impl Timestamp {
    const LEN: usize = 20;

    /// A moment by its parts.
    ///
    /// # Errors
    /// When there is no such time of day. There are no leap seconds.
    pub fn new(date: Date, hour: u8, minute: u8, second: u8) -> Result<Self, TimestampError> {
        Self::parse(&format!("{date}T{hour:02}:{minute:02}:{second:02}Z"))
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ`.
    ///
    /// # Errors
    /// Any other form, days that don't exist, and times beyond 23:59:59.
    pub fn parse(text: &str) -> Result<Self, TimestampError> {
        let bytes: [u8; Self::LEN] = text.as_bytes().try_into().map_err(|_| TimestampError(()))?;
        let [.., b'T', h1, h2, b':', m1, m2, b':', s1, s2, b'Z'] = bytes else {
            return Err(TimestampError(()));
        };
        let day = text.get(..10).is_some_and(|day| Date::parse(day).is_ok());
        let below = |limit: u8, high: u8, low: u8| {
            let digits = high.is_ascii_digit() && low.is_ascii_digit();
            digits && (high - b'0') * 10 + (low - b'0') < limit
        };
        if day && below(24, h1, h2) && below(60, m1, m2) && below(60, s1, s2) {
            Ok(Self(bytes))
        } else {
            Err(TimestampError(()))
        }
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        Self::parse(text)
    }
}

/// Not a moment of the form `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimestampError(());

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a moment of the form YYYY-MM-DDTHH:MM:SSZ")
    }
}

impl std::error::Error for TimestampError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_real_day_and_time_in_utc() {
        for text in ["2026-11-20T09:30:00Z", "2024-02-29T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"] {
            assert_eq!(Timestamp::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "2026-11-20",
            "2026-11-20 09:30:00Z",
            "2026-11-20t09:30:00Z",
            "2026-11-20T09:30:00z",
            "2026-11-20T09:30:00",
            "2026-11-20T09:30:00+",
            "2026-11-20T24:00:00Z",
            "2026-11-20T09:60:00Z",
            "2026-11-20T09:30:60Z",
            "2026-02-29T09:30:00Z",
            "2026-11-20T9:30:000Z",
            "2026-11-20T-1:30:00Z",
            "2026-11-20T09:30:0éZ",
            "é026-11-20T09:30:0Z",
            " 026-11-20T09:30:00Z",
        ] {
            assert_eq!(Timestamp::parse(text), Err(TimestampError(())), "{text}");
        }
    }

    #[test]
    fn a_moment_can_be_made_of_its_parts_and_compared() {
        let day = Date::new(2026, 11, 20).unwrap();
        let early = Timestamp::new(day, 9, 5, 0).unwrap();
        assert_eq!(early.as_str(), "2026-11-20T09:05:00Z");
        assert!(early < Timestamp::new(day, 10, 0, 0).unwrap());
        for (hour, minute, second) in [(24, 0, 0), (0, 60, 0), (0, 0, 60), (100, 0, 0)] {
            assert!(Timestamp::new(day, hour, minute, second).is_err());
        }
    }
}
