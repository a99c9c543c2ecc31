//! What a merchant's server asks Pivot to do with a session: create, confirm, capture, cancel and tell of it. Requests come here checked
//! against the tables; what is refused here is what no table can know.

use faspay_spec::engine::Posted;
use serde_json::Value;

use super::book::{Had, Pages};
use super::card::cvc_problem;
use super::message::{self, Members};
use super::session::{NoStep, Session, Terms};
use super::{Pivot, Refusal};
use crate::clock::Moment;
use crate::ledger::{self, hundredths};
use crate::random::{fingerprint, nonce, uuid};

/// Seconds until a session expires when it says nothing.
const A_QUARTER: i64 = 900;

impl From<NoStep> for Refusal {
    fn from(_: NoStep) -> Self {
        Self::of_state("The session's status doesn't allow it.")
    }
}

impl Pivot {
    pub(super) async fn create(&self, account: usize, posted: &Posted, body: &[u8]) -> Result<String, Refusal> {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let request_id = given("X-REQUEST-ID");
        let wants_key =
            given("mode") == "API" && given("autoConfirm") == "false" && given("paymentMethod.type") == "CARD";
        let encryption_key = match wants_key {
            true => self.keyring.public().await.unwrap_or_default().to_owned(),
            false => String::new(),
        };
        let (now, payload) = (self.now(), fingerprint(body));
        let mut pages = self.book.open(now);
        match pages.had(account, request_id, &payload, now) {
            Had::Same(answer) => return Ok(answer),
            Had::Another => {
                let message = "Another request had this X-REQUEST-ID in the last 24 hours.";
                return Err(Refusal::conflict("idempotency_error", message));
            }
            Had::Nothing => {}
        }
        if pages.of_reference(account, given("clientReferenceId")).is_some() {
            return Err(Refusal::conflict("duplicate_error", "There is a session with this clientReferenceId."));
        }
        let session = self.begun(&mut pages, account, posted, encryption_key, now)?;
        let answer = self.told(&session, &pages);
        pages.store_card_of(&session, now);
        self.tell(&session, &pages);
        pages.keep_answer(account, request_id, payload, answer.clone(), now);
        pages.add(session);
        Ok(answer)
    }

    /// A new session as it stands after its creation.
    fn begun(
        &self,
        pages: &mut Pages,
        account: usize,
        posted: &Posted,
        encryption_key: String,
        now: Moment,
    ) -> Result<Session, Refusal> {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let (method, token) = (given("paymentMethod.type"), given("paymentMethod.card.token"));
        let is_api = given("mode") == "API";
        if !(method == "CARD" || method.is_empty() && !is_api) {
            return Err(Refusal::of_field("paymentMethod.type", "The sandbox plays cards and no other way of paying."));
        }
        let waits = given("autoConfirm") == "false";
        if is_api && !waits && token.is_empty() {
            return Err(Refusal::of_field("paymentMethod.card.token", "A session that is confirmed at once needs it."));
        }
        let customer = match given("customerId") {
            "" => {
                let told = posted
                    .fields
                    .iter()
                    .filter_map(|(name, text, _)| Some((name.strip_prefix("customer.")?.to_owned(), text.clone())));
                let told: Members = told.collect();
                pages.meet(account, given("customer.email"), told)
            }
            id => {
                let known = pages.customer(account, id);
                known.ok_or_else(|| Refusal::missing("There is no customer of this id."))?.id.clone()
            }
        };
        let stored = match token {
            "" => None,
            token => {
                let stored = pages.customer(account, &customer).into_iter().flat_map(|own| &own.stored);
                let stored = stored.into_iter().find(|own| own.token == token);
                Some(stored.ok_or_else(|| Refusal::missing("The customer has no card of this token."))?.card.clone())
            }
        };
        if let (Some(_), Some(problem)) = (&stored, cvc_problem(given("paymentMethod.card.cvc"))) {
            return Err(Refusal::of_field("paymentMethod.card.cvc", problem));
        }
        let kept = posted.fields.iter().filter(|(_, _, sensitive)| !sensitive);
        let mut session = Session {
            id: uuid().to_lowercase(),
            account,
            page: nonce() + &nonce(),
            asked: kept.map(|(name, text, _)| (name.clone(), text.clone())).collect(),
            customer,
            status: pages.life.start.clone(),
            created: now,
            updated: now,
            expires: seconds(given("expiryAt")).unwrap_or_else(|| now.unix().saturating_add(A_QUARTER)),
            saves: given("saveForFutureUse") == "true",
            encryption_key,
            charges: Vec::new(),
            cancelled: None,
        };
        match stored {
            _ if waits => session.step(&pages.life, "REQUIRE_CONFIRMATION", now)?,
            Some(card) => session.charge(&pages.life, card, &terms(given, false), now)?,
            // A card is to pay, and which one the shopper says on the page.
            None if method == "CARD" => session.step(&pages.life, "REQUIRE_ACTION", now)?,
            None => {}
        }
        Ok(session)
    }

    pub(super) fn confirm(&self, account: usize, posted: &Posted) -> Result<String, Refusal> {
        const CARD: &str = "paymentMethod.card.encryptedCard";
        let given = |name: &str| posted.get(name).unwrap_or_default();
        self.change(account, given("id"), |session, life, now| {
            if !session.is(&["REQUIRE_CONFIRMATION"]) {
                return Err(Refusal::of_state("The session doesn't wait for its confirmation."));
            }
            if given("paymentMethod.type") != "CARD" {
                return Err(Refusal::of_field("paymentMethod.type", "The session is one of a card."));
            }
            let saves = session.saves || given("saveForFutureUse") == "true";
            match (session.is_redirect(), given(CARD).is_empty()) {
                (true, true) => {
                    session.confirmed_with(posted, saves);
                    return Ok(session.step(life, "REQUIRE_ACTION", now)?);
                }
                (true, false) => {
                    let problem = "The session is in REDIRECT mode: the shopper types the card on the page.";
                    return Err(Refusal::of_field(CARD, problem));
                }
                (false, true) => {
                    let problem = "A session in API mode is confirmed with a card, encrypted with its key.";
                    return Err(Refusal::of_field(CARD, problem));
                }
                (false, false) => {}
            }
            let opened = self.keyring.open(given(CARD));
            let opened =
                opened.ok_or_else(|| Refusal::of_field(CARD, "It can't be decrypted with the session's key."))?;
            let card = opened.read().map_err(|problems| {
                Refusal::of_request(problems.into_iter().map(|text| (CARD.to_owned(), text.to_owned())).collect())
            })?;
            session.saves = saves;
            Ok(session.charge(life, card, &terms(given, saves), now)?)
        })
    }

    pub(super) fn capture(&self, account: usize, posted: &Posted) -> Result<String, Refusal> {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let mut captured = 0;
        let mut told = Members::new();
        self.change(account, given("id"), |session, life, now| {
            let waiting = session.charges.last().filter(|own| own.status == "WAITING_FOR_CAPTURE");
            let charge = waiting.ok_or_else(|| Refusal::of_state("Nothing is reserved that could be taken."))?;
            let rest = session.amount().saturating_sub(charge.captured);
            let currency = given("amount.currency");
            if !currency.is_empty() && currency != session.asked("amount.currency") {
                return Err(Refusal::of_field("amount.currency", "The session has another currency."));
            }
            captured = hundredths(given("amount.value")).unwrap_or(rest);
            if captured == 0 || captured > rest {
                return Err(Refusal::of_field(
                    "amount.value",
                    "It must be more than nothing and at most what is reserved.",
                ));
            }
            session.capture(life, captured, given("releaseRemainingAmount") == "true", now)?;
            let pair = |name: &str, text: &str| (format!("data.{name}"), text.to_owned());
            told = vec![
                pair("id", &uuid().to_lowercase()),
                pair("paymentSessionId", &session.id),
                pair("paymentSessionClientReferenceId", session.asked("clientReferenceId")),
                pair("amount.value", &ledger::amount(captured)),
                pair("amount.currency", session.asked("amount.currency")),
                pair("status", "SUCCESS"),
                pair("createdAt", &now.utc()),
                pair("updatedAt", &now.utc()),
            ];
            Ok(())
        })?;
        Ok(self.written("session.capture-reply", told))
    }

    pub(super) fn cancel(&self, account: usize, posted: &Posted) -> Result<String, Refusal> {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        self.change(account, given("id"), |session, life, now| {
            if !session.is(&["REQUIRE_PAYMENT_METHOD", "REQUIRE_CONFIRMATION"]) {
                return Err(Refusal::of_state(
                    "Only a session that waits for a card or a confirmation can be cancelled.",
                ));
            }
            Ok(session.cancel(life, given("cancellationReason"), now)?)
        })
    }

    pub(super) fn retrieve(&self, account: usize, posted: &Posted) -> Result<String, Refusal> {
        let mut pages = self.book.open(self.now());
        let session = pages.session(account, posted.get("id").unwrap_or_default()).map(|(_, session)| session.clone());
        session.map(|session| self.told(&session, &pages)).ok_or_else(no_session)
    }

    pub(super) fn list(&self, account: usize, posted: &Posted) -> Result<String, Refusal> {
        let pages = self.book.open(self.now());
        let found = pages.of_reference(account, posted.get("clientReferenceId").unwrap_or_default());
        let list: Vec<Value> = found.into_iter().map(|own| message::listed(own, self.payment_url(own))).collect();
        let total = list.len().to_string();
        let list = ("data".to_owned(), Value::Array(list).to_string());
        let pagination = [("page", "1"), ("perPage", "20"), ("totalItems", &total), ("totalPages", &total)];
        let pagination = pagination.map(|(name, text)| (format!("pagination.{name}"), text.to_owned()));
        Ok(self.written("session.list-reply", [list].into_iter().chain(pagination).collect()))
    }

    pub(super) fn customer(&self, account: usize, posted: &Posted) -> Result<String, Refusal> {
        let pages = self.book.open(self.now());
        let found = pages.customer(account, posted.get("customerId").unwrap_or_default());
        let found = found.ok_or_else(|| Refusal::missing("There is no customer of this id."))?;
        Ok(self.written("customer.reply", message::customer_members(found)))
    }

    /// Changes a merchant's session, with all that follows from it.
    fn change(
        &self,
        account: usize,
        id: &str,
        act: impl FnOnce(&mut Session, &faspay_spec::model::Life, Moment) -> Result<(), Refusal>,
    ) -> Result<String, Refusal> {
        let now = self.now();
        let mut pages = self.book.open(now);
        let (life, session) = pages.session(account, id).ok_or_else(no_session)?;
        act(session, life, now)?;
        let session = session.clone();
        self.followed(&session, &mut pages, now);
        Ok(self.told(&session, &pages))
    }

    /// What follows when a session has changed: its card is stored, its merchant is told.
    pub(super) fn followed(&self, session: &Session, pages: &mut Pages, now: Moment) {
        pages.store_card_of(session, now);
        self.tell(session, pages);
    }

    fn told(&self, session: &Session, pages: &Pages) -> String {
        let customer = pages.customer(session.account, &session.customer);
        self.written("session.reply", self.session_members(session, customer))
    }
}

fn no_session() -> Refusal {
    Refusal::missing("There is no session of this id.")
}

/// How a card is charged, by the options of a request.
fn terms<'a>(given: impl Fn(&str) -> &'a str, save: bool) -> Terms<'a> {
    let option = |name: &str| given(&format!("paymentMethodOptions.card.{name}"));
    Terms { three_ds: option("threeDsMethod"), capture: option("captureMethod"), save }
}

/// The seconds of a moment that the tables let pass: `YYYY-MM-DDThh:mm:ssZ`.
fn seconds(text: &str) -> Option<i64> {
    let day = faspay_spec::engine::Date::parse(text.get(..10)?)?;
    let number = |from: usize| text.get(from..from + 2)?.parse::<i64>().ok();
    // A day in UTC+7 begins seven hours early.
    Some(Moment::on(day).unix() + 7 * 3600 + number(11)? * 3600 + number(14)? * 60 + number(17)?)
}
