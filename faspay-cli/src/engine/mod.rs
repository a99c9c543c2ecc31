//! The two implementations behind one face: the library that was generated from the spec and the interpreter of the
//! spec. The commands use one or the other; a test runs both on the same inputs and compares.

mod generated;
mod interpreted;

use std::fmt;

use serde::Serialize;
use serde::ser::SerializeMap;

use faspay_spec::engine::{Date, Through};
use faspay_spec::model::{Gateway, Inbound, Operation};

use crate::failure::Failure;
pub use crate::input::Value;

/// Which implementation does the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Engine {
    /// The generated library, as merchants use it
    Generated,
    /// The interpreter of the spec, as the sandbox uses it
    Interpreted,
}

/// Where a request goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Environment {
    /// The gateway's sandbox.
    Sandbox,
    /// The real gateway.
    Production,
    /// A loopback address.
    Local(faspay_runtime::LocalUrl),
}

/// Name and value, as a credentials file has them.
pub type Credentials = [(String, Value)];

/// What a request is judged by, besides its parameters.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Where it goes.
    pub environment: &'a Environment,
    /// Who asks; `None` when only parameters are judged.
    pub credentials: Option<&'a Credentials>,
    /// The transaction date.
    pub today: Date,
    /// The idempotency key of a request that has one and is given none. `None`: it isn't built when it must have one.
    pub fresh_key: Option<&'a str>,
}

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// The parameter.
    pub field: String,
    /// Id of the rule.
    pub rule: String,
    /// What it allows.
    pub limit: String,
    /// What was given; `***` where that may not be shown.
    pub actual: String,
    /// What is wrong and how to cure it.
    pub message: String,
    /// Where the rule comes from.
    pub source: String,
}

/// A request that can be sent. Its `Debug` masks what may not be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Built {
    /// `faspay.recurring.register`.
    pub operation: String,
    /// `browser-form`, `server-form` or `server-json`.
    pub transport: &'static str,
    /// `POST` or `GET`.
    pub method: &'static str,
    /// Where it goes, with path and query.
    pub url: String,
    /// The same as it may be shown.
    pub shown_url: String,
    /// Headers that belong to it.
    pub headers: Vec<(String, String)>,
    /// The same as they may be shown.
    pub shown_headers: Vec<(String, String)>,
    /// What is in the body: wire key, or path in a nested message, value and whether it may not be shown.
    pub fields: Vec<(String, String, bool)>,
    /// The body of the request: a form, a JSON object or nothing.
    pub body: String,
    /// The recipe and the string of each signature, secrets masked.
    pub signed: Vec<(String, String)>,
}

impl fmt::Debug for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = self.fields.iter().map(|(key, value, sensitive)| (key, if *sensitive { MASK } else { value }));
        f.debug_struct("Built")
            .field("operation", &self.operation)
            .field("url", &self.shown_url)
            .field("fields", &fields.collect::<Vec<_>>())
            .field("signed", &self.signed)
            .finish_non_exhaustive()
    }
}

/// Why nothing was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Rules are broken.
    Violations(Vec<Violation>),
    /// Anything else, as a sentence.
    Other(String),
}

/// What can be said about a received message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// `valid`, `invalid`, `missing` or `undefined`.
    pub signature: &'static str,
    /// `received`, `verified` or `reconciled`.
    pub trust: &'static str,
    /// Fields that nothing vouches for.
    pub unsigned: Vec<String>,
    /// What to know.
    pub problems: Vec<Problem>,
    /// Name and value; `***` where that may not be shown.
    #[serde(serialize_with = "as_map")]
    pub fields: Vec<(String, String)>,
}

/// Something to know about a received message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The field or key.
    pub field: String,
    /// What kind.
    pub rule: String,
    /// What it means.
    pub message: String,
}

fn as_map<S: serde::Serializer>(pairs: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (name, value) in pairs {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

impl Engine {
    /// Judges parameters: every violation.
    ///
    /// # Errors
    /// When the credentials can't be used at all.
    pub fn validate(
        self,
        gateway: &Gateway,
        operation: &Operation,
        params: &[(String, String)],
        context: Context<'_>,
    ) -> Result<Vec<Violation>, Failure> {
        match self {
            Self::Generated => generated::validate(gateway, operation, params, context),
            Self::Interpreted => interpreted::validate(gateway, operation, params, context),
        }
    }

    /// Builds a request, or says everything that keeps it from being built.
    ///
    /// # Errors
    /// When the credentials can't be used at all.
    pub fn build(
        self,
        gateway: &Gateway,
        operation: &Operation,
        params: &[(String, String)],
        context: Context<'_>,
    ) -> Result<Result<Built, Refusal>, Failure> {
        match self {
            Self::Generated => generated::build(gateway, operation, params, context),
            Self::Interpreted => interpreted::build(gateway, operation, params, context),
        }
    }

    /// Judges a received message.
    ///
    /// # Errors
    /// When the credentials can't be used at all.
    pub fn verify(self, gateway: &Gateway, received: Received<'_>) -> Result<Verdict, Failure> {
        match self {
            Self::Generated => generated::verify(gateway, received),
            Self::Interpreted => interpreted::verify(gateway, received),
        }
    }
}

/// A message as it arrived, and what it is judged by.
#[derive(Clone, Copy)]
pub struct Received<'a> {
    /// Which message.
    pub inbound: &'a Inbound,
    /// Who brought it.
    pub through: Through,
    /// `Content-Type` of the request.
    pub content_type: &'a str,
    /// Its other headers, as far as a key in one of them vouches for the message.
    pub headers: &'a [(String, String)],
    /// The body.
    pub body: &'a [u8],
    /// Who receives it.
    pub credentials: &'a Credentials,
    /// What was asked.
    pub expect: Option<&'a [(String, String)]>,
}

/// Stands in for what may not be shown.
pub const MASK: &str = "***";

fn shown(name: String, value: String, sensitive: bool) -> (String, String) {
    (name, if sensitive { MASK.to_owned() } else { value })
}
