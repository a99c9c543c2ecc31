// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// What the gateway's server may send to the callback URL.
#[derive(Debug)]
#[non_exhaustive]
pub enum Callback {
    /// What became of a change of card and of the payment that proves it.
    UpdateCardResult(rt::Received<UpdateCardResult>),
    /// What became of a registration and of its first payment.
    RegisterResult(rt::Received<RegisterResult>),
    /// What became of a payment of the revamped edition. The row that would hold a signature isn't known, so nobody vouches for it and it never gets past `received`.
    CardPaymentResult(rt::Received<CardPaymentResult>),
    /// What became of a card payment that stored a card or used a stored one, with the token to use next time.
    TokenResult(rt::Received<TokenResult>),
    /// What became of a card payment.
    CardResult(rt::Received<CardResult>),
    /// A recurring charge was made, or failed. It says neither how much nor under which order, and the signature leaves the member out: look the charge up before anything follows.
    PaymentNotification(rt::Received<PaymentNotification>),
    /// A member's card is about to expire. Nobody signs it: take it as a reminder to look, never as a fact.
    CardExpiredNotification(rt::Received<CardExpiredNotification>),
}
impl Callback {
    /// Parses a body strictly and tells which message it is.
    ///
    /// # Errors
    /// Everything that makes the body unreadable; see [`rt::ReceiveError`].
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, rt::ReceiveError> {
        let (which, message) = CALLBACK_DOOR.parse(content_type, body)?;
        Ok(
            match which {
                0 => Self::UpdateCardResult(rt::Received::of(message)),
                1 => Self::RegisterResult(rt::Received::of(message)),
                2 => Self::CardPaymentResult(rt::Received::of(message)),
                3 => Self::TokenResult(rt::Received::of(message)),
                4 => Self::CardResult(rt::Received::of(message)),
                5 => Self::PaymentNotification(rt::Received::of(message)),
                _ => Self::CardExpiredNotification(rt::Received::of(message)),
            },
        )
    }
}
::faspay_runtime::stages! {
    server super::gateway::Credentials: Callback,
    VerifiedCallback,
    ReconciledCallback {
        UpdateCardResult,
        RegisterResult,
        CardPaymentResult,
        TokenResult,
        CardResult,
        PaymentNotification,
        CardExpiredNotification
    }
}
static CALLBACK_DOOR: rt::table::Door = rt::table::Door {
    messages: &[
        &super::received_tables::UPDATE_CARD_RESULT,
        &super::received_tables::REGISTER_RESULT,
        &super::received_tables::CARD_PAYMENT_RESULT,
        &super::received_tables::TOKEN_RESULT,
        &super::received_tables::CARD_RESULT,
        &super::received_tables::PAYMENT_NOTIFICATION,
        &super::received_tables::CARD_EXPIRED_NOTIFICATION,
    ],
};
/// What the shopper's browser may bring to the return URL: a hint for the page to show, never a payment.
#[derive(Debug)]
#[non_exhaustive]
pub enum Return {
    /// What became of a change of card and of the payment that proves it.
    UpdateCardResult(rt::BrowserReturn<UpdateCardResult>),
    /// What became of a registration and of its first payment.
    RegisterResult(rt::BrowserReturn<RegisterResult>),
    /// What became of a payment of the revamped edition. The row that would hold a signature isn't known, so nobody vouches for it and it never gets past `received`.
    CardPaymentResult(rt::BrowserReturn<CardPaymentResult>),
    /// What became of a card payment that stored a card or used a stored one, with the token to use next time.
    TokenResult(rt::BrowserReturn<TokenResult>),
    /// What became of a card payment.
    CardResult(rt::BrowserReturn<CardResult>),
}
impl Return {
    /// Parses a body strictly and tells which message it is.
    ///
    /// # Errors
    /// Everything that makes the body unreadable; see [`rt::ReceiveError`].
    pub fn parse(content_type: &str, body: &[u8]) -> Result<Self, rt::ReceiveError> {
        let (which, message) = RETURN_DOOR.parse(content_type, body)?;
        Ok(
            match which {
                0 => Self::UpdateCardResult(rt::BrowserReturn::of(message)),
                1 => Self::RegisterResult(rt::BrowserReturn::of(message)),
                2 => Self::CardPaymentResult(rt::BrowserReturn::of(message)),
                3 => Self::TokenResult(rt::BrowserReturn::of(message)),
                _ => Self::CardResult(rt::BrowserReturn::of(message)),
            },
        )
    }
    /// Parses the query of a GET, without the `?`, as strictly as a body.
    ///
    /// # Errors
    /// Everything that makes the query unreadable; see [`rt::ReceiveError`].
    pub fn parse_query(query: &str) -> Result<Self, rt::ReceiveError> {
        Self::parse("application/x-www-form-urlencoded", query.as_bytes())
    }
}
::faspay_runtime::stages! {
    browser super::gateway::Credentials: Return,
    ReturnHint {
        UpdateCardResult,
        RegisterResult,
        CardPaymentResult,
        TokenResult,
        CardResult
    }
}
static RETURN_DOOR: rt::table::Door = rt::table::Door {
    messages: &[
        &super::received_tables::UPDATE_CARD_RESULT,
        &super::received_tables::REGISTER_RESULT,
        &super::received_tables::CARD_PAYMENT_RESULT,
        &super::received_tables::TOKEN_RESULT,
        &super::received_tables::CARD_RESULT,
    ],
};
/// What became of a change of card and of the payment that proves it.
///
/// `faspay.recurring.update-card-result`, page recurring/update-card; signed by recipe `card-response`.
#[derive(Clone, Debug)]
pub struct UpdateCardResult(rt::Message);
impl rt::Inbound for UpdateCardResult {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::UPDATE_CARD_RESULT;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl UpdateCardResult {
    /// Registration or change of card. `recurring_type` · Varchar(1), code list recurring-type · mandatory · faspay/recurring/update-card#response row 1
    pub fn recurring_type(&self) -> rt::Unsigned<Option<super::codes::RecurringType>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// The member's name. `member_name` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-card#response row 2
    pub fn member_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// The member's e-mail address. `member_email` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-card#response row 3
    pub fn member_email(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// Whether the member is told by e-mail. `member_email_notif` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-card#response row 4
    pub fn member_email_notif(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// Days of the month on which charges run. `process_date` · Varchar, at most 31 days of a month · mandatory · faspay/recurring/update-card#response row 5
    pub fn process_date(&self) -> rt::Unsigned<Option<rt::DayList>> {
        rt::Unsigned::new(self.0.days(4))
    }
    /// What each later charge takes. `recurring_amount` · Numeric(12), amount, printed with 2 decimals · mandatory · faspay/recurring/update-card#response row 6
    ///
    /// Corrected: the page says type Numeric(12) for `reccuring_amount`, we use name recurring_amount, because a slip of the pen in the response tables; requests and notifications spell it recurring_amount.
    pub fn recurring_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(5))
    }
    /// First day of the recurring contract. `recurring_start_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-card#response row 7
    pub fn recurring_start_date(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(6))
    }
    /// Last day of the recurring contract. `recurring_end_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-card#response row 8
    pub fn recurring_end_date(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(7))
    }
    /// Unit of the interval between charges. `recurring_period` · Varchar(1), code list recurring-period · mandatory · faspay/recurring/update-card#response row 9
    pub fn recurring_period(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringPeriod>> {
        rt::Unsigned::new(self.0.code(8))
    }
    /// How many of that unit lie between charges. `recurring_period_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-card#response row 10
    pub fn recurring_period_at(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(9))
    }
    /// Days between accumulated charges. `recurring_accumulate_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-card#response row 11
    pub fn recurring_accumulate_at(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(10))
    }
    /// Whether the recurring contract runs. `recurring_status` · Varchar(1), code list recurring-status · mandatory · faspay/recurring/update-card#response row 12
    pub fn recurring_status(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringStatus>> {
        rt::Unsigned::new(self.0.code(11))
    }
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · conditional, condition undocumented · faspay/recurring/update-card#response row 13
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(12))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/recurring/update-card#response row 14
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(13)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/recurring/update-card#response row 15
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(14)
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/recurring/update-card#response row 16
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(15))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/recurring/update-card#response row 17
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(16))
    }
    /// What the shopper can do. `usr_code` · Varchar(4), code list usr-code · conditional, condition undocumented · faspay/recurring/update-card#response row 18
    pub fn usr_code(&self) -> rt::Unsigned<Option<super::codes::UsrCode>> {
        rt::Unsigned::new(self.0.code(17))
    }
    /// Text to `usr_code`; for people only. `usr_msg` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/recurring/update-card#response row 19
    pub fn usr_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(18))
    }
    /// What became of the transaction. `txn_status` · Varchar(3), code list txn-status · mandatory · faspay/recurring/update-card#response row 20
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(19)
    }
    /// The shopper's name, echoed. `custname` · Varchar(120), at most 120 characters · mandatory · faspay/recurring/update-card#response row 21
    pub fn custname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(20))
    }
    /// The order's description, echoed. `description` · Varchar(100), at most 100 characters · optional · faspay/recurring/update-card#response row 22
    pub fn description(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · mandatory · faspay/recurring/update-card#response row 23
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(22))
    }
    /// Amount of the transaction. `amount` · Numeric(10), amount, printed with 2 decimals · mandatory · faspay/recurring/update-card#response row 24
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(23)
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/recurring/update-card#response row 25
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(24))
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/recurring/update-card#response row 26
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(25))
    }
    /// When it happened, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `trandate` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/recurring/update-card#response row 27
    pub fn trandate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(26))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · conditional, condition undocumented · faspay/recurring/update-card#response row 28
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(27))
    }
    /// Whether the shopper is on a black list. `is_blacklisted` · Varchar(5), code list yes-no · conditional, condition undocumented · faspay/recurring/update-card#response row 29
    pub fn is_blacklisted(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(28))
    }
    /// Rated risk. `fraudrisklevel` · Integer, code list fraud-risk-level · conditional, condition undocumented · faspay/recurring/update-card#response row 30
    pub fn fraudrisklevel(&self) -> rt::Unsigned<Option<super::codes::FraudRiskLevel>> {
        rt::Unsigned::new(self.0.code(29))
    }
    /// Rated risk with two decimals. `fraudriskscore` · Numeric, text · conditional, condition undocumented · faspay/recurring/update-card#response row 31
    pub fn fraudriskscore(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(30))
    }
    /// Whether the risk is above the merchant's threshold. `exceed_high_risk` · Varchar(3), code list yes-no-na · conditional, condition undocumented · faspay/recurring/update-card#response row 32
    pub fn exceed_high_risk(&self) -> rt::Unsigned<Option<super::codes::YesNoNa>> {
        rt::Unsigned::new(self.0.code(31))
    }
    /// First value that the request asked to be echoed. `mparam1` · Varchar(50), at most 50 characters · optional · faspay/recurring/update-card#response row 33
    pub fn mparam1(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(32))
    }
    /// Second value that the request asked to be echoed. `mparam2` · Varchar(50), at most 50 characters · optional · faspay/recurring/update-card#response row 34
    pub fn mparam2(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(33))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/recurring/update-card#response row 35
    ///
    /// Corrected: the page says type Varchar(30) for `acquirer_bank`, we use name acquirer_id, because the row describes the acquirer's id for the merchant, as in the registration's response.
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(34))
    }
    /// The merchant's own id of the member. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-card#response row 36
    pub fn member_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(35))
    }
}
/// What became of a registration and of its first payment.
///
/// `faspay.recurring.register-result`, page recurring/post-transaction; signed by recipe `card-response`.
#[derive(Clone, Debug)]
pub struct RegisterResult(rt::Message);
impl rt::Inbound for RegisterResult {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::REGISTER_RESULT;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl RegisterResult {
    /// Registration or change of card. `recurring_type` · Varchar(1), code list recurring-type · mandatory · faspay/recurring/post-transaction#response row 1
    pub fn recurring_type(&self) -> rt::Unsigned<Option<super::codes::RecurringType>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// The member's name. `member_name` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/post-transaction#response row 2
    pub fn member_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// The member's e-mail address. `member_email` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/post-transaction#response row 3
    pub fn member_email(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// Whether the member is told by e-mail. `member_email_notif` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/post-transaction#response row 4
    pub fn member_email_notif(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// Days of the month on which charges run. `process_date` · Varchar, at most 31 days of a month · mandatory · faspay/recurring/post-transaction#response row 5
    pub fn process_date(&self) -> rt::Unsigned<Option<rt::DayList>> {
        rt::Unsigned::new(self.0.days(4))
    }
    /// What each later charge takes. `recurring_amount` · Numeric(12), amount, printed with 2 decimals · mandatory · faspay/recurring/post-transaction#response row 6
    ///
    /// Corrected: the page says type Numeric(12) for `reccuring_amount`, we use name recurring_amount, because a slip of the pen in the response tables; requests and notifications spell it recurring_amount.
    pub fn recurring_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(5))
    }
    /// First day of the recurring contract. `recurring_start_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/post-transaction#response row 7
    pub fn recurring_start_date(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(6))
    }
    /// Last day of the recurring contract. `recurring_end_date` · Date(10), date, `YYYY-MM-DD` · mandatory · faspay/recurring/post-transaction#response row 8
    pub fn recurring_end_date(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(7))
    }
    /// Unit of the interval between charges. `recurring_period` · Varchar(1), code list recurring-period · mandatory · faspay/recurring/post-transaction#response row 9
    pub fn recurring_period(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringPeriod>> {
        rt::Unsigned::new(self.0.code(8))
    }
    /// How many of that unit lie between charges. `recurring_period_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/post-transaction#response row 10
    pub fn recurring_period_at(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(9))
    }
    /// Days between accumulated charges. `recurring_accumulate_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/post-transaction#response row 11
    pub fn recurring_accumulate_at(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(10))
    }
    /// Whether the recurring contract runs. `recurring_status` · Varchar(1), code list recurring-status · mandatory · faspay/recurring/post-transaction#response row 12
    pub fn recurring_status(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringStatus>> {
        rt::Unsigned::new(self.0.code(11))
    }
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · conditional, condition undocumented · faspay/recurring/post-transaction#response row 13
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(12))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/recurring/post-transaction#response row 14
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(13)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/recurring/post-transaction#response row 15
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(14)
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/recurring/post-transaction#response row 16
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(15))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/recurring/post-transaction#response row 17
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(16))
    }
    /// What the shopper can do. `usr_code` · Varchar(4), code list usr-code · conditional, condition undocumented · faspay/recurring/post-transaction#response row 18
    pub fn usr_code(&self) -> rt::Unsigned<Option<super::codes::UsrCode>> {
        rt::Unsigned::new(self.0.code(17))
    }
    /// Text to `usr_code`; for people only. `usr_msg` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/recurring/post-transaction#response row 19
    pub fn usr_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(18))
    }
    /// What became of the transaction. `txn_status` · Varchar(3), code list txn-status · mandatory · faspay/recurring/post-transaction#response row 20
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(19)
    }
    /// The shopper's name, echoed. `custname` · Varchar(120), at most 120 characters · mandatory · faspay/recurring/post-transaction#response row 21
    pub fn custname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(20))
    }
    /// The order's description, echoed. `description` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#response row 22
    pub fn description(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · mandatory · faspay/recurring/post-transaction#response row 23
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(22))
    }
    /// Amount of the transaction. `amount` · Numeric(10), amount, printed with 2 decimals · mandatory · faspay/recurring/post-transaction#response row 24
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(23)
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/recurring/post-transaction#response row 25
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(24))
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/recurring/post-transaction#response row 26
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(25))
    }
    /// When it happened, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `trandate` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/recurring/post-transaction#response row 27
    pub fn trandate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(26))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · conditional, condition undocumented · faspay/recurring/post-transaction#response row 28
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(27))
    }
    /// Whether the shopper is on a black list. `is_blacklisted` · Varchar(5), code list yes-no · conditional, condition undocumented · faspay/recurring/post-transaction#response row 29
    pub fn is_blacklisted(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(28))
    }
    /// Rated risk. `fraudrisklevel` · Integer, code list fraud-risk-level · conditional, condition undocumented · faspay/recurring/post-transaction#response row 30
    pub fn fraudrisklevel(&self) -> rt::Unsigned<Option<super::codes::FraudRiskLevel>> {
        rt::Unsigned::new(self.0.code(29))
    }
    /// Rated risk with two decimals. `fraudriskscore` · Numeric, text · conditional, condition undocumented · faspay/recurring/post-transaction#response row 31
    pub fn fraudriskscore(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(30))
    }
    /// Whether the risk is above the merchant's threshold. `exceed_high_risk` · Varchar(3), code list yes-no-na · conditional, condition undocumented · faspay/recurring/post-transaction#response row 32
    pub fn exceed_high_risk(&self) -> rt::Unsigned<Option<super::codes::YesNoNa>> {
        rt::Unsigned::new(self.0.code(31))
    }
    /// First value that the request asked to be echoed. `mparam1` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#response row 33
    pub fn mparam1(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(32))
    }
    /// Second value that the request asked to be echoed. `mparam2` · Varchar(50), at most 50 characters · optional · faspay/recurring/post-transaction#response row 34
    pub fn mparam2(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(33))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/recurring/post-transaction#response row 35
    ///
    /// Corrected: the page says type VarcharI(30) for `acquirer_bank`, we use name acquirer_id, type Varchar(30), because the row describes the acquirer's id for the merchant; the coded bank is the other row of that name.
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(34))
    }
    /// The merchant's own id of the member. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/post-transaction#response row 36
    pub fn member_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(35))
    }
    /// Brand of the card. `cardtype` · Varchar(1), code list card-type · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 1
    pub fn cardtype(&self) -> rt::Unsigned<Option<super::codes::CardType>> {
        rt::Unsigned::new(self.0.code(36))
    }
    /// Masked card number. `card_no_partial` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 2
    pub fn card_no_partial(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(37))
    }
    /// Name on the card. `cardname` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 3
    pub fn cardname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(38))
    }
    /// The bank that took the transaction. `acquirer_bank` · Varchar(3), code list acquirer-bank · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 4
    pub fn acquirer_bank(&self) -> rt::Unsigned<Option<super::codes::AcquirerBank>> {
        rt::Unsigned::new(self.0.code(39))
    }
    /// The bank's response code. `bank_res_code` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 5
    pub fn bank_res_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(40))
    }
    /// The bank's response text. `bank_res_msg` · Varchar(250), at most 250 characters · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 6
    pub fn bank_res_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(41))
    }
    /// The bank's approval code. `auth_id` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 7
    pub fn auth_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(42))
    }
    /// The bank's reference. `bank_reference` · Varchar(100), at most 100 characters · optional · faspay/recurring/post-transaction#response-2 row 8
    pub fn bank_reference(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(43))
    }
    /// Whether the card is on a white list. `whitelist_card` · Varchar(3), code list yes-no · conditional, condition undocumented · faspay/recurring/post-transaction#response-2 row 9
    pub fn whitelist_card(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(44))
    }
    /// Whether issuer and acquirer are the same bank. `is_on_us` · Varchar(3), code list yes-no · mandatory · faspay/recurring/post-transaction#response-2 row 10
    pub fn is_on_us(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(45))
    }
}
/// What became of a payment of the revamped edition. The row that would hold a signature isn't known, so nobody vouches for it and it never gets past `received`.
///
/// `faspay.cardpayment.result`, page cardpayment/callback, partial; nobody vouches for it.
///
/// Known in part: the row that would hold a signature is not known, and that the browser brings the same fields is concluded.
#[derive(Clone, Debug)]
pub struct CardPaymentResult(rt::Message);
impl rt::Inbound for CardPaymentResult {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::CARD_PAYMENT_RESULT;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl CardPaymentResult {
    /// The card merchant id, echoed. `merchant_id` · Varchar(30), at most 30 characters · mandatory · faspay/cardpayment/callback#second-edition row 1
    ///
    /// Also spelled `merchantid` (faspay/cardpayment/callback#first-edition row 1).
    pub fn merchant_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(0))
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/callback#second-edition row 2
    pub fn merchant_tranid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// How it was paid. `payment_method` · Integer(1), code list payment-method · mandatory · faspay/cardpayment/callback#second-edition row 3
    ///
    /// Also spelled `payment_metod` (faspay/cardpayment/callback#first-edition row 3).
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(2))
    }
    /// Which kind of transaction this was. `transaction_type` · Integer(2), code list transaction-type · mandatory · faspay/cardpayment/callback#second-edition row 4
    ///
    /// Also spelled `transactiontype` (faspay/cardpayment/callback#first-edition row 4).
    pub fn transaction_type(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// The gateway's id of the transaction. `transaction_id` · Varchar, text · mandatory · faspay/cardpayment/callback#second-edition row 5
    ///
    /// Also spelled `transactionid` (faspay/cardpayment/callback#first-edition row 5).
    pub fn transaction_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(4))
    }
    /// What became of the transaction. `txn_status` · Varchar(100), code list txn-status · mandatory · faspay/cardpayment/callback#second-edition row 6
    pub fn txn_status(&self) -> rt::Unsigned<Option<super::codes::TxnStatus>> {
        rt::Unsigned::new(self.0.code(5))
    }
    /// The shopper's name, echoed. `cust_name` · Varchar(120), at most 120 characters · mandatory · faspay/cardpayment/callback#first-edition row 7
    pub fn cust_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// The order's description, echoed. `description` · Varchar(100), at most 100 characters · optional · faspay/cardpayment/callback#first-edition row 8
    pub fn description(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · mandatory · faspay/cardpayment/callback#first-edition row 9
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(8))
    }
    /// Amount of the transaction. `amount` · Varchar(10), amount, printed with 2 decimals · mandatory · faspay/cardpayment/callback#first-edition row 10
    pub fn amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(9))
    }
    /// When it happened, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `trandate` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/cardpayment/callback#first-edition row 11
    pub fn trandate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(10))
    }
    /// The token to pay with next time. `pymt_token` · Varchar(40), at most 40 characters · conditional, condition undocumented · faspay/cardpayment/token-registration#response row 1
    pub fn pymt_token(&self) -> rt::Unsigned<Option<rt::Secret>> {
        rt::Unsigned::new(self.0.text(11).map(rt::Secret::from))
    }
}
/// What became of a card payment that stored a card or used a stored one, with the token to use next time.
///
/// `faspay.card.token-result`, page card/token-payment-window; signed by recipe `card-response`.
#[derive(Clone, Debug)]
pub struct TokenResult(rt::Message);
impl rt::Inbound for TokenResult {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::TOKEN_RESULT;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl TokenResult {
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · mandatory · faspay/card/payment-window#response row 1
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/card/payment-window#response row 2
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/card/payment-window#response row 3
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/card/payment-window#response row 4
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/card/payment-window#response row 5
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(4))
    }
    /// What the shopper can do. `usr_code` · Varchar(4), code list usr-code · conditional, condition undocumented · faspay/card/payment-window#response row 6
    pub fn usr_code(&self) -> rt::Unsigned<Option<super::codes::UsrCode>> {
        rt::Unsigned::new(self.0.code(5))
    }
    /// Text to `usr_code`; for people only. `usr_msg` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/payment-window#response row 7
    pub fn usr_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// What became of the transaction. `txn_status` · Varchar(3), code list txn-status · mandatory · faspay/card/payment-window#response row 8
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(7)
    }
    /// The shopper's name, echoed. `custname` · Varchar(120), at most 120 characters · mandatory · faspay/card/payment-window#response row 9
    pub fn custname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(8))
    }
    /// The order's description, echoed. `description` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#response row 10
    pub fn description(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · mandatory · faspay/card/payment-window#response row 11
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(10))
    }
    /// Amount of the transaction. `amount` · Numeric(10), amount, printed with 2 decimals · mandatory · faspay/card/payment-window#response row 12
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(11)
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/card/payment-window#response row 13
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// What the merchant can do. `eui` · Varchar(3), code list eui · mandatory · faspay/card/payment-window#response row 14
    pub fn eui(&self) -> rt::Unsigned<Option<super::codes::Eui>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/card/payment-window#response row 15
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(14))
    }
    /// When it happened, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `trandate` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/card/payment-window#response row 16
    pub fn trandate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · mandatory · faspay/card/payment-window#response row 17
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(16))
    }
    /// Whether the shopper is on a black list. `is_blacklisted` · Varchar(5), code list yes-no · conditional, condition undocumented · faspay/card/payment-window#response row 18
    pub fn is_blacklisted(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(17))
    }
    /// Rated risk. `fraudrisklevel` · Integer, code list fraud-risk-level · conditional, condition undocumented · faspay/card/payment-window#response row 19
    pub fn fraudrisklevel(&self) -> rt::Unsigned<Option<super::codes::FraudRiskLevel>> {
        rt::Unsigned::new(self.0.code(18))
    }
    /// Rated risk with two decimals. `fraudriskscore` · Numeric, text · conditional, condition undocumented · faspay/card/payment-window#response row 20
    pub fn fraudriskscore(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(19))
    }
    /// Whether the risk is above the merchant's threshold. `exceed_high_risk` · Varchar(3), code list yes-no-na · conditional, condition undocumented · faspay/card/payment-window#response row 21
    pub fn exceed_high_risk(&self) -> rt::Unsigned<Option<super::codes::YesNoNa>> {
        rt::Unsigned::new(self.0.code(20))
    }
    /// Name on the card. `cardname` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#response row 22
    pub fn cardname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
    /// Brand of the card. `cardtype` · Char(1), code list card-type · conditional, condition undocumented · faspay/card/payment-window#response row 23
    pub fn cardtype(&self) -> rt::Unsigned<Option<super::codes::CardType>> {
        rt::Unsigned::new(self.0.code(22))
    }
    /// Masked card number. `card_no_partial` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#response row 24
    pub fn card_no_partial(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(23))
    }
    /// The bank that took the transaction. `acquirer_bank` · Varchar(3), code list acquirer-bank · conditional, condition undocumented · faspay/card/payment-window#response row 25
    pub fn acquirer_bank(&self) -> rt::Unsigned<Option<super::codes::AcquirerBank>> {
        rt::Unsigned::new(self.0.code(24))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/card/payment-window#response row 26
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(25))
    }
    /// The bank's response code. `bank_res_code` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#response row 27
    pub fn bank_res_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(26))
    }
    /// The bank's response text. `bank_res_msg` · Varchar(250), at most 250 characters · conditional, condition undocumented · faspay/card/payment-window#response row 28
    pub fn bank_res_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(27))
    }
    /// The bank's approval code. `auth_id` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#response row 29
    pub fn auth_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(28))
    }
    /// The bank's reference. `bank_reference` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#response row 30
    pub fn bank_reference(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(29))
    }
    /// First value that the request asked to be echoed. `mparam1` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#response row 31
    pub fn mparam1(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(30))
    }
    /// Second value that the request asked to be echoed. `mparam2` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#response row 32
    pub fn mparam2(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(31))
    }
    /// Whether the card is on a white list. `whitelist_card` · Varchar(3), code list yes-no · conditional, condition undocumented · faspay/card/payment-window#response row 33
    pub fn whitelist_card(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(32))
    }
    /// Whether issuer and acquirer are the same bank. `is_on_us` · Varchar(3), code list yes-no · mandatory · faspay/card/payment-window#response row 34
    pub fn is_on_us(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(33))
    }
    /// The token to pay with next time. `pymt_token` · Varchar(40), at most 40 characters · conditional, condition undocumented · faspay/card/token-payment-window#response row 1
    pub fn pymt_token(&self) -> rt::Unsigned<Option<rt::Secret>> {
        rt::Unsigned::new(self.0.text(34).map(rt::Secret::from))
    }
}
/// What became of a card payment.
///
/// `faspay.card.result`, page card/payment-window; signed by recipe `card-response`.
#[derive(Clone, Debug)]
pub struct CardResult(rt::Message);
impl rt::Inbound for CardResult {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::CARD_RESULT;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl CardResult {
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · mandatory · faspay/card/payment-window#response row 1
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/card/payment-window#response row 2
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/card/payment-window#response row 3
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/card/payment-window#response row 4
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(3))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/card/payment-window#response row 5
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(4))
    }
    /// What the shopper can do. `usr_code` · Varchar(4), code list usr-code · conditional, condition undocumented · faspay/card/payment-window#response row 6
    pub fn usr_code(&self) -> rt::Unsigned<Option<super::codes::UsrCode>> {
        rt::Unsigned::new(self.0.code(5))
    }
    /// Text to `usr_code`; for people only. `usr_msg` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/payment-window#response row 7
    pub fn usr_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// What became of the transaction. `txn_status` · Varchar(3), code list txn-status · mandatory · faspay/card/payment-window#response row 8
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(7)
    }
    /// The shopper's name, echoed. `custname` · Varchar(120), at most 120 characters · mandatory · faspay/card/payment-window#response row 9
    pub fn custname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(8))
    }
    /// The order's description, echoed. `description` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#response row 10
    pub fn description(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · mandatory · faspay/card/payment-window#response row 11
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(10))
    }
    /// Amount of the transaction. `amount` · Numeric(10), amount, printed with 2 decimals · mandatory · faspay/card/payment-window#response row 12
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(11)
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/card/payment-window#response row 13
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// What the merchant can do. `eui` · Varchar(3), code list eui · mandatory · faspay/card/payment-window#response row 14
    pub fn eui(&self) -> rt::Unsigned<Option<super::codes::Eui>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/card/payment-window#response row 15
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(14))
    }
    /// When it happened, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `trandate` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/card/payment-window#response row 16
    pub fn trandate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · mandatory · faspay/card/payment-window#response row 17
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(16))
    }
    /// Whether the shopper is on a black list. `is_blacklisted` · Varchar(5), code list yes-no · conditional, condition undocumented · faspay/card/payment-window#response row 18
    pub fn is_blacklisted(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(17))
    }
    /// Rated risk. `fraudrisklevel` · Integer, code list fraud-risk-level · conditional, condition undocumented · faspay/card/payment-window#response row 19
    pub fn fraudrisklevel(&self) -> rt::Unsigned<Option<super::codes::FraudRiskLevel>> {
        rt::Unsigned::new(self.0.code(18))
    }
    /// Rated risk with two decimals. `fraudriskscore` · Numeric, text · conditional, condition undocumented · faspay/card/payment-window#response row 20
    pub fn fraudriskscore(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(19))
    }
    /// Whether the risk is above the merchant's threshold. `exceed_high_risk` · Varchar(3), code list yes-no-na · conditional, condition undocumented · faspay/card/payment-window#response row 21
    pub fn exceed_high_risk(&self) -> rt::Unsigned<Option<super::codes::YesNoNa>> {
        rt::Unsigned::new(self.0.code(20))
    }
    /// Name on the card. `cardname` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/payment-window#response row 22
    pub fn cardname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
    /// Brand of the card. `cardtype` · Char(1), code list card-type · conditional, condition undocumented · faspay/card/payment-window#response row 23
    pub fn cardtype(&self) -> rt::Unsigned<Option<super::codes::CardType>> {
        rt::Unsigned::new(self.0.code(22))
    }
    /// Masked card number. `card_no_partial` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#response row 24
    pub fn card_no_partial(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(23))
    }
    /// The bank that took the transaction. `acquirer_bank` · Varchar(3), code list acquirer-bank · conditional, condition undocumented · faspay/card/payment-window#response row 25
    pub fn acquirer_bank(&self) -> rt::Unsigned<Option<super::codes::AcquirerBank>> {
        rt::Unsigned::new(self.0.code(24))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/card/payment-window#response row 26
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(25))
    }
    /// The bank's response code. `bank_res_code` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#response row 27
    pub fn bank_res_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(26))
    }
    /// The bank's response text. `bank_res_msg` · Varchar(250), at most 250 characters · conditional, condition undocumented · faspay/card/payment-window#response row 28
    pub fn bank_res_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(27))
    }
    /// The bank's approval code. `auth_id` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/payment-window#response row 29
    pub fn auth_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(28))
    }
    /// The bank's reference. `bank_reference` · Varchar(100), at most 100 characters · optional · faspay/card/payment-window#response row 30
    pub fn bank_reference(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(29))
    }
    /// First value that the request asked to be echoed. `mparam1` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#response row 31
    pub fn mparam1(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(30))
    }
    /// Second value that the request asked to be echoed. `mparam2` · Varchar(200), at most 200 characters · optional · faspay/card/payment-window#response row 32
    pub fn mparam2(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(31))
    }
    /// Whether the card is on a white list. `whitelist_card` · Varchar(3), code list yes-no · conditional, condition undocumented · faspay/card/payment-window#response row 33
    pub fn whitelist_card(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(32))
    }
    /// Whether issuer and acquirer are the same bank. `is_on_us` · Varchar(3), code list yes-no · mandatory · faspay/card/payment-window#response row 34
    pub fn is_on_us(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(33))
    }
}
/// A recurring charge was made, or failed. It says neither how much nor under which order, and the signature leaves the member out: look the charge up before anything follows.
///
/// `faspay.recurring.payment-notification`, page recurring/payment-notification; signed by recipe `recurring-notification`.
#[derive(Clone, Debug)]
pub struct PaymentNotification(rt::Message);
impl rt::Inbound for PaymentNotification {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::PAYMENT_NOTIFICATION;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl PaymentNotification {
    /// `Payment Notification`. `request` · Varchar, text · mandatory · faspay/recurring/payment-notification#notification row 1
    pub fn request(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(0))
    }
    /// The gateway's id of the charge. `trx_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/payment-notification#notification row 2
    pub fn trx_id(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// The merchant's number, echoed. `merchant_id` · Numeric(5), at most 5 characters · mandatory · faspay/recurring/payment-notification#notification row 3
    pub fn merchant_id(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// The gateway's own id of the member, not the merchant's. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/payment-notification#notification row 4
    pub fn member_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// The merchant's own id of the member, as registered. `merchant_member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/payment-notification#notification row 5
    pub fn merchant_member_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(4))
    }
    /// The gateway's reference of the charge. `payment_reff` · Varchar(64), at most 64 characters · mandatory · faspay/recurring/payment-notification#notification row 6
    ///
    /// Corrected: the page says type Numeric(64) for `payment_reff`, we use type Varchar(64), because the page's sample has an underscore in it.
    pub fn payment_reff(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// When it was charged, `YYYY-MM-DD hh:mm:ss`. `payment_date` · Datetime, text · mandatory · faspay/recurring/payment-notification#notification row 7
    pub fn payment_date(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// What became of the charge. `payment_status_code` · Varchar, code list recurring-payment-status · mandatory · faspay/recurring/payment-notification#notification row 8
    pub fn payment_status_code(&self) -> Option<super::codes::RecurringPaymentStatus> {
        self.0.code(7)
    }
    /// Text to `payment_status_code`; for people only. `payment_status_desc` · Varchar, text · mandatory · faspay/recurring/payment-notification#notification row 9
    ///
    /// Corrected: the page says type Numeric(12) for `payment_status_desc`, we use type Varchar, because the page's sample holds words.
    pub fn payment_status_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(8))
    }
    /// Digest over merchant, charge and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/recurring/payment-notification#notification row 10
    ///
    /// Corrected: the page says type date for `signature`, we use type Varchar(40), because SHA-1 in hexadecimal is 40 characters.
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// Where the gateway sends notifications. `url_notif` · Varchar, text · mandatory · faspay/recurring/payment-notification#notification row 11
    ///
    /// Corrected: the page says type date for `url_notif`, we use type Varchar, because it is an address.
    pub fn url_notif(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(10))
    }
}
/// A member's card is about to expire. Nobody signs it: take it as a reminder to look, never as a fact.
///
/// `faspay.recurring.card-expired-notification`, page recurring/card-expired-notification; nobody vouches for it.
#[derive(Clone, Debug)]
pub struct CardExpiredNotification(rt::Message);
impl rt::Inbound for CardExpiredNotification {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::CARD_EXPIRED_NOTIFICATION;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl CardExpiredNotification {
    /// What the message is, in words. `request` · Alphanumeric, text · optional · faspay/recurring/card-expired-notification#notification row 1
    pub fn request(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(0))
    }
    /// The merchant's own id of the member. `member_id` · Numeric, text · mandatory · faspay/recurring/card-expired-notification#notification row 2
    pub fn member_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// The member's name. `member_name` · Alphanumeric, text · mandatory · faspay/recurring/card-expired-notification#notification row 3
    pub fn member_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// The member's e-mail address. `member_email` · Alphanumeric, text · mandatory · faspay/recurring/card-expired-notification#notification row 4
    pub fn member_email(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// What each charge takes; in which currency isn't said. `amount` · Numeric, amount, printed with 2 decimals · mandatory · faspay/recurring/card-expired-notification#notification row 5
    pub fn amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(4))
    }
    /// Year and month, `YYYY-MM`. `expired_date` · Varchar(7), at most 7 characters · mandatory · faspay/recurring/card-expired-notification#notification row 6
    ///
    /// Corrected: the page says type Date Time for `expired_date`, we use type Varchar(7), because the page's sample has a year and a month.
    pub fn expired_date(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
}
/// What became of a capture.
///
/// `faspay.card.capture-reply`, page card/capture; signed by recipe `card-response`.
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
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · mandatory · faspay/card/capture#response row 1
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · mandatory · faspay/card/capture#response row 2
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(1))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/card/capture#response row 3
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/card/capture#response row 4
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(3)
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/card/capture#response row 5
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(4))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/card/capture#response row 6
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// What the shopper can do. `usr_code` · Varchar(4), code list usr-code · conditional, condition undocumented · faspay/card/capture#response row 7
    pub fn usr_code(&self) -> rt::Unsigned<Option<super::codes::UsrCode>> {
        rt::Unsigned::new(self.0.code(6))
    }
    /// Text to `usr_code`; for people only. `usr_msg` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/capture#response row 8
    pub fn usr_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// What became of the transaction. `txn_status` · Varchar(2), code list txn-status · mandatory · faspay/card/capture#response row 9
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(8)
    }
    /// Amount of the transaction. `amount` · Numeric, amount, printed with 2 decimals · mandatory · faspay/card/capture#response row 10
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(9)
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/card/capture#response row 11
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(10))
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/card/capture#response row 12
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(11))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/card/capture#response row 13
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// Whether issuer and acquirer are the same bank. `is_on_us` · Varchar(3), code list yes-no · mandatory · faspay/card/capture#response row 14
    pub fn is_on_us(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// The bank's response text. `bank_res_msg` · Varchar(50), at most 50 characters · optional · faspay/card/capture#response row 15
    pub fn bank_res_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(14))
    }
    /// When it was captured, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `capture_date` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/card/capture#response row 16
    pub fn capture_date(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · optional · sampled · faspay/messages/card/capture-reply.yaml
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(16))
    }
}
/// What the gateway says about a payment when it is asked.
///
/// `faspay.card.inquiry-reply`, page card/inquiry; signed by recipe `card-response`.
#[derive(Clone, Debug)]
pub struct InquiryReply(rt::Message);
impl rt::Inbound for InquiryReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::INQUIRY_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl InquiryReply {
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · conditional, condition undocumented · faspay/card/inquiry#response row 1
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/card/inquiry#response row 2
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(1)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/card/inquiry#response row 3
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/card/inquiry#response row 4
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// When it happened, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `trandate` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/card/inquiry#response row 5
    pub fn trandate(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(4))
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/card/inquiry#response row 6
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(5))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/card/inquiry#response row 7
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(6))
    }
    /// What became of the transaction. `txn_status` · Varchar(3), code list txn-status · mandatory · faspay/card/inquiry#response row 8
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(7)
    }
    /// The shopper's name, echoed. `custname` · Varchar(120), at most 120 characters · conditional, condition undocumented · faspay/card/inquiry#response row 9
    pub fn custname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(8))
    }
    /// The order's description, echoed. `description` · Varchar(100), at most 100 characters · optional · faspay/card/inquiry#response row 10
    pub fn description(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(9))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · conditional, condition undocumented · faspay/card/inquiry#response row 11
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(10))
    }
    /// Amount of the transaction. `amount` · Numeric(10), amount, printed with 2 decimals · mandatory · faspay/card/inquiry#response row 12
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(11)
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/card/inquiry#response row 13
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// Whether the shopper is on a black list. `is_blacklisted` · Varchar(5), code list yes-no · conditional, condition undocumented · faspay/card/inquiry#response row 14
    pub fn is_blacklisted(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// Rated risk. `fraudrisklevel` · Integer, code list fraud-risk-level · conditional, condition undocumented · faspay/card/inquiry#response row 15
    pub fn fraudrisklevel(&self) -> rt::Unsigned<Option<super::codes::FraudRiskLevel>> {
        rt::Unsigned::new(self.0.code(14))
    }
    /// Rated risk with two decimals. `fraudriskscore` · Numeric, text · conditional, condition undocumented · faspay/card/inquiry#response row 16
    pub fn fraudriskscore(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
    /// What the merchant can do. `eui` · Varchar(3), code list eui · optional · faspay/card/inquiry#response row 17
    pub fn eui(&self) -> rt::Unsigned<Option<super::codes::Eui>> {
        rt::Unsigned::new(self.0.code(16))
    }
    /// Whether the risk is above the merchant's threshold. `exceed_high_risk` · Varchar(3), code list yes-no-na · conditional, condition undocumented · faspay/card/inquiry#response row 18
    pub fn exceed_high_risk(&self) -> rt::Unsigned<Option<super::codes::YesNoNa>> {
        rt::Unsigned::new(self.0.code(17))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · mandatory · faspay/card/inquiry#response row 19
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(18))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/card/inquiry#response row 20
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(19))
    }
    /// What was given back so far; 0 if nothing. `total_refund_amount` · Numeric(10), amount, printed with 2 decimals · mandatory · faspay/card/inquiry#response row 21
    pub fn total_refund_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(20))
    }
    /// Name on the card. `cardname` · Varchar(100), at most 100 characters · conditional, condition undocumented · faspay/card/inquiry#response row 22
    pub fn cardname(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(21))
    }
    /// Brand of the card. `cardtype` · Varchar(1), code list card-type · conditional, condition undocumented · faspay/card/inquiry#response row 23
    pub fn cardtype(&self) -> rt::Unsigned<Option<super::codes::CardType>> {
        rt::Unsigned::new(self.0.code(22))
    }
    /// Masked card number. `card_no_partial` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/inquiry#response row 24
    pub fn card_no_partial(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(23))
    }
    /// The bank that took the transaction. `acquirer_bank` · Varchar(3), code list acquirer-bank · conditional, condition undocumented · faspay/card/inquiry#response row 25
    pub fn acquirer_bank(&self) -> rt::Unsigned<Option<super::codes::AcquirerBank>> {
        rt::Unsigned::new(self.0.code(24))
    }
    /// The bank's response code. `bank_res_code` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/inquiry#response row 26
    pub fn bank_res_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(25))
    }
    /// The bank's response text. `bank_res_msg` · Varchar(250), at most 250 characters · conditional, condition undocumented · faspay/card/inquiry#response row 27
    pub fn bank_res_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(26))
    }
    /// The bank's approval code. `auth_id` · Varchar(20), at most 20 characters · optional · faspay/card/inquiry#response row 28
    pub fn auth_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(27))
    }
    /// The bank's reference. `bank_reference` · Varchar(100), at most 100 characters · optional · faspay/card/inquiry#response row 29
    pub fn bank_reference(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(28))
    }
    /// Whether issuer and acquirer are the same bank. `is_on_us` · Varchar(3), code list yes-no · mandatory · faspay/card/inquiry#response row 30
    pub fn is_on_us(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(29))
    }
    /// When it was captured, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `capture_date` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/card/inquiry#response row 31
    pub fn capture_date(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(30))
    }
    /// When it was refunded, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `refund_date` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/card/inquiry#response row 32
    pub fn refund_date(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(31))
    }
    /// Whether the card is on a white list. `whitelist_card` · Varchar(3), code list yes-no · conditional, condition undocumented · faspay/card/inquiry#response row 33
    pub fn whitelist_card(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(32))
    }
    /// The token to pay with next time. `pymt_token` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/inquiry#response row 34
    pub fn pymt_token(&self) -> rt::Unsigned<Option<rt::Secret>> {
        rt::Unsigned::new(self.0.text(33).map(rt::Secret::from))
    }
}
/// What became of a refund.
///
/// `faspay.card.refund-reply`, page card/refund; signed by recipe `card-response`.
#[derive(Clone, Debug)]
pub struct RefundReply(rt::Message);
impl rt::Inbound for RefundReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::REFUND_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl RefundReply {
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · mandatory · faspay/card/refund#response row 1
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · mandatory · faspay/card/refund#response row 2
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(1))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/card/refund#response row 3
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/card/refund#response row 4
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(3)
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/card/refund#response row 5
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(4))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/card/refund#response row 6
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// What the shopper can do. `usr_code` · Varchar(4), code list usr-code · conditional, condition undocumented · faspay/card/refund#response row 7
    pub fn usr_code(&self) -> rt::Unsigned<Option<super::codes::UsrCode>> {
        rt::Unsigned::new(self.0.code(6))
    }
    /// Text to `usr_code`; for people only. `usr_msg` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/refund#response row 8
    pub fn usr_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// What became of the transaction. `txn_status` · Varchar(2), code list txn-status · mandatory · faspay/card/refund#response row 9
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(8)
    }
    /// Amount of the transaction. `amount` · Numeric, amount, printed with 2 decimals · mandatory · faspay/card/refund#response row 10
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(9)
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/card/refund#response row 11
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(10))
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/card/refund#response row 12
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(11))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/card/refund#response row 13
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// When it was refunded, `DD-MM-YYYY hh:mm:ss`, Jakarta time. `refund_date` · Varchar(19), at most 19 characters · conditional, condition undocumented · faspay/card/refund#response row 14
    pub fn refund_date(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(13))
    }
    /// What this request gave back. `refund_amount` · Numeric, amount, printed with 2 decimals · mandatory · faspay/card/refund#response row 15
    pub fn refund_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(14))
    }
    /// What was given back so far; 0 if nothing. `total_refund_amount` · Numeric, amount, printed with 2 decimals · mandatory · faspay/card/refund#response row 16
    pub fn total_refund_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(15))
    }
    /// The bank's response code. `bank_res_code` · Varchar(20), at most 20 characters · conditional, condition undocumented · faspay/card/refund#response row 17
    pub fn bank_res_code(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(16))
    }
    /// The bank's response text. `bank_res_msg` · Varchar(250), at most 250 characters · conditional, condition undocumented · faspay/card/refund#response row 18
    pub fn bank_res_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(17))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · optional · sampled · faspay/messages/card/refund-reply.yaml
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(18))
    }
}
/// What the gateway answers about a stored card.
///
/// `faspay.card.token-reply`, page card/token-inquiry, inferred; nobody vouches for it.
#[derive(Clone, Debug)]
pub struct TokenReply(rt::Message);
impl rt::Inbound for TokenReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::TOKEN_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl TokenReply {
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · optional · inferred · faspay/messages/card/token-reply.yaml
    pub fn merchantid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(0))
    }
    /// Which call is answered. `transactiontype` · Varchar(2), code list transaction-type · optional · inferred · faspay/messages/card/token-reply.yaml
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(1))
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · optional · inferred · faspay/messages/card/token-reply.yaml
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(2))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · optional · inferred · faspay/messages/card/token-reply.yaml
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// The token. `pymt_token` · Varchar(40), at most 40 characters · optional · inferred · faspay/messages/card/token-reply.yaml
    pub fn pymt_token(&self) -> rt::Unsigned<Option<rt::Secret>> {
        rt::Unsigned::new(self.0.text(4).map(rt::Secret::from))
    }
}
/// What became of a void.
///
/// `faspay.card.void-reply`, page card/void; signed by recipe `card-response`.
#[derive(Clone, Debug)]
pub struct VoidReply(rt::Message);
impl rt::Inbound for VoidReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::VOID_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl VoidReply {
    /// How it was paid. `payment_method` · Varchar(1), code list payment-method · mandatory · faspay/card/void#response row 1
    pub fn payment_method(&self) -> rt::Unsigned<Option<super::codes::PaymentMethod>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Which kind of transaction this was. `transactiontype` · Varchar(2), code list transaction-type · mandatory · faspay/card/void#response row 2
    pub fn transactiontype(
        &self,
    ) -> rt::Unsigned<Option<super::codes::TransactionType>> {
        rt::Unsigned::new(self.0.code(1))
    }
    /// The card merchant id, echoed. `merchantid` · Varchar(30), at most 30 characters · mandatory · faspay/card/void#response row 3
    pub fn merchantid(&self) -> Option<&str> {
        self.0.text(2)
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/card/void#response row 4
    pub fn merchant_tranid(&self) -> Option<&str> {
        self.0.text(3)
    }
    /// `0`, or what was wrong with the request. `err_code` · Varchar(10), code list err-code · mandatory · faspay/card/void#response row 5
    pub fn err_code(&self) -> rt::Unsigned<Option<super::codes::ErrCode>> {
        rt::Unsigned::new(self.0.code(4))
    }
    /// Text to `err_code`; for people only. `err_desc` · Varchar(250), at most 250 characters · mandatory · faspay/card/void#response row 6
    pub fn err_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(5))
    }
    /// What the shopper can do. `usr_code` · Varchar(4), code list usr-code · conditional, condition undocumented · faspay/card/void#response row 7
    pub fn usr_code(&self) -> rt::Unsigned<Option<super::codes::UsrCode>> {
        rt::Unsigned::new(self.0.code(6))
    }
    /// Text to `usr_code`; for people only. `usr_msg` · Varchar(200), at most 200 characters · conditional, condition undocumented · faspay/card/void#response row 8
    pub fn usr_msg(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(7))
    }
    /// What became of the transaction. `txn_status` · Varchar(2), code list txn-status · mandatory · faspay/card/void#response row 9
    pub fn txn_status(&self) -> Option<super::codes::TxnStatus> {
        self.0.code(8)
    }
    /// Amount of the transaction. `amount` · Numeric, amount, printed with 2 decimals · mandatory · faspay/card/void#response row 10
    pub fn amount(&self) -> Option<rt::Amount> {
        self.0.amount(9)
    }
    /// The gateway's id of the transaction; a UUID, or `0` when the request was refused. `transactionid` · Varchar, text · mandatory · faspay/card/void#response row 11
    ///
    /// Corrected: the page says type Integer for `transactionid`, we use type Varchar, because recorded answers and the vendor's own samples carry a UUID.
    pub fn transactionid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(10))
    }
    /// Digest over merchant, order, amount and status. `signature` · Varchar(40), at most 40 characters · mandatory · faspay/card/void#response row 12
    pub fn signature(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(11))
    }
    /// The merchant's id at the acquirer. `acquirer_id` · Varchar(30), at most 30 characters · optional · faspay/card/void#response row 13
    pub fn acquirer_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(12))
    }
    /// Whether issuer and acquirer are the same bank. `is_on_us` · Varchar(3), code list yes-no · mandatory · faspay/card/void#response row 14
    pub fn is_on_us(&self) -> rt::Unsigned<Option<super::codes::YesNo>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// Currency of `amount`. `currencycode` · Varchar(3), code list currency · optional · sampled · faspay/messages/card/void-reply.yaml
    pub fn currencycode(&self) -> rt::Unsigned<Option<super::codes::CurrencyCode>> {
        rt::Unsigned::new(self.0.code(14))
    }
}
/// What the gateway answers to an inquiry, a capture or a void of the revamped edition, as far as it is known: three parameters, of which none is known to be signed.
///
/// `faspay.cardpayment.reply`, page cardpayment/inquiry, partial; nobody vouches for it.
///
/// Known in part: all but three rows of the answer are not known; that it is JSON, as the request is, is concluded.
#[derive(Clone, Debug)]
pub struct CardPaymentReply(rt::Message);
impl rt::Inbound for CardPaymentReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::CARD_PAYMENT_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl CardPaymentReply {
    /// The card merchant id, echoed. `merchant_id` · Varchar(30), at most 30 characters · mandatory · faspay/cardpayment/inquiry#response row 1
    pub fn merchant_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(0))
    }
    /// The merchant's id of the order, echoed. `merchant_tranid` · Varchar(100), at most 100 characters · mandatory · faspay/cardpayment/inquiry#response row 2
    pub fn merchant_tranid(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// What became of the transaction; spelled so on all three pages. `tnx_status` · Varchar(3), code list txn-status · mandatory · faspay/cardpayment/inquiry#response row 3
    pub fn tnx_status(&self) -> rt::Unsigned<Option<super::codes::TxnStatus>> {
        rt::Unsigned::new(self.0.code(2))
    }
}
/// The state of a registered member.
///
/// `faspay.recurring.inquiry-reply`, page recurring/inquiry-status, inferred; nobody vouches for it.
#[derive(Clone, Debug)]
pub struct InquireMemberReply(rt::Message);
impl rt::Inbound for InquireMemberReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::INQUIRE_MEMBER_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl InquireMemberReply {
    /// The merchant's number, echoed. `merchant_id` · Numeric(5), at most 5 characters · mandatory · faspay/recurring/update-member#request row 2
    pub fn merchant_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(0))
    }
    /// The merchant's own id of the member. `member_id` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-member#request row 4
    pub fn member_id(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
    /// The member's name. `member_name` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-member#request row 5
    pub fn member_name(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(2))
    }
    /// The member's e-mail address. `member_email` · Varchar(50), at most 50 characters · mandatory · faspay/recurring/update-member#request row 6
    pub fn member_email(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(3))
    }
    /// Whether the member is told by e-mail. `member_email_notif` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-member#request row 7
    pub fn member_email_notif(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(4))
    }
    /// Days of the month on which charges run. `process_date` · Varchar, at most 31 days of a month · mandatory · faspay/recurring/update-member#request row 8
    pub fn process_date(&self) -> rt::Unsigned<Option<rt::DayList>> {
        rt::Unsigned::new(self.0.days(5))
    }
    /// What each later charge takes. `recurring_amount` · Numeric(12), amount, printed with 2 decimals · mandatory · faspay/recurring/update-member#request row 9
    pub fn recurring_amount(&self) -> rt::Unsigned<Option<rt::Amount>> {
        rt::Unsigned::new(self.0.amount(6))
    }
    /// First day of the recurring contract. `recurring_start_date` · Date, date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-member#request row 10
    pub fn recurring_start_date(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(7))
    }
    /// Last day of the recurring contract. `recurring_end_date` · Date, date, `YYYY-MM-DD` · mandatory · faspay/recurring/update-member#request row 11
    pub fn recurring_end_date(&self) -> rt::Unsigned<Option<rt::Date>> {
        rt::Unsigned::new(self.0.date(8))
    }
    /// Unit of the interval between charges. `recurring_period` · Varchar(1), code list recurring-period · mandatory · faspay/recurring/update-member#request row 12
    pub fn recurring_period(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringPeriod>> {
        rt::Unsigned::new(self.0.code(9))
    }
    /// How many of that unit lie between charges. `recurring_period_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-member#request row 13
    pub fn recurring_period_at(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(10))
    }
    /// Days between accumulated charges. `recurring_accumulate_at` · Numeric(1), whole number of at most 1 digit · mandatory · faspay/recurring/update-member#request row 14
    pub fn recurring_accumulate_at(&self) -> rt::Unsigned<Option<u64>> {
        rt::Unsigned::new(self.0.integer(11))
    }
    /// Whether the recurring contract runs. `recurring_status` · Numeric(2), code list recurring-status · mandatory · faspay/recurring/update-member#request row 15
    pub fn recurring_status(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringStatus>> {
        rt::Unsigned::new(self.0.code(12))
    }
    /// Whether the member is told a month before the card expires. `card_expire_notif` · Numeric(1), code list card-expire-notif · mandatory · faspay/recurring/update-member#request row 16
    pub fn card_expire_notif(
        &self,
    ) -> rt::Unsigned<Option<super::codes::CardExpireNotif>> {
        rt::Unsigned::new(self.0.code(13))
    }
    /// `00`, or what was wrong with the request. `response_code` · Varchar, code list recurring-response-code · mandatory · inferred · faspay/messages/recurring/inquiry-reply.yaml
    pub fn response_code(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringResponseCode>> {
        rt::Unsigned::new(self.0.code(14))
    }
    /// Text to `response_code`; for people only. `response_desc` · Varchar, text · optional · inferred · faspay/messages/recurring/inquiry-reply.yaml
    pub fn response_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(15))
    }
}
/// Whether the change of a member was taken.
///
/// `faspay.recurring.update-member-reply`, page recurring/update-member, inferred; nobody vouches for it.
#[derive(Clone, Debug)]
pub struct UpdateMemberReply(rt::Message);
impl rt::Inbound for UpdateMemberReply {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::InboundTable = &super::received_tables::UPDATE_MEMBER_REPLY;
    fn from_message(message: rt::Message) -> Self {
        Self(message)
    }
    fn message(&self) -> &rt::Message {
        &self.0
    }
}
impl UpdateMemberReply {
    /// `00`, or what was wrong with the request. `response_code` · Varchar, code list recurring-response-code · mandatory · inferred · faspay/messages/recurring/update-member-reply.yaml
    pub fn response_code(
        &self,
    ) -> rt::Unsigned<Option<super::codes::RecurringResponseCode>> {
        rt::Unsigned::new(self.0.code(0))
    }
    /// Text to `response_code`; for people only. `response_desc` · Varchar, text · optional · inferred · faspay/messages/recurring/update-member-reply.yaml
    pub fn response_desc(&self) -> rt::Unsigned<Option<&str>> {
        rt::Unsigned::new(self.0.text(1))
    }
}
