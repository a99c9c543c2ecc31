//! How a text is written as a JSON string: with no more escapes than JSON wants, or with all those that PHP adds. What is signed
//! or encrypted here is compared byte by byte, so each of the two styles is exact.

/// A style of writing strings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Only what must be escaped is: quotes, backslashes and control characters below U+0020.
    Plain,
    /// As `json_encode` of PHP does it without flags: also `/`, and everything outside ASCII as UTF-16 in lower-case hexadecimal.
    #[cfg(feature = "scheme-hmac-json")]
    Php,
}

/// Most bytes that a text takes up in either style, quotes included.
#[cfg(feature = "card-encryption")]
pub(super) const fn most_bytes(text: &str) -> usize {
    text.len().saturating_mul(6).saturating_add(2)
}

/// Writes a text in quotes.
pub(super) fn write(text: &str, style: Style, out: &mut Vec<u8>) {
    out.push(b'"');
    for character in text.chars() {
        let short = match character {
            '"' => b'"',
            '\\' => b'\\',
            '\u{8}' => b'b',
            '\t' => b't',
            '\n' => b'n',
            '\u{C}' => b'f',
            '\r' => b'r',
            #[cfg(feature = "scheme-hmac-json")]
            '/' if style == Style::Php => b'/',
            _ => {
                if character < ' ' || (style != Style::Plain && !character.is_ascii()) {
                    for unit in character.encode_utf16(&mut [0; 2]) {
                        write_unit(*unit, out);
                    }
                } else {
                    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                continue;
            }
        };
        out.extend_from_slice(&[b'\\', short]);
    }
    out.push(b'"');
}

fn write_unit(unit: u16, out: &mut Vec<u8>) {
    let [high, low] = unit.to_be_bytes();
    let digit = |value: u8| if value < 10 { b'0' + value } else { b'a' + (value - 10) };
    out.extend_from_slice(&[b'\\', b'u', digit(high >> 4), digit(high & 15), digit(low >> 4), digit(low & 15)]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str, style: Style) -> String {
        let mut out = Vec::new();
        write(text, style, &mut out);
        String::from_utf8(out).unwrap()
    }

    proptest! {
        #[test]
        fn the_plain_style_is_that_of_serde_json(text in any::<String>()) {
            prop_assert_eq!(written(&text, Style::Plain), serde_json::to_string(&text).unwrap());
        }

        #[cfg(feature = "scheme-hmac-json")]
        #[test]
        fn the_style_of_php_is_ascii_and_reads_back_as_the_same_text(text in any::<String>()) {
            let php = written(&text, Style::Php);
            prop_assert!(php.is_ascii());
            prop_assert_eq!(serde_json::from_str::<String>(&php).unwrap(), text);
        }
    }

    #[cfg(feature = "scheme-hmac-json")]
    #[test]
    fn php_escapes_slashes_and_what_is_not_ascii_in_lower_case() {
        // As `php -r 'echo json_encode("a/é€😀\u{2028}\x7f\x0b\"");'` prints it.
        let text = "a/é€😀\u{2028}\u{7F}\u{B}\"";
        assert_eq!(written(text, Style::Php), "\"a\\/\\u00e9\\u20ac\\ud83d\\ude00\\u2028\u{7F}\\u000b\\\"\"");
    }
}
