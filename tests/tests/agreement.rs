//! The generated library and the interpreter of the spec, on the same random inputs: the same violations in the same
//! order, or the same bytes. They share no code, so a disagreement is a mistake in one of them.

use std::collections::BTreeMap;

use faspay_cli::engine::{Context, Engine, Environment, Refusal, Value, Violation};
use faspay_spec::engine::Date;
use faspay_spec::model::{Characters, From, Gateway, Operation, Presence, SettingKind, Type};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::{day, faspay, inputs, merchant_with, sample_merchant};

/// Random inputs over all operations together.
const INPUTS: u32 = 260_000;

/// How often each rule must fire, and how often it must look and find nothing.
const ENOUGH: u32 = 100;

/// What is compared: everything but the wording.
fn essence(violations: &[Violation]) -> Vec<(&str, &str, &str, &str, &str)> {
    violations
        .iter()
        .map(|v| (v.field.as_str(), v.rule.as_str(), v.limit.as_str(), v.actual.as_str(), v.source.as_str()))
        .collect()
}

#[derive(Default)]
struct Tally {
    fired: BTreeMap<(String, String), u32>,
    given: BTreeMap<String, u32>,
    total: u32,
}

#[test]
fn both_engines_agree_on_random_inputs() {
    let gateway = faspay();
    let fields = |operation: &Operation| u32::try_from(operation.fields.len()).unwrap();
    let all: u32 = gateway.operations.iter().map(fields).sum();
    for operation in &gateway.operations {
        // Each draws its own numbers, so that another operation changes nothing for this one.
        let mut rng = StdRng::seed_from_u64(0x5EED_0001);
        // As many as it has parameters to go wrong, and enough where it has few.
        let share = (INPUTS * fields(operation) / all).max(10_000);
        let mut tally = Tally::default();
        let mut built = 0;
        for _ in 0..share {
            built += u32::from(one(&gateway, operation, &mut rng, &mut tally));
        }
        // What has no documented address needs one that the merchant was told, but for a local gateway.
        let endpoint = gateway.endpoints.iter().find(|endpoint| endpoint.name == operation.endpoint).unwrap();
        let least = if endpoint.sandbox.is_some() { share / 10 } else { share / 40 };
        assert!(built > least, "{}: only {built} inputs were sound enough to build", operation.id);
        every_rule_was_tried(&gateway, operation, &tally);
    }
}

fn one(gateway: &Gateway, operation: &Operation, rng: &mut StdRng, tally: &mut Tally) -> bool {
    let mut params = inputs::sound(gateway, operation, rng);
    // Half of what can be a registration is one: it has no token yet.
    let chooses = |name: &str| operation.fields.iter().any(|own| own.name == name && own.from == From::Caller);
    if chooses("pymt_token") && chooses("pymt_criteria") && rng.random_bool(0.5) {
        params.retain(|(name, _)| name != "pymt_criteria" && name != "pymt_token");
        params.push(("pymt_criteria".to_owned(), "registration".to_owned()));
    }
    for _ in 0..*[0, 1, 4, 8, 14].choose(rng).unwrap() {
        mutate(gateway, operation, &mut params, rng);
    }
    let (environment, credentials) = surroundings(gateway, operation, rng);
    let today = *[day(inputs::TODAY), day(inputs::TODAY), day(inputs::TODAY), day("2026-11-21")].choose(rng).unwrap();
    let context = Context { environment: &environment, credentials: credentials.as_deref(), today };
    let situation = || format!("{} {params:?} {environment:?} {today}", operation.id);

    let generated = Engine::Generated.validate(gateway, operation, &params, context).unwrap();
    let interpreted = Engine::Interpreted.validate(gateway, operation, &params, context).unwrap();
    assert_eq!(essence(&generated), essence(&interpreted), "{}", situation());

    tally.total += 1;
    for (name, _) in params.iter().filter(|(_, text)| !text.is_empty()) {
        *tally.given.entry(name.clone()).or_default() += 1;
    }
    let mut seen = Vec::new();
    for violation in &generated {
        let key = (violation.field.clone(), violation.rule.clone());
        if !seen.contains(&key) {
            *tally.fired.entry(key.clone()).or_default() += 1;
            seen.push(key);
        }
    }
    let ours = Engine::Generated.build(gateway, operation, &params, context).unwrap();
    let theirs = Engine::Interpreted.build(gateway, operation, &params, context).unwrap();
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{}", situation());
            true
        }
        (Err(Refusal::Violations(ours)), Err(Refusal::Violations(theirs))) => {
            assert_eq!(essence(&ours), essence(&theirs), "{}", situation());
            false
        }
        // No documented address: in sentences of their own.
        (Err(Refusal::Other(ours)), Err(Refusal::Other(theirs))) => {
            assert!([ours, theirs].iter().all(|why| why.contains(&operation.endpoint)), "{}", situation());
            false
        }
        (ours, theirs) => panic!("{ours:?} against {theirs:?} for {}", situation()),
    }
}

fn mutate(gateway: &Gateway, operation: &Operation, params: &mut Vec<(String, String)>, rng: &mut StdRng) {
    if rng.random_bool(0.05) {
        let name =
            *["recurring_perriod_at", "amuont", "MERCHANTID", "x", "merchant_tranid2", "card_no"].choose(rng).unwrap();
        if !params.iter().any(|(own, _)| own == name) {
            params.push((name.to_owned(), "1".to_owned()));
        }
        return;
    }
    // Fields that rules cross, conditions govern or signatures cover are worth more tries than thirty addresses.
    let mentioned =
        |name: &str| operation.rules.iter().any(|rule| format!("{:?}{}", rule.when, rule.then).contains(name));
    let is_crossed = |field: &&faspay_spec::model::Field| {
        field.case_setting.is_some() || matches!(field.presence, Presence::When(_)) || mentioned(&field.name)
    };
    let crossed: Vec<_> = operation.fields.iter().filter(is_crossed).collect();
    let field = match crossed.choose(rng) {
        Some(field) if rng.random_bool(0.3) => field,
        _ => operation.fields.choose(rng).unwrap(),
    };
    params.retain(|(name, _)| *name != field.name);
    if rng.random_bool(0.75) {
        let text = match rng.random_bool(0.1) {
            true => "a\0b".to_owned(),
            false => inputs::variants(gateway, field).choose(rng).cloned().unwrap(),
        };
        params.push((field.name.clone(), text));
    }
}

fn surroundings(
    gateway: &Gateway,
    operation: &Operation,
    rng: &mut StdRng,
) -> (Environment, Option<Vec<(String, Value)>>) {
    let environment = match rng.random_range(0..4) {
        0 => Environment::Production,
        1 => Environment::Local(faspay_runtime::LocalUrl::parse("http://127.0.0.1:8080").unwrap()),
        _ => Environment::Sandbox,
    };
    let send = *[None, Some(true), Some(false), Some(false)].choose(rng).unwrap();
    let case = *[None, None, Some("upper"), Some("as-is")].choose(rng).unwrap();
    let mut credentials = merchant_with(send, case);
    if rng.random_bool(0.1) {
        let at = rng.random_range(0..5);
        let text = *["", "a#b", "x\0", "字字字字字字字字字字字字字", "123456", "Tester_01"].choose(rng).unwrap();
        credentials[at].1 = Value::Text(text.to_owned());
    }
    let is_its =
        |kind: &SettingKind| matches!(kind, SettingKind::Address { endpoint } if *endpoint == operation.endpoint);
    for setting in gateway.settings.iter().filter(|own| is_its(&own.kind)) {
        let told = [
            "",
            "https://gateway.example.test/v2",
            "https://gateway.example.test/v2",
            "https://gateway.example.test:8443",
        ];
        let odd = [
            "http://gateway.example.test/",
            "https://u@gateway.example.test/",
            "https://gateway.example.test/?a=b",
            "nowhere",
        ];
        let url = if rng.random_bool(0.1) { odd.choose(rng) } else { told.choose(rng) };
        credentials.extend(url.map(|url| (setting.name.clone(), Value::Text((*url).to_owned()))));
    }
    let known = rng.random_bool(0.9);
    (environment, known.then_some(credentials))
}

/// The rules that the tables bring along for a field, apart from any run.
fn rules_of(field: &faspay_spec::model::Field) -> Vec<&'static str> {
    let mut rules = match &field.from {
        From::Fixed(_) => return vec!["fixed"],
        From::Signature { .. } => return vec!["computed"],
        From::Credential(_) => return vec!["credential"],
        From::Caller | From::CurrencyOf(_) => vec!["control"],
    };
    match &field.ty {
        Type::Text { min, max, characters } => {
            rules.extend(max.map(|_| "length"));
            rules.extend(min.map(|_| "length-min"));
            rules.extend((*characters != Characters::Any).then_some("characters"));
        }
        Type::Url { .. } => rules.extend(["length", "url", "https"]),
        Type::Integer { .. } => rules.extend(["type", "length"]),
        Type::Amount { max, .. } => {
            rules.push("type");
            rules.extend(max.map(|_| "length"));
        }
        Type::Date => rules.push("type"),
        Type::DayList { .. } => rules.extend(["type", "count"]),
        Type::Code { .. } => rules.push("code"),
    }
    if matches!(field.ty, Type::Text { .. }) && !field.forbid.is_empty() {
        rules.push("delimiter");
    }
    rules.extend(field.case_setting.as_ref().map(|_| "case-undecided"));
    if matches!(field.presence, Presence::Mandatory | Presence::When(_)) {
        rules.push("mandatory");
    }
    rules
}

fn every_rule_was_tried(gateway: &Gateway, operation: &Operation, tally: &Tally) {
    let mut expected: Vec<(String, String)> = Vec::new();
    for field in &operation.fields {
        expected.extend(rules_of(field).into_iter().map(|rule| (field.name.clone(), rule.to_owned())));
    }
    expected.extend(operation.rules.iter().map(|rule| (rule.field.clone(), rule.id.clone())));
    for setting in &gateway.settings {
        if let SettingKind::SendsCredential { credential } = &setting.kind
            && operation.fields.iter().any(|field| field.from == From::Credential(credential.clone()))
        {
            expected.push((credential.clone(), "setting".to_owned()));
        }
        if matches!(&setting.kind, SettingKind::Address { endpoint } if *endpoint == operation.endpoint) {
            expected.extend(["setting", "url"].map(|rule| (setting.name.clone(), rule.to_owned())));
        }
    }
    let mut rare = Vec::new();
    for (field, rule) in expected {
        let fired = tally.fired.get(&(field.clone(), rule.clone())).copied().unwrap_or(0);
        // These look at every input; the others only at what was given.
        let always = ["mandatory", "setting", "credential", "computed"].contains(&rule.as_str());
        let looked = if always
            || gateway.settings.iter().any(|own| own.name == field)
            || operation.rules.iter().any(|own| own.id == rule)
        {
            tally.total
        } else {
            tally.given.get(&field).copied().unwrap_or(0)
        };
        if fired < ENOUGH || looked - fired < ENOUGH {
            rare.push(format!("{rule} of {field} fired {fired} times and passed {}", looked - fired));
        }
    }
    assert!(rare.is_empty(), "{}: too rarely tried: {rare:#?}", operation.id);
}

#[test]
fn both_engines_agree_on_every_variant_of_every_field() {
    let gateway = faspay();
    let today: Date = day(inputs::TODAY);
    let mut rng = StdRng::seed_from_u64(7);
    for operation in &gateway.operations {
        let base = inputs::sound(&gateway, operation, &mut rng);
        for field in &operation.fields {
            for text in inputs::variants(&gateway, field) {
                let mut params = base.clone();
                params.retain(|(name, _)| *name != field.name);
                params.push((field.name.clone(), text.clone()));
                let merchant = sample_merchant();
                let context = Context { environment: &Environment::Sandbox, credentials: Some(&merchant), today };
                let ours = Engine::Generated.validate(&gateway, operation, &params, context).unwrap();
                let theirs = Engine::Interpreted.validate(&gateway, operation, &params, context).unwrap();
                assert_eq!(essence(&ours), essence(&theirs), "{} {} {text:?}", operation.id, field.name);
            }
        }
    }
}
