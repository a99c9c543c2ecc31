//! A gateway whose messages are nested JSON, made by hand: an operation with every kind of field and every place, and messages that
//! are vouched for in every way.

use faspay_spec::engine::{
    Built, Context, Credentials, Environment, Refused, SettingValue, Violation, build, validate,
};
use faspay_spec::model::*;

use crate::model::{Short, day, field, gateway, mandatory, operation, pairs, result, secret, short, text};

pub const KEY: &str = "SoSecret123";
pub const ADDRESS: &str = "https://sandbox.shop.test/api";

/// Puts fields under their parents by their names, with the last part of the path as the wire key.
pub fn nest(fields: Vec<Field>) -> Vec<Field> {
    let names: Vec<String> = fields.iter().map(|field| field.name.clone()).collect();
    let parent = |name: &str| name.rsplit_once('.').and_then(|(outer, _)| names.iter().position(|n| n == outer));
    let nested = fields.into_iter().map(|field| {
        let wire = field.name.rsplit('.').next().unwrap_or_default().to_owned();
        Field { parent: parent(&field.name), wire, ..field }
    });
    nested.collect()
}

pub fn object(min: Option<u32>, max: Option<u32>) -> Type {
    Type::Object { min, max }
}

pub fn bare(field: Field) -> Field {
    Field { json_number: true, ..field }
}

pub fn at(field: Field, place: Place) -> Field {
    Field { place, ..field }
}

pub fn from(field: Field, from: From) -> Field {
    Field { from, ..field }
}

/// A field whose key has other spellings.
pub fn spelled(name: &str, others: &[&str], ty: Type) -> Field {
    let alias = |name: &&str| Alias { name: (*name).to_owned(), source: "shop/pay#answer row 1".to_owned() };
    Field { aliases: others.iter().map(alias).collect(), ..field(name, ty) }
}

pub fn money(currency: &str) -> Type {
    Type::Amount { decimals: 2, max: Some(14), positive: true, currency: Some(currency.to_owned()) }
}

pub fn elements() -> Vec<Field> {
    nest(vec![
        mandatory(field("name", text(5))),
        bare(field("quantity", Type::Integer { digits: 3 })),
        field("price", object(Some(2), None)),
        mandatory(field("price.value", money("price.currency"))),
        from(
            mandatory(field("price.currency", crate::model::code("currency", None))),
            From::CurrencyOf("price.value".to_owned()),
        ),
        from(field("kind", text(5)), From::Fixed("goods".to_owned())),
        field("extra", Type::Json),
        field("parts", Type::List { fields: nest(vec![mandatory(field("id", text(3)))]), min: None, max: None }),
        Field {
            presence: Presence::When(crate::model::expr("active == \"true\"")),
            ..field("warranty", Type::CompactDate)
        },
    ])
}

/// A condition about paths, with `__` in place of each dot.
pub fn about(text: &str) -> Expr {
    fn path(name: String) -> String {
        name.replace("__", ".")
    }
    fn operand(operand: Operand) -> Operand {
        match operand {
            Operand::Field(name) => Operand::Field(path(name)),
            Operand::Count(name) => Operand::Count(path(name)),
            other => other,
        }
    }
    fn all(parts: Vec<Expr>) -> Vec<Expr> {
        parts.into_iter().map(renamed).collect()
    }
    fn renamed(expr: Expr) -> Expr {
        match expr {
            Expr::And(parts) => Expr::And(all(parts)),
            Expr::Or(parts) => Expr::Or(all(parts)),
            Expr::Not(inner) => Expr::Not(Box::new(renamed(*inner))),
            Expr::Present(name) => Expr::Present(path(name)),
            Expr::In(name, texts) => Expr::In(path(name), texts),
            Expr::Compare(left, relation, right) => Expr::Compare(operand(left), relation, operand(right)),
        }
    }
    renamed(crate::model::expr(text))
}

/// A payment with everything in it.
pub fn initiate() -> Operation {
    let fields = nest(vec![
        mandatory(field("order", object(Some(2), Some(4)))),
        mandatory(field("order.id", text(10))),
        bare(mandatory(field("order.amount", money("order.currency")))),
        from(
            field("order.currency", crate::model::code("currency", None)),
            From::CurrencyOf("order.amount".to_owned()),
        ),
        field("order.item", Type::List { fields: elements(), min: Some(1), max: Some(2) }),
        field("customer", object(None, None)),
        mandatory(field("customer.email", text(20))),
        from(field("customer.kind", text(9)), From::Fixed("person".to_owned())),
        field("customer.account", object(Some(1), None)),
        mandatory(field("customer.account.id", text(5))),
        secret(field("customer.account.pin", text(6))),
        from(field("customer.merchant", text(12)), From::Credential("merchantid".to_owned())),
        field("device", object(None, None)),
        from(field("device.seal", text(12)), From::Fixed("none".to_owned())),
        bare(field("active", Type::Boolean)),
        bare(field("rate", Type::Decimal { max: 5 })),
        field("start", Type::CompactDate),
        field("end", Type::CompactDate),
        field("moment", Type::Timestamp),
        field("meta", Type::Json),
        Field { presence: Presence::When(about("present(customer__account)")), ..field("reason", text(20)) },
        at(field("session", text(20)), Place::Path),
        at(field("page", text(20)), Place::Query),
        at(secret(field("hint", text(20))), Place::Query),
        at(field("channel", text(20)), Place::Header("X-Channel".to_owned())),
        from(at(field("key", text(40)), Place::Header("X-Idempotency-Key".to_owned())), From::IdempotencyKey),
    ]);
    let mut rules = vec![crate::model::rule("ends-after-start", None, "end >= start", "end")];
    let one_item = crate::model::rule("one-item", Some("present(device)"), "present(device)", "order.item");
    rules.push(Rule { then: about("count(order__item) == 1"), ..one_item });
    Operation {
        id: "pay.initiate".to_owned(),
        transport: Transport::ServerJson,
        method: Method::Post,
        endpoint: "api".to_owned(),
        path: "/v2/{session}/confirm".to_owned(),
        authorization: Some("basic".to_owned()),
        rules,
        ..operation(fields)
    }
}

pub fn shop() -> Gateway {
    let mut shop = gateway();
    shop.endpoints.push(Endpoint { name: "api".to_owned(), sandbox: Some(ADDRESS.to_owned()), production: None });
    shop.credentials.push(Credential {
        name: "merchant_key".to_owned(),
        summary: String::new(),
        max: None,
        digits: false,
        sensitivity: Sensitivity::Secret,
    });
    shop.authorizations = vec![
        Authorization {
            name: "basic".to_owned(),
            scheme: Scheme::Basic { user: "merchantid".to_owned(), password: "merchant_key".to_owned() },
        },
        Authorization {
            name: "token".to_owned(),
            scheme: Scheme::Bearer {
                operation: "auth.token".to_owned(),
                token: "accessToken".to_owned(),
                expires: "expiresIn".to_owned(),
            },
        },
    ];
    shop.operations = vec![initiate()];
    shop.inbound = vec![callback()];
    shop
}

pub fn merchant(id: &str, key: &str) -> Credentials {
    let values = [("merchantid", id), ("merchant_key", key)];
    let values = values.map(|(name, text)| (name.to_owned(), SettingValue::Text(text.to_owned())));
    Credentials::new(&shop(), values).expect("known names")
}

/// What breaks nothing.
pub const SOUND: [(&str, &str); 3] = [("order.id", "A-1"), ("order.amount", "5000"), ("session", "s1")];

pub fn sound(more: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut all = pairs(&SOUND);
    for (name, text) in more {
        all.retain(|(other, _)| other != name);
        all.push(((*name).to_owned(), (*text).to_owned()));
    }
    all
}

pub fn context(credentials: Option<Credentials>) -> Context {
    Context { environment: Environment::Sandbox, credentials, today: day("2026-11-20"), fresh_key: None }
}

pub fn violations(more: &[(&str, &str)]) -> Vec<Violation> {
    validate(&shop(), &initiate(), &sound(more), &context(None))
}

/// What is wrong with sound parameters and these.
pub fn judged(more: &[(&str, &str)]) -> Vec<Short> {
    short(&violations(more))
}

/// What is wrong with a list of items.
pub fn items(list: &str) -> Vec<Short> {
    judged(&[("order.item", list)])
}

pub fn refused(operation: &Operation, more: &[(&str, &str)], credentials: Credentials) -> Vec<Short> {
    match build(&shop(), operation, &sound(more), &context(Some(credentials))) {
        Err(Refused::Violations(violations)) => short(&violations),
        other => panic!("{other:?}"),
    }
}

pub fn built_with(operation: &Operation, more: &[(&str, &str)], fresh_key: Option<&str>) -> Built {
    let mut context = context(Some(merchant("FINPAY770", KEY)));
    context.fresh_key = fresh_key.map(str::to_owned);
    build(&shop(), operation, &sound(more), &context).unwrap_or_else(|refused| panic!("{refused}"))
}

pub fn built(more: &[(&str, &str)]) -> Built {
    built_with(&initiate(), more, None)
}

/// Finpay's callback, as far as its sample goes.
pub fn callback() -> Inbound {
    let fields = nest(vec![
        mandatory(field("order", object(Some(1), Some(12)))),
        mandatory(field("order.id", text(30))),
        mandatory(field("order.reference", text(60))),
        bare(mandatory(field("order.amount", money("order.currency")))),
        mandatory(field("order.currency", crate::model::code("currency", None))),
        mandatory(field("customer", object(None, None))),
        field("customer.id", text(320)),
        field("meta", object(None, None)),
        mandatory(field("meta.data", text(10))),
        field("card", Type::Json),
        spelled("items", &["itemList"], Type::List { fields: elements(), min: None, max: None }),
        field("result", object(None, None)),
        field("result.payment", object(None, None)),
        bare(field("result.payment.amount", money("order.currency"))),
        field("result.payment.status", crate::model::code("status", None)),
        spelled("result.payment.statusDesc", &["result.payment.StatusDesc", "result.payment.status_desc"], text(100)),
        secret(field("result.payment.token", text(100))),
        field("result.live", Type::Boolean),
        field("result.rate", Type::Decimal { max: 9 }),
        field("result.day", Type::CompactDate),
        field("result.moment", Type::Timestamp),
        mandatory(field("signature", text(128))),
    ]);
    Inbound {
        id: "pay.callback".to_owned(),
        fields,
        encoding: Encoding::Json,
        keys: KeyCase::Exact,
        auth: Auth::Hmac { credential: "merchant_key".to_owned(), field: "signature".to_owned() },
        asks: Answered {
            order: Some("order.id".to_owned()),
            amount: Some("order.amount".to_owned()),
            currency: Some("order.currency".to_owned()),
            paid: None,
            merchant: None,
        },
        status: Some("result.payment.status".to_owned()),
        ..result()
    }
}
