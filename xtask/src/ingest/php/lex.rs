//! Cuts PHP into tokens, and writes tokens back in one form.

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// `$name`, without the dollar sign.
    Variable(String),
    /// A name, such as a function's.
    Word(String),
    /// Digits, perhaps with a point.
    Number(String),
    /// A string literal's text.
    Text(String),
    /// A string literal with variables or escapes inside that aren't understood.
    Opaque(String),
    /// Everything else.
    Punct(&'static str),
    /// A character that this subset has no use for.
    Other(char),
}

const PUNCTUATION: [&str; 21] =
    ["=>", ".=", "==", "!=", "->", "::", "=", ".", ",", ";", "(", ")", "[", "]", "{", "}", "&", "+", "-", "!", "?"];

/// The tokens between `<?php` and `?>`, comments left out.
pub fn tokens(source: &str) -> Result<Vec<Token>, String> {
    let mut rest = source.trim_start();
    rest = rest.strip_prefix("<?php").unwrap_or(rest);
    let mut found = Vec::new();
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("?>") {
            break;
        }
        if c.is_whitespace() {
            rest = rest.trim_start();
        } else if rest.starts_with("//") || c == '#' {
            // A comment of one line ends at `?>`, too.
            let end = rest.find('\n').into_iter().chain(rest.find("?>")).min();
            rest = &rest[end.unwrap_or(rest.len())..];
        } else if rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map(|(_, after)| after).ok_or("a comment doesn't end")?;
        } else if matches!(c, '\'' | '"') {
            let (token, after) = text(rest, c)?;
            found.push(token);
            rest = after;
        } else {
            let (token, length) = simple(rest, c);
            found.push(token);
            rest = &rest[length..];
        }
    }
    Ok(found)
}

fn simple(rest: &str, c: char) -> (Token, usize) {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let run = |text: &str| text.find(|c| !is_word(c)).unwrap_or(text.len());
    if c == '$' && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        let end = 1 + run(&rest[1..]);
        return (Token::Variable(rest[1..end].to_owned()), end);
    }
    if c.is_ascii_digit() {
        let mut end = run(rest);
        let fraction = rest[end..].strip_prefix('.').filter(|after| after.starts_with(|c: char| c.is_ascii_digit()));
        end += fraction.map_or(0, |after| 1 + run(after));
        return (Token::Number(rest[..end].to_owned()), end);
    }
    if is_word(c) {
        let end = run(rest);
        return (Token::Word(rest[..end].to_owned()), end);
    }
    match PUNCTUATION.iter().find(|punct| rest.starts_with(**punct)) {
        Some(punct) => (Token::Punct(punct), punct.len()),
        None => (Token::Other(c), c.len_utf8()),
    }
}

/// A string literal, and what follows it.
fn text(source: &str, quote: char) -> Result<(Token, &str), String> {
    let mut text = String::new();
    let mut opaque = false;
    let mut chars = source.char_indices().skip(1).peekable();
    while let Some((index, c)) = chars.next() {
        if c == quote {
            let token = if opaque { Token::Opaque(text) } else { Token::Text(text) };
            return Ok((token, &source[index + 1..]));
        }
        let next = chars.peek().map(|(_, next)| *next);
        match (c, next, quote) {
            ('\\', Some(next), _) => {
                let plain = match (next, quote) {
                    ('\\', _) => Some('\\'),
                    (next, quote) if next == quote => Some(next),
                    ('n', '"') => Some('\n'),
                    ('t', '"') => Some('\t'),
                    ('$', '"') => Some('$'),
                    _ => None,
                };
                match (plain, quote) {
                    (Some(plain), _) => {
                        text.push(plain);
                        chars.next();
                    }
                    // Single quotes keep other backslashes; between double quotes they may mean anything.
                    (None, '\'') => text.push('\\'),
                    (None, _) => opaque = true,
                }
            }
            ('$', Some(next), '"') if next.is_ascii_alphabetic() || matches!(next, '_' | '{') => opaque = true,
            ('{', Some('$'), '"') => opaque = true,
            _ => text.push(c),
        }
    }
    Err("a text doesn't end".into())
}

/// Tokens as source again, always in the same layout.
pub fn written(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        match token {
            Token::Variable(name) => out += &format!("${name}"),
            Token::Word(text) | Token::Number(text) => out += text,
            Token::Text(text) => out += &quoted(text),
            Token::Opaque(_) => out += "\"$opaque\"",
            Token::Punct("=>") => out += " => ",
            Token::Punct(",") => out += ", ",
            // A number before a point would swallow it.
            Token::Punct(".") => out += " . ",
            Token::Punct(punct) => out += punct,
            Token::Other(c) => out.push(*c),
        }
    }
    out
}

/// A text as a literal.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
