//! Puts signature strings together and digests them. Used for building, for verifying, and by the loader, which recomputes the
//! published vectors of every recipe.

use sha1::Digest as _;
use sha2::Sha256;

use crate::model::{Case, Digest, Part, Recipe};

/// The digest of a text's UTF-8 bytes, in lower-case hexadecimal or in base64.
pub fn digest(kind: Digest, text: &str) -> String {
    match kind {
        Digest::Sha1Hex => hex(&sha1::Sha1::digest(text.as_bytes())),
        Digest::Sha1OfMd5Hex => hex(&sha1::Sha1::digest(md5_hex(text).as_bytes())),
        Digest::Sha256Base64 => base64(&Sha256::digest(text.as_bytes())),
    }
}

/// Whether two texts are the same digest: hexadecimal in either case; base64 letter by letter, since a digest has one
/// canonical text and any other spelling of its bytes isn't one.
pub(crate) fn is_same(kind: Digest, a: &str, b: &str) -> bool {
    match kind {
        Digest::Sha1Hex | Digest::Sha1OfMd5Hex => a.eq_ignore_ascii_case(b),
        Digest::Sha256Base64 => a == b,
    }
}

/// A digest as the gateway writes it: hexadecimal in upper case, as in the recorded answers.
pub(super) fn as_answered(kind: Digest, digest: String) -> String {
    match kind {
        Digest::Sha1Hex | Digest::Sha1OfMd5Hex => digest.to_ascii_uppercase(),
        Digest::Sha256Base64 => digest,
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

/// Whether `given` (40 hexadecimal digits of either case, or the 44 characters of a digest in base64) is the digest of the recipe
/// under any reading of its casing settings.
pub(super) fn signature_matches(recipe: &Recipe, resolve: &dyn Fn(&str) -> Option<String>, given: &str) -> bool {
    let given = match recipe.digest {
        Digest::Sha1Hex | Digest::Sha1OfMd5Hex => given.to_ascii_lowercase(),
        // Only the canonical text agrees with the computed one: odd padding and trailing bits differ from it.
        Digest::Sha256Base64 => given.to_owned(),
    };
    let mut settings: Vec<&str> = Vec::new();
    for part in &recipe.parts {
        if let Part::Value { case: Case::Setting(setting), .. } = part
            && !settings.contains(&setting.as_str())
        {
            settings.push(setting);
        }
    }
    // Each setting both ways: the settings under which a reading upper-cases. Gateways have had one at most.
    let mut readings: Vec<Vec<&str>> = vec![Vec::new()];
    for setting in settings.into_iter().take(8) {
        let upper: Vec<_> = readings.iter().map(|reading| [reading.as_slice(), &[setting]].concat()).collect();
        readings.extend(upper);
    }
    let mut matches = false;
    for reading in readings {
        let upper = |name: &str| reading.contains(&name);
        if let Ok((_, hex)) = recipe_digest(recipe, resolve, &upper) {
            matches |= same_bytes(hex.as_bytes(), given.as_bytes());
        }
    }
    matches
}

/// Compares without stopping at the first difference.
fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let differences = a.iter().zip(b).fold(0, |seen, (x, y)| seen | (x ^ y));
    a.len() == b.len() && differences == 0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Base64 with the standard alphabet and padding.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let six = bits >> (18 - 6 * place) & 63;
            let is_there = place <= three.len();
            text.push(if is_there { char::from(ALPHABET[six as usize]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (text, is) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), is);
        }
        assert_eq!(base64(&[0xFB, 0xEF, 0xFF]), "++//");
    }
}
