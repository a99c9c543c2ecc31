//! Nor is there anything to encrypt a card with.

use pivot_payment::card::{CardDetails, EncryptionKey};

fn main() {
    let _ = EncryptionKey::from_base64("");
    let _ = CardDetails::default();
}
