// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

::faspay_runtime::codes! {
    /// What became of a payment. Code list `payment-status`.
    pub enum PaymentState {
        /// `REQUEST_INITIATED`: Accepted; the shopper has not paid yet. · sampled
        RequestInitiated = "REQUEST_INITIATED",
        /// `PENDING`: Not decided yet. · inferred
        Pending = "PENDING",
        /// `AUTHORIZED`: The bank has reserved the amount. · inferred
        Authorized = "AUTHORIZED",
        /// `CAPTURED`: The amount has been taken. · sampled
        Captured = "CAPTURED",
        /// `PAID`: Paid. · inferred
        Paid = "PAID",
        /// `EXPIRED`: The time to pay has run out. · inferred
        Expired = "EXPIRED",
        /// `CANCELLED`: Cancelled before it was paid.
        Cancelled = "CANCELLED",
        /// `FAILED`: It failed. · inferred
        Failed = "FAILED",
        /// `FAILURE`: It failed; another spelling of the same. · inferred
        Failure = "FAILURE",
        /// `REFUNDED`: The money went back. · inferred
        Refunded = "REFUNDED",
    }
}
::faspay_runtime::outcomes! {
    PaymentState {
        RequestInitiated => Pending,
        Pending => Pending,
        Authorized => Pending,
        Captured => Paid,
        Paid => Paid,
        Expired => NotPaid,
        Cancelled => NotPaid,
        Failed => NotPaid,
        Failure => NotPaid,
        Refunded => NotPaid,
    }
}
::faspay_runtime::codes! {
    /// What became of a request. Code list `response-code`.
    pub enum ResponseCode {
        /// `2000000`: It was taken. Nothing else is a success.
        Success = "2000000",
        /// `4011000`: Merchant id or key are wrong.
        Unauthorised = "4011000",
        /// `4030015`: The payment's state forbids it: a void of what isn't paid.
        NotPermitted = "4030015",
        /// `4040100`: The payment's status forbids it.
        InvalidStatus = "4040100",
        /// `4041011`: There is no such transaction.
        NotFound = "4041011",
    }
}
::faspay_runtime::advice! {
    /// No document says so: it is inferred from what the codes mean.
    ResponseCode {
        Unauthorised => FixRequest,
        NotPermitted => Inquire,
        InvalidStatus => Inquire,
        NotFound => FixRequest,
    }
}
::faspay_runtime::codes! {
    /// What happens to the card's details. Code list `stored-on-file`.
    pub enum StoredOnFile {
        /// `TO_BE_STORED`: Stored after a successful payment.
        ToBeStored = "TO_BE_STORED",
        /// `STORED`: A stored card pays.
        Stored = "STORED",
        /// `NOT_STORED`: Removed after a successful payment.
        NotStored = "NOT_STORED",
    }
}
::faspay_runtime::codes! {
    /// What the shopper pays with. Code list `source-of-funds`.
    pub enum SourceOfFundsType {
        /// `cc`: Card. · sampled
        Card = "cc",
        /// `finpaycode`: Finpay's own payment code. · sampled
        FinpayCode = "finpaycode",
        /// `dana`: DANA. · sampled
        Dana = "dana",
        /// `ovo`: OVO. · sampled
        Ovo = "ovo",
        /// `shopeepay`: ShopeePay. · sampled
        ShopeePay = "shopeepay",
        /// `linkaja`: LinkAja. · sampled
        LinkAja = "linkaja",
        /// `qris`: QRIS. · sampled
        Qris = "qris",
        /// `indodana`: Indodana. · sampled
        Indodana = "indodana",
        /// `ddisaku`: i.saku, by direct debit. · sampled
        DirectDebitIsaku = "ddisaku",
        /// `finpaymoney`: Finpay Money. · sampled
        FinpayMoney = "finpaymoney",
        /// `vabca`: Virtual account of BCA. · sampled
        VaBca = "vabca",
        /// `vabni`: Virtual account of BNI. · sampled
        VaBni = "vabni",
        /// `vabri`: Virtual account of BRI. · sampled
        VaBri = "vabri",
        /// `vamandiri`: Virtual account of Mandiri. · sampled
        VaMandiri = "vamandiri",
        /// `vapermata`: Virtual account of Permata. · sampled
        VaPermata = "vapermata",
        /// `vacimb`: Virtual account of CIMB. · sampled
        VaCimb = "vacimb",
        /// `vadanamon`: Virtual account of Danamon. · sampled
        VaDanamon = "vadanamon",
        /// `vabsi`: Virtual account of BSI. · sampled
        VaBsi = "vabsi",
        /// `vabtn`: Virtual account of BTN. · sampled
        VaBtn = "vabtn",
        /// `vabjb`: Virtual account of BJB. · sampled
        VaBjb = "vabjb",
        /// `vabnc`: Virtual account of BNC. · sampled
        VaBnc = "vabnc",
        /// `alfamart`: Over the counter at Alfamart. · sampled
        Alfamart = "alfamart",
        /// `idm`: Over the counter at Indomaret. · sampled
        Indomaret = "idm",
        /// `pospay`: Pospay. · sampled
        Pospay = "pospay",
    }
}
::faspay_runtime::codes! {
    /// What is charged again and again. Code list `recurring-type`.
    pub enum RecurringType {
        /// `PURCHASE`: A purchase.
        Purchase = "PURCHASE",
        /// `TOPUP`: Topping up a balance.
        TopUp = "TOPUP",
    }
}
::faspay_runtime::codes! {
    /// A switch that has one value. Code list `yes`.
    pub enum Yes {
        /// `Y`: On. · sampled
        On = "Y",
    }
}
