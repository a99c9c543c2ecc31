//! Puts the rows of pages together into the parameters of one message: composition of tables, additions, omissions and
//! the corrections that must bite.

use super::nest::{self, Naming};
use super::pages::{FLAGS, LoadedPage};
use crate::decode::{Faults, Fields, Word, entries, nearest, one_of, text};
use crate::model::{Basis, Correction, Origin};
use crate::page::Flag;
use crate::report::{At, Kind};
use crate::yaml::{Node, Value};

/// A row on its way to becoming a field.
pub(super) struct Draft {
    /// The name on the page, behind the object that its table describes.
    pub page_name: String,
    /// The name after corrections: in a nested message the path.
    pub name: String,
    /// The object that its table describes, where a message says so.
    pub under: Option<Word>,
    pub ty: String,
    /// The row's columns of least and greatest lengths.
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub flag: Flag,
    pub basis: Basis,
    pub origin: Origin,
    pub at: At,
    /// `recurring/post-transaction#request`; empty for an addition.
    pub table: String,
    corrected: Option<At>,
}

impl Draft {
    /// The name in its row.
    fn row_name(&self) -> &str {
        let of = self.under.as_ref().and_then(|under| self.page_name.strip_prefix(&under.text)?.strip_prefix('.'));
        of.unwrap_or(&self.page_name)
    }
}

/// The keys of a message that this module reads.
pub(super) const KEYS: [&str; 5] = ["tables", "add", "omit", "correct", "keys"];

/// What composition gives: the parameters in table order, the corrections, and old names with their right ones.
pub(super) struct Composed {
    pub drafts: Vec<Draft>,
    pub corrections: Vec<Correction>,
    pub renamed: Vec<(String, String)>,
    /// Page of the first table.
    pub page: Option<String>,
    pub naming: Naming,
}

pub(super) fn compose(
    message: &Fields<'_>,
    sending: bool,
    gateway: &str,
    pages: &[LoadedPage],
    faults: &Faults,
) -> Composed {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut page = None;
    for node in message.list("tables") {
        table(node, gateway, pages, &mut drafts, &mut page, faults);
    }
    let (corrections, mut renamed) = correct(message, gateway, &mut drafts, faults);
    omit(message, &mut drafts, faults);
    add(message, gateway, &mut drafts, faults);
    let naming = Naming::of(message, &drafts, sending, faults);
    if naming == Naming::Flat {
        for (old, _) in &mut renamed {
            old.make_ascii_lowercase();
        }
    } else {
        drafts = nest::arranged(drafts, faults);
    }
    unique(&drafts, naming, faults);
    Composed { drafts, corrections, renamed, page, naming }
}

/// `page#table`, or a map `{table, rows: first..last, replaces: [names], under: path}`.
fn table(
    node: &Node,
    gateway: &str,
    pages: &[LoadedPage],
    drafts: &mut Vec<Draft>,
    first_page: &mut Option<String>,
    faults: &Faults,
) {
    let (reference, rows, replaces, under) = match &node.value {
        Value::Map(_) => {
            let Some(fields) = Fields::of(node, "an item of `tables`", &["table", "rows", "replaces", "under"], faults)
            else {
                return;
            };
            (fields.need("table"), fields.text("rows"), fields.texts("replaces"), fields.text("under"))
        }
        _ => (text(node, "an item of `tables`", faults), None, Vec::new(), None),
    };
    if let Some(word) = under.as_ref().filter(|word| !nest::is_place(&word.text)) {
        faults.add(
            &word.at,
            format!("`{}` isn't a place for members", word.text),
            "the path of an object (`order`, `order.payer`) or of a list's elements (`order.items[]`)",
        );
        return;
    }
    let below = |name: &str| under.as_ref().map_or(name.to_owned(), |under| format!("{}.{name}", under.text));
    let Some(reference) = reference else { return };
    let found = reference.text.split_once('#').and_then(|(page, table)| {
        let loaded = pages.iter().find(|loaded| loaded.page.id == page)?;
        let index = loaded.page.tables.iter().position(|own| own.id == table)?;
        Some((loaded, index))
    });
    let Some((loaded, index)) = found else {
        let known: Vec<String> = pages
            .iter()
            .flat_map(|loaded| loaded.page.tables.iter().map(|table| format!("{}#{}", loaded.page.id, table.id)))
            .collect();
        faults.add(
            &reference.at,
            format!("no page has the table `{}`", reference.text),
            one_of(&known, "a table of a page, of which there is none yet"),
        );
        return;
    };
    first_page.get_or_insert_with(|| loaded.page.id.clone());
    let (Some(table), Some(places)) = (loaded.page.tables.get(index), loaded.rows.get(index)) else { return };
    let range = match rows {
        None => 0..table.rows.len(),
        Some(word) => match bounds(&word.text, table) {
            Some(range) => range,
            None => {
                faults.add(
                    &word.at,
                    format!("`{}` isn't a range of this table's rows", word.text),
                    "first_name..last_name, both rows of the table",
                );
                return;
            }
        },
    };
    for word in &replaces {
        let before = drafts.len();
        drafts.retain(|draft| draft.page_name != word.text);
        if drafts.len() == before || !table.rows.iter().any(|row| below(&row.name) == word.text) {
            faults.add(
                &word.at,
                format!("`{}` replaces nothing", word.text),
                "a name that an earlier table and this one both have",
            );
        }
    }
    for (number, (row, at)) in table.rows.iter().zip(places).enumerate().filter(|(number, _)| range.contains(number)) {
        drafts.push(Draft {
            page_name: below(&row.name),
            name: below(&row.name),
            under: under.clone(),
            ty: row.ty.clone(),
            min: row.min,
            max: row.max,
            flag: row.presence,
            basis: row.basis.unwrap_or(Basis::Documented),
            origin: Origin {
                source: format!("{gateway}/{} row {}", reference.text, number + 1),
                file: loaded.file.clone(),
                line: row.line,
            },
            at: at.clone(),
            table: reference.text.clone(),
            corrected: None,
        });
    }
}

fn bounds(text: &str, table: &crate::page::Table) -> Option<std::ops::Range<usize>> {
    let (first, last) = text.split_once("..")?;
    let first = table.rows.iter().position(|row| row.name == first)?;
    let last = table.rows.iter().rposition(|row| row.name == last)?;
    (first <= last).then_some(first..last + 1)
}

fn correct(
    message: &Fields<'_>,
    gateway: &str,
    drafts: &mut [Draft],
    faults: &Faults,
) -> (Vec<Correction>, Vec<(String, String)>) {
    let (mut corrections, mut renamed) = (Vec::new(), Vec::new());
    for node in message.list("correct") {
        let Some(fields) =
            Fields::of(node, "a correction", &["field", "table", "row", "expect", "set", "because"], faults)
        else {
            continue;
        };
        let (Some(field), Some(because)) = (fields.need("field"), fields.need("because")) else { continue };
        let (Some(expect), Some(set)) = (facts(&fields, "expect", faults), facts(&fields, "set", faults)) else {
            continue;
        };
        let table = fields.text("table");
        let rows: Vec<usize> = (0..drafts.len())
            .filter(|index| {
                drafts.get(*index).is_some_and(|draft| {
                    draft.page_name == field.text && table.as_ref().is_none_or(|own| own.text == draft.table)
                })
            })
            .collect();
        let wanted = fields.number("row").map(|row| row as usize);
        let index = match (rows.as_slice(), wanted) {
            ([only], None | Some(1)) => *only,
            (many, Some(row)) if row >= 1 && row <= many.len() => many[row - 1],
            ([], _) => {
                let known: Vec<&str> = drafts.iter().map(|draft| draft.page_name.as_str()).collect();
                let hint =
                    nearest(&field.text, &known).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
                faults.add_stale(
                    Kind::Conflict,
                    &field.at,
                    format!("the correction of `{}` bites nothing: no row has that name", field.text),
                    format!("{hint}a name as the page writes it"),
                    Vec::new(),
                );
                continue;
            }
            (many, Some(row)) => {
                let last = many.len();
                faults.add_stale(
                    Kind::Conflict,
                    &field.at,
                    format!("the correction of `{}` bites nothing: row {row} of that name is gone", field.text),
                    format!("the page has {last} of them: look at it again, then adapt or delete this correction"),
                    Vec::new(),
                );
                continue;
            }
            (many, None) => {
                faults.add(
                    &field.at,
                    format!("{} rows are called `{}`", many.len(), field.text),
                    format!("`row: 1` to `row: {}` to say which", many.len()),
                );
                continue;
            }
        };
        let Some(draft) = drafts.get_mut(index) else { continue };
        if let Some(first) = &draft.corrected {
            faults.add_with(
                &field.at,
                format!("`{}` is corrected twice", field.text),
                "one correction that sets everything",
                vec![(first.clone(), "corrected here already".into())],
            );
            continue;
        }
        if !bites(draft, &field, &expect, &set, faults) {
            continue;
        }
        draft.corrected = Some(field.at.clone());
        corrections.push(Correction {
            field: field.text.clone(),
            row: draft.origin.clone(),
            origin: written(gateway, &field.at),
            expect: shown(&expect),
            set: shown(&set),
            because: because.text,
        });
        for (key, value) in &set {
            match key.as_str() {
                "name" => {
                    let name =
                        draft.under.as_ref().map_or(value.text.clone(), |own| format!("{}.{}", own.text, value.text));
                    renamed.push((draft.page_name.clone(), name.clone()));
                    draft.name = name;
                }
                "type" => draft.ty = value.text.clone(),
                "min" => draft.min = length(value, faults),
                "max" => draft.max = length(value, faults),
                _ => draft.flag = flag(value, faults).unwrap_or(draft.flag),
            }
        }
    }
    // A name that another row really has isn't a misspelling of anything.
    renamed.retain(|(old, _)| !drafts.iter().any(|draft| draft.name.eq_ignore_ascii_case(old)));
    (corrections, renamed)
}

/// `expect` or `set` of a correction.
fn facts(fields: &Fields<'_>, key: &str, faults: &Faults) -> Option<Vec<(String, Word)>> {
    let Some(node) = fields.get(key) else {
        fields.missing(key);
        return None;
    };
    Fields::of(node, "a corrected fact", &["name", "type", "presence", "min", "max"], faults)?;
    let found = entries(node, "a corrected fact", &Faults::default())?;
    let words: Vec<_> = found
        .into_iter()
        .filter_map(|(key, node)| Some((key.text.clone(), text(node, &format!("`{}`", key.text), faults)?)))
        .collect();
    if words.is_empty() {
        faults.add(&node.at, format!("`{key}` is empty"), "at least one of name, type, presence, min, max");
        return None;
    }
    Some(words)
}

fn shown(facts: &[(String, Word)]) -> String {
    facts.iter().map(|(key, word)| format!("{key} {}", word.text)).collect::<Vec<_>>().join(", ")
}

fn flag(word: &Word, faults: &Faults) -> Option<Flag> {
    let found = FLAGS.iter().find(|(letter, _)| *letter == word.text).map(|(_, flag)| *flag);
    if found.is_none() {
        faults.add(&word.at, format!("`{}` isn't a presence", word.text), "M, O or C");
    }
    found
}

/// A length of a column of its own, or `none` where there is none.
fn length(word: &Word, faults: &Faults) -> Option<u32> {
    let found = word.text.parse().ok();
    if found.is_none() && word.text != "none" {
        faults.add(&word.at, format!("`{}` isn't a length", word.text), "a whole number, or none");
    }
    found
}

/// Active when the page still says what the correction expects; otherwise it is reported with both lines.
fn bites(draft: &Draft, field: &Word, expect: &[(String, Word)], set: &[(String, Word)], faults: &Faults) -> bool {
    let page = |key: &str| match key {
        "name" => draft.row_name().to_owned(),
        "type" => draft.ty.clone(),
        "min" => draft.min.map_or("none".to_owned(), |min| min.to_string()),
        "max" => draft.max.map_or("none".to_owned(), |max| max.to_string()),
        _ => FLAGS
            .iter()
            .find(|(_, flag)| *flag == draft.flag)
            .map(|(letter, _)| (*letter).to_owned())
            .unwrap_or_default(),
    };
    if set.iter().all(|(key, word)| page(key) == word.text) {
        let also = vec![(draft.at.clone(), "the page's row".to_owned())];
        faults.add_stale(
            Kind::Adopted,
            &field.at,
            format!("the correction of `{}` bites nothing: the page says the same", field.text),
            "adopted: delete this correction",
            also,
        );
        return false;
    }
    for (key, word) in expect {
        let says = page(key);
        if says != word.text {
            faults.add_stale(
                Kind::Conflict,
                &word.at,
                format!("the correction of `{}` conflicts with the page: its {key} is `{says}`, neither the expected `{}` nor ours", field.text, word.text),
                "look at the page again, then adapt or delete this correction",
                vec![(draft.at.clone(), format!("the page says `{says}`"))],
            );
            return false;
        }
    }
    for (key, word) in set {
        if !expect.iter().any(|(expected, _)| expected == key) && key != "name" {
            faults.add(
                &word.at,
                format!("the correction sets the {key} of `{}` without saying what it replaces", field.text),
                format!("`expect: {{{key}: …}}` with what the page says today"),
            );
            return false;
        }
    }
    true
}

fn omit(message: &Fields<'_>, drafts: &mut Vec<Draft>, faults: &Faults) {
    for (key, node) in message.map("omit", "`omit`") {
        let reason = text(node, "the reason of an omission", faults);
        let before = drafts.len();
        // What isn't sent isn't sent with members either.
        drafts.retain(|draft| draft.name != key.text && !nest::is_below(&draft.name, &key.text));
        if before == drafts.len() {
            faults.add(
                &key.at,
                format!("`{}` is omitted, but no table has it", key.text),
                "a name of the tables above",
            );
        }
        if reason.is_some_and(|word| word.text.trim().is_empty()) {
            faults.add(&key.at, format!("`{}` is omitted without a reason", key.text), "a sentence that says why");
        }
    }
}

fn add(message: &Fields<'_>, gateway: &str, drafts: &mut Vec<Draft>, faults: &Faults) {
    for (key, node) in message.map("add", "`add`") {
        let Some(fields) =
            Fields::of(node, "an added parameter", &["type", "presence", "basis", "because", "after"], faults)
        else {
            continue;
        };
        let (Some(ty), Some(because)) = (fields.need("type"), fields.need("because")) else { continue };
        for key in ["presence", "basis"] {
            if fields.get(key).is_none() {
                fields.missing(key);
            }
        }
        let (Some(flag), Some(basis)) =
            (fields.choice("presence", &FLAGS), fields.choice("basis", &super::pages::BASES))
        else {
            continue;
        };
        let _ = because;
        let place = match fields.text("after") {
            None => drafts.len(),
            Some(word) => match drafts.iter().position(|draft| draft.name == word.text) {
                Some(found) => found + 1,
                None => {
                    faults.add(
                        &word.at,
                        format!("there is no parameter `{}` to come after", word.text),
                        "the name of a parameter of this message",
                    );
                    continue;
                }
            },
        };
        let origin = written(gateway, &key.at);
        drafts.insert(
            place,
            Draft {
                page_name: key.text.clone(),
                name: key.text.clone(),
                under: None,
                ty: ty.text,
                min: None,
                max: None,
                flag,
                basis,
                origin,
                at: key.at.clone(),
                table: String::new(),
                corrected: None,
            },
        );
    }
}

/// The origin of what a person has written into a message's file.
fn written(gateway: &str, at: &At) -> Origin {
    let file = at.file.path.clone();
    let source = format!("{gateway}/{}", file.split_once('/').map_or(file.as_str(), |(_, rest)| rest));
    Origin { source, file, line: at.line() }
}

fn unique(drafts: &[Draft], naming: Naming, faults: &Faults) {
    for (index, draft) in drafts.iter().enumerate() {
        if !naming.allows(&draft.name) {
            let expected = match naming {
                Naming::Flat => "ASCII letters, digits, `_`, `-` or `.`, at most 64 of them",
                Naming::Sent | Naming::Received => {
                    "names of ASCII letters, digits, `_` or `-`, joined by dots, at most 64 each"
                }
            };
            faults.add(&draft.at, "this can't be a parameter's name", expected);
            continue;
        }
        let rust = naming.rust(&draft.name);
        let before = || drafts.iter().take(index);
        if let Some(twin) = before().find(|other| naming.rust(&other.name) == rust) {
            let same = twin.name == draft.name;
            faults.add_with(
                &draft.at,
                if same {
                    format!("`{}` comes from two rows", draft.name)
                } else {
                    format!("`{}` and `{}` would have the same Rust name `{}`", twin.name, draft.name, rust.1)
                },
                if same {
                    "a correction that renames one (`row: 2`), `omit`, or `replaces: [name]` at the later table"
                } else {
                    "a correction that renames one of them"
                },
                vec![(twin.at.clone(), "the other row".into())],
            );
        } else if let Some(twin) = before().find(|other| other.name.eq_ignore_ascii_case(&draft.name)) {
            faults.add_with(
                &draft.at,
                format!("`{}` and `{}` differ in case only", twin.name, draft.name),
                "one of them: a receiver couldn't tell them apart",
                vec![(twin.at.clone(), "the other row".into())],
            );
        }
    }
}
