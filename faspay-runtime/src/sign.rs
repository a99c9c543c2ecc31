//! Digests: how the pieces of a string to sign are hashed, printed, read and compared. The only place that knows the
//! hash functions. They are what the gateway's documents prescribe; nothing else of this crate relies on them.

#![cfg_attr(
    not(any(feature = "scheme-sha1", feature = "scheme-sha1-md5", feature = "scheme-sha256")),
    allow(unreachable_code, unused_variables, dead_code, reason = "without a scheme there is no digest to make")
)]

use crate::table::Digest;
use subtle::{Choice, ConstantTimeEq};

/// Bytes of a SHA-1.
const SHA1: usize = 20;
/// Bytes of a SHA-256.
#[cfg(feature = "scheme-sha256")]
const SHA256: usize = 32;

/// A digest. It has no `==`: comparing is [`Sum::agrees`], in constant time.
pub(crate) enum Sum {
    #[cfg_attr(
        not(any(feature = "scheme-sha1", feature = "scheme-sha1-md5")),
        allow(dead_code, reason = "what a digest without its scheme would be")
    )]
    Sha1([u8; SHA1]),
    #[cfg(feature = "scheme-sha256")]
    Sha256([u8; SHA256]),
}

/// A digest as it is written: 40 hexadecimal digits, or 44 characters of base64.
pub(crate) struct Written {
    text: [u8; Written::MOST],
    length: usize,
    /// Whether every character stands for itself in a form.
    pub(crate) is_plain: bool,
}

impl Written {
    const MOST: usize = 44;

    pub(crate) fn as_str(&self) -> &str {
        self.text.get(..self.length).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }
}

impl Sum {
    /// Reads what a digest of this kind is written as: exactly 40 hexadecimal digits of either case, or exactly the 44
    /// characters of canonical base64.
    pub(crate) fn read(digest: Digest, text: &str) -> Option<Self> {
        match digest {
            #[cfg(feature = "scheme-sha1")]
            Digest::Sha1Hex => Self::from_hex(text),
            #[cfg(feature = "scheme-sha1-md5")]
            Digest::Sha1OfMd5Hex => Self::from_hex(text),
            #[cfg(feature = "scheme-sha256")]
            Digest::Sha256Base64 => {
                let mut bytes = [0; SHA256];
                let read = <base64ct::Base64 as base64ct::Encoding>::decode(text, &mut bytes).map(<[u8]>::len);
                (text.len() == Written::MOST && read == Ok(SHA256)).then_some(Self::Sha256(bytes))
            }
        }
    }

    #[cfg(any(feature = "scheme-sha1", feature = "scheme-sha1-md5"))]
    fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; SHA1];
        if text.len() != 2 * SHA1 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let &[high, low] = pair else { return None };
            *byte = hex_value(high)? * 16 + hex_value(low)?;
        }
        Some(Self::Sha1(bytes))
    }

    /// Whether both are the same, in constant time. Digests of two kinds never are.
    pub(crate) fn agrees(&self, other: &Self) -> Choice {
        match (self, other) {
            (Self::Sha1(own), Self::Sha1(other)) => own.ct_eq(other),
            #[cfg(feature = "scheme-sha256")]
            (Self::Sha256(own), Self::Sha256(other)) => own.ct_eq(other),
            #[cfg(feature = "scheme-sha256")]
            _ => Choice::from(0),
        }
    }

    /// As it is sent: hexadecimal in lower case, or base64.
    pub(crate) fn written(&self) -> Written {
        let mut text = [0; Written::MOST];
        match self {
            Self::Sha1(bytes) => {
                let digits: [u8; 2 * SHA1] = hex(bytes);
                if let Some(slot) = text.first_chunk_mut() {
                    *slot = digits;
                }
                Written { text, length: digits.len(), is_plain: true }
            }
            #[cfg(feature = "scheme-sha256")]
            Self::Sha256(bytes) => {
                let length = <base64ct::Base64 as base64ct::Encoding>::encode(bytes, &mut text).map_or(0, str::len);
                Written { text, length, is_plain: false }
            }
        }
    }
}

/// The value of a hexadecimal digit of either case.
#[inline]
pub(crate) fn hex_value(digit: u8) -> Option<u8> {
    VALUES.get(usize::from(digit)).copied().filter(|value| *value != NO_DIGIT)
}

/// The value of a byte that isn't a digit.
const NO_DIGIT: u8 = 255;

/// By byte: the value of the digit.
#[expect(clippy::as_conversions, clippy::indexing_slicing, reason = "computed at compile time")]
static VALUES: [u8; 256] = {
    let mut table = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        table[b"0123456789abcdef"[value] as usize] = value as u8;
        table[b"0123456789ABCDEF"[value] as usize] = value as u8;
        value += 1;
    }
    table
};

/// In lower case.
fn hex<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let digit = |value: u8| {
        if value < 10 { b'0' + value } else { b'a' + value - 10 }
    };
    let mut digits = [0; N];
    for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
        if let [high, low] = pair {
            *high = digit(byte >> 4);
            *low = digit(byte & 15);
        }
    }
    digits
}

/// A digest in the making. The pieces gather in a buffer that holds most strings to sign whole, because hashing many
/// short pieces by themselves costs more than copying them.
pub(crate) struct Hasher {
    digest: Digest,
    /// What has been hashed because the buffer was full.
    state: Option<State>,
    buffer: [u8; Hasher::SIZE],
    filled: usize,
}

enum State {
    #[cfg(feature = "scheme-sha1")]
    Sha1(sha1::Sha1),
    #[cfg(feature = "scheme-sha1-md5")]
    Sha1OfMd5(md5::Md5),
    #[cfg(feature = "scheme-sha256")]
    Sha256(sha2::Sha256),
}

impl Hasher {
    const SIZE: usize = 192;

    pub(crate) fn new(digest: Digest) -> Self {
        Self { digest, state: None, buffer: [0; Self::SIZE], filled: 0 }
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        self.take(bytes, |slot, bytes| slot.copy_from_slice(bytes));
    }

    /// Upper-cases ASCII letters on the way; everything else passes as it stands.
    pub(crate) fn feed_upper(&mut self, bytes: &[u8]) {
        self.take(bytes, |slot, bytes| {
            for (slot, byte) in slot.iter_mut().zip(bytes) {
                *slot = byte.to_ascii_uppercase();
            }
        });
    }

    #[inline]
    fn take(&mut self, mut bytes: &[u8], copy: impl Fn(&mut [u8], &[u8])) {
        loop {
            let free = self.buffer.get_mut(self.filled..).unwrap_or_default();
            if let Some(slot) = free.get_mut(..bytes.len()) {
                copy(slot, bytes);
                self.filled += bytes.len();
                return;
            }
            let (now, later) = bytes.split_at(free.len());
            copy(free, now);
            self.filled = Self::SIZE;
            bytes = later;
            self.spill();
        }
    }

    /// Hashes what has gathered.
    #[cold]
    fn spill(&mut self) {
        let state = self.state.take().unwrap_or_else(|| State::new(self.digest));
        self.state = Some(state.update(self.gathered()));
        self.filled = 0;
    }

    fn gathered(&self) -> &[u8] {
        self.buffer.get(..self.filled).unwrap_or_default()
    }

    pub(crate) fn finish(&mut self) -> Sum {
        let sum = match self.state.take() {
            None => State::whole(self.digest, self.gathered()),
            Some(state) => state.update(self.gathered()).finish(),
        };
        // What was signed holds a password. Wiping byte by byte, as `zeroize` does, would take longer than hashing.
        self.buffer = [0; Self::SIZE];
        std::hint::black_box(&self.buffer);
        sum
    }
}

impl State {
    fn new(digest: Digest) -> Self {
        match digest {
            #[cfg(feature = "scheme-sha1")]
            Digest::Sha1Hex => Self::Sha1(sha1::Digest::new()),
            #[cfg(feature = "scheme-sha1-md5")]
            Digest::Sha1OfMd5Hex => Self::Sha1OfMd5(md5::Digest::new()),
            #[cfg(feature = "scheme-sha256")]
            Digest::Sha256Base64 => Self::Sha256(sha2::Digest::new()),
        }
    }

    fn update(self, bytes: &[u8]) -> Self {
        match self {
            #[cfg(feature = "scheme-sha1")]
            Self::Sha1(sha1) => Self::Sha1(sha1::Digest::chain_update(sha1, bytes)),
            #[cfg(feature = "scheme-sha1-md5")]
            Self::Sha1OfMd5(md5) => Self::Sha1OfMd5(md5::Digest::chain_update(md5, bytes)),
            #[cfg(feature = "scheme-sha256")]
            Self::Sha256(sha2) => Self::Sha256(sha2::Digest::chain_update(sha2, bytes)),
        }
    }

    fn finish(self) -> Sum {
        match self {
            #[cfg(feature = "scheme-sha1")]
            Self::Sha1(sha1) => Sum::Sha1(sha1::Digest::finalize(sha1).into()),
            #[cfg(feature = "scheme-sha1-md5")]
            Self::Sha1OfMd5(md5) => sha1_of_md5(md5::Digest::finalize(md5).into()),
            #[cfg(feature = "scheme-sha256")]
            Self::Sha256(sha2) => Sum::Sha256(sha2::Digest::finalize(sha2).into()),
        }
    }

    /// Hashes a string that is there as a whole.
    fn whole(digest: Digest, bytes: &[u8]) -> Sum {
        match digest {
            #[cfg(feature = "scheme-sha1")]
            Digest::Sha1Hex => Sum::Sha1(<sha1::Sha1 as sha1::Digest>::digest(bytes).into()),
            #[cfg(feature = "scheme-sha1-md5")]
            Digest::Sha1OfMd5Hex => sha1_of_md5(<md5::Md5 as md5::Digest>::digest(bytes).into()),
            #[cfg(feature = "scheme-sha256")]
            Digest::Sha256Base64 => Sum::Sha256(<sha2::Sha256 as sha2::Digest>::digest(bytes).into()),
        }
    }
}

#[cfg(feature = "scheme-sha1-md5")]
fn sha1_of_md5(md5: [u8; 16]) -> Sum {
    let inner: [u8; 32] = hex(&md5);
    Sum::Sha1(<sha1::Sha1 as sha1::Digest>::digest(inner).into())
}

/// A digest of what the merchant asks, for the merchant's own comparison; it never leaves.
pub(crate) struct Fingerprint(sha2::Sha256);

impl Fingerprint {
    pub(crate) fn new() -> Self {
        Self(sha2::Digest::new())
    }

    /// Each text goes in after its length, so that no two lists of texts are hashed alike.
    pub(crate) fn feed(&mut self, text: &str) {
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        sha2::Digest::update(&mut self.0, length.to_le_bytes());
        sha2::Digest::update(&mut self.0, text);
    }

    /// 64 hexadecimal digits.
    pub(crate) fn finish(self) -> String {
        let digits: [u8; 64] = hex(&sha2::Digest::finalize(self.0));
        digits.map(char::from).iter().collect()
    }
}

#[cfg(test)]
mod tests;
