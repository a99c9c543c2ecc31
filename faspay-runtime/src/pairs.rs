//! The strict scanner of received bodies: one pass over the bytes, into one buffer, every escape decoded exactly once.
//! Known keys are told apart here, with the hash table that their door computed at compile time.

use crate::keys::hash_key;
use crate::message::{Pair, Pairs, Span, UNKNOWN_KEY};
use crate::receive::{Form, Key, ReceiveError};
use crate::sign::hex_value;
use crate::table::{Keys, MAX_FIELDS};
use crate::view::bit;
use crate::violation::is_control;

/// Most bytes of a body.
pub(crate) const MOST_BYTES: usize = 65_536;
/// Most pairs of a body.
pub(crate) const MOST_PAIRS: usize = 256;

/// Takes a body apart.
pub(crate) fn scan(keys: &Keys, form: Form, body: &[u8]) -> Result<Pairs, ReceiveError> {
    if body.len() > MOST_BYTES {
        return Err(ReceiveError::TooLarge);
    }
    let (body, classes) = match form {
        Form::UrlEncoded => (body, &URL_ENCODED),
        Form::Text => (without_line_end(body), &TEXT),
    };
    let mut scanner = Scanner {
        keys,
        form,
        body,
        classes,
        buffer: body.to_vec(),
        pairs: Vec::with_capacity(keys.names.len().min(body.len() / 4 + 1)),
        seen: 0,
        places: [0; MAX_FIELDS],
        next: 0,
    };
    let mut start = 0;
    while start < body.len() {
        start = scanner.segment(start)? + 1;
    }
    let buffer = String::from_utf8(scanner.buffer).map_err(|_| ReceiveError::Utf8(Key::of(b"")))?;
    Ok(Pairs { buffer, list: scanner.pairs, seen: scanner.seen, objects: 0, misfits: 0, places: scanner.places })
}

/// A line end after the text form isn't part of its last value.
fn without_line_end(mut body: &[u8]) -> &[u8] {
    while let [before @ .., b'\r' | b'\n'] = body {
        body = before;
    }
    body
}

const PLAIN: u8 = 0;
const SEPARATOR: u8 = 1;
const EQUALS: u8 = 2;
/// `+`, `%`, control characters and everything beyond ASCII: the pair needs a second look.
const SPECIAL: u8 = 4;

static URL_ENCODED: [u8; 256] = classes(b'&', true);
static TEXT: [u8; 256] = classes(b';', false);

#[expect(clippy::as_conversions, clippy::indexing_slicing, reason = "computed at compile time")]
const fn classes(separator: u8, escapes: bool) -> [u8; 256] {
    let mut table = [PLAIN; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte < 0x20 || byte >= 0x7F || (escapes && (byte == 0x2B || byte == 0x25)) {
            table[byte] = SPECIAL;
        }
        byte += 1;
    }
    table[separator as usize] = SEPARATOR;
    table[b'=' as usize] = EQUALS;
    table
}

struct Scanner<'b> {
    keys: &'b Keys,
    form: Form,
    body: &'b [u8],
    classes: &'static [u8; 256],
    /// The body; decoded values overwrite their encoded form, and what becomes free is filled with spaces.
    buffer: Vec<u8>,
    pairs: Vec<Pair>,
    seen: u128,
    places: [u8; MAX_FIELDS],
    /// The key that comes next when a sender keeps to the table's order.
    next: u8,
}

impl Scanner<'_> {
    /// Scans one segment and says where it ends.
    #[inline]
    fn segment(&mut self, start: usize) -> Result<usize, ReceiveError> {
        // Senders mostly keep to one order, so the key is mostly the next one: then its bytes needn't be scanned, because
        // the names of the tables have none that is special.
        if let Some(equals) = self.expected(start) {
            self.too_many()?;
            let (end, special) = self.scan_value(equals + 1);
            let known = self.next;
            self.next = known.saturating_add(1);
            let mut value = (equals + 1, end);
            if special {
                (_, value) = self.second_look((start, equals), value)?;
            }
            self.keep((start, equals), value, known)?;
            return Ok(end);
        }
        let (equals, odd_key) = self.scan_key(start);
        let Some(equals) = equals else {
            let (end, _) = self.scan_value(start);
            if end > start {
                self.too_many()?;
                return Err(ReceiveError::MalformedPair);
            }
            return Ok(end);
        };
        self.too_many()?;
        let (end, odd_value) = self.scan_value(equals + 1);
        let (mut key, mut value) = ((start, equals), (equals + 1, end));
        if odd_key || odd_value {
            (key, value) = self.second_look(key, value)?;
        }
        let known = self.look_up(key)?;
        self.keep(key, value, known)?;
        Ok(end)
    }

    /// Where the `=` is, when the segment starts with the key that comes next.
    #[inline]
    fn expected(&self, start: usize) -> Option<usize> {
        let name = self.keys.names.get(usize::from(self.next))?.as_bytes();
        let (key, rest) = self.body.get(start..)?.split_at_checked(name.len())?;
        let is_it = rest.first() == Some(&b'=') && same_key(name, key) == Same::Yes;
        is_it.then_some(start + name.len())
    }

    /// Where the first `=` of the segment is, and whether something special comes before it.
    fn scan_key(&self, start: usize) -> (Option<usize>, bool) {
        let mut special = false;
        for (at, byte) in self.body.iter().enumerate().skip(start) {
            match self.class(*byte) {
                PLAIN => {}
                SEPARATOR => break,
                EQUALS => return (Some(at), special),
                _ => special = true,
            }
        }
        (None, special)
    }

    /// Where the segment ends, and whether something special comes before that.
    #[inline]
    fn scan_value(&self, start: usize) -> (usize, bool) {
        let mut seen = PLAIN;
        let rest = self.body.get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| {
            let class = self.class(*byte);
            seen |= class;
            class == SEPARATOR
        });
        (start + length.unwrap_or(rest.len()), seen & SPECIAL != 0)
    }

    #[inline(always)]
    fn class(&self, byte: u8) -> u8 {
        self.classes.get(usize::from(byte)).copied().unwrap_or(SPECIAL)
    }

    /// Takes a pair in, unless its key has come before.
    #[inline]
    fn keep(&mut self, key: Span, value: Span, known: u8) -> Result<(), ReceiveError> {
        let place = u8::try_from(self.pairs.len()).unwrap_or(u8::MAX);
        let twice = match self.places.get_mut(usize::from(known)) {
            Some(slot) => {
                let seen = self.seen & bit(known) != 0;
                self.seen |= bit(known);
                *slot = place;
                seen
            }
            None => self.came_before(key),
        };
        if twice {
            return Err(ReceiveError::DuplicateKey(self.key(key)));
        }
        self.pairs.push(Pair { key, value, known });
        Ok(())
    }

    /// Refuses one more pair than there may be.
    #[inline]
    fn too_many(&self) -> Result<(), ReceiveError> {
        if self.pairs.len() < MOST_PAIRS { Ok(()) } else { Err(ReceiveError::TooManyPairs) }
    }

    /// Whether an unknown key has come before, in whatever case.
    fn came_before(&self, key: Span) -> bool {
        let mut unknown = self.pairs.iter().filter(|pair| pair.known == UNKNOWN_KEY);
        unknown.any(|pair| self.bytes(pair.key).eq_ignore_ascii_case(self.bytes(key)))
    }

    /// Decodes a pair and checks its characters.
    fn second_look(&mut self, key: Span, value: Span) -> Result<(Span, Span), ReceiveError> {
        let (mut key, mut value) = (key, value);
        if self.form == Form::UrlEncoded {
            key = self.decode(key).ok_or_else(|| {
                let encoded = self.body.get(key.0..key.1).unwrap_or_default();
                ReceiveError::Percent(Key::of(encoded))
            })?;
            value = self.decode(value).ok_or_else(|| ReceiveError::Percent(self.key(key)))?;
        }
        let text = |part| std::str::from_utf8(self.bytes(part)).map_err(|_| ReceiveError::Utf8(self.key(key)));
        let (name, content) = (text(key)?, text(value)?);
        if name.contains(is_control) || content.contains(is_control) {
            return Err(ReceiveError::Control(self.key(key)));
        }
        Ok((key, value))
    }

    /// Decodes a part in place: `+` is a space, `%XX` a byte. Gives where it ends up.
    fn decode(&mut self, (start, end): Span) -> Option<Span> {
        let part = self.buffer.get_mut(start..end)?;
        let mut from = 0;
        let mut to = 0;
        while let Some(&byte) = part.get(from) {
            let decoded = match byte {
                b'+' => b' ',
                b'%' => {
                    let high = hex_value(*part.get(from + 1)?)?;
                    let low = hex_value(*part.get(from + 2)?)?;
                    from += 2;
                    high << 4 | low
                }
                other => other,
            };
            *part.get_mut(to)? = decoded;
            from += 1;
            to += 1;
        }
        part.get_mut(to..)?.fill(b' ');
        Some((start, start + to))
    }

    /// Which key of the door this is, [`UNKNOWN_KEY`] when none.
    fn look_up(&mut self, place: Span) -> Result<u8, ReceiveError> {
        match self.keys.find(self.bytes(place)) {
            None => Ok(UNKNOWN_KEY),
            Some((_, Same::Mixed)) => Err(ReceiveError::KeyCase(self.key(place))),
            Some((index, _)) => {
                self.next = index.saturating_add(1);
                Ok(index)
            }
        }
    }

    fn bytes(&self, (start, end): Span) -> &[u8] {
        self.buffer.get(start..end).unwrap_or_default()
    }

    #[cold]
    fn key(&self, place: Span) -> Key {
        Key::of(self.bytes(place))
    }
}

/// How a received key compares with a canonical one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Same {
    No,
    /// All in lower or all in upper case.
    Yes,
    /// The same letters in another casing.
    Mixed,
}

impl Keys {
    #[inline]
    fn compare(&self, index: u8, key: &[u8]) -> Same {
        match self.names.get(usize::from(index)) {
            Some(name) if name.len() == key.len() => same_key(name.as_bytes(), key),
            _ => Same::No,
        }
    }

    pub(crate) fn find(&self, key: &[u8]) -> Option<(u8, Same)> {
        let mut at = hash_key(key);
        loop {
            let index = self.buckets.get(usize::from(at))?.checked_sub(1)?;
            match self.compare(index, key) {
                // The table is at most half full, so an empty bucket ends every search.
                Same::No => at = at.wrapping_add(1),
                same => return Some((index, same)),
            }
        }
    }
}

/// Compares a received key with a canonical one, which is in lower case and of the same length, eight bytes at a time.
#[inline]
fn same_key(name: &[u8], key: &[u8]) -> Same {
    let (mut as_lower, mut as_upper) = (0, 0);
    let mut look = |name: u64, key: u64| {
        as_lower |= name ^ key;
        as_upper |= name ^ key ^ case_bits(name);
    };
    match (name.last_chunk(), key.last_chunk()) {
        (Some(name_end), Some(key_end)) => {
            for (name, key) in name.as_chunks().0.iter().zip(key.as_chunks().0) {
                look(u64::from_le_bytes(*name), u64::from_le_bytes(*key));
            }
            look(u64::from_le_bytes(*name_end), u64::from_le_bytes(*key_end));
        }
        _ => {
            for (name, key) in name.iter().zip(key) {
                look(u64::from(*name), u64::from(*key));
            }
        }
    }
    if as_lower == 0 || as_upper == 0 {
        Same::Yes
    } else if name.eq_ignore_ascii_case(key) {
        Same::Mixed
    } else {
        Same::No
    }
}

/// For each of eight bytes, the bit that tells its upper from its lower case, when it is a lower-case letter.
#[inline]
const fn case_bits(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let from_a = word.wrapping_add((0x80 - 0x61) * ONES);
    let after_z = word.wrapping_add((0x80 - 0x7B) * ONES);
    (from_a & !after_z & !word & (0x80 * ONES)) >> 2
}

#[cfg(test)]
mod tests;
