//! Thousands of bodies at random: sound ones with a few things done to them, so that the two engines meet every error,
//! every problem and every degree of trust. What they say must be the same, wording apart.

use std::collections::BTreeMap;

use faspay_spec::engine::Through;
use faspay_spec::model::{Gateway, Inbound};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::merchant_with;
use tests::messages::{self, Pairs};

use super::support::{FORM, TEXT, gateway, judge, way_of};

const BODIES: u32 = 20_000;

#[test]
fn both_engines_judge_random_bodies_alike() {
    let gateway = gateway();
    let mut rng = StdRng::seed_from_u64(0x5EED_0002);
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..BODIES {
        for what in one(gateway, &mut rng) {
            *seen.entry(what).or_default() += 1;
        }
    }
    for what in [
        "content-type",
        "too-many-pairs",
        "malformed-pair",
        "percent",
        "utf8",
        "control",
        "key-case",
        "duplicate-key",
        "missing",
        "unreadable",
        "unknown-code",
        "unknown-key",
        "mismatch",
        "needs-inquiry",
        "browser-return",
        "valid",
        "invalid",
        "undefined",
        "received",
        "verified",
        "reconciled",
    ] {
        let times = seen.get(what).copied().unwrap_or(0);
        assert!(times >= 25, "{what} came {times} times only: {seen:?}");
    }
}

/// Judges a random body; gives what happened.
fn one(gateway: &Gateway, rng: &mut StdRng) -> Vec<String> {
    let inbound = messages::payments(gateway).choose(rng).copied().unwrap();
    let mut pairs = messages::filled(gateway, inbound);
    let sound = pairs.clone();
    if rng.random_bool(0.5) {
        // Few fields, so that what is done hits the signed ones.
        pairs.retain(|(name, _)| SIGNED.contains(&name.as_str()) || rng.random_bool(0.1));
    }
    for _ in 0..*[0, 1, 1, 2, 4].choose(rng).unwrap() {
        change(gateway, inbound, &mut pairs, rng);
    }
    let lower = rng.random_bool(0.3);
    let keyed = if lower { pairs } else { messages::upper_keys(&pairs) };
    let as_text = rng.random_bool(0.3);
    let mut body = if as_text { messages::text_form_of(&keyed) } else { messages::form_of(&keyed) };
    for _ in 0..*[0, 0, 0, 1, 1, 2, 5].choose(rng).unwrap() {
        damage(&mut body, rng);
    }
    let content_type = match (rng.random_range(0..20), as_text) {
        (0, _) => *CONTENT_TYPES.choose(rng).unwrap(),
        (_, true) => TEXT,
        (_, false) => FORM,
    };
    let send = *[None, Some(true), Some(false), Some(false), Some(false)].choose(rng).unwrap();
    let credentials = merchant_with(send, *[None, Some("upper"), Some("as-is")].choose(rng).unwrap());
    let through = if rng.random_bool(0.2) { Through::Browser } else { way_of(gateway, inbound) };
    let expect = rng.random_bool(0.7).then(|| expectations(&sound, rng));
    let verdict = judge(gateway, inbound, through, content_type, &body, &credentials, expect.as_ref());
    let mut seen = vec![verdict.signature.to_owned(), verdict.trust.to_owned()];
    seen.extend(verdict.problems.into_iter().map(|problem| problem.rule));
    seen
}

const SIGNED: [&str; 6] = ["merchantid", "merchant_tranid", "amount", "txn_status", "signature", "currencycode"];

const CONTENT_TYPES: [&str; 9] = [
    "application/json",
    "",
    "text/html",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded; charset=latin1",
    "application/x-www-form-urlencoded;charset=\"UTF-8\"",
    "TEXT/PLAIN ; Charset=utf-8 ; x",
    "text/plain; charset",
    "application/x-www-form-urlencoded, text/plain",
];

/// Does something to the pairs that a careless or a hostile sender might.
fn change(gateway: &Gateway, inbound: &Inbound, pairs: &mut Pairs, rng: &mut StdRng) {
    let at = rng.random_range(0..pairs.len().max(1)).min(pairs.len().saturating_sub(1));
    match rng.random_range(0..12) {
        0 if !pairs.is_empty() => {
            pairs.remove(at);
        }
        1 if !pairs.is_empty() => pairs[at].1.clear(),
        2 => pairs.shuffle(rng),
        3 if !pairs.is_empty() => {
            let twin = pairs[at].clone();
            pairs.push(twin);
        }
        4 => pairs.push((STRANGE_KEYS.choose(rng).unwrap().to_string(), "1".to_owned())),
        5 => {
            // A key of a message that comes through the same door.
            let other = messages::payments(gateway).choose(rng).copied().unwrap();
            pairs.push((other.fields.choose(rng).unwrap().name.clone(), "x".to_owned()));
        }
        6 if !pairs.is_empty() => {
            let field = inbound.fields.iter().find(|field| field.name == pairs[at].0);
            if let Some(field) = field {
                pairs[at].1 = tests::inputs::variants(gateway, field).choose(rng).unwrap().clone();
            }
        }
        7 if !pairs.is_empty() => {
            // A key in mixed case.
            let key = pairs[at].0.clone();
            pairs[at].0 = key.get(..1).map_or(String::new(), str::to_ascii_uppercase) + key.get(1..).unwrap_or("é");
        }
        8 if pairs.iter().all(|(name, _)| name != "x1") => {
            pairs.extend((0..260).map(|count| (format!("x{count}"), String::new())));
        }
        _ => {
            let name = *["merchantid", "merchant_tranid", "amount", "txn_status"].choose(rng).unwrap();
            if SIGNED.iter().all(|name| pairs.iter().any(|(own, _)| own == name)) {
                let text = *SIGNED_TEXTS.choose(rng).unwrap();
                messages::set(pairs, name, text);
                match rng.random_range(0..3) {
                    0 => messages::sign(pairs, messages::PASSWORD),
                    1 => messages::sign_upper(pairs, messages::PASSWORD),
                    _ => {}
                }
            }
        }
    }
}

const STRANGE_KEYS: [&str; 12] = [
    "surprise",
    "TXN_PASSWORD",
    "password",
    "Amount",
    "amount ",
    "amount[]",
    "ａｍｏｕｎｔ",
    "a\"b\\c",
    "é",
    "",
    "x'<>",
    "cardno",
];

const SIGNED_TEXTS: [&str; 14] = [
    "5000.00",
    "5000",
    "5000.0",
    "0",
    "S",
    "s",
    "??",
    "inv/7-q",
    "INV/7-Q",
    "A#1",
    "A##1.00",
    "Sophia_Store",
    " ",
    "ß",
];

/// Does something to the bytes.
fn damage(body: &mut Vec<u8>, rng: &mut StdRng) {
    if body.is_empty() {
        return;
    }
    let at = rng.random_range(0..body.len());
    match rng.random_range(0..7) {
        0 => body[at] = rng.random(),
        1 => body[at] ^= 0x20,
        2 => {
            body.remove(at);
        }
        3 => body.truncate(at),
        4 => {
            let piece = PIECES.choose(rng).unwrap();
            body.splice(at..at, piece.iter().copied());
        }
        5 => body.extend_from_slice(PIECES.choose(rng).unwrap()),
        _ => body[at] = *b"&;=%+#\0".choose(rng).unwrap(),
    }
}

const PIECES: [&[u8]; 24] = [
    b"&",
    b";",
    b"=",
    b"&&",
    b"&=",
    b"&x",
    b"%",
    b"%zz",
    b"%2",
    b"%00",
    b"%C3%28",
    b"%2523",
    b"\xff",
    b"\r\n",
    b"\0",
    b"&%C3=1",
    b"&\xff\x01=%zz",
    b"&%01=%ff",
    b"&%ff=%zz",
    b"&a%0ab=\xff",
    b"+",
    b"\xe2\x80\xae",
    b"%e2%80%a8",
    "&字=é".as_bytes(),
];

fn expectations(sound: &[(String, String)], rng: &mut StdRng) -> Pairs {
    let mut expect: Pairs = ["merchant_tranid", "amount", "currencycode"]
        .map(|name| (name.to_owned(), messages::text(sound, name).to_owned()))
        .to_vec();
    for _ in 0..rng.random_range(0..3) {
        let (name, text) = sound.choose(rng).unwrap();
        if !expect.iter().any(|(own, _)| own == name) {
            expect.push((name.clone(), text.clone()));
        }
    }
    if rng.random_bool(0.3) {
        let at = rng.random_range(0..expect.len());
        match rng.random_range(0..6) {
            0 => {
                expect.remove(at);
            }
            1 => expect[at].1.clear(),
            2 => expect[at].1.push('0'),
            3 => expect.push(("surprise".to_owned(), "1".to_owned())),
            4 => expect.push(("recurring_amount".to_owned(), "1250".to_owned())),
            _ => expect[at].1 = tests::inputs::AMOUNTS.choose(rng).unwrap().to_string(),
        }
    }
    expect
}
