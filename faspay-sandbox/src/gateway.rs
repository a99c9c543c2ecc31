//! Which gateway a sandbox plays. The configuration holds one, and whoever starts a sandbox by name (a command line, a test of every
//! gateway) reads it from the id.

use std::fmt;
use std::str::FromStr;

/// A gateway that the sandbox can play.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Gateway {
    /// Faspay's card payments.
    #[default]
    Faspay,
    /// Finpay's card payments.
    Finpay,
    /// Pivot's payment sessions, paid by card.
    Pivot,
}

impl Gateway {
    /// Every gateway.
    pub const ALL: [Self; 3] = [Self::Faspay, Self::Finpay, Self::Pivot];

    /// The id of its tables: `faspay`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Faspay => "faspay",
            Self::Finpay => "finpay",
            Self::Pivot => "pivot",
        }
    }
}

/// Its id.
impl fmt::Display for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// The sandbox plays no gateway of this id. Its text lists those that it plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownGateway(String);

impl fmt::Display for UnknownGateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the sandbox plays no gateway {:?}; it plays {}", self.0, Gateway::ALL.map(Gateway::id).join(", "))
    }
}

impl std::error::Error for UnknownGateway {}

impl FromStr for Gateway {
    type Err = UnknownGateway;

    fn from_str(text: &str) -> Result<Self, UnknownGateway> {
        Self::ALL.into_iter().find(|own| own.id() == text).ok_or_else(|| UnknownGateway(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gateway_is_known_by_the_id_of_its_tables() {
        for gateway in Gateway::ALL {
            assert_eq!(gateway.to_string().parse(), Ok(gateway));
            assert!(faspay_tables::files(gateway.id()).is_some(), "{gateway} has tables");
        }
        let unknown = "stripe".parse::<Gateway>().map_err(|error| error.to_string());
        assert_eq!(unknown, Err(r#"the sandbox plays no gateway "stripe"; it plays faspay, finpay, pivot"#.to_owned()));
    }
}
