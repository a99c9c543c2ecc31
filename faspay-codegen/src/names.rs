//! Turns the names that the model has chosen into identifiers that can't be anything else. The model's names are
//! already Rust names; here they are checked against a small grammar once more, because this is the last place before
//! text becomes code. Every module that emits items asks a [`Scope`].

use proc_macro2::{Ident, Span};

/// Words that can't be identifiers, even as `r#…`.
const NEVER_RAW: [&str; 5] = ["self", "Self", "super", "crate", "_"];

/// Keywords, strict and reserved, of every edition up to 2024; they become `r#…`.
const KEYWORDS: [&str; 49] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union",
];

/// Names that generated code uses without a path, so that no item may take them.
const TAKEN: [&str; 34] = [
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "String",
    "Vec",
    "Box",
    "Default",
    "Clone",
    "Copy",
    "Debug",
    "PartialEq",
    "Eq",
    "From",
    "Into",
    "Send",
    "Sync",
    "Sized",
    "Drop",
    "Fn",
    "Iterator",
    "ToString",
    "AsRef",
    "Credentials",
    "Client",
    "Callback",
    "VerifiedCallback",
    "ReconciledCallback",
    "ReturnHint",
    "Return",
    "Optional",
    "Unknown",
];

/// A place in which names must differ: a module, a struct, an enum. Names that differ only in ASCII case count as
/// equal, since they would be one file on some systems and one name to a tired reader.
#[derive(Debug, Default)]
pub struct Scope {
    used: Vec<String>,
}

impl Scope {
    /// A scope in which `reserved` can't be used any more.
    pub fn with(reserved: &[&str]) -> Self {
        Self { used: reserved.iter().map(|name| name.to_ascii_lowercase()).collect() }
    }

    /// Takes a name away from all later ones.
    pub fn reserve(&mut self, name: &str) {
        self.used.push(name.to_ascii_lowercase());
    }

    /// A scope for types: whatever generated code itself mentions is taken.
    pub fn types() -> Self {
        Self::with(&TAKEN)
    }

    /// An identifier for a field, function or module.
    pub fn value(&mut self, name: &str) -> Ident {
        let name = self.claim(words(name));
        ident(&name)
    }

    /// An identifier for a type or variant.
    pub fn ty(&mut self, name: &str) -> Ident {
        let name = self.claim(camel(name));
        ident(&name)
    }

    /// `name`, or `name_2`, `name_3`… when it is used already.
    fn claim(&mut self, name: String) -> String {
        let mut candidate = name.clone();
        let mut number = 1;
        while self.used.contains(&candidate.to_ascii_lowercase()) {
            number += 1;
            candidate = format!("{}_{number}", name.trim_end_matches('_'));
        }
        self.used.push(candidate.to_ascii_lowercase());
        candidate
    }
}

/// A name with something after it; a keyword isn't one any more then.
pub fn suffixed(name: &Ident, suffix: &str) -> Ident {
    let name = name.to_string();
    ident(&format!("{}{suffix}", name.strip_prefix("r#").unwrap_or(&name)))
}

/// The name of a static for a type: `PAY_RESULT` for `PayResult`.
pub fn constant(ty: &Ident) -> Ident {
    let mut out = String::new();
    for c in ty.to_string().chars() {
        if c.is_ascii_uppercase()
            && out.chars().last().is_some_and(|last| last.is_ascii_lowercase() || last.is_ascii_digit())
        {
            out.push('_');
        }
        out.push(c);
    }
    Ident::new(&out.to_ascii_uppercase(), Span::call_site())
}

/// An identifier from a text that has passed the grammar (the callers' job); keywords are escaped.
fn ident(name: &str) -> Ident {
    if NEVER_RAW.contains(&name) {
        Ident::new(&format!("{name}_"), Span::call_site())
    } else if KEYWORDS.contains(&name) {
        Ident::new_raw(name, Span::call_site())
    } else {
        Ident::new(name, Span::call_site())
    }
}

/// `[a-z_][a-z0-9_]*`: whatever else stands in `name` becomes an underscore. Nothing is lost for good names.
fn words(name: &str) -> String {
    let mut out = String::new();
    let mut last = '_';
    for c in name.strip_prefix("r#").unwrap_or(name).chars() {
        if c.is_ascii_uppercase() && last.is_ascii_lowercase() {
            out.push('_');
        }
        out.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
        last = c;
    }
    safe_start(out, "n")
}

/// `[A-Z][A-Za-z0-9]*`: other characters end a word.
fn camel(name: &str) -> String {
    let mut out = String::new();
    let mut start = true;
    for c in name.strip_prefix("r#").unwrap_or(name).chars() {
        if !c.is_ascii_alphanumeric() {
            start = true;
        } else if start {
            out.push(c.to_ascii_uppercase());
            start = false;
        } else {
            out.push(c);
        }
    }
    safe_start(out, "N")
}

/// Puts `prefix` before a name that can't start an identifier or says nothing.
fn safe_start(name: String, prefix: &str) -> String {
    let says_something = name.bytes().any(|byte| byte.is_ascii_alphanumeric());
    if says_something && !name.starts_with(|c: char| c.is_ascii_digit()) { name } else { format!("{prefix}{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(names: &[&str]) -> Vec<String> {
        let mut scope = Scope::default();
        names.iter().map(|name| scope.value(name).to_string()).collect()
    }

    fn types(names: &[&str]) -> Vec<String> {
        let mut scope = Scope::types();
        names.iter().map(|name| scope.ty(name).to_string()).collect()
    }

    #[test]
    fn keywords_become_raw_identifiers_and_the_four_that_cannot_get_an_underscore() {
        assert_eq!(values(&["type", "ref", "gen", "self", "crate"]), ["r#type", "r#ref", "r#gen", "self_", "crate_"]);
        assert_eq!(types(&["Self", "type"]), ["Self_", "Type"]);
    }

    #[test]
    fn names_that_differ_only_in_case_or_escape_stay_apart() {
        assert_eq!(values(&["type", "r#type", "Type", "TYPE"]), ["r#type", "type_2", "type_3", "type_4"]);
        assert_eq!(types(&["Abc", "ABC"]), ["Abc", "ABC_2"]);
    }

    #[test]
    fn a_type_never_hides_what_generated_code_mentions() {
        assert_eq!(types(&["Result", "Option", "String", "Client"]), ["Result_2", "Option_2", "String_2", "Client_2"]);
    }

    #[test]
    fn leading_digits_and_foreign_characters_are_made_harmless() {
        assert_eq!(
            values(&["3ds", "", "_", "a-b", "a b", "é", "x;drop"]),
            ["n3ds", "n", "n_", "a_b", "a_b_2", "n_2", "x_drop"]
        );
        assert_eq!(types(&["3ds", "*/ fn x() {}", "--"]), ["N3ds", "FnX", "N"]);
    }
}
