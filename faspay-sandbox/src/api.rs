//! The gateway's API: what a merchant's server asks and changes. Every answer is the printed form of a signed reply; a change
//! is also sent to the merchant's server as a callback, as the real gateway does at every change of status.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use faspay_spec::engine::Posted;
use faspay_spec::model::{Auth, Encoding, From, Operation};

use crate::callback::Parcel;
use crate::checkout::{App, text};
use crate::desk::{Judged, keep};
use crate::form::{self, Form};
use crate::ledger::{Change, hundredths};
use crate::pages::Pairs;
use crate::refusal;
use crate::result::{Facts, Outcome};
use crate::state::Payment;

/// `POST` of a merchant's server.
pub(crate) async fn receive(State(app): State<App>, uri: Uri, form: Form) -> Response {
    match app.desk.judge(uri.path(), Encoding::Form, &form.content_type, &form.body, app.store.now().date) {
        Judged::Unreadable(error) => form::unreadable(&error),
        Judged::Refused { operation, account, posted, problems } => {
            let code = problems.first().map_or(refusal::PROCESSING, |problem| match problem.code {
                // What a new payment may not be, a call may not be at all.
                "5517" => refusal::UNSUPPORTED,
                code => code,
            });
            app.refuse_call(operation, account, &posted, None, code)
        }
        Judged::Sound { operation, account, posted } => match app.store.scenario().problem() {
            Some(played) => app.refuse_call(operation, Some(account), &posted, None, played.code),
            None => app.call(operation, account, &posted),
        },
    }
}

/// What a call is for, told by its constants.
#[derive(Clone, Copy)]
enum Call {
    Inquiry,
    Change(Change),
    Token(TokenCall),
}

/// What a merchant's server asks about a stored card.
#[derive(Clone, Copy)]
enum TokenCall {
    Detail,
    Delete,
    Last,
}

fn call_of(operation: &Operation, posted: &Posted) -> Option<Call> {
    let kind = operation.fields.iter().find(|field| field.name == "transactiontype")?;
    let From::Fixed(kind) = &kind.from else { return None };
    Some(match kind.as_str() {
        "4" => Call::Inquiry,
        "2" => Call::Change(Change::Capture),
        "5" => Call::Token(TokenCall::Detail),
        "6" => Call::Token(TokenCall::Delete),
        "7" => Call::Token(TokenCall::Last),
        "10" => Call::Change(Change::Void),
        "11" => Call::Change(Change::Refund(hundredths(posted.get("refund_amount")?)?)),
        _ => return None,
    })
}

impl App {
    fn call(&self, index: usize, account: usize, posted: &Posted) -> Response {
        let given = |name: &str| posted.get(name).unwrap_or_default();
        let Some(call) = call_of(self.operation(index), posted) else {
            return self.refuse_call(index, Some(account), posted, None, refusal::UNSUPPORTED);
        };
        if let Call::Token(call) = call {
            return self.token(index, account, posted, call);
        }
        // A change names the transaction, an inquiry only the order.
        let found = match call {
            Call::Token(_) => None,
            Call::Inquiry => self.payment_of(account, given("merchant_tranid")),
            Call::Change(_) => self.store.payment(given("transactionid")).filter(|payment| payment.account == account),
        };
        let Some(payment) = found else {
            return self.refuse_call(index, Some(account), posted, None, refusal::NOT_FOUND);
        };
        let refuse = |code| self.refuse_call(index, Some(account), posted, Some(&payment), code);
        if self.order(&payment) != given("merchant_tranid") {
            return refuse(refusal::ANOTHER_ORDER);
        }
        let amount = hundredths(self.amount(&payment));
        let (Some(amount), true) = (amount, amount == hundredths(given("amount"))) else {
            return refuse(match call {
                Call::Change(_) => refusal::ANOTHER_AMOUNT,
                Call::Inquiry | Call::Token(_) => refusal::AMOUNT_MISMATCH,
            });
        };
        let Call::Change(change) = call else {
            let outcome = payment.outcome();
            return self.reply(index, &payment, &outcome, posted, None);
        };
        match self.store.change(&payment.id, change, amount) {
            Err(code) => refuse(code),
            Ok(changed) => {
                self.tell(&changed);
                self.reply(index, &changed, &changed.outcome(), posted, Some(change))
            }
        }
    }

    /// The reply to a call about a stored card. Every token of the sandbox stays what it is, so the last one of an order is
    /// the one that paid it.
    fn token(&self, index: usize, account: usize, posted: &Posted, call: TokenCall) -> Response {
        let token = match call {
            TokenCall::Detail | TokenCall::Delete => posted.get("pymt_token").map(str::to_owned),
            TokenCall::Last => {
                let order = posted.get("merchant_tranid").unwrap_or_default();
                self.payment_of(account, order).and_then(|payment| payment.outcome().token)
            }
        };
        let card = token.as_deref().and_then(|token| match call {
            TokenCall::Delete => self.store.delete_token(account, token),
            TokenCall::Detail | TokenCall::Last => self.store.card_of(account, token),
        });
        match token.filter(|_| card.is_some()) {
            None => self.refuse_call(index, Some(account), posted, None, refusal::TOKENISATION),
            Some(token) => {
                let own = keep(self.operation(index), posted);
                let outcome = Outcome::of_token(&token);
                self.print(index, Some(account), None, &outcome, &|name| own.get(name).cloned())
            }
        }
    }

    /// The reply to a call that was understood.
    fn reply(
        &self,
        index: usize,
        payment: &Payment,
        outcome: &Outcome,
        posted: &Posted,
        change: Option<Change>,
    ) -> Response {
        let own = keep(self.operation(index), posted);
        // What was called is echoed before what was paid; an inquiry is about the payment alone.
        let echo = |name: &str| match change {
            Some(_) => own.get(name).or_else(|| payment.asked.get(name)).cloned(),
            None => payment.asked.get(name).or_else(|| own.get(name)).cloned(),
        };
        self.print(index, Some(payment.account), Some(payment), outcome, &echo)
    }

    /// The reply to a call that has no effect. E is the call's fate; a refund's reply keeps the payment's status.
    fn refuse_call(
        &self,
        index: usize,
        account: Option<usize>,
        posted: &Posted,
        payment: Option<&Payment>,
        code: &'static str,
    ) -> Response {
        let refused = Outcome::refused(code);
        let outcome = match (call_of(self.operation(index), posted), payment) {
            (Some(Call::Change(Change::Refund(_))), Some(payment)) => refused.at(payment.status()),
            _ => refused,
        };
        let own = keep(self.operation(index), posted);
        self.print(index, account, None, &outcome, &|name| own.get(name).cloned())
    }

    fn print(
        &self,
        index: usize,
        account: Option<usize>,
        payment: Option<&Payment>,
        outcome: &Outcome,
        echo: &dyn Fn(&str) -> Option<String>,
    ) -> Response {
        let operation = self.operation(index);
        let inbound = operation.on_reply.and_then(|reply| self.desk.gateway.inbound.get(reply));
        let facts = account.map(|account| Facts {
            desk: &self.desk,
            account,
            operation,
            stored: payment.map(|payment| (payment.id.as_str(), payment.since)),
            ledger: payment.map(|payment| &payment.ledger),
            outcome,
            echo,
        });
        let signed = facts.zip(inbound).and_then(|(facts, inbound)| {
            let mut pairs = facts.write(inbound)?;
            let covers = match &inbound.auth {
                Auth::Signed { covers, .. } => covers.as_slice(),
                Auth::Hmac { .. } | Auth::Key { .. } | Auth::Connection | Auth::None => &[],
            };
            // The printed form joins with `;`. What is signed must stay as it is; a name need not make the answer unreadable.
            for (_, text) in pairs.iter_mut().filter(|(key, _)| !covers.contains(&key.to_ascii_lowercase())) {
                *text = text.replace(';', ",");
            }
            Some(pairs)
        });
        // Without a known merchant there is no password to sign with, and without an order nothing to sign.
        text(&signed.unwrap_or_else(|| self.unsigned(operation, outcome, echo)))
    }

    fn unsigned(&self, operation: &Operation, outcome: &Outcome, echo: &dyn Fn(&str) -> Option<String>) -> Pairs {
        let asked = ["merchant_tranid", "amount", "transactiontype"].into_iter();
        let mut pairs: Pairs = asked
            .filter_map(|name| {
                let field = operation.fields.iter().find(|field| field.name == name)?;
                Some((field.wire.clone(), echo(name)?))
            })
            .collect();
        let meaning = self.desk.meaning("err-code", outcome.err_code).unwrap_or_default();
        let rest = [
            ("ERR_CODE", outcome.err_code),
            ("ERR_DESC", &meaning),
            ("TXN_STATUS", outcome.status),
            ("TRANSACTIONID", "0"),
        ];
        pairs.extend(rest.map(|(key, text)| (key.to_owned(), text.to_owned())));
        pairs
    }

    /// Sends the callback of a change.
    pub(crate) fn tell(&self, payment: &Payment) {
        let outcome = payment.outcome();
        let Some((url, body)) = self.callback(payment, &outcome) else { return };
        self.courier.send(&payment.id, &url, Parcel::form(body));
    }
}
