//! Names: which ones a spec may use and what they are called in Rust. Everything that reaches generated code as an
//! identifier passes here first, so that the generator itself never has to decide or escape anything.

/// Whether this can be a parameter's name: ASCII letters, digits, `_`, `-` and `.`, at most 64 of them.
pub(crate) fn is_parameter(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

/// Whether this can be an id such as `recurring.register` or `card-request`: lower-case words.
pub(crate) fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
        && !id.contains("..")
        && !id.ends_with(['.', '-'])
}

/// Whether this can be a Rust type or variant that we generate.
pub(crate) fn is_type(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !TAKEN.contains(&name)
}

/// Types that generated code uses or defines itself.
const TAKEN: [&str; 25] = [
    "Self",
    "Result",
    "Option",
    "Some",
    "None",
    "Ok",
    "Err",
    "String",
    "Vec",
    "Box",
    "Default",
    "Debug",
    "Credentials",
    "Client",
    "Callback",
    "VerifiedCallback",
    "ReconciledCallback",
    "ReturnHint",
    "Return",
    "Amount",
    "Date",
    "DayList",
    "Secret",
    "Unknown",
    "Send",
];

/// Rust's strict and reserved keywords that `r#` cannot rescue.
const NEVER_RAW: [&str; 4] = ["self", "super", "crate", "_"];

/// The Rust identifier of a field, without `r#`: lower case, anything else an underscore, never starting with a digit.
pub(crate) fn field(name: &str) -> String {
    let mut ident: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect();
    if ident.starts_with(|c: char| c.is_ascii_digit()) || ident.is_empty() {
        ident.insert(0, '_');
    }
    if NEVER_RAW.contains(&ident.as_str()) || ident == "optional" {
        ident.push('_');
    }
    ident
}

/// The Rust identifier of a name that keeps its case: its words in lower case, joined by underscores.
pub(crate) fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut words = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let is_last_of_capitals = letters.get(index + 1).is_some_and(char::is_ascii_lowercase);
        let starts = before.is_some_and(|before| {
            before.is_ascii_lowercase()
                || before.is_ascii_digit()
                || (before.is_ascii_uppercase() && is_last_of_capitals)
        });
        if letter.is_ascii_uppercase() && starts {
            words.push('_');
        }
        words.push(*letter);
    }
    field(&words)
}

/// Whether this can be a header's name: a token as RFC 9110 has it.
pub(crate) fn is_header(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Whether a name looks like that of a secret or of card data.
pub(crate) fn looks_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["password", "secret", "token", "cvc", "cvv", "cardno", "key"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_name_becomes_an_identifier() {
        for (name, ident) in [
            ("type", "type"),
            ("Type", "type"),
            ("3ds-flag", "_3ds_flag"),
            ("self", "self_"),
            ("crate", "crate_"),
            ("_", "__"),
            ("optional", "optional_"),
        ] {
            assert_eq!(field(name), ident);
        }
    }

    #[test]
    fn a_name_in_several_words_keeps_them_apart() {
        for (name, ident) in [
            ("threeDsInfo", "three_ds_info"),
            ("backURLPath", "back_url_path"),
            ("first6Digits", "first6_digits"),
            ("redirecturl", "redirecturl"),
            ("data.order.id", "data_order_id"),
            ("X-MERCHANT-ID", "x_merchant_id"),
            ("3ds1", "_3ds1"),
            ("type", "type"),
            ("Self", "self_"),
            ("Optional", "optional_"),
        ] {
            assert_eq!(snake(name), ident);
        }
    }

    #[test]
    fn hostile_names_are_not_names() {
        for name in ["", "X Y", "X:", "X\r\nY", "é", "(x)"] {
            assert!(!is_header(name), "{name:?}");
        }
        for name in ["r#type", "a b", "a\"", "", "a*/", "名", "a\n", "a/b"] {
            assert!(!is_parameter(name), "{name}");
        }
        for name in ["Self", "a", "A_b", "Result", "R#x", "", "É"] {
            assert!(!is_type(name), "{name}");
        }
        for id in ["A", "a..b", "a.", ".a", "a/b", "a_b", "-a"] {
            assert!(!is_id(id), "{id}");
        }
    }
}
