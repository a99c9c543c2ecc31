// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// Every request, in the order of the spec.
pub static REQUESTS: &[&rt::table::RequestTable] = &[
    #[cfg(feature = "auth")]
    &super::auth_tables::ACCESS_TOKEN,
    #[cfg(feature = "customer")]
    &super::customer_tables::RETRIEVE_CUSTOMER,
    #[cfg(feature = "session")]
    &super::session_tables::CANCEL_SESSION,
    #[cfg(feature = "session")]
    &super::session_tables::CAPTURE_SESSION,
    #[cfg(feature = "session")]
    &super::session_tables::CONFIRM_SESSION,
    #[cfg(feature = "session")]
    &super::session_tables::CREATE_SESSION,
    #[cfg(feature = "session")]
    &super::session_tables::RETRIEVE_SESSION,
    #[cfg(feature = "session")]
    &super::session_tables::RETRIEVE_SESSION_BY_REFERENCE,
];
/// Every message that may come back, under the id of the operation that it answers, and the way it comes.
pub static INBOUND: &[(&str, &rt::table::InboundTable, rt::dynamic::Through)] = &[
    #[cfg(feature = "auth")]
    (
        "pivot.auth.access-token.reply",
        &super::received_tables::ACCESS_TOKEN_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "customer")]
    (
        "pivot.customer.retrieve.reply",
        &super::received_tables::CUSTOMER_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "session")]
    (
        "pivot.session.cancel.reply",
        &super::received_tables::SESSION_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "session")]
    (
        "pivot.session.capture.reply",
        &super::received_tables::CAPTURE_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "session")]
    (
        "pivot.session.confirm.reply",
        &super::received_tables::SESSION_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "session")]
    (
        "pivot.session.create.callback",
        &super::received_tables::SESSION_CALLBACK,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "session")]
    (
        "pivot.session.create.reply",
        &super::received_tables::SESSION_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "session")]
    (
        "pivot.session.retrieve.reply",
        &super::received_tables::SESSION_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "session")]
    (
        "pivot.session.retrieve-by-reference.reply",
        &super::received_tables::SESSION_LIST_REPLY,
        rt::dynamic::Through::Reply,
    ),
];
/// Every signature recipe as the documents give it, its values by name.
pub static RECIPES: &[rt::dynamic::Recipe] = &[];
