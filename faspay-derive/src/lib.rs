//! Expands the items of a gateway spec in the crate of its caller, for merchants who keep a spec of their own. Only a
//! door: `faspay-spec` reads the folder, `faspay-codegen` makes the items, and the caller's crate needs
//! `faspay-runtime`.

use std::path::Path;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::LitStr;

/// Expands the gateway in this folder, a path relative to the caller's `Cargo.toml`.
///
/// ```ignore
/// mod acme {
///     faspay_derive::generate!("spec/acme");
/// }
/// ```
///
/// A mistake in the spec is a compile error that holds the whole report. A change of a YAML file rebuilds the crate;
/// after adding a file, touch the source that calls the macro.
#[proc_macro]
pub fn generate(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let folder = match syn::parse::<LitStr>(input) {
        Ok(folder) => folder,
        Err(error) => return error.into_compile_error().into(),
    };
    let Some(root) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return refusal(&folder, "CARGO_MANIFEST_DIR is not set; `generate!` needs cargo").into();
    };
    match expand(&Path::new(&root).join(folder.value())) {
        Ok(items) => items.into(),
        Err(reason) => refusal(&folder, &reason).into(),
    }
}

/// The gateway's items and a dependency on each of its files.
fn expand(folder: &Path) -> Result<TokenStream, String> {
    let files = faspay_spec::Folder::read(folder)
        .map_err(|error| format!("cannot read the spec folder {}: {error}", folder.display()))?;
    let gateway = faspay_spec::load(&files).map_err(|report| report.to_string())?;
    let items = faspay_codegen::items(&gateway);
    let parent = folder.parent().unwrap_or(folder);
    let paths = files.paths().map(|path| parent.join(path).display().to_string());
    Ok(quote! {
        #items
        #(const _: &[u8] = ::core::include_bytes!(#paths);)*
    })
}

fn refusal(at: &LitStr, reason: &str) -> TokenStream {
    quote_spanned!(at.span()=> ::core::compile_error!(#reason);)
}
