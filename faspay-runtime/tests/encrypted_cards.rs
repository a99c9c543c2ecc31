//! What passes for a card that a shopper's browser has encrypted: the envelope of the encryption and nothing else. No feature is needed.

use base64ct::{Base64, Encoding as _};
use faspay_runtime::scheme::card::EncryptedCard;

/// An envelope of parts of these lengths, under these names.
fn envelope(names: [&str; 3], lengths: [usize; 3]) -> String {
    let part = |(name, length): (&str, usize)| format!(r#""{name}":"{}""#, Base64::encode_string(&vec![0xFB; length]));
    let parts: Vec<_> = names.into_iter().zip(lengths).map(part).collect();
    format!("{{{}}}", parts.join(","))
}

const SMALL: [&str; 3] = ["encryptedKey", "nonce", "ciphertext"];
const CAPITAL: [&str; 3] = ["EncryptedKey", "Nonce", "Ciphertext"];

/// What a merchant's page might send by mistake: the card as it is to be encrypted, with a long user agent and a cookie.
fn clear() -> String {
    let (agent, token) = ("M".repeat(300), "t".repeat(300));
    format!(
        r#"{{"card":{{"number":"4440000112200001","expiryMonth":"01","expiryYear":"39","cvc":"123","nameOnCard":"A Cardholder"}},"deviceInformations":{{"type":"Web","userAgent":"{agent}","ipAddress":"203.0.113.7","acceptLanguage":"en","cookieToken":"{token}","deviceId":"","browserWidth":"","browserHeight":"","country":"ID"}},"metadata":{{}}}}"#
    )
}

fn sound() -> Vec<String> {
    let mut shuffled = envelope(["nonce", "ciphertext", "encryptedKey"], [12, 17, 512]);
    shuffled.push(' ');
    let escaped = envelope(SMALL, [256, 12, 543]).replace('/', "\\/");
    [
        envelope(SMALL, [256, 12, 543]),
        envelope(CAPITAL, [256, 12, 543]),
        envelope(SMALL, [512, 12, 17]),
        shuffled,
        escaped,
    ]
    .to_vec()
}

fn unsound() -> Vec<String> {
    let good = envelope(SMALL, [256, 12, 543]);
    let mut all = vec![clear(), format!("{good}{good}"), format!("[{good}]"), "x".repeat(1000), String::new()];
    all.extend(
        [[255, 12, 543], [513, 12, 543], [256, 11, 543], [256, 13, 543], [256, 12, 16]].map(|own| envelope(SMALL, own)),
    );
    all.push(envelope(["encryptedKey", "Nonce", "ciphertext"], [256, 12, 543]));
    all.push(envelope(["encryptedkey", "nonce", "ciphertext"], [256, 12, 543]));
    all.push(envelope(["encryptedKey", "nonce", "nonce"], [256, 12, 12]));
    all.push(good.replacen('{', r#"{"number":"4440000112200001","#, 1));
    all.push(good.replacen('{', r#"{"nonce":"","#, 1));
    all.push(good.replacen("==", "", 1));
    all.push(good.replace('+', "-"));
    all.push(good.replacen(r#""encryptedKey":""#, r#""encryptedKey":" "#, 1));
    all.push(good.replacen(r#""nonce":"+/v7+/v7+/v7+/v7""#, r#""nonce":12"#, 1));
    all.push(good.replacen(r#""nonce":"+/v7+/v7+/v7+/v7""#, r#""nonce":{"a":1}"#, 1));
    all
}

#[test]
fn an_envelope_is_taken_whichever_way_its_members_are_written() {
    for envelope in sound() {
        let text = Base64::encode_string(envelope.as_bytes());
        assert_eq!(EncryptedCard::parse(text.as_str()).map(|card| card.as_str() == text), Ok(true), "{envelope}");
    }
}

#[test]
fn nothing_but_an_envelope_is_taken() {
    assert!(Base64::encode_string(clear().as_bytes()).len() > 1000);
    for text in unsound() {
        assert!(EncryptedCard::parse(Base64::encode_string(text.as_bytes())).is_err(), "{text}");
        assert!(EncryptedCard::parse(text).is_err());
    }
    let good = Base64::encode_string(envelope(SMALL, [256, 12, 540]).as_bytes());
    assert!(EncryptedCard::parse(good.as_str()).is_ok());
    for torn in [&good[1..], &good[4..], &good[..good.len() - 1], &format!(" {good}"), &format!("{good}\n")] {
        assert!(EncryptedCard::parse(torn).is_err(), "{torn}");
    }
    assert!(EncryptedCard::parse("eyJF".repeat(377)).is_err());
}
