//! One order id, one intent: what was asked under an id is noted before it is sent, so that a second use of the id with
//! another amount, or anything else that differs, is noticed before it leaves. Merchants call this; nothing here stores
//! anything beyond memory.

use crate::sign::Fingerprint;
use crate::table::By;
use crate::{Prepared, Request};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

/// What a prepared request asks a payment for, as one line to keep under its order id.
///
/// The line holds the operation, the amount, and a SHA-256 over the request: over the names and values of all its fields
/// but signatures and what is sensitive. A hash of a card number could be undone by trying, and a new password asks for
/// nothing new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    order: String,
    record: String,
}

impl Intent {
    /// What the request asks for; `None` when it asks for no payment, such as an inquiry.
    #[must_use]
    pub fn of<R: Request>(prepared: &Prepared<R>) -> Option<Self> {
        let expected = prepared.expected()?;
        let mut fingerprint = Fingerprint::new();
        for field in prepared.fields().iter().filter(|field| !field.sensitive) {
            let spec = R::TABLE.fields.iter().find(|spec| spec.name == field.name);
            if spec.is_some_and(|spec| !matches!(spec.by, By::Signature(_))) {
                fingerprint.feed(field.name);
                fingerprint.feed(&field.value);
            }
        }
        let record = format!("{} {} {}", R::TABLE.id, expected.amount(), fingerprint.finish());
        Some(Self { order: expected.order().to_owned(), record })
    }

    /// The order id: the key to keep it under.
    #[must_use]
    pub fn order(&self) -> &str {
        &self.order
    }

    /// The line to keep: `faspay.card.payment-window IDR 5000.00` and 64 hexadecimal digits. The same request always gives
    /// the same line.
    #[must_use]
    pub fn record(&self) -> &str {
        &self.record
    }

    /// Compares it with the line that is kept under its order id. With a store of your own: insert the line where the id
    /// has none yet, read what is there then, and give that here before anything is sent.
    ///
    /// # Errors
    /// The id was used for something else.
    pub fn agrees(&self, kept: &str) -> Result<(), OtherIntent> {
        if kept == self.record {
            return Ok(());
        }
        Err(OtherIntent { order: self.order.clone(), before: kept.to_owned(), now: self.record.clone() })
    }
}

/// The intents of one process, in memory.
#[derive(Debug, Clone, Default)]
pub struct Intents(BTreeMap<String, String>);

impl Intents {
    /// Notes what a request asks for. Call it before the request is sent or its page is shown; a request that asks for no
    /// payment passes.
    ///
    /// # Errors
    /// The order id was used for something else. What was noted first stays.
    pub fn note<R: Request>(&mut self, prepared: &Prepared<R>) -> Result<(), OtherIntent> {
        let Some(intent) = Intent::of(prepared) else {
            return Ok(());
        };
        match self.0.entry(intent.order.clone()) {
            Entry::Occupied(kept) => intent.agrees(kept.get()),
            Entry::Vacant(free) => {
                free.insert(intent.record);
                Ok(())
            }
        }
    }
}

/// An order id that was used for one thing and is now used for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherIntent {
    /// The order id.
    pub order: String,
    /// What was noted under it.
    pub before: String,
    /// What is asked now.
    pub now: String,
}

impl fmt::Display for OtherIntent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::violation::OneLine(f).write(format_args!(
            "the order id {} was used for `{}` and is now used for `{}`; nothing has been sent. Use an id of its own for each \
             payment",
            self.order, self.before, self.now
        ))
    }
}

impl std::error::Error for OtherIntent {}
