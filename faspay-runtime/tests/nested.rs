//! Nested messages on their way out: presence, objects, lists, the kinds of JSON, and the parts of an HTTP request. Expected bodies
//! and limits are written by hand from the rules.
#![cfg(all(feature = "scheme-basic", feature = "scheme-hmac-json", feature = "scheme-key"))]

#[rustfmt::skip] // laid out like generated code
mod nest;

use faspay_runtime::dynamic::{self, Context};
use faspay_runtime::{
    Amount, BuildError, Built, Client, Clock, Credentials as _, Currency, Date, Decimal, Environment, JsonObject,
    Timestamp,
};
use nest::{CREATE, CREDENTIALS, Create, Credentials, Customer, Item, PAY, Pay, STATUS, Status};

const GOOD: &[(&str, &str)] =
    &[("id", "p 7/ä"), ("order.id", "A-1"), ("order.amount", "5000"), ("order.currency", "IDR")];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    kept.chain(changes).copied().collect()
}

fn context(credentials: Option<&Credentials>) -> Context<'_> {
    Context {
        environment: &Environment::Sandbox,
        credentials: credentials.map(|given| given as &dyn faspay_runtime::Credentials),
        clock: Clock::fixed(Date::new(2026, 11, 20).unwrap()),
        fresh_key: None,
    }
}

/// The violations of the good parameters with some changed or added.
fn told(changes: &[(&str, &str)]) -> Vec<String> {
    let list = dynamic::validate(&PAY, &with(changes), context(None)).into_vec();
    list.iter().map(|v| format!("{} {} [{}] {}", v.field, v.rule, v.limit, v.actual)).collect()
}

fn built(params: &[(&str, &str)]) -> Built {
    dynamic::build(&PAY, params, context(Some(&CREDENTIALS))).unwrap_or_else(|error| panic!("{error}"))
}

fn body(changes: &[(&str, &str)]) -> String {
    String::from_utf8(built(&with(changes)).body().to_vec()).unwrap()
}

const NONE: [&str; 0] = [];
const ITEMS: &str = r#"[{"name":"Pen","qty":2}]"#;
const ORDER: &str = r#""order":{"orderId":"A-1","amount":"5000.00","currency":"IDR","kind":"SALE"}"#;

#[test]
fn a_mandatory_object_is_missed_and_its_members_are_not() {
    let list = dynamic::validate(&PAY, &[("id", "p")], context(None)).into_vec();
    let told: Vec<_> = list.iter().map(|v| format!("{} {} {}", v.field, v.rule, v.actual)).collect();
    assert_eq!(told, ["order mandatory absent"]);
    let list = dynamic::validate(&PAY, &[("id", "p"), ("order.id", "A")], context(None)).into_vec();
    let told: Vec<_> = list.iter().map(|v| format!("{} {}", v.field, v.rule)).collect();
    assert_eq!(told, ["order.amount mandatory", "order.currency mandatory"]);
}

#[test]
fn an_object_is_there_by_itself_or_through_anything_in_it() {
    // Out of reach: the mandatory city, and the merchant that a credential fills, on which the phone hangs.
    assert_eq!(told(&[]), NONE);
    assert_eq!(
        told(&[("customer", "{}")])[..2],
        ["customer count-min [2] 1", "phone mandatory [C: present(customer.merchant)] absent"]
    );
    let deep = told(&[("customer.address", "{}"), ("phone", "1")]);
    assert_eq!(deep, ["customer.address.city mandatory [M] absent"]);
    assert_eq!(told(&[("customer.address.city", "X"), ("phone", "1")]), NONE);
    let broken = told(&[("customer", "[]"), ("customer.name", "N"), ("phone", "1")]);
    assert_eq!(broken, ["customer type [object] []"]);
}

#[test]
fn members_are_counted_at_the_object_and_before_what_is_wrong_with_them() {
    let told = told(&[("customer.name", "much too long"), ("phone", "1"), ("customer.address.city", "C")]);
    assert_eq!(told, ["customer.name length [9] 13"], "three are allowed");
    assert_eq!(self::told(&[("customer", "{}"), ("phone", "1")]), ["customer count-min [2] 1"]);
}

#[test]
fn values_are_judged_by_their_kind() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("flag", "true", &[]),
        ("flag", "True", &["flag type [true or false] True"]),
        ("rate", "0.125", &[]),
        ("rate", ".5", &["rate type [decimal number] .5"]),
        ("rate", "1234567", &["rate length [6] 7"]),
        ("day", "20261120", &[]),
        ("day", "2026-11-20", &["day type [date YYYYMMDD] 2026-11-20"]),
        ("day", "20260229", &["day type [date YYYYMMDD] 20260229"]),
        ("at", "2026-11-20T10:00:00Z", &[]),
        ("at", "2026-11-20T24:00:00Z", &["at type [moment YYYY-MM-DDTHH:MM:SSZ] 2026-11-20T24:00:00Z"]),
        ("meta", r#" {"a": [1, {"b": null}]} "#, &[]),
        ("meta", "[]", &["meta type [JSON object] []"]),
        ("meta", r#"{"a":1,"A":2}"#, &[r#"meta type [JSON object] {"a":1,"A":2}"#]),
        ("meta", r#"{"a":"\n"}"#, &[r#"meta type [JSON object] {"a":"\n"}"#]),
        ("meta", "{\n}", &["meta control [none] U+000A"]),
        ("id", "..", &["id type [path segment] .."]),
        ("id", "...", &[]),
        ("note", "Grüße", &["note characters [ASCII] ü"]),
        ("note", "a\rb", &["note control [none] U+000D"]),
    ];
    for (field, text, expected) in cases {
        assert_eq!(told(&[(field, text)]), *expected, "{field} = {text}");
    }
}

#[test]
fn json_is_nested_sixteen_levels_deep_at_most() {
    let deep = |levels: usize| format!("{}{}", r#"{"a":"#.repeat(levels - 1) + "{", "}".repeat(levels));
    assert_eq!(told(&[("meta", &deep(16))]), NONE);
    assert_eq!(told(&[("meta", &deep(17))]).len(), 1);
}

#[test]
fn a_list_is_a_list_of_objects_with_so_many_elements() {
    assert_eq!(told(&[("items", ITEMS)]), NONE);
    for text in ["{}", "[1]", "[{}", "[[]]", "x"] {
        assert_eq!(told(&[("items", text)]), [format!("items type [list of objects] {text}")]);
    }
    assert_eq!(told(&[("items", "[]")]), ["items count-min [1] 0"]);
    let three = format!("[{0},{0},{0}]", r#"{"name":"a","qty":1}"#);
    assert_eq!(told(&[("items", &three)]), ["items count [2] 3"]);
}

#[test]
fn what_is_wrong_inside_of_a_list_stands_at_the_list() {
    let items = r#"[{"qty":"07","price":{"currency":"IDR","x":1},"y":null,"tag":["t"]},
        {"name":"abcdef","qty":1,"price":{},"price.amount":"1"}]"#
        .replace('\n', "");
    assert_eq!(
        told(&[("items", &items), ("meta", "x"), ("extra", "{}")]),
        [
            "items[0].name mandatory [M] absent",
            "items[0].qty type [whole number] 07",
            "items[0].price.amount mandatory [M] absent",
            "items[0].tag type [a single value] list",
            "items[0].price.x unknown-parameter [] ",
            "items[0].y unknown-parameter [] ",
            "items[1].name length [5] 6",
            "items[1].price.amount mandatory [M] absent",
            r"items[1].price\.amount unknown-parameter [] ",
            "meta type [JSON object] x",
        ]
    );
}

#[test]
fn elements_are_judged_by_the_rules_of_fields() {
    let one = |rest: &str| told(&[("items", &format!(r#"[{{"name":"a","qty":1,{rest}}}]"#))]);
    assert_eq!(one(r#""unit":"KG""#), ["items[0].unit fixed [PCS] KG"]);
    assert_eq!(one(r#""unit":"PCS""#), NONE);
    assert_eq!(one(r#""unit":["PCS"]"#), ["items[0].unit type [a single value] list"]);
    assert_eq!(one(r#""price":[]"#), ["items[0].price type [object] []", "items[0].price.amount mandatory [M] absent"]);
    assert_eq!(one(r#""price":null"#), NONE);
    assert_eq!(one(r#""tag":"a\u0000""#), ["items[0].tag control [none] U+0000"]);
    // Sen that a yen doesn't have: the currency beside it counts.
    assert_eq!(
        one(r#""price":{"amount":"1.50","currency":"JPY"}"#),
        ["items[0].price.amount type [amount with 2 decimals or none] 1.50"]
    );
    // The condition looks at the message around the list.
    let items = [("items", ITEMS), ("flag", "true")];
    assert_eq!(told(&items), ["items[0].tag mandatory [C: present(flag)] absent"]);
}

#[test]
fn a_condition_counts_the_elements_of_a_sound_list() {
    let two = r#"[{"name":"a","qty":1},{"name":"b","qty":1}]"#;
    assert_eq!(told(&[("items", two)]), ["extra mandatory [C: count(items) == 2] absent"]);
    let broken = r#"[{"name":"a","qty":1},{"name":"b"}]"#;
    assert_eq!(told(&[("items", broken)]), ["items[1].qty mandatory [M] absent"]);
}

#[test]
fn a_sensitive_member_is_never_shown() {
    let told = told(&[("customer.name", "CANARY-is-long"), ("phone", "1")]);
    assert_eq!(told, ["customer.name length [9] 14"]);
    let control = self::told(&[("customer.name", "[{\"CANARY\":1}]"), ("customer", "CANARY?"), ("phone", "1")]);
    assert_eq!(control[0], "customer type [object] CANARY?");
    assert!(!control[1].contains("CANARY"), "{control:?}");
}

#[test]
fn the_body_nests_in_wire_order_with_wire_keys() {
    assert_eq!(body(&[]), format!("{{{ORDER}}}"));
    let all = [
        ("customer.name", "A \"B\""),
        ("customer.address.city", "C"),
        ("phone", "1"),
        ("items", r#" [ {"qty" : 2, "name":"Pen", "price":{"currency":"USD","amount":"7"}} ] "#),
        ("rate", "0.50"),
        ("day", "20261120"),
        ("at", "2026-11-20T10:00:00Z"),
        ("meta", r#"{ "k e y" : [ 1, "\u0041 b" ] }"#),
        ("extra", "{}"),
    ];
    let expected = format!(
        "{{{ORDER},{}}}",
        concat!(
            r#""customer":{"name":"A \"B\"","address":{"city":"C"},"merchant":"shop"},"#,
            r#""items":[{"name":"Pen","qty":2,"price":{"value":"7.00","currency":"USD"},"unit":"PCS"}],"#,
            r#""rate":0.50,"day":"20261120","at":"2026-11-20T10:00:00Z","#,
            r#""meta":{"k e y":[1,"\u0041 b"]},"extra":{"fixed":"x"},"phone":"1""#,
        )
    );
    assert_eq!(body(&all), expected);
    assert_eq!(body(&[("flag", "false")]), format!(r#"{{{ORDER},"flag":false}}"#));
}

fn typed() -> Pay {
    Pay {
        id: "p 7/ä".to_owned(),
        order_id: "A-1".to_owned(),
        amount: Amount::idr(5_000),
        customer: Some(Customer { name: Some("N".to_owned()), city: Some("C".to_owned()) }),
        items: Some(vec![Item { name: "Pen".to_owned(), qty: 2, price: Some(Amount::idr(7)) }]),
        flag: None,
        rate: Some(Decimal::parse("0.5").unwrap()),
        day: Some(Date::new(2026, 11, 20).unwrap()),
        at: Some(Timestamp::parse("2026-11-20T10:00:00Z").unwrap()),
        meta: Some(JsonObject::parse("{\"a\": 1}").unwrap()),
        extra: true,
    }
}

fn client() -> Client<Credentials> {
    Client::new(Environment::Sandbox, CREDENTIALS, Clock::fixed(Date::new(2026, 11, 20).unwrap()))
}

#[test]
fn structs_and_names_make_the_same_body() {
    let mut pay = typed();
    pay.customer = None;
    let by_name = body(&[
        ("items", r#"[{"name":"Pen","qty":"2","price":{"amount":"7","currency":"IDR"}}]"#),
        ("rate", "0.5"),
        ("day", "20261120"),
        ("at", "2026-11-20T10:00:00Z"),
        ("meta", r#"{"a":1}"#),
        ("extra", "{}"),
    ]);
    let prepared = client().prepare(&pay).unwrap();
    assert_eq!(String::from_utf8(prepared.body().to_vec()).unwrap(), by_name);
    let mut out = b"before".to_vec();
    client().encode(&pay, &mut out).unwrap();
    assert_eq!(out, [b"before", by_name.as_bytes()].concat());
    assert_eq!(prepared.expected().unwrap().order(), "A-1");
    // A list without elements is a list, and too short here.
    pay.items = Some(Vec::new());
    let violations = client().validate(&pay).unwrap_err().into_vec();
    assert_eq!((violations[0].field.as_str(), violations[0].rule.as_str()), ("items", "count-min"));
    // Yen in a message of rupiah, two levels down.
    pay.items = Some(vec![Item {
        name: "too long".to_owned(),
        qty: 100,
        price: Some(Amount::from_minor(0, Currency::new("JPY").unwrap())),
    }]);
    let violations = client().validate(&pay).unwrap_err().into_vec();
    let told: Vec<_> = violations.iter().map(|v| format!("{} {}", v.field, v.rule)).collect();
    assert_eq!(told, ["items[0].name length", "items[0].qty length", "items[0].price.amount positive"]);
}

#[test]
fn the_pairs_are_the_bodys_under_their_paths() {
    let built = built(&with(&[("items", ITEMS), ("lang", "id")]));
    let pairs: Vec<_> = built.fields.iter().map(|field| (field.key, field.value.as_str())).collect();
    assert_eq!(
        pairs,
        [
            ("order.id", "A-1"),
            ("order.amount", "5000.00"),
            ("order.currency", "IDR"),
            ("order.kind", "SALE"),
            ("items", r#"[{"name":"Pen","qty":2,"unit":"PCS"}]"#),
        ]
    );
}

#[test]
fn the_url_has_the_path_and_the_query_encoded() {
    let built = built(&with(&[("lang", "a&b=~c")]));
    assert_eq!(*built.url, "https://sandbox.nest.test/v2/payments/p%207%2F%C3%A4/confirm?lang%20of%20page=a%26b%3D~c");
    assert_eq!(built.method, "POST");
    let local =
        Context { environment: &Environment::local("http://127.0.0.1:8080").unwrap(), ..context(Some(&CREDENTIALS)) };
    let there = dynamic::build(&PAY, GOOD, local).unwrap();
    assert_eq!(*there.url, "http://127.0.0.1:8080/v2/payments/p%207%2F%C3%A4/confirm");
}

#[test]
fn headers_come_in_their_order_and_show_no_secret() {
    let built = built(&with(&[("note", "hello"), ("request_key", "0123456789abcdef")]));
    let headers: Vec<_> = built.headers.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(
        headers,
        [
            ("Content-Type", "application/json"),
            ("Accept", "application/json"),
            ("Authorization", "Basic c2hvcDpzM2NyZXQ="),
            ("X-Idempotency-Key", "0123456789abcdef"),
            ("X-Note", "hello"),
        ]
    );
    assert_eq!(built.headers[2].1.masked(), "Basic ***");
    let shown = format!("{:?} {built:?}", built.headers);
    assert!(!shown.contains("c2hvc") && shown.contains("Basic ***"), "{shown}");
    assert_eq!(built.idempotency_key.as_deref(), Some("0123456789abcdef"));
}

#[test]
fn a_colon_in_the_user_is_a_problem_of_the_credential() {
    let given = Credentials(["a:b", "p:w", "k"]);
    let list = dynamic::validate(&PAY, GOOD, context(Some(&given))).into_vec();
    let told: Vec<_> = list.iter().map(|v| format!("{} {} [{}] {}", v.field, v.rule, v.limit, v.actual)).collect();
    assert_eq!(told, ["merchant delimiter [:] :"]);
    let none = Credentials(["a", "", "k"]);
    let list = dynamic::validate(&PAY, GOOD, context(Some(&none))).into_vec();
    assert_eq!((list[0].field.as_str(), list[0].rule.as_str()), ("secret", "mandatory"));
    assert_eq!(none.get(1), Some(""));
}

#[test]
fn an_idempotency_key_is_the_callers_or_a_fresh_one_and_is_given_back() {
    let fresh = Context { fresh_key: Some("fresh-key"), ..context(Some(&CREDENTIALS)) };
    let key = |params: &[(&str, &str)], context| dynamic::build(&PAY, params, context).unwrap().idempotency_key;
    assert_eq!(key(GOOD, fresh).as_deref(), Some("fresh-key"));
    assert_eq!(key(&with(&[("request_key", "own")]), fresh).as_deref(), Some("own"));
    assert_eq!(key(GOOD, context(Some(&CREDENTIALS))), None);
    let mut pay = typed();
    pay.customer = None;
    let prepared = client().with_keys(|| "from-the-source".to_owned()).prepare(&pay).unwrap();
    assert_eq!(prepared.idempotency_key(), Some("from-the-source"));
    let request = prepared.server_request();
    assert_eq!(request.idempotency_key(), Some("from-the-source"));
    assert!(request.headers().contains(&("X-Idempotency-Key", "from-the-source")));
    if cfg!(feature = "os-random") {
        let key = || client().prepare(&pay).unwrap().idempotency_key().unwrap().to_owned();
        assert!(key().len() == 32 && key() != key());
    }
}

#[test]
fn a_request_that_must_have_an_idempotency_key_is_not_built_without_one() {
    let told = |violations: faspay_runtime::Violations| -> Vec<String> {
        let list = violations.into_vec();
        list.iter().map(|v| format!("{} {} [{}] {}", v.field, v.rule, v.limit, v.actual)).collect()
    };
    let built = |params: &[(&str, &str)], context| match dynamic::build(&CREATE, params, context) {
        Ok(built) => Ok(built.idempotency_key.unwrap()),
        Err(BuildError::Violations(violations)) => Err(told(violations)),
        Err(error) => panic!("{error}"),
    };
    let none = context(Some(&CREDENTIALS));
    let sound = [("before", "1"), ("behind", "2")];
    assert!(dynamic::validate(&CREATE, &sound, none).is_empty(), "a look at it needs no fresh key");
    assert_eq!(built(&sound, none), Err(vec!["request_key mandatory [M] absent".to_owned()]));
    let misses = ["before mandatory [M] absent", "request_key mandatory [M] absent", "behind mandatory [M] absent"];
    assert_eq!(built(&[], none), Err(misses.map(str::to_owned).to_vec()), "in its place among the fields");
    let fresh = Context { fresh_key: Some("0123456789abcdef"), ..none };
    assert_eq!(built(&sound, fresh).as_deref(), Ok("0123456789abcdef"));
    // A fresh one is checked like a given one.
    for (key, wrong) in [
        ("short", "request_key length-min [16] 5"),
        ("0123456789-abcdef", "request_key characters [alphanumeric] -"),
        ("", "request_key mandatory [M] absent"),
    ] {
        let found = built(&sound, Context { fresh_key: Some(key), ..none }).unwrap_err();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].split(' ').take(2).collect::<Vec<_>>(), wrong.split(' ').take(2).collect::<Vec<_>>());
        let client = client().with_keys(move || key.to_owned());
        let typed = client.prepare(&Create::with(None)).map(|_| ()).unwrap_err();
        assert!(typed.to_string().contains("request_key"), "{typed}");
        assert!(client.encode(&Create::with(None), &mut Vec::new()).is_err());
        assert!(client.prepare(&Create::with(Some("0123456789abcdef"))).is_ok(), "nobody asks for another");
    }
    let drawn = client().prepare(&Create::with(None));
    assert_eq!(drawn.is_ok(), cfg!(feature = "os-random"));
}

#[test]
fn a_get_has_no_body_and_waits_for_its_token() {
    let prepared = client().prepare(&Status("7".to_owned())).unwrap();
    assert_eq!((prepared.method(), prepared.url()), ("GET", "https://sandbox.nest.test/v2/payments/7?shop=shop"));
    assert!(prepared.body().is_empty());
    let request = prepared.server_request();
    assert_eq!(request.headers(), [("Accept", "application/json"), ("Authorization", "Bearer <access-token>")]);
    assert!(request.lacks_token());
    let request = request.with_token(&"t0ken".into());
    assert_eq!(request.headers()[1], ("Authorization", "Bearer t0ken"));
    assert!(!request.lacks_token() && !format!("{request:?}").contains("t0ken"));
    let built = dynamic::build(&STATUS, &[("id", "7"), ("verbose", "true")], context(Some(&CREDENTIALS))).unwrap();
    assert_eq!(*built.url, "https://sandbox.nest.test/v2/payments/7?verbose=true&shop=shop");
    assert_eq!(built.headers[1].1.masked(), "Bearer ***");
}
