//! The scanner against a slow reader that follows the rules one by one.

use super::*;
use crate::testing::Random;

const NAMES: &[&str] = &["amount", "merchant_tranid", "signature", "txn_status", "a", "mref1", "mref10", "mref2"];
static KEYS: Keys = Keys::new(NAMES);

/// Pairs as key and value, or the id of the error.
fn quickly(form: Form, body: &[u8]) -> Result<Vec<(String, String)>, &'static str> {
    let pairs = scan(&KEYS, form, body).map_err(|error| error.id())?;
    let text = |(start, end): Span| pairs.buffer[start..end].to_owned();
    for pair in &pairs.list {
        let name = NAMES.iter().position(|name| text(pair.key).eq_ignore_ascii_case(name));
        assert_eq!(name, NAMES.get(usize::from(pair.known)).map(|_| usize::from(pair.known)));
    }
    for (index, name) in NAMES.iter().enumerate() {
        let came = pairs.list.iter().position(|pair| text(pair.key).eq_ignore_ascii_case(name));
        let seen = pairs.seen & bit(index as u8) != 0;
        assert_eq!(came, seen.then(|| usize::from(pairs.places[index])));
    }
    Ok(pairs.list.iter().map(|pair| (text(pair.key), text(pair.value))).collect())
}

fn slowly(form: Form, body: &[u8]) -> Result<Vec<(String, String)>, &'static str> {
    fn decode(bytes: &[u8]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            rest = after;
            match byte {
                b'+' => out.push(b' '),
                b'%' => {
                    let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
                    if digits.contains('+') {
                        return None;
                    }
                    out.push(u8::from_str_radix(digits, 16).ok()?);
                    rest = &rest[2..];
                }
                other => out.push(*other),
            }
        }
        Some(out)
    }
    if body.len() > 65_536 {
        return Err("too-large");
    }
    let (separator, body) = match form {
        Form::UrlEncoded => (b'&', body),
        Form::Text => {
            let end = body.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |at| at + 1);
            (b';', &body[..end])
        }
    };
    let mut pairs: Vec<(String, String)> = Vec::new();
    for segment in body.split(|byte| *byte == separator).filter(|segment| !segment.is_empty()) {
        if pairs.len() == 256 {
            return Err("too-many-pairs");
        }
        let equals = segment.iter().position(|byte| *byte == b'=').ok_or("malformed-pair")?;
        let (mut key, mut value) = (segment[..equals].to_vec(), segment[equals + 1..].to_vec());
        if form == Form::UrlEncoded {
            key = decode(&key).ok_or("percent")?;
            value = decode(&value).ok_or("percent")?;
        }
        let (key, value) = match (String::from_utf8(key), String::from_utf8(value)) {
            (Ok(key), Ok(value)) => (key, value),
            _ => return Err("utf8"),
        };
        if key.contains(is_control) || value.contains(is_control) {
            return Err("control");
        }
        let lower = key.to_ascii_lowercase();
        if NAMES.contains(&lower.as_str()) && key != lower && key != key.to_ascii_uppercase() {
            return Err("key-case");
        }
        if pairs.iter().any(|(earlier, _)| earlier.eq_ignore_ascii_case(&key)) {
            return Err("duplicate-key");
        }
        pairs.push((key, value));
    }
    Ok(pairs)
}

#[test]
fn random_bodies_read_as_the_rules_say() {
    let pieces: &[&[u8]] = &[
        b"amount",
        b"AMOUNT",
        b"Amount",
        b"merchant_tranid",
        b"MERCHANT_TRANID",
        b"a",
        b"A",
        b"mref1",
        b"mref10",
        b"MREF2",
        b"x",
        b"X",
        b"unknown",
        b"=",
        b"=",
        b"=",
        b"&",
        b"&",
        b"&",
        b";",
        b";",
        b"+",
        b"%",
        b"%2",
        b"%41",
        b"%zz",
        b"%2B",
        b"%26",
        b"%C3%A9",
        b"%c3",
        b"%00",
        b"%e2%80%a8",
        b"\xc3\xa9",
        b"\xff",
        b"\x00",
        b"\n",
        b"\r",
        b"\x7f",
        "\u{202e}".as_bytes(),
        b" ",
        b"value",
        b"12345678",
        b"a=1&",
        b"AMOUNT=5&",
        b"MERCHANT_TRANID=INV-1&",
        b"signature=",
        b"SIGNATURE=&",
        b"%61=",
    ];
    let mut random = Random::new(5);
    let mut read = 0;
    for _ in 0..200_000 {
        let mut body = Vec::new();
        for _ in 0..random.below(14) {
            body.extend_from_slice(pieces[random.below(pieces.len())]);
        }
        for form in [Form::UrlEncoded, Form::Text] {
            let expected = slowly(form, &body);
            read += usize::from(expected.as_ref().is_ok_and(|pairs| pairs.len() > 1));
            assert_eq!(quickly(form, &body), expected, "{form:?} {:?}", body.escape_ascii().to_string());
        }
    }
    assert!(read > 1_000, "only {read} bodies with several pairs were readable");
}

#[test]
fn a_body_has_at_most_256_pairs_and_65536_bytes() {
    let body = |pairs: usize| (0..pairs).map(|number| format!("k{number}=v&")).collect::<String>();
    assert_eq!(quickly(Form::UrlEncoded, body(256).as_bytes()).unwrap().len(), 256);
    assert_eq!(quickly(Form::UrlEncoded, body(257).as_bytes()), Err("too-many-pairs"));
    let mut large = format!("a={}", "x".repeat(65_534)).into_bytes();
    assert_eq!(quickly(Form::UrlEncoded, &large).unwrap().len(), 1);
    large.push(b'x');
    assert_eq!(quickly(Form::UrlEncoded, &large), Err("too-large"));
}

#[test]
fn a_key_that_is_known_last_is_found_after_256_pairs() {
    let mut body: String = (0..255).map(|number| format!("k{number}=v&")).collect();
    body.push_str("AMOUNT=5");
    let pairs = quickly(Form::UrlEncoded, body.as_bytes()).unwrap();
    assert_eq!(pairs.last().unwrap(), &("AMOUNT".to_owned(), "5".to_owned()));
}

#[test]
fn keys_compare_without_regard_to_case_and_know_a_mixed_one() {
    for name in NAMES.iter().chain(&["eight_by", "sixteen_bytes_ab", "nine_bytes", "a-b.c_9"]) {
        let upper = name.to_ascii_uppercase();
        assert_eq!(same_key(name.as_bytes(), name.as_bytes()), Same::Yes);
        assert_eq!(same_key(name.as_bytes(), upper.as_bytes()), Same::Yes);
        for at in 0..name.len() {
            let mut key = upper.clone().into_bytes();
            key[at] = key[at].to_ascii_lowercase();
            let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
            let mixed = key[at].is_ascii_alphabetic() && letters > 1;
            assert_eq!(same_key(name.as_bytes(), &key), if mixed { Same::Mixed } else { Same::Yes });
            for other in [b'@', b'[', b'`', b'{', b'\0', b'?', key[at] ^ 0x80, key[at] ^ 1] {
                let mut key = name.as_bytes().to_vec();
                if key[at].eq_ignore_ascii_case(&other) {
                    continue;
                }
                key[at] = other;
                assert_eq!(same_key(name.as_bytes(), &key), Same::No, "{name} {other}");
            }
        }
    }
}

#[test]
fn errors_name_the_key_escaped() {
    let key = |body: &[u8]| scan(&KEYS, Form::UrlEncoded, body).err().unwrap().key().map(str::to_owned);
    assert_eq!(key(b"amount=%zz").as_deref(), Some("amount"));
    assert_eq!(key(b"am%zz=1").as_deref(), Some("am%zz"));
    assert_eq!(key(b"x%0Ay=1").as_deref(), Some("x\\u{a}y"));
    assert_eq!(key(b"x%FF=1").as_deref(), Some("x\\xff"));
    assert_eq!(key(b"Amount=1").as_deref(), Some("Amount"));
    assert_eq!(key(b"no pair"), None);
    let long = format!("{}=%", "k".repeat(500));
    assert_eq!(key(long.as_bytes()).unwrap().len(), 64);
}
