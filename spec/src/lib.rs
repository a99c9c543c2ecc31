//! The parameter tables of Indonesian payment gateways, embedded, so that an installed command finds them. One folder
//! of YAML a gateway; `faspay-spec` reads it.

use include_dir::{Dir, include_dir};

/// The folders by gateway. A new one is added here and in `build.rs`.
static FOLDERS: [(&str, Dir<'static>); 3] = [
    ("faspay", include_dir!("$CARGO_MANIFEST_DIR/faspay")),
    ("finpay", include_dir!("$CARGO_MANIFEST_DIR/finpay")),
    ("pivot", include_dir!("$CARGO_MANIFEST_DIR/pivot")),
];

/// The ids of the gateways that are embedded.
pub fn gateways() -> impl Iterator<Item = &'static str> {
    FOLDERS.iter().map(|(gateway, _)| *gateway)
}

/// The files of a gateway: path relative to the folder that holds the gateways (`faspay/gateway.yaml`), and content.
/// `None` for a gateway that isn't embedded.
pub fn files(gateway: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let (_, folder) = FOLDERS.iter().find(|(embedded, _)| *embedded == gateway)?;
    let mut found = Vec::new();
    collect(folder, gateway, &mut found);
    Some(found)
}

/// Signature vectors from public documents and an independent computation, as JSON.
pub const FASPAY_VECTORS: &str = include_str!("../faspay/vectors/signatures.json");

fn collect(folder: &Dir<'_>, gateway: &str, found: &mut Vec<(String, Vec<u8>)>) {
    for file in folder.files() {
        found.push((format!("{gateway}/{}", file.path().display()), file.contents().to_vec()));
    }
    for inner in folder.dirs() {
        collect(inner, gateway, found);
    }
}
