//! Generated code is documented throughout, also where nobody wrote a sentence: users' crates may deny `missing_docs`.

mod model;

use faspay_codegen::items;
use faspay_spec::model::Gateway;
use syn::visit::Visit;
use syn::{Attribute, Visibility};

/// A gateway about which the spec says nothing but facts.
fn silent() -> Gateway {
    let mut gateway = model::acme();
    gateway.products.iter_mut().for_each(|one| one.summary.clear());
    gateway.credentials.iter_mut().for_each(|one| one.summary.clear());
    gateway.settings.iter_mut().for_each(|one| one.summary.clear());
    for list in &mut gateway.codes {
        list.summary.clear();
        list.values.iter_mut().for_each(|one| one.meaning.clear());
    }
    gateway.operations.iter_mut().for_each(|one| one.summary.clear());
    gateway.inbound.iter_mut().for_each(|one| one.summary.clear());
    gateway
}

#[test]
fn every_public_item_has_a_sentence() {
    for gateway in [silent(), model::acme(), model::nested()] {
        Documented.visit_file(&syn::parse2(items(&gateway)).unwrap());
    }
}

struct Documented;

fn check(what: &dyn std::fmt::Display, visibility: &Visibility, attributes: &[Attribute]) {
    let documented = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
    assert!(documented || !matches!(visibility, Visibility::Public(_)), "{what} is not documented");
}

impl<'ast> Visit<'ast> for Documented {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        check(&item.ident, &item.vis, &item.attrs);
        syn::visit::visit_item_struct(self, item);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        check(&field.ident.as_ref().map(ToString::to_string).unwrap_or_default(), &field.vis, &field.attrs);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        check(&item.ident, &item.vis, &item.attrs);
        item.variants.iter().for_each(|variant| check(&variant.ident, &item.vis, &variant.attrs));
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        check(&item.ident, &item.vis, &item.attrs);
        syn::visit::visit_item_mod(self, item);
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        check(&item.ident, &item.vis, &item.attrs);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        check(&item.ident, &item.vis, &item.attrs);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        check(&item.sig.ident, &item.vis, &item.attrs);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if let Ok(list) = syn::parse2::<syn::ItemEnum>(call.tokens.clone()) {
            self.visit_item_enum(&list);
        }
    }
}
