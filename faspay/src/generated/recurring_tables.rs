// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
use ::faspay_runtime::{Operand::*, Relation::*};
use ::faspay_runtime::table::*;
/// The table of `recurring.inquiry`.
pub static INQUIRE_MEMBER: RequestTable = RequestTable {
    id: "faspay.recurring.inquiry",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "recurring-inquiry",
        sandbox: None,
        production: None,
    },
    fields: &[
        FieldSpec::new("request", "request", Kind::Text { max: Some(50) }, "faspay/recurring/inquiry-status#request row 1"),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Integer { digits: 5 }, "faspay/recurring/inquiry-status#request row 2").mandatory().by(By::Credential(2)),
        FieldSpec::new("merchant", "merchant", Kind::Text { max: Some(32) }, "faspay/recurring/inquiry-status#request row 3"),
        FieldSpec::new("member_id", "member_id", Kind::Text { max: Some(50) }, "faspay/recurring/inquiry-status#request row 4").mandatory(),
        FieldSpec::new("member_name", "member_name", Kind::Text { max: Some(50) }, "faspay/recurring/inquiry-status#request row 5").mandatory(),
        FieldSpec::new("member_email", "member_email", Kind::Text { max: Some(50) }, "faspay/recurring/inquiry-status#request row 6").mandatory(),
        FieldSpec::new("recurring_amount", "recurring_amount", Kind::Amount { decimals: 2, max: Some(12), positive: false, currency: None }, "faspay/recurring/inquiry-status#request row 7").mandatory(),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(50) }, "faspay/recurring/inquiry-status#request row 8").mandatory().by(By::Signature(&INQUIRE_MEMBER_SIGNING_7)),
    ],
    credentials: &[
        CredentialUse { index: 2, forbid: "" },
        CredentialUse { index: 3, forbid: "" },
        CredentialUse { index: 4, forbid: "" },
    ],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static INQUIRE_MEMBER_SIGNING_7: Signing = Signing {
    recipe: "recurring-member",
    digest: Digest::Sha1OfMd5Hex,
    delimiter: "",
    parts: &[
        Part::Credential(3, Case::AsIs),
        Part::Credential(4, Case::AsIs),
        Part::Field(3, Case::AsIs),
    ],
};
/// The table of `recurring.register`.
pub static REGISTER_MEMBER: RequestTable = RequestTable {
    id: "faspay.recurring.register",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::BrowserForm,
    endpoint: Endpoint {
        name: "recurring",
        sandbox: Some("https://fpg-sandbox.faspay.co.id/recurring"),
        production: Some("https://fpg.faspay.co.id/recurring"),
    },
    fields: &[
        FieldSpec::new("lang", "LANG", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 1"),
        FieldSpec::new("merchantid", "MERCHANTID", Kind::Text { max: Some(30) }, "faspay/recurring/post-transaction#request row 2").mandatory().by(By::Credential(0)).forbid("#"),
        FieldSpec::new("payment_method", "PAYMENT_METHOD", Kind::Text { max: Some(1) }, "faspay/recurring/post-transaction#request row 5").mandatory().by(By::Fixed("3")),
        FieldSpec::new("merchant_tranid", "MERCHANT_TRANID", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 4").mandatory().forbid("#").case_setting(1),
        FieldSpec::new("txn_password", "TXN_PASSWORD", Kind::Text { max: Some(12) }, "faspay/recurring/post-transaction#request row 3").sensitive().mandatory().by(By::Credential(1)).forbid("#"),
        FieldSpec::new("currencycode", "CURRENCYCODE", Kind::Code(<super::codes::CurrencyCode as rt::CodeText>::CODES), "faspay/recurring/post-transaction#request row 6").mandatory().by(By::Fixed("IDR")),
        FieldSpec::new("amount", "AMOUNT", Kind::Amount { decimals: 2, max: None, positive: false, currency: Some(5) }, "faspay/recurring/post-transaction#request row 7").mandatory().forbid("#"),
        FieldSpec::new("custname", "CUSTNAME", Kind::Text { max: Some(120) }, "faspay/recurring/post-transaction#request row 8").mandatory(),
        FieldSpec::new("custemail", "CUSTEMAIL", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 9").mandatory(),
        FieldSpec::new("description", "DESCRIPTION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 10"),
        FieldSpec::new("return_url", "RETURN_URL", Kind::Url { max: Some(100) }, "faspay/recurring/post-transaction#request row 11").mandatory(),
        FieldSpec::new("signature", "SIGNATURE", Kind::Text { max: Some(40) }, "faspay/recurring/post-transaction#request row 12").mandatory().by(By::Signature(&REGISTER_MEMBER_SIGNING_11)),
        FieldSpec::new("billing_address", "BILLING_ADDRESS", Kind::Text { max: Some(200) }, "faspay/recurring/post-transaction#request row 13"),
        FieldSpec::new("billing_address_city", "BILLING_ADDRESS_CITY", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 14"),
        FieldSpec::new("billing_address_region", "BILLING_ADDRESS_REGION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 15"),
        FieldSpec::new("billing_address_state", "BILLING_ADDRESS_STATE", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 16"),
        FieldSpec::new("billing_address_poscode", "BILLING_ADDRESS_POSCODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 17"),
        FieldSpec::new("billing_address_country_code", "BILLING_ADDRESS_COUNTRY_CODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 18"),
        FieldSpec::new("receiver_name_for_shipping", "RECEIVER_NAME_FOR_SHIPPING", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 19"),
        FieldSpec::new("shipping_address", "SHIPPING_ADDRESS", Kind::Text { max: Some(200) }, "faspay/recurring/post-transaction#request row 20"),
        FieldSpec::new("shipping_address_city", "SHIPPING_ADDRESS_CITY", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 21"),
        FieldSpec::new("shipping_address_region", "SHIPPING_ADDRESS_REGION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 22"),
        FieldSpec::new("shipping_address_state", "SHIPPING_ADDRESS_STATE", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 23"),
        FieldSpec::new("shipping_address_poscode", "SHIPPING_ADDRESS_POSCODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 24"),
        FieldSpec::new("shipping_address_country_code", "SHIPPING_ADDRESS_COUNTRY_CODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 25"),
        FieldSpec::new("shippingcost", "SHIPPINGCOST", Kind::Amount { decimals: 2, max: None, positive: false, currency: Some(5) }, "faspay/recurring/post-transaction#request row 26"),
        FieldSpec::new("phone_no", "PHONE_NO", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 27"),
        FieldSpec::new("mref1", "MREF1", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 28"),
        FieldSpec::new("mref2", "MREF2", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 29"),
        FieldSpec::new("mref3", "MREF3", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 30"),
        FieldSpec::new("mref4", "MREF4", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 31"),
        FieldSpec::new("mref5", "MREF5", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 32"),
        FieldSpec::new("mref6", "MREF6", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 33"),
        FieldSpec::new("mref7", "MREF7", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 34"),
        FieldSpec::new("mref8", "MREF8", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 35"),
        FieldSpec::new("mref9", "MREF9", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 36"),
        FieldSpec::new("mref10", "MREF10", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 37"),
        FieldSpec::new("mparam1", "MPARAM1", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 38"),
        FieldSpec::new("mparam2", "MPARAM2", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 39"),
        FieldSpec::new("customer_ref", "CUSTOMER_REF", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 40"),
        FieldSpec::new("pymt_ind", "PYMT_IND", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 41"),
        FieldSpec::new("pymt_criteria", "PYMT_CRITERIA", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 42"),
        FieldSpec::new("frisk1", "FRISK1", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 43"),
        FieldSpec::new("frisk2", "FRISK2", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 44"),
        FieldSpec::new("domicile_address", "DOMICILE_ADDRESS", Kind::Text { max: Some(200) }, "faspay/recurring/post-transaction#request row 45"),
        FieldSpec::new("domicile_address_city", "DOMICILE_ADDRESS_CITY", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 46"),
        FieldSpec::new("domicile_address_region", "DOMICILE_ADDRESS_REGION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 47"),
        FieldSpec::new("domicile_address_state", "DOMICILE_ADDRESS_STATE", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 48"),
        FieldSpec::new("domicile_address_poscode", "DOMICILE_ADDRESS_POSCODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 49"),
        FieldSpec::new("domicile_address_country_code", "DOMICILE_ADDRESS_COUNTRY_CODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 50"),
        FieldSpec::new("domicile_phone_no", "DOMICILE_PHONE_NO", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 51"),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Integer { digits: 5 }, "faspay/recurring/post-transaction#request row 52").mandatory().by(By::Credential(2)),
        FieldSpec::new("member_id", "member_id", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 53").mandatory(),
        FieldSpec::new("member_name", "member_name", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 54").mandatory(),
        FieldSpec::new("member_email", "member_email", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 55").mandatory(),
        FieldSpec::new("member_email_notif", "member_email_notif", Kind::Code(<super::codes::RecurringFlag as rt::CodeText>::CODES), "faspay/recurring/post-transaction#request row 56").mandatory(),
        FieldSpec::new("process_date", "process_date", Kind::DayList { max: 9 }, "faspay/recurring/post-transaction#request row 57").mandatory(),
        FieldSpec::new("recurring_type", "recurring_type", Kind::Integer { digits: 1 }, "faspay/recurring/post-transaction#request row 58").mandatory().by(By::Fixed("1")),
        FieldSpec::new("recurring_amount", "recurring_amount", Kind::Amount { decimals: 2, max: Some(12), positive: false, currency: Some(5) }, "faspay/recurring/post-transaction#request row 59").mandatory(),
        FieldSpec::new("recurring_start_date", "recurring_start_date", Kind::Date, "faspay/recurring/post-transaction#request row 60").mandatory(),
        FieldSpec::new("recurring_end_date", "recurring_end_date", Kind::Date, "faspay/recurring/post-transaction#request row 61").mandatory(),
        FieldSpec::new("recurring_period", "recurring_period", Kind::Code(&["M", "Y"]), "faspay/recurring/post-transaction#request row 62").mandatory(),
        FieldSpec::new("recurring_period_at", "recurring_period_at", Kind::Integer { digits: 1 }, "faspay/recurring/post-transaction#request row 63").mandatory(),
        FieldSpec::new("recurring_accumulate", "recurring_accumulate", Kind::Text { max: Some(1) }, "faspay/recurring/post-transaction#request row 64").mandatory().by(By::Fixed("t")),
        FieldSpec::new("recurring_accumulate_at", "recurring_accumulate_at", Kind::Integer { digits: 1 }, "faspay/recurring/post-transaction#request row 65").mandatory(),
        FieldSpec::new("recurring_status", "recurring_status", Kind::Text { max: Some(1) }, "faspay/recurring/post-transaction#request row 66").mandatory().by(By::Fixed("t")),
        FieldSpec::new("recurring_signature", "recurring_signature", Kind::Text { max: Some(40) }, "faspay/recurring/post-transaction#request row 67").mandatory().by(By::Signature(&REGISTER_MEMBER_SIGNING_66)),
        FieldSpec::new("card_expire_notif", "card_expire_notif", Kind::Code(<super::codes::CardExpireNotif as rt::CodeText>::CODES), "faspay/operations/recurring/register.yaml"),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
        CredentialUse { index: 2, forbid: "" },
        CredentialUse { index: 3, forbid: "" },
        CredentialUse { index: 4, forbid: "" },
    ],
    rules: register_member_rules,
    asks: Some(Asks {
        order: 3,
        amount: 6,
        currency: 5,
    }),
    retry: Retry::Never,
    inquire: None,
    misspellings: &[("recurring_perriod_at", "recurring_period_at")],
    ..RequestTable::POST
}
    .new();
static REGISTER_MEMBER_SIGNING_11: Signing = Signing {
    recipe: "card-request",
    digest: Digest::Sha1Hex,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(3, Case::Setting(1)),
        Part::Text("##"),
        Part::Field(6, Case::AsIs),
        Part::Text("##0##"),
    ],
};
static REGISTER_MEMBER_SIGNING_66: Signing = Signing {
    recipe: "recurring-member",
    digest: Digest::Sha1OfMd5Hex,
    delimiter: "",
    parts: &[
        Part::Credential(3, Case::AsIs),
        Part::Credential(4, Case::AsIs),
        Part::Field(52, Case::AsIs),
    ],
};
fn register_member_rules(v: &rt::View<'_>, report: &mut rt::Report) {
    report
        .rule(
            v,
            &Rule {
                id: "one-day-with-accumulate",
                field: 56,
                then: "count(process_date) == 1",
                because: "process_date may hold one day only when recurring_accumulate_at isn't 0",
                source: "faspay/operations/recurring/register.yaml#one-day-with-accumulate",
            },
            v.compare(Field(64), NotEqual, Number(0)),
            v.compare(Count(56), Equal, Number(1)),
        );
    report
        .rule(
            v,
            &Rule {
                id: "starts-today",
                field: 59,
                then: "recurring_start_date == today",
                because: "the contract starts on the day of the transaction (Jakarta time)",
                source: "faspay/operations/recurring/register.yaml#starts-today",
            },
            Some(true),
            v.compare(Field(59), Equal, Today),
        );
    report
        .rule(
            v,
            &Rule {
                id: "ends-after-start",
                field: 60,
                then: "recurring_end_date >= recurring_start_date",
                because: "a contract can't end before it starts",
                source: "faspay/operations/recurring/register.yaml#ends-after-start",
            },
            Some(true),
            v.compare(Field(60), GreaterOrEqual, Field(59)),
        );
}
/// The table of `recurring.update-card`.
pub static UPDATE_CARD: RequestTable = RequestTable {
    id: "faspay.recurring.update-card",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::BrowserForm,
    endpoint: Endpoint {
        name: "recurring",
        sandbox: Some("https://fpg-sandbox.faspay.co.id/recurring"),
        production: Some("https://fpg.faspay.co.id/recurring"),
    },
    fields: &[
        FieldSpec::new("lang", "LANG", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 1"),
        FieldSpec::new("merchantid", "MERCHANTID", Kind::Text { max: Some(30) }, "faspay/recurring/post-transaction#request row 2").mandatory().by(By::Credential(0)).forbid("#"),
        FieldSpec::new("payment_method", "PAYMENT_METHOD", Kind::Text { max: Some(1) }, "faspay/recurring/post-transaction#request row 5").mandatory().by(By::Fixed("3")),
        FieldSpec::new("merchant_tranid", "MERCHANT_TRANID", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 4").mandatory().forbid("#").case_setting(1),
        FieldSpec::new("txn_password", "TXN_PASSWORD", Kind::Text { max: Some(12) }, "faspay/recurring/post-transaction#request row 3").sensitive().mandatory().by(By::Credential(1)).forbid("#"),
        FieldSpec::new("currencycode", "CURRENCYCODE", Kind::Code(<super::codes::CurrencyCode as rt::CodeText>::CODES), "faspay/recurring/post-transaction#request row 6").mandatory().by(By::Fixed("IDR")),
        FieldSpec::new("amount", "AMOUNT", Kind::Amount { decimals: 2, max: None, positive: false, currency: Some(5) }, "faspay/recurring/post-transaction#request row 7").mandatory().forbid("#"),
        FieldSpec::new("custname", "CUSTNAME", Kind::Text { max: Some(120) }, "faspay/recurring/post-transaction#request row 8").mandatory(),
        FieldSpec::new("custemail", "CUSTEMAIL", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 9").mandatory(),
        FieldSpec::new("description", "DESCRIPTION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 10"),
        FieldSpec::new("return_url", "RETURN_URL", Kind::Url { max: Some(100) }, "faspay/recurring/post-transaction#request row 11").mandatory(),
        FieldSpec::new("signature", "SIGNATURE", Kind::Text { max: Some(40) }, "faspay/recurring/post-transaction#request row 12").mandatory().by(By::Signature(&UPDATE_CARD_SIGNING_11)),
        FieldSpec::new("billing_address", "BILLING_ADDRESS", Kind::Text { max: Some(200) }, "faspay/recurring/post-transaction#request row 13"),
        FieldSpec::new("billing_address_city", "BILLING_ADDRESS_CITY", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 14"),
        FieldSpec::new("billing_address_region", "BILLING_ADDRESS_REGION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 15"),
        FieldSpec::new("billing_address_state", "BILLING_ADDRESS_STATE", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 16"),
        FieldSpec::new("billing_address_poscode", "BILLING_ADDRESS_POSCODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 17"),
        FieldSpec::new("billing_address_country_code", "BILLING_ADDRESS_COUNTRY_CODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 18"),
        FieldSpec::new("receiver_name_for_shipping", "RECEIVER_NAME_FOR_SHIPPING", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 19"),
        FieldSpec::new("shipping_address", "SHIPPING_ADDRESS", Kind::Text { max: Some(200) }, "faspay/recurring/post-transaction#request row 20"),
        FieldSpec::new("shipping_address_city", "SHIPPING_ADDRESS_CITY", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 21"),
        FieldSpec::new("shipping_address_region", "SHIPPING_ADDRESS_REGION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 22"),
        FieldSpec::new("shipping_address_state", "SHIPPING_ADDRESS_STATE", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 23"),
        FieldSpec::new("shipping_address_poscode", "SHIPPING_ADDRESS_POSCODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 24"),
        FieldSpec::new("shipping_address_country_code", "SHIPPING_ADDRESS_COUNTRY_CODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 25"),
        FieldSpec::new("shippingcost", "SHIPPINGCOST", Kind::Amount { decimals: 2, max: None, positive: false, currency: Some(5) }, "faspay/recurring/post-transaction#request row 26"),
        FieldSpec::new("phone_no", "PHONE_NO", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 27"),
        FieldSpec::new("mref1", "MREF1", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 28"),
        FieldSpec::new("mref2", "MREF2", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 29"),
        FieldSpec::new("mref3", "MREF3", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 30"),
        FieldSpec::new("mref4", "MREF4", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 31"),
        FieldSpec::new("mref5", "MREF5", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 32"),
        FieldSpec::new("mref6", "MREF6", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 33"),
        FieldSpec::new("mref7", "MREF7", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 34"),
        FieldSpec::new("mref8", "MREF8", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 35"),
        FieldSpec::new("mref9", "MREF9", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 36"),
        FieldSpec::new("mref10", "MREF10", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 37"),
        FieldSpec::new("mparam1", "MPARAM1", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 38"),
        FieldSpec::new("mparam2", "MPARAM2", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 39"),
        FieldSpec::new("customer_ref", "CUSTOMER_REF", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 40"),
        FieldSpec::new("pymt_ind", "PYMT_IND", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 41"),
        FieldSpec::new("pymt_criteria", "PYMT_CRITERIA", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 42"),
        FieldSpec::new("frisk1", "FRISK1", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 43"),
        FieldSpec::new("frisk2", "FRISK2", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 44"),
        FieldSpec::new("domicile_address", "DOMICILE_ADDRESS", Kind::Text { max: Some(200) }, "faspay/recurring/post-transaction#request row 45"),
        FieldSpec::new("domicile_address_city", "DOMICILE_ADDRESS_CITY", Kind::Text { max: Some(50) }, "faspay/recurring/post-transaction#request row 46"),
        FieldSpec::new("domicile_address_region", "DOMICILE_ADDRESS_REGION", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 47"),
        FieldSpec::new("domicile_address_state", "DOMICILE_ADDRESS_STATE", Kind::Text { max: Some(100) }, "faspay/recurring/post-transaction#request row 48"),
        FieldSpec::new("domicile_address_poscode", "DOMICILE_ADDRESS_POSCODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 49"),
        FieldSpec::new("domicile_address_country_code", "DOMICILE_ADDRESS_COUNTRY_CODE", Kind::Text { max: Some(10) }, "faspay/recurring/post-transaction#request row 50"),
        FieldSpec::new("domicile_phone_no", "DOMICILE_PHONE_NO", Kind::Text { max: Some(20) }, "faspay/recurring/post-transaction#request row 51"),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Integer { digits: 5 }, "faspay/recurring/update-card#request row 2").mandatory().by(By::Credential(2)),
        FieldSpec::new("member_id", "member_id", Kind::Text { max: Some(50) }, "faspay/recurring/update-card#request row 3").mandatory(),
        FieldSpec::new("member_name", "member_name", Kind::Text { max: Some(50) }, "faspay/recurring/update-card#request row 4").mandatory(),
        FieldSpec::new("member_email", "member_email", Kind::Text { max: Some(50) }, "faspay/recurring/update-card#request row 5").mandatory(),
        FieldSpec::new("member_email_notif", "member_email_notif", Kind::Code(<super::codes::RecurringFlag as rt::CodeText>::CODES), "faspay/recurring/update-card#request row 6").mandatory(),
        FieldSpec::new("process_date", "process_date", Kind::DayList { max: 9 }, "faspay/recurring/update-card#request row 7").mandatory(),
        FieldSpec::new("recurring_type", "recurring_type", Kind::Text { max: Some(1) }, "faspay/recurring/update-card#request row 1").mandatory().by(By::Fixed("2")),
        FieldSpec::new("recurring_amount", "recurring_amount", Kind::Amount { decimals: 2, max: Some(12), positive: false, currency: Some(5) }, "faspay/recurring/update-card#request row 8").mandatory(),
        FieldSpec::new("recurring_start_date", "recurring_start_date", Kind::Date, "faspay/recurring/update-card#request row 9").mandatory(),
        FieldSpec::new("recurring_end_date", "recurring_end_date", Kind::Date, "faspay/recurring/update-card#request row 10").mandatory(),
        FieldSpec::new("recurring_period", "recurring_period", Kind::Code(&["M", "Y"]), "faspay/recurring/update-card#request row 11").mandatory(),
        FieldSpec::new("recurring_period_at", "recurring_period_at", Kind::Integer { digits: 1 }, "faspay/recurring/update-card#request row 12").mandatory(),
        FieldSpec::new("recurring_accumulate", "recurring_accumulate", Kind::Text { max: Some(1) }, "faspay/recurring/update-card#request row 13").mandatory().by(By::Fixed("t")),
        FieldSpec::new("recurring_accumulate_at", "recurring_accumulate_at", Kind::Integer { digits: 1 }, "faspay/recurring/update-card#request row 14").mandatory(),
        FieldSpec::new("recurring_status", "recurring_status", Kind::Text { max: Some(1) }, "faspay/recurring/update-card#request row 15").mandatory().by(By::Fixed("t")),
        FieldSpec::new("recurring_signature", "recurring_signature", Kind::Text { max: Some(40) }, "faspay/recurring/update-card#request row 16").mandatory().by(By::Signature(&UPDATE_CARD_SIGNING_66)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
        CredentialUse { index: 2, forbid: "" },
        CredentialUse { index: 3, forbid: "" },
        CredentialUse { index: 4, forbid: "" },
    ],
    rules: update_card_rules,
    asks: Some(Asks {
        order: 3,
        amount: 6,
        currency: 5,
    }),
    retry: Retry::Never,
    inquire: None,
    misspellings: &[("recurring_perriod_at", "recurring_period_at")],
    ..RequestTable::POST
}
    .new();
static UPDATE_CARD_SIGNING_11: Signing = Signing {
    recipe: "card-request",
    digest: Digest::Sha1Hex,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Credential(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(3, Case::Setting(1)),
        Part::Text("##"),
        Part::Field(6, Case::AsIs),
        Part::Text("##0##"),
    ],
};
static UPDATE_CARD_SIGNING_66: Signing = Signing {
    recipe: "recurring-member",
    digest: Digest::Sha1OfMd5Hex,
    delimiter: "",
    parts: &[
        Part::Credential(3, Case::AsIs),
        Part::Credential(4, Case::AsIs),
        Part::Field(52, Case::AsIs),
    ],
};
fn update_card_rules(v: &rt::View<'_>, report: &mut rt::Report) {
    report
        .rule(
            v,
            &Rule {
                id: "one-day-with-accumulate",
                field: 56,
                then: "count(process_date) == 1",
                because: "process_date may hold one day only when recurring_accumulate_at isn't 0",
                source: "faspay/operations/recurring/update-card.yaml#one-day-with-accumulate",
            },
            v.compare(Field(64), NotEqual, Number(0)),
            v.compare(Count(56), Equal, Number(1)),
        );
    report
        .rule(
            v,
            &Rule {
                id: "starts-today",
                field: 59,
                then: "recurring_start_date == today",
                because: "the contract starts on the day of the transaction (Jakarta time)",
                source: "faspay/operations/recurring/update-card.yaml#starts-today",
            },
            Some(true),
            v.compare(Field(59), Equal, Today),
        );
    report
        .rule(
            v,
            &Rule {
                id: "ends-after-start",
                field: 60,
                then: "recurring_end_date >= recurring_start_date",
                because: "a contract can't end before it starts",
                source: "faspay/operations/recurring/update-card.yaml#ends-after-start",
            },
            Some(true),
            v.compare(Field(60), GreaterOrEqual, Field(59)),
        );
}
/// The table of `recurring.update-member`.
pub static UPDATE_MEMBER: RequestTable = RequestTable {
    id: "faspay.recurring.update-member",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "recurring-update",
        sandbox: Some("https://fpg-sandbox.faspay.co.id/recurring/process/update"),
        production: None,
    },
    fields: &[
        FieldSpec::new("request", "request", Kind::Text { max: Some(50) }, "faspay/recurring/update-member#request row 1"),
        FieldSpec::new("merchant_id", "merchant_id", Kind::Integer { digits: 5 }, "faspay/recurring/update-member#request row 2").mandatory().by(By::Credential(2)),
        FieldSpec::new("merchant", "merchant", Kind::Text { max: Some(32) }, "faspay/recurring/update-member#request row 3"),
        FieldSpec::new("member_id", "member_id", Kind::Text { max: Some(50) }, "faspay/recurring/update-member#request row 4").mandatory(),
        FieldSpec::new("member_name", "member_name", Kind::Text { max: Some(50) }, "faspay/recurring/update-member#request row 5").mandatory(),
        FieldSpec::new("member_email", "member_email", Kind::Text { max: Some(50) }, "faspay/recurring/update-member#request row 6").mandatory(),
        FieldSpec::new("member_email_notif", "member_email_notif", Kind::Code(&["1", "0"]), "faspay/recurring/update-member#request row 7").mandatory(),
        FieldSpec::new("process_date", "process_date", Kind::DayList { max: 9 }, "faspay/recurring/update-member#request row 8").mandatory(),
        FieldSpec::new("recurring_amount", "recurring_amount", Kind::Amount { decimals: 2, max: Some(12), positive: false, currency: None }, "faspay/recurring/update-member#request row 9").mandatory(),
        FieldSpec::new("recurring_start_date", "recurring_start_date", Kind::Date, "faspay/recurring/update-member#request row 10").mandatory(),
        FieldSpec::new("recurring_end_date", "recurring_end_date", Kind::Date, "faspay/recurring/update-member#request row 11").mandatory(),
        FieldSpec::new("recurring_period", "recurring_period", Kind::Code(&["D", "M", "Y"]), "faspay/recurring/update-member#request row 12").mandatory(),
        FieldSpec::new("recurring_period_at", "recurring_period_at", Kind::Integer { digits: 1 }, "faspay/recurring/update-member#request row 13").mandatory(),
        FieldSpec::new("recurring_accumulate_at", "recurring_accumulate_at", Kind::Integer { digits: 1 }, "faspay/recurring/update-member#request row 14").mandatory(),
        FieldSpec::new("recurring_status", "recurring_status", Kind::Code(<super::codes::RecurringStatus as rt::CodeText>::CODES), "faspay/recurring/update-member#request row 15").mandatory(),
        FieldSpec::new("card_expire_notif", "card_expire_notif", Kind::Code(<super::codes::CardExpireNotif as rt::CodeText>::CODES), "faspay/recurring/update-member#request row 16").mandatory(),
        FieldSpec::new("signature", "signature", Kind::Text { max: Some(50) }, "faspay/recurring/update-member#request row 17").mandatory().by(By::Signature(&UPDATE_MEMBER_SIGNING_16)),
    ],
    credentials: &[
        CredentialUse { index: 2, forbid: "" },
        CredentialUse { index: 3, forbid: "" },
        CredentialUse { index: 4, forbid: "" },
    ],
    rules: update_member_rules,
    asks: None,
    retry: Retry::Never,
    inquire: Some("faspay.recurring.inquiry"),
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
static UPDATE_MEMBER_SIGNING_16: Signing = Signing {
    recipe: "recurring-member",
    digest: Digest::Sha1OfMd5Hex,
    delimiter: "",
    parts: &[
        Part::Credential(3, Case::AsIs),
        Part::Credential(4, Case::AsIs),
        Part::Field(3, Case::AsIs),
    ],
};
fn update_member_rules(v: &rt::View<'_>, report: &mut rt::Report) {
    report
        .rule(
            v,
            &Rule {
                id: "ends-after-start",
                field: 10,
                then: "recurring_end_date >= recurring_start_date",
                because: "a contract can't end before it starts",
                source: "faspay/operations/recurring/update-member.yaml#ends-after-start",
            },
            Some(true),
            v.compare(Field(10), GreaterOrEqual, Field(9)),
        );
}
