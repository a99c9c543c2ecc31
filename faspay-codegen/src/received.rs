//! The modules of what a merchant receives: a type for each message with an accessor for each field, the doors at
//! which they arrive, and their static tables. They don't hang on cargo features, since every message of a gateway may
//! knock at the one URL that a merchant has given it.

use faspay_spec::model::{Auth, Encoding, Field, Inbound, Sensitivity, Type};
use faspay_spec::signatures::unsigned_fields;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use crate::codes;
use crate::describe;
use crate::expr::{expr, imports};
use crate::gateway::option;
use crate::model::{Model, field, index};
use crate::names::{Scope, constant};
use crate::table;
use crate::text::{code, doc, sentence, string};

/// Which way a message comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// The gateway's server sends it.
    Server,
    /// The shopper's browser brings it.
    Browser,
    /// It answers a request. There is no door for it: it belongs to its operation.
    Reply,
}

/// The messages that come this way, in the order of their predicates. One that belongs to no operation is the
/// server's.
pub fn messages(model: &Model<'_>, through: Through) -> Vec<usize> {
    let operations = &model.gateway.operations;
    (0..model.gateway.inbound.len())
        .filter(|at| match through {
            Through::Browser => operations.iter().any(|one| one.on_return == Some(*at)),
            Through::Reply => model.gateway.is_reply(*at),
            Through::Server => {
                operations.iter().any(|one| one.on_callback == Some(*at))
                    || !operations.iter().any(|one| one.on_return == Some(*at) || one.on_reply == Some(*at))
            }
        })
        .collect()
}

/// The items of the module of messages and doors.
pub fn items(model: &Model<'_>) -> TokenStream {
    if model.inbound.is_empty() {
        return TokenStream::new();
    }
    let messages = model.gateway.inbound.iter().zip(&model.inbound).map(|(inbound, ty)| one(model, inbound, ty));
    let callback = door(model, Through::Server);
    let browser_return = door(model, Through::Browser);
    quote! {
        use ::faspay_runtime as rt;
        #callback
        #browser_return
        #(#messages)*
    }
}

/// The doors that exist, to be exported.
pub fn doors(model: &Model<'_>) -> Vec<Ident> {
    let server = &["Callback", "VerifiedCallback", "ReconciledCallback"][..];
    [(Through::Server, server), (Through::Browser, &["Return", "ReturnHint"])]
        .into_iter()
        .filter(|(through, _)| !messages(model, *through).is_empty())
        .flat_map(|(_, names)| names.iter().map(|name| format_ident!("{name}")))
        .collect()
}

/// The items of the module of tables.
pub fn tables(model: &Model<'_>) -> TokenStream {
    if model.inbound.is_empty() {
        return TokenStream::new();
    }
    // A reply is alone on its connection and has keys of its own; whatever knocks at a door in one encoding shares the
    // door's.
    let keys = [Encoding::Form, Encoding::Json].into_iter().filter_map(|encoding| {
        let knocking = model.gateway.inbound.iter().enumerate();
        let knocking = knocking.filter(|(at, one)| one.encoding == encoding && !model.gateway.is_reply(*at));
        let mut keys: Vec<String> = Vec::new();
        for key in knocking.flat_map(|(_, inbound)| &inbound.fields).flat_map(spellings) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let name = shared_keys(encoding);
        let keys: Vec<_> = keys.iter().map(|key| string(key)).collect();
        (!keys.is_empty()).then(|| quote!(static #name: Keys = Keys::new(&[#(#keys),*]);))
    });
    let keys = quote!(#(#keys)*);
    let tables = model
        .gateway
        .inbound
        .iter()
        .zip(&model.inbound)
        .enumerate()
        .map(|(at, (inbound, ty))| inbound_table(model, inbound, ty, model.gateway.is_reply(at)));
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
        #keys
        #tables
    }
}

/// The keys under which a field is received, its own first.
fn spellings(one: &Field) -> impl Iterator<Item = String> {
    let aliases = one.aliases.iter().map(|alias| alias.name.clone());
    std::iter::once(one.name.to_ascii_lowercase()).chain(aliases)
}

/// The keys that whatever knocks at a door in this encoding shares.
fn shared_keys(encoding: Encoding) -> Ident {
    match encoding {
        Encoding::Form => format_ident!("KEYS"),
        Encoding::Json => format_ident!("JSON_KEYS"),
    }
}

/// The enum of the messages that come one way, and its parser.
fn door(model: &Model<'_>, through: Through) -> Option<TokenStream> {
    let messages = messages(model, through);
    let last = messages.len().checked_sub(1)?;
    let (ty, wrapper, door, about) = match through {
        Through::Reply => return None,
        Through::Server => (
            quote!(Callback),
            quote!(Received),
            quote!(CALLBACK_DOOR),
            "What the gateway's server may send to the callback URL.",
        ),
        Through::Browser => (
            quote!(Return),
            quote!(BrowserReturn),
            quote!(RETURN_DOOR),
            "What the shopper's browser may bring to the return URL: a hint for the page to show, never a payment.",
        ),
    };
    let about = doc([about]);
    let names: Vec<&Ident> = messages.iter().map(|at| &model.inbound[*at]).collect();
    let docs = messages.iter().map(|at| {
        let inbound = &model.gateway.inbound[*at];
        doc([sentence(&inbound.summary, format!("The message {}.", code(&inbound.id)))])
    });
    let tables = names.iter().map(|name| constant(name));
    let arms = names.iter().enumerate().map(|(at, name)| {
        let pattern = if at == last { quote!(_) } else { Literal::usize_unsuffixed(at).into_token_stream() };
        quote!(#pattern => Self::#name(rt::#wrapper::of(message)),)
    });
    // A browser also comes with GET, where the same text stands in the query.
    let query = (through == Through::Browser).then(|| {
        quote! {
            /// Parses the query of a GET, without the `?`, as strictly as a body.
            ///
            /// # Errors
            /// Everything that makes the query unreadable; see [`rt::ReceiveError`].
            pub fn parse_query(query: &str) -> Result<Self, rt::ReceiveError> {
                Self::parse("application/x-www-form-urlencoded", query.as_bytes())
            }
        }
    });
    let stages = match through {
        Through::Reply => TokenStream::new(),
        Through::Server => quote! {
            ::faspay_runtime::stages! {
                server super::gateway::Credentials: Callback, VerifiedCallback, ReconciledCallback { #(#names),* }
            }
        },
        Through::Browser => quote! {
            ::faspay_runtime::stages! { browser super::gateway::Credentials: Return, ReturnHint { #(#names),* } }
        },
    };
    let which = if last == 0 { quote!(_) } else { quote!(which) };
    let read = if last == 0 {
        let name = names[0];
        quote!(Self::#name(rt::#wrapper::of(message)))
    } else {
        quote!(match which { #(#arms)* })
    };
    Some(quote! {
        #about
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #ty { #(#docs #names(rt::#wrapper<#names>),)* }

        impl #ty {
            /// Parses a body strictly and tells which message it is.
            ///
            /// # Errors
            /// Everything that makes the body unreadable; see [`rt::ReceiveError`].
            pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, rt::ReceiveError> {
                let (#which, message) = #door.parse(content_type, body)?;
                Ok(#read)
            }
            #query
        }

        #stages

        static #door: rt::table::Door = rt::table::Door {
            messages: &[#(&super::received_tables::#tables),*],
        };
    })
}

/// A message's type and its accessors.
fn one(model: &Model<'_>, inbound: &Inbound, ty: &Ident) -> TokenStream {
    let table = constant(ty);
    let vouched = match &inbound.auth {
        Auth::Signed { recipe, .. } => format!("signed by recipe {}", code(recipe)),
        Auth::None => "nobody vouches for it".to_owned(),
    };
    let known = describe::basis(inbound.basis).map(|basis| format!(", {basis}")).unwrap_or_default();
    let id = code(&format!("{}.{}", model.gateway.id, inbound.id));
    let about = doc([inbound.summary.clone(), format!("{id}, page {}{known}; {vouched}.", inbound.page)]);
    let mut scope = Scope::default();
    let accessors = inbound.fields.iter().enumerate().map(|(at, one)| {
        let name = scope.value(&one.rust);
        accessor(model, inbound, at, one, &name)
    });
    quote! {
        #about
        #[derive(Clone, Debug)]
        pub struct #ty(rt::Message);

        impl rt::Inbound for #ty {
            type Credentials = super::gateway::Credentials;
            const TABLE: &'static rt::table::InboundTable = &super::received_tables::#table;
            fn from_message(message: rt::Message) -> Self {
                Self(message)
            }
            fn message(&self) -> &rt::Message {
                &self.0
            }
        }

        impl #ty { #(#accessors)* }
    }
}

/// The function that reads a field. What no signature covers says so in its type.
fn accessor(model: &Model<'_>, inbound: &Inbound, at: usize, one: &Field, name: &Ident) -> TokenStream {
    let at = index(at);
    let (ty, value) = if one.sensitivity != Sensitivity::Public {
        (quote!(rt::Secret), quote!(self.0.text(#at).map(rt::Secret::from)))
    } else {
        match &one.ty {
            Type::Text { .. } | Type::Url { .. } => (quote!(&str), quote!(self.0.text(#at))),
            Type::Integer { .. } => (quote!(u64), quote!(self.0.integer(#at))),
            Type::Amount { .. } => (quote!(rt::Amount), quote!(self.0.amount(#at))),
            Type::Date => (quote!(rt::Date), quote!(self.0.date(#at))),
            Type::DayList { .. } => (quote!(rt::DayList), quote!(self.0.days(#at))),
            Type::Code { list, .. } => {
                let ty = &model.codes(list).1.ty;
                (quote!(super::codes::#ty), quote!(self.0.code(#at)))
            }
        }
    };
    let about = describe::field(one, &inbound.corrections);
    let is_signature = matches!(&inbound.auth, Auth::Signed { field, .. } if *field == one.name);
    let unsigned = unsigned_fields(model.gateway, inbound).contains(&one.name.as_str());
    let (ty, value) = if !unsigned && !is_signature {
        (quote!(Option<#ty>), value)
    } else {
        (quote!(rt::Unsigned<Option<#ty>>), quote!(rt::Unsigned::new(#value)))
    };
    quote!(#about pub fn #name(&self) -> #ty { #value })
}

/// A message's static table.
fn inbound_table(model: &Model<'_>, inbound: &Inbound, ty: &Ident, is_reply: bool) -> TokenStream {
    let name = constant(ty);
    let fields_name = format_ident!("{name}_FIELDS");
    let about = doc([format!("The table of {}.", code(&inbound.id))]);
    let id = string(&format!("{}.{}", model.gateway.id, inbound.id));
    let count = index(inbound.fields.len());
    let fields = inbound.fields.iter().map(|one| {
        let base = table::field(model, &inbound.fields, one);
        let mandatory = (one.presence == faspay_spec::model::Presence::Mandatory).then(|| quote!(.mandatory()));
        quote!(#base #mandatory)
    });
    let at = |name: &str| index(field(&inbound.fields, name));
    let auth = match &inbound.auth {
        Auth::Signed { recipe, field, covers, exposed_by } => {
            let signing = table::signing(model, recipe, &inbound.fields, &[]);
            let field = at(field);
            let covers = covers.iter().map(|name| at(name));
            let exposed_by = option(exposed_by.as_ref().map(|name| index(model.setting(name))));
            quote!(Auth::Signed { signing: &#signing, field: #field, covers: &[#(#covers),*], exposed_by: #exposed_by })
        }
        Auth::None => quote!(Auth::None),
    };
    let asks = &inbound.asks;
    let payment = option(match (&asks.order, &asks.amount, &asks.currency) {
        (Some(order), Some(amount), Some(currency)) => {
            let [order, amount, currency] = [order, amount, currency].map(|name| at(name));
            Some(quote!(Asks { order: #order, amount: #amount, currency: #currency }))
        }
        _ => None,
    });
    let merchant = option(asks.merchant.as_ref().map(|name| {
        let (merchant, credential) = (at(name), index(model.credential(name)));
        quote!((#merchant, #credential))
    }));
    let status = option(inbound.status.as_ref().map(|name| {
        let outcome = match &inbound.fields[field(&inbound.fields, name)].ty {
            Type::Code { list, .. } if model.codes(list).0.values.iter().any(|value| value.outcome.is_some()) => {
                let ty = &model.codes(list).1.ty;
                quote!(super::codes::#ty::outcome_of)
            }
            _ => quote!(|_| rt::PaymentStatus::Unknown),
        };
        let (status, outcome) = (at(name), outcomes(inbound, outcome));
        quote!((#status, #outcome))
    }));
    let encoding = match inbound.encoding {
        Encoding::Form => quote!(Form),
        Encoding::Json => quote!(Json),
    };
    let event_key = inbound.event_key.iter().map(|name| at(name));
    let when = option(inbound.when.as_ref().map(|when| {
        let holds = expr(when, &inbound.fields);
        quote!(|v| #holds)
    }));
    let own = format_ident!("{name}_KEYS");
    let keys = is_reply.then(|| {
        let keys = inbound.fields.iter().flat_map(spellings).map(|key| string(&key));
        quote!(static #own: Keys = Keys::new(&[#(#keys),*]);)
    });
    let known = if is_reply { own } else { shared_keys(inbound.encoding) };
    quote! {
        #keys
        static #fields_name: [FieldSpec; #count] = [#(#fields),*];

        #about
        pub static #name: InboundTable = InboundTable {
            id: #id,
            gateway: &super::gateway::GATEWAY,
            fields: &#fields_name,
            encoding: Encoding::#encoding,
            keys: &#known,
            slots: &slots::<#count>(&#known, &#fields_name),
            auth: #auth,
            answers: Answers { payment: #payment, merchant: #merchant },
            status: #status,
            event_key: &[#(#event_key),*],
            when: #when,
        };
    }
}

/// How a status reads, with what its codes mean in this message alone before what they mean in their list.
fn outcomes(inbound: &Inbound, list: TokenStream) -> TokenStream {
    if inbound.outcomes.is_empty() {
        return list;
    }
    let arms = inbound.outcomes.iter().map(|(code, outcome)| {
        let code = string(code);
        let outcome = codes::outcome(*outcome);
        quote!(#code => rt::PaymentStatus::#outcome,)
    });
    quote!(|code| match code { #(#arms)* code => (#list)(code) })
}
