//! `application/x-www-form-urlencoded`, written in one pass. Encoding is the larger half of the work of sending, so
//! every byte is one look-up in a 256-entry table and one store, without a branch, and short texts gather on the stack
//! before they are copied to the caller's buffer.

use crate::print::Sink;

/// A byte as it goes over the wire: up to three bytes, and how many in the highest one. ASCII letters and digits and
/// `*-._` stay, a space becomes `+`, everything else `%XX`.
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
        table[byte] = u32::from_le_bytes(encoded);
        byte += 1;
    }
    table
};

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
            while piece < encoded[3] as usize {
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

/// Bytes that the buffer grows by.
const STEP: usize = 1024;
/// Bytes that are encoded between two looks at the room that is left.
const BLOCK: usize = 64;
/// Room for a key and an encoded block, and for the bytes that the last store writes in vain.
const ROOM: usize = EncodedKey::SIZE + BLOCK * 3 + 8;

/// Writes a form to the end of a buffer. Whoever makes one calls [`FormWriter::finish`].
pub(crate) struct FormWriter<'o> {
    out: &'o mut Vec<u8>,
    /// Where the form starts.
    start: usize,
    /// How far it is written; the rest of the buffer is room.
    end: usize,
}

impl<'o> FormWriter<'o> {
    pub(crate) fn new(out: &'o mut Vec<u8>) -> Self {
        let start = out.len();
        Self { out, start, end: start }
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

    /// A whole pair. Most are short, and for those this does in one go what [`FormWriter::key`] and a value do in two.
    #[inline]
    pub(crate) fn pair(&mut self, key: &str, encoded: &EncodedKey, text: &str) {
        if self.end == self.start || encoded.len == 0 || text.len() > BLOCK {
            self.key(key, encoded);
            return self.text(text);
        }
        if let Some(room) = self.room::<ROOM>() {
            if let Some(slot) = room.first_chunk_mut() {
                *slot = encoded.bytes;
            }
            self.end += write(room, usize::from(encoded.len), text.as_bytes());
        }
    }

    /// The next bytes of the room. There are always enough: it grows by more than anybody asks for.
    #[inline(always)]
    fn room<const N: usize>(&mut self) -> Option<&mut [u8; N]> {
        const { assert!(N <= STEP) }
        if self.out.len() - self.end < N {
            self.grow();
        }
        self.out.get_mut(self.end..)?.first_chunk_mut()
    }

    #[cold]
    fn grow(&mut self) {
        self.out.resize(self.end + STEP, 0);
    }

    /// Drops the room that is left.
    pub(crate) fn finish(self) {
        self.out.truncate(self.end);
    }
}

impl Sink for FormWriter<'_> {
    #[inline]
    fn text(&mut self, text: &str) {
        for block in text.as_bytes().chunks(BLOCK) {
            let Some(room) = self.room() else { return };
            self.end += write(room, 0, block);
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

/// Encodes a block into the room from `at` on, and says where it ends.
#[inline(always)]
fn write(room: &mut [u8; ROOM], mut at: usize, block: &[u8]) -> usize {
    let (eights, rest) = block.as_chunks();
    for eight in eights {
        let word = u64::from_le_bytes(*eight);
        match plain_word(word) {
            Some(encoded) => {
                if let Some(slot) = room.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
                    *slot = encoded.to_le_bytes();
                }
                at += 8;
            }
            None => at = write_bytes(room, at, eight),
        }
    }
    write_bytes(room, at, rest)
}

#[inline(always)]
fn write_bytes(room: &mut [u8; ROOM], mut at: usize, bytes: &[u8]) -> usize {
    for byte in bytes {
        let encoded = FORM.get(usize::from(*byte)).copied().unwrap_or_default().to_le_bytes();
        // One store of four bytes, of which the next one overwrites what doesn't count.
        if let Some(slot) = room.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
            *slot = encoded;
        }
        at += usize::from(encoded[3]);
    }
    at
}

/// Eight bytes at once, when each is an ASCII letter, a digit, `-`, `.` or a space: the same with `+` for spaces.
#[inline(always)]
fn plain_word(word: u64) -> Option<u64> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // For bytes below 0x80, adding 0x80 - n sets the high bit of those from n on.
    let from = |word: u64, first: u64| word.wrapping_add((0x80 - first) * ONES);
    let between = |word: u64, first: u64, after: u64| from(word, first) & !from(word, after);
    let letter = between(word | (0x20 * ONES), 0x61, 0x7B);
    let digit = between(word, 0x30, 0x3A);
    let mark = between(word, 0x2D, 0x2F);
    let space = between(word, 0x20, 0x21) & HIGH;
    let plain = (letter | digit | mark | space) & !word & HIGH;
    (plain == HIGH).then_some(word ^ ((space >> 7) * u64::from(b' ' ^ b'+')))
}

/// Appends the encoded form of `text`.
pub(crate) fn encode(text: &str, out: &mut Vec<u8>) {
    let mut writer = FormWriter::new(out);
    writer.text(text);
    writer.finish();
}

#[cfg(test)]
mod tests;
