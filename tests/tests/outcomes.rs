//! What a status says about money, for every text that could stand there: the list of the tables decides, and a text
//! that it doesn't have never means paid.

use faspay::PaymentStatus;
use faspay::codes::TxnStatus;

#[test]
fn of_all_texts_up_to_three_letters_and_digits_two_mean_paid() {
    let letters: Vec<String> = ('0'..='9').chain('A'..='Z').chain('a'..='z').map(String::from).collect();
    let mut texts = vec![String::new()];
    let mut paid = Vec::new();
    for _ in 0..3 {
        texts = texts.iter().flat_map(|start| letters.iter().map(move |letter| format!("{start}{letter}"))).collect();
        paid.extend(texts.iter().filter(|text| TxnStatus::outcome_of(text) == PaymentStatus::Paid).cloned());
    }
    assert_eq!(paid, ["C", "S"]);
}
