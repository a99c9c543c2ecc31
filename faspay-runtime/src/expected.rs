//! What must come back for a payment to count: made from what was asked, never from what was received.

use crate::Amount;

/// What was asked. It is made from a prepared request, or from the merchant's own records; no received message makes
/// one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub(crate) order: String,
    pub(crate) amount: Amount,
    pub(crate) more: Vec<(String, String)>,
}

impl Expected {
    /// The merchant's own order id and the amount, with its currency.
    #[must_use]
    pub fn new(order: impl Into<String>, amount: Amount) -> Self {
        Self { order: order.into(), amount, more: Vec::new() }
    }

    /// Another field that must agree, by its canonical name. An amount agrees by value.
    #[must_use]
    pub fn and(mut self, field: impl Into<String>, text: impl Into<String>) -> Self {
        self.more.push((field.into(), text.into()));
        self
    }

    /// The order id.
    #[must_use]
    pub fn order(&self) -> &str {
        &self.order
    }

    /// The amount.
    #[must_use]
    pub const fn amount(&self) -> Amount {
        self.amount
    }
}
