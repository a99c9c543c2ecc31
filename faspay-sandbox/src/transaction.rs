//! The calls of the revamped edition, in JSON: inquiry, capture and void. Three parameters of the real answer are known; what was
//! wrong with a call is told beside them as the older edition tells it, for the tester. Nothing here is signed.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use faspay_spec::engine::{self, Posted};
use faspay_spec::model::{Encoding, From, Operation};

use crate::checkout::App;
use crate::desk::Judged;
use crate::ledger::{Change, hundredths};
use crate::refusal;

/// `POST` of a merchant's server.
pub(crate) async fn receive(State(app): State<App>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match app.desk.judge(uri.path(), Encoding::Json, content_type, &body, app.store.now().date) {
        Judged::Unreadable(error) => {
            let status = if error.rule == "content-type" { StatusCode::UNSUPPORTED_MEDIA_TYPE } else { StatusCode::OK };
            (status, app.refuse_transaction(None, refusal::PROCESSING)).into_response()
        }
        Judged::Refused { posted, problems, .. } => {
            let code = problems.first().map_or(refusal::PROCESSING, |problem| problem.code);
            app.refuse_transaction(Some(&posted), code)
        }
        Judged::Sound { operation, account, posted } => match app.store.scenario().problem() {
            Some(played) => app.refuse_transaction(Some(&posted), played.code),
            None => app.transaction(operation, account, &posted),
        },
    }
}

/// What a call changes; `None` for one that only asks.
fn change_of(operation: &Operation) -> Option<Change> {
    let kind = operation.fields.iter().find(|field| field.name == "transaction_type")?;
    match &kind.from {
        From::Fixed(kind) if kind == "2" => Some(Change::Capture),
        From::Fixed(kind) if kind == "10" => Some(Change::Void),
        _ => None,
    }
}

impl App {
    fn transaction(&self, index: usize, account: usize, posted: &Posted) -> Response {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let refuse = |code| self.refuse_transaction(Some(posted), code);
        let found = self.payment_of(account, given("merchant_tranid"));
        let Some(payment) = found else { return refuse(refusal::NOT_FOUND) };
        // The id is optional; one that is given must be the payment's.
        if posted.get("transaction_id").is_some_and(|id| id != payment.id) {
            return refuse(refusal::ANOTHER_ORDER);
        }
        let amount = hundredths(self.amount(&payment));
        let change = change_of(self.operation(index));
        let (Some(amount), true) = (amount, amount == hundredths(given("amount"))) else {
            return refuse(if change.is_some() { refusal::ANOTHER_AMOUNT } else { refusal::AMOUNT_MISMATCH });
        };
        let Some(change) = change else { return self.answer_transaction(posted, payment.status(), None) };
        match self.store.change(&payment.id, change, amount) {
            Err(code) => refuse(code),
            Ok(changed) => {
                self.tell(&changed);
                self.answer_transaction(posted, changed.status(), None)
            }
        }
    }

    /// An answer to a call that has no effect: E is the fate of the call.
    fn refuse_transaction(&self, posted: Option<&Posted>, code: &str) -> Response {
        match posted {
            Some(posted) => self.answer_transaction(posted, "E", Some(code)),
            None => json(self.told(code)),
        }
    }

    fn answer_transaction(&self, posted: &Posted, status: &str, refused: Option<&str>) -> Response {
        let echo = |name: &str| Some((name.to_owned(), posted.get(name)?.to_owned()));
        let mut pairs: Vec<_> = ["merchant_id", "merchant_tranid"].into_iter().filter_map(echo).collect();
        pairs.push(("tnx_status".to_owned(), status.to_owned()));
        pairs.extend(refused.map(|code| self.told(code)).into_iter().flatten());
        json(pairs)
    }

    fn told(&self, code: &str) -> Vec<(String, String)> {
        let meaning = self.desk.meaning("err-code", code).unwrap_or_default();
        [("err_code", code), ("err_desc", &meaning)].map(|(name, text)| (name.to_owned(), text.to_owned())).into()
    }
}

fn json(pairs: Vec<(String, String)>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], engine::object(&pairs, &[])).into_response()
}
