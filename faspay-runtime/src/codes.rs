//! Coded values: closed when sending, open when receiving. `codes!` makes an enum of a list; a value that isn't in
//! the list survives as `Unknown`, readable and not constructible.

/// What every enum made by [`codes!`](crate::codes) can do.
pub trait CodeText: Sized {
    /// The values of the list, as sent.
    const CODES: &'static [&'static str];
    /// The code as it goes over the wire.
    fn as_str(&self) -> &str;
    /// A received code; one that isn't in the list becomes `Unknown`.
    fn received(text: &str) -> Self;
}

/// A received code that isn't in the list. Only received messages make one, so matching on a literal stays
/// impossible and a later version of the list can name it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownCode(Box<str>);

impl UnknownCode {
    #[doc(hidden)]
    #[must_use]
    pub fn __received(text: &str) -> Self {
        Self(text.into())
    }

    /// The code as it was received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

/// What a status says about money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaymentStatus {
    /// The money is the merchant's, or will be without further action.
    Paid,
    /// It is not, and this attempt is over.
    NotPaid,
    /// Not decided yet.
    Pending,
    /// Cannot be told from this message.
    Unknown,
}

/// What a merchant can do about an error that a gateway reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Advice {
    /// Correct what your code sent; the same request fails again.
    FixRequest,
    /// Let the shopper try again, with another card or other details.
    AskShopper,
    /// Send it again: nothing has happened.
    Retry,
    /// Ask what became of the payment before anything else: money may have moved.
    Inquire,
    /// Talk to the gateway's people: a contract, a setting or a bank stands in the way.
    CallGateway,
}

/// Makes an enum of a code list.
///
/// ```
/// faspay_runtime::codes! {
///     /// What became of the transaction.
///     pub enum TxnStatus {
///         /// Sales.
///         Sales = "S",
///         /// Error.
///         Error = "E",
///     }
/// }
/// faspay_runtime::outcomes! {
///     TxnStatus { Sales => Paid, Error => NotPaid }
/// }
/// # use faspay_runtime::{CodeText, PaymentStatus};
/// assert_eq!(TxnStatus::Sales.as_str(), "S");
/// assert_eq!(TxnStatus::received("??").as_str(), "??");
/// assert_eq!(TxnStatus::received("??").outcome(), PaymentStatus::Unknown);
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$meaning:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$meaning])* $variant,)*
            /// A received code that isn't in the list. It can't be sent.
            Unknown($crate::UnknownCode),
        }

        impl $name {
            /// The code as it goes over the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $code,)*
                    Self::Unknown(code) => code.as_str(),
                }
            }
        }

        impl $crate::CodeText for $name {
            const CODES: &'static [&'static str] = &[$($code),*];

            fn as_str(&self) -> &str {
                Self::as_str(self)
            }

            fn received(text: &str) -> Self {
                match text {
                    $($code => Self::$variant,)*
                    _ => Self::Unknown($crate::UnknownCode::__received(text)),
                }
            }
        }

        impl $crate::FieldValue for $name {
            fn value(&self) -> $crate::Value<'_> {
                $crate::Value::text(Self::as_str(self))
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

/// Says what the codes of a list mean for a payment; those that aren't named mean [`PaymentStatus::Unknown`].
#[macro_export]
macro_rules! outcomes {
    ($name:ident { $($variant:ident => $outcome:ident),* $(,)? }) => {
        impl $name {
            /// What it means for the payment.
            #[must_use]
            pub fn outcome(&self) -> $crate::PaymentStatus {
                match self {
                    $(Self::$variant => $crate::PaymentStatus::$outcome,)*
                    #[allow(unreachable_patterns)]
                    _ => $crate::PaymentStatus::Unknown,
                }
            }

            /// What this received code means for the payment.
            #[must_use]
            pub fn outcome_of(text: &str) -> $crate::PaymentStatus {
                <Self as $crate::CodeText>::received(text).outcome()
            }
        }
    };
}

/// Says what a merchant can do about the codes of a list of errors.
///
/// ```
/// # faspay_runtime::codes! {
/// #     /// What was wrong.
/// #     pub enum ErrCode {
/// #         /// None.
/// #         NoError = "0",
/// #         /// No answer.
/// #         BankTimeout = "5552",
/// #     }
/// # }
/// faspay_runtime::advice! {
///     /// Inferred.
///     ErrCode { BankTimeout => Inquire }
/// }
/// # use faspay_runtime::{Advice, CodeText};
/// assert_eq!(ErrCode::BankTimeout.advice(), Some(Advice::Inquire));
/// assert_eq!(ErrCode::NoError.advice(), None);
/// assert_eq!(ErrCode::received("??").advice(), None);
/// ```
#[macro_export]
macro_rules! advice {
    ($(#[$about:meta])* $name:ident { $($variant:ident => $advice:ident),* $(,)? }) => {
        impl $name {
            /// What a merchant can do about it. `None` where it is no error, and for codes that no list has: inquire then.
            ///
            $(#[$about])*
            #[must_use]
            pub fn advice(&self) -> Option<$crate::Advice> {
                match self {
                    $(Self::$variant => Some($crate::Advice::$advice),)*
                    #[allow(unreachable_patterns)]
                    _ => None,
                }
            }
        }
    };
}
