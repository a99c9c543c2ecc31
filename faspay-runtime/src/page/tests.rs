//! The constants of the page and its escaping.

use super::*;
use sha2::{Digest, Sha256};

/// Base64 by the book: the policy wants it, and the crate has no other use for it.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let word = three.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            if place <= three.len() {
                text.push(char::from(DIGITS[(word >> (18 - 6 * place)) as usize & 63]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[test]
fn the_policy_allows_exactly_the_constants_of_the_page() {
    assert_eq!(SCRIPT_HASH, format!("sha256-{}", base64(&Sha256::digest(SCRIPT))));
    assert_eq!(STYLE_HASH, format!("sha256-{}", base64(&Sha256::digest(STYLE))));
}

#[test]
fn five_characters_are_escaped_exactly_once() {
    let mut out = String::new();
    escape("&amp;<b>\"'é😀`=/", &mut out);
    assert_eq!(out, "&amp;amp;&lt;b&gt;&quot;&#39;é😀`=/");
}

#[test]
fn the_policy_names_the_origin_of_the_action() {
    assert_eq!(form_action("https://fpg.example/payment/api"), "https://fpg.example");
    assert_eq!(form_action("http://127.0.0.1:8080/payment"), "http://127.0.0.1:8080");
    assert_eq!(form_action("https://fpg.example"), "https://fpg.example");
    assert_eq!(form_action("http://[::1]:8080/payment"), "http:");
}
