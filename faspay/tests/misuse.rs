//! What must not compile, each with the compiler's words: the ways in which a forged, replayed or half-believed message
//! could become money, and a secret could become text. The words belong to the toolchain in rust-toolchain.toml.

#[test]
fn what_would_be_wrong_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/misuse/*.rs");
}

#[cfg(feature = "submit")]
#[test]
fn what_would_be_wrong_to_submit_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/misuse/submit/*.rs");
}
