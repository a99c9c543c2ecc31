//! What has to hold for any input at all. The fuzz targets in `fuzz/` feed these functions with what libFuzzer makes up, and
//! `tests/fuzz_corpus.rs` with the inputs that are kept.

use faspay_spec::page::{Page, Source};
use faspay_spec::{Folder, diff, load_pages};

/// A page is read or refused; what is read survives being written and read back, and is no change against itself.
///
/// # Panics
/// When that doesn't hold.
pub fn page(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let read = match xtask::ingest::read(text) {
        Ok(read) => read,
        Err(findings) => {
            assert!(!findings.problems.is_empty(), "refused without a reason");
            assert!(
                findings.problems.iter().all(|problem| text.is_char_boundary(problem.at)),
                "a place inside a character"
            );
            return drop(findings.render("page", text));
        }
    };
    let source = Source::Document { path: read.path, captured: "2026-11-20".into(), sha256: "0".repeat(64) };
    let page = Page { id: "a/b".into(), title: read.title, source, tables: read.tables, samples: read.samples };
    let yaml = xtask::yaml::page(&page);
    let folder = Folder::of([("g/pages/a/b.yaml".to_owned(), yaml.clone().into_bytes())]);
    let back = load_pages(&folder).unwrap_or_else(|report| panic!("{report}\n{yaml}"));
    let [back] = back.as_slice() else { panic!("{} pages in\n{yaml}", back.len()) };
    assert_eq!((&back.title, &back.source), (&page.title, &page.source));
    assert_eq!(diff::compare(&page.tables, &back.tables).changes, []);
    assert_eq!(format!("{:?}", back.samples), format!("{:?}", page.samples));
}
