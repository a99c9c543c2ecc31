//! Pivot end to end: the four flows of saved cards, with the generated library as the merchant and the sandbox as Pivot. A card is saved
//! and used again on the gateway's page, and through the API.

mod pivot_saved_cards {
    pub mod control;
    pub mod refusals;
    pub mod shop;
    pub mod simulation;
}

use pivot_payment::PaymentStatus;
use pivot_payment::codes::{CaptureMethod, Mode, SessionStatus, ThreeDsMethod};
use pivot_payment::session::{CreateSession, CreateSessionPaymentMethodCard, CreateSessionPaymentMethodCardOptional};
use pivot_saved_cards::refusals::status_of;
use pivot_saved_cards::shop::{CHALLENGED, CVC, FRICTIONLESS, Shop, charged, confirmation, encrypted, form, holds, id};
use pivot_saved_cards::shop::{payment_url, session, unconfirmed};
use scraper::{Html, Selector};

/// Where the page after a payment leads.
fn way_back(page: &str) -> Option<String> {
    let page = Html::parse_document(page);
    let link = page.select(&Selector::parse("a#return").unwrap()).next()?;
    link.attr("href").map(str::to_owned)
}

fn saving(order: &str) -> CreateSession {
    let mut request = session(order, Mode::Redirect);
    request.optional.payment_method_options = Some(charged(CaptureMethod::Automatic, ThreeDsMethod::Challenge));
    request.optional.save_for_future_use = Some(true);
    request.optional.auto_confirm = Some(true);
    request
}

#[tokio::test]
async fn a_card_is_saved_on_the_gateways_page_and_pays_there_again() {
    let mut shop = Shop::open().await;
    let request = saving("SAVE1");
    let expected = shop.expected(&request);
    let reply = shop.send(&request).await.unwrap();
    let customer = reply.unverified().data_customer_id().untrusted().unwrap().to_owned();
    let url = payment_url(&reply).unwrap();
    assert_eq!(shop.status(&id(&reply), &expected).await, PaymentStatus::Pending);

    let page = shop.page(&url).await;
    let card = form(&page, "card").unwrap();
    assert_eq!(card.inputs, ["number", "expiry", "cvc", "name", "save"]);
    let typed = [("number", CHALLENGED), ("expiry", "01/39"), ("cvc", CVC), ("name", "Siti"), ("save", "yes")];
    let bank = shop.post(&card, &typed).await.unwrap();
    let page = shop.authenticates(&bank).await.unwrap_err();
    assert_eq!(way_back(&page).as_deref(), Some("https://shop.example.test/paid"), "the status page isn't bypassed");
    shop.settles(&id(&reply), &expected, PaymentStatus::Paid).await;
    let stored = shop.stored(&customer).await;
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].1, "0002");
    assert!((20..=100).contains(&stored[0].0.expose().len()));

    let mut request = saving("REUSE1");
    request.optional.show_saved_payment = Some(true);
    request.optional.bypass_status_page = Some(true);
    request.optional.customer = None;
    request.optional.customer_id = Some(customer.clone());
    let expected = shop.expected(&request);
    let reply = shop.send(&request).await.unwrap();
    assert_eq!(reply.unverified().data_customer_id().untrusted(), Some(customer.as_str()));
    let page = shop.page(&payment_url(&reply).unwrap()).await;
    let own = form(&page, "stored-0").unwrap();
    assert_eq!(own.inputs, ["card", "cvc"], "the security code is all that is asked");
    assert!(!page.contains(stored[0].0.expose()), "a token isn't the shopper's to see");
    let bank = shop.post(&own, &[("card", "0"), ("cvc", CVC)]).await.unwrap();
    assert_eq!(shop.authenticates(&bank).await.unwrap(), "https://shop.example.test/paid");
    shop.settles(&id(&reply), &expected, PaymentStatus::Paid).await;
    assert_eq!(shop.stored(&customer).await.len(), 1);

    // What the shopper typed on the gateway's page, the merchant's server never had.
    let log = shop.log.lock().unwrap().join("\n");
    assert!(log.contains("SAVE1") && log.contains("REUSE1"));
    assert!(!log.contains(CHALLENGED) && !holds(&log, CVC), "{log}");
}

#[tokio::test]
async fn a_card_is_saved_only_when_the_shopper_wants_it_and_the_charge_succeeds() {
    let shop = Shop::open().await;
    let pays = |order: &'static str, number: &'static str, save: bool, saves: bool| {
        let shop = &shop;
        async move {
            let mut request = saving(order);
            request.optional.save_for_future_use = Some(saves);
            let reply = shop.send(&request).await.unwrap();
            let card = form(&shop.page(&payment_url(&reply).unwrap()).await, "card").unwrap();
            assert_eq!(card.inputs.iter().any(|name| name == "save"), saves);
            let mut typed = vec![("number", number), ("expiry", "01/39"), ("cvc", CVC)];
            typed.extend(save.then_some(("save", "yes")));
            let bank = shop.post(&card, &typed).await.unwrap();
            drop(shop.authenticates(&bank).await);
            shop.stored(reply.unverified().data_customer_id().untrusted().unwrap()).await.len()
        }
    };
    assert_eq!(pays("A1", CHALLENGED, false, true).await, 0, "the box wasn't ticked");
    assert_eq!(pays("A2", CHALLENGED, false, false).await, 0, "there was no box");
    assert_eq!(pays("A3", "4440000334470010", true, true).await, 0, "there wasn't enough money");
    assert_eq!(pays("A4", CHALLENGED, true, true).await, 1);
    assert_eq!(pays("A5", CHALLENGED, true, true).await, 1, "the same card is stored once");
}

#[tokio::test]
async fn a_card_is_saved_through_the_api_and_pays_again_with_its_token() {
    let mut shop = Shop::open().await;
    let mut request = unconfirmed("APISAVE1");
    request.optional.save_for_future_use = Some(true);
    let expected = shop.expected(&request);
    let reply = shop.send(&request).await.unwrap();
    let session_id = id(&reply);
    let own = reply.unverified();
    let customer = own.data_customer_id().untrusted().unwrap().to_owned();
    assert_eq!(own.data_status().untrusted(), Some(SessionStatus::RequireConfirmation));
    assert_eq!(payment_url(&reply), None);

    let card = encrypted(reply.unverified(), CHALLENGED);
    let confirm = confirmation(&session_id, card, CaptureMethod::Automatic, ThreeDsMethod::Challenge);
    let reply = shop.send(&confirm).await.unwrap();
    assert_eq!(reply.unverified().data_status().untrusted(), Some(SessionStatus::RequireAction));
    let bank = payment_url(&reply).unwrap();
    assert_eq!(shop.authenticates(&bank).await.unwrap(), "https://shop.example.test/paid");
    shop.settles(&session_id, &expected, PaymentStatus::Paid).await;
    let stored = shop.stored(&customer).await;
    assert_eq!(stored.iter().map(|(_, last4)| last4.as_str()).collect::<Vec<_>>(), ["0002"]);

    let mut request = session("APIREUSE1", Mode::Api);
    request.optional.payment_method_options = Some(charged(CaptureMethod::Automatic, ThreeDsMethod::Challenge));
    request.optional.auto_confirm = Some(true);
    request.optional.customer = None;
    request.optional.customer_id = Some(customer);
    request.optional.payment_method.as_mut().unwrap().optional.card = Some(CreateSessionPaymentMethodCard {
        token: stored[0].0.clone(),
        optional: CreateSessionPaymentMethodCardOptional { cvc: Some(CVC.into()), ..Default::default() },
    });
    let expected = shop.expected(&request);
    let shown = format!("{request:?}");
    assert!(!holds(&shown, CVC) && !shown.contains(stored[0].0.expose()), "{shown}");
    let reply = shop.send(&request).await.unwrap();
    assert_eq!(reply.unverified().data_status().untrusted(), Some(SessionStatus::RequireAction));
    let bank = payment_url(&reply).unwrap();
    assert_eq!(shop.authenticates(&bank).await.unwrap(), "https://shop.example.test/paid");
    shop.settles(&id(&reply), &expected, PaymentStatus::Paid).await;

    // The number was encrypted by the merchant's page; nothing else has it, nor has anything a code but the request that sends it.
    let log = shop.log.lock().unwrap().clone();
    let coded = log.iter().filter(|own| holds(own, CVC)).count();
    assert_eq!(coded, 1, "{log:?}");
    assert!(!log.iter().any(|own| own.contains(CHALLENGED)), "{log:?}");
    let state = shop.state().await.to_string();
    for secret in [CHALLENGED, CVC, stored[0].0.expose(), "sandbox-secret", "sandbox-callback-key"] {
        assert!(!holds(&state, secret), "{state}");
    }
}

#[tokio::test]
async fn a_session_on_the_gateways_page_that_waits_for_its_confirmation_is_confirmed_without_a_card() {
    let mut shop = Shop::open().await;
    let mut request = saving("LATER1");
    request.optional.auto_confirm = Some(false);
    request.optional.save_for_future_use = None;
    let expected = shop.expected(&request);
    let reply = shop.send(&request).await.unwrap();
    assert_eq!(reply.unverified().data_status().untrusted(), Some(SessionStatus::RequireConfirmation));
    assert_eq!((payment_url(&reply), reply.unverified().data_encryption_key().untrusted()), (None, None));

    let elsewhere = shop.send(&unconfirmed("LATER2")).await.unwrap();
    let card = encrypted(elsewhere.unverified(), CHALLENGED);
    let mut confirm = confirmation(&id(&reply), card, CaptureMethod::Automatic, ThreeDsMethod::Never);
    assert_eq!(status_of(shop.send(&confirm).await), 400, "the card is typed on the page");
    confirm.payment_method.optional.card = None;
    confirm.optional.save_for_future_use = Some(true);
    let confirmed = shop.send(&confirm).await.unwrap();
    assert_eq!(confirmed.unverified().data_status().untrusted(), Some(SessionStatus::RequireAction));
    assert_eq!(status_of(shop.send(&confirm).await), 422, "it is confirmed once");

    let own = form(&shop.page(&payment_url(&confirmed).unwrap()).await, "card").unwrap();
    assert!(own.inputs.iter().any(|name| name == "save"), "saving was asked for with the confirmation");
    let typed = [("number", CHALLENGED), ("expiry", "01/39"), ("cvc", CVC), ("save", "yes")];
    let page = shop.post(&own, &typed).await.unwrap_err();
    assert!(page.contains("It is paid."), "the confirmation wants no authentication: {page}");
    shop.settles(&id(&reply), &expected, PaymentStatus::Paid).await;
    assert_eq!(shop.stored(confirmed.unverified().data_customer_id().untrusted().unwrap()).await.len(), 1);

    confirm.id = id(&elsewhere);
    assert_eq!(status_of(shop.send(&confirm).await), 400, "in API mode there is no page to type a card on");
}

#[tokio::test]
async fn a_frictionless_card_is_asked_nothing_and_a_failed_authentication_cancels() {
    let mut shop = Shop::open().await;
    let mut request = saving("FREE1");
    request.optional.bypass_status_page = Some(true);
    let reply = shop.send(&request).await.unwrap();
    let card = form(&shop.page(&payment_url(&reply).unwrap()).await, "card").unwrap();
    let typed = [("number", FRICTIONLESS), ("expiry", "01/39"), ("cvc", CVC)];
    let page = shop.page(&shop.post(&card, &typed).await.unwrap()).await;
    assert!(form(&page, "authenticate").is_none() && form(&page, "fail").is_none());
    let back = shop.post(&form(&page, "continue").unwrap(), &[]).await.unwrap();
    assert_eq!(back, "https://shop.example.test/paid");
    let expected = shop.expected(&request);
    shop.settles(&id(&reply), &expected, PaymentStatus::Paid).await;

    let mut request = saving("FAIL1");
    request.optional.bypass_status_page = Some(true);
    let reply = shop.send(&request).await.unwrap();
    let card = form(&shop.page(&payment_url(&reply).unwrap()).await, "card").unwrap();
    let typed = [("number", CHALLENGED), ("expiry", "01/39"), ("cvc", CVC)];
    let page = shop.page(&shop.post(&card, &typed).await.unwrap()).await;
    let back = shop.post(&form(&page, "fail").unwrap(), &[]).await.unwrap();
    assert_eq!(back, "https://shop.example.test/failed");
    // Another click changes nothing.
    let again = shop.post(&form(&page, "authenticate").unwrap(), &[]).await.unwrap();
    assert_eq!(again, "https://shop.example.test/failed");
    let expected = shop.expected(&request);
    shop.settles(&id(&reply), &expected, PaymentStatus::NotPaid).await;
}
