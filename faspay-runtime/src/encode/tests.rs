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

/// The short way must judge as the slow one does: what it takes isn't looked at again. The first pair of a form always goes the
/// slow way, so both are tried.
#[test]
fn only_printable_ascii_is_taken_unseen_wherever_it_stands() {
    const KEY: EncodedKey = EncodedKey::new("k");
    for first in ["", "a=1"] {
        let written = || {
            let mut form = FormWriter::new(Vec::new());
            if !first.is_empty() {
                form.whole_pair("a", &const { EncodedKey::new("a") }, "1");
            }
            form
        };
        let and = if first.is_empty() { "" } else { "&" };
        for length in [1, 9, 64, 65, 200] {
            for byte in 0..=0x7Fu8 {
                for at in [0, length / 2, length - 1] {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let text = String::from_utf8(bytes).unwrap();
                    let mut form = written();
                    let taken = form.pair_if_printable("k", &KEY, &text);
                    assert_eq!(taken, (0x20..0x7F).contains(&byte), "{byte:#x} at {at} of {length}");
                    assert_eq!(form.finish() == first.as_bytes(), !taken);
                }
            }
            let text = "é".repeat(length);
            let mut form = written();
            assert!(!form.pair_if_printable("k", &KEY, &text));
            form.whole_pair("k", &KEY, &text);
            assert_eq!(form.finish(), format!("{first}{and}k={}", "%C3%A9".repeat(length)).into_bytes());
        }
    }
}
