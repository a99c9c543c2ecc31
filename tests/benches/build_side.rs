//! What the build side costs: loading the whole spec and generating the crate, how long the generated code is for what
//! the pages document, how quickly it is checked after a touch, and what a merchant's build pulls in.

#[path = "rounds/mod.rs"]
mod rounds;

use faspay_spec::{Folder, load};
use rounds::{Budget, candidate, interleave, is_bench, title, verdict};
use std::collections::BTreeSet;
use std::fs::File;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

fn main() {
    let folder = || Folder::of(faspay_tables::files("faspay").expect("faspay is embedded"));
    let gateway = load(&folder()).unwrap_or_else(|report| panic!("{report}"));

    title("build side: the whole spec");
    let timings = interleave(vec![
        candidate("load and generate", &mut || {
            let gateway = load(&folder()).unwrap_or_else(|report| panic!("{report}"));
            black_box(faspay_codegen::generate(&gateway));
        }),
        candidate("of which load", &mut || {
            black_box(load(&folder()).is_ok());
        }),
        candidate("of which generate", &mut || {
            black_box(faspay_codegen::generate(black_box(&gateway)));
        }),
    ]);
    verdict("load and generate", timings.median(0) / 1e9, "s", Budget::AtMost(0.2));

    let lines: usize = faspay_codegen::generate(&gateway).iter().map(|file| file.contents.lines().count()).sum();
    // A parameter counts once for each table that documents it, however many messages have it.
    let parameters: usize = gateway.pages.iter().flat_map(|page| &page.tables).map(|table| table.rows.len()).sum();
    println!("  {lines} generated lines, {parameters} documented parameters");
    verdict("generated lines a documented parameter", lines as f64 / parameters as f64, "", Budget::AtMost(25.0));

    match crates() {
        Some(crates) => verdict("crates in a merchant's build", crates as f64, "", Budget::AtMost(20.0)),
        None => println!("  crates in a merchant's build: `cargo tree` failed"),
    }
    if is_bench() {
        match check() {
            Some(time) => {
                verdict("`cargo check` after a touch", time.as_secs_f64(), "s", Budget::AtMost(1.5));
            }
            None => println!("  `cargo check` after a touch: it failed"),
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// How many crates `faspay` with its default features consists of, itself included.
fn crates() -> Option<usize> {
    let output =
        cargo().args(["tree", "--offline", "-p", "faspay", "-e", "normal", "--prefix", "none"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    // A crate that was listed before carries a `(*)`.
    let crates: BTreeSet<&str> = text.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    output.status.success().then_some(crates.len())
}

/// The median time of `cargo check` after the generated crate was touched, its dependencies checked already. It has a
/// target folder of its own, and gives the file its old time back.
fn check() -> Option<Duration> {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check");
    let run = || {
        let mut check = cargo();
        check.args(["check", "--quiet", "--offline", "-p", "faspay", "--target-dir"]).arg(&target);
        let start = Instant::now();
        let done = check.output().ok()?.status.success();
        done.then(|| start.elapsed())
    };
    run()?;
    let file = File::options().write(true).open(root().join("faspay/src/lib.rs")).ok()?;
    let before = file.metadata().ok()?.modified().ok()?;
    let mut times: Vec<Option<Duration>> = Vec::new();
    for _ in 0..5 {
        if file.set_modified(SystemTime::now()).is_err() {
            break;
        }
        times.push(run());
    }
    file.set_modified(before).ok()?;
    times.sort();
    times.get(times.len() / 2).copied().flatten()
}
