//! The recurring service end to end: the generated crate registers a member, changes it and asks about it over loopback, and reads
//! what the sandbox tells when its clock moves.

use faspay::codes::{
    CardExpireNotif, RecurringFlag, RecurringPaymentStatus, RecurringPeriod, RecurringResponseCode, RecurringStatus,
};
use faspay::recurring::{
    InquireMember, InquireMemberOptional, RegisterMember, RegisterMemberOptional, UpdateMember, UpdateMemberOptional,
};
use faspay::{Amount, Callback, Client, Clock, Credentials, Date, DayList, Environment, Expected, ReconcileError};
use faspay_sandbox::{Config, Sandbox};
use tests::{shop, shopper};

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
    let http = shopper::browser();
    let form = client.prepare(&member()).unwrap();
    shopper::types(&http, &gateway.url(), form.url(), &form.form_body(), &shopper::CARD).await;

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
    let reply = shop::call(&http, &client, &change).await;
    assert_eq!(reply.unverified().response_code().untrusted(), Some(RecurringResponseCode::Done));
    assert_eq!(reply.problems(), []);

    let question = InquireMember {
        member_id: change.member_id.clone(),
        member_name: change.member_name.clone(),
        member_email: change.member_email.clone(),
        recurring_amount: change.recurring_amount,
        optional: InquireMemberOptional::default(),
    };
    let state = shop::call(&http, &client, &question).await;
    let told = state.unverified();
    assert_eq!(told.member_name().untrusted(), Some("Siti \"Ti\" é字"));
    assert_eq!(told.process_date().untrusted(), Some(change.process_date.clone()));
    assert_eq!(told.recurring_status().untrusted(), Some(RecurringStatus::Active));

    let clock = format!("{}/_sandbox/clock", gateway.url());
    http.post(clock).form(&[("today", "2026-12-05")]).send().await.unwrap();
    let [(form, first), (kind, body)] = [shop::told(&bodies, 1).await, shop::told(&bodies, 2).await];
    assert_eq!(bodies.lock().unwrap().len(), 2);
    assert_eq!((form.as_str(), kind.as_str()), ("application/x-www-form-urlencoded", "application/json"));
    // The first payment settles by itself, a charge of the contract never.
    let expected = Expected::new("R-1", Amount::idr(5_000));
    Callback::parse(&form, &first).unwrap().verify(client.credentials()).unwrap().reconcile(&expected).unwrap();
    let Callback::PaymentNotification(notification) = Callback::parse(&kind, &body).unwrap() else { panic!() };
    assert_eq!(notification.problems(), []);
    let verified = notification.verify(client.credentials()).unwrap();
    assert_eq!(verified.payment_status_code(), Some(RecurringPaymentStatus::Charged));
    assert_eq!(verified.merchant_member_id().untrusted(), Some("M-a"));
    let error = verified.reconcile(&Expected::new("R-1", Amount::idr(7_000))).unwrap_err();
    assert!(matches!(error, ReconcileError::NeedsInquiry(_)));
}
