//! `cargo xtask lint`: checks every gateway folder below `spec/` and the page that is made of the ledgers. The findings
//! come from `faspay_spec::lint`; here they only meet the disk. `main` calls [`run`].

mod json;

use std::fs;
use std::path::{Path, PathBuf};

use faspay_spec::Folder;
use faspay_spec::lint::{Lint, lint, page};

use crate::Outcome;

/// The page that is made of the ledgers, relative to the project's root.
const PAGE: &str = "docs/contradictions.md";

/// The command that brings it up to date.
const CURE: &str = "cargo xtask lint --write";

/// Checks the whole spec.
#[derive(clap::Args)]
pub struct Arguments {
    /// How to print the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write docs/contradictions.md
    #[arg(long)]
    write: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What became of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Document {
    UpToDate,
    Stale,
    Missing,
    Written,
    /// A gateway doesn't load, so nobody knows what should be in it.
    Unknown,
}

/// Runs the command on the project's folder.
pub fn run(arguments: &Arguments) -> Outcome {
    match crate::root::find().and_then(|root| check(&root, arguments)) {
        Ok(outcome) => outcome,
        Err(reason) => Outcome::refused(reason),
    }
}

fn check(root: &Path, arguments: &Arguments) -> Result<Outcome, String> {
    let mut reports = Vec::new();
    for folder in gateways(root)? {
        let files = Folder::read(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        reports.push(lint(&files));
    }
    if reports.is_empty() {
        return Err("No folder below spec/ has a gateway.yaml.".into());
    }
    let document = document(root, &reports, arguments.write)?;
    let clean = reports.iter().all(Lint::is_clean) && matches!(document, Document::UpToDate | Document::Written);
    let output = match arguments.format {
        Format::Text => text(&reports, document, clean),
        Format::Json => json::report(&reports, document, clean),
    };
    Ok(Outcome { output, status: u8::from(!clean), ..Outcome::default() })
}

/// The folders below `spec/` that describe a gateway, by name.
fn gateways(root: &Path) -> Result<Vec<PathBuf>, String> {
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

/// Compares the page with what the ledgers make of it, or writes it.
fn document(root: &Path, reports: &[Lint], write: bool) -> Result<Document, String> {
    let models: Option<Vec<_>> =
        reports.iter().map(|report| report.outcome.as_ref().ok().map(|findings| &findings.model)).collect();
    let Some(models) = models else { return Ok(Document::Unknown) };
    let wanted = page(&models);
    let path = root.join(PAGE);
    let problem = |error: std::io::Error| format!("{PAGE}: {error}");
    let now = match fs::read_to_string(&path) {
        Ok(now) => Some(now),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(problem(error)),
    };
    match now {
        Some(now) if now == wanted => Ok(Document::UpToDate),
        _ if write => {
            fs::create_dir_all(root.join("docs")).map_err(problem)?;
            // Beside the file and renamed, so that an interrupted run leaves the old or the new text, never half.
            let temporary = path.with_extension("md.new");
            fs::write(&temporary, wanted).map_err(problem)?;
            fs::rename(&temporary, &path).map_err(problem)?;
            Ok(Document::Written)
        }
        Some(_) => Ok(Document::Stale),
        None => Ok(Document::Missing),
    }
}

fn text(reports: &[Lint], document: Document, clean: bool) -> String {
    let mut output: String = reports.iter().map(|report| format!("{report}\n")).collect();
    output += &match document {
        Document::UpToDate => format!("{PAGE} is up to date\n"),
        Document::Written => format!("{PAGE} written\n"),
        Document::Stale => format!("{PAGE} is stale: run `{CURE}` and commit what it changes\n"),
        Document::Missing => format!("{PAGE} is missing: run `{CURE}` and commit it\n"),
        Document::Unknown => format!("{PAGE} wasn't compared\n"),
    };
    output += if clean { "lint: clean\n" } else { "lint: there is something to do\n" };
    output
}
