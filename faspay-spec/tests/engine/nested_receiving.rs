//! Nested messages that come in: taken apart by path, as strict about how they are written as any other, and vouched for by an HMAC, a
//! key or the connection.

use faspay_spec::engine::{Credentials, Delivery, Problem, Through, Verdict, holds, sign_json, verify};
use faspay_spec::model::*;

use crate::model::{day, pairs};
use crate::nested_model::*;

const JSON: &str = "application/json";

/// Computed with Python's hmac over the sample body of Finpay's page without its signature, with the key of its samples.
const BODY: &str = r#"{"customer":{"id":"hajar@yahoo.com"},"order":{"id":"1664255905824","reference":"16642559058241000000000","amount":1000,"currency":"IDR"},"card":{"mask":"512345xxxxxx0008","info":{"brand":"MASTERCARD","issuing":"BANCO DEL PICHINCHA CA","type":"CREDIT","subType":"STANDARD","country":"ECUADOR"}},"meta":{"data":null},"result":{"payment":{"amount":1000,"status":"CAPTURED","statusDesc":null}}}"#;
const DIGEST: &str = "01ac4c964abc8b55ebb1555650ad36c0c1e5801578b3544df29a0e84b1ff4d09e90786f1710d541419afac8600022513da959c888276d43156ab1ed539447b1a";

fn signed(body: &str) -> String {
    sign_json(body, "signature", KEY).expect("an object")
}

fn key() -> Credentials {
    merchant("FINPAY770", KEY)
}

fn judge_as(
    inbound: &Inbound,
    through: Through,
    headers: &[(&str, &str)],
    body: &str,
    expect: Option<&[(&str, &str)]>,
) -> Verdict {
    let headers = pairs(headers);
    let expect = expect.map(pairs);
    let delivery = Delivery { through, content_type: JSON, headers: &headers, body: body.as_bytes() };
    verify(&shop(), inbound, delivery, &key(), expect.as_deref())
}

fn judge(body: &str) -> Verdict {
    judge_as(&callback(), Through::Server, &[], body, None)
}

fn fields(verdict: &Verdict) -> Vec<(&str, &str)> {
    verdict.fields.iter().map(|(name, text, _)| (name.as_str(), text.as_str())).collect()
}

fn problems(verdict: &Verdict) -> Vec<(&str, &str)> {
    verdict.problems.iter().map(|p| (p.field.as_str(), p.rule.as_str())).collect()
}

#[test]
fn finpays_sample_is_verified_and_taken_apart_by_path() {
    let body = signed(BODY);
    assert!(body.ends_with(&format!(",\"signature\":\"{DIGEST}\"}}")), "{body}");
    let verdict = judge(&body);
    assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
    assert_eq!(verdict.unsigned, Vec::<String>::new());
    assert_eq!(
        fields(&verdict),
        [
            ("customer.id", "hajar@yahoo.com"),
            ("order.id", "1664255905824"),
            ("order.reference", "16642559058241000000000"),
            ("order.amount", "1000"),
            ("order.currency", "IDR"),
            (
                "card",
                r#"{"mask":"512345xxxxxx0008","info":{"brand":"MASTERCARD","issuing":"BANCO DEL PICHINCHA CA","type":"CREDIT","subType":"STANDARD","country":"ECUADOR"}}"#
            ),
            ("result.payment.amount", "1000"),
            ("result.payment.status", "CAPTURED"),
            ("signature", DIGEST),
        ]
    );
    assert_eq!(problems(&verdict), [("meta.data", "missing"), ("result.payment.status", "unknown-code")]);
}

#[test]
fn a_message_with_an_hmac_is_reconciled_like_a_signed_one() {
    let asked = [("order.id", "1664255905824"), ("order.amount", "1000.00"), ("order.currency", "IDR")];
    let body = signed(BODY);
    let judge = |through, body: &str, expect: &[(&str, &str)]| {
        let verdict = judge_as(&callback(), through, &[], body, Some(expect));
        (
            verdict.trust,
            verdict
                .problems
                .iter()
                .map(|p| p.rule.clone())
                .filter(|r| r != "missing" && r != "unknown-code")
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(judge(Through::Server, &body, &asked), ("reconciled", vec![]));
    assert_eq!(judge(Through::Browser, &body, &asked).0, "verified");
    let other = [asked[0], ("order.amount", "1000.01"), asked[2]];
    assert_eq!(judge(Through::Server, &body, &other), ("verified", vec!["mismatch".to_owned()]));
    assert_eq!(judge(Through::Server, &body.replace("1000", "1001"), &asked).0, "received");
}

#[test]
fn only_a_fitting_digest_of_128_digits_is_valid() {
    let with = |digest: &str| format!("{},\"signature\":{digest}}}", &BODY[..BODY.len() - 1]);
    assert_eq!(judge(&with(&format!("\"{}\"", DIGEST.to_ascii_uppercase()))).signature, "valid");
    for (digest, expected) in [
        ("\"\"".to_owned(), "missing"),
        ("null".to_owned(), "missing"),
        (format!("\"{}\"", &DIGEST[..127]), "invalid"),
        (format!("\"{DIGEST}0\""), "invalid"),
        (format!("\"{}\"", "0".repeat(128)), "invalid"),
        ("1".to_owned(), "invalid"),
    ] {
        assert_eq!(judge(&with(&digest)).signature, expected, "{digest}");
    }
    assert_eq!(judge(BODY).signature, "missing");
    let delivery =
        Delivery { through: Through::Server, content_type: JSON, headers: &[], body: &signed(BODY).into_bytes() };
    let without = verify(&shop(), &callback(), delivery, &Credentials::none(), None);
    // Nobody can tell whether it is the gateway's: the credential that is wanting is named, and the message isn't called forged.
    assert_eq!((without.signature, without.trust), ("undefined", "received"));
    let told = |problem: &&Problem| problem.rule == "no-credential" && problem.field == "merchant_key";
    assert_eq!(without.problems.iter().filter(told).count(), 1);
    assert_eq!(without.unsigned, Vec::<String>::new());
    // Every byte counts, unknown members too.
    let more = signed(&BODY.replacen('{', "{\"new\":1,", 1));
    assert_eq!(judge(&more).signature, "valid");
    assert_eq!(judge(&more.replacen("\"new\":1", "\"new\":2", 1)).signature, "invalid");
}

#[test]
fn unknown_members_survive_under_their_paths() {
    let verdict =
        judge(r#"{"order":{"id":"1","new":7,"deep":{"a":[1, {"b" : "é"}]}},"x":null,"y":"t","order.id":"2"}"#);
    assert_eq!(
        fields(&verdict),
        [
            ("order.id", "1"),
            ("order.new", "7"),
            ("order.deep", r#"{"a":[1,{"b":"é"}]}"#),
            ("x", ""),
            ("y", "t"),
            ("order\\.id", "2"),
        ]
    );
    let unknown: Vec<&str> = problems(&verdict).into_iter().filter(|p| p.1 == "unknown-key").map(|p| p.0).collect();
    assert_eq!(unknown, ["order.new", "order.deep", "x", "y", "order\\.id"]);
}

/// Rule and key of a body that can't be read.
fn error(body: &str) -> (String, String) {
    let verdict = judge(body);
    assert_eq!((verdict.signature, verdict.trust, verdict.fields.len()), ("undefined", "received", 0), "{body}");
    assert_eq!(verdict.problems.len(), 1, "{body}");
    (verdict.problems[0].rule.clone(), verdict.problems[0].field.clone())
}

fn fails(body: &str, rule: &str, key: &str) {
    assert_eq!(error(body), (rule.to_owned(), key.to_owned()), "{body}");
}

#[test]
fn keys_are_cased_as_in_the_table() {
    fails(r#"{"Order":{"id":"1"}}"#, "key-case", "Order");
    fails(r#"{"ORDER":1}"#, "key-case", "ORDER");
    fails(r#"{"order":{"ID":"1"}}"#, "key-case", "order.ID");
    fails(r#"{"result":{"payment":{"statusdesc":"1"}}}"#, "key-case", "result.payment.statusdesc");
    // Elsewhere the same word is another one.
    assert_eq!(fields(&judge(r#"{"ID":"1","x":{"ID":1}}"#)), [("ID", "1"), ("x", r#"{"ID":1}"#)]);
}

#[test]
fn nothing_stands_twice_at_any_level() {
    fails(r#"{"order":{"id":"1"},"order":{}}"#, "duplicate-key", "order");
    fails(r#"{"order":{"id":"1","id":"1"}}"#, "duplicate-key", "order.id");
    fails(r#"{"order":{"a":"1","A":"1"}}"#, "duplicate-key", "order.A");
    fails(r#"{"new":{"x":{"a":1,"A":2}}}"#, "duplicate-key", "new.x.A");
    fails(r#"{"items":[{"name":"a"},{"name":"b","NAME":"c"}]}"#, "duplicate-key", "items[1].NAME");
    fails(r#"{"new":[[{"a":1,"a":1}]]}"#, "duplicate-key", "new[0][0].a");
    fails(r#"{"card":{"a":1,"a":1}}"#, "duplicate-key", "card.a");
}

#[test]
fn mistakes_are_told_in_reading_order() {
    // A key before its value, a member before the next one, the shape of a value after what is in it.
    fails(r#"{"Order":{"a":1,"a":2}}"#, "key-case", "Order");
    fails(r#"{"order":1,"Card":1}"#, "nested", "order");
    fails(r#"{"Card":1,"order":1}"#, "key-case", "Card");
    fails(r#"{"order":{"id":{"a":1,"a":1}}}"#, "duplicate-key", "order.id.a");
    fails(r#"{"a\u0007":{"b":1,"b":1}}"#, "control", "a\\u{7}");
    fails(r#"{"a":1,"a":"\n"}"#, "duplicate-key", "a");
    fails(r#"{"order":"\n"}"#, "control", "order");
    fails(r#"{"order":{"id":"1"},"x":"\x"}"#, "escape", "x");
}

#[test]
fn what_does_not_fit_a_place_is_refused_or_absent() {
    for body in [r#"{"order":{"id":{}}}"#, r#"{"order":{"id":[]}}"#, r#"{"order":{"id":[1]}}"#] {
        fails(body, "nested", "order.id");
    }
    for body in [r#"{"order":"x"}"#, r#"{"order":1}"#, r#"{"order":[1]}"#, r#"{"order":""}"#, r#"{"order":true}"#] {
        fails(body, "nested", "order");
    }
    for body in [r#"{"order":null}"#, r#"{"order":[]}"#, r#"{"order":[ ]}"#, "{}"] {
        let verdict = judge(body);
        assert_eq!(fields(&verdict), [], "{body}");
        // The object is missed, and nothing inside it.
        assert_eq!(problems(&verdict), [("order", "missing"), ("customer", "missing"), ("signature", "missing")]);
    }
    let there = judge(r#"{"order":{"id":"1"},"customer":{}}"#);
    assert_eq!(
        problems(&there),
        [
            ("order.reference", "missing"),
            ("order.amount", "missing"),
            ("order.currency", "missing"),
            ("signature", "missing")
        ]
    );
}

#[test]
fn lists_and_free_json_keep_their_text() {
    let verdict = judge(r#"{"items":[ {"name" : "a\u00e9" , "x":1.0} , 7 ],"card": { "a" : [ ] }}"#);
    assert_eq!(fields(&verdict), [("items", r#"[{"name":"a\u00e9","x":1.0},7]"#), ("card", r#"{"a":[]}"#)]);
    let unreadable = |body: &str| {
        let verdict = judge(body);
        let bad =
            problems(&verdict).into_iter().filter(|p| p.1 == "unreadable").map(|p| p.0.to_owned()).collect::<Vec<_>>();
        (verdict.fields.first().map(|f| f.1.clone()), bad)
    };
    for (value, text) in [("{}", "{}"), ("7", "7"), ("\"[{}]\"", "[{}]")] {
        let found = unreadable(&format!("{{\"items\":{value}}}"));
        assert_eq!(found, (Some(text.to_owned()), vec!["items".to_owned()]), "{value}");
    }
    for (value, text) in [("[]", "[]"), ("7", "7"), ("\"{}\"", "{}")] {
        let found = unreadable(&format!("{{\"card\":{value}}}"));
        assert_eq!(found, (Some(text.to_owned()), vec!["card".to_owned()]), "{value}");
    }
    assert_eq!(unreadable(r#"{"card":null,"items":null}"#), (None, vec![]));
    assert_eq!(unreadable(r#"{"items":""}"#), (None, vec![]));
}

#[test]
fn values_that_no_type_reads_are_listed() {
    let wrong =
        judge(r#"{"result":{"live":"yes","rate":1e3,"day":"20260230","moment":"now","payment":{"amount":1.555}}}"#);
    let unreadable: Vec<&str> = problems(&wrong).into_iter().filter(|p| p.1 == "unreadable").map(|p| p.0).collect();
    assert_eq!(unreadable, ["result.payment.amount", "result.live", "result.rate", "result.day", "result.moment"]);
    let right = judge(
        r#"{"result":{"live":true,"rate":0.25,"day":"20260228","moment":"2026-11-20T00:00:00Z","payment":{"amount":"1.50"}}}"#,
    );
    assert!(problems(&right).iter().all(|p| p.1 != "unreadable"), "{:?}", problems(&right));
}

#[test]
fn control_characters_are_refused_wherever_they_are() {
    fails(r#"{"order":{"id":"a\nb"}}"#, "control", "order.id");
    fails(r#"{"new":{"x":["a","\u202e"]}}"#, "control", "new.x[1]");
    fails(r#"{"items":[{"name":"\t"}]}"#, "control", "items[0].name");
    fails(r#"{"new":{"a\u0000":1}}"#, "control", "new.a\\u{0}");
    fails("{\"new\":\"a\nb\"}", "control", "new");
}

#[test]
fn depth_and_members_are_limited() {
    let deep = |levels: usize| format!("{{\"new\":{}1{}}}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(judge(&deep(16)).fields.len(), 1);
    fails(&deep(17), "nested", &format!("new{}", "[0]".repeat(16)));
    // A level counts whether the table knows it or not: result and payment are two.
    let inside = |levels: usize| {
        format!("{{\"result\":{{\"payment\":{{\"new\":{}1{}}}}}}}", "[".repeat(levels), "]".repeat(levels))
    };
    assert_eq!(judge(&inside(14)).fields.len(), 1);
    assert_eq!(error(&inside(15)).0, "nested");
    let many = |count: usize| {
        let members: Vec<String> = (0..count).map(|i| format!("\"k{i}\":[{{\"a\":1,\"b\":2}}]")).collect();
        format!("{{\"order\":{{{}}}}}", members.join(","))
    };
    // Those of objects that the table knows count, with the object itself; what stays whole counts once.
    assert_eq!(judge(&many(255)).fields.len(), 255);
    fails(&many(256), "too-many-pairs", "");
    let large = format!("{{\"x\":\"{}\"}}", "x".repeat(65_536));
    fails(&large, "too-large", "");
}

#[test]
fn the_body_is_one_object_as_json() {
    for body in ["", "[]", "1", "{}{}", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "[{\"a\":1,\"a\":1}]", "{\"a\":01}", "nul"]
    {
        fails(body, "json", "");
    }
    fails(r#"{"order":{"id":"\ud800"}}"#, "escape", "order.id");
    fails(r#"{"order":{"\q":1}}"#, "escape", "order");
    let delivery = Delivery { through: Through::Server, content_type: "text/plain", headers: &[], body: b"{}" };
    let verdict = verify(&shop(), &callback(), delivery, &key(), None);
    assert_eq!(verdict.problems[0].rule, "content-type");
    let delivery = Delivery { content_type: JSON, body: b"{\"a\":\"\xff\"}", ..delivery };
    assert_eq!(verify(&shop(), &callback(), delivery, &key(), None).problems[0].rule, "utf8");
}

#[test]
fn what_may_not_be_shown_stays_hidden() {
    let verdict = judge(r#"{"result":{"payment":{"token":"SESAM"}}}"#);
    assert_eq!(verdict.fields, [("result.payment.token".to_owned(), "SESAM".to_owned(), true)]);
    assert!(!format!("{verdict:?}").contains("SESAM"));
}

fn with_key() -> Inbound {
    Inbound { auth: Auth::Key { credential: "merchant_key".to_owned(), header: "X-API-Key".to_owned() }, ..callback() }
}

#[test]
fn a_key_vouches_for_the_sender_only() {
    let judge = |headers: &[(&str, &str)]| judge_as(&with_key(), Through::Server, headers, BODY, None).signature;
    assert_eq!(judge(&[("X-API-Key", KEY)]), "valid");
    assert_eq!(judge(&[("Accept", "*/*"), ("x-api-KEY", KEY)]), "valid");
    assert_eq!(judge(&[]), "missing");
    assert_eq!(judge(&[("X-API-Key", "")]), "missing");
    for wrong in ["sosecret123", "SoSecret12", "SoSecret1234", " SoSecret123"] {
        assert_eq!(judge(&[("X-API-Key", wrong)]), "invalid", "{wrong}");
    }
    assert_eq!(judge(&[("X-API-Key", KEY), ("x-api-key", KEY)]), "invalid");
    assert_eq!(judge(&[("X-API-Key", KEY), ("x-api-key", "")]), "invalid");
    let headers = pairs(&[("X-API-Key", "")]);
    let delivery = Delivery { through: Through::Server, content_type: JSON, headers: &headers, body: BODY.as_bytes() };
    assert_eq!(verify(&shop(), &with_key(), delivery, &Credentials::none(), None).signature, "missing");
    let headers = pairs(&[("X-API-Key", "x")]);
    let delivery = Delivery { headers: &headers, ..delivery };
    assert_eq!(verify(&shop(), &with_key(), delivery, &Credentials::none(), None).signature, "undefined");
}

#[test]
fn a_message_with_a_key_needs_an_inquiry_whatever_it_says() {
    let asked = [("order.id", "1664255905824"), ("order.amount", "1000"), ("order.currency", "IDR")];
    let judge = |headers: &[(&str, &str)], expect: &[(&str, &str)]| {
        let verdict = judge_as(&with_key(), Through::Server, headers, BODY, Some(expect));
        let known = ["missing", "unknown-code"];
        let rules: Vec<String> =
            verdict.problems.iter().map(|p| p.rule.clone()).filter(|r| !known.contains(&r.as_str())).collect();
        (verdict.trust, rules, verdict.unsigned)
    };
    let (trust, rules, unsigned) = judge(&[("X-API-Key", KEY)], &asked);
    assert_eq!((trust, rules), ("verified", vec!["needs-inquiry".to_owned()]));
    assert_eq!(
        unsigned,
        [
            "order.id",
            "order.reference",
            "order.amount",
            "order.currency",
            "customer.id",
            "card",
            "result.payment.amount",
            "result.payment.status"
        ]
    );
    let other = [("order.id", "other"), asked[1], asked[2]];
    let (trust, rules, _) = judge(&[("X-API-Key", KEY)], &other);
    assert_eq!((trust, rules), ("verified", vec!["mismatch".to_owned(), "needs-inquiry".to_owned()]));
    let (trust, rules, _) = judge(&[("X-API-Key", "x")], &asked);
    assert_eq!((trust, rules), ("received", vec![]));
}

#[test]
fn an_answer_over_our_own_connection_may_be_reconciled() {
    let inbound = Inbound { auth: Auth::Connection, ..callback() };
    let asked = [("order.id", "1664255905824"), ("order.amount", "1000"), ("order.currency", "IDR")];
    let judge = |inbound: &Inbound, through, expect: Option<&[(&str, &str)]>| {
        let verdict = judge_as(inbound, through, &[], BODY, expect);
        let inquiry = verdict.problems.iter().any(|p| p.rule == "needs-inquiry");
        (verdict.signature, verdict.trust, verdict.unsigned.len(), inquiry)
    };
    assert_eq!(judge(&inbound, Through::Reply, None), ("undefined", "verified", 8, false));
    assert_eq!(judge(&inbound, Through::Reply, Some(&asked)), ("undefined", "reconciled", 8, false));
    assert_eq!(judge(&inbound, Through::Reply, Some(&asked[..2])).1, "verified");
    for other in [Through::Server, Through::Browser] {
        assert_eq!(judge(&inbound, other, Some(&asked)).1, "received");
    }
    let vague = Inbound { asks: Answered { order: Some("order.id".to_owned()), ..Answered::default() }, ..inbound };
    assert_eq!(judge(&vague, Through::Reply, Some(&asked[..1])), ("undefined", "verified", 8, true));
}

#[test]
fn exact_keys_hold_for_forms_too() {
    let inbound = Inbound {
        encoding: Encoding::Form,
        auth: Auth::None,
        fields: vec![Field { wire: "orderId".to_owned(), ..crate::model::field("orderId", crate::model::text(5)) }],
        ..callback()
    };
    let judge = |body: &str| {
        let delivery = crate::model::delivery(Through::Server, "application/x-www-form-urlencoded", body.as_bytes());
        verify(&shop(), &inbound, delivery, &key(), None)
    };
    assert_eq!(fields(&judge("orderId=1&other=2")), [("orderId", "1"), ("other", "2")]);
    assert_eq!(problems(&judge("orderid=1")), [("orderid", "key-case")]);
    assert_eq!(problems(&judge("ORDERID=1")), [("ORDERID", "key-case")]);
}

#[test]
fn received_objects_and_lists_answer_conditions() {
    let fields = callback().fields;
    let ask =
        |condition: &str, values: &[(&str, &str)]| holds(&about(condition), &fields, &pairs(values), day("2026-11-20"));
    assert_eq!(ask("present(result)", &[("result.payment.status", "S")]), Some(true));
    assert_eq!(ask("present(result)", &[("result", "{}")]), Some(true));
    assert_eq!(ask("present(result)", &[("resulting", "x"), ("result.payment.status", "")]), Some(false));
    assert_eq!(ask("count(items) == 2", &[("items", "[{},{}]")]), Some(true));
    assert_eq!(ask("count(items) == 2", &[("items", "x")]), None);
    assert_eq!(ask("result__live == \"true\"", &[("result.live", "true")]), Some(true));
}

#[test]
fn another_documented_spelling_is_the_same_field() {
    for key in ["statusDesc", "StatusDesc", "status_desc"] {
        let verdict = judge(&format!(r#"{{"result":{{"payment":{{"{key}":"a"}}}},"itemList":[{{}}]}}"#));
        assert_eq!(fields(&verdict), [("result.payment.statusDesc", "a"), ("items", "[{}]")], "{key}");
        assert!(problems(&verdict).iter().all(|p| p.1 == "missing"), "{:?}", problems(&verdict));
    }
    assert!(problems(&judge(r#"{"itemList":{}}"#)).contains(&("items", "unreadable")));
    fails(r#"{"result":{"payment":{"STATUS_DESC":"a"}}}"#, "key-case", "result.payment.STATUS_DESC");
    fails(r#"{"ITEMLIST":[]}"#, "key-case", "ITEMLIST");
    let twice = r#"{"result":{"payment":{"statusDesc":"a","x":1,"status_desc":""}}}"#;
    fails(twice, "duplicate-key", "result.payment.status_desc");
    fails(
        r#"{"result":{"payment":{"StatusDesc":"a","statusDesc":"a"}}}"#,
        "duplicate-key",
        "result.payment.statusDesc",
    );
    fails(r#"{"itemList":null,"items":[]}"#, "duplicate-key", "items");
    // Elsewhere the same word is another one.
    assert!(
        judge(r#"{"status_desc":"a","result":{"status_desc":"b","payment":{"statusDesc":"c"}}}"#).fields.len() == 3
    );
}

#[test]
fn amounts_in_json_are_read_by_value() {
    let inbound = Inbound { auth: Auth::Connection, ..callback() };
    let judge = |amount: &str, expected: &str| {
        let body = format!(r#"{{"order":{{"id":"A","amount":{amount},"currency":"IDR"}}}}"#);
        let expect = [("order.id", "A"), ("order.amount", expected), ("order.currency", "IDR")];
        let verdict = judge_as(&inbound, Through::Reply, &[], &body, Some(&expect));
        let rules = verdict.problems.iter().map(|p| p.rule.clone()).filter(|rule| rule != "missing");
        (verdict.trust, rules.collect::<Vec<_>>())
    };
    for (amount, expected) in
        [("10.5", "10.50"), ("10.50", "10.5"), ("\"10.500\"", "10.50"), ("10.0", "10"), ("10", "10.000")]
    {
        assert_eq!(judge(amount, expected), ("reconciled", vec![]), "{amount} {expected}");
    }
    assert_eq!(judge("10.5", "10.05"), ("verified", vec!["mismatch".to_owned()]));
    for amount in
        ["10.505", "1e1", "-10.5", "-0", "\"10.\"", "\".5\"", "\"010.5\"", "\"+1\"", "\"1.0.0\"", "1000000000000000.0"]
    {
        assert_eq!(
            judge(amount, "10.50"),
            ("verified", vec!["unreadable".to_owned(), "mismatch".to_owned()]),
            "{amount}"
        );
    }
}
