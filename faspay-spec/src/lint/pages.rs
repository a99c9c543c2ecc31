//! Contradictions between tables, and between a table and what the spec makes of it: types and presences that differ,
//! names that occur twice, corrections, additions, codes and limits that don't fit the documented type, rules that ask
//! for less than a row allows.

use std::collections::BTreeMap;

use super::paths::{Paths, every};
use super::{Found, Place};
use crate::engine::is_sendable;
use crate::model::{Correction, Expr, Field, From, Gateway, Operand, Origin, Relation, Type};
use crate::page::{Flag, Page, Row};

pub(super) fn find(gateway: &Gateway) -> Vec<Found> {
    let mut found = Vec::new();
    tables(gateway, &mut found);
    twice(gateway, &mut found);
    corrections(gateway, &mut found);
    additions(gateway, &mut found);
    codes(gateway, &mut found);
    limits(gateway, &mut found);
    rules(gateway, &mut found);
    found
}

/// The file that a page is kept in.
pub(super) fn file(gateway: &Gateway, page: &Page) -> String {
    format!("{}/pages/{}.yaml", gateway.id, page.id)
}

/// What an M/O/C cell says.
pub(super) fn letter(flag: Flag) -> &'static str {
    match flag {
        Flag::Mandatory => "M",
        Flag::Optional => "O",
        Flag::Conditional => "C",
    }
}

/// The same parameter in several tables: one type everywhere, and one presence on the way out and one on the way back.
fn tables(gateway: &Gateway, found: &mut Vec<Found>) {
    let paths = Paths::of(gateway);
    let mut types: BTreeMap<String, Vec<(String, Place)>> = BTreeMap::new();
    let mut presences: BTreeMap<(&str, String), Vec<(String, Place)>> = BTreeMap::new();
    for page in &gateway.pages {
        for table in &page.tables {
            let way = way(gateway, page, &table.id);
            for row in &table.rows {
                let place = |says: &str| Place {
                    says: format!("{}#{}, row {}: {says}", page.id, table.id, row.name),
                    file: file(gateway, page),
                    line: row.line,
                };
                for name in paths.names(page, &table.id, row) {
                    let ty = size_of(row);
                    // A cell that nobody knows contradicts nothing.
                    if !ty.is_empty() {
                        types.entry(name.clone()).or_default().push((ty.clone(), place(&ty)));
                    }
                    let flag = letter(row.presence);
                    presences.entry((way, name)).or_default().push((flag.to_owned(), place(flag)));
                }
            }
        }
    }
    for (name, rows) in types {
        if let Some(values) = several(&rows) {
            let says = format!("{name} has different types: {values}.");
            found.push(Found::new(format!("type {name}: {values}"), says, places(rows)));
        }
    }
    for ((way, name), rows) in presences {
        if let Some(values) = several(&rows) {
            let says = format!("{name} is there in a {way} by different rules: {values}.");
            found.push(Found::new(format!("presence {way} {name}: {values}"), says, places(rows)));
        }
    }
}

/// The type with the lengths of columns of their own: `Varchar from 1 to 20`.
fn size_of(row: &Row) -> String {
    let mut ty = row.ty.clone();
    for (word, number) in [("from", row.min), ("to", row.max)] {
        ty += &number.map(|number| format!(" {word} {number}")).unwrap_or_default();
    }
    ty
}

/// The values in order, when there is more than one.
fn several(rows: &[(String, Place)]) -> Option<String> {
    let mut values: Vec<&str> = rows.iter().map(|(value, _)| value.as_str()).collect();
    values.sort_unstable();
    values.dedup();
    (values.len() > 1).then(|| values.join(", "))
}

fn places(rows: Vec<(String, Place)>) -> Vec<Place> {
    rows.into_iter().map(|(_, place)| place).collect()
}

/// Whether a table is about what is sent or what is received: by who uses it, or else by its name.
fn way(gateway: &Gateway, page: &Page, table: &str) -> &'static str {
    let prefix = format!("{}/{}#{table} row ", gateway.id, page.id);
    let uses = |fields: &[Field]| {
        fields.iter().flat_map(Field::with_elements).any(|field| field.origin.source.starts_with(&prefix))
    };
    if gateway.operations.iter().any(|operation| uses(&operation.fields)) {
        "request"
    } else if gateway.inbound.iter().any(|inbound| uses(&inbound.fields)) || table.starts_with("response") {
        "response"
    } else {
        "request"
    }
}

fn twice(gateway: &Gateway, found: &mut Vec<Found>) {
    for page in &gateway.pages {
        for table in &page.tables {
            let mut names: Vec<&str> = table.rows.iter().map(|row| row.name.as_str()).collect();
            names.sort_unstable();
            let doubled = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
            let mut doubled: Vec<&str> = doubled.collect();
            doubled.dedup();
            for name in doubled {
                let rows: Vec<&Row> = table.rows.iter().filter(|row| row.name == name).collect();
                let place = |row: &&Row| Place {
                    says: format!("{}#{}: {name}, {}", page.id, table.id, row.ty),
                    file: file(gateway, page),
                    line: row.line,
                };
                found.push(Found::new(
                    format!("twice {}#{}/{name}", page.id, table.id),
                    format!("{} rows of one table are called {name}.", rows.len()),
                    rows.iter().map(place).collect(),
                ));
            }
        }
    }
}

/// Every correction denies what a page says.
fn corrections(gateway: &Gateway, found: &mut Vec<Found>) {
    let operations = gateway.operations.iter().flat_map(|own| own.corrections.iter().map(move |one| (&own.id, one)));
    let inbound = gateway.inbound.iter().flat_map(|own| own.corrections.iter().map(move |one| (&own.id, one)));
    let mut rows: BTreeMap<String, Vec<(&String, &Correction)>> = BTreeMap::new();
    for (message, correction) in operations.chain(inbound) {
        let key = format!("correction {}/{}", table(gateway, &correction.row), correction.field);
        rows.entry(key).or_default().push((message, correction));
    }
    for (key, corrections) in rows {
        let mut sets: Vec<&str> = corrections.iter().map(|(_, one)| one.set.as_str()).collect();
        sets.sort_unstable();
        sets.dedup();
        let Some((_, first)) = corrections.first() else { continue };
        let mut places = vec![at(&first.row, format!("the page says {} for {}", first.expect, first.field))];
        let ours = corrections.iter();
        places
            .extend(ours.map(|(message, one)| at(&one.origin, format!("{message} uses {}: {}", one.set, one.because))));
        let says = format!("The page says {} for {}; the spec uses {}.", first.expect, first.field, sets.join(" and "));
        found.push(Found::new(key, says, places));
    }
}

/// Parameters that no table of their message has.
fn additions(gateway: &Gateway, found: &mut Vec<Found>) {
    let mut added: BTreeMap<String, Vec<(&str, &Origin)>> = BTreeMap::new();
    for (message, name, field) in fields(gateway).filter(|(_, _, field)| !field.origin.source.contains('#')) {
        added.entry(name).or_default().push((message, &field.origin));
    }
    for (name, messages) in added {
        let ids: Vec<&str> = messages.iter().map(|(id, _)| *id).collect();
        let says = format!("No table of {} has {name}; the spec adds it.", ids.join(", "));
        let places = messages.iter().map(|(id, origin)| at(origin, format!("{id} adds {name}"))).collect();
        found.push(Found::new(format!("added {name}: {}", ids.join(", ")), says, places));
    }
}

/// Codes that the documented type has no room for.
fn codes(gateway: &Gateway, found: &mut Vec<Found>) {
    let mut odd: BTreeMap<String, (String, Vec<Place>)> = BTreeMap::new();
    for (message, name, field) in fields(gateway) {
        let Type::Code { list, only } = &field.ty else { continue };
        if matches!(field.from, From::Fixed(_)) {
            continue;
        }
        let codes = gateway.codes.iter().filter(|own| own.name == *list).flat_map(|own| &own.values);
        let codes: Vec<&str> = codes
            .map(|value| value.code.as_str())
            .filter(|code| only.as_ref().is_none_or(|only| only.iter().any(|own| own == code)))
            .filter(|code| !fits(code, &field.documented))
            .collect();
        if let [first, ..] = codes.as_slice() {
            let key = format!("codes {list}: {first} in {}", field.documented);
            let says = format!("{} has no room for codes of {list}: {}.", field.documented, codes.join(", "));
            let place = at(&field.origin, format!("{message}, {name}: {}", field.documented));
            odd.entry(key).or_insert_with(|| (says, Vec::new())).1.push(place);
        }
    }
    found.extend(odd.into_iter().map(|(key, (says, places))| Found::new(key, says, places)));
}

/// Limits that the spec states beside the documented type, and constants that don't fit it.
fn limits(gateway: &Gateway, found: &mut Vec<Found>) {
    let mut odd: BTreeMap<String, (String, Vec<Place>)> = BTreeMap::new();
    for (message, path, field) in fields(gateway) {
        let Some(documented) = size(&field.documented) else { continue };
        let ours = match (&field.from, &field.ty) {
            (From::Fixed(text), _) if !fits(text, &field.documented) => format!("`{text}`"),
            (From::Fixed(_), _) => continue,
            (_, Type::Text { max, .. } | Type::Url { max } | Type::Amount { max, .. }) if *max != Some(documented) => {
                max.map_or("no limit".into(), |max| max.to_string())
            }
            (_, Type::Integer { digits }) if *digits != documented.min(18) => digits.to_string(),
            _ => continue,
        };
        let name = format!("{}/{path}", table(gateway, &field.origin));
        let says = format!("{path} is {}, and the spec has {ours} for it.", field.documented);
        let place = at(&field.origin, format!("{message}, {path}: {}", field.documented));
        let key = format!("limit {name}: {ours} in {}", field.documented);
        odd.entry(key).or_insert_with(|| (says, Vec::new())).1.push(place);
    }
    found.extend(odd.into_iter().map(|(key, (says, places))| Found::new(key, says, places)));
}

/// Rules that ask for fewer items than the row allows, or for a value that the row can't hold.
fn rules(gateway: &Gateway, found: &mut Vec<Found>) {
    for operation in &gateway.operations {
        for rule in &operation.rules {
            for (field, relation, constant) in comparisons(&rule.then) {
                let Some(own) = operation.fields.iter().find(|own| own.name == *field.name()) else { continue };
                let (what, says) = match (&field, &own.ty, &constant) {
                    (
                        Side::Count(_),
                        Type::DayList { max } | Type::List { max: Some(max), .. },
                        Constant::Number(count),
                    ) if narrows(relation) && count < &u64::from(*max) => {
                        let when = rule.when.as_ref().map(|when| format!(" when {when}")).unwrap_or_default();
                        let says = format!(
                            "The row of {} allows {max} items; the rule {} allows {count}{when}.",
                            own.name, rule.id
                        );
                        (format!("{count} of {max}"), says)
                    }
                    (Side::Field(_), Type::Text { .. } | Type::Integer { .. } | Type::Amount { .. }, _)
                        if !is_sendable(gateway, own, &constant.text()) =>
                    {
                        let says = format!(
                            "The rule {} compares {} with {}, which its type {} can't hold.",
                            rule.id,
                            own.name,
                            constant.text(),
                            own.documented
                        );
                        (format!("{} in {}", constant.text(), own.documented), says)
                    }
                    _ => continue,
                };
                found.push(Found::new(
                    format!("rule {}.{} {}: {what}", operation.id, rule.id, own.name),
                    says,
                    vec![
                        at(&own.origin, format!("{}: {}", own.name, own.documented)),
                        at(&rule.origin, format!("{}: {}", rule.id, rule.because)),
                    ],
                ));
            }
        }
    }
}

enum Side<'a> {
    Field(&'a str),
    Count(&'a str),
}

impl Side<'_> {
    fn name(&self) -> &str {
        match self {
            Side::Field(name) | Side::Count(name) => name,
        }
    }
}

enum Constant<'a> {
    Number(u64),
    Text(&'a str),
}

impl Constant<'_> {
    fn text(&self) -> String {
        match self {
            Constant::Number(number) => number.to_string(),
            Constant::Text(text) => (*text).to_owned(),
        }
    }
}

/// Only upper bounds narrow what a row allows.
fn narrows(relation: Relation) -> bool {
    matches!(relation, Relation::Equal | Relation::Less | Relation::LessOrEqual)
}

fn comparisons(expr: &Expr) -> Vec<(Side<'_>, Relation, Constant<'_>)> {
    match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().flat_map(comparisons).collect(),
        Expr::Not(inner) => comparisons(inner),
        Expr::Present(_) | Expr::In(..) => Vec::new(),
        Expr::Compare(left, relation, right) => {
            let side = match left {
                Operand::Field(name) => Side::Field(name),
                Operand::Count(name) => Side::Count(name),
                Operand::Number(_) | Operand::Text(_) | Operand::Today => return Vec::new(),
            };
            let constant = match right {
                Operand::Number(number) => Constant::Number(*number),
                Operand::Text(text) => Constant::Text(text),
                Operand::Field(_) | Operand::Count(_) | Operand::Today => return Vec::new(),
            };
            vec![(side, *relation, constant)]
        }
    }
}

/// Every field with the id of its message and its whole path.
fn fields(gateway: &Gateway) -> impl Iterator<Item = (&str, String, &Field)> {
    let operations = gateway.operations.iter().map(|own| (own.id.as_str(), &own.fields));
    let inbound = gateway.inbound.iter().map(|own| (own.id.as_str(), &own.fields));
    operations
        .chain(inbound)
        .flat_map(|(id, fields)| every(fields).into_iter().map(move |(path, field)| (id, path, field)))
}

/// `recurring/post-transaction#request` of `faspay/recurring/post-transaction#request row 62`; the file of an addition.
fn table<'a>(gateway: &Gateway, origin: &'a Origin) -> &'a str {
    let inner = origin.source.strip_prefix(&gateway.id).and_then(|rest| rest.strip_prefix('/'));
    let inner = inner.unwrap_or(&origin.source);
    inner.split_once(" row ").map_or(inner, |(table, _)| table)
}

fn at(origin: &Origin, says: String) -> Place {
    Place { says, file: origin.file.clone(), line: origin.line }
}

/// The number in `Varchar(10)`.
fn size(documented: &str) -> Option<u32> {
    documented.strip_suffix(')')?.split_once('(')?.1.parse().ok()
}

/// Whether a documented type has room for a text. A type that says nothing has.
pub(super) fn fits(text: &str, documented: &str) -> bool {
    let room = size(documented).is_none_or(|size| u32::try_from(text.chars().count()).is_ok_and(|count| count <= size));
    let kind = documented.split('(').next().unwrap_or_default().trim().to_ascii_lowercase();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let decimal = digits.split_once('.').is_some_and(|(whole, fraction)| {
        [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    });
    let readable = match kind.as_str() {
        // With a size, digits are meant: the readings that send a point there are what the ledger is for.
        "numeric" if size(documented).is_some() => is_number,
        "numeric" => is_number || decimal,
        "integer" => is_number,
        _ => true,
    };
    room && readable
}
