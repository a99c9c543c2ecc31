//! The recurring service end to end: the generated crate registers a member, changes it and asks about it over loopback, and reads
//! what the sandbox tells when its clock moves.

use std::time::Duration;

use faspay::codes::{
    CardExpireNotif, RecurringFlag, RecurringPaymentStatus, RecurringPeriod, RecurringResponseCode, RecurringStatus,
};
use faspay::recurring::{
    InquireMember, InquireMemberOptional, RegisterMember, RegisterMemberOptional, UpdateMember, UpdateMemberOptional,
};
use faspay::{
    Amount, Callback, Client, Clock, Credentials, Date, DayList, Environment, Expected, Received, ReconcileError,
    ServerForm,
};
use faspay_sandbox::{Config, Running, Sandbox};
use tests::shop;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn member() -> RegisterMember {
    RegisterMember {
        merchant_tranid: "R-1".into(),
        amount: Amount::idr(5_000),
        custname: "Siti".into(),
        custemail: "siti@example.test".into(),
        return_url: "http://127.0.0.1:9/".into(),
        member_id: "M-a".into(),
        member_name: "Siti".into(),
        member_email: "siti@example.test".into(),
        member_email_notif: RecurringFlag::On,
        process_date: DayList::new([20]).unwrap(),
        recurring_amount: Amount::idr(5_000),
        recurring_start_date: date("2026-11-20"),
        recurring_end_date: date("2027-11-20"),
        recurring_period: RecurringPeriod::Monthly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        optional: RegisterMemberOptional::default(),
    }
}

async fn call<R: ServerForm<Credentials = Credentials>>(client: &Client, request: &R) -> Received<R::Reply> {
    let sent = client.server_request(request).unwrap();
    let mut call = reqwest::Client::builder().no_proxy().build().unwrap().post(sent.url());
    for (name, value) in sent.headers() {
        call = call.header(name, value);
    }
    let answer = call.body(sent.body().to_vec()).send().await.unwrap();
    let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
    R::parse_reply(&kind, &answer.bytes().await.unwrap()).unwrap()
}

async fn register(gateway: &Running, client: &Client) {
    let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let prepared = client.prepare(&member()).unwrap();
    let form = http.post(prepared.url()).header("content-type", "application/x-www-form-urlencoded");
    let opened = form.body(prepared.form_body().to_vec()).send().await.unwrap();
    let place = opened.headers()["location"].to_str().unwrap().to_owned();
    let card = [("number", "4440000009900010"), ("expiry", "01/2039"), ("cvc", "100")];
    http.post(format!("{}{place}/card", gateway.url())).form(&card).send().await.unwrap();
}

#[tokio::test]
async fn a_member_is_registered_changed_asked_about_and_charged() {
    let (url, bodies) = shop::open().await;
    let today = faspay_sandbox::Date::parse("2026-11-20");
    let gateway = Sandbox::start(Config { callback_url: Some(url), today, ..Config::default() }).await.unwrap();
    let credentials = Credentials::new().merchantid("sophia_store").txn_password("abcde").send_txn_password(false);
    let credentials = credentials.merchant_id("99999").user_id("john99999").password("9bdqHG2N");
    let credentials = credentials.merchant_tranid_case(faspay::SignedCase::AsIs);
    let environment = Environment::local(&gateway.url()).unwrap();
    let client = Client::new(environment, credentials, Clock::fixed(date("2026-11-20")));
    register(&gateway, &client).await;

    let registered = member();
    let change = UpdateMember {
        member_id: registered.member_id.clone(),
        member_name: "Siti \"Ti\" é字".into(),
        member_email: registered.member_email.clone(),
        member_email_notif: RecurringFlag::OnNumeric,
        process_date: DayList::new([5, 6]).unwrap(),
        recurring_amount: Amount::idr(7_000),
        recurring_start_date: registered.recurring_start_date,
        recurring_end_date: registered.recurring_end_date,
        recurring_period: RecurringPeriod::Monthly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        recurring_status: RecurringStatus::Active,
        card_expire_notif: CardExpireNotif::MonthBefore,
        optional: UpdateMemberOptional::default(),
    };
    let reply = call(&client, &change).await;
    assert_eq!(reply.unverified().response_code().untrusted(), Some(RecurringResponseCode::Done));
    assert_eq!(reply.problems(), []);

    let question = InquireMember {
        member_id: change.member_id.clone(),
        member_name: change.member_name.clone(),
        member_email: change.member_email.clone(),
        recurring_amount: change.recurring_amount,
        optional: InquireMemberOptional::default(),
    };
    let state = call(&client, &question).await;
    let told = state.unverified();
    assert_eq!(told.member_name().untrusted(), Some("Siti \"Ti\" é字"));
    assert_eq!(told.process_date().untrusted(), Some(change.process_date.clone()));
    assert_eq!(told.recurring_status().untrusted(), Some(RecurringStatus::Active));

    let clock = format!("{}/_sandbox/clock", gateway.url());
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    http.post(clock).form(&[("today", "2026-12-05")]).send().await.unwrap();
    for _ in 0..500 {
        if bodies.lock().unwrap().len() == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let received = bodies.lock().unwrap().clone();
    let [(form, first), (kind, body)] = received.as_slice() else { panic!("{} bodies", received.len()) };
    assert_eq!((form.as_str(), kind.as_str()), ("application/x-www-form-urlencoded", "application/json"));
    // The first payment settles by itself, a charge of the contract never.
    let expected = Expected::new("R-1", Amount::idr(5_000));
    Callback::parse(form, first).unwrap().verify(client.credentials()).unwrap().reconcile(&expected).unwrap();
    let Callback::PaymentNotification(notification) = Callback::parse(kind, body).unwrap() else { panic!() };
    assert_eq!(notification.problems(), []);
    let verified = notification.verify(client.credentials()).unwrap();
    assert_eq!(verified.payment_status_code(), Some(RecurringPaymentStatus::Charged));
    assert_eq!(verified.merchant_member_id().untrusted(), Some("M-a"));
    let error = verified.reconcile(&Expected::new("R-1", Amount::idr(7_000))).unwrap_err();
    assert!(matches!(error, ReconcileError::NeedsInquiry(_)));
}
