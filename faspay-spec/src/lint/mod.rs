//! Everything that can be wrong with a gateway's spec, in one report: mistakes in the files, corrections that have gone
//! stale, contradictions that the ledger doesn't explain, signatures whose weaknesses nobody has owned up to.
//! `cargo xtask lint` prints it and writes the [`documents`] that are made of it.

pub mod documents;
mod ledger;
mod pages;
mod paths;
mod recipes;
mod sample;
mod text;

use crate::load::{Folder, load};
use crate::model::{Basis, Gateway};
use crate::page::Row;
use crate::report::Report;
use crate::signatures::{self, Analysis};

/// The kinds of contradiction that are found without anybody's help: the first words of keys.
pub const KINDS: [&str; 10] =
    ["added", "codes", "correction", "limit", "presence", "rule", "sample", "twice", "type", "vector"];

/// What lint has to say about one gateway.
#[derive(Debug, Clone)]
pub struct Lint {
    /// The gateway's folder.
    pub gateway: String,
    /// The mistakes of a folder that doesn't load, or else what its model shows.
    pub outcome: Result<Box<Findings>, Report>,
}

/// What the model of a gateway shows.
#[derive(Debug, Clone)]
pub struct Findings {
    /// The model itself.
    pub model: Gateway,
    /// Contradictions that were found, in the order of their keys.
    pub contradictions: Vec<Found>,
    /// Keys in the ledger that match nothing any more.
    pub stale: Vec<Stale>,
    /// What its signatures can't prove.
    pub signatures: Analysis,
}

/// A contradiction that lint has found by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Stable name, with the values that contradict each other: when one changes, so does the key.
    pub key: String,
    /// The contradiction in a sentence.
    pub says: String,
    /// Where each side is written.
    pub places: Vec<Place>,
    /// Ids of the ledger's entries about it. None: unresolved.
    pub entries: Vec<String>,
}

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it says there.
    pub says: String,
    /// File, relative to the folder that holds the gateways.
    pub file: String,
    /// Line, from 1; 0 for the whole file.
    pub line: u32,
}

/// A key of the ledger that matches nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Id of the entry.
    pub entry: String,
    /// The key.
    pub key: String,
    /// Line in `contradictions.yaml`, from 1.
    pub line: u32,
}

/// Checks one gateway's folder.
pub fn lint(folder: &Folder) -> Lint {
    let name = folder.paths().next().and_then(|path| path.split_once('/')).map_or("", |(name, _)| name);
    let outcome = load(folder).map(|model| Box::new(findings(model)));
    Lint { gateway: name.to_owned(), outcome }
}

fn findings(model: Gateway) -> Findings {
    let signatures = signatures::analyse(&model);
    let mut found = pages::find(&model);
    found.extend(recipes::find(&model));
    found.extend(sample::find(&model));
    found.sort_by(|a, b| a.key.cmp(&b.key));
    let stale = ledger::resolve(&model.contradictions, &mut found);
    Findings { model, contradictions: found, stale, signatures }
}

impl Lint {
    /// Whether nothing fails.
    pub fn is_clean(&self) -> bool {
        self.outcome.as_ref().is_ok_and(|findings| findings.is_clean())
    }
}

impl Findings {
    /// What no document has: tables of pages, or single rows of them, with the word for how well they are known.
    pub fn undocumented(&self) -> Vec<(String, &'static str)> {
        let word = |row: &Row| documents::basis(row.basis.unwrap_or(Basis::Documented));
        let mut found = Vec::new();
        for (page, table) in self.model.pages.iter().flat_map(|page| page.tables.iter().map(move |table| (page, table)))
        {
            let name = format!("{}#{}", page.id, table.id);
            let odd: Vec<&Row> = table.rows.iter().filter(|row| word(row) != "documented").collect();
            match odd.first() {
                Some(first) if odd.len() == table.rows.len() && odd.iter().all(|row| word(row) == word(first)) => {
                    found.push((name, word(first)));
                }
                _ => found.extend(odd.iter().map(|row| (format!("{name} {}", row.name), word(row)))),
            }
        }
        found
    }

    /// Whether nothing fails.
    pub fn is_clean(&self) -> bool {
        self.unresolved().next().is_none() && self.stale.is_empty() && self.signatures.is_clean()
    }

    /// Contradictions that no entry of the ledger is about.
    pub fn unresolved(&self) -> impl Iterator<Item = &Found> {
        self.contradictions.iter().filter(|found| found.entries.is_empty())
    }
}

impl Found {
    fn new(key: String, says: String, places: Vec<Place>) -> Self {
        Self { key, says, places, entries: Vec::new() }
    }
}
