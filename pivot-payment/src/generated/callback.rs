// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

pub use super::received::{
    SessionCallback, SessionCallbackDataCustomerStoredPaymentMethodsElement,
    SessionCallbackDataChargeDetailsElement,
};
