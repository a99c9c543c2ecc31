//! One door to both engines: a message is judged twice, the verdicts are compared, and the test gets one of them.

use std::sync::LazyLock;

use faspay_cli::engine::{Credentials, Engine, Received, Verdict};
use faspay_spec::engine::Through;
use faspay_spec::model::{Gateway, Inbound};
use tests::messages::Pairs;
use tests::{faspay, merchant_with};

pub const FORM: &str = "application/x-www-form-urlencoded";
pub const TEXT: &str = "text/plain; charset=UTF-8";

/// The sample merchant, whose password no browser has seen: everything that agrees is reconciled.
pub fn merchant() -> Vec<(String, faspay_cli::engine::Value)> {
    merchant_with(Some(false), None)
}

/// The spec, loaded once for all tests here.
pub fn gateway() -> &'static Gateway {
    static FASPAY: LazyLock<Gateway> = LazyLock::new(faspay);
    &FASPAY
}

/// The message of this id.
pub fn inbound<'a>(gateway: &'a Gateway, id: &str) -> &'a Inbound {
    gateway.inbound.iter().find(|inbound| inbound.id == id).unwrap_or_else(|| panic!("no message {id}"))
}

/// What is compared: everything but the wording.
fn essence(verdict: &Verdict) -> impl PartialEq + std::fmt::Debug + '_ {
    let problems: Vec<_> = verdict.problems.iter().map(|one| (&one.field, &one.rule)).collect();
    (verdict.signature, verdict.trust, &verdict.unsigned, problems, &verdict.fields)
}

/// What both engines say.
pub fn judge(
    gateway: &Gateway,
    inbound: &Inbound,
    through: Through,
    content_type: &str,
    body: &[u8],
    credentials: &Credentials,
    expect: Option<&Pairs>,
) -> Verdict {
    let received =
        Received { inbound, through, content_type, headers: &[], body, credentials, expect: expect.map(Vec::as_slice) };
    let ours = Engine::Generated.verify(gateway, received).unwrap();
    let theirs = Engine::Interpreted.verify(gateway, received).unwrap();
    assert_eq!(
        essence(&ours),
        essence(&theirs),
        "{} {through:?} {content_type:?}\n{}\nexpecting {expect:?}",
        inbound.id,
        body.escape_ascii()
    );
    ours
}

/// How a message of this kind comes when no browser brings it.
pub fn way_of(gateway: &Gateway, inbound: &Inbound) -> Through {
    let at = gateway.inbound.iter().position(|own| own.id == inbound.id).expect("a message of this gateway");
    if gateway.is_reply(at) { Through::Reply } else { Through::Server }
}

/// The callback of the sample merchant, or the reply to one of its requests.
pub fn callback(gateway: &Gateway, inbound: &Inbound, body: &[u8], expect: Option<&Pairs>) -> Verdict {
    judge(gateway, inbound, way_of(gateway, inbound), FORM, body, &merchant(), expect)
}

/// The rules of the problems, with their fields.
pub fn problems(verdict: &Verdict) -> Vec<(&str, &str)> {
    verdict.problems.iter().map(|one| (one.field.as_str(), one.rule.as_str())).collect()
}
