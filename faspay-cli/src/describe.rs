//! `faspay describe`: one operation or message as a page of text, from the spec. What the tables say, what was corrected
//! and why, who fills each parameter, the rules, the signatures, the codes, and which status may follow which.

use std::fmt::Write;
use std::process::ExitCode;

use faspay_spec::engine::Through;
use faspay_spec::model::{
    Advice, Auth, Basis, Case, Correction, Digest, Encoding, Field, From, Gateway, Inbound, Life, Method, Operation,
    Outcome, Part, Place, Presence, Recipe, Retry, Scheme, Sensitivity, SettingKind, Transport, Type,
};

use crate::catalogue::{self, Entry};
use crate::failure::Failure;
use crate::output;

pub fn describe(id: &str) -> Result<ExitCode, Failure> {
    let gateway = catalogue::gateway_of(id)?;
    let entry = catalogue::find(&gateway, id)?;
    let mut text = format!("{id}\n");
    match &entry {
        Entry::Outbound(found) => operation(&mut text, &gateway, found, &entry),
        Entry::Inbound(_, found, _) => inbound(&mut text, &gateway, found, &entry),
    }
    .map_err(|_| Failure::new("the description can't be written."))?;
    output::text(&text)
}

fn operation(text: &mut String, gateway: &Gateway, operation: &Operation, entry: &Entry<'_>) -> std::fmt::Result {
    writeln!(text, "{}\n", operation.summary)?;
    writeln!(text, "  transport  {}", entry.transport())?;
    writeln!(text, "  page       {} ({})", operation.page, entry.basis())?;
    gap(text, entry)?;
    if let Some(endpoint) = gateway.endpoints.iter().find(|endpoint| endpoint.name == operation.endpoint) {
        let told = gateway
            .settings
            .iter()
            .find(|own| matches!(&own.kind, SettingKind::Address { endpoint: given } if *given == endpoint.name));
        let unknown = match told {
            Some(setting) => format!("not documented; the setting {} says it", setting.name),
            None => "not documented".to_owned(),
        };
        let address = |url: &Option<String>| match url {
            Some(url) => format!("{url}{}", operation.path),
            None => unknown.clone(),
        };
        writeln!(text, "  sandbox    {}", address(&endpoint.sandbox))?;
        writeln!(text, "  production {}", address(&endpoint.production))?;
    }
    if operation.method == Method::Get {
        writeln!(text, "  method     GET, without a body")?;
    }
    if let Some(scheme) = authorization(gateway, operation) {
        let holds = match scheme {
            Scheme::Basic { user, password } => format!("Basic: {user} and {password}"),
            Scheme::Bearer { operation, .. } => format!("Bearer: a token of {}.{operation}", gateway.id),
        };
        writeln!(text, "  authorized {holds}")?;
    }
    if operation.transport != Transport::BrowserForm {
        let retry = match operation.retry {
            Retry::Safe => "may be sent again",
            Retry::SafeWithKey => "may be sent again with the same key",
            Retry::Never => "is never sent again",
        };
        let inquire = operation.inquire.as_ref().map(|id| format!("; {}.{id} tells what became of it", gateway.id));
        writeln!(text, "  no answer  {retry}{}", inquire.unwrap_or_default())?;
    }
    writeln!(text, "\nParameters, in the order in which they are sent")?;
    operation.fields.iter().try_for_each(|field| rows(text, field, "", &source))?;
    if !operation.rules.is_empty() {
        writeln!(text, "\nRules")?;
        for rule in &operation.rules {
            let when = rule.when.as_ref().map(|when| format!("when {when}: ")).unwrap_or_default();
            writeln!(text, "  {}: {when}{}\n      {}", rule.id, rule.then, rule.because)?;
        }
    }
    let used = operation.fields.iter().filter_map(|field| match &field.from {
        From::Signature { recipe, .. } => Some((field.wire.as_str(), recipe.as_str())),
        _ => None,
    });
    writeln!(text, "\nSignatures")?;
    for (field, name) in used {
        if let Some(recipe) = gateway.recipes.iter().find(|recipe| recipe.name == name) {
            signature(text, field, recipe)?;
        }
    }
    corrections(text, &operation.corrections)?;
    codes(text, gateway, &operation.fields)?;
    trial(text, gateway, operation)
}

/// How to try it, line by line as they can be pasted.
fn trial(text: &mut String, gateway: &Gateway, operation: &Operation) -> std::fmt::Result {
    let id = format!("{}.{}", gateway.id, operation.id);
    writeln!(text, "\nTo try it, with `faspay sandbox --gateway {}` running", gateway.id)?;
    writeln!(text, "  faspay example {id} > params.json")?;
    writeln!(text, "  faspay validate {id} --params params.json")?;
    writeln!(text, "  faspay example {} > credentials.json", gateway.id)?;
    let build = format!("faspay build {id} --params params.json --credentials credentials.json");
    let format = if operation.transport == Transport::BrowserForm { "html" } else { "curl" };
    writeln!(text, "  {build} --environment local=http://127.0.0.1:8080 --format {format}")
}

fn inbound(text: &mut String, gateway: &Gateway, inbound: &Inbound, entry: &Entry<'_>) -> std::fmt::Result {
    writeln!(text, "{}\n", inbound.summary)?;
    writeln!(
        text,
        "  arrives    {}",
        match entry {
            Entry::Inbound(_, _, Through::Browser) => "through the shopper's browser: a hint, never a proof of payment",
            Entry::Inbound(_, _, Through::Reply) => match inbound.encoding {
                Encoding::Form => "as the answer to the request of the merchant's server, KEY=VALUE;KEY=VALUE",
                Encoding::Json => "as the answer to the request of the merchant's server, JSON",
            },
            _ => match inbound.encoding {
                Encoding::Form => "from the gateway's server",
                Encoding::Json => "from the gateway's server, as JSON",
            },
        }
    )?;
    writeln!(text, "  page       {} ({})", inbound.page, entry.basis())?;
    gap(text, entry)?;
    if let Some(with) = &inbound.acknowledge {
        let json = with.json.as_ref().map(|json| format!(" and {json}")).unwrap_or_default();
        writeln!(text, "  answer     200{json} ({})", catalogue::basis(with.basis))?;
    }
    let covers: &[String] = match &inbound.auth {
        Auth::Signed { covers, .. } => covers,
        Auth::Hmac { .. } | Auth::Key { .. } | Auth::Connection | Auth::None => &[],
    };
    writeln!(text, "\nFields (a star marks those that the signature covers)")?;
    let star = |field: &Field| if covers.contains(&field.name) { "*".to_owned() } else { String::new() };
    inbound.fields.iter().try_for_each(|field| rows(text, field, "", &star))?;
    writeln!(text, "\nSignatures")?;
    match &inbound.auth {
        Auth::Signed { recipe, field, .. } => {
            if let Some(recipe) = gateway.recipes.iter().find(|own| own.name == *recipe) {
                signature(text, field, recipe)?;
            }
        }
        Auth::Hmac { credential, field } => {
            writeln!(text, "  {field}: HMAC-SHA512 with {credential} over the body without it, hexadecimal")?;
        }
        Auth::Key { credential, header } => {
            writeln!(text, "  none; the header {header} must hold {credential}, which says nothing of the fields")?;
        }
        Auth::Connection => writeln!(text, "  none; the connection to the gateway's own host vouches for it")?,
        Auth::None => writeln!(text, "  none: nothing in this message is vouched for")?,
    }
    if !inbound.outcomes.is_empty() {
        writeln!(text, "\nRead in this message otherwise than in its list")?;
        for (code, outcome) in &inbound.outcomes {
            writeln!(text, "  {} {code}: {}", inbound.status.as_deref().unwrap_or_default(), named(*outcome))?;
        }
    }
    if let Some(life) = life_of(gateway, inbound) {
        self::life(text, life, inbound)?;
    }
    corrections(text, &inbound.corrections)?;
    codes(text, gateway, &inbound.fields)
}

/// The life of the payments that this message tells the status of.
fn life_of<'a>(gateway: &'a Gateway, inbound: &Inbound) -> Option<&'a Life> {
    let status = inbound.fields.iter().find(|field| Some(&field.name) == inbound.status.as_ref())?;
    let Type::Code { list, .. } = &status.ty else { return None };
    gateway.lives.iter().find(|life| life.list == *list)
}

fn life(text: &mut String, life: &Life, inbound: &Inbound) -> std::fmt::Result {
    let status = inbound.status.as_deref().unwrap_or_default();
    writeln!(text, "\nWhich {status} may follow which: {}", life.summary)?;
    let mut froms: Vec<&str> = Vec::new();
    for from in std::iter::once(&life.start).chain(life.steps.iter().map(|step| &step.from)) {
        if !froms.contains(&from.as_str()) {
            froms.push(from);
        }
    }
    for from in froms {
        let next = life.steps.iter().filter(|step| step.from == from).map(|step| {
            let back = if step.back { " (back)" } else { "" };
            let basis = if step.basis == Basis::Documented { "" } else { "?" };
            format!("{}{basis}{back}", step.to)
        });
        let start = if from == life.start { " (the start)" } else { "" };
        writeln!(text, "  {from:<8} then {}{start}", next.collect::<Vec<_>>().join(", "))?;
    }
    let ends: Vec<&str> = life.ends.iter().map(|(code, _)| code.as_str()).collect();
    writeln!(text, "  {} end it", ends.join(", "))?;
    if !life.outside.is_empty() {
        let outside: Vec<&str> = life.outside.iter().map(|(code, _)| code.as_str()).collect();
        writeln!(text, "  {} are in no life", outside.join(", "))?;
    }
    let of_request = life.of_request.iter().find(|(id, _)| *id == inbound.id);
    if let Some((_, codes)) = of_request {
        writeln!(text, "  In this message, {} tells of the request, not of the payment", codes.join(", "))?;
    }
    if life.steps.iter().any(|step| step.basis != Basis::Documented) {
        writeln!(text, "  ? is concluded, not documented")?;
    }
    Ok(())
}

/// What isn't known of what is known in part.
fn gap(text: &mut String, entry: &Entry<'_>) -> std::fmt::Result {
    match entry.because() {
        Some(because) => writeln!(text, "  known      in part: {because}"),
        None => Ok(()),
    }
}

fn authorization<'a>(gateway: &'a Gateway, operation: &Operation) -> Option<&'a Scheme> {
    let name = operation.authorization.as_ref()?;
    gateway.authorizations.iter().find(|own| own.name == *name).map(|own| &own.scheme)
}

/// The row of a field, and for a list those of an element's fields behind it.
fn rows(text: &mut String, field: &Field, before: &str, note: &dyn Fn(&Field) -> String) -> std::fmt::Result {
    // A field of a flat message goes under its wire key, one of a nested message under its path.
    let is_path = !before.is_empty() || field.parent.is_some();
    let name = if is_path { format!("{before}{}", field.name) } else { field.wire.clone() };
    row(text, field, &name, &note(field))?;
    match &field.ty {
        Type::List { fields, .. } => {
            let before = format!("{name}[].");
            fields.iter().try_for_each(|field| rows(text, field, &before, note))
        }
        _ => Ok(()),
    }
}

fn row(text: &mut String, field: &Field, name: &str, note: &str) -> std::fmt::Result {
    let presence = match &field.presence {
        Presence::Mandatory => "M".to_owned(),
        Presence::Optional => "O".to_owned(),
        Presence::When(condition) => format!("C when {condition}"),
        Presence::Undocumented => "C".to_owned(),
    };
    let secret = match field.sensitivity {
        Sensitivity::Public => "",
        Sensitivity::Secret => ", secret",
        Sensitivity::Card => ", card data",
    };
    let place = match &field.place {
        Place::Body => String::new(),
        Place::Path => ", in the path".to_owned(),
        Place::Query => ", in the query".to_owned(),
        Place::Header(name) => format!(", header {name}"),
    };
    writeln!(
        text,
        "  {name:<30} {:<14} {presence}{secret}{place}{}{}{note}",
        field.documented,
        known(field.basis),
        if note.is_empty() { "" } else { "  " }
    )?;
    if !field.summary.is_empty() {
        writeln!(text, "      {}", field.summary)?;
    }
    for alias in &field.aliases {
        writeln!(text, "      also spelled {} ({})", alias.name, alias.source)?;
    }
    Ok(())
}

/// How well a parameter or a code is known, when it isn't simply documented.
fn known(basis: Basis) -> String {
    if basis == Basis::Documented { String::new() } else { format!(", {}", catalogue::basis(basis)) }
}

fn advised(advice: Advice) -> &'static str {
    match advice {
        Advice::FixRequest => "fix the request",
        Advice::AskShopper => "ask the shopper",
        Advice::Retry => "send it again",
        Advice::Inquire => "inquire first",
        Advice::CallGateway => "call the gateway",
    }
}

fn named(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Paid => "paid",
        Outcome::NotPaid => "not paid",
        Outcome::Pending => "pending",
        Outcome::Unknown => "nothing is known of the payment; inquire",
    }
}

fn source(field: &Field) -> String {
    match &field.from {
        From::Caller => String::new(),
        From::Credential(name) => format!("from the credential {name}"),
        From::Fixed(value) => format!("always {value}"),
        From::Signature { recipe, .. } => format!("computed: {recipe}"),
        From::CurrencyOf(amount) => format!("the currency of {amount}"),
        From::IdempotencyKey => "a fresh key unless one is given".to_owned(),
    }
}

fn signature(text: &mut String, field: &str, recipe: &Recipe) -> std::fmt::Result {
    let digest = match recipe.digest {
        Digest::Sha1Hex => "SHA-1, hexadecimal",
        Digest::Sha1OfMd5Hex => "SHA-1 over the hexadecimal MD5, hexadecimal",
        Digest::Sha256Base64 => "SHA-256, base64",
    };
    let over: String = recipe
        .parts
        .iter()
        .map(|part| match part {
            Part::Literal(literal) => literal.clone(),
            Part::Value { name, case: Case::AsIs } => format!("{{{name}}}"),
            Part::Value { name, case: Case::Upper } => format!("{{{name}, upper-cased}}"),
            Part::Value { name, case: Case::Setting(setting) } => format!("{{{name}, cased by {setting}}}"),
        })
        .collect();
    writeln!(text, "  {field}: {} over {over}\n      {digest}", recipe.name)
}

fn corrections(text: &mut String, corrections: &[Correction]) -> std::fmt::Result {
    if corrections.is_empty() {
        return Ok(());
    }
    writeln!(text, "\nCorrections of the page")?;
    for correction in corrections {
        writeln!(text, "  {}: {}; the page says {}", correction.field, correction.set, correction.expect)?;
        writeln!(text, "      {}", correction.because)?;
    }
    Ok(())
}

fn codes(text: &mut String, gateway: &Gateway, fields: &[Field]) -> std::fmt::Result {
    let mut shown: Vec<&str> = Vec::new();
    for field in all(fields).into_iter().filter(|field| !matches!(field.from, From::Fixed(_))) {
        let Type::Code { list, only } = &field.ty else { continue };
        let Some(found) = gateway.codes.iter().find(|own| own.name == *list) else { continue };
        if shown.contains(&found.name.as_str()) {
            continue;
        }
        shown.push(&found.name);
        writeln!(text, "\nCodes of {}: {}", field.name, found.summary)?;
        if let Some(basis) = found.advice_basis {
            writeln!(
                text,
                "  What to do about them stands behind; how well it is known: {}.",
                catalogue::basis(basis)
            )?;
        }
        for value in found.values.iter().filter(|value| only.as_ref().is_none_or(|only| only.contains(&value.code))) {
            let advice = value.advice.map_or(String::new(), |advice| format!(" ({})", advised(advice)));
            let known = known(value.basis);
            writeln!(text, "  {:<8} {}{advice}{known}", value.code, value.meaning)?;
        }
    }
    Ok(())
}

/// Every field, also those in lists' elements.
fn all(fields: &[Field]) -> Vec<&Field> {
    let mut found = Vec::new();
    for field in fields {
        found.push(field);
        if let Type::List { fields, .. } = &field.ty {
            found.extend(all(fields));
        }
    }
    found
}
