// @generated from spec/warung by `cargo xtask codegen`. Edit the spec, not this file.

/// Payments on Warung's page.
pub mod payment {
pub use super::received::{Paid, Created};
use ::faspay_runtime as rt;
/// Opens a payment; the answer says where the shopper pays.
///
/// `warung.payment.create`, page payment. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct Create {
    /// The shop's own id of the order. `orderId` · Varchar(20), at most 20 characters · mandatory · warung/payment#request row 1
    pub order_id: String,
    /// What the shopper pays. `amount` · Numeric(12), amount, printed with 0 decimals · mandatory · warung/payment#request row 2
    pub amount: rt::Amount,
    /// `customer` · Object, object · mandatory · warung/payment#request row 4
    pub customer: CreateCustomer,
}
/// The object `customer` of `Create`.
#[derive(Clone, Debug)]
pub struct CreateCustomer {
    /// `name` · Varchar(40), at most 40 characters · mandatory · warung/payment#request row 5
    pub name: String,
    /// What may be left out.
    pub optional: CreateCustomerOptional,
}
/// What may be left out of `CreateCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateCustomerOptional {
    /// Where the receipt goes. `email` · Email(60), at most 60 characters · optional · warung/payment#request row 6
    pub email: Option<String>,
}
impl rt::Request for Create {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::payment_tables::CREATE;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.order_id);
        v.set(1, &self.amount);
        v.given(3);
        v.set(4, &self.customer.name);
        v.set(5, &self.customer.optional.email);
    }
}
impl rt::ServerForm for Create {
    type Reply = super::received::Created;
}
}
/// The tables of `payment`.
mod payment_tables {
use ::faspay_runtime as rt;
use ::faspay_runtime::table::*;
/// The table of `payment.create`.
pub static CREATE: RequestTable = RequestTable {
    id: "warung.payment.create",
    gateway: &super::gateway::GATEWAY,
    transport: Transport::ServerJson,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://sandbox.warung.example"),
        production: Some("https://api.warung.example"),
    },
    path: "/v1/payments",
    authorization: Authorization::Basic {
        user: 0,
        password: 1,
    },
    fields: &[
        FieldSpec::new("orderId", "orderId", Kind::Text { max: Some(20) }, "warung/payment#request row 1").mandatory(),
        FieldSpec::new("amount", "amount", Kind::Amount { decimals: 0, max: Some(12), positive: true, currency: Some(2) }, "warung/payment#request row 2").mandatory().number(),
        FieldSpec::new("currency", "currency", Kind::Code(<super::codes::CurrencyCode as rt::CodeText>::CODES), "warung/payment#request row 3").mandatory().by(By::CurrencyOf(1)),
        FieldSpec::new("customer", "customer", Kind::Object { min: None, max: None }, "warung/payment#request row 4").mandatory(),
        FieldSpec::new("customer.name", "name", Kind::Text { max: Some(40) }, "warung/payment#request row 5").within(3).mandatory(),
        FieldSpec::new("customer.email", "email", Kind::Text { max: Some(60) }, "warung/payment#request row 6").within(3),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "" },
        CredentialUse { index: 1, forbid: "" },
    ],
    rules: |_, _| {},
    asks: Some(Asks {
        order: 0,
        amount: 1,
        currency: 2,
    }),
    retry: Retry::Never,
    inquire: None,
    misspellings: &[("curency", "currency")],
    ..RequestTable::POST
}
    .new();
}
/// Coded values: closed when sending, open when receiving.
pub mod codes {
::faspay_runtime::codes! {
    /// What became of a payment. Code list `status`.
    pub enum Status {
        /// `PAID`: The money is there.
        Paid = "PAID",
        /// `FAILED`: Nothing was paid.
        Failed = "FAILED",
        /// `PENDING`: Not decided yet.
        Pending = "PENDING",
    }
}
::faspay_runtime::outcomes! {
    Status {
        Paid => Paid,
        Failed => NotPaid,
        Pending => Pending,
    }
}
::faspay_runtime::codes! {
    /// Currencies. Code list `currency`.
    pub enum CurrencyCode {
        /// `IDR`: Indonesian rupiah.
        Idr = "IDR",
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
    /// What became of a payment.
    Paid(rt::Received<Paid>),
}
impl Callback {
    /// Parses a body strictly and tells which message it is.
    ///
    /// # Errors
    /// Everything that makes the body unreadable; see [`rt::ReceiveError`].
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, rt::ReceiveError> {
        let (_, message) = CALLBACK_DOOR.parse(content_type, body)?;
        Ok(Self::Paid(rt::Received::of(message)))
    }
}
::faspay_runtime::stages! {
    server super::gateway::Credentials: Callback,
    VerifiedCallback,
    ReconciledCallback {
        Paid
    }
}
static CALLBACK_DOOR: rt::table::Door = rt::table::Door {
    messages: &[&super::received_tables::PAID],
};
/// What became of a payment.
///
/// `warung.payment.paid`, page payment; HMAC-SHA512 with `api_key`.
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
    /// The shop's own id of the order. `orderId` · Varchar(20), at most 20 characters · mandatory · warung/payment#parameters row 1
    pub fn order_id(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// What was paid. `amount` · Numeric(12), amount, printed with 0 decimals · mandatory · warung/payment#parameters row 2
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(1)
    }
    /// The currency of the amount. `currency` · Varchar(3), code list currency · mandatory · warung/payment#parameters row 3
    pub fn currency(&self) -> Option<super::codes::CurrencyCode> {
        self.0.code(2)
    }
    /// What became of it. `status` · Varchar(8), code list status · mandatory · warung/payment#parameters row 4
    pub fn status(&self) -> Option<super::codes::Status> {
        self.0.code(3)
    }
    /// `signature` · Varchar(128), at most 128 characters · mandatory · warung/payment#parameters row 5
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(4))
    }
}
/// Where the shopper pays.
///
/// `warung.payment.created`, page payment; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct Created(rt::Message);
impl rt::Inbound for Created {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::CREATED;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl Created {
    /// Warung's number of the payment. `paymentId` · Varchar(20), at most 20 characters · mandatory · warung/payment#response row 1
    pub fn payment_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(0))
    }
    /// Where the shopper pays. `payUrl` · Varchar(100), http or https URL of at most 100 characters · mandatory · warung/payment#response row 2
    pub fn pay_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
}
}
/// The tables of the messages that come back.
mod received_tables {
use ::faspay_runtime as rt;
use ::faspay_runtime::table::*;
static JSON_KEYS: Keys = Keys::exact(
    &["orderId", "amount", "currency", "status", "signature"],
);
static PAID_FIELDS: [FieldSpec; 5] = [
    FieldSpec::new("orderId", "orderId", Kind::Text { max: Some(20) }, "warung/payment#parameters row 1").mandatory(),
    FieldSpec::new("amount", "amount", Kind::Amount { decimals: 0, max: Some(12), positive: false, currency: Some(2) }, "warung/payment#parameters row 2").mandatory(),
    FieldSpec::new("currency", "currency", Kind::Code(<super::codes::CurrencyCode as rt::CodeText>::CODES), "warung/payment#parameters row 3").mandatory(),
    FieldSpec::new("status", "status", Kind::Code(<super::codes::Status as rt::CodeText>::CODES), "warung/payment#parameters row 4").mandatory(),
    FieldSpec::new("signature", "signature", Kind::Text { max: Some(128) }, "warung/payment#parameters row 5").mandatory(),
];
/// The table of `payment.paid`.
pub static PAID: InboundTable = InboundTable {
    id: "warung.payment.paid",
    gateway: &super::gateway::GATEWAY,
    fields: &PAID_FIELDS,
    encoding: Encoding::Json,
    keys: &JSON_KEYS,
    slots: &slots::<5>(&JSON_KEYS, &PAID_FIELDS),
    auth: Auth::Hmac {
        credential: 1,
        field: 4,
    },
    answers: Answers {
        payment: Some(Asks {
            order: 0,
            amount: 1,
            currency: 2,
        }),
        merchant: None,
    },
    status: Some((3, super::codes::Status::outcome_of)),
    event_key: &[0, 3],
    acknowledge: None,
    when: None,
    paid: None,
    exact_keys: true,
};
static CREATED_KEYS: Keys = Keys::exact(&["paymentId", "payUrl"]);
static CREATED_FIELDS: [FieldSpec; 2] = [
    FieldSpec::new("paymentId", "paymentId", Kind::Text { max: Some(20) }, "warung/payment#response row 1").mandatory(),
    FieldSpec::new("payUrl", "payUrl", Kind::Url { max: Some(100) }, "warung/payment#response row 2").mandatory(),
];
/// The table of `payment.created`.
pub static CREATED: InboundTable = InboundTable {
    id: "warung.payment.created",
    gateway: &super::gateway::GATEWAY,
    fields: &CREATED_FIELDS,
    encoding: Encoding::Json,
    keys: &CREATED_KEYS,
    slots: &slots::<2>(&CREATED_KEYS, &CREATED_FIELDS),
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
/// What `warung` issued to the merchant, and what the merchant decided.
///
/// Secrets are wiped when dropped and never shown. A credential that an operation doesn't use may be left out.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    shop_id: String,
    api_key: rt::Secret,
}
impl Credentials {
    /// Nothing issued, nothing decided.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// The shop's number. (at most 8 characters, digits only)
    #[must_use]
    pub fn shop_id(mut self, shop_id: impl Into<String>) -> Self {
        self.shop_id = shop_id.into();
        self
    }
    /// The password of the shop's server and the key of every signature.
    #[must_use]
    pub fn api_key(mut self, api_key: impl Into<rt::Secret>) -> Self {
        self.api_key = api_key.into();
        self
    }
}
impl rt::Credentials for Credentials {
    fn get(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.shop_id),
            1 => Some(self.api_key.expose()),
            _ => None,
        }
    }
}
/// Builds and signs requests of `warung`.
pub type Client = rt::Client<Credentials>;
/// What every message of the gateway shares.
pub static GATEWAY: rt::table::GatewayTable = rt::table::GatewayTable {
    id: "warung",
    credentials: &[
        rt::table::CredentialSpec { name: "shop_id", max: Some(8), digits: true, sensitive: false, sent_by: None },
        rt::table::CredentialSpec { name: "api_key", max: None, digits: false, sensitive: true, sent_by: None },
    ],
    settings: &[],
};
}
/// Every table under its id, for callers that know operations by name.
pub mod dynamic {
use ::faspay_runtime as rt;
/// Every request, in the order of the spec.
pub static REQUESTS: &[&rt::table::RequestTable] = &[
    
    &super::payment_tables::CREATE,
];
/// Every message that may come back, under the id of the operation that it answers, and the way it comes.
pub static INBOUND: &[(&str, &rt::table::InboundTable, rt::dynamic::Through)] = &[
    
    (
        "warung.payment.create.reply",
        &super::received_tables::CREATED,
        rt::dynamic::Through::Reply,
    ),
    ("warung.payment.paid", &super::received_tables::PAID, rt::dynamic::Through::Server),
];
/// Every signature recipe as the documents give it, its values by name.
pub static RECIPES: &[rt::dynamic::Recipe] = &[];
}
pub use gateway::{Client, Credentials};
pub use received::{Callback, VerifiedCallback, ReconciledCallback};
