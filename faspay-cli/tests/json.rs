//! JSON from the command line: the exact bytes that would be sent, and notifications judged by what their signature covers.

mod common;

use common::Workshop;
use serde_json::{Value, json};

const ENGINES: [&str; 2] = ["generated", "interpreted"];

fn merchant() -> String {
    json!({"merchant_id": "98765", "user_id": "bot98765", "password": "p@ssw0rd"}).to_string()
}

fn change() -> Value {
    json!({
        "member_id": "M-1", "member_name": "Siti \"Ti\"", "member_email": "siti@example.com", "member_email_notif": 1,
        "process_date": "5,20", "recurring_amount": 5000, "recurring_start_date": "2026-11-20",
        "recurring_end_date": "2027-11-20", "recurring_period": "D", "recurring_period_at": 1,
        "recurring_accumulate_at": 0, "recurring_status": 1, "card_expire_notif": 1,
    })
}

#[test]
fn build_prints_the_exact_bytes_of_a_json_body() {
    let workshop = Workshop::new();
    for engine in ENGINES {
        let built =
            workshop.build("faspay.recurring.update-member", &change(), &merchant(), &["--engine", engine]).json();
        assert_eq!(built["transport"], "server-json");
        assert_eq!(built["headers"], json!({"Content-Type": "application/json"}));
        let body = built["body"].as_str().unwrap();
        assert!(body.starts_with(r#"{"merchant_id":"98765","member_id":"M-1","member_name":"Siti \"Ti\"","#), "{body}");
        let read: Value = serde_json::from_str(body).unwrap();
        assert_eq!(read["recurring_amount"], "5000.00");
        for pair in built["fields"].as_array().unwrap() {
            assert_eq!(read[pair[0].as_str().unwrap()], pair[1], "fields and body say the same");
        }
        assert!(!built.to_string().contains("p@ssw0rd"));
        // What no page gives an address for is refused with the reason.
        let refused = workshop.build(
            "faspay.recurring.inquiry",
            &json!({
                "member_id": "M-1", "member_name": "Siti", "member_email": "s@example.com", "recurring_amount": 5000
            }),
            &merchant(),
            &["--engine", engine],
        );
        assert_eq!(refused.status, 1);
        assert!(refused.err.contains("recurring-inquiry"), "{}", refused.err);
        // A merchant who was told it can say so.
        let mut told: Value = serde_json::from_str(&merchant()).unwrap();
        told["recurring_inquiry_url"] = "https://gateway.example/members".into();
        let built = workshop.build(
            "faspay.recurring.inquiry",
            &json!({
                "member_id": "M-1", "member_name": "Siti", "member_email": "s@example.com", "recurring_amount": 5000
            }),
            &told.to_string(),
            &["--engine", engine],
        );
        assert_eq!(built.json()["url"], "https://gateway.example/members");
    }
}

#[test]
fn verify_takes_json_and_says_that_a_notification_needs_an_inquiry() {
    let workshop = Workshop::new();
    let sound = json!({
        "request": "Payment Notification", "trx_id": "5C4B9A99-4C54-4577-9B90-6453EC972526", "merchant_id": "98765",
        "merchant_member_id": "M-1", "payment_status_code": 2, "signature": "aa076e1155ca941b865d4176ee005c24b08c3e0e",
    });
    let mut forged = sound.clone();
    forged["payment_status_code"] = 3.into();
    workshop.file("credentials.json", merchant());
    workshop.file("expect.json", json!({"merchant_member_id": "M-1"}).to_string());
    for (body, signature, status) in [(&sound, "valid", 0), (&forged, "invalid", 1)] {
        workshop.file("body.json", body.to_string());
        for engine in ENGINES {
            let ran = workshop.run([
                "verify",
                "faspay.recurring.payment-notification",
                "--body",
                "body.json",
                "--content-type",
                "application/json",
                "--credentials",
                "credentials.json",
                "--expect",
                "expect.json",
                "--engine",
                engine,
            ]);
            assert_eq!(ran.status, status, "{}", ran.err);
            let verdict = ran.json();
            assert_eq!(verdict["signature"], signature);
            assert_eq!(verdict["trust"], if status == 0 { "verified" } else { "received" });
            let inquiry = verdict["problems"].as_array().unwrap().iter().any(|one| one["rule"] == "needs-inquiry");
            assert_eq!(inquiry, status == 0);
            assert_eq!(verdict["fields"]["trx_id"], "5C4B9A99-4C54-4577-9B90-6453EC972526");
        }
    }
}
