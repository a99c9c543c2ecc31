// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

::faspay_runtime::codes! {
    /// What became of a card transaction. Code list `txn-status`.
    pub enum TxnStatus {
        /// `N`: Entered and not decided yet; every transaction starts here.
        Pending = "N",
        /// `A`: The bank has reserved the amount; nothing is taken before a capture.
        Authorised = "A",
        /// `C`: The reserved amount has been taken.
        Captured = "C",
        /// `CF`: The capture failed; the reservation may still stand, and the gateway can set it back to authorised.
        CaptureFailed = "CF",
        /// `CRC`: The bank hasn't answered the capture; only the page on adjusting a status has this code, the status list doesn't.
        CaptureReconfirm = "CRC",
        /// `S`: Authorised and taken in one step.
        Sales = "S",
        /// `F`: The bank declined; bank_res_code says why.
        NotApproved = "F",
        /// `E`: The request failed; err_code says why. In the reply to a void it is the void that failed.
        Errored = "E",
        /// `B`: Blocked by a rule of the merchant or of the gateway.
        Blocked = "B",
        /// `I`: Never finished; no page says whether it still can be.
        Incomplete = "I",
        /// `P`: Still under way. An error text and the vendor's shop plugin use this code, the status list doesn't.
        PendingUnlisted = "P",
        /// `RC`: The bank hasn't answered; ask again before you charge again.
        Reconfirm = "RC",
        /// `V`: Cancelled before settlement.
        Voided = "V",
        /// `CR`: A capture that was taken back.
        CaptureReversed = "CR",
        /// `CRF`: Taking back a capture failed; inquire where the money is.
        CaptureReversalFailed = "CRF",
        /// `SR`: A sale that was taken back.
        SalesReversed = "SR",
        /// `SRF`: Taking back a sale failed; inquire where the money is.
        SalesReversalFailed = "SRF",
        /// `PCR`: A capture is being taken back.
        CaptureReversalPending = "PCR",
        /// `PSR`: A sale is being taken back.
        SalesReversalPending = "PSR",
        /// `CB`: The cardholder's bank has taken the money back.
        ChargedBack = "CB",
        /// `PCB`: The cardholder disputes the charge; not decided yet.
        ChargebackPending = "PCB",
    }
}
::faspay_runtime::outcomes! {
    TxnStatus {
        Pending => Pending,
        Authorised => Pending,
        Captured => Paid,
        CaptureFailed => Pending,
        CaptureReconfirm => Unknown,
        Sales => Paid,
        NotApproved => NotPaid,
        Errored => NotPaid,
        Blocked => NotPaid,
        Incomplete => Unknown,
        PendingUnlisted => Pending,
        Reconfirm => Unknown,
        Voided => NotPaid,
        CaptureReversed => NotPaid,
        CaptureReversalFailed => Unknown,
        SalesReversed => NotPaid,
        SalesReversalFailed => Unknown,
        CaptureReversalPending => Pending,
        SalesReversalPending => Pending,
        ChargedBack => NotPaid,
        ChargebackPending => Pending,
    }
}
::faspay_runtime::codes! {
    /// What the merchant can do next. Code list `eui`.
    pub enum Eui {
        /// `SUC`: Nothing; it went well.
        Success = "SUC",
        /// `RTY`: The shopper may try again; comes with the statuses F, RC, N and E. After RC or N inquire first.
        Retry = "RTY",
        /// `ALT`: Look at it by hand: it can't be captured automatically.
        NeedsReview = "ALT",
        /// `NA`: Capture it yourself: automatic capture is switched off.
        AutoCaptureOff = "NA",
    }
}
::faspay_runtime::codes! {
    /// What to tell the shopper. Code list `usr-code`.
    pub enum UsrCode {
        /// `101`: Approved.
        Approved = "101",
        /// `102`: Declined; the shopper should ask the bank.
        DeclinedReferBank = "102",
        /// `103`: Declined; the shopper should ask the merchant.
        DeclinedReferMerchant = "103",
        /// `104`: Declined; the card's details are wrong.
        DeclinedCardDetails = "104",
        /// `105`: Declined; the shopper should ask the card's holder.
        DeclinedReferCardholder = "105",
        /// `106`: Declined; the answer couldn't be interpreted.
        DeclinedUnknown = "106",
        /// `107`: Declined; the shopper should ask the e-wallet.
        DeclinedReferEwallet = "107",
        /// `108`: Accepted; the shopper still has to do something.
        AcceptedActionPending = "108",
    }
}
::faspay_runtime::codes! {
    /// What was wrong with a request. Match on the code; its text differs between the list and live answers. Code list `err-code`.
    pub enum ErrCode {
        /// `0`: No error; look at the bank's codes.
        NoError = "0",
        /// `5500`: The gateway couldn't look something up.
        QueryError = "5500",
        /// `5501`: `merchantid` is empty.
        MerchantidEmpty = "5501",
        /// `5502`: `transactionid` is empty.
        TransactionidEmpty = "5502",
        /// `5503`: `description` is empty.
        DescriptionEmpty = "5503",
        /// `5504`: `transactiontype` is empty.
        TransactiontypeEmpty = "5504",
        /// `5505`: `cardno` is empty.
        CardnoEmpty = "5505",
        /// `5506`: `cardtype` is empty.
        CardtypeEmpty = "5506",
        /// `5507`: `cardname` is empty.
        CardnameEmpty = "5507",
        /// `5508`: `expirymonth` is empty.
        ExpirymonthEmpty = "5508",
        /// `5509`: `expiryyear` is empty.
        ExpiryyearEmpty = "5509",
        /// `5510`: `newtransaction` is empty.
        NewtransactionEmpty = "5510",
        /// `5511`: `merchant_tranid` is empty.
        MerchantTranidEmpty = "5511",
        /// `5512`: `submit_url` is empty.
        SubmitUrlEmpty = "5512",
        /// `5513`: Processing failed.
        ProcessingError = "5513",
        /// `5514`: `amount` can't be read.
        AmountInvalid = "5514",
        /// `5515`: `newtransaction` is neither Y nor N.
        NewtransactionInvalid = "5515",
        /// `5516`: This transaction type isn't supported.
        TransactiontypeUnsupported = "5516",
        /// `5517`: A new transaction wants type 1 or 3.
        TransactiontypeNotNew = "5517",
        /// `5518`: The card isn't valid.
        CardInvalid = "5518",
        /// `5519`: The card has expired.
        CardExpired = "5519",
        /// `5520`: The card couldn't be verified.
        CardVerificationError = "5520",
        /// `5521`: The card type isn't accepted; the text names only V and M.
        CardtypeInvalid = "5521",
        /// `5522`: The merchant may not use this transaction type.
        TransactiontypeNotAllowed = "5522",
        /// `5523`: The card number has the wrong length.
        CardnoLength = "5523",
        /// `5524`: There is no such merchant.
        MerchantUnknown = "5524",
        /// `5525`: No acquirer could be found for it.
        AcquirerUndetermined = "5525",
        /// `5526`: The adapter for this way of paying couldn't be loaded.
        PaymentAdapterError = "5526",
        /// `5527`: Black-listed or blocked.
        Blocked = "5527",
        /// `5528`: The merchant may not capture over the API.
        CaptureNotAllowed = "5528",
        /// `5529`: The merchant has no rights to this transaction.
        TransactionForbidden = "5529",
        /// `5530`: `merchant_tranid` was used before: inquire what became of that transaction.
        DuplicateMerchantTranid = "5530",
        /// `5531`: The amount doesn't match.
        AmountMismatch = "5531",
        /// `5532`: Neither `merchant_tranid` nor the transaction id was given.
        TransactionReferenceMissing = "5532",
        /// `5533`: There is no such transaction.
        TransactionNotFound = "5533",
        /// `5534`: `shipping_address` is over 255 characters; the table allows 200.
        ShippingAddressTooLong = "5534",
        /// `5535`: `billing_address` is over 255 characters; the table allows 200.
        BillingAddressTooLong = "5535",
        /// `5536`: `custemail` is over 100 characters.
        CustemailTooLong = "5536",
        /// `5537`: `description` is over 100 characters.
        DescriptionTooLong = "5537",
        /// `5538`: `cardname` is over 100 characters.
        CardnameTooLong = "5538",
        /// `5540`: `merchant_tranid` is over 100 characters.
        MerchantTranidTooLong = "5540",
        /// `5541`: `custemail` is empty.
        CustemailEmpty = "5541",
        /// `5542`: `shopper_ip` is empty.
        ShopperIpEmpty = "5542",
        /// `5543`: The merchant is suspended.
        MerchantSuspended = "5543",
        /// `5544`: Requests from this address aren't allowed.
        IpNotAllowed = "5544",
        /// `5545`: The merchant's settings at the gateway are wrong.
        MerchantSettingsInvalid = "5545",
        /// `5546`: The bank's answer was wrong or empty.
        BankResponseInvalid = "5546",
        /// `5547`: The bank didn't answer: inquire before you charge again.
        BankResponseMissing = "5547",
        /// `5548`: The gateway couldn't store the transaction.
        StorageError = "5548",
        /// `5549`: The amount isn't the original transaction's.
        AmountDiffersFromOriginal = "5549",
        /// `5550`: The address isn't an IP address.
        IpInvalid = "5550",
        /// `5551`: The bank couldn't be reached.
        BankUnreachable = "5551",
        /// `5552`: The bank took too long: inquire before you charge again.
        BankTimeout = "5552",
        /// `5553`: Only an authorised transaction can be captured.
        CaptureWrongStatus = "5553",
        /// `5554`: The merchant isn't activated.
        MerchantInactive = "5554",
        /// `5555`: The merchant may not refund over the API.
        RefundNotAllowed = "5555",
        /// `5557`: The merchant may not void over the API.
        VoidNotAllowed = "5557",
        /// `5560`: Only a captured transaction or a sale (C, S) can be refunded.
        RefundWrongStatus = "5560",
        /// `5562`: Only P, A, C, S and RC can be voided; the void page lists other statuses.
        VoidWrongStatus = "5562",
        /// `5566`: `signature` is empty.
        SignatureEmpty = "5566",
        /// `5567`: `signature` doesn't fit: check the password, the upper-casing and the amount's decimals.
        SignatureInvalid = "5567",
        /// `5568`: `merchant_tranid` doesn't belong to this transaction.
        MerchantTranidMismatch = "5568",
        /// `5569`: The amount to refund can't be accepted.
        RefundAmountInvalid = "5569",
        /// `5574`: The amount is outside what the merchant may charge.
        AmountOutOfRange = "5574",
        /// `5575`: The currency is empty.
        CurrencyEmpty = "5575",
        /// `5576`: The merchant isn't set up for this currency.
        CurrencyNotConfigured = "5576",
        /// `5577`: The payment mode is empty or isn't one.
        PaymentModeInvalid = "5577",
        /// `5578`: The merchant has no payment mode.
        PaymentModeMissing = "5578",
        /// `5579`: `custname` is over 120 characters.
        CustnameTooLong = "5579",
        /// `5582`: The card's security code is empty.
        CvcEmpty = "5582",
        /// `5583`: The card's security code isn't valid.
        CvcInvalid = "5583",
        /// `5584`: `expirymonth` isn't valid.
        ExpirymonthInvalid = "5584",
        /// `5585`: `expiryyear` isn't valid.
        ExpiryyearInvalid = "5585",
        /// `5588`: There is no transaction with this id.
        TransactionIdNotFound = "5588",
        /// `5590`: Blocked by a rule on country, address or currency.
        BlockedByRule = "5590",
        /// `5594`: Blocked by a filter on card numbers.
        BlockedByCardRange = "5594",
        /// `5595`: Blocked by a filter on card numbers; listed beside 5594 with the same sense.
        BlockedByCardRange5595 = "5595",
        /// `5596`: The phone number is over 20 characters.
        PhoneTooLong = "5596",
        /// `5597`: The shopper left.
        AbandonedByCustomer = "5597",
        /// `5598`: `pymt_criteria` holds something unknown.
        PymtCriteriaInvalid = "5598",
        /// `5599`: There is no such instalment plan.
        InstalmentPlanMissing = "5599",
        /// `5600`: `pymt_ind` and `pymt_criteria` hold different numbers of values.
        PymtCountMismatch = "5600",
        /// `5601`: Values of `pymt_ind` or `pymt_criteria` aren't joined by semicolons.
        PymtDelimiterInvalid = "5601",
        /// `5602`: The criterion of a third-party payment is neither yes nor no.
        ThirdPartyNotYesNo = "5602",
        /// `5603`: `pymt_ind` holds something unknown.
        PymtIndInvalid = "5603",
        /// `5604`: `card_issuer_bank` is empty.
        CardIssuerBankEmpty = "5604",
        /// `5605`: `card_issuer_bank` is over 200 characters.
        CardIssuerBankTooLong = "5605",
        /// `5606`: `card_identity_ref_type` is empty.
        CardIdentityRefTypeEmpty = "5606",
        /// `5607`: `card_identity_ref_type` isn't one of its codes.
        CardIdentityRefTypeInvalid = "5607",
        /// `5608`: `card_identity_ref` is empty.
        CardIdentityRefEmpty = "5608",
        /// `5609`: `card_identity_ref` is over 20 characters.
        CardIdentityRefTooLong = "5609",
        /// `5610`: `card_phone` is empty.
        CardPhoneEmpty = "5610",
        /// `5611`: `card_phone` is over 25 characters.
        CardPhoneTooLong = "5611",
        /// `5612`: `card_email` is empty.
        CardEmailEmpty = "5612",
        /// `5613`: `card_email` is over 100 characters.
        CardEmailTooLong = "5613",
        /// `5614`: `card_email` isn't an e-mail address.
        CardEmailInvalid = "5614",
        /// `5615`: `custname` is empty.
        CustnameEmpty = "5615",
        /// `5616`: The e-wallet's answer was wrong.
        EwalletResponseInvalid = "5616",
        /// `5617`: The e-wallet couldn't be reached.
        EwalletUnreachable = "5617",
        /// `5618`: The e-wallet didn't answer: inquire before you charge again.
        EwalletResponseMissing = "5618",
        /// `5619`: The e-wallet couldn't process it.
        EwalletProcessingError = "5619",
        /// `5620`: The currency isn't valid.
        CurrencyInvalid = "5620",
        /// `5621`: The bank refused the void.
        VoidRefusedByBank = "5621",
        /// `5622`: `return_url` is empty.
        ReturnUrlEmpty = "5622",
        /// `5623`: The status can't be adjusted to this one.
        AdjustStatusNotAllowed = "5623",
        /// `5624`: The bank's approval code for an adjustment isn't valid.
        BankAuthidInvalid = "5624",
        /// `5625`: Everything has been refunded already.
        AlreadyRefunded = "5625",
        /// `5626`: What has been refunded can't be voided.
        VoidAfterRefund = "5626",
        /// `5627`: The bank refused the refund.
        RefundRefusedByBank = "5627",
        /// `5628`: This acquirer doesn't refund.
        RefundUnsupportedByAcquirer = "5628",
        /// `5629`: The bank found fields missing.
        BankFieldsMissing = "5629",
        /// `5630`: The bank found fields invalid.
        BankFieldsInvalid = "5630",
        /// `5631`: The sale or authorisation failed at the bank.
        BankSaleFailed = "5631",
        /// `5632`: The gateway's receipt page doesn't work with this `response_type`.
        ReceiptResponseTypeInvalid = "5632",
        /// `5633`: `mref7` is empty; with the gateway's receipt page it holds the way back to the shop.
        Mref7Empty = "5633",
        /// `5634`: The shopper took too long in the payment window.
        PaymentWindowTimeout = "5634",
        /// `6000`: The fraud analysis failed.
        FraudAnalysisError = "6000",
        /// `6001`: Fraud analysis: `mpi_code` is empty.
        FraudMpiCodeEmpty = "6001",
        /// `6002`: Fraud analysis: the transaction id is wrong.
        FraudTransactionIdInvalid = "6002",
        /// `6100`: 3-D Secure: `mpi_code` is empty.
        ThreeDsMpiCodeEmpty = "6100",
        /// `6102`: 3-D Secure: the merchant data doesn't match.
        ThreeDsMdMismatch = "6102",
        /// `6103`: 3-D Secure: the merchant data is missing.
        ThreeDsMdMissing = "6103",
        /// `6104`: 3-D Secure: authentication failed.
        ThreeDsAuthenticationError = "6104",
        /// `6105`: 3-D Secure: a message was wrong.
        ThreeDsMessageInvalid = "6105",
        /// `6106`: 3-D Secure: the merchant plug-in isn't set up.
        ThreeDsMpiNotConfigured = "6106",
        /// `6107`: 3-D Secure: the form for the card issuer's page failed.
        ThreeDsAcsFormError = "6107",
        /// `6108`: 3-D Secure: the merchant plug-in failed.
        ThreeDsMpiFailed = "6108",
        /// `6109`: 3-D Secure: the transaction to come back to is missing.
        ThreeDsTransactionMissing = "6109",
        /// `6110`: 3-D Secure: the merchant plug-in's answer is empty.
        ThreeDsMpiEmpty = "6110",
        /// `6111`: 3-D Secure: the card issuer's answer is empty.
        ThreeDsAcsEmpty = "6111",
        /// `6112`: 3-D Secure: it was broken off.
        ThreeDsAborted = "6112",
        /// `6117`: 3-D Secure: the card issuer's page took too long.
        ThreeDsAcsTimeout = "6117",
        /// `6118`: 3-D Secure: `XID` is empty.
        ThreeDsXidEmpty = "6118",
        /// `6119`: 3-D Secure: `ECI` is empty.
        ThreeDsEciEmpty = "6119",
        /// `6120`: 3-D Secure: `CAVV` is empty.
        ThreeDsCavvEmpty = "6120",
        /// `6121`: 3-D Secure: `AUTHSTATUS` is empty.
        ThreeDsAuthstatusEmpty = "6121",
        /// `6200`: The card couldn't be stored or looked up.
        TokenisationError = "6200",
        /// `6201`: `pymt_token` is empty.
        PymtTokenEmpty = "6201",
        /// `6202`: The token's status couldn't be changed.
        TokenStatusUpdateError = "6202",
        /// `6300`: Adjustment: the wanted status is wrong.
        AdjustStatusInvalid = "6300",
        /// `6301`: Adjustment: only CF and CRC can be adjusted.
        AdjustWrongStatus = "6301",
        /// `6302`: Adjustment: the approval code doesn't match.
        AdjustAuthCodeMismatch = "6302",
        /// `7000`: There is no data.
        NoData = "7000",
        /// `7001`: `lang` is empty.
        LangEmpty = "7001",
        /// `7002`: The attachment is too big.
        AttachmentTooBig = "7002",
        /// `7003`: The mail with the payment link couldn't be sent.
        PaymentLinkMailError = "7003",
        /// `7004`: `paymentlinkid` is empty.
        PaymentLinkIdEmpty = "7004",
        /// `7005`: There is no such payment link.
        PaymentLinkNotFound = "7005",
        /// `7006`: The payment link is being used already.
        PaymentLinkProcessing = "7006",
        /// `7007`: The payment link isn't available.
        PaymentLinkUnavailable = "7007",
        /// `7008`: The payment link has expired.
        PaymentLinkExpired = "7008",
        /// `9992`: The kind of mobile device is empty.
        MobileDeviceEmpty = "9992",
        /// `9993`: The screen size is empty.
        ScreenSizeEmpty = "9993",
        /// `9994`: The browser runs no JavaScript.
        JavascriptMissing = "9994",
        /// `9995`: The browser was closed.
        BrowserClosed = "9995",
        /// `9996`: Captures and voids can't be requested this way.
        CaptureOrVoidMethodWrong = "9996",
        /// `9997`: This transaction can't be inquired about online.
        InquiryUnsupported = "9997",
        /// `9998`: The shopper cancelled.
        CancelledByCustomer = "9998",
        /// `9999`: Something else went wrong.
        GeneralError = "9999",
    }
}
::faspay_runtime::advice! {
    /// No document says so: it is inferred from what the codes mean.
    ErrCode {
        QueryError => Retry,
        MerchantidEmpty => FixRequest,
        TransactionidEmpty => FixRequest,
        DescriptionEmpty => FixRequest,
        TransactiontypeEmpty => FixRequest,
        CardnoEmpty => AskShopper,
        CardtypeEmpty => AskShopper,
        CardnameEmpty => AskShopper,
        ExpirymonthEmpty => AskShopper,
        ExpiryyearEmpty => AskShopper,
        NewtransactionEmpty => FixRequest,
        MerchantTranidEmpty => FixRequest,
        SubmitUrlEmpty => FixRequest,
        ProcessingError => Inquire,
        AmountInvalid => FixRequest,
        NewtransactionInvalid => FixRequest,
        TransactiontypeUnsupported => FixRequest,
        TransactiontypeNotNew => FixRequest,
        CardInvalid => AskShopper,
        CardExpired => AskShopper,
        CardVerificationError => AskShopper,
        CardtypeInvalid => AskShopper,
        TransactiontypeNotAllowed => CallGateway,
        CardnoLength => AskShopper,
        MerchantUnknown => FixRequest,
        AcquirerUndetermined => CallGateway,
        PaymentAdapterError => CallGateway,
        Blocked => AskShopper,
        CaptureNotAllowed => CallGateway,
        TransactionForbidden => CallGateway,
        DuplicateMerchantTranid => Inquire,
        AmountMismatch => FixRequest,
        TransactionReferenceMissing => FixRequest,
        TransactionNotFound => FixRequest,
        ShippingAddressTooLong => FixRequest,
        BillingAddressTooLong => FixRequest,
        CustemailTooLong => FixRequest,
        DescriptionTooLong => FixRequest,
        CardnameTooLong => FixRequest,
        MerchantTranidTooLong => FixRequest,
        CustemailEmpty => FixRequest,
        ShopperIpEmpty => FixRequest,
        MerchantSuspended => CallGateway,
        IpNotAllowed => CallGateway,
        MerchantSettingsInvalid => CallGateway,
        BankResponseInvalid => Inquire,
        BankResponseMissing => Inquire,
        StorageError => Inquire,
        AmountDiffersFromOriginal => FixRequest,
        IpInvalid => FixRequest,
        BankUnreachable => Retry,
        BankTimeout => Inquire,
        CaptureWrongStatus => Inquire,
        MerchantInactive => CallGateway,
        RefundNotAllowed => CallGateway,
        VoidNotAllowed => CallGateway,
        RefundWrongStatus => Inquire,
        VoidWrongStatus => Inquire,
        SignatureEmpty => FixRequest,
        SignatureInvalid => FixRequest,
        MerchantTranidMismatch => FixRequest,
        RefundAmountInvalid => FixRequest,
        AmountOutOfRange => FixRequest,
        CurrencyEmpty => FixRequest,
        CurrencyNotConfigured => CallGateway,
        PaymentModeInvalid => FixRequest,
        PaymentModeMissing => CallGateway,
        CustnameTooLong => FixRequest,
        CvcEmpty => AskShopper,
        CvcInvalid => AskShopper,
        ExpirymonthInvalid => AskShopper,
        ExpiryyearInvalid => AskShopper,
        TransactionIdNotFound => FixRequest,
        BlockedByRule => AskShopper,
        BlockedByCardRange => AskShopper,
        BlockedByCardRange5595 => AskShopper,
        PhoneTooLong => FixRequest,
        AbandonedByCustomer => AskShopper,
        PymtCriteriaInvalid => FixRequest,
        InstalmentPlanMissing => FixRequest,
        PymtCountMismatch => FixRequest,
        PymtDelimiterInvalid => FixRequest,
        ThirdPartyNotYesNo => FixRequest,
        PymtIndInvalid => FixRequest,
        CardIssuerBankEmpty => FixRequest,
        CardIssuerBankTooLong => FixRequest,
        CardIdentityRefTypeEmpty => FixRequest,
        CardIdentityRefTypeInvalid => FixRequest,
        CardIdentityRefEmpty => FixRequest,
        CardIdentityRefTooLong => FixRequest,
        CardPhoneEmpty => FixRequest,
        CardPhoneTooLong => FixRequest,
        CardEmailEmpty => FixRequest,
        CardEmailTooLong => FixRequest,
        CardEmailInvalid => FixRequest,
        CustnameEmpty => FixRequest,
        EwalletResponseInvalid => Inquire,
        EwalletUnreachable => Retry,
        EwalletResponseMissing => Inquire,
        EwalletProcessingError => Inquire,
        CurrencyInvalid => FixRequest,
        VoidRefusedByBank => Inquire,
        ReturnUrlEmpty => FixRequest,
        AdjustStatusNotAllowed => FixRequest,
        BankAuthidInvalid => FixRequest,
        AlreadyRefunded => Inquire,
        VoidAfterRefund => Inquire,
        RefundRefusedByBank => CallGateway,
        RefundUnsupportedByAcquirer => CallGateway,
        BankFieldsMissing => FixRequest,
        BankFieldsInvalid => FixRequest,
        BankSaleFailed => AskShopper,
        ReceiptResponseTypeInvalid => FixRequest,
        Mref7Empty => FixRequest,
        PaymentWindowTimeout => AskShopper,
        FraudAnalysisError => Inquire,
        FraudMpiCodeEmpty => FixRequest,
        FraudTransactionIdInvalid => FixRequest,
        ThreeDsMpiCodeEmpty => FixRequest,
        ThreeDsMdMismatch => FixRequest,
        ThreeDsMdMissing => FixRequest,
        ThreeDsAuthenticationError => AskShopper,
        ThreeDsMessageInvalid => FixRequest,
        ThreeDsMpiNotConfigured => CallGateway,
        ThreeDsAcsFormError => FixRequest,
        ThreeDsMpiFailed => Inquire,
        ThreeDsTransactionMissing => FixRequest,
        ThreeDsMpiEmpty => FixRequest,
        ThreeDsAcsEmpty => FixRequest,
        ThreeDsAborted => AskShopper,
        ThreeDsAcsTimeout => AskShopper,
        ThreeDsXidEmpty => FixRequest,
        ThreeDsEciEmpty => FixRequest,
        ThreeDsCavvEmpty => FixRequest,
        ThreeDsAuthstatusEmpty => FixRequest,
        TokenisationError => Inquire,
        PymtTokenEmpty => FixRequest,
        TokenStatusUpdateError => Inquire,
        AdjustStatusInvalid => FixRequest,
        AdjustWrongStatus => FixRequest,
        AdjustAuthCodeMismatch => FixRequest,
        NoData => Inquire,
        LangEmpty => FixRequest,
        AttachmentTooBig => FixRequest,
        PaymentLinkMailError => Retry,
        PaymentLinkIdEmpty => FixRequest,
        PaymentLinkNotFound => FixRequest,
        PaymentLinkProcessing => Inquire,
        PaymentLinkUnavailable => AskShopper,
        PaymentLinkExpired => AskShopper,
        MobileDeviceEmpty => AskShopper,
        ScreenSizeEmpty => AskShopper,
        JavascriptMissing => AskShopper,
        BrowserClosed => AskShopper,
        CaptureOrVoidMethodWrong => CallGateway,
        InquiryUnsupported => CallGateway,
        CancelledByCustomer => AskShopper,
        GeneralError => Inquire,
    }
}
::faspay_runtime::codes! {
    /// The bank that took the transaction. Leading zeros count; a sample shows 016, which the list doesn't have. Code list `acquirer-bank`.
    pub enum AcquirerBank {
        /// `001`: Maybank, Malaysia.
        MaybankMy = "001",
        /// `002`: Bank Islam, Malaysia.
        BankIslamMy = "002",
        /// `003`: Citibank, Malaysia.
        CitibankMy = "003",
        /// `004`: Public Bank, Malaysia.
        PublicBankMy = "004",
        /// `005`: CIMB, Malaysia.
        CimbMy = "005",
        /// `006`: UOB, Singapore.
        UobSg = "006",
        /// `007`: DBS, Singapore.
        DbsSg = "007",
        /// `008`: Citibank, Singapore.
        CitibankSg = "008",
        /// `009`: RHB, Malaysia.
        RhbMy = "009",
        /// `010`: HSBC.
        Hsbc = "010",
        /// `011`: BII.
        Bii = "011",
        /// `012`: Standard Chartered.
        StandardChartered = "012",
        /// `013`: American Express.
        Amex = "013",
        /// `014`: Alliance Bank, Malaysia.
        AllianceMy = "014",
        /// `015`: BCA, Indonesia.
        BcaId = "015",
        /// `997`: The gateway's simulator: no money moves.
        Simulator = "997",
        /// `998`: A bank without a code.
        Other = "998",
        /// `999`: Not available.
        NotAvailable = "999",
    }
}
::faspay_runtime::codes! {
    /// Brand of a card. Code list `card-type`.
    pub enum CardType {
        /// `M`: MasterCard.
        Mastercard = "M",
        /// `V`: Visa.
        Visa = "V",
        /// `J`: JCB.
        Jcb = "J",
        /// `A`: American Express.
        Amex = "A",
    }
}
::faspay_runtime::codes! {
    /// Yes or no, spelled as a word. Code list `yes-no`.
    pub enum YesNo {
        /// `Yes`: Yes.
        Yes = "Yes",
        /// `No`: No.
        No = "No",
    }
}
::faspay_runtime::codes! {
    /// Yes, no, or not applicable. Code list `yes-no-na`.
    pub enum YesNoNa {
        /// `Yes`: Yes.
        Yes = "Yes",
        /// `No`: No.
        No = "No",
        /// `NA`: Not applicable: no score was made.
        NotApplicable = "NA",
    }
}
::faspay_runtime::codes! {
    /// How risky a transaction was rated. Code list `fraud-risk-level`.
    pub enum FraudRiskLevel {
        /// `-1`: Not rated: rating failed or isn't used.
        ErrorOrUnused = "-1",
        /// `0`: Very low.
        VeryLow = "0",
        /// `1`: Low.
        Low = "1",
        /// `2`: Medium.
        Medium = "2",
        /// `3`: High.
        High = "3",
        /// `4`: Very high.
        VeryHigh = "4",
    }
}
::faspay_runtime::codes! {
    /// Currencies that a card payment can be made in, by ISO 4217 code; which of them a merchant may use is set by contract. Code list `currency`.
    pub enum CurrencyCode {
        /// `AED`: United Arab Emirates dirham.
        Aed = "AED",
        /// `AUD`: Australian dollar.
        Aud = "AUD",
        /// `BND`: Brunei dollar.
        Bnd = "BND",
        /// `CHF`: Swiss franc.
        Chf = "CHF",
        /// `CNY`: Chinese yuan.
        Cny = "CNY",
        /// `EGP`: Egyptian pound.
        Egp = "EGP",
        /// `EUR`: Euro.
        Eur = "EUR",
        /// `GBP`: Pound sterling.
        Gbp = "GBP",
        /// `HKD`: Hong Kong dollar.
        Hkd = "HKD",
        /// `IDR`: Indonesian rupiah.
        Idr = "IDR",
        /// `INR`: Indian rupee.
        Inr = "INR",
        /// `JPY`: Japanese yen.
        Jpy = "JPY",
        /// `KRW`: South Korean won.
        Krw = "KRW",
        /// `LKR`: Sri Lankan rupee.
        Lkr = "LKR",
        /// `MYR`: Malaysian ringgit.
        Myr = "MYR",
        /// `NZD`: New Zealand dollar.
        Nzd = "NZD",
        /// `PHP`: Philippine peso.
        Php = "PHP",
        /// `PKR`: Pakistani rupee.
        Pkr = "PKR",
        /// `SAR`: Saudi riyal.
        Sar = "SAR",
        /// `SEK`: Swedish krona.
        Sek = "SEK",
        /// `SGD`: Singapore dollar.
        Sgd = "SGD",
        /// `THB`: Thai baht.
        Thb = "THB",
        /// `TWD`: New Taiwan dollar.
        Twd = "TWD",
        /// `USD`: United States dollar.
        Usd = "USD",
        /// `ZAR`: South African rand.
        Zar = "ZAR",
    }
}
::faspay_runtime::codes! {
    /// How the result comes back. Code list `response-type`.
    pub enum ResponseType {
        /// `1`: The browser is sent to `return_url`, with the result in the query.
        GetRedirect = "1",
        /// `2`: The browser posts the result to `return_url` as a form.
        PostRedirect = "2",
        /// `3`: The result is the body of the answer: pairs joined by semicolons.
        Text = "3",
    }
}
::faspay_runtime::codes! {
    /// What a new payment does with the amount. Code list `payment-type`.
    pub enum PaymentType {
        /// `1`: Takes it at once.
        Sales = "1",
        /// `3`: Reserves it; a capture takes it later.
        Authorise = "3",
    }
}
::faspay_runtime::codes! {
    /// Which kind of transaction, or which call, a message is about. Code list `transaction-type`.
    pub enum TransactionType {
        /// `1`: A payment that takes the amount at once.
        Sales = "1",
        /// `2`: Takes what an authorisation has reserved.
        Capture = "2",
        /// `3`: A payment that reserves the amount.
        Authorise = "3",
        /// `4`: Asks what became of a payment.
        Inquiry = "4",
        /// `5`: Asks about a stored card.
        TokenDetail = "5",
        /// `6`: Forgets a stored card.
        TokenDelete = "6",
        /// `7`: Asks for the token that a payment left behind.
        LastToken = "7",
        /// `9`: Sets a failed capture back to authorised.
        AdjustStatus = "9",
        /// `10`: Cancels a payment before it is settled with the bank.
        Void = "10",
        /// `11`: Gives money back, all of it or a part.
        Refund = "11",
    }
}
::faspay_runtime::codes! {
    /// What a recurring form asks for. Code list `recurring-type`.
    pub enum RecurringType {
        /// `1`: Registers a new member.
        Register = "1",
        /// `2`: Replaces the card of a known member.
        UpdateCard = "2",
    }
}
::faspay_runtime::codes! {
    /// Unit of the interval between recurring charges. Code list `recurring-period`.
    pub enum RecurringPeriod {
        /// `D`: Days.
        Daily = "D",
        /// `M`: Months.
        Monthly = "M",
        /// `Y`: Years.
        Yearly = "Y",
    }
}
::faspay_runtime::codes! {
    /// A switch in a recurring form. Code list `recurring-flag`.
    pub enum RecurringFlag {
        /// `t`: On, as a registration writes it.
        On = "t",
        /// `1`: On, as the update of a member and results write it.
        OnNumeric = "1",
        /// `0`: Off, as the update of a member and results write it.
        OffNumeric = "0",
    }
}
::faspay_runtime::codes! {
    /// Whether a recurring contract runs. Code list `recurring-status`.
    pub enum RecurringStatus {
        /// `1`: It runs.
        Active = "1",
        /// `0`: It doesn't run.
        Inactive = "0",
    }
}
::faspay_runtime::codes! {
    /// Whether a member is told that a card will expire. Code list `card-expire-notif`.
    pub enum CardExpireNotif {
        /// `0`: Not told.
        Off = "0",
        /// `1`: Told a month before.
        MonthBefore = "1",
    }
}
::faspay_runtime::codes! {
    /// How something was paid. Code list `payment-method`.
    pub enum PaymentMethod {
        /// `1`: Credit card.
        Card = "1",
        /// `2`: Maybank2u.
        Maybank2u = "2",
        /// `3`: FPX in the list of payment methods; a recurring charge by card in the recurring forms and their results.
        FpxOrRecurring = "3",
        /// `4`: China UnionPay.
        Cup = "4",
        /// `5`: Reserved.
        ReservedFive = "5",
        /// `6`: Reserved.
        ReservedSix = "6",
        /// `7`: Reserved.
        ReservedSeven = "7",
        /// `8`: CIMB Clicks.
        CimbClicks = "8",
        /// `9`: eNETS.
        Enets = "9",
        /// `10`: Public Bank, over an agent.
        PbbAgent = "10",
        /// `11`: MIDAZZ.
        Midazz = "11",
        /// `12`: KlikBCA.
        KlikBca = "12",
        /// `13`: PayPal Express Checkout.
        PaypalExpressCheckout = "13",
        /// `14`: RHB.
        Rhb = "14",
        /// `15`: Alipay.
        Alipay = "15",
    }
}
::faspay_runtime::codes! {
    /// Kind of identity document. Code list `identity-ref-type`.
    pub enum IdentityRefType {
        /// `IC`: Identity card.
        IdentityCard = "IC",
        /// `Passport`: Passport.
        Passport = "Passport",
    }
}
::faspay_runtime::codes! {
    /// What became of a recurring charge. Code list `recurring-payment-status`.
    pub enum RecurringPaymentStatus {
        /// `2`: The member has been charged.
        Charged = "2",
        /// `3`: The charge failed; further days of the contract may try again.
        Failed = "3",
    }
}
::faspay_runtime::outcomes! {
    RecurringPaymentStatus {
        Charged => Paid,
        Failed => NotPaid,
    }
}
::faspay_runtime::codes! {
    /// What was wrong with a request of the recurring service. Code list `recurring-response-code`.
    pub enum RecurringResponseCode {
        /// `00`: Nothing; it was done.
        Done = "00",
        /// `03`: There is no such merchant.
        InvalidMerchant = "03",
        /// `030`: There is no such sub-merchant.
        InvalidSubMerchant = "030",
        /// `031`: A technical problem, the first of two.
        TechnicalProblemOne = "031",
        /// `032`: A technical problem, the second of two.
        TechnicalProblemTwo = "032",
        /// `034`: It can't be processed now.
        NotNow = "034",
        /// `13`: The amount isn't valid.
        InvalidAmount = "13",
        /// `14`: The order isn't valid.
        InvalidOrder = "14",
        /// `17`: The merchant or the customer has cancelled it.
        Cancelled = "17",
        /// `18`: The customer or the phone number isn't valid.
        InvalidCustomer = "18",
        /// `21`: The subscription is over.
        SubscriptionExpired = "21",
        /// `30`: The format is wrong.
        FormatError = "30",
        /// `40`: There is no such function.
        NotSupported = "40",
        /// `54`: The order is too old.
        OrderExpired = "54",
        /// `55`: The user name or the password is wrong.
        WrongLogin = "55",
        /// `56`: Not active, or suspended.
        Suspended = "56",
        /// `63`: A breach of security: the sender's IP address isn't known.
        UnknownAddress = "63",
        /// `66`: An internal error.
        InternalError = "66",
        /// `82`: The entity isn't registered.
        Unregistered = "82",
        /// `83`: A mandatory parameter is missing.
        MandatoryParameter = "83",
        /// `84`: A parameter isn't registered.
        UnknownParameter = "84",
        /// `85`: A parameter isn't sufficient.
        InsufficientParameter = "85",
    }
}
::faspay_runtime::codes! {
    /// Whether a token is used once or again and again. Code list `token-type`.
    pub enum TokenType {
        /// `1`: Stays what it is; a shopper may have several cards.
        Static = "1",
        /// `0`: Replaced by another token at every transaction; a shopper has one card.
        Dynamic = "0",
    }
}
::faspay_runtime::codes! {
    /// What a tokenisation request is for. Code list `token-criteria`.
    pub enum TokenCriteria {
        /// `payment`: Pays with a stored card.
        Payment = "payment",
        /// `registration`: Stores a card under a token.
        Registration = "registration",
    }
}
::faspay_runtime::codes! {
    /// Whether a card is kept for later. Code list `save-card`.
    pub enum SaveCard {
        /// `1`: The card is kept under a token.
        Keep = "1",
    }
}
::faspay_runtime::codes! {
    /// Which card a direct tokenisation request means. Code list `payment-option`.
    pub enum PaymentOption {
        /// `0`: A stored card.
        StoredCard = "0",
        /// `1`: A new card.
        NewCard = "1",
    }
}
::faspay_runtime::codes! {
    /// How far the check of the cardholder with the card's issuer (3-D Secure, merchant plug-in) has come. Code list `mpi-status`.
    ///
    /// No message has it: an earlier edition of the manual lists these codes in its appendix, and no known table has a parameter for them.
    pub enum MpiStatus {
        /// `1`: Entered and not begun.
        New = "1",
        /// `2`: Under way.
        Processing = "2",
        /// `3`: It ended in an error.
        Failed = "3",
        /// `4`: It came to its end; whether it spoke for the cardholder is another matter.
        Completed = "4",
    }
}
