//! JSON read and written by the interpreter: the grammar at its edges, every escape, nesting to the level, and bodies as they go out.

use faspay_spec::engine::{body, object, parse_pairs};
use faspay_spec::model::{Encoding, Field, Transport, Type};

use crate::model::*;

/// The pairs of a body, or the rule and the key of what is wrong with it.
fn read(body: &str) -> Result<Vec<(String, String)>, (&'static str, String)> {
    parse_pairs(Encoding::Json, "application/json", body.as_bytes()).map_err(|error| (error.rule, error.key))
}

/// The value of the only member.
fn value(json: &str) -> Result<String, (&'static str, String)> {
    let mut pairs = read(&format!("{{\"a\":{json}}}"))?;
    assert_eq!((pairs.len(), pairs[0].0.as_str()), (1, "a"), "{json}");
    Ok(pairs.remove(0).1)
}

fn malformed() -> (&'static str, String) {
    ("json", String::new())
}

#[test]
fn an_object_is_read_in_order_with_white_space_anywhere_between() {
    assert_eq!(read("{}"), Ok(vec![]));
    assert_eq!(read(" \t\r\n{ \n} "), Ok(vec![]));
    let members = pairs(&[("b", "1"), ("a", ""), ("", "x y"), ("t", "true"), ("f", "false"), ("n", "")]);
    let tight = "{\"b\":1,\"a\":\"\",\"\":\"x y\",\"t\":true,\"f\":false,\"n\":null}";
    assert_eq!(read(tight), Ok(members.clone()));
    let wide = "\r{ \"b\"\t: 1 , \"a\" :\n\"\" , \"\" : \"x y\" ,\"t\": true , \"f\":false\t, \"n\" : null } \n";
    assert_eq!(read(wide), Ok(members));
}

#[test]
fn a_message_comes_in_its_own_encoding_and_the_refusal_names_it() {
    let wanted = |encoding, content_type| {
        let error = parse_pairs(encoding, content_type, b"{}").expect_err("the other encoding");
        assert_eq!((error.rule, error.key.as_str()), ("content-type", ""));
        error.to_string()
    };
    assert_eq!(wanted(Encoding::Json, "text/plain"), "This message comes as JSON.");
    assert_eq!(wanted(Encoding::Form, "application/json"), "This message comes as a form or plain text.");
}

#[test]
fn anything_but_one_object_is_no_message() {
    for text in [
        "",
        " ",
        "[]",
        "1",
        "\"a\"",
        "null",
        "{",
        "}",
        "{}{}",
        "{}x",
        "x{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1",
        "{\"a\":1,}",
        "{,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1;\"b\":2}",
        "{\"a\":1]",
        "{\"a",
        "{\"a\":\"b",
        "{\"a\":\"b\\",
        "{1:1}",
        "{\"a\":1}}",
        "\u{feff}{}",
        "{\u{a0}}",
        "{\"a\":\u{b}1}",
    ] {
        let rule = if text.ends_with('\\') { ("escape", "a".to_owned()) } else { malformed() };
        assert_eq!(read(text), Err(rule), "{text:?}");
    }
    let broken = parse_pairs(Encoding::Json, "application/json", b"{\"a\":\"\xff\"}").expect_err("no UTF-8");
    assert_eq!((broken.rule, broken.key.as_str()), ("utf8", ""));
}

#[test]
fn numbers_stay_the_text_that_they_are_and_have_the_grammar_of_json() {
    for number in [
        "0",
        "-0",
        "7",
        "-7",
        "10",
        "99999999999999999999999",
        "0.5",
        "-0.50",
        "1.0",
        "12.034",
        "1e1",
        "1E1",
        "1e+1",
        "1e-10",
        "0e0",
        "1.5E+20",
        "-12.5e-07",
    ] {
        assert_eq!(value(number), Ok(number.to_owned()));
        assert_eq!(value(&format!("[{number}]")), Ok(format!("[{number}]")));
    }
    for number in [
        "00",
        "01",
        "-01",
        "-",
        "+1",
        "1.",
        "-1.",
        ".5",
        "-.5",
        "1.e1",
        "1e",
        "1e+",
        "1E-",
        "1e1.5",
        "1e++1",
        "--1",
        "0x1",
        "1_0",
        "1,5",
        "1.5.5",
        "NaN",
        "Infinity",
        "-a",
        "1 1",
        "٣",
        "tru",
        "True",
        "nul",
        "truefalse",
        "nullx",
    ] {
        assert_eq!(value(number), Err(malformed()), "{number}");
        // Inside a list the comma stands between two numbers.
        let expected = if number == "1,5" { Ok("[1,5]".to_owned()) } else { Err(malformed()) };
        assert_eq!(value(&format!("[{number}]")), expected, "{number}");
    }
}

#[test]
fn escapes_are_decoded_once_and_half_a_pair_is_none() {
    for (written, meant) in [
        (r#"\"\\\/"#, "\"\\/"),
        (r"\\u0041", r"\u0041"),
        (r"\u0041\u00e9\u00E9", "Aéé"),
        (r"\uD83E\uDD80!", "🦀!"),
        (r"\ud800\udc00\udbff\udfff", "\u{10000}\u{10ffff}"),
        (r"\ud7ff\ue000\uffff", "\u{d7ff}\u{e000}\u{ffff}"),
        ("é🦀/'", "é🦀/'"),
    ] {
        assert_eq!(value(&format!("\"{written}\"")), Ok(meant.to_owned()), "{written}");
        assert_eq!(read(&format!("{{\"{written}\":1}}")), Ok(pairs(&[(meant, "1")])), "{written}");
    }
    for wrong in [
        r"\x",
        r"\'",
        r"\N",
        r"\U0041",
        r"\0",
        r"\u",
        r"\u004",
        r"\u004g",
        r"\u+041",
        r"\u é00",
        r"\ud83e",
        r"\ud83e!",
        r"\ud83e\n",
        r"\ud83eu0041",
        r"\ud83e\u0041",
        r"\ud83e\ud83e",
        r"\udd80",
        r"\udc00\ud800",
        r"\udfff",
        r"\ud83e\u00",
    ] {
        assert_eq!(value(&format!("\"{wrong}\"")), Err(("escape", "a".to_owned())), "{wrong}");
        assert_eq!(value(&format!("[\"{wrong}\"]")), Err(("escape", "a".to_owned())), "{wrong}");
        assert_eq!(read(&format!("{{\"{wrong}\":1}}")), Err(("escape", String::new())), "{wrong}");
    }
    // These decode to characters that no value may have, escaped or not.
    for control in [r"\b", r"\f", r"\n", r"\r", r"\t", r"\u0000", r"\u2028", "\n", "\u{7f}"] {
        assert_eq!(value(&format!("\"{control}\"")), Err(("control", "a".to_owned())), "{control:?}");
    }
}

#[test]
fn a_nested_value_is_kept_without_its_white_space() {
    for (written, kept) in [
        ("{ }", "{}"),
        ("[\t]", "[]"),
        ("[ 1 , -2.5e3 ,true, null ]", "[1,-2.5e3,true,null]"),
        (
            r#"{ "b c" : [ "x, y" , { } , [ [ ] ] ] , "d" : { "e" : "\u0041\"" } }"#,
            r#"{"b c":["x, y",{},[[]]],"d":{"e":"\u0041\""}}"#,
        ),
    ] {
        assert_eq!(value(written), Ok(kept.to_owned()));
    }
    for wrong in [
        "[",
        "{",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[,1]",
        "[1 2]",
        "[1;2]",
        "[1}",
        "{\"b\"}",
        "{\"b\":}",
        "{\"b\":1",
        "{\"b\":1,}",
        "{\"b\" 1}",
        "{1:1}",
        "{b:1}",
        "{[]:1}",
        "{null:1}",
        "{\"b\":1]",
        "{,}",
        "[\"x]",
        "[01]",
    ] {
        assert_eq!(value(wrong), Err(malformed()), "{wrong}");
    }
}

#[test]
fn sixteen_levels_are_read_and_no_more() {
    let lists = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let objects = |levels: usize| format!("{}1{}", "{\"b\":".repeat(levels), "}".repeat(levels));
    for nested in [lists, objects] {
        assert_eq!(value(&nested(16)), Ok(nested(16)));
        assert_eq!(value(&nested(17)), Err(("nested", "a".to_owned())));
    }
    // Beside each other they don't add up.
    let wide = format!("[{}]", vec![lists(15); 20].join(","));
    assert_eq!(value(&wide), Ok(wide.clone()));
    let mixed = format!("{}{}{}", "[".repeat(12), objects(5), "]".repeat(12));
    assert_eq!(value(&mixed), Err(("nested", "a".to_owned())));
}

#[test]
fn the_first_mistake_is_told_and_members_are_counted() {
    let members = |count: usize| {
        let all: Vec<String> = (0..count).map(|i| format!("\"k{i}\":{i}")).collect();
        format!("{{{}}}", all.join(","))
    };
    assert_eq!(read(&members(256)).map(|pairs| pairs.len()), Ok(256));
    assert_eq!(read(&members(257)), Err(("too-many-pairs", String::new())));
    assert_eq!(read("{\"a\":1,\"A\":2,\"b\":\"\\x\"}"), Err(("duplicate-key", "A".to_owned())));
    assert_eq!(read("{\"a\":1,\"b\":\"\\x\",\"A\":2}"), Err(("escape", "b".to_owned())));
}

/// A number and a text, posted as JSON.
fn posting(transport: Transport) -> faspay_spec::model::Operation {
    let number = Field { json_number: true, ..field("n", Type::Integer { digits: 9 }) };
    faspay_spec::model::Operation { transport, ..operation(vec![number, field("t", text(99))]) }
}

#[test]
fn a_body_is_written_as_its_transport_says() {
    let fields = [("N", "7"), ("T", "8")].map(|(key, value)| (key.to_owned(), value.to_owned(), false));
    assert_eq!(body(&posting(Transport::ServerJson), &fields), r#"{"N":7,"T":"8"}"#);
    assert_eq!(body(&posting(Transport::ServerForm), &fields), "N=7&T=8");
    assert_eq!(body(&posting(Transport::BrowserForm), &fields), "N=7&T=8");
    assert_eq!(body(&posting(Transport::ServerJson), &[]), "{}");
    // A masked number isn't one.
    let masked = [("N".to_owned(), "***".to_owned(), true)];
    assert_eq!(body(&posting(Transport::ServerJson), &masked), r#"{"N":"***"}"#);
}

#[test]
fn texts_are_escaped_where_json_wants_it_and_nowhere_else() {
    let all = "a\"\\/\u{8}\u{c}\n\r\t\0\u{1f} \u{7f}é\u{2028}🦀";
    let written = object(&pairs(&[("k\"", all)]), &[]);
    assert_eq!(written, "{\"k\\\"\":\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f \u{7f}é\u{2028}🦀\"}");
}

#[test]
fn a_value_is_written_bare_when_it_is_told_to_be_and_is_a_number() {
    let written = object(&pairs(&[("a", "12"), ("b", "12"), ("c", "1x"), ("d", "-1.5e3")]), &["a", "c", "d"]);
    assert_eq!(written, r#"{"a":12,"b":"12","c":"1x","d":-1.5e3}"#);
    assert_eq!(object(&pairs(&[("a", ""), ("b", "01")]), &["a", "b"]), r#"{"a":"","b":"01"}"#);
}
