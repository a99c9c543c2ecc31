//! The HTTP headers that a received message came with, as far as anybody asks: only a static key comes in one.

use crate::table::InboundTable;
#[cfg(feature = "scheme-key")]
use crate::verify::Signature;
use std::fmt;
use zeroize::Zeroizing;

/// What stands in the one header that vouches for a message.
#[derive(Clone, Default)]
pub(crate) enum Presented {
    /// Nothing, or nobody has said.
    #[default]
    Nothing,
    /// This.
    Once(Zeroizing<Vec<u8>>),
    /// The header came more than once.
    Often,
}

impl Presented {
    /// Picks the header that the table wants. Its name may be written in either case.
    pub(crate) fn of<N: AsRef<str>, V: AsRef<[u8]>>(
        table: &InboundTable,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let Some(wanted) = wanted(table) else { return Self::Nothing };
        let own = headers.into_iter().filter(|(name, _)| name.as_ref().eq_ignore_ascii_case(wanted));
        own.fold(Self::Nothing, |before, (_, value)| match before {
            Self::Nothing => Self::Once(Zeroizing::new(value.as_ref().to_vec())),
            _ => Self::Often,
        })
    }
}

#[cfg(feature = "scheme-key")]
impl Presented {
    /// Whether this is the merchant's key. In constant time.
    pub(crate) fn judge(&self, own: Option<&str>) -> Signature {
        match self {
            Self::Nothing => Signature::Missing,
            Self::Once(given) if given.is_empty() => Signature::Missing,
            Self::Once(given) => {
                let own = crate::Secret::from(own.unwrap_or_default());
                match crate::scheme::key::verify(Some(given), &own) {
                    Ok(()) => Signature::Valid,
                    Err(_) => Signature::Invalid,
                }
            }
            Self::Often => Signature::Invalid,
        }
    }
}

/// The name of the header that vouches for a message.
const fn wanted(table: &InboundTable) -> Option<&'static str> {
    #[cfg(feature = "scheme-key")]
    if let crate::table::Auth::Key { header, .. } = table.auth {
        return Some(header);
    }
    let _ = table;
    None
}

/// It may be a key.
impl fmt::Debug for Presented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Presented(…)")
    }
}
