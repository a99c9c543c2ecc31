//! Pivot's demonstration: an access token, then a card is saved and used again, once on the gateway's page and once by API with the
//! card encrypted. A callback gets no further than its key: asking for the session settles each payment. The command tells it with
//! `--gateway pivot`.

use faspay_runtime::{Amount, Decimal, Expected, ReconcileError, Secret};
use pivot_payment::auth::AccessToken;
use pivot_payment::card::{CardDetails, DeviceInformation, EncryptionKey};
use pivot_payment::codes::{
    CaptureMethod, Mode, PaymentMethodType, ProductType, ResponseCode, StoredStatus, ThreeDsMethod,
};
use pivot_payment::customer::{RetrieveCustomer, RetrieveCustomerOptional};
use pivot_payment::received::SessionReply;
use pivot_payment::session::{
    ConfirmSession, ConfirmSessionPaymentMethod, ConfirmSessionPaymentMethodCard, ConfirmSessionPaymentMethodOptional,
    ConfirmSessionPaymentMethodOptions, ConfirmSessionPaymentMethodOptionsCard,
    ConfirmSessionPaymentMethodOptionsCardOptional, ConfirmSessionPaymentMethodOptionsOptional, CreateSession,
    CreateSessionAmount, CreateSessionCustomer, CreateSessionOptional, CreateSessionOrderInformation,
    CreateSessionOrderInformationProductDetailsElement, CreateSessionOrderInformationProductDetailsElementPrice,
    CreateSessionPaymentMethod, CreateSessionPaymentMethodCard, CreateSessionPaymentMethodCardOptional,
    CreateSessionPaymentMethodOptional, CreateSessionPaymentMethodOptions, CreateSessionPaymentMethodOptionsCard,
    CreateSessionPaymentMethodOptionsCardOptional, CreateSessionPaymentMethodOptionsOptional, CreateSessionRedirectUrl,
    CreateSessionRedirectUrlOptional, RetrieveSession, RetrieveSessionOptional,
};
use pivot_payment::{Callback, Client, Credentials, Verified, random};

use crate::demo::merchant::Arrived;
use crate::demo::stage::{Stage, failed, status, unexpected};
use crate::failure::Failure;

/// A simulation card that is challenged and succeeds (payment-simulation), with all that its holder could type.
const CARD: [(&str, &str); 5] =
    [("number", "4440000112290002"), ("expiry", "01/39"), ("cvc", CVC), ("name", "Siti Rahayu"), ("save", "yes")];

/// The same of another brand, for the merchant's own page.
const OWN_PAGE_CARD: &str = "5550000112220002";

/// Its security code, typed on the merchant's own page.
const CVC: &str = "100";

pub async fn tell(stage: Stage) -> Result<(), Failure> {
    // Pivot publishes no sample merchant: this is the local gateway's own.
    let credentials = Credentials::new()
        .merchant_id("sandbox-merchant")
        .merchant_secret("sandbox-secret")
        .callback_key("sandbox-callback-key");
    let client = Client::new(stage.environment.clone(), credentials, stage.clock);
    Story { stage, client, token: Secret::from("") }.run().await
}

struct Story {
    stage: Stage,
    client: Client,
    /// The access token.
    token: Secret,
}

/// A session that was created, and what it has to come to.
struct Session {
    reply: Verified<SessionReply>,
    id: String,
    key: String,
    expected: Expected,
}

impl Story {
    async fn run(mut self) -> Result<(), Failure> {
        self.stage.cast("Pivot");
        self.stage.origin("pivot.session.create", "payment-session/create")?;
        self.take_token().await?;
        let (customer, arrived) = self.save_on_their_page().await?;
        self.reuse_on_their_page(&customer).await?;
        let customer = self.save_by_api().await?;
        self.reuse_by_api(&customer).await?;
        self.attacks(&arrived)?;
        println!(
            "\nDone. Next: `faspay operations --gateway pivot`, `faspay describe pivot.session.create`, `faspay sandbox --gateway pivot`."
        );
        Ok(())
    }

    async fn take_token(&mut self) -> Result<(), Failure> {
        self.stage.chapter("An access token, which every other request carries (pivot.auth.access-token)");
        let (reply, _) = self.stage.call_in_full(&self.client, &AccessToken {}, None).await?;
        self.token = reply.data_access_token().untrusted().ok_or_else(unexpected)?;
        let seconds = reply.data_expires_in().untrusted().ok_or_else(unexpected)?;
        self.stage.line("token", &format!("*** for {seconds} seconds"));
        Ok(())
    }

    async fn save_on_their_page(&mut self) -> Result<(String, Arrived), Failure> {
        self.stage.chapter("Pay on Pivot's page and save the card (mode REDIRECT)");
        let optional = CreateSessionOptional {
            payment_method: Some(card(None)),
            payment_method_options: Some(options()),
            save_for_future_use: Some(true),
            mode: Some(Mode::Redirect),
            customer: Some(shopper("siti@example.test")),
            auto_confirm: Some(true),
            ..Default::default()
        };
        let mut request = self.session("SAVE", 125_000, optional)?;
        let session = self.create(&request).await?;
        self.stage.line("", "say that the answer was lost: the same request with the same key");
        request.optional.x_request_id = Some(session.key.clone());
        if self.create(&request).await?.id != session.id {
            return Err(Failure::new("a request that was repeated made another session; please report this."));
        }
        self.stage.line("", "is answered with the session that there is already");
        let arrived = self.pay(&session.reply).await?;
        Ok((self.settle(&arrived, &session).await?, arrived))
    }

    async fn reuse_on_their_page(&mut self, customer: &str) -> Result<(), Failure> {
        self.stage.chapter("Pay on Pivot's page with the saved card (mode REDIRECT, showSavedPayment)");
        let optional = CreateSessionOptional {
            payment_method: Some(card(None)),
            payment_method_options: Some(options()),
            show_saved_payment: Some(true),
            mode: Some(Mode::Redirect),
            customer_id: Some(customer.to_owned()),
            auto_confirm: Some(true),
            ..Default::default()
        };
        let session = self.create(&self.session("AGAIN", 25_000, optional)?).await?;
        let arrived = self.pay(&session.reply).await?;
        self.settle(&arrived, &session).await?;
        Ok(())
    }

    async fn save_by_api(&mut self) -> Result<String, Failure> {
        self.stage.chapter("Take the card on the merchant's own page, encrypted, and save it (mode API)");
        let optional = CreateSessionOptional {
            payment_method: Some(card(None)),
            save_for_future_use: Some(true),
            mode: Some(Mode::Api),
            customer: Some(shopper("budi@example.test")),
            auto_confirm: Some(false),
            ..Default::default()
        };
        let session = self.create(&self.session("APISAVE", 80_000, optional)?).await?;
        let key = session.reply.data_encryption_key().untrusted().ok_or_else(unexpected)?;
        let key = EncryptionKey::from_base64(key).map_err(failed)?;
        let typed = CardDetails {
            number: OWN_PAGE_CARD.into(),
            expiry_month: "01".into(),
            expiry_year: "39".into(),
            cvc: CVC.into(),
            name_on_card: "Budi Santoso".into(),
        };
        let device = DeviceInformation { kind: "Web".into(), country: "ID".into(), ..Default::default() };
        let encrypted_card = key.encrypt(&typed, &device, &[], random::os).map_err(failed)?;
        self.stage.line(
            "encrypts",
            &format!(
                "the card for this session's RSA key: AES-256-GCM under RSA-OAEP, {} characters",
                encrypted_card.as_str().len()
            ),
        );
        let confirm = ConfirmSession {
            id: session.id.clone(),
            payment_method: ConfirmSessionPaymentMethod {
                r#type: PaymentMethodType::Card,
                optional: ConfirmSessionPaymentMethodOptional {
                    card: Some(ConfirmSessionPaymentMethodCard { encrypted_card }),
                    ..Default::default()
                },
            },
            payment_method_options: ConfirmSessionPaymentMethodOptions {
                optional: ConfirmSessionPaymentMethodOptionsOptional {
                    card: Some(ConfirmSessionPaymentMethodOptionsCard {
                        optional: ConfirmSessionPaymentMethodOptionsCardOptional {
                            capture_method: Some(CaptureMethod::Automatic),
                            three_ds_method: Some(ThreeDsMethod::Challenge),
                            ..Default::default()
                        },
                    }),
                    ..Default::default()
                },
            },
            optional: Default::default(),
        };
        let (reply, _) = self.stage.call_in_full(&self.client, &confirm, Some(&self.token)).await?;
        self.stands(&reply)?;
        let arrived = self.pay(&reply).await?;
        self.settle(&arrived, &session).await
    }

    async fn reuse_by_api(&mut self, customer: &str) -> Result<(), Failure> {
        self.stage.chapter("Pay with the saved card and a security code typed on the merchant's own page (mode API)");
        let request =
            RetrieveCustomer { customer_id: customer.to_owned(), optional: RetrieveCustomerOptional::default() };
        let (reply, _) = self.stage.call_in_full(&self.client, &request, Some(&self.token)).await?;
        let stored =
            reply.data_stored_payment_methods().untrusted().find(|own| own.status() == Some(StoredStatus::Active));
        let stored = stored.ok_or_else(unexpected)?;
        let token = stored.token().ok_or_else(unexpected)?;
        let (channel, last) = (stored.payment_channel().unwrap_or_default(), stored.card_last4().unwrap_or_default());
        self.stage.line("stored", &format!("{channel} that ends in {last}, ACTIVE, under the token ***"));
        let optional = CreateSessionOptional {
            payment_method: Some(card(Some(token))),
            payment_method_options: Some(options()),
            mode: Some(Mode::Api),
            customer_id: Some(customer.to_owned()),
            auto_confirm: Some(true),
            ..Default::default()
        };
        let session = self.create(&self.session("APIAGAIN", 5_000, optional)?).await?;
        let arrived = self.pay(&session.reply).await?;
        self.settle(&arrived, &session).await?;
        Ok(())
    }

    /// A callback is as good as the key in its header.
    fn attacks(&mut self, arrived: &Arrived) -> Result<(), Failure> {
        self.stage.chapter("Two forged callbacks");
        let but_key = || arrived.headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("x-api-key")).cloned();
        let forgeries = [
            ("another key", but_key().chain([("x-api-key".to_owned(), b"guessed".to_vec())]).collect()),
            ("the key left out", but_key().collect::<Vec<_>>()),
        ];
        for (what, headers) in forgeries {
            let forged = Arrived { headers, ..arrived.clone() };
            let callback = Callback::parse(&forged.content_type, &forged.body).map_err(failed)?;
            let believed = callback.with_headers(forged.headers).verify(self.client.credentials());
            self.stage.refused(what, believed)?;
        }
        Ok(())
    }

    // ---- what every payment does ----

    /// A session that is asked for in this step.
    fn session(&self, kind: &str, rupiah: u32, optional: CreateSessionOptional) -> Result<CreateSession, Failure> {
        let amount = Amount::idr(rupiah.into());
        let back = || Some(self.stage.merchant.return_url());
        Ok(CreateSession {
            // Letters and digits only.
            client_reference_id: self.stage.order(kind).replace('-', ""),
            redirect_url: CreateSessionRedirectUrl {
                optional: CreateSessionRedirectUrlOptional {
                    success_return_url: back(),
                    failure_return_url: back(),
                    expiration_return_url: back(),
                },
            },
            order_information: CreateSessionOrderInformation {
                product_details: vec![CreateSessionOrderInformationProductDetailsElement {
                    r#type: ProductType::Digital,
                    quantity: Decimal::parse("1").map_err(failed)?,
                    price: CreateSessionOrderInformationProductDetailsElementPrice { value: amount },
                    optional: Default::default(),
                }],
                optional: Default::default(),
            },
            optional: CreateSessionOptional { amount: Some(CreateSessionAmount { value: amount }), ..optional },
        })
    }

    async fn create(&mut self, request: &CreateSession) -> Result<Session, Failure> {
        let (reply, built) = self.stage.call_in_full(&self.client, request, Some(&self.token)).await?;
        let key = built.idempotency_key.as_deref().ok_or_else(unexpected)?;
        self.stage.line("key", &format!("X-REQUEST-ID {key}: by it Pivot knows this request again"));
        let key = key.to_owned();
        self.stands(&reply)?;
        let id = reply.data_id().untrusted().ok_or_else(unexpected)?.to_owned();
        let expected = built.expected.clone().ok_or_else(unexpected)?;
        Ok(Session { reply, id, key, expected })
    }

    /// How a session stands; a refusal ends the story.
    fn stands(&self, reply: &Verified<SessionReply>) -> Result<(), Failure> {
        if reply.code().untrusted() != Some(ResponseCode::Success) {
            let why = SessionReply::message(reply).untrusted().unwrap_or("no reason is given");
            return Err(Failure::new(format!("the local gateway refused a session: {why}; please report this.")));
        }
        self.stage.line("session", status::<SessionReply>(reply));
        Ok(())
    }

    /// The shopper goes where the session says, types what each page asks for, and is brought back; the callback arrives.
    async fn pay(&mut self, reply: &Verified<SessionReply>) -> Result<Arrived, Failure> {
        let url = reply.data_payment_url().untrusted().ok_or_else(unexpected)?;
        self.stage.line("shopper", &format!("opens {url}"));
        let shopper = &self.stage.shopper;
        let mut page = shopper.open(url).await?;
        // What is stored comes before what would have to be typed.
        let way = ["form#stored-0", "form#card"].into_iter().find(|form| page.has(form).unwrap_or_default());
        if let Some(form) = way {
            self.stage.line("", &format!("types what the page asks for: {}", page.asks(form)?.join(", ")));
            page = shopper.send(&page, form, &CARD).await?;
        }
        page = shopper.send(&page, "form#authenticate", &[]).await?;
        self.stage.line("", "authenticates on the 3-D Secure page");
        // In API mode the browser is sent back; Pivot's own page says first how it went.
        if let Some(back) = page.link("a#return")? {
            shopper.open(&back).await?;
        }
        self.stage.merchant.returned().await?;
        self.stage.line("return", "the browser is back, and brings nothing that could be believed");
        self.stage.merchant.callback().await
    }

    /// The callback's key says who tells; asking for the session says what is true, and whose session it is.
    async fn settle(&mut self, arrived: &Arrived, session: &Session) -> Result<String, Failure> {
        let callback = Callback::parse(&arrived.content_type, &arrived.body).map_err(failed)?;
        let callback = callback.with_headers(arrived.headers.iter().map(|(name, value)| (name, value)));
        let verified = callback.verify(self.client.credentials()).map_err(failed)?;
        let unsigned = verified.unsigned().len();
        self.stage.line("callback", &format!("verified by its key, which vouches for none of its {unsigned} fields"));
        match verified.reconcile(&session.expected) {
            Err(ReconcileError::NeedsInquiry(_)) => {
                self.stage.line("", "and no further: nobody signs order and amount, so the session is asked for");
            }
            Err(error) => return Err(failed(error)),
            Ok(_) => return Err(Failure::new("a callback that nothing signs was believed; please report this.")),
        }
        let request = RetrieveSession { id: session.id.clone(), optional: RetrieveSessionOptional::default() };
        let (reply, _) = self.stage.call_in_full(&self.client, &request, Some(&self.token)).await?;
        let settled = reply.reconcile(&session.expected).map_err(failed)?;
        let told = status::<SessionReply>(&settled);
        self.stage.line("answer", &format!("{told}; order and amount as asked"));
        let verdict = format!("{:?}: {} for order {}", settled.status(), settled.amount(), settled.order());
        self.stage.line("verdict", &verdict);
        settled.data_customer_id().untrusted().map(str::to_owned).ok_or_else(unexpected)
    }
}

fn shopper(email: &str) -> CreateSessionCustomer {
    CreateSessionCustomer { email: email.into(), optional: Default::default() }
}

/// A card on the gateway's page, or a stored one with its security code.
fn card(token: Option<Secret>) -> CreateSessionPaymentMethod {
    let card = token.map(|token| CreateSessionPaymentMethodCard {
        token,
        optional: CreateSessionPaymentMethodCardOptional { cvc: Some(CVC.into()), ..Default::default() },
    });
    CreateSessionPaymentMethod {
        r#type: PaymentMethodType::Card,
        optional: CreateSessionPaymentMethodOptional { card, ..Default::default() },
    }
}

fn options() -> CreateSessionPaymentMethodOptions {
    CreateSessionPaymentMethodOptions {
        optional: CreateSessionPaymentMethodOptionsOptional {
            card: Some(CreateSessionPaymentMethodOptionsCard {
                optional: CreateSessionPaymentMethodOptionsCardOptional {
                    capture_method: Some(CaptureMethod::Automatic),
                    three_ds_method: Some(ThreeDsMethod::Challenge),
                    ..Default::default()
                },
            }),
            ..Default::default()
        },
    }
}
