//! Signatures inside JSON bodies, against a vector whose digest `openssl dgst` gives, and against what the sandbox signs.

use faspay_spec::engine::{json_signature, sign_json};
use proptest::prelude::*;

const KEY: &str = "SoSecret123";
const OBJECT: &str = r#"{"customer":{"id":"hajar@yahoo.com"},"order":{"id":"1664255905824","reference":"16642559058241000000000","amount":1000,"currency":"IDR"},"card":{"mask":"512345xxxxxx0008","info":{"brand":"MASTERCARD","issuing":"BANCO DEL PICHINCHA CA","type":"CREDIT","subType":"STANDARD","country":"ECUADOR"}},"meta":{"data":null},"result":{"payment":{"amount":1000,"status":"CAPTURED","statusDesc":null}}}"#;
const DIGEST: &str = "01ac4c964abc8b55ebb1555650ad36c0c1e5801578b3544df29a0e84b1ff4d09e90786f1710d541419afac8600022513da959c888276d43156ab1ed539447b1a";

/// What the signature of a body is, or the rule that the body breaks.
fn judged(body: &str) -> &'static str {
    json_signature(body.as_bytes(), "signature", KEY).unwrap_or_else(|error| error.rule)
}

/// The object with a member that holds this digest, last.
fn with(object: &str, digest: &str) -> String {
    format!("{},\"signature\":\"{digest}\"}}", object.strip_suffix('}').unwrap())
}

/// The digest of a text, taken from what the sandbox would send.
fn digest(object: &str) -> String {
    let body = sign_json(object, "signature", KEY).unwrap();
    let end = body.strip_suffix("\"}").unwrap();
    end[end.len() - 128..].to_owned()
}

#[test]
fn the_sandbox_signs_as_the_vector_says() {
    assert_eq!(sign_json(OBJECT, "signature", KEY).unwrap(), with(OBJECT, DIGEST));
    assert_eq!(sign_json("{}", "s", KEY).unwrap().len(), r#"{"s":""}"#.len() + 128);
    assert_eq!(sign_json(&with(OBJECT, DIGEST), "signature", KEY).unwrap_err().rule, "duplicate-key");
    assert_eq!(sign_json("[]", "signature", KEY).unwrap_err().rule, "json");
}

#[test]
fn a_signature_verifies_at_any_place_and_in_either_case() {
    assert_eq!(judged(&with(OBJECT, DIGEST)), "valid");
    assert_eq!(judged(&with(OBJECT, &DIGEST.to_ascii_uppercase())), "valid");
    let member = format!("\"signature\":\"{DIGEST}\",");
    for key in ["\"customer\"", "\"order\"", "\"card\"", "\"meta\"", "\"result\""] {
        assert_eq!(judged(&OBJECT.replacen(key, &format!("{member}{key}"), 1)), "valid", "before {key}");
    }
}

#[test]
fn php_and_compact_spellings_of_what_came_verify_and_no_other() {
    let body = r#"{ "a" : "é/\u20AC\/", "n" : 1.50 , "signature" : "@" }"#;
    let of = |hashed: &str| judged(&body.replace('@', &digest(hashed)));
    assert_eq!(of(r#"{"a":"\u00e9\/\u20ac\/","n":1.50}"#), "valid");
    assert_eq!(of(r#"{"a":"é/€/","n":1.50}"#), "valid");
    assert_eq!(of(r#"{ "a" : "é/\u20AC\/", "n" : 1.50  }"#), "valid");
    for other in [
        r#"{"a":"é/€/","n":1.5}"#,
        r#"{"n":1.50,"a":"é/€/"}"#,
        r#"{"a":"é\/€\/","n":1.50}"#,
        r#"{"a":"\u00E9\/\u20AC\/","n":1.50}"#,
    ] {
        assert_eq!(of(other), "invalid", "{other}");
    }
}

#[test]
fn missing_wrong_and_unreadable_are_told_apart() {
    for (body, what) in [
        (OBJECT.to_owned(), "missing"),
        (with(OBJECT, ""), "missing"),
        (r#"{"signature":null}"#.to_owned(), "missing"),
        (r#"{"a":{"signature":"x"}}"#.to_owned(), "missing"),
        (with(OBJECT, &DIGEST[..127]), "invalid"),
        (with(OBJECT, &"0".repeat(128)), "invalid"),
        (r#"{"signature":7}"#.to_owned(), "invalid"),
        (r#"{"a":1,"A":2}"#.to_owned(), "duplicate-key"),
        (r#"{"a":[{"b":1,"\u0062":2}]}"#.to_owned(), "duplicate-key"),
        (r#"{"a":"\udc00"}"#.to_owned(), "escape"),
        (r#"{"a":1}}"#.to_owned(), "json"),
        (r#"{"a":1,}"#.to_owned(), "json"),
        (r#"{"a":01}"#.to_owned(), "json"),
        (format!("{{\"a\":{}{}}}", "[".repeat(17), "]".repeat(17)), "nested"),
        (format!("{{\"a\":{}{}}}", "[".repeat(16), "]".repeat(16)), "missing"),
        (" ".repeat(65_537), "too-large"),
    ] {
        assert_eq!(judged(&body), what, "{}", &body[..body.len().min(80)]);
    }
    assert_eq!(json_signature(with(OBJECT, DIGEST).as_bytes(), "signature", "SoSecret124").unwrap(), "invalid");
    assert_eq!(json_signature(with(OBJECT, DIGEST).as_bytes(), "signature", "").unwrap(), "invalid");
}

proptest! {
    #[test]
    fn no_character_of_what_is_signed_can_be_replaced(at in 1..OBJECT.len() - 1, by in "[ -~]") {
        let changed = format!("{}{by}{}", &OBJECT[..at], &OBJECT[at + 1..]);
        prop_assert_eq!(judged(&with(&changed, DIGEST)) == "valid", changed == OBJECT);
    }

    #[test]
    fn whatever_texts_the_sandbox_signs_verify(texts in proptest::collection::vec(any::<String>(), 0..4)) {
        let quoted = |text: &String| {
            text.chars().map(|c| if c < ' ' || "\"\\".contains(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }).collect::<String>()
        };
        let members = texts.iter().enumerate().map(|(at, text)| format!("\"k{at}\": \"{}\"", quoted(text)));
        let body = sign_json(&format!("{{{}}}", members.collect::<Vec<_>>().join(" , ")), "signature", KEY).unwrap();
        prop_assert_eq!(judged(&body), "valid");
    }
}
