//! Faspay's demonstration, in the order in which a merchant meets things: register a member, change the card, store a
//! card, pay with it, reserve an amount, capture it and refund a part, and three forged callbacks that get nowhere.

use faspay::card::{
    Capture, Inquiry, InquiryReply, PaymentWindow, PaymentWindowOptional, Refund, TokenPayment, TokenPaymentOptional,
    TokenRegister, TokenRegisterOptional,
};
use faspay::codes::{PaymentType, RecurringFlag, RecurringPeriod, ResponseType};
use faspay::recurring::{RegisterMember, RegisterMemberOptional, UpdateCard};
use faspay::{Callback, Client, Credentials, Return};
use faspay_runtime::{Amount, BrowserForm, Date, DayList, Expected, Prepared, Reconciled, Secret, ServerForm};

use crate::demo::merchant::Arrived;
use crate::demo::shopper::Page;
use crate::demo::stage::{Stage, failed, forged, status, unexpected};
use crate::failure::Failure;

/// Documented test card (before-live/account-testing).
const CARD: [(&str, &str); 3] = [("number", "4440000009900010"), ("expiry", "01/2039"), ("cvc", "100")];

pub async fn tell(stage: Stage) -> Result<(), Failure> {
    // The vendor's published sample merchant. The password stays out of the form: then a callback can be trusted.
    let credentials = Credentials::new()
        .merchantid("sophia_store")
        .txn_password("abcde")
        .merchant_id("99999")
        .user_id("john99999")
        .password("9bdqHG2N")
        .send_txn_password(false);
    let client = Client::new(stage.environment.clone(), credentials, stage.clock);
    Story { stage, client }.run().await
}

struct Story {
    stage: Stage,
    client: Client,
}

impl Story {
    async fn run(mut self) -> Result<(), Failure> {
        self.stage.cast("Faspay");
        self.stage.origin("faspay.recurring.register", "recurring/post-transaction")?;
        let (arrived, expected) = self.register().await?;
        self.update_card().await?;
        let token = self.store_card().await?;
        self.pay_with_token(token).await?;
        self.reserve_and_capture().await?;
        self.attacks(&arrived, &expected)?;
        println!(
            "\nDone. Next: `faspay operations`, `faspay describe faspay.recurring.register`, `faspay build --help`."
        );
        Ok(())
    }

    async fn register(&mut self) -> Result<(Arrived, Expected), Failure> {
        self.stage.chapter("Register a member for monthly charges, first payment now (faspay.recurring.register)");
        let prepared = self.prepare(&RegisterMember {
            merchant_tranid: self.stage.order("REG"),
            amount: Amount::idr(5_000),
            custname: "Ann \"><b>x</b> & O'Neil 字".into(),
            custemail: "ann@example.test".into(),
            return_url: self.stage.merchant.return_url(),
            member_id: "MEMBER-1".into(),
            member_name: "Ann O'Neil".into(),
            member_email: "ann@example.test".into(),
            member_email_notif: RecurringFlag::On,
            process_date: days(&[20, 21])?,
            recurring_amount: Amount::idr(5_000),
            recurring_start_date: self.stage.today,
            recurring_end_date: self.next_year()?,
            recurring_period: RecurringPeriod::Monthly,
            recurring_period_at: 1,
            recurring_accumulate_at: 0,
            optional: RegisterMemberOptional { description: Some("Gold plan".into()), ..Default::default() },
        })?;
        let (arrived, expected) = self.exchange(&prepared).await?;
        self.settle(self.receive(&arrived)?, &expected)?;
        Ok((arrived, expected))
    }

    async fn update_card(&mut self) -> Result<(), Failure> {
        self.stage.chapter("Charge the member to another card from now on (faspay.recurring.update-card)");
        let prepared = self.prepare(&UpdateCard {
            merchant_tranid: self.stage.order("UPD"),
            amount: Amount::idr(1_000),
            custname: "Ann O'Neil".into(),
            custemail: "ann@example.test".into(),
            return_url: self.stage.merchant.return_url(),
            member_id: "MEMBER-1".into(),
            member_name: "Ann O'Neil".into(),
            member_email: "ann@example.test".into(),
            member_email_notif: RecurringFlag::On,
            process_date: days(&[20, 21])?,
            recurring_amount: Amount::idr(5_000),
            recurring_start_date: self.stage.today,
            recurring_end_date: self.next_year()?,
            recurring_period: RecurringPeriod::Monthly,
            recurring_period_at: 1,
            recurring_accumulate_at: 0,
            optional: Default::default(),
        })?;
        let (arrived, expected) = self.exchange(&prepared).await?;
        self.settle(self.receive(&arrived)?, &expected)
    }

    async fn store_card(&mut self) -> Result<Secret, Failure> {
        self.stage.chapter("Take a payment and store the card under a token (faspay.card.token-register)");
        let prepared = self.prepare(&TokenRegister {
            transactiontype: PaymentType::Sales,
            merchant_tranid: self.stage.order("TOK"),
            amount: Amount::idr(25_000),
            custname: "Budi".into(),
            custemail: "budi@example.test".into(),
            shopper_ip: "127.0.0.1".into(),
            response_type: ResponseType::PostRedirect,
            optional: TokenRegisterOptional {
                return_url: Some(self.stage.merchant.return_url()),
                ..Default::default()
            },
        })?;
        let (arrived, expected) = self.exchange(&prepared).await?;
        let callback = self.receive(&arrived)?;
        let token = match &callback {
            Callback::TokenResult(received) => received.unverified().pymt_token().untrusted(),
            _ => None,
        };
        self.settle(callback, &expected)?;
        token.ok_or_else(unexpected)
    }

    async fn pay_with_token(&mut self, token: Secret) -> Result<(), Failure> {
        self.stage.chapter("Pay with the stored card (faspay.card.token-payment)");
        let prepared = self.prepare(&TokenPayment {
            transactiontype: PaymentType::Sales,
            merchant_tranid: self.stage.order("PAY"),
            amount: Amount::idr(125_000),
            custname: "Budi".into(),
            custemail: "budi@example.test".into(),
            shopper_ip: "127.0.0.1".into(),
            response_type: ResponseType::PostRedirect,
            pymt_token: token,
            optional: TokenPaymentOptional { return_url: Some(self.stage.merchant.return_url()), ..Default::default() },
        })?;
        let (arrived, expected) = self.exchange(&prepared).await?;
        self.settle(self.receive(&arrived)?, &expected)
    }

    /// What the merchant's server does by itself: no shopper is part of it, so what comes back settles it.
    async fn reserve_and_capture(&mut self) -> Result<(), Failure> {
        self.stage.chapter("Reserve an amount, ask, capture, give a part back (faspay.card.inquiry, capture, refund)");
        let (order, amount) = (self.stage.order("RSV"), Amount::idr(80_000));
        let prepared = self.prepare(&PaymentWindow {
            transactiontype: PaymentType::Authorise,
            merchant_tranid: order.clone(),
            amount,
            custname: "Citra".into(),
            custemail: "citra@example.test".into(),
            shopper_ip: "127.0.0.1".into(),
            response_type: ResponseType::PostRedirect,
            optional: PaymentWindowOptional {
                return_url: Some(self.stage.merchant.return_url()),
                ..Default::default()
            },
        })?;
        let (arrived, expected) = self.exchange(&prepared).await?;
        self.settle(self.receive(&arrived)?, &expected)?;

        let inquiry = Inquiry { merchant_tranid: order.clone(), amount };
        let reserved = self.call(&inquiry, &expected).await?;
        let id = reserved.transactionid().untrusted().ok_or_else(unexpected)?.to_owned();
        let capture =
            Capture { merchant_tranid: order.clone(), transactionid: id.clone(), amount, optional: Default::default() };
        self.call(&capture, &expected).await?;
        self.told(&expected).await?;
        let refund = Refund { merchant_tranid: order, transactionid: id, amount, refund_amount: Amount::idr(30_000) };
        self.call(&refund, &expected).await?;
        self.stage
            .line("", "(C stays C however much is given back, so a refund's answer doesn't say whether it is paid)");
        self.told(&expected).await?;
        let left: Reconciled<InquiryReply> = self.call(&inquiry, &expected).await?;
        let back = left.total_refund_amount().untrusted().ok_or_else(unexpected)?;
        self.stage.line("refunded", &format!("{back} of {}", left.amount()));
        Ok(())
    }

    /// The callback of the registration once more, forged three times.
    fn attacks(&mut self, arrived: &Arrived, expected: &Expected) -> Result<(), Failure> {
        self.stage.chapter("Three forged callbacks");
        let body = arrived.text();
        let forgeries = [
            ("the amount changed", body.replace("AMOUNT=5000.00", "AMOUNT=1.00")),
            ("the status changed", body.replace("TXN_STATUS=S", "TXN_STATUS=A")),
            (
                "the signature left out",
                body.split('&').filter(|pair| !pair.starts_with("SIGNATURE=")).collect::<Vec<_>>().join("&"),
            ),
        ];
        for (what, body) in forgeries {
            let forged = forged(arrived, what, body)?;
            let believed = match self.receive(&forged)?.verify(self.client.credentials()) {
                Err(error) => Err(error.to_string()),
                Ok(verified) => verified.reconcile(expected).map_err(|error| error.to_string()),
            };
            self.stage.refused(what, believed)?;
        }
        Ok(())
    }

    // ---- what every flow does ----

    /// Validates and signs, and shows what will be sent.
    fn prepare<R: BrowserForm<Credentials = Credentials>>(&self, request: &R) -> Result<Prepared<R>, Failure> {
        let prepared = self.client.prepare(request).map_err(failed)?;
        self.stage.line(
            "sends",
            &format!(
                "{} {} ({} fields, by the shopper's browser)",
                prepared.method(),
                prepared.url(),
                prepared.fields().len()
            ),
        );
        self.stage.details(prepared.headers(), prepared.fields());
        for (recipe, text) in prepared.signed_strings_masked() {
            self.stage.line("signs", &format!("{recipe} over {text}"));
        }
        Ok(prepared)
    }

    /// The shopper pays; the browser's return and the gateway's callback arrive.
    async fn exchange<R: BrowserForm<Credentials = Credentials>>(
        &mut self,
        prepared: &Prepared<R>,
    ) -> Result<(Arrived, Expected), Failure> {
        let expected = prepared.expected().ok_or_else(unexpected)?;
        let page = Page::of_merchant(&self.stage.merchant.url, prepared.page().html())?;
        let shopper = &self.stage.shopper;
        let payment = shopper.send(&page, "form", &[]).await?;
        let paid = shopper.send(&payment, "form#card", &CARD).await?;
        shopper.send(&paid, "form#return", &[]).await?;
        self.stage.line("shopper", "opens the page, pays with the documented test card, is brought back");
        let returned = self.stage.merchant.returned().await?;
        let parsed = Return::parse(&returned.content_type, &returned.body).map_err(failed)?;
        let status = if parsed.verify(self.client.credentials()).is_ok() { "valid" } else { "not valid" };
        self.stage
            .line("return", &format!("signature {status}; brought by the browser, so it is a hint and never \"paid\""));
        Ok((self.stage.merchant.callback().await?, expected))
    }

    /// A request of the merchant's server, and what its answer settles.
    async fn call<R: ServerForm<Credentials = Credentials>>(
        &self,
        request: &R,
        expected: &Expected,
    ) -> Result<Reconciled<R::Reply>, Failure> {
        let verified = self.stage.call(&self.client, request).await?;
        let settled = verified.reconcile(expected).map_err(failed)?;
        let status = status::<R::Reply>(&settled);
        self.stage
            .line("answer", &format!("{status}; signature valid, order and amount as asked: {:?}", settled.status()));
        Ok(settled)
    }

    /// The gateway tells the merchant's server of a change.
    async fn told(&mut self, expected: &Expected) -> Result<(), Failure> {
        let arrived = self.stage.merchant.callback().await?;
        self.settle(self.receive(&arrived)?, expected)
    }

    fn receive(&self, arrived: &Arrived) -> Result<Callback, Failure> {
        Callback::parse(&arrived.content_type, &arrived.body).map_err(failed)
    }

    /// Verifies and reconciles, and shows the verdict.
    fn settle(&self, callback: Callback, expected: &Expected) -> Result<(), Failure> {
        let verified = callback.verify(self.client.credentials()).map_err(failed)?;
        let unsigned = verified.unsigned().len();
        self.stage
            .line("callback", &format!("signature valid; {unsigned} fields that it doesn't cover are marked as such"));
        let reconciled = verified.reconcile(expected).map_err(failed)?;
        let verdict = format!("{:?}: {} for order {}", reconciled.status(), reconciled.amount(), reconciled.order());
        self.stage.line("verdict", &verdict);
        Ok(())
    }

    fn next_year(&self) -> Result<Date, Failure> {
        // The 28th exists in every month.
        Date::new(self.stage.today.year() + 1, self.stage.today.month(), self.stage.today.day().min(28)).map_err(failed)
    }
}

fn days(days: &[u8]) -> Result<DayList, Failure> {
    DayList::new(days.iter().copied()).map_err(failed)
}
