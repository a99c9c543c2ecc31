// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
use ::faspay_runtime::dynamic::{Piece::*, Recipe};
use ::faspay_runtime::table::Case;
use ::faspay_runtime::table::Digest;
/// Every request, in the order of the spec.
pub static REQUESTS: &[&rt::table::RequestTable] = &[
    #[cfg(feature = "card")]
    &super::card_tables::CAPTURE,
    #[cfg(feature = "card")]
    &super::card_tables::INQUIRY,
    #[cfg(feature = "card-data")]
    &super::card_data_tables::PAYMENT_DIRECT,
    #[cfg(feature = "card")]
    &super::card_tables::PAYMENT_WINDOW,
    #[cfg(feature = "card")]
    &super::card_tables::REFUND,
    #[cfg(feature = "card")]
    &super::card_tables::TOKEN_DELETE,
    #[cfg(feature = "card-data")]
    &super::card_data_tables::TOKEN_DIRECT,
    #[cfg(feature = "card")]
    &super::card_tables::TOKEN_INQUIRY,
    #[cfg(feature = "card")]
    &super::card_tables::TOKEN_LAST,
    #[cfg(feature = "card")]
    &super::card_tables::TOKEN_PAYMENT,
    #[cfg(feature = "card")]
    &super::card_tables::TOKEN_REGISTER,
    #[cfg(feature = "card")]
    &super::card_tables::VOID,
    #[cfg(feature = "cardpayment")]
    &super::cardpayment_tables::CARD_PAYMENT_CAPTURE,
    #[cfg(feature = "cardpayment")]
    &super::cardpayment_tables::CARD_PAYMENT_INQUIRY,
    #[cfg(feature = "cardpayment")]
    &super::cardpayment_tables::CARD_PAYMENT,
    #[cfg(feature = "cardpayment")]
    &super::cardpayment_tables::CARD_PAYMENT_TOKEN_PAYMENT,
    #[cfg(feature = "cardpayment")]
    &super::cardpayment_tables::CARD_PAYMENT_TOKEN_REGISTER,
    #[cfg(feature = "cardpayment")]
    &super::cardpayment_tables::CARD_PAYMENT_VOID,
    #[cfg(feature = "recurring")]
    &super::recurring_tables::INQUIRE_MEMBER,
    #[cfg(feature = "recurring")]
    &super::recurring_tables::REGISTER_MEMBER,
    #[cfg(feature = "recurring")]
    &super::recurring_tables::UPDATE_CARD,
    #[cfg(feature = "recurring")]
    &super::recurring_tables::UPDATE_MEMBER,
];
/// Every message that may come back, under the id of the operation that it answers, and the way it comes.
pub static INBOUND: &[(&str, &rt::table::InboundTable, rt::dynamic::Through)] = &[
    #[cfg(feature = "card")]
    (
        "faspay.card.capture.reply",
        &super::received_tables::CAPTURE_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.inquiry.reply",
        &super::received_tables::INQUIRY_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card-data")]
    (
        "faspay.card.payment-direct.return",
        &super::received_tables::CARD_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "card-data")]
    (
        "faspay.card.payment-direct.callback",
        &super::received_tables::CARD_RESULT,
        rt::dynamic::Through::Server,
    ),
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
        "faspay.card.refund.reply",
        &super::received_tables::REFUND_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.token-delete.reply",
        &super::received_tables::TOKEN_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card-data")]
    (
        "faspay.card.token-direct.return",
        &super::received_tables::TOKEN_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "card-data")]
    (
        "faspay.card.token-direct.callback",
        &super::received_tables::TOKEN_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.token-inquiry.reply",
        &super::received_tables::TOKEN_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "card")]
    (
        "faspay.card.token-last.reply",
        &super::received_tables::TOKEN_REPLY,
        rt::dynamic::Through::Reply,
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
    #[cfg(feature = "card")]
    (
        "faspay.card.void.reply",
        &super::received_tables::VOID_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.capture.reply",
        &super::received_tables::CARD_PAYMENT_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.inquiry.reply",
        &super::received_tables::CARD_PAYMENT_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.payment.return",
        &super::received_tables::CARD_PAYMENT_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.payment.callback",
        &super::received_tables::CARD_PAYMENT_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.token-payment.return",
        &super::received_tables::CARD_PAYMENT_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.token-payment.callback",
        &super::received_tables::CARD_PAYMENT_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.token-register.return",
        &super::received_tables::CARD_PAYMENT_RESULT,
        rt::dynamic::Through::Browser,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.token-register.callback",
        &super::received_tables::CARD_PAYMENT_RESULT,
        rt::dynamic::Through::Server,
    ),
    #[cfg(feature = "cardpayment")]
    (
        "faspay.cardpayment.void.reply",
        &super::received_tables::CARD_PAYMENT_REPLY,
        rt::dynamic::Through::Reply,
    ),
    #[cfg(feature = "recurring")]
    (
        "faspay.recurring.inquiry.reply",
        &super::received_tables::INQUIRE_MEMBER_REPLY,
        rt::dynamic::Through::Reply,
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
    #[cfg(feature = "recurring")]
    (
        "faspay.recurring.update-member.reply",
        &super::received_tables::UPDATE_MEMBER_REPLY,
        rt::dynamic::Through::Reply,
    ),
    (
        "faspay.recurring.payment-notification",
        &super::received_tables::PAYMENT_NOTIFICATION,
        rt::dynamic::Through::Server,
    ),
    (
        "faspay.recurring.card-expired-notification",
        &super::received_tables::CARD_EXPIRED_NOTIFICATION,
        rt::dynamic::Through::Server,
    ),
];
/// Every signature recipe as the documents give it, its values by name.
pub static RECIPES: &[rt::dynamic::Recipe] = &[
    Recipe { name: "card-request", digest: Digest::Sha1Hex, pieces: &[Text("##"), Value("merchantid", Case::Upper), Text("##"), Value("txn_password", Case::Upper), Text("##"), Value("merchant_tranid", Case::Setting(1)), Text("##"), Value("amount", Case::AsIs), Text("##"), Value("transactionid", Case::AsIs), Text("##")] },
    Recipe { name: "card-response", digest: Digest::Sha1Hex, pieces: &[Text("##"), Value("merchantid", Case::Upper), Text("##"), Value("txn_password", Case::Upper), Text("##"), Value("merchant_tranid", Case::Setting(1)), Text("##"), Value("amount", Case::AsIs), Text("##"), Value("txn_status", Case::AsIs), Text("##")] },
    Recipe { name: "card-token", digest: Digest::Sha1Hex, pieces: &[Text("##"), Value("merchantid", Case::Upper), Text("##"), Value("txn_password", Case::Upper), Text("##"), Value("pymt_token", Case::AsIs), Text("##")] },
    Recipe { name: "card-last-token", digest: Digest::Sha1Hex, pieces: &[Text("##"), Value("merchantid", Case::Upper), Text("##"), Value("txn_password", Case::Upper), Text("##"), Value("merchant_tranid", Case::Setting(1)), Text("##")] },
    Recipe { name: "cardpayment", digest: Digest::Sha256Base64, pieces: &[Text("##"), Value("merchantid", Case::Upper), Text("##"), Value("txn_password", Case::Upper), Text("##"), Value("merchant_tranid", Case::Upper), Text("##"), Value("amount", Case::AsIs), Text("##0##")] },
    Recipe { name: "recurring-member", digest: Digest::Sha1OfMd5Hex, pieces: &[Value("user_id", Case::AsIs), Value("password", Case::AsIs), Value("member_id", Case::AsIs)] },
    Recipe { name: "recurring-notification", digest: Digest::Sha1OfMd5Hex, pieces: &[Text("bot"), Value("merchant_id", Case::AsIs), Value("password", Case::AsIs), Value("trx_id", Case::AsIs), Value("payment_status_code", Case::AsIs)] },
];
