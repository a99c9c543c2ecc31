//! Values that stand behind a feature of the gateway's crate, in a crate that is built without it: whoever gives one, in whatever way,
//! is told which feature it wants, and nothing of the value is sent or shown.

use faspay_runtime::dynamic::{self, Context};
use faspay_runtime::table::{
    CredentialSpec, ElementTable, Endpoint, FieldSpec, GatewayTable, Kind, RequestTable, Transport,
};
use faspay_runtime::{BuildError, Client, Clock, Credentials, Date, Environment, Request, Secret, Values, Violation};

static GATEWAY: GatewayTable = GatewayTable {
    id: "own",
    credentials: &[CredentialSpec { name: "merchant", max: None, digits: true, sensitive: false, sent_by: None }],
    settings: &[],
};

const fn text(name: &'static str) -> FieldSpec {
    FieldSpec::new(name, name, Kind::Text { max: Some(8) }, "own/pay#row")
}

const fn cvc(name: &'static str, wire: &'static str, is_on: bool) -> FieldSpec {
    FieldSpec::new(name, wire, Kind::Text { max: Some(8) }, "own/pay#row").sensitive().behind("card-data", is_on)
}

static ITEM: ElementTable = ElementTable { fields: &[text("name"), cvc("cvc", "cvc", false)], min: None, max: None };

const API: Endpoint = Endpoint { name: "api", sandbox: Some("https://own.test"), production: None };

static JSON: RequestTable = RequestTable {
    id: "own.json",
    gateway: &GATEWAY,
    endpoint: API,
    fields: &[
        text("order"),
        cvc("cvc", "cvc", false),
        FieldSpec::new("card", "card", Kind::Object { min: None, max: None }, "own/pay#row"),
        FieldSpec::new("card.token", "token", Kind::Text { max: Some(8) }, "own/pay#row").within(2).mandatory(),
        cvc("card.cvc", "cvc", false).within(2),
        FieldSpec::new("items", "items", Kind::List(&ITEM), "own/pay#row"),
    ],
    ..RequestTable::POST
}
.new();

static FORM: RequestTable = RequestTable {
    id: "own.form",
    gateway: &GATEWAY,
    endpoint: API,
    transport: Transport::ServerForm,
    fields: &[text("order"), cvc("cvc", "cvc", false)],
    ..RequestTable::POST
}
.new();

static OPEN: RequestTable = RequestTable {
    id: "own.open",
    gateway: &GATEWAY,
    endpoint: API,
    transport: Transport::ServerForm,
    fields: &[text("order"), cvc("cvc", "cvc", true)],
    ..RequestTable::POST
}
.new();

struct Nobody;

impl Credentials for Nobody {
    fn get(&self, _: usize) -> Option<&str> {
        Some("7")
    }
}

fn clock() -> Clock {
    Clock::fixed(Date::new(2026, 11, 20).unwrap())
}

fn refused(error: BuildError) -> Vec<Violation> {
    let BuildError::Violations(violations) = error else { panic!("{error}") };
    violations.into_vec()
}

/// By name: what is told is the same for validation and for building.
fn told(table: &'static RequestTable, params: &[(&str, &str)]) -> Vec<String> {
    let environment = &Environment::Sandbox;
    let context = Context { environment, credentials: Some(&Nobody), clock: clock(), fresh_key: None };
    let list = dynamic::validate(table, params, context).into_vec();
    match dynamic::build(table, params, context) {
        Ok(_) => assert!(list.is_empty()),
        Err(error) => assert_eq!(refused(error), list),
    }
    list.iter().map(|v| format!("{} {} [{}] {}", v.field, v.rule, v.limit, v.actual)).collect()
}

#[test]
fn a_value_whose_feature_is_off_is_refused_by_name_and_the_feature_is_named() {
    for table in [&FORM, &JSON] {
        assert_eq!(told(table, &[("order", "A-1"), ("cvc", "123")]), ["cvc feature [card-data] ***"]);
    }
    let params = [("card.token", "t"), ("card.cvc", "123")];
    assert_eq!(told(&JSON, &params), ["card.cvc feature [card-data] ***"]);
    let params = [("items", r#"[{"name":"a"},{"name":"b","cvc":"123"}]"#)];
    assert_eq!(told(&JSON, &params), ["items[1].cvc feature [card-data] ***"]);
    let environment = &Environment::Sandbox;
    let context = Context { environment, credentials: None, clock: clock(), fresh_key: None };
    let list = dynamic::validate(&FORM, &[("cvc", "123")], context).into_vec();
    assert!(
        list[0].message.contains("the feature `card-data`") && !list[0].message.contains("123"),
        "{}",
        list[0].message
    );
}

#[test]
fn whatever_is_wrong_with_such_a_value_is_nobodys_business() {
    for value in ["\n", "123456789", "😀", " "] {
        assert_eq!(told(&JSON, &[("cvc", value)]), ["cvc feature [card-data] ***"], "{value:?}");
        assert_eq!(told(&FORM, &[("cvc", value)]), ["cvc feature [card-data] ***"], "{value:?}");
    }
}

#[test]
fn whoever_leaves_it_out_or_has_the_feature_is_not_troubled() {
    assert_eq!(told(&JSON, &[("order", "A-1"), ("cvc", ""), ("card.token", "t"), ("items", "[]")]), [""; 0]);
    assert_eq!(told(&FORM, &[("order", "A-1")]), [""; 0]);
    assert_eq!(told(&OPEN, &[("order", "A-1"), ("cvc", "123")]), [""; 0]);
    assert_eq!(told(&OPEN, &[("cvc", "123456789")]), ["cvc length [8] 9"]);
}

/// A request that somebody wrote by hand for a table of ours.
struct Smuggled(Secret);

impl Request for Smuggled {
    type Credentials = Nobody;
    const TABLE: &'static RequestTable = &JSON;

    fn values<'a>(&'a self, values: &mut Values<'a>) {
        values.set(3, &self.0);
        values.set(4, &self.0);
    }
}

#[test]
fn a_struct_of_the_callers_own_gets_no_further() {
    let client = Client::new(Environment::Sandbox, Nobody, clock());
    let list = refused(client.prepare(&Smuggled("123".into())).err().unwrap());
    assert_eq!(list.iter().map(|one| (&*one.field, &*one.rule)).collect::<Vec<_>>(), [("card.cvc", "feature")]);
}
