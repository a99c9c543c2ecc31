//! Judges the parameters of a request before anything is signed: credentials first, then every field in wire order, then the rules
//! that cross fields, then names that nobody knows. All violations at once, each with the place that its rule comes from.

use super::expr::{Facts, Known, evaluate};
use super::sign::value_names;
use super::value::{Finding, Surroundings, check, first_control, http_url, printed};
use super::{Context, Credentials, Date, Environment, MASK, SettingValue, shown};
use crate::model::{
    Credential, Field, From, Gateway, Operation, Presence, Recipe, Sensitivity, Setting, SettingKind, Type,
};

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
    let mut sheet = Sheet::fill(gateway, operation, params, context);
    let mut violations = sheet.credential_problems();
    violations.extend(address_problem(gateway, operation, context));
    let rules = sheet.broken_rules();
    for cell in &mut sheet.cells {
        violations.append(&mut cell.violations);
    }
    violations.extend(rules);
    violations.extend(sheet.unknown_parameters());
    violations
}

/// The parameters of a request, put beside the fields that they belong to.
pub(super) struct Sheet<'a> {
    pub gateway: &'a Gateway,
    pub operation: &'a Operation,
    pub context: &'a Context,
    params: &'a [(String, String)],
    /// As many as the operation has fields, in the same order.
    pub cells: Vec<Cell>,
}

/// One field's state.
pub(super) struct Cell {
    /// The text that the caller gave, or the fixed one.
    pub text: Option<String>,
    /// How it goes over the wire, when it is well-formed.
    pub printed: Option<String>,
    violations: Vec<Violation>,
}

impl<'a> Sheet<'a> {
    /// Checks every field by itself, then those that must be there.
    pub(super) fn fill(
        gateway: &'a Gateway,
        operation: &'a Operation,
        params: &'a [(String, String)],
        context: &'a Context,
    ) -> Sheet<'a> {
        let mut sheet = Sheet { gateway, operation, context, params, cells: Vec::new() };
        sheet.cells = operation.fields.iter().map(|f| sheet.cell(f)).collect();
        let missing: Vec<Option<Violation>> = operation.fields.iter().map(|f| sheet.missing(f)).collect();
        for (cell, violation) in sheet.cells.iter_mut().zip(missing) {
            cell.violations.extend(violation);
        }
        sheet
    }

    /// What the caller gave for a name.
    fn given(&self, name: &str) -> Option<&'a str> {
        let found = self.params.iter().find(|(n, _)| n == name);
        found.map(|(_, text)| text.as_str()).filter(|t| !t.is_empty())
    }

    fn cell(&self, field: &Field) -> Cell {
        let given = self.given(&field.name);
        let mut cell = Cell { text: given.map(str::to_owned), printed: None, violations: Vec::new() };
        let mut add = |rule: &str, limit: &str, actual: &str, message: String| {
            cell.violations.push(violation(field, rule, limit, actual, message));
        };
        match &field.from {
            From::Caller | From::CurrencyOf(_) => {
                for finding in given.iter().flat_map(|text| self.findings(field, text)) {
                    add(finding.rule, &finding.limit, &finding.actual, finding.message);
                }
                if let Some(text) = given
                    && cell.violations.is_empty()
                {
                    cell.printed = printed(&field.ty, text);
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
            From::Credential(name) => {
                let limit = format!("credential {name}");
                let known = self.context.credentials.as_ref();
                if given.is_some() && is_sensitive(field) {
                    let message =
                        format!("{} comes from the credential {name}; never pass it as a parameter.", field.name);
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
            }
            From::Signature { recipe, .. } => {
                if given.is_some() {
                    let message = format!("{} is computed; leave it out.", field.name);
                    add("computed", &format!("recipe {recipe}"), "given", message);
                }
            }
        }
        cell
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
        check(field, text, &surroundings)
    }

    /// The currency of an amount, when its field has a valid one.
    fn currency_of(&self, amount: &Field) -> Option<String> {
        let Type::Amount { currency: Some(name), .. } = &amount.ty else {
            return None;
        };
        let field = self.operation.fields.iter().find(|f| f.name == *name)?;
        if matches!(field.ty, Type::Amount { .. }) {
            return None;
        }
        self.cell(field).printed
    }

    /// The violation of a field that should be there.
    fn missing(&self, field: &Field) -> Option<Violation> {
        if !matches!(field.from, From::Caller | From::CurrencyOf(_)) || self.given(&field.name).is_some() {
            return None;
        }
        let (limit, why) = match &field.presence {
            Presence::Mandatory => ("M".to_owned(), String::new()),
            Presence::When(condition) if evaluate(condition, self) == Some(true) => {
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
        let at = self.operation.fields.iter().position(|f| f.name == name);
        let Some((field, cell)) = at.and_then(|i| Some((&self.operation.fields[i], self.cells.get(i)?))) else {
            return "absent".to_owned();
        };
        match cell.printed.as_ref().or(cell.text.as_ref()) {
            Some(text) => shown(text, is_sensitive(field)),
            None => "absent".to_owned(),
        }
    }

    fn unknown_parameters(&self) -> Vec<Violation> {
        let mut unknown = Vec::new();
        for (name, _) in self.params {
            if self.operation.fields.iter().any(|f| f.name == *name) {
                continue;
            }
            let hint = match nearest(self.operation, name) {
                Some(Hint::Misspelled(right)) => {
                    format!(" The page misspells {right}; send {right}.")
                }
                Some(Hint::Near(near)) => format!(" Is {near} meant?"),
                None => String::new(),
            };
            unknown.push(Violation {
                field: name.clone(),
                rule: "unknown-parameter".to_owned(),
                limit: String::new(),
                actual: String::new(),
                message: format!("{} has no parameter {:?}.{hint}", self.operation.id, shown(name, false)),
                source: format!("{}.{}", self.gateway.id, self.operation.id),
            });
        }
        unknown
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

    fn credential_problems(&self) -> Vec<Violation> {
        let Some(credentials) = &self.context.credentials else {
            return Vec::new();
        };
        let used = self.gateway.credentials.iter().filter(|credential| {
            let by_field = self
                .operation
                .fields
                .iter()
                .any(|f| matches!(&f.from, From::Credential(name) if *name == credential.name));
            by_field || self.covering(credential).next().is_some()
        });
        used.flat_map(|credential| self.problems_of(credential, credentials)).collect()
    }

    /// The recipes of the operation that sign a credential.
    fn covering(&self, credential: &'a Credential) -> impl Iterator<Item = &'a Recipe> {
        let fields = &self.operation.fields;
        let recipes = fields.iter().filter_map(|field| match &field.from {
            From::Signature { recipe, with } => {
                let recipe = self.gateway.recipes.iter().find(|r| r.name == *recipe)?;
                Some((recipe, with))
            }
            _ => None,
        });
        recipes.filter_map(move |(recipe, with)| {
            let covers =
                value_names(recipe).any(|name| match fields.iter().find(|f| f.name == name).map(|f| &f.from) {
                    Some(From::Credential(source)) => *source == credential.name,
                    Some(_) => false,
                    None => name == credential.name && with.iter().all(|(n, _)| n != name),
                });
            covers.then_some(recipe)
        })
    }

    fn problems_of(&self, credential: &'a Credential, all: &Credentials) -> Vec<Violation> {
        let name = &credential.name;
        let sensitive = credential.sensitivity != Sensitivity::Public;
        let problem = |rule: &str, limit: &str, actual: &str, cure: &str| Violation {
            field: name.clone(),
            rule: rule.to_owned(),
            limit: limit.to_owned(),
            actual: actual.to_owned(),
            message: format!("The credential {name} can't be used. {cure}"),
            source: format!("{}/gateway.yaml", self.gateway.id),
        };
        let Some(text) = all.filled(name) else {
            return vec![problem("mandatory", "M", "absent", "Add it to the credentials.")];
        };
        let mut problems = Vec::new();
        if let Some(control) = first_control(text) {
            let code = format!("U+{:04X}", u32::from(control));
            let cure = "It contains a control character; was it copied with a line end?";
            problems.push(problem("control", "none", &code, cure));
        }
        if credential.digits && !text.bytes().all(|b| b.is_ascii_digit()) {
            let actual = shown(text, sensitive);
            problems.push(problem("type", "digits", &actual, "It must be digits only."));
        }
        let count = text.chars().count();
        if let Some(max) = credential.max
            && u32::try_from(count).map_or(true, |n| n > max)
        {
            let cure = "It is longer than the gateway issues them.";
            problems.push(problem("length", &max.to_string(), &count.to_string(), cure));
        }
        let delimited = self.covering(credential).find_map(|recipe| {
            let found = text.chars().find(|c| recipe.delimiter_chars.contains(*c))?;
            Some((recipe, found))
        });
        if let Some((recipe, found)) = delimited {
            let actual = shown(&found.to_string(), sensitive);
            let cure = "The signature joins values with a character that it contains; ask the gateway for another one.";
            problems.push(problem("delimiter", &recipe.delimiter_chars, &actual, cure));
        }
        problems
    }
}

impl Facts for Sheet<'_> {
    fn known(&self, name: &str) -> Option<Known> {
        let at = self.operation.fields.iter().position(|f| f.name == name)?;
        let field = &self.operation.fields[at];
        match field.from {
            From::Credential(_) | From::Signature { .. } => None,
            From::Caller | From::CurrencyOf(_) | From::Fixed(_) => {
                let printed = self.cells.get(at)?.printed.as_ref()?;
                Some(Known::of(&field.ty, printed))
            }
        }
    }

    fn present(&self, name: &str) -> bool {
        let field = self.operation.fields.iter().find(|f| f.name == name);
        match field.map(|f| &f.from) {
            Some(From::Caller | From::CurrencyOf(_)) => self.given(name).is_some(),
            Some(From::Fixed(_) | From::Credential(_) | From::Signature { .. }) => true,
            None => false,
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

/// The setting that gives the address of an operation, where no page does.
pub(super) fn address_setting<'a>(gateway: &'a Gateway, operation: &Operation) -> Option<&'a Setting> {
    let gives = |setting: &&Setting| matches!(&setting.kind, SettingKind::Address { endpoint } if *endpoint == operation.endpoint);
    gateway.settings.iter().find(gives)
}

/// An address that has to be told and isn't, or that is none. A gateway on this machine needs no address.
fn address_problem(gateway: &Gateway, operation: &Operation, context: &Context) -> Option<Violation> {
    let endpoint = gateway.endpoints.iter().find(|own| own.name == operation.endpoint)?;
    let documented = match context.environment {
        Environment::Sandbox => endpoint.sandbox.is_some(),
        Environment::Production => endpoint.production.is_some(),
        Environment::Local(_) => true,
    };
    let setting = address_setting(gateway, operation).filter(|_| !documented)?;
    let problem = |rule: &str, limit: &str, actual: &str, message: String| Violation {
        field: setting.name.clone(),
        rule: rule.to_owned(),
        limit: limit.to_owned(),
        actual: actual.to_owned(),
        message,
        source: format!("{}/gateway.yaml", gateway.id),
    };
    let name = &setting.name;
    match context.credentials.as_ref()?.address(name) {
        None => {
            let message = format!(
                "No page gives the address of {}. {} Put it into the credentials as {name}.",
                endpoint.name, setting.summary
            );
            Some(problem("setting", name, "unset", message))
        }
        Some(url) if is_address(url) => None,
        Some(url) => {
            let message = format!("{name} isn't an address: write https://, a host and a path, without a query.");
            Some(problem("url", "https URL without query", &shown(url, false), message))
        }
    }
}

/// Whether a request can go there: https, and nothing but a host and a path in printable ASCII.
pub(super) fn is_address(url: &str) -> bool {
    url.starts_with("https://")
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\"'<>".contains(&byte))
        && http_url(url).is_some()
}

pub(super) fn is_sensitive(field: &Field) -> bool {
    field.sensitivity != Sensitivity::Public
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

enum Hint<'a> {
    Misspelled(&'a str),
    Near(&'a str),
}

/// The name that an unknown one may stand for: the page's own misspellings first.
fn nearest<'a>(operation: &'a Operation, name: &str) -> Option<Hint<'a>> {
    let lower = name.to_ascii_lowercase();
    if let Some((_, right)) = operation.misspellings.iter().find(|(m, _)| *m == lower) {
        return Some(Hint::Misspelled(right));
    }
    // A long name is no near miss, and comparing it would cost.
    if lower.chars().count() > 100 {
        return None;
    }
    let names = operation.fields.iter().map(|f| f.name.as_str());
    let scored = names.map(|n| (edits(&lower, n), n));
    let (_, near) = scored.filter(|(d, _)| *d <= 2).min_by_key(|(d, _)| *d)?;
    Some(Hint::Near(near))
}

/// Edits (insert, delete, replace) from one name to another.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (b, above) in to.iter().zip(&row[1..]) {
            let replace = corner + usize::from(a != *b);
            left = replace.min(left + 1).min(above + 1);
            corner = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
