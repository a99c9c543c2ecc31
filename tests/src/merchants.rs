//! Who asks: one sample merchant for each gateway, and random ones with odd credentials and settings of every kind. Tests of
//! both engines judge requests and messages by them.

use faspay_cli::engine::Value;
use faspay_spec::model::{Gateway, SettingKind};
use rand::prelude::*;
use rand::rngs::StdRng;

/// A merchant as a credentials file has it.
pub type Merchant = Vec<(String, Value)>;

/// Credentials that every rule accepts, and no setting: those of the documents where they have some.
pub fn sample(gateway: &Gateway) -> Merchant {
    let documented: &[(&str, &str)] = match gateway.id.as_str() {
        "faspay" => return crate::sample_merchant(),
        "finpay" => &[("merchant_id", "FINPAY770"), ("merchant_key", "SoSecret123")],
        _ => &[],
    };
    let known = |name: &str| documented.iter().find(|(own, _)| *own == name).map_or("M-1", |(_, text)| text);
    gateway.credentials.iter().map(|own| (own.name.clone(), Value::Text(known(&own.name).to_owned()))).collect()
}

/// The sample merchant, who has decided everything: secrets go with the form, order ids stay as they are, and what has no
/// documented address has one.
pub fn decided(gateway: &Gateway) -> Merchant {
    let mut merchant = sample(gateway);
    merchant.extend(gateway.settings.iter().map(|setting| {
        let value = match &setting.kind {
            SettingKind::SendsCredential { .. } => Value::Bool(true),
            SettingKind::Case => Value::Text("as-is".to_owned()),
            SettingKind::Address { .. } => Value::Text("https://gateway.example.test/v2".to_owned()),
        };
        (setting.name.clone(), value)
    }));
    merchant
}

/// The sample merchant with random settings, and now and then with something that can't be one of its credentials.
pub fn random(gateway: &Gateway, rng: &mut StdRng) -> Merchant {
    let mut merchant = sample(gateway);
    if rng.random_bool(0.1) {
        let at = rng.random_range(0..merchant.len());
        let odd = ["", "a#b", "x\0", "字字字字字字字字字字字字字", "123456", "Tester_01", "a:b", "é", "a\"b\\c"];
        merchant[at].1 = Value::Text((*odd.choose(rng).unwrap()).to_owned());
    }
    for setting in &gateway.settings {
        let value = match &setting.kind {
            SettingKind::SendsCredential { .. } => {
                (*[None, Some(true), Some(false), Some(false)].choose(rng).unwrap()).map(Value::Bool)
            }
            SettingKind::Case => (*[None, None, Some("upper"), Some("as-is")].choose(rng).unwrap()).map(text),
            SettingKind::Address { .. } => {
                let told = ["", "https://gateway.example.test/v2", "https://gateway.example.test:8443"];
                let odd = ["http://gateway.example.test/", "https://u@a.test/", "https://a.test/?a=b", "nowhere"];
                let is_odd = rng.random_bool(0.1);
                (if is_odd { odd.choose(rng) } else { told.choose(rng) }).copied().map(text)
            }
        };
        merchant.extend(value.map(|value| (setting.name.clone(), value)));
    }
    merchant
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}
