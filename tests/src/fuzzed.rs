//! What has to hold for any input at all. The fuzz targets in `fuzz/` feed these functions with what libFuzzer makes up, and
//! `tests/fuzz_corpus.rs` with the inputs that are kept.

use std::sync::OnceLock;

use faspay_cli::engine::{Engine, Received};
use faspay_spec::engine::Through;
use faspay_spec::model::Gateway;
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

/// Whatever arrives, with whatever content type, both engines say the same of every message: what it proves, what is odd about it and
/// what is in it. The first line is the content type, the rest the body.
///
/// # Panics
/// When they differ.
pub fn message(data: &[u8]) {
    static FASPAY: OnceLock<Gateway> = OnceLock::new();
    let gateway = FASPAY.get_or_init(crate::faspay);
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (content_type, body) = data.split_at(end);
    let content_type = String::from_utf8_lossy(content_type);
    let body = body.get(1..).unwrap_or_default();
    let credentials = crate::merchant_with(Some(false), None);
    for (index, inbound) in gateway.inbound.iter().enumerate() {
        let through = if gateway.is_reply(index) { Through::Reply } else { Through::Server };
        let received = Received {
            inbound,
            through,
            content_type: &content_type,
            headers: &[],
            body,
            credentials: &credentials,
            expect: None,
        };
        let verdicts = [Engine::Generated, Engine::Interpreted].map(|engine| {
            let verdict = engine.verify(gateway, received).unwrap_or_else(|error| panic!("{}: {error}", inbound.id));
            // Sentences are each engine's own.
            let problems: Vec<_> = verdict.problems.into_iter().map(|one| (one.field, one.rule)).collect();
            (verdict.signature, verdict.trust, verdict.unsigned, problems, verdict.fields)
        });
        assert_eq!(verdicts[0], verdicts[1], "{} as {content_type:?}: {}", inbound.id, body.escape_ascii());
    }
}
