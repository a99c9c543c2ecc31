//! Why a command couldn't do its work: usage and I/O, as one readable paragraph. Refusals are results, not failures.

use std::fmt;

/// One paragraph that names the cause and the cure. Control characters in it are shown, not obeyed.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A paragraph for the user.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            if c.is_control() && c != '\n' { write!(f, "{}", c.escape_default())? } else { write!(f, "{c}")? }
        }
        Ok(())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}
