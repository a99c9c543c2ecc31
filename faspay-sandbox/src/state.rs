//! What the gateway remembers, in memory: payments, members, tokens, deliveries and the day. Every step that must happen once
//! (taking an order id, deciding a payment) is one call under one lock.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};

use faspay_spec::engine::Date;

use crate::callback::Parcel;
use crate::card::Card;
use crate::clock::Moment;
use crate::ledger::{Change, Ledger};
use crate::pages::Pairs;
use crate::refusal;
use crate::result::Outcome;
use crate::scenario::Scenario;

/// More payments than this and the oldest is forgotten.
const MOST_PAYMENTS: usize = 10_000;

/// What a message asks the gateway to do, besides taking a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Nothing else.
    Payment,
    /// A new member for recurring charges.
    Register,
    /// Another card for a member.
    UpdateCard,
    /// A token for the card.
    IssueToken,
    /// The card behind a token.
    UseToken,
}

/// A payment that was accepted for the shopper to decide.
#[derive(Clone)]
pub(crate) struct Payment {
    /// The gateway's own id, an upper-case UUID.
    pub id: String,
    /// Index of the operation in the model.
    pub operation: usize,
    /// Index of the merchant.
    pub account: usize,
    pub effect: Effect,
    /// The fields of the request that may be kept: canonical name and text. No credential, signature or token.
    pub asked: BTreeMap<String, String>,
    /// Keys of the form that the operation doesn't have.
    pub ignored: Vec<String>,
    pub since: Moment,
    /// The card that the payment is bound to, with the token that was given for it.
    pub card: Option<(String, Card)>,
    pub decided: Option<Decided>,
    pub ledger: Ledger,
}

/// How a payment ended, and what is told about it.
#[derive(Clone)]
pub(crate) struct Decided {
    pub outcome: Outcome,
    /// The signed result for the browser.
    pub back: Pairs,
}

impl Payment {
    /// A field of the request; empty when it wasn't sent.
    pub fn asked(&self, name: &str) -> &str {
        self.asked.get(name).map_or("", String::as_str)
    }

    /// `N` until decided.
    pub fn status(&self) -> &'static str {
        self.ledger.status.or(self.decided.as_ref().map(|decided| decided.outcome.status)).unwrap_or("N")
    }

    /// How it stands now.
    pub fn outcome(&self) -> Outcome {
        let decided = self.decided.as_ref().map_or_else(Outcome::open, |decided| decided.outcome.clone());
        decided.at(self.status())
    }
}

/// A member that is charged again and again.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub card: Card,
    /// The fields of the registration, with what has changed since.
    pub asked: BTreeMap<String, String>,
    /// The last charge failed.
    pub owed: bool,
}

/// A token and what it stands for. The token itself is the key that it is kept under.
struct Token {
    account: usize,
    card: Card,
}

/// How a delivery stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Progress {
    Pending,
    Acknowledged,
    GaveUp,
    /// Not attempted, and why.
    Refused(String),
}

/// A result on its way to the merchant's server.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    pub number: u64,
    pub payment: String,
    pub url: String,
    /// What is delivered, for sending it again.
    parcel: Arc<Parcel>,
    pub progress: Progress,
    /// What came of every attempt: `200`, `connection failed`.
    pub attempts: Vec<String>,
}

/// Shared by every handler.
#[derive(Clone, Default)]
pub(crate) struct Store(Arc<Mutex<Inner>>);

#[derive(Default)]
pub(crate) struct Inner {
    pub payments: VecDeque<Payment>,
    pub members: BTreeMap<(usize, String), Member>,
    tokens: BTreeMap<String, Token>,
    pub deliveries: VecDeque<Delivery>,
    last_delivery: u64,
    held: Option<Date>,
    scenario: Scenario,
}

/// An order id that was used before.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Duplicate;

impl Store {
    pub fn new(held: Option<Date>, scenario: Scenario) -> Self {
        let store = Self::default();
        *store.lock() = Inner { held, scenario, ..Inner::default() };
        store
    }

    /// The state, for as long as the guard lives. Never held across an await.
    pub fn lock(&self) -> MutexGuard<'_, Inner> {
        // A handler that panicked left nothing half-done: every change below is a single assignment or push.
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub fn now(&self) -> Moment {
        Moment::now(self.lock().held)
    }

    /// Holds the clock at a day, or lets it go.
    pub fn hold(&self, day: Option<Date>) {
        self.lock().held = day;
    }

    /// What goes wrong for everybody.
    pub fn scenario(&self) -> Scenario {
        self.lock().scenario
    }

    /// Lets something go wrong from now on.
    pub fn play(&self, scenario: Scenario) {
        self.lock().scenario = scenario;
    }

    /// Forgets everything but the day and the scenario. Deliveries that are under way notice and stop.
    pub fn reset(&self) {
        let mut inner = self.lock();
        let (held, scenario, last_delivery) = (inner.held, inner.scenario, inner.last_delivery);
        *inner = Inner { held, scenario, last_delivery, ..Inner::default() };
    }

    /// Takes a payment in, unless its order id (the text of the field `order`) is taken.
    pub fn add(&self, payment: Payment, order: &str, once: bool) -> Result<(), Duplicate> {
        let mut inner = self.lock();
        let taken = |other: &Payment| other.account == payment.account && other.asked(order) == payment.asked(order);
        if once && inner.payments.iter().any(taken) {
            return Err(Duplicate);
        }
        if inner.payments.len() == MOST_PAYMENTS {
            inner.payments.pop_front();
        }
        inner.payments.push_back(payment);
        Ok(())
    }

    pub fn payment(&self, id: &str) -> Option<Payment> {
        self.lock().payments.iter().find(|payment| payment.id == id).cloned()
    }

    /// Records how a payment ended, once: `false` when it was decided before or is gone.
    pub fn decide(&self, id: &str, decided: Decided) -> bool {
        let mut inner = self.lock();
        match inner.payments.iter_mut().find(|payment| payment.id == id) {
            Some(payment) if payment.decided.is_none() => {
                payment.decided = Some(decided);
                true
            }
            _ => false,
        }
    }

    /// Lets a call of the merchant's server take effect on a payment of so many hundredths: the payment as it then is, or
    /// the error code.
    pub fn change(&self, id: &str, change: Change, amount: u64) -> Result<Payment, &'static str> {
        let now = self.now();
        let mut inner = self.lock();
        let payment = inner.payments.iter_mut().find(|payment| payment.id == id).ok_or(refusal::NOT_FOUND)?;
        let (status, since) = (payment.status(), payment.since);
        payment.ledger.apply(change, status, since, amount, now)?;
        Ok(payment.clone())
    }

    pub fn member(&self, account: usize, id: &str) -> Option<Member> {
        self.lock().members.get(&(account, id.to_owned())).cloned()
    }

    pub fn put_member(&self, account: usize, id: &str, member: Member) {
        self.lock().members.insert((account, id.to_owned()), member);
    }

    pub fn change_card(&self, account: usize, id: &str, card: Card) {
        if let Some(member) = self.lock().members.get_mut(&(account, id.to_owned())) {
            member.card = card;
        }
    }

    /// Changes what a member was registered with.
    pub fn change_member(&self, account: usize, id: &str, told: BTreeMap<String, String>) {
        if let Some(member) = self.lock().members.get_mut(&(account, id.to_owned())) {
            member.asked.extend(told);
        }
    }

    /// Asks something of every member, or changes it; what comes of it, in order.
    pub fn each_member<T>(&self, mut act: impl FnMut(usize, &str, &mut Member) -> Vec<T>) -> Vec<T> {
        let mut inner = self.lock();
        inner.members.iter_mut().flat_map(|((account, id), member)| act(*account, id, member)).collect()
    }

    pub fn put_token(&self, account: usize, token: String, card: Card) {
        self.lock().tokens.insert(token, Token { account, card });
    }

    /// The card behind a merchant's own token.
    pub fn card_of(&self, account: usize, token: &str) -> Option<Card> {
        let inner = self.lock();
        inner.tokens.get(token).filter(|token| token.account == account).map(|token| token.card.clone())
    }

    /// Forgets a merchant's own token; the card that was behind it.
    pub fn delete_token(&self, account: usize, token: &str) -> Option<Card> {
        let mut inner = self.lock();
        inner.tokens.get(token).filter(|token| token.account == account)?;
        inner.tokens.remove(token).map(|token| token.card)
    }

    pub fn tokens(&self) -> usize {
        self.lock().tokens.len()
    }

    /// Notes a delivery and gives it its number.
    pub fn add_delivery(&self, payment: &str, url: &str, parcel: Arc<Parcel>) -> u64 {
        let mut inner = self.lock();
        inner.last_delivery += 1;
        let number = inner.last_delivery;
        if inner.deliveries.len() == MOST_PAYMENTS {
            inner.deliveries.pop_front();
        }
        let (payment, url) = (payment.to_owned(), url.to_owned());
        let progress = Progress::Pending;
        inner.deliveries.push_back(Delivery { number, payment, url, parcel, progress, attempts: Vec::new() });
        number
    }

    /// Address and content of the last delivery about a payment.
    pub fn last_delivery(&self, payment: &str) -> Option<(String, Arc<Parcel>)> {
        let inner = self.lock();
        let last = inner.deliveries.iter().rev().find(|delivery| delivery.payment == payment)?;
        Some((last.url.clone(), Arc::clone(&last.parcel)))
    }

    /// Changes a delivery; `false` when it was forgotten meanwhile.
    pub fn note(&self, number: u64, change: impl FnOnce(&mut Delivery)) -> bool {
        let mut inner = self.lock();
        inner.deliveries.iter_mut().find(|delivery| delivery.number == number).map(change).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payment() -> Payment {
        Payment {
            id: "1".to_owned(),
            operation: 0,
            account: 0,
            effect: Effect::Payment,
            asked: BTreeMap::from([("order".to_owned(), "A".to_owned())]),
            ignored: Vec::new(),
            since: Moment::now(None),
            card: None,
            decided: None,
            ledger: Ledger::default(),
        }
    }

    #[test]
    fn a_payment_is_decided_once() {
        let store = Store::default();
        assert_eq!(store.add(payment(), "order", true), Ok(()));
        let decided = |code| Decided { outcome: Outcome::refused(code), back: Pairs::new() };
        assert!(store.decide("1", decided("5513")));
        assert!(!store.decide("1", decided("5567")), "the second time has no effect");
        let kept = store.payment("1").and_then(|payment| payment.decided);
        assert_eq!(kept.map(|decided| decided.outcome.err_code), Some("5513"));
        assert!(!store.decide("2", decided("5513")), "nor has an unknown payment");
    }

    #[test]
    fn the_oldest_payment_makes_room() {
        let store = Store::default();
        for number in 0..=MOST_PAYMENTS {
            let payment = Payment { id: number.to_string(), ..payment() };
            assert_eq!(store.add(payment, "order", false), Ok(()));
        }
        assert!(store.payment("0").is_none());
        assert_eq!(store.lock().payments.len(), MOST_PAYMENTS);
    }

    #[test]
    fn a_delivery_that_was_forgotten_is_not_brought_back() {
        let store = Store::default();
        let parcel = Arc::new(Parcel::form(String::new()));
        let number = store.add_delivery("1", "http://127.0.0.1/", Arc::clone(&parcel));
        store.reset();
        assert!(!store.note(number, |delivery| delivery.progress = Progress::GaveUp));
        assert!(store.add_delivery("1", "http://127.0.0.1/", parcel) > number, "numbers are not used twice");
    }
}
