//! The cards that Pivot documents for simulations: three numbers for each thing that can become of a charge. [`super::charge`] looks a
//! card up here once, when its number comes in; the number itself goes no further.

use std::fmt;

/// What becomes of a charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The money is taken, or reserved.
    Success,
    /// As success, but the card is foreign: the order must hold a billing address.
    SuccessWithAddress,
    /// The failure code.
    Failure(&'static str),
}

/// One row of the page on simulation. Its numbers stay out of `Debug`: it is kept with cards.
pub(crate) struct Simulation {
    pub name: &'static str,
    pub ending: Ending,
    /// The bank asks the shopper nothing, however the merchant wants it.
    pub frictionless: bool,
    /// Visa, Mastercard, JCB.
    pub numbers: [&'static str; 3],
}

impl fmt::Debug for Simulation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

const fn challenged(name: &'static str, ending: Ending, numbers: [&'static str; 3]) -> Simulation {
    Simulation { name, ending, frictionless: false, numbers }
}

const DECLINED: Ending = Ending::Failure("DECLINED_BY_CHANNEL");
const FRAUD: Ending = Ending::Failure("SUSPECTED_FRAUD");

/// Every documented card. What isn't among them is declined.
pub(crate) static SIMULATIONS: [Simulation; 15] = [
    Simulation {
        name: "success, frictionless",
        ending: Ending::Success,
        frictionless: true,
        numbers: ["4440000112200001", "5550000112230001", "3550000112280001"],
    },
    challenged("success", Ending::Success, ["4440000112290002", "5550000112220002", "3550000112270002"]),
    challenged("declined by the channel", DECLINED, ["4440000334480001", "5550000334410001", "3550000334460001"]),
    challenged("declined: expired card", DECLINED, ["4440000334470002", "5550000334400002", "3550000334450002"]),
    challenged("declined: wrong security code", DECLINED, ["4440000334460003", "5550000334490003", "3550000334440003"]),
    challenged(
        "invalid account",
        Ending::Failure("INVALID_ACCOUNT"),
        ["4440000334450004", "5550000334480004", "3550000334430004"],
    ),
    challenged(
        "authentication failed",
        Ending::Failure("AUTHENTICATION_FAILED"),
        ["4440000334440005", "5550000334470005", "3550000334420005"],
    ),
    challenged("fraud suspected by the issuer", FRAUD, ["4440000334430006", "5550000334460006", "3550000334410006"]),
    challenged("fraud suspected by the channel", FRAUD, ["4440000334420007", "5550000334450007", "3550000334400007"]),
    challenged(
        "blocked by fraud detection",
        Ending::Failure("BLOCKED_BY_FDS"),
        ["4440000334410008", "5550000334440008", "3550000334490008"],
    ),
    challenged(
        "review required",
        Ending::Failure("REQUIRE_REVIEW"),
        ["4440000334400009", "5550000334430009", "3550000334480009"],
    ),
    challenged(
        "insufficient funds",
        Ending::Failure("INSUFFICIENT_FUND"),
        ["4440000334470010", "5550000334400010", "3550000334450010"],
    ),
    challenged(
        "channel unavailable",
        Ending::Failure("CHANNEL_UNAVAILABLE"),
        ["4440000334460011", "5550000334490011", "3550000334440011"],
    ),
    challenged(
        "cancelled by the shopper",
        Ending::Failure("CANCELLED_BY_USER"),
        ["4440000334450012", "5550000334480012", "3550000334430012"],
    ),
    challenged(
        "foreign card: success with a billing address",
        Ending::SuccessWithAddress,
        ["4448100334430014", "5558100334460014", "3558100334410014"],
    ),
];

static UNKNOWN: Simulation = challenged("no card of the simulation", DECLINED, ["", "", ""]);

/// What is simulated with a card.
pub(crate) fn of(number: &str) -> &'static Simulation {
    SIMULATIONS.iter().find(|own| own.numbers.contains(&number)).unwrap_or(&UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The documented numbers all have a right check digit, which finds a mistyped one.
    #[test]
    fn the_45_numbers_differ_and_have_right_check_digits() {
        let numbers: BTreeSet<&str> = SIMULATIONS.iter().flat_map(|own| own.numbers).collect();
        assert_eq!(numbers.len(), 45);
        for number in numbers {
            let digits = number.bytes().rev().map(|byte| u32::from(byte - b'0'));
            let sum: u32 = digits
                .enumerate()
                .map(|(at, digit)| match at % 2 {
                    0 => digit,
                    _ => digit * 2 / 10 + digit * 2 % 10,
                })
                .sum();
            assert_eq!((number.len(), sum % 10), (16, 0), "{number}");
        }
    }

    #[test]
    fn every_failure_has_a_code_of_the_spec() {
        let gateway = crate::server::embedded_tables(crate::Gateway::Pivot).unwrap();
        let codes = gateway.codes.iter().find(|list| list.name == "failure-code").unwrap();
        for own in &SIMULATIONS {
            if let Ending::Failure(code) = own.ending {
                assert!(codes.values.iter().any(|value| value.code == code), "{code}");
            }
        }
    }
}
