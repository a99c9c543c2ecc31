//! Runs the command as a maintainer does: the stripped pages of `tests/pages` against the committed facts, and what is
//! refused, with its place, in one readable paragraph.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PAGES: [(&str, &str, &str); 4] = [
    ("faspay", "recurring/post-transaction", "md"),
    ("faspay", "recurring/update-card", "txt"),
    ("faspay", "card/token-payment-window", "md"),
    ("finpay", "card/two-click", "txt"),
];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn ingest(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).current_dir(folder).arg("ingest").args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A project of our own with one gateway, in a new folder.
fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xtask-ingest-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("spec/faspay/pages/a")).unwrap();
    std::fs::write(folder.join("Cargo.toml"), "").unwrap();
    folder
}

/// The hash line differs between a page and its stripped fixture; nothing else does.
fn without_hash(text: &str) -> String {
    let cut = |line: &str| line.split(", sha256: ").next().unwrap_or_default().to_owned();
    text.lines().map(cut).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_fixture_gives_its_committed_page() {
    for (gateway, id, ending) in PAGES {
        let fixture = format!("tests/pages/{gateway}/{id}.{ending}");
        let output = ingest(&project(), &[&fixture, "--captured", "2026-11-20"]);
        assert!(output.status.success(), "{}", err(&output));
        let committed = std::fs::read_to_string(project().join(format!("spec/{gateway}/pages/{id}.yaml"))).unwrap();
        assert_eq!(without_hash(&out(&output)), without_hash(&committed), "{id}");
    }
}

#[test]
fn the_oddities_of_the_recurring_page_are_noted() {
    let output = ingest(&project(), &["tests/pages/faspay/recurring/post-transaction.md"]);
    let notes = err(&output);
    for note in ["shipping_address_city", "domicile_address_city has a row already", "an empty row"] {
        assert!(notes.contains(note), "{notes}");
    }
    assert!(notes.lines().all(|line| line.contains("post-transaction.md:") && line.contains(": note: ")), "{notes}");
}

const PAGE: &str =
    "# A page\n\n## Request\n\n| Parameter | Data Type | M/O/C |\n|---|---|---|\n| id | Varchar(3) | M |\n";
const HASH: &str = "a725e9a5c3fec126ab44f812cb8d9f1655008eda17bcfc8bdd958addb33ab54d";

#[test]
fn a_page_is_written_in_its_place_with_its_hash_and_then_found_by_its_title() {
    let folder = scratch("write");
    std::fs::write(folder.join("page.md"), PAGE).unwrap();
    let asked = ingest(&folder, &["page.md"]);
    assert_eq!(asked.status.code(), Some(2));
    assert!(err(&asked).contains("--page"), "{}", err(&asked));
    let written = ingest(&folder, &["page.md", "--page", "a/b", "--captured", "2026-01-02", "--write"]);
    assert!(written.status.success(), "{}", err(&written));
    let text = std::fs::read_to_string(folder.join("spec/faspay/pages/a/b.yaml")).unwrap();
    // The hash is sha256sum's.
    let expected = "# Written by cargo xtask ingest; facts only. Corrections belong in operations/.\npage: a/b\ntitle: A page\n\
                    source: {captured: 2026-01-02, sha256: HASH}\ntables:\n  - id: request\n    rows:\n      \
                    - {name: id, type: Varchar(3), presence: M}\n";
    assert_eq!(text, expected.replace("HASH", HASH));
    let printed = ingest(&folder.join("spec"), &["../page.md", "--captured", "2026-01-02"]);
    assert_eq!(out(&printed), text);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_page_kept_by_hand_is_not_overwritten() {
    let folder = scratch("hand");
    let kept = "page: a/b\ntitle: A page\nsource: {manual: \"from an older edition\"}\ntables: []\n";
    std::fs::write(folder.join("spec/faspay/pages/a/b.yaml"), kept).unwrap();
    std::fs::write(folder.join("page.md"), PAGE).unwrap();
    let output = ingest(&folder, &["page.md", "--write"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("kept by hand"), "{}", err(&output));
    assert_eq!(std::fs::read_to_string(folder.join("spec/faspay/pages/a/b.yaml")).unwrap(), kept);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_problem_is_named_with_file_line_and_column_and_nothing_is_printed() {
    let folder = scratch("located");
    let broken = PAGE.replace("| id |", "| two words |") + "| x | Varchar(3) | Y |\n";
    std::fs::write(folder.join("page.md"), broken).unwrap();
    let output = ingest(&folder, &["page.md", "--page", "a/b", "--write"]);
    assert_eq!(output.status.code(), Some(2));
    let places: Vec<String> = err(&output).lines().map(|line| line.split(": ").next().unwrap().to_owned()).collect();
    assert_eq!(places, ["page.md:7:3", "page.md:8:20"], "{}", err(&output));
    assert_eq!(out(&output), "");
    assert!(!folder.join("spec/faspay/pages/a/b.yaml").exists());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_is_no_page_is_refused_in_one_readable_paragraph() {
    let folder = scratch("files");
    std::fs::write(folder.join("empty.md"), " \n").unwrap();
    std::fs::write(folder.join("latin.md"), b"# A\ncaf\xe9\n").unwrap();
    std::fs::write(folder.join("words.txt"), "Only words.\n").unwrap();
    for (file, reason) in [
        ("missing.md", "can't be read"),
        ("spec", "is a folder"),
        ("empty.md", "is empty"),
        ("latin.md", "latin.md:2: this line isn't UTF-8"),
        ("words.txt", "no table of parameters"),
    ] {
        let output = ingest(&folder, &[file]);
        assert_eq!(output.status.code(), Some(2), "{file}");
        let message = err(&output);
        assert!(message.contains(reason) && message.lines().count() == 1 && !message.contains("panicked"), "{message}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_gateway_that_does_not_exist_and_an_id_that_leaves_the_folder_are_refused() {
    let folder = scratch("ids");
    std::fs::write(folder.join("page.md"), PAGE).unwrap();
    for arguments in
        [["--gateway", "nobody"], ["--gateway", "../spec"], ["--page", "../../x"], ["--captured", "2026-02-30"]]
    {
        let output = ingest(&folder, &["page.md", arguments[0], arguments[1]]);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(out(&output), "");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
