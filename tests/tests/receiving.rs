//! The same news may come a thousand times, through several threads, in other words and in other casings: it has one
//! event key, by which a merchant acts once. No one who merely passes a message on can give it another key.

use std::collections::BTreeSet;

use faspay::{Amount, Callback, Credentials, Expected, PaymentStatus, ReconciledCallback};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::messages::{self, Pairs};
use tests::{faspay, inputs};

const FORM: &str = "application/x-www-form-urlencoded";

fn credentials() -> Credentials {
    Credentials::new().merchantid("sophia_store").txn_password(messages::PASSWORD).send_txn_password(false)
}

fn settled(body: &[u8], order: &str, amount: Amount) -> Option<ReconciledCallback> {
    let verified = Callback::parse(FORM, body).ok()?.verify(&credentials()).ok()?;
    verified.reconcile(&Expected::new(order, amount)).ok()
}

/// The key of a message about the order and the amount of [`messages::filled`].
fn key(body: &[u8]) -> Option<String> {
    settled(body, messages::ORDER, Amount::idr(5_000)).map(|callback| callback.event_key())
}

#[test]
fn the_same_bytes_have_the_same_key_however_often_they_come() {
    let gateway = faspay();
    for inbound in messages::payments(&gateway) {
        let body = messages::form(&messages::filled(&gateway, inbound));
        let first = key(&body).expect("a sound message");
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| (0..125).for_each(|_| assert_eq!(key(&body).as_ref(), Some(&first))));
            }
        });
    }
}

#[test]
fn another_order_amount_or_status_is_other_news() {
    let news = |order: &str, amount: u64, status: &str| {
        let body = messages::form(&messages::short(order, &format!("{amount}.00"), status));
        settled(&body, order, Amount::idr(amount)).expect("a sound message").event_key()
    };
    let mut keys = BTreeSet::new();
    for order in ["A-1", "A-2", "a-1", "A", "A-1/amount=5000.00", "A%2F", "A/", "é"] {
        for amount in [5_000, 50_000, 0] {
            for status in ["S", "C", "V", "SR", "ZZ"] {
                assert!(
                    keys.insert(news(order, amount, status)),
                    "{order} {amount} {status} has the key of other news"
                );
            }
        }
    }
    assert_eq!(keys.len(), 8 * 3 * 5);
}

#[test]
fn only_a_listed_status_is_paid() {
    let gateway = faspay();
    let statuses = gateway.codes.iter().find(|list| list.name == "txn-status").unwrap();
    let mut paid = Vec::new();
    let every_pair = ('!'..='~').flat_map(|first| ('!'..='~').map(move |second| format!("{first}{second}")));
    let every =
        statuses.values.iter().map(|one| one.code.clone()).chain(('!'..='~').map(String::from)).chain(every_pair);
    let every: BTreeSet<String> = every.filter(|status| !status.contains('#')).collect();
    for status in &every {
        let body = messages::form(&messages::short("A-1", "5000.00", status));
        let callback = settled(&body, "A-1", Amount::idr(5_000)).expect("a sound message");
        let listed = statuses.values.iter().any(|one| one.code == *status);
        assert!(listed || callback.status() == PaymentStatus::Unknown, "{status}");
        if callback.status() == PaymentStatus::Paid {
            paid.push(status.as_str());
        }
    }
    // The page on the flow of a payment: captured and sales mean success, everything else doesn't.
    assert_eq!(paid, ["C", "S"]);
}

/// Whoever has a signed message, such as the shopper who brought it back, can change what the signature doesn't cover
/// and send it again. As long as it still settles the payment, it must stay the same event, or goods go out twice.
#[test]
fn a_replay_with_other_unsigned_fields_is_the_same_event() {
    let gateway = faspay();
    let mut rng = StdRng::seed_from_u64(0x5EED_0003);
    let mut told = 0;
    for inbound in messages::payments(&gateway) {
        let sound = messages::filled(&gateway, inbound);
        let first = key(&messages::form(&sound)).unwrap();
        for _ in 0..2_000 {
            let mut pairs = sound.clone();
            for _ in 0..rng.random_range(1..4) {
                change(&gateway, &mut pairs, &mut rng);
            }
            let body = if rng.random_bool(0.5) { messages::form(&pairs) } else { messages::form_of(&pairs) };
            if let Some(key) = key(&body) {
                assert_eq!(key, first, "{}", body.escape_ascii());
                told += 1;
            }
        }
    }
    assert!(told > 2_000, "only {told} replays still settled the payment");
}

/// Changes something that may leave the signature valid.
fn change(gateway: &faspay_spec::model::Gateway, pairs: &mut Pairs, rng: &mut StdRng) {
    let at = rng.random_range(0..pairs.len());
    match rng.random_range(0..6) {
        0 => {
            pairs.remove(at);
        }
        1 => pairs.shuffle(rng),
        2 => {
            // A field of a message that comes through the same door: it may make this one look like that one.
            let other = gateway.inbound.choose(rng).unwrap();
            let field = other.fields.choose(rng).unwrap();
            if !pairs.iter().any(|(own, _)| *own == field.name) {
                pairs.push((field.name.clone(), inputs::variants(gateway, field).choose(rng).unwrap().clone()));
            }
        }
        3 => {
            let flipped: String = pairs[at]
                .1
                .chars()
                .map(|letter| {
                    if letter.is_ascii_lowercase() { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }
                })
                .collect();
            pairs[at].1 = flipped;
        }
        4 => pairs.push((format!("surprise{}", rng.random_range(0..1_000)), "1".to_owned())),
        _ => pairs[at].1.push('1'),
    }
}
