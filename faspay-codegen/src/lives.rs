//! The module of lives: for each code list that has one, a static table of what comes after what. The steps of the spec are
//! closed here, so that the runtime compares and never searches.

use faspay_spec::model::Life;
use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;
use crate::names::constant;
use crate::text::{doc, string};

/// The items of the module; nothing without lives.
pub fn items(model: &Model<'_>) -> TokenStream {
    if model.gateway.lives.is_empty() {
        return TokenStream::new();
    }
    let lives = model.gateway.lives.iter().map(|life| one(model, life));
    quote! {
        use ::faspay_runtime::table::{LifeStatus, LifeTable};
        #(#lives)*
    }
}

fn one(model: &Model<'_>, life: &Life) -> TokenStream {
    let (list, names) = model.codes(&life.list);
    let (ty, name) = (&names.ty, constant(&names.ty));
    let about = doc([life.summary.clone(), format!("It begins with `{}`.", life.start)]);
    let id = string(&format!("{}.{}", model.gateway.id, life.list));
    let codes = || {
        let own = list.values.iter().map(|value| value.code.as_str());
        own.filter(|code| !life.outside.iter().any(|(outside, _)| outside == code))
    };
    let statuses = codes().map(|code| {
        let before = before(life, code);
        let after = codes().filter(|other| before.contains(other)).map(string);
        let code = string(code);
        quote!(LifeStatus { code: #code, after: &[#(#after),*] })
    });
    let messages = model.gateway.inbound.iter().filter(|message| message.has_status_of(&life.list)).map(|message| {
        let id = string(&format!("{}.{}", model.gateway.id, message.id));
        let of_request = life.of_request.iter().find(|(own, _)| *own == message.id);
        let codes = of_request.into_iter().flat_map(|(_, codes)| codes).map(|code| string(code));
        quote!((#id, &[#(#codes),*]))
    });
    let outcome = if list.values.iter().any(|value| value.outcome.is_some()) {
        quote!(super::codes::#ty::outcome_of)
    } else {
        quote!(|_| ::faspay_runtime::PaymentStatus::Unknown)
    };
    quote! {
        #about
        pub static #name: LifeTable = LifeTable {
            id: #id,
            statuses: &[#(#statuses),*],
            outcome: #outcome,
            messages: &[#(#messages),*],
        };
    }
}

/// Every status that comes before this one.
fn before<'a>(life: &'a Life, code: &str) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    let mut open = vec![code.to_owned()];
    while let Some(code) = open.pop() {
        for step in life.steps.iter().filter(|step| !step.back && step.to == code) {
            if !found.contains(&step.from.as_str()) {
                found.push(&step.from);
                open.push(step.from.clone());
            }
        }
    }
    found
}
