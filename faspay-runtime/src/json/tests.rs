use super::*;
use crate::receive::ReceiveError;

static KEYS: Keys = Keys::new(&["trx_id", "status", "amount"]);

/// Key and value of every member.
fn read(body: &str) -> Result<Vec<(String, String)>, ReceiveError> {
    let pairs = scan(&KEYS, body.as_bytes())?;
    let slice = |(start, end): Span| pairs.buffer.get(start..end).unwrap().to_owned();
    Ok(pairs.list.iter().map(|pair| (slice(pair.key), slice(pair.value))).collect())
}

/// The value of the only member.
fn value(json: &str) -> String {
    let mut pairs = read(&format!("{{\"x\":{json}}}")).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(pairs.len(), 1, "{json}");
    pairs.swap_remove(0).1
}

fn refused(body: &str) -> String {
    let error = read(body).expect_err(body);
    format!("{} {}", error.id(), error.key().unwrap_or_default())
}

#[test]
fn numbers_stay_the_text_that_they_were_written_as() {
    for number in ["0", "-0", "2", "2.0", "2.50", "1e3", "1E+03", "-12.5e-7", "123456789012345678901234567890", "0.10"]
    {
        assert_eq!(value(number), number);
    }
    for number in ["01", "+1", ".5", "1.", "1e", "1e+", "-", "0x1", "1_0", "NaN", "Infinity", "1.e3", "--1"] {
        assert_eq!(refused(&format!("{{\"x\":{number}}}")), "json ", "{number}");
    }
}

#[test]
fn null_is_nothing_and_the_other_words_are_themselves() {
    assert_eq!([value("null"), value("true"), value("false")], ["", "true", "false"]);
    for word in ["nul", "True", "NULL", "nulls", "undefined", "", "'x'"] {
        assert_eq!(refused(&format!("{{\"x\":{word}}}")), "json ", "{word}");
    }
}

#[test]
fn every_escape_is_decoded_once() {
    assert_eq!(value(r#""\"\\\/\u0041\u00e9\uD83C\udfab""#), "\"\\/Aé🎫");
    assert_eq!(value(r#""\\u0041""#), r"\u0041");
    assert_eq!(value("\"é🎫\u{7e}\""), "é🎫~");
    assert_eq!(read(r#"{"trx\u005fid":"1"}"#).unwrap(), [("trx_id".to_owned(), "1".to_owned())]);
}

#[test]
fn half_a_character_is_no_character() {
    for escape in [
        r"\uD83C",
        r"\uDFAB",
        r"\uD83Cx",
        r"\uD83C\n",
        r"\uD83CA",
        r"\uD83C\uD83C",
        r"\uDFAB\uD83C",
        r"\uDC00\uDC00",
        r"\uD83C\uDBFF",
        r"\uD83C\uE000",
        r"\u12",
        r"\u12G4",
        r"\u+123",
        r"\x41",
        r"\'",
        r"\U0041",
        r"\uD83C\",
    ] {
        assert_eq!(refused(&format!("{{\"x\":\"{escape}\"}}")), "escape x", "{escape}");
        assert_eq!(refused(&format!("{{\"{escape}\":1}}")), "escape ", "{escape} in a key");
        assert_eq!(refused(&format!("{{\"x\":[{{\"{escape}\":1}}]}}")), "escape x", "{escape} in a nested key");
    }
}

#[test]
fn control_characters_are_refused_written_or_escaped() {
    for text in [r"\n", r"\u0000", r"\u007f", r"\u202e", "\u{1}", "\n", "\u{7f}", "\u{2028}", r"\b\f\r\t"] {
        assert_eq!(refused(&format!("{{\"status\":\"a{text}\"}}")), "control status", "{text:?}");
    }
    assert_eq!(refused("{\"a\\nb\":1}"), r"control a\u{a}b");
    assert_eq!(refused("{\"x\":[\"\u{2028}\"]}"), "control x", "inside a nested value too");
}

#[test]
fn a_key_comes_once_in_whatever_case() {
    for body in [
        r#"{"trx_id":"1","trx_id":"1"}"#,
        r#"{"trx_id":"1","TRX_ID":"2"}"#,
        r#"{"trx_id":"1","trx\u005Fid":"2"}"#,
        r#"{"trx_id":null,"trx_id":"2"}"#,
    ] {
        assert!(refused(body).starts_with("duplicate-key "), "{body}");
    }
    assert_eq!(refused(r#"{"x":1,"X":2}"#), "duplicate-key X");
    assert_eq!(refused(r#"{"Trx_id":1}"#), "key-case Trx_id");
}

#[test]
fn one_object_and_nothing_else() {
    for body in [
        "",
        " ",
        "[]",
        "\"x\"",
        "1",
        "null",
        "{",
        "{}x",
        "{} {}",
        "{},",
        "{\"x\":1",
        "{\"x\"}",
        "{\"x\":}",
        "{\"x\":1,}",
        "{,}",
        "{\"x\":1 \"y\":2}",
        "{x:1}",
        "{'x':1}",
        "{\"x\":1}\0",
        "\u{feff}{}",
        "{\"x\":\"a}",
        "{\"x\":1;\"y\":2}",
        "{1:2}",
        "/**/{}",
        "{\"x\":1//\n}",
        "\u{a0}{}",
    ] {
        assert_eq!(refused(body), "json ", "{body:?}");
    }
    assert_eq!(read(" \t\r\n{ \"x\" :\n1 , \"y\":2\t} \n").unwrap().len(), 2);
    assert_eq!(read("{}").unwrap(), []);
}

#[test]
fn nested_values_survive_where_nobody_knows_the_key_and_nowhere_else() {
    assert_eq!(value(" { \"a\" : [ 1 , \"b c\" , { } , [ ] , null ] } "), r#"{"a":[1,"b c",{},[],null]}"#);
    assert_eq!(value(r#"["\u0041\""]"#), r#"["\u0041\""]"#, "strings as they are written");
    assert_eq!(refused(r#"{"status":{"code":"2"}}"#), "nested status");
    assert_eq!(refused(r#"{"status":["2"]}"#), "nested status");
    for body in [
        "{\"x\":[1,]}",
        "{\"x\":[,1]}",
        "{\"x\":{\"a\"}}",
        "{\"x\":{1:2}}",
        "{\"x\":[1}",
        "{\"x\":[[]}",
        "{\"x\":[1 2]}",
    ] {
        assert_eq!(refused(body), "json ", "{body}");
    }
    let deep = |levels: usize| format!("{{\"x\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(value(&format!("{}{}", "[".repeat(16), "]".repeat(16))).len(), 32);
    assert_eq!(refused(&deep(17)), "nested x");
    assert_eq!(refused(&deep(30_000)), "nested x");
}

#[test]
fn there_is_an_end_to_bytes_and_members() {
    let members = |count: usize| {
        let all: Vec<String> = (0..count).map(|at| format!("\"k{at}\":{at}")).collect();
        format!("{{{}}}", all.join(","))
    };
    assert_eq!(read(&members(256)).unwrap().len(), 256);
    assert_eq!(refused(&members(257)), "too-many-pairs ");
    let sized = |bytes: usize| format!("{{\"x\":\"{}\"}}", "a".repeat(bytes - 8));
    assert!(read(&sized(65_536)).is_ok());
    assert_eq!(refused(&sized(65_537)), "too-large ");
}

#[test]
fn bytes_that_are_no_text_are_refused_wherever_they_stand() {
    for body in [&b"{\"x\":\"\xff\"}"[..], b"{\"\xc3\":1}", b"{}\xff", b"{\"x\":\"\xed\xa0\x80\"}", b"\xff\xfe{}"] {
        assert_eq!(scan(&KEYS, body).err().map(|error| error.id()), Some("utf8"), "{body:?}");
    }
}

#[test]
fn what_is_written_is_what_is_read() {
    let mut body = Vec::new();
    let mut object = ObjectWriter::new(&mut body);
    object.member("x", "a\"b\\c/é🎫", false);
    object.member("n", "12.50", true);
    object.finish();
    assert_eq!(String::from_utf8(body).unwrap(), "{\"x\":\"a\\\"b\\\\c/é🎫\",\"n\":12.50}");
}

/// Nothing that is sent holds a control character; what is written is JSON all the same.
#[test]
fn every_control_character_is_escaped() {
    let written = |text: &str| {
        let mut out = Vec::new();
        write_string(text, &mut out);
        String::from_utf8(out).unwrap()
    };
    assert_eq!(written("\u{8}\t\n\u{c}\r"), r#""\b\t\n\f\r""#);
    assert_eq!(written("\0\u{1}\u{b}\u{e}\u{1f} \u{7f}"), "\"\\u0000\\u0001\\u000b\\u000e\\u001f \u{7f}\"");
    // Buffers are made large enough at once, since growing leaves copies of secrets behind.
    for text in ["", "a", "\0\u{1f}", "\"\\", "é🎫", &"\u{1}".repeat(99)] {
        assert!(written(text).len() <= most_bytes(text), "{text:?}");
    }
    assert_eq!(written("\u{1}\u{2}").len(), most_bytes("\u{1}\u{2}"));
}
