//! What generated gateway crates and their users call at run time: validate, sign, encode, make the page that posts a
//! form, parse what comes back, verify it, reconcile it. Everything is driven by the static tables in [`table`]; no
//! I/O happens here, and the only thing taken from outside is the date, through [`Clock`]. The feature `submit` adds the
//! one module that talks to a network; `axum` adds extractors for what arrives from one.

// Nothing that arrives may stop the program. What is computed at compile time, where a panic is a compile error, says so.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions)
)]

mod amount;
#[cfg(feature = "axum")]
pub mod axum;
mod built;
mod check;
mod client;
mod codes;
mod date;
pub mod dynamic;
mod encode;
mod environment;
mod expected;
mod intent;
mod json;
mod keys;
mod life;
mod message;
mod outgoing;
mod page;
mod pairs;
mod print;
mod receive;
pub mod receiving;
mod request;
mod secret;
mod sign;
mod stages;
#[cfg(feature = "submit")]
pub mod submit;
pub mod table;
#[cfg(test)]
mod testing;
mod text;
mod trust;
mod value;
mod verify;
mod view;
mod violation;
mod wording;

pub use amount::{Amount, AmountError, Currency, CurrencyError};
pub use built::{BuildError, Built, BuiltField};
pub use client::{Client, Prepared, ServerRequest};
pub use codes::{Advice, CodeText, PaymentStatus, UnknownCode};
pub use date::{Clock, Date, DateError, DayList, DayListError};
pub use environment::{Environment, LocalUrl, LocalUrlError};
pub use expected::Expected;
pub use intent::{Intent, Intents, OtherIntent};
pub use life::{Life, News, Standing, Step};
pub use message::Message;
pub use page::FormPage;
pub use receive::{Key, ReceiveError};
pub use request::{BrowserForm, Credentials, Inbound, Request, ServerForm, SettingValue, SignedCase};
pub use secret::Secret;
pub use trust::{BrowserReturn, Hint, Received, ReconcileError, Reconciled, Unsigned, Verified, VerifyError};
pub use value::{FieldValue, Value, Values};
pub use verify::{Mismatch, Problem};
pub use view::{Operand, Relation, Report, View};
pub use violation::{Violation, Violations};
