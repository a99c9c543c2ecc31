//! The analyser of signatures: right about small recipes, whatever they are; complete about Faspay's; and in agreement with
//! what the generated library does.

mod brute;
mod faspay;
mod library;
mod scheme;

use faspay_spec::signatures::{Analysis, Finding, Weakness};

/// The finding of this kind whose first recipe is this one.
fn find<'a>(analysis: &'a Analysis, weakness: Weakness, recipe: &str) -> Option<&'a Finding> {
    let fits = |own: &&Finding| own.weakness == weakness && own.recipes.first().is_some_and(|own| own == recipe);
    analysis.findings.iter().find(fits)
}

/// As [`find`], of those that are about this message.
fn find_among<'a>(analysis: &'a Analysis, weakness: Weakness, recipe: &str, message: &str) -> Option<&'a Finding> {
    let fits = |own: &&Finding| own.weakness == weakness && own.recipes.first().is_some_and(|own| own == recipe);
    analysis.findings.iter().filter(fits).find(|own| own.messages.iter().any(|own| own == message))
}
