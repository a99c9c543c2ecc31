// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

::faspay_runtime::codes! {
    /// What became of a payment. Code list `payment-status`.
    pub enum PaymentState {
        /// `REQUEST_INITIATED`: Accepted; the shopper has not paid yet.
        RequestInitiated = "REQUEST_INITIATED",
        /// `PENDING`: Not decided yet.
        Pending = "PENDING",
        /// `AUTHORIZED`: The bank has reserved the amount.
        Authorized = "AUTHORIZED",
        /// `CAPTURED`: The amount has been taken.
        Captured = "CAPTURED",
        /// `PAID`: Paid.
        Paid = "PAID",
        /// `EXPIRED`: The time to pay has run out.
        Expired = "EXPIRED",
        /// `CANCELLED`: Cancelled before it was paid.
        Cancelled = "CANCELLED",
        /// `FAILED`: It failed.
        Failed = "FAILED",
        /// `FAILURE`: It failed; another spelling of the same.
        Failure = "FAILURE",
        /// `REFUNDED`: The money went back.
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
        /// `cc`: Card.
        Card = "cc",
        /// `finpaycode`: Finpay's own payment code.
        FinpayCode = "finpaycode",
        /// `dana`: DANA.
        Dana = "dana",
        /// `ovo`: OVO.
        Ovo = "ovo",
        /// `shopeepay`: ShopeePay.
        ShopeePay = "shopeepay",
        /// `linkaja`: LinkAja.
        LinkAja = "linkaja",
        /// `qris`: QRIS.
        Qris = "qris",
        /// `indodana`: Indodana.
        Indodana = "indodana",
        /// `ddisaku`: i.saku, by direct debit.
        DirectDebitIsaku = "ddisaku",
        /// `finpaymoney`: Finpay Money.
        FinpayMoney = "finpaymoney",
        /// `vabca`: Virtual account of BCA.
        VaBca = "vabca",
        /// `vabni`: Virtual account of BNI.
        VaBni = "vabni",
        /// `vabri`: Virtual account of BRI.
        VaBri = "vabri",
        /// `vamandiri`: Virtual account of Mandiri.
        VaMandiri = "vamandiri",
        /// `vapermata`: Virtual account of Permata.
        VaPermata = "vapermata",
        /// `vacimb`: Virtual account of CIMB.
        VaCimb = "vacimb",
        /// `vadanamon`: Virtual account of Danamon.
        VaDanamon = "vadanamon",
        /// `vabsi`: Virtual account of BSI.
        VaBsi = "vabsi",
        /// `vabtn`: Virtual account of BTN.
        VaBtn = "vabtn",
        /// `vabjb`: Virtual account of BJB.
        VaBjb = "vabjb",
        /// `vabnc`: Virtual account of BNC.
        VaBnc = "vabnc",
        /// `alfamart`: Over the counter at Alfamart.
        Alfamart = "alfamart",
        /// `idm`: Over the counter at Indomaret.
        Indomaret = "idm",
        /// `pospay`: Pospay.
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
        /// `Y`: On.
        On = "Y",
    }
}
