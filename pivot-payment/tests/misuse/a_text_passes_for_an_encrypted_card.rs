//! Only what was encrypted can be confirmed with: no text becomes an encrypted card.

use pivot_payment::card::EncryptedCard;
use pivot_payment::session::ConfirmSessionPaymentMethodCard;

fn main() {
    let _ = ConfirmSessionPaymentMethodCard { encrypted_card: "4440000112200001".into() };
    let _ = EncryptedCard("4440000112200001".to_owned());
}
