//! Takes changed pages into a copy of the project as a maintainer does: everything is written, or nothing is. Each step is
//! made to fail once, and the process is killed once between the last check and the first rename.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use clap::Parser as _;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        return;
    }
    for entry in fs::read_dir(from).unwrap() {
        let name = entry.unwrap().file_name();
        copy(&from.join(&name), &to.join(&name));
    }
}

/// The parts of the project that the command reads and writes.
fn fresh() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for part in ["spec", "faspay/src/generated", "docs", "CHANGELOG.md", "Cargo.toml"] {
        copy(&project().join(part), &root.path().join(part));
    }
    root
}

/// Every file with its bytes, but for what waits to be renamed.
fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.extend(Some(path).filter(|path| *path != root.join("target"))),
                false => drop(found.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap())),
            }
        }
    }
    found
}

fn xtask(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).current_dir(root).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard error without notes on the page, which are the same each time.
fn err(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    text.lines().filter(|line| !line.contains(": note: ")).map(|line| line.to_owned() + "\n").collect()
}

/// The text without what grows with the spec: counts, and the rows of other pages.
fn steady(text: &str) -> String {
    let counts = ["faspay:", "corrections:", "contradictions:", "signatures:"];
    let count = |line: &str| line.replace(|c: char| c.is_ascii_digit(), "") + "\n";
    let lines = text.lines().filter(|line| !line.starts_with("    faspay/"));
    lines
        .map(|line| if counts.iter().any(|own| line.starts_with(own)) { count(line) } else { format!("{line}\n") })
        .collect()
}

/// The stripped page of the registration with one change, which has to bite, as `page` in the project.
fn page(root: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(project().join("tests/pages/faspay/recurring/post-transaction.md")).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(root.join("page"), text.replacen(from, to, 1)).unwrap();
}

const ROW: &str = "<tr><td>mparam2</td>";

fn with_one_more(root: &Path) {
    page(root, ROW, &format!("<tr><td>loyalty_no</td><td>Varchar(9)</td><td>O</td><td></td></tr>{ROW}"));
}

#[test]
fn a_changed_page_is_taken_in_and_the_project_is_as_it_should_be() {
    let root = fresh();
    with_one_more(root.path());
    let before = tree(root.path());
    let arguments = ["regenerate", "page", "--captured", "2026-11-21"];

    let dry = xtask(root.path(), &[arguments.as_slice(), &["--dry-run"]].concat());
    assert_eq!(dry.status.code(), Some(0), "{}", err(&dry));
    assert!(tree(root.path()) == before, "a dry run wrote something");

    let output = xtask(root.path(), &arguments);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    insta::assert_snapshot!("taken_in", steady(&out(&output)));
    let after = tree(root.path());
    let changed: Vec<String> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.to_string_lossy().replace('\\', "/"))
        .collect();
    let written = out(&output);
    let listed: Vec<&str> = written.lines().skip_while(|line| *line != "written:").skip(1).map(str::trim).collect();
    assert_eq!(changed, listed[..listed.len() - 1]);
    let (was, now) = (&before[Path::new("CHANGELOG.md")], &after[Path::new("CHANGELOG.md")]);
    let (was, now) = (std::str::from_utf8(was).unwrap(), std::str::from_utf8(now).unwrap());
    let diff = similar::TextDiff::from_lines(was, now);
    let changed = diff.iter_all_changes().filter(|line| line.tag() != similar::ChangeTag::Equal);
    insta::assert_snapshot!("changelog", changed.map(|line| format!("{}{line}", line.tag())).collect::<String>());

    for check in [&["diff", "page"][..], &["lint"], &["codegen", "--check"]] {
        let ran = xtask(root.path(), check);
        assert_eq!(ran.status.code(), Some(0), "{check:?}: {}{}", out(&ran), err(&ran));
    }
    let again = xtask(root.path(), &arguments);
    assert!(out(&again).ends_with("nothing to write\n"), "{}", out(&again));
    assert!(tree(root.path()) == after, "the second run wrote something");
}

#[test]
fn another_day_and_other_words_alone_write_nothing() {
    let root = fresh();
    page(root.path(), "xxx", "xyz");
    let before = tree(root.path());
    let output = xtask(root.path(), &["regenerate", "page", "--captured", "2027-01-01"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).ends_with("nothing to write\n"), "{}", out(&output));
    assert!(tree(root.path()) == before);
}

const SIGNATURE: &str = "<td>recurring_signature</td><td>Varchar(10)</td>";

/// A step, what spoils it, the exit status and what the error has to name.
type Spoilt = (&'static str, fn(&Path), i32, &'static str);

fn spoilt() -> Vec<Spoilt> {
    vec![
        (
            "ingest",
            |root| {
                page(
                    root,
                    "<td>custname</td><td>Varchar(120)</td>",
                    "<td>custname</td><td>up to 120 characters of text</td>",
                )
            },
            2,
            "page:20:",
        ),
        (
            "recognising",
            |root| {
                page(root, "# Post Transaction", "# Another page");
                let text = fs::read_to_string(root.join("page")).unwrap();
                fs::write(root.join("page"), text.replace("post-transaction.md", "another.md")).unwrap();
            },
            2,
            "--page ID",
        ),
        (
            "correction adopted",
            |root| page(root, SIGNATURE, &SIGNATURE.replace("10", "40")),
            1,
            "adopted: delete this correction",
        ),
        (
            "correction in conflict",
            |root| page(root, SIGNATURE, &SIGNATURE.replace("10", "32")),
            1,
            "conflicts with the page",
        ),
        (
            "loading",
            |root| page(root, ROW, &format!("<tr><td>pin_token</td><td>Varchar(9)</td><td>M</td><td></td></tr>{ROW}")),
            1,
            "pin_token",
        ),
        (
            "lint",
            |root| page(root, "<td>custname</td><td>Varchar(120)</td>", "<td>custname</td><td>Varchar(60)</td>"),
            1,
            "about: [\"type custname",
        ),
        (
            "codegen",
            |root| {
                with_one_more(root);
                fs::remove_dir_all(root.join("faspay/src/generated")).unwrap();
                fs::write(root.join("faspay/src/generated"), "a file where a folder belongs").unwrap();
            },
            2,
            "faspay/src/generated",
        ),
        (
            "documents",
            |root| {
                with_one_more(root);
                fs::remove_file(root.join("docs/contradictions.md")).unwrap();
                fs::create_dir(root.join("docs/contradictions.md")).unwrap();
            },
            2,
            "docs/contradictions.md",
        ),
        (
            "changelog",
            |root| {
                with_one_more(root);
                fs::write(root.join("CHANGELOG.md"), "# Changelog\n\n## [0.1.0]\n").unwrap();
            },
            1,
            "[Unreleased]",
        ),
    ]
}

#[test]
fn a_step_that_fails_leaves_everything_as_it_was_and_names_the_cure() {
    let mut told = String::new();
    for (step, spoil, status, names) in spoilt() {
        let root = fresh();
        spoil(root.path());
        let before = tree(root.path());
        let output = xtask(root.path(), &["regenerate", "page"]);
        assert_eq!(output.status.code(), Some(status), "{step}: {}{}", out(&output), err(&output));
        assert!(
            err(&output).contains(names) && err(&output).ends_with("Nothing was written.\n"),
            "{step}: {}",
            err(&output)
        );
        assert!(tree(root.path()) == before, "{step} wrote something");
        told += &format!("== {step}: exit {status}\n{}\n", err(&output));
    }
    insta::assert_snapshot!("stopped", steady(&told));
}

#[test]
fn of_several_pages_all_are_taken_in_or_none() {
    let root = fresh();
    with_one_more(root.path());
    let card = fs::read_to_string(project().join("tests/pages/faspay/card/token-payment-window.md")).unwrap();
    fs::write(
        root.path().join("card"),
        card.replace("# Payment Window Integration API", "# No such page")
            .replace("payment-window-integration-api", "no-such"),
    )
    .unwrap();
    let before = tree(root.path());
    let output = xtask(root.path(), &["regenerate", "page", "card"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).contains("card: no committed page has this page's title"), "{}", err(&output));
    assert!(tree(root.path()) == before);
    copy(&project().join("tests/pages/faspay/card/token-payment-window.md"), &root.path().join("card"));
    let output = xtask(root.path(), &["regenerate", "page", "card"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("faspay/card/token-payment-window: no changes"), "{}", out(&output));
}

#[derive(clap::Parser)]
struct Line {
    #[command(flatten)]
    arguments: xtask::regenerate::Arguments,
}

/// What the command does up to the first rename, in a process of its own: it says so and waits to be killed.
#[test]
fn child_that_stages_and_waits() {
    let Some(root) = std::env::var_os("XTASK_TEST_STAGE_IN") else { return };
    let root = Path::new(&root);
    let line = Line::parse_from([Path::new("regenerate"), &root.join("page")]);
    let ready = xtask::regenerate::prepare(root, &line.arguments).unwrap();
    let staged = ready.changes.stage(root).unwrap();
    println!("\nstaged");
    let _ = std::io::stdin().read(&mut [0]);
    drop(staged);
}

#[test]
fn killed_just_before_the_renames_it_has_changed_nothing() {
    let root = fresh();
    with_one_more(root.path());
    let before = tree(root.path());
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_stages_and_waits", "--nocapture"])
        .env("XTASK_TEST_STAGE_IN", root.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line == "staged"), "the child ended before it was ready");
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(root.path().join("target/xtask").is_dir(), "nothing was staged");
    assert!(tree(root.path()) == before, "something was written");
    // The next run isn't bothered by what the killed one left aside.
    let output = xtask(root.path(), &["regenerate", "page"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(!root.path().join("target/xtask").exists());
}
