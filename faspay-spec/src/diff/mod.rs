//! What changed between a page's committed facts and a new capture of it, and what each change means for a merchant.
//! [`compare`] finds the changes from the two pages alone; [`judge`] holds them against the model and the written contract
//! in `docs/compatibility.md`. `cargo xtask diff` prints what they find.

mod contract;
mod judge;
mod pair;

use std::fmt;

use crate::page::{Flag, Row, Table};

pub use contract::{CONTRACT, Case, Impact, Running, Source, Step, Validation};
pub use judge::{Judged, Models, judge};

/// The differences between two captures of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What changed, table by table in the committed order, row by row.
    pub changes: Vec<Change>,
    /// The new facts under the committed ids and in the committed order; what is new stands where the page has it.
    pub tables: Vec<Table>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The committed id of the table; a table that is new has one that no committed table has.
    pub table: String,
    /// The parameter; `None` when the change is of the whole table.
    pub field: Option<String>,
    /// What changed.
    pub kind: Kind,
    /// What the committed page says; `None` where it says nothing.
    pub from: Option<String>,
    /// What the new capture says; `None` where it says nothing.
    pub to: Option<String>,
    /// The name that this parameter looks to have had, or to have got: of a row removed and a row added that may be one rename.
    pub rename: Option<String>,
    /// Index of the row among the committed table's.
    pub row_before: Option<usize>,
    /// Index of the row among those of [`Comparison::tables`].
    pub row_after: Option<usize>,
}

/// What can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A row is new.
    FieldAdded,
    /// A row is gone.
    FieldRemoved,
    /// The type without its length.
    Type,
    /// The length in parentheses, or the number in a column of lengths.
    Length,
    /// The M/O/C cell.
    Presence,
    /// A table of parameters is new.
    TableAdded,
    /// A table of parameters is gone.
    TableRemoved,
}

impl Kind {
    /// Its name in reports: `field-added`.
    pub fn id(self) -> &'static str {
        match self {
            Self::FieldAdded => "field-added",
            Self::FieldRemoved => "field-removed",
            Self::Type => "type",
            Self::Length => "length",
            Self::Presence => "presence",
            Self::TableAdded => "table-added",
            Self::TableRemoved => "table-removed",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Compares a page's committed tables with those of a new capture. Order, ids and asterisks are no facts; rows of the same
/// name pair up by best match, then by position.
pub fn compare(committed: &[Table], captured: &[Table]) -> Comparison {
    let pairs = pair::tables(committed, captured);
    let ids = named(committed, captured, &pairs);
    let mut changes = Vec::new();
    let mut tables = Vec::new();
    for (index, table) in committed.iter().enumerate() {
        match pairs.iter().find(|(before, _)| *before == index).and_then(|(_, after)| captured.get(*after)) {
            Some(now) => tables.push(rows(table, now, &mut changes)),
            None => changes.push(whole(&table.id, Kind::TableRemoved, Some(count(table)), None)),
        }
    }
    for (index, (table, id)) in captured.iter().zip(ids).enumerate() {
        if !pairs.iter().any(|(_, after)| *after == index) {
            changes.push(whole(&id, Kind::TableAdded, None, Some(count(table))));
            tables.push(Table { id, rows: table.rows.clone() });
        }
    }
    Comparison { changes, tables }
}

fn whole(table: &str, kind: Kind, from: Option<String>, to: Option<String>) -> Change {
    Change { table: table.to_owned(), field: None, kind, from, to, rename: None, row_before: None, row_after: None }
}

fn count(table: &Table) -> String {
    match table.rows.len() {
        1 => "1 row".to_owned(),
        many => format!("{many} rows"),
    }
}

/// The ids of the captured tables: the committed one of each table that is committed already, and one that is free for each
/// that isn't.
fn named(committed: &[Table], captured: &[Table], pairs: &[(usize, usize)]) -> Vec<String> {
    let mut free: Vec<String> = Vec::new();
    let mut ids = Vec::new();
    for (index, table) in captured.iter().enumerate() {
        let twin = pairs.iter().find(|(_, after)| *after == index).and_then(|(before, _)| committed.get(*before));
        ids.push(twin.map_or_else(
            || {
                let taken = |id: &String| committed.iter().any(|table| table.id == *id) || free.contains(id);
                let role = table.id.split('-').next().unwrap_or(&table.id);
                let numbered = (2..).map(|number| format!("{role}-{number}"));
                let id = std::iter::once(role.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default();
                free.push(id.clone());
                id
            },
            |twin| twin.id.clone(),
        ));
    }
    ids
}

/// The changes of one table's rows. Returns the new rows in the committed order.
fn rows(committed: &Table, captured: &Table, changes: &mut Vec<Change>) -> Table {
    let links = pair::rows(&committed.rows, &captured.rows);
    let of_before = |index: usize| links.iter().find(|(before, _)| *before == index).map(|(_, after)| *after);
    let is_new = |index: usize| !links.iter().any(|(_, after)| *after == index);
    let first = changes.len();
    // A new row stands behind the row that precedes it on the page.
    let mut order: Vec<usize> = (0..committed.rows.len()).filter_map(of_before).collect();
    for index in (0..captured.rows.len()).filter(|index| is_new(*index)) {
        let place = index.checked_sub(1).and_then(|before| order.iter().position(|own| *own == before));
        order.insert(place.map_or(0, |place| place + 1), index);
    }
    let place_of = |after: usize| order.iter().position(|own| *own == after);
    let change = |field: &Row, kind, from: Option<String>, to: Option<String>| Change {
        field: Some(field.name.clone()),
        ..whole(&committed.id, kind, from, to)
    };
    for (index, row) in committed.rows.iter().enumerate() {
        let Some(now) = of_before(index).and_then(|after| captured.rows.get(after)) else {
            let gone = change(row, Kind::FieldRemoved, Some(shown(row)), None);
            changes.push(Change { row_before: Some(index), ..gone });
            continue;
        };
        let row_after = of_before(index).and_then(place_of);
        for (kind, from, to) in facts(row, now) {
            changes.push(Change { row_before: Some(index), row_after, ..change(row, kind, from, to) });
        }
    }
    for (place, after) in order.iter().enumerate().filter(|(_, after)| is_new(**after)) {
        if let Some(row) = captured.rows.get(*after) {
            let new = change(row, Kind::FieldAdded, None, Some(shown(row)));
            changes.push(Change { row_after: Some(place), ..new });
        }
    }
    let (gone, new) = (
        (0..committed.rows.len()).filter(|index| of_before(*index).is_none()).collect::<Vec<_>>(),
        (0..captured.rows.len()).filter(|index| is_new(*index)).collect::<Vec<_>>(),
    );
    for (before, after) in pair::renames(&committed.rows, &captured.rows, &links, &gone, &new) {
        let (Some(old), Some(now)) = (committed.rows.get(before), captured.rows.get(after)) else { continue };
        for change in changes.iter_mut().skip(first) {
            match change.kind {
                Kind::FieldRemoved if change.row_before == Some(before) => change.rename = Some(now.name.clone()),
                Kind::FieldAdded if change.row_after == place_of(after) => change.rename = Some(old.name.clone()),
                _ => {}
            }
        }
    }
    let rows = order.iter().filter_map(|after| captured.rows.get(*after)).cloned().collect();
    Table { id: committed.id.clone(), rows }
}

/// What differs between two rows of the same name.
fn facts(before: &Row, after: &Row) -> Vec<(Kind, Option<String>, Option<String>)> {
    let (old, new) = (split(&before.ty), split(&after.ty));
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let least = |number: Option<u32>| number.map(|number| format!("min {number}"));
    let greatest = |number: Option<u32>| number.map(|number| number.to_string());
    let all = [
        (Kind::Type, text(old.0), text(new.0)),
        (Kind::Length, old.1.map(str::to_owned), new.1.map(str::to_owned)),
        (Kind::Length, least(before.min), least(after.min)),
        (Kind::Length, greatest(before.max), greatest(after.max)),
        (Kind::Presence, text(letter(before.presence)), text(letter(after.presence))),
    ];
    all.into_iter().filter(|(_, from, to)| from != to).collect()
}

/// `Varchar(10)` is `Varchar` and `10`; `Date` has no length.
pub(crate) fn split(ty: &str) -> (&str, Option<&str>) {
    match ty.strip_suffix(')').and_then(|open| open.split_once('(')) {
        Some((kind, length)) => (kind.trim(), Some(length.trim()).filter(|length| !length.is_empty())),
        None => (ty.trim(), None),
    }
}

/// `M`, `O` or `C`.
pub(crate) fn letter(flag: Flag) -> &'static str {
    match flag {
        Flag::Mandatory => "M",
        Flag::Optional => "O",
        Flag::Conditional => "C",
    }
}

/// A row as reports show it: `Varchar(10) M`.
fn shown(row: &Row) -> String {
    let number = |key: &str, number: Option<u32>| number.map(|number| format!("{key} {number}"));
    let words = [
        Some(row.ty.clone()).filter(|ty| !ty.is_empty()),
        number("min", row.min),
        number("max", row.max),
        Some(letter(row.presence).to_owned()),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
