// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

pub use super::received::{CardPaymentResult, CardPaymentReply};
use ::faspay_runtime as rt;
/// Takes the amount that an authorisation (status A) of the revamped edition has reserved. Which signature the gateway wants here is concluded, so try it in the sandbox.
///
/// `faspay.cardpayment.capture`, page cardpayment/capture, partial. The merchant's server posts it, as JSON.
///
/// Known in part: which signature belongs into the request and all but three rows of the answer are not known, nor an address of its own.
#[derive(Clone, Debug)]
pub struct CardPaymentCapture {
    /// The merchant's own id of the order, as in the payment. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/capture#request row 3
    pub merchant_tranid: String,
    /// The payment's amount, unchanged. `amount` · Varchar(10), amount, printed with 2 decimals · mandatory · faspay/cardpayment/capture#request row 5
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: CardPaymentCaptureOptional,
}
/// What may be left out of `CardPaymentCapture`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CardPaymentCaptureOptional {
    /// The gateway's id of the payment, from its result. `transaction_id` · Varchar, text · optional · faspay/cardpayment/capture#request row 4
    pub transaction_id: Option<String>,
}
impl rt::Request for CardPaymentCapture {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::cardpayment_tables::CARD_PAYMENT_CAPTURE;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(2, &self.merchant_tranid);
        v.set(3, &self.optional.transaction_id);
        v.set(4, &self.amount);
    }
}
impl rt::ServerForm for CardPaymentCapture {
    type Reply = super::received::CardPaymentReply;
}
/// Asks the gateway what became of a payment of the revamped edition. The answer isn't known to be signed and settles nothing by itself. Which signature the gateway wants here is concluded, so try it in the sandbox.
///
/// `faspay.cardpayment.inquiry`, page cardpayment/inquiry, partial. The merchant's server posts it, as JSON.
///
/// Known in part: which signature belongs into the request and all but three rows of the answer are not known.
#[derive(Clone, Debug)]
pub struct CardPaymentInquiry {
    /// The merchant's own id of the order, as in the payment. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/inquiry#request row 3
    pub merchant_tranid: String,
    /// The payment's amount; another one finds nothing. `amount` · Varchar(10), amount, printed with 2 decimals · mandatory · faspay/cardpayment/inquiry#request row 5
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: CardPaymentInquiryOptional,
}
/// What may be left out of `CardPaymentInquiry`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CardPaymentInquiryOptional {
    /// The gateway's id of the payment, from its result. `transaction_id` · Varchar, text · optional · faspay/cardpayment/inquiry#request row 4
    pub transaction_id: Option<String>,
}
impl rt::Request for CardPaymentInquiry {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::cardpayment_tables::CARD_PAYMENT_INQUIRY;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(2, &self.merchant_tranid);
        v.set(3, &self.optional.transaction_id);
        v.set(4, &self.amount);
    }
}
impl rt::ServerForm for CardPaymentInquiry {
    type Reply = super::received::CardPaymentReply;
}
/// Takes a card payment in the payment window of the revamped edition. No page that is known says how the callback is signed, nor the answer to an inquiry, so neither can settle this payment: look it up in the merchant portal before anything follows.
///
/// `faspay.cardpayment.payment`, page cardpayment/payment, partial. The shopper's browser posts it; a server must not.
///
/// Known in part: the rows behind callback_url and everything that comes back are not known or concluded.
#[derive(Clone, Debug)]
pub struct CardPayment {
    /// The merchant's own id of the order, unique per transaction. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 5
    pub merchant_tranid: String,
    /// What the shopper pays. `amount` · Varchar(10), amount, printed with 2 decimals · mandatory · faspay/cardpayment/payment#request row 7
    pub amount: rt::Amount,
    /// The shopper's name. `custname` · Varchar(120), at most 120 characters · mandatory · faspay/cardpayment/payment#request row 8
    pub custname: String,
    /// The shopper's e-mail address. `custemail` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 9
    pub custemail: String,
    /// What is bought. `description` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 10
    pub description: String,
    /// Street of the billing address. `billing_address` · Varchar(200), at most 200 characters · mandatory · faspay/cardpayment/payment#request row 12
    pub billing_address: String,
    /// What may be left out.
    pub optional: CardPaymentOptional,
}
/// What may be left out of `CardPayment`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CardPaymentOptional {
    /// How the result comes back through the browser. `response_type` · Integer(1), code list response-type · optional · faspay/cardpayment/payment#request row 2
    pub response_type: Option<super::codes::ResponseType>,
    /// Where the browser brings the result. `return_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 11
    pub return_url: Option<String>,
    /// City of the billing address. `billing_address_city` · Varchar(50), at most 50 characters · optional · faspay/cardpayment/payment#request row 13
    pub billing_address_city: Option<String>,
    /// Region of the billing address. `billing_address_region` · Varchar(100), at most 100 characters · optional · faspay/cardpayment/payment#request row 14
    pub billing_address_region: Option<String>,
    /// State of the billing address. `billing_address_state` · Varchar(100), at most 100 characters · optional · faspay/cardpayment/payment#request row 15
    pub billing_address_state: Option<String>,
    /// Postcode of the billing address. `billing_address_poscode` · Varchar(10), at most 10 characters · optional · faspay/cardpayment/payment#request row 16
    pub billing_address_poscode: Option<String>,
    /// Country code of the billing address. `billing_address_country_code` · Varchar(10), at most 10 characters · optional · faspay/cardpayment/payment#request row 17
    pub billing_address_country_code: Option<String>,
    /// The shopper's phone number. `phone_no` · Varchar(20), at most 20 characters · optional · faspay/cardpayment/payment#request row 18
    pub phone_no: Option<String>,
    /// Logo on the payment page. `style_image_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 19
    pub style_image_url: Option<String>,
    /// Where the callback of this payment goes. `callback_url` · Alphanumeric(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 20
    pub callback_url: Option<String>,
}
impl rt::Request for CardPayment {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::cardpayment_tables::CARD_PAYMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(1, &self.optional.response_type);
        v.set(4, &self.merchant_tranid);
        v.set(6, &self.amount);
        v.set(7, &self.custname);
        v.set(8, &self.custemail);
        v.set(9, &self.description);
        v.set(10, &self.optional.return_url);
        v.set(11, &self.billing_address);
        v.set(12, &self.optional.billing_address_city);
        v.set(13, &self.optional.billing_address_region);
        v.set(14, &self.optional.billing_address_state);
        v.set(15, &self.optional.billing_address_poscode);
        v.set(16, &self.optional.billing_address_country_code);
        v.set(17, &self.optional.phone_no);
        v.set(18, &self.optional.style_image_url);
        v.set(19, &self.optional.callback_url);
    }
}
impl rt::BrowserForm for CardPayment {}
/// Takes a payment with a stored card in the payment window of the revamped edition. No page that is known says how the callback is signed, nor the answer to an inquiry, so neither can settle this payment: look it up in the merchant portal before anything follows.
///
/// `faspay.cardpayment.token-payment`, page cardpayment/token-payment, partial. The shopper's browser posts it; a server must not.
///
/// Known in part: the rows behind callback_url and everything that comes back are not known.
#[derive(Clone, Debug)]
pub struct CardPaymentTokenPayment {
    /// The merchant's own id of the order, unique per transaction. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 5
    pub merchant_tranid: String,
    /// What the shopper pays. `amount` · Varchar(10), amount, printed with 2 decimals · mandatory · faspay/cardpayment/payment#request row 7
    pub amount: rt::Amount,
    /// The shopper's name. `custname` · Varchar(120), at most 120 characters · mandatory · faspay/cardpayment/payment#request row 8
    pub custname: String,
    /// The shopper's e-mail address. `custemail` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 9
    pub custemail: String,
    /// What is bought. `description` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 10
    pub description: String,
    /// Street of the billing address. `billing_address` · Varchar(200), at most 200 characters · mandatory · faspay/cardpayment/payment#request row 12
    pub billing_address: String,
    /// The token from an earlier result. `pymt_token` · Varchar(36), at most 36 characters · mandatory · faspay/cardpayment/token-payment#request row 3
    ///
    /// Corrected: the page says presence C for `pymt_token`, we use presence M, because this operation is a payment with a token, and there is none without it.
    pub pymt_token: rt::Secret,
    /// What may be left out.
    pub optional: CardPaymentTokenPaymentOptional,
}
/// What may be left out of `CardPaymentTokenPayment`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CardPaymentTokenPaymentOptional {
    /// How the result comes back through the browser. `response_type` · Integer(1), code list response-type · optional · faspay/cardpayment/payment#request row 2
    pub response_type: Option<super::codes::ResponseType>,
    /// Where the browser brings the result. `return_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 11
    pub return_url: Option<String>,
    /// City of the billing address. `billing_address_city` · Varchar(50), at most 50 characters · optional · faspay/cardpayment/payment#request row 13
    pub billing_address_city: Option<String>,
    /// Region of the billing address. `billing_address_region` · Varchar(100), at most 100 characters · optional · faspay/cardpayment/payment#request row 14
    pub billing_address_region: Option<String>,
    /// State of the billing address. `billing_address_state` · Varchar(100), at most 100 characters · optional · faspay/cardpayment/payment#request row 15
    pub billing_address_state: Option<String>,
    /// Postcode of the billing address. `billing_address_poscode` · Varchar(10), at most 10 characters · optional · faspay/cardpayment/payment#request row 16
    pub billing_address_poscode: Option<String>,
    /// Country code of the billing address. `billing_address_country_code` · Varchar(10), at most 10 characters · optional · faspay/cardpayment/payment#request row 17
    pub billing_address_country_code: Option<String>,
    /// The shopper's phone number. `phone_no` · Varchar(20), at most 20 characters · optional · faspay/cardpayment/payment#request row 18
    pub phone_no: Option<String>,
    /// Logo on the payment page. `style_image_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 19
    pub style_image_url: Option<String>,
    /// Where the callback of this payment goes. `callback_url` · Alphanumeric(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 20
    pub callback_url: Option<String>,
}
impl rt::Request for CardPaymentTokenPayment {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::cardpayment_tables::CARD_PAYMENT_TOKEN_PAYMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(1, &self.optional.response_type);
        v.set(4, &self.merchant_tranid);
        v.set(6, &self.amount);
        v.set(7, &self.custname);
        v.set(8, &self.custemail);
        v.set(9, &self.description);
        v.set(10, &self.optional.return_url);
        v.set(11, &self.billing_address);
        v.set(12, &self.optional.billing_address_city);
        v.set(13, &self.optional.billing_address_region);
        v.set(14, &self.optional.billing_address_state);
        v.set(15, &self.optional.billing_address_poscode);
        v.set(16, &self.optional.billing_address_country_code);
        v.set(17, &self.optional.phone_no);
        v.set(18, &self.optional.style_image_url);
        v.set(19, &self.optional.callback_url);
        v.set(22, &self.pymt_token);
    }
}
impl rt::BrowserForm for CardPaymentTokenPayment {}
/// Takes a card payment in the payment window of the revamped edition and stores the card under a token. No page that is known says how the callback is signed, nor the answer to an inquiry, so neither can settle this payment: look it up in the merchant portal before anything follows.
///
/// `faspay.cardpayment.token-register`, page cardpayment/token-registration, partial. The shopper's browser posts it; a server must not.
///
/// Known in part: the rows behind callback_url and everything that comes back are not known.
#[derive(Clone, Debug)]
pub struct CardPaymentTokenRegister {
    /// The merchant's own id of the order, unique per transaction. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 5
    pub merchant_tranid: String,
    /// What the shopper pays. `amount` · Varchar(10), amount, printed with 2 decimals · mandatory · faspay/cardpayment/payment#request row 7
    pub amount: rt::Amount,
    /// The shopper's name. `custname` · Varchar(120), at most 120 characters · mandatory · faspay/cardpayment/payment#request row 8
    pub custname: String,
    /// The shopper's e-mail address. `custemail` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 9
    pub custemail: String,
    /// What is bought. `description` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/payment#request row 10
    pub description: String,
    /// Street of the billing address. `billing_address` · Varchar(200), at most 200 characters · mandatory · faspay/cardpayment/payment#request row 12
    pub billing_address: String,
    /// What may be left out.
    pub optional: CardPaymentTokenRegisterOptional,
}
/// What may be left out of `CardPaymentTokenRegister`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CardPaymentTokenRegisterOptional {
    /// How the result comes back through the browser. `response_type` · Integer(1), code list response-type · optional · faspay/cardpayment/payment#request row 2
    pub response_type: Option<super::codes::ResponseType>,
    /// Where the browser brings the result. `return_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 11
    pub return_url: Option<String>,
    /// City of the billing address. `billing_address_city` · Varchar(50), at most 50 characters · optional · faspay/cardpayment/payment#request row 13
    pub billing_address_city: Option<String>,
    /// Region of the billing address. `billing_address_region` · Varchar(100), at most 100 characters · optional · faspay/cardpayment/payment#request row 14
    pub billing_address_region: Option<String>,
    /// State of the billing address. `billing_address_state` · Varchar(100), at most 100 characters · optional · faspay/cardpayment/payment#request row 15
    pub billing_address_state: Option<String>,
    /// Postcode of the billing address. `billing_address_poscode` · Varchar(10), at most 10 characters · optional · faspay/cardpayment/payment#request row 16
    pub billing_address_poscode: Option<String>,
    /// Country code of the billing address. `billing_address_country_code` · Varchar(10), at most 10 characters · optional · faspay/cardpayment/payment#request row 17
    pub billing_address_country_code: Option<String>,
    /// The shopper's phone number. `phone_no` · Varchar(20), at most 20 characters · optional · faspay/cardpayment/payment#request row 18
    pub phone_no: Option<String>,
    /// Logo on the payment page. `style_image_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 19
    pub style_image_url: Option<String>,
    /// Where the callback of this payment goes. `callback_url` · Alphanumeric(100), http or https URL of at most 100 characters · optional · faspay/cardpayment/payment#request row 20
    pub callback_url: Option<String>,
}
impl rt::Request for CardPaymentTokenRegister {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::cardpayment_tables::CARD_PAYMENT_TOKEN_REGISTER;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(1, &self.optional.response_type);
        v.set(4, &self.merchant_tranid);
        v.set(6, &self.amount);
        v.set(7, &self.custname);
        v.set(8, &self.custemail);
        v.set(9, &self.description);
        v.set(10, &self.optional.return_url);
        v.set(11, &self.billing_address);
        v.set(12, &self.optional.billing_address_city);
        v.set(13, &self.optional.billing_address_region);
        v.set(14, &self.optional.billing_address_state);
        v.set(15, &self.optional.billing_address_poscode);
        v.set(16, &self.optional.billing_address_country_code);
        v.set(17, &self.optional.phone_no);
        v.set(18, &self.optional.style_image_url);
        v.set(19, &self.optional.callback_url);
    }
}
impl rt::BrowserForm for CardPaymentTokenRegister {}
/// Cancels a payment of the revamped edition before it is settled with the bank. Which signature the gateway wants here is concluded, so try it in the sandbox.
///
/// `faspay.cardpayment.void`, page cardpayment/void, partial. The merchant's server posts it, as JSON.
///
/// Known in part: which signature belongs into the request and all but three rows of the answer are not known, nor an address of its own.
#[derive(Clone, Debug)]
pub struct CardPaymentVoid {
    /// The merchant's own id of the order, as in the payment. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/void#request row 3
    pub merchant_tranid: String,
    /// The payment's amount, unchanged. `amount` · Varchar(10), amount, printed with 2 decimals · mandatory · faspay/cardpayment/void#request row 5
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: CardPaymentVoidOptional,
}
/// What may be left out of `CardPaymentVoid`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CardPaymentVoidOptional {
    /// The gateway's id of the payment, from its result. `transaction_id` · Varchar, text · optional · faspay/cardpayment/void#request row 4
    pub transaction_id: Option<String>,
}
impl rt::Request for CardPaymentVoid {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::cardpayment_tables::CARD_PAYMENT_VOID;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(2, &self.merchant_tranid);
        v.set(3, &self.optional.transaction_id);
        v.set(4, &self.amount);
    }
}
impl rt::ServerForm for CardPaymentVoid {
    type Reply = super::received::CardPaymentReply;
}
