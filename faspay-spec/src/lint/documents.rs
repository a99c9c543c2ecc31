//! The documents that are made of a spec for readers who don't open YAML: what the pages contradict, and what signatures
//! can't prove. `cargo xtask lint` compares them with the committed ones, `--write` writes them.

use super::Findings;
use crate::model::{Auth, Basis, Digest, From, Gateway, Inbound, Operation, Part, Recipe, Transport, Type};
use crate::signatures::{Finding, State, changeable_fields, unsigned_fields};

/// `docs/contradictions.md`: the ledgers of all gateways.
pub fn contradictions(gateways: &[&Findings]) -> String {
    let mut page = String::from(
        "# What the documents contradict\n\n\
         Each row is a documented claim that another page, a sample, a recorded answer or a published digest denies, with what \
         we do about it: the strictest reading when sending, the loosest when receiving. *Basis* is how well our side is known.\n\n\
         `cargo xtask lint --write` makes this file from `spec/*/contradictions.yaml`; `cargo xtask lint` finds what it can by \
         itself and fails on a contradiction without an entry.\n",
    );
    for gateway in gateways.iter().map(|findings| &findings.model) {
        page += &format!("\n## {}\n\n", cell(&gateway.summary));
        page += "| entry | claim | against | resolution | basis |\n|---|---|---|---|---|\n";
        for entry in &gateway.contradictions {
            let cells = [&entry.id, &entry.claim, &entry.against, &entry.resolution].map(|text| cell(text));
            page += &format!("| {} | {} |\n", cells.join(" | "), basis(entry.basis));
        }
    }
    page
}

/// `docs/signatures.md`: for every gateway what is signed, what isn't, and what that means.
pub fn signatures(gateways: &[&Findings]) -> String {
    let mut page = String::from(
        "# What the signatures prove\n\n\
         A signature vouches for the values in its text, if that text reads in one way only, if no other message has the same, \
         and if its secret is one. This is what the analyser finds about each recipe. *Held*: it would be so, and the library \
         prevents it. *Told*: it is so, and the last column says what follows.\n\n\
         `cargo xtask lint --write` makes this file from `spec/*/`; `cargo xtask lint` fails on a weakness that is neither.\n",
    );
    for findings in gateways {
        let gateway = &findings.model;
        page += &format!("\n## {}\n\n| recipe | digest | text |\n|---|---|---|\n", cell(&gateway.summary));
        for recipe in &gateway.recipes {
            page += &format!(
                "| `{}` | {} | `{}` |\n",
                recipe.name,
                digest(recipe.digest),
                over(recipe).replace('|', "\\|")
            );
        }
        page += "\n### Weaknesses\n\n| recipe | weakness | severity | state | what | what follows |\n|---|---|---|---|---|---|\n";
        for finding in &findings.signatures.findings {
            page += &weakness(finding);
        }
        page += &pairs(&findings.signatures.findings);
        page += "\n### What the shopper can change in a form\n\n| operation | not signed |\n|---|---|\n";
        for operation in gateway.operations.iter().filter(|own| is_signed_form(own)) {
            page += &format!("| `{}` | {} |\n", operation.id, names(&changeable_fields(gateway, operation)));
        }
        page += "\n### What nobody vouches for in a result\n\n| message | signed | not signed |\n|---|---|---|\n";
        for inbound in &gateway.inbound {
            let covered = names(&covered(gateway, inbound));
            page += &format!("| `{}` | {covered} | {} |\n", inbound.id, names(&unsigned_fields(gateway, inbound)));
        }
    }
    page
}

fn digest(digest: Digest) -> &'static str {
    match digest {
        Digest::Sha1Hex => "SHA-1",
        Digest::Sha1OfMd5Hex => "SHA-1 of the hexadecimal MD5",
        Digest::Sha256Base64 => "SHA-256 in base64",
    }
}

fn over(recipe: &Recipe) -> String {
    let part = |part: &Part| match part {
        Part::Literal(literal) => literal.clone(),
        Part::Value { name, .. } => format!("{{{name}}}"),
    };
    recipe.parts.iter().map(part).collect()
}

fn weakness(finding: &Finding) -> String {
    let follows = match &finding.state {
        State::Held(by) | State::Told(by) => cell(by),
        State::Open => String::new(),
    };
    let about = if finding.recipes.is_empty() { &finding.messages } else { &finding.recipes };
    let recipes: Vec<String> = about.iter().map(|name| format!("`{name}`")).collect();
    let words = [finding.weakness.id(), finding.severity.id(), finding.state.id()].join(" | ");
    format!("| {} | {words} | {} | {follows} |\n", recipes.join(", "), cell(&finding.says))
}

/// The pairs of messages with one signature: those that there are, and those that are prevented.
fn pairs(findings: &[Finding]) -> String {
    let mut list = String::new();
    for finding in findings {
        let Some(witness) = &finding.witness else { continue };
        let (recipes, state) = (finding.recipes.join("`, `"), finding.state.id());
        list += &format!(
            "- {} of `{recipes}` ({state}):\n  - `{}`\n  - `{}`\n  - both: `{}`\n",
            finding.weakness.id(),
            witness.signed,
            witness.passes,
            witness.string
        );
    }
    if list.is_empty() { list } else { format!("\n### Pairs that sign alike, or would\n\n{list}") }
}

fn is_signed_form(operation: &Operation) -> bool {
    let signed = operation.fields.iter().any(|field| matches!(field.from, From::Signature { .. }));
    operation.transport == Transport::BrowserForm && signed
}

fn covered<'a>(gateway: &Gateway, inbound: &'a Inbound) -> Vec<&'a str> {
    let (Auth::Signed { field: signature, .. } | Auth::Hmac { field: signature, .. }) = &inbound.auth else {
        return Vec::new();
    };
    let unsigned = unsigned_fields(gateway, inbound);
    let values = inbound.fields.iter().filter(|field| !matches!(field.ty, Type::Object { .. }));
    let names = values.map(|field| field.name.as_str());
    names.filter(|name| name != signature && !unsigned.contains(name)).collect()
}

fn names(names: &[&str]) -> String {
    if names.is_empty() { "–".into() } else { format!("`{}`", names.join("` `")) }
}

/// A text that can't end its cell or start markup of its own; code stays code.
fn cell(text: &str) -> String {
    let mut escaped = String::new();
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' => in_code = !in_code,
            '|' | '\\' => escaped.push('\\'),
            '<' | '*' | '_' | '[' | ']' if !in_code => escaped.push('\\'),
            _ => {}
        }
        escaped.push(c);
    }
    escaped
}

/// The word for how well a fact is known.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Documented => "documented",
        Basis::Sampled => "sampled",
        Basis::Inferred => "inferred",
        Basis::Partial => "partial",
    }
}
