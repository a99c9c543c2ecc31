//! Reads `authorizations` of `gateway.yaml`: how a merchant's server shows who it is. What a token's operation answers is
//! judged once operations and messages are known.

use super::nest;
use crate::decode::{Faults, Fields, Word, one_of};
use crate::model::{Authorization, Credential, Gateway, Operation, Scheme, Sensitivity, Type};
use crate::names;
use crate::yaml::Node;

const KEYS: [&str; 6] = ["scheme", "user", "password", "operation", "token", "expires"];

#[derive(Clone, Copy)]
enum Kind {
    Basic,
    Bearer,
}

pub(super) fn read(gateway: &Fields<'_>, credentials: &[Credential], faults: &Faults) -> Vec<Authorization> {
    let entries = gateway.map("authorizations", "`authorizations`").into_iter();
    let read = entries.filter_map(|(key, node)| {
        if !names::is_id(&key.text) {
            faults.add(
                &key.at,
                format!("`{}` can't be an authorization's name", key.text),
                "lower-case words such as access-token",
            );
        }
        let fields = Fields::of(node, "an authorization", &KEYS, faults)?;
        if fields.get("scheme").is_none() {
            fields.missing("scheme");
        }
        let kind = fields.choice("scheme", &[("basic", Kind::Basic), ("bearer", Kind::Bearer)])?;
        let own: &[&str] = match kind {
            Kind::Basic => &["user", "password"],
            Kind::Bearer => &["operation", "token", "expires"],
        };
        for (key, _) in KEYS.iter().skip(1).filter(|key| !own.contains(key)).filter_map(|key| fields.entry(key)) {
            faults.add(&key.at, format!("this scheme has no `{}`", key.text), format!("scheme, {}", own.join(", ")));
        }
        let scheme = match kind {
            Kind::Basic => {
                let (user, password) = (fields.need("user"), fields.need("password"));
                for word in [&user, &password].into_iter().flatten() {
                    known_credential(word, credentials, faults);
                }
                Scheme::Basic { user: user?.text, password: password?.text }
            }
            Kind::Bearer => {
                let words = ["operation", "token", "expires"].map(|key| fields.need(key).map(|word| word.text));
                let [operation, token, expires] = words;
                Scheme::Bearer { operation: operation?, token: token?, expires: expires? }
            }
        };
        Some(Authorization { name: key.text.clone(), scheme })
    });
    read.collect()
}

pub(super) fn known_credential(word: &Word, credentials: &[Credential], faults: &Faults) {
    if !credentials.iter().any(|own| own.name == word.text) {
        let known: Vec<&str> = credentials.iter().map(|own| own.name.as_str()).collect();
        faults.add(
            &word.at,
            format!("there is no credential `{}`", word.text),
            one_of(&known, "an entry under `credentials` in gateway.yaml"),
        );
    }
}

/// Whether tokens come from operations that give them, and that need no token of the same kind. `declared` are the ids of
/// all operations, also of those that can't be read.
pub(super) fn check(root: &Node, gateway: &Gateway, operations: &[&Operation], declared: &[String], faults: &Faults) {
    let quiet = Faults::default();
    let Some(all) = Fields::of(root, "gateway.yaml", super::gateway::KEYS, &quiet) else { return };
    for (key, node) in all.map("authorizations", "`authorizations`") {
        let own = gateway.authorizations.iter().find(|own| own.name == key.text);
        let Some(Authorization { scheme: Scheme::Bearer { operation, .. }, .. }) = own else { continue };
        let Some(fields) = Fields::of(node, "an authorization", &KEYS, &quiet) else { continue };
        let words = (fields.text("operation"), fields.text("token"), fields.text("expires"));
        let (Some(word), Some(token), Some(expires)) = words else { continue };
        let Some(giver) = operations.iter().find(|own| own.id == *operation) else {
            if !declared.contains(operation) {
                faults.add(
                    &word.at,
                    format!("there is no operation `{operation}`"),
                    one_of(declared, "a file with that `operation` in the folder `operations`, which has none yet"),
                );
            }
            continue;
        };
        if needs(gateway, operations, giver, &key.text) {
            faults.add(
                &word.at,
                format!("`{operation}` needs the token that it gives"),
                "an operation without `authorization`, or with another one that doesn't need this one",
            );
        }
        let Some(reply) = giver.on_reply.and_then(|reply| gateway.inbound.get(reply)) else {
            faults.add(
                &word.at,
                format!("nothing says what `{operation}` answers"),
                "an operation of the merchant's server with a `reply`",
            );
            continue;
        };
        for (word, wants_number) in [(&token, false), (&expires, true)] {
            let Some(field) = reply.fields.iter().find(|field| field.name == word.text) else {
                let names: Vec<&str> = reply.fields.iter().map(|field| field.name.as_str()).collect();
                faults.add(
                    &word.at,
                    format!("`{}` has no field `{}`{}", reply.id, word.text, nest::in_list(&word.text)),
                    one_of(&names, "a field of that reply, which has none"),
                );
                continue;
            };
            if wants_number && !matches!(field.ty, Type::Integer { .. }) {
                faults.add(
                    &word.at,
                    format!("`{}` isn't a whole number of seconds", word.text),
                    "under `fields` of the reply: `type: integer`",
                );
            }
            if !wants_number && (!matches!(field.ty, Type::Text { .. }) || field.sensitivity == Sensitivity::Public) {
                faults.add(
                    &word.at,
                    format!("`{}` is a token and isn't kept secret", word.text),
                    "under `fields` of the reply: a text with `sensitive: secret`",
                );
            }
        }
    }
}

/// Whether an operation can't be asked without this authorization, directly or for a token on the way.
fn needs(gateway: &Gateway, operations: &[&Operation], operation: &Operation, name: &str) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    let mut next = operation.authorization.as_deref();
    while let Some(own) = next.filter(|own| !seen.contains(own)) {
        if own == name {
            return true;
        }
        seen.push(own);
        let found = gateway.authorizations.iter().find(|other| other.name == own);
        next = match found.map(|found| &found.scheme) {
            Some(Scheme::Bearer { operation, .. }) => {
                operations.iter().find(|other| other.id == *operation).and_then(|other| other.authorization.as_deref())
            }
            Some(Scheme::Basic { .. }) | None => None,
        };
    }
    false
}
