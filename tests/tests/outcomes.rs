//! What a status says about money, for every text that could stand there: the list of the tables decides, and a text
//! that it doesn't have never means paid.

use faspay::codes::{ErrCode, TxnStatus};
use faspay::{Advice, PaymentStatus};
use faspay_runtime::CodeText;

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

/// The codes where a second request would charge or refund twice if the first had an effect.
#[test]
fn every_error_has_an_advice_and_none_about_money_in_doubt_says_retry() {
    for code in ErrCode::CODES {
        let advice = ErrCode::received(code).advice();
        assert_eq!(advice.is_none(), *code == "0", "{code}");
    }
    // No answer from the bank or the e-wallet, a duplicate, a transaction that moved on, problems that say nothing.
    for code in ["5513", "5530", "5546", "5547", "5548", "5552", "5553", "5560", "5562", "5616", "5618", "9999"] {
        assert_eq!(ErrCode::received(code).advice(), Some(Advice::Inquire), "{code}");
    }
    assert_eq!(ErrCode::received("5567").advice(), Some(Advice::FixRequest));
    assert_eq!(ErrCode::received("5519").advice(), Some(Advice::AskShopper));
    assert_eq!(ErrCode::received("5555").advice(), Some(Advice::CallGateway));
    assert_eq!(ErrCode::received("5551").advice(), Some(Advice::Retry));
    assert_eq!(ErrCode::received("1234").advice(), None, "an unlisted code promises nothing");
}
