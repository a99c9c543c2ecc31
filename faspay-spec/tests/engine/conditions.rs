//! The enumeration of conditions: sound operations pass, and each kind of mistake is found under its name.

use faspay_spec::conditions::check;
use faspay_spec::model::{Field, From, Operation, Presence, Rule, Type};

use crate::model::*;

/// Kind and place of every fault of an operation with these fields and rules.
fn faults(fields: Vec<Field>, rules: Vec<Rule>) -> Vec<(String, &'static str)> {
    let operation = Operation { rules, ..operation(fields) };
    let found = check(&gateway(), &operation);
    assert!(found.iter().all(|f| !f.message.is_empty()));
    found.into_iter().map(|f| (f.rule_or_field, f.kind)).collect()
}

fn found(name: &str, kind: &'static str) -> Vec<(String, &'static str)> {
    vec![(name.to_owned(), kind)]
}

fn when(condition: &str, field: Field) -> Field {
    Field { presence: Presence::When(expr(condition)), ..field }
}

fn number(name: &str) -> Field {
    field(name, Type::Integer { digits: 3 })
}

/// A rule that always applies, called `r`.
fn r(then: &str) -> Rule {
    rule("r", None, then, "a")
}

fn r_when(when: &str, then: &str) -> Rule {
    rule("r", Some(when), then, "a")
}

#[test]
fn sound_conditions_have_no_faults() {
    assert_eq!(check(&gateway(), &pay()), []);
    assert_eq!(faults(vec![number("a")], vec![]), []);
}

#[test]
fn a_presence_that_nothing_meets_is_found() {
    let status = || field("s", code("status", Some(&["S", "F"])));
    let judge = |condition: &str| faults(vec![status(), number("n"), when(condition, field("c", text(9)))], vec![]);
    assert_eq!(judge("s == \"S\""), []);
    // A code that the operation doesn't allow.
    assert_eq!(judge("s == \"N\""), found("c", "never-true"));
    assert_eq!(judge("s in [\"N\", \"X\"]"), found("c", "never-true"));
    assert_eq!(judge("n > 999"), found("c", "never-true"));
    assert_eq!(judge("n >= 999"), []);
    assert_eq!(judge("n > 5 and n < 6"), found("c", "never-true"));
    assert_eq!(judge("n > 5 and n < 7"), []);
    assert_eq!(judge("present(n) and not (present(n))"), found("c", "never-true"));
}

#[test]
fn a_presence_that_everything_meets_is_found() {
    let judge = |other: Field, condition: &str| faults(vec![other, when(condition, field("c", text(9)))], vec![]);
    let fixed = from(field("f", text(1)), From::Fixed("1".to_owned()));
    assert_eq!(judge(fixed, "f == \"1\""), found("c", "always-true"));
    assert_eq!(judge(mandatory(number("n")), "n >= 0"), found("c", "always-true"));
    assert_eq!(judge(mandatory(number("n")), "present(n)"), found("c", "always-true"));
    assert_eq!(judge(mandatory(number("n")), "n >= 1"), []);
    assert_eq!(judge(number("n"), "present(n)"), []);
}

#[test]
fn a_rule_that_never_applies_is_found() {
    let fields = || vec![number("a"), field("s", code("status", None))];
    assert_eq!(faults(fields(), vec![r_when("s == \"X\"", "a > 1")]), found("r", "never-applies"));
    assert_eq!(faults(fields(), vec![r_when("s == \"S\"", "a > 1")]), []);
}

#[test]
fn a_rule_that_can_only_be_broken_is_found() {
    let judge = |rule| faults(vec![number("a"), number("b")], vec![rule]);
    assert_eq!(judge(r_when("a == 1", "a > 1")), found("r", "always-broken"));
    assert_eq!(judge(r_when("a == 1", "a > 1 or b == 2")), []);
    let list = field("l", Type::DayList { max: 3 });
    assert_eq!(faults(vec![list.clone()], vec![r("count(l) == 4")])[0], ("r".to_owned(), "always-broken"));
    assert_eq!(faults(vec![list.clone()], vec![r("count(l) == 3")]), []);
    assert_eq!(faults(vec![list], vec![r("count(l) == 2")]), []);
}

#[test]
fn rules_that_forbid_every_request_are_found() {
    let a = || mandatory(number("a"));
    let apart = vec![rule("low", None, "a < 5", "a"), rule("high", None, "a > 5", "a")];
    assert_eq!(faults(vec![a()], apart), found("low", "contradiction"));
    let meeting = vec![rule("low", None, "a <= 5", "a"), rule("high", None, "a >= 5", "a")];
    assert_eq!(faults(vec![a()], meeting), []);
    let circle = vec![rule("x", None, "a < b", "a"), rule("y", None, "b < c", "b"), rule("z", None, "c < a", "c")];
    let three = || ["a", "b", "c"].map(|n| mandatory(number(n))).to_vec();
    assert_eq!(faults(three(), circle), found("x", "contradiction"));
    let chain = vec![rule("x", None, "a < b", "a"), rule("y", None, "b < c", "b")];
    assert_eq!(faults(three(), chain), []);
}

#[test]
fn dates_meet_every_order_among_themselves_and_around_today() {
    let days = || ["a", "b", "c"].map(|n| mandatory(field(n, Type::Date))).to_vec();
    let chain = |last: &str| {
        let rules = ["today < a", "a < b", "b < c", last];
        rules.iter().enumerate().map(|(i, then)| rule(&format!("r{i}"), None, then, "a")).collect()
    };
    assert_eq!(faults(days(), chain("a != c")), []);
    assert_eq!(faults(days(), chain("c <= today")), found("r0", "contradiction"));
    assert_eq!(faults(days(), chain("c == \"2031-01-01\"")), []);
}

#[test]
fn a_field_that_can_never_be_there_is_found() {
    let fields = || vec![number("a"), number("b")];
    let rules =
        vec![rule("x", Some("present(a)"), "present(b)", "b"), rule("y", Some("present(a)"), "not (present(b))", "b")];
    assert_eq!(faults(fields(), rules), found("a", "never-present"));
    let one = vec![rule("x", Some("present(a)"), "present(b)", "b")];
    assert_eq!(faults(fields(), one), []);
}

#[test]
fn an_optional_field_that_must_always_be_there_is_found() {
    assert_eq!(faults(vec![number("a")], vec![r("present(a)")]), found("a", "never-absent"));
    assert_eq!(faults(vec![mandatory(number("a"))], vec![r("present(a)")]), []);
    let either = vec![r("present(a) or present(b)")];
    assert_eq!(faults(vec![number("a"), number("b")], either), []);
}

#[test]
fn conditions_are_joined_only_by_the_fields_that_they_share() {
    // Each pair of fields has 2 by 2 states; together they would be far too many.
    let fields: Vec<Field> = (0..60).map(|i| number(&format!("f{i}"))).collect();
    let rules = (0..30).map(|i| {
        let (a, b) = (format!("f{}", 2 * i), format!("f{}", 2 * i + 1));
        rule(&format!("r{i}"), Some(&format!("present({a})")), &format!("present({b})"), &b)
    });
    assert_eq!(faults(fields.clone(), rules.collect()), []);
    let joined: Vec<String> = fields.iter().map(|f| format!("present({})", f.name)).collect();
    assert_eq!(faults(fields, vec![rule("all", None, &joined.join(" or "), "f0")]), found("all", "too-many"));
}

#[test]
fn amounts_texts_and_addresses_have_values_to_try() {
    let amount = mandatory(field("m", amount(2, Some(8), true)));
    let judge = |condition: &str| {
        faults(
            vec![
                amount.clone(),
                field("t", text(1)),
                field("u", Type::Url { max: None }),
                when(condition, number("c")),
            ],
            vec![],
        )
    };
    assert_eq!(judge("m > 5"), []);
    assert_eq!(judge("m == 0"), found("c", "never-true"));
    assert_eq!(judge("m > 0"), found("c", "always-true"));
    assert_eq!(judge("m > 99999"), found("c", "never-true"));
    assert_eq!(judge("t == \"x\""), []);
    assert_eq!(judge("t == \"xy\""), found("c", "never-true"));
    assert_eq!(judge("t != \"x\""), []);
    assert_eq!(judge("u == \"https://a/\""), []);
    assert_eq!(judge("u != \"https://a/\""), []);
    assert_eq!(judge("t == u"), found("c", "never-true"));
}
