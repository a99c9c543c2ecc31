// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
use ::faspay_runtime::table::*;
static JSON_KEYS: Keys = Keys::exact(&[
    "order", "order.id", "order.reference", "order.amount", "order.currency", "customer", "customer.id",
    "meta", "card", "card.mask", "card.info", "card.info.brand", "card.info.issuing", "card.info.type",
    "card.info.subType", "card.info.country", "result", "result.payment", "result.payment.amount",
    "result.payment.status", "result.payment.statusDesc", "signature",
]);
static PAYMENT_CALLBACK_FIELDS: [FieldSpec; 22] = [
    FieldSpec::new("order", "order", Kind::Object { min: Some(1), max: Some(12) }, "finpay/card/callback#callback row 1").mandatory(),
    FieldSpec::new("order.id", "id", Kind::Text { max: None }, "finpay/card/check-status#order row 1").within(0),
    FieldSpec::new("order.reference", "reference", Kind::Text { max: None }, "finpay/card/check-status#order row 2").within(0),
    FieldSpec::new("order.amount", "amount", Kind::Amount { decimals: 0, max: None, positive: false, currency: Some(4) }, "finpay/card/check-status#order row 3").within(0),
    FieldSpec::new("order.currency", "currency", Kind::Text { max: None }, "finpay/card/check-status#order row 4").within(0),
    FieldSpec::new("customer", "customer", Kind::Object { min: Some(1), max: Some(8) }, "finpay/card/callback#callback row 2").mandatory(),
    FieldSpec::new("customer.id", "id", Kind::Text { max: None }, "finpay/card/check-status#customer row 1").within(5),
    FieldSpec::new("meta", "meta", Kind::Json, "finpay/card/callback#callback row 3"),
    FieldSpec::new("card", "card", Kind::Object { min: Some(1), max: Some(7) }, "finpay/card/callback#callback row 4"),
    FieldSpec::new("card.mask", "mask", Kind::Text { max: None }, "finpay/objects/card#response row 1").within(8),
    FieldSpec::new("card.info", "info", Kind::Object { min: None, max: None }, "finpay/objects/card#response row 2").within(8),
    FieldSpec::new("card.info.brand", "brand", Kind::Text { max: None }, "finpay/objects/card#info row 1").within(10),
    FieldSpec::new("card.info.issuing", "issuing", Kind::Text { max: None }, "finpay/objects/card#info row 2").within(10),
    FieldSpec::new("card.info.type", "type", Kind::Text { max: None }, "finpay/objects/card#info row 3").within(10),
    FieldSpec::new("card.info.subType", "subType", Kind::Text { max: None }, "finpay/objects/card#info row 4").within(10),
    FieldSpec::new("card.info.country", "country", Kind::Text { max: None }, "finpay/objects/card#info row 5").within(10),
    FieldSpec::new("result", "result", Kind::Object { min: Some(1), max: Some(11) }, "finpay/card/callback#callback row 5"),
    FieldSpec::new("result.payment", "payment", Kind::Object { min: None, max: None }, "finpay/card/check-status#result row 1").within(16),
    FieldSpec::new("result.payment.amount", "amount", Kind::Amount { decimals: 0, max: None, positive: false, currency: Some(4) }, "finpay/card/check-status#payment row 1").within(17),
    FieldSpec::new("result.payment.status", "status", Kind::Code(<super::codes::PaymentState as rt::CodeText>::CODES), "finpay/card/check-status#payment row 2").within(17),
    FieldSpec::new("result.payment.statusDesc", "statusDesc", Kind::Text { max: None }, "finpay/card/check-status#payment row 3").within(17),
    FieldSpec::new("signature", "signature", Kind::Text { max: Some(128) }, "finpay/card/callback#callback row 6").least(128).mandatory(),
];
/// The table of `card.callback`.
pub static PAYMENT_CALLBACK: InboundTable = InboundTable {
    id: "finpay.card.callback",
    gateway: &super::gateway::GATEWAY,
    fields: &PAYMENT_CALLBACK_FIELDS,
    encoding: Encoding::Json,
    keys: &JSON_KEYS,
    slots: &slots::<22>(&JSON_KEYS, &PAYMENT_CALLBACK_FIELDS),
    auth: Auth::Hmac {
        credential: 1,
        field: 21,
    },
    answers: Answers {
        payment: Some(Asks {
            order: 1,
            amount: 3,
            currency: 4,
        }),
        merchant: None,
    },
    status: Some((19, super::codes::PaymentState::outcome_of)),
    event_key: &[1, 3, 19],
    acknowledge: Some(
        "{\"responseCode\":\"2000000\",\"responseMessage\":\"Success\",\"processingTime\":0.0}",
    ),
    when: None,
    paid: Some(18),
    exact_keys: true,
};
static INITIATE_REPLY_KEYS: Keys = Keys::exact(&[
    "responseCode", "responseMessage", "paymentCode", "redirecturl", "redirectUrl", "expiryLink",
    "processingTime", "appurl", "imageurl",
]);
static INITIATE_REPLY_FIELDS: [FieldSpec; 8] = [
    FieldSpec::new("responseCode", "responseCode", Kind::Code(<super::codes::ResponseCode as rt::CodeText>::CODES), "finpay/card/initiate#response row 1").mandatory(),
    FieldSpec::new("responseMessage", "responseMessage", Kind::Text { max: Some(500) }, "finpay/card/initiate#response row 2").mandatory(),
    FieldSpec::new("paymentCode", "paymentCode", Kind::Text { max: Some(30) }, "finpay/card/initiate#response row 3"),
    FieldSpec::new("redirecturl", "redirecturl", Kind::Url { max: Some(320) }, "finpay/card/initiate#response row 4").aliases(&["redirectUrl"]),
    FieldSpec::new("expiryLink", "expiryLink", Kind::Text { max: Some(19) }, "finpay/card/initiate#response row 5"),
    FieldSpec::new("processingTime", "processingTime", Kind::Text { max: Some(20) }, "finpay/card/initiate#response row 6").mandatory(),
    FieldSpec::new("appurl", "appurl", Kind::Text { max: Some(320) }, "finpay/card/initiate#response row 7"),
    FieldSpec::new("imageurl", "imageurl", Kind::Text { max: Some(320) }, "finpay/card/initiate#response row 8"),
];
/// The table of `card.initiate-reply`.
pub static INITIATE_REPLY: InboundTable = InboundTable {
    id: "finpay.card.initiate-reply",
    gateway: &super::gateway::GATEWAY,
    fields: &INITIATE_REPLY_FIELDS,
    encoding: Encoding::Json,
    keys: &INITIATE_REPLY_KEYS,
    slots: &slots::<8>(&INITIATE_REPLY_KEYS, &INITIATE_REPLY_FIELDS),
    auth: Auth::Connection,
    answers: Answers {
        payment: None,
        merchant: None,
    },
    status: None,
    event_key: &[],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
static ONE_CLICK_REPLY_KEYS: Keys = Keys::exact(
    &["responseCode", "responseMessage", "processingTime"],
);
static ONE_CLICK_REPLY_FIELDS: [FieldSpec; 3] = [
    FieldSpec::new("responseCode", "responseCode", Kind::Code(<super::codes::ResponseCode as rt::CodeText>::CODES), "finpay/card/delete-stored-card#response row 1").mandatory(),
    FieldSpec::new("responseMessage", "responseMessage", Kind::Text { max: None }, "finpay/card/delete-stored-card#response row 2").mandatory(),
    FieldSpec::new("processingTime", "processingTime", Kind::Text { max: None }, "finpay/card/delete-stored-card#response row 3").mandatory(),
];
/// The table of `card.one-click-reply`.
pub static ONE_CLICK_REPLY: InboundTable = InboundTable {
    id: "finpay.card.one-click-reply",
    gateway: &super::gateway::GATEWAY,
    fields: &ONE_CLICK_REPLY_FIELDS,
    encoding: Encoding::Json,
    keys: &ONE_CLICK_REPLY_KEYS,
    slots: &slots::<3>(&ONE_CLICK_REPLY_KEYS, &ONE_CLICK_REPLY_FIELDS),
    auth: Auth::Connection,
    answers: Answers {
        payment: None,
        merchant: None,
    },
    status: None,
    event_key: &[],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
static PLAIN_REPLY_KEYS: Keys = Keys::exact(
    &["responseCode", "responseMessage", "processingTime"],
);
static PLAIN_REPLY_FIELDS: [FieldSpec; 3] = [
    FieldSpec::new("responseCode", "responseCode", Kind::Code(<super::codes::ResponseCode as rt::CodeText>::CODES), "finpay/card/delete-stored-card#response row 1").mandatory(),
    FieldSpec::new("responseMessage", "responseMessage", Kind::Text { max: None }, "finpay/card/delete-stored-card#response row 2").mandatory(),
    FieldSpec::new("processingTime", "processingTime", Kind::Text { max: None }, "finpay/card/delete-stored-card#response row 3").mandatory(),
];
/// The table of `card.plain-reply`.
pub static PLAIN_REPLY: InboundTable = InboundTable {
    id: "finpay.card.plain-reply",
    gateway: &super::gateway::GATEWAY,
    fields: &PLAIN_REPLY_FIELDS,
    encoding: Encoding::Json,
    keys: &PLAIN_REPLY_KEYS,
    slots: &slots::<3>(&PLAIN_REPLY_KEYS, &PLAIN_REPLY_FIELDS),
    auth: Auth::Connection,
    answers: Answers {
        payment: None,
        merchant: None,
    },
    status: None,
    event_key: &[],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
static STATUS_REPLY_KEYS: Keys = Keys::exact(&[
    "responseCode", "responseMessage", "processingTime", "data", "data.customer", "data.customer.id",
    "data.order", "data.order.id", "data.order.reference", "data.order.amount", "data.order.currency",
    "data.card", "data.card.mask", "data.card.info", "data.card.info.brand", "data.card.info.issuing",
    "data.card.info.type", "data.card.info.subType", "data.card.info.country", "data.meta", "data.result",
    "data.result.payment", "data.result.payment.amount", "data.result.payment.status",
    "data.result.payment.statusDesc",
]);
static STATUS_REPLY_FIELDS: [FieldSpec; 25] = [
    FieldSpec::new("responseCode", "responseCode", Kind::Code(<super::codes::ResponseCode as rt::CodeText>::CODES), "finpay/card/check-status#response row 1").mandatory(),
    FieldSpec::new("responseMessage", "responseMessage", Kind::Text { max: None }, "finpay/card/check-status#response row 2").mandatory(),
    FieldSpec::new("processingTime", "processingTime", Kind::Text { max: None }, "finpay/card/check-status#response row 3").mandatory(),
    FieldSpec::new("data", "data", Kind::Object { min: None, max: None }, "finpay/card/check-status#response row 4"),
    FieldSpec::new("data.customer", "customer", Kind::Object { min: None, max: None }, "finpay/card/check-status#data row 1").within(3),
    FieldSpec::new("data.customer.id", "id", Kind::Text { max: None }, "finpay/card/check-status#customer row 1").within(4),
    FieldSpec::new("data.order", "order", Kind::Object { min: None, max: None }, "finpay/card/check-status#data row 2").within(3),
    FieldSpec::new("data.order.id", "id", Kind::Text { max: None }, "finpay/card/check-status#order row 1").within(6),
    FieldSpec::new("data.order.reference", "reference", Kind::Text { max: None }, "finpay/card/check-status#order row 2").within(6),
    FieldSpec::new("data.order.amount", "amount", Kind::Amount { decimals: 0, max: None, positive: false, currency: Some(10) }, "finpay/card/check-status#order row 3").within(6),
    FieldSpec::new("data.order.currency", "currency", Kind::Text { max: None }, "finpay/card/check-status#order row 4").within(6),
    FieldSpec::new("data.card", "card", Kind::Object { min: None, max: None }, "finpay/card/check-status#data row 3").within(3),
    FieldSpec::new("data.card.mask", "mask", Kind::Text { max: None }, "finpay/objects/card#response row 1").within(11),
    FieldSpec::new("data.card.info", "info", Kind::Object { min: None, max: None }, "finpay/objects/card#response row 2").within(11),
    FieldSpec::new("data.card.info.brand", "brand", Kind::Text { max: None }, "finpay/objects/card#info row 1").within(13),
    FieldSpec::new("data.card.info.issuing", "issuing", Kind::Text { max: None }, "finpay/objects/card#info row 2").within(13),
    FieldSpec::new("data.card.info.type", "type", Kind::Text { max: None }, "finpay/objects/card#info row 3").within(13),
    FieldSpec::new("data.card.info.subType", "subType", Kind::Text { max: None }, "finpay/objects/card#info row 4").within(13),
    FieldSpec::new("data.card.info.country", "country", Kind::Text { max: None }, "finpay/objects/card#info row 5").within(13),
    FieldSpec::new("data.meta", "meta", Kind::Json, "finpay/card/check-status#data row 4").within(3),
    FieldSpec::new("data.result", "result", Kind::Object { min: None, max: None }, "finpay/card/check-status#data row 5").within(3),
    FieldSpec::new("data.result.payment", "payment", Kind::Object { min: None, max: None }, "finpay/card/check-status#result row 1").within(20),
    FieldSpec::new("data.result.payment.amount", "amount", Kind::Amount { decimals: 0, max: None, positive: false, currency: Some(10) }, "finpay/card/check-status#payment row 1").within(21),
    FieldSpec::new("data.result.payment.status", "status", Kind::Code(<super::codes::PaymentState as rt::CodeText>::CODES), "finpay/card/check-status#payment row 2").within(21),
    FieldSpec::new("data.result.payment.statusDesc", "statusDesc", Kind::Text { max: None }, "finpay/card/check-status#payment row 3").within(21),
];
/// The table of `card.status-reply`.
pub static STATUS_REPLY: InboundTable = InboundTable {
    id: "finpay.card.status-reply",
    gateway: &super::gateway::GATEWAY,
    fields: &STATUS_REPLY_FIELDS,
    encoding: Encoding::Json,
    keys: &STATUS_REPLY_KEYS,
    slots: &slots::<25>(&STATUS_REPLY_KEYS, &STATUS_REPLY_FIELDS),
    auth: Auth::Connection,
    answers: Answers {
        payment: Some(Asks {
            order: 7,
            amount: 9,
            currency: 10,
        }),
        merchant: None,
    },
    status: Some((23, super::codes::PaymentState::outcome_of)),
    event_key: &[7, 9, 23],
    acknowledge: None,
    when: None,
    paid: Some(22),
    exact_keys: true,
};
static THREE_DS_REPLY_KEYS: Keys = Keys::exact(
    &["responseCode", "responseMessage", "processingTime", "redirecturl", "redirectUrl"],
);
static THREE_DS_REPLY_FIELDS: [FieldSpec; 4] = [
    FieldSpec::new("responseCode", "responseCode", Kind::Code(<super::codes::ResponseCode as rt::CodeText>::CODES), "finpay/card/delete-stored-card#response row 1").mandatory(),
    FieldSpec::new("responseMessage", "responseMessage", Kind::Text { max: None }, "finpay/card/delete-stored-card#response row 2").mandatory(),
    FieldSpec::new("processingTime", "processingTime", Kind::Text { max: None }, "finpay/card/delete-stored-card#response row 3").mandatory(),
    FieldSpec::new("redirecturl", "redirecturl", Kind::Url { max: None }, "finpay/messages/card/threeds-reply.yaml").aliases(&["redirectUrl"]),
];
/// The table of `card.threeds-reply`.
pub static THREE_DS_REPLY: InboundTable = InboundTable {
    id: "finpay.card.threeds-reply",
    gateway: &super::gateway::GATEWAY,
    fields: &THREE_DS_REPLY_FIELDS,
    encoding: Encoding::Json,
    keys: &THREE_DS_REPLY_KEYS,
    slots: &slots::<4>(&THREE_DS_REPLY_KEYS, &THREE_DS_REPLY_FIELDS),
    auth: Auth::Connection,
    answers: Answers {
        payment: None,
        merchant: None,
    },
    status: None,
    event_key: &[],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
