//! Names that nobody can guess: transaction ids, tokens, page nonces. The randomness is the standard library's per-process
//! hash keys, which is enough for a gateway that lives on one machine and forgets everything when it stops.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

static KEYS: LazyLock<[RandomState; 2]> = LazyLock::new(|| [RandomState::new(), RandomState::new()]);
static COUNT: AtomicU64 = AtomicU64::new(0);

fn bits() -> [u64; 2] {
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    [KEYS[0].hash_one(count), KEYS[1].hash_one(count)]
}

/// An upper-case UUID, version 4: the form of the gateway's transaction ids and tokens.
pub(crate) fn uuid() -> String {
    let [high, low] = bits();
    let (high, low) = (high & !0xF000 | 0x4000, low >> 2 | 1 << 63);
    format!(
        "{:08X}-{:04X}-{:04X}-{:04X}-{:012X}",
        high >> 32,
        high >> 16 & 0xFFFF,
        high & 0xFFFF,
        low >> 48,
        low & 0xFFFF_FFFF_FFFF
    )
}

/// A nonce for a page's own style and script.
pub(crate) fn nonce() -> String {
    let [high, low] = bits();
    format!("{high:016x}{low:016x}")
}

/// The same 32 digits for the same bytes, and nothing that tells anything about the bytes to who doesn't have this process's keys.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    format!("{:016x}{:016x}", KEYS[0].hash_one(bytes), KEYS[1].hash_one(bytes))
}

/// Six digits: an approval code.
pub(crate) fn approval() -> String {
    format!("{:06}", bits()[0] % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_form_of_a_version_4_uuid_and_differ() {
        let ids: std::collections::BTreeSet<String> = (0..1000).map(|_| uuid()).collect();
        assert_eq!(ids.len(), 1000);
        for id in ids {
            let lengths: Vec<usize> = id.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
            assert!(id.chars().all(|c| c == '-' || c.is_ascii_digit() || ('A'..='F').contains(&c)), "{id}");
            assert_eq!(id.as_bytes()[14], b'4', "{id}");
            assert!(b"89AB".contains(&id.as_bytes()[19]), "{id}");
        }
    }
}
