//! What tables of requests and of received messages have in common: a field's kind and source, and a recipe in which
//! every name has become a position.

use faspay_spec::model::{Case, Characters, Digest, Field, From, Part, Sensitivity, Type};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use crate::gateway::option;
use crate::model::{Model, field as position, index};
use crate::text::string;

/// A field as `FieldSpec::new(…)`, marked as sensitive when it is.
pub fn field(model: &Model<'_>, fields: &[Field], one: &Field) -> TokenStream {
    let (name, wire, source) = (string(&one.name), string(&one.wire), string(&one.origin.source));
    let kind = kind(model, fields, one);
    let sensitive = (one.sensitivity != Sensitivity::Public).then(|| quote!(.sensitive()));
    let (mut least, mut only) = (None, None);
    if let Type::Text { min, characters, .. } = one.ty {
        least = min.map(|min| {
            let min = Literal::u32_unsuffixed(min);
            quote!(.least(#min))
        });
        let variant = match characters {
            Characters::Any => None,
            Characters::Digits => Some(quote!(Digits)),
            Characters::Alphanumeric => Some(quote!(Alphanumeric)),
            Characters::AlphaDash => Some(quote!(AlphaDash)),
            Characters::Hexadecimal => Some(quote!(Hexadecimal)),
        };
        only = variant.map(|variant| quote!(.only(Characters::#variant)));
    }
    let aliases = (!one.aliases.is_empty()).then(|| {
        let aliases = one.aliases.iter().map(|alias| string(&alias.name));
        quote!(.aliases(&[#(#aliases),*]))
    });
    quote!(FieldSpec::new(#name, #wire, #kind, #source) #sensitive #least #only #aliases)
}

fn kind(model: &Model<'_>, fields: &[Field], one: &Field) -> TokenStream {
    match &one.ty {
        Type::Text { max, .. } => {
            let max = option(max.map(Literal::u32_unsuffixed));
            quote!(Kind::Text { max: #max })
        }
        Type::Url { max } => {
            let max = option(max.map(Literal::u32_unsuffixed));
            quote!(Kind::Url { max: #max })
        }
        Type::Integer { digits } => {
            let digits = Literal::u32_unsuffixed(*digits);
            quote!(Kind::Integer { digits: #digits })
        }
        Type::Amount { decimals, max, positive, currency } => {
            let decimals = Literal::u32_unsuffixed(*decimals);
            let max = option(max.map(Literal::u32_unsuffixed));
            let currency = option(currency.as_ref().map(|name| index(position(fields, name))));
            quote!(Kind::Amount { decimals: #decimals, max: #max, positive: #positive, currency: #currency })
        }
        Type::Date => quote!(Kind::Date),
        Type::DayList { max } => {
            let max = Literal::u32_unsuffixed(*max);
            quote!(Kind::DayList { max: #max })
        }
        Type::Code { only: Some(codes), .. } => {
            let codes = codes.iter().map(|code| string(code));
            quote!(Kind::Code(&[#(#codes),*]))
        }
        Type::Code { list, only: None } => {
            let ty = &model.codes(list).1.ty;
            quote!(Kind::Code(<super::codes::#ty as rt::CodeText>::CODES))
        }
    }
}

/// A recipe for one message: a name is a field of the message, a constant of `with`, or a credential.
pub fn signing(model: &Model<'_>, recipe: &str, fields: &[Field], with: &[(String, String)]) -> TokenStream {
    let recipe = model.recipe(recipe);
    let name = string(&recipe.name);
    let digest = digest(recipe.digest);
    let delimiter = string(&recipe.delimiter_chars);
    let mut parts = Vec::new();
    // Constants and delimiters that stand side by side become one text.
    let mut text = String::new();
    for part in &recipe.parts {
        let (name, case) = match part {
            Part::Literal(literal) => {
                text.push_str(literal);
                continue;
            }
            Part::Value { name, case } => (name, case),
        };
        let of_message = fields.iter().find(|field| field.name == *name);
        let value = match (of_message, with.iter().find(|(bound, _)| bound == name)) {
            (Some(Field { from: From::Credential(credential), .. }), _) => {
                (quote!(Credential), model.credential(credential))
            }
            (Some(_), _) => (quote!(Field), position(fields, name)),
            (None, Some((_, constant))) => {
                match case {
                    Case::Upper => text.push_str(&constant.to_ascii_uppercase()),
                    Case::AsIs | Case::Setting(_) => text.push_str(constant),
                }
                continue;
            }
            (None, None) => (quote!(Credential), model.credential(name)),
        };
        flush(&mut text, &mut parts);
        let (kind, at, case) = (value.0, index(value.1), self::case(model, case));
        parts.push(quote!(Part::#kind(#at, #case)));
    }
    flush(&mut text, &mut parts);
    quote!(Signing { recipe: #name, digest: Digest::#digest, delimiter: #delimiter, parts: &[#(#parts),*] })
}

/// The variant of a digest.
pub fn digest(digest: Digest) -> TokenStream {
    match digest {
        Digest::Sha1Hex => quote!(Sha1Hex),
        Digest::Sha1OfMd5Hex => quote!(Sha1OfMd5Hex),
        Digest::Sha256Base64 => quote!(Sha256Base64),
    }
}

fn flush(text: &mut String, parts: &mut Vec<TokenStream>) {
    if !text.is_empty() {
        let literal = string(text);
        parts.push(quote!(Part::Text(#literal)));
        text.clear();
    }
}

/// How a value is cased.
pub fn case(model: &Model<'_>, case: &Case) -> TokenStream {
    match case {
        Case::AsIs => quote!(Case::AsIs),
        Case::Upper => quote!(Case::Upper),
        Case::Setting(name) => {
            let at = index(model.setting(name));
            quote!(Case::Setting(#at))
        }
    }
}

/// Whether tokens mention a name: an import that nothing uses would be a warning.
pub fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
