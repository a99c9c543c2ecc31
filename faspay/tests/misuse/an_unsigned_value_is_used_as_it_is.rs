//! Who reads a value that no signature covers says so.

use faspay::Verified;
use faspay::codes::CurrencyCode;
use faspay::received::CardResult;

fn greet(verified: &Verified<CardResult>) -> String {
    let name: Option<&str> = verified.custname();
    format!("Thank you, {}", name.unwrap_or_default())
}

fn in_rupiah(verified: &Verified<CardResult>) -> bool {
    verified.currencycode() == Some(CurrencyCode::Idr)
}

fn logged(verified: &Verified<CardResult>) -> String {
    verified.transactionid().to_string()
}

fn main() {}
