//! Nested messages that arrive: how they are read, what they say, and who vouches for them.
#![cfg(all(feature = "scheme-basic", feature = "scheme-hmac-json", feature = "scheme-key"))]

#[rustfmt::skip] // laid out like generated code
mod nest;

use faspay_runtime::dynamic::{self, Through, Verdict};
use faspay_runtime::table::InboundTable;
use faspay_runtime::{
    Amount, Currency, Date, Expected, Inbound, Message, PaymentStatus, ReceiveError, Received, ReconcileError,
    Request as _, ServerForm, Timestamp, VerifyError,
};
use nest::{ANSWERED, CREDENTIALS, Credentials, KEYED, Keyed, Pay, Reply, SIGNED, Signed};
use sha2::{Digest as _, Sha512};

const JSON: &str = "application/json";

/// HMAC-SHA512 (RFC 2104) from the hash alone.
fn hmac(key: &str, text: &str) -> String {
    let mut block = [0; 128];
    block[..key.len()].copy_from_slice(key.as_bytes());
    let inner = Sha512::new().chain_update(block.map(|byte| byte ^ 0x36)).chain_update(text).finalize();
    let outer = Sha512::new().chain_update(block.map(|byte| byte ^ 0x5C)).chain_update(inner).finalize();
    outer.iter().map(|byte| format!("{byte:02x}")).collect()
}

const MEMBERS: &str = r#""order":{"id":"A-1","amount":"5000.00","currency":"IDR"},"statusCode":"PAID""#;

fn signed() -> String {
    format!(r#"{{{MEMBERS},"sig":"{}"}}"#, hmac("s3cret", &format!("{{{MEMBERS}}}")))
}

fn judge(table: &'static InboundTable, through: Through, headers: &[(&str, &str)], body: &str) -> Verdict {
    let expect = [("order.id", "A-1"), ("order.amount", "5000"), ("order.currency", "IDR")];
    dynamic::verify_with_headers(table, through, JSON, headers, body.as_bytes(), &CREDENTIALS, Some(&expect))
}

fn rules(verdict: &Verdict) -> Vec<&str> {
    verdict.problems.iter().map(|problem| problem.rule.as_str()).collect()
}

fn read(body: &str) -> Result<Reply, ReceiveError> {
    Pay::parse_reply(JSON, body.as_bytes()).map(|reply| Reply::from_message(reply.unverified().message().clone()))
}

fn refused(body: &str) -> String {
    let error = read(body).err().unwrap_or_else(|| panic!("{body}"));
    format!("{} {}", error.id(), error.key().unwrap_or_default())
}

fn pairs(message: &Message) -> Vec<(&str, &str)> {
    message.pairs().collect()
}

#[test]
fn members_become_pairs_under_their_path() {
    let reply = read(concat!(
        r#"{ "order" : { "id":"A\u002d1", "amount":5000.00, "holder":{"name":null,"x":[1, 2]}, "other":{"a": "b"} },"#,
        r#" "unknown" : { "a" : [ true, " " ] }, "order.id":"Z", "charges":[ ], "meta":{ "k": "\u0041 b" } }"#,
    ))
    .unwrap();
    assert_eq!(
        pairs(reply.message()),
        [
            ("order.id", "A-1"),
            ("order.amount", "5000.00"),
            ("order.holder.name", ""),
            ("order.holder.x", "[1,2]"),
            ("order.other", r#"{"a":"b"}"#),
            ("unknown", r#"{"a":[true," "]}"#),
            (r"order\.id", "Z"),
            ("charges", "[]"),
            ("meta", r#"{"k":"\u0041 b"}"#),
        ]
    );
    assert_eq!(reply.message().text(1), Some("A-1"), "not the key with a point in it");
    assert_eq!(reply.message().text(5), None);
    assert!(reply.message().has_object(4) && !reply.message().has_object(1));
    let unknown: Vec<_> = reply.message().unknown().map(|(key, _)| key).collect();
    assert_eq!(unknown, ["order.holder.x", "order.other", "unknown", r"order\.id"]);
}

#[test]
fn an_object_that_is_null_or_php_empty_is_not_there() {
    for body in [r#"{"order":null}"#, r#"{"order":[]}"#, "{}"] {
        assert!(!read(body).unwrap().message().has_object(0), "{body}");
    }
    assert!(read(r#"{"order":{}}"#).unwrap().message().has_object(0));
    for body in [r#"{"order":""}"#, r#"{"order":1}"#, r#"{"order":[{}]}"#] {
        assert_eq!(refused(body), "nested order");
    }
}

#[test]
fn shapes_that_do_not_fit_are_refused_where_a_text_belongs() {
    assert_eq!(refused(r#"{"order":{"id":{"a":1}}}"#), "nested order.id");
    assert_eq!(refused(r#"{"statusCode":[]}"#), "nested statusCode");
    assert_eq!(refused("[]"), "json ");
    assert_eq!(refused(r#"{"order":{}} x"#), "json ");
}

#[test]
fn keys_are_exact() {
    assert_eq!(refused(r#"{"Order":{}}"#), "key-case Order");
    assert_eq!(refused(r#"{"order":{"ID":"1"}}"#), "key-case order.ID");
    assert_eq!(refused(r#"{"statuscode":"1"}"#), "key-case statuscode");
    // Inside of what nobody knows, nothing is known.
    assert!(read(r#"{"x":{"Order":{}},"order":{"Order":"1"}}"#).is_ok());
}

#[test]
fn no_key_comes_twice_at_any_level() {
    assert_eq!(refused(r#"{"x":1,"X":2}"#), "duplicate-key X");
    assert_eq!(refused(r#"{"order":{"id":"1","id":"2"}}"#), "duplicate-key order.id");
    assert_eq!(refused(r#"{"order":{},"order":{}}"#), "duplicate-key order");
    assert_eq!(refused(r#"{"x":{"y":[0,{"a":1,"\u0041":2}]}}"#), "duplicate-key x.y[1].A");
    assert_eq!(refused(r#"{"charges":[{"id":"1","id":"2"}]}"#), "duplicate-key charges[0].id");
    assert!(read(r#"{"x":1,"order":{"x":1,"holder":{"x":1}}}"#).is_ok(), "each in its own object");
}

#[test]
fn control_characters_and_broken_escapes_are_found_everywhere() {
    assert_eq!(refused(r#"{"order":{"id":"a\n"}}"#), "control order.id");
    assert_eq!(refused(r#"{"x":{"y":["a\u2028"]}}"#), "control x.y[0]");
    assert_eq!(refused(r#"{"charges":[{"a\u0000":1}]}"#), r"control charges[0].a\u{0}");
    assert_eq!(refused(r#"{"order":{"id":"\x"}}"#), "escape order.id");
    assert_eq!(refused(r#"{"order":{"\ud800":1}}"#), "escape order");
}

#[test]
fn levels_and_members_are_limited() {
    let deep = |levels: usize| format!(r#"{{"x":{}{}}}"#, "[".repeat(levels), "]".repeat(levels));
    assert!(read(&deep(16)).is_ok());
    assert_eq!(refused(&deep(17)), format!("nested x{}", "[0]".repeat(16)));
    let wide = |members: usize| {
        let members: Vec<_> = (0..members).map(|at| format!(r#""x{at}":1"#)).collect();
        format!(r#"{{"order":{{{}}}}}"#, members.join(","))
    };
    assert!(read(&wide(255)).is_ok(), "with the object itself, 256");
    assert_eq!(refused(&wide(256)), "too-many-pairs ");
    // What isn't taken apart isn't counted.
    assert!(read(&wide(300).replace("order", "other")).is_ok());
    let large = format!(r#"{{"x":"{}"}}"#, "a".repeat(65_536));
    assert_eq!(refused(&large), "too-large ");
}

#[test]
fn elements_have_accessors_of_every_kind() {
    let reply = read(concat!(
        r#"{"order":{"currency":"IDR"},"charges":[{"id":"7","price":{"amount":"12.50"},"day":"20261120","done":true,"#,
        r#""parts":[{"no":1},{"no":null}],"pan":"CANARY","x":1},{"price":null,"done":"yes"},3]}"#,
    ))
    .unwrap();
    let elements: Vec<_> = reply.message().elements(7).collect();
    assert_eq!(elements.len(), 3);
    let first = &elements[0];
    assert_eq!(first.text(0), Some("7"));
    assert_eq!(first.amount(2), Some(Amount::parse("12.50", 2, faspay_runtime::Currency::IDR).unwrap()));
    assert_eq!(first.date(3), Some(Date::new(2026, 11, 20).unwrap()));
    assert_eq!(first.boolean(4), Some(true));
    let parts: Vec<_> = first.elements(5).map(|part| part.text(0).map(str::to_owned)).collect();
    assert_eq!(parts, [Some("1".to_owned()), None]);
    assert!(!format!("{first:?} {:?}", reply.message()).contains("CANARY"));
    assert_eq!((elements[1].amount(2), elements[1].boolean(4), elements[2].text(0)), (None, None, None));
    assert_eq!(reply.message().elements(6).count(), 0);
}

#[test]
fn what_differs_from_the_table_is_a_problem_and_no_refusal() {
    let body = r#"{"charges":{"a":1},"meta":"x","paidAt":"yesterday","order":{"holder":{}}}"#;
    let verdict = dynamic::verify(&ANSWERED, Through::Reply, JSON, body.as_bytes(), &CREDENTIALS, None);
    let told: Vec<_> = verdict.problems.iter().map(|one| format!("{} {}", one.field, one.rule)).collect();
    assert_eq!(
        told,
        [
            "order.id missing",
            "order.amount missing",
            "order.holder.name missing",
            "statusCode missing",
            "charges unreadable",
            "meta unreadable",
            "paidAt unreadable",
        ]
    );
    let verdict = dynamic::verify(&ANSWERED, Through::Reply, JSON, br#"{"statusCode":"1"}"#, &CREDENTIALS, None);
    assert_eq!(verdict.problems.iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), ["order"]);
    assert_eq!(
        read(r#"{"paidAt":"2026-11-20T10:00:00Z"}"#).unwrap().message().timestamp(9),
        Timestamp::parse("2026-11-20T10:00:00Z").ok()
    );
}

#[test]
fn a_list_with_something_sensitive_in_it_is_not_shown() {
    let body = r#"{"charges":[{"pan":"CANARY"}],"statusCode":"1"}"#;
    let verdict = dynamic::verify(&ANSWERED, Through::Reply, JSON, body.as_bytes(), &CREDENTIALS, None);
    let hidden: Vec<_> =
        verdict.fields.iter().filter(|field| field.sensitive).map(|field| field.name.as_str()).collect();
    assert_eq!(hidden, ["charges"]);
    assert!(!format!("{verdict:?}").contains("CANARY"));
}

#[test]
fn an_hmac_covers_the_whole_body() {
    let verdict = judge(&SIGNED, Through::Server, &[], &signed());
    assert_eq!((verdict.signature, verdict.trust, rules(&verdict)), ("valid", "reconciled", vec![]));
    assert!(verdict.unsigned.is_empty());
    let names: Vec<_> = verdict.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["order.id", "order.amount", "order.currency", "statusCode", "sig"]);
    for changed in [signed().replace("5000.00", "5000.01"), signed().replace(r#""sig""#, r#""x":1,"sig""#)] {
        let verdict = judge(&SIGNED, Through::Server, &[], &changed);
        assert_eq!((verdict.signature, verdict.trust), ("invalid", "received"));
        assert!(verdict.unsigned.is_empty());
    }
    for (sig, expected) in [("\"\"", "missing"), ("null", "missing"), ("\"ab\"", "invalid")] {
        let verdict = judge(&SIGNED, Through::Server, &[], &format!(r#"{{{MEMBERS},"sig":{sig}}}"#));
        assert_eq!(verdict.signature, expected, "{sig}");
    }
    assert_eq!(judge(&SIGNED, Through::Server, &[], &format!("{{{MEMBERS}}}")).signature, "missing");
    let nobody = Credentials(["shop", "", "k"]);
    let verdict = dynamic::verify(&SIGNED, Through::Server, JSON, signed().as_bytes(), &nobody, None);
    assert_eq!(verdict.signature, "undefined", "an empty key opens to nobody");
}

#[test]
fn a_typed_message_with_an_hmac_settles_a_payment() {
    let received = Received::<Signed>::parse(JSON, signed().as_bytes()).unwrap();
    let verified = received.verify(&CREDENTIALS).unwrap();
    let reconciled = verified.reconcile(&Expected::new("A-1", Amount::idr(5_000))).unwrap();
    assert_eq!(reconciled.status(), PaymentStatus::Paid);
    assert_eq!(reconciled.event_key(), "nest.signed/order.id=A-1/statusCode=PAID/order.amount=5000.00");
    let forged = signed().replace("A-1", "A-2");
    let received = Received::<Signed>::parse(JSON, forged.as_bytes()).unwrap();
    assert_eq!(received.verify(&CREDENTIALS).unwrap_err(), VerifyError::NotValid);
}

#[test]
fn a_key_in_a_header_says_who_sends_and_not_what() {
    let body = format!("{{{MEMBERS}}}");
    let verdict = judge(&KEYED, Through::Server, &[("other", "x"), ("x-api-KEY", "cb-key-7")], &body);
    assert_eq!((verdict.signature, verdict.trust, rules(&verdict)), ("valid", "verified", vec!["needs-inquiry"]));
    assert_eq!(verdict.unsigned, ["order.id", "order.amount", "order.currency", "statusCode"]);
    let cases: [(&[(&str, &str)], &str); 5] = [
        (&[], "missing"),
        (&[("X-API-Key", "")], "missing"),
        (&[("X-API-Key", "cb-key-8")], "invalid"),
        (&[("X-API-Key", "cb-key-7"), ("x-api-key", "cb-key-7")], "invalid"),
        (&[("X-API-Key", ""), ("x-api-key", "cb-key-7")], "invalid"),
    ];
    for (headers, expected) in cases {
        let verdict = judge(&KEYED, Through::Server, headers, &body);
        assert_eq!((verdict.signature, verdict.trust), (expected, "received"), "{headers:?}");
    }
    let mismatch = judge(&KEYED, Through::Server, &[("X-API-Key", "cb-key-7")], &body.replace("A-1", "A-2"));
    assert_eq!(rules(&mismatch), ["mismatch", "needs-inquiry"]);
}

#[test]
fn a_typed_message_is_told_its_headers_before_it_is_verified() {
    let received = || Received::<Keyed>::parse(JSON, format!("{{{MEMBERS}}}").as_bytes()).unwrap();
    assert_eq!(received().verify(&CREDENTIALS).unwrap_err(), VerifyError::NotValid);
    let wrong = received().with_headers([("X-API-Key", "nope")]);
    assert_eq!(wrong.verify(&CREDENTIALS).unwrap_err(), VerifyError::NotValid);
    let verified = received().with_headers([("x-api-key", b"cb-key-7".to_vec())]).verify(&CREDENTIALS).unwrap();
    let error = verified.reconcile(&Expected::new("A-1", Amount::idr(5_000))).unwrap_err();
    assert!(matches!(error, ReconcileError::NeedsInquiry(_)));
}

#[test]
fn a_connection_vouches_for_replies_and_nothing_else() {
    let body = format!("{{{MEMBERS}}}");
    let verdict = judge(&ANSWERED, Through::Reply, &[], &body);
    assert_eq!((verdict.signature, verdict.trust, rules(&verdict)), ("undefined", "reconciled", vec![]));
    assert_eq!(verdict.unsigned, ["order.id", "order.amount", "order.currency", "statusCode"]);
    assert_eq!(judge(&ANSWERED, Through::Server, &[], &body).trust, "received");
    let reply = Pay::parse_reply(JSON, body.as_bytes()).unwrap().verify(&CREDENTIALS).unwrap();
    assert!(reply.reconcile(&Expected::new("A-1", Amount::idr(5_000))).is_ok());
    let posted = Received::<Reply>::parse(JSON, body.as_bytes()).unwrap();
    assert_eq!(posted.verify(&CREDENTIALS).unwrap_err(), VerifyError::Unsigned);
    assert_eq!(Pay::TABLE.id, "nest.pay");
}

#[test]
fn another_documented_spelling_is_the_same_field() {
    for key in ["name", "Name", "fullName"] {
        let reply = read(&format!(r#"{{"order":{{"holder":{{"{key}":"Siti"}}}},"status_code":"PAID"}}"#)).unwrap();
        assert_eq!((reply.message().text(5), reply.message().text(6)), (Some("Siti"), Some("PAID")), "{key}");
        assert_eq!(reply.message().unknown().count(), 0);
        assert_eq!(pairs(reply.message())[0], (&*format!("order.holder.{key}"), "Siti"));
    }
    let list = read(r#"{"chargeList":[{"id":"7"}]}"#).unwrap();
    assert_eq!(
        list.message().elements(7).map(|one| one.text(0).map(str::to_owned)).collect::<Vec<_>>(),
        [Some("7".to_owned())]
    );
    let body = r#"{"chargeList":{"a":1},"status_code":"PAID","order":{"id":"1","amount":1,"holder":{"Name":"x"}}}"#;
    let verdict = dynamic::verify(&ANSWERED, Through::Reply, JSON, body.as_bytes(), &CREDENTIALS, None);
    let told: Vec<_> = verdict.problems.iter().map(|one| format!("{} {}", one.field, one.rule)).collect();
    assert_eq!(told, ["charges unreadable"]);
    let names: Vec<_> = verdict.fields.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["charges", "statusCode", "order.id", "order.amount", "order.holder.name"]);
    assert_eq!(verdict.unsigned, ["order.id", "order.amount", "order.holder.name", "statusCode", "charges"]);
}

#[test]
fn spellings_are_exact_and_two_of_them_are_one_key_twice() {
    assert_eq!(refused(r#"{"order":{"holder":{"NAME":"1"}}}"#), "key-case order.holder.NAME");
    assert_eq!(refused(r#"{"order":{"holder":{"fullname":"1"}}}"#), "key-case order.holder.fullname");
    assert_eq!(refused(r#"{"Status_Code":"1"}"#), "key-case Status_Code");
    assert_eq!(refused(r#"{"order":{"holder":{"name":"1","Name":"1"}}}"#), "duplicate-key order.holder.Name");
    assert_eq!(refused(r#"{"order":{"holder":{"fullName":"1","name":""}}}"#), "duplicate-key order.holder.name");
    assert_eq!(refused(r#"{"charges":[],"x":1,"chargeList":null}"#), "duplicate-key chargeList");
    // Elsewhere the same word is another one.
    assert!(read(r#"{"fullName":"1","order":{"status_code":"1","fullName":"2","holder":{"name":"3"}}}"#).is_ok());
}

#[test]
fn amounts_in_json_are_read_by_value() {
    let judge = |amount: &str, currency: &str, expected: &str| {
        let body =
            format!(r#"{{"order":{{"id":"A-1","amount":{amount},"currency":"{currency}"}},"statusCode":"PAID"}}"#);
        let expect = [("order.id", "A-1"), ("order.amount", expected), ("order.currency", currency)];
        let verdict = dynamic::verify(&ANSWERED, Through::Reply, JSON, body.as_bytes(), &CREDENTIALS, Some(&expect));
        let typed = read(&body).unwrap().message().amount(2);
        (verdict.trust, verdict.problems.iter().map(|one| one.rule.clone()).collect::<Vec<_>>(), typed)
    };
    let usd = Currency::new("USD").unwrap();
    for amount in ["10.5", "10.50", "10.500", "\"10.5\"", "\"10.5000\""] {
        let read = Some(Amount::from_minor(1050, usd));
        assert_eq!(judge(amount, "USD", "10.50"), ("reconciled", vec![], read), "{amount}");
        assert_eq!(judge(amount, "USD", "10.5").0, "reconciled", "{amount}");
    }
    for amount in ["1000", "1000.0", "1000.00", "1000.000", "\"1000.0\""] {
        assert_eq!(judge(amount, "IDR", "1000"), ("reconciled", vec![], Some(Amount::idr(1000))), "{amount}");
    }
    for amount in [
        "10.505",
        "1e3",
        "1E+1",
        "-10.5",
        "-0",
        "\"10.\"",
        "\".5\"",
        "\"010.5\"",
        "\"+1\"",
        "\"1 \"",
        "\"1.0.0\"",
        "\"1,0\"",
        "1000000000000000.0",
    ] {
        let (trust, rules, typed) = judge(amount, "USD", "10.50");
        assert_eq!((trust, typed), ("verified", None), "{amount}");
        assert_eq!(rules, ["unreadable", "mismatch"], "{amount}");
    }
}

#[test]
fn however_an_amount_is_written_its_event_is_the_same() {
    let key = |amount: &str| {
        let body = format!(r#"{{"order":{{"id":"A-1","amount":{amount},"currency":"IDR"}},"statusCode":"PAID"}}"#);
        let reply = Pay::parse_reply(JSON, body.as_bytes()).unwrap().verify(&CREDENTIALS).unwrap();
        reply.reconcile(&Expected::new("A-1", Amount::idr(5_000))).unwrap().event_key()
    };
    assert_eq!(key("5000"), "nest.reply/order.id=A-1/statusCode=PAID/order.amount=5000.00");
    for amount in ["5000.0", "5000.00", "5000.000", "\"5000.0\""] {
        assert_eq!(key(amount), key("5000"), "{amount}");
    }
}
