//! What a body may contain is the sender's business; how it is written is not. Each way of writing something that two
//! readers could take differently is an error of its own, the same in both engines.

use faspay_spec::engine::Through;
use faspay_spec::model::Gateway;
use tests::merchant_with;
use tests::messages::{self, Pairs};

use super::support::{FORM, TEXT, callback, gateway, inbound, judge, merchant, problems, way_of};

/// The errors that a body gives when it follows or precedes a sound message: rule and key.
#[track_caller]
fn refused(content_type: &str, body: &[u8], rule: &str, key: &str) {
    let gateway = gateway();
    for inbound in messages::payments(gateway) {
        let verdict = judge(gateway, inbound, way_of(gateway, inbound), content_type, body, &merchant(), None);
        let seen = (verdict.signature, verdict.trust, problems(&verdict));
        assert_eq!(seen, ("undefined", "received", vec![(key, rule)]), "{}", body.escape_ascii());
        assert!(verdict.fields.is_empty() && verdict.unsigned.is_empty());
        assert!(!verdict.problems[0].message.is_empty());
    }
}

/// A sound message followed by more.
fn sound_and(more: &[u8]) -> Vec<u8> {
    let gateway = gateway();
    let mut body = messages::form(&messages::filled(gateway, inbound(gateway, "card.result")));
    body.extend_from_slice(more);
    body
}

#[test]
fn a_key_never_comes_twice_in_whatever_casing() {
    for more in ["&AMOUNT=1.00", "&amount=1.00", "&AM%4fUNT=1.00", "&amount=", "&%61mount=1.00"] {
        let key = if more.starts_with("&AM") { "AMOUNT" } else { "amount" };
        refused(FORM, &sound_and(more.as_bytes()), "duplicate-key", key);
    }
    refused(FORM, &sound_and(b"&surprise=1&SURPRISE=2"), "duplicate-key", "SURPRISE");
    refused(FORM, &sound_and("&é=1&é=1".as_bytes()), "duplicate-key", "é");
    refused(FORM, &sound_and(b"&=1&=2"), "duplicate-key", "");
    refused(TEXT, b"AMOUNT=1;TXN_STATUS=S;amount=2", "duplicate-key", "amount");
}

#[test]
fn known_keys_are_all_lower_or_all_upper() {
    for key in ["Amount", "aMOUNT", "Merchant_TranId", "MERCHANT_TRANiD", "Signature", "txn_STATUS"] {
        refused(FORM, format!("{key}=1").as_bytes(), "key-case", key);
        refused(TEXT, format!("A=1;{key}=1").as_bytes(), "key-case", key);
    }
    refused(FORM, b"%41mount=1", "key-case", "Amount");
}

/// What knocks at the door may be any of its messages until it is read. A reply is one message from the start.
#[test]
fn keys_of_other_messages_are_known_at_the_door_and_unknown_in_a_reply() {
    let gateway = gateway();
    for inbound in messages::payments(gateway) {
        let through = way_of(gateway, inbound);
        for (key, at_the_door) in [("Recurring_Type", "key-case"), ("Total_Refund_Amount", "unknown-key")] {
            let own = inbound.fields.iter().any(|field| field.name == key.to_ascii_lowercase());
            let expected = match through {
                _ if own => "key-case",
                Through::Reply => "unknown-key",
                _ => at_the_door,
            };
            let verdict = judge(gateway, inbound, through, FORM, format!("{key}=1").as_bytes(), &merchant(), None);
            assert!(problems(&verdict).contains(&(key, expected)), "{} {key}: {:?}", inbound.id, problems(&verdict));
        }
    }
}

/// Only ASCII letters have two cases here: a key that merely looks like a known one is unknown, never bound to it.
#[test]
fn look_alikes_of_known_keys_are_unknown() {
    let gateway = gateway();
    let inbound = inbound(gateway, "card.result");
    for key in
        ["amount ", " amount", "amount[]", "ａｍｏｕｎｔ", "amоunt", "amount.", "SıGNATURE", "ſignature", "amount;"]
    {
        let mut pairs = messages::filled(gateway, inbound);
        let name =
            if key.contains('u') && key.contains('a') && !key.contains("gnature") { "amount" } else { "signature" };
        let text = messages::text(&pairs, name).to_owned();
        pairs.retain(|(own, _)| own != name);
        let mut keyed = messages::upper_keys(&pairs);
        keyed.push((key.to_owned(), text));
        let verdict = callback(gateway, inbound, &messages::form_of(&keyed), None);
        assert_ne!(verdict.signature, "valid", "{key}");
        assert!(problems(&verdict).contains(&(key, "unknown-key")), "{key}: {:?}", verdict.problems);
        assert!(verdict.fields.iter().any(|(name, _)| name == key), "{key} was lost");
    }
}

#[test]
fn escapes_are_two_hexadecimal_digits_and_decoded_once() {
    for escape in ["%", "%2", "%zz", "%2g", "%%41", "% 41", "%u0041", "%+1"] {
        refused(FORM, &sound_and(format!("&surprise={escape}").as_bytes()), "percent", "surprise");
        let key = format!("sur{escape}");
        refused(FORM, &sound_and(format!("&{key}=1").as_bytes()), "percent", &key);
    }
    let gateway = gateway();
    let verdict = callback(gateway, inbound(gateway, "card.result"), b"custname=%2523%2523+a%2Bb", None);
    assert_eq!(messages::text(&verdict.fields, "custname"), "%23%23 a+b");
    // The text form has no escapes at all.
    let inbound = inbound(gateway, "card.result");
    let verdict = judge(gateway, inbound, way_of(gateway, inbound), TEXT, b"CUSTNAME=%zz+%41", &merchant(), None);
    assert_eq!(messages::text(&verdict.fields, "custname"), "%zz+%41");
}

#[test]
fn bytes_are_utf8_and_nothing_replaces_those_that_are_not() {
    for bytes in [&b"%ff"[..], b"%c3%28", b"%c0%af", b"%ed%a0%80", b"\xff", b"\xc3", b"%f4%90%80%80"] {
        refused(FORM, &sound_and(&[b"&surprise=", bytes].concat()), "utf8", "surprise");
    }
    refused(TEXT, b"AMOUNT=1;CUSTNAME=\xe9", "utf8", "CUSTNAME");
    refused(FORM, b"\xff\xfe=1", "utf8", "\\xff\\xfe");
    refused(FORM, b"%ff=1", "utf8", "\\xff");
}

#[test]
fn control_characters_are_refused_and_named_without_being_shown() {
    for escape in ["%00", "%0A", "%0d", "%09", "%1b%5b31m", "%7f", "%c2%85", "%e2%80%a8", "%e2%80%ae", "%e2%81%a6"] {
        refused(FORM, &sound_and(format!("&surprise=a{escape}b").as_bytes()), "control", "surprise");
    }
    refused(FORM, b"a%0ab=1", "control", "a\\u{a}b");
    refused(TEXT, b"A=1;B=\x1b[31m", "control", "B");
    // At the end of the text form a line may end; anywhere else it may not.
    refused(TEXT, b"A=1\r\nB=2", "control", "A");
    let gateway = gateway();
    let pairs = messages::filled(gateway, inbound(gateway, "card.result"));
    let body = [messages::text_form(&pairs), b"\r\n\n".to_vec()].concat();
    let inbound = inbound(gateway, "card.result");
    assert_eq!(judge(gateway, inbound, way_of(gateway, inbound), TEXT, &body, &merchant(), None).signature, "valid");
}

/// A long or hostile key doesn't take over the line that names it.
#[test]
fn keys_are_named_on_one_line_and_cut() {
    let long = "k".repeat(500);
    let cut = "k".repeat(64);
    refused(FORM, format!("{long}=%zz").as_bytes(), "percent", &cut);
    refused(FORM, format!("{long}=1&{long}=2").as_bytes(), "duplicate-key", &cut);
    refused(TEXT, b"a\nb=1", "control", "a\\u{a}b");
    refused(TEXT, "a\u{202e}b=1".as_bytes(), "control", "a\\u{202e}b");
}

#[test]
fn oversized_bodies_and_too_many_pairs_are_refused() {
    let filler = |bytes: usize| [b"custname=".to_vec(), vec![b'a'; bytes - 9]].concat();
    refused(FORM, &filler(65_537), "too-large", "");
    refused(TEXT, &filler(1 << 22), "too-large", "");
    let gateway = gateway();
    assert_eq!(callback(gateway, inbound(gateway, "card.result"), &filler(65_536), None).fields[0].1.len(), 65_527);
    let pairs = |count: usize| {
        let keys: Pairs = (0..count).map(|at| (format!("x{at}"), String::new())).collect();
        messages::form_of(&keys)
    };
    refused(FORM, &pairs(257), "too-many-pairs", "");
    refused(TEXT, &[b"a=1".as_slice(); 300].join(&b';'), "duplicate-key", "a");
    assert_eq!(callback(gateway, inbound(gateway, "card.result"), &pairs(256), None).signature, "missing");
}

#[test]
fn a_segment_without_an_equals_sign_is_refused_and_an_empty_one_is_nothing() {
    refused(FORM, &sound_and(b"&surprise"), "malformed-pair", "");
    refused(FORM, b"x", "malformed-pair", "");
    refused(TEXT, b"AMOUNT=1;x", "malformed-pair", "");
    // A form's separator means nothing in the text form, and the other way round.
    refused(TEXT, b"x&y", "malformed-pair", "");
    let gateway = gateway();
    for body in [sound_and(b""), sound_and(b"&"), sound_and(b"&&&"), [b"&".to_vec(), sound_and(b"")].concat()] {
        assert_eq!(callback(gateway, inbound(gateway, "card.result"), &body, None).signature, "valid");
    }
    assert_eq!(callback(gateway, inbound(gateway, "card.result"), b"", None).signature, "missing");
}

#[test]
fn only_the_two_documented_content_types_are_read() {
    for content_type in [
        "",
        "application/json",
        "application/json; charset=utf-8",
        "multipart/form-data; boundary=x",
        "text/html",
        "application/xml",
        "text/plain, application/x-www-form-urlencoded",
        "application/x-www-form-urlencodedx",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "application/x-www-form-urlencoded; charset=",
        "application/x-www-form-urlencoded; charset",
        "text/plain; charset=utf-16",
        "text/plain; charset=utf-8; charset=latin1",
    ] {
        refused(content_type, &sound_and(b""), "content-type", "");
    }
    let gateway = gateway();
    for content_type in [
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-Urlencoded",
        " application/x-www-form-urlencoded ; charset=UTF-8",
        "application/x-www-form-urlencoded;charset=\"utf-8\"",
        "application/x-www-form-urlencoded; boundary=x; Charset=utf-8",
    ] {
        let inbound = inbound(gateway, "card.result");
        let verdict =
            judge(gateway, inbound, way_of(gateway, inbound), content_type, &sound_and(b""), &merchant(), None);
        assert_eq!(verdict.signature, "valid", "{content_type}");
    }
}

fn with_signature(gateway: &Gateway, signature: &str) -> &'static str {
    let inbound = inbound(gateway, "card.result");
    let mut pairs = messages::filled(gateway, inbound);
    messages::set(&mut pairs, "signature", signature);
    callback(gateway, inbound, &messages::form(&pairs), None).signature
}

#[test]
fn hexadecimal_digits_come_in_either_case_one_by_one() {
    let gateway = gateway();
    let sound = messages::text(&messages::filled(gateway, inbound(gateway, "card.result")), "signature").to_owned();
    assert_eq!(sound.len(), 40);
    let mut letters = 0;
    for at in 0..40 {
        let mut flipped = sound.clone();
        flipped.replace_range(at..=at, &sound[at..=at].to_ascii_uppercase());
        letters += usize::from(flipped != sound);
        assert_eq!(with_signature(gateway, &flipped), "valid", "{flipped}");
        // Any other digit there is wrong.
        for digit in "0123456789abcdef".chars().filter(|digit| !sound[at..].starts_with(*digit)) {
            let mut wrong = sound.clone();
            wrong.replace_range(at..=at, &digit.to_string());
            assert_eq!(with_signature(gateway, &wrong), "invalid", "{wrong}");
        }
    }
    assert!(letters > 5, "the sample has letters to flip");
    assert_eq!(with_signature(gateway, &sound.to_ascii_uppercase()), "valid");
}

#[test]
fn what_only_looks_like_a_digest_is_refused() {
    let gateway = gateway();
    let sound = messages::text(&messages::filled(gateway, inbound(gateway, "card.result")), "signature").to_owned();
    let bytes: Vec<u8> = (0..20).map(|at| u8::from_str_radix(&sound[at * 2..at * 2 + 2], 16).unwrap()).collect();
    for wrong in [
        sound[..39].to_owned(),
        format!("{sound}0"),
        format!("0x{}", &sound[2..]),
        format!("0x{sound}"),
        format!(" {sound}"),
        format!("{sound} "),
        format!("{} {}", &sound[..20], &sound[20..]),
        format!("{}+{}", &sound[..20], &sound[21..]),
        format!("{}:{}", &sound[..20], &sound[21..]),
        format!("{}g", &sound[..39]),
        format!("{}é", &sound[..38]),
        format!("{}０", &sound[..37]),
        base64(&bytes),
        bytes.iter().map(|byte| char::from(*byte)).filter(|letter| !letter.is_control()).collect(),
        "null".to_owned(),
        "[]".to_owned(),
        "0".to_owned(),
        "0".repeat(40),
        "x".repeat(40),
        format!("sha1={sound}"),
        sound.chars().rev().collect(),
        // The digest by itself, and of other algorithms' length.
        format!("{sound}{}", &sound[..24]),
        sound[..32].to_owned(),
    ] {
        assert_eq!(with_signature(gateway, &wrong), "invalid", "{wrong}");
    }
    assert_eq!(with_signature(gateway, ""), "missing");
}

/// Standard base64 with padding, to try it where hexadecimal is wanted.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let number =
            group.iter().fold(0_usize, |number, byte| number << 8 | usize::from(*byte)) << (8 * (3 - group.len()));
        for at in 0..=group.len() {
            text.push(char::from(ALPHABET[number >> (18 - 6 * at) & 63]));
        }
        text.push_str(&"=".repeat(3 - group.len()));
    }
    text
}

/// Unknown keys and values survive, whatever they are called, and the settings don't change how a body is read.
#[test]
fn what_no_table_knows_is_kept() {
    let gateway = gateway();
    let body = sound_and("&surprise=a%26b&字=&x-y=é".as_bytes());
    for case in [None, Some("upper"), Some("as-is")] {
        let inbound = inbound(gateway, "card.result");
        let merchant = merchant_with(Some(false), case);
        let verdict = judge(gateway, inbound, way_of(gateway, inbound), FORM, &body, &merchant, None);
        assert_eq!(verdict.signature, "valid");
        let unknown: Vec<_> = verdict.fields.iter().rev().take(3).rev().cloned().collect();
        let kept = [("surprise", "a&b"), ("字", ""), ("x-y", "é")].map(|(key, text)| (key.to_owned(), text.to_owned()));
        assert_eq!(unknown, kept);
        assert_eq!(problems(&verdict), [("surprise", "unknown-key"), ("字", "unknown-key"), ("x-y", "unknown-key")]);
    }
}
