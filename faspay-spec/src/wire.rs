//! What an operation sends, as a text to compare: the request that the model makes of one fixed value for every parameter.
//! `cargo xtask regenerate` holds the pictures before and after a change against each other.

use std::fmt::Write as _;

use crate::engine::{self, Context, Credentials, Date, Environment, MASK, Refused, SettingValue};
use crate::model::{Characters, Field, From, Gateway, Operation, SettingKind, Type};

/// The day on which the fixed values are sent.
pub const DAY: &str = "2026-11-20";

/// Method, address, the pairs in wire order and the strings that are signed; what is sensitive is masked. Where the fixed
/// values break a rule, the violations instead.
pub fn picture(gateway: &Gateway, operation: &Operation) -> String {
    let Some(today) = Date::parse(DAY) else { return String::new() };
    let context = Context { environment: Environment::Sandbox, credentials: Some(merchant(gateway)), today };
    let params: Vec<(String, String)> = operation
        .fields
        .iter()
        .filter(|field| matches!(field.from, From::Caller | From::CurrencyOf(_)))
        .map(|field| (field.name.clone(), sample(gateway, field)))
        .collect();
    let mut text = String::new();
    match engine::build(gateway, operation, &params, &context) {
        Ok(built) => {
            let _ = writeln!(text, "{} {}", built.method, built.url);
            for (key, value, sensitive) in &built.fields {
                let _ = writeln!(text, "{key} = {}", if *sensitive { MASK } else { value });
            }
            for (recipe, string) in &built.signed {
                let _ = writeln!(text, "{recipe} over {string}");
            }
        }
        Err(Refused::Violations(all)) => {
            for one in all {
                let _ = writeln!(text, "{} breaks {} ({})", one.field, one.rule, one.limit);
            }
        }
        Err(refused) => text = format!("{refused}\n"),
    }
    text
}

/// A fixed value for a parameter, so that only the spec can change what is sent.
pub fn sample(gateway: &Gateway, field: &Field) -> String {
    match &field.ty {
        Type::Text { min, max, characters } => {
            let most = max.unwrap_or(40) as usize;
            let readable = format!("{} é字", field.name);
            let digits = "1234567890".chars().cycle();
            let text: String = if *characters == Characters::Any {
                readable.chars().take(most).collect()
            } else {
                digits.clone().take(most.min(20)).collect()
            };
            let missing = (min.unwrap_or(0) as usize).saturating_sub(text.chars().count());
            text.chars().chain(digits.take(missing)).collect()
        }
        Type::Url { .. } => format!("https://shop.example.test/{}?a=b&c=d", field.name),
        Type::Integer { .. } => "1".into(),
        Type::Amount { .. } => "5000".into(),
        Type::Date => DAY.into(),
        Type::DayList { .. } => "5".into(),
        Type::Code { list, only } => {
            let list = gateway.codes.iter().find(|own| own.name == *list);
            let mut codes = list.into_iter().flat_map(|list| list.values.iter().map(|value| value.code.clone()));
            codes.find(|code| only.as_ref().is_none_or(|only| only.contains(code))).unwrap_or_default()
        }
    }
}

/// A merchant made of the credentials' names, who has decided everything.
fn merchant(gateway: &Gateway) -> Credentials {
    let values = gateway.credentials.iter().map(|credential| {
        let text = if credential.digits { "1234567890" } else { credential.name.as_str() };
        let text = text.chars().take(credential.max.unwrap_or(10) as usize).collect();
        (credential.name.clone(), SettingValue::Text(text))
    });
    let settings = gateway.settings.iter().map(|setting| {
        let value = match &setting.kind {
            SettingKind::SendsCredential { .. } => SettingValue::Bool(true),
            SettingKind::Case => SettingValue::Text("as-is".into()),
            SettingKind::Address { .. } => SettingValue::Text(format!("https://gateway.example.test/{}", setting.name)),
        };
        (setting.name.clone(), value)
    });
    Credentials::new(gateway, values.chain(settings)).unwrap_or_else(|_| Credentials::none())
}
