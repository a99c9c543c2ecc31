//! What a documentation page says: tables of parameters and sample pairs. Pages are facts; a tool writes them
//! (`cargo xtask ingest`) or, where no page exists, a person does (`source: {manual: …}`).

use crate::model::Basis;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// `recurring/post-transaction`.
    pub id: String,
    /// The page's title.
    pub title: String,
    /// Where it comes from.
    pub source: Source,
    /// Its parameter tables, in order.
    pub tables: Vec<Table>,
    /// Its sample requests.
    pub samples: Vec<Sample>,
}

/// Where a page comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A page of the vendor's documentation.
    Document {
        /// Its path on the documentation host.
        path: Option<String>,
        /// The day it was saved, `YYYY-MM-DD`.
        captured: String,
        /// SHA-256 of the file as it was saved, lower-case hexadecimal.
        sha256: String,
    },
    /// Kept by hand: what it was put together from.
    Manual(String),
}

/// One table of parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// `request`, `response`, `response-2`.
    pub id: String,
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

/// One row: a parameter as documented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The name, cleaned of asterisks and stray white space.
    pub name: String,
    /// The type as written, white space folded: `Varchar(10)`. Empty where the cell is.
    pub ty: String,
    /// Mandatory, optional or conditional.
    pub presence: Flag,
    /// An asterisk marks the value as coded in an appendix.
    pub coded: bool,
    /// The number in a column of least lengths.
    pub min: Option<u32>,
    /// The number in a column of greatest lengths.
    pub max: Option<u32>,
    /// How well it is known, where no document has the row.
    pub basis: Option<Basis>,
    /// Line in the YAML file, from 1; 0 before it is written.
    pub line: u32,
}

/// The M/O/C cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// M
    Mandatory,
    /// O
    Optional,
    /// C
    Conditional,
}

/// A sample request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// `php`.
    pub id: String,
    /// Where the sample posts to.
    pub action: Option<String>,
    /// Key and value, in the order in which they are sent.
    pub pairs: Vec<(String, SampleValue)>,
}

impl Sample {
    /// Every text in it: the address, the keys, the constants and the date formats.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let pairs = self.pairs.iter().flat_map(|(key, value)| std::iter::once(key.as_str()).chain(value.texts()));
        self.action.as_deref().into_iter().chain(pairs)
    }
}

/// A value in a sample: a text, or what it is computed from when that isn't constant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SampleValue {
    /// A constant; everything constant is folded into one.
    Text(String),
    /// The time of the request in PHP's `date` format: `{now: YmdHis}`.
    Now(String),
    /// The parts, joined: `{join: […]}`.
    Join(Vec<SampleValue>),
    /// SHA-1 in lower-case hexadecimal: `{sha1: …}`.
    Sha1(Box<SampleValue>),
    /// MD5 in lower-case hexadecimal: `{md5: …}`.
    Md5(Box<SampleValue>),
}

impl SampleValue {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::Now(text) => vec![text],
            Self::Join(parts) => parts.iter().flat_map(Self::texts).collect(),
            Self::Sha1(inner) | Self::Md5(inner) => inner.texts(),
        }
    }
}
