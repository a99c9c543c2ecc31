//! What the readers do together: pages in Markdown, with HTML and pipe tables, and as copied text, their oddities, and pages
//! that somebody broke at random.

use super::*;
use faspay_spec::page::{Flag, Row};

const PATH: &str = "> [Markdown](https://h.example/a/b.md).\n\n";

fn page(body: &str) -> Result<Read, Findings> {
    read(&format!("{PATH}# Title\n\n## Request\n\n{body}"))
}

fn html(header: &str, rows: &[&str]) -> String {
    let cells = |row: &str, tag: &str| -> String {
        let cells = row.split('|').map(|cell| format!("<{tag}>{cell}</{tag}>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let body: String = rows.iter().map(|row| cells(row, "td")).collect();
    format!("<table><thead>{}</thead><tbody>{body}</tbody></table>\n", cells(header, "th"))
}

fn pipe(header: &str, rows: &[&str]) -> String {
    let line = |row: &str| format!("| {} |\n", row.replace('|', " | "));
    let dashes = "---|".repeat(header.split('|').count());
    format!("{}|{dashes}\n{}", line(header), rows.iter().map(|row| line(row)).collect::<String>())
}

fn row(name: &str, ty: &str, presence: Flag, coded: bool) -> Row {
    Row { name: name.into(), ty: ty.into(), presence, coded, min: None, max: None, basis: None, line: 0 }
}

const HEADER: &str = "Parameter|Data Type|M/O/C|Description";

#[test]
fn html_pipe_and_copied_text_give_the_same_rows() {
    let rows = ["lang*|Varchar (10)|O|Words.", "pymt_ind|Varchar(20)|M|Words.", "amount|Numeric|C|Words, more."];
    let copied: String = rows.iter().map(|row| format!("{}\n\n", row.replace('|', "\n\n"))).collect();
    let copied = format!("Title\n\nRequest\n\n{}\n\n{copied}", HEADER.replace('|', "\n"));
    let expected = [
        row("lang", "Varchar(10)", Flag::Optional, true),
        row("pymt_ind", "Varchar(20)", Flag::Mandatory, false),
        row("amount", "Numeric", Flag::Conditional, false),
    ];
    for read in [page(&html(HEADER, &rows)), page(&pipe(HEADER, &rows)), read(&copied)] {
        let read = read.unwrap_or_else(|findings| panic!("{findings:?}"));
        assert_eq!(read.title, "Title");
        assert_eq!(read.tables, [Table { id: "request".into(), rows: expected.to_vec() }]);
    }
}

#[test]
fn oddities_are_read_and_reported() {
    let rows = ["a_ b&#x20;|VarcharI(30)|M|", "&nbsp;|&nbsp;|&nbsp;|&nbsp;", "a_b<strong>*</strong>|Varchar(3)|C|"];
    let read = page(&html(HEADER, &rows)).unwrap_or_else(|findings| panic!("{findings:?}"));
    let expected =
        [row("a_b", "VarcharI(30)", Flag::Mandatory, false), row("a_b", "Varchar(3)", Flag::Conditional, true)];
    assert_eq!(read.tables[0].rows, expected);
    let notes: Vec<&str> = read.findings.notes.iter().map(|note| note.text.as_str()).collect();
    assert!(
        notes[0].contains("stray space") && notes[1].contains("empty row") && notes[2].contains("has a row already"),
        "{notes:?}"
    );
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    for name in FIXTURES {
        let source = fixture(name);
        let facts = |source: &str| read(source).map(|read| (read.title, read.path, read.tables, read.samples)).ok();
        assert_eq!(facts(&source.replace('\n', "\r\n")), facts(&source), "{name}");
        assert!(facts(&source).is_some());
    }
}

#[test]
fn tables_are_numbered_where_a_role_repeats() {
    let table = html(HEADER, &["a|Varchar(1)|M|"]);
    let read = page(&format!("{table}\n## Response\n\n{table}\n**More response:**\n\n{table}\n# Codes\n\n{table}"))
        .unwrap_or_else(|findings| panic!("{findings:?}"));
    let ids: Vec<&str> = read.tables.iter().map(|table| table.id.as_str()).collect();
    assert_eq!(ids, ["request", "response", "response-2", "parameters"]);
}

#[test]
fn other_tables_are_skipped_with_a_note() {
    let body = html("Action|Description", &["When|Receiving"]) + "\n" + &html(HEADER, &["a|Varchar(1)|M|"]);
    let read = page(&body).unwrap_or_else(|findings| panic!("{findings:?}"));
    assert_eq!((read.tables.len(), read.findings.notes.len()), (1, 1));
}

#[test]
fn a_length_column_joins_the_type() {
    let read = page(&pipe("Name|Type|Length|Mandatory", &["a|String|12|M", "b|Date||O"]))
        .unwrap_or_else(|findings| panic!("{findings:?}"));
    assert_eq!(
        read.tables[0].rows,
        [row("a", "String(12)", Flag::Mandatory, false), row("b", "Date", Flag::Optional, false)]
    );
}

#[test]
fn surprises_are_refused_at_their_place_and_all_at_once() {
    let good = "ok|Varchar(1)|M|d";
    for (header, bad, place) in [
        ("Parameter|Data Type|Example|M/O/C|Description", "a|Varchar(1)|1|M|d", "Example"),
        ("Parameter|Data Type|M/O/C|Data Type", "a|Varchar(1)|M|d", "Data Type<"),
        (HEADER, "a|Fill this with the type|M|d", "Fill"),
        (HEADER, "a|Varchar(1)|Y|d", "Y<"),
        (HEADER, "a|Varchar(1)||d", "</td><td>d</td>"),
        (HEADER, "two words|Varchar(1)|M|d", "two"),
        (HEADER, "|Varchar(1)|M|d", "</td><td>Varchar(1)</td><td>M</td><td>d</td></tr></tbody>"),
        (HEADER, "a|Varchar(1)|M", "<tr><td>a"),
        (HEADER, "a|Varchar(1)|M|d|e", "<tr><td>a"),
    ] {
        let good = if header.starts_with("Parameter|Data Type|Example") { "ok|Varchar(1)|1|M|d" } else { good };
        let body = html(header, &[good, bad]);
        let whole = format!("{PATH}# Title\n\n## Request\n\n{body}");
        let findings = page(&body).err().unwrap_or_else(|| panic!("{bad} was taken"));
        let last = findings.problems.last().unwrap();
        assert!(whole[last.at..].starts_with(place), "{bad}: {} at {}", last.text, &whole[last.at..]);
    }
    let two = html(HEADER, &["a|Varchar(1)|Y|", "b b|Varchar(1)|M|"]);
    assert_eq!(page(&two).err().unwrap().problems.len(), 2);
}

#[test]
fn a_header_that_is_missing_or_renamed_is_refused_when_the_rows_are_like_parameters() {
    let rows = ["a|Varchar(1)|M|"];
    let headless = html("|||", &rows);
    let bare = headless.replace("<thead><tr><th></th><th></th><th></th><th></th></tr></thead>", "");
    for body in [
        headless,
        bare,
        html("Parameter|Data Type|Required|Description", &rows),
        html("Key|Data Type|M/O/C|Description", &rows),
    ] {
        assert!(page(&body).is_err(), "{body}");
    }
}

#[test]
fn merged_cells_are_refused() {
    for span in ["colspan=\"2\"", "rowspan=\"2\""] {
        let body = html(HEADER, &["a|Varchar(1)|M|"]).replacen("<td>", &format!("<td {span}>"), 1);
        assert!(page(&body).err().unwrap().problems[0].text.contains("merged"));
    }
    let body = html(HEADER, &["a|Varchar(1)|M|"]).replacen("<td>", "<td colspan=\"1\">", 1);
    assert!(page(&body).is_ok());
}

#[test]
fn a_pipe_row_with_a_cell_too_many_is_refused() {
    for row in ["a|Varchar(1)|M|d|e", "a|Varchar(1)|M"] {
        assert!(page(&pipe(HEADER, &[row])).is_err(), "{row}");
    }
}

#[test]
fn a_page_without_parameters_or_title_is_refused() {
    assert!(page("No table.\n").is_err());
    assert!(read(&html(HEADER, &["a|Varchar(1)|M|"])).is_err());
    assert!(read("<!DOCTYPE html><html><table></table></html>").is_err());
}

fn fixture(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/pages/faspay").join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

const FIXTURES: [&str; 3] =
    ["recurring/post-transaction.md", "recurring/update-card.txt", "card/token-payment-window.md"];

#[test]
fn stripping_changes_no_fact_and_a_second_time_nothing() {
    for name in FIXTURES {
        let source = fixture(name);
        let read = read(&source).unwrap_or_else(|findings| panic!("{findings:?}"));
        assert_eq!(strip::strip(&source, &read.plan), source, "{name}");
    }
}

#[test]
fn no_change_of_a_fact_goes_unnoticed() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for name in FIXTURES {
        let source = fixture(name);
        let page = read(&source).unwrap_or_else(|findings| panic!("{findings:?}"));
        // The cells of headers, names, types and presences.
        let tables = document(&source).unwrap_or_else(|findings| panic!("{findings:?}")).tables;
        let cells: Vec<_> = tables
            .iter()
            .filter_map(|raw| table::read(raw, &mut Findings::default()))
            .flat_map(|(_, cells)| cells)
            .collect();
        for _ in 0..200 {
            let cell = cells[random.below(cells.len())].clone();
            let letters: Vec<usize> =
                cell.clone().filter(|at: &usize| source.as_bytes()[*at].is_ascii_alphanumeric()).collect();
            let Some(at) = letters.get(random.below(letters.len().max(1))) else { continue };
            let letter = char::from(b"abMOCXY0159_"[random.below(12)]);
            let mut changed = source.clone();
            changed.replace_range(*at..*at + 1, &letter.to_string());
            let is_markup = source[..*at]
                .rfind(['<', '>', '&', ';'])
                .is_some_and(|mark| matches!(source.as_bytes()[mark], b'<' | b'&'));
            if changed == source || is_markup {
                continue;
            }
            let now = read(&changed).ok().map(|now| (now.title, now.path, now.tables));
            let before = Some((page.title.clone(), page.path.clone(), page.tables.clone()));
            let folded = source.as_bytes()[*at].eq_ignore_ascii_case(&changed.as_bytes()[*at]);
            assert!(now != before || folded, "{name}: {} became {letter} and nothing changed", &source[cell.clone()]);
        }
    }
}

#[test]
fn a_page_broken_at_random_is_read_or_refused_but_never_a_panic() {
    let mut random = Random(0x1234_5678_9ABC_DEF1);
    for name in FIXTURES {
        let source: Vec<char> = fixture(name).chars().collect();
        for _ in 0..40 {
            let mut broken = source.clone();
            for _ in 0..=random.below(4) {
                let start = random.below(broken.len());
                let end = (start + random.below(200)).min(broken.len());
                match random.below(3) {
                    0 => drop(broken.drain(start..end)),
                    1 => broken.insert(start, ['<', '|', '\n', '"', '\'', '&', '$', 'é', '\u{0}'][random.below(9)]),
                    _ => broken.extend_from_within(start..end),
                }
            }
            let broken: String = broken.into_iter().collect();
            match read(&broken) {
                Ok(read) => drop(strip::strip(&broken, &read.plan)),
                Err(findings) => assert!(!findings.render("f", &broken).is_empty()),
            }
        }
    }
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}
