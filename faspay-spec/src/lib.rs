//! Loads, checks and interprets payment-gateway parameter tables kept as YAML.
pub mod model;
pub mod page;
pub mod rule;
