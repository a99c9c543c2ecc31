//! Every gateway's demonstration, run by the built command: it ends by itself, says what the snapshot says, and shows nothing that
//! a merchant or a cardholder must keep to himself, neither in brief nor in full.

mod common;

use common::{Workshop, settled};

/// What may not be shown: the merchant's secrets, and what the shopper types.
const FASPAY: [&str; 3] = ["abcde", "9bdqHG2N", "4440000009900010"];
/// Also the pair of id and key as Basic writes it.
const FINPAY: [&str; 3] = ["SoSecret123", "RklOUEFZNzcwOlNvU2VjcmV0MTIz", "5123450000000008"];

/// The security code of every card that pays in a demonstration.
const CVC: &str = "100";

fn demo(gateway: &str, more: &[&str]) -> String {
    let args = ["demo", "--gateway", gateway];
    let ran = Workshop::new().run(args.into_iter().chain(more.iter().copied()));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{gateway}: {}", ran.out);
    ran.out
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
}

#[test]
fn finpays_demo_stores_a_card_and_pays_with_two_clicks() {
    let told: String = demo("finpay", &["--brief"]).lines().map(settled).collect();
    insta::assert_snapshot!("finpay", told);
}

#[test]
fn no_demo_shows_a_secret_or_a_card() {
    for (gateway, secrets) in [("faspay", &FASPAY), ("finpay", &FINPAY)] {
        for more in [&[][..], &["--brief"]] {
            let told = demo(gateway, more);
            for secret in secrets {
                assert!(!told.contains(secret), "{gateway} shows {secret}: {told}");
            }
            // A type of the documentation may be a Varchar(100).
            let told = told.replace("Varchar(100)", "");
            assert!(words(&told).all(|word| word != CVC), "{gateway} shows a security code: {told}");
        }
    }
}

/// Finpay's tokens are 64 hexadecimal digits, and so is the end of a payment page's address.
#[test]
fn finpays_demo_shows_no_token() {
    let told = demo("finpay", &[]);
    assert_eq!(told.matches("card.token = ***").count(), 2, "{told}");
    assert!(told.contains("/pg/payment/card/customer/delete/***"), "{told}");
    let pages = told.matches("/pg/payment/card/access/").count();
    let long = words(&told).filter(|word| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit())).count();
    assert_eq!((pages, long), (2, 2), "{told}");
}

#[test]
fn a_demo_without_a_gateway_is_faspays() {
    let ran = Workshop::new().run(["demo", "--brief"]);
    let settle = |text: &str| text.lines().map(settled).collect::<String>();
    assert_eq!(settle(&ran.out), settle(&demo("faspay", &["--brief"])));
}
