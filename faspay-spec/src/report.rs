//! Mistakes in a spec folder, each at its place. The loader gathers them all into one [`Report`]; its `Display` is what
//! a maintainer reads: `file:line:col`, the snippet and what was expected, for every mistake at once.

use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// One file of a spec folder, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the folder that holds the gateways: `faspay/gateway.yaml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A stretch of a file.
#[derive(Debug, Clone)]
pub struct At {
    /// The file.
    pub file: Rc<SourceFile>,
    /// Bytes from start to end.
    pub span: Range<usize>,
}

impl At {
    /// Line of the first byte, from 1.
    pub fn line(&self) -> u32 {
        let before = self.file.text.get(..self.span.start).unwrap_or(&self.file.text);
        u32::try_from(before.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Column of the first character in its line, from 1, in characters.
    pub fn column(&self) -> u32 {
        let before = self.file.text.get(..self.span.start).unwrap_or(&self.file.text);
        let line = before.rsplit('\n').next().unwrap_or("");
        u32::try_from(line.chars().count()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// A part of this stretch; falls back to the whole where the offsets aren't those of the raw text.
    pub(crate) fn within(&self, start: usize, len: usize) -> At {
        let span = self.span.start + start..self.span.start + start + len;
        let fits = span.end <= self.span.end && self.file.text.get(span.clone()).is_some();
        At { file: Rc::clone(&self.file), span: if fits { span } else { self.span.clone() } }
    }
}

/// What kind of mistake it is, where a command treats one kind apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Something that is written wrongly.
    #[default]
    Mistake,
    /// A correction that the page has taken over: delete it.
    Adopted,
    /// A correction of something that the page doesn't say any more, nor what we say: a person decides.
    Conflict,
}

/// One mistake.
#[derive(Debug, Clone)]
pub struct Fault {
    /// What kind.
    pub kind: Kind,
    /// Where.
    pub at: At,
    /// What is wrong.
    pub message: String,
    /// What was expected there.
    pub expected: String,
    /// Other places that have a part in it, with what they say.
    pub also: Vec<(At, String)>,
}

/// Every mistake of a spec folder.
#[derive(Debug, Clone, Default)]
pub struct Report {
    faults: Vec<Fault>,
}

impl Report {
    /// The mistakes, in the order of files and lines.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(crate) fn new(mut faults: Vec<Fault>) -> Self {
        faults.sort_by(|a, b| (&a.at.file.path, a.at.span.start).cmp(&(&b.at.file.path, b.at.span.start)));
        // What several messages share is read once for each of them.
        faults.dedup_by(|b, a| a.at.span == b.at.span && a.at.file.path == b.at.file.path && a.message == b.message);
        Self { faults }
    }
}

impl std::error::Error for Report {}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let renderer = Renderer::plain();
        for fault in &self.faults {
            writeln!(f, "{}\n", render(&renderer, fault))?;
        }
        match self.faults.len() {
            1 => write!(f, "1 mistake in the spec"),
            many => write!(f, "{many} mistakes in the spec"),
        }
    }
}

/// Lines longer than this are cut around the place, so that a hostile or generated file can't flood a terminal.
const WINDOW: usize = 120;

fn render(renderer: &Renderer, fault: &Fault) -> String {
    let mut group = Level::ERROR
        .primary_title(visible(&fault.message))
        .elements(std::iter::empty::<Snippet<'_, annotate_snippets::Annotation<'_>>>());
    let mut windows = vec![(window(&fault.at), &fault.at, visible(&fault.expected), AnnotationKind::Primary)];
    for (at, label) in &fault.also {
        windows.push((window(at), at, visible(label), AnnotationKind::Context));
    }
    for ((text, line, span), at, label, kind) in &windows {
        group = group.element(
            Snippet::source(text.as_str())
                .path(at.file.path.as_str())
                .line_start(*line)
                .annotation(kind.span(span.clone()).label(label.as_str())),
        );
    }
    renderer.render(&[group]).to_string()
}

/// The lines around a place with control characters made visible; the line number they start at; the place in them.
fn window(at: &At) -> (String, usize, Range<usize>) {
    let text = &at.file.text;
    let start = at.span.start.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |found| found + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |found| start + found);
    let end = at.span.end.clamp(start, line_end);
    if line_end - line_start <= 2 * WINDOW {
        let before = masked(&text[line_start..start]);
        let middle = masked(&text[start..end]);
        let after = masked(&text[end..line_end]);
        let from = before.len();
        let to = from + middle.len();
        return (before + &middle + &after, at.line() as usize, from..to.max(from));
    }
    let cut_start = floor(text, start.saturating_sub(WINDOW).max(line_start));
    let cut_end = floor(text, (start + WINDOW).min(line_end));
    let end = end.min(cut_end);
    let before = masked(&text[cut_start..start]);
    let middle = masked(&text[start..end]);
    let after = masked(&text[end..cut_end]);
    let from = before.len();
    let to = from + middle.len();
    (before + &middle + &after, at.line() as usize, from..to)
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A file or a page may try to move the reader's terminal; what it says is shown, not obeyed.
pub fn masked(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { '\u{fffd}' } else { c }).collect()
}

fn visible(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// Control characters and the bidirectional overrides: no text of the spec holds one, and no report shows one.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
