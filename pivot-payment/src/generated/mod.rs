// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

/// The access token that every other request carries.
#[cfg(feature = "auth")]
pub mod auth;
/// The tables of `auth`.
#[cfg(feature = "auth")]
mod auth_tables;
/// Payment sessions, from creation to capture.
#[cfg(feature = "session")]
pub mod session;
/// The tables of `session`.
#[cfg(feature = "session")]
mod session_tables;
/// Customers and what they have stored.
#[cfg(feature = "customer")]
pub mod customer;
/// The tables of `customer`.
#[cfg(feature = "customer")]
mod customer_tables;
/// What the gateway tells of a session by itself.
#[cfg(feature = "callback")]
pub mod callback;
/// Coded values: closed when sending, open when receiving.
pub mod codes;
/// What comes back: a type for each message, and the doors at which they arrive.
pub mod received;
/// The tables of the messages that come back.
mod received_tables;
/// Lives of payments: which status comes after which.
pub mod lives;
/// The gateway: credentials, and what all messages share.
mod gateway;
/// Every table under its id, for callers that know operations by name.
#[cfg(feature = "dynamic")]
pub mod dynamic;
pub use gateway::{Client, Credentials};
pub use received::{Callback, VerifiedCallback, ReconciledCallback};
