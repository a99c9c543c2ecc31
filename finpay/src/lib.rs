//! Finpay card payments on its own page, and payments with cards that it has stored. The types are generated from the parameter
//! tables in `spec/finpay`; every field says where its facts come from, and how well they are known where no document has them.
//!
//! A payment is asked for by the merchant's server, which is told where to send the shopper:
//!
//! ```
//! use finpay::card::{TwoClick, TwoClickCard, TwoClickCustomer, TwoClickOrder, TwoClickUrl, TwoClickUrlOptional};
//! use finpay::{Amount, Client, Clock, Credentials, Environment};
//!
//! // The merchant key goes to Finpay with every request, and callbacks are signed with it.
//! let credentials = Credentials::new().merchant_id("FINPAY770").merchant_key("SoSecret123");
//! let client = Client::new(Environment::Sandbox, credentials, Clock::system());
//! let callback_url = Some("https://shop.example/callback".into());
//! let payment = TwoClick {
//!     order: TwoClickOrder { id: "INV-7".into(), amount: Amount::idr(25_000), optional: Default::default() },
//!     customer: TwoClickCustomer { id: "ann@example.com".into(), optional: Default::default() },
//!     url: TwoClickUrl { optional: TwoClickUrlOptional { callback_url, ..Default::default() } },
//!     card: TwoClickCard { token: "5123…0008".into() },    // of a stored card; shown as ***
//!     source_of_funds: Default::default(),                 // `cc`, which is the only one here
//!     optional: Default::default(),
//! };
//! let request = client.server_request(&payment)?;          // or every broken rule, each with its field and limit
//! assert_eq!(request.url(), "https://devo.finnet.co.id/pg/payment/card/initiate");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Send it with your HTTP client, or with the feature `submit`, which knows deadlines and what may be sent twice:
//!
//! ```
//! # #[cfg(feature = "submit")]
//! # mod example {
//! use finpay::card::TwoClick;
//! use finpay::codes::ResponseCode;
//! use finpay::submit::{Options, Submitter};
//! use finpay::Client;
//!
//! /// Where the shopper goes: nothing is paid before a callback or the status says so.
//! async fn redirect(client: Client, payment: &TwoClick) -> Result<Option<String>, Box<dyn std::error::Error>> {
//!     let credentials = client.credentials().clone();
//!     let gateway = Submitter::new(client, Options::default())?;
//!     let reply = gateway.send(payment).await?.verify(&credentials)?;     // the connection vouches for it
//!     let is_taken = reply.response_code().untrusted() == Some(ResponseCode::Success);
//!     Ok(reply.redirecturl().untrusted().filter(|_| is_taken).map(str::to_owned))
//! }
//! # }
//! ```
//!
//! The callback says what became of it. It is believed step by step, and answered with what Finpay's pages ask for:
//!
//! ```
//! use finpay::receiving::{Answer, receive};
//! use finpay::{Callback, Credentials, Expected, PaymentStatus};
//!
//! /// `look_up` gives what the merchant's own records say was asked, never what the message says.
//! fn callback(
//!     content_type: Option<&str>, body: &[u8], credentials: &Credentials, look_up: impl Fn(&str) -> Option<Expected>,
//! ) -> Answer {
//!     let callback = match receive::<Callback>(content_type, body, credentials) {
//!         Ok(callback) => callback,                 // the signature is right
//!         Err(refused) => return refused.answer(),  // log `refused`; a stranger is told nothing
//!     };
//!     if let Some(expected) = callback.about_order().and_then(look_up)
//!         && let Ok(settled) = callback.reconcile(&expected)
//!         && settled.status() == PaymentStatus::Paid
//!     {
//!         // keep it, and deliver once per settled.event_key()
//!     }
//!     Callback::acknowledge()                       // JSON with 2000000; `Answer::not_now()` when it can't be kept
//! }
//! ```
//!
//! Of a cancellation, a void and the list of stored cards less is known than of payments: their structs say what.

#[rustfmt::skip]
#[deny(warnings, missing_docs)]
mod generated;

faspay_runtime::facade!();
pub use generated::*;
