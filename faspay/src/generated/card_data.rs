// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// Takes a card payment with a card number that the merchant's own page asked for. Whoever touches card numbers is bound by PCI DSS.
///
/// `faspay.card.payment-direct`, page card/payment-window. The shopper's browser posts it; a server must not.
#[derive(Clone, Debug)]
pub struct PaymentDirect {
    /// Whether the amount is taken at once or only reserved. `TRANSACTIONTYPE` · Varchar(2), code list payment-type · mandatory · faspay/card/payment-window#request row 2
    pub transactiontype: super::codes::PaymentType,
    /// The merchant's own id of the order, unique per transaction. `MERCHANT_TRANID` · Varchar(100), at most 100 characters · mandatory · faspay/card/payment-window#request row 4
    pub merchant_tranid: String,
    /// What the shopper pays. `AMOUNT` · Numeric, amount, printed with 2 decimals · mandatory · faspay/card/payment-window#request row 9
    pub amount: rt::Amount,
    /// The shopper's name. `CUSTNAME` · Varchar(120), at most 120 characters · mandatory · faspay/card/payment-window#request row 11
    pub custname: String,
    /// The shopper's e-mail address. `CUSTEMAIL` · Varchar(100), at most 100 characters · mandatory · faspay/card/payment-window#request row 12
    pub custemail: String,
    /// The shopper's IPv4 address. `SHOPPER_IP` · Varchar(15), at most 15 characters · mandatory · faspay/card/payment-window#request row 13
    pub shopper_ip: String,
    /// How the result comes back through the browser. `RESPONSE_TYPE` · Varchar(1), code list response-type · mandatory · faspay/card/payment-window#request row 15
    pub response_type: super::codes::ResponseType,
    /// The card number. `CARDNO` · Varchar(20), at most 20 digits · mandatory · faspay/card/payment-window#request-direct row 1
    pub cardno: rt::Secret,
    /// Name on the card. `cardname` · Varchar(100), at most 100 characters · mandatory · faspay/card/payment-window#request-direct row 2
    pub cardname: rt::Secret,
    /// Brand of the card. `CARDTYPE` · Char(1), code list card-type · mandatory · faspay/card/payment-window#request-direct row 3
    pub cardtype: super::codes::CardType,
    /// Month in which the card expires, two digits. `EXPIRYMONTH` · Char(2), exactly 2 digits · mandatory · faspay/card/payment-window#request-direct row 4
    pub expirymonth: rt::Secret,
    /// Year in which the card expires, four digits. `EXPIRYYEAR` · Char(4), exactly 4 digits · mandatory · faspay/card/payment-window#request-direct row 5
    pub expiryyear: rt::Secret,
    /// What may be left out.
    pub optional: PaymentDirectOptional,
}
/// What may be left out of `PaymentDirect`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct PaymentDirectOptional {
    /// Payment indicators joined by semicolons. `PYMT_IND` · Varchar(20), at most 20 characters · optional · faspay/card/payment-window#request row 5
    pub pymt_ind: Option<String>,
    /// One criterion per indicator, joined by semicolons. `PYMT_CRITERIA` · Varchar(20), at most 20 characters · optional · faspay/card/payment-window#request row 6
    pub pymt_criteria: Option<String>,
    /// Language of the payment page; upper and lower case don't matter. `LANG` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 7
    pub lang: Option<String>,
    /// What is bought. `DESCRIPTION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 14
    pub description: Option<String>,
    /// Where the browser brings the result. `RETURN_URL` · Varchar(100), http or https URL of at most 100 characters · mandatory when `response_type in ["1", "2"]` · faspay/card/payment-window#request row 16
    pub return_url: Option<String>,
    /// `CARD_ISSUER_BANK_COUNTRY_CODE` · Varchar(2), at most 2 characters · optional · faspay/card/payment-window#request row 17
    pub card_issuer_bank_country_code: Option<String>,
    /// Street of the billing address. `BILLING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 18
    pub billing_address: Option<String>,
    /// City of the billing address. `BILLING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 19
    pub billing_address_city: Option<String>,
    /// Region of the billing address. `BILLING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 20
    pub billing_address_region: Option<String>,
    /// State of the billing address. `BILLING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 21
    pub billing_address_state: Option<String>,
    /// Postcode of the billing address. `BILLING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 22
    pub billing_address_poscode: Option<String>,
    /// Country code of the billing address. `BILLING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 23
    pub billing_address_country_code: Option<String>,
    /// Who receives the goods. `RECEIVER_NAME_FOR_SHIPPING` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 24
    pub receiver_name_for_shipping: Option<String>,
    /// Street of the shipping address. `SHIPPING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 25
    pub shipping_address: Option<String>,
    /// City of the shipping address. `SHIPPING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 26
    pub shipping_address_city: Option<String>,
    /// Region of the shipping address. `SHIPPING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 27
    pub shipping_address_region: Option<String>,
    /// State of the shipping address. `SHIPPING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 28
    pub shipping_address_state: Option<String>,
    /// Postcode of the shipping address. `SHIPPING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 29
    pub shipping_address_poscode: Option<String>,
    /// Country code of the shipping address. `SHIPPING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 30
    pub shipping_address_country_code: Option<String>,
    /// Cost of shipping. `SHIPPINGCOST` · Numeric, amount, printed with 2 decimals · optional · faspay/card/payment-window#request row 31
    pub shippingcost: Option<rt::Amount>,
    /// The shopper's phone number. `PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/card/payment-window#request row 32
    pub phone_no: Option<String>,
    /// `MREF1` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 33
    pub mref1: Option<String>,
    /// `MREF2` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 34
    pub mref2: Option<String>,
    /// `MREF3` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 35
    pub mref3: Option<String>,
    /// `MREF4` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 36
    pub mref4: Option<String>,
    /// `MREF5` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 37
    pub mref5: Option<String>,
    /// `MREF6` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 38
    pub mref6: Option<String>,
    /// `MREF7` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 39
    pub mref7: Option<String>,
    /// `MREF8` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 40
    pub mref8: Option<String>,
    /// `MREF9` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 41
    pub mref9: Option<String>,
    /// `MREF10` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 42
    pub mref10: Option<String>,
    /// First value to be echoed in the result; not stored. `MPARAM1` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 43
    pub mparam1: Option<String>,
    /// Second value to be echoed in the result; not stored. `MPARAM2` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 44
    pub mparam2: Option<String>,
    /// Text for the card statement; banks may cut it. `CUSTOMER_REF` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 45
    pub customer_ref: Option<String>,
    /// First value for fraud detection. `FRISK1` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 46
    pub frisk1: Option<String>,
    /// Second value for fraud detection. `FRISK2` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 47
    pub frisk2: Option<String>,
    /// Street where the shopper can be reached. `DOMICILE_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 48
    pub domicile_address: Option<String>,
    /// City where the shopper can be reached. `DOMICILE_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 49
    pub domicile_address_city: Option<String>,
    /// Region where the shopper can be reached. `DOMICILE_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 50
    pub domicile_address_region: Option<String>,
    /// State where the shopper can be reached. `DOMICILE_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 51
    pub domicile_address_state: Option<String>,
    /// Postcode where the shopper can be reached. `DOMICILE_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 52
    pub domicile_address_poscode: Option<String>,
    /// Country code where the shopper can be reached. `DOMICILE_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 53
    pub domicile_address_country_code: Option<String>,
    /// Phone number where the shopper can be reached. `DOMICILE_PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/card/payment-window#request row 54
    pub domicile_phone_no: Option<String>,
    /// Where the callback of this payment goes instead of the configured place. `handshake_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/card/payment-window#request row 55
    pub handshake_url: Option<String>,
    /// A value that the callback carries back. `handshake_param` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 56
    pub handshake_param: Option<String>,
    /// Logo on the payment page. `style_image_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/card/payment-window#request row 57
    pub style_image_url: Option<String>,
    /// The card's security code. It may never be stored. `CARDCVC` · Char(4), 3 to 4 digits · conditional, condition undocumented · faspay/card/payment-window#request-direct row 6
    pub cardcvc: Option<rt::Secret>,
    /// Bank that issued the card of a third party. `CARD_ISSUER_BANK` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 1
    pub card_issuer_bank: Option<String>,
    /// Kind of identity document of a third party. `CARD_IDENTITY_REF_TYPE` · Varchar(10), code list identity-ref-type · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 2
    pub card_identity_ref_type: Option<super::codes::IdentityRefType>,
    /// Number of a third party's identity document. `CARD_IDENTITY_REF` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 3
    pub card_identity_ref: Option<String>,
    /// A third party's phone number. `CARD_PHONE` · Varchar(25), at most 25 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 4
    pub card_phone: Option<String>,
    /// Street of a third party's billing address. `CARD_BILL_ADDR` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 5
    pub card_bill_addr: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_POSCODE` · Varchar(10), at most 10 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 6
    pub card_bill_addr_poscode: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_CITY` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 7
    pub card_bill_addr_city: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_REGION` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 8
    pub card_bill_addr_region: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_STATE` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 9
    pub card_bill_addr_state: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_COUNTRY_CODE` · Varchar(10), at most 10 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 10
    pub card_bill_addr_country_code: Option<String>,
    /// A third party's e-mail address. `CARD_EMAIL` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 11
    pub card_email: Option<String>,
}
impl rt::Request for PaymentDirect {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_data_tables::PAYMENT_DIRECT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(1, &self.transactiontype);
        v.set(4, &self.merchant_tranid);
        v.set(5, &self.optional.pymt_ind);
        v.set(6, &self.optional.pymt_criteria);
        v.set(7, &self.optional.lang);
        v.set(9, &self.amount);
        v.set(11, &self.custname);
        v.set(12, &self.custemail);
        v.set(13, &self.shopper_ip);
        v.set(14, &self.optional.description);
        v.set(15, &self.response_type);
        v.set(16, &self.optional.return_url);
        v.set(17, &self.optional.card_issuer_bank_country_code);
        v.set(18, &self.optional.billing_address);
        v.set(19, &self.optional.billing_address_city);
        v.set(20, &self.optional.billing_address_region);
        v.set(21, &self.optional.billing_address_state);
        v.set(22, &self.optional.billing_address_poscode);
        v.set(23, &self.optional.billing_address_country_code);
        v.set(24, &self.optional.receiver_name_for_shipping);
        v.set(25, &self.optional.shipping_address);
        v.set(26, &self.optional.shipping_address_city);
        v.set(27, &self.optional.shipping_address_region);
        v.set(28, &self.optional.shipping_address_state);
        v.set(29, &self.optional.shipping_address_poscode);
        v.set(30, &self.optional.shipping_address_country_code);
        v.set(31, &self.optional.shippingcost);
        v.set(32, &self.optional.phone_no);
        v.set(33, &self.optional.mref1);
        v.set(34, &self.optional.mref2);
        v.set(35, &self.optional.mref3);
        v.set(36, &self.optional.mref4);
        v.set(37, &self.optional.mref5);
        v.set(38, &self.optional.mref6);
        v.set(39, &self.optional.mref7);
        v.set(40, &self.optional.mref8);
        v.set(41, &self.optional.mref9);
        v.set(42, &self.optional.mref10);
        v.set(43, &self.optional.mparam1);
        v.set(44, &self.optional.mparam2);
        v.set(45, &self.optional.customer_ref);
        v.set(46, &self.optional.frisk1);
        v.set(47, &self.optional.frisk2);
        v.set(48, &self.optional.domicile_address);
        v.set(49, &self.optional.domicile_address_city);
        v.set(50, &self.optional.domicile_address_region);
        v.set(51, &self.optional.domicile_address_state);
        v.set(52, &self.optional.domicile_address_poscode);
        v.set(53, &self.optional.domicile_address_country_code);
        v.set(54, &self.optional.domicile_phone_no);
        v.set(55, &self.optional.handshake_url);
        v.set(56, &self.optional.handshake_param);
        v.set(57, &self.optional.style_image_url);
        v.set(58, &self.cardno);
        v.set(59, &self.cardname);
        v.set(60, &self.cardtype);
        v.set(61, &self.expirymonth);
        v.set(62, &self.expiryyear);
        v.set(63, &self.optional.cardcvc);
        v.set(64, &self.optional.card_issuer_bank);
        v.set(65, &self.optional.card_identity_ref_type);
        v.set(66, &self.optional.card_identity_ref);
        v.set(67, &self.optional.card_phone);
        v.set(68, &self.optional.card_bill_addr);
        v.set(69, &self.optional.card_bill_addr_poscode);
        v.set(70, &self.optional.card_bill_addr_city);
        v.set(71, &self.optional.card_bill_addr_region);
        v.set(72, &self.optional.card_bill_addr_state);
        v.set(73, &self.optional.card_bill_addr_country_code);
        v.set(74, &self.optional.card_email);
    }
}
impl rt::BrowserForm for PaymentDirect {}
/// Stores a card or pays with a stored one, the card's data asked for on the merchant's own page. Whoever touches card numbers is bound by PCI DSS.
///
/// `faspay.card.token-direct`, page card/token-payment-direct, partial. The shopper's browser posts it; a server must not.
///
/// Known in part: what follows the row paymentoption is not known.
#[derive(Clone, Debug)]
pub struct TokenDirect {
    /// Whether the amount is taken at once or only reserved. `TRANSACTIONTYPE` · Varchar(2), code list payment-type · mandatory · faspay/card/payment-window#request row 2
    pub transactiontype: super::codes::PaymentType,
    /// The merchant's own id of the order, unique per transaction. `MERCHANT_TRANID` · Varchar(100), at most 100 characters · mandatory · faspay/card/payment-window#request row 4
    pub merchant_tranid: String,
    /// What the shopper pays. `AMOUNT` · Numeric, amount, printed with 2 decimals · mandatory · faspay/card/payment-window#request row 9
    pub amount: rt::Amount,
    /// The shopper's name. `CUSTNAME` · Varchar(120), at most 120 characters · mandatory · faspay/card/payment-window#request row 11
    pub custname: String,
    /// The shopper's e-mail address. `CUSTEMAIL` · Varchar(100), at most 100 characters · mandatory · faspay/card/payment-window#request row 12
    pub custemail: String,
    /// The shopper's IPv4 address. `SHOPPER_IP` · Varchar(15), at most 15 characters · mandatory · faspay/card/payment-window#request row 13
    pub shopper_ip: String,
    /// How the result comes back through the browser. `RESPONSE_TYPE` · Varchar(1), code list response-type · mandatory · faspay/card/payment-window#request row 15
    pub response_type: super::codes::ResponseType,
    /// Whether a card is stored or a stored one is used. `PYMT_CRITERIA` · Varchar(20), code list token-criteria · mandatory · faspay/card/token-payment-window#request row 2
    ///
    /// Corrected: the page says presence C for `pymt_criteria`, we use presence M, because one address stores cards and charges stored ones, and this says which of the two is meant.
    pub pymt_criteria: super::codes::TokenCriteria,
    /// What may be left out.
    pub optional: TokenDirectOptional,
}
/// What may be left out of `TokenDirect`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TokenDirectOptional {
    /// Language of the payment page; upper and lower case don't matter. `LANG` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 7
    pub lang: Option<String>,
    /// What is bought. `DESCRIPTION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 14
    pub description: Option<String>,
    /// Where the browser brings the result. `RETURN_URL` · Varchar(100), http or https URL of at most 100 characters · mandatory when `response_type in ["1", "2"]` · faspay/card/payment-window#request row 16
    pub return_url: Option<String>,
    /// Street of the billing address. `BILLING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 18
    pub billing_address: Option<String>,
    /// City of the billing address. `BILLING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 19
    pub billing_address_city: Option<String>,
    /// Region of the billing address. `BILLING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 20
    pub billing_address_region: Option<String>,
    /// State of the billing address. `BILLING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 21
    pub billing_address_state: Option<String>,
    /// Postcode of the billing address. `BILLING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 22
    pub billing_address_poscode: Option<String>,
    /// Country code of the billing address. `BILLING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 23
    pub billing_address_country_code: Option<String>,
    /// Who receives the goods. `RECEIVER_NAME_FOR_SHIPPING` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 24
    pub receiver_name_for_shipping: Option<String>,
    /// Street of the shipping address. `SHIPPING_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 25
    pub shipping_address: Option<String>,
    /// City of the shipping address. `SHIPPING_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 26
    pub shipping_address_city: Option<String>,
    /// Region of the shipping address. `SHIPPING_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 27
    pub shipping_address_region: Option<String>,
    /// State of the shipping address. `SHIPPING_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 28
    pub shipping_address_state: Option<String>,
    /// Postcode of the shipping address. `SHIPPING_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 29
    pub shipping_address_poscode: Option<String>,
    /// Country code of the shipping address. `SHIPPING_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 30
    pub shipping_address_country_code: Option<String>,
    /// Cost of shipping. `SHIPPINGCOST` · Numeric, amount, printed with 2 decimals · optional · faspay/card/payment-window#request row 31
    pub shippingcost: Option<rt::Amount>,
    /// The shopper's phone number. `PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/card/payment-window#request row 32
    pub phone_no: Option<String>,
    /// `MREF1` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 33
    pub mref1: Option<String>,
    /// `MREF2` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 34
    pub mref2: Option<String>,
    /// `MREF3` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 35
    pub mref3: Option<String>,
    /// `MREF4` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 36
    pub mref4: Option<String>,
    /// `MREF5` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 37
    pub mref5: Option<String>,
    /// `MREF6` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 38
    pub mref6: Option<String>,
    /// `MREF7` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 39
    pub mref7: Option<String>,
    /// `MREF8` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 40
    pub mref8: Option<String>,
    /// `MREF9` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 41
    pub mref9: Option<String>,
    /// `MREF10` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 42
    pub mref10: Option<String>,
    /// First value to be echoed in the result; not stored. `MPARAM1` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 43
    pub mparam1: Option<String>,
    /// Second value to be echoed in the result; not stored. `MPARAM2` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 44
    pub mparam2: Option<String>,
    /// Text for the card statement; banks may cut it. `CUSTOMER_REF` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 45
    pub customer_ref: Option<String>,
    /// First value for fraud detection. `FRISK1` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 46
    pub frisk1: Option<String>,
    /// Second value for fraud detection. `FRISK2` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 47
    pub frisk2: Option<String>,
    /// Street where the shopper can be reached. `DOMICILE_ADDRESS` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#request row 48
    pub domicile_address: Option<String>,
    /// City where the shopper can be reached. `DOMICILE_ADDRESS_CITY` · Varchar(50), at most 50 characters · optional · faspay/card/payment-window#request row 49
    pub domicile_address_city: Option<String>,
    /// Region where the shopper can be reached. `DOMICILE_ADDRESS_REGION` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 50
    pub domicile_address_region: Option<String>,
    /// State where the shopper can be reached. `DOMICILE_ADDRESS_STATE` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 51
    pub domicile_address_state: Option<String>,
    /// Postcode where the shopper can be reached. `DOMICILE_ADDRESS_POSCODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 52
    pub domicile_address_poscode: Option<String>,
    /// Country code where the shopper can be reached. `DOMICILE_ADDRESS_COUNTRY_CODE` · Varchar(10), at most 10 characters · optional · faspay/card/payment-window#request row 53
    pub domicile_address_country_code: Option<String>,
    /// Phone number where the shopper can be reached. `DOMICILE_PHONE_NO` · Varchar(20), at most 20 characters · optional · faspay/card/payment-window#request row 54
    pub domicile_phone_no: Option<String>,
    /// Where the callback of this payment goes instead of the configured place. `handshake_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/card/payment-window#request row 55
    pub handshake_url: Option<String>,
    /// A value that the callback carries back. `handshake_param` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#request row 56
    pub handshake_param: Option<String>,
    /// Logo on the payment page. `style_image_url` · Varchar(100), http or https URL of at most 100 characters · optional · faspay/card/payment-window#request row 57
    pub style_image_url: Option<String>,
    /// Bank that issued the card of a third party. `CARD_ISSUER_BANK` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 1
    pub card_issuer_bank: Option<String>,
    /// Kind of identity document of a third party. `CARD_IDENTITY_REF_TYPE` · Varchar(10), code list identity-ref-type · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 2
    pub card_identity_ref_type: Option<super::codes::IdentityRefType>,
    /// Number of a third party's identity document. `CARD_IDENTITY_REF` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 3
    pub card_identity_ref: Option<String>,
    /// A third party's phone number. `CARD_PHONE` · Varchar(25), at most 25 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 4
    pub card_phone: Option<String>,
    /// Street of a third party's billing address. `CARD_BILL_ADDR` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 5
    pub card_bill_addr: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_POSCODE` · Varchar(10), at most 10 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 6
    pub card_bill_addr_poscode: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_CITY` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 7
    pub card_bill_addr_city: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_REGION` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 8
    pub card_bill_addr_region: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_STATE` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 9
    pub card_bill_addr_state: Option<String>,
    /// Part of a third party's billing address. `CARD_BILL_ADDR_COUNTRY_CODE` · Varchar(10), at most 10 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 10
    pub card_bill_addr_country_code: Option<String>,
    /// A third party's e-mail address. `CARD_EMAIL` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#request-third-party row 11
    pub card_email: Option<String>,
    /// Name on the card. `cardname` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/token-payment-direct#request row 1
    pub cardname: Option<rt::Secret>,
    /// Brand of the card. `CARDTYPE` · Char(1), code list card-type · mandatory when `pymt_criteria == "registration"` · faspay/card/token-payment-direct#request row 2
    pub cardtype: Option<super::codes::CardType>,
    /// The card number. `CARDNO` · Varchar(20), at most 20 digits · mandatory when `pymt_criteria == "registration"` · faspay/card/token-payment-direct#request row 3
    pub cardno: Option<rt::Secret>,
    /// The card's security code. It may never be stored. `CARDCVC` · Char(4), 3 to 4 digits · mandatory when `pymt_criteria == "registration"` · faspay/card/token-payment-direct#request row 4
    pub cardcvc: Option<rt::Secret>,
    /// Month in which the card expires, two digits. `EXPIRYMONTH` · Char(2), exactly 2 digits · mandatory when `pymt_criteria == "registration"` · faspay/card/token-payment-direct#request row 5
    ///
    /// Corrected: the page says presence M for `expirymonth`, we use presence C, because the footnote wants it for a registration; a stored card's expiry is the gateway's.
    pub expirymonth: Option<rt::Secret>,
    /// Year in which the card expires, four digits. `EXPIRYYEAR` · Char(4), exactly 4 digits · mandatory when `pymt_criteria == "registration"` · faspay/card/token-payment-direct#request row 6
    ///
    /// Corrected: the page says presence M for `expiryyear`, we use presence C, because the footnote wants it for a registration; a stored card's expiry is the gateway's.
    pub expiryyear: Option<rt::Secret>,
    /// `CARD_ISSUER_BANK_COUNTRY_CODE` · Varchar(2), at most 2 characters · mandatory when `pymt_criteria == "registration"` · faspay/card/token-payment-direct#request row 7
    ///
    /// Corrected: the page says presence O for `card_issuer_bank_country_code`, we use presence C, because the footnote wants it for a registration.
    pub card_issuer_bank_country_code: Option<String>,
    /// Whether the card is kept. `savecard` · Varchar(3), code list save-card · mandatory when `pymt_criteria == "registration"` · faspay/card/token-payment-direct#request row 8
    pub savecard: Option<super::codes::SaveCard>,
    /// Which card is meant. `paymentoption` · Integer, code list payment-option · conditional, condition undocumented · faspay/card/token-payment-direct#request row 9
    pub paymentoption: Option<super::codes::PaymentOption>,
    /// The token from an earlier result. `PYMT_TOKEN` · Varchar(40), at most 40 characters · mandatory when `pymt_criteria == "payment"` · faspay/card/token-payment-window#request row 3
    pub pymt_token: Option<rt::Secret>,
}
impl rt::Request for TokenDirect {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_data_tables::TOKEN_DIRECT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(1, &self.transactiontype);
        v.set(4, &self.merchant_tranid);
        v.set(5, &self.optional.lang);
        v.set(7, &self.amount);
        v.set(9, &self.custname);
        v.set(10, &self.custemail);
        v.set(11, &self.shopper_ip);
        v.set(12, &self.optional.description);
        v.set(13, &self.response_type);
        v.set(14, &self.optional.return_url);
        v.set(15, &self.optional.billing_address);
        v.set(16, &self.optional.billing_address_city);
        v.set(17, &self.optional.billing_address_region);
        v.set(18, &self.optional.billing_address_state);
        v.set(19, &self.optional.billing_address_poscode);
        v.set(20, &self.optional.billing_address_country_code);
        v.set(21, &self.optional.receiver_name_for_shipping);
        v.set(22, &self.optional.shipping_address);
        v.set(23, &self.optional.shipping_address_city);
        v.set(24, &self.optional.shipping_address_region);
        v.set(25, &self.optional.shipping_address_state);
        v.set(26, &self.optional.shipping_address_poscode);
        v.set(27, &self.optional.shipping_address_country_code);
        v.set(28, &self.optional.shippingcost);
        v.set(29, &self.optional.phone_no);
        v.set(30, &self.optional.mref1);
        v.set(31, &self.optional.mref2);
        v.set(32, &self.optional.mref3);
        v.set(33, &self.optional.mref4);
        v.set(34, &self.optional.mref5);
        v.set(35, &self.optional.mref6);
        v.set(36, &self.optional.mref7);
        v.set(37, &self.optional.mref8);
        v.set(38, &self.optional.mref9);
        v.set(39, &self.optional.mref10);
        v.set(40, &self.optional.mparam1);
        v.set(41, &self.optional.mparam2);
        v.set(42, &self.optional.customer_ref);
        v.set(43, &self.optional.frisk1);
        v.set(44, &self.optional.frisk2);
        v.set(45, &self.optional.domicile_address);
        v.set(46, &self.optional.domicile_address_city);
        v.set(47, &self.optional.domicile_address_region);
        v.set(48, &self.optional.domicile_address_state);
        v.set(49, &self.optional.domicile_address_poscode);
        v.set(50, &self.optional.domicile_address_country_code);
        v.set(51, &self.optional.domicile_phone_no);
        v.set(52, &self.optional.handshake_url);
        v.set(53, &self.optional.handshake_param);
        v.set(54, &self.optional.style_image_url);
        v.set(55, &self.optional.card_issuer_bank);
        v.set(56, &self.optional.card_identity_ref_type);
        v.set(57, &self.optional.card_identity_ref);
        v.set(58, &self.optional.card_phone);
        v.set(59, &self.optional.card_bill_addr);
        v.set(60, &self.optional.card_bill_addr_poscode);
        v.set(61, &self.optional.card_bill_addr_city);
        v.set(62, &self.optional.card_bill_addr_region);
        v.set(63, &self.optional.card_bill_addr_state);
        v.set(64, &self.optional.card_bill_addr_country_code);
        v.set(65, &self.optional.card_email);
        v.set(66, &self.optional.cardname);
        v.set(67, &self.optional.cardtype);
        v.set(68, &self.optional.cardno);
        v.set(69, &self.optional.cardcvc);
        v.set(70, &self.optional.expirymonth);
        v.set(71, &self.optional.expiryyear);
        v.set(72, &self.optional.card_issuer_bank_country_code);
        v.set(73, &self.optional.savecard);
        v.set(74, &self.optional.paymentoption);
        v.set(76, &self.pymt_criteria);
        v.set(77, &self.optional.pymt_token);
    }
}
impl rt::BrowserForm for TokenDirect {}
