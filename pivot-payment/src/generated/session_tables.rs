// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
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
