//! Reads `aliases`: the other spellings that documents give for the key of a received parameter. The reader of fields calls it.

use super::fields::Draft;
use super::message::Reader;
use super::nest::{self, Naming};
use crate::decode::{Fields, text};
use crate::model::{Alias, Field, Type};
use crate::yaml::{Key, Node};

impl Reader<'_> {
    /// A key is one field's: no other field, and no other alias, may have the spelling of an alias.
    pub(super) fn distinct(&self, built: &[Field], drafts: &[Draft], overrides: &[(&Key, &Node)]) {
        for (index, field) in built.iter().enumerate() {
            for (place, alias) in field.aliases.iter().enumerate() {
                let other = |(at, other): (usize, &Field)| {
                    // One field may be spelled in two cases; of two fields nobody could tell which is meant.
                    let same = |name: &str| match at == index {
                        true => name == alias.name,
                        false => name.eq_ignore_ascii_case(&alias.name),
                    };
                    let mut others = other.aliases.iter().enumerate().filter(|(own, _)| (at, *own) < (index, place));
                    same(&other.name) || others.any(|(_, own)| same(&own.name))
                };
                let own = overrides.iter().find(|(key, _)| key.text.eq_ignore_ascii_case(&field.name));
                let at = own.map(|(key, _)| &key.at).or_else(|| drafts.get(index).map(|draft| &draft.at));
                if let (true, Some(at)) = (built.iter().enumerate().any(other), at) {
                    self.faults.add(
                        at,
                        format!(
                            "`{}` is another spelling of `{}` and a key of this message already",
                            alias.name, field.name
                        ),
                        "spellings that no other field of the message has",
                    );
                }
            }
        }
    }

    /// The other spellings of a received field, each with the table whose row has it.
    pub(super) fn aliases(
        &self,
        draft: &Draft,
        own: &Fields<'_>,
        ty: &Type,
        naming: Naming,
        sending: bool,
    ) -> Vec<Alias> {
        let mut aliases = Vec::new();
        for (key, node) in own.map("aliases", "`aliases`") {
            // Where an element begins and where an object does is told by one name.
            let unsuited = match ty {
                Type::Object { .. } => "is an object, whose members are named by its path",
                _ if nest::split(&draft.name).0.is_some() => "is a member of a list's elements",
                _ => "",
            };
            if !sending && !unsuited.is_empty() {
                self.faults.add(
                    &key.at,
                    format!("`{}` {unsuited}, so it has one spelling", draft.name),
                    "`aliases` on a list, or on a single value outside lists",
                );
                continue;
            }
            if sending {
                self.faults.add(&key.at, "a request is written in one way", "`aliases` on a received parameter");
                continue;
            }
            let Some(table) = text(node, "the table of an alias", self.faults) else { continue };
            let row = table.text.split_once('#').and_then(|(page, id)| {
                let loaded = self.pages.iter().find(|loaded| loaded.page.id == page)?;
                let table = loaded.page.tables.iter().find(|own| own.id == id)?;
                table.rows.iter().position(|row| row.name == key.text)
            });
            let Some(row) = row else {
                self.faults.add(
                    &table.at,
                    format!("no row of `{}` is called `{}`", table.text, key.text),
                    "page#table with a row of exactly that name",
                );
                continue;
            };
            aliases.push(Alias {
                name: match (naming, draft.name.rsplit_once('.')) {
                    (Naming::Flat, _) => key.text.to_ascii_lowercase(),
                    (_, None) => key.text.clone(),
                    (_, Some((parent, _))) => format!("{parent}.{}", key.text),
                },
                source: format!("{}/{} row {}", self.gateway.id, table.text, row + 1),
            });
        }
        aliases
    }
}
