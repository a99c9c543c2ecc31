//! The encoder against a slow one that follows the rule letter by letter.

use super::*;
use crate::testing::Random;

fn slowly(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn quickly(text: &str) -> String {
    let mut out = Vec::new();
    encode(text, &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn every_byte_goes_out_as_the_form_encoding_says() {
    for value in 0..=0x2FFu32 {
        let Some(character) = char::from_u32(value) else { continue };
        // Alone, and in each place of the eight bytes that are looked at together.
        for before in 0..9 {
            let text = format!("{}{character}{}", "a".repeat(before), "b".repeat(8));
            assert_eq!(quickly(&text), slowly(&text));
        }
    }
}

#[test]
fn random_texts_go_out_as_the_form_encoding_says() {
    let alphabet: Vec<char> = "aZ09 -._*~@/:#&=+%\"'<>\u{7f}éß€😀".chars().collect();
    let mut random = Random::new(3);
    for _ in 0..3_000 {
        let text = random.text(&alphabet, 300);
        assert_eq!(quickly(&text), slowly(&text));
    }
}

#[test]
fn a_form_is_written_after_what_the_buffer_holds() {
    let mut form = FormWriter::new(b"before?".to_vec());
    let long = "k".repeat(60);
    let value = "v".repeat(2_000);
    let (a, b) = (EncodedKey::new("a b"), EncodedKey::new(&long));
    form.whole_pair("a b", &a, "1");
    form.whole_pair("a b", &a, &value);
    form.whole_pair(&long, &b, "&");
    form.key("a b", &a);
    form.digits(b"20");
    form.text(",");
    form.plain_key("last");
    let expected = format!("before?a+b=1&a+b={value}&{long}=%26&a+b=20%2C&last=");
    assert_eq!(String::from_utf8(form.finish()).unwrap(), expected);
}
