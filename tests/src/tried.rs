//! Which rules a run of random inputs has tried: how often each fired, and how often it looked at something and found nothing.
//! [`rules`] reads them off the model, so that a rule that no input ever breaks is found out.

use std::collections::{BTreeMap, BTreeSet};

use faspay_spec::model::{Characters, Field, From, Gateway, Operation, Presence, SettingKind, Type};

/// What came of the inputs of one operation.
#[derive(Default)]
pub struct Tally {
    fired: BTreeMap<(String, String), u32>,
    given: BTreeMap<String, u32>,
    /// Inputs in all.
    pub total: u32,
    /// Those that both engines built.
    pub built: u32,
    /// Those that a rule refused.
    pub refused: u32,
}

impl Tally {
    /// Counts one input, and the field and rule of each of its violations.
    pub fn count<'a>(
        &mut self,
        operation: &Operation,
        params: &[(String, String)],
        violations: impl Iterator<Item = (&'a str, &'a str)>,
    ) {
        self.total += 1;
        let mut given = BTreeSet::new();
        for (name, text) in params.iter().filter(|(_, text)| !text.is_empty()) {
            given.insert(name.clone());
            let field = operation.fields.iter().find(|own| own.name == *name);
            if let Some(Field { ty: Type::List { fields, .. }, .. }) = field
                && let Ok(json) = serde_json::from_str::<serde_json::Value>(text)
            {
                in_elements(&format!("{name}[]"), fields, &json, &mut given);
            }
        }
        for name in given {
            *self.given.entry(name).or_default() += 1;
        }
        let fired: BTreeSet<_> = violations.map(|(field, rule)| (without_positions(field), rule.to_owned())).collect();
        self.refused += u32::from(!fired.is_empty());
        for key in fired {
            *self.fired.entry(key).or_default() += 1;
        }
    }

    /// Fails when a rule fired, or found nothing, fewer than `enough` times.
    ///
    /// # Panics
    /// With the list of such rules.
    pub fn assert_tried(&self, gateway: &Gateway, operation: &Operation, enough: u32) {
        let mut rare = Vec::new();
        for (field, rule) in rules(gateway, operation) {
            let fired = self.fired.get(&(field.clone(), rule.clone())).copied().unwrap_or(0);
            // These look at every input; the others only at what was given.
            let always = ["mandatory", "setting", "credential", "computed", "count-min", "count"];
            let looked = if always.contains(&rule.as_str())
                || gateway.settings.iter().any(|own| own.name == field)
                || operation.rules.iter().any(|own| own.id == rule)
            {
                self.total
            } else {
                self.given.get(&field).copied().unwrap_or(0)
            };
            if fired < enough || looked.saturating_sub(fired) < enough {
                rare.push(format!("{rule} of {field} fired {fired} times of {looked}"));
            }
        }
        assert!(rare.is_empty(), "{}.{}: too rarely tried: {rare:#?}", gateway.id, operation.id);
    }
}

fn in_elements(path: &str, fields: &[Field], json: &serde_json::Value, given: &mut BTreeSet<String>) {
    for element in json.as_array().into_iter().flatten() {
        for field in fields {
            let at = field.name.split('.').try_fold(element, |within, key| within.get(key));
            let Some(value) = at.filter(|value| !value.is_null() && **value != "") else { continue };
            let name = format!("{path}.{}", field.name);
            if let Type::List { fields, .. } = &field.ty {
                in_elements(&format!("{name}[]"), fields, value, given);
            }
            given.insert(name);
        }
    }
}

/// `items[3].name` is `items[].name`.
pub fn without_positions(field: &str) -> String {
    let mut parts = field.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('[');
        out.push_str(part.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    }
    out
}

/// Each field under its path, those of elements too, and whether it is one of those.
pub fn all_fields(operation: &Operation) -> Vec<(String, &Field, bool)> {
    fn add<'a>(prefix: &str, fields: &'a [Field], all: &mut Vec<(String, &'a Field, bool)>) {
        for field in fields {
            let name = format!("{prefix}{}", field.name);
            if let Type::List { fields, .. } = &field.ty {
                add(&format!("{name}[]."), fields, all);
            }
            all.push((name, field, !prefix.is_empty()));
        }
    }
    let mut all = Vec::new();
    add("", &operation.fields, &mut all);
    all
}

/// Field and rule of everything that can be wrong with an input, apart from any run.
pub fn rules(gateway: &Gateway, operation: &Operation) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |field: &str, rule: &str| all.push((field.to_owned(), rule.to_owned()));
    for (name, field, in_list) in all_fields(operation) {
        let position = operation.fields.iter().position(|own| std::ptr::eq(own, field));
        let within: Vec<&Field> =
            operation.fields.iter().filter(|own| own.parent.is_some() && own.parent == position).collect();
        // Members that are always there leave nothing to count.
        let always = within.iter().filter(|own| !matches!(own.from, From::Caller | From::CurrencyOf(_))).count();
        let is_list = matches!(field.ty, Type::List { .. } | Type::DayList { .. });
        for rule in rules_of(field, within.len()) {
            let least = if let Type::Object { min, .. } = field.ty { min.unwrap_or(0) as usize } else { 0 };
            let counts = ["count-min", "count"].contains(&rule);
            // Inputs do not aim at the counts of objects within elements.
            let can_break = !in_list && (rule != "count-min" || always < least);
            if !counts || is_list || can_break {
                add(&name, rule);
            }
        }
    }
    for rule in &operation.rules {
        add(&rule.field, &rule.id);
    }
    for setting in &gateway.settings {
        if let SettingKind::SendsCredential { credential } = &setting.kind {
            for field in operation.fields.iter().filter(|own| own.from == From::Credential(credential.clone())) {
                add(&field.name, "setting");
            }
        }
        if matches!(&setting.kind, SettingKind::Address { endpoint } if *endpoint == operation.endpoint) {
            add(&setting.name, "setting");
            add(&setting.name, "url");
        }
    }
    all
}

/// The rules that a field brings along.
fn rules_of(field: &Field, members: usize) -> Vec<&'static str> {
    let mut rules = match &field.from {
        From::Fixed(_) => return vec!["fixed"],
        From::Signature { .. } => return vec!["computed"],
        From::Credential(_) => return vec!["credential"],
        From::Caller | From::CurrencyOf(_) | From::IdempotencyKey => vec![],
    };
    match &field.ty {
        Type::Text { min, max, characters } => {
            rules.push("control");
            rules.extend(max.map(|_| "length"));
            rules.extend(min.filter(|min| *min > 1).map(|_| "length-min"));
            rules.extend((*characters != Characters::Any).then_some("characters"));
            rules.extend((!field.forbid.is_empty()).then_some("delimiter"));
        }
        Type::Url { max } => {
            rules.extend(["control", "url", "https"]);
            rules.extend(max.map(|_| "length"));
        }
        Type::Integer { .. } | Type::Decimal { .. } => rules.extend(["control", "type", "length"]),
        Type::Amount { max, positive, decimals, .. } => {
            rules.extend(["control", "type"]);
            // Fifteen digits are the most before the point.
            let longest = if *decimals == 0 { 15 } else { 16 + decimals };
            rules.extend(max.filter(|max| *max < longest).map(|_| "length"));
            rules.extend(positive.then_some("positive"));
        }
        Type::Date | Type::CompactDate | Type::Timestamp | Type::Boolean => rules.extend(["control", "type"]),
        Type::Json | Type::EncryptedCard => rules.push("type"),
        Type::Object { min, max } => {
            rules.push("type");
            rules.extend(min.filter(|min| *min > 0 && members > 0).map(|_| "count-min"));
            rules.extend(max.filter(|max| (*max as usize) < members).map(|_| "count"));
        }
        Type::List { min, max, .. } => {
            rules.push("type");
            rules.extend(min.filter(|min| *min > 0).map(|_| "count-min"));
            rules.extend(max.map(|_| "count"));
        }
        Type::DayList { .. } => rules.extend(["control", "type", "count"]),
        Type::Code { .. } => rules.extend(["control", "code"]),
    }
    rules.extend(field.case_setting.as_ref().map(|_| "case-undecided"));
    if matches!(field.presence, Presence::Mandatory | Presence::When(_)) && field.from != From::IdempotencyKey {
        rules.push("mandatory");
    }
    rules
}
