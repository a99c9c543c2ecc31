//! Conditions as Rust expressions over the runtime's three-valued view of a message. Requests use them for presence
//! and rules, messages for telling which one has arrived.

use faspay_spec::model::{Expr, Field, Operand, Relation};
use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{field, index};
use crate::table::mentions;
use crate::text::string;

/// What the expressions of these items need in scope: nothing when there is none.
pub fn imports(items: &TokenStream) -> Option<TokenStream> {
    let used = mentions(items, "compare");
    used.then(|| {
        quote!(
            use ::faspay_runtime::{Operand::*, Relation::*};
        )
    })
}

/// An expression of type `Option<bool>`; `v` is the view. Operands and relations stand without their types, so that
/// a condition fits on a line.
pub fn expr(expr: &Expr, fields: &[Field]) -> TokenStream {
    let at = |name: &str| index(field(fields, name));
    let terms = |terms: &[Expr]| -> Vec<TokenStream> { terms.iter().map(|term| self::expr(term, fields)).collect() };
    match expr {
        Expr::And(parts) => {
            let parts = terms(parts);
            quote!(v.all(&[#(#parts),*]))
        }
        Expr::Or(parts) => {
            let parts = terms(parts);
            quote!(v.any(&[#(#parts),*]))
        }
        Expr::Not(inner) => {
            let inner = self::expr(inner, fields);
            quote!(v.not(#inner))
        }
        // A field with several spellings, or one of those: this very key is meant.
        Expr::Present(name) if fields.iter().any(|own| own.is_spelled(name) && !own.aliases.is_empty()) => {
            let key = string(name);
            quote!(v.spelled(#key))
        }
        Expr::Present(name) => {
            let at = at(name);
            quote!(v.present(#at))
        }
        Expr::In(name, texts) => {
            let at = at(name);
            let texts = texts.iter().map(|text| string(text));
            quote!(v.one_of(#at, &[#(#texts),*]))
        }
        Expr::Compare(left, relation, right) => {
            let (left, right) = (operand(left, fields), operand(right, fields));
            let relation = match relation {
                Relation::Equal => quote!(Equal),
                Relation::NotEqual => quote!(NotEqual),
                Relation::Less => quote!(Less),
                Relation::LessOrEqual => quote!(LessOrEqual),
                Relation::Greater => quote!(Greater),
                Relation::GreaterOrEqual => quote!(GreaterOrEqual),
            };
            quote!(v.compare(#left, #relation, #right))
        }
    }
}

fn operand(operand: &Operand, fields: &[Field]) -> TokenStream {
    match operand {
        Operand::Field(name) => {
            let at = index(field(fields, name));
            quote!(Field(#at))
        }
        Operand::Count(name) => {
            let at = index(field(fields, name));
            quote!(Count(#at))
        }
        Operand::Number(number) => {
            let number = proc_macro2::Literal::u64_unsuffixed(*number);
            quote!(Number(#number))
        }
        Operand::Text(text) => {
            let text = string(text);
            quote!(Text(#text))
        }
        Operand::Today => quote!(Today),
    }
}
