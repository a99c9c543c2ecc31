//! One message on its way out: its table, its values, and what surrounds them. Every door that sends (typed and by
//! name) makes one of these and asks it the same questions: what is wrong, what is each field's final text, what is
//! signed, what is expected to come back.

use crate::amount::Scaled;
use crate::given::Given;
use crate::print::{Sink, print};
use crate::secret::MASK;
use crate::sign::{Hasher, Written};
use crate::table::{By, Case, FieldSpec, Kind, Part, RequestTable, SettingKind, Signing};
use crate::text::is_address;
use crate::value::Value;
use crate::{Clock, Credentials, Currency, Environment, Expected, SettingValue, SignedCase};

pub(crate) struct Outgoing<'a> {
    pub(crate) table: &'static RequestTable,
    pub(crate) environment: &'a Environment,
    /// Unknown when a message is only validated.
    pub(crate) credentials: Option<&'a dyn Credentials>,
    pub(crate) clock: Clock,
    /// Whether it is about to be sent, and not only looked at: then nothing that has to be filled in may lack.
    pub(crate) building: bool,
    /// What was given for the fields of the table, or of one element of a list in it.
    pub(crate) given: Given<'a>,
}

/// A field as it goes over the wire.
pub(crate) enum Final<'a> {
    /// It is left off.
    Absent,
    /// A value, printed by its kind.
    Value(Kind, Value<'a>),
    /// A text as it stands.
    Text(&'a str),
    /// A digest.
    Signature(&'static Signing),
}

impl<'a> Outgoing<'a> {
    /// The fields with their specs, in wire order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (u8, &'static FieldSpec)> {
        (0u8..).zip(self.given.fields)
    }

    /// What was given for a field, or is filled in where nothing was.
    #[inline]
    pub(crate) fn given(&self, index: u8, by: By) -> Value<'a> {
        self.given.value(index, by)
    }

    /// The field of this index.
    pub(crate) fn field(&self, index: u8) -> Option<&'static FieldSpec> {
        self.given.fields.get(usize::from(index))
    }

    /// How many direct members of an object go over the wire, or would if they were sound.
    pub(crate) fn members(&self, object: u8) -> u32 {
        let own = self.fields().filter(|(_, field)| field.parent == Some(object));
        let sent = own.filter(|(index, field)| match field.by {
            By::Fixed(_) | By::Signature(_) => true,
            By::Credential(credential) => self.sends(credential) != Some(false),
            _ if matches!(field.kind, Kind::Object { .. }) => self.given.has_object(*index),
            by => !matches!(self.given(*index, by), Value::Absent),
        });
        u32::try_from(sent.count()).unwrap_or(u32::MAX)
    }

    /// A credential, when it is known and not empty.
    pub(crate) fn credential(&self, index: u8) -> Option<&'a str> {
        self.credentials?.get(usize::from(index)).filter(|text| !text.is_empty())
    }

    /// Whether the setting that decides about sending this credential is made, and how.
    pub(crate) fn sends(&self, credential: u8) -> Option<bool> {
        let spec = self.table.gateway.credentials.get(usize::from(credential))?;
        let Some(setting) = spec.sent_by else {
            return Some(true);
        };
        match self.credentials?.setting(usize::from(setting))? {
            SettingValue::Send(send) => Some(send),
            SettingValue::Case(_) => None,
        }
    }

    /// The setting that gives the address of this message's endpoint, when there is one: its name and what it says.
    pub(crate) fn told_address(&self) -> Option<(&'static str, Option<&'a str>)> {
        let endpoint = self.table.endpoint.name;
        let mut settings = self.table.gateway.settings.iter().enumerate();
        let (index, setting) = settings.find(|(_, setting)| setting.kind == SettingKind::Address(endpoint))?;
        let told = self.credentials.and_then(|credentials| credentials.address(index));
        Some((setting.name, told.filter(|url| !url.is_empty())))
    }

    /// Where it goes: to the documented address, else to the one that the merchant was told.
    pub(crate) fn url(&self) -> Option<String> {
        let told = || self.told_address().and_then(|(_, url)| url).filter(|url| is_address(url));
        self.environment.url(&self.table.endpoint, told)
    }

    /// How a setting says that signed text is cased.
    pub(crate) fn case(&self, setting: u8) -> Option<SignedCase> {
        match self.credentials?.setting(usize::from(setting))? {
            SettingValue::Case(case) => Some(case),
            SettingValue::Send(_) => None,
        }
    }

    /// What goes over the wire for a field. Ask only when the message has been checked.
    #[inline]
    pub(crate) fn settle<'v>(&self, field: &'static FieldSpec, given: Value<'v>) -> Final<'v>
    where
        'a: 'v,
    {
        if !self.given.reaches(field) {
            return Final::Absent;
        }
        match field.by {
            By::Caller | By::CurrencyOf(_) | By::IdempotencyKey => match given {
                Value::Absent => Final::Absent,
                value => Final::Value(field.kind, value),
            },
            By::Fixed(text) => Final::Text(text),
            By::Credential(credential) => match self.credential(credential) {
                Some(text) if self.sends(credential) != Some(false) => Final::Text(text),
                _ => Final::Absent,
            },
            By::Signature(signing) => Final::Signature(signing),
        }
    }

    /// The digest as it is sent.
    pub(crate) fn sign(&self, signing: &Signing) -> Written {
        let mut sink = Hashed { hasher: Hasher::new(signing.digest), upper: false };
        self.string_to_sign(signing, &mut sink);
        sink.hasher.finish().written()
    }

    /// The string that is signed, with `***` for what is sensitive.
    pub(crate) fn masked_string_to_sign(&self, signing: &Signing) -> String {
        let mut sink = Masked { text: String::new(), upper: false, muted: false };
        self.string_to_sign(signing, &mut sink);
        sink.text
    }

    fn string_to_sign(&self, signing: &Signing, out: &mut impl Sink) {
        for part in signing.parts {
            match *part {
                Part::Text(text) => {
                    out.part(false, false);
                    out.text(text);
                }
                Part::Credential(index, case) => {
                    out.part(self.is_upper(case), self.is_secret(By::Credential(index)));
                    out.text(self.credential(index).unwrap_or_default());
                }
                Part::Field(index, case) => {
                    let Some(field) = self.field(index).filter(|field| self.given.reaches(field)) else {
                        continue;
                    };
                    out.part(self.is_upper(case), field.sensitive || self.is_secret(field.by));
                    match field.by {
                        // Signed also when the form leaves it off.
                        By::Credential(credential) => out.text(self.credential(credential).unwrap_or_default()),
                        By::Fixed(text) => out.text(text),
                        By::Caller | By::CurrencyOf(_) | By::IdempotencyKey => {
                            print(field.kind, self.given(index, field.by), out)
                        }
                        By::Signature(_) => {}
                    }
                }
            }
        }
    }

    /// Whether a field shows a credential that must not be shown.
    pub(crate) fn is_secret(&self, by: By) -> bool {
        let By::Credential(index) = by else {
            return false;
        };
        let spec = self.table.gateway.credentials.get(usize::from(index));
        spec.is_some_and(|spec| spec.sensitive)
    }

    fn is_upper(&self, case: Case) -> bool {
        match case {
            Case::AsIs => false,
            Case::Upper => true,
            Case::Setting(setting) => self.case(setting) == Some(SignedCase::Upper),
        }
    }

    /// What must come back for this to count as paid.
    pub(crate) fn expected(&self) -> Option<Expected> {
        let asks = self.table.asks?;
        let order = self.text_of(asks.order)?;
        let field = self.field(asks.amount)?;
        let amount = match (field.kind, self.given(asks.amount, field.by)) {
            (_, Value::Amount(amount)) => *amount,
            (Kind::Amount { decimals, .. }, Value::Text(text)) => {
                let currency = Currency::new(&self.text_of(asks.currency)?).ok()?;
                Scaled::read(text, decimals)?.amount(currency)?
            }
            _ => return None,
        };
        Some(Expected::new(order, amount))
    }

    /// What goes over the wire for the field of this index, before encoding.
    pub(crate) fn text_of(&self, index: u8) -> Option<String> {
        let field = self.field(index)?;
        let mut text = String::new();
        match self.settle(field, self.given(index, field.by)) {
            Final::Absent => return None,
            Final::Text(settled) => text.push_str(settled),
            Final::Value(kind, value) => print(kind, value, &mut text),
            Final::Signature(signing) => text.push_str(self.sign(signing).as_str()),
        }
        Some(text)
    }

    /// The amount's own currency when it was given as money.
    pub(crate) fn currency_text(&self, index: u8) -> Option<&'a str> {
        let field = self.field(index).filter(|field| self.given.reaches(field))?;
        match (field.by, self.given(index, field.by)) {
            (By::Fixed(text), _) | (By::Caller | By::CurrencyOf(_), Value::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// Feeds a hash.
struct Hashed {
    hasher: Hasher,
    upper: bool,
}

impl Sink for Hashed {
    fn text(&mut self, text: &str) {
        if self.upper {
            self.hasher.feed_upper(text.as_bytes());
        } else {
            self.hasher.feed(text.as_bytes());
        }
    }

    fn digits(&mut self, digits: &[u8]) {
        self.hasher.feed(digits);
    }

    fn part(&mut self, upper: bool, _sensitive: bool) {
        self.upper = upper;
    }
}

/// Shows what is signed, without what is sensitive.
struct Masked {
    text: String,
    upper: bool,
    muted: bool,
}

impl Sink for Masked {
    fn text(&mut self, text: &str) {
        if self.muted {
            return;
        }
        if self.upper {
            self.text.push_str(&text.to_ascii_uppercase());
        } else {
            self.text.push_str(text);
        }
    }

    fn digits(&mut self, digits: &[u8]) {
        if !self.muted {
            self.text.digits(digits);
        }
    }

    fn part(&mut self, upper: bool, sensitive: bool) {
        self.upper = upper;
        self.muted = sensitive;
        if sensitive {
            self.text.push_str(MASK);
        }
    }
}
