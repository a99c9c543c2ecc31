//! A reply comes in a `Result`, and what it says isn't believed before it is verified.

use faspay::card::Capture;
use faspay::submit::Submitter;
use faspay::{Credentials, PaymentStatus};

async fn is_paid(gateway: &Submitter<Credentials>, capture: &Capture) -> bool {
    gateway.send(capture).await.unwrap().status() == PaymentStatus::Paid
}

fn main() {}
