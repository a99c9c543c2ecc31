//! Reads one HTML `<table>` as GitBook's Markdown carries it. `scraper` reads the HTML; since it forgets places, the tags are
//! found a second time in the text, and where the two readings differ the table is refused.

use std::ops::Range;

use scraper::{ElementRef, Html, Node};

use super::document::{Cell, RawRow, RawTable};
use super::findings::Findings;
use super::words;

/// Reads the table that stands at a range of the source.
pub fn table(source: &str, range: Range<usize>, findings: &mut Findings) -> Option<RawTable> {
    let html = &source[range.clone()];
    let fragment = Html::parse_fragment(html);
    let named =
        |name| fragment.root_element().descendent_elements().filter(move |element| element.value().name() == name);
    let rows: Vec<Vec<ElementRef>> = named("tr")
        .map(|row| row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th")).collect())
        .collect();
    let places = cell_places(html);
    let read: Vec<usize> = rows.iter().map(Vec::len).collect();
    let written: Vec<usize> = places.iter().map(|row| row.cells.len()).collect();
    if read != written || named("table").count() != 1 {
        findings.problem(range.start, "the HTML of this table isn't sound: rows or cells stand outside their place");
        return None;
    }
    let mut table = RawTable { at: range.start, role: None, header: vec![], rows: vec![], merged: vec![] };
    for (elements, places) in rows.iter().zip(places) {
        let is_header = !elements.is_empty() && elements.iter().all(|cell| cell.value().name() == "th");
        let mut cells = Vec::new();
        for (element, place) in elements.iter().zip(places.cells) {
            let at = range.start + place.start..range.start + place.end;
            let spans =
                ["colspan", "rowspan"].iter().any(|name| element.attr(name).is_some_and(|span| span.trim() != "1"));
            if spans {
                table.merged.push(at.start);
            }
            cells.push(Cell { text: text(*element), at });
        }
        if is_header && table.header.is_empty() && table.rows.is_empty() {
            // GitBook writes a table without a header as one whose header is empty.
            if cells.iter().any(|cell| !cell.text.is_empty()) {
                table.header = cells;
            }
        } else {
            table.rows.push(RawRow { at: range.start + places.at, cells });
        }
    }
    // Where GitBook hides a header, or a page has none, the first row may be one: each of its cells heads a known column.
    let heads = |row: &RawRow| row.cells.iter().all(|cell| words::column(&cell.text).is_some());
    if table.header.is_empty() && table.rows.first().is_some_and(heads) {
        table.header = table.rows.remove(0).cells;
    }
    Some(table)
}

/// The text of a cell; paragraphs, list items and line breaks keep words apart.
fn text(cell: ElementRef) -> String {
    let mut text = String::new();
    for node in cell.descendants() {
        match node.value() {
            Node::Text(part) => text += part,
            Node::Element(element) if matches!(element.name(), "p" | "br" | "li" | "div") => text.push(' '),
            _ => {}
        }
    }
    words::fold(&text)
}

/// Where a row's tag stands, and its cells' contents.
struct RowPlaces {
    at: usize,
    cells: Vec<Range<usize>>,
}

/// The places of rows and cells by their tags alone.
fn cell_places(html: &str) -> Vec<RowPlaces> {
    let mut rows: Vec<RowPlaces> = Vec::new();
    let mut open: Option<usize> = None;
    for tag in tags(html) {
        let cell = matches!(tag.name.as_str(), "td" | "th");
        if (cell || matches!(tag.name.as_str(), "tr" | "thead" | "tbody" | "table"))
            && let Some(start) = open.take()
            && let Some(row) = rows.last_mut()
        {
            row.cells.push(start..tag.at.start);
        }
        if tag.closing {
            continue;
        }
        if tag.name == "tr" {
            rows.push(RowPlaces { at: tag.at.start, cells: vec![] });
        } else if cell {
            open = Some(tag.at.end);
        }
    }
    rows
}

/// The elements that a page's cells and paragraphs are made of. Other words in angle brackets are placeholders.
const ELEMENTS: [&str; 30] = [
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "div",
    "em",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
];

/// The length of a tag that a text begins with, when it is one of a page's elements.
pub fn leading_element(text: &str) -> Option<usize> {
    let tag = text.starts_with('<').then(|| tags(text).next())??;
    (tag.at.start == 0 && ELEMENTS.contains(&tag.name.as_str())).then_some(tag.at.end)
}

/// A tag in the text.
pub struct Tag {
    /// In lower case.
    pub name: String,
    pub closing: bool,
    /// From `<` to after `>`.
    pub at: Range<usize>,
}

/// The tags of a text, comments passed over.
pub fn tags(html: &str) -> impl Iterator<Item = Tag> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + html.get(from..)?.find('<')?;
            let rest = &html[start + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                from = html.len() - comment.len() + comment.find("-->").map_or(comment.len(), |end| end + 3);
                continue;
            }
            let closing = rest.starts_with('/');
            let name_at = start + 1 + usize::from(closing);
            let name: String = html[name_at..].chars().take_while(char::is_ascii_alphanumeric).collect();
            let end = tag_end(html, name_at + name.len());
            let Some(end) = end.filter(|_| name.starts_with(|c: char| c.is_ascii_alphabetic())) else {
                from = start + 1;
                continue;
            };
            from = end;
            return Some(Tag { name: name.to_ascii_lowercase(), closing, at: start..end });
        }
    })
}

/// After the `>` that ends a tag: one outside quotes. `None` where what follows the name can't belong to a tag.
fn tag_end(html: &str, from: usize) -> Option<usize> {
    let rest = &html[from..];
    if !rest.starts_with(|c: char| c.is_whitespace() || c == '/' || c == '>') {
        return None;
    }
    let mut quote = None;
    for (index, c) in rest.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return Some(from + index + 1),
            _ => {}
        }
    }
    None
}

/// The ranges of the tables of a text, outside of the given ranges; a table that isn't closed, or holds another, is a problem.
pub fn tables(source: &str, outside: &[Range<usize>], findings: &mut Findings) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for tag in tags(source).filter(|tag| tag.name == "table") {
        if outside.iter().any(|range| range.contains(&tag.at.start)) {
            continue;
        }
        match (tag.closing, open) {
            (false, None) => open = Some(tag.at.start),
            (false, Some(_)) => findings.problem(tag.at.start, "a table begins inside a table"),
            (true, Some(start)) => {
                found.push(start..tag.at.end);
                open = None;
            }
            (true, None) => findings.problem(tag.at.start, "a table ends that didn't begin"),
        }
    }
    if let Some(start) = open {
        findings.problem(start, "this table doesn't end: </table> is missing");
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> (Option<RawTable>, Findings) {
        let mut findings = Findings::default();
        let table = table(html, 0..html.len(), &mut findings);
        (table, findings)
    }

    #[test]
    fn cells_know_their_place_and_lose_their_markup() {
        let html = "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>x<strong>*</strong>&#x20;<br>y&nbsp;</td></tr></tbody></table>";
        let (table, _) = read(html);
        let table = table.unwrap();
        let cell = &table.rows[0].cells[0];
        assert_eq!(table.header[0].text, "A");
        assert_eq!(cell.text, "x* y");
        assert_eq!(&html[cell.at.clone()], "x<strong>*</strong>&#x20;<br>y&nbsp;");
    }

    #[test]
    fn end_tags_of_cells_may_be_missing() {
        let (table, findings) = read("<table><tr><td>a<td>b<tr><td>c<td>d</table>");
        let rows: Vec<Vec<String>> =
            table.unwrap().rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect();
        assert_eq!(
            (rows, findings),
            (vec![vec!["a".into(), "b".into()], vec!["c".into(), "d".into()]], Findings::default())
        );
    }

    #[test]
    fn a_first_row_of_known_columns_is_the_header_that_is_hidden() {
        let (table, _) = read(
            "<table><thead><tr><th></th><th></th></tr></thead><tr><td>Parameter</td><td>M/O/C</td></tr><tr><td>a</td><td>M</td></tr></table>",
        );
        let table = table.unwrap();
        assert_eq!((table.header[1].text.as_str(), table.rows.len()), ("M/O/C", 1));
    }

    #[test]
    fn a_cell_outside_a_row_is_refused() {
        let (table, findings) = read("<table><td>a</td><tr><td>b</td></tr></table>");
        assert!(table.is_none());
        assert_eq!(findings.problems.len(), 1);
    }

    #[test]
    fn a_table_that_does_not_end_is_refused() {
        let mut findings = Findings::default();
        assert!(tables("x <table><tr>", &[], &mut findings).is_empty());
        assert_eq!(findings.problems[0].at, 2);
    }
}
