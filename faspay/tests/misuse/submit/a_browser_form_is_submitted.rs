//! A browser form is posted by the shopper's browser; nothing submits it.

use faspay::Credentials;
use faspay::recurring::RegisterMember;
use faspay::submit::Submitter;

fn send(gateway: &Submitter<Credentials>, register: &RegisterMember) {
    drop(gateway.send(register));
}

fn main() {}
