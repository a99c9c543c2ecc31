//! Tokens that expire. A merchant's calls all need one, and the gateway counts how often it is asked for another; so one is kept,
//! renewed before it runs out, and asked for once however many calls wait for it. Where it comes from is the caller's: an async
//! function that asks the gateway.
//!
//! ```no_run
//! use faspay_runtime::Secret;
//! use faspay_runtime::scheme::bearer::{Fresh, Tokens, lifetime};
//!
//! #[derive(Debug, Clone)]
//! struct Refused;                                             // every waiter gets a copy
//!
//! async fn ask_the_gateway() -> Result<Fresh, Refused> {
//!     // POST …/v1/access-token; here is what its answer held.
//!     let expires_in = lifetime("900").map_err(|_| Refused)?;
//!     Fresh::new(Secret::from("eyJhbGciOi.J9.x"), expires_in).map_err(|_| Refused)
//! }
//!
//! async fn call() -> Result<(), Refused> {
//!     let tokens = Tokens::new(ask_the_gateway);              // make one for each merchant, and share it
//!     let token = tokens.get().await?;
//!     let _header = token.authorization();                    // send the request with it
//!     let status = 401;
//!     if status != 401 {
//!         tokens.accepted(&token);
//!     } else if tokens.invalidate(&token) {                   // a newer one stays
//!         let _once_more = tokens.get().await?;               // and send it again, once
//!     }
//!     Ok(())
//! }
//! ```

use crate::Secret;
use std::fmt;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Asks the gateway for a token. Async functions and closures without arguments are sources.
///
/// A source has to have deadlines of its own: everybody waits for it.
pub trait TokenSource {
    /// Why there is none. It is given to everybody who waited.
    type Error: Clone;

    /// Asks.
    fn ask(&self) -> impl Future<Output = Result<Fresh, Self::Error>> + Send;
}

impl<F, A, E> TokenSource for F
where
    F: Fn() -> A,
    A: Future<Output = Result<Fresh, E>> + Send,
    E: Clone,
{
    type Error = E;

    fn ask(&self) -> impl Future<Output = Result<Fresh, E>> + Send {
        self()
    }
}

/// A token that has just come, and how long the gateway says that it lives.
pub struct Fresh {
    text: Secret,
    lifetime: Duration,
}

impl Fresh {
    /// A token as the gateway's answer holds it.
    ///
    /// # Errors
    /// When it can't stand in a header.
    pub fn new(text: impl Into<Secret>, lifetime: Duration) -> Result<Self, TokenError> {
        let text = text.into();
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
        if text.expose().is_empty() {
            Err(TokenError::Empty)
        } else if !text.expose().bytes().all(is_allowed) {
            Err(TokenError::Character)
        } else {
            Ok(Self { text, lifetime })
        }
    }
}

impl fmt::Debug for Fresh {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fresh").field("text", &self.text).field("lifetime", &self.lifetime).finish()
    }
}

/// Reads how long a token lives: whole seconds, as digits. Pivot writes them in quotes.
///
/// # Errors
/// When it is no such number.
pub fn lifetime(seconds: &str) -> Result<Duration, TokenError> {
    let is_digits = !seconds.is_empty() && seconds.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = if is_digits { seconds.parse::<u32>().ok() } else { None };
    seconds.map(|seconds| Duration::from_secs(u64::from(seconds))).ok_or(TokenError::Lifetime)
}

/// What is wrong with a token that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenError {
    /// It is empty.
    Empty,
    /// It holds a character that a bearer token has not (RFC 6750).
    Character,
    /// Its lifetime isn't a whole number of seconds.
    Lifetime,
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the token is empty",
            Self::Character => "the token holds a character that can't stand in a bearer token",
            Self::Lifetime => "the token's lifetime isn't a whole number of seconds",
        })
    }
}

impl std::error::Error for TokenError {}

/// A token to send.
#[derive(Clone)]
pub struct BearerToken {
    text: Arc<Secret>,
    /// Which renewal it came from.
    round: u64,
}

impl BearerToken {
    /// The value of the header `Authorization`.
    #[must_use]
    pub fn authorization(&self) -> Secret {
        const SCHEME: &str = "Bearer ";
        let text = self.text.expose();
        let mut header = String::with_capacity(SCHEME.len().saturating_add(text.len()));
        header.push_str(SCHEME);
        header.push_str(text);
        Secret::new(header)
    }

    /// The token itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.text.expose()
    }
}

impl fmt::Debug for BearerToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BearerToken").field(&self.text).finish()
    }
}

/// Keeps a token for one merchant. Share it in an [`Arc`], or hold it beside the client.
pub struct Tokens<S: TokenSource> {
    source: S,
    margin: Duration,
    kept: Mutex<Kept<S::Error>>,
    /// Whoever renews holds it. It passes on to the next who waits when the call that held it is dropped.
    turn: tokio::sync::Mutex<()>,
}

struct Kept<E> {
    /// How many renewals have ended, either way.
    rounds: u64,
    last: Last<E>,
    /// Whether the last token was thrown away because it was refused.
    refused: bool,
}

/// What the last renewal gave.
enum Last<E> {
    /// There was none, or its token was thrown away.
    Nothing,
    Token(Good),
    Failed(E),
}

/// A token that the gateway gave.
struct Good {
    token: BearerToken,
    /// From then on another is asked for.
    renew: Instant,
    /// From then on it isn't good any more.
    end: Instant,
    /// When it came in place of one that was refused; `None` as soon as it has been accepted.
    replaced: Option<Instant>,
}

impl Good {
    /// Whether it can be sent while another is asked for, or when there is none.
    fn lives(&self) -> bool {
        Instant::now() < self.end
    }
}

impl<S: TokenSource> Tokens<S> {
    /// How long before its end a token is renewed, unless [`with_margin`](Self::with_margin) says otherwise.
    pub const MARGIN: Duration = Duration::from_secs(60);

    /// How long a renewal may take while the token that is kept is still good, and how long after a failed one nobody asks again.
    const PATIENCE: Duration = Duration::from_secs(10);

    /// How long a token that has replaced a refused one is kept although it is refused as well.
    const SPARED: Duration = Duration::from_secs(30);

    /// Asks for nothing yet.
    #[must_use]
    pub fn new(source: S) -> Self {
        let kept = Mutex::new(Kept { rounds: 0, last: Last::Nothing, refused: false });
        Self { source, margin: Self::MARGIN, kept, turn: tokio::sync::Mutex::new(()) }
    }

    /// Renews tokens so long before their end, and at the latest when half of their life is over. It should be more than a request
    /// takes to arrive.
    #[must_use]
    pub fn with_margin(self, margin: Duration) -> Self {
        Self { margin, ..self }
    }

    /// A token that is good for the time of the margin; when there is no newer one to be had, one that is good still. Calls that find
    /// none wait for one request to the gateway and get what becomes of it; a later call after a failure asks again. When the call
    /// that asks is dropped, the next that waits asks in its place.
    ///
    /// # Errors
    /// The source's, when no token is kept that is still good.
    pub async fn get(&self) -> Result<BearerToken, S::Error> {
        let (arrived, old) = {
            let kept = self.kept();
            match &kept.last {
                Last::Token(good) if Instant::now() < good.renew => return Ok(good.token.clone()),
                Last::Token(good) if good.lives() => (kept.rounds, Some(good.token.clone())),
                _ => (kept.rounds, None),
            }
        };
        let _turn = match (self.turn.try_lock(), old) {
            (Ok(turn), _) => turn,
            // Somebody is asking already, and this one is good meanwhile.
            (Err(_), Some(old)) => return Ok(old),
            (Err(_), None) => self.turn.lock().await,
        };
        let until = {
            // A renewal that has ended since is the one that this call has waited for.
            let kept = self.kept();
            match &kept.last {
                Last::Token(good) if kept.rounds > arrived || Instant::now() < good.renew => {
                    return Ok(good.token.clone());
                }
                Last::Failed(error) if kept.rounds > arrived => return Err(error.clone()),
                Last::Token(good) if good.lives() => Some(good.end),
                _ => None,
            }
        };
        // The token's life began somewhere between now and its arrival.
        let asked = Instant::now();
        let fresh = match until {
            None => self.source.ask().await,
            Some(end) => {
                let patient = asked.checked_add(Self::PATIENCE).unwrap_or(asked);
                match timeout_at(patient.min(end), self.source.ask()).await {
                    Ok(fresh) => fresh,
                    Err(_) => match self.old() {
                        Some(old) => return Ok(old),
                        // It has ended meanwhile, or was refused.
                        None => self.source.ask().await,
                    },
                }
            }
        };
        if fresh.is_err()
            && let Some(old) = self.old()
        {
            return Ok(old);
        }
        let mut kept = self.kept();
        kept.rounds = kept.rounds.saturating_add(1);
        match fresh {
            Ok(Fresh { text, lifetime }) => {
                let token = BearerToken { text: Arc::new(text), round: kept.rounds };
                let at = |life: Duration| asked.checked_add(life).unwrap_or(asked);
                let renew = at(lifetime.saturating_sub(self.margin.min(lifetime / 2)));
                let replaced = std::mem::take(&mut kept.refused).then(Instant::now);
                kept.last = Last::Token(Good { token: token.clone(), renew, end: at(lifetime), replaced });
                Ok(token)
            }
            Err(error) => {
                kept.last = Last::Failed(error.clone());
                Err(error)
            }
        }
    }

    /// The token that is kept, if it is still good though nobody could renew it; for a while nobody tries again.
    fn old(&self) -> Option<BearerToken> {
        let mut kept = self.kept();
        let Last::Token(good) = &mut kept.last else { return None };
        if !good.lives() {
            return None;
        }
        good.renew = Instant::now().checked_add(Self::PATIENCE).unwrap_or(good.end).min(good.end);
        Some(good.token.clone())
    }

    /// Throws a token away that the gateway has refused with status 401, so that the next call asks for another, and says whether
    /// that is worth trying. It isn't when the token had just replaced one that was refused and nothing has been accepted since: then the
    /// token isn't what is wrong. When it isn't the one that is kept any more, because somebody else was quicker, it stays as it is.
    pub fn invalidate(&self, refused: &BearerToken) -> bool {
        let mut kept = self.kept();
        match &kept.last {
            Last::Token(good) if good.token.round == refused.round => {
                if good.replaced.is_some_and(|came| came.elapsed() < Self::SPARED) {
                    return false;
                }
                kept.last = Last::Nothing;
                kept.refused = true;
                true
            }
            _ => true,
        }
    }

    /// Notes that the gateway has taken this token.
    pub fn accepted(&self, token: &BearerToken) {
        if let Last::Token(good) = &mut self.kept().last
            && good.token.round == token.round
        {
            good.replaced = None;
        }
    }

    /// Never held while waiting, and nothing that could panic happens under it.
    fn kept(&self) -> MutexGuard<'_, Kept<S::Error>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: TokenSource> fmt::Debug for Tokens<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens").field("margin", &self.margin).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
