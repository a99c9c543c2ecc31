//! The signature comes first.

use faspay::{Callback, Expected};

fn settle(callback: Callback, expected: &Expected) {
    let _ = callback.reconcile(expected);
}

fn main() {}
