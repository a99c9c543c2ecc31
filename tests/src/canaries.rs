//! Secrets that tests plant and look for. Wherever something is printed, no marker may be found in it, in any coding, whole or by its
//! first characters; the tests of each gateway's canaries drive theirs through here.

use std::fmt::Debug;
use std::sync::LazyLock;

use faspay_cli::engine::{Built, MASK, Value};
use faspay_spec::model::{Characters, Encoding, Field, Gateway, Inbound, Operation, Sensitivity, Type};
use faspay_spec::wire;
use serde_json::{Map, Value as Json};

use crate::inputs;
use crate::merchants::{self, Merchant};

/// The first secret of a merchant.
pub const PASSWORD: &str = "Qz7!kV2xWm";
/// The second secret of a merchant.
pub const RECURRING: &str = "Hj5?tY8pLd";
/// For what takes any text.
pub const TOKEN: &str = "Zx9%nB4cRf-6sGu";
/// For what takes digits only.
pub const NUMBER: &str = "73194860257319486025";

/// The ways in which a marker could hide.
fn disguises(marker: &str) -> Vec<String> {
    let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    let percent: String = marker.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let form = serde_urlencoded::to_string([("", marker)]).expect("a form")[1..].to_owned();
    let mut all =
        vec![marker.to_owned(), hex(marker), percent, form, base64(marker.as_bytes()), marker.chars().rev().collect()];
    // The first characters tell most of a short secret.
    all.extend([
        marker[..4].to_owned(),
        marker[marker.len() - 4..].to_owned(),
        hex(&marker[..4]),
        base64(&marker.as_bytes()[..6]),
    ]);
    all
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().chain([&0, &0]).take(3).fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        (0..=chunk.len()).for_each(|at| text.push(char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize])));
    }
    text
}

/// Holds that no marker shows.
///
/// # Panics
/// When one does.
#[track_caller]
pub fn clean(shown: &str) {
    static DISGUISES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let all = [PASSWORD, RECURRING, TOKEN, NUMBER].into_iter().flat_map(disguises);
        all.map(|disguise| disguise.to_lowercase()).collect()
    });
    let lower = shown.to_lowercase();
    for disguise in DISGUISES.iter() {
        assert!(!lower.contains(disguise), "{disguise} shows in: {shown}");
    }
}

/// Holds that no marker shows in `Debug`, on one line or several.
///
/// # Panics
/// When one does.
#[track_caller]
pub fn clean_debug(value: &impl Debug) {
    clean(&format!("{value:?}"));
    clean(&format!("{value:#?}"));
}

/// A merchant whose secrets are markers, changed as the caller likes, and who has decided everything.
pub fn merchant(gateway: &Gateway, secret: impl Fn(&str) -> String) -> Merchant {
    let mut merchant = merchants::decided(gateway);
    let mut markers = [PASSWORD, RECURRING].into_iter().cycle();
    for credential in gateway.credentials.iter().filter(|own| own.sensitivity != Sensitivity::Public) {
        let own = merchant.iter_mut().find(|(name, _)| *name == credential.name);
        if let (Some((_, value)), Some(marker)) = (own, markers.next()) {
            *value = Value::Text(secret(marker));
        }
    }
    merchant
}

/// Whether what is in it may not be shown.
pub fn is_sensitive(field: &Field) -> bool {
    field.sensitivity != Sensitivity::Public
}

/// A marker that the field takes; the last characters fall to the shortest fields.
pub fn marker(field: &Field) -> String {
    let (marker, most) = match &field.ty {
        Type::Text { max: Some(2), characters: Characters::Digits, .. } => ("07", 2),
        Type::Text { max, characters: Characters::Digits, .. } => (NUMBER, max.unwrap_or(20)),
        Type::Text { max: Some(max), .. } => (TOKEN, *max),
        // Three times in a row, so that one of them begins where a group of base64 does: then the envelope holds its base64.
        Type::EncryptedCard => {
            let parts = [format!("{}==", "A".repeat(342)), "A".repeat(16), NUMBER.repeat(3)];
            return inputs::wrapped(["encryptedKey", "nonce", "ciphertext"], parts);
        }
        Type::Json => return format!("{{\"member\":\"{TOKEN}\"}}"),
        _ => (TOKEN, u32::MAX),
    };
    marker[..marker.len().min(most as usize)].to_owned()
}

/// Everything of a built request that may be shown: `Debug`, headers, address, and what `--mask` leaves of pairs and body.
pub fn shown(operation: &Operation, built: &Built) -> String {
    let masked: Vec<_> = {
        let mask = |(key, value, sensitive)| (key, if sensitive { MASK.to_owned() } else { value }, sensitive);
        built.fields.iter().cloned().map(mask).collect()
    };
    let body = faspay_spec::engine::body(operation, &masked);
    format!("{built:?} {:?} {} {:?} {body}", built.shown_headers, built.shown_url, built.signed)
}

/// A JSON message with a text for every field that is read: a marker in the sensitive ones.
///
/// # Panics
/// When the message is no JSON.
pub fn message(gateway: &Gateway, inbound: &Inbound) -> Json {
    assert_eq!(inbound.encoding, Encoding::Json);
    members(gateway, &inbound.fields, None)
}

fn members(gateway: &Gateway, fields: &[Field], object: Option<usize>) -> Json {
    let own = fields.iter().enumerate().filter(|(_, field)| field.parent == object);
    let own = own.map(|(at, field)| {
        let value = match &field.ty {
            Type::Object { .. } => members(gateway, fields, Some(at)),
            Type::List { fields, .. } => Json::Array(vec![members(gateway, fields, None)]),
            Type::Json => Json::Object(Map::new()),
            _ if is_sensitive(field) => Json::String(marker(field)),
            _ => Json::String(wire::sample(gateway, field)),
        };
        (field.wire.clone(), value)
    });
    Json::Object(own.collect())
}
