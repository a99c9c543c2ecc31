//! A civil date, the only notion of time that the tables need. The clock belongs to the caller.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, year 1 to 9999, without a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, when there is such a day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let real = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        real.then_some(Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| -> Option<u16> {
            let part = bytes.get(range)?;
            part.iter().all(u8::is_ascii_digit).then(|| part.iter().fold(0, |n, b| n * 10 + u16::from(b - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let month = u8::try_from(digits(5..7)?).ok()?;
        let day = u8::try_from(digits(8..10)?).ok()?;
        Date::new(digits(0..4)?, month, day)
    }

    /// Reads `YYYYMMDD`, and nothing else.
    pub fn parse_compact(text: &str) -> Option<Date> {
        let is_ascii = text.len() == 8 && text.is_ascii();
        is_ascii.then(|| Date::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])))?
    }

    /// The day in UTC+7, the clock of the Indonesian gateways, at this many seconds after 1970-01-01T00:00:00Z.
    pub fn at_utc7(unix_seconds: i64) -> Option<Date> {
        let mut days = unix_seconds.checked_add(7 * 3600)?.div_euclid(86_400);
        if days < 0 {
            return None;
        }
        let mut year: u16 = 1970;
        loop {
            let length = if is_leap(year) { 366 } else { 365 };
            if days < length {
                break;
            }
            days -= length;
            year = year.checked_add(1)?;
        }
        let mut month: u8 = 1;
        while days >= i64::from(days_in(year, month)) {
            days -= i64::from(days_in(year, month));
            month += 1;
        }
        Date::new(year, month, u8::try_from(days + 1).ok()?)
    }

    /// The day after.
    pub fn next(self) -> Option<Date> {
        Date::new(self.year, self.month, self.day + 1)
            .or_else(|| Date::new(self.year, self.month + 1, 1))
            .or_else(|| Date::new(self.year + 1, 1, 1))
    }

    /// The day before.
    pub fn previous(self) -> Option<Date> {
        if self.day > 1 {
            Date::new(self.year, self.month, self.day - 1)
        } else if self.month > 1 {
            Date::new(self.year, self.month - 1, days_in(self.year, self.month - 1))
        } else {
            Date::new(self.year - 1, 12, 31)
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Date, String> {
        Date::parse(text).ok_or_else(|| format!("{text:?} is not a date: write YYYY-MM-DD"))
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
