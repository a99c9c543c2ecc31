//! Guesses which parameter an unknown name stands for. Only messages hold what is found here; nothing is decided by it.

use crate::model::Field;

/// What a name may stand for.
pub(super) enum Hint<'a> {
    /// The page misspells this name so.
    Misspelled(&'a str),
    /// This name looks like it.
    Near(&'a str),
}

/// The name that an unknown one may stand for: the page's own misspellings first.
pub(super) fn nearest<'a>(fields: &'a [Field], misspellings: &'a [(String, String)], name: &str) -> Option<Hint<'a>> {
    let lower = name.to_ascii_lowercase();
    if let Some((_, right)) = misspellings.iter().find(|(m, _)| m.eq_ignore_ascii_case(name)) {
        return Some(Hint::Misspelled(right));
    }
    // A long name is no near miss, and comparing it would cost.
    if lower.chars().count() > 100 {
        return None;
    }
    let names = fields.iter().map(|f| f.name.as_str());
    let scored = names.map(|n| (edits(&lower, &n.to_ascii_lowercase()), n));
    let (_, near) = scored.filter(|(d, _)| *d <= 2).min_by_key(|(d, _)| *d)?;
    Some(Hint::Near(near))
}

/// Edits (insert, delete, replace) from one name to another.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (b, above) in to.iter().zip(&row[1..]) {
            let replace = corner + usize::from(a != *b);
            left = replace.min(left + 1).min(above + 1);
            corner = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
