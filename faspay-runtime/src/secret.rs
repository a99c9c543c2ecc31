//! A text that must not be seen: credentials and card data. Whoever needs the text says so with `expose`.

use std::fmt;
use zeroize::Zeroize;

/// A secret text. It is wiped when dropped, its `Debug` is always `***` whatever its length, and it has no `Display`,
/// no comparison and no serialisation.
#[derive(Clone, Default)]
pub struct Secret(String);

impl Secret {
    /// Takes the text over.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// What is shown instead of a sensitive value: no length, no first letters.
pub(crate) const MASK: &str = "***";
