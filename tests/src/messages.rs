//! Messages as a gateway might send them: every field of a table filled, signed by the formula of the documents and not
//! by an engine, written as a form or as the `KEY=VALUE;` text.

use faspay_spec::model::{Auth, Field, Gateway, Inbound, Type};

use crate::digests::sha1_hex;
use crate::inputs;

/// The password that [`filled`] messages are signed with, that of the sample merchant.
pub const PASSWORD: &str = "abcde";

/// The order that [`filled`] messages are about. It holds letters of both cases, and a character that forms encode.
pub const ORDER: &str = "Inv/7-Q";

/// Canonical names with texts, in table order.
pub type Pairs = Vec<(String, String)>;

/// The messages that tell what became of a card payment: forms, or text, signed alike.
pub fn payments(gateway: &Gateway) -> Vec<&Inbound> {
    gateway.inbound.iter().filter(|inbound| inbound.asks.tells_payment()).collect()
}

/// A message of the sample merchant with all its fields, none of them empty, and a valid signature where it has one.
pub fn filled(gateway: &Gateway, inbound: &Inbound) -> Pairs {
    let mut pairs: Pairs = inbound.fields.iter().map(|field| (field.name.clone(), plausible(gateway, field))).collect();
    if inbound.auth != Auth::None {
        sign(&mut pairs, PASSWORD);
    }
    pairs
}

/// A message with the fields that are compared with what was asked, and a valid signature.
pub fn short(order: &str, amount: &str, status: &str) -> Pairs {
    let mut pairs: Pairs = [
        ("merchantid", "sophia_store"),
        ("merchant_tranid", order),
        ("currencycode", "IDR"),
        ("amount", amount),
        ("txn_status", status),
        ("signature", ""),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec();
    sign(&mut pairs, PASSWORD);
    pairs
}

fn plausible(gateway: &Gateway, field: &Field) -> String {
    match (field.name.as_str(), &field.ty) {
        ("merchantid", _) => "sophia_store".to_owned(),
        ("merchant_tranid", _) => ORDER.to_owned(),
        ("currencycode", _) => "IDR".to_owned(),
        ("txn_status", _) => "S".to_owned(),
        ("recurring_type", _) => "1".to_owned(),
        ("amount", _) => "5000.00".to_owned(),
        ("description", _) => "Gold & more: 100%".to_owned(),
        (_, Type::Amount { .. }) => "1250.00".to_owned(),
        (_, Type::Date) => "2026-11-20".to_owned(),
        (_, Type::DayList { .. }) => "20,21".to_owned(),
        (_, Type::Integer { .. }) => "3".to_owned(),
        (_, Type::Code { .. }) => inputs::codes(gateway, field).swap_remove(0),
        (name, _) => format!("{}-{}", &name[..name.len().min(4)], field.name.len()),
    }
}

/// The text of a field; empty when it isn't there.
pub fn text<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(own, _)| own == name).map_or("", |(_, text)| text)
}

/// Gives a field another text.
pub fn set(pairs: &mut [(String, String)], name: &str, text: &str) {
    let pair = pairs.iter_mut().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no field {name}"));
    text.clone_into(&mut pair.1);
}

/// Signs by the formula of the page on the response signature, the order id as it stands.
pub fn sign(pairs: &mut Pairs, password: &str) {
    let upper = |text: &str| text.to_ascii_uppercase();
    let order = text(pairs, "merchant_tranid").to_owned();
    let signature = response_signature(&upper(text(pairs, "merchantid")), &upper(password), &order, pairs);
    set(pairs, "signature", &signature);
}

/// Signs by the same formula, the order id in upper case.
pub fn sign_upper(pairs: &mut Pairs, password: &str) {
    let upper = |text: &str| text.to_ascii_uppercase();
    let order = upper(text(pairs, "merchant_tranid"));
    let signature = response_signature(&upper(text(pairs, "merchantid")), &upper(password), &order, pairs);
    set(pairs, "signature", &signature);
}

fn response_signature(merchant: &str, password: &str, order: &str, pairs: &[(String, String)]) -> String {
    let (amount, status) = (text(pairs, "amount"), text(pairs, "txn_status"));
    sha1_hex(&format!("##{merchant}##{password}##{order}##{amount}##{status}##"))
}

/// A form with upper-case keys, as the samples have them.
pub fn form(pairs: &[(String, String)]) -> Vec<u8> {
    form_of(&upper_keys(pairs))
}

/// A form with these keys.
pub fn form_of(pairs: &[(String, String)]) -> Vec<u8> {
    let segments: Vec<String> = pairs.iter().map(|(key, text)| format!("{}={}", encoded(key), encoded(text))).collect();
    segments.join("&").into_bytes()
}

/// The `KEY=VALUE;` text. Semicolons can't be written in it.
pub fn text_form(pairs: &[(String, String)]) -> Vec<u8> {
    text_form_of(&upper_keys(pairs))
}

/// The `KEY=VALUE;` text with these keys.
pub fn text_form_of(pairs: &[(String, String)]) -> Vec<u8> {
    let segments: Vec<String> = pairs.iter().map(|(key, text)| format!("{key}={text}")).collect();
    segments.join(";").into_bytes()
}

/// The same texts under upper-case keys.
pub fn upper_keys(pairs: &[(String, String)]) -> Pairs {
    pairs.iter().map(|(name, text)| (name.to_ascii_uppercase(), text.clone())).collect()
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b' ' => "+".to_owned(),
        b'-' | b'.' | b'_' | b'*' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
