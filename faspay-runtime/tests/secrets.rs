//! Canaries: whatever this crate shows of itself, the password and what is sensitive in a message aren't in it.

#[rustfmt::skip] // laid out like generated code
mod mini;

use faspay_runtime::dynamic::{self, Context, NamedCredentials, Through};
use faspay_runtime::{Amount, BrowserReturn, Client, Environment, Expected, Received, ReconcileError, Secret};
use mini::{
    Credentials, FORM, GATEWAY, INQUIRE, Inquire, InquireOptional, PAY, Pay, PayOptional, PayResult, RESULT, clock,
};

const PASSWORD: &str = "cAnArY-pw#\n";
const NAME: &str = "cAnArY name";
const UNKNOWN: &str = "cAnArY odd";

/// Fails when a canary is in the text, in any guise in which a secret has been seen to escape.
fn search(what: &str, text: &str) {
    for canary in [PASSWORD, PASSWORD.trim_end(), NAME, UNKNOWN, "cAnArY"] {
        let bytes = canary.as_bytes();
        let guises = [
            canary.to_owned(),
            canary.to_ascii_uppercase(),
            canary.to_ascii_lowercase(),
            canary.chars().rev().collect(),
            canary.replace(' ', "+"),
            canary.escape_debug().to_string(),
            bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
            bytes.iter().map(|byte| format!("{byte:02X}")).collect(),
            bytes.iter().map(|byte| format!("%{byte:02X}")).collect(),
            format!("{bytes:?}"),
        ];
        for guise in guises {
            assert!(!text.contains(&guise), "{what} shows a canary as {guise:?}:\n{text}");
        }
    }
}

fn credentials(password: &str, send: Option<bool>) -> Credentials {
    Credentials { txn_password: Secret::new(password), send_txn_password: send, ..mini::credentials() }
}

fn pay() -> Pay {
    Pay { merchant_tranid: "INV-7".to_owned(), amount: Amount::idr(5_000), optional: PayOptional::default() }
}

#[test]
fn a_secret_shows_nothing_not_even_its_length() {
    for text in ["", "a", "a much longer secret"] {
        assert_eq!(format!("{:?} {:#?}", Secret::new(text), Secret::from(text.to_owned())), "*** ***");
    }
}

#[test]
fn nothing_that_is_sent_shows_the_password_by_itself() {
    // The password is good here, and goes out with the form.
    let good = PASSWORD.replace(['#', '\n'], "");
    let client = Client::new(Environment::Sandbox, credentials(&good, Some(true)), clock());
    search("the credentials", &format!("{:?}", client.credentials()));
    search("the client", &format!("{client:?}"));
    let prepared = client.prepare(&pay()).unwrap();
    assert!(String::from_utf8_lossy(&prepared.form_body()).contains(&good), "the form should carry the password");
    search("a prepared message", &format!("{prepared:?} {prepared:#?}"));
    search("its strings to sign", &format!("{:?}", prepared.signed_strings_masked()));
    search("its fields", &format!("{:?}", prepared.fields()));
    search("what it expects", &format!("{:?}", prepared.expected()));
    let page = prepared.page();
    search("a page", &format!("{page:?} {:?} {}", page.headers(), page.action()));
    search("a built message", &format!("{:?}", prepared.into_built()));
    let inquire = Inquire { merchant_tranid: "INV-7".to_owned(), optional: InquireOptional::default() };
    search("a server's request", &format!("{:?}", client.server_request(&inquire).unwrap()));
}

#[test]
fn a_form_that_leaves_the_password_off_does_not_have_it_anywhere() {
    let good = PASSWORD.replace(['#', '\n'], "");
    let client = Client::new(Environment::Production, credentials(&good, Some(false)), clock());
    let prepared = client.prepare(&pay()).unwrap();
    search("the form", &String::from_utf8_lossy(&prepared.form_body()));
    search("the page", prepared.page().html());
}

#[test]
fn no_refusal_shows_the_password() {
    for send in [None, Some(true), Some(false)] {
        for environment in [Environment::Sandbox, Environment::Production] {
            let client = Client::new(environment, credentials(PASSWORD, send), clock());
            let error = client.prepare(&pay()).unwrap_err();
            assert!(error.to_string().contains("txn_password"), "{error}");
            search("a refusal", &format!("{error} {error:?}"));
        }
    }
}

#[test]
fn no_refusal_by_name_shows_what_is_sensitive() {
    let named = [("merchantid", "shop"), ("txn_password", PASSWORD)];
    let named = NamedCredentials::new(&GATEWAY, named).unwrap();
    search("credentials by name", &format!("{named:?}"));
    for credentials in [None, Some(&named as &dyn faspay_runtime::Credentials)] {
        let context = Context { environment: &Environment::Production, credentials, clock: clock(), fresh_key: None };
        let params = [("txn_password", PASSWORD), ("merchant_tranid", "A"), ("signature", "x")];
        for table in [&PAY, &INQUIRE] {
            let violations = dynamic::validate(table, &params, context);
            // The name of a parameter that isn't known is shown; its value never is.
            search("violations by name", &format!("{violations} {violations:?}"));
            search("a refusal by name", &format!("{:?}", dynamic::build(table, &params, context).err()));
        }
    }
}

#[test]
fn no_state_of_a_received_message_shows_what_is_sensitive() {
    let credentials = credentials("abcde", Some(false));
    let body = format!(
        "MERCHANTID=SHOP&MERCHANT_TRANID=INV-7&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&CUSTNAME={}&ODD={}&\
         SIGNATURE={}",
        NAME.replace(' ', "+"),
        UNKNOWN.replace(' ', "+"),
        mini::sha1("##SHOP##ABCDE##INV-7##5000.00##S##")
    );
    let received = || Received::<PayResult>::parse(FORM, body.as_bytes()).unwrap();
    search("a received message", &format!("{:?} {:?}", received(), received().problems()));
    assert!(format!("{:?}", received()).contains("INV-7"), "what may be shown should be");
    let returned = BrowserReturn::<PayResult>::parse_query(&body).unwrap();
    search("a browser's return", &format!("{returned:?}"));
    search("a hint", &format!("{:?}", returned.verify(&credentials).unwrap()));
    let verified = || received().verify(&credentials).unwrap();
    assert_eq!(verified().custname().untrusted(), Some(NAME));
    search("a verified message", &format!("{:?} {:?}", verified(), verified().custname()));
    let expected = Expected::new("INV-7", Amount::idr(5_000));
    let reconciled = verified().reconcile(&expected).unwrap();
    search("a reconciled message", &format!("{reconciled:?} {}", reconciled.event_key()));
    let error = verified().reconcile(&expected.and("custname", "cAnArY other")).err().unwrap();
    assert!(matches!(error, ReconcileError::Mismatch(_)));
    search("a mismatch", &format!("{error} {error:?}"));

    let named = NamedCredentials::new(&GATEWAY, [("merchantid", "shop"), ("txn_password", "abcde")]).unwrap();
    let asked = [("merchant_tranid", "INV-7"), ("custname", "cAnArY other")];
    let mut verdict = dynamic::verify(&RESULT, Through::Server, FORM, body.as_bytes(), &named, Some(&asked));
    // A verdict names what came under unknown keys; only what the tables call sensitive is masked.
    verdict.fields.retain(|field| field.name != "ODD");
    search("a verdict", &format!("{verdict:?}"));
}

#[test]
fn no_error_of_the_parser_shows_a_value() {
    for body in
        ["custname=cAnArY%zz", "custname=cAnArY%0A", "custname=cAnArY%ff", "Custname=cAnArY", "cAnArY", "x=1&cAnArY"]
    {
        let error = Received::<PayResult>::parse(FORM, body.as_bytes()).unwrap_err();
        search("an error", &format!("{error} {error:?}"));
    }
}
