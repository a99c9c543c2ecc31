// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
use ::faspay_runtime::{Operand::*, Relation::*};
use ::faspay_runtime::table::*;
/// The table of `session.cancel`.
pub static CANCEL_SESSION: RequestTable = RequestTable {
    id: "pivot.session.cancel",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "session-cancel",
        sandbox: None,
        production: None,
    },
    path: "/{id}/cancel",
    authorization: Authorization::Bearer {
        operation: "pivot.auth.access-token",
    },
    fields: &[
        FieldSpec::new("x-submerchant-id", "x-submerchant-id", Kind::Text { max: None }, "pivot/api-information#sub-account row 1").at(Place::Header("x-submerchant-id")),
        FieldSpec::new("id", "id", Kind::Text { max: None }, "pivot/operations/session/cancel.yaml").at(Place::Path).mandatory(),
        FieldSpec::new("cancellationReason", "cancellationReason", Kind::Code(<super::codes::CancellationReason as rt::CodeText>::CODES), "pivot/operations/session/cancel.yaml"),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: Some("pivot.session.retrieve"),
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
/// The table of `session.capture`.
pub static CAPTURE_SESSION: RequestTable = RequestTable {
    id: "pivot.session.capture",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://api-stg.pivot-payment.com"),
        production: Some("https://api.pivot-payment.com"),
    },
    path: "/v2/payments/{id}/capture",
    authorization: Authorization::Bearer {
        operation: "pivot.auth.access-token",
    },
    fields: &[
        FieldSpec::new("id", "id", Kind::Text { max: None }, "pivot/payment-session/capture#path row 1").at(Place::Path).mandatory(),
        FieldSpec::new("x-submerchant-id", "x-submerchant-id", Kind::Text { max: None }, "pivot/api-information#sub-account row 1").at(Place::Header("x-submerchant-id")),
        FieldSpec::new("releaseRemainingAmount", "releaseRemainingAmount", Kind::Boolean, "pivot/payment-session/capture#request row 1").mandatory().number(),
        FieldSpec::new("amount", "amount", Kind::Object { min: None, max: None }, "pivot/payment-session/capture#request row 2"),
        FieldSpec::new("amount.value", "value", Kind::Amount { decimals: 2, max: Some(18), positive: false, currency: Some(5) }, "pivot/objects/amount#fields row 1").within(3).mandatory().number(),
        FieldSpec::new("amount.currency", "currency", Kind::Text { max: Some(3) }, "pivot/objects/amount#fields row 2").within(3).mandatory().by(By::CurrencyOf(4)),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: Some("pivot.session.retrieve"),
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
/// The table of `session.confirm`.
pub static CONFIRM_SESSION: RequestTable = RequestTable {
    id: "pivot.session.confirm",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://api-stg.pivot-payment.com"),
        production: Some("https://api.pivot-payment.com"),
    },
    path: "/v2/payments/{id}/confirm",
    authorization: Authorization::Bearer {
        operation: "pivot.auth.access-token",
    },
    fields: &[
        FieldSpec::new("id", "id", Kind::Text { max: None }, "pivot/payment-session/confirm#path row 1").at(Place::Path).mandatory(),
        FieldSpec::new("x-submerchant-id", "x-submerchant-id", Kind::Text { max: None }, "pivot/api-information#sub-account row 1").at(Place::Header("x-submerchant-id")),
        FieldSpec::new("paymentMethod", "paymentMethod", Kind::Object { min: None, max: None }, "pivot/payment-session/confirm#request row 1").mandatory(),
        FieldSpec::new("paymentMethod.type", "type", Kind::Code(<super::codes::PaymentMethodType as rt::CodeText>::CODES), "pivot/objects/payment-method#fields row 1").within(2).mandatory(),
        FieldSpec::new("paymentMethod.card", "card", Kind::Object { min: None, max: None }, "pivot/objects/payment-method#fields row 2").within(2),
        FieldSpec::new("paymentMethod.card.encryptedCard", "encryptedCard", Kind::EncryptedCard, "pivot/objects/payment-method#card row 1").within(4).sensitive().mandatory(),
        FieldSpec::new("paymentMethod.virtualAccount", "virtualAccount", Kind::Object { min: None, max: None }, "pivot/objects/payment-method#fields row 3").within(2),
        FieldSpec::new("paymentMethod.virtualAccount.channel", "channel", Kind::Code(<super::codes::VaChannel as rt::CodeText>::CODES), "pivot/objects/payment-method#virtual-account row 1").within(6).mandatory(),
        FieldSpec::new("paymentMethod.virtualAccount.virtualAccountNumber", "virtualAccountNumber", Kind::Text { max: Some(100) }, "pivot/objects/payment-method#virtual-account row 2").within(6).mandatory(),
        FieldSpec::new("paymentMethod.virtualAccount.virtualAccountName", "virtualAccountName", Kind::Text { max: Some(100) }, "pivot/objects/payment-method#virtual-account row 3").within(6).mandatory(),
        FieldSpec::new("paymentMethod.virtualAccount.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method#virtual-account row 4").within(6).mandatory(),
        FieldSpec::new("paymentMethod.ewallet", "ewallet", Kind::Object { min: None, max: None }, "pivot/objects/payment-method#fields row 4").within(2),
        FieldSpec::new("paymentMethod.ewallet.accountIdentifier", "accountIdentifier", Kind::Text { max: None }, "pivot/objects/payment-method#ewallet row 1").within(11).mandatory(),
        FieldSpec::new("paymentMethodOptions", "paymentMethodOptions", Kind::Object { min: None, max: None }, "pivot/payment-session/confirm#request row 2").mandatory(),
        FieldSpec::new("paymentMethodOptions.id", "id", Kind::Text { max: None }, "pivot/objects/payment-method-options#fields row 1").within(13),
        FieldSpec::new("paymentMethodOptions.card", "card", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 2").within(13).when("paymentMethod.type == \"CARD\"", |v| v.compare(Field(3), Equal, Text("CARD"))),
        FieldSpec::new("paymentMethodOptions.card.captureMethod", "captureMethod", Kind::Code(<super::codes::CaptureMethod as rt::CodeText>::CODES), "pivot/objects/payment-method-options#card row 1").within(15),
        FieldSpec::new("paymentMethodOptions.card.threeDsMethod", "threeDsMethod", Kind::Code(&["AUTOMATIC", "NEVER", "CHALLENGE"]), "pivot/objects/payment-method-options#card row 2").within(15),
        FieldSpec::new("paymentMethodOptions.card.processingConfig", "processingConfig", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#card row 3").within(15),
        FieldSpec::new("paymentMethodOptions.card.processingConfig.bankMerchantId", "bankMerchantId", Kind::Text { max: Some(50) }, "pivot/objects/payment-method-options#processing-config row 1").within(18),
        FieldSpec::new("paymentMethodOptions.card.processingConfig.merchantIdTag", "merchantIdTag", Kind::Text { max: Some(50) }, "pivot/objects/payment-method-options#processing-config row 2").within(18),
        FieldSpec::new("paymentMethodOptions.virtualAccount", "virtualAccount", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 3").within(13),
        FieldSpec::new("paymentMethodOptions.virtualAccount.channel", "channel", Kind::Code(<super::codes::VaChannel as rt::CodeText>::CODES), "pivot/objects/payment-method-options#virtual-account row 1").within(21),
        FieldSpec::new("paymentMethodOptions.virtualAccount.virtualAccountName", "virtualAccountName", Kind::Text { max: Some(100) }, "pivot/objects/payment-method-options#virtual-account row 2").within(21),
        FieldSpec::new("paymentMethodOptions.virtualAccount.virtualAccountNumber", "virtualAccountNumber", Kind::Text { max: Some(100) }, "pivot/objects/payment-method-options#virtual-account row 3").within(21),
        FieldSpec::new("paymentMethodOptions.virtualAccount.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method-options#virtual-account row 4").within(21),
        FieldSpec::new("paymentMethodOptions.ewallet", "ewallet", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 4").within(13),
        FieldSpec::new("paymentMethodOptions.ewallet.channel", "channel", Kind::Code(<super::codes::EwalletChannel as rt::CodeText>::CODES), "pivot/objects/payment-method-options#ewallet row 1").within(26),
        FieldSpec::new("paymentMethodOptions.ewallet.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method-options#ewallet row 2").within(26).mandatory(),
        FieldSpec::new("paymentMethodOptions.qr", "qr", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 5").within(13),
        FieldSpec::new("paymentMethodOptions.qr.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method-options#qr row 1").within(29),
        FieldSpec::new("saveForFutureUse", "saveForFutureUse", Kind::Boolean, "pivot/operations/session/confirm.yaml").number(),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: Some("pivot.session.retrieve"),
    misspellings: &[("saveForFuture", "saveForFutureUse")],
    ..RequestTable::POST
}
    .new();
/// The table of `session.create`.
pub static CREATE_SESSION: RequestTable = RequestTable {
    id: "pivot.session.create",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://api-stg.pivot-payment.com"),
        production: Some("https://api.pivot-payment.com"),
    },
    path: "/v2/payments",
    authorization: Authorization::Bearer {
        operation: "pivot.auth.access-token",
    },
    fields: &[
        FieldSpec::new("X-REQUEST-ID", "X-REQUEST-ID", Kind::Text { max: Some(36) }, "pivot/api-information#idempotency row 1").at(Place::Header("X-REQUEST-ID")).least(16).only(Characters::Alphanumeric).mandatory().by(By::IdempotencyKey),
        FieldSpec::new("x-submerchant-id", "x-submerchant-id", Kind::Text { max: None }, "pivot/api-information#sub-account row 1").at(Place::Header("x-submerchant-id")),
        FieldSpec::new("clientReferenceId", "clientReferenceId", Kind::Text { max: Some(100) }, "pivot/payment-session/create#request row 1").only(Characters::Alphanumeric).mandatory(),
        FieldSpec::new("amount", "amount", Kind::Object { min: None, max: None }, "pivot/payment-session/create#request row 2").when("not (present(paymentType)) or paymentType == \"SINGLE\" or not (present(paymentMethod.type)) or paymentMethod.type in [\"VIRTUAL_ACCOUNT\", \"CARD\", \"EWALLET\"]", |v| v.any(&[v.not(v.present(6)), v.compare(Field(6), Equal, Text("SINGLE")), v.not(v.present(8)), v.one_of(8, &["VIRTUAL_ACCOUNT", "CARD", "EWALLET"])])),
        FieldSpec::new("amount.value", "value", Kind::Amount { decimals: 2, max: Some(18), positive: false, currency: Some(5) }, "pivot/objects/amount#fields row 1").within(3).mandatory().number(),
        FieldSpec::new("amount.currency", "currency", Kind::Text { max: Some(3) }, "pivot/objects/amount#fields row 2").within(3).mandatory().by(By::CurrencyOf(4)),
        FieldSpec::new("paymentType", "paymentType", Kind::Code(<super::codes::PaymentType as rt::CodeText>::CODES), "pivot/payment-session/create#request row 3"),
        FieldSpec::new("paymentMethod", "paymentMethod", Kind::Object { min: None, max: None }, "pivot/payment-session/create#request row 4"),
        FieldSpec::new("paymentMethod.type", "type", Kind::Code(<super::codes::PaymentMethodType as rt::CodeText>::CODES), "pivot/objects/payment-method#fields row 1").within(7).mandatory(),
        FieldSpec::new("paymentMethod.card", "card", Kind::Object { min: None, max: None }, "pivot/objects/payment-method#fields row 2").within(7),
        FieldSpec::new("paymentMethod.card.token", "token", Kind::Text { max: None }, "pivot/objects/payment-method#card row 2").within(9).sensitive().mandatory(),
        FieldSpec::new("paymentMethod.card.cvc", "cvc", Kind::Text { max: Some(4) }, "pivot/objects/payment-method#card row 6").within(9).sensitive().behind("card-data", cfg!(feature = "card-data")),
        FieldSpec::new("paymentMethod.card.cardHolderFirstName", "cardHolderFirstName", Kind::Text { max: None }, "pivot/objects/payment-method#card row 7").within(9),
        FieldSpec::new("paymentMethod.card.cardHolderLastName", "cardHolderLastName", Kind::Text { max: None }, "pivot/objects/payment-method#card row 8").within(9),
        FieldSpec::new("paymentMethod.card.cardHolderEmail", "cardHolderEmail", Kind::Text { max: None }, "pivot/objects/payment-method#card row 9").within(9),
        FieldSpec::new("paymentMethod.card.cardHolderPhone", "cardHolderPhone", Kind::Text { max: None }, "pivot/objects/payment-method#card row 10").within(9),
        FieldSpec::new("paymentMethod.virtualAccount", "virtualAccount", Kind::Object { min: None, max: None }, "pivot/objects/payment-method#fields row 3").within(7),
        FieldSpec::new("paymentMethod.virtualAccount.channel", "channel", Kind::Code(<super::codes::VaChannel as rt::CodeText>::CODES), "pivot/objects/payment-method#virtual-account row 1").within(16).mandatory(),
        FieldSpec::new("paymentMethod.virtualAccount.virtualAccountNumber", "virtualAccountNumber", Kind::Text { max: Some(100) }, "pivot/objects/payment-method#virtual-account row 2").within(16).mandatory(),
        FieldSpec::new("paymentMethod.virtualAccount.virtualAccountName", "virtualAccountName", Kind::Text { max: Some(100) }, "pivot/objects/payment-method#virtual-account row 3").within(16).mandatory(),
        FieldSpec::new("paymentMethod.virtualAccount.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method#virtual-account row 4").within(16).mandatory(),
        FieldSpec::new("paymentMethod.ewallet", "ewallet", Kind::Object { min: None, max: None }, "pivot/objects/payment-method#fields row 4").within(7),
        FieldSpec::new("paymentMethod.ewallet.accountIdentifier", "accountIdentifier", Kind::Text { max: None }, "pivot/objects/payment-method#ewallet row 1").within(21).mandatory(),
        FieldSpec::new("paymentMethodOptions", "paymentMethodOptions", Kind::Object { min: None, max: None }, "pivot/payment-session/create#request row 5"),
        FieldSpec::new("paymentMethodOptions.id", "id", Kind::Text { max: None }, "pivot/objects/payment-method-options#fields row 1").within(23),
        FieldSpec::new("paymentMethodOptions.card", "card", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 2").within(23).when("paymentMethod.type == \"CARD\"", |v| v.compare(Field(8), Equal, Text("CARD"))),
        FieldSpec::new("paymentMethodOptions.card.captureMethod", "captureMethod", Kind::Code(<super::codes::CaptureMethod as rt::CodeText>::CODES), "pivot/objects/payment-method-options#card row 1").within(25),
        FieldSpec::new("paymentMethodOptions.card.threeDsMethod", "threeDsMethod", Kind::Code(&["AUTOMATIC", "NEVER", "CHALLENGE"]), "pivot/objects/payment-method-options#card row 2").within(25),
        FieldSpec::new("paymentMethodOptions.card.processingConfig", "processingConfig", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#card row 3").within(25),
        FieldSpec::new("paymentMethodOptions.card.processingConfig.bankMerchantId", "bankMerchantId", Kind::Text { max: Some(50) }, "pivot/objects/payment-method-options#processing-config row 1").within(28),
        FieldSpec::new("paymentMethodOptions.card.processingConfig.merchantIdTag", "merchantIdTag", Kind::Text { max: Some(50) }, "pivot/objects/payment-method-options#processing-config row 2").within(28),
        FieldSpec::new("paymentMethodOptions.virtualAccount", "virtualAccount", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 3").within(23),
        FieldSpec::new("paymentMethodOptions.virtualAccount.channel", "channel", Kind::Code(<super::codes::VaChannel as rt::CodeText>::CODES), "pivot/objects/payment-method-options#virtual-account row 1").within(31),
        FieldSpec::new("paymentMethodOptions.virtualAccount.virtualAccountName", "virtualAccountName", Kind::Text { max: Some(100) }, "pivot/objects/payment-method-options#virtual-account row 2").within(31),
        FieldSpec::new("paymentMethodOptions.virtualAccount.virtualAccountNumber", "virtualAccountNumber", Kind::Text { max: Some(100) }, "pivot/objects/payment-method-options#virtual-account row 3").within(31),
        FieldSpec::new("paymentMethodOptions.virtualAccount.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method-options#virtual-account row 4").within(31),
        FieldSpec::new("paymentMethodOptions.ewallet", "ewallet", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 4").within(23),
        FieldSpec::new("paymentMethodOptions.ewallet.channel", "channel", Kind::Code(<super::codes::EwalletChannel as rt::CodeText>::CODES), "pivot/objects/payment-method-options#ewallet row 1").within(36),
        FieldSpec::new("paymentMethodOptions.ewallet.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method-options#ewallet row 2").within(36).mandatory(),
        FieldSpec::new("paymentMethodOptions.qr", "qr", Kind::Object { min: None, max: None }, "pivot/objects/payment-method-options#fields row 5").within(23),
        FieldSpec::new("paymentMethodOptions.qr.expiryAt", "expiryAt", Kind::Timestamp, "pivot/objects/payment-method-options#qr row 1").within(39),
        FieldSpec::new("saveForFutureUse", "saveForFutureUse", Kind::Boolean, "pivot/payment-session/create#request row 6").number(),
        FieldSpec::new("showSavedPayment", "showSavedPayment", Kind::Boolean, "pivot/payment-session/create#request row 7").number(),
        FieldSpec::new("mode", "mode", Kind::Code(<super::codes::Mode as rt::CodeText>::CODES), "pivot/payment-session/create#request row 8"),
        FieldSpec::new("bypassStatusPage", "bypassStatusPage", Kind::Boolean, "pivot/payment-session/create#request row 9").number(),
        FieldSpec::new("redirectUrl", "redirectUrl", Kind::Object { min: None, max: None }, "pivot/payment-session/create#request row 10").mandatory(),
        FieldSpec::new("redirectUrl.successReturnUrl", "successReturnUrl", Kind::Url { max: Some(255) }, "pivot/objects/redirect#fields row 1").within(45),
        FieldSpec::new("redirectUrl.failureReturnUrl", "failureReturnUrl", Kind::Url { max: Some(255) }, "pivot/objects/redirect#fields row 2").within(45),
        FieldSpec::new("redirectUrl.expirationReturnUrl", "expirationReturnUrl", Kind::Url { max: Some(255) }, "pivot/objects/redirect#fields row 3").within(45),
        FieldSpec::new("customerId", "customerId", Kind::Text { max: Some(255) }, "pivot/payment-session/create#request row 11"),
        FieldSpec::new("customer", "customer", Kind::Object { min: None, max: None }, "pivot/payment-session/create#request row 12").when("not (present(customerId))", |v| v.not(v.present(49))),
        FieldSpec::new("customer.givenName", "givenName", Kind::Text { max: Some(255) }, "pivot/objects/customer#fields row 1").within(50),
        FieldSpec::new("customer.surname", "surname", Kind::Text { max: Some(255) }, "pivot/objects/customer#fields row 2").within(50),
        FieldSpec::new("customer.email", "email", Kind::Text { max: Some(255) }, "pivot/objects/customer#fields row 3").within(50).mandatory(),
        FieldSpec::new("customer.phoneNumber", "phoneNumber", Kind::Object { min: None, max: None }, "pivot/objects/customer#fields row 4").within(50),
        FieldSpec::new("customer.phoneNumber.countryCode", "countryCode", Kind::Text { max: Some(4) }, "pivot/objects/customer#phone-number row 1").within(54).mandatory(),
        FieldSpec::new("customer.phoneNumber.number", "number", Kind::Text { max: Some(15) }, "pivot/objects/customer#phone-number row 2").within(54).mandatory(),
        FieldSpec::new("customer.refundPreference", "refundPreference", Kind::Object { min: None, max: None }, "pivot/objects/customer#fields row 5").within(50),
        FieldSpec::new("customer.refundPreference.method", "method", Kind::Code(<super::codes::RefundMethod as rt::CodeText>::CODES), "pivot/objects/customer#refund-preference row 1").within(57).mandatory(),
        FieldSpec::new("customer.refundPreference.transferDestination", "transferDestination", Kind::Object { min: None, max: None }, "pivot/objects/customer#refund-preference row 2").within(57).when("customer.refundPreference.method == \"TRANSFER_ONLY\"", |v| v.compare(Field(58), Equal, Text("TRANSFER_ONLY"))),
        FieldSpec::new("customer.refundPreference.transferDestination.channelCode", "channelCode", Kind::Text { max: Some(20) }, "pivot/objects/customer#transfer-destination row 1").within(59).mandatory(),
        FieldSpec::new("customer.refundPreference.transferDestination.channelInformation", "channelInformation", Kind::Object { min: None, max: None }, "pivot/objects/customer#transfer-destination row 2").within(59).mandatory(),
        FieldSpec::new("customer.refundPreference.transferDestination.channelInformation.accountNumber", "accountNumber", Kind::Text { max: Some(30) }, "pivot/objects/customer#channel-information row 1").within(61).mandatory(),
        FieldSpec::new("customer.refundPreference.transferDestination.channelInformation.accountName", "accountName", Kind::Text { max: Some(50) }, "pivot/objects/customer#channel-information row 2").within(61).mandatory(),
        FieldSpec::new("orderInformation", "orderInformation", Kind::Object { min: None, max: None }, "pivot/payment-session/create#request row 13").mandatory(),
        FieldSpec::new("orderInformation.productDetails", "productDetails", Kind::List(&CREATE_SESSION_ORDER_INFORMATION_PRODUCT_DETAILS_ELEMENT), "pivot/objects/order#fields row 1").within(64).mandatory(),
        FieldSpec::new("orderInformation.billingInfo", "billingInfo", Kind::Object { min: None, max: None }, "pivot/objects/order#fields row 2").within(64),
        FieldSpec::new("orderInformation.billingInfo.givenName", "givenName", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 1").within(66).mandatory(),
        FieldSpec::new("orderInformation.billingInfo.surname", "surname", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 2").within(66),
        FieldSpec::new("orderInformation.billingInfo.email", "email", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 3").within(66).mandatory(),
        FieldSpec::new("orderInformation.billingInfo.phoneNumber", "phoneNumber", Kind::Object { min: None, max: None }, "pivot/objects/order#billing-info row 4").within(66),
        FieldSpec::new("orderInformation.billingInfo.phoneNumber.countryCode", "countryCode", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-phone-number row 1").within(70).mandatory(),
        FieldSpec::new("orderInformation.billingInfo.phoneNumber.number", "number", Kind::Text { max: Some(15) }, "pivot/objects/order#billing-phone-number row 2").within(70).mandatory(),
        FieldSpec::new("orderInformation.billingInfo.addressLine1", "addressLine1", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 5").within(66),
        FieldSpec::new("orderInformation.billingInfo.addressLine2", "addressLine2", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 6").within(66),
        FieldSpec::new("orderInformation.billingInfo.city", "city", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 7").within(66),
        FieldSpec::new("orderInformation.billingInfo.provinceState", "provinceState", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 8").within(66),
        FieldSpec::new("orderInformation.billingInfo.country", "country", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 9").within(66),
        FieldSpec::new("orderInformation.billingInfo.postalCode", "postalCode", Kind::Text { max: Some(255) }, "pivot/objects/order#billing-info row 10").within(66),
        FieldSpec::new("orderInformation.shippingInfo", "shippingInfo", Kind::Object { min: None, max: None }, "pivot/objects/order#fields row 3").within(64),
        FieldSpec::new("orderInformation.shippingInfo.givenName", "givenName", Kind::Text { max: None }, "pivot/objects/order#shipping-info row 1").within(79).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.surname", "surname", Kind::Text { max: None }, "pivot/objects/order#shipping-info row 2").within(79),
        FieldSpec::new("orderInformation.shippingInfo.email", "email", Kind::Text { max: None }, "pivot/objects/order#shipping-info row 3").within(79).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.phoneNumber", "phoneNumber", Kind::Object { min: None, max: None }, "pivot/objects/order#shipping-info row 4").within(79),
        FieldSpec::new("orderInformation.shippingInfo.phoneNumber.countryCode", "countryCode", Kind::Text { max: Some(4) }, "pivot/objects/order#shipping-phone-number row 1").within(83).least(2).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.phoneNumber.number", "number", Kind::Text { max: Some(15) }, "pivot/objects/order#shipping-phone-number row 2").within(83).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.addressLine1", "addressLine1", Kind::Text { max: Some(255) }, "pivot/objects/order#shipping-info row 5").within(79).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.addressLine2", "addressLine2", Kind::Text { max: None }, "pivot/objects/order#shipping-info row 6").within(79),
        FieldSpec::new("orderInformation.shippingInfo.city", "city", Kind::Text { max: None }, "pivot/objects/order#shipping-info row 7").within(79).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.provinceState", "provinceState", Kind::Text { max: None }, "pivot/objects/order#shipping-info row 8").within(79).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.country", "country", Kind::Text { max: None }, "pivot/objects/order#shipping-info row 9").within(79).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.postalCode", "postalCode", Kind::Text { max: Some(255) }, "pivot/objects/order#shipping-info row 10").within(79),
        FieldSpec::new("orderInformation.shippingInfo.method", "method", Kind::Code(<super::codes::ShippingMethod as rt::CodeText>::CODES), "pivot/objects/order#shipping-info row 11").within(79).mandatory(),
        FieldSpec::new("orderInformation.shippingInfo.shippingFee", "shippingFee", Kind::Object { min: None, max: None }, "pivot/objects/order#shipping-info row 12").within(79),
        FieldSpec::new("orderInformation.shippingInfo.shippingFee.value", "value", Kind::Amount { decimals: 2, max: Some(18), positive: false, currency: Some(95) }, "pivot/objects/order#shipping-fee row 1").within(93).mandatory().number(),
        FieldSpec::new("orderInformation.shippingInfo.shippingFee.currency", "currency", Kind::Text { max: Some(3) }, "pivot/objects/order#shipping-fee row 2").within(93).mandatory().by(By::CurrencyOf(94)),
        FieldSpec::new("autoConfirm", "autoConfirm", Kind::Boolean, "pivot/payment-session/create#request row 14").number(),
        FieldSpec::new("statementDescriptor", "statementDescriptor", Kind::Text { max: Some(20) }, "pivot/payment-session/create#request row 15"),
        FieldSpec::new("expirationMode", "expirationMode", Kind::Code(<super::codes::ExpirationMode as rt::CodeText>::CODES), "pivot/payment-session/create#request row 16"),
        FieldSpec::new("expiryAt", "expiryAt", Kind::Timestamp, "pivot/payment-session/create#request row 17"),
        FieldSpec::new("metadata", "metadata", Kind::Json, "pivot/payment-session/create#request row 18"),
    ],
    credentials: &[],
    rules: create_session_rules,
    asks: Some(Asks {
        order: 2,
        amount: 4,
        currency: 5,
    }),
    retry: Retry::SafeWithKey,
    inquire: Some("pivot.session.retrieve-by-reference"),
    misspellings: &[
        ("saveForFuture", "saveForFutureUse"),
        ("showSavePayment", "showSavedPayment"),
        ("customer.sureName", "customer.surname"),
        (
            "orderInformation.billingInfo.sureName",
            "orderInformation.billingInfo.surname",
        ),
        (
            "orderInformation.shippingInfo.sureName",
            "orderInformation.shippingInfo.surname",
        ),
    ],
    ..RequestTable::POST
}
    .new();
/// The table of one element of `orderInformation.productDetails`.
pub static CREATE_SESSION_ORDER_INFORMATION_PRODUCT_DETAILS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("type", "type", Kind::Code(<super::codes::ProductType as rt::CodeText>::CODES), "pivot/objects/order#product-details row 1").mandatory(),
        FieldSpec::new("category", "category", Kind::Text { max: Some(255) }, "pivot/objects/order#product-details row 2"),
        FieldSpec::new("subCategory", "subCategory", Kind::Text { max: Some(255) }, "pivot/objects/order#product-details row 3"),
        FieldSpec::new("name", "name", Kind::Text { max: Some(255) }, "pivot/objects/order#product-details row 4"),
        FieldSpec::new("description", "description", Kind::Text { max: Some(255) }, "pivot/objects/order#product-details row 5"),
        FieldSpec::new("quantity", "quantity", Kind::Decimal { max: 18 }, "pivot/objects/order#product-details row 6").mandatory().number(),
        FieldSpec::new("price", "price", Kind::Object { min: None, max: None }, "pivot/objects/order#product-details row 7").mandatory(),
        FieldSpec::new("price.value", "value", Kind::Amount { decimals: 2, max: Some(18), positive: false, currency: Some(8) }, "pivot/objects/order#price row 1").within(6).mandatory().number(),
        FieldSpec::new("price.currency", "currency", Kind::Text { max: Some(3) }, "pivot/objects/order#price row 2").within(6).mandatory().by(By::CurrencyOf(7)),
    ],
    min: None,
    max: None,
};
fn create_session_rules(v: &rt::View<'_>, report: &mut rt::Report) {
    report
        .rule(
            v,
            &Rule {
                id: "one-customer",
                field: 49,
                then: "not (present(customerId) and present(customer))",
                because: "a session has either a known customer or the details of one",
                source: "pivot/operations/session/create.yaml#one-customer",
            },
            Some(true),
            v.not(v.all(&[v.present(49), v.present(50)])),
        );
    report
        .rule(
            v,
            &Rule {
                id: "multiple-by-qr-or-va",
                field: 8,
                then: "present(paymentMethod.type) and paymentMethod.type in [\"QR\", \"VIRTUAL_ACCOUNT\"]",
                because: "only QR codes and virtual accounts can be paid several times",
                source: "pivot/operations/session/create.yaml#multiple-by-qr-or-va",
            },
            v.compare(Field(6), Equal, Text("MULTIPLE")),
            v.all(&[v.present(8), v.one_of(8, &["QR", "VIRTUAL_ACCOUNT"])]),
        );
    report
        .rule(
            v,
            &Rule {
                id: "multiple-in-api-mode",
                field: 43,
                then: "present(mode) and mode == \"API\"",
                because: "only sessions in API mode can be paid several times",
                source: "pivot/operations/session/create.yaml#multiple-in-api-mode",
            },
            v.compare(Field(6), Equal, Text("MULTIPLE")),
            v.all(&[v.present(43), v.compare(Field(43), Equal, Text("API"))]),
        );
    report
        .rule(
            v,
            &Rule {
                id: "no-amount-on-static-qr",
                field: 3,
                then: "not (present(amount))",
                because: "a QR code that is paid several times carries no amount",
                source: "pivot/operations/session/create.yaml#no-amount-on-static-qr",
            },
            v
                .all(
                    &[
                        v.compare(Field(6), Equal, Text("MULTIPLE")),
                        v.compare(Field(8), Equal, Text("QR")),
                    ],
                ),
            v.not(v.present(3)),
        );
    report
        .rule(
            v,
            &Rule {
                id: "multiple-never-expires",
                field: 99,
                then: "not (present(expiryAt))",
                because: "expiryAt is left out of a session that is paid several times",
                source: "pivot/operations/session/create.yaml#multiple-never-expires",
            },
            v.compare(Field(6), Equal, Text("MULTIPLE")),
            v.not(v.present(99)),
        );
    report
        .rule(
            v,
            &Rule {
                id: "saved-payment-on-their-page",
                field: 43,
                then: "mode != \"API\"",
                because: "the gateway shows what is stored on its own page only, in REDIRECT mode",
                source: "pivot/operations/session/create.yaml#saved-payment-on-their-page",
            },
            v.compare(Field(42), Equal, Text("true")),
            v.compare(Field(43), NotEqual, Text("API")),
        );
    report
        .rule(
            v,
            &Rule {
                id: "saved-payment-of-card-or-wallet",
                field: 8,
                then: "paymentMethod.type in [\"CARD\", \"EWALLET\"]",
                because: "only cards and e-wallets are stored",
                source: "pivot/operations/session/create.yaml#saved-payment-of-card-or-wallet",
            },
            v.compare(Field(42), Equal, Text("true")),
            v.one_of(8, &["CARD", "EWALLET"]),
        );
    report
        .rule(
            v,
            &Rule {
                id: "save-card-or-wallet",
                field: 8,
                then: "paymentMethod.type in [\"CARD\", \"EWALLET\"]",
                because: "only cards and e-wallets are stored",
                source: "pivot/operations/session/create.yaml#save-card-or-wallet",
            },
            v.compare(Field(41), Equal, Text("true")),
            v.one_of(8, &["CARD", "EWALLET"]),
        );
    report
        .rule(
            v,
            &Rule {
                id: "status-page-in-redirect-mode",
                field: 43,
                then: "mode != \"API\"",
                because: "there is a status page in REDIRECT mode only",
                source: "pivot/operations/session/create.yaml#status-page-in-redirect-mode",
            },
            v.compare(Field(44), Equal, Text("true")),
            v.compare(Field(43), NotEqual, Text("API")),
        );
    report
        .rule(
            v,
            &Rule {
                id: "expiration-of-card-or-wallet",
                field: 8,
                then: "paymentMethod.type in [\"CARD\", \"EWALLET\"]",
                because: "only sessions of cards and e-wallets have an expiration mode",
                source: "pivot/operations/session/create.yaml#expiration-of-card-or-wallet",
            },
            v.present(98),
            v.one_of(8, &["CARD", "EWALLET"]),
        );
    report
        .rule(
            v,
            &Rule {
                id: "virtual-account-in-api-mode",
                field: 43,
                then: "present(mode) and mode == \"API\"",
                because: "a virtual account is described in API mode only",
                source: "pivot/operations/session/create.yaml#virtual-account-in-api-mode",
            },
            v.present(16),
            v.all(&[v.present(43), v.compare(Field(43), Equal, Text("API"))]),
        );
    report
        .rule(
            v,
            &Rule {
                id: "wallet-in-api-mode",
                field: 43,
                then: "present(mode) and mode == \"API\"",
                because: "an e-wallet's account is given in API mode only",
                source: "pivot/operations/session/create.yaml#wallet-in-api-mode",
            },
            v.present(21),
            v.all(&[v.present(43), v.compare(Field(43), Equal, Text("API"))]),
        );
    report
        .rule(
            v,
            &Rule {
                id: "card-in-api-mode",
                field: 43,
                then: "present(mode) and mode == \"API\"",
                because: "a card is given in API mode only; on the gateway's page the shopper chooses or types it",
                source: "pivot/operations/session/create.yaml#card-in-api-mode",
            },
            v.present(9),
            v.all(&[v.present(43), v.compare(Field(43), Equal, Text("API"))]),
        );
}
/// The table of `session.retrieve`.
pub static RETRIEVE_SESSION: RequestTable = RequestTable {
    id: "pivot.session.retrieve",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Get,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://api-stg.pivot-payment.com"),
        production: Some("https://api.pivot-payment.com"),
    },
    path: "/v2/payments/{id}",
    authorization: Authorization::Bearer {
        operation: "pivot.auth.access-token",
    },
    fields: &[
        FieldSpec::new("id", "id", Kind::Text { max: None }, "pivot/payment-session/retrieve#by-id row 1").at(Place::Path).mandatory(),
        FieldSpec::new("x-submerchant-id", "x-submerchant-id", Kind::Text { max: None }, "pivot/api-information#sub-account row 1").at(Place::Header("x-submerchant-id")),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
}
    .new();
/// The table of `session.retrieve-by-reference`.
pub static RETRIEVE_SESSION_BY_REFERENCE: RequestTable = RequestTable {
    id: "pivot.session.retrieve-by-reference",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Get,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://api-stg.pivot-payment.com"),
        production: Some("https://api.pivot-payment.com"),
    },
    path: "/v2/payments",
    authorization: Authorization::Bearer {
        operation: "pivot.auth.access-token",
    },
    fields: &[
        FieldSpec::new("clientReferenceId", "clientReferenceId", Kind::Text { max: Some(100) }, "pivot/payment-session/retrieve#by-reference row 1").at(Place::Query).only(Characters::Alphanumeric).mandatory(),
        FieldSpec::new("x-submerchant-id", "x-submerchant-id", Kind::Text { max: None }, "pivot/api-information#sub-account row 1").at(Place::Header("x-submerchant-id")),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
}
    .new();
