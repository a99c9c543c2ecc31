//! A life moves by reconciled messages, and by no status of one's own choice.

use faspay::{Life, News};

fn move_on(mut life: Life) {
    life.apply(&News { message: "faspay.card.result", code: Some("S") });
}

fn main() {}
