//! Free text on its way into Rust source: only ever as a literal token. Doc texts are also made harmless for rustdoc
//! and for the `///` form in which they are printed; every module that documents an item calls [`doc`].

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A string literal.
pub fn string(text: &str) -> Literal {
    Literal::string(text)
}

/// One `#[doc = "…"]` for every paragraph that isn't empty, with an empty line between them.
pub fn doc<I, S>(paragraphs: I) -> TokenStream
where
    I: IntoIterator<Item = S>,
    S: AsRef<str>,
{
    let mut out = TokenStream::new();
    for paragraph in paragraphs {
        let line = line(paragraph.as_ref());
        if line.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.extend(quote!(#[doc = ""]));
        }
        let text = string(&format!(" {line}"));
        out.extend(quote!(#[doc = #text]));
    }
    out
}

/// Our sentence, or `otherwise` where nobody wrote one: every item needs documentation.
pub fn sentence(summary: &str, otherwise: String) -> String {
    match summary.trim() {
        "" => otherwise,
        summary => summary.to_owned(),
    }
}

/// A text for a `//` comment: one line, nothing hidden.
pub fn shown(text: &str) -> String {
    line(text)
}

/// A name or value as rustdoc code.
pub fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}

/// One line: white space folded, invisible and control characters spelled out, and what rustdoc would take for a
/// link or a tag escaped, except between backticks.
fn line(text: &str) -> String {
    let paired = text.matches('`').count().is_multiple_of(2);
    let mut in_code = false;
    let mut out = String::new();
    for c in text.trim().chars() {
        match c {
            '`' if paired => {
                in_code = !in_code;
                out.push(c);
            }
            '\\' | '[' | ']' | '<' | '>' | '`' | '*' if !in_code => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_whitespace() && c.is_ascii() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if is_hidden(c) => out.push_str(&format!("U+{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Characters that a reader of the source would not see, or would see in another order.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c), 0xAD | 0x061C | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF)
        || (c.is_whitespace() && c != ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doc_line_stays_one_line_and_shows_what_is_hidden() {
        assert_eq!(line("a\n\t b\u{202E}c\u{0}"), "a bU+202EcU+0000");
    }

    #[test]
    fn rustdoc_syntax_is_escaped_except_in_code() {
        assert_eq!(line("see [x] <b> `[y]`"), r"see \[x\] \<b\> `[y]`");
        assert_eq!(line("one ` alone [x]"), r"one \` alone \[x\]");
    }
}
