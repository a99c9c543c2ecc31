//! Signatures inside JSON bodies: the runtime and the interpreter find the same in any body, and both take what PHP signs, which is
//! what the gateway is written in.

use std::process::Command;

use faspay_runtime::Secret;
use faspay_runtime::scheme::hmac_json::{HmacJsonError, verify};
use faspay_spec::engine::{json_signature, sign_json};
use proptest::prelude::*;

const KEY: &str = "SoSecret123";

/// Whether the signature is valid; `None` when the body can't be read. Both engines say so, or the test fails.
fn judged(body: &[u8], key: &str) -> Option<bool> {
    let runtime = match verify(body, "signature", &Secret::from(key)) {
        Ok(()) => Some(true),
        Err(HmacJsonError::NotValid) => Some(false),
        Err(HmacJsonError::Unreadable(_)) => None,
        Err(other) => panic!("{other}"),
    };
    let engine = json_signature(body, "signature", key).ok().map(|signature| signature == "valid");
    assert_eq!(runtime, engine, "{}", String::from_utf8_lossy(body));
    runtime
}

/// Documents that tempt PHP to write them in ways of its own. Numbers and empty objects are such that it reads and writes them alike.
const DOCUMENTS: [&str; 8] = [
    r#"{"order":{"id":"INV-7","amount":1000,"currency":"IDR"},"result":{"payment":{"status":"CAPTURED","statusDesc":null}}}"#,
    r#"{"url":"https://shop.example/a/b?c=d&e=<f>'g'","path":"\\server\\share"}"#,
    r#"{"name":"Ni Luh Ayu Sekar-Djoewita é à ñ ß € ‰ 你好 😀 \u0000\u0001\u001f\u007f\u0080"}"#,
    r#"{"lines":"a\u2028b\u2029c","escapes":"\b\f\n\r\t\"\\\/","quotes":"'`"}"#,
    r#"{"é/ключ 😀":{"":[],"o":{},"l":[[],{},[null,true,false]]},"z":1,"a":2,"10":3,"9":4}"#,
    r#"{"n":[0,-1,1000,1.5,0.1,-0.25,123456789012,9223372036854775807]}"#,
    r#"{"signature ":"x","data":{"signature":"inside","Signature2":"y"}}"#,
    "{}",
];

#[test]
fn what_php_signs_verifies_however_it_is_sent() {
    // Signs as the gateway's page says, puts the member in at three places, and sends it in four styles.
    let script = r#"
        [, $key, $document] = $argv;
        $object = json_decode($document, false, 512, JSON_THROW_ON_ERROR);
        $signature = hash_hmac('sha512', json_encode($object), $key);
        $members = get_object_vars($object);
        foreach ([0, intdiv(count($members), 2), count($members)] as $place) {
            $sent = new stdClass;
            $at = 0;
            foreach ($members as $name => $value) {
                if ($at++ === $place) { $sent->signature = $signature; }
                $sent->{$name} = $value;
            }
            if ($at <= $place) { $sent->signature = $signature; }
            foreach ([0, JSON_UNESCAPED_SLASHES, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE, JSON_PRETTY_PRINT] as $style) {
                echo base64_encode(json_encode($sent, $style)), "\n";
            }
        }
    "#;
    for document in DOCUMENTS {
        let output = Command::new("php")
            .args(["-d", "serialize_precision=-1", "-r", script, "--", KEY, document])
            .output()
            .expect("`php` has to be installed: apt-get install php-cli");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let bodies = String::from_utf8(output.stdout).unwrap();
        assert_eq!(bodies.lines().count(), 12, "{bodies}");
        for body in bodies.lines() {
            let body = base64(body);
            assert_eq!(judged(&body, KEY), Some(true), "{}", String::from_utf8_lossy(&body));
            assert_eq!(judged(&body, "SoSecret124"), Some(false));
        }
    }
}

fn base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| {
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        u32::try_from(alphabet.iter().position(|own| *own == byte).unwrap()).unwrap()
    };
    let chunks = text.trim_end_matches('=').as_bytes().chunks(4);
    chunks
        .flat_map(|chunk| {
            let bits = chunk.iter().fold(0, |bits, byte| bits << 6 | value(*byte)) << (6 * (4 - chunk.len()));
            bits.to_be_bytes()[1..chunk.len()].to_vec()
        })
        .collect()
}

#[test]
fn what_the_sandbox_signs_the_library_takes() {
    for document in DOCUMENTS {
        let body = sign_json(document, "signature", KEY).unwrap();
        assert_eq!(judged(body.as_bytes(), KEY), Some(true), "{body}");
    }
}

/// A signed document, with a few bytes of it changed.
fn changed() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![any::<u8>(), proptest::sample::select(&b"{}[]\",:\\/ \tuUeE0d8.-+nsS"[..])];
    let change = (any::<proptest::sample::Index>(), byte, 0..4);
    (0..DOCUMENTS.len(), 0..3_usize, proptest::collection::vec(change, 0..4)).prop_map(|(document, place, changes)| {
        let signed = sign_json(DOCUMENTS[document], "signature", KEY).unwrap();
        let mut body = signed.clone().into_bytes();
        if place > 0 && document < DOCUMENTS.len() - 1 {
            // The member goes to the front, with white space about it or without.
            let (object, member) = signed[1..].rsplit_once(",\"signature\"").unwrap();
            let space = [" ", ""][place - 1];
            let member = member.strip_suffix('}').unwrap();
            body = format!("{{{space}\"signature\"{member}{space},{space}{object}{space}}}{space}").into_bytes();
        }
        for (at, byte, kind) in changes {
            let at = at.index(body.len());
            match kind {
                0 => body[at] = byte,
                1 => body.insert(at, byte),
                2 => body.truncate(body.len() - at % 8),
                _ => _ = body.remove(at),
            }
            if body.is_empty() {
                body.push(b'{');
            }
        }
        body
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn both_engines_judge_changed_bodies_alike(body in changed()) {
        judged(&body, KEY);
    }

    #[test]
    fn both_engines_judge_random_bodies_alike(
        body in "[ \\t]?\\{([ ]?\"(a|b|A|signature|\\\\u0061|é|/)\"[ ]?:[ ]?(1|-0|1e5|01|null|true|\"\"|\"x\"|\"\\\\ud83d\\\\ude00\"|\"\\\\ud83d\"|\\[1, 2\\]|\\{\"c\":[1-3]\\})[ ]?[,]?){0,4}\\}[ \\n]?",
    ) {
        judged(body.as_bytes(), KEY);
    }
}
