//! Code lists are closed when sending: no text becomes a code, and an unknown one can't be built.

use faspay::UnknownCode;
use faspay::codes::RecurringPeriod;

fn daily() -> RecurringPeriod {
    RecurringPeriod::Unknown(UnknownCode("D".into()))
}

fn parsed() -> RecurringPeriod {
    "D".parse().unwrap()
}

fn converted() -> RecurringPeriod {
    RecurringPeriod::from("D")
}

fn main() {}
