// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// Every request, in the order of the spec.
pub static REQUESTS: &[&rt::table::RequestTable] = &[
    #[cfg(feature = "card")]
    &super::card_tables::PAYMENT_WINDOW,
    #[cfg(feature = "card")]
    &super::card_tables::TOKEN_PAYMENT,
    #[cfg(feature = "card")]
    &super::card_tables::TOKEN_REGISTER,
    #[cfg(feature = "recurring")]
    &super::recurring_tables::REGISTER_MEMBER,
    #[cfg(feature = "recurring")]
    &super::recurring_tables::UPDATE_CARD,
];
/// Every message that may come back, under the id of the operation that it answers, and the way it comes.
pub static INBOUND: &[(&str, &rt::table::InboundTable, rt::dynamic::Through)] = &[
    #[cfg(feature = "card")]
    (
        "faspay.card.payment-window.return",
        &super::received_tables::CARD_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.payment-window.callback",
        &super::received_tables::CARD_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.token-payment.return",
        &super::received_tables::TOKEN_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.token-payment.callback",
        &super::received_tables::TOKEN_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.token-register.return",
        &super::received_tables::TOKEN_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.token-register.callback",
        &super::received_tables::TOKEN_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "recurring")]
    (
        "faspay.recurring.register.return",
        &super::received_tables::REGISTER_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "recurring")]
    (
        "faspay.recurring.register.callback",
        &super::received_tables::REGISTER_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "recurring")]
    (
        "faspay.recurring.update-card.return",
        &super::received_tables::UPDATE_CARD_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "recurring")]
    (
        "faspay.recurring.update-card.callback",
        &super::received_tables::UPDATE_CARD_RESULT,
        rt::dynamic::Through::Server,
    ),
];
