//! What the browser brought back is a hint at best: there is no road from it to a settled payment.

use faspay::{Credentials, Expected, Return};

fn settle(back: Return, credentials: &Credentials, expected: &Expected) {
    let _ = back.verify(credentials).unwrap().reconcile(expected);
}

fn main() {}
