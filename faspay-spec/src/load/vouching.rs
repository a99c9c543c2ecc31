//! Reads `signed`: who vouches for a received message. A recipe, a digest of its whole body, a key in a header, the connection
//! that it came through, or nobody.

use super::authorization::known_credential;
use super::message::Reader;
use crate::decode::{Faults, Fields, entries, one_of};
use crate::model::{Auth, Encoding, Field, Part, Type};
use crate::names;
use crate::yaml::{Node, Value};

impl Reader<'_> {
    pub(super) fn auth(&self, node: &Node, encoding: Encoding, built: &[Field]) -> Option<Auth> {
        if let Value::Text(text) = &node.value {
            match text.as_str() {
                "none" => return Some(Auth::None),
                "connection" => return Some(Auth::Connection),
                _ => {}
            }
        }
        if !says_recipe(node) {
            let given = entries(node, "`signed`", &Faults::default()).unwrap_or_default();
            let is_digest = given.iter().any(|(own, _)| own.text == "hmac-sha512");
            return if is_digest { self.hmac(node, encoding, built) } else { self.key(node) };
        }
        let fields = Fields::of(node, "`signed`", &["recipe", "field", "exposed-by"], self.faults)?;
        let (recipe, field) = (fields.need("recipe")?, fields.need("field")?);
        let recipe = self.recipe(&recipe)?;
        if !built.iter().any(|own| own.name == field.text) {
            let names: Vec<&str> = built.iter().map(|field| field.name.as_str()).collect();
            self.unknown_field(&field, &names);
            return None;
        }
        let exposed = fields.text("exposed-by");
        if let Some(word) =
            exposed.as_ref().filter(|word| !self.gateway.settings.iter().any(|own| own.name == word.text))
        {
            self.faults.add(
                &word.at,
                format!("there is no setting `{}`", word.text),
                "the name of a setting of gateway.yaml",
            );
        }
        let covers = recipe.parts.iter().filter_map(|part| match part {
            Part::Value { name, .. } if built.iter().any(|own| own.name == *name) => Some(name.clone()),
            Part::Value { name, .. } => {
                if !self.gateway.credentials.iter().any(|own| own.name == *name) {
                    self.absent(&recipe.name, name, &field);
                }
                None
            }
            Part::Literal(_) => None,
        });
        Some(Auth::Signed {
            covers: covers.collect(),
            recipe: recipe.name.clone(),
            field: field.text,
            exposed_by: exposed.map(|word| word.text),
        })
    }

    /// A digest of the whole body, in a member at its top.
    fn hmac(&self, node: &Node, encoding: Encoding, built: &[Field]) -> Option<Auth> {
        let fields = Fields::of(node, "`signed`", &["hmac-sha512", "field"], self.faults)?;
        let (credential, field) = (fields.need("hmac-sha512")?, fields.need("field")?);
        known_credential(&credential, &self.gateway.credentials, self.faults);
        if encoding == Encoding::Form
            && let Some((key, _)) = fields.entry("hmac-sha512")
        {
            self.faults.add(
                &key.at,
                "this digest covers the text of a JSON body, and this message is a form",
                "`encoding: json`, or a `recipe`",
            );
        }
        let at_top = |own: &&Field| own.parent.is_none() && matches!(own.ty, Type::Text { .. });
        let names: Vec<&str> = built.iter().filter(at_top).map(|own| own.name.as_str()).collect();
        if !names.contains(&field.text.as_str()) {
            self.faults.add(
                &field.at,
                format!("`{}` isn't a text at the top of this message", field.text),
                format!(
                    "the member that holds the digest: {}",
                    one_of(&names, "a text, of which this message has none at its top")
                ),
            );
            return None;
        }
        Some(Auth::Hmac { credential: credential.text, field: field.text })
    }

    /// A key that is in a header of every delivery.
    fn key(&self, node: &Node) -> Option<Auth> {
        let fields = Fields::of(node, "`signed`", &["key", "header"], self.faults)?;
        let (credential, header) = (fields.need("key")?, fields.need("header")?);
        known_credential(&credential, &self.gateway.credentials, self.faults);
        if !names::is_header(&header.text) {
            self.faults.add(
                &header.at,
                format!("`{}` can't be the name of a header", header.text),
                "a name such as `X-API-Key`",
            );
        }
        Some(Auth::Key { credential: credential.text, header: header.text })
    }
}

/// Whether `signed` means a recipe, and not one of the other ways to vouch for a message.
pub(super) fn says_recipe(node: &Node) -> bool {
    match &node.value {
        Value::Map(pairs) => !pairs.iter().any(|(key, _)| ["hmac-sha512", "key"].contains(&key.text.as_str())),
        Value::Text(text) => !["none", "connection"].contains(&text.as_str()),
        Value::Nothing | Value::List(_) => true,
    }
}
