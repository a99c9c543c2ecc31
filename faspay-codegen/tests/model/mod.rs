//! A small invented gateway, built in Rust so that these tests need no loader: every kind of field, presence, rule
//! and message once. The tests start from it and make it hostile, awkward or different.

mod nested;

pub use nested::nested;

use faspay_spec::model::*;

/// The real thing, from the project's spec folder.
#[allow(dead_code)]
pub fn faspay() -> Gateway {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/faspay");
    let files = faspay_spec::Folder::read(&folder).unwrap();
    faspay_spec::load(&files).unwrap_or_else(|report| panic!("{report}"))
}

pub fn acme() -> Gateway {
    Gateway {
        id: "acme".into(),
        crate_name: "acme".into(),
        summary: "An invented gateway.".into(),
        products: vec![
            Product { id: "card".into(), summary: "Card payments.".into() },
            Product { id: "recurring".into(), summary: "Recurring payments.".into() },
        ],
        credentials: vec![
            credential("merchantid", Sensitivity::Public, false),
            credential("txn_password", Sensitivity::Secret, false),
            credential("user_id", Sensitivity::Public, true),
        ],
        settings: vec![
            Setting {
                name: "send_txn_password".into(),
                summary: "Whether the form carries the password.".into(),
                kind: SettingKind::SendsCredential { credential: "txn_password".into() },
            },
            Setting {
                name: "order_case".into(),
                summary: "How the order id is cased before hashing.".into(),
                kind: SettingKind::Case,
            },
        ],
        endpoints: vec![
            Endpoint { name: "pay".into(), sandbox: Some("https://sandbox.acme.test/pay".into()), production: None },
            Endpoint { name: "api".into(), sandbox: None, production: Some("https://acme.test/api".into()) },
        ],
        authorizations: Vec::new(),
        recipes: vec![
            Recipe {
                name: "request".into(),
                digest: Digest::Sha1Hex,
                parts: vec![
                    Part::Literal("##".into()),
                    value("merchantid", Case::Upper),
                    Part::Literal("##".into()),
                    value("txn_password", Case::AsIs),
                    Part::Literal("##".into()),
                    value("order", Case::Setting("order_case".into())),
                    Part::Literal("##".into()),
                    value("kind", Case::AsIs),
                ],
                delimiter_chars: "#".into(),
                vectors: vec![],
                accepts: vec![],
            },
            Recipe {
                name: "result".into(),
                digest: Digest::Sha1OfMd5Hex,
                parts: vec![value("txn_password", Case::AsIs), value("order", Case::AsIs), value("status", Case::AsIs)],
                delimiter_chars: String::new(),
                vectors: vec![],
                accepts: vec![],
            },
        ],
        codes: vec![
            CodeList {
                name: "status".into(),
                rust: "Status".into(),
                summary: "What became of a payment.".into(),
                advice_basis: None,
                standalone: None,
                values: vec![
                    code("S", "Sold", Some(Outcome::Paid)),
                    code("F", "Failed", Some(Outcome::NotPaid)),
                    code("P", "Pending", Some(Outcome::Pending)),
                    code("X", "Odd", Some(Outcome::Unknown)),
                ],
            },
            CodeList {
                name: "lang".into(),
                rust: "Language".into(),
                summary: "Languages.".into(),
                advice_basis: None,
                standalone: None,
                values: vec![code("EN", "English", None), code("ID", "Indonesian", None)],
            },
        ],
        operations: vec![pay(), inquire()],
        inbound: vec![result(), notice(), answer()],
        lives: vec![],
        contradictions: vec![],
        pages: vec![],
    }
}

fn pay() -> Operation {
    let day_rule = Expr::And(vec![
        Expr::Compare(Operand::Field("cycle".into()), Relation::NotEqual, Operand::Number(0)),
        Expr::Or(vec![Expr::Present("note".into()), Expr::Not(Box::new(Expr::In("lang".into(), vec!["EN".into()])))]),
    ]);
    Operation {
        id: "card.pay".into(),
        product: "card".into(),
        rust: "Pay".into(),
        summary: "Opens the payment window.".into(),
        basis: Basis::Documented,
        because: None,
        transport: Transport::BrowserForm,
        endpoint: "pay".into(),
        method: Method::Post,
        path: String::new(),
        authorization: None,
        page: "card/pay".into(),
        fields: vec![
            from(field("merchantid", text(30)), From::Credential("merchantid".into())),
            secret(from(field("txn_password", text(12)), From::Credential("txn_password".into()))),
            from(field("method", text(1)), From::Fixed("3".into())),
            Field { case_setting: Some("order_case".into()), forbid: "#".into(), ..field("order", text(100)) },
            field("amount", amount()),
            from(field("currency", text(3)), From::CurrencyOf("amount".into())),
            optional(field("lang", Type::Code { list: "lang".into(), only: Some(vec!["EN".into()]) })),
            field("return_url", Type::Url { max: Some(100) }),
            optional(field("cycle", Type::Integer { digits: 2 })),
            optional(field("start", Type::Date)),
            optional(field("until", Type::Date)),
            Field {
                presence: Presence::When(Expr::Compare(
                    Operand::Field("cycle".into()),
                    Relation::NotEqual,
                    Operand::Number(0),
                )),
                ..field("days", Type::DayList { max: 9 })
            },
            secret(optional(field("card_token", text(40)))),
            Field { presence: Presence::Undocumented, ..field("note", text(20)) },
            optional(field("type", Type::text(None))),
            from(
                field("signature", text(40)),
                From::Signature { recipe: "request".into(), with: vec![("kind".into(), "0".into())] },
            ),
        ],
        rules: vec![
            rule(
                "one-day-with-cycle",
                Some(day_rule),
                Expr::Compare(Operand::Count("days".into()), Relation::Equal, Operand::Number(1)),
                "days",
            ),
            rule(
                "ends-after-start",
                None,
                Expr::Compare(Operand::Field("until".into()), Relation::GreaterOrEqual, Operand::Field("start".into())),
                "until",
            ),
            rule(
                "starts-later",
                None,
                Expr::Compare(Operand::Field("start".into()), Relation::Greater, Operand::Today),
                "start",
            ),
            rule(
                "note-is-plain",
                None,
                Expr::Compare(Operand::Field("note".into()), Relation::NotEqual, Operand::Text("x".into())),
                "note",
            ),
            rule(
                "not-too-dear",
                None,
                Expr::Compare(Operand::Number(100), Relation::GreaterOrEqual, Operand::Field("amount".into())),
                "amount",
            ),
        ],
        misspellings: vec![("cicle".into(), "cycle".into())],
        corrections: vec![Correction {
            field: "signature".into(),
            row: Origin { source: "acme/pay#request row 1".into(), file: "acme/pages/pay.yaml".into(), line: 1 },
            origin: Origin {
                source: "acme/operations/pay.yaml".into(),
                file: "acme/operations/pay.yaml".into(),
                line: 1,
            },
            expect: "type Varchar(10)".into(),
            set: "type Varchar(40)".into(),
            because: "SHA-1 in hexadecimal is 40 characters".into(),
        }],
        on_return: Some(0),
        on_callback: Some(0),
        on_reply: None,
        retry: Retry::Never,
        inquire: Some("card.inquire".into()),
        asks: Some(asked()),
    }
}

fn inquire() -> Operation {
    Operation {
        id: "card.inquire".into(),
        rust: "Inquire".into(),
        summary: String::new(),
        basis: Basis::Inferred,
        because: None,
        transport: Transport::ServerForm,
        endpoint: "api".into(),
        method: Method::Post,
        path: String::new(),
        authorization: None,
        fields: vec![
            from(field("merchantid", text(30)), From::Credential("merchantid".into())),
            field("order", text(100)),
        ],
        rules: vec![],
        misspellings: vec![],
        corrections: vec![],
        on_return: None,
        on_callback: None,
        on_reply: Some(2),
        retry: Retry::Safe,
        inquire: None,
        asks: None,
        ..pay()
    }
}

fn result() -> Inbound {
    Inbound {
        id: "card.result".into(),
        product: "card".into(),
        rust: "CardResult".into(),
        summary: "What became of a card payment.".into(),
        basis: Basis::Documented,
        because: None,
        page: "card/result".into(),
        fields: vec![
            field("merchantid", text(30)),
            field("order", text(100)),
            field("amount", amount()),
            field("currency", text(3)),
            field("status", Type::Code { list: "status".into(), only: None }),
            optional(field("note", text(20))),
            optional(field("on", Type::Date)),
            optional(field("tries", Type::Integer { digits: 3 })),
            optional(field("days", Type::DayList { max: 9 })),
            field("signature", text(40)),
        ],
        auth: Auth::Signed {
            recipe: "result".into(),
            field: "signature".into(),
            covers: vec!["order".into(), "status".into()],
            exposed_by: Some("send_txn_password".into()),
        },
        encoding: Encoding::Form,
        keys: KeyCase::LowerOrUpper,
        asks: Answered {
            order: Some("order".into()),
            amount: Some("amount".into()),
            currency: Some("currency".into()),
            paid: None,
            merchant: Some("merchantid".into()),
        },
        status: Some("status".into()),
        outcomes: vec![],
        event_key: vec!["order".into(), "status".into()],
        acknowledge: None,
        when: Some(Expr::Present("status".into())),
        corrections: vec![],
    }
}

fn notice() -> Inbound {
    Inbound {
        id: "recurring.notice".into(),
        product: "recurring".into(),
        rust: "Notice".into(),
        summary: "An unsigned notice.".into(),
        basis: Basis::Partial,
        because: Some("no page says who sends it".into()),
        auth: Auth::None,
        when: None,
        ..result()
    }
}

fn answer() -> Inbound {
    Inbound {
        id: "card.answer".into(),
        rust: "Answer".into(),
        summary: "The answer to an inquiry.".into(),
        outcomes: vec![("S".into(), Outcome::Unknown)],
        when: None,
        ..result()
    }
}

fn asked() -> Asked {
    Asked {
        order: "order".into(),
        amount: "amount".into(),
        currency: "currency".into(),
        merchant: Some("merchantid".into()),
    }
}

pub fn field(name: &str, ty: Type) -> Field {
    Field {
        name: name.into(),
        wire: name.to_ascii_uppercase(),
        parent: None,
        place: Place::Body,
        rust: name.into(),
        summary: String::new(),
        documented: "Varchar(50)".into(),
        ty,
        presence: Presence::Mandatory,
        from: From::Caller,
        sensitivity: Sensitivity::Public,
        basis: Basis::Documented,
        origin: origin(&format!("acme/card/pay#request {name}")),
        forbid: String::new(),
        case_setting: None,
        json_number: false,
        aliases: Vec::new(),
    }
}

fn origin(source: &str) -> Origin {
    Origin { source: source.into(), file: "acme/pages/card/pay.yaml".into(), line: 7 }
}

fn optional(field: Field) -> Field {
    Field { presence: Presence::Optional, ..field }
}

fn secret(field: Field) -> Field {
    Field { sensitivity: Sensitivity::Secret, ..field }
}

fn from(field: Field, from: From) -> Field {
    Field { from, ..field }
}

fn text(max: u32) -> Type {
    Type::text(Some(max))
}

fn amount() -> Type {
    Type::Amount { decimals: 2, max: Some(15), positive: true, currency: Some("currency".into()) }
}

fn value(name: &str, case: Case) -> Part {
    Part::Value { name: name.into(), case }
}

fn credential(name: &str, sensitivity: Sensitivity, digits: bool) -> Credential {
    Credential { name: name.into(), summary: format!("The {name}."), max: Some(30), digits, sensitivity }
}

fn code(code: &str, rust: &str, outcome: Option<Outcome>) -> Code {
    let (meaning, basis) = (format!("{rust}, as said."), Basis::Documented);
    Code { code: code.into(), rust: rust.into(), meaning, basis, outcome, advice: None }
}

fn rule(id: &str, when: Option<Expr>, then: Expr, field: &str) -> Rule {
    Rule {
        id: id.into(),
        when,
        then,
        field: field.into(),
        because: "the page says so".into(),
        origin: origin("acme/card/pay.yaml"),
    }
}
