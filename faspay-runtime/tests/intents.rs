//! One order id, one intent: whatever else a request says, its id can't be used for another one.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::{Amount, Client, Currency, Date, DayList, Environment, Intent, Intents, Secret};
use mini::{Credentials, Inquire, InquireOptional, Pay, PayOptional, clock, credentials};

fn client(password: &str) -> Client<Credentials> {
    let credentials = Credentials { txn_password: Secret::new(password), ..credentials() };
    Client::new(Environment::Sandbox, credentials, clock())
}

fn pay(order: &str, amount: Amount, days: Option<DayList>) -> Pay {
    Pay { merchant_tranid: order.to_owned(), amount, optional: PayOptional { days, starts: None } }
}

/// Every sound payment of a few values of each field.
fn payments() -> Vec<Pay> {
    let usd = Currency::new("USD").unwrap();
    let amounts = [Amount::idr(5_000), Amount::idr(50), Amount::idr(50_000), Amount::from_minor(500_000, usd)];
    let days = [vec![], vec![1], vec![1, 2], vec![12]];
    let mut all = Vec::new();
    for amount in amounts {
        for days in &days {
            for starts in [None, Some(Date::new(2026, 11, 20).unwrap())] {
                let days = (!days.is_empty()).then(|| DayList::new(days.clone()).unwrap());
                all.push(Pay { optional: PayOptional { days, starts }, ..pay("INV-7", amount, None) });
            }
        }
    }
    all.retain(|pay| client("abcde").validate(pay).is_ok());
    assert!(all.len() > 8, "only {} payments", all.len());
    all
}

#[test]
fn an_id_passes_again_with_the_same_request_and_with_no_other() {
    let (client, other) = (client("abcde"), client("edcba"));
    for (first, one) in payments().iter().enumerate() {
        for (second, two) in payments().iter().enumerate() {
            let mut intents = Intents::default();
            assert_eq!(intents.note(&client.prepare(one).unwrap()), Ok(()));
            let again = intents.note(&client.prepare(two).unwrap());
            assert_eq!(again.is_ok(), first == second, "{one:?} and {two:?}");
            // What was noted first stays, under another password too, which changes every signature.
            assert_eq!(intents.note(&other.prepare(one).unwrap()), Ok(()));
            let elsewhere = Pay { merchant_tranid: "INV-8".to_owned(), ..two.clone() };
            assert_eq!(intents.note(&client.prepare(&elsewhere).unwrap()), Ok(()), "an id of its own");
        }
    }
}

#[test]
fn the_refusal_names_both_and_no_secret() {
    let client = client("s3cret-pw");
    let mut intents = Intents::default();
    intents.note(&client.prepare(&pay("INV-7", Amount::idr(5_000), None)).unwrap()).unwrap();
    let error = intents.note(&client.prepare(&pay("INV-7", Amount::idr(50), None)).unwrap()).unwrap_err();
    let text = error.to_string();
    for part in ["INV-7", "`mini.pay IDR 5000.00 ", "`mini.pay IDR 50.00 ", "nothing has been sent"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("s3cret-pw") && !format!("{error:?} {intents:?}").contains("s3cret-pw"));
}

/// SHA-256 over each name and value after its length in eight bytes, computed here a second time.
#[test]
fn the_line_to_keep_is_always_the_same() {
    use sha2::Digest as _;
    let intent = Intent::of(&client("abcde").prepare(&pay("INV-7", Amount::idr(5_000), None)).unwrap()).unwrap();
    let mut hash = sha2::Sha256::new();
    let fields = [("merchantid", "shop"), ("merchant_tranid", "INV-7"), ("currencycode", "IDR"), ("amount", "5000.00")];
    for text in fields.into_iter().flat_map(|(name, value)| [name, value]) {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    let digest: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(intent.record(), format!("mini.pay IDR 5000.00 {digest}"));
    assert_eq!(intent.order(), "INV-7");
    // With a store of one's own.
    assert_eq!(intent.agrees(intent.record()), Ok(()));
    assert_eq!(intent.agrees("").unwrap_err().order, "INV-7");
}

#[test]
fn what_asks_for_no_payment_is_no_intent() {
    let inquire = Inquire { merchant_tranid: "INV-7".to_owned(), optional: InquireOptional::default() };
    let prepared = client("abcde").prepare(&inquire).unwrap();
    assert_eq!(Intent::of(&prepared), None);
    let mut intents = Intents::default();
    assert_eq!(intents.note(&prepared), Ok(()));
    assert_eq!(intents.note(&client("abcde").prepare(&pay("INV-7", Amount::idr(1_000), None)).unwrap()), Ok(()));
}
