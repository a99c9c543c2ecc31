//! Civil dates, lists of days, and the clock that says which date it is for a gateway. There are no time zones here
//! besides the one that Indonesian gateways keep: UTC+7 without daylight saving.

use crate::print::Sink;
use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

/// A day of the Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A date by its parts.
    ///
    /// # Errors
    /// When there is no such day.
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month) {
            Ok(Self { year, month, day })
        } else {
            Err(DateError(()))
        }
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// Any other form, and days that don't exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(DateError(()));
        };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0u16, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0')))
        };
        let small = |digits: &[u8]| number(digits).and_then(|n| u8::try_from(n).ok());
        match (number(&[y1, y2, y3, y4]), small(&[m1, m2]), small(&[d1, d2])) {
            (Some(year), Some(month), Some(day)) => Self::new(year, month, day),
            _ => Err(DateError(())),
        }
    }

    /// Reads `YYYYMMDD`.
    ///
    /// # Errors
    /// Any other form, and days that don't exist.
    pub fn parse_compact(text: &str) -> Result<Self, DateError> {
        match (text.len(), text.get(..4), text.get(4..6), text.get(6..)) {
            (8, Some(year), Some(month), Some(day)) => Self::parse(&format!("{year}-{month}-{day}")),
            _ => Err(DateError(())),
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(&self) -> u8 {
        self.day
    }

    pub(crate) fn print(self, out: &mut impl Sink) {
        let digit = |n: u16| b'0' + u8::try_from(n % 10).unwrap_or(0);
        let (year, month, day) = (self.year, u16::from(self.month), u16::from(self.day));
        let text = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ];
        out.digits(&text);
    }

    /// Without the hyphens.
    pub(crate) fn print_compact(self, out: &mut impl Sink) {
        out.text(&self.to_string().replace('-', ""));
    }

    /// The civil date so many days after 1970-01-01.
    fn from_days(days: u64) -> Option<Self> {
        // Days since 0000-03-01, so that a leap day is the last of its year.
        let days = days.checked_add(719_468)?;
        let era = days / 146_097;
        let of_era = days % 146_097;
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

/// Not a day of the calendar in the form `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateError(());

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form YYYY-MM-DD between the years 1 and 9999")
    }
}

impl std::error::Error for DateError {}

/// Days of a month, in the order in which they were given. Goes out as `20,21`, two digits each.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct DayList(Vec<u8>);

impl DayList {
    /// A list of days.
    ///
    /// # Errors
    /// When one of them isn't between 1 and 31.
    pub fn new(days: impl IntoIterator<Item = u8>) -> Result<Self, DayListError> {
        let days: Vec<u8> = days.into_iter().collect();
        if days.iter().all(|day| (1..=31).contains(day)) { Ok(Self(days)) } else { Err(DayListError(())) }
    }

    /// Reads days of one or two digits, joined by commas.
    ///
    /// # Errors
    /// Any other form, and numbers that aren't between 1 and 31.
    pub fn parse(text: &str) -> Result<Self, DayListError> {
        text.split(',').map(|day| read_day(day).ok_or(DayListError(()))).collect::<Result<_, _>>().map(Self)
    }

    /// The days.
    #[must_use]
    pub fn days(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for DayList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, day) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{day:02}")?;
        }
        Ok(())
    }
}

/// One day of a list: one or two ASCII digits, 1 to 31.
pub(crate) fn read_day(text: &str) -> Option<u8> {
    let day = match text.as_bytes() {
        [a @ b'0'..=b'9'] => a - b'0',
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => (a - b'0') * 10 + (b - b'0'),
        _ => return None,
    };
    (1..=31).contains(&day).then_some(day)
}

/// Not days between 1 and 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayListError(());

impl fmt::Display for DayListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not days between 1 and 31, joined by commas")
    }
}

impl std::error::Error for DayListError {}

/// Says which day it is at the gateway: rules such as "starts on the day of the transaction" ask it.
#[derive(Debug, Clone, Copy)]
pub struct Clock(Option<Date>);

impl Clock {
    /// The machine's clock, read in UTC+7.
    #[must_use]
    pub const fn system() -> Self {
        Self(None)
    }

    /// Always this day: for tests, and for forms that are prepared for another day.
    #[must_use]
    pub const fn fixed(date: Date) -> Self {
        Self(Some(date))
    }

    /// The civil date now.
    #[must_use]
    pub fn today(&self) -> Date {
        self.0.unwrap_or_else(|| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            gateway_date(now.as_secs())
        })
    }
}

/// The civil date in UTC+7 so many seconds after the start of 1970.
fn gateway_date(seconds: u64) -> Date {
    const UTC_PLUS_7: u64 = 7 * 60 * 60;
    const EPOCH: Date = Date { year: 1970, month: 1, day: 1 };
    Date::from_days(seconds.saturating_add(UTC_PLUS_7) / 86_400).unwrap_or(EPOCH)
}

#[cfg(test)]
mod tests;
