//! Prints what changed on a page: a short table for people, one JSON object for tools, Markdown for a pull request.

use faspay_spec::diff::{Impact, Judged, Kind, Step};
use faspay_spec::report::masked;
use serde_json::{Value, json};

use super::{Difference, Format};

/// The report, ending in a line break.
pub fn print(found: &Difference, format: Format) -> String {
    match format {
        Format::Text => text(found),
        Format::Json => format!("{}\n", json(found)),
        Format::Markdown => markdown(found),
    }
}

/// The shape that `design.md` fixes, with `rename` where a row gone and a row new look like one renamed.
fn json(found: &Difference) -> Value {
    let changes = found.changes.iter().map(|one| {
        let change = &one.change;
        let mut object = json!({
            "table": change.table,
            "field": change.field,
            "kind": change.kind.id(),
            "from": change.from,
            "to": change.to,
            "impact": one.case.impact.word(),
            "effect": one.effect,
        });
        if let (Some(rename), Some(object)) = (&change.rename, object.as_object_mut()) {
            object.insert("rename".to_owned(), rename.as_str().into());
        }
        object
    });
    json!({"page": found.page, "changes": changes.collect::<Vec<_>>()})
}

/// How many changes there are, of which impact, and the greatest step.
fn summary(found: &Difference) -> String {
    let number = found.changes.len();
    let of = |impact: Impact| found.changes.iter().filter(|one| one.case.impact == impact).count();
    let parts: Vec<String> = [Impact::Breaking, Impact::Additive, Impact::Compatible]
        .into_iter()
        .filter(|impact| of(*impact) > 0)
        .map(|impact| format!("{} {impact}", of(impact)))
        .collect();
    let step = found.changes.iter().map(|one| one.case.step).min().unwrap_or(Step::Patch);
    let changes = if number == 1 { "change" } else { "changes" };
    format!("{number} {changes}: {}. Version step: {step}.", parts.join(", "))
}

/// What changed, in a few words.
fn what(one: &Judged) -> (&'static str, String) {
    let change = &one.change;
    let side = |text: &Option<String>| text.as_deref().map_or("–".to_owned(), masked);
    match change.kind {
        Kind::FieldAdded | Kind::TableAdded => ("added", side(&change.to)),
        Kind::FieldRemoved | Kind::TableRemoved => ("removed", side(&change.from)),
        kind => (kind.id(), format!("{} → {}", side(&change.from), side(&change.to))),
    }
}

/// The hint at a rename; only the new row carries it in prose.
fn hint(one: &Judged) -> Option<String> {
    let old = one.change.rename.as_deref().filter(|_| one.change.kind == Kind::FieldAdded)?;
    Some(format!("Looks like {} renamed.", masked(old)))
}

/// The changes of each table, the worst first.
fn by_table(found: &Difference) -> Vec<(&str, Vec<&Judged>)> {
    let mut tables: Vec<(&str, Vec<&Judged>)> = Vec::new();
    for one in &found.changes {
        match tables.iter_mut().find(|(table, _)| *table == one.change.table) {
            Some((_, changes)) => changes.push(one),
            None => tables.push((&one.change.table, vec![one])),
        }
    }
    for (_, changes) in &mut tables {
        changes.sort_by_key(|one| one.case.impact);
    }
    tables
}

fn text(found: &Difference) -> String {
    if found.changes.is_empty() {
        return format!("{}: no changes\n", found.page);
    }
    let mut out = format!("{}\n{}\n", found.page, summary(found));
    for (table, changes) in by_table(found) {
        out += &format!("\n{}\n", masked(table));
        let name = |one: &Judged| one.change.field.as_deref().map_or("(the table)".to_owned(), masked);
        let width = changes.iter().map(|one| name(one).chars().count()).max().unwrap_or_default();
        for one in changes {
            let (kind, value) = what(one);
            let impact = one.case.impact.word();
            out += &format!("  {impact:<10}  {:<width$}  {kind:<8}  {value}\n", name(one));
            let hint = hint(one).map(|hint| format!(" {hint}")).unwrap_or_default();
            for line in wrapped(&format!("{}{hint}", one.effect), 96) {
                out += &format!("              {line}\n");
            }
        }
    }
    out
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let full = lines.last().is_some_and(|line| line.chars().count() + word.chars().count() >= width);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

/// What a changelog says of it: the page, and a line for each change.
pub fn changelog_entry(found: &Difference) -> String {
    let mut out = format!("- The page {} changed:\n", code(&found.page));
    for one in &found.changes {
        let (kind, value) = what(one);
        let field = one.change.field.as_deref().map_or(String::new(), |field| format!(" {}", code(field)));
        let table = code(&one.change.table);
        out += &format!("  - {}: {table}{field} {kind} {}. {}\n", one.case.impact, masked(&value), one.effect);
    }
    out
}

fn markdown(found: &Difference) -> String {
    let mut out = format!("### {}\n\n", code(&found.page));
    if found.changes.is_empty() {
        return out + "No changes.\n";
    }
    out += &format!("{}\n\n", summary(found));
    out += "| | table | parameter | change | what it means |\n|---|---|---|---|---|\n";
    for (table, changes) in by_table(found) {
        for one in changes {
            let (kind, value) = what(one);
            let change = match one.change.kind {
                Kind::Type | Kind::Length | Kind::Presence => {
                    let side = |text: &Option<String>| text.as_deref().map_or("–".to_owned(), code);
                    format!("{kind} {} → {}", side(&one.change.from), side(&one.change.to))
                }
                _ => format!("{kind} {}", code(&value)),
            };
            let field = one.change.field.as_deref().map(code).unwrap_or_default();
            let impact = match one.case.impact {
                Impact::Breaking => "**breaking**",
                other => other.word(),
            };
            let hint = hint(one).map(|hint| format!(" {hint}")).unwrap_or_default();
            out += &format!("| {impact} | {} | {field} | {change} | {}{hint} |\n", code(table), one.effect);
        }
    }
    out
}

/// A text from the page as code in a cell: what would end the cell or the code is taken out of its force.
fn code(text: &str) -> String {
    format!("`{}`", masked(text).replace('`', "'").replace('|', "\\|"))
}
