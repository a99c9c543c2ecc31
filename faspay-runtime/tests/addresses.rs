//! The addresses that no page gives: a merchant was told them and says so in the credentials.

use faspay_runtime::dynamic::{self, Context, NamedCredentials};
use faspay_runtime::table::{
    Authorization, By, Endpoint, FieldSpec, GatewayTable, Kind, Method, RequestTable, Retry, SettingKind, SettingSpec,
    Transport,
};
use faspay_runtime::{BuildError, Clock, Date, Environment};

static GATEWAY: GatewayTable = GatewayTable {
    id: "mini",
    credentials: &[],
    settings: &[
        SettingSpec { name: "other_url", kind: SettingKind::Address("other") },
        SettingSpec { name: "api_url", kind: SettingKind::Address("api") },
    ],
};

const fn asking(sandbox: Option<&'static str>) -> RequestTable {
    RequestTable {
        id: "mini.ask",
        gateway: &GATEWAY,
        transport: Transport::ServerJson,
        method: Method::Post,
        endpoint: Endpoint { name: "api", sandbox, production: None },
        path: "",
        authorization: Authorization::None,
        fields: &[const {
            FieldSpec::new("kind", "kind", Kind::Text { max: None }, "mini/ask#request row 1").by(By::Fixed("4"))
        }],
        credentials: &[],
        rules: |_, _| {},
        asks: None,
        retry: Retry::Safe,
        inquire: None,
        misspellings: &[],
    }
}

static HALF: RequestTable = asking(Some("https://sandbox.mini.test/ask"));
static NOWHERE: RequestTable = asking(None);

/// The URL, or what is violated.
fn url(table: &'static RequestTable, environment: &Environment, api_url: &str) -> Result<String, String> {
    let named = NamedCredentials::new(&GATEWAY, [("other_url", "https://other.test/"), ("api_url", api_url)]).unwrap();
    let clock = Clock::fixed(Date::new(2026, 11, 20).unwrap());
    let context = Context { environment, credentials: Some(&named), clock, fresh_key: None };
    match dynamic::build(table, &[], context) {
        Ok(built) => Ok(built.url.to_string()),
        Err(BuildError::Violations(list)) => {
            let told = list.iter().map(|v| format!("{} {} [{}] {} {}", v.field, v.rule, v.limit, v.actual, v.source));
            Err(told.collect::<Vec<_>>().join(", "))
        }
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn an_address_that_is_needed_and_not_told_is_a_violation_of_its_setting() {
    let unset = Err("api_url setting [api_url] unset mini/gateway.yaml".to_owned());
    assert_eq!(url(&HALF, &Environment::Production, ""), unset);
    assert_eq!(url(&NOWHERE, &Environment::Production, ""), unset);
    assert_eq!(url(&NOWHERE, &Environment::Sandbox, ""), unset);
    // Without credentials there is nothing to say yet.
    let context = Context {
        environment: &Environment::Production,
        credentials: None,
        clock: Clock::fixed(Date::new(2026, 11, 20).unwrap()),
        fresh_key: None,
    };
    assert!(dynamic::validate(&HALF, &[], context).is_empty());
}

#[test]
fn what_was_told_counts_where_no_page_gives_an_address() {
    let told = "https://gateway.test:8443/v2/ask";
    assert_eq!(url(&HALF, &Environment::Production, told).as_deref(), Ok(told));
    assert_eq!(url(&NOWHERE, &Environment::Sandbox, told).as_deref(), Ok(told));
    assert_eq!(url(&HALF, &Environment::Sandbox, told).as_deref(), Ok("https://sandbox.mini.test/ask"));
}

#[test]
fn only_an_https_address_without_a_query_can_be_told() {
    for odd in [
        "http://gateway.test/ask",
        "HTTPS://gateway.test/ask",
        "gateway.test/ask",
        "https://",
        "https://user@gateway.test/",
        "https://gateway.test/ask?to=x",
        "https://gateway.test/ask#x",
        "https://gateway.test/a b",
        "https://gateway.test/\"onload",
        "https://gateway.test/\\..",
        "https://gateway.test/\u{e9}",
        "https://gateway.test:port/",
    ] {
        let refused = Err(format!("api_url url [https URL without query] {odd} mini/gateway.yaml"));
        assert_eq!(url(&NOWHERE, &Environment::Sandbox, odd), refused, "{odd}");
    }
}

#[test]
fn a_gateway_on_this_machine_keeps_the_path_that_is_known() {
    let local = Environment::local("http://127.0.0.1:8080").unwrap();
    assert_eq!(url(&HALF, &local, "https://gateway.test/v2").as_deref(), Ok("http://127.0.0.1:8080/ask"));
    assert_eq!(url(&NOWHERE, &local, "https://gateway.test/v2").as_deref(), Ok("http://127.0.0.1:8080/v2"));
    assert_eq!(url(&NOWHERE, &local, "https://gateway.test").as_deref(), Ok("http://127.0.0.1:8080/"));
    assert_eq!(url(&NOWHERE, &local, "").as_deref(), Ok("http://127.0.0.1:8080/api"));
    assert_eq!(url(&NOWHERE, &local, "nonsense").as_deref(), Ok("http://127.0.0.1:8080/api"));
}
