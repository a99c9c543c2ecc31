//! A card at Pivot: as it was typed, for as long as a request takes, and what is kept of it, which is what Pivot's own messages show and
//! what the simulation makes of it. The number and the security code are in no other room of this house.

use super::simulation::{self, Simulation};
use crate::random;

/// A card as it was typed on the page or encrypted by a merchant. Has no `Debug`.
pub(crate) struct Typed {
    pub number: String,
    /// Two digits.
    pub month: String,
    /// Two digits.
    pub year: String,
    pub cvc: String,
    pub first_name: String,
    pub last_name: String,
}

/// What is kept of a card.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    pub first8: String,
    pub last4: String,
    pub month: String,
    pub year: String,
    pub brand: &'static str,
    /// The same for the same card.
    pub fingerprint: String,
    pub first_name: String,
    pub last_name: String,
    pub simulation: &'static Simulation,
}

impl Card {
    pub fn first6(&self) -> &str {
        self.first8.get(..6).unwrap_or_default()
    }
}

impl Typed {
    /// Holds it against what Pivot's page on encryption checks, and keeps what may be kept. Every mistake is listed; none repeats what
    /// was typed.
    pub fn read(self) -> Result<Card, Vec<&'static str>> {
        let number: String = self.number.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let mut problems = Vec::new();
        if !is_digits(&number, 13..=19) {
            problems.push("The card number needs 13 to 19 digits.");
        }
        if !(is_digits(&self.month, 2..=2) && ("01"..="12").contains(&self.month.as_str())) {
            problems.push("The expiry date needs a month from 01 to 12.");
        }
        if !(is_digits(&self.year, 2..=2) && self.year.as_str() >= "25") {
            problems.push("The expiry date needs the last two digits of a year, 25 at the earliest.");
        }
        if !is_digits(&self.cvc, 0..=4) {
            problems.push("The security code has up to 4 digits.");
        }
        match (number.get(..8), number.get(number.len().saturating_sub(4)..)) {
            (Some(first8), Some(last4)) if problems.is_empty() => Ok(Card {
                first8: first8.to_owned(),
                last4: last4.to_owned(),
                month: self.month,
                year: self.year,
                brand: brand(&number),
                fingerprint: random::fingerprint(number.as_bytes()),
                first_name: self.first_name,
                last_name: self.last_name,
                simulation: simulation::of(&number),
            }),
            _ => Err(problems),
        }
    }
}

/// What is wrong with a security code that a shopper was asked for.
pub(crate) fn cvc_problem(cvc: &str) -> Option<&'static str> {
    (!is_digits(cvc, 3..=4)).then_some("The security code needs 3 or 4 digits.")
}

fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A brand of Pivot's list, or nothing.
fn brand(number: &str) -> &'static str {
    let start = |length: usize| number.get(..length).and_then(|text| text.parse::<u16>().ok()).unwrap_or_default();
    match (start(2), start(4)) {
        (40..=49, _) => "VISA",
        (51..=55, _) | (_, 2221..=2720) => "MASTERCARD",
        (35, _) => "JCB",
        (34 | 37, _) => "AMEX",
        (62, _) => "UNIONPAY",
        (30 | 36 | 38, _) => "DINERS",
        (65, _) | (_, 6011) => "DISCOVER",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(number: &str, month: &str, year: &str, cvc: &str) -> Typed {
        let [number, month, year, cvc] = [number, month, year, cvc].map(str::to_owned);
        Typed { number, month, year, cvc, first_name: String::new(), last_name: String::new() }
    }

    #[test]
    fn of_a_card_only_its_ends_are_kept() {
        let card = typed("4440 0001 1220 0001", "01", "39", "987").read().unwrap();
        assert_eq!((card.first6(), card.first8.as_str(), card.last4.as_str()), ("444000", "44400001", "0001"));
        assert_eq!(card.brand, "VISA");
        let shown = format!("{card:?}");
        assert!(!shown.contains("4440000112200001") && !shown.contains("987"), "{shown}");
    }

    #[test]
    fn ill_formed_cards_are_refused_with_every_problem() {
        let problems = |number, month, year, cvc| typed(number, month, year, cvc).read().err().map(|all| all.len());
        assert_eq!(problems("4440000112200001", "12", "25", "1234"), None);
        assert_eq!(problems("444000011220", "13", "24", "12345"), Some(4));
        assert_eq!(problems("444000011220000é", "1", "3", ""), Some(3));
    }
}
