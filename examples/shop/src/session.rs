//! Who is asking, and whether a form of ours was meant: a cookie for each browser, and a token for each form that it was shown.
//! A token is good once. Nothing here knows about orders.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, ORIGIN};

/// The cookie. With `__Host-` in front and `Secure` behind, once the shop speaks TLS.
pub const COOKIE_NAME: &str = "shop";

/// Browsers that are remembered, and forms that each may have open.
const MOST_SESSIONS: usize = 1_000;
const MOST_FORMS: usize = 20;

/// The open forms of every browser.
#[derive(Default)]
pub struct Sessions(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    forms: HashMap<String, VecDeque<String>>,
    /// The oldest first.
    order: VecDeque<String>,
}

impl Sessions {
    /// The browser's session: the one that its cookie names if we have issued it, else a new one.
    pub fn of(&self, headers: &HeaderMap) -> String {
        if let Some(known) = self.known(headers) {
            return known;
        }
        let session = unguessable();
        let mut inner = self.lock();
        inner.forms.insert(session.clone(), VecDeque::new());
        inner.order.push_back(session.clone());
        if inner.order.len() > MOST_SESSIONS
            && let Some(oldest) = inner.order.pop_front()
        {
            inner.forms.remove(&oldest);
        }
        session
    }

    /// The session that the cookie names, when we have issued it.
    pub fn known(&self, headers: &HeaderMap) -> Option<String> {
        let named = |pair: &str| {
            let (name, value) = pair.trim().split_once('=')?;
            (name == COOKIE_NAME).then(|| value.to_owned())
        };
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let session = cookies.flat_map(|line| line.split(';')).find_map(named)?;
        self.lock().forms.contains_key(&session).then_some(session)
    }

    /// A token for a form that this browser is shown.
    pub fn token(&self, session: &str) -> String {
        let token = unguessable();
        if let Some(forms) = self.lock().forms.get_mut(session) {
            forms.push_back(token.clone());
            if forms.len() > MOST_FORMS {
                forms.pop_front();
            }
        }
        token
    }

    /// Whether a posted form was shown to the browser that posts it, by us, and for the first time; then its session.
    /// A page of somebody else's has neither the cookie nor the token, and its address gives it away.
    pub fn meant(&self, headers: &HeaderMap, token: &str, origin: &str) -> Option<String> {
        if headers.get(ORIGIN).is_some_and(|given| given.as_bytes() != origin.as_bytes()) {
            return None;
        }
        let session = self.known(headers)?;
        let mut inner = self.lock();
        let forms = inner.forms.get_mut(&session)?;
        let place = forms.iter().position(|own| own == token)?;
        forms.remove(place);
        Some(session)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 128 random bits in upper-case hexadecimal.
pub fn unguessable() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the operating system has randomness");
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
