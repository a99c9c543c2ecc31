//! The committed Pivot folder is free of mistakes, and says what merchants rely on.

use std::path::Path;

use faspay_spec::model::{Auth, Field, From, Gateway, Operation, Place, Presence, Sensitivity, Type};

fn gateway() -> Gateway {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/pivot");
    let folder = faspay_spec::Folder::read(&folder).unwrap();
    faspay_spec::load(&folder).unwrap_or_else(|report| panic!("{report}"))
}

fn operation<'a>(gateway: &'a Gateway, id: &str) -> &'a Operation {
    gateway.operations.iter().find(|own| own.id == id).unwrap()
}

fn field<'a>(fields: &'a [Field], name: &str) -> &'a Field {
    fields.iter().find(|own| own.name == name).unwrap_or_else(|| panic!("no field {name}"))
}

#[test]
fn the_pivot_folder_loads() {
    let gateway = gateway();
    let operations: Vec<&str> = gateway.operations.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(
        operations,
        [
            "auth.access-token",
            "customer.retrieve",
            "session.cancel",
            "session.capture",
            "session.confirm",
            "session.create",
            "session.retrieve",
            "session.retrieve-by-reference"
        ]
    );
    assert_eq!(gateway.inbound.len(), 6);
    assert!(gateway.inbound.iter().any(|own| own.id == "callback" && matches!(own.auth, Auth::Key { .. })));
    assert_eq!(gateway.lives.len(), 1);
}

#[test]
fn a_card_goes_to_pivot_encrypted_or_as_a_token_and_in_no_other_way() {
    let gateway = gateway();
    for operation in &gateway.operations {
        let card: Vec<&str> =
            operation.fields.iter().filter_map(|own| own.name.strip_prefix("paymentMethod.card.")).collect();
        let expected: &[&str] = match operation.id.as_str() {
            "session.create" => {
                &["token", "cvc", "cardHolderFirstName", "cardHolderLastName", "cardHolderEmail", "cardHolderPhone"]
            }
            "session.confirm" => &["encryptedCard"],
            _ => &[],
        };
        assert_eq!(card, expected, "{}", operation.id);
    }
    let create = operation(&gateway, "session.create");
    assert_eq!(field(&create.fields, "paymentMethod.card.token").sensitivity, Sensitivity::Secret);
    assert_eq!(field(&create.fields, "paymentMethod.card.cvc").sensitivity, Sensitivity::Card);
    let confirm = operation(&gateway, "session.confirm");
    let encrypted = field(&confirm.fields, "paymentMethod.card.encryptedCard");
    // Nobody on the way can read it: it is hidden, and is no card data.
    assert_eq!(encrypted.sensitivity, Sensitivity::Secret);
    assert_eq!(encrypted.presence, Presence::Mandatory);
    // The published one has 1508 characters, and the table has room for 500.
    assert_eq!(encrypted.ty, Type::EncryptedCard);
}

#[test]
fn a_session_is_created_once_for_each_request_id() {
    let gateway = gateway();
    let create = operation(&gateway, "session.create");
    let key = field(&create.fields, "X-REQUEST-ID");
    assert_eq!(key.from, From::IdempotencyKey);
    assert_eq!(key.place, Place::Header("X-REQUEST-ID".into()));
    assert!(matches!(key.ty, Type::Text { min: Some(16), max: Some(36), .. }));
}

#[test]
fn everything_but_the_token_carries_the_token() {
    let gateway = gateway();
    for operation in &gateway.operations {
        assert_eq!(operation.authorization.is_none(), operation.id == "auth.access-token", "{}", operation.id);
    }
}

#[test]
fn what_is_misspelled_on_pages_is_sent_under_its_right_name() {
    let gateway = gateway();
    let create = operation(&gateway, "session.create");
    for (wrong, right) in [
        ("saveForFuture", "saveForFutureUse"),
        ("showSavePayment", "showSavedPayment"),
        ("customer.sureName", "customer.surname"),
    ] {
        assert!(create.misspellings.contains(&(wrong.to_owned(), right.to_owned())), "{wrong}");
        field(&create.fields, right);
    }
}
