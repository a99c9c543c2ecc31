//! A payment session and its charges: which status follows which, by the life that the tables give it, and what a charge comes to.
//! [`super::book`] keeps sessions and lets one step at a time happen.

use faspay_spec::engine::Posted;
use faspay_spec::model::Life;

use super::card::Card;
use super::simulation::Ending;
use crate::clock::Moment;
use crate::ledger::hundredths;
use crate::random::uuid;

/// A payment session.
#[derive(Clone)]
pub(crate) struct Session {
    pub id: String,
    pub account: usize,
    /// 64 hexadecimal digits: the end of its pages' addresses.
    pub page: String,
    /// The fields of the request but for cards and tokens: path and text, in the order sent.
    pub asked: Vec<(String, String)>,
    /// The id of its customer.
    pub customer: String,
    pub status: String,
    pub created: Moment,
    pub updated: Moment,
    /// Seconds after 1970-01-01T00:00:00Z.
    pub expires: i64,
    /// Whether a card is stored once its charge succeeds. On the gateway's page the shopper has to want it as well.
    pub saves: bool,
    /// The key to encrypt a card with, or nothing.
    pub encryption_key: String,
    pub charges: Vec<Charge>,
    pub cancelled: Option<(Moment, String)>,
}

/// A charge of a card.
#[derive(Clone)]
pub(crate) struct Charge {
    pub id: String,
    pub card: Card,
    pub status: &'static str,
    /// What may be taken only with a capture of its own.
    pub manual: bool,
    /// Whether the card is stored when this succeeds.
    pub save: bool,
    /// `BYPASSED`, `CHALLENGE` or `FRICTIONLESS`.
    pub three_ds: &'static str,
    /// Whether the shopper was authenticated, once that is known.
    pub authenticated: Option<bool>,
    pub failure: Option<&'static str>,
    /// Hundredths.
    pub captured: u64,
    pub created: Moment,
    pub updated: Moment,
    pub paid: Option<Moment>,
}

/// How a card is to be charged.
pub(crate) struct Terms<'a> {
    pub three_ds: &'a str,
    pub capture: &'a str,
    pub save: bool,
}

/// The life that the tables give a session allows no such step.
#[derive(Debug)]
pub(crate) struct NoStep;

impl Session {
    /// A field of the request; empty when it wasn't sent.
    pub fn asked(&self, name: &str) -> &str {
        self.asked.iter().find(|(own, _)| own == name).map_or("", |(_, text)| text)
    }

    /// What a confirmation says of the way of paying replaces what the request said of it.
    pub fn confirmed_with(&mut self, posted: &Posted, saves: bool) {
        self.saves = saves;
        let is_told = |name: &str| name.starts_with("paymentMethod");
        let told = posted.fields.iter().filter(|(name, _, sensitive)| is_told(name) && !sensitive);
        let told: Vec<_> = told.map(|(name, text, _)| (name.clone(), text.clone())).collect();
        self.asked.retain(|(name, _)| !is_told(name));
        self.asked.extend(told);
    }

    pub fn is_redirect(&self) -> bool {
        self.asked("mode") != "API"
    }

    pub fn is(&self, statuses: &[&str]) -> bool {
        statuses.contains(&self.status.as_str())
    }

    /// Whether the shopper has yet to pay.
    pub fn is_open(&self) -> bool {
        self.is(&["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION", "REQUIRE_ACTION"])
    }

    /// The charge that waits for the shopper to authenticate.
    pub fn waiting(&self) -> Option<&Charge> {
        self.charges.last().filter(|charge| charge.status == "WAITING_FOR_AUTHENTICATION")
    }

    /// The amount in hundredths.
    pub fn amount(&self) -> u64 {
        hundredths(self.asked("amount.value")).unwrap_or_default()
    }

    /// One step of its life.
    pub fn step(&mut self, life: &Life, to: &str, now: Moment) -> Result<(), NoStep> {
        if !life.steps.iter().any(|step| step.from == self.status && step.to == to) {
            return Err(NoStep);
        }
        to.clone_into(&mut self.status);
        self.updated = now;
        Ok(())
    }

    pub fn cancel(&mut self, life: &Life, reason: &str, now: Moment) -> Result<(), NoStep> {
        self.step(life, "CANCELLED", now)?;
        self.cancelled = Some((now, reason.to_owned()));
        Ok(())
    }

    /// Charges a card: the shopper has to authenticate first, unless the merchant wants that never.
    pub fn charge(&mut self, life: &Life, card: Card, terms: &Terms<'_>, now: Moment) -> Result<(), NoStep> {
        if self.status != "REQUIRE_ACTION" {
            self.step(life, "REQUIRE_ACTION", now)?;
        }
        let never = terms.three_ds == "NEVER";
        self.charges.push(Charge {
            id: uuid().to_lowercase(),
            status: "WAITING_FOR_AUTHENTICATION",
            manual: terms.capture == "manual",
            save: terms.save,
            three_ds: match (never, card.simulation.frictionless) {
                (true, _) => "BYPASSED",
                (false, true) => "FRICTIONLESS",
                (false, false) => "CHALLENGE",
            },
            card,
            authenticated: None,
            failure: None,
            captured: 0,
            created: now,
            updated: now,
            paid: None,
        });
        self.updated = now;
        if never { self.settle(life, true, now) } else { Ok(()) }
    }

    /// Ends the authentication of the charge that waits for it, and with it the charge unless it waits for its capture.
    pub fn settle(&mut self, life: &Life, authenticated: bool, now: Moment) -> Result<(), NoStep> {
        let has_address = !self.asked("orderInformation.billingInfo.addressLine1").is_empty();
        let amount = self.amount();
        let Some(charge) = self.charges.last_mut().filter(|own| own.status == "WAITING_FOR_AUTHENTICATION") else {
            return Err(NoStep);
        };
        let failure = match charge.card.simulation.ending {
            _ if !authenticated => Some("AUTHENTICATION_FAILED"),
            Ending::Failure(code) => Some(code),
            // No page says what becomes of it; a bank that can't verify the address declines.
            Ending::SuccessWithAddress if !has_address => Some("DECLINED_BY_CHANNEL"),
            Ending::Success | Ending::SuccessWithAddress => None,
        };
        let is_bypassed = charge.three_ds == "BYPASSED";
        charge.authenticated = (!is_bypassed).then_some(authenticated && failure != Some("AUTHENTICATION_FAILED"));
        charge.updated = now;
        charge.failure = failure;
        let manual = charge.manual;
        charge.status = match (failure, manual) {
            (Some(_), _) => "FAILED",
            (None, true) => "WAITING_FOR_CAPTURE",
            (None, false) => "SUCCESS",
        };
        if failure.is_some() {
            return self.cancel(life, "CHARGE_FAILED", now);
        }
        if manual {
            return self.step(life, "PROCESSING", now);
        }
        charge.captured = amount;
        charge.paid = Some(now);
        self.step(life, "PAID", now)
    }

    /// Takes what was reserved, or part of it; with the last part the session is paid.
    pub fn capture(&mut self, life: &Life, hundredths: u64, release: bool, now: Moment) -> Result<(), NoStep> {
        let amount = self.amount();
        let Some(charge) = self.charges.last_mut().filter(|own| own.status == "WAITING_FOR_CAPTURE") else {
            return Err(NoStep);
        };
        charge.captured += hundredths;
        charge.updated = now;
        if charge.captured < amount && !release {
            return Ok(());
        }
        charge.status = "SUCCESS";
        charge.paid = Some(now);
        self.step(life, "PAID", now)
    }

    /// Ends it when its time is over. What is reserved stays so.
    pub fn expire(&mut self, life: &Life, now: Moment) {
        let is_over = self.is_open() && self.expires <= now.unix();
        if !is_over || self.step(life, "EXPIRED", now).is_err() {
            return;
        }
        if let Some(charge) = self.charges.last_mut().filter(|own| own.status == "WAITING_FOR_AUTHENTICATION") {
            (charge.status, charge.failure) = ("EXPIRED", Some("CHARGE_EXPIRED"));
        }
    }
}
