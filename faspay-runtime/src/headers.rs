//! The HTTP headers that a received message came with, as far as anybody asks: only a static key comes in one.

use crate::table::{Auth, InboundTable};
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

/// The name of the header that vouches for a message.
const fn wanted(table: &InboundTable) -> Option<&'static str> {
    match table.auth {
        Auth::Key { header, .. } => Some(header),
        _ => None,
    }
}

/// It may be a key.
impl fmt::Debug for Presented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Presented(…)")
    }
}
