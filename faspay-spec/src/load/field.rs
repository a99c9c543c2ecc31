//! From a row to a field: who fills it, when it must be there, how its value is checked, how its key is written, and
//! what a signature that covers it means for it.

use super::fields::Draft;
use super::gateway::sensitivity;
use super::message::Reader;
use super::nest::{self, Naming};
use crate::decode::{Fields, Word, one_of, text};
use crate::model::{Case, Encoding, Field, From, Part, Place, Presence, Recipe, Sensitivity, Transport, Type};
use crate::names;
use crate::page::{Flag, SampleValue};
use crate::rule;
use crate::yaml::Value;

/// Headers that the library writes itself, or that say how a message travels.
const OWN_HEADERS: [&str; 7] =
    ["Accept", "Authorization", "Connection", "Content-Length", "Content-Type", "Host", "Transfer-Encoding"];

const SETTINGS_OF_A_FIELD: [&str; 18] = [
    "from",
    "in",
    "fixed",
    "with",
    "type",
    "decimals",
    "max",
    "min",
    "characters",
    "positive",
    "currency",
    "only",
    "condition",
    "json",
    "sensitive",
    "because",
    "summary",
    "aliases",
];

impl Reader<'_> {
    /// The fields in the order of the tables, each with its whole path.
    pub(super) fn fields(
        &mut self,
        message: &Fields<'_>,
        drafts: &[Draft],
        naming: Naming,
        sending: bool,
    ) -> Vec<Field> {
        let overrides = message.map("fields", "`fields`");
        let names: Vec<&str> = drafts.iter().map(|draft| draft.name.as_str()).collect();
        for (key, _) in &overrides {
            if !names.contains(&key.text.as_str()) {
                self.unknown_field(&Word { text: key.text.clone(), at: key.at.clone() }, &names);
            }
        }
        let built: Vec<Field> = drafts
            .iter()
            .filter_map(|draft| {
                let own = overrides.iter().find(|(key, _)| key.text == draft.name).map(|(_, node)| *node);
                let vocabulary = if sending { &mut self.request } else { &mut self.response };
                let merged = vocabulary.merged(&draft.name, own);
                let own =
                    merged.as_ref().and_then(|node| Fields::of(node, "a field", &SETTINGS_OF_A_FIELD, self.faults));
                self.field(draft, own.as_ref(), &names, naming, sending)
            })
            .collect();
        self.distinct(&built, drafts, &overrides);
        built
    }

    fn field(
        &self,
        draft: &Draft,
        own: Option<&Fields<'_>>,
        names: &[&str],
        naming: Naming,
        sending: bool,
    ) -> Option<Field> {
        let from = own.and_then(|own| self.from(draft, own, names)).unwrap_or(From::Caller);
        // What can't be read is reported; going on with a text keeps one mistake from looking like many.
        let ty = self.ty(draft, own, &from, sending).unwrap_or(Type::text(None));
        let is_structure = matches!(ty, Type::Object { .. } | Type::List { .. });
        if is_structure && from != From::Caller {
            self.faults.add(
                &draft.at,
                format!("`{}` is made of its members and comes from nowhere else", draft.name),
                "no `from` and no `fixed`",
            );
        }
        let credential = match &from {
            From::Credential(name) => self.gateway.credentials.iter().find(|own| own.name == *name),
            _ => None,
        };
        let stated = own.and_then(|own| sensitivity(own, self.faults));
        let sensitivity = match (stated, credential) {
            (Some(stated), _) => stated,
            (None, Some(credential)) => credential.sensitivity,
            (None, None) => {
                if names::looks_secret(naming.wire(&draft.name)) && !is_structure {
                    self.faults.add(
                        &draft.at,
                        format!("nothing says whether `{}` may be shown, and its name looks like a secret", draft.name),
                        "under `fields`: `sensitive: secret`, `sensitive: card`, or `sensitive: none` with `because: …`",
                    );
                }
                Sensitivity::Public
            }
        };
        if let (Type::Amount { currency: Some(name), .. }, Some(word)) = (&ty, own.and_then(|own| own.text("currency")))
            && !names.contains(&name.as_str())
        {
            self.faults.add(
                &word.at,
                format!("`{}` has its currency in `{name}`, which this message doesn't have", draft.name),
                "a field of this message, or `currency: none`",
            );
        } else if let (Type::Amount { currency: Some(name), .. }, Some(word)) =
            (&ty, own.and_then(|own| own.text("currency")))
        {
            self.beside(draft, name, &word);
        }
        let place = own.and_then(|own| self.place(draft, own, &ty, naming, sending)).unwrap_or(Place::Body);
        let json = own.and_then(|own| own.choice("json", &[("number", true), ("text", false)]));
        if let (Type::Boolean, Some(false), Some(word)) = (&ty, json, own.and_then(|own| own.text("json"))) {
            self.faults.add(&word.at, "true and false are always written bare", "no `json`, or `type: text`");
        }
        let presence = self.presence(draft, own, &from, sending);
        let aliases = own.map(|own| self.aliases(draft, own, &ty, naming, sending)).unwrap_or_default();
        Some(Field {
            name: naming.canonical(&draft.name),
            wire: naming.wire(&draft.name).to_owned(),
            parent: None,
            rust: naming.rust(&draft.name).1,
            summary: own.and_then(|own| own.text("summary")).map(|word| word.text).unwrap_or_default(),
            json_number: place == Place::Body && (json == Some(true) || ty == Type::Boolean),
            place,
            ty,
            documented: draft.ty.clone(),
            presence,
            from,
            sensitivity,
            basis: draft.basis,
            origin: draft.origin.clone(),
            forbid: String::new(),
            case_setting: None,
            aliases,
        })
    }

    /// Amount and currency of an element are both in it.
    fn beside(&self, draft: &Draft, other: &str, word: &Word) {
        if nest::split(&draft.name).0 != nest::split(other).0 {
            self.faults.add(
                &word.at,
                format!("`{}` and `{other}` aren't in the same element of a list", draft.name),
                "an amount and its currency together, both outside lists or both in one element",
            );
        }
    }

    /// `in: path`, `in: query` or `in: header NAME`.
    fn place(&self, draft: &Draft, own: &Fields<'_>, ty: &Type, naming: Naming, sending: bool) -> Option<Place> {
        let word = own.text("in")?;
        let complain = |message: String, expected: &str| self.faults.add(&word.at, message, expected);
        let place = match word.text.split_once(' ').unwrap_or((&word.text, "")) {
            ("path", "") => Place::Path,
            ("query", "") => Place::Query,
            ("header", name) => {
                let taken = OWN_HEADERS.iter().any(|own| own.eq_ignore_ascii_case(name));
                if !names::is_header(name) || taken {
                    complain(
                        format!("`{name}` can't be the header of a parameter"),
                        "the name of a header that the library doesn't write itself, such as `X-SHOP-ID`",
                    );
                    return None;
                }
                Place::Header(name.to_owned())
            }
            _ => {
                complain(format!("a parameter can't be in `{}`", word.text), "path, query or header NAME");
                return None;
            }
        };
        if !sending {
            complain(format!("`{}` is received, and only bodies are read", draft.name), "no `in`");
            return None;
        }
        if naming.is_member(&draft.name) || matches!(ty, Type::Object { .. } | Type::List { .. } | Type::Json) {
            complain(
                format!("`{}` is part of a JSON body", draft.name),
                "`in` on single values at the top of the message",
            );
            return None;
        }
        Some(place)
    }

    fn from(&self, draft: &Draft, own: &Fields<'_>, names: &[&str]) -> Option<From> {
        if let Some(fixed) = own.text("fixed") {
            return Some(From::Fixed(fixed.text));
        }
        let word = own.text("from")?;
        let (kind, rest) = word.text.split_once(' ').unwrap_or((&word.text, ""));
        match kind {
            "caller" => Some(From::Caller),
            "credential" => {
                let name = if rest.is_empty() { draft.name.as_str() } else { rest };
                if !self.gateway.credentials.iter().any(|own| own.name == name) {
                    let known: Vec<&str> = self.gateway.credentials.iter().map(|own| own.name.as_str()).collect();
                    self.faults.add(
                        &word.at,
                        format!("there is no credential `{name}`"),
                        one_of(&known, "an entry under `credentials` in gateway.yaml"),
                    );
                }
                Some(From::Credential(name.to_owned()))
            }
            "idempotency-key" if rest.is_empty() => Some(From::IdempotencyKey),
            "currency" => {
                if !names.contains(&rest) {
                    self.unknown_field(&Word { text: rest.to_owned(), at: word.at.clone() }, names);
                } else {
                    self.beside(draft, rest, &word);
                }
                Some(From::CurrencyOf(rest.to_owned()))
            }
            "signature" => {
                let recipe = self.recipe(&Word { text: rest.to_owned(), at: word.at.clone() })?;
                let with: Vec<(String, String)> = own
                    .map("with", "`with`")
                    .into_iter()
                    .filter_map(|(key, node)| {
                        Some((key.text.clone(), text(node, "a bound constant", self.faults)?.text))
                    })
                    .collect();
                for part in &recipe.parts {
                    if let Part::Value { name, .. } = part
                        && !names.contains(&name.as_str())
                        && !with.iter().any(|(bound, _)| bound == name)
                        && !self.gateway.credentials.iter().any(|own| own.name == *name)
                    {
                        self.absent(&recipe.name, name, &word);
                    }
                }
                Some(From::Signature { recipe: recipe.name.clone(), with })
            }
            _ => {
                self.faults.add(
                    &word.at,
                    format!("a field can't come from `{}`", word.text),
                    "caller, credential [name], signature <recipe>, currency <amount field> or idempotency-key",
                );
                None
            }
        }
    }

    fn presence(&self, draft: &Draft, own: Option<&Fields<'_>>, from: &From, sending: bool) -> Presence {
        let condition = own.and_then(|own| own.text("condition"));
        match (draft.flag, condition) {
            (Flag::Mandatory, None) => Presence::Mandatory,
            (Flag::Optional, None) => Presence::Optional,
            (Flag::Conditional, Some(word)) if word.text == "undocumented" => Presence::Undocumented,
            (Flag::Conditional, Some(word)) if nest::split(&draft.name).0.is_some() => {
                self.faults.add(
                    &word.at,
                    format!(
                        "`{}` is in a list, and each element has its own: conditions can't tell them apart",
                        draft.name
                    ),
                    "`condition: undocumented`, or a correction of its presence",
                );
                Presence::Undocumented
            }
            // Its types are checked once all fields are known: see `presences`.
            (Flag::Conditional, Some(word)) => match rule::parse(&word.text) {
                Ok(expr) => Presence::When(expr),
                Err(error) => {
                    self.faults.add(
                        &word.at.within(error.at, error.len),
                        "this condition can't be read",
                        error.message,
                    );
                    Presence::Undocumented
                }
            },
            (Flag::Conditional, None) => {
                if sending && *from == From::Caller {
                    self.faults.add(
                        &draft.at,
                        format!("`{}` is conditional and nothing says when", draft.name),
                        "under `fields`: `condition: <rule>` or `condition: undocumented`",
                    );
                }
                Presence::Undocumented
            }
            (flag, Some(word)) => {
                self.faults.add_with(
                    &word.at,
                    format!("`{}` isn't conditional", draft.name),
                    "no condition, or a correction of its presence to C",
                    vec![(draft.at.clone(), "the page's row".into())],
                );
                if flag == Flag::Mandatory { Presence::Mandatory } else { Presence::Optional }
            }
        }
    }

    /// Order and case of the keys: `wire: {like: page#sample, case: upper|lower, keys: {name: KEY}}`.
    pub(super) fn wire(&self, request: &Fields<'_>, naming: Naming, built: &mut Vec<Field>) {
        let Some(node) = request.get("wire") else { return };
        let Some(wire) = Fields::of(node, "`wire`", &["like", "case", "keys"], self.faults) else { return };
        let upper = wire.choice("case", &[("upper", true), ("lower", false)]);
        let sample: Vec<&(String, SampleValue)> = wire.text("like").map(|word| self.sample(&word)).unwrap_or_default();
        for field in built.iter_mut() {
            let own = naming.wire(&field.name);
            field.wire = match sample.iter().find(|(key, _)| key.eq_ignore_ascii_case(&field.name)) {
                Some((key, _)) => naming.wire(key).to_owned(),
                None if upper == Some(true) => own.to_ascii_uppercase(),
                None => own.to_owned(),
            };
        }
        for (key, node) in wire.map("keys", "`keys`") {
            let Some(value) = text(node, "a key", self.faults) else { continue };
            match built.iter_mut().find(|field| field.name == key.text) {
                Some(field)
                    if names::is_parameter(&value.text)
                        && value.text.eq_ignore_ascii_case(naming.wire(&field.name)) =>
                {
                    field.wire = value.text
                }
                Some(_) => self.faults.add(
                    &value.at,
                    format!("`{}` isn't a key for `{}`", value.text, key.text),
                    "the same name in another case",
                ),
                None => {
                    self.faults.add(&key.at, format!("there is no field `{}`", key.text), "a field of this message")
                }
            }
        }
        if naming == Naming::Flat {
            built.sort_by_key(|field| {
                sample.iter().position(|(key, _)| key.eq_ignore_ascii_case(&field.name)).unwrap_or(usize::MAX)
            });
        } else {
            nest::sort(built, &sample.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>());
        }
    }

    /// Bare values where they have no sense: in a form, or where a value isn't always a JSON number or truth value.
    pub(super) fn numbers(
        &self,
        request: &Fields<'_>,
        transport: Option<Transport>,
        drafts: &[Draft],
        built: &mut [Field],
    ) {
        let overrides = request.map("fields", "`fields`");
        let is_json = transport.is_none_or(|transport| transport.encoding() == Encoding::Json);
        for field in built.iter_mut() {
            let own = overrides.iter().find(|(key, _)| key.text.eq_ignore_ascii_case(&field.name));
            let stated = own.is_some_and(|(_, node)| {
                matches!(&node.value, Value::Map(pairs) if pairs.iter().any(|(key, node)| {
                    key.text == "json" && matches!(&node.value, Value::Text(word) if word == "number")
                }))
            });
            let draft = drafts.iter().find(|draft| draft.name.eq_ignore_ascii_case(&field.name));
            let Some(at) = own.map(|(key, _)| &key.at).or(draft.map(|draft| &draft.at)) else { continue };
            if stated && field.place != Place::Body {
                self.faults.add(
                    at,
                    format!("`{}` isn't in the body, and only there are numbers", field.name),
                    "no `json`",
                );
            } else if field.json_number && !is_json {
                if stated {
                    self.faults.add(at, "a form has no numbers", "`transport: server-json`, or no `json`");
                }
                field.json_number = false;
            } else if field.json_number && !self.is_bare(field) {
                let (message, expected) = if field.ty == Type::Boolean {
                    (
                        format!("`{}` isn't always true or false", field.name),
                        "`type: boolean` on what the merchant's code gives, or on `fixed: true` or `fixed: false`",
                    )
                } else {
                    (
                        format!("`{}` isn't always a JSON number", field.name),
                        "`json: number` on an integer, a decimal, an amount, or fixed digits or codes without leading zeros",
                    )
                };
                self.faults.add(at, message, expected);
            }
        }
    }

    fn is_bare(&self, field: &Field) -> bool {
        let whole = |text: &str| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
        };
        let decimal = |text: &str| match text.split_once('.') {
            Some((units, rest)) => whole(units) && !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()),
            None => whole(text),
        };
        match (&field.from, &field.ty) {
            (From::Fixed(text), Type::Boolean) => text == "true" || text == "false",
            (From::Fixed(text), Type::Decimal { .. }) => decimal(text),
            (From::Fixed(text), _) => whole(text),
            (From::Caller, Type::Integer { .. } | Type::Amount { .. } | Type::Decimal { .. } | Type::Boolean) => true,
            (From::Caller, Type::Code { list, .. }) => {
                let list = self.gateway.codes.iter().find(|own| own.name == *list);
                list.is_some_and(|list| list.values.iter().all(|value| whole(&value.code)))
            }
            _ => false,
        }
    }

    fn sample(&self, word: &Word) -> Vec<&(String, SampleValue)> {
        let found = word.text.split_once('#').and_then(|(page, sample)| {
            let loaded = self.pages.iter().find(|loaded| loaded.page.id == page)?;
            loaded.page.samples.iter().find(|own| own.id == sample)
        });
        if found.is_none() {
            self.faults.add(&word.at, format!("no page has the sample `{}`", word.text), "page#sample");
        }
        found.map(|sample| sample.pairs.iter().collect()).unwrap_or_default()
    }

    /// What a signature means for the fields that it covers.
    pub(super) fn signed(&self, built: &mut [Field]) {
        let recipes: Vec<&Recipe> = built
            .iter()
            .filter_map(|field| match &field.from {
                From::Signature { recipe, .. } => self.gateway.recipes.iter().find(|own| own.name == *recipe),
                _ => None,
            })
            .collect();
        for part in recipes.iter().flat_map(|recipe| recipe.parts.iter().map(move |part| (recipe, part))) {
            let (recipe, Part::Value { name, case }) = part else { continue };
            let Some(field) = built.iter_mut().find(|field| field.name == *name) else { continue };
            for c in recipe.delimiter_chars.chars() {
                if !field.forbid.contains(c) {
                    field.forbid.push(c);
                }
            }
            if let Case::Setting(setting) = case {
                field.case_setting = Some(setting.clone());
            }
        }
    }
}
