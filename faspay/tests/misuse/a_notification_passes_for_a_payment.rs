//! A notification has no payment status before it is reconciled, and its member isn't vouched for. The amount isn't in it at all.

use faspay::received::PaymentNotification;
use faspay::{PaymentStatus, Verified};

fn paid(notification: &Verified<PaymentNotification>) -> bool {
    notification.status() == PaymentStatus::Paid
}

fn member(notification: &Verified<PaymentNotification>) -> Option<&str> {
    notification.merchant_member_id()
}

fn amount(notification: &Verified<PaymentNotification>) -> faspay::Amount {
    notification.amount()
}

fn main() {}
