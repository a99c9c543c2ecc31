//! A small gateway in which one row, `probe`, is as an example of the contract has it: a form, its answer, and a second form
//! that keeps the shared word about `probe` in use.

use faspay_spec::diff::Judged;
use faspay_spec::model::Gateway;
use faspay_spec::page::{Flag, Page, Row, Source, Table};
use faspay_spec::{Folder, Report, load, load_as_far_as_possible};

/// Who gives the value of `probe`, and in which message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    Caller,
    FirstOptional,
    Condition,
    Secret,
    Stated,
    Library,
    Fixed,
    Nobody,
    Gateway,
}

/// An example of the contract: the row before and after.
pub struct Example {
    pub giver: Giver,
    pub before: Option<Row>,
    pub after: Option<Row>,
}

/// `Varchar(10) M`; none for `–`.
pub fn row(text: &str) -> Option<Row> {
    if text == "–" {
        return None;
    }
    let (ty, letter) = text.split_once(' ').unwrap_or_else(|| panic!("{text}"));
    Some(plain("probe", ty, letter))
}

fn plain(name: &str, ty: &str, letter: &str) -> Row {
    let presence = match letter {
        "M" => Flag::Mandatory,
        "O" => Flag::Optional,
        "C" => Flag::Conditional,
        other => panic!("{other}"),
    };
    Row { name: name.into(), ty: ty.into(), presence, coded: false, min: None, max: None, basis: None, line: 0 }
}

impl Example {
    /// As `cargo xtask diff` judges the new page by the spec as it is.
    pub fn judged(&self) -> Vec<Judged> {
        let (folder, page) = folder(self);
        let (model, report) = load_as_far_as_possible(&folder);
        assert!(model.is_some() && report.faults().is_empty(), "{report}");
        let now = tables(self.giver, self.after.as_ref());
        xtask::diff::judge(&folder, "acme", &page, &now).changes
    }

    /// The model before, or after a person has said what the new page makes necessary.
    pub fn model(&self, before: bool) -> Result<Gateway, Report> {
        let probe = if before { &self.before } else { &self.after };
        load(&folder_with(self.giver, probe.as_ref()).0)
    }
}

/// The spec before the change, and its page.
pub fn folder(example: &Example) -> (Folder, Page) {
    folder_with(example.giver, example.before.as_ref())
}

fn folder_with(giver: Giver, probe: Option<&Row>) -> (Folder, Page) {
    let page = page("pay", "Pay", tables(giver, probe));
    let other = page_of_the_other_form();
    let files = [
        ("acme/gateway.yaml", GATEWAY.to_owned()),
        ("acme/codes.yaml", CODES.to_owned()),
        ("acme/vocabulary.yaml", vocabulary(giver)),
        ("acme/messages/paid.yaml", PAID.to_owned()),
        ("acme/operations/pay.yaml", operation(giver, probe)),
        ("acme/operations/other.yaml", OTHER.to_owned()),
        ("acme/pages/pay.yaml", xtask::yaml::page(&page)),
        ("acme/pages/other.yaml", xtask::yaml::page(&other)),
    ];
    (Folder::of(files.map(|(path, text)| (path.to_owned(), text.into_bytes()))), page)
}

fn page(id: &str, title: &str, tables: Vec<Table>) -> Page {
    let source = Source::Manual("invented".into());
    Page { id: id.into(), title: title.into(), source, tables, samples: vec![] }
}

/// The tables of the page, `probe` where the example has it.
fn tables(giver: Giver, probe: Option<&Row>) -> Vec<Table> {
    let (mut request, mut response) = (form(), answer());
    if giver != Giver::FirstOptional {
        request.push(plain("note", "Varchar(30)", "O"));
    }
    let table = if giver == Giver::Gateway { &mut response } else { &mut request };
    table.splice(2..2, probe.cloned());
    vec![Table { id: "request".into(), rows: request }, Table { id: "response".into(), rows: response }]
}

fn form() -> Vec<Row> {
    vec![
        plain("shop", "Varchar(8)", "M"),
        plain("order", "Varchar(20)", "M"),
        plain("total", "Numeric(12)", "M"),
        plain("currency", "Varchar(3)", "M"),
        plain("seal", "Varchar(40)", "M"),
    ]
}

fn answer() -> Vec<Row> {
    let mut rows = form();
    rows.insert(4, plain("state", "Varchar(4)", "M"));
    rows
}

fn page_of_the_other_form() -> Page {
    let mut rows = form();
    rows.push(plain("probe", "Varchar(10)", "M"));
    page("other", "Other", vec![Table { id: "request".into(), rows }])
}

/// What the spec says about `probe` wherever it is sent.
fn vocabulary(giver: Giver) -> String {
    let probe = match giver {
        Giver::Caller | Giver::FirstOptional | Giver::Condition | Giver::Nobody | Giver::Gateway => {
            "{summary: A value to try.}"
        }
        Giver::Secret => "{sensitive: secret}",
        Giver::Stated => "{type: date}",
        Giver::Library => "{from: credential probe_code}",
        Giver::Fixed => "{fixed: longer}",
    };
    format!("request:\n  probe: {probe}\n")
}

fn operation(giver: Giver, probe: Option<&Row>) -> String {
    let conditional = probe.is_some_and(|row| row.presence == Flag::Conditional) && giver != Giver::Gateway;
    let condition = match (conditional, giver) {
        (false, _) => "",
        (true, Giver::Condition) => "    probe: {condition: 'currency == \"IDR\"'}\n",
        (true, _) => "    probe: {condition: undocumented}\n",
    };
    let omit =
        if giver == Giver::Nobody && probe.is_some() { "  omit:\n    probe: the gateway ignores it\n" } else { "" };
    PAY.replace("CONDITION\n", condition).replace("OMIT\n", omit)
}

const GATEWAY: &str = r#"
gateway: acme
crate: acme
summary: An invented gateway.
products:
  window: Payments in the hosted window.
credentials:
  shop: {summary: The shop's number., max: 8, digits: true, sensitive: none, because: the browser carries it}
  shop_secret: {summary: The secret in every signature., sensitive: secret}
  probe_code: {summary: What the library fills in., sensitive: none, because: it opens nothing}
endpoints:
  pay: {sandbox: "https://sandbox.acme.example/pay", production: "https://acme.example/pay"}
signatures:
  window:
    digest: sha1-hex
    over: "|{shop}|{shop_secret}|{order}|{total}|"
    vectors:
      - {over: "|1234|s3cret|A-1|5000.00|", is: bc3a263426f847d2904af198b91e34c1aca3fe8e}
  result:
    digest: sha1-hex
    over: "|{shop}|{shop_secret}|{order}|{total}|{state}|"
    vectors:
      - {over: "|1234|s3cret|A-1|5000.00|done|", is: 8b211c9ea9daaf0d1dcd34bbe8191bee855990a9}
door: [window.paid]
"#;

const CODES: &str = r#"
state:
  rust: State
  summary: What became of a payment.
  values:
    - {code: "done", rust: Done, meaning: The money is there., outcome: paid}
    - {code: "gone", rust: Gone, meaning: The shopper went away., outcome: not-paid}
"#;

const PAID: &str = r#"
message: window.paid
rust: Paid
summary: What became of a payment.
basis: documented
tables: [pay#response]
fields:
  total: {type: amount, decimals: 2, currency: currency}
  state: {type: code state}
signed: {recipe: result, field: seal}
asks: {order: order, amount: total, currency: currency, merchant: shop}
status: state
event-key: [order, state]
"#;

const PAY: &str = r#"
operation: window.pay
rust: Pay
summary: Takes a payment.
basis: documented
transport: browser-form
endpoint: pay
request:
  tables: [pay#request]
OMIT
  fields:
    shop: {from: credential}
    total: {type: amount, decimals: 2, currency: currency}
    currency: {from: currency total}
    seal: {from: signature window}
CONDITION
return: window.paid
callback: window.paid
asks: {order: order, amount: total, currency: currency, merchant: shop}
"#;

const OTHER: &str = r#"
operation: window.other
rust: Other
summary: Takes another payment.
basis: documented
transport: browser-form
endpoint: pay
request:
  tables: [other#request]
  fields:
    shop: {from: credential}
    total: {type: amount, decimals: 2, currency: currency}
    currency: {from: currency total}
    seal: {from: signature window}
return: window.paid
callback: window.paid
asks: {order: order, amount: total, currency: currency, merchant: shop}
"#;
