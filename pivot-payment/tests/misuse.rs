//! What must not compile in a crate without card data, each with the compiler's words: a security code or a card on its way to the
//! gateway. `cargo test -p pivot-payment` tries it; a run of the whole workspace builds the crate with the feature and leaves it out.
//! The words belong to the toolchain in rust-toolchain.toml.
#![cfg(not(feature = "card-data"))]

#[test]
fn card_data_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/misuse/*.rs");
}
