//! Who may come in, where callbacks may go, and what the tester controls.

mod support;

use std::time::Duration;

use faspay_sandbox::{Account, Config, Gateway, Sandbox, SettingValue, StartError};
use support::*;

#[tokio::test]
async fn it_listens_on_loopback_only_and_says_why() {
    let listen = "0.0.0.0:0".parse().expect("an address");
    let error = Sandbox::start(Config { listen, ..Config::default() }).await.expect_err("not a loopback address");
    assert!(matches!(error, StartError::NotLoopback(_)));
    assert!(error.to_string().contains("loopback only"), "{error}");
}

#[tokio::test]
async fn a_taken_port_and_an_unknown_credential_are_start_errors() {
    let running = sandbox(Config::default()).await;
    let error = Sandbox::start(Config { listen: running.address(), ..Config::default() }).await.expect_err("taken");
    assert!(matches!(error, StartError::Bind(..)), "{error}");
    let account = Account { pairs: vec![("pin".into(), SettingValue::Text("SECRET".into()))] };
    let error =
        Sandbox::start(Config { accounts: vec![account.clone()], ..Config::default() }).await.expect_err("unknown");
    assert!(matches!(error, StartError::Account(_)), "{error}");
    assert!(!format!("{error} {error:?} {account:?}").contains("SECRET"));
}

#[tokio::test]
async fn a_callback_address_on_another_machine_is_a_start_error() {
    for url in ["http://192.0.2.1/callback", "https://127.0.0.1/callback", "callback"] {
        let config = Config { callback_url: Some(url.to_owned()), ..Config::default() };
        let error = Sandbox::start(config).await.expect_err(url);
        assert!(matches!(error, StartError::Callback(_)), "{error}");
    }
}

#[tokio::test]
async fn a_request_that_trickles_in_is_cut_off() {
    let running = sandbox(Config { request_deadline: Duration::from_millis(50), ..Config::default() }).await;
    let address = running.address();
    let answer = tokio::task::spawn_blocking(move || {
        use std::io::{Read, Write};
        let mut stream = std::net::TcpStream::connect(address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a deadline");
        let kind = "application/x-www-form-urlencoded";
        write!(
            stream,
            "POST /payment HTTP/1.1\r\nhost: {address}\r\ncontent-type: {kind}\r\ncontent-length: 99\r\n\r\nA="
        )
        .expect("sent");
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).expect("an answer");
        answer
    });
    assert_eq!(&answer.await.expect("no panic"), b"HTTP/1.1 408");
}

#[tokio::test]
async fn after_shutdown_nobody_answers() {
    let running = sandbox(Config::default()).await;
    let url = running.url();
    assert_eq!(get(&url).await.status, 200);
    running.shutdown().await;
    assert!(browser().get(&url).send().await.is_err());
}

#[tokio::test]
async fn dropping_it_stops_it() {
    let running = sandbox(Config::default()).await;
    let url = running.url();
    drop(running);
    for _ in 0..200 {
        if browser().get(&url).send().await.is_err() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it still answers");
}

#[tokio::test]
async fn a_foreign_host_is_refused_everywhere() {
    let running = sandbox(Config::default()).await;
    for path in ["/", "/payment", "/_sandbox/state", "/pay/1", "/nothing"] {
        for host in ["attacker.example", &format!("attacker.example:{}", running.address().port()), "127.0.0.1:1"] {
            let answer = browser().get(format!("{}{path}", running.url())).header("host", host).send().await;
            assert_eq!(read(answer).await.status, 403, "{path} {host}");
        }
    }
    let answer =
        browser().get(running.url()).header("host", format!("localhost:{}", running.address().port())).send().await;
    assert_eq!(read(answer).await.status, 200);
}

#[tokio::test]
async fn forms_are_taken_from_this_machine_only() {
    let running = sandbox(Config::default()).await;
    let send = |origin: &'static str, order: &'static str| {
        let form = payment(order, "http://127.0.0.1:9/");
        browser().post(format!("{}/payment", running.url())).header("origin", origin).form(&form).send()
    };
    for (origin, order) in [("null", "E-1"), ("http://127.0.0.1:3000", "E-2"), ("http://localhost:8080", "E-3")] {
        assert_eq!(read(send(origin, order).await).await.status, 303, "{origin}");
    }
    for origin in ["https://attacker.example", "http://127.0.0.1.attacker.example", "http://192.168.0.7"] {
        assert_eq!(read(send(origin, "E-4").await).await.status, 403, "{origin}");
    }
}

#[tokio::test]
async fn paying_and_the_control_api_are_for_own_pages_and_programs() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &payment("E-5", "http://127.0.0.1:9/")).await;
    let own = running.url();
    for url in [format!("{address}/cancel"), format!("{own}/_sandbox/reset")] {
        for (name, value) in [("origin", "null"), ("origin", "http://127.0.0.1:3000"), ("sec-fetch-site", "cross-site")]
        {
            assert_eq!(read(browser().post(&url).header(name, value).send().await).await.status, 403, "{url} {value}");
        }
    }
    let state = browser().get(format!("{own}/_sandbox/state")).header("origin", "http://127.0.0.1:3000").send().await;
    assert_eq!(read(state).await.status, 403);
    let paid = browser().post(format!("{address}/cancel")).header("origin", &own).send().await;
    assert_eq!(read(paid).await.status, 200);
}

#[tokio::test]
async fn every_gateway_is_for_this_machine_and_its_own_pages() {
    for gateway in Gateway::ALL {
        let running = sandbox(Config::of(gateway)).await;
        let own = running.url();
        let front = get(&own).await;
        assert_eq!(front.status, 200, "{gateway} has a front page");
        assert!(front.text.contains(&format!("It plays {gateway} ")), "{gateway}: {}", front.text);
        for path in ["/", "/_sandbox/state", "/v2/payments", "/pg/payment/card/initiate", "/nothing"] {
            let answer = browser().get(format!("{own}{path}")).header("host", "attacker.example").send().await;
            assert_eq!(read(answer).await.status, 403, "{gateway} {path}");
        }
        for what in ["reset", "clock", "callbacks/1/resend"] {
            let post = || browser().post(format!("{own}/_sandbox/{what}")).form(&[("today", "")]);
            for (name, value) in [("origin", "http://127.0.0.1:3000"), ("sec-fetch-site", "cross-site")] {
                assert_eq!(read(post().header(name, value).send().await).await.status, 403, "{gateway} {what} {value}");
            }
            let wanted = if what.ends_with("resend") { 404 } else { 200 };
            assert_eq!(read(post().send().await).await.status, wanted, "{gateway} {what}");
        }
        let answer = browser().get(format!("{own}/_sandbox/state")).header("origin", "null").send().await;
        assert_eq!(read(answer).await.status, 403, "{gateway}");
    }
}

/// Short pauses, so that the test needn't wait.
fn patient(url: &str) -> Config {
    let callback_pauses = vec![Duration::ZERO, Duration::from_millis(20), Duration::from_millis(20)];
    Config { callback_url: Some(url.to_owned()), callback_pauses, ..Config::default() }
}

#[tokio::test]
async fn a_callback_is_repeated_until_it_is_acknowledged() {
    let shop = Shop::open(&[500, 302, 204]).await;
    let running = sandbox(patient(&shop.url)).await;
    let (address, _) = checkout(&running, "/payment", &payment("E-6", "http://127.0.0.1:9/")).await;
    pay(&address, CARD).await;
    let state = until_state(&running, |state| state["callbacks"][0]["state"] == "acknowledged").await;
    assert_eq!(
        state["callbacks"][0]["attempts"],
        serde_json::json!(["500", "302", "204"]),
        "a redirect is no acknowledgement"
    );
    let received = shop.received();
    assert_eq!(received.len(), 3, "and isn't followed");
    assert!(received.iter().all(|body| *body == received[0]));
}

#[tokio::test]
async fn an_unacknowledged_callback_is_given_up_and_can_be_sent_again() {
    let shop = Shop::open(&[500, 500, 500, 200]).await;
    let running = sandbox(patient(&shop.url)).await;
    let (address, _) = checkout(&running, "/payment", &payment("E-7", "http://127.0.0.1:9/")).await;
    let early =
        post(&format!("{}/_sandbox/callbacks/{}/resend", running.url(), &address[address.len() - 36..]), &Pairs::new())
            .await;
    assert_eq!(early.status, 409, "nothing is decided yet");
    pay(&address, CARD).await;
    let state = until_state(&running, |state| state["callbacks"][0]["state"] == "gave-up").await;
    tokio::time::sleep(Duration::from_millis(80)).await;
    assert_eq!(shop.received().len(), 3);
    let id = state["transactions"][0]["transactionid"].as_str().expect("an id");
    let again = post(&format!("{}/_sandbox/callbacks/{id}/resend", running.url()), &Pairs::new()).await;
    assert_eq!(again.status, 202);
    until_state(&running, |state| state["callbacks"][1]["state"] == "acknowledged").await;
    let received = shop.received();
    assert_eq!(received[3], received[0], "the very same bytes");
    assert_eq!(post(&format!("{}/_sandbox/callbacks/none/resend", running.url()), &Pairs::new()).await.status, 404);
}

#[tokio::test]
async fn shutting_down_ends_deliveries() {
    let shop = Shop::open(&[500]).await;
    let callback_pauses = vec![Duration::ZERO, Duration::from_millis(300)];
    let running = sandbox(Config { callback_pauses, ..patient(&shop.url) }).await;
    let (address, _) = checkout(&running, "/payment", &payment("E-12", "http://127.0.0.1:9/")).await;
    pay(&address, CARD).await;
    shop.wait_for(1).await;
    running.shutdown().await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(shop.received().len(), 1);
}

#[tokio::test]
async fn callbacks_to_other_machines_are_refused_with_the_reason() {
    let running = sandbox(Config::default()).await;
    for (order, url) in [("E-8", "http://192.0.2.1/callback"), ("E-9", "http://169.254.169.254/latest")] {
        let mut form = payment(order, "http://127.0.0.1:9/");
        set(&mut form, "handshake_url", url);
        let (address, _) = checkout(&running, "/payment", &form).await;
        pay(&address, CARD).await;
    }
    let state = until_state(&running, |state| state["callbacks"][1]["state"] == "refused").await;
    for callback in state["callbacks"].as_array().expect("a list") {
        assert_eq!(callback["attempts"], serde_json::json!([]));
        assert!(
            callback["reason"].as_str().is_some_and(|reason| reason.contains("not a loopback address")),
            "{callback}"
        );
    }
}

#[tokio::test]
async fn a_dead_server_is_reported_as_such() {
    let running = sandbox(patient("http://127.0.0.1:9/callback")).await;
    let (address, _) = checkout(&running, "/payment", &payment("E-10", "http://127.0.0.1:9/")).await;
    pay(&address, CARD).await;
    let state = until_state(&running, |state| state["callbacks"][0]["state"] == "gave-up").await;
    assert_eq!(
        state["callbacks"][0]["attempts"],
        serde_json::json!(["connection refused", "connection refused", "connection refused"])
    );
}

#[tokio::test]
async fn reset_forgets_everything_but_the_day() {
    let running = sandbox(Config::default()).await;
    let (address, _) = checkout(&running, "/payment", &payment("E-11", "http://127.0.0.1:9/")).await;
    assert_eq!(post(&format!("{}/_sandbox/reset", running.url()), &Pairs::new()).await.status, 200);
    let state = state(&running).await;
    assert_eq!(state["transactions"], serde_json::json!([]));
    assert!(state["clock"].as_str().is_some_and(|clock| clock.starts_with("10-03-2022 ")));
    assert_eq!(get(&address).await.status, 404);
    checkout(&running, "/payment", &payment("E-11", "http://127.0.0.1:9/")).await;
}
