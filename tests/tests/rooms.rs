//! Which crate may depend on which: the table of docs/architecture.md, checked against what cargo sees. A dependency
//! that crosses a wall fails here with the rule that it breaks; a new crate has to be given its place first.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A crate, the crates of ours that it may use, and those that may never be in its tree, whoever brings them.
struct Room {
    name: &'static str,
    uses: &'static [&'static str],
    never: &'static [&'static str],
}

const NETWORK_AND_HTML: &[&str] =
    &["reqwest", "hyper", "axum", "tokio", "scraper", "html5ever", "pulldown-cmark", "clap"];
/// What a merchant who asks for no feature doesn't get.
const MERCHANT: &[&str] =
    &["axum-core", "http", "serde-saphyr", "serde", "faspay-spec", "reqwest", "hyper", "tokio", "rustls", "tracing"];
/// What is generated: a crate for each gateway.
const GATEWAYS: [&str; 3] = ["faspay", "finpay", "pivot-payment"];
const GENERATED: &[&str] = &["faspay", "finpay", "faspay-runtime", "pivot-payment"];

const ROOMS: [Room; 14] = [
    Room { name: "faspay-tables", uses: &[], never: NETWORK_AND_HTML },
    Room { name: "faspay-spec", uses: &[], never: NETWORK_AND_HTML },
    Room { name: "faspay-codegen", uses: &["faspay-spec"], never: NETWORK_AND_HTML },
    Room { name: "faspay-derive", uses: &["faspay-codegen", "faspay-spec"], never: NETWORK_AND_HTML },
    Room { name: "faspay-runtime", uses: &[], never: MERCHANT },
    Room { name: "faspay", uses: &["faspay-runtime"], never: MERCHANT },
    Room { name: "finpay", uses: &["faspay-runtime"], never: MERCHANT },
    Room { name: "pivot-payment", uses: &["faspay-runtime"], never: MERCHANT },
    Room { name: "faspay-sandbox", uses: &["faspay-spec", "faspay-tables"], never: GENERATED },
    Room {
        name: "faspay-cli",
        uses: &[
            "faspay",
            "faspay-runtime",
            "faspay-sandbox",
            "faspay-spec",
            "faspay-tables",
            "finpay",
            "pivot-payment",
        ],
        never: &["faspay-codegen", "xtask"],
    },
    Room { name: "xtask", uses: &["faspay-codegen", "faspay-spec", "faspay-tables"], never: GENERATED },
    Room { name: "own-spec", uses: &["faspay-derive", "faspay-runtime"], never: &["faspay"] },
    Room { name: "shop", uses: &["faspay", "faspay-sandbox"], never: &["xtask", "faspay-codegen"] },
    Room {
        name: "tests",
        uses: &[
            "faspay",
            "faspay-cli",
            "faspay-codegen",
            "faspay-runtime",
            "faspay-sandbox",
            "faspay-spec",
            "faspay-tables",
            "finpay",
            "pivot-payment",
            "xtask",
        ],
        never: &[],
    },
];

/// Most crates in a merchant's tree with the default features of `faspay`, itself included.
const MOST_CRATES: usize = 20;

#[test]
fn no_crate_of_ours_uses_one_that_is_not_its_to_use() {
    let packages = workspace();
    let names: Vec<&str> = packages.iter().map(|package| text(package, "name")).collect();
    for package in &packages {
        let name = text(package, "name");
        let room = ROOMS.iter().find(|room| room.name == name).unwrap_or_else(|| {
            panic!("the crate `{name}` has no place yet: add it to docs/architecture.md and to ROOMS in this file")
        });
        let used: BTreeSet<&str> = array(package, "dependencies")
            .iter()
            .filter(|dependency| dependency["kind"] != "dev")
            .map(|dependency| text(dependency, "name"))
            .filter(|dependency| names.contains(dependency))
            .collect();
        for dependency in used {
            assert!(room.uses.contains(&dependency), "`{name}` may not use `{dependency}`; it may use {:?}", room.uses);
        }
    }
    let gone: Vec<&str> = ROOMS.iter().map(|room| room.name).filter(|name| !names.contains(name)).collect();
    assert_eq!(gone, [] as [&str; 0], "rooms without a crate");
}

#[test]
fn what_a_crate_must_never_bring_along_is_nowhere_in_its_tree() {
    for room in &ROOMS {
        let tree = tree(room.name);
        for never in room.never {
            let found = tree.iter().any(|line| line.split(' ').next() == Some(never));
            assert!(!found, "`{}` brings along `{never}`; see: cargo tree -p {} -i {never}", room.name, room.name);
        }
    }
}

#[test]
fn a_merchant_builds_at_most_twenty_crates_and_no_macro() {
    let tree = tree("faspay");
    assert!(tree.len() <= MOST_CRATES, "{} crates: {tree:#?}", tree.len());
    let macros: Vec<&String> = tree.iter().filter(|line| line.contains("(proc-macro)")).collect();
    assert_eq!(macros, [] as [&String; 0]);
}

#[test]
fn what_encrypts_a_card_comes_with_card_data_only() {
    let own = tree("pivot-payment");
    assert!(own.len() <= MOST_CRATES, "{} crates: {own:#?}", own.len());
    let arguments = ["tree", "--offline", "--locked", "-e", "normal,build", "--prefix", "none", "-p", "pivot-payment"];
    let with_cards = cargo(&[&arguments[..], &["--features", "card-data"]].concat());
    for brought in ["rsa ", "aes-gcm "] {
        assert!(!own.iter().any(|line| line.starts_with(brought)), "{own:#?}");
        assert!(with_cards.lines().any(|line| line.starts_with(brought)), "{with_cards}");
    }
}

#[test]
fn submission_brings_one_tls_and_nothing_that_reads_more_than_it_is_sent() {
    let arguments = ["tree", "--offline", "--locked", "-e", "normal,build", "--prefix", "none", "-p", "faspay"];
    let tree = cargo(&[&arguments[..], &["--features", "submit"]].concat());
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(names.contains("rustls"), "{names:?}");
    for never in ["serde", "native-tls", "openssl", "cookie", "cookie_store", "flate2", "brotli", "zstd", "h2"] {
        assert!(!names.contains(never), "the feature `submit` brings along `{never}`");
    }
}

#[test]
fn schemes_bring_no_c_and_no_network_and_one_generation_of_hashes() {
    let schemes = "scheme-sha1,scheme-sha1-md5,scheme-basic,scheme-key,scheme-hmac-json,card-encryption";
    let arguments = ["tree", "--offline", "--locked", "-e", "normal,build", "--prefix", "none", "-p", "faspay-runtime"];
    let tree = cargo(&[&arguments[..], &["--features", schemes]].concat());
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(names.contains("rsa"), "{names:?}");
    // `cc` and `cmake` are how C gets in.
    for never in
        ["cc", "cmake", "ring", "aws-lc-rs", "openssl-sys", "getrandom", "rand", "tokio", "http", "serde", "serde_json"]
    {
        assert!(!names.contains(never), "the schemes bring along `{never}`");
    }
    let digests: BTreeSet<&str> =
        tree.lines().filter(|line| line.starts_with("digest ")).map(|line| line.trim_end_matches(" (*)")).collect();
    assert_eq!(digests.len(), 1, "{digests:?}");
}

#[test]
fn extractors_bring_no_server_and_no_tls() {
    let arguments = ["tree", "--offline", "--locked", "-e", "normal,build", "--prefix", "none", "-p", "faspay"];
    let tree = cargo(&[&arguments[..], &["--features", "axum"]].concat());
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(names.contains("axum-core"), "{names:?}");
    for never in ["axum", "hyper", "serde", "serde_json", "reqwest", "rustls", "mime_guess", "multer"] {
        assert!(!names.contains(never), "the feature `axum` brings along `{never}`");
    }
}

#[test]
fn money_is_never_a_float() {
    for room in ["faspay-spec", "faspay-runtime"].into_iter().chain(GATEWAYS) {
        for (path, source) in sources(room) {
            // serde hands a visitor what looks like a number; ours drops it and keeps the text.
            for (number, line) in
                source.lines().enumerate().filter(|(_, line)| !line.contains("fn visit_f64<E>(self, _: f64)"))
            {
                let float = line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == "f64" || word == "f32");
                assert!(!float, "{}:{} mentions a float: {line}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn each_engine_hashes_in_one_place_for_each_scheme() {
    let runtime = ["src/sign.rs", "src/scheme/card/encryption.rs", "src/scheme/hmac_json.rs", "src/scheme/key.rs"];
    let rooms: [(&str, &[&str]); 3] = [
        ("faspay-runtime", &runtime),
        ("faspay-spec", &["src/engine/sign.rs", "src/engine/hmac_json.rs"]),
        ("faspay-cli", &[]),
    ];
    let generated = GATEWAYS.map(|room| (room, [].as_slice()));
    for (room, places) in rooms.into_iter().chain(generated) {
        for (path, source) in sources(room) {
            let hashes = ["sha1::", "md5::", "sha2::", "hmac::"].iter().any(|name| source.contains(name));
            // Tests compute digests of their own, to compare with.
            let excused = places.iter().any(|place| path.ends_with(place)) || path.ends_with("tests.rs");
            assert!(!hashes || excused, "{} hashes beside {places:?}", path.display());
        }
    }
}

#[test]
fn what_takes_everything_from_outside_opens_no_file_and_no_socket() {
    let banned = ["std::fs", "std::net::Tcp", "std::net::Udp", "std::process", "std::env", "std::thread", "println!"];
    for room in ["faspay-runtime", "faspay-codegen"].into_iter().chain(GATEWAYS) {
        for (path, source) in sources(room) {
            for word in banned {
                assert!(!source.contains(word), "{} uses {word}", path.display());
            }
        }
    }
}

fn workspace() -> Vec<Value> {
    let out = cargo(&["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let metadata: Value = serde_json::from_str(&out).unwrap();
    array(&metadata, "packages").clone()
}

/// Each crate that is built with this one for this machine, once, with the features that it has by itself.
fn tree(package: &str) -> BTreeSet<String> {
    let out = cargo(&["tree", "--offline", "--locked", "-e", "normal,build", "--prefix", "none", "-p", package]);
    out.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).filter(|line| !line.is_empty()).collect()
}

fn cargo(arguments: &[&str]) -> String {
    let out = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(out.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(room: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(room).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                found.push((path, source));
            }
        }
    }
    assert!(!found.is_empty(), "no sources in {room}");
    found
}

fn array<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}
