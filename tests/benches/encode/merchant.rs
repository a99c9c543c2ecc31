//! The merchant and the registration that all three encoders get: every parameter that a caller may fill, with text as
//! long and as varied as shops send it. `faspay`'s own types hold it; the others copy from here before the clock runs.

use faspay::codes::{CardExpireNotif, RecurringFlag, RecurringPeriod};
use faspay::recurring::{RegisterMember, RegisterMemberOptional};
use faspay::{Amount, Client, Clock, Credentials, Date, DayList, Environment, SignedCase};

/// What the gateway issued.
pub struct Merchant {
    pub merchantid: String,
    pub txn_password: String,
    pub merchant_id: String,
    pub user_id: String,
    pub password: String,
}

pub fn merchant() -> Merchant {
    Merchant {
        merchantid: "sophia_store".into(),
        txn_password: "kJ8vQz2Lr0".into(),
        merchant_id: "99999".into(),
        user_id: "bot99999".into(),
        password: "p@ssw0rd-R3curring".into(),
    }
}

/// The day of the transaction.
pub fn today() -> Date {
    Date::new(2026, 11, 20).expect("a date")
}

/// The merchant's client: the password goes into the form, as the table has it, and order ids are upper-cased.
pub fn client() -> Client {
    let merchant = merchant();
    let credentials = Credentials::new()
        .merchantid(merchant.merchantid)
        .txn_password(merchant.txn_password)
        .merchant_id(merchant.merchant_id)
        .user_id(merchant.user_id)
        .password(merchant.password)
        .send_txn_password(true)
        .merchant_tranid_case(SignedCase::Upper);
    Client::new(Environment::Sandbox, credentials, Clock::fixed(today()))
}

pub fn registration() -> RegisterMember {
    let some = |text: &str| Some(text.to_owned());
    RegisterMember {
        merchant_tranid: "INV-20261120-000781-SUB".into(),
        amount: Amount::idr(189_000),
        custname: "Siti Rahmawati Kusumaningrum".into(),
        custemail: "siti.rahmawati@surel.example.co.id".into(),
        return_url: "https://shop.example.co.id/checkout/return?order=000781&lang=id".into(),
        member_id: "MBR-0042917".into(),
        member_name: "Siti Rahmawati Kusumaningrum".into(),
        member_email: "siti.rahmawati@surel.example.co.id".into(),
        member_email_notif: RecurringFlag::On,
        process_date: DayList::new([20, 22, 25]).expect("days"),
        recurring_amount: Amount::idr(189_000),
        recurring_start_date: today(),
        recurring_end_date: Date::new(2027, 11, 20).expect("a date"),
        recurring_period: RecurringPeriod::Monthly,
        recurring_period_at: 1,
        recurring_accumulate_at: 0,
        optional: RegisterMemberOptional {
            lang: some("id"),
            description: some("Langganan Kopi Gayo – paket emas, 2 x 500 g / bulan"),
            billing_address: some("Jl. Jend. Sudirman Kav. 52-53 No. 8, RT 05/RW 03, Senayan"),
            billing_address_city: some("Jakarta Selatan"),
            billing_address_region: some("Kebayoran Baru"),
            billing_address_state: some("DKI Jakarta"),
            billing_address_poscode: some("12190"),
            billing_address_country_code: some("ID"),
            receiver_name_for_shipping: some("Bpk. Ahmad Hidayat (Pos Satpam)"),
            shipping_address: some("Perumahan Griya Asri Blok C2/17, Jl. Melati Raya, dekat Café Sari"),
            shipping_address_city: some("Tangerang Selatan"),
            shipping_address_region: some("Serpong Utara"),
            shipping_address_state: some("Banten"),
            shipping_address_poscode: some("15326"),
            shipping_address_country_code: some("ID"),
            shippingcost: Some(Amount::idr(18_500)),
            phone_no: some("+62 812-9001-4477"),
            mref1: some("POS-JKT-014"),
            mref2: some("campaign=ramadan & friends"),
            mref3: some("Affiliate 7781"),
            mref4: some("web/checkout-v3"),
            mref5: some("voucher: HEMAT10%"),
            mref6: some("SKU-KPG-500x2"),
            mref7: some("gudang Cikupa"),
            mref8: some("JNE REG"),
            mref9: some("batch 2026/47"),
            mref10: some("agent #12"),
            mparam1: some("session=5f1c0d9e77aa4b02"),
            mparam2: some("cart=99120;items=2"),
            customer_ref: some("SOPHIA STORE KOPI"),
            pymt_ind: some("card_range_ind"),
            pymt_criteria: some("SOPHIA-GOLD"),
            frisk1: some("returning customer since 2021"),
            frisk2: some("device:android-14"),
            domicile_address: some("Jl. Kaliurang KM 5,5 Gg. Pandega Marta III No. 21A"),
            domicile_address_city: some("Sleman"),
            domicile_address_region: some("Depok"),
            domicile_address_state: some("DI Yogyakarta"),
            domicile_address_poscode: some("55281"),
            domicile_address_country_code: some("ID"),
            domicile_phone_no: some("+62 274-555-0199"),
            card_expire_notif: Some(CardExpireNotif::MonthBefore),
        },
    }
}
