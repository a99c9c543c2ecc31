//! `cargo xtask lint` on the project itself and on invented ones: its exit status, both formats of its report, and the
//! documents that it compares and writes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tests::{biller, proofs};
use xtask::Outcome;
use xtask::lint::{Format, check};

const DOCUMENTS: [&str; 2] = ["docs/contradictions.md", "docs/signatures.md"];

fn project(files: &BTreeMap<String, String>) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in files {
        put(root.path(), &format!("spec/{path}"), text);
    }
    root
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn text(root: &Path) -> Outcome {
    check(root, Format::Text, false)
}

fn write(root: &Path) -> Outcome {
    check(root, Format::Text, true)
}

fn json(root: &Path) -> Value {
    serde_json::from_str(&check(root, Format::Json, false).output).unwrap()
}

/// The spec of Faspay, to be changed.
fn faspay() -> BTreeMap<String, String> {
    files_of("faspay")
}

fn files_of(gateway: &str) -> BTreeMap<String, String> {
    let files = faspay_tables::files(gateway).unwrap();
    files.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn the_committed_spec_is_clean_and_its_documents_are_up_to_date() {
    let outcome = text(&proofs::root());
    assert_eq!(outcome.status, 0, "{}", outcome.output);
    assert!(
        outcome
            .output
            .ends_with("docs/contradictions.md is up to date\ndocs/signatures.md is up to date\nlint: clean\n")
    );
}

#[test]
fn a_folder_with_pages_only_is_named_and_not_checked() {
    let mut files = faspay();
    files.insert("other/pages/pay.yaml".into(), "not: a page\n".into());
    let root = project(&files);
    let outcome = write(root.path());
    assert_eq!(outcome.status, 0, "{}", outcome.output);
    assert_eq!(outcome.notes, "spec/other has no gateway.yaml: its pages aren't checked\n");
    assert_eq!(json(root.path())["gateways"].as_array().unwrap().len(), 1);
}

#[test]
fn the_report_on_a_weak_gateway_as_json() {
    let root = project(&biller::files());
    let outcome = check(root.path(), Format::Json, false);
    assert_eq!(outcome.status, 1);
    insta::assert_snapshot!(outcome.output);
}

#[test]
fn a_spec_that_does_not_load_has_the_same_keys_and_its_mistakes() {
    let mut files = biller::files();
    files.insert("biller/codes.yaml".into(), "status: [\n".into());
    let root = project(&files);
    let outcome = check(root.path(), Format::Json, false);
    assert_eq!(outcome.status, 1);
    let report: Value = serde_json::from_str(&outcome.output).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let weak = project(&biller::files());
    assert_eq!(keys(&report["gateways"][0]), keys(&json(weak.path())["gateways"][0]));
    assert_eq!(report["gateways"][0]["faults"][0]["file"], "biller/codes.yaml");
    assert_eq!(report["documents"][0]["state"], "unknown");
}

#[test]
fn an_adopted_and_a_conflicting_correction_fail_with_the_line_to_edit() {
    let mut files = biller::files();
    let page = files.get_mut("biller/pages/bill.yaml").unwrap();
    *page = page.replace("signature, type: Varchar(10)", "signature, type: Varchar(40)");
    *page = page.replace("note, type: Varchar(20)", "note, type: Varchar(30)");
    let report = json(project(&files).path());
    let faults = report["gateways"][0]["faults"].as_array().unwrap();
    let of = |kind: &str| {
        let fault = faults.iter().find(|fault| fault["kind"] == kind).unwrap();
        (fault["file"].as_str().unwrap(), fault["line"].as_u64().unwrap())
    };
    let lines: Vec<&str> = files["biller/operations/pay.yaml"].lines().collect();
    let (file, line) = of("correction-adopted");
    assert_eq!((file, lines[line as usize - 1].trim()), ("biller/operations/pay.yaml", "- field: signature"));
    let (file, line) = of("correction-conflict");
    assert_eq!((file, lines[line as usize - 1].trim()), ("biller/operations/pay.yaml", "expect: {type: Varchar(20)}"));
}

#[test]
fn documents_are_missed_written_compared_and_named_with_the_cure() {
    let root = project(&faspay_tables::gateways().flat_map(files_of).collect());
    let outcome = text(root.path());
    assert_eq!(outcome.status, 1, "the spec is clean and the documents are missing");
    for document in DOCUMENTS {
        let says = format!("{document} is missing: run `cargo xtask lint --write` and commit it\n");
        assert!(outcome.output.contains(&says), "{}", outcome.output);
        assert!(!root.path().join(document).exists(), "only --write writes");
    }
    assert_eq!(write(root.path()).status, 0);
    assert_eq!(text(root.path()).status, 0);
    for document in DOCUMENTS {
        let committed = fs::read_to_string(proofs::root().join(document)).unwrap();
        assert_eq!(fs::read_to_string(root.path().join(document)).unwrap(), committed, "{document}");
        put(root.path(), document, &format!("{committed}\nSomething added by hand.\n"));
        let outcome = text(root.path());
        assert_eq!(outcome.status, 1);
        let says = format!("{document} is stale: run `cargo xtask lint --write` and commit what it changes\n");
        assert!(outcome.output.contains(&says), "{}", outcome.output);
        assert_eq!(write(root.path()).status, 0);
    }
    let left: Vec<_> =
        fs::read_dir(root.path().join("docs")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_changed_ledger_makes_its_document_stale() {
    let mut files = faspay();
    let root = project(&files);
    assert_eq!(write(root.path()).status, 0);
    let ledger = files.get_mut("faspay/contradictions.yaml").unwrap();
    *ledger = ledger.replacen("resolution: \"Varchar(40);", "resolution: \"Always Varchar(40);", 1);
    put(root.path(), "spec/faspay/contradictions.yaml", ledger);
    let report = json(root.path());
    let states: Vec<&str> =
        report["documents"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!((states, report["clean"].as_bool()), (vec!["stale", "up-to-date"], Some(false)));
}

#[test]
fn what_cannot_be_told_is_status_two_with_the_reason() {
    let root = tempfile::tempdir().unwrap();
    let outcome = text(root.path());
    assert_eq!((outcome.status, outcome.output.as_str()), (2, ""));
    assert!(outcome.notes.starts_with("spec: "), "{}", outcome.notes);
    fs::create_dir(root.path().join("spec")).unwrap();
    let outcome = text(root.path());
    assert_eq!((outcome.status, outcome.notes.as_str()), (2, "No folder below spec/ has a gateway.yaml.\n"));
    // A document that can't be read isn't one that is stale.
    let root = project(&faspay());
    fs::create_dir_all(root.path().join("docs/signatures.md")).unwrap();
    let outcome = text(root.path());
    assert_eq!(outcome.status, 2);
    assert!(outcome.notes.starts_with("docs/signatures.md: "), "{}", outcome.notes);
}
