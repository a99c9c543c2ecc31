//! Reads `asks`: what a request asks for, and what of a received message is compared with it. The readers of operations and messages call
//! it.

use super::message::Reader;
use crate::decode::{Fields, Word, one_of};
use crate::model::{Answered, Asked, Auth, Field, Transport, Type};
use crate::yaml::Node;

impl Reader<'_> {
    /// What a request asks for. A browser's form has no connection to go by: what returns must at least name the merchant.
    pub(super) fn asks(&self, node: &Node, transport: Option<Transport>) -> Option<Asked> {
        let fields = Fields::of(node, "`asks`", &["order", "amount", "currency", "merchant"], self.faults)?;
        let [order, amount, currency] =
            ["order", "amount", "currency"].map(|key| fields.need(key).map(|word| word.text));
        let is_form = transport == Some(Transport::BrowserForm);
        let merchant = if is_form { Some(fields.need("merchant")?) } else { fields.text("merchant") };
        Some(Asked { order: order?, amount: amount?, currency: currency?, merchant: merchant.map(|word| word.text) })
    }

    /// What a received message can be compared by. Order, amount and currency tell a payment together, or not at all. What was paid
    /// comes apart: [`Self::is_paid`] judges it when the fields and the signature are known.
    pub(super) fn answered(&self, node: &Node, wants_merchant: bool) -> Option<(Answered, Option<Word>)> {
        let fields = Fields::of(node, "`asks`", &["order", "amount", "currency", "paid", "merchant"], self.faults)?;
        let is_payment = ["order", "amount", "currency", "paid"].iter().any(|key| fields.get(key).is_some());
        let of_payment = |key: &str| if is_payment { fields.need(key) } else { None }.map(|word| word.text);
        let [order, amount, currency] = ["order", "amount", "currency"].map(of_payment);
        let paid = fields.text("paid");
        let merchant = if wants_merchant { Some(fields.need("merchant")?) } else { fields.text("merchant") };
        Some((Answered { order, amount, currency, paid: None, merchant: merchant.map(|word| word.text) }, paid))
    }

    /// Whether a field can say what was paid: an amount in the currency of what was asked, and one that the signature covers, or
    /// whoever brings the message could leave it out, and the difference with it.
    pub(super) fn is_paid(&self, word: &Word, asks: &Answered, auth: Option<&Auth>, built: &[Field]) -> bool {
        let amounts = || built.iter().filter(|field| matches!(field.ty, Type::Amount { .. }));
        let Some(field) = amounts().find(|field| field.name == word.text) else {
            let known: Vec<&str> = amounts().map(|field| field.name.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("`{}` isn't an amount of this message, so it can't say what was paid", word.text),
                one_of(&known, "a field of type `amount`, of which this message has none"),
            );
            return false;
        };
        let expected = match (&field.ty, auth) {
            (Type::Amount { currency: Some(own), .. }, _)
                if asks.currency.as_ref().is_some_and(|asked| asked != own) =>
            {
                format!("an amount in the currency of `asks`; this one's is `{own}`")
            }
            (_, Some(Auth::Signed { covers, .. })) if !covers.contains(&word.text) => {
                format!("one of the fields that the signature covers: {}", covers.join(", "))
            }
            _ => return true,
        };
        self.faults.add(&word.at, format!("`{}` can't be compared with what was asked", word.text), expected);
        false
    }
}
