//! Pivot payment sessions, stored ways of paying and their callback. The types are generated from the parameter tables
//! in `spec/pivot`; every field says where its facts come from.
//!
//! A session on Pivot's own page (`Mode::Redirect`) needs no card data: the shopper types the card there. Two things do, and are there
//! only with the feature `card-data`, which binds you to PCI DSS: the security code beside a stored card in API mode
//! ([`session::CreateSessionPaymentMethodCardOptional`]), and the encryption of a card on your server.
//! [`session::ConfirmSession`] takes a card in no other form than [`card::EncryptedCard`]; what the shopper's browser has encrypted becomes one by
//! [`card::EncryptedCard::parse`], without the feature. A table says so too: by name, a security code is refused with the rule `feature`.
//!
//! A session is created under an idempotency key, `X-REQUEST-ID`. A request that is given none draws one, with the feature `os-random` (on by
//! default) or from `Client::with_keys`, and isn't built where there is neither. Store it before you send: `Client::prepare`, then
//! [`Prepared::idempotency_key`], then `Submitter::send_prepared`. After a lost answer, the same request with the same key is answered like the
//! first one, for 24 hours.
//!
//! ```
//! use pivot_payment::codes::{Mode, ProductType};
//! use pivot_payment::session::*;
//! use pivot_payment::{Amount, Decimal};
//!
//! let price = CreateSessionOrderInformationProductDetailsElementPrice { value: Amount::idr(10_000) };
//! let product = CreateSessionOrderInformationProductDetailsElement {
//!     r#type: ProductType::Digital,
//!     quantity: Decimal::from(1),
//!     price,
//!     optional: Default::default(),
//! };
//! let session = CreateSession {
//!     client_reference_id: "INV7".to_owned(),
//!     redirect_url: CreateSessionRedirectUrl::default(),
//!     order_information: CreateSessionOrderInformation { product_details: vec![product], optional: Default::default() },
//!     optional: CreateSessionOptional {
//!         amount: Some(CreateSessionAmount { value: Amount::idr(10_000) }),
//!         mode: Some(Mode::Redirect),
//!         customer_id: Some("c-1".to_owned()),
//!         ..CreateSessionOptional::default()
//!     },
//! };
//! # let _ = session;
//! ```

#[rustfmt::skip]
#[deny(warnings, missing_docs)]
mod generated;

faspay_runtime::facade!();
pub use faspay_runtime::scheme::card;
#[cfg(feature = "card-data")]
pub use faspay_runtime::scheme::random;
pub use generated::*;
