//! Reads `gateway.yaml`, `vocabulary.yaml`, `codes.yaml` and `contradictions.yaml`, and drives the reading of messages, operations and
//! lives.

use std::cell::RefCell;
use std::rc::Rc;

use super::vocabulary::Vocabulary;
use super::{authorization, check, life, message, pages};
use crate::decode::{Faults, Fields, Word, entries, nearest, text};
use crate::lint;
use crate::model::{
    About, Accept, Advice, Basis, Case, Code, CodeList, Contradiction, Credential, Digest, Endpoint, Gateway,
    Operation, Outcome, Part, Product, Recipe, Sensitivity, Setting, SettingKind, Vector,
};
use crate::names;
use crate::report::{At, SourceFile};
use crate::signatures::Weakness;
use crate::yaml::Node;

type Tree = (Rc<SourceFile>, Node);

const DIGESTS: [(&str, Digest); 3] =
    [("sha1-hex", Digest::Sha1Hex), ("sha1-of-md5-hex", Digest::Sha1OfMd5Hex), ("sha256-base64", Digest::Sha256Base64)];

pub(super) const OUTCOMES: [(&str, Outcome); 4] = [
    ("paid", Outcome::Paid),
    ("not-paid", Outcome::NotPaid),
    ("pending", Outcome::Pending),
    ("unknown", Outcome::Unknown),
];

const ADVICE: [(&str, Advice); 5] = [
    ("fix-request", Advice::FixRequest),
    ("ask-shopper", Advice::AskShopper),
    ("retry", Advice::Retry),
    ("inquire", Advice::Inquire),
    ("call-gateway", Advice::CallGateway),
];

pub(super) fn read(trees: &[Tree], faults: &Faults) -> Option<Gateway> {
    let named = |name: &str| trees.iter().find(|(file, _)| inner(file) == name).map(|(_, node)| node);
    let Some(root) = named("gateway.yaml") else {
        let at = trees.first().map_or_else(
            || At { file: Rc::new(SourceFile { path: "gateway.yaml".into(), text: String::new() }), span: 0..0 },
            |(file, _)| At { file: Rc::clone(file), span: 0..0 },
        );
        // One that is there and can't be read has been reported already.
        if faults.is_empty() {
            faults.add(&at, "this folder has no gateway.yaml", "a file gateway.yaml beside pages/ and operations/");
        }
        return None;
    };
    let codes = named("codes.yaml").map(|node| code_lists(node, faults)).unwrap_or_default();
    let contradictions = named("contradictions.yaml").map(|node| contradictions(node, faults)).unwrap_or_default();
    let mut loaded = Vec::new();
    for (file, node) in trees {
        let path = inner(file);
        if path.starts_with("pages/") {
            loaded.extend(pages::read(node, faults));
        } else if !is_known(path) {
            let at = At { file: Rc::clone(file), span: 0..0 };
            faults.add(
                &at,
                format!("nothing reads a file `{path}`"),
                "gateway.yaml, vocabulary.yaml, codes.yaml, lifecycle.yaml, contradictions.yaml, pages/, messages/ or operations/",
            );
        }
    }
    let mut gateway = Gateway { codes, contradictions, ..gateway(root, faults)? };
    let door = door(root, faults);
    let (request, response) = named("vocabulary.yaml").map(|node| vocabulary(node, faults)).unwrap_or_default();
    let mut read =
        message::Reader { gateway: &gateway, pages: &loaded, request, response, faults, places: RefCell::default() };
    let declared = declared(trees);
    let mut inbound = Vec::new();
    for (file, node) in trees {
        if inner(file).starts_with("messages/") {
            inbound.extend(read.inbound(node).map(|found| (found, node.at.clone())));
        }
    }
    inbound.sort_by_key(|(found, _)| door.iter().position(|word| word.text == found.id).unwrap_or(usize::MAX));
    let replies = answers(trees);
    check::door(&door, &inbound, &declared, &replies, faults);
    check::vouching(&inbound, &replies, faults);
    check::acknowledging(&inbound, &replies, &returns(trees), faults);
    let ids: Vec<String> = inbound.iter().map(|(found, _)| found.id.clone()).collect();
    let mut operations = Vec::new();
    for (file, node) in trees {
        if inner(file).starts_with("operations/") {
            operations.extend(read.operation(node, &ids, &declared).map(|found| (found, node.at.clone())));
        }
    }
    let places = read.places.take();
    // With a part unread, whatever uses nothing may only seem to.
    if faults.is_empty() {
        read.request.report_unused(faults);
        read.response.report_unused(faults);
    }
    gateway.pages = loaded.into_iter().map(|loaded| loaded.page).collect();
    gateway.inbound = inbound.into_iter().map(|(found, _)| found).collect();
    if let Some(node) = named("lifecycle.yaml") {
        gateway.lives = life::read(node, &gateway, &declared, faults);
    }
    check::operations(&gateway, &operations, &places, faults);
    let read: Vec<&Operation> = operations.iter().map(|(found, _)| found).collect();
    let requests: Vec<String> =
        words(trees, "operations/", "operation", &Faults::default()).map(|word| word.text).collect();
    authorization::check(root, &gateway, &read, &requests, faults);
    gateway.operations = operations.into_iter().map(|(found, _)| found).collect();
    gateway.operations.sort_by(|a, b| a.id.cmp(&b.id));
    if faults.is_empty() {
        check::together(&gateway, root, faults);
    }
    Some(gateway)
}

/// The ids of messages, also of those that can't be read: a mistake in one isn't one in all that mention it.
fn declared(trees: &[Tree]) -> Vec<String> {
    let quiet = Faults::default();
    words(trees, "messages/", "message", &quiet).map(|word| word.text).collect()
}

/// The messages that answer a request of the merchant's server, as operations name them.
fn answers(trees: &[Tree]) -> Vec<Word> {
    let quiet = Faults::default();
    words(trees, "operations/", "reply", &quiet).collect()
}

/// The messages that the browser brings and the gateway's server doesn't.
fn returns(trees: &[Tree]) -> Vec<Word> {
    let quiet = Faults::default();
    let called: Vec<Word> = words(trees, "operations/", "callback", &quiet).collect();
    let brought = words(trees, "operations/", "return", &quiet);
    brought.filter(|word| !called.iter().any(|own| own.text == word.text)).collect()
}

/// What the files of a folder say under a key.
fn words<'a>(trees: &'a [Tree], folder: &'a str, key: &'a str, quiet: &'a Faults) -> impl Iterator<Item = Word> + 'a {
    trees.iter().filter(move |(file, _)| inner(file).starts_with(folder)).filter_map(move |(_, node)| {
        let found = entries(node, "a file", quiet)?;
        let (_, value) = found.into_iter().find(|(own, _)| own.text == key)?;
        text(value, "a word", quiet)
    })
}

fn vocabulary<'a>(node: &'a Node, faults: &'a Faults) -> (Vocabulary<'a>, Vocabulary<'a>) {
    let Some(fields) = Fields::of(node, "vocabulary.yaml", &["request", "response"], faults) else {
        return Default::default();
    };
    (Vocabulary::of(fields.map("request", "`request`")), Vocabulary::of(fields.map("response", "`response`")))
}

fn is_known(path: &str) -> bool {
    path.starts_with("operations/")
        || path.starts_with("messages/")
        || ["gateway.yaml", "vocabulary.yaml", "codes.yaml", "lifecycle.yaml", "contradictions.yaml"].contains(&path)
}

/// The path inside the gateway's folder.
fn inner(file: &SourceFile) -> &str {
    file.path.split_once('/').map_or(file.path.as_str(), |(_, rest)| rest)
}

fn door(root: &Node, faults: &Faults) -> Vec<Word> {
    let quiet = Faults::default();
    entries(root, "gateway.yaml", &quiet)
        .and_then(|found| found.into_iter().find(|(key, _)| key.text == "door"))
        .map(|(_, node)| match &node.value {
            crate::yaml::Value::List(items) => {
                items.iter().filter_map(|item| text(item, "an item of `door`", faults)).collect()
            }
            _ => {
                faults.add(
                    &node.at,
                    "`door` isn't a list",
                    "the ids of the inbound messages, the most particular first",
                );
                Vec::new()
            }
        })
        .unwrap_or_default()
}

pub(super) const KEYS: &[&str] = &[
    "gateway",
    "crate",
    "summary",
    "products",
    "credentials",
    "settings",
    "endpoints",
    "authorizations",
    "signatures",
    "door",
];

fn gateway(root: &Node, faults: &Faults) -> Option<Gateway> {
    let fields = Fields::of(root, "gateway.yaml", KEYS, faults)?;
    let id = fields.need("gateway");
    let crate_name = fields.need("crate");
    let summary = fields.need("summary");
    for word in [&id, &crate_name].into_iter().flatten() {
        if !names::is_id(&word.text) {
            faults.add(&word.at, format!("`{}` can't be a gateway's id", word.text), "lower-case words such as faspay");
        }
    }
    let products = fields.map("products", "`products`").into_iter().filter_map(|(key, node)| {
        if !names::is_id(&key.text) || key.text.contains('.') {
            faults.add(&key.at, format!("`{}` can't be a product's id", key.text), "a lower-case word such as card");
            return None;
        }
        Some(Product { id: key.text.clone(), summary: text(node, "a product", faults)?.text })
    });
    let products = products.collect();
    let credentials = fields
        .map("credentials", "`credentials`")
        .into_iter()
        .filter_map(|(key, node)| credential(&key.text, &key.at, node, faults));
    let credentials: Vec<_> = credentials.collect();
    let settings: Vec<_> = fields
        .map("settings", "`settings`")
        .into_iter()
        .filter_map(|(key, node)| setting(&key.text, &key.at, node, &credentials, faults))
        .collect();
    let endpoints: Vec<_> = fields
        .map("endpoints", "`endpoints`")
        .into_iter()
        .filter_map(|(key, node)| endpoint(&key.text, node, faults))
        .collect();
    addresses(&fields, &settings, &endpoints, faults);
    let recipes = fields
        .map("signatures", "`signatures`")
        .into_iter()
        .filter_map(|(key, node)| recipe(&key.text, node, &settings, faults))
        .collect();
    let authorizations = authorization::read(&fields, &credentials, faults);
    Some(Gateway {
        id: id?.text,
        crate_name: crate_name?.text,
        summary: summary?.text,
        products,
        credentials,
        settings,
        endpoints,
        authorizations,
        recipes,
        codes: Vec::new(),
        operations: Vec::new(),
        inbound: Vec::new(),
        lives: Vec::new(),
        contradictions: Vec::new(),
        pages: Vec::new(),
    })
}

fn credential(name: &str, at: &At, node: &Node, faults: &Faults) -> Option<Credential> {
    let fields = Fields::of(node, "a credential", &["summary", "max", "digits", "sensitive", "because"], faults)?;
    if !names::is_parameter(name) {
        faults.add(at, format!("`{name}` can't be a credential's name"), "ASCII letters, digits and underscores");
    }
    let sensitivity = sensitivity(&fields, faults).unwrap_or_else(|| {
        if fields.get("sensitive").is_none() {
            faults.add(
                at,
                format!("nothing says whether the credential `{name}` may be shown"),
                "`sensitive: secret`, `sensitive: card`, or `sensitive: none` with `because: …`",
            );
        }
        Sensitivity::Secret
    });
    Some(Credential {
        name: name.to_owned(),
        summary: fields.need("summary")?.text,
        max: fields.number("max"),
        digits: fields.flag("digits"),
        sensitivity,
    })
}

/// What `sensitive:` says; `none` wants a reason.
pub(super) fn sensitivity(fields: &Fields<'_>, faults: &Faults) -> Option<Sensitivity> {
    let choices = [("none", Sensitivity::Public), ("secret", Sensitivity::Secret), ("card", Sensitivity::Card)];
    let found = fields.choice("sensitive", &choices)?;
    if found == Sensitivity::Public && fields.get("because").is_none() {
        let at = fields.entry("sensitive").map_or_else(|| fields.at.clone(), |(key, _)| key.at.clone());
        faults.add(&at, "`sensitive: none` has no reason", "`because: …` beside it, which says why this may be shown");
    }
    Some(found)
}

fn setting(name: &str, at: &At, node: &Node, credentials: &[Credential], faults: &Faults) -> Option<Setting> {
    let fields = Fields::of(node, "a setting", &["summary", "sends", "case", "address"], faults)?;
    let kind = match (fields.text("sends"), fields.get("case"), fields.text("address")) {
        (Some(sends), None, None) => {
            if !credentials.iter().any(|credential| credential.name == sends.text) {
                faults.add(
                    &sends.at,
                    format!("there is no credential `{}`", sends.text),
                    "the name of a credential above",
                );
            }
            SettingKind::SendsCredential { credential: sends.text }
        }
        (None, Some(_), None) if fields.flag("case") => SettingKind::Case,
        (None, None, Some(endpoint)) => SettingKind::Address { endpoint: endpoint.text },
        _ => {
            faults.add(
                at,
                format!("the setting `{name}` says not what it decides"),
                "one of `sends: <credential>`, `case: true` and `address: <endpoint>`",
            );
            return None;
        }
    };
    Some(Setting { name: name.to_owned(), summary: fields.need("summary")?.text, kind })
}

/// A setting that gives an address: of an endpoint that is there and needs one, and one setting each.
fn addresses(gateway: &Fields<'_>, settings: &[Setting], endpoints: &[Endpoint], faults: &Faults) {
    let mut seen: Vec<&str> = Vec::new();
    for (key, _) in gateway.map("settings", "`settings`") {
        let Some(Setting { kind: SettingKind::Address { endpoint }, .. }) =
            settings.iter().find(|own| own.name == key.text)
        else {
            continue;
        };
        let found = endpoints.iter().find(|own| own.name == *endpoint);
        let message = match found {
            None => format!("there is no endpoint `{endpoint}`"),
            Some(found) if found.sandbox.is_some() && found.production.is_some() => {
                format!("the addresses of `{endpoint}` are all known, so `{}` would never count", key.text)
            }
            Some(_) if seen.contains(&endpoint.as_str()) => format!("`{endpoint}` has a setting already"),
            Some(_) => {
                seen.push(endpoint);
                continue;
            }
        };
        faults.add(&key.at, message, "`address`: an endpoint without `sandbox` or `production`, once");
    }
}

fn endpoint(name: &str, node: &Node, faults: &Faults) -> Option<Endpoint> {
    let fields = Fields::of(node, "an endpoint", &["sandbox", "production"], faults)?;
    let url = |key| {
        let word: Word = fields.text(key)?;
        let host = word.text.strip_prefix("https://").and_then(|rest| rest.split('/').next());
        if !host.is_some_and(|host| {
            !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        }) || word.text.contains(['"', '<', '>', ' ', '\\', '?', '#'])
        {
            faults.add(&word.at, "this isn't the URL of an endpoint", "https://host/path without query");
        }
        Some(word.text)
    };
    Some(Endpoint { name: name.to_owned(), sandbox: url("sandbox"), production: url("production") })
}

fn recipe(name: &str, node: &Node, settings: &[Setting], faults: &Faults) -> Option<Recipe> {
    let fields = Fields::of(node, "a signature recipe", &["digest", "over", "vectors", "accepts"], faults)?;
    if fields.get("digest").is_none() {
        fields.missing("digest");
    }
    let digest = fields.choice("digest", &DIGESTS);
    let over = fields.need("over")?;
    let parts = parts(&over, settings, faults)?;
    let mut delimiter_chars = String::new();
    // A delimiter is a literal between or after values made of punctuation; `bot` in front of a value separates nothing.
    for part in &parts {
        if let Part::Literal(literal) = part {
            for c in literal.chars() {
                if !c.is_alphanumeric() && !delimiter_chars.contains(c) {
                    delimiter_chars.push(c);
                }
            }
        }
    }
    let vectors = fields.list("vectors").iter().filter_map(|node| {
        let fields = Fields::of(node, "a vector", &["id", "over", "is"], faults)?;
        let id = fields.text("id").map(|word| word.text);
        let vector = Vector { id, over: fields.need("over")?.text, is: fields.need("is")?.text };
        if let Some(digest) = digest {
            let computed = crate::engine::digest(digest, &vector.over);
            if !crate::engine::is_same(digest, &computed, &vector.is) {
                faults.add(
                    &node.at,
                    format!("the recipe `{name}` doesn't reproduce this vector"),
                    format!("its digest is {computed}"),
                );
            }
        }
        Some(vector)
    });
    let vectors = vectors.collect();
    let accepts = accepts(&fields, faults);
    Some(Recipe { name: name.to_owned(), digest: digest?, parts, delimiter_chars, vectors, accepts })
}

/// The weaknesses that a recipe owns up to. Whether it has them is for lint to say.
fn accepts(recipe: &Fields<'_>, faults: &Faults) -> Vec<Accept> {
    let known = Weakness::ALL.map(Weakness::id);
    let mut accepts = Vec::new();
    for (key, node) in recipe.map("accepts", "`accepts`") {
        if !known.contains(&key.text.as_str()) {
            let hint = nearest(&key.text, &known).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
            faults.add(
                &key.at,
                format!("a signature can't have the weakness `{}`", key.text),
                format!("{hint}one of {}", known.join(", ")),
            );
        }
        let Some(because) = text(node, "an acknowledgement", faults) else { continue };
        if because.text.trim().is_empty() {
            faults.add(&node.at, format!("`{}` is accepted without a reason", key.text), "what follows from it");
        }
        accepts.push(Accept { weakness: key.text.clone(), because: because.text, line: key.at.line() });
    }
    accepts
}

/// Reads `##{merchantid:upper}##{amount}##`.
fn parts(over: &Word, settings: &[Setting], faults: &Faults) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = over.text.as_str();
    while let Some(open) = rest.find('{') {
        if open > 0 {
            parts.push(Part::Literal(rest[..open].to_owned()));
        }
        let Some(close) = rest[open..].find('}') else {
            faults.add(&over.at, "a `{` in this recipe is never closed", "{name} or {name:upper}");
            return None;
        };
        let inside = &rest[open + 1..open + close];
        let (name, case) = match inside.split_once(':') {
            None => (inside, Case::AsIs),
            Some((name, "upper")) => (name, Case::Upper),
            Some((name, setting)) => {
                if !settings.iter().any(|own| own.name == setting && own.kind == SettingKind::Case) {
                    faults.add(
                        &over.at,
                        format!("`{setting}` is neither `upper` nor a setting of kind case"),
                        "{name}, {name:upper} or {name:a_case_setting}",
                    );
                }
                (name, Case::Setting(setting.to_owned()))
            }
        };
        if !names::is_parameter(name) {
            faults.add(&over.at, format!("`{{{inside}}}` names no value"), "{name} or {name:upper}");
        }
        parts.push(Part::Value { name: name.to_owned(), case });
        rest = &rest[open + close + 1..];
    }
    if !rest.is_empty() {
        parts.push(Part::Literal(rest.to_owned()));
    }
    Some(parts)
}

fn code_lists(node: &Node, faults: &Faults) -> Vec<CodeList> {
    let mut lists: Vec<CodeList> = Vec::new();
    for (key, node) in entries(node, "codes.yaml", faults).unwrap_or_default() {
        let Some(fields) = Fields::of(
            node,
            "a code list",
            &["rust", "summary", "basis", "advice-basis", "standalone", "values"],
            faults,
        ) else {
            continue;
        };
        if !names::is_id(&key.text) {
            faults.add(
                &key.at,
                format!("`{}` can't be a code list's name", key.text),
                "lower-case words such as txn-status",
            );
        }
        let (Some(rust), Some(summary)) = (fields.need("rust"), fields.need("summary")) else { continue };
        if !names::is_type(&rust.text) || lists.iter().any(|list| list.rust == rust.text) {
            faults.add(
                &rust.at,
                format!("`{}` can't be this list's Rust type", rust.text),
                "a new CamelCase name that generated code doesn't use itself",
            );
        }
        let basis = fields.choice("basis", &pages::BASES).unwrap_or(Basis::Documented);
        let mut values: Vec<Code> = Vec::new();
        for node in fields.list("values") {
            let Some(fields) =
                Fields::of(node, "a code", &["code", "rust", "meaning", "basis", "outcome", "advice"], faults)
            else {
                continue;
            };
            let (Some(code), Some(rust), Some(meaning)) =
                (fields.need("code"), fields.need("rust"), fields.need("meaning"))
            else {
                continue;
            };
            if !names::is_type(&rust.text) || values.iter().any(|value| value.rust == rust.text) {
                faults.add(
                    &rust.at,
                    format!("`{}` can't be this code's Rust name", rust.text),
                    "a CamelCase name that no other code of the list has",
                );
            }
            if values.iter().any(|value| value.code == code.text) {
                faults.add(&code.at, format!("the code `{}` is listed twice", code.text), "each code once");
            }
            values.push(Code {
                code: code.text,
                rust: rust.text,
                meaning: meaning.text,
                basis: fields.choice("basis", &pages::BASES).unwrap_or(basis),
                outcome: fields.choice("outcome", &OUTCOMES),
                advice: fields.choice("advice", &ADVICE),
            });
        }
        let advice_basis = fields.choice("advice-basis", &pages::BASES);
        if fields.get("advice-basis").is_some() != values.iter().any(|value| value.advice.is_some()) {
            faults.add(
                &key.at,
                "`advice` on codes and `advice-basis` on their list belong together",
                "both, or neither",
            );
        }
        let standalone = fields.text("standalone");
        if let Some(word) = standalone.as_ref().filter(|word| word.text.trim().is_empty()) {
            faults.add(&word.at, format!("`{}` stands alone without a reason", key.text), "why no message has it");
        }
        lists.push(CodeList {
            name: key.text.clone(),
            rust: rust.text,
            summary: summary.text,
            advice_basis,
            standalone: standalone.map(|word| word.text),
            values,
        });
    }
    lists
}

fn contradictions(node: &Node, faults: &Faults) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for (key, node) in entries(node, "contradictions.yaml", faults).unwrap_or_default() {
        let Some(fields) =
            Fields::of(node, "a contradiction", &["claim", "against", "resolution", "basis", "about"], faults)
        else {
            continue;
        };
        let (claim, against, resolution) = (fields.need("claim"), fields.need("against"), fields.need("resolution"));
        if fields.get("basis").is_none() {
            fields.missing("basis");
        }
        let basis = fields.choice("basis", &pages::BASES);
        if let (Some(claim), Some(against), Some(resolution), Some(basis)) = (claim, against, resolution, basis) {
            found.push(Contradiction {
                id: key.text.clone(),
                claim: claim.text,
                against: against.text,
                resolution: resolution.text,
                basis,
                about: about(&fields, faults),
                line: key.at.line(),
            });
        }
    }
    found
}

/// What lint is to find of a contradiction. A key of no known kind would match nothing for ever.
fn about(entry: &Fields<'_>, faults: &Faults) -> Vec<About> {
    let mut about: Vec<About> = Vec::new();
    for word in entry.texts("about") {
        let kind = word.text.split(' ').next().unwrap_or_default();
        if !lint::KINDS.contains(&kind) {
            faults.add(
                &word.at,
                format!("lint finds nothing of the kind `{kind}`"),
                format!("a key as lint prints it, which starts with one of {}", lint::KINDS.join(", ")),
            );
        }
        if about.iter().any(|own| own.key == word.text) {
            faults.add(&word.at, format!("`{}` is given twice", word.text), "each key once");
            continue;
        }
        about.push(About { line: word.at.line(), key: word.text });
    }
    about
}
