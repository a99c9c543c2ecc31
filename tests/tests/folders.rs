//! A folder of tables is read as it is, and nothing outside of it: a link in it leads nowhere.

#![cfg(unix)]

use std::os::unix::fs::symlink;

use faspay_spec::Folder;
use tests::proofs;

#[test]
fn links_out_of_a_spec_folder_are_not_followed() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("acme");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(place.path().join("outside.yaml"), "secret: yes\n").unwrap();
    std::fs::write(folder.join("gateway.yaml"), "gateway: acme\n").unwrap();
    symlink(place.path().join("outside.yaml"), folder.join("codes.yaml")).unwrap();
    symlink(proofs::root().join("spec/faspay"), folder.join("pages")).unwrap();

    let read = Folder::read(&folder).unwrap();
    assert_eq!(read.paths().collect::<Vec<_>>(), ["acme/gateway.yaml"]);
}
