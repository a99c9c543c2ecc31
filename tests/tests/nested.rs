//! The generated tables and the interpreter on nested JSON: the same violations and the same bytes for random parameters,
//! the same verdicts on random bodies. Three gateways: the loader's example, Pivot, and a maze that has every shape there is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use faspay_runtime::dynamic::{self, NamedCredentials};
use faspay_runtime::table::{InboundTable, RequestTable};
use faspay_runtime::{BuildError, Clock, LocalUrl};
use faspay_spec::engine::{self, Delivery, Refused, SettingValue, Through};
use faspay_spec::model::{Auth, Characters, Field, From, Gateway, Inbound, Operation, Presence, SettingKind, Type};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::nested::{self, Json};
use tests::{day, inputs};

/// What is generated for a merchant; a test uses the tables alone.
macro_rules! generated {
    ($($name:ident: $folder:literal),*) => {$(
        #[allow(dead_code, unused_imports, missing_docs)]
        mod $name {
            faspay_derive::generate!($folder);
        }
    )*};
}

generated!(acme: "../faspay-spec/tests/nested/acme", pivot: "../spec/pivot", maze: "nested/maze");

/// Random parameters for each operation, and random bodies for each message.
const INPUTS: u32 = 1_600;

/// How often each rule must fire, and how often it must look and find nothing.
const ENOUGH: u32 = 2;

struct Both {
    gateway: Gateway,
    requests: &'static [&'static RequestTable],
    inbound: &'static [(&'static str, &'static InboundTable, dynamic::Through)],
}

fn gateways() -> [Both; 3] {
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
        Both { gateway: load("../spec/pivot"), requests: pivot::dynamic::REQUESTS, inbound: pivot::dynamic::INBOUND },
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
fn merchant(both: &Both, named: &[(String, SettingValue)]) -> (NamedCredentials, engine::Credentials) {
    let texts = named.iter().map(|(name, value)| match value {
        SettingValue::Bool(true) => (name.as_str(), "true"),
        SettingValue::Bool(false) => (name.as_str(), "false"),
        SettingValue::Text(text) => (name.as_str(), text.as_str()),
    });
    let runtime = NamedCredentials::new(both.requests[0].gateway, texts).unwrap();
    let engine = engine::Credentials::new(&both.gateway, named.iter().cloned()).unwrap();
    (runtime, engine)
}

fn random_merchant(gateway: &Gateway, rng: &mut StdRng) -> Vec<(String, SettingValue)> {
    let mut named = Vec::new();
    for credential in &gateway.credentials {
        let text = if rng.random_bool(0.08) {
            *["", "a:b", "x\0", "é", "12345678901234567890123", " ", "a\"b\\c"].choose(rng).unwrap()
        } else {
            "M-1"
        };
        named.push((credential.name.clone(), SettingValue::Text(text.to_owned())));
    }
    for setting in &gateway.settings {
        let value = match &setting.kind {
            SettingKind::SendsCredential { .. } => {
                { *[None, Some(true), Some(false)].choose(rng).unwrap() }.map(SettingValue::Bool)
            }
            SettingKind::Case => None,
            SettingKind::Address { .. } => {
                ["", "https://gateway.example.test/v2", "https://gateway.example.test", "nowhere"]
                    .choose(rng)
                    .map(|url| SettingValue::Text((*url).to_owned()))
            }
        };
        named.extend(value.map(|value| (setting.name.clone(), value)));
    }
    named
}

#[derive(Default)]
struct Tally {
    fired: BTreeMap<(String, String), u32>,
    given: BTreeMap<String, u32>,
    total: u32,
    built: u32,
}

#[test]
fn both_agree_on_random_parameters() {
    for both in gateways() {
        for operation in &both.gateway.operations {
            let mut rng = StdRng::seed_from_u64(0x5EED_0011);
            let mut tally = Tally::default();
            // Few parameters are soon tried; many take more.
            let share = INPUTS.max(u32::try_from(all_fields(operation).len()).unwrap() * 80);
            for _ in 0..share {
                one(&both, operation, &mut rng, &mut tally);
            }
            let id = format!("{}.{}", both.gateway.id, operation.id);
            assert!(tally.built > 5, "{id}: only {} of {share} were sound enough to build", tally.built);
            every_rule_was_tried(&id, operation, &tally);
        }
    }
}

fn one(both: &Both, operation: &Operation, rng: &mut StdRng, tally: &mut Tally) {
    let gateway = &both.gateway;
    let mut params = nested::params(gateway, operation, rng);
    for _ in 0..*[0, 0, 1, 2, 4, 8].choose(rng).unwrap() {
        nested::mutate(gateway, operation, &mut params, rng);
    }
    let named = random_merchant(gateway, rng);
    let (ours, theirs) = merchant(both, &named);
    let known = rng.random_bool(0.9);
    let (environment, same) = match rng.random_range(0..4) {
        0 => (faspay_runtime::Environment::Production, engine::Environment::Production),
        1 => (
            faspay_runtime::Environment::Local(LocalUrl::parse("http://127.0.0.1:8080").unwrap()),
            engine::Environment::Local("http://127.0.0.1:8080".to_owned()),
        ),
        _ => (faspay_runtime::Environment::Sandbox, engine::Environment::Sandbox),
    };
    let fresh_key = rng.random_bool(0.5).then_some("0123456789abcdef0123456789abcdef");
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
    count(tally, operation, &params, &violations);

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
            assert_eq!((&ours.url, ours.masked_url()), (&theirs.url, theirs.shown_url.as_str()), "{}", situation());
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

/// `items[3].name` is `items[].name`.
fn without_positions(field: &str) -> String {
    let mut parts = field.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('[');
        out.push_str(part.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    }
    out
}

fn count(tally: &mut Tally, operation: &Operation, params: &[(String, String)], violations: &Essence) {
    tally.total += 1;
    let mut given = BTreeSet::new();
    for (name, text) in params.iter().filter(|(_, text)| !text.is_empty()) {
        given.insert(name.clone());
        if let Some(Field { ty: Type::List { fields, .. }, .. }) = operation.fields.iter().find(|own| own.name == *name)
            && let Ok(json) = serde_json::from_str::<serde_json::Value>(text)
        {
            in_elements(&format!("{name}[]"), fields, &json, &mut given);
        }
    }
    for name in given {
        *tally.given.entry(name).or_default() += 1;
    }
    let fired: BTreeSet<_> =
        violations.iter().map(|[field, rule, ..]| (without_positions(field), rule.clone())).collect();
    for key in fired {
        *tally.fired.entry(key).or_default() += 1;
    }
}

fn in_elements(path: &str, fields: &[Field], json: &serde_json::Value, given: &mut BTreeSet<String>) {
    for element in json.as_array().into_iter().flatten() {
        for field in fields {
            let at = field.name.split('.').try_fold(element, |within, key| within.get(key));
            let Some(value) = at.filter(|value| !value.is_null() && **value != "") else { continue };
            let name = format!("{path}.{}", field.name);
            if let Type::List { fields, .. } = &field.ty {
                in_elements(&format!("{name}[]"), fields, value, given);
            }
            given.insert(name);
        }
    }
}

/// Each field under its path, those of elements too.
fn all_fields(operation: &Operation) -> Vec<(String, &Field, bool)> {
    fn add<'a>(prefix: &str, fields: &'a [Field], all: &mut Vec<(String, &'a Field, bool)>) {
        for field in fields {
            let name = format!("{prefix}{}", field.name);
            if let Type::List { fields, .. } = &field.ty {
                add(&format!("{name}[]."), fields, all);
            }
            all.push((name, field, !prefix.is_empty()));
        }
    }
    let mut all = Vec::new();
    add("", &operation.fields, &mut all);
    all
}

/// The rules that the model brings along for a field, apart from any run.
fn rules_of(field: &Field, members: usize) -> Vec<&'static str> {
    let mut rules = match &field.from {
        From::Fixed(_) => return vec!["fixed"],
        From::Signature { .. } => return vec!["computed"],
        From::Credential(_) => return vec!["credential"],
        From::Caller | From::CurrencyOf(_) | From::IdempotencyKey => vec![],
    };
    match &field.ty {
        Type::Text { min, max, characters } => {
            rules.push("control");
            rules.extend(max.map(|_| "length"));
            rules.extend(min.filter(|min| *min > 1).map(|_| "length-min"));
            rules.extend((*characters != Characters::Any).then_some("characters"));
        }
        Type::Url { max } => {
            rules.extend(["control", "url", "https"]);
            rules.extend(max.map(|_| "length"));
        }
        Type::Integer { .. } | Type::Decimal { .. } => rules.extend(["control", "type", "length"]),
        Type::Amount { max, positive, decimals, .. } => {
            rules.extend(["control", "type"]);
            // Fifteen digits are the most before the point.
            let longest = if *decimals == 0 { 15 } else { 16 + decimals };
            rules.extend(max.filter(|max| *max < longest).map(|_| "length"));
            rules.extend(positive.then_some("positive"));
        }
        Type::Date | Type::CompactDate | Type::Timestamp | Type::Boolean => rules.extend(["control", "type"]),
        Type::Json | Type::EncryptedCard => rules.push("type"),
        Type::Object { min, max } => {
            rules.push("type");
            rules.extend(min.filter(|min| *min as usize > 0 && members > 0).map(|_| "count-min"));
            rules.extend(max.filter(|max| (*max as usize) < members).map(|_| "count"));
        }
        Type::List { min, max, .. } => {
            rules.push("type");
            rules.extend(min.filter(|min| *min > 0).map(|_| "count-min"));
            rules.extend(max.map(|_| "count"));
        }
        Type::DayList { .. } => rules.extend(["control", "type", "count"]),
        Type::Code { .. } => rules.extend(["control", "code"]),
    }
    if matches!(field.presence, Presence::Mandatory | Presence::When(_)) && field.from != From::IdempotencyKey {
        rules.push("mandatory");
    }
    rules
}

fn every_rule_was_tried(id: &str, operation: &Operation, tally: &Tally) {
    let mut expected: Vec<(String, String)> = Vec::new();
    for (name, field, in_list) in all_fields(operation) {
        let position = operation.fields.iter().position(|own| std::ptr::eq(own, field));
        let within: Vec<&Field> =
            operation.fields.iter().filter(|own| own.parent.is_some() && own.parent == position).collect();
        // Members that are always there leave nothing to count.
        let always = within.iter().filter(|own| !matches!(own.from, From::Caller | From::CurrencyOf(_))).count();
        for rule in rules_of(field, within.len()) {
            let counts = !in_list && (rule != "count-min" || always == 0 || always != within.len());
            if counts
                || !["count-min", "count"].contains(&rule)
                || matches!(field.ty, Type::List { .. } | Type::DayList { .. })
            {
                expected.push((name.clone(), rule.to_owned()));
            }
        }
    }
    expected.extend(operation.rules.iter().map(|rule| (rule.field.clone(), rule.id.clone())));
    let (mut rare, of_all) = (Vec::new(), expected.len());
    for (field, rule) in expected {
        let fired = tally.fired.get(&(field.clone(), rule.clone())).copied().unwrap_or(0);
        let always = ["mandatory", "credential", "computed", "count-min", "count"].contains(&rule.as_str())
            || operation.rules.iter().any(|own| own.id == rule);
        let looked = if always { tally.total } else { tally.given.get(&field).copied().unwrap_or(0) };
        if fired < ENOUGH || looked.saturating_sub(fired) < ENOUGH {
            rare.push(format!("{rule} of {field} fired {fired} times of {looked}"));
        }
    }
    // Deep in a message some rules stay rare, whatever is drawn.
    assert!(rare.len() * 10 <= of_all, "{id}: too rarely tried, {} of {of_all}: {rare:#?}", rare.len());
}

#[test]
fn both_agree_on_random_bodies() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for both in gateways() {
        for (at, inbound) in both.gateway.inbound.iter().enumerate() {
            let mut rng = StdRng::seed_from_u64(0x5EED_0012);
            for _ in 0..INPUTS {
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

/// A body as the gateway, or someone else, may send it.
fn body(gateway: &Gateway, inbound: &Inbound, key: &str, rng: &mut StdRng) -> Vec<u8> {
    let wild = *[0.0, 0.0, 0.05, 0.2].choose(rng).unwrap();
    let mut json = nested::body(gateway, &inbound.fields, wild, rng);
    for _ in 0..*[0, 0, 0, 1, 1, 2, 4].choose(rng).unwrap() {
        json.spoil(rng);
    }
    if rng.random_bool(0.02)
        && let Json::Object(members) = &mut json
    {
        // At and around the most that is read.
        let more = rng.random_range(230..=260);
        members.extend((0..more).map(|at| (format!("more{at}"), Json::Bare("1".to_owned()))));
    }
    let mut signed = None;
    if let Auth::Hmac { field, .. } = &inbound.auth
        && rng.random_bool(0.7)
    {
        if let Json::Object(members) = &mut json {
            members.retain(|(name, _)| name != field);
        }
        let text = json.written(rng);
        signed = engine::sign_json(text.trim(), field, key).ok();
        if let Some(text) = &mut signed
            && rng.random_bool(0.1)
        {
            *text = text.replacen("1", "2", 1);
        }
    }
    let text = signed.unwrap_or_else(|| json.written(rng));
    let mut bytes = text.into_bytes();
    for _ in 0..*[0, 0, 0, 0, 0, 0, 1, 2].choose(rng).unwrap() {
        let at = rng.random_range(0..=bytes.len());
        let pieces: [&[u8]; 20] = [
            b"\"",
            b"\\",
            b"{",
            b"}",
            b"[",
            b"]",
            b",",
            b":",
            b" ",
            b"\n",
            b"\xff",
            b"\xc3",
            b"\xc3\xa9",
            b"0",
            b"-",
            b"\0",
            b"\\u0041",
            b"\xef\xbb\xbf",
            b"null",
            b"\\ud800",
        ];
        if rng.random_bool(0.4) && at < bytes.len() {
            bytes.remove(at);
        } else {
            bytes.splice(at..at, pieces.choose(rng).unwrap().iter().copied());
        }
    }
    bytes
}

fn headers(inbound: &Inbound, key: &str, rng: &mut StdRng) -> Vec<(String, String)> {
    let Auth::Key { header, .. } = &inbound.auth else { return Vec::new() };
    let mut headers = vec![("Host".to_owned(), "shop.example.test".to_owned())];
    for _ in 0..*[0, 1, 1, 1, 1, 2].choose(rng).unwrap() {
        let name = [header.clone(), header.to_lowercase(), header.to_uppercase(), "X-Other".to_owned()];
        let texts = ["", "wrong", " ", key, key, key, key];
        let text = texts.choose(rng).unwrap();
        headers.push((name.choose(rng).unwrap().clone(), (*text).to_owned()));
    }
    headers
}

fn receive(both: &Both, inbound: &Inbound, is_reply: bool, rng: &mut StdRng, seen: &mut BTreeMap<String, u32>) {
    let gateway = &both.gateway;
    let named = random_merchant(gateway, rng);
    let (ours, theirs) = merchant(both, &named);
    let own = match &inbound.auth {
        Auth::Hmac { credential, .. } | Auth::Key { credential, .. } => theirs.get(credential).unwrap_or_default(),
        _ => "",
    };
    let body = body(gateway, inbound, own, rng);
    let headers = headers(inbound, own, rng);
    let borrowed: Vec<_> = headers.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let content_type = match rng.random_range(0..40) {
        0 => "text/plain",
        1 => "application/json; charset=UTF-8",
        2 => "application/x-www-form-urlencoded",
        _ => "application/json",
    };
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
        let mut said: Vec<_> = fields.into_iter().map(|(name, text, _)| (name, text)).collect();
        let asked: Vec<_> = inbound.asks.names().collect();
        said.retain(|(name, _)| asked.contains(&name.as_str()) || rng.random_bool(0.1));
        for (_, text) in &mut said {
            match rng.random_range(0..20) {
                0 => text.push('1'),
                1 => text.clear(),
                2 => text.push_str(".00"),
                _ => {}
            }
        }
        if rng.random_bool(0.05) {
            said.push(("no.such.field".to_owned(), "1".to_owned()));
        }
        expect = Some(said);
    }
}
