//! Tests that a document names as proof, as `path/to/file.rs::name_of_the_test`: whether they exist. The README's
//! coverage table and docs/threats.md are held to it.

use std::path::{Path, PathBuf};

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Why the proof doesn't hold, or nothing. A path without a test stands for the whole file.
pub fn objection(proof: &str) -> Option<String> {
    let (path, test) = proof.split_once("::").map_or((proof, None), |(path, test)| (path, Some(test)));
    let Ok(source) = std::fs::read_to_string(root().join(path)) else {
        return Some(format!("`{proof}`: there is no file {path}"));
    };
    let test = test?;
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let found = lines.iter().enumerate().any(|(number, line)| {
        let function = line.trim_start_matches("async ").strip_prefix("fn ").and_then(|rest| rest.strip_prefix(test));
        let is_test =
            lines[..number].iter().rev().take_while(|line| line.starts_with("#[")).any(|line| line.contains("test"));
        // Cases of a macro that makes tests of them: `name: […];`.
        let case = line.strip_prefix(test).is_some_and(|rest| rest.starts_with(": ["));
        case || (is_test && function.is_some_and(|rest| rest.starts_with('(')))
    });
    (!found).then(|| format!("`{proof}`: {path} has no such test"))
}
