//! Inputs of nested operations. Sound ones are found by mending random ones until the interpreter has nothing to say, one for
//! each parameter at least; from these an input is made by breaking one chosen rule, each rule in turn, and a few more at random.

use faspay_spec::engine::{self, Context, Environment};
use faspay_spec::model::{Characters, Field, From, Gateway, Operation, Presence, Type};
use faspay_spec::rule;
use rand::prelude::*;
use rand::rngs::StdRng;
use serde_json::Value as Json;

use crate::{day, inputs, nested, tried};

/// Names with texts.
pub type Params = Vec<(String, String)>;

/// The inputs of one nested operation, one after the other.
pub struct Aimed<'a> {
    gateway: &'a Gateway,
    operation: &'a Operation,
    rules: Vec<(String, String)>,
    pool: Vec<Params>,
    round: usize,
}

/// An input, and where it ought to go.
pub struct Input {
    /// The parameters.
    pub params: Params,
    /// Whether the rule that it is meant to break holds in production alone.
    pub wants_production: bool,
}

/// Whether the operation's parameters are paths, or go elsewhere than into a form or a flat object.
pub fn is_nested(operation: &Operation) -> bool {
    operation.authorization.is_some()
        || operation.fields.iter().any(|own| own.parent.is_some() || own.place != faspay_spec::model::Place::Body)
}

impl<'a> Aimed<'a> {
    /// Looks for sound inputs first.
    ///
    /// # Panics
    /// When a parameter is in no sound one.
    pub fn at(gateway: &'a Gateway, operation: &'a Operation, rng: &mut StdRng) -> Self {
        let pool = sound(gateway, operation, rng);
        Self { gateway, operation, rules: tried::rules(gateway, operation), pool, round: 0 }
    }

    /// The sound inputs.
    pub fn pool(&self) -> &[Params] {
        &self.pool
    }

    /// How many inputs it takes to break each rule so many times.
    pub fn rounds(&self, times: usize) -> usize {
        (self.rules.len() * times * 3 / 2).max(600)
    }

    /// The next one.
    pub fn draw(&mut self, rng: &mut StdRng) -> Input {
        let round = self.round;
        self.round += 1;
        // One without an aim follows each two.
        let aim = if round % 3 == 2 { None } else { self.rules.get((round - round / 3) % self.rules.len().max(1)) };
        let Some((name, rule)) = aim else {
            let mut params = self.pool.choose(rng).unwrap().clone();
            for _ in 0..*[0, 0, 0, 1, 2, 6].choose(rng).unwrap() {
                nested::mutate(self.gateway, self.operation, &mut params, rng);
            }
            return Input { params, wants_production: false };
        };
        let mut params = self.broken(name, rule, rng);
        for _ in 0..*[0, 0, 0, 1, 3].choose(rng).unwrap() {
            nested::mutate(self.gateway, self.operation, &mut params, rng);
        }
        Input { params, wants_production: rule == "https" }
    }

    /// A sound input, changed until the rule is broken, if it can be.
    fn broken(&self, name: &str, rule: &str, rng: &mut StdRng) -> Params {
        let (top, _) = name.split_once('[').unwrap_or((name, ""));
        let with: Vec<&Params> = self.pool.iter().filter(|params| is_given(params, top)).collect();
        let mut draft = Params::new();
        // Where several parameters have to come together, that takes a while.
        let crosses = self.operation.rules.iter().any(|own| own.id == rule);
        for _ in 0..if crosses { 60 } else { 12 } {
            let base = with.choose(rng).copied().filter(|_| rng.random_bool(0.8));
            draft = base.unwrap_or_else(|| self.pool.choose(rng).unwrap()).clone();
            spoil(self.gateway, self.operation, &mut draft, name, rule, rng);
            // What only credentials or production bring about can't be seen here.
            let is_seen = violations(self.gateway, self.operation, &draft)
                .iter()
                .any(|found| found.rule == rule && tried::without_positions(&found.field) == name);
            if is_seen || ["https", "credential", "setting"].contains(&rule) {
                break;
            }
        }
        draft
    }
}

/// Sound inputs: each parameter is in one of them at least.
///
/// # Panics
/// When one isn't.
pub fn sound(gateway: &Gateway, operation: &Operation, rng: &mut StdRng) -> Vec<Params> {
    let fillable = |field: &Field| matches!(field.from, From::Caller | From::CurrencyOf(_) | From::IdempotencyKey);
    let mut pool: Vec<Params> = Vec::new();
    for (at, field) in operation.fields.iter().enumerate().filter(|(_, field)| fillable(field)) {
        let found = (0..60).find_map(|_| {
            let draft = nested::params(gateway, operation, Some(at), rng);
            mend(gateway, operation, draft, Some(at), rng).filter(|params| is_given(params, &field.name))
        });
        pool.push(found.unwrap_or_else(|| panic!("{}: no sound input has {}", operation.id, field.name)));
    }
    for _ in 0..8 {
        let draft = nested::params(gateway, operation, None, rng);
        pool.extend(mend(gateway, operation, draft, None, rng));
    }
    if pool.is_empty() {
        pool.push(Params::new());
    }
    pool
}

/// What is left of the parameters when as few of them as it takes are left out, so that nothing is wrong with the rest.
///
/// # Panics
/// When nothing can be left out that makes it better.
pub fn fullest(gateway: &Gateway, operation: &Operation, mut params: Params) -> Params {
    loop {
        let found = violations(gateway, operation, &params);
        if found.is_empty() {
            return params;
        }
        let mut names: Vec<String> = Vec::new();
        for one in &found {
            let top = one.field.split('[').next().unwrap_or_default();
            let rule = operation.rules.iter().find(|own| own.id == one.rule);
            let conditions = rule.iter().flat_map(|rule| rule.when.iter().chain([&rule.then]));
            let about = mentioned(operation, conditions).into_iter().map(|at| operation.fields[at].name.clone());
            let around = top.match_indices('.').map(|(at, _)| top[..at].to_owned());
            names.extend(about.chain([top.to_owned()]).chain(around));
        }
        let without = |name: &String| {
            let mut less = params.clone();
            remove(&mut less, name);
            (violations(gateway, operation, &less).len(), params.len() - less.len(), less)
        };
        let best = names.iter().map(without).min_by_key(|(wrong, gone, _)| (*wrong, *gone));
        match best {
            Some((wrong, _, less)) if wrong < found.len() => params = less,
            _ => panic!("{}: {found:#?}", operation.id),
        }
    }
}

/// Whether it is there, or something within it.
fn is_given(params: &[(String, String)], name: &str) -> bool {
    params.iter().any(|(own, text)| !text.is_empty() && is_within(own, name))
}

fn is_within(name: &str, object: &str) -> bool {
    name.strip_prefix(object).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn violations(gateway: &Gateway, operation: &Operation, params: &[(String, String)]) -> Vec<engine::Violation> {
    let context =
        Context { environment: Environment::Sandbox, credentials: None, today: day(inputs::TODAY), fresh_key: None };
    engine::validate(gateway, operation, params, &context)
}

/// Changes what violations are about until there is none, and leaves in what was wished for.
fn mend(
    gateway: &Gateway,
    operation: &Operation,
    mut params: Params,
    wish: Option<usize>,
    rng: &mut StdRng,
) -> Option<Params> {
    let wished = wish.map_or("", |at| operation.fields[at].name.as_str());
    for _ in 0..80 {
        let found = violations(gateway, operation, &params);
        let Some(one) = found.choose(rng) else { return Some(params) };
        let top = one.field.split('[').next().unwrap_or_default();
        let at = operation.fields.iter().position(|own| own.name == top)?;
        let is_object = matches!(operation.fields[at].ty, Type::Object { .. });
        let children: Vec<usize> =
            (0..operation.fields.len()).filter(|own| operation.fields[*own].parent == Some(at)).collect();
        match (one.rule.as_str(), operation.rules.iter().find(|own| own.id == one.rule)) {
            (_, Some(rule)) => {
                let Some(at) = mentioned(operation, rule.when.iter().chain([&rule.then])).choose(rng).copied() else {
                    continue;
                };
                if rng.random_bool(0.5) && !is_within(wished, &operation.fields[at].name) {
                    remove(&mut params, &operation.fields[at].name);
                } else {
                    give(gateway, operation, &mut params, at, rng);
                }
            }
            ("mandatory", _) => match operation.fields[at].parent {
                Some(parent) if rng.random_bool(0.2) && !is_within(wished, &operation.fields[parent].name) => {
                    remove(&mut params, &operation.fields[parent].name);
                }
                _ => give(gateway, operation, &mut params, at, rng),
            },
            ("count-min", _) if is_object => give(gateway, operation, &mut params, *children.choose(rng)?, rng),
            ("count", _) if is_object => {
                let name = &operation.fields[*children.choose(rng)?].name;
                if !is_within(wished, name) {
                    remove(&mut params, name);
                }
            }
            _ if rng.random_bool(0.2) && !is_within(wished, top) => remove(&mut params, top),
            _ => give(gateway, operation, &mut params, at, rng),
        }
    }
    None
}

/// The parameters that conditions are about.
fn mentioned<'a>(operation: &Operation, conditions: impl Iterator<Item = &'a faspay_spec::model::Expr>) -> Vec<usize> {
    let names: Vec<String> = conditions.flat_map(rule::fields).collect();
    (0..operation.fields.len()).filter(|at| names.contains(&operation.fields[*at].name)).collect()
}

fn remove(params: &mut Params, name: &str) {
    params.retain(|(own, _)| !is_within(own, name));
}

fn set(params: &mut Params, name: &str, text: String) {
    params.retain(|(own, _)| own != name);
    params.push((name.to_owned(), text));
}

/// Gives a parameter another sound text, or an object any.
fn give(gateway: &Gateway, operation: &Operation, params: &mut Params, at: usize, rng: &mut StdRng) {
    let field = &operation.fields[at];
    match (&field.ty, &field.from) {
        (Type::Object { .. }, _) if is_given(params, &field.name) => {}
        (_, From::Fixed(_) | From::Credential(_) | From::Signature { .. }) => {}
        (Type::Object { .. }, _) => set(params, &field.name, "{}".to_owned()),
        _ => set(params, &field.name, nested::sound_text(gateway, operation, at, rng)),
    }
}

/// What breaks a rule.
enum Change {
    Remove,
    Text(String),
    /// So many elements.
    Count(usize),
}

fn spoil(gateway: &Gateway, operation: &Operation, params: &mut Params, name: &str, rule: &str, rng: &mut StdRng) {
    if let Some(own) = operation.rules.iter().find(|own| own.id == rule && own.field == name) {
        return stir(gateway, operation, params, &own.when.iter().chain([&own.then]).collect::<Vec<_>>(), rng);
    }
    // A setting of the merchant's has no field.
    let all = tried::all_fields(operation);
    let Some((_, field, in_list)) = all.into_iter().find(|(own, ..)| own == name) else { return };
    if let ("mandatory", Presence::When(condition)) = (rule, &field.presence) {
        stir(gateway, operation, params, &[condition], rng);
    }
    let change = change(field, rule);
    if in_list {
        let (list, path) = name.split_once("[].").unwrap_or((name, ""));
        let text = params.iter().find(|(own, _)| own == list).map_or("[{}]", |(_, text)| text);
        let mut json: Json = serde_json::from_str(text).unwrap_or_else(|_| Json::Array(Vec::new()));
        in_element(&mut json, path, &change, rng);
        return set(params, list, json.to_string());
    }
    let parent = field.parent.map(|at| operation.fields[at].name.clone());
    match (change, &field.ty) {
        (Change::Remove, _) => remove(params, name),
        (Change::Text(text), _) => set(params, name, text),
        (Change::Count(count), Type::Object { .. }) => {
            remove(params, name);
            set(params, name, "{}".to_owned());
            let at = operation.fields.iter().position(|own| own.name == name);
            for own in (0..operation.fields.len()).filter(|own| operation.fields[*own].parent == at).take(count) {
                give(gateway, operation, params, own, rng);
            }
        }
        (Change::Count(count), _) => {
            let text = params.iter().find(|(own, _)| own == name).map_or("[]", |(_, text)| text);
            let mut json: Json = serde_json::from_str(text).unwrap_or_default();
            resize(&mut json, count);
            set(params, name, json.to_string());
        }
    }
    // Without what is around it, it would be out of reach.
    if let Some(parent) = parent
        && !is_given(params, &parent)
    {
        params.push((parent, "{}".to_owned()));
    }
}

/// Gives and takes what conditions are about, with the texts that they name.
fn stir(
    gateway: &Gateway,
    operation: &Operation,
    params: &mut Params,
    conditions: &[&faspay_spec::model::Expr],
    rng: &mut StdRng,
) {
    let said: String = conditions.iter().map(|one| format!("{one} ")).collect();
    let literals: Vec<&str> = said.split('"').skip(1).step_by(2).collect();
    for at in mentioned(operation, conditions.iter().copied()) {
        let field = &operation.fields[at];
        match (rng.random_range(0..4), literals.choose(rng)) {
            (0, _) => remove(params, &field.name),
            (1, _) => give(gateway, operation, params, at, rng),
            (2 | 3, _) if field.ty == Type::Date => set(params, &field.name, inputs::TODAY.to_owned()),
            (2, Some(text)) if !matches!(field.ty, Type::Object { .. } | Type::List { .. }) => {
                set(params, &field.name, (*text).to_owned());
            }
            _ => {}
        }
    }
}

fn resize(json: &mut Json, count: usize) {
    let Json::Array(items) = json else { return *json = Json::Array(Vec::new()) };
    let one = items.first().cloned().unwrap_or_else(|| Json::Object(serde_json::Map::new()));
    items.resize(count, one);
}

/// Changes a member of some element.
fn in_element(list: &mut Json, path: &str, change: &Change, rng: &mut StdRng) {
    if list.as_array().is_none_or(Vec::is_empty) {
        *list = Json::Array(vec![Json::Object(serde_json::Map::new())]);
    }
    if let Json::Array(items) = list {
        let at = rng.random_range(0..items.len());
        in_object(&mut items[at], path, change, rng);
    }
}

fn in_object(object: &mut Json, path: &str, change: &Change, rng: &mut StdRng) {
    if !object.is_object() {
        *object = Json::Object(serde_json::Map::new());
    }
    let Json::Object(members) = object else { return };
    match (path.split_once('.'), change) {
        (Some((key, rest)), _) => match key.strip_suffix("[]") {
            Some(key) => in_element(members.entry(key).or_insert(Json::Null), rest, change, rng),
            None => in_object(members.entry(key).or_insert(Json::Null), rest, change, rng),
        },
        (None, Change::Remove) => drop(members.remove(path)),
        (None, Change::Text(text)) => drop(members.insert(path.to_owned(), Json::String(text.clone()))),
        (None, Change::Count(count)) => resize(members.entry(path).or_insert(Json::Null), *count),
    }
}

/// What breaks this rule of this field, everything else being sound.
fn change(field: &Field, rule: &str) -> Change {
    let text = match (rule, &field.ty) {
        ("mandatory", _) => return Change::Remove,
        ("fixed" | "credential", _) => "other".to_owned(),
        ("computed", _) => "0".repeat(40),
        ("control", _) => "a\0b".to_owned(),
        ("length", Type::Text { max, .. }) => "4".repeat(max.unwrap_or(0) as usize + 1),
        ("length", Type::Url { max }) => format!("https://shop.example.test/{}", "a".repeat(max.unwrap_or(0) as usize)),
        ("length", Type::Integer { digits: max } | Type::Decimal { max }) => "9".repeat(*max as usize + 1),
        ("length", Type::Amount { max, .. }) => "1".repeat((max.unwrap_or(0) as usize + 1).min(15)),
        ("length-min", Type::Text { min, .. }) => "4".repeat(min.unwrap_or(2) as usize - 1),
        ("characters", Type::Text { min, characters, .. }) => {
            let odd = if *characters == Characters::Digits { "é" } else { "٣" };
            odd.repeat(min.unwrap_or(1).max(1) as usize)
        }
        ("delimiter", _) => field.forbid.clone(),
        ("url", _) => "nowhere".to_owned(),
        ("https", _) => "http://shop.example.test/".to_owned(),
        ("positive", _) => "0".to_owned(),
        ("type", Type::Date) => "2026-02-30".to_owned(),
        ("type", Type::CompactDate) => "20260230".to_owned(),
        ("type", Type::Timestamp) => "2027-02-28T24:00:00Z".to_owned(),
        ("type", Type::Amount { .. }) => "1,000.00".to_owned(),
        ("type", Type::DayList { .. }) => "32".to_owned(),
        ("type", Type::Json) => "[1]".to_owned(),
        ("count", Type::DayList { max }) => vec!["1"; *max as usize + 1].join(","),
        ("count-min", Type::Object { min, .. } | Type::List { min, .. }) => {
            return Change::Count(min.unwrap_or(1).saturating_sub(1) as usize);
        }
        ("count", Type::Object { .. }) => return Change::Count(usize::MAX),
        ("count", Type::List { max, .. }) => return Change::Count(max.unwrap_or(0) as usize + 1),
        _ => "1e3".to_owned(),
    };
    Change::Text(text)
}
