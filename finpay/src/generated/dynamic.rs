// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// Every request, in the order of the spec.
pub static REQUESTS: &[&rt::table::RequestTable] = &[
    #[cfg(feature = "card")]
    &super::card_tables::CANCEL,
    #[cfg(feature = "card")]
    &super::card_tables::CHECK_STATUS,
    #[cfg(feature = "card")]
    &super::card_tables::DELETE_STORED_CARD,
    #[cfg(feature = "card")]
    &super::card_tables::INITIATE,
    #[cfg(feature = "card")]
    &super::card_tables::ONE_CLICK,
    #[cfg(feature = "card")]
    &super::card_tables::RECURRING,
    #[cfg(feature = "card")]
    &super::card_tables::RETRIEVE_STORED_CARD,
    #[cfg(feature = "card")]
    &super::card_tables::STORE_CARD,
    #[cfg(feature = "card-data")]
    &super::card_data_tables::THREE_DS_INITIATE,
    #[cfg(feature = "card")]
    &super::card_tables::TWO_CLICK,
    #[cfg(feature = "card")]
    &super::card_tables::VOID,
];
/// Every message that may come back, under the id of the operation that it answers, and the way it comes.
pub static INBOUND: &[(&str, &rt::table::InboundTable, rt::dynamic::Through)] = &[
    #[cfg(feature = "card")]
    (
        "finpay.card.cancel.reply",
        &super::received_tables::PLAIN_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.check-status.reply",
        &super::received_tables::STATUS_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.delete-stored-card.reply",
        &super::received_tables::PLAIN_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.initiate.callback",
        &super::received_tables::PAYMENT_CALLBACK,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.initiate.reply",
        &super::received_tables::INITIATE_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.one-click.callback",
        &super::received_tables::PAYMENT_CALLBACK,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.one-click.reply",
        &super::received_tables::ONE_CLICK_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.recurring.callback",
        &super::received_tables::PAYMENT_CALLBACK,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.recurring.reply",
        &super::received_tables::INITIATE_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.retrieve-stored-card.reply",
        &super::received_tables::PLAIN_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.stored-card-initiate.callback",
        &super::received_tables::PAYMENT_CALLBACK,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.stored-card-initiate.reply",
        &super::received_tables::INITIATE_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card-data")]
    (
        "finpay.card.threeds-initiate.callback",
        &super::received_tables::PAYMENT_CALLBACK,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card-data")]
    (
        "finpay.card.threeds-initiate.reply",
        &super::received_tables::THREE_DS_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.two-click.callback",
        &super::received_tables::PAYMENT_CALLBACK,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.two-click.reply",
        &super::received_tables::INITIATE_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "finpay.card.void.reply",
        &super::received_tables::PLAIN_REPLY,
        rt::dynamic::Through::Reply,
    ),
];
/// Every signature recipe as the documents give it, its values by name.
pub static RECIPES: &[rt::dynamic::Recipe] = &[];
