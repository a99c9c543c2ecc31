//! Why there is no reply, told by what it means for money: nothing was sent, the gateway refused, nobody knows what happened, or
//! nothing can have happened that matters. The causes are grouped by when they occur. No error holds a body, a URL or a secret.

use super::refused::Refused;
use crate::BuildError;
use std::fmt;

/// Why a request has no reply.
///
/// Match [`OutcomeUnknown`](Self::OutcomeUnknown) before anything else: it is neither a success nor a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SubmitError {
    /// No whole request has left this machine, in no attempt: the gateway can't have acted on it.
    NotSent(NotSent),
    /// The gateway has answered that it doesn't carry the request out.
    Refused(Refused),
    /// The request may have been carried out: ask what became of it, and don't send it as a new one.
    OutcomeUnknown(OutcomeUnknown),
    /// The request may have arrived, but it changes nothing, however often it does. It can be sent again.
    NoAnswer(NoAnswer),
}

/// Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotSent {
    /// With the gateway: `faspay.card.inquiry`.
    pub operation: &'static str,
    /// What stood in the way, at the last attempt.
    pub cause: BeforeSending,
    /// How many attempts there were; none when the message wasn't even built.
    pub attempts: u32,
}

/// The request may have arrived, and no answer says what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutcomeUnknown {
    /// With the gateway: `faspay.card.capture`.
    pub operation: &'static str,
    /// What happened instead of an answer.
    pub cause: Cause,
    /// How many attempts there were. At most one of them can have arrived, besides one that was refused for its access token.
    pub attempts: u32,
    /// Id of the operation that tells what became of it: `faspay.card.inquiry`. `None` when the gateway's documents have
    /// none; then a person has to ask.
    pub inquire: Option<&'static str>,
    /// The idempotency key that it went with, given or fresh. When [`next`](SubmitError::next) is [`Next::SendAgainWithKey`], the
    /// same request may be sent again with it: in the request's own field, or as the same [`Prepared`](crate::Prepared).
    pub idempotency_key: Option<String>,
    /// Whether the operation is one that may be sent again with its key.
    pub(super) with_key: bool,
    /// Whether the key was drawn for this call, so that the request itself doesn't hold it.
    pub(super) drawn: bool,
}

/// A request that changes nothing got no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoAnswer {
    /// With the gateway: `faspay.card.inquiry`.
    pub operation: &'static str,
    /// What happened instead of an answer, at the last attempt.
    pub cause: Cause,
    /// How many attempts there were.
    pub attempts: u32,
}

/// What happened, by when it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// Before a whole request had left.
    BeforeSending(BeforeSending),
    /// After it may have left, and before an answer was complete.
    OnTheWay(OnTheWay),
    /// When there was an answer, and it isn't a reply.
    AfterAnswer(AfterAnswer),
}

/// What keeps a request from being sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BeforeSending {
    /// The message breaks rules, or has no address.
    Build(BuildError),
    /// The address is neither https nor plain http to this machine.
    NotHttps,
    /// The connection was refused.
    Refused,
    /// No connection within the connect deadline.
    ConnectDeadline,
    /// The call's deadline passed while connecting, or while an access token was asked for.
    CallDeadline,
    /// The other side can't prove who it is, or speaks no TLS that we accept.
    Tls,
    /// There is no such name, no way there, or the connection broke before it could be used.
    Unreachable,
    /// It needs an access token, and there is none: why, or `None` when the submitter wasn't told where they come from.
    Token(Option<Box<SubmitError>>),
}

/// How an answer gets lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OnTheWay {
    /// No answer began within the first-byte deadline.
    FirstByteDeadline,
    /// The call's deadline passed before the answer was complete.
    CallDeadline,
    /// The connection ended too early, or what came isn't HTTP.
    Cut,
}

/// What is wrong with an answer. It is never shown: pages about errors like to print what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AfterAnswer {
    /// It leads elsewhere. Nothing was sent there.
    Redirect {
        /// 300 to 399.
        status: u16,
    },
    /// Its status isn't one of success.
    Status {
        /// Below 200, or from 400.
        status: u16,
    },
    /// It isn't the kind of text that a reply is, such as an HTML page with status 200, or it is compressed.
    UnexpectedContent {
        /// Its media type, when that is a usual one: `text/html`.
        media_type: Option<&'static str>,
    },
    /// It has more bytes than are read.
    TooLarge {
        /// Most bytes that are.
        most: usize,
    },
    /// It doesn't say where it ends, and came over plain http, so that nobody can tell whether it is whole.
    NoEnd,
    /// It is the right kind of text, and has none of the reply's fields.
    Empty,
    /// It is the right kind of text, and not written as a reply must be.
    Unreadable {
        /// The id of the [`ReceiveError`](crate::ReceiveError): `duplicate-key`.
        problem: &'static str,
        /// The field where it happened, when the reply has one of that name.
        field: Option<&'static str>,
    },
}

/// What to do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Next {
    /// Change the message or the set-up. The same again would fail the same way.
    Correct,
    /// The gateway doesn't know these credentials, or doesn't allow them this. The same again would fail the same way.
    CheckCredentials,
    /// Send it again, later.
    SendAgain,
    /// Send the same request again with the idempotency key that it went with ([`SubmitError::idempotency_key`]), and never with
    /// another: the gateway then answers what it has answered, or would have. Keys are forgotten after some time (by Pivot after
    /// 24 hours); from then on only the inquiry tells.
    SendAgainWithKey,
    /// Don't send it again; make this inquiry. Its operation's id: `faspay.card.inquiry`.
    Inquire(&'static str),
    /// Don't send it again; let a person ask the gateway, whose documents have no inquiry for this.
    AskGateway,
}

impl SubmitError {
    /// The operation's id, with the gateway.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        match self {
            Self::NotSent(NotSent { operation, .. })
            | Self::Refused(Refused { operation, .. })
            | Self::OutcomeUnknown(OutcomeUnknown { operation, .. })
            | Self::NoAnswer(NoAnswer { operation, .. }) => operation,
        }
    }

    /// How many attempts there were.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        match self {
            Self::NotSent(NotSent { attempts, .. })
            | Self::Refused(Refused { attempts, .. })
            | Self::OutcomeUnknown(OutcomeUnknown { attempts, .. })
            | Self::NoAnswer(NoAnswer { attempts, .. }) => *attempts,
        }
    }

    /// What happened at the last attempt.
    #[must_use]
    pub fn cause(&self) -> Cause {
        match self {
            Self::NotSent(NotSent { cause, .. }) => Cause::BeforeSending(cause.clone()),
            Self::Refused(Refused { status, .. }) => Cause::AfterAnswer(AfterAnswer::Status { status: *status }),
            Self::OutcomeUnknown(OutcomeUnknown { cause, .. }) | Self::NoAnswer(NoAnswer { cause, .. }) => {
                cause.clone()
            }
        }
    }

    /// The idempotency key that the request went with, when it has one and may have arrived.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        match self {
            Self::Refused(Refused { idempotency_key, .. })
            | Self::OutcomeUnknown(OutcomeUnknown { idempotency_key, .. }) => idempotency_key.as_deref(),
            _ => None,
        }
    }

    /// Whether sending exactly the same once more can do no harm. Whether it would help is for [`next`](Self::next) to say.
    ///
    /// A request that was given no idempotency key isn't the same once more: it would get another key. With the one that it went
    /// with, [`Next::SendAgainWithKey`] is as safe.
    #[must_use]
    pub const fn retry_is_safe(&self) -> bool {
        match self {
            Self::NotSent(_) | Self::NoAnswer(_) => true,
            Self::Refused(refused) => refused.retry_is_safe(),
            Self::OutcomeUnknown(unknown) => unknown.has_key() && !unknown.drawn,
        }
    }

    /// What to do.
    #[must_use]
    pub fn next(&self) -> Next {
        match self {
            Self::NotSent(NotSent { cause, .. }) => match cause {
                BeforeSending::Build(_) | BeforeSending::NotHttps | BeforeSending::Tls | BeforeSending::Token(None) => {
                    Next::Correct
                }
                // What stands in the way of the token stands in the way of everything that needs one.
                BeforeSending::Token(Some(error)) => match error.next() {
                    next @ (Next::Correct | Next::CheckCredentials) => next,
                    _ => Next::SendAgain,
                },
                _ => Next::SendAgain,
            },
            Self::Refused(refused) => refused.next(),
            Self::OutcomeUnknown(unknown) if unknown.has_key() => Next::SendAgainWithKey,
            Self::OutcomeUnknown(OutcomeUnknown { inquire: Some(inquire), .. }) => Next::Inquire(inquire),
            Self::OutcomeUnknown(OutcomeUnknown { inquire: None, .. }) => Next::AskGateway,
            Self::NoAnswer(_) => Next::SendAgain,
        }
    }
}

impl OutcomeUnknown {
    /// Whether it may be sent again with its key.
    const fn has_key(&self) -> bool {
        self.with_key && self.idempotency_key.is_some()
    }
}

impl Cause {
    /// A stable name: `build`, `not-https`, `refused`, `connect-deadline`, `call-deadline`, `tls`, `unreachable`, `token`,
    /// `first-byte-deadline`, `cut`, `redirect`, `status`, `unexpected-content`, `too-large`, `no-end`, `empty` or
    /// `unreadable`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::BeforeSending(BeforeSending::Build(_)) => "build",
            Self::BeforeSending(BeforeSending::NotHttps) => "not-https",
            Self::BeforeSending(BeforeSending::Refused) => "refused",
            Self::BeforeSending(BeforeSending::ConnectDeadline) => "connect-deadline",
            Self::BeforeSending(BeforeSending::CallDeadline) | Self::OnTheWay(OnTheWay::CallDeadline) => {
                "call-deadline"
            }
            Self::BeforeSending(BeforeSending::Tls) => "tls",
            Self::BeforeSending(BeforeSending::Unreachable) => "unreachable",
            Self::BeforeSending(BeforeSending::Token(_)) => "token",
            Self::OnTheWay(OnTheWay::FirstByteDeadline) => "first-byte-deadline",
            Self::OnTheWay(OnTheWay::Cut) => "cut",
            Self::AfterAnswer(AfterAnswer::Redirect { .. }) => "redirect",
            Self::AfterAnswer(AfterAnswer::Status { .. }) => "status",
            Self::AfterAnswer(AfterAnswer::UnexpectedContent { .. }) => "unexpected-content",
            Self::AfterAnswer(AfterAnswer::TooLarge { .. }) => "too-large",
            Self::AfterAnswer(AfterAnswer::NoEnd) => "no-end",
            Self::AfterAnswer(AfterAnswer::Empty) => "empty",
            Self::AfterAnswer(AfterAnswer::Unreadable { .. }) => "unreadable",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeforeSending(cause) => cause.fmt(f),
            Self::OnTheWay(cause) => cause.fmt(f),
            Self::AfterAnswer(cause) => cause.fmt(f),
        }
    }
}

impl fmt::Display for BeforeSending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Build(error) => return error.fmt(f),
            Self::NotHttps => "the address is neither https nor plain http to this machine",
            Self::Refused => "the connection was refused",
            Self::ConnectDeadline => "there was no connection within the connect deadline",
            Self::CallDeadline => "the call's deadline passed before there was a connection or an access token",
            Self::Tls => "no TLS connection: the certificate isn't trusted, or the two sides share no version",
            Self::Unreachable => "the host couldn't be reached",
            Self::Token(Some(error)) => return write!(f, "there is no access token: {error}"),
            Self::Token(None) => "it needs an access token, and the submitter wasn't told where they come from",
        })
    }
}

impl fmt::Display for OnTheWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FirstByteDeadline => "no answer began within the first-byte deadline",
            Self::CallDeadline => "the call's deadline passed before the answer was complete",
            Self::Cut => "the connection broke before the answer was complete",
        })
    }
}

impl fmt::Display for AfterAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redirect { status } => {
                write!(f, "the answer leads elsewhere (status {status}), which isn't followed")
            }
            Self::Status { status } => write!(f, "the answer has status {status}"),
            Self::UnexpectedContent { media_type: Some(media) } => write!(f, "the answer is {media}, not a reply"),
            Self::UnexpectedContent { media_type: None } => f.write_str("the answer isn't the kind of text a reply is"),
            Self::TooLarge { most } => write!(f, "the answer has more than {most} bytes"),
            Self::NoEnd => f.write_str("the answer doesn't say where it ends, so it may not be whole"),
            Self::Empty => f.write_str("the answer has none of the reply's fields"),
            Self::Unreadable { problem, field: Some(field) } => {
                write!(f, "the answer can't be read at `{field}` [{problem}]")
            }
            Self::Unreadable { problem, field: None } => write!(f, "the answer can't be read [{problem}]"),
        }
    }
}

/// What happened and what to do.
impl fmt::Display for SubmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (operation, cause) = (self.operation(), self.cause());
        match self {
            Self::NotSent(_) => write!(f, "{operation}: nothing was sent: {cause}"),
            Self::NoAnswer(_) => write!(f, "{operation}: no answer: {cause}; it changes nothing, send it again"),
            Self::Refused(refused) => refused.fmt(f),
            Self::OutcomeUnknown(unknown) => {
                write!(f, "{operation}: the outcome is unknown: {cause}; ")?;
                f.write_str(if unknown.has_key() {
                    "send it again with the same idempotency key, or "
                } else {
                    "don't send it again, "
                })?;
                match unknown.inquire {
                    Some(inquire) => write!(f, "ask with `{inquire}` what became of it"),
                    None => f.write_str("ask the gateway what became of it"),
                }
            }
        }
    }
}

impl std::error::Error for SubmitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotSent(NotSent { cause: BeforeSending::Build(error), .. }) => Some(error),
            _ => None,
        }
    }
}

/// Why a submitter can't be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SetUpError {
    /// This machine has no certificates to trust: install them (`ca-certificates`).
    NoRoots,
    /// The proxy isn't an http or https URL.
    Proxy,
    /// The HTTP stack doesn't start.
    Http,
}

impl fmt::Display for SetUpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRoots => "this machine has no certificates to trust; install its package of CA certificates",
            Self::Proxy => "the proxy isn't an http or https URL",
            Self::Http => "the HTTP stack doesn't start",
        })
    }
}

impl std::error::Error for SetUpError {}
