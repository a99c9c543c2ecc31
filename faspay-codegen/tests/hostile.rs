//! A spec that tries to write code. Whatever stands in a name, a text or a doc sentence, the output must hold the same
//! items as for a harmless spec: payloads end up inside literals, or as underscores.

mod model;

use faspay_codegen::{generate, items};
use faspay_spec::model::*;
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Expr, Item, Meta};

/// Texts that end a literal, a comment, an attribute or an item somewhere.
const PAYLOADS: [&str; 15] = [
    "*/ fn evil() {} /*",
    "\n#![allow(unsafe_code)]\nfn evil() {}",
    "\"); fn evil() {} (\"",
    "\\\"; fn evil() {} \\",
    "\"# ; fn evil() {} r#\"",
    "r#\"evil\"#",
    "include!(\"/etc/passwd\")",
    "\u{202E}evil\u{2066}",
    "\r\nfn evil() {}",
    "`evil",
    "} mod evil { extern crate std; } {",
    "'\"#}]); unsafe { evil() }",
    "{evil} #evil $evil",
    "[rows_0_]",
    "\0\u{FEFF}\u{2028}evil",
];

/// Writes a payload into every free text of the model, and into every name that becomes an identifier.
fn hostile(mut gateway: Gateway, payload: &str, names: bool) -> Gateway {
    let text = |target: &mut String| target.push_str(payload);
    text(&mut gateway.summary);
    gateway.products.iter_mut().for_each(|product| text(&mut product.summary));
    for credential in &mut gateway.credentials {
        text(&mut credential.summary);
    }
    for setting in &mut gateway.settings {
        text(&mut setting.summary);
    }
    for endpoint in &mut gateway.endpoints {
        endpoint.sandbox.iter_mut().chain(&mut endpoint.production).for_each(text);
    }
    for recipe in &mut gateway.recipes {
        text(&mut recipe.delimiter_chars);
        recipe.parts.push(Part::Literal(payload.to_owned()));
    }
    for list in &mut gateway.codes {
        text(&mut list.summary);
        for code in &mut list.values {
            text(&mut code.code);
            text(&mut code.meaning);
            if names {
                text(&mut code.rust);
            }
        }
        if names {
            text(&mut list.rust);
        }
    }
    for operation in &mut gateway.operations {
        text(&mut operation.summary);
        text(&mut operation.page);
        if names {
            text(&mut operation.rust);
            text(&mut operation.id);
        }
        operation.misspellings.push((payload.to_owned(), payload.to_owned()));
        for correction in &mut operation.corrections {
            text(&mut correction.because);
            text(&mut correction.expect);
        }
        for rule in &mut operation.rules {
            text(&mut rule.because);
            text(&mut rule.id);
            text(&mut rule.origin.source);
            rule.when = Some(Expr2::In("note".into(), vec![payload.to_owned()]));
        }
        text(&mut operation.path);
        operation.fields.iter_mut().for_each(|field| hostile_field(field, payload, names));
    }
    for inbound in &mut gateway.inbound {
        text(&mut inbound.summary);
        text(&mut inbound.page);
        if names {
            text(&mut inbound.rust);
        }
        if let Auth::Key { header, .. } = &mut inbound.auth {
            text(header);
        }
        inbound.fields.iter_mut().for_each(|field| hostile_field(field, payload, names));
    }
    gateway
}

use faspay_spec::model::Expr as Expr2;

fn hostile_field(field: &mut Field, payload: &str, names: bool) {
    for text in
        [&mut field.summary, &mut field.documented, &mut field.wire, &mut field.forbid, &mut field.origin.source]
    {
        text.push_str(payload);
    }
    if let From::Fixed(text) = &mut field.from {
        text.push_str(payload);
    }
    if let Place::Header(name) = &mut field.place {
        name.push_str(payload);
    }
    if let Type::List { fields, .. } = &mut field.ty {
        fields.iter_mut().for_each(|field| hostile_field(field, payload, names));
    }
    if names {
        field.rust.push_str(payload);
    }
}

#[test]
fn payloads_in_texts_change_nothing_but_literals() {
    let shape_of = |gateway: &Gateway| shape(items(gateway));
    // The same changes with a harmless text: what is compared is the payload alone.
    for gateway in [model::acme(), model::nested()] {
        let harmless = shape_of(&hostile(gateway.clone(), "harmless", false));
        for payload in PAYLOADS {
            assert_eq!(shape_of(&hostile(gateway.clone(), payload, false)), harmless, "{payload:?}");
        }
    }
}

#[test]
fn payloads_in_texts_and_names_leave_only_known_kinds_of_items() {
    for (payload, gateway) in PAYLOADS.iter().flat_map(|payload| [(payload, model::acme()), (payload, model::nested())])
    {
        let gateway = hostile(gateway, payload, true);
        let nested: syn::File = syn::parse2(items(&gateway)).unwrap();
        Walk.visit_file(&nested);
        for file in generate(&gateway) {
            let parsed = syn::parse_file(&file.contents).unwrap_or_else(|error| panic!("{}: {error}", file.path));
            Walk.visit_file(&parsed);
            assert!(!file.contents.contains('\u{202E}'), "{} shows text in another order", file.path);
        }
    }
}

/// The tokens with every literal replaced by a place holder.
fn shape(tokens: TokenStream) -> String {
    let mut out = String::new();
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => out += &format!("{:?}({})", group.delimiter(), shape(group.stream())),
            TokenTree::Literal(_) => out.push('L'),
            other => out += &format!("{other} "),
        }
    }
    out
}

/// Whether these are identifiers, arrows and commas, in braces at most.
fn only_words(tokens: TokenStream) -> bool {
    tokens.into_iter().all(|tree| match tree {
        TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace && only_words(group.stream()),
        TokenTree::Punct(mark) => ",=>:".contains(mark.as_char()),
        TokenTree::Ident(_) => true,
        TokenTree::Literal(_) => false,
    })
}

/// Panics at anything that generated code has no use for.
struct Walk;

impl<'ast> Visit<'ast> for Walk {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Impl(_)
            | Item::Static(_)
            | Item::Type(_)
            | Item::Use(_)
            | Item::Macro(_) => {}
            Item::Fn(function) => {
                assert!(function.sig.ident.to_string().ends_with("_rules"), "a function {}", function.sig.ident);
                assert!(function.sig.abi.is_none());
            }
            Item::Mod(module) => assert!(!module.ident.to_string().contains("evil")),
            other => panic!("an item that isn't on the list: {other:?}"),
        }
        syn::visit::visit_item(self, item);
    }

    fn visit_macro(&mut self, node: &'ast syn::Macro) {
        let name = node.path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>().join("::");
        // What carries a card asks for its feature, and for no other.
        if name == "cfg" {
            return assert_eq!(node.tokens.to_string(), "feature = \"card-data\"");
        }
        assert!(
            ["faspay_runtime::codes", "faspay_runtime::outcomes", "faspay_runtime::stages"].contains(&name.as_str()),
            "a macro call: {name}"
        );
        if name.ends_with("codes") {
            let list: syn::ItemEnum = syn::parse2(node.tokens.clone()).unwrap();
            for variant in &list.variants {
                assert!(matches!(variant.discriminant, Some((_, Expr::Lit(_)))), "a code that is not a literal");
            }
            self.visit_item_enum(&list);
        } else {
            assert!(only_words(node.tokens.clone()), "{}", node.tokens);
        }
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        assert!(!matches!(expr, Expr::Unsafe(_) | Expr::Async(_) | Expr::Loop(_) | Expr::While(_)), "{expr:?}");
        syn::visit::visit_expr(self, expr);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let known = ["doc", "derive", "must_use", "non_exhaustive", "cfg"];
        assert!(known.iter().any(|name| attribute.path().is_ident(name)), "{:?}", attribute.path());
        assert!(matches!(attribute.style, syn::AttrStyle::Outer), "an inner attribute");
        if let Meta::NameValue(pair) = &attribute.meta {
            assert!(matches!(&pair.value, Expr::Lit(_)), "an attribute that is not a literal");
        }
    }
}
