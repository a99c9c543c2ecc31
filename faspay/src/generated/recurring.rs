// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

pub use super::received::{
    UpdateCardResult, RegisterResult, PaymentNotification, CardExpiredNotification,
    InquireMemberReply, UpdateMemberReply,
};
use ::faspay_runtime as rt;
/// Asks for the state of a registered member.
///
/// `faspay.recurring.inquiry`, page recurring/inquiry-status, inferred. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct InquireMember {
    /// The merchant's own id of the member. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/inquiry-status#request row 4
    pub member_id: String,
    /// The member's name. `member_name` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/inquiry-status#request row 5
    pub member_name: String,
    /// The member's e-mail address. `member_email` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/inquiry-status#request row 6
    pub member_email: String,
    /// The amount of the member's contract. `recurring_amount` · Numeric(12), amount, printed with 2 decimals · mandatory · faspay/recurring/inquiry-status#request row 7
    pub recurring_amount: rt::Amount,
    /// What may be left out.
    pub optional: InquireMemberOptional,
}
/// What may be left out of `InquireMember`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InquireMemberOptional {
    /// What the message is, in words. `request` · Varchar, at most 50 characters · optional · faspay/recurring/inquiry-status#request row 1
    pub request: Option<String>,
    /// The merchant's name. `merchant` · Varchar(32), at most 32 characters · optional · faspay/recurring/inquiry-status#request row 3
    pub merchant: Option<String>,
}
impl rt::Request for InquireMember {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::recurring_tables::INQUIRE_MEMBER;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.request);
        v.set(2, &self.optional.merchant);
        v.set(3, &self.member_id);
        v.set(4, &self.member_name);
        v.set(5, &self.member_email);
        v.set(6, &self.recurring_amount);
    }
}
impl rt::ServerForm for InquireMember {
    type Reply = super::received::InquireMemberReply;
}
/// Registers a member for recurring charges and takes the first payment in the payment window.
///
/// `faspay.recurring.register`, page recurring/post-transaction. The shopper's browser posts it; a server must not.
#[derive(Clone, Debug)]
pub struct RegisterMember {
    /// The merchant's own id of the order, unique per transaction. `MERCHANT_TRANID` · Varchar(100), at most 100 characters · mandatory · faspay/recurring/post-transaction#request row 4
    pub merchant_tranid: String,
    /// What the shopper pays. `AMOUNT` · Numeric, amount, printed with 2 decimals · mandatory · faspay/recurring/post-transaction#request row 7
    pub amount: rt::Amount,
    /// The shopper's name. `CUSTNAME` · Varchar(120), at most 120 characters · mandatory · faspay/recurring/post-transaction#request row 8
    pub custname: String,
    /// The shopper's e-mail address. `CUSTEMAIL` · Varchar(100), at most 100 characters · mandatory · faspay/recurring/post-transaction#request row 9
    pub custemail: String,
    /// Where the browser brings the result. `RETURN_URL` · Varchar(100), http or https URL of at most 100 characters · mandatory · faspay/recurring/post-transaction#request row 11
    pub return_url: String,
    /// The merchant's own id of the member. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/post-transaction#request row 53
    pub member_id: String,
    /// The member's name. `member_name` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/post-transaction#request row 54
    pub member_name: String,
    /// The member's e-mail address. `member_email` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/post-transaction#request row 55
    pub member_email: String,
    /// Whether the member is told by e-mail. `member_email_notif` · Varchar(1), code list recurring-flag · mandatory · faspay/recurring/post-transaction#request row 56
    pub member_email_notif: super::codes::RecurringFlag,
    /// Days of the month: the first is charged, the others are for retries. `process_date` · Varchar, at most 9 days of a month · mandatory · faspay/recurring/post-transaction#request row 57
    pub process_date: rt::DayList,
    /// What each later charge takes. `recurring_amount` · Numeric(12), amount, printed with 2 decimals · mandatory · faspay/recurring/post-transaction#request row 59
    pub recurring_amount: rt::Amount,
    /// First day of the recurring contract. `recurring_start_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/post-transaction#request row 60
    pub recurring_start_date: rt::Date,
    /// Last day of the recurring contract. `recurring_end_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/post-transaction#request row 61
    pub recurring_end_date: rt::Date,
    /// Unit of the interval between charges. `recurring_period` · Varchar(1), code list recurring-period · mandatory · faspay/recurring/post-transaction#request row 62
    pub recurring_period: super::codes::RecurringPeriod,
    /// How many of that unit lie between charges. `recurring_period_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/post-transaction#request row 63
    ///
    /// Corrected: the page says type Numeric(1) for `recurring_perriod_at`, we use name recurring_period_at, because the sample, the response table and the update of a member spell it recurring_period_at.
    pub recurring_period_at: u64,
    /// Days between accumulated charges; 0 to charge on `process_date`. `recurring_accumulate_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/post-transaction#request row 65
    pub recurring_accumulate_at: u64,
    /// What may be left out.
    pub optional: RegisterMemberOptional,
}
/// What may be left out of `RegisterMember`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RegisterMemberOptional {
    /// Language of the payment page; upper and lower case don't matter. `LANG` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 1
    pub lang: Option<String>,
    /// What is bought. `DESCRIPTION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 10
    pub description: Option<String>,
    /// Street of the billing address. `BILLING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/recurring/post-transaction#request row 13
    pub billing_address: Option<String>,
    /// City of the billing address. `BILLING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 14
    pub billing_address_city: Option<String>,
    /// Region of the billing address. `BILLING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 15
    pub billing_address_region: Option<String>,
    /// State of the billing address. `BILLING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 16
    pub billing_address_state: Option<String>,
    /// Postcode of the billing address. `BILLING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 17
    pub billing_address_poscode: Option<String>,
    /// Country code of the billing address. `BILLING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 18
    pub billing_address_country_code: Option<String>,
    /// Who receives the goods. `RECEIVER_NAME_FOR_SHIPPING` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 19
    pub receiver_name_for_shipping: Option<String>,
    /// Street of the shipping address. `SHIPPING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/recurring/post-transaction#request row 20
    pub shipping_address: Option<String>,
    /// City of the shipping address. `SHIPPING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 21
    pub shipping_address_city: Option<String>,
    /// Region of the shipping address. `SHIPPING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 22
    pub shipping_address_region: Option<String>,
    /// State of the shipping address. `SHIPPING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 23
    pub shipping_address_state: Option<String>,
    /// Postcode of the shipping address. `SHIPPING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 24
    pub shipping_address_poscode: Option<String>,
    /// Country code of the shipping address. `SHIPPING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 25
    pub shipping_address_country_code: Option<String>,
    /// Cost of shipping. `SHIPPINGCOST` · Numeric, amount, printed with 2 decimals · optional · faspay/recurring/post-transaction#request row 26
    pub shippingcost: Option<rt::Amount>,
    /// The shopper's phone number. `PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 27
    pub phone_no: Option<String>,
    /// `MREF1` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 28
    pub mref1: Option<String>,
    /// `MREF2` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 29
    pub mref2: Option<String>,
    /// `MREF3` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 30
    pub mref3: Option<String>,
    /// `MREF4` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 31
    pub mref4: Option<String>,
    /// `MREF5` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 32
    pub mref5: Option<String>,
    /// `MREF6` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 33
    pub mref6: Option<String>,
    /// `MREF7` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 34
    pub mref7: Option<String>,
    /// `MREF8` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 35
    pub mref8: Option<String>,
    /// `MREF9` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 36
    pub mref9: Option<String>,
    /// `MREF10` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 37
    pub mref10: Option<String>,
    /// First value to be echoed in the result; not stored. `MPARAM1` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 38
    pub mparam1: Option<String>,
    /// Second value to be echoed in the result; not stored. `MPARAM2` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 39
    pub mparam2: Option<String>,
    /// Text for the card statement; banks may cut it. `CUSTOMER_REF` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 40
    pub customer_ref: Option<String>,
    /// Payment indicators joined by semicolons. `PYMT_IND` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 41
    pub pymt_ind: Option<String>,
    /// One criterion per indicator, joined by semicolons. `PYMT_CRITERIA` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 42
    pub pymt_criteria: Option<String>,
    /// First value for fraud detection. `FRISK1` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 43
    pub frisk1: Option<String>,
    /// Second value for fraud detection. `FRISK2` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 44
    pub frisk2: Option<String>,
    /// Street where the shopper can be reached. `DOMICILE_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/recurring/post-transaction#request row 45
    pub domicile_address: Option<String>,
    /// City where the shopper can be reached. `DOMICILE_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 46
    pub domicile_address_city: Option<String>,
    /// Region where the shopper can be reached. `DOMICILE_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 47
    ///
    /// Corrected: the page says type Varchar(100) for `domicile_address_city`, we use name domicile_address_region, because the second row of that name describes the region, and the sample sends DOMICILE_ADDRESS_REGION.
    pub domicile_address_region: Option<String>,
    /// State where the shopper can be reached. `DOMICILE_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 48
    pub domicile_address_state: Option<String>,
    /// Postcode where the shopper can be reached. `DOMICILE_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 49
    pub domicile_address_poscode: Option<String>,
    /// Country code where the shopper can be reached. `DOMICILE_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 50
    pub domicile_address_country_code: Option<String>,
    /// Phone number where the shopper can be reached. `DOMICILE_PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 51
    pub domicile_phone_no: Option<String>,
    /// Whether the member is told a month before the card expires. `card_expire_notif` · Numeric(1), code list card-expire-notif · optional · sampled · faspay/operations/recurring/register.yaml
    pub card_expire_notif: Option<super::codes::CardExpireNotif>,
}
impl rt::Request for RegisterMember {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::recurring_tables::REGISTER_MEMBER;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.lang);
        v.set(3, &self.merchant_tranid);
        v.set(6, &self.amount);
        v.set(7, &self.custname);
        v.set(8, &self.custemail);
        v.set(9, &self.optional.description);
        v.set(10, &self.return_url);
        v.set(12, &self.optional.billing_address);
        v.set(13, &self.optional.billing_address_city);
        v.set(14, &self.optional.billing_address_region);
        v.set(15, &self.optional.billing_address_state);
        v.set(16, &self.optional.billing_address_poscode);
        v.set(17, &self.optional.billing_address_country_code);
        v.set(18, &self.optional.receiver_name_for_shipping);
        v.set(19, &self.optional.shipping_address);
        v.set(20, &self.optional.shipping_address_city);
        v.set(21, &self.optional.shipping_address_region);
        v.set(22, &self.optional.shipping_address_state);
        v.set(23, &self.optional.shipping_address_poscode);
        v.set(24, &self.optional.shipping_address_country_code);
        v.set(25, &self.optional.shippingcost);
        v.set(26, &self.optional.phone_no);
        v.set(27, &self.optional.mref1);
        v.set(28, &self.optional.mref2);
        v.set(29, &self.optional.mref3);
        v.set(30, &self.optional.mref4);
        v.set(31, &self.optional.mref5);
        v.set(32, &self.optional.mref6);
        v.set(33, &self.optional.mref7);
        v.set(34, &self.optional.mref8);
        v.set(35, &self.optional.mref9);
        v.set(36, &self.optional.mref10);
        v.set(37, &self.optional.mparam1);
        v.set(38, &self.optional.mparam2);
        v.set(39, &self.optional.customer_ref);
        v.set(40, &self.optional.pymt_ind);
        v.set(41, &self.optional.pymt_criteria);
        v.set(42, &self.optional.frisk1);
        v.set(43, &self.optional.frisk2);
        v.set(44, &self.optional.domicile_address);
        v.set(45, &self.optional.domicile_address_city);
        v.set(46, &self.optional.domicile_address_region);
        v.set(47, &self.optional.domicile_address_state);
        v.set(48, &self.optional.domicile_address_poscode);
        v.set(49, &self.optional.domicile_address_country_code);
        v.set(50, &self.optional.domicile_phone_no);
        v.set(52, &self.member_id);
        v.set(53, &self.member_name);
        v.set(54, &self.member_email);
        v.set(55, &self.member_email_notif);
        v.set(56, &self.process_date);
        v.set(58, &self.recurring_amount);
        v.set(59, &self.recurring_start_date);
        v.set(60, &self.recurring_end_date);
        v.set(61, &self.recurring_period);
        v.set(62, &self.recurring_period_at);
        v.set(64, &self.recurring_accumulate_at);
        v.set(67, &self.optional.card_expire_notif);
    }
}
impl rt::BrowserForm for RegisterMember {}
/// Replaces the card of a registered member by one that pays in the payment window.
///
/// `faspay.recurring.update-card`, page recurring/update-card, inferred. The shopper's browser posts it; a server must not.
#[derive(Clone, Debug)]
pub struct UpdateCard {
    /// The merchant's own id of the order, unique per transaction. `MERCHANT_TRANID` · Varchar(100), at most 100 characters · mandatory · faspay/recurring/post-transaction#request row 4
    pub merchant_tranid: String,
    /// What the shopper pays. `AMOUNT` · Numeric, amount, printed with 2 decimals · mandatory · faspay/recurring/post-transaction#request row 7
    pub amount: rt::Amount,
    /// The shopper's name. `CUSTNAME` · Varchar(120), at most 120 characters · mandatory · faspay/recurring/post-transaction#request row 8
    pub custname: String,
    /// The shopper's e-mail address. `CUSTEMAIL` · Varchar(100), at most 100 characters · mandatory · faspay/recurring/post-transaction#request row 9
    pub custemail: String,
    /// Where the browser brings the result. `RETURN_URL` · Varchar(100), http or https URL of at most 100 characters · mandatory · faspay/recurring/post-transaction#request row 11
    pub return_url: String,
    /// The merchant's own id of the member. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-card#request row 3
    pub member_id: String,
    /// The member's name. `member_name` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-card#request row 4
    pub member_name: String,
    /// The member's e-mail address. `member_email` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-card#request row 5
    pub member_email: String,
    /// Whether the member is told by e-mail. `member_email_notif` · Varchar(1), code list recurring-flag · mandatory · faspay/recurring/update-card#request row 6
    pub member_email_notif: super::codes::RecurringFlag,
    /// Days of the month: the first is charged, the others are for retries. `process_date` · Varchar, at most 9 days of a month · mandatory · faspay/recurring/update-card#request row 7
    pub process_date: rt::DayList,
    /// What each later charge takes. `recurring_amount` · Numeric(12), amount, printed with 2 decimals · mandatory · faspay/recurring/update-card#request row 8
    pub recurring_amount: rt::Amount,
    /// First day of the recurring contract. `recurring_start_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-card#request row 9
    pub recurring_start_date: rt::Date,
    /// Last day of the recurring contract. `recurring_end_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-card#request row 10
    pub recurring_end_date: rt::Date,
    /// Unit of the interval between charges. `recurring_period` · Varchar(1), code list recurring-period · mandatory · faspay/recurring/update-card#request row 11
    pub recurring_period: super::codes::RecurringPeriod,
    /// How many of that unit lie between charges. `recurring_period_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-card#request row 12
    ///
    /// Corrected: the page says type Numeric(1) for `recurring_perriod_at`, we use name recurring_period_at, because the sample of a registration and the response table spell it recurring_period_at.
    pub recurring_period_at: u64,
    /// Days between accumulated charges; 0 to charge on `process_date`. `recurring_accumulate_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-card#request row 14
    pub recurring_accumulate_at: u64,
    /// What may be left out.
    pub optional: UpdateCardOptional,
}
/// What may be left out of `UpdateCard`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct UpdateCardOptional {
    /// Language of the payment page; upper and lower case don't matter. `LANG` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 1
    pub lang: Option<String>,
    /// What is bought. `DESCRIPTION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 10
    pub description: Option<String>,
    /// Street of the billing address. `BILLING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/recurring/post-transaction#request row 13
    pub billing_address: Option<String>,
    /// City of the billing address. `BILLING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 14
    pub billing_address_city: Option<String>,
    /// Region of the billing address. `BILLING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 15
    pub billing_address_region: Option<String>,
    /// State of the billing address. `BILLING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 16
    pub billing_address_state: Option<String>,
    /// Postcode of the billing address. `BILLING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 17
    pub billing_address_poscode: Option<String>,
    /// Country code of the billing address. `BILLING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 18
    pub billing_address_country_code: Option<String>,
    /// Who receives the goods. `RECEIVER_NAME_FOR_SHIPPING` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 19
    pub receiver_name_for_shipping: Option<String>,
    /// Street of the shipping address. `SHIPPING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/recurring/post-transaction#request row 20
    pub shipping_address: Option<String>,
    /// City of the shipping address. `SHIPPING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 21
    pub shipping_address_city: Option<String>,
    /// Region of the shipping address. `SHIPPING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 22
    pub shipping_address_region: Option<String>,
    /// State of the shipping address. `SHIPPING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 23
    pub shipping_address_state: Option<String>,
    /// Postcode of the shipping address. `SHIPPING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 24
    pub shipping_address_poscode: Option<String>,
    /// Country code of the shipping address. `SHIPPING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 25
    pub shipping_address_country_code: Option<String>,
    /// Cost of shipping. `SHIPPINGCOST` · Numeric, amount, printed with 2 decimals · optional · faspay/recurring/post-transaction#request row 26
    pub shippingcost: Option<rt::Amount>,
    /// The shopper's phone number. `PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 27
    pub phone_no: Option<String>,
    /// `MREF1` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 28
    pub mref1: Option<String>,
    /// `MREF2` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 29
    pub mref2: Option<String>,
    /// `MREF3` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 30
    pub mref3: Option<String>,
    /// `MREF4` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 31
    pub mref4: Option<String>,
    /// `MREF5` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 32
    pub mref5: Option<String>,
    /// `MREF6` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 33
    pub mref6: Option<String>,
    /// `MREF7` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 34
    pub mref7: Option<String>,
    /// `MREF8` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 35
    pub mref8: Option<String>,
    /// `MREF9` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 36
    pub mref9: Option<String>,
    /// `MREF10` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 37
    pub mref10: Option<String>,
    /// First value to be echoed in the result; not stored. `MPARAM1` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 38
    pub mparam1: Option<String>,
    /// Second value to be echoed in the result; not stored. `MPARAM2` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 39
    pub mparam2: Option<String>,
    /// Text for the card statement; banks may cut it. `CUSTOMER_REF` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 40
    pub customer_ref: Option<String>,
    /// Payment indicators joined by semicolons. `PYMT_IND` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 41
    pub pymt_ind: Option<String>,
    /// One criterion per indicator, joined by semicolons. `PYMT_CRITERIA` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 42
    pub pymt_criteria: Option<String>,
    /// First value for fraud detection. `FRISK1` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 43
    pub frisk1: Option<String>,
    /// Second value for fraud detection. `FRISK2` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 44
    pub frisk2: Option<String>,
    /// Street where the shopper can be reached. `DOMICILE_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/recurring/post-transaction#request row 45
    pub domicile_address: Option<String>,
    /// City where the shopper can be reached. `DOMICILE_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#request row 46
    pub domicile_address_city: Option<String>,
    /// Region where the shopper can be reached. `DOMICILE_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 47
    ///
    /// Corrected: the page says type Varchar(100) for `domicile_address_city`, we use name domicile_address_region, because the second row of that name describes the region, and the sample sends DOMICILE_ADDRESS_REGION.
    pub domicile_address_region: Option<String>,
    /// State where the shopper can be reached. `DOMICILE_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#request row 48
    pub domicile_address_state: Option<String>,
    /// Postcode where the shopper can be reached. `DOMICILE_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 49
    pub domicile_address_poscode: Option<String>,
    /// Country code where the shopper can be reached. `DOMICILE_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/recurring/post-transaction#request row 50
    pub domicile_address_country_code: Option<String>,
    /// Phone number where the shopper can be reached. `DOMICILE_PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/recurring/post-transaction#request row 51
    pub domicile_phone_no: Option<String>,
}
impl rt::Request for UpdateCard {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::recurring_tables::UPDATE_CARD;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.lang);
        v.set(3, &self.merchant_tranid);
        v.set(6, &self.amount);
        v.set(7, &self.custname);
        v.set(8, &self.custemail);
        v.set(9, &self.optional.description);
        v.set(10, &self.return_url);
        v.set(12, &self.optional.billing_address);
        v.set(13, &self.optional.billing_address_city);
        v.set(14, &self.optional.billing_address_region);
        v.set(15, &self.optional.billing_address_state);
        v.set(16, &self.optional.billing_address_poscode);
        v.set(17, &self.optional.billing_address_country_code);
        v.set(18, &self.optional.receiver_name_for_shipping);
        v.set(19, &self.optional.shipping_address);
        v.set(20, &self.optional.shipping_address_city);
        v.set(21, &self.optional.shipping_address_region);
        v.set(22, &self.optional.shipping_address_state);
        v.set(23, &self.optional.shipping_address_poscode);
        v.set(24, &self.optional.shipping_address_country_code);
        v.set(25, &self.optional.shippingcost);
        v.set(26, &self.optional.phone_no);
        v.set(27, &self.optional.mref1);
        v.set(28, &self.optional.mref2);
        v.set(29, &self.optional.mref3);
        v.set(30, &self.optional.mref4);
        v.set(31, &self.optional.mref5);
        v.set(32, &self.optional.mref6);
        v.set(33, &self.optional.mref7);
        v.set(34, &self.optional.mref8);
        v.set(35, &self.optional.mref9);
        v.set(36, &self.optional.mref10);
        v.set(37, &self.optional.mparam1);
        v.set(38, &self.optional.mparam2);
        v.set(39, &self.optional.customer_ref);
        v.set(40, &self.optional.pymt_ind);
        v.set(41, &self.optional.pymt_criteria);
        v.set(42, &self.optional.frisk1);
        v.set(43, &self.optional.frisk2);
        v.set(44, &self.optional.domicile_address);
        v.set(45, &self.optional.domicile_address_city);
        v.set(46, &self.optional.domicile_address_region);
        v.set(47, &self.optional.domicile_address_state);
        v.set(48, &self.optional.domicile_address_poscode);
        v.set(49, &self.optional.domicile_address_country_code);
        v.set(50, &self.optional.domicile_phone_no);
        v.set(52, &self.member_id);
        v.set(53, &self.member_name);
        v.set(54, &self.member_email);
        v.set(55, &self.member_email_notif);
        v.set(56, &self.process_date);
        v.set(58, &self.recurring_amount);
        v.set(59, &self.recurring_start_date);
        v.set(60, &self.recurring_end_date);
        v.set(61, &self.recurring_period);
        v.set(62, &self.recurring_period_at);
        v.set(64, &self.recurring_accumulate_at);
    }
}
impl rt::BrowserForm for UpdateCard {}
/// Changes a registered member: name, e-mail address, days, amount, last day, and whether charges run.
///
/// `faspay.recurring.update-member`, page recurring/update-member, partial. The merchant's server posts it, as JSON.
///
/// Known in part: the tail of the row on the signature and everything about the answer are not known.
#[derive(Clone, Debug)]
pub struct UpdateMember {
    /// The merchant's own id of the member. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-member#request row 4
    pub member_id: String,
    /// The member's name. `member_name` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-member#request row 5
    pub member_name: String,
    /// The member's e-mail address. `member_email` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-member#request row 6
    pub member_email: String,
    /// Whether the member is told by e-mail. `member_email_notif` · Numeric(1), code list recurring-flag · mandatory · faspay/recurring/update-member#request row 7
    pub member_email_notif: super::codes::RecurringFlag,
    /// Days of the month: the first is charged, the others are for retries. `process_date` · Varchar, at most 9 days of a month · mandatory · faspay/recurring/update-member#request row 8
    pub process_date: rt::DayList,
    /// What each later charge takes. `recurring_amount` · Numeric(12), amount, printed with 2 decimals · mandatory · faspay/recurring/update-member#request row 9
    pub recurring_amount: rt::Amount,
    /// First day of the recurring contract. `recurring_start_date` · Date, date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-member#request row 10
    pub recurring_start_date: rt::Date,
    /// Last day of the recurring contract. `recurring_end_date` · Date, date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-member#request row 11
    pub recurring_end_date: rt::Date,
    /// Unit of the interval between charges. `recurring_period` · Varchar(1), code list recurring-period · mandatory · faspay/recurring/update-member#request row 12
    pub recurring_period: super::codes::RecurringPeriod,
    /// How many of that unit lie between charges. `recurring_period_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-member#request row 13
    pub recurring_period_at: u64,
    /// Days between accumulated charges; 0 to charge on `process_date`. `recurring_accumulate_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-member#request row 14
    pub recurring_accumulate_at: u64,
    /// Whether charges run. `recurring_status` · Numeric(2), code list recurring-status · mandatory · faspay/recurring/update-member#request row 15
    pub recurring_status: super::codes::RecurringStatus,
    /// Whether the member is told a month before the card expires. `card_expire_notif` · Numeric(1), code list card-expire-notif · mandatory · faspay/recurring/update-member#request row 16
    pub card_expire_notif: super::codes::CardExpireNotif,
    /// What may be left out.
    pub optional: UpdateMemberOptional,
}
/// What may be left out of `UpdateMember`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct UpdateMemberOptional {
    /// What the message is, in words; the page gives no text. `request` · Varchar, at most 50 characters · optional · faspay/recurring/update-member#request row 1
    pub request: Option<String>,
    /// The merchant's name. `merchant` · Varchar(32), at most 32 characters · optional · faspay/recurring/update-member#request row 3
    pub merchant: Option<String>,
}
impl rt::Request for UpdateMember {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::recurring_tables::UPDATE_MEMBER;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.request);
        v.set(2, &self.optional.merchant);
        v.set(3, &self.member_id);
        v.set(4, &self.member_name);
        v.set(5, &self.member_email);
        v.set(6, &self.member_email_notif);
        v.set(7, &self.process_date);
        v.set(8, &self.recurring_amount);
        v.set(9, &self.recurring_start_date);
        v.set(10, &self.recurring_end_date);
        v.set(11, &self.recurring_period);
        v.set(12, &self.recurring_period_at);
        v.set(13, &self.recurring_accumulate_at);
        v.set(14, &self.recurring_status);
        v.set(15, &self.card_expire_notif);
    }
}
impl rt::ServerForm for UpdateMember {
    type Reply = super::received::UpdateMemberReply;
}
