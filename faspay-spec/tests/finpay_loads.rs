//! The committed Finpay folder is free of mistakes, and says what merchants rely on.

use std::path::Path;

use faspay_spec::engine::{self, Context, Credentials, Date, Environment, SettingValue};
use faspay_spec::model::{Auth, Code, Field, From, Gateway, Operation, Outcome, Presence, Sensitivity, Type};

/// The request of the page on two-click payments, as paths and texts.
const SAMPLE: [(&str, &str); 13] = [
    ("customer.id", "hajar.finnet@gmail.com"),
    ("customer.email", "hajar.finnet@gmail.com"),
    ("customer.firstName", "Hajar"),
    ("customer.lastName", "Ismail"),
    ("customer.mobilePhone", "+6281286288844"),
    ("order.id", "1685522371836"),
    ("order.amount", "1000"),
    ("order.currency", "IDR"),
    ("order.description", "Testing"),
    ("url.callbackUrl", "https://sandbox.finpay.co.id/simdev/finpay/result/tangkapCurl.php"),
    ("card.token", "81b36a850c2e40458bad296f952084b516c919ca717d448722782769b81b9fd9"),
    ("card.storedOnFile", "STORED"),
    ("sourceOfFunds.type", "cc"),
];

fn gateway() -> Gateway {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/finpay");
    let folder = faspay_spec::Folder::read(&folder).unwrap();
    faspay_spec::load(&folder).unwrap_or_else(|report| panic!("{report}"))
}

fn operation<'a>(gateway: &'a Gateway, id: &str) -> &'a Operation {
    gateway.operations.iter().find(|own| own.id == id).unwrap()
}

fn field<'a>(fields: &'a [Field], name: &str) -> &'a Field {
    fields.iter().find(|own| own.name == name).unwrap_or_else(|| panic!("no field {name}"))
}

fn context(gateway: &Gateway) -> Context {
    let text = |text: &str| SettingValue::Text(text.to_owned());
    // The published sample pair.
    let pairs = [("merchant_id", text("FINPAY770")), ("merchant_key", text("SoSecret123"))];
    let credentials = Credentials::new(gateway, pairs.map(|(name, value)| (name.to_owned(), value))).unwrap();
    Context {
        environment: Environment::Sandbox,
        credentials: Some(credentials),
        today: Date::parse("2026-11-20").unwrap(),
        fresh_key: None,
    }
}

fn sample() -> Vec<(String, String)> {
    SAMPLE.map(|(name, text)| (name.to_owned(), text.to_owned())).into()
}

#[test]
fn the_finpay_folder_loads() {
    let gateway = gateway();
    let operations: Vec<&str> = gateway.operations.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(
        operations,
        [
            "card.cancel",
            "card.check-status",
            "card.delete-stored-card",
            "card.initiate",
            "card.one-click",
            "card.recurring",
            "card.retrieve-stored-card",
            "card.stored-card-initiate",
            "card.threeds-initiate",
            "card.two-click",
            "card.void"
        ]
    );
    assert_eq!(gateway.inbound.len(), 6);
    assert_eq!(gateway.lives.len(), 1);
    let callback = gateway.inbound.iter().find(|own| own.id == "card.callback").unwrap();
    assert!(
        matches!(&callback.auth, Auth::Hmac { credential, field } if credential == "merchant_key" && field == "signature")
    );
}

#[test]
fn the_published_two_click_request_is_built_as_it_stands() {
    let gateway = gateway();
    let built = engine::build(&gateway, operation(&gateway, "card.two-click"), &sample(), &context(&gateway)).unwrap();
    assert_eq!(built.url, "https://devo.finnet.co.id/pg/payment/card/initiate");
    assert_eq!(
        built.body,
        concat!(
            r#"{"order":{"id":"1685522371836","amount":"1000","currency":"IDR","description":"Testing"},"#,
            r#""customer":{"id":"hajar.finnet@gmail.com","email":"hajar.finnet@gmail.com","firstName":"Hajar","#,
            r#""lastName":"Ismail","mobilePhone":"+6281286288844"},"#,
            r#""url":{"callbackUrl":"https://sandbox.finpay.co.id/simdev/finpay/result/tangkapCurl.php"},"#,
            r#""card":{"token":"81b36a850c2e40458bad296f952084b516c919ca717d448722782769b81b9fd9","storedOnFile":"STORED"},"#,
            r#""sourceOfFunds":{"type":"cc"}}"#
        )
    );
    // The documented pair and its encoding.
    let authorization = built.headers.iter().find(|(name, _)| name == "Authorization").unwrap();
    assert_eq!(authorization.1, "Basic RklOUEFZNzcwOlNvU2VjcmV0MTIz");
    assert!(built.shown_headers.contains(&("Authorization".to_owned(), "Basic ***".to_owned())));
}

#[test]
fn each_mandatory_object_that_is_left_out_is_refused_by_name() {
    let gateway = gateway();
    let two_click = operation(&gateway, "card.two-click");
    let mandatory: Vec<&str> = two_click
        .fields
        .iter()
        .filter(|own| own.parent.is_none() && own.presence == Presence::Mandatory)
        .map(|own| own.name.as_str())
        .collect();
    assert_eq!(mandatory, ["order", "customer", "url", "card", "sourceOfFunds"]);
    for object in mandatory {
        let mut params = sample();
        params.retain(|(name, _)| !name.starts_with(&format!("{object}.")));
        let found = engine::validate(&gateway, two_click, &params, &context(&gateway));
        let found: Vec<_> =
            found.iter().map(|own| (own.field.as_str(), own.rule.as_str(), own.actual.as_str())).collect();
        assert_eq!(found, [(object, "mandatory", "absent")]);
    }
}

#[test]
fn a_success_is_exactly_one_code_and_paid_exactly_two_statuses() {
    let gateway = gateway();
    let values = |list: &str| gateway.codes.iter().find(|own| own.name == list).unwrap().values.iter();
    let success: Vec<&str> =
        values("response-code").filter(|own| own.rust == "Success").map(|own: &Code| own.code.as_str()).collect();
    assert_eq!(success, ["2000000"]);
    let paid: Vec<&str> = values("payment-status")
        .filter(|own| own.outcome == Some(Outcome::Paid))
        .map(|own: &Code| own.code.as_str())
        .collect();
    assert_eq!(paid, ["CAPTURED", "PAID"]);
}

#[test]
fn only_three_ds_carries_a_card_and_tokens_are_secret() {
    let gateway = gateway();
    for operation in &gateway.operations {
        let cards = operation.fields.iter().filter(|own| own.sensitivity == Sensitivity::Card);
        let cards: Vec<&str> = cards.map(|own| own.name.as_str()).collect();
        let expected: &[&str] = if operation.id == "card.threeds-initiate" { &["card"] } else { &[] };
        assert_eq!(cards, expected, "{}", operation.id);
        for own in operation.fields.iter().filter(|own| own.name.ends_with("oken")) {
            assert_eq!(own.sensitivity, Sensitivity::Secret, "{} {}", operation.id, own.name);
        }
    }
    let two_click = operation(&gateway, "card.two-click");
    assert_eq!(field(&two_click.fields, "card.storedOnFile").from, From::Fixed("STORED".to_owned()));
    assert!(matches!(field(&two_click.fields, "order").ty, Type::Object { min: Some(1), max: Some(12) }));
}

#[test]
fn what_is_known_in_part_says_what_is_not_and_names_no_member_of_its_own() {
    let gateway = gateway();
    let partial: Vec<&str> =
        gateway.operations.iter().filter(|own| own.because.is_some()).map(|own| own.id.as_str()).collect();
    assert_eq!(
        partial,
        ["card.one-click", "card.recurring", "card.retrieve-stored-card", "card.threeds-initiate", "card.void"]
    );
    // Objects whose members no page names are taken as they are given.
    let threeds = operation(&gateway, "card.threeds-initiate");
    for name in ["card", "transaction", "paymentPlan", "device"] {
        assert_eq!(field(&threeds.fields, name).ty, Type::Json, "{name}");
        assert!(threeds.fields.iter().all(|own| !own.name.starts_with(&format!("{name}."))), "{name}");
    }
    // What a stored card pays with is what the documented way of paying with one holds.
    let (one_click, two_click) = (operation(&gateway, "card.one-click"), operation(&gateway, "card.two-click"));
    for own in &one_click.fields {
        let documented = field(&two_click.fields, &own.name);
        assert_eq!((&own.from, &own.sensitivity), (&documented.from, &documented.sensitivity), "{}", own.name);
        assert_eq!(own.presence, documented.presence, "{}", own.name);
    }
}
