//! Reads `pages/**/*.yaml`: what documentation pages say, row by row, with the place of every row.

use crate::decode::{Faults, Fields, Word, entries, text};
use crate::model::Basis;
use crate::page::{Flag, Page, Row, Sample, SampleValue, Source, Table};
use crate::report::At;
use crate::yaml::{Node, Value};

/// A page with the places of its rows, table by table.
pub(super) struct LoadedPage {
    pub page: Page,
    pub rows: Vec<Vec<At>>,
    pub file: String,
}

pub(super) const FLAGS: [(&str, Flag); 3] = [("M", Flag::Mandatory), ("O", Flag::Optional), ("C", Flag::Conditional)];

pub(super) const BASES: [(&str, Basis); 4] = [
    ("documented", Basis::Documented),
    ("sampled", Basis::Sampled),
    ("inferred", Basis::Inferred),
    ("partial", Basis::Partial),
];

pub(super) fn read(node: &Node, faults: &Faults) -> Option<LoadedPage> {
    let fields = Fields::of(node, "a page", &["page", "title", "source", "tables", "samples"], faults)?;
    let id = fields.need("page");
    let title = fields.need("title");
    let source = fields.get("source").map_or_else(
        || {
            fields.missing("source");
            None
        },
        |node| source(node, faults),
    );
    let (mut tables, mut rows) = (Vec::new(), Vec::new());
    for node in fields.list("tables") {
        if let Some((table, places)) = table(node, source.as_ref(), faults) {
            tables.push(table);
            rows.push(places);
        }
    }
    let samples = fields.list("samples").iter().filter_map(|node| sample(node, faults)).collect();
    Some(LoadedPage {
        page: Page { id: id?.text, title: title?.text, source: source?, tables, samples },
        rows,
        file: node.at.file.path.clone(),
    })
}

fn source(node: &Node, faults: &Faults) -> Option<Source> {
    let fields = Fields::of(node, "a page's source", &["path", "captured", "sha256", "manual"], faults)?;
    if let Some(manual) = fields.text("manual") {
        return Some(Source::Manual(manual.text));
    }
    let (captured, sha256) = (fields.need("captured")?, fields.need("sha256")?);
    if sha256.text.len() != 64 || !sha256.text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
        faults.add(&sha256.at, "this isn't a SHA-256", "64 lower-case hexadecimal digits");
    }
    Some(Source::Document {
        path: fields.text("path").map(|word| word.text),
        captured: captured.text,
        sha256: sha256.text,
    })
}

fn table(node: &Node, source: Option<&Source>, faults: &Faults) -> Option<(Table, Vec<At>)> {
    let fields = Fields::of(node, "a table", &["id", "basis", "rows"], faults)?;
    let id = fields.need("id")?;
    let basis = basis(&fields, source, faults);
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    for node in fields.list("rows") {
        if let Some(row) = row(node, source, faults) {
            rows.push(Row { basis: row.basis.or(basis), ..row });
            places.push(node.at.clone());
        }
    }
    Some((Table { id: id.text, rows }, places))
}

/// How well a table or a row is known. What was read from a document is documented, whoever says otherwise.
fn basis(fields: &Fields<'_>, source: Option<&Source>, faults: &Faults) -> Option<Basis> {
    let basis = fields.choice("basis", &BASES);
    if let (Some(Source::Document { .. }), Some((key, _))) = (source, fields.entry("basis")) {
        faults.add(&key.at, "a document has this, so it is documented", "`basis` on pages with `source: {manual: …}`");
    }
    basis
}

fn row(node: &Node, source: Option<&Source>, faults: &Faults) -> Option<Row> {
    let fields = Fields::of(node, "a row", &["name", "type", "presence", "coded", "min", "max", "basis"], faults)?;
    let name = fields.need("name")?;
    if fields.get("presence").is_none() {
        fields.missing("presence");
    }
    // Reported where it can't be read; a missing row would make more mistakes of it.
    let presence = fields.choice("presence", &FLAGS).unwrap_or(Flag::Optional);
    Some(Row {
        name: name.text,
        ty: fields.text("type").map(|word| word.text).unwrap_or_default(),
        presence,
        coded: fields.flag("coded"),
        min: fields.number("min"),
        max: fields.number("max"),
        basis: basis(&fields, source, faults),
        line: node.at.line(),
    })
}

fn sample(node: &Node, faults: &Faults) -> Option<Sample> {
    let fields = Fields::of(node, "a sample", &["id", "action", "pairs"], faults)?;
    let id: Word = fields.need("id")?;
    let pairs = fields.list("pairs").iter().filter_map(|pair| match &pair.value {
        Value::List(items) if items.len() == 2 => {
            Some((text(&items[0], "a sample's key", faults)?.text, value(&items[1], faults)?))
        }
        _ => {
            faults.add(&pair.at, "this isn't a pair", "a key and its value: [KEY, value]");
            None
        }
    });
    Some(Sample { id: id.text, pairs: pairs.collect(), action: fields.text("action").map(|word| word.text) })
}

fn value(node: &Node, faults: &Faults) -> Option<SampleValue> {
    if let Value::Text(text) = &node.value {
        return Some(SampleValue::Text(text.clone()));
    }
    let map = entries(node, "a sample's value", faults)?;
    let [(key, inner)] = map.as_slice() else {
        faults.add(&node.at, "a computed value has one key", "one of {now: …}, {join: […]}, {sha1: …}, {md5: …}");
        return None;
    };
    match key.text.as_str() {
        "now" => Some(SampleValue::Now(text(inner, "`now`", faults)?.text)),
        "sha1" => Some(SampleValue::Sha1(Box::new(value(inner, faults)?))),
        "md5" => Some(SampleValue::Md5(Box::new(value(inner, faults)?))),
        "join" => {
            let Value::List(items) = &inner.value else {
                faults.add(&inner.at, "`join` isn't a list", "a list of values");
                return None;
            };
            Some(SampleValue::Join(items.iter().filter_map(|item| value(item, faults)).collect()))
        }
        _ => {
            faults.add(&key.at, format!("a sample has no computation `{}`", key.text), "now, join, sha1 or md5");
            None
        }
    }
}
