//! What of a gateway's requests is card data, and how much of it stands behind the feature `card-data`: a whole operation where it
//! can't be asked for without a card, else only the members that would carry one. The modules that write requests and tables ask here.

use faspay_spec::model::{Field, From, Gateway, Operation, Presence, Sensitivity, Type};
use proc_macro2::TokenStream;
use quote::quote;

use crate::text::doc;

/// The feature.
pub const FEATURE: &str = "card-data";

/// What a reader of the module of such operations has to know before anything else.
pub const MODULE: &str = "Requests that carry a card number. PCI DSS binds whoever receives, passes on or shows one: your page, your server and \
                          your logs come into its scope, the security code may never be stored, and an assessment may be due. The payment \
                          window needs none of this.";

/// Whether something of the gateway is there only with the feature: what carries card data, and what encrypts a card.
pub fn are_taken(gateway: &Gateway) -> bool {
    let fields = || gateway.operations.iter().map(|operation| &*operation.fields);
    fields().any(carries_card) || fields().flatten().any(|field| field.ty == Type::EncryptedCard)
}

/// Whether the whole operation is: one that takes a card and that nobody can do without one, as far as a table can tell.
pub fn is_whole(operation: &Operation) -> bool {
    carries_card(&operation.fields) && !operation.fields.iter().all(|field| can_stand_apart(field, &operation.fields))
}

/// Whether a member of an operation that isn't whole is.
pub fn is_member(field: &Field) -> bool {
    field.sensitivity == Sensitivity::Card
}

/// The attribute that puts an item behind the feature.
pub fn attribute() -> TokenStream {
    quote!(#[cfg(feature = #FEATURE)])
}

/// What is said of a member that is there with the feature only, in a paragraph of its own.
pub fn about_member() -> TokenStream {
    let about =
        doc([format!("Only with the feature `{FEATURE}`: PCI DSS binds whoever receives card data or passes it on.")]);
    quote!(#[doc = ""] #about)
}

/// Whether one of the fields is card data, or an element of one of the lists has such a field. An encrypted card isn't: nobody on the
/// way can read it.
fn carries_card(fields: &[Field]) -> bool {
    fields.iter().any(|field| is_member(field) || holds_cards(field))
}

fn holds_cards(field: &Field) -> bool {
    matches!(&field.ty, Type::List { fields, .. } if carries_card(fields))
}

/// Whether what is left of the operation without this field can still be filled and sent: either the field carries no card, or it may
/// be left out, beside something that the caller fills in the same struct.
fn can_stand_apart(field: &Field, all: &[Field]) -> bool {
    if !is_member(field) {
        return !holds_cards(field);
    }
    let is_value = !matches!(field.ty, Type::Object { .. } | Type::List { .. });
    let may_lack = matches!(field.presence, Presence::Optional | Presence::Undocumented) && field.from == From::Caller;
    let beside = all.iter().filter(|other| other.parent == field.parent && !is_member(other));
    let is_beside = beside.into_iter().any(|other| matches!(other.from, From::Caller | From::IdempotencyKey));
    is_value && may_lack && is_beside
}
