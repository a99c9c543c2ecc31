//! The ledger of contradictions, `contradictions.yaml`: which of the found ones its entries explain, and which of their keys
//! match nothing any more. [`lint`](super::lint) asks it last.

use super::{Found, Stale};
use crate::model::Contradiction;

/// Notes at each contradiction the entries about it; gives the keys that match none.
pub(super) fn resolve(entries: &[Contradiction], found: &mut [Found]) -> Vec<Stale> {
    let mut stale = Vec::new();
    for entry in entries {
        for about in &entry.about {
            match found.iter_mut().find(|found| found.key == about.key) {
                Some(found) => found.entries.push(entry.id.clone()),
                None => stale.push(Stale { entry: entry.id.clone(), key: about.key.clone(), line: about.line }),
            }
        }
    }
    stale
}
