//! Names that get in the way of generated code: that this compiles is most of the test.

mod obstacles {
    faspay_derive::generate!("tests/obstacles");
}

use faspay_runtime::{Amount, Inbound, Request};
use obstacles::codes::Part;
use obstacles::r#type::{FieldSpec, FieldSpecOptional, Message};

#[test]
fn keywords_and_taken_names_stay_usable() {
    let request = FieldSpec {
        r#type: "a".into(),
        r#ref: "b".into(),
        self_: "c".into(),
        optional_: "d".into(),
        v: Amount::idr(1),
        optional: FieldSpecOptional {
            crate_: Some(Part::Clone),
            _3ds_flag: Some("e".into()),
            token: Some("secret".into()),
            ..FieldSpecOptional::default()
        },
    };
    assert_eq!(FieldSpec::TABLE.fields.len(), 12);
    assert_eq!(Message::TABLE.id, "obstacles.type.message");
    assert!(!format!("{request:?}").contains("secret"));
}

#[test]
fn a_code_of_quotes_and_comment_ends_is_only_a_text() {
    assert_eq!(Part::Clone.as_str(), "b\"*/");
}
