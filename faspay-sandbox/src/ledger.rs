//! What a merchant's server may do to a decided payment (capture, void, refund), and the documented error where it may not.
//! Pure: the day comes from outside, and nothing here knows about HTTP.

use crate::clock::Moment;
use crate::refusal;

/// A call of the merchant's server that changes a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Capture,
    Void,
    /// So many hundredths.
    Refund(u64),
}

/// What such calls have done to a payment.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ledger {
    /// The status that a call has led to; `None` while it is still that of the shopper's payment.
    pub status: Option<&'static str>,
    pub captured: Option<Moment>,
    pub refunded: Option<Moment>,
    /// Hundredths that were given back so far.
    pub returned: u64,
}

impl Ledger {
    /// Lets a call take effect on a payment of so many hundredths, or gives its error code and changes nothing.
    pub fn apply(
        &mut self,
        change: Change,
        status: &'static str,
        since: Moment,
        amount: u64,
        now: Moment,
    ) -> Result<(), &'static str> {
        match change {
            Change::Capture if status == "A" => {
                self.status = Some("C");
                self.captured = Some(now);
            }
            Change::Capture => return Err(refusal::NOT_AUTHORISED),
            Change::Void if self.returned > 0 => return Err(refusal::VOID_AFTER_REFUND),
            Change::Void if !["P", "A", "C", "S", "RC"].contains(&status) => return Err(refusal::NOT_VOIDABLE),
            // The bank closes its books at the end of the day on which it took the money.
            Change::Void if self.captured.unwrap_or(since).date != now.date => return Err(refusal::VOID_REFUSED),
            Change::Void => self.status = Some("V"),
            Change::Refund(_) if !["C", "S"].contains(&status) => return Err(refusal::NOT_REFUNDABLE),
            Change::Refund(_) if self.returned >= amount => return Err(refusal::REFUNDED),
            Change::Refund(back) if back == 0 || back > amount - self.returned => {
                return Err(refusal::REFUND_AMOUNT);
            }
            // The status stays what it was, also when nothing is left.
            Change::Refund(back) => {
                self.returned += back;
                self.refunded = Some(now);
            }
        }
        Ok(())
    }
}

/// An amount in hundredths, as the engine lets it pass: whole, or with two decimals.
pub(crate) fn hundredths(text: &str) -> Option<u64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "00"));
    let decimals: u64 = (decimals.len() == 2).then(|| decimals.parse().ok()).flatten()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(decimals)
}

/// Hundredths as an amount with two decimals.
pub(crate) fn amount(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{Decision, Entered};
    use crate::result::Outcome;
    use faspay_spec::engine::Date;

    fn on(day: &str) -> Moment {
        Moment::now(Date::parse(day))
    }

    /// What the calls answer one after the other, to a payment of 100.00 from the first day.
    fn after(status: &'static str, calls: &[(Change, &str)]) -> Vec<Result<&'static str, &'static str>> {
        let mut ledger = Ledger::default();
        let answer = |(change, day): &(Change, &str)| {
            let before = ledger.status.unwrap_or(status);
            ledger.apply(*change, before, on("2022-03-10"), 10_000, on(day)).map(|()| ledger.status.unwrap_or(status))
        };
        calls.iter().map(answer).collect()
    }

    const DAY: &str = "2022-03-10";

    // Expected codes: the error list of the card reference.
    #[test]
    fn only_an_authorised_payment_is_captured_and_once() {
        let twice = [(Change::Capture, DAY), (Change::Capture, DAY)];
        assert_eq!(after("A", &twice), [Ok("C"), Err("5553")]);
        for status in ["N", "S", "F", "E", "V"] {
            assert_eq!(after(status, &twice[..1]), [Err("5553")], "{status}");
        }
    }

    #[test]
    fn a_payment_is_voided_on_its_day_and_once() {
        for status in ["A", "S", "C", "RC", "P"] {
            assert_eq!(after(status, &[(Change::Void, DAY), (Change::Void, DAY)]), [Ok("V"), Err("5562")], "{status}");
            assert_eq!(after(status, &[(Change::Void, "2022-03-11")]), [Err("5621")], "{status}");
        }
        for status in ["N", "F", "E"] {
            assert_eq!(after(status, &[(Change::Void, DAY)]), [Err("5562")], "{status}");
        }
        // The day of a capture counts, not that of the reservation.
        assert_eq!(after("A", &[(Change::Capture, "2022-03-12"), (Change::Void, "2022-03-12")]), [Ok("C"), Ok("V")]);
    }

    #[test]
    fn refunds_add_up_to_the_payment_and_no_further() {
        let refund = |hundredths| (Change::Refund(hundredths), "2022-04-01");
        assert_eq!(
            after("S", &[refund(0), refund(10_001), refund(4_000), refund(6_001), refund(6_000), refund(1)]),
            [Err("5569"), Err("5569"), Ok("S"), Err("5569"), Ok("S"), Err("5625")]
        );
        assert_eq!(after("A", &[refund(1)]), [Err("5560")]);
        assert_eq!(after("S", &[refund(1), (Change::Void, DAY)]), [Ok("S"), Err("5626")]);
        assert_eq!(after("S", &[(Change::Void, DAY), refund(1)]), [Ok("V"), Err("5560")]);
    }

    #[test]
    fn amounts_are_read_and_written_by_value() {
        for (text, value) in [("0", Some(0)), ("5000", Some(500_000)), ("5000.09", Some(500_009)), ("1.5", None)] {
            assert_eq!(hundredths(text), value, "{text}");
        }
        assert_eq!((amount(500_009), amount(5)), ("5000.09".to_owned(), "0.05".to_owned()));
    }

    /// Whether the tables let the second status follow the first.
    fn follows(from: &str, to: &str) -> bool {
        let gateway = crate::server::embedded_tables(crate::Gateway::Faspay).unwrap();
        gateway.lives[0].steps.iter().any(|step| step.from == from && step.to == to && !step.back)
    }

    #[test]
    fn whatever_a_call_does_is_a_step_in_the_life_of_a_payment() {
        let gateway = crate::server::embedded_tables(crate::Gateway::Faspay).unwrap();
        let list = gateway.codes.iter().find(|list| list.name == gateway.lives[0].list).unwrap();
        let mut taken = Vec::new();
        for status in &list.values {
            let before: &'static str = status.code.clone().leak();
            for change in [Change::Capture, Change::Void, Change::Refund(1)] {
                if let [Ok(after)] = after(before, &[(change, DAY)])[..]
                    && after != before
                {
                    assert!(follows(before, after), "{before} to {after}");
                    taken.push((before, after));
                }
            }
        }
        assert_eq!(taken, [("A", "C"), ("A", "V"), ("C", "V"), ("S", "V"), ("P", "V"), ("RC", "V")]);
        // What the shopper brings about, whatever the gateway is told to play.
        let Ok(Entered { card, .. }) = Entered::read("4440000009900010", "01/2039", "100") else {
            panic!("a test card")
        };
        let mut decided: Vec<&str> = crate::scenario::Scenario::ALL
            .iter()
            .filter_map(|(scenario, ..)| Outcome::played(*scenario, &card))
            .chain([true, false].map(|authorises| Outcome::decided(&Decision::Approved, authorises, card.clone())))
            .chain([Outcome::decided(&Decision::Declined("05", "No"), false, card.clone())])
            .chain([Outcome::expired(), Outcome::cancelled(), Outcome::refused("5543")])
            .map(|outcome| outcome.status)
            .collect();
        decided.sort_unstable();
        decided.dedup();
        assert_eq!(decided, ["A", "B", "E", "F", "RC", "S"]);
        for after in decided {
            assert!(follows(Outcome::open().status, after), "{after}");
        }
        assert!(!follows("N", "C") && !follows("C", "A"));
    }
}
