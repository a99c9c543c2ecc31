//! A return says nothing about money, verified or not, whichever message it is.

use faspay::received::CardResult;
use faspay::{BrowserReturn, Hint, Return};

fn of_any(back: Return) {
    let _ = back.status();
}

fn of_one(back: BrowserReturn<CardResult>, hint: Hint<CardResult>) {
    let _ = back.status();
    let _ = hint.status();
}

fn main() {}
