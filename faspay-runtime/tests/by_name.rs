//! The by-name door: parameters as texts, the same checks, plain answers.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::dynamic::{self, Context, NamedCredentials, NamedCredentialsError, Through, Verdict};
use faspay_runtime::{Amount, BuildError, Client, Date, DayList, Environment, Expected, Violation};
use mini::{FORM, GATEWAY, INQUIRE, MEMBER, PAY, Pay, PayOptional, RESULT, clock, credentials};

const COMPLETE: &[(&str, &str)] = &[
    ("merchantid", "shop"),
    ("txn_password", "abcde"),
    ("send_txn_password", "false"),
    ("merchant_tranid_case", "as-is"),
];

fn named(pairs: &[(&'static str, &'static str)]) -> NamedCredentials {
    NamedCredentials::new(&GATEWAY, pairs.iter().copied()).unwrap()
}

/// Validates for the sandbox without credentials.
fn validate(params: &[(&str, &str)]) -> Vec<Violation> {
    let context = Context { environment: &Environment::Sandbox, credentials: None, clock: clock(), fresh_key: None };
    dynamic::validate(&PAY, params, context).into_vec()
}

fn told(list: &[Violation]) -> Vec<String> {
    list.iter().map(|v| format!("{} {} [{}] {}", v.field, v.rule, v.limit, v.actual)).collect()
}

const GOOD: &[(&str, &str)] = &[("merchant_tranid", "INV-7"), ("currencycode", "IDR"), ("amount", "5000")];

/// The good parameters with some changed or added.
fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    kept.chain(changes).copied().collect()
}

#[test]
fn good_parameters_have_no_violations() {
    assert_eq!(told(&validate(GOOD)), [""; 0]);
}

#[test]
fn both_doors_build_the_same_form() {
    let params = with(&[("amount", "5000.00"), ("days", "1,20"), ("starts", "2026-11-20")]);
    let credentials = named(COMPLETE);
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&credentials),
        clock: clock(),
        fresh_key: None,
    };
    let built = dynamic::build(&PAY, &params, context).unwrap();
    let typed = Pay {
        merchant_tranid: "INV-7".to_owned(),
        amount: Amount::idr(5_000),
        optional: PayOptional {
            days: Some(DayList::new([1, 20]).unwrap()),
            starts: Some(Date::new(2026, 11, 20).unwrap()),
        },
    };
    let client = Client::new(Environment::Sandbox, mini::credentials(), clock());
    let prepared = client.prepare(&typed).unwrap();
    assert_eq!(built.form_body(), prepared.form_body());
    assert_eq!(built.expected, prepared.expected());
    assert_eq!(built.signed, prepared.signed_strings_masked());
    assert_eq!((built.operation, built.method, built.url.as_str()), ("mini.pay", "POST", prepared.url()));
    assert!(built.headers.is_empty());
    assert!(built.page().is_some());
}

#[test]
fn a_form_by_name_has_its_secrets_and_can_mask_them() {
    let credentials = named(&[("merchantid", "shop"), ("txn_password", "abcde"), ("merchant_tranid_case", "upper")]);
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&credentials),
        clock: clock(),
        fresh_key: None,
    };
    let built = dynamic::build(&PAY, GOOD, context).unwrap();
    let fields: Vec<_> = built.fields.iter().map(|field| (field.key, field.value.as_str(), field.masked())).collect();
    assert_eq!(
        fields,
        [
            ("MERCHANTID", "shop", "shop"),
            ("TXN_PASSWORD", "abcde", "***"),
            ("MERCHANT_TRANID", "INV-7", "INV-7"),
            ("CURRENCYCODE", "IDR", "IDR"),
            ("AMOUNT", "5000.00", "5000.00"),
            ("SIGNATURE", "cc071f82c4e1c38508b60cb7606c6cbdf636d3dd", "cc071f82c4e1c38508b60cb7606c6cbdf636d3dd"),
        ]
    );
    assert!(!format!("{built:?}").contains("abcde"));
}

#[test]
fn a_field_that_others_fill_may_be_given_only_if_it_agrees() {
    let told_of = |params: &[(&str, &str)]| told(&validate(params));
    assert_eq!(told_of(&with(&[("merchantid", "whoever")])), [""; 0]);
    assert_eq!(told_of(&with(&[("txn_password", "abcde")])), ["txn_password credential [credential txn_password] ***"]);
    assert_eq!(told_of(&with(&[("signature", "00")])), ["signature computed [recipe card-request] given"]);

    let credentials = named(COMPLETE);
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&credentials),
        clock: clock(),
        fresh_key: None,
    };
    let list = dynamic::validate(&PAY, &with(&[("merchantid", "whoever")]), context).into_vec();
    assert_eq!(told(&list), ["merchantid credential [credential merchantid] whoever"]);
    assert!(dynamic::validate(&PAY, &with(&[("merchantid", "shop")]), context).is_empty());

    let inquire = |kind| {
        let params = [("type", kind), ("merchant_tranid", "A")];
        told(&dynamic::validate(&INQUIRE, &params, context).into_vec())
    };
    assert_eq!(inquire("4"), [""; 0]);
    assert_eq!(inquire("5"), ["type fixed [4] 5"]);
}

#[test]
fn texts_are_judged_by_their_kind() {
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
    let cases: &[Case<'_>] = &[
        (&[("amount", "5000.0")], &["amount type [amount with 2 decimals or none] 5000.0"]),
        (&[("amount", "-1")], &["amount type [amount with 2 decimals or none] -1"]),
        (&[("amount", "0.00")], &["amount positive [> 0] 0.00"]),
        (&[("amount", "0")], &["amount positive [> 0] 0"]),
        (&[("amount", "999999999.99")], &[]),
        (&[("amount", "1000000000")], &["amount length [12] 13"]),
        (&[("amount", "5000.50"), ("currencycode", "JPY")], &["amount type [amount with 2 decimals or none] 5000.50"]),
        (&[("amount", "5000.00"), ("currencycode", "JPY")], &[]),
        (&[("amount", "5000.50"), ("currencycode", "KWD")], &[]),
        // A currency that isn't valid here has the usual two decimals.
        (&[("amount", "5000.50"), ("currencycode", "VND")], &["currencycode code [IDR, KWD, JPY] VND"]),
        (&[("amount", "5000.50"), ("currencycode", "")], &["currencycode mandatory [M] absent"]),
        (&[("currencycode", "idr")], &["currencycode code [IDR, KWD, JPY] idr"]),
        (&[("starts", "2026-11-31")], &["starts type [date YYYY-MM-DD] 2026-11-31"]),
        (&[("starts", "20/11/2026")], &["starts type [date YYYY-MM-DD] 20/11/2026"]),
        (&[("days", "1,32"), ("starts", "2026-11-20")], &["days type [days 1 to 31, joined by commas] 1,32"]),
        (&[("days", "1,2,3,4"), ("starts", "2026-11-20")], &["days count [3] 4"]),
        (&[("merchant_tranid", "")], &["merchant_tranid mandatory [M] absent"]),
        (&[("merchant_tranid", "a\u{0}#")], &["merchant_tranid control [none] U+0000"]),
        (&[("merchant_tranid", "inv-7")], &["merchant_tranid case-undecided [merchant_tranid_case] unset"]),
        (&[("days", "5")], &["starts mandatory [C: present(days)] absent"]),
        (&[("starts", "2026-11-19")], &["starts starts-today [starts == today] 2026-11-19"]),
    ];
    for (changes, expected) in cases {
        assert_eq!(told(&validate(&with(changes))), *expected, "{changes:?}");
    }
}

#[test]
fn a_rule_says_nothing_about_values_that_are_broken_already() {
    let list = validate(&with(&[("amount", "5"), ("days", "5,x"), ("starts", "tomorrow")]));
    assert_eq!(
        told(&list),
        ["days type [days 1 to 31, joined by commas] 5,x", "starts type [date YYYY-MM-DD] tomorrow"]
    );
}

#[test]
fn a_presence_whose_condition_looks_at_a_later_field_is_told_in_its_place() {
    // `starts` depends on `days`; an absent field must still come before the fields after it.
    let list = validate(&with(&[("days", "5"), ("signature", "x")]));
    assert_eq!(
        told(&list),
        ["starts mandatory [C: present(days)] absent", "signature computed [recipe card-request] given"]
    );
}

#[test]
fn unknown_names_come_last_with_a_hint() {
    let list = validate(&with(&[("amuont", "1"), ("merchant_tranit", "2"), ("colour", "3"), ("AMOUNT", "4")]));
    let names: Vec<_> = list.iter().map(|v| (v.field.as_str(), v.rule.as_str(), v.source.as_str())).collect();
    let unknown = |name| (name, "unknown-parameter", "mini.pay");
    assert_eq!(names, [unknown("amuont"), unknown("merchant_tranit"), unknown("colour"), unknown("AMOUNT")]);
    assert!(list[0].message.contains("misspells this name; send `amount`"), "{}", list[0].message);
    assert!(list[1].message.contains("did you mean `merchant_tranid`?"), "{}", list[1].message);
    assert!(!list[2].message.contains("did you mean"), "{}", list[2].message);
}

#[test]
fn a_long_value_is_cut_and_a_violation_stays_on_one_line() {
    let long = "x".repeat(100);
    let list = validate(&with(&[("currencycode", &long)]));
    assert_eq!(list[0].actual, format!("{}…", "x".repeat(64)));
    let list = validate(&with(&[("a\nb\u{202e}c", "1")]));
    assert_eq!(list[0].to_string().lines().count(), 1);
    assert!(list[0].to_string().contains("a\\u{a}b\\u{202e}c"), "{}", list[0]);
}

#[test]
fn building_without_credentials_tells_which_are_missing() {
    let context = Context { environment: &Environment::Sandbox, credentials: None, clock: clock(), fresh_key: None };
    let Err(BuildError::Violations(list)) = dynamic::build(&PAY, GOOD, context) else {
        panic!("a form was built without credentials");
    };
    assert_eq!(told(&list.into_vec()), ["merchantid mandatory [M] absent", "txn_password mandatory [M] absent"]);
}

#[test]
fn credentials_by_name_refuse_what_they_do_not_know() {
    let new = |pairs: &[(&'static str, &'static str)]| NamedCredentials::new(&GATEWAY, pairs.iter().copied()).err();
    assert_eq!(new(COMPLETE), None);
    let unknown = new(&[("txn_pasword", "hunter2")]).unwrap();
    assert_eq!(unknown, NamedCredentialsError::Unknown { name: "txn_pasword".to_owned() });
    assert!(!unknown.to_string().contains("hunter2"));
    let setting = new(&[("send_txn_password", "maybe")]).unwrap();
    assert_eq!(setting.to_string(), "`send_txn_password` must be true or false");
    assert!(!format!("{:?}", named(COMPLETE)).contains("abcde"));
}

// sha1 of ##SHOP##ABCDE##INV-7##5000.00##S##
const PAID: &[u8] = b"MERCHANTID=shop&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&CUSTNAME=Ann&\
                      SIGNATURE=ffc5c8700af11524c243597acf191f578ca0ddeb";

fn verify(through: Through, body: &[u8], expect: Option<&[(&str, &str)]>) -> Verdict {
    dynamic::verify(&RESULT, through, FORM, body, &named(COMPLETE), expect)
}

fn rules(verdict: &Verdict) -> Vec<String> {
    verdict.problems.iter().map(|problem| format!("{} {}", problem.field, problem.rule)).collect()
}

const ASKED: &[(&str, &str)] = &[("merchant_tranid", "INV-7"), ("amount", "5000"), ("currencycode", "IDR")];

#[test]
fn a_verdict_says_what_is_proved() {
    let verdict = verify(Through::Server, PAID, Some(ASKED));
    assert_eq!((verdict.signature, verdict.trust), ("valid", "reconciled"));
    assert_eq!(verdict.unsigned, ["currencycode", "custname"]);
    assert_eq!(rules(&verdict), [""; 0]);
    assert_eq!(verdict.fields.len(), 7);
    assert!(verdict.fields.iter().any(|field| field.name == "custname" && field.sensitive && field.value == "Ann"));
    assert!(!format!("{verdict:?}").contains("Ann"));

    assert_eq!(verify(Through::Server, PAID, None).trust, "verified");
    let partly = verify(Through::Server, PAID, Some(&ASKED[..2]));
    assert_eq!((partly.trust, rules(&partly).len()), ("verified", 0));
}

#[test]
fn a_browser_and_an_exposed_secret_never_reconcile() {
    let verdict = verify(Through::Browser, PAID, Some(ASKED));
    assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
    assert_eq!(rules(&verdict), [" browser-return"]);
    for send in ["true", ""] {
        let exposed = named(&[("merchantid", "shop"), ("txn_password", "abcde"), ("send_txn_password", send)]);
        let verdict = dynamic::verify(&RESULT, Through::Server, FORM, PAID, &exposed, Some(ASKED));
        assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
        assert_eq!(rules(&verdict), [" needs-inquiry"]);
    }
}

#[test]
fn differences_are_told_one_by_one() {
    let asked = [
        ("custname", "Bob"),
        ("currencycode", "USD"),
        ("amount", "5000.01"),
        ("merchant_tranid", "INV-8"),
        ("txn_status", "S"),
        ("nothing", "x"),
    ];
    let other = named(&[("merchantid", "other"), ("txn_password", "abcde"), ("send_txn_password", "false")]);
    let verdict = dynamic::verify(&RESULT, Through::Server, FORM, PAID, &other, Some(&asked));
    assert_eq!((verdict.signature, verdict.trust), ("valid", "verified"));
    assert_eq!(
        rules(&verdict),
        [
            "merchant_tranid mismatch",
            "amount mismatch",
            "currencycode mismatch",
            "merchantid mismatch",
            "custname mismatch",
            "nothing mismatch",
        ]
    );
    let messages: String = verdict.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(!messages.contains("Ann") && !messages.contains("Bob"), "{messages}");
}

#[test]
fn what_cannot_be_read_or_has_no_signature_is_undefined() {
    let verdict = verify(Through::Server, b"amount=%zz", None);
    assert_eq!((verdict.signature, verdict.trust), ("undefined", "received"));
    assert_eq!(rules(&verdict), ["amount percent"]);
    let unsigned = dynamic::verify(&MEMBER, Through::Server, FORM, b"member_id=7", &named(COMPLETE), None);
    assert_eq!((unsigned.signature, unsigned.trust), ("undefined", "received"));
    assert_eq!(unsigned.unsigned, ["member_id"]);
    assert_eq!(rules(&unsigned), ["merchant_tranid missing"]);
}

#[test]
fn odd_messages_are_described_and_not_refused() {
    let body = b"merchantid=shop&amount=5,000&txn_status=ZZ&currencycode=IDR&colour=red&custname=&member_id=1";
    let verdict = verify(Through::Server, body, None);
    assert_eq!((verdict.signature, verdict.trust), ("missing", "received"));
    assert_eq!(
        rules(&verdict),
        [
            "merchant_tranid missing",
            "amount unreadable",
            "txn_status unknown-code",
            "signature missing",
            "colour unknown-key",
            "member_id unknown-key",
        ]
    );
    let names: Vec<_> = verdict.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["merchantid", "amount", "txn_status", "currencycode", "colour", "member_id"]);
}

#[test]
fn both_doors_agree_about_every_tampered_byte() {
    use faspay_runtime::Received;
    use mini::PayResult;
    let expected = Expected::new("INV-7", Amount::idr(5_000));
    let asked = Some(ASKED);
    let mut reconciled = 0;
    for at in 0..PAID.len() {
        for byte in [PAID[at] ^ 1, PAID[at] ^ 0x20, b'&', b'='] {
            let mut body = PAID.to_vec();
            body[at] = byte;
            let verdict = verify(Through::Server, &body, asked);
            let trust = match Received::<PayResult>::parse(FORM, &body) {
                Err(_) => "received",
                Ok(received) => match received.verify(&credentials()) {
                    Err(_) => "received",
                    Ok(verified) => match verified.reconcile(&expected) {
                        Err(_) => "verified",
                        Ok(_) => "reconciled",
                    },
                },
            };
            assert_eq!(verdict.trust, trust, "{}", body.escape_ascii());
            reconciled += usize::from(trust == "reconciled");
        }
    }
    // Letters of either case in the merchant and the digest, and the unsigned name, may change.
    assert!(reconciled < 80, "{reconciled} changes went unnoticed");
}
