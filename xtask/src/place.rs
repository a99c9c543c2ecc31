//! Puts files into the project, all of them or none: they are written to the side first and then renamed into place, and
//! what was renamed before something fails is put back. Every command that writes does it here.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where files wait for their rename, below the project's root: out of the sources, ignored by git, on the same file system.
const ASIDE: &str = "target/xtask";

/// Files to write or to take away, by their path relative to the project's root, with `/`.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changes {
    files: BTreeMap<String, Option<String>>,
}

impl Changes {
    /// The file gets this text.
    pub fn write(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), Some(text.into()));
    }

    /// The file goes.
    pub fn remove(&mut self, path: impl Into<String>) {
        self.files.insert(path.into(), None);
    }

    /// The paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Stages and commits.
    ///
    /// # Errors
    /// What can't be written; then everything is as it was.
    pub fn place(self, root: &Path) -> Result<(), String> {
        self.stage(root)?.commit()
    }

    /// Writes everything to the side. The project's own files are untouched until [`Staged::commit`].
    ///
    /// # Errors
    /// What can't be read or written; nothing stays aside.
    pub fn stage(self, root: &Path) -> Result<Staged, String> {
        let aside = root.join(ASIDE);
        // What a run that was killed has left there serves nobody.
        let _ = fs::remove_dir_all(&aside);
        let mut staged = Staged { root: root.to_owned(), aside: aside.clone(), files: Vec::new() };
        for (number, (path, text)) in self.files.into_iter().enumerate() {
            let before = match fs::read(root.join(&path)) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(problem(&path, &error)),
            };
            let waiting = match text {
                Some(text) => {
                    let waiting = aside.join(number.to_string());
                    let written = fs::create_dir_all(&aside).and_then(|()| fs::write(&waiting, text));
                    written.map_err(|error| problem(&path, &error))?;
                    Some(waiting)
                }
                None => None,
            };
            staged.files.push(File { path, before, waiting });
        }
        Ok(staged)
    }
}

/// Files that wait to be put into place. Dropped, they are forgotten.
#[derive(Debug)]
pub struct Staged {
    root: PathBuf,
    aside: PathBuf,
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    path: String,
    before: Option<Vec<u8>>,
    /// Where the new text waits; none when the file goes.
    waiting: Option<PathBuf>,
}

impl Staged {
    /// Renames everything into place.
    ///
    /// # Errors
    /// What can't be; the files that had their turn before it are put back.
    pub fn commit(self) -> Result<(), String> {
        for (done, file) in self.files.iter().enumerate() {
            if let Err(error) = file.put(&self.root) {
                let stuck: Vec<&str> = self.files[..done]
                    .iter()
                    .filter(|file| file.put_back(&self.root).is_err())
                    .map(|file| file.path.as_str())
                    .collect();
                let rest = match stuck.as_slice() {
                    [] => "everything is as it was".to_owned(),
                    stuck => format!("these couldn't be put back: {}; `git checkout` them", stuck.join(", ")),
                };
                return Err(format!("{} {rest}.", problem(&file.path, &error)));
            }
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.aside);
    }
}

impl File {
    fn put(&self, root: &Path) -> io::Result<()> {
        let path = root.join(&self.path);
        match &self.waiting {
            Some(waiting) => {
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
                fs::rename(waiting, path)
            }
            None => fs::remove_file(path),
        }
    }

    fn put_back(&self, root: &Path) -> io::Result<()> {
        match &self.before {
            Some(bytes) => fs::write(root.join(&self.path), bytes),
            None => fs::remove_file(root.join(&self.path)),
        }
    }
}

fn problem(path: &str, error: &io::Error) -> String {
    format!("{path} can't be written: {error}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes() -> Changes {
        let mut changes = Changes::default();
        changes.write("a/new.txt", "new");
        changes.remove("gone.txt");
        changes.write("old.txt", "newer");
        changes
    }

    fn root() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("gone.txt"), "gone").unwrap();
        fs::write(root.path().join("old.txt"), "old").unwrap();
        root
    }

    /// Every file below a folder with its text, but for what waits aside.
    fn all(folder: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.extend(Some(path).filter(|path| !path.ends_with(ASIDE)));
                } else {
                    let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                    found.push((name, fs::read_to_string(path).unwrap()));
                }
            }
        }
        found.sort();
        found
    }

    fn files(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn everything_is_put_into_place_and_nothing_stays_aside() {
        let root = root();
        changes().place(root.path()).unwrap();
        assert_eq!(all(root.path()), files(&[("a/new.txt", "new"), ("old.txt", "newer")]));
    }

    #[test]
    fn what_is_staged_and_dropped_changes_nothing() {
        let root = root();
        let before = all(root.path());
        let staged = changes().stage(root.path()).unwrap();
        assert_eq!(fs::read_dir(root.path().join(ASIDE)).unwrap().count(), 2);
        drop(staged);
        assert_eq!(all(root.path()), before);
    }

    #[test]
    fn one_file_that_can_not_be_placed_puts_the_others_back() {
        let root = root();
        // A folder with something in it stands where the last file would go.
        fs::remove_file(root.path().join("old.txt")).unwrap();
        let staged = {
            let mut changes = changes();
            changes.write("z.txt", "z");
            changes.stage(root.path()).unwrap()
        };
        fs::create_dir_all(root.path().join("z.txt/inside")).unwrap();
        let before = all(root.path());
        let error = staged.commit().unwrap_err();
        assert!(error.starts_with("z.txt can't be written") && error.ends_with("everything is as it was."), "{error}");
        assert_eq!(all(root.path()), before);
    }
}
