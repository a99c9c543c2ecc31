//! What an operation sends, as a text to compare: the request that the model makes of one fixed value for every parameter.
//! `cargo xtask regenerate` holds the pictures before and after a change against each other.

use std::fmt::Write as _;

use base64ct::{Base64, Encoding as _};

use crate::engine::{self, Context, Credentials, Date, Environment, MASK, Refused, SettingValue};
use crate::model::{Characters, Field, From, Gateway, Operation, SettingKind, Type};

/// The day on which the fixed values are sent.
pub const DAY: &str = "2026-11-20";

/// Method, address, the pairs in wire order and the strings that are signed; what is sensitive is masked. Where the fixed
/// values break a rule, the violations instead.
pub fn picture(gateway: &Gateway, operation: &Operation) -> String {
    let Some(today) = Date::parse(DAY) else { return String::new() };
    let context =
        Context { environment: Environment::Sandbox, credentials: Some(merchant(gateway)), today, fresh_key: None };
    let params: Vec<(String, String)> = operation
        .fields
        .iter()
        .filter(|field| matches!(field.from, From::Caller | From::CurrencyOf(_) | From::IdempotencyKey))
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
        Type::CompactDate => DAY.replace('-', ""),
        Type::Timestamp => format!("{DAY}T00:00:00Z"),
        Type::EncryptedCard => envelope(),
        Type::Decimal { .. } => "1".into(),
        Type::Boolean => "true".into(),
        Type::Object { .. } | Type::Json => "{}".into(),
        Type::List { fields, .. } => format!("[{}]", element(gateway, fields, None)),
        Type::Code { list, only } => {
            let list = gateway.codes.iter().find(|own| own.name == *list);
            let mut codes = list.into_iter().flat_map(|list| list.values.iter().map(|value| value.code.clone()));
            codes.find(|code| only.as_ref().is_none_or(|only| only.contains(code))).unwrap_or_default()
        }
    }
}

/// What can be an encrypted card: the envelope of the encryption, filled with nothing.
fn envelope() -> String {
    let part = |bytes: usize| Base64::encode_string(&vec![0; bytes]);
    let (key, nonce, ciphertext) = (part(256), part(12), part(543));
    let json = format!(r#"{{"encryptedKey":"{key}","nonce":"{nonce}","ciphertext":"{ciphertext}"}}"#);
    Base64::encode_string(json.as_bytes())
}

/// An element of a list, or the members of an object in one, as JSON.
fn element(gateway: &Gateway, fields: &[Field], object: Option<usize>) -> String {
    let members = fields.iter().enumerate().filter(|(_, field)| field.parent == object).map(|(index, field)| {
        let text = match &field.from {
            From::Fixed(text) => text.clone(),
            _ => sample(gateway, field),
        };
        let value = match &field.ty {
            Type::Object { .. } => element(gateway, fields, Some(index)),
            Type::List { .. } | Type::Json => text,
            _ if field.json_number => text,
            // Samples have no quotes and no control characters.
            _ => format!("\"{text}\""),
        };
        format!("\"{}\":{value}", field.wire)
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
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
