//! What Pivot remembers, in memory: sessions, customers with their stored cards, tokens, and the answers to requests by their
//! X-REQUEST-ID. Each step that must happen once is one call under one lock.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

use faspay_spec::model::Life;

use super::card::Card;
use super::session::Session;
use crate::clock::Moment;
use crate::random::{nonce, uuid};

/// More sessions, answers or tokens than this and the oldest is forgotten.
const MOST: usize = 10_000;
/// How long a token is good.
pub(crate) const TOKEN_SECONDS: i64 = 900;
/// After so many seconds an X-REQUEST-ID is free again.
const A_DAY: i64 = 86_400;

/// A customer of a merchant.
#[derive(Clone)]
pub(crate) struct Customer {
    pub id: String,
    pub account: usize,
    pub email: String,
    /// Members of the customer as last told: path within it, and text.
    pub told: Vec<(String, String)>,
    pub stored: Vec<Stored>,
}

/// A stored card.
#[derive(Clone)]
pub(crate) struct Stored {
    pub token: String,
    pub card: Card,
    pub since: Moment,
}

/// An answer that the same request gets again.
struct Answered {
    account: usize,
    request_id: String,
    /// What the request held, not readable.
    payload: String,
    body: String,
    at: i64,
}

/// What is known of an X-REQUEST-ID.
pub(crate) enum Had {
    Nothing,
    /// The same request, with its answer.
    Same(String),
    /// Another request.
    Another,
}

/// Shared by every handler.
#[derive(Clone)]
pub(crate) struct Book {
    pages: Arc<Mutex<Pages>>,
}

/// The book, open.
pub(crate) struct Pages {
    pub life: Life,
    pub sessions: VecDeque<Session>,
    pub customers: Vec<Customer>,
    answered: VecDeque<Answered>,
    /// Token, account, and when it ends.
    tokens: VecDeque<(String, usize, i64)>,
}

impl Book {
    pub fn of(life: Life) -> Self {
        let (sessions, answered, tokens) = Default::default();
        Self { pages: Arc::new(Mutex::new(Pages { life, sessions, customers: Vec::new(), answered, tokens })) }
    }

    /// Opens it, at this moment: sessions whose time is over are.
    pub fn open(&self, now: Moment) -> MutexGuard<'_, Pages> {
        // Whoever panics while it is open leaves one session behind its step, and no more.
        let mut pages = self.pages.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let Pages { life, sessions, .. } = &mut *pages;
        sessions.iter_mut().for_each(|session| session.expire(life, now));
        pages
    }
}

impl Pages {
    pub fn issue_token(&mut self, account: usize, now: Moment) -> String {
        let token = nonce() + &nonce();
        keep(&mut self.tokens, (token.clone(), account, now.unix() + TOKEN_SECONDS));
        token
    }

    /// The account whose token this is, while it is good.
    pub fn account_of(&self, token: &str, now: Moment) -> Option<usize> {
        let known = self.tokens.iter().find(|(own, _, end)| own == token && now.unix() < *end);
        known.map(|(_, account, _)| *account)
    }

    /// Forgets everything.
    pub fn reset(&mut self) {
        let (sessions, answered, tokens) = Default::default();
        *self = Self { life: self.life.clone(), sessions, customers: Vec::new(), answered, tokens };
    }

    /// Ends every token.
    pub fn expire_tokens(&mut self) -> usize {
        std::mem::take(&mut self.tokens).len()
    }

    /// What was answered to a request of this id.
    pub fn had(&self, account: usize, request_id: &str, payload: &str, now: Moment) -> Had {
        let is_it = |own: &&Answered| {
            own.account == account && own.request_id == request_id && now.unix() < own.at.saturating_add(A_DAY)
        };
        match self.answered.iter().rev().find(is_it) {
            None => Had::Nothing,
            Some(own) if own.payload == payload => Had::Same(own.body.clone()),
            Some(_) => Had::Another,
        }
    }

    pub fn keep_answer(&mut self, account: usize, request_id: &str, payload: String, body: String, now: Moment) {
        let request_id = request_id.to_owned();
        keep(&mut self.answered, Answered { account, request_id, payload, body, at: now.unix() });
    }

    pub fn add(&mut self, session: Session) {
        keep(&mut self.sessions, session);
    }

    /// A merchant's own session, with the life that it leads.
    pub fn session(&mut self, account: usize, id: &str) -> Option<(&Life, &mut Session)> {
        let found = self.sessions.iter_mut().find(|own| own.account == account && own.id == id)?;
        Some((&self.life, found))
    }

    pub fn at_page(&mut self, page: &str) -> Option<(&Life, &mut Session)> {
        let found = self.sessions.iter_mut().find(|own| own.page == page)?;
        Some((&self.life, found))
    }

    /// A merchant's sessions of an order. There is one at most.
    pub fn of_reference(&self, account: usize, reference: &str) -> Option<&Session> {
        self.sessions.iter().find(|own| own.account == account && own.asked("clientReferenceId") == reference)
    }

    pub fn customer(&self, account: usize, id: &str) -> Option<&Customer> {
        self.customers.iter().find(|own| own.account == account && own.id == id)
    }

    /// The id of the customer of this e-mail address, who is new when nobody has it.
    pub fn meet(&mut self, account: usize, email: &str, told: Vec<(String, String)>) -> String {
        if let Some(known) = self.customers.iter_mut().find(|own| own.account == account && own.email == email) {
            known.told = told;
            return known.id.clone();
        }
        let id = uuid().to_lowercase();
        self.customers.push(Customer { id: id.clone(), account, email: email.to_owned(), told, stored: Vec::new() });
        id
    }

    /// Stores what succeeded and was to be stored. The same card keeps its token.
    pub fn store_card_of(&mut self, session: &Session, now: Moment) {
        let paid = session.charges.last().filter(|charge| charge.status == "SUCCESS" && charge.save);
        let customer = self.customers.iter_mut().find(|own| own.id == session.customer);
        if let (Some(charge), Some(customer)) = (paid, customer) {
            match customer.stored.iter_mut().find(|own| own.card.fingerprint == charge.card.fingerprint) {
                Some(known) => known.card = charge.card.clone(),
                None => {
                    let stored = Stored { token: nonce() + &nonce(), card: charge.card.clone(), since: now };
                    customer.stored.push(stored);
                }
            }
        }
    }
}

fn keep<T>(all: &mut VecDeque<T>, one: T) {
    if all.len() == MOST {
        all.pop_front();
    }
    all.push_back(one);
}
