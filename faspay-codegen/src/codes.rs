//! The module of coded values: an enum for each list, with the meaning of every value. Written out instead of through
//! the runtime's `codes!`, because a printed macro call is not readable.

use faspay_spec::model::{CodeList, Outcome};
use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{CodeNames, Model};
use crate::text::{code, doc, string};

/// The items of the module.
pub fn items(model: &Model<'_>) -> TokenStream {
    let lists = model.gateway.codes.iter().zip(&model.codes).map(|(list, names)| one(list, names));
    if model.codes.is_empty() {
        return TokenStream::new();
    }
    quote! {
        use ::faspay_runtime as rt;
        #(#lists)*
    }
}

fn one(list: &CodeList, names: &CodeNames) -> TokenStream {
    let CodeNames { ty, variants } = names;
    let about = doc([format!("{} Code list {}.", list.summary.trim(), code(&list.name))]);
    let meanings = list.values.iter().map(|value| doc([format!("{}: {}", code(&value.code), value.meaning.trim())]));
    let codes: Vec<_> = list.values.iter().map(|value| string(&value.code)).collect();
    let outcome = outcome(list, names);
    quote! {
        #about
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #ty {
            #(#meanings #variants,)*
            /// A received code that isn't in the list. It can't be sent.
            Unknown(rt::UnknownCode),
        }

        impl #ty {
            /// The code as it goes over the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #codes,)*
                    Self::Unknown(code) => code.as_str(),
                }
            }
            #outcome
        }

        impl rt::CodeText for #ty {
            const CODES: &'static [&'static str] = &[#(#codes),*];
            fn as_str(&self) -> &str {
                Self::as_str(self)
            }
            fn received(text: &str) -> Self {
                match text {
                    #(#codes => Self::#variants,)*
                    _ => Self::Unknown(rt::UnknownCode::__received(text)),
                }
            }
        }

        impl ::core::fmt::Display for #ty {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    }
}

/// What the codes of a status list say about money; nothing for other lists.
fn outcome(list: &CodeList, names: &CodeNames) -> TokenStream {
    if list.values.iter().all(|value| value.outcome.is_none()) {
        return TokenStream::new();
    }
    let variants = &names.variants;
    let arms =
        [(Outcome::Paid, quote!(Paid)), (Outcome::NotPaid, quote!(NotPaid)), (Outcome::Pending, quote!(Pending))]
            .into_iter()
            .map(|(outcome, word)| {
                let these: Vec<_> = list
                    .values
                    .iter()
                    .zip(variants)
                    .filter(|(value, _)| value.outcome == Some(outcome))
                    .map(|(_, variant)| variant)
                    .collect();
                if these.is_empty() {
                    TokenStream::new()
                } else {
                    quote!(#(Self::#these)|* => rt::PaymentStatus::#word,)
                }
            });
    quote! {
        /// What it means for the payment.
        #[must_use]
        pub fn outcome(&self) -> rt::PaymentStatus {
            match self {
                #(#arms)*
                _ => rt::PaymentStatus::Unknown,
            }
        }
        /// What this received code means for the payment.
        #[must_use]
        pub fn outcome_of(text: &str) -> rt::PaymentStatus {
            <Self as rt::CodeText>::received(text).outcome()
        }
    }
}
