//! The gateway's clock, UTC+7. Tests and the control API may hold it at a day; the time of day runs on.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use faspay_spec::engine::Date;

/// A moment as the gateway prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub date: Date,
    /// Seconds since midnight.
    second: i64,
}

impl Moment {
    /// Now, on the held day when there is one.
    pub fn now(held: Option<Date>) -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
        let now = Self::at(i64::try_from(since).unwrap_or(0));
        Self { date: held.unwrap_or(now.date), ..now }
    }

    /// `YYYY-MM-DD hh:mm:ss`, so many minutes later.
    pub fn after_minutes(self, minutes: u32) -> String {
        let second = self.second + i64::from(minutes) * 60;
        let mut date = self.date;
        for _ in 0..second / 86_400 {
            date = date.next().unwrap_or(date);
        }
        let second = second % 86_400;
        format!("{date} {:02}:{:02}:{:02}", second / 3600, second % 3600 / 60, second % 60)
    }

    /// The first second of a day.
    pub fn on(date: Date) -> Self {
        Self { date, second: 0 }
    }

    /// Seconds after 1970-01-01T00:00:00Z.
    pub fn unix(self) -> i64 {
        let mut days = 0;
        let mut day = Date::new(1970, 1, 1);
        // A year at a time, then day by day.
        let year = |date: Date| date.to_string().get(..4).and_then(|year| year.parse::<u16>().ok());
        for from in 1970..year(self.date).unwrap_or(1970) {
            days += if Date::new(from, 2, 29).is_some() { 366 } else { 365 };
            day = Date::new(from + 1, 1, 1);
        }
        while let Some(next) = day.filter(|day| *day < self.date) {
            days += 1;
            day = next.next();
        }
        days * 86_400 + self.second - 7 * 3600
    }

    /// `YYYY-MM-DDThh:mm:ssZ`.
    pub fn utc(self) -> String {
        let hours = self.second / 3600 - 7;
        let date = if hours < 0 { self.date.previous().unwrap_or(self.date) } else { self.date };
        let (minute, second) = (self.second % 3600 / 60, self.second % 60);
        format!("{date}T{:02}:{minute:02}:{second:02}Z", hours.rem_euclid(24))
    }

    fn at(unix_seconds: i64) -> Self {
        let epoch = Date::new(1970, 1, 1).expect("the first day of 1970 is a date");
        Self {
            date: Date::at_utc7(unix_seconds).unwrap_or(epoch),
            second: (unix_seconds + 7 * 3600).rem_euclid(86_400),
        }
    }
}

/// `DD-MM-YYYY hh:mm:ss`, the form of `trandate`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date.to_string();
        let mut parts: Vec<&str> = date.split('-').collect();
        parts.reverse();
        let (hour, minute, second) = (self.second / 3600, self.second % 3600 / 60, self.second % 60);
        write!(f, "{} {hour:02}:{minute:02}:{second:02}", parts.join("-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Expected values: `TZ=Asia/Jakarta date -d @N '+%d-%m-%Y %H:%M:%S'`.
    #[test]
    fn moments_print_as_trandate_does() {
        for (seconds, text) in
            [(0, "01-01-1970 07:00:00"), (951_827_696, "29-02-2000 19:34:56"), (1_795_219_199, "21-11-2026 06:59:59")]
        {
            assert_eq!(Moment::at(seconds).to_string(), text);
        }
    }

    // Expected values: `date -u -d @N '+%Y-%m-%dT%H:%M:%SZ'`.
    #[test]
    fn moments_are_the_same_in_utc() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_827_696, "2000-02-29T12:34:56Z"),
            (1_795_219_199, "2026-11-20T23:59:59Z"),
        ] {
            assert_eq!((Moment::at(seconds).unix(), Moment::at(seconds).utc().as_str()), (seconds, text));
        }
    }

    #[test]
    fn a_held_day_keeps_the_time_of_day() {
        let held = Date::parse("2022-03-10");
        assert!(Moment::now(held).to_string().starts_with("10-03-2022 "));
    }
}
