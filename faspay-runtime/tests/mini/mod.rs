//! The miniature gateway: one form that a browser posts, one that a server posts, two messages at one door.

#![allow(dead_code)]

use faspay_runtime::table::{
    Authorization, Method,
    Answers, Asks, Auth, By, Case, CredentialSpec, CredentialUse, Digest, Door, Encoding, Endpoint,
    FieldSpec, GatewayTable, InboundTable, Keys, Kind, Part, RequestTable, Retry, Rule, SettingKind,
    SettingSpec, Signing, Transport, slots,
};
use faspay_runtime::{
    Amount, BrowserForm, CodeText, Date, DayList, Inbound, Message, Operand, Received,
    ReceiveError, Relation, Report, Request, Secret, ServerForm, SettingValue, SignedCase,
    Unsigned, Values, View,
};

pub static GATEWAY: GatewayTable = GatewayTable {
    id: "mini",
    credentials: &[
        CredentialSpec {
            name: "merchantid",
            max: Some(30),
            digits: false,
            sensitive: false,
            sent_by: None,
        },
        CredentialSpec {
            name: "txn_password",
            max: Some(12),
            digits: false,
            sensitive: true,
            sent_by: Some(0),
        },
    ],
    settings: &[
        SettingSpec {
            name: "send_txn_password",
            kind: SettingKind::SendsCredential,
        },
        SettingSpec {
            name: "merchant_tranid_case",
            kind: SettingKind::Case,
        },
    ],
};

/// What the gateway issued, and what the merchant decided.
#[derive(Debug, Clone)]
pub struct Credentials {
    pub merchantid: String,
    pub txn_password: Secret,
    pub send_txn_password: Option<bool>,
    pub merchant_tranid_case: Option<SignedCase>,
}

impl faspay_runtime::Credentials for Credentials {
    fn get(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.merchantid),
            1 => Some(self.txn_password.expose()),
            _ => None,
        }
    }

    fn setting(&self, index: usize) -> Option<SettingValue> {
        match index {
            0 => self.send_txn_password.map(SettingValue::from),
            1 => self.merchant_tranid_case.map(SettingValue::from),
            _ => None,
        }
    }
}

faspay_runtime::codes! {
    /// What became of the transaction.
    pub enum TxnStatus {
        /// Sales.
        Sales = "S",
        /// Error.
        Error = "E",
        /// Pending.
        Pending = "N",
    }
}

faspay_runtime::outcomes! {
    TxnStatus { Sales => Paid, Error => NotPaid, Pending => Pending }
}

faspay_runtime::codes! {
    /// Currencies.
    pub enum CurrencyCode {
        /// Rupiah.
        Idr = "IDR",
        /// Dinar.
        Kwd = "KWD",
        /// Yen.
        Jpy = "JPY",
    }
}

static PAY_SIGNATURE: Signing = Signing {
    recipe: "card-request",
    digest: Digest::Sha1Hex,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Field(0, Case::Upper),
        Part::Text("##"),
        Part::Field(1, Case::Upper),
        Part::Text("##"),
        Part::Field(2, Case::Setting(1)),
        Part::Text("##"),
        Part::Field(4, Case::AsIs),
        Part::Text("##0##"),
    ],
};

pub static PAY: RequestTable = RequestTable {
    id: "mini.pay",
    gateway: &GATEWAY,
    transport: Transport::BrowserForm,
    endpoint: Endpoint {
        name: "pay",
        sandbox: Some("https://sandbox.mini.test/pay"),
        production: Some("https://mini.test/pay"),
    },
    method: Method::Post,
    path: "",
    authorization: Authorization::None,
    fields: &[
        FieldSpec::new("merchantid", "MERCHANTID", Kind::Text { max: Some(30) }, "mini/pay#request row 1")
            .mandatory()
            .by(By::Credential(0)),
        FieldSpec::new("txn_password", "TXN_PASSWORD", Kind::Text { max: Some(12) }, "mini/pay#request row 2")
            .mandatory()
            .by(By::Credential(1))
            .sensitive(),
        FieldSpec::new("merchant_tranid", "MERCHANT_TRANID", Kind::Text { max: Some(20) }, "mini/pay#request row 3")
            .mandatory()
            .forbid("#")
            .case_setting(1),
        FieldSpec::new("currencycode", "CURRENCYCODE", Kind::Code(CurrencyCode::CODES), "mini/pay#request row 4")
            .mandatory()
            .by(By::CurrencyOf(4)),
        FieldSpec::new(
            "amount",
            "AMOUNT",
            Kind::Amount { decimals: 2, max: Some(12), positive: true, currency: Some(3) },
            "mini/pay#request row 5",
        )
        .mandatory(),
        FieldSpec::new("days", "days", Kind::DayList { max: 3 }, "mini/pay#request row 6"),
        FieldSpec::new("starts", "starts", Kind::Date, "mini/pay#request row 7")
            .when("present(days)", |v| v.present(5)),
        FieldSpec::new("signature", "SIGNATURE", Kind::Text { max: Some(40) }, "mini/pay#request row 8")
            .mandatory()
            .by(By::Signature(&PAY_SIGNATURE)),
    ],
    credentials: &[
        CredentialUse { index: 0, forbid: "#" },
        CredentialUse { index: 1, forbid: "#" },
    ],
    rules: pay_rules,
    asks: Some(Asks { order: 2, amount: 4, currency: 3 }),
    retry: Retry::Never,
    inquire: Some("mini.inquire"),
    misspellings: &[("amuont", "amount")],
}
.new();

fn pay_rules(v: &View<'_>, report: &mut Report) {
    report.rule(
        v,
        &Rule {
            id: "starts-today",
            field: 6,
            then: "starts == today",
            because: "the page says that the start is the day of the transaction",
            source: "mini/operations/pay.yaml",
        },
        Some(true),
        v.compare(Operand::Field(6), Relation::Equal, Operand::Today),
    );
    report.rule(
        v,
        &Rule {
            id: "one-day-for-small-amounts",
            field: 5,
            then: "count(days) == 1",
            because: "small amounts are charged once",
            source: "mini/operations/pay.yaml",
        },
        v.compare(Operand::Field(4), Relation::Less, Operand::Number(10)),
        v.compare(Operand::Count(5), Relation::Equal, Operand::Number(1)),
    );
}

/// Asks the shopper to pay.
#[derive(Debug, Clone)]
pub struct Pay {
    pub merchant_tranid: String,
    pub amount: Amount,
    pub optional: PayOptional,
}

/// What may be left out of [`Pay`].
#[derive(Debug, Clone, Default)]
pub struct PayOptional {
    pub days: Option<DayList>,
    pub starts: Option<Date>,
}

impl Request for Pay {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &PAY;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(2, &self.merchant_tranid);
        v.set(4, &self.amount);
        v.set(5, &self.optional.days);
        v.set(6, &self.optional.starts);
    }
}

impl BrowserForm for Pay {}

static INQUIRE_SIGNATURE: Signing = Signing {
    recipe: "account",
    digest: Digest::Sha1OfMd5Hex,
    delimiter: "",
    parts: &[
        Part::Credential(0, Case::AsIs),
        Part::Credential(1, Case::AsIs),
        Part::Field(1, Case::AsIs),
    ],
};

pub static INQUIRE: RequestTable = RequestTable {
    id: "mini.inquire",
    gateway: &GATEWAY,
    transport: Transport::ServerForm,
    endpoint: Endpoint {
        name: "api",
        sandbox: Some("https://sandbox.mini.test/pay/api"),
        production: None,
    },
    method: Method::Post,
    path: "",
    authorization: Authorization::None,
    fields: &[
        FieldSpec::new("type", "TYPE", Kind::Integer { digits: 1 }, "mini/inquire#request row 1")
            .mandatory()
            .by(By::Fixed("4")),
        FieldSpec::new("merchant_tranid", "MERCHANT_TRANID", Kind::Text { max: Some(20) }, "mini/inquire#request row 2")
            .mandatory(),
        FieldSpec::new("attempt", "ATTEMPT", Kind::Integer { digits: 2 }, "mini/inquire#request row 3"),
        FieldSpec::new("back", "BACK", Kind::Url { max: Some(40) }, "mini/inquire#request row 4"),
        FieldSpec::new("signature", "SIGNATURE", Kind::Text { max: Some(40) }, "mini/inquire#request row 5")
            .mandatory()
            .by(By::Signature(&INQUIRE_SIGNATURE)),
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

/// Asks the gateway what became of a payment.
#[derive(Debug, Clone)]
pub struct Inquire {
    pub merchant_tranid: String,
    pub optional: InquireOptional,
}

/// What may be left out of [`Inquire`].
#[derive(Debug, Clone, Default)]
pub struct InquireOptional {
    pub attempt: Option<u64>,
    pub back: Option<String>,
}

impl Request for Inquire {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &INQUIRE;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(1, &self.merchant_tranid);
        v.set(2, &self.optional.attempt);
        v.set(3, &self.optional.back);
    }
}

impl ServerForm for Inquire {
    type Reply = PayResult;
}

static KEYS: Keys = Keys::new(&[
    "merchantid",
    "merchant_tranid",
    "currencycode",
    "amount",
    "txn_status",
    "custname",
    "signature",
    "member_id",
    "memberid",
]);

static RESULT_SIGNATURE: Signing = Signing {
    recipe: "card-response",
    digest: Digest::Sha1Hex,
    delimiter: "#",
    parts: &[
        Part::Text("##"),
        Part::Field(0, Case::Upper),
        Part::Text("##"),
        Part::Credential(1, Case::Upper),
        Part::Text("##"),
        Part::Field(1, Case::Setting(1)),
        Part::Text("##"),
        Part::Field(3, Case::AsIs),
        Part::Text("##"),
        Part::Field(4, Case::AsIs),
        Part::Text("##"),
    ],
};

static RESULT_FIELDS: [FieldSpec; 7] = [
    FieldSpec::new("merchantid", "MERCHANTID", Kind::Text { max: Some(30) }, "mini/result#response row 1").mandatory(),
    FieldSpec::new("merchant_tranid", "MERCHANT_TRANID", Kind::Text { max: Some(20) }, "mini/result#response row 2")
        .mandatory(),
    FieldSpec::new("currencycode", "CURRENCYCODE", Kind::Code(CurrencyCode::CODES), "mini/result#response row 3")
        .mandatory(),
    FieldSpec::new(
        "amount",
        "AMOUNT",
        Kind::Amount { decimals: 2, max: None, positive: false, currency: Some(2) },
        "mini/result#response row 4",
    )
    .mandatory(),
    FieldSpec::new("txn_status", "TXN_STATUS", Kind::Code(TxnStatus::CODES), "mini/result#response row 5").mandatory(),
    FieldSpec::new("custname", "CUSTNAME", Kind::Text { max: Some(60) }, "mini/result#response row 6").sensitive(),
    FieldSpec::new("signature", "SIGNATURE", Kind::Text { max: Some(40) }, "mini/result#response row 7").mandatory(),
];

pub static RESULT: InboundTable = InboundTable {
    id: "mini.result",
    gateway: &GATEWAY,
    fields: &RESULT_FIELDS,
    encoding: Encoding::Form,
    exact_keys: false,
    keys: &KEYS,
    slots: &slots::<7>(&KEYS, &RESULT_FIELDS),
    auth: Auth::Signed {
        signing: &RESULT_SIGNATURE,
        field: 6,
        covers: &[0, 1, 3, 4],
        exposed_by: Some(0),
    },
    answers: Answers { payment: Some(Asks { order: 1, amount: 3, currency: 2 }), merchant: Some((0, 0)) },
    paid: None,
    status: Some((4, TxnStatus::outcome_of)),
    event_key: &[1, 4],
    acknowledge: None,
    when: None,
};

/// What became of a payment.
pub struct PayResult(Message);

impl Inbound for PayResult {
    type Credentials = Credentials;
    const TABLE: &'static InboundTable = &RESULT;

    fn from_message(message: Message) -> Self {
        Self(message)
    }

    fn message(&self) -> &Message {
        &self.0
    }
}

impl PayResult {
    /// Signed.
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(1)
    }

    /// Signed.
    pub fn amount(&self) -> Option<Amount> {
        self.0.amount(3)
    }

    /// Signed.
    pub fn txn_status(&self) -> Option<TxnStatus> {
        self.0.code(4)
    }

    /// Not signed.
    pub fn custname(&self) -> Unsigned<Option<&str>> {
        Unsigned::new(self.0.text(5))
    }
}

static MEMBER_FIELDS: [FieldSpec; 5] = [
    FieldSpec::new("member_id", "member_id", Kind::Text { max: Some(30) }, "mini/member#response row 1").mandatory().aliases(&["memberid"]),
    FieldSpec::new("merchant_tranid", "MERCHANT_TRANID", Kind::Text { max: Some(20) }, "mini/member#response row 2")
        .mandatory(),
    FieldSpec::new(
        "amount",
        "AMOUNT",
        Kind::Amount { decimals: 2, max: None, positive: false, currency: None },
        "mini/member#response row 3",
    ),
    FieldSpec::new("merchantid", "MERCHANTID", Kind::Text { max: Some(30) }, "mini/member#response row 4"),
    FieldSpec::new("currencycode", "CURRENCYCODE", Kind::Text { max: Some(3) }, "mini/member#response row 5"),
];

pub static MEMBER: InboundTable = InboundTable {
    id: "mini.member",
    gateway: &GATEWAY,
    fields: &MEMBER_FIELDS,
    encoding: Encoding::Form,
    exact_keys: false,
    keys: &KEYS,
    slots: &slots::<5>(&KEYS, &MEMBER_FIELDS),
    auth: Auth::None,
    answers: Answers { payment: Some(Asks { order: 1, amount: 2, currency: 4 }), merchant: Some((3, 0)) },
    paid: None,
    status: Some((0, |_| faspay_runtime::PaymentStatus::Unknown)),
    event_key: &[0, 1],
    acknowledge: None,
    when: Some(|v| v.present(0)),
};

/// News about a member.
pub struct MemberNews(Message);

impl Inbound for MemberNews {
    type Credentials = Credentials;
    const TABLE: &'static InboundTable = &MEMBER;

    fn from_message(message: Message) -> Self {
        Self(message)
    }

    fn message(&self) -> &Message {
        &self.0
    }
}

static DOOR: Door = Door {
    messages: &[&MEMBER, &RESULT],
};

/// Everything that may arrive at the callback URL.
pub enum Callback {
    Member(Received<MemberNews>),
    Result(Received<PayResult>),
}

impl Callback {
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, ReceiveError> {
        let (which, message) = DOOR.parse(content_type, body)?;
        Ok(match which {
            0 => Self::Member(Received::of(message)),
            _ => Self::Result(Received::of(message)),
        })
    }
}

// What follows isn't generated: what the tests of this crate share.

/// The content type of forms.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// The day of every test.
pub fn clock() -> faspay_runtime::Clock {
    faspay_runtime::Clock::fixed(Date::new(2026, 11, 20).unwrap())
}

/// Complete, with the password left off the form.
pub fn credentials() -> Credentials {
    Credentials {
        merchantid: "shop".to_owned(),
        txn_password: "abcde".into(),
        send_txn_password: Some(false),
        merchant_tranid_case: None,
    }
}

/// A SHA-1 in hexadecimal, straight from the hash crate.
pub fn sha1(text: &str) -> String {
    use sha1::{Digest as _, Sha1};
    Sha1::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
