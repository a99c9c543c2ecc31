// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

::faspay_runtime::codes! {
    /// How far a payment session is. Code list `session-status`.
    pub enum SessionStatus {
        /// `REQUIRE_PAYMENT_METHOD`: No way of paying has been chosen yet. It can be cancelled.
        RequirePaymentMethod = "REQUIRE_PAYMENT_METHOD",
        /// `REQUIRE_CONFIRMATION`: It waits for its confirmation. It can be cancelled.
        RequireConfirmation = "REQUIRE_CONFIRMATION",
        /// `REQUIRE_ACTION`: The shopper has to do something, such as authenticate the card.
        RequireAction = "REQUIRE_ACTION",
        /// `ACTIVE`: It takes payments.
        Active = "ACTIVE",
        /// `PROCESSING`: A payment is being made.
        Processing = "PROCESSING",
        /// `CANCELLED`: Cancelled; final.
        Cancelled = "CANCELLED",
        /// `EXPIRED`: Its time ran out; final.
        Expired = "EXPIRED",
        /// `INACTIVE`: It takes no payments any more; final.
        Inactive = "INACTIVE",
        /// `PAID`: Paid; final.
        Paid = "PAID",
    }
}
::faspay_runtime::outcomes! {
    SessionStatus {
        RequirePaymentMethod => Pending,
        RequireConfirmation => Pending,
        RequireAction => Pending,
        Active => Pending,
        Processing => Pending,
        Cancelled => NotPaid,
        Expired => NotPaid,
        Inactive => NotPaid,
        Paid => Paid,
    }
}
::faspay_runtime::codes! {
    /// How far one charge of a session is. Code list `charge-status`.
    pub enum ChargeStatus {
        /// `WAITING_FOR_USER_ACTION`: The shopper has to do something.
        WaitingForUserAction = "WAITING_FOR_USER_ACTION",
        /// `WAITING_FOR_AUTHENTICATION`: The shopper has to authenticate.
        WaitingForAuthentication = "WAITING_FOR_AUTHENTICATION",
        /// `PROCESSING`: It is being made.
        Processing = "PROCESSING",
        /// `WAITING_FOR_CAPTURE`: The amount is reserved; nothing is taken before a capture.
        WaitingForCapture = "WAITING_FOR_CAPTURE",
        /// `FAILED`: It failed; failureCode says why. Final.
        Failed = "FAILED",
        /// `EXPIRED`: Its time ran out; final.
        Expired = "EXPIRED",
        /// `SUCCESS`: The money was taken; final.
        Success = "SUCCESS",
    }
}
::faspay_runtime::codes! {
    /// What became of a capture. Code list `capture-status`.
    pub enum CaptureStatus {
        /// `PENDING`: Not decided yet.
        Pending = "PENDING",
        /// `SUCCESS`: The amount has been taken.
        Success = "SUCCESS",
        /// `FAILED`: It was not taken.
        Failed = "FAILED",
    }
}
::faspay_runtime::codes! {
    /// How often a session is paid. Code list `payment-type`.
    pub enum PaymentType {
        /// `SINGLE`: Once; this is what is meant when nothing is said.
        Single = "SINGLE",
        /// `MULTIPLE`: Any number of times; only QR codes and virtual accounts, and only in API mode.
        Multiple = "MULTIPLE",
    }
}
::faspay_runtime::codes! {
    /// Whose page the shopper pays on. Code list `mode`.
    pub enum Mode {
        /// `REDIRECT`: The gateway's page; this is what is meant when nothing is said.
        Redirect = "REDIRECT",
        /// `API`: The merchant's own page.
        Api = "API",
    }
}
::faspay_runtime::codes! {
    /// How it is paid. Code list `payment-method`.
    pub enum PaymentMethodType {
        /// `VIRTUAL_ACCOUNT`: A transfer to a virtual account.
        VirtualAccount = "VIRTUAL_ACCOUNT",
        /// `QR`: A QR code.
        Qr = "QR",
        /// `CARD`: A card.
        Card = "CARD",
        /// `EWALLET`: An e-wallet.
        Ewallet = "EWALLET",
    }
}
::faspay_runtime::codes! {
    /// Whether an authorised amount is taken at once. Code list `capture-method`.
    pub enum CaptureMethod {
        /// `automatic`: At once.
        Automatic = "automatic",
        /// `manual`: By a capture of its own.
        Manual = "manual",
    }
}
::faspay_runtime::codes! {
    /// Whether the shopper authenticates a card payment (3-D Secure). Code list `three-ds-method`.
    pub enum ThreeDsMethod {
        /// `AUTOMATIC`: As the gateway decides; this is what is meant when nothing is said.
        Automatic = "AUTOMATIC",
        /// `NEVER`: Never.
        Never = "NEVER",
        /// `CHALLENGE`: Always with a challenge.
        Challenge = "CHALLENGE",
        /// `EXTERNAL`: It was authenticated elsewhere; only the newer page has this code, and what goes with it is known from samples only.
        External = "EXTERNAL",
    }
}
::faspay_runtime::codes! {
    /// How strictly a session expires; cards and e-wallets only. Code list `expiration-mode`.
    pub enum ExpirationMode {
        /// `LOOSE`: Loosely; this is what is meant when nothing is said.
        Loose = "LOOSE",
        /// `STRICT`: Strictly.
        Strict = "STRICT",
    }
}
::faspay_runtime::codes! {
    /// E-wallets. Code list `ewallet-channel`.
    pub enum EwalletChannel {
        /// `DANA`: DANA.
        Dana = "DANA",
        /// `SHOPEEPAY`: ShopeePay.
        ShopeePay = "SHOPEEPAY",
        /// `OVO`: OVO.
        Ovo = "OVO",
    }
}
::faspay_runtime::codes! {
    /// Banks with virtual accounts. Code list `va-channel`.
    pub enum VaChannel {
        /// `DANAMON`: Bank Danamon.
        Danamon = "DANAMON",
        /// `BNI`: Bank BNI.
        Bni = "BNI",
        /// `MANDIRI`: Bank Mandiri.
        Mandiri = "MANDIRI",
        /// `BSI`: Bank BSI.
        Bsi = "BSI",
        /// `BCA`: Bank BCA.
        Bca = "BCA",
        /// `BNC`: Bank BNC.
        Bnc = "BNC",
        /// `CIMB`: Bank CIMB.
        Cimb = "CIMB",
        /// `BRI`: Bank BRI.
        Bri = "BRI",
        /// `PERMATA`: Bank Permata.
        Permata = "PERMATA",
    }
}
::faspay_runtime::codes! {
    /// Card brands. Code list `card-brand`.
    pub enum CardBrand {
        /// `VISA`: Visa.
        Visa = "VISA",
        /// `MASTERCARD`: Mastercard.
        Mastercard = "MASTERCARD",
        /// `JCB`: JCB.
        Jcb = "JCB",
        /// `AMEX`: American Express.
        Amex = "AMEX",
        /// `UNIONPAY`: UnionPay.
        UnionPay = "UNIONPAY",
        /// `DINERS`: Diners Club.
        Diners = "DINERS",
        /// `DISCOVER`: Discover.
        Discover = "DISCOVER",
    }
}
::faspay_runtime::codes! {
    /// How a customer wants money back. Code list `refund-method`.
    pub enum RefundMethod {
        /// `AUTO`: As the gateway decides; this is what is meant when nothing is said.
        Auto = "AUTO",
        /// `TRANSFER_ONLY`: By a transfer only, to the account that is given.
        TransferOnly = "TRANSFER_ONLY",
    }
}
::faspay_runtime::codes! {
    /// What is sold. Code list `product-type`.
    pub enum ProductType {
        /// `PHYSICAL`: Goods.
        Physical = "PHYSICAL",
        /// `DIGITAL`: Digital goods.
        Digital = "DIGITAL",
        /// `SERVICE`: A service.
        Service = "SERVICE",
    }
}
::faspay_runtime::codes! {
    /// How fast goods are shipped. Code list `shipping-method`.
    pub enum ShippingMethod {
        /// `REGULAR`: At the usual speed.
        Regular = "REGULAR",
        /// `NEXTDAY`: On the next day.
        NextDay = "NEXTDAY",
        /// `SAMEDAY`: On the same day.
        SameDay = "SAMEDAY",
        /// `INSTANT`: At once.
        Instant = "INSTANT",
    }
}
::faspay_runtime::codes! {
    /// How far the investigation of a session is. Code list `investigation-status`.
    pub enum InvestigationStatus {
        /// `INVESTIGATION_IN_PROCESS`: It goes on.
        InProcess = "INVESTIGATION_IN_PROCESS",
        /// `INVESTIGATION_SUCCESS`: It ended with success.
        Success = "INVESTIGATION_SUCCESS",
        /// `INVESTIGATION_FAILED`: It failed.
        Failed = "INVESTIGATION_FAILED",
    }
}
::faspay_runtime::codes! {
    /// Why a session was cancelled. Code list `cancellation-reason`.
    pub enum CancellationReason {
        /// `REQUESTED_BY_CUSTOMER`: The customer asked for it.
        RequestedByCustomer = "REQUESTED_BY_CUSTOMER",
        /// `DUPLICATED`: There is another one for the same thing.
        Duplicated = "DUPLICATED",
        /// `VOID_SESSION`: The session was voided.
        VoidSession = "VOID_SESSION",
        /// `CHARGE_FAILED`: The charge failed.
        ChargeFailed = "CHARGE_FAILED",
        /// `FRAUDULENT`: Fraud is suspected.
        Fraudulent = "FRAUDULENT",
    }
}
::faspay_runtime::codes! {
    /// Whether a stored way of paying can be used. Code list `stored-status`.
    pub enum StoredStatus {
        /// `ACTIVE`: It can be used.
        Active = "ACTIVE",
        /// `INACTIVE`: It can't.
        Inactive = "INACTIVE",
    }
}
::faspay_runtime::codes! {
    /// What a callback tells. Code list `event`.
    pub enum Event {
        /// `PAYMENT.PROCESSING`: A payment is being made.
        PaymentProcessing = "PAYMENT.PROCESSING",
        /// `PAYMENT.PAID`: A session that is paid once has been paid.
        PaymentPaid = "PAYMENT.PAID",
        /// `CHARGE.SUCCESS`: One charge of a session that is paid several times has succeeded.
        ChargeSuccess = "CHARGE.SUCCESS",
        /// `PAYMENT.CANCELLED`: The session was cancelled.
        PaymentCancelled = "PAYMENT.CANCELLED",
        /// `REFUND.SUCCESS`: Money was given back; what such a callback holds isn't known.
        RefundSuccess = "REFUND.SUCCESS",
        /// `PAYMENT.TEST`: A test; only a merchant's public code knows it.
        PaymentTest = "PAYMENT.TEST",
    }
}
::faspay_runtime::codes! {
    /// What became of a request. Code list `response-code`.
    pub enum ResponseCode {
        /// `00`: Success.
        Success = "00",
        /// `api_validation_error`: HTTP 400: the request is wrong; `error.details` says where.
        ApiValidationError = "api_validation_error",
        /// `credentials_invalid`: HTTP 401: the credentials or the access token aren't valid.
        CredentialsInvalid = "credentials_invalid",
        /// `resource_not_complete`: HTTP 403: something at the gateway isn't complete.
        ResourceNotComplete = "resource_not_complete",
        /// `forbidden_access`: HTTP 403: the merchant may not do this.
        ForbiddenAccess = "forbidden_access",
        /// `not_found`: HTTP 404: there is no such address.
        NotFound = "not_found",
        /// `resource_missing`: HTTP 404: there is no such thing.
        ResourceMissing = "resource_missing",
        /// `data_not_found`: HTTP 404: nothing is known of these first digits of a card.
        DataNotFound = "data_not_found",
        /// `duplicate_error`: HTTP 409: it is there already.
        DuplicateError = "duplicate_error",
        /// `idempotency_error`: HTTP 409: another request had the same X-REQUEST-ID.
        IdempotencyError = "idempotency_error",
        /// `frequency_above_limit`: HTTP 429: too many requests.
        FrequencyAboveLimit = "frequency_above_limit",
        /// `internal_error`: HTTP 500: the gateway failed.
        InternalError = "internal_error",
        /// `bad_gateway`: HTTP 502: something behind the gateway failed.
        BadGateway = "bad_gateway",
        /// `service_unavailable`: HTTP 503: the gateway isn't available.
        ServiceUnavailable = "service_unavailable",
        /// `gateway_timeout`: HTTP 504: something behind the gateway took too long.
        GatewayTimeout = "gateway_timeout",
    }
}
::faspay_runtime::advice! {
    /// No document says so: it is inferred from what the codes mean.
    ResponseCode {
        ApiValidationError => FixRequest,
        CredentialsInvalid => FixRequest,
        ResourceNotComplete => CallGateway,
        ForbiddenAccess => CallGateway,
        NotFound => FixRequest,
        ResourceMissing => FixRequest,
        DataNotFound => AskShopper,
        DuplicateError => Inquire,
        IdempotencyError => Inquire,
        FrequencyAboveLimit => Retry,
        InternalError => Inquire,
        BadGateway => Inquire,
        ServiceUnavailable => Inquire,
        GatewayTimeout => Inquire,
    }
}
::faspay_runtime::codes! {
    /// Where an error comes from. Code list `error-type`.
    pub enum ErrorType {
        /// `API_ERROR`: The API.
        ApiError = "API_ERROR",
        /// `GATEWAY_ERROR`: The gateway.
        GatewayError = "GATEWAY_ERROR",
        /// `PARTNER_ERROR`: A partner of the gateway.
        PartnerError = "PARTNER_ERROR",
    }
}
::faspay_runtime::codes! {
    /// Why a charge failed. Code list `failure-code`.
    pub enum FailureCode {
        /// `DECLINED_BY_CHANNEL`: The bank or wallet declined.
        DeclinedByChannel = "DECLINED_BY_CHANNEL",
        /// `INVALID_ACCOUNT`: The card or account isn't valid.
        InvalidAccount = "INVALID_ACCOUNT",
        /// `AUTHENTICATION_FAILED`: The shopper didn't authenticate.
        AuthenticationFailed = "AUTHENTICATION_FAILED",
        /// `SUSPECTED_FRAUD`: Fraud is suspected.
        SuspectedFraud = "SUSPECTED_FRAUD",
        /// `INSUFFICIENT_FUND`: There isn't enough money.
        InsufficientFund = "INSUFFICIENT_FUND",
        /// `CHANNEL_UNAVAILABLE`: The bank or wallet isn't available.
        ChannelUnavailable = "CHANNEL_UNAVAILABLE",
        /// `CANCELLED_BY_USER`: The shopper cancelled.
        CancelledByUser = "CANCELLED_BY_USER",
        /// `CHARGE_EXPIRED`: Its time ran out.
        ChargeExpired = "CHARGE_EXPIRED",
        /// `BLOCKED_BY_FDS`: Blocked by fraud detection; only the page on simulation has this code.
        BlockedByFds = "BLOCKED_BY_FDS",
        /// `REQUIRE_REVIEW`: A person has to look at it; only the page on simulation has this code.
        RequireReview = "REQUIRE_REVIEW",
    }
}
::faspay_runtime::advice! {
    /// No document says so: it is inferred from what the codes mean.
    FailureCode {
        DeclinedByChannel => AskShopper,
        InvalidAccount => AskShopper,
        AuthenticationFailed => AskShopper,
        SuspectedFraud => AskShopper,
        InsufficientFund => AskShopper,
        ChannelUnavailable => AskShopper,
        CancelledByUser => AskShopper,
        ChargeExpired => AskShopper,
        BlockedByFds => AskShopper,
        RequireReview => CallGateway,
    }
}
::faspay_runtime::codes! {
    /// What fraud detection recommends. Code list `risk-recommendation`.
    pub enum RiskRecommendation {
        /// `Approve`: To take the charge.
        Approve = "Approve",
        /// `Reject`: Not to take it.
        Reject = "Reject",
    }
}
::faspay_runtime::codes! {
    /// What fraud detection decided. Code list `risk-status`.
    pub enum RiskStatus {
        /// `PASSED`: The charge passed.
        Passed = "PASSED",
        /// `REJECTED`: It was rejected.
        Rejected = "REJECTED",
    }
}
::faspay_runtime::codes! {
    /// What kind of card it is. Code list `card-type`.
    pub enum CardType {
        /// `DEBIT`: A debit card.
        Debit = "DEBIT",
        /// `CREDIT`: A credit card.
        Credit = "CREDIT",
        /// `PREPAID`: A prepaid card.
        Prepaid = "PREPAID",
    }
}
::faspay_runtime::codes! {
    /// What came of authenticating the shopper. Code list `three-ds-result`.
    pub enum ThreeDsResult {
        /// `SUCCESSFUL`: The shopper was authenticated.
        Successful = "SUCCESSFUL",
        /// `AUTHENTICATION_SUCCESSFUL`: The same; only samples have this code.
        AuthenticationSuccessful = "AUTHENTICATION_SUCCESSFUL",
        /// `ATTEMPTED`: It was attempted.
        Attempted = "ATTEMPTED",
        /// `FAILED`: It failed.
        Failed = "FAILED",
        /// `NOT_AVAILABLE`: It wasn't available.
        NotAvailable = "NOT_AVAILABLE",
        /// `PROCESSING_ERROR`: It couldn't be processed.
        ProcessingError = "PROCESSING_ERROR",
    }
}
::faspay_runtime::codes! {
    /// How the shopper was authenticated. Code list `three-ds-flow`.
    pub enum ThreeDsFlow {
        /// `BYPASSED`: Not at all.
        Bypassed = "BYPASSED",
        /// `CHALLENGE`: With a challenge.
        Challenge = "CHALLENGE",
        /// `FRICTIONLESS`: Without one.
        Frictionless = "FRICTIONLESS",
    }
}
::faspay_runtime::codes! {
    /// Electronic commerce indicators that a charge can have; the page lists the codes. Code list `eci`.
    pub enum Eci {
        /// `00`: Code 00.
        Eci00 = "00",
        /// `01`: Code 01.
        Eci01 = "01",
        /// `02`: Code 02.
        Eci02 = "02",
        /// `05`: Code 05.
        Eci05 = "05",
        /// `06`: Code 06.
        Eci06 = "06",
        /// `07`: Code 07.
        Eci07 = "07",
    }
}
