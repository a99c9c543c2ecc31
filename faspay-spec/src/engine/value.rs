//! The grammar of every type: what a text must look like and how it is printed. Sending checks it strictly; receiving only asks
//! whether a value can be read.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use base64ct::{Base64, Encoding as _};

use super::check::is_sensitive;
use super::tree::{self, Tree};
use super::{Date, shown};
use crate::model::{Encoding, Field, Gateway, Type};

/// What is wrong with one value.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub rule: &'static str,
    pub limit: String,
    pub actual: String,
    pub message: String,
}

/// What the check of a value depends on besides the value.
pub(super) struct Surroundings<'a> {
    pub gateway: &'a Gateway,
    /// Production wants https.
    pub production: bool,
    /// The currency of an amount, when its field holds a valid one.
    pub currency: Option<String>,
    /// Whether the casing setting of this name has been decided.
    pub case_decided: &'a dyn Fn(&str) -> bool,
}

/// Checks a value that is there and not empty, in the documented order.
pub(super) fn check(field: &Field, text: &str, around: &Surroundings<'_>) -> Vec<Finding> {
    let mut checked = Checked { field, text, findings: Vec::new() };
    if let Some(control) = first_control(text) {
        let code = format!("U+{:04X}", u32::from(control));
        checked.add("control", "none", &code, "Remove the control character.");
        return checked.findings;
    }
    match &field.ty {
        Type::Text { min, max, characters } => {
            checked.least(*min, text);
            checked.length(*max, text);
            if !text.chars().all(|c| characters.holds(c)) {
                let cure = "Leave every other character out, white space and punctuation too.";
                checked.refuse("characters", characters.as_str(), cure);
            }
            if let Some(found) = text.chars().find(|c| field.forbid.contains(*c)) {
                let actual = shown(&found.to_string(), checked.sensitive());
                checked.add(
                    "delimiter",
                    &field.forbid,
                    &actual,
                    "The signature joins values with this character; choose a value without it.",
                );
            }
            if let Some(setting) = &field.case_setting
                && !(around.case_decided)(setting)
                && text.bytes().any(|b| b.is_ascii_lowercase())
            {
                let cure = format!(
                    "The documents disagree on whether this value is upper-cased before it is signed. Send it without \
                     lower-case letters, or set {setting} to \"upper\" or \"as-is\"."
                );
                checked.add("case-undecided", setting, "unset", &cure);
            }
        }
        Type::Url { max } => {
            let scheme = http_url(text);
            if scheme.is_none() {
                let cure = "Give an absolute address that starts with https:// and names a host.";
                checked.refuse("url", "http or https URL", cure);
            }
            checked.length(*max, text);
            if scheme == Some(Scheme::Http) && around.production {
                checked.add("https", "https", "http", "Production takes https only.");
            }
        }
        Type::Integer { digits } => {
            if is_whole_number(text) {
                checked.length(Some(*digits), text);
            } else {
                let cure = "Write digits only, without a sign or leading zeros.";
                checked.refuse("type", "whole number", cure);
            }
        }
        Type::Amount { decimals, max, positive, .. } => {
            let currency = around.currency.as_deref();
            match amount_in(text, *decimals, exponent(currency)) {
                None if *decimals == 0 => {
                    let cure = "Write digits only, without leading zeros.";
                    checked.refuse("type", "amount without decimals", cure);
                }
                None => {
                    let limit = format!("amount with {decimals} decimals or none");
                    let cure = "Write a whole number or exactly these decimals, as the currency has them.";
                    checked.refuse("type", &limit, cure);
                }
                Some(printed) => {
                    if *positive && printed.bytes().all(|b| b == b'0' || b == b'.') {
                        checked.refuse("positive", "> 0", "Zero is not taken here.");
                    }
                    checked.length(*max, &printed);
                }
            }
        }
        Type::Date => {
            if Date::parse(text).is_none() {
                let cure = "Write a day that exists, as YYYY-MM-DD.";
                checked.refuse("type", "date YYYY-MM-DD", cure);
            }
        }
        Type::CompactDate => {
            if Date::parse_compact(text).is_none() {
                checked.refuse("type", "date YYYYMMDD", "Write a day that exists, as YYYYMMDD.");
            }
        }
        Type::Timestamp => {
            if !is_moment(text) {
                let cure = "Write a moment in UTC, as YYYY-MM-DDTHH:MM:SSZ.";
                checked.refuse("type", "moment YYYY-MM-DDTHH:MM:SSZ", cure);
            }
        }
        Type::EncryptedCard => {
            if !is_encrypted_card(text) {
                let cure = "Encrypt the card with the key of the session, and send what comes out as it is.";
                checked.refuse("type", "encrypted card", cure);
            }
        }
        Type::Decimal { max } => {
            if is_decimal(text) {
                checked.length(Some(*max), text);
            } else {
                let cure = "Write digits, with a point before the fraction, without a sign or leading zeros.";
                checked.refuse("type", "decimal number", cure);
            }
        }
        Type::Boolean => {
            if !matches!(text, "true" | "false") {
                checked.refuse("type", "true or false", "Write it in lower case.");
            }
        }
        Type::Object { .. } => {
            if text != "{}" {
                let cure = "Give its members by their own names, or {} for an object without any.";
                checked.refuse("type", "object", cure);
            }
        }
        // Its elements are checked beside their table.
        Type::List { .. } => {
            if elements(text).is_none() {
                let cure = "Write a JSON array of objects, with no member twice.";
                checked.refuse("type", "list of objects", cure);
            }
        }
        Type::Json => {
            if free_object(text).is_none() {
                let cure = "Write one JSON object, with no member twice and no control character.";
                checked.refuse("type", "JSON object", cure);
            }
        }
        Type::DayList { max } => match day_list(text) {
            None => {
                let cure = "Write days of a month, joined by commas without spaces.";
                checked.refuse("type", "days 1 to 31, joined by commas", cure);
            }
            Some(days) => {
                let count = days.len().to_string();
                if u32::try_from(days.len()).is_ok_and(|n| n > *max) {
                    checked.add("count", &max.to_string(), &count, "Leave some days out.");
                }
            }
        },
        Type::Code { list, only } => {
            let allowed = allowed_codes(around.gateway, list, only.as_deref());
            if !allowed.contains(&text) {
                let cure = "Send one of the codes, spelled exactly so.";
                checked.refuse("code", &allowed.join(", "), cure);
            }
        }
    }
    checked.findings
}

/// Whether a text passes every check of its field outside production, with casing decided.
pub(crate) fn is_sendable(gateway: &Gateway, field: &Field, text: &str) -> bool {
    let surroundings = Surroundings { gateway, production: false, currency: None, case_decided: &|_| true };
    check(field, text, &surroundings).is_empty()
}

struct Checked<'a> {
    field: &'a Field,
    text: &'a str,
    findings: Vec<Finding>,
}

impl Checked<'_> {
    fn sensitive(&self) -> bool {
        is_sensitive(self.field)
    }

    /// A finding about the value itself.
    fn refuse(&mut self, rule: &'static str, limit: &str, cure: &str) {
        let actual = shown(self.text, self.sensitive());
        self.add(rule, limit, &actual, cure);
    }

    fn add(&mut self, rule: &'static str, limit: &str, actual: &str, cure: &str) {
        let name = &self.field.name;
        self.findings.push(Finding {
            rule,
            limit: limit.to_owned(),
            actual: actual.to_owned(),
            message: format!("{name}: {rule} is {actual}, allowed: {limit}. {cure}"),
        });
    }

    fn least(&mut self, min: Option<u32>, text: &str) {
        let count = text.chars().count();
        if let Some(min) = min
            && u32::try_from(count).is_ok_and(|n| n < min)
        {
            self.add("length-min", &min.to_string(), &count.to_string(), "Something of it is missing.");
        }
    }

    fn length(&mut self, max: Option<u32>, text: &str) {
        let count = text.chars().count();
        if let Some(max) = max
            && u32::try_from(count).map_or(true, |n| n > max)
        {
            let cure = "Shorten it; nothing is cut off silently.";
            self.add("length", &max.to_string(), &count.to_string(), cure);
        }
    }
}

/// Whether a text can be an encrypted card: an envelope of three parts and nothing else, each of a length that the encryption gives. The
/// page's code names them in camel case, its sample with capitals.
fn is_encrypted_card(text: &str) -> bool {
    let json = Base64::decode_vec(text).map(String::from_utf8);
    let Ok(Ok(json)) = json else { return false };
    let Some(Tree::Object(members)) = tree::param(&json, true) else { return false };
    let sizes: [(&str, &str, RangeInclusive<usize>); 3] = [
        ("encryptedKey", "EncryptedKey", 256..=512),
        ("nonce", "Nonce", 12..=12),
        ("ciphertext", "Ciphertext", 17..=usize::MAX),
    ];
    let capitals = members.first().is_some_and(|member| member.key.starts_with(|c: char| c.is_ascii_uppercase()));
    let fits = |member: &tree::Branch| {
        let own = sizes.iter().find(|(small, capital, _)| member.key == if capitals { *capital } else { *small });
        match (own, &member.value) {
            (Some((_, _, size)), Tree::Text { text, .. }) => {
                Base64::decode_vec(text).is_ok_and(|bytes| size.contains(&bytes.len()))
            }
            _ => false,
        }
    };
    // No key comes twice, so three that fit are all three.
    members.len() == sizes.len() && members.iter().all(fits)
}

/// A received value in its canonical form, when it can be read. In JSON an amount is a number like any other: zeros behind its last
/// decimal may be left out or added.
pub(super) fn received(encoding: Encoding, ty: &Type, text: &str) -> Option<String> {
    match (encoding, ty) {
        (Encoding::Json, Type::Amount { decimals, .. }) => amount_in(&aligned(text, *decimals)?, *decimals, *decimals),
        _ => printed(ty, text),
    }
}

/// The digits of a number with a point, with as many of them behind it as there are decimals. `None`: that would be another number.
fn aligned(text: &str, decimals: u32) -> Option<String> {
    let Some((whole, fraction)) = text.split_once('.') else { return Some(text.to_owned()) };
    if fraction.is_empty() {
        return None;
    }
    let decimals = usize::try_from(decimals).ok()?;
    let significant = fraction.trim_end_matches('0');
    match (significant.len() <= decimals, decimals) {
        (false, _) => None,
        (true, 0) => Some(whole.to_owned()),
        (true, _) => Some(format!("{whole}.{significant:0<decimals$}")),
    }
}

/// The value as it goes over the wire, when it can be read at all. Receiving forms uses this too, where neither currency nor lengths
/// count.
pub(crate) fn printed(ty: &Type, text: &str) -> Option<String> {
    match ty {
        Type::Text { .. } | Type::Url { .. } | Type::Code { .. } => Some(text.to_owned()),
        Type::Integer { .. } => is_whole_number(text).then(|| text.to_owned()),
        Type::Amount { decimals, .. } => amount_in(text, *decimals, *decimals),
        Type::Date => Date::parse(text).map(|date| date.to_string()),
        Type::CompactDate => Date::parse_compact(text).map(|_| text.to_owned()),
        Type::Timestamp => is_moment(text).then(|| text.to_owned()),
        Type::EncryptedCard => is_encrypted_card(text).then(|| text.to_owned()),
        Type::Decimal { .. } => is_decimal(text).then(|| text.to_owned()),
        Type::Boolean => matches!(text, "true" | "false").then(|| text.to_owned()),
        Type::Object { .. } => None,
        Type::List { .. } => elements(text).is_some().then(|| text.to_owned()),
        Type::Json => free_object(text),
        Type::DayList { .. } => {
            let days = day_list(text)?;
            let two_digits: Vec<String> = days.iter().map(|day| format!("{day:02}")).collect();
            Some(two_digits.join(","))
        }
    }
}

/// The first character that no value may contain: controls, and the separators and direction marks that forge lines in logs.
pub(super) fn first_control(text: &str) -> Option<char> {
    text.chars().find(|c| {
        c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    })
}

/// The codes that may be sent, in the order of the model.
pub(super) fn allowed_codes<'a>(gateway: &'a Gateway, list: &str, only: Option<&'a [String]>) -> Vec<&'a str> {
    if let Some(only) = only {
        return only.iter().map(String::as_str).collect();
    }
    let list = gateway.codes.iter().find(|l| l.name == list);
    list.map(|l| l.values.iter().map(|v| v.code.as_str()).collect()).unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    Http,
    Https,
}

/// The scheme of an absolute http or https URL with a plain host: no user, no white space, no backslash.
pub(super) fn http_url(text: &str) -> Option<Scheme> {
    if text.chars().any(|c| c.is_whitespace() || c == '\\') {
        return None;
    }
    let (scheme, rest) = text.split_once("://")?;
    let scheme = match scheme.to_ascii_lowercase().as_str() {
        "http" => Scheme::Http,
        "https" => Scheme::Https,
        _ => return None,
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = &rest[..end];
    let (host_fits, port) = match authority.strip_prefix('[') {
        Some(inside) => {
            let (address, after) = inside.split_once(']')?;
            let fits = |c: char| c.is_ascii_hexdigit() || c == ':' || c == '.';
            let port = match after.strip_prefix(':') {
                Some(port) => Some(port),
                None if after.is_empty() => None,
                None => return None,
            };
            (!address.is_empty() && address.chars().all(fits), port)
        }
        None => {
            let (host, port) = match authority.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (authority, None),
            };
            let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            (!host.is_empty() && host.chars().all(fits), port)
        }
    };
    let port_fits = port.is_none_or(|port| {
        (1..=5).contains(&port.len())
            && port.bytes().all(|b| b.is_ascii_digit())
            && port.parse::<u32>().is_ok_and(|n| n <= 65_535)
    });
    (host_fits && port_fits).then_some(scheme)
}

fn is_whole_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
}

fn is_decimal(text: &str) -> bool {
    match text.split_once('.') {
        Some((whole, fraction)) => {
            is_whole_number(whole) && !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit())
        }
        None => is_whole_number(text),
    }
}

/// `YYYY-MM-DDTHH:MM:SSZ`; a minute has sixty seconds.
fn is_moment(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else {
        return false;
    };
    let parts: Vec<&str> = time.strip_suffix('Z').unwrap_or_default().split(':').collect();
    let below = |part: &str, limit: u8| {
        part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u8>().is_ok_and(|n| n < limit)
    };
    Date::parse(day).is_some()
        && matches!(parts[..], [hours, minutes, seconds] if below(hours, 24) && below(minutes, 60) && below(seconds, 60))
}

/// The objects of a list that a caller gives as JSON.
pub(super) fn elements(text: &str) -> Option<Vec<Vec<tree::Branch>>> {
    let Tree::List(items) = tree::param(text, false)? else {
        return None;
    };
    let object = |item| match item {
        Tree::Object(members) => Some(members),
        _ => None,
    };
    items.into_iter().map(object).collect()
}

/// One JSON object without white space.
fn free_object(text: &str) -> Option<String> {
    let object = tree::param(text, true)?;
    matches!(object, Tree::Object(_)).then(|| object.compact())
}

/// Reads an amount and prints it with its decimals; those that the currency doesn't have must be zero.
fn amount_in(text: &str, decimals: u32, exponent: u32) -> Option<String> {
    let decimals = usize::try_from(decimals).ok()?;
    let exponent = usize::try_from(exponent).ok()?;
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    if !is_whole_number(whole) || whole.len() > 15 {
        return None;
    }
    if let Some(fraction) = fraction {
        let fits = decimals > 0
            && fraction.len() == decimals
            && fraction.bytes().all(|b| b.is_ascii_digit())
            && fraction.bytes().skip(exponent).all(|b| b == b'0');
        if !fits {
            return None;
        }
    }
    if decimals == 0 {
        return Some(whole.to_owned());
    }
    let fraction = fraction.map_or_else(|| "0".repeat(decimals), str::to_owned);
    Some(format!("{whole}.{fraction}"))
}

/// Decimals that ISO 4217 gives a currency; 2 when it isn't known.
fn exponent(currency: Option<&str>) -> u32 {
    const NONE: [&str; 17] = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
        "XPF",
    ];
    const THREE: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
    match currency {
        Some(code) if NONE.contains(&code) => 0,
        Some(code) if THREE.contains(&code) => 3,
        _ => 2,
    }
}

fn day_list(text: &str) -> Option<Vec<u8>> {
    let day = |item: &str| -> Option<u8> {
        let digits = (1..=2).contains(&item.len()) && item.bytes().all(|b| b.is_ascii_digit());
        let number: u8 = if digits {
            item.parse().ok()?
        } else {
            return None;
        };
        (1..=31).contains(&number).then_some(number)
    };
    text.split(',').map(day).collect()
}

/// A number of any size, exact: digits before and after the point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    whole: String,
    fraction: String,
}

impl Decimal {
    /// Reads digits with at most one point between them.
    pub(crate) fn parse(text: &str) -> Option<Decimal> {
        let (whole, fraction) = match text.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (text, ""),
        };
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let readable = !whole.is_empty() && digits(whole) && digits(fraction);
        readable.then(|| Decimal {
            whole: whole.trim_start_matches('0').to_owned(),
            fraction: fraction.trim_end_matches('0').to_owned(),
        })
    }

    /// Which of two is larger.
    pub(super) fn compare(&self, other: &Decimal) -> Ordering {
        // Without leading zeros the longer whole part is the larger one; fractions compare like words.
        let by_size = self.whole.len().cmp(&other.whole.len());
        by_size.then_with(|| self.whole.cmp(&other.whole)).then_with(|| self.fraction.cmp(&other.fraction))
    }
}
