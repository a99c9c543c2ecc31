//! What a check knows besides the parameters: where the request goes, what the merchant was issued and has decided, and
//! the day. Built by the command line and the sandbox.

use std::fmt;

use super::{Date, MASK};
use crate::model::{Gateway, SettingKind};

/// The circumstances of a check.
#[derive(Debug, Clone)]
pub struct Context {
    /// Where the request is meant to go.
    pub environment: Environment,
    /// What the merchant was issued. Without it nothing that depends on credentials is checked.
    pub credentials: Option<Credentials>,
    /// The transaction date, for rules that mention `today`.
    pub today: Date,
    /// The idempotency key of a request whose caller gives none; it is checked like a given one. `None`: a request that must have one
    /// isn't built, any other goes without.
    pub fresh_key: Option<String>,
}

/// Where a request goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Environment {
    /// The gateway's sandbox.
    Sandbox,
    /// The real one: https only, and nothing left undecided.
    Production,
    /// A gateway on this machine: `http://127.0.0.1:8080`. The caller has made sure that it is a loopback address.
    Local(String),
}

/// The value of a credential or of a setting, as the credentials file has it.
#[derive(Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// `true` or `false`.
    Bool(bool),
    /// A text.
    Text(String),
}

impl fmt::Debug for SettingValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

/// A merchant's credentials and settings. [`fmt::Debug`] shows their names only.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    values: Vec<(String, String)>,
    settings: Vec<(String, SettingValue)>,
}

impl Credentials {
    /// Sorts the pairs of a credentials file into credentials and settings. Every name must be one of the gateway's, given
    /// once, with a value of its kind; a missing one is noticed by the operation that needs it.
    pub fn new(
        gateway: &Gateway,
        pairs: impl IntoIterator<Item = (String, SettingValue)>,
    ) -> Result<Credentials, CredentialsError> {
        let mut read = Credentials { values: Vec::new(), settings: Vec::new() };
        for (name, value) in pairs {
            if read.get(&name).is_some() || read.setting(&name).is_some() {
                return Err(CredentialsError::Twice { name });
            }
            if gateway.credentials.iter().any(|c| c.name == name) {
                let SettingValue::Text(text) = value else {
                    return Err(CredentialsError::NotText { name });
                };
                read.values.push((name, text));
                continue;
            }
            let Some(setting) = gateway.settings.iter().find(|s| s.name == name) else {
                let known = gateway.credentials.iter().map(|c| c.name.clone());
                let settings = gateway.settings.iter().map(|s| s.name.clone());
                return Err(CredentialsError::Unknown { name, known: known.chain(settings).collect() });
            };
            match (&setting.kind, &value) {
                (SettingKind::SendsCredential { .. }, SettingValue::Bool(_)) => {}
                (SettingKind::Case, SettingValue::Text(text)) if text == "upper" || text == "as-is" => {}
                // Whether it is an address at all is a violation of the requests that go there.
                (SettingKind::Address { .. }, SettingValue::Text(_)) => {}
                (SettingKind::Address { .. }, _) => return Err(CredentialsError::NotText { name }),
                (SettingKind::SendsCredential { .. }, _) => {
                    return Err(CredentialsError::NotBool { name });
                }
                (SettingKind::Case, _) => return Err(CredentialsError::NotCase { name }),
            }
            read.settings.push((name, value));
        }
        Ok(read)
    }

    /// Knows nothing: every credential is missing and every setting is unset.
    pub fn none() -> Credentials {
        Credentials { values: Vec::new(), settings: Vec::new() }
    }

    /// A credential, empty or not.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.values.iter().find(|(n, _)| n == name);
        found.map(|(_, text)| text.as_str())
    }

    /// A setting. `None`: not decided.
    pub fn setting(&self, name: &str) -> Option<&SettingValue> {
        let found = self.settings.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value)
    }

    /// Whether the casing setting of this name is `upper`.
    pub(super) fn is_upper(&self, name: &str) -> bool {
        self.setting(name) == Some(&SettingValue::Text("upper".to_owned()))
    }

    /// The address that a setting of this name gives.
    pub(super) fn address<'a>(&'a self, setting: &str) -> Option<&'a str> {
        match self.setting(setting) {
            Some(SettingValue::Text(url)) if !url.is_empty() => Some(url),
            _ => None,
        }
    }

    /// A credential that has a value.
    pub(super) fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|text| !text.is_empty())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.values.iter().map(|(n, _)| n);
        let settings = self.settings.iter().map(|(n, _)| n);
        let masked = names.chain(settings).map(|name| (name, MASK));
        f.debug_map().entries(masked).finish()
    }
}

/// Why a credentials file can't be used. Names only, never values.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CredentialsError {
    /// The gateway has no credential or setting of this name.
    Unknown {
        /// The name.
        name: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// A credential or an address that isn't a text.
    NotText {
        /// Its name.
        name: String,
    },
    /// A setting that must be `true` or `false`.
    NotBool {
        /// Its name.
        name: String,
    },
    /// A setting that must be `"upper"` or `"as-is"`.
    NotCase {
        /// Its name.
        name: String,
    },
    /// A name that is given twice.
    Twice {
        /// The name.
        name: String,
    },
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CredentialsError::Unknown { name, known } => write!(
                f,
                "{name:?} is neither a credential nor a setting of this gateway; it knows {}",
                known.join(", ")
            ),
            CredentialsError::NotText { name } => {
                write!(f, "{name:?} must be a text in quotes")
            }
            CredentialsError::NotBool { name } => {
                write!(f, "the setting {name:?} must be true or false, without quotes")
            }
            CredentialsError::NotCase { name } => {
                write!(f, "the setting {name:?} must be \"upper\" or \"as-is\"")
            }
            CredentialsError::Twice { name } => write!(f, "{name:?} is given twice"),
        }
    }
}

impl std::error::Error for CredentialsError {}
