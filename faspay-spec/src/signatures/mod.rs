//! What the signatures of a gateway can and can't prove: whether a signed string reads in one way only, whether two
//! messages can have the same one, what each leaves unsigned, and who may know its secret. `cargo xtask lint` shows the
//! findings; other tools take them from [`analyse`].

mod automaton;
mod forgery;
mod language;
mod secret;
mod set;
mod shape;
mod text;
mod unsigned;

use crate::model::Gateway;
use shape::Shapes;

pub use unsigned::{changeable_fields, unsigned_fields};

/// What is known about a gateway's signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// Weaknesses, recipe by recipe in the order of `gateway.yaml`.
    pub findings: Vec<Finding>,
    /// Acknowledgements (`accepts`) that nothing needs.
    pub idle: Vec<Idle>,
}

impl Analysis {
    /// Whether nothing is open and every acknowledgement has something to acknowledge.
    pub fn is_clean(&self) -> bool {
        self.idle.is_empty() && self.findings.iter().all(|finding| !matches!(finding.state, State::Open))
    }
}

/// One weakness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of weakness.
    pub weakness: Weakness,
    /// How much depends on it.
    pub severity: Severity,
    /// What has been done about it.
    pub state: State,
    /// The recipes that have it, by name.
    pub recipes: Vec<String>,
    /// The messages that have it: ids of operations and of inbound messages.
    pub messages: Vec<String>,
    /// The fields, credentials or recipe values that it is about.
    pub fields: Vec<String>,
    /// The weakness in a sentence.
    pub says: String,
    /// Two messages with one signature, where there are any. With [`State::Held`]: those that there would be otherwise.
    pub witness: Option<Witness>,
}

/// An acknowledgement that nothing needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// The recipe.
    pub recipe: String,
    /// The weakness that it acknowledges.
    pub weakness: String,
    /// Line in `gateway.yaml`, from 1.
    pub line: u32,
}

/// The kinds of weakness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weakness {
    /// A value that holds the delimiter moves the border between two values.
    Delimiter,
    /// Two values stand side by side with nothing between them.
    Joined,
    /// A value that is signed between delimiters doesn't refuse them.
    Unguarded,
    /// A string of one message is also a string of a differently made one.
    Collision,
    /// Several messages are signed alike, and no signed value says which of them is meant.
    Shared,
    /// Values that differ only in the case of their letters are signed alike.
    Case,
    /// Fields that no signature of their message covers.
    Unsigned,
    /// The status isn't among what the signature covers.
    UnsignedStatus,
    /// No part of the string is secret.
    Keyless,
    /// A message that the browser carries has the secret in it.
    Exposed,
    /// The merchant's server sends the secret itself with its requests, to show who it is.
    Sent,
    /// Whoever sees the digest can try secrets until one fits.
    Guessable,
}

impl Weakness {
    /// Every kind, in the order in which findings of a recipe are listed.
    pub const ALL: [Self; 12] = [
        Self::Delimiter,
        Self::Joined,
        Self::Unguarded,
        Self::Collision,
        Self::Shared,
        Self::Case,
        Self::Unsigned,
        Self::UnsignedStatus,
        Self::Keyless,
        Self::Exposed,
        Self::Sent,
        Self::Guessable,
    ];

    /// Its name in `accepts` and in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::Delimiter => "delimiter",
            Self::Joined => "joined",
            Self::Unguarded => "unguarded",
            Self::Collision => "collision",
            Self::Shared => "shared",
            Self::Case => "case",
            Self::Unsigned => "unsigned",
            Self::UnsignedStatus => "unsigned-status",
            Self::Keyless => "keyless",
            Self::Exposed => "exposed",
            Self::Sent => "sent",
            Self::Guessable => "guessable",
        }
    }
}

/// How much depends on a weakness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Low,
    /// Somebody can be misled, or a later check has to catch it.
    Medium,
    /// Money can be claimed to be paid that isn't.
    High,
}

impl Severity {
    /// `low`, `medium` or `high`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// What has been done about a weakness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It can't happen, because of this.
    Held(String),
    /// It can happen and the spec says so, with what follows from it.
    Told(String),
    /// It can happen and nobody has said so.
    Open,
}

impl State {
    /// `held`, `told` or `open`.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Held(_) => "held",
            Self::Told(_) => "told",
            Self::Open => "open",
        }
    }
}

/// Two messages with one signature: the engine has computed both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// The one that was really signed.
    pub signed: Side,
    /// The one that passes for it.
    pub passes: Side,
    /// The string of both.
    pub string: String,
    /// The digest of both, in lower-case hexadecimal.
    pub digest: String,
}

/// One message of a [`Witness`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its id.
    pub message: String,
    /// The values of its recipe, invented credentials included, in the order of the string.
    pub values: Vec<(String, String)>,
}

/// Finds what a gateway's signatures can't prove. Fields, types, `forbid` and the delimiters of recipes are taken as the model
/// has them: a model with a `forbid` taken out shows what it was good for.
pub fn analyse(gateway: &Gateway) -> Analysis {
    let shapes = Shapes::of(gateway);
    let mut findings = forgery::find(&shapes);
    findings.extend(unsigned::find(gateway));
    findings.extend(secret::find(gateway, &shapes));
    let place = |finding: &Finding| {
        let recipe = finding.recipes.first();
        let recipe = gateway.recipes.iter().position(|own| Some(&own.name) == recipe);
        (recipe, Weakness::ALL.iter().position(|own| *own == finding.weakness))
    };
    findings.sort_by_key(place);
    let used = acknowledge(gateway, &mut findings);
    let accepts = gateway.recipes.iter().flat_map(|recipe| recipe.accepts.iter().map(move |accept| (recipe, accept)));
    let idle = accepts.filter(|(recipe, accept)| !used.contains(&(recipe.name.clone(), accept.weakness.clone())));
    let idle = idle.map(|(recipe, accept)| Idle {
        recipe: recipe.name.clone(),
        weakness: accept.weakness.clone(),
        line: accept.line,
    });
    Analysis { idle: idle.collect(), findings }
}

impl Finding {
    /// Whether a reason is enough. Results that are signed with an exposed secret have to need an inquiry, and nothing that is
    /// signed may pass as a paid result: words in the spec wouldn't keep a forged one from counting.
    fn may_be_told(&self, gateway: &Gateway) -> bool {
        match self.weakness {
            Weakness::Exposed => !gateway.inbound.iter().any(|own| self.messages.contains(&own.id)),
            Weakness::Collision => self.severity != Severity::High,
            _ => true,
        }
    }
}

/// Turns what is open into what the spec has told; gives the acknowledgements that were needed.
fn acknowledge(gateway: &Gateway, findings: &mut [Finding]) -> Vec<(String, String)> {
    let mut used = Vec::new();
    for finding in findings.iter_mut().filter(|finding| finding.state == State::Open && finding.may_be_told(gateway)) {
        let recipes = gateway.recipes.iter().filter(|recipe| finding.recipes.contains(&recipe.name));
        let told: Vec<_> = recipes
            .flat_map(|recipe| recipe.accepts.iter().map(move |accept| (recipe, accept)))
            .filter(|(_, accept)| accept.weakness == finding.weakness.id())
            .collect();
        if let Some((_, accept)) = told.first() {
            finding.state = State::Told(accept.because.clone());
        }
        used.extend(told.iter().map(|(recipe, accept)| (recipe.name.clone(), accept.weakness.clone())));
    }
    used
}
