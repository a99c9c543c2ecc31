//! Which table is which, and which row is which, between two captures of a page. Pages repeat names, move rows and reword
//! headings, so places and ids count only where nothing better tells.

use super::split;
use crate::decode::distance;
use crate::page::{Row, Table};

/// The tables that are the same one, as index pairs. Those with most rows in common come first; then those of the same id.
pub(super) fn tables(before: &[Table], after: &[Table]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (old, one) in before.iter().enumerate() {
        for (new, other) in after.iter().enumerate() {
            let alike = likeness(one, other);
            let same_id = one.id == other.id;
            if alike >= HALF || same_id {
                candidates.push((alike >= HALF, alike, same_id, old, new));
            }
        }
    }
    // Best first; where nothing else tells, in the order of the page.
    candidates.sort_by(|a, b| (b.0, b.1, b.2, a.3.abs_diff(a.4), a.3).cmp(&(a.0, a.1, a.2, b.3.abs_diff(b.4), b.3)));
    greedy(candidates.into_iter().map(|(_, _, _, old, new)| (old, new)))
}

/// Of a likeness, which goes from 0 to 1000.
const HALF: usize = 500;

/// How much of two tables is the same: each row counts by its name, and a little by what it says.
fn likeness(one: &Table, other: &Table) -> usize {
    let rows = one.rows.len() + other.rows.len();
    let same: usize = self::rows(&one.rows, &other.rows)
        .iter()
        .filter_map(|(old, new)| Some((one.rows.get(*old)?, other.rows.get(*new)?)))
        .map(|(old, new)| 8 + usize::from(old.ty == new.ty) + usize::from(old.presence == new.presence))
        .sum();
    (2 * same * 100).checked_div(rows).unwrap_or_default()
}

/// The rows that are the same one, as index pairs: those of the same name by best match, then by position.
pub(super) fn rows(before: &[Row], after: &[Row]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (old, one) in before.iter().enumerate() {
        // Position among the rows of the name: where others stand says nothing.
        let rank = before.iter().take(old).filter(|row| row.name == one.name).count();
        let namesakes = after.iter().enumerate().filter(|(_, other)| other.name == one.name);
        for (other_rank, (new, other)) in namesakes.enumerate() {
            candidates.push((match_of(one, other), rank.abs_diff(other_rank), old, new));
        }
    }
    candidates.sort_by(|a, b| (b.0, a.1, a.2, a.3).cmp(&(a.0, b.1, b.2, b.3)));
    let mut pairs = greedy(candidates.into_iter().map(|(_, _, old, new)| (old, new)));
    pairs.sort_unstable();
    pairs
}

fn match_of(one: &Row, other: &Row) -> usize {
    let same = |same: bool, worth: usize| if same { worth } else { 0 };
    same(one.ty == other.ty, 8)
        + same(split(&one.ty).0 == split(&other.ty).0, 4)
        + same(one.presence == other.presence, 2)
        + same((one.min, one.max) == (other.min, other.max), 2)
}

/// The pairs in the given order whose halves no earlier pair has taken.
fn greedy(pairs: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, usize)> {
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (old, new) in pairs {
        if !taken.iter().any(|(own, other)| *own == old || *other == new) {
            taken.push((old, new));
        }
    }
    taken
}

/// The rows gone and the rows new that look like one rename: nearly the same name and the same type, or the same facts in the
/// same place.
pub(super) fn renames(
    before: &[Row],
    after: &[Row],
    links: &[(usize, usize)],
    gone: &[usize],
    new: &[usize],
) -> Vec<(usize, usize)> {
    let linked = |old: Option<usize>, now: Option<usize>| match (old, now) {
        (Some(old), Some(now)) => links.contains(&(old, now)),
        (None, None) => true,
        _ => false,
    };
    let next = |index: usize, length: usize| Some(index + 1).filter(|next| *next < length);
    let mut candidates = Vec::new();
    for old in gone {
        for now in new {
            let (Some(one), Some(other)) = (before.get(*old), after.get(*now)) else { continue };
            let (from, to) = (one.name.to_ascii_lowercase(), other.name.to_ascii_lowercase());
            let away = distance(&from, &to);
            let near_name = away <= (from.len().max(to.len()) / 3).max(1) && split(&one.ty).0 == split(&other.ty).0;
            let same_facts = one.ty == other.ty && one.presence == other.presence;
            let same_place = linked(old.checked_sub(1), now.checked_sub(1))
                && linked(next(*old, before.len()), next(*now, after.len()));
            if near_name || (same_facts && same_place) {
                candidates.push((!near_name, away, *old, *now));
            }
        }
    }
    candidates.sort_unstable();
    greedy(candidates.into_iter().map(|(_, _, old, now)| (old, now)))
}
