//! The by-name door: every table of the gateway under its id, for callers that know operations as texts.

use faspay_spec::model::{Gateway, Part};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::cards;
use crate::model::Model;
use crate::names::{self, constant};
use crate::received::{Through, messages};
use crate::request::Holds;
use crate::table;
use crate::text::string;

/// The items of the module. `features`: whether the tables of a product hang on its cargo feature.
pub fn items(model: &Model<'_>, tables: &[Ident], features: bool) -> TokenStream {
    let gateway = model.gateway;
    let requests = gateway.operations.iter().zip(&model.operations).filter_map(|(operation, structs)| {
        let at = product(gateway, &operation.product)?;
        let table = constant(&structs.ty);
        let (module, feature) = match Holds::of(operation) {
            Holds::Ordinary => (tables[at].clone(), feature(gateway, at, features)),
            Holds::CardData => {
                let feature = features.then(cards::attribute);
                (names::suffixed(&model.modules[at], "_data_tables"), feature)
            }
        };
        Some(quote!(#feature &super::#module::#table))
    });
    let mut inbound = Vec::new();
    for operation in &gateway.operations {
        let Some(at) = product(gateway, &operation.product) else { continue };
        let feature = match Holds::of(operation) {
            Holds::Ordinary => feature(gateway, at, features),
            Holds::CardData => features.then(cards::attribute),
        };
        for (through, message) in [
            (Through::Browser, operation.on_return),
            (Through::Server, operation.on_callback),
            (Through::Reply, operation.on_reply),
        ] {
            let Some(message) = message else { continue };
            let suffix = match through {
                Through::Browser => "return",
                Through::Server => "callback",
                Through::Reply => "reply",
            };
            let id = format!("{}.{}.{suffix}", gateway.id, operation.id);
            let entry = entry(model, &id, message, through);
            inbound.push(quote!(#feature #entry));
        }
    }
    for at in messages(model, Through::Server) {
        if !gateway.operations.iter().any(|one| one.on_callback == Some(at)) {
            inbound.push(entry(model, &format!("{}.{}", gateway.id, gateway.inbound[at].id), at, Through::Server));
        }
    }
    let recipes = recipes(model);
    let imports = [
        ("Recipe", quote!(dynamic::{Piece::*, Recipe})),
        ("Case", quote!(table::Case)),
        ("Digest", quote!(table::Digest)),
    ]
    .into_iter()
    .filter(|(name, _)| table::mentions(&recipes, name))
    .map(|(_, path)| quote!(use ::faspay_runtime::#path;));
    quote! {
        use ::faspay_runtime as rt;
        #(#imports)*

        /// Every request, in the order of the spec.
        pub static REQUESTS: &[&rt::table::RequestTable] = &[#(#requests),*];

        /// Every message that may come back, under the id of the operation that it answers, and the way it comes.
        pub static INBOUND: &[(&str, &rt::table::InboundTable, rt::dynamic::Through)] = &[#(#inbound),*];

        /// Every signature recipe as the documents give it, its values by name.
        pub static RECIPES: &[rt::dynamic::Recipe] = &[#recipes];
    }
}

fn recipes(model: &Model<'_>) -> TokenStream {
    let recipes = model.gateway.recipes.iter().map(|recipe| {
        let name = string(&recipe.name);
        let digest = table::digest(recipe.digest);
        let pieces = recipe.parts.iter().map(|part| match part {
            Part::Literal(text) => {
                let text = string(text);
                quote!(Text(#text))
            }
            Part::Value { name, case } => {
                let (name, case) = (string(name), table::case(model, case));
                quote!(Value(#name, #case))
            }
        });
        quote!(Recipe { name: #name, digest: Digest::#digest, pieces: &[#(#pieces),*] })
    });
    quote!(#(#recipes),*)
}

fn entry(model: &Model<'_>, id: &str, message: usize, through: Through) -> TokenStream {
    let id = string(id);
    let table = constant(&model.inbound[message]);
    let through = match through {
        Through::Server => format_ident!("Server"),
        Through::Browser => format_ident!("Browser"),
        Through::Reply => format_ident!("Reply"),
    };
    quote!((#id, &super::received_tables::#table, rt::dynamic::Through::#through))
}

fn product(gateway: &Gateway, id: &str) -> Option<usize> {
    gateway.products.iter().position(|product| product.id == id)
}

fn feature(gateway: &Gateway, product: usize, features: bool) -> Option<TokenStream> {
    let feature = string(&gateway.products[product].id);
    features.then(|| quote!(#[cfg(feature = #feature)]))
}
