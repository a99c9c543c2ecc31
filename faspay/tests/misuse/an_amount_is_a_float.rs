//! Money is whole minor units with a currency.

use faspay::{Amount, Expected};

fn asked() -> [Expected; 2] {
    [Expected::new("INV-1", Amount::idr(5_000.0)), Expected::new("INV-1", 5_000)]
}

fn main() {}
