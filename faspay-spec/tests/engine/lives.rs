//! The life of a payment as the interpreter walks it: what each status changes, what the last one is, and what it says of money.

use faspay_spec::engine::{Heard, comes_before};
use faspay_spec::model::{Basis, Code, Field, Gateway, Life, LifeStep, Outcome};

use crate::model::*;

const RESULT: &str = "card.result";
const REPLY: &str = "card.reply";

/// New, then succeeded or failed; what succeeded may be voided, and a void taken back. `R` tells of a request when a reply brings it.
fn life() -> Life {
    let step = |from: &str, to: &str, back: bool| LifeStep {
        from: from.to_owned(),
        to: to.to_owned(),
        back,
        basis: Basis::Documented,
        because: String::new(),
    };
    Life {
        list: "status".to_owned(),
        summary: String::new(),
        start: "N".to_owned(),
        steps: vec![
            step("N", "S", false),
            step("N", "F", false),
            step("S", "V", false),
            step("V", "S", true),
            step("N", "R", false),
        ],
        ends: Vec::new(),
        outside: vec![("X".to_owned(), "never said of a payment".to_owned())],
        of_request: vec![(REPLY.to_owned(), vec!["R".to_owned()])],
    }
}

/// The gateway with the statuses of the life, not in the order of the alphabet, and a reply beside the result.
fn living() -> Gateway {
    let mut gateway = gateway();
    let list = gateway.codes.iter_mut().find(|list| list.name == "status").expect("there");
    let code = |code: &str, outcome| Code {
        code: code.to_owned(),
        rust: code.to_owned(),
        meaning: String::new(),
        basis: faspay_spec::model::Basis::Documented,
        outcome,
        advice: None,
    };
    list.values = vec![
        code("N", Some(Outcome::Pending)),
        code("S", Some(Outcome::Paid)),
        code("F", Some(Outcome::NotPaid)),
        code("V", None),
        code("X", Some(Outcome::Paid)),
        code("R", Some(Outcome::NotPaid)),
    ];
    let reply = faspay_spec::model::Inbound { id: REPLY.to_owned(), ..result() };
    let without = faspay_spec::model::Inbound { id: "card.note".to_owned(), status: None, ..result() };
    let of_others = {
        let mut other = result();
        "card.kind".clone_into(&mut other.id);
        other.fields.push(Field { ..field("kind", code_of("response-type")) });
        other.status = Some("kind".to_owned());
        other
    };
    gateway.inbound = vec![result(), reply, without, of_others];
    gateway.lives = vec![life()];
    gateway
}

fn code_of(list: &str) -> faspay_spec::model::Type {
    code(list, None)
}

/// What each of these statuses changes, when results bring them one after the other, and the last ones.
fn lived(codes: &[&str]) -> (Vec<&'static str>, Vec<String>, Outcome) {
    let gateway = living();
    let mut heard = Heard::nothing(&gateway, &gateway.lives[0]);
    let steps = codes.iter().map(|code| heard.hear(RESULT, code)).collect();
    (steps, heard.last(), heard.outcome())
}

#[test]
fn a_payment_advances_and_what_comes_late_or_twice_changes_nothing() {
    for (codes, steps, last, outcome) in [
        (&[][..], &[][..], &[][..], Outcome::Unknown),
        (&["N"], &["advanced"], &["N"], Outcome::Pending),
        (&["N", "N"], &["advanced", "duplicate"], &["N"], Outcome::Pending),
        (&["N", "S", "N"], &["advanced", "advanced", "duplicate"], &["S"], Outcome::Paid),
        (&["S", "N"], &["advanced", "stale"], &["S"], Outcome::Paid),
        // Over two steps, and past a step that leads back.
        (&["V", "N", "S"], &["advanced", "stale", "stale"], &["V"], Outcome::Unknown),
        (&["S", "V", "S"], &["advanced", "advanced", "duplicate"], &["V"], Outcome::Unknown),
        (&["F"], &["advanced"], &["F"], Outcome::NotPaid),
    ] {
        let last: Vec<String> = last.iter().map(|code| (*code).to_owned()).collect();
        assert_eq!(lived(codes), (steps.to_vec(), last, outcome), "{codes:?}");
    }
}

#[test]
fn statuses_that_exclude_each_other_conflict_and_say_nothing_of_money() {
    let (steps, last, outcome) = lived(&["F", "S"]);
    assert_eq!(steps, ["advanced", "conflicting"]);
    assert_eq!(last, ["S", "F"], "in the order of the list");
    assert_eq!(outcome, Outcome::Unknown);
    // What was true before both of them is stale all the same.
    assert_eq!(lived(&["F", "S", "N", "V"]).0, ["advanced", "conflicting", "stale", "conflicting"]);
    assert_eq!(lived(&["F", "V"]).1, ["F", "V"]);
}

#[test]
fn a_status_outside_the_life_or_the_list_is_unknown_and_moves_nothing() {
    assert_eq!(lived(&["X"]), (vec!["unknown"], vec![], Outcome::Unknown));
    assert_eq!(lived(&["S", "X", "ZZ", "ZZ"]).0, ["advanced", "unknown", "unknown", "unknown"]);
    assert_eq!(lived(&["S", "X", "ZZ"]).1, ["S"]);
    assert_eq!(lived(&["S", "X", "ZZ"]).2, Outcome::Paid);
}

#[test]
fn only_messages_with_a_status_of_the_life_are_heard() {
    let gateway = living();
    let mut heard = Heard::nothing(&gateway, &gateway.lives[0]);
    for message in ["card.nothing", "card.note", "card.kind"] {
        assert_eq!(heard.hear(message, "S"), "foreign", "{message}");
    }
    assert_eq!(heard.last(), [""; 0]);
    assert_eq!(heard.hear(REPLY, "R"), "of-request");
    assert_eq!(heard.last(), [""; 0]);
    // The same code is a status where the life doesn't say otherwise, and another code of a reply too.
    assert_eq!(heard.hear(REPLY, "N"), "advanced");
    assert_eq!(heard.hear(RESULT, "R"), "advanced");
    assert_eq!(heard.last(), ["R"]);
    assert_eq!(heard.outcome(), Outcome::NotPaid);
}

#[test]
fn one_status_comes_before_another_over_any_number_of_steps_but_never_backwards() {
    let life = life();
    for (code, other) in [("N", "S"), ("N", "F"), ("N", "V"), ("S", "V")] {
        assert!(comes_before(&life, code, other), "{code} {other}");
        assert!(!comes_before(&life, other, code), "{other} {code}");
    }
    assert!(!comes_before(&life, "F", "S") && !comes_before(&life, "S", "F") && !comes_before(&life, "F", "V"));
    assert!(!comes_before(&life, "S", "S"));
}
