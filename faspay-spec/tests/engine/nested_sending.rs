//! Nested requests: what must be there, what objects and lists may hold, and what goes over the wire in which part of HTTP.

use faspay_spec::engine::body;
use faspay_spec::model::*;

use crate::model::{broken, field, mandatory, short, text};
use crate::nested_model::*;

#[test]
fn an_object_is_given_by_itself_or_by_anything_inside_it() {
    let none = judged(&[("order.id", ""), ("order.amount", "")]);
    assert_eq!(none, [broken("order", "mandatory", "M", "absent")]);
    // By itself: now its members are looked at.
    let empty = judged(&[("order.id", ""), ("order.amount", ""), ("order", "{}")]);
    assert_eq!(
        empty,
        [
            broken("order", "count-min", "2", "0"),
            broken("order.id", "mandatory", "M", "absent"),
            broken("order.amount", "mandatory", "M", "absent"),
        ]
    );
    assert_eq!(judged(&[]), []);
    // By a member of a member.
    let deep = judged(&[("customer.account.id", "1"), ("reason", "r")]);
    assert_eq!(deep, [broken("customer.email", "mandatory", "M", "absent")]);
    // By a fixed one, a list, or a credential that is given.
    for given in [("customer.kind", "person"), ("customer.merchant", "x")] {
        assert_eq!(judged(&[given]), [broken("customer.email", "mandatory", "M", "absent")], "{given:?}");
    }
    let listed = judged(&[("order.id", ""), ("order.amount", ""), ("order.item", "[{\"name\":\"a\"}]")]);
    assert_eq!(listed[0], broken("order", "count-min", "2", "1"));
}

#[test]
fn nothing_inside_an_absent_object_is_missed_or_sent() {
    assert_eq!(judged(&[("customer.email", "")]), []);
    let built = built(&[]);
    assert_eq!(built.body, r#"{"order":{"id":"A-1","amount":5000.00}}"#);
    // Present() of what is out of reach is false, though it is fixed.
    let mut operation = initiate();
    let at = operation.fields.iter().position(|f| f.name == "reason").expect("a field");
    operation.fields[at].presence = Presence::When(about("present(device__seal) or present(customer__merchant)"));
    assert_eq!(built_with(&operation, &[], None).body, built.body);
    let given = refused(&operation, &[("device", "{}"), ("order.item", "[{\"name\":\"a\"}]")], merchant("M", KEY));
    assert_eq!(
        given,
        [broken("reason", "mandatory", "C: present(device.seal) or present(customer.merchant)", "absent")]
    );
}

#[test]
fn an_object_may_be_mandatory_on_a_condition_and_conditions_may_be_about_objects() {
    let missing = judged(&[("customer.email", "e"), ("customer.account", "{}")]);
    assert_eq!(
        missing,
        [
            broken("customer.account", "count-min", "1", "0"),
            broken("customer.account.id", "mandatory", "M", "absent"),
            broken("reason", "mandatory", "C: present(customer.account)", "absent"),
        ]
    );
    let mut operation = initiate();
    let at = operation.fields.iter().position(|f| f.name == "customer").expect("a field");
    operation.fields[at].presence = Presence::When(about("present(meta)"));
    let limit = "C: present(meta)";
    let refused = refused(&operation, &[("meta", "{}")], merchant("M", KEY));
    assert_eq!(refused, [broken("customer", "mandatory", limit, "absent")]);
}

#[test]
fn members_are_counted_well_formed_or_not() {
    // Four may be there: id, amount, currency and the list.
    let all = [("order.currency", "IDR"), ("order.item", "[{\"name\":\"a\"}]")];
    assert_eq!(judged(&all), []);
    let mut operation = initiate();
    operation.fields[0].ty = object(Some(4), Some(4));
    let found = |given: &[(&str, &str)]| refused(&operation, given, merchant("M", KEY))[0].clone();
    assert_eq!(found(&[("order.currency", "IDR")]), broken("order", "count-min", "4", "3"));
    operation.fields[0].ty = object(None, Some(3));
    assert_eq!(
        refused(&operation, &all, merchant("M", KEY)),
        [broken("order", "count", "3", "4")],
        "before the members, and no other"
    );
    // An ill-formed value counts, a fixed one and a credential too, and a child object.
    let at = operation.fields.iter().position(|f| f.name == "customer").expect("a field");
    operation.fields[at].ty = object(Some(9), None);
    let customer = [("customer.email", "a\u{7}"), ("customer.account.id", "1"), ("reason", "r")];
    let counted = refused(&operation, &customer, merchant("M", KEY));
    assert_eq!(counted[0], broken("customer", "count-min", "9", "4"));
    assert_eq!(counted[1], broken("customer.email", "control", "none", "U+0007"));
}

#[test]
fn an_object_is_given_as_braces_and_nothing_else() {
    for wrong in ["{ }", "[]", "x", "{\"id\":1}"] {
        let found = judged(&[("customer", wrong), ("customer.email", "e")]);
        assert_eq!(found, [broken("customer", "type", "object", wrong)], "{wrong}");
    }
    // It counts as given all the same.
    let found = judged(&[("customer", "x")]);
    assert_eq!(found[1], broken("customer.email", "mandatory", "M", "absent"));
}

#[test]
fn every_new_type_has_its_grammar() {
    let case = |name: &str, limit: &str, good: &[&str], bad: &[&str]| {
        for value in good {
            assert_eq!(judged(&[(name, value)]), [], "{name} {value}");
        }
        for value in bad {
            assert_eq!(judged(&[(name, value)]), [broken(name, "type", limit, value)], "{name} {value}");
        }
    };
    case("active", "true or false", &["false"], &["True", "1", "yes", "true "]);
    case(
        "rate",
        "decimal number",
        &["0", "1", "0.5", "12.50", "99999"],
        &["01", ".5", "5.", "-1", "1e3", "1.2.3", "+1", "1,5"],
    );
    assert_eq!(judged(&[("rate", "1.2345")]), [broken("rate", "length", "5", "6")]);
    case(
        "start",
        "date YYYYMMDD",
        &["20261120", "20240229"],
        &["20261301", "20260229", "2026-11-20", "2026112", "202611200", "00000101", "2026112é"],
    );
    case(
        "moment",
        "moment YYYY-MM-DDTHH:MM:SSZ",
        &["2026-11-20T00:00:00Z", "2026-11-20T23:59:59Z"],
        &[
            "2026-11-20T24:00:00Z",
            "2026-11-20T00:60:00Z",
            "2026-11-20T00:00:60Z",
            "2026-02-30T00:00:00Z",
            "2026-11-20 00:00:00Z",
            "2026-11-20T00:00:00",
            "2026-11-20T00:00:00.0Z",
            "2026-11-20T0:00:00Z",
        ],
    );
    case(
        "meta",
        "JSON object",
        &["{}", "{\"a\":[1,{\"b\":null}]}", " { } "],
        &["[]", "1", "{", "{\"a\":1}x", "{\"a\":1,\"A\":2}", "{\"x\":{\"a\":1,\"a\":2}}", "{\"a\":\"\\n\"}", "{a:1}"],
    );
}

#[test]
fn free_json_may_be_sixteen_levels_deep() {
    let deep = |levels: usize| format!("{}{}", "{\"a\":".repeat(levels - 1) + "{}", "}".repeat(levels - 1));
    assert_eq!(judged(&[("meta", &deep(16))]), []);
    let found = judged(&[("meta", &deep(17))]);
    assert_eq!((found[0].1.as_str(), found[0].2.as_str()), ("type", "JSON object"));
}

#[test]
fn compact_dates_are_compared_as_dates_and_lists_are_counted() {
    assert_eq!(
        judged(&[("start", "20261120"), ("end", "20261119")]),
        [broken("end", "ends-after-start", "end >= start", "20261119")]
    );
    assert_eq!(judged(&[("start", "20261120"), ("end", "20261120")]), []);
    let two = "[{\"name\":\"a\"},{\"name\":\"b\"}]";
    let found = judged(&[("device", "{}"), ("order.item", two)]);
    assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("order.item", "one-item"));
    // A broken list has no count.
    let broken_list = judged(&[("device", "{}"), ("order.item", "[{},{}]")]);
    assert!(broken_list.iter().all(|found| found.1 != "one-item"), "{broken_list:?}");
}

#[test]
fn a_list_is_a_json_array_of_objects() {
    for wrong in ["{}", "1", "[1]", "[{\"name\":\"a\"},[]]", "[{\"name\":\"a\",\"NAME\":\"b\"}]", "[{}", "null", "x"] {
        assert_eq!(items(wrong), [broken("order.item", "type", "list of objects", wrong)], "{wrong}");
    }
    assert_eq!(items("[\n]"), [broken("order.item", "control", "none", "U+000A")]);
    assert_eq!(items("[ ]"), [broken("order.item", "count-min", "1", "0")]);
    let one = "{\"name\":\"a\"}";
    assert_eq!(items(&format!("[{one},{one},{one}]")), [broken("order.item", "count", "2", "3")]);
    assert_eq!(items(&format!(" [ {one} , {one} ] ")), []);
}

#[test]
fn elements_are_checked_like_small_requests() {
    let list = r#"[{"name":"abcdef","quantity":"01","price":{"value":1.5}},
        {"price":{},"kind":"other","new":null,"Name":1,"price2":{"a":1}}]"#
        .replace('\n', "");
    let found = violations(&[("order.item", &list)]);
    let short = crate::model::short(&found);
    assert_eq!(
        short,
        [
            broken("order.item[0].name", "length", "5", "6"),
            broken("order.item[0].quantity", "type", "whole number", "01"),
            broken("order.item[0].price", "count-min", "2", "1"),
            broken("order.item[0].price.value", "type", "amount with 2 decimals or none", "1.5"),
            broken("order.item[0].price.currency", "mandatory", "M", "absent"),
            broken("order.item[1].name", "mandatory", "M", "absent"),
            broken("order.item[1].price", "count-min", "2", "0"),
            broken("order.item[1].price.value", "mandatory", "M", "absent"),
            broken("order.item[1].price.currency", "mandatory", "M", "absent"),
            broken("order.item[1].kind", "fixed", "goods", "other"),
            broken("order.item[1].new", "unknown-parameter", "", ""),
            broken("order.item[1].Name", "unknown-parameter", "", ""),
            broken("order.item[1].price2", "unknown-parameter", "", ""),
        ]
    );
    assert_eq!(found[0].source, "shop/pay#request row name");
    assert_eq!(found[10].source, "shop.pay.initiate");
}

#[test]
fn the_currency_of_an_elements_amount_is_the_elements() {
    let yen = r#"[{"name":"a","price":{"value":"1.50","currency":"JPY"}}]"#;
    assert_eq!(items(yen), [broken("order.item[0].price.value", "type", "amount with 2 decimals or none", "1.50")]);
    assert_eq!(items(&yen.replace("JPY", "IDR")), []);
}

#[test]
fn structures_and_single_values_keep_their_places_in_elements() {
    let wrong = r#"[{"name":{"a":1},"quantity":[1],"price":7,"parts":{},"extra":[1]},{"name":"a","price":[ {} ]}]"#;
    assert_eq!(
        items(wrong),
        [
            broken("order.item[0].name", "type", "a single value", "object"),
            broken("order.item[0].quantity", "type", "a single value", "list"),
            broken("order.item[0].price", "type", "object", "7"),
            broken("order.item[0].price", "count-min", "2", "0"),
            broken("order.item[0].price.value", "mandatory", "M", "absent"),
            broken("order.item[0].price.currency", "mandatory", "M", "absent"),
            broken("order.item[0].extra", "type", "JSON object", "[1]"),
            broken("order.item[0].parts", "type", "list of objects", "{}"),
            broken("order.item[1].price", "type", "object", "[{}]"),
            broken("order.item[1].price", "count-min", "2", "0"),
            broken("order.item[1].price.value", "mandatory", "M", "absent"),
            broken("order.item[1].price.currency", "mandatory", "M", "absent"),
        ]
    );
    // Null and the empty text are nothing.
    assert_eq!(items(r#"[{"name":"a","price":null,"quantity":"","parts":null}]"#), []);
    assert_eq!(items(r#"[{"name":null}]"#), [broken("order.item[0].name", "mandatory", "M", "absent")]);
    let inner = items(r#"[{"name":"a","parts":[{"id":"1"},{"id":"1234","b":1}]}]"#);
    assert_eq!(
        inner,
        [
            broken("order.item[0].parts[1].id", "length", "3", "4"),
            broken("order.item[0].parts[1].b", "unknown-parameter", "", ""),
        ]
    );
}

#[test]
fn a_control_character_in_an_element_is_its_fields() {
    assert_eq!(items(r#"[{"name":"a\u202e"}]"#), [broken("order.item[0].name", "control", "none", "U+202E")]);
    let wrong = r#"[{"na\u0007me":"a"}]"#;
    assert_eq!(items(wrong), [broken("order.item", "type", "list of objects", wrong)]);
}

#[test]
fn conditions_of_elements_are_about_the_message() {
    let list = "[{\"name\":\"a\"}]";
    assert_eq!(judged(&[("order.item", list), ("active", "false")]), []);
    assert_eq!(
        judged(&[("order.item", list), ("active", "true")]),
        [broken("order.item[0].warranty", "mandatory", "C: active == \"true\"", "absent")]
    );
}

#[test]
fn what_a_list_hides_is_hidden_everywhere() {
    let mut operation = initiate();
    let at = operation.fields.iter().position(|f| f.name == "order.item").expect("a list");
    let Type::List { fields, .. } = &mut operation.fields[at].ty else { panic!("a list") };
    fields[0].sensitivity = Sensitivity::Card;
    let found = refused(&operation, &[("order.item", "[4440000009900010]")], merchant("M", KEY));
    assert_eq!(found, [broken("order.item", "type", "list of objects", "***")]);
    let found = refused(&operation, &[("order.item", "[{\"name\":{}}]")], merchant("M", KEY));
    assert_eq!(found, [broken("order.item[0].name", "type", "a single value", "object")]);
    let built = built_with(&operation, &[("order.item", "[{\"name\":\"4440\"}]")], None);
    assert!(built.fields.iter().any(|(name, _, sensitive)| name == "order.item" && *sensitive));
    assert!(!format!("{built:?}").contains("4440"), "{built:?}");
}

#[test]
fn the_body_is_nested_in_the_order_of_the_fields_and_bare_where_the_table_says_so() {
    let built = built(&[
        ("meta", "{ \"b\" : [ 1.0 , \"x \\/ y\" ] }"),
        ("rate", "0.5"),
        ("active", "true"),
        (
            "order.item",
            r#"[ {"quantity":"2", "price":{"currency":"IDR","value":7}, "name":"é\"\u00e9", "warranty":"20270101"} ]"#,
        ),
        ("customer.email", "e"),
        ("device", "{}"),
        ("order.currency", "IDR"),
    ]);
    let expected = concat!(
        r#"{"order":{"id":"A-1","amount":5000.00,"currency":"IDR","#,
        r#""item":[{"name":"é\"é","quantity":2,"price":{"value":"7.00","currency":"IDR"},"kind":"goods","warranty":"20270101"}]},"#,
        r#""customer":{"email":"e","kind":"person","merchant":"FINPAY770"},"device":{"seal":"none"},"#,
        r#""active":true,"rate":0.5,"meta":{"b":[1.0,"x \/ y"]}}"#,
    );
    assert_eq!(built.body, expected);
    let names: Vec<&str> = built.fields.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(
        names,
        [
            "order.id",
            "order.amount",
            "order.currency",
            "order.item",
            "customer.email",
            "customer.kind",
            "customer.merchant",
            "device.seal",
            "active",
            "rate",
            "meta"
        ]
    );
    // The pairs are enough to write the body again.
    assert_eq!(body(&initiate(), &built.fields), expected);
}

#[test]
fn an_object_with_nothing_in_it_is_sent_and_listed() {
    let mut operation = initiate();
    operation.fields.retain(|f| f.name != "device.seal");
    let built = built_with(&operation, &[("device", "{}"), ("order.item", "[{\"name\":\"a\"}]")], None);
    assert!(built.body.ends_with(r#""device":{}}"#), "{}", built.body);
    assert!(built.fields.contains(&("device".to_owned(), "{}".to_owned(), false)));
    assert_eq!(body(&operation, &built.fields), built.body);
}

#[test]
fn a_masked_body_keeps_its_shape() {
    let built = built(&[
        ("customer.email", "e"),
        ("customer.account.id", "1"),
        ("customer.account.pin", "123456"),
        ("reason", "r"),
    ]);
    let masked: Vec<_> =
        built.fields.into_iter().map(|(n, v, s)| (n, if s { "***".to_owned() } else { v }, s)).collect();
    assert!(body(&initiate(), &masked).contains(r#""account":{"id":"1","pin":"***"}"#));
}

#[test]
fn path_and_query_are_percent_encoded() {
    let built = built(&[("session", "a/b c?+%~é"), ("page", "1&2=3"), ("hint", "top secret")]);
    assert_eq!(built.url, format!("{ADDRESS}/v2/a%2Fb%20c%3F%2B%25~%C3%A9/confirm?page=1%262%3D3&hint=top%20secret"));
    assert_eq!(built.shown_url, built.url.replace("top%20secret", "***"));
    assert!(built.fields.iter().all(|f| f.0 != "session" && f.0 != "page"));
    for dots in [".", ".."] {
        assert_eq!(judged(&[("session", dots)]), [broken("session", "type", "path segment", dots)]);
    }
    assert_eq!(judged(&[("session", "..."), ("page", "..")]), []);
}

#[test]
fn headers_carry_ascii_and_come_in_order() {
    let built = built(&[("channel", "web"), ("key", "k-1")]);
    let headers: Vec<(&str, &str)> = built.headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(
        headers,
        [
            ("Content-Type", "application/json"),
            ("Accept", "application/json"),
            // Published: base64 of FINPAY770:SoSecret123.
            ("Authorization", "Basic RklOUEFZNzcwOlNvU2VjcmV0MTIz"),
            ("X-Channel", "web"),
            ("X-Idempotency-Key", "k-1"),
        ]
    );
    assert_eq!(built.shown_headers[2].1, "Basic ***");
    assert!(!format!("{built:?}").contains("RklO"), "{built:?}");
    assert_eq!(judged(&[("channel", "wéb")]), [broken("channel", "characters", "ASCII", "é")]);
    // Beside other findings, but not beside these.
    let long = "é".repeat(21);
    assert_eq!(
        judged(&[("channel", &long)]),
        [broken("channel", "length", "20", "21"), broken("channel", "characters", "ASCII", "é")]
    );
    assert_eq!(judged(&[("channel", "w\u{7}é")]), [broken("channel", "control", "none", "U+0007")]);
}

#[test]
fn a_key_that_nobody_gave_is_fresh() {
    let key = |built: faspay_spec::engine::Built| {
        built.headers.into_iter().find(|(name, _)| name == "X-Idempotency-Key").map(|(_, value)| value)
    };
    assert_eq!(key(built(&[])), None);
    assert_eq!(key(built_with(&initiate(), &[], Some("fresh"))), Some("fresh".to_owned()));
    assert_eq!(key(built_with(&initiate(), &[("key", "own")], Some("fresh"))), Some("own".to_owned()));
    // It is there, for conditions.
    let mut operation = initiate();
    let at = operation.fields.iter().position(|f| f.name == "start").expect("a field");
    operation.fields[at].presence = Presence::When(about("not (present(key))"));
    assert_eq!(refused(&operation, &[], merchant("M", KEY)).len(), 1);
    assert_eq!(key(built_with(&operation, &[], Some("fresh"))), Some("fresh".to_owned()));
}

#[test]
fn a_key_that_must_be_there_is_missed_by_building_only_and_a_fresh_one_is_checked() {
    let mut operation = initiate();
    let at = operation.fields.iter().position(|f| f.name == "key").expect("a field");
    operation.fields[at].presence = Presence::Mandatory;
    operation.fields[at].ty = text(4);
    let merchant = merchant("M", KEY);
    assert_eq!(refused(&operation, &[], merchant.clone()), [broken("key", "mandatory", "M", "absent")]);
    let looked_at = |fresh_key: Option<&str>| {
        let mut context = context(Some(merchant.clone()));
        context.fresh_key = fresh_key.map(str::to_owned);
        short(&faspay_spec::engine::validate(&shop(), &operation, &sound(&[]), &context))
    };
    assert_eq!(looked_at(None), []);
    assert_eq!(looked_at(Some("abcd")), []);
    assert_eq!(looked_at(Some("abcde")), [broken("key", "length", "4", "5")]);
    let built = built_with(&operation, &[], Some("abcd"));
    assert!(built.headers.contains(&("X-Idempotency-Key".to_owned(), "abcd".to_owned())));
}

#[test]
fn a_credential_fits_its_header_too() {
    let mut operation = initiate();
    let at = operation.fields.iter().position(|f| f.name == "channel").expect("a field");
    operation.fields[at].from = From::Credential("merchant_key".to_owned());
    operation.fields[at].sensitivity = Sensitivity::Secret;
    let found = refused(&operation, &[], merchant("M", "kéy"));
    assert_eq!(found, [broken("channel", "characters", "ASCII", "***")]);
    let built = built_with(&operation, &[], None);
    assert_eq!(built.headers[3], ("X-Channel".to_owned(), KEY.to_owned()));
    assert_eq!(built.shown_headers[3].1, "***");
}

#[test]
fn a_bearer_token_is_never_known_here() {
    let operation = Operation { authorization: Some("token".to_owned()), ..initiate() };
    let built = built_with(&operation, &[], None);
    assert_eq!(built.headers[2], ("Authorization".to_owned(), "Bearer <access-token>".to_owned()));
    assert_eq!(built.shown_headers[2].1, "Bearer ***");
}

#[test]
fn asking_without_a_body_sends_none() {
    let mut operation = Operation { method: Method::Get, path: "/check/{session}".to_owned(), ..initiate() };
    operation.fields.retain(|f| matches!(f.place, Place::Path | Place::Query));
    operation.rules.clear();
    operation.authorization = None;
    let context = faspay_spec::engine::Context {
        environment: faspay_spec::engine::Environment::Sandbox,
        credentials: None,
        today: crate::model::day("2026-11-20"),
        fresh_key: None,
    };
    let given = crate::model::pairs(&[("session", "s")]);
    let built = faspay_spec::engine::build(&shop(), &operation, &given, &context).expect("sound");
    assert_eq!((built.method, built.body.as_str(), built.fields.len()), ("GET", "", 0));
    assert_eq!(built.url, format!("{ADDRESS}/check/s"));
    assert_eq!(built.headers, crate::model::pairs(&[("Accept", "application/json")]));
}

#[test]
fn flat_json_keeps_its_headers_and_keys() {
    let operation = Operation {
        authorization: None,
        path: String::new(),
        rules: Vec::new(),
        fields: vec![Field { wire: "Id".to_owned(), ..mandatory(field("id", text(5))) }],
        ..initiate()
    };
    let given = crate::model::pairs(&[("id", "1")]);
    let context = faspay_spec::engine::Context {
        environment: faspay_spec::engine::Environment::Local("http://127.0.0.1:1".to_owned()),
        credentials: None,
        today: crate::model::day("2026-11-20"),
        fresh_key: None,
    };
    let built = faspay_spec::engine::build(&shop(), &operation, &given, &context).expect("sound");
    assert_eq!(built.url, "http://127.0.0.1:1/api");
    assert_eq!(built.headers, crate::model::pairs(&[("Content-Type", "application/json")]));
    assert_eq!(built.fields, [("Id".to_owned(), "1".to_owned(), false)]);
    assert_eq!(built.body, "{\"Id\":\"1\"}");
}

#[test]
fn the_credentials_of_the_header_are_checked() {
    let found = refused(&initiate(), &[], merchant("", ""));
    assert_eq!(
        found,
        [broken("merchantid", "mandatory", "M", "absent"), broken("merchant_key", "mandatory", "M", "absent")]
    );
    let found = refused(&initiate(), &[], merchant("a:b", "c:d"));
    assert_eq!(found, [broken("merchantid", "delimiter", ":", ":")]);
    let mut unused = initiate();
    unused.authorization = None;
    let at = unused.fields.iter().position(|f| f.name == "customer.merchant").expect("a field");
    unused.fields[at].from = From::Caller;
    let names: Vec<String> = built_with(&unused, &[], None).headers.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Content-Type", "Accept"]);
    let bare = faspay_spec::engine::Context {
        environment: faspay_spec::engine::Environment::Sandbox,
        credentials: None,
        today: crate::model::day("2026-11-20"),
        fresh_key: None,
    };
    assert!(faspay_spec::engine::build(&shop(), &unused, &sound(&[]), &bare).is_ok());
}
