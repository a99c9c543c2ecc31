use super::*;
use proptest::prelude::*;
use serde_json::Value;
use std::fmt::Write as _;

const KEY: &str = "SoSecret123";

/// The body of the vector, as it is hashed, and the digest that `hash_hmac` of PHP and `openssl dgst` give for it.
const VECTOR: &str = r#"{"customer":{"id":"hajar@yahoo.com"},"order":{"id":"1664255905824","reference":"16642559058241000000000","amount":1000,"currency":"IDR"},"card":{"mask":"512345xxxxxx0008","info":{"brand":"MASTERCARD","issuing":"BANCO DEL PICHINCHA CA","type":"CREDIT","subType":"STANDARD","country":"ECUADOR"}},"meta":{"data":null},"result":{"payment":{"amount":1000,"status":"CAPTURED","statusDesc":null}}}"#;
const DIGEST: &str = "01ac4c964abc8b55ebb1555650ad36c0c1e5801578b3544df29a0e84b1ff4d09e90786f1710d541419afac8600022513da959c888276d43156ab1ed539447b1a";

fn of(body: &str) -> Result<(), HmacJsonError> {
    verify(body.as_bytes(), "signature", &Secret::from(KEY))
}

/// The digest of a text, in lower-case hexadecimal.
fn digest(text: &str) -> String {
    mac(&[text.as_bytes()], &Secret::from(KEY)).unwrap().iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

fn signed(object: &str, digest: &str) -> String {
    format!("{},\"signature\":\"{digest}\"}}", object.strip_suffix('}').unwrap())
}

#[test]
fn the_vector_verifies_wherever_its_signature_stands() {
    assert_eq!(VECTOR.len(), 390);
    assert_eq!(of(&signed(VECTOR, DIGEST)), Ok(()));
    assert_eq!(of(&signed(VECTOR, &DIGEST.to_ascii_uppercase())), Ok(()), "digits of either case");
    let member = format!("\"signature\":\"{DIGEST}\"");
    assert_eq!(of(&VECTOR.replacen('{', &format!("{{{member},"), 1)), Ok(()), "first");
    for key in ["\"order\"", "\"card\"", "\"meta\"", "\"result\""] {
        assert_eq!(of(&VECTOR.replacen(key, &format!("{member},{key}"), 1)), Ok(()), "before {key}");
    }
}

#[test]
fn missing_and_wrong_are_one_error() {
    let wrong = [
        VECTOR.to_owned(),
        signed(VECTOR, ""),
        signed(VECTOR, &DIGEST[1..]),
        signed(VECTOR, &format!("{DIGEST}0")),
        signed(VECTOR, &format!("{}g", &DIGEST[1..])),
        signed(VECTOR, &format!("{}0", &DIGEST[..127])),
        signed(VECTOR, &"0".repeat(128)),
        signed(VECTOR, DIGEST).replace("\"signature\"", "\"Signature\""),
        signed(VECTOR, DIGEST).replace(&format!("\"{DIGEST}\""), "null"),
        signed(VECTOR, DIGEST).replace(&format!("\"{DIGEST}\""), "7"),
        signed(VECTOR, DIGEST).replace(&format!("\"{DIGEST}\""), &format!("[\"{DIGEST}\"]")),
        // Deeper down it signs nothing.
        VECTOR.replacen("\"meta\":{", &format!("\"meta\":{{\"signature\":\"{DIGEST}\","), 1),
        "{}".to_owned(),
    ];
    for body in wrong {
        assert_eq!(of(&body), Err(HmacJsonError::NotValid), "{body}");
    }
    assert_eq!(
        verify(signed(VECTOR, DIGEST).as_bytes(), "signature", &Secret::from("SoSecret124")),
        Err(HmacJsonError::NotValid)
    );
    assert_eq!(verify(signed(VECTOR, DIGEST).as_bytes(), "signature", &Secret::default()), Err(HmacJsonError::NoKey));
}

#[test]
fn missing_is_told_from_wrong_where_a_merchant_may_know() {
    let judge = |body: &str| judge(body.as_bytes(), "signature", &Secret::from(KEY)).unwrap();
    assert_eq!(judge(VECTOR), Signature::Missing);
    assert_eq!(judge(r#"{"signature":""}"#), Signature::Missing);
    assert_eq!(judge(r#"{"signature":null}"#), Signature::Missing);
    assert_eq!(judge(r#"{"signature":"x"}"#), Signature::Invalid);
    assert_eq!(judge(r#"{"signature":{}}"#), Signature::Invalid);
}

#[test]
fn what_reads_in_two_ways_or_in_none_is_refused() {
    let key = |name: &str| HmacJsonError::Unreadable(ReceiveError::DuplicateKey(Key::of(name.as_bytes())));
    for (body, error) in [
        (r#"{"a":1,"a":1}"#, key("a")),
        (r#"{"a":1,"A":1}"#, key("A")),
        (r#"{"a":1,"\u0061":1}"#, key("a")),
        (r#"{"a":{"b":1,"c":[{"d":1,"d":2}]}}"#, key("d")),
        (r#"{"signature":"","signature":""}"#, key("signature")),
        (r#"{"signature":"","Signature":""}"#, key("Signature")),
        (r#"{"a":"\ud800"}"#, HmacJsonError::Unreadable(ReceiveError::Escape(Key::of(b"a")))),
        (r#"{"a":"\x"}"#, HmacJsonError::Unreadable(ReceiveError::Escape(Key::of(b"a")))),
    ] {
        assert_eq!(of(body), Err(error), "{body}");
    }
    for body in [
        "",
        "{",
        "[]",
        "7",
        "null",
        "{}{}",
        "{} x",
        "{,}",
        r#"{"a":1,}"#,
        r#"{"a" 1}"#,
        r#"{a:1}"#,
        r#"{"a":01}"#,
        r#"{"a":1.}"#,
        r#"{"a":+1}"#,
        r#"{"a":.5}"#,
        r#"{"a":nul}"#,
        r#"{"a":[1,]}"#,
        r#"{"a":[1 2]}"#,
        r#"{"a":{"b"}}"#,
        "{\"a\":\"\n\"}",
        r#"{"a":"x}"#,
        r#"{"signature":"a",}"#,
        "\u{FEFF}{}",
    ] {
        assert_eq!(of(body), Err(HmacJsonError::Unreadable(ReceiveError::Json)), "{body}");
    }
    let deep = |levels: usize| format!("{{\"a\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(of(&deep(16)), Err(HmacJsonError::NotValid));
    assert_eq!(of(&deep(17)), Err(HmacJsonError::Unreadable(ReceiveError::Nested(Key::of(b"a")))));
    let long = |length: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(length - 8));
    assert_eq!(of(&long(65_536)), Err(HmacJsonError::NotValid));
    assert_eq!(of(&long(65_537)), Err(HmacJsonError::Unreadable(ReceiveError::TooLarge)));
    let bytes = verify(b"{\"a\":\"\xFF\"}", "signature", &Secret::from(KEY));
    assert!(matches!(bytes, Err(HmacJsonError::Unreadable(ReceiveError::Utf8(_)))));
}

#[test]
fn the_member_is_cut_with_its_comma_and_the_white_space_of_its_place() {
    // White space that neither writing anew gives back, so that only the bytes themselves can agree.
    for (body, hashed) in [
        ("{\n    \"a\": 1,\n    \"signature\": \"@\"\n}", "{\n    \"a\": 1\n}"),
        ("{\n    \"signature\": \"@\",\n    \"a\": 1\n}", "{\n    \"a\": 1\n}"),
        ("{\n    \"a\": 1,\n    \"signature\": \"@\",\n    \"b\": 2\n}", "{\n    \"a\": 1,\n    \"b\": 2\n}"),
        ("{\"a\": 1, \"signature\": \"@\", \"b\": 2}", "{\"a\": 1, \"b\": 2}"),
        ("{\"a\": 1, \"signature\": \"@\"}", "{\"a\": 1}"),
        ("{ \"signature\" : \"@\" }", "{  }"),
        (" {\"a\": 1, \"signature\": \"@\"}\r\n", "{\"a\": 1}"),
        ("{\"a\": \"\\u00E9\\/é/\", \"signature\": \"@\"}", "{\"a\": \"\\u00E9\\/é/\"}"),
    ] {
        assert_eq!(of(&body.replace('@', &digest(hashed))), Ok(()), "{body}");
        assert_eq!(of(&body.replace('@', &digest(&hashed.replace('1', "2")))).is_ok(), !hashed.contains('1'), "{body}");
    }
}

/// A document, in a shape of the test's own.
#[derive(Debug, Clone)]
enum Doc {
    /// A number or a word, as it is written.
    Bare(String),
    Text(String),
    List(Vec<Doc>),
    Object(Vec<(String, Doc)>),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Spelling {
    Compact,
    Php,
    Pretty,
}

fn spelled(doc: &Doc, spelling: Spelling, level: usize) -> String {
    let text = |text: &str| {
        let plain = serde_json::to_string(text).unwrap();
        match spelling {
            Spelling::Compact | Spelling::Pretty => plain,
            Spelling::Php => {
                let mut units = plain.replace('/', "\\/").encode_utf16().collect::<Vec<u16>>().into_iter();
                units.by_ref().fold(String::new(), |mut php, unit| {
                    match u8::try_from(unit) {
                        Ok(byte) if byte.is_ascii() => php.push(char::from(byte)),
                        _ => write!(php, "\\u{unit:04x}").unwrap(),
                    }
                    php
                })
            }
        }
    };
    let (line, end, colon) = match spelling {
        Spelling::Pretty => (format!("\n{}", "    ".repeat(level + 1)), format!("\n{}", "    ".repeat(level)), ": "),
        _ => (String::new(), String::new(), ":"),
    };
    let all = |items: Vec<String>| items.into_iter().map(|item| format!("{line}{item}")).collect::<Vec<_>>().join(",");
    match doc {
        Doc::Bare(bare) => bare.clone(),
        Doc::Text(own) => text(own),
        Doc::List(items) if items.is_empty() => "[]".to_owned(),
        Doc::Object(members) if members.is_empty() => "{}".to_owned(),
        Doc::List(items) => {
            format!("[{}{end}]", all(items.iter().map(|item| spelled(item, spelling, level + 1)).collect()))
        }
        Doc::Object(members) => {
            let member =
                |(key, value): &(String, Doc)| format!("{}{colon}{}", text(key), spelled(value, spelling, level + 1));
            format!("{{{}{end}}}", all(members.iter().map(member).collect()))
        }
    }
}

/// Members with keys that differ by more than case, and none named like the signature.
fn members(value: BoxedStrategy<Doc>, most: usize) -> impl Strategy<Value = Vec<(String, Doc)>> {
    let key = prop_oneof!["[a-z]{1,3}", any::<String>()];
    proptest::collection::vec((key, value), 0..most).prop_map(|members| {
        let mut seen = vec!["signature".to_owned()];
        members
            .into_iter()
            .filter(|(key, _)| {
                let key = key.to_ascii_lowercase();
                let is_new = !seen.contains(&key);
                seen.push(key);
                is_new
            })
            .collect()
    })
}

fn doc() -> impl Strategy<Value = Vec<(String, Doc)>> {
    let text = prop_oneof![any::<String>(), "[/\"\\\\\u{0}-\u{1F}\u{7F}é€😀\u{2028}]{0,6}", Just(DIGEST.to_owned())];
    let number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,5})?([eE][+-]?[0-9]{1,2})?";
    let leaf = prop_oneof![
        text.prop_map(Doc::Text),
        prop_oneof![
            number.boxed(),
            Just("true".to_owned()).boxed(),
            Just("false".to_owned()).boxed(),
            Just("null".to_owned()).boxed()
        ]
        .prop_map(Doc::Bare),
    ];
    let value = leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Doc::List),
            members(inner.boxed(), 5).prop_map(Doc::Object),
        ]
    });
    members(value.boxed(), 7)
}

/// The document with its signature at some place, spelled as it is delivered.
fn delivered(members: &[(String, Doc)], place: usize, hashed: &str, spelling: Spelling) -> String {
    let mut members = members.to_vec();
    let place = place % (members.len() + 1);
    members.insert(place, ("signature".to_owned(), Doc::Text(digest(hashed))));
    spelled(&Doc::Object(members), spelling, 0)
}

/// What a body means without its signature; numbers by their digits.
fn meaning(body: &[u8]) -> Option<Value> {
    let mut value: Value = serde_json::from_slice(body).ok()?;
    value.as_object_mut()?.shift_remove("signature");
    Some(value)
}

fn spelling() -> impl Strategy<Value = Spelling> {
    prop_oneof![Just(Spelling::Compact), Just(Spelling::Php), Just(Spelling::Pretty)]
}

proptest! {
    #[test]
    fn what_was_hashed_as_it_is_or_compact_or_by_php_verifies(
        members in doc(), place in any::<usize>(), way in spelling(), other in prop_oneof![Just(Spelling::Compact), Just(Spelling::Php)],
    ) {
        let object = Doc::Object(members.clone());
        // An object that is empty but for its signature leaves its white space behind.
        prop_assume!(!members.is_empty());
        for hashed in [way, other] {
            let body = delivered(&members, place, &spelled(&object, hashed, 0), way);
            prop_assert_eq!(of(&body), Ok(()), "hashed as {:?}: {}", hashed, body);
        }
    }

    #[test]
    fn a_changed_byte_never_changes_what_a_verified_body_means(
        members in doc(), place in any::<usize>(), way in spelling(), hashed in spelling(),
        at in any::<proptest::sample::Index>(), byte in prop_oneof![any::<u8>(), proptest::sample::select(&b"{}[],:\"\\/ue0x19"[..])],
        kind in 0..3,
    ) {
        let object = Doc::Object(members.clone());
        let body = delivered(&members, place, &spelled(&object, hashed, 0), way);
        let mut changed = body.clone().into_bytes();
        let at = at.index(changed.len());
        match kind {
            0 => changed[at] = byte,
            1 => changed.insert(at, byte),
            _ => _ = changed.remove(at),
        }
        if verify(&changed, "signature", &Secret::from(KEY)).is_ok() {
            prop_assert_eq!(meaning(&changed), meaning(body.as_bytes()), "{}", String::from_utf8_lossy(&changed));
            // Where only the bytes themselves were hashed, nothing that counts can have changed.
            let bare = |body: &[u8]| String::from_utf8_lossy(body).split_whitespace().collect::<String>().to_ascii_lowercase();
            prop_assert!(hashed != Spelling::Pretty || bare(&changed) == bare(body.as_bytes()));
        }
    }

    #[test]
    fn no_bytes_stop_the_program(body in prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..60),
        "[{}\\[\\],:\"\\\\a1eu ]{0,40}".prop_map(String::into_bytes),
    ]) {
        let read = verify(&body, "signature", &Secret::from(KEY));
        // Whatever is read is one object for others too.
        if read == Err(HmacJsonError::NotValid) {
            prop_assert!(serde_json::from_slice::<Value>(&body).is_ok_and(|value| value.is_object()));
        }
    }
}
