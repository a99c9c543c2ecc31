//! `cargo xtask regenerate FILE…`: from changed documentation pages to changed bindings in one go. Every step works on the
//! project as it would be; only when all have passed is anything written, all of it at once. `main` calls [`run`], tests
//! [`prepare`] a project of their own.

mod changelog;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use faspay_spec::lint::{Findings, lint};
use faspay_spec::model::Gateway;
use faspay_spec::page::{Page, Source};
use faspay_spec::{Folder, load, wire};
use similar::TextDiff;

use crate::diff::{self, Difference, Format};
use crate::ingest::{self, Capture, Id, committed};
use crate::place::Changes;
use crate::{Outcome, codegen, root, yaml};

/// Takes changed pages in: ingest, diff, corrections, lint, codegen, what is sent, changelog. Nothing is written until every
/// step has passed; a step that doesn't pass leaves the project as it is and says which line to edit.
#[derive(clap::Args)]
pub struct Arguments {
    /// The pages as they are now: GitBook Markdown, or plain text copied from a rendered page
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The gateway whose pages they are; without it, that of the committed pages
    #[arg(long, value_name = "G", value_parser = committed::gateway_id)]
    gateway: Option<String>,
    /// The page's id, for a single FILE; without it, that of the committed page of the same title and source
    #[arg(long, value_name = "ID", value_parser = committed::page_id)]
    page: Option<String>,
    /// The day on which the pages were saved; today in UTC when left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = ingest::day::parse)]
    captured: Option<String>,
    /// Go through every step and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// What is ready to be written once every step has passed.
#[derive(Debug)]
pub struct Ready {
    /// What each step found, for people.
    pub report: String,
    /// What it found to say about the pages themselves.
    pub notes: String,
    /// The files to write.
    pub changes: Changes,
}

/// A step that didn't pass. Nothing was written.
#[derive(Debug)]
pub struct Stopped {
    /// What the steps before it found.
    pub report: String,
    /// Why it stopped.
    pub reason: String,
    /// 1 when a person has to decide something, 2 when something can't be read.
    pub status: u8,
}

/// Runs the command on the project's folder.
pub fn run(arguments: &Arguments) -> Outcome {
    let root = match root::find() {
        Ok(root) => root,
        Err(reason) => return Outcome::refused(reason),
    };
    match prepare(&root, arguments) {
        Err(stopped) => {
            let notes = format!("{}\nNothing was written.\n", stopped.reason.trim_end());
            Outcome { output: stopped.report, notes, status: stopped.status }
        }
        Ok(Ready { report, notes, changes }) if changes.is_empty() || arguments.dry_run => {
            let end = if changes.is_empty() { "nothing to write\n" } else { "nothing is written: --dry-run\n" };
            Outcome { output: report + end, notes, status: 0 }
        }
        Ok(Ready { report, notes, changes }) => {
            let paths: String = changes.paths().map(|path| format!("  {path}\n")).collect();
            match changes.place(&root) {
                Ok(()) => Outcome { output: format!("{report}written:\n{paths}{NEXT}"), notes, status: 0 },
                Err(reason) => Outcome { output: report, notes: format!("{reason}\n"), status: 2 },
            }
        }
    }
}

const NEXT: &str =
    "next: read `git diff`, then review the wire snapshots with `cargo insta test --review -p tests --test wire`\n";

/// Goes through every step in memory.
///
/// # Errors
/// The first step that doesn't pass.
pub fn prepare(root: &Path, arguments: &Arguments) -> Result<Ready, Stopped> {
    let mut run = Run { root, report: String::new(), notes: String::new(), changes: Changes::default() };
    match run.steps(arguments) {
        Ok(()) => Ok(Ready { report: run.report, notes: run.notes, changes: run.changes }),
        Err((status, reason)) => Err(Stopped { report: run.report, reason: run.notes + &reason, status }),
    }
}

/// Why a step didn't pass, with the exit status.
type Stop = (u8, String);

struct Run<'a> {
    root: &'a Path,
    report: String,
    notes: String,
    changes: Changes,
}

impl Run<'_> {
    fn steps(&mut self, arguments: &Arguments) -> Result<(), Stop> {
        if arguments.page.is_some() && arguments.files.len() > 1 {
            return Err((2, "--page names one page, and there are several files.".into()));
        }
        let before = self.folders()?;
        let mut after = before.clone();
        let mut differences = Vec::new();
        for file in &arguments.files {
            let capture = self.ingest(file, arguments)?;
            let difference = self.difference(&capture, &before);
            self.take_in(&capture, &mut after)?;
            differences.push(difference);
        }
        let findings = self.check(&after)?;
        for found in &findings {
            self.generate(&found.model)?;
            self.sent(&before, &found.model);
        }
        self.documents(&findings)?;
        self.changelog(&differences)
    }

    /// Every gateway's folder as it is.
    fn folders(&self) -> Result<BTreeMap<String, Folder>, Stop> {
        let spec = self.root.join("spec");
        let mut folders = BTreeMap::new();
        for gateway in committed::folders(&spec).map_err(|reason| (2, reason))? {
            let folder = Folder::read(&spec.join(&gateway)).map_err(|error| (2, format!("spec/{gateway}: {error}")))?;
            folders.insert(gateway, folder);
        }
        Ok(folders)
    }

    fn ingest(&mut self, file: &Path, arguments: &Arguments) -> Result<Capture, Stop> {
        let name = file.display().to_string();
        let (bytes, source) = ingest::load(file).map_err(|reason| (2, reason))?;
        let read = ingest::read(&source).map_err(|findings| (2, findings.render(&name, &source)))?;
        self.notes += &read.findings.clone().render(&name, &source);
        let id = Id { gateway: arguments.gateway.as_deref(), page: arguments.page.as_deref() };
        let spec = self.root.join("spec");
        let capture = ingest::capture(&spec, &id, arguments.captured.clone(), read, &bytes)
            .map_err(|reason| (2, format!("{name}: {reason}")))?;
        let _ = writeln!(self.report, "ingest: {name} is {}/{}", capture.gateway, capture.now.id);
        Ok(capture)
    }

    /// What the page means for merchants.
    fn difference(&mut self, capture: &Capture, before: &BTreeMap<String, Folder>) -> Difference {
        let none = Folder::default();
        let folder = before.get(&capture.gateway).unwrap_or(&none);
        let found = match &capture.before {
            Some(page) => diff::judge(folder, &capture.gateway, page, &capture.now.tables),
            None => diff::new_page(folder, &capture.gateway, &capture.now),
        };
        let printed = diff::print(&found, Format::Text);
        self.report += "difference: ";
        self.report += &printed;
        if let Some(note) = &found.note {
            let _ = writeln!(self.report, "note: {note}");
        }
        found
    }

    /// Puts the page into the folder, and its file among those to write when it says anything new.
    fn take_in(&mut self, capture: &Capture, after: &mut BTreeMap<String, Folder>) -> Result<(), Stop> {
        let path = capture.path().map_err(|reason| (2, reason))?;
        let same = capture.before.as_ref().is_some_and(|before| {
            // A new day and a new hash alone are no news.
            let path = |source: &Source| match source {
                Source::Document { path, .. } => path.clone(),
                Source::Manual(_) => None,
            };
            let now = Page { source: before.source.clone(), ..capture.now.clone() };
            path(&before.source) == path(&capture.now.source) && yaml::page(before) == yaml::page(&now)
        });
        if same {
            return Ok(());
        }
        let text = yaml::page(&capture.now);
        let folder = after.remove(&capture.gateway).unwrap_or_default();
        let inside = path.trim_start_matches("spec/");
        after.insert(capture.gateway.clone(), folder.with(inside, text.clone().into_bytes()));
        self.changes.write(path, text);
        Ok(())
    }

    /// Corrections and everything else that lint looks at, on the spec as it would be. A gateway without a model has pages
    /// only, which `take_in` has written and read.
    fn check(&mut self, after: &BTreeMap<String, Folder>) -> Result<Vec<Findings>, Stop> {
        let mut all = Vec::new();
        for (gateway, folder) in after {
            if !folder.paths().any(|path| path == format!("{gateway}/gateway.yaml")) {
                faspay_spec::load_pages(folder).map_err(|report| (1, report.to_string()))?;
                continue;
            }
            let found = lint(folder);
            let clean = found.is_clean();
            let text = format!("{found:#}");
            match found.outcome {
                Err(report) => {
                    let reason =
                        format!("{report}\ncorrections, loading: the spec of {gateway} doesn't fit the new page yet.");
                    return Err((1, reason));
                }
                Ok(_) if !clean => return Err((1, format!("{text}\nlint: {gateway} has something to do."))),
                Ok(findings) => {
                    let model = &findings.model;
                    let sent = model.operations.iter().map(|one| one.corrections.len()).sum::<usize>();
                    let received = model.inbound.iter().map(|one| one.corrections.len()).sum::<usize>();
                    let _ = writeln!(self.report, "corrections: {gateway}: {} active", sent + received);
                    let _ = writeln!(self.report, "lint: {gateway}: clean");
                    all.push(*findings);
                }
            }
        }
        Ok(all)
    }

    fn generate(&mut self, model: &Gateway) -> Result<(), Stop> {
        let differences = codegen::differences(self.root, model).map_err(|reason| (2, reason))?;
        for difference in differences {
            let _ = writeln!(self.report, "codegen: {} {}", difference.cured(), difference.path);
            difference.cure(&mut self.changes);
        }
        Ok(())
    }

    /// What each operation would send, against what it sends.
    fn sent(&mut self, before: &BTreeMap<String, Folder>, model: &Gateway) {
        let old = before.get(&model.id).and_then(|folder| load(folder).ok());
        for operation in &model.operations {
            let was = old.as_ref().and_then(|old| {
                let own = old.operations.iter().find(|own| own.id == operation.id)?;
                Some(wire::picture(old, own))
            });
            let (was, now) = (was.unwrap_or_default(), wire::picture(model, operation));
            if was != now {
                let name = format!("{}.{}", model.id, operation.id);
                let diff = TextDiff::from_lines(&was, &now);
                let _ = write!(self.report, "sent: {name}\n{}", diff.unified_diff().context_radius(1));
            }
        }
    }

    fn documents(&mut self, findings: &[Findings]) -> Result<(), Stop> {
        let all: Vec<&Findings> = findings.iter().collect();
        for (path, make) in crate::lint::DOCUMENTS {
            let wanted = make(&all);
            if self.text(path)?.as_deref() != Some(wanted.as_str()) {
                self.changes.write(path, wanted);
            }
        }
        Ok(())
    }

    fn changelog(&mut self, differences: &[Difference]) -> Result<(), Stop> {
        let entries: Vec<String> =
            differences.iter().filter(|one| !one.changes.is_empty()).map(diff::changelog_entry).collect();
        if entries.is_empty() {
            return Ok(());
        }
        let text = self.text(changelog::FILE)?.unwrap_or_default();
        let text = changelog::with(&text, &entries).map_err(|reason| (1, reason))?;
        let _ = writeln!(self.report, "changelog: {} more under Changed", entries.len());
        self.changes.write(changelog::FILE, text);
        Ok(())
    }

    fn text(&self, path: &str) -> Result<Option<String>, Stop> {
        match std::fs::read_to_string(self.root.join(path)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err((2, format!("{path}: {error}"))),
        }
    }
}
