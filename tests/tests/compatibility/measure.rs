//! What a change really does: to source, by compiling programs against both crates; to validation, by trying values on both
//! models. All pairs go into one crate, a module each, and every complaint of the compiler is booked to its module.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use faspay_spec::diff::{Source, Validation};
use faspay_spec::engine::{self, Context, Credentials, Date, Environment, Through};
use faspay_spec::model::Gateway;
use serde_json::Value;

use super::program;
use super::spec::Giver;

/// A model before and after a change, and what is predicted of source.
pub struct Pair {
    /// Also the module's name.
    pub name: String,
    pub before: Gateway,
    pub after: Gateway,
    pub source: Source,
}

/// What the compiler said of each module.
pub struct Crate {
    complaints: BTreeMap<String, BTreeSet<String>>,
}

impl Crate {
    /// Writes the crate and has it checked once.
    pub fn check(pairs: &[Pair]) -> Self {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compatibility");
        let _ = fs::remove_dir_all(home.join("src"));
        fs::create_dir_all(home.join("src")).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        fs::write(home.join("Cargo.toml"), manifest(&root.join("faspay-runtime"))).unwrap();
        fs::copy(root.join("Cargo.lock"), home.join("Cargo.lock")).unwrap();
        let mut lib = String::new();
        for pair in pairs {
            let (old, new) = (program::of(&pair.before), program::of(&pair.after));
            // The generated modules, each with the programs that meet it.
            for (side, model, programs) in [
                ("before", &pair.before, [("old", &old), ("new", &new)].to_vec()),
                ("after", &pair.after, [("old", &old)].to_vec()),
            ] {
                let folder = home.join("src").join(&pair.name).join(side);
                fs::create_dir_all(&folder).unwrap();
                fs::write(folder.join("generated.rs"), faspay_codegen::items(model).to_string()).unwrap();
                let mut text = String::from("pub mod generated;\n");
                for (name, program) in programs {
                    fs::write(folder.join(format!("{name}.rs")), format!("use super::generated;\n{program}")).unwrap();
                    text += &format!("mod {name};\n");
                }
                fs::write(folder.join("mod.rs"), text).unwrap();
            }
            fs::write(home.join("src").join(&pair.name).join("mod.rs"), "mod after;\nmod before;\n").unwrap();
            lib += &format!("mod {};\n", pair.name);
        }
        fs::write(home.join("src/lib.rs"), format!("#![allow(dead_code)]\n{lib}")).unwrap();
        Self { complaints: complaints(&home) }
    }

    /// What the change did to source: the old program no longer compiles, or the new one didn't before.
    pub fn source(&self, name: &str) -> Source {
        let has = |side: &str, program: &str| self.complaints.contains_key(&format!("src/{name}/{side}/{program}.rs"));
        for sound in [("before", "old"), ("before", "generated"), ("after", "generated")] {
            assert!(!has(sound.0, sound.1), "{name}: {sound:?}: {:?}", self.complaints);
        }
        match (has("after", "old"), has("before", "new")) {
            (true, _) => Source::Breaks,
            (false, true) => Source::Grows,
            (false, false) => Source::Same,
        }
    }
}

fn manifest(runtime: &Path) -> String {
    format!(
        "[workspace]\n[package]\nname = \"compatibility\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n\
         faspay-runtime = {{ path = {runtime:?}, default-features = false, features = [\"scheme-sha1\", \"scheme-sha1-md5\", \"scheme-sha256\"] }}\n"
    )
}

/// The compiler's errors, by file. A name that can't be resolved stops it before it has looked at the rest, so the files that
/// have one are booked and emptied, and the rest is looked at again.
fn complaints(home: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = one_round(home);
    let is_name = |codes: &BTreeSet<String>| codes.iter().any(|code| UNRESOLVED.contains(&code.as_str()));
    let files: Vec<String> = found.iter().filter(|(_, codes)| is_name(codes)).map(|(file, _)| file.clone()).collect();
    if !files.is_empty() {
        files.iter().for_each(|file| fs::write(home.join(file), "").unwrap());
        let rest = one_round(home);
        assert!(!rest.values().any(is_name), "{rest:?}");
        found.extend(rest);
    }
    found
}

/// What a missing name is called by the compiler, and what a type or a member that doesn't fit is.
const UNRESOLVED: [&str; 2] = ["E0422", "E0433"];
const TYPED: [&str; 5] = ["E0063", "E0308", "E0560", "E0599", "E0609"];

fn one_round(home: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let ran = Command::new(cargo)
        .current_dir(home)
        .args(["check", "--offline", "--quiet", "--message-format=json", "--target-dir"])
        .arg(home.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut read = 0;
    for line in String::from_utf8_lossy(&ran.stdout).lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        let message = &value["message"];
        read += usize::from(value["reason"] == "compiler-artifact" || message["level"] == "error");
        let Some(code) = message["code"]["code"].as_str().filter(|_| message["level"] == "error") else { continue };
        assert!(TYPED.contains(&code) || UNRESOLVED.contains(&code), "{}", message["rendered"]);
        for span in message["spans"].as_array().unwrap().iter().filter(|span| span["is_primary"] == true) {
            let file = span["file_name"].as_str().unwrap().replace('\\', "/");
            found.entry(file).or_default().insert(code.to_owned());
        }
    }
    assert!(read > 0, "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success() || !found.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
    found
}

/// Values to try, none among them.
const VALUES: [Option<&str>; 14] = [
    None,
    Some("a"),
    Some("1"),
    Some("12345"),
    Some("abcde"),
    Some("1234567890"),
    Some("abcdefghij"),
    Some("12345678901"),
    Some("abcdefghijk"),
    Some("abcdefghijklmnopqrst"),
    Some("abcdefghijklmnopqrstu"),
    Some("abcdefghijklmnopqrstuvwxyz"),
    Some("2026-11-20"),
    Some("0"),
];

/// What the change did to what is refused, or listed as a problem of a message that came.
pub fn validation(giver: Giver, before: &Gateway, after: &Gateway) -> Validation {
    // What the library fills in is nobody's to give.
    let tried = if matches!(giver, Giver::Library | Giver::Fixed) { &VALUES[..1] } else { &VALUES[..] };
    let mut found = (false, false);
    for value in tried {
        let passes = |gateway: &Gateway| match giver {
            Giver::Gateway => comes(gateway, *value),
            _ => goes(gateway, *value),
        };
        match (passes(before), passes(after)) {
            (true, false) => found.0 = true,
            (false, true) => found.1 = true,
            _ => {}
        }
    }
    match found {
        (true, _) => Validation::Tighter,
        (false, true) => Validation::Looser,
        (false, false) => Validation::Same,
    }
}

fn goes(gateway: &Gateway, value: Option<&str>) -> bool {
    let operation = gateway.operations.iter().find(|own| own.id == "window.pay").unwrap();
    let sound = [("order", "A-1"), ("total", "5000"), ("currency", "IDR")];
    let mut params: Vec<(String, String)> = sound.map(|(name, text)| (name.into(), text.into())).to_vec();
    params.extend(value.map(|value| ("probe".to_owned(), value.to_owned())));
    let today = Date::parse("2026-11-20").unwrap();
    let context = Context { environment: Environment::Sandbox, credentials: None, today };
    let violations = engine::validate(gateway, operation, &params, &context);
    assert!(violations.iter().all(|one| one.field == "probe"), "{violations:?}");
    violations.is_empty()
}

fn comes(gateway: &Gateway, value: Option<&str>) -> bool {
    let inbound = &gateway.inbound[0];
    let mut body = "shop=1234&order=A-1&total=5000.00&currency=IDR&state=done&seal=00".to_owned();
    body += &value.map(|value| format!("&probe={value}")).unwrap_or_default();
    let form = "application/x-www-form-urlencoded";
    let none = Credentials::none();
    let verdict = engine::verify(gateway, inbound, Through::Server, form, body.as_bytes(), &none, None);
    !verdict.problems.iter().any(|problem| problem.field == "probe")
}
