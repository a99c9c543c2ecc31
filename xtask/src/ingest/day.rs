//! The day on which a page was captured.

use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC, `YYYY-MM-DD`.
pub fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.as_secs());
    of_days(seconds / 86_400)
}

/// The day that many days after 1970-01-01.
fn of_days(mut days: u64) -> String {
    let mut year = 1970;
    while days >= year_length(year) {
        days -= year_length(year);
        year += 1;
    }
    let mut month = 1;
    while days >= month_length(year, month) {
        days -= month_length(year, month);
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}

/// Reads `YYYY-MM-DD`, a day that exists.
pub fn parse(text: &str) -> Result<String, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        let digits_only = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        digits_only.then(|| part.parse::<u64>().ok()).flatten()
    };
    let day = match parts.as_slice() {
        [year, month, day] => number(year, 4).zip(number(month, 2)).zip(number(day, 2)),
        _ => None,
    };
    match day {
        Some(((year, month), day))
            if year > 0 && (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day) =>
        {
            Ok(text.to_owned())
        }
        _ => Err("a day such as 2026-11-20 was expected".into()),
    }
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn year_length(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn month_length(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970_are_calendar_days() {
        assert_eq!(of_days(0), "1970-01-01");
        assert_eq!(of_days(19_782), "2024-02-29");
        assert_eq!(of_days(20_777), "2026-11-20");
    }

    #[test]
    fn only_days_that_exist_are_taken() {
        assert_eq!(parse("2026-11-20").as_deref(), Ok("2026-11-20"));
        for text in ["2026-02-29", "2026-13-01", "2026-1-01", "20261120", "2026-11-20-1", "0000-01-01", "2026-11-00"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
