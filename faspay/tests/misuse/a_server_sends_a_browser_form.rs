//! A browser form is posted by the shopper's browser; a server has no way to make a request of it.

use faspay::Client;
use faspay::recurring::RegisterMember;

fn send(client: &Client, register: &RegisterMember) {
    let _ = client.server_request(register);
}

fn main() {}
