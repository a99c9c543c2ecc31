// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime::table::{LifeStatus, LifeTable};
/// A card payment, authorised and captured or taken in one step.
///
/// It begins with `N`.
pub static TXN_STATUS: LifeTable = LifeTable {
    id: "faspay.txn-status",
    statuses: &[
        LifeStatus { code: "N", after: &[] },
        LifeStatus { code: "A", after: &["N", "P", "RC"] },
        LifeStatus { code: "C", after: &["N", "A", "CF", "CRC", "P", "RC"] },
        LifeStatus { code: "CF", after: &["N", "A", "P", "RC"] },
        LifeStatus { code: "CRC", after: &["N", "A", "CF", "P", "RC"] },
        LifeStatus { code: "S", after: &["N", "P", "RC"] },
        LifeStatus { code: "F", after: &["N", "P", "RC"] },
        LifeStatus { code: "E", after: &["N", "P"] },
        LifeStatus { code: "B", after: &["N"] },
        LifeStatus { code: "I", after: &["N"] },
        LifeStatus { code: "P", after: &["N"] },
        LifeStatus { code: "RC", after: &["N"] },
        LifeStatus { code: "V", after: &["N", "A", "C", "CF", "CRC", "S", "P", "RC"] },
        LifeStatus { code: "CR", after: &["N", "A", "C", "CF", "CRC", "P", "RC", "PCR"] },
        LifeStatus { code: "CRF", after: &["N", "A", "C", "CF", "CRC", "P", "RC", "PCR"] },
        LifeStatus { code: "SR", after: &["N", "S", "P", "RC", "PSR"] },
        LifeStatus { code: "SRF", after: &["N", "S", "P", "RC", "PSR"] },
        LifeStatus { code: "PCR", after: &["N", "A", "C", "CF", "CRC", "P", "RC"] },
        LifeStatus { code: "PSR", after: &["N", "S", "P", "RC"] },
        LifeStatus { code: "CB", after: &["N", "A", "C", "CF", "CRC", "S", "P", "RC", "PCB"] },
        LifeStatus { code: "PCB", after: &["N", "A", "C", "CF", "CRC", "S", "P", "RC"] },
    ],
    outcome: super::codes::TxnStatus::outcome_of,
    messages: &[
        ("faspay.recurring.update-card-result", &[]),
        ("faspay.recurring.register-result", &[]),
        ("faspay.card.token-result", &[]),
        ("faspay.card.result", &[]),
        ("faspay.card.capture-reply", &["E"]),
        ("faspay.card.inquiry-reply", &["E"]),
        ("faspay.card.refund-reply", &["E"]),
        ("faspay.card.void-reply", &["E"]),
    ],
};
