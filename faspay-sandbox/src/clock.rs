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

    #[test]
    fn a_held_day_keeps_the_time_of_day() {
        let held = Date::parse("2022-03-10");
        assert!(Moment::now(held).to_string().starts_with("10-03-2022 "));
    }
}
