//! The generated libraries and the interpreter of the spec, on the same random inputs of every operation and the same random
//! bodies of every message of every gateway: the same violations in the same order, the same bytes, the same verdicts. They share no
//! code, so a disagreement is a mistake in one of them.

use std::collections::{BTreeMap, BTreeSet};

use faspay_cli::engine::{Context, Engine, Environment, Received, Refusal, Verdict, Violation};
use faspay_runtime::LocalUrl;
use faspay_spec::engine::Through;
use faspay_spec::model::{Auth, From, Gateway, Inbound, Operation};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::aimed::{self, Aimed, Params};
use tests::tried::Tally;
use tests::{GATEWAYS, bodies, day, gateway, inputs, merchants};

/// Random inputs over all flat operations together.
const INPUTS: u32 = 60_000;

/// How often each rule of a flat operation must fire, and how often it must look and find nothing.
const ENOUGH: u32 = 15;

/// How often each rule of a nested operation is meant to be broken.
const TIMES: usize = 8;

/// How often that must have come off, and how often it must have looked and found nothing.
const ENOUGH_OF_NESTED: u32 = 3;

/// Random bodies of each message.
const BODIES: u32 = 1_500;

/// What is compared: everything but the wording.
fn essence(violations: &[Violation]) -> Vec<(&str, &str, &str, &str, &str)> {
    violations
        .iter()
        .map(|v| (v.field.as_str(), v.rule.as_str(), v.limit.as_str(), v.actual.as_str(), v.source.as_str()))
        .collect()
}

#[test]
fn both_engines_agree_on_random_inputs() {
    let gateway = gateway("faspay");
    let flat = || gateway.operations.iter().filter(|operation| !aimed::is_nested(operation));
    let fields = |operation: &Operation| u32::try_from(operation.fields.len()).unwrap();
    let all: u32 = flat().map(fields).sum();
    for operation in flat() {
        // Each draws its own numbers, so that another operation changes nothing for this one.
        let mut rng = StdRng::seed_from_u64(0x5EED_0001);
        // As many as it has parameters to go wrong, and enough where it has few.
        let share = (INPUTS * fields(operation) / all).max(1_500);
        let mut tally = Tally::default();
        for _ in 0..share {
            let params = flat_input(&gateway, operation, &mut rng);
            one(&gateway, operation, &params, false, &mut rng, &mut tally);
        }
        // What has no documented address needs one that the merchant was told, but for a local gateway.
        let endpoint = gateway.endpoints.iter().find(|endpoint| endpoint.name == operation.endpoint).unwrap();
        let least = if endpoint.sandbox.is_some() { share / 10 } else { share / 40 };
        assert!(tally.built > least, "{}: only {} inputs were sound enough to build", operation.id, tally.built);
        assert!(tally.refused > share / 4, "{}: only {} inputs were refused", operation.id, tally.refused);
        tally.assert_tried(&gateway, operation, ENOUGH);
    }
}

#[test]
fn both_engines_agree_on_random_inputs_of_nested_operations() {
    let mut tried = BTreeSet::new();
    for gateway in GATEWAYS.map(gateway) {
        for operation in gateway.operations.iter().filter(|operation| aimed::is_nested(operation)) {
            let mut rng = StdRng::seed_from_u64(0x5EED_0002);
            let mut tally = Tally::default();
            let mut inputs = Aimed::at(&gateway, operation, &mut rng);
            for _ in 0..inputs.rounds(TIMES) {
                let input = inputs.draw(&mut rng);
                one(&gateway, operation, &input.params, input.wants_production, &mut rng, &mut tally);
            }
            let id = format!("{}.{}", gateway.id, operation.id);
            let Tally { built, refused, total, .. } = tally;
            assert!(built > total / 20, "{id}: only {built} of {total} were sound enough to build");
            assert!(refused > total / 20, "{id}: only {refused} of {total} were refused");
            tally.assert_tried(&gateway, operation, ENOUGH_OF_NESTED);
            tried.insert(gateway.id.clone());
        }
    }
    assert!(tried.contains("finpay") && tried.contains("pivot"), "{tried:?}");
}

fn flat_input(gateway: &Gateway, operation: &Operation, rng: &mut StdRng) -> Params {
    let mut params = inputs::sound(gateway, operation, rng);
    // Half of what can be a registration is one: it has no token yet.
    let chooses = |name: &str| operation.fields.iter().any(|own| own.name == name && own.from == From::Caller);
    if chooses("pymt_token") && chooses("pymt_criteria") && rng.random_bool(0.5) {
        params.retain(|(name, _)| name != "pymt_criteria" && name != "pymt_token");
        params.push(("pymt_criteria".to_owned(), "registration".to_owned()));
    }
    for _ in 0..*[0, 1, 4, 8, 14].choose(rng).unwrap() {
        inputs::mutate(gateway, operation, &mut params, rng);
    }
    params
}

fn one(
    gateway: &Gateway,
    operation: &Operation,
    params: &Params,
    wants_production: bool,
    rng: &mut StdRng,
    tally: &mut Tally,
) {
    let environment = match rng.random_range(0..4) {
        _ if wants_production => Environment::Production,
        0 => Environment::Production,
        1 => Environment::Local(LocalUrl::parse("http://127.0.0.1:8080").unwrap()),
        _ => Environment::Sandbox,
    };
    let credentials = Some(merchants::random(gateway, rng)).filter(|_| rng.random_bool(0.9));
    let today = *[day(inputs::TODAY), day(inputs::TODAY), day(inputs::TODAY), day("2026-11-21")].choose(rng).unwrap();
    // Some sources of keys give what isn't one.
    let fresh_key = match rng.random_range(0..12) {
        0..6 => None,
        6 => Some("0123456789-abcdef"),
        7 => Some("short"),
        8 => Some(""),
        _ => Some("0123456789abcdef0123456789abcdef"),
    };
    let context = Context { environment: &environment, credentials: credentials.as_deref(), today, fresh_key };
    let situation = || format!("{}.{} {params:?} {environment:?} {credentials:?} {today}", gateway.id, operation.id);

    let generated = Engine::Generated.validate(gateway, operation, params, context).unwrap();
    let interpreted = Engine::Interpreted.validate(gateway, operation, params, context).unwrap();
    assert_eq!(essence(&generated), essence(&interpreted), "{}", situation());
    tally.count(operation, params, generated.iter().map(|found| (found.field.as_str(), found.rule.as_str())));

    // What breaks a rule is refused in the same words by validate and by build; now and then is enough.
    if !generated.is_empty() && rng.random_bool(0.8) {
        return;
    }
    let ours = Engine::Generated.build(gateway, operation, params, context).unwrap();
    let theirs = Engine::Interpreted.build(gateway, operation, params, context).unwrap();
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{}", situation());
            // Another reader takes it as well.
            if operation.transport.as_str() == "server-json" && !ours.body.is_empty() {
                serde_json::from_str::<serde_json::Value>(&ours.body)
                    .unwrap_or_else(|error| panic!("{error}: {}", situation()));
            }
            tally.built += 1;
        }
        (Err(Refusal::Violations(ours)), Err(Refusal::Violations(theirs))) => {
            assert_eq!(essence(&ours), essence(&theirs), "{}", situation());
        }
        // No documented address: in sentences of their own.
        (Err(Refusal::Other(ours)), Err(Refusal::Other(theirs))) => {
            assert!([ours, theirs].iter().all(|why| why.contains(&operation.endpoint)), "{}", situation());
        }
        (ours, theirs) => panic!("{ours:?} against {theirs:?} for {}", situation()),
    }
}

#[test]
fn both_engines_agree_on_every_variant_of_every_field() {
    for gateway in GATEWAYS.map(gateway) {
        let merchant = merchants::sample(&gateway);
        let today = day(inputs::TODAY);
        let context =
            Context { environment: &Environment::Sandbox, credentials: Some(&merchant), today, fresh_key: None };
        for operation in &gateway.operations {
            let mut rng = StdRng::seed_from_u64(7);
            let bases = match aimed::is_nested(operation) {
                true => aimed::sound(&gateway, operation, &mut rng),
                false => vec![inputs::sound(&gateway, operation, &mut rng)],
            };
            for field in &operation.fields {
                // What is within an optional object is out of reach where the object isn't given.
                let base = bases.iter().find(|base| base.iter().any(|(name, _)| *name == field.name));
                for text in inputs::variants(&gateway, field) {
                    let mut params = base.unwrap_or(&bases[0]).clone();
                    params.retain(|(name, _)| *name != field.name);
                    params.push((field.name.clone(), text.clone()));
                    let ours = Engine::Generated.validate(&gateway, operation, &params, context).unwrap();
                    let theirs = Engine::Interpreted.validate(&gateway, operation, &params, context).unwrap();
                    assert_eq!(essence(&ours), essence(&theirs), "{} {} {text:?}", operation.id, field.name);
                }
            }
        }
    }
}

/// What is compared of a verdict: everything but the wording.
type Told<'a> = (&'a str, &'a str, &'a [String], Vec<(&'a str, &'a str)>, &'a [(String, String)]);

fn told(verdict: &Verdict) -> Told<'_> {
    let problems = verdict.problems.iter().map(|one| (one.field.as_str(), one.rule.as_str())).collect();
    (verdict.signature, verdict.trust, &verdict.unsigned, problems, &verdict.fields)
}

#[test]
fn both_engines_agree_on_random_bodies_of_every_message() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for gateway in GATEWAYS.map(gateway) {
        for (at, inbound) in gateway.inbound.iter().enumerate() {
            let mut rng = StdRng::seed_from_u64(0x5EED_0003);
            let mut own: BTreeMap<String, u32> = BTreeMap::new();
            for _ in 0..BODIES {
                receive(&gateway, inbound, gateway.is_reply(at), &mut rng, &mut own);
            }
            // Messages are worth it when they get as far as they can, and when they don't.
            let far: &[&str] = match &inbound.auth {
                Auth::Signed { .. } | Auth::Hmac { .. } | Auth::Key { .. } => {
                    &["signature valid", "signature invalid", "signature missing", "trust received", "trust verified"]
                }
                Auth::Connection => &["trust received", "trust verified"],
                Auth::None => &["trust received"],
            };
            for what in far.iter().chain(&["unknown-key", "read", "not read"]) {
                let times = own.get(*what).copied().unwrap_or(0);
                assert!(times >= 20, "{}.{}: {what} only {times} times of {own:#?}", gateway.id, inbound.id);
            }
            for (what, times) in own {
                *seen.entry(what).or_default() += times;
            }
        }
    }
    for what in [
        "content-type",
        "utf8",
        "json",
        "escape",
        "nested",
        "control",
        "percent",
        "malformed-pair",
        "duplicate-key",
        "key-case",
        "too-many-pairs",
        "missing",
        "unreadable",
        "unknown-code",
        "mismatch",
        "needs-inquiry",
        "browser-return",
        "trust reconciled",
    ] {
        let times = seen.get(what).copied().unwrap_or(0);
        assert!(times >= 20, "{what}: only {times} times of {seen:#?}");
    }
}

fn receive(gateway: &Gateway, inbound: &Inbound, is_reply: bool, rng: &mut StdRng, seen: &mut BTreeMap<String, u32>) {
    let merchant = merchants::random(gateway, rng);
    let body = bodies::body(gateway, inbound, &merchant, rng);
    let headers = bodies::headers(inbound, &merchant, rng);
    let content_type = bodies::content_type(inbound, rng);
    let through = match rng.random_range(0..10) {
        0 => Through::Browser,
        1 => Through::Server,
        2 => Through::Reply,
        _ if is_reply => Through::Reply,
        _ => Through::Server,
    };
    let mut expect: Option<Params> = None;
    // Without anything to compare with, and then with what the message itself says, more or less.
    for _ in 0..2 {
        let received = Received {
            inbound,
            through,
            content_type,
            headers: &headers,
            body: &body,
            credentials: &merchant,
            expect: expect.as_deref(),
        };
        let ours = Engine::Generated.verify(gateway, received).unwrap();
        let theirs = Engine::Interpreted.verify(gateway, received).unwrap();
        assert_eq!(
            told(&ours),
            told(&theirs),
            "{}.{} {through:?} {content_type} {headers:?} {expect:?} {merchant:?}\n{}",
            gateway.id,
            inbound.id,
            body.escape_ascii()
        );
        let rules: BTreeSet<String> = ours.problems.iter().map(|one| one.rule.clone()).collect();
        let ways = [format!("signature {}", ours.signature), format!("trust {}", ours.trust)];
        let read = if ours.fields.is_empty() { "not read" } else { "read" };
        for what in rules.into_iter().chain(ways).chain([read.to_owned()]) {
            *seen.entry(what).or_default() += 1;
        }
        expect = Some(bodies::expectation(inbound, ours.fields, rng));
    }
}
