//! `cargo xtask lint`: checks every gateway folder below `spec/` and the documents that are made of them. The findings
//! come from `faspay_spec::lint`; here they only meet the disk. The command line calls [`run`], tests call [`check`] on a
//! folder of their own.

mod json;

use std::fs;
use std::path::{Path, PathBuf};

use faspay_spec::Folder;
use faspay_spec::lint::{Findings, Lint, documents, lint};

use crate::Outcome;
use crate::place::Changes;

/// What makes a document of all gateways' findings.
pub(crate) type Make = fn(&[&Findings]) -> String;

/// The documents that are made of the spec, relative to the project's root.
pub(crate) const DOCUMENTS: [(&str, Make); 2] =
    [("docs/contradictions.md", documents::contradictions), ("docs/signatures.md", documents::signatures)];

/// The command that brings them up to date.
const CURE: &str = "cargo xtask lint --write";

/// Checks the whole spec.
#[derive(clap::Args)]
pub struct Arguments {
    /// How to print the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write docs/contradictions.md and docs/signatures.md
    #[arg(long)]
    write: bool,
}

/// How a report is printed.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: always the same keys.
    Json,
}

/// What became of a document.
struct Document {
    path: &'static str,
    state: Freshness,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Freshness {
    UpToDate,
    Stale,
    Missing,
    Written,
    /// A gateway doesn't load, so nobody knows what should be in it.
    Unknown,
}

/// Runs the command on the project's folder.
pub fn run(arguments: &Arguments) -> Outcome {
    match crate::root::find() {
        Ok(root) => check(&root, arguments.format, arguments.write),
        Err(reason) => Outcome::refused(reason),
    }
}

/// Checks the spec of the project in this folder: status 0 when there is nothing to do, 1 when there is, 2 when it can't be
/// told.
pub fn check(root: &Path, format: Format, write: bool) -> Outcome {
    report(root, format, write).unwrap_or_else(Outcome::refused)
}

fn report(root: &Path, format: Format, write: bool) -> Result<Outcome, String> {
    let mut reports = Vec::new();
    for folder in gateways(root)? {
        let files = Folder::read(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        reports.push(lint(&files));
    }
    if reports.is_empty() {
        return Err("No folder below spec/ has a gateway.yaml.".into());
    }
    let findings: Option<Vec<&Findings>> =
        reports.iter().map(|report| report.outcome.as_ref().ok().map(Box::as_ref)).collect();
    let mut documents = Vec::new();
    for (path, make) in DOCUMENTS {
        let state = match &findings {
            Some(findings) => document(root, path, &make(findings), write)?,
            None => Freshness::Unknown,
        };
        documents.push(Document { path, state });
    }
    let current = |own: &Document| matches!(own.state, Freshness::UpToDate | Freshness::Written);
    let clean = reports.iter().all(Lint::is_clean) && documents.iter().all(current);
    let output = match format {
        Format::Text => text(&reports, &documents, clean),
        Format::Json => json::report(&reports, &documents, clean),
    };
    Ok(Outcome { output, notes: unchecked(root)?, status: u8::from(!clean) })
}

/// The folders below `spec/` that describe a gateway, by name.
pub(crate) fn gateways(root: &Path) -> Result<Vec<PathBuf>, String> {
    let problem = |error: std::io::Error| format!("spec: {error}");
    let mut folders = Vec::new();
    for entry in fs::read_dir(root.join("spec")).map_err(problem)? {
        let folder = entry.map_err(problem)?.path();
        if folder.join("gateway.yaml").is_file() {
            folders.push(folder);
        }
    }
    folders.sort();
    Ok(folders)
}

/// Compares a document with what the spec makes of it, or writes it.
fn document(root: &Path, name: &str, wanted: &str, write: bool) -> Result<Freshness, String> {
    let path = root.join(name);
    let problem = |error: std::io::Error| format!("{name}: {error}");
    let now = match fs::read_to_string(&path) {
        Ok(now) => Some(now),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(problem(error)),
    };
    match now {
        Some(now) if now == wanted => Ok(Freshness::UpToDate),
        _ if write => {
            let mut changes = Changes::default();
            changes.write(name, wanted);
            changes.place(root)?;
            Ok(Freshness::Written)
        }
        Some(_) => Ok(Freshness::Stale),
        None => Ok(Freshness::Missing),
    }
}

fn text(reports: &[Lint], documents: &[Document], clean: bool) -> String {
    let mut output: String = reports.iter().map(|report| format!("{report}\n")).collect();
    for Document { path, state } in documents {
        output += &match state {
            Freshness::UpToDate => format!("{path} is up to date\n"),
            Freshness::Written => format!("{path} written\n"),
            Freshness::Stale => format!("{path} is stale: run `{CURE}` and commit what it changes\n"),
            Freshness::Missing => format!("{path} is missing: run `{CURE}` and commit it\n"),
            Freshness::Unknown => format!("{path} wasn't compared\n"),
        };
    }
    output += if clean { "lint: clean\n" } else { "lint: there is something to do\n" };
    output
}

/// A note about each folder that has pages and nothing that says what they mean.
pub(crate) fn unchecked(root: &Path) -> Result<String, String> {
    let entries = fs::read_dir(root.join("spec")).map_err(|error| format!("spec: {error}"))?;
    let bare = entries.flatten().filter(|entry| {
        let folder = entry.path();
        folder.join("pages").is_dir() && !folder.join("gateway.yaml").is_file()
    });
    let mut names: Vec<String> = bare.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let note = |name: &String| format!("spec/{name} has no gateway.yaml: its pages aren't checked\n");
    Ok(names.iter().map(note).collect())
}
