//! What the gateway says about a payment: the fields of the operation's result message, in table order, signed by the engine.
//! The same facts go to the browser and to the merchant's server.

use faspay_spec::engine;
use faspay_spec::model::{Auth, From, Inbound, Operation, Sensitivity, Type};

use crate::card::{Card, Decision};
use crate::clock::Moment;
use crate::desk::Desk;
use crate::ledger::{Ledger, amount};
use crate::pages::Pairs;
use crate::random::approval;
use crate::refusal;
use crate::scenario::Scenario;

/// How a payment ended.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// `S`, `A`, `F`, `E`, `B` or `RC`.
    pub status: &'static str,
    pub err_code: &'static str,
    usr_code: &'static str,
    eui: &'static str,
    /// The bank's code and text.
    bank: Option<(&'static str, &'static str)>,
    approval: Option<String>,
    pub card: Option<Card>,
    /// A token that was issued with it. Never shown anywhere but in the result.
    pub token: Option<String>,
}

impl Outcome {
    /// The bank's decision. A purchase ends as `S`, an authorisation as `A`.
    pub fn decided(decision: &Decision, authorises: bool, card: Card) -> Self {
        let declined = |code, text, usr_code| Self {
            status: "F",
            err_code: "0",
            usr_code,
            eui: "RTY",
            bank: Some((code, text)),
            approval: None,
            card: None,
            token: None,
        };
        let outcome = match *decision {
            Decision::Approved => Self {
                status: if authorises { "A" } else { "S" },
                usr_code: "101",
                eui: "SUC",
                approval: Some(approval()),
                ..declined("00", "Approved", "101")
            },
            Decision::Declined(code @ "05", text) => declined(code, text, "102"),
            Decision::Declined(code, text) => declined(code, text, "104"),
        };
        Self { card: Some(card), ..outcome }
    }

    /// What a scenario makes of a card, if it makes anything of it.
    pub fn played(scenario: Scenario, card: &Card) -> Option<Self> {
        let (status, err_code, usr_code, bank) = match scenario {
            Scenario::CardBlocked => ("B", refusal::BLOCKED, "103", None),
            Scenario::CardDeclined => ("F", "0", "102", Some(("05", "Declined by the scenario"))),
            Scenario::NoBankAnswer => ("RC", refusal::BANK_TIMEOUT, "106", None),
            _ => return None,
        };
        let error = Self::error(err_code, usr_code).at(status);
        Some(Self { bank, card: Some(card.clone()), ..error })
    }

    /// A payment that came after its window had closed.
    pub fn expired() -> Self {
        Self::error(refusal::WINDOW_EXPIRED, "105")
    }

    /// A payment that the shopper gave up.
    pub fn cancelled() -> Self {
        Self::error(refusal::CANCELLED, "105")
    }

    /// A request that was never taken in.
    pub fn refused(err_code: &'static str) -> Self {
        Self::error(err_code, "103")
    }

    /// A payment that the shopper hasn't decided.
    pub fn open() -> Self {
        Self { err_code: "0", usr_code: "", eui: "NA", ..Self::error("0", "") }.at("N")
    }

    /// What is said about a stored card. No page has a table of it; only the token is sure to be asked for.
    pub fn of_token(token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..Self::open() }
    }

    /// The same with another status.
    pub fn at(self, status: &'static str) -> Self {
        Self { status, ..self }
    }

    fn error(err_code: &'static str, usr_code: &'static str) -> Self {
        Self { status: "E", err_code, usr_code, eui: "RTY", bank: None, approval: None, card: None, token: None }
    }

    /// Whether the card was accepted.
    pub fn is_approved(&self) -> bool {
        self.approval.is_some()
    }

    /// One sentence for a page.
    pub fn sentence(&self) -> &'static str {
        match (self.status, self.err_code) {
            ("S" | "A", _) => "The payment is approved.",
            ("F", _) => "The bank declined the card.",
            ("B", _) => "The card is blocked.",
            ("RC", _) => "The bank hasn't answered; whether the payment went through isn't known yet.",
            (_, refusal::WINDOW_EXPIRED) => "The time for this payment is over.",
            (_, refusal::CANCELLED) => "The payment was cancelled.",
            _ => "The payment failed.",
        }
    }
}

/// Where a result's values come from.
pub(crate) struct Facts<'a> {
    pub desk: &'a Desk,
    pub account: usize,
    pub operation: &'a Operation,
    /// The id and time of a payment that was taken in.
    pub stored: Option<(&'a str, Moment)>,
    /// What the merchant's server did to it.
    pub ledger: Option<&'a Ledger>,
    pub outcome: &'a Outcome,
    /// The request's fields, by name.
    pub echo: &'a dyn Fn(&str) -> Option<String>,
}

impl Facts<'_> {
    /// The message as it goes over the wire. `None`: a value that the signature covers isn't there, so nothing can be signed.
    pub fn write(&self, inbound: &Inbound) -> Option<Pairs> {
        let named: Pairs = inbound
            .fields
            .iter()
            .filter_map(|field| Some((field.name.clone(), self.text(inbound, &field.name)?)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let signature = match &inbound.auth {
            Auth::Hmac { .. } | Auth::Key { .. } | Auth::Connection | Auth::None => None,
            Auth::Signed { .. } => {
                let account = &self.desk.accounts[self.account];
                Some(engine::sign_result(&self.desk.gateway, inbound, &named, account)?)
            }
        };
        let mut pairs = Pairs::new();
        for field in &inbound.fields {
            let signature = signature.as_ref().filter(|(name, _)| *name == field.name);
            let value = signature.or_else(|| named.iter().find(|(name, _)| *name == field.name));
            pairs.extend(value.map(|(_, text)| (self.key(&field.name), text.clone())));
        }
        // Comes back under the name that it went in by, though no result table lists it.
        let handshake = "handshake_param";
        if !inbound.fields.iter().any(|field| field.name == handshake) {
            pairs.extend((self.echo)(handshake).map(|text| (handshake.to_owned(), text)));
        }
        Some(pairs)
    }

    /// The key of a field: as in the request where that has it too; else upper case, but for one that the recorded answers have
    /// in lower case. What asks in lower case alone, as the revamped edition does, is answered in capitals.
    fn key(&self, name: &str) -> String {
        if self.operation.fields.iter().all(|field| field.wire == field.wire.to_ascii_lowercase()) {
            return name.to_ascii_uppercase();
        }
        match self.operation.fields.iter().find(|field| field.name == name) {
            Some(field) => field.wire.clone(),
            None if name == "is_on_us" => name.to_owned(),
            None => name.to_ascii_uppercase(),
        }
    }

    fn text(&self, inbound: &Inbound, name: &str) -> Option<String> {
        let outcome = self.outcome;
        let taken_in = |text: &str| self.stored.is_some().then(|| text.to_owned());
        let owned = |text: &str| Some(text.to_owned());
        match name {
            "signature" => None,
            "err_code" => owned(outcome.err_code),
            "err_desc" => self.meaning(inbound, "err_code", outcome.err_code),
            "usr_code" => owned(outcome.usr_code),
            "usr_msg" => self.meaning(inbound, "usr_code", outcome.usr_code),
            "txn_status" | "tnx_status" => owned(outcome.status),
            "eui" => owned(outcome.eui),
            "transactionid" | "transaction_id" => owned(self.stored.map_or("0", |(id, _)| id)),
            "cust_name" => (self.echo)("custname"),
            "trandate" => self.stored.map(|(_, since)| since.to_string()),
            // An error reply leaves it out.
            "payment_method" => (self.echo)(name).filter(|_| self.stored.is_some()),
            "is_on_us" => owned("No"),
            "is_blacklisted" | "exceed_high_risk" | "whitelist_card" => taken_in("No"),
            "fraudrisklevel" => taken_in("0"),
            "fraudriskscore" => taken_in("0.00"),
            "cardname" => outcome.card.as_ref().and_then(|_| (self.echo)("custname")),
            "cardtype" => outcome.card.as_ref().map(|card| card.brand.to_owned()),
            "card_no_partial" => outcome.card.as_ref().map(|card| card.partial.clone()),
            // 997 is the list's own code for a simulator.
            "acquirer_bank" => outcome.bank.map(|_| "997".to_owned()),
            "bank_res_code" => outcome.bank.map(|(code, _)| code.to_owned()),
            "bank_res_msg" => outcome.bank.map(|(_, text)| text.to_owned()),
            "auth_id" => outcome.approval.clone(),
            "bank_reference" => outcome.approval.as_ref().map(|approval| format!("SBX{approval}")),
            "capture_date" => self.ledger.and_then(|ledger| ledger.captured).map(|at| at.to_string()),
            "refund_date" => self.ledger.and_then(|ledger| ledger.refunded).map(|at| at.to_string()),
            "total_refund_amount" => owned(&amount(self.ledger.map_or(0, |ledger| ledger.returned))),
            "pymt_token" => outcome.token.clone(),
            // The request says `t`, the answer 1 or 0.
            "recurring_status" => (self.echo)(name).map(|text| u8::from(matches!(&*text, "t" | "1")).to_string()),
            _ => (self.echo)(name).or_else(|| self.credential(name)),
        }
    }

    /// A public credential that the message echoes, under the name that the request has for it.
    fn credential(&self, name: &str) -> Option<String> {
        let field = self.operation.fields.iter().find(|field| field.name == name);
        let name = match field.map(|field| &field.from) {
            Some(From::Credential(credential)) => credential,
            _ => name,
        };
        let public = self
            .desk
            .gateway
            .credentials
            .iter()
            .any(|credential| credential.name == name && credential.sensitivity == Sensitivity::Public);
        public.then(|| self.desk.accounts[self.account].get(name).map(str::to_owned)).flatten()
    }

    /// The meaning of a code in the list of a field of the message.
    fn meaning(&self, inbound: &Inbound, field: &str, code: &str) -> Option<String> {
        let field = inbound.fields.iter().find(|own| own.name == field)?;
        let Type::Code { list, .. } = &field.ty else { return None };
        self.desk.meaning(list, code)
    }
}
