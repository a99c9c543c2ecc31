//! Credentials, constants and signatures are not the caller's to fill.

use faspay::card::PaymentWindowOptional;

fn filled() -> PaymentWindowOptional {
    PaymentWindowOptional { txn_password: Some("abcde".into()), ..Default::default() }
}

fn main() {}
