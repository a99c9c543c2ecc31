//! `cargo xtask codegen` on copies of the project: the same bytes wherever they lie, and `--check` that names every
//! file that isn't what the spec says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A project with the committed spec and nothing generated yet, in a folder of this name.
fn fresh(name: &str) -> (tempfile::TempDir, PathBuf) {
    let holder = tempfile::tempdir().unwrap();
    let root = holder.path().join(name);
    copy(&project().join("spec"), &root.join("spec"));
    fs::create_dir_all(root.join("faspay/src/generated")).unwrap();
    fs::write(root.join("Cargo.toml"), "[workspace]\n").unwrap();
    (holder, root)
}

/// Exit status and standard output.
fn codegen(root: &Path, more: &[&str]) -> (i32, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("codegen")
        .args(more)
        .current_dir(root)
        .env_clear()
        .output()
        .unwrap();
    (ran.status.code().unwrap(), String::from_utf8(ran.stdout).unwrap())
}

fn generated(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let folder = root.join("faspay/src/generated");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    files.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn the_same_spec_gives_the_same_bytes_in_any_folder() {
    let (_keep, short) = fresh("a");
    let (_keep_too, long) = fresh("another folder, with a longer name");
    assert_eq!(codegen(&short, &[]).0, 0);
    assert_eq!(codegen(&long, &[]).0, 0);
    assert!(generated(&short).len() > 5);
    assert_eq!(generated(&short), generated(&long));
    assert_eq!(generated(&short), generated(&project()), "the committed files are stale: run `cargo xtask codegen`");
}

#[test]
fn check_writes_nothing_and_names_what_is_stale_or_left_over() {
    let (_keep, root) = fresh("project");
    assert_eq!(codegen(&root, &[]).0, 0);
    assert_eq!(codegen(&root, &["--check"]).0, 0);

    let page = root.join("spec/faspay/pages/recurring/post-transaction.yaml");
    let changed = fs::read_to_string(&page).unwrap().replacen("type: Varchar(120)", "type: Varchar(60)", 1);
    fs::write(&page, changed).unwrap();
    fs::write(root.join("faspay/src/generated/old.rs"), "").unwrap();
    let before = generated(&root);
    let (status, told) = codegen(&root, &["--check"]);
    assert_eq!(status, 1);
    for part in ["recurring_tables.rs", "old.rs", "cargo xtask codegen"] {
        assert!(told.contains(part), "{told}");
    }
    assert_eq!(generated(&root), before);

    assert_eq!(codegen(&root, &[]).0, 0);
    let after = generated(&root);
    assert!(!after.contains_key("old.rs"));
    let tables = String::from_utf8(after["recurring_tables.rs"].clone()).unwrap();
    assert!(tables.contains("Some(60)"), "{tables}");
}

#[test]
fn a_gateway_without_a_crate_is_named_and_gets_one_that_is_a_persons_from_then_on() {
    let (_keep, root) = fresh("several");
    copy(&project().join("examples/own-spec/spec/acme"), &root.join("spec/acme"));
    let (status, told) = codegen(&root, &[]);
    assert!(status == 0 && !told.contains("own-spec"), "{told}");
    assert_eq!(codegen(&root, &["--new", "nobody"]).0, 1);

    assert_eq!(codegen(&root, &["--new", "acme"]).0, 0);
    let manifest = fs::read_to_string(root.join("own-spec/Cargo.toml")).unwrap();
    assert!(!manifest.contains("os-random"), "it has no idempotency keys: {manifest}");
    for line in [r#"name = "own-spec""#, r#"default = ["window"]"#, "window = []", r#"features = ["scheme-sha1"]"#] {
        assert!(manifest.contains(line), "{line} in {manifest}");
    }
    assert_eq!(codegen(&root, &["--new", "pivot"]).0, 0);
    let with_keys = fs::read_to_string(root.join("pivot-payment/Cargo.toml")).unwrap();
    for line in [r#""callback", "os-random"]"#, r#"os-random = ["faspay-runtime/os-random"]"#] {
        assert!(with_keys.contains(line), "{line} in {with_keys}");
    }
    let face = root.join("own-spec/src/lib.rs");
    assert!(fs::read_to_string(&face).unwrap().contains("faspay_runtime::facade!();"));
    assert!(root.join("own-spec/src/generated/window.rs").is_file());

    fs::write(&face, "//! Mine.\n").unwrap();
    fs::remove_file(root.join("own-spec/src/generated/window.rs")).unwrap();
    assert_eq!(codegen(&root, &["--check"]).0, 1);
    assert_eq!(codegen(&root, &["--new", "acme"]).0, 0);
    assert_eq!(fs::read_to_string(&face).unwrap(), "//! Mine.\n");
    assert_eq!(codegen(&root, &["--check"]).0, 0);
}
