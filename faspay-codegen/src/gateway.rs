//! The module of the gateway itself: the credentials that a merchant holds, and the table that all messages share.

use faspay_spec::model::{Credential, Gateway, Sensitivity, Setting, SettingKind};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::model::{Model, index};
use crate::names::Scope;
use crate::text::{code, doc, sentence, string};

/// The items of the module.
pub fn items(model: &Model<'_>) -> TokenStream {
    let table = table(model);
    let credentials = credentials(model.gateway);
    quote! {
        use ::faspay_runtime as rt;
        #credentials
        #table
    }
}

/// The static table.
fn table(model: &Model<'_>) -> TokenStream {
    let id = string(&model.gateway.id);
    let credentials = model.gateway.credentials.iter().map(|credential| {
        let name = string(&credential.name);
        let max = option(credential.max.map(Literal::u32_unsuffixed));
        let digits = credential.digits;
        let sensitive = credential.sensitivity != Sensitivity::Public;
        let sent_by = option(model.sent_by(&credential.name).map(index));
        quote!(rt::table::CredentialSpec {
            name: #name, max: #max, digits: #digits, sensitive: #sensitive, sent_by: #sent_by
        })
    });
    let settings = model.gateway.settings.iter().map(|setting| {
        let name = string(&setting.name);
        let kind = match &setting.kind {
            SettingKind::SendsCredential { .. } => quote!(SendsCredential),
            SettingKind::Case => quote!(Case),
            SettingKind::Address { endpoint } => {
                let endpoint = string(endpoint);
                quote!(Address(#endpoint))
            }
        };
        quote!(rt::table::SettingSpec { name: #name, kind: rt::table::SettingKind::#kind })
    });
    quote! {
        /// What every message of the gateway shares.
        pub static GATEWAY: rt::table::GatewayTable = rt::table::GatewayTable {
            id: #id,
            credentials: &[#(#credentials),*],
            settings: &[#(#settings),*],
        };
    }
}

/// `Some(…)` or `None` in a table.
pub fn option<T: quote::ToTokens>(value: Option<T>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}

/// The struct that a merchant fills, with a setter for each credential and setting.
fn credentials(gateway: &Gateway) -> TokenStream {
    let mut scope = Scope::with(&["new"]);
    let credentials: Vec<(Ident, &Credential)> =
        gateway.credentials.iter().map(|one| (scope.value(&one.name), one)).collect();
    let settings: Vec<(Ident, &Setting)> = gateway.settings.iter().map(|one| (scope.value(&one.name), one)).collect();
    let fields = credentials
        .iter()
        .map(|(name, one)| {
            let ty = text_type(one);
            quote!(#name: #ty)
        })
        .chain(settings.iter().map(|(name, one)| {
            let ty = setting_type(one);
            if is_address(one) { quote!(#name: #ty) } else { quote!(#name: Option<#ty>) }
        }));
    let setters = credentials
        .iter()
        .map(|(name, one)| credential_setter(name, one))
        .chain(settings.iter().map(|(name, one)| setting_setter(name, one)));
    let texts = credentials.iter().enumerate().map(|(at, (name, one))| {
        let at = index(at);
        if is_secret(one) { quote!(#at => Some(self.#name.expose()),) } else { quote!(#at => Some(&self.#name),) }
    });
    let (addresses, choices): (Vec<_>, Vec<_>) = settings.iter().enumerate().partition(|(_, (_, one))| is_address(one));
    let decided = (!choices.is_empty()).then(|| {
        let choices = choices.into_iter().map(|(at, (name, _))| {
            let at = index(at);
            quote!(#at => self.#name.map(rt::SettingValue::from),)
        });
        quote! {
            fn setting(&self, index: usize) -> Option<rt::SettingValue> {
                match index { #(#choices)* _ => None }
            }
        }
    });
    let told = (!addresses.is_empty()).then(|| {
        let addresses = addresses.into_iter().map(|(at, (name, _))| {
            let at = index(at);
            quote!(#at => Some(&self.#name),)
        });
        quote! {
            fn address(&self, index: usize) -> Option<&str> {
                match index { #(#addresses)* _ => None }
            }
        }
    });
    let about = doc([
        format!("What {} issued to the merchant, and what the merchant decided.", code(&gateway.id)),
        "Secrets are wiped when dropped and never shown. A credential that an operation doesn't use may be left out."
            .into(),
    ]);
    let client = doc([format!("Builds and signs requests of {}.", code(&gateway.id))]);
    quote! {
        #about
        #[derive(Clone, Debug, Default)]
        pub struct Credentials { #(#fields,)* }

        impl Credentials {
            /// Nothing issued, nothing decided.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
            #(#setters)*
        }

        impl rt::Credentials for Credentials {
            fn get(&self, index: usize) -> Option<&str> {
                match index { #(#texts)* _ => None }
            }
            #decided
            #told
        }

        #client
        pub type Client = rt::Client<Credentials>;
    }
}

fn credential_setter(name: &Ident, credential: &Credential) -> TokenStream {
    let ty = text_type(credential);
    let mut limits = Vec::new();
    limits.extend(credential.max.map(|max| format!("at most {max} characters")));
    limits.extend(credential.digits.then(|| "digits only".to_owned()));
    let limits = if limits.is_empty() { String::new() } else { format!(" ({})", limits.join(", ")) };
    let about = doc([format!(
        "{}{limits}",
        sentence(&credential.summary, format!("The credential {}.", code(&credential.name)))
    )]);
    quote! {
        #about
        #[must_use]
        pub fn #name(mut self, #name: impl Into<#ty>) -> Self {
            self.#name = #name.into();
            self
        }
    }
}

fn setting_setter(name: &Ident, setting: &Setting) -> TokenStream {
    let ty = setting_type(setting);
    let about = doc([sentence(&setting.summary, format!("The setting {}.", code(&setting.name)))]);
    let (given, taken) =
        if is_address(setting) { (quote!(impl Into<#ty>), quote!(#name.into())) } else { (ty, quote!(Some(#name))) };
    quote! {
        #about
        #[must_use]
        pub fn #name(mut self, #name: #given) -> Self {
            self.#name = #taken;
            self
        }
    }
}

fn is_address(setting: &Setting) -> bool {
    matches!(setting.kind, SettingKind::Address { .. })
}

fn is_secret(credential: &Credential) -> bool {
    credential.sensitivity != Sensitivity::Public
}

fn text_type(credential: &Credential) -> TokenStream {
    if is_secret(credential) { quote!(rt::Secret) } else { quote!(String) }
}

fn setting_type(setting: &Setting) -> TokenStream {
    match setting.kind {
        SettingKind::SendsCredential { .. } => quote!(bool),
        SettingKind::Case => quote!(rt::SignedCase),
        SettingKind::Address { .. } => quote!(String),
    }
}
