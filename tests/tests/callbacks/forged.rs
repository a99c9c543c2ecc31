//! Bodies that somebody changed on the way. A byte of what the signature covers can't change without the signature being
//! wrong; everything else is named as unsigned or unknown, and differs from what was asked.

use faspay_spec::engine::Through;
use faspay_spec::model::{Gateway, Inbound};
use tests::merchant_with;
use tests::messages::{self, Pairs};

use super::support::{FORM, TEXT, callback, gateway, inbound, judge, merchant, problems, way_of};

/// What the documents' response formula covers, and the signature itself.
const COVERED: [&str; 5] = ["merchantid", "merchant_tranid", "amount", "txn_status", "signature"];

/// A body and, for each byte, whether it belongs to a covered pair or to a separator beside one.
struct Body {
    content_type: &'static str,
    bytes: Vec<u8>,
    covered: Vec<bool>,
}

impl Body {
    fn of(pairs: &[(String, String)], content_type: &'static str) -> Self {
        let (bytes, separator) = match content_type {
            FORM => (messages::form_of(pairs), b'&'),
            _ => (messages::text_form_of(pairs), b';'),
        };
        let mut covered = vec![false; bytes.len()];
        let mut start = 0;
        for segment in bytes.split(|byte| *byte == separator) {
            let end = start + segment.len();
            let key = segment.split(|byte| *byte == b'=').next().unwrap_or_default().to_ascii_lowercase();
            if COVERED.iter().any(|name| name.as_bytes() == key) {
                covered[start.saturating_sub(1)..(end + 1).min(bytes.len())].fill(true);
            }
            start = end + 1;
        }
        Self { content_type, bytes, covered }
    }

    /// The pairs as another reader takes them, keys in lower case.
    fn read(&self, bytes: &[u8]) -> Pairs {
        let pairs: Pairs = match self.content_type {
            FORM => serde_urlencoded::from_bytes(bytes).expect("a body that verified is a form"),
            _ => std::str::from_utf8(bytes)
                .expect("a body that verified is a text")
                .split(';')
                .filter_map(|segment| segment.split_once('='))
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
        };
        pairs.into_iter().map(|(key, value)| (key.to_ascii_lowercase(), value)).collect()
    }
}

/// Every field of the message is expected as it was sent.
fn expect_all(pairs: &[(String, String)]) -> Pairs {
    pairs.iter().filter(|(name, _)| name != "merchantid" && name != "signature").cloned().collect()
}

/// Replaces every byte in several ways; gives how many bodies still verified.
fn tamper(gateway: &Gateway, inbound: &Inbound, pairs: &Pairs, body: &Body) -> usize {
    let expect = expect_all(pairs);
    let sound =
        judge(gateway, inbound, way_of(gateway, inbound), body.content_type, &body.bytes, &merchant(), Some(&expect));
    assert_eq!((sound.signature, sound.trust, problems(&sound)), ("valid", "reconciled", vec![]));
    let mut verified = 0;
    for at in 0..body.bytes.len() {
        let byte = body.bytes[at];
        for other in [byte.wrapping_add(1), b'#', b'0', byte ^ 0x20] {
            if other == byte {
                continue;
            }
            let mut bytes = body.bytes.clone();
            bytes[at] = other;
            let verdict = judge(
                gateway,
                inbound,
                way_of(gateway, inbound),
                body.content_type,
                &bytes,
                &merchant(),
                Some(&expect),
            );
            let what = || format!("{} byte {at}: {}", inbound.id, bytes.escape_ascii());
            if verdict.signature != "valid" {
                assert_eq!(verdict.trust, "received", "{}", what());
                continue;
            }
            verified += 1;
            let read = body.read(&bytes);
            let changed: Vec<&(String, String)> = read.iter().filter(|pair| !pairs.contains(pair)).collect();
            // Hexadecimal digits, the merchant and the order are signed without regard to case; nothing else is.
            let same_but_case = COVERED.iter().all(|name| {
                let (was, is) = (messages::text(pairs, name), messages::text(&read, name));
                if ["amount", "txn_status"].contains(name) { was == is } else { was.eq_ignore_ascii_case(is) }
            });
            assert!(same_but_case, "{}", what());
            if body.covered[at] {
                assert!(byte.is_ascii_alphabetic() && other == byte ^ 0x20, "{}", what());
            }
            for (name, _) in changed.iter().filter(|(name, _)| !COVERED.contains(&name.as_str())) {
                let unknown = verdict
                    .problems
                    .iter()
                    .any(|one| one.field.eq_ignore_ascii_case(name) && one.rule == "unknown-key");
                assert!(unknown || verdict.unsigned.contains(name), "{name} in {}", what());
            }
            // Whatever was changed isn't what was asked, the digits' and the merchant's case apart.
            let settles = changed.iter().all(|(name, _)| name == "signature" || name == "merchantid");
            assert_eq!(verdict.trust == "reconciled", settles && read.len() == pairs.len(), "{}", what());
        }
    }
    verified
}

#[test]
fn no_byte_of_what_is_signed_can_be_replaced() {
    let gateway = gateway();
    for inbound in messages::payments(gateway) {
        let pairs = messages::filled(gateway, inbound);
        let body = Body::of(&messages::upper_keys(&pairs), FORM);
        let verified = tamper(gateway, inbound, &pairs, &body);
        // The loop isn't vacuous: most bytes are unsigned text, which changes without the signature noticing.
        assert!(verified > body.bytes.len(), "{}: {verified}", inbound.id);
    }
}

#[test]
fn lower_case_keys_and_the_text_form_are_as_safe() {
    let gateway = gateway();
    let inbound = inbound(gateway, "card.token-result");
    let pairs = messages::filled(gateway, inbound);
    for body in [Body::of(&pairs, FORM), Body::of(&messages::upper_keys(&pairs), TEXT)] {
        assert!(tamper(gateway, inbound, &pairs, &body) > 0);
    }
}

/// Deletes what is signed, one pair at a time, and empties it.
#[test]
fn leaving_out_what_is_signed_never_raises_trust() {
    let gateway = gateway();
    for inbound in messages::payments(gateway) {
        let sound = messages::filled(gateway, inbound);
        for name in COVERED {
            let mut without = sound.clone();
            without.retain(|(own, _)| own != name);
            let mut emptied = sound.clone();
            messages::set(&mut emptied, name, "");
            for pairs in [without, emptied] {
                let verdict = callback(gateway, inbound, &messages::form(&pairs), Some(&expect_all(&sound)));
                let expected = if name == "signature" { "missing" } else { "invalid" };
                assert_eq!((verdict.signature, verdict.trust), (expected, "received"), "{} {name}", inbound.id);
            }
        }
    }
}

/// An empty part is missing, even when the sender signed the string with the empty part in it.
#[test]
fn an_empty_part_is_not_vouched_for_by_a_digest_over_nothing() {
    let gateway = gateway();
    let inbound = inbound(gateway, "card.result");
    for name in ["merchantid", "merchant_tranid", "amount", "txn_status"] {
        let mut pairs = messages::filled(gateway, inbound);
        messages::set(&mut pairs, name, "");
        messages::sign(&mut pairs, messages::PASSWORD);
        assert_eq!(callback(gateway, inbound, &messages::form(&pairs), None).signature, "invalid", "{name}");
    }
    // Nor does a digest made without a password convince a merchant whose password is missing: nothing can be judged without it.
    let mut pairs = messages::filled(gateway, inbound);
    messages::sign(&mut pairs, "");
    let mut nobody = merchant_with(Some(false), None);
    nobody.retain(|(name, _)| name != "txn_password");
    let body = messages::form(&pairs);
    let verdict = judge(gateway, inbound, way_of(gateway, inbound), FORM, &body, &nobody, None);
    assert_eq!((verdict.signature, verdict.trust), ("undefined", "received"));
    assert!(verdict.problems.iter().any(|one| one.rule == "no-credential" && one.field == "txn_password"));
}

/// `##` joins the parts, so a `#` in a part would let two messages share one string: every order, amount and status of up
/// to two letters of a small alphabet, with the delimiter's letter in one of them, each properly signed, each refused.
#[test]
fn values_with_the_delimiter_never_verify() {
    let gateway = gateway();
    let inbound = inbound(gateway, "card.result");
    let letters = ["#", "A", "."];
    let parts: Vec<String> =
        letters.iter().flat_map(|first| ["", "#", "A", "."].map(|second| format!("{first}{second}"))).collect();
    let mut refused = 0;
    for order in &parts {
        for (amount, status) in parts.iter().flat_map(|amount| parts.iter().map(move |status| (amount, status))) {
            let clean = ![order, amount, status].iter().any(|part| part.contains('#'));
            let body = messages::form(&messages::short(order, amount, status));
            let signature = callback(gateway, inbound, &body, None).signature;
            assert_eq!(signature, if clean { "valid" } else { "invalid" }, "{order} {amount} {status}");
            refused += usize::from(!clean);
        }
    }
    assert_eq!(refused, 12 * 12 * 12 - 6 * 6 * 6);
    // The pair that threatens most: one string, two amounts.
    for (order, amount) in [("A##1.00", "2.00"), ("A", "1.00##2.00"), ("A#", "1.00"), ("A", "#1.00")] {
        let body = messages::form(&messages::short(order, amount, "S"));
        assert_eq!(callback(gateway, inbound, &body, None).signature, "invalid", "{order} {amount}");
    }
}

#[test]
fn another_password_another_merchant_and_another_order_are_refused() {
    let gateway = gateway();
    for inbound in messages::payments(gateway) {
        let mut pairs = messages::filled(gateway, inbound);
        let expect = expect_all(&pairs);
        messages::sign(&mut pairs, "abcdf");
        assert_eq!(callback(gateway, inbound, &messages::form(&pairs), None).signature, "invalid");

        // Signed with the right password, but for another merchant of the same password, order or amount.
        for (name, text, field) in [
            ("merchantid", "another_store", "merchantid"),
            ("merchant_tranid", "Inv/8-Q", "merchant_tranid"),
            ("amount", "5000.01", "amount"),
            ("amount", "50000", "amount"),
            ("currencycode", "USD", "currencycode"),
            ("merchant_tranid", "inv/7-q", "merchant_tranid"),
        ] {
            let mut pairs = messages::filled(gateway, inbound);
            messages::set(&mut pairs, name, text);
            messages::sign(&mut pairs, messages::PASSWORD);
            let verdict = callback(gateway, inbound, &messages::form(&pairs), Some(&expect));
            assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"), "{name} {text}");
            assert!(problems(&verdict).contains(&(field, "mismatch")), "{name} {text}: {:?}", verdict.problems);
        }
        // The same amount in another notation is the same amount.
        let mut pairs = messages::filled(gateway, inbound);
        messages::set(&mut pairs, "amount", "5000");
        messages::sign(&mut pairs, messages::PASSWORD);
        assert_eq!(callback(gateway, inbound, &messages::form(&pairs), Some(&expect)).trust, "reconciled");
    }
}

/// Settings and ways that keep a sound message from being settled.
#[test]
fn what_the_browser_may_have_signed_or_brought_is_never_reconciled() {
    let gateway = gateway();
    for inbound in messages::payments(gateway) {
        let pairs = messages::filled(gateway, inbound);
        let (body, expect) = (messages::form(&pairs), expect_all(&pairs));
        // A reply comes over a connection that no shopper is on: it settles whatever the browser has seen.
        let shown = match way_of(gateway, inbound) {
            Through::Reply => ("reconciled", None),
            _ => ("verified", Some("needs-inquiry")),
        };
        let way = way_of(gateway, inbound);
        for (send, through, (trust, held_by)) in [
            (Some(false), way, ("reconciled", None)),
            (Some(true), way, shown),
            (None, way, shown),
            (Some(false), Through::Browser, ("verified", Some("browser-return"))),
        ] {
            let merchant = merchant_with(send, None);
            let verdict = judge(gateway, inbound, through, FORM, &body, &merchant, Some(&expect));
            assert_eq!((verdict.signature, verdict.trust), ("valid", trust), "{send:?} {through:?}");
            let rules: Vec<&str> = verdict.problems.iter().map(|one| one.rule.as_str()).collect();
            assert_eq!(rules, held_by.into_iter().collect::<Vec<_>>(), "{send:?} {through:?}");
        }
    }
}
