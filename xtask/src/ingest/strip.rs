//! Takes the words out of a page: letters become `x` and digits `0`, except where the facts are. What is left has the page's
//! shape and gives the same facts, so it can be kept as a fixture.

use std::ops::Range;

use super::words::Role;

/// What stays, and what is put in place of what.
#[derive(Debug)]
pub struct Plan {
    /// Ranges whose text stays.
    pub keep: Vec<Range<usize>>,
    /// Ranges in which the words that tell a request from a response stay.
    pub telling: Vec<Range<usize>>,
    /// Ranges with their new text.
    pub replace: Vec<(Range<usize>, String)>,
}

/// The stripped page.
pub fn strip(source: &str, plan: &Plan) -> String {
    let within = |ranges: &[Range<usize>], at: usize| ranges.iter().any(|range| range.contains(&at));
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while let Some(c) = source[at..].chars().next() {
        if let Some((range, text)) = plan.replace.iter().find(|(range, _)| range.start == at && range.end > at) {
            out += text;
            at = range.end;
        } else if within(&plan.keep, at) {
            out.push(c);
            at += c.len_utf8();
        } else if let Some(length) = markup(&source[at..]) {
            mask_values(&source[at..at + length], &mut out);
            at += length;
        } else if c.is_alphanumeric() {
            let end =
                source[at..].find(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(source.len(), |end| at + end);
            // A word that is kept in part ends where that part begins.
            let end = plan
                .keep
                .iter()
                .map(|range| range.start)
                .filter(|start| (at + 1..end).contains(start))
                .min()
                .unwrap_or(end);
            let word = &source[at..end];
            if within(&plan.telling, at) && Role::of_word(word).is_some() {
                out += word;
            } else {
                out.extend(word.chars().map(filler));
            }
            at = end;
        } else {
            out.push(c);
            at += c.len_utf8();
        }
    }
    out
}

fn filler(c: char) -> char {
    match c {
        c if c.is_ascii_digit() => '0',
        c if c.is_alphanumeric() => 'x',
        c => c,
    }
}

/// The length of a piece of markup that begins here: a tag, an entity, a GitBook directive.
fn markup(rest: &str) -> Option<usize> {
    if rest.starts_with("{%") {
        let line = rest.find('\n').unwrap_or(rest.len());
        return rest[..line].find("%}").map(|end| end + 2);
    }
    if let Some(body) = rest.strip_prefix('&') {
        let body = body.strip_prefix('#').unwrap_or(body);
        let name = body.find(|c: char| !c.is_ascii_alphanumeric())?;
        let closed = (1..=10).contains(&name) && body[name..].starts_with(';');
        return closed.then(|| rest.len() - body.len() + name + 1);
    }
    super::html::leading_element(rest)
}

/// A piece of markup without its words, but for its name and those of its attributes. In quoted values, numbers and the words
/// of alignment are layout, and the words that tell a request from a response may title a tab.
fn mask_values(markup: &str, out: &mut String) {
    let mut quote = None;
    let mut named = false;
    let mut rest = markup;
    while let Some(c) = rest.chars().next() {
        if !c.is_alphanumeric() {
            match quote {
                None if matches!(c, '"' | '\'') => quote = Some(c),
                Some(open) if c == open => quote = None,
                _ => {}
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        let keep = if quote.is_some() {
            let layout = matches!(word, "left" | "center" | "right") || word.bytes().all(|b| b.is_ascii_digit());
            layout || Role::of_word(word).is_some()
        } else {
            !std::mem::replace(&mut named, true) || after.starts_with(['=', '-'])
        };
        if keep || markup.starts_with('&') {
            *out += word;
        } else {
            out.extend(word.chars().map(filler));
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_and_markup_and_facts_stay() {
        let source = "A request, <p align=\"center\" title=\"Hi\">é&#x20;2</p> {% tab title=\"My Response\" %} name[^1] <!-- c --> <your id><br hidden>";
        let at = source.find("name").unwrap();
        let one = |range| std::iter::once(range).collect();
        let plan = Plan { keep: one(at..at + 4), telling: one(0..10), replace: vec![] };
        assert_eq!(
            strip(source, &plan),
            "x request, <p align=\"center\" title=\"xx\">x&#x20;0</p> {% tab title=\"xx Response\" %} name[^0] <!-- x --> <xxxx xx><br xxxxxx>"
        );
    }

    #[test]
    fn a_word_that_tells_goes_where_it_tells_nothing() {
        assert_eq!(strip("a request", &Plan { keep: vec![], telling: vec![], replace: vec![] }), "x xxxxxxx");
    }

    #[test]
    fn replaced_text_is_taken_as_it_is() {
        let plan = Plan { keep: vec![], telling: vec![], replace: vec![(2..5, "NEW".into())] };
        assert_eq!(strip("a old b", &plan), "x NEW x");
    }
}
