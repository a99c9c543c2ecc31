//! What Finpay remembers: orders with how they stand, and stored cards by customer. Each step that must happen once is one call under
//! one lock.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use crate::card::Card;
use crate::clock::Moment;

/// More orders than this and the oldest is forgotten.
const MOST_ORDERS: usize = 10_000;

/// An order that was taken in.
#[derive(Clone)]
pub(crate) struct Order {
    /// 64 hexadecimal digits: the end of its page's address.
    pub page: String,
    pub account: usize,
    /// The fields of the request but for tokens: path and text.
    pub asked: BTreeMap<String, String>,
    /// The stored card that pays.
    pub stored: Option<Stored>,
    pub status: &'static str,
    /// The mask of the card that paid.
    pub mask: String,
    pub reference: String,
    /// The id of the operation that began it.
    pub operation: String,
    pub since: Moment,
}

/// A stored card.
#[derive(Clone)]
pub(crate) struct Stored {
    pub account: usize,
    pub customer: String,
    pub card: Card,
    pub mask: String,
}

/// Why a change has no effect.
pub(crate) enum Refusal {
    Unknown,
    Unpaid,
    Over,
}

impl Order {
    /// A field of the request; empty when it wasn't sent.
    pub fn asked(&self, name: &str) -> &str {
        self.asked.get(name).map_or("", String::as_str)
    }

    /// Whether the shopper goes to 3-D Secure, after which nobody knows what follows.
    pub fn is_three_ds(&self) -> bool {
        self.operation == "card.threeds-initiate"
    }

    pub fn currency(&self) -> &str {
        match self.asked("order.currency") {
            "" => "IDR",
            currency => currency,
        }
    }

    pub fn is_open(&self) -> bool {
        self.status == "REQUEST_INITIATED"
    }

    /// What messages tell of it, in the order of the samples.
    pub fn members(&self, under: &str) -> Vec<(String, String)> {
        let brand = match self.mask.as_bytes().first() {
            Some(b'4') => "VISA",
            Some(b'5') => "MASTERCARD",
            _ => "",
        };
        let mut members = vec![
            ("customer.id", self.asked("customer.id")),
            ("order.id", self.asked("order.id")),
            ("order.reference", &self.reference),
            ("order.amount", self.asked("order.amount")),
            ("order.currency", self.currency()),
        ];
        if !self.mask.is_empty() {
            members.extend([("card.mask", self.mask.as_str()), ("card.info.brand", brand)]);
        }
        let meta = self.asked("meta");
        members.push(("meta", if meta.is_empty() { r#"{"data":null}"# } else { meta }));
        members.extend([
            ("result.payment.amount", self.asked("order.amount")),
            ("result.payment.status", self.status),
            ("result.payment.statusDesc", ""),
        ]);
        members.into_iter().map(|(name, text)| (format!("{under}{name}"), text.to_owned())).collect()
    }
}

/// Shared by every handler.
#[derive(Clone, Default)]
pub(crate) struct Till(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    orders: Vec<Order>,
    cards: BTreeMap<String, Stored>,
}

impl Till {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Every change below is a single assignment or push; nothing is left half-done.
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Takes an order in; `false` when its id is taken.
    pub fn add(&self, order: Order) -> bool {
        let mut inner = self.lock();
        let is_taken = |own: &Order| own.account == order.account && own.asked("order.id") == order.asked("order.id");
        if inner.orders.iter().any(is_taken) {
            return false;
        }
        if inner.orders.len() == MOST_ORDERS {
            inner.orders.remove(0);
        }
        inner.orders.push(order);
        true
    }

    pub fn order(&self, account: usize, id: &str) -> Option<Order> {
        self.lock().orders.iter().find(|own| own.account == account && own.asked("order.id") == id).cloned()
    }

    pub fn at_page(&self, page: &str) -> Option<Order> {
        self.lock().orders.iter().find(|own| own.page == page).cloned()
    }

    /// Ends an open order, once: as it then stands.
    pub fn decide(&self, page: &str, status: &'static str, mask: &str) -> Option<Order> {
        let mut inner = self.lock();
        let order = inner.orders.iter_mut().find(|own| own.page == page && own.is_open())?;
        order.status = status;
        mask.clone_into(&mut order.mask);
        Some(order.clone())
    }

    /// Cancels an order that isn't paid.
    pub fn cancel(&self, account: usize, id: &str) -> Result<(), Refusal> {
        self.change(account, id, |status| match status {
            "REQUEST_INITIATED" => Ok("CANCELLED"),
            _ => Err(Refusal::Over),
        })
    }

    /// Takes a paid order back. No page names the status that follows; the money is back, so that of refunds it is.
    pub fn void(&self, account: usize, id: &str) -> Result<(), Refusal> {
        self.change(account, id, |status| match status {
            "CAPTURED" => Ok("REFUNDED"),
            "REQUEST_INITIATED" => Err(Refusal::Unpaid),
            _ => Err(Refusal::Over),
        })
    }

    fn change(
        &self,
        account: usize,
        id: &str,
        next: impl FnOnce(&str) -> Result<&'static str, Refusal>,
    ) -> Result<(), Refusal> {
        let mut inner = self.lock();
        let is_it = |own: &&mut Order| own.account == account && own.asked("order.id") == id;
        let order = inner.orders.iter_mut().find(is_it).ok_or(Refusal::Unknown)?;
        order.status = next(order.status)?;
        Ok(())
    }

    pub fn store_card(&self, token: String, card: Stored) {
        self.lock().cards.insert(token, card);
    }

    /// A customer's own card.
    pub fn card(&self, account: usize, customer: &str, token: &str) -> Option<Stored> {
        let inner = self.lock();
        inner.cards.get(token).filter(|own| own.account == account && own.customer == customer).cloned()
    }

    pub fn forget_card(&self, account: usize, token: &str) -> bool {
        let mut inner = self.lock();
        let is_his = inner.cards.get(token).is_some_and(|own| own.account == account);
        is_his && inner.cards.remove(token).is_some()
    }

    /// Token and mask of each card.
    pub fn cards_of(&self, customer: &str) -> Vec<(String, String)> {
        let inner = self.lock();
        let own = inner.cards.iter().filter(|(_, card)| card.customer == customer);
        own.map(|(token, card)| (token.clone(), card.mask.clone())).collect()
    }

    /// Something of each order, as they came.
    pub fn orders<T>(&self, of: impl Fn(&Order) -> T) -> Vec<T> {
        self.lock().orders.iter().map(of).collect()
    }

    /// Forgets everything.
    pub fn reset(&self) {
        *self.lock() = Inner::default();
    }
}
