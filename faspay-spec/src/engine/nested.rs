//! Lays a JSON object beside the table of a nested message: which member is which field, and where something stands that doesn't fit.
//! Received messages and requests that reach the sandbox are refused for it; elements of a caller's list get violations.

use super::json::quoted;
use super::parse::{ParseError, error};
use super::tree::{Branch, Tree, joined};
use super::{MASK, tree};
use crate::model::{Field, Operation, Place, Type};

/// Most members in a body, on all levels that are taken apart.
const MOST_MEMBERS: usize = 256;

/// Whether the names of a request's parameters are paths.
pub(super) fn is_nested(operation: &Operation) -> bool {
    operation.fields.iter().any(|field| matches!(field.ty, Type::Object { .. } | Type::List { .. }))
}

/// A member of a body.
#[derive(Debug)]
pub(super) struct Leaf<'a> {
    /// The field that it is.
    pub field: Option<&'a Field>,
    /// The field's name, or the dotted path of what no table knows.
    pub path: String,
    pub text: String,
    /// It is an object of the table; its members follow.
    pub is_object: bool,
    /// It is what its field holds: an array for a list, an object for free JSON.
    pub fits: bool,
}

impl<'a> Leaf<'a> {
    /// A pair of a flat body.
    pub(super) fn flat(field: Option<&'a Field>, path: String, text: String) -> Leaf<'a> {
        Leaf { field, path, text, is_object: false, fits: true }
    }
}

/// Takes a body apart as far as the table knows it.
pub(super) fn leaves<'a>(fields: &'a [Field], body: &[u8]) -> Result<Vec<Leaf<'a>>, ParseError> {
    let members = tree::body(body, Table { fields, members: 0 })?;
    let mut leaves = Vec::new();
    lay(fields, None, "", &members, &mut leaves);
    Ok(leaves)
}

/// A table that a body is read beside.
pub(super) struct Table<'a> {
    fields: &'a [Field],
    /// So many members have been read.
    members: usize,
}

impl Table<'_> {
    /// One member more.
    pub(super) fn count(&mut self) -> Result<(), ParseError> {
        if self.members == MOST_MEMBERS {
            return Err(error("too-many-pairs", "", format!("The body has more than {MOST_MEMBERS} members.")));
        }
        self.members += 1;
        Ok(())
    }

    /// The field that a key of an object is, and whether that is an object itself. A known key in another casing is refused.
    pub(super) fn member(
        &self,
        parent: Option<usize>,
        key: &str,
        name: &str,
    ) -> Result<Option<(usize, bool)>, ParseError> {
        if let Some((at, field)) = member(self.fields, parent, key) {
            return Ok(Some((at, matches!(field.ty, Type::Object { .. }))));
        }
        let resembles =
            |field: &Field| field.parent == parent && spellings(field).any(|own| own.eq_ignore_ascii_case(key));
        if self.fields.iter().any(|field| field.place == Place::Body && resembles(field)) {
            return Err(error("key-case", name, format!("The key {name} is cased as the gateway never does.")));
        }
        Ok(None)
    }

    /// Refuses an object or a list in the place of a single value, and anything else in the place of an object.
    pub(super) fn shape(&self, at: usize, value: &Tree, name: &str) -> Result<(), ParseError> {
        let is_structure = matches!(value, Tree::Object(_) | Tree::List(_));
        let fits = match self.fields[at].ty {
            Type::Object { .. } => is_absent_object(value) || matches!(value, Tree::Object(_)),
            Type::List { .. } | Type::Json => true,
            _ => !is_structure,
        };
        let wanted = if is_structure { "neither a text nor a number" } else { "no object" };
        if fits { Ok(()) } else { Err(error("nested", name, format!("{name} is {wanted}."))) }
    }
}

/// PHP writes an empty object as an empty list.
fn is_absent_object(value: &Tree) -> bool {
    match value {
        Tree::Null => true,
        Tree::List(items) => items.is_empty(),
        Tree::Word(_) | Tree::Text { .. } | Tree::Object(_) => false,
    }
}

/// The keys that a member of an object may have: the table's, and other spellings that are documented.
fn spellings(field: &Field) -> impl Iterator<Item = &str> {
    let others = field.aliases.iter().map(|alias| alias.name.rsplit('.').next().unwrap_or_default());
    std::iter::once(field.wire.as_str()).chain(others)
}

/// The member of an object that has this key.
fn member<'a>(fields: &'a [Field], parent: Option<usize>, key: &str) -> Option<(usize, &'a Field)> {
    let is_own =
        |field: &Field| field.place == Place::Body && field.parent == parent && spellings(field).any(|own| own == key);
    fields.iter().enumerate().find(|(_, field)| is_own(field))
}

fn lay<'a>(fields: &'a [Field], parent: Option<usize>, path: &str, members: &[Branch], leaves: &mut Vec<Leaf<'a>>) {
    for own in members {
        let known = member(fields, parent, &own.key);
        let field = known.map(|(_, field)| field);
        let path = field.map_or_else(|| joined(path, &own.key), |field| field.name.clone());
        match (known, &own.value) {
            (Some((at, Field { ty: Type::Object { .. }, .. })), Tree::Object(inner)) => {
                leaves.push(Leaf { field, path: path.clone(), text: "{}".to_owned(), is_object: true, fits: true });
                lay(fields, Some(at), &path, inner, leaves);
            }
            (Some((_, Field { ty: Type::Object { .. }, .. })), _) => {}
            (_, value) => {
                let fits = match field.map(|field| &field.ty) {
                    Some(Type::List { .. }) => matches!(value, Tree::List(_)),
                    Some(Type::Json) => matches!(value, Tree::Object(_)),
                    _ => true,
                };
                leaves.push(Leaf { field, path, text: value.text(), is_object: false, fits });
            }
        }
    }
}

/// One element of a list that a caller gives, its members as parameters.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Path within the element, with the text.
    pub params: Vec<(String, String)>,
    /// Paths of single values where an object or a list stands, with `object` or `list`.
    pub misfits: Vec<(String, &'static str)>,
    /// Paths that the table doesn't have.
    pub unknown: Vec<String>,
}

impl Element {
    pub(super) fn of(fields: &[Field], members: &[Branch]) -> Element {
        let mut element = Element::default();
        element.take(fields, None, "", members);
        element
    }

    fn take(&mut self, fields: &[Field], parent: Option<usize>, path: &str, members: &[Branch]) {
        for own in members {
            let Some((at, field)) = member(fields, parent, &own.key) else {
                self.unknown.push(joined(path, &own.key));
                continue;
            };
            let misfit = match (&field.ty, &own.value) {
                (Type::Object { .. }, Tree::Object(inner)) => {
                    self.params.push((field.name.clone(), "{}".to_owned()));
                    self.take(fields, Some(at), &field.name, inner);
                    continue;
                }
                (Type::Object { .. } | Type::List { .. } | Type::Json, _) => None,
                (_, Tree::Object(_)) => Some("object"),
                (_, Tree::List(_)) => Some("list"),
                (_, Tree::Null | Tree::Word(_) | Tree::Text { .. }) => None,
            };
            self.misfits.extend(misfit.map(|shape| (field.name.clone(), shape)));
            self.params.push((field.name.clone(), own.value.text()));
        }
    }
}

/// The JSON object of these fields' texts, as many as there are fields; an object that is there has any text. What is masked isn't
/// written bare.
pub(super) fn written(fields: &[Field], texts: &[Option<String>]) -> String {
    within(fields, texts, None)
}

fn within(fields: &[Field], texts: &[Option<String>], parent: Option<usize>) -> String {
    let own = fields.iter().zip(texts).enumerate();
    let own = own.filter(|(_, (field, _))| field.parent == parent && field.place == Place::Body);
    let member = |(at, (field, text)): (usize, (&Field, &Option<String>))| {
        let text = text.as_ref()?;
        let value = match field.ty {
            Type::Object { .. } => within(fields, texts, Some(at)),
            _ if is_bare(field) && text != MASK => text.clone(),
            _ => quoted(text),
        };
        Some(format!("{}:{value}", quoted(&field.wire)))
    };
    format!("{{{}}}", own.filter_map(member).collect::<Vec<_>>().join(","))
}

/// Whether a field's text is JSON as it stands.
pub(super) fn is_bare(field: &Field) -> bool {
    field.json_number || matches!(field.ty, Type::Boolean | Type::List { .. } | Type::Json)
}
