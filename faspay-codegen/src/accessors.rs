//! The functions that read a received message, one for each field, and the types of its lists' elements. What nothing
//! vouches for says so in its type.

use faspay_spec::model::{Auth, Correction, Inbound, Sensitivity, Type};
use faspay_spec::signatures::unsigned_fields;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::describe;
use crate::model::{Inner, index};
use crate::names::Scope;
use crate::table::Fields;
use crate::text::{code, doc, sentence};

/// The accessors of a message. An object has none: its members have.
pub fn of_message(fields: Fields<'_>, inbound: &Inbound) -> TokenStream {
    let unsigned = match &inbound.auth {
        // All of the body but the digest itself is under it.
        Auth::Hmac { field, .. } => vec![field.as_str()],
        Auth::Signed { field, .. } => {
            let mut names = unsigned_fields(fields.model.gateway, inbound);
            names.push(field);
            names
        }
        Auth::Key { .. } | Auth::Connection | Auth::None => unsigned_fields(fields.model.gateway, inbound),
    };
    write(fields, &inbound.corrections, |name| !unsigned.contains(&name))
}

/// The types of lists' elements with their accessors. Whether anybody vouches for them, the list's accessor says.
pub fn of_elements(fields: Fields<'_>, corrections: &[Correction], of: &Ident) -> TokenStream {
    let mut all = TokenStream::new();
    for (at, inner) in fields.inner {
        let field = &fields.all[*at];
        let (Some(names), Type::List { fields: own, .. }) = (inner.element(), &field.ty) else { continue };
        let element = Fields { all: own, inner: &names.inner, ..fields };
        let accessors = write(element, corrections, |_| true);
        let inner = of_elements(element, corrections, &names.ty);
        let about = doc([
            sentence(&field.summary, String::new()),
            format!("One element of {} of {}.", code(&field.name), code(&of.to_string())),
        ]);
        let ty = &names.ty;
        all.extend(quote! {
            #about
            #[derive(Clone, Debug)]
            pub struct #ty(rt::ReceivedElement);

            impl #ty { #accessors }
            #inner
        });
    }
    all
}

fn write(fields: Fields<'_>, corrections: &[Correction], vouched: impl Fn(&str) -> bool) -> TokenStream {
    let mut scope = Scope::default();
    let mut all = TokenStream::new();
    for (at, field) in fields.all.iter().enumerate() {
        let name = scope.value(&field.rust);
        let Some((ty, value)) = read(fields, at) else { continue };
        let about = describe::field(field, corrections);
        let (ty, value) = if vouched(&field.name) {
            (ty, value)
        } else {
            (quote!(rt::Unsigned<#ty>), quote!(rt::Unsigned::new(#value)))
        };
        all.extend(quote!(#about pub fn #name(&self) -> #ty { #value }));
    }
    all
}

/// What reading the field at this position gives, and how it is read; nothing for an object.
fn read(fields: Fields<'_>, at: usize) -> Option<(TokenStream, TokenStream)> {
    let (one, number) = (&fields.all[at], index(at));
    if let Some(element) = fields.inner.get(&at).and_then(Inner::element) {
        let ty = &element.ty;
        return Some((quote!(impl Iterator<Item = #ty>), quote!(self.0.elements(#number).map(#ty))));
    }
    if one.sensitivity != Sensitivity::Public {
        return Some((quote!(Option<rt::Secret>), quote!(self.0.text(#number).map(rt::Secret::from))));
    }
    let (ty, value) = match &one.ty {
        Type::Object { .. } => return None,
        Type::Text { .. }
        | Type::Url { .. }
        | Type::Timestamp
        | Type::EncryptedCard
        | Type::Decimal { .. }
        | Type::Json
        | Type::List { .. } => (quote!(&str), quote!(text)),
        Type::Integer { .. } => (quote!(u64), quote!(integer)),
        Type::Amount { .. } => (quote!(rt::Amount), quote!(amount)),
        Type::Date | Type::CompactDate => (quote!(rt::Date), quote!(date)),
        Type::Boolean => (quote!(bool), quote!(boolean)),
        Type::DayList { .. } => (quote!(rt::DayList), quote!(days)),
        Type::Code { list, .. } => {
            let ty = &fields.model.codes(list).1.ty;
            (quote!(super::codes::#ty), quote!(code))
        }
    };
    Some((quote!(Option<#ty>), quote!(self.0.#value(#number))))
}
