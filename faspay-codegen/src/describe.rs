//! The sentences that generated items are documented with: our summary, then the documented facts and where they come
//! from. Everything passes through [`text::doc`], so nothing here needs to be safe by itself.

use faspay_spec::model::{
    Acknowledgement, Basis, Characters, Correction, Field, Method, Operation, Presence, Transport, Type,
};
use proc_macro2::TokenStream;

use crate::text::{code, doc};

/// The documentation of a field: summary, facts, corrections.
pub fn field(field: &Field, corrections: &[Correction]) -> TokenStream {
    let mut facts = vec![code(&field.wire), with_limit(field), presence(field)];
    facts.extend(basis(field.basis).map(str::to_owned));
    facts.push(field.origin.source.clone());
    let summary = field.summary.trim();
    let facts = facts.join(" · ");
    // A summary of one sentence shares its line with the facts, so that a struct of seventy fields stays readable.
    let first = if summary.is_empty() { facts } else { format!("{summary} {facts}") };
    let changed = corrections.iter().filter(|one| concerns(one, field)).map(correction);
    let respelled = field.aliases.iter().map(|alias| format!("Also spelled {} ({}).", code(&alias.name), alias.source));
    doc(std::iter::once(first).chain(changed).chain(respelled))
}

/// The documentation of an operation's struct.
pub fn operation(gateway: &str, operation: &Operation) -> TokenStream {
    let transport = match operation.transport {
        _ if operation.method == Method::Get => "The merchant's server asks for it with GET.",
        Transport::BrowserForm => "The shopper's browser posts it; a server must not.",
        Transport::ServerForm => "The merchant's server posts it.",
        Transport::ServerJson => "The merchant's server posts it, as JSON.",
    };
    let id = code(&format!("{gateway}.{}", operation.id));
    let known = basis(operation.basis).map(|basis| format!(", {basis}")).unwrap_or_default();
    let about = format!("{id}, page {}{known}. {transport}", operation.page);
    doc([operation.summary.clone(), about, gap(operation.because.as_deref())])
}

/// What isn't known of an operation or message that is known in part.
pub fn gap(because: Option<&str>) -> String {
    because.map(|because| format!("Known in part: {because}.")).unwrap_or_default()
}

/// What acknowledges a message, when anybody knows.
pub fn acknowledged(with: Option<&Acknowledgement>) -> String {
    let Some(with) = with else { return String::new() };
    let known = basis(with.basis).map(|basis| format!(" ({basis})")).unwrap_or_default();
    match &with.json {
        Some(json) => format!("Acknowledged with status 200 and {}{known}.", code(json)),
        None => format!("Acknowledged with status 200{known}."),
    }
}

/// How well a fact is known, when it isn't simply documented.
pub fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Documented => None,
        Basis::Sampled => Some("sampled"),
        Basis::Inferred => Some("inferred"),
        Basis::Partial => Some("partial"),
    }
}

/// A correction names its row as the page does; one that renames it says the field's name.
fn concerns(correction: &Correction, field: &Field) -> bool {
    let renamed = correction.set.split(", ").find_map(|part| part.strip_prefix("name "));
    renamed.unwrap_or(&correction.field) == field.name
}

fn correction(correction: &Correction) -> String {
    let Correction { field, expect, set, because, .. } = correction;
    format!("Corrected: the page says {expect} for {}, we use {set}, because {because}.", code(field))
}

fn presence(field: &Field) -> String {
    match &field.presence {
        Presence::Mandatory => "mandatory".into(),
        Presence::Optional => "optional".into(),
        Presence::When(expr) => format!("mandatory when {}", code(&expr.to_string())),
        Presence::Undocumented => "conditional, condition undocumented".into(),
    }
}

/// The documented type, and what it limits.
fn with_limit(field: &Field) -> String {
    let limit = match &field.ty {
        Type::Text { min, max, characters } => text(*min, *max, *characters),
        Type::Url { max: Some(max) } => format!("http or https URL of at most {}", count(*max, "character")),
        Type::Url { max: None } => "http or https URL".into(),
        Type::Integer { digits } => format!("whole number of at most {}", count(*digits, "digit")),
        Type::Amount { decimals, .. } => format!("amount, printed with {}", count(*decimals, "decimal")),
        Type::Date => "date, `YYYY-MM-DD`".into(),
        Type::CompactDate => "date, `YYYYMMDD`".into(),
        Type::Timestamp => "moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`".into(),
        Type::Decimal { max } => format!("decimal number of at most {}", count(*max, "character")),
        Type::EncryptedCard => "encrypted card".into(),
        Type::Boolean => "`true` or `false`".into(),
        Type::Object { .. } => "object".into(),
        Type::List { .. } => "list of objects".into(),
        Type::Json => "JSON object".into(),
        Type::DayList { max } => format!("at most {} of a month", count(*max, "day")),
        Type::Code { list, .. } => format!("code list {list}"),
    };
    if field.documented.is_empty() { limit } else { format!("{}, {limit}", field.documented) }
}

fn text(min: Option<u32>, max: Option<u32>, characters: Characters) -> String {
    let what = match characters {
        Characters::Any => "character",
        Characters::Digits => "digit",
        Characters::Alphanumeric => "ASCII letter or digit",
        Characters::AlphaDash => "ASCII letter, digit, `-` or `_`",
        Characters::Hexadecimal => "hexadecimal digit",
    };
    let of_several = matches!(characters, Characters::Alphanumeric | Characters::AlphaDash);
    let of = |number: u32| match of_several {
        false => count(number, what),
        true => format!("{} ({what} each)", count(number, "character")),
    };
    match (min, max) {
        (Some(min), Some(max)) if min == max => format!("exactly {}", of(max)),
        (Some(min), Some(max)) => format!("{min} to {}", of(max)),
        (Some(min), None) => format!("at least {}", of(min)),
        (None, Some(max)) => format!("at most {}", of(max)),
        (None, None) if characters == Characters::Any => "text".into(),
        (None, None) => format!("text of which every character is: {what}"),
    }
}

fn count(number: u32, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
