//! From a folder of YAML to the checked model. Reading order follows the flow of facts: pages, then `gateway.yaml` and
//! code lists, then messages and operations that give the pages meaning, then what can only be judged together.

mod alias;
mod asks;
mod authorization;
mod check;
mod field;
mod fields;
mod gateway;
mod http;
mod life;
mod message;
mod nest;
mod pages;
mod rules;
pub(crate) mod types;
mod vocabulary;
mod vouching;

use std::path::Path;
use std::rc::Rc;

use crate::decode::Faults;
use crate::model::Gateway;
use crate::page::Page;
use crate::report::{At, Report, SourceFile};
use crate::yaml::{self, Node};

/// The files of one gateway, wherever they come from.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    files: Vec<(String, Vec<u8>)>,
}

impl Folder {
    /// Files given as path and bytes; paths are relative to the folder that holds the gateways (`faspay/gateway.yaml`).
    /// Anything that isn't YAML is left out.
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut files: Vec<_> = files.into_iter().filter(|(path, _)| path.ends_with(".yaml")).collect();
        files.sort();
        Self { files }
    }

    /// Reads a gateway's folder from disk. Links that lead out of it aren't followed.
    pub fn read(folder: &Path) -> std::io::Result<Self> {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut files = Vec::new();
        collect(folder, &name, &mut files)?;
        Ok(Self::of(files))
    }

    /// The same folder with one file's bytes replaced, or one file more.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.files.retain(|(own, _)| own != path);
        self.files.push((path.to_owned(), bytes));
        self.files.sort();
        self
    }

    /// Each path with its bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The paths, relative to the folder that holds the gateways.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(path, _)| path.as_str())
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), &path, files)?;
        } else if kind.is_file() && path.ends_with(".yaml") {
            files.push((path, std::fs::read(entry.path())?));
        }
    }
    Ok(())
}

/// Loads and checks one gateway. On failure the report holds every mistake of the folder.
pub fn load(folder: &Folder) -> Result<Gateway, Report> {
    match load_as_far_as_possible(folder) {
        (Some(gateway), report) if report.faults().is_empty() => Ok(gateway),
        (_, report) => Err(report),
    }
}

/// The model as far as the folder can be read, beside every mistake in it. It serves to say what a changed page means while
/// the operations haven't followed yet; nothing is generated from it.
pub fn load_as_far_as_possible(folder: &Folder) -> (Option<Gateway>, Report) {
    let faults = Faults::default();
    let trees = trees(folder, |_| true, &faults);
    let gateway = gateway::read(&trees, &faults);
    (gateway, Report::new(faults.take()))
}

/// The pages alone, also of a folder that has no `gateway.yaml` yet. On failure the report holds every mistake in them.
pub fn load_pages(folder: &Folder) -> Result<Vec<Page>, Report> {
    let faults = Faults::default();
    let trees = trees(folder, |path| path.split('/').nth(1) == Some("pages"), &faults);
    let pages = trees.iter().filter_map(|(_, node)| pages::read(node, &faults)).map(|loaded| loaded.page).collect();
    if faults.is_empty() { Ok(pages) } else { Err(Report::new(faults.take())) }
}

/// The files that are wanted, parsed; one that can't be is reported and left out.
fn trees(folder: &Folder, wanted: impl Fn(&str) -> bool, faults: &Faults) -> Vec<(Rc<SourceFile>, Node)> {
    let mut trees = Vec::new();
    for (path, bytes) in folder.files.iter().filter(|(path, _)| wanted(path)) {
        if let Some(file) = text_of(path, bytes, faults) {
            match yaml::parse(&file) {
                Ok(node) => trees.push((file, node)),
                Err(fault) => faults.push(fault),
            }
        }
    }
    trees
}

fn text_of(path: &str, bytes: &[u8], faults: &Faults) -> Option<Rc<SourceFile>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Rc::new(SourceFile { path: path.to_owned(), text: text.to_owned() })),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let at = error.valid_up_to().min(text.len());
            let file = Rc::new(SourceFile { path: path.to_owned(), text });
            faults.add(
                &At { file, span: at..at },
                "this file isn't UTF-8",
                "only valid UTF-8; this byte starts no character",
            );
            None
        }
    }
}
