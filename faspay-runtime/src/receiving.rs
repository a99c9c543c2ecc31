//! Between a web framework and the types of trust: from what arrived at an address to a verified message, and to what is
//! answered. Knows content types, headers, bytes and status numbers, no framework; the feature `axum` puts extractors on top of it.

use crate::table::InboundTable;
use crate::{BrowserReturn, Hint, Inbound, ReceiveError, Received, Verified, VerifyError};
use std::borrow::Cow;
use std::fmt;

/// Most bytes of a body that are read.
pub const MOST_BYTES: usize = 65_536;

/// What may arrive at an address of the merchant's: the enum of a door, or one message where no other comes.
pub trait Arrives: Sized {
    /// What verifies it.
    type Credentials;
    /// What it is with a valid signature.
    type Verified;
    /// Parses a body strictly.
    ///
    /// # Errors
    /// The first thing that makes the body unreadable.
    fn read(content_type: &str, body: &[u8]) -> Result<Self, ReceiveError>;
    /// The same with the HTTP headers that it came with.
    #[must_use]
    fn headed(self, _headers: &[(&str, &[u8])]) -> Self {
        self
    }
    /// Checks the signature.
    ///
    /// # Errors
    /// When it is missing or wrong, which is one and the same, or when this kind of message has none.
    fn vouch(self, credentials: &Self::Credentials) -> Result<Self::Verified, VerifyError>;
}

/// What the gateway's server sends.
pub trait ThroughServer: Arrives {}

/// What the shopper's browser brings: it becomes a hint and nothing more.
pub trait ThroughBrowser: Arrives {}

/// A message of the gateway's server, verified: compare it with what was asked. It goes by the body alone: where a key in a header
/// vouches for a message, as with Pivot's callbacks, [`receive_with_headers`] takes both, and through here none is valid.
///
/// # Errors
/// Why it isn't one, and what to answer.
pub fn receive<A: ThroughServer>(
    content_type: Option<&str>,
    body: &[u8],
    credentials: &A::Credentials,
) -> Result<A::Verified, Refused> {
    arrived::<A>(content_type, &[], body, credentials)
}

/// The same with the HTTP headers that it came with: some messages are vouched for by a key in one of them.
///
/// # Errors
/// Why it isn't one, and what to answer.
pub fn receive_with_headers<A: ThroughServer>(
    content_type: Option<&str>,
    headers: &[(&str, &[u8])],
    body: &[u8],
    credentials: &A::Credentials,
) -> Result<A::Verified, Refused> {
    arrived::<A>(content_type, headers, body, credentials)
}

/// What the shopper's browser brings back with POST: a hint for the page to show.
///
/// # Errors
/// Why it isn't one, and what to answer.
pub fn receive_return<A: ThroughBrowser>(
    content_type: Option<&str>,
    body: &[u8],
    credentials: &A::Credentials,
) -> Result<A::Verified, Refused> {
    arrived::<A>(content_type, &[], body, credentials)
}

/// What the shopper's browser brings back with GET, in the query without the `?`: a hint for the page to show.
///
/// # Errors
/// Why it isn't one, and what to answer.
pub fn receive_return_query<A: ThroughBrowser>(
    query: &str,
    credentials: &A::Credentials,
) -> Result<A::Verified, Refused> {
    arrived::<A>(Some("application/x-www-form-urlencoded"), &[], query.as_bytes(), credentials)
}

fn arrived<A: Arrives>(
    content_type: Option<&str>,
    headers: &[(&str, &[u8])],
    body: &[u8],
    credentials: &A::Credentials,
) -> Result<A::Verified, Refused> {
    let content_type = content_type.ok_or(Refused::Unreadable(ReceiveError::ContentType))?;
    let read = A::read(content_type, body).map_err(Refused::Unreadable)?;
    read.headed(headers).vouch(credentials).map_err(Refused::NotVouched)
}

/// Why nothing was made of what arrived. Log it; the stranger is told [`Refused::answer`] and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// It can't be read.
    Unreadable(ReceiveError),
    /// Its signature isn't valid, or it has none.
    NotVouched(VerifyError),
    /// It broke off.
    Broken,
    /// It took too long to arrive.
    Slow,
}

impl Refused {
    /// What to answer: a status, and a sentence that is the same for whatever is wrong with the content.
    #[must_use]
    pub const fn answer(&self) -> Answer {
        match self {
            Self::Unreadable(ReceiveError::TooLarge) => Answer::of(413, "Too large.\n"),
            Self::Unreadable(ReceiveError::ContentType) => Answer::of(415, "Neither a form nor JSON in UTF-8.\n"),
            // Nobody knows yet who sent it, so it has to come again.
            Self::NotVouched(VerifyError::NoCredential(_)) => Answer::not_now(),
            Self::Slow => Answer::of(408, "Too slow.\n"),
            Self::Unreadable(_) | Self::NotVouched(_) | Self::Broken => Answer::of(400, "Not accepted.\n"),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::NotVouched(error) => error.fmt(f),
            Self::Broken => f.write_str("the body broke off"),
            Self::Slow => f.write_str("the body took too long to arrive"),
        }
    }
}

impl std::error::Error for Refused {}

/// What the gateway's server is answered: a status and a short text, never anything of what it sent.
///
/// What acknowledges a callback differs: a JSON object for Finpay, status 200 for Pivot, and for Faspay no document says. What is known is
/// `acknowledge()` of the door or message: `Callback::acknowledge()`. Answer with it **after** the news are kept, and with 503
/// ([`Answer::not_now`]) when they can't be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    status: u16,
    content_type: &'static str,
    body: Cow<'static, str>,
}

const TEXT: &str = "text/plain; charset=utf-8";
const JSON: &str = "application/json";

impl Answer {
    const fn of(status: u16, body: &'static str) -> Self {
        Self { status, content_type: TEXT, body: Cow::Borrowed(body) }
    }

    /// What acknowledges a message. For `acknowledge()` of messages and doors.
    #[doc(hidden)]
    #[must_use]
    pub const fn to(table: &InboundTable) -> Self {
        match table.acknowledge {
            Some(json) => Self { status: 200, content_type: JSON, body: Cow::Borrowed(json) },
            None => Self::acknowledge(),
        }
    }

    /// The news are kept, or were already: status 200, no text. Some gateways want to see more: `Callback::acknowledge()` of the
    /// gateway's crate is what its documents say.
    #[must_use]
    pub const fn acknowledge() -> Self {
        Self::of(200, "")
    }

    /// The same with a text that the gateway wants to see.
    #[must_use]
    pub fn acknowledge_with(text: impl Into<Cow<'static, str>>) -> Self {
        Self { status: 200, content_type: TEXT, body: text.into() }
    }

    /// The same with JSON that the gateway wants to see.
    #[must_use]
    pub fn acknowledge_with_json(json: impl Into<Cow<'static, str>>) -> Self {
        Self { status: 200, content_type: JSON, body: json.into() }
    }

    /// The news can't be kept now: status 503. If the gateway sends them again, it will do so later.
    #[must_use]
    pub const fn not_now() -> Self {
        Self::of(503, "Not now.\n")
    }

    /// The status number.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The text.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The headers to send with it.
    #[must_use]
    pub const fn headers(&self) -> [(&'static str, &'static str); 3] {
        [("content-type", self.content_type), ("cache-control", "no-store"), ("x-content-type-options", "nosniff")]
    }
}

impl<M: Inbound> Arrives for Received<M> {
    type Credentials = M::Credentials;
    type Verified = Verified<M>;

    fn read(content_type: &str, body: &[u8]) -> Result<Self, ReceiveError> {
        Self::parse(content_type, body)
    }

    fn headed(self, headers: &[(&str, &[u8])]) -> Self {
        self.with_headers(headers.iter().copied())
    }

    fn vouch(self, credentials: &M::Credentials) -> Result<Verified<M>, VerifyError> {
        self.verify(credentials)
    }
}

impl<M: Inbound> ThroughServer for Received<M> {}

impl<M: Inbound> Arrives for BrowserReturn<M> {
    type Credentials = M::Credentials;
    type Verified = Hint<M>;

    fn read(content_type: &str, body: &[u8]) -> Result<Self, ReceiveError> {
        Self::parse(content_type, body)
    }

    fn vouch(self, credentials: &M::Credentials) -> Result<Hint<M>, VerifyError> {
        self.verify(credentials)
    }
}

impl<M: Inbound> ThroughBrowser for BrowserReturn<M> {}
