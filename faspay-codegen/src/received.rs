//! The modules of what a merchant receives: a type for each message with an accessor for each field, the doors at
//! which they arrive, and their static tables. They don't hang on cargo features, since every message of a gateway may
//! knock at the one URL that a merchant has given it.

use faspay_spec::model::{Auth, Encoding, Inbound, KeyCase, Presence, Type};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use crate::accessors;
use crate::codes;
use crate::describe;
use crate::expr::{expr, imports};
use crate::gateway::option;
use crate::model::{Model, field, index};
use crate::names::constant;
use crate::table::{self, Fields};
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
    let messages = (0..model.inbound.len()).map(|at| one(model, at));
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
        let knocking: Vec<&Inbound> = knocking.map(|(_, inbound)| inbound).collect();
        let make = make_keys(knocking.iter().any(|inbound| inbound.keys == KeyCase::Exact));
        let mut keys: Vec<String> = Vec::new();
        for key in knocking.into_iter().flat_map(self::keys) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let name = shared_keys(encoding);
        let keys: Vec<_> = keys.iter().map(|key| string(key)).collect();
        (!keys.is_empty()).then(|| quote!(static #name: Keys = Keys::#make(&[#(#keys),*]);))
    });
    let keys = quote!(#(#keys)*);
    let tables = model.gateway.inbound.iter().enumerate().map(|(at, inbound)| inbound_table(model, inbound, at));
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

/// The keys of a message as its door knows them: under each field's own name first, then under its other spellings.
fn keys(inbound: &Inbound) -> impl Iterator<Item = String> {
    inbound.fields.iter().flat_map(|field| {
        let own = match inbound.keys {
            KeyCase::LowerOrUpper => field.name.to_ascii_lowercase(),
            KeyCase::Exact => field.name.clone(),
        };
        std::iter::once(own).chain(field.aliases.iter().map(|alias| alias.name.clone()))
    })
}

/// The function that makes a key table.
fn make_keys(exact: bool) -> Ident {
    format_ident!("{}", if exact { "exact" } else { "new" })
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

/// A message's type with its accessors, and those of its lists' elements.
fn one(model: &Model<'_>, at: usize) -> TokenStream {
    let (inbound, ty) = (&model.gateway.inbound[at], &model.inbound[at]);
    let table = constant(ty);
    let vouched = match &inbound.auth {
        Auth::Signed { recipe, .. } => format!("signed by recipe {}", code(recipe)),
        Auth::Hmac { credential, .. } => format!("HMAC-SHA512 with {}", code(credential)),
        Auth::Key { header, .. } => format!("a key in the header {}", code(header)),
        Auth::Connection => "the connection vouches for it".to_owned(),
        Auth::None => "nobody vouches for it".to_owned(),
    };
    let known = describe::basis(inbound.basis).map(|basis| format!(", {basis}")).unwrap_or_default();
    let id = code(&format!("{}.{}", model.gateway.id, inbound.id));
    let about = format!("{id}, page {}{known}; {vouched}.", inbound.page);
    let gap = describe::gap(inbound.because.as_deref());
    let about = doc([inbound.summary.clone(), about, gap, describe::acknowledged(inbound.acknowledge.as_ref())]);
    let fields = Fields { model, all: &inbound.fields, inner: &model.elements[at] };
    let accessors = accessors::of_message(fields, inbound);
    let elements = accessors::of_elements(fields, &inbound.corrections, ty);
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

        impl #ty { #accessors }
        #elements
    }
}

/// A message's static table.
fn inbound_table(model: &Model<'_>, inbound: &Inbound, at: usize) -> TokenStream {
    let (is_reply, name) = (model.gateway.is_reply(at), constant(&model.inbound[at]));
    let fields_name = format_ident!("{name}_FIELDS");
    let about = doc([format!("The table of {}.", code(&inbound.id))]);
    let id = string(&format!("{}.{}", model.gateway.id, inbound.id));
    let count = index(inbound.fields.len());
    let all = Fields { model, all: &inbound.fields, inner: &model.elements[at] };
    let row = |fields: Fields<'_>, at: usize| {
        let base = table::field(fields, at);
        let mandatory = (fields.all[at].presence == Presence::Mandatory).then(|| quote!(.mandatory()));
        quote!(#base #mandatory)
    };
    let fields = (0..inbound.fields.len()).map(|at| row(all, at));
    let elements = table::elements(all, &|fields, _, at| row(fields, at));
    let at = |name: &str| index(field(&inbound.fields, name));
    let auth = match &inbound.auth {
        Auth::Signed { recipe, field, covers, exposed_by } => {
            let signing = table::signing(model, recipe, &inbound.fields, &[]);
            let field = at(field);
            let covers = covers.iter().map(|name| at(name));
            let exposed_by = option(exposed_by.as_ref().map(|name| index(model.setting(name))));
            quote!(Auth::Signed { signing: &#signing, field: #field, covers: &[#(#covers),*], exposed_by: #exposed_by })
        }
        Auth::Hmac { credential, field } => {
            let (credential, field) = (index(model.credential(credential)), at(field));
            quote!(Auth::Hmac { credential: #credential, field: #field })
        }
        Auth::Key { credential, header } => {
            let (credential, header) = (index(model.credential(credential)), string(header));
            quote!(Auth::Key { credential: #credential, header: #header })
        }
        Auth::Connection => quote!(Auth::Connection),
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
    let paid = asks.paid.as_ref().map(|name| at(name));
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
    // A table that states everything itself takes nothing from the common one.
    let exact_keys = match inbound.keys {
        KeyCase::Exact => {
            let paid = option(paid);
            quote!(paid: #paid, exact_keys: true,)
        }
        KeyCase::LowerOrUpper => {
            let paid = paid.map(|paid| quote!(paid: Some(#paid),));
            quote!(#paid ..InboundTable::LOWER_OR_UPPER)
        }
    };
    let event_key = inbound.event_key.iter().map(|name| at(name));
    let json = inbound.acknowledge.as_ref().and_then(|own| own.json.as_deref());
    let acknowledge = option(json.map(string));
    let when = option(inbound.when.as_ref().map(|when| {
        let holds = expr(when, &inbound.fields);
        quote!(|v| #holds)
    }));
    let own = format_ident!("{name}_KEYS");
    let keys = is_reply.then(|| {
        let keys = keys(inbound).map(|key| string(&key));
        let make = make_keys(inbound.keys == KeyCase::Exact);
        quote!(static #own: Keys = Keys::#make(&[#(#keys),*]);)
    });
    let known = if is_reply { own } else { shared_keys(inbound.encoding) };
    quote! {
        #keys
        #elements
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
            acknowledge: #acknowledge,
            when: #when,
            #exact_keys
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
