//! Servers that refuse, with words of the gateway's and without: what may be taken for a refusal, and what is said about it.

use crate::charge::{Charge, PASSWORD, charge, inquire, options, paid, submitter};
use crate::mini::{FORM, Inquire, TxnStatus};
use crate::servers::{Conduct, Server, answer};
use crate::{outcome, send};
use faspay_runtime::submit::{AfterAnswer, Cause, Next, SubmitError};

const STATUSES: [u16; 10] = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422];
const HTML: &str = "Content-Type: text/html";

async fn refusing(status: u16, content_type: &str, body: &str) -> Server {
    Server::start(Conduct::Answer(answer(&format!("{status} No"), &[content_type], body))).await
}

fn form() -> String {
    format!("Content-Type: {FORM}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_gateway_refuses_in_its_own_words_was_not_carried_out() {
    for status in STATUSES {
        let words = "MERCHANT_TRANID=C-1&TXN_STATUS=E&CUSTNAME=canary";
        let server = refusing(status, &form(), words).await;
        let error = send(&submitter(server.address, options()), &charge("C-1")).await.err().unwrap();
        let SubmitError::Refused(refused) = &error else { panic!("{status}: {error}") };
        assert_eq!((refused.operation, refused.status, refused.attempts), ("mini.charge", status, 1));
        assert_eq!(error.cause(), Cause::AfterAnswer(AfterAnswer::Status { status }));
        let next = match status {
            401 | 403 => Next::CheckCredentials,
            // The gateway may know it already: from an earlier time.
            409 => Next::Inquire("mini.inquire"),
            _ => Next::Correct,
        };
        assert_eq!((error.next(), error.retry_is_safe()), (next, status != 409), "{status}");
        let reply = refused.reply::<Charge>().unwrap();
        assert_eq!(reply.txn_status(), Some(TxnStatus::Error));
        let shown = format!("{error} {error:?} {refused}");
        assert!(!shown.contains("canary") && shown.contains(&status.to_string()), "{shown}");
        assert_eq!(server.arrived(), 1);

        let error = send(&submitter(server.address, options()), &inquire("I-1")).await.err().unwrap();
        let next = if matches!(status, 401 | 403) { Next::CheckCredentials } else { Next::Correct };
        assert!(matches!(error, SubmitError::Refused(_)), "{status}: {error}");
        assert_eq!((error.next(), error.retry_is_safe(), error.attempts()), (next, true, 1), "{status}");
        assert_eq!(server.arrived(), 2, "not tried again");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_charge_is_refused_by_a_bare_status_only_where_nothing_can_have_been_done() {
    let pages = [(HTML.to_owned(), "<p>MERCHANT_TRANID=C-1"), (form(), "error=blocked"), (form(), "A=1&A=2")];
    for status in STATUSES {
        for (content_type, page) in &pages {
            let server = refusing(status, content_type, page).await;
            let gateway = submitter(server.address, options());
            let error = send(&gateway, &charge("C-1")).await.err().unwrap();
            assert_eq!(matches!(error, SubmitError::Refused(_)), [401, 405, 413, 415].contains(&status), "{error}");
            if let SubmitError::OutcomeUnknown(unknown) = &error {
                assert_eq!(unknown.cause, Cause::AfterAnswer(AfterAnswer::Status { status }));
                assert_eq!((error.next(), error.retry_is_safe()), (Next::Inquire("mini.inquire"), false));
            }
            let error = send(&gateway, &inquire("I-1")).await.err().unwrap();
            let SubmitError::Refused(refused) = &error else { panic!("{status}: {error}") };
            assert!(content_type != HTML || refused.reply::<Inquire>().is_err());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_that_speaks_of_a_payment_that_is_made_is_no_refusal_of_it() {
    let server = refusing(404, &form(), &paid("C-1")).await;
    let result = send(&submitter(server.address, options()), &charge("C-1")).await;
    assert_eq!(outcome(&result), "outcome unknown: status");
    // What an inquiry gets under such a status is a message without a road to a payment's status.
    let error = send(&submitter(server.address, options()), &inquire("C-1")).await.err().unwrap();
    let SubmitError::Refused(refused) = &error else { panic!("{error}") };
    assert_eq!(refused.reply::<Inquire>().unwrap().txn_status(), Some(TxnStatus::Sales));
    assert!(!format!("{error:?}").contains(PASSWORD));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_busy_or_broken_server_has_refused_nothing() {
    for status in [402, 408, 418, 429, 500, 501, 503, 505] {
        let server = refusing(status, &form(), "MERCHANT_TRANID=C-1&TXN_STATUS=E").await;
        let result = send(&submitter(server.address, options()), &charge("C-1")).await;
        assert_eq!(outcome(&result), "outcome unknown: status", "{status}");
        let result = send(&submitter(server.address, options()), &inquire("I-1")).await;
        assert_eq!(outcome(&result), "no answer: status", "{status}");
    }
}
