//! The types of the two doors don't mix.

use faspay::received::CardResult;
use faspay::{BrowserReturn, Callback, Return, Received};

fn whole(back: Return) -> Callback {
    back.into()
}

fn one(back: BrowserReturn<CardResult>) -> Received<CardResult> {
    back
}

fn main() {}
