//! What a merchant fills: a struct for each operation, each nested object and each element of a list, with a struct of
//! its own for what may be left out; and the statements that hand their values to the runtime by index.

use std::collections::BTreeMap;

use faspay_spec::model::{Correction, Field, From, Presence, Sensitivity, Type};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::cards;
use crate::describe;
use crate::model::{Inner, Model, Structs, index};
use crate::names::{Scope, constant};
use crate::text::{code, doc, sentence};

/// The structs of one request, or of one element.
pub struct Written {
    /// The outermost struct, and that of what may be left out of it.
    pub outer: TokenStream,
    /// Those of the objects in it.
    pub objects: TokenStream,
    /// Those of its lists' elements, with their values.
    pub elements: TokenStream,
    /// The function that hands the values over.
    pub values: TokenStream,
}

/// Where the structs go, and what is said of their fields.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The gateway.
    pub model: &'a Model<'a>,
    /// The module of the tables.
    pub tables: &'a Ident,
    /// Corrections of the page.
    pub corrections: &'a [Correction],
    /// Whether members that carry card data stand behind their feature.
    pub parts_cards: bool,
}

/// Writes the structs for these fields. `about` documents the outermost one.
pub fn write(place: Place<'_>, fields: &[Field], names: &Structs, about: &TokenStream) -> Written {
    let mut writer = Writer { place, fields, names, members: BTreeMap::new(), objects: TokenStream::new() };
    let outer = writer.level(None, &names.ty, &names.optional, about);
    let sets = writer.sets(None, &quote!(self));
    let v = if sets.is_empty() { quote!(_) } else { quote!(v) };
    let values = quote!(fn values<'a>(&'a self, #v: &mut rt::Values<'a>) { #sets });
    let elements = writer.elements();
    Written { outer, objects: writer.objects, elements, values }
}

struct Writer<'a> {
    place: Place<'a>,
    fields: &'a [Field],
    names: &'a Structs,
    /// By position, what a field is called, and whether it may be left out.
    members: BTreeMap<usize, (Ident, bool)>,
    objects: TokenStream,
}

impl Writer<'_> {
    /// What the caller fills directly in this object, or outside of any.
    fn direct(&self, parent: Option<usize>) -> Vec<usize> {
        let fills = |field: &Field| matches!(field.from, From::Caller | From::IdempotencyKey);
        let all = self.fields.iter().enumerate();
        all.filter(|(_, field)| field.parent == parent && fills(field)).map(|(at, _)| at).collect()
    }

    /// The struct of one level. Those of the objects in it go to `objects`.
    fn level(&mut self, parent: Option<usize>, ty: &Ident, optional_ty: &Ident, about: &TokenStream) -> TokenStream {
        let mut scopes = (Scope::with(&["optional"]), Scope::default());
        let (mut mandatory, mut optional) = (TokenStream::new(), TokenStream::new());
        let direct = self.direct(parent);
        for at in &direct {
            let field = &self.fields[*at];
            let may_lack = field.presence != Presence::Mandatory || field.from == From::IdempotencyKey;
            let name = if may_lack { &mut scopes.1 } else { &mut scopes.0 }.value(&field.rust);
            let about = describe::field(field, self.place.corrections);
            let ty = self.caller_type(*at);
            let card = self.is_apart(*at).then(|| {
                let (about, attribute) = (cards::about_member(), cards::attribute());
                quote!(#about #attribute)
            });
            if may_lack {
                optional.extend(quote!(#about #card pub #name: Option<#ty>,));
            } else {
                mandatory.extend(quote!(#about pub #name: #ty,));
            }
            self.members.insert(*at, (name, may_lack));
        }
        // Whoever asks for a payment has to say something; an object may say all that it has to by being there.
        let default = (parent.is_some() && mandatory.is_empty()).then(|| quote!(, Default));
        let rest = (!optional.is_empty()).then(|| {
            quote! {
                /// What may be left out.
                pub optional: #optional_ty,
            }
        });
        let optional_struct = (!optional.is_empty()).then(|| {
            let ty = code(&ty.to_string());
            let about = doc([format!("What may be left out of {ty}, and what is needed only under a condition.")]);
            quote! {
                #about
                #[derive(Clone, Debug, Default)]
                pub struct #optional_ty { #optional }
            }
        });
        for at in direct {
            let Some(Inner::Object { ty, optional }) = self.names.inner.get(&at) else { continue };
            let (field, outer) = (&self.fields[at], &self.names.ty);
            let about = sentence(&field.summary, String::new());
            let about = doc([about, format!("The object {} of {}.", code(&field.name), code(&outer.to_string()))]);
            // Its own objects stand behind it.
            let behind = std::mem::take(&mut self.objects);
            let object = self.level(Some(at), ty, optional, &about);
            let inner = std::mem::replace(&mut self.objects, behind);
            self.objects.extend(quote!(#object #inner));
        }
        quote! {
            #about
            #[derive(Clone, Debug #default)]
            pub struct #ty { #mandatory #rest }
            #optional_struct
        }
    }

    /// The statements that hand over what is in this object, in wire order. `holder` is its struct.
    fn sets(&self, parent: Option<usize>, holder: &TokenStream) -> TokenStream {
        let mut sets = TokenStream::new();
        for at in self.direct(parent) {
            let (name, may_lack) = &self.members[&at];
            let place = if *may_lack { quote!(#holder.optional.#name) } else { quote!(#holder.#name) };
            let number = index(at);
            sets.extend(match self.names.inner.get(&at) {
                None | Some(Inner::List(_)) => {
                    let card = self.is_apart(at).then(cards::attribute);
                    quote!(#card v.set(#number, &#place);)
                }
                Some(Inner::Object { .. }) if *may_lack => {
                    let inner = self.sets(Some(at), &quote!(object));
                    if inner.is_empty() {
                        quote!(if #place.is_some() { v.given(#number); })
                    } else {
                        quote!(if let Some(object) = &#place { v.given(#number); #inner })
                    }
                }
                Some(Inner::Object { .. }) => {
                    let inner = self.sets(Some(at), &place);
                    quote!(v.given(#number); #inner)
                }
            });
        }
        sets
    }

    /// Whether this field is there only where card data is.
    fn is_apart(&self, at: usize) -> bool {
        self.place.parts_cards && cards::is_member(&self.fields[at])
    }

    /// The structs of the lists' elements.
    fn elements(&self) -> TokenStream {
        let mut all = TokenStream::new();
        for (at, inner) in &self.names.inner {
            let field = &self.fields[*at];
            let (Some(names), Type::List { fields, .. }) = (inner.element(), &field.ty) else { continue };
            let about = doc([
                sentence(&field.summary, String::new()),
                format!("One element of {} of {}.", code(&field.name), code(&self.names.ty.to_string())),
            ]);
            let Written { outer, objects, elements, values } = write(self.place, fields, names, &about);
            let (ty, tables, table) = (&names.ty, self.place.tables, constant(&names.ty));
            all.extend(quote! {
                #outer
                #objects

                impl rt::Element for #ty {
                    const TABLE: &'static rt::table::ElementTable = &super::#tables::#table;
                    #values
                }

                #elements
            });
        }
        all
    }

    /// What a merchant fills in. A sensitive value is a `Secret` whatever its form, so that `Debug` can't show it.
    fn caller_type(&self, at: usize) -> TokenStream {
        match self.names.inner.get(&at) {
            Some(Inner::Object { ty, .. }) => return quote!(#ty),
            Some(Inner::List(Structs { ty, .. })) => return quote!(Vec<#ty>),
            None => {}
        }
        let field = &self.fields[at];
        // Only what was encrypted can be put there, and its `Debug` shows nothing either.
        if field.ty == Type::EncryptedCard {
            return quote!(rt::scheme::card::EncryptedCard);
        }
        if field.sensitivity != Sensitivity::Public {
            return quote!(rt::Secret);
        }
        match &field.ty {
            Type::Integer { .. } => quote!(u64),
            Type::Amount { .. } => quote!(rt::Amount),
            Type::Date | Type::CompactDate => quote!(rt::Date),
            Type::Boolean => quote!(bool),
            Type::DayList { .. } => quote!(rt::DayList),
            Type::Code { list, .. } => {
                let ty = &self.place.model.codes(list).1.ty;
                quote!(super::codes::#ty)
            }
            Type::Decimal { .. } => quote!(rt::Decimal),
            Type::Timestamp => quote!(rt::Timestamp),
            Type::Json => quote!(rt::JsonObject),
            Type::Text { .. } | Type::Url { .. } | Type::EncryptedCard | Type::Object { .. } | Type::List { .. } => {
                quote!(String)
            }
        }
    }
}
