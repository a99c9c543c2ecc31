//! How much of a request the feature `card-data` holds back: a member where the rest can be sent without it, else all of it. Too
//! little would let card data out of its feature, too much would put merchants in the scope of PCI DSS who have no card.

mod model;

use faspay_codegen::{generate, has_card_data};
use faspay_spec::model::*;

/// Where the operation that the nested gateway charges with is generated, when its `customer.cvc` is changed.
fn module(change: impl FnOnce(&mut Vec<Field>, usize)) -> String {
    let mut gateway = model::nested();
    let charge = gateway.operations.iter_mut().find(|own| own.id == "card.charge").unwrap();
    let cvc = charge.fields.iter().position(|own| own.name == "customer.cvc").unwrap();
    change(&mut charge.fields, cvc);
    let files = generate(&gateway);
    let file = files.iter().find(|file| file.contents.contains("pub struct Charge {")).unwrap();
    let apart = file.contents.contains("#[cfg(feature = \"card-data\")]\n    pub cvc");
    format!("{}{}", file.path, if apart { ", cvc apart" } else { "" })
}

#[test]
fn a_card_that_may_be_left_out_stands_apart_alone() {
    assert_eq!(module(|_, _| {}), "card.rs, cvc apart");
    assert_eq!(module(|fields, at| fields[at].presence = Presence::Undocumented), "card.rs, cvc apart");
}

#[test]
fn a_card_that_a_request_may_need_takes_the_whole_request_along() {
    assert_eq!(module(|fields, at| fields[at].presence = Presence::Mandatory), "card_data.rs");
    let condition = Presence::When(Expr::Present("pin".into()));
    assert_eq!(module(|fields, at| fields[at].presence = condition), "card_data.rs");
}

#[test]
fn a_card_that_nobody_could_fill_by_itself_takes_the_whole_request_along() {
    let object = Type::Object { min: None, max: None };
    assert_eq!(module(|fields, at| fields[at].ty = object), "card_data.rs");
    // Alone in its object, which would be empty without it.
    let alone = |fields: &mut Vec<Field>, at: usize| {
        let flags = fields.iter().position(|own| own.name == "customer.flags");
        fields[at].parent = flags;
    };
    assert_eq!(module(alone), "card_data.rs");
    let not_the_callers = From::Fixed("123".into());
    assert_eq!(module(|fields, at| fields[at].from = not_the_callers), "card_data.rs");
}

#[test]
fn a_card_in_an_element_of_a_list_takes_the_whole_request_along() {
    let in_list = |fields: &mut Vec<Field>, _| {
        let list = fields.iter_mut().find(|own| own.name == "vouchers").unwrap();
        let Type::List { fields: own, .. } = &mut list.ty else { panic!("a list") };
        own[0].sensitivity = Sensitivity::Card;
    };
    assert_eq!(module(in_list), "card_data.rs");
}

#[test]
fn an_encrypted_card_is_no_card_data_but_encrypting_one_is() {
    let encrypted = |field: &mut Field| {
        field.ty = Type::EncryptedCard;
        field.sensitivity = Sensitivity::Secret;
        field.presence = Presence::Mandatory;
    };
    assert_eq!(module(|fields, at| encrypted(&mut fields[at])), "card.rs");
    let mut gateway = model::nested();
    gateway.operations.retain(|own| own.id == "card.charge");
    assert!(has_card_data(&gateway));
    let fields = &mut gateway.operations[0].fields;
    fields.retain(|own| own.sensitivity != Sensitivity::Card);
    assert!(!has_card_data(&gateway));
    encrypted(gateway.operations[0].fields.iter_mut().find(|own| own.name == "pin").unwrap());
    assert!(has_card_data(&gateway));
}
