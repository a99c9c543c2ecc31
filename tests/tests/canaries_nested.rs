//! Secrets of Finpay and Pivot never show either: their typed requests, replies and callbacks are printed in every way there is, with
//! markers for secrets. What both engines say of them by name is in `canaries.rs`.

use std::fmt::Debug;

use finpay::card::{
    CheckStatus, DeleteStoredCard, OneClick, OneClickCard, OneClickCustomer, OneClickOrder, OneClickUrl, TwoClick,
    TwoClickCard, TwoClickCustomer, TwoClickOrder, TwoClickUrl, TwoClickUrlOptional,
};
use finpay::card_data::{ThreeDsInitiate, ThreeDsInitiateCustomer, ThreeDsInitiateOrder, ThreeDsInitiateUrl};
use finpay::{Amount, Clock, JsonObject, Secret, ServerForm};
use pivot_payment::auth::AccessToken;
use pivot_payment::codes::{PaymentMethodType, ProductType};
use pivot_payment::customer::RetrieveCustomer;
use pivot_payment::session::{
    CreateSession, CreateSessionOptional, CreateSessionOrderInformation,
    CreateSessionOrderInformationProductDetailsElement, CreateSessionOrderInformationProductDetailsElementPrice,
    CreateSessionPaymentMethod, CreateSessionPaymentMethodCard, CreateSessionPaymentMethodCardOptional,
    CreateSessionPaymentMethodOptional, CreateSessionRedirectUrl,
};
use pivot_payment::{Decimal, ServerForm as PivotForm};
use tests::canaries::{NUMBER, PASSWORD, RECURRING, TOKEN, clean, clean_debug};

const JSON: &str = "application/json";
/// Basic authorization: base64 of the merchant's id, a colon and [`PASSWORD`].
const BASIC: &str = "RklOUEFZNzcwOlF6NyFrVjJ4V20=";

fn merchant(key: impl Into<Secret>) -> finpay::Client {
    let credentials = finpay::Credentials::new().merchant_id("FINPAY770").merchant_key(key);
    clean_debug(&credentials);
    finpay::Client::new(finpay::Environment::Sandbox, credentials, Clock::system())
}

/// Prints everything that a request of Finpay can become, and says what is sent of it.
fn drive<R: ServerForm<Credentials = finpay::Credentials> + Debug>(request: &R) -> String {
    let client = merchant(PASSWORD);
    clean_debug(request);
    clean_debug(&client);
    let prepared = client.prepare(request).unwrap_or_else(|error| panic!("{error}"));
    clean_debug(&prepared);
    clean_debug(&prepared.fields());
    clean_debug(&prepared.headers());
    let sent = prepared.server_request();
    clean_debug(&sent);
    let shown = format!("{prepared:?} {:?} {sent:?}", prepared.headers());
    assert!(!shown.contains(&BASIC[12..24]), "{shown}");
    let told = format!(r#"{{"responseCode":"2000000","surprise":"{TOKEN}","data":{{"odd":"{PASSWORD}"}}}}"#);
    let torn = format!(r#"{{"responseCode":["{TOKEN}"]}}"#);
    for body in [told.clone(), torn, format!("{told}{TOKEN}")] {
        let reply = R::parse_reply(JSON, body.as_bytes());
        clean_debug(&reply.as_ref().map(|_| ()).map_err(|error| error.to_string()));
        if let Ok(reply) = reply {
            clean_debug(&reply);
            clean_debug(&reply.problems());
        }
    }
    let error = merchant(format!("{PASSWORD}\n")).server_request(request).expect_err("a key with a line break");
    clean_debug(&error);
    clean(&error.to_string());
    let headers: Vec<_> = sent.headers().into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{} {} {headers:?}", sent.url(), String::from_utf8_lossy(sent.body()))
}

fn two_click(token: impl Into<Secret>) -> TwoClick {
    TwoClick {
        order: TwoClickOrder { id: "O-1".into(), amount: Amount::idr(1_000), optional: Default::default() },
        customer: TwoClickCustomer { id: "ann".into(), optional: Default::default() },
        url: TwoClickUrl {
            optional: TwoClickUrlOptional {
                callback_url: Some("https://shop.example.test/".into()),
                ..Default::default()
            },
        },
        card: TwoClickCard { token: token.into() },
        source_of_funds: Default::default(),
        optional: Default::default(),
    }
}

#[test]
fn no_request_of_finpay_shows_its_key_or_a_token() {
    let sent = drive(&CheckStatus { order_id: "O-1".into() });
    assert!(sent.contains(BASIC) && !sent.contains(TOKEN), "{sent}");
    let sent = drive(&two_click(TOKEN));
    assert!(sent.contains(BASIC) && sent.contains(TOKEN), "{sent}");
    let sent = drive(&DeleteStoredCard { card_token: Secret::from(TOKEN) });
    assert!(sent.contains("/delete/Zx9%25nB4cRf-6sGu"), "the token is part of the address itself: {sent}");
    // A token that is refused isn't repeated.
    let error = merchant(PASSWORD).server_request(&two_click(format!("{TOKEN}\n"))).expect_err("a line break");
    clean_debug(&error);
    clean(&error.to_string());
}

fn one_click(token: impl Into<Secret>) -> OneClick {
    OneClick {
        order: OneClickOrder { id: "O-1".into(), amount: Amount::idr(1_000), optional: Default::default() },
        customer: OneClickCustomer { id: "ann".into(), optional: Default::default() },
        url: OneClickUrl::default(),
        card: OneClickCard { token: token.into() },
        source_of_funds: Default::default(),
    }
}

fn three_ds(card: impl Into<Secret>) -> ThreeDsInitiate {
    ThreeDsInitiate {
        order: ThreeDsInitiateOrder { id: "O-1".into(), amount: Amount::idr(1_000), optional: Default::default() },
        customer: ThreeDsInitiateCustomer::default(),
        url: ThreeDsInitiateUrl::default(),
        card: card.into(),
        device: JsonObject::parse(r#"{"d":1}"#).unwrap(),
        optional: Default::default(),
    }
}

#[test]
fn no_request_of_finpay_that_is_known_in_part_shows_a_token_or_a_card() {
    let sent = drive(&one_click(TOKEN));
    assert!(sent.contains("/pg/payment/card/payment ") && sent.contains(TOKEN), "{sent}");
    let sent = drive(&three_ds(format!(r#"{{"any":{{"name":"{NUMBER}"}}}}"#)));
    assert!(sent.contains("/threeds/initiate ") && sent.contains(NUMBER), "{sent}");
    // What is refused isn't repeated, whether it is no object or no text for one.
    for error in [
        merchant(PASSWORD).server_request(&one_click(format!("{TOKEN}\n"))).expect_err("a line break"),
        merchant(PASSWORD).server_request(&three_ds(NUMBER)).expect_err("no object"),
        merchant(PASSWORD).server_request(&three_ds(format!(r#"{{"{NUMBER}":1,"{NUMBER}":2}}"#))).expect_err("twice"),
    ] {
        clean_debug(&error);
        clean(&error.to_string());
    }
}

#[test]
fn no_callback_of_finpay_shows_the_key_that_signed_it() {
    let body = r#"{"order":{"id":"O-1","amount":1000,"currency":"IDR"},"customer":{"id":"ann"},"result":{"payment":{"status":"CAPTURED"}}}"#;
    for key in [PASSWORD, "another"] {
        let signed = faspay_spec::engine::sign_json(body, "signature", key).unwrap();
        let callback = finpay::Callback::parse(JSON, signed.as_bytes()).unwrap();
        clean_debug(&callback);
        let verified = callback.verify(merchant(PASSWORD).credentials());
        assert_eq!(verified.is_ok(), key == PASSWORD);
        match verified {
            Ok(verified) => {
                clean_debug(&verified);
                let error =
                    verified.reconcile(&finpay::Expected::new("O-2", Amount::idr(1))).expect_err("another order");
                clean_debug(&error);
                clean(&error.to_string());
            }
            Err(error) => clean_debug(&error),
        }
    }
}

fn shop(secret: impl Into<Secret>) -> pivot_payment::Client {
    let credentials =
        pivot_payment::Credentials::new().merchant_id("client-1").merchant_secret(secret).callback_key(RECURRING);
    clean_debug(&credentials);
    pivot_payment::Client::new(pivot_payment::Environment::Sandbox, credentials, Clock::system())
}

/// As [`drive`], for Pivot.
fn drive_pivot<R: PivotForm<Credentials = pivot_payment::Credentials> + Debug>(request: &R) -> String {
    let client = shop(PASSWORD);
    clean_debug(request);
    clean_debug(&client);
    let prepared = client.prepare(request).unwrap_or_else(|error| panic!("{error}"));
    clean_debug(&prepared);
    clean_debug(&prepared.fields());
    clean_debug(&prepared.headers());
    let sent = prepared.server_request();
    clean_debug(&sent);
    let secret =
        format!(r#"{{"code":"00","data":{{"accessToken":"{TOKEN}","storedPaymentMethods":[{{"token":"{TOKEN}"}}]}}}}"#);
    for body in [secret.clone(), secret.replace("}]", "}"), format!("{secret}{TOKEN}")] {
        let reply = R::parse_reply(JSON, body.as_bytes());
        clean_debug(&reply.as_ref().map(|_| ()).map_err(|error| error.to_string()));
        if let Ok(reply) = reply {
            clean_debug(&reply);
        }
    }
    let headers: Vec<_> = sent.headers().into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{} {} {headers:?}", sent.url(), String::from_utf8_lossy(sent.body()))
}

fn create(token: impl Into<Secret>, cvc: impl Into<Secret>) -> CreateSession {
    let card = CreateSessionPaymentMethodCard {
        token: token.into(),
        optional: CreateSessionPaymentMethodCardOptional { cvc: Some(cvc.into()), ..Default::default() },
    };
    let product = CreateSessionOrderInformationProductDetailsElement {
        r#type: ProductType::Digital,
        quantity: Decimal::parse("1").unwrap(),
        price: CreateSessionOrderInformationProductDetailsElementPrice { value: Amount::idr(1_000) },
        optional: Default::default(),
    };
    CreateSession {
        client_reference_id: "INV7".into(),
        redirect_url: CreateSessionRedirectUrl::default(),
        order_information: CreateSessionOrderInformation {
            product_details: vec![product],
            optional: Default::default(),
        },
        optional: CreateSessionOptional {
            payment_method: Some(CreateSessionPaymentMethod {
                r#type: PaymentMethodType::Card,
                optional: CreateSessionPaymentMethodOptional { card: Some(card), ..Default::default() },
            }),
            ..Default::default()
        },
    }
}

#[test]
fn no_request_of_pivot_shows_its_secret_a_token_or_a_code() {
    let sent = drive_pivot(&AccessToken {});
    assert!(sent.contains(&format!("X-MERCHANT-SECRET: {PASSWORD}")), "{sent}");
    let sent = drive_pivot(&RetrieveCustomer { customer_id: "C-1".into(), optional: Default::default() });
    assert!(!sent.contains(PASSWORD), "only the token operation carries the secret: {sent}");
    let request = create(TOKEN, &NUMBER[..3]);
    clean_debug(&request);
    // What a card is charged by must be said; this says what is wrong, and not with which token.
    for request in [request, create(format!("{TOKEN}\n"), NUMBER)] {
        let error = shop(PASSWORD).server_request(&request).expect_err("options are missing");
        clean_debug(&error);
        clean(&error.to_string());
    }
    let error = shop(format!("{PASSWORD}\n")).server_request(&AccessToken {}).expect_err("a line break");
    clean_debug(&error);
    clean(&error.to_string());
}

#[test]
fn no_callback_of_pivot_shows_its_key() {
    let body = r#"{"event":"PAYMENT.PAID","data":{"id":"S1","status":"PAID","clientReferenceId":"INV7","amount":{"value":1,"currency":"IDR"}}}"#;
    for key in [RECURRING, PASSWORD] {
        let callback = pivot_payment::Callback::parse(JSON, body.as_bytes()).unwrap();
        let callback = callback.with_headers([("X-API-Key", key)]);
        clean_debug(&callback);
        let verified = callback.verify(shop(PASSWORD).credentials());
        assert_eq!(verified.is_ok(), key == RECURRING);
        match verified {
            Ok(verified) => clean_debug(&verified),
            Err(error) => {
                clean_debug(&error);
                clean(&error.to_string());
            }
        }
    }
}
