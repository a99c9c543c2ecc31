//! What can only be judged once everything has been read: types in conditions, conditions that can't be met, names that
//! collide across messages, and whether each part is used.

use super::nest;
use crate::decode::{Faults, Word, nearest};
use crate::model::{
    Auth, Encoding, Expr, Field, From, Gateway, Inbound, Operand, Operation, Relation, Retry, Transport, Type,
};
use crate::report::At;
use crate::rule;
use crate::yaml::Node;

pub(super) struct Checker<'a> {
    pub gateway: &'a Gateway,
    pub faults: &'a Faults,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Amount,
    Date,
    Text,
}

impl Checker<'_> {
    /// Whether every field of the condition exists and is compared with something of its kind.
    pub fn typed(&self, expr: &Expr, fields: &[Field], word: &Word) -> bool {
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        let aliases: Vec<&str> =
            fields.iter().flat_map(|field| &field.aliases).map(|alias| alias.name.as_str()).collect();
        for name in rule::fields(expr) {
            if aliases.contains(&name.as_str()) {
                if compared(expr).contains(&name) {
                    self.faults.add(
                        &word.at,
                        format!("`{name}` is another spelling of a field, and this condition compares it"),
                        format!("the field's own name, or `present({name})`"),
                    );
                    return false;
                }
                continue;
            }
            if !names.contains(&name.as_str()) {
                let hint = nearest(&name, &names).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
                let start = word.text.find(&name).unwrap_or(0);
                self.faults.add(
                    &word.at.within(start, name.len()),
                    format!("this condition mentions `{name}`, which isn't a field{}", nest::in_list(&name)),
                    format!("{hint}a field of this message, after corrections"),
                );
                return false;
            }
        }
        self.comparisons(expr, fields, word)
    }

    fn comparisons(&self, expr: &Expr, fields: &[Field], word: &Word) -> bool {
        match expr {
            Expr::And(parts) | Expr::Or(parts) => parts.iter().all(|part| self.comparisons(part, fields, word)),
            Expr::Not(inner) => self.comparisons(inner, fields, word),
            Expr::Present(_) => true,
            Expr::In(name, texts) => {
                let Some(field) = fields.iter().find(|field| field.name == *name) else { return false };
                if is_structure(&field.ty) {
                    return self.no_value(name, word);
                }
                texts.iter().all(|text| self.possible(field, text, word))
            }
            Expr::Compare(left, relation, right) => self.comparison(left, *relation, right, fields, word),
        }
    }

    fn comparison(&self, left: &Operand, relation: Relation, right: &Operand, fields: &[Field], word: &Word) -> bool {
        for operand in [left, right] {
            if let Operand::Field(name) = operand
                && fields.iter().any(|field| field.name == *name && is_structure(&field.ty))
            {
                return self.no_value(name, word);
            }
        }
        let (Some(a), Some(b)) = (kind(left, fields), kind(right, fields)) else {
            self.faults.add(
                &word.at,
                "`count` counts the days of a day-list and the elements of a list",
                "count(field) of a field whose type is day-list or list",
            );
            return false;
        };
        let alike = a == b || matches!((a, b), (Kind::Amount, Kind::Number) | (Kind::Number, Kind::Amount));
        let ordered = matches!(relation, Relation::Equal | Relation::NotEqual) || a != Kind::Text;
        if !alike || !ordered {
            self.faults.add(
                &word.at,
                format!("`{left} {relation} {right}` compares {} with {}", named(a), named(b)),
                "two numbers, two dates, or == and != on texts (\"quoted\")",
            );
            return false;
        }
        match (left, right) {
            (Operand::Field(name), Operand::Text(text)) | (Operand::Text(text), Operand::Field(name)) => {
                fields.iter().find(|field| field.name == *name).is_some_and(|field| self.possible(field, text, word))
            }
            _ => true,
        }
    }

    /// An object, a list: something with values inside.
    fn no_value(&self, name: &str, word: &Word) -> bool {
        self.faults.add(
            &word.at,
            format!("`{name}` has no value of its own to compare"),
            format!("present({name}), count({name}) of a list, or a member of the object"),
        );
        false
    }

    /// A code that a list doesn't have can never be met.
    fn possible(&self, field: &Field, text: &str, word: &Word) -> bool {
        let known: Vec<&str> = match &field.ty {
            Type::Boolean => vec!["true", "false"],
            Type::Code { list, only } => {
                let Some(list) = self.gateway.codes.iter().find(|own| own.name == *list) else { return true };
                let codes = list.values.iter().map(|value| value.code.as_str());
                codes.filter(|code| only.as_ref().is_none_or(|only| only.iter().any(|own| own == code))).collect()
            }
            _ => return true,
        };
        let found = known.contains(&text);
        if !found {
            let start = word.text.find(text).unwrap_or(0);
            self.faults.add(
                &word.at.within(start, text.len()),
                format!("`{}` is never `{text}`: this condition can't be met", field.name),
                format!(
                    "one of its {}: {}",
                    if field.ty == Type::Boolean { "values" } else { "codes" },
                    known.join(", ")
                ),
            );
        }
        found
    }
}

/// Where a condition is written: the id of its rule, or the name of its field.
pub(super) struct Place {
    pub operation: String,
    pub name: String,
    pub at: At,
    /// Its types are sound, so that enumeration means something.
    pub sound: bool,
}

/// The names whose values a condition looks at.
fn compared(expr: &Expr) -> Vec<String> {
    match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().flat_map(compared).collect(),
        Expr::Not(inner) => compared(inner),
        Expr::Present(_) => Vec::new(),
        Expr::In(..) | Expr::Compare(..) => rule::fields(expr),
    }
}

fn kind(operand: &Operand, fields: &[Field]) -> Option<Kind> {
    let of = |name: &str| fields.iter().find(|field| field.name == name).map(|field| &field.ty);
    Some(match operand {
        Operand::Number(_) => Kind::Number,
        Operand::Text(_) => Kind::Text,
        Operand::Today => Kind::Date,
        Operand::Count(name) => {
            matches!(of(name), Some(Type::DayList { .. } | Type::List { .. })).then_some(Kind::Number)?
        }
        Operand::Field(name) => match of(name)? {
            Type::Integer { .. } => Kind::Number,
            Type::Amount { .. } => Kind::Amount,
            Type::Date => Kind::Date,
            Type::Text { .. }
            | Type::Url { .. }
            | Type::DayList { .. }
            | Type::Code { .. }
            | Type::CompactDate
            | Type::Timestamp
            | Type::EncryptedCard
            | Type::Decimal { .. }
            | Type::Boolean
            | Type::Object { .. }
            | Type::List { .. }
            | Type::Json => Kind::Text,
        },
    })
}

fn is_structure(ty: &Type) -> bool {
    matches!(ty, Type::Object { .. } | Type::List { .. } | Type::Json)
}

fn named(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "a number",
        Kind::Amount => "an amount",
        Kind::Date => "a date",
        Kind::Text => "a text",
    }
}

/// The shared door: every message once, all but the last with a condition, the last without. A reply stays away from it:
/// it is believed because of the connection that it comes through.
pub(super) fn door(door: &[Word], inbound: &[(Inbound, At)], declared: &[String], replies: &[Word], faults: &Faults) {
    for word in door {
        if !declared.contains(&word.text) {
            faults.add(&word.at, format!("there is no message `{}`", word.text), "the id of a file in messages/");
        }
        if let Some(reply) = replies.iter().find(|reply| reply.text == word.text) {
            faults.add_with(
                &word.at,
                format!("`{}` is the reply to a request and can't arrive at the door as well", word.text),
                "messages that the gateway or the browser sends by itself",
                vec![(reply.at.clone(), "the operation that it answers".into())],
            );
        }
    }
    let is_reply = |found: &Inbound| replies.iter().any(|reply| reply.text == found.id);
    for (found, at) in inbound.iter().filter(|(found, _)| found.when.is_some() && is_reply(found)) {
        let start = At { file: at.file.clone(), span: at.span.start..at.span.start };
        faults.add(
            &start,
            format!("`{}` is the reply to a request and needs no `when`", found.id),
            "no `when`: a reply isn't told from other messages",
        );
    }
    let knocking: Vec<_> = inbound.iter().filter(|(found, _)| !is_reply(found)).collect();
    for (index, (found, at)) in knocking.iter().enumerate() {
        let start = At { file: at.file.clone(), span: at.span.start..at.span.start };
        // The content type tells JSON from forms; only messages of one encoding have to be told apart.
        let is_last = !knocking.iter().skip(index + 1).any(|(other, _)| other.encoding == found.encoding);
        if !door.iter().any(|word| word.text == found.id) {
            faults.add(
                &start,
                format!("`door` in gateway.yaml doesn't name `{}`", found.id),
                "every message, the most particular first",
            );
        } else if is_last == found.when.is_some() {
            let expected = if found.when.is_some() {
                "no `when`: the last message is what anything else is"
            } else {
                "a `when` that tells it from the later messages"
            };
            faults.add(&start, format!("`{}` can't be told from the messages after it", found.id), expected);
        }
    }
}

/// Nobody acknowledges a reply or what a browser brings. What the gateway's server sends is acknowledged in one way, since it arrives
/// at one door.
pub(super) fn acknowledging(inbound: &[(Inbound, At)], replies: &[Word], returns: &[Word], faults: &Faults) {
    let mut first: Option<&Inbound> = None;
    for (found, at) in inbound {
        let start = At { file: at.file.clone(), span: at.span.start..at.span.start };
        if replies.iter().chain(returns).any(|other| other.text == found.id) {
            if found.acknowledge.is_some() {
                let message =
                    format!("`{}` doesn't come from the gateway by itself, so nobody acknowledges it", found.id);
                faults.add(
                    &start,
                    message,
                    "`acknowledge` on messages that are a `callback` or belong to no operation",
                );
            }
            continue;
        }
        let json = |own: &Inbound| own.acknowledge.as_ref().and_then(|own| own.json.clone());
        match first {
            None => first = Some(found),
            Some(other) if json(other) != json(found) => faults.add(
                &start,
                format!("`{}` and `{}` arrive at one door and are acknowledged in different ways", other.id, found.id),
                "the same `acknowledge` for every message of the door",
            ),
            Some(_) => {}
        }
    }
}

/// A connection vouches for what comes back through it and for nothing else; a reply has no headers that anybody set for us.
pub(super) fn vouching(inbound: &[(Inbound, At)], replies: &[Word], faults: &Faults) {
    for (found, at) in inbound {
        let start = At { file: at.file.clone(), span: at.span.start..at.span.start };
        let is_reply = replies.iter().any(|reply| reply.text == found.id);
        match &found.auth {
            Auth::Connection if !is_reply => faults.add(
                &start,
                format!(
                    "`{}` is the reply of no operation, so nobody knows whose connection it comes through",
                    found.id
                ),
                "`signed: connection` on the `reply` of an operation only",
            ),
            Auth::Key { .. } if is_reply => faults.add(
                &start,
                format!("`{}` is a reply, and a key comes with what the gateway sends by itself", found.id),
                "`signed: connection`, or how else the reply is vouched for",
            ),
            _ => {}
        }
    }
}

pub(super) fn operations(gateway: &Gateway, operations: &[(Operation, At)], places: &[Place], faults: &Faults) {
    for (index, (operation, at)) in operations.iter().enumerate() {
        let start = At { file: at.file.clone(), span: at.span.start..at.span.start };
        let twin =
            operations.iter().take(index).find(|(other, _)| other.id == operation.id || other.rust == operation.rust);
        if let Some((twin, other)) = twin {
            faults.add_with(
                &start,
                format!("`{}` and `{}` have the same id or Rust name", twin.id, operation.id),
                "a name of its own",
                vec![(other.clone(), "the other operation".into())],
            );
        }
        if let Some(message) = gateway.inbound.iter().find(|own| own.rust == operation.rust) {
            faults.add(
                &start,
                format!("the message `{}` has the Rust name `{}` too", message.id, operation.rust),
                "a name of its own",
            );
        }
        let also = |reply: usize| {
            operations.iter().any(|(other, _)| other.on_return == Some(reply) || other.on_callback == Some(reply))
        };
        if let Some(reply) = operation.on_reply.filter(|reply| also(*reply)) {
            let id = gateway.inbound.get(reply).map_or("", |found| &found.id);
            faults.add(
                &start,
                format!("`{id}` is the reply of `{}` and comes another way as well", operation.id),
                "a message of its own for the reply: how it comes decides whether it is believed",
            );
        }
        let returned = operation.on_return.and_then(|at| gateway.inbound.get(at));
        if let Some(json) = returned.filter(|found| found.encoding == Encoding::Json) {
            faults.add(
                &start,
                format!("`{}` is JSON and can't come back through the browser", json.id),
                "a message with `encoding: form`: browsers post forms",
            );
        }
        if let Some(keyed) = returned.filter(|found| matches!(found.auth, Auth::Key { .. })) {
            faults.add(
                &start,
                format!("`{}` wants a key in a header and can't come back through the browser", keyed.id),
                "a message of its own for what the browser brings",
            );
        }
        if let Some(inquire) = &operation.inquire
            && !operations.iter().any(|(other, _)| {
                other.id == *inquire && other.retry == Retry::Safe && other.transport != Transport::BrowserForm
            })
        {
            faults.add(
                &start,
                format!("`{}` can't be inquired after with `{inquire}`", operation.id),
                "`inquire`: an operation of the merchant's server whose `retry` is safe",
            );
        }
        if let Some(asks) = &operation.asks {
            for name in [&asks.order, &asks.amount, &asks.currency] {
                if !operation.fields.iter().any(|field| field.name == *name && !is_structure(&field.ty)) {
                    faults.add(
                        &start,
                        format!("`asks` names `{name}`, which isn't a field of `{}`", operation.id),
                        "a field of the request",
                    );
                }
            }
        }
        currencies(&operation.fields, &start, faults);
        let own: Vec<&Place> = places.iter().filter(|place| place.operation == operation.id).collect();
        if own.iter().all(|place| place.sound) {
            for fault in crate::conditions::check(gateway, operation) {
                let at = own.iter().find(|place| place.name == fault.rule_or_field).map_or(&start, |place| &place.at);
                faults.add(
                    at,
                    format!("`{}`: {}", fault.rule_or_field, fault.message),
                    "a condition that some requests meet and others don't",
                );
            }
        }
    }
}

/// Whether each currency is that of an amount, also in the elements of lists.
fn currencies(fields: &[Field], start: &At, faults: &Faults) {
    for field in fields {
        if let From::CurrencyOf(amount) = &field.from
            && !fields.iter().any(|own| own.name == *amount && matches!(own.ty, Type::Amount { .. }))
        {
            faults.add(
                start,
                format!("`{}` is the currency of `{amount}`, which isn't an amount", field.name),
                "a field whose type is amount",
            );
        }
        if let Type::List { fields, .. } = &field.ty {
            currencies(fields, start, faults);
        }
    }
}

/// Faults of the gateway as a whole.
pub(super) fn together(gateway: &Gateway, root: &Node, faults: &Faults) {
    let start = At { file: root.at.file.clone(), span: root.at.span.start..root.at.span.start };
    let mut types: Vec<&str> = gateway.codes.iter().map(|list| list.rust.as_str()).collect();
    types.extend(gateway.inbound.iter().map(|found| found.rust.as_str()));
    types.extend(gateway.operations.iter().map(|found| found.rust.as_str()));
    types.sort_unstable();
    for pair in types.windows(2) {
        if let [a, b] = pair
            && a == b
        {
            faults.add(
                &start,
                format!("two generated types would be called `{a}`"),
                "one name a code list, message or operation",
            );
        }
    }
    for authorization in &gateway.authorizations {
        if !gateway.operations.iter().any(|own| own.authorization.as_ref() == Some(&authorization.name)) {
            faults.add(
                &start,
                format!("no operation uses the authorization `{}`", authorization.name),
                "an operation with `authorization`, or no such entry",
            );
        }
    }
    for list in &gateway.codes {
        let used = gateway
            .operations
            .iter()
            .flat_map(|own| own.fields.iter())
            .chain(gateway.inbound.iter().flat_map(|own| own.fields.iter()))
            .flat_map(Field::with_elements)
            .any(|field| matches!(&field.ty, Type::Code { list: own, .. } if *own == list.name));
        match (used, &list.standalone) {
            (false, None) => faults.add(
                &start,
                format!("no field uses the code list `{}`", list.name),
                "a field with `type: code`, no such list, or `standalone: …` with the reason why it is here",
            ),
            (true, Some(_)) => faults.add(
                &start,
                format!("a field uses the code list `{}`, so it doesn't stand alone", list.name),
                "no `standalone`",
            ),
            _ => {}
        }
    }
}
