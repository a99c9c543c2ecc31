//! Nested JSON: from rows with paths to fields with parents. Says how the names of a message are read, puts members right
//! behind their parent, and takes a list's members into its elements.

use super::fields::Draft;
use crate::decode::{Faults, Fields, entries};
use crate::model::{Field, From, Type};
use crate::names;
use crate::report::At;

/// Deepest path.
const LEVELS: usize = 16;

/// Most fields of a message, or of a list's element.
const MOST: usize = 128;

/// How the names of a message are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// A dot is a letter like others, and the canonical name is in lower case.
    Flat,
    /// Paths of a request: every object becomes a struct, so that only siblings need different Rust names.
    Sent,
    /// Paths of a received message, whose accessors stand side by side.
    Received,
}

impl Naming {
    /// Objects and lists make a message nested; so does who asks for exact keys.
    pub fn of(message: &Fields<'_>, drafts: &[Draft], sending: bool, faults: &Faults) -> Self {
        let exact = message.choice("keys", &[("exact", true), ("lower-or-upper", false)]);
        let stated = message.map("fields", "`fields`").into_iter().any(|(_, node)| {
            let own = entries(node, "a field", &Faults::default()).unwrap_or_default();
            own.iter().any(|(key, node)| {
                key.text == "type"
                    && matches!(&node.value, crate::yaml::Value::Text(word) if ["object", "list"].contains(&word.as_str()))
            })
        });
        let is_nested = stated || drafts.iter().any(|draft| draft.under.is_some() || is_object(&draft.ty));
        if is_nested && !sending && exact != Some(true) {
            let at = ["keys", "tables", "add"].iter().find_map(|key| message.entry(key)).map(|(key, _)| key.at.clone());
            faults.add(
                &at.unwrap_or_else(|| message.at.clone()),
                "this message has objects inside, and nothing says that its keys are exact",
                "`keys: exact`: in nested JSON they are only taken as the table writes them",
            );
        }
        match (is_nested || exact == Some(true), sending) {
            (false, _) => Self::Flat,
            (true, true) => Self::Sent,
            (true, false) => Self::Received,
        }
    }

    /// Whether a parameter can have this name.
    pub fn allows(self, name: &str) -> bool {
        match self {
            Self::Flat => names::is_parameter(name),
            Self::Sent | Self::Received => !name.ends_with("[]") && is_place(name),
        }
    }

    /// Whether this is the path of a member, not of something at the top.
    pub fn is_member(self, name: &str) -> bool {
        self != Self::Flat && name.contains('.')
    }

    /// The name in `--params` and everywhere else.
    pub fn canonical(self, name: &str) -> String {
        if self == Self::Flat { name.to_ascii_lowercase() } else { name.to_owned() }
    }

    /// The key in its object.
    pub fn wire(self, name: &str) -> &str {
        if self == Self::Flat { name } else { name.rsplit('.').next().unwrap_or(name) }
    }

    /// The Rust identifier, behind that within which it must be unique.
    pub fn rust(self, name: &str) -> (String, String) {
        match self {
            Self::Flat => (String::new(), names::field(name)),
            Self::Sent => {
                let (parent, last) = name.rsplit_once('.').unwrap_or(("", name));
                (parent.to_owned(), names::snake(last))
            }
            Self::Received => {
                let (list, path) = split(name);
                (list.unwrap_or_default().to_owned(), names::snake(path))
            }
        }
    }
}

/// Whether a documented type is an object or a list of them.
fn is_object(documented: &str) -> bool {
    matches!(super::types::implied(documented, None), Some(Type::Object { .. } | Type::List { .. }))
}

/// Whether this is a path that members can have: names joined by dots, `[]` behind that of a list.
pub(super) fn is_place(path: &str) -> bool {
    path.split('.').all(|name| names::is_parameter(name.strip_suffix("[]").unwrap_or(name)))
}

/// Whether a path leads into the object or list of another.
pub(super) fn is_below(path: &str, object: &str) -> bool {
    path.strip_prefix(object).is_some_and(|rest| rest.starts_with('.') || rest.starts_with("[]."))
}

/// Why a name that leads into a list isn't known where one value is meant; nothing for other names.
pub(super) fn in_list(name: &str) -> &'static str {
    if name.contains("[]") { ": each element of a list has its own, and only one value can be meant here" } else { "" }
}

/// The list that a path leads into, and the path within one of its elements.
pub(super) fn split(path: &str) -> (Option<&str>, &str) {
    match path.rsplit_once("[].") {
        Some((list, inner)) => (Some(list), inner),
        None => (None, path),
    }
}

/// The path of the object or list that it is a member of, and whether it says that this is a list.
fn parent(path: &str) -> Option<(&str, bool)> {
    let (parent, _) = path.rsplit_once('.')?;
    Some(parent.strip_suffix("[]").map_or((parent, false), |list| (list, true)))
}

/// Members right behind their parent. What has none, or is too deep, is reported and left out.
pub(super) fn arranged(drafts: Vec<Draft>, faults: &Faults) -> Vec<Draft> {
    let mut blamed: Vec<At> = Vec::new();
    let mut blame = |draft: &Draft, message: String, expected: &str| {
        // What a table's place does wrong, it does once, not row by row.
        let at =
            draft.under.as_ref().filter(|under| draft.name.rsplit_once('.').is_some_and(|(own, _)| own == under.text));
        let at = at.map_or(&draft.at, |under| &under.at);
        let seen = blamed.iter().any(|own| own.file.path == at.file.path && own.span == at.span);
        if !seen {
            blamed.push(at.clone());
            faults.add(at, message, expected);
        }
    };
    let paths: Vec<String> = drafts.iter().map(|draft| draft.name.clone()).collect();
    let mut kept = Vec::new();
    for draft in drafts {
        let lists = draft.name.matches("[]").count();
        match parent(&draft.name) {
            _ if draft.name.split('.').count() > LEVELS => {
                blame(&draft, format!("`{}` is nested too deep", draft.name), "at most 16 names in a path");
            }
            _ if lists > 1 => blame(
                &draft,
                format!("`{}` is in a list inside a list's elements", draft.name),
                "one list at a time: `omit` the inner one, or `type: json` where it is an object",
            ),
            Some((parent, _)) if !paths.iter().any(|own| own == parent) => blame(
                &draft,
                format!("there is no `{parent}` that could have members"),
                "the path of an object or a list of this message, after corrections",
            ),
            _ => kept.push(draft),
        }
    }
    let order = arrange(&kept.iter().map(|draft| draft.name.as_str()).collect::<Vec<_>>(), &|_| 0);
    let mut slots: Vec<Option<Draft>> = kept.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| slots.get_mut(index).and_then(Option::take)).collect()
}

/// The order in which members follow their parent, and siblings each other by rank.
fn arrange(paths: &[&str], rank: &dyn Fn(&str) -> usize) -> Vec<usize> {
    fn below(object: Option<&str>, paths: &[&str], rank: &dyn Fn(&str) -> usize, order: &mut Vec<usize>) {
        let is_member = |index: &usize| paths.get(*index).is_some_and(|own| parent(own).map(|(own, _)| own) == object);
        let mut members: Vec<usize> = (0..paths.len()).filter(is_member).collect();
        members.sort_by_key(|index| paths.get(*index).map(|path| rank(path)));
        for member in members {
            if !order.contains(&member) {
                order.push(member);
                below(paths.get(member).copied(), paths, rank, order);
            }
        }
    }
    let mut order = Vec::new();
    below(None, paths, rank, &mut order);
    order
}

/// Puts siblings into the order of these keys of a sample, which are paths.
pub(super) fn sort(fields: &mut Vec<Field>, keys: &[&str]) {
    let rank = |path: &str| {
        let own = |key: &&str| {
            key.eq_ignore_ascii_case(path) || is_below(&key.to_ascii_lowercase(), &path.to_ascii_lowercase())
        };
        keys.iter().position(own).unwrap_or(usize::MAX)
    };
    let order = arrange(&fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), &rank);
    let mut slots: Vec<Option<Field>> = fields.drain(..).map(Some).collect();
    fields.extend(order.into_iter().filter_map(|index| slots.get_mut(index).and_then(Option::take)));
}

/// Whether members have parents of the right kind and lists hold what elements can hold; objects want members.
pub(super) fn check(fields: &[Field], drafts: &[Draft], naming: Naming, faults: &Faults) {
    if naming == Naming::Flat {
        return;
    }
    let mut blamed: Vec<String> = Vec::new();
    for field in fields {
        let Some(draft) = drafts.iter().find(|draft| draft.name == field.name) else { continue };
        let at = draft.under.as_ref().map_or(&draft.at, |under| &under.at);
        if let Some((path, is_element)) = parent(&field.name)
            && let Some(object) = fields.iter().find(|own| own.name == path)
            && !blamed.contains(&object.name)
        {
            let says = match (&object.ty, is_element) {
                (Type::Object { .. }, false) | (Type::List { .. }, true) => None,
                (Type::List { .. }, false) => {
                    Some((format!("`{path}` is a list, and these are members of its elements"), format!("`{path}[]`")))
                }
                (Type::Object { .. }, true) => {
                    Some((format!("`{path}` is an object, not a list"), format!("`{path}`, without `[]`")))
                }
                _ => Some((
                    format!("`{path}` has members and is neither an object nor a list"),
                    "under `fields`: `type: object` or `type: list`, or a correction".to_owned(),
                )),
            };
            if let Some((message, expected)) = says {
                blamed.push(object.name.clone());
                faults.add(at, message, expected);
            }
        }
        if split(&field.name).0.is_some() && !matches!(field.from, From::Caller | From::Fixed(_) | From::CurrencyOf(_))
        {
            faults.add(
                &draft.at,
                format!("`{}` is in a list, whose elements the merchant's code gives", field.name),
                "inside a list, `from: caller`, `from: currency AMOUNT` or `fixed`",
            );
        }
        let holds = |own: &Field| parent(&own.name).is_some_and(|(own, _)| own == field.name);
        if matches!(field.ty, Type::Object { .. } | Type::List { .. }) && !fields.iter().any(holds) {
            faults.add(
                &draft.at,
                format!("`{}` has no members", field.name),
                "a table `under` it, or `type: json` for an object of whatever is given",
            );
        }
    }
    let mut counted: Vec<(Option<&str>, usize)> = Vec::new();
    for field in fields {
        let (list, _) = split(&field.name);
        match counted.iter_mut().find(|(own, _)| *own == list) {
            Some((_, count)) => *count += 1,
            None => counted.push((list, 1)),
        }
    }
    for (list, count) in counted.into_iter().filter(|(_, count)| *count > MOST) {
        let what = list.map_or("this message".to_owned(), |list| format!("an element of `{list}`"));
        let first = drafts.iter().find(|draft| split(&draft.name).0 == list);
        if let Some(draft) = first {
            faults.add(&draft.at, format!("{what} has {count} parameters"), "at most 128; `omit` what nobody uses");
        }
    }
}

/// Gives members their parents, and lists their elements. The fields are in order, with their whole paths.
pub(super) fn nest(flat: Vec<Field>, naming: Naming) -> Vec<Field> {
    if naming == Naming::Flat {
        return flat;
    }
    let mut nested: Vec<Field> = Vec::new();
    let mut rest = flat.into_iter().peekable();
    while let Some(mut field) = rest.next() {
        if let Type::List { fields: elements, .. } = &mut field.ty {
            let within = format!("{}[].", field.name);
            let mut inner = Vec::new();
            while let Some(member) = rest.next_if(|next| next.name.starts_with(&within)) {
                inner.push(relative(member, &within));
            }
            *elements = nest(inner, naming);
        }
        field.parent = parent(&field.name).and_then(|(path, _)| nested.iter().position(|own| own.name == path));
        nested.push(field);
    }
    nested
}

/// A member of an element, with every path inside the element.
fn relative(mut field: Field, within: &str) -> Field {
    let inner = |path: &mut String| {
        if let Some(rest) = path.strip_prefix(within) {
            *path = rest.to_owned();
        }
    };
    inner(&mut field.name);
    if let From::CurrencyOf(amount) = &mut field.from {
        inner(amount);
    }
    if let Type::Amount { currency: Some(currency), .. } = &mut field.ty {
        inner(currency);
    }
    field
}
