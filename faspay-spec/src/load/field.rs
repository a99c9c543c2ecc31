//! From a row to a field: who fills it, when it must be there, how its value is checked, how its key is written, and
//! what a signature that covers it means for it.

use super::fields::Draft;
use super::gateway::sensitivity;
use super::message::Reader;
use crate::decode::{Fields, Word, text};
use crate::model::{
    Alias, Case, Characters, Encoding, Field, From, Part, Presence, Recipe, Sensitivity, Transport, Type,
};
use crate::names;
use crate::page::{Flag, SampleValue};
use crate::rule;
use crate::yaml::{Key, Node};

const SETTINGS_OF_A_FIELD: [&str; 17] = [
    "from",
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
    pub(super) fn fields(&mut self, message: &Fields<'_>, drafts: &[Draft], sending: bool) -> Vec<Field> {
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
                self.field(draft, own.as_ref(), &names, sending)
            })
            .collect();
        self.distinct(&built, drafts, &overrides);
        built
    }

    /// A key is one field's: no other field, and no other alias, may have the spelling of an alias.
    fn distinct(&self, built: &[Field], drafts: &[Draft], overrides: &[(&Key, &Node)]) {
        for (index, field) in built.iter().enumerate() {
            for (place, alias) in field.aliases.iter().enumerate() {
                let other = |(at, other): (usize, &Field)| {
                    let others = other.aliases.iter().enumerate().filter(|(own, _)| (at, *own) < (index, place));
                    other.name == alias.name || others.into_iter().any(|(_, own)| own.name == alias.name)
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
    fn aliases(&self, own: &Fields<'_>, sending: bool) -> Vec<Alias> {
        let mut aliases = Vec::new();
        for (key, node) in own.map("aliases", "`aliases`") {
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
                name: key.text.to_ascii_lowercase(),
                source: format!("{}/{} row {}", self.gateway.id, table.text, row + 1),
            });
        }
        aliases
    }

    fn field(&self, draft: &Draft, own: Option<&Fields<'_>>, names: &[&str], sending: bool) -> Option<Field> {
        let from = own.and_then(|own| self.from(draft, own, names)).unwrap_or(From::Caller);
        let credential = match &from {
            From::Credential(name) => self.gateway.credentials.iter().find(|own| own.name == *name),
            _ => None,
        };
        let stated = own.and_then(|own| sensitivity(own, self.faults));
        let sensitivity = match (stated, credential) {
            (Some(stated), _) => stated,
            (None, Some(credential)) => credential.sensitivity,
            (None, None) => {
                if names::looks_secret(&draft.name) {
                    self.faults.add(
                        &draft.at,
                        format!("nothing says whether `{}` may be shown, and its name looks like a secret", draft.name),
                        "under `fields`: `sensitive: secret`, `sensitive: card`, or `sensitive: none` with `because: …`",
                    );
                }
                Sensitivity::Public
            }
        };
        // What can't be read is reported; going on with a text keeps one mistake from looking like many.
        let ty = self.ty(draft, own, &from).unwrap_or(Type::text(None));
        let ty = own.map_or(ty.clone(), |own| self.narrowed(ty, own));
        if let (Type::Amount { currency: Some(name), .. }, Some(word)) = (&ty, own.and_then(|own| own.text("currency")))
            && !names.contains(&name.as_str())
        {
            self.faults.add(
                &word.at,
                format!("`{}` has its currency in `{name}`, which this message doesn't have", draft.name),
                "a field of this message, or `currency: none`",
            );
        }
        let presence = self.presence(draft, own, &from, sending);
        Some(Field {
            name: draft.name.to_ascii_lowercase(),
            wire: draft.name.clone(),
            rust: names::field(&draft.name),
            summary: own.and_then(|own| own.text("summary")).map(|word| word.text).unwrap_or_default(),
            ty,
            documented: draft.ty.clone(),
            presence,
            from,
            sensitivity,
            basis: draft.basis,
            origin: draft.origin.clone(),
            forbid: String::new(),
            case_setting: None,
            aliases: own.map(|own| self.aliases(own, sending)).unwrap_or_default(),
            json_number: own.and_then(|own| own.choice("json", &[("number", true), ("text", false)])).unwrap_or(false),
        })
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
                        format!("one of {}", known.join(", ")),
                    );
                }
                Some(From::Credential(name.to_owned()))
            }
            "currency" => {
                if !names.contains(&rest) {
                    self.unknown_field(&Word { text: rest.to_owned(), at: word.at.clone() }, names);
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
                    "caller, credential [name], signature <recipe> or currency <amount field>",
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

    fn ty(&self, draft: &Draft, own: Option<&Fields<'_>>, from: &From) -> Option<Type> {
        let (_, size) = split_type(&draft.ty);
        let stated = own.and_then(|own| own.text("type"));
        let max = own.and_then(|own| own.number("max")).or(size);
        let Some(word) = stated else {
            return match implied(&draft.ty, max) {
                Some(ty) => Some(ty),
                // A computed or constant value is never checked as input; its documented type may be anything.
                None if matches!(from, From::Fixed(_) | From::Signature { .. }) => Some(Type::text(max)),
                None => {
                    self.faults.add(
                        &draft.at,
                        format!("the type `{}` of `{}` says not how to check a value", draft.ty, draft.name),
                        "under `fields`: `type: text|integer|amount|date|day-list|url|code <list>`, or a correction",
                    );
                    None
                }
            };
        };
        let own = own?;
        let (kind, rest) = word.text.split_once(' ').unwrap_or((&word.text, ""));
        match kind {
            "text" => Some(Type::text(max)),
            "url" => Some(Type::Url { max }),
            "integer" => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
            "date" => Some(Type::Date),
            "amount" => Some(Type::Amount {
                decimals: own.number("decimals").unwrap_or_else(|| {
                    own.missing("decimals");
                    0
                }),
                max,
                positive: own.flag("positive"),
                // What messages share may name a currency that this one doesn't carry.
                currency: own.text("currency").map(|word| word.text).filter(|name| name != "none"),
            }),
            "day-list" => Some(Type::DayList {
                max: own.number("max").unwrap_or_else(|| {
                    own.missing("max");
                    31
                }),
            }),
            "code" => {
                let Some(list) = self.gateway.codes.iter().find(|list| list.name == rest) else {
                    let known: Vec<&str> = self.gateway.codes.iter().map(|list| list.name.as_str()).collect();
                    self.faults.add(
                        &word.at,
                        format!("there is no code list `{rest}`"),
                        format!("one of {}", known.join(", ")),
                    );
                    return None;
                };
                let only = own.texts("only");
                for word in only.iter().filter(|word| !list.values.iter().any(|value| value.code == word.text)) {
                    self.faults.add(
                        &word.at,
                        format!("`{}` isn't a code of `{rest}`", word.text),
                        "codes of that list",
                    );
                }
                let only = (!only.is_empty()).then(|| only.into_iter().map(|word| word.text).collect());
                Some(Type::Code { list: rest.to_owned(), only })
            }
            _ => {
                self.faults.add(
                    &word.at,
                    format!("there is no type `{kind}`"),
                    "text, integer, amount, date, day-list, url or code <list>",
                );
                None
            }
        }
    }

    /// `min` and `characters`, which only texts have.
    fn narrowed(&self, ty: Type, own: &Fields<'_>) -> Type {
        let least = own.number("min");
        let only = own.choice("characters", &Characters::ALL.map(|one| (one.as_str(), one)));
        match ty {
            Type::Text { max, .. } => {
                if let (Some(min), Some(max), Some(word)) = (least, max, own.text("min"))
                    && min > max
                {
                    self.faults.add(
                        &word.at,
                        format!("nothing has at least {min} and at most {max} characters"),
                        "a smaller `min`",
                    );
                }
                Type::Text { min: least, max, characters: only.unwrap_or(Characters::Any) }
            }
            ty => {
                for word in [own.text("min"), own.text("characters")].into_iter().flatten() {
                    self.faults.add(&word.at, "only a text has `min` and `characters`", "`type: text`, or neither");
                }
                ty
            }
        }
    }

    /// Order and case of the keys: `wire: {like: page#sample, case: upper|lower, keys: {name: KEY}}`.
    pub(super) fn wire(&self, request: &Fields<'_>, built: &mut [Field]) {
        let Some(node) = request.get("wire") else { return };
        let Some(wire) = Fields::of(node, "`wire`", &["like", "case", "keys"], self.faults) else { return };
        let upper = wire.choice("case", &[("upper", true), ("lower", false)]);
        let sample: Vec<&(String, SampleValue)> = wire.text("like").map(|word| self.sample(&word)).unwrap_or_default();
        for field in built.iter_mut() {
            field.wire = match sample.iter().find(|(key, _)| key.eq_ignore_ascii_case(&field.name)) {
                Some((key, _)) => key.clone(),
                None if upper == Some(true) => field.name.to_ascii_uppercase(),
                None => field.name.clone(),
            };
        }
        for (key, node) in wire.map("keys", "`keys`") {
            let Some(value) = text(node, "a key", self.faults) else { continue };
            match built.iter_mut().find(|field| field.name == key.text) {
                Some(field) if names::is_parameter(&value.text) && value.text.eq_ignore_ascii_case(&field.name) => {
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
        built.sort_by_key(|field| {
            sample.iter().position(|(key, _)| key.eq_ignore_ascii_case(&field.name)).unwrap_or(usize::MAX)
        });
    }

    /// `json: number` where it has no sense: in a form, or on a value that isn't always a JSON number.
    pub(super) fn numbers(&self, request: &Fields<'_>, transport: Option<Transport>, built: &[Field]) {
        let overrides = request.map("fields", "`fields`");
        for field in built.iter().filter(|field| field.json_number) {
            let is_json = transport.is_none_or(|transport| transport.encoding() == Encoding::Json);
            let own = overrides.iter().find(|(key, _)| key.text.eq_ignore_ascii_case(&field.name));
            let Some((key, _)) = own else { continue };
            if !is_json {
                self.faults.add(&key.at, "a form has no numbers", "`transport: server-json`, or no `json`");
            } else if !self.is_number(field) {
                self.faults.add(
                    &key.at,
                    format!("`{}` isn't always a JSON number", field.name),
                    "`json: number` on an integer, an amount, or fixed digits or codes without leading zeros",
                );
            }
        }
    }

    fn is_number(&self, field: &Field) -> bool {
        let whole = |text: &str| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
        };
        match (&field.from, &field.ty) {
            (From::Fixed(text), _) => whole(text),
            (From::Caller, Type::Integer { .. } | Type::Amount { .. }) => true,
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

/// How a documented type has values checked when nobody says otherwise. `None` where it doesn't tell: the spec must.
pub(crate) fn implied(documented: &str, max: Option<u32>) -> Option<Type> {
    let (kind, size) = split_type(documented);
    match kind.to_ascii_lowercase().as_str() {
        "varchar" | "char" | "alphanumeric" | "string" => Some(Type::text(max)),
        "integer" => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
        "numeric" if size.is_some() => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
        "date" => Some(Type::Date),
        _ => None,
    }
}

/// `Varchar(10)` is `Varchar` and 10.
pub(crate) fn split_type(documented: &str) -> (&str, Option<u32>) {
    match documented.strip_suffix(')').and_then(|open| open.split_once('(')) {
        Some((kind, size)) if size.parse::<u32>().is_ok() => (kind.trim(), size.parse().ok()),
        _ => (documented.trim(), None),
    }
}
