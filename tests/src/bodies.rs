//! Random messages that a gateway, or someone else, may send: forms and JSON, flat and nested, signed as the message is signed or
//! not, and now and then with something torn. Both engines have to say the same of each.

use faspay_cli::engine::Value;
use faspay_spec::engine::sign_json;
use faspay_spec::model::{Auth, Encoding, Gateway, Inbound};
use rand::prelude::*;
use rand::rngs::StdRng;

use crate::digests::sha1_of_md5_hex;
use crate::merchants::Merchant;
use crate::nested::{self, Json};
use crate::{inputs, messages};

/// The text of one of a merchant's credentials.
pub fn credential<'a>(merchant: &'a Merchant, name: &str) -> &'a str {
    match merchant.iter().find(|(own, _)| own == name) {
        Some((_, Value::Text(text))) => text,
        _ => "",
    }
}

/// A message to this merchant.
pub fn body(gateway: &Gateway, inbound: &Inbound, merchant: &Merchant, rng: &mut StdRng) -> Vec<u8> {
    let mut bytes = match inbound.encoding {
        Encoding::Form => form(gateway, inbound, merchant, rng),
        Encoding::Json => json(gateway, inbound, merchant, rng),
    };
    for _ in 0..*[0, 0, 0, 0, 0, 0, 1, 2].choose(rng).unwrap() {
        let at = rng.random_range(0..=bytes.len());
        let pieces: [&[u8]; 24] = [
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
            b"&",
            b";",
            b"%0",
            b"%00",
        ];
        if rng.random_bool(0.4) && at < bytes.len() {
            bytes.remove(at);
        } else {
            bytes.splice(at..at, pieces.choose(rng).unwrap().iter().copied());
        }
    }
    bytes
}

/// What the body is said to be.
pub fn content_type(inbound: &Inbound, rng: &mut StdRng) -> &'static str {
    let [usual, with_charset, other] = match inbound.encoding {
        Encoding::Form => [
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=utf-8",
            "application/json",
        ],
        Encoding::Json => ["application/json", "application/json; charset=UTF-8", "application/x-www-form-urlencoded"],
    };
    match rng.random_range(0..40) {
        0 => "text/plain",
        1 => with_charset,
        2 => other,
        _ => usual,
    }
}

/// The headers that come with it: the key of some gateways, more or less.
pub fn headers(inbound: &Inbound, merchant: &Merchant, rng: &mut StdRng) -> Vec<(String, String)> {
    let Auth::Key { header, credential: name } = &inbound.auth else { return Vec::new() };
    let key = credential(merchant, name);
    let mut headers = vec![("Host".to_owned(), "shop.example.test".to_owned())];
    for _ in 0..*[0, 1, 1, 1, 1, 2].choose(rng).unwrap() {
        let name = [header.clone(), header.to_lowercase(), header.to_uppercase(), "X-Other".to_owned()];
        let texts = ["", "wrong", " ", key, key, key, key];
        let text = texts.choose(rng).unwrap();
        headers.push((name.choose(rng).unwrap().clone(), (*text).to_owned()));
    }
    headers
}

/// A form whose fields are there, missing, odd, twice or unknown.
fn form(gateway: &Gateway, inbound: &Inbound, merchant: &Merchant, rng: &mut StdRng) -> Vec<u8> {
    let mut pairs = messages::filled(gateway, inbound);
    let sign = |pairs: &mut messages::Pairs| {
        if pairs.iter().any(|(name, _)| name == "signature") {
            messages::sign(pairs, credential(merchant, "txn_password"));
        }
    };
    // What was changed before it is signed is the gateway's own; what is changed afterwards isn't.
    for changes in [[0, 0, 1, 4], [0, 0, 0, 2]] {
        for _ in 0..*changes.choose(rng).unwrap() {
            let at = rng.random_range(0..pairs.len());
            let field = inbound.fields.iter().find(|own| own.name == pairs[at].0);
            match (rng.random_range(0..6), field) {
                (0, _) if pairs.len() > 1 && pairs[at].0 != "signature" => drop(pairs.remove(at)),
                (1, _) => pairs.shuffle(rng),
                (2, _) => pairs.push((format!("surprise{}", rng.random_range(0..3)), "1".to_owned())),
                (3, _) => pairs.push(pairs[at].clone()),
                (_, Some(field)) => {
                    let texts = inputs::variants(gateway, field);
                    pairs[at].1 = texts.choose(rng).cloned().unwrap_or_default();
                }
                _ => {}
            }
        }
        if changes[2] == 1 && rng.random_bool(0.9) {
            sign(&mut pairs);
        }
    }
    if rng.random_bool(0.02) {
        // At and around the most that is read.
        pairs.extend((0..rng.random_range(230..=260)).map(|at| (format!("more{at}"), "1".to_owned())));
    }
    match rng.random_range(0..20) {
        0 => messages::text_form(&pairs),
        1 => {
            // A key is written in small letters or in capitals, and not in both.
            let at = rng.random_range(0..pairs.len());
            let first = pairs[at].0[..1].to_ascii_uppercase();
            pairs[at].0.replace_range(..1, &first);
            messages::form_of(&pairs)
        }
        2..=9 => messages::form_of(&pairs),
        _ => messages::form(&pairs),
    }
}

fn json(gateway: &Gateway, inbound: &Inbound, merchant: &Merchant, rng: &mut StdRng) -> Vec<u8> {
    let wild = *[0.0, 0.0, 0.05, 0.2].choose(rng).unwrap();
    let mut json = nested::body(gateway, &inbound.fields, wild, rng);
    if let (Auth::Signed { field, .. }, Json::Object(members)) = (&inbound.auth, &mut json)
        && rng.random_bool(0.7)
    {
        let text = |name: &str| members.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.text());
        let said: String = ["trx_id", "payment_status_code"].map(text).concat();
        // The formula of the page on payment notifications.
        let merchant_id = text("merchant_id").to_owned();
        let signature = sha1_of_md5_hex(&format!("bot{merchant_id}{}{said}", credential(merchant, "password")));
        members.retain(|(name, _)| name != field);
        members.push((field.clone(), Json::Text(signature)));
    }
    // What was paid is what was to be paid, most of the time.
    if let (Some(amount), Some(paid)) = (&inbound.asks.amount, &inbound.asks.paid)
        && rng.random_bool(0.8)
    {
        json.copy(amount, paid);
    }
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
    if let Auth::Hmac { field, credential: name } = &inbound.auth
        && rng.random_bool(0.7)
    {
        if let Json::Object(members) = &mut json {
            members.retain(|(name, _)| name != field);
        }
        let text = json.written(rng);
        signed = sign_json(text.trim(), field, credential(merchant, name)).ok();
        if let Some(text) = &mut signed
            && rng.random_bool(0.1)
        {
            *text = text.replacen('1', "2", 1);
        }
    }
    signed.unwrap_or_else(|| json.written(rng)).into_bytes()
}

/// What a merchant may have asked for, judging by what the message says: mostly just that.
pub fn expectation(inbound: &Inbound, mut said: Vec<(String, String)>, rng: &mut StdRng) -> Vec<(String, String)> {
    let asked: Vec<_> = inbound.asks.names().collect();
    said.retain(|(name, _)| asked.contains(&name.as_str()) || rng.random_bool(0.1));
    for (_, text) in &mut said {
        match rng.random_range(0..20) {
            0 => text.push('1'),
            1 => text.clear(),
            2 => text.push_str(".00"),
            3 => text.push('0'),
            4 => *text = text.trim_end_matches('0').to_owned(),
            _ => {}
        }
    }
    if rng.random_bool(0.05) {
        said.push(("no.such.field".to_owned(), "1".to_owned()));
    }
    said
}
