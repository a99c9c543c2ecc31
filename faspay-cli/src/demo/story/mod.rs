//! One file for each gateway: what happens in its demonstration, in order. The command begins one; each stands on a
//! [`Stage`](super::stage::Stage).

pub mod faspay;
pub mod finpay;
pub mod pivot;
