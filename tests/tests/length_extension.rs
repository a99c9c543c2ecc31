//! SHA-1 lets anybody who knows a digest compute that of a longer text, without the secret in it. Here somebody has a
//! genuine answer that says *declined*, and the digest of the same text with more behind it, computed by a program of its
//! own. It fits, and still nothing takes it: the bytes in between are no value.

use faspay::{Callback, Credentials};
use faspay_cli::engine::{Engine, Received};
use faspay_spec::engine::Through;
use sha1::{Digest, Sha1};
use tests::{faspay, merchant_with};

const FORM: &str = "application/x-www-form-urlencoded";
const SIGNED: &[u8] = b"##SOPHIA_STORE##ABCDE##INV-20261120-7##5000.00##F##";
const GENUINE: &str = "f97082d34ae693dd7b1a1459de4e2050f83eeadf";
/// What SHA-1 itself puts behind 51 bytes, from a `1` bit to their length in bits.
const PADDING: [u8; 13] = [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0x98];
/// The state of `GENUINE`, continued over `S##`.
const EXTENDED: &str = "6c9875152a918be9492299dc38defe2e166de23a";

fn hexadecimal(bytes: &[u8]) -> String {
    Sha1::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn body(status: &str, signature: &str) -> String {
    format!(
        "merchantid=sophia_store&merchant_tranid=INV-20261120-7&amount=5000.00&currencycode=IDR&txn_status={status}\
         &signature={signature}"
    )
}

#[test]
fn a_digest_that_was_extended_without_the_secret_verifies_nothing() {
    // The forgery is a real one: the digests are those of the texts.
    assert_eq!(hexadecimal(SIGNED), GENUINE);
    assert_eq!(hexadecimal(&[SIGNED, &PADDING, b"S##"].concat()), EXTENDED);

    let credentials = Credentials::new().merchantid("sophia_store").txn_password("abcde").send_txn_password(false);
    let genuine = Callback::parse(FORM, body("F", GENUINE).as_bytes()).unwrap();
    assert!(genuine.verify(&credentials).is_ok(), "the answer that is extended is genuine");

    let escaped: String = PADDING.iter().map(|byte| format!("%{byte:02X}")).collect();
    let forged = body(&format!("F%23%23{escaped}S"), EXTENDED);
    let refused = Callback::parse(FORM, forged.as_bytes()).map(|_| ()).unwrap_err();
    assert_eq!((refused.id(), refused.key()), ("utf8", Some("txn_status")));

    let gateway = faspay();
    let merchant = merchant_with(Some(false), None);
    for engine in [Engine::Generated, Engine::Interpreted] {
        let inbound = gateway.inbound.iter().find(|message| message.id == "card.result").unwrap();
        let verdict = engine
            .verify(
                &gateway,
                Received {
                    inbound,
                    through: Through::Server,
                    content_type: FORM,
                    headers: &[],
                    body: forged.as_bytes(),
                    credentials: &merchant,
                    expect: None,
                },
            )
            .unwrap();
        assert_eq!((verdict.signature, verdict.trust), ("undefined", "received"), "{engine:?}");
    }
}
