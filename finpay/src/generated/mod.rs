// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

/// Card payments on Finpay's page: once, with a stored card, by schedule; with a stored card at once and 3-D Secure of the merchant's own, both known in part; their status, cancellation and void; stored cards.
#[cfg(feature = "card")]
pub mod card;
/// The tables of `card`.
#[cfg(feature = "card")]
mod card_tables;
/// Requests that carry a card number. PCI DSS binds whoever receives, passes on or shows one: your page, your server and your logs come into its scope, the security code may never be stored, and an assessment may be due. The payment window needs none of this.
#[cfg(feature = "card-data")]
pub mod card_data;
/// The tables of what carries card data in `card`.
#[cfg(feature = "card-data")]
mod card_data_tables;
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
