//! Comparing a message with itself proves nothing.

use faspay::received::CardResult;
use faspay::{Expected, Received, Verified};

fn from_received(received: Received<CardResult>) -> Expected {
    received.into()
}

fn from_verified(verified: &Verified<CardResult>) -> Expected {
    Expected::new(verified.merchant_tranid().unwrap(), verified.amount())
}

fn by_asking(verified: &Verified<CardResult>) -> Expected {
    verified.expected()
}

fn main() {}
