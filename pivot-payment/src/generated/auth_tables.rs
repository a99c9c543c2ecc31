// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime::table::*;
/// The table of `auth.access-token`.
pub static ACCESS_TOKEN: RequestTable = RequestTable {
    id: "pivot.auth.access-token",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://api-stg.pivot-payment.com"),
        production: Some("https://api.pivot-payment.com"),
    },
    path: "/v1/access-token",
    fields: &[
        FieldSpec::new("X-MERCHANT-ID", "X-MERCHANT-ID", Kind::Text { max: None }, "pivot/api-information#token-headers row 1").at(Place::Header("X-MERCHANT-ID")).mandatory().by(By::Credential(0)),
        FieldSpec::new("X-MERCHANT-SECRET", "X-MERCHANT-SECRET", Kind::Text { max: None }, "pivot/api-information#token-headers row 2").at(Place::Header("X-MERCHANT-SECRET")).sensitive().mandatory().by(By::Credential(1)),
        FieldSpec::new("grantType", "grantType", Kind::Text { max: None }, "pivot/api-information#token-request row 1").mandatory().by(By::Fixed("client_credentials")),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "" },
        CredentialUse { index: 1, forbid: "" },
    ],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
