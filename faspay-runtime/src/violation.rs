//! What is wrong with a message that was to be sent: one vocabulary for every door. A violation names the field, the
//! rule, the limit, the value (masked where it is sensitive) and the place in the documents that the rule comes from.

use std::fmt;

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The field, credential or unknown name.
    pub field: String,
    /// Id of the rule: `mandatory`, `length`, `ends-after-start`.
    pub rule: String,
    /// What the rule allows.
    pub limit: String,
    /// What was given; `***` when it is sensitive, `absent` when nothing was.
    pub actual: String,
    /// What is wrong and how to cure it.
    pub message: String,
    /// Where the rule comes from: page, table and row, or the file of the spec.
    pub source: String,
}

/// `custname: 121 characters, …; shorten it [length, faspay/…#request row 8]`, always one line.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        OneLine(f).write(format_args!("{}: {} [{}, {}]", self.field, self.message, self.rule, self.source))
    }
}

/// Every broken rule of a message, in order: credentials, fields in wire order, rules, unknown names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Violations(Vec<Violation>);

impl Violations {
    pub(crate) fn new(list: Vec<Violation>) -> Self {
        Self(list)
    }

    /// One by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As a list.
    #[must_use]
    pub fn into_vec(self) -> Vec<Violation> {
        self.0
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// One line each.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// Whether a character could break a line, hide text or steer a terminal. Refused in every value.
pub(crate) fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Writes text on one line: control characters as `\u{…}`.
pub(crate) struct OneLine<'a, 'f>(pub(crate) &'a mut fmt::Formatter<'f>);

impl OneLine<'_, '_> {
    pub(crate) fn write(&mut self, text: fmt::Arguments<'_>) -> fmt::Result {
        fmt::write(self, text)
    }
}

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !text.contains(is_control) {
            return self.0.write_str(text);
        }
        for character in text.chars() {
            if is_control(character) {
                write!(self.0, "{}", character.escape_unicode())?;
            } else {
                self.0.write_char(character)?;
            }
        }
        Ok(())
    }
}
