//! The rule language of the spec: comparisons, `and`/`or`/`not`, `in`, `count`, `present` and `today`; no arithmetic.
//! The loader parses conditions with [`parse`]; [`Expr`]'s `Display` is the text that violations and documentation show.

use std::fmt;

use crate::model::{Expr, Operand, Relation};

/// Why a condition could not be read, and where in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// Byte offset in the condition's text.
    pub at: usize,
    /// Bytes that the complaint is about, at least one.
    pub len: usize,
    /// What is wrong and what was expected.
    pub message: String,
}

/// How deep parentheses and `not` may nest; conditions are one line, so more is an attack or a mistake.
const MAX_DEPTH: usize = 16;

/// Parses a condition such as `recurring_accumulate_at != 0 and present(process_date)`.
pub fn parse(text: &str) -> Result<Expr, RuleError> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens: &tokens, next: 0, end: text.len() };
    let expr = parser.any(0)?;
    match parser.peek() {
        None => Ok(expr),
        Some(extra) => Err(extra.error("expected `and`, `or` or the end of the condition here")),
    }
}

/// The fields that a condition mentions, in order of appearance, each once.
pub fn fields(expr: &Expr) -> Vec<String> {
    fn add(found: &mut Vec<String>, name: &str) {
        if !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    }
    fn walk(expr: &Expr, found: &mut Vec<String>) {
        match expr {
            Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|part| walk(part, found)),
            Expr::Not(inner) => walk(inner, found),
            Expr::Present(name) | Expr::In(name, _) => add(found, name),
            Expr::Compare(left, _, right) => {
                for operand in [left, right] {
                    if let Operand::Field(name) | Operand::Count(name) = operand {
                        add(found, name);
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    walk(expr, &mut found);
    found
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Word(String),
    Text(String),
    Number(u64),
    Sign(&'static str),
}

#[derive(Debug, Clone)]
struct Token {
    at: usize,
    len: usize,
    kind: Kind,
}

impl Token {
    fn error(&self, message: impl Into<String>) -> RuleError {
        RuleError { at: self.at, len: self.len, message: message.into() }
    }

    fn is(&self, sign: &str) -> bool {
        matches!(&self.kind, Kind::Sign(own) if *own == sign)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(&self.kind, Kind::Word(own) if own == word)
    }
}

const SIGNS: [&str; 11] = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ","];

fn tokens(text: &str) -> Result<Vec<Token>, RuleError> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (len, kind) = if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            (sign.len(), Kind::Sign(sign))
        } else if first == '"' || first == '\'' {
            let Some(close) = rest[1..].find(first) else {
                return Err(RuleError { at, len: rest.len(), message: "this text has no closing quote".into() });
            };
            (close + 2, Kind::Text(rest[1..=close].to_owned()))
        } else if first.is_ascii_digit() {
            let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let number = rest[..len].parse().map_err(|_| RuleError {
                at,
                len,
                message: "this number is larger than any value; expected at most 18446744073709551615".into(),
            })?;
            (len, Kind::Number(number))
        } else if first.is_ascii_alphabetic() || first == '_' {
            let len = word(rest);
            (len, Kind::Word(rest[..len].to_owned()))
        } else {
            return Err(RuleError {
                at,
                len: first.len_utf8(),
                message: format!(
                    "{first:?} isn't part of the rule language; it has == != < <= > >= and or not in count present today, \
                     names, numbers and quoted texts, and no arithmetic"
                ),
            });
        };
        found.push(Token { at, len, kind });
        at += len;
    }
    Ok(found)
}

/// How long the name is that a text begins with. Dots join the parts of a path; `[]` in front of one leads into a list, which
/// reads as a name so that it can be refused as one.
fn word(text: &str) -> usize {
    let plain = |text: &str| text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    let mut len = plain(text);
    loop {
        let rest = &text[len..];
        let Some(next) = rest.strip_prefix("[].").or_else(|| rest.strip_prefix('.')) else { return len };
        match plain(next) {
            0 => return len,
            more => len = text.len() - next.len() + more,
        }
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    next: usize,
    end: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    fn take(&mut self, expected: &str) -> Result<Token, RuleError> {
        let token = self.peek().cloned().ok_or_else(|| RuleError {
            at: self.end.saturating_sub(1),
            len: 1,
            message: format!("the condition ends here; expected {expected}"),
        })?;
        self.next += 1;
        Ok(token)
    }

    fn sign(&mut self, sign: &'static str) -> Result<(), RuleError> {
        let token = self.take(&format!("`{sign}`"))?;
        if token.is(sign) { Ok(()) } else { Err(token.error(format!("expected `{sign}` here"))) }
    }

    fn any(&mut self, depth: usize) -> Result<Expr, RuleError> {
        self.chain("or", depth, |parser, depth| parser.chain("and", depth, Self::one, Expr::And), Expr::Or)
    }

    fn chain(
        &mut self,
        word: &str,
        depth: usize,
        part: impl Fn(&mut Self, usize) -> Result<Expr, RuleError>,
        join: impl Fn(Vec<Expr>) -> Expr,
    ) -> Result<Expr, RuleError> {
        let first = part(self, depth)?;
        let mut parts = vec![first];
        while self.peek().is_some_and(|token| token.is_word(word)) {
            self.next += 1;
            parts.push(part(self, depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { join(parts) })
    }

    fn one(&mut self, depth: usize) -> Result<Expr, RuleError> {
        let first = self.take("a condition")?;
        if depth > MAX_DEPTH {
            return Err(first.error(format!("this nests deeper than {MAX_DEPTH}; split the rule")));
        }
        if first.is_word("not") {
            return Ok(Expr::Not(Box::new(self.one(depth + 1)?)));
        }
        if first.is("(") {
            let inner = self.any(depth + 1)?;
            self.sign(")")?;
            return Ok(inner);
        }
        if first.is_word("present") {
            return Ok(Expr::Present(self.argument()?));
        }
        let left = self.operand(&first)?;
        let relation = self.take("a comparison (== != < <= > >=) or `in`")?;
        if relation.is_word("in") {
            let Operand::Field(name) = left else {
                return Err(first.error("only a field's value can be looked up with `in`"));
            };
            return Ok(Expr::In(name, self.texts()?));
        }
        let Some(known) = relation_of(&relation) else {
            return Err(relation.error("expected a comparison (== != < <= > >=) or `in` here"));
        };
        let right = self.take("a value to compare with")?;
        Ok(Expr::Compare(left, known, self.operand(&right)?))
    }

    fn operand(&mut self, token: &Token) -> Result<Operand, RuleError> {
        match &token.kind {
            Kind::Number(number) => Ok(Operand::Number(*number)),
            Kind::Text(text) => Ok(Operand::Text(text.clone())),
            Kind::Word(word) if word == "today" => Ok(Operand::Today),
            Kind::Word(word) if word == "count" => Ok(Operand::Count(self.argument()?)),
            Kind::Word(word) if !is_reserved(word) => Ok(Operand::Field(word.clone())),
            _ => Err(token.error("expected a field, a number, a quoted text, `count(field)` or `today` here")),
        }
    }

    fn argument(&mut self) -> Result<String, RuleError> {
        self.sign("(")?;
        let name = self.take("a field's name")?;
        let Kind::Word(word) = &name.kind else {
            return Err(name.error("expected a field's name here"));
        };
        let word = word.clone();
        self.sign(")")?;
        Ok(word)
    }

    fn texts(&mut self) -> Result<Vec<String>, RuleError> {
        self.sign("[")?;
        let mut texts = Vec::new();
        loop {
            let token = self.take("a quoted text")?;
            match &token.kind {
                Kind::Text(text) => texts.push(text.clone()),
                Kind::Number(number) => texts.push(number.to_string()),
                _ => return Err(token.error("expected a quoted text here")),
            }
            let more = self.take("`,` or `]`")?;
            if more.is("]") {
                return Ok(texts);
            }
            if !more.is(",") {
                return Err(more.error("expected `,` or `]` here"));
            }
        }
    }
}

fn is_reserved(word: &str) -> bool {
    matches!(word, "and" | "or" | "not" | "in" | "count" | "present" | "today")
}

fn relation_of(token: &Token) -> Option<Relation> {
    let Kind::Sign(sign) = token.kind else { return None };
    Some(match sign {
        "==" => Relation::Equal,
        "!=" => Relation::NotEqual,
        "<" => Relation::Less,
        "<=" => Relation::LessOrEqual,
        ">" => Relation::Greater,
        ">=" => Relation::GreaterOrEqual,
        _ => return None,
    })
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        })
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(name),
            Self::Count(name) => write!(f, "count({name})"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Today => f.write_str("today"),
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |f: &mut fmt::Formatter<'_>, parts: &[Expr], word: &str| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    write!(f, " {word} ")?;
                }
                match part {
                    Expr::And(_) | Expr::Or(_) => write!(f, "({part})")?,
                    _ => write!(f, "{part}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::And(parts) => join(f, parts, "and"),
            Self::Or(parts) => join(f, parts, "or"),
            Self::Not(inner) => write!(f, "not ({inner})"),
            Self::Present(name) => write!(f, "present({name})"),
            Self::In(name, texts) => {
                write!(f, "{name} in [")?;
                for (index, text) in texts.iter().enumerate() {
                    write!(f, "{}\"{text}\"", if index > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Compare(left, relation, right) => write!(f, "{left} {relation} {right}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_condition_reads_back_as_itself() {
        for text in [
            "recurring_accumulate_at != 0",
            "count(process_date) == 1",
            "recurring_end_date >= recurring_start_date",
            "response_type in [\"1\", \"2\"]",
            "order.amount > 0 and present(order.item) and count(order.item) <= 9",
            "order.item[].name == \"x\"",
            "present(a) and (b == \"x\" or not (c < 3)) and d == today",
        ] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_mistake_is_located() {
        for (text, at) in [
            ("a. == 1", 1),
            ("a[] == 1", 1),
            ("a[].b. == 1", 5),
            ("a + 1 == 2", 2),
            ("a == ", 4),
            ("a in [b]", 6),
            ("a == 1 b", 7),
            ("present a", 8),
            ("a = 1", 2),
            ("\"x", 0),
            ("and == 1", 0),
            ("99999999999999999999 == a", 0),
        ] {
            assert_eq!(parse(text).unwrap_err().at, at, "{text}");
        }
        assert!(parse(&"(".repeat(10_000)).is_err());
        assert!(parse(&format!("{}present(a)", "not ".repeat(10_000))).is_err());
    }

    #[test]
    fn and_binds_tighter_than_or() {
        let Expr::Or(parts) = parse("present(a) or present(b) and present(c)").unwrap() else { panic!() };
        assert_eq!(parts.len(), 2);
    }
}
