//! The generated tables and the interpreter on nested JSON: the same violations and the same bytes for random parameters,
//! the same verdicts on random bodies. Two invented gateways: the loader's example, and a maze that has every shape there is. The real
//! ones are in `agreement.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use faspay_cli::engine::Value;
use faspay_runtime::dynamic::{self, NamedCredentials};
use faspay_runtime::table::{InboundTable, RequestTable};
use faspay_runtime::{BuildError, Clock, LocalUrl};
use faspay_spec::engine::{self, Delivery, Refused, SettingValue, Through};
use faspay_spec::model::{Gateway, Inbound, Operation};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::aimed::Aimed;
use tests::merchants::{self, Merchant};
use tests::tried::Tally;
use tests::{bodies, day, inputs};

/// What is generated for a merchant; a test uses the tables alone.
macro_rules! generated {
    ($($name:ident: $folder:literal),*) => {$(
        #[allow(dead_code, unused_imports, missing_docs)]
        mod $name {
            faspay_derive::generate!($folder);
        }
    )*};
}

generated!(acme: "../faspay-spec/tests/nested/acme", maze: "nested/maze");

/// Random bodies for each message.
const BODIES: u32 = 1_600;

/// How often each rule is meant to be broken.
const TIMES: usize = 12;

/// How often each rule must fire, and how often it must look and find nothing.
const ENOUGH: u32 = 5;

struct Both {
    gateway: Gateway,
    requests: &'static [&'static RequestTable],
    inbound: &'static [(&'static str, &'static InboundTable, dynamic::Through)],
}

fn gateways() -> [Both; 2] {
    let load = |folder: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        faspay_spec::load(&faspay_spec::Folder::read(&path).unwrap()).unwrap_or_else(|report| panic!("{report}"))
    };
    [
        Both {
            gateway: load("../faspay-spec/tests/nested/acme"),
            requests: acme::dynamic::REQUESTS,
            inbound: acme::dynamic::INBOUND,
        },
        Both { gateway: load("nested/maze"), requests: maze::dynamic::REQUESTS, inbound: maze::dynamic::INBOUND },
    ]
}

type Essence = Vec<[String; 5]>;

/// Everything of a violation but the wording.
fn of_runtime(found: &faspay_runtime::Violations) -> Essence {
    found.iter().map(|v| [&v.field, &v.rule, &v.limit, &v.actual, &v.source].map(Clone::clone)).collect()
}

fn of_engine(found: &[engine::Violation]) -> Essence {
    found.iter().map(|v| [&v.field, &v.rule, &v.limit, &v.actual, &v.source].map(Clone::clone)).collect()
}

/// One merchant in the terms of both.
fn merchant(both: &Both, named: &Merchant) -> (NamedCredentials, engine::Credentials) {
    let texts = named.iter().map(|(name, value)| match value {
        Value::Bool(true) => (name.as_str(), "true"),
        Value::Bool(false) => (name.as_str(), "false"),
        Value::Text(text) => (name.as_str(), text.as_str()),
    });
    let values = named.iter().map(|(name, value)| match value {
        Value::Bool(yes) => (name.clone(), SettingValue::Bool(*yes)),
        Value::Text(text) => (name.clone(), SettingValue::Text(text.clone())),
    });
    let runtime = NamedCredentials::new(both.requests[0].gateway, texts).unwrap();
    let engine = engine::Credentials::new(&both.gateway, values).unwrap();
    (runtime, engine)
}

#[test]
fn both_agree_on_random_parameters() {
    for both in gateways() {
        for operation in &both.gateway.operations {
            let mut rng = StdRng::seed_from_u64(0x5EED_0011);
            let mut tally = Tally::default();
            let mut inputs = Aimed::at(&both.gateway, operation, &mut rng);
            for _ in 0..inputs.rounds(TIMES) {
                one(&both, operation, &mut inputs, &mut rng, &mut tally);
            }
            let id = format!("{}.{}", both.gateway.id, operation.id);
            let Tally { built, refused, total, .. } = tally;
            assert!(built > total / 20, "{id}: only {built} of {total} were sound enough to build");
            assert!(refused > total / 4, "{id}: only {refused} of {total} were refused");
            tally.assert_tried(&both.gateway, operation, ENOUGH);
        }
    }
}

fn one(both: &Both, operation: &Operation, inputs: &mut Aimed<'_>, rng: &mut StdRng, tally: &mut Tally) {
    let gateway = &both.gateway;
    let input = inputs.draw(rng);
    let params = input.params;
    let named = merchants::random(gateway, rng);
    let (ours, theirs) = merchant(both, &named);
    let known = rng.random_bool(0.9);
    let (environment, same) = match rng.random_range(0..4) {
        _ if input.wants_production => (faspay_runtime::Environment::Production, engine::Environment::Production),
        0 => (faspay_runtime::Environment::Production, engine::Environment::Production),
        1 => (
            faspay_runtime::Environment::Local(LocalUrl::parse("http://127.0.0.1:8080").unwrap()),
            engine::Environment::Local("http://127.0.0.1:8080".to_owned()),
        ),
        _ => (faspay_runtime::Environment::Sandbox, engine::Environment::Sandbox),
    };
    // Some sources of keys give what isn't one.
    let fresh_key = match rng.random_range(0..12) {
        0..6 => None,
        6 => Some("0123456789-abcdef"),
        7 => Some("short"),
        8 => Some(""),
        _ => Some("0123456789abcdef0123456789abcdef"),
    };
    let today = faspay_runtime::Date::parse(inputs::TODAY).unwrap();
    let ours = dynamic::Context {
        environment: &environment,
        credentials: known.then_some(&ours as &dyn faspay_runtime::Credentials),
        clock: Clock::fixed(today),
        fresh_key,
    };
    let theirs = engine::Context {
        environment: same,
        credentials: known.then_some(theirs),
        today: day(inputs::TODAY),
        fresh_key: fresh_key.map(str::to_owned),
    };
    let id = format!("{}.{}", gateway.id, operation.id);
    let table = both.requests.iter().find(|table| table.id == id).expect("each operation has its table");
    let borrowed: Vec<_> = params.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let situation = || format!("{id} {params:#?} {environment:?} known {known} {named:?}");

    let violations = of_runtime(&dynamic::validate(table, &borrowed, ours));
    assert_eq!(violations, of_engine(&engine::validate(gateway, operation, &params, &theirs)), "{}", situation());
    tally.count(operation, &params, violations.iter().map(|[field, rule, ..]| (field.as_str(), rule.as_str())));
    // What breaks a rule is refused in the same words by validate and by build; now and then is enough.
    if !violations.is_empty() && rng.random_bool(0.8) {
        return;
    }

    match (dynamic::build(table, &borrowed, ours), engine::build(gateway, operation, &params, &theirs)) {
        (Ok(ours), Ok(theirs)) => {
            tally.built += 1;
            let headers = |shown: bool| {
                let text = |value: &faspay_runtime::HeaderValue| {
                    if shown { value.masked().to_owned() } else { (**value).to_owned() }
                };
                ours.headers.iter().map(|(name, value)| ((*name).to_owned(), text(value))).collect::<Vec<_>>()
            };
            let fields: Vec<_> =
                ours.fields.iter().map(|one| (one.key.to_owned(), one.value.clone(), one.sensitive)).collect();
            assert_eq!((ours.operation, ours.method), (theirs.operation.as_str(), theirs.method), "{}", situation());
            assert_eq!((&*ours.url, ours.masked_url()), (&theirs.url, theirs.shown_url.as_str()), "{}", situation());
            assert_eq!((headers(false), headers(true)), (theirs.headers, theirs.shown_headers), "{}", situation());
            assert_eq!(fields, theirs.fields, "{}", situation());
            assert_eq!(String::from_utf8_lossy(&ours.body()), theirs.body, "{}", situation());
            // Another reader takes it as well.
            if !theirs.body.is_empty() {
                serde_json::from_str::<serde_json::Value>(&theirs.body)
                    .unwrap_or_else(|error| panic!("{error}: {}", situation()));
            }
        }
        (Err(BuildError::Violations(ours)), Err(Refused::Violations(theirs))) => {
            assert_eq!(of_runtime(&ours), of_engine(&theirs), "{}", situation());
        }
        (Err(BuildError::NoEndpoint { .. }), Err(Refused::NoEndpoint { .. })) => {}
        (ours, theirs) => panic!("{ours:?} against {theirs:?} for {}", situation()),
    }
}

#[test]
fn both_agree_on_random_bodies() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for both in gateways() {
        for (at, inbound) in both.gateway.inbound.iter().enumerate() {
            let mut rng = StdRng::seed_from_u64(0x5EED_0012);
            for _ in 0..BODIES {
                receive(&both, inbound, both.gateway.is_reply(at), &mut rng, &mut seen);
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
        "duplicate-key",
        "key-case",
        "too-many-pairs",
        "missing",
        "unreadable",
        "unknown-code",
        "unknown-key",
        "mismatch",
        "needs-inquiry",
        "browser-return",
        "signature valid",
        "signature invalid",
        "signature missing",
        "signature undefined",
        "trust received",
        "trust verified",
        "trust reconciled",
    ] {
        let times = seen.get(what).copied().unwrap_or(0);
        assert!(times >= ENOUGH, "{what}: only {times} times of {seen:#?}");
    }
}

fn receive(both: &Both, inbound: &Inbound, is_reply: bool, rng: &mut StdRng, seen: &mut BTreeMap<String, u32>) {
    let gateway = &both.gateway;
    let named = merchants::random(gateway, rng);
    let (ours, theirs) = merchant(both, &named);
    let body = bodies::body(gateway, inbound, &named, rng);
    let headers = bodies::headers(inbound, &named, rng);
    let borrowed: Vec<_> = headers.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let content_type = bodies::content_type(inbound, rng);
    let (through, same) = match rng.random_range(0..10) {
        0 => (dynamic::Through::Browser, Through::Browser),
        1 => (dynamic::Through::Server, Through::Server),
        2 => (dynamic::Through::Reply, Through::Reply),
        _ if is_reply => (dynamic::Through::Reply, Through::Reply),
        _ => (dynamic::Through::Server, Through::Server),
    };
    let id = format!("{}.{}", gateway.id, inbound.id);
    let table = both.inbound.iter().find(|(_, table, _)| table.id == id).expect("each message has its table").1;
    let delivery = Delivery { through: same, content_type, headers: &headers, body: &body };

    let mut expect: Option<Vec<(String, String)>> = None;
    // Without anything to compare with, and then with what the message itself says, more or less.
    for _ in 0..2 {
        let pairs: Option<Vec<_>> =
            expect.as_ref().map(|pairs| pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect());
        let ours =
            dynamic::verify_with_headers(table, through, content_type, &borrowed, &body, &ours, pairs.as_deref());
        let theirs = engine::verify(gateway, inbound, delivery, &theirs, expect.as_deref());
        let fields: Vec<_> =
            ours.fields.iter().map(|one| (one.name.clone(), one.value.clone(), one.sensitive)).collect();
        let problems: Vec<_> = ours.problems.iter().map(|one| (one.field.clone(), one.rule.clone())).collect();
        let same: Vec<_> = theirs.problems.iter().map(|one| (one.field.clone(), one.rule.clone())).collect();
        let situation = || {
            format!(
                "{id} {through:?} {content_type} {headers:?} {expect:?} {named:?}\n{}",
                String::from_utf8_lossy(&body)
            )
        };
        assert_eq!(problems, same, "{}", situation());
        assert_eq!(fields, theirs.fields, "{}", situation());
        assert_eq!((ours.signature, ours.trust), (theirs.signature, theirs.trust), "{}", situation());
        assert_eq!(ours.unsigned, theirs.unsigned, "{}", situation());
        for rule in problems.iter().map(|(_, rule)| rule.clone()).collect::<BTreeSet<_>>() {
            *seen.entry(rule).or_default() += 1;
        }
        *seen.entry(format!("signature {}", ours.signature)).or_default() += 1;
        *seen.entry(format!("trust {}", ours.trust)).or_default() += 1;
        let said = fields.into_iter().map(|(name, text, _)| (name, text)).collect();
        expect = Some(bodies::expectation(inbound, said, rng));
    }
}
