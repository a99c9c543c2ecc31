//! The same in nested JSON: objects in objects, lists of objects, paths, queries and headers, and each way to show or to
//! vouch for who it is.

use faspay_spec::model::*;

use super::{acme, credential, field, from, optional, origin, secret, text};

/// A gateway whose messages are nested.
pub fn nested() -> Gateway {
    let authorization = |name: &str, scheme| Authorization { name: name.into(), scheme };
    Gateway {
        credentials: vec![
            credential("client_id", Sensitivity::Public, false),
            credential("client_secret", Sensitivity::Secret, false),
            credential("callback_key", Sensitivity::Secret, false),
        ],
        settings: vec![],
        recipes: vec![],
        authorizations: vec![
            authorization("merchant", Scheme::Basic { user: "client_id".into(), password: "client_secret".into() }),
            authorization(
                "token",
                Scheme::Bearer { operation: "card.token".into(), token: "token".into(), expires: "expires".into() },
            ),
        ],
        operations: vec![charge(), confirm(), look(), token()],
        inbound: vec![paid(), settled(), looked(), token_reply()],
        ..acme()
    }
}

fn request(id: &str, rust: &str, fields: Vec<Field>) -> Operation {
    Operation {
        id: id.into(),
        product: "card".into(),
        rust: rust.into(),
        summary: String::new(),
        basis: Basis::Documented,
        because: None,
        transport: Transport::ServerJson,
        method: Method::Post,
        endpoint: "api".into(),
        path: String::new(),
        authorization: Some("merchant".into()),
        page: "card/nested".into(),
        fields,
        rules: vec![],
        misspellings: vec![],
        corrections: vec![],
        on_return: None,
        on_callback: None,
        on_reply: Some(2),
        retry: Retry::Never,
        inquire: None,
        asks: None,
    }
}

/// Everything that may be nested, once.
fn charge() -> Operation {
    let fields = tree(vec![
        leaf("order", object(Some(2))),
        leaf("order.id", text(20)),
        leaf("order.amount", amount("order.currency")),
        from(leaf("order.currency", text(3)), From::CurrencyOf("order.amount".into())),
        optional(leaf("order.item", text(50))),
        // The name of the struct that holds it stands between it and its namesake.
        leaf("order.customer", object(None)),
        optional(leaf("order.customer.name", text(50))),
        leaf("sourceOfFunds", object(None)),
        from(leaf("sourceOfFunds.type", text(20)), From::Fixed("CARD".into())),
        optional(leaf("customer", object(Some(1)))),
        leaf("customer.email", text(100)),
        optional(leaf("customer.address", object(None))),
        leaf("customer.address.street", text(100)),
        optional(leaf("customer.flags", object(None))),
        // A card that the request does without.
        optional(Field { sensitivity: Sensitivity::Card, ..leaf("customer.cvc", text(4)) }),
        leaf("products", list(element(), Some(1))),
        optional(leaf("vouchers", list(vec![leaf("code", text(10))], None))),
        secret(leaf("pin", text(6))),
        optional(Field { json_number: true, ..leaf("capture", Type::Boolean) }),
        optional(leaf("rate", Type::Decimal { max: 8 })),
        optional(leaf("at", Type::Timestamp)),
        optional(leaf("due", Type::CompactDate)),
        optional(leaf("metadata", Type::Json)),
        Field {
            place: Place::Header("X-Request-Id".into()),
            ..from(leaf("requestId", text(64)), From::IdempotencyKey)
        },
        Field {
            presence: Presence::When(Expr::And(vec![
                Expr::Present("customer".into()),
                Expr::Compare(Operand::Count("products".into()), Relation::Greater, Operand::Number(1)),
            ])),
            ..leaf("note", text(20))
        },
    ]);
    let asks = Asked {
        order: "order.id".into(),
        amount: "order.amount".into(),
        currency: "order.currency".into(),
        merchant: Some("client_id".into()),
    };
    Operation {
        on_callback: Some(0),
        retry: Retry::SafeWithKey,
        inquire: Some("card.look".into()),
        asks: Some(asks),
        ..request("card.charge", "Charge", fields)
    }
}

/// One product: what is inside an element, with an object of its own and a list in it.
fn element() -> Vec<Field> {
    tree(vec![
        leaf("type", Type::Code { list: "lang".into(), only: None }),
        Field { json_number: true, ..leaf("quantity", Type::Integer { digits: 4 }) },
        leaf("price", object(None)),
        Field { json_number: true, ..leaf("price.value", amount("price.currency")) },
        from(leaf("price.currency", text(3)), From::CurrencyOf("price.value".into())),
        optional(leaf("parts", list(vec![optional(leaf("sku", text(9)))], None))),
    ])
}

/// A path, and objects that hold nothing but what the spec fills.
fn confirm() -> Operation {
    let fields = tree(vec![
        Field { place: Place::Path, ..leaf("id", text(40)) },
        leaf("paymentMethod", object(None)),
        leaf("paymentMethod.card", object(None)),
        Field { sensitivity: Sensitivity::Card, ..leaf("paymentMethod.card.number", text(19)) },
    ]);
    let path = "/payments/{id}/confirm".into();
    Operation { path, authorization: Some("token".into()), ..request("card.confirm", "Confirm", fields) }
}

fn look() -> Operation {
    let fields = vec![
        Field { place: Place::Path, ..leaf("id", text(40)) },
        optional(Field { place: Place::Query, ..leaf("page", Type::Integer { digits: 3 }) }),
    ];
    Operation {
        method: Method::Get,
        path: "/payments/{id}".into(),
        retry: Retry::Safe,
        ..request("card.look", "Look", fields)
    }
}

fn token() -> Operation {
    let fields = vec![from(leaf("grantType", text(20)), From::Fixed("client_credentials".into()))];
    Operation { retry: Retry::Safe, on_reply: Some(3), ..request("card.token", "Token", fields) }
}

fn message(id: &str, rust: &str, auth: Auth, fields: Vec<Field>) -> Inbound {
    Inbound {
        id: id.into(),
        product: "card".into(),
        rust: rust.into(),
        summary: String::new(),
        basis: Basis::Documented,
        because: None,
        page: "card/nested".into(),
        fields,
        encoding: Encoding::Json,
        keys: KeyCase::Exact,
        auth,
        asks: Answered::default(),
        status: None,
        outcomes: vec![],
        event_key: vec![],
        acknowledge: None,
        when: None,
        corrections: vec![],
    }
}

fn payment() -> Vec<Field> {
    received(tree(vec![
        leaf("order", object(None)),
        leaf("order.id", text(20)),
        leaf("order.amount", amount("order.currency")),
        leaf("order.currency", text(3)),
        leaf("transactionStatus", Type::Code { list: "status".into(), only: None }),
        optional(leaf("captured", Type::Boolean)),
        optional(leaf("rate", Type::Decimal { max: 8 })),
        optional(leaf("paidAt", Type::Timestamp)),
        optional(leaf("due", Type::CompactDate)),
        optional(leaf("metadata", Type::Json)),
        optional(leaf("chargeDetails", list(received(element()), None))),
    ]))
}

fn about_a_payment(message: Inbound) -> Inbound {
    let asks = Answered {
        order: Some("order.id".into()),
        amount: Some("order.amount".into()),
        currency: Some("order.currency".into()),
        paid: None,
        merchant: None,
    };
    let (status, event_key) = (Some("transactionStatus".into()), vec!["order.id".into(), "transactionStatus".into()]);
    Inbound { asks, status, event_key, ..message }
}

fn paid() -> Inbound {
    let auth = Auth::Hmac { credential: "callback_key".into(), field: "signature".into() };
    let mut fields = payment();
    fields.push(leaf("signature", text(128)));
    let when = Some(Expr::Present("signature".into()));
    Inbound { when, ..about_a_payment(message("card.paid", "Paid", auth, fields)) }
}

fn settled() -> Inbound {
    let auth = Auth::Key { credential: "callback_key".into(), header: "X-API-Key".into() };
    about_a_payment(message("card.settled", "Settled", auth, payment()))
}

fn looked() -> Inbound {
    about_a_payment(message("card.looked", "Looked", Auth::Connection, payment()))
}

fn token_reply() -> Inbound {
    let fields = vec![secret(leaf("token", text(200))), leaf("expires", Type::Integer { digits: 6 })];
    message("card.token-reply", "TokenReply", Auth::Connection, fields)
}

/// A field of the caller's: its wire key and its Rust name are those of the last part of the path.
fn leaf(path: &str, ty: Type) -> Field {
    let last = path.rsplit('.').next().unwrap_or_default();
    let rust: String = last
        .chars()
        .map(|c| if c.is_ascii_uppercase() { format!("_{}", c.to_ascii_lowercase()) } else { c.to_string() })
        .collect();
    let origin = origin(&format!("acme/card/nested#request {path}"));
    Field { wire: last.into(), rust, origin, documented: String::new(), ..field(path, ty) }
}

/// Gives each field the object that its path says as its parent.
fn tree(mut fields: Vec<Field>) -> Vec<Field> {
    for at in 0..fields.len() {
        let outer = fields[at].name.rsplit_once('.').map(|(outer, _)| outer.to_owned());
        fields[at].parent = outer.and_then(|outer| fields.iter().position(|one| one.name == outer));
    }
    fields
}

/// In a received message the accessors stand side by side, so they are named by the whole path.
fn received(mut fields: Vec<Field>) -> Vec<Field> {
    for at in 0..fields.len() {
        if let Some(parent) = fields[at].parent {
            fields[at].rust = format!("{}_{}", fields[parent].rust, fields[at].rust);
        }
    }
    fields
}

fn object(min: Option<u32>) -> Type {
    Type::Object { min, max: None }
}

fn list(fields: Vec<Field>, min: Option<u32>) -> Type {
    Type::List { fields, min, max: Some(9) }
}

fn amount(currency: &str) -> Type {
    Type::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(currency.into()) }
}
