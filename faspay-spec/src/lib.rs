//! Loads, checks and interprets payment-gateway parameter tables kept as YAML. [`load()`] turns a folder into a
//! [`model::Gateway`] or reports every mistake at its place; [`engine`] interprets the model, [`diff`] says what a changed
//! page means for it. Build-side only: the libraries that merchants use never depend on this crate.

pub mod conditions;
mod decode;
pub mod diff;
pub mod engine;
pub mod lint;
mod load;
pub mod model;
mod names;
pub mod page;
pub mod report;
pub mod rule;
pub mod signatures;
pub mod wire;
mod yaml;

pub use load::{Folder, load, load_as_far_as_possible, load_pages};
pub use report::Report;
