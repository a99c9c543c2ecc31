//! docs/spec-language.md against the loader: its examples are a gateway that loads, and every key that the loader knows
//! is explained there.

use std::collections::BTreeSet;

use faspay_spec::{Folder, load};
use tests::proofs;

fn document() -> String {
    std::fs::read_to_string(proofs::root().join("docs/spec-language.md")).unwrap()
}

/// The examples: path and text. Each starts with a comment that says which file it is.
fn examples(document: &str) -> Vec<(String, String)> {
    let blocks = document.split("```yaml\n# ").skip(1);
    blocks
        .map(|block| {
            let block = block.split_once("```").unwrap().0;
            let (path, text) = block.split_once('\n').unwrap();
            (path.to_owned(), text.to_owned())
        })
        .collect()
}

fn folder(files: &[(String, String)]) -> Folder {
    Folder::of(files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())))
}

#[test]
fn the_examples_are_a_gateway_that_loads() {
    let gateway = load(&folder(&examples(&document()))).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!((gateway.operations.len(), gateway.inbound.len()), (5, 8));
    let operation = gateway.operations.iter().find(|operation| operation.id == "pay.once").unwrap();
    let keys: Vec<&str> = operation.fields.iter().map(|field| field.wire.as_str()).collect();
    // What the texts on `wire`, `add`, `omit`, `replaces` and corrections say.
    assert_eq!(
        keys,
        [
            "SHOP",
            "ORDER",
            "amount",
            "seal",
            "shop_secret",
            "currency",
            "KIND",
            "times",
            "days",
            "start",
            "end",
            "back_url",
            "comment",
            "note",
            "mode"
        ]
    );
    let nested = gateway.operations.iter().find(|operation| operation.id == "pay.open").unwrap();
    let names: Vec<&str> = nested.fields.iter().map(|field| field.name.as_str()).collect();
    // What the texts on `under`, `in` and paths say.
    assert_eq!(
        names,
        [
            "session",
            "lang",
            "X-REQUEST-ID",
            "purchase",
            "purchase.ref",
            "purchase.sum",
            "purchase.unit",
            "purchase.item",
            "keepCard"
        ]
    );
}

#[test]
fn every_key_that_the_loader_knows_is_explained_in_its_section() {
    let document = document();
    let files = examples(&document);
    let mut known = BTreeSet::new();
    // A stray key in each map of the examples makes the loader list those that the map may hold.
    for (index, (path, text)) in files.iter().enumerate() {
        for spoiled in spoilt(text) {
            let mut files = files.clone();
            files[index].1 = spoiled;
            let Err(report) = load(&folder(&files)) else { continue };
            for fault in report.faults() {
                if let Some((_, keys)) = fault.expected.split_once("known keys: ") {
                    known.extend(keys.split(", ").map(|key| (path.as_str(), key.to_owned())));
                }
            }
        }
    }
    assert!(known.len() > 100, "only {} keys were found: {known:?}", known.len());
    let unexplained: Vec<_> = known.iter().filter(|(path, key)| !explained(&document, path, key)).collect();
    assert!(unexplained.is_empty(), "docs/spec-language.md doesn't explain {unexplained:?}");
}

/// Whether the section of the example explains the key. Parameters and corrections have sections of their own; what
/// `basis` and `summary` mean is said once.
fn explained(document: &str, path: &str, key: &str) -> bool {
    let sections: Vec<&str> = document.split("\n## ").collect();
    let own = sections.iter().filter(|section| section.contains(&format!("```yaml\n# {path}\n")));
    let shared = sections.iter().filter(|section| {
        let everywhere = ["basis", "summary", "sensitive"].contains(&key);
        let composed = ["operations", "messages", "vocabulary"].iter().any(|folder| path.contains(folder));
        everywhere || composed && (section.starts_with("Parameters") || section.starts_with("Corrections"))
    });
    own.chain(shared).any(|section| explains(section, key))
}

/// Whether the key stands in a code span: `key`, `key: …`, `key NAME`.
fn explains(section: &str, key: &str) -> bool {
    let text = section.split("```").step_by(2).collect::<String>();
    text.split('`')
        .skip(1)
        .step_by(2)
        .any(|span| span.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' '])))
}

/// The text with a stray key in one map, for each of its maps.
fn spoilt(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('{').filter(|(at, _)| text[..*at].ends_with([' ', '['])) {
        found.push(format!("{}{{stray: x, {}", &text[..at], &text[at + 1..]));
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start_matches([' ', '-']);
        let is_entry = inner
            .split_once(':')
            .is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b)));
        if is_entry {
            let indent = " ".repeat(line.len() - inner.len());
            let lead = &line[..line.len() - inner.len()];
            found.push(format!("{}{lead}stray: x\n{indent}{inner}{}", &text[..start], &text[start + line.len()..]));
        }
        start += line.len();
    }
    found
}
