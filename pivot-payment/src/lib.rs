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
//! // A session has a key by which Pivot knows it again. By default one is drawn; here they are the merchant's own.
//! use pivot_payment::{Client, Clock, Credentials, Environment, Secret};
//! let credentials = Credentials::new().merchant_id("client-1").merchant_secret("s3cret").callback_key("cb-key");
//! let client = Client::new(Environment::Sandbox, credentials, Clock::system()).with_keys(|| "0123456789abcdef0123".to_owned());
//! let request = client.server_request(&session)?;              // or every broken rule, each with its field and limit
//! assert_eq!(request.idempotency_key(), Some("0123456789abcdef0123"));     // keep it: with it the same can be sent again
//! assert!(request.lacks_token());
//! let request = request.with_token(&Secret::from("the token of auth::AccessToken"));
//! assert_eq!(request.url(), "https://api-stg.pivot-payment.com/v2/payments");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the feature `submit`, a `Submitter` gets the access token, keeps it, and asks again before it ends:
//!
//! ```
//! # #[cfg(feature = "submit")]
//! # mod example {
//! use pivot_payment::auth::AccessToken;
//! use pivot_payment::session::CreateSession;
//! use pivot_payment::submit::{Options, Submitter};
//! use pivot_payment::{Client, Credentials};
//!
//! fn gateway(client: Client) -> Result<Submitter<Credentials>, Box<dyn std::error::Error>> {
//!     Ok(Submitter::new(client, Options::default())?.with_tokens(AccessToken {}))
//! }
//!
//! /// Where the shopper goes to pay.
//! async fn open(
//!     gateway: &Submitter<Credentials>, session: &CreateSession,
//! ) -> Result<Option<String>, Box<dyn std::error::Error>> {
//!     let reply = gateway.send(session).await?.verify(gateway.client().credentials())?;
//!     Ok(reply.data_payment_url().untrusted().map(str::to_owned))      // not signed: the connection vouches for it
//! }
//! # }
//! ```
//!
//! A callback carries the callback key in the header `X-API-Key`, so the headers belong to it. The key says who sends it and vouches for
//! nothing in it: **a callback never pays**. It is a reason to ask for the session, and the answer settles.
//!
//! ```
//! use pivot_payment::receiving::{Refused, receive_with_headers};
//! use pivot_payment::session::RetrieveSession;
//! use pivot_payment::{Callback, Credentials};
//!
//! /// What to ask for next. Answer `Callback::acknowledge()` when the news are kept, `refused.answer()` when there are none: that is 503
//! /// where your own key is missing, after which Pivot sends them again.
//! fn callback(
//!     content_type: Option<&str>, headers: &[(&str, &[u8])], body: &[u8], credentials: &Credentials,
//! ) -> Result<Option<RetrieveSession>, Refused> {
//!     let callback = receive_with_headers::<Callback>(content_type, headers, body, credentials)?;
//!     let pivot_payment::VerifiedCallback::SessionCallback(told) = &callback else { return Ok(None) };
//!     let id = told.data_id().untrusted().map(str::to_owned);
//!     Ok(id.map(|id| RetrieveSession { id, optional: Default::default() }))
//! }
//! ```
//!
//! ```
//! # #[cfg(feature = "submit")]
//! # mod example {
//! use pivot_payment::session::RetrieveSession;
//! use pivot_payment::submit::Submitter;
//! use pivot_payment::{Credentials, Expected, PaymentStatus};
//!
//! /// `expected` comes from the merchant's own records: `Expected::new("INV7", Amount::idr(10_000))`.
//! async fn paid(
//!     gateway: &Submitter<Credentials>, asked: &RetrieveSession, expected: &Expected,
//! ) -> Result<bool, Box<dyn std::error::Error>> {
//!     let reply = gateway.send(asked).await?.verify(gateway.client().credentials())?;
//!     Ok(reply.reconcile(expected)?.status() == PaymentStatus::Paid)
//! }
//! # }
//! ```

#[rustfmt::skip]
#[deny(warnings, missing_docs)]
mod generated;

faspay_runtime::facade!();
pub use faspay_runtime::scheme::{card, idempotency, random};
pub use generated::*;
