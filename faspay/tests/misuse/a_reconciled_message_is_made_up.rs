//! Only `reconcile` makes one.

use faspay::received::CardResult;
use faspay::{Expected, Reconciled};

fn settle(message: CardResult, expected: Expected) -> Reconciled<CardResult> {
    Reconciled { message, expected }
}

fn main() {}
