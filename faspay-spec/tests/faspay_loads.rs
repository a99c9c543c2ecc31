//! The committed Faspay folder is free of mistakes.

use std::path::Path;

#[test]
fn the_faspay_folder_loads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/faspay");
    let folder = faspay_spec::Folder::read(&folder).unwrap();
    let gateway = faspay_spec::load(&folder).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(gateway.operations.len(), 22);
    assert_eq!(gateway.inbound.len(), 15);
}
