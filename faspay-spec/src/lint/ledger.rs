//! The ledger of contradictions: which of the found ones it explains, which of its keys have gone stale, and the page that
//! shows it to readers.

use super::{Found, Stale};
use crate::model::{Basis, Contradiction, Gateway};

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

/// `docs/contradictions.md`: the ledgers of all gateways.
pub fn page(gateways: &[&Gateway]) -> String {
    let mut page = String::from(
        "# What the documents contradict\n\n\
         Each row is a documented claim that another page, a sample, a recorded answer or a published digest denies, with what \
         we do about it: the strictest reading when sending, the loosest when receiving. *Basis* is how well our side is known.\n\n\
         `cargo xtask lint --write` makes this file from `spec/*/contradictions.yaml`; `cargo xtask lint` finds what it can by \
         itself and fails on a contradiction without an entry.\n",
    );
    for gateway in gateways {
        page += &format!("\n## {}\n\n", cell(&gateway.summary));
        page += "| entry | claim | against | resolution | basis |\n|---|---|---|---|---|\n";
        for entry in &gateway.contradictions {
            let cells = [&entry.id, &entry.claim, &entry.against, &entry.resolution].map(|text| cell(text));
            page += &format!("| {} | {} |\n", cells.join(" | "), basis(entry.basis));
        }
    }
    page
}

/// A text that can't end its cell or start markup of its own; code stays code.
fn cell(text: &str) -> String {
    let mut escaped = String::new();
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' => in_code = !in_code,
            '|' | '\\' => escaped.push('\\'),
            '<' | '*' | '_' | '[' | ']' if !in_code => escaped.push('\\'),
            _ => {}
        }
        escaped.push(c);
    }
    escaped
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Documented => "documented",
        Basis::Sampled => "sampled",
        Basis::Inferred => "inferred",
        Basis::Partial => "partial",
    }
}
