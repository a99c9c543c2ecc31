//! The gateway's end of nested messages: what the engine builds is read back part by part, what is changed on the way is named, and what
//! the gateway writes verifies.

use faspay_spec::engine::{
    Built, Call, Credentials, Delivery, FaultKind, ParseError, Posted, Through, basic_pair, bearer_token,
    check_authorization, check_request, is_path_of, parse_request, read_call, verify, write_message,
};
use faspay_spec::model::*;

use crate::model::{day, pairs};
use crate::nested_model::*;

const JSON: &str = "application/json";

const GIVEN: [(&str, &str); 10] = [
    ("session", "a/b +%é"),
    ("page", "1&2=3 +é"),
    ("channel", "web"),
    ("key", "k-1"),
    ("order.item", r#"[{"name":"a","price":{"value":"1.00","currency":"IDR"}}]"#),
    ("customer.email", "e"),
    ("customer.account.id", "1"),
    ("reason", "r"),
    ("device", "{}"),
    ("meta", r#"{"a":[1]}"#),
];

fn parts(built: &Built) -> (String, String) {
    let rest = built.url.strip_prefix(ADDRESS).expect("the endpoint's address");
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    (path.to_owned(), query.to_owned())
}

fn read(built: &Built) -> Result<Posted, ParseError> {
    let (path, query) = parts(built);
    let call =
        Call { path: &path, query: &query, headers: &built.headers, content_type: JSON, body: built.body.as_bytes() };
    read_call(&initiate(), call)
}

fn account() -> Credentials {
    merchant("FINPAY770", KEY)
}

fn faults_of(posted: &Posted) -> Vec<(FaultKind, String, String)> {
    let faults = check_request(&shop(), &initiate(), posted, &account(), day("2026-11-20"));
    faults.into_iter().map(|fault| (fault.kind, fault.field, fault.rule)).collect()
}

/// The faults of a sound body in which one text is replaced.
fn faults(from: &str, to: &str) -> Vec<(FaultKind, String, String)> {
    let mut built = built(&GIVEN);
    assert!(built.body.contains(from), "{}", built.body);
    built.body = built.body.replacen(from, to, 1);
    faults_of(&read(&built).unwrap_or_else(|error| panic!("{error}")))
}

fn one(kind: FaultKind, field: &str, rule: &str) -> Vec<(FaultKind, String, String)> {
    vec![(kind, field.to_owned(), rule.to_owned())]
}

#[test]
fn every_part_of_a_request_is_read_back() {
    let built = built(&GIVEN);
    let posted = read(&built).expect("readable");
    let around = [("session", "a/b +%é"), ("page", "1&2=3 +é"), ("channel", "web"), ("key", "k-1")];
    let mut expected: Vec<(String, String, bool)> =
        around.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned(), false)).collect();
    expected.extend(built.fields.clone());
    assert_eq!(posted.fields, expected);
    assert_eq!(posted.unknown, []);
    assert_eq!(faults_of(&posted), []);
    assert_eq!(faults_of(&read(&crate::nested_model::built(&[])).expect("readable")), []);
}

#[test]
fn a_key_of_the_request_is_missed_where_it_is_mandatory() {
    let call = |operation: &Operation| {
        let body = built(&GIVEN);
        let headers: Vec<_> = body.headers.iter().filter(|(name, _)| name != "X-Idempotency-Key").cloned().collect();
        let (path, query) = parts(&body);
        let body = body.body.as_bytes();
        let call = Call { path: &path, query: &query, headers: &headers, content_type: JSON, body };
        let posted = read_call(operation, call).expect("readable");
        let faults = check_request(&shop(), operation, &posted, &account(), day("2026-11-20"));
        faults.into_iter().map(|fault| (fault.kind, fault.field, fault.rule)).collect::<Vec<_>>()
    };
    let mut operation = initiate();
    assert_eq!(call(&operation), [], "it is optional");
    let key = operation.fields.iter_mut().find(|field| field.from == From::IdempotencyKey).expect("a field");
    key.presence = Presence::Mandatory;
    assert_eq!(call(&operation), one(FaultKind::MissingField, "key", "mandatory"));
}

#[test]
fn an_object_with_nothing_in_it_is_read_back_too() {
    let body = r#"{"order":{},"customer":{"email":null},"device":{"seal":"none"}}"#;
    let posted = parse_request(&initiate(), JSON, body.as_bytes()).expect("readable");
    let names: Vec<(&str, &str)> = posted.fields.iter().map(|(n, v, _)| (n.as_str(), v.as_str())).collect();
    assert_eq!(names, [("order", "{}"), ("customer", "{}"), ("device.seal", "none")]);
    let secret = parse_request(&initiate(), JSON, br#"{"customer":{"account":{"pin":"1"}}}"#).expect("readable");
    assert_eq!(secret.fields, [("customer.account.pin".to_owned(), "1".to_owned(), true)]);
}

#[test]
fn each_change_on_the_way_is_named() {
    use FaultKind::*;
    assert_eq!(faults("A-1", "12345678901"), one(TooLong, "order.id", "length"));
    assert_eq!(faults("5000.00", "\"x\""), one(BadValue, "order.amount", "type"));
    assert_eq!(faults("\"id\":\"A-1\",", ""), one(MissingField, "order.id", "mandatory"));
    assert_eq!(faults("\"seal\":\"none\"", "\"seal\":\"some\""), one(BadValue, "device.seal", "fixed"));
    assert_eq!(faults("FINPAY770", "other"), one(BadCredential, "customer.merchant", "credential"));
    assert_eq!(faults("\"id\":\"1\"", "\"x\":1"), {
        let mut all = one(BadValue, "customer.account", "count-min");
        all.extend(one(MissingField, "customer.account.id", "mandatory"));
        all.extend(one(UnknownKey, "customer.account.x", "unknown-key"));
        all
    });
    assert_eq!(faults("\"name\":\"a\"", "\"name\":\"abcdef\""), one(TooLong, "order.item[0].name", "length"));
    assert_eq!(faults("\"name\":\"a\",", ""), one(MissingField, "order.item[0].name", "mandatory"));
    assert_eq!(
        faults("\"name\":\"a\"", "\"name\":\"a\",\"b\":1"),
        one(UnknownKey, "order.item[0].b", "unknown-parameter")
    );
    assert_eq!(faults("\"reason\":\"r\"", "\"x\":1"), {
        let mut all = one(MissingField, "reason", "mandatory");
        all.extend(one(UnknownKey, "x", "unknown-key"));
        all
    });
    // Two items, and one rule wants one; a broken list has no count.
    let item = r#"{"name":"a","price":{"value":"1.00","currency":"IDR"},"kind":"goods"}"#;
    assert_eq!(faults(item, &format!("{item},{item}")), one(BrokenRule, "order.item", "one-item"));
    assert_eq!(faults(item, &format!("{item},{item},{item}")), one(TooLong, "order.item", "count"));
    assert_eq!(faults("\"meta\":{\"a\":[1]}", "\"meta\":7"), one(BadValue, "meta", "type"));
}

#[test]
fn a_missing_object_is_one_fault() {
    let posted = parse_request(&initiate(), JSON, b"{}").expect("readable");
    let mut expected = one(FaultKind::MissingField, "order", "mandatory");
    assert_eq!(faults_of(&posted), expected);
    let posted = parse_request(&initiate(), JSON, br#"{"order":{"item":null}}"#).expect("readable");
    expected = one(FaultKind::BadValue, "order", "count-min");
    let order: Vec<_> = faults_of(&posted).into_iter().filter(|f| f.1 == "order").collect();
    assert_eq!(order.last(), expected.first());
}

#[test]
fn keys_and_shapes_are_as_strict_as_for_merchants() {
    let error = |body: &str| parse_request(&initiate(), JSON, body.as_bytes()).expect_err("refused");
    assert_eq!(
        (error(r#"{"Order":{}}"#).rule, error(r#"{"order":{"ID":1}}"#).key),
        ("key-case", "order.ID".to_owned())
    );
    assert_eq!(error(r#"{"order":{"id":{}}}"#).rule, "nested");
    assert_eq!(error(r#"{"order":{"a":1,"a":1}}"#).rule, "duplicate-key");
    assert_eq!(parse_request(&initiate(), "text/plain", b"{}").map_err(|e| e.rule), Err("content-type"));
    // What has its place elsewhere is no member.
    let posted = parse_request(&initiate(), JSON, br#"{"session":"x","channel":"y"}"#).expect("readable");
    assert_eq!(posted.unknown, pairs(&[("session", "x"), ("channel", "y")]));
}

#[test]
fn paths_are_those_of_the_operation() {
    for (path, fits) in [
        ("/v2/s/confirm", true),
        ("/v2/%2F/confirm", true),
        ("/v2//confirm", false),
        ("/v2/a/b/confirm", false),
        ("/v2/s/confirm/", false),
        ("/v2/s", false),
        ("", false),
    ] {
        assert_eq!(is_path_of(&initiate(), path), fits, "{path}");
    }
    let plain = Operation { path: String::new(), ..initiate() };
    assert!(is_path_of(&plain, "") && !is_path_of(&plain, "/x"));
    let call = Call { path: "/elsewhere", query: "", headers: &[], content_type: JSON, body: b"{}" };
    assert_eq!(read_call(&initiate(), call).map_err(|e| e.rule), Err("path"));
}

#[test]
fn escapes_and_doubles_around_the_body_are_refused() {
    let twice = pairs(&[("X-Channel", "a"), ("x-channel", "b")]);
    let call = Call { path: "/v2/s/confirm", query: "", headers: &[], content_type: JSON, body: b"{}" };
    let rule = |call: Call<'_>| read_call(&initiate(), call).map(|_| ()).map_err(|error| (error.rule, error.key));
    let refused = |rule: &'static str, key: &str| Err((rule, key.to_owned()));
    assert_eq!(rule(call), Ok(()));
    assert_eq!(rule(Call { headers: &twice, ..call }), refused("duplicate-key", "X-Channel"));
    assert_eq!(rule(Call { path: "/v2/%zz/confirm", ..call }), refused("percent", "session"));
    assert_eq!(rule(Call { path: "/v2/%00/confirm", ..call }), refused("control", "session"));
    assert_eq!(rule(Call { query: "page=%ff", ..call }), refused("utf8", "page"));
    assert_eq!(rule(Call { query: "page=1&page=2", ..call }), refused("duplicate-key", "page"));
    let posted = read_call(&initiate(), Call { query: "new=1", ..call }).expect("readable");
    assert_eq!(posted.unknown, pairs(&[("new", "1")]));
    let posted = read_call(&initiate(), Call { path: "/v2/a+b/confirm", query: "page=a+b", ..call }).expect("readable");
    assert_eq!((posted.get("session"), posted.get("page")), (Some("a+b"), Some("a b")));
    // Without a body there is none to read.
    let asking = Operation { method: Method::Get, ..initiate() };
    assert!(read_call(&asking, Call { content_type: "", body: b"", ..call }).is_ok());
}

#[test]
fn the_header_must_be_the_accounts() {
    let check = |headers: &[(&str, &str)]| {
        let fault = check_authorization(&shop(), &initiate(), &pairs(headers), &account());
        fault.map(|fault| (fault.kind, fault.rule))
    };
    let missing = Some((FaultKind::MissingField, "mandatory".to_owned()));
    let bad = Some((FaultKind::BadCredential, "credential".to_owned()));
    let right = "Basic RklOUEFZNzcwOlNvU2VjcmV0MTIz";
    assert_eq!(check(&[("authorization", right)]), None);
    assert_eq!(check(&[("Authorization", &right.replace("Basic", "basic"))]), None);
    assert_eq!(check(&[]), missing);
    assert_eq!(check(&[("Authorization", "Bearer x")]), missing);
    assert_eq!(check(&[("Authorization", "Basic !")]), missing);
    assert_eq!(check(&[("Authorization", right), ("authorization", right)]), missing);
    // printf 'FINPAY770:other' | base64, then 'other:SoSecret123'.
    assert_eq!(check(&[("Authorization", "Basic RklOUEFZNzcwOm90aGVy")]), bad);
    assert_eq!(check(&[("Authorization", "Basic b3RoZXI6U29TZWNyZXQxMjM=")]), bad);
    let headers = pairs(&[("Authorization", "Basic Og==")]);
    let nobody = check_authorization(&shop(), &initiate(), &headers, &Credentials::none());
    assert_eq!(nobody.map(|fault| fault.kind), Some(FaultKind::BadCredential));
    assert_eq!(basic_pair(&pairs(&[("Authorization", right)])), Some(("FINPAY770".to_owned(), KEY.to_owned())));

    let token = Operation { authorization: Some("token".to_owned()), ..initiate() };
    let headers = pairs(&[("Authorization", "Bearer t-1")]);
    assert_eq!(bearer_token(&headers), Some("t-1"));
    assert_eq!(check_authorization(&shop(), &token, &headers, &account()), None);
    assert!(check_authorization(&shop(), &token, &[], &account()).is_some());
    let open = Operation { authorization: None, ..initiate() };
    assert_eq!(check_authorization(&shop(), &open, &[], &account()), None);
}

#[test]
fn what_the_gateway_writes_verifies() {
    let told = pairs(&[
        ("customer.id", "é/\"x\""),
        ("order.id", "A-1"),
        ("order.reference", "7"),
        ("order.amount", "1000"),
        ("order.currency", "IDR"),
        ("meta", "{}"),
        ("card", r#"{"mask":"5"}"#),
        ("items", r#"[{"name":"a"}]"#),
        ("result.payment.status", "S"),
        ("result.payment.statusDesc", ""),
        ("result.live", "true"),
        ("result.rate", "0.5"),
        ("new.deep", "1"),
    ]);
    let body = write_message(&callback(), &told, &account()).expect("a key");
    let expected = concat!(
        r#"{"customer":{"id":"é/\"x\""},"order":{"id":"A-1","reference":"7","amount":1000,"currency":"IDR"},"meta":{},"#,
        r#""card":{"mask":"5"},"items":[{"name":"a"}],"#,
        r#""result":{"payment":{"status":"S","statusDesc":null},"live":true,"rate":"0.5"},"new":{"deep":"1"},"signature":""#,
    );
    assert!(body.starts_with(expected), "{body}");
    let delivery = Delivery { through: Through::Server, content_type: JSON, headers: &[], body: body.as_bytes() };
    let expect = pairs(&[("order.id", "A-1"), ("order.amount", "1000"), ("order.currency", "IDR")]);
    let verdict = verify(&shop(), &callback(), delivery, &account(), Some(&expect));
    assert_eq!((verdict.signature, verdict.trust), ("valid", "reconciled"));
}

#[test]
fn nothing_is_written_bare_that_is_no_json() {
    let told = pairs(&[("order.amount", "1,000"), ("card", "{"), ("items", "{}"), ("result.live", "no")]);
    let open = Inbound { auth: Auth::Connection, ..callback() };
    assert_eq!(
        write_message(&open, &told, &account()).as_deref(),
        Some(r#"{"order":{"amount":"1,000"},"card":"{","items":"{}","result":{"live":"no"}}"#)
    );
    assert_eq!(write_message(&callback(), &told, &Credentials::none()), None);
    assert_eq!(write_message(&callback(), &pairs(&[("signature", "x")]), &account()), None);
    assert_eq!(write_message(&open, &[], &account()).as_deref(), Some("{}"));
}
