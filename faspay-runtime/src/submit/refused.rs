//! What a gateway says when it refuses a request: a status, and mostly a reply with its own code and what is wrong. It can be read
//! and never settles a payment.

use super::error::Next;
use crate::receive::parse;
use crate::table::{InboundTable, Kind};
use crate::{Inbound, Message, PaymentStatus, ReceiveError, ServerForm};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The gateway refused the request and did nothing.
///
/// Its `Debug` and `Display` show the status and a code that is on the gateway's list, and nothing else of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused {
    /// With the gateway: `finpay.card.check-status`.
    pub operation: &'static str,
    /// One of 400, 401, 403, 404, 405, 409, 410, 413, 415 and 422.
    pub status: u16,
    /// The gateway's own code, when its reply has one that is on the gateway's list: `4041011`.
    pub code: Option<&'static str>,
    /// How many attempts there were, with those under an access token that was refused.
    pub attempts: u32,
    /// Id of the operation that tells what became of a request like this one, for status 409: perhaps the gateway has had it before.
    pub inquire: Option<&'static str>,
    /// The idempotency key that it went with, given or fresh.
    pub idempotency_key: Option<String>,
    /// Whether the operation changes anything.
    pub(super) changes: bool,
    /// Whether only the access token was at fault, and another may do.
    pub(super) later: bool,
    pub(super) said: Arc<Said>,
}

impl Refused {
    /// What the gateway says about it, for the request `R` that was sent. It is the message alone, without the road that a reply has to
    /// a payment's status: whatever it says, nothing was paid by this request.
    ///
    /// # Errors
    /// When the answer isn't written as a reply to `R` is, or there was none besides the status.
    pub fn reply<R: ServerForm>(&self) -> Result<R::Reply, ReceiveError> {
        parse(R::Reply::TABLE, &self.said.content_type, &self.said.body).map(R::Reply::from_message)
    }

    pub(super) const fn next(&self) -> Next {
        match (self.status, self.inquire) {
            _ if self.later => Next::SendAgain,
            (401 | 403, _) => Next::CheckCredentials,
            (409, Some(inquire)) if self.changes => Next::Inquire(inquire),
            (409, None) if self.changes => Next::AskGateway,
            _ => Next::Correct,
        }
    }

    /// A conflict may be one with the same request, sent before; when the gateway has forgotten that, a second is carried out.
    pub(super) const fn retry_is_safe(&self) -> bool {
        self.status != 409 || !self.changes
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the gateway refused it and did nothing: status {}", self.operation, self.status)?;
        if let Some(code) = self.code {
            write!(f, " [{code}]")?;
        }
        match self.next() {
            Next::SendAgain => f.write_str("; the access token wasn't good any more, send it again"),
            Next::CheckCredentials => f.write_str("; check the credentials and what they allow"),
            Next::Inquire(inquire) => write!(f, "; perhaps it has had it before, ask with `{inquire}`"),
            Next::AskGateway => f.write_str("; perhaps it has had it before, ask the gateway"),
            _ => f.write_str("; correct the request"),
        }
    }
}

/// The answer's text. Nothing shows it, and it is wiped.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) content_type: String,
    pub(super) body: Zeroizing<Vec<u8>>,
}

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Whether a status says that a request isn't carried out.
pub(super) const fn is_refusal(status: u16) -> bool {
    matches!(status, 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422)
}

/// Whether it says so whoever says it: who may send, by which method, how much and of what type is decided before anything is done.
/// The others are also what a firewall makes of an answer that it doesn't like.
pub(super) const fn speaks_for_itself(status: u16) -> bool {
    matches!(status, 401 | 405 | 413 | 415)
}

/// What a refusal's text is.
pub(super) struct Words {
    /// Whether the gateway wrote it: it reads as the reply, holds a code where the reply has one, and doesn't speak of a payment that
    /// is made.
    pub(super) are_the_gateways: bool,
    /// The code, when it is a listed one.
    pub(super) code: Option<&'static str>,
}

impl Words {
    pub(super) fn of(table: &'static InboundTable, said: &Said) -> Self {
        let Ok(message) = parse(table, &said.content_type, &said.body) else {
            return Self { are_the_gateways: false, code: None };
        };
        let lists = || {
            (0..).zip(table.fields).filter_map(|(index, field)| match field.kind {
                Kind::Code(list) if field.parent.is_none() && !field.sensitive && is_about_itself(table, index) => {
                    Some((usize::from(index), list))
                }
                _ => None,
            })
        };
        let has_code = if lists().next().is_some() {
            lists().any(|(index, _)| message.text(index).is_some())
        } else {
            has_any(&message)
        };
        let paid = table.status.is_some_and(|(field, read)| {
            message.text(usize::from(field)).is_some_and(|text| read(text) == PaymentStatus::Paid)
        });
        let code = lists().find_map(|(index, list)| {
            let text = message.text(index)?;
            list.iter().copied().find(|listed| *listed == text)
        });
        Self { are_the_gateways: has_code && !paid, code }
    }
}

/// Whether a field says something about the answer, and not about the payment.
fn is_about_itself(table: &InboundTable, index: u8) -> bool {
    let is_currency = table.answers.payment.is_some_and(|payment| payment.currency == index);
    !is_currency && table.status.is_none_or(|(status, _)| status != index)
}

/// Whether any of the table's fields is there.
pub(super) fn has_any(message: &Message) -> bool {
    let mut fields = 0..message.table().fields.len();
    fields.any(|field| message.text(field).is_some() || message.has_object(field))
}
