//! Finpay's demonstration: a card is stored with the first payment, and pays the second with two clicks. Then who the callbacks are
//! believed from and who not, what a request may not leave out, and the stored card's end. The command tells it with `--gateway finpay`.

use faspay_runtime::{Amount, Built, Expected, PaymentStatus, Secret};
use finpay::card::{
    CheckStatus, DeleteStoredCard, InitiateReply, StatusReply, StoreCard, StoreCardCustomer, StoreCardOrder,
    StoreCardOrderOptional, StoreCardUrl, StoreCardUrlOptional, TwoClick, TwoClickCard, TwoClickCustomer,
    TwoClickCustomerOptional, TwoClickOrder, TwoClickOrderOptional, TwoClickUrl, TwoClickUrlOptional,
};
use finpay::codes::ResponseCode;
use finpay::{Callback, Client, Credentials};

use crate::demo::merchant::Arrived;
use crate::demo::stage::{Stage, failed, forged, status, unexpected};
use crate::failure::Failure;

/// A card that the local gateway approves, with all that its holder could type.
const CARD: [(&str, &str); 3] = [("number", "5123450000000008"), ("expiry", "01/2039"), ("cvc", "100")];

/// Stored cards are found by it.
const CUSTOMER: &str = "hajar@example.test";

pub async fn tell(stage: Stage) -> Result<(), Failure> {
    // The pair of the vendor's published sample.
    let credentials = Credentials::new().merchant_id("FINPAY770").merchant_key("SoSecret123");
    let client = Client::new(stage.environment.clone(), credentials, stage.clock);
    Story { stage, client }.run().await
}

struct Story {
    stage: Stage,
    client: Client,
}

impl Story {
    async fn run(mut self) -> Result<(), Failure> {
        self.stage.cast("Finpay");
        self.stage.origin("finpay.card.two-click", "card/two-click")?;
        self.store_card().await?;
        let token = self.token().await?;
        let (built, arrived, expected) = self.two_clicks(&token).await?;
        self.attacks(&arrived, &expected)?;
        self.leave_out(&built)?;
        self.check(&expected).await?;
        self.delete_card(token).await?;
        println!(
            "\nDone. Next: `faspay operations --gateway finpay`, `faspay describe finpay.card.two-click`, `faspay sandbox --gateway finpay`."
        );
        Ok(())
    }

    async fn store_card(&mut self) -> Result<(), Failure> {
        self.stage.chapter("Take a payment and store the card (finpay.card.stored-card-initiate)");
        let request = StoreCard {
            order: StoreCardOrder {
                id: self.stage.order("SAVE"),
                amount: Amount::idr(25_000),
                optional: StoreCardOrderOptional { description: Some("Gold plan".into()), ..Default::default() },
            },
            customer: StoreCardCustomer { id: CUSTOMER.into(), optional: Default::default() },
            url: StoreCardUrl {
                optional: StoreCardUrlOptional {
                    callback_url: Some(self.stage.merchant.callback_url()),
                    success_url: Some(self.stage.merchant.return_url()),
                    ..Default::default()
                },
            },
            card: Default::default(),
            source_of_funds: Default::default(),
            optional: Default::default(),
        };
        let (reply, built) = self.stage.call_in_full(&self.client, &request, None).await?;
        let arrived = self.pay(&reply).await?;
        self.settle(&arrived, built.expected.as_ref().ok_or_else(unexpected)?)
    }

    /// The token of the stored card. No page gives the address of Retrieve Stored Card, nor what it answers.
    async fn token(&mut self) -> Result<Secret, Failure> {
        self.stage.chapter("Find the stored card");
        self.stage.line("unknown", "no page says where Retrieve Stored Card is asked, nor what it answers");
        let cards =
            self.stage.merchant.look(&format!("{}/_sandbox/cards?customer={CUSTOMER}", self.stage.gateway)).await?;
        let cards: serde_json::Value = serde_json::from_slice(&cards.body).map_err(|_| unexpected())?;
        let text = |name: &str| cards["cards"][0][name].as_str().ok_or_else(unexpected);
        self.stage.line("looks", "/_sandbox/cards, where the local gateway shows testers what is stored");
        self.stage.line("stored", &format!("{} under the token ***", text("mask")?));
        Ok(Secret::from(text("token")?))
    }

    async fn two_clicks(&mut self, token: &Secret) -> Result<(Built, Arrived, Expected), Failure> {
        self.stage.chapter("Two Click Payment: pay with the stored card (finpay.card.two-click)");
        let request = self.two_click(token);
        let (reply, built) = self.stage.call_in_full(&self.client, &request, None).await?;
        let expected = built.expected.clone().ok_or_else(unexpected)?;
        let arrived = self.pay(&reply).await?;
        self.settle(&arrived, &expected)?;
        Ok((built, arrived, expected))
    }

    fn two_click(&self, token: &Secret) -> TwoClick {
        TwoClick {
            order: TwoClickOrder {
                id: self.stage.order("PAY"),
                amount: Amount::idr(1_000),
                optional: TwoClickOrderOptional { description: Some("Testing".into()), ..Default::default() },
            },
            customer: TwoClickCustomer {
                id: CUSTOMER.into(),
                optional: TwoClickCustomerOptional {
                    email: Some(CUSTOMER.into()),
                    first_name: Some("Hajar".into()),
                    last_name: Some("Ismail".into()),
                    mobile_phone: Some("+6281286288844".into()),
                    ..Default::default()
                },
            },
            url: TwoClickUrl {
                optional: TwoClickUrlOptional {
                    callback_url: Some(self.stage.merchant.callback_url()),
                    success_url: Some(self.stage.merchant.return_url()),
                    ..Default::default()
                },
            },
            card: TwoClickCard { token: token.clone() },
            source_of_funds: Default::default(),
            optional: Default::default(),
        }
    }

    /// The callback of the second payment once more, forged.
    fn attacks(&mut self, arrived: &Arrived, expected: &Expected) -> Result<(), Failure> {
        self.stage.chapter("Three forged callbacks");
        let body = arrived.text();
        let unsigned = body.rfind(",\"signature\"").map(|at| format!("{}}}", &body[..at]));
        let forgeries = [
            ("a byte of the amount", body.replacen("\"amount\":1000", "\"amount\":9000", 1)),
            ("a byte of the order's id", body.replacen("\"PAY-", "\"PAX-", 1)),
            ("the signature left out", unsigned.unwrap_or_default()),
        ];
        for (what, body) in forgeries {
            let forged = forged(arrived, what, body)?;
            self.stage.refused(what, self.believe(&forged, expected).map(|_| ()))?;
        }
        Ok(())
    }

    fn leave_out(&mut self, built: &Built) -> Result<(), Failure> {
        self.stage.chapter("What a Two Click Payment may not leave out");
        for object in ["order", "customer", "card"] {
            self.stage.left_out(built, object)?;
        }
        Ok(())
    }

    /// The second documented defence: to ask before anything is delivered.
    async fn check(&mut self, expected: &Expected) -> Result<(), Failure> {
        self.stage.chapter("Ask how the order stands (finpay.card.check-status)");
        let request = CheckStatus { order_id: expected.order().to_owned() };
        let (reply, _) = self.stage.call_in_full(&self.client, &request, None).await?;
        let settled = reply.reconcile(expected).map_err(failed)?;
        let told = status::<StatusReply>(&settled);
        self.stage.line("answer", &format!("{told}; order and amount as asked: {:?}", settled.status()));
        Ok(())
    }

    async fn delete_card(&mut self, token: Secret) -> Result<(), Failure> {
        self.stage.chapter("Delete the stored card (finpay.card.delete-stored-card)");
        let request = DeleteStoredCard { card_token: token.clone() };
        let (reply, _) = self.stage.call_in_full(&self.client, &request, None).await?;
        if reply.response_code().untrusted() != Some(ResponseCode::Success) {
            return Err(unexpected());
        }
        self.stage.line("answer", "2000000: the gateway has forgotten it");
        let (reply, _) = self.stage.call_in_full(&self.client, &self.two_click(&token), None).await?;
        if reply.response_code().untrusted() == Some(ResponseCode::Success) {
            return Err(Failure::new("a card that was deleted pays; please report this."));
        }
        let why = reply.response_message().untrusted().unwrap_or_default();
        self.stage.line("answer", &format!("it pays no more: {why}"));
        Ok(())
    }

    // ---- what every payment does ----

    /// The shopper types what the gateway's page asks for; the callback arrives.
    async fn pay(&mut self, reply: &InitiateReply) -> Result<Arrived, Failure> {
        let code = reply.response_code().untrusted();
        let Some(url) = reply.redirecturl().untrusted().filter(|_| code == Some(ResponseCode::Success)) else {
            let why = reply.response_message().untrusted().unwrap_or("no reason is given");
            return Err(Failure::new(format!("the local gateway refused the payment: {why}; please report this.")));
        };
        self.stage.line("answer", &format!("2000000: the shopper goes to {url}"));
        let shopper = &self.stage.shopper;
        let page = shopper.open(url).await?;
        self.stage.line("shopper", &format!("types what the page asks for: {}", page.asks("form#card")?.join(", ")));
        shopper.send(&page, "form#card", &CARD).await?;
        self.stage.merchant.returned().await?;
        self.stage.line("return", "the browser is back, and brings nothing that could be believed");
        self.stage.merchant.callback().await
    }

    /// Verifies and reconciles, and shows the verdict.
    fn settle(&self, arrived: &Arrived, expected: &Expected) -> Result<(), Failure> {
        let (status, text) = self.believe(arrived, expected).map_err(Failure::new)?;
        self.stage.line("callback", "signature valid: HMAC-SHA512 with the merchant key over all that came");
        self.stage.line("verdict", &format!("{status:?}: {text}"));
        Ok(())
    }

    /// What a callback settles: the signature first, then what was asked.
    fn believe(&self, arrived: &Arrived, expected: &Expected) -> Result<(PaymentStatus, String), String> {
        let told = |error: &dyn std::fmt::Display| error.to_string();
        let callback = Callback::parse(&arrived.content_type, &arrived.body).map_err(|error| told(&error))?;
        let verified = callback.verify(self.client.credentials()).map_err(|error| told(&error))?;
        let settled = verified.reconcile(expected).map_err(|error| told(&error))?;
        Ok((settled.status(), format!("{} for order {}", settled.amount(), settled.order())))
    }
}
