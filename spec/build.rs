//! Embedded folders gain and lose files without a line of Rust changing; cargo has to be told to look.

fn main() {
    println!("cargo::rerun-if-changed=faspay");
    println!("cargo::rerun-if-changed=finpay");
    println!("cargo::rerun-if-changed=pivot");
}
