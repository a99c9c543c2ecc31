//! Sends the requests of a merchant's server, feature `submit`. What matters here is money: a request that charges
//! leaves this machine at most once for each call, and when its answer is lost the result says so, together with the
//! inquiry to make, instead of looking like a failure.
//!
//! ```no_run
//! use faspay_runtime::submit::{Next, Options, SetUpError, SubmitError, Submitter};
//! use faspay_runtime::{Client, Credentials, Received, ServerForm};
//!
//! /// Whether the order's books are settled; `later` keeps what is still to be asked.
//! async fn submit<R: ServerForm>(
//!     gateway: &Submitter<R::Credentials>, capture: &R, later: &mut Vec<&'static str>,
//! ) -> Result<Option<Received<R::Reply>>, SubmitError> {
//!     match gateway.send(capture).await {
//!         Ok(reply) => Ok(Some(reply)),                    // goes on to verify and reconcile
//!         Err(SubmitError::OutcomeUnknown(unknown)) => {   // perhaps it was carried out: ask, don't send again
//!             later.extend(unknown.inquire);
//!             Ok(None)
//!         }
//!         Err(error) if error.next() == Next::SendAgain => Ok(None),   // nothing happened: later, as it is
//!         Err(error) => Err(error),
//!     }
//! }
//!
//! fn gateway<C: Credentials>(client: Client<C>) -> Result<Submitter<C>, SetUpError> {
//!     Submitter::new(client, Options::default())           // make one, and clone it
//! }
//! ```
//!
//! # What is tried again
//!
//! | what happened | class of the operation | then |
//! |---|---|---|
//! | nothing has left: refused, unreachable, connect deadline | any | tried again |
//! | it may have arrived, and no answer came; or status 429, 502, 503, 504 | [`Safe`](crate::table::Retry::Safe) | tried again |
//! | the same | any other | [`OutcomeUnknown`](SubmitError::OutcomeUnknown) |
//! | an answer that is no reply | `Safe` | [`NoAnswer`](SubmitError::NoAnswer) |
//! | the same | any other | [`OutcomeUnknown`](SubmitError::OutcomeUnknown) |
//!
//! That nothing has left is known and not guessed: the body waits in a place from which either the connection takes it, or
//! the call that gives up. Tries are few ([`BackOff`]), further apart each time, and limited for all clones together.
//!
//! # What is recorded
//!
//! Each attempt is a [`tracing`] span `submit` with the fields `operation`, `environment`, `attempt` and `outcome` (`answered`, or
//! [`Cause::id`]). There is never a URL, a body or a value in it.

mod budget;
mod error;
mod once;
mod options;
mod token;
mod wire;

pub use error::{
    AfterAnswer, BeforeSending, Cause, Next, NoAnswer, NotSent, OnTheWay, OutcomeUnknown, SetUpError, SubmitError,
};
pub use options::{BackOff, Deadlines, Jitter, Options};

use crate::table::{Encoding, InboundTable, RequestTable, Retry};
use crate::{Client, Credentials, Inbound, ReceiveError, Received, ServerForm, ServerRequest};
use budget::Budget;
use std::fmt;
use std::sync::Arc;
use token::Keeper;
use tokio::time::{Instant, sleep_until};
use tracing::{Instrument as _, field};
use wire::{Failed, Wire, after};

/// Sends what a [`Client`] builds. Clones are cheap and share connections and the budget for tries; it needs a tokio
/// runtime with time and I/O.
///
/// Operations that may not be repeated get a connection of their own each time: one that was used before may turn out
/// to be closed when the request is under way. All others share connections.
pub struct Submitter<C> {
    shared: Arc<Shared<C>>,
    tokens: Option<Arc<Keeper>>,
}

struct Shared<C> {
    client: Client<C>,
    wire: Wire,
    budget: Budget,
}

impl<C> Clone for Submitter<C> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), tokens: self.tokens.clone() }
    }
}

impl<C: Credentials> Submitter<C> {
    /// A submitter for a client's environment and credentials. In the sandbox and in production it trusts the
    /// certificates that this machine trusts; locally, where there is no TLS, none.
    ///
    /// # Errors
    /// When the machine has no certificates, or the proxy in the options isn't one.
    pub fn new(client: Client<C>, options: Options) -> Result<Self, SetUpError> {
        let wire = Wire::new(client.environment(), options)?;
        Ok(Self { shared: Arc::new(Shared { client, wire, budget: Budget::new() }), tokens: None })
    }

    /// The client that builds the messages.
    #[must_use]
    pub fn client(&self) -> &Client<C> {
        &self.shared.client
    }

    /// Sends a request and reads its reply, which is still to be verified. A form of the browser doesn't compile here.
    ///
    /// Let it finish: when this future is dropped after the request has left, nobody learns what became of it. Where a
    /// caller may go away, as in an HTTP handler, spawn it; for less patience use [`Deadlines`] and no timeout around
    /// it.
    ///
    /// # Errors
    /// Why there is no reply, and whether the request may have been carried out. See [`SubmitError`].
    pub async fn send<R>(&self, request: &R) -> Result<Received<R::Reply>, SubmitError>
    where
        R: ServerForm<Credentials = C>,
    {
        let built = self.shared.client.server_request(request).map_err(|error| {
            let cause = BeforeSending::Build(error);
            SubmitError::NotSent(NotSent { operation: R::TABLE.id, cause, attempts: 0 })
        });
        // Nothing of the caller's request is kept while waiting.
        let built = built?;
        if !built.lacks_token() {
            return self.deliver(R::TABLE, R::Reply::TABLE.encoding, &built, reply::<R>).await;
        }
        let no_token = |error: Option<SubmitError>| {
            let cause = BeforeSending::Token(error.map(Box::new));
            SubmitError::NotSent(NotSent { operation: R::TABLE.id, cause, attempts: 0 })
        };
        let Some(tokens) = &self.tokens else { return Err(no_token(None)) };
        let token = tokens.get().await.map_err(|error| no_token(Some(error)))?;
        let built = built.with_token(&token.expose().into());
        let result = self.deliver(R::TABLE, R::Reply::TABLE.encoding, &built, reply::<R>).await;
        let refused = matches!(&result, Err(error)
            if matches!(error.cause(), Cause::AfterAnswer(AfterAnswer::Status { status: 401 })));
        if !refused {
            return result;
        }
        // Whoever doesn't know the token has done nothing. It may have ended early, so there is one more try, with a fresh one and
        // the same idempotency key.
        tokens.invalidate(&token);
        let Ok(token) = tokens.get().await else { return result };
        let built = built.with_token(&token.expose().into());
        self.deliver(R::TABLE, R::Reply::TABLE.encoding, &built, reply::<R>).await
    }

    /// Attempt by attempt, until there is a reply or no use in another.
    async fn deliver<T>(
        &self,
        table: &'static RequestTable,
        reply: Encoding,
        request: &ServerRequest,
        read: impl Fn(&str, &[u8]) -> Result<T, Cause>,
    ) -> Result<T, SubmitError> {
        let Shared { client, wire, budget } = &*self.shared;
        let options = wire.options();
        let is_safe = matches!(table.retry, Retry::Safe);
        let until = after(Instant::now(), options.deadlines.call);
        let mut attempt: u32 = 1;
        let mut may_have_left = false;
        loop {
            let span = tracing::info_span!(
                "submit",
                operation = table.id,
                environment = client.environment().name(),
                attempt,
                outcome = field::Empty,
            );
            let answer = wire.attempt(request, reply, is_safe, until).instrument(span.clone()).await;
            let result = answer.and_then(|answer| read(&answer.content_type, &answer.body).map_err(Failed::from));
            span.record("outcome", result.as_ref().map_or_else(|failed| failed.cause.id(), |_| "answered"));
            let failed = match result {
                Ok(reply) => {
                    budget.succeeded();
                    return Ok(reply);
                }
                Err(failed) => failed,
            };
            may_have_left |= !matches!(failed.cause, Cause::BeforeSending(_));
            let pause = options.back_off.pause(attempt, options.jitter.draw());
            let again = after(Instant::now(), pause.max(failed.retry_after.unwrap_or_default()));
            let is_last = attempt >= options.back_off.attempts || again >= until;
            if is_last || !may_repeat(&failed.cause, is_safe) || !budget.take() {
                let key = request.idempotency_key();
                return Err(give_up(table, failed.cause, attempt, may_have_left, key));
            }
            sleep_until(again).await;
            attempt = attempt.saturating_add(1);
        }
    }
}

/// Shows where messages go, and nothing of the credentials.
impl<C> fmt::Debug for Submitter<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Submitter")
            .field("client", &self.shared.client)
            .field("options", self.shared.wire.options())
            .finish_non_exhaustive()
    }
}

/// Whether another attempt does no harm and may help.
fn may_repeat(cause: &Cause, is_safe: bool) -> bool {
    match cause {
        Cause::BeforeSending(cause) => {
            matches!(cause, BeforeSending::Refused | BeforeSending::ConnectDeadline | BeforeSending::Unreachable)
        }
        Cause::OnTheWay(OnTheWay::CallDeadline) => false,
        Cause::OnTheWay(_) => is_safe,
        Cause::AfterAnswer(AfterAnswer::Status { status: 429 | 502..=504 }) => is_safe,
        Cause::AfterAnswer(_) => false,
    }
}

/// What the last cause means for this operation. A class that isn't known to be safe is not.
fn give_up(
    table: &'static RequestTable,
    cause: Cause,
    attempts: u32,
    may_have_left: bool,
    key: Option<&str>,
) -> SubmitError {
    let operation = table.id;
    match (cause, table.retry) {
        (Cause::BeforeSending(cause), _) if !may_have_left => {
            SubmitError::NotSent(NotSent { operation, cause, attempts })
        }
        (cause, Retry::Safe) => SubmitError::NoAnswer(NoAnswer { operation, cause, attempts }),
        (cause, _) => SubmitError::OutcomeUnknown(OutcomeUnknown {
            operation,
            cause,
            attempts,
            inquire: table.inquire,
            idempotency_key: key.map(str::to_owned),
        }),
    }
}

/// Reads an answer as a request's reply.
fn reply<R: ServerForm>(content_type: &str, body: &[u8]) -> Result<Received<R::Reply>, Cause> {
    let reply = R::parse_reply(content_type, body).map_err(|error| unreadable(&error, R::Reply::TABLE))?;
    let message = reply.unverified().message();
    let mut fields = 0..R::Reply::TABLE.fields.len();
    let is_reply = fields.any(|field| message.text(field).is_some() || message.has_object(field));
    if is_reply { Ok(reply) } else { Err(Cause::AfterAnswer(AfterAnswer::Empty)) }
}

/// What a reader says about an answer, without the answer's own words.
fn unreadable(error: &ReceiveError, table: &'static InboundTable) -> Cause {
    if matches!(error, ReceiveError::ContentType) {
        return Cause::AfterAnswer(AfterAnswer::UnexpectedContent { media_type: None });
    }
    let key = error.key().unwrap_or_default();
    let field = table.fields.iter().find(|field| field.name.eq_ignore_ascii_case(key));
    Cause::AfterAnswer(AfterAnswer::Unreadable { problem: error.id(), field: field.map(|field| field.name) })
}
