//! A secret has no text form besides its mask.

use faspay::{Credentials, Secret};

fn printed(secret: &Secret) -> String {
    secret.to_string()
}

fn kept(secret: &Secret) -> String {
    serde_json::to_string(secret).unwrap()
}

fn read_back(credentials: &Credentials) -> &Secret {
    credentials.txn_password
}

fn main() {}
