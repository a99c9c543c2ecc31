//! The nested gateway: a request with objects, a list, a path, a query and headers; one without a body; and a message that arrives
//! in three ways, vouched for by an HMAC, by a key in a header, and by the connection.

#![allow(dead_code)]

use faspay_runtime::table::{
    Answers, Asks, Auth, Authorization, By, Characters, CredentialSpec, CredentialUse, ElementTable, Encoding, Endpoint, FieldSpec,
    GatewayTable, InboundTable, Keys, Kind, Method, Place, RequestTable, Retry, Transport, slots,
};
use faspay_runtime::{
    Amount, Date, Decimal, Element, Inbound, JsonObject, Message, Operand, PaymentStatus, Relation, Request, ServerForm,
    SettingValue, Timestamp, Values,
};

const fn credential(name: &'static str, sensitive: bool) -> CredentialSpec {
    CredentialSpec { name, max: Some(30), digits: false, sensitive, sent_by: None }
}

pub static GATEWAY: GatewayTable = GatewayTable {
    id: "nest",
    credentials: &[credential("merchant", false), credential("secret", true), credential("callback_key", true)],
    settings: &[],
};

/// What the gateway issued.
#[derive(Clone)]
pub struct Credentials(pub [&'static str; 3]);

impl faspay_runtime::Credentials for Credentials {
    fn get(&self, index: usize) -> Option<&str> {
        self.0.get(index).copied()
    }

    fn setting(&self, _: usize) -> Option<SettingValue> {
        None
    }
}

pub const CREDENTIALS: Credentials = Credentials(["shop", "s3cret", "cb-key-7"]);

const fn text(name: &'static str, wire: &'static str, max: u32) -> FieldSpec {
    FieldSpec::new(name, wire, Kind::Text { max: Some(max) }, "nest/pay#row")
}

const fn of(name: &'static str, wire: &'static str, kind: Kind) -> FieldSpec {
    FieldSpec::new(name, wire, kind, "nest/pay#row")
}

const OBJECT: Kind = Kind::Object { min: None, max: None };
const CURRENCIES: Kind = Kind::Code(&["IDR", "USD", "JPY"]);

const fn money(currency: Option<u8>) -> Kind {
    Kind::Amount { decimals: 2, max: Some(12), positive: true, currency }
}

pub static ITEM: ElementTable = ElementTable {
    fields: &[
        text("name", "name", 5).mandatory(),
        of("qty", "qty", Kind::Integer { digits: 2 }).mandatory().number(),
        of("price", "price", OBJECT),
        of("price.amount", "value", money(Some(4))).mandatory().within(2),
        of("price.currency", "currency", CURRENCIES).by(By::CurrencyOf(3)).within(2),
        text("unit", "unit", 3).by(By::Fixed("PCS")),
        text("tag", "tag", 3).when("present(flag)", |v| v.present(15)),
    ],
    min: Some(1),
    max: Some(2),
};

pub static PAY: RequestTable = RequestTable {
    id: "nest.pay",
    gateway: &GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Post,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://sandbox.nest.test"),
        production: Some("https://nest.test/api"),
    },
    path: "/v2/payments/{id}/confirm",
    authorization: Authorization::Basic { user: 0, password: 1 },
    fields: &[
        text("id", "id", 20).mandatory().at(Place::Path),
        text("lang", "lang of page", 9).at(Place::Query),
        text("request_key", "key", 36).by(By::IdempotencyKey).at(Place::Header("X-Idempotency-Key")),
        text("note", "note", 9).at(Place::Header("X-Note")),
        of("order", "order", OBJECT).mandatory(),
        text("order.id", "orderId", 20).mandatory().within(4),
        of("order.amount", "amount", money(Some(7))).mandatory().within(4),
        of("order.currency", "currency", CURRENCIES).mandatory().by(By::CurrencyOf(6)).within(4),
        text("order.kind", "kind", 4).by(By::Fixed("SALE")).within(4),
        of("customer", "customer", Kind::Object { min: Some(2), max: Some(3) }),
        text("customer.name", "name", 9).within(9).sensitive(),
        of("customer.address", "address", OBJECT).within(9),
        text("customer.address.city", "city", 9).mandatory().within(11),
        text("customer.merchant", "merchant", 30).by(By::Credential(0)).within(9),
        of("items", "items", Kind::List(&ITEM)),
        of("flag", "flag", Kind::Boolean).number(),
        of("rate", "rate", Kind::Decimal { max: 6 }).number(),
        of("day", "day", Kind::CompactDate),
        of("at", "at", Kind::Timestamp),
        of("meta", "meta", Kind::Json),
        of("extra", "extra", OBJECT).when("count(items) == 2", |v| {
            v.compare(Operand::Count(14), Relation::Equal, Operand::Number(2))
        }),
        text("extra.fixed", "fixed", 1).by(By::Fixed("x")).within(20),
        text("phone", "phone", 9).when("present(customer.merchant)", |v| v.present(13)),
    ],
    credentials: &[CredentialUse { index: 0, forbid: "" }, CredentialUse { index: 1, forbid: "" }],
    rules: |_, _| {},
    asks: Some(Asks { order: 5, amount: 6, currency: 7 }),
    retry: Retry::SafeWithKey,
    inquire: Some("nest.status"),
    misspellings: &[],
}
.new();

/// Pays.
#[derive(Clone)]
pub struct Pay {
    pub id: String,
    pub order_id: String,
    pub amount: Amount,
    pub customer: Option<Customer>,
    pub items: Option<Vec<Item>>,
    pub flag: Option<bool>,
    pub rate: Option<Decimal>,
    pub day: Option<Date>,
    pub at: Option<Timestamp>,
    pub meta: Option<JsonObject>,
    pub extra: bool,
}

#[derive(Clone)]
pub struct Customer {
    pub name: Option<String>,
    pub city: Option<String>,
}

#[derive(Clone)]
pub struct Item {
    pub name: String,
    pub qty: u64,
    pub price: Option<Amount>,
}

impl Element for Item {
    const TABLE: &'static ElementTable = &ITEM;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(0, &self.name);
        v.set(1, &self.qty);
        v.set(3, &self.price);
    }
}

impl Request for Pay {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &PAY;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(0, &self.id);
        v.given(4);
        v.set(5, &self.order_id);
        v.set(6, &self.amount);
        if let Some(customer) = &self.customer {
            v.given(9);
            v.set(10, &customer.name);
            v.set(12, &customer.city);
        }
        v.set(14, &self.items);
        v.set(15, &self.flag);
        v.set(16, &self.rate);
        v.set(17, &self.day);
        v.set(18, &self.at);
        v.set(19, &self.meta);
        if self.extra {
            v.given(20);
        }
    }
}

impl ServerForm for Pay {
    type Reply = Reply;
}

pub static STATUS: RequestTable = RequestTable {
    id: "nest.status",
    gateway: &GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Get,
    endpoint: Endpoint { name: "api", sandbox: Some("https://sandbox.nest.test"), production: None },
    path: "/v2/payments/{id}",
    authorization: Authorization::Bearer { operation: "nest.token" },
    fields: &[
        text("id", "id", 20).mandatory().at(Place::Path),
        of("verbose", "verbose", Kind::Boolean).at(Place::Query),
        text("shop", "shop", 30).by(By::Credential(0)).at(Place::Query),
    ],
    credentials: &[CredentialUse { index: 0, forbid: "" }],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
}
.new();

/// Asks.
pub struct Status(pub String);

impl Request for Status {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &STATUS;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(0, &self.0);
    }
}

impl ServerForm for Status {
    type Reply = Reply;
}

static CHARGE: ElementTable = ElementTable {
    fields: &[
        text("id", "id", 9),
        of("price", "price", OBJECT),
        of("price.amount", "amount", money(None)).within(1),
        of("day", "day", Kind::CompactDate),
        of("done", "done", Kind::Boolean),
        of("parts", "parts", Kind::List(&PART)),
        text("pan", "pan", 9).sensitive(),
    ],
    min: None,
    max: None,
};

static PART: ElementTable = ElementTable { fields: &[text("no", "no", 9)], min: None, max: None };

static KEYS: Keys = Keys::exact(&[
    "order",
    "order.id",
    "order.amount",
    "order.currency",
    "order.holder",
    "order.holder.name",
    "order.holder.Name",
    "order.holder.fullName",
    "statusCode",
    "status_code",
    "charges",
    "chargeList",
    "meta",
    "paidAt",
    "sig",
    "plain",
]);

pub static FIELDS: [FieldSpec; 12] = [
    of("order", "order", OBJECT).mandatory(),
    text("order.id", "id", 20).mandatory().within(0),
    of("order.amount", "amount", money(Some(3))).mandatory().within(0),
    of("order.currency", "currency", CURRENCIES).within(0),
    of("order.holder", "holder", OBJECT).within(0),
    text("order.holder.name", "name", 20)
        .aliases(&["order.holder.Name", "order.holder.fullName"])
        .mandatory()
        .within(4),
    text("statusCode", "statusCode", 4).aliases(&["status_code"]).mandatory(),
    of("charges", "charges", Kind::List(&CHARGE)).aliases(&["chargeList"]),
    of("meta", "meta", Kind::Json),
    of("paidAt", "paidAt", Kind::Timestamp),
    text("sig", "sig", 128),
    text("plain", "plain", 9),
];

const fn inbound(id: &'static str, auth: Auth) -> InboundTable {
    InboundTable {
        id,
        gateway: &GATEWAY,
        fields: &FIELDS,
        encoding: Encoding::Json,
        exact_keys: true,
        keys: &KEYS,
        slots: &SLOTS,
        auth,
        answers: Answers { payment: Some(Asks { order: 1, amount: 2, currency: 3 }), merchant: None },
        paid: None,
        status: Some((6, |code| if code == "PAID" { PaymentStatus::Paid } else { PaymentStatus::Unknown })),
        event_key: &[1, 6, 2],
        acknowledge: None,
        when: None,
    }
}

static SLOTS: [u8; 12] = slots::<12>(&KEYS, &FIELDS);

pub static SIGNED: InboundTable = inbound("nest.signed", Auth::Hmac { credential: 1, field: 10 });
pub static KEYED: InboundTable = inbound("nest.keyed", Auth::Key { credential: 2, header: "X-API-Key" });
pub static ANSWERED: InboundTable = inbound("nest.reply", Auth::Connection);

macro_rules! messages {
    ($($name:ident $table:ident)*) => {$(
        pub struct $name(Message);

        impl Inbound for $name {
            type Credentials = Credentials;
            const TABLE: &'static InboundTable = &$table;

            fn from_message(message: Message) -> Self {
                Self(message)
            }

            fn message(&self) -> &Message {
                &self.0
            }
        }
    )*};
}

messages!(Signed SIGNED Keyed KEYED Reply ANSWERED);

/// Asks for an access token.
pub struct Token;

pub static TOKEN: RequestTable = RequestTable {
    id: "nest.token",
    gateway: &GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Post,
    endpoint: Endpoint { name: "api", sandbox: Some("https://sandbox.nest.test"), production: None },
    path: "/v2/token",
    authorization: Authorization::Basic { user: 0, password: 1 },
    fields: &[],
    credentials: &[CredentialUse { index: 0, forbid: "" }, CredentialUse { index: 1, forbid: "" }],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Safe,
    inquire: None,
    misspellings: &[],
}
.new();

impl Request for Token {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &TOKEN;

    fn values<'a>(&'a self, _: &mut Values<'a>) {}
}

impl ServerForm for Token {
    type Reply = TokenReply;
}

impl faspay_runtime::GivesToken for Token {
    const TOKEN: usize = 1;
    const EXPIRES: usize = 2;
}

static TOKEN_KEYS: Keys = Keys::exact(&["data", "data.accessToken", "data.expiresIn"]);

static TOKEN_FIELDS: [FieldSpec; 3] = [
    of("data", "data", OBJECT),
    text("data.accessToken", "accessToken", 90).within(0).sensitive(),
    text("data.expiresIn", "expiresIn", 9).within(0),
];

static TOKEN_REPLY: InboundTable = InboundTable {
    id: "nest.token-reply",
    gateway: &GATEWAY,
    fields: &TOKEN_FIELDS,
    encoding: Encoding::Json,
    exact_keys: true,
    keys: &TOKEN_KEYS,
    slots: &slots::<3>(&TOKEN_KEYS, &TOKEN_FIELDS),
    auth: Auth::Connection,
    answers: Answers { payment: None, merchant: None },
    paid: None,
    status: None,
    event_key: &[],
    acknowledge: None,
    when: None,
};

messages!(TokenReply TOKEN_REPLY);

/// Creates something, and must have a key.
pub struct Create {
    before: String,
    pub key: Option<String>,
    behind: String,
}

impl Create {
    pub fn with(key: Option<&str>) -> Self {
        Self { before: "1".to_owned(), key: key.map(str::to_owned), behind: "2".to_owned() }
    }
}

pub static CREATE: RequestTable = RequestTable {
    id: "nest.create",
    gateway: &GATEWAY,
    endpoint: Endpoint { name: "api", sandbox: Some("https://sandbox.nest.test"), production: None },
    fields: &[
        text("before", "before", 9).mandatory(),
        text("request_key", "key", 36)
            .least(16)
            .only(Characters::Alphanumeric)
            .mandatory()
            .by(By::IdempotencyKey)
            .at(Place::Header("X-Idempotency-Key")),
        text("behind", "behind", 9).mandatory(),
    ],
    ..RequestTable::POST
}
.new();

impl Request for Create {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &CREATE;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(0, &self.before);
        v.set(1, &self.key);
        v.set(2, &self.behind);
    }
}

impl ServerForm for Create {
    type Reply = TokenReply;
}

/// Asks whether somebody is there: nothing but an address.
pub struct Ping;

pub static PING: RequestTable = RequestTable {
    id: "nest.ping",
    gateway: &GATEWAY,
    transport: Transport::ServerJson,
    method: Method::Get,
    endpoint: Endpoint { name: "api", sandbox: Some("https://sandbox.nest.test"), production: None },
    path: "/v2/ping",
    authorization: Authorization::None,
    fields: &[],
    credentials: &[],
    rules: |_, _| {},
    asks: None,
    retry: Retry::Never,
    inquire: None,
    misspellings: &[],
}
.new();

impl Request for Ping {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &PING;

    fn values<'a>(&'a self, _: &mut Values<'a>) {}
}

impl ServerForm for Ping {
    type Reply = TokenReply;
}
