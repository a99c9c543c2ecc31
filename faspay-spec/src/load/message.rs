//! Reads `operations/**/*.yaml` and `messages/**/*.yaml`: what a person says about the parameters that the pages list.

use std::cell::RefCell;

use super::check::Place;
use super::fields;
use super::gateway::OUTCOMES;
use super::nest::{self, Naming};
use super::pages::{BASES, LoadedPage};
use super::vocabulary::Vocabulary;
use super::vouching::says_recipe;
use crate::decode::{Faults, Fields, Word, nearest, one_of, text};
use crate::engine::is_json_object;
use crate::model::{
    Acknowledgement, Answered, Auth, Basis, Encoding, Field, Gateway, Inbound, KeyCase, Operation, Outcome, Recipe,
    Retry, Transport, Type,
};
use crate::names;
use crate::yaml::Node;

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

const TRANSPORTS: [(&str, Transport); 3] = [
    ("browser-form", Transport::BrowserForm),
    ("server-form", Transport::ServerForm),
    ("server-json", Transport::ServerJson),
];

const ENCODINGS: [(&str, Encoding); 2] = [("form", Encoding::Form), ("json", Encoding::Json)];

const RETRIES: [(&str, Retry); 3] =
    [("safe", Retry::Safe), ("safe-with-key", Retry::SafeWithKey), ("never", Retry::Never)];

/// The keys of an operation.
const OPERATION: [&str; 18] = [
    "operation",
    "rust",
    "page",
    "summary",
    "basis",
    "because",
    "transport",
    "endpoint",
    "method",
    "path",
    "authorization",
    "retry",
    "inquire",
    "request",
    "return",
    "callback",
    "reply",
    "asks",
];

impl Reader<'_> {
    pub fn operation(&mut self, node: &Node, inbound: &[String], declared: &[String]) -> Option<Operation> {
        let fields = Fields::of(node, "an operation", &OPERATION, self.faults)?;
        let id = self.id(&fields, "operation")?;
        let rust = self.rust(&fields)?;
        let summary = fields.need("summary");
        for key in ["basis", "transport", "endpoint", "request"] {
            if fields.get(key).is_none() {
                fields.missing(key);
            }
        }
        let basis = fields.choice("basis", &BASES);
        let because = self.unknown_part(&fields, basis);
        let transport = fields.choice("transport", &TRANSPORTS);
        let endpoint = fields.text("endpoint");
        if let Some(word) =
            endpoint.as_ref().filter(|word| !self.gateway.endpoints.iter().any(|own| own.name == word.text))
        {
            let known: Vec<&str> = self.gateway.endpoints.iter().map(|own| own.name.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("there is no endpoint `{}`", word.text),
                one_of(&known, "an entry under `endpoints` in gateway.yaml"),
            );
        }
        let answers = |key: &str| {
            let word = fields.text(key)?;
            let found = inbound.iter().position(|own| *own == word.text);
            if !declared.contains(&word.text) {
                self.faults.add(
                    &word.at,
                    format!("there is no message `{}`", word.text),
                    one_of(declared, "a file with that `message` in the folder `messages`, which has none yet"),
                );
            }
            found
        };
        let (on_return, on_callback, on_reply) = (answers("return"), answers("callback"), answers("reply"));
        let retry = self.retry(&fields, transport);
        let inquire = fields.text("inquire").map(|word| word.text);
        let asks = fields.get("asks").and_then(|node| self.asks(node, transport));
        let request = Fields::of(
            fields.get("request")?,
            "a request",
            &[&fields::KEYS[..], &["fields", "rules", "wire", "misspelled"]].concat(),
            self.faults,
        )?;
        let composed = fields::compose(&request, true, &self.gateway.id, self.pages, self.faults);
        let (naming, drafts) = (composed.naming, &composed.drafts);
        let mut built = self.fields(&request, drafts, naming, true);
        self.wire(&request, naming, &mut built);
        self.numbers(&request, transport, drafts, &mut built);
        self.signed(&mut built);
        nest::check(&built, drafts, naming, self.faults);
        let http = self.http(&fields, transport, naming, drafts, &built);
        let built = nest::nest(built, naming);
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
            because,
            transport: transport?,
            method: http.method,
            endpoint: endpoint?.text,
            path: http.path,
            authorization: http.authorization,
            page: self.page(&fields, composed.page),
            fields: built,
            rules,
            misspellings,
            corrections: composed.corrections,
            on_return,
            on_callback,
            on_reply,
            retry: retry.unwrap_or(Retry::Never),
            inquire,
            asks,
        })
    }

    /// What isn't known of a message that is known in part: whoever sends it or relies on it has to read that.
    fn unknown_part(&self, fields: &Fields<'_>, basis: Option<Basis>) -> Option<String> {
        match (basis?, fields.entry("because")) {
            (Basis::Partial, None) => {
                fields.missing("because");
                None
            }
            (Basis::Partial, Some(_)) => fields.text("because").map(|word| word.text),
            (_, None) => None,
            (_, Some((key, _))) => {
                self.faults.add(
                    &key.at,
                    "`because` says what isn't known, and only `partial` leaves something open",
                    "`basis: partial`, or no `because`",
                );
                None
            }
        }
    }

    /// What only the merchant's server meets: an answer of its own, and the question whether to send again. A request
    /// of which nobody says so would one day be sent twice.
    fn retry(&self, fields: &Fields<'_>, transport: Option<Transport>) -> Option<Retry> {
        let retry = fields.choice("retry", &RETRIES);
        match transport {
            Some(Transport::ServerForm | Transport::ServerJson) => {
                for key in ["retry", "reply"] {
                    if fields.get(key).is_none() {
                        fields.missing(key);
                    }
                }
            }
            Some(Transport::BrowserForm) => {
                for (key, _) in ["retry", "inquire", "reply"].iter().filter_map(|key| fields.entry(key)) {
                    self.faults.add(
                        &key.at,
                        format!("the shopper's browser posts this form, so it has no `{}`", key.text),
                        "`transport: server-form` or `server-json`, or no such key",
                    );
                }
            }
            None => {}
        }
        retry
    }

    pub fn inbound(&mut self, node: &Node) -> Option<Inbound> {
        let keys = [
            &[
                "message",
                "page",
                "rust",
                "summary",
                "basis",
                "because",
                "fields",
                "encoding",
                "signed",
                "asks",
                "status",
                "outcomes",
                "event-key",
                "acknowledge",
                "when",
            ][..],
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
        let because = self.unknown_part(&fields, basis);
        let encoding = fields.choice("encoding", &ENCODINGS).unwrap_or(Encoding::Form);
        let composed = fields::compose(&fields, false, &self.gateway.id, self.pages, self.faults);
        let (naming, drafts) = (composed.naming, &composed.drafts);
        let built = self.fields(&fields, drafts, naming, false);
        nest::check(&built, drafts, naming, self.faults);
        self.structures(Some(encoding), naming, drafts, &built);
        if let (Naming::Received, Encoding::Form, Some((key, _))) = (naming, encoding, fields.entry("keys")) {
            self.faults.add(&key.at, "a form's keys are in lower or in upper case", "`encoding: json`, or no `keys`");
        }
        let built = nest::nest(built, naming);
        // What settles a payment is one value, not an object of them.
        let is_value = |field: &&Field| !matches!(field.ty, Type::Object { .. } | Type::List { .. } | Type::Json);
        let names: Vec<&str> = built.iter().filter(is_value).map(|field| field.name.as_str()).collect();
        let known = |word: &Word| {
            let found = names.contains(&word.text.as_str());
            if !found {
                self.unknown_value(word, &names);
            }
            found
        };
        let auth = match fields.entry("signed") {
            None => {
                fields.missing("signed");
                None
            }
            Some((_, node)) => self.auth(node, encoding, &built),
        };
        // What nobody signs settles nothing, so it needn't say what it would be compared with; what a key or a connection
        // vouches for needs to only where it is about a payment.
        let is_signed = fields.get("signed").is_none_or(says_recipe);
        let has = |key: &str| fields.get(key).is_some();
        let is_payment = !matches!(auth, Some(Auth::None)) && (has("asks") || has("status"));
        let asks = match fields.get("asks") {
            None => {
                if is_signed {
                    fields.missing("asks");
                }
                Some((Answered::default(), None))
            }
            Some(node) => self.answered(node, is_signed || auth == Some(Auth::None)).filter(|(asks, _)| {
                let lacking: Vec<_> = asks.payment().filter(|name| !names.contains(name)).collect();
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
        let asks = asks.map(|(asks, paid)| {
            let paid = paid.filter(|word| self.is_paid(word, &asks, auth.as_ref(), &built));
            Answered { paid: paid.map(|word| word.text), ..asks }
        });
        let wants_status = is_signed || (is_payment && has("asks"));
        let stated = if wants_status { fields.need("status") } else { fields.text("status") };
        let status = stated.clone().filter(|word| known(word));
        let outcomes = self.outcomes(&fields, status.as_ref(), &built);
        let event_key: Vec<Word> = fields.texts("event-key").into_iter().filter(|word| known(word)).collect();
        if event_key.is_empty() && (is_signed || is_payment) {
            fields.missing("event-key");
        }
        if let Some(Auth::Signed { covers, .. }) = &auth {
            for word in event_key.iter().filter(|word| !covers.contains(&word.text)) {
                self.faults.add(
                    &word.at,
                    format!("no signature covers `{}`, so one event could be told again as another", word.text),
                    format!("fields that the signature covers: {}", covers.join(", ")),
                );
            }
        }
        let acknowledge = fields.get("acknowledge").and_then(|node| self.acknowledgement(node));
        let when = fields.text("when").and_then(|word| self.expr(&word, &built));
        Some(Inbound {
            product: id.text.split('.').next().unwrap_or_default().to_owned(),
            id: id.text,
            rust: rust.text,
            summary: summary?.text,
            basis: basis?,
            because,
            page: self.page(&fields, composed.page),
            fields: built,
            encoding,
            keys: if naming == Naming::Received { KeyCase::Exact } else { KeyCase::LowerOrUpper },
            auth: auth?,
            asks: asks?,
            status: if stated.is_some() || wants_status { Some(status?.text) } else { None },
            outcomes,
            event_key: event_key.into_iter().map(|word| word.text).collect(),
            acknowledge,
            when,
            corrections: composed.corrections,
        })
    }

    /// What acknowledges a message: status 200, with a JSON object or without.
    fn acknowledgement(&self, node: &Node) -> Option<Acknowledgement> {
        let fields = Fields::of(node, "`acknowledge`", &["json", "basis"], self.faults)?;
        if fields.get("basis").is_none() {
            fields.missing("basis");
        }
        let json = fields.text("json");
        if let Some(word) = json.as_ref().filter(|word| !is_json_object(&word.text)) {
            self.faults.add(&word.at, "this isn't a JSON object", "the text of one object, as it is answered");
        }
        let basis = fields.choice("basis", &BASES)?;
        Some(Acknowledgement { json: json.map(|word| word.text), basis })
    }

    /// What codes of the status mean in this message and nowhere else.
    fn outcomes(&self, fields: &Fields<'_>, status: Option<&Word>, built: &[Field]) -> Vec<(String, Outcome)> {
        let list = status.and_then(|status| built.iter().find(|field| field.name == status.text)).and_then(|field| {
            let Type::Code { list, .. } = &field.ty else { return None };
            self.gateway.codes.iter().find(|own| own.name == *list)
        });
        let mut outcomes = Vec::new();
        for (key, node) in fields.map("outcomes", "`outcomes`") {
            let Some(word) = text(node, "an outcome", self.faults) else { continue };
            let outcome = OUTCOMES.iter().find(|(name, _)| *name == word.text).map(|(_, outcome)| *outcome);
            let code = list.and_then(|list| list.values.iter().find(|value| value.code == key.text));
            match (code, outcome) {
                (None, _) => self.faults.add(
                    &key.at,
                    format!("the status has no code `{}`", key.text),
                    "a code of the list of the status",
                ),
                (_, None) => self.faults.add(
                    &word.at,
                    format!("`{}` isn't an outcome", word.text),
                    "paid, not-paid, pending or unknown",
                ),
                (Some(code), Some(outcome)) if code.outcome == Some(outcome) => self.faults.add(
                    &word.at,
                    format!("the list says of `{}` the same", key.text),
                    "another outcome, or no entry",
                ),
                (Some(_), Some(outcome)) => outcomes.push((key.text.clone(), outcome)),
            }
        }
        outcomes
    }

    fn id(&self, fields: &Fields<'_>, key: &str) -> Option<Word> {
        let id = fields.need(key)?;
        let is_product = || self.gateway.products.iter().any(|own| own.id == id.text);
        if !names::is_id(&id.text) || !(id.text.contains('.') || is_product()) {
            self.faults.add(
                &id.at,
                format!("`{}` can't be an id", id.text),
                "product.name in lower case, such as recurring.register, or a product's own id",
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

    /// The page that describes a message: the one that it names, else that of its first table.
    fn page(&self, fields: &Fields<'_>, first: Option<String>) -> String {
        let Some(word) = fields.text("page") else { return first.unwrap_or_default() };
        if !self.pages.iter().any(|loaded| loaded.page.id == word.text) {
            let known: Vec<&str> = self.pages.iter().map(|loaded| loaded.page.id.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("there is no page `{}`", word.text),
                one_of(&known, "a file with that `page` in the folder `pages`, which has none yet"),
            );
        }
        word.text
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

    pub(super) fn absent(&self, recipe: &str, name: &str, word: &Word) {
        self.faults.add(
            &word.at,
            format!("the recipe `{recipe}` wants `{name}`, which this message doesn't have"),
            "a field or credential of that name, or `with: {name: constant}`",
        );
    }

    pub(super) fn recipe(&self, word: &Word) -> Option<&Recipe> {
        let found = self.gateway.recipes.iter().find(|own| own.name == word.text);
        if found.is_none() {
            let known: Vec<&str> = self.gateway.recipes.iter().map(|own| own.name.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("there is no signature recipe `{}`", word.text),
                one_of(&known, "an entry under `signatures` in gateway.yaml"),
            );
        }
        found
    }

    pub(super) fn unknown_field(&self, word: &Word, names: &[&str]) {
        let hint = nearest(&word.text, names).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        self.faults.add(
            &word.at,
            format!("there is no field `{}`", word.text),
            format!("{hint}a field of this message, after corrections"),
        );
    }

    /// The same where one value is meant, which a list's elements haven't.
    fn unknown_value(&self, word: &Word, names: &[&str]) {
        if nest::in_list(&word.text).is_empty() {
            return self.unknown_field(word, names);
        }
        self.faults.add(
            &word.at,
            format!("`{}` isn't one field{}", word.text, nest::in_list(&word.text)),
            one_of(names, "a field outside lists, of which this message has none"),
        );
    }
}
