//! The gateway's side: what the engine builds, the gateway accepts; what is changed on the way, it names; what it signs, verifies.

use faspay_spec::engine::{
    Built, Credentials, Environment, FaultKind, ParseError, Posted, SettingValue, Through, build, form_body,
    parse_request, receive_request, sign_result, verify,
};
use faspay_spec::model::Auth;

use crate::model::*;

const FORM: &str = "application/x-www-form-urlencoded";

fn built(given: &[(&str, &str)], settings: &[(&'static str, SettingValue)]) -> Built {
    let context = context(Environment::Sandbox, Some(credentials(settings)));
    build(&gateway(), &pay(), &params(given), &context).unwrap_or_else(|refused| panic!("{refused}"))
}

/// A form with some of its values replaced, added or (`None`) taken out.
fn tampered(built: &Built, changes: &[(&str, Option<&str>)]) -> String {
    let mut fields = built.fields.clone();
    for (key, value) in changes {
        let at = fields.iter().position(|f| f.0 == *key);
        match (at, value) {
            (Some(at), Some(value)) => fields[at].1 = (*value).to_owned(),
            (Some(at), None) => drop(fields.remove(at)),
            (None, Some(value)) => fields.push(((*key).to_owned(), (*value).to_owned(), false)),
            (None, None) => panic!("{key} isn't in the form"),
        }
    }
    form_body(&fields)
}

/// Kind, field and rule of every fault.
fn faults(body: &str, account: &Credentials) -> Vec<(FaultKind, String, String)> {
    let received = receive_request(&gateway(), &pay(), FORM, body.as_bytes(), account, day("2026-11-20"));
    let (_, faults) = received.unwrap_or_else(|error| panic!("{error}"));
    faults.into_iter().map(|f| (f.kind, f.field, f.rule)).collect()
}

fn one(kind: FaultKind, field: &str, rule: &str) -> Vec<(FaultKind, String, String)> {
    vec![(kind, field.to_owned(), rule.to_owned())]
}

#[test]
fn what_the_engine_builds_the_gateway_accepts() {
    let given =
        [("member_id", "M 1&é"), ("process_date", "1,15"), ("response_type", "1"), ("return_url", "https://a/?b=c&d")];
    for settings in [
        vec![],
        vec![("send_txn_password", SettingValue::Bool(false))],
        vec![("merchant_tranid_case", word("as-is"))],
        vec![("merchant_tranid_case", word("upper"))],
    ] {
        let mut given = given.to_vec();
        if settings.iter().any(|s| s.0 == "merchant_tranid_case") {
            given.push(("merchant_tranid", "ord-7"));
        }
        let body = form_body(&built(&given, &settings).fields);
        assert_eq!(faults(&body, &credentials(&[])), [], "{settings:?}");
    }
}

#[test]
fn each_change_on_the_way_is_named() {
    let built = built(&[("accumulate", "1"), ("process_date", "5"), ("member_id", "M-1")], &[]);
    let judge = |key: &str, value: Option<&str>| faults(&tampered(&built, &[(key, value)]), &credentials(&[]));
    use FaultKind::*;
    let mut expected = one(MissingField, "merchant_tranid", "mandatory");
    expected.extend(one(BadSignature, "signature", "signature"));
    assert_eq!(judge("MERCHANT_TRANID", Some("")), expected);
    assert_eq!(judge("MERCHANT_TRANID", None), expected);
    assert_eq!(judge("PAYMENT_METHOD", None), one(MissingField, "payment_method", "mandatory"));
    assert_eq!(judge("PAYMENT_METHOD", Some("1")), one(BadValue, "payment_method", "fixed"));
    assert_eq!(judge("MERCHANTID", Some("other")), one(BadCredential, "merchantid", "credential"));
    assert_eq!(judge("MERCHANTID", None), one(MissingField, "merchantid", "mandatory"));
    assert_eq!(judge("TXN_PASSWORD", Some("other")), one(BadCredential, "txn_password", "credential"));
    assert_eq!(judge("TXN_PASSWORD", None), []);
    assert_eq!(judge("SIGNATURE", None), one(EmptySignature, "signature", "mandatory"));
    assert_eq!(judge("SIGNATURE", Some("")), one(EmptySignature, "signature", "mandatory"));
    assert_eq!(judge("SIGNATURE", Some("x")), one(BadSignature, "signature", "signature"));
    assert_eq!(judge("AMOUNT", Some("5000.01")), one(BadSignature, "signature", "signature"));
    assert_eq!(judge("member_id", Some("M-2")), one(BadSignature, "recurring_signature", "signature"));
    assert_eq!(judge("DESCRIPTION", Some("123456")), one(TooLong, "description", "length"));
    assert_eq!(judge("ACCUMULATE", Some("x")), one(BadValue, "accumulate", "type"));
    assert_eq!(judge("PROCESS_DATE", Some("1,2,3,4")), one(TooLong, "process_date", "count"));
    assert_eq!(judge("PROCESS_DATE", Some("1,2")), one(BrokenRule, "process_date", "one-day-with-accumulate"));
    assert_eq!(judge("RESPONSE_TYPE", Some("1")), one(MissingField, "return_url", "mandatory"));
    assert_eq!(judge("NEW", Some("1")), one(UnknownKey, "NEW", "unknown-key"));
}

#[test]
fn the_signature_is_checked_with_the_password_of_the_account() {
    let body = tampered(&built(&[], &[]), &[("TXN_PASSWORD", None)]);
    assert_eq!(faults(&body, &credentials(&[])), []);
    let other = credentials(&[("txn_password", word("other"))]);
    assert_eq!(faults(&body, &other), one(FaultKind::BadSignature, "signature", "signature"));
    // An account without the password accepts nothing, not even the digest of an empty one.
    let nothing = Credentials::none();
    assert!(faults(&body, &nothing).iter().any(|f| f.0 == FaultKind::BadSignature));
}

fn read(body: &str) -> Result<Posted, ParseError> {
    parse_request(&pay(), FORM, body.as_bytes())
}

#[test]
fn keys_are_the_wire_keys_or_those_in_one_case() {
    let posted = read("AMOUNT=1&member_id=2&X=3&DESCRIPTION=").expect("readable");
    assert_eq!(posted.get("amount"), Some("1"));
    assert_eq!(posted.get("member_id"), Some("2"));
    assert_eq!(posted.get("description"), None);
    assert_eq!(posted.unknown, pairs(&[("X", "3")]));
    assert_eq!(read("amount=1").expect("readable").get("amount"), Some("1"));
    assert_eq!(read("MEMBER_ID=1").expect("readable").get("member_id"), Some("1"));
    let error = read("Amount=1").expect_err("odd casing");
    assert_eq!((error.rule, error.key.as_str()), ("key-case", "Amount"));
    let error = read("AMOUNT=1&amount=1").expect_err("twice");
    assert_eq!((error.rule, error.key.as_str()), ("duplicate-key", "amount"));
    assert_eq!(read("a=%zz").expect_err("no escape").rule, "percent");
}

#[test]
fn a_key_with_another_casing_on_the_wire_is_taken_as_declared() {
    let mut operation = pay();
    let at = operation.fields.iter().position(|f| f.name == "description").expect("a field");
    operation.fields[at].wire = "orderDescription".to_owned();
    let read =
        |body: &str| parse_request(&operation, FORM, body.as_bytes()).map(|p| p.get("description").map(str::to_owned));
    for key in ["orderDescription", "ORDERDESCRIPTION", "orderdescription"] {
        assert_eq!(read(&format!("{key}=x")), Ok(Some("x".to_owned())));
    }
    assert_eq!(read("OrderDescription=x").map_err(|e| e.rule), Err("key-case"));
}

#[test]
fn what_the_gateway_signs_the_merchant_verifies() {
    for id in ["ORD-7", "ord-7"] {
        let mut fields =
            pairs(&[("merchantid", "sophia"), ("merchant_tranid", id), ("txn_status", "S"), ("amount", "5000.00")]);
        let (field, hex) = sign_result(&gateway(), &result(), &fields, &credentials(&[])).expect("signed");
        assert_eq!(field, "signature");
        // printf '##SOPHIA##PA55-WORD##ORD-7##5000.00##S##' | sha1sum, in upper case.
        assert_eq!(hex, "804225E9BC8CC763EF88A1DE914473DF3610F680");
        fields.push((field, hex));
        let wire: Vec<_> = fields.into_iter().map(|(k, v)| (k.to_ascii_uppercase(), v, false)).collect();
        let body = form_body(&wire);
        let verdict =
            verify(&gateway(), &result(), delivery(Through::Server, FORM, body.as_bytes()), &credentials(&[]), None);
        assert_eq!(verdict.signature, "valid");
    }
}

#[test]
fn a_message_without_a_signature_or_a_value_is_not_signed() {
    let fields = pairs(&[("merchantid", "sophia"), ("merchant_tranid", "1"), ("amount", "1.00")]);
    assert_eq!(sign_result(&gateway(), &result(), &fields, &credentials(&[])), None);
    let mut unsigned = result();
    unsigned.auth = Auth::None;
    let fields = pairs(&[("merchantid", "a"), ("merchant_tranid", "1"), ("amount", "1.00"), ("txn_status", "S")]);
    assert_eq!(sign_result(&gateway(), &unsigned, &fields, &credentials(&[])), None);
}

#[test]
fn a_posted_request_shows_no_secret_when_printed() {
    let body = form_body(&built(&[("pymt_token", "SESAM")], &[]).fields);
    let posted = read(&format!("{body}&card=4440000009900010")).expect("readable");
    let text = format!("{posted:?}");
    for secret in [PASSWORD, "SESAM", "4440000009900010"] {
        assert!(!text.contains(secret), "{text}");
    }
}
