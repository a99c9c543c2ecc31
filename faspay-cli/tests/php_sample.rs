//! The page's own PHP sample against `faspay build`: PHP computes the sample's pairs from the ingested page at a fixed
//! time, and the command must send the same pairs to the same place with the same two signatures.

mod common;

use std::process::Command;

use common::{DAY, Workshop, fields};
use faspay_spec::page::SampleValue;
use serde_json::{Value, json};

/// What the sample names that isn't a parameter, and `recurring_period`, where it breaks its own table (D for M or Y).
const NOT_PARAMETERS: [&str; 6] =
    ["merchantid", "txn_password", "signature", "merchant_id", "recurring_signature", "recurring_period"];

fn as_json(value: &SampleValue) -> Value {
    match value {
        SampleValue::Text(text) => json!(text),
        SampleValue::Now(format) => json!({ "now": format }),
        SampleValue::Join(parts) => json!({ "join": parts.iter().map(as_json).collect::<Vec<_>>() }),
        SampleValue::Sha1(inner) => json!({ "sha1": as_json(inner) }),
        SampleValue::Md5(inner) => json!({ "md5": as_json(inner) }),
    }
}

#[test]
fn build_sends_what_the_sample_of_the_page_sends() {
    let folder = faspay_spec::Folder::of(faspay_tables::files("faspay").unwrap());
    let gateway = faspay_spec::load(&folder).unwrap();
    let page = gateway.pages.iter().find(|page| page.id == "recurring/post-transaction").unwrap();
    let sample = page.samples.iter().find(|sample| sample.id == "php").unwrap();
    let workshop = Workshop::new();
    let pairs: Vec<Value> = sample.pairs.iter().map(|(key, value)| json!([key, as_json(value)])).collect();
    let file = workshop.file("pairs.json", Value::Array(pairs).to_string());

    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evaluate.php");
    let php =
        Command::new("php").arg(script).arg(file).arg("2022-03-10 00:00:00").output().expect("php (Debian: php-cli)");
    assert!(php.status.success(), "{}", String::from_utf8_lossy(&php.stderr));
    let sent: Vec<(String, String)> = serde_json::from_slice(&php.stdout).unwrap();

    let mut params = json!({ "recurring_period": "M" });
    for (key, value) in &sent {
        let name = key.to_ascii_lowercase();
        if !NOT_PARAMETERS.contains(&name.as_str()) {
            params[name] = json!(value);
        }
    }
    let built = workshop.build("faspay.recurring.register", &params, common::CREDENTIALS, &DAY);
    assert_eq!(built.status, 0, "{}", built.err);
    let built = built.json();

    let expected: Vec<(String, String)> = sent
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| if key == "recurring_period" { (key, "M".to_owned()) } else { (key, value) })
        .collect();
    assert_eq!(fields(&built), expected);
    assert_eq!(built["url"], json!(sample.action.as_deref().unwrap()));
    assert_eq!(built["method"], json!("POST"));
    // The two signatures as computed apart from PHP and from us: V7 and V8 of the facts that this spec was written from.
    let value = |key: &str| expected.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str());
    assert_eq!(value("SIGNATURE"), Some("57f87ef778977d3436445aac893e9e0f2d1dda0d"));
    assert_eq!(value("recurring_signature"), Some("ec8331b74b8141d8649f5795e8d8a9ba01e7b499"));
}
