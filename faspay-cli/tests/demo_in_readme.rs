//! The README shows a part of what the demo prints. The demo runs here, and every line that is shown must still come, in
//! the same order; ports, days and digests differ from run to run.

mod common;

use common::{Workshop, settled};

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

#[test]
fn every_demo_that_the_readme_names_runs() {
    let readme = include_str!("../../README.md");
    let named = readme.lines().filter_map(|line| line.strip_prefix("cargo run -- demo"));
    let named: Vec<&str> = named.map(|rest| rest.split('#').next().unwrap_or_default().trim()).collect();
    assert_eq!(named, ["", "--gateway finpay", "--gateway pivot"]);
    for args in named {
        let ran = Workshop::new().run(["demo"].into_iter().chain(args.split_whitespace()));
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "demo {args}: {}", ran.out);
    }
}
