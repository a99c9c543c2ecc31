//! The static tables that generated code consists of: what a message's fields are, who fills them, how it is signed
//! and what is compared when it comes back. Generated crates write these as `static` items; the checker, the encoder
//! and the parser read them. Indexes are positions: a field's index is its place in `fields` (wire order), a
//! credential's or setting's index its place in the gateway's list.

use crate::encode::EncodedKey;
pub use crate::keys::{Keys, slots};
use crate::{Message, PaymentStatus, Report, View};

/// Most fields that one message may have. Generated messages beyond it don't compile (see [`RequestTable::new`]).
pub const MAX_FIELDS: usize = 128;

/// One gateway: what a merchant is issued and what a merchant must decide.
#[derive(Debug)]
pub struct GatewayTable {
    /// `faspay`.
    pub id: &'static str,
    /// In the order of `gateway.yaml`.
    pub credentials: &'static [CredentialSpec],
    /// In the order of `gateway.yaml`.
    pub settings: &'static [SettingSpec],
}

/// A value that the gateway issues to the merchant.
#[derive(Debug)]
pub struct CredentialSpec {
    /// Its name.
    pub name: &'static str,
    /// Most characters.
    pub max: Option<u32>,
    /// Only ASCII digits.
    pub digits: bool,
    /// Never shown.
    pub sensitive: bool,
    /// Index of the setting that decides whether a form carries it.
    pub sent_by: Option<u8>,
}

/// A choice that the documents leave to the merchant.
#[derive(Debug)]
pub struct SettingSpec {
    /// Its name.
    pub name: &'static str,
    /// What it decides.
    pub kind: SettingKind,
}

/// The kinds of setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingKind {
    /// `true` or `false`: whether a form carries the credential.
    SendsCredential,
    /// `as-is` or `upper`: how a signed text is cased before hashing.
    Case,
    /// The address of the endpoint of this name, in an environment for which no page gives one.
    Address(&'static str),
}

/// A request that a merchant makes. Build it with [`RequestTable::new`], which refuses tables that are too large.
#[derive(Debug)]
pub struct RequestTable {
    /// With the gateway: `faspay.recurring.register`.
    pub id: &'static str,
    /// Its gateway.
    pub gateway: &'static GatewayTable,
    /// How it travels.
    pub transport: Transport,
    /// The HTTP method.
    pub method: Method,
    /// Where it goes.
    pub endpoint: Endpoint,
    /// What follows the endpoint's URL, with `{name}` for each field that is [`Place::Path`].
    pub path: &'static str,
    /// What its `Authorization` header holds.
    pub authorization: Authorization,
    /// In wire order.
    pub fields: &'static [FieldSpec],
    /// The credentials that its fields and recipes use, in the gateway's order.
    pub credentials: &'static [CredentialUse],
    /// The rules that cross fields: calls [`Report::rule`] once for each, in model order.
    pub rules: fn(&View<'_>, &mut Report),
    /// What identifies the payment that it asks for, when it asks for one.
    pub asks: Option<Asks>,
    /// Whether it may be sent again when nobody knows what became of it.
    pub retry: Retry,
    /// Id of the operation that tells what became of this one when its answer was lost: `faspay.card.inquiry`.
    pub inquire: Option<&'static str>,
    /// Misspellings of the page, each with the right name.
    pub misspellings: &'static [(&'static str, &'static str)],
}

impl RequestTable {
    /// What most requests have in common, so that a table states only what is its own: `..RequestTable::POST`.
    pub const POST: Self = Self {
        id: "",
        gateway: &GatewayTable { id: "", credentials: &[], settings: &[] },
        transport: Transport::ServerJson,
        method: Method::Post,
        endpoint: Endpoint { name: "", sandbox: None, production: None },
        path: "",
        authorization: Authorization::None,
        fields: &[],
        credentials: &[],
        rules: |_, _| {},
        asks: None,
        retry: Retry::Never,
        inquire: None,
        misspellings: &[],
    };

    /// The same table; a compile error in a `static` when it has more than [`MAX_FIELDS`] fields.
    #[must_use]
    pub const fn new(self) -> Self {
        assert!(self.fields.len() <= MAX_FIELDS, "a message has more fields than the runtime holds");
        self
    }
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

/// What the `Authorization` header of a request holds. What needs a scheme exists only when the scheme's feature is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authorization {
    /// There is none.
    None,
    /// HTTP Basic: the credentials of these indexes, before and after the colon. They are among those that the operation uses.
    #[cfg(feature = "scheme-basic")]
    Basic {
        /// Index of the credential before the colon.
        user: u8,
        /// Index of the credential after it.
        password: u8,
    },
    /// A token that another operation gives for a while.
    Bearer {
        /// Id of that operation, with the gateway: `pivot.access-token`.
        operation: &'static str,
    },
}

/// Where in a request a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Into the form or the JSON object.
    Body,
    /// Into the path, in place of `{name}`.
    Path,
    /// Behind the `?`, under its wire key.
    Query,
    /// Into the header of this name.
    Header(&'static str),
}

impl Method {
    /// `POST` or `GET`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Get => "GET",
        }
    }
}

impl Transport {
    /// `browser-form`, `server-form` or `server-json`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BrowserForm => "browser-form",
            Self::ServerForm => "server-form",
            Self::ServerJson => "server-json",
        }
    }
}

/// How a received body is written. Its content type must say so; nothing is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// A form, or `KEY=VALUE;KEY=VALUE` as plain text.
    Form,
    /// One JSON object.
    Json,
}

/// Whether a request may be sent a second time after the first one may have arrived. A browser's form never is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Retry {
    /// Any number of them is as good as one.
    Safe,
    /// With the same key. Where the request has an idempotency key, the gateway answers the second as it has answered the first; where
    /// the key is the order id, it refuses the second.
    SafeWithKey,
    /// Never: inquire instead.
    Never,
}

/// A place that requests go to. The URLs are absolute `https` ones.
#[derive(Debug)]
pub struct Endpoint {
    /// Its name in the spec.
    pub name: &'static str,
    /// Sandbox URL.
    pub sandbox: Option<&'static str>,
    /// Production URL.
    pub production: Option<&'static str>,
}

/// A credential that an operation uses.
#[derive(Debug)]
pub struct CredentialUse {
    /// Index of the credential.
    pub index: u8,
    /// Characters that it may not contain: the delimiters of the operation's recipes that cover it, by themselves or
    /// through a field. Empty when none does.
    pub forbid: &'static str,
}

/// What identifies the payment that a request asks for, or that a message answers.
#[derive(Debug, Clone, Copy)]
pub struct Asks {
    /// Field index of the merchant's own order id.
    pub order: u8,
    /// Field index of the amount.
    pub amount: u8,
    /// Field index of the currency.
    pub currency: u8,
}

/// One parameter. Written as `FieldSpec::new(…)` followed by what differs from an optional field of the caller's.
#[derive(Debug)]
pub struct FieldSpec {
    /// Canonical name: what violations and `--params` call it.
    pub name: &'static str,
    /// The exact key on the wire: in nested JSON the last part of the path. (Of no account in a received message.)
    pub wire: &'static str,
    /// Index of the object that it is a member of; smaller than its own.
    pub parent: Option<u8>,
    /// Where in a request it goes.
    pub place: Place,
    /// The same, encoded.
    pub(crate) key: EncodedKey,
    /// Printable ASCII of at most so many bytes is sound, whatever it says; 0 where more is asked of it.
    pub(crate) simple: usize,
    /// How its value is checked and printed.
    pub kind: Kind,
    /// When it must be there.
    pub presence: Presence,
    /// Who fills it.
    pub by: By,
    /// Never shown.
    pub sensitive: bool,
    /// Fewest characters of a text that is there; 0 where the table says nothing.
    pub least: u32,
    /// The characters that a text may consist of.
    pub only: Characters,
    /// Characters that it may not contain.
    pub forbid: &'static str,
    /// Index of the setting that must be made before lower-case letters may be sent.
    pub case_setting: Option<u8>,
    /// In JSON, written bare: a number or a boolean.
    pub number: bool,
    /// The feature of its crate without which it can't be given, when the crate is built without it.
    pub lacks: Option<&'static str>,
    /// Other spellings of the key under which it is received, in lower case.
    pub aliases: &'static [&'static str],
    /// Where the fact comes from: `faspay/recurring/post-transaction#request row 62`.
    pub source: &'static str,
}

impl FieldSpec {
    /// An optional, public field that the caller fills.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "const functions have no `From`; a `usize` has 32 bits at least")]
    pub const fn new(name: &'static str, wire: &'static str, kind: Kind, source: &'static str) -> Self {
        Self {
            name,
            wire,
            parent: None,
            place: Place::Body,
            key: EncodedKey::new(wire),
            simple: match kind {
                Kind::Text { max: Some(max) } => max as usize,
                Kind::Text { max: None } => usize::MAX,
                _ => 0,
            },
            kind,
            presence: Presence::Optional,
            by: By::Caller,
            sensitive: false,
            least: 0,
            only: Characters::Any,
            forbid: "",
            case_setting: None,
            number: false,
            lacks: None,
            aliases: &[],
            source,
        }
    }

    /// It must always be there.
    #[must_use]
    pub const fn mandatory(mut self) -> Self {
        self.presence = Presence::Mandatory;
        self
    }

    /// It must be there when `holds` says `Some(true)`; `text` is the condition as the spec displays it.
    #[must_use]
    pub const fn when(mut self, text: &'static str, holds: fn(&View<'_>) -> Option<bool>) -> Self {
        self.presence = Presence::When { text, holds };
        self
    }

    /// Somebody else than the caller fills it.
    #[must_use]
    pub const fn by(mut self, by: By) -> Self {
        self.by = by;
        self.simple = 0;
        self
    }

    /// Its value is never shown.
    #[must_use]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// It can be given only with this feature of its crate; `is_on` says whether the crate is built with it. It must be optional.
    #[must_use]
    pub const fn behind(mut self, feature: &'static str, is_on: bool) -> Self {
        if !is_on {
            self.lacks = Some(feature);
            self.simple = 0;
        }
        self
    }

    /// In JSON, it is written as a number. Its kind must print nothing else.
    #[must_use]
    pub const fn number(mut self) -> Self {
        self.number = true;
        self
    }

    /// A text of fewer characters is refused.
    #[must_use]
    pub const fn least(mut self, characters: u32) -> Self {
        self.least = characters;
        self.simple = 0;
        self
    }

    /// It is a member of the object of this index.
    #[must_use]
    pub const fn within(mut self, parent: u8) -> Self {
        self.parent = Some(parent);
        self.simple = 0;
        self
    }

    /// A text of other characters is refused.
    #[must_use]
    pub const fn only(mut self, characters: Characters) -> Self {
        self.only = characters;
        self.simple = 0;
        self
    }

    /// It doesn't go into the body.
    #[must_use]
    pub const fn at(mut self, place: Place) -> Self {
        self.place = place;
        self.simple = 0;
        self
    }

    /// Whether a path leads to it, under whichever of its spellings.
    pub(crate) fn is_spelled(&self, path: &str) -> bool {
        self.name == path || self.aliases.contains(&path)
    }

    /// The same in another case.
    pub(crate) fn resembles(&self, path: &str) -> bool {
        self.name.eq_ignore_ascii_case(path) || self.aliases.iter().any(|own| own.eq_ignore_ascii_case(path))
    }

    /// It is received under these spellings too; the door's keys have them. In nested messages they are whole paths.
    #[must_use]
    pub const fn aliases(mut self, spellings: &'static [&'static str]) -> Self {
        self.aliases = spellings;
        self
    }

    /// It may not contain any of these characters.
    #[must_use]
    pub const fn forbid(mut self, characters: &'static str) -> Self {
        self.forbid = characters;
        self.simple = 0;
        self
    }

    /// Lower-case letters may be sent only once this setting is made.
    #[must_use]
    pub const fn case_setting(mut self, setting: u8) -> Self {
        self.case_setting = Some(setting);
        self.simple = 0;
        self
    }
}

/// How a value is checked and printed. `max` counts Unicode scalar values.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any text without control characters.
    Text {
        /// Most characters.
        max: Option<u32>,
    },
    /// An absolute http or https URL; production wants https.
    Url {
        /// Most characters.
        max: Option<u32>,
    },
    /// ASCII digits without sign and leading zeros.
    Integer {
        /// Most digits.
        digits: u32,
    },
    /// Money.
    Amount {
        /// Decimals that are printed.
        decimals: u32,
        /// Most characters of the printed text.
        max: Option<u32>,
        /// Zero is refused.
        positive: bool,
        /// Index of the field that holds its currency.
        currency: Option<u8>,
    },
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYYMMDD`.
    CompactDate,
    /// `YYYY-MM-DDTHH:MM:SSZ`.
    Timestamp,
    /// ASCII digits, with a point and more digits where there is a fraction.
    Decimal {
        /// Most characters.
        max: u32,
    },
    /// `true` or `false`.
    Boolean,
    /// A nested object: its members name it as their parent.
    Object {
        /// Fewest members.
        min: Option<u32>,
        /// Most members.
        max: Option<u32>,
    },
    /// A list of objects.
    List(&'static ElementTable),
    /// Any JSON object, as it is given.
    Json,
    /// An encrypted card: base64 of a JSON object with the encrypted key, the nonce and the ciphertext.
    EncryptedCard,
    /// Days of a month with two digits each, joined by commas.
    DayList {
        /// Most days.
        max: u32,
    },
    /// One of these values.
    Code(&'static [&'static str]),
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

/// One element of a list of objects. Indexes and parents are positions among its own fields.
#[derive(Debug)]
pub struct ElementTable {
    /// In wire order, named by their path within the element.
    pub fields: &'static [FieldSpec],
    /// Fewest elements.
    pub min: Option<u32>,
    /// Most elements.
    pub max: Option<u32>,
}

/// When a field must be there.
#[derive(Debug, Clone, Copy)]
pub enum Presence {
    /// Always.
    Mandatory,
    /// Never. Also for a page that says C and not when.
    Optional,
    /// When a condition holds.
    When {
        /// The condition as the spec displays it.
        text: &'static str,
        /// Whether it holds; `None` when that can't be told.
        holds: fn(&View<'_>) -> Option<bool>,
    },
}

/// Who fills a field of a request.
#[derive(Debug, Clone, Copy)]
pub enum By {
    /// The caller: generated code sets it in [`Request::values`](crate::Request::values).
    Caller,
    /// The credential of this index.
    Credential(u8),
    /// The spec: always this text.
    Fixed(&'static str),
    /// The runtime: a digest.
    Signature(&'static Signing),
    /// The amount in the field of this index. Generated code sets nothing; by name it is given like any parameter.
    CurrencyOf(u8),
    /// The key by which the gateway knows a request that it has had: the caller's, or else a fresh one.
    IdempotencyKey,
}

/// A recipe, resolved for one message: every name in it has become a field, a credential or text.
#[derive(Debug)]
pub struct Signing {
    /// Name of the recipe: `card-request`.
    pub recipe: &'static str,
    /// The digest.
    pub digest: Digest,
    /// Characters that no signed value may contain.
    pub delimiter: &'static str,
    /// What is joined. Constants that the operation binds are already text.
    pub parts: &'static [Part],
}

/// A digest with its text form: hexadecimal, lower case when sent, either case when received; or base64, which has one
/// form. A variant exists only when its scheme's feature is on, so a recipe that needs another one doesn't compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digest {
    /// SHA-1.
    #[cfg(feature = "scheme-sha1")]
    Sha1Hex,
    /// SHA-1 over the 32 lower-case hexadecimal digits of the MD5.
    #[cfg(feature = "scheme-sha1-md5")]
    Sha1OfMd5Hex,
    /// SHA-256 in base64 with padding.
    #[cfg(feature = "scheme-sha256")]
    Sha256Base64,
}

/// One part of a string to sign.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// Text as it stands.
    Text(&'static str),
    /// The printed value of the field of this index.
    Field(u8, Case),
    /// The credential of this index.
    Credential(u8, Case),
}

/// How a signed value is cased before hashing. Upper-casing is ASCII only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// As it stands.
    AsIs,
    /// ASCII letters in upper case.
    Upper,
    /// As the setting of this index says.
    Setting(u8),
}

/// A rule that crosses fields, as [`Report::rule`] takes it.
#[derive(Debug)]
pub struct Rule {
    /// `ends-after-start`.
    pub id: &'static str,
    /// Index of the field that a violation names.
    pub field: u8,
    /// What must hold, as the spec displays it.
    pub then: &'static str,
    /// Why, in our words.
    pub because: &'static str,
    /// Where it is written.
    pub source: &'static str,
}

/// How a status code reads.
pub type Outcome = fn(&str) -> PaymentStatus;

/// A message that a merchant receives. Presence says what the page says; a missing field is a problem, not a refusal.
#[derive(Debug)]
pub struct InboundTable {
    /// With the gateway: `faspay.card.result`.
    pub id: &'static str,
    /// Its gateway.
    pub gateway: &'static GatewayTable,
    /// In table order.
    pub fields: &'static [FieldSpec],
    /// How its body is written.
    pub encoding: Encoding,
    /// Keys are cased as the table writes them; otherwise all lower or all upper.
    pub exact_keys: bool,
    /// The keys of the door that it arrives at; the tables of one encoding may share them.
    pub keys: &'static Keys,
    /// For each field, the index of its key in `keys`: [`slots`] computes it.
    pub slots: &'static [u8],
    /// Who vouches for it.
    pub auth: Auth,
    /// What is compared with what was asked.
    pub answers: Answers,
    /// Field index of what was paid, where the message tells it beside what was to be paid: where it is there, it must be the amount
    /// that was asked.
    pub paid: Option<u8>,
    /// The field that says what became of the payment, and how its code is read. `None`: it isn't about a payment.
    pub status: Option<(u8, Outcome)>,
    /// The fields that make up the stable event key.
    pub event_key: &'static [u8],
    /// The JSON object that acknowledges it, by its documents. `None`: status 200 without text does, or nobody knows what does.
    pub acknowledge: Option<&'static str>,
    /// At a shared door: this message is meant when it says `Some(true)`. `None`: the last resort of its encoding.
    pub when: Option<fn(&View<'_>) -> Option<bool>>,
}

impl InboundTable {
    /// What most messages have in common, so that a table states only what is its own: `..InboundTable::LOWER_OR_UPPER`.
    pub const LOWER_OR_UPPER: Self = Self {
        id: "",
        gateway: &GatewayTable { id: "", credentials: &[], settings: &[] },
        fields: &[],
        encoding: Encoding::Form,
        exact_keys: false,
        keys: &Keys::new(&[]),
        slots: &[],
        auth: Auth::None,
        answers: Answers { payment: None, merchant: None },
        paid: None,
        status: None,
        event_key: &[],
        acknowledge: None,
        when: None,
    };
}

/// Who vouches for a received message. What needs a scheme exists only when the scheme's feature is on.
#[derive(Debug)]
pub enum Auth {
    /// A digest.
    Signed {
        /// Over what.
        signing: &'static Signing,
        /// Index of the field that holds it.
        field: u8,
        /// Indexes of the fields that it covers.
        covers: &'static [u8],
        /// Index of the setting that says whether the browser has seen the secret.
        exposed_by: Option<u8>,
    },
    #[cfg(feature = "scheme-hmac-json")]
    /// HMAC-SHA512 in hexadecimal, over the raw JSON body without the member that holds it. Covers every other field.
    Hmac {
        /// Index of the credential that is the key.
        credential: u8,
        /// Index of the field, at the top of the body, that holds it.
        field: u8,
    },
    #[cfg(feature = "scheme-key")]
    /// A key that never changes, in a header. It covers no field.
    Key {
        /// Index of the credential that it must equal.
        credential: u8,
        /// The header.
        header: &'static str,
    },
    /// The connection: an answer that the merchant's server got from the gateway's own host over TLS. Replies only.
    Connection,
    /// Nobody.
    None,
}

/// The fields of a received message that must agree with what was asked.
#[derive(Debug, Clone, Copy)]
pub struct Answers {
    /// Which order, how much of what. `None`: it doesn't tell, so it never settles a payment.
    pub payment: Option<Asks>,
    /// Field index of the merchant, and index of the credential that it echoes.
    pub merchant: Option<(u8, u8)>,
}

/// The life of a payment: which status comes after which. The spec's loader has proved that the order has no circles, and that
/// two statuses which one payment can have are ordered.
#[derive(Debug)]
pub struct LifeTable {
    /// The gateway and the code list: `faspay.txn-status`.
    pub id: &'static str,
    /// The statuses, in the order of their list.
    pub statuses: &'static [LifeStatus],
    /// What a status says about money.
    pub outcome: Outcome,
    /// The ids of the messages whose status it is, each with the codes that there tell of a request instead.
    pub messages: &'static [(&'static str, &'static [&'static str])],
}

/// A status in the life of a payment.
#[derive(Debug)]
pub struct LifeStatus {
    /// Its code.
    pub code: &'static str,
    /// Every status that it comes after, directly or over others.
    pub after: &'static [&'static str],
}

/// A place where several messages may arrive. Those of one encoding share one key table.
#[derive(Debug)]
pub struct Door {
    /// In the order of their predicates; the last one of each encoding has none.
    pub messages: &'static [&'static InboundTable],
}

impl Door {
    /// Parses `body` strictly and says which message it is: its index in [`Door::messages`], and the message itself,
    /// which generated code wraps with [`Received::of`](crate::Received::of).
    ///
    /// # Errors
    /// Everything that [`ReceiveError`](crate::ReceiveError) lists.
    pub fn parse(&self, content_type: &str, body: &[u8]) -> Result<(usize, Message), crate::ReceiveError> {
        crate::receive::parse_door(self.messages, content_type, body)
    }
}
