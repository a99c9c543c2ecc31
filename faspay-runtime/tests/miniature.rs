//! A gateway of six fields, written by hand exactly as the generator writes one. It is the pattern for generated code
//! and the fixture of the runtime's own tests.

#[rustfmt::skip] // laid out like generated code
mod mini;

#[test]
fn the_miniature_gateway_compiles() {
    assert_eq!(mini::PAY.fields.len(), 8);
}
