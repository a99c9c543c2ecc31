//! Judges an operation's conditions by trying them out: on every combination of a small set of values for each field that they
//! mention. The loader calls this, so that a condition that can never hold, or rules that forbid every request, are found when
//! they are written and not when a merchant's request is refused.

use crate::engine::{Date, Facts, Known, evaluate, is_sendable, printed};
use crate::model::{Expr, Field, From, Gateway, Operand, Operation, Presence, Type};

/// Most combinations that are tried for fields that depend on each other.
const MOST: usize = 2_000_000;

/// A condition that can't be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionFault {
    /// Id of the rule, or name of the field whose presence the condition decides.
    pub rule_or_field: String,
    /// `never-true`, `always-true`, `never-applies`, `always-broken`, `contradiction`, `never-present`, `never-absent` or
    /// `too-many`.
    pub kind: &'static str,
    /// What is wrong.
    pub message: String,
}

/// Every fault of the operation's conditions.
pub fn check(gateway: &Gateway, operation: &Operation) -> Vec<ConditionFault> {
    let conditions = conditions(operation);
    let mut faults = Vec::new();
    for together in components(&operation.fields, &conditions) {
        let own: Vec<&Condition<'_>> = together.iter().map(|i| &conditions[*i]).collect();
        let mut names: Vec<&str> = own.iter().flat_map(|c| c.fields(&operation.fields)).collect();
        names.sort_unstable();
        names.dedup();
        // In the order of the wire, so that reports read like the table.
        let fields: Vec<&Field> = operation.fields.iter().filter(|f| names.contains(&f.name.as_str())).collect();
        let parents = fields.iter().map(|field| {
            let object = operation.fields.get(field.parent?)?;
            fields.iter().position(|own| own.name == object.name)
        });
        let parents: Vec<Option<usize>> = parents.collect();
        try_out(gateway, &own, &fields, &parents, &mut faults);
    }
    faults
}

/// The objects around a field, as far as they decide whether it is in reach: up to the outermost that may be left out.
fn around<'a>(fields: &'a [Field], name: &str) -> Vec<&'a str> {
    let mut objects: Vec<&Field> = Vec::new();
    let mut next = fields.iter().find(|field| field.name == name).and_then(|field| field.parent);
    while let Some(object) = next.and_then(|parent| fields.get(parent)) {
        objects.push(object);
        next = object.parent;
    }
    let outermost = objects.iter().rposition(|object| object.presence != Presence::Mandatory);
    objects.into_iter().take(outermost.map_or(0, |last| last + 1)).map(|object| object.name.as_str()).collect()
}

/// What a request must obey.
enum Condition<'a> {
    /// The field must be there when this holds.
    Presence(&'a Field, &'a Expr),
    /// `then` must hold, always or when `when` does.
    Rule { id: &'a str, when: Option<&'a Expr>, then: &'a Expr },
}

impl<'a> Condition<'a> {
    fn name(&self) -> &'a str {
        match self {
            Condition::Presence(field, _) => &field.name,
            Condition::Rule { id, .. } => id,
        }
    }

    fn expressions(&self) -> Vec<&'a Expr> {
        match self {
            Condition::Presence(_, when) => vec![when],
            Condition::Rule { when, then, .. } => when.iter().copied().chain([*then]).collect(),
        }
    }

    /// The fields that it connects, and the objects that they are in.
    fn fields(&self, all: &'a [Field]) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        if let Condition::Presence(field, _) = self {
            names.push(&field.name);
        }
        for atom in self.expressions().into_iter().flat_map(atoms) {
            names.extend(fields_of(atom));
        }
        let objects: Vec<&str> = names.iter().flat_map(|name| around(all, name)).collect();
        names.extend(objects);
        names
    }

    /// Whether a request with these values breaks it.
    fn is_broken(&self, facts: &Trial<'_>) -> bool {
        match self {
            Condition::Presence(field, when) => {
                !facts.present(&field.name) && facts.reaches(&field.name) && evaluate(when, facts) == Some(true)
            }
            Condition::Rule { when, then, .. } => {
                when.is_none_or(|when| evaluate(when, facts) == Some(true)) && evaluate(then, facts) == Some(false)
            }
        }
    }
}

fn conditions(operation: &Operation) -> Vec<Condition<'_>> {
    let given = |field: &&Field| matches!(field.from, From::Caller | From::CurrencyOf(_) | From::IdempotencyKey);
    let fields = operation.fields.iter().filter(given);
    let presences = fields.filter_map(|field| match &field.presence {
        Presence::When(when) => Some(Condition::Presence(field, when)),
        Presence::Mandatory | Presence::Optional | Presence::Undocumented => None,
    });
    let rules =
        operation.rules.iter().map(|rule| Condition::Rule { id: &rule.id, when: rule.when.as_ref(), then: &rule.then });
    presences.chain(rules).collect()
}

/// Conditions that share fields, directly or through others, by index: each group can be tried by itself.
fn components(fields: &[Field], conditions: &[Condition<'_>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Vec<usize>, Vec<&str>)> = Vec::new();
    for (index, condition) in conditions.iter().enumerate() {
        let mut joined = (vec![index], condition.fields(fields));
        let mut apart = Vec::new();
        for group in groups {
            if group.1.iter().any(|name| joined.1.contains(name)) {
                joined.0.extend(group.0);
                joined.1.extend(group.1);
            } else {
                apart.push(group);
            }
        }
        apart.push(joined);
        groups = apart;
    }
    let mut members: Vec<Vec<usize>> = groups.into_iter().map(|(members, _)| members).collect();
    for group in &mut members {
        group.sort_unstable();
    }
    members.sort();
    members
}

/// What was met while trying.
#[derive(Clone, Default)]
struct Met {
    applies: bool,
    rests: bool,
    kept: bool,
}

/// Tries every combination of the fields' values.
fn try_out(
    gateway: &Gateway,
    conditions: &[&Condition<'_>],
    fields: &[&Field],
    parents: &[Option<usize>],
    faults: &mut Vec<ConditionFault>,
) {
    let all: Vec<&Expr> = conditions.iter().flat_map(|c| c.expressions()).flat_map(atoms).collect();
    let within = fields.iter().zip(parents);
    let choices: Vec<Vec<Choice>> =
        within.map(|(f, parent)| choices(gateway, f, parent.is_some(), fields, &all)).collect();
    let names: Vec<&str> = conditions.iter().map(|c| c.name()).collect();
    let combinations = choices.iter().try_fold(1_usize, |product, c| product.checked_mul(c.len()));
    if combinations.is_none_or(|n| n > MOST) {
        let message = format!(
            "{} depend on each other in too many ways to be tried; write fewer comparisons between fields",
            names.join(", ")
        );
        faults.push(fault(names[0], "too-many", message));
        return;
    }

    let mut met = vec![Met::default(); conditions.len()];
    let mut seen_present = vec![false; fields.len()];
    let mut seen_absent = vec![false; fields.len()];
    let mut reached = vec![false; fields.len()];
    let mut possible = false;
    let mut at = vec![0; fields.len()];
    loop {
        let trial = Trial { fields, parents, choices: &choices, at: &at };
        if !trial.is_request() {
            if advance(&mut at, &choices) {
                continue;
            }
            break;
        }
        for (condition, met) in conditions.iter().zip(&mut met) {
            match condition {
                // Out of reach, it isn't asked for.
                Condition::Presence(field, _) if !trial.reaches(&field.name) => {}
                Condition::Presence(_, when) => {
                    let holds = evaluate(when, &trial) == Some(true);
                    met.applies |= holds;
                    met.rests |= !holds;
                }
                Condition::Rule { when, then, .. } => {
                    let applies = when.is_none_or(|when| evaluate(when, &trial) == Some(true));
                    met.applies |= applies;
                    met.kept |= applies && evaluate(then, &trial) == Some(true);
                }
            }
        }
        if !conditions.iter().any(|c| c.is_broken(&trial)) {
            possible = true;
            for (i, field) in fields.iter().enumerate() {
                let present = trial.choice(i).is_some_and(|c| c.present);
                seen_present[i] |= present;
                reached[i] |= trial.reaches(&field.name);
                seen_absent[i] |= !present && trial.reaches(&field.name);
            }
        }
        if !advance(&mut at, &choices) {
            break;
        }
    }

    for (condition, met) in conditions.iter().zip(&met) {
        judge(condition, met, faults);
    }
    if !possible {
        let message = format!("no request can obey all of {}", names.join(", "));
        faults.push(fault(names[0], "contradiction", message));
        return;
    }
    for (i, field) in fields.iter().enumerate() {
        // What is wrong with an object is said of the object.
        if !reached[i] || !matches!(field.from, From::Caller | From::CurrencyOf(_) | From::IdempotencyKey) {
            continue;
        }
        if !seen_present[i] {
            let message = format!("no request with {} obeys {}", field.name, names.join(", "));
            faults.push(fault(&field.name, "never-present", message));
        }
        let known = |f: &ConditionFault| f.rule_or_field == field.name && f.kind == "always-true";
        if !seen_absent[i] && field.presence != Presence::Mandatory && !faults.iter().any(known) {
            let message =
                format!("{} isn't mandatory, yet no request without it obeys {}", field.name, names.join(", "));
            faults.push(fault(&field.name, "never-absent", message));
        }
    }
}

fn judge(condition: &Condition<'_>, met: &Met, faults: &mut Vec<ConditionFault>) {
    match condition {
        Condition::Presence(field, when) => {
            if !met.applies {
                let message = format!("no request meets `{when}`; the parameter is optional then");
                faults.push(fault(&field.name, "never-true", message));
            } else if !met.rests {
                let message = format!("every request meets `{when}`; the parameter is mandatory then");
                faults.push(fault(&field.name, "always-true", message));
            }
        }
        Condition::Rule { id, when, then } => {
            if let (Some(when), false) = (when, met.applies) {
                let message = format!("no request meets `{when}`, so the rule never applies");
                faults.push(fault(id, "never-applies", message));
            } else if !met.kept {
                let message = match when {
                    Some(when) => format!("no request meets `{when}` and `{then}` together"),
                    None => format!("no request meets `{then}`"),
                };
                faults.push(fault(id, "always-broken", message));
            }
        }
    }
}

/// The next combination; `false` after the last.
fn advance(at: &mut [usize], choices: &[Vec<Choice>]) -> bool {
    for (index, own) in at.iter_mut().zip(choices) {
        *index += 1;
        if *index < own.len() {
            return true;
        }
        *index = 0;
    }
    false
}

/// One state of a field.
struct Choice {
    present: bool,
    known: Option<Known>,
}

/// One combination.
struct Trial<'a> {
    fields: &'a [&'a Field],
    /// The object that each is a member of, where that may be left out.
    parents: &'a [Option<usize>],
    choices: &'a [Vec<Choice>],
    at: &'a [usize],
}

impl<'a> Trial<'a> {
    fn choice(&self, field: usize) -> Option<&'a Choice> {
        self.choices.get(field)?.get(*self.at.get(field)?)
    }

    fn named(&self, name: &str) -> Option<&'a Choice> {
        self.choice(self.fields.iter().position(|f| f.name == name)?)
    }

    fn is_present(&self, field: usize) -> bool {
        self.choice(field).is_some_and(|choice| choice.present)
    }

    /// Whether the object around a field is given.
    fn reaches(&self, name: &str) -> bool {
        let own = self.fields.iter().position(|field| field.name == name);
        let object = own.and_then(|own| self.parents.get(own).copied().flatten());
        object.is_none_or(|object| self.is_present(object))
    }

    /// Whether a request can be so: who gives a member gives its object, and an object comes with what it must hold.
    fn is_request(&self) -> bool {
        self.fields.iter().zip(self.parents).enumerate().all(|(index, (field, object))| {
            let Some(object) = object else { return true };
            let is_filled = !matches!(field.from, From::Caller | From::CurrencyOf(_) | From::IdempotencyKey);
            match self.is_present(*object) {
                true => self.is_present(index) || !(is_filled || field.presence == Presence::Mandatory),
                false => !self.is_present(index),
            }
        })
    }
}

impl Facts for Trial<'_> {
    fn known(&self, field: &str) -> Option<Known> {
        self.named(field)?.known.clone()
    }

    fn present(&self, field: &str) -> bool {
        self.named(field).is_some_and(|c| c.present)
    }

    fn today(&self) -> Date {
        today()
    }
}

/// Any day does: conditions know dates only as before, on or after it.
fn today() -> Date {
    Date::new(2020, 6, 15).expect("a day in June")
}

/// The states of a field that its conditions can tell apart. What is in an object that may be left out may be out of reach.
fn choices(gateway: &Gateway, field: &Field, in_object: bool, all: &[&Field], atoms: &[&Expr]) -> Vec<Choice> {
    let unknown = || Choice { present: true, known: None };
    let absent = || Choice { present: false, known: None };
    let or_out_of_reach = |state: Choice| if in_object { vec![state, absent()] } else { vec![state] };
    let of =
        |text: &str| Choice { present: true, known: printed(&field.ty, text).map(|text| Known::of(&field.ty, &text)) };
    let mut states = match &field.from {
        From::Credential(_) | From::Signature { .. } => return or_out_of_reach(unknown()),
        From::Fixed(text) => return or_out_of_reach(of(text)),
        From::Caller if matches!(field.ty, Type::Object { .. } | Type::Json) => vec![unknown()],
        From::Caller if matches!(field.ty, Type::List { .. }) => counts(field, atoms),
        From::Caller | From::CurrencyOf(_) | From::IdempotencyKey => {
            let texts = candidates(gateway, field, &compared_with(field, all, atoms), atoms);
            let sendable = texts.iter().filter(|text| is_sendable(gateway, field, text));
            sendable.map(|text| of(text)).collect::<Vec<_>>()
        }
    };
    if field.presence != Presence::Mandatory || in_object {
        states.push(absent());
    }
    let own: Vec<&Expr> = atoms.iter().copied().filter(|atom| fields_of(atom).contains(&field.name.as_str())).collect();
    if own.iter().any(|atom| fields_of(atom).iter().any(|n| *n != field.name)) {
        return states;
    }
    // States that no comparison tells apart need not be tried twice.
    let mut told_apart: Vec<(bool, Vec<Option<bool>>)> = Vec::new();
    let mut kept = Vec::new();
    for state in states {
        let present = state.present;
        let alone = [vec![state]];
        let trial = Trial { fields: &[field], parents: &[None], choices: &alone, at: &[0] };
        let answers = own.iter().map(|atom| evaluate(atom, &trial)).collect();
        let seen = (present, answers);
        if !told_apart.contains(&seen) {
            told_apart.push(seen);
            kept.extend(alone.into_iter().flatten());
        }
    }
    kept
}

/// A list with as many elements as it may have, close to the numbers that its count is compared with.
fn counts(field: &Field, atoms: &[&Expr]) -> Vec<Choice> {
    let Type::List { min, max, .. } = &field.ty else { return Vec::new() };
    let (least, most) = (u64::from(min.unwrap_or(0)), max.map_or(u64::MAX, u64::from));
    let (numbers, _) = constants(&[&field.name], atoms);
    let near = numbers.iter().flat_map(|n| n.saturating_sub(1)..=n.saturating_add(1));
    let mut counts: Vec<u64> = near.chain([least, least.max(1)]).filter(|n| (least..=most).contains(n)).collect();
    counts.sort_unstable();
    counts.dedup();
    counts.into_iter().map(|count| Choice { present: true, known: Some(Known::items(count)) }).collect()
}

/// Texts for a field: everything that it is compared with, and what lies close by.
fn candidates(gateway: &Gateway, field: &Field, group: &[&str], atoms: &[&Expr]) -> Vec<String> {
    let (numbers, texts) = constants(group, atoms);
    // As many steps to either side as fields are compared with each other, so that any order of them is met.
    let steps = u64::try_from(group.len()).unwrap_or(1);
    let around = |n: &u64| n.saturating_sub(steps)..=n.saturating_add(steps);
    match &field.ty {
        Type::Code { list, only } => {
            let list = gateway.codes.iter().find(|l| l.name == *list);
            let all = list.map(|l| l.values.iter().map(|v| v.code.clone()).collect());
            only.clone().or(all).unwrap_or_default()
        }
        Type::Integer { .. } | Type::Amount { .. } => {
            let from_texts = texts.iter().filter_map(|t| t.parse().ok());
            let mut constants: Vec<u64> = numbers.iter().copied().chain(from_texts).collect();
            if constants.is_empty() {
                constants.push(steps + 1);
            }
            let values = constants.iter().flat_map(around);
            unique(values.map(|n| n.to_string()).chain(texts))
        }
        Type::Date => {
            let constants = texts.iter().filter_map(|text| Date::parse(text));
            let mut days = Vec::new();
            for day in constants.chain([today()]) {
                let (mut before, mut after) = (Some(day), Some(day));
                days.push(day.to_string());
                for _ in 0..steps {
                    before = before.and_then(Date::previous);
                    after = after.and_then(Date::next);
                    days.extend(before.into_iter().chain(after).map(|d| d.to_string()));
                }
            }
            unique(days)
        }
        Type::DayList { max } => {
            let max = u64::from(*max).min(366);
            let counts = numbers.iter().flat_map(around).chain([1, max]);
            let lists = counts.filter(|n| (1..=max).contains(n)).map(|n| {
                let days = (0..n).map(|i| format!("{:02}", i % 31 + 1));
                days.collect::<Vec<_>>().join(",")
            });
            unique(lists.chain(texts))
        }
        Type::Boolean => vec!["true".to_owned(), "false".to_owned()],
        // Conditions ask only whether they are there.
        Type::CompactDate
        | Type::Timestamp
        | Type::EncryptedCard
        | Type::Decimal { .. }
        | Type::Object { .. }
        | Type::List { .. }
        | Type::Json => {
            vec![crate::wire::sample(gateway, field)]
        }
        Type::Text { .. } | Type::Url { .. } => {
            let mentioned: Vec<String> = numbers.iter().map(u64::to_string).chain(texts).collect();
            let is_url = matches!(field.ty, Type::Url { .. });
            let least = match field.ty {
                Type::Text { min: Some(min), .. } => min.max(1) as usize,
                _ => 1,
            };
            let others = ('a'..='z')
                .chain('A'..='Z')
                .chain('0'..='9')
                .map(|c| if is_url { format!("https://{c}/") } else { c.to_string().repeat(least) });
            let fresh: Vec<String> = others
                .filter(|text| !mentioned.contains(text) && is_sendable(gateway, field, text))
                .take(group.len() + 1)
                .collect();
            unique(mentioned.into_iter().chain(fresh))
        }
    }
}

fn unique(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.into_iter().collect();
    texts.sort();
    texts.dedup();
    texts
}

/// The numbers and texts that any of these fields is compared with.
fn constants(group: &[&str], atoms: &[&Expr]) -> (Vec<u64>, Vec<String>) {
    let mut numbers = Vec::new();
    let mut texts = Vec::new();
    for atom in atoms {
        if !fields_of(atom).iter().any(|name| group.contains(name)) {
            continue;
        }
        match atom {
            Expr::In(_, values) => texts.extend(values.iter().cloned()),
            Expr::Compare(left, _, right) => {
                for operand in [left, right] {
                    match operand {
                        Operand::Number(n) => numbers.push(*n),
                        Operand::Text(text) => texts.push(text.clone()),
                        Operand::Field(_) | Operand::Count(_) | Operand::Today => {}
                    }
                }
            }
            Expr::And(_) | Expr::Or(_) | Expr::Not(_) | Expr::Present(_) => {}
        }
    }
    (numbers, texts)
}

/// The fields that a field is compared with, directly or through others, itself included.
fn compared_with<'a>(field: &'a Field, all: &[&'a Field], atoms: &[&'a Expr]) -> Vec<&'a str> {
    let mut group: Vec<&str> = vec![&field.name];
    for _ in all {
        for names in atoms.iter().map(|atom| fields_of(atom)) {
            if names.iter().any(|name| group.contains(name)) {
                group.extend(names);
            }
        }
        group.sort_unstable();
        group.dedup();
    }
    group
}

/// The comparisons that an expression is made of.
fn atoms(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().flat_map(atoms).collect(),
        Expr::Not(inner) => atoms(inner),
        Expr::Present(_) | Expr::In(..) | Expr::Compare(..) => vec![expr],
    }
}

/// The fields of one comparison.
fn fields_of(atom: &Expr) -> Vec<&str> {
    match atom {
        Expr::Present(field) | Expr::In(field, _) => vec![field],
        Expr::Compare(left, _, right) => [left, right]
            .into_iter()
            .filter_map(|operand| match operand {
                Operand::Field(field) | Operand::Count(field) => Some(field.as_str()),
                Operand::Number(_) | Operand::Text(_) | Operand::Today => None,
            })
            .collect(),
        Expr::And(_) | Expr::Or(_) | Expr::Not(_) => Vec::new(),
    }
}

fn fault(name: &str, kind: &'static str, message: String) -> ConditionFault {
    ConditionFault { rule_or_field: name.to_owned(), kind, message }
}
