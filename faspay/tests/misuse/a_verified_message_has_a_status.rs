//! A valid signature isn't "paid": somebody's payment of some amount may be. Nor is one that needs an inquiry.

use faspay::received::CardResult;
use faspay::{Verified, VerifiedCallback};

fn of_any(callback: VerifiedCallback) {
    let _ = callback.status();
    let _ = callback.event_key();
}

fn of_one(verified: Verified<CardResult>) {
    let _ = verified.status();
}

fn main() {}
