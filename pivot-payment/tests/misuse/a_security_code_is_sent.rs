//! Without the feature `card-data`, a stored card has no place for a security code.

use pivot_payment::session::{CreateSessionPaymentMethodCard, CreateSessionPaymentMethodCardOptional};

fn main() {
    let mut optional = CreateSessionPaymentMethodCardOptional::default();
    optional.cvc = Some("123".into());
    let _ = CreateSessionPaymentMethodCard { token: "t".into(), optional };
    let _ = CreateSessionPaymentMethodCardOptional { cvc: Some("123".into()), ..Default::default() };
}
