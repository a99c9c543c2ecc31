//! Puts signature strings together and digests them. Used for building, for verifying, and by the loader, which recomputes the
//! published vectors of every recipe.

use sha1::Digest as _;

use crate::model::{Case, Digest, Part, Recipe};

/// The digest of a text's UTF-8 bytes, in lower-case hexadecimal.
pub fn digest(kind: Digest, text: &str) -> String {
    match kind {
        Digest::Sha1Hex => hex(&sha1::Sha1::digest(text.as_bytes())),
        Digest::Sha1OfMd5Hex => hex(&sha1::Sha1::digest(md5_hex(text).as_bytes())),
    }
}

/// The MD5 of a text's UTF-8 bytes, in lower-case hexadecimal: never a signature by itself, but samples compute it.
pub(crate) fn md5_hex(text: &str) -> String {
    hex(&md5::Md5::digest(text.as_bytes()))
}

/// The string to sign and its digest. `resolve` gives the value of a name; `upper` says whether a casing setting stands at
/// `upper`.
///
/// # Errors
/// The first name that `resolve` doesn't know.
pub fn recipe_digest(
    recipe: &Recipe,
    resolve: &dyn Fn(&str) -> Option<String>,
    upper: &dyn Fn(&str) -> bool,
) -> Result<(String, String), String> {
    let text = signed_string(recipe, resolve, upper)?;
    let hex = digest(recipe.digest, &text);
    Ok((text, hex))
}

/// The string to sign.
pub(super) fn signed_string(
    recipe: &Recipe,
    resolve: &dyn Fn(&str) -> Option<String>,
    upper: &dyn Fn(&str) -> bool,
) -> Result<String, String> {
    let mut text = String::new();
    for part in &recipe.parts {
        match part {
            Part::Literal(literal) => text.push_str(literal),
            Part::Value { name, case } => {
                let value = resolve(name).ok_or_else(|| name.clone())?;
                let raised = match case {
                    Case::AsIs => false,
                    Case::Upper => true,
                    Case::Setting(setting) => upper(setting),
                };
                text.push_str(&if raised { value.to_ascii_uppercase() } else { value });
            }
        }
    }
    Ok(text)
}

/// The names of the values in a recipe, in order.
pub(super) fn value_names(recipe: &Recipe) -> impl Iterator<Item = &str> {
    recipe.parts.iter().filter_map(|part| match part {
        Part::Value { name, .. } => Some(name.as_str()),
        Part::Literal(_) => None,
    })
}

/// Whether `given` (40 hexadecimal digits of either case) is the digest of the recipe under any reading of its casing settings.
pub(super) fn signature_matches(recipe: &Recipe, resolve: &dyn Fn(&str) -> Option<String>, given: &str) -> bool {
    if given.len() != 40 || !given.bytes().all(|b| b.is_ascii_hexdigit()) {
        return false;
    }
    let given = given.to_ascii_lowercase();
    let mut settings: Vec<&str> = Vec::new();
    for part in &recipe.parts {
        if let Part::Value { case: Case::Setting(setting), .. } = part
            && !settings.contains(&setting.as_str())
        {
            settings.push(setting);
        }
    }
    // Each setting both ways; gateways have had one at most.
    let mut matches = false;
    for reading in 0..(1_usize << settings.len().min(8)) {
        let upper = |name: &str| {
            let at = settings.iter().position(|s| *s == name);
            at.is_some_and(|bit| reading >> bit & 1 == 1)
        };
        if let Ok((_, hex)) = recipe_digest(recipe, resolve, &upper) {
            matches |= same_bytes(hex.as_bytes(), given.as_bytes());
        }
    }
    matches
}

/// Compares without stopping at the first difference.
pub(super) fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let differences = a.iter().zip(b).fold(0, |seen, (x, y)| seen | (x ^ y));
    a.len() == b.len() && differences == 0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
