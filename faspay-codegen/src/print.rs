//! Prints a file. prettyplease does the work, except for tables: there each row is one line, as in the documentation
//! that it comes from, where prettyplease would take nine. Both doors' test parses the result and compares it with the
//! tokens, so a slip here can't change what is generated.

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprArray, ExprLit, Lit, Macro, MetaNameValue};

/// Lists of literals with at least this many items are filled into lines.
const LONG_LIST: usize = 8;

/// Width of filled lines.
const WIDTH: usize = 100;

/// The text of a file with these items.
pub fn file(items: TokenStream) -> String {
    let mut file: syn::File = syn::parse2(items).expect("generated tokens are items");
    let mut tables = Tables { rows: Vec::new(), marker: marker(&file) };
    tables.visit_file_mut(&mut file);
    let mut text = prettyplease::unparse(&file);
    for (number, rows) in tables.rows.iter().enumerate() {
        text = put_back(&text, &format!("{}_{number}_", tables.marker), rows);
    }
    text
}

/// A name that occurs nowhere in the file, not even in a literal.
fn marker(file: &syn::File) -> String {
    let text = file.to_token_stream().to_string();
    let mut marker = "rows".to_owned();
    while text.contains(&marker) {
        marker.push('_');
    }
    marker
}

/// Replaces the marker by the rows, indented like the line that it stands on: a list's become its items, a macro's
/// its body.
fn put_back(text: &str, marker: &str, rows: &[String]) -> String {
    let (before, after) = text.split_once(marker).expect("prettyplease keeps every name");
    let line = before.rsplit('\n').next().unwrap_or_default();
    let indent = &line[..line.len() - line.trim_start().len()];
    if line.trim().is_empty() {
        return format!("{before}{}{after}", rows.join(&format!("\n{indent}")));
    }
    let rows: String = rows.iter().map(|row| format!("\n{indent}    {row},")).collect();
    format!("{before}{rows}\n{indent}{after}")
}

/// Takes the tables out of a file and leaves a marker where each was.
struct Tables {
    rows: Vec<Vec<String>>,
    marker: String,
}

impl VisitMut for Tables {
    fn visit_expr_array_mut(&mut self, array: &mut ExprArray) {
        let rows: Vec<String> = if array.elems.iter().all(is_row) {
            array.elems.iter().map(|row| line(row.to_token_stream())).collect()
        } else if array.elems.len() >= LONG_LIST && array.elems.iter().all(is_text) {
            fill(array.elems.iter().map(|text| line(text.to_token_stream())))
        } else {
            return syn::visit_mut::visit_expr_array_mut(self, array);
        };
        if rows.is_empty() {
            return;
        }
        let name = self.take_out(rows);
        array.elems = std::iter::once::<Expr>(syn::parse_quote!(#name)).collect();
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        let name = self.take_out(block(call.tokens.clone()));
        call.tokens = name.to_token_stream();
    }
}

impl Tables {
    fn take_out(&mut self, rows: Vec<String>) -> Ident {
        let name = format!("{}_{}_", self.marker, self.rows.len());
        self.rows.push(rows);
        Ident::new(&name, Span::call_site())
    }
}

/// Tokens on lines of their own: documentation, the head and the end of a block, and each item of it.
fn block(tokens: TokenStream) -> Vec<String> {
    let mut lines = Vec::new();
    let mut item = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(tree) = tokens.next() {
        match (&tree, tokens.peek()) {
            (TokenTree::Punct(mark), Some(TokenTree::Group(attribute))) if mark.as_char() == '#' => {
                lines.push(documentation(attribute.stream()));
                tokens.next();
            }
            (TokenTree::Punct(mark), _) if mark.as_char() == ',' => {
                lines.push(line(std::mem::take(&mut item)) + ",");
            }
            (TokenTree::Group(group), _) if group.delimiter() == Delimiter::Brace => {
                lines.push(line(std::mem::take(&mut item)) + " {");
                lines.extend(block(group.stream()).iter().map(|line| format!("    {line}")));
                lines.push("}".to_owned());
            }
            _ => item.extend([tree]),
        }
    }
    if !item.is_empty() {
        lines.push(line(item));
    }
    lines
}

/// `doc = "…"` as a comment. [`crate::text::doc`] has made the text one line that starts with a space.
fn documentation(attribute: TokenStream) -> String {
    let pair: MetaNameValue = syn::parse2(attribute).expect("only documentation stands in macro calls");
    match pair.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => format!("///{}", text.value()),
        _ => unreachable!("documentation is text"),
    }
}

/// Whether this is `FieldSpec::new(…)` with whatever follows it, or a struct of a table.
fn is_row(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => is_row(&call.receiver),
        Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if path.path.segments[0].ident == "FieldSpec"),
        Expr::Struct(row) => row.path.segments.last().is_some_and(|last| {
            ["CredentialUse", "CredentialSpec", "SettingSpec", "Recipe", "LifeStatus"]
                .iter()
                .any(|row| last.ident == row)
        }),
        _ => false,
    }
}

fn is_text(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(literal) if matches!(literal.lit, Lit::Str(_)))
}

/// Puts as many items on a line as fit.
fn fill(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if line.len() + item.len() < WIDTH => *line += &format!(", {item}"),
            _ => lines.push(item),
        }
    }
    lines
}

/// Tokens on one line, spaced as rustfmt would.
fn line(tokens: TokenStream) -> String {
    let mut out = String::new();
    let mut bars = 0;
    let mut after_word = false;
    for tree in tokens {
        let mut word = false;
        match tree {
            TokenTree::Group(group) => {
                let inner = line(group.stream());
                match group.delimiter() {
                    Delimiter::Parenthesis => out += &format!("({inner})"),
                    Delimiter::Bracket => out += &format!("[{inner}]"),
                    Delimiter::Brace if inner.is_empty() => out += " {}",
                    Delimiter::Brace => out += &format!(" {{ {inner} }}"),
                    Delimiter::None => out += &inner,
                }
            }
            TokenTree::Punct(punct) => {
                if punct.as_char() == '=' {
                    out.push(' ');
                }
                out.push(punct.as_char());
                match punct.as_char() {
                    ',' => out.push(' '),
                    '=' if punct.spacing() == Spacing::Alone => out.push(' '),
                    '>' if out.ends_with("=>") => out.push(' '),
                    ':' if punct.spacing() == Spacing::Alone && !out.ends_with("::") => out.push(' '),
                    '|' => {
                        bars += 1;
                        if bars % 2 == 0 {
                            out.push(' ');
                        }
                    }
                    _ => {}
                }
            }
            other => {
                if after_word {
                    out.push(' ');
                }
                out += &other.to_string();
                word = true;
            }
        }
        after_word = word;
    }
    out.trim_end().trim_end_matches(',').to_owned()
}
