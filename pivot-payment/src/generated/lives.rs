// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime::table::{LifeStatus, LifeTable};
/// A payment session, until it is paid, cancelled, or out of time.
///
/// It begins with `REQUIRE_PAYMENT_METHOD`.
pub static SESSION_STATUS: LifeTable = LifeTable {
    id: "pivot.session-status",
    statuses: &[
        LifeStatus { code: "REQUIRE_PAYMENT_METHOD", after: &[] },
        LifeStatus { code: "REQUIRE_CONFIRMATION", after: &["REQUIRE_PAYMENT_METHOD"] },
        LifeStatus { code: "REQUIRE_ACTION", after: &["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION"] },
        LifeStatus { code: "ACTIVE", after: &["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION", "REQUIRE_ACTION"] },
        LifeStatus { code: "PROCESSING", after: &["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION", "REQUIRE_ACTION", "ACTIVE"] },
        LifeStatus { code: "CANCELLED", after: &["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION", "REQUIRE_ACTION", "ACTIVE", "PROCESSING"] },
        LifeStatus { code: "EXPIRED", after: &["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION", "REQUIRE_ACTION", "ACTIVE", "PROCESSING"] },
        LifeStatus { code: "INACTIVE", after: &["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION", "REQUIRE_ACTION", "ACTIVE"] },
        LifeStatus { code: "PAID", after: &["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION", "REQUIRE_ACTION", "ACTIVE", "PROCESSING"] },
    ],
    outcome: super::codes::SessionStatus::outcome_of,
    messages: &[("pivot.callback", &[]), ("pivot.session.reply", &[])],
};
