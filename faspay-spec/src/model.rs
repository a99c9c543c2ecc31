//! The checked model of one gateway: what a folder of YAML means once pages, operations and
//! `gateway.yaml` have been read, joined and judged. The generator and the interpreter both start
//! here; neither looks at YAML again. Every name that a generator needs is computed before this.

/// One gateway, complete and checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Gateway {
    /// Short id, the first part of every message id: `faspay`.
    pub id: String,
    /// Name of the generated crate.
    pub crate_name: String,
    /// One sentence in our words.
    pub summary: String,
    /// Products, in order: a cargo feature and a module of the generated crate each.
    pub products: Vec<Product>,
    /// What a merchant is issued, in the order of `gateway.yaml`.
    pub credentials: Vec<Credential>,
    /// Choices that a merchant must make because the documents leave them open.
    pub settings: Vec<Setting>,
    /// Where requests go.
    pub endpoints: Vec<Endpoint>,
    /// How a merchant's server shows who it is.
    pub authorizations: Vec<Authorization>,
    /// How messages are signed.
    pub recipes: Vec<Recipe>,
    /// Coded values.
    pub codes: Vec<CodeList>,
    /// What merchants send.
    pub operations: Vec<Operation>,
    /// What merchants receive. Several operations may share one.
    pub inbound: Vec<Inbound>,
    /// Which status of a payment may follow which.
    pub lives: Vec<Life>,
    /// Documented claims that contradict each other, with our resolution.
    pub contradictions: Vec<Contradiction>,
    /// The pages, as ingested or kept by hand.
    pub pages: Vec<crate::page::Page>,
}

/// A product of the gateway (`card`, `recurring`).
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Module and cargo feature: `card`.
    pub id: String,
    /// One sentence.
    pub summary: String,
}

/// A value that the gateway issues to the merchant.
#[derive(Debug, Clone, PartialEq)]
pub struct Credential {
    /// Its name, as in `--credentials` and in the tables.
    pub name: String,
    /// What it is, in our words.
    pub summary: String,
    /// Most characters it may have.
    pub max: Option<u32>,
    /// Only ASCII digits are allowed.
    pub digits: bool,
    /// Whether it may be shown.
    pub sensitivity: Sensitivity,
}

/// A choice that the documents leave to the merchant.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Its name, as in `--credentials`.
    pub name: String,
    /// What it decides, in our words.
    pub summary: String,
    /// What it may be.
    pub kind: SettingKind,
}

/// The kinds of setting that gateways have needed so far.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingKind {
    /// Whether a browser form carries the credential `credential`. Unset: the sandbox sends it as the table says,
    /// production refuses to build, and verification assumes that it was sent.
    SendsCredential {
        /// The credential whose field is left out when the setting is `false`.
        credential: String,
    },
    /// How a signed text is cased before hashing: `as-is` or `upper`. Unset: a value with lower-case ASCII
    /// letters is refused when sending; received messages verify under either reading.
    Case,
    /// Where an endpoint is that no page gives an address of for some environment: an https URL, which counts there and
    /// nowhere else. Unset: what goes there isn't built.
    Address {
        /// The endpoint.
        endpoint: String,
    },
}

/// A place that requests go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Endpoint {
    /// Its name in operations.
    pub name: String,
    /// Sandbox URL.
    pub sandbox: Option<String>,
    /// Production URL.
    pub production: Option<String>,
}

/// How a merchant's server shows who it is, in the `Authorization` header of its requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorization {
    /// Its name in operations.
    pub name: String,
    /// What the header holds.
    pub scheme: Scheme,
}

/// What an `Authorization` header holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scheme {
    /// HTTP Basic: two credentials.
    Basic {
        /// The credential before the colon.
        user: String,
        /// The credential after it.
        password: String,
    },
    /// A token that another operation gives for a while.
    Bearer {
        /// Id of the operation.
        operation: String,
        /// The field of its reply that holds the token.
        token: String,
        /// The field of its reply that says for how many seconds.
        expires: String,
    },
}

/// How a string is put together and digested.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// `card-request`.
    pub name: String,
    /// The digest and its text form.
    pub digest: Digest,
    /// The parts of the string, in order.
    pub parts: Vec<Part>,
    /// Characters that no signed value of this recipe may contain (those of the delimiters).
    pub delimiter_chars: String,
    /// Published strings with their digests; checked on every load.
    pub vectors: Vec<Vector>,
    /// Weaknesses that the spec knows about, with what follows from them.
    pub accepts: Vec<Accept>,
}

/// A weakness of a signature that can't be helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accept {
    /// Which one: the id of a [`Weakness`](crate::signatures::Weakness).
    pub weakness: String,
    /// What follows from it, in our words.
    pub because: String,
    /// Line in `gateway.yaml`, from 1.
    pub line: u32,
}

/// A digest with its text form. Hexadecimal goes out in lower case and is accepted in either; base64 is one text only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digest {
    /// SHA-1, 40 hexadecimal digits.
    Sha1Hex,
    /// SHA-1 over the 32 lower-case hexadecimal digits of the MD5, 40 hexadecimal digits.
    Sha1OfMd5Hex,
    /// SHA-256, its 32 bytes in base64 with padding: 44 characters.
    Sha256Base64,
}

/// One part of a string to sign.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Text between values.
    Literal(String),
    /// A value: a field of the message, a constant bound by the operation (`with`), or else a credential.
    Value {
        /// Its name.
        name: String,
        /// How it is cased before hashing.
        case: Case,
    },
}

/// How a signed value is cased before hashing. Upper-casing is ASCII only.
#[derive(Debug, Clone, PartialEq)]
pub enum Case {
    /// As it stands.
    AsIs,
    /// ASCII letters in upper case.
    Upper,
    /// As the named setting says.
    Setting(String),
}

/// A published digest.
#[derive(Debug, Clone, PartialEq)]
pub struct Vector {
    /// What the vector is called where it was published or collected: `pub-02`.
    pub id: Option<String>,
    /// The string that was signed.
    pub over: String,
    /// Its digest: hexadecimal of either case, or base64.
    pub is: String,
}

/// A list of coded values: closed when sending, open when receiving.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeList {
    /// `txn-status`.
    pub name: String,
    /// Rust type: `TxnStatus`.
    pub rust: String,
    /// What the list is, in our words.
    pub summary: String,
    /// How well the advice of its codes is known; `None` when they carry none.
    pub advice_basis: Option<Basis>,
    /// Why it is here though no field of any message uses it; `None` for a list that is used.
    pub standalone: Option<String>,
    /// The values.
    pub values: Vec<Code>,
}

/// One coded value.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// As sent.
    pub code: String,
    /// Rust variant or constant: `Sales`.
    pub rust: String,
    /// What it means, in our words.
    pub meaning: String,
    /// How well it is known.
    pub basis: Basis,
    /// What it means for a payment, in a list that is a message's status.
    pub outcome: Option<Outcome>,
    /// What a merchant can do about it, in a list of errors.
    pub advice: Option<Advice>,
}

/// What a merchant can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Correct what the merchant's code sent.
    FixRequest,
    /// Let the shopper try again, otherwise.
    AskShopper,
    /// Send it again: nothing has happened.
    Retry,
    /// Ask what became of the payment before anything else.
    Inquire,
    /// Talk to the gateway's people.
    CallGateway,
}

/// What a status says about money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The money is the merchant's, or will be without further action.
    Paid,
    /// It is not, and this attempt is over.
    NotPaid,
    /// Not decided yet.
    Pending,
    /// Cannot be told from this message.
    Unknown,
}

/// The life of a payment: which status of a code list may follow which. The loader has proved that two statuses which can
/// both occur in one life are ordered, so that what has been heard of a payment tells how it stands, in whatever order it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    /// The code list of its statuses.
    pub list: String,
    /// What lives so, in our words.
    pub summary: String,
    /// The status that every life begins with.
    pub start: String,
    /// What may follow what.
    pub steps: Vec<LifeStep>,
    /// The statuses that nothing follows, with the reason.
    pub ends: Vec<(String, String)>,
    /// The statuses of the list that are in no life, with the reason.
    pub outside: Vec<(String, String)>,
    /// Ids of messages, and the codes that there tell what became of a request, not of the payment.
    pub of_request: Vec<(String, Vec<String>)>,
}

/// One step of a life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LifeStep {
    /// Before.
    pub from: String,
    /// After.
    pub to: String,
    /// It leads back to a status that came before. Nobody can tell the news of it from a late delivery of the earlier news.
    pub back: bool,
    /// How well it is known.
    pub basis: Basis,
    /// Where it is known from, in our words.
    pub because: String,
}

/// How a message travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// The shopper's browser posts a form; a server must not.
    BrowserForm,
    /// The merchant's server posts a form.
    ServerForm,
    /// The merchant's server sends a JSON object, or asks without a body.
    ServerJson,
}

/// The HTTP method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// With a body.
    Post,
    /// Without one: everything is in the path, the query and the headers.
    Get,
}

impl Method {
    /// `POST` or `GET`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Get => "GET",
        }
    }
}

impl Transport {
    /// As the spec and the command line write it: `browser-form`, `server-form` or `server-json`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BrowserForm => "browser-form",
            Self::ServerForm => "server-form",
            Self::ServerJson => "server-json",
        }
    }

    /// How its body is written.
    pub const fn encoding(self) -> Encoding {
        match self {
            Self::BrowserForm | Self::ServerForm => Encoding::Form,
            Self::ServerJson => Encoding::Json,
        }
    }
}

/// How a body is written. Nobody guesses: a message has one of them, and its content type must say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// `application/x-www-form-urlencoded`; received, also `KEY=VALUE;KEY=VALUE` as `text/plain`.
    Form,
    /// `application/json`: one object.
    Json,
}

/// How well a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// On a documentation page.
    Documented,
    /// Seen in a sample only.
    Sampled,
    /// Concluded from other facts.
    Inferred,
    /// Known in part.
    Partial,
}

/// A request that a merchant makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Without the gateway: `recurring.register`.
    pub id: String,
    /// Module of the generated crate: `recurring`.
    pub product: String,
    /// Rust struct: `RegisterMember`.
    pub rust: String,
    /// What it does, in our words.
    pub summary: String,
    /// How well it is known.
    pub basis: Basis,
    /// What isn't known of it, where it is known in part.
    pub because: Option<String>,
    /// How it travels.
    pub transport: Transport,
    /// The HTTP method.
    pub method: Method,
    /// Name of an [`Endpoint`].
    pub endpoint: String,
    /// What follows the endpoint's URL, with `{name}` for each field that is [`Place::Path`]. Often nothing.
    pub path: String,
    /// Name of an [`Authorization`].
    pub authorization: Option<String>,
    /// Page id: `recurring/post-transaction`.
    pub page: String,
    /// Every field in wire order.
    pub fields: Vec<Field>,
    /// Rules that cross fields.
    pub rules: Vec<Rule>,
    /// Names that a person may write by mistake (the page's own misspellings), with the right one.
    pub misspellings: Vec<(String, String)>,
    /// Corrections of the page, with their reasons.
    pub corrections: Vec<Correction>,
    /// Index into [`Gateway::inbound`] of what comes back through the browser.
    pub on_return: Option<usize>,
    /// Index into [`Gateway::inbound`] of what the gateway's server sends.
    pub on_callback: Option<usize>,
    /// Index into [`Gateway::inbound`] of the answer to a request of the merchant's server.
    pub on_reply: Option<usize>,
    /// Whether it may be sent again when nobody knows what became of it. A browser's form never is.
    pub retry: Retry,
    /// Id of the operation that tells what became of this one when its answer was lost.
    pub inquire: Option<String>,
    /// The names of the fields that say what was asked: order id, amount, currency.
    pub asks: Option<Asked>,
}

/// Whether a request may be sent a second time after the first one may have arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Any number of them is as good as one.
    Safe,
    /// With the same key. Where the request has an idempotency key, the gateway answers the second as it has answered the first; where
    /// the key is the order id, it refuses the second.
    SafeWithKey,
    /// Never: inquire instead.
    Never,
}

/// The fields of a message that identify what is paid.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The merchant's own id of the order.
    pub order: String,
    /// The amount.
    pub amount: String,
    /// The currency.
    pub currency: String,
    /// The merchant's credential that is echoed, where one is.
    pub merchant: Option<String>,
}

/// The fields of a received message that are compared with what was asked. A message that doesn't say which order it is
/// about, or how much was paid, never settles a payment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answered {
    /// The merchant's own id of the order.
    pub order: Option<String>,
    /// The amount; there with the order and the currency, or not at all.
    pub amount: Option<String>,
    /// The currency.
    pub currency: Option<String>,
    /// What was paid, where the message tells it beside what was to be paid: must be the same amount where it is there.
    pub paid: Option<String>,
    /// The merchant's credential that is echoed.
    pub merchant: Option<String>,
}

impl Answered {
    /// The names of order, amount and currency, as far as they are there.
    pub fn payment(&self) -> impl Iterator<Item = &str> {
        [&self.order, &self.amount, &self.currency].into_iter().filter_map(Option::as_deref)
    }

    /// All names, as far as they are there.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.payment().chain(self.paid.as_deref()).chain(self.merchant.as_deref())
    }

    /// Whether it tells a payment: which order, how much of what.
    pub fn tells_payment(&self) -> bool {
        self.payment().count() == 3
    }
}

/// A message that a merchant receives.
#[derive(Debug, Clone, PartialEq)]
pub struct Inbound {
    /// Without the gateway: `card.result`.
    pub id: String,
    /// Module of the generated crate.
    pub product: String,
    /// Rust type: `CardResult`.
    pub rust: String,
    /// What it is, in our words.
    pub summary: String,
    /// How well it is known.
    pub basis: Basis,
    /// What isn't known of it, where it is known in part.
    pub because: Option<String>,
    /// Page id.
    pub page: String,
    /// Fields in table order. `presence` is what the page says; a missing one is a listed problem, not a refusal.
    pub fields: Vec<Field>,
    /// How its body is written.
    pub encoding: Encoding,
    /// How keys may be cased.
    pub keys: KeyCase,
    /// Who vouches for it.
    pub auth: Auth,
    /// The fields to reconcile with what was asked, as far as it has them.
    pub asks: Answered,
    /// The field whose code says what became of the payment, when it is about one.
    pub status: Option<String>,
    /// Codes of the status that say something else in this message than in their list.
    pub outcomes: Vec<(String, Outcome)>,
    /// Fields that make up the stable event key, for de-duplication.
    pub event_key: Vec<String>,
    /// What acknowledges it, where that is known.
    pub acknowledge: Option<Acknowledgement>,
    /// At the shared door: this message is meant when this holds for the received fields. `None`: the last resort of
    /// its encoding, or a reply, which comes through no door. `present` asks for one spelling here, which may be that of
    /// an [`Alias`]; everything else takes a field under any of its spellings.
    pub when: Option<Expr>,
    /// Corrections of the page, with their reasons.
    pub corrections: Vec<Correction>,
}

impl Inbound {
    /// Whether its status is a code of this list.
    pub fn has_status_of(&self, list: &str) -> bool {
        let status = self.fields.iter().find(|field| Some(&field.name) == self.status.as_ref());
        status.is_some_and(|field| matches!(&field.ty, Type::Code { list: own, .. } if own == list))
    }
}

/// What the merchant answers to a message that has been kept: status 200, and what goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// One JSON object; `None`: the status is enough.
    pub json: Option<String>,
    /// How well it is known.
    pub basis: Basis,
}

/// How the keys of a received message may be cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyCase {
    /// All lower or all upper.
    LowerOrUpper,
    /// As the table writes them.
    Exact,
}

/// Who vouches for a received message.
#[derive(Debug, Clone, PartialEq)]
pub enum Auth {
    /// A digest in `field`.
    Signed {
        /// Name of the recipe.
        recipe: String,
        /// The field that holds the digest.
        field: String,
        /// The fields that the digest covers.
        covers: Vec<String>,
        /// The setting that says whether the browser has seen the secret.
        exposed_by: Option<String>,
    },
    /// HMAC-SHA512 in hexadecimal, over the raw JSON body without the member that holds it. Covers every other field.
    Hmac {
        /// The credential that is the key.
        credential: String,
        /// The member at the top of the body that holds it.
        field: String,
    },
    /// A key that never changes, in a header. It covers no field.
    Key {
        /// The credential that it must equal.
        credential: String,
        /// The header: `X-API-Key`.
        header: String,
    },
    /// The connection: an answer that the merchant's server got from the gateway's own host over TLS. Replies only.
    Connection,
    /// Nobody.
    None,
}

impl Gateway {
    /// Whether the inbound message of this index answers a request of the merchant's server. Such a message belongs to
    /// its operation and never arrives at the shared door.
    pub fn is_reply(&self, inbound: usize) -> bool {
        self.operations.iter().any(|operation| operation.on_reply == Some(inbound))
    }
}

/// Where in a request a parameter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Into the form or the JSON object.
    Body,
    /// Into the path, in place of `{name}`.
    Path,
    /// Behind the `?`, under its wire key.
    Query,
    /// Into the header of this name.
    Header(String),
}

/// One parameter. Those of a nested object follow it at once, in wire order, and name it as their parent.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Canonical name, the key of `--params`: lower case for Faspay. In nested JSON the path, with dots: `order.item`. Inside a
    /// list's elements the path within one element.
    pub name: String,
    /// The exact key on the wire: in nested JSON the last part of the path.
    pub wire: String,
    /// Position of the object that it is a member of, in the same list of fields; before it.
    pub parent: Option<usize>,
    /// Where in a request it goes.
    pub place: Place,
    /// Rust identifier, keyword-safe and unique in its message, or in a nested request among its siblings (without `r#`).
    pub rust: String,
    /// What it is, in our words; empty when nobody wrote a sentence.
    pub summary: String,
    /// How its value is checked and printed.
    pub ty: Type,
    /// The type as the page writes it, after corrections: `Varchar(50)`.
    pub documented: String,
    /// When it must be there.
    pub presence: Presence,
    /// Where its value comes from.
    pub from: From,
    /// Whether it may be shown.
    pub sensitivity: Sensitivity,
    /// How well it is known.
    pub basis: Basis,
    /// Where the fact comes from.
    pub origin: Origin,
    /// Characters that it may not contain (the delimiters of a signature that covers it).
    pub forbid: String,
    /// The [`SettingKind::Case`] setting that must be made before lower-case letters may be sent.
    pub case_setting: Option<String>,
    /// In a JSON body: written bare (a number, a boolean), not as a text.
    pub json_number: bool,
    /// Other spellings under which it is received. A message has one of them only.
    pub aliases: Vec<Alias>,
}

/// Another spelling of a received field's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// Like the name of the field: in lower case, or in nested messages its whole path.
    pub name: String,
    /// The row that it comes from: `faspay/cardpayment/callback#first-edition row 1`.
    pub source: String,
}

impl Field {
    /// Whether a received key, in lower case, or in nested messages its path, is this field's.
    pub fn is_spelled(&self, key: &str) -> bool {
        self.name == key || self.aliases.iter().any(|alias| alias.name == key)
    }
}

impl Field {
    /// The field itself, and behind a list what its elements hold.
    pub fn with_elements(&self) -> Vec<&Field> {
        let mut all = vec![self];
        if let Type::List { fields, .. } = &self.ty {
            all.extend(fields.iter().flat_map(Field::with_elements));
        }
        all
    }
}

/// Where a field's facts come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// `faspay/recurring/post-transaction#request row 62`, or `faspay/operations/recurring/register.yaml` for an added field.
    pub source: String,
    /// YAML file, relative to the spec folder.
    pub file: String,
    /// Line in that file, from 1.
    pub line: u32,
}

/// How a value is checked and printed.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Any text without control characters.
    Text {
        /// Fewest Unicode scalar values of a text that is there.
        min: Option<u32>,
        /// Most Unicode scalar values.
        max: Option<u32>,
        /// Of which characters.
        characters: Characters,
    },
    /// An absolute http or https URL; production wants https.
    Url {
        /// Most Unicode scalar values.
        max: Option<u32>,
    },
    /// ASCII digits that make an integer without sign and without leading zeros.
    Integer {
        /// Most digits (18 when the page gives none).
        digits: u32,
    },
    /// Money: an integer, or exactly `decimals` decimals; always printed with them.
    Amount {
        /// Decimals that are printed.
        decimals: u32,
        /// Most characters of the printed text, point included.
        max: Option<u32>,
        /// Zero is refused.
        positive: bool,
        /// Canonical name of the field that holds its currency.
        currency: Option<String>,
    },
    /// A civil date, `YYYY-MM-DD`.
    Date,
    /// A civil date, `YYYYMMDD`.
    CompactDate,
    /// A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    Timestamp,
    /// ASCII digits, with a point and more digits where there is a fraction: `1`, `0.5`.
    Decimal {
        /// Most characters.
        max: u32,
    },
    /// `true` or `false`.
    Boolean,
    /// A nested object. Its members are the fields that name it as their parent.
    Object {
        /// Fewest members.
        min: Option<u32>,
        /// Most members.
        max: Option<u32>,
    },
    /// A list of objects.
    List {
        /// The fields of one element, with names and parents of their own.
        fields: Vec<Field>,
        /// Fewest elements.
        min: Option<u32>,
        /// Most elements.
        max: Option<u32>,
    },
    /// Any JSON object, as the caller gives it.
    Json,
    /// A card that was encrypted with the key of a payment session: base64 of a JSON object that holds the encrypted
    /// key, the nonce and the ciphertext.
    EncryptedCard,
    /// Days of a month (1 to 31) with two digits each, joined by commas.
    DayList {
        /// Most days.
        max: u32,
    },
    /// A value of a code list.
    Code {
        /// Name of the [`CodeList`].
        list: String,
        /// Only these of its values, when the operation narrows it.
        only: Option<Vec<String>>,
    },
}

impl Type {
    /// A text of any characters.
    pub const fn text(max: Option<u32>) -> Self {
        Self::Text { min: None, max, characters: Characters::Any }
    }
}

/// The characters that a text may consist of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Characters {
    /// Every one that isn't a control character.
    Any,
    /// ASCII digits.
    Digits,
    /// ASCII letters and digits.
    Alphanumeric,
    /// ASCII letters and digits, `-` and `_`.
    AlphaDash,
    /// ASCII hexadecimal digits of either case.
    Hexadecimal,
}

impl Characters {
    /// Every one that the spec can write.
    pub const ALL: [Self; 5] = [Self::Any, Self::Digits, Self::Alphanumeric, Self::AlphaDash, Self::Hexadecimal];

    /// As the spec and violations write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Digits => "digits",
            Self::Alphanumeric => "alphanumeric",
            Self::AlphaDash => "alpha-dash",
            Self::Hexadecimal => "hex",
        }
    }

    /// Whether a text may hold this one.
    pub const fn holds(self, c: char) -> bool {
        match self {
            Self::Any => true,
            Self::Digits => c.is_ascii_digit(),
            Self::Alphanumeric => c.is_ascii_alphanumeric(),
            Self::AlphaDash => c.is_ascii_alphanumeric() || matches!(c, '-' | '_'),
            Self::Hexadecimal => c.is_ascii_hexdigit(),
        }
    }
}

/// When a parameter must be there.
#[derive(Debug, Clone, PartialEq)]
pub enum Presence {
    /// Always.
    Mandatory,
    /// Never.
    Optional,
    /// When this holds; otherwise it is optional.
    When(Expr),
    /// The page says C and not when.
    Undocumented,
}

/// Where the value of a field comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum From {
    /// The merchant's code gives it.
    Caller,
    /// The credential of this name.
    Credential(String),
    /// Always this text.
    Fixed(String),
    /// The digest of this recipe.
    Signature {
        /// Name of the recipe.
        recipe: String,
        /// Constants that the operation binds to names in the recipe.
        with: Vec<(String, String)>,
    },
    /// The currency of the amount in this field. By name it is given like any other parameter.
    CurrencyOf(String),
    /// The key by which the gateway knows a request that it has had: the caller's, or else a fresh one.
    IdempotencyKey,
}

/// Whether a value may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sensitivity {
    /// Yes.
    Public,
    /// Never.
    Secret,
    /// Never: card data.
    Card,
}

/// A rule that crosses fields. Three-valued: a comparison with an absent or ill-formed value is unknown; the rule is
/// broken only when `when` is true (or not given) and `then` is false.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// `ends-after-start`.
    pub id: String,
    /// When it applies.
    pub when: Option<Expr>,
    /// What must hold then.
    pub then: Expr,
    /// The field that a violation names: the first one in `then`.
    pub field: String,
    /// Why, in our words; part of the message.
    pub because: String,
    /// Where it is written.
    pub origin: Origin,
}

/// A condition. Closed: no arithmetic, no loops.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// All hold.
    And(Vec<Expr>),
    /// One holds.
    Or(Vec<Expr>),
    /// The contrary.
    Not(Box<Expr>),
    /// The field is there and not empty. Never unknown.
    Present(String),
    /// The field's text is one of these.
    In(String, Vec<String>),
    /// A comparison.
    Compare(Operand, Relation, Operand),
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A field's value, compared by its type (integer, amount in minor units, date) or as text.
    Field(String),
    /// How many days or items the field has.
    Count(String),
    /// A whole number.
    Number(u64),
    /// A text.
    Text(String),
    /// The transaction date, a civil date in the gateway's time zone.
    Today,
}

/// How two operands compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// A documented value that we replace, with the reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The field, under its page name.
    pub field: String,
    /// The row that it corrects.
    pub row: Origin,
    /// Where the correction is written.
    pub origin: Origin,
    /// What the page says: `type Varchar(10)`.
    pub expect: String,
    /// What we use instead.
    pub set: String,
    /// Why.
    pub because: String,
}

/// Two claims that cannot both hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// Stable id.
    pub id: String,
    /// The first claim and where it is made.
    pub claim: String,
    /// The second claim and where it is made.
    pub against: String,
    /// What we do.
    pub resolution: String,
    /// How well that is known.
    pub basis: Basis,
    /// What lint finds of it by itself, by key; none where the claim is in prose.
    pub about: Vec<About>,
    /// Line in `contradictions.yaml`, from 1.
    pub line: u32,
}

/// The key of something that lint finds: `sample recurring/post-transaction#php/recurring_period: code D`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The key.
    pub key: String,
    /// Line in `contradictions.yaml`, from 1.
    pub line: u32,
}
