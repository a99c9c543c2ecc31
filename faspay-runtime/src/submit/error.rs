//! Why there is no reply, told by what it means for money: nothing was sent, nobody knows what happened, or nothing
//! can have happened that matters. The causes are grouped by when they occur. No error holds a body, a URL or a secret.

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
    /// The request may have been carried out, and it must not be sent again: ask what became of it.
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
    /// How many attempts there were. At most one of them can have arrived.
    pub attempts: u32,
    /// Id of the operation that tells what became of it: `faspay.card.inquiry`. `None` when the gateway's documents have
    /// none; then a person has to ask.
    pub inquire: Option<&'static str>,
    /// The idempotency key that it went with, given or fresh. With the same key the same request may be sent again.
    pub idempotency_key: Option<String>,
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
    /// The call's deadline passed while connecting.
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
    /// Send it again, later.
    SendAgain,
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
            | Self::OutcomeUnknown(OutcomeUnknown { operation, .. })
            | Self::NoAnswer(NoAnswer { operation, .. }) => operation,
        }
    }

    /// How many attempts there were.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        match self {
            Self::NotSent(NotSent { attempts, .. })
            | Self::OutcomeUnknown(OutcomeUnknown { attempts, .. })
            | Self::NoAnswer(NoAnswer { attempts, .. }) => *attempts,
        }
    }

    /// What happened at the last attempt.
    #[must_use]
    pub fn cause(&self) -> Cause {
        match self {
            Self::NotSent(NotSent { cause, .. }) => Cause::BeforeSending(cause.clone()),
            Self::OutcomeUnknown(OutcomeUnknown { cause, .. }) | Self::NoAnswer(NoAnswer { cause, .. }) => {
                cause.clone()
            }
        }
    }

    /// Whether sending the same request once more can do no harm. Whether it would help is for [`next`](Self::next) to
    /// say.
    #[must_use]
    pub const fn retry_is_safe(&self) -> bool {
        match self {
            Self::NotSent(_) | Self::NoAnswer(_) => true,
            Self::OutcomeUnknown(_) => false,
        }
    }

    /// What to do.
    #[must_use]
    pub const fn next(&self) -> Next {
        match self {
            Self::NotSent(NotSent { cause, .. }) => match cause {
                BeforeSending::Build(_) | BeforeSending::NotHttps | BeforeSending::Tls | BeforeSending::Token(None) => {
                    Next::Correct
                }
                _ => Next::SendAgain,
            },
            Self::OutcomeUnknown(OutcomeUnknown { inquire: Some(inquire), .. }) => Next::Inquire(inquire),
            Self::OutcomeUnknown(OutcomeUnknown { inquire: None, .. }) => Next::AskGateway,
            Self::NoAnswer(_) => Next::SendAgain,
        }
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
            Self::CallDeadline => "the call's deadline passed while connecting",
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
            Self::OutcomeUnknown(OutcomeUnknown { inquire, .. }) => {
                write!(f, "{operation}: the outcome is unknown: {cause}; don't send it again, ")?;
                match inquire {
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
