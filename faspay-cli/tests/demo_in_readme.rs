//! The README shows a part of what the demo prints. The demo runs here, and every line that is shown must still come, in
//! the same order; ports, days and digests differ from run to run.

mod common;

use common::Workshop;

#[test]
fn the_demo_prints_what_the_readme_shows() {
    let readme = include_str!("../../README.md");
    let shown = readme.split_once("<!-- demo:begin -->\n```text\n").unwrap().1.split_once("```").unwrap().0;
    let ran = Workshop::new().run(["demo"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let printed: Vec<String> = ran.out.lines().map(settled).collect();
    let mut rest = printed.iter();
    for line in shown.lines().filter(|line| line.trim() != "…") {
        let wanted = settled(line);
        assert!(rest.any(|own| *own == wanted), "the demo doesn't print this line (any more, or here): {line}");
    }
}

/// Ports, digests and dates become `0`; all other numbers stay.
fn settled(line: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in line.chars().chain(['\n']) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        let (digits, hexadecimal) =
            (word.bytes().filter(u8::is_ascii_digit).count(), word.bytes().all(|b| b.is_ascii_hexdigit()));
        let month_or_day = out.ends_with("0-") && digits == 2;
        let port = out.ends_with("http://127.0.0.1:");
        let year = c == '-' && digits == 4;
        let varies = (hexadecimal && word.len() == 40) || month_or_day || port || year;
        out += if varies { "0" } else { &word };
        out.push(c);
        word.clear();
    }
    out
}
