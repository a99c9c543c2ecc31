//! What most shops would write today: a struct with `validator`'s derive for what the tables say, and `serde_urlencoded`
//! for the form. Like the other two it starts from typed money, dates and codes, and lets no control character through;
//! the signatures are made by the same code as the floor's.

use crate::by_hand;
use crate::merchant::{Merchant, today};
use faspay::Date;
use faspay::codes::{CardExpireNotif, RecurringFlag, RecurringPeriod};
use faspay::recurring::RegisterMember;
use faspay_runtime::CodeText;
use serde::{Serialize, Serializer};
use std::fmt::Display;
use validator::{Validate, ValidationError};

/// What is no text, besides everything that starts with `recurring_`: no control character is looked for in these.
const TYPED: [&str; 8] = [
    "PAYMENT_METHOD",
    "CURRENCYCODE",
    "AMOUNT",
    "SIGNATURE",
    "SHIPPINGCOST",
    "member_email_notif",
    "process_date",
    "card_expire_notif",
];

#[derive(Serialize, Validate)]
#[validate(schema(function = "rules"))]
pub struct Registration {
    /// Not sent: they are only signed.
    #[serde(skip)]
    #[validate(nested)]
    signers: Signers,
    #[serde(rename = "LANG")]
    #[validate(length(max = 10), non_control_character)]
    lang: Option<String>,
    #[serde(rename = "MERCHANTID")]
    #[validate(length(min = 1, max = 30), non_control_character, custom(function = "no_delimiter"))]
    merchantid: String,
    #[serde(rename = "PAYMENT_METHOD")]
    payment_method: &'static str,
    #[serde(rename = "MERCHANT_TRANID")]
    #[validate(length(min = 1, max = 100), non_control_character, custom(function = "no_delimiter"))]
    merchant_tranid: String,
    #[serde(rename = "TXN_PASSWORD")]
    #[validate(length(min = 1, max = 12), non_control_character, custom(function = "no_delimiter"))]
    txn_password: String,
    #[serde(rename = "CURRENCYCODE")]
    currencycode: &'static str,
    #[serde(rename = "AMOUNT", serialize_with = "money")]
    amount: u64,
    #[serde(rename = "CUSTNAME")]
    #[validate(length(min = 1, max = 120), non_control_character)]
    custname: String,
    #[serde(rename = "CUSTEMAIL")]
    #[validate(length(min = 1, max = 100), non_control_character)]
    custemail: String,
    #[serde(rename = "DESCRIPTION")]
    #[validate(length(max = 100), non_control_character)]
    description: Option<String>,
    #[serde(rename = "RETURN_URL")]
    #[validate(length(min = 1, max = 100), non_control_character, url)]
    return_url: String,
    #[serde(rename = "SIGNATURE")]
    #[validate(length(equal = 40))]
    signature: String,
    #[serde(rename = "BILLING_ADDRESS")]
    #[validate(length(max = 200), non_control_character)]
    billing_address: Option<String>,
    #[serde(rename = "BILLING_ADDRESS_CITY")]
    #[validate(length(max = 50), non_control_character)]
    billing_address_city: Option<String>,
    #[serde(rename = "BILLING_ADDRESS_REGION")]
    #[validate(length(max = 100), non_control_character)]
    billing_address_region: Option<String>,
    #[serde(rename = "BILLING_ADDRESS_STATE")]
    #[validate(length(max = 100), non_control_character)]
    billing_address_state: Option<String>,
    #[serde(rename = "BILLING_ADDRESS_POSCODE")]
    #[validate(length(max = 10), non_control_character)]
    billing_address_poscode: Option<String>,
    #[serde(rename = "BILLING_ADDRESS_COUNTRY_CODE")]
    #[validate(length(max = 10), non_control_character)]
    billing_address_country_code: Option<String>,
    #[serde(rename = "RECEIVER_NAME_FOR_SHIPPING")]
    #[validate(length(max = 100), non_control_character)]
    receiver_name_for_shipping: Option<String>,
    #[serde(rename = "SHIPPING_ADDRESS")]
    #[validate(length(max = 200), non_control_character)]
    shipping_address: Option<String>,
    #[serde(rename = "SHIPPING_ADDRESS_CITY")]
    #[validate(length(max = 50), non_control_character)]
    shipping_address_city: Option<String>,
    #[serde(rename = "SHIPPING_ADDRESS_REGION")]
    #[validate(length(max = 100), non_control_character)]
    shipping_address_region: Option<String>,
    #[serde(rename = "SHIPPING_ADDRESS_STATE")]
    #[validate(length(max = 100), non_control_character)]
    shipping_address_state: Option<String>,
    #[serde(rename = "SHIPPING_ADDRESS_POSCODE")]
    #[validate(length(max = 10), non_control_character)]
    shipping_address_poscode: Option<String>,
    #[serde(rename = "SHIPPING_ADDRESS_COUNTRY_CODE")]
    #[validate(length(max = 10), non_control_character)]
    shipping_address_country_code: Option<String>,
    #[serde(rename = "SHIPPINGCOST", serialize_with = "maybe_money", skip_serializing_if = "Option::is_none")]
    shippingcost: Option<u64>,
    #[serde(rename = "PHONE_NO")]
    #[validate(length(max = 20), non_control_character)]
    phone_no: Option<String>,
    #[serde(rename = "MREF1")]
    #[validate(length(max = 100), non_control_character)]
    mref1: Option<String>,
    #[serde(rename = "MREF2")]
    #[validate(length(max = 100), non_control_character)]
    mref2: Option<String>,
    #[serde(rename = "MREF3")]
    #[validate(length(max = 100), non_control_character)]
    mref3: Option<String>,
    #[serde(rename = "MREF4")]
    #[validate(length(max = 100), non_control_character)]
    mref4: Option<String>,
    #[serde(rename = "MREF5")]
    #[validate(length(max = 100), non_control_character)]
    mref5: Option<String>,
    #[serde(rename = "MREF6")]
    #[validate(length(max = 100), non_control_character)]
    mref6: Option<String>,
    #[serde(rename = "MREF7")]
    #[validate(length(max = 100), non_control_character)]
    mref7: Option<String>,
    #[serde(rename = "MREF8")]
    #[validate(length(max = 100), non_control_character)]
    mref8: Option<String>,
    #[serde(rename = "MREF9")]
    #[validate(length(max = 100), non_control_character)]
    mref9: Option<String>,
    #[serde(rename = "MREF10")]
    #[validate(length(max = 100), non_control_character)]
    mref10: Option<String>,
    #[serde(rename = "MPARAM1")]
    #[validate(length(max = 50), non_control_character)]
    mparam1: Option<String>,
    #[serde(rename = "MPARAM2")]
    #[validate(length(max = 50), non_control_character)]
    mparam2: Option<String>,
    #[serde(rename = "CUSTOMER_REF")]
    #[validate(length(max = 50), non_control_character)]
    customer_ref: Option<String>,
    #[serde(rename = "PYMT_IND")]
    #[validate(length(max = 20), non_control_character)]
    pymt_ind: Option<String>,
    #[serde(rename = "PYMT_CRITERIA")]
    #[validate(length(max = 20), non_control_character)]
    pymt_criteria: Option<String>,
    #[serde(rename = "FRISK1")]
    #[validate(length(max = 50), non_control_character)]
    frisk1: Option<String>,
    #[serde(rename = "FRISK2")]
    #[validate(length(max = 50), non_control_character)]
    frisk2: Option<String>,
    #[serde(rename = "DOMICILE_ADDRESS")]
    #[validate(length(max = 200), non_control_character)]
    domicile_address: Option<String>,
    #[serde(rename = "DOMICILE_ADDRESS_CITY")]
    #[validate(length(max = 50), non_control_character)]
    domicile_address_city: Option<String>,
    #[serde(rename = "DOMICILE_ADDRESS_REGION")]
    #[validate(length(max = 100), non_control_character)]
    domicile_address_region: Option<String>,
    #[serde(rename = "DOMICILE_ADDRESS_STATE")]
    #[validate(length(max = 100), non_control_character)]
    domicile_address_state: Option<String>,
    #[serde(rename = "DOMICILE_ADDRESS_POSCODE")]
    #[validate(length(max = 10), non_control_character)]
    domicile_address_poscode: Option<String>,
    #[serde(rename = "DOMICILE_ADDRESS_COUNTRY_CODE")]
    #[validate(length(max = 10), non_control_character)]
    domicile_address_country_code: Option<String>,
    #[serde(rename = "DOMICILE_PHONE_NO")]
    #[validate(length(max = 20), non_control_character)]
    domicile_phone_no: Option<String>,
    #[validate(length(min = 1, max = 5), non_control_character, custom(function = "whole_number"))]
    merchant_id: String,
    #[validate(length(min = 1, max = 50), non_control_character)]
    member_id: String,
    #[validate(length(min = 1, max = 50), non_control_character)]
    member_name: String,
    #[validate(length(min = 1, max = 50), non_control_character)]
    member_email: String,
    #[serde(serialize_with = "code")]
    member_email_notif: RecurringFlag,
    #[serde(serialize_with = "days")]
    #[validate(length(min = 1, max = 9), custom(function = "days_of_a_month"))]
    process_date: Vec<u8>,
    recurring_type: &'static str,
    #[serde(serialize_with = "money")]
    #[validate(custom(function = "fits_twelve"))]
    recurring_amount: u64,
    #[serde(serialize_with = "shown")]
    recurring_start_date: Date,
    #[serde(serialize_with = "shown")]
    recurring_end_date: Date,
    #[serde(serialize_with = "code")]
    recurring_period: RecurringPeriod,
    #[validate(range(max = 9))]
    recurring_period_at: u64,
    recurring_accumulate: &'static str,
    #[validate(range(max = 9))]
    recurring_accumulate_at: u64,
    recurring_status: &'static str,
    #[validate(length(equal = 40))]
    recurring_signature: String,
    #[serde(serialize_with = "maybe_code", skip_serializing_if = "Option::is_none")]
    card_expire_notif: Option<CardExpireNotif>,
}

/// What signs the member part.
#[derive(Validate)]
struct Signers {
    #[validate(length(min = 1), non_control_character)]
    user_id: String,
    #[validate(length(min = 1), non_control_character)]
    password: String,
}

impl Registration {
    /// The same data as texts.
    pub fn new(merchant: &Merchant, form: &RegisterMember) -> Self {
        let optional = &form.optional;
        Self {
            signers: Signers { user_id: merchant.user_id.clone(), password: merchant.password.clone() },
            lang: optional.lang.clone(),
            merchantid: merchant.merchantid.clone(),
            payment_method: "3",
            merchant_tranid: form.merchant_tranid.clone(),
            txn_password: merchant.txn_password.clone(),
            currencycode: "IDR",
            amount: form.amount.minor(),
            custname: form.custname.clone(),
            custemail: form.custemail.clone(),
            description: optional.description.clone(),
            return_url: form.return_url.clone(),
            signature: String::new(),
            billing_address: optional.billing_address.clone(),
            billing_address_city: optional.billing_address_city.clone(),
            billing_address_region: optional.billing_address_region.clone(),
            billing_address_state: optional.billing_address_state.clone(),
            billing_address_poscode: optional.billing_address_poscode.clone(),
            billing_address_country_code: optional.billing_address_country_code.clone(),
            receiver_name_for_shipping: optional.receiver_name_for_shipping.clone(),
            shipping_address: optional.shipping_address.clone(),
            shipping_address_city: optional.shipping_address_city.clone(),
            shipping_address_region: optional.shipping_address_region.clone(),
            shipping_address_state: optional.shipping_address_state.clone(),
            shipping_address_poscode: optional.shipping_address_poscode.clone(),
            shipping_address_country_code: optional.shipping_address_country_code.clone(),
            shippingcost: optional.shippingcost.map(|cost| cost.minor()),
            phone_no: optional.phone_no.clone(),
            mref1: optional.mref1.clone(),
            mref2: optional.mref2.clone(),
            mref3: optional.mref3.clone(),
            mref4: optional.mref4.clone(),
            mref5: optional.mref5.clone(),
            mref6: optional.mref6.clone(),
            mref7: optional.mref7.clone(),
            mref8: optional.mref8.clone(),
            mref9: optional.mref9.clone(),
            mref10: optional.mref10.clone(),
            mparam1: optional.mparam1.clone(),
            mparam2: optional.mparam2.clone(),
            customer_ref: optional.customer_ref.clone(),
            pymt_ind: optional.pymt_ind.clone(),
            pymt_criteria: optional.pymt_criteria.clone(),
            frisk1: optional.frisk1.clone(),
            frisk2: optional.frisk2.clone(),
            domicile_address: optional.domicile_address.clone(),
            domicile_address_city: optional.domicile_address_city.clone(),
            domicile_address_region: optional.domicile_address_region.clone(),
            domicile_address_state: optional.domicile_address_state.clone(),
            domicile_address_poscode: optional.domicile_address_poscode.clone(),
            domicile_address_country_code: optional.domicile_address_country_code.clone(),
            domicile_phone_no: optional.domicile_phone_no.clone(),
            merchant_id: merchant.merchant_id.clone(),
            member_id: form.member_id.clone(),
            member_name: form.member_name.clone(),
            member_email: form.member_email.clone(),
            member_email_notif: form.member_email_notif.clone(),
            process_date: form.process_date.days().to_vec(),
            recurring_type: "1",
            recurring_amount: form.recurring_amount.minor(),
            recurring_start_date: form.recurring_start_date,
            recurring_end_date: form.recurring_end_date,
            recurring_period: form.recurring_period.clone(),
            recurring_period_at: form.recurring_period_at,
            recurring_accumulate: "t",
            recurring_accumulate_at: form.recurring_accumulate_at,
            recurring_status: "t",
            recurring_signature: String::new(),
            card_expire_notif: optional.card_expire_notif.clone(),
        }
    }

    /// The values in which control characters are looked for.
    pub fn texts(&self) -> Vec<String> {
        let pairs = serde_urlencoded::to_string(self).expect("a form");
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&pairs).expect("a form");
        let checked = |key: &str| !TYPED.contains(&key) && !key.starts_with("recurring_");
        pairs.into_iter().filter(|(key, _)| checked(key)).map(|(_, value)| value).collect()
    }

    /// Validates, signs and encodes.
    pub fn encode(&mut self, merchant: &Merchant, scratch: &mut Vec<u8>) -> Result<String, Box<dyn std::error::Error>> {
        let amount = rupiah(self.amount);
        let (card, member) =
            by_hand::sign(scratch, merchant, &self.merchant_tranid, amount.as_bytes(), &self.member_id);
        set(&mut self.signature, &card);
        set(&mut self.recurring_signature, &member);
        self.validate()?;
        Ok(serde_urlencoded::to_string(&*self)?)
    }
}

fn set(text: &mut String, hex: &[u8; 40]) {
    text.clear();
    text.push_str(std::str::from_utf8(hex).unwrap_or_default());
}

fn rules(form: &Registration) -> Result<(), ValidationError> {
    if form.recurring_accumulate_at != 0 && form.process_date.len() != 1 {
        return Err(ValidationError::new("one-day-with-accumulate"));
    }
    if form.recurring_start_date != today() {
        return Err(ValidationError::new("starts-today"));
    }
    if form.recurring_end_date < form.recurring_start_date {
        return Err(ValidationError::new("ends-after-start"));
    }
    Ok(())
}

fn no_delimiter(text: &str) -> Result<(), ValidationError> {
    holds(!text.contains('#'), "delimiter")
}

fn whole_number(text: &str) -> Result<(), ValidationError> {
    holds(text.bytes().all(|byte| byte.is_ascii_digit()), "number")
}

/// Of the characters that it takes with its decimals.
fn fits_twelve(minor: u64) -> Result<(), ValidationError> {
    holds(minor <= 99_999_999_999, "length")
}

fn days_of_a_month(days: &[u8]) -> Result<(), ValidationError> {
    holds(days.iter().all(|day| (1..=31).contains(day)), "days")
}

fn holds(sound: bool, code: &'static str) -> Result<(), ValidationError> {
    if sound { Ok(()) } else { Err(ValidationError::new(code)) }
}

fn rupiah(minor: u64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

fn money<S: Serializer>(minor: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&rupiah(*minor))
}

fn maybe_money<S: Serializer>(minor: &Option<u64>, serializer: S) -> Result<S::Ok, S::Error> {
    money(&minor.unwrap_or_default(), serializer)
}

fn days<S: Serializer>(days: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    let days: Vec<String> = days.iter().map(|day| format!("{day:02}")).collect();
    serializer.serialize_str(&days.join(","))
}

fn shown<S: Serializer>(value: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_string())
}

fn code<S: Serializer>(code: &impl CodeText, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.as_str())
}

fn maybe_code<S: Serializer>(code: &Option<CardExpireNotif>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.as_ref().map_or("", CardExpireNotif::as_str))
}
