//! `faspay example`: parameters to start from, found by asking the rules what is missing, and the merchant that the local gateway
//! knows. Whoever tries an operation for the first time has something that passes, and changes that.

use std::process::ExitCode;

use faspay_sandbox::{Account, Gateway as Played, SettingValue};
use faspay_spec::engine::{self, Context, Date, Environment, Violation};
use faspay_spec::model::{Characters, Encoding, Field, From, Gateway, Operation, Presence, Type};
use faspay_spec::{rule, wire};
use serde_json::{Map, Value, json};

use crate::catalogue;
use crate::failure::Failure;
use crate::output;

/// Name and text, in the order of the wire.
pub type Params = Vec<(String, String)>;

/// More changes than any operation takes.
const MOST_STEPS: usize = 200;

/// Texts that say more than a parameter's own name: what the last parts of its name are, in lower case.
const CHOSEN: [(&str, &str); 24] = [
    ("merchant_tranid", "INV-1"),
    ("order.id", "INV-1"),
    ("orderid", "INV-1"),
    ("clientreferenceid", "INV1"),
    ("customer.id", "ann"),
    ("customerid", "ann"),
    ("member_id", "M-1"),
    ("name", "Ann"),
    ("custname", "Ann"),
    ("cardname", "Ann"),
    ("firstname", "Ann"),
    ("givenname", "Ann"),
    ("custemail", "ann@shop.example.test"),
    ("email", "ann@shop.example.test"),
    ("mobilephone", "+6281234567890"),
    ("shopper_ip", "192.0.2.1"),
    // Charged every month, as the local gateway plays it.
    ("recurring_period", "M"),
    ("recurring_accumulate_at", "0"),
    ("expirymonth", "01"),
    ("expiryyear", "2039"),
    // The card that Faspay publishes for tests.
    ("cardno", "4440000009900010"),
    ("cardcvc", "100"),
    ("currency", "IDR"),
    ("currencycode", "IDR"),
];

/// Prints parameters of an operation, or for the id of a gateway the credentials of the merchant that its local one knows.
pub fn example(id: &str, today: Date) -> Result<ExitCode, Failure> {
    if let Ok(played) = id.parse::<Played>() {
        return output::json(&credentials(played));
    }
    let gateway = catalogue::gateway_of(id)?;
    let operation = catalogue::operation(&gateway, id)?;
    let params = params(&gateway, operation, today)
        .ok_or_else(|| Failure::new(format!("no parameters of `{id}` obey every rule; please report this.")))?;
    output::json(&document(operation, &params))
}

fn credentials(played: Played) -> Value {
    let pairs = Account::sample_of(played).pairs.into_iter().map(|(name, value)| {
        let value = match value {
            SettingValue::Text(text) => json!(text),
            SettingValue::Bool(flag) => json!(flag),
        };
        (name, value)
    });
    Value::Object(pairs.collect())
}

/// As few parameters as every rule is content with on this day, and something in every object.
fn params(gateway: &Gateway, operation: &Operation, today: Date) -> Option<Params> {
    let search = Search { gateway, operation, today };
    let mut params = search.settled(Params::new())?;
    for (at, field) in operation.fields.iter().enumerate() {
        let is_empty = |params: &Params| !params.iter().any(|(name, _)| name.starts_with(&format!("{}.", field.name)));
        let is_filled = operation.fields.iter().any(|own| own.parent == Some(at) && matches!(own.from, From::Fixed(_)));
        if matches!(field.ty, Type::Object { .. }) && is_given(&params, field) && is_empty(&params) && !is_filled {
            let with = search.first_member(at).map(|member| search.give(&params, member));
            params = with.and_then(|with| search.settled(with)).unwrap_or(params);
        }
    }
    let place = |name: &str| operation.fields.iter().position(|own| own.name == name);
    params.sort_by_key(|(name, _)| place(name));
    Some(params)
}

fn is_given(params: &Params, field: &Field) -> bool {
    params.iter().any(|(name, _)| *name == field.name)
}

struct Search<'a> {
    gateway: &'a Gateway,
    operation: &'a Operation,
    today: Date,
}

impl Search<'_> {
    /// What is left to do, beginning with what isn't just missing.
    fn violations(&self, params: &Params) -> Vec<Violation> {
        let context =
            Context { environment: Environment::Sandbox, credentials: None, today: self.today, fresh_key: None };
        engine::validate(self.gateway, self.operation, params, &context)
    }

    /// Gives what is missing and changes what is wrong, until nothing is.
    fn settled(&self, mut params: Params) -> Option<Params> {
        for _ in 0..MOST_STEPS {
            let found = self.violations(&params);
            let Some(first) = found.iter().find(|one| is_missing(one)).or(found.first()) else { return Some(params) };
            let at = self.operation.fields.iter().position(|own| own.name == first.field)?;
            params = match first.rule.as_str() {
                "mandatory" => self.give(&params, at),
                "count-min" => self.give(&params, self.first_member(at)?),
                _ => self.mended(&params, &found)?,
            };
        }
        None
    }

    /// The change of one parameter, or of two, that leaves the least wrong.
    fn mended(&self, params: &Params, found: &[Violation]) -> Option<Params> {
        let wrong = |params: &Params| self.violations(params).iter().filter(|one| !is_missing(one)).count();
        let once = self.changes(params, found);
        let best = |all: Vec<Params>| all.into_iter().map(|one| (wrong(&one), one)).min_by_key(|(wrong, _)| *wrong);
        let (now, single) = (found.len(), best(once.clone())?);
        if single.0 < now {
            return Some(single.1);
        }
        let twice = once.iter().flat_map(|params| self.changes(params, found)).collect();
        best(twice).filter(|(wrong, _)| *wrong < now).map(|(_, params)| params)
    }

    /// Every other text of every parameter that the violations are about.
    fn changes(&self, params: &Params, found: &[Violation]) -> Vec<Params> {
        let mut names: Vec<String> = Vec::new();
        for one in found {
            names.push(one.field.clone());
            let rule = self.operation.rules.iter().find(|own| own.id == one.rule);
            let parts = rule.into_iter().flat_map(|rule| rule.when.iter().chain([&rule.then]));
            names.extend(parts.flat_map(rule::fields));
        }
        let fields = self.operation.fields.iter().enumerate();
        let about = fields.filter(|(_, field)| names.contains(&field.name) && is_callers(field));
        let mut all = Vec::new();
        for (at, field) in about {
            let without: Params = params.iter().filter(|(name, _)| *name != field.name).cloned().collect();
            all.extend(self.texts(field).into_iter().map(|text| self.give_text(&without, at, text)));
            all.push(without);
        }
        all
    }

    /// Texts that a parameter takes, the most telling first.
    fn texts(&self, field: &Field) -> Vec<String> {
        let today = self.today.to_string();
        match &field.ty {
            Type::Code { list, only } => {
                let list = self.gateway.codes.iter().find(|own| own.name == *list);
                let codes = list.into_iter().flat_map(|list| list.values.iter().map(|value| value.code.clone()));
                codes.filter(|code| only.as_ref().is_none_or(|only| only.contains(code))).collect()
            }
            Type::Integer { .. } => ["1", "0", "2"].map(str::to_owned).to_vec(),
            Type::Date => vec![today],
            Type::CompactDate => vec![today.replace('-', "")],
            Type::Boolean => ["false", "true"].map(str::to_owned).to_vec(),
            _ => vec![self.text(field), wire::sample(self.gateway, field)],
        }
    }

    /// What an example holds.
    fn text(&self, field: &Field) -> String {
        let lower = field.name.to_lowercase();
        let is_named = |name: &str| lower.strip_suffix(name).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
        let chosen = CHOSEN.iter().find(|(name, _)| is_named(name)).map(|(_, text)| (*text).to_owned());
        let year: u16 = self.today.to_string().get(..4).and_then(|year| year.parse().ok()).unwrap_or(2026);
        let last = field.name.rsplit('.').next().unwrap_or_default();
        match &field.ty {
            Type::Url { .. } if lower.contains("callback") => "http://127.0.0.1:3000/callback".to_owned(),
            Type::Url { .. } => "http://127.0.0.1:3000/return".to_owned(),
            Type::Code { .. } => {
                let codes = self.texts(field);
                let fits = chosen.filter(|text| codes.contains(text));
                fits.or(codes.into_iter().next()).unwrap_or_default()
            }
            Type::Text { min, max, characters } => {
                let fits = |text: &String| {
                    let count = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                    min.is_none_or(|min| count >= min) && max.is_none_or(|max| count <= max)
                };
                let own = (*characters == Characters::Any).then(|| last.to_owned());
                chosen.or(own).filter(fits).unwrap_or_else(|| {
                    // Readable as long as it may be.
                    let cut: String = last.chars().take(max.unwrap_or(40) as usize).collect();
                    let own = Some(cut).filter(|text| *characters == Characters::Any && fits(text));
                    own.unwrap_or_else(|| wire::sample(self.gateway, field))
                })
            }
            Type::List { fields, .. } => format!("[{}]", self.element(fields, None)),
            // What ends doesn't end on the day that it begins.
            Type::Date if last.contains("end") => format!("{}-12-31", year + 1),
            Type::Integer { .. } | Type::Date | Type::CompactDate | Type::Boolean => {
                chosen.or(self.texts(field).into_iter().next()).unwrap_or_default()
            }
            _ => wire::sample(self.gateway, field),
        }
    }

    /// An element of a list, or an object in one, with what must be in it.
    fn element(&self, fields: &[Field], object: Option<usize>) -> Value {
        let members = fields.iter().enumerate().filter(|(_, own)| own.parent == object && is_callers(own));
        let must = members.filter(|(_, own)| own.presence == Presence::Mandatory);
        let members = must.map(|(at, own)| {
            let value = match &own.ty {
                Type::Object { .. } => self.element(fields, Some(at)),
                _ => structure(own, &self.text(own)),
            };
            (own.wire.clone(), value)
        });
        Value::Object(members.collect())
    }

    fn first_member(&self, object: usize) -> Option<usize> {
        self.operation.fields.iter().position(|own| own.parent == Some(object) && is_callers(own))
    }

    fn give(&self, params: &Params, at: usize) -> Params {
        self.give_text(params, at, self.text(&self.operation.fields[at]))
    }

    /// With a parameter, and the objects around it.
    fn give_text(&self, params: &Params, at: usize, text: String) -> Params {
        let field = &self.operation.fields[at];
        let mut params = match field.parent {
            Some(parent) if !is_given(params, &self.operation.fields[parent]) => {
                self.give_text(params, parent, "{}".to_owned())
            }
            _ => params.clone(),
        };
        params.retain(|(name, _)| *name != field.name);
        params.push((field.name.clone(), text));
        params
    }
}

fn is_missing(violation: &Violation) -> bool {
    matches!(violation.rule.as_str(), "mandatory" | "count-min")
}

fn is_callers(field: &Field) -> bool {
    matches!(field.from, From::Caller | From::CurrencyOf(_))
}

/// As `--params` takes it: nested where the message is.
fn document(operation: &Operation, params: &Params) -> Value {
    let mut document = Map::new();
    for (name, text) in params {
        let field = operation.fields.iter().find(|own| own.name == *name);
        let value = field.map_or_else(|| json!(text), |field| structure(field, text));
        match operation.transport.encoding() {
            Encoding::Json => put(&mut document, name, value),
            Encoding::Form => drop(document.insert(name.clone(), value)),
        }
    }
    Value::Object(document)
}

/// Puts a value under its path; the objects on the way are there already.
fn put(object: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => drop(object.insert(path.to_owned(), value)),
        Some((first, rest)) => {
            if let Some(Value::Object(inner)) = object.get_mut(first) {
                put(inner, rest, value);
            }
        }
    }
}

/// Objects and lists as such, everything else as a text.
fn structure(field: &Field, text: &str) -> Value {
    match field.ty {
        Type::Object { .. } | Type::List { .. } | Type::Json => {
            serde_json::from_str(text).unwrap_or_else(|_| json!(text))
        }
        _ => json!(text),
    }
}

#[cfg(test)]
mod tests;
