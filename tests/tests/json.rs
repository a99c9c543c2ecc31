//! JSON, in and out: the recurring service's notifications, read by both engines and by the typed door, and what a merchant's
//! server sends. Signatures are computed here by the formula of the page, and `serde_json` stands in for every other reader.

use faspay::codes::{RecurringFlag, RecurringPaymentStatus, RecurringPeriod, RecurringStatus};
use faspay::recurring::{
    CardExpiredNotification, InquireMember, PaymentNotification, UpdateMember, UpdateMemberOptional, UpdateMemberReply,
};
use faspay::{
    Amount, Callback, Client, Clock, Credentials, Date, DayList, Environment, Expected, PaymentStatus, ReceiveError,
    Received, ReconcileError, ServerForm, VerifyError,
};
use faspay_cli::engine::{Engine, Received as Message, Verdict};
use faspay_spec::engine::Through;
use faspay_spec::model::Gateway;
use rand::prelude::*;
use rand::rngs::StdRng;
use serde_json::{Value, json};
use std::sync::LazyLock;
use tests::digests::sha1_of_md5_hex;
use tests::{faspay as load, merchant_with};

static FASPAY: LazyLock<Gateway> = LazyLock::new(load);

const JSON: &str = "application/json";

/// The sample merchant's.
const PASSWORD: &str = "9bdqHG2N";

/// The page's sample with the sample merchant's number and signature: some values as numbers, some as texts.
fn notification() -> Value {
    let (merchant, charge) = ("99999", "5C4B9A99-4C54-4577-9B90-6453EC972526");
    json!({
        "request": "Payment Notification",
        "trx_id": charge,
        "merchant_id": merchant,
        "member_id": 123,
        "merchant_member_id": "M-1",
        "payment_reff": "2019041000004_20190412150224",
        "payment_date": "2019-04-12 15:02:24",
        "payment_status_code": 2,
        "payment_status_desc": "Payment Success",
        "signature": sha1_of_md5_hex(&format!("bot{merchant}{PASSWORD}{charge}2")),
        "url_notif": "https://shop.example/notify",
    })
}

fn credentials() -> Credentials {
    Credentials::new().merchant_id("99999").user_id("john99999").password(PASSWORD)
}

/// What both engines say of a body.
fn judge(id: &str, content_type: &str, body: &[u8], expect: Option<&[(String, String)]>) -> Verdict {
    let at = FASPAY.inbound.iter().position(|inbound| inbound.id == id).unwrap();
    let credentials = merchant_with(Some(false), None);
    let through = if FASPAY.is_reply(at) { Through::Reply } else { Through::Server };
    let message = Message {
        inbound: &FASPAY.inbound[at],
        through,
        content_type,
        headers: &[],
        body,
        credentials: &credentials,
        expect,
    };
    let verdicts = [Engine::Generated, Engine::Interpreted].map(|engine| engine.verify(&FASPAY, message).unwrap());
    let essence = |verdict: &Verdict| {
        let problems: Vec<_> = verdict.problems.iter().map(|one| (one.field.clone(), one.rule.clone())).collect();
        (verdict.signature, verdict.trust, verdict.unsigned.clone(), problems, verdict.fields.clone())
    };
    assert_eq!(essence(&verdicts[0]), essence(&verdicts[1]), "{id}: {}", body.escape_ascii());
    let [verdict, _] = verdicts;
    verdict
}

fn judged(body: &str) -> Verdict {
    judge("recurring.payment-notification", JSON, body.as_bytes(), None)
}

/// Rule and field of every problem.
fn problems(verdict: &Verdict) -> Vec<(&str, &str)> {
    verdict.problems.iter().map(|one| (one.rule.as_str(), one.field.as_str())).collect()
}

#[test]
fn the_pages_sample_is_verified_whether_its_values_are_numbers_or_texts() {
    let numbers = notification();
    let mut texts = numbers.clone();
    for value in texts.as_object_mut().unwrap().values_mut() {
        if let Value::Number(number) = &value {
            *value = number.to_string().into();
        }
    }
    let mut merchant = numbers.clone();
    merchant["merchant_id"] = 99_999.into();
    for body in [numbers, texts, merchant] {
        let verdict = judged(&body.to_string());
        assert_eq!((verdict.signature, verdict.trust, problems(&verdict)), ("valid", "verified", vec![]));
        assert!(verdict.fields.contains(&("payment_status_code".into(), "2".into())));
    }
}

#[test]
fn the_published_vector_is_that_of_the_recipe() {
    let body = json!({
        "trx_id": "5C4B9A99-4C54-4577-9B90-6453EC972526", "merchant_id": "98765", "payment_status_code": 2,
        "signature": "aa076e1155ca941b865d4176ee005c24b08c3e0e",
    });
    let demo = Credentials::new().merchant_id("98765").user_id("bot98765").password("p@ssw0rd");
    let received = Received::<PaymentNotification>::parse(JSON, body.to_string().as_bytes()).unwrap();
    let verified = received.verify(&demo).unwrap();
    assert_eq!(verified.payment_status_code(), Some(RecurringPaymentStatus::Charged));
    assert_eq!(verified.trx_id(), Some("5C4B9A99-4C54-4577-9B90-6453EC972526"));
}

/// It says nothing of an order or an amount, so nothing that a merchant expects can settle it.
#[test]
fn a_notification_is_verified_and_never_settles_a_payment() {
    let body = notification().to_string();
    let expect = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let id = "recurring.payment-notification";
    for (expected, rules) in [
        (expect(&[]), vec![("needs-inquiry", "")]),
        (expect(&[("merchant_member_id", "M-1"), ("payment_status_code", "2")]), vec![("needs-inquiry", "")]),
        (expect(&[("merchant_member_id", "M-2")]), vec![("mismatch", "merchant_member_id"), ("needs-inquiry", "")]),
        (expect(&[("amount", "5000.00")]), vec![("mismatch", "amount"), ("needs-inquiry", "")]),
    ] {
        let verdict = judge(id, JSON, body.as_bytes(), Some(&expected));
        assert_eq!((verdict.trust, problems(&verdict)), ("verified", rules), "{expected:?}");
    }
    let callback = Callback::parse(JSON, body.as_bytes()).unwrap().verify(&credentials()).unwrap();
    let error = callback.reconcile(&Expected::new("M-1", Amount::idr(5_000))).unwrap_err();
    let ReconcileError::NeedsInquiry(verified) = error else { panic!("{error}") };
    assert!(verified.unsigned().contains(&"merchant_member_id"));
}

#[test]
fn no_character_of_what_is_signed_can_be_replaced() {
    let sound = notification();
    let mut tried = 0;
    for name in ["trx_id", "merchant_id", "payment_status_code", "signature"] {
        let text = match &sound[name] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        for at in 0..text.len() {
            for other in ["0", "1", "2", "3", "9", "A", "F", "-", "x", "é", ""] {
                let forged = format!("{}{other}{}", &text[..at], &text[at + 1..]);
                let mut body = sound.clone();
                body[name] = forged.clone().into();
                // Letters of the signature come in either case.
                let same = forged == text || name == "signature" && forged.eq_ignore_ascii_case(&text);
                let verdict = judged(&body.to_string());
                assert_eq!(verdict.signature == "valid", same, "{name}: {forged}");
                tried += 1;
            }
        }
        let mut without = sound.clone();
        without.as_object_mut().unwrap().remove(name);
        let missing = if name == "signature" { "missing" } else { "invalid" };
        assert_eq!(judged(&without.to_string()).signature, missing, "without {name}");
        without[name] = Value::Null;
        assert_eq!(judged(&without.to_string()).signature, missing, "null is nothing");
    }
    assert!(tried > 800, "only {tried} forgeries");
}

#[test]
fn another_password_another_merchant_and_another_encoding_of_a_number_are_refused() {
    let body = notification();
    let parse = |body: &Value| Received::<PaymentNotification>::parse(JSON, body.to_string().as_bytes()).unwrap();
    assert_eq!(parse(&body).verify(&credentials().password("9bdqHG2n")).err(), Some(VerifyError::NotValid));
    let other = parse(&body).verify(&credentials().merchant_id("11111")).unwrap();
    let error = other.reconcile(&Expected::new("M-1", Amount::idr(1))).unwrap_err();
    assert!(matches!(error, ReconcileError::Mismatch(list) if list[0].field == "merchant_id"));
    // The same number, written otherwise, isn't what was signed.
    for other in ["2.0", "2e0", "20e-1", "02", "+2"] {
        let text = body.to_string().replace("\"payment_status_code\":2", &format!("\"payment_status_code\":{other}"));
        assert_ne!(judged(&text).signature, "valid", "{other}");
    }
}

/// A form with `user_id` = `bot` + merchant number shows the shopper this very string's digest. It verifies, which nobody can help,
/// and settles nothing.
#[test]
fn a_signature_out_of_a_members_form_settles_nothing() {
    let demo = Credentials::new().merchant_id("98765").user_id("bot98765").password("p@ssw0rd");
    let from_the_form = sha1_of_md5_hex("bot98765p@ssw0rdM-12");
    let forged =
        json!({"trx_id": "M-1", "merchant_id": "98765", "payment_status_code": "2", "signature": from_the_form});
    let received = Received::<PaymentNotification>::parse(JSON, forged.to_string().as_bytes()).unwrap();
    let verified = received.verify(&demo).expect("the two strings are one");
    let error = verified.reconcile(&Expected::new("M-1", Amount::idr(5_000))).unwrap_err();
    assert!(matches!(error, ReconcileError::NeedsInquiry(_)));
}

#[test]
fn a_card_that_expires_is_told_by_nobody_in_particular() {
    let body = json!({"member_id": "7", "member_name": "Siti", "member_email": "siti@example.com", "amount": "3000.00", "expired_date": "2022-04"});
    let verdict = judge("recurring.card-expired-notification", JSON, body.to_string().as_bytes(), None);
    assert_eq!((verdict.signature, verdict.trust, problems(&verdict)), ("undefined", "received", vec![]));
    assert_eq!(verdict.unsigned, ["member_id", "member_name", "member_email", "amount", "expired_date"]);
    let received = Received::<CardExpiredNotification>::parse(JSON, body.to_string().as_bytes()).unwrap();
    assert_eq!(received.unverified().expired_date().untrusted(), Some("2022-04"));
    assert_eq!(received.verify(&credentials()).err(), Some(VerifyError::Unsigned));
}

#[test]
fn one_door_takes_forms_and_json_and_tells_them_by_their_content_type() {
    let notification = notification().to_string();
    let form = b"MERCHANTID=sophia_store&TXN_STATUS=S";
    let expired = br#"{"member_id":7,"expired_date":"2022-04"}"#;
    let kind = |content_type: &str, body: &[u8]| match Callback::parse(content_type, body) {
        Ok(Callback::PaymentNotification(_)) => "notification",
        Ok(Callback::CardExpiredNotification(_)) => "expired",
        Ok(Callback::CardResult(_)) => "card",
        Ok(_) => "another",
        Err(error) => error.id(),
    };
    assert_eq!(kind(JSON, notification.as_bytes()), "notification");
    assert_eq!(kind("Application/JSON; charset=UTF-8", notification.as_bytes()), "notification");
    assert_eq!(kind(JSON, expired), "expired");
    assert_eq!(kind("application/x-www-form-urlencoded", form), "card");
    assert_eq!(kind(JSON, form), "json");
    assert_eq!(kind("application/x-www-form-urlencoded", notification.as_bytes()), "malformed-pair");
    for other in [
        "application/problem+json",
        "text/json",
        "application/json, text/plain",
        "application/json; charset=latin1",
        "",
    ] {
        assert_eq!(kind(other, notification.as_bytes()), "content-type", "{other}");
    }
    // Where one message is expected, the other encoding isn't read at all.
    let parsed = Received::<PaymentNotification>::parse("application/x-www-form-urlencoded", b"trx_id=1");
    assert_eq!(parsed.err(), Some(ReceiveError::ContentType));
    assert_eq!(problems(&judge("card.result", JSON, form, None)), [("content-type", "")]);
}

#[test]
fn strictness_is_the_same_in_both_engines_and_every_error_has_its_name() {
    for (body, rule, key) in [
        (&br#"{"trx_id":"1","Trx_Id":"2"}"#[..], "key-case", "Trx_Id"),
        (br#"{"trx_id":"1","TRX_ID":"2"}"#, "duplicate-key", "TRX_ID"),
        (br#"{"trx_id":"1","trx\u005fid":"2"}"#, "duplicate-key", "trx_id"),
        (br#"{"x":1,"X":1}"#, "duplicate-key", "X"),
        (br#"{"trx_id":"\ud800"}"#, "escape", "trx_id"),
        (br#"{"trx_id":"\udc00\ud800"}"#, "escape", "trx_id"),
        (br#"{"trx_id":"a\u0000"}"#, "control", "trx_id"),
        (b"{\"trx_id\":\"a\nb\"}", "control", "trx_id"),
        (br#"{"payment_status_code":{"code":2}}"#, "nested", "payment_status_code"),
        (br#"{"payment_status_code":[2]}"#, "nested", "payment_status_code"),
        (b"{\"trx_id\":\"\xff\"}", "utf8", ""),
        (br#"{"trx_id":1}}"#, "json", ""),
        (br#"[{"trx_id":1}]"#, "json", ""),
        (br#"{"trx_id":01}"#, "json", ""),
        (b"", "json", ""),
    ] {
        let verdict = judge("recurring.payment-notification", JSON, body, None);
        assert_eq!(
            (verdict.signature, problems(&verdict)),
            ("undefined", vec![(rule, key)]),
            "{}",
            body.escape_ascii()
        );
    }
    let verdict = judged(r#"{"trx_id":"1","extra":{"a":[1,"x"]},"more":true}"#);
    assert!(verdict.fields.contains(&("extra".into(), r#"{"a":[1,"x"]}"#.into())), "{:?}", verdict.fields);
    assert!(verdict.fields.contains(&("more".into(), "true".into())));
    assert!(problems(&verdict).contains(&("unknown-key", "extra")));
}

/// What both engines read is what `serde_json` reads, and what they call no JSON it refuses as well.
#[test]
fn random_bodies_are_judged_alike_and_as_serde_json_reads_them() {
    let sound = notification().to_string().into_bytes();
    let mut rng = StdRng::seed_from_u64(0x5EED_0007);
    let pieces: &[&[u8]] = &[
        b"\"",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b" ",
        b"\n",
        b"0",
        b"1.5",
        b"1e9",
        b"-",
        b"null",
        b"true",
        b"\\u00e9",
        b"\\ud83c\\udfab",
        b"\\ud83c",
        b"\\n",
        b"\xc3\xa9",
        b"\xff",
        b"\xe2\x80\xae",
        b"\"trx_id\":\"1\",",
        b"\"x\":[1,{}],",
        b"\"x\":{\"a\":\"b\"},",
        b"\"TRX_ID\":2,",
        b"\0",
        b"\t",
    ];
    let (mut read, mut refused) = (0, 0);
    for _ in 0..30_000 {
        let mut body = sound.clone();
        for _ in 0..rng.random_range(0..4) {
            let at = rng.random_range(0..=body.len());
            match rng.random_range(0..4) {
                0 => drop(body.splice(at..at, pieces.choose(&mut rng).unwrap().iter().copied())),
                1 => body.truncate(at.max(1)),
                2 if at < body.len() => drop(body.remove(at)),
                // In front of a member, where most things are at home.
                _ => drop(body.splice(1..1, pieces.choose(&mut rng).unwrap().iter().copied())),
            }
        }
        let verdict = judge("recurring.payment-notification", JSON, &body, None);
        let theirs = serde_json::from_slice::<serde_json::Map<String, Value>>(&body);
        if verdict.signature != "undefined" {
            let theirs = match theirs {
                // A float holds less than a text.
                Err(error) if error.to_string().starts_with("number out of range") => continue,
                theirs => theirs.unwrap_or_else(|error| panic!("{error}: {}", body.escape_ascii())),
            };
            for (name, text) in verdict.fields {
                let Some((_, value)) = theirs.iter().find(|(key, _)| key.eq_ignore_ascii_case(&name)) else {
                    panic!("{name}")
                };
                match value {
                    Value::String(own) => assert_eq!(*own, text),
                    Value::Null => assert_eq!(text, ""),
                    other => assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), *other),
                }
            }
            read += 1;
        } else {
            if matches!(problems(&verdict)[0].0, "json" | "utf8" | "escape") {
                assert!(theirs.is_err(), "{}", body.escape_ascii());
            }
            refused += 1;
        }
    }
    assert!(read > 5_000 && refused > 5_000, "{read} read, {refused} refused");
}

fn update() -> UpdateMember {
    UpdateMember {
        member_id: "M-1".into(),
        member_name: "Siti \"Ti\" \\ / é字🎫".into(),
        member_email: "siti@example.com".into(),
        member_email_notif: RecurringFlag::OnNumeric,
        process_date: DayList::new([5, 20]).unwrap(),
        recurring_amount: Amount::idr(5_000),
        recurring_start_date: Date::new(2026, 11, 20).unwrap(),
        recurring_end_date: Date::new(2027, 11, 20).unwrap(),
        recurring_period: RecurringPeriod::Daily,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        recurring_status: RecurringStatus::Active,
        card_expire_notif: faspay::codes::CardExpireNotif::MonthBefore,
        optional: UpdateMemberOptional { merchant: Some("Sophia".into()), ..Default::default() },
    }
}

fn client(environment: Environment) -> Client {
    Client::new(environment, credentials(), Clock::fixed(Date::new(2026, 11, 20).unwrap()))
}

#[test]
fn a_change_of_a_member_is_what_any_json_reader_reads() {
    let client = client(Environment::Sandbox);
    let request = client.server_request(&update()).unwrap();
    assert_eq!(request.headers(), [("Content-Type", "application/json")]);
    assert_eq!(request.url(), "https://fpg-sandbox.faspay.co.id/recurring/process/update");
    let mut encoded = Vec::new();
    client.encode(&update(), &mut encoded).unwrap();
    assert_eq!(encoded, request.body(), "the quick way writes the same bytes");
    let read: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(
        read,
        json!({
            "merchant_id": "99999", "merchant": "Sophia", "member_id": "M-1", "member_name": "Siti \"Ti\" \\ / é字🎫",
            "member_email": "siti@example.com", "member_email_notif": "1", "process_date": "05,20",
            "recurring_amount": "5000.00", "recurring_start_date": "2026-11-20", "recurring_end_date": "2027-11-20",
            "recurring_period": "D", "recurring_period_at": "1", "recurring_accumulate_at": "0", "recurring_status": "1",
            "card_expire_notif": "1", "signature": sha1_of_md5_hex("john999999bdqHG2NM-1"),
        })
    );
    let (first, second) = (r#"{"merchant_id":"99999","merchant":"#, r#","recurring_start_date":"2026-11-20","#);
    let text = String::from_utf8(request.body().to_vec()).unwrap();
    assert!(text.starts_with(first) && text.contains(second), "wire order, nothing between: {text}");
}

/// Byte by byte what `serde_json` writes, in both engines.
#[test]
fn texts_are_escaped_as_serde_json_escapes_them() {
    let operation = FASPAY.operations.iter().find(|operation| operation.id == "recurring.update-member").unwrap();
    let mut rng = StdRng::seed_from_u64(0x5EED_0008);
    let letters: Vec<char> = "\"\\/'<>&{}[]:,bfnrtu aé字🎫\u{a0}\u{ad}\u{feff}\u{fffd}\u{10ffff}".chars().collect();
    for _ in 0..500 {
        let name: String = (0..rng.random_range(1..30)).map(|_| *letters.choose(&mut rng).unwrap()).collect();
        let mut request = update();
        request.member_name.clone_from(&name);
        let sent = client(Environment::Sandbox).server_request(&request).unwrap();
        let quoted = format!("\"member_name\":{},", serde_json::to_string(&name).unwrap());
        assert!(String::from_utf8_lossy(sent.body()).contains(&quoted), "{name:?}");
        let fields = [("member_name".to_owned(), name.clone(), false)];
        let theirs = faspay_spec::engine::body(operation, &fields);
        assert_eq!(theirs, format!("{{\"member_name\":{}}}", serde_json::to_string(&name).unwrap()));
    }
    for control in (0..0x20).chain([0x7f]).filter_map(char::from_u32) {
        let text = format!("a{control}b");
        let pairs = [("k".to_owned(), text.clone())];
        assert_eq!(faspay_spec::engine::object(&pairs, &[]), json!({"k": text}).to_string());
    }
}

#[test]
fn what_has_no_documented_address_is_sent_nowhere_but_to_this_machine() {
    let inquiry = InquireMember {
        member_id: "M-1".into(),
        member_name: "Siti".into(),
        member_email: "siti@example.com".into(),
        recurring_amount: Amount::idr(5_000),
        optional: Default::default(),
    };
    for environment in [Environment::Sandbox, Environment::Production] {
        let error = client(environment).server_request(&inquiry).unwrap_err().to_string();
        assert!(error.contains("recurring-inquiry"), "{error}");
    }
    let local = client(Environment::local("http://127.0.0.1:8080").unwrap()).server_request(&inquiry).unwrap();
    assert_eq!(local.url(), "http://127.0.0.1:8080/recurring-inquiry");
    assert!(client(Environment::Production).server_request(&update()).is_err(), "the page gives the sandbox only");
}

#[test]
fn the_answer_to_a_change_is_read_and_vouched_for_by_nobody() {
    let answer = br#"{"response_code":"00","response_desc":"Sukses"}"#;
    let reply: Received<UpdateMemberReply> = UpdateMember::parse_reply(JSON, answer).unwrap();
    let code = reply.unverified().response_code().untrusted().unwrap();
    assert_eq!(code, faspay::codes::RecurringResponseCode::Done);
    assert_eq!(reply.verify(&credentials()).err(), Some(VerifyError::Unsigned));
    let strange = UpdateMember::parse_reply(JSON, br#"{"response_code":"96"}"#).unwrap();
    let code = strange.unverified().response_code().untrusted().unwrap();
    assert!(matches!(&code, faspay::codes::RecurringResponseCode::Unknown(code) if code.as_str() == "96"));
    assert!(UpdateMember::parse_reply("text/plain", b"response_code=00").is_err());
}

/// The status is signed; whether it counts is another matter.
#[test]
fn only_the_listed_code_says_charged() {
    assert_eq!(RecurringPaymentStatus::outcome_of("2"), PaymentStatus::Paid);
    assert_eq!(RecurringPaymentStatus::outcome_of("3"), PaymentStatus::NotPaid);
    for other in ["", "02", "2.0", "22", "0", "1", "4", "S", "PAID"] {
        assert_eq!(RecurringPaymentStatus::outcome_of(other), PaymentStatus::Unknown, "{other}");
    }
}
