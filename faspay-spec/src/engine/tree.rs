//! A JSON text read whole: objects, lists and single values, with nothing changed on the way. Nested messages and the lists and objects
//! that a caller gives are read through here; which of it a table knows is the business of [`super::nested`].

use super::json::{MOST_LEVELS, Reader, malformed};
use super::nested::Table;
use super::parse::{ParseError, error, shown_key};
use super::value::first_control;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tree {
    /// `null`.
    Null,
    /// A number, `true` or `false`, as written.
    Word(String),
    /// A string.
    Text {
        /// Decoded.
        text: String,
        /// As it stands between the quotes.
        written: String,
    },
    /// An object.
    Object(Vec<Branch>),
    /// A list.
    List(Vec<Tree>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Branch {
    /// Decoded.
    pub key: String,
    /// As it stands between the quotes.
    pub written: String,
    pub value: Tree,
}

impl Tree {
    /// The value without the white space around its parts; strings and numbers as they were written.
    pub(super) fn compact(&self) -> String {
        match self {
            Tree::Null => "null".to_owned(),
            Tree::Word(word) => word.clone(),
            Tree::Text { written, .. } => format!("\"{written}\""),
            Tree::Object(members) => object(members),
            Tree::List(items) => format!("[{}]", items.iter().map(Tree::compact).collect::<Vec<_>>().join(",")),
        }
    }

    /// The value as a message shows it: a string decoded, null as nothing, objects and lists as JSON.
    pub(super) fn text(&self) -> String {
        match self {
            Tree::Null => String::new(),
            Tree::Text { text, .. } => text.clone(),
            Tree::Word(_) | Tree::Object(_) | Tree::List(_) => self.compact(),
        }
    }
}

/// An object of these members, without white space.
pub(super) fn object(members: &[Branch]) -> String {
    let member = |own: &Branch| format!("\"{}\":{}", own.written, own.value.compact());
    format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
}

/// The members of a body, which is one object. What stands in it twice, or could turn a line in a log, is refused wherever it is;
/// `table` judges the members that it knows as they come, so that the first mistake in the body is the one that is told.
pub(super) fn body(body: &[u8], table: Table<'_>) -> Result<Vec<Branch>, ParseError> {
    let text = std::str::from_utf8(body).map_err(|_| error("utf8", "", "The body isn't valid UTF-8.".to_owned()))?;
    let mut walk =
        Walk { reader: Reader { rest: text }, path: String::new(), refuse_controls: true, table: Some(table) };
    walk.reader.space();
    match walk.reader.rest.starts_with('{').then(|| walk.whole(0)).transpose()? {
        Some(Tree::Object(members)) => Ok(members),
        _ => Err(malformed()),
    }
}

/// A value that a caller gives as JSON. `None`: it isn't that, something stands in it twice, or it is too deep. Control characters
/// in strings are refused here, or left to whoever looks at the strings; in keys they are always refused.
pub(super) fn param(text: &str, refuse_controls: bool) -> Option<Tree> {
    Walk { reader: Reader { rest: text }, path: String::new(), refuse_controls, table: None }.whole(1).ok()
}

/// Whether a text is one JSON object, read as strictly as what is received.
pub(crate) fn is_json_object(text: &str) -> bool {
    matches!(param(text, true), Some(Tree::Object(_)))
}

/// How a key reads as a part of a path: a dot inside it is no step.
pub(super) fn segment(key: &str) -> String {
    key.replace('.', "\\.")
}

/// The path of a member.
pub(super) fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { segment(key) } else { format!("{path}.{}", segment(key)) }
}

struct Walk<'a> {
    reader: Reader<'a>,
    /// Where the value is that is being read.
    path: String,
    refuse_controls: bool,
    table: Option<Table<'a>>,
}

/// What the table says of a value: it is an object whose members are fields. (The body itself is in no field.)
#[derive(Clone, Copy)]
struct Known {
    field: Option<usize>,
}

impl Walk<'_> {
    fn whole(&mut self, level: usize) -> Result<Tree, ParseError> {
        self.reader.space();
        let known = self.table.as_ref().map(|_| Known { field: None });
        let tree = self.value(level, known)?;
        self.reader.space();
        if self.reader.rest.is_empty() { Ok(tree) } else { Err(malformed()) }
    }

    fn value(&mut self, level: usize, known: Option<Known>) -> Result<Tree, ParseError> {
        if self.reader.accept('"') {
            let (text, written) = self.string()?;
            if self.refuse_controls {
                self.without_control(&text)?;
            }
            return Ok(Tree::Text { text, written });
        }
        if self.reader.rest.starts_with(['{', '[']) && level > MOST_LEVELS {
            let name = self.name();
            return Err(error("nested", &name, format!("{name} is nested more than {MOST_LEVELS} levels deep.")));
        }
        if self.reader.accept('{') {
            return Ok(Tree::Object(self.members(level, known)?));
        }
        if self.reader.accept('[') {
            return Ok(Tree::List(self.items(level)?));
        }
        let word = self.reader.word()?;
        Ok(if word == "null" { Tree::Null } else { Tree::Word(word.to_owned()) })
    }

    fn members(&mut self, level: usize, known: Option<Known>) -> Result<Vec<Branch>, ParseError> {
        let mut members: Vec<Branch> = Vec::new();
        let mut filled = Vec::new();
        self.reader.space();
        if self.reader.accept('}') {
            return Ok(members);
        }
        loop {
            self.reader.expect('"')?;
            if let (Some(table), Some(_)) = (&mut self.table, known) {
                table.count()?;
            }
            let (key, written) = self.string()?;
            let outer = std::mem::take(&mut self.path);
            self.path = joined(&outer, &key);
            let name = self.name();
            self.without_control(&key)?;
            let field = match (&self.table, known) {
                (Some(table), Some(parent)) => table.member(parent.field, &key, &name)?,
                _ => None,
            };
            // Two spellings of one field are one key, too.
            let is_filled = field.is_some_and(|(at, _)| filled.contains(&at));
            filled.extend(field.map(|(at, _)| at));
            if is_filled || members.iter().any(|other| other.key.eq_ignore_ascii_case(&key)) {
                let message = format!("The key {name} stands twice; which one counts can't be told.");
                return Err(error("duplicate-key", &name, message));
            }
            self.reader.space();
            self.reader.expect(':')?;
            self.reader.space();
            let inner = field.filter(|(_, is_object)| *is_object).map(|(at, _)| Known { field: Some(at) });
            let value = self.value(level + 1, inner)?;
            if let (Some(table), Some((at, _))) = (&self.table, field) {
                table.shape(at, &value, &name)?;
            }
            self.path = outer;
            members.push(Branch { key, written, value });
            self.reader.space();
            if self.reader.accept('}') {
                return Ok(members);
            }
            self.reader.expect(',')?;
            self.reader.space();
        }
    }

    fn items(&mut self, level: usize) -> Result<Vec<Tree>, ParseError> {
        let mut items = Vec::new();
        self.reader.space();
        if self.reader.accept(']') {
            return Ok(items);
        }
        loop {
            let outer = self.path.len();
            self.path.push_str(&format!("[{}]", items.len()));
            items.push(self.value(level + 1, None)?);
            self.path.truncate(outer);
            self.reader.space();
            if self.reader.accept(']') {
                return Ok(items);
            }
            self.reader.expect(',')?;
            self.reader.space();
        }
    }

    /// A string whose opening quote has been read: decoded, and as it is written.
    fn string(&mut self) -> Result<(String, String), ParseError> {
        let start = self.reader.rest;
        let text = self.reader.string(&shown_key(self.path.as_bytes()))?;
        let length = start.len() - self.reader.rest.len();
        // The closing quote has been read as well.
        Ok((text, start[..length - 1].to_owned()))
    }

    fn without_control(&self, text: &str) -> Result<(), ParseError> {
        if first_control(text).is_none() {
            return Ok(());
        }
        let name = self.name();
        Err(error("control", &name, format!("{name} contains a control character.")))
    }

    /// The path as an error names it.
    fn name(&self) -> String {
        shown_key(self.path.as_bytes())
    }
}
