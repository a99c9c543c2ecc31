// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

pub use super::received::{
    PaymentCallback, InitiateReply, OneClickReply, PlainReply, StatusReply, ThreeDsReply,
};
use ::faspay_runtime as rt;
/// Cancels an order that isn't paid yet.
///
/// `finpay.card.cancel`, page card/cancel. The merchant's server asks for it with GET.
#[derive(Clone, Debug)]
pub struct Cancel {
    /// The merchant's own id of the order. `orderId` · Alpha Dash(30), at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/operations/card/cancel.yaml
    pub order_id: String,
}
impl rt::Request for Cancel {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::CANCEL;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.order_id);
    }
}
impl rt::ServerForm for Cancel {
    type Reply = super::received::PlainReply;
}
/// Asks what became of a payment. Changes nothing; it is what settles a payment whose callback is in doubt.
///
/// `finpay.card.check-status`, page card/check-status. The merchant's server asks for it with GET.
#[derive(Clone, Debug)]
pub struct CheckStatus {
    /// The merchant's own id of the order. `orderId` · Alpha Dash(30), at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/operations/card/check-status.yaml
    pub order_id: String,
}
impl rt::Request for CheckStatus {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::CHECK_STATUS;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.order_id);
    }
}
impl rt::ServerForm for CheckStatus {
    type Reply = super::received::StatusReply;
}
/// Forgets a stored card.
///
/// `finpay.card.delete-stored-card`, page card/delete-stored-card. The merchant's server asks for it with GET.
#[derive(Clone, Debug)]
pub struct DeleteStoredCard {
    /// The stored card's token. `cardToken` · String, text · mandatory · finpay/operations/card/delete-stored-card.yaml
    pub card_token: rt::Secret,
}
impl rt::Request for DeleteStoredCard {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::DELETE_STORED_CARD;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.card_token);
    }
}
impl rt::ServerForm for DeleteStoredCard {
    type Reply = super::received::PlainReply;
}
/// Starts a payment on Finpay's page; the answer says where to send the shopper.
///
/// `finpay.card.initiate`, page card/initiate. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct Initiate {
    /// What is paid. `order` · Object, object · mandatory · finpay/card/initiate#request row 1
    pub order: InitiateOrder,
    /// Who pays. `customer` · Object, object · mandatory · finpay/card/initiate#request row 2
    pub customer: InitiateCustomer,
    /// Where results go. `url` · Object, object · mandatory · finpay/card/initiate#request row 3
    pub url: InitiateUrl,
    /// What the shopper pays with. `sourceOfFunds` · Object, object · mandatory · finpay/card/initiate#request row 9
    pub source_of_funds: InitiateSourceOfFunds,
    /// What may be left out.
    pub optional: InitiateOptional,
}
/// What may be left out of `Initiate`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateOptional {
    /// Who is billed. `billing` · Object, object · optional · finpay/card/initiate#request row 4
    pub billing: Option<InitiateBilling>,
    /// Where the goods go. `shipping` · Object, object · optional · finpay/card/initiate#request row 5
    pub shipping: Option<InitiateShipping>,
    /// Data of the merchant's own, under `data`. `meta` · Object, JSON object · optional · finpay/card/initiate#request row 6
    pub meta: Option<rt::JsonObject>,
    /// The shopper's device; what it is made of isn't known. `device` · Object, JSON object · optional · finpay/card/initiate#request row 10
    pub device: Option<rt::JsonObject>,
}
/// What is paid.
///
/// The object `order` of `Initiate`.
#[derive(Clone, Debug)]
pub struct InitiateOrder {
    /// The merchant's own id of the order. `id` · Alpha Dash, at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/objects/order#fields row 1
    pub id: String,
    /// What the shopper pays. `amount` · Numeric, amount, printed with 0 decimals · mandatory · finpay/objects/order#fields row 2
    ///
    /// Corrected: the page says presence C for `order.amount`, we use presence M, because every sample has it, and what comes back can't be compared without it.
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: InitiateOrderOptional,
}
/// What may be left out of `InitiateOrder`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateOrderOptional {
    /// What is bought. `description` · String, at most 127 characters · conditional, condition undocumented · finpay/objects/order#fields row 4
    pub description: Option<String>,
    /// Minutes until the order expires; a day when left out. `timeout` · Numeric, whole number of at most 8 digits · optional · finpay/objects/order#fields row 5
    pub timeout: Option<u64>,
    /// What the items cost together. `itemAmount` · Numeric, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 6
    pub item_amount: Option<rt::Amount>,
    /// The merchant's local tax number. `localTaxRegistrationId` · String, at most 25 characters · optional · finpay/objects/order#fields row 7
    pub local_tax_registration_id: Option<String>,
    /// The merchant's category. `merchantCategoryCode` · String, exactly 4 characters · optional · finpay/objects/order#fields row 8
    pub merchant_category_code: Option<String>,
    /// What is added for the way of payment. `surchargeAmount` · String, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 9
    pub surcharge_amount: Option<rt::Amount>,
    /// The items, one by one. Some e-wallets ask for them. `item` · Array of Object, list of objects · optional · finpay/objects/order#fields row 10
    pub item: Option<Vec<InitiateOrderItemElement>>,
    /// Filters for the transaction; what they are made of isn't known. `transactionFiltering` · Object, JSON object · optional · finpay/objects/order#fields row 11
    pub transaction_filtering: Option<rt::JsonObject>,
}
/// Who pays.
///
/// The object `customer` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateCustomer {
    /// What may be left out.
    pub optional: InitiateCustomerOptional,
}
/// What may be left out of `InitiateCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateCustomerOptional {
    /// The merchant's own id of the customer; stored cards belong to it. `id` · String, at most 320 characters · conditional, condition undocumented · finpay/objects/customer#fields row 1
    pub id: Option<String>,
    /// E-mail address. `email` · Email, at most 320 characters · conditional, condition undocumented · finpay/objects/customer#fields row 2
    pub email: Option<String>,
    /// First name. `firstName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 3
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 4
    pub last_name: Option<String>,
    /// Mobile phone number with the country's code, `+62…`. Integrations report that it is asked for. `mobilePhone` · Phone, at most 20 characters · conditional, condition undocumented · finpay/objects/customer#fields row 5
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, at most 15 characters · optional · finpay/objects/customer#fields row 6
    pub phone: Option<String>,
    /// Tax number. `taxRegistrationId` · String, at most 30 characters · optional · finpay/objects/customer#fields row 7
    pub tax_registration_id: Option<String>,
    /// The customer's account at the merchant. `account` · Object, object · optional · finpay/objects/customer#fields row 8
    pub account: Option<InitiateCustomerAccount>,
}
/// The customer's account at the merchant.
///
/// The object `customer.account` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateCustomerAccount {
    /// What may be left out.
    pub optional: InitiateCustomerAccountOptional,
}
/// What may be left out of `InitiateCustomerAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateCustomerAccountOptional {
    /// Id of the account. `id` · String, text · optional · partial · finpay/objects/customer#account row 1
    pub id: Option<String>,
}
/// Where results go.
///
/// The object `url` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateUrl {
    /// What may be left out.
    pub optional: InitiateUrlOptional,
}
/// What may be left out of `InitiateUrl`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateUrlOptional {
    /// Where Finpay's server tells the result. `callbackUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 1
    pub callback_url: Option<String>,
    /// Where the shopper goes after success. `successUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 2
    pub success_url: Option<String>,
    /// Where the shopper goes after failure. `failUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 3
    pub fail_url: Option<String>,
    /// Where the shopper goes on turning back; known from integrations only. `backUrl` · URI, http or https URL · optional · inferred · finpay/objects/url#fields row 4
    pub back_url: Option<String>,
}
/// Who is billed.
///
/// The object `billing` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateBilling {
    /// What may be left out.
    pub optional: InitiateBillingOptional,
}
/// What may be left out of `InitiateBilling`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateBillingOptional {
    /// Billing address. `address` · Object, object · optional · finpay/objects/billing#fields row 1
    pub address: Option<InitiateBillingAddress>,
}
/// Billing address.
///
/// The object `billing.address` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateBillingAddress {
    /// What may be left out.
    pub optional: InitiateBillingAddressOptional,
}
/// What may be left out of `InitiateBillingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateBillingAddressOptional {
    /// City. `city` · String, text · optional · partial · finpay/objects/billing#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, text · optional · partial · finpay/objects/billing#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · partial · finpay/objects/billing#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/billing#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, text · optional · partial · finpay/objects/billing#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, text · optional · partial · finpay/objects/billing#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, text · optional · partial · finpay/objects/billing#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, text · optional · partial · finpay/objects/billing#address row 8
    pub street2: Option<String>,
}
/// Where the goods go.
///
/// The object `shipping` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateShipping {
    /// What may be left out.
    pub optional: InitiateShippingOptional,
}
/// What may be left out of `InitiateShipping`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateShippingOptional {
    /// How they are shipped; a sample says SAME_DAY, a list isn't known. `method` · Enum, at most 20 characters · optional · finpay/objects/shipping#fields row 1
    pub method: Option<String>,
    /// Where they come from. `origin` · Object, object · optional · finpay/objects/shipping#fields row 2
    pub origin: Option<InitiateShippingOrigin>,
    /// Who receives them. `contact` · Object, object · optional · finpay/objects/shipping#fields row 3
    pub contact: Option<InitiateShippingContact>,
    /// Shipping address. `address` · Object, object · optional · finpay/objects/shipping#fields row 4
    pub address: Option<InitiateShippingAddress>,
}
/// Where they come from.
///
/// The object `shipping.origin` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateShippingOrigin {
    /// What may be left out.
    pub optional: InitiateShippingOriginOptional,
}
/// What may be left out of `InitiateShippingOrigin`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateShippingOriginOptional {
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/shipping#origin row 1
    pub postcode_zip: Option<String>,
}
/// Who receives them.
///
/// The object `shipping.contact` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateShippingContact {
    /// What may be left out.
    pub optional: InitiateShippingContactOptional,
}
/// What may be left out of `InitiateShippingContact`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateShippingContactOptional {
    /// E-mail address. `email` · Email, text · optional · partial · finpay/objects/shipping#contact row 1
    pub email: Option<String>,
    /// First name. `firstName` · String, text · optional · partial · finpay/objects/shipping#contact row 2
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, text · optional · partial · finpay/objects/shipping#contact row 3
    pub last_name: Option<String>,
    /// Mobile phone number. `mobilePhone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 4
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 5
    pub phone: Option<String>,
}
/// Shipping address.
///
/// The object `shipping.address` of `Initiate`.
#[derive(Clone, Debug, Default)]
pub struct InitiateShippingAddress {
    /// What may be left out.
    pub optional: InitiateShippingAddressOptional,
}
/// What may be left out of `InitiateShippingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateShippingAddressOptional {
    /// City. `city` · String, at most 100 characters · optional · finpay/objects/shipping#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, at most 100 characters · optional · finpay/objects/shipping#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · finpay/objects/shipping#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · Alpha Dash, at most 10 characters (ASCII letter, digit, `-` or `_` each) · optional · finpay/objects/shipping#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, at most 20 characters · optional · finpay/objects/shipping#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, at most 3 characters · optional · finpay/objects/shipping#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, at most 100 characters · optional · finpay/objects/shipping#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, at most 100 characters · optional · finpay/objects/shipping#address row 8
    pub street2: Option<String>,
    /// Where the address comes from; its values aren't known. `source` · String, at most 20 characters · optional · finpay/objects/shipping#address row 9
    pub source: Option<String>,
    /// Whether it is the billing address; a sample says SAME, a list isn't known. `sameAsBilling` · String, text · optional · sampled · finpay/objects/shipping#address row 10
    pub same_as_billing: Option<String>,
}
/// What the shopper pays with.
///
/// The object `sourceOfFunds` of `Initiate`.
#[derive(Clone, Debug)]
pub struct InitiateSourceOfFunds {
    /// The kind. `type` · Enum, code list source-of-funds · mandatory · sampled · finpay/objects/source-of-funds#fields row 1
    pub r#type: super::codes::SourceOfFundsType,
    /// What may be left out.
    pub optional: InitiateSourceOfFundsOptional,
}
/// What may be left out of `InitiateSourceOfFunds`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateSourceOfFundsOptional {
    /// A code to pay with; for virtual accounts. `paymentCode` · String, text · optional · sampled · finpay/objects/source-of-funds#fields row 2
    pub payment_code: Option<String>,
    /// The shopper's account; for OVO the phone number as it is dialled at home. `accountId` · String, text · optional · inferred · finpay/objects/source-of-funds#fields row 3
    pub account_id: Option<String>,
}
impl rt::Request for Initiate {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::INITIATE;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.given(0);
        v.set(1, &self.order.id);
        v.set(2, &self.order.amount);
        v.set(4, &self.order.optional.description);
        v.set(5, &self.order.optional.timeout);
        v.set(6, &self.order.optional.item_amount);
        v.set(7, &self.order.optional.local_tax_registration_id);
        v.set(8, &self.order.optional.merchant_category_code);
        v.set(9, &self.order.optional.surcharge_amount);
        v.set(10, &self.order.optional.item);
        v.set(11, &self.order.optional.transaction_filtering);
        v.given(12);
        v.set(13, &self.customer.optional.id);
        v.set(14, &self.customer.optional.email);
        v.set(15, &self.customer.optional.first_name);
        v.set(16, &self.customer.optional.last_name);
        v.set(17, &self.customer.optional.mobile_phone);
        v.set(18, &self.customer.optional.phone);
        v.set(19, &self.customer.optional.tax_registration_id);
        if let Some(object) = &self.customer.optional.account {
            v.given(20);
            v.set(21, &object.optional.id);
        }
        v.given(22);
        v.set(23, &self.url.optional.callback_url);
        v.set(24, &self.url.optional.success_url);
        v.set(25, &self.url.optional.fail_url);
        v.set(26, &self.url.optional.back_url);
        if let Some(object) = &self.optional.billing {
            v.given(27);
            if let Some(object) = &object.optional.address {
                v.given(28);
                v.set(29, &object.optional.city);
                v.set(30, &object.optional.company);
                v.set(31, &object.optional.country);
                v.set(32, &object.optional.postcode_zip);
                v.set(33, &object.optional.state_province);
                v.set(34, &object.optional.state_province_code);
                v.set(35, &object.optional.street);
                v.set(36, &object.optional.street2);
            }
        }
        if let Some(object) = &self.optional.shipping {
            v.given(37);
            v.set(38, &object.optional.method);
            if let Some(object) = &object.optional.origin {
                v.given(39);
                v.set(40, &object.optional.postcode_zip);
            }
            if let Some(object) = &object.optional.contact {
                v.given(41);
                v.set(42, &object.optional.email);
                v.set(43, &object.optional.first_name);
                v.set(44, &object.optional.last_name);
                v.set(45, &object.optional.mobile_phone);
                v.set(46, &object.optional.phone);
            }
            if let Some(object) = &object.optional.address {
                v.given(47);
                v.set(48, &object.optional.city);
                v.set(49, &object.optional.company);
                v.set(50, &object.optional.country);
                v.set(51, &object.optional.postcode_zip);
                v.set(52, &object.optional.state_province);
                v.set(53, &object.optional.state_province_code);
                v.set(54, &object.optional.street);
                v.set(55, &object.optional.street2);
                v.set(56, &object.optional.source);
                v.set(57, &object.optional.same_as_billing);
            }
        }
        v.set(58, &self.optional.meta);
        v.given(59);
        v.set(60, &self.source_of_funds.r#type);
        v.set(61, &self.source_of_funds.optional.payment_code);
        v.set(62, &self.source_of_funds.optional.account_id);
        v.set(63, &self.optional.device);
    }
}
impl rt::ServerForm for Initiate {
    type Reply = super::received::InitiateReply;
}
/// The items, one by one. Some e-wallets ask for them.
///
/// One element of `order.item` of `Initiate`.
#[derive(Clone, Debug)]
pub struct InitiateOrderItemElement {
    /// What may be left out.
    pub optional: InitiateOrderItemElementOptional,
}
/// What may be left out of `InitiateOrderItemElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct InitiateOrderItemElementOptional {
    /// Brand. `brand` · text · optional · sampled · finpay/objects/order-item#fields row 1
    pub brand: Option<String>,
    /// Category. `category` · text · optional · sampled · finpay/objects/order-item#fields row 2
    pub category: Option<String>,
    /// What it is. `description` · text · optional · sampled · finpay/objects/order-item#fields row 3
    pub description: Option<String>,
    /// Category in the industry. `industryCategory` · text · optional · sampled · finpay/objects/order-item#fields row 4
    pub industry_category: Option<String>,
    /// Name. `name` · text · optional · sampled · finpay/objects/order-item#fields row 5
    pub name: Option<String>,
    /// How many. `quantity` · text · optional · sampled · finpay/objects/order-item#fields row 6
    pub quantity: Option<String>,
    /// The merchant's number of the article. `sku` · text · optional · sampled · finpay/objects/order-item#fields row 7
    pub sku: Option<String>,
    /// Discount on one. `unitDiscountAmount` · text · optional · sampled · finpay/objects/order-item#fields row 8
    pub unit_discount_amount: Option<String>,
    /// What the quantity counts. `unitOfMeasure` · text · optional · sampled · finpay/objects/order-item#fields row 9
    pub unit_of_measure: Option<String>,
    /// Price of one. `unitPrice` · text · optional · sampled · finpay/objects/order-item#fields row 10
    pub unit_price: Option<String>,
    /// Tax on one. `unitTaxAmount` · text · optional · sampled · finpay/objects/order-item#fields row 11
    pub unit_tax_amount: Option<String>,
}
impl rt::Element for InitiateOrderItemElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::INITIATE_ORDER_ITEM_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.brand);
        v.set(1, &self.optional.category);
        v.set(2, &self.optional.description);
        v.set(3, &self.optional.industry_category);
        v.set(4, &self.optional.name);
        v.set(5, &self.optional.quantity);
        v.set(6, &self.optional.sku);
        v.set(7, &self.optional.unit_discount_amount);
        v.set(8, &self.optional.unit_of_measure);
        v.set(9, &self.optional.unit_price);
        v.set(10, &self.optional.unit_tax_amount);
    }
}
/// Takes a payment with a stored card at once; the shopper is sent nowhere. That the request was taken isn't a payment yet: the callback tells, or a check of the status.
///
/// `finpay.card.one-click`, page card/one-click, partial. The merchant's server posts it, as JSON.
///
/// Known in part: of the page no table is known, only the address and that the answer carries the status with no redirect in between; what is sent, and that a callback follows, is inferred from every other payment with a stored card, and of the answer nothing is read but whether the request was taken.
#[derive(Clone, Debug)]
pub struct OneClick {
    /// What is paid. `order` · Object, object · mandatory · inferred · finpay/operations/card/one-click.yaml
    pub order: OneClickOrder,
    /// Who pays. `customer` · Object, object · mandatory · inferred · finpay/operations/card/one-click.yaml
    pub customer: OneClickCustomer,
    /// Where results go. `url` · Object, object · mandatory · inferred · finpay/operations/card/one-click.yaml
    pub url: OneClickUrl,
    /// The card. `card` · Object, object · mandatory · inferred · finpay/operations/card/one-click.yaml
    pub card: OneClickCard,
    /// What the shopper pays with. `sourceOfFunds` · Object, object · mandatory · inferred · finpay/operations/card/one-click.yaml
    pub source_of_funds: OneClickSourceOfFunds,
}
/// What is paid.
///
/// The object `order` of `OneClick`.
#[derive(Clone, Debug)]
pub struct OneClickOrder {
    /// The merchant's own id of the order. `id` · Alpha Dash, at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/objects/order#fields row 1
    pub id: String,
    /// What the shopper pays. `amount` · Numeric, amount, printed with 0 decimals · mandatory · finpay/objects/order#fields row 2
    ///
    /// Corrected: the page says presence C for `order.amount`, we use presence M, because every sample has it, and what comes back can't be compared without it.
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: OneClickOrderOptional,
}
/// What may be left out of `OneClickOrder`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct OneClickOrderOptional {
    /// What is bought. `description` · String, at most 127 characters · conditional, condition undocumented · finpay/objects/order#fields row 4
    pub description: Option<String>,
    /// Minutes until the order expires; a day when left out. `timeout` · Numeric, whole number of at most 8 digits · optional · finpay/objects/order#fields row 5
    pub timeout: Option<u64>,
    /// What the items cost together. `itemAmount` · Numeric, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 6
    pub item_amount: Option<rt::Amount>,
    /// The merchant's local tax number. `localTaxRegistrationId` · String, at most 25 characters · optional · finpay/objects/order#fields row 7
    pub local_tax_registration_id: Option<String>,
    /// The merchant's category. `merchantCategoryCode` · String, exactly 4 characters · optional · finpay/objects/order#fields row 8
    pub merchant_category_code: Option<String>,
    /// What is added for the way of payment. `surchargeAmount` · String, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 9
    pub surcharge_amount: Option<rt::Amount>,
    /// The items, one by one. Some e-wallets ask for them. `item` · Array of Object, list of objects · optional · finpay/objects/order#fields row 10
    pub item: Option<Vec<OneClickOrderItemElement>>,
    /// Filters for the transaction; what they are made of isn't known. `transactionFiltering` · Object, JSON object · optional · finpay/objects/order#fields row 11
    pub transaction_filtering: Option<rt::JsonObject>,
}
/// Who pays.
///
/// The object `customer` of `OneClick`.
#[derive(Clone, Debug)]
pub struct OneClickCustomer {
    /// The merchant's own id of the customer; stored cards belong to it. `id` · String, at most 320 characters · mandatory · finpay/objects/customer#fields row 1
    ///
    /// Corrected: the page says presence C for `customer.id`, we use presence M, because stored cards are found by it, so a payment that stores or uses one says whose it is.
    pub id: String,
    /// What may be left out.
    pub optional: OneClickCustomerOptional,
}
/// What may be left out of `OneClickCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct OneClickCustomerOptional {
    /// E-mail address. `email` · Email, at most 320 characters · conditional, condition undocumented · finpay/objects/customer#fields row 2
    pub email: Option<String>,
    /// First name. `firstName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 3
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 4
    pub last_name: Option<String>,
    /// Mobile phone number with the country's code, `+62…`. Integrations report that it is asked for. `mobilePhone` · Phone, at most 20 characters · conditional, condition undocumented · finpay/objects/customer#fields row 5
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, at most 15 characters · optional · finpay/objects/customer#fields row 6
    pub phone: Option<String>,
    /// Tax number. `taxRegistrationId` · String, at most 30 characters · optional · finpay/objects/customer#fields row 7
    pub tax_registration_id: Option<String>,
    /// The customer's account at the merchant. `account` · Object, object · optional · finpay/objects/customer#fields row 8
    pub account: Option<OneClickCustomerAccount>,
}
/// The customer's account at the merchant.
///
/// The object `customer.account` of `OneClick`.
#[derive(Clone, Debug, Default)]
pub struct OneClickCustomerAccount {
    /// What may be left out.
    pub optional: OneClickCustomerAccountOptional,
}
/// What may be left out of `OneClickCustomerAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct OneClickCustomerAccountOptional {
    /// Id of the account. `id` · String, text · optional · partial · finpay/objects/customer#account row 1
    pub id: Option<String>,
}
/// Where results go.
///
/// The object `url` of `OneClick`.
#[derive(Clone, Debug, Default)]
pub struct OneClickUrl {
    /// What may be left out.
    pub optional: OneClickUrlOptional,
}
/// What may be left out of `OneClickUrl`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct OneClickUrlOptional {
    /// Where Finpay's server tells the result. `callbackUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 1
    pub callback_url: Option<String>,
    /// Where the shopper goes after success. `successUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 2
    pub success_url: Option<String>,
    /// Where the shopper goes after failure. `failUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 3
    pub fail_url: Option<String>,
    /// Where the shopper goes on turning back; known from integrations only. `backUrl` · URI, http or https URL · optional · inferred · finpay/objects/url#fields row 4
    pub back_url: Option<String>,
}
/// The card.
///
/// The object `card` of `OneClick`.
#[derive(Clone, Debug)]
pub struct OneClickCard {
    /// A stored card's token. `token` · String, text · mandatory · sampled · finpay/objects/card#request row 1
    ///
    /// Corrected: the page says presence O for `card.token`, we use presence M, because without it no stored card pays.
    pub token: rt::Secret,
}
/// What the shopper pays with.
///
/// The object `sourceOfFunds` of `OneClick`.
#[derive(Clone, Debug, Default)]
pub struct OneClickSourceOfFunds {
    /// What may be left out.
    pub optional: OneClickSourceOfFundsOptional,
}
/// What may be left out of `OneClickSourceOfFunds`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct OneClickSourceOfFundsOptional {
    /// A code to pay with; for virtual accounts. `paymentCode` · String, text · optional · sampled · finpay/objects/source-of-funds#fields row 2
    pub payment_code: Option<String>,
    /// The shopper's account; for OVO the phone number as it is dialled at home. `accountId` · String, text · optional · inferred · finpay/objects/source-of-funds#fields row 3
    pub account_id: Option<String>,
}
impl rt::Request for OneClick {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::ONE_CLICK;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.given(0);
        v.set(1, &self.order.id);
        v.set(2, &self.order.amount);
        v.set(4, &self.order.optional.description);
        v.set(5, &self.order.optional.timeout);
        v.set(6, &self.order.optional.item_amount);
        v.set(7, &self.order.optional.local_tax_registration_id);
        v.set(8, &self.order.optional.merchant_category_code);
        v.set(9, &self.order.optional.surcharge_amount);
        v.set(10, &self.order.optional.item);
        v.set(11, &self.order.optional.transaction_filtering);
        v.given(12);
        v.set(13, &self.customer.id);
        v.set(14, &self.customer.optional.email);
        v.set(15, &self.customer.optional.first_name);
        v.set(16, &self.customer.optional.last_name);
        v.set(17, &self.customer.optional.mobile_phone);
        v.set(18, &self.customer.optional.phone);
        v.set(19, &self.customer.optional.tax_registration_id);
        if let Some(object) = &self.customer.optional.account {
            v.given(20);
            v.set(21, &object.optional.id);
        }
        v.given(22);
        v.set(23, &self.url.optional.callback_url);
        v.set(24, &self.url.optional.success_url);
        v.set(25, &self.url.optional.fail_url);
        v.set(26, &self.url.optional.back_url);
        v.given(27);
        v.set(28, &self.card.token);
        v.given(30);
        v.set(32, &self.source_of_funds.optional.payment_code);
        v.set(33, &self.source_of_funds.optional.account_id);
    }
}
impl rt::ServerForm for OneClick {
    type Reply = super::received::OneClickReply;
}
/// The items, one by one. Some e-wallets ask for them.
///
/// One element of `order.item` of `OneClick`.
#[derive(Clone, Debug)]
pub struct OneClickOrderItemElement {
    /// What may be left out.
    pub optional: OneClickOrderItemElementOptional,
}
/// What may be left out of `OneClickOrderItemElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct OneClickOrderItemElementOptional {
    /// Brand. `brand` · text · optional · sampled · finpay/objects/order-item#fields row 1
    pub brand: Option<String>,
    /// Category. `category` · text · optional · sampled · finpay/objects/order-item#fields row 2
    pub category: Option<String>,
    /// What it is. `description` · text · optional · sampled · finpay/objects/order-item#fields row 3
    pub description: Option<String>,
    /// Category in the industry. `industryCategory` · text · optional · sampled · finpay/objects/order-item#fields row 4
    pub industry_category: Option<String>,
    /// Name. `name` · text · optional · sampled · finpay/objects/order-item#fields row 5
    pub name: Option<String>,
    /// How many. `quantity` · text · optional · sampled · finpay/objects/order-item#fields row 6
    pub quantity: Option<String>,
    /// The merchant's number of the article. `sku` · text · optional · sampled · finpay/objects/order-item#fields row 7
    pub sku: Option<String>,
    /// Discount on one. `unitDiscountAmount` · text · optional · sampled · finpay/objects/order-item#fields row 8
    pub unit_discount_amount: Option<String>,
    /// What the quantity counts. `unitOfMeasure` · text · optional · sampled · finpay/objects/order-item#fields row 9
    pub unit_of_measure: Option<String>,
    /// Price of one. `unitPrice` · text · optional · sampled · finpay/objects/order-item#fields row 10
    pub unit_price: Option<String>,
    /// Tax on one. `unitTaxAmount` · text · optional · sampled · finpay/objects/order-item#fields row 11
    pub unit_tax_amount: Option<String>,
}
impl rt::Element for OneClickOrderItemElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::ONE_CLICK_ORDER_ITEM_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.brand);
        v.set(1, &self.optional.category);
        v.set(2, &self.optional.description);
        v.set(3, &self.optional.industry_category);
        v.set(4, &self.optional.name);
        v.set(5, &self.optional.quantity);
        v.set(6, &self.optional.sku);
        v.set(7, &self.optional.unit_discount_amount);
        v.set(8, &self.optional.unit_of_measure);
        v.set(9, &self.optional.unit_price);
        v.set(10, &self.optional.unit_tax_amount);
    }
}
/// Starts a payment that is repeated by schedule.
///
/// `finpay.card.recurring`, page card/recurring, partial. The merchant's server posts it, as JSON.
///
/// Known in part: the page's own address is not known, so it goes where every other initiation goes; rows nine to eleven of its object are not known either.
#[derive(Clone, Debug)]
pub struct Recurring {
    /// What is paid. `order` · Object, object · mandatory · finpay/card/recurring#request row 1
    pub order: RecurringOrder,
    /// Who pays. `customer` · Object, object · mandatory · finpay/card/recurring#request row 2
    pub customer: RecurringCustomer,
    /// Where results go. `url` · Object, object · mandatory · finpay/card/recurring#request row 3
    pub url: RecurringUrl,
    /// The schedule. `recurring` · Object, object · mandatory · finpay/card/recurring#request row 8
    pub recurring: RecurringRecurring,
    /// What the shopper pays with. `sourceOfFunds` · Object, object · mandatory · finpay/card/recurring#request row 9
    pub source_of_funds: RecurringSourceOfFunds,
    /// What may be left out.
    pub optional: RecurringOptional,
}
/// What may be left out of `Recurring`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringOptional {
    /// Who is billed. `billing` · Object, object · optional · finpay/card/recurring#request row 4
    pub billing: Option<RecurringBilling>,
    /// Where the goods go. `shipping` · Object, object · optional · finpay/card/recurring#request row 5
    pub shipping: Option<RecurringShipping>,
    /// Data of the merchant's own, under `data`. `meta` · Object, JSON object · optional · finpay/card/recurring#request row 6
    pub meta: Option<rt::JsonObject>,
    /// The card. `card` · Object, object · optional · finpay/card/recurring#request row 7
    pub card: Option<RecurringCard>,
    /// The shopper's device; what it is made of isn't known. `device` · Object, JSON object · optional · finpay/card/recurring#request row 10
    pub device: Option<rt::JsonObject>,
}
/// What is paid.
///
/// The object `order` of `Recurring`.
#[derive(Clone, Debug)]
pub struct RecurringOrder {
    /// The merchant's own id of the order. `id` · Alpha Dash, at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/objects/order#fields row 1
    pub id: String,
    /// What the shopper pays. `amount` · Numeric, amount, printed with 0 decimals · mandatory · finpay/objects/order#fields row 2
    ///
    /// Corrected: the page says presence C for `order.amount`, we use presence M, because every sample has it, and what comes back can't be compared without it.
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: RecurringOrderOptional,
}
/// What may be left out of `RecurringOrder`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringOrderOptional {
    /// What is bought. `description` · String, at most 127 characters · conditional, condition undocumented · finpay/objects/order#fields row 4
    pub description: Option<String>,
    /// Minutes until the order expires; a day when left out. `timeout` · Numeric, whole number of at most 8 digits · optional · finpay/objects/order#fields row 5
    pub timeout: Option<u64>,
    /// What the items cost together. `itemAmount` · Numeric, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 6
    pub item_amount: Option<rt::Amount>,
    /// The merchant's local tax number. `localTaxRegistrationId` · String, at most 25 characters · optional · finpay/objects/order#fields row 7
    pub local_tax_registration_id: Option<String>,
    /// The merchant's category. `merchantCategoryCode` · String, exactly 4 characters · optional · finpay/objects/order#fields row 8
    pub merchant_category_code: Option<String>,
    /// What is added for the way of payment. `surchargeAmount` · String, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 9
    pub surcharge_amount: Option<rt::Amount>,
    /// The items, one by one. Some e-wallets ask for them. `item` · Array of Object, list of objects · optional · finpay/objects/order#fields row 10
    pub item: Option<Vec<RecurringOrderItemElement>>,
    /// Filters for the transaction; what they are made of isn't known. `transactionFiltering` · Object, JSON object · optional · finpay/objects/order#fields row 11
    pub transaction_filtering: Option<rt::JsonObject>,
}
/// Who pays.
///
/// The object `customer` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringCustomer {
    /// What may be left out.
    pub optional: RecurringCustomerOptional,
}
/// What may be left out of `RecurringCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringCustomerOptional {
    /// The merchant's own id of the customer; stored cards belong to it. `id` · String, at most 320 characters · conditional, condition undocumented · finpay/objects/customer#fields row 1
    pub id: Option<String>,
    /// E-mail address. `email` · Email, at most 320 characters · conditional, condition undocumented · finpay/objects/customer#fields row 2
    pub email: Option<String>,
    /// First name. `firstName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 3
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 4
    pub last_name: Option<String>,
    /// Mobile phone number with the country's code, `+62…`. Integrations report that it is asked for. `mobilePhone` · Phone, at most 20 characters · conditional, condition undocumented · finpay/objects/customer#fields row 5
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, at most 15 characters · optional · finpay/objects/customer#fields row 6
    pub phone: Option<String>,
    /// Tax number. `taxRegistrationId` · String, at most 30 characters · optional · finpay/objects/customer#fields row 7
    pub tax_registration_id: Option<String>,
    /// The customer's account at the merchant. `account` · Object, object · optional · finpay/objects/customer#fields row 8
    pub account: Option<RecurringCustomerAccount>,
}
/// The customer's account at the merchant.
///
/// The object `customer.account` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringCustomerAccount {
    /// What may be left out.
    pub optional: RecurringCustomerAccountOptional,
}
/// What may be left out of `RecurringCustomerAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringCustomerAccountOptional {
    /// Id of the account. `id` · String, text · optional · partial · finpay/objects/customer#account row 1
    pub id: Option<String>,
}
/// Where results go.
///
/// The object `url` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringUrl {
    /// What may be left out.
    pub optional: RecurringUrlOptional,
}
/// What may be left out of `RecurringUrl`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringUrlOptional {
    /// Where Finpay's server tells the result. `callbackUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 1
    pub callback_url: Option<String>,
    /// Where the shopper goes after success. `successUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 2
    pub success_url: Option<String>,
    /// Where the shopper goes after failure. `failUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 3
    pub fail_url: Option<String>,
    /// Where the shopper goes on turning back; known from integrations only. `backUrl` · URI, http or https URL · optional · inferred · finpay/objects/url#fields row 4
    pub back_url: Option<String>,
}
/// Who is billed.
///
/// The object `billing` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringBilling {
    /// What may be left out.
    pub optional: RecurringBillingOptional,
}
/// What may be left out of `RecurringBilling`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringBillingOptional {
    /// Billing address. `address` · Object, object · optional · finpay/objects/billing#fields row 1
    pub address: Option<RecurringBillingAddress>,
}
/// Billing address.
///
/// The object `billing.address` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringBillingAddress {
    /// What may be left out.
    pub optional: RecurringBillingAddressOptional,
}
/// What may be left out of `RecurringBillingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringBillingAddressOptional {
    /// City. `city` · String, text · optional · partial · finpay/objects/billing#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, text · optional · partial · finpay/objects/billing#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · partial · finpay/objects/billing#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/billing#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, text · optional · partial · finpay/objects/billing#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, text · optional · partial · finpay/objects/billing#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, text · optional · partial · finpay/objects/billing#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, text · optional · partial · finpay/objects/billing#address row 8
    pub street2: Option<String>,
}
/// Where the goods go.
///
/// The object `shipping` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringShipping {
    /// What may be left out.
    pub optional: RecurringShippingOptional,
}
/// What may be left out of `RecurringShipping`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringShippingOptional {
    /// How they are shipped; a sample says SAME_DAY, a list isn't known. `method` · Enum, at most 20 characters · optional · finpay/objects/shipping#fields row 1
    pub method: Option<String>,
    /// Where they come from. `origin` · Object, object · optional · finpay/objects/shipping#fields row 2
    pub origin: Option<RecurringShippingOrigin>,
    /// Who receives them. `contact` · Object, object · optional · finpay/objects/shipping#fields row 3
    pub contact: Option<RecurringShippingContact>,
    /// Shipping address. `address` · Object, object · optional · finpay/objects/shipping#fields row 4
    pub address: Option<RecurringShippingAddress>,
}
/// Where they come from.
///
/// The object `shipping.origin` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringShippingOrigin {
    /// What may be left out.
    pub optional: RecurringShippingOriginOptional,
}
/// What may be left out of `RecurringShippingOrigin`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringShippingOriginOptional {
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/shipping#origin row 1
    pub postcode_zip: Option<String>,
}
/// Who receives them.
///
/// The object `shipping.contact` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringShippingContact {
    /// What may be left out.
    pub optional: RecurringShippingContactOptional,
}
/// What may be left out of `RecurringShippingContact`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringShippingContactOptional {
    /// E-mail address. `email` · Email, text · optional · partial · finpay/objects/shipping#contact row 1
    pub email: Option<String>,
    /// First name. `firstName` · String, text · optional · partial · finpay/objects/shipping#contact row 2
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, text · optional · partial · finpay/objects/shipping#contact row 3
    pub last_name: Option<String>,
    /// Mobile phone number. `mobilePhone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 4
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 5
    pub phone: Option<String>,
}
/// Shipping address.
///
/// The object `shipping.address` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringShippingAddress {
    /// What may be left out.
    pub optional: RecurringShippingAddressOptional,
}
/// What may be left out of `RecurringShippingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringShippingAddressOptional {
    /// City. `city` · String, at most 100 characters · optional · finpay/objects/shipping#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, at most 100 characters · optional · finpay/objects/shipping#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · finpay/objects/shipping#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · Alpha Dash, at most 10 characters (ASCII letter, digit, `-` or `_` each) · optional · finpay/objects/shipping#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, at most 20 characters · optional · finpay/objects/shipping#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, at most 3 characters · optional · finpay/objects/shipping#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, at most 100 characters · optional · finpay/objects/shipping#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, at most 100 characters · optional · finpay/objects/shipping#address row 8
    pub street2: Option<String>,
    /// Where the address comes from; its values aren't known. `source` · String, at most 20 characters · optional · finpay/objects/shipping#address row 9
    pub source: Option<String>,
    /// Whether it is the billing address; a sample says SAME, a list isn't known. `sameAsBilling` · String, text · optional · sampled · finpay/objects/shipping#address row 10
    pub same_as_billing: Option<String>,
}
/// The card.
///
/// The object `card` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringCard {
    /// What may be left out.
    pub optional: RecurringCardOptional,
}
/// What may be left out of `RecurringCard`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringCardOptional {
    /// A stored card's token. `token` · String, text · optional · sampled · finpay/objects/card#request row 1
    pub token: Option<rt::Secret>,
    /// What happens to the card's details. `storedOnFile` · Enum, code list stored-on-file · optional · sampled · finpay/objects/card#request row 2
    pub stored_on_file: Option<super::codes::StoredOnFile>,
}
/// The schedule.
///
/// The object `recurring` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringRecurring {
    /// What may be left out.
    pub optional: RecurringRecurringOptional,
}
/// What may be left out of `RecurringRecurring`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringRecurringOptional {
    /// Code of the product. `productCode` · String, at most 6 characters · optional · finpay/objects/recurring#fields row 1
    pub product_code: Option<String>,
    /// What is charged. `type` · Enum(8), code list recurring-type · mandatory when `recurring.subscribe == "Y"` · finpay/objects/recurring#fields row 2
    ///
    /// Corrected: the page says type Enum for `recurring.type`, we use type Enum(8), because PURCHASE has eight letters, and the page allows six.
    pub r#type: Option<super::codes::RecurringType>,
    /// The merchant's own id of the schedule. `id` · String, at most 30 characters · mandatory when `recurring.subscribe == "Y"` · finpay/objects/recurring#fields row 3
    pub id: Option<String>,
    /// What each charge takes. `amount` · Numeric, amount, printed with 0 decimals · mandatory when `present(recurring.type)` · finpay/objects/recurring#fields row 4
    pub amount: Option<rt::Amount>,
    /// How many units lie between charges. `interval` · Numeric, whole number of at most 2 digits · optional · finpay/objects/recurring#fields row 5
    pub interval: Option<u64>,
    /// The unit; samples say monthly and minutes. `intervalUnit` · Enum, at most 20 characters · optional · finpay/objects/recurring#fields row 6
    pub interval_unit: Option<String>,
    /// How many charges there are. `maxInterval` · Numeric, whole number of at most 2 digits · optional · finpay/objects/recurring#fields row 7
    pub max_interval: Option<u64>,
    /// First day. `startDate` · YYYYMMDD, date, `YYYYMMDD` · optional · finpay/objects/recurring#fields row 8
    pub start_date: Option<rt::Date>,
    /// Last day. `endDate` · YYYYMMDD, date, `YYYYMMDD` · optional · sampled · finpay/operations/card/recurring.yaml
    pub end_date: Option<rt::Date>,
    /// What happens after a charge that failed. `retry` · Object, object · optional · sampled · finpay/operations/card/recurring.yaml
    pub retry: Option<RecurringRecurringRetry>,
    /// Whether the shopper subscribes. `subscribe` · Enum, code list yes · optional · sampled · finpay/operations/card/recurring.yaml
    pub subscribe: Option<super::codes::Yes>,
}
/// What happens after a charge that failed.
///
/// The object `recurring.retry` of `Recurring`.
#[derive(Clone, Debug, Default)]
pub struct RecurringRecurringRetry {
    /// What may be left out.
    pub optional: RecurringRecurringRetryOptional,
}
/// What may be left out of `RecurringRecurringRetry`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringRecurringRetryOptional {
    /// How many units lie between attempts. `interval` · Numeric(2), whole number of at most 2 digits · optional · sampled · finpay/operations/card/recurring.yaml
    pub interval: Option<u64>,
    /// The unit. `intervalUnit` · String, text · optional · sampled · finpay/operations/card/recurring.yaml
    pub interval_unit: Option<String>,
    /// How many attempts there are. `maxInterval` · Numeric(2), whole number of at most 2 digits · optional · sampled · finpay/operations/card/recurring.yaml
    pub max_interval: Option<u64>,
}
/// What the shopper pays with.
///
/// The object `sourceOfFunds` of `Recurring`.
#[derive(Clone, Debug)]
pub struct RecurringSourceOfFunds {
    /// The kind. `type` · Enum, code list source-of-funds · mandatory · sampled · finpay/objects/source-of-funds#fields row 1
    pub r#type: super::codes::SourceOfFundsType,
    /// What may be left out.
    pub optional: RecurringSourceOfFundsOptional,
}
/// What may be left out of `RecurringSourceOfFunds`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringSourceOfFundsOptional {
    /// A code to pay with; for virtual accounts. `paymentCode` · String, text · optional · sampled · finpay/objects/source-of-funds#fields row 2
    pub payment_code: Option<String>,
    /// The shopper's account; for OVO the phone number as it is dialled at home. `accountId` · String, text · optional · inferred · finpay/objects/source-of-funds#fields row 3
    pub account_id: Option<String>,
}
impl rt::Request for Recurring {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::RECURRING;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.given(0);
        v.set(1, &self.order.id);
        v.set(2, &self.order.amount);
        v.set(4, &self.order.optional.description);
        v.set(5, &self.order.optional.timeout);
        v.set(6, &self.order.optional.item_amount);
        v.set(7, &self.order.optional.local_tax_registration_id);
        v.set(8, &self.order.optional.merchant_category_code);
        v.set(9, &self.order.optional.surcharge_amount);
        v.set(10, &self.order.optional.item);
        v.set(11, &self.order.optional.transaction_filtering);
        v.given(12);
        v.set(13, &self.customer.optional.id);
        v.set(14, &self.customer.optional.email);
        v.set(15, &self.customer.optional.first_name);
        v.set(16, &self.customer.optional.last_name);
        v.set(17, &self.customer.optional.mobile_phone);
        v.set(18, &self.customer.optional.phone);
        v.set(19, &self.customer.optional.tax_registration_id);
        if let Some(object) = &self.customer.optional.account {
            v.given(20);
            v.set(21, &object.optional.id);
        }
        v.given(22);
        v.set(23, &self.url.optional.callback_url);
        v.set(24, &self.url.optional.success_url);
        v.set(25, &self.url.optional.fail_url);
        v.set(26, &self.url.optional.back_url);
        if let Some(object) = &self.optional.billing {
            v.given(27);
            if let Some(object) = &object.optional.address {
                v.given(28);
                v.set(29, &object.optional.city);
                v.set(30, &object.optional.company);
                v.set(31, &object.optional.country);
                v.set(32, &object.optional.postcode_zip);
                v.set(33, &object.optional.state_province);
                v.set(34, &object.optional.state_province_code);
                v.set(35, &object.optional.street);
                v.set(36, &object.optional.street2);
            }
        }
        if let Some(object) = &self.optional.shipping {
            v.given(37);
            v.set(38, &object.optional.method);
            if let Some(object) = &object.optional.origin {
                v.given(39);
                v.set(40, &object.optional.postcode_zip);
            }
            if let Some(object) = &object.optional.contact {
                v.given(41);
                v.set(42, &object.optional.email);
                v.set(43, &object.optional.first_name);
                v.set(44, &object.optional.last_name);
                v.set(45, &object.optional.mobile_phone);
                v.set(46, &object.optional.phone);
            }
            if let Some(object) = &object.optional.address {
                v.given(47);
                v.set(48, &object.optional.city);
                v.set(49, &object.optional.company);
                v.set(50, &object.optional.country);
                v.set(51, &object.optional.postcode_zip);
                v.set(52, &object.optional.state_province);
                v.set(53, &object.optional.state_province_code);
                v.set(54, &object.optional.street);
                v.set(55, &object.optional.street2);
                v.set(56, &object.optional.source);
                v.set(57, &object.optional.same_as_billing);
            }
        }
        v.set(58, &self.optional.meta);
        if let Some(object) = &self.optional.card {
            v.given(59);
            v.set(60, &object.optional.token);
            v.set(61, &object.optional.stored_on_file);
        }
        v.given(62);
        v.set(63, &self.recurring.optional.product_code);
        v.set(64, &self.recurring.optional.r#type);
        v.set(65, &self.recurring.optional.id);
        v.set(66, &self.recurring.optional.amount);
        v.set(67, &self.recurring.optional.interval);
        v.set(68, &self.recurring.optional.interval_unit);
        v.set(69, &self.recurring.optional.max_interval);
        v.set(70, &self.recurring.optional.start_date);
        v.set(71, &self.recurring.optional.end_date);
        if let Some(object) = &self.recurring.optional.retry {
            v.given(72);
            v.set(73, &object.optional.interval);
            v.set(74, &object.optional.interval_unit);
            v.set(75, &object.optional.max_interval);
        }
        v.set(76, &self.recurring.optional.subscribe);
        v.given(77);
        v.set(78, &self.source_of_funds.r#type);
        v.set(79, &self.source_of_funds.optional.payment_code);
        v.set(80, &self.source_of_funds.optional.account_id);
        v.set(81, &self.optional.device);
    }
}
impl rt::ServerForm for Recurring {
    type Reply = super::received::InitiateReply;
}
/// The items, one by one. Some e-wallets ask for them.
///
/// One element of `order.item` of `Recurring`.
#[derive(Clone, Debug)]
pub struct RecurringOrderItemElement {
    /// What may be left out.
    pub optional: RecurringOrderItemElementOptional,
}
/// What may be left out of `RecurringOrderItemElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RecurringOrderItemElementOptional {
    /// Brand. `brand` · text · optional · sampled · finpay/objects/order-item#fields row 1
    pub brand: Option<String>,
    /// Category. `category` · text · optional · sampled · finpay/objects/order-item#fields row 2
    pub category: Option<String>,
    /// What it is. `description` · text · optional · sampled · finpay/objects/order-item#fields row 3
    pub description: Option<String>,
    /// Category in the industry. `industryCategory` · text · optional · sampled · finpay/objects/order-item#fields row 4
    pub industry_category: Option<String>,
    /// Name. `name` · text · optional · sampled · finpay/objects/order-item#fields row 5
    pub name: Option<String>,
    /// How many. `quantity` · text · optional · sampled · finpay/objects/order-item#fields row 6
    pub quantity: Option<String>,
    /// The merchant's number of the article. `sku` · text · optional · sampled · finpay/objects/order-item#fields row 7
    pub sku: Option<String>,
    /// Discount on one. `unitDiscountAmount` · text · optional · sampled · finpay/objects/order-item#fields row 8
    pub unit_discount_amount: Option<String>,
    /// What the quantity counts. `unitOfMeasure` · text · optional · sampled · finpay/objects/order-item#fields row 9
    pub unit_of_measure: Option<String>,
    /// Price of one. `unitPrice` · text · optional · sampled · finpay/objects/order-item#fields row 10
    pub unit_price: Option<String>,
    /// Tax on one. `unitTaxAmount` · text · optional · sampled · finpay/objects/order-item#fields row 11
    pub unit_tax_amount: Option<String>,
}
impl rt::Element for RecurringOrderItemElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::RECURRING_ORDER_ITEM_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.brand);
        v.set(1, &self.optional.category);
        v.set(2, &self.optional.description);
        v.set(3, &self.optional.industry_category);
        v.set(4, &self.optional.name);
        v.set(5, &self.optional.quantity);
        v.set(6, &self.optional.sku);
        v.set(7, &self.optional.unit_discount_amount);
        v.set(8, &self.optional.unit_of_measure);
        v.set(9, &self.optional.unit_price);
        v.set(10, &self.optional.unit_tax_amount);
    }
}
/// Asks which cards are stored for a customer.
///
/// `finpay.card.retrieve-stored-card`, page card/retrieve-stored-card, partial. The merchant's server asks for it with GET.
///
/// Known in part: a page on it exists; neither its address nor its tables are known.
#[derive(Clone, Debug)]
pub struct RetrieveStoredCard {
    /// The merchant's own id of the customer. `customerId` · String(320), at most 320 characters · mandatory · inferred · finpay/operations/card/retrieve-stored-card.yaml
    pub customer_id: String,
}
impl rt::Request for RetrieveStoredCard {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::RETRIEVE_STORED_CARD;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.customer_id);
    }
}
impl rt::ServerForm for RetrieveStoredCard {
    type Reply = super::received::PlainReply;
}
/// Starts a card payment whose card Finpay stores when it succeeds.
///
/// `finpay.card.stored-card-initiate`, page card/stored-card-initiate. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct StoreCard {
    /// What is paid. `order` · Object, object · mandatory · finpay/card/stored-card-initiate#request row 1
    pub order: StoreCardOrder,
    /// Who pays. `customer` · Object, object · mandatory · finpay/card/stored-card-initiate#request row 2
    pub customer: StoreCardCustomer,
    /// Where results go. `url` · Object, object · mandatory · finpay/card/stored-card-initiate#request row 3
    pub url: StoreCardUrl,
    /// The card. `card` · Object, object · mandatory · finpay/card/stored-card-initiate#request row 7
    ///
    /// Corrected: the page says presence O for `card`, we use presence M, because the older documentation says M, and without it nothing is stored.
    pub card: StoreCardCard,
    /// What the shopper pays with. `sourceOfFunds` · Object, object · mandatory · finpay/card/stored-card-initiate#request row 9
    pub source_of_funds: StoreCardSourceOfFunds,
    /// What may be left out.
    pub optional: StoreCardOptional,
}
/// What may be left out of `StoreCard`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardOptional {
    /// Who is billed. `billing` · Object, object · optional · finpay/card/stored-card-initiate#request row 4
    pub billing: Option<StoreCardBilling>,
    /// Where the goods go. `shipping` · Object, object · optional · finpay/card/stored-card-initiate#request row 5
    pub shipping: Option<StoreCardShipping>,
    /// Data of the merchant's own, under `data`. `meta` · Object, JSON object · optional · finpay/card/stored-card-initiate#request row 6
    pub meta: Option<rt::JsonObject>,
    /// The shopper's device; what it is made of isn't known. `device` · Object, JSON object · optional · finpay/card/stored-card-initiate#request row 10
    pub device: Option<rt::JsonObject>,
}
/// What is paid.
///
/// The object `order` of `StoreCard`.
#[derive(Clone, Debug)]
pub struct StoreCardOrder {
    /// The merchant's own id of the order. `id` · Alpha Dash, at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/objects/order#fields row 1
    pub id: String,
    /// What the shopper pays. `amount` · Numeric, amount, printed with 0 decimals · mandatory · finpay/objects/order#fields row 2
    ///
    /// Corrected: the page says presence C for `order.amount`, we use presence M, because every sample has it, and what comes back can't be compared without it.
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: StoreCardOrderOptional,
}
/// What may be left out of `StoreCardOrder`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardOrderOptional {
    /// What is bought. `description` · String, at most 127 characters · conditional, condition undocumented · finpay/objects/order#fields row 4
    pub description: Option<String>,
    /// Minutes until the order expires; a day when left out. `timeout` · Numeric, whole number of at most 8 digits · optional · finpay/objects/order#fields row 5
    pub timeout: Option<u64>,
    /// What the items cost together. `itemAmount` · Numeric, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 6
    pub item_amount: Option<rt::Amount>,
    /// The merchant's local tax number. `localTaxRegistrationId` · String, at most 25 characters · optional · finpay/objects/order#fields row 7
    pub local_tax_registration_id: Option<String>,
    /// The merchant's category. `merchantCategoryCode` · String, exactly 4 characters · optional · finpay/objects/order#fields row 8
    pub merchant_category_code: Option<String>,
    /// What is added for the way of payment. `surchargeAmount` · String, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 9
    pub surcharge_amount: Option<rt::Amount>,
    /// The items, one by one. Some e-wallets ask for them. `item` · Array of Object, list of objects · optional · finpay/objects/order#fields row 10
    pub item: Option<Vec<StoreCardOrderItemElement>>,
    /// Filters for the transaction; what they are made of isn't known. `transactionFiltering` · Object, JSON object · optional · finpay/objects/order#fields row 11
    pub transaction_filtering: Option<rt::JsonObject>,
}
/// Who pays.
///
/// The object `customer` of `StoreCard`.
#[derive(Clone, Debug)]
pub struct StoreCardCustomer {
    /// The merchant's own id of the customer; stored cards belong to it. `id` · String, at most 320 characters · mandatory · finpay/objects/customer#fields row 1
    ///
    /// Corrected: the page says presence C for `customer.id`, we use presence M, because stored cards are found by it, so a payment that stores or uses one says whose it is.
    pub id: String,
    /// What may be left out.
    pub optional: StoreCardCustomerOptional,
}
/// What may be left out of `StoreCardCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardCustomerOptional {
    /// E-mail address. `email` · Email, at most 320 characters · conditional, condition undocumented · finpay/objects/customer#fields row 2
    pub email: Option<String>,
    /// First name. `firstName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 3
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 4
    pub last_name: Option<String>,
    /// Mobile phone number with the country's code, `+62…`. Integrations report that it is asked for. `mobilePhone` · Phone, at most 20 characters · conditional, condition undocumented · finpay/objects/customer#fields row 5
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, at most 15 characters · optional · finpay/objects/customer#fields row 6
    pub phone: Option<String>,
    /// Tax number. `taxRegistrationId` · String, at most 30 characters · optional · finpay/objects/customer#fields row 7
    pub tax_registration_id: Option<String>,
    /// The customer's account at the merchant. `account` · Object, object · optional · finpay/objects/customer#fields row 8
    pub account: Option<StoreCardCustomerAccount>,
}
/// The customer's account at the merchant.
///
/// The object `customer.account` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardCustomerAccount {
    /// What may be left out.
    pub optional: StoreCardCustomerAccountOptional,
}
/// What may be left out of `StoreCardCustomerAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardCustomerAccountOptional {
    /// Id of the account. `id` · String, text · optional · partial · finpay/objects/customer#account row 1
    pub id: Option<String>,
}
/// Where results go.
///
/// The object `url` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardUrl {
    /// What may be left out.
    pub optional: StoreCardUrlOptional,
}
/// What may be left out of `StoreCardUrl`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardUrlOptional {
    /// Where Finpay's server tells the result. `callbackUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 1
    pub callback_url: Option<String>,
    /// Where the shopper goes after success. `successUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 2
    pub success_url: Option<String>,
    /// Where the shopper goes after failure. `failUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 3
    pub fail_url: Option<String>,
    /// Where the shopper goes on turning back; known from integrations only. `backUrl` · URI, http or https URL · optional · inferred · finpay/objects/url#fields row 4
    pub back_url: Option<String>,
}
/// Who is billed.
///
/// The object `billing` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardBilling {
    /// What may be left out.
    pub optional: StoreCardBillingOptional,
}
/// What may be left out of `StoreCardBilling`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardBillingOptional {
    /// Billing address. `address` · Object, object · optional · finpay/objects/billing#fields row 1
    pub address: Option<StoreCardBillingAddress>,
}
/// Billing address.
///
/// The object `billing.address` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardBillingAddress {
    /// What may be left out.
    pub optional: StoreCardBillingAddressOptional,
}
/// What may be left out of `StoreCardBillingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardBillingAddressOptional {
    /// City. `city` · String, text · optional · partial · finpay/objects/billing#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, text · optional · partial · finpay/objects/billing#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · partial · finpay/objects/billing#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/billing#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, text · optional · partial · finpay/objects/billing#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, text · optional · partial · finpay/objects/billing#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, text · optional · partial · finpay/objects/billing#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, text · optional · partial · finpay/objects/billing#address row 8
    pub street2: Option<String>,
}
/// Where the goods go.
///
/// The object `shipping` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShipping {
    /// What may be left out.
    pub optional: StoreCardShippingOptional,
}
/// What may be left out of `StoreCardShipping`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShippingOptional {
    /// How they are shipped; a sample says SAME_DAY, a list isn't known. `method` · Enum, at most 20 characters · optional · finpay/objects/shipping#fields row 1
    pub method: Option<String>,
    /// Where they come from. `origin` · Object, object · optional · finpay/objects/shipping#fields row 2
    pub origin: Option<StoreCardShippingOrigin>,
    /// Who receives them. `contact` · Object, object · optional · finpay/objects/shipping#fields row 3
    pub contact: Option<StoreCardShippingContact>,
    /// Shipping address. `address` · Object, object · optional · finpay/objects/shipping#fields row 4
    pub address: Option<StoreCardShippingAddress>,
}
/// Where they come from.
///
/// The object `shipping.origin` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShippingOrigin {
    /// What may be left out.
    pub optional: StoreCardShippingOriginOptional,
}
/// What may be left out of `StoreCardShippingOrigin`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShippingOriginOptional {
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/shipping#origin row 1
    pub postcode_zip: Option<String>,
}
/// Who receives them.
///
/// The object `shipping.contact` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShippingContact {
    /// What may be left out.
    pub optional: StoreCardShippingContactOptional,
}
/// What may be left out of `StoreCardShippingContact`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShippingContactOptional {
    /// E-mail address. `email` · Email, text · optional · partial · finpay/objects/shipping#contact row 1
    pub email: Option<String>,
    /// First name. `firstName` · String, text · optional · partial · finpay/objects/shipping#contact row 2
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, text · optional · partial · finpay/objects/shipping#contact row 3
    pub last_name: Option<String>,
    /// Mobile phone number. `mobilePhone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 4
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 5
    pub phone: Option<String>,
}
/// Shipping address.
///
/// The object `shipping.address` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShippingAddress {
    /// What may be left out.
    pub optional: StoreCardShippingAddressOptional,
}
/// What may be left out of `StoreCardShippingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardShippingAddressOptional {
    /// City. `city` · String, at most 100 characters · optional · finpay/objects/shipping#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, at most 100 characters · optional · finpay/objects/shipping#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · finpay/objects/shipping#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · Alpha Dash, at most 10 characters (ASCII letter, digit, `-` or `_` each) · optional · finpay/objects/shipping#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, at most 20 characters · optional · finpay/objects/shipping#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, at most 3 characters · optional · finpay/objects/shipping#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, at most 100 characters · optional · finpay/objects/shipping#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, at most 100 characters · optional · finpay/objects/shipping#address row 8
    pub street2: Option<String>,
    /// Where the address comes from; its values aren't known. `source` · String, at most 20 characters · optional · finpay/objects/shipping#address row 9
    pub source: Option<String>,
    /// Whether it is the billing address; a sample says SAME, a list isn't known. `sameAsBilling` · String, text · optional · sampled · finpay/objects/shipping#address row 10
    pub same_as_billing: Option<String>,
}
/// The card.
///
/// The object `card` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardCard {}
/// What the shopper pays with.
///
/// The object `sourceOfFunds` of `StoreCard`.
#[derive(Clone, Debug, Default)]
pub struct StoreCardSourceOfFunds {
    /// What may be left out.
    pub optional: StoreCardSourceOfFundsOptional,
}
/// What may be left out of `StoreCardSourceOfFunds`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardSourceOfFundsOptional {
    /// A code to pay with; for virtual accounts. `paymentCode` · String, text · optional · sampled · finpay/objects/source-of-funds#fields row 2
    pub payment_code: Option<String>,
    /// The shopper's account; for OVO the phone number as it is dialled at home. `accountId` · String, text · optional · inferred · finpay/objects/source-of-funds#fields row 3
    pub account_id: Option<String>,
}
impl rt::Request for StoreCard {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::STORE_CARD;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.given(0);
        v.set(1, &self.order.id);
        v.set(2, &self.order.amount);
        v.set(4, &self.order.optional.description);
        v.set(5, &self.order.optional.timeout);
        v.set(6, &self.order.optional.item_amount);
        v.set(7, &self.order.optional.local_tax_registration_id);
        v.set(8, &self.order.optional.merchant_category_code);
        v.set(9, &self.order.optional.surcharge_amount);
        v.set(10, &self.order.optional.item);
        v.set(11, &self.order.optional.transaction_filtering);
        v.given(12);
        v.set(13, &self.customer.id);
        v.set(14, &self.customer.optional.email);
        v.set(15, &self.customer.optional.first_name);
        v.set(16, &self.customer.optional.last_name);
        v.set(17, &self.customer.optional.mobile_phone);
        v.set(18, &self.customer.optional.phone);
        v.set(19, &self.customer.optional.tax_registration_id);
        if let Some(object) = &self.customer.optional.account {
            v.given(20);
            v.set(21, &object.optional.id);
        }
        v.given(22);
        v.set(23, &self.url.optional.callback_url);
        v.set(24, &self.url.optional.success_url);
        v.set(25, &self.url.optional.fail_url);
        v.set(26, &self.url.optional.back_url);
        if let Some(object) = &self.optional.billing {
            v.given(27);
            if let Some(object) = &object.optional.address {
                v.given(28);
                v.set(29, &object.optional.city);
                v.set(30, &object.optional.company);
                v.set(31, &object.optional.country);
                v.set(32, &object.optional.postcode_zip);
                v.set(33, &object.optional.state_province);
                v.set(34, &object.optional.state_province_code);
                v.set(35, &object.optional.street);
                v.set(36, &object.optional.street2);
            }
        }
        if let Some(object) = &self.optional.shipping {
            v.given(37);
            v.set(38, &object.optional.method);
            if let Some(object) = &object.optional.origin {
                v.given(39);
                v.set(40, &object.optional.postcode_zip);
            }
            if let Some(object) = &object.optional.contact {
                v.given(41);
                v.set(42, &object.optional.email);
                v.set(43, &object.optional.first_name);
                v.set(44, &object.optional.last_name);
                v.set(45, &object.optional.mobile_phone);
                v.set(46, &object.optional.phone);
            }
            if let Some(object) = &object.optional.address {
                v.given(47);
                v.set(48, &object.optional.city);
                v.set(49, &object.optional.company);
                v.set(50, &object.optional.country);
                v.set(51, &object.optional.postcode_zip);
                v.set(52, &object.optional.state_province);
                v.set(53, &object.optional.state_province_code);
                v.set(54, &object.optional.street);
                v.set(55, &object.optional.street2);
                v.set(56, &object.optional.source);
                v.set(57, &object.optional.same_as_billing);
            }
        }
        v.set(58, &self.optional.meta);
        v.given(59);
        v.given(61);
        v.set(63, &self.source_of_funds.optional.payment_code);
        v.set(64, &self.source_of_funds.optional.account_id);
        v.set(65, &self.optional.device);
    }
}
impl rt::ServerForm for StoreCard {
    type Reply = super::received::InitiateReply;
}
/// The items, one by one. Some e-wallets ask for them.
///
/// One element of `order.item` of `StoreCard`.
#[derive(Clone, Debug)]
pub struct StoreCardOrderItemElement {
    /// What may be left out.
    pub optional: StoreCardOrderItemElementOptional,
}
/// What may be left out of `StoreCardOrderItemElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct StoreCardOrderItemElementOptional {
    /// Brand. `brand` · text · optional · sampled · finpay/objects/order-item#fields row 1
    pub brand: Option<String>,
    /// Category. `category` · text · optional · sampled · finpay/objects/order-item#fields row 2
    pub category: Option<String>,
    /// What it is. `description` · text · optional · sampled · finpay/objects/order-item#fields row 3
    pub description: Option<String>,
    /// Category in the industry. `industryCategory` · text · optional · sampled · finpay/objects/order-item#fields row 4
    pub industry_category: Option<String>,
    /// Name. `name` · text · optional · sampled · finpay/objects/order-item#fields row 5
    pub name: Option<String>,
    /// How many. `quantity` · text · optional · sampled · finpay/objects/order-item#fields row 6
    pub quantity: Option<String>,
    /// The merchant's number of the article. `sku` · text · optional · sampled · finpay/objects/order-item#fields row 7
    pub sku: Option<String>,
    /// Discount on one. `unitDiscountAmount` · text · optional · sampled · finpay/objects/order-item#fields row 8
    pub unit_discount_amount: Option<String>,
    /// What the quantity counts. `unitOfMeasure` · text · optional · sampled · finpay/objects/order-item#fields row 9
    pub unit_of_measure: Option<String>,
    /// Price of one. `unitPrice` · text · optional · sampled · finpay/objects/order-item#fields row 10
    pub unit_price: Option<String>,
    /// Tax on one. `unitTaxAmount` · text · optional · sampled · finpay/objects/order-item#fields row 11
    pub unit_tax_amount: Option<String>,
}
impl rt::Element for StoreCardOrderItemElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::STORE_CARD_ORDER_ITEM_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.brand);
        v.set(1, &self.optional.category);
        v.set(2, &self.optional.description);
        v.set(3, &self.optional.industry_category);
        v.set(4, &self.optional.name);
        v.set(5, &self.optional.quantity);
        v.set(6, &self.optional.sku);
        v.set(7, &self.optional.unit_discount_amount);
        v.set(8, &self.optional.unit_of_measure);
        v.set(9, &self.optional.unit_price);
        v.set(10, &self.optional.unit_tax_amount);
    }
}
/// Starts a payment with a stored card; the shopper types its security code on Finpay's page and nothing else.
///
/// `finpay.card.two-click`, page card/two-click. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct TwoClick {
    /// What is paid. `order` · object · mandatory · finpay/card/two-click#request row 1
    pub order: TwoClickOrder,
    /// Who pays. `customer` · object · mandatory · finpay/card/two-click#request row 2
    pub customer: TwoClickCustomer,
    /// Where results go. `url` · object · mandatory · finpay/card/two-click#request row 3
    pub url: TwoClickUrl,
    /// The card. `card` · object · mandatory · finpay/card/two-click#request row 7
    pub card: TwoClickCard,
    /// What the shopper pays with. `sourceOfFunds` · object · mandatory · finpay/card/two-click#request row 9
    pub source_of_funds: TwoClickSourceOfFunds,
    /// What may be left out.
    pub optional: TwoClickOptional,
}
/// What may be left out of `TwoClick`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickOptional {
    /// Who is billed. `billing` · object · optional · finpay/card/two-click#request row 4
    pub billing: Option<TwoClickBilling>,
    /// Where the goods go. `shipping` · object · optional · finpay/card/two-click#request row 5
    pub shipping: Option<TwoClickShipping>,
    /// Data of the merchant's own, under `data`. `meta` · JSON object · optional · finpay/card/two-click#request row 6
    pub meta: Option<rt::JsonObject>,
    /// The shopper's device; what it is made of isn't known. `device` · JSON object · optional · finpay/card/two-click#request row 10
    pub device: Option<rt::JsonObject>,
}
/// What is paid.
///
/// The object `order` of `TwoClick`.
#[derive(Clone, Debug)]
pub struct TwoClickOrder {
    /// The merchant's own id of the order. `id` · Alpha Dash, at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/objects/order#fields row 1
    pub id: String,
    /// What the shopper pays. `amount` · Numeric, amount, printed with 0 decimals · mandatory · finpay/objects/order#fields row 2
    ///
    /// Corrected: the page says presence C for `order.amount`, we use presence M, because every sample has it, and what comes back can't be compared without it.
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: TwoClickOrderOptional,
}
/// What may be left out of `TwoClickOrder`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickOrderOptional {
    /// What is bought. `description` · String, at most 127 characters · conditional, condition undocumented · finpay/objects/order#fields row 4
    pub description: Option<String>,
    /// Minutes until the order expires; a day when left out. `timeout` · Numeric, whole number of at most 8 digits · optional · finpay/objects/order#fields row 5
    pub timeout: Option<u64>,
    /// What the items cost together. `itemAmount` · Numeric, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 6
    pub item_amount: Option<rt::Amount>,
    /// The merchant's local tax number. `localTaxRegistrationId` · String, at most 25 characters · optional · finpay/objects/order#fields row 7
    pub local_tax_registration_id: Option<String>,
    /// The merchant's category. `merchantCategoryCode` · String, exactly 4 characters · optional · finpay/objects/order#fields row 8
    pub merchant_category_code: Option<String>,
    /// What is added for the way of payment. `surchargeAmount` · String, amount, printed with 0 decimals · optional · finpay/objects/order#fields row 9
    pub surcharge_amount: Option<rt::Amount>,
    /// The items, one by one. Some e-wallets ask for them. `item` · Array of Object, list of objects · optional · finpay/objects/order#fields row 10
    pub item: Option<Vec<TwoClickOrderItemElement>>,
    /// Filters for the transaction; what they are made of isn't known. `transactionFiltering` · Object, JSON object · optional · finpay/objects/order#fields row 11
    pub transaction_filtering: Option<rt::JsonObject>,
}
/// Who pays.
///
/// The object `customer` of `TwoClick`.
#[derive(Clone, Debug)]
pub struct TwoClickCustomer {
    /// The merchant's own id of the customer; stored cards belong to it. `id` · String, at most 320 characters · mandatory · finpay/objects/customer#fields row 1
    ///
    /// Corrected: the page says presence C for `customer.id`, we use presence M, because stored cards are found by it, so a payment that stores or uses one says whose it is.
    pub id: String,
    /// What may be left out.
    pub optional: TwoClickCustomerOptional,
}
/// What may be left out of `TwoClickCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickCustomerOptional {
    /// E-mail address. `email` · Email, at most 320 characters · conditional, condition undocumented · finpay/objects/customer#fields row 2
    pub email: Option<String>,
    /// First name. `firstName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 3
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, at most 50 characters · conditional, condition undocumented · finpay/objects/customer#fields row 4
    pub last_name: Option<String>,
    /// Mobile phone number with the country's code, `+62…`. Integrations report that it is asked for. `mobilePhone` · Phone, at most 20 characters · conditional, condition undocumented · finpay/objects/customer#fields row 5
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, at most 15 characters · optional · finpay/objects/customer#fields row 6
    pub phone: Option<String>,
    /// Tax number. `taxRegistrationId` · String, at most 30 characters · optional · finpay/objects/customer#fields row 7
    pub tax_registration_id: Option<String>,
    /// The customer's account at the merchant. `account` · Object, object · optional · finpay/objects/customer#fields row 8
    pub account: Option<TwoClickCustomerAccount>,
}
/// The customer's account at the merchant.
///
/// The object `customer.account` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickCustomerAccount {
    /// What may be left out.
    pub optional: TwoClickCustomerAccountOptional,
}
/// What may be left out of `TwoClickCustomerAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickCustomerAccountOptional {
    /// Id of the account. `id` · String, text · optional · partial · finpay/objects/customer#account row 1
    pub id: Option<String>,
}
/// Where results go.
///
/// The object `url` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickUrl {
    /// What may be left out.
    pub optional: TwoClickUrlOptional,
}
/// What may be left out of `TwoClickUrl`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickUrlOptional {
    /// Where Finpay's server tells the result. `callbackUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 1
    pub callback_url: Option<String>,
    /// Where the shopper goes after success. `successUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 2
    pub success_url: Option<String>,
    /// Where the shopper goes after failure. `failUrl` · URI, http or https URL · optional · sampled · finpay/objects/url#fields row 3
    pub fail_url: Option<String>,
    /// Where the shopper goes on turning back; known from integrations only. `backUrl` · URI, http or https URL · optional · inferred · finpay/objects/url#fields row 4
    pub back_url: Option<String>,
}
/// Who is billed.
///
/// The object `billing` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickBilling {
    /// What may be left out.
    pub optional: TwoClickBillingOptional,
}
/// What may be left out of `TwoClickBilling`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickBillingOptional {
    /// Billing address. `address` · Object, object · optional · finpay/objects/billing#fields row 1
    pub address: Option<TwoClickBillingAddress>,
}
/// Billing address.
///
/// The object `billing.address` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickBillingAddress {
    /// What may be left out.
    pub optional: TwoClickBillingAddressOptional,
}
/// What may be left out of `TwoClickBillingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickBillingAddressOptional {
    /// City. `city` · String, text · optional · partial · finpay/objects/billing#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, text · optional · partial · finpay/objects/billing#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · partial · finpay/objects/billing#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/billing#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, text · optional · partial · finpay/objects/billing#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, text · optional · partial · finpay/objects/billing#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, text · optional · partial · finpay/objects/billing#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, text · optional · partial · finpay/objects/billing#address row 8
    pub street2: Option<String>,
}
/// Where the goods go.
///
/// The object `shipping` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShipping {
    /// What may be left out.
    pub optional: TwoClickShippingOptional,
}
/// What may be left out of `TwoClickShipping`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShippingOptional {
    /// How they are shipped; a sample says SAME_DAY, a list isn't known. `method` · Enum, at most 20 characters · optional · finpay/objects/shipping#fields row 1
    pub method: Option<String>,
    /// Where they come from. `origin` · Object, object · optional · finpay/objects/shipping#fields row 2
    pub origin: Option<TwoClickShippingOrigin>,
    /// Who receives them. `contact` · Object, object · optional · finpay/objects/shipping#fields row 3
    pub contact: Option<TwoClickShippingContact>,
    /// Shipping address. `address` · Object, object · optional · finpay/objects/shipping#fields row 4
    pub address: Option<TwoClickShippingAddress>,
}
/// Where they come from.
///
/// The object `shipping.origin` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShippingOrigin {
    /// What may be left out.
    pub optional: TwoClickShippingOriginOptional,
}
/// What may be left out of `TwoClickShippingOrigin`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShippingOriginOptional {
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/shipping#origin row 1
    pub postcode_zip: Option<String>,
}
/// Who receives them.
///
/// The object `shipping.contact` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShippingContact {
    /// What may be left out.
    pub optional: TwoClickShippingContactOptional,
}
/// What may be left out of `TwoClickShippingContact`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShippingContactOptional {
    /// E-mail address. `email` · Email, text · optional · partial · finpay/objects/shipping#contact row 1
    pub email: Option<String>,
    /// First name. `firstName` · String, text · optional · partial · finpay/objects/shipping#contact row 2
    pub first_name: Option<String>,
    /// Last name. `lastName` · String, text · optional · partial · finpay/objects/shipping#contact row 3
    pub last_name: Option<String>,
    /// Mobile phone number. `mobilePhone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 4
    pub mobile_phone: Option<String>,
    /// Phone number. `phone` · Phone, text · optional · partial · finpay/objects/shipping#contact row 5
    pub phone: Option<String>,
}
/// Shipping address.
///
/// The object `shipping.address` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShippingAddress {
    /// What may be left out.
    pub optional: TwoClickShippingAddressOptional,
}
/// What may be left out of `TwoClickShippingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickShippingAddressOptional {
    /// City. `city` · String, at most 100 characters · optional · finpay/objects/shipping#address row 1
    pub city: Option<String>,
    /// Company. `company` · String, at most 100 characters · optional · finpay/objects/shipping#address row 2
    pub company: Option<String>,
    /// Country, three letters. `country` · String, exactly 3 characters · optional · finpay/objects/shipping#address row 3
    pub country: Option<String>,
    /// Postcode. `postcodeZip` · Alpha Dash, at most 10 characters (ASCII letter, digit, `-` or `_` each) · optional · finpay/objects/shipping#address row 4
    pub postcode_zip: Option<String>,
    /// State or province. `stateProvince` · String, at most 20 characters · optional · finpay/objects/shipping#address row 5
    pub state_province: Option<String>,
    /// Code of the state or province. `stateProvinceCode` · String, at most 3 characters · optional · finpay/objects/shipping#address row 6
    pub state_province_code: Option<String>,
    /// Street. `street` · String, at most 100 characters · optional · finpay/objects/shipping#address row 7
    pub street: Option<String>,
    /// Street, second line. `street2` · String, at most 100 characters · optional · finpay/objects/shipping#address row 8
    pub street2: Option<String>,
    /// Where the address comes from; its values aren't known. `source` · String, at most 20 characters · optional · finpay/objects/shipping#address row 9
    pub source: Option<String>,
    /// Whether it is the billing address; a sample says SAME, a list isn't known. `sameAsBilling` · String, text · optional · sampled · finpay/objects/shipping#address row 10
    pub same_as_billing: Option<String>,
}
/// The card.
///
/// The object `card` of `TwoClick`.
#[derive(Clone, Debug)]
pub struct TwoClickCard {
    /// A stored card's token. `token` · String, text · mandatory · sampled · finpay/objects/card#request row 1
    ///
    /// Corrected: the page says presence O for `card.token`, we use presence M, because without it no stored card pays.
    pub token: rt::Secret,
}
/// What the shopper pays with.
///
/// The object `sourceOfFunds` of `TwoClick`.
#[derive(Clone, Debug, Default)]
pub struct TwoClickSourceOfFunds {
    /// What may be left out.
    pub optional: TwoClickSourceOfFundsOptional,
}
/// What may be left out of `TwoClickSourceOfFunds`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickSourceOfFundsOptional {
    /// A code to pay with; for virtual accounts. `paymentCode` · String, text · optional · sampled · finpay/objects/source-of-funds#fields row 2
    pub payment_code: Option<String>,
    /// The shopper's account; for OVO the phone number as it is dialled at home. `accountId` · String, text · optional · inferred · finpay/objects/source-of-funds#fields row 3
    pub account_id: Option<String>,
}
impl rt::Request for TwoClick {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::TWO_CLICK;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.given(0);
        v.set(1, &self.order.id);
        v.set(2, &self.order.amount);
        v.set(4, &self.order.optional.description);
        v.set(5, &self.order.optional.timeout);
        v.set(6, &self.order.optional.item_amount);
        v.set(7, &self.order.optional.local_tax_registration_id);
        v.set(8, &self.order.optional.merchant_category_code);
        v.set(9, &self.order.optional.surcharge_amount);
        v.set(10, &self.order.optional.item);
        v.set(11, &self.order.optional.transaction_filtering);
        v.given(12);
        v.set(13, &self.customer.id);
        v.set(14, &self.customer.optional.email);
        v.set(15, &self.customer.optional.first_name);
        v.set(16, &self.customer.optional.last_name);
        v.set(17, &self.customer.optional.mobile_phone);
        v.set(18, &self.customer.optional.phone);
        v.set(19, &self.customer.optional.tax_registration_id);
        if let Some(object) = &self.customer.optional.account {
            v.given(20);
            v.set(21, &object.optional.id);
        }
        v.given(22);
        v.set(23, &self.url.optional.callback_url);
        v.set(24, &self.url.optional.success_url);
        v.set(25, &self.url.optional.fail_url);
        v.set(26, &self.url.optional.back_url);
        if let Some(object) = &self.optional.billing {
            v.given(27);
            if let Some(object) = &object.optional.address {
                v.given(28);
                v.set(29, &object.optional.city);
                v.set(30, &object.optional.company);
                v.set(31, &object.optional.country);
                v.set(32, &object.optional.postcode_zip);
                v.set(33, &object.optional.state_province);
                v.set(34, &object.optional.state_province_code);
                v.set(35, &object.optional.street);
                v.set(36, &object.optional.street2);
            }
        }
        if let Some(object) = &self.optional.shipping {
            v.given(37);
            v.set(38, &object.optional.method);
            if let Some(object) = &object.optional.origin {
                v.given(39);
                v.set(40, &object.optional.postcode_zip);
            }
            if let Some(object) = &object.optional.contact {
                v.given(41);
                v.set(42, &object.optional.email);
                v.set(43, &object.optional.first_name);
                v.set(44, &object.optional.last_name);
                v.set(45, &object.optional.mobile_phone);
                v.set(46, &object.optional.phone);
            }
            if let Some(object) = &object.optional.address {
                v.given(47);
                v.set(48, &object.optional.city);
                v.set(49, &object.optional.company);
                v.set(50, &object.optional.country);
                v.set(51, &object.optional.postcode_zip);
                v.set(52, &object.optional.state_province);
                v.set(53, &object.optional.state_province_code);
                v.set(54, &object.optional.street);
                v.set(55, &object.optional.street2);
                v.set(56, &object.optional.source);
                v.set(57, &object.optional.same_as_billing);
            }
        }
        v.set(58, &self.optional.meta);
        v.given(59);
        v.set(60, &self.card.token);
        v.given(62);
        v.set(64, &self.source_of_funds.optional.payment_code);
        v.set(65, &self.source_of_funds.optional.account_id);
        v.set(66, &self.optional.device);
    }
}
impl rt::ServerForm for TwoClick {
    type Reply = super::received::InitiateReply;
}
/// The items, one by one. Some e-wallets ask for them.
///
/// One element of `order.item` of `TwoClick`.
#[derive(Clone, Debug)]
pub struct TwoClickOrderItemElement {
    /// What may be left out.
    pub optional: TwoClickOrderItemElementOptional,
}
/// What may be left out of `TwoClickOrderItemElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct TwoClickOrderItemElementOptional {
    /// Brand. `brand` · text · optional · sampled · finpay/objects/order-item#fields row 1
    pub brand: Option<String>,
    /// Category. `category` · text · optional · sampled · finpay/objects/order-item#fields row 2
    pub category: Option<String>,
    /// What it is. `description` · text · optional · sampled · finpay/objects/order-item#fields row 3
    pub description: Option<String>,
    /// Category in the industry. `industryCategory` · text · optional · sampled · finpay/objects/order-item#fields row 4
    pub industry_category: Option<String>,
    /// Name. `name` · text · optional · sampled · finpay/objects/order-item#fields row 5
    pub name: Option<String>,
    /// How many. `quantity` · text · optional · sampled · finpay/objects/order-item#fields row 6
    pub quantity: Option<String>,
    /// The merchant's number of the article. `sku` · text · optional · sampled · finpay/objects/order-item#fields row 7
    pub sku: Option<String>,
    /// Discount on one. `unitDiscountAmount` · text · optional · sampled · finpay/objects/order-item#fields row 8
    pub unit_discount_amount: Option<String>,
    /// What the quantity counts. `unitOfMeasure` · text · optional · sampled · finpay/objects/order-item#fields row 9
    pub unit_of_measure: Option<String>,
    /// Price of one. `unitPrice` · text · optional · sampled · finpay/objects/order-item#fields row 10
    pub unit_price: Option<String>,
    /// Tax on one. `unitTaxAmount` · text · optional · sampled · finpay/objects/order-item#fields row 11
    pub unit_tax_amount: Option<String>,
}
impl rt::Element for TwoClickOrderItemElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::TWO_CLICK_ORDER_ITEM_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.brand);
        v.set(1, &self.optional.category);
        v.set(2, &self.optional.description);
        v.set(3, &self.optional.industry_category);
        v.set(4, &self.optional.name);
        v.set(5, &self.optional.quantity);
        v.set(6, &self.optional.sku);
        v.set(7, &self.optional.unit_discount_amount);
        v.set(8, &self.optional.unit_of_measure);
        v.set(9, &self.optional.unit_price);
        v.set(10, &self.optional.unit_tax_amount);
    }
}
/// Takes back a payment that is paid and not settled yet.
///
/// `finpay.card.void`, page card/void, partial. The merchant's server asks for it with GET.
///
/// Known in part: no page is known, only an integration that has called it.
#[derive(Clone, Debug)]
pub struct Void {
    /// The merchant's own id of the order. `orderId` · Alpha Dash(30), at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · inferred · finpay/operations/card/void.yaml
    pub order_id: String,
}
impl rt::Request for Void {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::VOID;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.order_id);
    }
}
impl rt::ServerForm for Void {
    type Reply = super::received::PlainReply;
}
