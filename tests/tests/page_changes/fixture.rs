//! A fixture as something to edit: its tables as rows of facts, the text between them as it is. [`Fixture::print`] writes it
//! out again with other wording and other markup each time. It shares nothing with the readers that it tries.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rand::prelude::*;
use rand::rngs::StdRng;

/// A page in pieces.
#[derive(Clone)]
pub struct Fixture {
    pub form: Form,
    /// The text before each table, and behind the last.
    texts: Vec<String>,
    pub tables: Vec<Grid>,
}

/// How a page is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Html,
    Pipes,
    /// Copied from a rendered page, one cell a line; numbered, with lengths in columns of their own.
    Copied {
        numbered: bool,
    },
}

/// A table of parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    pub rows: Vec<Entry>,
}

/// A row's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// As written, white space aside: `Varchar(10)`; empty where the cell is.
    pub ty: String,
    pub presence: char,
    pub min: Option<u32>,
    pub max: Option<u32>,
}

/// The fixtures, by the id of the committed page.
pub const FIXTURES: [(&str, &str, &str); 4] = [
    ("faspay", "card/token-payment-window", "md"),
    ("faspay", "recurring/post-transaction", "md"),
    ("faspay", "recurring/update-card", "txt"),
    ("finpay", "card/two-click", "txt"),
];

impl Fixture {
    pub fn load(gateway: &str, id: &str, ending: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("pages/{gateway}/{id}.{ending}"));
        let text = fs::read_to_string(file).unwrap();
        if ending == "md" { html(&text) } else { copied(&text) }
    }

    /// The page, with noise where nothing is a fact.
    pub fn print(&self, rng: &mut StdRng) -> String {
        let mut out = String::new();
        for (text, table) in self.texts.iter().zip(&self.tables) {
            out += &reworded(text, rng);
            match self.form {
                Form::Html => table.html(&mut out, rng),
                Form::Pipes => table.pipes(&mut out, rng),
                Form::Copied { numbered } => table.copied(numbered, &mut out, rng),
            }
        }
        out + &reworded(self.texts.last().unwrap(), rng)
    }

    /// Puts a table behind the others.
    pub fn add_table(&mut self, rows: Vec<Entry>) {
        let heading = if self.form == Form::Html { "\n\n#### Response yyyyyy\n\n" } else { "\n\nResponse\n\n" };
        self.texts.insert(self.tables.len(), heading.to_owned());
        self.tables.push(Grid { rows });
    }

    /// Takes a table away, and with it the text that leads to it.
    pub fn remove_table(&mut self, index: usize) {
        self.tables.remove(index);
        let lead = self.texts.remove(index);
        if index == 0 {
            // The page's title stands there.
            let kept = &mut self.texts[0];
            *kept = lead + kept;
        }
    }
}

impl Entry {
    fn plain(cells: &[String]) -> Self {
        let [name, ty, presence, ..] = cells else { panic!("{cells:?}") };
        let name = name.replace(['*', ' '], "");
        let [presence] = *presence.chars().collect::<Vec<_>>() else { panic!("{cells:?}") };
        Self { name, ty: ty.replace(' ', ""), presence, min: None, max: None }
    }

    /// As a report shows a row.
    pub fn shown(&self) -> String {
        let least = self.min.map(|min| format!("min {min}"));
        let most = self.max.map(|max| format!("max {max}"));
        let ty = Some(self.ty.clone()).filter(|ty| !ty.is_empty());
        [ty, least, most, Some(self.presence.to_string())].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The type's word and its length.
    pub fn split(&self) -> (String, Option<String>) {
        match self.ty.split_once('(') {
            Some((word, rest)) => (word.to_owned(), Some(rest.trim_end_matches(')').to_owned())),
            None => (self.ty.clone(), None),
        }
    }
}

fn html(text: &str) -> Fixture {
    let (mut texts, mut tables, mut rest) = (vec![String::new()], vec![], text);
    while let Some((before, after)) = rest.split_once("<table>") {
        let (table, behind) = after.split_once("</table>").unwrap();
        rest = behind;
        let last = texts.last_mut().unwrap();
        *last += before;
        if !table.contains(">Parameter<") {
            *last += &format!("<table>{table}</table>");
            continue;
        }
        let mut rows = Vec::new();
        for row in table.split("<tr>").skip(2) {
            let cells: Vec<String> = row.split("<td").skip(1).map(cell).collect();
            if !cells[0].is_empty() {
                rows.push(Entry::plain(&cells));
            }
        }
        tables.push(Grid { rows });
        texts.push(String::new());
    }
    *texts.last_mut().unwrap() += rest;
    Fixture { form: Form::Html, texts, tables }
}

/// What a cell says, from behind `<td`.
fn cell(source: &str) -> String {
    let (_, inner) = source.split_once('>').unwrap();
    let (inner, _) = inner.split_once("</td>").unwrap();
    let mut text = String::new();
    for piece in inner.split('<') {
        text += piece.split_once('>').map_or(piece, |(_, text)| text);
    }
    text.trim().to_owned()
}

fn copied(text: &str) -> Fixture {
    let lines: Vec<&str> = text.lines().collect();
    let numbered = lines.contains(&"Min Length");
    let first = if numbered { "No" } else { "Parameter" };
    let columns = if numbered { 7 } else { 4 };
    let (mut texts, mut tables, mut at) = (vec![], vec![], 0);
    while let Some(header) = lines[at..].iter().position(|line| *line == first) {
        texts.push(lines[at..at + header].join("\n") + "\n");
        let (rows, behind) = rows(&lines, at + header + columns, numbered);
        tables.push(Grid { rows });
        at = behind;
    }
    texts.push(lines[at..].join("\n") + "\n");
    Fixture { form: Form::Copied { numbered }, texts, tables }
}

/// The rows from a line on, and the line behind the last. A row is a number where rows are numbered, a name, a type (a numbered
/// row may lack it), a letter, two lengths where rows are numbered, and prose on as many lines as it takes.
fn rows(lines: &[&str], start: usize, numbered: bool) -> (Vec<Entry>, usize) {
    let next_header = lines[start..].iter().position(|line| matches!(*line, "Parameter" | "No"));
    let stop = next_header.map_or(lines.len(), |next| start + next);
    let full: Vec<usize> = (start..stop).filter(|at| !lines[*at].trim().is_empty()).collect();
    let line = |at: usize| full.get(at).map_or("", |line| lines[*line].trim());
    let is_letter = |text: &str| matches!(text, "M" | "O" | "C");
    let skip = usize::from(numbered);
    let (mut rows, mut end, mut at) = (Vec::new(), start, 0);
    while at < full.len() {
        let typed = usize::from(is_letter(line(at + skip + 2)));
        let letter = at + skip + 1 + typed;
        let starts = if numbered { line(at).parse() == Ok(rows.len() + 1) } else { typed == 1 };
        if !(starts && is_letter(line(letter))) {
            at += 1;
            continue;
        }
        let ty = if typed == 1 { line(at + skip + 1) } else { "" };
        let cells = [line(at + skip), ty, line(letter)].map(str::to_owned);
        let lengths = [line(letter + 1).parse().ok(), line(letter + 2).parse().ok()];
        let [min, max] = if numbered { lengths } else { [None, None] };
        rows.push(Entry { min, max, ..Entry::plain(&cells) });
        at = letter + 1;
        // The prose of the last row, or its letter when it has none.
        end = full.get(if numbered { letter + 3 } else { letter + 1 }).map_or(stop, |line| line + 1);
    }
    (rows, end)
}

impl Grid {
    fn html(&self, out: &mut String, rng: &mut StdRng) {
        *out += "<table><thead><tr>";
        for header in ["Parameter", "Data Type", "M/O/C", "Description"] {
            let width = rng.random_range(80..400);
            let text = if rng.random_bool(0.2) { format!("<strong>{header}</strong>") } else { header.to_owned() };
            let _ = write!(out, "<th width=\"{width}\">{text}</th>");
        }
        *out += "</tr></thead><tbody>";
        for row in &self.rows {
            if rng.random_bool(0.03) {
                *out += "<tr><td> </td><td> </td><td> </td><td> </td></tr>";
            }
            let center = if rng.random_bool(0.5) { " align=\"center\"" } else { "" };
            let (name, ty) = (row.noisy_name(rng), row.noisy_type(rng));
            let name = match rng.random_range(0..6) {
                0 => format!("<strong>{name}</strong>"),
                1 => format!("<p>{name}</p>"),
                2 => format!("<a href=\"#y\">{name}</a>"),
                3 => name.replacen('_', "&#x5f;", 1),
                4 => format!("&#x20;{name}&nbsp;"),
                _ => name,
            };
            let (presence, prose) = (row.presence, prose(rng));
            let prose = match rng.random_range(0..4) {
                0 => format!("<p>{prose}</p><p>&nbsp;</p><p><em>{prose}</em></p>"),
                1 => format!("<a href=\"https://y.example/{prose}\">{prose}</a>"),
                2 => String::from(" "),
                _ => prose,
            };
            let _ = write!(out, "<tr><td>{name}</td><td>{ty}</td><td{center}>{presence}</td><td>{prose}</td></tr>");
            if rng.random_bool(0.1) {
                out.push('\n');
            }
        }
        *out += "</tbody></table>";
    }

    fn pipes(&self, out: &mut String, rng: &mut StdRng) {
        let dashes = "-".repeat(rng.random_range(3..20));
        let _ = write!(out, "\n\n| Parameter | Data Type | M/O/C | Description |\n|{dashes}|:-:|---|{dashes}|\n");
        for row in &self.rows {
            let name = row.noisy_name(rng).replace('*', "\\*");
            let name = match rng.random_range(0..3) {
                0 => format!("**{name}**"),
                1 => format!("`{}`", row.name),
                _ => name.replace('_', "\\_"),
            };
            let pad = " ".repeat(rng.random_range(1..4));
            let (ty, presence, prose) = (row.noisy_type(rng), row.presence, prose(rng));
            let _ = writeln!(out, "|{pad}{name}{pad}|{pad}{ty} | {presence}{pad}| {prose} |");
        }
        out.push('\n');
    }

    fn copied(&self, numbered: bool, out: &mut String, rng: &mut StdRng) {
        let header = if numbered {
            "No\nName\nType\nMandatory\nMin Length\nMax Length\nDescription\n\n"
        } else {
            "Parameter\nData Type\nM/O/C\nDescription\n\n"
        };
        *out += header;
        for (number, row) in self.rows.iter().enumerate() {
            let mut cells = Vec::new();
            if numbered {
                cells.push((number + 1).to_string());
            }
            cells.push(row.noisy_name(rng));
            cells.extend(Some(row.noisy_type(rng)).filter(|ty| !ty.is_empty()));
            cells.push(row.presence.to_string());
            cells.extend(row.min.map(|min| min.to_string()));
            cells.extend(row.max.map(|max| max.to_string()));
            cells.push(prose(rng));
            let blank = if rng.random_bool(0.2) { "\n\u{200b}\n\n" } else { "\n\n" };
            *out += &(cells.join(blank) + "\n\n");
        }
    }
}

impl Entry {
    fn noisy_name(&self, rng: &mut StdRng) -> String {
        match rng.random_range(0..5) {
            0 => format!("{}*", self.name),
            1 => format!("{} ", self.name),
            _ => self.name.clone(),
        }
    }

    fn noisy_type(&self, rng: &mut StdRng) -> String {
        match rng.random_range(0..4) {
            0 => self.ty.replace('(', " ("),
            1 => self.ty.replace('(', "( ").replace(')', " )"),
            _ => self.ty.clone(),
        }
    }
}

/// Some words that say nothing of requests and responses, types and letters.
fn prose(rng: &mut StdRng) -> String {
    let words = ["yyy", "the value", "zz-zz", "see it", "(20 yy)", "e.g. 00,00", "yyyy’y", "<y>", "字"];
    let count = rng.random_range(2..7);
    let text: Vec<&str> = (0..count).map(|_| *words.choose(rng).unwrap()).collect();
    format!("Yy {}.", text.join(" ").replace('<', "&lt;").replace('>', "&gt;"))
}

/// The text between tables with other filler, and a paragraph more at times.
fn reworded(text: &str, rng: &mut StdRng) -> String {
    let more = if rng.random_bool(0.3) { format!("\n{}\n\n", prose(rng)) } else { String::new() };
    let filler = *["x", "xy", "yx"].choose(rng).unwrap();
    match text.rfind("\n\n") {
        // Not before a title, and not inside a list.
        Some(at) if text.contains("equest") || text.contains("esponse") => {
            format!("{}\n{more}{}", &text[..at].replace("xxx", filler), &text[at..])
        }
        _ => text.to_owned(),
    }
}
