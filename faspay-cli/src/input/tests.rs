//! Nested parameters on their way to the names that the engines know.

use faspay_spec::model::{Basis, Encoding, Field, From, Origin, Place, Presence, Sensitivity, Type};

use super::named;

fn field(name: &str, ty: Type) -> Field {
    Field {
        name: name.to_owned(),
        wire: name.to_owned(),
        parent: None,
        place: Place::Body,
        rust: String::new(),
        summary: String::new(),
        ty,
        documented: String::new(),
        presence: Presence::Optional,
        from: From::Caller,
        sensitivity: Sensitivity::Public,
        basis: Basis::Documented,
        origin: Origin { source: String::new(), file: String::new(), line: 1 },
        forbid: String::new(),
        case_setting: None,
        json_number: false,
        aliases: Vec::new(),
    }
}

fn fields() -> Vec<Field> {
    let object = || Type::Object { min: None, max: None };
    vec![
        field("order", object()),
        field("order.id", Type::Integer { digits: 9 }),
        field("order.customer", object()),
        field("items", Type::List { fields: Vec::new(), min: None, max: None }),
        field("metadata", Type::Json),
    ]
}

/// The names and texts that these parameters come to, or why they can't be read.
fn read(text: &str, encoding: Encoding) -> Result<Vec<(String, String)>, String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    named(file.path(), "parameters", encoding, &fields()).map_err(|failure| failure.to_string())
}

fn pairs(text: &str) -> Vec<(String, String)> {
    read(text, Encoding::Json).unwrap()
}

fn texts(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_known_object_is_given_by_name_and_its_members_by_path() {
    assert_eq!(
        pairs(r#"{"order": {"id": 7, "customer": {}}}"#),
        texts(&[("order", "{}"), ("order.id", "7"), ("order.customer", "{}")])
    );
}

#[test]
fn numbers_and_booleans_are_as_written_and_null_is_nothing() {
    assert_eq!(
        pairs(r#"{"a": 1.50, "b": -0, "c": true, "d": false, "e": null, "f": "", "order": null}"#),
        texts(&[("a", "1.50"), ("b", "-0"), ("c", "true"), ("d", "false"), ("f", "")])
    );
}

#[test]
fn lists_and_free_objects_keep_their_own_json_without_its_layout() {
    assert_eq!(
        pairs("{\"items\": [\n\t{\"n\": 1.0}\r\n], \"metadata\": { \"a\": [1, null] }, \"tags\": [\"x\"]}"),
        texts(&[("items", r#"[{"n":1.0}]"#), ("metadata", r#"{"a":[1,null]}"#), ("tags", r#"["x"]"#)])
    );
    // What is inside a text is the text's own, however it is escaped.
    let told = r#"{ "a  \" b" : "c \\", "d\n": " \\\" " }"#;
    let kept = r#"{"a  \" b":"c \\","d\n":" \\\" "}"#;
    assert_eq!(pairs(&format!(r#"{{"metadata": {told}}}"#)), texts(&[("metadata", kept)]));
}

#[test]
fn what_the_message_does_not_have_is_taken_apart_so_that_each_name_is_judged() {
    assert_eq!(
        pairs(r#"{"ordr": {"id": 1, "x": {}}, "order.id": 2}"#),
        texts(&[("ordr.id", "1"), ("ordr.x", "{}"), ("order.id", "2")])
    );
}

#[test]
fn a_name_that_comes_twice_is_refused_however_it_is_written() {
    for twice in [r#"{"a": 1, "a": 1}"#, r#"{"order": {"id": 1, "id": 2}}"#, r#"{"order": {"id": 1}, "order.id": 2}"#] {
        let refused = read(twice, Encoding::Json).unwrap_err();
        assert!(refused.contains("twice"), "{refused}");
    }
}

#[test]
fn a_form_takes_texts_and_numbers_only() {
    for nested in [r#"{"order": {}}"#, r#"{"items": []}"#, r#"{"a": true}"#] {
        assert!(read(nested, Encoding::Form).unwrap_err().contains("a form holds nothing else"));
    }
}

#[test]
fn more_levels_than_any_message_has_are_refused_before_they_cost_anything() {
    let deep = r#"{"a":"#.repeat(100_000) + "1" + &"}".repeat(100_000);
    assert!(read(&deep, Encoding::Json).is_err());
}
