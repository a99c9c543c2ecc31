//! What can be asked of a text: whether it is printable, how long it is, whether it has a character that it may not have,
//! whether it is a URL. The checker asks; the answers for plain ASCII come without looking at characters.

use crate::table::Characters;
use crate::violation::is_control;

/// The first control character. Plain ASCII is decided eight bytes at a time.
#[inline]
pub(crate) fn first_control(text: &str) -> Option<char> {
    if is_printable_ascii(text.as_bytes()) { None } else { text.chars().find(|character| is_control(*character)) }
}

/// Whether every byte is between 0x20 and 0x7E.
#[inline(always)]
pub(crate) fn is_printable_ascii(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // The high bit of a byte is set when it is, or becomes so: below 0x20 by borrowing, at 0x7F by carrying. A borrow or
    // carry from a neighbour needs a neighbour that is refused itself.
    let odd = |eight: &[u8; 8]| {
        let word = u64::from_le_bytes(*eight);
        (word | word.wrapping_sub(0x20 * ONES) | word.wrapping_add(ONES)) & HIGH
    };
    match bytes.last_chunk() {
        None => bytes.iter().all(|byte| (0x20..0x7F).contains(byte)),
        Some(last) => {
            let (eights, _) = bytes.as_chunks();
            eights.iter().fold(odd(last), |seen, eight| seen | odd(eight)) == 0
        }
    }
}

/// The limit and the number of characters, when there are more. Bytes are counted first: there are never more
/// characters than bytes.
#[inline]
pub(crate) fn too_long(text: &str, max: Option<u32>) -> Option<(u32, u32)> {
    let max = max?;
    let limit = usize::try_from(max).unwrap_or(usize::MAX);
    if text.len() <= limit {
        return None;
    }
    let count = text.chars().count();
    (count > limit).then(|| (max, u32::try_from(count).unwrap_or(u32::MAX)))
}

/// The number of characters, when there are fewer.
pub(crate) fn too_short(text: &str, least: u32) -> Option<u32> {
    if least == 0 {
        return None;
    }
    u32::try_from(text.chars().count()).ok().filter(|count| *count < least)
}

/// What the text was to consist of, by the name that the spec has for it, when it holds anything else. All of these are
/// ASCII, so bytes tell.
pub(crate) fn strays_from(text: &str, only: Characters) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let (name, is_sound) = match only {
        Characters::Any => return None,
        Characters::Digits => ("digits", bytes.iter().all(u8::is_ascii_digit)),
        Characters::Alphanumeric => ("alphanumeric", bytes.iter().all(u8::is_ascii_alphanumeric)),
        Characters::AlphaDash => {
            ("alpha-dash", bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte)))
        }
        Characters::Hexadecimal => ("hex", bytes.iter().all(u8::is_ascii_hexdigit)),
    };
    (!is_sound).then_some(name)
}

/// The first of these characters that the text has.
#[inline]
pub(crate) fn first_of(text: &str, forbidden: &str) -> Option<char> {
    let suspect = forbidden.bytes().any(|byte| text.as_bytes().contains(&byte));
    if suspect { text.chars().find(|character| forbidden.contains(*character)) } else { None }
}

/// Control characters never get here, so a space is the only ASCII one to look for.
fn has_space_or_backslash(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.contains(&b' ') || bytes.contains(&b'\\') || (!text.is_ascii() && text.contains(char::is_whitespace))
}

/// The schemes that an absolute URL may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Plain.
    Http,
    /// Over TLS.
    Https,
}

/// The scheme of an absolute http or https URL; `None` when the text isn't one.
pub(crate) fn url_scheme(text: &str) -> Option<Scheme> {
    let starts = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let (scheme, prefix) = if starts("https://") {
        (Scheme::Https, "https://")
    } else if starts("http://") {
        (Scheme::Http, "http://")
    } else {
        return None;
    };
    let rest = text.get(prefix.len()..)?;
    if has_space_or_backslash(rest) {
        return None;
    }
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let authority = rest.get(..end)?;
    let (host_is_valid, after) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (inside, after) = rest.split_once(']')?;
            let valid = !inside.is_empty()
                && inside.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
            (valid, after)
        }
        None => {
            let end = authority.find(':').unwrap_or(authority.len());
            let (host, after) = authority.split_at_checked(end)?;
            let valid = !host.is_empty()
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
            (valid, after)
        }
    };
    let port_is_valid = match after.strip_prefix(':') {
        None => after.is_empty(),
        Some(port) => {
            (1..=5).contains(&port.len())
                && port.bytes().all(|byte| byte.is_ascii_digit())
                && port.parse::<u16>().is_ok()
        }
    };
    (host_is_valid && port_is_valid).then_some(scheme)
}

/// Whether a request can be sent to it: https, a host and a path, all of it printable ASCII, and no query.
pub(crate) fn is_address(text: &str) -> bool {
    let unfit = |byte: u8| !(0x21..0x7F).contains(&byte) || matches!(byte, b'?' | b'#' | b'"' | b'\'' | b'<' | b'>');
    text.starts_with("https://") && !text.bytes().any(unfit) && url_scheme(text) == Some(Scheme::Https)
}

#[cfg(test)]
mod tests;
