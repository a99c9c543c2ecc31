//! Strings that stand for more than one message: by a delimiter inside a value, by values that are joined, across messages
//! that share a secret, by letters whose case is lost. Every pair that is shown has been signed by the engine.

use super::automaton::{Automaton, Common, common, read_differently};
use super::shape::{Accounts, Group, Guard, Kind, Reader, Shape, Shapes, Source, Status, View};
use super::{Finding, Severity, Side, State, Weakness, Witness};
use crate::engine;
use crate::model::{Case, Field, From, Part, Type};

pub(super) fn find(shapes: &Shapes<'_>) -> Vec<Finding> {
    let groups = shapes.groups();
    let mut findings = Vec::new();
    for group in &groups {
        findings.extend(ambiguity(group));
        findings.extend(unguarded(group));
        findings.extend(shared(group));
        findings.extend(case(group));
        findings.extend(keyless(group));
        let others = groups.iter().filter(|other| !other.first.is_made_like(group.first));
        findings.extend(others.filter_map(|other| collision(group, other)));
    }
    findings
}

fn finding(
    weakness: Weakness,
    severity: Severity,
    group: &Group<'_, '_>,
    fields: Vec<String>,
    says: String,
) -> Finding {
    Finding {
        weakness,
        severity,
        state: State::Open,
        recipes: vec![group.first.recipe.name.clone()],
        messages: group.names(),
        fields,
        says,
        witness: None,
    }
}

/// A string with two readings. Within one merchant's account it is worse than between two accounts; where the model's
/// refusals prevent it, what they prevent is shown.
fn ambiguity(group: &Group<'_, '_>) -> Option<Finding> {
    let views = [
        (Accounts::One, Guard::InPlace),
        (Accounts::Any, Guard::InPlace),
        (Accounts::One, Guard::TakenOut),
        (Accounts::Any, Guard::TakenOut),
    ];
    let (shape, found, accounts, guard) = views.into_iter().find_map(|(accounts, guard)| {
        group.shapes.iter().find_map(|shape| {
            let machine = |reader| Automaton::of(&shape.parts(View { reader, accounts, guard }));
            let found = read_differently(&machine(Reader::Signer), &machine(Reader::Verifier))?;
            Some((*shape, found, accounts, guard))
        })
    })?;
    let severity = if accounts == Accounts::One { Severity::High } else { Severity::Low };
    let reach = if accounts == Accounts::One { "" } else { ", though only between two accounts" };
    let recipe = &shape.recipe.name;
    let (weakness, fields, says) = match joined(shape, &found) {
        Some(run) => {
            let names = run.join(", ");
            let says = format!("Nothing stands between {names} in `{recipe}`: a string reads in several ways{reach}.");
            (Weakness::Joined, run, says)
        }
        None => {
            let fields = holders(shape, &found);
            let delimiters = separators(shape);
            let says = format!(
                "{} inside {} moves the borders between the values of `{recipe}`{reach}.",
                delimiters.join(" or "),
                fields.join(" and ")
            );
            (Weakness::Delimiter, fields, says)
        }
    };
    let mut finding = finding(weakness, severity, group, fields, says);
    if guard == Guard::TakenOut {
        let refused = &shape.recipe.delimiter_chars;
        let by = match shape.kind {
            Kind::Request(_) => {
                format!("forbid {refused}: it is refused in every signed value and credential when sending")
            }
            Kind::Result(_) => format!("forbid {refused}: verification takes no signed value that holds it"),
        };
        finding.state = State::Held(by);
    }
    finding.witness = witness((shape, &|part| found.left(part)), (shape, &|part| found.right(part)), false);
    Some(finding)
}

/// The values that stand side by side, where a border between two of them is what moves.
fn joined(shape: &Shape<'_>, found: &Common) -> Option<Vec<String>> {
    let (left, right) = found.parting()?;
    let parts = &shape.recipe.parts;
    let is_value = |at: &usize| matches!(parts.get(*at), Some(Part::Value { .. }));
    let (first, last) = (left.min(right), left.max(right));
    if last != first + 1 || ![first, last].iter().all(is_value) {
        return None;
    }
    let start = (0..=first).rev().take_while(is_value).last()?;
    let run = parts.iter().skip(start).map_while(|part| match part {
        Part::Value { name, .. } => Some(name.clone()),
        Part::Literal(_) => None,
    });
    Some(run.collect())
}

/// What stands between the values: the delimiters' characters, or whole literals where letters and digits separate.
fn separators(shape: &Shape<'_>) -> Vec<String> {
    let literal = |part: &Part| match part {
        Part::Literal(literal) => Some(literal.clone()),
        Part::Value { .. } => None,
    };
    let mut texts: Vec<String> = shape.recipe.delimiter_chars.chars().map(String::from).collect();
    if texts.is_empty() {
        texts = shape.recipe.parts.iter().filter_map(literal).collect();
    }
    texts.into_iter().map(|text| format!("`{text}`")).collect()
}

/// The values that hold a delimiter in either reading; the values that differ where none does.
fn holders(shape: &Shape<'_>, found: &Common) -> Vec<String> {
    let named = shape.recipe.parts.iter().enumerate().filter_map(|(index, part)| match part {
        Part::Value { name, .. } => Some((name, found.left(index), found.right(index))),
        Part::Literal(_) => None,
    });
    let named: Vec<_> = named.collect();
    let delimiters = &shape.recipe.delimiter_chars;
    let holds = |text: &str| text.chars().any(|c| delimiters.contains(c));
    let holding: Vec<String> =
        named.iter().filter(|(_, a, b)| holds(a) || holds(b)).map(|(name, _, _)| (*name).clone()).collect();
    if !holding.is_empty() {
        return holding;
    }
    named.iter().filter(|(_, a, b)| a != b).map(|(name, _, _)| (*name).clone()).collect()
}

/// Signed values that may hold what the recipe separates values with, whether or not that makes an ambiguous string.
fn unguarded(group: &Group<'_, '_>) -> Option<Finding> {
    let recipe = group.first.recipe;
    let literal = |part: &Part| match part {
        Part::Literal(literal) => literal.clone(),
        Part::Value { .. } => String::new(),
    };
    let mut fields: Vec<String> = Vec::new();
    let separators: Vec<char> =
        recipe.parts.iter().map(literal).collect::<String>().chars().filter(|c| !c.is_alphanumeric()).collect();
    if separators.iter().any(|c| !recipe.delimiter_chars.contains(*c)) {
        // Credentials and received values go by the recipe's own list.
        fields
            .extend(group.first.values().filter(|(_, _, own)| !is_checked_alone(*own, group)).map(|own| own.0.into()));
    }
    for shape in &group.shapes {
        for (name, _, source) in shape.values() {
            if let (Source::Field(field), Kind::Request(_)) = (source, shape.kind)
                && may_hold(field, &separators)
                && !fields.iter().any(|own| own == name)
            {
                fields.push(name.into());
            }
        }
    }
    if fields.is_empty() {
        return None;
    }
    let delimiters: Vec<String> = recipe.delimiter_chars.chars().map(|c| format!("`{c}`")).collect();
    let says = format!(
        "{} may hold {}, which stands between the values of `{}`.",
        fields.join(", "),
        if delimiters.is_empty() { "a character".into() } else { delimiters.join(" or ") },
        recipe.name
    );
    Some(finding(Weakness::Unguarded, Severity::High, group, fields, says))
}

/// The field of a request, which has a `forbid` of its own.
fn is_checked_alone(source: Source<'_>, group: &Group<'_, '_>) -> bool {
    matches!(source, Source::Constant(_)) || matches!(source, Source::Field(_)) && group.first.is_request()
}

fn may_hold(field: &Field, separators: &[char]) -> bool {
    let given = matches!(field.from, From::Caller | From::CurrencyOf(_));
    given
        && match field.ty {
            Type::Text { characters, .. } => {
                separators.iter().any(|c| !field.forbid.contains(*c) && characters.holds(*c))
            }
            // What a URL may hold isn't narrowed by `forbid`.
            Type::Url { .. } => !separators.is_empty(),
            _ => false,
        }
}

fn shared(group: &Group<'_, '_>) -> Option<Finding> {
    if group.messages.len() < 2 {
        return None;
    }
    let severity = if group.first.is_request() { Severity::Low } else { Severity::Medium };
    let says = format!(
        "{} are signed alike by `{}`: no signed value says which of them is meant.",
        group.messages.join(", "),
        group.first.recipe.name
    );
    Some(finding(Weakness::Shared, severity, group, Vec::new(), says))
}

fn keyless(group: &Group<'_, '_>) -> Option<Finding> {
    if group.first.secrets().next().is_some() {
        return None;
    }
    let says = format!("Nothing in `{}` is secret: anybody can sign.", group.first.recipe.name);
    Some(finding(Weakness::Keyless, Severity::High, group, Vec::new(), says))
}

/// Values that are the sender's own words and whose case the recipe drops, always or under a setting.
fn case(group: &Group<'_, '_>) -> Option<Finding> {
    let shape = group.first;
    let merchant = match shape.kind {
        Kind::Request(operation) => operation.asks.as_ref().and_then(|asks| asks.merchant.as_deref()),
        Kind::Result(inbound) => inbound.asks.merchant.as_deref(),
    };
    let mut settings = Vec::new();
    let mut fields = Vec::new();
    for (name, case, source) in shape.values() {
        // The merchant's own name is compared without regard to case.
        if let Source::Field(Field { ty: Type::Text { .. }, from: From::Caller, .. }) = source
            && *case != Case::AsIs
            && Some(name) != merchant
        {
            fields.push(name.to_owned());
            if let Case::Setting(setting) = case {
                settings.push(setting.as_str());
            }
        }
    }
    let first = fields.first()?;
    let when = match settings.as_slice() {
        [] => String::new(),
        names => format!(" when {} says `upper`, and verification tries that always", names.join(" or ")),
    };
    let says =
        format!("Letters of {} are upper-cased before `{}` is hashed{when}.", fields.join(", "), shape.recipe.name);
    let view = View { reader: Reader::Signer, accounts: Accounts::One, guard: Guard::InPlace };
    let machine = Automaton::of(&shape.parts(view));
    let any = common(&machine, &machine)?;
    let at = shape.recipe.parts.iter().position(|part| matches!(part, Part::Value { name, .. } if name == first))?;
    let with = |letter: &'static str| {
        let any = &any;
        move |part: usize| if part == at { letter.to_owned() } else { any.left(part) }
    };
    let mut finding = finding(Weakness::Case, Severity::Low, group, fields, says);
    finding.witness = witness((shape, &with("A")), (shape, &with("a")), true);
    Some(finding)
}

/// A string of one message that is also one of another: what was signed as the first passes as the second.
fn collision(signed: &Group<'_, '_>, passes: &Group<'_, '_>) -> Option<Finding> {
    let (from, to) = (signed.first, passes.first);
    let shares = from.secrets().any(|(own, _)| to.secrets().any(|(other, _)| own.name == other.name));
    if from.recipe.digest != to.recipe.digest || !shares {
        return None;
    }
    let meets = |reader| meeting(signed, passes, reader);
    let (severity, found, state) = match to.kind {
        Kind::Request(_) => (Severity::Medium, meets(Reader::Verifier)?, State::Open),
        Kind::Result(inbound) => {
            let list = to.values().find_map(|(name, _, source)| match source {
                Source::Field(Field { ty: Type::Code { list, .. }, .. }) if Some(name) == inbound.status.as_deref() => {
                    Some(list)
                }
                _ => None,
            });
            match list {
                None => (Severity::High, meets(Reader::Verifier)?, State::Open),
                Some(list) => {
                    let paid = || Some((Severity::High, meets(Reader::Listed(Status::Paid))?, State::Open));
                    let listed = || Some((Severity::Medium, meets(Reader::Listed(Status::Any))?, State::Open));
                    let unlisted = || {
                        let by = format!(
                            "the code list {list}: {} would have to be a status that isn't listed, and such a one is \
                             readable but never paid",
                            inbound.status.as_deref().unwrap_or_default()
                        );
                        Some((Severity::Medium, meets(Reader::Verifier)?, State::Held(by)))
                    };
                    paid().or_else(listed).or_else(unlisted)?
                }
            }
        }
    };
    let state = if signed.is_between_servers() {
        let by = "the connection: a server signs and posts it, and nobody but the gateway sees the digest";
        State::Held(by.into())
    } else {
        state
    };
    let (fields, particular) = match &found {
        Meeting::Shown(witness) => (differing(witness), ""),
        Meeting::Somewhere => (Vec::new(), ", with particular credentials"),
    };
    let says = format!(
        "What `{}` signs for {} can pass as `{}` for {}{particular}.",
        from.recipe.name,
        signed.messages.join(", "),
        to.recipe.name,
        passes.messages.join(", ")
    );
    let mut recipes = vec![from.recipe.name.clone()];
    if !recipes.contains(&to.recipe.name) {
        recipes.push(to.recipe.name.clone());
    }
    let mut messages = signed.names();
    messages.extend(passes.names());
    Some(Finding {
        weakness: Weakness::Collision,
        severity: if particular.is_empty() { severity } else { Severity::Low },
        state,
        recipes,
        messages,
        fields,
        says,
        witness: match found {
            Meeting::Shown(witness) => Some(*witness),
            Meeting::Somewhere => None,
        },
    })
}

enum Meeting {
    /// With the invented credentials.
    Shown(Box<Witness>),
    /// With some credentials; the invented ones show none.
    Somewhere,
}

fn meeting(signed: &Group<'_, '_>, passes: &Group<'_, '_>, reader: Reader) -> Option<Meeting> {
    let view = |reader, accounts| View { reader, accounts, guard: Guard::InPlace };
    let pairs = || signed.shapes.iter().flat_map(|from| passes.shapes.iter().map(move |to| (*from, *to)));
    for (from, to) in pairs() {
        let left = Automaton::of(&from.parts(view(Reader::Signer, Accounts::One)));
        let right = Automaton::of(&to.parts(view(reader, Accounts::One)));
        if let Some(found) = common(&left, &right) {
            let witness = witness((from, &|part| found.left(part)), (to, &|part| found.right(part)), false);
            return Some(witness.map_or(Meeting::Somewhere, |witness| Meeting::Shown(Box::new(witness))));
        }
    }
    // Other credentials may meet where the invented ones don't. What both strings begin with is no part of the question:
    // the credentials in it are the same on both sides.
    let somewhere = pairs().any(|(from, to)| {
        let same =
            from.recipe.parts.iter().zip(&to.recipe.parts).take_while(|(a, b)| is_constant(from, to, a, b)).count();
        let rest = |shape: &Shape<'_>, reader| {
            let parts = shape.parts(view(reader, Accounts::Any));
            Automaton::of(parts.get(same..).unwrap_or_default())
        };
        common(&rest(from, Reader::Signer), &rest(to, reader)).is_some()
    });
    somewhere.then_some(Meeting::Somewhere)
}

/// Whether a part is the same text in both strings, whatever it is.
fn is_constant(from: &Shape<'_>, to: &Shape<'_>, a: &Part, b: &Part) -> bool {
    match (a, b) {
        (Part::Literal(a), Part::Literal(b)) => a == b,
        (Part::Value { name: a, case: first }, Part::Value { name: b, case: second }) => {
            first == second
                && matches!(
                    (from.source(a), to.source(b)),
                    (Some(Source::Credential(a)), Some(Source::Credential(b))) if a.name == b.name
                )
        }
        _ => false,
    }
}

/// The names that one side has and the other hasn't, or has with another value.
fn differing(witness: &Witness) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let (left, right) = (&witness.signed.values, &witness.passes.values);
    let only = |own: &[(String, String)], other: &[(String, String)]| -> Vec<String> {
        own.iter().filter(|pair| !other.contains(pair)).map(|(name, _)| name.clone()).collect()
    };
    for name in only(left, right).into_iter().chain(only(right, left)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

type Values<'v> = &'v dyn Fn(usize) -> String;

/// The values, each name once. `None` where a recipe names a value twice and the automata have read two values for it.
fn each_once(values: impl Iterator<Item = (String, String)>) -> Option<Vec<(String, String)>> {
    let mut kept: Vec<(String, String)> = Vec::new();
    for (name, value) in values {
        match kept.iter().find(|(own, _)| *own == name) {
            Some((_, first)) if *first != value => return None,
            Some(_) => {}
            None => kept.push((name, value)),
        }
    }
    Some(kept)
}

/// Signs both sides with the engine. `None` when they don't sign alike after all: a recipe that names a value twice asks for more than
/// the automata know.
fn witness(left: (&Shape<'_>, Values<'_>), right: (&Shape<'_>, Values<'_>), upper: bool) -> Option<Witness> {
    let side = |(shape, values): (&Shape<'_>, Values<'_>)| {
        let parts = shape.recipe.parts.iter().enumerate();
        let values = parts.filter_map(|(index, part)| match part {
            Part::Value { name, .. } => Some((name.clone(), values(index))),
            Part::Literal(_) => None,
        });
        let side = Side { message: shape.message.to_owned(), values: each_once(values)? };
        let resolve = |name: &str| side.values.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
        let (string, digest) = engine::recipe_digest(shape.recipe, &resolve, &|_| upper).ok()?;
        Some((side, string, digest))
    };
    let ((signed, string, digest), (passes, other, same)) = (side(left)?, side(right)?);
    (string == other && digest == same).then_some(Witness { signed, passes, string, digest })
}
