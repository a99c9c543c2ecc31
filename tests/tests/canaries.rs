//! Secrets never show. Every credential and every sensitive field holds a marker; whatever can be printed is printed
//! (Debug, Display, errors, violations, verdicts, masked output), and no marker may be found in it: Faspay's typed requests here, those
//! of the others in `canaries_nested.rs`, both engines for every gateway. The project logs nothing by itself, so there is no tracing.

use std::fmt::Debug;

use faspay::card::{
    Capture, Inquiry, PaymentWindow, Refund, TokenDelete, TokenInquiry, TokenLast, TokenPayment, TokenRegister, Void,
};
use faspay::card_data::{PaymentDirect, PaymentDirectOptional, TokenDirect, TokenDirectOptional};
use faspay::cardpayment::{
    CardPayment, CardPaymentCapture, CardPaymentInquiry, CardPaymentTokenPayment, CardPaymentTokenRegister,
    CardPaymentVoid,
};
use faspay::codes::{
    CardExpireNotif, CardType, PaymentType, RecurringFlag, RecurringPeriod, RecurringStatus, ResponseType,
    TokenCriteria, TokenType,
};
use faspay::recurring::{InquireMember, RegisterMember, UpdateCard, UpdateMember, UpdateMemberOptional};
use faspay::{Callback, Client, Credentials, Return};
use faspay_cli::engine::{Context, Engine, Environment, Received};
use faspay_runtime::{Amount, BrowserForm, Clock, Date, DayList, Secret, ServerForm};
use faspay_spec::engine::{Through, sign_json};
use faspay_spec::model::{Auth, Encoding, From, Gateway, Operation};
use rand::SeedableRng;
use rand::rngs::StdRng;
use sha1::{Digest, Sha1};
use tests::aimed::{self, Params};
use tests::canaries::{self, NUMBER, PASSWORD, RECURRING, TOKEN, clean, clean_debug};
use tests::{GATEWAYS, bodies, day, gateway, inputs};

fn credentials() -> Credentials {
    Credentials::new()
        .merchantid("sophia_store")
        .txn_password(PASSWORD)
        .merchant_id("99999")
        .user_id("john99999")
        .password(RECURRING)
        .send_txn_password(true)
}

fn client() -> Client {
    Client::new(faspay::Environment::Sandbox, credentials(), Clock::fixed(Date::parse(inputs::TODAY).unwrap()))
}

/// Prints everything that a request of this type can become.
fn drive<R: BrowserForm<Credentials = Credentials> + Debug>(request: &R) {
    let client = client();
    clean_debug(request);
    clean_debug(&client);
    let prepared = client.prepare(request).unwrap_or_else(|error| panic!("{error}"));
    clean_debug(&prepared);
    clean_debug(&prepared.fields());
    clean_debug(&prepared.signed_strings_masked());
    clean_debug(&prepared.expected());
    clean_debug(&prepared.page());
    let carries = prepared.fields().iter().any(|field| field.sensitive);
    let html = prepared.page().html().to_owned();
    assert_eq!(
        html.contains(TOKEN) || html.contains(PASSWORD),
        carries,
        "the marker is really sent, where one belongs"
    );
    clean_debug(&client.window(request));
    clean_debug(&prepared.into_built());

    // With secrets that are themselves refused.
    let wrong = credentials().txn_password(format!("{PASSWORD}{PASSWORD}#")).password(format!("{RECURRING}\n"));
    let client = Client::new(faspay::Environment::Production, wrong, Clock::fixed(Date::parse("2020-01-01").unwrap()));
    let error = client.window(request).expect_err("several rules are broken");
    clean_debug(&error);
    clean(&error.to_string());
}

/// As [`drive`], for what a server posts: there the password isn't even in the bytes that are sent.
fn drive_call<R: ServerForm<Credentials = Credentials> + Debug>(request: &R) {
    clean_debug(request);
    let prepared = client().prepare(request).unwrap_or_else(|error| panic!("{error}"));
    clean_debug(&prepared);
    clean_debug(&prepared.fields());
    clean_debug(&prepared.signed_strings_masked());
    clean_debug(&prepared.server_request());
    clean(std::str::from_utf8(prepared.server_request().body()).unwrap());
    let over = |password: &str| format!("MERCHANTID=sophia_store;TXN_STATUS=S;SIGNATURE={password};MREF={password}");
    for received in [R::parse_reply("text/plain", over(PASSWORD).as_bytes()), R::parse_reply("text/plain", b"a;b")] {
        clean_debug(&received.as_ref().map_err(|error| error.to_string()).map(|_| ()));
        clean_debug(&received.map(|received| received.verify(&credentials()).err()).ok());
    }
    let wrong = credentials().txn_password(format!("{PASSWORD}#"));
    let client = Client::new(faspay::Environment::Production, wrong, Clock::system());
    let error = client.server_request(request).expect_err("a password with a delimiter");
    clean_debug(&error);
    clean(&error.to_string());
}

#[test]
fn no_call_of_a_server_shows_a_secret_or_carries_one() {
    let (order, id, amount) = ("PAY-1".to_owned(), "39515".to_owned(), Amount::idr(5_000));
    drive_call(&Inquiry { merchant_tranid: order.clone(), amount });
    drive_call(&Capture {
        merchant_tranid: order.clone(),
        transactionid: id.clone(),
        amount,
        optional: Default::default(),
    });
    drive_call(&Void { merchant_tranid: order.clone(), transactionid: id.clone(), amount });
    let refund = Refund { merchant_tranid: order.clone(), transactionid: id, amount, refund_amount: Amount::idr(1) };
    drive_call(&refund);
    drive_call(&TokenLast { token_type: TokenType::Dynamic, merchant_tranid: order.clone() });
    drive_call(&CardPaymentInquiry { merchant_tranid: order.clone(), amount, optional: Default::default() });
    drive_call(&CardPaymentCapture { merchant_tranid: order.clone(), amount, optional: Default::default() });
    drive_call(&CardPaymentVoid { merchant_tranid: order, amount, optional: Default::default() });
}

/// The body of a call about a token carries the token, and nothing else does.
#[test]
fn no_call_about_a_token_shows_it() {
    fn drive_token<R: ServerForm<Credentials = Credentials> + Debug>(request: &R) {
        clean_debug(request);
        let prepared = client().prepare(request).unwrap_or_else(|error| panic!("{error}"));
        assert!(prepared.fields().iter().any(|field| field.value == TOKEN), "the marker is really sent");
        clean_debug(&prepared);
        clean_debug(&prepared.fields());
        clean_debug(&prepared.signed_strings_masked());
        clean_debug(&prepared.server_request());
        let body = format!("ERR_CODE=0;PYMT_TOKEN={TOKEN};CARD={TOKEN}");
        let reply = R::parse_reply("text/plain", body.as_bytes()).unwrap();
        clean_debug(&reply);
        clean_debug(&reply.verify(&credentials()).err());
        let wrong = credentials().txn_password(format!("{PASSWORD}#"));
        let client = Client::new(faspay::Environment::Production, wrong, Clock::system());
        let error = client.server_request(request).expect_err("a password with a delimiter");
        clean_debug(&error);
        clean(&error.to_string());
    }
    let token = || Secret::new(TOKEN);
    drive_token(&TokenInquiry { token_type: TokenType::Static, pymt_token: token() });
    drive_token(&TokenDelete { token_type: TokenType::Static, pymt_token: token() });
    // A token that is refused isn't repeated, not even the character that separates.
    let client = client();
    let wrong = format!("{TOKEN}#");
    let error = client.server_request(&TokenInquiry { token_type: TokenType::Static, pymt_token: Secret::new(wrong) });
    let error = error.expect_err("a token with a delimiter");
    clean_debug(&error);
    clean(&error.to_string());
}

/// What goes out as JSON is signed with the recurring password, and carries it nowhere.
#[test]
fn no_json_request_shows_a_secret_or_carries_one() {
    fn drive_json<R: ServerForm<Credentials = Credentials> + Debug>(request: &R) {
        clean_debug(request);
        // Not every one has an address in the gateway's sandbox.
        let local = faspay::Environment::local("http://127.0.0.1:9").unwrap();
        let client = Client::new(local, credentials(), Clock::fixed(Date::parse(inputs::TODAY).unwrap()));
        let prepared = client.prepare(request).unwrap_or_else(|error| panic!("{error}"));
        clean_debug(&prepared);
        clean_debug(&prepared.fields());
        clean_debug(&prepared.signed_strings_masked());
        let sent = prepared.server_request();
        clean_debug(&sent);
        let body = std::str::from_utf8(sent.body()).unwrap();
        assert!(body.starts_with('{') && body.contains("\"signature\":"), "{body}");
        clean(body);
        // An answer that holds them under names that nobody knows, or can't be read.
        let told = format!(r#"{{"response_code":"00","member_id":"M-1","surprise":"{TOKEN}","odd":"{RECURRING}"}}"#);
        let torn = format!(r#"{{"response_code":["{TOKEN}"]}}"#);
        let ended = format!(r#"{{"surprise":"{TOKEN}"}} {RECURRING}"#);
        for body in [told, torn, ended] {
            let reply = R::parse_reply("application/json", body.as_bytes());
            clean_debug(&reply.as_ref().map_err(|error| error.to_string()).map(|_| ()));
            if let Ok(reply) = reply {
                clean_debug(&reply);
                clean_debug(&reply.problems());
                clean_debug(&reply.verify(&credentials()).err());
            }
        }
        let wrong = credentials().password(format!("{RECURRING}\n"));
        let client = Client::new(faspay::Environment::Production, wrong, Clock::system());
        let error = client.server_request(request).expect_err("a password with a line break");
        clean_debug(&error);
        clean(&error.to_string());
    }
    drive_json(&UpdateMember {
        member_id: "M-1".into(),
        member_name: "Ann".into(),
        member_email: "a@example.test".into(),
        member_email_notif: RecurringFlag::OnNumeric,
        process_date: DayList::new([20]).unwrap(),
        recurring_amount: Amount::idr(5_000),
        recurring_start_date: Date::parse(inputs::TODAY).unwrap(),
        recurring_end_date: Date::parse("2027-11-20").unwrap(),
        recurring_period: RecurringPeriod::Monthly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        recurring_status: RecurringStatus::Active,
        card_expire_notif: CardExpireNotif::MonthBefore,
        optional: UpdateMemberOptional::default(),
    });
    drive_json(&InquireMember {
        member_id: "M-1".into(),
        member_name: "Ann".into(),
        member_email: "a@example.test".into(),
        recurring_amount: Amount::idr(5_000),
        optional: Default::default(),
    });
}

#[test]
fn no_received_json_shows_a_secret() {
    const JSON: &str = "application/json";
    let signed = |password: &str| {
        let over = format!("bot99999{password}CHARGE-12");
        format!(
            r#"{{"request":"Payment Notification","trx_id":"CHARGE-1","merchant_id":"99999","member_id":1,"payment_status_code":2,"payment_status_desc":"x","signature":"{}","pymt_token":"{TOKEN}","surprise":"{RECURRING}"}}"#,
            tests::digests::sha1_of_md5_hex(&over)
        )
    };
    for password in [RECURRING, "wrong"] {
        let body = signed(password);
        let callback = Callback::parse(JSON, body.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        clean_debug(&callback);
        assert!(matches!(callback, Callback::PaymentNotification(_)));
        let verified = callback.verify(&credentials());
        assert_eq!(verified.is_ok(), password == RECURRING);
        match verified {
            Ok(verified) => {
                clean_debug(&verified);
                let expected = faspay::Expected::new("M-1", Amount::idr(1)).and("pymt_token", format!("{TOKEN}x"));
                let error = verified.reconcile(&expected).expect_err("it settles nothing");
                clean_debug(&error);
                clean(&error.to_string());
            }
            Err(error) => clean_debug(&error),
        }
        for torn in
            [body.replace(",\"surprise\":", ",\"pymt_token\":"), format!("{body}{TOKEN}"), body.replace("2,", "[2],")]
        {
            let error = Callback::parse(JSON, torn.as_bytes()).expect_err("it can't be read");
            clean_debug(&error);
            clean(&error.to_string());
        }
    }
}

#[test]
fn no_request_shows_a_secret() {
    let (today, end) = (Date::parse(inputs::TODAY).unwrap(), Date::parse("2027-11-20").unwrap());
    let days = || DayList::new([20, 21]).unwrap();
    clean_debug(&credentials());
    drive(&RegisterMember {
        merchant_tranid: "REG-1".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        return_url: "https://shop.example.test/".into(),
        member_id: "M-1".into(),
        member_name: "Ann".into(),
        member_email: "a@example.test".into(),
        member_email_notif: RecurringFlag::On,
        process_date: days(),
        recurring_amount: Amount::idr(5_000),
        recurring_start_date: today,
        recurring_end_date: end,
        recurring_period: RecurringPeriod::Monthly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        optional: Default::default(),
    });
    drive(&UpdateCard {
        merchant_tranid: "UPD-1".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        return_url: "https://shop.example.test/".into(),
        member_id: "M-1".into(),
        member_name: "Ann".into(),
        member_email: "a@example.test".into(),
        member_email_notif: RecurringFlag::On,
        process_date: days(),
        recurring_amount: Amount::idr(5_000),
        recurring_start_date: today,
        recurring_end_date: end,
        recurring_period: RecurringPeriod::Monthly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        optional: Default::default(),
    });
    drive(&PaymentWindow {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "PAY-1".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::Text,
        optional: Default::default(),
    });
    drive(&TokenRegister {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "TOK-1".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::Text,
        optional: Default::default(),
    });
    drive(&TokenPayment {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "TPY-1".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::Text,
        pymt_token: Secret::new(TOKEN),
        optional: Default::default(),
    });
    drive(&CardPayment {
        merchant_tranid: "REV-2".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        description: "Gold".into(),
        billing_address: "Jalan Braga 1".into(),
        optional: Default::default(),
    });
    drive(&CardPaymentTokenRegister {
        merchant_tranid: "REV-3".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        description: "Gold".into(),
        billing_address: "Jalan Braga 1".into(),
        optional: Default::default(),
    });
    drive(&CardPaymentTokenPayment {
        merchant_tranid: "REV-1".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        description: "Gold".into(),
        billing_address: "Jalan Braga 1".into(),
        pymt_token: Secret::new(TOKEN),
        optional: Default::default(),
    });
}

/// Number, name, year and security code are markers, or the beginnings of one, which are looked for as well. A month could
/// be found anywhere.
#[test]
fn no_request_shows_a_card() {
    let card = || Secret::new(TOKEN);
    let (number, four, month) = (|| Secret::new(NUMBER), || Secret::new(&NUMBER[..4]), || Secret::new("07"));
    drive(&PaymentDirect {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "DIR-1".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::Text,
        cardno: number(),
        cardname: card(),
        cardtype: CardType::Visa,
        expirymonth: month(),
        expiryyear: four(),
        optional: PaymentDirectOptional { cardcvc: Some(four()), ..Default::default() },
    });
    let token = TokenDirect {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "DIR-2".into(),
        amount: Amount::idr(5_000),
        custname: "Ann".into(),
        custemail: "a@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::Text,
        pymt_criteria: TokenCriteria::Payment,
        optional: TokenDirectOptional {
            cardno: Some(number()),
            cardname: Some(card()),
            expirymonth: Some(month()),
            expiryyear: Some(four()),
            cardcvc: Some(four()),
            pymt_token: Some(card()),
            ..Default::default()
        },
    };
    drive(&token);
    // Refused, it isn't repeated either.
    for wrong in [TOKEN.repeat(9), NUMBER.repeat(9), NUMBER.replace('0', "x"), NUMBER[..2].to_owned()] {
        let wrong = || Some(Secret::new(wrong.clone()));
        let optional = TokenDirectOptional {
            cardno: wrong(),
            cardname: wrong(),
            cardcvc: wrong(),
            expirymonth: wrong(),
            expiryyear: wrong(),
            ..token.optional.clone()
        };
        let error = client().window(&TokenDirect { optional, ..token.clone() }).expect_err("wrong");
        clean_debug(&error);
        clean(&error.to_string());
    }
}

#[test]
fn no_violation_and_no_masked_output_of_either_engine_shows_a_secret() {
    let mut carried = Vec::new();
    for gateway in GATEWAYS.map(gateway) {
        let secrets: [fn(&str) -> String; 4] =
            [str::to_owned, |own| own.repeat(4), |own| format!("{own}\n"), |own| format!("{own}#")];
        let soundly = gateway.operations.iter().map(|operation| (operation, sound(&gateway, operation)));
        for ((operation, sound), secret) in soundly.flat_map(|own| secrets.iter().map(move |one| (own.clone(), one))) {
            let merchant = canaries::merchant(&gateway, secret);
            let sensitive = || operation.fields.iter().filter(|field| canaries::is_sensitive(field));
            // Every sensitive field holds a marker that breaks a rule.
            let wrong: Vec<_> = sensitive().map(|field| (field.name.clone(), TOKEN.repeat(9))).collect();
            for params in sound.into_iter().chain([wrong]) {
                for environment in [Environment::Sandbox, Environment::Production] {
                    let context = Context {
                        environment: &environment,
                        credentials: Some(&merchant),
                        today: day(inputs::TODAY),
                        fresh_key: Some("0123456789abcdef0123456789abcdef"),
                    };
                    for engine in [Engine::Generated, Engine::Interpreted] {
                        clean_debug(&engine.validate(&gateway, operation, &params, context).unwrap());
                        let built = engine.build(&gateway, operation, &params, context).unwrap();
                        clean_debug(&built);
                        let Ok(built) = built else { continue };
                        clean(&canaries::shown(operation, &built));
                        // The one character of a marker that an address writes otherwise.
                        let url = built.url.replace("%25", "%");
                        let sent = format!("{url}{:?}{}{:?}", built.headers, built.body, built.fields);
                        // In an address it is percent-encoded.
                        let is_sent =
                            |marker: &str| sent.contains(marker) || sent.contains(&marker.replace('%', "%25"));
                        let fields = sensitive().filter(|field| is_sent(&canaries::marker(field)));
                        carried.extend(fields.map(|field| format!("{}.{} {}", gateway.id, operation.id, field.name)));
                    }
                }
            }
        }
    }
    // The markers are really sent, where one belongs.
    for gateway in GATEWAYS.map(gateway) {
        for operation in &gateway.operations {
            for field in operation.fields.iter().filter(|field| field.from == From::Caller) {
                let name = format!("{}.{} {}", gateway.id, operation.id, field.name);
                assert_eq!(carried.contains(&name), canaries::is_sensitive(field), "{name}");
            }
        }
    }
}

/// Parameters that can be sent, with a marker in every sensitive one.
fn sound(gateway: &Gateway, operation: &Operation) -> Vec<Params> {
    let mut rng = StdRng::seed_from_u64(3);
    let mut all = match aimed::is_nested(operation) {
        true => aimed::sound(gateway, operation, &mut rng),
        false => (0..6).map(|_| inputs::sound(gateway, operation, &mut rng)).collect(),
    };
    // The first one, and two that hold each of what may not be shown.
    let mut hidden: Vec<&str> =
        operation.fields.iter().filter(|own| canaries::is_sensitive(own)).map(|own| own.name.as_str()).collect();
    hidden.extend(hidden.clone());
    let mut is_first = true;
    all.retain(|params| {
        let held = hidden.iter().position(|name| params.iter().any(|(own, _)| own == name));
        held.map(|at| hidden.swap_remove(at)).is_some() || std::mem::take(&mut is_first)
    });
    for (name, text) in all.iter_mut().flatten() {
        if let Some(field) = operation.fields.iter().find(|own| own.name == *name && canaries::is_sensitive(own)) {
            *text = canaries::marker(field);
        }
    }
    all
}

/// A signed result that carries a token.
fn result(password: &str) -> String {
    let over = format!("##SOPHIA_STORE##{}##TPY-1##5000.00##S##", password.to_ascii_uppercase());
    let digest: String = Sha1::digest(over.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect();
    let token = serde_urlencoded::to_string([("PYMT_TOKEN", TOKEN), ("SURPRISE", TOKEN)]).unwrap();
    format!(
        "MERCHANTID=sophia_store&MERCHANT_TRANID=TPY-1&AMOUNT=5000.00&CURRENCYCODE=IDR&TXN_STATUS=S&SIGNATURE={digest}&{token}"
    )
}

#[test]
fn no_received_message_shows_a_secret() {
    const FORM: &str = "application/x-www-form-urlencoded";
    for password in [PASSWORD, "wrong"] {
        let body = result(password);
        let callback = Callback::parse(FORM, body.as_bytes()).unwrap();
        clean_debug(&callback);
        if let Callback::TokenResult(received) = &callback {
            assert_eq!(
                received.unverified().pymt_token().untrusted().map(|token| token.expose().to_owned()),
                Some(TOKEN.to_owned())
            );
            clean_debug(&received.unverified().pymt_token());
            clean_debug(&received.unverified().pymt_token().untrusted());
        }
        match callback.verify(&credentials()) {
            Ok(verified) => {
                clean_debug(&verified);
                let expected = faspay::Expected::new("OTHER", Amount::idr(1)).and("pymt_token", TOKEN);
                let error = verified.reconcile(&expected).expect_err("another order");
                clean_debug(&error);
                clean(&error.to_string());
            }
            Err(error) => clean_debug(&error),
        }
        clean_debug(&Return::parse(FORM, body.as_bytes()).unwrap());
        clean_debug(&Return::parse(FORM, body.as_bytes()).unwrap().verify(&credentials()).ok());
        clean_debug(&Callback::parse(FORM, format!("{body}&{TOKEN}").as_bytes()).err());
    }
}

#[test]
fn no_verdict_of_either_engine_shows_a_secret_under_a_known_name() {
    let gateway = gateway("faspay");
    let inbound = gateway.inbound.iter().find(|inbound| inbound.id == "card.token-result").unwrap();
    let merchant = canaries::merchant(&gateway, str::to_owned);
    let body = result(PASSWORD).split("&SURPRISE").next().unwrap().to_owned();
    for engine in [Engine::Generated, Engine::Interpreted] {
        for body in [body.clone(), body.replace("5000.00", "1.00"), format!("{body}&pymt_token=x")] {
            let expect =
                [("pymt_token".to_owned(), format!("{TOKEN}x")), ("merchant_tranid".to_owned(), "TPY-1".to_owned())];
            let received = Received {
                inbound,
                through: Through::Server,
                content_type: "application/x-www-form-urlencoded",
                headers: &[],
                body: body.as_bytes(),
                credentials: &merchant,
                expect: Some(&expect),
            };
            let verdict = engine.verify(&gateway, received).unwrap();
            clean_debug(&verdict);
            clean(&serde_json::to_string(&verdict).unwrap());
        }
    }
}

#[test]
fn no_verdict_on_a_json_message_shows_a_secret_under_a_known_name() {
    for gateway in GATEWAYS.map(gateway) {
        let merchant = canaries::merchant(&gateway, str::to_owned);
        for (at, inbound) in gateway.inbound.iter().enumerate().filter(|(_, own)| own.encoding == Encoding::Json) {
            let sound = canaries::message(&gateway, inbound).to_string();
            let mut headers = Vec::new();
            let body = match &inbound.auth {
                Auth::Hmac { credential, field } => {
                    let mut unsigned: serde_json::Map<_, _> = serde_json::from_str(&sound).unwrap();
                    unsigned.remove(field);
                    let text = serde_json::Value::Object(unsigned).to_string();
                    sign_json(&text, field, bodies::credential(&merchant, credential)).unwrap()
                }
                Auth::Key { credential, header } => {
                    headers.push((header.clone(), bodies::credential(&merchant, credential).to_owned()));
                    sound
                }
                _ => sound,
            };
            let wrong_key = vec![("X-API-Key".to_owned(), format!("{PASSWORD}{RECURRING}"))];
            let sensitive = inbound.fields.iter().filter(|field| canaries::is_sensitive(field));
            let expect: Vec<_> =
                sensitive.map(|field| (field.name.clone(), format!("{}x", canaries::marker(field)))).collect();
            let torn = format!("{body}{TOKEN}");
            for (body, headers) in [(&body, &headers), (&body, &wrong_key), (&torn, &headers)] {
                let received = Received {
                    inbound,
                    through: if gateway.is_reply(at) { Through::Reply } else { Through::Server },
                    content_type: "application/json",
                    headers,
                    body: body.as_bytes(),
                    credentials: &merchant,
                    expect: Some(&expect),
                };
                for engine in [Engine::Generated, Engine::Interpreted] {
                    let verdict = engine.verify(&gateway, received).unwrap();
                    clean_debug(&verdict);
                    clean(&serde_json::to_string(&verdict).unwrap());
                    assert_eq!(verdict.fields.is_empty(), body == &torn, "{}.{}: {body}", gateway.id, inbound.id);
                }
            }
        }
    }
}

#[test]
fn a_mask_tells_nothing_about_what_it_hides() {
    let show = |secret: &str| format!("{:?}", Secret::new(secret));
    assert_eq!(show(""), show("a"));
    assert_eq!(show("a"), show(&"long".repeat(1000)));
    let credentials = |secret: &str| format!("{:?}", Credentials::new().txn_password(secret).password(secret));
    assert_eq!(credentials("a"), credentials("another, longer one"));
}
