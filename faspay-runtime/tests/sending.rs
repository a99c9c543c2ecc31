//! The typed door for sending: what is refused, what goes out, and the page that posts it.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::{
    Amount, BuildError, Client, Currency, Date, DayList, Environment, LocalUrl, Secret, SignedCase, Violation,
};
use mini::{Credentials, Inquire, InquireOptional, Pay, PayOptional, clock, credentials};

fn pay() -> Pay {
    Pay { merchant_tranid: "INV-7".to_owned(), amount: Amount::idr(5_000), optional: PayOptional::default() }
}

fn client() -> Client<Credentials> {
    Client::new(Environment::Sandbox, credentials(), clock())
}

fn violations(result: Result<impl Sized, BuildError>) -> Vec<Violation> {
    match result {
        Ok(_) => Vec::new(),
        Err(BuildError::Violations(violations)) => violations.into_vec(),
        Err(other) => panic!("{other}"),
    }
}

/// Field, rule, limit and what was given, one line each.
fn told(list: &[Violation]) -> Vec<String> {
    list.iter().map(|v| format!("{} {} [{}] {}", v.field, v.rule, v.limit, v.actual)).collect()
}

fn body(client: &Client<Credentials>, pay: &Pay) -> String {
    let mut out = Vec::new();
    client.encode(pay, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_broken_rule_is_told_at_once_in_wire_order() {
    let pay = Pay {
        merchant_tranid: "inv#7 is a rather long id".to_owned(),
        amount: Amount::idr(0),
        optional: PayOptional {
            days: Some(DayList::new([1, 2, 3, 4]).unwrap()),
            starts: Some(Date::new(2026, 11, 19).unwrap()),
        },
    };
    let list = violations(client().prepare(&pay));
    assert_eq!(
        told(&list),
        [
            "merchant_tranid length [20] 25",
            "merchant_tranid delimiter [#] #",
            "merchant_tranid case-undecided [merchant_tranid_case] unset",
            "amount positive [> 0] 0.00",
            "days count [3] 4",
            "starts starts-today [starts == today] 2026-11-19",
        ]
    );
    assert_eq!(list[0].source, "mini/pay#request row 3");
    assert_eq!(list[5].source, "mini/operations/pay.yaml");
}

#[test]
fn a_violation_says_what_to_do() {
    let mut pay = pay();
    pay.merchant_tranid = "inv-7".to_owned();
    let list = violations(client().prepare(&pay));
    let text = list[0].to_string();
    for part in ["shop plugins", "SDKs", "`merchant_tranid_case`", "`upper`", "`as-is`"] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn an_absent_field_is_mandatory_when_its_condition_holds() {
    let mut pay = pay();
    pay.optional.days = Some(DayList::new([20]).unwrap());
    let list = violations(client().prepare(&pay));
    assert_eq!(told(&list), ["starts mandatory [C: present(days)] absent"]);
    pay.optional.starts = Some(Date::new(2026, 11, 20).unwrap());
    assert!(body(&client(), &pay).contains("&days=20&starts=2026-11-20&"));
}

#[test]
fn a_rule_with_a_condition_is_broken_only_when_the_condition_holds() {
    let mut pay = pay();
    pay.optional =
        PayOptional { days: Some(DayList::new([5, 20]).unwrap()), starts: Some(Date::new(2026, 11, 20).unwrap()) };
    assert!(body(&client(), &pay).contains("&days=05%2C20&"));
    pay.amount = Amount::from_minor(999, Currency::IDR);
    let list = violations(client().prepare(&pay));
    assert_eq!(told(&list), ["days one-day-for-small-amounts [count(days) == 1] 05,20"]);
}

#[test]
fn a_missing_mandatory_text_is_one_violation_and_an_empty_optional_one_is_none() {
    let mut pay = pay();
    pay.merchant_tranid = String::new();
    pay.optional.days = Some(DayList::default());
    assert_eq!(told(&violations(client().prepare(&pay))), ["merchant_tranid mandatory [M] absent"]);
}

#[test]
fn control_characters_hide_nothing_else_of_a_field() {
    for (character, point) in [('\n', "U+000A"), ('\u{202E}', "U+202E"), ('\u{85}', "U+0085"), ('\u{2028}', "U+2028")] {
        let mut pay = pay();
        pay.merchant_tranid = format!("inv#{character}{}", "x".repeat(40));
        assert_eq!(told(&violations(client().prepare(&pay))), [format!("merchant_tranid control [none] {point}")]);
    }
}

#[test]
fn lengths_count_characters_at_the_boundary() {
    for unit in ["A", "é", "€", "😀"] {
        let mut pay = pay();
        for (count, refused) in [(19, false), (20, false), (21, true)] {
            pay.merchant_tranid = unit.repeat(count);
            assert_eq!(!violations(client().prepare(&pay)).is_empty(), refused, "{count} times {unit}");
        }
    }
}

#[test]
fn credentials_are_checked_before_anything_else() {
    let broken = Credentials {
        merchantid: "sh#op".to_owned(),
        txn_password: Secret::new("p\ntoo-long-for-it"),
        ..credentials()
    };
    let client = Client::new(Environment::Sandbox, broken, clock());
    let mut pay = pay();
    pay.merchant_tranid = String::new();
    let list = violations(client.prepare(&pay));
    assert_eq!(
        told(&list),
        [
            "merchantid delimiter [#] #",
            "txn_password control [none] U+000A",
            "txn_password length [12] 17",
            "merchant_tranid mandatory [M] absent",
        ]
    );
    assert_eq!(list[0].source, "mini/gateway.yaml");

    let empty = Credentials { txn_password: Secret::default(), ..credentials() };
    let client = Client::new(Environment::Sandbox, empty, clock());
    assert_eq!(told(&violations(client.prepare(&self::pay()))), ["txn_password mandatory [M] absent"]);
}

#[test]
fn production_wants_a_decision_about_showing_the_password() {
    let with = |environment, send| {
        let credentials = Credentials { send_txn_password: send, ..credentials() };
        Client::new(environment, credentials, clock())
    };
    let list = violations(with(Environment::Production, None).prepare(&pay()));
    assert_eq!(told(&list), ["txn_password setting [send_txn_password] unset"]);
    assert!(list[0].message.contains("sign a result of their own"), "{}", list[0].message);
    assert!(!body(&with(Environment::Production, Some(false)), &pay()).contains("TXN_PASSWORD"));
    assert!(body(&with(Environment::Production, Some(true)), &pay()).contains("&TXN_PASSWORD=abcde&"));
    assert!(body(&with(Environment::Sandbox, None), &pay()).contains("&TXN_PASSWORD=abcde&"));
    let local = Environment::local("http://127.0.0.1:9000").unwrap();
    assert!(body(&with(local, None), &pay()).contains("&TXN_PASSWORD=abcde&"));
}

#[test]
fn the_case_setting_decides_how_an_id_is_signed_and_never_how_it_is_sent() {
    let mut pay = pay();
    pay.merchant_tranid = "inv-7".to_owned();
    // sha1 of ##SHOP##ABCDE##inv-7##5000.00##0## and of ##SHOP##ABCDE##INV-7##5000.00##0##
    for (case, signature) in [
        (SignedCase::AsIs, "7b009b84ba76280629978341c89c9b0ff19ee332"),
        (SignedCase::Upper, "cc071f82c4e1c38508b60cb7606c6cbdf636d3dd"),
    ] {
        let credentials = Credentials { merchant_tranid_case: Some(case), ..credentials() };
        let body = body(&Client::new(Environment::Sandbox, credentials, clock()), &pay);
        assert!(body.contains("&MERCHANT_TRANID=inv-7&"), "{body}");
        assert!(body.ends_with(&format!("&SIGNATURE={signature}")), "{case:?}: {body}");
    }
}

#[test]
fn computed_vectors_are_reproduced_through_whole_forms() {
    let card = [
        ("commonwealth", "abcde", "2019061200757", 100_000, "a8018cb347e9464bb456d45369481dc7d4a37021"),
        ("TEST01", "059b8125f", "20061123_003", 100, "05bd4d5ee4b39218fd7a0021b4b99e17de557790"),
        ("faspay", "abcde", "HTML-1", 1_000, "d3c64d5ed996b2813898defd79d6cc93fd39c2ee"),
        ("faspay", "abcde", "reg-abc", 150_000, "8296f11fa9320019ffc2c84864e239309858d48a"),
        ("sophia_store", "abcde", "I 2&x=y", 5_000, "e092ae2f8cb9afc784e2ad559016ced314f89f0e"),
    ];
    for (merchant, password, order, rupiah, signature) in card {
        let credentials = Credentials {
            merchantid: merchant.to_owned(),
            txn_password: password.into(),
            send_txn_password: Some(true),
            merchant_tranid_case: Some(SignedCase::AsIs),
        };
        let client = Client::new(Environment::Sandbox, credentials, clock());
        let pay = Pay { merchant_tranid: order.to_owned(), amount: Amount::idr(rupiah), ..pay() };
        assert!(body(&client, &pay).ends_with(signature), "{order}");
    }
    let account = [
        ("p'w$1\\x", "member-77", "9c82965e6ca0aef215dfb41031c2f61ad1101710"),
        ("p@ssw0rd", "M-é-1", "545bd94e39e489c368a5b49b8f9fa209a9e0c418"),
    ];
    for (password, member, signature) in account {
        let credentials =
            Credentials { merchantid: "bot99999".to_owned(), txn_password: password.into(), ..credentials() };
        let client = Client::new(Environment::Sandbox, credentials, clock());
        let inquire = Inquire { merchant_tranid: member.to_owned(), optional: InquireOptional::default() };
        let request = client.server_request(&inquire).unwrap();
        assert!(request.body().ends_with(signature.as_bytes()), "{member}");
    }
}

#[test]
fn a_delimiter_in_a_signed_value_is_refused_always() {
    let credentials = Credentials { merchant_tranid_case: Some(SignedCase::AsIs), ..credentials() };
    let client = Client::new(Environment::Sandbox, credentials, clock());
    for order in ["ORD/1#2", "#", "A##1.00", "A#"] {
        let pay = Pay { merchant_tranid: order.to_owned(), ..pay() };
        assert_eq!(told(&violations(client.prepare(&pay))), ["merchant_tranid delimiter [#] #"]);
    }
}

#[test]
fn money_goes_out_with_the_decimals_of_the_table_or_not_at_all() {
    let dinar = Currency::new("KWD").unwrap();
    let yen = Currency::new("JPY").unwrap();
    let text = |amount| body(&client(), &Pay { amount, ..pay() });
    assert!(text(Amount::from_minor(7, yen)).contains("&CURRENCYCODE=JPY&AMOUNT=7.00&"));
    assert!(text(Amount::from_minor(7_500, dinar)).contains("&CURRENCYCODE=KWD&AMOUNT=7.50&"));
    let refused = |amount| told(&violations(client().prepare(&Pay { amount, ..pay() })));
    assert_eq!(refused(Amount::from_minor(7_505, dinar)), ["amount type [amount with 2 decimals or none] 7.505"]);
    assert_eq!(refused(Amount::idr(1_000_000_000)), ["amount length [12] 13"]);
    let dollar = Currency::new("USD").unwrap();
    assert_eq!(refused(Amount::from_minor(100, dollar)), ["currencycode code [IDR, KWD, JPY] USD"]);
}

#[test]
fn integers_and_urls_are_checked() {
    let client = Client::new(Environment::Production, credentials(), clock());
    let told = |attempt, back: &str| {
        let optional = InquireOptional { attempt, back: Some(back.to_owned()) };
        let violations = client.validate(&Inquire { merchant_tranid: "A".to_owned(), optional });
        told(&violations.map_or_else(|violations| violations.into_vec(), |()| Vec::new()))
    };
    assert_eq!(told(Some(99), "https://shop.example/r?a=b"), [""; 0]);
    assert_eq!(told(Some(100), "https://shop.example/"), ["attempt length [2] 3"]);
    assert_eq!(told(None, "http://shop.example/"), ["back https [https] http"]);
    assert_eq!(
        told(None, "javascript:alert('a rather long one, too long')"),
        ["back url [http or https URL] javascript:alert('a rather long one, too long')", "back length [40] 47",]
    );
}

#[test]
fn what_is_encoded_is_what_is_prepared_and_a_refusal_leaves_the_buffer_alone() {
    let client = client();
    let mut pay = pay();
    pay.merchant_tranid = "A B&C=Ü/\"<>".to_owned();
    let prepared = client.prepare(&pay).unwrap();
    assert_eq!(*prepared.form_body(), *body(&client, &pay).as_bytes());
    assert_eq!(prepared.expected().unwrap().order(), "A B&C=Ü/\"<>");

    let mut out = b"kept".to_vec();
    pay.merchant_tranid = "a#".repeat(500);
    assert!(client.encode(&pay, &mut out).is_err());
    assert_eq!(out, b"kept");
}

#[test]
fn a_server_request_is_all_that_a_server_has_to_send() {
    let inquire = Inquire {
        merchant_tranid: "INV-7".to_owned(),
        optional: InquireOptional { attempt: Some(3), back: Some("https://shop.example/ü".to_owned()) },
    };
    let request = client().server_request(&inquire).unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.url(), "https://sandbox.mini.test/pay/api");
    assert_eq!(request.headers(), [("Content-Type", "application/x-www-form-urlencoded")]);
    // sha1 of the md5 of shopabcdeINV-7
    assert_eq!(
        std::str::from_utf8(request.body()).unwrap(),
        "TYPE=4&MERCHANT_TRANID=INV-7&ATTEMPT=3&BACK=https%3A%2F%2Fshop.example%2F%C3%BC&\
         SIGNATURE=b0875de2a5a4d459078390e5bffa46af031a915c"
    );
}

#[test]
fn an_address_that_nobody_publishes_is_an_error_of_its_own() {
    let client = Client::new(Environment::Production, credentials(), clock());
    let inquire = Inquire { merchant_tranid: "INV-7".to_owned(), optional: InquireOptional::default() };
    let error = client.server_request(&inquire).unwrap_err();
    assert_eq!(error, BuildError::NoEndpoint { endpoint: "api", environment: "production" });
    assert!(error.to_string().contains("no production address for `api`"), "{error}");
}

#[test]
fn a_local_gateway_is_on_this_machine_and_keeps_the_path() {
    for url in ["http://127.0.0.1:8080", "http://127.9.9.9:1", "http://localhost:65535/", "http://[::1]:8080"] {
        let environment = Environment::local(url).unwrap();
        let client = Client::new(environment, credentials(), clock());
        let prepared = client.prepare(&pay()).unwrap();
        assert_eq!(prepared.url(), format!("{}/pay", url.trim_end_matches('/')));
    }
    for url in [
        "https://127.0.0.1:8080",
        "http://127.0.0.1",
        "http://127.0.0.1:",
        "http://127.0.0.1:0",
        "http://127.0.0.1:65536",
        "http://127.0.0.1:80x",
        "http://128.0.0.1:80",
        "http://0.0.0.0:80",
        "http://localhost.evil.test:80",
        "http://evil.test:80",
        "http://127.0.0.1.evil.test:80",
        "http://user@127.0.0.1:80",
        "http://127.0.0.1:80/path",
        "http://127.0.0.1:80?x",
        "http://127.0.0.1:80#x",
        "http://[::1]",
        "http://[::2]:80",
        "http://::1:80",
        "http://127.1:80",
        "http://0177.0.0.1:80",
        "http://2130706433:80",
        "http:///127.0.0.1:80",
        "HTTP://127.0.0.1:80",
        "http://127.0.0.1:80//",
        "http://127.0.0.1:+80",
        "http://127.0.0.1 :80",
        "",
    ] {
        assert!(LocalUrl::parse(url).is_err(), "{url:?} was taken for this machine");
    }
}

#[test]
fn the_page_posts_every_field_once_escaped() {
    let credentials = Credentials { merchant_tranid_case: Some(SignedCase::AsIs), ..credentials() };
    let client = Client::new(Environment::Sandbox, credentials, clock());
    let mut pay = pay();
    pay.merchant_tranid = "\"><b>'&amp;</b>".to_owned();
    let page = client.window(&pay).unwrap();
    let html = page.html();
    assert!(html.starts_with("<!doctype html>\n"));
    assert!(html.contains("<meta charset=\"utf-8\">"));
    assert!(html.contains(
        "<form method=\"post\" action=\"https://sandbox.mini.test/pay\" accept-charset=\"utf-8\" autocomplete=\"off\">"
    ));
    assert!(html.contains(
        "<input type=\"hidden\" name=\"MERCHANT_TRANID\" value=\"&quot;&gt;&lt;b&gt;&#39;&amp;amp;&lt;/b&gt;\">\n"
    ));
    assert_eq!(html.matches("<input ").count(), 5);
    assert!(html.contains("<button type=\"submit\">"));
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("onload") && !html.contains("onclick") && !html.contains("javascript:"));
}

#[test]
fn the_page_brings_its_own_policy() {
    let page = client().window(&pay()).unwrap();
    let headers = page.headers();
    let header = |name| headers.iter().find(|(header, _)| *header == name).map(|(_, value)| value.as_str()).unwrap();
    let policy = header("Content-Security-Policy");
    let (in_page, framing) = policy.rsplit_once("; ").unwrap();
    assert_eq!(framing, "frame-ancestors 'none'");
    assert!(in_page.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    assert!(in_page.ends_with("; form-action https://sandbox.mini.test; base-uri 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"));
    let escaped = in_page.replace('\'', "&#39;");
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{escaped}\">");
    assert!(page.html().contains(&meta), "{}", page.html());
    assert_eq!(header("Content-Type"), "text/html; charset=utf-8");
    assert_eq!(header("Cache-Control"), "no-store");
    assert_eq!(header("Referrer-Policy"), "no-referrer");
    assert_eq!(header("X-Content-Type-Options"), "nosniff");
}

#[test]
fn the_string_that_was_signed_is_shown_without_its_secrets() {
    let prepared = client().prepare(&pay()).unwrap();
    assert_eq!(prepared.signed_strings_masked(), [("card-request", "##SHOP##***##INV-7##5000.00##0##".to_owned())]);
}
