//! `cargo xtask codegen [--check] [--new GATEWAY]`: writes the generated files of each gateway's crate, or says which are
//! stale, and starts a crate for a gateway that has none. The text comes from `faspay-codegen`; here it only meets the
//! disk. `main` calls [`run`].

mod scaffold;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use faspay_spec::model::Gateway;

use crate::Outcome;
use crate::place::Changes;

/// Writes the generated crates.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only compare: list every stale or left-over file and exit with 1 when there is one
    #[arg(long)]
    check: bool,
    /// Start the crate of this gateway: its manifest and its face, which are yours from then on
    #[arg(long, value_name = "GATEWAY", conflicts_with = "check")]
    new: Option<String>,
}

/// Runs the command on the project's folder.
pub fn run(arguments: &Arguments) -> Outcome {
    match crate::root::find().and_then(|root| generate(&root, arguments)) {
        Ok(outcome) => outcome,
        Err(reason) => Outcome { notes: format!("{reason}\n"), status: 1, ..Outcome::default() },
    }
}

/// Generates every gateway under `root` that has a crate. With `check`, nothing is written and each difference is listed
/// with the command that cures it.
fn generate(root: &Path, arguments: &Arguments) -> Result<Outcome, String> {
    let check = arguments.check;
    let mut differences = Vec::new();
    let mut files = 0;
    let mut notes = crate::lint::unchecked(root)?;
    let mut is_known = false;
    for spec in crate::lint::gateways(root)? {
        let folder = faspay_spec::Folder::read(&spec).map_err(|error| format!("{}: {error}", spec.display()))?;
        let model = faspay_spec::load(&folder).map_err(|report| report.to_string())?;
        let is_new = arguments.new.as_deref() == Some(model.id.as_str());
        is_known |= is_new;
        if is_new {
            differences.extend(scaffold::crate_of(&model).into_iter().filter(|file| !root.join(&file.path).exists()));
        } else if !has_crate(root, &model) {
            let id = &model.id;
            notes += &format!("spec/{id} has no crate: `{} --new {id}` starts one\n", faspay_codegen::COMMAND);
            continue;
        }
        let wanted = wanted(&model);
        files += wanted.len();
        differences.extend(compare(root, wanted)?);
    }
    if let Some(unknown) = arguments.new.as_ref().filter(|_| !is_known) {
        return Err(format!("no folder below spec/ describes a gateway `{unknown}`: it needs a gateway.yaml first"));
    }
    let mut output = String::new();
    for difference in &differences {
        let what = if check { difference.finding() } else { difference.cured() };
        output += &format!("{what} {}\n", difference.path);
    }
    if differences.is_empty() {
        output = format!("{files} generated files are up to date\n");
    } else if check {
        output += &format!("run `{}` and commit what it changes\n", faspay_codegen::COMMAND);
        return Ok(Outcome { output, notes, status: 1 });
    }
    let mut changes = Changes::default();
    differences.into_iter().for_each(|difference| difference.cure(&mut changes));
    changes.place(root)?;
    Ok(Outcome { output, notes, status: 0 })
}

/// Whether a gateway has a crate: a folder of the crate's name.
fn has_crate(root: &Path, model: &Gateway) -> bool {
    root.join(&model.crate_name).is_dir()
}

/// What differs between the generated files of a model and those on disk; nothing for a gateway without a crate.
pub(crate) fn differences(root: &Path, model: &Gateway) -> Result<Vec<Difference>, String> {
    if has_crate(root, model) { compare(root, wanted(model)) } else { Ok(Vec::new()) }
}

/// A file that isn't what the spec says. Paths are relative to the project's folder, with `/`.
pub(crate) struct Difference {
    pub(crate) path: String,
    existed: bool,
    contents: Option<String>,
}

impl Difference {
    fn finding(&self) -> &'static str {
        match (self.existed, &self.contents) {
            (false, _) => "missing  ",
            (true, Some(_)) => "stale    ",
            (true, None) => "left over",
        }
    }

    pub(crate) fn cured(&self) -> &'static str {
        match (self.existed, &self.contents) {
            (false, _) => "new    ",
            (true, Some(_)) => "changed",
            (true, None) => "removed",
        }
    }

    /// Adds what makes the file right.
    pub(crate) fn cure(self, changes: &mut Changes) {
        match self.contents {
            Some(contents) => changes.write(self.path, contents),
            None => changes.remove(self.path),
        }
    }
}

/// The files that a gateway's model asks for, by path.
fn wanted(model: &Gateway) -> BTreeMap<String, String> {
    let path = |path: &str| format!("{}/src/generated/{path}", model.crate_name);
    faspay_codegen::generate(model).into_iter().map(|file| (path(&file.path), file.contents)).collect()
}

/// What differs between the wanted files and the folder on disk, in the order of paths.
fn compare(root: &Path, mut wanted: BTreeMap<String, String>) -> Result<Vec<Difference>, String> {
    let mut differences = Vec::new();
    let mut folders: Vec<String> =
        wanted.keys().filter_map(|path| path.rsplit_once('/')).map(|(folder, _)| folder.to_owned()).collect();
    folders.dedup();
    for folder in folders {
        for path in existing(root, &folder)? {
            let now = fs::read(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
            let contents = wanted.remove(&path);
            if contents.as_ref().is_none_or(|contents| contents.as_bytes() != now) {
                differences.push(Difference { path, existed: true, contents });
            }
        }
    }
    differences.extend(wanted.into_iter().map(|(path, text)| Difference {
        path,
        existed: false,
        contents: Some(text),
    }));
    differences.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(differences)
}

/// The files in a generated folder; none when it doesn't exist yet.
fn existing(root: &Path, folder: &str) -> Result<Vec<String>, String> {
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(format!("{folder}: {error}")),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| format!("{folder}: {error}"))?;
        if entry.file_type().is_ok_and(|kind| kind.is_file()) {
            paths.push(format!("{folder}/{}", entry.file_name().to_string_lossy()));
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-codegen-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("g/src/generated")).unwrap();
        folder
    }

    fn wanted() -> BTreeMap<String, String> {
        BTreeMap::from([
            ("g/src/generated/a.rs".to_owned(), "a".to_owned()),
            ("g/src/generated/b.rs".to_owned(), "b".to_owned()),
        ])
    }

    #[test]
    fn stale_missing_and_left_over_files_are_told_apart_and_cured() {
        let root = folder("cure");
        fs::write(root.join("g/src/generated/a.rs"), "old").unwrap();
        fs::write(root.join("g/src/generated/z.rs"), "z").unwrap();
        let found = compare(&root, wanted()).unwrap();
        let findings: Vec<_> = found.iter().map(|one| (one.finding().trim(), one.path.as_str())).collect();
        assert_eq!(
            findings,
            [
                ("stale", "g/src/generated/a.rs"),
                ("missing", "g/src/generated/b.rs"),
                ("left over", "g/src/generated/z.rs")
            ]
        );
        let mut changes = Changes::default();
        found.into_iter().for_each(|one| one.cure(&mut changes));
        changes.place(&root).unwrap();
        assert_eq!(compare(&root, wanted()).unwrap().len(), 0);
        assert_eq!(fs::read_dir(root.join("g/src/generated")).unwrap().count(), 2);
        fs::remove_dir_all(root).unwrap();
    }
}
