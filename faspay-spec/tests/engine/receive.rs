//! Received messages: strict about how, lenient about what, and never trusted further than the signature and the way they came.

use faspay_spec::engine::{Credentials, SettingValue, Through, Verdict, digest, verify};
use faspay_spec::model::{Alias, Auth, Case, Digest, Encoding, Gateway, Inbound, Part};

use crate::model::*;

const FORM: &str = "application/x-www-form-urlencoded";
/// printf '##SOPHIA##PA55-WORD##ORD-7##5000.00##S##' | sha1sum
const SIGNATURE: &str = "804225e9bc8cc763ef88a1de914473df3610f680";

/// Credentials that keep the password out of the browser.
fn unexposed() -> Credentials {
    credentials(&[("send_txn_password", SettingValue::Bool(false))])
}

fn callback(changes: &[(&str, &str)]) -> String {
    let mut all = pairs(&[
        ("MERCHANTID", "sophia"),
        ("MERCHANT_TRANID", "ORD-7"),
        ("TXN_STATUS", "S"),
        ("CURRENCYCODE", "IDR"),
        ("AMOUNT", "5000.00"),
        ("SIGNATURE", SIGNATURE),
    ]);
    for (key, text) in changes {
        match all.iter_mut().find(|(k, _)| k == key) {
            Some(pair) => pair.1 = (*text).to_owned(),
            None => all.push(((*key).to_owned(), (*text).to_owned())),
        }
    }
    let joined: Vec<String> = all.iter().map(|(k, v)| format!("{k}={v}")).collect();
    joined.join("&")
}

fn judge(body: &str) -> Verdict {
    verify(&gateway(), &result(), delivery(Through::Server, FORM, body.as_bytes()), &unexposed(), None)
}

fn expecting(body: &str, through: Through, credentials: &Credentials, expect: &[(&str, &str)]) -> Verdict {
    let expect = pairs(expect);
    verify(&gateway(), &result(), delivery(through, FORM, body.as_bytes()), credentials, Some(&expect))
}

const ASKED: [(&str, &str); 3] = [("merchant_tranid", "ORD-7"), ("amount", "5000"), ("currencycode", "IDR")];

fn problems(verdict: &Verdict) -> Vec<(&str, &str)> {
    verdict.problems.iter().map(|p| (p.field.as_str(), p.rule.as_str())).collect()
}

/// The pairs of a form.
fn form_pairs(content_type: &str, body: &[u8]) -> Result<Vec<(String, String)>, faspay_spec::engine::ParseError> {
    faspay_spec::engine::parse_pairs(faspay_spec::model::Encoding::Form, content_type, body)
}

#[test]
fn a_genuine_callback_is_verified_and_its_unsigned_fields_are_named() {
    let verdict = judge(&callback(&[("TRANDATE", "20-11-2026"), ("PYMT_TOKEN", "T-1"), ("DAYS", "")]));
    assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
    assert_eq!(verdict.unsigned, ["currencycode", "trandate", "pymt_token"]);
    assert_eq!(problems(&verdict), []);
    let shown: Vec<(&str, &str, bool)> = verdict.fields.iter().map(|(k, v, s)| (k.as_str(), v.as_str(), *s)).collect();
    assert_eq!(
        shown,
        [
            ("merchantid", "sophia", false),
            ("merchant_tranid", "ORD-7", false),
            ("txn_status", "S", false),
            ("currencycode", "IDR", false),
            ("amount", "5000.00", false),
            ("signature", SIGNATURE, false),
            ("trandate", "20-11-2026", false),
            ("pymt_token", "T-1", true),
        ]
    );
    let shown = format!("{verdict:?}");
    assert!(shown.contains("ORD-7") && shown.contains("verified") && !shown.contains("T-1"), "{shown}");
}

#[test]
fn the_text_form_of_a_reply_reads_the_same() {
    let body = callback(&[("TRANDATE", "20-11-2026 10:00:00")]).replace('&', ";");
    for body in [body.clone(), format!("{body}\r\n"), format!(";;{body};\n\n")] {
        let verdict =
            verify(&gateway(), &result(), delivery(Through::Reply, "text/plain", body.as_bytes()), &unexposed(), None);
        assert_eq!((verdict.signature, problems(&verdict)), ("valid", vec![]), "{body:?}");
    }
    // Nothing is decoded in it, and a value may contain an equals sign.
    let pairs = form_pairs("text/plain", b"A=1+1=2%20;B=").expect("readable");
    assert_eq!(pairs, crate::model::pairs(&[("A", "1+1=2%20"), ("B", "")]));
}

#[test]
fn a_digest_in_base64_is_valid_in_its_one_text_only() {
    let mut gateway = gateway();
    let recipe = gateway.recipes.iter_mut().find(|recipe| recipe.name == "card-result").expect("there");
    recipe.digest = Digest::Sha256Base64;
    let signature = |text: &str| {
        let body = callback(&[("SIGNATURE", &text.replace('+', "%2B"))]);
        verify(&gateway, &result(), delivery(Through::Server, FORM, body.as_bytes()), &unexposed(), None).signature
    };
    // printf '##SOPHIA##PA55-WORD##ORD-7##5000.00##S##' | openssl dgst -sha256 -binary | base64
    let right = "sK51EA+u5ZvPqDu9lyjM2T6Yrhi59PaT173mPv5c3P8=";
    assert_eq!(signature(right), "valid");
    let (stem, last) = right.split_at(42);
    assert_eq!(last, "8=");
    for wrong in [
        right.trim_end_matches('=').to_owned(),
        format!("{right}="),
        format!("{stem}9="),
        right.to_ascii_lowercase(),
        right.replace(['+', '/'], "-"),
        SIGNATURE.to_owned(),
    ] {
        assert_eq!(signature(&wrong), "invalid", "{wrong}");
    }
}

#[test]
fn a_field_is_received_under_one_of_its_spellings() {
    let mut inbound = result();
    let id = inbound.fields.iter_mut().find(|field| field.name == "merchantid").expect("there");
    id.aliases = vec![Alias { name: "merchant_id".to_owned(), source: "shop/pay#answer row 1".to_owned() }];
    let mut gateway = gateway();
    gateway.inbound = vec![inbound.clone()];
    let judge =
        |body: &str| verify(&gateway, &inbound, delivery(Through::Server, FORM, body.as_bytes()), &unexposed(), None);
    for key in ["MERCHANT_ID", "merchant_id", "merchantid"] {
        let verdict = judge(&callback(&[]).replacen("MERCHANTID", key, 1));
        assert_eq!((verdict.signature, problems(&verdict)), ("valid", vec![]), "{key}");
        assert_eq!(verdict.fields[0].0, "merchantid");
    }
    // Two of them are one key that comes twice, whatever they hold; a mixed one is as odd as any.
    for (more, key) in [("&MERCHANT_ID=sophia", "MERCHANT_ID"), ("&merchant_id=", "merchant_id")] {
        let verdict = judge(&(callback(&[]) + more));
        assert_eq!((verdict.signature, problems(&verdict)), ("undefined", vec![(key, "duplicate-key")]));
    }
    let verdict = judge(&callback(&[]).replacen("MERCHANTID", "Merchant_Id", 1));
    assert_eq!(problems(&verdict), [("Merchant_Id", "key-case")]);
    // What can't be read at all comes before it.
    let verdict = judge(&(callback(&[]) + "&MERCHANT_ID=sophia&note=%zz"));
    assert_eq!(problems(&verdict), [("note", "percent")]);
}

#[test]
fn keys_may_be_all_lower_or_all_upper_and_the_digest_in_either_case() {
    let body = callback(&[]);
    let lower = callback(&[("SIGNATURE", &SIGNATURE.to_ascii_uppercase())]).replacen("MERCHANTID", "merchantid", 1);
    assert_eq!(judge(&body).signature, "valid");
    assert_eq!(judge(&lower).signature, "valid");
    let mixed: String =
        SIGNATURE.chars().enumerate().map(|(i, c)| if i % 3 == 0 { c.to_ascii_uppercase() } else { c }).collect();
    assert_eq!(judge(&callback(&[("SIGNATURE", &mixed)])).signature, "valid");
}

#[test]
fn a_lower_case_id_verifies_under_either_reading_whatever_the_setting() {
    // printf '##SOPHIA##PA55-WORD##ord-7##5000.00##S##' | sha1sum
    let as_is = "a004cdd3757913ef7a550f98a25012730b21a27d";
    for setting in [None, Some("upper"), Some("as-is")] {
        let set: Vec<_> = setting.map(|text| ("merchant_tranid_case", word(text))).into_iter().collect();
        for signature in [SIGNATURE, as_is] {
            let body = callback(&[("MERCHANT_TRANID", "ord-7"), ("SIGNATURE", signature)]);
            let verdict = verify(
                &gateway(),
                &result(),
                delivery(Through::Server, FORM, body.as_bytes()),
                &credentials(&set),
                None,
            );
            assert_eq!(verdict.signature, "valid");
        }
    }
    let mixed = callback(&[("MERCHANT_TRANID", "Ord-7"), ("SIGNATURE", as_is)]);
    assert_eq!(judge(&mixed).signature, "invalid");
}

#[test]
fn no_changed_byte_keeps_the_signature_valid() {
    let body = callback(&[]);
    let genuine: Vec<(String, String)> = form_pairs(FORM, body.as_bytes()).expect("readable");
    let covered = ["merchantid", "merchant_tranid", "txn_status", "amount", "signature"];
    let signed = |pairs: &[(String, String)]| -> Vec<(String, String)> {
        let mut signed: Vec<_> = pairs
            .iter()
            .map(|(k, v)| (k.to_ascii_lowercase(), v.to_ascii_uppercase()))
            .filter(|(k, _)| covered.contains(&k.as_str()))
            .collect();
        signed.sort();
        signed
    };
    let (mut tried, mut still_valid) = (0, 0);
    for at in 0..body.len() {
        for bit in 0..8 {
            let mut changed = body.clone().into_bytes();
            changed[at] ^= 1 << bit;
            let verdict = verify(&gateway(), &result(), delivery(Through::Server, FORM, &changed), &unexposed(), None);
            tried += 1;
            if verdict.signature == "valid" {
                still_valid += 1;
                // Only what the signature doesn't cover, or the case of what it upper-cases, may differ.
                let pairs = form_pairs(FORM, &changed).expect("readable");
                assert_eq!(signed(&pairs), signed(&genuine), "byte {at}, bit {bit}");
            } else {
                assert_eq!(verdict.trust, "received");
            }
        }
    }
    assert_eq!(tried, body.len() * 8);
    assert!((1..tried / 4).contains(&still_valid), "{still_valid} of {tried}");
}

#[test]
fn removing_or_emptying_anything_covered_is_never_valid() {
    let missing = [
        ("MERCHANTID", "invalid"),
        ("MERCHANT_TRANID", "invalid"),
        ("TXN_STATUS", "invalid"),
        ("AMOUNT", "invalid"),
        ("SIGNATURE", "missing"),
    ];
    for (key, expected) in missing {
        let body = callback(&[(key, "")]);
        assert_eq!(judge(&body).signature, expected, "{body}");
        let gone: Vec<&str> = body.split('&').filter(|pair| !pair.starts_with(&format!("{key}="))).collect();
        assert_eq!(judge(&gone.join("&")).signature, expected, "{gone:?}");
    }
}

#[test]
fn an_empty_covered_value_is_invalid_even_when_the_digest_fits() {
    // printf '##SOPHIA##PA55-WORD##ORD-7##5000.00####' | sha1sum
    let body = callback(&[("TXN_STATUS", ""), ("SIGNATURE", "aae5111f8ad23c60b2ee158340a21549b327e3c5")]);
    assert_eq!(judge(&body).signature, "invalid");
}

#[test]
fn a_delimiter_in_a_covered_value_is_invalid_even_when_the_digest_fits() {
    // Both sign as ##SOPHIA##PA55-WORD##A##1.00##2.00##S##.
    let forged = "3d73d2e81438441050c41aef063109e3b53ffdc0";
    for (id, amount) in [("A%23%231.00", "2.00"), ("A", "1.00%23%232.00")] {
        let body = callback(&[("MERCHANT_TRANID", id), ("AMOUNT", amount), ("SIGNATURE", forged)]);
        assert_eq!(judge(&body).signature, "invalid", "{body}");
    }
    // printf '##SOPHIA##PA55-WORD##A###1.00##S##' | sha1sum
    let body = callback(&[
        ("MERCHANT_TRANID", "A%23"),
        ("AMOUNT", "1.00"),
        ("SIGNATURE", "1909dc99071580322a7ed244e14cf0b6d5ab946c"),
    ]);
    assert_eq!(judge(&body).signature, "invalid");
}

#[test]
fn only_forty_hexadecimal_digits_are_a_signature() {
    let spaced = format!("{SIGNATURE}+");
    let prefixed = format!("0x{SIGNATURE}");
    let shorter = &SIGNATURE[..39];
    let wide = SIGNATURE.replacen(|c: char| c.is_ascii_digit(), "%EF%BC%91", 1);
    for wrong in [spaced.as_str(), &prefixed, shorter, &wide, "null", "0", &"0".repeat(40)] {
        assert_eq!(judge(&callback(&[("SIGNATURE", wrong)])).signature, "invalid", "{wrong}");
    }
}

#[test]
fn without_the_secret_nothing_is_valid() {
    let body = callback(&[]);
    for (credentials, signature, wanting) in [
        (Credentials::none(), "undefined", 1),
        (credentials(&[("txn_password", word(""))]), "undefined", 1),
        (credentials(&[("txn_password", word("other"))]), "invalid", 0),
    ] {
        let verdict =
            verify(&gateway(), &result(), delivery(Through::Server, FORM, body.as_bytes()), &credentials, None);
        assert_eq!((verdict.signature, verdict.trust), (signature, "received"));
        assert_eq!(verdict.problems.iter().filter(|one| one.rule == "no-credential").count(), wanting);
    }
    // A message can't bring the secret itself.
    let body = callback(&[("TXN_PASSWORD", "other"), ("SIGNATURE", &"0".repeat(40))]);
    assert_eq!(judge(&body).signature, "invalid");
}

#[test]
fn a_message_that_agrees_with_what_was_asked_is_reconciled() {
    let verdict = expecting(&callback(&[]), Through::Server, &unexposed(), &ASKED);
    assert_eq!((verdict.trust, problems(&verdict)), ("reconciled", vec![]));
    let reply = expecting(&callback(&[]), Through::Reply, &unexposed(), &ASKED);
    assert_eq!(reply.trust, "reconciled");
}

#[test]
fn amounts_agree_by_value_and_nothing_else_does() {
    for (amount, agrees) in
        [("5000", true), ("5000.00", true), ("5000.01", false), ("05000", false), ("5,000", false), ("500000", false)]
    {
        let expect = [("merchant_tranid", "ORD-7"), ("amount", amount), ("currencycode", "IDR")];
        let verdict = expecting(&callback(&[]), Through::Server, &unexposed(), &expect);
        let expected = if agrees { vec![] } else { vec![("amount", "mismatch")] };
        assert_eq!(problems(&verdict), expected, "{amount}");
        assert_eq!(verdict.trust == "reconciled", agrees);
    }
}

#[test]
fn every_difference_from_what_was_asked_is_listed() {
    let other = credentials(&[("merchantid", word("other")), ("send_txn_password", SettingValue::Bool(false))]);
    let expect = [
        ("txn_status", "F"),
        ("currencycode", "USD"),
        ("merchant_tranid", "ord-7"),
        ("amount", "1"),
        ("trandate", "x"),
        ("NEW", "y"),
    ];
    // A key of another name with the value that was expected is no excuse.
    let verdict = expecting(&callback(&[("NEW", "n"), ("NEWER", "y")]), Through::Server, &other, &expect);
    // The signature is over the merchant id that came, and the password is the same.
    assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
    let mismatches: Vec<&str> = problems(&verdict).into_iter().filter(|p| p.1 == "mismatch").map(|p| p.0).collect();
    assert_eq!(
        mismatches,
        ["merchant_tranid", "amount", "currencycode", "merchantid", "txn_status", "trandate", "NEW"]
    );
}

#[test]
fn the_merchant_is_compared_without_regard_to_case() {
    let shouted = credentials(&[("merchantid", word("SOPHIA")), ("send_txn_password", SettingValue::Bool(false))]);
    assert_eq!(expecting(&callback(&[]), Through::Server, &shouted, &ASKED).trust, "reconciled");
}

#[test]
fn part_of_what_was_asked_does_not_reconcile() {
    for left_out in 0..3 {
        let mut expect = ASKED.to_vec();
        expect.remove(left_out);
        let verdict = expecting(&callback(&[]), Through::Server, &unexposed(), &expect);
        assert_eq!((verdict.trust, problems(&verdict)), ("verified", vec![]), "{expect:?}");
    }
    let more = [ASKED[0], ASKED[1], ASKED[2], ("txn_status", "S")];
    assert_eq!(expecting(&callback(&[]), Through::Server, &unexposed(), &more).trust, "reconciled");
}

#[test]
fn a_secret_that_a_browser_saw_needs_an_inquiry() {
    for settings in [vec![], vec![("send_txn_password", SettingValue::Bool(true))]] {
        let verdict = expecting(&callback(&[]), Through::Server, &credentials(&settings), &ASKED);
        assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
        assert_eq!(problems(&verdict), [("", "needs-inquiry")]);
    }
}

#[test]
fn what_a_browser_brings_is_never_reconciled() {
    let verdict = expecting(&callback(&[]), Through::Browser, &unexposed(), &ASKED);
    assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
    assert_eq!(problems(&verdict), [("", "browser-return")]);
}

#[test]
fn a_message_that_nobody_vouches_for_stays_received() {
    let mut inbound = result();
    inbound.auth = Auth::None;
    let expect = pairs(&ASKED);
    let body = callback(&[]);
    let verdict =
        verify(&gateway(), &inbound, delivery(Through::Server, FORM, body.as_bytes()), &unexposed(), Some(&expect));
    assert_eq!((verdict.signature, verdict.trust), ("undefined", "received"));
    assert_eq!(verdict.unsigned.len(), 6, "{:?}", verdict.unsigned);
}

#[test]
fn an_invalid_message_that_agrees_stays_received() {
    let body = callback(&[("SIGNATURE", &"0".repeat(40))]);
    assert_eq!(expecting(&body, Through::Server, &unexposed(), &ASKED).trust, "received");
}

#[test]
fn oddities_are_listed_and_survive() {
    let body = callback(&[
        ("CURRENCYCODE", ""),
        ("TXN_STATUS", "XX"),
        ("DUE", "2026-02-30"),
        ("DAYS", "1,2,3"),
        ("FRAUDRISKLEVEL", "-1"),
        ("Amount_", "1"),
        ("AMOUNT", "5.0"),
        ("NEW KEY", "n"),
    ]);
    let verdict = judge(&body);
    assert_eq!(
        problems(&verdict),
        [
            ("txn_status", "unknown-code"),
            ("currencycode", "missing"),
            ("amount", "unreadable"),
            ("due", "unreadable"),
            ("fraudrisklevel", "unreadable"),
            ("Amount_", "unknown-key"),
            ("NEW KEY", "unknown-key"),
        ]
    );
    let kept = |name: &str| verdict.fields.iter().find(|f| f.0 == name).map(|f| f.1.as_str());
    assert_eq!(kept("txn_status"), Some("XX"));
    assert_eq!(kept("NEW KEY"), Some("n"));
}

/// The problem of a body that can't be read.
fn unreadable(content_type: &str, body: &[u8]) -> (String, String) {
    let verdict = verify(&gateway(), &result(), delivery(Through::Server, content_type, body), &unexposed(), Some(&[]));
    assert_eq!((verdict.signature, verdict.trust), ("undefined", "received"));
    assert_eq!((verdict.fields.len(), verdict.unsigned.len(), verdict.problems.len()), (0, 0, 1));
    let problem = &verdict.problems[0];
    (problem.rule.clone(), problem.field.clone())
}

#[test]
fn content_types_are_a_form_or_plain_text_in_utf8() {
    for fine in [
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-UrlEncoded; Charset=UTF-8",
        "text/plain;charset=utf-8;format=flowed",
        "text/plain ; charset=\"utf-8\"",
    ] {
        assert!(form_pairs(fine, b"a=1").is_ok(), "{fine}");
    }
    for wrong in [
        "",
        "application/json",
        "multipart/form-data; boundary=x",
        "text/html",
        "text/plain; charset=latin1",
        "text/plain; charset",
        "text/plainx",
    ] {
        assert_eq!(unreadable(wrong, b"a=1").0, "content-type", "{wrong}");
    }
}

#[test]
fn unreadable_bodies_say_why_and_at_which_key() {
    let case = |body: &[u8], rule: &str, key: &str| {
        assert_eq!(unreadable(FORM, body), (rule.to_owned(), key.to_owned()), "{}", body.escape_ascii());
    };
    case(b"a=1&novalue&b=2", "malformed-pair", "");
    case(b"a=%2", "percent", "a");
    case(b"a=%zz", "percent", "a");
    case(b"a%=1", "percent", "a%");
    case(b"a=%+1", "percent", "a");
    case(b"a=%ff", "utf8", "a");
    case(b"a=\xc0\xaf", "utf8", "a");
    case(b"%80=1", "utf8", "\\x80");
    case(b"a=%00", "control", "a");
    case(b"a%0a=1", "control", "a\\u{a}");
    case(b"a=%E2%80%AE", "control", "a");
    case(b"Amount=1", "key-case", "Amount");
    case(b"aMOUNT=1", "key-case", "aMOUNT");
    case(b"AMOUNT=1&AMOUNT=1", "duplicate-key", "AMOUNT");
    case(b"AMOUNT=1&amount=1", "duplicate-key", "amount");
    case(b"x=1&X=2", "duplicate-key", "X");
    case(b"a%0A=%", "percent", "a\\u{a}");
    case(b"a\xcc=%", "percent", "a\\xcc");
    let (rule, _) = unreadable("text/plain", b"A=1\r\nB=2");
    assert_eq!(rule, "control");
    let (rule, _) = unreadable("text/plain", b"A=\xff");
    assert_eq!(rule, "utf8");
}

#[test]
fn limits_hold_to_the_byte_and_to_the_pair() {
    let body = |bytes: usize| format!("a={}", "x".repeat(bytes - 2));
    assert!(form_pairs(FORM, body(65_536).as_bytes()).is_ok());
    assert_eq!(unreadable(FORM, body(65_537).as_bytes()).0, "too-large");
    let pairs = |count: usize| (0..count).map(|i| format!("k{i}=")).collect::<Vec<_>>().join("&&");
    assert_eq!(form_pairs(FORM, pairs(256).as_bytes()).map(|p| p.len()), Ok(256));
    assert_eq!(unreadable(FORM, pairs(257).as_bytes()).0, "too-many-pairs");
}

#[test]
fn escapes_are_decoded_once_and_names_are_never_trimmed() {
    let pairs = form_pairs(FORM, b"a=%2523&b+=+1%2B1&c%3d=%3d=").expect("readable");
    assert_eq!(pairs, crate::model::pairs(&[("a", "%23"), ("b ", " 1+1"), ("c=", "==")]));
    // Look-alikes of a known key are other keys.
    let body = callback(&[("AMOUNT+", "1.00"), ("AMOUNT[]", "1.00"), ("%EF%BC%A1MOUNT", "1.00")]);
    let verdict = judge(&body);
    assert_eq!(verdict.signature, "valid");
    let unknown = problems(&verdict);
    assert_eq!(unknown, [("AMOUNT ", "unknown-key"), ("AMOUNT[]", "unknown-key"), ("\u{ff21}MOUNT", "unknown-key")]);
}

/// Results at one door: the card's, a member's and one in JSON; and a reply.
fn door() -> Gateway {
    let one = |id: &str, name: &str, encoding| Inbound {
        id: id.to_owned(),
        fields: vec![field(name, text(50))],
        auth: Auth::None,
        encoding,
        ..result()
    };
    let mut gateway = gateway();
    gateway.inbound.push(one("card.member", "member_id", Encoding::Form));
    gateway.inbound.push(one("card.notice", "notice_id", Encoding::Json));
    gateway.inbound.push(one("card.reply", "reply_id", Encoding::Form));
    gateway.operations[0].on_reply = Some(3);
    gateway
}

#[test]
fn a_key_of_another_message_at_the_door_is_known_there_and_in_no_reply() {
    let gateway = door();
    let rule = |at: usize, key: &str| {
        let inbound = &gateway.inbound[at];
        let (content_type, body) = match inbound.encoding {
            Encoding::Form => (FORM, format!("{key}=1")),
            Encoding::Json => ("application/json", format!("{{\"{key}\":1}}")),
        };
        let verdict =
            verify(&gateway, inbound, delivery(Through::Server, content_type, body.as_bytes()), &unexposed(), None);
        verdict.problems[0].rule.clone()
    };
    let odd = "key-case";
    // By row the message, by column whose key it is: the card's, the member's, the notice's, the reply's.
    let keys = ["Amount", "Member_Id", "Notice_Id", "Reply_Id"];
    let cased = |at: usize| keys.map(|key| rule(at, key) == odd);
    assert_eq!(cased(0), [true, true, false, false]);
    assert_eq!(cased(1), [true, true, false, false]);
    assert_eq!(cased(2), [false, false, true, false]);
    assert_eq!(cased(3), [false, false, false, true]);
}

#[test]
fn a_message_that_tells_no_payment_needs_an_inquiry_only_when_its_signature_is_valid() {
    let mut gateway = gateway();
    gateway.inbound[0].asks.order = None;
    for (body, expected) in [
        (callback(&[]), vec![("", "needs-inquiry")]),
        (callback(&[("SIGNATURE", "0")]), vec![]),
        (callback(&[("SIGNATURE", "")]), vec![("signature", "missing")]),
    ] {
        let expect = pairs(&[("amount", "5000")]);
        let inbound = &gateway.inbound[0];
        let verdict =
            verify(&gateway, inbound, delivery(Through::Server, FORM, body.as_bytes()), &unexposed(), Some(&expect));
        assert_eq!(problems(&verdict), expected, "{body}");
    }
}

#[test]
fn every_casing_setting_is_read_both_ways_and_by_itself() {
    let mut gateway = gateway();
    for part in &mut gateway.recipes[1].parts {
        if let Part::Value { name, case } = part
            && name == "merchantid"
        {
            *case = Case::Setting("merchantid_case".to_owned());
        }
    }
    let judge = |merchant: &str, id: &str| {
        let over = format!("##{merchant}##PA55-WORD##{id}##5000.00##S##");
        let signature = digest(Digest::Sha1Hex, &over);
        let body = callback(&[("MERCHANT_TRANID", "ord-7"), ("SIGNATURE", &signature)]);
        verify(&gateway, &gateway.inbound[0], delivery(Through::Server, FORM, body.as_bytes()), &unexposed(), None)
            .signature
    };
    for (merchant, id) in [("sophia", "ord-7"), ("SOPHIA", "ord-7"), ("sophia", "ORD-7"), ("SOPHIA", "ORD-7")] {
        assert_eq!(judge(merchant, id), "valid", "{merchant} {id}");
    }
    assert_eq!(judge("Sophia", "ord-7"), "invalid");
    assert_eq!(judge("sophia", "Ord-7"), "invalid");
}
