//! What the interpreter takes for an encrypted card.

use base64ct::{Base64, Encoding as _};
use faspay_spec::engine::{Environment, validate};
use faspay_spec::model::Type;

use crate::model::{context, field, gateway, operation, pairs};

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

fn judge(text: &str) -> Vec<(String, String)> {
    let found = validate(
        &gateway(),
        &operation(vec![field("card", Type::EncryptedCard)]),
        &pairs(&[("card", text)]),
        &context(Environment::Sandbox, None),
    );
    found.into_iter().map(|one| (one.rule, one.limit)).collect()
}

#[test]
fn an_envelope_and_nothing_else_is_an_encrypted_card() {
    for envelope in sound() {
        assert_eq!(judge(&Base64::encode_string(envelope.as_bytes())), [], "{envelope}");
    }
    let refused = [("type".to_owned(), "encrypted card".to_owned())];
    for text in unsound().into_iter().filter(|text| !text.is_empty()) {
        assert_eq!(judge(&Base64::encode_string(text.as_bytes())), refused, "{text}");
        assert_eq!(judge(&text), refused, "{text}");
    }
    let good = Base64::encode_string(envelope(SMALL, [256, 12, 540]).as_bytes());
    assert_eq!(judge(&good), []);
    for torn in [&good[1..], &good[4..], &good[..good.len() - 1], &format!(" {good}"), &"eyJF".repeat(377)] {
        assert_eq!(judge(torn), refused, "{torn}");
    }
}
