//! Anybody may have written a received message.

use faspay::received::CardResult;
use faspay::{Callback, Received};

fn of_any(callback: Callback) {
    let _ = callback.status();
}

fn of_one(received: Received<CardResult>) {
    let _ = received.status();
    let _ = received.txn_status();
}

fn main() {}
