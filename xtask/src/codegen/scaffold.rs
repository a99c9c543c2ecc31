//! The first files of a gateway's crate: a manifest whose features are the gateway's products, and a face that shows what is
//! generated beside what the runtime gives to all gateways. They are written once; from then on a person keeps them.

use faspay_spec::model::{From, Gateway, Recipe, Scheme, Type};

use super::Difference;

/// The files that a person would otherwise copy from another gateway's crate.
pub(super) fn crate_of(model: &Gateway) -> Vec<Difference> {
    let files = [("Cargo.toml", manifest(model)), ("src/lib.rs", face(model))];
    let new = |(path, text)| Difference {
        path: format!("{}/{path}", model.crate_name),
        existed: false,
        contents: Some(text),
    };
    files.into_iter().map(new).collect()
}

fn manifest(model: &Gateway) -> String {
    let name = &model.crate_name;
    let products: Vec<String> = model.products.iter().map(|product| format!("{:?}", product.id)).collect();
    let random = if has_keys(model) { r#", "os-random""# } else { "" };
    let mut features = format!("default = [{}{random}]\n", products.join(", "));
    for product in &model.products {
        features += &format!("# {}\n{} = []\n", one_line(&product.summary), product.id);
    }
    if faspay_codegen::has_card_data(model) {
        features += "# What carries a card, and what encrypts one. Whoever touches card data is bound by PCI DSS: see its documentation.\n";
        let encryption = if takes_encrypted_cards(model) { r#""faspay-runtime/card-encryption""# } else { "" };
        features += &format!("card-data = [{encryption}]\n");
    }
    if has_keys(model) {
        features +=
            "# Fresh idempotency keys for requests that are given none, from the operating system's random numbers.\n";
        features += "os-random = [\"faspay-runtime/os-random\"]\n";
    }
    let summary = one_line(&model.summary).replace(['"', '\\'], "'");
    let summary = summary.trim_end_matches('.');
    // Only what sends needs to keep tokens.
    let has_tokens = model.authorizations.iter().any(|one| matches!(one.scheme, Scheme::Bearer { .. }));
    let tokens = if has_tokens { r#", "faspay-runtime/bearer""# } else { "" };
    let schemes = schemes(model).iter().map(|scheme| format!("{scheme:?}")).collect::<Vec<_>>().join(", ");
    format!(
        r#"[package]
name = "{name}"
description = "{summary}"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true

[features]
{features}# Validate, build and verify by operation id.
dynamic = []
# Extractors for axum 0.8.
axum = ["faspay-runtime/axum"]
# Send the requests of a merchant's server.
submit = ["faspay-runtime/submit"{tokens}]

[lints]
workspace = true

[dependencies]
faspay-runtime = {{ workspace = true, features = [{schemes}] }}
"#
    )
}

fn face(model: &Gateway) -> String {
    let summary = one_line(&model.summary);
    let id = &model.id;
    format!(
        r#"//! {summary} The types are generated from the parameter tables in `spec/{id}`; every field says where its facts
//! come from.

#[rustfmt::skip]
#[deny(warnings, missing_docs)]
mod generated;

faspay_runtime::facade!();
pub use generated::*;
"#
    )
}

/// The runtime's features that the gateway's messages need.
fn schemes(model: &Gateway) -> Vec<&'static str> {
    use faspay_spec::model::{Auth, Digest};

    let digest = |wanted| move |recipe: &Recipe| recipe.digest == wanted;
    let basic = model.authorizations.iter().any(|one| matches!(one.scheme, Scheme::Basic { .. }));
    let auth = |is: fn(&Auth) -> bool| model.inbound.iter().any(|message| is(&message.auth));
    [
        ("scheme-sha1", model.recipes.iter().any(digest(Digest::Sha1Hex))),
        ("scheme-sha1-md5", model.recipes.iter().any(digest(Digest::Sha1OfMd5Hex))),
        ("scheme-basic", basic),
        ("scheme-hmac-json", auth(|auth| matches!(auth, Auth::Hmac { .. }))),
        ("scheme-key", auth(|auth| matches!(auth, Auth::Key { .. }))),
    ]
    .into_iter()
    .filter_map(|(feature, is_needed)| is_needed.then_some(feature))
    .collect()
}

fn has_keys(model: &Gateway) -> bool {
    model.operations.iter().flat_map(|operation| &operation.fields).any(|field| field.from == From::IdempotencyKey)
}

fn takes_encrypted_cards(model: &Gateway) -> bool {
    model.operations.iter().flat_map(|operation| &operation.fields).any(|field| field.ty == Type::EncryptedCard)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
