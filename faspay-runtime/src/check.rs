//! Finds everything that is wrong with a message before it is sent. Both doors, typed and by name, come through
//! [`check`]; a sound message passes without an allocation.

use crate::amount::Scaled;
use crate::date::read_day;
use crate::outgoing::Outgoing;
use crate::print;
use crate::secret::MASK;
use crate::table::{By, CredentialSpec, FieldSpec, Kind, Presence, Rule, SettingKind};
use crate::text::{
    Scheme, first_control, first_of, is_address, is_printable_ascii, strays_from, too_long, too_short, url_scheme,
};
use crate::value::Value;
use crate::view::{Report, View, bit};
use crate::violation::Violation;
use crate::{Amount, Currency, Date, Environment, wording};

/// Takes the fields of a message, in wire order, while it is being checked: so it is checked and encoded in one go.
pub(crate) trait Taker {
    /// A text of a simple field, which is sound when it is printable ASCII: says so, and takes it only then.
    fn take_printable(&mut self, field: &'static FieldSpec, text: &str) -> bool;

    /// Any field, once it has been judged, with what was given for it.
    fn take(&mut self, field: &'static FieldSpec, given: Value<'_>);
}

/// Takes nothing: the message is only checked.
pub(crate) struct Nobody;

impl Taker for Nobody {
    #[inline(always)]
    fn take_printable(&mut self, _field: &'static FieldSpec, text: &str) -> bool {
        is_printable_ascii(text.as_bytes())
    }

    #[inline(always)]
    fn take(&mut self, _field: &'static FieldSpec, _given: Value<'_>) {}
}

/// Every violation, in order: credentials, fields in wire order, rules.
#[inline]
pub(crate) fn check(message: &Outgoing<'_>, taker: &mut impl Taker) -> Vec<Violation> {
    let mut violations = credentials(message);
    if !message.environment.publishes(&message.table.endpoint) {
        violations.extend(address(message));
    }
    let mut found = Found::default();
    let mut next = 0u8;
    for (field, given) in message.table.fields.iter().zip(message.values) {
        let index = next;
        next = next.wrapping_add(1);
        // The common case, decided first and without a call.
        if let Value::Text(text) = given
            && text.len() <= field.simple
            && taker.take_printable(field, text)
        {
            continue;
        }
        let value = message.given(index, field.by);
        if !matches!((field.by, value), (By::Fixed(_) | By::Signature(_), Value::Absent)) {
            judge(message, index, field, value, &mut found);
        }
        taker.take(field, value);
    }
    let view = View::sending(message, found.broken);
    if found.conditional != 0 {
        for (index, field) in message.fields() {
            if found.conditional & bit(index) == 0 {
                continue;
            }
            if let Presence::When { text, holds } = field.presence
                && holds(&view) == Some(true)
            {
                let limit = format!("C: {text}");
                found.add(index, wording::mandatory(field, &limit, Some(text)));
            }
        }
    }
    let mut report = Report::default();
    (message.table.rules)(&view, &mut report);
    found.list.sort_by_key(|(index, _)| *index);
    violations.extend(found.list.into_iter().map(|(_, violation)| violation));
    violations.append(&mut report.found);
    violations
}

/// What is broken so far, with the field that it concerns.
#[derive(Default)]
struct Found {
    list: Vec<(u8, Violation)>,
    broken: u128,
    /// The absent fields whose presence depends on a condition. Conditions may look at later fields, so they wait until
    /// every given value has been judged.
    conditional: u128,
}

impl Found {
    #[cold]
    fn add(&mut self, index: u8, violation: Violation) {
        self.broken |= bit(index);
        self.list.push((index, violation));
    }
}

/// Judges one field by itself.
fn judge(message: &Outgoing<'_>, index: u8, field: &FieldSpec, value: Value<'_>, found: &mut Found) {
    match (field.by, value) {
        (By::Caller | By::CurrencyOf(_), Value::Absent) => match field.presence {
            Presence::Mandatory => found.add(index, wording::mandatory(field, "M", None)),
            Presence::Optional => {}
            Presence::When { .. } => found.conditional |= bit(index),
        },
        (By::Caller | By::CurrencyOf(_), value) => check_value(message, index, field, value, found),
        (By::Credential(credential), value) => {
            check_credential_field(message, index, field, credential, value, found);
        }
        (By::Fixed(_) | By::Signature(_), Value::Absent) => {}
        (By::Fixed(text), value) => {
            if printed(field, value) != text {
                found.add(index, wording::fixed(field, text, shown(field, value)));
            }
        }
        (By::Signature(signing), _) => found.add(index, wording::computed(field, signing.recipe)),
    }
}

fn credentials(message: &Outgoing<'_>) -> Vec<Violation> {
    let mut violations = Vec::new();
    if message.credentials.is_none() {
        return violations;
    }
    let gateway = message.table.gateway;
    for used in message.table.credentials {
        let Some(spec) = gateway.credentials.get(usize::from(used.index)) else {
            continue;
        };
        let mut add = |rule: &str, limit: &str, actual: String| {
            violations.push(wording::credential(gateway.id, spec, rule, limit, actual));
        };
        let Some(text) = message.credential(used.index) else {
            add("mandatory", "M", "absent".to_owned());
            continue;
        };
        if let Some(control) = first_control(text) {
            add("control", "none", wording::code_point(control));
        }
        if spec.digits && !text.bytes().all(|byte| byte.is_ascii_digit()) {
            add("type", "digits", masked(spec, text));
        }
        if let Some((max, count)) = too_long(text, spec.max) {
            add("length", &max.to_string(), count.to_string());
        }
        if let Some(character) = first_of(text, used.forbid) {
            add("delimiter", used.forbid, masked(spec, character.encode_utf8(&mut [0; 4])));
        }
    }
    violations
}

/// Where nobody but the merchant can know the address, the credentials must say it.
#[cold]
fn address(message: &Outgoing<'_>) -> Option<Violation> {
    message.credentials?;
    let (setting, told) = message.told_address()?;
    let gateway = message.table.gateway.id;
    match told {
        None => Some(wording::no_address(gateway, message.table.endpoint.name, setting)),
        Some(url) if is_address(url) => None,
        Some(url) => Some(wording::not_an_address(gateway, setting, url)),
    }
}

fn masked(spec: &CredentialSpec, text: &str) -> String {
    if spec.sensitive { MASK.to_owned() } else { wording::excerpt(text) }
}

/// A field that a credential fills: nobody else may fill it otherwise, and in production somebody has decided about
/// showing it.
fn check_credential_field(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    credential: u8,
    given: Value<'_>,
    found: &mut Found,
) {
    let Some(spec) = message.table.gateway.credentials.get(usize::from(credential)) else {
        return;
    };
    if !matches!(given, Value::Absent) {
        if spec.sensitive || field.sensitive {
            found.add(index, wording::from_credential(field, spec.name, MASK.to_owned()));
        } else if message.credentials.is_some()
            && message.credential(credential) != Some(printed(field, given).as_str())
        {
            found.add(index, wording::from_credential(field, spec.name, shown(field, given)));
        }
    }
    let undecided = message.credentials.is_some() && message.sends(credential).is_none();
    if undecided && matches!(message.environment, Environment::Production) {
        let setting = spec.sent_by.and_then(|setting| {
            message
                .table
                .gateway
                .settings
                .get(usize::from(setting))
                .filter(|setting| setting.kind == SettingKind::SendsCredential)
        });
        if let Some(setting) = setting {
            found.add(index, wording::setting(field, setting.name));
        }
    }
}

fn check_value(message: &Outgoing<'_>, index: u8, field: &FieldSpec, value: Value<'_>, found: &mut Found) {
    // A typed value can't hold control characters; a coded one is compared before it is scanned.
    if let Value::Text(text) = value
        && !matches!(field.kind, Kind::Code(codes) if codes.contains(&text))
        && let Some(control) = first_control(text)
    {
        return found.add(index, wording::control(field, control));
    }
    match field.kind {
        Kind::Text { max } => check_text(message, index, field, max, value, found),
        Kind::Url { max } => check_url(message, index, field, max, value, found),
        Kind::Integer { digits } => check_integer(index, field, digits, value, found),
        Kind::Amount { .. } => check_amount(message, index, field, value, found),
        Kind::Date => {
            let well_formed = match value {
                Value::Text(text) => Date::parse(text).is_ok(),
                value => matches!(value, Value::Date(_)),
            };
            if !well_formed {
                found.add(index, wording::ill_formed(field, "date YYYY-MM-DD", shown(field, value)));
            }
        }
        Kind::DayList { max } => check_days(index, field, max, value, found),
        Kind::Code(codes) => {
            let known = match value {
                Value::Text(text) => codes.contains(&text),
                value => codes.contains(&printed(field, value).as_str()),
            };
            if !known {
                found.add(index, wording::code(field, codes, shown(field, value)));
            }
        }
    }
}

fn check_text(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    max: Option<u32>,
    value: Value<'_>,
    found: &mut Found,
) {
    let Value::Text(text) = value else {
        // Generated structs hold text here; whatever else prints as text is judged by its text.
        let text = printed(field, value);
        return check_text(message, index, field, max, Value::Text(&text), found);
    };
    if let Some(count) = too_short(text, field.least) {
        found.add(index, wording::length_min(field, field.least, count));
    }
    if let Some((max, count)) = too_long(text, max) {
        found.add(index, wording::length(field, max, count));
    }
    if let Some(limit) = strays_from(text, field.only) {
        found.add(index, wording::characters(field, limit, shown(field, value)));
    }
    if let Some(character) = first_of(text, field.forbid) {
        found.add(index, wording::delimiter(field, character));
    }
    if let Some(setting) = field.case_setting
        && message.case(setting).is_none()
        && text.bytes().any(|byte| byte.is_ascii_lowercase())
    {
        let name = message.table.gateway.settings.get(usize::from(setting)).map_or("", |setting| setting.name);
        found.add(index, wording::case_undecided(field, name));
    }
}

fn check_url(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    max: Option<u32>,
    value: Value<'_>,
    found: &mut Found,
) {
    let Value::Text(text) = value else {
        let text = printed(field, value);
        return check_url(message, index, field, max, Value::Text(&text), found);
    };
    let scheme = url_scheme(text);
    if scheme.is_none() {
        found.add(index, wording::url(field, shown(field, value)));
    }
    if let Some((max, count)) = too_long(text, max) {
        found.add(index, wording::length(field, max, count));
    }
    if scheme == Some(Scheme::Http) && matches!(message.environment, Environment::Production) {
        found.add(index, wording::https(field));
    }
}

fn check_integer(index: u8, field: &FieldSpec, most: u32, value: Value<'_>, found: &mut Found) {
    let count = match value {
        Value::Integer(number) => Some(number.checked_ilog10().unwrap_or(0) + 1),
        Value::Text(text) => {
            let whole = text.bytes().all(|byte| byte.is_ascii_digit());
            let padded = text.len() > 1 && text.starts_with('0');
            (whole && !padded).then(|| u32::try_from(text.len()).ok()).flatten()
        }
        _ => None,
    };
    match count {
        None => found.add(index, wording::ill_formed(field, "whole number", shown(field, value))),
        Some(count) if count > most => {
            found.add(index, wording::digits(field, most, count));
        }
        Some(_) => {}
    }
}

fn check_amount(message: &Outgoing<'_>, index: u8, field: &FieldSpec, value: Value<'_>, found: &mut Found) {
    let Kind::Amount { decimals, max, positive, currency } = field.kind else {
        return;
    };
    let scaled = match value {
        Value::Amount(amount) => {
            check_currency(message, index, field, currency, amount, found);
            Scaled::of(amount, decimals)
        }
        Value::Text(text) => {
            Scaled::read(text, decimals).filter(|scaled| scaled.fits(0) || scaled.fits(exponent(message, currency)))
        }
        _ => None,
    };
    let Some(scaled) = scaled else {
        let limit = if decimals == 0 {
            "amount without decimals".to_owned()
        } else {
            format!("amount with {decimals} decimals or none")
        };
        return found.add(index, wording::ill_formed(field, &limit, shown(field, value)));
    };
    if positive && scaled.units == 0 {
        found.add(index, wording::positive(field, shown(field, value)));
    }
    if let Some(max) = max
        && scaled.printed_len() > max
    {
        found.add(index, wording::length(field, max, scaled.printed_len()));
    }
}

/// Money that was given as such must be in the currency that the message names for it.
fn check_currency(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    currency: Option<u8>,
    amount: &Amount,
    found: &mut Found,
) {
    if let Some(currency) = currency
        && let Some(named) = message.currency_text(currency)
        && named != amount.currency().as_str()
    {
        found.add(index, wording::currency(field, named, amount.currency().as_str()));
    }
}

/// The decimals of the currency in this field; 2 when there is none, or none that is valid.
fn exponent(message: &Outgoing<'_>, currency: Option<u8>) -> u32 {
    const USUAL: u32 = 2;
    let named = currency.and_then(|index| {
        let field = message.table.fields.get(usize::from(index))?;
        let text = message.currency_text(index)?;
        Some((index, field, Currency::new(text).ok()?.exponent()))
    });
    match named {
        Some((index, field, exponent)) if exponent != USUAL => {
            let mut found = Found::default();
            let value = message.given(index, field.by);
            match (field.by, value) {
                (By::Fixed(text), Value::Text(given)) if given != text => return USUAL,
                (By::Fixed(_), _) => {}
                (_, value) => check_value(message, index, field, value, &mut found),
            }
            if found.broken == 0 { exponent } else { USUAL }
        }
        _ => USUAL,
    }
}

fn check_days(index: u8, field: &FieldSpec, max: u32, value: Value<'_>, found: &mut Found) {
    let count = match value {
        Value::Days(days) => Some(days.days().len()),
        Value::Text(text) => text.split(',').try_fold(0usize, |count, day| read_day(day).map(|_| count + 1)),
        _ => None,
    };
    match count.map(|count| u32::try_from(count).unwrap_or(u32::MAX)) {
        None => found.add(index, wording::ill_formed(field, "days 1 to 31, joined by commas", shown(field, value))),
        Some(count) if count > max => found.add(index, wording::count(field, max, count)),
        Some(_) => {}
    }
}

/// A rule that [`Report::rule`] found broken.
pub(crate) fn broken_rule(view: &View<'_>, rule: &'static Rule) -> Violation {
    let (name, actual) = match view.spec(rule.field) {
        None => ("", String::new()),
        Some(field) if field.sensitive => (field.name, MASK.to_owned()),
        Some(field) => {
            let text = view.printed(rule.field);
            let actual = text.map_or_else(|| "absent".to_owned(), |text| wording::excerpt(&text));
            (field.name, actual)
        }
    };
    wording::rule(name, rule, actual)
}

fn printed(field: &FieldSpec, value: Value<'_>) -> String {
    if let Value::Text(text) = value {
        return text.to_owned();
    }
    print::printed(field.kind, value)
}

/// What a violation shows of a value.
fn shown(field: &FieldSpec, value: Value<'_>) -> String {
    if field.sensitive { MASK.to_owned() } else { wording::excerpt(&printed(field, value)) }
}

#[cfg(test)]
mod tests;
