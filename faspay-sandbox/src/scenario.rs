//! What the gateway is told to do to everybody, so that a tester meets the answers that nobody can bring about by paying: errors of
//! the merchant's account, blocked cards, banks that don't answer. Set when the sandbox starts, or by the control API.

use std::fmt;
use std::str::FromStr;

use crate::refusal::Problem;

/// One thing that goes wrong for every request or payment from now on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scenario {
    /// Nothing: test cards are approved, others declined.
    #[default]
    None,
    /// Every request is refused: the merchant is suspended (5543).
    MerchantSuspended,
    /// Every request is refused: it comes from an address that isn't allowed (5544).
    IpNotAllowed,
    /// Every request is refused: the merchant's settings are wrong (5545).
    MerchantMisconfigured,
    /// Every card is blocked: status `B`, error 5527.
    CardBlocked,
    /// Every card is declined by its bank: status `F`.
    CardDeclined,
    /// No bank answers: status `RC`, error 5552. Whether money moved isn't known.
    NoBankAnswer,
    /// Whoever pays is too late: the payment window has timed out, error 5634.
    WindowExpired,
}

impl Scenario {
    /// Every scenario with its name and what it does.
    pub const ALL: [(Self, &'static str, &'static str); 8] = [
        (Self::None, "none", "test cards are approved, others declined"),
        (Self::MerchantSuspended, "merchant-suspended", "refuses every request with 5543"),
        (Self::IpNotAllowed, "ip-not-allowed", "refuses every request with 5544"),
        (Self::MerchantMisconfigured, "merchant-misconfigured", "refuses every request with 5545"),
        (Self::CardBlocked, "card-blocked", "blocks every card: status B, error 5527"),
        (Self::CardDeclined, "card-declined", "declines every card: status F"),
        (Self::NoBankAnswer, "no-bank-answer", "no bank answers: status RC, error 5552"),
        (Self::WindowExpired, "window-expired", "every payment window has timed out: error 5634"),
    ];

    /// Its name, as on the command line.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(own, ..)| *own == self).map_or("none", |(_, name, _)| name)
    }

    /// What it does, in a few words.
    pub fn effect(self) -> &'static str {
        Self::ALL.iter().find(|(own, ..)| *own == self).map_or("", |(.., effect)| effect)
    }

    /// Why every request is refused.
    pub(crate) fn problem(self) -> Option<Problem> {
        let code = match self {
            Self::MerchantSuspended => "5543",
            Self::IpNotAllowed => "5544",
            Self::MerchantMisconfigured => "5545",
            _ => return None,
        };
        Some(Problem::new(code, "", "scenario", &format!("The scenario {self} {}.", self.effect())))
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No scenario has this name. Its text lists those that there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownScenario(String);

impl fmt::Display for UnknownScenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Scenario::ALL.iter().map(|(_, name, _)| *name).collect();
        write!(f, "there is no scenario {:?}; known are {}", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownScenario {}

impl FromStr for Scenario {
    type Err = UnknownScenario;

    fn from_str(text: &str) -> Result<Self, UnknownScenario> {
        let found = Self::ALL.iter().find(|(_, name, _)| *name == text);
        found.map(|(scenario, ..)| *scenario).ok_or_else(|| UnknownScenario(text.to_owned()))
    }
}
