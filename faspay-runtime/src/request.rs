//! What generated code implements for a gateway's credentials and for every message, and nothing else: the rest of
//! the runtime works on these traits and on the static tables behind them.

use crate::message::Message;
use crate::table::{InboundTable, RequestTable};
use crate::{ReceiveError, Received, Values};

/// A gateway's credentials and settings, as a merchant holds them.
pub trait Credentials {
    /// The credential of this index. Empty is the same as missing.
    fn get(&self, index: usize) -> Option<&str>;

    /// The setting of this index; `None` while the merchant hasn't made it, and for an address.
    fn setting(&self, index: usize) -> Option<SettingValue> {
        let _ = index;
        None
    }

    /// The address that the setting of this index gives. Empty is the same as none.
    fn address(&self, index: usize) -> Option<&str> {
        let _ = index;
        None
    }
}

/// What a merchant decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingValue {
    /// Whether a form carries the credential.
    Send(bool),
    /// How a signed text is cased before hashing.
    Case(SignedCase),
}

/// How a text is cased before it is hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedCase {
    /// As it stands.
    AsIs,
    /// ASCII letters in upper case.
    Upper,
}

impl From<bool> for SettingValue {
    fn from(send: bool) -> Self {
        Self::Send(send)
    }
}

impl From<SignedCase> for SettingValue {
    fn from(case: SignedCase) -> Self {
        Self::Case(case)
    }
}

/// A message that a merchant sends.
pub trait Request {
    /// The credentials of its gateway, so that another gateway's don't compile.
    type Credentials: Credentials;

    /// Its table.
    const TABLE: &'static RequestTable;

    /// Sets the fields that the caller fills, by index.
    fn values<'a>(&'a self, values: &mut Values<'a>);
}

/// A request that the shopper's browser posts. A server must not send it.
pub trait BrowserForm: Request {}

/// A request that the merchant's server posts, as a form or as JSON, and which the gateway answers on the same connection.
pub trait ServerForm: Request {
    /// The answer.
    type Reply: Inbound<Credentials = Self::Credentials>;

    /// Parses the answer to this request strictly: the body that came back on the connection that the request went out
    /// on, and nothing else. Because no shopper has a hand in such a connection, its signature settles a payment also
    /// where a callback's needs an inquiry; a body that reached the merchant's own address belongs to the door instead.
    ///
    /// # Errors
    /// The first thing that makes the body unreadable.
    fn parse_reply(content_type: &str, body: &[u8]) -> Result<Received<Self::Reply>, ReceiveError> {
        Received::reply(content_type, body)
    }
}

/// A request whose reply holds an access token for other requests. Give one to a `Submitter`.
pub trait GivesToken: ServerForm {
    /// Index of the reply's field that holds the token.
    const TOKEN: usize;
    /// Index of the reply's field that says for how many seconds.
    const EXPIRES: usize;
}

/// A message that a merchant receives: a generated wrapper of [`Message`] with an accessor for each field.
pub trait Inbound: Sized {
    /// The credentials of its gateway.
    type Credentials: Credentials;

    /// Its table.
    const TABLE: &'static InboundTable;

    /// Wraps a parsed message.
    fn from_message(message: Message) -> Self;

    /// The parsed message.
    fn message(&self) -> &Message;
}
