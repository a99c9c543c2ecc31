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

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/own-spec/spec/acme")
    }

    #[test]
    fn every_file_of_the_spec_is_a_dependency() {
        let items = expand(&example()).unwrap().to_string();
        for file in ["gateway.yaml", "codes.yaml", "pages/pay.yaml", "operations/pay.yaml", "messages/paid.yaml"] {
            assert!(items.contains(&format!("/acme/{file}\"")), "{file}");
        }
    }

    #[test]
    fn mistakes_come_with_file_line_and_column() {
        let folder = std::env::temp_dir().join(format!("faspay-derive-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("gateway.yaml"), "gateway: x\nnonsense: 1\n").unwrap();
        let reason = expand(&folder).unwrap_err();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(reason.contains("gateway.yaml:2:1"), "{reason}");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let reason = expand(Path::new("no/such/spec")).unwrap_err();
        assert!(reason.contains("no/such/spec"), "{reason}");
    }
}
