//! What the emitting modules ask of the model again and again: positions, which are all that tables hold, and the
//! names that were settled before any output. Built once for a gateway by the crate's two doors.

use std::collections::BTreeMap;

use faspay_spec::model::{CodeList, Field, Gateway, Operation, Part, Recipe, SettingKind, Type};
use proc_macro2::{Ident, Literal};
use quote::format_ident;

use crate::names::Scope;

/// A gateway with its Rust names.
pub struct Model<'a> {
    /// The model itself.
    pub gateway: &'a Gateway,
    /// Whether what is generated hangs on the features of a crate.
    pub features: bool,
    /// A module for each product.
    pub modules: Vec<Ident>,
    /// A type and its variants for each code list.
    pub codes: Vec<CodeNames>,
    /// A type for each inbound message.
    pub inbound: Vec<Ident>,
    /// For each inbound message, the types of its lists' elements, by position.
    pub elements: Vec<BTreeMap<usize, Inner>>,
    /// The types of each operation.
    pub operations: Vec<Structs>,
}

/// The types of a request, or of one element of a list, and of what is nested in it.
pub struct Structs {
    /// The type itself.
    pub ty: Ident,
    /// That of what may be left out.
    pub optional: Ident,
    /// Those of its objects and lists, by position.
    pub inner: BTreeMap<usize, Inner>,
}

/// The types of a field that is more than one value.
pub enum Inner {
    /// An object. What is nested in it stands beside it: positions are those of the whole message.
    Object {
        /// The type itself.
        ty: Ident,
        /// That of what may be left out.
        optional: Ident,
    },
    /// A list: the types of an element.
    List(Structs),
}

impl Inner {
    /// The types of a list's element.
    pub fn element(&self) -> Option<&Structs> {
        match self {
            Self::List(element) => Some(element),
            Self::Object { .. } => None,
        }
    }
}

/// The types of all lists' elements, also of those in elements.
pub fn elements(inner: &BTreeMap<usize, Inner>) -> Vec<&Structs> {
    let direct = inner.values().filter_map(Inner::element);
    direct.flat_map(|element| std::iter::once(element).chain(elements(&element.inner))).collect()
}

/// The names of a code list.
pub struct CodeNames {
    /// The enum.
    pub ty: Ident,
    /// Its variants, in the order of the list.
    pub variants: Vec<Ident>,
}

impl<'a> Model<'a> {
    /// Settles every name of items. `features`: whether they hang on the features of a crate.
    pub fn of(gateway: &'a Gateway, features: bool) -> Self {
        let mut modules = Scope::with(&[
            "mod",
            "lib",
            "gateway",
            "codes",
            "received",
            "lives",
            "dynamic",
            "rt",
            "axum",
            "receiving",
            "submit",
        ]);
        let modules = gateway.products.iter().map(|product| modules.value(&product.id)).collect();
        let mut types = Scope::types();
        let codes = gateway.codes.iter().map(|list| code_names(list, &mut types)).collect();
        let mut types = Scope::types();
        types.reserve("Keys");
        let mut inbound = Vec::new();
        for message in &gateway.inbound {
            let ty = types.ty(&message.rust);
            // Its fields are a static beside its table.
            types.reserve(&format!("{ty}Fields"));
            types.reserve(&format!("{ty}Keys"));
            inbound.push(ty);
        }
        // An operation's module also exports its product's messages, and all of them are one scope for simplicity.
        let mut operations: Vec<Structs> = gateway
            .operations
            .iter()
            .map(|operation| {
                let ty = types.ty(&operation.rust);
                let optional = types.ty(&format_ident!("{}Optional", ty).to_string());
                Structs { ty, optional, inner: BTreeMap::new() }
            })
            .collect();
        // What is nested comes last, so that it changes no name above it.
        let elements = gateway.inbound.iter().zip(&inbound);
        let elements =
            elements.map(|(message, ty)| inner(ty, &message.fields, Objects::AreTakenApart, &mut types)).collect();
        for (structs, operation) in operations.iter_mut().zip(&gateway.operations) {
            structs.inner = inner(&structs.ty, &operation.fields, Objects::AreStructs, &mut types);
        }
        Self { gateway, features, modules, codes, inbound, elements, operations }
    }

    /// The code list of this name and its Rust names.
    pub fn codes(&self, name: &str) -> (&'a CodeList, &CodeNames) {
        let index = position(self.gateway.codes.iter().map(|list| list.name.as_str()), name, "code list");
        (&self.gateway.codes[index], &self.codes[index])
    }

    /// The recipe of this name.
    pub fn recipe(&self, name: &str) -> &'a Recipe {
        let index = position(self.gateway.recipes.iter().map(|recipe| recipe.name.as_str()), name, "recipe");
        &self.gateway.recipes[index]
    }

    /// Position of a credential.
    pub fn credential(&self, name: &str) -> usize {
        position(self.gateway.credentials.iter().map(|credential| credential.name.as_str()), name, "credential")
    }

    /// Position of a setting.
    pub fn setting(&self, name: &str) -> usize {
        position(self.gateway.settings.iter().map(|setting| setting.name.as_str()), name, "setting")
    }

    /// Position of the setting that decides whether a form carries this credential.
    pub fn sent_by(&self, credential: &str) -> Option<usize> {
        self.gateway.settings.iter().position(
            |setting| matches!(&setting.kind, SettingKind::SendsCredential { credential: sent } if sent == credential),
        )
    }

    /// The operations of a product, with their names.
    pub fn operations_of(&self, product: &str) -> impl Iterator<Item = (&'a Operation, &Structs)> {
        let product = product.to_owned();
        self.gateway.operations.iter().zip(&self.operations).filter(move |(one, _)| one.product == product)
    }

    /// The types of a product's messages, each followed by those of its lists' elements.
    pub fn inbound_of(&self, product: &str) -> Vec<&Ident> {
        let all = self.gateway.inbound.iter().zip(self.inbound.iter().zip(&self.elements));
        all.filter(|(one, _)| one.product == product)
            .flat_map(|(_, (ty, inner))| std::iter::once(ty).chain(elements(inner).into_iter().map(|one| &one.ty)))
            .collect()
    }
}

/// Position of a message's field.
pub fn field(fields: &[Field], name: &str) -> usize {
    position(fields.iter().map(|field| field.name.as_str()), name, "field")
}

/// Whether a message has this field.
pub fn has(fields: &[Field], name: &str) -> bool {
    fields.iter().any(|field| field.name == name)
}

/// The names of a recipe's values, in order.
pub fn values(recipe: &Recipe) -> impl Iterator<Item = &str> {
    recipe.parts.iter().filter_map(|part| match part {
        Part::Value { name, .. } => Some(name.as_str()),
        Part::Literal(_) => None,
    })
}

/// A position as a table writes it.
pub fn index(position: usize) -> Literal {
    Literal::usize_unsuffixed(position)
}

/// Looks a name up that the loader has checked; a model that was put together by hand may still be wrong.
fn position<'n>(mut names: impl Iterator<Item = &'n str>, name: &str, what: &str) -> usize {
    names
        .position(|one| one == name)
        .unwrap_or_else(|| panic!("the model names a {what} that it doesn't have: {name:?}"))
}

/// What becomes of a message's objects.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Objects {
    /// The caller fills a struct for each.
    AreStructs,
    /// Only their members can be read.
    AreTakenApart,
}

/// Names what is nested: after what it is in, and what it is called there.
fn inner(root: &Ident, fields: &[Field], objects: Objects, types: &mut Scope) -> BTreeMap<usize, Inner> {
    let mut found: BTreeMap<usize, Inner> = BTreeMap::new();
    for (at, field) in fields.iter().enumerate() {
        let holder = match field.parent.and_then(|parent| found.get(&parent)) {
            Some(Inner::Object { ty, .. }) => ty,
            _ => root,
        };
        match &field.ty {
            Type::Object { .. } if objects == Objects::AreStructs => {
                let ty = types.ty(&format!("{holder}-{}", field.rust));
                let optional = types.ty(&format_ident!("{}Optional", ty).to_string());
                found.insert(at, Inner::Object { ty, optional });
            }
            Type::List { fields, .. } => {
                let ty = types.ty(&format!("{holder}-{}-Element", field.rust));
                let optional = types.ty(&format_ident!("{}Optional", ty).to_string());
                let inner = inner(&ty, fields, objects, types);
                found.insert(at, Inner::List(Structs { ty, optional, inner }));
            }
            _ => {}
        }
    }
    found
}

fn code_names(list: &CodeList, types: &mut Scope) -> CodeNames {
    let ty = types.ty(&list.rust);
    let mut variants = Scope::with(&["Unknown"]);
    CodeNames { ty, variants: list.values.iter().map(|value| variants.ty(&value.rust)).collect() }
}
