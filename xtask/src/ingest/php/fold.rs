//! Folds the expressions of a PHP sample: texts, numbers, variables, concatenation and a handful of functions.

use std::collections::BTreeMap;

use faspay_spec::page::SampleValue;

use super::lex::Token;

/// What an expression comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number as it is written: PHP may print it differently, so it isn't a text yet.
    Number(String),
    Text(SampleValue),
}

type Folded = Result<Value, String>;

impl Value {
    /// The value as PHP would print it.
    pub fn into_text(self) -> Result<SampleValue, String> {
        match self {
            Value::Text(text) => Ok(text),
            Value::Number(number) => {
                // Small enough to be no float, and neither octal, hexadecimal nor grouped.
                let plain = number.len() < 18
                    && number.bytes().all(|b| b.is_ascii_digit())
                    && (number == "0" || !number.starts_with('0'));
                if plain {
                    Ok(SampleValue::Text(number))
                } else {
                    Err(format!("how PHP prints the number {number} isn't understood"))
                }
            }
        }
    }
}

/// The variables so far.
#[derive(Debug, Default)]
pub struct Env {
    variables: BTreeMap<String, Folded>,
}

impl Env {
    /// Remembers what a variable holds, or why that isn't known.
    pub fn set(&mut self, name: &str, value: Folded) {
        self.variables.insert(name.to_owned(), value);
    }

    /// The constant texts that variables hold.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.variables.values().filter_map(|value| match value {
            Ok(Value::Text(SampleValue::Text(text))) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Folds an expression.
    pub fn fold(&self, tokens: &[Token]) -> Folded {
        let mut operands = split(tokens, ".").into_iter();
        let first = self.operand(operands.next().unwrap_or_default())?;
        let mut rest = operands.peekable();
        if rest.peek().is_none() {
            return Ok(first);
        }
        let mut parts = vec![first.into_text()?];
        for operand in rest {
            parts.push(self.operand(operand)?.into_text()?);
        }
        Ok(Value::Text(join(parts)))
    }

    fn operand(&self, tokens: &[Token]) -> Folded {
        match tokens {
            [Token::Text(text)] => Ok(Value::Text(SampleValue::Text(text.clone()))),
            [Token::Opaque(_)] => Err("a variable inside a text, or an escape, isn't understood".into()),
            [Token::Number(number)] => Ok(Value::Number(number.clone())),
            [Token::Variable(name)] => {
                self.variables.get(name).cloned().unwrap_or_else(|| Err(format!("${name} isn't set before")))
            }
            [Token::Punct("("), inner @ .., Token::Punct(")")] => self.fold(inner),
            [Token::Word(function), Token::Punct("("), inner @ .., Token::Punct(")")] => self.call(function, inner),
            [] => Err("a value is missing".into()),
            [first, ..] => Err(format!(
                "an expression that begins with {} isn't understood",
                super::lex::written(tokens.get(..3).unwrap_or(std::slice::from_ref(first)))
            )),
        }
    }

    fn call(&self, function: &str, arguments: &[Token]) -> Folded {
        let arguments = if arguments.is_empty() { vec![] } else { split(arguments, ",") };
        let arguments: Vec<Value> =
            arguments.into_iter().map(|argument| self.fold(argument)).collect::<Result<_, _>>()?;
        let name = function.to_ascii_lowercase();
        let value = match (name.as_str(), arguments.as_slice()) {
            ("strtoupper", [value]) => upper(value.clone().into_text()?)?,
            ("sha1", [value]) => SampleValue::Sha1(Box::new(value.clone().into_text()?)),
            ("md5", [value]) => SampleValue::Md5(Box::new(value.clone().into_text()?)),
            ("date", [Value::Text(SampleValue::Text(format))]) => SampleValue::Now(format.clone()),
            ("number_format", [number, rest @ ..]) => SampleValue::Text(number_format(number, rest)?),
            _ => return Err(format!("the call of {function} isn't understood")),
        };
        Ok(Value::Text(value))
    }
}

/// Splits tokens at a punctuation mark outside of brackets.
pub fn split<'a>(tokens: &'a [Token], mark: &'static str) -> Vec<&'a [Token]> {
    let mut depth = 0_usize;
    tokens
        .split(|token| {
            match token {
                Token::Punct("(" | "[" | "{") => depth += 1,
                Token::Punct(")" | "]" | "}") => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && *token == Token::Punct(mark)
        })
        .collect()
}

/// Parts joined, with neighbouring texts made one.
fn join(parts: Vec<SampleValue>) -> SampleValue {
    let mut joined: Vec<SampleValue> = Vec::new();
    let flat = parts.into_iter().flat_map(|part| match part {
        SampleValue::Join(parts) => parts,
        part => vec![part],
    });
    for part in flat {
        match (joined.last_mut(), part) {
            (_, SampleValue::Text(text)) if text.is_empty() => {}
            (Some(SampleValue::Text(before)), SampleValue::Text(text)) => *before += &text,
            (_, part) => joined.push(part),
        }
    }
    match joined.pop() {
        None => SampleValue::Text(String::new()),
        Some(only) if joined.is_empty() => only,
        Some(last) => {
            joined.push(last);
            SampleValue::Join(joined)
        }
    }
}

/// `strtoupper`; a date that prints digits only stays as it is.
fn upper(value: SampleValue) -> Result<SampleValue, String> {
    match value {
        SampleValue::Text(text) => Ok(SampleValue::Text(text.to_ascii_uppercase())),
        SampleValue::Now(format)
            if format.chars().all(|c| !c.is_ascii_alphabetic() || "YymndjHhGgisUzwtLNu".contains(c)) =>
        {
            Ok(SampleValue::Now(format))
        }
        SampleValue::Join(parts) => Ok(SampleValue::Join(parts.into_iter().map(upper).collect::<Result<_, _>>()?)),
        _ => Err("strtoupper of a value that isn't constant isn't understood".into()),
    }
}

/// `number_format(number, decimals, point, thousands)`, as long as nothing has to be rounded.
fn number_format(number: &Value, rest: &[Value]) -> Result<String, String> {
    let constant = |value: &Value| match value {
        Value::Number(text) | Value::Text(SampleValue::Text(text)) => Some(text.clone()),
        Value::Text(_) => None,
    };
    let rest: Vec<String> =
        rest.iter().map(constant).collect::<Option<_>>().ok_or("number_format isn't given constants")?;
    let (decimals, point, thousands) = match rest.as_slice() {
        [] => (0, ".", ","),
        [decimals] => (decimals.parse().unwrap_or(99), ".", ","),
        [decimals, point, thousands] => (decimals.parse().unwrap_or(99), point.as_str(), thousands.as_str()),
        _ => return Err("number_format is given a number of arguments that isn't understood".into()),
    };
    let number = constant(number).ok_or("number_format isn't given a constant")?;
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let octal = whole.len() > 1 && whole.starts_with('0');
    if whole.is_empty() || whole.len() > 15 || octal || !digits(whole) || !digits(fraction) || decimals > 9 {
        return Err(format!("number_format of {number} isn't understood"));
    }
    if fraction.trim_end_matches('0').len() > decimals {
        return Err(format!("number_format would have to round {number}"));
    }
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out += thousands;
        }
        out.push(digit);
    }
    if decimals > 0 {
        out += point;
        out += &format!("{:0<decimals$}", fraction.trim_end_matches('0'));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_formatted_as_php_does() {
        let text = |text: &str| Value::Text(SampleValue::Text(text.into()));
        let number = |text: &str| Value::Number(text.into());
        assert_eq!(number_format(&number("5000"), &[number("2"), text("."), text("")]).unwrap(), "5000.00");
        assert_eq!(number_format(&text("1234567.5"), &[number("2")]).unwrap(), "1,234,567.50");
        assert_eq!(number_format(&number("1000"), &[]).unwrap(), "1,000");
        assert_eq!(number_format(&number("1.500"), &[number("1"), text(","), text(".")]).unwrap(), "1,5");
    }
}
