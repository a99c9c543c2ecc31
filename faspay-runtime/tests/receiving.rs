//! The typed door for receiving: doors, signatures, and how far each kind of message can be trusted.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::{
    Amount, BrowserReturn, Expected, Inbound, PaymentStatus, ReceiveError, Received, ReconcileError, Reconciled,
    ServerForm, Verified, VerifyError,
};
use mini::{Callback, Credentials, FORM, Inquire, MemberNews, PayResult, TxnStatus, credentials};

// sha1 of ##SHOP##ABCDE##INV-7##5000.00##S##
const PAID: &str = "MERCHANTID=SHOP&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&CUSTNAME=Ann+B&\
                    SIGNATURE=FFC5C8700AF11524C243597ACF191F578CA0DDEB";

fn received(body: &str) -> Received<PayResult> {
    Received::parse(FORM, body.as_bytes()).unwrap()
}

fn is_valid(body: &str) -> bool {
    match received(body).verify(&credentials()) {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(error, VerifyError::NotValid);
            false
        }
    }
}

fn expected() -> Expected {
    Expected::new("INV-7", Amount::idr(5_000))
}

#[test]
fn a_content_type_is_one_of_two_and_in_utf8() {
    let id = |content_type| Received::<PayResult>::parse(content_type, b"a=b").err().map(|error| error.id());
    for fine in [
        FORM,
        "text/plain",
        "TEXT/PLAIN",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "text/plain;charset=utf-8",
        "text/plain; charset=\"utf-8\"",
        " text/plain ; boundary=x",
        "text/plain;",
        "text/plain; format=flowed; Charset=Utf-8",
    ] {
        assert_eq!(id(fine), None, "{fine}");
    }
    for bad in [
        "",
        "application/json",
        "multipart/form-data; boundary=x",
        "text/html",
        "text",
        "text/plainx",
        "text/plain; charset=latin1",
        "application/x-www-form-urlencoded; charset=windows-1252",
        "text/plain; charset=utf-16",
        "text/plain; charset=utf8",
        "text/plain, text/html",
        "application/x-www-form-urlencoded;charset=utf-8;charset=latin1",
    ] {
        assert_eq!(id(bad), Some("content-type"), "{bad}");
    }
}

#[test]
fn every_way_of_being_unreadable_is_an_error_of_its_own() {
    let id = |body: &[u8]| {
        Received::<PayResult>::parse(FORM, body).err().map(|error| (error.id(), error.key().map(str::to_owned)))
    };
    let at = |id, key: &str| Some((id, Some(key.to_owned())));
    assert_eq!(id(b"amount=1&amount=100"), at("duplicate-key", "amount"));
    assert_eq!(id(b"amount=1&AMOUNT=100"), at("duplicate-key", "AMOUNT"));
    assert_eq!(id(b"other=1&Other=2"), at("duplicate-key", "Other"));
    assert_eq!(id(b"Amount=1"), at("key-case", "Amount"));
    assert_eq!(id(b"amount=%2"), at("percent", "amount"));
    assert_eq!(id(b"amount=%zz"), at("percent", "amount"));
    assert_eq!(id(b"amount=%+1"), at("percent", "amount"));
    assert_eq!(id(b"amount=%C3%28"), at("utf8", "amount"));
    assert_eq!(id(b"amount=%C0%AF"), at("utf8", "amount"));
    assert_eq!(id(b"amount=%ED%A0%80"), at("utf8", "amount"));
    assert_eq!(id(b"custname=a%0Ab"), at("control", "custname"));
    assert_eq!(id(b"custname=a%00b"), at("control", "custname"));
    assert_eq!(id("custname=a\u{202e}b".as_bytes()), at("control", "custname"));
    assert_eq!(id(b"amount"), Some(("malformed-pair", None)));
    assert_eq!(id(&b"a=".repeat(40_000)), Some(("too-large", None)));
    // Look-alikes are other keys, not the same one.
    for key in ["amount%20", "amount%5B%5D", "%61mount%2E", "\u{ff41}mount", "a\u{301}mount"] {
        let received = received(&format!("amount=1&{key}=2"));
        assert_eq!(received.unverified().message_count(), 2);
        assert!(received.problems().iter().any(|problem| problem.rule == "unknown-key"), "{key}");
    }
}

trait Count {
    fn message_count(&self) -> usize;
}

impl Count for PayResult {
    fn message_count(&self) -> usize {
        use faspay_runtime::Inbound;
        self.message().pairs().count()
    }
}

#[test]
fn escapes_are_decoded_exactly_once() {
    let received = received("custname=%2523%2523+%2B%26%3D&x=1");
    assert_eq!(received.unverified().custname().untrusted(), Some("%23%23 +&="));
}

#[test]
fn the_text_form_is_read_without_decoding() {
    let body = "MERCHANTID=shop;MERCHANT_TRANID=INV-7;CURRENCYCODE=IDR;AMOUNT=5000.00;TXN_STATUS=S;CUSTNAME=;\
                SIGNATURE=ffc5c8700af11524c243597acf191f578ca0ddeb;popupProceed=a+b %41 = c\r\n";
    let received = Received::<PayResult>::parse("text/plain", body.as_bytes()).unwrap();
    let verified = received.verify(&credentials()).unwrap();
    assert_eq!(verified.custname().untrusted(), None);
    use faspay_runtime::Inbound;
    let unknown: Vec<_> = verified.message().unknown().collect();
    assert_eq!(unknown, [("popupProceed", "a+b %41 = c")]);
    assert!(verified.reconcile(&expected()).is_ok());
}

#[test]
fn a_door_tells_its_messages_apart() {
    let parse = |body: &str| Callback::parse(FORM, body.as_bytes()).unwrap();
    assert!(matches!(parse(PAID), Callback::Result(_)));
    assert!(matches!(parse("MEMBER_ID=7&MERCHANT_TRANID=INV-7"), Callback::Member(_)));
    assert!(matches!(parse("MEMBER_ID=&MERCHANT_TRANID=INV-7"), Callback::Result(_)));
    assert!(matches!(Callback::parse(FORM, b"Member_Id=7"), Err(ReceiveError::KeyCase(_))));
}

#[test]
fn a_field_is_received_under_one_of_its_spellings() {
    let parse = |body: &str| Callback::parse(FORM, body.as_bytes());
    for body in ["member_id=M-7&MERCHANT_TRANID=INV-7", "MEMBERID=M-7&MERCHANT_TRANID=INV-7"] {
        let Ok(Callback::Member(news)) = parse(body) else { panic!("{body}") };
        assert_eq!(news.unverified().message().text(0), Some("M-7"), "{body}");
        assert_eq!(news.unverified().message().unknown().count(), 0, "{body}");
    }
    // Two spellings are one key that comes twice, and an empty one counts.
    for (body, key) in [
        ("member_id=M-7&a=b&MEMBERID=M-8", "MEMBERID"),
        ("memberid=&a=b&MEMBER_ID=M-8", "MEMBER_ID"),
        ("memberid=M-7&MEMBER_ID=", "MEMBER_ID"),
    ] {
        match parse(body) {
            Err(error @ ReceiveError::DuplicateKey(_)) => assert_eq!(error.key(), Some(key), "{body}"),
            _ => panic!("{body}"),
        }
    }
    assert!(matches!(parse("memberId=M-7"), Err(ReceiveError::KeyCase(_))));
    // To a message that has no such field both are keys that nobody knows.
    let body = "MERCHANT_TRANID=INV-7&member_id=&memberid=";
    let Ok(Callback::Result(result)) = parse(body) else { panic!("{body}") };
    assert_eq!(result.unverified().message().unknown().count(), 2);
}

#[test]
fn a_message_without_a_signature_never_becomes_verified() {
    let received = Received::<MemberNews>::parse(FORM, b"member_id=7&merchant_tranid=INV-7").unwrap();
    assert_eq!(received.verify(&credentials()).err(), Some(VerifyError::Unsigned));
}

#[test]
fn recorded_and_computed_results_verify() {
    let verify = |merchant: &str, password: &str, order: &str, amount: &str, status: &str, signature: &str| {
        let credentials =
            Credentials { merchantid: merchant.to_owned(), txn_password: password.into(), ..credentials() };
        let body = format!(
            "MERCHANTID={merchant}&MERCHANT_TRANID={order}&AMOUNT={amount}&TXN_STATUS={status}&SIGNATURE={signature}"
        );
        received(&body).verify(&credentials).is_ok()
    };
    let commonwealth =
        |status, signature| verify("commonwealth", "abcde", "2019061200757", "100000.00", status, signature);
    assert!(commonwealth("E", "7EA82428BB17D204C74E53C7CC0FD5F28903D068"));
    assert!(commonwealth("A", "16a97ceb3f530a0197fbf4b59d4272e9f2c8e193"));
    // The signature of the void request that the same answer echoes isn't one of a result.
    assert!(!commonwealth("E", "a2389173c0e667ab5a8e7491d5712c9a40683178"));
    // The example that the page prints breaks the page's own rule; the rule holds.
    let printed = |signature| verify("TEST01", "4E62f498C", "OID00001", "192.00", "A", signature);
    assert!(!printed("D8F437D951EC1DABB52127A22F91748B473658DC"));
    assert!(printed("028C17F7CBD52769544CEE0822C5F63BCC394DAD"));
}

#[test]
fn an_id_with_lower_case_letters_verifies_under_either_reading() {
    // sha1 of ##SHOP##ABCDE##inv-7##5000.00##S## and of the same in upper case
    let with = |signature: &str| {
        is_valid(&format!("merchantid=shop&merchant_tranid=inv-7&amount=5000.00&txn_status=S&signature={signature}"))
    };
    assert!(with("61fbb783661df0c15e3bf74f4a22d705c4f64000"));
    assert!(with("ffc5c8700af11524c243597acf191f578ca0ddeb"));
    assert!(!with("ffc5c8700af11524c243597acf191f578ca0ddec"));
    // An id in upper case was signed as it is.
    assert!(!is_valid(
        &PAID.replace("FFC5C8700AF11524C243597ACF191F578CA0DDEB", "61fbb783661df0c15e3bf74f4a22d705c4f64000")
    ));
}

#[test]
fn a_missing_and_a_wrong_signature_are_the_same_error() {
    let (before, signature) = PAID.rsplit_once("&SIGNATURE=").unwrap();
    assert!(is_valid(PAID));
    assert!(!is_valid(before));
    for bad in
        ["", "+", "null", "0", "[]", &signature[1..], &format!("{signature}0"), &format!("0x{}", &signature[2..])]
    {
        assert!(!is_valid(&format!("{before}&SIGNATURE={bad}")), "{bad}");
    }
}

#[test]
fn every_covered_field_is_needed_and_none_may_hold_a_delimiter() {
    for field in ["MERCHANTID=SHOP", "MERCHANT_TRANID=INV-7", "AMOUNT=5000.00", "TXN_STATUS=S"] {
        assert!(PAID.contains(field));
        assert!(!is_valid(&PAID.replace(field, "x=y")), "without {field}");
        let name = field.split('=').next().unwrap();
        assert!(!is_valid(&PAID.replace(field, &format!("{name}="))), "{name} empty");
    }
    // ##SHOP##ABCDE##A##1.00##2.00##S## reads as two different payments, so neither is one.
    let signature = mini::sha1("##SHOP##ABCDE##A##1.00##2.00##S##");
    for (order, amount) in [("A%23%231.00", "2.00"), ("A", "1.00%23%232.00")] {
        let body =
            format!("merchantid=shop&merchant_tranid={order}&amount={amount}&txn_status=S&signature={signature}");
        assert!(!is_valid(&body), "{body}");
    }
}

#[test]
fn only_what_was_asked_reconciles() {
    let reconcile =
        |body: &str, expected: &Expected| received(body).verify(&credentials()).unwrap().reconcile(expected);
    let fields = |result: Result<Reconciled<PayResult>, ReconcileError<Verified<PayResult>>>| match result.err() {
        Some(ReconcileError::Mismatch(list)) => list.into_iter().map(|mismatch| mismatch.field).collect(),
        Some(other) => vec![other.to_string()],
        None => Vec::new(),
    };
    let yen = Amount::from_minor(5_000, faspay_runtime::Currency::new("JPY").unwrap());
    assert_eq!(fields(reconcile(PAID, &expected())), [""; 0]);
    assert_eq!(fields(reconcile(PAID, &Expected::new("INV-8", Amount::idr(5_000)))), ["merchant_tranid"]);
    assert_eq!(fields(reconcile(PAID, &Expected::new("inv-7", Amount::idr(5_000)))), ["merchant_tranid"]);
    assert_eq!(fields(reconcile(PAID, &Expected::new("INV-7", Amount::idr(50)))), ["amount"]);
    assert_eq!(fields(reconcile(PAID, &Expected::new("INV-7", yen))), ["currencycode"]);
    assert_eq!(fields(reconcile(&PAID.replace("=IDR", "=USD"), &expected())), ["currencycode"]);
    assert_eq!(fields(reconcile(&PAID.replace("CURRENCYCODE=IDR&", ""), &expected())), ["currencycode"]);
    assert_eq!(fields(reconcile(PAID, &expected().and("custname", "Ann B").and("amount", "5000"))), [""; 0]);
    assert_eq!(fields(reconcile(PAID, &expected().and("custname", "Bob"))), ["custname"]);
    assert_eq!(fields(reconcile(PAID, &expected().and("colour", "red"))), ["colour"]);
}

#[test]
fn another_merchants_message_does_not_reconcile() {
    // Signed with the same password: an account may have several ids. sha1 of ##OTHER##ABCDE##INV-7##5000.00##S##
    let signature = mini::sha1("##OTHER##ABCDE##INV-7##5000.00##S##");
    let body = format!(
        "merchantid=other&merchant_tranid=INV-7&currencycode=IDR&amount=5000.00&txn_status=S&signature={signature}"
    );
    let verified = received(&body).verify(&credentials()).unwrap();
    let Err(ReconcileError::Mismatch(list)) = verified.reconcile(&expected()) else {
        panic!("another merchant's payment settled ours");
    };
    assert_eq!(list[0].to_string(), "merchantid: this merchant was asked, other came");
}

#[test]
fn the_answer_to_an_inquiry_settles_a_payment_whoever_knows_the_secret() {
    let kind = "text/plain; charset=utf-8";
    let text = PAID.replace('&', ";");
    for send in [None, Some(true), Some(false)] {
        let known = Credentials { send_txn_password: send, ..credentials() };
        let reply = Inquire::parse_reply(kind, text.as_bytes()).unwrap().verify(&known).unwrap();
        assert_eq!(reply.reconcile(&expected()).unwrap().status(), PaymentStatus::Paid, "{send:?}");
    }
    // The connection vouches for who wrote it, not for what it is about, and not in place of a signature.
    let known = Credentials { send_txn_password: Some(true), ..credentials() };
    let other = Expected::new("INV-9", Amount::idr(5_000));
    let reply = Inquire::parse_reply(kind, text.as_bytes()).unwrap().verify(&known).unwrap();
    assert!(matches!(reply.reconcile(&other), Err(ReconcileError::Mismatch(_))));
    let forged = text.replace("TXN_STATUS=S", "TXN_STATUS=A");
    assert_ne!(forged, text);
    assert_eq!(
        Inquire::parse_reply(kind, forged.as_bytes()).unwrap().verify(&known).err(),
        Some(VerifyError::NotValid)
    );
}

#[test]
fn a_secret_that_the_browser_has_seen_leads_to_an_inquiry() {
    for send in [None, Some(true)] {
        let exposed = Credentials { send_txn_password: send, ..credentials() };
        let verified = received(PAID).verify(&exposed).unwrap();
        let error = verified.reconcile(&expected()).err().unwrap();
        assert!(error.to_string().contains("inquiry"), "{error}");
        let ReconcileError::NeedsInquiry(verified) = error else { panic!("{error}") };
        assert_eq!(verified.merchant_tranid(), Some("INV-7"));
    }
}

#[test]
fn only_the_listed_codes_mean_paid() {
    for (status, outcome) in [
        ("S", PaymentStatus::Paid),
        ("E", PaymentStatus::NotPaid),
        ("N", PaymentStatus::Pending),
        ("ZZ", PaymentStatus::Unknown),
        ("s", PaymentStatus::Unknown),
    ] {
        let signature = mini::sha1(&format!("##SHOP##ABCDE##INV-7##5000.00##{status}##"));
        let body = format!(
            "merchantid=shop&merchant_tranid=INV-7&currencycode=IDR&amount=5000.00&txn_status={status}&signature={signature}"
        );
        let verified = received(&body).verify(&credentials()).unwrap();
        assert_eq!(verified.txn_status().unwrap().as_str(), status);
        assert_eq!(verified.reconcile(&expected()).unwrap().status(), outcome, "{status}");
    }
    assert!(
        matches!(received("txn_status=ZZ").unverified().txn_status(), Some(TxnStatus::Unknown(code)) if code.as_str() == "ZZ")
    );
}

#[test]
fn the_same_news_has_the_same_key_and_other_news_another() {
    let key = |body: &str| {
        let expected = Expected::new("A/1=2 ü", Amount::idr(5_000));
        received(body).verify(&credentials()).unwrap().reconcile(&expected).unwrap().event_key()
    };
    let body = |status: &str, more: &str| {
        let signature = mini::sha1(&format!("##SHOP##ABCDE##A/1=2 ü##5000.00##{status}##"));
        format!(
            "merchantid=shop&merchant_tranid=A/1=2+%C3%BC&currencycode=IDR&amount=5000.00&txn_status={status}&signature={signature}{more}"
        )
    };
    let paid = key(&body("S", ""));
    assert_eq!(paid, "mini.card-response/merchant_tranid=A%2F1%3D2+%C3%BC/txn_status=S");
    assert_eq!(key(&body("S", "&custname=x&retry=2")), paid);
    assert_ne!(key(&body("N", "")), paid);
}

#[test]
fn a_browser_return_is_a_hint() {
    let hint = BrowserReturn::<PayResult>::parse_query(PAID).unwrap().verify(&credentials()).unwrap();
    assert_eq!(hint.merchant_tranid(), Some("INV-7"));
    assert_eq!(hint.amount(), Some(Amount::idr(5_000)));
    let posted = BrowserReturn::<PayResult>::parse(FORM, PAID.as_bytes()).unwrap();
    assert_eq!(posted.unverified().txn_status(), Some(TxnStatus::Sales));
    assert_eq!(posted.unsigned().collect::<Vec<_>>(), ["currencycode", "custname"]);
    let forged = PAID.replace("5000.00", "50.00");
    assert!(BrowserReturn::<PayResult>::parse_query(&forged).unwrap().verify(&credentials()).is_err());
}

#[test]
fn an_unreadable_value_is_a_problem_and_no_value() {
    let received =
        received("merchantid=shop&amount=5%2C000&currencycode=IDR&txn_status=S&merchant_tranid=A&signature=x");
    assert_eq!(received.unverified().amount(), None);
    let problems: Vec<_> = received.problems().into_iter().map(|problem| (problem.field, problem.rule)).collect();
    assert_eq!(problems, [("amount".to_owned(), "unreadable".to_owned())]);
}
