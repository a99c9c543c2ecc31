//! Conditions and rules across fields: three-valued, compared by type, reported with what they allow.

use faspay_spec::engine::{Environment, holds, validate};
use faspay_spec::model::{Field, From, Operation, Presence, Type};

use crate::model::*;

#[test]
fn a_rule_is_broken_only_when_it_applies_and_fails() {
    let broken_rule = |days: &str| broken("process_date", "one-day-with-accumulate", "count(process_date) == 1", days);
    let judge = |accumulate, days| judged(&[("accumulate", accumulate), ("process_date", days)]);
    assert_eq!(judge("3", "1,15"), [broken_rule("01,15")]);
    assert_eq!(judge("3", "15"), []);
    assert_eq!(judge("0", "1,15"), []);
    assert_eq!(judge("", "1,15"), []);
    assert_eq!(judge("3", ""), []);
}

#[test]
fn a_rule_says_nothing_about_an_ill_formed_value() {
    let found = judged(&[("accumulate", "x"), ("process_date", "1,15")]);
    assert_eq!(found, [broken("accumulate", "type", "whole number", "x")]);
    let found = judged(&[("accumulate", "3"), ("process_date", "1,2,3,4")]);
    assert_eq!(found, [broken("process_date", "count", "3", "4")]);
}

#[test]
fn a_violation_of_a_rule_names_its_source_and_reason() {
    let context = context(Environment::Sandbox, None);
    let given = params(&[("start_date", "2026-02-01"), ("end_date", "2026-01-31")]);
    let found = validate(&gateway(), &pay(), &given, &context);
    let expected = broken("end_date", "ends-after-start", "end_date >= start_date", "2026-01-31");
    assert_eq!(short(&found), [expected]);
    assert_eq!(found[0].source, "shop/operations/pay.yaml");
    assert!(found[0].message.contains("the page says so"), "{}", found[0].message);
}

#[test]
fn a_condition_makes_a_parameter_mandatory_only_when_it_is_true() {
    let absent = broken("return_url", "mandatory", "C: response_type == \"1\"", "absent");
    assert_eq!(judged(&[("response_type", "1")]), [absent]);
    assert_eq!(judged(&[("response_type", "2")]), []);
    assert_eq!(judged(&[("response_type", "1"), ("return_url", "https://a")]), []);
    // An unknown code is a violation, so that nothing follows from it.
    let code = broken("response_type", "code", "1, 2", "9");
    assert_eq!(judged(&[("response_type", "9")]), [code]);
}

#[test]
fn violations_come_in_wire_order_then_rules_then_unknown_names() {
    let given = [
        ("zzz", "1"),
        ("end_date", "2026-01-31"),
        ("start_date", "2026-02-01"),
        ("aaa", "1"),
        ("accumulate", "1"),
        ("process_date", "1,2"),
        ("response_type", "1"),
        ("amount", "x"),
        ("merchant_tranid", "#"),
    ];
    let found = judged(&given);
    let order: Vec<(&str, &str)> = found.iter().map(|v| (v.0.as_str(), v.1.as_str())).collect();
    assert_eq!(
        order,
        [
            ("merchant_tranid", "delimiter"),
            ("amount", "type"),
            ("return_url", "mandatory"),
            ("process_date", "one-day-with-accumulate"),
            ("end_date", "ends-after-start"),
            ("zzz", "unknown-parameter"),
            ("aaa", "unknown-parameter"),
        ]
    );
}

#[test]
fn an_unknown_name_gets_a_hint() {
    let hint = |name: &str| {
        let context = context(Environment::Sandbox, None);
        let found = validate(&gateway(), &pay(), &params(&[(name, "x")]), &context);
        assert_eq!(short(&found), [broken(name, "unknown-parameter", "", "")]);
        assert_eq!(found[0].source, "shop.card.pay");
        found[0].message.clone()
    };
    assert!(hint("end_dat_at").contains("send end_date"), "{}", hint("end_dat_at"));
    assert!(hint("retrun_url").contains("return_url"), "{}", hint("retrun_url"));
    assert!(hint("DESCRIPTION").contains("description"), "{}", hint("DESCRIPTION"));
    assert!(!hint("something_else").contains('?'), "{}", hint("something_else"));
}

/// An operation whose only rule is `then`, over a field of each type.
fn ruled(when: Option<&str>, then: &str) -> Operation {
    let fixed = from(field("fixed", text(9)), From::Fixed("3".to_owned()));
    let issued = from(field("merchantid", text(30)), From::Credential("merchantid".to_owned()));
    let conditional = Field { presence: Presence::When(expr("present(a) and n > 9")), ..field("c", text(9)) };
    let mut operation = operation(vec![
        field("a", amount(2, None, false)),
        field("b", amount(2, None, false)),
        field("n", Type::Integer { digits: 18 }),
        field("m", Type::Integer { digits: 30 }),
        field("d", Type::Date),
        field("l", Type::DayList { max: 31 }),
        field("t", text(9)),
        fixed,
        issued,
        conditional,
    ]);
    operation.rules = vec![rule("r", when, then, "t")];
    operation
}

/// Whether the only rule is broken by these values.
fn breaks(then: &str, given: &[(&str, &str)]) -> bool {
    let context = context(Environment::Sandbox, Some(credentials(&[])));
    let found = validate(&gateway(), &ruled(None, then), &pairs(given), &context);
    found.iter().any(|v| v.rule == "r")
}

/// Asserts what a condition evaluates to: only a false one is broken, only a true one is broken when denied.
fn evaluates(condition: &str, given: &[(&str, &str)], expected: Option<bool>) {
    let is_false = breaks(condition, given);
    let is_true = breaks(&format!("not ({condition})"), given);
    let actual = match (is_true, is_false) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    assert_eq!(actual, expected, "{condition} with {given:?}");
}

#[test]
fn whole_numbers_are_compared_as_numbers() {
    evaluates("n > 9", &[("n", "10")], Some(true));
    evaluates("n < 9", &[("n", "10")], Some(false));
    evaluates("n >= 10", &[("n", "10")], Some(true));
    evaluates("n != 10", &[("n", "10")], Some(false));
    evaluates("n < m", &[("n", "999999999999999999"), ("m", "100000000000000000000000000000")], Some(true));
    evaluates("n > 9", &[], None);
    evaluates("n > 9", &[("n", "010")], None);
}

#[test]
fn a_text_beside_a_number_is_a_number_only_if_it_reads_as_one() {
    evaluates("n > \"9\"", &[("n", "10")], Some(true));
    evaluates("\"9\" > n", &[("n", "10")], Some(false));
    evaluates("a == \"5\"", &[("a", "5.00")], Some(true));
    // No number: neither before nor after any, and not the same.
    for odd in ["5x", "x", "-1", ".5", "5.", "1.x", "1.2.3", ""] {
        evaluates(&format!("n > \"{odd}\""), &[("n", "7")], None);
        evaluates(&format!("\"{odd}\" >= n"), &[("n", "7")], None);
        evaluates(&format!("n == \"{odd}\""), &[("n", "7")], Some(false));
        evaluates(&format!("n != \"{odd}\""), &[("n", "7")], Some(true));
    }
}

#[test]
fn a_text_beside_a_date_is_a_date_only_if_it_reads_as_one() {
    evaluates("d > \"2026-11-19\"", &[("d", "2026-11-20")], Some(true));
    evaluates("\"2026-11-19\" >= d", &[("d", "2026-11-20")], Some(false));
    evaluates("d == \"2026-11-20\"", &[("d", "2026-11-20")], Some(true));
    for odd in ["2026-11-31", "today", "20261101", "0"] {
        evaluates(&format!("d > \"{odd}\""), &[("d", "2026-11-20")], None);
        evaluates(&format!("\"{odd}\" <= d"), &[("d", "2026-11-20")], None);
        evaluates(&format!("d == \"{odd}\""), &[("d", "2026-11-20")], Some(false));
    }
}

#[test]
fn a_field_of_text_stays_a_text_beside_a_number_or_a_date() {
    let given = [("n", "7"), ("t", "07")];
    for (condition, expected) in
        [("n == t", Some(false)), ("t != n", Some(true)), ("n >= t", None), ("t <= n", None), ("t < n", None)]
    {
        evaluates(condition, &given, expected);
    }
    let mut operation = ruled(None, "present(t)");
    operation.fields.iter_mut().find(|field| field.name == "t").expect("there").ty = text(10);
    for (then, is_broken) in [("d == t", false), ("d != t", true), ("d > t", false), ("t < d", false)] {
        operation.rules = vec![rule("r", None, then, "t")];
        let given = pairs(&[("d", "2026-11-20"), ("t", "2026-11-20")]);
        let found = validate(&gateway(), &operation, &given, &context(Environment::Sandbox, None));
        assert_eq!(!found.is_empty(), is_broken, "{then}");
    }
}

#[test]
fn amounts_are_compared_by_value_and_numbers_are_whole_units() {
    evaluates("a == 5", &[("a", "5.00")], Some(true));
    evaluates("a > 5", &[("a", "5.01")], Some(true));
    evaluates("a <= 5", &[("a", "5.01")], Some(false));
    evaluates("a >= 10", &[("a", "9.99")], Some(false));
    evaluates("a == b", &[("a", "5"), ("b", "5.00")], Some(true));
    evaluates("a < b", &[("a", "9.99"), ("b", "10")], Some(true));
    evaluates("a < b", &[("a", "9.99")], None);
    evaluates("a == n", &[("a", "7.00"), ("n", "7")], Some(true));
}

#[test]
fn dates_are_compared_with_each_other_and_with_today() {
    evaluates("d == today", &[("d", "2026-11-20")], Some(true));
    evaluates("d > today", &[("d", "2026-11-20")], Some(false));
    evaluates("d > today", &[("d", "2026-12-01")], Some(true));
    evaluates("today <= d", &[("d", "2026-11-19")], Some(false));
    evaluates("d >= today", &[("d", "2026-11-31")], None);
    evaluates("d >= today", &[], None);
}

#[test]
fn texts_are_the_same_or_not() {
    evaluates("t == \"x\"", &[("t", "x")], Some(true));
    evaluates("t == \"x\"", &[("t", "X")], Some(false));
    evaluates("t != \"x\"", &[("t", "X")], Some(true));
    evaluates("t in [\"x\", \"y\"]", &[("t", "y")], Some(true));
    evaluates("t in [\"x\", \"y\"]", &[("t", "z")], Some(false));
    evaluates("t in [\"x\", \"y\"]", &[], None);
}

#[test]
fn days_are_counted() {
    evaluates("count(l) == 2", &[("l", "1,1")], Some(true));
    evaluates("count(l) > 1", &[("l", "1")], Some(false));
    evaluates("count(l) > 1", &[], None);
    evaluates("count(l) > 1", &[("l", "0,1")], None);
}

#[test]
fn presence_is_always_known() {
    evaluates("present(t)", &[("t", "x")], Some(true));
    evaluates("present(t)", &[("t", "")], Some(false));
    // Ill-formed, but there.
    evaluates("present(n)", &[("n", "x")], Some(true));
    evaluates("present(fixed)", &[], Some(true));
    evaluates("present(merchantid)", &[], Some(true));
}

#[test]
fn a_fixed_field_has_its_text_and_a_credential_tells_nothing() {
    evaluates("fixed == \"3\"", &[], Some(true));
    evaluates("fixed in [\"1\"]", &[], Some(false));
    evaluates("fixed == \"3\"", &[("fixed", "4")], None);
    evaluates("merchantid == \"sophia\"", &[], None);
    evaluates("merchantid == \"sophia\"", &[("merchantid", "sophia")], None);
}

#[test]
fn and_or_and_not_spread_the_unknown_as_kleene_has_it() {
    let (yes, no, unknown) = ("present(t)", "present(m)", "n == 1");
    let given = [("t", "x")];
    for (condition, expected) in [
        (format!("{yes} and {yes}"), Some(true)),
        (format!("{yes} and {no}"), Some(false)),
        (format!("{yes} and {unknown}"), None),
        (format!("{unknown} and {no}"), Some(false)),
        (format!("{unknown} and {unknown}"), None),
        (format!("{no} or {no}"), Some(false)),
        (format!("{no} or {yes}"), Some(true)),
        (format!("{unknown} or {yes}"), Some(true)),
        (format!("{no} or {unknown}"), None),
        (format!("not ({unknown})"), None),
        (format!("not ({no})"), Some(true)),
    ] {
        evaluates(&condition, &given, expected);
    }
}

#[test]
fn a_rule_that_may_not_apply_is_not_broken() {
    let context = context(Environment::Sandbox, None);
    let judge = |given: &[(&str, &str)]| {
        let operation = ruled(Some("n == 1"), "t == \"x\"");
        short(&validate(&gateway(), &operation, &pairs(given), &context))
    };
    let broken_rule = broken("t", "r", "t == \"x\"", "y");
    assert_eq!(judge(&[("n", "1"), ("t", "y")]), [broken_rule]);
    assert_eq!(judge(&[("n", "2"), ("t", "y")]), []);
    assert_eq!(judge(&[("t", "y")]), []);
}

#[test]
fn the_actual_value_of_a_broken_rule_is_absent_printed_or_masked() {
    let actual = |operation: &Operation, given: &[(&str, &str)]| {
        let context = context(Environment::Sandbox, None);
        let found = validate(&gateway(), operation, &pairs(given), &context);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].actual.clone()
    };
    let mut operation = ruled(None, "present(t)");
    assert_eq!(actual(&operation, &[]), "absent");
    operation.rules = vec![rule("r", None, "a != 5", "a")];
    assert_eq!(actual(&operation, &[("a", "5")]), "5.00");
    operation.fields[0] = secret(operation.fields[0].clone());
    assert_eq!(actual(&operation, &[("a", "5")]), "***");
}

#[test]
fn a_condition_over_several_fields_decides_presence() {
    let context = context(Environment::Sandbox, None);
    let judge =
        |given: &[(&str, &str)]| short(&validate(&gateway(), &ruled(None, "present(n)"), &pairs(given), &context));
    let absent = broken("c", "mandatory", "C: present(a) and n > 9", "absent");
    assert_eq!(judge(&[("a", "1"), ("n", "10")]), [absent]);
    assert_eq!(judge(&[("a", "1"), ("n", "9")]), []);
    assert_eq!(judge(&[("n", "10")]), []);
}

#[test]
fn a_received_message_answers_conditions_too() {
    let fields = result().fields;
    let today = day("2026-11-20");
    let ask = |condition: &str, values: &[(&str, &str)]| holds(&expr(condition), &fields, &pairs(values), today);
    assert_eq!(ask("txn_status == \"S\"", &[("txn_status", "S")]), Some(true));
    assert_eq!(ask("amount > 9", &[("amount", "10.00")]), Some(true));
    assert_eq!(ask("amount > 9", &[("amount", "ten")]), None);
    assert_eq!(ask("due < today", &[("due", "2026-11-19")]), Some(true));
    assert_eq!(ask("present(trandate)", &[("trandate", "")]), Some(false));
    assert_eq!(ask("present(trandate)", &[("trandate", "x")]), Some(true));
    assert_eq!(ask("present(trandate)", &[("txn_status", "S")]), Some(false));
}
