//! What is built: where values come from, what goes over the wire and what is refused because of credentials.

use faspay_spec::engine::{
    Built, Context, Credentials, CredentialsError, Environment, Refused, SettingValue, build, form_body, validate,
};
use faspay_spec::model::{Endpoint, Setting, SettingKind, Transport};

use crate::model::*;

fn built(given: &[(&str, &str)], context: &Context) -> Built {
    build(&gateway(), &pay(), &params(given), context).unwrap_or_else(|refused| panic!("{refused}"))
}

fn sandbox() -> Context {
    context(Environment::Sandbox, Some(credentials(&[])))
}

fn refused(given: &[(&str, &str)], context: &Context) -> Vec<Short> {
    match build(&gateway(), &pay(), &params(given), context) {
        Err(Refused::Violations(violations)) => short(&violations),
        other => panic!("{other:?}"),
    }
}

#[test]
fn fields_go_out_in_wire_order_under_their_wire_keys_and_printed() {
    let given = [("process_date", "1,15"), ("member_id", "M-1"), ("description", ""), ("accumulate", "0")];
    let built = built(&given, &sandbox());
    let fields: Vec<(&str, &str)> = built.fields.iter().map(|(k, v, _)| (k.as_str(), v.as_str())).collect();
    assert_eq!(
        fields,
        [
            ("MERCHANTID", "sophia"),
            ("TXN_PASSWORD", PASSWORD),
            ("PAYMENT_METHOD", "3"),
            ("MERCHANT_TRANID", "ORD-7"),
            ("CURRENCYCODE", "IDR"),
            ("AMOUNT", "5000.00"),
            ("ACCUMULATE", "0"),
            ("PROCESS_DATE", "01,15"),
            ("member_id", "M-1"),
            // printf '##SOPHIA##PA55-WORD##ORD-7##5000.00##0##' | sha1sum
            ("SIGNATURE", "80a74738fe298139603f82fc3a1d6e7ebfeb8bc3"),
            // printf %s "$(printf 'bot99999p@ssw0rdM-1' | md5sum | cut -c1-32)" | sha1sum
            ("RECURRING_SIGNATURE", "89d3c0acc92538668bb801ef6f52b11cd28619c4"),
        ]
    );
    let sensitive: Vec<&str> = built.fields.iter().filter(|f| f.2).map(|f| f.0.as_str()).collect();
    assert_eq!(sensitive, ["TXN_PASSWORD"]);
    assert_eq!(built.operation, "shop.card.pay");
    assert_eq!((built.method, built.transport), ("POST", Transport::BrowserForm));
    assert_eq!(built.headers, []);
}

#[test]
fn the_url_follows_the_environment() {
    let url = |environment, settings: &[(&'static str, SettingValue)]| {
        built(&[], &context(environment, Some(credentials(settings)))).url
    };
    assert_eq!(url(Environment::Sandbox, &[]), "https://sandbox.shop.test/pay/window");
    let decided = [("send_txn_password", SettingValue::Bool(false))];
    assert_eq!(url(Environment::Production, &decided), "https://shop.test/pay/window");
    let local = Environment::Local("http://127.0.0.1:8080".to_owned());
    assert_eq!(url(local, &[]), "http://127.0.0.1:8080/pay/window");
}

#[test]
fn an_unknown_address_is_refused() {
    let mut operation = pay();
    operation.endpoint = "half".to_owned();
    let decided = credentials(&[("send_txn_password", SettingValue::Bool(false))]);
    let context = context(Environment::Production, Some(decided));
    let expected = Refused::NoEndpoint { endpoint: "half".to_owned(), environment: "production" };
    let refused = build(&gateway(), &operation, &params(&[]), &context);
    assert_eq!(refused, Err(expected.clone()));
    assert_eq!(expected.to_string(), "the production address of the endpoint half isn't documented");
}

#[test]
fn a_refusal_says_everything_that_is_wrong() {
    let given = params(&[("merchant_tranid", ""), ("accumulate", "x")]);
    let refused = build(&gateway(), &pay(), &given, &sandbox()).expect_err("two mistakes").to_string();
    assert!(refused.starts_with("2 violation(s): "), "{refused}");
    assert!(refused.contains("merchant_tranid") && refused.contains("accumulate"), "{refused}");
}

#[test]
fn an_address_that_no_page_gives_comes_from_its_setting() {
    let mut gateway = gateway();
    gateway.endpoints.push(Endpoint { name: "nowhere".to_owned(), sandbox: None, production: None });
    for endpoint in ["half", "nowhere"] {
        let kind = SettingKind::Address { endpoint: endpoint.to_owned() };
        gateway.settings.push(Setting {
            name: format!("{endpoint}_url"),
            summary: "The portal shows it.".to_owned(),
            kind,
        });
    }
    let url = |endpoint: &str, environment: Environment, told: Option<&str>| {
        let mut operation = pay();
        operation.endpoint = endpoint.to_owned();
        let told = told.map(|url| (format!("{endpoint}_url"), word(url)));
        let decided = ("send_txn_password", SettingValue::Bool(false));
        let pairs = issued().into_iter().chain([decided]).map(|(name, value)| (name.to_owned(), value)).chain(told);
        let credentials = Credentials::new(&gateway, pairs).expect("known");
        match build(&gateway, &operation, &params(&[]), &context(environment, Some(credentials))) {
            Ok(built) => Ok(built.url),
            Err(Refused::Violations(violations)) => Err(short(&violations)),
            Err(refused) => panic!("{refused}"),
        }
    };
    let local = || Environment::Local("http://127.0.0.1:8080".to_owned());
    let unset = |setting: &'static str| Err(vec![broken(setting, "setting", setting, "unset")]);
    assert_eq!(url("half", Environment::Production, None), unset("half_url"));
    assert_eq!(url("nowhere", Environment::Sandbox, None), unset("nowhere_url"));
    assert_eq!(url("nowhere", Environment::Sandbox, Some("")), unset("nowhere_url"));
    let told = "https://gateway.test:8443/v2/pay";
    assert_eq!(url("half", Environment::Production, Some(told)), Ok(told.to_owned()));
    assert_eq!(url("nowhere", Environment::Sandbox, Some(told)), Ok(told.to_owned()));
    // What a page says comes first, and a gateway on this machine needs nothing.
    assert_eq!(url("half", Environment::Sandbox, Some(told)), Ok("https://sandbox.shop.test/half".to_owned()));
    assert_eq!(url("half", local(), Some(told)), Ok("http://127.0.0.1:8080/half".to_owned()));
    assert_eq!(url("nowhere", local(), Some(told)), Ok("http://127.0.0.1:8080/v2/pay".to_owned()));
    assert_eq!(url("nowhere", local(), Some("https://gateway.test")), Ok("http://127.0.0.1:8080/".to_owned()));
    assert_eq!(url("nowhere", local(), None), Ok("http://127.0.0.1:8080/nowhere".to_owned()));
    for odd in [
        "http://gateway.test/",
        "https://",
        "https://u@gateway.test/",
        "https://gateway.test/?a",
        "https://gateway.test/<",
    ] {
        let refused = Err(vec![broken("nowhere_url", "url", "https URL without query", odd)]);
        assert_eq!(url("nowhere", Environment::Production, Some(odd)), refused, "{odd}");
    }
}

#[test]
fn a_server_form_states_its_content_type() {
    let mut operation = pay();
    operation.transport = Transport::ServerForm;
    let built = build(&gateway(), &operation, &params(&[]), &sandbox()).expect("fine");
    let expected = pairs(&[("Content-Type", "application/x-www-form-urlencoded")]);
    assert_eq!(built.headers, expected);
}

#[test]
fn the_setting_keeps_the_password_out_of_the_form_but_not_out_of_the_signature() {
    let carries = |environment, send: Option<bool>| {
        let setting = send.map(|send| ("send_txn_password", SettingValue::Bool(send)));
        let settings: Vec<_> = setting.into_iter().collect();
        let built = built(&[], &context(environment, Some(credentials(&settings))));
        let signature = built.fields.iter().find(|f| f.0 == "SIGNATURE").expect("signed").1.clone();
        assert_eq!(signature, "80a74738fe298139603f82fc3a1d6e7ebfeb8bc3");
        built.fields.iter().any(|f| f.0 == "TXN_PASSWORD")
    };
    let local = || Environment::Local("http://127.0.0.1:1".to_owned());
    assert!(carries(Environment::Sandbox, None));
    assert!(carries(local(), None));
    assert!(carries(Environment::Production, Some(true)));
    assert!(!carries(Environment::Sandbox, Some(false)));
    assert!(!carries(Environment::Production, Some(false)));
    let undecided = context(Environment::Production, Some(credentials(&[])));
    let expected = broken("txn_password", "setting", "send_txn_password", "unset");
    assert_eq!(refused(&[], &undecided), [expected]);
    // Without credentials there is nothing to decide yet.
    let unknown = context(Environment::Production, None);
    assert_eq!(validate(&gateway(), &pay(), &params(&[]), &unknown), []);
}

#[test]
fn a_constant_may_be_given_if_equal() {
    assert_eq!(judged(&[("payment_method", "3")]), []);
    let expected = broken("payment_method", "fixed", "3", "1");
    assert_eq!(judged(&[("payment_method", "1")]), [expected]);
}

#[test]
fn a_public_credential_may_be_given_if_equal_and_a_secret_one_never() {
    let limit = "credential merchantid";
    assert_eq!(judged(&[("merchantid", "anyone")]), []);
    built(&[("merchantid", "sophia")], &sandbox());
    let other = broken("merchantid", "credential", limit, "other");
    assert_eq!(refused(&[("merchantid", "other")], &sandbox()), [other]);
    let secret = broken("txn_password", "credential", "credential txn_password", "***");
    assert_eq!(judged(&[("txn_password", PASSWORD)]), std::slice::from_ref(&secret));
    assert_eq!(refused(&[("txn_password", PASSWORD)], &sandbox()), [secret]);
}

#[test]
fn a_signature_is_never_given() {
    let expected = broken("signature", "computed", "recipe card-request", "given");
    assert_eq!(judged(&[("signature", &"0".repeat(40))]), [expected]);
}

#[test]
fn credential_problems_come_first_in_the_order_of_the_gateway() {
    let wrong = credentials(&[
        ("password", word("")),
        ("txn_password", word("a#b\n")),
        ("merchantid", word("1234567890#23")),
        ("merchant_id", word("unused here")),
    ]);
    let context = context(Environment::Sandbox, Some(wrong));
    assert_eq!(
        refused(&[("amount", "0")], &context),
        [
            broken("merchantid", "length", "12", "13"),
            broken("merchantid", "delimiter", "#", "#"),
            broken("txn_password", "control", "none", "U+000A"),
            broken("txn_password", "delimiter", "#", "***"),
            broken("password", "mandatory", "M", "absent"),
            broken("amount", "positive", "> 0", "0"),
        ]
    );
    let found = validate(&gateway(), &pay(), &params(&[]), &context);
    assert_eq!(found[0].source, "shop/gateway.yaml");
}

#[test]
fn only_the_credentials_that_an_operation_uses_are_checked() {
    let mut operation = operation(vec![field("description", text(5))]);
    let judge = |operation: &_, credentials: Credentials| {
        let context = context(Environment::Sandbox, Some(credentials));
        short(&validate(&gateway(), operation, &[], &context))
    };
    assert_eq!(judge(&operation, Credentials::none()), []);
    operation
        .fields
        .push(from(field("merchant_id", text(5)), faspay_spec::model::From::Credential("merchant_id".to_owned())));
    let absent = broken("merchant_id", "mandatory", "M", "absent");
    assert_eq!(judge(&operation, Credentials::none()), [absent]);
    let lettered = credentials(&[("merchant_id", word("99a999"))]);
    let expected = [broken("merchant_id", "type", "digits", "99a999"), broken("merchant_id", "length", "5", "6")];
    assert_eq!(judge(&operation, lettered), expected);
}

#[test]
fn building_without_credentials_names_those_that_are_missing() {
    let names: Vec<String> = refused(&[], &context(Environment::Sandbox, None)).into_iter().map(|v| v.0).collect();
    assert_eq!(names, ["merchantid", "txn_password", "user_id", "password"]);
}

#[test]
fn strings_to_sign_are_shown_with_their_secrets_masked() {
    let built = built(&[("member_id", "M-1")], &sandbox());
    let expected = pairs(&[("card-request", "##SOPHIA##***##ORD-7##5000.00##0##"), ("member", "bot99999***M-1")]);
    assert_eq!(built.signed, expected);
}

#[test]
fn nothing_that_is_printed_for_debugging_shows_a_secret() {
    let context = sandbox();
    let built = built(&[("pymt_token", "SESAM")], &context);
    assert_eq!(format!("{:?} {:?}", word("SESAM"), SettingValue::Bool(true)), "*** ***");
    for text in [format!("{context:?}"), format!("{built:?}"), format!("{built:#?}")] {
        for secret in [PASSWORD, "p@ssw0rd", "SESAM"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
    assert!(format!("{built:?}").contains("ORD-7"));
}

#[test]
fn the_casing_setting_decides_what_is_signed() {
    let signed = |case: &str| {
        let set = credentials(&[("merchant_tranid_case", word(case))]);
        let built = built(&[("merchant_tranid", "ord-7")], &context(Environment::Sandbox, Some(set)));
        let sent = built.fields.iter().find(|f| f.0 == "MERCHANT_TRANID").expect("sent").1.clone();
        assert_eq!(sent, "ord-7", "the value itself goes out as given");
        built.signed[0].1.clone()
    };
    assert_eq!(signed("upper"), "##SOPHIA##***##ORD-7##5000.00##0##");
    assert_eq!(signed("as-is"), "##SOPHIA##***##ord-7##5000.00##0##");
}

#[test]
fn a_form_body_escapes_everything_but_the_unreserved() {
    let field = |key: &str, value: &str| (key.to_owned(), value.to_owned(), false);
    let body = form_body(&[field("A b", "a-z_A.Z*09~"), field("é", "1+1=2&#%/\n"), field("", "")]);
    assert_eq!(body, "A+b=a-z_A.Z*09%7E&%C3%A9=1%2B1%3D2%26%23%25%2F%0A&=");
}

#[test]
fn credentials_refuse_what_the_gateway_does_not_know() {
    let make = |name: &str, value: SettingValue| Credentials::new(&gateway(), [(name.to_owned(), value)]).map(|_| ());
    let named = |name: &str| name.to_owned();
    assert!(
        matches!(make("merchantId", word("x")), Err(CredentialsError::Unknown { name, .. }) if name == "merchantId")
    );
    let name = named("merchantid");
    assert_eq!(make("merchantid", SettingValue::Bool(true)), Err(CredentialsError::NotText { name }));
    let name = named("send_txn_password");
    assert_eq!(make("send_txn_password", word("false")), Err(CredentialsError::NotBool { name }));
    for wrong in [word("UPPER"), word("lower"), word(""), SettingValue::Bool(true)] {
        let name = named("merchant_tranid_case");
        assert_eq!(make("merchant_tranid_case", wrong), Err(CredentialsError::NotCase { name }));
    }
    let twice = [("user_id", "a"), ("user_id", "b")].map(|(n, v)| (n.to_owned(), word(v)));
    let name = named("user_id");
    assert_eq!(Credentials::new(&gateway(), twice), Err(CredentialsError::Twice { name }));
}
