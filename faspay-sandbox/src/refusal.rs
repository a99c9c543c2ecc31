//! Why a request is refused, in the gateway's own codes (reference/faspay-e-payment-error-code-listing-cc). The engine says which
//! rule is broken; here each fault gets the documented number that fits, or 5513, processing error, when none does.

use faspay_spec::engine::{Fault, FaultKind};

/// Processing error: the code for everything that has none of its own.
pub(crate) const PROCESSING: &str = "5513";
pub(crate) const UNSUPPORTED: &str = "5516";
pub(crate) const UNKNOWN_MERCHANT: &str = "5524";
pub(crate) const BLOCKED: &str = "5527";
pub(crate) const DUPLICATE: &str = "5530";
pub(crate) const AMOUNT_MISMATCH: &str = "5531";
/// What the card itself is refused for.
pub(crate) const CARD_INVALID: &str = "5518";
pub(crate) const NOT_FOUND: &str = "5533";
pub(crate) const ANOTHER_AMOUNT: &str = "5549";
pub(crate) const BANK_TIMEOUT: &str = "5552";
pub(crate) const NOT_AUTHORISED: &str = "5553";
pub(crate) const NOT_REFUNDABLE: &str = "5560";
pub(crate) const NOT_VOIDABLE: &str = "5562";
pub(crate) const ANOTHER_ORDER: &str = "5568";
pub(crate) const REFUND_AMOUNT: &str = "5569";
pub(crate) const NOT_CONFIGURED: &str = "5576";
pub(crate) const VOID_REFUSED: &str = "5621";
pub(crate) const REFUNDED: &str = "5625";
pub(crate) const VOID_AFTER_REFUND: &str = "5626";
pub(crate) const WINDOW_EXPIRED: &str = "5634";
pub(crate) const TOKENISATION: &str = "6200";
pub(crate) const TOKEN_EMPTY: &str = "6201";
pub(crate) const CANCELLED: &str = "9998";

/// One reason, for the tester.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The gateway's error code.
    pub code: &'static str,
    pub field: String,
    pub rule: String,
    pub limit: String,
    /// A sentence; never shows a sensitive value.
    pub message: String,
}

impl Problem {
    pub fn new(code: &'static str, field: &str, rule: &str, message: &str) -> Self {
        let text = str::to_owned;
        Self { code, field: text(field), rule: text(rule), limit: String::new(), message: text(message) }
    }

    pub fn of(fault: Fault) -> Self {
        let code = code(fault.kind, &fault.field);
        let Fault { field, rule, limit, message, .. } = fault;
        Self { code, field, rule, limit, message }
    }
}

/// The documented code of a fault.
fn code(kind: FaultKind, field: &str) -> &'static str {
    let listed: &[(&str, &'static str)] = match kind {
        FaultKind::EmptySignature => return "5566",
        FaultKind::BadSignature => return "5567",
        FaultKind::MissingField => &EMPTY,
        FaultKind::TooLong => &TOO_LONG,
        FaultKind::BadValue => &INVALID,
        FaultKind::BadCredential => &NOT_THE_ACCOUNTS,
        FaultKind::BrokenRule => &RULES,
        FaultKind::UnknownKey => &[],
    };
    listed.iter().find(|(name, _)| *name == field).map_or(PROCESSING, |(_, code)| code)
}

const EMPTY: [(&str, &str); 26] = [
    ("merchantid", "5501"),
    ("transactionid", "5502"),
    ("description", "5503"),
    ("transactiontype", "5504"),
    ("cardno", "5505"),
    ("cardtype", "5506"),
    ("cardname", "5507"),
    ("expirymonth", "5508"),
    ("expiryyear", "5509"),
    ("cardcvc", "5582"),
    ("merchant_tranid", "5511"),
    ("amount", "5514"),
    ("custemail", "5541"),
    ("shopper_ip", "5542"),
    ("currencycode", "5575"),
    ("payment_method", "5577"),
    ("card_issuer_bank", "5604"),
    ("card_identity_ref_type", "5606"),
    ("card_identity_ref", "5608"),
    ("card_phone", "5610"),
    ("card_email", "5612"),
    ("custname", "5615"),
    ("return_url", "5622"),
    ("pymt_token", TOKEN_EMPTY),
    ("lang", "7001"),
    ("refund_amount", REFUND_AMOUNT),
];

const TOO_LONG: [(&str, &str); 17] = [
    ("amount", "5514"),
    ("cardno", "5523"),
    ("cardcvc", "5583"),
    ("expirymonth", "5584"),
    ("expiryyear", "5585"),
    ("shipping_address", "5534"),
    ("billing_address", "5535"),
    ("custemail", "5536"),
    ("description", "5537"),
    ("cardname", "5538"),
    ("merchant_tranid", "5540"),
    ("custname", "5579"),
    ("phone_no", "5596"),
    ("card_issuer_bank", "5605"),
    ("card_identity_ref", "5609"),
    ("card_phone", "5611"),
    ("card_email", "5613"),
];

const INVALID: [(&str, &str); 11] = [
    ("amount", "5514"),
    ("transactiontype", "5517"),
    ("cardtype", "5521"),
    ("shopper_ip", "5550"),
    ("payment_method", "5577"),
    ("pymt_criteria", "5598"),
    ("pymt_ind", "5603"),
    ("card_identity_ref_type", "5607"),
    ("card_email", "5614"),
    ("currencycode", "5620"),
    ("refund_amount", REFUND_AMOUNT),
];

const RULES: [(&str, &str); 1] = [("refund_amount", REFUND_AMOUNT)];

const NOT_THE_ACCOUNTS: [(&str, &str); 2] = [("merchantid", UNKNOWN_MERCHANT), ("merchant_id", UNKNOWN_MERCHANT)];

/// Every code that the sandbox can answer; a test holds them against the spec's list.
#[cfg(test)]
pub(crate) fn every_code() -> Vec<&'static str> {
    let listed = [EMPTY.as_slice(), &TOO_LONG, &INVALID, &RULES, &NOT_THE_ACCOUNTS].concat();
    let own = [
        ["0", PROCESSING, UNKNOWN_MERCHANT, DUPLICATE, NOT_CONFIGURED, TOKENISATION, CANCELLED, "5566", "5567"]
            .as_slice(),
        &[UNSUPPORTED, AMOUNT_MISMATCH, NOT_FOUND, ANOTHER_AMOUNT, NOT_AUTHORISED, NOT_REFUNDABLE, NOT_VOIDABLE],
        &[CARD_INVALID, ANOTHER_ORDER, REFUND_AMOUNT, VOID_REFUSED, REFUNDED, VOID_AFTER_REFUND],
    ]
    .concat();
    listed.into_iter().map(|(_, code)| code).chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // Expected codes: the error code list of the card reference.
    #[test]
    fn faults_get_the_documented_codes() {
        for (kind, field, expected) in [
            (FaultKind::MissingField, "merchantid", "5501"),
            (FaultKind::MissingField, "return_url", "5622"),
            (FaultKind::MissingField, "member_id", "5513"),
            (FaultKind::TooLong, "custname", "5579"),
            (FaultKind::TooLong, "phone_no", "5596"),
            (FaultKind::TooLong, "member_name", "5513"),
            (FaultKind::BadValue, "amount", "5514"),
            (FaultKind::BadValue, "currencycode", "5620"),
            (FaultKind::BadCredential, "txn_password", "5513"),
            (FaultKind::BadCredential, "merchant_id", "5524"),
            (FaultKind::EmptySignature, "signature", "5566"),
            (FaultKind::BadSignature, "recurring_signature", "5567"),
            (FaultKind::BrokenRule, "amount", "5513"),
            (FaultKind::BrokenRule, "refund_amount", "5569"),
        ] {
            assert_eq!(code(kind, field), expected, "{kind:?} {field}");
        }
    }
}
