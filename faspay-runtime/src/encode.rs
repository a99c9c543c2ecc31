//! `application/x-www-form-urlencoded`, written in one pass. Encoding is the larger half of the work of sending, so it
//! is a look-up in a 256-entry table and copies of whole runs, not a formatter.

/// How a byte goes over the wire.
const KEEP: u8 = 0;
const SPACE: u8 = 1;
const PERCENT: u8 = 2;

/// ASCII letters and digits and `*-._` stay, a space becomes `+`, everything else `%XX`.
const FORM: [u8; 256] = {
    let mut table = [PERCENT; 256];
    let mut byte = 0;
    while byte < 256 {
        let value = byte as u8;
        if value.is_ascii_alphanumeric() || matches!(value, b'*' | b'-' | b'.' | b'_') {
            table[byte] = KEEP;
        } else if value == b' ' {
            table[byte] = SPACE;
        }
        byte += 1;
    }
    table
};

fn class(byte: u8) -> u8 {
    FORM.get(usize::from(byte)).copied().unwrap_or(PERCENT)
}

/// Appends the encoded form of `text`.
#[inline]
pub(crate) fn encode(text: &str, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
    let mut rest = text.as_bytes();
    loop {
        let run = rest.iter().position(|byte| class(*byte) != KEEP).unwrap_or(rest.len());
        let (plain, special) = rest.split_at(run);
        out.extend_from_slice(plain);
        let Some((byte, after)) = special.split_first() else {
            return;
        };
        if class(*byte) == SPACE {
            out.push(b'+');
        } else {
            out.extend_from_slice(&[b'%', digit(byte >> 4), digit(byte & 15)]);
        }
        rest = after;
    }
}
