//! What `card-encryption` makes, opened again twice: with the crates that made it, and with `openssl` alone. Keys are made by
//! `openssl`, which therefore has to be installed; `tools/test` sees to it.
#![cfg(feature = "card-encryption")]

use aes_gcm::aead::Aead;
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use base64ct::{Base64, Encoding};
use faspay_runtime::scheme::card::{CardDetails, CardError, DeviceInformation, EncryptedCard, EncryptionKey};
use faspay_runtime::scheme::random::RandomError;
use faspay_runtime::{FieldValue, Secret, Value};
use proptest::prelude::*;
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Oaep, RsaPrivateKey};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// A gateway's key pair.
struct Pair {
    private: Vec<u8>,
    /// As a session's answer holds it.
    public: String,
}

static PAIR: LazyLock<Pair> = LazyLock::new(|| pair("RSA", "rsa_keygen_bits:2048"));

fn pair(algorithm: &str, option: &str) -> Pair {
    let private = openssl(&["genpkey", "-algorithm", algorithm, "-pkeyopt", option], b"");
    // Some versions write DER in a form of their own.
    let private = openssl(&["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], &private);
    let public = openssl(&["pkey", "-inform", "DER", "-pubout", "-outform", "DER"], &private);
    Pair { private, public: Base64::encode_string(&public) }
}

/// Runs `openssl`, which reads the input.
fn openssl(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new("openssl")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("`openssl` has to be installed: apt-get install openssl");
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "openssl {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn card() -> CardDetails {
    CardDetails {
        number: "4440000112200001".into(),
        expiry_month: "01".into(),
        expiry_year: "39".into(),
        cvc: "123".into(),
        name_on_card: "Sri \"Ratu\" Ningsih-é/".into(),
    }
}

fn device() -> DeviceInformation {
    DeviceInformation {
        kind: "Web".to_owned(),
        user_agent: "Mozilla/5.0".to_owned(),
        ip_address: "203.0.113.7".to_owned(),
        accept_language: "id-ID".to_owned(),
        cookie_token: "ct-1".to_owned(),
        device_id: "dev-1".to_owned(),
        browser_width: "1280".to_owned(),
        browser_height: "720".to_owned(),
        country: "ID".to_owned(),
    }
}

/// What is to be encrypted of `card()` and `device()`.
const TEXT: &str = concat!(
    r#"{"card":{"number":"4440000112200001","expiryMonth":"01","expiryYear":"39","cvc":"123","#,
    r#""nameOnCard":"Sri \"Ratu\" Ningsih-é/"},"#,
    r#""deviceInformations":{"type":"Web","userAgent":"Mozilla/5.0","ipAddress":"203.0.113.7","acceptLanguage":"id-ID","#,
    r#""cookieToken":"ct-1","deviceId":"dev-1","browserWidth":"1280","browserHeight":"720","country":"ID"},"metadata":{}}"#,
);

/// Random bytes that are the same each time the test runs, and never twice in one run.
fn random() -> impl FnMut(&mut [u8]) -> Result<(), RandomError> {
    let mut count = 0_u64;
    move |buffer| {
        for byte in buffer {
            count += 1;
            *byte = Sha256::digest(count.to_le_bytes())[0];
        }
        Ok(())
    }
}

fn encrypt(
    card: &CardDetails,
    device: &DeviceInformation,
    metadata: &[(&str, &str)],
) -> Result<EncryptedCard, CardError> {
    EncryptionKey::from_base64(&PAIR.public).unwrap().encrypt(card, device, metadata, random())
}

/// The encrypted AES key, the nonce and the ciphertext.
fn opened(card: &EncryptedCard) -> [Vec<u8>; 3] {
    let envelope = String::from_utf8(Base64::decode_vec(card.as_str()).unwrap()).unwrap();
    let parts = envelope.strip_prefix("{\"encryptedKey\":\"").unwrap().strip_suffix("\"}").unwrap();
    let (key, parts) = parts.split_once("\",\"nonce\":\"").unwrap();
    let (nonce, ciphertext) = parts.split_once("\",\"ciphertext\":\"").unwrap();
    [key, nonce, ciphertext].map(|part| Base64::decode_vec(part).unwrap())
}

/// As the gateway would, with the same crates.
fn decrypted(card: &EncryptedCard) -> String {
    let [key, nonce, ciphertext] = opened(card);
    let private = RsaPrivateKey::from_pkcs8_der(&PAIR.private).unwrap();
    let key = private.decrypt(Oaep::<Sha256>::new(), &key).unwrap();
    let nonce = Nonce::try_from(&*nonce).unwrap();
    String::from_utf8(Aes256Gcm::new_from_slice(&key).unwrap().decrypt(&nonce, &*ciphertext).unwrap()).unwrap()
}

#[test]
fn the_gateway_reads_the_text_that_the_page_describes() {
    assert_eq!(decrypted(&encrypt(&card(), &device(), &[]).unwrap()), TEXT);
    let metadata = [("order", "INV-7"), ("note", "\u{1F600} \\")];
    let text = TEXT.replace(r#""metadata":{}"#, r#""metadata":{"order":"INV-7","note":"😀 \\"}"#);
    assert_eq!(decrypted(&encrypt(&card(), &device(), &metadata).unwrap()), text);
}

#[test]
fn openssl_alone_finds_the_same_text_and_the_tag_that_belongs_to_it() {
    let [key, nonce, ciphertext] = opened(&encrypt(&card(), &device(), &[]).unwrap());
    assert_eq!((key.len(), nonce.len()), (256, 12));
    let folder = tempfile::tempdir().unwrap();
    let private = folder.path().join("private.der");
    std::fs::write(&private, &PAIR.private).unwrap();
    let private = private.to_str().unwrap();
    let oaep = ["rsa_padding_mode:oaep", "rsa_oaep_md:sha256", "rsa_mgf1_md:sha256"];
    let options = oaep.iter().flat_map(|option| ["-pkeyopt", option]);
    let arguments = ["pkeyutl", "-decrypt", "-keyform", "DER", "-inkey", private].into_iter().chain(options);
    let key = hex(&openssl(&arguments.collect::<Vec<_>>(), &key));
    assert_eq!(key.len(), 64);

    // GCM is CTR from the second counter on, with 12 bytes of nonce and 4 of counter.
    let (text, tag) = ciphertext.split_at(ciphertext.len() - 16);
    let counter = format!("{}00000002", hex(&nonce));
    assert_eq!(openssl(&["enc", "-d", "-aes-256-ctr", "-K", &key, "-iv", &counter], text), TEXT.as_bytes());

    // The tag: the ciphertext and its length as a polynomial at the encrypted zero, and the first counter on top.
    let block = |block: &[u8]| {
        let encrypted = openssl(&["enc", "-aes-256-ecb", "-nopad", "-K", &key], block);
        u128::from_be_bytes(encrypted.try_into().unwrap())
    };
    let at = block(&[0; 16]);
    let length = u128::try_from(text.len()).unwrap() * 8;
    let blocks = text.chunks(16).map(|chunk| {
        let mut block = [0; 16];
        block[..chunk.len()].copy_from_slice(chunk);
        u128::from_be_bytes(block)
    });
    let sum = blocks.chain([length]).fold(0, |sum, block| times(sum ^ block, at));
    let first = block(&[&nonce[..], &[0, 0, 0, 1]].concat());
    assert_eq!(hex(tag), format!("{:032x}", sum ^ first));
}

/// In the field of GCM (NIST SP 800-38D, 6.3), whose first bit is the highest.
fn times(x: u128, y: u128) -> u128 {
    let (mut product, mut factor) = (0, y);
    for bit in (0..128).rev() {
        if x >> bit & 1 == 1 {
            product ^= factor;
        }
        factor = factor >> 1 ^ if factor & 1 == 1 { 0xE1 << 120 } else { 0 };
    }
    product
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_text_of_527_bytes_gives_the_1508_characters_of_the_published_sample() {
    let device = DeviceInformation { user_agent: "M".repeat(11 + 527 - TEXT.len()), ..device() };
    let encrypted = encrypt(&card(), &device, &[]).unwrap();
    assert_eq!(opened(&encrypted).map(|part| part.len()), [256, 12, 543]);
    assert_eq!(decrypted(&encrypted).len(), 527);
    assert_eq!(encrypted.as_str().len(), 1508);
}

#[test]
fn the_shortest_card_has_more_than_a_thousand_characters() {
    let card = CardDetails { number: "4440000112200".into(), cvc: "".into(), name_on_card: "".into(), ..card() };
    assert!(encrypt(&card, &DeviceInformation::default(), &[]).unwrap().as_str().len() > 1000);
}

#[test]
fn nothing_repeats_and_nothing_that_came_from_chance_is_left_out() {
    let key = EncryptionKey::from_base64(&PAIR.public).unwrap();
    let mut source = random();
    let mut asked = Vec::new();
    let mut next = || {
        key.encrypt(&card(), &device(), &[], |buffer: &mut [u8]| {
            asked.push(buffer.len());
            source(buffer)
        })
    };
    let (one, other) = (opened(&next().unwrap()), opened(&next().unwrap()));
    assert_eq!(asked, [32, 12, 32, 32, 12, 32]);
    for (one, other) in one.iter().zip(&other) {
        assert_ne!(one, other);
    }
}

#[test]
fn without_chance_there_is_no_encrypted_card() {
    let key = EncryptionKey::from_base64(&PAIR.public).unwrap();
    for good in 0..3 {
        for fails in [true, false] {
            let (mut calls, mut source) = (0, random());
            let result = key.encrypt(&card(), &device(), &[], |buffer: &mut [u8]| {
                calls += 1;
                match calls > good {
                    true if fails => Err(RandomError),
                    true => Ok(()),
                    false => source(buffer),
                }
            });
            assert_eq!(result.unwrap_err(), CardError::Random(RandomError), "after {good}");
        }
    }
}

#[test]
fn a_card_that_the_page_would_refuse_is_refused_here() {
    let with = |change: fn(&mut CardDetails, &str), text: &str| {
        let mut card = card();
        change(&mut card, text);
        encrypt(&card, &device(), &[]).err()
    };
    let long = "4".repeat(20);
    type Case<'a> = (fn(&mut CardDetails, &str), CardError, &'a [&'a str], &'a [&'a str]);
    let cases: [Case<'_>; 4] = [
        (
            |card, text| card.number = text.into(),
            CardError::Number,
            &["", &long[..12], &long, "4440 0001 1220 0001", "444000011220000x", "٤440000112200001"],
            &[&long[..13], &long[..19]],
        ),
        (
            |card, text| card.expiry_month = text.into(),
            CardError::ExpiryMonth,
            &["", "1", "00", "13", "001", "1x", "0:", " 1"],
            &["01", "09", "10", "12"],
        ),
        (
            |card, text| card.expiry_year = text.into(),
            CardError::ExpiryYear,
            &["", "5", "24", "00", "2039", "3x", "9:"],
            &["25", "99"],
        ),
        (|card, text| card.cvc = text.into(), CardError::Cvc, &["12345", "12x", "-12"], &["", "123", "1234"]),
    ];
    for (change, error, bad, good) in cases {
        for text in bad {
            assert_eq!(with(change, text), Some(error), "{text}");
        }
        for text in good {
            assert_eq!(with(change, text), None, "{text}");
        }
    }
    let name = |card: &mut CardDetails, text: &str| card.name_on_card = text.into();
    assert_eq!(with(name, "A\nB"), Some(CardError::Control { field: "nameOnCard" }));
    let device = DeviceInformation { user_agent: "\u{202E}".to_owned(), ..device() };
    assert_eq!(encrypt(&card(), &device, &[]).unwrap_err(), CardError::Control { field: "userAgent" });
    let metadata = |pairs: &[(&str, &str)]| encrypt(&card(), &self::device(), pairs).unwrap_err();
    assert_eq!(metadata(&[("a", "\0")]), CardError::Control { field: "metadata" });
    assert_eq!(metadata(&[("\0", "a")]), CardError::Control { field: "metadata" });
    assert_eq!(metadata(&[("a", "1"), ("b", "2"), ("a", "3")]), CardError::Metadata);
}

#[test]
fn only_an_rsa_key_of_a_sound_size_is_taken() {
    let error = |text: &str| EncryptionKey::from_base64(text).unwrap_err();
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", PAIR.public);
    let whole = Base64::decode_vec(&PAIR.public).unwrap();
    let cut = Base64::encode_string(&whole[..whole.len() - 1]);
    let more = Base64::encode_string(&[&whole[..], &[0]].concat());
    let private = Base64::encode_string(&PAIR.private);
    let curve = pair("EC", "ec_paramgen_curve:P-256").public;
    for text in ["", "not base64", "hP2cVw5TgXkq7nYb0sLr9uJd3mEa6fZi", &pem, &cut, &more, &private, &curve] {
        assert_eq!(error(text), CardError::Key, "{text}");
    }
    assert_eq!(error(&pair("RSA", "rsa_keygen_bits:1024").public), CardError::KeySize { bits: 1024 });
    let long = EncryptionKey::from_base64(&pair("RSA", "rsa_keygen_bits:3072").public).unwrap();
    assert_eq!(format!("{long:?}"), "EncryptionKey(3072 bits)");
}

#[test]
fn nothing_shows_the_card_or_the_shopper() {
    let shown = format!("{:?} {:?} {:?}", card(), device(), encrypt(&card(), &device(), &[]).unwrap());
    let bad = CardDetails { number: Secret::from("444000011220000x"), ..card() };
    let shown = format!("{shown} {0:?} {0}", encrypt(&bad, &device(), &[]).unwrap_err());
    for canary in ["444000", "\"01\"", "39", "123", "Ratu", "203.0.113.7", "ct-1", "dev-1"] {
        assert!(!shown.contains(canary), "{canary}: {shown}");
    }
}

#[test]
fn an_encrypted_card_is_a_value_of_a_message() {
    let encrypted = encrypt(&card(), &device(), &[]).unwrap();
    assert!(matches!(encrypted.value(), Value::Text(text) if text == encrypted.as_str()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_texts_hold_the_gateway_reads_them_as_json(
        number in "[0-9]{13,19}", month in 1..=12, year in 25..=99, cvc in "[0-9]{0,4}",
        name in "[^\\p{C}\\p{Zl}\\p{Zp}]{0,40}", agent in "[^\\p{C}\\p{Zl}\\p{Zp}]{0,200}", note in "[^\\p{C}\\p{Zl}\\p{Zp}]{0,40}",
    ) {
        let (month, year) = (format!("{month:02}"), format!("{year}"));
        let card = CardDetails {
            number: (&*number).into(),
            expiry_month: (&*month).into(),
            expiry_year: (&*year).into(),
            cvc: (&*cvc).into(),
            name_on_card: (&*name).into(),
        };
        let device = DeviceInformation { user_agent: agent.clone(), ..device() };
        let encrypted = encrypt(&card, &device, &[("note", &note)]).unwrap();
        let wanted = json!({
            "card": {"number": number, "expiryMonth": month, "expiryYear": year, "cvc": cvc, "nameOnCard": name},
            "deviceInformations": {
                "type": "Web", "userAgent": agent, "ipAddress": "203.0.113.7", "acceptLanguage": "id-ID", "cookieToken": "ct-1",
                "deviceId": "dev-1", "browserWidth": "1280", "browserHeight": "720", "country": "ID",
            },
            "metadata": {"note": note},
        });
        prop_assert_eq!(decrypted(&encrypted), wanted.to_string());
    }
}
