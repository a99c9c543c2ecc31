//! What a server posts isn't put into a shopper's browser.

use faspay::card::Inquiry;
use faspay::{Client, FormPage};

fn show(client: &Client, inquiry: &Inquiry) -> FormPage {
    client.window(inquiry).unwrap()
}

fn main() {}
