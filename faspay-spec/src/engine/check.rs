//! Judges the parameters of a request before anything is signed: credentials first, then every field in wire order, then the rules
//! that cross fields, then names that nobody knows. All violations at once, each with the place that its rule comes from.

use super::expr::{Facts, Known, evaluate};
use super::hint::{Hint, nearest};
use super::nested::Element;
use super::value::{Finding, Surroundings, check, printed};
use super::{Context, Date, Environment, MASK, SettingValue, address, elements, shown};
use crate::model::{Field, From, Gateway, Operation, Presence, Sensitivity, SettingKind, Type};

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The field's canonical name, or the credential's, or the unknown name itself.
    pub field: String,
    /// Stable id of the rule.
    pub rule: String,
    /// What the rule allows.
    pub limit: String,
    /// What was found; `***` where the value may not be shown.
    pub actual: String,
    /// What is wrong and how to cure it.
    pub message: String,
    /// The page, table and row, or the file, that the rule comes from.
    pub source: String,
}

/// Checks the parameters of a request. An empty text is the same as none.
pub fn validate(
    gateway: &Gateway,
    operation: &Operation,
    params: &[(String, String)],
    context: &Context,
) -> Vec<Violation> {
    judge(gateway, operation, params, context, false)
}

/// The same; `building` when the request is about to be sent, which needs an idempotency key where it must have one.
pub(super) fn judge(
    gateway: &Gateway,
    operation: &Operation,
    params: &[(String, String)],
    context: &Context,
    building: bool,
) -> Vec<Violation> {
    let mut sheet = Sheet::fill(gateway, operation, params, context, building);
    let mut violations = sheet.credential_problems();
    violations.extend(address::address_problem(gateway, operation, context));
    let rules = sheet.broken_rules();
    for cell in &mut sheet.cells {
        violations.append(&mut cell.violations);
    }
    violations.extend(rules);
    violations.extend(sheet.unknown_parameters());
    violations
}

/// The parameters of a request, or of one element of a list, put beside the fields that they belong to.
pub(super) struct Sheet<'a> {
    pub gateway: &'a Gateway,
    pub operation: &'a Operation,
    pub context: &'a Context,
    /// Whether the request is about to be sent.
    building: bool,
    /// The operation's, or those of the elements.
    pub fields: &'a [Field],
    params: &'a [(String, String)],
    /// An element, and what its conditions are about.
    element: Option<(&'a Element, &'a dyn Facts)>,
    /// As many as there are fields, in the same order.
    pub cells: Vec<Cell>,
}

/// One field's state.
#[derive(Default)]
pub(super) struct Cell {
    /// The text that the caller gave, or the fixed one.
    pub text: Option<String>,
    /// How it goes over the wire, when it is well-formed. An object has none.
    pub printed: Option<String>,
    pub violations: Vec<Violation>,
}

impl<'a> Sheet<'a> {
    /// Checks every field by itself, then those that must be there.
    pub(super) fn fill(
        gateway: &'a Gateway,
        operation: &'a Operation,
        params: &'a [(String, String)],
        context: &'a Context,
        building: bool,
    ) -> Sheet<'a> {
        let fields = &operation.fields;
        Sheet { gateway, operation, context, building, fields, params, element: None, cells: Vec::new() }.filled()
    }

    /// The same for one element of a list.
    pub(super) fn of_element(
        operation: (&'a Gateway, &'a Operation, &'a Context),
        fields: &'a [Field],
        element: &'a Element,
        message: &'a dyn Facts,
    ) -> Sheet<'a> {
        let (gateway, operation, context) = operation;
        let params = &element.params;
        let element = Some((element, message));
        // No element has an idempotency key.
        let building = false;
        Sheet { gateway, operation, context, building, fields, params, element, cells: Vec::new() }.filled()
    }

    fn filled(mut self) -> Sheet<'a> {
        self.cells = self.fields.iter().map(|_| Cell::default()).collect();
        // Lists come last: the conditions of their elements are about the rest of the message.
        let is_list = |field: &Field| matches!(field.ty, Type::List { .. });
        for lists in [false, true] {
            let judged = |(at, field): (usize, &Field)| {
                (is_list(field) == lists && self.is_in_reach(at)).then(|| (at, self.cell(at)))
            };
            let cells: Vec<(usize, Cell)> = self.fields.iter().enumerate().filter_map(judged).collect();
            for (at, cell) in cells {
                self.cells[at] = cell;
            }
        }
        let missing: Vec<Option<Violation>> = (0..self.fields.len()).map(|at| self.missing(at)).collect();
        for (cell, violation) in self.cells.iter_mut().zip(missing) {
            cell.violations.extend(violation);
        }
        self
    }

    /// What the caller gave for a name.
    fn given(&self, name: &str) -> Option<&'a str> {
        let found = self.params.iter().find(|(n, _)| n == name);
        found.map(|(_, text)| text.as_str()).filter(|t| !t.is_empty())
    }

    /// The key of a request whose caller gives none.
    fn fresh_key(&self) -> Option<&'a str> {
        self.context.fresh_key.as_deref().filter(|key| !key.is_empty())
    }

    /// Whether the caller gave a field, or for an object anything inside it.
    fn is_given(&self, at: usize) -> bool {
        let inside = |(inner, field): (usize, &Field)| field.parent == Some(at) && self.is_given(inner);
        self.given(&self.fields[at].name).is_some() || self.fields.iter().enumerate().any(inside)
    }

    /// Whether the object around a field is given, and with it every object around that; otherwise there is nothing to say about it.
    pub(super) fn is_in_reach(&self, at: usize) -> bool {
        self.fields[at].parent.is_none_or(|parent| self.is_given(parent))
    }

    /// The text of every field that goes along, in the order of the fields; that of an object is `{}`. Credentials and signatures are
    /// for whoever asks.
    pub(super) fn texts(&self, others: &mut dyn FnMut(&Field) -> Option<String>) -> Vec<Option<String>> {
        let mut text = |(at, (field, cell)): (usize, (&Field, &Cell))| {
            let is_object = matches!(field.ty, Type::Object { .. });
            let text = match &field.from {
                _ if !self.is_in_reach(at) => None,
                _ if is_object => self.is_given(at).then(|| "{}".to_owned()),
                From::Caller | From::CurrencyOf(_) | From::Fixed(_) | From::IdempotencyKey => cell.printed.clone(),
                From::Credential(_) | From::Signature { .. } => others(field),
            };
            text.filter(|text| !text.is_empty())
        };
        self.fields.iter().zip(&self.cells).enumerate().map(&mut text).collect()
    }

    fn cell(&self, at: usize) -> Cell {
        let field = &self.fields[at];
        let given = self.given(&field.name);
        let mut cell = Cell { text: given.map(str::to_owned), ..Cell::default() };
        let mut add = |rule: &str, limit: &str, actual: &str, message: String| {
            cell.violations.push(violation(field, rule, limit, actual, message));
        };
        // Only elements have shapes, and there everything is the caller's or fixed.
        if let Some(shape) = self.misfit(field) {
            let message = format!("{}: Write a single value here, not {shape} JSON.", field.name);
            add("type", "a single value", shape, message);
            return cell;
        }
        match &field.from {
            From::Caller | From::CurrencyOf(_) | From::IdempotencyKey => {
                let fresh = self.fresh_key().filter(|_| field.from == From::IdempotencyKey);
                let sent = given.or(fresh);
                for finding in sent.iter().flat_map(|text| self.findings(field, text)) {
                    add(finding.rule, &finding.limit, &finding.actual, finding.message);
                }
                if matches!(field.ty, Type::Object { .. }) {
                    cell.violations.extend(self.member_count(at));
                } else if let Some(text) = sent
                    && cell.violations.is_empty()
                {
                    if matches!(field.ty, Type::List { .. }) {
                        let operation = (self.gateway, self.operation, self.context);
                        (cell.violations, cell.printed) = elements::judge(operation, field, text, self.message());
                    } else {
                        cell.printed = printed(&field.ty, text);
                    }
                }
            }
            From::Fixed(fixed) => {
                if let Some(text) = given
                    && text != fixed
                {
                    let actual = shown(text, is_sensitive(field));
                    let message = format!("{} is always {fixed:?}; leave it out.", field.name);
                    add("fixed", fixed, &actual, message);
                } else {
                    cell.printed = Some(fixed.clone());
                }
                cell.text = Some(fixed.clone());
            }
            From::Credential(name) => cell.violations = self.credential_violations(field, name, given),
            From::Signature { recipe, .. } => {
                if given.is_some() {
                    let message = format!("{} is computed; leave it out.", field.name);
                    add("computed", &format!("recipe {recipe}"), "given", message);
                }
            }
        }
        cell
    }

    /// The violations of a field that holds a credential.
    fn credential_violations(&self, field: &Field, name: &str, given: Option<&str>) -> Vec<Violation> {
        let mut violations = Vec::new();
        let mut add = |rule: &str, limit: &str, actual: &str, message: String| {
            violations.push(violation(field, rule, limit, actual, message));
        };
        let limit = format!("credential {name}");
        let known = self.context.credentials.as_ref();
        if given.is_some() && is_sensitive(field) {
            let message = format!("{} comes from the credential {name}; never pass it as a parameter.", field.name);
            add("credential", &limit, MASK, message);
        } else if let (Some(text), Some(credentials)) = (given, known)
            && credentials.get(name).unwrap_or_default() != text
        {
            let message =
                format!("{} comes from the credential {name}, which is another one; leave it out.", field.name);
            add("credential", &limit, &shown(text, false), message);
        }
        if let (Some(setting), Some(credentials)) = (self.sending_setting(name), known)
            && self.context.environment == Environment::Production
            && credentials.setting(setting).is_none()
        {
            let message = format!(
                "Whether {} goes along is not decided. Whoever sees it in the browser can sign a result; set {setting} \
                 to false if the gateway agrees, or to true and confirm payments by inquiry.",
                field.name
            );
            add("setting", setting, "unset", message);
        }
        let issued = known.and_then(|credentials| credentials.filled(name));
        for finding in issued.iter().flat_map(|text| address::misplaced(field, text)) {
            add(finding.rule, &finding.limit, &finding.actual, finding.message);
        }
        violations
    }

    /// What stands in an element where a single value belongs.
    fn misfit(&self, field: &Field) -> Option<&'static str> {
        let (element, _) = self.element?;
        element.misfits.iter().find(|(name, _)| *name == field.name).map(|(_, shape)| *shape)
    }

    /// What the conditions are about: in an element the message around it.
    fn message(&self) -> &dyn Facts {
        match self.element {
            Some((_, message)) => message,
            None => self,
        }
    }

    /// The violation of an object that has too few members, or too many.
    fn member_count(&self, at: usize) -> Option<Violation> {
        let field = &self.fields[at];
        let Type::Object { min, max } = field.ty else { return None };
        if !self.is_given(at) {
            return None;
        }
        let goes_along = |(inner, member): &(usize, &Field)| {
            member.parent == Some(at)
                && match &member.from {
                    From::Caller | From::CurrencyOf(_) | From::IdempotencyKey => self.is_given(*inner),
                    From::Credential(name) => !self.is_left_off(name),
                    From::Fixed(_) | From::Signature { .. } => true,
                }
        };
        let count = self.fields.iter().enumerate().filter(goes_along).count();
        out_of_bounds(field, count, min, max, "members")
    }

    /// The findings about a value that the caller gave.
    fn findings(&self, field: &Field, text: &str) -> Vec<Finding> {
        let decided = |setting: &str| {
            let credentials = self.context.credentials.as_ref();
            credentials.is_some_and(|c| c.setting(setting).is_some())
        };
        let surroundings = Surroundings {
            gateway: self.gateway,
            production: self.context.environment == Environment::Production,
            currency: self.currency_of(field),
            case_decided: &decided,
        };
        let mut findings = check(field, text, &surroundings);
        if findings.iter().all(|found| !matches!(found.rule, "control" | "type")) {
            findings.extend(address::misplaced(field, text));
        }
        findings
    }

    /// The currency of an amount, when its field has a valid one.
    fn currency_of(&self, amount: &Field) -> Option<String> {
        let Type::Amount { currency: Some(name), .. } = &amount.ty else {
            return None;
        };
        let at = self.fields.iter().position(|f| f.name == *name)?;
        if matches!(self.fields[at].ty, Type::Amount { .. }) || !self.is_in_reach(at) {
            return None;
        }
        self.cell(at).printed
    }

    /// The violation of a field that should be there.
    fn missing(&self, at: usize) -> Option<Violation> {
        let field = &self.fields[at];
        let is_callers = match field.from {
            From::Caller | From::CurrencyOf(_) => true,
            From::IdempotencyKey => self.building && self.fresh_key().is_none(),
            From::Credential(_) | From::Fixed(_) | From::Signature { .. } => false,
        };
        if !is_callers || self.is_given(at) || !self.is_in_reach(at) {
            return None;
        }
        let (limit, why) = match &field.presence {
            Presence::Mandatory => ("M".to_owned(), String::new()),
            Presence::When(condition) if evaluate(condition, self.message()) == Some(true) => {
                (format!("C: {condition}"), format!(" because {condition}"))
            }
            Presence::When(_) | Presence::Optional | Presence::Undocumented => return None,
        };
        let message = format!("{} must be given{why}.", field.name);
        Some(violation(field, "mandatory", &limit, "absent", message))
    }

    fn broken_rules(&self) -> Vec<Violation> {
        let mut broken = Vec::new();
        for rule in &self.operation.rules {
            let applies = rule.when.as_ref().is_none_or(|when| evaluate(when, self) == Some(true));
            if !applies || evaluate(&rule.then, self) != Some(false) {
                continue;
            }
            let limit = rule.then.to_string();
            broken.push(Violation {
                field: rule.field.clone(),
                rule: rule.id.clone(),
                actual: self.shown_value(&rule.field),
                message: match &rule.when {
                    Some(when) => format!("When {when}, {limit} must hold: {}", rule.because),
                    None => format!("{limit} must hold: {}", rule.because),
                },
                limit,
                source: rule.origin.source.clone(),
            });
        }
        broken
    }

    /// A field's value for a report.
    fn shown_value(&self, name: &str) -> String {
        let at = self.fields.iter().position(|f| f.name == name);
        let Some((field, cell)) = at.and_then(|i| Some((&self.fields[i], self.cells.get(i)?))) else {
            return "absent".to_owned();
        };
        match cell.printed.as_ref().or(cell.text.as_ref()) {
            Some(text) => shown(text, is_sensitive(field)),
            None => "absent".to_owned(),
        }
    }

    fn unknown_parameters(&self) -> Vec<Violation> {
        let is_known = |name: &str| self.fields.iter().any(|f| f.name == *name);
        let unknown = self.params.iter().filter(|(name, _)| !is_known(name));
        unknown.map(|(name, _)| self.unknown(name)).collect()
    }

    /// The violation of a name that nobody knows.
    pub(super) fn unknown(&self, name: &str) -> Violation {
        let hint = match nearest(self.fields, &self.operation.misspellings, name) {
            Some(Hint::Misspelled(right)) => {
                format!(" The page misspells {right}; send {right}.")
            }
            Some(Hint::Near(near)) => format!(" Is {near} meant?"),
            None => String::new(),
        };
        Violation {
            field: name.to_owned(),
            rule: "unknown-parameter".to_owned(),
            limit: String::new(),
            actual: String::new(),
            message: format!("{} has no parameter {:?}.{hint}", self.operation.id, shown(name, false)),
            source: format!("{}.{}", self.gateway.id, self.operation.id),
        }
    }

    /// The setting that decides whether a credential goes along.
    pub(super) fn sending_setting(&self, credential: &str) -> Option<&'a str> {
        sending_setting(self.gateway, credential)
    }

    /// Whether the field of a credential is left off the wire.
    pub(super) fn is_left_off(&self, credential: &str) -> bool {
        let setting = self.sending_setting(credential);
        let credentials = self.context.credentials.as_ref();
        setting.zip(credentials).is_some_and(|(s, c)| c.setting(s) == Some(&SettingValue::Bool(false)))
    }
}

impl Facts for Sheet<'_> {
    fn known(&self, name: &str) -> Option<Known> {
        let at = self.fields.iter().position(|f| f.name == name)?;
        let field = &self.fields[at];
        match field.from {
            From::Credential(_) | From::Signature { .. } => None,
            From::Caller | From::CurrencyOf(_) | From::Fixed(_) | From::IdempotencyKey => {
                let printed = self.cells.get(at)?.printed.as_ref()?;
                Some(Known::of(&field.ty, printed))
            }
        }
    }

    fn present(&self, name: &str) -> bool {
        let Some(at) = self.fields.iter().position(|f| f.name == name) else {
            return false;
        };
        self.is_in_reach(at)
            && match self.fields[at].from {
                From::Caller | From::CurrencyOf(_) => self.is_given(at),
                From::IdempotencyKey => self.is_given(at) || self.fresh_key().is_some(),
                From::Fixed(_) | From::Credential(_) | From::Signature { .. } => true,
            }
    }

    fn today(&self) -> Date {
        self.context.today
    }
}

/// The setting that decides whether a credential goes along.
pub(super) fn sending_setting<'a>(gateway: &'a Gateway, credential: &str) -> Option<&'a str> {
    let setting = gateway
        .settings
        .iter()
        .find(|s| matches!(&s.kind, SettingKind::SendsCredential { credential: c } if c == credential));
    setting.map(|s| s.name.as_str())
}

/// Whether a field's text may not be shown. That of a list holds everything in its elements.
pub(super) fn is_sensitive(field: &Field) -> bool {
    let inside = match &field.ty {
        Type::List { fields, .. } => fields.iter().any(is_sensitive),
        _ => false,
    };
    inside || field.sensitivity != Sensitivity::Public
}

/// The violation of having fewer of something than there may be, or more.
pub(super) fn out_of_bounds(
    field: &Field,
    count: usize,
    min: Option<u32>,
    max: Option<u32>,
    what: &str,
) -> Option<Violation> {
    let number = u32::try_from(count).unwrap_or(u32::MAX);
    let too_few = min.filter(|min| number < *min).map(|min| ("count-min", min));
    let (rule, limit) = too_few.or_else(|| max.filter(|max| number > *max).map(|max| ("count", max)))?;
    let message = format!("{} has {count} {what}, allowed: {limit}.", field.name);
    Some(violation(field, rule, &limit.to_string(), &count.to_string(), message))
}

fn violation(field: &Field, rule: &str, limit: &str, actual: &str, message: String) -> Violation {
    Violation {
        field: field.name.clone(),
        rule: rule.to_owned(),
        limit: limit.to_owned(),
        actual: actual.to_owned(),
        message,
        source: field.origin.source.clone(),
    }
}
