//! Judges a table of cells: whether it lists parameters, and what its rows say. Whatever it can't be sure of refuses the
//! page, all reasons at once; `ingest` calls it for every table of every format.

use std::collections::BTreeSet;
use std::ops::Range;

use faspay_spec::page::Row;

use super::document::{Cell, RawRow, RawTable};
use super::findings::{Findings, shown};
use super::words::{self, Column};

/// The rows of a table of parameters, and where the cells stand that they were read from. `None` for another kind of table.
pub fn read(table: &RawTable, findings: &mut Findings) -> Option<(Vec<Row>, Vec<Range<usize>>)> {
    let columns: Vec<Option<Column>> = table.header.iter().map(|cell| words::column(&cell.text)).collect();
    let position = |column| columns.iter().position(|found| *found == Some(column));
    let (name, ty, length, presence) =
        (position(Column::Name), position(Column::Type), position(Column::Length), position(Column::Presence));
    let (Some(name), Some(presence), true) = (name, presence, ty.is_some() || length.is_some()) else {
        refuse_or_skip(table, name.is_some(), ty.is_some() || length.is_some(), findings);
        return None;
    };
    check_shape(table, &columns, findings);
    let (min, max) = (position(Column::MinLength), position(Column::MaxLength));
    let places = Places { name, ty, length, presence, min, max, count: columns.len() };
    let mut keep: Vec<_> = table.header.iter().map(|cell| cell.at.clone()).collect();
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    let problems = findings.problems.len();
    for raw in &table.rows {
        let Some(row) = row(raw, &places, findings) else { continue };
        if !seen.insert(row.name.clone()) {
            findings.note(raw.at, format!("{} has a row already; this one is kept as well", row.name));
        }
        let facts = [Some(name), ty, length, Some(presence), position(Column::Number), min, max];
        keep.extend(facts.into_iter().flatten().filter_map(|at| raw.cells.get(at)).map(|cell| cell.at.clone()));
        rows.push(row);
    }
    if rows.is_empty() && findings.problems.len() == problems {
        findings.problem(table.at, "this table of parameters has no rows");
    }
    Some((rows, keep))
}

/// Which column holds what.
struct Places {
    name: usize,
    ty: Option<usize>,
    length: Option<usize>,
    presence: usize,
    min: Option<usize>,
    max: Option<usize>,
    count: usize,
}

fn row(raw: &RawRow, places: &Places, findings: &mut Findings) -> Option<Row> {
    if raw.cells.iter().all(|cell| cell.text.is_empty()) {
        findings.note(raw.at, "an empty row, skipped");
        return None;
    }
    if raw.cells.len() != places.count {
        let found = raw.cells.len();
        findings.problem(raw.at, format!("this row has {found} cells, but the header has {}", places.count));
        return None;
    }
    let cell = |at: usize| raw.cells.get(at);
    let text = |at: Option<usize>| at.and_then(cell).map(|cell| (cell.text.as_str(), cell.at.start));
    let (written, at) = text(Some(places.name))?;
    let name = words::name(written);
    match &name {
        None => findings.problem(at, format!("{} can't be a parameter's name", shown(written))),
        Some(name) if name.mended => {
            findings.note(at, format!("{} holds a stray space; read as {}", shown(written), name.text));
        }
        Some(_) => {}
    }
    let ty = self::ty(text(places.ty), text(places.length), findings);
    let (written, at) = text(Some(places.presence))?;
    let presence = words::presence(written);
    if presence.is_none() {
        findings.problem(at, format!("{} stands where M, O or C was expected", shown(written)));
    }
    let (min, max) = (number(text(places.min), findings), number(text(places.max), findings));
    let name = name?;
    Some(Row {
        name: name.text,
        ty: ty?,
        presence: presence?,
        coded: name.coded,
        min: min?,
        max: max?,
        basis: None,
        line: 0,
    })
}

/// A cell in a column of least or greatest lengths; it may be empty.
fn number(cell: Option<(&str, usize)>, findings: &mut Findings) -> Option<Option<u32>> {
    let Some((written, at)) = cell.filter(|(written, _)| !written.is_empty()) else { return Some(None) };
    let read = words::number(written);
    if read.is_none() {
        findings.problem(at, format!("{} stands where a length was expected, such as 10, or nothing", shown(written)));
    }
    read.map(Some)
}

/// The type cell; a length column of its own is put into parentheses behind it.
fn ty(ty: Option<(&str, usize)>, length: Option<(&str, usize)>, findings: &mut Findings) -> Option<String> {
    let mut read = String::new();
    if let Some((written, at)) = ty {
        let Some(text) = words::ty(written) else {
            findings.problem(at, format!("{} stands where a type was expected, such as Varchar(10)", shown(written)));
            return None;
        };
        read = text;
    }
    let Some((written, at)) = length.filter(|(written, _)| !written.is_empty()) else { return Some(read) };
    if !written.chars().all(|c| c.is_ascii_digit()) {
        findings.problem(at, format!("{} stands where a length was expected, such as 10", shown(written)));
        return None;
    }
    if read.contains('(') {
        findings.problem(
            at,
            format!("the type {} has a length already, and the length column says {written}", shown(&read)),
        );
        return None;
    }
    Some(format!("{read}({written})"))
}

/// The header names a table of parameters: every column has to be known, none twice, no cell merged.
fn check_shape(table: &RawTable, columns: &[Option<Column>], findings: &mut Findings) {
    for (index, (cell, column)) in table.header.iter().zip(columns).enumerate() {
        match column {
            None => findings.problem(
                cell.at.start,
                format!("a column headed {} isn't known; known are Parameter, Data Type, Length, M/O/C, Min Length, Max Length, No and Description", shown(&cell.text)),
            ),
            Some(_) if columns[..index].contains(column) => {
                findings.problem(cell.at.start, format!("a second column headed {}", shown(&cell.text)));
            }
            Some(_) => {}
        }
    }
    for at in &table.merged {
        findings.problem(*at, "a merged cell (colspan or rowspan); one cell a column and row was expected");
    }
}

/// The header isn't that of a table of parameters. When its rows are like parameters nevertheless, that is a surprise.
fn refuse_or_skip(table: &RawTable, name: bool, ty: bool, findings: &mut Findings) {
    let like_parameter = |row: &RawRow| {
        let any = |test: fn(&str) -> bool| row.cells.iter().any(|cell: &Cell| test(&cell.text));
        any(|text| words::presence(text).is_some()) && any(words::is_surely_type)
    };
    let header: Vec<_> = table.header.iter().map(|cell| shown(&cell.text)).collect();
    let lacks = match (name, ty) {
        (false, _) => "a column headed Parameter or Name",
        (true, false) => "a column headed Data Type or Length",
        (true, true) => "a column headed M/O/C or Mandatory",
    };
    if let Some(row) = table.rows.iter().find(|row| like_parameter(row)) {
        let lacks = if header.is_empty() { "a header" } else { lacks };
        findings.problem(table.at, format!("the rows of this table are like parameters, but it lacks {lacks}"));
        findings.problem(row.at, "the first row of that kind");
    } else if header.is_empty() {
        findings.note(table.at, "a table without a header, skipped: not a table of parameters");
    } else {
        findings.note(table.at, format!("the table headed {} is skipped: it lacks {lacks}", header.join(", ")));
    }
}
