//! `cargo xtask diff`: holds a page as it is now against its committed facts and says what each change means for merchants.
//! `faspay-spec` finds and judges the changes; here a page is recognised, the spec read, and the report printed.

mod report;

use std::path::{Path, PathBuf};

use faspay_spec::diff::{self, Judged, Models};
use faspay_spec::page::{Page, Table};
use faspay_spec::{Folder, load_as_far_as_possible};

pub(crate) use report::{changelog_entry, print};

use crate::ingest::{self, committed};
use crate::{Outcome, root, yaml};

/// Compares a page with the committed facts and says what each change means.
#[derive(clap::Args)]
pub struct Arguments {
    /// The page as it is now: GitBook Markdown, or plain text copied from a rendered page
    file: PathBuf,
    /// The gateway whose page it is; without it, that of the committed page
    #[arg(long, value_name = "G", value_parser = committed::gateway_id)]
    gateway: Option<String>,
    /// The page's id, such as recurring/post-transaction; without it, that of the committed page of the same title and source
    #[arg(long, value_name = "ID", value_parser = committed::page_id)]
    page: Option<String>,
    /// How the changes are printed: text for people, json for tools, markdown for a pull request
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How the changes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For tools.
    Json,
    /// For a pull request.
    Markdown,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Outcome {
    let name = arguments.file.display().to_string();
    let source = match ingest::load(&arguments.file) {
        Ok((_, source)) => source,
        Err(reason) => return Outcome::refused(reason),
    };
    let read = match ingest::read(&source) {
        Ok(read) => read,
        Err(findings) => return Outcome::refused(findings.render(&name, &source).trim_end()),
    };
    let notes = read.findings.clone().render(&name, &source);
    let (gateway, id) = (arguments.gateway.as_deref(), arguments.page.as_deref());
    match root::find().and_then(|root| examine(&root.join("spec"), gateway, id, &read)) {
        Ok(found) => Outcome {
            output: report::print(&found, arguments.format),
            notes: notes + &found.note.as_ref().map(|note| format!("{name}: note: {note}\n")).unwrap_or_default(),
            status: u8::from(!found.changes.is_empty()),
        },
        Err(reason) => Outcome::refused(format!("{notes}{name}: {reason}")),
    }
}

/// What changed on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The page's id with the gateway's: `faspay/recurring/post-transaction`.
    pub page: String,
    /// Every change with what it means.
    pub changes: Vec<Judged>,
    /// Why the judgement rests on less than the whole spec, where it does.
    pub note: Option<String>,
}

/// Compares a page that has been read with the committed one, which is told by its title and source unless it is named.
///
/// # Errors
/// The page isn't known, or can't be told from another, or its committed facts can't be read.
pub fn examine(
    spec: &Path,
    gateway: Option<&str>,
    page: Option<&str>,
    read: &ingest::Read,
) -> Result<Difference, String> {
    let pages = committed::Pages::load(spec, gateway)?;
    let known = match page {
        Some(id) => pages.named(id)?,
        None => pages.find(&read.title, read.path.as_deref())?,
    };
    let page = pages.page(&known.gateway, &known.id)?;
    Ok(judge(pages.folder(&known.gateway)?, &known.gateway, &page, &read.tables))
}

/// A page that wasn't there: each of its tables is new.
pub(crate) fn new_page(folder: &Folder, gateway: &str, page: &Page) -> Difference {
    judge(folder, gateway, &Page { tables: Vec::new(), ..page.clone() }, &page.tables)
}

/// Compares a page of a gateway's folder with new tables, and judges what changed by the model of the folder as it is, and by
/// that of the same folder with the page as it is now.
pub fn judge(folder: &Folder, gateway: &str, page: &Page, captured: &[Table]) -> Difference {
    let comparison = diff::compare(&page.tables, captured);
    let id = format!("{gateway}/{}", page.id);
    if comparison.changes.is_empty() {
        return Difference { page: id, changes: Vec::new(), note: None };
    }
    let now = Page { tables: comparison.tables.clone(), ..page.clone() };
    let path = format!("{gateway}/pages/{}.yaml", page.id);
    let changed = folder.clone().with(&path, yaml::page(&now).into_bytes());
    let models = match (load_as_far_as_possible(folder), load_as_far_as_possible(&changed)) {
        ((Some(before), report), (Some(after), _)) => Ok((before, after, report.faults().len())),
        _ => Err(format!(
            "{gateway} has no gateway.yaml that can be read, so the changes are judged by the tables' names"
        )),
    };
    let note = match &models {
        Ok((_, _, 0)) => None,
        Ok(_) => Some(format!("the spec of {gateway} has mistakes; the changes are judged by what can be read of it")),
        Err(reason) => Some(reason.clone()),
    };
    let models = models.as_ref().ok().map(|(before, after, _)| Models { before, after });
    Difference { changes: diff::judge(&id, &page.tables, &comparison, models), page: id, note }
}
