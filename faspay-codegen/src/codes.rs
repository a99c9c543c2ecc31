//! The module of coded values: an enum for each list, with the meaning of every value. The runtime's macros `codes!`,
//! `outcomes!` and `advice!` do the rest.

use faspay_spec::model::{Advice, Basis, CodeList, Outcome};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::describe;
use crate::model::{CodeNames, Model};
use crate::text::{code, doc, string};

/// The items of the module.
pub fn items(model: &Model<'_>) -> TokenStream {
    model.gateway.codes.iter().zip(&model.codes).map(|(list, names)| one(list, names)).collect()
}

fn one(list: &CodeList, names: &CodeNames) -> TokenStream {
    let CodeNames { ty, variants } = names;
    let alone = list.standalone.as_ref().map(|why| format!("No message has it: {}.", why.trim().trim_end_matches('.')));
    let about = format!("{} Code list {}.", list.summary.trim(), code(&list.name));
    let about = doc(std::iter::once(about).chain(alone));
    let meanings = list.values.iter().map(|value| {
        let code = code(&value.code);
        let known = describe::basis(value.basis).map(|basis| format!(" · {basis}")).unwrap_or_default();
        match value.meaning.trim() {
            "" => doc([format!("{code}{known}")]),
            meaning => doc([format!("{code}: {meaning}{known}")]),
        }
    });
    let codes = list.values.iter().map(|value| string(&value.code));
    let outcomes = outcomes(list, names);
    let advice = advice(list, names);
    quote! {
        ::faspay_runtime::codes! {
            #about
            pub enum #ty { #(#meanings #variants = #codes,)* }
        }
        #outcomes
        #advice
    }
}

/// What the codes of a status list say about money; nothing for other lists.
fn outcomes(list: &CodeList, names: &CodeNames) -> Option<TokenStream> {
    list.values.iter().find(|value| value.outcome.is_some())?;
    let ty = &names.ty;
    let arms = list.values.iter().zip(&names.variants).filter_map(|(value, variant)| {
        let outcome = outcome(value.outcome?);
        Some(quote!(#variant => #outcome,))
    });
    Some(quote!(::faspay_runtime::outcomes! { #ty { #(#arms)* } }))
}

/// What a merchant can do about the codes of a list of errors; nothing for other lists.
fn advice(list: &CodeList, names: &CodeNames) -> Option<TokenStream> {
    let basis = match list.advice_basis? {
        Basis::Documented => "The documents say so.",
        Basis::Sampled => "Samples show so.",
        Basis::Inferred => "No document says so: it is inferred from what the codes mean.",
        Basis::Partial => "The documents say so of a part of the codes; the rest is inferred from what they mean.",
    };
    let about = doc([basis.to_owned()]);
    let ty = &names.ty;
    let arms = list.values.iter().zip(&names.variants).filter_map(|(value, variant)| {
        let advice = match value.advice? {
            Advice::FixRequest => quote!(FixRequest),
            Advice::AskShopper => quote!(AskShopper),
            Advice::Retry => quote!(Retry),
            Advice::Inquire => quote!(Inquire),
            Advice::CallGateway => quote!(CallGateway),
        };
        Some(quote!(#variant => #advice,))
    });
    Some(quote!(::faspay_runtime::advice! { #about #ty { #(#arms)* } }))
}

/// The variant of `PaymentStatus` that says it.
pub fn outcome(outcome: Outcome) -> Ident {
    format_ident!(
        "{}",
        match outcome {
            Outcome::Paid => "Paid",
            Outcome::NotPaid => "NotPaid",
            Outcome::Pending => "Pending",
            Outcome::Unknown => "Unknown",
        }
    )
}
