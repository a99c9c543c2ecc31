//! Every limit of the tables at its edge, in both engines, and a list of inputs that nothing may let through. What is
//! expected comes from the pages (lengths), not from the engines.

use faspay_cli::engine::{Context, Engine, Environment, Value};
use faspay_spec::model::{Characters, From, Gateway, Operation, Place, Scheme, Type};
use rand::SeedableRng;
use rand::rngs::StdRng;
use tests::{day, faspay, inputs, merchant_with, merchants};

const ENGINES: [Engine; 2] = [Engine::Generated, Engine::Interpreted];

/// The rules that an otherwise sound input breaks when one parameter has this text.
fn broken(engine: Engine, gateway: &Gateway, operation: &Operation, name: &str, text: &str) -> Vec<(String, String)> {
    let mut rng = StdRng::seed_from_u64(11);
    let mut params = inputs::sound(gateway, operation, &mut rng);
    params.retain(|(own, _)| own != name);
    params.push((name.to_owned(), text.to_owned()));
    let mut merchant = merchant_with(Some(true), Some("as-is"));
    // The one address that no page gives for the sandbox either.
    merchant.push(("recurring_inquiry_url".to_owned(), Value::Text("https://gateway.example.test/members".to_owned())));
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&merchant),
        today: day(inputs::TODAY),
        fresh_key: None,
    };
    let found = engine.validate(gateway, operation, &params, context).unwrap();
    found.into_iter().map(|violation| (violation.field, violation.rule)).collect()
}

/// The number in `Varchar(50)`, read from the page's own text.
fn length(documented: &str) -> Option<usize> {
    documented.split_once('(')?.1.strip_suffix(')')?.parse().ok()
}

#[test]
fn n_characters_are_accepted_and_one_more_is_refused_whatever_they_weigh() {
    let gateway = faspay();
    let mut tried = 0;
    for operation in &gateway.operations {
        for field in &operation.fields {
            let (From::Caller, Type::Text { characters, .. }, Some(most)) =
                (&field.from, &field.ty, length(&field.documented))
            else {
                continue;
            };
            // What takes digits only takes `11` for a month too.
            let alphabets = if *characters == Characters::Any { &inputs::ALPHABETS[..] } else { &['1'] };
            for alphabet in alphabets {
                for engine in ENGINES {
                    let fits = alphabet.to_string().repeat(most);
                    assert_eq!(
                        broken(engine, &gateway, operation, &field.name, &fits),
                        [],
                        "{} {}",
                        operation.id,
                        field.name
                    );
                    let long = alphabet.to_string().repeat(most + 1);
                    let refused = broken(engine, &gateway, operation, &field.name, &long);
                    assert_eq!(refused, [(field.name.clone(), "length".to_owned())], "{} {}", operation.id, field.name);
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 200 * 4, "only {tried} lengths were tried");
}

/// The operations that have this parameter.
fn having<'a>(gateway: &'a Gateway, name: &'a str) -> impl Iterator<Item = &'a Operation> {
    gateway.operations.iter().filter(move |operation| operation.fields.iter().any(|field| field.name == name))
}

#[test]
fn digits_of_integers_are_counted() {
    let gateway = faspay();
    for operation in having(&gateway, "recurring_period_at") {
        for engine in ENGINES {
            assert_eq!(broken(engine, &gateway, operation, "recurring_period_at", "9"), []);
            assert_eq!(
                broken(engine, &gateway, operation, "recurring_period_at", "10"),
                [("recurring_period_at".to_owned(), "length".to_owned())]
            );
        }
    }
}

#[test]
fn what_is_no_amount_is_refused() {
    let gateway = faspay();
    for operation in having(&gateway, "amount") {
        for engine in ENGINES {
            for text in [
                "1e3", "NaN", "-1.00", "1,000.00", "١٢", "5000.001", " 5000", "5000 ", "+1", "05000", "5000.", ".50",
                "0x10", "1_000", "inf",
            ] {
                assert_eq!(
                    broken(engine, &gateway, operation, "amount", text),
                    [("amount".to_owned(), "type".to_owned())],
                    "{text}"
                );
            }
            let amount = operation.fields.iter().find(|field| field.name == "amount").unwrap();
            // The revamped edition has room for ten characters.
            let most = if length(&amount.documented).is_some() { "9999999.99" } else { "9999999999.99" };
            for text in ["0", "0.00", "5000", "5000.00", most] {
                assert_eq!(broken(engine, &gateway, operation, "amount", text), [], "{text}");
            }
        }
    }
}

#[test]
fn what_is_no_date_and_no_day_is_refused() {
    let gateway = faspay();
    let ten_days = "1,2,3,4,5,6,7,8,9,10";
    for operation in having(&gateway, "process_date") {
        for engine in ENGINES {
            let rules = |name: &str, text: &str| broken(engine, &gateway, operation, name, text);
            assert_eq!(
                rules("recurring_end_date", "2027-02-30"),
                [("recurring_end_date".to_owned(), "type".to_owned())]
            );
            assert_eq!(rules("process_date", "32"), [("process_date".to_owned(), "type".to_owned())]);
            assert_eq!(rules("process_date", ten_days), [("process_date".to_owned(), "count".to_owned())]);
            assert_eq!(rules("process_date", "1,2,3,4,5,6,7,8,9"), []);
            let by_day = rules("recurring_period", "D");
            if operation.id == "recurring.update-member" {
                assert_eq!(by_day, [], "its page lists D");
            } else {
                assert_eq!(by_day, [("recurring_period".to_owned(), "code".to_owned())]);
            }
        }
    }
}

#[test]
fn control_characters_delimiters_and_unknown_names_are_refused() {
    let gateway = faspay();
    for operation in having(&gateway, "merchant_tranid") {
        for engine in ENGINES {
            for text in ["a\0b", "a\rb", "a\nb", "a\u{202e}b"] {
                assert_eq!(
                    broken(engine, &gateway, operation, "merchant_tranid", text),
                    [("merchant_tranid".to_owned(), "control".to_owned())]
                );
            }
            for text in ["ORD/1#2", "#", "A##1.00"] {
                assert_eq!(
                    broken(engine, &gateway, operation, "merchant_tranid", text),
                    [("merchant_tranid".to_owned(), "delimiter".to_owned())]
                );
            }
            assert_eq!(
                broken(engine, &gateway, operation, "surprise", "1"),
                [("surprise".to_owned(), "unknown-parameter".to_owned())]
            );
        }
    }
}

/// Idempotency keys, sub-accounts and a client's secret stand in headers, where a line break would be a header of its own.
#[test]
fn no_value_that_becomes_a_header_breaks_its_line() {
    let mut tried = Vec::new();
    for gateway in ["finpay", "pivot"].map(tests::gateway) {
        let headers = |operation: &Operation| -> Vec<(String, From)> {
            let fields = operation.fields.iter().filter(|field| matches!(field.place, Place::Header(_)));
            fields.map(|field| (field.name.clone(), field.from.clone())).collect()
        };
        for operation in &gateway.operations {
            let of_authorization =
                gateway.authorizations.iter().filter(|own| Some(&own.name) == operation.authorization.as_ref());
            let basic = of_authorization.flat_map(|own| match &own.scheme {
                Scheme::Basic { user, password } => vec![user.clone(), password.clone()],
                Scheme::Bearer { .. } => Vec::new(),
            });
            let basic: Vec<(String, From)> = basic.map(|name| (name.clone(), From::Credential(name))).collect();
            for ((name, from), engine) in
                headers(operation).into_iter().chain(basic).flat_map(|own| ENGINES.map(|engine| (own.clone(), engine)))
            {
                let text = "aaaaaaaaaaaaaaaa\r\nX-Other: 1";
                let mut merchant = merchants::decided(&gateway);
                let mut params = inputs::sound(&gateway, operation, &mut StdRng::seed_from_u64(11));
                let field = match &from {
                    From::Credential(credential) => {
                        merchant.retain(|(own, _)| own != credential);
                        merchant.push((credential.clone(), Value::Text(text.to_owned())));
                        credential.clone()
                    }
                    _ => {
                        params.retain(|(own, _)| *own != name);
                        params.push((name.clone(), text.to_owned()));
                        name.clone()
                    }
                };
                let context = Context {
                    environment: &Environment::Sandbox,
                    credentials: Some(&merchant),
                    today: day(inputs::TODAY),
                    fresh_key: Some("0123456789abcdef"),
                };
                let found = engine.validate(&gateway, operation, &params, context).unwrap();
                let told = found.iter().any(|one| one.field == field && one.rule == "control");
                assert!(told, "{engine:?} {} {name}: {found:?}", operation.id);
                tried.push(name);
            }
        }
    }
    for name in ["X-REQUEST-ID", "x-submerchant-id", "X-MERCHANT-SECRET", "merchant_id", "merchant_key"] {
        assert!(tried.iter().any(|own| own == name), "{name} of {tried:?}");
    }
}
