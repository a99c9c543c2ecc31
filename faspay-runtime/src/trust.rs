//! Trust is a type. A message goes from [`Received`] over [`Verified`] to [`Reconciled`], and only the last one says
//! whether money was paid; what a browser brings back becomes a [`Hint`] and has no road there.

use crate::Inbound;
use crate::message::Message;
use std::fmt;

/// A message that has arrived and proves nothing yet.
pub struct Received<M> {
    message: M,
}

impl<M: Inbound> Received<M> {
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
}

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
