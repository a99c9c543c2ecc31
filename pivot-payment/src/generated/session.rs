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
///
/// Known in part: no more of the request is known than that it carries a reason; the id in the path, the action behind it and the reason's name are taken from its neighbours.
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
/// Confirms a session that was created with autoConfirm false. In API mode a card goes in encrypted, with the key of the session; there is no other way to send one. In REDIRECT mode the shopper types it on the gateway's page afterwards.
///
/// `pivot.session.confirm`, page payment-session/confirm. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct ConfirmSession {
    /// The gateway's id of the session. `id` · String, text · mandatory · pivot/payment-session/confirm#path row 1
    pub id: String,
    /// How it is paid. `paymentMethod` · Object, object · mandatory · pivot/payment-session/confirm#request row 1
    pub payment_method: ConfirmSessionPaymentMethod,
    /// How the way of paying is used. `paymentMethodOptions` · Object, object · mandatory · pivot/payment-session/confirm#request row 2
    pub payment_method_options: ConfirmSessionPaymentMethodOptions,
    /// What may be left out.
    pub optional: ConfirmSessionOptional,
}
/// What may be left out of `ConfirmSession`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionOptional {
    /// The sub-account for which the request is made: a UUID. `x-submerchant-id` · text · optional · pivot/api-information#sub-account row 1
    pub x_submerchant_id: Option<String>,
    /// Whether a card or e-wallet is stored under the customer once a charge has succeeded; not, when nothing is said. `saveForFutureUse` · Boolean, `true` or `false` · optional · inferred · pivot/operations/session/confirm.yaml
    pub save_for_future_use: Option<bool>,
}
/// How it is paid.
///
/// The object `paymentMethod` of `ConfirmSession`.
#[derive(Clone, Debug)]
pub struct ConfirmSessionPaymentMethod {
    /// Which way of paying. `type` · String, code list payment-method · mandatory · pivot/objects/payment-method#fields row 1
    pub r#type: super::codes::PaymentMethodType,
    /// What may be left out.
    pub optional: ConfirmSessionPaymentMethodOptional,
}
/// What may be left out of `ConfirmSessionPaymentMethod`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptional {
    /// The encrypted card. A session of a card in API mode can't be confirmed without; one in REDIRECT mode is. `card` · Object, object · conditional, condition undocumented · pivot/objects/payment-method#fields row 2
    pub card: Option<ConfirmSessionPaymentMethodCard>,
    /// A virtual account; API mode only. `virtualAccount` · Object, object · conditional, condition undocumented · pivot/objects/payment-method#fields row 3
    pub virtual_account: Option<ConfirmSessionPaymentMethodVirtualAccount>,
    /// An e-wallet; API mode only. `ewallet` · Object, object · conditional, condition undocumented · pivot/objects/payment-method#fields row 4
    pub ewallet: Option<ConfirmSessionPaymentMethodEwallet>,
}
/// The encrypted card. A session of a card in API mode can't be confirmed without; one in REDIRECT mode is.
///
/// The object `paymentMethod.card` of `ConfirmSession`.
#[derive(Clone, Debug)]
pub struct ConfirmSessionPaymentMethodCard {
    /// The card, encrypted with the session's encryptionKey. `encryptedCard` · String, encrypted card · mandatory · pivot/objects/payment-method#card row 1
    ///
    /// Corrected: the page says presence C, max 500 for `paymentMethod.card.encryptedCard`, we use presence M, max none, because the published value has 1508 characters and no valid one has less than a thousand; a card can be sent in no other way.
    pub encrypted_card: rt::scheme::card::EncryptedCard,
}
/// A virtual account; API mode only.
///
/// The object `paymentMethod.virtualAccount` of `ConfirmSession`.
#[derive(Clone, Debug)]
pub struct ConfirmSessionPaymentMethodVirtualAccount {
    /// The bank. `channel` · String, code list va-channel · mandatory · pivot/objects/payment-method#virtual-account row 1
    pub channel: super::codes::VaChannel,
    /// Its number. `virtualAccountNumber` · String, at most 100 characters · mandatory · pivot/objects/payment-method#virtual-account row 2
    pub virtual_account_number: String,
    /// The name on it. `virtualAccountName` · String, at most 100 characters · mandatory · pivot/objects/payment-method#virtual-account row 3
    pub virtual_account_name: String,
    /// When it ends. `expiryAt` · String, moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · mandatory · pivot/objects/payment-method#virtual-account row 4
    pub expiry_at: rt::Timestamp,
}
/// An e-wallet; API mode only.
///
/// The object `paymentMethod.ewallet` of `ConfirmSession`.
#[derive(Clone, Debug)]
pub struct ConfirmSessionPaymentMethodEwallet {
    /// The mobile number of the wallet. `accountIdentifier` · String, text · mandatory · pivot/objects/payment-method#ewallet row 1
    pub account_identifier: String,
}
/// How the way of paying is used.
///
/// The object `paymentMethodOptions` of `ConfirmSession`.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptions {
    /// What may be left out.
    pub optional: ConfirmSessionPaymentMethodOptionsOptional,
}
/// What may be left out of `ConfirmSessionPaymentMethodOptions`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsOptional {
    /// The id of options that are stored at the gateway. `id` · String, text · optional · pivot/objects/payment-method-options#fields row 1
    pub id: Option<String>,
    /// How a card is charged. `card` · Object, object · mandatory when `paymentMethod.type == "CARD"` · pivot/objects/payment-method-options#fields row 2
    ///
    /// Corrected: the page says presence O for `paymentMethodOptions.card`, we use presence C, because the row's own words make it mandatory when the method is a card.
    pub card: Option<ConfirmSessionPaymentMethodOptionsCard>,
    /// Which virtual account. `virtualAccount` · Object, object · optional · pivot/objects/payment-method-options#fields row 3
    pub virtual_account: Option<ConfirmSessionPaymentMethodOptionsVirtualAccount>,
    /// Which e-wallet. `ewallet` · Object, object · optional · pivot/objects/payment-method-options#fields row 4
    pub ewallet: Option<ConfirmSessionPaymentMethodOptionsEwallet>,
    /// Which QR code. `qr` · Object, object · optional · pivot/objects/payment-method-options#fields row 5
    pub qr: Option<ConfirmSessionPaymentMethodOptionsQr>,
}
/// How a card is charged.
///
/// The object `paymentMethodOptions.card` of `ConfirmSession`.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsCard {
    /// What may be left out.
    pub optional: ConfirmSessionPaymentMethodOptionsCardOptional,
}
/// What may be left out of `ConfirmSessionPaymentMethodOptionsCard`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsCardOptional {
    /// Whether the amount is taken at once. `captureMethod` · String, code list capture-method · optional · pivot/objects/payment-method-options#card row 1
    pub capture_method: Option<super::codes::CaptureMethod>,
    /// Whether the shopper authenticates. `threeDsMethod` · String, code list three-ds-method · optional · pivot/objects/payment-method-options#card row 2
    pub three_ds_method: Option<super::codes::ThreeDsMethod>,
    /// For payment facilitators: on whose behalf. `processingConfig` · Object, object · optional · pivot/objects/payment-method-options#card row 3
    pub processing_config: Option<
        ConfirmSessionPaymentMethodOptionsCardProcessingConfig,
    >,
}
/// For payment facilitators: on whose behalf.
///
/// The object `paymentMethodOptions.card.processingConfig` of `ConfirmSession`.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsCardProcessingConfig {
    /// What may be left out.
    pub optional: ConfirmSessionPaymentMethodOptionsCardProcessingConfigOptional,
}
/// What may be left out of `ConfirmSessionPaymentMethodOptionsCardProcessingConfig`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsCardProcessingConfigOptional {
    /// The merchant's id at the bank. `bankMerchantId` · String, at most 50 characters · conditional, condition undocumented · pivot/objects/payment-method-options#processing-config row 1
    pub bank_merchant_id: Option<String>,
    /// The tag of that id. `merchantIdTag` · String, at most 50 characters · conditional, condition undocumented · pivot/objects/payment-method-options#processing-config row 2
    pub merchant_id_tag: Option<String>,
}
/// Which virtual account.
///
/// The object `paymentMethodOptions.virtualAccount` of `ConfirmSession`.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsVirtualAccount {
    /// What may be left out.
    pub optional: ConfirmSessionPaymentMethodOptionsVirtualAccountOptional,
}
/// What may be left out of `ConfirmSessionPaymentMethodOptionsVirtualAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsVirtualAccountOptional {
    /// The bank. `channel` · String, code list va-channel · optional · pivot/objects/payment-method-options#virtual-account row 1
    pub channel: Option<super::codes::VaChannel>,
    /// The name on it. `virtualAccountName` · String, at most 100 characters · optional · pivot/objects/payment-method-options#virtual-account row 2
    pub virtual_account_name: Option<String>,
    /// Its number. `virtualAccountNumber` · String, at most 100 characters · optional · pivot/objects/payment-method-options#virtual-account row 3
    pub virtual_account_number: Option<String>,
    /// When it ends. `expiryAt` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · conditional, condition undocumented · pivot/objects/payment-method-options#virtual-account row 4
    pub expiry_at: Option<rt::Timestamp>,
}
/// Which e-wallet.
///
/// The object `paymentMethodOptions.ewallet` of `ConfirmSession`.
#[derive(Clone, Debug)]
pub struct ConfirmSessionPaymentMethodOptionsEwallet {
    /// Until when it can be paid. `expiryAt` · String, moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · mandatory · pivot/objects/payment-method-options#ewallet row 2
    pub expiry_at: rt::Timestamp,
    /// What may be left out.
    pub optional: ConfirmSessionPaymentMethodOptionsEwalletOptional,
}
/// What may be left out of `ConfirmSessionPaymentMethodOptionsEwallet`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsEwalletOptional {
    /// The wallet. `channel` · String, code list ewallet-channel · optional · pivot/objects/payment-method-options#ewallet row 1
    pub channel: Option<super::codes::EwalletChannel>,
}
/// Which QR code.
///
/// The object `paymentMethodOptions.qr` of `ConfirmSession`.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsQr {
    /// What may be left out.
    pub optional: ConfirmSessionPaymentMethodOptionsQrOptional,
}
/// What may be left out of `ConfirmSessionPaymentMethodOptionsQr`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct ConfirmSessionPaymentMethodOptionsQrOptional {
    /// Until when it can be paid. `expiryAt` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · conditional, condition undocumented · pivot/objects/payment-method-options#qr row 1
    pub expiry_at: Option<rt::Timestamp>,
}
impl rt::Request for ConfirmSession {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::session_tables::CONFIRM_SESSION;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.id);
        v.set(1, &self.optional.x_submerchant_id);
        v.given(2);
        v.set(3, &self.payment_method.r#type);
        if let Some(object) = &self.payment_method.optional.card {
            v.given(4);
            v.set(5, &object.encrypted_card);
        }
        if let Some(object) = &self.payment_method.optional.virtual_account {
            v.given(6);
            v.set(7, &object.channel);
            v.set(8, &object.virtual_account_number);
            v.set(9, &object.virtual_account_name);
            v.set(10, &object.expiry_at);
        }
        if let Some(object) = &self.payment_method.optional.ewallet {
            v.given(11);
            v.set(12, &object.account_identifier);
        }
        v.given(13);
        v.set(14, &self.payment_method_options.optional.id);
        if let Some(object) = &self.payment_method_options.optional.card {
            v.given(15);
            v.set(16, &object.optional.capture_method);
            v.set(17, &object.optional.three_ds_method);
            if let Some(object) = &object.optional.processing_config {
                v.given(18);
                v.set(19, &object.optional.bank_merchant_id);
                v.set(20, &object.optional.merchant_id_tag);
            }
        }
        if let Some(object) = &self.payment_method_options.optional.virtual_account {
            v.given(21);
            v.set(22, &object.optional.channel);
            v.set(23, &object.optional.virtual_account_name);
            v.set(24, &object.optional.virtual_account_number);
            v.set(25, &object.optional.expiry_at);
        }
        if let Some(object) = &self.payment_method_options.optional.ewallet {
            v.given(26);
            v.set(27, &object.optional.channel);
            v.set(28, &object.expiry_at);
        }
        if let Some(object) = &self.payment_method_options.optional.qr {
            v.given(29);
            v.set(30, &object.optional.expiry_at);
        }
        v.set(31, &self.optional.save_for_future_use);
    }
}
impl rt::ServerForm for ConfirmSession {
    type Reply = super::received::SessionReply;
}
/// Creates a payment session: what is to be paid, how, by whom, and on whose page.
///
/// `pivot.session.create`, page api-information. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct CreateSession {
    /// The merchant's own id of the order, unique per session. `clientReferenceId` · Alphanumeric, at most 100 characters (ASCII letter or digit each) · mandatory · pivot/payment-session/create#request row 1
    pub client_reference_id: String,
    /// Where the browser goes afterwards. `redirectUrl` · Object, object · mandatory · pivot/payment-session/create#request row 10
    pub redirect_url: CreateSessionRedirectUrl,
    /// What is bought. `orderInformation` · Object, object · mandatory · pivot/payment-session/create#request row 13
    pub order_information: CreateSessionOrderInformation,
    /// What may be left out.
    pub optional: CreateSessionOptional,
}
/// What may be left out of `CreateSession`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionOptional {
    /// By this the gateway knows a request that it has had; free again after 24 hours. `X-REQUEST-ID` · Alphanumeric, 16 to 36 characters (ASCII letter or digit each) · mandatory · pivot/api-information#idempotency row 1
    pub x_request_id: Option<String>,
    /// The sub-account for which the request is made: a UUID. `x-submerchant-id` · text · optional · pivot/api-information#sub-account row 1
    pub x_submerchant_id: Option<String>,
    /// What the shopper pays. Left out for a QR code that is paid several times. `amount` · Object, object · mandatory when `not (present(paymentType)) or paymentType == "SINGLE" or not (present(paymentMethod.type)) or paymentMethod.type in ["VIRTUAL_ACCOUNT", "CARD", "EWALLET"]` · pivot/payment-session/create#request row 2
    ///
    /// Corrected: the page says presence M for `amount`, we use presence C, because a QR code that is paid several times may not carry an amount, by the list of validation errors.
    pub amount: Option<CreateSessionAmount>,
    /// How often the session is paid. `paymentType` · String, code list payment-type · optional · pivot/payment-session/create#request row 3
    pub payment_type: Option<super::codes::PaymentType>,
    /// How it is paid. `paymentMethod` · Object, object · optional · pivot/payment-session/create#request row 4
    pub payment_method: Option<CreateSessionPaymentMethod>,
    /// How the way of paying is used. `paymentMethodOptions` · Object, object · conditional, condition undocumented · pivot/payment-session/create#request row 5
    pub payment_method_options: Option<CreateSessionPaymentMethodOptions>,
    /// Whether a card or e-wallet is stored under the customer once a charge has succeeded; not, when nothing is said. `saveForFutureUse` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 6
    pub save_for_future_use: Option<bool>,
    /// Whether the gateway's page shows what the customer has stored; not, when nothing is said. `showSavedPayment` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 7
    pub show_saved_payment: Option<bool>,
    /// Whose page the shopper pays on. `mode` · String, code list mode · optional · pivot/payment-session/create#request row 8
    pub mode: Option<super::codes::Mode>,
    /// Whether the shopper comes back without seeing the gateway's status page. `bypassStatusPage` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 9
    pub bypass_status_page: Option<bool>,
    /// The gateway's id of the customer, from an earlier session. `customerId` · String, at most 255 characters · optional · pivot/payment-session/create#request row 11
    pub customer_id: Option<String>,
    /// Who pays. `customer` · Object, object · mandatory when `not (present(customerId))` · pivot/payment-session/create#request row 12
    pub customer: Option<CreateSessionCustomer>,
    /// Whether the session is confirmed as it is created; so it is when nothing is said. With false it has to be confirmed. `autoConfirm` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 14
    pub auto_confirm: Option<bool>,
    /// What the card's statement says; the merchant's short name when left out. `statementDescriptor` · String, at most 20 characters · optional · pivot/payment-session/create#request row 15
    pub statement_descriptor: Option<String>,
    /// How strictly it expires. `expirationMode` · String, code list expiration-mode · optional · pivot/payment-session/create#request row 16
    pub expiration_mode: Option<super::codes::ExpirationMode>,
    /// When it expires; 15 minutes from now when left out. `expiryAt` · String, moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · optional · pivot/payment-session/create#request row 17
    pub expiry_at: Option<rt::Timestamp>,
    /// Anything that the merchant wants to keep with it. `metadata` · Object, JSON object · optional · pivot/payment-session/create#request row 18
    pub metadata: Option<rt::JsonObject>,
}
/// What the shopper pays. Left out for a QR code that is paid several times.
///
/// The object `amount` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionAmount {
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub value: rt::Amount,
}
/// How it is paid.
///
/// The object `paymentMethod` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionPaymentMethod {
    /// Which way of paying. `type` · String, code list payment-method · mandatory · pivot/objects/payment-method#fields row 1
    pub r#type: super::codes::PaymentMethodType,
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodOptional,
}
/// What may be left out of `CreateSessionPaymentMethod`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptional {
    /// A stored card. `card` · Object, object · conditional, condition undocumented · pivot/objects/payment-method#fields row 2
    pub card: Option<CreateSessionPaymentMethodCard>,
    /// A virtual account; API mode only. `virtualAccount` · Object, object · conditional, condition undocumented · pivot/objects/payment-method#fields row 3
    pub virtual_account: Option<CreateSessionPaymentMethodVirtualAccount>,
    /// An e-wallet; API mode only. `ewallet` · Object, object · conditional, condition undocumented · pivot/objects/payment-method#fields row 4
    pub ewallet: Option<CreateSessionPaymentMethodEwallet>,
}
/// A stored card.
///
/// The object `paymentMethod.card` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionPaymentMethodCard {
    /// The token of a stored card, from the customer. `token` · String, text · mandatory · pivot/objects/payment-method#card row 2
    ///
    /// Corrected: the page says presence C for `paymentMethod.card.token`, we use presence M, because neither a card number nor an encrypted card is sent here, so a card can only be given by its token.
    pub token: rt::Secret,
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodCardOptional,
}
/// What may be left out of `CreateSessionPaymentMethodCard`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodCardOptional {
    /// The card's security code. It may never be stored. `cvc` · String, at most 4 characters · conditional, condition undocumented · pivot/objects/payment-method#card row 6
    ///
    /// Corrected: the page says max 3 for `paymentMethod.card.cvc`, we use max 4, because American Express is among the brands and its codes have 4 digits, as the page on encryption allows.
    ///
    /// Only with the feature `card-data`: PCI DSS binds whoever receives card data or passes it on.
    #[cfg(feature = "card-data")]
    pub cvc: Option<rt::Secret>,
    /// First name on the card. `cardHolderFirstName` · String, text · optional · pivot/objects/payment-method#card row 7
    ///
    /// Corrected: the page says presence M for `paymentMethod.card.cardHolderFirstName`, we use presence O, because no flow sends it with a token; it belongs to a card number, which isn't sent.
    pub card_holder_first_name: Option<String>,
    /// Last name on the card. `cardHolderLastName` · String, text · optional · pivot/objects/payment-method#card row 8
    ///
    /// Corrected: the page says presence M for `paymentMethod.card.cardHolderLastName`, we use presence O, because no flow sends it with a token; it belongs to a card number, which isn't sent.
    pub card_holder_last_name: Option<String>,
    /// The cardholder's e-mail address. `cardHolderEmail` · String, text · optional · pivot/objects/payment-method#card row 9
    ///
    /// Corrected: the page says presence M for `paymentMethod.card.cardHolderEmail`, we use presence O, because no flow sends it with a token; it belongs to a card number, which isn't sent.
    pub card_holder_email: Option<String>,
    /// The cardholder's phone number. `cardHolderPhone` · String, text · optional · pivot/objects/payment-method#card row 10
    ///
    /// Corrected: the page says presence M for `paymentMethod.card.cardHolderPhone`, we use presence O, because no flow sends it with a token; it belongs to a card number, which isn't sent.
    pub card_holder_phone: Option<String>,
}
/// A virtual account; API mode only.
///
/// The object `paymentMethod.virtualAccount` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionPaymentMethodVirtualAccount {
    /// The bank. `channel` · String, code list va-channel · mandatory · pivot/objects/payment-method#virtual-account row 1
    pub channel: super::codes::VaChannel,
    /// Its number. `virtualAccountNumber` · String, at most 100 characters · mandatory · pivot/objects/payment-method#virtual-account row 2
    pub virtual_account_number: String,
    /// The name on it. `virtualAccountName` · String, at most 100 characters · mandatory · pivot/objects/payment-method#virtual-account row 3
    pub virtual_account_name: String,
    /// When it ends. `expiryAt` · String, moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · mandatory · pivot/objects/payment-method#virtual-account row 4
    pub expiry_at: rt::Timestamp,
}
/// An e-wallet; API mode only.
///
/// The object `paymentMethod.ewallet` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionPaymentMethodEwallet {
    /// The mobile number of the wallet. `accountIdentifier` · String, text · mandatory · pivot/objects/payment-method#ewallet row 1
    pub account_identifier: String,
}
/// How the way of paying is used.
///
/// The object `paymentMethodOptions` of `CreateSession`.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptions {
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodOptionsOptional,
}
/// What may be left out of `CreateSessionPaymentMethodOptions`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsOptional {
    /// The id of options that are stored at the gateway. `id` · String, text · optional · pivot/objects/payment-method-options#fields row 1
    pub id: Option<String>,
    /// How a card is charged. `card` · Object, object · mandatory when `paymentMethod.type == "CARD"` · pivot/objects/payment-method-options#fields row 2
    ///
    /// Corrected: the page says presence O for `paymentMethodOptions.card`, we use presence C, because the row's own words make it mandatory when the method is a card.
    pub card: Option<CreateSessionPaymentMethodOptionsCard>,
    /// Which virtual account. `virtualAccount` · Object, object · optional · pivot/objects/payment-method-options#fields row 3
    pub virtual_account: Option<CreateSessionPaymentMethodOptionsVirtualAccount>,
    /// Which e-wallet. `ewallet` · Object, object · optional · pivot/objects/payment-method-options#fields row 4
    pub ewallet: Option<CreateSessionPaymentMethodOptionsEwallet>,
    /// Which QR code. `qr` · Object, object · optional · pivot/objects/payment-method-options#fields row 5
    pub qr: Option<CreateSessionPaymentMethodOptionsQr>,
}
/// How a card is charged.
///
/// The object `paymentMethodOptions.card` of `CreateSession`.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsCard {
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodOptionsCardOptional,
}
/// What may be left out of `CreateSessionPaymentMethodOptionsCard`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsCardOptional {
    /// Whether the amount is taken at once. `captureMethod` · String, code list capture-method · optional · pivot/objects/payment-method-options#card row 1
    pub capture_method: Option<super::codes::CaptureMethod>,
    /// Whether the shopper authenticates. `threeDsMethod` · String, code list three-ds-method · optional · pivot/objects/payment-method-options#card row 2
    pub three_ds_method: Option<super::codes::ThreeDsMethod>,
    /// For payment facilitators: on whose behalf. `processingConfig` · Object, object · optional · pivot/objects/payment-method-options#card row 3
    pub processing_config: Option<CreateSessionPaymentMethodOptionsCardProcessingConfig>,
}
/// For payment facilitators: on whose behalf.
///
/// The object `paymentMethodOptions.card.processingConfig` of `CreateSession`.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsCardProcessingConfig {
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodOptionsCardProcessingConfigOptional,
}
/// What may be left out of `CreateSessionPaymentMethodOptionsCardProcessingConfig`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsCardProcessingConfigOptional {
    /// The merchant's id at the bank. `bankMerchantId` · String, at most 50 characters · conditional, condition undocumented · pivot/objects/payment-method-options#processing-config row 1
    pub bank_merchant_id: Option<String>,
    /// The tag of that id. `merchantIdTag` · String, at most 50 characters · conditional, condition undocumented · pivot/objects/payment-method-options#processing-config row 2
    pub merchant_id_tag: Option<String>,
}
/// Which virtual account.
///
/// The object `paymentMethodOptions.virtualAccount` of `CreateSession`.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsVirtualAccount {
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodOptionsVirtualAccountOptional,
}
/// What may be left out of `CreateSessionPaymentMethodOptionsVirtualAccount`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsVirtualAccountOptional {
    /// The bank. `channel` · String, code list va-channel · optional · pivot/objects/payment-method-options#virtual-account row 1
    pub channel: Option<super::codes::VaChannel>,
    /// The name on it. `virtualAccountName` · String, at most 100 characters · optional · pivot/objects/payment-method-options#virtual-account row 2
    pub virtual_account_name: Option<String>,
    /// Its number. `virtualAccountNumber` · String, at most 100 characters · optional · pivot/objects/payment-method-options#virtual-account row 3
    pub virtual_account_number: Option<String>,
    /// When it ends. `expiryAt` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · conditional, condition undocumented · pivot/objects/payment-method-options#virtual-account row 4
    pub expiry_at: Option<rt::Timestamp>,
}
/// Which e-wallet.
///
/// The object `paymentMethodOptions.ewallet` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionPaymentMethodOptionsEwallet {
    /// Until when it can be paid. `expiryAt` · String, moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · mandatory · pivot/objects/payment-method-options#ewallet row 2
    pub expiry_at: rt::Timestamp,
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodOptionsEwalletOptional,
}
/// What may be left out of `CreateSessionPaymentMethodOptionsEwallet`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsEwalletOptional {
    /// The wallet. `channel` · String, code list ewallet-channel · optional · pivot/objects/payment-method-options#ewallet row 1
    pub channel: Option<super::codes::EwalletChannel>,
}
/// Which QR code.
///
/// The object `paymentMethodOptions.qr` of `CreateSession`.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsQr {
    /// What may be left out.
    pub optional: CreateSessionPaymentMethodOptionsQrOptional,
}
/// What may be left out of `CreateSessionPaymentMethodOptionsQr`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionPaymentMethodOptionsQrOptional {
    /// Until when it can be paid. `expiryAt` · moment in UTC, `YYYY-MM-DDTHH:MM:SSZ` · conditional, condition undocumented · pivot/objects/payment-method-options#qr row 1
    pub expiry_at: Option<rt::Timestamp>,
}
/// Where the browser goes afterwards.
///
/// The object `redirectUrl` of `CreateSession`.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionRedirectUrl {
    /// What may be left out.
    pub optional: CreateSessionRedirectUrlOptional,
}
/// What may be left out of `CreateSessionRedirectUrl`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionRedirectUrlOptional {
    /// When it was paid. `successReturnUrl` · String, http or https URL of at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 1
    pub success_return_url: Option<String>,
    /// When it failed. `failureReturnUrl` · String, http or https URL of at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 2
    pub failure_return_url: Option<String>,
    /// When its time ran out. `expirationReturnUrl` · String, http or https URL of at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 3
    pub expiration_return_url: Option<String>,
}
/// Who pays.
///
/// The object `customer` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionCustomer {
    /// E-mail address; the customer's id follows from it. `email` · String, at most 255 characters · mandatory · pivot/objects/customer#fields row 3
    pub email: String,
    /// What may be left out.
    pub optional: CreateSessionCustomerOptional,
}
/// What may be left out of `CreateSessionCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionCustomerOptional {
    /// First name. `givenName` · String, at most 255 characters · optional · pivot/objects/customer#fields row 1
    pub given_name: Option<String>,
    /// Last name. `surname` · String, at most 255 characters · optional · pivot/objects/customer#fields row 2
    pub surname: Option<String>,
    /// Phone number. `phoneNumber` · Object, object · optional · pivot/objects/customer#fields row 4
    pub phone_number: Option<CreateSessionCustomerPhoneNumber>,
    /// How money is given back. `refundPreference` · Object, object · optional · pivot/objects/customer#fields row 5
    pub refund_preference: Option<CreateSessionCustomerRefundPreference>,
}
/// Phone number.
///
/// The object `customer.phoneNumber` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionCustomerPhoneNumber {
    /// Country code. `countryCode` · String, at most 4 characters · mandatory · pivot/objects/customer#phone-number row 1
    pub country_code: String,
    /// The number behind it; by its row it begins with 8, and samples begin with 0. `number` · String, at most 15 characters · mandatory · pivot/objects/customer#phone-number row 2
    pub number: String,
}
/// How money is given back.
///
/// The object `customer.refundPreference` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionCustomerRefundPreference {
    /// Which way. `method` · String, code list refund-method · mandatory · pivot/objects/customer#refund-preference row 1
    pub method: super::codes::RefundMethod,
    /// What may be left out.
    pub optional: CreateSessionCustomerRefundPreferenceOptional,
}
/// What may be left out of `CreateSessionCustomerRefundPreference`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionCustomerRefundPreferenceOptional {
    /// Where it is transferred. `transferDestination` · Object, object · mandatory when `customer.refundPreference.method == "TRANSFER_ONLY"` · pivot/objects/customer#refund-preference row 2
    pub transfer_destination: Option<
        CreateSessionCustomerRefundPreferenceTransferDestination,
    >,
}
/// Where it is transferred.
///
/// The object `customer.refundPreference.transferDestination` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionCustomerRefundPreferenceTransferDestination {
    /// The bank or wallet. `channelCode` · String, at most 20 characters · mandatory · pivot/objects/customer#transfer-destination row 1
    pub channel_code: String,
    /// The account. `channelInformation` · Object, object · mandatory · pivot/objects/customer#transfer-destination row 2
    pub channel_information: CreateSessionCustomerRefundPreferenceTransferDestinationChannelInformation,
}
/// The account.
///
/// The object `customer.refundPreference.transferDestination.channelInformation` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionCustomerRefundPreferenceTransferDestinationChannelInformation {
    /// Its number. `accountNumber` · String, at most 30 characters · mandatory · pivot/objects/customer#channel-information row 1
    pub account_number: String,
    /// The name on it. `accountName` · String, at most 50 characters · mandatory · pivot/objects/customer#channel-information row 2
    pub account_name: String,
}
/// What is bought.
///
/// The object `orderInformation` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformation {
    /// The products. `productDetails` · Array, list of objects · mandatory · pivot/objects/order#fields row 1
    pub product_details: Vec<CreateSessionOrderInformationProductDetailsElement>,
    /// What may be left out.
    pub optional: CreateSessionOrderInformationOptional,
}
/// What may be left out of `CreateSessionOrderInformation`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionOrderInformationOptional {
    /// To whom the card's bills go; wanted for foreign cards whose address is verified (AVS). `billingInfo` · Object, object · conditional, condition undocumented · pivot/objects/order#fields row 2
    pub billing_info: Option<CreateSessionOrderInformationBillingInfo>,
    /// Where goods go. `shippingInfo` · Object, object · optional · pivot/objects/order#fields row 3
    pub shipping_info: Option<CreateSessionOrderInformationShippingInfo>,
}
/// To whom the card's bills go; wanted for foreign cards whose address is verified (AVS).
///
/// The object `orderInformation.billingInfo` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformationBillingInfo {
    /// First name. `givenName` · String, at most 255 characters · mandatory · pivot/objects/order#billing-info row 1
    pub given_name: String,
    /// E-mail address. `email` · String, at most 255 characters · mandatory · pivot/objects/order#billing-info row 3
    pub email: String,
    /// What may be left out.
    pub optional: CreateSessionOrderInformationBillingInfoOptional,
}
/// What may be left out of `CreateSessionOrderInformationBillingInfo`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionOrderInformationBillingInfoOptional {
    /// Last name. `surname` · String, at most 255 characters · optional · pivot/objects/order#billing-info row 2
    pub surname: Option<String>,
    /// Phone number. `phoneNumber` · Object, object · optional · pivot/objects/order#billing-info row 4
    pub phone_number: Option<CreateSessionOrderInformationBillingInfoPhoneNumber>,
    /// First line of the address. `addressLine1` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/order#billing-info row 5
    pub address_line1: Option<String>,
    /// Second line of the address. `addressLine2` · String, at most 255 characters · optional · pivot/objects/order#billing-info row 6
    pub address_line2: Option<String>,
    /// City. `city` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/order#billing-info row 7
    pub city: Option<String>,
    /// Province or state. `provinceState` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/order#billing-info row 8
    pub province_state: Option<String>,
    /// Country. `country` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/order#billing-info row 9
    pub country: Option<String>,
    /// Postal code. `postalCode` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/order#billing-info row 10
    pub postal_code: Option<String>,
}
/// Phone number.
///
/// The object `orderInformation.billingInfo.phoneNumber` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformationBillingInfoPhoneNumber {
    /// Country code. `countryCode` · String, at most 255 characters · mandatory · pivot/objects/order#billing-phone-number row 1
    pub country_code: String,
    /// The number behind it. `number` · String, at most 15 characters · mandatory · pivot/objects/order#billing-phone-number row 2
    pub number: String,
}
/// Where goods go.
///
/// The object `orderInformation.shippingInfo` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformationShippingInfo {
    /// First name. `givenName` · String, text · mandatory · pivot/objects/order#shipping-info row 1
    pub given_name: String,
    /// E-mail address. `email` · String, text · mandatory · pivot/objects/order#shipping-info row 3
    pub email: String,
    /// First line of the address. `addressLine1` · String, at most 255 characters · mandatory · pivot/objects/order#shipping-info row 5
    pub address_line1: String,
    /// City. `city` · String, text · mandatory · pivot/objects/order#shipping-info row 7
    pub city: String,
    /// Province or state. `provinceState` · String, text · mandatory · pivot/objects/order#shipping-info row 8
    pub province_state: String,
    /// Country. `country` · String, text · mandatory · pivot/objects/order#shipping-info row 9
    pub country: String,
    /// How fast. `method` · String, code list shipping-method · mandatory · pivot/objects/order#shipping-info row 11
    pub method: super::codes::ShippingMethod,
    /// What may be left out.
    pub optional: CreateSessionOrderInformationShippingInfoOptional,
}
/// What may be left out of `CreateSessionOrderInformationShippingInfo`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionOrderInformationShippingInfoOptional {
    /// Last name. `surname` · String, text · optional · pivot/objects/order#shipping-info row 2
    pub surname: Option<String>,
    /// Phone number. `phoneNumber` · Object, object · optional · pivot/objects/order#shipping-info row 4
    pub phone_number: Option<CreateSessionOrderInformationShippingInfoPhoneNumber>,
    /// Second line of the address. `addressLine2` · String, text · optional · pivot/objects/order#shipping-info row 6
    pub address_line2: Option<String>,
    /// Postal code. `postalCode` · String, at most 255 characters · optional · pivot/objects/order#shipping-info row 10
    pub postal_code: Option<String>,
    /// What shipping costs. `shippingFee` · Object, object · optional · pivot/objects/order#shipping-info row 12
    pub shipping_fee: Option<CreateSessionOrderInformationShippingInfoShippingFee>,
}
/// Phone number.
///
/// The object `orderInformation.shippingInfo.phoneNumber` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformationShippingInfoPhoneNumber {
    /// Country code. `countryCode` · String, 2 to 4 characters · mandatory · pivot/objects/order#shipping-phone-number row 1
    pub country_code: String,
    /// The number behind it. `number` · String, at most 15 characters · mandatory · pivot/objects/order#shipping-phone-number row 2
    pub number: String,
}
/// What shipping costs.
///
/// The object `orderInformation.shippingInfo.shippingFee` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformationShippingInfoShippingFee {
    /// How much. `value` · Float, amount, printed with 2 decimals · mandatory · pivot/objects/order#shipping-fee row 1
    pub value: rt::Amount,
}
impl rt::Request for CreateSession {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::session_tables::CREATE_SESSION;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.optional.x_request_id);
        v.set(1, &self.optional.x_submerchant_id);
        v.set(2, &self.client_reference_id);
        if let Some(object) = &self.optional.amount {
            v.given(3);
            v.set(4, &object.value);
        }
        v.set(6, &self.optional.payment_type);
        if let Some(object) = &self.optional.payment_method {
            v.given(7);
            v.set(8, &object.r#type);
            if let Some(object) = &object.optional.card {
                v.given(9);
                v.set(10, &object.token);
                #[cfg(feature = "card-data")] v.set(11, &object.optional.cvc);
                v.set(12, &object.optional.card_holder_first_name);
                v.set(13, &object.optional.card_holder_last_name);
                v.set(14, &object.optional.card_holder_email);
                v.set(15, &object.optional.card_holder_phone);
            }
            if let Some(object) = &object.optional.virtual_account {
                v.given(16);
                v.set(17, &object.channel);
                v.set(18, &object.virtual_account_number);
                v.set(19, &object.virtual_account_name);
                v.set(20, &object.expiry_at);
            }
            if let Some(object) = &object.optional.ewallet {
                v.given(21);
                v.set(22, &object.account_identifier);
            }
        }
        if let Some(object) = &self.optional.payment_method_options {
            v.given(23);
            v.set(24, &object.optional.id);
            if let Some(object) = &object.optional.card {
                v.given(25);
                v.set(26, &object.optional.capture_method);
                v.set(27, &object.optional.three_ds_method);
                if let Some(object) = &object.optional.processing_config {
                    v.given(28);
                    v.set(29, &object.optional.bank_merchant_id);
                    v.set(30, &object.optional.merchant_id_tag);
                }
            }
            if let Some(object) = &object.optional.virtual_account {
                v.given(31);
                v.set(32, &object.optional.channel);
                v.set(33, &object.optional.virtual_account_name);
                v.set(34, &object.optional.virtual_account_number);
                v.set(35, &object.optional.expiry_at);
            }
            if let Some(object) = &object.optional.ewallet {
                v.given(36);
                v.set(37, &object.optional.channel);
                v.set(38, &object.expiry_at);
            }
            if let Some(object) = &object.optional.qr {
                v.given(39);
                v.set(40, &object.optional.expiry_at);
            }
        }
        v.set(41, &self.optional.save_for_future_use);
        v.set(42, &self.optional.show_saved_payment);
        v.set(43, &self.optional.mode);
        v.set(44, &self.optional.bypass_status_page);
        v.given(45);
        v.set(46, &self.redirect_url.optional.success_return_url);
        v.set(47, &self.redirect_url.optional.failure_return_url);
        v.set(48, &self.redirect_url.optional.expiration_return_url);
        v.set(49, &self.optional.customer_id);
        if let Some(object) = &self.optional.customer {
            v.given(50);
            v.set(51, &object.optional.given_name);
            v.set(52, &object.optional.surname);
            v.set(53, &object.email);
            if let Some(object) = &object.optional.phone_number {
                v.given(54);
                v.set(55, &object.country_code);
                v.set(56, &object.number);
            }
            if let Some(object) = &object.optional.refund_preference {
                v.given(57);
                v.set(58, &object.method);
                if let Some(object) = &object.optional.transfer_destination {
                    v.given(59);
                    v.set(60, &object.channel_code);
                    v.given(61);
                    v.set(62, &object.channel_information.account_number);
                    v.set(63, &object.channel_information.account_name);
                }
            }
        }
        v.given(64);
        v.set(65, &self.order_information.product_details);
        if let Some(object) = &self.order_information.optional.billing_info {
            v.given(66);
            v.set(67, &object.given_name);
            v.set(68, &object.optional.surname);
            v.set(69, &object.email);
            if let Some(object) = &object.optional.phone_number {
                v.given(70);
                v.set(71, &object.country_code);
                v.set(72, &object.number);
            }
            v.set(73, &object.optional.address_line1);
            v.set(74, &object.optional.address_line2);
            v.set(75, &object.optional.city);
            v.set(76, &object.optional.province_state);
            v.set(77, &object.optional.country);
            v.set(78, &object.optional.postal_code);
        }
        if let Some(object) = &self.order_information.optional.shipping_info {
            v.given(79);
            v.set(80, &object.given_name);
            v.set(81, &object.optional.surname);
            v.set(82, &object.email);
            if let Some(object) = &object.optional.phone_number {
                v.given(83);
                v.set(84, &object.country_code);
                v.set(85, &object.number);
            }
            v.set(86, &object.address_line1);
            v.set(87, &object.optional.address_line2);
            v.set(88, &object.city);
            v.set(89, &object.province_state);
            v.set(90, &object.country);
            v.set(91, &object.optional.postal_code);
            v.set(92, &object.method);
            if let Some(object) = &object.optional.shipping_fee {
                v.given(93);
                v.set(94, &object.value);
            }
        }
        v.set(96, &self.optional.auto_confirm);
        v.set(97, &self.optional.statement_descriptor);
        v.set(98, &self.optional.expiration_mode);
        v.set(99, &self.optional.expiry_at);
        v.set(100, &self.optional.metadata);
    }
}
impl rt::ServerForm for CreateSession {
    type Reply = super::received::SessionReply;
}
/// The products.
///
/// One element of `orderInformation.productDetails` of `CreateSession`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformationProductDetailsElement {
    /// What kind of product. `type` · String, code list product-type · mandatory · pivot/objects/order#product-details row 1
    pub r#type: super::codes::ProductType,
    /// How many. `quantity` · Float, decimal number of at most 18 characters · mandatory · pivot/objects/order#product-details row 6
    pub quantity: rt::Decimal,
    /// What one costs. `price` · Object, object · mandatory · pivot/objects/order#product-details row 7
    pub price: CreateSessionOrderInformationProductDetailsElementPrice,
    /// What may be left out.
    pub optional: CreateSessionOrderInformationProductDetailsElementOptional,
}
/// What may be left out of `CreateSessionOrderInformationProductDetailsElement`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct CreateSessionOrderInformationProductDetailsElementOptional {
    /// Its category. `category` · String, at most 255 characters · optional · pivot/objects/order#product-details row 2
    pub category: Option<String>,
    /// The category within that. `subCategory` · String, at most 255 characters · optional · pivot/objects/order#product-details row 3
    pub sub_category: Option<String>,
    /// Its name. `name` · String, at most 255 characters · optional · pivot/objects/order#product-details row 4
    pub name: Option<String>,
    /// Its description. `description` · String, at most 255 characters · optional · pivot/objects/order#product-details row 5
    pub description: Option<String>,
}
/// What one costs.
///
/// The object `price` of `CreateSessionOrderInformationProductDetailsElement`.
#[derive(Clone, Debug)]
pub struct CreateSessionOrderInformationProductDetailsElementPrice {
    /// How much. `value` · Float, amount, printed with 2 decimals · mandatory · pivot/objects/order#price row 1
    pub value: rt::Amount,
}
impl rt::Element for CreateSessionOrderInformationProductDetailsElement {
    const TABLE: &'static rt::table::ElementTable = &super::session_tables::CREATE_SESSION_ORDER_INFORMATION_PRODUCT_DETAILS_ELEMENT;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.r#type);
        v.set(1, &self.optional.category);
        v.set(2, &self.optional.sub_category);
        v.set(3, &self.optional.name);
        v.set(4, &self.optional.description);
        v.set(5, &self.quantity);
        v.given(6);
        v.set(7, &self.price.value);
    }
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
