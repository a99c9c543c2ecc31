//! What generated gateway crates and their users call at run time: validate, sign, encode, make the page that posts a
//! form, parse what comes back, verify it, reconcile it. Everything is driven by the static tables in [`table`]; no
//! I/O happens here, and the only thing taken from outside is the date, through [`Clock`].

mod amount;
mod check;
mod codes;
mod date;
mod environment;
mod message;
mod receive;
mod request;
mod secret;
pub mod table;
mod trust;
mod value;
mod view;
mod violation;

pub use amount::{Amount, AmountError, Currency, CurrencyError};
pub use codes::{CodeText, PaymentStatus, UnknownCode};
pub use date::{Clock, Date, DateError, DayList, DayListError};
pub use environment::{Environment, LocalUrl, LocalUrlError};
pub use message::Message;
pub use receive::ReceiveError;
pub use request::{BrowserForm, Credentials, Inbound, Request, ServerForm, SettingValue, SignedCase};
pub use secret::Secret;
pub use trust::{Received, Unsigned};
pub use value::{FieldValue, Value, Values};
pub use view::{Operand, Relation, Report, View};
pub use violation::{Violation, Violations};
