//! Every operation of Finpay and Pivot as a filled struct: what the typed door sends must be, byte for byte, what the interpreter of
//! the tables sends for the same parameters by name. Faspay's are in `typed.rs`.

use faspay_cli::engine::{self, Context, Engine};
use faspay_runtime::{Amount, Clock, Date, Decimal, JsonObject, Request, Secret, ServerForm, Timestamp};
use tests::{day, gateway, inputs, merchants};

const KEY: &str = "0123456789abcdef";

fn by_name(gateway_id: &str, id: &str, params: &[(&str, &str)]) -> engine::Built {
    let gateway = gateway(gateway_id);
    let operation = gateway.operations.iter().find(|operation| operation.id == id).expect(id);
    let merchant = merchants::decided(&gateway);
    let environment = engine::Environment::Sandbox;
    let context = Context {
        environment: &environment,
        credentials: Some(&merchant),
        today: day(inputs::TODAY),
        fresh_key: Some(KEY),
    };
    let params: Vec<_> = params.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Engine::Interpreted
        .build(&gateway, operation, &params, context)
        .unwrap()
        .unwrap_or_else(|why| panic!("{id}: {why:?}"))
}

#[track_caller]
fn same<R: Request + ServerForm>(
    client: &faspay_runtime::Client<R::Credentials>,
    request: &R,
    (gateway, id): (&str, &str),
    params: &[(&str, &str)],
) {
    let sent = client.server_request(request).unwrap();
    let theirs = by_name(gateway, id, params);
    assert_eq!((sent.method(), sent.url()), (theirs.method, theirs.url.as_str()));
    assert_eq!(std::str::from_utf8(sent.body()).unwrap(), theirs.body);
    // A bearer token comes with the sending.
    let own = |name: &str| name != "Authorization" || gateway != "pivot";
    let ours: Vec<_> = sent.headers().into_iter().filter(|(name, _)| own(name)).collect();
    let headers: Vec<_> = theirs.headers.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(ours, headers.into_iter().filter(|(name, _)| own(name)).collect::<Vec<_>>());
}

mod of_finpay {
    use finpay::card::*;
    use finpay::card_data::*;
    use finpay::codes::{RecurringType, SourceOfFundsType, StoredOnFile, Yes};

    use super::{Amount, Clock, Date, JsonObject, Request, Secret, ServerForm};

    #[track_caller]
    fn same<R: Request<Credentials = finpay::Credentials> + ServerForm>(
        request: &R,
        id: &str,
        params: &[(&str, &str)],
    ) {
        let credentials = finpay::Credentials::new()
            .merchant_id("FINPAY770")
            .merchant_key("SoSecret123")
            .stored_card_list_url("https://gateway.example.test/v2");
        let client = finpay::Client::new(finpay::Environment::Sandbox, credentials, Clock::system());
        super::same(&client, request, ("finpay", id), params);
    }

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    fn json(text: &str) -> Option<JsonObject> {
        Some(JsonObject::parse(text).unwrap())
    }

    /// The objects that every initiation has, each with everything in it.
    const COMMON: [(&str, &str); 56] = [
        ("order.id", "INV-7_a"),
        ("order.amount", "25000"),
        ("order.currency", "IDR"),
        ("order.description", "Tea & \"cake\""),
        ("order.timeout", "60"),
        ("order.itemAmount", "24000"),
        ("order.localTaxRegistrationId", "NPWP-1"),
        ("order.merchantCategoryCode", "5812"),
        ("order.surchargeAmount", "1000"),
        (
            "order.item",
            r#"[{"brand":"b1","category":"c1","description":"d1","industryCategory":"i1","name":"n1","quantity":"2","sku":"s1","unitDiscountAmount":"0","unitOfMeasure":"pcs","unitPrice":"12000","unitTaxAmount":"1"},{"name":"n2"}]"#,
        ),
        ("order.transactionFiltering", r#"{"a":1}"#),
        ("customer.id", "siti@example.test"),
        ("customer.email", "siti@example.test"),
        ("customer.firstName", "Siti"),
        ("customer.lastName", "Nur"),
        ("customer.mobilePhone", "+6281234567890"),
        ("customer.phone", "+6221123456"),
        ("customer.taxRegistrationId", "NPWP-2"),
        ("customer.account.id", "A-1"),
        ("url.callbackUrl", "https://shop.example.test/callback"),
        ("url.successUrl", "https://shop.example.test/paid"),
        ("url.failUrl", "https://shop.example.test/failed"),
        ("url.backUrl", "https://shop.example.test/back"),
        ("billing.address.city", "Bandung"),
        ("billing.address.company", "PT Teh"),
        ("billing.address.country", "IDN"),
        ("billing.address.postcodeZip", "40111"),
        ("billing.address.stateProvince", "Jawa Barat"),
        ("billing.address.stateProvinceCode", "JB"),
        ("billing.address.street", "Jl. Braga 1"),
        ("billing.address.street2", "Lt. 2"),
        ("shipping.method", "SAME_DAY"),
        ("shipping.origin.postcodeZip", "10110"),
        ("shipping.contact.email", "budi@example.test"),
        ("shipping.contact.firstName", "Budi"),
        ("shipping.contact.lastName", "Raya"),
        ("shipping.contact.mobilePhone", "+6281111111111"),
        ("shipping.contact.phone", "+6222222222"),
        ("shipping.address.city", "Bogor"),
        ("shipping.address.company", "PT Kopi"),
        ("shipping.address.country", "IDN"),
        ("shipping.address.postcodeZip", "16111"),
        ("shipping.address.stateProvince", "Jawa"),
        ("shipping.address.stateProvinceCode", "JW"),
        ("shipping.address.street", "Jl. Suryakencana 2"),
        ("shipping.address.street2", "Blok C"),
        ("shipping.address.source", "NEW_ADDRESS"),
        ("shipping.address.sameAsBilling", "SAME"),
        ("meta", r#"{"data":"m"}"#),
        ("device", r#"{"id":"d"}"#),
        ("sourceOfFunds.type", "cc"),
        ("sourceOfFunds.paymentCode", "P-1"),
        ("sourceOfFunds.accountId", "0811"),
        // Of a stored card and of a schedule; other operations leave these out.
        ("card.token", "0f1e2d"),
        ("recurring.id", "R-1"),
        ("recurring.subscribe", "Y"),
    ];

    /// The same, as far as an operation has it.
    fn common(without: &[&str]) -> Vec<(&'static str, &'static str)> {
        COMMON.into_iter().filter(|(name, _)| !without.iter().any(|own| name.starts_with(own))).collect()
    }

    /// The objects that every initiation has are types of its own; they are filled alike.
    macro_rules! filled {
        (
            $order:ident, $order_optional:ident, $item:ident, $item_optional:ident, $customer:ident, $customer_optional:ident,
            $account:ident, $account_optional:ident, $url:ident, $url_optional:ident
        ) => {
            (
                $order {
                    id: "INV-7_a".into(),
                    amount: Amount::idr(25_000),
                    optional: $order_optional {
                        description: text("Tea & \"cake\""),
                        timeout: Some(60),
                        item_amount: Some(Amount::idr(24_000)),
                        local_tax_registration_id: text("NPWP-1"),
                        merchant_category_code: text("5812"),
                        surcharge_amount: Some(Amount::idr(1_000)),
                        item: Some(vec![
                            $item {
                                optional: $item_optional {
                                    brand: text("b1"),
                                    category: text("c1"),
                                    description: text("d1"),
                                    industry_category: text("i1"),
                                    name: text("n1"),
                                    quantity: text("2"),
                                    sku: text("s1"),
                                    unit_discount_amount: text("0"),
                                    unit_of_measure: text("pcs"),
                                    unit_price: text("12000"),
                                    unit_tax_amount: text("1"),
                                },
                            },
                            $item { optional: $item_optional { name: text("n2"), ..Default::default() } },
                        ]),
                        transaction_filtering: json(r#"{"a": 1}"#),
                    },
                },
                $customer {
                    optional: $customer_optional {
                        id: text("siti@example.test"),
                        email: text("siti@example.test"),
                        first_name: text("Siti"),
                        last_name: text("Nur"),
                        mobile_phone: text("+6281234567890"),
                        phone: text("+6221123456"),
                        tax_registration_id: text("NPWP-2"),
                        account: Some($account { optional: $account_optional { id: text("A-1") } }),
                    },
                },
                $url {
                    optional: $url_optional {
                        callback_url: text("https://shop.example.test/callback"),
                        success_url: text("https://shop.example.test/paid"),
                        fail_url: text("https://shop.example.test/failed"),
                        back_url: text("https://shop.example.test/back"),
                    },
                },
            )
        };
    }

    macro_rules! places {
        (
            $billing:ident, $billing_optional:ident, $billed:ident, $billed_optional:ident, $shipping:ident, $shipping_optional:ident,
            $origin:ident, $origin_optional:ident, $contact:ident, $contact_optional:ident, $shipped:ident, $shipped_optional:ident
        ) => {
            (
                Some($billing {
                    optional: $billing_optional {
                        address: Some($billed {
                            optional: $billed_optional {
                                city: text("Bandung"),
                                company: text("PT Teh"),
                                country: text("IDN"),
                                postcode_zip: text("40111"),
                                state_province: text("Jawa Barat"),
                                state_province_code: text("JB"),
                                street: text("Jl. Braga 1"),
                                street2: text("Lt. 2"),
                            },
                        }),
                    },
                }),
                Some($shipping {
                    optional: $shipping_optional {
                        method: text("SAME_DAY"),
                        origin: Some($origin { optional: $origin_optional { postcode_zip: text("10110") } }),
                        contact: Some($contact {
                            optional: $contact_optional {
                                email: text("budi@example.test"),
                                first_name: text("Budi"),
                                last_name: text("Raya"),
                                mobile_phone: text("+6281111111111"),
                                phone: text("+6222222222"),
                            },
                        }),
                        address: Some($shipped {
                            optional: $shipped_optional {
                                city: text("Bogor"),
                                company: text("PT Kopi"),
                                country: text("IDN"),
                                postcode_zip: text("16111"),
                                state_province: text("Jawa"),
                                state_province_code: text("JW"),
                                street: text("Jl. Suryakencana 2"),
                                street2: text("Blok C"),
                                source: text("NEW_ADDRESS"),
                                same_as_billing: text("SAME"),
                            },
                        }),
                    },
                }),
            )
        };
    }

    #[test]
    fn an_initiation_is_sent_as_the_tables_say() {
        let (order, customer, url) = filled!(
            InitiateOrder,
            InitiateOrderOptional,
            InitiateOrderItemElement,
            InitiateOrderItemElementOptional,
            InitiateCustomer,
            InitiateCustomerOptional,
            InitiateCustomerAccount,
            InitiateCustomerAccountOptional,
            InitiateUrl,
            InitiateUrlOptional
        );
        let (billing, shipping) = places!(
            InitiateBilling,
            InitiateBillingOptional,
            InitiateBillingAddress,
            InitiateBillingAddressOptional,
            InitiateShipping,
            InitiateShippingOptional,
            InitiateShippingOrigin,
            InitiateShippingOriginOptional,
            InitiateShippingContact,
            InitiateShippingContactOptional,
            InitiateShippingAddress,
            InitiateShippingAddressOptional
        );
        let request = Initiate {
            order,
            customer,
            url,
            source_of_funds: InitiateSourceOfFunds {
                r#type: SourceOfFundsType::Card,
                optional: InitiateSourceOfFundsOptional { payment_code: text("P-1"), account_id: text("0811") },
            },
            optional: InitiateOptional {
                billing,
                shipping,
                meta: json(r#"{"data": "m"}"#),
                device: json(r#"{"id":"d"}"#),
            },
        };
        same(&request, "card.initiate", &common(&["card", "recurring"]));
    }

    #[test]
    fn a_recurring_payment_is_sent_as_the_tables_say() {
        let (order, customer, url) = filled!(
            RecurringOrder,
            RecurringOrderOptional,
            RecurringOrderItemElement,
            RecurringOrderItemElementOptional,
            RecurringCustomer,
            RecurringCustomerOptional,
            RecurringCustomerAccount,
            RecurringCustomerAccountOptional,
            RecurringUrl,
            RecurringUrlOptional
        );
        let (billing, shipping) = places!(
            RecurringBilling,
            RecurringBillingOptional,
            RecurringBillingAddress,
            RecurringBillingAddressOptional,
            RecurringShipping,
            RecurringShippingOptional,
            RecurringShippingOrigin,
            RecurringShippingOriginOptional,
            RecurringShippingContact,
            RecurringShippingContactOptional,
            RecurringShippingAddress,
            RecurringShippingAddressOptional
        );
        let recurring = RecurringRecurringOptional {
            product_code: text("TEA"),
            r#type: Some(RecurringType::TopUp),
            id: text("R-1"),
            amount: Some(Amount::idr(5_000)),
            interval: Some(2),
            interval_unit: text("monthly"),
            max_interval: Some(12),
            start_date: Some(Date::parse("2026-12-01").unwrap()),
            end_date: Some(Date::parse("2027-11-30").unwrap()),
            retry: Some(RecurringRecurringRetry {
                optional: RecurringRecurringRetryOptional {
                    interval: Some(3),
                    interval_unit: text("minutes"),
                    max_interval: Some(4),
                },
            }),
            subscribe: Some(Yes::On),
        };
        let request = Recurring {
            order,
            customer,
            url,
            recurring: RecurringRecurring { optional: recurring },
            source_of_funds: RecurringSourceOfFunds {
                r#type: SourceOfFundsType::Card,
                optional: RecurringSourceOfFundsOptional { payment_code: text("P-1"), account_id: text("0811") },
            },
            optional: RecurringOptional {
                billing,
                shipping,
                meta: json(r#"{"data": "m"}"#),
                card: Some(RecurringCard {
                    optional: RecurringCardOptional {
                        token: Some(Secret::from("0f1e2d")),
                        stored_on_file: Some(StoredOnFile::Stored),
                    },
                }),
                device: json(r#"{"id":"d"}"#),
            },
        };
        let mut params = common(&[]);
        params.extend([
            ("card.storedOnFile", "STORED"),
            ("recurring.productCode", "TEA"),
            ("recurring.type", "TOPUP"),
            ("recurring.amount", "5000"),
            ("recurring.interval", "2"),
            ("recurring.intervalUnit", "monthly"),
            ("recurring.maxInterval", "12"),
            ("recurring.startDate", "20261201"),
            ("recurring.endDate", "20271130"),
            ("recurring.retry.interval", "3"),
            ("recurring.retry.intervalUnit", "minutes"),
            ("recurring.retry.maxInterval", "4"),
        ]);
        same(&request, "card.recurring", &params);
    }

    const LEAST: [(&str, &str); 9] = [
        ("order.id", "INV-7_a"),
        ("order.amount", "25000"),
        ("order.currency", "IDR"),
        ("order.description", "Tea"),
        ("order.item", r#"[{"name":"n1"}]"#),
        ("customer.id", "siti@example.test"),
        ("customer.firstName", "Siti"),
        ("url.callbackUrl", "https://shop.example.test/callback"),
        ("shipping.contact.email", "budi@example.test"),
    ];

    #[test]
    fn a_card_is_stored_as_the_tables_say() {
        let item = StoreCardOrderItemElement {
            optional: StoreCardOrderItemElementOptional { name: text("n1"), ..Default::default() },
        };
        let contact = StoreCardShippingContact {
            optional: StoreCardShippingContactOptional { email: text("budi@example.test"), ..Default::default() },
        };
        let request = StoreCard {
            order: StoreCardOrder {
                id: "INV-7_a".into(),
                amount: Amount::idr(25_000),
                optional: StoreCardOrderOptional {
                    description: text("Tea"),
                    item: Some(vec![item]),
                    ..Default::default()
                },
            },
            customer: StoreCardCustomer {
                id: "siti@example.test".into(),
                optional: StoreCardCustomerOptional { first_name: text("Siti"), ..Default::default() },
            },
            url: StoreCardUrl {
                optional: StoreCardUrlOptional {
                    callback_url: text("https://shop.example.test/callback"),
                    ..Default::default()
                },
            },
            card: StoreCardCard {},
            source_of_funds: StoreCardSourceOfFunds {
                optional: StoreCardSourceOfFundsOptional { payment_code: text("P-1"), account_id: None },
            },
            optional: StoreCardOptional {
                shipping: Some(StoreCardShipping {
                    optional: StoreCardShippingOptional { contact: Some(contact), ..Default::default() },
                }),
                ..Default::default()
            },
        };
        let mut params = LEAST.to_vec();
        params.extend([("sourceOfFunds.paymentCode", "P-1"), ("card", "{}")]);
        same(&request, "card.stored-card-initiate", &params);
    }

    #[test]
    fn a_payment_with_two_clicks_is_sent_as_the_tables_say() {
        let item = TwoClickOrderItemElement {
            optional: TwoClickOrderItemElementOptional { name: text("n1"), ..Default::default() },
        };
        let contact = TwoClickShippingContact {
            optional: TwoClickShippingContactOptional { email: text("budi@example.test"), ..Default::default() },
        };
        let request = TwoClick {
            order: TwoClickOrder {
                id: "INV-7_a".into(),
                amount: Amount::idr(25_000),
                optional: TwoClickOrderOptional {
                    description: text("Tea"),
                    item: Some(vec![item]),
                    ..Default::default()
                },
            },
            customer: TwoClickCustomer {
                id: "siti@example.test".into(),
                optional: TwoClickCustomerOptional { first_name: text("Siti"), ..Default::default() },
            },
            url: TwoClickUrl {
                optional: TwoClickUrlOptional {
                    callback_url: text("https://shop.example.test/callback"),
                    ..Default::default()
                },
            },
            card: TwoClickCard { token: Secret::from("0f1e2d") },
            source_of_funds: TwoClickSourceOfFunds {
                optional: TwoClickSourceOfFundsOptional { payment_code: None, account_id: text("0811") },
            },
            optional: TwoClickOptional {
                shipping: Some(TwoClickShipping {
                    optional: TwoClickShippingOptional { contact: Some(contact), ..Default::default() },
                }),
                ..Default::default()
            },
        };
        let mut params = LEAST.to_vec();
        params.extend([("sourceOfFunds.accountId", "0811"), ("card.token", "0f1e2d")]);
        same(&request, "card.two-click", &params);
    }

    #[test]
    fn a_payment_with_one_click_is_sent_as_the_tables_say() {
        let item = OneClickOrderItemElement {
            optional: OneClickOrderItemElementOptional { name: text("n1"), ..Default::default() },
        };
        let request = OneClick {
            order: OneClickOrder {
                id: "INV-7_a".into(),
                amount: Amount::idr(25_000),
                optional: OneClickOrderOptional {
                    description: text("Tea"),
                    item: Some(vec![item]),
                    ..Default::default()
                },
            },
            customer: OneClickCustomer {
                id: "siti@example.test".into(),
                optional: OneClickCustomerOptional { first_name: text("Siti"), ..Default::default() },
            },
            url: OneClickUrl {
                optional: OneClickUrlOptional {
                    callback_url: text("https://shop.example.test/callback"),
                    ..Default::default()
                },
            },
            card: OneClickCard { token: Secret::from("0f1e2d") },
            source_of_funds: OneClickSourceOfFunds {
                optional: OneClickSourceOfFundsOptional { payment_code: None, account_id: text("0811") },
            },
        };
        let mut params: Vec<_> = LEAST.into_iter().filter(|(name, _)| !name.starts_with("shipping")).collect();
        params.extend([("sourceOfFunds.accountId", "0811"), ("card.token", "0f1e2d")]);
        same(&request, "card.one-click", &params);
    }

    #[test]
    fn three_d_secure_is_asked_for_as_the_tables_say() {
        let contact = ThreeDsInitiateShippingContact {
            optional: ThreeDsInitiateShippingContactOptional { email: text("budi@example.test"), ..Default::default() },
        };
        let item = ThreeDsInitiateOrderItemElement {
            optional: ThreeDsInitiateOrderItemElementOptional { name: text("n1"), ..Default::default() },
        };
        let request = ThreeDsInitiate {
            customer: ThreeDsInitiateCustomer {
                optional: ThreeDsInitiateCustomerOptional {
                    id: text("siti@example.test"),
                    first_name: text("Siti"),
                    ..Default::default()
                },
            },
            order: ThreeDsInitiateOrder {
                id: "INV-7_a".into(),
                amount: Amount::idr(25_000),
                optional: ThreeDsInitiateOrderOptional {
                    description: text("Tea"),
                    item: Some(vec![item]),
                    ..Default::default()
                },
            },
            url: ThreeDsInitiateUrl {
                optional: ThreeDsInitiateUrlOptional {
                    callback_url: text("https://shop.example.test/callback"),
                    ..Default::default()
                },
            },
            card: Secret::from(r#"{ "a": "b" }"#),
            device: JsonObject::parse(r#"{"id": "d"}"#).unwrap(),
            optional: ThreeDsInitiateOptional {
                shipping: Some(ThreeDsInitiateShipping {
                    optional: ThreeDsInitiateShippingOptional { contact: Some(contact), ..Default::default() },
                }),
                transaction: json(r#"{"source":"INTERNET"}"#),
                payment_plan: json(r#"{"plan":"p"}"#),
                ..Default::default()
            },
        };
        let mut params = LEAST.to_vec();
        params.extend([
            ("card", r#"{ "a": "b" }"#),
            ("device", r#"{"id": "d"}"#),
            ("transaction", r#"{"source":"INTERNET"}"#),
            ("paymentPlan", r#"{"plan":"p"}"#),
        ]);
        same(&request, "card.threeds-initiate", &params);
    }

    #[test]
    fn calls_that_name_an_order_a_card_or_a_customer_are_sent_as_the_tables_say() {
        let order = || "INV-7_a".to_owned();
        let named = [("orderId", "INV-7_a")];
        same(&CheckStatus { order_id: order() }, "card.check-status", &named);
        same(&Cancel { order_id: order() }, "card.cancel", &named);
        same(&Void { order_id: order() }, "card.void", &named);
        let token = Secret::from("0f/1e 2d");
        same(&DeleteStoredCard { card_token: token }, "card.delete-stored-card", &[("cardToken", "0f/1e 2d")]);
        let customer = "siti@example.test";
        let request = RetrieveStoredCard { customer_id: customer.into() };
        same(&request, "card.retrieve-stored-card", &[("customerId", customer)]);
    }
}

mod of_pivot {
    use pivot_payment::auth::AccessToken;
    use pivot_payment::codes::*;
    use pivot_payment::customer::{RetrieveCustomer, RetrieveCustomerOptional};
    use pivot_payment::session::*;

    use super::{Amount, Clock, Decimal, JsonObject, KEY, Request, Secret, ServerForm, Timestamp};

    #[track_caller]
    fn same<R: Request<Credentials = pivot_payment::Credentials> + ServerForm>(
        request: &R,
        id: &str,
        params: &[(&str, &str)],
    ) {
        let credentials = pivot_payment::Credentials::new()
            .merchant_id("M-1")
            .merchant_secret("M-1")
            .callback_key("M-1")
            .session_cancel_url("https://gateway.example.test/v2");
        let client = pivot_payment::Client::new(pivot_payment::Environment::Sandbox, credentials, Clock::system());
        super::same(&client.with_keys(|| KEY.to_owned()), request, ("pivot", id), params);
    }

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    fn moment() -> Timestamp {
        Timestamp::parse("2026-12-01T10:20:30Z").unwrap()
    }

    const SUB: (&str, &str) = ("x-submerchant-id", "7b1c");

    const SESSION: [(&str, &str); 63] = [
        ("X-REQUEST-ID", "aKeyOfMyOwn12345"),
        SUB,
        ("clientReferenceId", "INV7"),
        ("amount.value", "50000.50"),
        ("amount.currency", "IDR"),
        ("paymentType", "SINGLE"),
        ("paymentMethod.type", "CARD"),
        ("paymentMethod.card.token", "tok"),
        ("paymentMethod.card.cvc", "123"),
        ("paymentMethod.card.cardHolderFirstName", "Siti"),
        ("paymentMethod.card.cardHolderLastName", "Nur"),
        ("paymentMethod.card.cardHolderEmail", "siti@example.test"),
        ("paymentMethod.card.cardHolderPhone", "+6281"),
        ("paymentMethodOptions.id", "O-1"),
        ("paymentMethodOptions.card.captureMethod", "manual"),
        ("paymentMethodOptions.card.threeDsMethod", "AUTOMATIC"),
        ("paymentMethodOptions.card.processingConfig.bankMerchantId", "B-1"),
        ("paymentMethodOptions.card.processingConfig.merchantIdTag", "T-1"),
        ("saveForFutureUse", "true"),
        ("mode", "API"),
        ("redirectUrl.successReturnUrl", "https://shop.example.test/paid"),
        ("redirectUrl.failureReturnUrl", "https://shop.example.test/failed"),
        ("redirectUrl.expirationReturnUrl", "https://shop.example.test/late"),
        ("customer.email", "siti@example.test"),
        ("customer.givenName", "Siti"),
        ("customer.surname", "Nur"),
        ("customer.phoneNumber.countryCode", "+62"),
        ("customer.phoneNumber.number", "81234567890"),
        ("customer.refundPreference.method", "TRANSFER_ONLY"),
        ("customer.refundPreference.transferDestination.channelCode", "BCA"),
        ("customer.refundPreference.transferDestination.channelInformation.accountNumber", "12"),
        ("customer.refundPreference.transferDestination.channelInformation.accountName", "Siti"),
        ("orderInformation.productDetails", PRODUCTS),
        ("orderInformation.billingInfo.givenName", "Siti"),
        ("orderInformation.billingInfo.surname", "Nur"),
        ("orderInformation.billingInfo.email", "siti@example.test"),
        ("orderInformation.billingInfo.phoneNumber.countryCode", "+62"),
        ("orderInformation.billingInfo.phoneNumber.number", "81"),
        ("orderInformation.billingInfo.addressLine1", "Jl. Braga 1"),
        ("orderInformation.billingInfo.addressLine2", "Lt. 2"),
        ("orderInformation.billingInfo.city", "Bandung"),
        ("orderInformation.billingInfo.provinceState", "Jawa Barat"),
        ("orderInformation.billingInfo.country", "ID"),
        ("orderInformation.billingInfo.postalCode", "40111"),
        ("orderInformation.shippingInfo.givenName", "Budi"),
        ("orderInformation.shippingInfo.surname", "Raya"),
        ("orderInformation.shippingInfo.email", "budi@example.test"),
        ("orderInformation.shippingInfo.phoneNumber.countryCode", "+65"),
        ("orderInformation.shippingInfo.phoneNumber.number", "82"),
        ("orderInformation.shippingInfo.addressLine1", "Jl. Suryakencana 2"),
        ("orderInformation.shippingInfo.addressLine2", "Blok C"),
        ("orderInformation.shippingInfo.city", "Bogor"),
        ("orderInformation.shippingInfo.provinceState", "Jawa"),
        ("orderInformation.shippingInfo.country", "SG"),
        ("orderInformation.shippingInfo.postalCode", "16111"),
        ("orderInformation.shippingInfo.method", "NEXTDAY"),
        ("orderInformation.shippingInfo.shippingFee.value", "9000"),
        ("orderInformation.shippingInfo.shippingFee.currency", "IDR"),
        ("autoConfirm", "true"),
        ("statementDescriptor", "TEA"),
        ("expirationMode", "STRICT"),
        ("expiryAt", "2026-12-01T10:20:30Z"),
        ("metadata", r#"{"a":"b"}"#),
    ];

    const PRODUCTS: &str = r#"[{"type":"PHYSICAL","category":"c","subCategory":"s","name":"n","description":"d","quantity":"2","price":{"value":"20500.25","currency":"IDR"}},{"type":"SERVICE","quantity":"1.5","price":{"value":"1","currency":"IDR"}}]"#;

    fn phone(country_code: &str, number: &str) -> (String, String) {
        (country_code.to_owned(), number.to_owned())
    }

    fn payment_method() -> CreateSessionPaymentMethod {
        CreateSessionPaymentMethod {
            r#type: PaymentMethodType::Card,
            optional: CreateSessionPaymentMethodOptional {
                card: Some(CreateSessionPaymentMethodCard {
                    token: Secret::from("tok"),
                    optional: CreateSessionPaymentMethodCardOptional {
                        cvc: Some(Secret::from("123")),
                        card_holder_first_name: text("Siti"),
                        card_holder_last_name: text("Nur"),
                        card_holder_email: text("siti@example.test"),
                        card_holder_phone: text("+6281"),
                    },
                }),
                ..Default::default()
            },
        }
    }

    fn payment_method_options() -> CreateSessionPaymentMethodOptions {
        let processing_config = CreateSessionPaymentMethodOptionsCardProcessingConfig {
            optional: CreateSessionPaymentMethodOptionsCardProcessingConfigOptional {
                bank_merchant_id: text("B-1"),
                merchant_id_tag: text("T-1"),
            },
        };
        CreateSessionPaymentMethodOptions {
            optional: CreateSessionPaymentMethodOptionsOptional {
                id: text("O-1"),
                card: Some(CreateSessionPaymentMethodOptionsCard {
                    optional: CreateSessionPaymentMethodOptionsCardOptional {
                        capture_method: Some(CaptureMethod::Manual),
                        three_ds_method: Some(ThreeDsMethod::Automatic),
                        processing_config: Some(processing_config),
                    },
                }),
                ..Default::default()
            },
        }
    }

    fn customer() -> CreateSessionCustomer {
        let (country_code, number) = phone("+62", "81234567890");
        let account = CreateSessionCustomerRefundPreferenceTransferDestinationChannelInformation {
            account_number: "12".into(),
            account_name: "Siti".into(),
        };
        CreateSessionCustomer {
            email: "siti@example.test".into(),
            optional: CreateSessionCustomerOptional {
                given_name: text("Siti"),
                surname: text("Nur"),
                phone_number: Some(CreateSessionCustomerPhoneNumber { country_code, number }),
                refund_preference: Some(CreateSessionCustomerRefundPreference {
                    method: RefundMethod::TransferOnly,
                    optional: CreateSessionCustomerRefundPreferenceOptional {
                        transfer_destination: Some(CreateSessionCustomerRefundPreferenceTransferDestination {
                            channel_code: "BCA".into(),
                            channel_information: account,
                        }),
                    },
                }),
            },
        }
    }

    fn products() -> Vec<CreateSessionOrderInformationProductDetailsElement> {
        let price = |minor| CreateSessionOrderInformationProductDetailsElementPrice {
            value: Amount::from_minor(minor, Amount::idr(0).currency()),
        };
        vec![
            CreateSessionOrderInformationProductDetailsElement {
                r#type: ProductType::Physical,
                quantity: Decimal::parse("2").unwrap(),
                price: price(2_050_025),
                optional: CreateSessionOrderInformationProductDetailsElementOptional {
                    category: text("c"),
                    sub_category: text("s"),
                    name: text("n"),
                    description: text("d"),
                },
            },
            CreateSessionOrderInformationProductDetailsElement {
                r#type: ProductType::Service,
                quantity: Decimal::parse("1.5").unwrap(),
                price: price(100),
                optional: Default::default(),
            },
        ]
    }

    fn order_information() -> CreateSessionOrderInformation {
        let (country_code, number) = phone("+62", "81");
        let billing_info = CreateSessionOrderInformationBillingInfo {
            given_name: "Siti".into(),
            email: "siti@example.test".into(),
            optional: CreateSessionOrderInformationBillingInfoOptional {
                surname: text("Nur"),
                phone_number: Some(CreateSessionOrderInformationBillingInfoPhoneNumber { country_code, number }),
                address_line1: text("Jl. Braga 1"),
                address_line2: text("Lt. 2"),
                city: text("Bandung"),
                province_state: text("Jawa Barat"),
                country: text("ID"),
                postal_code: text("40111"),
            },
        };
        let (country_code, number) = phone("+65", "82");
        let shipping_info = CreateSessionOrderInformationShippingInfo {
            given_name: "Budi".into(),
            email: "budi@example.test".into(),
            address_line1: "Jl. Suryakencana 2".into(),
            city: "Bogor".into(),
            province_state: "Jawa".into(),
            country: "SG".into(),
            method: ShippingMethod::NextDay,
            optional: CreateSessionOrderInformationShippingInfoOptional {
                surname: text("Raya"),
                phone_number: Some(CreateSessionOrderInformationShippingInfoPhoneNumber { country_code, number }),
                address_line2: text("Blok C"),
                postal_code: text("16111"),
                shipping_fee: Some(CreateSessionOrderInformationShippingInfoShippingFee { value: Amount::idr(9_000) }),
            },
        };
        CreateSessionOrderInformation {
            product_details: products(),
            optional: CreateSessionOrderInformationOptional {
                billing_info: Some(billing_info),
                shipping_info: Some(shipping_info),
            },
        }
    }

    #[test]
    fn a_session_is_asked_for_as_the_tables_say() {
        let request = CreateSession {
            client_reference_id: "INV7".into(),
            redirect_url: CreateSessionRedirectUrl {
                optional: CreateSessionRedirectUrlOptional {
                    success_return_url: text("https://shop.example.test/paid"),
                    failure_return_url: text("https://shop.example.test/failed"),
                    expiration_return_url: text("https://shop.example.test/late"),
                },
            },
            order_information: order_information(),
            optional: CreateSessionOptional {
                x_request_id: text("aKeyOfMyOwn12345"),
                x_submerchant_id: text(SUB.1),
                amount: Some(CreateSessionAmount { value: Amount::from_minor(5_000_050, Amount::idr(0).currency()) }),
                payment_type: Some(PaymentType::Single),
                payment_method: Some(payment_method()),
                payment_method_options: Some(payment_method_options()),
                save_for_future_use: Some(true),
                mode: Some(Mode::Api),
                customer: Some(customer()),
                auto_confirm: Some(true),
                statement_descriptor: text("TEA"),
                expiration_mode: Some(ExpirationMode::Strict),
                expiry_at: Some(moment()),
                metadata: Some(JsonObject::parse(r#"{ "a": "b" }"#).unwrap()),
                ..Default::default()
            },
        };
        same(&request, "session.create", &SESSION);
    }

    #[test]
    fn a_session_is_confirmed_as_the_tables_say() {
        let request = ConfirmSession {
            id: "S/1".into(),
            payment_method: ConfirmSessionPaymentMethod {
                r#type: PaymentMethodType::VirtualAccount,
                optional: ConfirmSessionPaymentMethodOptional {
                    virtual_account: Some(ConfirmSessionPaymentMethodVirtualAccount {
                        channel: VaChannel::Bni,
                        virtual_account_number: "8808".into(),
                        virtual_account_name: "Siti".into(),
                        expiry_at: moment(),
                    }),
                    ..Default::default()
                },
            },
            payment_method_options: ConfirmSessionPaymentMethodOptions {
                optional: ConfirmSessionPaymentMethodOptionsOptional {
                    virtual_account: Some(ConfirmSessionPaymentMethodOptionsVirtualAccount {
                        optional: ConfirmSessionPaymentMethodOptionsVirtualAccountOptional {
                            channel: Some(VaChannel::Bni),
                            virtual_account_name: text("Nur"),
                            virtual_account_number: text("8809"),
                            expiry_at: Some(moment()),
                        },
                    }),
                    ..Default::default()
                },
            },
            optional: ConfirmSessionOptional { x_submerchant_id: text(SUB.1), save_for_future_use: Some(false) },
        };
        let params = [
            SUB,
            ("id", "S/1"),
            ("paymentMethod.type", "VIRTUAL_ACCOUNT"),
            ("paymentMethod.virtualAccount.channel", "BNI"),
            ("paymentMethod.virtualAccount.virtualAccountNumber", "8808"),
            ("paymentMethod.virtualAccount.virtualAccountName", "Siti"),
            ("paymentMethod.virtualAccount.expiryAt", "2026-12-01T10:20:30Z"),
            ("paymentMethodOptions.virtualAccount.channel", "BNI"),
            ("paymentMethodOptions.virtualAccount.virtualAccountName", "Nur"),
            ("paymentMethodOptions.virtualAccount.virtualAccountNumber", "8809"),
            ("paymentMethodOptions.virtualAccount.expiryAt", "2026-12-01T10:20:30Z"),
            ("saveForFutureUse", "false"),
        ];
        same(&request, "session.confirm", &params);
    }

    #[test]
    fn sessions_are_retrieved_captured_and_cancelled_as_the_tables_say() {
        let id = || "S/1".to_owned();
        let named = [("id", "S/1"), SUB];
        let optional = RetrieveSessionOptional { x_submerchant_id: text(SUB.1) };
        same(&RetrieveSession { id: id(), optional }, "session.retrieve", &named);
        let request = RetrieveSessionByReference {
            client_reference_id: "INV78".into(),
            optional: RetrieveSessionByReferenceOptional { x_submerchant_id: text(SUB.1) },
        };
        same(&request, "session.retrieve-by-reference", &[("clientReferenceId", "INV78"), SUB]);
        let optional = CaptureSessionOptional {
            x_submerchant_id: text(SUB.1),
            amount: Some(CaptureSessionAmount { value: Amount::idr(700) }),
        };
        let request = CaptureSession { id: id(), release_remaining_amount: true, optional };
        let mut params = named.to_vec();
        params.extend([("amount.value", "700"), ("amount.currency", "IDR"), ("releaseRemainingAmount", "true")]);
        same(&request, "session.capture", &params);
        let optional = CancelSessionOptional {
            x_submerchant_id: text(SUB.1),
            cancellation_reason: Some(CancellationReason::Duplicated),
        };
        let mut params = named.to_vec();
        params.push(("cancellationReason", "DUPLICATED"));
        same(&CancelSession { id: id(), optional }, "session.cancel", &params);
    }

    #[test]
    fn a_token_and_a_customer_are_asked_for_as_the_tables_say() {
        same(&AccessToken {}, "auth.access-token", &[]);
        let optional = RetrieveCustomerOptional { x_submerchant_id: text(SUB.1) };
        let request = RetrieveCustomer { customer_id: "C-1".into(), optional };
        same(&request, "customer.retrieve", &[("customerId", "C-1"), SUB]);
    }
}
