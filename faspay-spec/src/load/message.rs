//! Reads `operations/**/*.yaml` and `messages/**/*.yaml`: what a person says about the parameters that the pages list.

use std::cell::RefCell;

use super::check::{Checker, Place};
use super::fields::{self, Draft};
use super::gateway::sensitivity;
use super::pages::{BASES, LoadedPage};
use crate::decode::{Faults, Fields, Word, nearest, text};
use crate::model::{
    Asked, Auth, Expr, Field, From, Gateway, Inbound, Operation, Origin, Part, Presence, Recipe, Rule, Sensitivity,
    Transport, Type,
};
use crate::names;
use crate::page::{Flag, SampleValue};
use crate::rule;
use crate::yaml::{Key, Node, Value};

pub(super) struct Reader<'a> {
    pub gateway: &'a Gateway,
    pub pages: &'a [LoadedPage],
    /// What shared parameters mean when sent.
    pub request: Vocabulary<'a>,
    /// What shared parameters mean when received.
    pub response: Vocabulary<'a>,
    pub faults: &'a Faults,
    /// Where the conditions of operations are written.
    pub places: RefCell<Vec<Place>>,
}

/// One half of `vocabulary.yaml`: parameters that several messages share, with what they mean.
#[derive(Default)]
pub(super) struct Vocabulary<'a> {
    entries: Vec<(&'a Key, &'a Node)>,
    used: Vec<String>,
}

impl<'a> Vocabulary<'a> {
    pub fn of(entries: Vec<(&'a Key, &'a Node)>) -> Self {
        Self { entries, used: Vec::new() }
    }

    /// The message's own facts of a parameter before those that messages share.
    fn merged(&mut self, name: &str, own: Option<&Node>) -> Option<Node> {
        let Some((_, shared)) = self.entries.iter().find(|(key, _)| key.text == name) else { return own.cloned() };
        self.used.push(name.to_owned());
        let (Some(own), Value::Map(shared_pairs)) = (own, &shared.value) else { return Some((*shared).clone()) };
        let Value::Map(own_pairs) = &own.value else { return Some(own.clone()) };
        let mut pairs = own_pairs.clone();
        let says = |key: &str| own_pairs.iter().any(|(own, _)| own.text == key);
        // Where a value comes from is one fact with two spellings: a message that fixes a value has said it.
        let sourced = says("fixed") || says("from");
        let skip = |key: &str| says(key) || (sourced && matches!(key, "fixed" | "from" | "with"));
        pairs.extend(shared_pairs.iter().filter(|(key, _)| !skip(&key.text)).cloned());
        Some(Node { at: own.at.clone(), value: Value::Map(pairs) })
    }

    /// Entries that no message has are mistakes.
    pub fn report_unused(&self, faults: &Faults) {
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.used.contains(&key.text)) {
            faults.add(
                &key.at,
                format!("no message has a parameter `{}`", key.text),
                "a parameter's name after corrections, or no entry",
            );
        }
    }
}

const TRANSPORTS: [(&str, Transport); 2] =
    [("browser-form", Transport::BrowserForm), ("server-form", Transport::ServerForm)];

const SETTINGS_OF_A_FIELD: [&str; 13] = [
    "from",
    "fixed",
    "with",
    "type",
    "decimals",
    "max",
    "positive",
    "currency",
    "only",
    "condition",
    "sensitive",
    "because",
    "summary",
];

impl Reader<'_> {
    pub fn operation(&mut self, node: &Node, inbound: &[String], declared: &[String]) -> Option<Operation> {
        let keys: Vec<&str> =
            ["operation", "rust", "summary", "basis", "transport", "endpoint", "request", "return", "callback", "asks"]
                .into();
        let fields = Fields::of(node, "an operation", &keys, self.faults)?;
        let id = self.id(&fields, "operation")?;
        let rust = self.rust(&fields)?;
        let summary = fields.need("summary");
        for key in ["basis", "transport", "endpoint", "request"] {
            if fields.get(key).is_none() {
                fields.missing(key);
            }
        }
        let basis = fields.choice("basis", &BASES);
        let transport = fields.choice("transport", &TRANSPORTS);
        let endpoint = fields.text("endpoint");
        if let Some(word) =
            endpoint.as_ref().filter(|word| !self.gateway.endpoints.iter().any(|own| own.name == word.text))
        {
            let known: Vec<&str> = self.gateway.endpoints.iter().map(|own| own.name.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("there is no endpoint `{}`", word.text),
                format!("one of {}", known.join(", ")),
            );
        }
        let answers = |key: &str| {
            let word = fields.text(key)?;
            let found = inbound.iter().position(|own| *own == word.text);
            if !declared.contains(&word.text) {
                self.faults.add(
                    &word.at,
                    format!("there is no message `{}`", word.text),
                    format!("one of {}", declared.join(", ")),
                );
            }
            found
        };
        let (on_return, on_callback) = (answers("return"), answers("callback"));
        let asks = fields.get("asks").and_then(|node| self.asks(node));
        let request = Fields::of(
            fields.get("request")?,
            "a request",
            &[&fields::KEYS[..], &["fields", "rules", "wire", "misspelled"]].concat(),
            self.faults,
        )?;
        let composed = fields::compose(&request, &self.gateway.id, self.pages, self.faults);
        let mut built = self.fields(&request, &composed.drafts, true);
        self.wire(&request, &mut built);
        self.signed(&mut built);
        let mut misspellings = composed.renamed;
        for (key, node) in request.map("misspelled", "`misspelled`") {
            if let Some(right) = text(node, "a right name", self.faults) {
                misspellings.push((key.text.clone(), right.text));
            }
        }
        let rules = self.rules(&request, &id.text, &built);
        Some(Operation {
            product: id.text.split('.').next().unwrap_or_default().to_owned(),
            id: id.text,
            rust: rust.text,
            summary: summary?.text,
            basis: basis?,
            transport: transport?,
            endpoint: endpoint?.text,
            page: composed.page.unwrap_or_default(),
            fields: built,
            rules,
            misspellings,
            corrections: composed.corrections,
            on_return,
            on_callback,
            asks,
        })
    }

    pub fn inbound(&mut self, node: &Node) -> Option<Inbound> {
        let keys = [
            &["message", "rust", "summary", "basis", "fields", "signed", "asks", "status", "event-key", "when"][..],
            &fields::KEYS,
        ]
        .concat();
        let fields = Fields::of(node, "a message", &keys, self.faults)?;
        let id = self.id(&fields, "message")?;
        let rust = self.rust(&fields)?;
        let summary = fields.need("summary");
        if fields.get("basis").is_none() {
            fields.missing("basis");
        }
        let basis = fields.choice("basis", &BASES);
        let composed = fields::compose(&fields, &self.gateway.id, self.pages, self.faults);
        let built = self.fields(&fields, &composed.drafts, false);
        let names: Vec<&str> = built.iter().map(|field| field.name.as_str()).collect();
        let known = |word: &Word| {
            let found = names.contains(&word.text.as_str());
            if !found {
                self.unknown_field(word, &names);
            }
            found
        };
        let auth = match fields.entry("signed") {
            None => {
                fields.missing("signed");
                None
            }
            Some((_, node)) => self.auth(node, &built),
        };
        let asks = match fields.get("asks") {
            None => {
                fields.missing("asks");
                None
            }
            Some(node) => self.asks(node).filter(|asks| {
                let all = [&asks.order, &asks.amount, &asks.currency];
                let lacking: Vec<_> = all.into_iter().filter(|name| !names.contains(&name.as_str())).collect();
                for name in &lacking {
                    self.faults.add(
                        &node.at,
                        format!("this message has no field `{name}` to reconcile"),
                        format!("fields of the message: {}", names.join(", ")),
                    );
                }
                lacking.is_empty()
            }),
        };
        let status = fields.need("status").filter(|word| known(word));
        let event_key: Vec<String> =
            fields.texts("event-key").into_iter().filter(|word| known(word)).map(|word| word.text).collect();
        if event_key.is_empty() {
            fields.missing("event-key");
        }
        let when = fields.text("when").and_then(|word| self.expr(&word, &built));
        Some(Inbound {
            product: id.text.split('.').next().unwrap_or_default().to_owned(),
            id: id.text,
            rust: rust.text,
            summary: summary?.text,
            basis: basis?,
            page: composed.page.unwrap_or_default(),
            fields: built,
            auth: auth?,
            asks: asks?,
            status: status?.text,
            event_key,
            when,
            corrections: composed.corrections,
        })
    }

    fn id(&self, fields: &Fields<'_>, key: &str) -> Option<Word> {
        let id = fields.need(key)?;
        if !names::is_id(&id.text) || !id.text.contains('.') {
            self.faults.add(
                &id.at,
                format!("`{}` can't be an id", id.text),
                "product.name in lower case, such as recurring.register",
            );
            return None;
        }
        let product = id.text.split('.').next().unwrap_or_default();
        if !self.gateway.products.iter().any(|own| own.id == product) {
            let known: Vec<&str> = self.gateway.products.iter().map(|own| own.id.as_str()).collect();
            self.faults.add(
                &id.at,
                format!("the gateway has no product `{product}`"),
                format!("an id that starts with one of {}", known.join(", ")),
            );
        }
        Some(id)
    }

    fn rust(&self, fields: &Fields<'_>) -> Option<Word> {
        let rust = fields.need("rust")?;
        if !names::is_type(&rust.text) {
            self.faults.add(
                &rust.at,
                format!("`{}` can't be a generated Rust type", rust.text),
                "a CamelCase name that generated code doesn't use itself",
            );
            return None;
        }
        Some(rust)
    }

    fn asks(&self, node: &Node) -> Option<Asked> {
        let fields = Fields::of(node, "`asks`", &["order", "amount", "currency", "merchant"], self.faults)?;
        let found = ["order", "amount", "currency", "merchant"].map(|key| fields.need(key).map(|word| word.text));
        let [order, amount, currency, merchant] = found;
        Some(Asked { order: order?, amount: amount?, currency: currency?, merchant: merchant? })
    }

    fn auth(&self, node: &Node, built: &[Field]) -> Option<Auth> {
        if matches!(&node.value, Value::Text(text) if text == "none") {
            return Some(Auth::None);
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

    fn absent(&self, recipe: &str, name: &str, word: &Word) {
        self.faults.add(
            &word.at,
            format!("the recipe `{recipe}` wants `{name}`, which this message doesn't have"),
            "a field or credential of that name, or `with: {name: constant}`",
        );
    }

    fn recipe(&self, word: &Word) -> Option<&Recipe> {
        let found = self.gateway.recipes.iter().find(|own| own.name == word.text);
        if found.is_none() {
            let known: Vec<&str> = self.gateway.recipes.iter().map(|own| own.name.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("there is no signature recipe `{}`", word.text),
                format!("one of {}", known.join(", ")),
            );
        }
        found
    }

    fn unknown_field(&self, word: &Word, names: &[&str]) {
        let hint = nearest(&word.text, names).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        self.faults.add(
            &word.at,
            format!("there is no field `{}`", word.text),
            format!("{hint}a field of this message, after corrections"),
        );
    }

    fn fields(&mut self, message: &Fields<'_>, drafts: &[Draft], sending: bool) -> Vec<Field> {
        let overrides = message.map("fields", "`fields`");
        let names: Vec<&str> = drafts.iter().map(|draft| draft.name.as_str()).collect();
        for (key, _) in &overrides {
            if !names.contains(&key.text.as_str()) {
                self.unknown_field(&Word { text: key.text.clone(), at: key.at.clone() }, &names);
            }
        }
        drafts
            .iter()
            .filter_map(|draft| {
                let own = overrides.iter().find(|(key, _)| key.text == draft.name).map(|(_, node)| *node);
                let vocabulary = if sending { &mut self.request } else { &mut self.response };
                let merged = vocabulary.merged(&draft.name, own);
                let own =
                    merged.as_ref().and_then(|node| Fields::of(node, "a field", &SETTINGS_OF_A_FIELD, self.faults));
                self.field(draft, own.as_ref(), &names, sending)
            })
            .collect()
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
        let ty = self.ty(draft, own, &from).unwrap_or(Type::Text { max: None });
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
            (_, Some(word)) => {
                self.faults.add_with(
                    &word.at,
                    format!("`{}` isn't conditional", draft.name),
                    "no condition, or a correction of its presence to C",
                    vec![(draft.at.clone(), "the page's row".into())],
                );
                Presence::Optional
            }
        }
    }

    fn ty(&self, draft: &Draft, own: Option<&Fields<'_>>, from: &From) -> Option<Type> {
        let (kind, size) = split_type(&draft.ty);
        let stated = own.and_then(|own| own.text("type"));
        let max = own.and_then(|own| own.number("max")).or(size);
        let Some(word) = stated else {
            // A computed or constant value is never checked as input; its documented type may be anything.
            return match kind.to_ascii_lowercase().as_str() {
                "varchar" | "char" | "alphanumeric" | "string" => Some(Type::Text { max }),
                "integer" => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
                "numeric" if size.is_some() => Some(Type::Integer { digits: max.unwrap_or(18).min(18) }),
                "date" => Some(Type::Date),
                _ if matches!(from, From::Fixed(_) | From::Signature { .. }) => Some(Type::Text { max }),
                _ => {
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
            "text" => Some(Type::Text { max }),
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
                currency: own.text("currency").map(|word| word.text),
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

    /// Order and case of the keys: `wire: {like: page#sample, case: upper|lower, keys: {name: KEY}}`.
    fn wire(&self, request: &Fields<'_>, built: &mut [Field]) {
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
    fn signed(&self, built: &mut [Field]) {
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
            if let crate::model::Case::Setting(setting) = case {
                field.case_setting = Some(setting.clone());
            }
        }
    }

    fn rules(&self, request: &Fields<'_>, operation: &str, built: &[Field]) -> Vec<Rule> {
        let mut rules: Vec<Rule> = Vec::new();
        for node in request.list("rules") {
            let Some(fields) = Fields::of(node, "a rule", &["id", "when", "then", "because"], self.faults) else {
                continue;
            };
            let (Some(id), Some(then), Some(because)) =
                (fields.need("id"), fields.need("then"), fields.need("because"))
            else {
                continue;
            };
            if !names::is_id(&id.text)
                || rules.iter().any(|rule| rule.id == id.text)
                || RESERVED_RULES.contains(&id.text.as_str())
            {
                self.faults.add(
                    &id.at,
                    format!("`{}` can't be this rule's id", id.text),
                    "lower-case words with dashes that no other rule has",
                );
            }
            let place =
                |sound| Place { operation: operation.to_owned(), name: id.text.clone(), at: then.at.clone(), sound };
            let when = fields.text("when");
            let when = match &when {
                None => None,
                Some(word) => match self.expr(word, built) {
                    Some(expr) => Some(expr),
                    None => {
                        self.places.borrow_mut().push(place(false));
                        continue;
                    }
                },
            };
            let parsed = self.expr(&then, built);
            self.places.borrow_mut().push(place(parsed.is_some()));
            let Some(parsed) = parsed else { continue };
            let Some(field) = rule::fields(&parsed).into_iter().next() else {
                self.faults.add(&then.at, "this rule says nothing about a field", "a condition that mentions a field");
                continue;
            };
            let path = node.at.file.path.as_str();
            let inner = path.split_once('/').map_or(path, |(_, rest)| rest);
            rules.push(Rule {
                origin: Origin {
                    source: format!("{}/{inner}#{}", self.gateway.id, id.text),
                    file: path.to_owned(),
                    line: node.at.line(),
                },
                id: id.text,
                when,
                then: parsed,
                field,
                because: because.text,
            });
        }
        self.presences(request, operation, built);
        rules
    }

    /// Types the conditions of presence, which were parsed before all fields were known.
    fn presences(&self, request: &Fields<'_>, operation: &str, built: &[Field]) {
        let written = request.map("fields", "`fields`");
        for field in built {
            let Presence::When(expr) = &field.presence else { continue };
            let own = written.iter().find(|(key, _)| key.text == field.name).map(|(_, node)| *node);
            let shared = self.request.entries.iter().find(|(key, _)| key.text == field.name).map(|(_, node)| *node);
            let condition = [own, shared].into_iter().flatten().find_map(|node| {
                let Value::Map(pairs) = &node.value else { return None };
                pairs.iter().find(|(key, _)| key.text == "condition").map(|(_, node)| node.at.clone())
            });
            let Some(at) = condition else { continue };
            let word = Word { text: expr.to_string(), at: at.clone() };
            let sound = Checker { gateway: self.gateway, faults: self.faults }.typed(expr, built, &word);
            self.places.borrow_mut().push(Place {
                operation: operation.to_owned(),
                name: field.name.clone(),
                at,
                sound,
            });
        }
    }

    fn expr(&self, word: &Word, built: &[Field]) -> Option<Expr> {
        match rule::parse(&word.text) {
            Ok(expr) => {
                Checker { gateway: self.gateway, faults: self.faults }.typed(&expr, built, word).then_some(expr)
            }
            Err(error) => {
                self.faults.add(&word.at.within(error.at, error.len), "this condition can't be read", error.message);
                None
            }
        }
    }
}

/// Ids of the rules that every table brings along.
const RESERVED_RULES: [&str; 18] = [
    "mandatory",
    "length",
    "type",
    "code",
    "control",
    "delimiter",
    "case-undecided",
    "unknown-parameter",
    "fixed",
    "computed",
    "credential",
    "setting",
    "url",
    "https",
    "count",
    "positive",
    "mismatch",
    "missing",
];

/// `Varchar(10)` is `Varchar` and 10.
fn split_type(documented: &str) -> (&str, Option<u32>) {
    match documented.strip_suffix(')').and_then(|open| open.split_once('(')) {
        Some((kind, size)) if size.parse::<u32>().is_ok() => (kind.trim(), size.parse().ok()),
        _ => (documented.trim(), None),
    }
}
