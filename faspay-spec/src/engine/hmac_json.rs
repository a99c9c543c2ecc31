//! Signatures inside a JSON body: HMAC-SHA512, in hexadecimal, over the object without its signature. A body is read into a tree, and the
//! texts that its sender may have hashed are written from that; verification and the sandbox's callbacks both come here. The
//! runtime does the same on bytes, and tests compare the two.

use std::collections::BTreeSet;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;

use super::parse::{ParseError, error, shown_key};

/// Most bytes of a body.
const MOST_BYTES: usize = 65_536;
/// Most levels of objects and lists inside a member.
const MOST_LEVELS: usize = 16;
/// Hexadecimal digits of a signature.
const DIGITS: usize = 128;

/// Whether the signature in the member `member` is `valid`, `invalid` or `missing` (absent, empty or null). Valid means that one of three
/// texts was hashed with the key: the object as it came, its own white space included; the same as PHP's `json_encode` would write it; or
/// compact, with no escape that isn't needed. The order of members and the digits of numbers are always those that came.
///
/// # Errors
/// When the body isn't one JSON object, or has a key twice at any level, in whatever case.
pub fn json_signature(body: &[u8], member: &str, key: &str) -> Result<&'static str, ParseError> {
    let mut pieces = pieces(body)?;
    let Some(at) = pieces.iter().position(|piece| piece.key == member) else { return Ok("missing") };
    let given = match take_out(&mut pieces, at) {
        Node::Text(text) if !text.is_empty() => text,
        Node::Text(_) => return Ok("missing"),
        Node::Word(word) if word == "null" => return Ok("missing"),
        _ => return Ok("invalid"),
    };
    let is_digest = given.len() == DIGITS && given.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_digest || key.is_empty() {
        return Ok("invalid");
    }
    let given = given.to_ascii_lowercase();
    let texts = [as_it_came(&pieces), anew(&pieces, true), anew(&pieces, false)];
    let same = |text: &String| {
        let digest = digest(text, key);
        digest.bytes().zip(given.bytes()).fold(0, |seen, (x, y)| seen | (x ^ y)) == 0
    };
    Ok(if texts.iter().filter(|text| same(text)).count() > 0 { "valid" } else { "invalid" })
}

/// The object with its signature as the last member, as a gateway sends it. What is hashed is the text as it is given.
///
/// # Errors
/// When the text isn't one JSON object without white space around it, or has the member already.
pub fn sign_json(object: &str, member: &str, key: &str) -> Result<String, ParseError> {
    let pieces = pieces(object.as_bytes())?;
    if pieces.iter().any(|piece| piece.key.eq_ignore_ascii_case(member)) {
        return Err(error("duplicate-key", &shown_key(member.as_bytes()), "The object is signed already.".to_owned()));
    }
    let open = object.strip_suffix('}').filter(|text| text.starts_with('{')).ok_or_else(malformed)?;
    let comma = if pieces.iter().any(|piece| piece.value.is_some()) { "," } else { "" };
    Ok(format!("{open}{comma}{}:\"{}\"}}", quoted(member, false), digest(object, key)))
}

/// The HMAC in lower-case hexadecimal.
fn digest(text: &str, key: &str) -> String {
    let keyed = Hmac::<Sha512>::new_from_slice(key.as_bytes()).expect("HMAC takes keys of any length");
    let sum = keyed.chain_update(text).finalize().into_bytes();
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One member of the object, with the white space before and behind it. An object without members is one piece without a value, so that
/// its white space isn't lost.
#[derive(Default)]
struct Piece {
    before: String,
    /// As it is written, from the key's quote to the value's end.
    written: String,
    after: String,
    key: String,
    value: Option<Node>,
}

/// Takes a member out. The one that follows stands in its place; when it was the last, the white space behind it stays behind the one before.
fn take_out(pieces: &mut Vec<Piece>, at: usize) -> Node {
    let piece = pieces.remove(at);
    if let Some(next) = pieces.get_mut(at) {
        next.before = piece.before;
    } else if let Some(last) = pieces.last_mut() {
        last.after += &piece.after;
    } else {
        pieces.push(Piece { before: piece.before, after: piece.after, ..Piece::default() });
    }
    piece.value.unwrap_or(Node::Word("null".to_owned()))
}

fn as_it_came(pieces: &[Piece]) -> String {
    let pieces: Vec<String> = pieces.iter().map(|p| format!("{}{}{}", p.before, p.written, p.after)).collect();
    format!("{{{}}}", pieces.join(","))
}

/// Written anew without white space.
fn anew(pieces: &[Piece], php: bool) -> String {
    let members = pieces.iter().filter_map(|piece| Some((&piece.key, piece.value.as_ref()?)));
    let members: Vec<String> =
        members.map(|(key, value)| format!("{}:{}", quoted(key, php), value.print(php))).collect();
    format!("{{{}}}", members.join(","))
}

/// A value.
enum Node {
    /// A number, `true`, `false` or `null`, as it is written.
    Word(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    fn print(&self, php: bool) -> String {
        let all = |items: Vec<String>| items.join(",");
        match self {
            Self::Word(word) => word.clone(),
            Self::Text(text) => quoted(text, php),
            Self::List(items) => format!("[{}]", all(items.iter().map(|item| item.print(php)).collect())),
            Self::Object(members) => {
                let member = |(key, value): &(String, Node)| format!("{}:{}", quoted(key, php), value.print(php));
                format!("{{{}}}", all(members.iter().map(member).collect()))
            }
        }
    }
}

/// A string in quotes; `php` escapes what `json_encode` does beyond need.
fn quoted(text: &str, php: bool) -> String {
    let character = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        '/' if php => "\\/".to_owned(),
        '\u{8}' => "\\b".to_owned(),
        '\u{C}' => "\\f".to_owned(),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        c if c < ' ' || (php && c > '\u{7F}') => {
            c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
        }
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(character).collect::<String>())
}

/// The members of a body that is one object.
fn pieces(body: &[u8]) -> Result<Vec<Piece>, ParseError> {
    if body.len() > MOST_BYTES {
        let message = format!("The body has {} bytes; at most {MOST_BYTES} are read.", body.len());
        return Err(error("too-large", "", message));
    }
    let text = std::str::from_utf8(body).map_err(|_| error("utf8", "", "The body isn't valid UTF-8.".to_owned()))?;
    let text = text.trim_matches(SPACE);
    let mut rest = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).ok_or_else(malformed)?;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut keys = BTreeSet::new();
    loop {
        let before = space(&mut rest);
        if rest.is_empty() && pieces.is_empty() {
            return Ok(vec![Piece { before, ..Piece::default() }]);
        }
        let start = rest;
        let (key, value) = member(&mut rest, &mut keys, 0, None)?;
        let written = start[..start.len() - rest.len()].to_owned();
        let after = space(&mut rest);
        pieces.push(Piece { before, written, after, key, value: Some(value) });
        if rest.is_empty() {
            return Ok(pieces);
        }
        rest = rest.strip_prefix(',').ok_or_else(malformed)?;
    }
}

const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Takes white space off the front.
fn space(rest: &mut &str) -> String {
    let trimmed = rest.trim_start_matches(SPACE);
    let space = rest[..rest.len() - trimmed.len()].to_owned();
    *rest = trimmed;
    space
}

/// Takes one character off the front, when it is there.
fn accept(rest: &mut &str, wanted: char) -> bool {
    let found = rest.strip_prefix(wanted);
    *rest = found.unwrap_or(rest);
    found.is_some()
}

/// A key and its value. `top` is the member of the body that they are in, for errors.
fn member(
    rest: &mut &str,
    keys: &mut BTreeSet<String>,
    level: usize,
    top: Option<&str>,
) -> Result<(String, Node), ParseError> {
    if !accept(rest, '"') {
        return Err(malformed());
    }
    let key = string(rest, top.unwrap_or_default())?;
    let name = top.map_or_else(|| shown_key(key.as_bytes()), str::to_owned);
    if !keys.insert(key.to_ascii_lowercase()) {
        let message = format!("{} stands twice in one object.", shown_key(key.as_bytes()));
        return Err(error("duplicate-key", &shown_key(key.as_bytes()), message));
    }
    space(rest);
    if !accept(rest, ':') {
        return Err(malformed());
    }
    space(rest);
    let value = value(rest, level, &name)?;
    Ok((key, value))
}

fn value(rest: &mut &str, level: usize, top: &str) -> Result<Node, ParseError> {
    if accept(rest, '"') {
        return Ok(Node::Text(string(rest, top)?));
    }
    if !rest.starts_with(['{', '[']) {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        *rest = behind;
        let is_known = ["true", "false", "null"].contains(&word) || is_number(word);
        return if is_known { Ok(Node::Word(word.to_owned())) } else { Err(malformed()) };
    }
    if level == MOST_LEVELS {
        return Err(error("nested", top, format!("{top} is nested more than {MOST_LEVELS} levels deep.")));
    }
    let is_object = accept(rest, '{') || !accept(rest, '[');
    let end = if is_object { '}' } else { ']' };
    let (mut items, mut members, mut keys) = (Vec::new(), Vec::new(), BTreeSet::new());
    space(rest);
    if !accept(rest, end) {
        loop {
            if is_object {
                members.push(member(rest, &mut keys, level + 1, Some(top))?);
            } else {
                items.push(value(rest, level + 1, top)?);
            }
            space(rest);
            if accept(rest, end) {
                break;
            }
            if !accept(rest, ',') {
                return Err(malformed());
            }
            space(rest);
        }
    }
    Ok(if is_object { Node::Object(members) } else { Node::List(items) })
}

fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = word.split_once(['e', 'E']).map_or((word, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(w, f)| (w, Some(f)));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)))
}

/// A string behind its opening quote, decoded as UTF-16, so that half a pair is found at its end.
fn string(rest: &mut &str, top: &str) -> Result<String, ParseError> {
    let bad = || error("escape", top, "A backslash starts no character, or half of one.".to_owned());
    let mut units: Vec<u16> = Vec::new();
    loop {
        let c = rest.chars().next().filter(|c| *c >= ' ').ok_or_else(malformed)?;
        *rest = &rest[c.len_utf8()..];
        if c == '"' {
            return String::from_utf16(&units).map_err(|_| bad());
        }
        if c != '\\' {
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            continue;
        }
        let escape = rest.chars().next().ok_or_else(malformed)?;
        *rest = &rest[escape.len_utf8()..];
        units.push(match escape {
            '"' => 0x22,
            '\\' => 0x5C,
            '/' => 0x2F,
            'b' => 0x08,
            'f' => 0x0C,
            'n' => 0x0A,
            'r' => 0x0D,
            't' => 0x09,
            'u' => {
                let digits =
                    rest.get(..4).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit())).ok_or_else(bad)?;
                *rest = &rest[4..];
                u16::from_str_radix(digits, 16).map_err(|_| bad())?
            }
            _ => return Err(bad()),
        });
    }
}

fn malformed() -> ParseError {
    error("json", "", "The body isn't one JSON object and nothing else.".to_owned())
}
