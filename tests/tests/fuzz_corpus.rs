//! Replays the fuzz targets' corpus, so that what a fuzzer once found is tried on every run, without nightly Rust.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// Runs a target's function on every file of its corpus; names the file that fails.
fn replay(target: &str, least: usize, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= least, "{} inputs in {}", files.len(), folder.display());
    for file in files {
        let data = fs::read(&file).unwrap();
        assert!(catch_unwind(|| run(&data)).is_ok(), "{} fails on {}", target, file.display());
    }
}

#[test]
fn pages() {
    replay("page", 20, tests::fuzzed::page);
}

#[test]
fn messages() {
    replay("message", 60, tests::fuzzed::message);
}
