//! Finpay card payments on its own page, and payments with cards that it has stored. The types are generated from the parameter
//! tables in `spec/finpay`; every field says where its facts come from.

#[rustfmt::skip]
#[deny(warnings, missing_docs)]
mod generated;

faspay_runtime::facade!();
pub use generated::*;
