//! Holds each change against the model: which messages its row feeds, whether the merchant's code gives the value, and what
//! the generated crate makes of the row before and after. Picks the row of the contract; where a row feeds several messages,
//! the worst.

use std::cmp::Ordering;

use super::contract::*;
use super::{Change, Comparison, Kind};
use crate::load::field::{implied, split_type};
use crate::model::{Field, From, Gateway, Origin, Presence, Sensitivity, Type};
use crate::page::{Flag, Row, Table};

/// A change with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The change.
    pub change: Change,
    /// The row of the contract.
    pub case: &'static Case,
    /// The messages that it reaches in this way: `faspay.recurring.register`.
    pub messages: Vec<String>,
    /// What it means, in a sentence or two: the contract's, and for whom.
    pub effect: String,
}

/// The model of the committed spec, and that of the same spec with the page as it is now, as far as it can be read.
#[derive(Debug, Clone, Copy)]
pub struct Models<'a> {
    /// As committed.
    pub before: &'a Gateway,
    /// With the new page.
    pub after: &'a Gateway,
}

/// Judges every change of a page. `page` is its id with the gateway's (`faspay/recurring/post-transaction`), `committed` its
/// tables as committed. Without models, a table's own id tells a request from a response.
pub fn judge(page: &str, committed: &[Table], comparison: &Comparison, models: Option<Models<'_>>) -> Vec<Judged> {
    let place = Place { page, committed, comparison, models };
    comparison.changes.iter().map(|change| place.judge(change)).collect()
}

struct Place<'a> {
    page: &'a str,
    committed: &'a [Table],
    comparison: &'a Comparison,
    models: Option<Models<'a>>,
}

/// What one message makes of a row: its parameter before, and after.
struct Use<'a> {
    message: String,
    inbound: bool,
    /// Whether a message of the model is meant, not what a table's name tells.
    modelled: bool,
    /// Whether the merchant's struct has a part for what may be left out.
    has_optional: bool,
    before: Option<std::borrow::Cow<'a, Field>>,
    after: Option<std::borrow::Cow<'a, Field>>,
}

impl<'a> Place<'a> {
    fn judge(&self, change: &Change) -> Judged {
        let cases: Vec<(&'static Case, String)> = match change.kind {
            Kind::TableAdded => vec![(&TABLE_ADDED, String::new())],
            Kind::TableRemoved => self.table_removed(&change.table),
            _ => {
                let uses = self.uses(change);
                uses.into_iter().map(|one| (case(change, &one), one.message)).collect()
            }
        };
        let worst = cases.iter().map(|(case, _)| *case).min_by_key(|case| rank(case)).unwrap_or(&UNUSED);
        let mut messages: Vec<String> = cases
            .into_iter()
            .filter(|(case, message)| case.id == worst.id && !message.is_empty())
            .map(|(_, message)| message)
            .collect();
        messages.dedup();
        let whom = if !messages.is_empty() {
            format!(" For {}: a {} step.", messages.join(", "), worst.step)
        } else if worst.id == UNUSED.id || matches!(change.kind, Kind::TableAdded | Kind::TableRemoved) {
            String::new()
        } else {
            format!(
                " Judged by the table's name, since the spec makes nothing of this table yet: a {} step.",
                worst.step
            )
        };
        Judged { change: change.clone(), case: worst, messages, effect: format!("{}{whom}", worst.means) }
    }

    fn table_removed(&self, table: &str) -> Vec<(&'static Case, String)> {
        let Some(models) = self.models else { return vec![(&TABLE_UNUSED, String::new())] };
        let made: Vec<_> = messages(models.before)
            .filter(|message| message.fields.iter().any(|field| self.is_of(field, table)))
            .map(|message| (&TABLE_REMOVED, format!("{}.{}", models.before.id, message.id)))
            .collect();
        if made.is_empty() { vec![(&TABLE_UNUSED, String::new())] } else { made }
    }

    /// Whether a parameter comes from a row of this table of the page.
    fn is_of(&self, field: &Field, table: &str) -> bool {
        field.origin.source.strip_prefix(&format!("{}#{table} row ", self.page)).is_some()
    }

    fn source(&self, table: &str, row: usize) -> String {
        format!("{}#{table} row {}", self.page, row + 1)
    }

    /// What every message makes of the row; what the table's name tells where no message is made of the table.
    fn uses(&self, change: &Change) -> Vec<Use<'a>> {
        use std::borrow::Cow;
        let used = |models: Models<'a>| {
            let all = messages(models.before).chain(messages(models.after));
            all.flat_map(|message| message.fields.iter()).any(|field| self.is_of(field, &change.table))
        };
        let (old, new) = (self.row(self.committed, change.row_before, change), self.row_after(change));
        let Some(models) = self.models.filter(|models| used(*models)) else {
            let inbound = change.table.split('-').next() != Some("request");
            let field = |row: &Row| Cow::Owned(documented(row));
            return vec![Use {
                message: String::new(),
                inbound,
                modelled: false,
                has_optional: true,
                before: old.map(field),
                after: new.map(field),
            }];
        };
        let find = |message: &Message<'a>, row: Option<usize>| {
            let source = self.source(&change.table, row?);
            message.fields.iter().find(|field| field.origin.source == source).map(Cow::Borrowed)
        };
        let afters: Vec<Message<'a>> = messages(models.after).collect();
        let mut uses = Vec::new();
        for message in messages(models.before) {
            let mut before = find(&message, change.row_before);
            let twin = afters.iter().find(|after| after.id == message.id && after.inbound == message.inbound);
            let mut after = twin.and_then(|after| find(after, change.row_after));
            // A message that can't be read with the new page still says what it made of the old one.
            let is_made_of_it = message.fields.iter().any(|field| self.is_of(field, &change.table));
            if after.is_none()
                && let Some(row) = new.filter(|_| before.is_some() || (twin.is_none() && is_made_of_it))
            {
                let field = before.as_deref().map_or_else(|| documented(row), |field| with_row(field, row));
                after = Some(Cow::Owned(field));
            }
            // A row that now has the name that the spec gave it by a correction takes the old one's place.
            let namesake = |message: &Message<'a>, field: &Field| {
                message.fields.iter().find(|other| other.name == field.name).map(Cow::Borrowed)
            };
            match (change.kind, &before, &after) {
                (Kind::FieldRemoved, Some(field), None) => after = twin.and_then(|twin| namesake(twin, field)),
                (Kind::FieldAdded, None, Some(field)) => before = namesake(&message, field),
                _ => {}
            }
            if before.is_some() || after.is_some() {
                uses.push(Use {
                    message: format!("{}.{}", models.before.id, message.id),
                    inbound: message.inbound,
                    modelled: true,
                    has_optional: message.fields.iter().any(is_optional_member),
                    before,
                    after,
                });
            }
        }
        uses
    }

    fn row<'b>(&self, tables: &'b [Table], row: Option<usize>, change: &Change) -> Option<&'b Row> {
        tables.iter().find(|table| table.id == change.table)?.rows.get(row?)
    }

    fn row_after(&self, change: &Change) -> Option<&'a Row> {
        self.row(&self.comparison.tables, change.row_after, change)
    }
}

/// A message of either direction.
struct Message<'a> {
    id: String,
    inbound: bool,
    fields: &'a [Field],
}

fn messages(gateway: &Gateway) -> impl Iterator<Item = Message<'_>> {
    let sent = gateway.operations.iter().map(|one| Message { id: one.id.clone(), inbound: false, fields: &one.fields });
    let received = gateway.inbound.iter().map(|one| Message { id: one.id.clone(), inbound: true, fields: &one.fields });
    sent.chain(received)
}

fn is_optional_member(field: &Field) -> bool {
    field.from == From::Caller && field.presence != Presence::Mandatory
}

/// The parameter that a row would be with nothing said about it.
fn documented(row: &Row) -> Field {
    let size = split_type(&row.ty).1.or(row.max);
    Field {
        name: row.name.clone(),
        wire: row.name.clone(),
        rust: String::new(),
        summary: String::new(),
        ty: implied(&row.ty, size).unwrap_or(Type::text(size)),
        documented: row.ty.clone(),
        presence: presence(row.presence),
        from: From::Caller,
        sensitivity: Sensitivity::Public,
        basis: crate::model::Basis::Documented,
        origin: Origin { source: String::new(), file: String::new(), line: 0 },
        forbid: String::new(),
        case_setting: None,
        json_number: false,
        aliases: Vec::new(),
    }
}

/// The parameter with what the page says now, where the model of the new page lacks it.
fn with_row(field: &Field, row: &Row) -> Field {
    let now = documented(row);
    let ty = if is_stated(field) { field.ty.clone() } else { now.ty };
    Field { ty, documented: now.documented, presence: now.presence, ..field.clone() }
}

fn presence(flag: Flag) -> Presence {
    match flag {
        Flag::Mandatory => Presence::Mandatory,
        Flag::Optional => Presence::Optional,
        Flag::Conditional => Presence::Undocumented,
    }
}

/// The contract's row for one message.
fn case(change: &Change, one: &Use<'_>) -> &'static Case {
    let (from, to) = (change.from.as_deref(), change.to.as_deref());
    match (&one.before, &one.after, change.kind) {
        (Some(_), Some(_), Kind::FieldRemoved) => &STATED,
        (Some(before), Some(after), Kind::FieldAdded) => replaced(before, after, one),
        (_, Some(field), Kind::FieldAdded) if one.modelled && is_unreadable(field) => &TYPE_UNKNOWN,
        (_, Some(field), Kind::FieldAdded) if one.inbound => match field.presence {
            Presence::Mandatory => &RESPONSE_MANDATORY_ADDED,
            _ => &RESPONSE_ADDED,
        },
        (_, Some(field), Kind::FieldAdded) => added(field, one.has_optional),
        (Some(_), _, Kind::FieldRemoved) if one.inbound => &RESPONSE_REMOVED,
        (Some(field), _, Kind::FieldRemoved) if field.from == From::Caller => &REQUEST_REMOVED,
        (Some(_), _, Kind::FieldRemoved) => &FILLED_REMOVED,
        (Some(before), Some(after), Kind::Type) => ty(before, after, one),
        (Some(before), Some(after), Kind::Length) => length(from, to, before, after, one.inbound),
        (Some(before), Some(after), Kind::Presence) => {
            needed(from.unwrap_or_default(), to.unwrap_or_default(), before, after, one.inbound)
        }
        _ => &UNUSED,
    }
}

/// A row whose parameter the message had already, from a row that the spec corrected or that is gone.
fn replaced(before: &Field, after: &Field, one: &Use<'_>) -> &'static Case {
    let size = |field: &Field| super::split(&field.documented).1.map(str::to_owned);
    let (from, to) = (size(before), size(after));
    let letter = |field: &Field| match field.presence {
        Presence::Mandatory => "M".to_owned(),
        _ => "O".to_owned(),
    };
    let mut cases = vec![&STATED];
    if before.ty != after.ty {
        cases.push(ty(before, after, one));
    }
    if from != to {
        cases.push(length(from.as_deref(), to.as_deref(), before, after, one.inbound));
    }
    if before.presence != after.presence {
        cases.push(needed(&letter(before), &letter(after), before, after, one.inbound));
    }
    cases.into_iter().min_by_key(|case| rank(case)).unwrap_or(&STATED)
}

/// The worst case first.
fn rank(case: &Case) -> (Impact, Step, Source, Running) {
    (case.impact, case.step, case.source, case.running)
}

fn added(field: &Field, has_optional: bool) -> &'static Case {
    match (field.from == From::Caller, &field.presence) {
        (false, Presence::Mandatory) => &FILLED_MANDATORY_ADDED,
        (false, _) => &FILLED_ADDED,
        (true, Presence::Mandatory) => &REQUEST_MANDATORY_ADDED,
        (true, _) if !has_optional => &REQUEST_FIRST_OPTIONAL,
        (true, Presence::Optional) => &REQUEST_OPTIONAL_ADDED,
        (true, _) => &REQUEST_CONDITIONAL_ADDED,
    }
}

/// The model falls back to text without a limit where a type doesn't say how values are checked.
fn is_unreadable(field: &Field) -> bool {
    let by_caller = !matches!(field.from, From::Fixed(_) | From::Signature { .. });
    by_caller && field.ty == Type::text(None) && implied(&field.documented, None).is_none()
}

/// Whether the spec says by itself how the value is checked, so that another type on the page changes nothing.
fn is_stated(field: &Field) -> bool {
    let size = split_type(&field.documented).1;
    implied(&field.documented, size).is_none_or(|ty| std::mem::discriminant(&ty) != std::mem::discriminant(&field.ty))
}

fn ty(before: &Field, after: &Field, one: &Use<'_>) -> &'static Case {
    let inbound = one.inbound;
    if !inbound && before.from != From::Caller {
        return &FILLED_CHANGED;
    }
    if one.modelled && is_unreadable(after) && !is_unreadable(before) {
        return &TYPE_UNKNOWN;
    }
    // Without a model, a type that doesn't say how values are checked could be anything.
    let is_unclear = !one.modelled && (is_unreadable(before) || is_unreadable(after));
    if is_unclear || rust_type(before) != rust_type(after) {
        let freed = !is_unclear && matches!(after.ty, Type::Text { .. });
        return match (inbound, freed) {
            (true, true) => &RESPONSE_TYPE_FREED,
            (true, false) => &RESPONSE_TYPE,
            (false, true) => &REQUEST_TYPE_FREED,
            (false, false) => &REQUEST_TYPE,
        };
    }
    match (inbound, std::mem::discriminant(&before.ty) == std::mem::discriminant(&after.ty)) {
        (true, _) => &RESPONSE_TYPE_SAME,
        (false, true) if is_stated(before) || before.documented == after.documented => &STATED,
        (false, true) => &REQUEST_TYPE_RESPELLED,
        (false, false) if matches!(after.ty, Type::Text { .. }) => &REQUEST_TYPE_WIDENED,
        (false, false) => &REQUEST_TYPE_NARROWED,
    }
}

/// What stands for the value in a merchant's source.
fn rust_type(field: &Field) -> String {
    if field.sensitivity != Sensitivity::Public {
        return "Secret".to_owned();
    }
    match &field.ty {
        Type::Text { .. } | Type::Url { .. } => "String".to_owned(),
        Type::Integer { .. } => "u64".to_owned(),
        Type::Amount { .. } => "Amount".to_owned(),
        Type::Date => "Date".to_owned(),
        Type::DayList { .. } => "DayList".to_owned(),
        Type::Code { list, .. } => format!("codes::{list}"),
    }
}

fn length(from: Option<&str>, to: Option<&str>, before: &Field, after: &Field, inbound: bool) -> &'static Case {
    let documented = direction(from, to);
    if inbound {
        let is_shorter = documented == Some(Ordering::Less);
        return if is_shorter { &RESPONSE_LENGTH_TIGHTENED } else { &RESPONSE_LENGTH_LOOSENED };
    }
    if let From::Fixed(text) = &before.from
        && to.and_then(|to| to.parse().ok()).is_some_and(|most: usize| text.chars().count() > most)
    {
        return &FILLED_TOO_LONG;
    }
    if before.from != From::Caller {
        return &FILLED_CHANGED;
    }
    // A type that changed along with the length has its own limits, and the model has no least lengths; what the page says is
    // left to compare.
    let same_kind = std::mem::discriminant(&before.ty) == std::mem::discriminant(&after.ty);
    let is_least = [from, to].into_iter().flatten().any(|text| text.starts_with("min "));
    let limits = if same_kind && !is_least { (limit(before), limit(after)) } else { (None, None) };
    let by_limit = match limits {
        (Some(old), Some(new)) => new.cmp(&old),
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    match (by_limit, documented) {
        (Ordering::Less, _) => &REQUEST_LENGTH_TIGHTENED,
        (Ordering::Greater, _) => &REQUEST_LENGTH_LOOSENED,
        // The library's own limit stands: it is too long when the page allows less than that.
        (Ordering::Equal, _) if limits.0.is_some() => {
            let allowed = to.and_then(|to| to.parse::<u32>().ok());
            let too_long = allowed.zip(limits.0).is_some_and(|(allowed, own)| allowed < own);
            if too_long { &REQUEST_LENGTH_TIGHTENED } else { &STATED }
        }
        (Ordering::Equal, None | Some(Ordering::Less)) => &REQUEST_LENGTH_TIGHTENED,
        (Ordering::Equal, _) if is_stated(before) && !is_least => &STATED,
        (Ordering::Equal, _) => &REQUEST_LENGTH_LOOSENED,
    }
}

/// The most characters or digits that the library accepts.
fn limit(field: &Field) -> Option<u32> {
    match &field.ty {
        Type::Text { max, .. } | Type::Url { max } | Type::Amount { max, .. } => *max,
        Type::Integer { digits } => Some(*digits),
        Type::Date | Type::DayList { .. } | Type::Code { .. } => None,
    }
}

/// Less when fewer values fit than before, greater when more do; `None` when some fit no longer and some do now.
fn direction(from: Option<&str>, to: Option<&str>) -> Option<Ordering> {
    let least = |text: Option<&str>| text.and_then(|text| text.strip_prefix("min ")?.parse::<u32>().ok());
    if least(from).is_some() || least(to).is_some() {
        return least(from).unwrap_or_default().partial_cmp(&least(to).unwrap_or_default());
    }
    match (from, to) {
        (None, None) => Some(Ordering::Equal),
        (None, _) => Some(Ordering::Less),
        (_, None) => Some(Ordering::Greater),
        // `12,2` is ten digits before the point and two behind it; more before can't make up for less behind.
        (Some(from), Some(to)) => {
            let (old, new) = (digits(from)?, digits(to)?);
            match (new.0.cmp(&old.0), new.1.cmp(&old.1)) {
                (one, other) if one == other || other == Ordering::Equal => Some(one),
                (Ordering::Equal, other) => Some(other),
                _ => None,
            }
        }
    }
}

fn digits(length: &str) -> Option<(u32, u32)> {
    let (all, behind) = length.split_once(',').unwrap_or((length, "0"));
    let (all, behind): (u32, u32) = (all.parse().ok()?, behind.parse().ok()?);
    Some((all.checked_sub(behind)?, behind))
}

fn needed(from: &str, to: &str, before: &Field, after: &Field, inbound: bool) -> &'static Case {
    if inbound {
        return match (from, to) {
            ("M", _) => &RESPONSE_MAY_LACK,
            (_, "M") => &RESPONSE_COMES,
            _ => &RESPONSE_PRESENCE_SAME,
        };
    }
    if before.from != From::Caller {
        return &FILLED_CHANGED;
    }
    let rank = |presence: &Presence| match presence {
        Presence::Mandatory => 'M',
        Presence::Optional => 'O',
        Presence::When(_) | Presence::Undocumented => 'C',
    };
    match (rank(&before.presence), rank(&after.presence)) {
        ('M', 'O' | 'C') => &REQUEST_NO_LONGER_NEEDED,
        ('O' | 'C', 'M') => &REQUEST_NEEDED,
        ('O', 'C') => &REQUEST_NEEDED_AT_TIMES,
        ('C', 'O') if before.presence == Presence::Undocumented => &REQUEST_STILL_FREE,
        ('C', 'O') => &REQUEST_FREE,
        _ => &STATED,
    }
}
