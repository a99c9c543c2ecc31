//! What of a request isn't its body: method, path, authorization, and the parameters that go into path, query and headers.

use super::fields::Draft;
use super::message::Reader;
use super::nest::Naming;
use crate::decode::{Fields, Word, one_of};
use crate::model::{Encoding, Field, From, Method, Place, Presence, Transport, Type};

pub(super) struct Http {
    pub method: Method,
    pub path: String,
    pub authorization: Option<String>,
}

impl Reader<'_> {
    pub(super) fn http(
        &self,
        operation: &Fields<'_>,
        transport: Option<Transport>,
        naming: Naming,
        drafts: &[Draft],
        built: &[Field],
    ) -> Http {
        let method = operation.choice("method", &[("POST", Method::Post), ("GET", Method::Get)]);
        let path = operation.text("path");
        let authorization = operation.text("authorization");
        let row = |field: &Field| drafts.iter().find(|draft| naming.canonical(&draft.name) == field.name);
        if transport.is_some_and(|transport| transport != Transport::ServerJson) {
            for (key, _) in ["method", "path", "authorization"].iter().filter_map(|key| operation.entry(key)) {
                self.faults.add(
                    &key.at,
                    format!("a form is posted to its endpoint and has no `{}`", key.text),
                    "`transport: server-json`, or no such key",
                );
            }
            for draft in built.iter().filter(|field| field.place != Place::Body).filter_map(row) {
                self.faults.add(
                    &draft.at,
                    format!("`{}` isn't in the body, and a form has nothing else", draft.name),
                    "`transport: server-json`, or no `in`",
                );
            }
        }
        self.structures(transport.map(Transport::encoding), naming, drafts, built);
        if method == Some(Method::Get)
            && let Some(word) = operation.text("method")
        {
            let body: Vec<String> = built
                .iter()
                .filter(|field| field.place == Place::Body && !naming.is_member(&field.name))
                .map(|field| format!("`{}`", field.name))
                .collect();
            if !body.is_empty() {
                self.faults.add(
                    &word.at,
                    format!("a GET has no body that could hold {}", body.join(", ")),
                    "under `fields`: `in: path`, `in: query` or `in: header NAME` for each, or `omit`",
                );
            }
        }
        self.headers(naming, drafts, built);
        self.idempotency(transport, naming, drafts, built);
        if let Some(word) = &authorization
            && !self.gateway.authorizations.iter().any(|own| own.name == word.text)
        {
            let known: Vec<&str> = self.gateway.authorizations.iter().map(|own| own.name.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("there is no authorization `{}`", word.text),
                one_of(&known, "an entry under `authorizations` in gateway.yaml"),
            );
        }
        let path = self.path(operation, path, naming, drafts, built);
        Http { method: method.unwrap_or(Method::Post), path, authorization: authorization.map(|word| word.text) }
    }

    /// Only JSON has objects inside.
    pub(super) fn structures(&self, encoding: Option<Encoding>, naming: Naming, drafts: &[Draft], built: &[Field]) {
        let structure =
            built.iter().find(|field| matches!(field.ty, Type::Object { .. } | Type::List { .. } | Type::Json));
        if encoding == Some(Encoding::Form)
            && let Some(field) = structure
            && let Some(draft) = drafts.iter().find(|draft| naming.canonical(&draft.name) == field.name)
        {
            self.faults.add(
                &draft.at,
                format!("`{}` is an object, and a form has none", field.name),
                "`transport: server-json` of an operation, `encoding: json` of a message",
            );
        }
    }

    /// A header comes from one parameter.
    fn headers(&self, naming: Naming, drafts: &[Draft], built: &[Field]) {
        let mut seen: Vec<&str> = Vec::new();
        for field in built {
            let Place::Header(name) = &field.place else { continue };
            if seen.iter().any(|own| own.eq_ignore_ascii_case(name))
                && let Some(draft) = drafts.iter().find(|draft| naming.canonical(&draft.name) == field.name)
            {
                self.faults.add(
                    &draft.at,
                    format!("another parameter is in the header `{name}` already"),
                    "a header of its own",
                );
            }
            seen.push(name);
        }
    }

    fn idempotency(&self, transport: Option<Transport>, naming: Naming, drafts: &[Draft], built: &[Field]) {
        let keys = built.iter().filter(|field| field.from == From::IdempotencyKey);
        for (index, field) in keys.enumerate() {
            let complaint = if index > 0 {
                "a request has one idempotency key"
            } else if transport == Some(Transport::BrowserForm) {
                "the shopper's browser posts this form, and nobody sends it again"
            } else if !matches!(field.ty, Type::Text { .. }) {
                "an idempotency key is a text"
            } else if !matches!(field.place, Place::Body | Place::Header(_)) || naming.is_member(&field.name) {
                "an idempotency key is in a header or at the top of the body"
            } else {
                continue;
            };
            if let Some(draft) = drafts.iter().find(|draft| naming.canonical(&draft.name) == field.name) {
                self.faults.add(
                    &draft.at,
                    complaint,
                    "one text from `idempotency-key`, `in: header NAME` or in the body",
                );
            }
        }
    }

    /// The path with the canonical names in it.
    fn path(
        &self,
        operation: &Fields<'_>,
        path: Option<Word>,
        naming: Naming,
        drafts: &[Draft],
        built: &[Field],
    ) -> String {
        let placed: Vec<&Field> = built.iter().filter(|field| field.place == Place::Path).collect();
        let Some(word) = path else {
            for field in &placed {
                if let Some(draft) = drafts.iter().find(|draft| naming.canonical(&draft.name) == field.name) {
                    self.faults.add(
                        &draft.at,
                        format!("`{}` is in a path, and the operation has none", field.name),
                        format!("`path: /…/{{{}}}`", field.name),
                    );
                }
            }
            return String::new();
        };
        let Some(parts) = parts(&word.text) else {
            self.faults.add(
                &word.at,
                format!("`{}` isn't a path", word.text),
                "`/` and names of letters, digits, `-`, `.`, `_`, `~` or {parameter}, without `/` at the end and without query",
            );
            return String::new();
        };
        let url = |url: &Option<String>| url.as_ref().is_some_and(|url| url.ends_with('/'));
        let endpoint = operation.text("endpoint").map(|word| word.text).unwrap_or_default();
        if self.gateway.endpoints.iter().any(|own| own.name == endpoint && (url(&own.sandbox) || url(&own.production)))
        {
            self.faults.add(
                &word.at,
                format!("the address of the endpoint `{endpoint}` ends with `/` and this path begins with it"),
                "an endpoint without `/` at its end",
            );
        }
        let mut whole = String::new();
        let mut named: Vec<String> = Vec::new();
        for part in parts {
            let name = match part {
                PathPart::Text(text) => {
                    whole += text;
                    continue;
                }
                PathPart::Name(name) => naming.canonical(name),
            };
            whole += &format!("{{{name}}}");
            let at = word.at.within(word.text.find(&format!("{{{name}}}")).unwrap_or(0), name.len() + 2);
            match placed.iter().find(|field| field.name == name) {
                None => {
                    let known: Vec<&str> = placed.iter().map(|field| field.name.as_str()).collect();
                    let expected = if known.is_empty() {
                        format!("under `fields`: `{name}: {{in: path}}`")
                    } else {
                        format!("a parameter with `in: path`: {}", known.join(", "))
                    };
                    self.faults.add(&at, format!("the path wants `{name}`, which isn't a parameter of it"), expected);
                }
                Some(_) if named.contains(&name) => {
                    self.faults.add(&at, format!("`{name}` stands in the path twice"), "each parameter once");
                }
                Some(field)
                    if field.presence != Presence::Mandatory
                        && matches!(field.from, From::Caller | From::CurrencyOf(_) | From::IdempotencyKey) =>
                {
                    self.faults.add(
                        &at,
                        format!("`{name}` may be left out, and a path can't do without"),
                        "presence M, by a correction if need be",
                    );
                }
                Some(_) => {}
            }
            named.push(name);
        }
        for field in placed.iter().filter(|field| !named.contains(&field.name)) {
            self.faults.add(
                &word.at,
                format!("`{}` is in the path, and this path has no place for it", field.name),
                format!("`{{{}}}` in the path, or no `in: path`", field.name),
            );
        }
        whole
    }
}

enum PathPart<'a> {
    Text(&'a str),
    Name(&'a str),
}

/// The literal parts of a path and the names in it; `None` where it isn't one.
fn parts(path: &str) -> Option<Vec<PathPart<'_>>> {
    let names = path.strip_prefix('/')?.split('/');
    if path.len() > 1024 || names.clone().any(|name| matches!(name, "" | "." | "..")) {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some((text, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}')?;
        parts.push(PathPart::Text(text));
        parts.push(PathPart::Name(name));
        rest = after;
    }
    parts.push(PathPart::Text(rest));
    let is_sound = parts.iter().all(|part| match part {
        PathPart::Text(text) => text.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~".contains(&b)),
        PathPart::Name(name) => crate::names::is_parameter(name),
    });
    is_sound.then_some(parts)
}
