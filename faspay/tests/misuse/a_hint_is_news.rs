//! Neither a verified message nor what a browser brought moves a life: only what was compared with what was asked.

use faspay::{Life, ReturnHint, VerifiedCallback};

fn move_on(mut life: Life, verified: &VerifiedCallback, hint: &ReturnHint) {
    life.apply(&verified.news());
    life.apply(&hint.news());
}

fn main() {}
