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
//!         Err(error) => Err(error),                        // refused, or never sent: it has to be corrected
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
//! | nothing has left: connection refused, unreachable, connect deadline | any | tried again |
//! | status 401 for an access token | any | sent a second time with a new token, unless that token had just replaced a refused one |
//! | status 400, 401, 403, 404, 405, 409, 410, 413, 415 or 422 | `Safe` | [`Refused`] |
//! | the same with a reply of the gateway's; or 401, 405, 413, 415 with whatever text | any | [`Refused`] |
//! | any other of these without such a reply, as a proxy or a firewall gives it | any other | [`OutcomeUnknown`](SubmitError::OutcomeUnknown) |
//! | it may have arrived, and no answer came; or status 429, 502, 503, 504 | [`Safe`](crate::table::Retry::Safe) | tried again |
//! | the same | any other | [`OutcomeUnknown`](SubmitError::OutcomeUnknown) |
//! | an answer that is no reply | `Safe` | [`NoAnswer`](SubmitError::NoAnswer) |
//! | the same | any other | [`OutcomeUnknown`](SubmitError::OutcomeUnknown) |
//!
//! A reply of the gateway's is one that reads as the operation's reply, holds a code where that has one, and doesn't say that a payment
//! is made. The second sending after 401 does no harm, because the gateway has refused the first; it counts as an attempt, has the
//! same idempotency key, and has no more time than the call has left.
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
mod refused;
mod token;
mod wire;

pub use error::{
    AfterAnswer, BeforeSending, Cause, Next, NoAnswer, NotSent, OnTheWay, OutcomeUnknown, SetUpError, SubmitError,
};
pub use options::{BackOff, Deadlines, Jitter, Options};
pub use refused::Refused;

use crate::table::{InboundTable, Retry};
use crate::{Client, Credentials, Inbound, Prepared, ReceiveError, Received, ServerForm, ServerRequest};
use budget::Budget;
use refused::{Said, Words, has_any, is_refusal, speaks_for_itself};
use std::fmt;
use std::sync::Arc;
use token::Keeper;
use tokio::time::{Instant, sleep_until, timeout_at};
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
    /// A request that has an idempotency key and was given none draws one here, which [`Received::idempotency_key`] and
    /// [`SubmitError::idempotency_key`] give back. To know it also after this machine has stopped meanwhile, give one in the request's own
    /// field, or prepare the request, store its key and use [`send_prepared`](Self::send_prepared).
    ///
    /// # Errors
    /// Why there is no reply, and whether the request may have been carried out. See [`SubmitError`].
    pub async fn send<R>(&self, request: &R) -> Result<Received<R::Reply>, SubmitError>
    where
        R: ServerForm<Credentials = C>,
    {
        let prepared = self.shared.client.prepare(request).map_err(|error| {
            let cause = BeforeSending::Build(error);
            SubmitError::NotSent(NotSent { operation: R::TABLE.id, cause, attempts: 0 })
        });
        let prepared = prepared?;
        let drawn = prepared.draws_key();
        self.send_prepared(&prepared).await.map_err(|error| match error {
            SubmitError::OutcomeUnknown(unknown) => SubmitError::OutcomeUnknown(OutcomeUnknown { drawn, ..unknown }),
            error => error,
        })
    }

    /// The same for a request that [`client`](Self::client) has prepared, exactly as it is and with the idempotency key that
    /// [`Prepared::idempotency_key`] told. Sent once more, it is the same request with the same key.
    ///
    /// ```no_run
    /// # use faspay_runtime::{Credentials, Received, ServerForm, submit::Submitter};
    /// # async fn of<R: ServerForm>(gateway: &Submitter<R::Credentials>, request: &R, store: impl Fn(&str))
    /// #     -> Result<Received<R::Reply>, Box<dyn std::error::Error>> {
    /// let prepared = gateway.client().prepare(request)?;
    /// prepared.idempotency_key().map(store);                // before anything is sent
    /// let reply = gateway.send_prepared(&prepared).await?;
    /// # Ok(reply) }
    /// ```
    ///
    /// # Errors
    /// As for [`send`](Self::send).
    pub async fn send_prepared<R>(&self, prepared: &Prepared<R>) -> Result<Received<R::Reply>, SubmitError>
    where
        R: ServerForm<Credentials = C>,
    {
        // Nothing of the caller's message is kept while waiting.
        let request = prepared.server_request();
        let mut call = Call::until(after(Instant::now(), self.shared.wire.options().deadlines.call));
        let reply = if request.lacks_token() {
            self.with_token::<R>(&request, &mut call).await
        } else {
            self.deliver::<R>(&request, &mut call).await
        };
        reply.map(|reply| reply.sent_with(request.idempotency_key()))
    }

    /// Puts an access token into a request and delivers it. When the gateway refuses the token, once more with a fresh one and the same
    /// idempotency key: whoever doesn't know the token has done nothing.
    async fn with_token<R>(&self, request: &ServerRequest, call: &mut Call) -> Result<Received<R::Reply>, SubmitError>
    where
        R: ServerForm<Credentials = C>,
    {
        let no_token = |cause| SubmitError::NotSent(NotSent { operation: R::TABLE.id, cause, attempts: 0 });
        let Some(tokens) = &self.tokens else { return Err(no_token(BeforeSending::Token(None))) };
        let token = match timeout_at(call.until, tokens.get()).await {
            Ok(Ok(token)) => token,
            Ok(Err(error)) => return Err(no_token(BeforeSending::Token(Some(Box::new(error))))),
            Err(_) => return Err(no_token(BeforeSending::CallDeadline)),
        };
        let first = self.deliver::<R>(&request.bearing(token.expose()), call).await;
        let refused = match first {
            Err(SubmitError::Refused(refused)) if refused.status == 401 => refused,
            other => {
                if matches!(other, Ok(_) | Err(SubmitError::Refused(_))) {
                    tokens.accepted(&token);
                }
                return other;
            }
        };
        if !tokens.invalidate(&token) {
            return Err(SubmitError::Refused(refused));
        }
        let later = |refused| Err(SubmitError::Refused(Refused { later: true, ..refused }));
        let token = match timeout_at(call.until, tokens.get()).await {
            Ok(Ok(token)) => token,
            Ok(Err(error)) if matches!(error.next(), Next::Correct | Next::CheckCredentials) => {
                return Err(SubmitError::Refused(refused));
            }
            Ok(Err(_)) | Err(_) => return later(refused),
        };
        // What was refused has done nothing, so what has left by now doesn't count; that it has left stays true.
        call.may_have_left = false;
        let second = self.deliver::<R>(&request.bearing(token.expose()), call).await;
        match second {
            Err(SubmitError::NotSent(_)) => later(Refused { attempts: call.attempts, ..refused }),
            Err(SubmitError::Refused(refused)) if refused.status == 401 => Err(SubmitError::Refused(refused)),
            other => {
                if matches!(other, Ok(_) | Err(SubmitError::Refused(_))) {
                    tokens.accepted(&token);
                }
                other
            }
        }
    }

    /// Attempt by attempt, until there is a reply or no use in another.
    async fn deliver<R>(&self, request: &ServerRequest, call: &mut Call) -> Result<Received<R::Reply>, SubmitError>
    where
        R: ServerForm<Credentials = C>,
    {
        let Shared { client, wire, budget } = &*self.shared;
        let (table, options) = (R::TABLE, wire.options());
        let is_safe = matches!(table.retry, Retry::Safe);
        loop {
            call.attempts = call.attempts.saturating_add(1);
            let span = tracing::info_span!(
                "submit",
                operation = table.id,
                environment = client.environment().name(),
                attempt = call.attempts,
                outcome = field::Empty,
            );
            let answer =
                wire.attempt(request, R::Reply::TABLE.encoding, is_safe, call.until).instrument(span.clone()).await;
            let result = answer.and_then(|said| reply::<R>(&said.content_type, &said.body).map_err(Failed::from));
            span.record("outcome", result.as_ref().map_or_else(|failed| failed.cause.id(), |_| "answered"));
            let failed = match result {
                Ok(reply) => {
                    budget.succeeded();
                    return Ok(reply);
                }
                Err(failed) => failed,
            };
            call.may_have_left |= !matches!(failed.cause, Cause::BeforeSending(_));
            let pause = options.back_off.pause(call.attempts, options.jitter.draw());
            let again = after(Instant::now(), pause.max(failed.retry_after.unwrap_or_default()));
            let is_last = call.attempts >= options.back_off.attempts || again >= call.until;
            if is_last || !may_repeat(&failed.cause, is_safe) || !budget.take() {
                return Err(give_up::<R>(failed, call, request.idempotency_key()));
            }
            sleep_until(again).await;
        }
    }
}

/// One call of the merchant's, with everything that is tried for it.
struct Call {
    until: Instant,
    attempts: u32,
    /// Whether a whole request may have left that the gateway hasn't refused.
    may_have_left: bool,
}

impl Call {
    const fn until(until: Instant) -> Self {
        Self { until, attempts: 0, may_have_left: false }
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

/// What the last failure means for this operation. A class that isn't known to be safe is not.
fn give_up<R: ServerForm>(failed: Failed, call: &Call, key: Option<&str>) -> SubmitError {
    let (table, attempts) = (R::TABLE, call.attempts);
    let (operation, idempotency_key) = (table.id, key.map(str::to_owned));
    let failed = match refusal::<R>(failed) {
        Ok((status, code, said)) => {
            return SubmitError::Refused(Refused {
                operation,
                status,
                code,
                attempts,
                inquire: if status == 409 { table.inquire } else { None },
                idempotency_key,
                changes: !matches!(table.retry, Retry::Safe),
                later: false,
                said: Arc::new(said),
            });
        }
        Err(cause) => cause,
    };
    match (failed, table.retry) {
        (Cause::BeforeSending(cause), _) if !call.may_have_left => {
            SubmitError::NotSent(NotSent { operation, cause, attempts })
        }
        (cause, Retry::Safe) => SubmitError::NoAnswer(NoAnswer { operation, cause, attempts }),
        (cause, retry) => SubmitError::OutcomeUnknown(OutcomeUnknown {
            operation,
            cause,
            attempts,
            inquire: table.inquire,
            idempotency_key,
            with_key: matches!(retry, Retry::SafeWithKey),
            drawn: false,
        }),
    }
}

/// The status, the code and the words of a refusal; or the cause, when it is none. About money the gateway itself has to say it.
fn refusal<R: ServerForm>(failed: Failed) -> Result<(u16, Option<&'static str>, Said), Cause> {
    let Cause::AfterAnswer(AfterAnswer::Status { status }) = failed.cause else { return Err(failed.cause) };
    let said = failed.said.unwrap_or_default();
    let words = Words::of(R::Reply::TABLE, &said);
    let suffices = matches!(R::TABLE.retry, Retry::Safe) || speaks_for_itself(status) || words.are_the_gateways;
    if is_refusal(status) && suffices { Ok((status, words.code, said)) } else { Err(failed.cause) }
}

/// Reads an answer as a request's reply.
fn reply<R: ServerForm>(content_type: &str, body: &[u8]) -> Result<Received<R::Reply>, Cause> {
    let reply = R::parse_reply(content_type, body).map_err(|error| unreadable(&error, R::Reply::TABLE))?;
    if has_any(reply.unverified().message()) { Ok(reply) } else { Err(Cause::AfterAnswer(AfterAnswer::Empty)) }
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
