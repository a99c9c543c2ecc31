//! A payment in the window, from the shop's form to the signed result, through HTTP.

mod support;

use faspay_sandbox::{Account, Config, Gateway};
use faspay_spec::engine::{Credentials, Delivery, Through, verify};
use support::*;

fn with_callback(shop: &Shop) -> Config {
    Config { callback_url: Some(shop.url.clone()), ..Config::default() }
}

#[tokio::test]
async fn an_approved_payment_comes_back_signed_by_browser_and_by_server() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(with_callback(&shop)).await;
    let (address, page) =
        checkout(&running, "/payment", &payment("A-1", "http://127.0.0.1:9/thanks?shop=1&lang=id")).await;
    assert_eq!(page.read("#amount").as_deref(), Some("IDR 10000.00"));
    assert!(page.text.contains(CARD), "the test cards are on the page");
    assert_eq!(page.cache, "no-store");

    let back = pay(&address, CARD).await;
    assert_eq!(back.status, 200);
    let (action, fields) = back.form("#return");
    assert_eq!(action, "http://127.0.0.1:9/thanks?shop=1&lang=id");
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("A-1", "10000.00", "S"));
    for (key, text) in [
        ("TXN_STATUS", "S"),
        ("ERR_CODE", "0"),
        ("MERCHANTID", "sophia_store"),
        ("MERCHANT_TRANID", "A-1"),
        ("AMOUNT", "10000.00"),
        ("CURRENCYCODE", "IDR"),
        ("CUSTNAME", "Sari & <b>Putra</b>"),
        ("DESCRIPTION", "Two \"best\" coffees"),
        ("CARD_NO_PARTIAL", "44XXXXXXXXXX0010"),
        ("CARDTYPE", "V"),
        ("EUI", "SUC"),
        ("USR_CODE", "101"),
        ("is_on_us", "No"),
        ("EXCEED_HIGH_RISK", "No"),
        ("PAYMENT_METHOD", "1"),
        ("TRANSACTIONTYPE", "1"),
    ] {
        assert_eq!(value(&fields, key), text, "{key}");
    }
    assert_eq!(value(&fields, "TRANSACTIONID").len(), 36);
    assert!(value(&fields, "TRANDATE").starts_with("10-03-2022 "));
    assert!(!fields.iter().any(|(key, _)| key.eq_ignore_ascii_case("txn_password")));

    assert_eq!(shop.callback().await, fields, "both ways say the same");
    let state = until_state(&running, |state| state["callbacks"][0]["state"] == "acknowledged").await;
    assert_eq!(state["transactions"][0]["txn_status"], "S");
    assert_eq!(state["callbacks"][0]["attempts"], serde_json::json!(["200"]));
}

#[tokio::test]
async fn a_result_holds_every_documented_field_and_only_known_codes() {
    let files = faspay_tables::files("faspay").expect("the tables of faspay");
    let gateway = faspay_spec::load(&faspay_spec::Folder::of(files)).expect("it loads");
    let credentials = Credentials::new(&gateway, Account::sample_of(Gateway::Faspay).pairs).expect("the sample's");
    let shop = Shop::open(&[200]).await;
    let running = sandbox(with_callback(&shop)).await;
    for (count, (path, form, id)) in [
        ("/payment", payment("A-20", "http://127.0.0.1:9/"), "card.result"),
        ("/recurring", recurring("1", "A-21", "gold-1", "http://127.0.0.1:9/"), "recurring.register-result"),
        ("/recurring", recurring("2", "A-22", "gold-1", "http://127.0.0.1:9/"), "recurring.update-card-result"),
    ]
    .into_iter()
    .enumerate()
    {
        let (address, _) = checkout(&running, path, &form).await;
        pay(&address, CARD).await;
        let body = shop.wait_for(count + 1).await.swap_remove(count);
        let inbound = gateway.inbound.iter().find(|inbound| inbound.id == id).expect("a message");
        let kind = "application/x-www-form-urlencoded";
        let delivery = Delivery { through: Through::Server, content_type: kind, headers: &[], body: body.as_bytes() };
        let verdict = verify(&gateway, inbound, delivery, &credentials, None);
        assert_eq!((verdict.signature, verdict.problems), ("valid", vec![]), "{id}: {body}");
    }
}

#[tokio::test]
async fn an_authorisation_ends_as_authorised() {
    let running = sandbox(Config::default()).await;
    let mut form = payment("A-2", "http://127.0.0.1:9/");
    set(&mut form, "TRANSACTIONTYPE", "3");
    let (address, _) = checkout(&running, "/payment", &form).await;
    let (_, fields) = pay(&address, OTHER_CARD).await.form("#return");
    assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "CARDTYPE")), ("A", "M"));
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("A-2", "10000.00", "A"));
}

#[tokio::test]
async fn a_declined_card_is_reported_with_the_banks_answer() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(with_callback(&shop)).await;
    let (address, _) = checkout(&running, "/payment", &payment("A-3", "http://127.0.0.1:9/")).await;
    let (_, fields) = pay(&address, "4111111111111111").await.form("#return");
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("A-3", "10000.00", "F"));
    assert_eq!((value(&fields, "ERR_CODE"), value(&fields, "BANK_RES_CODE")), ("0", "05"));
    assert_eq!((value(&fields, "EUI"), value(&fields, "AUTH_ID")), ("RTY", ""));
    assert_eq!(value(&shop.callback().await, "TXN_STATUS"), "F");
}

#[tokio::test]
async fn a_cancelled_payment_is_reported_and_can_not_be_paid_afterwards() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &payment("A-4", "http://127.0.0.1:9/")).await;
    let (_, fields) = cancel(&address).await.form("#return");
    assert_eq!((value(&fields, "TXN_STATUS"), value(&fields, "ERR_CODE")), ("E", "9998"));
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("A-4", "10000.00", "E"));
    let (_, again) = pay(&address, CARD).await.form("#return");
    assert_eq!(again, fields);
}

#[tokio::test]
async fn paying_twice_at_once_has_one_effect() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(with_callback(&shop)).await;
    let (address, _) = checkout(&running, "/payment", &payment("A-5", "http://127.0.0.1:9/")).await;
    let (first, second) = tokio::join!(pay(&address, CARD), pay(&address, CARD));
    assert_eq!(first.form("#return"), second.form("#return"));
    assert_eq!(get(&address).await.form("#return"), first.form("#return"), "a reload shows the same result");
    shop.wait_for(1).await;
    assert_eq!(state(&running).await["callbacks"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_mistyped_card_is_asked_again() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &payment("A-6", "http://127.0.0.1:9/")).await;
    let page = pay(&address, "4440000009900011").await;
    assert_eq!(page.status, 422);
    assert!(page.read("[role=alert]").is_some_and(|text| text.contains("check digit")));
    assert!(!page.text.contains("4440000009900011"), "what was typed is not repeated");
    assert_eq!(state(&running).await["transactions"][0]["txn_status"], "N");
}

#[tokio::test]
async fn response_type_1_redirects_with_the_result_in_the_query() {
    let running = sandbox(Config::default()).await;
    let mut form = payment("A-7", "http://127.0.0.1:9/thanks?shop=1#top");
    set(&mut form, "RESPONSE_TYPE", "1");
    let (address, page) = checkout(&running, "/payment", &form).await;
    assert!(page.policy.contains("form-action 'self' http://127.0.0.1:9;"), "{}", page.policy);
    let back = pay(&address, CARD).await;
    assert_eq!(back.status, 303);
    let url = reqwest::Url::parse(&back.location).expect("an address");
    let query: Pairs = url.query_pairs().into_owned().collect();
    assert_eq!((value(&query, "shop"), url.fragment()), ("1", Some("top")));
    assert_eq!(value(&query, "SIGNATURE"), response_signature("A-7", "10000.00", "S"));
}

#[tokio::test]
async fn response_type_3_prints_the_result() {
    let running = sandbox(Config::default()).await;
    let mut form = without(payment("A-8", ""), "RETURN_URL");
    set(&mut form, "RESPONSE_TYPE", "3");
    let (address, _) = checkout(&running, "/payment", &form).await;
    let back = pay(&address, CARD).await;
    let split = |pair: &str| pair.split_once('=').map(|(key, text)| (key.to_owned(), text.to_owned()));
    let printed: Option<Pairs> = back.text.split(';').map(split).collect();
    let printed = printed.unwrap_or_else(|| panic!("a piece without a key: {}", back.text));
    assert_eq!(value(&printed, "SIGNATURE"), response_signature("A-8", "10000.00", "S"));
    assert_eq!(value(&printed, "TXN_STATUS"), "S");
}

#[tokio::test]
async fn pages_escape_what_they_show_and_run_only_their_own_script() {
    let running = sandbox(Config::default()).await;
    let (address, page) = checkout(&running, "/payment", &payment("A-9", "http://127.0.0.1:9/")).await;
    assert!(!page.text.contains("<b>Putra"), "{}", page.text);
    assert_eq!(page.read("dd:nth-of-type(3)").as_deref(), Some("Sari & <b>Putra</b>"));
    assert!(page.policy.starts_with("default-src 'none'; style-src 'nonce-"), "{}", page.policy);
    assert!(!page.policy.contains("unsafe") && !page.policy.contains("script-src"), "{}", page.policy);

    let back = pay(&address, CARD).await;
    assert!(!back.text.contains("<b>Putra"));
    let nonce =
        back.policy.split("script-src 'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
    assert!(back.text.contains(&format!("<script nonce=\"{nonce}\">")));
    assert!(back.policy.contains("form-action http://127.0.0.1:9;"), "{}", back.policy);

    let home = get(&running.url()).await;
    assert_eq!(home.read("#payments tbody td:nth-child(3)").as_deref(), Some("A-9"));
}

#[tokio::test]
async fn a_payment_names_its_own_callback_and_gets_its_parameter_back() {
    let (registered, own) = (Shop::open(&[200]).await, Shop::open(&[200]).await);
    let running = sandbox(with_callback(&registered)).await;
    let mut form = payment("A-10", "http://127.0.0.1:9/");
    set(&mut form, "handshake_url", &own.url);
    set(&mut form, "handshake_param", "cart 7");
    set(&mut form, "MPARAM1", "seven");
    let (address, _) = checkout(&running, "/payment", &form).await;
    pay(&address, CARD).await;
    let fields = own.callback().await;
    assert_eq!((value(&fields, "handshake_param"), value(&fields, "MPARAM1")), ("cart 7", "seven"));
    assert!(registered.received().is_empty());
}

#[tokio::test]
async fn the_password_may_be_kept_out_of_the_form() {
    let running = sandbox(Config::default()).await;
    let (address, _) =
        checkout(&running, "/payment", &without(payment("A-11", "http://127.0.0.1:9/"), "TXN_PASSWORD")).await;
    let (_, fields) = pay(&address, CARD).await.form("#return");
    assert_eq!(value(&fields, "SIGNATURE"), response_signature("A-11", "10000.00", "S"));
}

#[tokio::test]
async fn card_numbers_codes_and_passwords_appear_in_no_page_and_no_report() {
    let shop = Shop::open(&[200]).await;
    let running = sandbox(with_callback(&shop)).await;
    let (address, _) = checkout(&running, "/payment", &payment("A-12", "http://127.0.0.1:9/")).await;
    let back = pay(&address, "4111111111111111").await;
    let mut seen = vec![back.text, format!("{running:?}"), shop.wait_for(1).await.concat()];
    for path in ["/", "/_sandbox/state"] {
        seen.push(get(&format!("{}{path}", running.url())).await.text);
    }
    for text in seen {
        assert!(!text.contains("4111111111111111") && !text.contains("abcde") && !text.contains("9bdqHG2N"), "{text}");
    }
}
