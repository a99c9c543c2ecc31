//! `application/x-www-form-urlencoded`, written in one pass. Encoding is the larger half of the work of sending, so keys
//! are encoded at compile time, plain text goes eight bytes at once, and every other byte is one look-up in a 256-entry
//! table and one store, without a branch.

use crate::print::Sink;
use crate::text::is_printable_ascii;

/// A byte as it goes over the wire: up to three bytes, and in the highest one how many, with [`ODD`] for a byte that isn't
/// printable ASCII. ASCII letters and digits and `*-._` stay, a space becomes `+`, everything else `%XX`.
#[expect(clippy::as_conversions, clippy::indexing_slicing, reason = "computed at compile time")]
static FORM: [u32; 256] = {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let value = byte as u8;
        let encoded = if value.is_ascii_alphanumeric() || matches!(value, b'*' | b'-' | b'.' | b'_') {
            [value, 0, 0, 1]
        } else if value == b' ' {
            [b'+', 0, 0, 1]
        } else {
            [b'%', DIGITS[byte >> 4], DIGITS[byte & 15], 3]
        };
        let odd = if byte < 0x20 || byte >= 0x7F { ODD } else { 0 };
        table[byte] = u32::from_le_bytes(encoded) | odd;
        byte += 1;
    }
    table
};

/// In an entry of [`FORM`]: the byte isn't printable ASCII.
const ODD: u32 = 0x8000_0000;

/// `&key=`, encoded at compile time, so that writing a key is one copy of a fixed size.
#[derive(Clone, Copy)]
pub(crate) struct EncodedKey {
    bytes: [u8; EncodedKey::SIZE],
    /// 0 when the key is too long for this.
    len: u8,
}

/// Only what it is good for; the key itself is beside it.
impl std::fmt::Debug for EncodedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EncodedKey")
    }
}

impl EncodedKey {
    const SIZE: usize = 48;

    /// Called at compile time, for static tables.
    #[expect(clippy::as_conversions, clippy::indexing_slicing, reason = "computed at compile time")]
    pub(crate) const fn new(key: &str) -> Self {
        let mut bytes = [0; Self::SIZE];
        bytes[0] = b'&';
        let mut len = 1;
        let mut at = 0;
        let key = key.as_bytes();
        while at < key.len() {
            let encoded = FORM[key[at] as usize].to_le_bytes();
            let mut piece = 0;
            while piece < (encoded[3] & 3) as usize {
                if len == Self::SIZE {
                    return Self { bytes, len: 0 };
                }
                bytes[len] = encoded[piece];
                len += 1;
                piece += 1;
            }
            at += 1;
        }
        if len == Self::SIZE {
            return Self { bytes, len: 0 };
        }
        bytes[len] = b'=';
        Self { bytes, len: len as u8 + 1 }
    }
}

/// Bytes of room that are made behind what is written.
pub(crate) const STEP: usize = 1024;
/// Bytes that are encoded between two looks at the room that is left.
const BLOCK: usize = 64;
/// Room for a key and an encoded block, and for the bytes that the last store writes in vain.
const ROOM: usize = EncodedKey::SIZE + BLOCK * 3 + 8;

/// Writes a form to the end of a buffer, which [`FormWriter::finish`] gives back.
pub(crate) struct FormWriter {
    out: Vec<u8>,
    /// Where the form starts.
    start: usize,
    /// How far it is written; the rest of the buffer is room.
    end: usize,
}

impl FormWriter {
    pub(crate) fn new(out: Vec<u8>) -> Self {
        let start = out.len();
        Self { out, start, end: start }
    }

    /// Writes a form of at most so many bytes into one buffer, which never grows: no copy of a secret is left behind.
    pub(crate) fn in_one_buffer(most: usize) -> Self {
        Self::new(Vec::with_capacity(most.saturating_add(STEP)))
    }

    /// Starts a pair: `&key=`, without the `&` in the first one.
    #[inline]
    pub(crate) fn key(&mut self, key: &str, encoded: &EncodedKey) {
        if self.end == self.start || encoded.len == 0 {
            self.plain_key(key);
        } else if let Some(slot) = self.room() {
            *slot = encoded.bytes;
            self.end += usize::from(encoded.len);
        }
    }

    /// The same for a key that wasn't encoded at compile time.
    pub(crate) fn plain_key(&mut self, key: &str) {
        if self.end > self.start {
            self.digits(b"&");
        }
        self.text(key);
        self.digits(b"=");
    }

    /// A whole pair whose value is printable ASCII. When it isn't, nothing is written.
    #[inline]
    pub(crate) fn pair_if_printable(&mut self, key: &str, encoded: &EncodedKey, text: &str) -> bool {
        self.pair(key, encoded, text, false)
    }

    /// A whole pair.
    #[inline]
    pub(crate) fn whole_pair(&mut self, key: &str, encoded: &EncodedKey, text: &str) {
        self.pair(key, encoded, text, true);
    }

    /// Most pairs are short, and for those this does in one go what [`FormWriter::key`] and a value do in two.
    #[inline(always)]
    fn pair(&mut self, key: &str, encoded: &EncodedKey, text: &str, whatever: bool) -> bool {
        if self.end == self.start || encoded.len == 0 || text.len() > BLOCK {
            return self.long_pair(key, encoded, text, whatever);
        }
        let Some(room) = self.room::<ROOM>() else { return false };
        if let Some(slot) = room.first_chunk_mut() {
            *slot = encoded.bytes;
        }
        let (end, printable) = write(room, usize::from(encoded.len), text.as_bytes());
        let taken = printable || whatever;
        if taken {
            self.end += end;
        }
        taken
    }

    #[inline(never)]
    fn long_pair(&mut self, key: &str, encoded: &EncodedKey, text: &str, whatever: bool) -> bool {
        let taken = whatever || is_printable_ascii(text.as_bytes());
        if taken {
            self.key(key, encoded);
            self.text(text);
        }
        taken
    }

    /// The next bytes of the room. There are always enough: it grows by more than anybody asks for.
    #[inline(always)]
    fn room<const N: usize>(&mut self) -> Option<&mut [u8; N]> {
        const { assert!(N <= STEP) }
        if self.out.len() < self.end + N {
            self.grow();
        }
        self.out.get_mut(self.end..self.end + N)?.first_chunk_mut()
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        self.out.resize(self.end + STEP, 0);
    }

    /// The buffer, without the room that is left.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.out.truncate(self.end);
        self.out
    }
}

impl Sink for FormWriter {
    #[inline]
    fn text(&mut self, text: &str) {
        for block in text.as_bytes().chunks(BLOCK) {
            let Some(room) = self.room() else { return };
            self.end += write(room, 0, block).0;
        }
    }

    #[inline]
    fn digits(&mut self, digits: &[u8]) {
        for block in digits.chunks(BLOCK) {
            let Some(slot) = self.room::<BLOCK>().and_then(|room| room.get_mut(..block.len())) else { return };
            slot.copy_from_slice(block);
            self.end += block.len();
        }
    }
}

/// Encodes a block into the room from `at` on. Says where it ends, and whether it is printable ASCII.
#[inline(always)]
fn write(room: &mut [u8; ROOM], at: usize, block: &[u8]) -> (usize, bool) {
    match write_plain(room, at, block) {
        Some(end) => (end, true),
        None => write_any(room, at, block),
    }
}

/// Encodes a block of which every byte stands for itself; the last bytes overlap what comes before them. Gives up on any
/// other block, and on those that are too short to be worth it.
#[inline(always)]
fn write_plain(room: &mut [u8; ROOM], at: usize, block: &[u8]) -> Option<usize> {
    let end = at + block.len();
    if let Some(last) = block.last_chunk() {
        let (eights, _) = block.as_chunks();
        for (place, eight) in eights.iter().enumerate() {
            *chunk(room, at + 8 * place)? = plain_word(eight)?;
        }
        *chunk(room, end - 8)? = plain_word(last)?;
    } else if let (Some(first), Some(last)) = (block.first_chunk(), block.last_chunk()) {
        let ([a, b, c, d], [e, f, g, h]): (&[u8; 4], &[u8; 4]) = (first, last);
        let [a, b, c, d, e, f, g, h] = plain_word(&[*a, *b, *c, *d, *e, *f, *g, *h])?;
        *chunk(room, at)? = [a, b, c, d];
        *chunk(room, end - 4)? = [e, f, g, h];
    } else {
        return None;
    }
    Some(end)
}

#[inline(always)]
fn chunk<const N: usize>(room: &mut [u8; ROOM], at: usize) -> Option<&mut [u8; N]> {
    room.get_mut(at..)?.first_chunk_mut()
}

/// Encodes any block: plain text eight bytes at once, everything else byte by byte.
#[inline]
fn write_any(room: &mut [u8; ROOM], mut at: usize, block: &[u8]) -> (usize, bool) {
    let mut seen = 0;
    let (eights, rest) = block.as_chunks();
    for eight in eights {
        match (plain_word(eight), chunk(room, at)) {
            (Some(encoded), Some(slot)) => {
                *slot = encoded;
                at += 8;
            }
            _ => (at, seen) = write_bytes(room, at, eight, seen),
        }
    }
    (at, seen) = write_bytes(room, at, rest, seen);
    (at, seen & ODD == 0)
}

#[inline(always)]
fn write_bytes(room: &mut [u8; ROOM], mut at: usize, bytes: &[u8], mut seen: u32) -> (usize, u32) {
    for byte in bytes {
        let encoded = FORM.get(usize::from(*byte)).copied().unwrap_or_default();
        // One store of four bytes, of which the next one overwrites what doesn't count.
        if let Some(slot) = chunk(room, at) {
            *slot = encoded.to_le_bytes();
        }
        seen |= encoded;
        at += usize::from(encoded.to_le_bytes()[3] & 3);
    }
    (at, seen)
}

/// Eight bytes at once, when each stands for itself or is a space: the same with `+` for spaces.
#[inline(always)]
fn plain_word(eight: &[u8; 8]) -> Option<[u8; 8]> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let kinds = eight.iter().fold(PLAIN, |kinds, byte| kinds | KINDS.get(usize::from(*byte)).copied().unwrap_or(OTHER));
    if kinds == PLAIN {
        return Some(*eight);
    }
    if kinds & OTHER != 0 {
        return None;
    }
    // Below 0x80, only a space has nothing but bit 5, and adding 0x5F carries everything above it into the high bit.
    let word = u64::from_le_bytes(*eight);
    let space = !word.wrapping_add(0x5F * ONES) & (0x80 * ONES);
    Some((word ^ ((space >> 7) * u64::from(b' ' ^ b'+'))).to_le_bytes())
}

const PLAIN: u8 = 0;
const SPACE: u8 = 1;
const OTHER: u8 = 2;

/// By byte: whether it stands for itself, is a space, or neither.
#[expect(clippy::as_conversions, clippy::indexing_slicing, reason = "computed at compile time")]
static KINDS: [u8; 256] = {
    let mut table = [PLAIN; 256];
    let mut byte = 0;
    while byte < 256 {
        let [first, _, _, length] = FORM[byte].to_le_bytes();
        table[byte] = if byte == b' ' as usize {
            SPACE
        } else if first as usize == byte && length == 1 {
            PLAIN
        } else {
            OTHER
        };
        byte += 1;
    }
    table
};

/// Appends the encoded form of `text`.
pub(crate) fn encode(text: &str, out: &mut Vec<u8>) {
    let mut writer = FormWriter::new(std::mem::take(out));
    writer.text(text);
    *out = writer.finish();
}

#[cfg(test)]
mod tests;
