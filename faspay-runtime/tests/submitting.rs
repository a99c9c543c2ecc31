//! Sending between servers, over loopback, through every fault that a network has: what the caller is told, and how
//! many whole requests arrived. Nothing here depends on how long something takes, other than that it ends.
#![cfg(feature = "submit")]

#[path = "submitting/charge.rs"]
mod charge;
#[path = "submitting/cuts.rs"]
mod cuts;
#[path = "submitting/faults.rs"]
mod faults;
#[rustfmt::skip] // laid out like generated code
mod mini;
#[path = "submitting/proxy.rs"]
mod proxy;
#[path = "submitting/refusals.rs"]
mod refusals;
#[path = "submitting/servers.rs"]
mod servers;
#[path = "submitting/silence.rs"]
mod silence;

use faspay_runtime::submit::{SubmitError, Submitter};
use faspay_runtime::{Received, ServerForm};
use mini::PayResult;
use std::time::Duration;

/// Far beyond every deadline of every test: a call that takes so long hangs.
const AT_MOST: Duration = Duration::from_secs(30);

/// Sends, and fails when that doesn't end.
async fn send<R>(gateway: &Submitter<mini::Credentials>, request: &R) -> Result<Received<PayResult>, SubmitError>
where
    R: ServerForm<Credentials = mini::Credentials, Reply = PayResult>,
{
    tokio::time::timeout(AT_MOST, gateway.send(request)).await.expect("every call ends within its deadline")
}

/// What a call came to, in a few words.
fn outcome(result: &Result<Received<PayResult>, SubmitError>) -> String {
    let what = match result {
        Ok(_) => return "answered".to_owned(),
        Err(SubmitError::NotSent(_)) => "not sent",
        Err(SubmitError::Refused(_)) => "refused",
        Err(SubmitError::OutcomeUnknown(_)) => "outcome unknown",
        Err(SubmitError::NoAnswer(_)) => "no answer",
        Err(_) => "?",
    };
    let error = result.as_ref().err().unwrap();
    format!("{what}: {}", error.cause().id())
}
