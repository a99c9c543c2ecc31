//! Trust is a type. A message goes from [`Received`] over [`Verified`] to [`Reconciled`], and only the last one says
//! whether money was paid; what a browser brings back becomes a [`Hint`] and has no road there.

use crate::headers::Presented;
use crate::life::News;
use crate::message::Message;
use crate::receive::{parse, parse_query};
use crate::receiving::Answer;
use crate::verify::{
    Mismatch, Problem, Signature, Through, by_connection, event_key, findings, merchant_agrees, mismatches,
    needs_inquiry, signature, unsigned,
};
use crate::violation::OneLine;
use crate::{Amount, Expected, Inbound, PaymentStatus, ReceiveError};
use std::fmt;
use std::ops::Deref;

/// A message that has arrived from the gateway's server, or so it seems: it proves nothing yet.
pub struct Received<M> {
    message: M,
    through: Through,
    presented: Presented,
    /// What the request that it answers went with.
    #[cfg(feature = "submit")]
    idempotency_key: Option<Box<str>>,
}

impl<M: Inbound> Received<M> {
    fn new(message: M, through: Through) -> Self {
        Self {
            message,
            through,
            presented: Presented::Nothing,
            #[cfg(feature = "submit")]
            idempotency_key: None,
        }
    }

    #[cfg(feature = "submit")]
    pub(crate) fn sent_with(mut self, idempotency_key: Option<&str>) -> Self {
        self.idempotency_key = idempotency_key.map(Box::from);
        self
    }

    /// In the reply that a `Submitter` got, the idempotency key that its request went with, given or fresh.
    #[cfg(feature = "submit")]
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.idempotency_key.as_deref()
    }

    /// Parses a body strictly. Where several messages may arrive, use the door that the generated crate gives instead.
    ///
    /// # Errors
    /// The first thing that makes the body unreadable.
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, ReceiveError> {
        parse(M::TABLE, content_type, body).map(Self::of)
    }

    /// Wraps what a door parsed. For generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn of(message: Message) -> Self {
        Self::new(M::from_message(message), Through::Server)
    }

    /// Parses the answer to a request: see [`ServerForm::parse_reply`](crate::ServerForm::parse_reply).
    pub(crate) fn reply(content_type: &str, body: &[u8]) -> Result<Self, ReceiveError> {
        Ok(Self::new(M::from_message(parse(M::TABLE, content_type, body)?), Through::Reply))
    }

    /// The same message with the HTTP headers that it came with. Say which they are before verifying a message that a key in a
    /// header vouches for; for all others they are of no account.
    #[must_use]
    pub fn with_headers<N: AsRef<str>, V: AsRef<[u8]>>(mut self, headers: impl IntoIterator<Item = (N, V)>) -> Self {
        self.presented = Presented::of(M::TABLE, headers);
        self
    }

    /// The message as it arrived: anybody may have written it.
    #[must_use]
    pub fn unverified(&self) -> &M {
        &self.message
    }

    /// What acknowledges such a message, when its news are kept: what its documents say, and status 200 without text where they
    /// say nothing.
    #[must_use]
    pub fn acknowledge() -> Answer {
        Answer::to(M::TABLE)
    }

    /// Checks the signature, or the key in the header. A reply for which its connection vouches passes.
    ///
    /// # Errors
    /// When it is missing or wrong, which is one and the same, when this kind of message has none, or when the merchant lacks the
    /// credential that judges it.
    pub fn verify(self, credentials: &M::Credentials) -> Result<Verified<M>, VerifyError> {
        verify(self.message, self.through, &self.presented, credentials)
    }
}

fn verify<M: Inbound>(
    message: M,
    through: Through,
    presented: &Presented,
    credentials: &M::Credentials,
) -> Result<Verified<M>, VerifyError> {
    let parsed = message.message();
    match signature(parsed, presented, credentials) {
        Signature::Missing | Signature::Invalid => return Err(VerifyError::NotValid),
        Signature::Unjudged(credential) => return Err(VerifyError::NoCredential(credential)),
        Signature::Undefined if !by_connection(parsed, through) => return Err(VerifyError::Unsigned),
        Signature::Undefined | Signature::Valid => {}
    }
    Ok(Verified {
        merchant_agrees: merchant_agrees(parsed, credentials),
        needs_inquiry: needs_inquiry(parsed, through, credentials),
        message,
    })
}

/// Why a message isn't verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// The signature is missing or wrong. Answer as to any stranger, and change nothing.
    NotValid,
    /// This kind of message carries no signature: ask the gateway with an inquiry instead.
    Unsigned,
    /// There is a signature or a key, and this credential of the merchant's own, which judges it, is missing or empty: the
    /// message may well be the gateway's. Answer with 503, so that it comes again, and set the credential.
    NoCredential(&'static str),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotValid => f.write_str("the signature isn't valid; change nothing because of this message"),
            Self::Unsigned => f.write_str("messages of this kind carry no signature; confirm with an inquiry"),
            Self::NoCredential(name) => {
                write!(f, "the merchant's own `{name}` is empty, so no message can be verified until it is set")
            }
        }
    }
}

impl std::error::Error for VerifyError {}

/// A message with a valid signature. That isn't "paid" yet: compare it with what was asked first.
pub struct Verified<M> {
    message: M,
    merchant_agrees: bool,
    needs_inquiry: bool,
}

impl<M: Inbound> Verified<M> {
    /// The order that it says it is about: look up under it what you have asked, and compare.
    #[must_use]
    pub fn about_order(&self) -> Option<&str> {
        about_order(self.message.message())
    }

    /// Compares the message with what was asked.
    ///
    /// # Errors
    /// The fields that differ; or, when everything agrees but the shopper may know the secret that signs, the message
    /// again: then an inquiry must tell whether the payment is made. The same goes for a message that doesn't say, under
    /// its signature, which order was paid and how much.
    pub fn reconcile(self, expected: &Expected) -> Result<Reconciled<M>, ReconcileError<Self>> {
        let list = mismatches(self.message.message(), expected, self.merchant_agrees);
        if !list.is_empty() {
            Err(ReconcileError::Mismatch(list))
        } else if self.needs_inquiry {
            Err(ReconcileError::NeedsInquiry(Box::new(self)))
        } else {
            Ok(Reconciled { message: self.message, expected: expected.clone() })
        }
    }
}

impl<M: Inbound> Deref for Verified<M> {
    type Target = M;

    fn deref(&self) -> &M {
        &self.message
    }
}

/// Why a verified message doesn't settle a payment. `V` is the verified message.
#[non_exhaustive]
pub enum ReconcileError<V> {
    /// It is about another payment, or another amount.
    Mismatch(Vec<Mismatch>),
    /// Everything that can be compared agrees, but the secret that signs may have been seen in the browser's form, or the
    /// signature leaves out which order it is or how much was paid. Ask the gateway.
    NeedsInquiry(Box<V>),
}

impl<V> fmt::Display for ReconcileError<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mismatch(list) => {
                f.write_str("the message doesn't answer what was asked: ")?;
                for (index, mismatch) in list.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "; " };
                    OneLine(f).write(format_args!("{comma}{mismatch}"))?;
                }
                Ok(())
            }
            Self::NeedsInquiry(_) => f.write_str(
                "everything that can be compared agrees, but the shopper's browser may have seen the secret that signs, or \
                 order and amount aren't signed: ask the gateway with an inquiry before treating the payment as made",
            ),
        }
    }
}

impl<V> fmt::Debug for ReconcileError<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mismatch(list) => f.debug_tuple("Mismatch").field(list).finish(),
            Self::NeedsInquiry(_) => f.write_str("NeedsInquiry(…)"),
        }
    }
}

impl<V> std::error::Error for ReconcileError<V> {}

impl<V> ReconcileError<V> {
    /// The same with another type of message in it. For generated code.
    #[doc(hidden)]
    pub fn map<W>(self, wrap: impl FnOnce(V) -> W) -> ReconcileError<W> {
        match self {
            Self::Mismatch(list) => ReconcileError::Mismatch(list),
            Self::NeedsInquiry(verified) => ReconcileError::NeedsInquiry(Box::new(wrap(*verified))),
        }
    }
}

/// A verified message that answers what was asked.
pub struct Reconciled<M> {
    message: M,
    expected: Expected,
}

impl<M: Inbound> Reconciled<M> {
    /// What became of the payment. A code that nobody knows is [`PaymentStatus::Unknown`]: ask the gateway.
    #[must_use]
    pub fn status(&self) -> PaymentStatus {
        let Some((field, read)) = M::TABLE.status else {
            return PaymentStatus::Unknown;
        };
        self.message.message().text(usize::from(field)).map_or(PaymentStatus::Unknown, read)
    }

    /// The same for every delivery of the same news: store it with a unique constraint and act once.
    #[must_use]
    pub fn event_key(&self) -> String {
        event_key(self.message.message())
    }

    /// What it says about its payment, for [`Life::apply`](crate::Life::apply).
    #[must_use]
    pub fn news(&self) -> News<'_> {
        // Only a message that has a status is ever reconciled.
        let code = M::TABLE.status.and_then(|(field, _)| self.message.message().text(usize::from(field)));
        News { message: M::TABLE.id, code }
    }

    /// The order that it settles.
    #[must_use]
    pub fn order(&self) -> &str {
        self.expected.order()
    }

    /// The amount that was asked for, which the message names as well. Whether all of it was taken is another matter: where a gateway
    /// captures parts, or tells what was paid apart from what was to be paid, that stands in fields of the message.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.expected.amount()
    }
}

impl<M: Inbound> Deref for Reconciled<M> {
    type Target = M;

    fn deref(&self) -> &M {
        &self.message
    }
}

/// What the shopper's browser brought back. The shopper may have written it.
pub struct BrowserReturn<M> {
    message: M,
}

impl<M: Inbound> BrowserReturn<M> {
    /// Parses the body of a POST strictly.
    ///
    /// # Errors
    /// The first thing that makes the body unreadable.
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, ReceiveError> {
        parse(M::TABLE, content_type, body).map(Self::of)
    }

    /// Parses the query of a GET strictly, without the `?`.
    ///
    /// # Errors
    /// The first thing that makes the query unreadable.
    pub fn parse_query(query: &str) -> Result<Self, ReceiveError> {
        parse_query(M::TABLE, query).map(Self::of)
    }

    /// Wraps what a door parsed. For generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn of(message: Message) -> Self {
        Self { message: M::from_message(message) }
    }

    /// The message as it arrived: anybody may have written it.
    #[must_use]
    pub fn unverified(&self) -> &M {
        &self.message
    }

    /// Checks the signature. A valid one makes it a hint about what to show the shopper, nothing more.
    ///
    /// # Errors
    /// When the signature is missing or wrong, or when this kind of message has none.
    pub fn verify(self, credentials: &M::Credentials) -> Result<Hint<M>, VerifyError> {
        verify(self.message, Through::Browser, &Presented::Nothing, credentials)
            .map(|verified| Hint { message: verified.message })
    }
}

/// A browser's return with a valid signature: good for choosing a page to show, not for delivering goods. Payment is
/// settled by the callback or an inquiry; there is no way from here to [`Reconciled`].
pub struct Hint<M> {
    message: M,
}

impl<M: Inbound> Hint<M> {
    /// The order that it says it is about.
    #[must_use]
    pub fn about_order(&self) -> Option<&str> {
        about_order(self.message.message())
    }
}

fn about_order(message: &Message) -> Option<&str> {
    message.text(usize::from(message.table().answers.payment?.order))
}

impl<M: Inbound> Deref for Hint<M> {
    type Target = M;

    fn deref(&self) -> &M {
        &self.message
    }
}

/// What a message in each state can say about itself.
macro_rules! about {
    ($($state:ident)*) => {$(
        impl<M: Inbound> $state<M> {
            /// Where the message differs from its table: missing and unreadable fields, unknown codes and keys. None of
            /// it is a reason to refuse the message.
            #[must_use]
            pub fn problems(&self) -> Vec<Problem> {
                findings(self.message.message())
            }

            /// The names of the fields that came and that no signature covers.
            pub fn unsigned(&self) -> impl Iterator<Item = &'static str> {
                unsigned(self.message.message())
            }
        }

        /// Sensitive values and values under unknown keys are masked.
        impl<M: Inbound> fmt::Debug for $state<M> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($state)).field(self.message.message()).finish()
            }
        }
    )*};
}

about!(Received Verified Reconciled BrowserReturn Hint);

/// A value that no signature covers: anybody on the way may have written it, also in a verified message.
#[derive(Clone, Copy)]
pub struct Unsigned<T>(T);

impl<T> Unsigned<T> {
    /// Marks a value as not covered. For generated code.
    #[doc(hidden)]
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, which may be forged.
    pub fn untrusted(self) -> T {
        self.0
    }
}

/// Never shows the value: it may be sensitive, and it may be written to deceive a reader of logs.
impl<T> fmt::Debug for Unsigned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unsigned(…)")
    }
}
