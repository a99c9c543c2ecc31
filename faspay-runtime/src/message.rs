//! A received message: the decoded text in one buffer, and where each key and value lies in it. Generated message
//! types wrap it and give each field an accessor; an empty value is the same as none.

use crate::amount::Scaled;
use crate::element::{hides, read_boolean, read_date};
use crate::secret::MASK;
use crate::table::{Encoding, FieldSpec, InboundTable, Kind, MAX_FIELDS};
use crate::view::bit;
use crate::{Amount, CodeText, Currency, Date, DayList, Decimal, JsonObject, ReceivedElement, Timestamp};
use std::fmt;

/// A parsed message. Only the parser makes one.
#[derive(Clone)]
pub struct Message {
    table: &'static InboundTable,
    pairs: Pairs,
    /// As it arrived, where that is what is signed.
    #[cfg(feature = "scheme-hmac-json")]
    body: Vec<u8>,
}

/// The pairs of a body, in order, and where the known keys are among them.
#[derive(Clone)]
pub(crate) struct Pairs {
    pub(crate) buffer: String,
    pub(crate) list: Vec<Pair>,
    /// One bit for each key of the door that arrived.
    pub(crate) seen: u128,
    /// The same for objects, which are no pairs.
    pub(crate) objects: u128,
    /// The same for lists and free objects in whose place something else came.
    pub(crate) misfits: u128,
    /// For each key of the door that arrived, its place in `list`.
    pub(crate) places: [u8; MAX_FIELDS],
}

/// Where a text starts and ends in the buffer.
pub(crate) type Span = (usize, usize);

/// Where one key and its value lie in the buffer.
#[derive(Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) key: Span,
    pub(crate) value: Span,
    /// Index of the key at the door, or [`UNKNOWN_KEY`].
    pub(crate) known: u8,
}

/// No key has this index: a door has at most [`MAX_FIELDS`].
pub(crate) const UNKNOWN_KEY: u8 = u8::MAX;

impl Pairs {
    fn slice(&self, (start, end): Span) -> &str {
        self.buffer.get(start..end).unwrap_or_default()
    }

    /// The value of a key of the door, when it arrived and isn't empty.
    fn known(&self, key: u8) -> Option<&str> {
        if self.seen & bit(key) == 0 {
            return None;
        }
        let place = self.places.get(usize::from(key))?;
        let pair = self.list.get(usize::from(*place))?;
        Some(self.slice(pair.value)).filter(|text| !text.is_empty())
    }
}

impl Message {
    pub(crate) fn new(table: &'static InboundTable, pairs: Pairs) -> Self {
        Self {
            table,
            pairs,
            #[cfg(feature = "scheme-hmac-json")]
            body: Vec::new(),
        }
    }

    /// Keeps the body, if this message needs it.
    #[cfg_attr(not(feature = "scheme-hmac-json"), expect(unused_mut, unused_variables, reason = "no message needs it"))]
    pub(crate) fn with_body(mut self, body: &[u8]) -> Self {
        #[cfg(feature = "scheme-hmac-json")]
        if let crate::table::Auth::Hmac { .. } = self.table.auth {
            self.body = body.to_vec();
        }
        self
    }

    /// The body as it arrived; empty where nobody needs it.
    #[cfg(feature = "scheme-hmac-json")]
    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    /// The key of a field as it arrived.
    #[cfg(feature = "scheme-hmac-json")]
    pub(crate) fn key(&self, field: usize) -> Option<&str> {
        let known = self.table.slots.get(field)?;
        let pair = self.pairs.list.iter().find(|pair| pair.known == *known)?;
        Some(self.pairs.slice(pair.key))
    }

    pub(crate) fn into_pairs(self) -> Pairs {
        self.pairs
    }

    /// The table that describes it.
    #[must_use]
    pub fn table(&self) -> &'static InboundTable {
        self.table
    }

    /// The text of the field of this index, when it is there and not empty.
    #[must_use]
    pub fn text(&self, field: usize) -> Option<&str> {
        self.pairs.known(*self.table.slots.get(field)?).or_else(|| self.respelled(field))
    }

    /// The text of a field that came under another spelling of its key.
    fn respelled(&self, field: usize) -> Option<&str> {
        self.table.fields.get(field)?.aliases.iter().find_map(|spelling| self.spelled(spelling))
    }

    /// The value of exactly this key, when it arrived and isn't empty.
    pub(crate) fn spelled(&self, key: &str) -> Option<&str> {
        let slot = match self.table.exact_keys {
            true => self.table.keys.exactly(key)?,
            false => self.table.keys.find(key.as_bytes())?.0,
        };
        self.pairs.known(slot)
    }

    /// The field of this message that a key of the door belongs to, under whatever spelling.
    fn field_of(&self, key: u8) -> Option<usize> {
        let own = self.table.slots.iter().position(|slot| *slot == key);
        own.or_else(|| {
            let spelling = self.table.keys.names.get(usize::from(key))?;
            self.table.fields.iter().position(|field| field.aliases.contains(spelling))
        })
    }

    /// The first key that is another spelling of a field which has come already.
    pub(crate) fn spelled_twice(&self) -> Option<&str> {
        if self.table.fields.iter().all(|field| field.aliases.is_empty()) {
            return None;
        }
        let mut seen = 0;
        self.pairs.list.iter().find_map(|pair| {
            let field = bit(u8::try_from(self.field_of(pair.known)?).ok()?);
            let twice = seen & field != 0;
            seen |= field;
            twice.then(|| self.pairs.slice(pair.key))
        })
    }

    /// The money in this field, when it reads as its table says. Its currency is that of the currency field which the
    /// table names for it, else that of the message.
    #[must_use]
    pub fn amount(&self, field: usize) -> Option<Amount> {
        let Kind::Amount { currency, .. } = self.table.fields.get(field)?.kind else {
            return None;
        };
        let own = currency.or_else(|| self.table.answers.payment.map(|payment| payment.currency));
        let currency = self.text(usize::from(own?))?;
        self.scaled(field)?.amount(Currency::new(currency).ok()?)
    }

    /// The date in this field, when it is one as the table writes it.
    #[must_use]
    pub fn date(&self, field: usize) -> Option<Date> {
        read_date(self.table.fields.get(field)?.kind, self.text(field)?)
    }

    /// The moment in this field, when it is one.
    #[must_use]
    pub fn timestamp(&self, field: usize) -> Option<Timestamp> {
        Timestamp::parse(self.text(field)?).ok()
    }

    /// The number in this field, when it is one.
    #[must_use]
    pub fn decimal(&self, field: usize) -> Option<Decimal> {
        Decimal::parse(self.text(field)?).ok()
    }

    /// `true` or `false`, when it is one of them.
    #[must_use]
    pub fn boolean(&self, field: usize) -> Option<bool> {
        read_boolean(self.text(field)?)
    }

    /// The free object in this field, when it is one.
    #[must_use]
    pub fn json(&self, field: usize) -> Option<JsonObject> {
        JsonObject::parse(self.text(field).filter(|_| self.fits(field))?).ok()
    }

    /// Whether a list or a free object came as one, and not as a text that looks like it.
    pub(crate) fn fits(&self, field: usize) -> bool {
        self.table.slots.get(field).is_none_or(|key| self.pairs.misfits & bit(*key) == 0)
    }

    /// Whether the object of this index is there, with members or without.
    #[must_use]
    pub fn has_object(&self, field: usize) -> bool {
        self.table.slots.get(field).is_some_and(|key| self.pairs.objects & bit(*key) != 0)
    }

    /// The elements of the list in this field; none when it is no list. Amounts without a currency of their own have the
    /// message's.
    pub fn elements(&self, field: usize) -> impl Iterator<Item = ReceivedElement> + use<> {
        let list = match self.table.fields.get(field).map(|field| field.kind) {
            Some(Kind::List(table)) => self.text(field).filter(|_| self.fits(field)).map(|text| {
                let currency = self.table.answers.payment.map(|payment| payment.currency);
                let currency = currency.and_then(|field| Currency::new(self.text(usize::from(field))?).ok());
                ReceivedElement::read(table, text, currency)
            }),
            _ => None,
        };
        list.unwrap_or_default().into_iter()
    }

    /// The whole number in this field, when it is one.
    #[must_use]
    pub fn integer(&self, field: usize) -> Option<u64> {
        read_integer(self.text(field)?)
    }

    /// The days in this field, when they are days.
    #[must_use]
    pub fn days(&self, field: usize) -> Option<DayList> {
        DayList::parse(self.text(field)?).ok()
    }

    /// The code in this field; one that the list doesn't have is `Unknown`.
    #[must_use]
    pub fn code<C: CodeText>(&self, field: usize) -> Option<C> {
        self.text(field).map(C::received)
    }

    /// Every pair as it arrived, decoded, in order: also those that the tables don't know.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.list.iter().map(|pair| (self.pairs.slice(pair.key), self.pairs.slice(pair.value)))
    }

    /// The pairs whose key isn't a field of this message.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .list
            .iter()
            .filter(|pair| self.field_of(pair.known).is_none())
            .map(|pair| (self.pairs.slice(pair.key), self.pairs.slice(pair.value)))
    }

    /// Every pair in order, with its field when this message has one for it.
    pub(crate) fn known_or_not(&self) -> impl Iterator<Item = (Option<&FieldSpec>, &str, &str)> {
        self.pairs.list.iter().map(|pair| {
            (
                self.field_of(pair.known).and_then(|index| self.table.fields.get(index)),
                self.pairs.slice(pair.key),
                self.pairs.slice(pair.value),
            )
        })
    }

    /// The number in an amount field, in units of the table's decimals.
    pub(crate) fn scaled(&self, field: usize) -> Option<Scaled> {
        match self.table.fields.get(field)?.kind {
            Kind::Amount { decimals, .. } => self.table.read_amount(self.text(field)?, decimals),
            _ => None,
        }
    }
}

impl InboundTable {
    /// The number in the text of an amount. What writes JSON writes numbers, and which decimals stand behind the point is its business;
    /// a form's amount is a text with the decimals of its table.
    pub(crate) fn read_amount(&self, text: &str, decimals: u32) -> Option<Scaled> {
        match self.encoding {
            Encoding::Json => Scaled::of_value(text, decimals),
            Encoding::Form => Scaled::read(text, decimals),
        }
    }
}

/// ASCII digits without sign and leading zeros.
pub(crate) fn read_integer(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let padded = text.len() > 1 && text.starts_with('0');
    if digits && !padded { text.parse().ok() } else { None }
}

/// Shows the fields that may be shown. Values under keys that no table knows are masked: they may be anything.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (index, field) in self.table.fields.iter().enumerate() {
            if let Some(text) = self.text(index) {
                map.entry(&field.name, &if hides(field) { MASK } else { text });
            }
        }
        for (key, _) in self.unknown() {
            map.entry(&key, &MASK);
        }
        map.finish()
    }
}
