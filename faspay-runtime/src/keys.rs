//! The keys that may arrive at a door, and the hash table over them that is computed at compile time. Generated tables
//! make one of each door; the scanner looks received keys up in it.

#![expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "const functions have no `From` and no `get`; what may panic runs at compile time only"
)]

use crate::table::{FieldSpec, MAX_FIELDS};

/// The keys that a door knows, with a hash table that is computed at compile time.
#[derive(Debug)]
pub struct Keys {
    /// Canonical names, unique also when case doesn't count; in lower case unless the door wants exact keys.
    pub(crate) names: &'static [&'static str],
    /// Open addressing: index + 1 of the name, 0 for none.
    pub(crate) buckets: [u8; 256],
}

impl Keys {
    /// A table of these names, which are unique.
    ///
    /// # Panics
    /// At compile time, when there are more names than a message may have fields, or one that has something else than
    /// lower-case letters, digits and `_-.`.
    #[must_use]
    pub const fn new(names: &'static [&'static str]) -> Self {
        Self::of(names, false)
    }

    /// The same for messages whose keys are cased as the table writes them: paths such as `order.merchantId`.
    ///
    /// # Panics
    /// As [`Keys::new`]; upper-case letters are allowed.
    #[must_use]
    pub const fn exact(names: &'static [&'static str]) -> Self {
        Self::of(names, true)
    }

    /// The index of exactly this name.
    pub(crate) fn exactly(&self, key: &str) -> Option<u8> {
        u8::try_from(self.names.iter().position(|name| *name == key)?).ok()
    }

    const fn of(names: &'static [&'static str], upper: bool) -> Self {
        assert!(names.len() <= MAX_FIELDS, "a door has too many keys");
        let mut buckets = [0u8; 256];
        let mut index = 0;
        while index < names.len() {
            assert_canonical(names[index].as_bytes(), upper);
            let mut at = hash_key(names[index].as_bytes());
            while buckets[at as usize] != 0 {
                at = at.wrapping_add(1);
            }
            buckets[at as usize] = index as u8 + 1;
            index += 1;
        }
        Self { names, buckets }
    }
}

const fn assert_canonical(name: &[u8], upper: bool) {
    assert!(!name.is_empty(), "a key is empty");
    let mut at = 0;
    while at < name.len() {
        let plain = matches!(name[at], b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'.');
        let plain = plain || (upper && name[at].is_ascii_uppercase());
        assert!(plain, "a key has something else than lower-case letters, digits and _-.");
        at += 1;
    }
}

/// A hash of a key that doesn't depend on the case of its ASCII letters: length, first, middle and last bytes.
pub(crate) const fn hash_key(key: &[u8]) -> u8 {
    let len = key.len();
    let mixed = byte(key, 0)
        ^ (byte(key, len / 2) << 7)
        ^ (byte(key, len.saturating_sub(1)) << 14)
        ^ (byte(key, len * 3 / 4) << 21)
        ^ (len as u32);
    (mixed.wrapping_mul(0x9E37_79B1) >> 24) as u8
}

const fn byte(key: &[u8], at: usize) -> u32 {
    match key.split_at_checked(at) {
        Some((_, [byte, ..])) => (*byte | 0x20) as u32,
        _ => 0,
    }
}

/// For each field, the index of its key: `slots: &slots::<35>(&KEYS, &FIELDS)`.
///
/// # Panics
/// At compile time, when a field's name isn't among the keys or `N` isn't the number of fields.
#[must_use]
pub const fn slots<const N: usize>(keys: &Keys, fields: &[FieldSpec]) -> [u8; N] {
    assert!(fields.len() == N, "one slot for each field");
    let mut slots = [0u8; N];
    let mut field = 0;
    while field < N {
        let mut key = 0;
        while !same(keys.names[key].as_bytes(), fields[field].name.as_bytes()) {
            key += 1;
        }
        slots[field] = key as u8;
        field += 1;
    }
    slots
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
