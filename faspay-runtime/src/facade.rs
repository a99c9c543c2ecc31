//! What every gateway's crate shows of the runtime, so that a merchant needs no other dependency. The crate's features
//! decide what of it is there.

/// Re-exports what all gateways share. A gateway's crate calls it once, at its root; it has the features `axum` and `submit`.
#[doc(hidden)]
#[macro_export]
macro_rules! facade {
    () => {
        #[cfg(feature = "axum")]
        pub use $crate::axum;
        pub use $crate::receiving;
        #[cfg(feature = "submit")]
        pub use $crate::submit;
        pub use $crate::{
            Advice, Amount, AmountError, BrowserForm, BrowserReturn, BuildError, Built, BuiltField, Clock, Currency,
            CurrencyError, Date, DateError, DayList, DayListError, Decimal, DecimalError, Environment, Expected,
            FormPage, HeaderValue, Hint, Inbound, Intent, Intents, JsonObject, JsonObjectError, Life, LocalUrl,
            LocalUrlError, Message, Mismatch, News, OtherIntent, PaymentStatus, Prepared, Problem, ReceiveError,
            Received, ReconcileError, Reconciled, Request, Secret, ServerForm, ServerRequest, SignedCase, Standing,
            Step, Timestamp, TimestampError, UnknownCode, Unsigned, Verified, VerifyError, Violation, Violations,
        };
    };
}
