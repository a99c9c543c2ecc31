//! What a merchant's server asks of the gateway, end to end: the generated crate builds the request, it is posted over
//! loopback to the sandbox, and the answer goes through the same strict doors as a callback until it settles something.

use faspay::card::{
    Capture, Inquiry, InquiryReply, PaymentWindow, PaymentWindowOptional, Refund, TokenDelete, TokenInquiry, TokenLast,
    TokenRegister, TokenRegisterOptional, TokenReply, Void,
};
use faspay::card_data::{PaymentDirect, PaymentDirectOptional, TokenDirect, TokenDirectOptional};
use faspay::codes::{CardType, ErrCode, PaymentType, ResponseType, SaveCard, TokenCriteria, TokenType, TxnStatus};
use faspay::{
    Advice, Amount, BrowserForm, Callback, Client, Clock, Credentials, Environment, Expected, PaymentStatus, Prepared,
    Received, ReconcileError, Reconciled, Secret, ServerForm, VerifyError,
};
use faspay_sandbox::{Config, Running, Sandbox};
use tests::{messages, shop, shopper};

/// A merchant whose password has been in the shopper's browser: only an answer can settle a payment.
fn credentials() -> Credentials {
    Credentials::new().merchantid("sophia_store").txn_password("abcde").send_txn_password(true)
}

struct Shop {
    gateway: Running,
    client: Client,
    http: reqwest::Client,
}

impl Shop {
    async fn open() -> Self {
        let gateway = Sandbox::start(Config::default()).await.unwrap();
        let environment = Environment::local(&gateway.url()).unwrap();
        let client = Client::new(environment, credentials(), Clock::system());
        Self { gateway, client, http: shopper::browser() }
    }

    /// Posts a form that has the card's number in it, and reads what comes back.
    async fn post<R: BrowserForm<Credentials = Credentials>>(&self, prepared: &Prepared<R>) -> String {
        let form = self.http.post(prepared.url()).header("content-type", "application/x-www-form-urlencoded");
        let answer = form.body(prepared.form_body().to_vec()).send().await.unwrap();
        answer.text().await.unwrap()
    }

    /// The shopper has a payment of Rp 10,000 reserved or taken.
    async fn pay(&self, order: &str, kind: PaymentType) -> Expected {
        let prepared = self
            .client
            .prepare(&PaymentWindow {
                transactiontype: kind,
                merchant_tranid: order.into(),
                amount: Amount::idr(10_000),
                custname: "Siti".into(),
                custemail: "siti@example.test".into(),
                shopper_ip: "127.0.0.1".into(),
                response_type: ResponseType::PostRedirect,
                optional: PaymentWindowOptional {
                    return_url: Some("http://127.0.0.1:9/".into()),
                    ..Default::default()
                },
            })
            .unwrap();
        self.shop_with(&prepared).await;
        prepared.expected().unwrap()
    }

    /// The shopper's browser posts a form and pays with the test card: the fields that it brings back.
    async fn shop_with<R: BrowserForm<Credentials = Credentials>>(
        &self,
        prepared: &Prepared<R>,
    ) -> Vec<(String, String)> {
        shopper::pays(&self.http, &self.gateway.url(), prepared.url(), &prepared.form_body()).await
    }

    /// Posts a call and reads the answer as this call's.
    async fn call<R: ServerForm<Credentials = Credentials>>(&self, request: &R) -> Received<R::Reply> {
        let sent = self.client.server_request(request).unwrap();
        assert_eq!((sent.method(), sent.url()), ("POST", &*format!("{}/payment/api", self.gateway.url())));
        shop::call(&self.http, &self.client, request).await
    }

    /// Asks what became of a payment.
    async fn inquire(&self, order: &str, expected: &Expected) -> Reconciled<InquiryReply> {
        let request = Inquiry { merchant_tranid: order.into(), amount: Amount::idr(10_000) };
        self.call(&request).await.verify(self.client.credentials()).unwrap().reconcile(expected).unwrap()
    }
}

fn id_of(reply: &InquiryReply) -> String {
    reply.transactionid().untrusted().expect("an id").to_owned()
}

fn capture(order: &str, id: &str) -> Capture {
    Capture {
        merchant_tranid: order.into(),
        transactionid: id.into(),
        amount: Amount::idr(10_000),
        optional: Default::default(),
    }
}

#[tokio::test]
async fn a_payment_is_inquired_captured_and_refunded() {
    let shop = Shop::open().await;
    let expected = shop.pay("E-1", PaymentType::Authorise).await;
    let reserved = shop.inquire("E-1", &expected).await;
    assert_eq!((reserved.txn_status(), reserved.status()), (Some(TxnStatus::Authorised), PaymentStatus::Pending));

    let id = id_of(&reserved);
    let captured = shop.call(&capture("E-1", &id)).await.verify(shop.client.credentials()).unwrap();
    let captured = captured.reconcile(&expected).unwrap();
    assert_eq!((captured.status(), captured.amount()), (PaymentStatus::Paid, Amount::idr(10_000)));
    let paid = shop.inquire("E-1", &expected).await;
    assert_eq!(paid.status(), PaymentStatus::Paid);
    assert_ne!(paid.event_key(), reserved.event_key(), "a capture is news");

    let refund = Refund {
        merchant_tranid: "E-1".into(),
        transactionid: id,
        amount: Amount::idr(10_000),
        refund_amount: Amount::idr(4_000),
    };
    let refunded = shop.call(&refund).await.verify(shop.client.credentials()).unwrap().reconcile(&expected).unwrap();
    assert_eq!(refunded.txn_status(), Some(TxnStatus::Captured));
    assert_eq!(refunded.status(), PaymentStatus::Unknown, "the status of a refund doesn't say what is left");
    assert_eq!(refunded.total_refund_amount().untrusted(), Some(Amount::idr(4_000)));
    let left = shop.inquire("E-1", &expected).await;
    assert_eq!(left.total_refund_amount().untrusted(), Some(Amount::idr(4_000)));
    shop.gateway.shutdown().await;
}

#[tokio::test]
async fn a_voided_payment_is_not_paid_and_a_second_void_proves_nothing() {
    let shop = Shop::open().await;
    let expected = shop.pay("V-1", PaymentType::Sales).await;
    let paid = shop.inquire("V-1", &expected).await;
    assert_eq!(paid.status(), PaymentStatus::Paid);
    let void = Void { merchant_tranid: "V-1".into(), transactionid: id_of(&paid), amount: Amount::idr(10_000) };

    let voided = shop.call(&void).await.verify(shop.client.credentials()).unwrap().reconcile(&expected).unwrap();
    assert_eq!((voided.txn_status(), voided.status()), (Some(TxnStatus::Voided), PaymentStatus::NotPaid));

    let again = shop.call(&void).await.verify(shop.client.credentials()).unwrap();
    let error = again.err_code().untrusted().expect("a code");
    assert_eq!((&error, error.advice()), (&ErrCode::VoidWrongStatus, Some(Advice::Inquire)));
    // The refusal is signed and names no currency, so it settles nothing.
    assert!(matches!(again.reconcile(&expected), Err(ReconcileError::Mismatch(_))));
    assert_eq!(shop.inquire("V-1", &expected).await.status(), PaymentStatus::NotPaid);
    shop.gateway.shutdown().await;
}

#[tokio::test]
async fn an_answer_that_was_changed_or_is_about_something_else_settles_nothing() {
    let shop = Shop::open().await;
    let expected = shop.pay("F-1", PaymentType::Authorise).await;
    shop.pay("F-2", PaymentType::Sales).await;
    let request = shop.client.server_request(&Inquiry { merchant_tranid: "F-1".into(), amount: Amount::idr(10_000) });
    let request = request.unwrap();
    let (name, kind) = request.headers()[0];
    let answer = shop.http.post(request.url()).header(name, kind).body(request.body().to_vec()).send().await.unwrap();
    let body = answer.text().await.unwrap();
    let read = |body: &str| Inquiry::parse_reply("text/plain; charset=utf-8", body.as_bytes()).unwrap();

    for (was, is) in [("TXN_STATUS=A", "TXN_STATUS=S"), ("AMOUNT=10000.00", "AMOUNT=1.00"), ("SIGNATURE=", "SIGN=")] {
        let forged = body.replacen(was, is, 1);
        assert_ne!(forged, body);
        assert_eq!(read(&forged).verify(shop.client.credentials()).err(), Some(VerifyError::NotValid), "{is}");
    }
    // A genuine answer about another order.
    let other = Inquiry { merchant_tranid: "F-2".into(), amount: Amount::idr(10_000) };
    let other = shop.call(&other).await.verify(shop.client.credentials()).unwrap();
    assert!(matches!(other.reconcile(&expected), Err(ReconcileError::Mismatch(_))));
    // An order that the gateway doesn't know.
    let unknown = Inquiry { merchant_tranid: "F-3".into(), amount: Amount::idr(10_000) };
    let unknown = shop.call(&unknown).await.verify(shop.client.credentials()).unwrap();
    assert_eq!(unknown.err_code().untrusted(), Some(ErrCode::TransactionNotFound));
    assert!(matches!(unknown.reconcile(&Expected::new("F-3", Amount::idr(10_000))), Err(ReconcileError::Mismatch(_))));
    shop.gateway.shutdown().await;
}

/// In an answer, E is the fate of the request that is answered: the payment may be paid all the same.
#[test]
fn an_error_in_an_answer_says_nothing_about_the_payment_and_in_a_callback_it_does() {
    fn status<R: ServerForm<Credentials = Credentials>>(body: &[u8], expected: &Expected) -> PaymentStatus {
        let reply = R::parse_reply("text/plain", body).unwrap().verify(&credentials()).unwrap();
        reply.reconcile(expected).unwrap().status()
    }
    let expected = Expected::new("INV-7", Amount::idr(5_000));
    for (code, told, [inquired, captured, voided, refunded]) in [
        ("E", PaymentStatus::NotPaid, [PaymentStatus::Unknown; 4]),
        (
            "C",
            PaymentStatus::Paid,
            [PaymentStatus::Paid, PaymentStatus::Paid, PaymentStatus::Paid, PaymentStatus::Unknown],
        ),
        ("V", PaymentStatus::NotPaid, [PaymentStatus::NotPaid; 4]),
        ("RC", PaymentStatus::Unknown, [PaymentStatus::Unknown; 4]),
        ("??", PaymentStatus::Unknown, [PaymentStatus::Unknown; 4]),
    ] {
        let pairs = messages::short("INV-7", "5000.00", code);
        let body = messages::text_form(&pairs);
        let answers = [
            status::<Inquiry>(&body, &expected),
            status::<Capture>(&body, &expected),
            status::<Void>(&body, &expected),
            status::<Refund>(&body, &expected),
        ];
        assert_eq!(answers, [inquired, captured, voided, refunded], "{code}");
        let callback = Callback::parse("text/plain", &body).unwrap();
        let trusted = credentials().send_txn_password(false);
        assert_eq!(callback.verify(&trusted).unwrap().reconcile(&expected).unwrap().status(), told, "{code}");
    }
}

/// The number goes with the form, so there is no page to pay on; the sandbox keeps what it keeps of any card.
#[tokio::test]
async fn a_card_number_of_the_merchants_own_page_pays_at_once_and_is_not_kept() {
    const NUMBER: &str = "4440000009900010";
    let shop = Shop::open().await;
    let direct = |order: &str, number: &str| PaymentDirect {
        transactiontype: PaymentType::Sales,
        merchant_tranid: order.into(),
        amount: Amount::idr(10_000),
        custname: "Siti".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::Text,
        cardno: number.into(),
        cardname: "Siti".into(),
        cardtype: CardType::Visa,
        expirymonth: "01".into(),
        expiryyear: "2039".into(),
        optional: PaymentDirectOptional { cardcvc: Some("100".into()), ..Default::default() },
    };
    let prepared = shop.client.prepare(&direct("D-1", NUMBER)).unwrap();
    let expected = prepared.expected().unwrap();
    let back = shop.post(&prepared).await;
    assert!(back.contains("TXN_STATUS=S") && !back.contains(NUMBER), "{back}");
    assert_eq!(shop.inquire("D-1", &expected).await.status(), PaymentStatus::Paid);
    // A mistyped number is refused and not repeated.
    let refused = shop.post(&shop.client.prepare(&direct("D-2", "4440000009900011")).unwrap()).await;
    assert!(refused.contains("ERR_CODE=5518") && !refused.contains("4440000009900011"), "{refused}");

    let token = |order: &str, criteria, optional| {
        shop.client.prepare(&TokenDirect {
            transactiontype: PaymentType::Sales,
            merchant_tranid: order.into(),
            amount: Amount::idr(10_000),
            custname: "Siti".into(),
            custemail: "siti@example.test".into(),
            shopper_ip: "127.0.0.1".into(),
            response_type: ResponseType::Text,
            pymt_criteria: criteria,
            optional,
        })
    };
    let card = TokenDirectOptional {
        cardno: Some(NUMBER.into()),
        cardtype: Some(CardType::Visa),
        expirymonth: Some("01".into()),
        expiryyear: Some("2039".into()),
        cardcvc: Some("100".into()),
        card_issuer_bank_country_code: Some("ID".into()),
        savecard: Some(SaveCard::Keep),
        ..Default::default()
    };
    let stored = shop.post(&token("D-3", TokenCriteria::Registration, card).unwrap()).await;
    let value = stored.split(';').find_map(|pair| pair.strip_prefix("PYMT_TOKEN=")).expect(&stored).to_owned();
    let again = TokenDirectOptional {
        pymt_token: Some(value.clone().into()),
        cardcvc: Some("100".into()),
        ..Default::default()
    };
    let paid = shop.post(&token("D-4", TokenCriteria::Payment, again).unwrap()).await;
    assert!(paid.contains("TXN_STATUS=S") && paid.contains(&value), "{paid}");
    let state = shop.http.get(format!("{}/_sandbox/state", shop.gateway.url())).send().await.unwrap().text().await;
    assert!(!state.unwrap().contains(NUMBER));
    shop.gateway.shutdown().await;
}

#[tokio::test]
async fn a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted() {
    fn told(reply: &Received<TokenReply>) -> (Option<ErrCode>, Option<String>) {
        let reply = reply.unverified();
        (reply.err_code().untrusted(), reply.pymt_token().untrusted().map(|token| token.expose().to_owned()))
    }
    let shop = Shop::open().await;
    let prepared = shop.client.prepare(&TokenRegister {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "T-1".into(),
        amount: Amount::idr(10_000),
        custname: "Siti".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "127.0.0.1".into(),
        response_type: ResponseType::PostRedirect,
        optional: TokenRegisterOptional { return_url: Some("http://127.0.0.1:9/".into()), ..Default::default() },
    });
    let back = shop.shop_with(&prepared.unwrap()).await;
    let token = back.iter().find(|(key, _)| key == "PYMT_TOKEN").map(|(_, text)| text.clone()).expect("a token");
    let detail = || TokenInquiry { token_type: TokenType::Static, pymt_token: Secret::new(&token) };
    let delete = || TokenDelete { token_type: TokenType::Static, pymt_token: Secret::new(&token) };
    let last = || TokenLast { token_type: TokenType::Dynamic, merchant_tranid: "T-1".into() };

    let known = (Some(ErrCode::NoError), Some(token.clone()));
    assert_eq!(told(&shop.call(&detail()).await), known);
    assert_eq!(told(&shop.call(&last()).await), known);
    let deleted = shop.call(&delete()).await;
    assert_eq!(told(&deleted), known);
    // Nobody signs it, so it goes no further.
    assert_eq!(deleted.verify(shop.client.credentials()).err(), Some(VerifyError::Unsigned));

    let gone = (Some(ErrCode::TokenisationError), None);
    assert_eq!(told(&shop.call(&detail()).await), gone);
    assert_eq!(told(&shop.call(&delete()).await), gone);
    assert_eq!(told(&shop.call(&last()).await), gone);
    shop.gateway.shutdown().await;
}

/// Whoever sends the requests reads from the tables what may be sent again, and what to ask when an answer is lost.
#[test]
fn only_an_inquiry_may_be_sent_again_and_every_other_call_names_it() {
    use faspay::Request;
    use faspay_runtime::table::Retry;

    assert_eq!((Inquiry::TABLE.id, Inquiry::TABLE.retry), ("faspay.card.inquiry", Retry::Safe));
    for table in [Capture::TABLE, Void::TABLE, Refund::TABLE] {
        assert_eq!((table.retry, table.inquire), (Retry::Never, Some(Inquiry::TABLE.id)), "{}", table.id);
    }
}
