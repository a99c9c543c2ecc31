//! Loads, checks and interprets payment-gateway parameter tables kept as YAML. [`load()`] turns a folder into a
//! [`model::Gateway`] or reports every mistake at its place; [`engine`] interprets the model. Build-side only: the
//! libraries that merchants use never depend on this crate.

pub mod conditions;
mod decode;
pub mod engine;
mod load;
pub mod model;
mod names;
pub mod page;
pub mod report;
pub mod rule;
mod yaml;

pub use load::{Folder, load};
pub use report::Report;
