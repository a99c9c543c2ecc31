// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// What the gateway's server may send to the callback URL.
#[derive(Debug)]
#[non_exhaustive]
pub enum Callback {
    /// What became of a payment. The signature covers everything else in it; its key, the merchant key, is also the password that goes to Finpay with every request.
    PaymentCallback(rt::Received<PaymentCallback>),
}
impl Callback {
    /// Parses a body strictly and tells which message it is.
    ///
    /// # Errors
    /// Everything that makes the body unreadable; see [`rt::ReceiveError`].
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, rt::ReceiveError> {
        let (_, message) = CALLBACK_DOOR.parse(content_type, body)?;
        Ok(Self::PaymentCallback(rt::Received::of(message)))
    }
}
::faspay_runtime::stages! {
    server super::gateway::Credentials: Callback,
    VerifiedCallback,
    ReconciledCallback {
        PaymentCallback
    }
}
static CALLBACK_DOOR: rt::table::Door = rt::table::Door {
    messages: &[&super::received_tables::PAYMENT_CALLBACK],
};
/// What became of a payment. The signature covers everything else in it; its key, the merchant key, is also the password that goes to Finpay with every request.
///
/// `finpay.card.callback`, page card/callback; HMAC-SHA512 with `merchant_key`.
///
/// Acknowledged with status 200 and `{"responseCode":"2000000","responseMessage":"Success","processingTime":0.0}`.
#[derive(Clone, Debug)]
pub struct PaymentCallback(rt::Message);
impl rt::Inbound for PaymentCallback {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::PAYMENT_CALLBACK;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl PaymentCallback {
    /// The merchant's own id of the order. `id` · String, text · optional · sampled · finpay/card/check-status#order row 1
    pub fn order_id(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// Finpay's own id: the order's, followed by digits. `reference` · String, text · optional · sampled · finpay/card/check-status#order row 2
    pub fn order_reference(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// What was to be paid. `amount` · Number, amount, printed with 0 decimals · optional · sampled · finpay/card/check-status#order row 3
    pub fn order_amount(&self) -> Option<rt::Amount> {
        self.0.amount(3)
    }
    /// Currency of the amounts. `currency` · String, text · optional · sampled · finpay/card/check-status#order row 4
    pub fn order_currency(&self) -> Option<&str> {
        self.0.text(4)
    }
    /// The merchant's own id of the customer. `id` · String, text · optional · sampled · finpay/card/check-status#customer row 1
    pub fn customer_id(&self) -> Option<&str> {
        self.0.text(6)
    }
    /// The merchant's own data. `meta` · Object, JSON object · optional · finpay/card/callback#callback row 3
    pub fn meta(&self) -> Option<&str> {
        self.0.text(7)
    }
    /// The card's number, masked. `mask` · String, text · optional · sampled · finpay/objects/card#response row 1
    pub fn card_mask(&self) -> Option<&str> {
        self.0.text(9)
    }
    /// Brand. `brand` · String, text · optional · sampled · finpay/objects/card#info row 1
    pub fn card_info_brand(&self) -> Option<&str> {
        self.0.text(11)
    }
    /// Issuing bank. `issuing` · String, text · optional · sampled · finpay/objects/card#info row 2
    pub fn card_info_issuing(&self) -> Option<&str> {
        self.0.text(12)
    }
    /// Credit or debit. `type` · String, text · optional · sampled · finpay/objects/card#info row 3
    pub fn card_info_type(&self) -> Option<&str> {
        self.0.text(13)
    }
    /// Kind of card. `subType` · String, text · optional · sampled · finpay/objects/card#info row 4
    pub fn card_info_sub_type(&self) -> Option<&str> {
        self.0.text(14)
    }
    /// Country of the issuing bank. `country` · String, text · optional · sampled · finpay/objects/card#info row 5
    pub fn card_info_country(&self) -> Option<&str> {
        self.0.text(15)
    }
    /// What was paid. `amount` · Number, amount, printed with 0 decimals · optional · sampled · finpay/card/check-status#payment row 1
    pub fn result_payment_amount(&self) -> Option<rt::Amount> {
        self.0.amount(18)
    }
    /// What became of it. `status` · Enum, code list payment-status · optional · sampled · finpay/card/check-status#payment row 2
    pub fn result_payment_status(&self) -> Option<super::codes::PaymentState> {
        self.0.code(19)
    }
    /// Text to the status; for people only. `statusDesc` · String, text · optional · sampled · finpay/card/check-status#payment row 3
    pub fn result_payment_status_desc(&self) -> Option<&str> {
        self.0.text(20)
    }
    /// HMAC-SHA512 over the body without it. `signature` · String, exactly 128 characters · mandatory · finpay/card/callback#callback row 6
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
}
/// Where to send the shopper, or why there is nothing to pay. It says nothing of the payment.
///
/// `finpay.card.initiate-reply`, page card/initiate; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct InitiateReply(rt::Message);
impl rt::Inbound for InitiateReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::INITIATE_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl InitiateReply {
    /// What became of the request. `responseCode` · Enum, code list response-code · mandatory · finpay/card/initiate#response row 1
    pub fn response_code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `responseCode`; for people only. `responseMessage` · String, at most 500 characters · mandatory · finpay/card/initiate#response row 2
    pub fn response_message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// A code to pay with; for virtual accounts and payment codes. `paymentCode` · String, at most 30 characters · optional · finpay/card/initiate#response row 3
    pub fn payment_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// Where the shopper pays. Missing in refusals. `redirecturl` · String, http or https URL of at most 320 characters · mandatory when `responseCode == "2000000"` · finpay/card/initiate#response row 4
    ///
    /// Corrected: the page says presence M for `redirecturl`, we use presence C, because refusals come without it.
    ///
    /// Also spelled `redirectUrl` (finpay/billing/payment-card#response row 1).
    pub fn redirecturl(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// When the page expires, `yyyy-MM-dd HH:mm:ss`; no zone is given. Missing in refusals. `expiryLink` · String, at most 19 characters · mandatory when `responseCode == "2000000"` · finpay/card/initiate#response row 5
    ///
    /// Corrected: the page says presence M for `expiryLink`, we use presence C, because refusals come without it.
    pub fn expiry_link(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(4))
    }
    /// Seconds that it took, with a fraction. `processingTime` · Number, at most 20 characters · mandatory · finpay/card/initiate#response row 6
    pub fn processing_time(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// Where an app takes over. `appurl` · String, at most 320 characters · optional · finpay/card/initiate#response row 7
    pub fn appurl(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// An image to show. `imageurl` · String, at most 320 characters · optional · finpay/card/initiate#response row 8
    pub fn imageurl(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
}
/// Whether a one-click payment was taken in. It says nothing of the payment: take a success for no more than that, and wait for the callback or check the status.
///
/// `finpay.card.one-click-reply`, page card/one-click, partial; the connection vouches for it.
///
/// Known in part: the answer carries the payment's status, and no page says where; of what every answer has the three members are read, the rest is kept as unknown keys.
#[derive(Clone, Debug)]
pub struct OneClickReply(rt::Message);
impl rt::Inbound for OneClickReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::ONE_CLICK_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl OneClickReply {
    /// What became of the request. `responseCode` · Enum, code list response-code · mandatory · finpay/card/delete-stored-card#response row 1
    pub fn response_code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `responseCode`; for people only. `responseMessage` · String, text · mandatory · finpay/card/delete-stored-card#response row 2
    pub fn response_message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Seconds that it took, with a fraction. `processingTime` · Number, text · mandatory · finpay/card/delete-stored-card#response row 3
    pub fn processing_time(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
}
/// Whether a request was taken. Documented for deleting a stored card; that the answers to a cancellation, a void and a list of stored cards have the same is inferred.
///
/// `finpay.card.plain-reply`, page card/delete-stored-card; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct PlainReply(rt::Message);
impl rt::Inbound for PlainReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::PLAIN_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl PlainReply {
    /// What became of the request. `responseCode` · Enum, code list response-code · mandatory · finpay/card/delete-stored-card#response row 1
    pub fn response_code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `responseCode`; for people only. `responseMessage` · String, text · mandatory · finpay/card/delete-stored-card#response row 2
    pub fn response_message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Seconds that it took, with a fraction. `processingTime` · Number, text · mandatory · finpay/card/delete-stored-card#response row 3
    pub fn processing_time(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
}
/// How a payment stands. It comes over the merchant's own connection, so it settles the payment.
///
/// `finpay.card.status-reply`, page card/check-status, sampled; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct StatusReply(rt::Message);
impl rt::Inbound for StatusReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::STATUS_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl StatusReply {
    /// What became of the request. `responseCode` · Enum, code list response-code · mandatory · sampled · finpay/card/check-status#response row 1
    pub fn response_code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `responseCode`; for people only. `responseMessage` · String, text · mandatory · sampled · finpay/card/check-status#response row 2
    pub fn response_message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Seconds that it took, with a fraction. `processingTime` · Number, text · mandatory · sampled · finpay/card/check-status#response row 3
    pub fn processing_time(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// The merchant's own id of the customer. `id` · String, text · optional · sampled · finpay/card/check-status#customer row 1
    pub fn data_customer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// The merchant's own id of the order. `id` · String, text · optional · sampled · finpay/card/check-status#order row 1
    pub fn data_order_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// Finpay's own id: the order's, followed by digits. `reference` · String, text · optional · sampled · finpay/card/check-status#order row 2
    pub fn data_order_reference(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(8))
    }
    /// What was to be paid. `amount` · Number, amount, printed with 0 decimals · optional · sampled · finpay/card/check-status#order row 3
    pub fn data_order_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(9))
    }
    /// Currency of the amounts. `currency` · String, text · optional · sampled · finpay/card/check-status#order row 4
    pub fn data_order_currency(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(10))
    }
    /// The card's number, masked. `mask` · String, text · optional · sampled · finpay/objects/card#response row 1
    pub fn data_card_mask(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// Brand. `brand` · String, text · optional · sampled · finpay/objects/card#info row 1
    pub fn data_card_info_brand(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(14))
    }
    /// Issuing bank. `issuing` · String, text · optional · sampled · finpay/objects/card#info row 2
    pub fn data_card_info_issuing(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
    /// Credit or debit. `type` · String, text · optional · sampled · finpay/objects/card#info row 3
    pub fn data_card_info_type(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(16))
    }
    /// Kind of card. `subType` · String, text · optional · sampled · finpay/objects/card#info row 4
    pub fn data_card_info_sub_type(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(17))
    }
    /// Country of the issuing bank. `country` · String, text · optional · sampled · finpay/objects/card#info row 5
    pub fn data_card_info_country(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(18))
    }
    /// The merchant's own data. `meta` · Object, JSON object · optional · sampled · finpay/card/check-status#data row 4
    pub fn data_meta(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(19))
    }
    /// What was paid. `amount` · Number, amount, printed with 0 decimals · optional · sampled · finpay/card/check-status#payment row 1
    pub fn data_result_payment_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(22))
    }
    /// What became of it. `status` · Enum, code list payment-status · optional · sampled · finpay/card/check-status#payment row 2
    pub fn data_result_payment_status(
        &self,
    ) -> rt::Unsigned<Option<super::codes::PaymentState>> {
        rt::Unsigned::new(self.0.code(23))
    }
    /// Text to the status; for people only. `statusDesc` · String, text · optional · sampled · finpay/card/check-status#payment row 3
    pub fn data_result_payment_status_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(24))
    }
}
/// Where the shopper proves who they are, or why not. It says nothing of the payment.
///
/// `finpay.card.threeds-reply`, page card/threeds-initiate, partial; the connection vouches for it.
///
/// Known in part: no table of the answer is known; of what every answer has the three members are read, an address as other initiations answer it is inferred, the rest is kept as unknown keys.
#[derive(Clone, Debug)]
pub struct ThreeDsReply(rt::Message);
impl rt::Inbound for ThreeDsReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::THREE_DS_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl ThreeDsReply {
    /// What became of the request. `responseCode` · Enum, code list response-code · mandatory · finpay/card/delete-stored-card#response row 1
    pub fn response_code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `responseCode`; for people only. `responseMessage` · String, text · mandatory · finpay/card/delete-stored-card#response row 2
    pub fn response_message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Seconds that it took, with a fraction. `processingTime` · Number, text · mandatory · finpay/card/delete-stored-card#response row 3
    pub fn processing_time(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// Where the shopper goes. `redirecturl` · String, http or https URL · optional · inferred · finpay/messages/card/threeds-reply.yaml
    ///
    /// Also spelled `redirectUrl` (finpay/billing/payment-card#response row 1).
    pub fn redirecturl(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
}
