//! The quick looks against slow ones, and what an absolute URL is.

use super::*;
use crate::testing::Random;

#[test]
fn printable_ascii_is_told_apart_in_every_place() {
    for byte in 0..=255u8 {
        for before in 0..17 {
            for after in 0..9 {
                let mut bytes = vec![b'~'; before];
                bytes.push(byte);
                bytes.extend(std::iter::repeat_n(b' ', after));
                let expected = bytes.iter().all(|byte| (0x20..0x7F).contains(byte));
                assert_eq!(is_printable_ascii(&bytes), expected, "{byte:#x} after {before}");
            }
        }
    }
    assert!(is_printable_ascii(b""));
    let mut random = Random::new(11);
    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..random.below(40)).map(|_| (random.next() >> 20) as u8).collect();
        let expected = bytes.iter().all(|byte| (0x20..0x7F).contains(byte));
        assert_eq!(is_printable_ascii(&bytes), expected, "{bytes:?}");
    }
}

#[test]
fn the_first_control_character_is_found() {
    for control in [
        '\0', '\n', '\u{7f}', '\u{80}', '\u{9f}', '\u{2028}', '\u{2029}', '\u{202a}', '\u{202e}', '\u{2066}',
        '\u{2069}',
    ] {
        assert_eq!(first_control(&format!("é{control}\n")), Some(control));
    }
    for fine in ["", "é", "\u{a0}", "\u{200b}", "\u{2027}", "\u{202f}", "\u{2065}", "\u{206a}", "😀", "\u{feff}"] {
        assert_eq!(first_control(fine), None, "{fine:?}");
    }
}

#[test]
fn characters_are_counted_and_not_bytes() {
    assert_eq!(too_long("éé", Some(2)), None);
    assert_eq!(too_long("ééé", Some(2)), Some((2, 3)));
    assert_eq!(too_long("😀😀", Some(1)), Some((1, 2)));
    assert_eq!(too_long("e\u{301}", Some(1)), Some((1, 2)));
    assert_eq!(too_long("abc", None), None);
}

#[test]
fn an_absolute_url_has_a_scheme_a_host_and_nothing_that_browsers_guess_about() {
    for url in [
        "https://shop.example/return?a=b#c",
        "HTTPS://SHOP.example",
        "https://a",
        "https://a:1",
        "https://a:65535/",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://[::ffff:127.0.0.1]:443/x",
        "https://a_b.example/é",
        "https://a?b",
        "https://a#b",
        "https://a/@b:c",
        "https://-",
    ] {
        assert_eq!(url_scheme(url), Some(Scheme::Https), "{url}");
    }
    assert_eq!(url_scheme("HTTP://a/"), Some(Scheme::Http));
    for bad in [
        "",
        "shop.example",
        "//shop.example",
        "https:shop.example",
        "https:/shop.example",
        "https://",
        "https:///x",
        "ftp://a/",
        "javascript:alert(1)",
        "data:text/html,x",
        " https://a",
        "https://a b",
        "https://a/ b",
        "https://a\\b",
        "https:\\\\a",
        "https://user@a/",
        "https://user:pw@a/",
        "https://a:/",
        "https://a:x/",
        "https://a:65536/",
        "https://a:123456/",
        "https://a:-1/",
        "https://:80/",
        "https://[]/",
        "https://[::1/",
        "https://[::g]/",
        "https://[::1]x/",
        "https://ex\u{e4}mple.example/",
        "https://a\u{a0}/",
        "https://a/\u{3000}",
        "https://a%2f/",
        "https://a:80:80/",
        "httpss://a",
        "https ://a",
        "\u{feff}https://a",
    ] {
        assert_eq!(url_scheme(bad), None, "{bad}");
    }
}

#[test]
fn a_text_of_named_characters_holds_no_others() {
    type Holds = fn(u8) -> bool;
    let kinds: [(Characters, &str, Holds); 4] = [
        (Characters::Digits, "digits", |b| b"0123456789".contains(&b)),
        (Characters::Alphanumeric, "alphanumeric", |b| matches!(b, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z')),
        (Characters::AlphaDash, "alpha-dash", |b| matches!(b, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_')),
        (Characters::Hexadecimal, "hex", |b| b"0123456789abcdefABCDEF".contains(&b)),
    ];
    for (only, name, holds) in kinds {
        for byte in 0..128u8 {
            let text = format!("1{}0", char::from(byte));
            assert_eq!(strays_from(&text, only), (!holds(byte)).then_some(name), "{text:?}");
        }
        for other in ["é", "٣", "ａ", "字"] {
            assert_eq!(strays_from(other, only), Some(name), "{other}");
        }
        assert_eq!(strays_from("", only), None);
    }
    assert_eq!(strays_from("é 字", Characters::Any), None);
}

#[test]
fn too_short_counts_characters() {
    assert_eq!(too_short("", 0), None);
    assert_eq!(too_short("éé", 3), Some(2));
    assert_eq!(too_short("ééé", 3), None);
    assert_eq!(too_short("éééé", 3), None);
}
