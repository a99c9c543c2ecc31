//! What the maintainer is told when a page changes, tried on hundreds of changed copies of the stripped pages: every change is
//! reported as what it is, among changed wording and markup that is never reported. The facts are edited and printed by
//! code of this test's own; the readers and the comparison are those of `cargo xtask diff`.

mod edit;
mod fixture;

use std::collections::BTreeMap;
use std::path::Path;

use faspay_spec::page::{Page, Table};
use faspay_spec::{Folder, diff, load_pages};
use rand::prelude::*;
use rand::rngs::StdRng;
use xtask::ingest;

use edit::{Edits, Reported};
use fixture::{FIXTURES, Fixture, Form};

/// Copies of each fixture.
const COPIES: u64 = 250;

fn committed(gateway: &str, id: &str) -> Page {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec").join(gateway);
    let pages = load_pages(&Folder::read(&folder).unwrap()).unwrap();
    pages.into_iter().find(|page| page.id == id).unwrap()
}

fn read(text: &str) -> ingest::Read {
    ingest::read(text).unwrap_or_else(|findings| panic!("{}\n{text}", findings.render("page", text)))
}

/// The report on a page, sorted.
fn reported(committed: &[Table], text: &str) -> (Vec<Reported>, Vec<diff::Change>) {
    let changes = diff::compare(committed, &read(text).tables).changes;
    let lines = changes.iter().cloned();
    let mut lines: Vec<Reported> = lines.map(|one| (one.table, one.field, one.kind.id(), one.from, one.to)).collect();
    lines.sort();
    (lines, changes)
}

#[test]
fn every_change_is_reported_as_what_it_is_and_nothing_else() {
    let mut kinds: BTreeMap<(Form, &str), usize> = BTreeMap::new();
    let mut hints = 0;
    for (gateway, id, ending) in FIXTURES {
        let page = committed(gateway, id);
        let original = Fixture::load(gateway, id, ending);
        let ids: Vec<(String, usize)> = page.tables.iter().map(|table| (table.id.clone(), table.rows.len())).collect();
        for seed in 0..COPIES {
            let mut rng = StdRng::seed_from_u64(seed);
            let mut copy = original.clone();
            if copy.form == Form::Html && rng.random_bool(0.5) {
                copy.form = Form::Pipes;
            }
            let edits = Edits::draw(&mut copy, &ids, &mut rng);
            let text = copy.print(&mut rng);
            let (found, changes) = reported(&page.tables, &text);
            assert_eq!(found, edits.expected, "{id}, seed {seed}\n{text}");
            for (old, new) in &edits.renamed {
                let hinted = |name: &str, other: &str| {
                    changes.iter().any(|one| one.field.as_deref() == Some(name) && one.rename.as_deref() == Some(other))
                };
                assert!(hinted(old, new) && hinted(new, old), "{id}, seed {seed}: {old} to {new}");
                hints += 1;
            }
            let form = copy.form;
            *kinds.entry((form, "none")).or_default() += usize::from(found.is_empty());
            found.iter().for_each(|(_, _, kind, ..)| *kinds.entry((form, kind)).or_default() += 1);
        }
    }
    for form in [Form::Html, Form::Pipes, Form::Copied { numbered: false }, Form::Copied { numbered: true }] {
        for kind in
            ["none", "field-added", "field-removed", "type", "length", "presence", "table-added", "table-removed"]
        {
            assert!(kinds.get(&(form, kind)) >= Some(&10), "{form:?}, {kind}: {:?}", kinds.get(&(form, kind)));
        }
    }
    assert!(hints > 100, "{hints}");
}

/// A page that can't be read with certainty is refused, at the place of what can't be read.
#[test]
fn what_can_not_be_read_is_refused_at_its_place() {
    let mut refused = 0;
    for (gateway, id, ending) in FIXTURES {
        let original = Fixture::load(gateway, id, ending);
        for seed in 0..40 {
            for slip in [Slip::SentenceForType, Slip::OtherLetter, Slip::NewColumn, Slip::NoHeader, Slip::MergedCell] {
                let mut rng = StdRng::seed_from_u64(seed);
                let mut copy = original.clone();
                if copy.form == Form::Html && rng.random_bool(0.5) {
                    copy.form = Form::Pipes;
                }
                let form = copy.form;
                let Some((text, at)) = slip.make(copy, &mut rng) else { continue };
                let (line, column) = position(&text, at);
                let Err(findings) = ingest::read(&text) else { panic!("{id}, seed {seed}, {slip:?} is read\n{text}") };
                let named = findings.problems.iter().map(|problem| position(&text, problem.at));
                // A copied page has no cells: what is left of the row gives the slip away.
                let near = |found: (usize, usize)| match form {
                    Form::Copied { .. } => found.0.abs_diff(line) <= 8,
                    _ => found == (line, column),
                };
                let rendered = findings.clone().render("page", &text);
                assert!(
                    named.clone().any(near),
                    "{id}, seed {seed}, {slip:?}: {line}:{column} isn't named in\n{rendered}\n{text}"
                );
                refused += 1;
            }
        }
    }
    assert!(refused > 400, "{refused}");
}

/// What makes a page unreadable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    SentenceForType,
    OtherLetter,
    NewColumn,
    NoHeader,
    MergedCell,
}

impl Slip {
    /// The page with the slip and its place; `None` where the form of the page can't have it.
    fn make(self, mut page: Fixture, rng: &mut StdRng) -> Option<(String, usize)> {
        const SENTENCE: &str = "any of the values that are listed below.";
        let table = rng.random_range(0..page.tables.len());
        let row = rng.random_range(0..page.tables[table].rows.len());
        let entry = &mut page.tables[table].rows[row];
        match self {
            Self::SentenceForType => entry.ty = SENTENCE.into(),
            Self::OtherLetter => entry.presence = 'X',
            _ => {}
        }
        let text = page.print(rng);
        let markup = page.form == Form::Html;
        match self {
            Self::SentenceForType => {
                let at = text.find(SENTENCE)?;
                Some((text, at))
            }
            Self::OtherLetter if matches!(page.form, Form::Copied { .. }) => {
                let at = text.find("\nX\n")? + 1;
                Some((text, at))
            }
            Self::OtherLetter => {
                let at = text.find(if markup { ">X<" } else { "| X " })? + if markup { 1 } else { 2 };
                Some((text, at))
            }
            Self::NewColumn if matches!(page.form, Form::Copied { .. }) => {
                let at = text.find("Description\n")?;
                Some((format!("{}Format\n{}", &text[..at], &text[at..]), at))
            }
            Self::NewColumn if markup => {
                let head = text.find(">Parameter<").or(text.find("Parameter</strong>"))?;
                let at = head + text[head..].find("</tr>")?;
                let text = format!("{}<th>Format</th>{}", &text[..at], &text[at..]);
                Some((text, at + "<th>".len()))
            }
            Self::NewColumn => {
                let at = text.find("Description |\n")?;
                let text = format!("{}Format | {}", &text[..at], &text[at..]);
                let dashes = at + text[at..].find("\n|")? + 1;
                let text = format!("{}|---{}", &text[..dashes], &text[dashes..]);
                Some((text, at))
            }
            Self::NoHeader if markup => {
                let at = text.find("<thead>").filter(|_| text.matches("<thead>").count() == page.tables.len())?;
                let behind = at + text[at..].find("</thead>")? + "</thead>".len();
                let table = text[..at].rfind("<table>")?;
                Some((format!("{}{}", &text[..at], &text[behind..]), table))
            }
            Self::NoHeader => None,
            Self::MergedCell if markup => {
                let head = text.find(">Parameter<").or(text.find("Parameter</strong>"))?;
                let at = head + text[head..].find("<td>")?;
                let merged = "<td colspan=\"2\">";
                Some((text[..at].to_owned() + merged + &text[at + "<td>".len()..], at + merged.len()))
            }
            Self::MergedCell => None,
        }
    }
}

/// The line and the column of a byte, both from 1; the column counts characters.
fn position(text: &str, at: usize) -> (usize, usize) {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    (text[..at].matches('\n').count() + 1, text[start..at].chars().count() + 1)
}
