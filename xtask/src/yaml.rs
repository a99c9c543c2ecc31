//! Writes a page's facts as YAML: one row a line, in flow style, and quotes wherever a YAML reader could take a text for
//! something else. `ingest` calls it; `faspay-spec` reads the result back.

use faspay_spec::page::{Flag, Page, Row, Sample, SampleValue, Source};

/// The file's text. The same page gives the same bytes.
pub fn page(page: &Page) -> String {
    let mut out = String::from("# Written by cargo xtask ingest; facts only. Corrections belong in operations/.\n");
    out += &format!("page: {}\n", scalar(&page.id));
    out += &format!("title: {}\n", scalar(&page.title));
    out += &format!("source: {}\n", source(&page.source));
    out += if page.tables.is_empty() { "tables: []\n" } else { "tables:\n" };
    for table in &page.tables {
        out += &format!("  - id: {}\n    rows:\n", scalar(&table.id));
        for row in &table.rows {
            out += &format!("      - {}\n", self::row(row));
        }
    }
    if !page.samples.is_empty() {
        out += "samples:\n";
    }
    for sample in &page.samples {
        self::sample(sample, &mut out);
    }
    out
}

fn source(source: &Source) -> String {
    match source {
        // A date is safe without quotes for a reader that is asked for a text.
        Source::Document { path: Some(path), captured, sha256 } => {
            format!("{{path: {}, captured: {captured}, sha256: {}}}", scalar(path), scalar(sha256))
        }
        Source::Document { path: None, captured, sha256 } => {
            format!("{{captured: {captured}, sha256: {}}}", scalar(sha256))
        }
        Source::Manual(words) => format!("{{manual: {}}}", quoted(words)),
    }
}

fn row(row: &Row) -> String {
    let presence = match row.presence {
        Flag::Mandatory => 'M',
        Flag::Optional => 'O',
        Flag::Conditional => 'C',
    };
    let coded = if row.coded { ", coded: true" } else { "" };
    let number = |key: &str, number: Option<u32>| number.map(|number| format!(", {key}: {number}")).unwrap_or_default();
    let (min, max) = (number("min", row.min), number("max", row.max));
    // An empty cell says nothing, and so does the file.
    let ty = if row.ty.is_empty() { String::new() } else { format!(", type: {}", scalar(&row.ty)) };
    let basis =
        row.basis.map(|basis| format!(", basis: {}", faspay_spec::lint::documents::basis(basis))).unwrap_or_default();
    format!("{{name: {}{ty}, presence: {presence}{coded}{min}{max}{basis}}}", scalar(&row.name))
}

fn sample(sample: &Sample, out: &mut String) {
    *out += &format!("  - id: {}\n", scalar(&sample.id));
    if let Some(action) = &sample.action {
        *out += &format!("    action: {}\n", scalar(action));
    }
    *out += "    pairs:\n";
    for (key, value) in &sample.pairs {
        *out += &format!("      - [{}, {}]\n", scalar(key), self::value(value));
    }
}

fn value(value: &SampleValue) -> String {
    match value {
        SampleValue::Text(text) => scalar(text),
        SampleValue::Now(format) => format!("{{now: {}}}", scalar(format)),
        SampleValue::Join(parts) => {
            let parts: Vec<String> = parts.iter().map(self::value).collect();
            format!("{{join: [{}]}}", parts.join(", "))
        }
        SampleValue::Sha1(inner) => format!("{{sha1: {}}}", self::value(inner)),
        SampleValue::Md5(inner) => format!("{{md5: {}}}", self::value(inner)),
    }
}

/// The text as a scalar that every YAML version reads as that text, in block and in flow style.
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Plain needs a first letter (digits, signs and dots start numbers and dates), harmless characters, and none of the words
/// that one version of YAML or another takes for a truth value, a number or nothing. The single letters are YAML 1.1's
/// booleans and the short forms of them that pages use as values.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 13] = ["y", "n", "t", "f", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"];
    let first = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let harmless = text.chars().all(|c| c.is_ascii_alphanumeric() || " _./()@:-".contains(c));
    let ends = !text.ends_with([' ', ':']) && !text.contains(": ");
    first && harmless && ends && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out += &format!("\\u{:04X}", u32::from(c))
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_misread_is_quoted() {
        for text in
            ["", "3", "00", "t", "No", "y", "2022-03-10", "~", "-", "0.00", "a: b", "a:", "a #b", "1e3", "null", ".inf"]
        {
            assert_eq!(scalar(text), format!("\"{text}\""));
        }
        for text in ["[a]", "{a}", "a,b", "*a", "&a", "!a", "%a", " a", "a ", "'a'", "é", "a | b", "? a"] {
            assert_eq!(scalar(text), format!("\"{text}\""));
        }
    }

    #[test]
    fn plain_words_stay_bare() {
        for text in ["merchantid", "Varchar(10)", "John Doe", "https://host.example/a", "yearly", "IDR"] {
            assert_eq!(scalar(text), text);
        }
    }

    #[test]
    fn quotes_backslashes_and_control_characters_are_escaped() {
        assert_eq!(scalar("a\"b\\c\u{7}\nd"), r#""a\"b\\c\u0007\nd""#);
    }

    #[test]
    fn a_page_without_a_path_and_samples_leaves_both_out() {
        let page = Page {
            id: "a/b".into(),
            title: "Yes".into(),
            source: Source::Document { path: None, captured: "2026-01-02".into(), sha256: "0a".into() },
            tables: vec![],
            samples: vec![],
        };
        let text = self::page(&page);
        assert!(
            text.ends_with("page: a/b\ntitle: \"Yes\"\nsource: {captured: 2026-01-02, sha256: \"0a\"}\ntables: []\n"),
            "{text}"
        );
    }
}
