//! The small gateway that the other files test with, and short ways to call the engine on it.

use faspay_spec::engine::{
    Context, Credentials, Date, Delivery, Environment, SettingValue, Through, Violation, validate,
};
use faspay_spec::model::*;

pub const PASSWORD: &str = "pa55-Word";

/// A field that the caller gives, optional and public.
pub fn field(name: &str, ty: Type) -> Field {
    Field {
        name: name.to_owned(),
        wire: name.to_ascii_uppercase(),
        parent: None,
        place: Place::Body,
        rust: name.to_owned(),
        summary: String::new(),
        ty,
        documented: String::new(),
        presence: Presence::Optional,
        from: From::Caller,
        sensitivity: Sensitivity::Public,
        basis: Basis::Documented,
        origin: origin(&format!("shop/pay#request row {name}")),
        forbid: String::new(),
        case_setting: None,
        json_number: false,
        aliases: Vec::new(),
    }
}

pub fn origin(source: &str) -> Origin {
    Origin { source: source.to_owned(), file: "shop/pages/pay.yaml".to_owned(), line: 1 }
}

pub fn text(max: u32) -> Type {
    Type::text(Some(max))
}

pub fn code(list: &str, only: Option<&[&str]>) -> Type {
    Type::Code { list: list.to_owned(), only: only.map(|codes| codes.iter().map(|c| (*c).to_owned()).collect()) }
}

pub fn amount(decimals: u32, max: Option<u32>, positive: bool) -> Type {
    Type::Amount { decimals, max, positive, currency: Some("currencycode".to_owned()) }
}

pub fn mandatory(field: Field) -> Field {
    Field { presence: Presence::Mandatory, ..field }
}

pub fn from(field: Field, from: From) -> Field {
    Field { from, ..field }
}

pub fn secret(field: Field) -> Field {
    Field { sensitivity: Sensitivity::Secret, ..field }
}

/// A condition in the rule language.
pub fn expr(text: &str) -> Expr {
    faspay_spec::rule::parse(text).unwrap_or_else(|_| panic!("{text} is a condition"))
}

pub fn rule(id: &str, when: Option<&str>, then: &str, field: &str) -> Rule {
    Rule {
        id: id.to_owned(),
        when: when.map(expr),
        then: expr(then),
        field: field.to_owned(),
        because: "the page says so".to_owned(),
        origin: origin("shop/operations/pay.yaml"),
    }
}

pub fn recipe(name: &str, digest: Digest, parts: Vec<Part>, delimiter_chars: &str) -> Recipe {
    Recipe {
        name: name.to_owned(),
        digest,
        parts,
        delimiter_chars: delimiter_chars.to_owned(),
        vectors: Vec::new(),
        accepts: Vec::new(),
    }
}

pub fn value(name: &str, case: Case) -> Part {
    Part::Value { name: name.to_owned(), case }
}

/// `##A##B##…##`, as the card documents write it.
pub fn joined(name: &str, last: (&str, Case)) -> Recipe {
    let values = [
        ("merchantid", Case::Upper),
        ("txn_password", Case::Upper),
        ("merchant_tranid", Case::Setting("merchant_tranid_case".to_owned())),
        ("amount", Case::AsIs),
        last,
    ];
    let mut parts = vec![Part::Literal("##".to_owned())];
    for (name, case) in values {
        parts.push(value(name, case));
        parts.push(Part::Literal("##".to_owned()));
    }
    recipe(name, Digest::Sha1Hex, parts, "#")
}

fn codes(name: &str, values: &[&str]) -> CodeList {
    CodeList {
        name: name.to_owned(),
        rust: name.to_owned(),
        summary: String::new(),
        advice_basis: None,
        standalone: None,
        values: values
            .iter()
            .map(|code| Code {
                code: (*code).to_owned(),
                rust: (*code).to_owned(),
                meaning: String::new(),
                basis: Basis::Documented,
                outcome: None,
                advice: None,
            })
            .collect(),
    }
}

fn credential(name: &str, max: u32, digits: bool, sensitivity: Sensitivity) -> Credential {
    Credential { name: name.to_owned(), summary: String::new(), max: Some(max), digits, sensitivity }
}

/// The operation whose fields are `fields`.
pub fn operation(fields: Vec<Field>) -> Operation {
    Operation {
        id: "card.pay".to_owned(),
        product: "card".to_owned(),
        rust: "Pay".to_owned(),
        summary: String::new(),
        basis: Basis::Documented,
        because: None,
        transport: Transport::BrowserForm,
        endpoint: "window".to_owned(),
        method: Method::Post,
        path: String::new(),
        authorization: None,
        page: "pay".to_owned(),
        fields,
        rules: Vec::new(),
        misspellings: vec![("end_dat_at".to_owned(), "end_date".to_owned())],
        corrections: Vec::new(),
        on_return: Some(0),
        on_callback: Some(0),
        on_reply: None,
        retry: Retry::Never,
        inquire: None,
        asks: None,
    }
}

pub fn gateway() -> Gateway {
    Gateway {
        id: "shop".to_owned(),
        crate_name: "shop".to_owned(),
        summary: String::new(),
        products: Vec::new(),
        credentials: vec![
            credential("merchantid", 12, false, Sensitivity::Public),
            credential("txn_password", 12, false, Sensitivity::Secret),
            credential("merchant_id", 5, true, Sensitivity::Public),
            credential("user_id", 10, false, Sensitivity::Public),
            credential("password", 20, false, Sensitivity::Secret),
        ],
        settings: vec![
            Setting {
                name: "send_txn_password".to_owned(),
                summary: String::new(),
                kind: SettingKind::SendsCredential { credential: "txn_password".to_owned() },
            },
            Setting { name: "merchant_tranid_case".to_owned(), summary: String::new(), kind: SettingKind::Case },
        ],
        endpoints: vec![
            Endpoint {
                name: "window".to_owned(),
                sandbox: Some("https://sandbox.shop.test/pay/window".to_owned()),
                production: Some("https://shop.test/pay/window".to_owned()),
            },
            Endpoint {
                name: "half".to_owned(),
                sandbox: Some("https://sandbox.shop.test/half".to_owned()),
                production: None,
            },
        ],
        authorizations: Vec::new(),
        recipes: vec![
            joined("card-request", ("transactionid", Case::AsIs)),
            joined("card-result", ("txn_status", Case::AsIs)),
            recipe(
                "member",
                Digest::Sha1OfMd5Hex,
                ["user_id", "password", "member_id"].map(|name| value(name, Case::AsIs)).into(),
                "",
            ),
        ],
        codes: vec![
            codes("currency", &["IDR", "JPY", "KWD", "USD"]),
            codes("response-type", &["1", "2", "3"]),
            codes("status", &["S", "F", "N"]),
        ],
        operations: vec![pay()],
        inbound: vec![result()],
        lives: vec![],
        contradictions: Vec::new(),
        pages: Vec::new(),
    }
}

/// A payment in the window: a field of every type and origin.
pub fn pay() -> Operation {
    let signature =
        |recipe: &str, with: &[(&str, &str)]| From::Signature { recipe: recipe.to_owned(), with: pairs(with) };
    let mut pay = operation(vec![
        from(mandatory(field("merchantid", text(30))), From::Credential("merchantid".to_owned())),
        secret(from(mandatory(field("txn_password", text(12))), From::Credential("txn_password".to_owned()))),
        from(mandatory(field("payment_method", text(1))), From::Fixed("3".to_owned())),
        Field {
            forbid: "#".to_owned(),
            case_setting: Some("merchant_tranid_case".to_owned()),
            ..mandatory(field("merchant_tranid", text(10)))
        },
        from(mandatory(field("currencycode", code("currency", None))), From::CurrencyOf("amount".to_owned())),
        mandatory(field("amount", amount(2, Some(8), true))),
        field("fee", amount(0, None, false)),
        field("description", text(5)),
        secret(field("pymt_token", text(5))),
        field("response_type", code("response-type", Some(&["1", "2"]))),
        Field {
            presence: Presence::When(expr("response_type == \"1\"")),
            ..field("return_url", Type::Url { max: Some(30) })
        },
        field("start_date", Type::Date),
        field("end_date", Type::Date),
        field("accumulate", Type::Integer { digits: 2 }),
        field("process_date", Type::DayList { max: 3 }),
        Field { wire: "member_id".to_owned(), ..field("member_id", text(50)) },
        from(field("signature", text(40)), signature("card-request", &[("transactionid", "0")])),
        from(field("recurring_signature", text(40)), signature("member", &[])),
    ]);
    pay.rules = vec![
        rule("one-day-with-accumulate", Some("accumulate != 0"), "count(process_date) == 1", "process_date"),
        rule("ends-after-start", None, "end_date >= start_date", "end_date"),
    ];
    pay
}

/// What comes back.
pub fn result() -> Inbound {
    Inbound {
        id: "card.result".to_owned(),
        product: "card".to_owned(),
        rust: "CardResult".to_owned(),
        summary: String::new(),
        basis: Basis::Documented,
        because: None,
        page: "pay".to_owned(),
        fields: vec![
            mandatory(field("merchantid", text(30))),
            mandatory(field("merchant_tranid", text(100))),
            mandatory(field("txn_status", code("status", None))),
            mandatory(field("currencycode", code("currency", None))),
            mandatory(field("amount", amount(2, Some(10), false))),
            field("trandate", text(19)),
            field("due", Type::Date),
            field("days", Type::DayList { max: 2 }),
            field("fraudrisklevel", Type::Integer { digits: 1 }),
            secret(field("pymt_token", text(40))),
            mandatory(field("signature", text(40))),
        ],
        auth: Auth::Signed {
            recipe: "card-result".to_owned(),
            field: "signature".to_owned(),
            covers: ["merchantid", "merchant_tranid", "amount", "txn_status"].map(str::to_owned).into(),
            exposed_by: Some("send_txn_password".to_owned()),
        },
        encoding: Encoding::Form,
        keys: KeyCase::LowerOrUpper,
        asks: Answered {
            order: Some("merchant_tranid".to_owned()),
            amount: Some("amount".to_owned()),
            currency: Some("currencycode".to_owned()),
            paid: None,
            merchant: Some("merchantid".to_owned()),
        },
        status: Some("txn_status".to_owned()),
        outcomes: Vec::new(),
        event_key: Vec::new(),
        acknowledge: None,
        when: None,
        corrections: Vec::new(),
    }
}

pub fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
    owned.collect()
}

/// Parameters that break nothing, with some replaced or added.
pub fn params(changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut all = pairs(&[("merchant_tranid", "ORD-7"), ("currencycode", "IDR"), ("amount", "5000")]);
    for (name, text) in changes {
        match all.iter_mut().find(|(n, _)| n == name) {
            Some(pair) => pair.1 = (*text).to_owned(),
            None => all.push(((*name).to_owned(), (*text).to_owned())),
        }
    }
    all
}

pub fn issued() -> Vec<(&'static str, SettingValue)> {
    [
        ("merchantid", "sophia"),
        ("txn_password", PASSWORD),
        ("merchant_id", "99999"),
        ("user_id", "bot99999"),
        ("password", "p@ssw0rd"),
    ]
    .map(|(name, text)| (name, SettingValue::Text(text.to_owned())))
    .into()
}

/// The credentials of the tests, with some replaced or added.
pub fn credentials(changes: &[(&'static str, SettingValue)]) -> Credentials {
    let mut all = issued();
    for (name, value) in changes {
        all.retain(|(n, _)| n != name);
        all.push((name, value.clone()));
    }
    let pairs = all.into_iter().map(|(name, v)| (name.to_owned(), v));
    Credentials::new(&gateway(), pairs).expect("known names")
}

pub fn word(text: &str) -> SettingValue {
    SettingValue::Text(text.to_owned())
}

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

pub fn context(environment: Environment, credentials: Option<Credentials>) -> Context {
    Context { environment, credentials, today: day("2026-11-20"), fresh_key: None }
}

/// Field, rule, limit and actual of every violation.
pub type Short = (String, String, String, String);

pub fn short(violations: &[Violation]) -> Vec<Short> {
    let four = |v: &Violation| (v.field.clone(), v.rule.clone(), v.limit.clone(), v.actual.clone());
    violations.iter().map(four).collect()
}

pub fn broken(field: &str, rule: &str, limit: &str, actual: &str) -> Short {
    (field.to_owned(), rule.to_owned(), limit.to_owned(), actual.to_owned())
}

/// What is wrong with `params` in the sandbox, without credentials.
pub fn judged(changes: &[(&str, &str)]) -> Vec<Short> {
    let context = context(Environment::Sandbox, None);
    short(&validate(&gateway(), &pay(), &params(changes), &context))
}

/// A message without headers of its own.
pub fn delivery<'a>(through: Through, content_type: &'a str, body: &'a [u8]) -> Delivery<'a> {
    Delivery { through, content_type, headers: &[], body }
}
