//! A local environment is checked when it is made, and can't be made around the check.

use faspay::{Environment, LocalUrl};

fn elsewhere() -> Environment {
    Environment::Local(LocalUrl("http://gateway.example".into()))
}

fn main() {}
