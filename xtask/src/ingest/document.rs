//! What the readers of the page formats have in common: a page as a title, tables of cells and blocks of code, each with its
//! place in the file. The table reader turns the cells into rows, `strip` needs the places.

use std::ops::Range;

use super::findings::Findings;
use super::words::Role;

/// A page, read but not judged.
#[derive(Debug, Default)]
pub struct Document {
    /// The title, and where it stands.
    pub title: Option<(String, Range<usize>)>,
    /// Path on the documentation host, from the page's own link.
    pub path: Option<String>,
    /// Every table, in order.
    pub tables: Vec<RawTable>,
    /// Blocks of PHP.
    pub php: Vec<Code>,
    /// Where a stripped page keeps the text as it is.
    pub keep: Vec<Range<usize>>,
    /// Where a stripped page keeps the words that tell a request from a response.
    pub telling: Vec<Range<usize>>,
    /// What went wrong while reading.
    pub findings: Findings,
}

/// A block of code.
#[derive(Debug)]
pub struct Code {
    pub text: String,
    /// Where the text stands, without the fences.
    pub at: Range<usize>,
}

/// A table of cells.
#[derive(Debug)]
pub struct RawTable {
    /// Where it begins.
    pub at: usize,
    /// What the text before it says that it is about.
    pub role: Option<Role>,
    /// The header row; empty where there is none.
    pub header: Vec<Cell>,
    /// The rows below.
    pub rows: Vec<RawRow>,
    /// Cells that span several columns or rows.
    pub merged: Vec<usize>,
}

/// A row of cells.
#[derive(Debug)]
pub struct RawRow {
    pub at: usize,
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its text, markup gone, white space folded.
    pub text: String,
    /// Where its content stands.
    pub at: Range<usize>,
}
