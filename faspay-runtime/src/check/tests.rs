//! Every check at its edges, on a table that has a field for each. What is expected is the rule as the documents of this
//! project state it, not what the code does.

use super::*;
use crate::given::Given;
use crate::table::{Characters, Endpoint, GatewayTable, RequestTable, Retry, SettingKind, SettingSpec, Transport};
use crate::value::Values;
use crate::{Clock, Date, Environment};

static TABLE: RequestTable = RequestTable {
    id: "t.t",
    gateway: &GatewayTable {
        id: "t",
        credentials: &[],
        settings: &[SettingSpec { name: "case", kind: SettingKind::Case }],
    },
    transport: Transport::ServerForm,
    endpoint: Endpoint { name: "e", sandbox: None, production: None },
    fields: &[
        FieldSpec::new("code", "code", Kind::Code(&["a", "b\n"]), ""),
        FieldSpec::new("name", "name", Kind::Text { max: Some(5) }, ""),
        FieldSpec::new("first", "first", Kind::Text { max: None }, "").when("present(code)", |v| v.present(0)),
        FieldSpec::new("second", "second", Kind::Text { max: None }, "").when("present(code)", |v| v.present(0)),
        FieldSpec::new("pin", "pin", Kind::Text { max: Some(4) }, "").sensitive().least(3).only(Characters::Digits),
        FieldSpec::new("id", "id", Kind::Text { max: Some(5) }, "").forbid("#~").case_setting(0),
        FieldSpec::new("amount", "amount", MONEY, ""),
        FieldSpec::new("currency", "currency", Kind::Code(&["IDR", "JPY", "KWD"]), ""),
        FieldSpec::new("whole", "whole", Kind::Amount { decimals: 0, max: None, positive: false, currency: None }, ""),
        FieldSpec::new("count", "count", Kind::Integer { digits: 2 }, ""),
        FieldSpec::new("days", "days", Kind::DayList { max: 2 }, ""),
        FieldSpec::new("day", "day", Kind::Date, ""),
        FieldSpec::new("url", "url", Kind::Url { max: Some(20) }, ""),
        FieldSpec::new("fixed", "fixed", Kind::Text { max: None }, "").by(By::Fixed("F")),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
.new();

const MONEY: Kind = Kind::Amount { decimals: 2, max: Some(8), positive: true, currency: Some(7) };

/// What is broken: field, rule, limit and actual.
fn told_in(environment: &Environment, given: &[(&str, &str)]) -> Vec<String> {
    let mut values = Values::new();
    for (name, text) in given {
        let index = TABLE.fields.iter().position(|field| field.name == *name).unwrap();
        values.put(index, Value::text(text));
    }
    let message = Outgoing {
        table: &TABLE,
        environment,
        credentials: None,
        clock: Clock::fixed(Date::new(2026, 11, 20).unwrap()),
        building: false,
        given: Given::new(TABLE.fields, values.as_slice(), None),
    };
    let list = check(&message, &mut Nobody);
    list.iter().map(|one| format!("{} {} [{}] {}", one.field, one.rule, one.limit, one.actual)).collect()
}

fn told(given: &[(&str, &str)]) -> Vec<String> {
    told_in(&Environment::Sandbox, given)
}

/// Each text of this field breaks just this, or nothing.
fn each(field: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let expected: Vec<String> =
            expected.split('|').filter(|one| !one.is_empty()).map(|one| format!("{field} {one}")).collect();
        assert_eq!(told(&[(field, text)]), expected, "{text:?}");
    }
}

#[test]
fn a_text_without_further_limits_is_looked_at_for_control_characters_all_the_same() {
    each(
        "name",
        &[
            ("12345", ""),
            ("ééééé", ""),
            ("123456", "length [5] 6"),
            ("a\u{7}", "control [none] U+0007"),
            ("a\u{7}bcdefg", "control [none] U+0007"),
            ("\u{202e}", "control [none] U+202E"),
            ("#a~", ""),
        ],
    );
}

#[test]
fn a_short_secret_of_the_wrong_characters_says_so_in_order_and_shows_nothing() {
    each(
        "pin",
        &[
            ("123", ""),
            ("1234", ""),
            ("12", "length-min [3] 2"),
            ("12345", "length [4] 5"),
            ("12x", "characters [digits] ***"),
            ("xy", "length-min [3] 2|characters [digits] ***"),
            ("x2345", "length [4] 5|characters [digits] ***"),
        ],
    );
}

#[test]
fn a_signed_id_has_no_delimiter_and_no_undecided_case() {
    each(
        "id",
        &[
            ("A1-É", ""),
            ("A#~", "delimiter [#~] #"),
            ("~", "delimiter [#~] ~"),
            ("a", "case-undecided [case] unset"),
            ("a#bcde", "length [5] 6|delimiter [#~] #|case-undecided [case] unset"),
        ],
    );
}

#[test]
fn what_a_condition_asks_for_is_missed_when_it_is_not_there_and_only_then() {
    let missing = |name: &str| format!("{name} mandatory [C: present(code)] absent");
    assert_eq!(told(&[("code", "a")]), [missing("first"), missing("second")]);
    assert_eq!(told(&[("code", "a"), ("first", "x")]), [missing("second")]);
    assert_eq!(told(&[("code", "a"), ("second", "x")]), [missing("first")]);
    assert_eq!(told(&[("code", "a"), ("first", "x"), ("second", "y")]), [""; 0]);
    assert_eq!(told(&[("first", "x")]), [""; 0]);
    // In the order of the fields, whatever is judged last.
    assert_eq!(
        told(&[("code", "a"), ("second", "x"), ("count", "x")]),
        [missing("first"), "count type [whole number] x".to_owned()]
    );
}

#[test]
fn a_code_is_one_of_the_list_letter_by_letter() {
    let conditional = |text| told(&[("code", text), ("first", "x"), ("second", "y")]);
    // A list may hold what texts may not; it is compared first.
    assert_eq!(conditional("b\n"), [""; 0]);
    assert_eq!(conditional("A"), ["code code [a, b\n] A"]);
    assert_eq!(conditional("a\n"), ["code control [none] U+000A"]);
}

#[test]
fn amounts_have_the_decimals_of_the_table_and_of_the_currency() {
    let ill = "type [amount with 2 decimals or none]";
    for (text, expected) in [
        ("1", String::new()),
        ("0.01", String::new()),
        ("99999.99", String::new()),
        ("99999", String::new()),
        ("100000", "length [8] 9".to_owned()),
        ("0", "positive [> 0] 0".to_owned()),
        ("0.00", "positive [> 0] 0.00".to_owned()),
        ("1.0", format!("{ill} 1.0")),
        ("01", format!("{ill} 01")),
        ("", String::new()),
        ("-1", format!("{ill} -1")),
    ] {
        each("amount", &[(text, &expected)]);
    }
    // Yen have none, whatever the table prints; dinar have more than it does.
    let with = |currency: &str, text: &str| told(&[("amount", text), ("currency", currency)]);
    assert_eq!(with("JPY", "5.00"), [""; 0]);
    assert_eq!(with("JPY", "5.50"), [format!("amount {ill} 5.50")]);
    assert_eq!(with("KWD", "5.50"), [""; 0]);
    // A currency that isn't valid says nothing about decimals.
    assert_eq!(with("CLP", "5.50"), ["currency code [IDR, JPY, KWD] CLP"]);
    each("whole", &[("5", ""), ("5.00", "type [amount without decimals] 5.00"), ("0", "")]);
}

#[test]
fn numbers_days_and_dates_keep_to_their_grammars() {
    let whole = "type [whole number]";
    each(
        "count",
        &[("0", ""), ("99", ""), ("100", "length [2] 3"), ("01", &format!("{whole} 01")), ("٣", &format!("{whole} ٣"))],
    );
    let days = "type [days 1 to 31, joined by commas]";
    each(
        "days",
        &[("1,31", ""), ("1,2,3", "count [2] 3"), ("32", &format!("{days} 32")), ("1,", &format!("{days} 1,"))],
    );
    each("day", &[("2024-02-29", ""), ("2026-02-29", "type [date YYYY-MM-DD] 2026-02-29")]);
}

#[test]
fn urls_are_whole_and_in_production_encrypted() {
    each(
        "url",
        &[
            ("http://a.test/", ""),
            ("https://a.test/12345", ""),
            ("https://a.test/123456", "length [20] 21"),
            ("ftp://a.test/", "url [http or https URL] ftp://a.test/"),
            ("ftp://a.test/1234567890", "url [http or https URL] ftp://a.test/1234567890|length [20] 23"),
        ],
    );
    let production = |text| told_in(&Environment::Production, &[("url", text)]);
    assert_eq!(production("https://a.test/"), [""; 0]);
    assert_eq!(production("http://a.test/"), ["url https [https] http"]);
    assert_eq!(production("HTTP://a.test/"), ["url https [https] http"]);
    assert_eq!(production("ftp://a.test/"), ["url url [http or https URL] ftp://a.test/"]);
}

#[test]
fn a_constant_may_be_given_as_it_is() {
    each("fixed", &[("F", ""), ("f", "fixed [F] f"), ("", "")]);
}
