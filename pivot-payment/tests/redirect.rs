//! What a merchant has who never touches a card: sessions on Pivot's page, their confirmation, and no way to send a security code.
//! All of it holds with the feature `card-data` as well, but for the last; `cargo test -p pivot-payment` tries it without.

use base64ct::{Base64, Encoding as _};
use faspay_runtime::dynamic::{self, Context};
use pivot_payment::card::EncryptedCard;
use pivot_payment::codes::{CaptureMethod, EwalletChannel, Mode, PaymentMethodType, ProductType};
use pivot_payment::session::*;
use pivot_payment::{Amount, Client, Clock, Credentials, Date, Decimal, Environment, Request, ServerForm, Timestamp};

fn client() -> Client {
    let credentials = Credentials::new().merchant_id("shop").merchant_secret("s3cret").callback_key("k");
    Client::new(Environment::Sandbox, credentials, clock())
}

fn clock() -> Clock {
    Clock::fixed(Date::new(2026, 11, 20).unwrap())
}

fn session(mode: Option<Mode>) -> CreateSession {
    let price = CreateSessionOrderInformationProductDetailsElementPrice { value: Amount::idr(10_000) };
    let product = CreateSessionOrderInformationProductDetailsElement {
        r#type: ProductType::Digital,
        quantity: Decimal::from(1),
        price,
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
            amount: Some(CreateSessionAmount { value: Amount::idr(10_000) }),
            mode,
            customer_id: Some("c-1".into()),
            auto_confirm: Some(false),
            x_request_id: Some("0123456789abcdef".into()),
            ..Default::default()
        },
    }
}

fn sent<R: ServerForm<Credentials = Credentials>>(request: &R) -> String {
    let prepared = client().prepare(request).unwrap_or_else(|error| panic!("{error}"));
    format!("{} {}", prepared.url(), String::from_utf8_lossy(prepared.server_request().body()))
}

#[test]
fn a_session_on_the_gateways_page_is_created() {
    let start = r#"https://api-stg.pivot-payment.com/v2/payments {"clientReferenceId":"INV7","amount":{"value":10000.00,"currency":"IDR"},"#;
    let end = r#""orderInformation":{"productDetails":[{"type":"DIGITAL","quantity":1,"price":{"value":10000.00,"currency":"IDR"}}]},"autoConfirm":false}"#;
    let sent = sent(&session(Some(Mode::Redirect)));
    assert!(sent.starts_with(start) && sent.ends_with(end), "{sent}");
    assert!(sent.contains(r#""mode":"REDIRECT","redirectUrl":{},"customerId":"c-1""#), "{sent}");
}

#[test]
fn a_session_is_confirmed_retrieved_captured_and_looked_up() {
    let ewallet = ConfirmSessionPaymentMethodOptionsEwallet {
        expiry_at: Timestamp::parse("2026-11-20T10:00:00Z").unwrap(),
        optional: ConfirmSessionPaymentMethodOptionsEwalletOptional { channel: Some(EwalletChannel::Dana) },
    };
    let confirm = ConfirmSession {
        id: "S1".into(),
        payment_method: ConfirmSessionPaymentMethod {
            r#type: PaymentMethodType::Ewallet,
            optional: ConfirmSessionPaymentMethodOptional { card: None, ..Default::default() },
        },
        payment_method_options: ConfirmSessionPaymentMethodOptions {
            optional: ConfirmSessionPaymentMethodOptionsOptional { ewallet: Some(ewallet), ..Default::default() },
        },
        optional: ConfirmSessionOptional::default(),
    };
    assert_eq!(
        sent(&confirm),
        r#"https://api-stg.pivot-payment.com/v2/payments/S1/confirm {"paymentMethod":{"type":"EWALLET"},"paymentMethodOptions":{"ewallet":{"channel":"DANA","expiryAt":"2026-11-20T10:00:00Z"}}}"#
    );
    let retrieve = RetrieveSession { id: "S1".into(), optional: RetrieveSessionOptional::default() };
    assert_eq!(sent(&retrieve), "https://api-stg.pivot-payment.com/v2/payments/S1 ");
    let by_reference = RetrieveSessionByReference { client_reference_id: "INV7".into(), optional: Default::default() };
    assert_eq!(sent(&by_reference), "https://api-stg.pivot-payment.com/v2/payments?clientReferenceId=INV7 ");
    let capture =
        CaptureSession { id: "S1".into(), release_remaining_amount: true, optional: CaptureSessionOptional::default() };
    assert!(sent(&capture).ends_with(r#"/v2/payments/S1/capture {"releaseRemainingAmount":true}"#));
}

/// What the page's code makes of a card, with a ciphertext of so many bytes.
fn envelope(ciphertext: usize) -> String {
    let part = |length: usize| Base64::encode_string(&vec![7; length]);
    let json =
        format!(r#"{{"encryptedKey":"{}","nonce":"{}","ciphertext":"{}"}}"#, part(256), part(12), part(ciphertext));
    Base64::encode_string(json.as_bytes())
}

/// The browser encrypts, so the server needs no feature to pass on what it is given.
#[test]
fn a_card_that_the_browser_encrypted_is_passed_on_and_nothing_else_is_taken_for_one() {
    let from_browser = envelope(543);
    assert_eq!(from_browser.len(), 1508, "as long as the published sample");
    let card = EncryptedCard::parse(from_browser.as_str()).unwrap();
    let confirm = ConfirmSession {
        id: "S1".into(),
        payment_method: ConfirmSessionPaymentMethod {
            r#type: PaymentMethodType::Card,
            optional: ConfirmSessionPaymentMethodOptional {
                card: Some(ConfirmSessionPaymentMethodCard { encrypted_card: card }),
                ..Default::default()
            },
        },
        payment_method_options: ConfirmSessionPaymentMethodOptions {
            optional: ConfirmSessionPaymentMethodOptionsOptional {
                card: Some(ConfirmSessionPaymentMethodOptionsCard {
                    optional: ConfirmSessionPaymentMethodOptionsCardOptional {
                        capture_method: Some(CaptureMethod::Automatic),
                        ..Default::default()
                    },
                }),
                ..Default::default()
            },
        },
        optional: ConfirmSessionOptional::default(),
    };
    assert!(sent(&confirm).contains(&format!(r#""card":{{"encryptedCard":"{from_browser}"}}"#)));
    assert!(!format!("{confirm:?}").contains(&from_browser[..8]));

    let plain = r#"{"card":{"number":"4440000112200001","expiryMonth":"01","expiryYear":"39","cvc":"123"}}"#;
    // With a long user agent and a long cookie, in base64, the card in clear text is no shorter than an encrypted one.
    let long =
        format!(r#"{{{},"deviceInformations":{{"userAgent":"{}"}}}}"#, &plain[1..plain.len() - 1], "M".repeat(900));
    let wrapped = Base64::encode_string(long.as_bytes());
    assert!(wrapped.len() > 1000);
    let clear = ["", "4440000112200001", plain, &wrapped, &from_browser[..1507], &envelope(16), &"eyJF".repeat(377)];
    for text in clear {
        let error = EncryptedCard::parse(text).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("4440"), "{error}");
    }
}

/// A stored card is given with its token alone, too; the gateway's page asks for the code.
#[test]
fn a_card_is_given_in_api_mode_only() {
    let refusals = |mode| {
        let mut request = session(mode);
        let card = Some(CreateSessionPaymentMethodCard { token: "t".into(), optional: Default::default() });
        request.optional.payment_method = Some(CreateSessionPaymentMethod {
            r#type: PaymentMethodType::Card,
            optional: CreateSessionPaymentMethodOptional { card, ..Default::default() },
        });
        client().prepare(&request).err().map(|error| error.to_string())
    };
    assert_eq!(refusals(Some(Mode::Api)), None);
    for mode in [None, Some(Mode::Redirect)] {
        let told = refusals(mode).unwrap();
        assert!(told.contains("a card is given in API mode only"), "{told}");
    }
}

/// By name, a security code is taken when the crate is built with `card-data`, and else the feature is named.
#[test]
fn a_security_code_wants_its_feature() {
    let products = r#"[{"type":"DIGITAL","quantity":1,"price":{"value":10000,"currency":"IDR"}}]"#;
    let params = [
        ("clientReferenceId", "INV7"),
        ("amount.value", "10000"),
        ("amount.currency", "IDR"),
        ("mode", "API"),
        ("paymentMethod.type", "CARD"),
        ("paymentMethod.card.token", "t"),
        ("paymentMethod.card.cvc", "987"),
        ("paymentMethodOptions.card.captureMethod", "automatic"),
        ("redirectUrl", "{}"),
        ("customerId", "c-1"),
        ("orderInformation.productDetails", products),
    ];
    let environment = &Environment::Sandbox;
    let context = Context { environment, credentials: None, clock: clock(), fresh_key: None };
    let list = dynamic::validate(CreateSession::TABLE, &params, context).into_vec();
    let told: Vec<_> = list.iter().map(|one| (&*one.field, &*one.rule, &*one.limit, &*one.actual)).collect();
    if cfg!(feature = "card-data") {
        assert_eq!(told, []);
    } else {
        assert_eq!(told, [("paymentMethod.card.cvc", "feature", "card-data", "***")]);
        assert!(!format!("{list:?}").contains("987"));
    }
}

/// A struct of the caller's own that fills the table by position, past the generated types.
struct ByPosition(CreateSession, pivot_payment::Secret);

impl Request for ByPosition {
    type Credentials = Credentials;
    const TABLE: &'static faspay_runtime::table::RequestTable = CreateSession::TABLE;

    fn values<'a>(&'a self, values: &mut faspay_runtime::Values<'a>) {
        self.0.values(values);
        let at = |name| Self::TABLE.fields.iter().position(|field| field.name == name).unwrap();
        values.set(at("paymentMethod.type"), &PaymentMethodType::Card);
        values.set(at("paymentMethod.card.token"), &self.1);
        values.set(at("paymentMethod.card.cvc"), &self.1);
    }
}

#[test]
fn no_struct_gets_a_security_code_past_the_table() {
    let request = ByPosition(session(Some(Mode::Api)), "987".into());
    let told = client().prepare(&request).err().map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(told.contains("feature `card-data`"), cfg!(not(feature = "card-data")), "{told}");
    assert!(!told.contains("987"), "{told}");
}
