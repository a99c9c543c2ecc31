// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime::table::{LifeStatus, LifeTable};
/// A payment, until its money is taken, or back, or will never come.
///
/// It begins with `REQUEST_INITIATED`.
pub static PAYMENT_STATE: LifeTable = LifeTable {
    id: "finpay.payment-status",
    statuses: &[
        LifeStatus { code: "REQUEST_INITIATED", after: &[] },
        LifeStatus { code: "PENDING", after: &["REQUEST_INITIATED"] },
        LifeStatus { code: "AUTHORIZED", after: &["REQUEST_INITIATED", "PENDING"] },
        LifeStatus { code: "CAPTURED", after: &["REQUEST_INITIATED", "PENDING", "AUTHORIZED"] },
        LifeStatus { code: "PAID", after: &["REQUEST_INITIATED", "PENDING", "AUTHORIZED", "CAPTURED"] },
        LifeStatus { code: "EXPIRED", after: &["REQUEST_INITIATED", "PENDING"] },
        LifeStatus { code: "CANCELLED", after: &["REQUEST_INITIATED", "PENDING", "AUTHORIZED", "CAPTURED", "PAID"] },
        LifeStatus { code: "FAILED", after: &["REQUEST_INITIATED", "PENDING", "AUTHORIZED"] },
        LifeStatus { code: "FAILURE", after: &["REQUEST_INITIATED", "PENDING", "AUTHORIZED", "FAILED"] },
        LifeStatus { code: "REFUNDED", after: &["REQUEST_INITIATED", "PENDING", "AUTHORIZED", "CAPTURED", "PAID", "CANCELLED"] },
    ],
    outcome: super::codes::PaymentState::outcome_of,
    messages: &[("finpay.card.callback", &[]), ("finpay.card.status-reply", &[])],
};
