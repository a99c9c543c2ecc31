// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// What the gateway's server may send to the callback URL.
#[derive(Debug)]
#[non_exhaustive]
pub enum Callback {
    /// What the gateway tells of a payment session. Its key vouches for the sender and for no part of it: ask for the session before anything follows.
    SessionCallback(rt::Received<SessionCallback>),
}
impl Callback {
    /// Parses a body strictly and tells which message it is.
    ///
    /// # Errors
    /// Everything that makes the body unreadable; see [`rt::ReceiveError`].
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, rt::ReceiveError> {
        let (_, message) = CALLBACK_DOOR.parse(content_type, body)?;
        Ok(Self::SessionCallback(rt::Received::of(message)))
    }
}
::faspay_runtime::stages! {
    server super::gateway::Credentials: Callback,
    VerifiedCallback,
    ReconciledCallback {
        SessionCallback
    }
}
static CALLBACK_DOOR: rt::table::Door = rt::table::Door {
    messages: &[&super::received_tables::SESSION_CALLBACK],
};
/// What the gateway tells of a payment session. Its key vouches for the sender and for no part of it: ask for the session before anything follows.
///
/// `pivot.callback`, page payment-callback; a key in the header `X-API-Key`.
///
/// Acknowledged with status 200.
#[derive(Clone, Debug)]
pub struct SessionCallback(rt::Message);
impl rt::Inbound for SessionCallback {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::SESSION_CALLBACK;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl SessionCallback {
    /// What is told. `event` · String, code list event · mandatory · pivot/payment-callback#callback row 1
    pub fn event(&self) -> rt::Unsigned<Option<super::codes::Event>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// The merchant's own id of the order. `clientReferenceId` · Alphanumeric, at most 100 characters · mandatory · pivot/payment-session/create#request row 1
    pub fn data_client_reference_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub fn data_amount_value(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(4))
    }
    /// Currency of the amount. `currency` · String, at most 3 characters · mandatory · pivot/objects/amount#fields row 2
    pub fn data_amount_currency(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// How often the session is paid. `paymentType` · String, code list payment-type · optional · pivot/payment-session/create#request row 3
    pub fn data_payment_type(&self) -> rt::Unsigned<Option<super::codes::PaymentType>> {
        rt::Unsigned::new(self.0.code(6))
    }
    /// Which way of paying. `type` · String, code list payment-method · mandatory · pivot/objects/payment-method#fields row 1
    pub fn data_payment_method_type(
        &self,
    ) -> rt::Unsigned<Option<super::codes::PaymentMethodType>> {
        rt::Unsigned::new(self.0.code(8))
    }
    /// Whether the way of paying is stored. `saveForFutureUse` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 6
    pub fn data_save_for_future_use(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(9))
    }
    /// Whether the gateway's page shows what is stored. `showSavedPayment` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 7
    pub fn data_show_saved_payment(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(10))
    }
    /// Whose page the shopper pays on. `mode` · String, code list mode · optional · pivot/payment-session/create#request row 8
    pub fn data_mode(&self) -> rt::Unsigned<Option<super::codes::Mode>> {
        rt::Unsigned::new(self.0.code(11))
    }
    /// Whether the shopper comes back without seeing the gateway's status page. `bypassStatusPage` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 9
    pub fn data_bypass_status_page(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(12))
    }
    /// When it was paid. `successReturnUrl` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 1
    pub fn data_redirect_url_success_return_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(14))
    }
    /// When it failed. `failureReturnUrl` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 2
    pub fn data_redirect_url_failure_return_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
    /// When its time ran out. `expirationReturnUrl` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 3
    pub fn data_redirect_url_expiration_return_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(16))
    }
    /// The gateway's id of the customer; keep it to pay with what they have stored. `customerId` · String, at most 255 characters · optional · pivot/payment-session/create#request row 11
    pub fn data_customer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(17))
    }
    /// First name. `givenName` · String, at most 255 characters · optional · pivot/objects/customer#fields row 1
    pub fn data_customer_given_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(19))
    }
    /// Last name. `surname` · String, at most 255 characters · optional · pivot/objects/customer#fields row 2
    ///
    /// Also spelled `data.customer.sureName` (pivot/objects/customer#older-edition row 1).
    pub fn data_customer_surname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(20))
    }
    /// E-mail address. `email` · String, at most 255 characters · mandatory · pivot/objects/customer#fields row 3
    pub fn data_customer_email(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
    /// Country code. `countryCode` · String, at most 4 characters · mandatory · pivot/objects/customer#phone-number row 1
    pub fn data_customer_phone_number_country_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(23))
    }
    /// The number behind it. `number` · String, at most 15 characters · mandatory · pivot/objects/customer#phone-number row 2
    pub fn data_customer_phone_number_number(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(24))
    }
    /// How money is given back. `refundPreference` · Object, JSON object · optional · pivot/objects/customer#fields row 5
    pub fn data_customer_refund_preference(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(25))
    }
    /// What is stored; samples have null here. Ask for the customer instead. `storedPaymentMethods` · Array, list of objects · optional · pivot/objects/customer#fields row 6
    ///
    /// Also spelled `data.customer.storePaymentMethods` (pivot/objects/customer#samples row 1).
    pub fn data_customer_stored_payment_methods(
        &self,
    ) -> rt::Unsigned<
        impl Iterator<Item = SessionCallbackDataCustomerStoredPaymentMethodsElement>,
    > {
        rt::Unsigned::new(
            self
                .0
                .elements(26)
                .map(SessionCallbackDataCustomerStoredPaymentMethodsElement),
        )
    }
    /// What is bought. `orderInformation` · Object, JSON object · optional · pivot/payment-session/create#request row 13
    ///
    /// Corrected: the page says presence M for `data.orderInformation`, we use presence O, because most samples of a session leave it out.
    pub fn data_order_information(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(27))
    }
    /// Whether the session was confirmed as it was created. `autoConfirm` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 14
    pub fn data_auto_confirm(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(28))
    }
    /// What the card's statement says. `statementDescriptor` · String, at most 20 characters · optional · pivot/payment-session/create#request row 15
    pub fn data_statement_descriptor(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(29))
    }
    /// How strictly it expires. `expirationMode` · String, code list expiration-mode · optional · pivot/payment-session/create#request row 16
    pub fn data_expiration_mode(
        &self,
    ) -> rt::Unsigned<Option<super::codes::ExpirationMode>> {
        rt::Unsigned::new(self.0.code(30))
    }
    /// When it expires. `expiryAt` · String, text · optional · pivot/payment-session/create#request row 17
    pub fn data_expiry_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(31))
    }
    /// What the merchant keeps with it. `metadata` · Object, JSON object · optional · pivot/payment-session/create#request row 18
    pub fn data_metadata(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(32))
    }
    /// The gateway's id of the session. `id` · String, text · mandatory · pivot/objects/payment-session#fields row 1
    ///
    /// Corrected: the page says presence O for `data.id`, we use presence M, because the gateway gives every session one.
    pub fn data_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(33))
    }
    /// How far the session is. `status` · String, code list session-status · mandatory · pivot/objects/payment-session#fields row 2
    ///
    /// Corrected: the page says presence O for `data.status`, we use presence M, because the gateway gives every session one.
    pub fn data_status(&self) -> rt::Unsigned<Option<super::codes::SessionStatus>> {
        rt::Unsigned::new(self.0.code(34))
    }
    /// How far its investigation is. `investigationStatus` · code list investigation-status · conditional, condition undocumented · pivot/objects/payment-session#fields row 3
    pub fn data_investigation_status(
        &self,
    ) -> rt::Unsigned<Option<super::codes::InvestigationStatus>> {
        rt::Unsigned::new(self.0.code(35))
    }
    /// When it was created; fractions of a second have up to nine digits. `createdAt` · text · optional · pivot/objects/payment-session#fields row 4
    pub fn data_created_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(36))
    }
    /// When it last changed; fractions of a second have up to nine digits. `updatedAt` · text · optional · pivot/objects/payment-session#fields row 5
    pub fn data_updated_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(37))
    }
    /// The key to encrypt a card with: base64 of an RSA key (SubjectPublicKeyInfo). `encryptionKey` · text · conditional, condition undocumented · pivot/objects/payment-session#fields row 6
    pub fn data_encryption_key(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(38))
    }
    /// Where the shopper goes to pay or to authenticate; in API mode as well, where it may open a wallet. `paymentUrl` · text · conditional, condition undocumented · pivot/objects/payment-session#fields row 7
    pub fn data_payment_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(39))
    }
    /// The charges that were made; null while there is none. `chargeDetails` · Array, list of objects · optional · pivot/objects/payment-session#fields row 8
    pub fn data_charge_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = SessionCallbackDataChargeDetailsElement>> {
        rt::Unsigned::new(
            self.0.elements(40).map(SessionCallbackDataChargeDetailsElement),
        )
    }
    /// When it was cancelled. `cancelledAt` · text · optional · pivot/objects/payment-session#fields row 9
    pub fn data_cancelled_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(41))
    }
    /// Why it was cancelled. `cancellationReason` · code list cancellation-reason · optional · pivot/objects/payment-session#fields row 10
    pub fn data_cancellation_reason(
        &self,
    ) -> rt::Unsigned<Option<super::codes::CancellationReason>> {
        rt::Unsigned::new(self.0.code(42))
    }
}
/// What is stored; samples have null here. Ask for the customer instead.
///
/// One element of `data.customer.storedPaymentMethods` of `SessionCallback`.
#[derive(Clone, Debug)]
pub struct SessionCallbackDataCustomerStoredPaymentMethodsElement(rt::ReceivedElement);
impl SessionCallbackDataCustomerStoredPaymentMethodsElement {
    /// The token to pay with. `token` · String, 20 to 100 characters · mandatory · pivot/objects/customer#stored-payment-methods row 1
    pub fn token(&self) -> Option<rt::Secret> {
        self.0.text(0).map(rt::Secret::from)
    }
    /// Way of paying. `paymentMethod` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 2
    pub fn payment_method(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// Card brand or wallet. `paymentChannel` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 3
    pub fn payment_channel(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// Whether it can be used. `status` · String, code list stored-status · mandatory · pivot/objects/customer#stored-payment-methods row 4
    pub fn status(&self) -> Option<super::codes::StoredStatus> {
        self.0.code(3)
    }
    /// When it was stored. `createdAt` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 5
    pub fn created_at(&self) -> Option<&str> {
        self.0.text(4)
    }
    /// The same for the same card. `fingerprint` · text · optional · pivot/objects/customer#stored-card row 1
    pub fn card_fingerprint(&self) -> Option<&str> {
        self.0.text(6)
    }
    /// Its brand. `network` · code list card-brand · optional · pivot/objects/customer#stored-card row 2
    pub fn card_network(&self) -> Option<super::codes::CardBrand> {
        self.0.code(7)
    }
    /// Its first six digits. `first6` · text · optional · pivot/objects/customer#stored-card row 3
    pub fn card_first6(&self) -> Option<&str> {
        self.0.text(8)
    }
    /// Its first eight digits. `first8` · text · optional · pivot/objects/customer#stored-card row 4
    pub fn card_first8(&self) -> Option<&str> {
        self.0.text(9)
    }
    /// Its last four digits. `last4` · text · optional · pivot/objects/customer#stored-card row 5
    pub fn card_last4(&self) -> Option<&str> {
        self.0.text(10)
    }
    /// Month in which it expires, two digits. `expMonth` · text · optional · pivot/objects/customer#stored-card row 6
    pub fn card_exp_month(&self) -> Option<&str> {
        self.0.text(11)
    }
    /// Year in which it expires, two digits. `expYear` · text · optional · pivot/objects/customer#stored-card row 7
    pub fn card_exp_year(&self) -> Option<&str> {
        self.0.text(12)
    }
    /// First name on it. `cardHolderFirstName` · text · optional · pivot/objects/customer#stored-card row 8
    pub fn card_card_holder_first_name(&self) -> Option<&str> {
        self.0.text(13)
    }
    /// Last name on it. `cardHolderLastName` · text · optional · pivot/objects/customer#stored-card row 9
    pub fn card_card_holder_last_name(&self) -> Option<&str> {
        self.0.text(14)
    }
}
/// The charges that were made; null while there is none.
///
/// One element of `data.chargeDetails` of `SessionCallback`.
#[derive(Clone, Debug)]
pub struct SessionCallbackDataChargeDetailsElement(rt::ReceivedElement);
impl SessionCallbackDataChargeDetailsElement {
    /// The gateway's id of the charge. `id` · text · mandatory · pivot/objects/charge#fields row 1
    pub fn id(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// The gateway's id of the session. `paymentSessionId` · text · mandatory · pivot/objects/charge#fields row 2
    pub fn payment_session_id(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// The merchant's own id of the order. `paymentSessionClientReferenceId` · text · mandatory · pivot/objects/charge#fields row 3
    pub fn payment_session_client_reference_id(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub fn amount_value(&self) -> Option<rt::Amount> {
        self.0.amount(4)
    }
    /// Currency of the amount. `currency` · String, at most 3 characters · mandatory · pivot/objects/amount#fields row 2
    pub fn amount_currency(&self) -> Option<&str> {
        self.0.text(5)
    }
    /// What the card's statement says. `statementDescriptor` · text · mandatory · pivot/objects/charge#fields row 5
    pub fn statement_descriptor(&self) -> Option<&str> {
        self.0.text(6)
    }
    /// How far the charge is. `status` · code list charge-status · mandatory · pivot/objects/charge#fields row 6
    pub fn status(&self) -> Option<super::codes::ChargeStatus> {
        self.0.code(7)
    }
    /// What was taken, as it came: no page that is known says how it is written. Null until something is; less than the amount after a capture of a part. `capturedAmount` · text · mandatory · pivot/objects/charge#fields row 8
    pub fn captured_amount(&self) -> Option<&str> {
        self.0.text(8)
    }
    /// Whether it has been taken. `isCaptured` · Boolean, `true` or `false` · mandatory · pivot/objects/charge#fields row 9
    pub fn is_captured(&self) -> Option<bool> {
        self.0.boolean(9)
    }
    /// When it was made. `createdAt` · text · optional · pivot/objects/charge#fields row 10
    pub fn created_at(&self) -> Option<&str> {
        self.0.text(10)
    }
    /// When it last changed. `updatedAt` · text · optional · pivot/objects/charge#fields row 11
    pub fn updated_at(&self) -> Option<&str> {
        self.0.text(11)
    }
    /// When it succeeded; null until then. `paidAt` · text · optional · pivot/objects/charge#fields row 12
    pub fn paid_at(&self) -> Option<&str> {
        self.0.text(12)
    }
    /// Its score. `score` · text · optional · pivot/objects/charge#fds-risk-assessment row 1
    pub fn fds_risk_assessment_score(&self) -> Option<&str> {
        self.0.text(14)
    }
    /// The level of risk. `level` · text · optional · pivot/objects/charge#fds-risk-assessment row 2
    pub fn fds_risk_assessment_level(&self) -> Option<&str> {
        self.0.text(15)
    }
    /// What it recommends. `recommendation` · code list risk-recommendation · optional · pivot/objects/charge#fds-risk-assessment row 3
    pub fn fds_risk_assessment_recommendation(
        &self,
    ) -> Option<super::codes::RiskRecommendation> {
        self.0.code(16)
    }
    /// What it decided. `status` · code list risk-status · optional · pivot/objects/charge#fds-risk-assessment row 4
    pub fn fds_risk_assessment_status(&self) -> Option<super::codes::RiskStatus> {
        self.0.code(17)
    }
    /// When. `evaluatedAt` · text · optional · pivot/objects/charge#fds-risk-assessment row 5
    pub fn fds_risk_assessment_evaluated_at(&self) -> Option<&str> {
        self.0.text(18)
    }
    /// Its first six digits; empty before authentication, like all of these. `first6` · text · mandatory · pivot/objects/charge#card row 1
    pub fn card_first6(&self) -> Option<&str> {
        self.0.text(20)
    }
    /// Its first eight digits. `first8` · text · mandatory · pivot/objects/charge#card row 2
    pub fn card_first8(&self) -> Option<&str> {
        self.0.text(21)
    }
    /// Its last four digits. `last4` · text · mandatory · pivot/objects/charge#card row 3
    pub fn card_last4(&self) -> Option<&str> {
        self.0.text(22)
    }
    /// Month in which it expires. `expMonth` · text · mandatory · pivot/objects/charge#card row 4
    pub fn card_exp_month(&self) -> Option<&str> {
        self.0.text(23)
    }
    /// Year in which it expires. `expYear` · text · mandatory · pivot/objects/charge#card row 5
    pub fn card_exp_year(&self) -> Option<&str> {
        self.0.text(24)
    }
    /// The same for the same card; absent before authentication. `fingerprint` · text · mandatory · pivot/objects/charge#card row 6
    pub fn card_fingerprint(&self) -> Option<&str> {
        self.0.text(25)
    }
    /// What kind of card it is. `type` · code list card-type · optional · pivot/objects/charge#bin-informations row 1
    pub fn card_bin_informations_type(&self) -> Option<super::codes::CardType> {
        self.0.code(27)
    }
    /// The bank that issued it. `issuingBank` · text · optional · pivot/objects/charge#bin-informations row 2
    pub fn card_bin_informations_issuing_bank(&self) -> Option<&str> {
        self.0.text(28)
    }
    /// Its brand. `brand` · code list card-brand · optional · pivot/objects/charge#bin-informations row 3
    pub fn card_bin_informations_brand(&self) -> Option<super::codes::CardBrand> {
        self.0.code(29)
    }
    /// The country that it is from. `country` · text · optional · pivot/objects/charge#bin-informations row 4
    pub fn card_bin_informations_country(&self) -> Option<&str> {
        self.0.text(30)
    }
    /// Version of 3-D Secure. `threeDsVersion` · text · optional · pivot/objects/charge#authentication-result row 1
    pub fn card_authentication_result_three_ds_version(&self) -> Option<&str> {
        self.0.text(32)
    }
    /// What came of it. `threeDsResult` · code list three-ds-result · optional · pivot/objects/charge#authentication-result row 2
    pub fn card_authentication_result_three_ds_result(
        &self,
    ) -> Option<super::codes::ThreeDsResult> {
        self.0.code(33)
    }
    /// Electronic commerce indicator. `eciCode` · code list eci · optional · pivot/objects/charge#authentication-result row 3
    pub fn card_authentication_result_eci_code(&self) -> Option<super::codes::Eci> {
        self.0.code(34)
    }
    /// How the shopper was authenticated. `threeDsMethod` · code list three-ds-flow · optional · pivot/objects/charge#authentication-result row 4
    pub fn card_authentication_result_three_ds_method(
        &self,
    ) -> Option<super::codes::ThreeDsFlow> {
        self.0.code(35)
    }
    /// The acquirer's reference. `acquirerReferenceNumber` · text · optional · pivot/objects/charge#authorization-result row 1
    pub fn card_authorization_result_acquirer_reference_number(&self) -> Option<&str> {
        self.0.text(37)
    }
    /// The retrieval reference number. `retrievalReferenceNumber` · text · optional · pivot/objects/charge#authorization-result row 2
    pub fn card_authorization_result_retrieval_reference_number(&self) -> Option<&str> {
        self.0.text(38)
    }
    /// System trace audit number. `stan` · text · optional · pivot/objects/charge#authorization-result row 3
    pub fn card_authorization_result_stan(&self) -> Option<&str> {
        self.0.text(39)
    }
    /// What came of verifying the address. `avsResult` · text · optional · pivot/objects/charge#authorization-result row 4
    pub fn card_authorization_result_avs_result(&self) -> Option<&str> {
        self.0.text(40)
    }
    /// What came of verifying the security code. `cvvResult` · text · optional · pivot/objects/charge#authorization-result row 5
    pub fn card_authorization_result_cvv_result(&self) -> Option<&str> {
        self.0.text(41)
    }
    /// The issuer's approval code. `issuerAuthorizationCode` · text · mandatory · pivot/objects/charge#authorization-result row 7
    pub fn card_authorization_result_issuer_authorization_code(&self) -> Option<&str> {
        self.0.text(42)
    }
    /// Why it failed. `failureCode` · code list failure-code · conditional, condition undocumented · pivot/objects/charge#fields row 19
    pub fn failure_code(&self) -> Option<super::codes::FailureCode> {
        self.0.code(43)
    }
    /// Text to `failureCode`; for people only. `failureMessage` · text · conditional, condition undocumented · pivot/objects/charge#fields row 20
    pub fn failure_message(&self) -> Option<&str> {
        self.0.text(44)
    }
    /// What the gateway recommends. `recommendation` · text · conditional, condition undocumented · pivot/objects/charge#fields row 21
    pub fn recommendation(&self) -> Option<&str> {
        self.0.text(45)
    }
}
/// The access token, or why there is none.
///
/// `pivot.auth.token-reply`, page api-information; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct AccessTokenReply(rt::Message);
impl rt::Inbound for AccessTokenReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::ACCESS_TOKEN_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl AccessTokenReply {
    /// `00`, or what went wrong. `code` · String, code list response-code · mandatory · pivot/api-information#envelope row 1
    pub fn code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `code`; for people only. `message` · String, text · mandatory · pivot/api-information#envelope row 2
    pub fn message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Where it went wrong. `type` · code list error-type · optional · pivot/api-information#error row 1
    pub fn error_type(&self) -> rt::Unsigned<Option<super::codes::ErrorType>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// What is wrong with which parameter. `details` · Array, list of objects · optional · pivot/api-information#error row 2
    pub fn error_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = AccessTokenReplyErrorDetailsElement>> {
        rt::Unsigned::new(self.0.elements(4).map(AccessTokenReplyErrorDetailsElement))
    }
    /// What to tell the gateway when asking about it. `traceId` · text · optional · pivot/api-information#error row 3
    ///
    /// Also spelled `error.trace_id` (pivot/api-information#error-sample row 1).
    pub fn error_trace_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// The token. `accessToken` · text · mandatory · pivot/api-information#token row 1
    pub fn data_access_token(&self) -> rt::Unsigned<Option<rt::Secret>> {
        rt::Unsigned::new(self.0.text(7).map(rt::Secret::from))
    }
    /// For how many seconds it is good; it comes as a text. `expiresIn` · String, whole number of at most 18 digits · mandatory · pivot/api-information#token row 2
    pub fn data_expires_in(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(8))
    }
    /// What kind of token it is: Bearer. `tokenType` · text · mandatory · pivot/api-information#token row 3
    pub fn data_token_type(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
}
/// What is wrong with which parameter.
///
/// One element of `error.details` of `AccessTokenReply`.
#[derive(Clone, Debug)]
pub struct AccessTokenReplyErrorDetailsElement(rt::ReceivedElement);
impl AccessTokenReplyErrorDetailsElement {
    /// The parameter. `field` · text · optional · pivot/api-information#error-details row 1
    pub fn field(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// What is wrong with it; for people only. `message` · text · optional · pivot/api-information#error-details row 2
    pub fn message(&self) -> Option<&str> {
        self.0.text(1)
    }
}
/// A customer with the ways of paying that they have stored, or why there is none.
///
/// `pivot.customer.reply`, page api-information; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct CustomerReply(rt::Message);
impl rt::Inbound for CustomerReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::CUSTOMER_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl CustomerReply {
    /// `00`, or what went wrong. `code` · String, code list response-code · mandatory · pivot/api-information#envelope row 1
    pub fn code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `code`; for people only. `message` · String, text · mandatory · pivot/api-information#envelope row 2
    pub fn message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Where it went wrong. `type` · code list error-type · optional · pivot/api-information#error row 1
    pub fn error_type(&self) -> rt::Unsigned<Option<super::codes::ErrorType>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// What is wrong with which parameter. `details` · Array, list of objects · optional · pivot/api-information#error row 2
    pub fn error_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = CustomerReplyErrorDetailsElement>> {
        rt::Unsigned::new(self.0.elements(4).map(CustomerReplyErrorDetailsElement))
    }
    /// What to tell the gateway when asking about it. `traceId` · text · optional · pivot/api-information#error row 3
    ///
    /// Also spelled `error.trace_id` (pivot/api-information#error-sample row 1).
    pub fn error_trace_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// First name. `givenName` · String, at most 255 characters · optional · pivot/objects/customer#fields row 1
    pub fn data_given_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// Last name. `surname` · String, at most 255 characters · optional · pivot/objects/customer#fields row 2
    ///
    /// Also spelled `data.sureName` (pivot/objects/customer#older-edition row 1).
    pub fn data_surname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(8))
    }
    /// E-mail address. `email` · String, at most 255 characters · mandatory · pivot/objects/customer#fields row 3
    pub fn data_email(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// Country code. `countryCode` · String, at most 4 characters · mandatory · pivot/objects/customer#phone-number row 1
    pub fn data_phone_number_country_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(11))
    }
    /// The number behind it. `number` · String, at most 15 characters · mandatory · pivot/objects/customer#phone-number row 2
    pub fn data_phone_number_number(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// Which way. `method` · String, code list refund-method · mandatory · pivot/objects/customer#refund-preference row 1
    pub fn data_refund_preference_method(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RefundMethod>> {
        rt::Unsigned::new(self.0.code(14))
    }
    /// The bank or wallet. `channelCode` · String, at most 20 characters · mandatory · pivot/objects/customer#transfer-destination row 1
    pub fn data_refund_preference_transfer_destination_channel_code(
        &self,
    ) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(16))
    }
    /// Its number. `accountNumber` · String, at most 30 characters · mandatory · pivot/objects/customer#channel-information row 1
    pub fn data_refund_preference_transfer_destination_channel_information_account_number(
        &self,
    ) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(18))
    }
    /// The name on it. `accountName` · String, at most 50 characters · mandatory · pivot/objects/customer#channel-information row 2
    pub fn data_refund_preference_transfer_destination_channel_information_account_name(
        &self,
    ) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(19))
    }
    /// What is stored. `storedPaymentMethods` · Array, list of objects · optional · pivot/objects/customer#fields row 6
    pub fn data_stored_payment_methods(
        &self,
    ) -> rt::Unsigned<
        impl Iterator<Item = CustomerReplyDataStoredPaymentMethodsElement>,
    > {
        rt::Unsigned::new(
            self.0.elements(20).map(CustomerReplyDataStoredPaymentMethodsElement),
        )
    }
}
/// What is wrong with which parameter.
///
/// One element of `error.details` of `CustomerReply`.
#[derive(Clone, Debug)]
pub struct CustomerReplyErrorDetailsElement(rt::ReceivedElement);
impl CustomerReplyErrorDetailsElement {
    /// The parameter. `field` · text · optional · pivot/api-information#error-details row 1
    pub fn field(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// What is wrong with it; for people only. `message` · text · optional · pivot/api-information#error-details row 2
    pub fn message(&self) -> Option<&str> {
        self.0.text(1)
    }
}
/// What is stored.
///
/// One element of `data.storedPaymentMethods` of `CustomerReply`.
#[derive(Clone, Debug)]
pub struct CustomerReplyDataStoredPaymentMethodsElement(rt::ReceivedElement);
impl CustomerReplyDataStoredPaymentMethodsElement {
    /// The token to pay with. `token` · String, 20 to 100 characters · mandatory · pivot/objects/customer#stored-payment-methods row 1
    pub fn token(&self) -> Option<rt::Secret> {
        self.0.text(0).map(rt::Secret::from)
    }
    /// Way of paying: CARD, in samples also `ewallet`. `paymentMethod` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 2
    pub fn payment_method(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// Card brand or wallet: VISA, in samples also `dana`. `paymentChannel` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 3
    pub fn payment_channel(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// Whether it can be used. `status` · String, code list stored-status · mandatory · pivot/objects/customer#stored-payment-methods row 4
    pub fn status(&self) -> Option<super::codes::StoredStatus> {
        self.0.code(3)
    }
    /// When it was stored. `createdAt` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 5
    pub fn created_at(&self) -> Option<&str> {
        self.0.text(4)
    }
    /// The same for the same card. `fingerprint` · text · optional · pivot/objects/customer#stored-card row 1
    pub fn card_fingerprint(&self) -> Option<&str> {
        self.0.text(6)
    }
    /// Its brand. `network` · code list card-brand · optional · pivot/objects/customer#stored-card row 2
    pub fn card_network(&self) -> Option<super::codes::CardBrand> {
        self.0.code(7)
    }
    /// Its first six digits. `first6` · text · optional · pivot/objects/customer#stored-card row 3
    pub fn card_first6(&self) -> Option<&str> {
        self.0.text(8)
    }
    /// Its first eight digits. `first8` · text · optional · pivot/objects/customer#stored-card row 4
    pub fn card_first8(&self) -> Option<&str> {
        self.0.text(9)
    }
    /// Its last four digits. `last4` · text · optional · pivot/objects/customer#stored-card row 5
    pub fn card_last4(&self) -> Option<&str> {
        self.0.text(10)
    }
    /// Month in which it expires, two digits. `expMonth` · text · optional · pivot/objects/customer#stored-card row 6
    pub fn card_exp_month(&self) -> Option<&str> {
        self.0.text(11)
    }
    /// Year in which it expires, two digits. `expYear` · text · optional · pivot/objects/customer#stored-card row 7
    pub fn card_exp_year(&self) -> Option<&str> {
        self.0.text(12)
    }
    /// First name on it. `cardHolderFirstName` · text · optional · pivot/objects/customer#stored-card row 8
    pub fn card_card_holder_first_name(&self) -> Option<&str> {
        self.0.text(13)
    }
    /// Last name on it. `cardHolderLastName` · text · optional · pivot/objects/customer#stored-card row 9
    pub fn card_card_holder_last_name(&self) -> Option<&str> {
        self.0.text(14)
    }
}
/// What became of a capture. It tells of the capture and not of the session: ask for that.
///
/// `pivot.session.capture-reply`, page api-information; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct CaptureReply(rt::Message);
impl rt::Inbound for CaptureReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::CAPTURE_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl CaptureReply {
    /// `00`, or what went wrong. `code` · String, code list response-code · mandatory · pivot/api-information#envelope row 1
    pub fn code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `code`; for people only. `message` · String, text · mandatory · pivot/api-information#envelope row 2
    pub fn message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Where it went wrong. `type` · code list error-type · optional · pivot/api-information#error row 1
    pub fn error_type(&self) -> rt::Unsigned<Option<super::codes::ErrorType>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// What is wrong with which parameter. `details` · Array, list of objects · optional · pivot/api-information#error row 2
    pub fn error_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = CaptureReplyErrorDetailsElement>> {
        rt::Unsigned::new(self.0.elements(4).map(CaptureReplyErrorDetailsElement))
    }
    /// What to tell the gateway when asking about it. `traceId` · text · optional · pivot/api-information#error row 3
    ///
    /// Also spelled `error.trace_id` (pivot/api-information#error-sample row 1).
    pub fn error_trace_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// The gateway's id of the capture. `id` · text · mandatory · pivot/payment-session/capture#response row 1
    pub fn data_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// The gateway's id of the session. `paymentSessionId` · text · mandatory · pivot/payment-session/capture#response row 2
    pub fn data_payment_session_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(8))
    }
    /// The merchant's own id of the order. `paymentSessionClientReferenceId` · text · mandatory · pivot/payment-session/capture#response row 3
    ///
    /// Also spelled `data.PaymentSessionClientReferenceId` (pivot/payment-session/capture#response row 3).
    pub fn data_payment_session_client_reference_id(
        &self,
    ) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub fn data_amount_value(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(11))
    }
    /// Currency of the amount. `currency` · String, at most 3 characters · mandatory · pivot/objects/amount#fields row 2
    pub fn data_amount_currency(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// What became of the capture. `status` · code list capture-status · mandatory · pivot/payment-session/capture#response row 5
    pub fn data_status(&self) -> rt::Unsigned<Option<super::codes::CaptureStatus>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// When it was created; fractions of a second have up to nine digits. `createdAt` · text · optional · pivot/payment-session/capture#response row 6
    pub fn data_created_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(14))
    }
    /// When it last changed; fractions of a second have up to nine digits. `updatedAt` · text · optional · pivot/payment-session/capture#response row 7
    pub fn data_updated_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
}
/// What is wrong with which parameter.
///
/// One element of `error.details` of `CaptureReply`.
#[derive(Clone, Debug)]
pub struct CaptureReplyErrorDetailsElement(rt::ReceivedElement);
impl CaptureReplyErrorDetailsElement {
    /// The parameter. `field` · text · optional · pivot/api-information#error-details row 1
    pub fn field(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// What is wrong with it; for people only. `message` · text · optional · pivot/api-information#error-details row 2
    pub fn message(&self) -> Option<&str> {
        self.0.text(1)
    }
}
/// The sessions of an order, as far as they are needed to ask for one of them by its id.
///
/// `pivot.session.list-reply`, page api-information; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct SessionListReply(rt::Message);
impl rt::Inbound for SessionListReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::SESSION_LIST_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl SessionListReply {
    /// `00`, or what went wrong. `code` · String, code list response-code · mandatory · pivot/api-information#envelope row 1
    pub fn code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `code`; for people only. `message` · String, text · mandatory · pivot/api-information#envelope row 2
    pub fn message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Where it went wrong. `type` · code list error-type · optional · pivot/api-information#error row 1
    pub fn error_type(&self) -> rt::Unsigned<Option<super::codes::ErrorType>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// What is wrong with which parameter. `details` · Array, list of objects · optional · pivot/api-information#error row 2
    pub fn error_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = SessionListReplyErrorDetailsElement>> {
        rt::Unsigned::new(self.0.elements(4).map(SessionListReplyErrorDetailsElement))
    }
    /// What to tell the gateway when asking about it. `traceId` · text · optional · pivot/api-information#error row 3
    ///
    /// Also spelled `error.trace_id` (pivot/api-information#error-sample row 1).
    pub fn error_trace_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// The sessions. `data` · Array, list of objects · conditional, condition undocumented · pivot/api-information#envelope row 4
    ///
    /// Corrected: the page says type Object or Array for `data`, we use type Array, because here it is a list of sessions.
    pub fn data(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = SessionListReplyDataElement>> {
        rt::Unsigned::new(self.0.elements(6).map(SessionListReplyDataElement))
    }
    /// Which page. `page` · whole number of at most 18 digits · optional · pivot/api-information#pagination row 1
    pub fn pagination_page(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(8))
    }
    /// How many sessions a page has. `perPage` · whole number of at most 18 digits · optional · pivot/api-information#pagination row 2
    pub fn pagination_per_page(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(9))
    }
    /// How many sessions there are. `totalItems` · whole number of at most 18 digits · optional · pivot/api-information#pagination row 3
    pub fn pagination_total_items(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(10))
    }
    /// How many pages there are. `totalPages` · whole number of at most 18 digits · optional · pivot/api-information#pagination row 4
    pub fn pagination_total_pages(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(11))
    }
}
/// What is wrong with which parameter.
///
/// One element of `error.details` of `SessionListReply`.
#[derive(Clone, Debug)]
pub struct SessionListReplyErrorDetailsElement(rt::ReceivedElement);
impl SessionListReplyErrorDetailsElement {
    /// The parameter. `field` · text · optional · pivot/api-information#error-details row 1
    pub fn field(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// What is wrong with it; for people only. `message` · text · optional · pivot/api-information#error-details row 2
    pub fn message(&self) -> Option<&str> {
        self.0.text(1)
    }
}
/// The sessions.
///
/// One element of `data` of `SessionListReply`.
#[derive(Clone, Debug)]
pub struct SessionListReplyDataElement(rt::ReceivedElement);
impl SessionListReplyDataElement {
    /// The merchant's own id of the order. `clientReferenceId` · Alphanumeric, at most 100 characters · mandatory · pivot/payment-session/create#request row 1
    pub fn client_reference_id(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub fn amount_value(&self) -> Option<rt::Amount> {
        self.0.amount(2)
    }
    /// Currency of the amount. `currency` · String, at most 3 characters · mandatory · pivot/objects/amount#fields row 2
    pub fn amount_currency(&self) -> Option<&str> {
        self.0.text(3)
    }
    /// How often the session is paid. `paymentType` · String, code list payment-type · optional · pivot/payment-session/create#request row 3
    pub fn payment_type(&self) -> Option<super::codes::PaymentType> {
        self.0.code(4)
    }
    /// The gateway's id of the session. `id` · String, text · optional · pivot/objects/payment-session#fields row 1
    pub fn id(&self) -> Option<&str> {
        self.0.text(5)
    }
    /// How far the session is. `status` · String, code list session-status · optional · pivot/objects/payment-session#fields row 2
    pub fn status(&self) -> Option<super::codes::SessionStatus> {
        self.0.code(6)
    }
    /// How far its investigation is. `investigationStatus` · code list investigation-status · conditional, condition undocumented · pivot/objects/payment-session#fields row 3
    pub fn investigation_status(&self) -> Option<super::codes::InvestigationStatus> {
        self.0.code(7)
    }
    /// When it was created. `createdAt` · text · optional · pivot/objects/payment-session#fields row 4
    pub fn created_at(&self) -> Option<&str> {
        self.0.text(8)
    }
    /// When it last changed. `updatedAt` · text · optional · pivot/objects/payment-session#fields row 5
    pub fn updated_at(&self) -> Option<&str> {
        self.0.text(9)
    }
    /// The key to encrypt a card with. `encryptionKey` · text · conditional, condition undocumented · pivot/objects/payment-session#fields row 6
    pub fn encryption_key(&self) -> Option<&str> {
        self.0.text(10)
    }
    /// Where the shopper goes to pay or to authenticate. `paymentUrl` · text · conditional, condition undocumented · pivot/objects/payment-session#fields row 7
    pub fn payment_url(&self) -> Option<&str> {
        self.0.text(11)
    }
    /// When it was cancelled. `cancelledAt` · text · optional · pivot/objects/payment-session#fields row 9
    pub fn cancelled_at(&self) -> Option<&str> {
        self.0.text(12)
    }
    /// Why it was cancelled. `cancellationReason` · code list cancellation-reason · optional · pivot/objects/payment-session#fields row 10
    pub fn cancellation_reason(&self) -> Option<super::codes::CancellationReason> {
        self.0.code(13)
    }
}
/// A payment session as the gateway knows it, or why there is none.
///
/// `pivot.session.reply`, page api-information; the connection vouches for it.
#[derive(Clone, Debug)]
pub struct SessionReply(rt::Message);
impl rt::Inbound for SessionReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::SESSION_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl SessionReply {
    /// `00`, or what went wrong. `code` · String, code list response-code · mandatory · pivot/api-information#envelope row 1
    pub fn code(&self) -> rt::Unsigned<Option<super::codes::ResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `code`; for people only. `message` · String, text · mandatory · pivot/api-information#envelope row 2
    pub fn message(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// Where it went wrong. `type` · code list error-type · optional · pivot/api-information#error row 1
    pub fn error_type(&self) -> rt::Unsigned<Option<super::codes::ErrorType>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// What is wrong with which parameter. `details` · Array, list of objects · optional · pivot/api-information#error row 2
    pub fn error_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = SessionReplyErrorDetailsElement>> {
        rt::Unsigned::new(self.0.elements(4).map(SessionReplyErrorDetailsElement))
    }
    /// What to tell the gateway when asking about it. `traceId` · text · optional · pivot/api-information#error row 3
    ///
    /// Also spelled `error.trace_id` (pivot/api-information#error-sample row 1).
    pub fn error_trace_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// The merchant's own id of the order. `clientReferenceId` · Alphanumeric, at most 100 characters · mandatory · pivot/payment-session/create#request row 1
    pub fn data_client_reference_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub fn data_amount_value(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(9))
    }
    /// Currency of the amount. `currency` · String, at most 3 characters · mandatory · pivot/objects/amount#fields row 2
    pub fn data_amount_currency(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(10))
    }
    /// How often the session is paid. `paymentType` · String, code list payment-type · optional · pivot/payment-session/create#request row 3
    pub fn data_payment_type(&self) -> rt::Unsigned<Option<super::codes::PaymentType>> {
        rt::Unsigned::new(self.0.code(11))
    }
    /// Which way of paying. `type` · String, code list payment-method · mandatory · pivot/objects/payment-method#fields row 1
    pub fn data_payment_method_type(
        &self,
    ) -> rt::Unsigned<Option<super::codes::PaymentMethodType>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// Whether the way of paying is stored. `saveForFutureUse` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 6
    pub fn data_save_for_future_use(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(14))
    }
    /// Whether the gateway's page shows what is stored. `showSavedPayment` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 7
    pub fn data_show_saved_payment(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(15))
    }
    /// Whose page the shopper pays on. `mode` · String, code list mode · optional · pivot/payment-session/create#request row 8
    pub fn data_mode(&self) -> rt::Unsigned<Option<super::codes::Mode>> {
        rt::Unsigned::new(self.0.code(16))
    }
    /// Whether the shopper comes back without seeing the gateway's status page. `bypassStatusPage` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 9
    pub fn data_bypass_status_page(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(17))
    }
    /// When it was paid. `successReturnUrl` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 1
    pub fn data_redirect_url_success_return_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(19))
    }
    /// When it failed. `failureReturnUrl` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 2
    pub fn data_redirect_url_failure_return_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(20))
    }
    /// When its time ran out. `expirationReturnUrl` · String, at most 255 characters · conditional, condition undocumented · pivot/objects/redirect#fields row 3
    pub fn data_redirect_url_expiration_return_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
    /// The gateway's id of the customer; keep it to pay with what they have stored. `customerId` · String, at most 255 characters · optional · pivot/payment-session/create#request row 11
    pub fn data_customer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(22))
    }
    /// First name. `givenName` · String, at most 255 characters · optional · pivot/objects/customer#fields row 1
    pub fn data_customer_given_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(24))
    }
    /// Last name. `surname` · String, at most 255 characters · optional · pivot/objects/customer#fields row 2
    ///
    /// Also spelled `data.customer.sureName` (pivot/objects/customer#older-edition row 1).
    pub fn data_customer_surname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(25))
    }
    /// E-mail address. `email` · String, at most 255 characters · mandatory · pivot/objects/customer#fields row 3
    pub fn data_customer_email(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(26))
    }
    /// Country code. `countryCode` · String, at most 4 characters · mandatory · pivot/objects/customer#phone-number row 1
    pub fn data_customer_phone_number_country_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(28))
    }
    /// The number behind it. `number` · String, at most 15 characters · mandatory · pivot/objects/customer#phone-number row 2
    pub fn data_customer_phone_number_number(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(29))
    }
    /// How money is given back. `refundPreference` · Object, JSON object · optional · pivot/objects/customer#fields row 5
    pub fn data_customer_refund_preference(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(30))
    }
    /// What is stored; samples have null here. Ask for the customer instead. `storedPaymentMethods` · Array, list of objects · optional · pivot/objects/customer#fields row 6
    ///
    /// Also spelled `data.customer.storePaymentMethods` (pivot/objects/customer#samples row 1).
    pub fn data_customer_stored_payment_methods(
        &self,
    ) -> rt::Unsigned<
        impl Iterator<Item = SessionReplyDataCustomerStoredPaymentMethodsElement>,
    > {
        rt::Unsigned::new(
            self.0.elements(31).map(SessionReplyDataCustomerStoredPaymentMethodsElement),
        )
    }
    /// What is bought. `orderInformation` · Object, JSON object · optional · pivot/payment-session/create#request row 13
    ///
    /// Corrected: the page says presence M for `data.orderInformation`, we use presence O, because most samples of a session leave it out.
    pub fn data_order_information(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(32))
    }
    /// Whether the session was confirmed as it was created. `autoConfirm` · Boolean, `true` or `false` · optional · pivot/payment-session/create#request row 14
    pub fn data_auto_confirm(&self) -> rt::Unsigned<Option<bool>> {
        rt::Unsigned::new(self.0.boolean(33))
    }
    /// What the card's statement says. `statementDescriptor` · String, at most 20 characters · optional · pivot/payment-session/create#request row 15
    pub fn data_statement_descriptor(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(34))
    }
    /// How strictly it expires. `expirationMode` · String, code list expiration-mode · optional · pivot/payment-session/create#request row 16
    pub fn data_expiration_mode(
        &self,
    ) -> rt::Unsigned<Option<super::codes::ExpirationMode>> {
        rt::Unsigned::new(self.0.code(35))
    }
    /// When it expires. `expiryAt` · String, text · optional · pivot/payment-session/create#request row 17
    pub fn data_expiry_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(36))
    }
    /// What the merchant keeps with it. `metadata` · Object, JSON object · optional · pivot/payment-session/create#request row 18
    pub fn data_metadata(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(37))
    }
    /// The gateway's id of the session. `id` · String, text · mandatory · pivot/objects/payment-session#fields row 1
    ///
    /// Corrected: the page says presence O for `data.id`, we use presence M, because the gateway gives every session one.
    pub fn data_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(38))
    }
    /// How far the session is. `status` · String, code list session-status · mandatory · pivot/objects/payment-session#fields row 2
    ///
    /// Corrected: the page says presence O for `data.status`, we use presence M, because the gateway gives every session one.
    pub fn data_status(&self) -> rt::Unsigned<Option<super::codes::SessionStatus>> {
        rt::Unsigned::new(self.0.code(39))
    }
    /// How far its investigation is. `investigationStatus` · code list investigation-status · conditional, condition undocumented · pivot/objects/payment-session#fields row 3
    pub fn data_investigation_status(
        &self,
    ) -> rt::Unsigned<Option<super::codes::InvestigationStatus>> {
        rt::Unsigned::new(self.0.code(40))
    }
    /// When it was created; fractions of a second have up to nine digits. `createdAt` · text · optional · pivot/objects/payment-session#fields row 4
    pub fn data_created_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(41))
    }
    /// When it last changed; fractions of a second have up to nine digits. `updatedAt` · text · optional · pivot/objects/payment-session#fields row 5
    pub fn data_updated_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(42))
    }
    /// The key to encrypt a card with: base64 of an RSA key (SubjectPublicKeyInfo). `encryptionKey` · text · conditional, condition undocumented · pivot/objects/payment-session#fields row 6
    pub fn data_encryption_key(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(43))
    }
    /// Where the shopper goes to pay or to authenticate; in API mode as well, where it may open a wallet. `paymentUrl` · text · conditional, condition undocumented · pivot/objects/payment-session#fields row 7
    pub fn data_payment_url(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(44))
    }
    /// The charges that were made; null while there is none. `chargeDetails` · Array, list of objects · optional · pivot/objects/payment-session#fields row 8
    pub fn data_charge_details(
        &self,
    ) -> rt::Unsigned<impl Iterator<Item = SessionReplyDataChargeDetailsElement>> {
        rt::Unsigned::new(self.0.elements(45).map(SessionReplyDataChargeDetailsElement))
    }
    /// When it was cancelled. `cancelledAt` · text · optional · pivot/objects/payment-session#fields row 9
    pub fn data_cancelled_at(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(46))
    }
    /// Why it was cancelled. `cancellationReason` · code list cancellation-reason · optional · pivot/objects/payment-session#fields row 10
    pub fn data_cancellation_reason(
        &self,
    ) -> rt::Unsigned<Option<super::codes::CancellationReason>> {
        rt::Unsigned::new(self.0.code(47))
    }
}
/// What is wrong with which parameter.
///
/// One element of `error.details` of `SessionReply`.
#[derive(Clone, Debug)]
pub struct SessionReplyErrorDetailsElement(rt::ReceivedElement);
impl SessionReplyErrorDetailsElement {
    /// The parameter. `field` · text · optional · pivot/api-information#error-details row 1
    pub fn field(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// What is wrong with it; for people only. `message` · text · optional · pivot/api-information#error-details row 2
    pub fn message(&self) -> Option<&str> {
        self.0.text(1)
    }
}
/// What is stored; samples have null here. Ask for the customer instead.
///
/// One element of `data.customer.storedPaymentMethods` of `SessionReply`.
#[derive(Clone, Debug)]
pub struct SessionReplyDataCustomerStoredPaymentMethodsElement(rt::ReceivedElement);
impl SessionReplyDataCustomerStoredPaymentMethodsElement {
    /// The token to pay with. `token` · String, 20 to 100 characters · mandatory · pivot/objects/customer#stored-payment-methods row 1
    pub fn token(&self) -> Option<rt::Secret> {
        self.0.text(0).map(rt::Secret::from)
    }
    /// Way of paying. `paymentMethod` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 2
    pub fn payment_method(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// Card brand or wallet. `paymentChannel` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 3
    pub fn payment_channel(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// Whether it can be used. `status` · String, code list stored-status · mandatory · pivot/objects/customer#stored-payment-methods row 4
    pub fn status(&self) -> Option<super::codes::StoredStatus> {
        self.0.code(3)
    }
    /// When it was stored. `createdAt` · String, text · mandatory · pivot/objects/customer#stored-payment-methods row 5
    pub fn created_at(&self) -> Option<&str> {
        self.0.text(4)
    }
    /// The same for the same card. `fingerprint` · text · optional · pivot/objects/customer#stored-card row 1
    pub fn card_fingerprint(&self) -> Option<&str> {
        self.0.text(6)
    }
    /// Its brand. `network` · code list card-brand · optional · pivot/objects/customer#stored-card row 2
    pub fn card_network(&self) -> Option<super::codes::CardBrand> {
        self.0.code(7)
    }
    /// Its first six digits. `first6` · text · optional · pivot/objects/customer#stored-card row 3
    pub fn card_first6(&self) -> Option<&str> {
        self.0.text(8)
    }
    /// Its first eight digits. `first8` · text · optional · pivot/objects/customer#stored-card row 4
    pub fn card_first8(&self) -> Option<&str> {
        self.0.text(9)
    }
    /// Its last four digits. `last4` · text · optional · pivot/objects/customer#stored-card row 5
    pub fn card_last4(&self) -> Option<&str> {
        self.0.text(10)
    }
    /// Month in which it expires, two digits. `expMonth` · text · optional · pivot/objects/customer#stored-card row 6
    pub fn card_exp_month(&self) -> Option<&str> {
        self.0.text(11)
    }
    /// Year in which it expires, two digits. `expYear` · text · optional · pivot/objects/customer#stored-card row 7
    pub fn card_exp_year(&self) -> Option<&str> {
        self.0.text(12)
    }
    /// First name on it. `cardHolderFirstName` · text · optional · pivot/objects/customer#stored-card row 8
    pub fn card_card_holder_first_name(&self) -> Option<&str> {
        self.0.text(13)
    }
    /// Last name on it. `cardHolderLastName` · text · optional · pivot/objects/customer#stored-card row 9
    pub fn card_card_holder_last_name(&self) -> Option<&str> {
        self.0.text(14)
    }
}
/// The charges that were made; null while there is none.
///
/// One element of `data.chargeDetails` of `SessionReply`.
#[derive(Clone, Debug)]
pub struct SessionReplyDataChargeDetailsElement(rt::ReceivedElement);
impl SessionReplyDataChargeDetailsElement {
    /// The gateway's id of the charge. `id` · text · mandatory · pivot/objects/charge#fields row 1
    pub fn id(&self) -> Option<&str> {
        self.0.text(0)
    }
    /// The gateway's id of the session. `paymentSessionId` · text · mandatory · pivot/objects/charge#fields row 2
    pub fn payment_session_id(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// The merchant's own id of the order. `paymentSessionClientReferenceId` · text · mandatory · pivot/objects/charge#fields row 3
    pub fn payment_session_client_reference_id(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// How much. `value` · Decimal, amount, printed with 2 decimals · mandatory · pivot/objects/amount#fields row 1
    pub fn amount_value(&self) -> Option<rt::Amount> {
        self.0.amount(4)
    }
    /// Currency of the amount. `currency` · String, at most 3 characters · mandatory · pivot/objects/amount#fields row 2
    pub fn amount_currency(&self) -> Option<&str> {
        self.0.text(5)
    }
    /// What the card's statement says. `statementDescriptor` · text · mandatory · pivot/objects/charge#fields row 5
    pub fn statement_descriptor(&self) -> Option<&str> {
        self.0.text(6)
    }
    /// How far the charge is. `status` · code list charge-status · mandatory · pivot/objects/charge#fields row 6
    pub fn status(&self) -> Option<super::codes::ChargeStatus> {
        self.0.code(7)
    }
    /// What was taken, as it came: no page that is known says how it is written. Null until something is; less than the amount after a capture of a part. `capturedAmount` · text · mandatory · pivot/objects/charge#fields row 8
    pub fn captured_amount(&self) -> Option<&str> {
        self.0.text(8)
    }
    /// Whether it has been taken. `isCaptured` · Boolean, `true` or `false` · mandatory · pivot/objects/charge#fields row 9
    pub fn is_captured(&self) -> Option<bool> {
        self.0.boolean(9)
    }
    /// When it was made. `createdAt` · text · optional · pivot/objects/charge#fields row 10
    pub fn created_at(&self) -> Option<&str> {
        self.0.text(10)
    }
    /// When it last changed. `updatedAt` · text · optional · pivot/objects/charge#fields row 11
    pub fn updated_at(&self) -> Option<&str> {
        self.0.text(11)
    }
    /// When it succeeded; null until then. `paidAt` · text · optional · pivot/objects/charge#fields row 12
    pub fn paid_at(&self) -> Option<&str> {
        self.0.text(12)
    }
    /// Its score. `score` · text · optional · pivot/objects/charge#fds-risk-assessment row 1
    pub fn fds_risk_assessment_score(&self) -> Option<&str> {
        self.0.text(14)
    }
    /// The level of risk. `level` · text · optional · pivot/objects/charge#fds-risk-assessment row 2
    pub fn fds_risk_assessment_level(&self) -> Option<&str> {
        self.0.text(15)
    }
    /// What it recommends. `recommendation` · code list risk-recommendation · optional · pivot/objects/charge#fds-risk-assessment row 3
    pub fn fds_risk_assessment_recommendation(
        &self,
    ) -> Option<super::codes::RiskRecommendation> {
        self.0.code(16)
    }
    /// What it decided. `status` · code list risk-status · optional · pivot/objects/charge#fds-risk-assessment row 4
    pub fn fds_risk_assessment_status(&self) -> Option<super::codes::RiskStatus> {
        self.0.code(17)
    }
    /// When. `evaluatedAt` · text · optional · pivot/objects/charge#fds-risk-assessment row 5
    pub fn fds_risk_assessment_evaluated_at(&self) -> Option<&str> {
        self.0.text(18)
    }
    /// Its first six digits; empty before authentication, like all of these. `first6` · text · mandatory · pivot/objects/charge#card row 1
    pub fn card_first6(&self) -> Option<&str> {
        self.0.text(20)
    }
    /// Its first eight digits. `first8` · text · mandatory · pivot/objects/charge#card row 2
    pub fn card_first8(&self) -> Option<&str> {
        self.0.text(21)
    }
    /// Its last four digits. `last4` · text · mandatory · pivot/objects/charge#card row 3
    pub fn card_last4(&self) -> Option<&str> {
        self.0.text(22)
    }
    /// Month in which it expires. `expMonth` · text · mandatory · pivot/objects/charge#card row 4
    pub fn card_exp_month(&self) -> Option<&str> {
        self.0.text(23)
    }
    /// Year in which it expires. `expYear` · text · mandatory · pivot/objects/charge#card row 5
    pub fn card_exp_year(&self) -> Option<&str> {
        self.0.text(24)
    }
    /// The same for the same card; absent before authentication. `fingerprint` · text · mandatory · pivot/objects/charge#card row 6
    pub fn card_fingerprint(&self) -> Option<&str> {
        self.0.text(25)
    }
    /// What kind of card it is. `type` · code list card-type · optional · pivot/objects/charge#bin-informations row 1
    pub fn card_bin_informations_type(&self) -> Option<super::codes::CardType> {
        self.0.code(27)
    }
    /// The bank that issued it. `issuingBank` · text · optional · pivot/objects/charge#bin-informations row 2
    pub fn card_bin_informations_issuing_bank(&self) -> Option<&str> {
        self.0.text(28)
    }
    /// Its brand. `brand` · code list card-brand · optional · pivot/objects/charge#bin-informations row 3
    pub fn card_bin_informations_brand(&self) -> Option<super::codes::CardBrand> {
        self.0.code(29)
    }
    /// The country that it is from. `country` · text · optional · pivot/objects/charge#bin-informations row 4
    pub fn card_bin_informations_country(&self) -> Option<&str> {
        self.0.text(30)
    }
    /// Version of 3-D Secure. `threeDsVersion` · text · optional · pivot/objects/charge#authentication-result row 1
    pub fn card_authentication_result_three_ds_version(&self) -> Option<&str> {
        self.0.text(32)
    }
    /// What came of it. `threeDsResult` · code list three-ds-result · optional · pivot/objects/charge#authentication-result row 2
    pub fn card_authentication_result_three_ds_result(
        &self,
    ) -> Option<super::codes::ThreeDsResult> {
        self.0.code(33)
    }
    /// Electronic commerce indicator. `eciCode` · code list eci · optional · pivot/objects/charge#authentication-result row 3
    pub fn card_authentication_result_eci_code(&self) -> Option<super::codes::Eci> {
        self.0.code(34)
    }
    /// How the shopper was authenticated. `threeDsMethod` · code list three-ds-flow · optional · pivot/objects/charge#authentication-result row 4
    pub fn card_authentication_result_three_ds_method(
        &self,
    ) -> Option<super::codes::ThreeDsFlow> {
        self.0.code(35)
    }
    /// The acquirer's reference. `acquirerReferenceNumber` · text · optional · pivot/objects/charge#authorization-result row 1
    pub fn card_authorization_result_acquirer_reference_number(&self) -> Option<&str> {
        self.0.text(37)
    }
    /// The retrieval reference number. `retrievalReferenceNumber` · text · optional · pivot/objects/charge#authorization-result row 2
    pub fn card_authorization_result_retrieval_reference_number(&self) -> Option<&str> {
        self.0.text(38)
    }
    /// System trace audit number. `stan` · text · optional · pivot/objects/charge#authorization-result row 3
    pub fn card_authorization_result_stan(&self) -> Option<&str> {
        self.0.text(39)
    }
    /// What came of verifying the address. `avsResult` · text · optional · pivot/objects/charge#authorization-result row 4
    pub fn card_authorization_result_avs_result(&self) -> Option<&str> {
        self.0.text(40)
    }
    /// What came of verifying the security code. `cvvResult` · text · optional · pivot/objects/charge#authorization-result row 5
    pub fn card_authorization_result_cvv_result(&self) -> Option<&str> {
        self.0.text(41)
    }
    /// The issuer's approval code. `issuerAuthorizationCode` · text · mandatory · pivot/objects/charge#authorization-result row 7
    pub fn card_authorization_result_issuer_authorization_code(&self) -> Option<&str> {
        self.0.text(42)
    }
    /// Why it failed. `failureCode` · code list failure-code · conditional, condition undocumented · pivot/objects/charge#fields row 19
    pub fn failure_code(&self) -> Option<super::codes::FailureCode> {
        self.0.code(43)
    }
    /// Text to `failureCode`; for people only. `failureMessage` · text · conditional, condition undocumented · pivot/objects/charge#fields row 20
    pub fn failure_message(&self) -> Option<&str> {
        self.0.text(44)
    }
    /// What the gateway recommends. `recommendation` · text · conditional, condition undocumented · pivot/objects/charge#fields row 21
    pub fn recommendation(&self) -> Option<&str> {
        self.0.text(45)
    }
}
