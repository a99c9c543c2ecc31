//! What a tester has of the sandbox that plays Pivot: its front page, a fresh start, and a callback once more.

use pivot_payment::codes::{CaptureMethod, Mode, ThreeDsMethod};
use scraper::{Html, Selector};

use super::shop::{CHALLENGED, CVC, Shop, confirmation, encrypted, form, holds, id, payment_url, session, unconfirmed};

/// The rows of a table of the front page, cell by cell, and where the first link in it leads.
fn rows(page: &str, table: &str) -> (Vec<Vec<String>>, Option<String>) {
    let page = Html::parse_document(page);
    let select = |text: &str| Selector::parse(&format!("table#{table} {text}")).unwrap();
    let cells = Selector::parse("td").unwrap();
    let row = |row: scraper::ElementRef<'_>| row.select(&cells).map(|cell| cell.text().collect()).collect();
    let link = page.select(&select("a")).next().and_then(|own| own.attr("href")).map(str::to_owned);
    (page.select(&select("tbody tr")).map(row).collect(), link)
}

#[tokio::test]
async fn the_front_page_tells_of_sessions_and_callbacks_and_leads_to_what_is_open() {
    let mut shop = Shop::open().await;
    let home = shop.sandbox.url();
    let page = shop.page(&home).await;
    assert!(page.contains("It plays pivot ") && page.contains(&format!("{home}/v2/payments/{{id}}/confirm")), "{page}");
    assert!(page.contains("sandbox-merchant") && page.contains(CHALLENGED), "who calls, and what is typed");
    assert_eq!(rows(&page, "payments"), (vec![], None));

    let reply = shop.send(&session("FRONT1", Mode::Redirect)).await.unwrap();
    let (payments, link) = rows(&shop.page(&home).await, "payments");
    assert_eq!(payments.len(), 1);
    assert!(payments[0][0].starts_with("20-11-2026 "), "{payments:?}");
    assert_eq!(payments[0][1..], ["session.create", "FRONT1", "IDR 10000.00", "REQUIRE_ACTION", ""]);
    assert_eq!(link, payment_url(&reply));

    let card = form(&shop.page(&link.unwrap()).await, "card").unwrap();
    let typed = [("number", CHALLENGED), ("expiry", "01/39"), ("cvc", CVC)];
    let bank = shop.post(&card, &typed).await.unwrap();
    assert_eq!(rows(&shop.page(&home).await, "payments").0[0][5], "444000…0002", "charged, and not paid yet");
    drop(shop.authenticates(&bank).await);
    shop.told().await;
    let front = shop.page(&home).await;
    let (payments, link) = rows(&front, "payments");
    assert_eq!(payments[0][4..], ["PAID", "444000…0002"]);
    assert_eq!(link, None, "nothing is left to do");
    assert_eq!(rows(&front, "callbacks").0[0][0], id(&reply));
    for secret in [CVC, "sandbox-secret", "sandbox-callback-key"] {
        assert!(!holds(&front, secret), "{secret}");
    }
}

#[tokio::test]
async fn after_a_reset_nothing_is_known_but_the_day() {
    let mut shop = Shop::open().await;
    let reply = shop.send(&unconfirmed("AGAIN")).await.unwrap();
    let card = encrypted(reply.unverified(), CHALLENGED);
    let confirm = confirmation(&id(&reply), card, CaptureMethod::Automatic, ThreeDsMethod::Never);
    shop.send(&confirm).await.unwrap();
    shop.told().await;
    let key = reply.unverified().data_encryption_key().untrusted().map(str::to_owned);
    shop.control("reset", &[]).await;

    let state = shop.state().await;
    for what in ["sessions", "customers", "callbacks"] {
        assert_eq!(state[what], serde_json::json!([]), "{what}");
    }
    assert!(state["clock"].as_str().unwrap().starts_with("20-11-2026 "));
    // The token is forgotten too, so another is asked for; the order's id is free.
    let tokens = shop.count("POST /v1/access-token");
    let again = shop.send(&unconfirmed("AGAIN")).await.unwrap();
    assert_eq!(shop.count("POST /v1/access-token"), tokens + 1);
    assert_ne!(id(&again), id(&reply));
    assert_eq!(again.unverified().data_encryption_key().untrusted().map(str::to_owned), key);
}

async fn resend(shop: &Shop, id: &str) -> u16 {
    let url = format!("{}/_sandbox/callbacks/{id}/resend", shop.sandbox.url());
    shop.browser.post(url).send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn a_callback_is_sent_again_with_the_same_bytes_and_key() {
    let mut shop = Shop::open().await;
    let reply = shop.send(&unconfirmed("TWICE")).await.unwrap();
    assert_eq!(resend(&shop, &id(&reply)).await, 409, "nothing was told of it yet");
    assert_eq!(resend(&shop, "none").await, 404);
    let card = encrypted(reply.unverified(), CHALLENGED);
    let confirm = confirmation(&id(&reply), card, CaptureMethod::Automatic, ThreeDsMethod::Never);
    shop.send(&confirm).await.unwrap();
    let first = shop.told().await;
    assert_eq!(resend(&shop, &id(&reply)).await, 202);
    let second = shop.told().await;
    assert_eq!(second.body, first.body);
    let key = |told: &[(String, String)]| told.iter().find(|(name, _)| name == "x-api-key").cloned();
    assert!(key(&first.headers).is_some());
    assert_eq!(key(&second.headers), key(&first.headers));
}
