//! Every operation as a filled struct: what the typed door sends must be, byte for byte, what the interpreter of the
//! tables sends for the same parameters by name.

use faspay::card::{
    Capture, CaptureOptional, Inquiry, PaymentWindow, PaymentWindowOptional, Refund, TokenDelete, TokenInquiry,
    TokenLast, TokenPayment, TokenPaymentOptional, TokenRegister, TokenRegisterOptional, Void,
};
use faspay::card_data::{PaymentDirect, PaymentDirectOptional, TokenDirect, TokenDirectOptional};
use faspay::cardpayment::{
    CardPayment, CardPaymentCapture, CardPaymentCaptureOptional, CardPaymentInquiry, CardPaymentInquiryOptional,
    CardPaymentOptional, CardPaymentTokenPayment, CardPaymentTokenPaymentOptional, CardPaymentTokenRegister,
    CardPaymentTokenRegisterOptional, CardPaymentVoid, CardPaymentVoidOptional,
};
use faspay::codes::{
    CardType, PaymentOption, PaymentType, RecurringFlag, RecurringPeriod, ResponseType, SaveCard, TokenCriteria,
    TokenType,
};
use faspay::recurring::{RegisterMember, RegisterMemberOptional, UpdateCard, UpdateCardOptional};
use faspay::{Amount, Client, Clock, Credentials, Date, DayList, Environment, Request, Secret, ServerForm, SignedCase};
use faspay_cli::engine::{self, Context, Engine};
use tests::{day, faspay, inputs, merchant_with};

const TODAY: Date = match Date::new(2026, 11, 20) {
    Ok(date) => date,
    Err(_) => panic!(),
};

fn client() -> Client {
    let credentials = Credentials::new()
        .merchantid("sophia_store")
        .txn_password("abcde")
        .merchant_id("99999")
        .user_id("john99999")
        .password("9bdqHG2N")
        .send_txn_password(true)
        .merchant_tranid_case(SignedCase::AsIs);
    Client::new(Environment::Sandbox, credentials, Clock::fixed(TODAY))
}

fn by_name(id: &str, params: &[(&str, &str)]) -> engine::Built {
    let gateway = faspay();
    let operation = gateway.operations.iter().find(|operation| operation.id == id).expect(id);
    let merchant = merchant_with(Some(true), Some("as-is"));
    let environment = engine::Environment::Sandbox;
    let context = Context { environment: &environment, credentials: Some(&merchant), today: day(inputs::TODAY) };
    let params: Vec<_> = params.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Engine::Interpreted.build(&gateway, operation, &params, context).unwrap().unwrap()
}

#[track_caller]
fn same<R: Request<Credentials = Credentials>>(request: &R, id: &str, params: &[(&str, &str)]) {
    let prepared = client().prepare(request).unwrap();
    let theirs = by_name(id, params);
    let ours: Vec<_> = prepared.fields().iter().map(|field| (field.key, field.value.as_str())).collect();
    let fields: Vec<_> = theirs.fields.iter().map(|(key, value, _)| (key.as_str(), value.as_str())).collect();
    assert_eq!(ours, fields);
    assert_eq!(prepared.url(), theirs.url);
    assert_eq!(String::from_utf8(prepared.form_body().to_vec()).unwrap(), theirs.body);
}

/// Rp 7,000.50 in sen.
fn recurring_amount() -> Amount {
    Amount::from_minor(700_050, Amount::idr(0).currency())
}

const CARD: [(&str, &str); 8] = [
    ("transactiontype", "1"),
    ("merchant_tranid", "Inv-7"),
    ("amount", "5000"),
    ("custname", "Siti & co"),
    ("custemail", "siti@example.test"),
    ("shopper_ip", "203.0.113.7"),
    ("response_type", "2"),
    ("return_url", "https://shop.example.test/back?a=1"),
];

const MEMBER: [(&str, &str); 16] = [
    ("merchant_tranid", "Inv-7"),
    ("amount", "5000"),
    ("custname", "Siti & co"),
    ("custemail", "siti@example.test"),
    ("return_url", "https://shop.example.test/back?a=1"),
    ("member_id", "M-1"),
    ("member_name", "Siti"),
    ("member_email", "member@example.test"),
    ("member_email_notif", "t"),
    ("process_date", "1,20"),
    ("recurring_amount", "7000.50"),
    ("recurring_start_date", "2026-11-20"),
    ("recurring_end_date", "2027-11-20"),
    ("recurring_period", "Y"),
    ("recurring_period_at", "1"),
    ("recurring_accumulate_at", "0"),
];

#[test]
fn a_payment_in_the_window_is_sent_as_the_tables_say() {
    let request = PaymentWindow {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "Inv-7".into(),
        amount: Amount::idr(5_000),
        custname: "Siti & co".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "203.0.113.7".into(),
        response_type: ResponseType::PostRedirect,
        optional: PaymentWindowOptional {
            return_url: Some("https://shop.example.test/back?a=1".into()),
            shippingcost: Some(Amount::idr(1)),
            style_image_url: Some("https://shop.example.test/logo.png".into()),
            ..Default::default()
        },
    };
    let more =
        [("shippingcost", "1.00"), ("style_image_url", "https://shop.example.test/logo.png"), ("currencycode", "IDR")];
    same(&request, "card.payment-window", &[&CARD[..], &more].concat());
}

#[test]
fn a_payment_that_stores_the_card_is_sent_as_the_tables_say() {
    let request = TokenRegister {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "Inv-7".into(),
        amount: Amount::idr(5_000),
        custname: "Siti & co".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "203.0.113.7".into(),
        response_type: ResponseType::PostRedirect,
        optional: TokenRegisterOptional {
            return_url: Some("https://shop.example.test/back?a=1".into()),
            mref7: Some("7".into()),
            ..Default::default()
        },
    };
    same(&request, "card.token-register", &[&CARD[..], &[("mref7", "7"), ("currencycode", "IDR")]].concat());
}

#[test]
fn a_payment_with_a_stored_card_is_sent_as_the_tables_say() {
    let request = TokenPayment {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "Inv-7".into(),
        amount: Amount::idr(5_000),
        custname: "Siti & co".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "203.0.113.7".into(),
        response_type: ResponseType::PostRedirect,
        pymt_token: "e0c63a8f-2b4c-4d5b-9d0d-111111111111".into(),
        optional: TokenPaymentOptional {
            return_url: Some("https://shop.example.test/back?a=1".into()),
            card_email: Some("card@example.test".into()),
            ..Default::default()
        },
    };
    let more = [
        ("pymt_token", "e0c63a8f-2b4c-4d5b-9d0d-111111111111"),
        ("card_email", "card@example.test"),
        ("currencycode", "IDR"),
    ];
    same(&request, "card.token-payment", &[&CARD[..], &more].concat());
}

#[test]
fn a_registration_is_sent_as_the_tables_say() {
    let request = RegisterMember {
        merchant_tranid: "Inv-7".into(),
        amount: Amount::idr(5_000),
        custname: "Siti & co".into(),
        custemail: "siti@example.test".into(),
        return_url: "https://shop.example.test/back?a=1".into(),
        member_id: "M-1".into(),
        member_name: "Siti".into(),
        member_email: "member@example.test".into(),
        member_email_notif: RecurringFlag::On,
        process_date: DayList::new([1, 20]).unwrap(),
        recurring_amount: recurring_amount(),
        recurring_start_date: TODAY,
        recurring_end_date: Date::new(2027, 11, 20).unwrap(),
        recurring_period: RecurringPeriod::Yearly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        optional: RegisterMemberOptional { domicile_address_region: Some("Jawa Barat".into()), ..Default::default() },
    };
    same(&request, "recurring.register", &[&MEMBER[..], &[("domicile_address_region", "Jawa Barat")]].concat());
}

#[test]
fn a_change_of_card_is_sent_as_the_tables_say() {
    let request = UpdateCard {
        merchant_tranid: "Inv-7".into(),
        amount: Amount::idr(5_000),
        custname: "Siti & co".into(),
        custemail: "siti@example.test".into(),
        return_url: "https://shop.example.test/back?a=1".into(),
        member_id: "M-1".into(),
        member_name: "Siti".into(),
        member_email: "member@example.test".into(),
        member_email_notif: RecurringFlag::On,
        process_date: DayList::new([1, 20]).unwrap(),
        recurring_amount: recurring_amount(),
        recurring_start_date: TODAY,
        recurring_end_date: Date::new(2027, 11, 20).unwrap(),
        recurring_period: RecurringPeriod::Yearly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        optional: UpdateCardOptional { frisk1: Some("1".into()), ..Default::default() },
    };
    same(&request, "recurring.update-card", &[&MEMBER[..], &[("frisk1", "1")]].concat());
}

const CALL: [(&str, &str); 2] = [("merchant_tranid", "Inv-7"), ("amount", "5000")];

/// As [`same`], and the request that a server sends has the same bytes at the same address.
#[track_caller]
fn same_call<R: ServerForm<Credentials = Credentials>>(request: &R, id: &str, more: &[(&str, &str)]) {
    let params = [&CALL[..], more].concat();
    same(request, id, &params);
    let sent = client().server_request(request).unwrap();
    let theirs = by_name(id, &params);
    assert_eq!((sent.method(), sent.url()), ("POST", "https://fpg-sandbox.faspay.co.id/payment/api"));
    assert_eq!(sent.headers(), [("Content-Type", "application/x-www-form-urlencoded")]);
    assert_eq!(std::str::from_utf8(sent.body()).unwrap(), theirs.body);
}

#[test]
fn an_inquiry_is_sent_as_the_tables_say() {
    let request = Inquiry { merchant_tranid: "Inv-7".into(), amount: Amount::idr(5_000) };
    same_call(&request, "card.inquiry", &[]);
}

#[test]
fn a_capture_is_sent_as_the_tables_say() {
    let request = Capture {
        merchant_tranid: "Inv-7".into(),
        transactionid: "5C4B9A99-4C54-4577-9B90-6453EC972526".into(),
        amount: Amount::idr(5_000),
        optional: CaptureOptional { mref2: Some("tiga & empat".into()), ..Default::default() },
    };
    let more = [("transactionid", "5C4B9A99-4C54-4577-9B90-6453EC972526"), ("mref2", "tiga & empat")];
    same_call(&request, "card.capture", &more);
}

#[test]
fn a_void_is_sent_as_the_tables_say() {
    let request = Void { merchant_tranid: "Inv-7".into(), transactionid: "39515".into(), amount: Amount::idr(5_000) };
    same_call(&request, "card.void", &[("transactionid", "39515")]);
}

#[test]
fn a_refund_is_sent_as_the_tables_say() {
    let request = Refund {
        merchant_tranid: "Inv-7".into(),
        transactionid: "39515".into(),
        amount: Amount::idr(5_000),
        refund_amount: Amount::from_minor(125_050, Amount::idr(0).currency()),
    };
    same_call(&request, "card.refund", &[("transactionid", "39515"), ("refund_amount", "1250.50")]);
}

#[test]
fn calls_about_tokens_are_sent_as_the_tables_say() {
    const TOKEN: &str = "09B9C3D7-7365-4233-8C11-1C3A176F9D2B";
    let token = || Secret::new(TOKEN);
    let kinds = [(TokenType::Static, "1"), (TokenType::Dynamic, "0")];
    for (kind, code) in kinds {
        let params = [("token_type", code), ("pymt_token", TOKEN)];
        same(&TokenInquiry { token_type: kind.clone(), pymt_token: token() }, "card.token-inquiry", &params);
        same(&TokenDelete { token_type: kind, pymt_token: token() }, "card.token-delete", &params);
    }
    let params = [("token_type", "0"), ("merchant_tranid", "T-1")];
    same(&TokenLast { token_type: TokenType::Dynamic, merchant_tranid: "T-1".into() }, "card.token-last", &params);
}

const NUMBER: [(&str, &str); 5] = [
    ("cardno", "4440000009900010"),
    ("cardname", "Siti"),
    ("cardtype", "V"),
    ("expirymonth", "01"),
    ("expiryyear", "2039"),
];

#[test]
fn a_payment_with_a_card_number_is_sent_as_the_tables_say() {
    let request = PaymentDirect {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "Inv-7".into(),
        amount: Amount::idr(5_000),
        custname: "Siti & co".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "203.0.113.7".into(),
        response_type: ResponseType::PostRedirect,
        cardno: "4440000009900010".into(),
        cardname: "Siti".into(),
        cardtype: CardType::Visa,
        expirymonth: "01".into(),
        expiryyear: "2039".into(),
        optional: PaymentDirectOptional {
            return_url: Some("https://shop.example.test/back?a=1".into()),
            cardcvc: Some("100".into()),
            ..Default::default()
        },
    };
    let more = [("cardcvc", "100"), ("currencycode", "IDR")];
    same(&request, "card.payment-direct", &[&CARD[..], &NUMBER, &more].concat());
}

#[test]
fn a_card_number_is_stored_as_the_tables_say() {
    let request = TokenDirect {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "Inv-7".into(),
        amount: Amount::idr(5_000),
        custname: "Siti & co".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "203.0.113.7".into(),
        response_type: ResponseType::PostRedirect,
        pymt_criteria: TokenCriteria::Registration,
        optional: TokenDirectOptional {
            return_url: Some("https://shop.example.test/back?a=1".into()),
            cardno: Some("4440000009900010".into()),
            cardname: Some("Siti".into()),
            cardtype: Some(CardType::Visa),
            expirymonth: Some("01".into()),
            expiryyear: Some("2039".into()),
            cardcvc: Some("100".into()),
            card_issuer_bank_country_code: Some("ID".into()),
            savecard: Some(SaveCard::Keep),
            paymentoption: Some(PaymentOption::NewCard),
            ..Default::default()
        },
    };
    let more = [
        ("cardcvc", "100"),
        ("card_issuer_bank_country_code", "ID"),
        ("savecard", "1"),
        ("paymentoption", "1"),
        ("pymt_criteria", "registration"),
        ("currencycode", "IDR"),
    ];
    same(&request, "card.token-direct", &[&CARD[..], &NUMBER, &more].concat());
}

/// What the forms of the revamped edition share, by name.
const REVAMPED: [(&str, &str); 6] = [
    ("merchant_tranid", "Rev/7"),
    ("currencycode", "IDR"),
    ("amount", "7000.50"),
    ("custname", "Ann é字"),
    ("custemail", "a@example.test"),
    ("description", "Two coffees & more"),
];

#[test]
fn a_revamped_payment_is_sent_as_the_tables_say() {
    let request = CardPayment {
        merchant_tranid: "Rev/7".into(),
        amount: recurring_amount(),
        custname: "Ann é字".into(),
        custemail: "a@example.test".into(),
        description: "Two coffees & more".into(),
        billing_address: "Jalan Braga 1".into(),
        optional: CardPaymentOptional {
            response_type: Some(ResponseType::PostRedirect),
            return_url: Some("https://shop.example.test/back".into()),
            billing_address_city: Some("Bandung".into()),
            billing_address_region: Some("Jawa Barat".into()),
            billing_address_state: Some("JB".into()),
            billing_address_poscode: Some("40111".into()),
            billing_address_country_code: Some("ID".into()),
            phone_no: Some("+62 22".into()),
            style_image_url: Some("https://shop.example.test/logo.png".into()),
            callback_url: Some("https://shop.example.test/told".into()),
        },
    };
    let more = [
        ("response_type", "2"),
        ("return_url", "https://shop.example.test/back"),
        ("billing_address", "Jalan Braga 1"),
        ("billing_address_city", "Bandung"),
        ("billing_address_region", "Jawa Barat"),
        ("billing_address_state", "JB"),
        ("billing_address_poscode", "40111"),
        ("billing_address_country_code", "ID"),
        ("phone_no", "+62 22"),
        ("style_image_url", "https://shop.example.test/logo.png"),
        ("callback_url", "https://shop.example.test/told"),
    ];
    same(&request, "cardpayment.payment", &[&REVAMPED[..], &more[..]].concat());
}

#[test]
fn revamped_forms_with_tokens_are_sent_as_the_tables_say() {
    let [order, name, mail, what] = ["Rev/7", "Ann é字", "a@example.test", "Two coffees & more"].map(str::to_owned);
    let register = CardPaymentTokenRegister {
        merchant_tranid: order.clone(),
        amount: recurring_amount(),
        custname: name.clone(),
        custemail: mail.clone(),
        description: what.clone(),
        billing_address: "Jalan Braga 1".into(),
        optional: CardPaymentTokenRegisterOptional { phone_no: Some("1".into()), ..Default::default() },
    };
    let more = [("billing_address", "Jalan Braga 1"), ("phone_no", "1")];
    same(&register, "cardpayment.token-register", &[&REVAMPED[..], &more[..]].concat());
    let pay = CardPaymentTokenPayment {
        merchant_tranid: order,
        amount: recurring_amount(),
        custname: name,
        custemail: mail,
        description: what,
        billing_address: "Jalan Braga 1".into(),
        pymt_token: Secret::new("T-1"),
        optional: CardPaymentTokenPaymentOptional { phone_no: Some("1".into()), ..Default::default() },
    };
    let more = [("billing_address", "Jalan Braga 1"), ("phone_no", "1"), ("pymt_token", "T-1")];
    same(&pay, "cardpayment.token-payment", &[&REVAMPED[..], &more[..]].concat());
}

#[test]
fn revamped_calls_are_sent_as_the_tables_say() {
    let (order, id, amount) = (|| "Rev/7".to_owned(), || Some("39515-A".to_owned()), recurring_amount());
    let named = [("merchant_tranid", "Rev/7"), ("amount", "7000.50"), ("transaction_id", "39515-A")];
    let optional = CardPaymentInquiryOptional { transaction_id: id() };
    same_json(&CardPaymentInquiry { merchant_tranid: order(), amount, optional }, "cardpayment.inquiry", &named);
    let optional = CardPaymentCaptureOptional { transaction_id: id() };
    same_json(&CardPaymentCapture { merchant_tranid: order(), amount, optional }, "cardpayment.capture", &named);
    let optional = CardPaymentVoidOptional { transaction_id: None };
    same_json(&CardPaymentVoid { merchant_tranid: order(), amount, optional }, "cardpayment.void", &named[..2]);
}

#[track_caller]
fn same_json<R: ServerForm<Credentials = Credentials>>(request: &R, id: &str, params: &[(&str, &str)]) {
    let (prepared, theirs) = (client().prepare(request).unwrap(), by_name(id, params));
    assert_eq!(String::from_utf8(prepared.body().to_vec()).unwrap(), theirs.body);
    assert_eq!(prepared.url(), theirs.url);
}
