// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime::table::*;
/// The table of `customer.retrieve`.
pub static RETRIEVE_CUSTOMER: RequestTable = RequestTable {
    id: "pivot.customer.retrieve",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Get,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://api-stg.pivot-payment.com"),
        production: Some("https://api.pivot-payment.com"),
    },
    path: "/v1/customers/{customerId}",
    authorization: Authorization::Bearer {
        operation: "pivot.auth.access-token",
    },
    fields: &[
        FieldSpec::new("customerId", "customerId", Kind::Text { max: Some(255) }, "pivot/customers/retrieve-customer#path row 1").at(Place::Path).mandatory(),
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
