//! Reads plain text that was copied from a rendered page: one cell a line, empty cells gone, navigation before the page and
//! a footer behind it. A row is known by a type and a presence letter on lines of their own, in a numbered table by its number.

use super::document::{Cell, Document, RawRow, RawTable};
use super::findings::shown;
use super::words::{self, Column, Role};

/// A line that isn't blank.
#[derive(Debug)]
struct Line<'a> {
    at: usize,
    text: &'a str,
    /// Directly below another line, no blank line between.
    joined: bool,
    /// As it is written, indentation included.
    raw: &'a str,
}

/// Reads the page.
pub fn read(source: &str) -> Document {
    let all = lines(source);
    let mut document = Document::default();
    let lines = content(&all, &mut document);
    let headers: Vec<Header> = headers(lines, &mut document);
    let first = headers.first().map_or(lines.len(), |header| header.start);
    check_orphans(
        &lines[..first],
        "a row of parameters stands outside a table: no header above it was recognised",
        &mut document,
    );
    for (index, header) in headers.iter().enumerate() {
        let end = headers.get(index + 1).map_or(lines.len(), |next| next.start);
        document.keep.extend(lines[header.start..header.end].iter().map(place));
        let (mut table, after) = rows(header, &lines[..end], &mut document);
        table.role = role(lines, header.start, &document.tables);
        document.telling.extend(lines[after..end].iter().map(place));
        document.tables.push(table);
    }
    document.telling.extend(lines[..first].iter().map(place));
    document
}

/// Whether the text holds the header of a table of parameters, one cell a line.
pub fn has_header(source: &str) -> bool {
    let lines = lines(source);
    (0..lines.len()).any(|start| matches!(header_at(&lines, start), Some(Ok(_))))
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut joined = false;
    for raw in source.split_inclusive('\n') {
        let text = raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'));
        if text.is_empty() {
            joined = false;
        } else {
            let indent = raw.find(text).unwrap_or_default();
            lines.push(Line { at: at + indent, text, joined, raw });
            joined = true;
        }
        at += raw.len();
    }
    lines
}

fn place(line: &Line) -> std::ops::Range<usize> {
    line.at..line.at + line.text.len()
}

/// The page's own lines, without navigation, title and footer. The title goes to the document.
fn content<'a, 'b>(all: &'b [Line<'a>], document: &mut Document) -> &'b [Line<'a>] {
    let first_header = (0..all.len()).find(|start| matches!(header_at(all, *start), Some(Ok(_)))).unwrap_or(all.len());
    // GitBook's name ends the navigation; when it stands behind the tables, it begins the footer.
    let banner = |line: &Line| line.text == "Powered by GitBook";
    let navigation = all[..first_header].iter().rposition(banner);
    let mut start = navigation.map_or(0, |banner| banner + 1);
    if let Some(banner) = navigation {
        document.keep.push(place(&all[banner]));
    }
    while let Some(line) = all[start..first_header].first() {
        let indented = line.raw.starts_with([' ', '\t']);
        let step = line.text.split_once(". ").is_some_and(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
        if line.text == "On this page" || line.text.contains("llms.txt") {
            let words = line.text.find("llms.txt").map_or(place(line), |at| line.at + at..line.at + at + 8);
            document.keep.push(words);
        } else if !(indented && (step || line.text.starts_with('•'))) {
            document.title = Some((words::fold(line.text), place(line)));
            document.keep.push(place(line));
            start += 1;
            break;
        }
        start += 1;
    }
    let footer = |line: &Line| {
        banner(line)
            || line.text.starts_with("Last updated")
            || (line.text.starts_with("Previous") && line.text.contains("Next"))
    };
    let end = all[start..].iter().position(footer).map_or(all.len(), |footer| start + footer);
    for line in all[end..].iter().filter(|line| footer(line)) {
        document.keep.extend(["Previous", "Next", "Last updated", "Powered by GitBook"].iter().filter_map(|word| {
            let at = line.at + line.text.find(word)?;
            Some(at..at + word.len())
        }));
    }
    &all[start..end]
}

/// A header's lines, and its columns.
struct Header {
    start: usize,
    end: usize,
    columns: Vec<Column>,
}

/// The headers; one with a column that isn't known is a problem.
fn headers(lines: &[Line], document: &mut Document) -> Vec<Header> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < lines.len() {
        match header_at(lines, from) {
            Some(Ok(header)) => {
                from = header.end;
                found.push(header);
            }
            Some(Err(end)) => {
                for line in lines[from..end].iter().filter(|line| words::column(line.text).is_none()) {
                    document.findings.problem(
                        line.at,
                        format!("a column headed {} isn't known, or the header's lines run into the first row; known are Parameter, Data Type, M/O/C, Min Length, Max Length, No and Description", shown(line.text)),
                    );
                }
                from = end;
            }
            None => from += 1,
        }
    }
    found
}

/// A header that begins at a line: a run of column names with a name, a type and a presence among them. `Err` gives the end of
/// a block of lines that would be one but for a line that names no known column.
fn header_at(lines: &[Line], start: usize) -> Option<Result<Header, usize>> {
    let columns: Vec<Column> = lines[start..].iter().map_while(|line| words::column(line.text)).collect();
    let name = columns.iter().position(|column| *column == Column::Name)?;
    if name > 1 || (name == 1 && columns[0] != Column::Number) {
        return None;
    }
    let block = start + 1 + lines[start + 1..].iter().take_while(|line| line.joined).count();
    let complete = |columns: &[Column]| {
        columns.contains(&Column::Presence) && (columns.contains(&Column::Type) || columns.contains(&Column::Length))
    };
    let end = start + columns.len();
    let row_follows = row_at(lines, end, columns.contains(&Column::Number)).is_some();
    if block > end && block > start + 1 && !(complete(&columns) && row_follows) {
        let known: Vec<Column> = lines[start..block].iter().filter_map(|line| words::column(line.text)).collect();
        return complete(&known).then_some(Err(block));
    }
    complete(&columns).then_some(Ok(Header { start, end, columns }))
}

/// The rows below a header, and the line behind the last cell that is sure.
fn rows(header: &Header, lines: &[Line], document: &mut Document) -> (RawTable, usize) {
    let cell = |line: &Line| Cell { text: words::fold(line.text), at: place(line) };
    let mut table = RawTable {
        at: lines[header.start].at,
        role: None,
        header: lines[header.start..header.end].iter().map(cell).collect(),
        rows: vec![],
        merged: vec![],
    };
    let numbered = header.columns.contains(&Column::Number);
    let mut from = header.end;
    let mut loose = header.end;
    while from < lines.len() {
        let Some(row) = row_at(lines, from, numbered) else {
            from += 1;
            continue;
        };
        check_loose(header, &lines[loose..from], table.rows.is_empty(), document);
        if !numbered && loose == from && !table.rows.is_empty() && header.columns.contains(&Column::Description) {
            let name = shown(lines[row.name].text);
            document.findings.note(
                lines[from].at,
                format!("{name} is read as a name, since the row before has no description; make sure that it isn't one, with the name missing"),
            );
        }
        let (min, max) = lengths(header, lines, row.presence + 1, document);
        let cells = header.columns.iter().map(|column| {
            let line = match column {
                Column::Number => numbered.then_some(from),
                Column::Name => Some(row.name),
                Column::Type | Column::Length => row.ty,
                Column::Presence => Some(row.presence),
                Column::MinLength => min,
                Column::MaxLength => max,
                Column::Description => None,
            };
            let end = place(&lines[row.presence]).end;
            line.map_or(Cell { text: String::new(), at: end..end }, |line| cell(&lines[line]))
        });
        table.rows.push(RawRow { at: lines[from].at, cells: cells.collect() });
        from = max.or(min).unwrap_or(row.presence) + 1;
        loose = from;
    }
    check_loose(header, &lines[loose..], table.rows.is_empty(), document);
    (table, loose)
}

/// The lines of the least and the greatest length behind a row's presence. A column that is empty leaves no line; with one
/// number for two columns, nothing says whose it is.
fn lengths(header: &Header, lines: &[Line], at: usize, document: &mut Document) -> (Option<usize>, Option<usize>) {
    let (least, greatest) = (header.columns.contains(&Column::MinLength), header.columns.contains(&Column::MaxLength));
    let numbered = header.columns.contains(&Column::Number);
    let is_number = |index: usize| {
        lines.get(index).is_some_and(|line| words::number(line.text).is_some())
            && row_at(lines, index, numbered).is_none()
    };
    let first = ((least || greatest) && is_number(at)).then_some(at);
    let second = (least && greatest && first.is_some() && is_number(at + 1)).then_some(at + 1);
    match (least && greatest, first, second) {
        (true, Some(at), None) => {
            if let Some(line) = lines.get(at) {
                let text = shown(line.text);
                document.findings.problem(
                    line.at,
                    format!("{text} may be this row's least length or its greatest; one number stands where two or none were expected"),
                );
            }
            (None, None)
        }
        (true, ..) => (first, second),
        (false, ..) if least => (first, None),
        _ => (None, first),
    }
}

/// The lines of a row.
struct RowLines {
    name: usize,
    ty: Option<usize>,
    presence: usize,
}

/// A row that begins at a line. In a numbered table the number is sure, so its type may be any word or missing; in others the
/// type has to be one that can't be anything else.
fn row_at(lines: &[Line], at: usize, numbered: bool) -> Option<RowLines> {
    let text = |index: usize| lines.get(index).map(|line| line.text);
    let name = if numbered {
        let number = text(at)?.trim_end_matches('.');
        (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(at + 1)?
    } else {
        at
    };
    words::name(text(name)?)?;
    let next = text(name + 1)?;
    if numbered && words::presence(next).is_some() {
        return Some(RowLines { name, ty: None, presence: name + 1 });
    }
    let is_type = if numbered { words::ty(next).is_some() } else { words::is_surely_type(next) };
    let presence = words::presence(text(name + 2)?);
    (is_type && presence.is_some()).then_some(RowLines { name, ty: Some(name + 1), presence: name + 2 })
}

/// Lines between rows: lengths and descriptions, which nothing is kept of. What looks like part of a row is a surprise.
fn check_loose(header: &Header, lines: &[Line], first: bool, document: &mut Document) {
    if let (true, Some(line)) = (first && !lines.is_empty(), lines.first()) {
        document.findings.problem(
            line.at,
            format!(
                "{} stands where the first row was expected below the header of {} columns",
                shown(line.text),
                header.columns.len()
            ),
        );
    }
    check_orphans(
        lines,
        "part of a row stands here, but not all of one: a name, a type and M, O or C were expected on lines of their own",
        document,
    );
    // A number and a name begin a row; its letter alone can be what is wrong with it.
    let begins =
        |pair: &[Line]| pair[0].text.bytes().all(|b| b.is_ascii_digit()) && words::name(pair[1].text).is_some();
    if header.columns.contains(&Column::Number)
        && let Some([number, name]) = lines.windows(2).find(|pair| begins(pair))
    {
        document.findings.problem(
            number.at,
            format!(
                "{} and {} begin a row here, but what follows isn't the rest of one: a type (or none) and M, O or C were expected",
                shown(number.text),
                shown(name.text)
            ),
        );
    }
}

fn check_orphans(lines: &[Line], message: &str, document: &mut Document) {
    let mut reported = false;
    for line in lines {
        let orphan = words::presence(line.text).is_some() || words::is_surely_type(line.text);
        if orphan && !reported {
            document.findings.problem(line.at, format!("{}: {message}", shown(line.text)));
        }
        // A type and the letter below it are one complaint.
        reported = orphan;
    }
}

/// The role that the nearest line before a header gives its table: a heading or another short line, no sentence, no cell.
fn role(lines: &[Line], header: usize, tables: &[RawTable]) -> Option<Role> {
    let cells = tables.last().map(|table| {
        let start = table.at;
        let end = table.rows.last().and_then(|row| row.cells.iter().map(|cell| cell.at.end).max());
        start..end.unwrap_or(start)
    });
    lines[..header]
        .iter()
        .rev()
        .take_while(|line| !cells.as_ref().is_some_and(|cells| cells.contains(&line.at)))
        .filter(|line| !line.text.ends_with('.') && line.text.split_whitespace().count() <= 12)
        .find_map(|line| Role::of(line.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(document: &Document) -> Vec<Vec<&str>> {
        let facts = |row: &RawRow| {
            row.cells.iter().map(|cell| cell.text.clone()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
        };
        document.tables.iter().map(|table| table.rows.iter().map(|row| &*facts(row).leak()).collect()).collect()
    }

    const HEADER: &str = "Title\n\nRequest\n\nParameter\nData Type\nM/O/C\nDescription\n\n";

    #[test]
    fn a_row_is_a_name_a_type_and_a_letter_whatever_its_description_is() {
        let page =
            read(&format!("{HEADER}lang*\n\nVarchar (10)\n\nO\n\nmany\n\nlines\n\npymt_ind\n\nVarchar(20)\n\nM\n"));
        assert_eq!(names(&page), [["lang* Varchar (10) O", "pymt_ind Varchar(20) M"]]);
        assert_eq!(page.findings.problems, []);
        assert_eq!(page.tables[0].role, Some(Role::Request));
    }

    #[test]
    fn in_a_numbered_table_the_type_may_be_missing_and_numbers_may_repeat() {
        let page = read(
            "T\n\nNo\nName\nType\nMandatory\nMin Length\nMax Length\nDescription\n\n1\n\norder\n\nM\n\n1\n\n12\n\nDetail\n\n1\n\nurl\n\nBlob\n\nO\n\n2\n\nid\n\nM\n",
        );
        assert_eq!(names(&page), [["1 order M 1 12", "1 url Blob O", "2 id M"]]);
        assert_eq!(page.findings.problems, []);
    }

    #[test]
    fn one_number_where_a_least_and_a_greatest_length_were_expected_is_refused() {
        let header = "T\n\nNo\nName\nType\nMandatory\nMin Length\nMax Length\nDescription\n\n";
        let source = format!("{header}1\n\nid\n\nString\n\nM\n\n12\n\nDetail\n");
        let page = read(&source);
        assert_eq!(&source[page.findings.problems[0].at..][..2], "12");
        let only_most = source.replace("Min Length\n", "");
        assert_eq!(names(&read(&only_most)), [["1 id String M 12"]]);
    }

    #[test]
    fn part_of_a_row_is_refused() {
        for broken in [
            "foo\n\nBlob\n\nM\n",
            "foo\n\nVarchar(5)\n\nX\n",
            "two words\n\nVarchar(5)\n\nM\n",
            "Varchar(5)\n\nM\n",
            "M\n",
        ] {
            let page = read(&format!("{HEADER}lang\n\nVarchar(10)\n\nO\n\nText.\n\n{broken}"));
            assert_eq!(page.findings.problems.len(), 1, "{broken}");
        }
    }

    #[test]
    fn what_stands_between_the_header_and_the_first_row_is_refused() {
        let page = read(&format!("{HEADER}Some words.\n\nlang\n\nVarchar(10)\n\nO\n"));
        assert_eq!(page.findings.problems.len(), 1);
    }

    #[test]
    fn a_row_right_behind_another_is_noted_since_its_name_may_be_a_description() {
        let page = read(&format!("{HEADER}lang\n\nVarchar(10)\n\nO\n\nLanguage\n\nVarchar(3)\n\nM\n\nText.\n"));
        assert_eq!((page.findings.problems.len(), page.findings.notes.len()), (0, 1));
    }

    #[test]
    fn an_unknown_column_is_refused_at_its_line() {
        let source = "T\n\nParameter\nData Type\nSample\nM/O/C\n\na\n\nVarchar(1)\n\n1\n\nM\n";
        let page = read(source);
        assert_eq!(&source[page.findings.problems[0].at..][..6], "Sample");
    }

    #[test]
    fn rows_without_a_header_are_refused() {
        assert_eq!(read("T\n\nlang\n\nVarchar(10)\n\nO\n").findings.problems.len(), 1);
    }

    #[test]
    fn navigation_and_footer_are_not_read() {
        let page = read(&format!(
            "Nav\n  • Request\n    • M\nPowered by GitBook\nOn this page\n  • Response\n  1. Home\n\n{HEADER}lang\n\nVarchar(10)\n\nO\n\nPreviousMNextM\n\nLast updated\n\nM\n"
        ));
        assert_eq!(page.title.unwrap().0, "Title");
        assert_eq!(page.findings.problems, []);
    }
}
