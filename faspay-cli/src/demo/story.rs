//! The demonstration itself, in the order in which a merchant meets things: register a member, change the card, store a
//! card, pay with it, reserve an amount, capture it and refund a part, and three forged callbacks that get nowhere.

use std::process::ExitCode;

use faspay::card::{
    Capture, Inquiry, InquiryReply, PaymentWindow, PaymentWindowOptional, Refund, TokenPayment, TokenPaymentOptional,
    TokenRegister, TokenRegisterOptional,
};
use faspay::codes::{PaymentType, RecurringFlag, RecurringPeriod, ResponseType};
use faspay::recurring::{RegisterMember, RegisterMemberOptional, UpdateCard};
use faspay::{Callback, Client, Credentials, Return};
use faspay_runtime::{
    Amount, BrowserForm, Clock, Date, DayList, Environment, Expected, Inbound, Prepared, Reconciled, Secret, ServerForm,
};
use faspay_sandbox::{Config, Running, Sandbox};

use super::merchant::{Arrived, Merchant};
use super::shopper::Shopper;
use crate::failure::Failure;

pub async fn tell(brief: bool) -> Result<ExitCode, Failure> {
    let mut merchant = Merchant::open().await?;
    let config = Config { callback_url: Some(format!("{}/callback", merchant.url)), ..Config::default() };
    let gateway = Sandbox::start(config).await.map_err(|error| Failure::new(error.to_string()))?;
    let told = Story::new(brief, &gateway, &mut merchant)?.run().await;
    gateway.shutdown().await;
    told
}

struct Story<'a> {
    brief: bool,
    step: u32,
    merchant: &'a mut Merchant,
    shopper: Shopper,
    client: Client,
    today: Date,
    gateway: String,
}

impl<'a> Story<'a> {
    fn new(brief: bool, gateway: &Running, merchant: &'a mut Merchant) -> Result<Self, Failure> {
        let clock = Clock::system();
        // The vendor's published sample merchant. The password stays out of the form: then a callback can be trusted.
        let credentials = Credentials::new()
            .merchantid("sophia_store")
            .txn_password("abcde")
            .merchant_id("99999")
            .user_id("john99999")
            .password("9bdqHG2N")
            .send_txn_password(false);
        let environment = Environment::local(&gateway.url()).map_err(|error| Failure::new(error.to_string()))?;
        let client = Client::new(environment, credentials, clock);
        Ok(Self {
            brief,
            step: 0,
            merchant,
            shopper: Shopper::new()?,
            client,
            today: clock.today(),
            gateway: gateway.url(),
        })
    }

    async fn run(mut self) -> Result<ExitCode, Failure> {
        println!("Everything below happens on this machine: a local gateway at {} that plays Faspay,", self.gateway);
        println!("a merchant at {} that uses the generated library, and a shopper.", self.merchant.url);
        self.pages()?;
        let (arrived, expected) = self.register().await?;
        self.update_card().await?;
        let token = self.store_card().await?;
        self.pay_with_token(token).await?;
        self.reserve_and_capture().await?;
        self.attacks(&arrived, &expected)?;
        println!(
            "\nDone. Next: `faspay operations`, `faspay describe faspay.recurring.register`, `faspay build --help`."
        );
        Ok(ExitCode::SUCCESS)
    }

    /// Where the types that this file uses come from.
    fn pages(&mut self) -> Result<(), Failure> {
        self.chapter("From a documentation page to a type");
        let gateway = crate::catalogue::gateway("faspay")?;
        let operation = crate::catalogue::operation(&gateway, "faspay.recurring.register")?;
        for page in gateway.pages.iter().filter(|page| page.id == operation.page) {
            let tables: Vec<String> =
                page.tables.iter().map(|table| format!("{} ({} rows)", table.id, table.rows.len())).collect();
            self.line("page", &format!("\"{}\", {}", page.title, tables.join(", ")));
        }
        for correction in &operation.corrections {
            self.line(
                "corrected",
                &format!(
                    "{}: {} instead of {}, because {}",
                    correction.field, correction.set, correction.expect, correction.because
                ),
            );
        }
        self.line("rules", &operation.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>().join(", "));
        self.line(
            "generated",
            &format!(
                "faspay::{}::{}, {} parameters in wire order",
                operation.product,
                operation.rust,
                operation.fields.len()
            ),
        );
        Ok(())
    }

    async fn register(&mut self) -> Result<(Arrived, Expected), Failure> {
        self.chapter("Register a member for monthly charges, first payment now (faspay.recurring.register)");
        let prepared = self.prepare(&RegisterMember {
            merchant_tranid: self.order("REG"),
            amount: Amount::idr(5_000),
            custname: "Ann \"><b>x</b> & O'Neil 字".into(),
            custemail: "ann@example.test".into(),
            return_url: format!("{}/return", self.merchant.url),
            member_id: "MEMBER-1".into(),
            member_name: "Ann O'Neil".into(),
            member_email: "ann@example.test".into(),
            member_email_notif: RecurringFlag::On,
            process_date: days(&[20, 21])?,
            recurring_amount: Amount::idr(5_000),
            recurring_start_date: self.today,
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
        self.chapter("Charge the member to another card from now on (faspay.recurring.update-card)");
        let prepared = self.prepare(&UpdateCard {
            merchant_tranid: self.order("UPD"),
            amount: Amount::idr(1_000),
            custname: "Ann O'Neil".into(),
            custemail: "ann@example.test".into(),
            return_url: format!("{}/return", self.merchant.url),
            member_id: "MEMBER-1".into(),
            member_name: "Ann O'Neil".into(),
            member_email: "ann@example.test".into(),
            member_email_notif: RecurringFlag::On,
            process_date: days(&[20, 21])?,
            recurring_amount: Amount::idr(5_000),
            recurring_start_date: self.today,
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
        self.chapter("Take a payment and store the card under a token (faspay.card.token-register)");
        let prepared = self.prepare(&TokenRegister {
            transactiontype: PaymentType::Sales,
            merchant_tranid: self.order("TOK"),
            amount: Amount::idr(25_000),
            custname: "Budi".into(),
            custemail: "budi@example.test".into(),
            shopper_ip: "127.0.0.1".into(),
            response_type: ResponseType::PostRedirect,
            optional: TokenRegisterOptional {
                return_url: Some(format!("{}/return", self.merchant.url)),
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
        self.chapter("Pay with the stored card (faspay.card.token-payment)");
        let prepared = self.prepare(&TokenPayment {
            transactiontype: PaymentType::Sales,
            merchant_tranid: self.order("PAY"),
            amount: Amount::idr(125_000),
            custname: "Budi".into(),
            custemail: "budi@example.test".into(),
            shopper_ip: "127.0.0.1".into(),
            response_type: ResponseType::PostRedirect,
            pymt_token: token,
            optional: TokenPaymentOptional {
                return_url: Some(format!("{}/return", self.merchant.url)),
                ..Default::default()
            },
        })?;
        let (arrived, expected) = self.exchange(&prepared).await?;
        self.settle(self.receive(&arrived)?, &expected)
    }

    /// What the merchant's server does by itself: no shopper is part of it, so what comes back settles it.
    async fn reserve_and_capture(&mut self) -> Result<(), Failure> {
        self.chapter("Reserve an amount, ask, capture, give a part back (faspay.card.inquiry, capture, refund)");
        let (order, amount) = (self.order("RSV"), Amount::idr(80_000));
        let prepared = self.prepare(&PaymentWindow {
            transactiontype: PaymentType::Authorise,
            merchant_tranid: order.clone(),
            amount,
            custname: "Citra".into(),
            custemail: "citra@example.test".into(),
            shopper_ip: "127.0.0.1".into(),
            response_type: ResponseType::PostRedirect,
            optional: PaymentWindowOptional {
                return_url: Some(format!("{}/return", self.merchant.url)),
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
        self.line("", "(C stays C however much is given back, so a refund's answer doesn't say whether it is paid)");
        self.told(&expected).await?;
        let left: Reconciled<InquiryReply> = self.call(&inquiry, &expected).await?;
        let back = left.total_refund_amount().untrusted().ok_or_else(unexpected)?;
        self.line("refunded", &format!("{back} of {}", left.amount()));
        Ok(())
    }

    /// The callback of the registration once more, forged three times.
    fn attacks(&mut self, arrived: &Arrived, expected: &Expected) -> Result<(), Failure> {
        self.chapter("Three forged callbacks");
        let body = String::from_utf8_lossy(&arrived.body).into_owned();
        let forgeries = [
            ("the amount changed", body.replace("AMOUNT=5000.00", "AMOUNT=1.00")),
            ("the status changed", body.replace("TXN_STATUS=S", "TXN_STATUS=A")),
            (
                "the signature left out",
                body.split('&').filter(|pair| !pair.starts_with("SIGNATURE=")).collect::<Vec<_>>().join("&"),
            ),
        ];
        for (what, forged) in forgeries {
            if forged == body {
                return Err(Failure::new(format!(
                    "the demonstration couldn't forge a callback ({what}); please report this."
                )));
            }
            let forged = Arrived { body: forged.into_bytes(), ..arrived.clone() };
            let believed = match self.receive(&forged)?.verify(self.client.credentials()) {
                Err(error) => Err(error.to_string()),
                Ok(verified) => verified.reconcile(expected).map_err(|error| error.to_string()),
            };
            match believed {
                Err(error) => println!("   {what:<24} refused: {error}"),
                Ok(_) => return Err(Failure::new("a forged callback was believed; please report this.")),
            }
        }
        Ok(())
    }

    // ---- what every flow does ----

    /// Validates and signs, and shows what will be sent.
    fn prepare<R: BrowserForm<Credentials = Credentials>>(&self, request: &R) -> Result<Prepared<R>, Failure> {
        let prepared = self.client.prepare(request).map_err(|error| Failure::new(error.to_string()))?;
        self.line(
            "sends",
            &format!(
                "{} {} ({} fields, by the shopper's browser)",
                prepared.method(),
                prepared.url(),
                prepared.fields().len()
            ),
        );
        if !self.brief {
            for field in prepared.fields() {
                println!("               {} = {}", field.key, field.masked());
            }
        }
        for (recipe, text) in prepared.signed_strings_masked() {
            self.line("signs", &format!("{recipe} over {text}"));
        }
        Ok(prepared)
    }

    /// The shopper pays; the browser's return and the gateway's callback arrive.
    async fn exchange<R: BrowserForm<Credentials = Credentials>>(
        &mut self,
        prepared: &Prepared<R>,
    ) -> Result<(Arrived, Expected), Failure> {
        let expected = prepared.expected().ok_or_else(unexpected)?;
        self.shopper.pay(prepared.page().html()).await?;
        self.line("shopper", "opens the page, pays with the documented test card, is brought back");
        let returned = self.merchant.returned().await?;
        let parsed =
            Return::parse(&returned.content_type, &returned.body).map_err(|error| Failure::new(error.to_string()))?;
        let status = if parsed.verify(self.client.credentials()).is_ok() { "valid" } else { "not valid" };
        self.line("return", &format!("signature {status}; brought by the browser, so it is a hint and never \"paid\""));
        Ok((self.merchant.callback().await?, expected))
    }

    /// A request of the merchant's server, and what its answer settles.
    async fn call<R: ServerForm<Credentials = Credentials>>(
        &self,
        request: &R,
        expected: &Expected,
    ) -> Result<Reconciled<R::Reply>, Failure> {
        let sent = self.client.server_request(request).map_err(|error| Failure::new(error.to_string()))?;
        self.line("calls", &format!("{} {} ({})", sent.method(), sent.url(), R::TABLE.id));
        let answer = self.merchant.call(&sent).await?;
        let reply =
            R::parse_reply(&answer.content_type, &answer.body).map_err(|error| Failure::new(error.to_string()))?;
        let verified = reply.verify(self.client.credentials()).map_err(|error| Failure::new(error.to_string()))?;
        let settled = verified.reconcile(expected).map_err(|error| Failure::new(error.to_string()))?;
        let status = R::Reply::TABLE.status.and_then(|(field, _)| settled.message().text(usize::from(field)));
        let status = status.unwrap_or_default();
        self.line("answer", &format!("{status}; signature valid, order and amount as asked: {:?}", settled.status()));
        Ok(settled)
    }

    /// The gateway tells the merchant's server of a change.
    async fn told(&mut self, expected: &Expected) -> Result<(), Failure> {
        let arrived = self.merchant.callback().await?;
        self.settle(self.receive(&arrived)?, expected)
    }

    fn receive(&self, arrived: &Arrived) -> Result<Callback, Failure> {
        Callback::parse(&arrived.content_type, &arrived.body).map_err(|error| Failure::new(error.to_string()))
    }

    /// Verifies and reconciles, and shows the verdict.
    fn settle(&self, callback: Callback, expected: &Expected) -> Result<(), Failure> {
        let verified = callback.verify(self.client.credentials()).map_err(|error| Failure::new(error.to_string()))?;
        let unsigned = verified.unsigned().len();
        self.line("callback", &format!("signature valid; {unsigned} fields that it doesn't cover are marked as such"));
        let reconciled = verified.reconcile(expected).map_err(|error| Failure::new(error.to_string()))?;
        let verdict = format!("{:?}: {} for order {}", reconciled.status(), reconciled.amount(), reconciled.order());
        self.line("verdict", &verdict);
        Ok(())
    }

    fn chapter(&mut self, title: &str) {
        self.step += 1;
        println!("\n{}. {title}", self.step);
    }

    fn line(&self, what: &str, text: &str) {
        println!("   {what:<11} {text}");
    }

    fn order(&self, kind: &str) -> String {
        format!("{kind}-{}-{}", self.today, self.step)
    }

    fn next_year(&self) -> Result<Date, Failure> {
        // The 28th exists in every month.
        Date::new(self.today.year() + 1, self.today.month(), self.today.day().min(28))
            .map_err(|error| Failure::new(error.to_string()))
    }
}

fn days(days: &[u8]) -> Result<DayList, Failure> {
    DayList::new(days.iter().copied()).map_err(|error| Failure::new(error.to_string()))
}

fn unexpected() -> Failure {
    Failure::new("the local gateway answered with another message than the flow has; please report this.")
}
