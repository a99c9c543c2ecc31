//! `cargo xtask ingest`: reads a documentation page and prints or writes its facts. The format is told by the content; the
//! readers of the formats give tables of cells, `table` judges them, and what surprises refuses the page with every reason.

pub(crate) mod committed;
pub(crate) mod day;
mod document;
pub mod findings;
mod html;
mod markdown;
mod php;
mod strip;
mod table;
mod text;
mod words;

use std::path::{Path, PathBuf};

use faspay_spec::page::{Page, Sample, Source, Table};
use faspay_spec::report::is_hidden;
use sha2::{Digest as _, Sha256};

use crate::place::Changes;
use crate::{Outcome, root, yaml};
use committed::Pages;
use document::Document;
use findings::Findings;

/// Reads a documentation page and prints (or writes) its facts as YAML.
#[derive(clap::Args)]
pub struct Arguments {
    /// The page: GitBook Markdown, or plain text copied from a rendered page
    file: PathBuf,
    /// The gateway whose page it is; without it, that of the committed page, or faspay for a new one
    #[arg(long, value_name = "G", value_parser = committed::gateway_id)]
    gateway: Option<String>,
    /// The page's id, such as recurring/post-transaction; without it, that of the committed page of the same title and source
    #[arg(long, value_name = "ID", value_parser = committed::page_id)]
    page: Option<String>,
    /// The day on which the page was saved; today in UTC when left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse)]
    captured: Option<String>,
    /// Write `spec/G/pages/ID.yaml` instead of printing it
    #[arg(long, conflicts_with = "strip")]
    write: bool,
    /// Print the page itself, with its prose replaced by filler, for fixtures
    #[arg(long)]
    strip: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Outcome {
    let name = arguments.file.display().to_string();
    let (bytes, source) = match load(&arguments.file) {
        Ok(loaded) => loaded,
        Err(reason) => return Outcome::refused(reason),
    };
    let read = match read(&source) {
        Ok(read) => read,
        Err(findings) => return Outcome::refused(findings.render(&name, &source).trim_end()),
    };
    let notes = read.findings.clone().render(&name, &source);
    let result = if arguments.strip { Ok(strip::strip(&source, &read.plan)) } else { facts(arguments, read, &bytes) };
    match result {
        Ok(output) => Outcome { output, notes, status: 0 },
        Err(reason) => Outcome::refused(format!("{notes}{name}: {reason}")),
    }
}

/// What a page says, before it has an id.
#[derive(Debug)]
pub struct Read {
    /// Its title.
    pub title: String,
    /// Its path on the documentation host, where it names one.
    pub path: Option<String>,
    /// Its tables of parameters.
    pub tables: Vec<Table>,
    /// Its sample requests.
    pub samples: Vec<Sample>,
    /// What is worth knowing; no problem among them.
    pub findings: Findings,
    plan: strip::Plan,
}

/// The page's YAML, printed or written.
fn facts(arguments: &Arguments, read: Read, bytes: &[u8]) -> Result<String, String> {
    let root = root::find()?;
    let id = Id { gateway: arguments.gateway.as_deref(), page: arguments.page.as_deref() };
    let capture = capture(&root.join("spec"), &id, arguments.captured.clone(), read, bytes)?;
    let text = yaml::page(&capture.now);
    if !arguments.write {
        return Ok(text);
    }
    let path = capture.path()?;
    let mut changes = Changes::default();
    changes.write(&*path, text);
    changes.place(&root)?;
    Ok(format!("{}\n", root.join(path).display()))
}

/// What the command line says about which page a file is of.
pub(crate) struct Id<'a> {
    pub gateway: Option<&'a str>,
    pub page: Option<&'a str>,
}

/// A page as it is committed and as it is now.
pub(crate) struct Capture {
    pub gateway: String,
    /// None for a new page, and for one whose file can't be read.
    pub before: Option<Page>,
    pub now: Page,
    by_hand: bool,
}

impl Capture {
    /// The page's file, relative to the project's root.
    ///
    /// # Errors
    /// It is kept by hand, so no capture goes into it.
    pub fn path(&self) -> Result<String, String> {
        let path = format!("spec/{}/pages/{}.yaml", self.gateway, self.now.id);
        if self.by_hand {
            return Err(format!(
                "{path} is kept by hand (source: manual) and isn't overwritten. Ingest under another --page, or remove that file first."
            ));
        }
        Ok(path)
    }
}

/// Puts what was read in the place of the page that it is of.
pub(crate) fn capture(
    spec: &Path,
    id: &Id<'_>,
    captured: Option<String>,
    read: Read,
    bytes: &[u8],
) -> Result<Capture, String> {
    let pages = Pages::load(spec, id.gateway)?;
    let known = match id.page {
        Some(id) if !pages.knows(id) => None,
        Some(id) => Some(pages.named(id)?),
        None => Some(pages.find(&read.title, read.path.as_deref())?),
    };
    let by_hand = known.is_some_and(|known| known.by_hand);
    let (gateway, id) = match (known, id.page) {
        (Some(known), _) => (known.gateway.clone(), known.id.clone()),
        (None, page) => (id.gateway.unwrap_or("faspay").to_owned(), page.unwrap_or_default().to_owned()),
    };
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let captured = captured.unwrap_or_else(day::today);
    // A new page, or one that this capture is to mend, has none.
    let before = pages.page(&gateway, &id).ok();
    let tables = match &before {
        // Ids and order stay as they are committed: operations name the one, and the wire follows the other.
        Some(before) => faspay_spec::diff::compare(&before.tables, &read.tables).tables,
        None => read.tables,
    };
    let source = Source::Document { path: read.path, captured, sha256 };
    let now = Page { id, title: read.title, source, tables, samples: read.samples };
    Ok(Capture { gateway, before, now, by_hand })
}

/// The file's bytes and its text.
pub(crate) fn load(file: &Path) -> Result<(Vec<u8>, String), String> {
    let name = file.display();
    if file.is_dir() {
        return Err(format!("{name} is a folder; ingest reads one page, a file."));
    }
    let bytes = std::fs::read(file).map_err(|error| format!("{name} can't be read: {error}."))?;
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            return Err(format!(
                "{name}:{line}: this line isn't UTF-8 text. Save the page as UTF-8 (its Markdown, or its text copied from the browser)."
            ));
        }
    };
    if words::fold(&text).is_empty() {
        return Err(format!("{name} is empty: there is no page in it."));
    }
    Ok((bytes, text))
}

/// Reads a page's text in whichever format it is.
///
/// # Errors
/// Every reason to refuse the page, each with its place.
pub fn read(source: &str) -> Result<Read, Findings> {
    let Document { title, path, tables: raw, php: blocks, mut keep, telling, mut findings } = document(source)?;
    let mut tables: Vec<Table> = Vec::new();
    for raw in &raw {
        let Some((rows, cells)) = table::read(raw, &mut findings) else { continue };
        keep.extend(cells);
        let role = raw.role.map(words::Role::id).unwrap_or_else(|| {
            findings.note(
                raw.at,
                "nothing before this table says whether it is of a request or a response; its id is parameters",
            );
            "parameters"
        });
        let before = tables.iter().filter(|table| table.id.split('-').next() == Some(role)).count();
        let id = if before == 0 { role.to_owned() } else { format!("{role}-{}", before + 1) };
        tables.push(Table { id, rows });
    }
    match &title {
        None => findings.problem(0, "the page has no title"),
        Some((title, at))
            if title.contains(is_hidden) || path.as_ref().is_some_and(|path| path.contains(is_hidden)) =>
        {
            findings.problem(at.start, "the page's title or its address holds a control character");
        }
        Some(_) => {}
    }
    if tables.is_empty() && findings.problems.is_empty() {
        findings.problem(0, "the page has no table of parameters: none with a header of a name (Parameter, Name), a type or length, and M/O/C (or Mandatory)");
    }
    let mut samples: Vec<Sample> = Vec::new();
    let mut replace = Vec::new();
    for block in blocks {
        let id = if samples.is_empty() { "php".to_owned() } else { format!("php-{}", samples.len() + 1) };
        match php::read(&id, &block.text) {
            Ok(read) if read.sample.texts().any(|text| text.contains(is_hidden)) => {
                findings.note(
                    block.at.start,
                    "no sample is taken from this PHP: one of its texts holds a control character",
                );
            }
            Ok(read) => {
                samples.push(read.sample);
                replace.push((block.at, read.normalised));
            }
            Err(reason) => findings.note(block.at.start, format!("no sample is taken from this PHP: {reason}")),
        }
    }
    match title {
        Some((title, _)) if findings.problems.is_empty() => {
            Ok(Read { title, path, tables, samples, findings, plan: strip::Plan { keep, telling, replace } })
        }
        _ => Err(findings),
    }
}

/// Tells the format by the content: HTML tables or a pipe table's row of dashes are Markdown's, a header of one cell a line is
/// that of a copied page, and a page with neither is Markdown when it has a heading of that kind.
fn document(source: &str) -> Result<Document, Findings> {
    let start = source.trim_start().get(..200).unwrap_or(source).to_ascii_lowercase();
    if start.starts_with("<!doctype") || start.starts_with("<html") {
        let mut findings = Findings::default();
        findings.problem(0, "this is a whole HTML page; save its Markdown (.md appended to its address), or the text copied from the browser");
        return Err(findings);
    }
    let lines = || source.lines().map(str::trim);
    let dashes = |line: &str| line.contains('|') && line.contains("--") && line.chars().all(|c| " |:-".contains(c));
    let has_tables = html::tags(source).any(|tag| tag.name == "table") || lines().any(dashes);
    let has_heading = lines().any(|line| line.trim_start_matches('#').starts_with(' ') && line.starts_with('#'));
    if has_tables || (has_heading && !text::has_header(source)) {
        Ok(markdown::read(source))
    } else {
        Ok(text::read(source))
    }
}

#[cfg(test)]
mod tests;
