//! A product's modules: the requests that a merchant makes, and apart from them the static tables by which the runtime
//! checks, signs and encodes them.

use std::collections::BTreeMap;

use faspay_spec::model::{Field, From, Method, Operation, Presence, Retry, Rule, Scheme, Transport};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::cards;
use crate::describe;
use crate::expr::{expr, imports};
use crate::gateway::option;
use crate::model::{Model, Structs, field, has, index, values};
use crate::names::constant;
use crate::structs::{self, Place, Written};
use crate::table::{self, Fields};
use crate::text::{code, doc, string};

/// Which operations of a product a module holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Those that nobody needs card data for, which most merchants use.
    Ordinary,
    /// Those that are about a card number: a module and a cargo feature of their own.
    CardData,
}

impl Holds {
    /// Where an operation belongs.
    pub fn of(operation: &Operation) -> Self {
        if cards::is_whole(operation) { Self::CardData } else { Self::Ordinary }
    }
}

/// The items of a product's module. `tables` is the module of its tables.
pub fn items(model: &Model<'_>, product: &str, holds: Holds, tables: &Ident) -> TokenStream {
    let messages = if holds == Holds::Ordinary { model.inbound_of(product) } else { Vec::new() };
    let messages = (!messages.is_empty()).then(|| quote!(pub use super::received::{#(#messages),*};));
    let operations: Vec<_> = model
        .operations_of(product)
        .filter(|(operation, _)| Holds::of(operation) == holds)
        .map(|(operation, names)| one(model, operation, names, tables))
        .collect();
    let runtime = (!operations.is_empty()).then(|| {
        quote!(
            use ::faspay_runtime as rt;
        )
    });
    quote! {
        #messages
        #runtime
        #(#operations)*
    }
}

/// The items of the module of a product's tables.
pub fn tables(model: &Model<'_>, product: &str, holds: Holds) -> TokenStream {
    let tables: Vec<_> = model
        .operations_of(product)
        .filter(|(operation, _)| Holds::of(operation) == holds)
        .map(|(operation, names)| request_table(model, operation, names))
        .collect();
    if tables.is_empty() {
        return TokenStream::new();
    }
    let tables = quote!(#(#tables)*);
    let runtime = table::mentions(&tables, "rt").then(|| {
        quote!(
            use ::faspay_runtime as rt;
        )
    });
    let operands = imports(&tables);
    quote! {
        #runtime
        #operands
        use ::faspay_runtime::table::*;
        #tables
    }
}

/// An operation's structs, and what the runtime needs to know of them.
fn one(model: &Model<'_>, operation: &Operation, names: &Structs, tables: &Ident) -> TokenStream {
    let about = describe::operation(&model.gateway.id, operation);
    let parts_cards = model.features && !cards::is_whole(operation);
    let place = Place { model, tables, corrections: &operation.corrections, parts_cards };
    let Written { outer, objects, elements, values } = structs::write(place, &operation.fields, names, &about);
    let ty = &names.ty;
    let table = constant(ty);
    let form = match (operation.transport, operation.on_reply) {
        (Transport::BrowserForm, _) => quote!(impl rt::BrowserForm for #ty {}),
        (Transport::ServerForm | Transport::ServerJson, Some(reply)) => {
            let reply = &model.inbound[reply];
            quote!(impl rt::ServerForm for #ty { type Reply = super::received::#reply; })
        }
        // The loader asks for a reply; a model that was put together by hand may lack it, and then nothing sends it.
        (Transport::ServerForm | Transport::ServerJson, None) => TokenStream::new(),
    };
    let gives_token = gives_token(model, operation, ty);
    quote! {
        #outer
        #objects

        impl rt::Request for #ty {
            type Credentials = super::gateway::Credentials;
            const TABLE: &'static rt::table::RequestTable = &super::#tables::#table;
            #values
        }

        #form
        #gives_token
        #elements
    }
}

/// The operation whose reply holds the access tokens of an authorization says where in it they are.
fn gives_token(model: &Model<'_>, operation: &Operation, ty: &Ident) -> Option<TokenStream> {
    let reply = &model.gateway.inbound.get(operation.on_reply?)?.fields;
    model.gateway.authorizations.iter().find_map(|one| match &one.scheme {
        Scheme::Bearer { operation: asked, token, expires } if *asked == operation.id => {
            let [token, expires] = [token, expires].map(|name| index(field(reply, name)));
            Some(quote! {
                impl rt::GivesToken for #ty {
                    const TOKEN: usize = #token;
                    const EXPIRES: usize = #expires;
                }
            })
        }
        _ => None,
    })
}

/// An operation's static table and the function of its rules.
fn request_table(model: &Model<'_>, operation: &Operation, names: &Structs) -> TokenStream {
    let name = constant(&names.ty);
    let about = doc([format!("The table of {}.", code(&operation.id))]);
    let id = string(&format!("{}.{}", model.gateway.id, operation.id));
    let transport = match operation.transport {
        Transport::BrowserForm => quote!(BrowserForm),
        Transport::ServerForm => quote!(ServerForm),
        Transport::ServerJson => quote!(ServerJson),
    };
    let method = (operation.method == Method::Get).then(|| quote!(method: Method::Get,));
    let endpoint = endpoint(model, &operation.endpoint);
    let path = (!operation.path.is_empty()).then(|| {
        let path = string(&operation.path);
        quote!(path: #path,)
    });
    let authorization = authorization(model, operation).map(|scheme| {
        let authorization = match scheme {
            Scheme::Basic { user, password } => {
                let [user, password] = [user, password].map(|name| index(model.credential(name)));
                quote!(Basic { user: #user, password: #password })
            }
            Scheme::Bearer { operation, .. } => {
                let operation = string(&format!("{}.{operation}", model.gateway.id));
                quote!(Bearer { operation: #operation })
            }
        };
        quote!(authorization: Authorization::#authorization,)
    });
    // A table that states everything itself takes nothing from the common one.
    let rest = [&method, &path, &authorization].iter().any(|own| own.is_none()).then(|| quote!(..RequestTable::POST));
    let all = Fields { model, all: &operation.fields, inner: &names.inner };
    let parts_cards = model.features && !cards::is_whole(operation);
    let fields = operation.fields.iter().enumerate().map(|(at, field)| {
        let row = request_field(all, names, at);
        let feature = cards::FEATURE;
        let behind =
            (parts_cards && cards::is_member(field)).then(|| quote!(.behind(#feature, cfg!(feature = #feature))));
        quote!(#row #behind)
    });
    let elements = table::elements(all, &request_field);
    let signings = operation.fields.iter().enumerate().filter_map(|(at, one)| {
        let From::Signature { recipe, with } = &one.from else { return None };
        let name = signing_name(&names.ty, at);
        let signing = table::signing(model, recipe, &operation.fields, with);
        Some(quote!(static #name: Signing = #signing;))
    });
    let credentials = credential_uses(model, operation);
    let rules_name = format_ident!("{}_rules", name.to_string().to_ascii_lowercase());
    let (rules, rules_fn) = if operation.rules.is_empty() {
        (quote!(|_, _| {}), None)
    } else {
        (quote!(#rules_name), Some(rules(&rules_name, operation)))
    };
    let asks = operation.asks.as_ref().filter(|asks| {
        [&asks.order, &asks.amount, &asks.currency].into_iter().all(|name| has(&operation.fields, name))
    });
    let asks = option(asks.map(|asks| {
        let [order, amount, currency] =
            [&asks.order, &asks.amount, &asks.currency].map(|name| index(field(&operation.fields, name)));
        quote!(Asks { order: #order, amount: #amount, currency: #currency })
    }));
    let retry = match operation.retry {
        Retry::Safe => quote!(Safe),
        Retry::SafeWithKey => quote!(SafeWithKey),
        Retry::Never => quote!(Never),
    };
    let inquire = option(operation.inquire.as_ref().map(|inquire| string(&format!("{}.{inquire}", model.gateway.id))));
    let misspellings = operation.misspellings.iter().map(|(wrong, right)| {
        let (wrong, right) = (string(wrong), string(right));
        quote!((#wrong, #right))
    });
    quote! {
        #about
        pub static #name: RequestTable = RequestTable {
            id: #id,
            gateway: &super::gateway::GATEWAY,
            transport: Transport::#transport,
            #method
            endpoint: #endpoint,
            #path
            #authorization
            fields: &[#(#fields),*],
            credentials: &[#(#credentials),*],
            rules: #rules,
            asks: #asks,
            retry: Retry::#retry,
            inquire: #inquire,
            misspellings: &[#(#misspellings),*],
            #rest
        }
        .new();
        #elements
        #(#signings)*
        #rules_fn
    }
}

/// How the merchant's server shows who it is when it sends this operation.
fn authorization<'a>(model: &Model<'a>, operation: &Operation) -> Option<&'a Scheme> {
    let name = operation.authorization.as_ref()?;
    model.gateway.authorizations.iter().find(|one| one.name == *name).map(|one| &one.scheme)
}

/// The static that says how the field at this position is signed.
fn signing_name(ty: &Ident, at: usize) -> Ident {
    format_ident!("{}_SIGNING_{at}", constant(ty))
}

fn endpoint(model: &Model<'_>, name: &str) -> TokenStream {
    let found = model.gateway.endpoints.iter().find(|endpoint| endpoint.name == name);
    let sandbox = option(found.and_then(|endpoint| endpoint.sandbox.as_deref()).map(string));
    let production = option(found.and_then(|endpoint| endpoint.production.as_deref()).map(string));
    let name = string(name);
    quote!(Endpoint { name: #name, sandbox: #sandbox, production: #production })
}

fn request_field(fields: Fields<'_>, names: &Structs, at: usize) -> TokenStream {
    let (model, one) = (fields.model, &fields.all[at]);
    let base = table::field(fields, at);
    let presence = match &one.presence {
        Presence::Mandatory => quote!(.mandatory()),
        Presence::Optional | Presence::Undocumented => TokenStream::new(),
        Presence::When(condition) => {
            let text = string(&condition.to_string());
            let holds = expr(condition, fields.all);
            quote!(.when(#text, |v| #holds))
        }
    };
    let by = match &one.from {
        From::Caller => None,
        From::Credential(name) => {
            let at = index(model.credential(name));
            Some(quote!(By::Credential(#at)))
        }
        From::IdempotencyKey => Some(quote!(By::IdempotencyKey)),
        From::Fixed(text) => {
            let text = string(text);
            Some(quote!(By::Fixed(#text)))
        }
        From::Signature { .. } => {
            let signing = signing_name(&names.ty, at);
            Some(quote!(By::Signature(&#signing)))
        }
        From::CurrencyOf(name) => {
            let at = index(field(fields.all, name));
            Some(quote!(By::CurrencyOf(#at)))
        }
    };
    let by = by.map(|by| quote!(.by(#by)));
    let forbid = (!one.forbid.is_empty()).then(|| {
        let forbid = string(&one.forbid);
        quote!(.forbid(#forbid))
    });
    let case_setting = one.case_setting.as_ref().map(|name| {
        let at = index(model.setting(name));
        quote!(.case_setting(#at))
    });
    let number = one.json_number.then(|| quote!(.number()));
    quote!(#base #presence #by #forbid #case_setting #number)
}

/// The credentials that an operation uses, in the gateway's order, with the delimiters of the recipes that cover them.
fn credential_uses(model: &Model<'_>, operation: &Operation) -> Vec<TokenStream> {
    let mut used: BTreeMap<usize, String> = BTreeMap::new();
    for one in &operation.fields {
        match &one.from {
            From::Credential(name) => {
                used.entry(model.credential(name)).or_default();
            }
            From::Signature { recipe, with } => {
                let recipe = model.recipe(recipe);
                for name in values(recipe) {
                    let credential = match operation.fields.iter().find(|field| field.name == name) {
                        Some(Field { from: From::Credential(credential), .. }) => credential.as_str(),
                        Some(_) => continue,
                        None if with.iter().any(|(bound, _)| bound == name) => continue,
                        None => name,
                    };
                    let forbid = used.entry(model.credential(credential)).or_default();
                    for c in recipe.delimiter_chars.chars() {
                        if !forbid.contains(c) {
                            forbid.push(c);
                        }
                    }
                }
            }
            From::Caller | From::Fixed(_) | From::CurrencyOf(_) | From::IdempotencyKey => {}
        }
    }
    if let Some(Scheme::Basic { user, password }) = authorization(model, operation) {
        // That the user's name may not hold the colon that ends it, every check knows of itself.
        used.entry(model.credential(user)).or_default();
        used.entry(model.credential(password)).or_default();
    }
    used.into_iter()
        .map(|(at, forbid)| {
            let (at, forbid) = (index(at), string(&forbid));
            quote!(CredentialUse { index: #at, forbid: #forbid })
        })
        .collect()
}

/// The function that states an operation's rules, in model order.
fn rules(name: &Ident, operation: &Operation) -> TokenStream {
    let rules = operation.rules.iter().map(|rule| {
        let Rule { id, when, then, field: of, because, origin } = rule;
        let when = when.as_ref().map_or_else(|| quote!(Some(true)), |when| expr(when, &operation.fields));
        let holds = expr(then, &operation.fields);
        let (id, then) = (string(id), string(&then.to_string()));
        let (because, source) = (string(because), string(&origin.source));
        let of = index(field(&operation.fields, of));
        quote! {
            report.rule(
                v,
                &Rule { id: #id, field: #of, then: #then, because: #because, source: #source },
                #when,
                #holds,
            );
        }
    });
    quote!(fn #name(v: &rt::View<'_>, report: &mut rt::Report) { #(#rules)* })
}
