//! What ingest has to say about a page: problems, which refuse it, and notes, which don't. Each knows its place in the file.

use std::fmt::Write as _;

/// Problems and notes, in the order in which they were found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Findings {
    /// Why the page is refused.
    pub problems: Vec<Finding>,
    /// What is worth knowing and refuses nothing.
    pub notes: Vec<Finding>,
}

/// One problem or note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Byte offset in the file's text.
    pub at: usize,
    /// What is the matter and what was expected.
    pub text: String,
}

impl Findings {
    /// Refuses the page.
    pub fn problem(&mut self, at: usize, text: impl Into<String>) {
        self.problems.push(Finding { at, text: text.into() });
    }

    /// Mentions something.
    pub fn note(&mut self, at: usize, text: impl Into<String>) {
        self.notes.push(Finding { at, text: text.into() });
    }

    /// Every finding on a line of its own, `file:line:col: text`, notes after problems, each in the file's order.
    pub fn render(mut self, file: &str, source: &str) -> String {
        let mut out = String::new();
        for (kind, list) in [("", &mut self.problems), ("note: ", &mut self.notes)] {
            list.sort_by_key(|finding| finding.at);
            for finding in list {
                let (line, column) = position(source, finding.at);
                let _ = writeln!(out, "{file}:{line}:{column}: {kind}{}", finding.text);
            }
        }
        out
    }
}

/// Line and column of a byte offset, both from 1; the column counts characters.
fn position(source: &str, at: usize) -> (usize, usize) {
    let before = source.get(..at).unwrap_or(source);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

/// A text from the page for a message: in quotes, white space folded, without control characters, cut short.
pub fn shown(text: &str) -> String {
    let folded = super::words::fold(text).replace(char::is_control, "\u{fffd}");
    match folded.char_indices().nth(60) {
        Some((cut, _)) => format!("“{}…”", &folded[..cut]),
        None => format!("“{folded}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(position("é\nöü?", "é\nöü".len()), (2, 3));
    }

    #[test]
    fn problems_come_in_the_files_order_and_before_notes() {
        let mut findings = Findings::default();
        findings.note(0, "n");
        findings.problem(2, "b");
        findings.problem(1, "a");
        assert_eq!(findings.render("f", "\n\n\n"), "f:2:1: a\nf:3:1: b\nf:1:1: note: n\n");
    }
}
