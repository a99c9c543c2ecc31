//! Who may know the secret of a signature: everybody, when a browser carries it; whoever has patience, when it is short and
//! everything else in the string is in view; and every host that it is sent to.

use super::set::Set;
use super::shape::{Kind, Shape, Shapes, Source};
use super::{Finding, Severity, State, Weakness};
use crate::model::{
    Auth, Case, Credential, From, Gateway, Inbound, Operation, Scheme, Sensitivity, SettingKind, Transport,
};

pub(super) fn find(gateway: &Gateway, shapes: &Shapes<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for credential in gateway.credentials.iter().filter(|own| own.sensitivity != Sensitivity::Public) {
        let signing: Vec<&Shape<'_>> = shapes
            .all
            .iter()
            .filter(|shape| shape.secrets().any(|(secret, _)| secret.name == credential.name))
            .collect();
        findings.extend(exposed(gateway, credential, &signing));
        findings.extend(guessable(gateway, credential, &signing));
    }
    findings.extend(gateway.inbound.iter().filter_map(|inbound| carried(gateway, inbound)));
    findings.extend(gateway.inbound.iter().filter_map(|inbound| sent(gateway, inbound)));
    findings
}

/// A message whose digest or key a browser has carried: whoever looked at the form can write it.
fn carried(gateway: &Gateway, inbound: &Inbound) -> Option<Finding> {
    let (Auth::Hmac { credential, .. } | Auth::Key { credential, .. }) = &inbound.auth else { return None };
    let credential = gateway.credentials.iter().find(|own| own.name == *credential)?;
    let shown = credential.sensitivity == Sensitivity::Public;
    let carriers: Vec<&str> = gateway
        .operations
        .iter()
        .filter(|operation| operation.transport == Transport::BrowserForm && carries(operation, credential))
        .map(|operation| operation.id.as_str())
        .collect();
    if carriers.is_empty() && !shown {
        return None;
    }
    let by =
        if shown { "It may be shown".to_owned() } else { format!("The browser carries it in {}", carriers.join(", ")) };
    Some(Finding {
        weakness: Weakness::Exposed,
        severity: Severity::High,
        state: State::Open,
        recipes: Vec::new(),
        messages: vec![inbound.id.clone()],
        fields: vec![credential.name.clone()],
        says: format!(
            "{} is what {} is believed for. {by}: whoever sees it can write the message.",
            credential.name, inbound.id
        ),
        witness: None,
    })
}

/// A message under a digest or a key that the merchant's server also sends as it is: every host that takes such a request can write
/// the message. There is no other key to sign with, so what follows is told and nothing is open.
fn sent(gateway: &Gateway, inbound: &Inbound) -> Option<Finding> {
    let (Auth::Hmac { credential, .. } | Auth::Key { credential, .. }) = &inbound.auth else { return None };
    let credential = gateway.credentials.iter().find(|own| own.name == *credential)?;
    let authorizes = |operation: &Operation| {
        let name = operation.authorization.as_ref();
        let found = gateway.authorizations.iter().find(|own| Some(&own.name) == name);
        found.is_some_and(|own| matches!(&own.scheme, Scheme::Basic { password, .. } if *password == credential.name))
    };
    let of_server = gateway.operations.iter().filter(|own| own.transport != Transport::BrowserForm);
    let senders: Vec<&Operation> = of_server.filter(|own| authorizes(own) || carries(own, credential)).collect();
    if senders.is_empty() {
        return None;
    }
    let addresses = gateway.settings.iter().filter_map(|setting| match &setting.kind {
        SettingKind::Address { endpoint } if senders.iter().any(|own| own.endpoint == *endpoint) => {
            Some(setting.name.as_str())
        }
        _ => None,
    });
    let addresses: Vec<&str> = addresses.collect();
    let mut follows = "it goes over TLS and to addresses of the gateway's own".to_owned();
    if !addresses.is_empty() {
        follows += &format!(
            ", and to the one that the merchant gives as {}: whoever answers there can write this message, so nothing but the gateway's \
             own address belongs in it",
            addresses.join(", ")
        );
    }
    Some(Finding {
        weakness: Weakness::Sent,
        severity: Severity::Medium,
        state: State::Told(follows),
        recipes: Vec::new(),
        messages: vec![inbound.id.clone()],
        fields: vec![credential.name.clone()],
        says: format!(
            "{} is what {} is believed for, and the merchant's server sends it with {}: a host that takes one of these can write the \
             message.",
            credential.name,
            inbound.id,
            senders.iter().map(|own| own.id.as_str()).collect::<Vec<_>>().join(", ")
        ),
        witness: None,
    })
}

fn finding(
    weakness: Weakness,
    severity: Severity,
    signing: &[&Shape<'_>],
    credential: &Credential,
    says: String,
) -> Finding {
    let mut recipes: Vec<String> = Vec::new();
    let mut messages: Vec<String> = Vec::new();
    for shape in signing {
        if !recipes.contains(&shape.recipe.name) {
            recipes.push(shape.recipe.name.clone());
        }
        if !messages.iter().any(|own| own == shape.message) {
            messages.push(shape.message.to_owned());
        }
    }
    Finding {
        weakness,
        severity,
        state: State::Open,
        recipes,
        messages,
        fields: vec![credential.name.clone()],
        says,
        witness: None,
    }
}

fn exposed(gateway: &Gateway, credential: &Credential, signing: &[&Shape<'_>]) -> Option<Finding> {
    let carriers: Vec<&str> = gateway
        .operations
        .iter()
        .filter(|operation| operation.transport == Transport::BrowserForm && carries(operation, credential))
        .map(|operation| operation.id.as_str())
        .collect();
    if carriers.is_empty() || signing.is_empty() {
        return None;
    }
    let says = format!(
        "The browser carries {} in {}: whoever looks at the form can sign {}.",
        credential.name,
        carriers.join(", "),
        signed(signing)
    );
    let mut finding = finding(Weakness::Exposed, Severity::High, signing, credential, says);
    // The trust rule: what is signed with a secret that a form carried needs an inquiry before it counts as paid.
    let setting = gateway.settings.iter().find(
        |setting| matches!(&setting.kind, SettingKind::SendsCredential { credential: own } if *own == credential.name),
    );
    let unruled: Vec<&str> = signing
        .iter()
        .filter(|shape| match shape.kind {
            Kind::Request(_) => setting.is_none(),
            Kind::Result(inbound) => match &inbound.auth {
                Auth::Signed { exposed_by: Some(own), .. } => setting.is_none_or(|setting| setting.name != *own),
                Auth::Signed { exposed_by: None, .. }
                | Auth::Hmac { .. }
                | Auth::Key { .. }
                | Auth::Connection
                | Auth::None => true,
            },
        })
        .map(|shape| shape.message)
        .collect();
    match setting {
        Some(setting) if unruled.is_empty() => {
            finding.state = State::Told(format!(
                "setting {}: production refuses until it is decided, and once the form carries {}, a signed result counts as \
                 paid only after an inquiry",
                setting.name, credential.name
            ));
        }
        _ => {
            finding.says += &format!(
                " No setting that `sends` it, named in `exposed-by`, makes {} need an inquiry.",
                unruled.join(", ")
            );
        }
    }
    Some(finding)
}

fn carries(operation: &Operation, credential: &Credential) -> bool {
    operation.fields.iter().any(|field| matches!(&field.from, From::Credential(name) if *name == credential.name))
}

/// What the secret signs, requests and results apart.
fn signed(signing: &[&Shape<'_>]) -> &'static str {
    let results = signing.iter().filter(|shape| !shape.is_request()).count();
    match (results, signing.len() - results) {
        (0, _) => "requests",
        (_, 0) => "results",
        _ => "requests and results",
    }
}

/// At this many tries a second: the order of magnitude of SHA-1 on one graphics card.
const TRIES: u32 = 34;

/// A secret with this many bits of choice isn't found by trying.
const ENOUGH: u32 = 112;

/// A secret that can be tried offline: the browser sees the digest and everything else in the string. A credential that
/// isn't a secret counts as seen.
fn guessable(gateway: &Gateway, credential: &Credential, signing: &[&Shape<'_>]) -> Option<Finding> {
    let seen: Vec<&Shape<'_>> = signing.iter().copied().filter(|shape| in_view(gateway, shape, credential)).collect();
    let shape = seen.first()?;
    let (_, case) = shape.secrets().find(|(own, _)| own.name == credential.name)?;
    let set = if credential.digits { Set::of("0123456789") } else { Set::any().without(&shape.recipe.delimiter_chars) };
    let raised = *case == Case::Upper;
    let kinds = if raised { set.upper() } else { set }.ascii_count();
    let casing = if raised { " after upper-casing" } else { "" };
    let time = |length: u32| {
        let bits = bits(kinds, length);
        format!("2^{bits} for {length} ({})", duration(bits))
    };
    let (severity, numbers) = match credential.max {
        Some(max) if bits(kinds, max) >= ENOUGH => return None,
        Some(max) => {
            let mut lengths: Vec<u32> = [5, 8].into_iter().filter(|length| *length < max).collect();
            lengths.push(max);
            let all: Vec<String> = lengths.into_iter().map(time).collect();
            let severity = if bits(kinds, max) <= 64 { Severity::High } else { Severity::Medium };
            (severity, format!("it has at most {max} characters of {kinds} kinds{casing}, that is {}", all.join(", ")))
        }
        None => {
            let all = [time(5), time(8), time(12)];
            (
                Severity::Medium,
                format!("no page gives its length; of {kinds} kinds of character{casing} it takes {}", all.join(", ")),
            )
        }
    };
    let says = format!(
        "Whoever sees a form of {} can try values of {} until the digest fits: {numbers}, at 2^{TRIES} tries a second.",
        shape.message, credential.name
    );
    Some(finding(Weakness::Guessable, severity, &seen, credential, says))
}

/// Whether the browser sees the digest, and of the string everything but this credential.
fn in_view(gateway: &Gateway, shape: &Shape<'_>, credential: &Credential) -> bool {
    let travels = match shape.kind {
        Kind::Request(operation) => operation.transport == Transport::BrowserForm,
        Kind::Result(inbound) => {
            let index = gateway.inbound.iter().position(|own| own.id == inbound.id);
            gateway.operations.iter().any(|operation| operation.on_return.is_some() && operation.on_return == index)
        }
    };
    travels
        && shape.values().all(|(_, _, source)| match source {
            Source::Field(_) | Source::Constant(_) => true,
            Source::Credential(own) => own.name == credential.name || own.sensitivity == Sensitivity::Public,
        })
}

/// The binary logarithm of `kinds` to the power of `length`, rounded down. Integers only.
fn bits(kinds: u32, length: u32) -> u32 {
    let mut mantissa = 1_u128;
    let mut exponent = 0;
    for _ in 0..length {
        mantissa *= u128::from(kinds.max(1));
        while mantissa >= 1 << 64 {
            mantissa >>= 1;
            exponent += 1;
        }
    }
    exponent + mantissa.ilog2()
}

/// How long that many tries take, in round numbers.
fn duration(bits: u32) -> String {
    let Some(seconds) = bits.checked_sub(TRIES).filter(|spare| *spare > 0) else { return "under a second".into() };
    let Some(seconds) = 1_u64.checked_shl(seconds) else { return "longer than anybody waits".into() };
    const DAY: u64 = 86_400;
    let (count, unit) = match seconds {
        0..120 => (seconds, "seconds"),
        120..7_200 => (seconds / 60, "minutes"),
        7_200..172_800 => (seconds / 3_600, "hours"),
        172_800..63_072_000 => (seconds / DAY, "days"),
        _ => (seconds / DAY / 365, "years"),
    };
    format!("{count} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_the_logarithm_of_the_number_of_secrets() {
        assert_eq!(bits(2, 10), 10);
        assert_eq!(bits(10, 6), 19, "a million is just under 2^20");
        assert_eq!(bits(68, 12), 73, "12 * log2(68) is 73.05");
        assert_eq!(bits(94, 50), 327, "50 * log2(94) is 327.7");
    }

    #[test]
    fn durations_are_in_words() {
        assert_eq!(duration(30), "under a second");
        assert_eq!(duration(40), "64 seconds");
        assert_eq!(duration(48), "4 hours");
        assert_eq!(duration(73), "17432 years");
    }
}
