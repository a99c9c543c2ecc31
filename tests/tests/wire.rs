//! What goes over the wire, one snapshot an operation of every gateway, so that a change of the spec that alters what is sent shows up
//! in review: method, address, headers and the pairs with secrets masked, the strings that are signed, and the body where it isn't the
//! pairs as a form. And what a thoroughly wrong request is told.

use std::fmt::Write;

use faspay_cli::engine::{Built, Context, Engine, Environment, MASK};
use faspay_runtime::{FormPage, LocalUrl};
use faspay_spec::model::{Field, From, Gateway, Operation, Transport, Type};
use faspay_spec::wire;
use rand::prelude::*;
use rand::rngs::StdRng;
use scraper::{Html, Selector};
use tests::aimed::{self, Params};
use tests::{GATEWAYS, day, gateway, inputs, merchants};

/// What says more than the first value of a list or a text that is made of a name.
const CHOSEN: [(&str, &str); 12] = [
    ("merchant_tranid", "INV/2026 11&1"),
    ("id", "S/1"),
    ("x-submerchant-id", "7b1c"),
    ("clientReferenceId", "INV7"),
    ("order.currency", "IDR"),
    ("amount.currency", "IDR"),
    ("mode", "API"),
    ("paymentMethod.type", "CARD"),
    ("customer.phoneNumber.number", "81234567890"),
    ("paymentMethodOptions.card.threeDsMethod", "CHALLENGE"),
    ("X-REQUEST-ID", "0123456789abcdef"),
    ("order.id", "INV-2026_1"),
];

/// Every parameter that can be given together.
fn params(gateway: &Gateway, operation: &Operation) -> Params {
    let is_own = |field: &Field| matches!(field.from, From::Caller | From::CurrencyOf(_) | From::IdempotencyKey);
    let given = operation.fields.iter().filter(|field| is_own(field));
    let all = given.map(|field| {
        let chosen = CHOSEN.iter().find(|(name, _)| *name == field.name);
        (field.name.clone(), chosen.map_or_else(|| wire::sample(gateway, field), |(_, text)| (*text).to_owned()))
    });
    if aimed::is_nested(operation) { aimed::fullest(gateway, operation, all.collect()) } else { all.collect() }
}

fn build(gateway: &Gateway, operation: &Operation) -> Built {
    // What has no documented address can only be sent to a local gateway.
    let endpoint = gateway.endpoints.iter().find(|endpoint| endpoint.name == operation.endpoint).unwrap();
    let environment = match endpoint.sandbox {
        Some(_) => Environment::Sandbox,
        None => Environment::Local(LocalUrl::parse("http://127.0.0.1:8080").unwrap()),
    };
    let merchant = merchants::decided(gateway);
    let context =
        Context { environment: &environment, credentials: Some(&merchant), today: day(inputs::TODAY), fresh_key: None };
    let params = params(gateway, operation);
    Engine::Generated
        .build(gateway, operation, &params, context)
        .unwrap()
        .unwrap_or_else(|refusal| panic!("{}: {refusal:?}", operation.id))
}

#[test]
fn what_each_operation_sends() {
    for gateway in GATEWAYS.map(gateway) {
        for operation in &gateway.operations {
            let built = build(&gateway, operation);
            let mut text = format!("{} {}\n\n", built.method, built.shown_url);
            for (key, value, sensitive) in &built.fields {
                writeln!(text, "{key} = {}", if *sensitive { MASK } else { value }).unwrap();
            }
            text.push('\n');
            for (recipe, string) in &built.signed {
                writeln!(text, "{recipe} over {string}").unwrap();
            }
            if operation.transport == Transport::ServerJson {
                writeln!(text, "\n{:?}\n{}", built.shown_headers, built.body).unwrap();
            }
            insta::assert_snapshot!(format!("sends_{}.{}", gateway.id, operation.id), text);
        }
    }
}

/// A text that breaks a rule of its field; an object has none of its own.
fn wrong(field: &Field) -> Option<String> {
    Some(match (&field.from, &field.ty) {
        (From::Fixed(_), _) => "x".to_owned(),
        (From::Signature { .. }, _) => "0".repeat(40),
        (From::Credential(_), _) => "somebody".to_owned(),
        (_, Type::Text { max, .. }) => "#a".repeat(max.unwrap_or(4) as usize),
        (_, Type::Url { .. }) => "javascript:alert(1)".to_owned(),
        (_, Type::Integer { .. }) => "12".to_owned(),
        (_, Type::Amount { .. }) => "1,000.00".to_owned(),
        (_, Type::Date | Type::CompactDate | Type::Timestamp) => "2026-02-30".to_owned(),
        (_, Type::Boolean | Type::Decimal { .. } | Type::EncryptedCard) => "yes".to_owned(),
        (_, Type::Object { .. }) => return None,
        (_, Type::List { fields, .. }) => format!("[{}]", wrong_members(fields, None)),
        (_, Type::Json) => "[1]".to_owned(),
        (_, Type::DayList { .. }) => "1,2,3,4,5,6,7,8,9,10".to_owned(),
        (_, Type::Code { .. }) => "D".to_owned(),
    })
}

/// The same of every member of an element, one in four left out.
fn wrong_members(fields: &[Field], object: Option<usize>) -> String {
    let members = fields.iter().enumerate().filter(|(_, field)| field.parent == object && field.wire.len() % 4 != 0);
    let members = members.map(|(at, field)| {
        let value = match &field.ty {
            Type::Object { .. } => wrong_members(fields, Some(at)),
            Type::List { .. } => wrong(field).unwrap_or_default(),
            _ => format!("{:?}", wrong(field).unwrap_or_default()),
        };
        format!("{:?}:{value}", field.wire)
    });
    format!("{{{}}}", members.chain([r#""surprise":1"#.to_owned()]).collect::<Vec<_>>().join(","))
}

#[test]
fn what_a_thoroughly_wrong_request_is_told() {
    for gateway in GATEWAYS.map(gateway) {
        for operation in &gateway.operations {
            // One in four is forgotten instead.
            let text =
                |field: &Field| if field.name.len().is_multiple_of(4) { Some(String::new()) } else { wrong(field) };
            let given = operation.fields.iter().filter_map(|field| Some((field.name.clone(), text(field)?)));
            let mut params: Params = given.collect();
            params.extend(operation.misspellings.iter().map(|(wrong, _)| (wrong.clone(), "1".to_owned())).take(2));
            params.extend(["amuont", "surprise"].map(|name| (name.to_owned(), "1".to_owned())));
            let merchant = merchants::sample(&gateway);
            let context = Context {
                environment: &Environment::Production,
                credentials: Some(&merchant),
                today: day(inputs::TODAY),
                fresh_key: None,
            };
            let mut text = String::new();
            for violation in Engine::Generated.validate(&gateway, operation, &params, context).unwrap() {
                writeln!(
                    text,
                    "{} {} (limit {:?}, actual {:?})\n    {}\n    {}",
                    violation.field,
                    violation.rule,
                    violation.limit,
                    violation.actual,
                    violation.message,
                    violation.source
                )
                .unwrap();
            }
            insta::assert_snapshot!(format!("refuses_{}.{}", gateway.id, operation.id), text);
        }
    }
}

#[test]
fn the_page_that_posts_a_form() {
    let fields = [("CUSTNAME", "Ann \"><b>x</b> & O'Neil 字"), ("submit", "1")];
    let page = FormPage::of("https://fpg-sandbox.faspay.co.id/recurring", fields.into_iter());
    let headers: String = page.headers().iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    insta::assert_snapshot!("page", format!("{headers}\n{}", page.html()));
}

/// What a browser would read out of the page.
fn read(html: &str) -> (String, Vec<(String, String)>) {
    let page = Html::parse_document(html);
    let (form, input) = (Selector::parse("form").unwrap(), Selector::parse("form input[type=hidden]").unwrap());
    let action = page.select(&form).next().unwrap().attr("action").unwrap().to_owned();
    let pairs = page
        .select(&input)
        .map(|input| (input.attr("name").unwrap().to_owned(), input.attr("value").unwrap().to_owned()));
    (action, pairs.collect())
}

#[test]
fn a_page_carries_any_text_unchanged_and_nothing_else() {
    let mut rng = StdRng::seed_from_u64(42);
    let pieces = [
        "\"",
        "'",
        "<",
        ">",
        "&",
        "&amp;",
        "&#39;",
        "</form>",
        "<script>",
        "--><!--",
        " ",
        "=",
        "é",
        "字",
        "🎫",
        "\u{feff}",
        "\u{200d}",
        "a",
        "javascript:",
        "<input name=x value=y>",
        "`",
        "\\",
        "%22",
    ];
    for _ in 0..3_000 {
        let mut word =
            || -> String { (0..rng.random_range(0..6)).map(|_| *pieces.choose(&mut rng).unwrap()).collect() };
        let pairs: Vec<(String, String)> = (0..4).map(|_| (word(), word())).collect();
        let page = FormPage::of(
            "https://fpg.faspay.co.id/payment",
            pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())),
        );
        assert_eq!(read(page.html()), ("https://fpg.faspay.co.id/payment".to_owned(), pairs));
        let scripts = Selector::parse("script").unwrap();
        assert_eq!(Html::parse_document(page.html()).select(&scripts).count(), 1);
    }
}
