//! The life of a payment: what has been heard of it, and how it stands. A merchant keeps one [`Life`] beside each order and
//! shows it every reconciled message; late, repeated and contradicting news can't lead it astray.

use crate::PaymentStatus;
use crate::table::LifeTable;
use std::collections::BTreeSet;
use std::fmt;

/// What has been heard of one payment. It is a set of statuses that only grows, so any order and any number of deliveries
/// end in the same. How the payment stands is the status of the set that comes after all the others; when there is no such
/// status, the news contradict each other and only an inquiry can tell.
///
/// Change it where you keep it, under the same lock or in the same transaction as what you do about it.
#[derive(Clone)]
pub struct Life {
    table: &'static LifeTable,
    seen: BTreeSet<&'static str>,
    unknown: BTreeSet<Box<str>>,
}

/// What a reconciled message says about its payment: [`Reconciled::news`](crate::Reconciled::news) makes it, and nothing else.
#[derive(Debug, Clone, Copy)]
pub struct News<'a> {
    /// The message's id.
    pub(crate) message: &'static str,
    /// Its status, unless it came without.
    pub(crate) code: Option<&'a str>,
}

/// What news have done to a life. Act on [`Step::Advanced`] alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The payment stands further on than before.
    Advanced,
    /// It was heard before: a second delivery, or the answer to an inquiry. Nothing has changed.
    Duplicate,
    /// It is older than what was heard before: nothing follows from it.
    Stale,
    /// It contradicts what was heard before: make an inquiry, and have a person look at it.
    Conflicting,
    /// A status that the tables don't know. It is kept and changes nothing: make an inquiry.
    Unknown,
    /// It tells what became of a request, not of the payment: nothing is kept.
    OfRequest,
    /// The message isn't about a payment with such a life: nothing is kept.
    Foreign,
}

impl Step {
    /// A stable name: `advanced`, `duplicate`, `stale`, `conflicting`, `unknown`, `of-request` or `foreign`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advanced => "advanced",
            Self::Duplicate => "duplicate",
            Self::Stale => "stale",
            Self::Conflicting => "conflicting",
            Self::Unknown => "unknown",
            Self::OfRequest => "of-request",
            Self::Foreign => "foreign",
        }
    }
}

/// How a payment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing {
    /// Nothing has been heard that the tables know.
    Unheard,
    /// At this status.
    At(&'static str),
    /// At several that can't all be true, in the order of the code list.
    Conflicting(Vec<&'static str>),
}

impl Life {
    /// Of a payment that nothing has been heard of.
    #[must_use]
    pub const fn new(table: &'static LifeTable) -> Self {
        Self { table, seen: BTreeSet::new(), unknown: BTreeSet::new() }
    }

    /// What was kept from [`Life::heard`], in any order.
    #[must_use]
    pub fn restore<'a>(table: &'static LifeTable, heard: impl IntoIterator<Item = &'a str>) -> Self {
        let mut life = Self::new(table);
        for code in heard {
            life.keep(code);
        }
        life
    }

    /// Takes news in. What runs backwards is no error, and never has an effect.
    pub fn apply(&mut self, news: &News<'_>) -> Step {
        let Some((_, of_request)) = self.table.messages.iter().find(|(id, _)| *id == news.message) else {
            return Step::Foreign;
        };
        match news.code {
            None => Step::Unknown,
            Some(code) if of_request.contains(&code) => Step::OfRequest,
            Some(code) => self.keep(code),
        }
    }

    fn keep(&mut self, code: &str) -> Step {
        let Some(status) = self.table.statuses.iter().find(|status| status.code == code) else {
            self.unknown.insert(code.into());
            return Step::Unknown;
        };
        if !self.seen.insert(status.code) {
            return Step::Duplicate;
        }
        match self.standing() {
            Standing::At(at) if at == status.code => Step::Advanced,
            Standing::Conflicting(several) if several.contains(&status.code) => Step::Conflicting,
            _ => Step::Stale,
        }
    }

    /// How the payment stands. Several news are never added up to a status that nobody has reported.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let heard = || self.table.statuses.iter().filter(|status| self.seen.contains(status.code));
        let mut last = heard().filter(|status| !heard().any(|later| later.after.contains(&status.code)));
        match (last.next(), last.next()) {
            (None, _) => Standing::Unheard,
            (Some(one), None) => Standing::At(one.code),
            (Some(one), Some(two)) => {
                Standing::Conflicting([one.code, two.code].into_iter().chain(last.map(|status| status.code)).collect())
            }
        }
    }

    /// What the standing says about money. Contradictions, and a payment that nothing was heard of, are `Unknown`.
    #[must_use]
    pub fn outcome(&self) -> PaymentStatus {
        match self.standing() {
            Standing::At(code) => (self.table.outcome)(code),
            Standing::Unheard | Standing::Conflicting(_) => PaymentStatus::Unknown,
        }
    }

    /// Whether only the gateway can tell what has become of the payment: the news contradict each other, say nothing about
    /// money, or held a status that the tables don't know.
    #[must_use]
    pub fn needs_inquiry(&self) -> bool {
        self.outcome() == PaymentStatus::Unknown || !self.unknown.is_empty()
    }

    /// Whether anything can follow, as far as the documents say.
    #[must_use]
    pub fn is_over(&self) -> bool {
        match self.standing() {
            Standing::At(code) => !self.table.statuses.iter().any(|status| status.after.contains(&code)),
            Standing::Unheard | Standing::Conflicting(_) => false,
        }
    }

    /// Every status that was heard, in the order of the code list, then those that the tables don't know: what to keep.
    pub fn heard(&self) -> impl Iterator<Item = &str> {
        let known = self.table.statuses.iter().map(|status| status.code).filter(|code| self.seen.contains(code));
        known.chain(self.unknown())
    }

    /// The statuses that the tables don't know.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.unknown.iter().map(|code| &**code)
    }
}

impl PartialEq for Life {
    fn eq(&self, other: &Self) -> bool {
        (self.table.id, &self.seen, &self.unknown) == (other.table.id, &other.seen, &other.unknown)
    }
}

impl Eq for Life {}

impl fmt::Debug for Life {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Life").field("of", &self.table.id).field("heard", &self.heard().collect::<Vec<_>>()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::LifeStatus;

    const fn status(code: &'static str, after: &'static [&'static str]) -> LifeStatus {
        LifeStatus { code, after }
    }

    /// New, then Held or Refused, then Taken: small enough to say by hand what must come out.
    static TABLE: LifeTable = LifeTable {
        id: "acme.status",
        statuses: &[status("T", &["N", "H"]), status("N", &[]), status("H", &["N"]), status("R", &["N"])],
        outcome: |code| match code {
            "T" => PaymentStatus::Paid,
            "R" => PaymentStatus::NotPaid,
            _ => PaymentStatus::Pending,
        },
        messages: &[("acme.result", &[]), ("acme.answer", &["R"])],
    };

    fn life(codes: &[&str]) -> (Life, Vec<&'static str>) {
        let mut life = Life::new(&TABLE);
        let steps =
            codes.iter().map(|code| life.apply(&News { message: "acme.result", code: Some(code) }).id()).collect();
        (life, steps)
    }

    #[test]
    fn a_life_goes_forward_and_nothing_leads_it_back() {
        let (own, steps) = life(&["H", "T", "N", "T", "H"]);
        assert_eq!(steps, ["advanced", "advanced", "stale", "duplicate", "duplicate"]);
        assert_eq!((own.standing(), own.outcome(), own.is_over()), (Standing::At("T"), PaymentStatus::Paid, true));
        assert!(!own.needs_inquiry());
        let (own, _) = life(&["H"]);
        assert_eq!((own.outcome(), own.is_over()), (PaymentStatus::Pending, false));
    }

    #[test]
    fn news_that_contradict_each_other_are_nobodys_money() {
        let (own, steps) = life(&["R", "T", "N"]);
        assert_eq!(steps, ["advanced", "conflicting", "stale"]);
        assert_eq!(own.standing(), Standing::Conflicting(vec!["T", "R"]));
        assert_eq!((own.outcome(), own.needs_inquiry(), own.is_over()), (PaymentStatus::Unknown, true, false));
    }

    #[test]
    fn two_news_never_add_up_to_a_third() {
        // Held and refused are both followed by nothing that was heard: not by the taking that could follow one of them.
        assert_eq!(life(&["H", "R"]).0.standing(), Standing::Conflicting(vec!["H", "R"]));
    }

    #[test]
    fn an_unknown_status_is_kept_and_moves_nothing() {
        let (own, steps) = life(&["T", "??", "T"]);
        assert_eq!(steps, ["advanced", "unknown", "duplicate"]);
        assert_eq!((own.outcome(), own.needs_inquiry()), (PaymentStatus::Paid, true));
        assert_eq!(own.heard().collect::<Vec<_>>(), ["T", "??"]);
        assert_eq!(life(&["??"]).0.standing(), Standing::Unheard);
    }

    #[test]
    fn the_fate_of_a_request_and_foreign_messages_are_not_news_of_the_payment() {
        let mut own = Life::new(&TABLE);
        assert_eq!(own.apply(&News { message: "acme.answer", code: Some("R") }), Step::OfRequest);
        assert_eq!(own.apply(&News { message: "acme.other", code: Some("T") }), Step::Foreign);
        assert_eq!(own.apply(&News { message: "acme.result", code: None }), Step::Unknown);
        assert_eq!((own.heard().count(), own.standing()), (0, Standing::Unheard));
        assert!(own.needs_inquiry(), "nothing is known of it");
        assert_eq!(own.apply(&News { message: "acme.answer", code: Some("H") }), Step::Advanced);
    }

    #[test]
    fn what_was_kept_comes_back_the_same() {
        let (own, _) = life(&["H", "R", "x", "N"]);
        let kept: Vec<String> = own.heard().map(str::to_owned).collect();
        assert_eq!(kept, ["N", "H", "R", "x"]);
        assert_eq!(Life::restore(&TABLE, kept.iter().rev().map(String::as_str)), own);
        assert_eq!(format!("{own:?}"), r#"Life { of: "acme.status", heard: ["N", "H", "R", "x"] }"#);
    }
}
