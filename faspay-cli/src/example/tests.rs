use faspay_spec::model::{Presence, Sensitivity};

use super::*;
use crate::engine::{self, Engine};
use crate::input;

/// In a year that has a day more, and on that day.
const DAYS: [&str; 3] = ["2026-11-20", "2026-12-31", "2028-02-29"];

fn context<'a>(
    environment: &'a engine::Environment,
    own: Option<&'a engine::Credentials>,
    day: &str,
) -> engine::Context<'a> {
    // As `build` draws one.
    let fresh_key = Some("0123456789abcdef0123456789abcdef");
    engine::Context { environment, credentials: own, today: Date::parse(day).unwrap(), fresh_key }
}

fn read(text: &str, operation: &Operation) -> Params {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("params.json");
    std::fs::write(&path, text).unwrap();
    input::named(&path, "parameters", operation.transport.encoding(), &operation.fields).unwrap()
}

#[test]
fn every_example_obeys_every_rule_and_is_sent_by_both_engines() {
    let local = engine::Environment::Local(faspay_runtime::LocalUrl::parse("http://127.0.0.1:8080").unwrap());
    for gateway in catalogue::gateways().unwrap() {
        let merchant = credentials(gateway.id.parse().unwrap());
        let merchant = merchant.as_object().unwrap().iter();
        let merchant: Vec<_> = merchant
            .map(|(name, text)| (name.clone(), engine::Value::Text(text.as_str().unwrap().to_owned())))
            .collect();
        for (operation, day) in gateway.operations.iter().flat_map(|own| DAYS.map(|day| (own, day))) {
            let found = params(&gateway, operation, Date::parse(day).unwrap())
                .unwrap_or_else(|| panic!("{}: no example on {day}", operation.id));
            // As people get it: laid out over several lines.
            let text = serde_json::to_string_pretty(&document(operation, &found)).unwrap();
            let read = read(&text, operation);
            for engine in [Engine::Generated, Engine::Interpreted] {
                let context = context(&local, Some(&merchant), day);
                let built = engine.build(&gateway, operation, &read, context).unwrap();
                let built = built.unwrap_or_else(|refusal| panic!("{} on {day}: {refusal:?}\n{text}", operation.id));
                assert!(built.url.starts_with("http://127.0.0.1:8080/"), "{}", built.url);
            }
        }
    }
}

#[test]
fn an_example_is_no_more_than_it_takes() {
    for gateway in catalogue::gateways().unwrap() {
        for operation in &gateway.operations {
            let day = Date::parse(DAYS[0]).unwrap();
            let search = Search { gateway: &gateway, operation, today: day };
            let found = params(&gateway, operation, day).unwrap();
            for (name, _) in &found {
                let field = operation.fields.iter().find(|own| own.name == *name).unwrap();
                let without: Params = found.iter().filter(|(own, _)| own != name).cloned().collect();
                let is_wanted = field.presence != Presence::Optional || !search.violations(&without).is_empty();
                // An object that must be there says something.
                let is_only = field.parent.is_some()
                    && found.iter().filter(|(own, _)| own.starts_with(parent(name))).count() <= 2;
                assert!(is_wanted || is_only, "{}: {name}", operation.id);
            }
            let cards = operation.fields.iter().filter(|own| own.sensitivity == Sensitivity::Card);
            let names: Vec<&str> = cards.map(|own| own.name.as_str()).collect();
            let told = found.iter().filter(|(name, _)| names.contains(&name.as_str()));
            for (name, text) in told.filter(|(_, text)| text.bytes().filter(u8::is_ascii_digit).count() > 4) {
                assert_eq!(text, "4440000009900010", "{name}: the only card number is the published one");
            }
        }
    }
}

fn parent(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(parent, _)| parent)
}
