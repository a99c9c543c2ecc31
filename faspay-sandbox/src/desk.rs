//! The counter where forms come in: finds out which operation a form is for and which merchant sent it, and has the engine check
//! it against the tables. Everything it knows about a gateway it reads from the model; no operation is named here.

use std::collections::BTreeMap;

use faspay_spec::engine::{self, Credentials, Date, FaultKind, ParseError, Posted};
use faspay_spec::model::{Encoding, Field, From, Gateway, Operation, Sensitivity, Transport, Type};

use crate::refusal::{self, Problem};
use crate::state::Effect;

/// The gateway's tables and its merchants.
pub(crate) struct Desk {
    pub gateway: Gateway,
    pub accounts: Vec<Credentials>,
}

/// What became of a form.
pub(crate) enum Judged {
    /// It can't be read at all.
    Unreadable(ParseError),
    /// It is read, and broken. Without an account nothing can be signed.
    Refused { operation: usize, account: Option<usize>, posted: Posted, problems: Vec<Problem> },
    /// It is as the tables want it.
    Sound { operation: usize, account: usize, posted: Posted },
}

impl Desk {
    /// The paths that take browser forms, each once.
    pub fn paths(&self) -> Vec<String> {
        self.paths_of(Transport::BrowserForm)
    }

    /// The paths that take the calls of merchants' servers, each once.
    pub fn calls(&self) -> Vec<String> {
        self.paths_of(Transport::ServerForm)
    }

    /// The paths that take the JSON of merchants' servers, each once.
    pub fn json_calls(&self) -> Vec<String> {
        self.paths_of(Transport::ServerJson)
    }

    /// Whether the calls at a path are about payments, not about members.
    pub fn is_about_payments(&self, path: &str) -> bool {
        self.gateway.operations.iter().any(|operation| {
            let names = operation.fields.iter().any(|field| field.name == "merchant_tranid");
            names && self.path_of(operation).as_deref() == Some(path)
        })
    }

    fn paths_of(&self, transport: Transport) -> Vec<String> {
        paths_of(&self.gateway, transport)
    }

    fn path_of(&self, operation: &Operation) -> Option<String> {
        path_of(&self.gateway, operation)
    }

    /// Reads and checks a body that came in at a path.
    pub fn judge(&self, path: &str, encoding: Encoding, content_type: &str, body: &[u8], today: Date) -> Judged {
        let pairs = match engine::parse_pairs(encoding, content_type, body) {
            Ok(pairs) => pairs,
            Err(error) => return Judged::Unreadable(error),
        };
        let Some(index) = self.operation_for(path, &pairs) else {
            return Judged::Unreadable(ParseError {
                rule: "operation",
                key: String::new(),
                message: "No operation of the tables is posted here.".to_owned(),
            });
        };
        let operation = &self.gateway.operations[index];
        let posted = match engine::parse_request(operation, content_type, body) {
            Ok(posted) => posted,
            Err(error) => return Judged::Unreadable(error),
        };
        let account = self.account_of(operation, &posted);
        let nobody = Credentials::none();
        let checked_against = account.map_or(&nobody, |account| &self.accounts[account]);
        let faults = engine::check_request(&self.gateway, operation, &posted, checked_against, today);
        // Merchants' forms carry keys of other editions of the page; like the real gateway we let them pass. Beside real problems
        // they are worth showing: one may be the misspelling of a field that is missed.
        let (unknown, faults): (Vec<_>, Vec<_>) =
            faults.into_iter().partition(|fault| fault.kind == FaultKind::UnknownKey);
        let mut problems: Vec<Problem> = faults
            .into_iter()
            // Whose signature it should be can't be said without an account.
            .filter(|fault| {
                account.is_some() || !matches!(fault.kind, FaultKind::BadCredential | FaultKind::BadSignature)
            })
            .map(Problem::of)
            .collect();
        for problem in problems.iter_mut().filter(|problem| problem.code == "5620") {
            if posted.get(&problem.field).is_some_and(|code| self.lists(operation, &problem.field, code)) {
                problem.code = refusal::NOT_CONFIGURED;
            }
        }
        if account.is_none() {
            problems.splice(0..0, self.unknown_merchant(operation, &posted));
        }
        match account {
            Some(account) if problems.is_empty() => Judged::Sound { operation: index, account, posted },
            _ => {
                problems.extend(unknown.into_iter().map(Problem::of));
                Judged::Refused { operation: index, account, posted, problems }
            }
        }
    }

    /// The operation at a path that fits the form best: fewest constants contradicted, then fewest keys that only another
    /// operation here knows, then most constants confirmed, then fewest card fields that are missing.
    fn operation_for(&self, path: &str, pairs: &[(String, String)]) -> Option<usize> {
        let operations = self.gateway.operations.iter().enumerate();
        let here: Vec<_> =
            operations.filter(|(_, operation)| self.path_of(operation).as_deref() == Some(path)).collect();
        let given = |name: &str| pairs.iter().find(|(key, text)| key.eq_ignore_ascii_case(name) && !text.is_empty());
        let knows =
            |operation: &Operation, key: &str| operation.fields.iter().any(|f| f.wire.eq_ignore_ascii_case(key));
        let fit = |operation: &Operation| {
            let (mut contradicted, mut confirmed) = (0_usize, 0_usize);
            for field in &operation.fields {
                let From::Fixed(fixed) = &field.from else { continue };
                match given(&field.wire) {
                    Some((_, value)) if value == fixed => confirmed += 1,
                    Some(_) => contradicted += 1,
                    None => {}
                }
            }
            let foreign = |key: &str| !knows(operation, key) && here.iter().any(|(_, other)| knows(other, key));
            let foreign = pairs.iter().filter(|(key, text)| !text.is_empty() && foreign(key)).count();
            let is_card = |field: &&Field| field.sensitivity == Sensitivity::Card;
            let missing = operation.fields.iter().filter(is_card).filter(|field| given(&field.wire).is_none()).count();
            (contradicted, foreign, usize::MAX - confirmed, missing)
        };
        here.iter().map(|(index, operation)| (fit(operation), *index)).min().map(|(_, index)| index)
    }

    /// The merchant that a form names: the account whose public credentials are all those that the form carries.
    fn account_of(&self, operation: &Operation, posted: &Posted) -> Option<usize> {
        let named: Vec<(&str, &str)> = names_of_merchant(operation)
            .filter_map(|(field, credential)| Some((credential, posted.get(&field.name)?)))
            .collect();
        if named.is_empty() {
            return None;
        }
        // One right name makes the account; another that differs is that field's fault.
        let fitting =
            |account: &Credentials| named.iter().filter(|(name, text)| account.get(name) == Some(text)).count();
        let best = self.accounts.iter().enumerate().map(|(index, account)| (fitting(account), index));
        best.filter(|(count, _)| *count > 0)
            .max_by_key(|(count, index)| (*count, usize::MAX - index))
            .map(|(_, index)| index)
    }

    fn unknown_merchant(&self, operation: &Operation, posted: &Posted) -> Option<Problem> {
        let (field, _) = names_of_merchant(operation).find(|(field, _)| posted.get(&field.name).is_some())?;
        let message = "No merchant of this sandbox has this id. It knows those that it was started with.";
        Some(Problem::new(refusal::UNKNOWN_MERCHANT, &field.name, "unknown-merchant", message))
    }

    /// Whether a value is in the list of a coded field, though the operation may not allow it.
    fn lists(&self, operation: &Operation, field: &str, code: &str) -> bool {
        let field = operation.fields.iter().find(|own| own.name == field);
        match field.map(|field| &field.ty) {
            Some(Type::Code { list, .. }) => self.meaning(list, code).is_some(),
            _ => false,
        }
    }

    /// What a code means, as plain text: no mark-up, no full stop, and no `;`, which the printed form of a result joins with.
    pub fn meaning(&self, list: &str, code: &str) -> Option<String> {
        let list = self.gateway.codes.iter().find(|own| own.name == list)?;
        let value = list.values.iter().find(|value| value.code == code)?;
        Some(value.meaning.trim_end_matches('.').replace('`', "").replace(';', ","))
    }
}

fn names_of_merchant(operation: &Operation) -> impl Iterator<Item = (&Field, &str)> {
    operation.fields.iter().filter_map(|field| match &field.from {
        From::Credential(name) if field.sensitivity == Sensitivity::Public => Some((field, name.as_str())),
        _ => None,
    })
}

/// What an operation does beside taking a payment, told by its constants, and by what was posted where it leaves a choice.
pub(crate) fn effect_of<'a>(operation: &'a Operation, posted: &'a Posted) -> Effect {
    let fixed = |name: &str| {
        operation.fields.iter().find(|field| field.name == name).and_then(|field| match &field.from {
            From::Fixed(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let given = |name: &str| fixed(name).or_else(|| posted.get(name));
    match (fixed("recurring_type"), given("pymt_criteria").filter(|_| fixed("pymt_ind").is_some())) {
        (Some("1"), _) => Effect::Register,
        (Some("2"), _) => Effect::UpdateCard,
        (_, Some("registration")) => Effect::IssueToken,
        (_, Some("payment")) => Effect::UseToken,
        _ => Effect::Payment,
    }
}

/// The fields of a request that may be kept and echoed: what the merchant's code gave, and constants. No credential, no signature,
/// nothing sensitive.
pub(crate) fn keep(operation: &Operation, posted: &Posted) -> BTreeMap<String, String> {
    let may = |name: &str| {
        let field = operation.fields.iter().find(|field| field.name == name);
        field.is_some_and(|field| !matches!(field.from, From::Credential(_) | From::Signature { .. }))
    };
    let fields = posted.fields.iter().filter(|(name, _, sensitive)| !sensitive && may(name));
    fields.map(|(name, text, _)| (name.clone(), text.clone())).collect()
}

/// The paths of all operations of a kind, each once.
pub(crate) fn paths_of(gateway: &Gateway, transport: Transport) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    let operations = gateway.operations.iter().filter(|operation| operation.transport == transport);
    for path in operations.filter_map(|operation| path_of(gateway, operation)) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

/// Where an operation is called at a local gateway: `/v2/payments/{id}`.
fn path_of(gateway: &Gateway, operation: &Operation) -> Option<String> {
    let endpoint = gateway.endpoints.iter().find(|endpoint| endpoint.name == operation.endpoint)?;
    let own = match endpoint.sandbox.as_ref().or(endpoint.production.as_ref()) {
        Some(url) => reqwest::Url::parse(url).ok()?.path().to_owned(),
        // Where no page gives an address, requests to this machine go to the endpoint's name.
        None => format!("/{}", endpoint.name),
    };
    match operation.path.as_str() {
        "" => Some(own),
        path => Some(own.trim_end_matches('/').to_owned() + path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Account;
    use crate::server::embedded_tables;

    fn desk() -> Desk {
        let gateway = embedded_tables(crate::Gateway::Faspay).unwrap_or_else(|error| panic!("{error}"));
        let account = Credentials::new(&gateway, Account::sample_of(crate::Gateway::Faspay).pairs)
            .unwrap_or_else(|error| panic!("{error}"));
        Desk { gateway, accounts: vec![account] }
    }

    /// A body without pairs.
    fn nothing(operation: &Operation) -> Posted {
        let (content_type, body): (_, &[u8]) = match operation.transport.encoding() {
            Encoding::Form => ("application/x-www-form-urlencoded", b""),
            Encoding::Json => ("application/json", b"{}"),
        };
        engine::parse_request(operation, content_type, body).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn the_tables_open_paths_for_forms_and_for_calls() {
        assert_eq!(desk().paths(), ["/payment", "/recurring"]);
        assert_eq!(desk().calls(), ["/payment/api"]);
        assert_eq!(desk().json_calls(), ["/transaction", "/recurring-inquiry", "/recurring/process/update"]);
        let about = desk().json_calls().into_iter().filter(|path| desk().is_about_payments(path));
        assert_eq!(about.collect::<Vec<_>>(), ["/transaction"]);
    }

    #[test]
    fn a_form_belongs_to_the_operation_whose_constants_it_carries() {
        let desk = desk();
        let chosen = |path: &str, pairs: &[(&str, &str)]| {
            let pairs: Vec<_> = pairs.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
            desk.operation_for(path, &pairs).map(|index| desk.gateway.operations[index].id.as_str())
        };
        let method = ("PAYMENT_METHOD", "1");
        let token = ("PYMT_IND", "tokenization");
        assert_eq!(chosen("/payment", &[method]), Some("card.payment-window"));
        assert_eq!(
            chosen("/payment", &[method, token, ("PYMT_CRITERIA", "registration")]),
            Some("card.token-register")
        );
        assert_eq!(chosen("/payment", &[method, token, ("pymt_criteria", "payment")]), Some("card.token-payment"));
        assert_eq!(chosen("/payment", &[method, ("PYMT_IND", "card_range_ind")]), Some("card.payment-window"));
        let card = ("CARDNO", "4440000009900010");
        assert_eq!(chosen("/payment", &[method, card]), Some("card.payment-direct"));
        for criteria in ["registration", "payment"] {
            let form = [method, token, ("PYMT_CRITERIA", criteria), card];
            assert_eq!(chosen("/payment", &form), Some("card.token-direct"), "{criteria}");
        }
        assert_eq!(chosen("/recurring", &[("recurring_type", "1")]), Some("recurring.register"));
        assert_eq!(chosen("/recurring", &[("recurring_type", "2")]), Some("recurring.update-card"));
        for (kind, call) in [("4", "inquiry"), ("2", "capture"), ("10", "void"), ("11", "refund")] {
            let id = format!("card.{call}");
            assert_eq!(chosen("/payment/api", &[method, ("TRANSACTIONTYPE", kind)]), Some(id.as_str()));
        }
        assert_eq!(chosen("/elsewhere", &[method]), None);
        // The revamped edition posts to the same address, under other names.
        let revamped = [("transaction_type", "1"), ("payment_method", "1"), ("merchant_id", "shop")];
        let with = |more: &[(&'static str, &'static str)]| [&revamped[..], more].concat();
        assert_eq!(chosen("/payment", &revamped), Some("cardpayment.payment"));
        let token = ("pymt_ind", "tokenization");
        for (criteria, id) in [("registration", "cardpayment.token-register"), ("payment", "cardpayment.token-payment")]
        {
            assert_eq!(chosen("/payment", &with(&[token, ("pymt_criteria", criteria)])), Some(id));
        }
        for (kind, id) in [("4", "cardpayment.inquiry"), ("2", "cardpayment.capture"), ("10", "cardpayment.void")] {
            assert_eq!(chosen("/transaction", &[("transaction_type", kind)]), Some(id));
        }
    }

    #[test]
    fn effects_follow_the_constants() {
        let desk = desk();
        let effects: Vec<_> =
            desk.gateway.operations.iter().map(|own| (own.id.as_str(), effect_of(own, &nothing(own)))).collect();
        for expected in [
            ("card.payment-window", Effect::Payment),
            ("card.token-register", Effect::IssueToken),
            ("card.token-payment", Effect::UseToken),
            ("recurring.register", Effect::Register),
            ("recurring.update-card", Effect::UpdateCard),
            ("cardpayment.payment", Effect::Payment),
            ("cardpayment.token-register", Effect::IssueToken),
            ("cardpayment.token-payment", Effect::UseToken),
        ] {
            assert!(effects.contains(&expected), "{expected:?} in {effects:?}");
        }
    }

    #[test]
    fn what_is_kept_of_a_request_holds_no_secret() {
        let desk = desk();
        let operation = desk
            .gateway
            .operations
            .iter()
            .find(|operation| effect_of(operation, &nothing(operation)) == Effect::UseToken);
        let operation = operation.unwrap_or_else(|| unreachable!());
        let body = b"MERCHANTID=m&TXN_PASSWORD=p&SIGNATURE=s&PYMT_TOKEN=t&CUSTNAME=n&EXTRA=e";
        let posted = engine::parse_request(operation, "application/x-www-form-urlencoded", body);
        let posted = posted.unwrap_or_else(|error| panic!("{error}"));
        let kept: Vec<_> = keep(operation, &posted).into_iter().collect();
        assert_eq!(kept, [("custname".to_owned(), "n".to_owned())]);
    }

    #[test]
    fn every_code_that_the_sandbox_answers_is_in_the_list_of_the_tables() {
        let desk = desk();
        for code in refusal::every_code() {
            assert!(desk.meaning("err-code", code).is_some(), "{code}");
        }
    }
}
