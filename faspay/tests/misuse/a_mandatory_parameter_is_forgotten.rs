//! Every mandatory parameter is a field of the struct.

use faspay::card::{PaymentWindow, PaymentWindowOptional};
use faspay::codes::{PaymentType, ResponseType};

fn pay() -> PaymentWindow {
    PaymentWindow {
        transactiontype: PaymentType::Sales,
        merchant_tranid: "INV-1".into(),
        custname: "Siti".into(),
        custemail: "siti@example.test".into(),
        shopper_ip: "203.0.113.7".into(),
        response_type: ResponseType::Text,
        optional: PaymentWindowOptional::default(),
    }
}

fn main() {}
