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
    fn hostile_names_are_not_names() {
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
