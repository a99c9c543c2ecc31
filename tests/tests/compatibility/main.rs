//! The contract of `docs/compatibility.md`, row by row: each example is put into a small spec and judged, and what the row
//! says of source and validation is held against the compiler and the interpreter. A few changes of the real spec follow.

mod measure;
mod program;
mod spec;

use std::collections::BTreeSet;
use std::path::Path;

use faspay_spec::diff::{CONTRACT, Judged, Source};
use faspay_spec::model::Gateway;
use faspay_spec::page::{Page, Row, Table};
use faspay_spec::{Folder, load, load_pages};

use measure::{Crate, Pair};
use spec::{Example, Giver};

/// A row of the document.
#[derive(Debug)]
struct Line {
    case: String,
    giver: String,
    examples: Vec<(String, String)>,
    /// running code, source, validation, impact, step, what it means
    words: Vec<String>,
}

fn document() -> Vec<Line> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/compatibility.md");
    let text = std::fs::read_to_string(file).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [case, message, giver, examples, words @ ..] = cells.as_slice() else { panic!("{line}") };
        let side = |text: &str| text.trim().trim_matches('`').to_owned();
        let examples = examples.split(';').map(|one| one.split_once('→').unwrap_or_else(|| panic!("{one}")));
        Line {
            case: side(case),
            giver: format!("{message}: {giver}"),
            examples: examples.map(|(from, to)| (side(from), side(to))).collect(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        }
    })
    .collect()
}

fn giver(line: &Line) -> Option<Giver> {
    Some(match line.giver.as_str() {
        "request: caller" => Giver::Caller,
        "request: caller, the first optional one" => Giver::FirstOptional,
        "request: caller, under a stated condition" => Giver::Condition,
        "request: caller, secret" => Giver::Secret,
        "request: caller, type stated by the spec" => Giver::Stated,
        "request: library" => Giver::Library,
        "request: library, a fixed text" => Giver::Fixed,
        "request: nobody" => Giver::Nobody,
        "response: gateway" => Giver::Gateway,
        "request: –" | "–: –" => return None,
        other => panic!("{other}"),
    })
}

#[test]
fn the_document_and_the_classifier_have_the_same_rows() {
    let written: Vec<(String, Vec<String>)> = document().into_iter().map(|line| (line.case, line.words)).collect();
    let coded: Vec<(String, Vec<String>)> = CONTRACT
        .iter()
        .map(|case| {
            let words = [
                case.running.word(),
                case.source.word(),
                case.validation.word(),
                case.impact.word(),
                case.step.word(),
                case.means,
            ];
            (case.id.to_owned(), words.map(str::to_owned).to_vec())
        })
        .collect();
    assert_eq!(written, coded);
}

#[test]
fn every_example_of_the_document_is_judged_as_its_row_says() {
    let mut judged = 0;
    for line in document() {
        let Some(giver) = giver(&line) else { continue };
        for (from, to) in &line.examples {
            let example = Example { giver, before: spec::row(from), after: spec::row(to) };
            let found = example.judged();
            let about: Vec<(Option<&str>, &str)> =
                found.iter().map(|one| (one.change.field.as_deref(), one.case.id)).collect();
            assert_eq!(about, [(Some("probe"), line.case.as_str())], "{from} → {to}");
            let one = &found[0];
            assert!(one.effect.starts_with(one.case.means), "{}", one.effect);
            let reached = match giver {
                Giver::Nobody => vec![],
                Giver::Gateway => vec!["acme.window.paid"],
                _ => vec!["acme.window.pay"],
            };
            assert_eq!(one.messages, reached, "{from} → {to}");
            judged += 1;
        }
    }
    assert_eq!(judged, 55);
}

#[test]
fn tables_come_and_go_as_their_rows_say() {
    let (folder, page) = spec::folder(&Example { giver: Giver::Caller, before: None, after: None });
    let spare = Table { id: "codes".into(), rows: page.tables[0].rows[..1].to_vec() };
    let mut with_spare = page.clone();
    with_spare.tables.push(spare);
    let ids = |found: Vec<Judged>| -> Vec<(String, &'static str)> {
        found.into_iter().map(|one| (one.change.table, one.case.id)).collect()
    };
    let judge = |page: &Page, now: &[Table]| ids(xtask::diff::judge(&folder, "acme", page, now).changes);
    assert_eq!(judge(&page, &with_spare.tables), [("codes".to_owned(), "table-added")]);
    assert_eq!(judge(&with_spare, &page.tables), [("codes".to_owned(), "table-removed-unused")]);
    assert_eq!(judge(&page, &page.tables[1..]), [("request".to_owned(), "table-removed")]);
    assert_eq!(judge(&page, &page.tables[..1]), [("response".to_owned(), "table-removed")]);
}

#[test]
fn an_adopted_correction_is_no_change_for_anybody() {
    let folder = faspay();
    let page = page(&folder, "recurring/post-transaction");
    let mut now = page.tables.clone();
    row(&mut now, "request", "recurring_signature").ty = "Varchar(40)".into();
    row(&mut now, "request", "recurring_perriod_at").name = "recurring_period_at".into();
    let found = xtask::diff::judge(&folder, "faspay", &page, &now).changes;
    let about: Vec<_> = found
        .iter()
        .map(|one| {
            (one.change.field.as_deref().unwrap(), one.change.kind.id(), one.case.id, one.change.rename.as_deref())
        })
        .collect();
    assert_eq!(
        about,
        [
            ("recurring_perriod_at", "field-removed", "stated", Some("recurring_period_at")),
            ("recurring_signature", "length", "filled-changed", None),
            ("recurring_period_at", "field-added", "stated", Some("recurring_perriod_at")),
        ]
    );
}

#[test]
fn without_a_model_the_tables_names_tell() {
    let (folder, page) = spec::folder(&Example { giver: Giver::Caller, before: None, after: None });
    let bare = Folder::of([("acme/pages/pay.yaml".to_owned(), xtask::yaml::page(&page).into_bytes())]);
    assert!(load(&bare).is_err() && load(&folder).is_ok());
    let mut now = page.tables.clone();
    row(&mut now, "request", "order").ty = "Varchar(60)".into();
    row(&mut now, "response", "order").ty = "Varchar(60)".into();
    let found = xtask::diff::judge(&bare, "acme", &page, &now);
    let about: Vec<_> = found.changes.iter().map(|one| one.case.id).collect();
    assert_eq!(about, ["request-length-loosened", "response-length-loosened"]);
    assert!(found.note.unwrap().contains("no gateway.yaml"));
}

/// What is predicted of source and validation, for every example and for changes of the real spec, against what the compiler
/// and the interpreter find.
#[test]
fn what_is_predicted_is_what_is_measured() {
    let mut pairs = Vec::new();
    for line in document() {
        let Some(giver) = giver(&line) else { continue };
        for (number, (from, to)) in line.examples.iter().enumerate() {
            let example = Example { giver, before: spec::row(from), after: spec::row(to) };
            let case = example.judged()[0].case;
            if case.id == "type-unknown" {
                assert!(example.model(false).is_err(), "{from} → {to} can be generated without a word from a person");
                continue;
            }
            let (before, after) = (example.model(true), example.model(false));
            let (before, after) = (before.unwrap(), after.unwrap_or_else(|report| panic!("{from} → {to}\n{report}")));
            let measured = measure::validation(giver, &before, &after);
            assert_eq!(measured, case.validation, "validation of {}: {from} → {to}", case.id);
            pairs.push(Pair {
                name: format!("{}_{number}", case.id.replace('-', "_")),
                before,
                after,
                source: case.source,
            });
        }
    }
    pairs.extend(real_changes());
    let measured = Crate::check(&pairs);
    let mut disagreements = Vec::new();
    for pair in &pairs {
        let found = measured.source(&pair.name);
        if found != pair.source {
            disagreements.push(format!("{}: predicted {}, measured {found}", pair.name, pair.source));
        }
    }
    assert_eq!(disagreements, Vec::<String>::new());
    let kinds: BTreeSet<Source> = pairs.iter().map(|pair| pair.source).collect();
    assert_eq!((pairs.len(), kinds.len()), (58, 3));
}

/// Changes of Faspay's own pages that load without a word from a person.
fn real_changes() -> Vec<Pair> {
    type Edit = fn(&mut Vec<Table>);
    let edits: [(&str, &str, Edit); 5] = [
        ("optional_name", "recurring/post-transaction", |now| {
            row(now, "request", "custname").presence = faspay_spec::page::Flag::Optional;
        }),
        ("short_name", "recurring/post-transaction", |now| {
            row(now, "request", "custname").ty = "Varchar(60)".into();
            row(now, "request", "member_id").ty = "Varchar(80)".into();
        }),
        ("new_parameter", "recurring/update-card", |now| {
            let new = Row { name: "loyalty_no".into(), ..row(now, "request", "member_name").clone() };
            let new = Row { presence: faspay_spec::page::Flag::Optional, ..new };
            now.iter_mut().find(|table| table.id == "request").unwrap().rows.push(new);
        }),
        ("reply_without_a_reference", "recurring/post-transaction", |now| {
            let table = now.iter_mut().find(|table| table.id == "response").unwrap();
            table.rows.retain(|row| row.name != "custname");
        }),
        ("numeric_reference", "recurring/post-transaction", |now| {
            row(now, "request", "mref1").ty = "Numeric(10)".into();
        }),
    ];
    let folder = faspay();
    edits
        .into_iter()
        .map(|(name, id, edit)| {
            let page = page(&folder, id);
            let mut now = page.tables.clone();
            edit(&mut now);
            let judged = xtask::diff::judge(&folder, "faspay", &page, &now).changes;
            let source = judged.iter().map(|one| one.case.source).min().unwrap();
            let changed = xtask::yaml::page(&Page { tables: now, ..page });
            let changed = folder.clone().with(&format!("faspay/pages/{id}.yaml"), changed.into_bytes());
            let model = |folder| -> Gateway { load(folder).unwrap_or_else(|report| panic!("{name}: {report}")) };
            Pair { name: name.to_owned(), before: model(&folder), after: model(&changed), source }
        })
        .collect()
}

fn faspay() -> Folder {
    Folder::of(faspay_tables::files("faspay").unwrap())
}

fn page(folder: &Folder, id: &str) -> Page {
    load_pages(folder).unwrap().into_iter().find(|page| page.id == id).unwrap()
}

fn row<'a>(tables: &'a mut [Table], table: &str, name: &str) -> &'a mut Row {
    let table = tables.iter_mut().find(|own| own.id == table).unwrap();
    table.rows.iter_mut().find(|row| row.name == name).unwrap()
}
