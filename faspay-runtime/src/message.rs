//! A received message: the decoded text in one buffer, and where each key and value lies in it. Generated message
//! types wrap it and give each field an accessor; an empty value is the same as none.

use crate::amount::Scaled;
use crate::secret::MASK;
use crate::table::{FieldSpec, InboundTable, Kind, MAX_FIELDS};
use crate::view::bit;
use crate::{Amount, CodeText, Currency, Date, DayList};
use std::fmt;

/// A parsed message. Only the parser makes one.
#[derive(Clone)]
pub struct Message {
    table: &'static InboundTable,
    pairs: Pairs,
}

/// The pairs of a body, in order, and where the known keys are among them.
#[derive(Clone)]
pub(crate) struct Pairs {
    pub(crate) buffer: String,
    pub(crate) list: Vec<Pair>,
    /// One bit for each key of the door that arrived.
    pub(crate) seen: u128,
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
        Self { table, pairs }
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
        let (slot, _) = self.table.keys.find(key.as_bytes())?;
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

    /// The date in this field, when it is one.
    #[must_use]
    pub fn date(&self, field: usize) -> Option<Date> {
        Date::parse(self.text(field)?).ok()
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
            Kind::Amount { decimals, .. } => Scaled::read(self.text(field)?, decimals),
            _ => None,
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
                map.entry(&field.name, &if field.sensitive { MASK } else { text });
            }
        }
        for (key, _) in self.unknown() {
            map.entry(&key, &MASK);
        }
        map.finish()
    }
}
