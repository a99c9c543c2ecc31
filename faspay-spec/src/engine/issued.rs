//! Judges what the merchant was issued, as far as an operation uses it: in a field, in a signature or in the `Authorization` header.

use super::check::{Sheet, Violation};
use super::sign::value_names;
use super::value::first_control;
use super::{Credentials, shown};
use crate::model::{Credential, From, Gateway, Operation, Recipe, Scheme, Sensitivity};

impl<'a> Sheet<'a> {
    /// The problems of every credential that the operation uses, in the gateway's order.
    pub(super) fn credential_problems(&self) -> Vec<Violation> {
        let Some(credentials) = &self.context.credentials else {
            return Vec::new();
        };
        let used = self.gateway.credentials.iter().filter(|credential| {
            let by_field = self
                .operation
                .fields
                .iter()
                .any(|f| matches!(&f.from, From::Credential(name) if *name == credential.name));
            by_field || self.covering(credential).next().is_some() || self.authorizes(&credential.name)
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
        if text.contains(':') && matches!(self.scheme(), Some(Scheme::Basic { user, .. }) if user == name) {
            let actual = shown(":", sensitive);
            let cure = "The header ends it at the first colon; ask the gateway for another one.";
            problems.push(problem("delimiter", ":", &actual, cure));
        }
        problems
    }

    fn scheme(&self) -> Option<&'a Scheme> {
        scheme(self.gateway, self.operation)
    }

    /// Whether the `Authorization` header holds a credential.
    fn authorizes(&self, name: &str) -> bool {
        matches!(self.scheme(), Some(Scheme::Basic { user, password }) if user == name || password == name)
    }
}

/// What the operation's `Authorization` header holds.
pub(super) fn scheme<'a>(gateway: &'a Gateway, operation: &Operation) -> Option<&'a Scheme> {
    let name = operation.authorization.as_ref()?;
    gateway.authorizations.iter().find(|own| own.name == *name).map(|own| &own.scheme)
}
