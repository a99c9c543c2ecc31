//! Turns a checked gateway model into Rust source. A pure function with two doors: `cargo xtask codegen` writes
//! [`generate`]'s files into the gateway's crate, `faspay-derive` expands [`items`] in a crate of its caller. Both are
//! made of the same modules, so they can't drift apart.

mod accessors;
mod cards;
mod codes;
mod describe;
mod dynamic;
mod expr;
mod gateway;
mod lives;
mod model;
mod names;
mod print;
mod received;
mod request;
mod structs;
mod table;
mod text;

use faspay_spec::model::Gateway;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::Model;
use crate::request::Holds;
use crate::text::{code, doc, sentence, string};

/// The command that writes the generated files; their headers name it.
pub const COMMAND: &str = "cargo xtask codegen";

/// One generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name in the folder of generated files: `recurring.rs`.
    pub path: String,
    /// Its text.
    pub contents: String,
}

/// The files of the gateway's crate, `mod.rs` first.
pub fn generate(gateway: &Gateway) -> Vec<File> {
    let layout = Layout::of(gateway, true);
    let declarations = layout.modules.iter().map(|module| {
        let Module { name, doc, visibility, feature, .. } = module;
        let feature = feature.as_ref().map(|feature| {
            let feature = string(feature);
            quote!(#[cfg(feature = #feature)])
        });
        quote!(#doc #feature #visibility mod #name;)
    });
    let exports = &layout.exports;
    let mut files = vec![file("mod.rs", gateway, quote!(#(#declarations)* #exports))];
    for module in &layout.modules {
        let name = module.name.to_string();
        let name = name.strip_prefix("r#").unwrap_or(&name);
        files.push(file(&format!("{name}.rs"), gateway, module.items.clone()));
    }
    files
}

/// The same items in nested modules, without cargo features: whoever expands them asked for all of them.
pub fn items(gateway: &Gateway) -> TokenStream {
    let layout = Layout::of(gateway, false);
    let modules = layout.modules.iter().map(|module| {
        let Module { name, doc, visibility, items, .. } = module;
        quote!(#doc #visibility mod #name { #items })
    });
    let exports = &layout.exports;
    quote!(#(#modules)* #exports)
}

/// Whether a request of the gateway takes a card, encrypted or not: its crate needs the feature `card-data` then.
pub fn has_card_data(gateway: &Gateway) -> bool {
    cards::are_taken(gateway)
}

/// What is generated, before it is printed or nested.
struct Layout {
    modules: Vec<Module>,
    exports: TokenStream,
}

/// One module of generated items.
struct Module {
    name: Ident,
    doc: TokenStream,
    visibility: TokenStream,
    feature: Option<String>,
    items: TokenStream,
}

impl Layout {
    /// Every module, in the order in which a reader wants them. `features`: whether products hang on cargo features.
    fn of(gateway: &Gateway, features: bool) -> Self {
        let model = Model::of(gateway, features);
        let public = quote!(pub);
        let table_modules: Vec<Ident> = model.modules.iter().map(|module| names::suffixed(module, "_tables")).collect();
        let mut modules = Vec::new();
        let mut add = |name: Ident, about: &str, visibility: TokenStream, feature: Option<&str>, items: TokenStream| {
            let feature = feature.filter(|_| features).map(str::to_owned);
            if !items.is_empty() {
                modules.push(Module { name, doc: doc([about]), visibility, feature, items });
            }
        };
        for ((product, module), tables) in gateway.products.iter().zip(&model.modules).zip(&table_modules) {
            let (id, feature) = (&product.id, Some(product.id.as_str()));
            let items = request::items(&model, id, Holds::Ordinary, tables);
            let about = sentence(&product.summary, format!("Messages of {}.", code(id)));
            add(module.clone(), &about, public.clone(), feature, items);
            let about = format!("The tables of {}.", code(id));
            add(tables.clone(), &about, TokenStream::new(), feature, request::tables(&model, id, Holds::Ordinary));
            let (module, tables) = (names::suffixed(module, "_data"), names::suffixed(module, "_data_tables"));
            let items = request::items(&model, id, Holds::CardData, &tables);
            add(module, cards::MODULE, public.clone(), Some(cards::FEATURE), items);
            let about = format!("The tables of what carries card data in {}.", code(id));
            let items = request::tables(&model, id, Holds::CardData);
            add(tables, &about, TokenStream::new(), Some(cards::FEATURE), items);
        }
        let about = "Coded values: closed when sending, open when receiving.";
        add(format_ident!("codes"), about, public.clone(), None, codes::items(&model));
        let about = "What comes back: a type for each message, and the doors at which they arrive.";
        add(format_ident!("received"), about, public.clone(), None, received::items(&model));
        let about = "The tables of the messages that come back.";
        add(format_ident!("received_tables"), about, TokenStream::new(), None, received::tables(&model));
        let about = "Lives of payments: which status comes after which.";
        add(format_ident!("lives"), about, public.clone(), None, lives::items(&model));
        let about = "The gateway: credentials, and what all messages share.";
        add(format_ident!("gateway"), about, TokenStream::new(), None, gateway::items(&model));
        let about = "Every table under its id, for callers that know operations by name.";
        let items = dynamic::items(&model, &table_modules, features);
        add(format_ident!("dynamic"), about, public, Some("dynamic"), items);
        let doors = received::doors(&model);
        let doors = (!doors.is_empty()).then(|| quote!(pub use received::{#(#doors),*};));
        Self { modules, exports: quote!(pub use gateway::{Client, Credentials}; #doors) }
    }
}

/// Prints one file: header, then items.
fn file(path: &str, gateway: &Gateway, items: TokenStream) -> File {
    let body = print::file(items);
    let id = text::shown(&gateway.id);
    File {
        path: path.to_owned(),
        contents: format!("// @generated from spec/{id} by `{COMMAND}`. Edit the spec, not this file.\n\n{body}"),
    }
}
