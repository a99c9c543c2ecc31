//! What is wrong with the credentials that a message uses, and with the fields that show them.

use super::value::check_place;
use super::{Found, printed, shown};
use crate::Environment;
use crate::outgoing::Outgoing;
use crate::secret::MASK;
#[cfg(feature = "scheme-basic")]
use crate::table::Authorization;
use crate::table::{CredentialSpec, FieldSpec, RequestTable, SettingKind};
use crate::text::{first_control, first_of, too_long};
use crate::value::Value;
use crate::violation::Violation;
use crate::wording;

/// What is wrong with the credentials that the message uses.
#[inline]
pub(super) fn credentials(message: &Outgoing<'_>) -> Vec<Violation> {
    let mut violations = Vec::new();
    if message.credentials.is_none() {
        return violations;
    }
    let gateway = message.table.gateway;
    for (index, forbid) in used(message.table) {
        let Some(spec) = gateway.credentials.get(usize::from(index)) else {
            continue;
        };
        let mut add = |rule: &str, limit: &str, actual: String| {
            violations.push(wording::credential(gateway.id, spec, rule, limit, actual));
        };
        let Some(text) = message.credential(index) else {
            add("mandatory", "M", "absent".to_owned());
            continue;
        };
        if let Some(control) = first_control(text) {
            add("control", "none", wording::code_point(control));
        }
        if spec.digits && !text.bytes().all(|byte| byte.is_ascii_digit()) {
            add("type", "digits", masked(spec, text));
        }
        if let Some((max, count)) = too_long(text, spec.max) {
            add("length", &max.to_string(), count.to_string());
        }
        if let Some(character) = first_of(text, forbid) {
            add("delimiter", forbid, masked(spec, character.encode_utf8(&mut [0; 4])));
        }
        if is_user(message.table, index) && text.contains(':') {
            add("delimiter", ":", masked(spec, ":"));
        }
    }
    violations
}

fn masked(spec: &CredentialSpec, text: &str) -> String {
    if spec.sensitive { MASK.to_owned() } else { wording::excerpt(text) }
}

/// The credentials that a message uses, in the gateway's order, with the characters that each may not contain.
fn used(table: &'static RequestTable) -> impl Iterator<Item = (u8, &'static str)> {
    table.credentials.iter().map(|used| (used.index, used.forbid))
}

/// Whether a credential stands before the colon of a Basic authorization.
#[cfg(feature = "scheme-basic")]
const fn is_user(table: &RequestTable, credential: u8) -> bool {
    matches!(table.authorization, Authorization::Basic { user, .. } if user == credential)
}

#[cfg(not(feature = "scheme-basic"))]
const fn is_user(_: &RequestTable, _: u8) -> bool {
    false
}

/// A field that a credential fills: nobody else may fill it otherwise, and in production somebody has decided about
/// showing it.
pub(super) fn check_credential_field(
    message: &Outgoing<'_>,
    index: u8,
    field: &FieldSpec,
    credential: u8,
    given: Value<'_>,
    found: &mut Found,
) {
    let Some(spec) = message.table.gateway.credentials.get(usize::from(credential)) else {
        return;
    };
    if !matches!(given, Value::Absent) {
        if spec.sensitive || field.sensitive {
            found.add(index, wording::from_credential(field, spec.name, MASK.to_owned()));
        } else if message.credentials.is_some()
            && message.credential(credential) != Some(printed(field, given).as_str())
        {
            found.add(index, wording::from_credential(field, spec.name, shown(field, given)));
        }
    }
    if let Some(text) = message.credential(credential)
        && message.sends(credential) != Some(false)
    {
        check_place(index, field, text, found);
    }
    let undecided = message.credentials.is_some() && message.sends(credential).is_none();
    if undecided && matches!(message.environment, Environment::Production) {
        let setting = spec.sent_by.and_then(|setting| {
            message
                .table
                .gateway
                .settings
                .get(usize::from(setting))
                .filter(|setting| setting.kind == SettingKind::SendsCredential)
        });
        if let Some(setting) = setting {
            found.add(index, wording::setting(field, setting.name));
        }
    }
}
