//! The issuing bank's part: reads what the shopper typed, decides, and keeps what may be kept of a card (first two and
//! last four digits, brand, expiry). The number and the security code live no longer than the request that brought them.

use faspay_spec::engine::Date;

/// The documented test cards (docs.faspay.co.id, before-live/account-testing): number and brand.
pub(crate) const TEST_CARDS: [(&str, &str); 2] = [("4440000009900010", "Visa"), ("5123450000000008", "MasterCard")];
/// Month, year and security code that the documented test cards carry.
pub(crate) const TEST_EXPIRY: (u8, u16) = (1, 2039);
pub(crate) const TEST_CVC: &str = "100";

/// What may be kept of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    /// First two and last four digits, `X` between, as the recurring page shows it.
    pub partial: String,
    /// `V`, `M`, `J` or `A`.
    pub brand: &'static str,
    /// Month and year.
    pub expiry: (u8, u16),
    /// Whether it is one of the documented test cards; no other is approved.
    documented: bool,
}

impl Card {
    /// Whether its last month is over.
    pub fn is_expired(&self, today: Date) -> bool {
        let (month, year) = self.expiry;
        let (next, year) = if month == 12 { (1, year + 1) } else { (month + 1, year) };
        Date::new(year, next, 1).is_some_and(|after| after <= today)
    }
}

/// A card as it was typed, checked for form. Has no `Debug`: the code is in it.
pub(crate) struct Entered {
    pub card: Card,
    cvc: String,
}

/// What the bank says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decision {
    Approved,
    /// The bank's code and its text.
    Declined(&'static str, &'static str),
}

impl Entered {
    /// Reads the payment page's fields. Every mistake is listed; none repeats what was typed.
    pub fn read(number: &str, expiry: &str, cvc: &str) -> Result<Self, Vec<&'static str>> {
        let digits: String = number.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let mut problems = Vec::new();
        let brand = brand(&digits);
        if !is_digits(&digits, 12..=19) {
            problems.push("The card number needs 12 to 19 digits.");
        } else if !luhn(&digits) {
            problems.push("The card number's check digit is wrong: one of its digits was mistyped.");
        } else if brand.is_none() {
            problems.push("The card number is not of Visa, MasterCard, JCB or American Express.");
        }
        let expiry = read_expiry(expiry);
        if expiry.is_none() {
            problems.push("The expiry date needs a month and a year: MM/YYYY.");
        }
        problems.extend(cvc_problem(cvc, brand));
        match (brand, expiry) {
            (Some(brand), Some(expiry)) if problems.is_empty() => Ok(Self {
                card: Card {
                    partial: partial(&digits),
                    brand,
                    expiry,
                    documented: TEST_CARDS.iter().any(|(known, _)| *known == digits),
                },
                cvc: cvc.trim().to_owned(),
            }),
            _ => Err(problems),
        }
    }

    /// A stored card, for which only the security code is asked.
    pub fn stored(card: Card, cvc: &str) -> Result<Self, Vec<&'static str>> {
        match cvc_problem(cvc, Some(card.brand)) {
            None => Ok(Self { card, cvc: cvc.trim().to_owned() }),
            Some(problem) => Err(vec![problem]),
        }
    }

    /// Approves a documented test card with its documented expiry and code, declines everything else.
    pub fn decide(&self, today: Date) -> Decision {
        if self.card.is_expired(today) {
            Decision::Declined("54", "Expired card")
        } else if !self.card.documented {
            Decision::Declined("05", "Not a test card of this sandbox")
        } else if self.card.expiry != TEST_EXPIRY {
            Decision::Declined("54", "Wrong expiry date")
        } else if self.cvc != TEST_CVC {
            Decision::Declined("N7", "Wrong security code")
        } else {
            Decision::Approved
        }
    }
}

fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0') * if place % 2 == 1 { 2 } else { 1 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn brand(digits: &str) -> Option<&'static str> {
    let start = |length: usize| digits.get(..length).and_then(|text| text.parse::<u16>().ok());
    match (start(1), start(2), start(4)) {
        (Some(4), ..) => Some("V"),
        (_, Some(51..=55), _) | (_, _, Some(2221..=2720)) => Some("M"),
        (_, Some(34 | 37), _) => Some("A"),
        (_, Some(35), _) => Some("J"),
        _ => None,
    }
}

fn partial(digits: &str) -> String {
    let (first, last) = (&digits[..2], &digits[digits.len() - 4..]);
    format!("{first}{}{last}", "X".repeat(digits.len() - 6))
}

fn read_expiry(text: &str) -> Option<(u8, u16)> {
    let (month, year) = text.trim().split_once('/')?;
    let (month, year) = (month.trim(), year.trim());
    let year = match (is_digits(year, 2..=2), is_digits(year, 4..=4)) {
        (true, _) => 2000 + year.parse::<u16>().ok()?,
        (_, true) => year.parse().ok()?,
        _ => return None,
    };
    let month = is_digits(month, 1..=2).then(|| month.parse().ok()).flatten()?;
    (1..=12).contains(&month).then_some((month, year))
}

fn cvc_problem(cvc: &str, brand: Option<&'static str>) -> Option<&'static str> {
    match brand {
        Some("A") if !is_digits(cvc.trim(), 4..=4) => {
            Some("The security code of an American Express card has 4 digits.")
        }
        Some("A") => None,
        _ if !is_digits(cvc.trim(), 3..=3) => Some("The security code has 3 digits."),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::parse("2026-11-20").unwrap_or_else(|| unreachable!())
    }

    fn decide(number: &str, expiry: &str, cvc: &str) -> Decision {
        Entered::read(number, expiry, cvc).unwrap_or_else(|problems| panic!("{problems:?}")).decide(today())
    }

    #[test]
    fn documented_test_cards_are_approved_and_keep_two_and_four_digits() {
        for (number, brand, partial) in
            [("4440 0000 0990 0010", "V", "44XXXXXXXXXX0010"), ("5123-4500-0000-0008", "M", "51XXXXXXXXXX0008")]
        {
            let entered = Entered::read(number, "01/39", "100").unwrap_or_else(|problems| panic!("{problems:?}"));
            assert_eq!((entered.card.brand, entered.card.partial.as_str()), (brand, partial));
            assert_eq!(entered.decide(today()), Decision::Approved);
        }
    }

    #[test]
    fn other_cards_wrong_codes_and_wrong_or_past_dates_are_declined() {
        assert!(matches!(decide("4111111111111111", "01/2039", "100"), Decision::Declined("05", _)));
        assert!(matches!(decide("4440000009900010", "01/2039", "101"), Decision::Declined("N7", _)));
        assert!(matches!(decide("4440000009900010", "02/2039", "100"), Decision::Declined("54", "Wrong expiry date")));
        assert!(matches!(decide("4440000009900010", "10/2026", "100"), Decision::Declined("54", "Expired card")));
        assert!(matches!(decide("4440000009900010", "11/2026", "100"), Decision::Declined("54", "Wrong expiry date")));
    }

    #[test]
    fn ill_formed_entries_are_sent_back_with_every_problem() {
        let problems = |n, e, c| Entered::read(n, e, c).err().map_or(0, |problems| problems.len());
        assert_eq!(problems("4440000009900011", "13/2039", "10"), 3);
        assert_eq!(problems("4440000009900010", "01/2039", "1000"), 1, "four digits are American Express's");
        assert_eq!(problems("378282246310005", "01/2039", "100"), 1);
        assert_eq!(problems("378282246310005", "01/2039", "1000"), 0);
        assert_eq!(problems("6011111111111117", "01/2039", "100"), 1, "not a brand of Faspay's");
        assert_eq!(problems("44400000099000é0", "1/39", "100"), 1);
        assert_eq!(problems("", "", ""), 3);
    }
}
