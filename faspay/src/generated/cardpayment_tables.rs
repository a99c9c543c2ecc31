// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime::table::*;
/// The table of `cardpayment.capture`.
pub static CARD_PAYMENT_CAPTURE: RequestTable = RequestTable {
    id: "faspay.cardpayment.capture",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "cardpayment-api",
        sandbox: Some("https://cardpayment-sandbox.faspay.co.id/transaction"),
        production: None,
    },
    fields: &[
        FieldSpec::new("transaction_type", "transaction_type", Kind::Integer { digits: 2 }, "faspay/cardpayment/capture#request row 1").mandatory().by(By::Fixed("2")).number(),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Text { max: Some(30) }, "faspay/cardpayment/capture#request row 2").mandatory().by(By::Credential(0)),
        FieldSpec::new("merchant_tranid", "merchant_tranid", Kind::Text { max: Some(100) }, "faspay/cardpayment/capture#request row 3").mandatory().forbid("#").case_setting(1),
        FieldSpec::new("transaction_id", "transaction_id", Kind::Text { max: None }, "faspay/cardpayment/capture#request row 4"),
        FieldSpec::new("amount", "amount", Kind::Amount { decimals: 2, max: Some(10), positive: false, currency: None }, "faspay/cardpayment/capture#request row 5").mandatory().forbid("#"),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(40) }, "faspay/cardpayment/capture#request row 6").mandatory().by(By::Signature(&CARD_PAYMENT_CAPTURE_SIGNING_5)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
    ],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: Some("faspay.cardpayment.inquiry"),
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static CARD_PAYMENT_CAPTURE_SIGNING_5: Signing = Signing {
    recipe: "card-request",
    digest: Digest::Sha1Hex,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(2, Case::Setting(1)),
        Part::Text("##"),
        Part::Field(4, Case::AsIs),
        Part::Text("##0##"),
    ],
};
/// The table of `cardpayment.inquiry`.
pub static CARD_PAYMENT_INQUIRY: RequestTable = RequestTable {
    id: "faspay.cardpayment.inquiry",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "cardpayment-api",
        sandbox: Some("https://cardpayment-sandbox.faspay.co.id/transaction"),
        production: None,
    },
    fields: &[
        FieldSpec::new("transaction_type", "transaction_type", Kind::Integer { digits: 2 }, "faspay/cardpayment/inquiry#request row 1").mandatory().by(By::Fixed("4")).number(),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Text { max: Some(30) }, "faspay/cardpayment/inquiry#request row 2").mandatory().by(By::Credential(0)),
        FieldSpec::new("merchant_tranid", "merchant_tranid", Kind::Text { max: Some(100) }, "faspay/cardpayment/inquiry#request row 3").mandatory().forbid("#").case_setting(1),
        FieldSpec::new("transaction_id", "transaction_id", Kind::Text { max: None }, "faspay/cardpayment/inquiry#request row 4"),
        FieldSpec::new("amount", "amount", Kind::Amount { decimals: 2, max: Some(10), positive: false, currency: None }, "faspay/cardpayment/inquiry#request row 5").mandatory().forbid("#"),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(40) }, "faspay/cardpayment/inquiry#request row 6").mandatory().by(By::Signature(&CARD_PAYMENT_INQUIRY_SIGNING_5)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
    ],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static CARD_PAYMENT_INQUIRY_SIGNING_5: Signing = Signing {
    recipe: "card-request",
    digest: Digest::Sha1Hex,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(2, Case::Setting(1)),
        Part::Text("##"),
        Part::Field(4, Case::AsIs),
        Part::Text("##0##"),
    ],
};
/// The table of `cardpayment.payment`.
pub static CARD_PAYMENT: RequestTable = RequestTable {
    id: "faspay.cardpayment.payment",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::BrowserForm,
    endpoint: Endpoint {
        name: "cardpayment",
        sandbox: Some("https://cardpayment-sandbox.faspay.co.id/payment"),
        production: None,
    },
    fields: &[
        FieldSpec::new("transaction_type", "transaction_type", Kind::Integer { digits: 2 }, "faspay/cardpayment/payment#request row 1").mandatory().by(By::Fixed("1")),
        FieldSpec::new("response_type", "response_type", Kind::Code(&["2"]), "faspay/cardpayment/payment#request row 2"),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Text { max: Some(30) }, "faspay/cardpayment/payment#request row 3").mandatory().by(By::Credential(0)),
        FieldSpec::new("payment_method", "payment_method", Kind::Integer { digits: 1 }, "faspay/cardpayment/payment#request row 4").by(By::Fixed("1")),
        FieldSpec::new("merchant_tranid", "merchant_tranid", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 5").mandatory().forbid("#"),
        FieldSpec::new("currencycode", "currencycode", Kind::Code(&["IDR"]), "faspay/cardpayment/payment#request row 6").mandatory().by(By::CurrencyOf(6)),
        FieldSpec::new("amount", "amount", Kind::Amount { decimals: 2, max: Some(10), positive: false, currency: Some(5) }, "faspay/cardpayment/payment#request row 7").mandatory().forbid("#"),
        FieldSpec::new("custname", "custname", Kind::Text { max: Some(120) }, "faspay/cardpayment/payment#request row 8").mandatory(),
        FieldSpec::new("custemail", "custemail", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 9").mandatory(),
        FieldSpec::new("description", "description", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 10").mandatory(),
        FieldSpec::new("return_url", "return_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 11"),
        FieldSpec::new("billing_address", "billing_address", Kind::Text { max: Some(200) }, "faspay/cardpayment/payment#request row 12").mandatory(),
        FieldSpec::new("billing_address_city", "billing_address_city", Kind::Text { max: Some(50) }, "faspay/cardpayment/payment#request row 13"),
        FieldSpec::new("billing_address_region", "billing_address_region", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 14"),
        FieldSpec::new("billing_address_state", "billing_address_state", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 15"),
        FieldSpec::new("billing_address_poscode", "billing_address_poscode", Kind::Text { max: Some(10) }, "faspay/cardpayment/payment#request row 16"),
        FieldSpec::new("billing_address_country_code", "billing_address_country_code", Kind::Text { max: Some(10) }, "faspay/cardpayment/payment#request row 17"),
        FieldSpec::new("phone_no", "phone_no", Kind::Text { max: Some(20) }, "faspay/cardpayment/payment#request row 18"),
        FieldSpec::new("style_image_url", "style_image_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 19"),
        FieldSpec::new("callback_url", "callback_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 20"),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(44) }, "faspay/operations/cardpayment/payment.yaml").mandatory().by(By::Signature(&CARD_PAYMENT_SIGNING_20)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
    ],
    rules: |_, _| {},
    asks: Some(Asks {
        order: 4,
        amount: 6,
        currency: 5,
    }),
    retry: Retry::Never,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static CARD_PAYMENT_SIGNING_20: Signing = Signing {
    recipe: "cardpayment",
    digest: Digest::Sha256Base64,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(4, Case::Upper),
        Part::Text("##"),
        Part::Field(6, Case::AsIs),
        Part::Text("##0##"),
    ],
};
/// The table of `cardpayment.token-payment`.
pub static CARD_PAYMENT_TOKEN_PAYMENT: RequestTable = RequestTable {
    id: "faspay.cardpayment.token-payment",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::BrowserForm,
    endpoint: Endpoint {
        name: "cardpayment",
        sandbox: Some("https://cardpayment-sandbox.faspay.co.id/payment"),
        production: None,
    },
    fields: &[
        FieldSpec::new("transaction_type", "transaction_type", Kind::Integer { digits: 2 }, "faspay/cardpayment/payment#request row 1").mandatory().by(By::Fixed("1")),
        FieldSpec::new("response_type", "response_type", Kind::Code(&["2"]), "faspay/cardpayment/payment#request row 2"),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Text { max: Some(30) }, "faspay/cardpayment/payment#request row 3").mandatory().by(By::Credential(0)),
        FieldSpec::new("payment_method", "payment_method", Kind::Integer { digits: 1 }, "faspay/cardpayment/payment#request row 4").by(By::Fixed("1")),
        FieldSpec::new("merchant_tranid", "merchant_tranid", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 5").mandatory().forbid("#"),
        FieldSpec::new("currencycode", "currencycode", Kind::Code(&["IDR"]), "faspay/cardpayment/payment#request row 6").mandatory().by(By::CurrencyOf(6)),
        FieldSpec::new("amount", "amount", Kind::Amount { decimals: 2, max: Some(10), positive: false, currency: Some(5) }, "faspay/cardpayment/payment#request row 7").mandatory().forbid("#"),
        FieldSpec::new("custname", "custname", Kind::Text { max: Some(120) }, "faspay/cardpayment/payment#request row 8").mandatory(),
        FieldSpec::new("custemail", "custemail", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 9").mandatory(),
        FieldSpec::new("description", "description", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 10").mandatory(),
        FieldSpec::new("return_url", "return_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 11"),
        FieldSpec::new("billing_address", "billing_address", Kind::Text { max: Some(200) }, "faspay/cardpayment/payment#request row 12").mandatory(),
        FieldSpec::new("billing_address_city", "billing_address_city", Kind::Text { max: Some(50) }, "faspay/cardpayment/payment#request row 13"),
        FieldSpec::new("billing_address_region", "billing_address_region", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 14"),
        FieldSpec::new("billing_address_state", "billing_address_state", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 15"),
        FieldSpec::new("billing_address_poscode", "billing_address_poscode", Kind::Text { max: Some(10) }, "faspay/cardpayment/payment#request row 16"),
        FieldSpec::new("billing_address_country_code", "billing_address_country_code", Kind::Text { max: Some(10) }, "faspay/cardpayment/payment#request row 17"),
        FieldSpec::new("phone_no", "phone_no", Kind::Text { max: Some(20) }, "faspay/cardpayment/payment#request row 18"),
        FieldSpec::new("style_image_url", "style_image_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 19"),
        FieldSpec::new("callback_url", "callback_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 20"),
        FieldSpec::new("pymt_ind", "pymt_ind", Kind::Text { max: Some(20) }, "faspay/cardpayment/token-payment#request row 1").mandatory().by(By::Fixed("tokenization")),
        FieldSpec::new("pymt_criteria", "pymt_criteria", Kind::Text { max: Some(20) }, "faspay/cardpayment/token-payment#request row 2").by(By::Fixed("payment")),
        FieldSpec::new("pymt_token", "pymt_token", Kind::Text { max: Some(36) }, "faspay/cardpayment/token-payment#request row 3").sensitive().mandatory(),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(44) }, "faspay/operations/cardpayment/token-payment.yaml").mandatory().by(By::Signature(&CARD_PAYMENT_TOKEN_PAYMENT_SIGNING_23)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
    ],
    rules: |_, _| {},
    asks: Some(Asks {
        order: 4,
        amount: 6,
        currency: 5,
    }),
    retry: Retry::Never,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static CARD_PAYMENT_TOKEN_PAYMENT_SIGNING_23: Signing = Signing {
    recipe: "cardpayment",
    digest: Digest::Sha256Base64,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(4, Case::Upper),
        Part::Text("##"),
        Part::Field(6, Case::AsIs),
        Part::Text("##0##"),
    ],
};
/// The table of `cardpayment.token-register`.
pub static CARD_PAYMENT_TOKEN_REGISTER: RequestTable = RequestTable {
    id: "faspay.cardpayment.token-register",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::BrowserForm,
    endpoint: Endpoint {
        name: "cardpayment",
        sandbox: Some("https://cardpayment-sandbox.faspay.co.id/payment"),
        production: None,
    },
    fields: &[
        FieldSpec::new("transaction_type", "transaction_type", Kind::Integer { digits: 2 }, "faspay/cardpayment/payment#request row 1").mandatory().by(By::Fixed("1")),
        FieldSpec::new("response_type", "response_type", Kind::Code(&["2"]), "faspay/cardpayment/payment#request row 2"),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Text { max: Some(30) }, "faspay/cardpayment/payment#request row 3").mandatory().by(By::Credential(0)),
        FieldSpec::new("payment_method", "payment_method", Kind::Integer { digits: 1 }, "faspay/cardpayment/payment#request row 4").by(By::Fixed("1")),
        FieldSpec::new("merchant_tranid", "merchant_tranid", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 5").mandatory().forbid("#"),
        FieldSpec::new("currencycode", "currencycode", Kind::Code(&["IDR"]), "faspay/cardpayment/payment#request row 6").mandatory().by(By::CurrencyOf(6)),
        FieldSpec::new("amount", "amount", Kind::Amount { decimals: 2, max: Some(10), positive: false, currency: Some(5) }, "faspay/cardpayment/payment#request row 7").mandatory().forbid("#"),
        FieldSpec::new("custname", "custname", Kind::Text { max: Some(120) }, "faspay/cardpayment/payment#request row 8").mandatory(),
        FieldSpec::new("custemail", "custemail", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 9").mandatory(),
        FieldSpec::new("description", "description", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 10").mandatory(),
        FieldSpec::new("return_url", "return_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 11"),
        FieldSpec::new("billing_address", "billing_address", Kind::Text { max: Some(200) }, "faspay/cardpayment/payment#request row 12").mandatory(),
        FieldSpec::new("billing_address_city", "billing_address_city", Kind::Text { max: Some(50) }, "faspay/cardpayment/payment#request row 13"),
        FieldSpec::new("billing_address_region", "billing_address_region", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 14"),
        FieldSpec::new("billing_address_state", "billing_address_state", Kind::Text { max: Some(100) }, "faspay/cardpayment/payment#request row 15"),
        FieldSpec::new("billing_address_poscode", "billing_address_poscode", Kind::Text { max: Some(10) }, "faspay/cardpayment/payment#request row 16"),
        FieldSpec::new("billing_address_country_code", "billing_address_country_code", Kind::Text { max: Some(10) }, "faspay/cardpayment/payment#request row 17"),
        FieldSpec::new("phone_no", "phone_no", Kind::Text { max: Some(20) }, "faspay/cardpayment/payment#request row 18"),
        FieldSpec::new("style_image_url", "style_image_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 19"),
        FieldSpec::new("callback_url", "callback_url", Kind::Url { max: Some(100) }, "faspay/cardpayment/payment#request row 20"),
        FieldSpec::new("pymt_ind", "pymt_ind", Kind::Text { max: Some(20) }, "faspay/cardpayment/token-registration#request row 1").mandatory().by(By::Fixed("tokenization")),
        FieldSpec::new("pymt_criteria", "pymt_criteria", Kind::Text { max: Some(20) }, "faspay/cardpayment/token-registration#request row 2").by(By::Fixed("registration")),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(44) }, "faspay/operations/cardpayment/token-register.yaml").mandatory().by(By::Signature(&CARD_PAYMENT_TOKEN_REGISTER_SIGNING_22)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
    ],
    rules: |_, _| {},
    asks: Some(Asks {
        order: 4,
        amount: 6,
        currency: 5,
    }),
    retry: Retry::Never,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static CARD_PAYMENT_TOKEN_REGISTER_SIGNING_22: Signing = Signing {
    recipe: "cardpayment",
    digest: Digest::Sha256Base64,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(4, Case::Upper),
        Part::Text("##"),
        Part::Field(6, Case::AsIs),
        Part::Text("##0##"),
    ],
};
/// The table of `cardpayment.void`.
pub static CARD_PAYMENT_VOID: RequestTable = RequestTable {
    id: "faspay.cardpayment.void",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "cardpayment-api",
        sandbox: Some("https://cardpayment-sandbox.faspay.co.id/transaction"),
        production: None,
    },
    fields: &[
        FieldSpec::new("transaction_type", "transaction_type", Kind::Integer { digits: 2 }, "faspay/cardpayment/void#request row 1").mandatory().by(By::Fixed("10")).number(),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Text { max: Some(30) }, "faspay/cardpayment/void#request row 2").mandatory().by(By::Credential(0)),
        FieldSpec::new("merchant_tranid", "merchant_tranid", Kind::Text { max: Some(100) }, "faspay/cardpayment/void#request row 3").mandatory().forbid("#").case_setting(1),
        FieldSpec::new("transaction_id", "transaction_id", Kind::Text { max: None }, "faspay/cardpayment/void#request row 4"),
        FieldSpec::new("amount", "amount", Kind::Amount { decimals: 2, max: Some(10), positive: false, currency: None }, "faspay/cardpayment/void#request row 5").mandatory().forbid("#"),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(40) }, "faspay/cardpayment/void#request row 6").mandatory().by(By::Signature(&CARD_PAYMENT_VOID_SIGNING_5)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
    ],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: Some("faspay.cardpayment.inquiry"),
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static CARD_PAYMENT_VOID_SIGNING_5: Signing = Signing {
    recipe: "card-request",
    digest: Digest::Sha1Hex,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(2, Case::Setting(1)),
        Part::Text("##"),
        Part::Field(4, Case::AsIs),
        Part::Text("##0##"),
    ],
};
