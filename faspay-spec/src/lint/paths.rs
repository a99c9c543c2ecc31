//! What the rows of a table are called in messages. A table that describes an object has its rows under the object's path;
//! rows of one name in several objects have nothing to do with each other.

use std::collections::BTreeMap;

use crate::model::{Field, Gateway};
use crate::page::{Page, Row};

/// The places at which messages have a table's rows.
pub(super) struct Paths {
    /// By `page#table`: the place, empty at the top of a message, and whether that message's names keep their case.
    places: BTreeMap<String, Vec<(String, bool)>>,
}

impl Paths {
    pub(super) fn of(gateway: &Gateway) -> Self {
        let mut places: BTreeMap<String, Vec<(String, bool)>> = BTreeMap::new();
        let sent = gateway.operations.iter().map(|own| &own.fields);
        let received = gateway.inbound.iter().map(|own| &own.fields);
        for fields in sent.chain(received) {
            let all = every(fields);
            let keeps_case = all.iter().any(|(path, _)| path.bytes().any(|b| b.is_ascii_uppercase()));
            for (path, field) in all {
                let Some((table, row)) = row_of(gateway, field) else { continue };
                let mut parts: Vec<&str> = path.split('.').collect();
                parts.truncate(parts.len().saturating_sub(row.name.split('.').count()));
                let known = places.entry(table.to_owned()).or_default();
                let place = (parts.join("."), keeps_case);
                if !known.contains(&place) {
                    known.push(place);
                }
            }
        }
        Self { places }
    }

    /// The names of a row in messages; its own where no message has its table.
    pub(super) fn names(&self, page: &Page, table: &str, row: &Row) -> Vec<String> {
        let name = |place: &str, keeps_case: bool| {
            let own = if keeps_case { row.name.clone() } else { row.name.to_ascii_lowercase() };
            if place.is_empty() { own } else { format!("{place}.{own}") }
        };
        match self.places.get(&format!("{}#{table}", page.id)) {
            None => vec![name("", false)],
            Some(places) => {
                let mut names: Vec<String> =
                    places.iter().map(|(place, keeps_case)| name(place, *keeps_case)).collect();
                names.sort();
                names.dedup();
                names
            }
        }
    }
}

/// Every field with its whole path, those of lists' elements behind their list.
pub(super) fn every(fields: &[Field]) -> Vec<(String, &Field)> {
    let mut all = Vec::new();
    for field in fields {
        all.push((field.name.clone(), field));
        if let crate::model::Type::List { fields: elements, .. } = &field.ty {
            all.extend(every(elements).into_iter().map(|(path, own)| (format!("{}[].{path}", field.name), own)));
        }
    }
    all
}

/// The row that a field comes from, with its `page#table`.
fn row_of<'a>(gateway: &'a Gateway, field: &'a Field) -> Option<(&'a str, &'a Row)> {
    let inner = field.origin.source.strip_prefix(&gateway.id)?.strip_prefix('/')?;
    let (table, number) = inner.split_once(" row ")?;
    let (page, id) = table.split_once('#')?;
    let page = gateway.pages.iter().find(|own| own.id == page)?;
    let rows = &page.tables.iter().find(|own| own.id == id)?.rows;
    Some((table, rows.get(number.parse::<usize>().ok()?.checked_sub(1)?)?))
}
