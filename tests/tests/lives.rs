//! The life of a card payment: however its news come, it ends in the same, and both engines say so. The news are signed
//! messages that took the whole road, from bytes to reconciled.

use std::sync::OnceLock;

use faspay::card::{CardResult, Void, VoidReply};
use faspay::lives::TXN_STATUS;
use faspay::{
    Amount, Credentials, Expected, Life, News, PaymentStatus, Received, Reconciled, ServerForm, Standing, Step,
};
use faspay_spec::engine::{Heard, comes_before};
use faspay_spec::model::{Gateway, Outcome};
use proptest::prelude::*;
use tests::messages;

/// A status that no list has.
const ODD: &str = "ZZ";

fn gateway() -> &'static Gateway {
    static GATEWAY: OnceLock<Gateway> = OnceLock::new();
    GATEWAY.get_or_init(tests::faspay)
}

fn codes() -> Vec<&'static str> {
    let list = gateway().codes.iter().find(|list| list.name == "txn-status").unwrap();
    list.values.iter().map(|value| value.code.as_str()).chain([ODD]).collect()
}

fn credentials() -> Credentials {
    Credentials::new().merchantid("sophia_store").txn_password(messages::PASSWORD).send_txn_password(false)
}

fn expected() -> Expected {
    Expected::new("INV-7", Amount::idr(5_000))
}

fn body(code: &str) -> Vec<u8> {
    messages::form(&messages::short("INV-7", "5000.00", code))
}

const FORM: &str = "application/x-www-form-urlencoded";

/// Every status as a reconciled callback, in the order of [`codes`].
fn told() -> &'static [Reconciled<CardResult>] {
    static TOLD: OnceLock<Vec<Reconciled<CardResult>>> = OnceLock::new();
    TOLD.get_or_init(|| {
        let one = |code: &&str| {
            let received = Received::<CardResult>::parse(FORM, &body(code)).unwrap();
            received.verify(&credentials()).unwrap().reconcile(&expected()).unwrap()
        };
        codes().iter().map(one).collect()
    })
}

/// What both engines make of callbacks with these statuses, by their places in [`codes`]; they must agree at every step.
fn live(places: &[usize]) -> Life {
    let codes = codes();
    let mut own = Life::new(&TXN_STATUS);
    let mut other = Heard::nothing(gateway(), &gateway().lives[0]);
    for place in places {
        let news: News<'_> = told()[*place].news();
        let step = own.apply(&news);
        assert_eq!(step.id(), other.hear("card.result", codes[*place]), "{places:?}");
        let standing = match own.standing() {
            Standing::At(code) => vec![code],
            Standing::Conflicting(several) => several,
            _ => vec![],
        };
        assert_eq!(standing, other.last(), "{places:?}");
        let outcome = match other.outcome() {
            Outcome::Paid => PaymentStatus::Paid,
            Outcome::NotPaid => PaymentStatus::NotPaid,
            Outcome::Pending => PaymentStatus::Pending,
            Outcome::Unknown => PaymentStatus::Unknown,
        };
        assert_eq!(own.outcome(), outcome, "{places:?}");
    }
    own
}

#[test]
fn of_any_three_news_the_order_is_no_matter_and_both_engines_agree() {
    let count = codes().len();
    for a in 0..count {
        for b in a..count {
            for c in b..count {
                let first = live(&[a, b, c]);
                for other in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
                    assert_eq!(live(&other), first, "{other:?}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Up to six news, each delivered up to three times, in any two orders.
    #[test]
    fn up_to_six_news_end_in_the_same_however_often_and_in_whatever_order_they_come(
        (once, delivered) in prop::collection::vec(0..22_usize, 1..=6).prop_flat_map(|once| {
            let count = once.len();
            let more = prop::collection::vec(prop::sample::select(once.clone()), 0..=2 * count);
            let all = more.prop_flat_map({
                let once = once.clone();
                move |more| Just([once.clone(), more].concat()).prop_shuffle()
            });
            (Just(once), all)
        })
    ) {
        prop_assert_eq!(codes().len(), 22);
        prop_assert_eq!(live(&once), live(&delivered));
    }
}

/// Every walk through the steps of the spec, those back as well, of up to so many steps.
fn walks(most: usize) -> Vec<Vec<&'static str>> {
    let life = &gateway().lives[0];
    let mut all = vec![vec![life.start.as_str()]];
    let mut from = 0;
    for _ in 0..most {
        let to = all.len();
        for at in from..to {
            let last = all[at][all[at].len() - 1];
            let next: Vec<_> =
                life.steps.iter().filter(|step| step.from == last).map(|step| step.to.as_str()).collect();
            let longer: Vec<_> = next.into_iter().map(|code| [all[at].clone(), vec![code]].concat()).collect();
            all.extend(longer);
        }
        from = to;
    }
    all
}

#[test]
fn what_one_payment_can_go_through_never_contradicts_itself() {
    let codes = codes();
    let walks = walks(6);
    assert!(walks.len() > 300, "{}", walks.len());
    for walk in walks {
        let places: Vec<usize> = walk.iter().map(|code| codes.iter().position(|own| own == code).unwrap()).collect();
        let life = live(&places);
        let Standing::At(at) = life.standing() else { panic!("{walk:?} stands at {:?}", life.standing()) };
        // Without a step back, the last status of the walk counts.
        let forward = walk.windows(2).all(|pair| comes_before(&gateway().lives[0], pair[0], pair[1]));
        assert!(!forward || at == walk[walk.len() - 1], "{walk:?} stands at {at}");
        // Some news may have been lost, and the rest come backwards.
        let thinned: Vec<usize> = places.iter().rev().step_by(2).copied().collect();
        assert!(matches!(live(&thinned).standing(), Standing::At(_)), "{walk:?}");
    }
}

/// The pairs that matter most, said by hand and not by the spec.
#[test]
fn money_moves_only_when_the_news_agree() {
    use PaymentStatus::{NotPaid, Paid, Pending, Unknown};
    let codes = codes();
    for (news, outcome, inquire) in [
        (&["N", "A", "C"][..], Paid, false),
        (&["N", "S"], Paid, false),
        (&["A"], Pending, false),
        // A void of a captured payment, the capture's callback late.
        (&["V", "C", "A"], NotPaid, false),
        (&["S", "V"], NotPaid, false),
        // Taken and declined; taken in one step and in two; voided and reversed: who knows.
        (&["S", "F"], Unknown, true),
        (&["C", "S"], Unknown, true),
        (&["C", "V", "CR"], Unknown, true),
        (&["SR", "CB"], Unknown, true),
        (&["CR", "CRF"], Unknown, true),
        // A capture could follow both, but nobody has reported one.
        (&["CF", "CRC"], Unknown, true),
        (&["CF", "C"], Paid, false),
        (&["C", "PCB"], Pending, false),
        (&["C", "PCB", "CB"], NotPaid, false),
        (&[ODD], Unknown, true),
        (&["S", ODD], Paid, true),
        (&["RC"], Unknown, true),
        (&["RC", "S"], Paid, false),
    ] {
        let places: Vec<usize> = news.iter().map(|code| codes.iter().position(|own| own == code).unwrap()).collect();
        let life = live(&places);
        assert_eq!((life.outcome(), life.needs_inquiry()), (outcome, inquire), "{news:?}");
    }
}

#[test]
fn a_void_that_failed_takes_nothing_from_a_paid_payment() {
    let mut life = Life::new(&TXN_STATUS);
    assert_eq!(life.apply(&told()[codes().iter().position(|code| *code == "S").unwrap()].news()), Step::Advanced);
    let reply = Void::parse_reply(FORM, &body("E")).unwrap().verify(&credentials()).unwrap();
    let reply: Reconciled<VoidReply> = reply.reconcile(&expected()).unwrap();
    assert_eq!(life.apply(&reply.news()), Step::OfRequest);
    assert_eq!((life.outcome(), life.heard().collect::<Vec<_>>()), (PaymentStatus::Paid, vec!["S"]));
}
