//! The small print of cells: white space, names, types, presence letters, and the words that tell a request from a response.
//! The readers of the three page formats and the table reader share it.

use faspay_spec::page::Flag;
use faspay_spec::report::is_hidden;

/// Which message a table, a heading or a sentence speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Request,
    Response,
}

impl Role {
    /// The table id that the role gives.
    pub fn id(self) -> &'static str {
        match self {
            Role::Request => "request",
            Role::Response => "response",
        }
    }

    /// The role of a text that speaks of one of the two, and only of that one.
    pub fn of(text: &str) -> Option<Role> {
        let mut found = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter_map(Role::of_word);
        let first = found.next()?;
        found.all(|role| role == first).then_some(first)
    }

    /// The role that a single word names.
    pub fn of_word(word: &str) -> Option<Role> {
        match word.to_ascii_lowercase().as_str() {
            "request" | "requests" => Some(Role::Request),
            "response" | "responses" => Some(Role::Response),
            _ => None,
        }
    }
}

/// White space folded to single spaces and trimmed; no-break and zero-width spaces count as white space.
pub fn fold(text: &str) -> String {
    let words = text.split(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A name cell that has been read.
#[derive(Debug, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    /// It carried an asterisk.
    pub coded: bool,
    /// It held a stray space, which went.
    pub mended: bool,
}

/// Reads a name: a parameter's name with an asterisk at most around it. A space beside an underscore is a slip of the page's
/// (`shipping_address_ city`) and goes; any other space makes it no name.
pub fn name(cell: &str) -> Option<Name> {
    let folded = fold(cell);
    let bare = folded.trim_matches(|c| c == '*' || c == ' ');
    let text = bare.replace("_ ", "_").replace(" _", "_");
    let valid = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && !text.ends_with(['.', '-'])
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_.-[]".contains(c));
    valid.then(|| Name { coded: folded.contains('*'), mended: text != bare, text })
}

/// Reads a type: as written, but for its white space and asterisks around it. More than three words, or a sentence's
/// punctuation, make it none.
pub fn ty(cell: &str) -> Option<String> {
    let folded = bare(cell).replace(" (", "(").replace("( ", "(").replace(" )", ")");
    let text = match folded.split_once('(') {
        Some((word, inside)) => format!("{word}({}", inside.replace(' ', "")),
        None => folded,
    };
    let hidden = text.contains(is_hidden);
    let sentence = text.split(' ').count() > 3
        || text.chars().count() > 40
        || text.contains([':', ';', '!', '?', '=', '"', '“', '”'])
        || text.ends_with(['.', ',']);
    let balanced = text.matches('(').count() == text.matches(')').count();
    (!sentence && !hidden && balanced).then_some(text)
}

/// Whether a text can be nothing but a type: a word with a length in parentheses, or a word that names a type.
pub fn is_surely_type(text: &str) -> bool {
    const BARE: [&str; 19] = [
        "varchar",
        "varchar2",
        "char",
        "character",
        "numeric",
        "number",
        "integer",
        "int",
        "decimal",
        "float",
        "double",
        "date",
        "datetime",
        "timestamp",
        "string",
        "text",
        "boolean",
        "array",
        "object",
    ];
    let Some(text) = ty(text) else { return false };
    match text.split_once('(') {
        None => BARE.iter().any(|word| text.eq_ignore_ascii_case(word)),
        Some((word, rest)) => {
            let length = rest.strip_suffix(')').unwrap_or_default();
            let starts = word.starts_with(|c: char| c.is_ascii_alphabetic());
            starts
                && word.chars().all(|c| c.is_ascii_alphanumeric())
                && length.split(',').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
        }
    }
}

/// The text without the asterisks around it, which point at a note or set it off.
fn bare(cell: &str) -> String {
    fold(cell).trim_matches(['*', ' ']).to_owned()
}

/// Reads a length in a column of its own.
pub fn number(cell: &str) -> Option<u32> {
    let text = bare(cell);
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

/// Reads a presence cell.
pub fn presence(cell: &str) -> Option<Flag> {
    match bare(cell).as_str() {
        "M" => Some(Flag::Mandatory),
        "O" => Some(Flag::Optional),
        "C" => Some(Flag::Conditional),
        _ => None,
    }
}

/// A column that a header cell announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Number,
    Name,
    Type,
    Length,
    Presence,
    MinLength,
    MaxLength,
    Description,
}

/// Reads a header cell. The list is closed: another column is a surprise.
pub fn column(cell: &str) -> Option<Column> {
    Some(match fold(cell).to_ascii_lowercase().as_str() {
        "no" | "no." | "#" => Column::Number,
        "parameter" | "parameters" | "parameter name" | "name" | "field" | "field name" => Column::Name,
        "type" | "data type" | "type data" => Column::Type,
        "length" => Column::Length,
        "m/o/c" | "m / o / c" | "m/o" | "mandatory" => Column::Presence,
        "min length" | "min" => Column::MinLength,
        "max length" | "max" => Column::MaxLength,
        "description" | "descriptions" => Column::Description,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_space_beside_an_underscore_goes_and_an_asterisk_is_a_flag() {
        let read = name("\u{a0}shipping_address_ city *").unwrap();
        assert_eq!(read, Name { text: "shipping_address_city".into(), coded: true, mended: true });
        assert_eq!(name("lang").unwrap(), Name { text: "lang".into(), coded: false, mended: false });
    }

    #[test]
    fn two_words_a_number_and_nothing_are_no_names() {
        for cell in ["member name", "1st", "", "*", "a*b", "nama_anggota?", "Text."] {
            assert_eq!(name(cell), None, "{cell}");
        }
    }

    #[test]
    fn types_keep_their_spelling_and_lose_their_spaces() {
        for (cell, read) in [
            ("Varchar (10)", "Varchar(10)"),
            ("VarcharI(30)", "VarcharI(30)"),
            ("Numeric ( 12, 2 )", "Numeric(12,2)"),
            ("\u{a0}", ""),
            ("**Varchar(10)** *", "Varchar(10)"),
        ] {
            assert_eq!(ty(cell).as_deref(), Some(read));
        }
    }

    #[test]
    fn a_sentence_is_no_type() {
        for cell in ["Fill with the type of the card", "Type = 3", "A word.", "Varchar(10"] {
            assert_eq!(ty(cell), None, "{cell}");
        }
    }

    #[test]
    fn presence_is_one_of_three_capital_letters() {
        assert_eq!(presence(" M "), Some(Flag::Mandatory));
        assert_eq!(presence("**C** *"), Some(Flag::Conditional));
        for cell in ["m", "Y", "M/O", "", "Mandatory"] {
            assert_eq!(presence(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_text_that_speaks_of_both_messages_has_no_role() {
        assert_eq!(Role::of("Request Parameter"), Some(Role::Request));
        assert_eq!(Role::of("**Responses:**"), Some(Role::Response));
        assert_eq!(Role::of("the response to a request"), None);
        assert_eq!(Role::of("request_id"), None);
    }
}
