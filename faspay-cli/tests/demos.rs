//! Every gateway's demonstration, run by the built command: it ends by itself, says what the snapshot says, and shows nothing that
//! a merchant or a cardholder must keep to himself, neither in brief nor in full.

mod common;

use common::{Workshop, settled};

/// What may not be shown: the merchant's secrets, and what the shopper types.
const FASPAY: [&str; 3] = ["abcde", "9bdqHG2N", "4440000009900010"];
/// Also the pair of id and key as Basic writes it.
const FINPAY: [&str; 3] = ["SoSecret123", "RklOUEFZNzcwOlNvU2VjcmV0MTIz", "5123450000000008"];

/// Pivot's two are the local gateway's own; one card pays on its page, the other on the merchant's.
const PIVOT: [&str; 4] = ["sandbox-secret", "sandbox-callback-key", "4440000112290002", "5550000112220002"];

/// The security code of every card that pays in a demonstration.
const CVC: &str = "100";

fn demo(gateway: &str, more: &[&str]) -> String {
    let args = ["demo", "--gateway", gateway];
    let ran = Workshop::new().run(args.into_iter().chain(more.iter().copied()));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{gateway}: {}", ran.out);
    ran.out
}

/// What is the same in every run: also without Pivot's ids and the date in its references.
fn steady(told: &str) -> String {
    let without_ids = replaced(told, 36, is_uuid);
    let settled: String = without_ids.lines().map(settled).collect();
    replaced(&settled, 8, is_compact_date)
}

/// `0` for every part of this length that a text begins with.
fn replaced(mut text: &str, length: usize, begins: fn(&str) -> bool) -> String {
    let mut out = String::new();
    while let Some(c) = text.chars().next() {
        let varies = begins(text);
        out.push(if varies { '0' } else { c });
        text = &text[if varies { length } else { c.len_utf8() }..];
    }
    out
}

fn is_uuid(text: &str) -> bool {
    let shape = |(at, b): (usize, u8)| if [8, 13, 18, 23].contains(&at) { b == b'-' } else { b.is_ascii_hexdigit() };
    text.len() >= 36 && text.bytes().take(36).enumerate().all(shape)
}

fn is_compact_date(text: &str) -> bool {
    text.starts_with("20") && text.len() >= 8 && text.bytes().take(8).all(|b| b.is_ascii_digit())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
}

#[test]
fn finpays_demo_stores_a_card_and_pays_with_two_clicks() {
    insta::assert_snapshot!("finpay", steady(&demo("finpay", &["--brief"])));
}

#[test]
fn pivots_demo_saves_and_uses_cards_on_both_pages() {
    insta::assert_snapshot!("pivot", steady(&demo("pivot", &["--brief"])));
}

#[test]
fn no_demo_shows_a_secret_or_a_card() {
    for (gateway, secrets) in [("faspay", &FASPAY[..]), ("finpay", &FINPAY), ("pivot", &PIVOT)] {
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

/// Access tokens and tokens of stored cards are long, and so are encrypted cards; what is long and shown is an address or a key.
#[test]
fn pivots_demo_shows_no_token_and_no_encrypted_card() {
    let told = demo("pivot", &[]);
    for (masked, times) in [
        ("X-MERCHANT-SECRET: ***", 1),
        ("paymentMethod.card.token = ***", 1),
        ("paymentMethod.card.cvc = ***", 1),
        ("paymentMethod.card.encryptedCard = ***", 1),
    ] {
        assert_eq!(told.matches(masked).count(), times, "{masked}: {told}");
    }
    assert_eq!(told.matches("Bearer ").count(), told.matches("Bearer ***").count(), "{told}");
    for (at, word) in words(&told).filter(|word| word.len() >= 24).map(|word| (told.find(word).unwrap(), word)) {
        let before = &told[..at];
        let may_be_seen = ["/payment/", "/3ds/", "X-REQUEST-ID: ", "X-REQUEST-ID "];
        assert!(may_be_seen.iter().any(|place| before.ends_with(place)), "{word} is shown: {told}");
    }
}

#[test]
fn a_demo_without_a_gateway_is_faspays() {
    let ran = Workshop::new().run(["demo", "--brief"]);
    assert_eq!(steady(&ran.out), steady(&demo("faspay", &["--brief"])));
}
