//! What several cross-crate tests need: the embedded specs, a sample merchant of each gateway, inputs drawn from the specs'
//! own rules (sound ones, and ones that break a chosen rule), and messages that a gateway might have sent.

#![forbid(unsafe_code)]

pub mod aimed;
pub mod biller;
pub mod bodies;
pub mod canaries;
pub mod digests;
pub mod fuzzed;
pub mod inputs;
pub mod merchants;
pub mod messages;
pub mod nested;
pub mod proofs;
pub mod shop;
pub mod shopper;
pub mod tried;

/// The README's examples are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

use faspay_cli::engine::Value;
use faspay_spec::engine::Date;
use faspay_spec::model::Gateway;

/// The gateways whose specs are embedded.
pub const GATEWAYS: [&str; 3] = ["faspay", "finpay", "pivot"];

/// The embedded spec of a gateway.
///
/// # Panics
/// When there is no such gateway.
pub fn gateway(id: &str) -> Gateway {
    let files = faspay_tables::files(id).unwrap_or_else(|| panic!("{id} isn't embedded"));
    faspay_spec::load(&faspay_spec::Folder::of(files)).unwrap_or_else(|report| panic!("{report}"))
}

/// The embedded spec of Faspay.
pub fn faspay() -> Gateway {
    gateway("faspay")
}

/// The documented sample merchant (recurring/post-transaction), without any setting.
pub fn sample_merchant() -> Vec<(String, Value)> {
    [
        ("merchantid", "sophia_store"),
        ("txn_password", "abcde"),
        ("merchant_id", "99999"),
        ("user_id", "john99999"),
        ("password", "9bdqHG2N"),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), Value::Text(value.to_owned())))
    .collect()
}

/// The sample merchant with settings: whether the form carries the password, and how order ids are cased.
pub fn merchant_with(send: Option<bool>, case: Option<&str>) -> Vec<(String, Value)> {
    let mut merchant = sample_merchant();
    merchant.extend(send.map(|send| ("send_txn_password".to_owned(), Value::Bool(send))));
    merchant.extend(case.map(|case| ("merchant_tranid_case".to_owned(), Value::Text(case.to_owned()))));
    merchant
}

/// A civil date, for tests that know it is one.
pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}
