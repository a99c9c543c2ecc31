//! The checks of single values: each at its boundary, once inside and once outside.

use faspay_spec::engine::{Date, Environment, validate};
use faspay_spec::model::{Characters, Sensitivity, Type};

use crate::model::*;

/// One value of one field; `None`: it is fine.
fn one(field: &str, text: &str) -> Option<(String, String, String)> {
    let mut found = judged(&[(field, text)]);
    assert!(found.len() <= 1, "{field}={text:?}: {found:?}");
    let (name, rule, limit, actual) = found.pop()?;
    assert_eq!(name, field, "the violation of {text:?} is of another field");
    Some((rule, limit, actual))
}

fn accepts(field: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(one(field, text), None, "{field}={text:?}");
    }
}

/// The rule, limit and actual of a refused value.
fn refuses(field: &str, text: &str, rule: &str, limit: &str, actual: &str) {
    let expected = (rule.to_owned(), limit.to_owned(), actual.to_owned());
    assert_eq!(one(field, text), Some(expected), "{field}={text:?}");
}

#[test]
fn parameters_of_a_plain_payment_are_fine() {
    assert_eq!(judged(&[]), []);
}

#[test]
fn a_missing_mandatory_parameter_is_named_and_an_empty_one_is_missing() {
    let absent = broken("merchant_tranid", "mandatory", "M", "absent");
    assert_eq!(judged(&[("merchant_tranid", "")]), std::slice::from_ref(&absent));
    let context = context(Environment::Sandbox, None);
    let given = pairs(&[("currencycode", "IDR"), ("amount", "1")]);
    let found = validate(&gateway(), &pay(), &given, &context);
    assert_eq!(short(&found), [absent]);
    assert_eq!(found[0].source, "shop/pay#request row merchant_tranid");
}

#[test]
fn length_counts_characters_and_not_bytes() {
    accepts("description", &["12345", "ééééé", "🦀🦀🦀🦀🦀"]);
    refuses("description", "123456", "length", "5", "6");
    refuses("description", "🦀🦀🦀🦀🦀🦀", "length", "5", "6");
    // A combining mark is a character of its own.
    refuses("description", "1234e\u{301}", "length", "5", "6");
}

#[test]
fn control_characters_are_refused_before_anything_else_is_checked() {
    for (text, code) in [
        ("a\nb, much too long", "U+000A"),
        ("\0", "U+0000"),
        ("a\u{7f}", "U+007F"),
        ("a\u{85}", "U+0085"),
        ("a\u{2028}", "U+2028"),
        ("a\u{2029}", "U+2029"),
        ("a\u{202a}\n", "U+202A"),
        ("a\u{202e}", "U+202E"),
        ("a\u{2066}", "U+2066"),
        ("a\u{2069}", "U+2069"),
    ] {
        refuses("description", text, "control", "none", code);
    }
    refuses("amount", "1\n", "control", "none", "U+000A");
    refuses("pymt_token", "\t", "control", "none", "U+0009");
    accepts("description", &["\u{2027}", "\u{202f}", "\u{2065}", "\u{206a}", "\u{200b}"]);
}

#[test]
fn a_delimiter_of_the_signature_is_refused_in_a_covered_value_only() {
    refuses("merchant_tranid", "A#1", "delimiter", "#", "#");
    accepts("description", &["A#1"]);
}

#[test]
fn a_length_and_a_delimiter_are_both_reported_in_order() {
    let found = judged(&[("merchant_tranid", "0123456789#")]);
    let length = broken("merchant_tranid", "length", "10", "11");
    let delimiter = broken("merchant_tranid", "delimiter", "#", "#");
    assert_eq!(found, [length, delimiter]);
}

#[test]
fn lower_case_letters_wait_for_the_casing_setting() {
    let limit = "merchant_tranid_case";
    refuses("merchant_tranid", "ORDa", "case-undecided", limit, "unset");
    accepts("merchant_tranid", &["ORD-É_7", "ßé"]);
    let judge = |setting: Option<&str>| {
        let set: Vec<_> = setting.map(|text| ("merchant_tranid_case", word(text))).into_iter().collect();
        let context = context(Environment::Sandbox, Some(credentials(&set)));
        short(&validate(&gateway(), &pay(), &params(&[("merchant_tranid", "ORDa")]), &context))
    };
    assert_eq!(judge(None), [broken("merchant_tranid", "case-undecided", limit, "unset")]);
    assert_eq!(judge(Some("as-is")), []);
    assert_eq!(judge(Some("upper")), []);
}

#[test]
fn whole_numbers_have_no_sign_point_or_leading_zero() {
    accepts("accumulate", &["0"]);
    for text in ["00", "01", "-1", "+1", "1.0", "1e1", " 1", "1 ", "٣", "0x1", "１"] {
        refuses("accumulate", text, "type", "whole number", text);
    }
    refuses("accumulate", "100", "length", "2", "3");
}

#[test]
fn amounts_are_integers_or_have_exactly_the_declared_decimals() {
    accepts("amount", &["1", "0.01", "10.50", "99999.99", "99999"]);
    for text in [
        "1.",
        ".50",
        "1.5",
        "1.500",
        "01",
        "01.00",
        "00.50",
        "-1",
        "+1",
        "1,00",
        "1.000,00",
        "1e3",
        "NaN",
        "inf",
        "١٢",
        "1 ",
        " 1",
        "1.00.00",
        "1.-0",
        "0x10",
        "1_000",
        "1234567890123456",
    ] {
        refuses("amount", text, "type", "amount with 2 decimals or none", text);
    }
    for text in ["0", "0.00"] {
        refuses("amount", text, "positive", "> 0", text);
    }
    // Eight characters are allowed as printed, point and decimals included.
    refuses("amount", "100000", "length", "8", "9");
    refuses("amount", "100000.00", "length", "8", "9");
}

#[test]
fn amounts_without_decimals_take_no_point() {
    accepts("fee", &["0", "7", "123456789012345"]);
    for text in ["7.0", "7.", "07", "1234567890123456"] {
        refuses("fee", text, "type", "amount without decimals", text);
    }
}

#[test]
fn decimals_that_the_currency_does_not_have_must_be_zero() {
    let judge = |currency: &str, amount: &str| judged(&[("currencycode", currency), ("amount", amount)]);
    let limit = "amount with 2 decimals or none";
    assert_eq!(judge("JPY", "100"), []);
    assert_eq!(judge("JPY", "100.00"), []);
    assert_eq!(judge("JPY", "100.50"), [broken("amount", "type", limit, "100.50")]);
    assert_eq!(judge("USD", "100.50"), []);
    assert_eq!(judge("KWD", "100.50"), []);
    assert_eq!(judge("KWD", "100.500"), [broken("amount", "type", limit, "100.500")]);
    // A currency that is itself wrong says nothing about the decimals.
    let unknown = broken("currencycode", "code", "IDR, JPY, KWD, USD", "jpy");
    assert_eq!(judge("jpy", "100.50"), [unknown]);
    let absent = broken("currencycode", "mandatory", "M", "absent");
    assert_eq!(judge("", "100.50"), [absent]);
}

#[test]
fn three_decimals_are_for_the_currencies_that_have_them() {
    let mut gateway = gateway();
    let pay = &mut gateway.operations[0];
    pay.fields.iter_mut().find(|field| field.name == "amount").expect("there").ty = amount(3, None, true);
    let judge = |currency: &str, amount: &str| {
        let given = params(&[("currencycode", currency), ("amount", amount)]);
        short(&validate(&gateway, &gateway.operations[0], &given, &context(Environment::Sandbox, None)))
    };
    let refused = |actual: &str| [broken("amount", "type", "amount with 3 decimals or none", actual)];
    assert_eq!(judge("KWD", "1.505"), []);
    for currency in ["IDR", "USD"] {
        assert_eq!(judge(currency, "1.505"), refused("1.505"));
        assert_eq!(judge(currency, "1.500"), []);
    }
    assert_eq!(judge("JPY", "1.500"), refused("1.500"));
    assert_eq!(judge("JPY", "1.000"), []);
}

#[test]
fn dates_are_days_that_exist() {
    accepts("start_date", &["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"]);
    for text in [
        "2023-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "2026-1-1",
        "20260101",
        "0000-01-01",
        "2026-01-01T00:00",
        "2026/01/01",
        "2026-01/01",
        "2026/01-01",
        "01-01-2026",
        "２026-01-01",
        "-026-01-01",
    ] {
        refuses("start_date", text, "type", "date YYYY-MM-DD", text);
    }
}

#[test]
fn day_lists_are_days_of_a_month_joined_by_commas() {
    accepts("process_date", &["1", "01", "31", "1,2,31", "5,5"]);
    for text in ["0", "32", "001", "1,", ",1", "1, 2", "1;2", "1,,2", "-1", "a", "٣"] {
        refuses("process_date", text, "type", "days 1 to 31, joined by commas", text);
    }
    refuses("process_date", "1,2,3,4", "count", "3", "4");
}

#[test]
fn codes_are_matched_exactly_and_narrowed_by_the_operation() {
    accepts("response_type", &["2"]);
    for text in ["3", "01", "2 ", "4"] {
        refuses("response_type", text, "code", "1, 2", text);
    }
}

#[test]
fn urls_are_absolute_http_addresses_with_a_plain_host() {
    accepts(
        "return_url",
        &[
            "https://a",
            "http://a/",
            "HTTPS://A.b-c_d?x#y",
            "https://a:65535/",
            "https://[::1]:80/",
            "https://[1.2:af]",
            "https://a?b@c",
            "https://a#:x",
            "https://a/ä",
            "https://a:0",
        ],
    );
    for text in [
        "a",
        "//a",
        "https:/a",
        "https:a",
        "javascript:alert(1)",
        "data:,a",
        "ftp://a",
        "https://",
        "https:///a",
        "https://?a",
        "https://u@a",
        "https://u:p@a",
        "https://a:",
        "https://a:65536",
        "https://a:000001",
        "https://a:-1",
        "https://a b",
        "https://a/ b",
        "https://a\u{a0}",
        "https://a\\b",
        "https://é",
        "https://[::1",
        "https://[]",
        "https://[::1]x",
        "https://[g]",
        " https://a",
        "https://a:1:2",
        "https://a/\u{3000}",
    ] {
        refuses("return_url", text, "url", "http or https URL", text);
    }
}

#[test]
fn a_url_is_measured_even_when_it_is_not_one() {
    let long = "x".repeat(31);
    let found = judged(&[("return_url", &long)]);
    let url = broken("return_url", "url", "http or https URL", &long);
    assert_eq!(found, [url, broken("return_url", "length", "30", "31")]);
    let long = format!("https://{}", "x".repeat(23));
    refuses("return_url", &long, "length", "30", "31");
}

#[test]
fn production_wants_https() {
    let judge = |environment, url| {
        let context = context(environment, None);
        short(&validate(&gateway(), &pay(), &params(&[("return_url", url)]), &context))
    };
    let refused = [broken("return_url", "https", "https", "http")];
    assert_eq!(judge(Environment::Production, "HTTP://shop.test/"), refused);
    assert_eq!(judge(Environment::Production, "https://shop.test/"), []);
    let local = Environment::Local("http://127.0.0.1:1".to_owned());
    assert_eq!(judge(local, "http://shop.test/"), []);
}

#[test]
fn a_long_value_is_cut_in_the_report_and_a_secret_one_is_masked() {
    let operation = operation(vec![
        field("n", Type::Integer { digits: 90 }),
        secret(field("pin", Type::Integer { digits: 4 })),
        secret(field("long", text(3))),
    ]);
    let judge = |name: &str, text: &str| {
        let context = context(Environment::Sandbox, None);
        short(&validate(&gateway(), &operation, &pairs(&[(name, text)]), &context))
    };
    let (just, over) = ("é".repeat(64), "é".repeat(65));
    assert_eq!(judge("n", &just), [broken("n", "type", "whole number", &just)]);
    assert_eq!(judge("n", &over), [broken("n", "type", "whole number", &format!("{just}…"))]);
    assert_eq!(judge("pin", "12x4"), [broken("pin", "type", "whole number", "***")]);
    assert_eq!(judge("long", "1234"), [broken("long", "length", "3", "4")]);
}

#[test]
fn no_message_contains_a_sensitive_value() {
    let operation = operation(vec![
        secret(field("pin", Type::Integer { digits: 4 })),
        secret(field("when", Type::Date)),
        secret(field("address", Type::Url { max: Some(3) })),
        secret(field("kind", code("status", None))),
        secret(from(field("fixed", text(9)), faspay_spec::model::From::Fixed("1".to_owned()))),
    ]);
    let names = ["pin", "when", "address", "kind", "fixed"];
    let given: Vec<(&str, &str)> = names.iter().map(|n| (*n, "hush")).collect();
    let context = context(Environment::Sandbox, None);
    let found = validate(&gateway(), &operation, &pairs(&given), &context);
    assert_eq!(found.len(), 6, "{found:?}");
    assert!(!format!("{found:?}").contains("hush"), "{found:?}");
}

#[test]
fn the_day_in_jakarta_starts_seven_hours_early() {
    let at = |seconds| Date::at_utc7(seconds).expect("a date").to_string();
    assert_eq!(at(0), "1970-01-01");
    // 2026-11-20T16:59:59Z and the second after.
    assert_eq!(at(1_795_193_999), "2026-11-20");
    assert_eq!(at(1_795_194_000), "2026-11-21");
    // 2024-02-28T17:00:00Z.
    assert_eq!(at(1_709_139_600), "2024-02-29");
    assert_eq!(Date::at_utc7(-25_201), None);
    // The last and the first second of years: 365 days after the first, and the end of a leap year.
    assert_eq!((at(31_510_799), at(31_510_800)), ("1970-12-31".to_owned(), "1971-01-01".to_owned()));
    assert_eq!((at(94_669_199), at(94_669_200)), ("1972-12-31".to_owned(), "1973-01-01".to_owned()));
}

#[test]
fn days_follow_each_other_over_months_and_years() {
    for (before, after) in [
        ("2024-02-28", "2024-02-29"),
        ("2023-02-28", "2023-03-01"),
        ("2025-12-31", "2026-01-01"),
        ("2026-06-15", "2026-06-16"),
    ] {
        assert_eq!(day(before).next(), Some(day(after)));
        assert_eq!(day(after).previous(), Some(day(before)));
        assert!(day(before) < day(after));
    }
    assert_eq!(day("9999-12-31").next(), None);
    assert_eq!(day("0001-01-01").previous(), None);
}

/// Violations of a text with these limits.
fn texts(min: Option<u32>, max: Option<u32>, characters: Characters, secret: bool) -> impl Fn(&str) -> Vec<String> {
    let mut gateway = gateway();
    let field = gateway.operations[0].fields.iter_mut().find(|field| field.name == "description").unwrap();
    field.ty = Type::Text { min, max, characters };
    field.sensitivity = if secret { Sensitivity::Card } else { Sensitivity::Public };
    move |text| {
        let context = context(Environment::Sandbox, Some(credentials(&[])));
        let found = validate(&gateway, &gateway.operations[0], &params(&[("description", text)]), &context);
        found.iter().map(|one| format!("{} {} [{}] {}", one.field, one.rule, one.limit, one.actual)).collect()
    }
}

#[test]
fn a_text_of_named_characters_holds_no_others() {
    const ALL: &str =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_ !\"#$%&'()*+,./:;<=>?@[\\]^`{|}~é٣ａ字🦀";
    let kinds = [
        (Characters::Digits, "digits", 10),
        (Characters::Hexadecimal, "hex", 22),
        (Characters::Alphanumeric, "alphanumeric", 62),
        (Characters::AlphaDash, "alpha-dash", 64),
        (Characters::Any, "any", ALL.chars().count()),
    ];
    for (characters, limit, count) in kinds {
        let judge = texts(None, None, characters, false);
        let fine: String = ALL.chars().filter(|c| judge(&c.to_string()).is_empty()).collect();
        assert_eq!(fine.chars().count(), count, "{limit}: {fine}");
        assert_eq!(judge(&fine), [""; 0], "{limit}");
        if let Some(other) = ALL.chars().find(|c| !fine.contains(*c)) {
            assert_eq!(judge(&format!("1{other}")), [format!("description characters [{limit}] 1{other}")]);
        }
    }
    let hex = texts(None, None, Characters::Hexadecimal, false);
    assert_eq!(hex("09afAF"), [""; 0]);
    let secret = texts(None, None, Characters::Digits, true);
    assert_eq!(secret("4111-1111"), ["description characters [digits] ***"]);
}

#[test]
fn a_text_that_is_too_short_says_so_before_everything_else() {
    let judge = texts(Some(3), Some(4), Characters::Digits, false);
    assert_eq!(judge("123"), [""; 0]);
    assert_eq!(judge("1234"), [""; 0]);
    assert_eq!(judge("12"), ["description length-min [3] 2"]);
    assert_eq!(judge("éé"), ["description length-min [3] 2", "description characters [digits] éé"]);
    assert_eq!(judge("1234x"), ["description length [4] 5", "description characters [digits] 1234x"]);
    assert_eq!(judge(""), [""; 0], "what is absent isn't too short");
}
