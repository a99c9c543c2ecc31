//! Published digests against the recipes that the spec makes of the pages: strings that aren't built like the recipe,
//! values that the recipe upper-cases and the vector doesn't, hexadecimal in another case than we send.

use super::{Found, Place};
use crate::model::{Case, Digest, Gateway, Part, Recipe, Vector};

pub(super) fn find(gateway: &Gateway) -> Vec<Found> {
    let mut found = Vec::new();
    for recipe in &gateway.recipes {
        for (index, vector) in recipe.vectors.iter().enumerate() {
            let name = vector.id.clone().unwrap_or_else(|| format!("{}#{}", recipe.name, index + 1));
            found.extend(built(gateway, recipe, vector, &name));
            found.extend(cased(gateway, recipe, vector, &name));
            found.extend(printed(gateway, recipe, vector, &name));
        }
    }
    found
}

fn place(gateway: &Gateway, says: String) -> Place {
    Place { says, file: format!("{}/gateway.yaml", gateway.id), line: 0 }
}

fn built(gateway: &Gateway, recipe: &Recipe, vector: &Vector, name: &str) -> Option<Found> {
    if read(&recipe.parts, &vector.over).is_some() {
        return None;
    }
    Some(Found::new(
        format!("vector {name}: not {}", recipe.name),
        format!("The string of {name} isn't built like `{}`.", recipe.name),
        vec![place(gateway, format!("the string is {:?}", vector.over))],
    ))
}

fn cased(gateway: &Gateway, recipe: &Recipe, vector: &Vector, name: &str) -> Option<Found> {
    let values = read(&recipe.parts, &vector.over)?;
    let raised = recipe.parts.iter().filter_map(|part| match part {
        Part::Value { name, case: Case::Upper } => Some(name.as_str()),
        _ => None,
    });
    let lower: Vec<&str> = raised
        .filter(|raised| {
            values.iter().any(|(own, value)| own == raised && value.bytes().any(|b| b.is_ascii_lowercase()))
        })
        .collect();
    if lower.is_empty() {
        return None;
    }
    Some(Found::new(
        format!("vector {name}: lower case in {}", lower.join(", ")),
        format!("`{}` upper-cases {}, and {name} has lower-case letters there.", recipe.name, lower.join(", ")),
        vec![place(gateway, format!("the string is {:?}", vector.over))],
    ))
}

fn printed(gateway: &Gateway, recipe: &Recipe, vector: &Vector, name: &str) -> Option<Found> {
    // Base64 has letters of both cases in one text.
    if recipe.digest == Digest::Sha256Base64 || !vector.is.bytes().any(|b| b.is_ascii_uppercase()) {
        return None;
    }
    Some(Found::new(
        format!("vector {name}: upper-case hexadecimal"),
        format!("{name} prints its digest in upper case; `{}` goes out in lower case.", recipe.name),
        vec![place(gateway, format!("the digest is {}", vector.is))],
    ))
}

/// The values of a string that is built like these parts; the first way to read it.
pub(super) fn read<'s>(parts: &[Part], text: &'s str) -> Option<Vec<(String, &'s str)>> {
    read_with(parts, text, &|_, _, _| true)
}

/// The same, where `takes` says which texts may stand for a value.
pub(super) fn read_with<'s>(
    parts: &[Part],
    text: &'s str,
    takes: &dyn Fn(&str, &Case, &str) -> bool,
) -> Option<Vec<(String, &'s str)>> {
    match parts {
        [] => text.is_empty().then(Vec::new),
        [Part::Literal(literal), rest @ ..] => read_with(rest, text.strip_prefix(literal.as_str())?, takes),
        [Part::Value { name, case }, rest @ ..] => {
            let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).filter(|end| *end > 0);
            ends.into_iter().find_map(|end| {
                let (value, after) = text.split_at(end);
                if !takes(name, case, value) {
                    return None;
                }
                let mut values = read_with(rest, after, takes)?;
                values.insert(0, (name.clone(), value));
                Some(values)
            })
        }
    }
}
