//! What goes over the wire, one snapshot an operation, so that a change of the spec that alters what is sent shows up in
//! review: method, address, the pairs of the form with secrets masked, and the strings that are signed. And what a
//! thoroughly wrong request is told.

use std::fmt::Write;

use faspay_cli::engine::{Built, Context, Engine, Environment, MASK, Value};
use faspay_runtime::{FormPage, LocalUrl};
use faspay_spec::model::{From, Gateway, Operation, Transport, Type};
use faspay_spec::wire;
use rand::prelude::*;
use rand::rngs::StdRng;
use scraper::{Html, Selector};
use tests::{day, faspay, inputs, merchant_with};

fn params(gateway: &Gateway, operation: &Operation) -> Vec<(String, String)> {
    let given = operation.fields.iter().filter(|field| matches!(field.from, From::Caller | From::CurrencyOf(_)));
    given
        .map(|field| match field.name.as_str() {
            "merchant_tranid" => (field.name.clone(), "INV/2026 11&1".to_owned()),
            _ => (field.name.clone(), wire::sample(gateway, field)),
        })
        .collect()
}

fn build(gateway: &Gateway, operation: &Operation, merchant: &[(String, Value)]) -> Built {
    // What has no documented address can only be sent to a local gateway.
    let endpoint = gateway.endpoints.iter().find(|endpoint| endpoint.name == operation.endpoint).unwrap();
    let environment = match endpoint.sandbox {
        Some(_) => Environment::Sandbox,
        None => Environment::Local(LocalUrl::parse("http://127.0.0.1:8080").unwrap()),
    };
    let context =
        Context { environment: &environment, credentials: Some(merchant), today: day(inputs::TODAY), fresh_key: None };
    let params = params(gateway, operation);
    Engine::Generated
        .build(gateway, operation, &params, context)
        .unwrap()
        .unwrap_or_else(|refusal| panic!("{}: {refusal:?}", operation.id))
}

#[test]
fn what_each_operation_sends() {
    let gateway = faspay();
    for operation in &gateway.operations {
        let built = build(&gateway, operation, &merchant_with(Some(true), Some("as-is")));
        let mut text = format!("{} {}\n\n", built.method, built.url);
        for (key, value, sensitive) in &built.fields {
            writeln!(text, "{key} = {}", if *sensitive { MASK } else { value }).unwrap();
        }
        text.push('\n');
        for (recipe, string) in &built.signed {
            writeln!(text, "{recipe} over {string}").unwrap();
        }
        if operation.transport == Transport::ServerJson {
            writeln!(text, "\n{:?}\n{}", built.headers, built.body).unwrap();
        }
        insta::assert_snapshot!(format!("sends_{}", operation.id), text);
    }
}

#[test]
fn what_a_thoroughly_wrong_request_is_told() {
    let gateway = faspay();
    for operation in &gateway.operations {
        let wrong = operation.fields.iter().map(|field| {
            let text = match (&field.from, &field.ty) {
                (From::Fixed(_), _) => "x".to_owned(),
                (From::Signature { .. }, _) => "0".repeat(40),
                (From::Credential(_), _) => "somebody".to_owned(),
                (_, Type::Text { max, .. }) => "#a".repeat(max.unwrap_or(4) as usize),
                (_, Type::Url { .. }) => "javascript:alert(1)".to_owned(),
                (_, Type::Integer { .. }) => "12".to_owned(),
                (_, Type::Amount { .. }) => "1,000.00".to_owned(),
                (_, Type::Date | Type::CompactDate | Type::Timestamp) => "2026-02-30".to_owned(),
                (_, Type::Boolean | Type::Decimal { .. } | Type::EncryptedCard) => "yes".to_owned(),
                (_, Type::Object { .. }) => "{}".to_owned(),
                (_, Type::List { .. } | Type::Json) => "[1]".to_owned(),
                (_, Type::DayList { .. }) => "1,2,3,4,5,6,7,8,9,10".to_owned(),
                (_, Type::Code { .. }) => "D".to_owned(),
            };
            // One in four is forgotten instead.
            (field.name.clone(), if field.name.len() % 4 == 0 { String::new() } else { text })
        });
        let mut params: Vec<(String, String)> = wrong.collect();
        params.extend(
            [("recurring_perriod_at", "1"), ("amuont", "1"), ("surprise", "1")]
                .map(|(a, b)| (a.to_owned(), b.to_owned())),
        );
        let merchant = merchant_with(None, None);
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
                violation.field, violation.rule, violation.limit, violation.actual, violation.message, violation.source
            )
            .unwrap();
        }
        insta::assert_snapshot!(format!("refuses_{}", operation.id), text);
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
