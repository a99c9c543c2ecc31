//! Pivot payment sessions, stored ways of paying and their callback. The types are generated from the parameter tables
//! in `spec/pivot`; every field says where its facts come from.

#[rustfmt::skip]
#[deny(warnings, missing_docs)]
mod generated;

faspay_runtime::facade!();
#[cfg(feature = "card-data")]
pub use faspay_runtime::scheme::{card, random};
pub use generated::*;
