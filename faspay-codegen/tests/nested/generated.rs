// @generated from spec/acme by `cargo xtask codegen`. Edit the spec, not this file.

/// Card payments.
pub mod card {
pub use super::received::{
    Paid, PaidChargeDetailsElement, PaidChargeDetailsElementPartsElement, Settled,
    SettledChargeDetailsElement, SettledChargeDetailsElementPartsElement, Looked,
    LookedChargeDetailsElement, LookedChargeDetailsElementPartsElement, TokenReply,
};
use ::faspay_runtime as rt;
/// `acme.card.charge`, page card/nested. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct Charge {
    /// `order` · object · mandatory · acme/card/nested#request order
    pub order: ChargeOrder,
    /// `sourceOfFunds` · object · mandatory · acme/card/nested#request sourceOfFunds
    pub source_of_funds: ChargeSourceOfFunds,
    /// `products` · list of objects · mandatory · acme/card/nested#request products
    pub products: Vec<ChargeProductsElement>,
    /// `pin` · at most 6 characters · mandatory · acme/card/nested#request pin
    pub pin: rt::Secret,
    /// What may be left out.
    pub optional: ChargeOptional,
}
/// What may be left out of `Charge`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ChargeOptional {
    /// `customer` · object · optional · acme/card/nested#request customer
    pub customer: Option<ChargeCustomer>,
    /// `vouchers` · list of objects · optional · acme/card/nested#request vouchers
    pub vouchers: Option<Vec<ChargeVouchersElement>>,
    /// `capture` · `true` or `false` · optional · acme/card/nested#request capture
    pub capture: Option<bool>,
    /// `rate` · decimal number of at most 8 characters · optional · acme/card/nested#request rate
    pub rate: Option<rt::Decimal>,
    /// `at` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · optional · acme/card/nested#request at
    pub at: Option<rt::Timestamp>,
    /// `due` · date, `YYYYMMDD` · optional · acme/card/nested#request due
    pub due: Option<rt::Date>,
    /// `metadata` · JSON object · optional · acme/card/nested#request metadata
    pub metadata: Option<rt::JsonObject>,
    /// `requestId` · at most 64 characters · mandatory · acme/card/nested#request requestId
    pub request_id: Option<String>,
    /// `note` · at most 20 characters · mandatory when `present(customer) and count(products) > 1` · acme/card/nested#request note
    pub note: Option<String>,
}
/// The object `order` of `Charge`.
#[derive(Clone, Debug)]
pub struct ChargeOrder {
    /// `id` · at most 20 characters · mandatory · acme/card/nested#request order.id
    pub id: String,
    /// `amount` · amount, printed with 2 decimals · mandatory · acme/card/nested#request order.amount
    pub amount: rt::Amount,
    /// `customer` · object · mandatory · acme/card/nested#request order.customer
    pub customer: ChargeOrderCustomer,
    /// What may be left out.
    pub optional: ChargeOrderOptional,
}
/// What may be left out of `ChargeOrder`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ChargeOrderOptional {
    /// `item` · at most 50 characters · optional · acme/card/nested#request order.item
    pub item: Option<String>,
}
/// The object `order.customer` of `Charge`.
#[derive(Clone, Debug, Default)]
pub struct ChargeOrderCustomer {
    /// What may be left out.
    pub optional: ChargeOrderCustomerOptional,
}
/// What may be left out of `ChargeOrderCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ChargeOrderCustomerOptional {
    /// `name` · at most 50 characters · optional · acme/card/nested#request order.customer.name
    pub name: Option<String>,
}
/// The object `sourceOfFunds` of `Charge`.
#[derive(Clone, Debug, Default)]
pub struct ChargeSourceOfFunds {}
/// The object `customer` of `Charge`.
#[derive(Clone, Debug)]
pub struct ChargeCustomer {
    /// `email` · at most 100 characters · mandatory · acme/card/nested#request customer.email
    pub email: String,
    /// What may be left out.
    pub optional: ChargeCustomerOptional,
}
/// What may be left out of `ChargeCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ChargeCustomerOptional {
    /// `address` · object · optional · acme/card/nested#request customer.address
    pub address: Option<ChargeCustomerAddress>,
    /// `flags` · object · optional · acme/card/nested#request customer.flags
    pub flags: Option<ChargeCustomerFlags>,
    /// `cvc` · at most 4 characters · optional · acme/card/nested#request customer.cvc
    ///
    /// Only with the feature `card-data`: PCI DSS binds whoever receives card data or passes it on.
    pub cvc: Option<rt::Secret>,
}
/// The object `customer.address` of `Charge`.
#[derive(Clone, Debug)]
pub struct ChargeCustomerAddress {
    /// `street` · at most 100 characters · mandatory · acme/card/nested#request customer.address.street
    pub street: String,
}
/// The object `customer.flags` of `Charge`.
#[derive(Clone, Debug, Default)]
pub struct ChargeCustomerFlags {}
impl rt::Request for Charge {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::CHARGE;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.given(0);
        v.set(1, &self.order.id);
        v.set(2, &self.order.amount);
        v.set(4, &self.order.optional.item);
        v.given(5);
        v.set(6, &self.order.customer.optional.name);
        v.given(7);
        if let Some(object) = &self.optional.customer {
            v.given(9);
            v.set(10, &object.email);
            if let Some(object) = &object.optional.address {
                v.given(11);
                v.set(12, &object.street);
            }
            if object.optional.flags.is_some() {
                v.given(13);
            }
            v.set(14, &object.optional.cvc);
        }
        v.set(15, &self.products);
        v.set(16, &self.optional.vouchers);
        v.set(17, &self.pin);
        v.set(18, &self.optional.capture);
        v.set(19, &self.optional.rate);
        v.set(20, &self.optional.at);
        v.set(21, &self.optional.due);
        v.set(22, &self.optional.metadata);
        v.set(23, &self.optional.request_id);
        v.set(24, &self.optional.note);
    }
}
impl rt::ServerForm for Charge {
    type Reply = super::received::Looked;
}
/// One element of `products` of `Charge`.
#[derive(Clone, Debug)]
pub struct ChargeProductsElement {
    /// `type` · code list lang · mandatory · acme/card/nested#request type
    pub r#type: super::codes::Language,
    /// `quantity` · whole number of at most 4 digits · mandatory · acme/card/nested#request quantity
    pub quantity: u64,
    /// `price` · object · mandatory · acme/card/nested#request price
    pub price: ChargeProductsElementPrice,
    /// What may be left out.
    pub optional: ChargeProductsElementOptional,
}
/// What may be left out of `ChargeProductsElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ChargeProductsElementOptional {
    /// `parts` · list of objects · optional · acme/card/nested#request parts
    pub parts: Option<Vec<ChargeProductsElementPartsElement>>,
}
/// The object `price` of `ChargeProductsElement`.
#[derive(Clone, Debug)]
pub struct ChargeProductsElementPrice {
    /// `value` · amount, printed with 2 decimals · mandatory · acme/card/nested#request price.value
    pub value: rt::Amount,
}
impl rt::Element for ChargeProductsElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::CHARGE_PRODUCTS_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.r#type);
        v.set(1, &self.quantity);
        v.given(2);
        v.set(3, &self.price.value);
        v.set(5, &self.optional.parts);
    }
}
/// One element of `parts` of `ChargeProductsElement`.
#[derive(Clone, Debug)]
pub struct ChargeProductsElementPartsElement {
    /// What may be left out.
    pub optional: ChargeProductsElementPartsElementOptional,
}
/// What may be left out of `ChargeProductsElementPartsElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ChargeProductsElementPartsElementOptional {
    /// `sku` · at most 9 characters · optional · acme/card/nested#request sku
    pub sku: Option<String>,
}
impl rt::Element for ChargeProductsElementPartsElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::CHARGE_PRODUCTS_ELEMENT_PARTS_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.sku);
    }
}
/// One element of `vouchers` of `Charge`.
#[derive(Clone, Debug)]
pub struct ChargeVouchersElement {
    /// `code` · at most 10 characters · mandatory · acme/card/nested#request code
    pub code: String,
}
impl rt::Element for ChargeVouchersElement {
    const TABLE: &'static rt::table::ElementTable = &super::card_tables::CHARGE_VOUCHERS_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.code);
    }
}
/// `acme.card.look`, page card/nested. The merchant's server asks for it with GET.
#[derive(Clone, Debug)]
pub struct Look {
    /// `id` · at most 40 characters · mandatory · acme/card/nested#request id
    pub id: String,
    /// What may be left out.
    pub optional: LookOptional,
}
/// What may be left out of `Look`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct LookOptional {
    /// `page` · whole number of at most 3 digits · optional · acme/card/nested#request page
    pub page: Option<u64>,
}
impl rt::Request for Look {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::LOOK;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.id);
        v.set(1, &self.optional.page);
    }
}
impl rt::ServerForm for Look {
    type Reply = super::received::Looked;
}
/// `acme.card.token`, page card/nested. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct Token {}
impl rt::Request for Token {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_tables::TOKEN;
    fn values<'a>(&'a self, _: &mut rt::Values<'a>) {}
}
impl rt::ServerForm for Token {
    type Reply = super::received::TokenReply;
}
impl rt::GivesToken for Token {
    const TOKEN: usize = 0;
    const EXPIRES: usize = 1;
}
}
/// The tables of `card`.
mod card_tables {
use ::faspay_runtime as rt;
use ::faspay_runtime::{Operand::*, Relation::*};
use ::faspay_runtime::table::*;
/// The table of `card.charge`.
pub static CHARGE: RequestTable = RequestTable {
    id: "acme.card.charge",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: None,
        production: Some("https://acme.test/api"),
    },
    authorization: Authorization::Basic {
        user: 0,
        password: 1,
    },
    fields: &[
        FieldSpec::new("order", "order", Kind::Object { min: Some(2), max: None }, "acme/card/nested#request order").mandatory(),
        FieldSpec::new("order.id", "id", Kind::Text { max: Some(20) }, "acme/card/nested#request order.id").within(0).mandatory(),
        FieldSpec::new("order.amount", "amount", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(3) }, "acme/card/nested#request order.amount").within(0).mandatory(),
        FieldSpec::new("order.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request order.currency").within(0).mandatory().by(By::CurrencyOf(2)),
        FieldSpec::new("order.item", "item", Kind::Text { max: Some(50) }, "acme/card/nested#request order.item").within(0),
        FieldSpec::new("order.customer", "customer", Kind::Object { min: None, max: None }, "acme/card/nested#request order.customer").within(0).mandatory(),
        FieldSpec::new("order.customer.name", "name", Kind::Text { max: Some(50) }, "acme/card/nested#request order.customer.name").within(5),
        FieldSpec::new("sourceOfFunds", "sourceOfFunds", Kind::Object { min: None, max: None }, "acme/card/nested#request sourceOfFunds").mandatory(),
        FieldSpec::new("sourceOfFunds.type", "type", Kind::Text { max: Some(20) }, "acme/card/nested#request sourceOfFunds.type").within(7).mandatory().by(By::Fixed("CARD")),
        FieldSpec::new("customer", "customer", Kind::Object { min: Some(1), max: None }, "acme/card/nested#request customer"),
        FieldSpec::new("customer.email", "email", Kind::Text { max: Some(100) }, "acme/card/nested#request customer.email").within(9).mandatory(),
        FieldSpec::new("customer.address", "address", Kind::Object { min: None, max: None }, "acme/card/nested#request customer.address").within(9),
        FieldSpec::new("customer.address.street", "street", Kind::Text { max: Some(100) }, "acme/card/nested#request customer.address.street").within(11).mandatory(),
        FieldSpec::new("customer.flags", "flags", Kind::Object { min: None, max: None }, "acme/card/nested#request customer.flags").within(9),
        FieldSpec::new("customer.cvc", "cvc", Kind::Text { max: Some(4) }, "acme/card/nested#request customer.cvc").within(9).sensitive().behind("card-data", true),
        FieldSpec::new("products", "products", Kind::List(&CHARGE_PRODUCTS_ELEMENT), "acme/card/nested#request products").mandatory(),
        FieldSpec::new("vouchers", "vouchers", Kind::List(&CHARGE_VOUCHERS_ELEMENT), "acme/card/nested#request vouchers"),
        FieldSpec::new("pin", "pin", Kind::Text { max: Some(6) }, "acme/card/nested#request pin").sensitive().mandatory(),
        FieldSpec::new("capture", "capture", Kind::Boolean, "acme/card/nested#request capture").number(),
        FieldSpec::new("rate", "rate", Kind::Decimal { max: 8 }, "acme/card/nested#request rate"),
        FieldSpec::new("at", "at", Kind::Timestamp, "acme/card/nested#request at"),
        FieldSpec::new("due", "due", Kind::CompactDate, "acme/card/nested#request due"),
        FieldSpec::new("metadata", "metadata", Kind::Json, "acme/card/nested#request metadata"),
        FieldSpec::new("requestId", "requestId", Kind::Text { max: Some(64) }, "acme/card/nested#request requestId").at(Place::Header("X-Request-Id")).mandatory().by(By::IdempotencyKey),
        FieldSpec::new("note", "note", Kind::Text { max: Some(20) }, "acme/card/nested#request note").when("present(customer) and count(products) > 1", |v| v.all(&[v.present(9), v.compare(Count(15), Greater, Number(1))])),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "" },
        CredentialUse { index: 1, forbid: "" },
    ],
    rules: |_, _| {},
    asks: Some(Asks {
        order: 1,
        amount: 2,
        currency: 3,
    }),
    retry: Retry::SafeWithKey,
    inquire: Some("acme.card.look"),
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
/// The table of one element of `parts`.
pub static CHARGE_PRODUCTS_ELEMENT_PARTS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("sku", "sku", Kind::Text { max: Some(9) }, "acme/card/nested#request sku"),
    ],
    min: None,
    max: Some(9),
};
/// The table of one element of `products`.
pub static CHARGE_PRODUCTS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("type", "type", Kind::Code(<super::codes::Language as rt::CodeText>::CODES), "acme/card/nested#request type").mandatory(),
        FieldSpec::new("quantity", "quantity", Kind::Integer { digits: 4 }, "acme/card/nested#request quantity").mandatory().number(),
        FieldSpec::new("price", "price", Kind::Object { min: None, max: None }, "acme/card/nested#request price").mandatory(),
        FieldSpec::new("price.value", "value", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(4) }, "acme/card/nested#request price.value").within(2).mandatory().number(),
        FieldSpec::new("price.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request price.currency").within(2).mandatory().by(By::CurrencyOf(3)),
        FieldSpec::new("parts", "parts", Kind::List(&CHARGE_PRODUCTS_ELEMENT_PARTS_ELEMENT), "acme/card/nested#request parts"),
    ],
    min: Some(1),
    max: Some(9),
};
/// The table of one element of `vouchers`.
pub static CHARGE_VOUCHERS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("code", "code", Kind::Text { max: Some(10) }, "acme/card/nested#request code").mandatory(),
    ],
    min: None,
    max: Some(9),
};
/// The table of `card.look`.
pub static LOOK: RequestTable = RequestTable {
    id: "acme.card.look",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Get,
    endpoint: Endpoint {
        name: "api",
        sandbox: None,
        production: Some("https://acme.test/api"),
    },
    path: "/payments/{id}",
    authorization: Authorization::Basic {
        user: 0,
        password: 1,
    },
    fields: &[
        FieldSpec::new("id", "id", Kind::Text { max: Some(40) }, "acme/card/nested#request id").at(Place::Path).mandatory(),
        FieldSpec::new("page", "page", Kind::Integer { digits: 3 }, "acme/card/nested#request page").at(Place::Query),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "" },
        CredentialUse { index: 1, forbid: "" },
    ],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
}
    .new();
/// The table of `card.token`.
pub static TOKEN: RequestTable = RequestTable {
    id: "acme.card.token",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: None,
        production: Some("https://acme.test/api"),
    },
    authorization: Authorization::Basic {
        user: 0,
        password: 1,
    },
    fields: &[
        FieldSpec::new("grantType", "grantType", Kind::Text { max: Some(20) }, "acme/card/nested#request grantType").mandatory().by(By::Fixed("client_credentials")),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "" },
        CredentialUse { index: 1, forbid: "" },
    ],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
}
/// Requests that carry a card number. PCI DSS binds whoever receives, passes on or shows one: your page, your server and your logs come into its scope, the security code may never be stored, and an assessment may be due. The payment window needs none of this.
pub mod card_data {
use ::faspay_runtime as rt;
/// `acme.card.confirm`, page card/nested. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// `id` · at most 40 characters · mandatory · acme/card/nested#request id
    pub id: String,
    /// `paymentMethod` · object · mandatory · acme/card/nested#request paymentMethod
    pub payment_method: ConfirmPaymentMethod,
}
/// The object `paymentMethod` of `Confirm`.
#[derive(Clone, Debug)]
pub struct ConfirmPaymentMethod {
    /// `card` · object · mandatory · acme/card/nested#request paymentMethod.card
    pub card: ConfirmPaymentMethodCard,
}
/// The object `paymentMethod.card` of `Confirm`.
#[derive(Clone, Debug)]
pub struct ConfirmPaymentMethodCard {
    /// `number` · at most 19 characters · mandatory · acme/card/nested#request paymentMethod.card.number
    pub number: rt::Secret,
}
impl rt::Request for Confirm {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::card_data_tables::CONFIRM;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.id);
        v.given(1);
        v.given(2);
        v.set(3, &self.payment_method.card.number);
    }
}
impl rt::ServerForm for Confirm {
    type Reply = super::received::Looked;
}
}
/// The tables of what carries card data in `card`.
mod card_data_tables {
use ::faspay_runtime::table::*;
/// The table of `card.confirm`.
pub static CONFIRM: RequestTable = RequestTable {
    id: "acme.card.confirm",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: None,
        production: Some("https://acme.test/api"),
    },
    path: "/payments/{id}/confirm",
    authorization: Authorization::Bearer {
        operation: "acme.card.token",
    },
    fields: &[
        FieldSpec::new("id", "id", Kind::Text { max: Some(40) }, "acme/card/nested#request id").at(Place::Path).mandatory(),
        FieldSpec::new("paymentMethod", "paymentMethod", Kind::Object { min: None, max: None }, "acme/card/nested#request paymentMethod").mandatory(),
        FieldSpec::new("paymentMethod.card", "card", Kind::Object { min: None, max: None }, "acme/card/nested#request paymentMethod.card").within(1).mandatory(),
        FieldSpec::new("paymentMethod.card.number", "number", Kind::Text { max: Some(19) }, "acme/card/nested#request paymentMethod.card.number").within(2).sensitive().mandatory(),
    ],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: None,
    misspellings: &[],
    ..RequestTable::POST
}
    .new();
}
/// Coded values: closed when sending, open when receiving.
pub mod codes {
::faspay_runtime::codes! {
    /// What became of a payment. Code list `status`.
    pub enum Status {
        /// `S`: Sold, as said.
        Sold = "S",
        /// `F`: Failed, as said.
        Failed = "F",
        /// `P`: Pending, as said.
        Pending = "P",
        /// `X`: Odd, as said.
        Odd = "X",
    }
}
::faspay_runtime::outcomes! {
    Status {
        Sold => Paid,
        Failed => NotPaid,
        Pending => Pending,
        Odd => Unknown,
    }
}
::faspay_runtime::codes! {
    /// Languages. Code list `lang`.
    pub enum Language {
        /// `EN`: English, as said.
        English = "EN",
        /// `ID`: Indonesian, as said.
        Indonesian = "ID",
    }
}
}
/// What comes back: a type for each message, and the doors at which they arrive.
pub mod received {
use ::faspay_runtime as rt;
/// What the gateway's server may send to the callback URL.
#[derive(Debug)]
#[non_exhaustive]
pub enum Callback {
    /// The message `card.paid`.
    Paid(rt::Received<Paid>),
    /// The message `card.settled`.
    Settled(rt::Received<Settled>),
}
impl Callback {
    /// Parses a body strictly and tells which message it is.
    ///
    /// # Errors
    /// Everything that makes the body unreadable; see [`rt::ReceiveError`].
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, rt::ReceiveError> {
        let (which, message) = CALLBACK_DOOR.parse(content_type, body)?;
        Ok(
            match which {
                0 => Self::Paid(rt::Received::of(message)),
                _ => Self::Settled(rt::Received::of(message)),
            },
        )
    }
}
::faspay_runtime::stages! {
    server super::gateway::Credentials: Callback,
    VerifiedCallback,
    ReconciledCallback {
        Paid,
        Settled
    }
}
static CALLBACK_DOOR: rt::table::Door = rt::table::Door {
    messages: &[&super::received_tables::PAID, &super::received_tables::SETTLED],
};
/// `acme.card.paid`, page card/nested; HMAC-SHA512 with `callback_key`.
#[derive(Clone, Debug)]
pub struct Paid(rt::Message);
impl rt::Inbound for Paid {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::PAID;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl Paid {
    /// `id` · at most 20 characters · mandatory · acme/card/nested#request order.id
    pub fn order_id(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// `amount` · amount, printed with 2 decimals · mandatory · acme/card/nested#request order.amount
    pub fn order_amount(&self) -> Option<rt::Amount> {
        self.0.amount(2)
    }
    /// `currency` · at most 3 characters · mandatory · acme/card/nested#request order.currency
    pub fn order_currency(&self) -> Option<&str> {
        self.0.text(3)
    }
    /// `transactionStatus` · code list status · mandatory · acme/card/nested#request transactionStatus
    pub fn transaction_status(&self) -> Option<super::codes::Status> {
        self.0.code(4)
    }
    /// `captured` · `true` or `false` · optional · acme/card/nested#request captured
    pub fn captured(&self) -> Option<bool> {
        self.0.boolean(5)
    }
    /// `rate` · decimal number of at most 8 characters · optional · acme/card/nested#request rate
    pub fn rate(&self) -> Option<&str> {
        self.0.text(6)
    }
    /// `paidAt` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · optional · acme/card/nested#request paidAt
    pub fn paid_at(&self) -> Option<&str> {
        self.0.text(7)
    }
    /// `due` · date, `YYYYMMDD` · optional · acme/card/nested#request due
    pub fn due(&self) -> Option<rt::Date> {
        self.0.date(8)
    }
    /// `metadata` · JSON object · optional · acme/card/nested#request metadata
    pub fn metadata(&self) -> Option<&str> {
        self.0.text(9)
    }
    /// `chargeDetails` · list of objects · optional · acme/card/nested#request chargeDetails
    pub fn charge_details(&self) -> impl Iterator<Item = PaidChargeDetailsElement> {
        self.0.elements(10).map(PaidChargeDetailsElement)
    }
    /// `signature` · at most 128 characters · mandatory · acme/card/nested#request signature
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(11))
    }
}
/// One element of `chargeDetails` of `Paid`.
#[derive(Clone, Debug)]
pub struct PaidChargeDetailsElement(rt::ReceivedElement);
impl PaidChargeDetailsElement {
    /// `type` · code list lang · mandatory · acme/card/nested#request type
    pub fn r#type(&self) -> Option<super::codes::Language> {
        self.0.code(0)
    }
    /// `quantity` · whole number of at most 4 digits · mandatory · acme/card/nested#request quantity
    pub fn quantity(&self) -> Option<u64> {
        self.0.integer(1)
    }
    /// `value` · amount, printed with 2 decimals · mandatory · acme/card/nested#request price.value
    pub fn price_value(&self) -> Option<rt::Amount> {
        self.0.amount(3)
    }
    /// `currency` · at most 3 characters · mandatory · acme/card/nested#request price.currency
    pub fn price_currency(&self) -> Option<&str> {
        self.0.text(4)
    }
    /// `parts` · list of objects · optional · acme/card/nested#request parts
    pub fn parts(&self) -> impl Iterator<Item = PaidChargeDetailsElementPartsElement> {
        self.0.elements(5).map(PaidChargeDetailsElementPartsElement)
    }
}
/// One element of `parts` of `PaidChargeDetailsElement`.
#[derive(Clone, Debug)]
pub struct PaidChargeDetailsElementPartsElement(rt::ReceivedElement);
impl PaidChargeDetailsElementPartsElement {
    /// `sku` · at most 9 characters · optional · acme/card/nested#request sku
    pub fn sku(&self) -> Option<&str> {
        self.0.text(0)
    }
}
/// `acme.card.settled`, page card/nested; a key in the header `X-API-Key`.
#[derive(Clone, Debug)]
pub struct Settled(rt::Message);
impl rt::Inbound for Settled {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::SETTLED;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl Settled {
    /// `id` · at most 20 characters · mandatory · acme/card/nested#request order.id
    pub fn order_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// `amount` · amount, printed with 2 decimals · mandatory · acme/card/nested#request order.amount
    pub fn order_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(2))
    }
    /// `currency` · at most 3 characters · mandatory · acme/card/nested#request order.currency
    pub fn order_currency(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// `transactionStatus` · code list status · mandatory · acme/card/nested#request transactionStatus
    pub fn transaction_status(&self) -> rt::Unsigned<Option<super::codes::Status>> {
        rt::Unsigned::new(self.0.code(4))
    }
    /// `captured` · `true` or `false` · optional · acme/card/nested#request captured
    pub fn captured(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(5))
    }
    /// `rate` · decimal number of at most 8 characters · optional · acme/card/nested#request rate
    pub fn rate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// `paidAt` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · optional · acme/card/nested#request paidAt
    pub fn paid_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// `due` · date, `YYYYMMDD` · optional · acme/card/nested#request due
    pub fn due(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(8))
    }
    /// `metadata` · JSON object · optional · acme/card/nested#request metadata
    pub fn metadata(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// `chargeDetails` · list of objects · optional · acme/card/nested#request chargeDetails
    pub fn charge_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = SettledChargeDetailsElement>> {
        rt::Unsigned::new(self.0.elements(10).map(SettledChargeDetailsElement))
    }
}
/// One element of `chargeDetails` of `Settled`.
#[derive(Clone, Debug)]
pub struct SettledChargeDetailsElement(rt::ReceivedElement);
impl SettledChargeDetailsElement {
    /// `type` · code list lang · mandatory · acme/card/nested#request type
    pub fn r#type(&self) -> Option<super::codes::Language> {
        self.0.code(0)
    }
    /// `quantity` · whole number of at most 4 digits · mandatory · acme/card/nested#request quantity
    pub fn quantity(&self) -> Option<u64> {
        self.0.integer(1)
    }
    /// `value` · amount, printed with 2 decimals · mandatory · acme/card/nested#request price.value
    pub fn price_value(&self) -> Option<rt::Amount> {
        self.0.amount(3)
    }
    /// `currency` · at most 3 characters · mandatory · acme/card/nested#request price.currency
    pub fn price_currency(&self) -> Option<&str> {
        self.0.text(4)
    }
    /// `parts` · list of objects · optional · acme/card/nested#request parts
    pub fn parts(
        &self,
    ) -> impl Iterator<Item = SettledChargeDetailsElementPartsElement> {
        self.0.elements(5).map(SettledChargeDetailsElementPartsElement)
    }
}
/// One element of `parts` of `SettledChargeDetailsElement`.
#[derive(Clone, Debug)]
pub struct SettledChargeDetailsElementPartsElement(rt::ReceivedElement);
impl SettledChargeDetailsElementPartsElement {
    /// `sku` · at most 9 characters · optional · acme/card/nested#request sku
    pub fn sku(&self) -> Option<&str> {
        self.0.text(0)
    }
}
/// `acme.card.looked`, page card/nested; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct Looked(rt::Message);
impl rt::Inbound for Looked {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::LOOKED;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl Looked {
    /// `id` · at most 20 characters · mandatory · acme/card/nested#request order.id
    pub fn order_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// `amount` · amount, printed with 2 decimals · mandatory · acme/card/nested#request order.amount
    pub fn order_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(2))
    }
    /// `currency` · at most 3 characters · mandatory · acme/card/nested#request order.currency
    pub fn order_currency(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// `transactionStatus` · code list status · mandatory · acme/card/nested#request transactionStatus
    pub fn transaction_status(&self) -> rt::Unsigned<Option<super::codes::Status>> {
        rt::Unsigned::new(self.0.code(4))
    }
    /// `captured` · `true` or `false` · optional · acme/card/nested#request captured
    pub fn captured(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(5))
    }
    /// `rate` · decimal number of at most 8 characters · optional · acme/card/nested#request rate
    pub fn rate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// `paidAt` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · optional · acme/card/nested#request paidAt
    pub fn paid_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// `due` · date, `YYYYMMDD` · optional · acme/card/nested#request due
    pub fn due(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(8))
    }
    /// `metadata` · JSON object · optional · acme/card/nested#request metadata
    pub fn metadata(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// `chargeDetails` · list of objects · optional · acme/card/nested#request chargeDetails
    pub fn charge_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = LookedChargeDetailsElement>> {
        rt::Unsigned::new(self.0.elements(10).map(LookedChargeDetailsElement))
    }
}
/// One element of `chargeDetails` of `Looked`.
#[derive(Clone, Debug)]
pub struct LookedChargeDetailsElement(rt::ReceivedElement);
impl LookedChargeDetailsElement {
    /// `type` · code list lang · mandatory · acme/card/nested#request type
    pub fn r#type(&self) -> Option<super::codes::Language> {
        self.0.code(0)
    }
    /// `quantity` · whole number of at most 4 digits · mandatory · acme/card/nested#request quantity
    pub fn quantity(&self) -> Option<u64> {
        self.0.integer(1)
    }
    /// `value` · amount, printed with 2 decimals · mandatory · acme/card/nested#request price.value
    pub fn price_value(&self) -> Option<rt::Amount> {
        self.0.amount(3)
    }
    /// `currency` · at most 3 characters · mandatory · acme/card/nested#request price.currency
    pub fn price_currency(&self) -> Option<&str> {
        self.0.text(4)
    }
    /// `parts` · list of objects · optional · acme/card/nested#request parts
    pub fn parts(&self) -> impl Iterator<Item = LookedChargeDetailsElementPartsElement> {
        self.0.elements(5).map(LookedChargeDetailsElementPartsElement)
    }
}
/// One element of `parts` of `LookedChargeDetailsElement`.
#[derive(Clone, Debug)]
pub struct LookedChargeDetailsElementPartsElement(rt::ReceivedElement);
impl LookedChargeDetailsElementPartsElement {
    /// `sku` · at most 9 characters · optional · acme/card/nested#request sku
    pub fn sku(&self) -> Option<&str> {
        self.0.text(0)
    }
}
/// `acme.card.token-reply`, page card/nested; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct TokenReply(rt::Message);
impl rt::Inbound for TokenReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::TOKEN_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl TokenReply {
    /// `token` · at most 200 characters · mandatory · acme/card/nested#request token
    pub fn token(&self) -> rt::Unsigned<Option<rt::Secret>> {
        rt::Unsigned::new(self.0.text(0).map(rt::Secret::from))
    }
    /// `expires` · whole number of at most 6 digits · mandatory · acme/card/nested#request expires
    pub fn expires(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(1))
    }
}
}
/// The tables of the messages that come back.
mod received_tables {
use ::faspay_runtime as rt;
use ::faspay_runtime::table::*;
static JSON_KEYS: Keys = Keys::exact(&[
    "order", "order.id", "order.amount", "order.currency", "transactionStatus", "captured", "rate",
    "paidAt", "due", "metadata", "chargeDetails", "signature",
]);
/// The table of one element of `parts`.
pub static PAID_CHARGE_DETAILS_ELEMENT_PARTS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("sku", "sku", Kind::Text { max: Some(9) }, "acme/card/nested#request sku"),
    ],
    min: None,
    max: Some(9),
};
/// The table of one element of `chargeDetails`.
pub static PAID_CHARGE_DETAILS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("type", "type", Kind::Code(<super::codes::Language as rt::CodeText>::CODES), "acme/card/nested#request type").mandatory(),
        FieldSpec::new("quantity", "quantity", Kind::Integer { digits: 4 }, "acme/card/nested#request quantity").mandatory(),
        FieldSpec::new("price", "price", Kind::Object { min: None, max: None }, "acme/card/nested#request price").mandatory(),
        FieldSpec::new("price.value", "value", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(4) }, "acme/card/nested#request price.value").within(2).mandatory(),
        FieldSpec::new("price.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request price.currency").within(2).mandatory(),
        FieldSpec::new("parts", "parts", Kind::List(&PAID_CHARGE_DETAILS_ELEMENT_PARTS_ELEMENT), "acme/card/nested#request parts"),
    ],
    min: None,
    max: Some(9),
};
static PAID_FIELDS: [FieldSpec; 12] = [
    FieldSpec::new("order", "order", Kind::Object { min: None, max: None }, "acme/card/nested#request order").mandatory(),
    FieldSpec::new("order.id", "id", Kind::Text { max: Some(20) }, "acme/card/nested#request order.id").within(0).mandatory(),
    FieldSpec::new("order.amount", "amount", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(3) }, "acme/card/nested#request order.amount").within(0).mandatory(),
    FieldSpec::new("order.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request order.currency").within(0).mandatory(),
    FieldSpec::new("transactionStatus", "transactionStatus", Kind::Code(<super::codes::Status as rt::CodeText>::CODES), "acme/card/nested#request transactionStatus").mandatory(),
    FieldSpec::new("captured", "captured", Kind::Boolean, "acme/card/nested#request captured"),
    FieldSpec::new("rate", "rate", Kind::Decimal { max: 8 }, "acme/card/nested#request rate"),
    FieldSpec::new("paidAt", "paidAt", Kind::Timestamp, "acme/card/nested#request paidAt"),
    FieldSpec::new("due", "due", Kind::CompactDate, "acme/card/nested#request due"),
    FieldSpec::new("metadata", "metadata", Kind::Json, "acme/card/nested#request metadata"),
    FieldSpec::new("chargeDetails", "chargeDetails", Kind::List(&PAID_CHARGE_DETAILS_ELEMENT), "acme/card/nested#request chargeDetails"),
    FieldSpec::new("signature", "signature", Kind::Text { max: Some(128) }, "acme/card/nested#request signature").mandatory(),
];
/// The table of `card.paid`.
pub static PAID: InboundTable = InboundTable {
    id: "acme.card.paid",
    gateway: &super::gateway::GATEWAY,
    fields: &PAID_FIELDS,
    encoding: Encoding::Json,
    keys: &JSON_KEYS,
    slots: &slots::<12>(&JSON_KEYS, &PAID_FIELDS),
    auth: Auth::Hmac {
        credential: 2,
        field: 11,
    },
    answers: Answers {
        payment: Some(Asks {
            order: 1,
            amount: 2,
            currency: 3,
        }),
        merchant: None,
    },
    status: Some((4, super::codes::Status::outcome_of)),
    event_key: &[1, 4],
    acknowledge: None,
    when: Some(|v| v.present(11)),
    paid: None,
    exact_keys: true,
};
/// The table of one element of `parts`.
pub static SETTLED_CHARGE_DETAILS_ELEMENT_PARTS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("sku", "sku", Kind::Text { max: Some(9) }, "acme/card/nested#request sku"),
    ],
    min: None,
    max: Some(9),
};
/// The table of one element of `chargeDetails`.
pub static SETTLED_CHARGE_DETAILS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("type", "type", Kind::Code(<super::codes::Language as rt::CodeText>::CODES), "acme/card/nested#request type").mandatory(),
        FieldSpec::new("quantity", "quantity", Kind::Integer { digits: 4 }, "acme/card/nested#request quantity").mandatory(),
        FieldSpec::new("price", "price", Kind::Object { min: None, max: None }, "acme/card/nested#request price").mandatory(),
        FieldSpec::new("price.value", "value", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(4) }, "acme/card/nested#request price.value").within(2).mandatory(),
        FieldSpec::new("price.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request price.currency").within(2).mandatory(),
        FieldSpec::new("parts", "parts", Kind::List(&SETTLED_CHARGE_DETAILS_ELEMENT_PARTS_ELEMENT), "acme/card/nested#request parts"),
    ],
    min: None,
    max: Some(9),
};
static SETTLED_FIELDS: [FieldSpec; 11] = [
    FieldSpec::new("order", "order", Kind::Object { min: None, max: None }, "acme/card/nested#request order").mandatory(),
    FieldSpec::new("order.id", "id", Kind::Text { max: Some(20) }, "acme/card/nested#request order.id").within(0).mandatory(),
    FieldSpec::new("order.amount", "amount", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(3) }, "acme/card/nested#request order.amount").within(0).mandatory(),
    FieldSpec::new("order.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request order.currency").within(0).mandatory(),
    FieldSpec::new("transactionStatus", "transactionStatus", Kind::Code(<super::codes::Status as rt::CodeText>::CODES), "acme/card/nested#request transactionStatus").mandatory(),
    FieldSpec::new("captured", "captured", Kind::Boolean, "acme/card/nested#request captured"),
    FieldSpec::new("rate", "rate", Kind::Decimal { max: 8 }, "acme/card/nested#request rate"),
    FieldSpec::new("paidAt", "paidAt", Kind::Timestamp, "acme/card/nested#request paidAt"),
    FieldSpec::new("due", "due", Kind::CompactDate, "acme/card/nested#request due"),
    FieldSpec::new("metadata", "metadata", Kind::Json, "acme/card/nested#request metadata"),
    FieldSpec::new("chargeDetails", "chargeDetails", Kind::List(&SETTLED_CHARGE_DETAILS_ELEMENT), "acme/card/nested#request chargeDetails"),
];
/// The table of `card.settled`.
pub static SETTLED: InboundTable = InboundTable {
    id: "acme.card.settled",
    gateway: &super::gateway::GATEWAY,
    fields: &SETTLED_FIELDS,
    encoding: Encoding::Json,
    keys: &JSON_KEYS,
    slots: &slots::<11>(&JSON_KEYS, &SETTLED_FIELDS),
    auth: Auth::Key {
        credential: 2,
        header: "X-API-Key",
    },
    answers: Answers {
        payment: Some(Asks {
            order: 1,
            amount: 2,
            currency: 3,
        }),
        merchant: None,
    },
    status: Some((4, super::codes::Status::outcome_of)),
    event_key: &[1, 4],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
static LOOKED_KEYS: Keys = Keys::exact(&[
    "order", "order.id", "order.amount", "order.currency", "transactionStatus", "captured", "rate",
    "paidAt", "due", "metadata", "chargeDetails",
]);
/// The table of one element of `parts`.
pub static LOOKED_CHARGE_DETAILS_ELEMENT_PARTS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("sku", "sku", Kind::Text { max: Some(9) }, "acme/card/nested#request sku"),
    ],
    min: None,
    max: Some(9),
};
/// The table of one element of `chargeDetails`.
pub static LOOKED_CHARGE_DETAILS_ELEMENT: ElementTable = ElementTable {
    fields: &[
        FieldSpec::new("type", "type", Kind::Code(<super::codes::Language as rt::CodeText>::CODES), "acme/card/nested#request type").mandatory(),
        FieldSpec::new("quantity", "quantity", Kind::Integer { digits: 4 }, "acme/card/nested#request quantity").mandatory(),
        FieldSpec::new("price", "price", Kind::Object { min: None, max: None }, "acme/card/nested#request price").mandatory(),
        FieldSpec::new("price.value", "value", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(4) }, "acme/card/nested#request price.value").within(2).mandatory(),
        FieldSpec::new("price.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request price.currency").within(2).mandatory(),
        FieldSpec::new("parts", "parts", Kind::List(&LOOKED_CHARGE_DETAILS_ELEMENT_PARTS_ELEMENT), "acme/card/nested#request parts"),
    ],
    min: None,
    max: Some(9),
};
static LOOKED_FIELDS: [FieldSpec; 11] = [
    FieldSpec::new("order", "order", Kind::Object { min: None, max: None }, "acme/card/nested#request order").mandatory(),
    FieldSpec::new("order.id", "id", Kind::Text { max: Some(20) }, "acme/card/nested#request order.id").within(0).mandatory(),
    FieldSpec::new("order.amount", "amount", Kind::Amount { decimals: 2, max: Some(15), positive: true, currency: Some(3) }, "acme/card/nested#request order.amount").within(0).mandatory(),
    FieldSpec::new("order.currency", "currency", Kind::Text { max: Some(3) }, "acme/card/nested#request order.currency").within(0).mandatory(),
    FieldSpec::new("transactionStatus", "transactionStatus", Kind::Code(<super::codes::Status as rt::CodeText>::CODES), "acme/card/nested#request transactionStatus").mandatory(),
    FieldSpec::new("captured", "captured", Kind::Boolean, "acme/card/nested#request captured"),
    FieldSpec::new("rate", "rate", Kind::Decimal { max: 8 }, "acme/card/nested#request rate"),
    FieldSpec::new("paidAt", "paidAt", Kind::Timestamp, "acme/card/nested#request paidAt"),
    FieldSpec::new("due", "due", Kind::CompactDate, "acme/card/nested#request due"),
    FieldSpec::new("metadata", "metadata", Kind::Json, "acme/card/nested#request metadata"),
    FieldSpec::new("chargeDetails", "chargeDetails", Kind::List(&LOOKED_CHARGE_DETAILS_ELEMENT), "acme/card/nested#request chargeDetails"),
];
/// The table of `card.looked`.
pub static LOOKED: InboundTable = InboundTable {
    id: "acme.card.looked",
    gateway: &super::gateway::GATEWAY,
    fields: &LOOKED_FIELDS,
    encoding: Encoding::Json,
    keys: &LOOKED_KEYS,
    slots: &slots::<11>(&LOOKED_KEYS, &LOOKED_FIELDS),
    auth: Auth::Connection,
    answers: Answers {
        payment: Some(Asks {
            order: 1,
            amount: 2,
            currency: 3,
        }),
        merchant: None,
    },
    status: Some((4, super::codes::Status::outcome_of)),
    event_key: &[1, 4],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
static TOKEN_REPLY_KEYS: Keys = Keys::exact(&["token", "expires"]);
static TOKEN_REPLY_FIELDS: [FieldSpec; 2] = [
    FieldSpec::new("token", "token", Kind::Text { max: Some(200) }, "acme/card/nested#request token").sensitive().mandatory(),
    FieldSpec::new("expires", "expires", Kind::Integer { digits: 6 }, "acme/card/nested#request expires").mandatory(),
];
/// The table of `card.token-reply`.
pub static TOKEN_REPLY: InboundTable = InboundTable {
    id: "acme.card.token-reply",
    gateway: &super::gateway::GATEWAY,
    fields: &TOKEN_REPLY_FIELDS,
    encoding: Encoding::Json,
    keys: &TOKEN_REPLY_KEYS,
    slots: &slots::<2>(&TOKEN_REPLY_KEYS, &TOKEN_REPLY_FIELDS),
    auth: Auth::Connection,
    answers: Answers {
        payment: None,
        merchant: None,
    },
    status: None,
    event_key: &[],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
}
/// The gateway: credentials, and what all messages share.
mod gateway {
use ::faspay_runtime as rt;
/// What `acme` issued to the merchant, and what the merchant decided.
///
/// Secrets are wiped when dropped and never shown. A credential that an operation doesn't use may be left out.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    client_id: String,
    client_secret: rt::Secret,
    callback_key: rt::Secret,
}
impl Credentials {
    /// Nothing issued, nothing decided.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// The client_id. (at most 30 characters)
    #[must_use]
    pub fn client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = client_id.into();
        self
    }
    /// The client_secret. (at most 30 characters)
    #[must_use]
    pub fn client_secret(mut self, client_secret: impl Into<rt::Secret>) -> Self {
        self.client_secret = client_secret.into();
        self
    }
    /// The callback_key. (at most 30 characters)
    #[must_use]
    pub fn callback_key(mut self, callback_key: impl Into<rt::Secret>) -> Self {
        self.callback_key = callback_key.into();
        self
    }
}
impl rt::Credentials for Credentials {
    fn get(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.client_id),
            1 => Some(self.client_secret.expose()),
            2 => Some(self.callback_key.expose()),
            _ => None,
        }
    }
}
/// Builds and signs requests of `acme`.
pub type Client = rt::Client<Credentials>;
/// What every message of the gateway shares.
pub static GATEWAY: rt::table::GatewayTable = rt::table::GatewayTable {
    id: "acme",
    credentials: &[
        rt::table::CredentialSpec { name: "client_id", max: Some(30), digits: false, sensitive: false, sent_by: None },
        rt::table::CredentialSpec { name: "client_secret", max: Some(30), digits: false, sensitive: true, sent_by: None },
        rt::table::CredentialSpec { name: "callback_key", max: Some(30), digits: false, sensitive: true, sent_by: None },
    ],
    settings: &[],
};
}
/// Every table under its id, for callers that know operations by name.
pub mod dynamic {
use ::faspay_runtime as rt;
/// Every request, in the order of the spec.
pub static REQUESTS: &[&rt::table::RequestTable] = &[
    &super::card_tables::CHARGE,
    &super::card_data_tables::CONFIRM,
    &super::card_tables::LOOK,
    &super::card_tables::TOKEN,
];
/// Every message that may come back, under the id of the operation that it answers, and the way it comes.
pub static INBOUND: &[(&str, &rt::table::InboundTable, rt::dynamic::Through)] = &[
    (
        "acme.card.charge.callback",
        &super::received_tables::PAID,
        rt::dynamic::Through::Server,
    ),
    (
        "acme.card.charge.reply",
        &super::received_tables::LOOKED,
        rt::dynamic::Through::Reply,
    ),
    (
        "acme.card.confirm.reply",
        &super::received_tables::LOOKED,
        rt::dynamic::Through::Reply,
    ),
    (
        "acme.card.look.reply",
        &super::received_tables::LOOKED,
        rt::dynamic::Through::Reply,
    ),
    (
        "acme.card.token.reply",
        &super::received_tables::TOKEN_REPLY,
        rt::dynamic::Through::Reply,
    ),
    ("acme.card.settled", &super::received_tables::SETTLED, rt::dynamic::Through::Server),
];
/// Every signature recipe as the documents give it, its values by name.
pub static RECIPES: &[rt::dynamic::Recipe] = &[];
}
pub use gateway::{Client, Credentials};
pub use received::{Callback, VerifiedCallback, ReconciledCallback};
