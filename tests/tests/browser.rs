//! The form page in a real browser, headless Chromium: it posts itself under its own policy, works by its button where
//! scripts are off, and carries every character to the gateway and back. Needs Debian's packages `chromium` and
//! `chromium-driver`; `tools/test` installs them.

mod browser {
    pub mod chromium;
    pub mod shop;
}

use browser::chromium::{Chromium, Scripts};
use browser::shop::{Headers, NAME, Shop};
use faspay::FormPage;
use faspay_cli::engine::{Context, Engine, Environment};

#[tokio::test]
async fn the_page_posts_itself_and_the_registration_succeeds() {
    let mut shop = Shop::open().await;
    let browser = Chromium::start(Scripts::On).await;
    let registration = shop.registration(&shop.gateway.url());
    let page = registration.page();

    browser.open(&shop.serve("pay", headers(&page), page.html())).await;
    pay(&browser, &shop).await;
    browser.find("#thanks").await;

    assert_eq!(browser.address().await, format!("{}/return", shop.url));
    shop.settle(&registration).await;
    assert_eq!(shop.members().await, ["MEMBER-1"]);
    assert_eq!(browser.violations(0).await, [""; 0]);
}

#[tokio::test]
async fn without_scripts_a_button_leads_on_at_every_step() {
    let mut shop = Shop::open().await;
    let browser = Chromium::start(Scripts::Off).await;
    let probe = shop.serve("probe", html_only(), "<title>before</title><script>document.title = 'after'</script>");
    browser.open(&probe).await;
    assert_eq!(browser.title().await, "before", "scripts are on");

    let registration = shop.registration(&shop.gateway.url());
    let page = registration.page();
    let address = shop.serve("pay", headers(&page), page.html());
    browser.open(&address).await;
    assert_eq!(browser.address().await, address);
    browser.click("form button").await;
    pay(&browser, &shop).await;
    browser.click("form#return button").await;
    browser.find("#thanks").await;

    assert_eq!(browser.address().await, format!("{}/return", shop.url));
    shop.settle(&registration).await;
    assert_eq!(shop.members().await, ["MEMBER-1"]);
}

/// Both the header and the page's own `meta` element hold the policy; each is enough.
#[tokio::test]
async fn the_policy_lets_the_page_post_and_no_other_script_run() {
    let mut shop = Shop::open().await;
    let browser = Chromium::start(Scripts::On).await;
    // The shop is the gateway here, and answers so that the browser stays.
    let page = shop.registration(&shop.url).page();
    // Ahead of the page's own script: once the form has arrived, this one had its turn.
    let injected = page.html().replace("<form", "<script>document.title = 'owned'</script><form");
    for (name, headers, html, policies) in [
        ("both", headers(&page), injected.clone(), 2),
        ("header-alone", headers(&page), without_meta(&injected), 1),
        ("meta-alone", html_only(), injected.clone(), 1),
        ("neither", html_only(), without_meta(&injected), 0),
    ] {
        browser.open(&shop.serve(name, headers, &html)).await;
        assert_eq!(shop.form().await.page, "recurring", "{name}: the page's own script runs");
        let title = if policies > 0 { "Continue to payment" } else { "owned" };
        assert_eq!(browser.title().await, title, "{name}");
        let violations = browser.violations(policies).await;
        assert_eq!(violations.len(), policies, "{name}: {violations:?}");
        assert!(violations.iter().all(|violation| violation.contains("script-src")), "{name}: {violations:?}");
    }
}

#[tokio::test]
async fn the_policy_lets_the_form_go_to_the_gateway_only() {
    let mut shop = Shop::open().await;
    let browser = Chromium::start(Scripts::On).await;
    let page = shop.registration(&shop.url).page();
    // The same server by another name is another origin.
    let thief = format!("{}/stolen", shop.url.replace("127.0.0.1", "localhost"));
    let turned = page.html().replace(page.action(), &thief);
    assert!(turned.contains(&thief));

    for (name, headers, html) in
        [("header-alone", headers(&page), without_meta(&turned)), ("meta-alone", html_only(), turned.clone())]
    {
        browser.open(&shop.serve(name, headers, &html)).await;
        // Once by itself, once by the button.
        browser.click("form button").await;
        let violations = browser.violations(2).await;
        assert_eq!(violations.len(), 2, "{name}: {violations:?}");
        assert!(violations.iter().all(|violation| violation.contains("form-action")), "{name}: {violations:?}");
        assert!(!shop.has_form(), "{name}");
    }

    browser.open(&shop.serve("neither", html_only(), &without_meta(&turned))).await;
    assert_eq!(shop.form().await.page, "stolen", "without a policy it would leave");
}

/// As `faspay build --format html > pay.html` leaves it.
#[tokio::test]
async fn the_page_that_the_command_prints_works_as_a_file() {
    let mut shop = Shop::open().await;
    let browser = Chromium::start(Scripts::On).await;
    let registration = shop.registration(&shop.gateway.url());
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pay.html");
    std::fs::write(&file, printed(&shop)).expect("a file");

    browser.open(&format!("file://{}", file.display())).await;
    pay(&browser, &shop).await;
    browser.find("#thanks").await;

    shop.settle(&registration).await;
    assert_eq!(browser.violations(0).await, [""; 0]);
}

/// Pays on the gateway's page with a documented test card (before-live/account-testing).
async fn pay(browser: &Chromium, shop: &Shop) {
    browser.find("form#card").await;
    assert!(browser.address().await.starts_with(&format!("{}/pay/", shop.gateway.url())));
    assert_eq!(browser.definition("Name").await, NAME);
    browser.fill("#number", "4440000009900010").await;
    browser.fill("#expiry", "01/2039").await;
    browser.fill("#cvc", "100").await;
    browser.click("form#card button").await;
}

fn headers(page: &FormPage) -> Headers {
    page.headers().into()
}

/// What a page needs to be one, and no policy.
fn html_only() -> Headers {
    vec![("Content-Type", "text/html; charset=utf-8".to_owned())]
}

/// The page without the policy that it carries itself.
fn without_meta(html: &str) -> String {
    let start = html.find("<meta http-equiv=\"Content-Security-Policy\"").expect("a policy");
    let end = start + html[start..].find('>').expect("an end") + 1;
    format!("{}{}", &html[..start], &html[end..])
}

/// What the command prints for the same registration.
fn printed(shop: &Shop) -> String {
    let return_url = format!("{}/return", shop.url);
    let params = [
        ("merchant_tranid", "REG-1"),
        ("amount", "5000"),
        ("custname", NAME),
        ("custemail", "ann@example.test"),
        ("return_url", &return_url),
        ("member_id", "MEMBER-1"),
        ("member_name", "Ann O'Neil"),
        ("member_email", "ann@example.test"),
        ("member_email_notif", "t"),
        ("process_date", "20,21"),
        ("recurring_amount", "5000"),
        ("recurring_start_date", "2026-11-20"),
        ("recurring_end_date", "2027-11-20"),
        ("recurring_period", "M"),
        ("recurring_period_at", "1"),
        ("recurring_accumulate_at", "0"),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()));
    let gateway = tests::faspay();
    let operation = gateway.operations.iter().find(|operation| operation.id == "recurring.register").expect("it");
    let context = Context {
        environment: &Environment::Local(faspay::LocalUrl::parse(&shop.gateway.url()).expect("a loopback address")),
        credentials: Some(&tests::merchant_with(Some(false), None)),
        today: tests::day("2026-11-20"),
        fresh_key: None,
    };
    let built = Engine::Generated.build(&gateway, operation, &params, context).expect("usable credentials");
    faspay_cli::page::html(&built.unwrap_or_else(|refusal| panic!("{refusal:?}")))
}
