//! Reads a page saved as GitBook's Markdown: HTML tables, pipe tables, headings and blocks of code. What GitBook adds below
//! the page for its own purposes is left out.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::document::{Cell, Code, Document, RawRow, RawTable};
use super::html;
use super::words::{self, Role};

/// Reads the page.
pub fn read(source: &str) -> Document {
    let mut walk = Walk::default();
    let parser = Parser::new_ext(source, Options::ENABLE_TABLES);
    for (event, at) in parser.into_offset_iter() {
        walk.event(event, at, source);
    }
    let Walk { mut document, pieces, tables: piped, code, end, .. } = walk;
    let end = end.unwrap_or(source.len());
    let mut findings = std::mem::take(&mut document.findings);
    findings.problems.retain(|problem| problem.at < end);
    let ranges = html::tables(&source[..end], &code, &mut findings);
    let is_outside = |at: usize| at < end && !ranges.iter().any(|range| range.contains(&at));
    document.tables = ranges.iter().filter_map(|range| html::table(source, range.clone(), &mut findings)).collect();
    document.tables.extend(piped.into_iter().filter(|table| is_outside(table.at)));
    document.tables.sort_by_key(|table| table.at);
    let pieces: Vec<Piece> = pieces.into_iter().filter(|piece| is_outside(piece.at.start)).collect();
    for table in &mut document.tables {
        table.role = role(&pieces, table.at);
    }
    document.php.retain(|code| code.at.start < end);
    document.telling = pieces.into_iter().map(|piece| piece.at).collect();
    document.findings = findings;
    document
}

/// A heading or a line of a paragraph.
#[derive(Debug)]
struct Piece {
    at: Range<usize>,
    /// A heading's level.
    level: Option<HeadingLevel>,
    text: String,
}

/// The role that the nearest text before a place gives it: within its section, else within the sections around that one.
/// A section that has ended has no say.
fn role(pieces: &[Piece], at: usize) -> Option<Role> {
    let mut sections: Vec<(Option<HeadingLevel>, Option<Role>)> = vec![(None, None)];
    for piece in pieces.iter().take_while(|piece| piece.at.start < at) {
        let role = Role::of(&piece.text);
        if piece.level.is_some() {
            sections.retain(|(level, _)| *level < piece.level);
            sections.push((piece.level, role));
        } else if let (Some(section), Some(_)) = (sections.last_mut(), role) {
            section.1 = role;
        }
    }
    sections.iter().rev().find_map(|(_, role)| *role)
}

/// The state of one pass over the events.
#[derive(Default)]
struct Walk {
    document: Document,
    pieces: Vec<Piece>,
    tables: Vec<RawTable>,
    /// Code, block and inline, where a tag is no tag.
    code: Vec<Range<usize>>,
    /// Where GitBook's own text begins.
    end: Option<usize>,
    /// Text that is being collected, and where the current line of it began.
    text: String,
    line: usize,
    lists: usize,
    rule: Option<usize>,
    block: Option<(bool, Option<Range<usize>>)>,
}

impl Walk {
    fn event(&mut self, event: Event, at: Range<usize>, source: &str) {
        match event {
            Event::Start(tag) => self.start(&tag, at, source),
            Event::End(tag) => self.end(tag, at, source),
            Event::Text(text) => {
                self.text += &text;
                if let Some((_, place)) = &mut self.block {
                    let start = place.as_ref().map_or(at.start, |place| place.start);
                    *place = Some(start..at.end);
                }
            }
            Event::Code(text) => {
                self.code.push(at);
                self.text += &text;
            }
            Event::SoftBreak | Event::HardBreak if self.block.is_none() => self.line_ends(at.start, at.end, source),
            // Another block between a rule and a heading parts them, so the rule is forgotten there (see `start`).
            Event::Rule => self.rule = Some(at.start),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.text.push(' '),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, at: Range<usize>, source: &str) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => self.begin(at.start),
            Tag::List(_) => self.lists += 1,
            Tag::CodeBlock(kind) => {
                let php = matches!(kind, CodeBlockKind::Fenced(info) if words::fold(info).to_ascii_lowercase().starts_with("php"));
                self.block = Some((php, None));
                self.begin(at.start);
                // What is merely indented may be the inside of a table.
                if matches!(kind, CodeBlockKind::Fenced(_)) {
                    self.code.push(at);
                }
            }
            Tag::Link { dest_url, .. } => self.link(dest_url, at, source),
            Tag::Table(_) => {
                self.tables.push(RawTable { at: at.start, role: None, header: vec![], rows: vec![], merged: vec![] });
            }
            Tag::TableRow | Tag::TableHead => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(RawRow { at: at.start, cells: vec![] });
                }
            }
            Tag::TableCell => self.begin(at.start),
            _ => {}
        }
        let within_heading = matches!(tag, Tag::Heading { .. } | Tag::Emphasis | Tag::Strong | Tag::Link { .. });
        if !within_heading {
            self.rule = None;
        }
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>, source: &str) {
        match tag {
            TagEnd::Paragraph => self.line_ends(at.end, at.end, source),
            TagEnd::Heading(level) => self.heading(level, at),
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::CodeBlock => {
                let text = std::mem::take(&mut self.text);
                if let Some((php, Some(inside))) = self.block.take()
                    && (php || text.trim_start().starts_with("<?php"))
                {
                    // The fence and its word stay in a stripped page.
                    self.document.keep.push(at.start..inside.start);
                    self.document.php.push(Code { text, at: inside });
                }
            }
            TagEnd::TableCell => {
                let text = words::fold(&std::mem::take(&mut self.text));
                let start = at.end - source[at.clone()].trim_start().len();
                if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
                    row.cells.push(Cell { text, at: start..at.end });
                }
            }
            TagEnd::TableHead => {
                if let Some(table) = self.tables.last_mut() {
                    table.header = table.rows.pop().map(|row| row.cells).unwrap_or_default();
                }
            }
            TagEnd::TableRow => {
                // The parser pads short rows and cuts long ones; as many cells as are written is what counts here.
                if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
                    row.cells.resize(pipe_cells(&source[at.clone()]), Cell { text: String::new(), at: at.end..at.end });
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, at: usize) {
        self.text.clear();
        self.line = at;
    }

    /// A paragraph's line is complete.
    fn line_ends(&mut self, at: usize, next: usize, source: &str) {
        let text = words::fold(&std::mem::take(&mut self.text));
        let place = self.line..at;
        self.line = next;
        if source[place.clone()].trim_start().starts_with('|') && text.matches('|').count() > 1 {
            self.document.findings.problem(
                place.start,
                "a line like a table's row stands outside a table: the row of dashes below a header is missing, or a blank line parts the table",
            );
        }
        if self.lists == 0 {
            self.pieces.push(Piece { at: place, level: None, text });
        }
    }

    fn heading(&mut self, level: HeadingLevel, at: Range<usize>) {
        let text = words::fold(&std::mem::take(&mut self.text));
        if level == HeadingLevel::H1 && text == "Agent Instructions" && self.end.is_none() {
            self.end = Some(self.rule.unwrap_or(at.start));
            self.document.keep.push(at);
            return;
        }
        if level == HeadingLevel::H1 && self.document.title.is_none() && self.end.is_none() {
            self.document.title = Some((text.clone(), at.clone()));
            self.document.keep.push(at.clone());
        }
        self.pieces.push(Piece { at, level: Some(level), text });
    }

    /// The page's own address stands in the first line, before the title.
    fn link(&mut self, address: &str, at: Range<usize>, source: &str) {
        if self.document.title.is_some() || self.document.path.is_some() {
            return;
        }
        let Some((_, rest)) = address.split_once("://") else { return };
        let Some((_, path)) = rest.split_once('/') else { return };
        let Some(path) = path.strip_suffix(".md") else { return };
        self.document.path = Some(path.to_owned());
        if let Some(offset) = source[at.clone()].find(address) {
            self.document.keep.push(at.start + offset..at.start + offset + address.len());
        }
    }
}

/// How many cells a row of a pipe table has as it is written.
fn pipe_cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut escaped = false;
    let mut cells = 1;
    let mut ended = false;
    for c in row.chars() {
        ended = c == '|' && !escaped;
        cells += usize::from(ended);
        escaped = c == '\\' && !escaped;
    }
    cells - usize::from(ended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_that_has_ended_has_no_say() {
        let page = read("# T\n\n## Request\n\n|a|\n|-|\n\n## Codes\n\n|b|\n|-|\n\n### Response\n\n|c|\n|-|\n");
        let roles: Vec<_> = page.tables.iter().map(|table| table.role).collect();
        assert_eq!(roles, [Some(Role::Request), None, Some(Role::Response)]);
    }

    #[test]
    fn the_nearest_line_decides_and_one_that_speaks_of_both_does_not() {
        let page = read(
            "# Request\n\nNow the **response**:\n\nThe response of a request.\\\nok\n\n<table><tr><td>1</td></tr></table>\n",
        );
        assert_eq!(page.tables[0].role, Some(Role::Response));
    }

    #[test]
    fn the_path_is_the_link_to_the_page_itself_without_its_host() {
        let page = read(
            "> [llms.txt](https://h.example/llms.txt), [Markdown](https://h.example/a/b-1.md).\n\n# T\n\n[x](https://h.example/c.md)\n",
        );
        assert_eq!(page.path.as_deref(), Some("a/b-1"));
    }

    #[test]
    fn what_gitbook_adds_below_is_not_read() {
        let page = read("# T\n\n|a|\n|-|\n\n---\n\n# Agent Instructions\n\n|b|\n|-|\n\n<table><tr>");
        assert_eq!(page.tables.len(), 1);
        assert_eq!(page.findings.problems, []);
    }

    #[test]
    fn a_table_in_code_is_no_table() {
        let page = read("# T\n\n```html\n<table><tr><td>1</td></tr></table>\n```\n\nand `<table>`\n");
        assert!(page.tables.is_empty());
        assert_eq!(page.findings.problems, []);
    }

    #[test]
    fn an_html_table_may_have_blank_lines_and_indents() {
        let page = read("# T\n\n<table>\n\n    <tr>\n\n    <td>a</td>\n\n    </tr>\n\n    </table>\n\n## Request\n");
        assert_eq!(page.tables[0].rows[0].cells[0].text, "a");
        assert_eq!(page.findings.problems, []);
    }

    #[test]
    fn rows_have_as_many_cells_as_are_written() {
        assert_eq!(["| a | b |", "a | b", "| a \\| b | c", "|"].map(pipe_cells), [2, 2, 2, 1]);
    }

    #[test]
    fn a_pipe_table_without_its_row_of_dashes_is_refused() {
        let page = read("# T\n\n| Parameter | Data Type | M/O/C |\n| a | Varchar(1) | M |\n");
        assert_eq!(page.findings.problems.len(), 2);
    }
}
