//! What the tests of submission send: the miniature gateway's inquiry, and two requests beside it that charge. None of
//! them is signed, so that nothing but the connection decides.

use crate::mini::{self, Credentials, GATEWAY, Inquire, InquireOptional, PayResult};
use faspay_runtime::submit::{Options, Submitter};
use faspay_runtime::table::{
    Authorization, By, CredentialUse, Endpoint, FieldSpec, Kind, Method, RequestTable, Retry, Transport,
};
use faspay_runtime::{Client, Environment, Request, Secret, ServerForm, Values};
use std::net::SocketAddr;
use std::time::Duration;

static FIELDS: [FieldSpec; 3] = [
    FieldSpec::new("merchantid", "MERCHANTID", Kind::Text { max: Some(30) }, "mini/charge#request row 1")
        .mandatory()
        .by(By::Credential(0)),
    FieldSpec::new("txn_password", "TXN_PASSWORD", Kind::Text { max: Some(40) }, "mini/charge#request row 2")
        .mandatory()
        .by(By::Credential(1))
        .sensitive(),
    FieldSpec::new("merchant_tranid", "MERCHANT_TRANID", Kind::Text { max: Some(20) }, "mini/charge#request row 3")
        .mandatory(),
];

static CREDENTIALS: [CredentialUse; 2] =
    [CredentialUse { index: 0, forbid: "" }, CredentialUse { index: 1, forbid: "" }];

const fn table(id: &'static str, retry: Retry, inquire: Option<&'static str>) -> RequestTable {
    RequestTable {
        id,
        gateway: &GATEWAY,
        transport: Transport::ServerForm,
        endpoint: Endpoint { name: "api", sandbox: Some("https://sandbox.mini.test/pay/api"), production: None },
        method: Method::Post,
        path: "",
        authorization: Authorization::None,
        fields: &FIELDS,
        credentials: &CREDENTIALS,
        rules: |_, _| {},
        asks: None,
        retry,
        inquire,
        misspellings: &[],
    }
    .new()
}

/// Charges, and must not be sent twice.
pub struct Charge(pub String);

static CHARGE: RequestTable = table("mini.charge", Retry::Never, Some("mini.inquire"));

impl Request for Charge {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &CHARGE;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(2, &self.0);
    }
}

impl ServerForm for Charge {
    type Reply = PayResult;
}

/// Charges; the gateway is said to refuse a second one of the same order. Nothing can inquire.
pub struct Keyed(pub String);

static KEYED: RequestTable = table("mini.keyed", Retry::SafeWithKey, None);

impl Request for Keyed {
    type Credentials = Credentials;
    const TABLE: &'static RequestTable = &KEYED;

    fn values<'a>(&'a self, v: &mut Values<'a>) {
        v.set(2, &self.0);
    }
}

impl ServerForm for Keyed {
    type Reply = PayResult;
}

pub fn charge(order: &str) -> Charge {
    Charge(order.to_owned())
}

pub fn keyed(order: &str) -> Keyed {
    Keyed(order.to_owned())
}

pub fn inquire(order: &str) -> Inquire {
    Inquire { merchant_tranid: order.to_owned(), optional: InquireOptional::default() }
}

/// The password of every test here: it must not be seen anywhere.
pub const PASSWORD: &str = "canary-pw";

pub fn credentials() -> Credentials {
    Credentials { txn_password: Secret::new(PASSWORD), send_txn_password: Some(true), ..mini::credentials() }
}

/// Short pauses, and deadlines that only a fault reaches.
pub fn options() -> Options {
    let mut options = Options::default();
    options.deadlines.connect = Duration::from_secs(5);
    options.deadlines.first_byte = Duration::from_secs(5);
    options.deadlines.call = Duration::from_secs(10);
    options.back_off.first = Duration::from_millis(1);
    options.back_off.longest = Duration::from_millis(2);
    options
}

/// Talks to a server on this machine.
pub fn submitter(address: SocketAddr, options: Options) -> Submitter<Credentials> {
    let environment = Environment::local(&format!("http://{address}")).unwrap();
    Submitter::new(Client::new(environment, credentials(), mini::clock()), options).unwrap()
}

/// The body of a reply that says that this order is paid, rightly signed.
pub fn paid(order: &str) -> String {
    let password = PASSWORD.to_ascii_uppercase();
    let signature = mini::sha1(&format!("##SHOP##{password}##{order}##5000.00##S##"));
    format!(
        "MERCHANTID=shop&MERCHANT_TRANID={order}&CURRENCYCODE=IDR&AMOUNT=5000.00&TXN_STATUS=S&SIGNATURE={signature}"
    )
}
