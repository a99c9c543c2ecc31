//! Members of the recurring service: changed and asked about in JSON, charged when the clock moves, and told of in JSON.

mod support;

use faspay_sandbox::{Config, Running};
use serde_json::{Value, json};
use support::*;

const BACK: &str = "http://127.0.0.1:9/member";

/// A member that is registered and paid, with parts of the form changed.
async fn registered(running: &Running, order: &str, member: &str, changes: &[(&str, &str)]) {
    let mut form = recurring("1", order, member, BACK);
    for (key, text) in changes {
        match form.iter_mut().find(|(own, _)| own == key) {
            Some(pair) => pair.1 = (*text).to_owned(),
            None => form.push(((*key).to_owned(), (*text).to_owned())),
        }
    }
    let (address, _) = checkout(running, "/recurring", &form).await;
    pay(&address, CARD).await;
}

async fn today(running: &Running, day: &str) {
    let page = post(&format!("{}/_sandbox/clock", running.url()), &vec![("today".into(), day.into())]).await;
    assert_eq!(page.status, 200, "{}", page.text);
}

async fn call(running: &Running, path: &str, message: &Value) -> Value {
    let request = browser().post(format!("{}{path}", running.url())).header("Content-Type", "application/json");
    let answer = request.body(message.to_string()).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "application/json");
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

fn signature(member: &str) -> String {
    sha1_hex(&md5_hex(&format!("john999999bdqHG2N{member}")))
}

fn change(member: &str) -> Value {
    json!({
        "merchant_id": "99999", "member_id": member, "member_name": "Jane Doe", "member_email": "jane@example.test",
        "member_email_notif": "1", "process_date": "05,06", "recurring_amount": "7000.00",
        "recurring_start_date": "2022-03-10", "recurring_end_date": "2022-12-31", "recurring_period": "M",
        "recurring_period_at": "1", "recurring_accumulate_at": "0", "recurring_status": "1", "card_expire_notif": "1",
        "signature": signature(member),
    })
}

/// Merchant's member, status and day of each notification, in order; each is signed by the formula of the page.
fn told(bodies: &[String]) -> Vec<(String, i64, String)> {
    let one = |body: &String| {
        let read: Value = serde_json::from_str(body).unwrap();
        let text = |name: &str| read[name].as_str().unwrap_or_else(|| panic!("{name} in {body}")).to_owned();
        let status = read["payment_status_code"].as_i64().expect("a number, as in the page's sample");
        let string = format!("bot99999{}{}{status}", "9bdqHG2N", text("trx_id"));
        assert_eq!(text("signature"), sha1_hex(&md5_hex(&string)));
        (text("merchant_member_id"), status, text("payment_date")[..10].to_owned())
    };
    bodies.iter().map(one).collect()
}

async fn open() -> (Shop, Running) {
    let shop = Shop::open(&[200]).await;
    let config = Config { callback_url: Some(shop.url.clone()), today: Some(day("2022-03-10")), ..Config::default() };
    let running = sandbox(config).await;
    (shop, running)
}

#[tokio::test]
async fn a_member_is_charged_on_the_day_of_each_month_until_the_last() {
    let (shop, running) = open().await;
    registered(&running, "M-1", "gold-1", &[]).await;
    today(&running, "2022-03-19").await;
    shop.wait_for(1).await;
    for (to, count) in [("2022-03-20", 2), ("2022-05-31", 4), ("2023-01-01", 5)] {
        today(&running, to).await;
        assert_eq!(shop.wait_for(count).await.len(), count, "by {to}");
    }
    let mut charges = told(&shop.received()[1..]);
    charges.sort_by(|a, b| a.2.cmp(&b.2));
    let days: Vec<&str> = charges.iter().map(|(_, _, day)| day.as_str()).collect();
    assert_eq!(days, ["2022-03-20", "2022-04-20", "2022-05-20", "2022-06-20"], "and none after 2022-07-10");
    assert!(charges.iter().all(|(member, status, _)| member == "gold-1" && *status == 2));
}

#[tokio::test]
async fn a_yearly_member_is_charged_in_the_month_of_the_registration() {
    let (shop, running) = open().await;
    let yearly = [("recurring_period", "Y"), ("recurring_end_date", "2024-03-31")];
    registered(&running, "M-2", "gold-2", &yearly).await;
    for day in ["2023-03-01", "2024-06-01"] {
        today(&running, day).await;
    }
    let mut charges = told(&shop.wait_for(4).await[1..]);
    charges.sort_by(|a, b| a.2.cmp(&b.2));
    let days: Vec<&str> = charges.iter().map(|(_, _, day)| day.as_str()).collect();
    assert_eq!(days, ["2022-03-20", "2023-03-20", "2024-03-20"]);
}

/// No page says when charges that accumulate are made; making them on `process_date` would be an invention.
#[tokio::test]
async fn a_member_whose_charges_accumulate_is_never_charged_and_none_is_of_the_period_d() {
    let (shop, running) = open().await;
    let mut daily = recurring("1", "M-7", "gold-7", BACK);
    daily.iter_mut().find(|(key, _)| key == "recurring_period").unwrap().1 = "D".to_owned();
    let page = post(&format!("{}/recurring", running.url()), &daily).await;
    assert_eq!(page.problem_fields(), ["recurring_period"], "{}", page.text);
    let accumulated = [("recurring_accumulate_at", "1"), ("process_date", "20")];
    registered(&running, "M-8", "gold-8", &accumulated).await;
    registered(&running, "M-9", "gold-9", &[]).await;
    today(&running, "2022-03-21").await;
    // No update makes it a daily one either, and one without accumulation stays one.
    let changed = json!({"recurring_period": "D", "recurring_accumulate_at": "1"});
    let mut message = change("gold-9");
    message.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
    message["process_date"] = json!("25");
    assert_eq!(call(&running, "/recurring/process/update", &message).await["response_code"], "00");
    today(&running, "2022-04-01").await;
    // Two results of the first payments, and two charges.
    let bodies = shop.wait_for(4).await;
    let charges: Vec<_> = bodies.iter().filter(|body| body.starts_with('{')).cloned().collect();
    let mut charges = told(&charges);
    charges.sort();
    let on = |day: &str| ("gold-9".to_owned(), 2, day.to_owned());
    assert_eq!(charges, [on("2022-03-20"), on("2022-03-25")]);
    assert_eq!(settled(&shop).await, 4);
}

#[tokio::test]
async fn a_card_that_expires_is_told_before_and_fails_on_every_day_after() {
    let (shop, running) = open().await;
    let long = [("recurring_end_date", "2039-03-01"), ("card_expire_notif", "1")];
    registered(&running, "M-3", "gold-3", &long).await;
    // A clock that leaps further than two years skips the days between.
    today(&running, "2038-11-25").await;
    let so_far = settled(&shop).await;
    today(&running, "2039-02-28").await;
    let bodies = shop.wait_for(so_far + 5).await;
    let last: Vec<Value> = bodies[so_far..].iter().map(|body| serde_json::from_str(body).unwrap()).collect();
    let failed = last.iter().filter(|body| body["payment_status_code"] == 3).count();
    assert_eq!(failed, 2, "on the 20th, and again on the 21st: {last:?}");
    let notices = bodies.iter().filter(|body| body.contains("expired_date")).collect::<Vec<_>>();
    assert_eq!(notices.len(), 1, "in the month before");
    let notice: Value = serde_json::from_str(notices[0]).unwrap();
    assert_eq!((&notice["expired_date"], &notice["signature"]), (&json!("2039-01"), &Value::Null));
}

/// How many bodies there are once no more come.
async fn settled(shop: &Shop) -> usize {
    let mut count = 0;
    loop {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let now = shop.received().len();
        if now == count {
            return now;
        }
        count = now;
    }
}

#[tokio::test]
async fn a_member_is_changed_and_asked_about() {
    let (shop, running) = open().await;
    registered(&running, "M-4", "gold-4", &[]).await;
    let path = "/recurring/process/update";
    assert_eq!(
        call(&running, path, &change("gold-4")).await,
        json!({"response_code": "00", "response_desc": "Sukses"})
    );
    let question = json!({
        "merchant_id": "99999", "member_id": "gold-4", "member_name": "Jane Doe", "member_email": "jane@example.test",
        "recurring_amount": "7000.00", "signature": signature("gold-4"),
    });
    let state = call(&running, "/recurring-inquiry", &question).await;
    for (name, text) in [
        ("response_code", "00"),
        ("member_id", "gold-4"),
        ("member_name", "Jane Doe"),
        ("process_date", "05,06"),
        ("recurring_amount", "7000.00"),
        ("recurring_start_date", "2022-03-10"),
        ("recurring_end_date", "2022-12-31"),
        ("recurring_status", "1"),
    ] {
        assert_eq!(state[name], text, "{name} of {state}");
    }
    // Stopped, nothing is charged any more.
    let mut stop = change("gold-4");
    stop["recurring_status"] = "0".into();
    today(&running, "2022-04-05").await;
    assert_eq!(told(&shop.wait_for(2).await[1..])[0].2, "2022-04-05", "on the new day");
    assert_eq!(call(&running, path, &stop).await["response_code"], "00");
    today(&running, "2022-08-01").await;
    assert_eq!(settled(&shop).await, 2);
}

#[tokio::test]
async fn what_is_wrong_with_a_change_has_a_documented_code() {
    let (_shop, running) = open().await;
    registered(&running, "M-5", "gold-5", &[]).await;
    let path = "/recurring/process/update";
    for (name, text, code) in [
        ("member_id", "nobody", "55"),
        ("merchant_id", "11111", "03"),
        ("member_name", "", "83"),
        ("recurring_amount", "lots", "13"),
        ("process_date", "32", "30"),
        ("recurring_end_date", "2022-03-01", "30"),
        ("signature", "0000000000000000000000000000000000000000", "55"),
    ] {
        let mut message = change("gold-5");
        message[name] = text.into();
        let answer = call(&running, path, &message).await;
        assert_eq!(answer["response_code"], code, "{name} = {text}: {answer}");
    }
    assert_eq!(call(&running, path, &change("unknown")).await["response_code"], "18");
    assert_eq!(call(&running, path, &json!([1])).await["response_code"], "30");
}
