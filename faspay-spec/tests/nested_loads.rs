//! What a spec of nested JSON, HTTP parts and other ways of vouching loads to: the invented gateway of `nested/acme`, whose
//! operations are made like those of two real ones.

use std::fmt::Write as _;
use std::path::Path;

use faspay_spec::model::{Field, Gateway, Place, Type};
use faspay_spec::{Folder, load};

fn gateway() -> Gateway {
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme")).unwrap();
    load(&folder).unwrap_or_else(|report| panic!("{report}"))
}

/// One line a field: position, parent, canonical name, Rust name, key, place, type, presence, source of the value.
fn table(fields: &[Field], indent: &str) -> String {
    let mut text = String::new();
    for (index, field) in fields.iter().enumerate() {
        let parent = field.parent.map(|parent| format!(" in {parent}")).unwrap_or_default();
        let place = match &field.place {
            Place::Body => String::new(),
            Place::Path => " (path)".to_owned(),
            Place::Query => " (query)".to_owned(),
            Place::Header(name) => format!(" (header {name})"),
        };
        let (ty, elements) = match &field.ty {
            Type::List { fields, min, max } => (format!("List {min:?} {max:?}"), fields.as_slice()),
            ty => (format!("{ty:?}"), [].as_slice()),
        };
        let bare = if field.json_number { " bare" } else { "" };
        let _ = writeln!(
            text,
            "{indent}{index}{parent} {} = {} as {:?}{place}: {ty}{bare}, {:?}, {:?}",
            field.name, field.rust, field.wire, field.presence, field.from
        );
        text += &table(elements, &format!("{indent}    "));
    }
    text
}

#[test]
fn requests_load_to_fields_with_parents_and_places() {
    let mut text = String::new();
    for operation in &gateway().operations {
        let _ = writeln!(
            text,
            "{} {} {:?} {:?}",
            operation.id,
            operation.method.as_str(),
            operation.path,
            operation.authorization
        );
        text += &table(&operation.fields, "  ");
        for (wrong, right) in &operation.misspellings {
            let _ = writeln!(text, "  not {wrong} but {right}");
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn received_messages_load_to_fields_named_by_their_paths() {
    let mut text = String::new();
    for inbound in &gateway().inbound {
        let _ = writeln!(text, "{} {:?} {:?}", inbound.id, inbound.keys, inbound.auth);
        text += &table(&inbound.fields, "  ");
        let _ = writeln!(text, "  asks {:?}; status {:?}; key {:?}", inbound.asks, inbound.status, inbound.event_key);
    }
    insta::assert_snapshot!(text);
}

#[test]
fn authorizations_load_with_their_credentials_and_tokens() {
    insta::assert_debug_snapshot!(gateway().authorizations);
}

#[test]
fn members_stand_behind_their_parent_and_before_its_next_sibling() {
    for operation in &gateway().operations {
        for (index, field) in operation.fields.iter().enumerate() {
            let Some(parent) = field.parent else { continue };
            assert!(parent < index, "{} {}", operation.id, field.name);
            let within = format!("{}.", operation.fields[parent].name);
            let between = &operation.fields[parent + 1..=index];
            assert!(between.iter().all(|own| own.name.starts_with(&within)), "{} {}", operation.id, field.name);
        }
    }
}

#[test]
fn where_names_are_in_lower_case_a_path_names_them_as_the_page_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme");
    let check = std::fs::read_to_string(root.join("operations/check.yaml")).unwrap().replace("  keys: exact\n", "");
    let folder = Folder::read(&root).unwrap().with("acme/operations/check.yaml", check.into_bytes());
    let gateway = load(&folder).unwrap_or_else(|report| panic!("{report}"));
    let check = gateway.operations.iter().find(|operation| operation.id == "pay.check").unwrap();
    assert_eq!(check.path, "/pg/payment/card/check/{orderid}");
    assert_eq!((check.fields[0].name.as_str(), check.fields[0].wire.as_str()), ("orderid", "orderId"));
}
