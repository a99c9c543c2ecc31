//! `validate`, `build` and `verify`: reads what the user gave, asks an engine, prints what it says.

use std::process::ExitCode;

use faspay_runtime::scheme::idempotency::IdempotencyKey;
use faspay_runtime::scheme::random;
use faspay_spec::engine::Date;
use faspay_spec::model::{Auth, From, Gateway, Inbound, Operation, Part};
use serde_json::json;

use crate::args::{Build, BuildFormat, Validate, Verify};
use crate::catalogue;
use crate::engine::{Built, Context, Credentials, Environment, MASK, Received, Refusal, Value};
use crate::failure::Failure;
use crate::{input, output, page};

/// Exit status of a command that did its work and had to say no.
const REFUSED: ExitCode = ExitCode::FAILURE;

pub fn validate(args: &Validate) -> Result<ExitCode, Failure> {
    let gateway = catalogue::gateway_of(&args.id)?;
    let operation = catalogue::operation(&gateway, &args.id)?;
    let params = input::named(&args.params, "parameters", operation.transport.encoding(), &operation.fields)?;
    let today = today(args.common.at.as_deref())?;
    let context = Context { environment: &Environment::Sandbox, credentials: None, today, fresh_key: None };
    let violations = args.common.engine.validate(&gateway, operation, &params, context)?;
    output::json(&json!({ "valid": violations.is_empty(), "violations": violations }))?;
    Ok(if violations.is_empty() { ExitCode::SUCCESS } else { REFUSED })
}

pub fn build(args: &Build) -> Result<ExitCode, Failure> {
    let gateway = catalogue::gateway_of(&args.id)?;
    let operation = catalogue::operation(&gateway, &args.id)?;
    let environment = environment(&args.environment)?;
    let params = input::named(&args.params, "parameters", operation.transport.encoding(), &operation.fields)?;
    let credentials = input::object(&args.credentials, "credentials")?;
    let (today, key) = (today(args.common.at.as_deref())?, fresh_key(operation)?);
    let context = Context {
        environment: &environment,
        credentials: Some(&credentials),
        today,
        fresh_key: key.as_ref().map(IdempotencyKey::as_str),
    };
    let built = match args.common.engine.build(&gateway, operation, &params, context)? {
        Ok(built) => built,
        Err(refusal) => {
            eprintln!("faspay: {}", explain(&args.id, &refusal));
            return Ok(REFUSED);
        }
    };
    let built = if args.mask {
        mask(operation, built)
    } else {
        let in_headers = built.headers != built.shown_headers || built.url != built.shown_url;
        if in_headers || built.fields.iter().any(|(.., sensitive)| *sensitive) {
            eprintln!("faspay: what follows holds secrets; --mask leaves them out.");
        }
        built
    };
    match args.format {
        BuildFormat::Json => output::json(&document(&built)),
        BuildFormat::Html if built.transport != "browser-form" => Err(Failure::new(format!(
            "`{}` is sent by a server, so there is no page for a browser; use --format json or curl.",
            args.id
        ))),
        BuildFormat::Html => output::text(&page::html(&built)),
        BuildFormat::Curl => output::text(&page::curl(&built)),
    }
}

fn document(built: &Built) -> serde_json::Value {
    let headers: serde_json::Map<String, serde_json::Value> =
        built.headers.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let fields: Vec<_> = built.fields.iter().map(|(key, value, _)| json!([key, value])).collect();
    let mut document = json!({
        "operation": built.operation,
        "transport": built.transport,
        "method": built.method,
        "url": built.url,
        "headers": headers,
        "fields": fields,
    });
    // A browser encodes its form itself; a server sends these bytes.
    if built.transport != "browser-form" {
        document["body"] = json!(built.body);
    }
    document
}

fn mask(operation: &Operation, mut built: Built) -> Built {
    for (_, value, sensitive) in &mut built.fields {
        if *sensitive {
            MASK.clone_into(value);
        }
    }
    built.body = faspay_spec::engine::body(operation, &built.fields);
    built.url.clone_from(&built.shown_url);
    built.headers.clone_from(&built.shown_headers);
    built
}

/// A key for an operation that has one, from the operating system's random numbers.
fn fresh_key(operation: &Operation) -> Result<Option<IdempotencyKey>, Failure> {
    let has_key = operation.fields.iter().any(|field| field.from == From::IdempotencyKey);
    has_key
        .then(|| IdempotencyKey::generate(random::os))
        .transpose()
        .map_err(|error| Failure::new(format!("there is no idempotency key: {error}.")))
}

fn explain(id: &str, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Other(sentence) => format!("`{id}` can't be built: {sentence}"),
        Refusal::Violations(violations) => {
            let mut text = format!(
                "`{id}` isn't sent, because {} broken:",
                if violations.len() == 1 { "a rule is".to_owned() } else { format!("{} rules are", violations.len()) }
            );
            for violation in violations {
                text.push_str(&format!(
                    "\n  {}: {} [{}, {}]",
                    violation.field, violation.message, violation.rule, violation.source
                ));
            }
            text
        }
    }
}

pub fn verify(args: &Verify) -> Result<ExitCode, Failure> {
    let gateway = catalogue::gateway_of(&args.id)?;
    let (inbound, through) = catalogue::inbound(&gateway, &args.id)?;
    let headers = args
        .headers
        .iter()
        .map(|header| {
            let (name, value) = header
                .split_once(':')
                .ok_or_else(|| Failure::new(format!("`--header {header}` isn't `Name: value`.")))?;
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    let credentials = input::object(&args.credentials, "credentials")?;
    let named = |path| input::named(path, "expectations", inbound.encoding, &inbound.fields);
    let expect = args.expect.as_deref().map(named).transpose()?;
    let body = input::bytes(&args.body, "body")?;
    today(args.common.at.as_deref())?;
    able_to_verify(&gateway, inbound, &credentials)?;
    let received = Received {
        inbound,
        through,
        content_type: &args.content_type,
        headers: &headers,
        body: &body,
        credentials: &credentials,
        expect: expect.as_deref(),
    };
    let verdict = args.common.engine.verify(&gateway, received)?;
    output::json(&verdict)?;
    let agrees = !verdict.problems.iter().any(|problem| problem.rule == "mismatch");
    // A signature vouches for it, or the connection that an answer came over.
    Ok(if verdict.trust != "received" && agrees { ExitCode::SUCCESS } else { REFUSED })
}

/// Without its secret every signature is wrong, which would be said of the message and is true of the file.
fn able_to_verify(gateway: &Gateway, inbound: &Inbound, credentials: &Credentials) -> Result<(), Failure> {
    let needed: Vec<&str> = match &inbound.auth {
        Auth::Signed { recipe, .. } => {
            let parts = gateway.recipes.iter().filter(|own| own.name == *recipe).flat_map(|recipe| &recipe.parts);
            let names = parts.filter_map(|part| match part {
                Part::Value { name, .. } => Some(name.as_str()),
                Part::Literal(_) => None,
            });
            names.filter(|name| gateway.credentials.iter().any(|own| own.name == *name)).collect()
        }
        Auth::Hmac { credential, .. } | Auth::Key { credential, .. } => vec![credential],
        Auth::Connection | Auth::None => return Ok(()),
    };
    let is_there = |name: &str| {
        credentials.iter().any(|(own, value)| own == name && matches!(value, Value::Text(text) if !text.is_empty()))
    };
    let lacking: Vec<&str> = needed.into_iter().filter(|name| !is_there(name)).collect();
    if lacking.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the credentials lack {}, which the signature of `{}` is checked with.",
        lacking.join(" and "),
        inbound.id
    )))
}

/// The transaction date that was given, or today's.
pub fn today(at: Option<&str>) -> Result<Date, Failure> {
    match at {
        None => Ok(jakarta_today()),
        Some(text) => Date::parse(text).ok_or_else(|| {
            Failure::new(format!("`--at {text}` isn't a date; write it as YYYY-MM-DD, such as 2026-11-20."))
        }),
    }
}

/// The civil date in UTC+7, which is the gateway's.
fn jakarta_today() -> Date {
    let today = faspay_runtime::Clock::system().today().to_string();
    Date::parse(&today).unwrap_or_else(|| unreachable!("two implementations of civil dates print alike"))
}

fn environment(text: &str) -> Result<Environment, Failure> {
    match text {
        "sandbox" => Ok(Environment::Sandbox),
        "production" => Ok(Environment::Production),
        _ => match text.strip_prefix("local=").map(faspay_runtime::LocalUrl::parse) {
            Some(Ok(url)) => Ok(Environment::Local(url)),
            Some(Err(error)) => Err(Failure::new(format!("`--environment {text}` is refused: {error}."))),
            None => Err(Failure::new(format!(
                "there is no environment `{text}`; it is sandbox, production, or local=http://127.0.0.1:PORT."
            ))),
        },
    }
}
