//! The two doors and determinism: what `generate` writes and what `items` expands to must be the same items, every time.

mod model;

use faspay_codegen::{File, generate, items};
use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{Attribute, Item};

/// Set to write `tests/nested/generated.rs` anew.
const UPDATE: &str = "UPDATE_GENERATED";

#[test]
fn both_doors_give_the_same_items() {
    for gateway in [model::acme(), model::nested(), model::faspay()] {
        let mut nested: syn::File = syn::parse2(items(&gateway)).unwrap();
        Plain.visit_file_mut(&mut nested);
        let mut assembled = without_features(assemble(&generate(&gateway)));
        Plain.visit_file_mut(&mut assembled);
        let (nested_text, assembled_text) = (prettyplease::unparse(&nested), prettyplease::unparse(&assembled));
        let differing = nested_text.lines().zip(assembled_text.lines()).find(|(nested, assembled)| nested != assembled);
        assert_eq!(differing, None);
        assert_eq!(nested_text.len(), assembled_text.len());
    }
}

#[test]
fn the_output_that_is_compiled_is_what_the_generator_says() {
    let now = in_one_file(&generate(&model::nested()));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/generated.rs");
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    let differing = committed.lines().zip(now.lines()).find(|(committed, now)| committed != now);
    assert_eq!(differing, None, "run the test with {UPDATE}=1 and read the difference");
    assert_eq!(committed.len(), now.len());
}

#[test]
fn card_data_that_may_be_left_out_is_alone_behind_its_feature() {
    let files = generate(&model::nested());
    let text = |path: &str| &files.iter().find(|file| file.path == path).unwrap().contents;
    let member = "#[cfg(feature = \"card-data\")]\n    pub cvc: Option<rt::Secret>,";
    let statement = "#[cfg(feature = \"card-data\")] v.set(14, &object.optional.cvc);";
    for part in [member, statement] {
        assert_eq!(text("card.rs").matches(part).count(), 1, "{part}");
    }
    assert_eq!(text("card.rs").matches("pub cvc").count(), 1);
    assert_eq!(text("card.rs").matches("optional.cvc").count(), 1);
    let row = text("card_tables.rs").lines().find(|line| line.contains("customer.cvc")).unwrap();
    assert!(row.ends_with(".behind(\"card-data\", cfg!(feature = \"card-data\")),"), "{row}");
    // What nobody can ask for without a card is there with the feature only, as a whole.
    assert!(text("card_data.rs").contains("pub struct Confirm {") && !text("card_data.rs").contains("cfg"));
    assert!(!text("card_data_tables.rs").contains("cfg"));
    // Whoever expands the spec in a crate of their own has no such feature.
    let expanded = items(&model::nested()).to_string();
    assert!(expanded.contains("cvc") && !expanded.contains("cfg") && !expanded.contains("behind"));
}

#[test]
fn a_documented_parameter_costs_at_most_ten_lines() {
    let gateway = model::faspay();
    let lines: usize = generate(&gateway).iter().map(|file| file.contents.lines().count()).sum();
    let sent: usize = gateway.operations.iter().map(|operation| operation.fields.len()).sum();
    let received: usize = gateway.inbound.iter().map(|message| message.fields.len()).sum();
    assert!(lines <= 10 * (sent + received), "{lines} lines for {} parameters", sent + received);
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    assert_eq!(generate(&model::acme()), generate(&model::acme()));
    assert_eq!(generate(&model::nested()), generate(&model::nested()));
}

#[test]
fn each_file_names_the_command_that_makes_it() {
    for file in generate(&model::acme()) {
        let first = file.contents.lines().next().unwrap();
        assert!(first.contains("cargo xtask codegen"), "{}: {first}", file.path);
    }
}

/// prettyplease puts a long closure's body between braces, which is a difference in form only.
struct Plain;

impl VisitMut for Plain {
    fn visit_expr_closure_mut(&mut self, closure: &mut syn::ExprClosure) {
        if let syn::Expr::Block(block) = &*closure.body
            && let [syn::Stmt::Expr(only, None)] = block.block.stmts.as_slice()
        {
            *closure.body = only.clone();
        }
    }
}

/// The files as one text: each where `mod.rs` declares it, without cargo features.
fn in_one_file(files: &[File]) -> String {
    let find = |path: &str| &files.iter().find(|file| file.path == path).unwrap().contents;
    let mut text = String::new();
    for line in find("mod.rs").lines() {
        match line.trim_start_matches("pub ").strip_prefix("mod ").and_then(|name| name.strip_suffix(';')) {
            Some(name) => {
                let opened = line.replace(';', " {");
                let file = find(&format!("{name}.rs"));
                let (_, body) = file.split_once("\n\n").unwrap();
                text += &format!("{opened}\n{body}}}\n");
            }
            None => text += &format!("{line}\n"),
        }
    }
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("#[cfg(feature") || !line.ends_with(")]"));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text.replace(r#"#[cfg(feature = "card-data")] "#, "").replace(r#"cfg!(feature = "card-data")"#, "true")
}

/// Puts each file where `mod.rs` declares it.
fn assemble(files: &[File]) -> syn::File {
    let find = |path: &str| files.iter().find(|file| file.path == path).unwrap();
    let mut root = syn::parse_file(&find("mod.rs").contents).unwrap();
    let mut placed = 1;
    for item in &mut root.items {
        if let Item::Mod(module) = item {
            let name = module.ident.to_string();
            let file = find(&format!("{}.rs", name.trim_start_matches("r#")));
            module.content = Some((Default::default(), syn::parse_file(&file.contents).unwrap().items));
            module.semi = None;
            placed += 1;
        }
    }
    assert_eq!(placed, files.len(), "a file that no module declares");
    root
}

/// Features exist only in the gateway's own crate: on modules, in the lists of the module `dynamic`, and on what carries card data.
fn without_features(mut file: syn::File) -> syn::File {
    NoFeatures.visit_file_mut(&mut file);
    file
}

struct NoFeatures;

impl VisitMut for NoFeatures {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| !attribute.path().is_ident("cfg"));
        // A paragraph of its own: the empty line before it goes as well.
        let says = |attribute: &Attribute| attribute.to_token_stream().to_string().contains("Only with the feature");
        if let Some(at) = attributes.iter().position(says) {
            attributes.drain(at - 1..=at);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut syn::Expr) {
        if let syn::Expr::MethodCall(call) = expr
            && call.method == "behind"
        {
            *expr = (*call.receiver).clone();
        }
        syn::visit_mut::visit_expr_mut(self, expr);
    }
}
