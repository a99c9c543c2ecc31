//! The interpreter of the spec, in the terms of [`super`].

use faspay_spec::engine::{self, SettingValue};
use faspay_spec::model::{Gateway, Operation};

use super::{Built, Context, Credentials, Environment, Problem, Received, Refusal, Value, Verdict, Violation, shown};
use crate::failure::Failure;

pub(super) fn credentials(gateway: &Gateway, given: &Credentials) -> Result<engine::Credentials, Failure> {
    let pairs = given.iter().map(|(name, value)| {
        let value = match value {
            Value::Text(text) => SettingValue::Text(text.clone()),
            Value::Bool(yes) => SettingValue::Bool(*yes),
        };
        (name.clone(), value)
    });
    engine::Credentials::new(gateway, pairs)
        .map_err(|error| Failure::new(format!("the credentials can't be used: {error}.")))
}

fn context(gateway: &Gateway, context: Context<'_>) -> Result<engine::Context, Failure> {
    Ok(engine::Context {
        environment: match context.environment {
            Environment::Sandbox => engine::Environment::Sandbox,
            Environment::Production => engine::Environment::Production,
            Environment::Local(url) => engine::Environment::Local(url.as_str().to_owned()),
        },
        credentials: context.credentials.map(|given| credentials(gateway, given)).transpose()?,
        today: context.today,
        fresh_key: context.fresh_key.map(str::to_owned),
    })
}

fn violation(found: engine::Violation) -> Violation {
    let engine::Violation { field, rule, limit, actual, message, source } = found;
    Violation { field, rule, limit, actual, message, source }
}

pub(super) fn validate(
    gateway: &Gateway,
    operation: &Operation,
    params: &[(String, String)],
    given: Context<'_>,
) -> Result<Vec<Violation>, Failure> {
    let context = context(gateway, given)?;
    Ok(engine::validate(gateway, operation, params, &context).into_iter().map(violation).collect())
}

pub(super) fn build(
    gateway: &Gateway,
    operation: &Operation,
    params: &[(String, String)],
    given: Context<'_>,
) -> Result<Result<Built, Refusal>, Failure> {
    let context = context(gateway, given)?;
    Ok(match engine::build(gateway, operation, params, &context) {
        Ok(built) => Ok(Built {
            operation: built.operation,
            transport: built.transport.as_str(),
            method: built.method,
            url: built.url,
            shown_url: built.shown_url,
            headers: built.headers,
            shown_headers: built.shown_headers,
            body: built.body,
            fields: built.fields,
            signed: built.signed,
        }),
        Err(engine::Refused::Violations(found)) => Err(Refusal::Violations(found.into_iter().map(violation).collect())),
        Err(other) => Err(Refusal::Other(other.to_string())),
    })
}

pub(super) fn verify(gateway: &Gateway, received: Received<'_>) -> Result<Verdict, Failure> {
    let credentials = credentials(gateway, received.credentials)?;
    let delivery = engine::Delivery {
        through: received.through,
        content_type: received.content_type,
        headers: received.headers,
        body: received.body,
    };
    let verdict = engine::verify(gateway, received.inbound, delivery, &credentials, received.expect);
    Ok(Verdict {
        signature: verdict.signature,
        trust: verdict.trust,
        unsigned: verdict.unsigned,
        problems: verdict
            .problems
            .into_iter()
            .map(|problem| Problem { field: problem.field, rule: problem.rule, message: problem.message })
            .collect(),
        fields: verdict.fields.into_iter().map(|(name, value, sensitive)| shown(name, value, sensitive)).collect(),
    })
}
