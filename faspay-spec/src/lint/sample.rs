//! Replays a page's sample request: against the tables of the same page as they stand, and through the engine against the
//! operation that the spec has made of them. What is computed (the time, a digest) is evaluated at a fixed time; the
//! credentials are those of the sample itself.

use super::pages::{file, fits, letter};
use super::paths::Paths;
use super::recipes::read_with;
use super::{Found, Place};
use crate::engine::{self, Credentials, Date, Posted, SettingValue};
use crate::model::{Case, Digest, Field, From, Gateway, Operation, Recipe, Sensitivity, Type};
use crate::page::{Flag, Page, Row, Sample, SampleValue};

pub(super) fn find(gateway: &Gateway) -> Vec<Found> {
    let mut found = Vec::new();
    let paths = Paths::of(gateway);
    for page in &gateway.pages {
        for sample in &page.samples {
            let replay = Replay { gateway, page, sample };
            // A page has one sample and may have several operations; the sample belongs to the one that it fits.
            let operations = gateway.operations.iter().filter(|own| own.page == page.id);
            let best = operations
                .map(|operation| (operation, replay.disagreements(operation)))
                .min_by_key(|(_, disagreements)| disagreements.len());
            let tables = match &best {
                Some((operation, _)) => {
                    let fields: Vec<_> = operation.fields.iter().flat_map(Field::with_elements).collect();
                    replay.tables(|source| fields.iter().any(|field| field.origin.source.starts_with(source)))
                }
                None => replay.tables(|source| source.contains("#request")),
            };
            let rows = replay.against_rows(&tables, &paths);
            if let Some((operation, disagreements)) = best {
                found.extend(replay.against_wire(operation));
                // What the row says to be missing, the operation misses as well.
                let known = |own: &Found| {
                    let Some(start) = own.key.strip_suffix(": mandatory absent") else { return false };
                    rows.iter().any(|row| row.key.strip_suffix(": left out") == Some(start))
                };
                found.extend(disagreements.into_iter().filter(|own| !known(own)));
            }
            found.extend(rows);
        }
    }
    found
}

struct Replay<'a> {
    gateway: &'a Gateway,
    page: &'a Page,
    sample: &'a Sample,
}

/// A table's id and rows.
type Rows<'a> = Vec<(&'a str, &'a [Row])>;

impl<'a> Replay<'a> {
    fn tables(&self, used: impl Fn(&str) -> bool) -> Rows<'a> {
        let source = |table: &str| format!("{}/{}#{table} row ", self.gateway.id, self.page.id);
        let tables = self.page.tables.iter().filter(|table| used(&source(&table.id)));
        tables.map(|table| (table.id.as_str(), table.rows.as_slice())).collect()
    }

    /// The sample as it is sent on a day, with the names in lower case.
    fn pairs(&self, day: Date) -> Vec<(String, String)> {
        self.sample.pairs.iter().map(|(key, value)| (key.to_ascii_lowercase(), evaluate(value, day))).collect()
    }

    fn found(&self, about: &str, says: String, mut places: Vec<Place>) -> Found {
        let sample = format!("{}#{}", self.page.id, self.sample.id);
        places.push(Place { says: format!("sample {sample}"), file: file(self.gateway, self.page), line: 0 });
        Found::new(format!("sample {sample}{about}"), says, places)
    }

    fn row(&self, table: &str, row: &Row) -> Place {
        let says = format!("{}#{table}, row {}: {}, {}", self.page.id, row.name, row.ty, letter(row.presence));
        Place { says, file: file(self.gateway, self.page), line: row.line }
    }

    /// Against the rows as they are printed: names, presence, and whether the type has room for the value.
    fn against_rows(&self, tables: &Rows<'_>, paths: &Paths) -> Vec<Found> {
        if tables.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let pairs = self.pairs(default_day());
        let rows = tables.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (*table, row)));
        let rows: Vec<_> = rows.map(|(table, row)| (table, row, paths.names(self.page, table, row))).collect();
        let mut cased = 0;
        for ((name, value), (key, _)) in pairs.iter().zip(&self.sample.pairs) {
            let own: Vec<_> =
                rows.iter().filter(|(_, _, names)| names.iter().any(|own| own.eq_ignore_ascii_case(name))).collect();
            let Some((table, row, _)) = own.first() else {
                let says = format!("The sample sends {name}, which has no row.");
                found.push(self.found(&format!("/{name}: no row"), says, Vec::new()));
                continue;
            };
            cased += usize::from(!key.ends_with(&row.name));
            if !value.is_empty() && !own.iter().any(|(_, row, _)| fits(value, &row.ty)) {
                // A digest over the time is another one each time; its length isn't.
                let shown = if is_computed(&self.sample.pairs, key) {
                    format!("{} characters", value.chars().count())
                } else {
                    value.clone()
                };
                let says = format!("The sample's {name} is {shown}, and its row has {}.", row.ty);
                let about = format!("/{name}: {shown} in {}", row.ty);
                found.push(self.found(&about, says, vec![self.row(table, row)]));
            }
        }
        if cased > 0 {
            let names = if cased == 1 { "name" } else { "names" };
            let says = format!("The sample writes {cased} {names} in other letter case than the table.");
            found.push(self.found(": letter case", says, Vec::new()));
        }
        let sends = |path: &str| {
            let path = path.to_ascii_lowercase();
            let within = |name: &str| name.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']));
            pairs.iter().any(|(name, value)| (*name == path && !value.is_empty()) || within(name))
        };
        for (table, row, names) in rows.iter().filter(|(_, row, _)| row.presence == Flag::Mandatory) {
            for name in names.iter().filter(|name| !sends(name)) {
                // In an object that the sample doesn't send, nothing is left out.
                let object = name.len().checked_sub(row.name.len() + 1).and_then(|end| name.get(..end));
                if object.is_some_and(|object| !sends(object.trim_end_matches("[]"))) {
                    continue;
                }
                let shown = if object.is_some() { name } else { &row.name };
                let says = format!("{shown} is mandatory and the sample leaves it out.");
                found.push(self.found(&format!("/{shown}: left out"), says, vec![self.row(table, row)]));
            }
        }
        found
    }

    /// Against what the spec says of the way: keys and address.
    fn against_wire(&self, operation: &Operation) -> Vec<Found> {
        let mut found = Vec::new();
        for (key, _) in &self.sample.pairs {
            let field = operation.fields.iter().find(|field| field.name.eq_ignore_ascii_case(key));
            let last = key.rsplit('.').next().unwrap_or(key);
            if let Some(field) =
                field.filter(|field| field.wire != *key && (field.parent.is_none() || field.wire != last))
            {
                let says = format!("The sample sends the key {key}, {} sends {}.", operation.id, field.wire);
                found.push(self.found(&format!("/{}: key {key} for {}", field.name, field.wire), says, Vec::new()));
            }
        }
        let endpoint = self.gateway.endpoints.iter().find(|own| own.name == operation.endpoint);
        if let (Some(action), Some(endpoint)) = (&self.sample.action, endpoint)
            && ![&endpoint.sandbox, &endpoint.production].contains(&&Some(action.clone()))
        {
            let says = format!("The sample posts to {action}, which isn't the endpoint {}.", endpoint.name);
            found.push(self.found(&format!(": posts to {action}"), says, Vec::new()));
        }
        found
    }

    /// Through the engine, as the gateway would check it. A sample doesn't say on which day it is meant to be sent; among
    /// the days that it mentions, the one on which it breaks the fewest rules is taken.
    fn disagreements(&self, operation: &Operation) -> Vec<Found> {
        // The sample's pairs are no form; only its rows and keys can be held against it.
        let is_structure = |ty: &Type| matches!(ty, Type::Object { .. } | Type::List { .. } | Type::Json);
        let keeps_case = |name: &str| name.bytes().any(|b| b.is_ascii_uppercase());
        if operation.fields.iter().any(|field| is_structure(&field.ty) || keeps_case(&field.name)) {
            return Vec::new();
        }
        let texts = self.sample.pairs.iter().filter_map(|(_, value)| match value {
            SampleValue::Text(text) => Date::parse(text),
            _ => None,
        });
        let days = texts.chain([default_day()]);
        days.map(|day| self.replay(operation, day)).min_by_key(Vec::len).unwrap_or_default()
    }

    fn replay(&self, operation: &Operation, day: Date) -> Vec<Found> {
        let pairs = self.pairs(day);
        let value = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
        let account = self.account(operation, &pairs, day);
        let known = |name: &String| operation.fields.iter().any(|field| field.name == *name);
        let (sent, unknown): (Vec<_>, Vec<_>) = pairs.iter().cloned().partition(|(name, _)| known(name));
        let sent = sent.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, value, false));
        let posted = Posted { fields: sent.collect(), unknown };
        let faults = engine::check_request(self.gateway, operation, &posted, &account, day);
        let describe = |fault: engine::Fault| {
            let field = operation.fields.iter().find(|field| field.name == fault.field);
            let plain = field.is_none_or(|field| {
                field.sensitivity == Sensitivity::Public && !matches!(field.from, From::Signature { .. })
            });
            let actual = match value(&fault.field).filter(|text| !text.is_empty()) {
                Some(text) if plain => format!(" {text}"),
                Some(_) => String::new(),
                None => " absent".into(),
            };
            let says = format!("{} refuses the sample: {}", operation.id, fault.message);
            let row = |field: &Field| Place {
                says: format!("{}: {}", field.name, field.documented),
                file: field.origin.file.clone(),
                line: field.origin.line,
            };
            let about = format!("/{}: {}{actual}", fault.field, fault.rule);
            self.found(&about, says, field.map(row).into_iter().collect())
        };
        faults.into_iter().map(describe).collect()
    }

    /// The credentials of the sample: those that it sends, and those that only its signatures hold.
    fn account(&self, operation: &Operation, pairs: &[(String, String)], day: Date) -> Credentials {
        let sent = operation.fields.iter().filter_map(|field| match &field.from {
            From::Credential(name) => {
                let (_, value) = pairs.iter().find(|(own, _)| *own == field.name)?;
                Some((name.clone(), value.clone()))
            }
            _ => None,
        });
        let mut account: Vec<(String, String)> = sent.collect();
        for field in &operation.fields {
            let From::Signature { recipe, with } = &field.from else { continue };
            let recipe = self.gateway.recipes.iter().find(|own| own.name == *recipe);
            let sample = self.sample.pairs.iter().find(|(key, _)| key.eq_ignore_ascii_case(&field.name));
            let (Some(recipe), Some((_, value))) = (recipe, sample) else { continue };
            let known = |name: &str| {
                let constant = with.iter().find(|(own, _)| own == name);
                let credential = account.iter().find(|(own, _)| own == name);
                let own = pairs.iter().find(|(own, _)| own == name);
                constant.or(credential).or(own).map(|(_, value)| value.clone())
            };
            let Some(string) = signed(recipe, value) else { continue };
            let solved = solve(recipe, &evaluate(string, day), &known);
            account.extend(solved);
        }
        account
            .retain(|(name, value)| !value.is_empty() && self.gateway.credentials.iter().any(|own| own.name == *name));
        let texts = account.into_iter().map(|(name, value)| (name, SettingValue::Text(value)));
        // Only names of the gateway are left, each once.
        Credentials::new(self.gateway, texts).unwrap_or_else(|_| Credentials::none())
    }
}

/// The string that a sample digests, when it does so with this recipe's digest.
fn signed<'v>(recipe: &Recipe, value: &'v SampleValue) -> Option<&'v SampleValue> {
    match (recipe.digest, value) {
        (Digest::Sha1Hex, SampleValue::Sha1(inner)) => Some(inner),
        (Digest::Sha1OfMd5Hex, SampleValue::Sha1(outer)) => match outer.as_ref() {
            SampleValue::Md5(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

/// The values of a recipe that nobody knows yet, read off a signed string. Where two of them stand side by side, any
/// border will do: the string is the same.
fn solve(recipe: &Recipe, string: &str, known: &dyn Fn(&str) -> Option<String>) -> Vec<(String, String)> {
    let takes = |name: &str, case: &Case, text: &str| match known(name) {
        None => true,
        Some(value) => match case {
            Case::AsIs => value == text,
            Case::Upper => value.to_ascii_uppercase() == text,
            Case::Setting(_) => value == text || value.to_ascii_uppercase() == text,
        },
    };
    let values = read_with(&recipe.parts, string, &takes).unwrap_or_default();
    let unknown = values.into_iter().filter(|(name, _)| known(name).is_none());
    unknown.map(|(name, value)| (name, value.to_owned())).collect()
}

/// The time of day at which samples are replayed.
const TIME: &str = "120000";

/// The day for samples that mention none.
fn default_day() -> Date {
    Date::new(2020, 1, 1).expect("a day in January")
}

fn is_computed(pairs: &[(String, SampleValue)], key: &str) -> bool {
    pairs.iter().any(|(own, value)| own == key && !matches!(value, SampleValue::Text(_)))
}

fn evaluate(value: &SampleValue, day: Date) -> String {
    match value {
        SampleValue::Text(text) => text.clone(),
        SampleValue::Now(format) => now(format, day),
        SampleValue::Join(parts) => parts.iter().map(|part| evaluate(part, day)).collect(),
        SampleValue::Sha1(inner) => engine::digest(Digest::Sha1Hex, &evaluate(inner, day)),
        SampleValue::Md5(inner) => engine::md5_hex(&evaluate(inner, day)),
    }
}

/// PHP's `date` at noon, in the letters that samples have used; any other stays as it is.
fn now(format: &str, day: Date) -> String {
    let date = day.to_string();
    let letter = |c: char| match c {
        'Y' => date[..4].to_owned(),
        'y' => date[2..4].to_owned(),
        'm' => date[5..7].to_owned(),
        'd' => date[8..].to_owned(),
        'H' => TIME[..2].to_owned(),
        'i' => TIME[2..4].to_owned(),
        's' => TIME[4..].to_owned(),
        other => other.to_string(),
    };
    format.chars().map(letter).collect()
}
