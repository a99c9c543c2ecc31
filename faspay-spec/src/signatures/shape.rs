//! The strings that each message can sign. Two sides have a word in this: whoever signs holds its values to the tables,
//! and whoever verifies takes what its own checks let through. A forgery is a string of the first that reads as another
//! message to the second.

use super::language::Language;
use super::set::Set;
use crate::model::{Auth, Case, Credential, Field, From, Gateway, Inbound, Operation, Part, Presence, Recipe};
use crate::model::{Sensitivity, Transport, Type};

/// Every signed message of a gateway.
pub(super) struct Shapes<'a> {
    pub all: Vec<Shape<'a>>,
}

/// One signature of one message.
pub(super) struct Shape<'a> {
    pub gateway: &'a Gateway,
    /// Id of the operation or of the inbound message.
    pub message: &'a str,
    pub recipe: &'a Recipe,
    /// The constants that the operation binds.
    pub with: &'a [(String, String)],
    pub kind: Kind<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Request(&'a Operation),
    Result(&'a Inbound),
}

/// Whose checks decide what a value can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Whoever signs: the merchant a request, the gateway a result.
    Signer,
    /// Whoever verifies: the gateway a request, the merchant a result.
    Verifier,
    /// The merchant, who reads a result whose status is one of these.
    Listed(Status),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// A code that means money.
    Paid,
    /// Any code of the list.
    Any,
}

/// What credentials are taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Accounts {
    /// One merchant: every credential is one text.
    One,
    /// Any two merchants.
    Any,
}

/// Whether delimiters inside values are refused, as the model says, or let through to see what would happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    InPlace,
    TakenOut,
}

/// Under what a string is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    pub reader: Reader,
    pub accounts: Accounts,
    pub guard: Guard,
}

/// What a name in a recipe stands for in a message.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'a> {
    Field(&'a Field),
    Constant(&'a str),
    Credential(&'a Credential),
}

impl<'a> Shapes<'a> {
    pub fn of(gateway: &'a Gateway) -> Self {
        let requests = gateway.operations.iter().flat_map(|operation| {
            operation.fields.iter().filter_map(move |field| {
                let From::Signature { recipe, with } = &field.from else { return None };
                let recipe = gateway.recipes.iter().find(|own| own.name == *recipe)?;
                Some(Shape { gateway, message: &operation.id, recipe, with, kind: Kind::Request(operation) })
            })
        });
        let results = gateway.inbound.iter().filter_map(|inbound| {
            let Auth::Signed { recipe, .. } = &inbound.auth else { return None };
            let recipe = gateway.recipes.iter().find(|own| own.name == *recipe)?;
            Some(Shape { gateway, message: &inbound.id, recipe, with: &[], kind: Kind::Result(inbound) })
        });
        Self { all: requests.chain(results).collect() }
    }

    /// The shapes, those together that are the same recipe over values of the same names.
    pub fn groups(&self) -> Vec<Group<'_, 'a>> {
        let mut groups: Vec<Group<'_, 'a>> = Vec::new();
        for shape in &self.all {
            match groups.iter_mut().find(|group| group.first.is_made_like(shape)) {
                Some(group) => group.add(shape),
                None => groups.push(Group { first: shape, shapes: vec![shape], messages: vec![shape.message] }),
            }
        }
        groups
    }
}

/// Messages whose strings are made alike.
pub(super) struct Group<'s, 'a> {
    pub first: &'s Shape<'a>,
    /// One for each set of strings: a shape that differs from another in nothing isn't looked at twice.
    pub shapes: Vec<&'s Shape<'a>>,
    /// The ids of all.
    pub messages: Vec<&'a str>,
}

impl<'s, 'a> Group<'s, 'a> {
    fn add(&mut self, shape: &'s Shape<'a>) {
        if !self.messages.contains(&shape.message) {
            self.messages.push(shape.message);
        }
        if self.shapes.iter().all(|own| own.languages() != shape.languages()) {
            self.shapes.push(shape);
        }
    }

    pub fn names(&self) -> Vec<String> {
        self.messages.iter().map(|id| (*id).to_owned()).collect()
    }

    /// Whether the merchant's server posts all of them itself, so that no browser ever holds one.
    pub fn is_between_servers(&self) -> bool {
        let operation = |id: &str| self.first.gateway.operations.iter().find(|own| own.id == id);
        let posted = |id: &&str| operation(id).is_some_and(|own| own.transport != Transport::BrowserForm);
        self.first.is_request() && self.messages.iter().all(posted)
    }
}

impl<'a> Shape<'a> {
    pub fn is_request(&self) -> bool {
        matches!(self.kind, Kind::Request(_))
    }

    /// Whether both are the same recipe over values of the same names, in messages that travel the same way.
    pub fn is_made_like(&self, other: &Shape<'_>) -> bool {
        self.recipe.name == other.recipe.name && self.is_request() == other.is_request() && self.with == other.with
    }

    fn languages(&self) -> [Vec<Language>; 2] {
        [Reader::Signer, Reader::Verifier]
            .map(|reader| self.parts(View { reader, accounts: Accounts::Any, guard: Guard::InPlace }))
    }

    /// What a name in the recipe stands for; the engine resolves names in the same order.
    pub fn source(&self, name: &str) -> Option<Source<'a>> {
        let fields = match self.kind {
            Kind::Request(operation) => &operation.fields,
            Kind::Result(inbound) => &inbound.fields,
        };
        let credential = |name: &str| self.gateway.credentials.iter().find(|own| own.name == name);
        if let Some(field) = fields.iter().find(|own| own.name == name) {
            return match &field.from {
                From::Credential(name) if self.is_request() => credential(name).map(Source::Credential),
                _ => Some(Source::Field(field)),
            };
        }
        if let Some((_, constant)) = self.with.iter().find(|(own, _)| own == name) {
            return Some(Source::Constant(constant));
        }
        credential(name).map(Source::Credential)
    }

    /// The names of the recipe's values, in order, with what they stand for.
    pub fn values(&self) -> impl Iterator<Item = (&'a str, &'a Case, Source<'a>)> + '_ {
        self.recipe.parts.iter().filter_map(|part| match part {
            Part::Value { name, case } => Some((name.as_str(), case, self.source(name)?)),
            Part::Literal(_) => None,
        })
    }

    /// The credentials in the string that may not be shown.
    pub fn secrets(&self) -> impl Iterator<Item = (&'a Credential, &'a Case)> + '_ {
        self.values().filter_map(|(_, case, source)| match source {
            Source::Credential(credential) if credential.sensitivity != Sensitivity::Public => Some((credential, case)),
            _ => None,
        })
    }

    /// What each part of the recipe can be, cased as it is hashed. A casing that a setting decides is taken as it stands:
    /// the upper-cased strings are among those.
    pub fn parts(&self, view: View) -> Vec<Language> {
        let part = |part: &'a Part| match part {
            Part::Literal(literal) => Language::Text(literal.clone()),
            Part::Value { name, case } => {
                // The loader has made sure that every name stands for something.
                let value = self.source(name).map_or(Language::Text(String::new()), |source| self.value(source, view));
                if *case == Case::Upper { value.upper() } else { value }
            }
        };
        self.recipe.parts.iter().map(part).collect()
    }

    fn value(&self, source: Source<'_>, view: View) -> Language {
        let delimiters = match view.guard {
            Guard::InPlace => self.recipe.delimiter_chars.as_str(),
            Guard::TakenOut => "",
        };
        match source {
            Source::Constant(text) => Language::Text(text.to_owned()),
            Source::Credential(credential) => match view.accounts {
                Accounts::One => Language::Text(sample(credential, &self.recipe.delimiter_chars)),
                Accounts::Any if credential.digits => Language::text(Set::of("0123456789"), credential.max),
                Accounts::Any => Language::text(Set::any().without(delimiters), credential.max),
            },
            Source::Field(field) if self.is_request() => self.requested(field, view),
            Source::Field(field) => self.answered(field, delimiters, view),
        }
    }

    /// A field of a request: the tables bind the merchant; what the gateway takes isn't known, so it takes anything.
    fn requested(&self, field: &Field, view: View) -> Language {
        if view.reader != Reader::Signer {
            return Language::text(Set::any(), None);
        }
        let forbid = if view.guard == Guard::InPlace { field.forbid.as_str() } else { "" };
        match &field.from {
            From::Fixed(text) => Language::Text(text.clone()),
            _ if field.presence == Presence::Mandatory => Language::of(self.gateway, &field.ty, forbid),
            _ => Language::of(self.gateway, &field.ty, forbid).optional(),
        }
    }

    /// A field of a result. The gateway keeps to types and code lists but to no length, and nothing is known about
    /// delimiters in its texts. The merchant takes any text without one, unknown codes and odd amounts included.
    fn answered(&self, field: &Field, delimiters: &str, view: View) -> Language {
        let anything = |set: Set| Language::text(set, None);
        let is_status = matches!(self.kind, Kind::Result(inbound) if inbound.status.as_ref() == Some(&field.name));
        match (view.reader, &field.ty) {
            (Reader::Signer, Type::Text { .. } | Type::Url { .. }) => anything(Set::any()),
            (Reader::Signer, ty @ Type::Amount { .. }) => {
                let printed = Language::of(self.gateway, ty, "");
                let whole = Type::Integer { digits: 15 };
                Language::Alt(vec![printed, Language::of(self.gateway, &whole, "")])
            }
            (Reader::Signer, ty) => Language::of(self.gateway, ty, ""),
            (Reader::Listed(status), Type::Code { list, .. }) if is_status => {
                let paid = self.paid(list);
                let only = if status == Status::Paid { Some(paid.as_slice()) } else { None };
                Language::codes(self.gateway, list, only)
            }
            (Reader::Listed(_) | Reader::Verifier, _) => anything(Set::any().without(delimiters)),
        }
    }

    fn paid(&self, list: &str) -> Vec<String> {
        let list = self.gateway.codes.iter().find(|own| own.name == list);
        let values = list.iter().flat_map(|list| &list.values);
        values.filter(|code| code.outcome == Some(crate::model::Outcome::Paid)).map(|code| code.code.clone()).collect()
    }
}

/// An invented credential: its own name in capitals, so that witnesses can be read, or the first digits.
fn sample(credential: &Credential, delimiters: &str) -> String {
    let most = credential.max.map_or(usize::MAX, |max| usize::try_from(max).unwrap_or(usize::MAX)).max(1);
    if credential.digits {
        return "12345678901234567890".chars().take(most.min(20)).collect();
    }
    let capitals = credential.name.to_ascii_uppercase();
    let readable = capitals.chars().filter(|c| c.is_ascii_alphanumeric() && !delimiters.contains(*c)).take(most);
    let sample: String = readable.collect();
    if sample.is_empty() { "K".into() } else { sample }
}
