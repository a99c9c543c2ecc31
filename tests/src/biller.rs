//! An invented gateway with every weakness that a signature can have, and a page that contradicts itself. Its files are in
//! `tests/tests/lint/biller`; the tests of lint and of the signature analyser start from them.

use std::collections::BTreeMap;
use std::path::Path;

use faspay_spec::model::Gateway;
use faspay_spec::{Folder, load};

use crate::proofs::root;

/// Its files, by path from the folder that holds the gateways.
pub fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    gather(&root().join("tests/tests/lint/biller"), "biller", &mut files);
    files
}

fn gather(folder: &Path, name: &str, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("the folder is committed") {
        let path = entry.expect("it can be listed").path();
        let name = format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            gather(&path, &name, files);
        } else {
            files.insert(name, std::fs::read_to_string(&path).expect("it is text"));
        }
    }
}

/// Its model.
pub fn biller() -> Gateway {
    let files = files().into_iter().map(|(path, text)| (path, text.into_bytes()));
    load(&Folder::of(files)).unwrap_or_else(|report| panic!("{report}"))
}
