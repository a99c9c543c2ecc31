//! What is generated for nested messages, as a merchant's compiler takes it. `tests/nested/generated.rs` is the whole
//! output for the nested model, which the tests of the two doors keep as the generator says; here it is compiled and used.

#[rustfmt::skip]
#[allow(dead_code, unused_imports, reason = "a test uses a part of what a merchant may use")]
#[path = "nested/generated.rs"]
mod generated;

use faspay_runtime::dynamic::{Context, NamedCredentials, validate};
use faspay_runtime::table::{Authorization, By, Kind, Method, Place};
use faspay_runtime::{
    Amount, Clock, Date, Element, Environment, Inbound, Message, ReceivedElement, Request, Unsigned, Values,
};
use generated::card::*;
use generated::received;

fn charge() -> Charge {
    Charge {
        order: ChargeOrder {
            id: "A-1".into(),
            amount: Amount::idr(5_000),
            customer: ChargeOrderCustomer::default(),
            optional: ChargeOrderOptional::default(),
        },
        source_of_funds: ChargeSourceOfFunds {},
        products: vec![ChargeProductsElement {
            r#type: generated::codes::Language::English,
            quantity: 2,
            price: ChargeProductsElementPrice { value: Amount::idr(2_500) },
            optional: ChargeProductsElementOptional::default(),
        }],
        pin: "123456".into(),
        optional: ChargeOptional {
            customer: Some(ChargeCustomer {
                email: "siti@example.test".into(),
                optional: ChargeCustomerOptional {
                    address: Some(ChargeCustomerAddress { street: "Jalan 1".into() }),
                    flags: Some(ChargeCustomerFlags {}),
                    cvc: Some("987".into()),
                },
            }),
            vouchers: Some(Vec::new()),
            request_id: Some("k-1".into()),
            ..ChargeOptional::default()
        },
    }
}

#[test]
fn every_struct_of_a_nested_request_can_be_filled_and_its_secrets_stay_hidden() {
    let charge = charge();
    charge.values(&mut Values::new());
    let shown = format!("{charge:?}");
    assert!(shown.contains("Jalan 1") && !shown.contains("123456") && !shown.contains("987"), "{shown}");
}

#[test]
fn the_table_says_what_is_within_what_and_what_goes_where() {
    let table = Charge::TABLE;
    let at = |name: &str| table.fields.iter().position(|field| field.name == name).unwrap();
    let parent = |name: &str| table.fields[at(name)].parent.map(|parent| table.fields[usize::from(parent)].name);
    assert_eq!(parent("order.customer.name"), Some("order.customer"));
    assert_eq!(parent("order.customer"), Some("order"));
    assert_eq!(parent("order"), None);
    assert_eq!(table.fields[at("order.customer.name")].wire, "name");
    assert!(matches!(table.fields[at("requestId")].place, Place::Header("X-Request-Id")));
    assert!(matches!(table.fields[at("requestId")].by, By::IdempotencyKey));
    assert_eq!(table.authorization, Authorization::Basic { user: 0, password: 1 });
    assert_eq!(table.method, Method::Post);
    let Kind::List(products) = table.fields[at("products")].kind else { panic!("a list") };
    assert!(std::ptr::eq(products, ChargeProductsElement::TABLE));
    assert_eq!((products.min, products.max), (Some(1), Some(9)));
    assert_eq!(products.fields[3].parent, Some(2));
    assert!(matches!(products.fields[5].kind, Kind::List(_)));

    assert_eq!((Look::TABLE.method, Look::TABLE.path), (Method::Get, "/payments/{id}"));
    assert!(matches!(Look::TABLE.fields[0].place, Place::Path) && matches!(Look::TABLE.fields[1].place, Place::Query));
    let confirm = generated::card_data::Confirm::TABLE;
    assert_eq!(confirm.authorization, Authorization::Bearer { operation: "acme.card.token" });
}

#[test]
fn a_colon_in_the_name_that_one_ends_is_found_once() {
    let uses: Vec<_> = Charge::TABLE.credentials.iter().map(|one| (one.index, one.forbid)).collect();
    assert_eq!(uses, [(0, ""), (1, "")]);
    let names = Charge::TABLE.gateway.credentials.iter().map(|one| one.name);
    let credentials = NamedCredentials::new(Charge::TABLE.gateway, names.map(|name| (name, "a:b"))).unwrap();
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&credentials),
        clock: Clock::fixed(Date::new(2026, 11, 20).unwrap()),
        fresh_key: None,
    };
    let found = validate(Charge::TABLE, &[], context);
    let colons: Vec<_> = found.iter().filter(|found| found.limit == ":").map(|found| found.rule.as_str()).collect();
    assert_eq!(colons, ["delimiter"]);
}

/// Compiles when each accessor gives what it should.
#[allow(dead_code)]
fn accessors(paid: &Paid, settled: &Settled) {
    let _: Option<&str> = paid.order_id();
    let _: Option<Amount> = paid.order_amount();
    let _: Option<bool> = paid.captured();
    let _: Option<&str> = paid.rate();
    let _: Option<&str> = paid.paid_at();
    let _: Option<Date> = paid.due();
    let _: Option<&str> = paid.metadata();
    let _: Unsigned<Option<&str>> = paid.signature();
    let _: Unsigned<Option<&str>> = settled.order_id();
    for charge in paid.charge_details() {
        let charge: received::PaidChargeDetailsElement = charge;
        let _: Option<Amount> = charge.price_value();
        let _: Option<u64> = charge.quantity();
        let _: Vec<PaidChargeDetailsElementPartsElement> = charge.parts().collect();
    }
    fn of(_: &impl Inbound, _: Option<ReceivedElement>, _: Option<Message>) {}
    of(paid, None, None);
}

/// A key that vouches for a message comes in a header.
#[allow(dead_code)]
fn with_headers(body: &[u8]) -> Result<generated::Callback, faspay_runtime::ReceiveError> {
    Ok(generated::Callback::parse("application/json", body)?.with_headers([("x-api-key", "k")]))
}
