//! The generated libraries, in the terms of [`super`]: their by-name doors, which share every check with the typed ones.

use faspay_runtime::dynamic::{self, NamedCredentials, Through};
use faspay_runtime::table::{InboundTable, RequestTable};
use faspay_runtime::{BuildError, Clock};
use faspay_spec::engine as spec;
use faspay_spec::model::{Gateway, Operation};

use super::{
    Built, Context, Credentials, Environment, Problem, Received, Refusal, Value, Verdict, Violation, interpreted, shown,
};
use crate::failure::Failure;

/// The by-name door of a gateway's crate.
struct Library {
    gateway: &'static str,
    requests: &'static [&'static RequestTable],
    inbound: &'static [(&'static str, &'static InboundTable, Through)],
}

/// One for each gateway that is embedded.
static LIBRARIES: [Library; 3] = [
    Library { gateway: "faspay", requests: faspay::dynamic::REQUESTS, inbound: faspay::dynamic::INBOUND },
    Library { gateway: "finpay", requests: finpay::dynamic::REQUESTS, inbound: finpay::dynamic::INBOUND },
    Library { gateway: "pivot", requests: pivot_payment::dynamic::REQUESTS, inbound: pivot_payment::dynamic::INBOUND },
];

fn library(gateway: &Gateway) -> Result<&'static Library, Failure> {
    LIBRARIES.iter().find(|library| library.gateway == gateway.id).ok_or_else(|| behind(&gateway.id))
}

fn request(gateway: &Gateway, operation: &Operation) -> Result<&'static RequestTable, Failure> {
    let id = format!("{}.{}", gateway.id, operation.id);
    library(gateway)?.requests.iter().find(|table| table.id == id).copied().ok_or_else(|| behind(&id))
}

fn inbound(gateway: &Gateway, id: &str) -> Result<&'static InboundTable, Failure> {
    let id = format!("{}.{id}", gateway.id);
    let mut tables = library(gateway)?.inbound.iter().map(|(_, table, _)| *table);
    tables.find(|table| table.id == id).ok_or_else(|| behind(&id))
}

/// The spec and the library are built together; one without the other is a broken build.
fn behind(id: &str) -> Failure {
    Failure::new(format!("the generated library has no `{id}`, which the spec has; run `cargo xtask codegen`."))
}

fn credentials(gateway: &Gateway, given: &Credentials) -> Result<NamedCredentials, Failure> {
    // Kinds and names are judged in one place, so that both engines refuse a file with the same words.
    interpreted::credentials(gateway, given)?;
    let table = library(gateway)?.requests.first().ok_or_else(|| behind(&gateway.id))?.gateway;
    let texts = given.iter().map(|(name, value)| match value {
        Value::Text(text) => (name.as_str(), text.as_str()),
        Value::Bool(true) => (name.as_str(), "true"),
        Value::Bool(false) => (name.as_str(), "false"),
    });
    NamedCredentials::new(table, texts)
        .map_err(|error| Failure::new(format!("the credentials can't be used: {error}.")))
}

fn environment(environment: &Environment) -> faspay_runtime::Environment {
    match environment {
        Environment::Sandbox => faspay_runtime::Environment::Sandbox,
        Environment::Production => faspay_runtime::Environment::Production,
        Environment::Local(url) => faspay_runtime::Environment::Local(url.clone()),
    }
}

fn clock(today: spec::Date) -> Result<Clock, Failure> {
    let date = faspay_runtime::Date::parse(&today.to_string()).map_err(|error| Failure::new(error.to_string()))?;
    Ok(Clock::fixed(date))
}

fn violation(found: faspay_runtime::Violation) -> Violation {
    let faspay_runtime::Violation { field, rule, limit, actual, message, source } = found;
    Violation { field, rule, limit, actual, message, source }
}

/// Runs `act` with the context in the library's terms.
fn with<T>(gateway: &Gateway, given: Context<'_>, act: impl FnOnce(dynamic::Context<'_>) -> T) -> Result<T, Failure> {
    let environment = environment(given.environment);
    let credentials = given.credentials.map(|given| credentials(gateway, given)).transpose()?;
    Ok(act(dynamic::Context {
        environment: &environment,
        credentials: credentials.as_ref().map(|credentials| credentials as &dyn faspay_runtime::Credentials),
        clock: clock(given.today)?,
        fresh_key: given.fresh_key,
    }))
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

pub(super) fn validate(
    gateway: &Gateway,
    operation: &Operation,
    params: &[(String, String)],
    given: Context<'_>,
) -> Result<Vec<Violation>, Failure> {
    let table = request(gateway, operation)?;
    let found = with(gateway, given, |context| dynamic::validate(table, &borrowed(params), context))?;
    Ok(found.into_iter().map(violation).collect())
}

pub(super) fn build(
    gateway: &Gateway,
    operation: &Operation,
    params: &[(String, String)],
    given: Context<'_>,
) -> Result<Result<Built, Refusal>, Failure> {
    let table = request(gateway, operation)?;
    Ok(match with(gateway, given, |context| dynamic::build(table, &borrowed(params), context))? {
        Ok(built) => Ok(Built {
            operation: built.operation.to_owned(),
            transport: built.transport.as_str(),
            method: built.method,
            headers: built.headers.iter().map(|(name, value)| ((*name).to_owned(), (**value).to_owned())).collect(),
            shown_headers: built
                .headers
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.masked().to_owned()))
                .collect(),
            shown_url: built.masked_url().to_owned(),
            body: String::from_utf8_lossy(&built.body()).into_owned(),
            fields: built
                .fields
                .iter()
                .map(|field| (field.key.to_owned(), field.value.clone(), field.sensitive))
                .collect(),
            signed: built.signed.iter().map(|(recipe, text)| ((*recipe).to_owned(), text.clone())).collect(),
            url: built.url.to_string(),
        }),
        Err(BuildError::Violations(found)) => Err(Refusal::Violations(found.into_iter().map(violation).collect())),
        Err(other) => Err(Refusal::Other(other.to_string())),
    })
}

pub(super) fn verify(gateway: &Gateway, received: Received<'_>) -> Result<Verdict, Failure> {
    let table = inbound(gateway, &received.inbound.id)?;
    let credentials = credentials(gateway, received.credentials)?;
    let through = match received.through {
        spec::Through::Browser => Through::Browser,
        spec::Through::Server => Through::Server,
        spec::Through::Reply => Through::Reply,
    };
    let expect = received.expect.map(borrowed);
    let verdict = dynamic::verify_with_headers(
        table,
        through,
        received.content_type,
        &borrowed(received.headers),
        received.body,
        &credentials,
        expect.as_deref(),
    );
    Ok(Verdict {
        signature: verdict.signature,
        trust: verdict.trust,
        unsigned: verdict.unsigned.into_iter().map(str::to_owned).collect(),
        problems: verdict
            .problems
            .into_iter()
            .map(|problem| Problem { field: problem.field, rule: problem.rule, message: problem.message })
            .collect(),
        fields: verdict.fields.into_iter().map(|field| shown(field.name, field.value, field.sensitive)).collect(),
    })
}
