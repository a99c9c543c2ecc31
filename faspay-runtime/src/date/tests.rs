//! The calendar and the lists of days.

use super::*;

#[test]
fn a_date_is_a_real_day_in_one_form() {
    assert_eq!(Date::parse("2026-11-20"), Date::new(2026, 11, 20));
    assert_eq!(Date::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
    assert_eq!(Date::parse("2000-02-29").unwrap().day(), 29);
    for text in [
        "",
        "2026-11-31",
        "2026-02-29",
        "1900-02-29",
        "2100-02-29",
        "2026-00-10",
        "2026-13-10",
        "2026-10-00",
        "0000-01-01",
        "2026-1-1",
        "26-01-01",
        "2026/01/01",
        "20260101",
        "2026-01-01 ",
        " 2026-01-01",
        "2026-01-01T00",
        "-026-01-01",
        "+026-01-01",
        "２０26-01-01",
        "2026-01-0١",
        "2026-01-32",
        "12026-01-01",
        "2026-01-1\n",
    ] {
        assert!(Date::parse(text).is_err(), "{text:?} was read as a date");
    }
}

#[test]
fn every_day_of_four_centuries_follows_the_one_before() {
    let mut days = 0;
    for year in 1970..2370 {
        for month in 1..=12 {
            for day in 1..=31 {
                if let Ok(date) = Date::new(year, month, day) {
                    assert_eq!(Date::from_days(days), Some(date));
                    days += 1;
                }
            }
        }
    }
    assert_eq!(days, 146_097);
}

#[test]
fn the_day_of_a_gateway_begins_seven_hours_before_utc() {
    // 2026-11-20T17:00:00Z
    let midnight = 1_795_194_000;
    assert_eq!(gateway_date(midnight - 1).to_string(), "2026-11-20");
    assert_eq!(gateway_date(midnight).to_string(), "2026-11-21");
    assert_eq!(gateway_date(u64::MAX).to_string(), "1970-01-01");
    let fixed = Date::new(2026, 11, 20).unwrap();
    assert_eq!(Clock::fixed(fixed).today(), fixed);
    assert!(Clock::system().today() > Date::new(2024, 1, 1).unwrap());
}

#[test]
fn days_are_between_one_and_thirty_one() {
    assert_eq!(DayList::parse("1,02,31").unwrap().to_string(), "01,02,31");
    assert_eq!(DayList::new([20, 21]).unwrap().days(), [20, 21]);
    for text in ["", ",", "0", "00", "32", "1,", ",1", "1,,2", "1, 2", "001", "1;2", "a", "-1", "+1", "１"] {
        assert!(DayList::parse(text).is_err(), "{text:?} was read as days");
    }
    assert!(DayList::new([0]).is_err());
    assert!(DayList::new([32]).is_err());
}

#[test]
fn a_date_gives_back_what_it_was_made_of() {
    let date = Date::new(2026, 11, 20).unwrap();
    assert_eq!((date.year(), date.month(), date.day()), (2026, 11, 20));
}
