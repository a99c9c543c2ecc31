//! Faspay card and recurring payments: requests that are validated and signed before they leave, callbacks that are
//! verified and compared with what was asked. The types are generated from the parameter tables in `spec/faspay`;
//! every field says where its facts come from.
//!
//! ```
//! use faspay::recurring::{RegisterMember, RegisterMemberOptional};
//! use faspay::codes::{RecurringFlag, RecurringPeriod};
//! use faspay::{Amount, Client, Clock, Credentials, Date, DayList, Environment, SignedCase};
//!
//! let credentials = Credentials::new()
//!     .merchantid("sophia_store").txn_password("abcde")
//!     .merchant_id("99999").user_id("john99999").password("p@ssw0rd")
//!     .send_txn_password(false)                     // whoever sees it can forge a result: let it stay with you
//!     .merchant_tranid_case(SignedCase::Upper);
//! let client = Client::new(Environment::Sandbox, credentials, Clock::fixed(Date::new(2026, 11, 20)?));
//! let register = RegisterMember {
//!     merchant_tranid: "INV-20261120-7".into(),
//!     amount: Amount::idr(5_000),                   // Rp 5,000, sent as 5000.00
//!     custname: "Siti".into(), custemail: "siti@example.com".into(),
//!     return_url: "https://shop.example/back".into(),
//!     member_id: "M-1".into(), member_name: "Siti".into(), member_email: "siti@example.com".into(),
//!     member_email_notif: RecurringFlag::On,
//!     process_date: DayList::new([20])?, recurring_amount: Amount::idr(5_000),
//!     recurring_start_date: Date::new(2026, 11, 20)?, recurring_end_date: Date::new(2027, 11, 20)?,
//!     recurring_period: RecurringPeriod::Monthly, recurring_period_at: 1, recurring_accumulate_at: 0,
//!     optional: RegisterMemberOptional { description: Some("Gold plan".into()), ..Default::default() },
//! };
//! let page = client.window(&register)?;             // or every broken rule, each with its field and limit
//! assert!(page.html().contains("5000.00"));         // an auto-submitting form for the shopper's browser
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What comes back is believed step by step: parsed, verified, compared. Only the last step has a payment status.
//!
//! ```
//! use faspay::{Callback, Credentials, Expected, PaymentStatus};
//!
//! /// `expected` comes from the merchant's own records, never from the message.
//! fn paid(
//!     content_type: &str, body: &[u8], credentials: &Credentials, expected: &Expected,
//! ) -> Result<bool, Box<dyn std::error::Error>> {
//!     let callback = Callback::parse(content_type, body)?   // strict: duplicates, odd casing, bad encoding are errors
//!         .verify(credentials)?                             // constant time; missing and wrong are the same error
//!         .reconcile(expected)?;                            // order, amount, currency and merchant as asked
//!     Ok(callback.status() == PaymentStatus::Paid)          // act once per callback.event_key()
//! }
//! ```

#[rustfmt::skip]
#[deny(warnings, missing_docs)]
mod generated;

#[cfg(feature = "axum")]
pub use faspay_runtime::axum;
pub use faspay_runtime::receiving;
#[cfg(feature = "submit")]
pub use faspay_runtime::submit;
pub use faspay_runtime::{
    Advice, Amount, AmountError, BrowserForm, BrowserReturn, BuildError, Built, BuiltField, Clock, Currency,
    CurrencyError, Date, DateError, DayList, DayListError, Environment, Expected, FormPage, Hint, Inbound, Intent,
    Intents, Life, LocalUrl, LocalUrlError, Message, Mismatch, News, OtherIntent, PaymentStatus, Prepared, Problem,
    ReceiveError, Received, ReconcileError, Reconciled, Request, Secret, ServerForm, ServerRequest, SignedCase,
    Standing, Step, UnknownCode, Unsigned, Verified, VerifyError, Violation, Violations,
};
pub use generated::*;
