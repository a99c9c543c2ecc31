//! What a person reads: every error, problem and state of trust, word by word, in one snapshot.

#[rustfmt::skip] // laid out like generated code
mod mini;

use std::fmt::Write as _;

use faspay_runtime::{
    Amount, AmountError, BrowserReturn, Client, Clock, Currency, Date, DayList, Environment, Expected, Inbound,
    LocalUrl, Received, ReconcileError, Unsigned, Verified,
};
use mini::{Callback, Credentials, FORM, MemberNews, Pay, PayOptional, PayResult, credentials};

// sha1 of ##SHOP##ABCDE##INV-7##5000.00##S##
const PAID: &str = "MERCHANTID=SHOP&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&CUSTNAME=Ann+B&\
                    SIGNATURE=FFC5C8700AF11524C243597ACF191F578CA0DDEB";

fn verified() -> Verified<PayResult> {
    Received::parse(FORM, PAID.as_bytes()).unwrap().verify(&credentials()).unwrap()
}

#[test]
fn what_is_said_of_bodies_that_cannot_be_read() {
    let mut text = String::new();
    let large = "a=".repeat(40_000);
    let many: String = (0..300).map(|key| format!("k{key}=&")).collect();
    let bodies: [(&str, &[u8]); 11] = [
        ("text/html", b"a=b"),
        (FORM, large.as_bytes()),
        (FORM, many.as_bytes()),
        (FORM, b"amount"),
        (FORM, b"amount=%2"),
        (FORM, b"amount=%C0%AF"),
        (FORM, b"custname=a%0Ab"),
        (FORM, b"Amount=1"),
        (FORM, b"amount=1&AMOUNT=1"),
        (FORM, b"a%0Ab%0A=1"),
        (FORM, b"a%FF=1"),
    ];
    for (content_type, body) in bodies {
        let error = Received::<PayResult>::parse(content_type, body).err().unwrap();
        writeln!(text, "{}: {error}", error.id()).unwrap();
    }
    // The form's messages are all that this door knows, so JSON is a content type of others here.
    let error = Callback::parse("application/json", b"{}").err().unwrap();
    writeln!(text, "{}: {error}", error.id()).unwrap();
    insta::assert_snapshot!("unreadable", text);
}

#[test]
fn what_is_said_of_messages_that_prove_too_little() {
    let mut text = String::new();
    let forged = PAID.replace("5000.00", "50.00");
    let error = Received::<PayResult>::parse(FORM, forged.as_bytes()).unwrap().verify(&credentials()).err().unwrap();
    writeln!(text, "{error}\n{error:?}").unwrap();
    let error = Received::<MemberNews>::parse(FORM, b"member_id=1").unwrap().verify(&credentials()).err().unwrap();
    writeln!(text, "{error}\n{error:?}").unwrap();

    let other = Expected::new("INV-8", Amount::idr(50)).and("custname", "Bob").and("colour", "red");
    let error = verified().reconcile(&other).err().unwrap();
    writeln!(text, "{error}\n{error:?}").unwrap();
    let one = Expected::new("INV-8\nA", Amount::idr(5_000));
    writeln!(text, "{}", verified().reconcile(&one).err().unwrap()).unwrap();

    let exposed = Credentials { send_txn_password: None, ..credentials() };
    let shown = Received::<PayResult>::parse(FORM, PAID.as_bytes()).unwrap().verify(&exposed).unwrap();
    let error = shown.reconcile(&Expected::new("INV-7", Amount::idr(5_000))).err().unwrap();
    writeln!(text, "{error}\n{error:?}").unwrap();
    let mapped: ReconcileError<u8> = error.map(|_| 1);
    assert!(matches!(mapped, ReconcileError::NeedsInquiry(one) if *one == 1));
    insta::assert_snapshot!("unproven", text);
}

#[test]
fn what_every_state_of_a_message_says_of_itself() {
    let mut text = String::new();
    let body = "amount=5%2C000&currencycode=IDR&txn_status=QQ&merchant_tranid=A&odd%20key=1";
    let received = Received::<PayResult>::parse(FORM, body.as_bytes()).unwrap();
    for problem in received.problems() {
        writeln!(text, "{problem}").unwrap();
    }
    writeln!(text, "{received:?}").unwrap();
    let read = Received::<PayResult>::parse(FORM, PAID.as_bytes()).unwrap();
    let hint = BrowserReturn::<PayResult>::parse_query(PAID).unwrap();
    writeln!(text, "{read:?}\n{:?}\n{hint:?}", verified()).unwrap();
    writeln!(text, "{:?}", hint.verify(&credentials()).unwrap()).unwrap();
    let asked = Expected::new("INV-7", Amount::idr(5_000));
    let settled = verified().reconcile(&asked).unwrap();
    writeln!(text, "{settled:?}\n{:?}\n{asked:?}", settled.custname()).unwrap();
    writeln!(text, "{:?} {:?}", Unsigned::new("4111"), settled.message().table().id).unwrap();
    insta::assert_snapshot!("states", text);
}

#[test]
fn what_is_said_of_values_that_cannot_be_made() {
    let mut text = String::new();
    let yen = Currency::new("JPY").unwrap();
    let amounts: [AmountError; 3] = [
        Amount::parse("1.5", 0, yen).unwrap_err(),
        Amount::parse("1.5", 2, yen).unwrap_err(),
        Amount::parse("1.50", 2, yen).unwrap_err(),
    ];
    for error in amounts {
        writeln!(text, "{error}").unwrap();
    }
    writeln!(text, "{yen:?} {yen} {:?}", Amount::from_minor(5, yen)).unwrap();
    writeln!(text, "{}", Currency::new("idr").unwrap_err()).unwrap();
    for date in ["2026-02-30", "2026-2-3", "0000-01-01"] {
        writeln!(text, "{}", Date::parse(date).unwrap_err()).unwrap();
    }
    let day = Date::parse("2026-11-20").unwrap();
    writeln!(text, "{day} {day:?} {:?}", Clock::fixed(day)).unwrap();
    for days in [vec![], vec![0], vec![32]] {
        match DayList::new(days) {
            Ok(days) => writeln!(text, "{days} {days:?}").unwrap(),
            Err(error) => writeln!(text, "{error}").unwrap(),
        }
    }
    for url in ["https://x.test", "http://10.0.0.1", "http://localhost:1/", "nothing"] {
        match LocalUrl::parse(url) {
            Ok(url) => writeln!(text, "{url:?}").unwrap(),
            Err(error) => writeln!(text, "{error}").unwrap(),
        }
    }
    let client = Client::new(Environment::Production, credentials(), Clock::fixed(day));
    let optional = PayOptional::default();
    let pay = Pay { merchant_tranid: "A#\u{7}".to_owned(), amount: Amount::from_minor(0, yen), optional };
    let error = client.prepare(&pay).unwrap_err();
    writeln!(text, "{error}\n{error:?}").unwrap();
    insta::assert_snapshot!("values", text);
}
