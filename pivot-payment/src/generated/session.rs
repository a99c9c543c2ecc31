// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

pub use super::received::{
    CaptureReply, CaptureReplyErrorDetailsElement, SessionListReply,
    SessionListReplyErrorDetailsElement, SessionListReplyDataElement, SessionReply,
    SessionReplyErrorDetailsElement, SessionReplyDataCustomerStoredPaymentMethodsElement,
    SessionReplyDataChargeDetailsElement,
};
use ::faspay_runtime as rt;
/// Cancels a session; only one that waits for a way of paying or for its confirmation can be cancelled.
///
/// `pivot.session.cancel`, page payment-session/cancel, partial. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct CancelSession {
    /// The gateway's id of the session. `id` · String, text · mandatory · inferred · pivot/operations/session/cancel.yaml
    pub id: String,
    /// What may be left out.
    pub optional: CancelSessionOptional,
}
/// What may be left out of `CancelSession`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CancelSessionOptional {
    /// The sub-account for which the request is made: a UUID. `x-submerchant-id` · text · optional · pivot/api-information#sub-account row 1
    pub x_submerchant_id: Option<String>,
    /// Why the session is cancelled. `cancellationReason` · String, code list cancellation-reason · optional · inferred · pivot/operations/session/cancel.yaml
    pub cancellation_reason: Option<super::codes::CancellationReason>,
}
impl rt::Request for CancelSession {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::session_tables::CANCEL_SESSION;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.x_submerchant_id);
        v.set(1, &self.id);
        v.set(2, &self.optional.cancellation_reason);
    }
}
impl rt::ServerForm for CancelSession {
    type Reply = super::received::SessionReply;
}
/// Takes what a card payment with manual capture has reserved, or part of it.
///
/// `pivot.session.capture`, page payment-session/capture. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct CaptureSession {
    /// The gateway's id of the session. `id` · String, text · mandatory · pivot/payment-session/capture#path row 1
    pub id: String,
    /// Whether what isn't taken now is released. `releaseRemainingAmount` · Boolean, `true` or `false` · mandatory · pivot/payment-session/capture#request row 1
    ///
    /// Corrected: the page says type Object for `releaseRemainingAmount`, we use type Boolean, because the page's sample sends a boolean, and nothing says what the object would hold.
    pub release_remaining_amount: bool,
    /// What may be left out.
    pub optional: CaptureSessionOptional,
}
/// What may be left out of `CaptureSession`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CaptureSessionOptional {
    /// The sub-account for which the request is made: a UUID. `x-submerchant-id` · text · optional · pivot/api-information#sub-account row 1
    pub x_submerchant_id: Option<String>,
    /// What is taken. `amount` · Object, object · conditional, condition undocumented · pivot/payment-session/capture#request row 2
    pub amount: Option<CaptureSessionAmount>,
}
/// What is taken.
///
/// The object `amount` of `CaptureSession`.
#[derive(Clone, Debug)]
pub struct CaptureSessionAmount {
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub value: rt::Amount,
}
impl rt::Request for CaptureSession {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::session_tables::CAPTURE_SESSION;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.id);
        v.set(1, &self.optional.x_submerchant_id);
        v.set(2, &self.release_remaining_amount);
        if let Some(object) = &self.optional.amount {
            v.given(3);
            v.set(4, &object.value);
        }
    }
}
impl rt::ServerForm for CaptureSession {
    type Reply = super::received::CaptureReply;
}
/// Asks how a session stands, by the gateway's id of it. Changes nothing; it is what settles a payment that is in doubt.
///
/// `pivot.session.retrieve`, page payment-session/retrieve. The merchant's server asks for it with GET.
#[derive(Clone, Debug)]
pub struct RetrieveSession {
    /// The gateway's id of the session. `id` · String, text · mandatory · pivot/payment-session/retrieve#by-id row 1
    pub id: String,
    /// What may be left out.
    pub optional: RetrieveSessionOptional,
}
/// What may be left out of `RetrieveSession`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RetrieveSessionOptional {
    /// The sub-account for which the request is made: a UUID. `x-submerchant-id` · text · optional · pivot/api-information#sub-account row 1
    pub x_submerchant_id: Option<String>,
}
impl rt::Request for RetrieveSession {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::session_tables::RETRIEVE_SESSION;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.id);
        v.set(1, &self.optional.x_submerchant_id);
    }
}
impl rt::ServerForm for RetrieveSession {
    type Reply = super::received::SessionReply;
}
/// Asks for the sessions of an order, by the merchant's own id of it. The answer is a list; ask for the session itself by its id before goods leave the house.
///
/// `pivot.session.retrieve-by-reference`, page payment-session/retrieve. The merchant's server asks for it with GET.
#[derive(Clone, Debug)]
pub struct RetrieveSessionByReference {
    /// The merchant's own id of the order, unique per session. `clientReferenceId` · Alphanumeric, at most 100 characters (ASCII letter or digit each) · mandatory · pivot/payment-session/retrieve#by-reference row 1
    pub client_reference_id: String,
    /// What may be left out.
    pub optional: RetrieveSessionByReferenceOptional,
}
/// What may be left out of `RetrieveSessionByReference`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RetrieveSessionByReferenceOptional {
    /// The sub-account for which the request is made: a UUID. `x-submerchant-id` · text · optional · pivot/api-information#sub-account row 1
    pub x_submerchant_id: Option<String>,
}
impl rt::Request for RetrieveSessionByReference {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::session_tables::RETRIEVE_SESSION_BY_REFERENCE;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.client_reference_id);
        v.set(1, &self.optional.x_submerchant_id);
    }
}
impl rt::ServerForm for RetrieveSessionByReference {
    type Reply = super::received::SessionListReply;
}
