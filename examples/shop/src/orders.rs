//! The shop's memory. Everything that must happen once is decided here, under one lock: a real shop does the same in one
//! database transaction, with a unique constraint on the event keys.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use faspay::lives::TXN_STATUS;
use faspay::{Amount, Expected, Life, News, PaymentStatus, Step};

/// An order and what is known of its payment.
#[derive(Debug, Clone)]
pub struct Order {
    /// Whose it is.
    pub session: String,
    /// What was asked, to compare everything with that comes back.
    pub expected: Expected,
    /// What was heard.
    pub life: Life,
    /// The keys of the news that were heard.
    pub events: BTreeSet<String>,
    /// The gateway's id of the payment, from the answer to an inquiry.
    pub transaction: Option<String>,
    /// How often the goods left the house.
    pub delivered: u32,
    /// A capture is under way, or was made, or nobody knows.
    pub capturing: bool,
    /// What was given back, or may have been, in the currency's smallest unit.
    pub returned: u64,
}

/// All orders.
#[derive(Default)]
pub struct Orders(Mutex<HashMap<String, Order>>);

impl Orders {
    /// A new order.
    pub fn add(&self, id: &str, session: String, expected: Expected) {
        let order = Order {
            session,
            expected,
            life: Life::new(&TXN_STATUS),
            events: BTreeSet::new(),
            transaction: None,
            delivered: 0,
            capturing: false,
            returned: 0,
        };
        self.lock().insert(id.to_owned(), order);
    }

    /// How an order stands.
    pub fn get(&self, id: &str) -> Option<Order> {
        self.lock().get(id).cloned()
    }

    /// Takes news of an order in, and delivers when they say for the first time that it is paid. The news can come as often as
    /// they like, from callbacks and inquiries at once.
    pub fn hear(&self, id: &str, event_key: String, news: &News<'_>) -> Option<Step> {
        let mut orders = self.lock();
        let order = orders.get_mut(id)?;
        if !order.events.insert(event_key) {
            return Some(Step::Duplicate);
        }
        let step = order.life.apply(news);
        if step == Step::Advanced && order.life.outcome() == PaymentStatus::Paid && order.delivered == 0 {
            order.delivered += 1;
        }
        Some(step)
    }

    /// Notes the gateway's id of an order's payment.
    pub fn identify(&self, id: &str, transaction: &str) {
        if let Some(order) = self.lock().get_mut(id) {
            order.transaction = Some(transaction.to_owned());
        }
    }

    /// Reserves the one capture of an order; `false` when it isn't there to be made.
    pub fn begin_capture(&self, id: &str) -> bool {
        let mut orders = self.lock();
        let Some(order) = orders.get_mut(id) else { return false };
        let free = !order.capturing && order.life.outcome() == PaymentStatus::Pending;
        order.capturing |= free;
        free
    }

    /// The capture certainly wasn't made.
    pub fn forget_capture(&self, id: &str) {
        if let Some(order) = self.lock().get_mut(id) {
            order.capturing = false;
        }
    }

    /// Reserves a refund, so that refunds together never exceed the payment; `false` when this one would, or nothing is paid.
    pub fn begin_refund(&self, id: &str, back: Amount) -> bool {
        let mut orders = self.lock();
        let Some(order) = orders.get_mut(id) else { return false };
        let paid = order.life.outcome() == PaymentStatus::Paid && back.currency() == order.expected.amount().currency();
        let sum = order.returned.checked_add(back.minor());
        match sum.filter(|sum| paid && back.minor() > 0 && *sum <= order.expected.amount().minor()) {
            Some(sum) => {
                order.returned = sum;
                true
            }
            None => false,
        }
    }

    /// The refund certainly wasn't made.
    pub fn forget_refund(&self, id: &str, back: Amount) {
        if let Some(order) = self.lock().get_mut(id) {
            order.returned = order.returned.saturating_sub(back.minor());
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Order>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
