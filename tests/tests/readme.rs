//! The README's coverage tables, one for each gateway. What is a fact (parameters, signatures, messages, basis, page) is read from the spec; a
//! column that claims something was tried is a list of tests, and each of them must exist. A stale table fails with the
//! difference; `UPDATE_README=1 cargo test -p tests --test readme` writes it anew.

use std::fmt::Write;

use faspay_spec::model::{Auth, Basis, From, Gateway, Operation, Scheme, Transport};
use tests::{GATEWAYS, gateway, proofs};

mod readme {
    pub mod proven;
}
use readme::proven::{COLUMNS, Proofs, SANDBOX, SIGNED, TYPED, VALIDATED, VERIFIED};

const BEGIN: &str = "<!-- coverage:begin -->";
const END: &str = "<!-- coverage:end -->";
const SIGNED_COLUMN: &str = "signed or authorized";
const CURE: &str = "UPDATE_README=1 cargo test -p tests --test readme";

#[test]
fn the_coverage_table_is_that_of_the_spec_and_the_tests() {
    let path = proofs::root().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the README has a place for the table");
    let (shown, after) = rest.split_once(END).expect("the table ends");
    let computed = tables();
    if shown == computed {
        return;
    }
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{computed}{END}{after}")).unwrap();
        return;
    }
    panic!("the README's coverage table is stale:\n{}\nwrite it anew: {CURE}", difference(shown, &computed));
}

#[test]
fn every_test_that_the_table_names_exists() {
    let named = COLUMNS.iter().flat_map(|(_, proofs)| proofs.iter().map(|(_, proof)| *proof));
    let objections: Vec<String> = named.filter_map(proofs::objection).collect();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
}

#[test]
fn what_the_tests_are_about_is_in_the_spec() {
    let gateways = GATEWAYS.map(gateway);
    for (about, proof) in COLUMNS.iter().flat_map(|(_, proofs)| *proofs) {
        let is_of = |gateway: &Gateway| {
            let Some(about) = about.strip_prefix(&gateway.id).and_then(|rest| rest.strip_prefix('.')) else {
                return false;
            };
            about == "*"
                || gateway.operations.iter().any(|own| own.id == about)
                || gateway.recipes.iter().any(|own| own.name == about)
                || gateway.authorizations.iter().any(|own| own.name == about)
                || gateway.inbound.iter().any(|own| own.id == about)
        };
        assert!(*about == "*" || gateways.iter().any(is_of), "{proof} is about `{about}`, which no spec has");
    }
}

/// One table a gateway, and the tests behind their columns.
fn tables() -> String {
    let mut out: String = GATEWAYS.map(|id| table(&gateway(id))).concat();
    out += "\nThe tests behind the columns:\n\n";
    for (column, proofs) in COLUMNS {
        let mut files: Vec<&str> = Vec::new();
        for file in proofs.iter().filter_map(|(_, proof)| proof.split("::").next()) {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        let links: Vec<String> = files.iter().map(|file| format!("[{file}]({file})")).collect();
        writeln!(out, "- {column}: {}", if links.is_empty() { "none yet".to_owned() } else { links.join(", ") })
            .unwrap();
    }
    out
}

fn table(gateway: &Gateway) -> String {
    let columns =
        ["operation", "parameters", "typed", "validated", SIGNED_COLUMN, "result verified", "sandbox", "basis", "page"];
    let mut out = format!("\n### `{}`\n\n{}\n\n{}", gateway.crate_name, gateway.summary, header(&columns));
    for operation in &gateway.operations {
        let id = format!("{}.{}", gateway.id, operation.id);
        let cells = [
            format!("`{id}`<br>{}", transport(operation)),
            operation.fields.len().to_string(),
            tried(TYPED, &id, format!("`{}`", operation.rust)),
            tried(VALIDATED, &id, "yes".to_owned()),
            signed(gateway, operation),
            verified(gateway, operation),
            tried(SANDBOX, &id, "yes".to_owned()),
            basis(operation.basis).to_owned(),
            pages(gateway, operation),
        ];
        writeln!(out, "| {} |", cells.join(" | ")).unwrap();
    }
    let answers = |at| {
        let ways = |one: &Operation| [one.on_return, one.on_callback, one.on_reply].contains(&Some(at));
        gateway.operations.iter().any(ways)
    };
    let unasked: Vec<_> = gateway.inbound.iter().enumerate().filter(|(at, _)| !answers(*at)).collect();
    if unasked.is_empty() {
        return out;
    }
    out += "\nWhat comes without being asked for, and belongs to no operation:\n\n";
    out += &header(&["message", "fields", "verified by", "basis", "page"]);
    for (_, message) in unasked {
        let id = format!("{}.{}", gateway.id, message.id);
        let by = vouched(&message.auth);
        let is_proven = matches!(message.auth, Auth::None);
        let cells = [
            format!("`{id}`"),
            message.fields.len().to_string(),
            if is_proven { by } else { tried(VERIFIED, &id, by) },
            basis(message.basis).to_owned(),
            format!("[{0}](spec/{1}/pages/{0}.yaml)", message.page, gateway.id),
        ];
        writeln!(out, "| {} |", cells.join(" | ")).unwrap();
    }
    out
}

fn header(columns: &[&str]) -> String {
    format!("| {} |\n|{}\n", columns.join(" | "), "---|".repeat(columns.len()))
}

/// What to show where a test stands behind it.
fn tried(proofs: &Proofs, about: &str, shown: String) -> String {
    let covers = |own: &str| own == about || own.strip_suffix('*').is_some_and(|within| about.starts_with(within));
    let is_proven = proofs.iter().any(|(own, _)| covers(own));
    if is_proven { shown } else { format!("{shown} (untested)") }
}

/// The recipes that sign it, and what its server shows for itself.
fn signed(gateway: &Gateway, operation: &Operation) -> String {
    let recipes = operation.fields.iter().filter_map(|field| match &field.from {
        From::Signature { recipe, .. } => {
            Some(tried(SIGNED, &format!("{}.{recipe}", gateway.id), format!("`{recipe}`")))
        }
        _ => None,
    });
    let mut cells: Vec<String> = recipes.collect();
    for own in gateway.authorizations.iter().filter(|own| Some(&own.name) == operation.authorization.as_ref()) {
        let scheme = match own.scheme {
            Scheme::Basic { .. } => "HTTP Basic",
            Scheme::Bearer { .. } => "bearer token",
        };
        cells.push(tried(SIGNED, &format!("{}.{}", gateway.id, own.name), scheme.to_owned()));
    }
    joined(cells, "neither")
}

fn verified(gateway: &Gateway, operation: &Operation) -> String {
    let mut messages: Vec<usize> =
        [operation.on_return, operation.on_callback, operation.on_reply].into_iter().flatten().collect();
    messages.dedup();
    let cells = messages.into_iter().filter_map(|index| {
        let message = gateway.inbound.get(index)?;
        let shown = format!("`{}`: {}", message.rust, vouched(&message.auth));
        Some(tried(VERIFIED, &format!("{}.{}", gateway.id, message.id), shown))
    });
    joined(cells.collect(), "nothing comes back")
}

/// What a message is believed by.
fn vouched(auth: &Auth) -> String {
    match auth {
        Auth::Signed { recipe, .. } => format!("`{recipe}`"),
        Auth::Hmac { .. } => "HMAC-SHA512".to_owned(),
        Auth::Key { .. } => "static key".to_owned(),
        Auth::Connection => "by its connection".to_owned(),
        Auth::None => "unsigned".to_owned(),
    }
}

/// The pages whose tables the request is made of, but for those of the objects in it.
fn pages(gateway: &Gateway, operation: &Operation) -> String {
    let mut pages: Vec<&str> = operation
        .fields
        .iter()
        .filter_map(|field| field.origin.source.strip_prefix(&gateway.id)?.strip_prefix('/')?.split_once('#'))
        .map(|(page, _)| page)
        .filter(|page| !page.starts_with("objects/"))
        .collect();
    pages.sort_unstable();
    pages.dedup();
    let links = pages.into_iter().map(|page| format!("[{page}](spec/{}/pages/{page}.yaml)", gateway.id));
    joined(links.collect(), "none")
}

fn joined(cells: Vec<String>, none: &str) -> String {
    if cells.is_empty() { none.to_owned() } else { cells.join(", ") }
}

fn transport(operation: &Operation) -> &'static str {
    match operation.transport {
        _ if operation.method.as_str() == "GET" => "GET from the server",
        Transport::BrowserForm => "form in the browser",
        Transport::ServerForm => "form from the server",
        Transport::ServerJson => "JSON from the server",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Documented => "documented",
        Basis::Sampled => "sampled",
        Basis::Inferred => "inferred",
        Basis::Partial => "partial",
    }
}

/// The lines that only one side has.
fn difference(shown: &str, computed: &str) -> String {
    let lines = |text: &str, other: &str, mark: &str| -> Vec<String> {
        text.lines()
            .filter(|line| !other.lines().any(|own| own == *line))
            .map(|line| format!("{mark} {line}"))
            .collect()
    };
    [lines(shown, computed, "-"), lines(computed, shown, "+")].concat().join("\n")
}
