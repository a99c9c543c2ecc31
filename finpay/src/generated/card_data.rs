// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// Starts 3-D Secure for a card whose data the merchant's own page has asked for. Whoever touches card numbers is bound by PCI DSS; nobody needs this for payments on Finpay's page.
///
/// `finpay.card.threeds-initiate`, page card/threeds-initiate, partial. The merchant's server posts it, as JSON.
///
/// Known in part: the table of the request is known, and what order, customer, url, billing and shipping consist of; the members of card, transaction, paymentPlan and device are not, so each is a JSON object whose members Finpay tells; neither is the answer, and that a callback follows is inferred from its url.
#[derive(Clone, Debug)]
pub struct ThreeDsInitiate {
    /// Who pays. `customer` · Object, object · mandatory · finpay/card/threeds-initiate#request row 1
    pub customer: ThreeDsInitiateCustomer,
    /// What is paid. `order` · Object, object · mandatory · finpay/card/threeds-initiate#request row 2
    pub order: ThreeDsInitiateOrder,
    /// Where results go. `url` · Object, object · mandatory · finpay/card/threeds-initiate#request row 3
    pub url: ThreeDsInitiateUrl,
    /// The card, as a JSON object; how its members are called isn't known. `card` · Object, JSON object · mandatory · finpay/card/threeds-initiate#request row 4
    pub card: rt::Secret,
    /// The shopper's device; what it is made of isn't known. `device` · Object, JSON object · mandatory · finpay/card/threeds-initiate#request row 9
    pub device: rt::JsonObject,
    /// What may be left out.
    pub optional: ThreeDsInitiateOptional,
}
/// What may be left out of `ThreeDsInitiate`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateOptional {
    /// Who is billed. `billing` · Object, object · optional · finpay/card/threeds-initiate#request row 5
    pub billing: Option<ThreeDsInitiateBilling>,
    /// Where the goods go. `shipping` · Object, object · optional · finpay/card/threeds-initiate#request row 6
    pub shipping: Option<ThreeDsInitiateShipping>,
    /// About the transaction; what it is made of isn't known, but that it has three members at most. `transaction` · Object, JSON object · optional · finpay/card/threeds-initiate#request row 7
    pub transaction: Option<rt::JsonObject>,
    /// How it is paid off; its one member isn't known. `paymentPlan` · Object, JSON object · optional · finpay/card/threeds-initiate#request row 8
    pub payment_plan: Option<rt::JsonObject>,
}
/// Who pays.
///
/// The object `customer` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateCustomer {
    /// What may be left out.
    pub optional: ThreeDsInitiateCustomerOptional,
}
/// What may be left out of `ThreeDsInitiateCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateCustomerOptional {
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
    pub account: Option<ThreeDsInitiateCustomerAccount>,
}
/// The customer's account at the merchant.
///
/// The object `customer.account` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateCustomerAccount {
    /// What may be left out.
    pub optional: ThreeDsInitiateCustomerAccountOptional,
}
/// What may be left out of `ThreeDsInitiateCustomerAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateCustomerAccountOptional {
    /// Id of the account. `id` · String, text · optional · partial · finpay/objects/customer#account row 1
    pub id: Option<String>,
}
/// What is paid.
///
/// The object `order` of `ThreeDsInitiate`.
#[derive(Clone, Debug)]
pub struct ThreeDsInitiateOrder {
    /// The merchant's own id of the order. `id` · Alpha Dash, at most 30 characters (ASCII letter, digit, `-` or `_` each) · mandatory · finpay/objects/order#fields row 1
    pub id: String,
    /// What the shopper pays. `amount` · Numeric, amount, printed with 0 decimals · mandatory · finpay/objects/order#fields row 2
    ///
    /// Corrected: the page says presence C for `order.amount`, we use presence M, because every sample has it, and what comes back can't be compared without it.
    pub amount: rt::Amount,
    /// What may be left out.
    pub optional: ThreeDsInitiateOrderOptional,
}
/// What may be left out of `ThreeDsInitiateOrder`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateOrderOptional {
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
    pub item: Option<Vec<ThreeDsInitiateOrderItemElement>>,
    /// Filters for the transaction; what they are made of isn't known. `transactionFiltering` · Object, JSON object · optional · finpay/objects/order#fields row 11
    pub transaction_filtering: Option<rt::JsonObject>,
}
/// Where results go.
///
/// The object `url` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateUrl {
    /// What may be left out.
    pub optional: ThreeDsInitiateUrlOptional,
}
/// What may be left out of `ThreeDsInitiateUrl`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateUrlOptional {
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
/// The object `billing` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateBilling {
    /// What may be left out.
    pub optional: ThreeDsInitiateBillingOptional,
}
/// What may be left out of `ThreeDsInitiateBilling`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateBillingOptional {
    /// Billing address. `address` · Object, object · optional · finpay/objects/billing#fields row 1
    pub address: Option<ThreeDsInitiateBillingAddress>,
}
/// Billing address.
///
/// The object `billing.address` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateBillingAddress {
    /// What may be left out.
    pub optional: ThreeDsInitiateBillingAddressOptional,
}
/// What may be left out of `ThreeDsInitiateBillingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateBillingAddressOptional {
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
/// The object `shipping` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShipping {
    /// What may be left out.
    pub optional: ThreeDsInitiateShippingOptional,
}
/// What may be left out of `ThreeDsInitiateShipping`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShippingOptional {
    /// How they are shipped; a sample says SAME_DAY, a list isn't known. `method` · Enum, at most 20 characters · optional · finpay/objects/shipping#fields row 1
    pub method: Option<String>,
    /// Where they come from. `origin` · Object, object · optional · finpay/objects/shipping#fields row 2
    pub origin: Option<ThreeDsInitiateShippingOrigin>,
    /// Who receives them. `contact` · Object, object · optional · finpay/objects/shipping#fields row 3
    pub contact: Option<ThreeDsInitiateShippingContact>,
    /// Shipping address. `address` · Object, object · optional · finpay/objects/shipping#fields row 4
    pub address: Option<ThreeDsInitiateShippingAddress>,
}
/// Where they come from.
///
/// The object `shipping.origin` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShippingOrigin {
    /// What may be left out.
    pub optional: ThreeDsInitiateShippingOriginOptional,
}
/// What may be left out of `ThreeDsInitiateShippingOrigin`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShippingOriginOptional {
    /// Postcode. `postcodeZip` · String, text · optional · partial · finpay/objects/shipping#origin row 1
    pub postcode_zip: Option<String>,
}
/// Who receives them.
///
/// The object `shipping.contact` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShippingContact {
    /// What may be left out.
    pub optional: ThreeDsInitiateShippingContactOptional,
}
/// What may be left out of `ThreeDsInitiateShippingContact`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShippingContactOptional {
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
/// The object `shipping.address` of `ThreeDsInitiate`.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShippingAddress {
    /// What may be left out.
    pub optional: ThreeDsInitiateShippingAddressOptional,
}
/// What may be left out of `ThreeDsInitiateShippingAddress`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateShippingAddressOptional {
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
impl rt::Request for ThreeDsInitiate {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_data_tables::THREE_DS_INITIATE;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.given(0);
        v.set(1, &self.customer.optional.id);
        v.set(2, &self.customer.optional.email);
        v.set(3, &self.customer.optional.first_name);
        v.set(4, &self.customer.optional.last_name);
        v.set(5, &self.customer.optional.mobile_phone);
        v.set(6, &self.customer.optional.phone);
        v.set(7, &self.customer.optional.tax_registration_id);
        if let Some(object) = &self.customer.optional.account {
            v.given(8);
            v.set(9, &object.optional.id);
        }
        v.given(10);
        v.set(11, &self.order.id);
        v.set(12, &self.order.amount);
        v.set(14, &self.order.optional.description);
        v.set(15, &self.order.optional.timeout);
        v.set(16, &self.order.optional.item_amount);
        v.set(17, &self.order.optional.local_tax_registration_id);
        v.set(18, &self.order.optional.merchant_category_code);
        v.set(19, &self.order.optional.surcharge_amount);
        v.set(20, &self.order.optional.item);
        v.set(21, &self.order.optional.transaction_filtering);
        v.given(22);
        v.set(23, &self.url.optional.callback_url);
        v.set(24, &self.url.optional.success_url);
        v.set(25, &self.url.optional.fail_url);
        v.set(26, &self.url.optional.back_url);
        v.set(27, &self.card);
        if let Some(object) = &self.optional.billing {
            v.given(28);
            if let Some(object) = &object.optional.address {
                v.given(29);
                v.set(30, &object.optional.city);
                v.set(31, &object.optional.company);
                v.set(32, &object.optional.country);
                v.set(33, &object.optional.postcode_zip);
                v.set(34, &object.optional.state_province);
                v.set(35, &object.optional.state_province_code);
                v.set(36, &object.optional.street);
                v.set(37, &object.optional.street2);
            }
        }
        if let Some(object) = &self.optional.shipping {
            v.given(38);
            v.set(39, &object.optional.method);
            if let Some(object) = &object.optional.origin {
                v.given(40);
                v.set(41, &object.optional.postcode_zip);
            }
            if let Some(object) = &object.optional.contact {
                v.given(42);
                v.set(43, &object.optional.email);
                v.set(44, &object.optional.first_name);
                v.set(45, &object.optional.last_name);
                v.set(46, &object.optional.mobile_phone);
                v.set(47, &object.optional.phone);
            }
            if let Some(object) = &object.optional.address {
                v.given(48);
                v.set(49, &object.optional.city);
                v.set(50, &object.optional.company);
                v.set(51, &object.optional.country);
                v.set(52, &object.optional.postcode_zip);
                v.set(53, &object.optional.state_province);
                v.set(54, &object.optional.state_province_code);
                v.set(55, &object.optional.street);
                v.set(56, &object.optional.street2);
                v.set(57, &object.optional.source);
                v.set(58, &object.optional.same_as_billing);
            }
        }
        v.set(59, &self.optional.transaction);
        v.set(60, &self.optional.payment_plan);
        v.set(61, &self.device);
    }
}
impl rt::ServerForm for ThreeDsInitiate {
    type Reply = super::received::ThreeDsReply;
}
/// The items, one by one. Some e-wallets ask for them.
///
/// One element of `order.item` of `ThreeDsInitiate`.
#[derive(Clone, Debug)]
pub struct ThreeDsInitiateOrderItemElement {
    /// What may be left out.
    pub optional: ThreeDsInitiateOrderItemElementOptional,
}
/// What may be left out of `ThreeDsInitiateOrderItemElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ThreeDsInitiateOrderItemElementOptional {
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
impl rt::Element for ThreeDsInitiateOrderItemElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_data_tables::THREE_DS_INITIATE_ORDER_ITEM_ELEMENT;
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
