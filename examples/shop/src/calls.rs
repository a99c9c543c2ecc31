//! What the shop's server asks of the gateway. A call that may have been carried out although no answer came leaves its mark on the
//! order, and an inquiry tells.

use faspay::card::{Capture, Inquiry, Refund};
use faspay::submit::SubmitError;
use faspay::{Amount, PaymentStatus, Reconciled, ServerForm};

use crate::{Order, Shop};

impl Shop {
    /// Asks what became of an order's payment, and takes the answer in like any news.
    pub async fn inquire(&self, id: &str) -> Result<PaymentStatus, String> {
        let order = self.order(id)?;
        let inquiry = Inquiry { merchant_tranid: id.to_owned(), amount: order.expected.amount() };
        let answer = self.ask(&inquiry, &order).await?;
        // Not signed, but nobody else is on this connection.
        if let Some(transaction) = answer.transactionid().untrusted() {
            self.orders.identify(id, transaction);
        }
        self.orders.hear(id, answer.event_key(), &answer.news());
        Ok(self.order(id)?.life.outcome())
    }

    /// Takes the money that an order has reserved, once.
    pub async fn capture(&self, id: &str) -> Result<(), String> {
        self.inquire(id).await?;
        let order = self.order(id)?;
        let transactionid = order.transaction.clone().ok_or("The gateway doesn't know this payment.")?;
        if !self.orders.begin_capture(id) {
            return Err("There is nothing to capture, or it was captured before.".into());
        }
        let amount = order.expected.amount();
        let capture = Capture { merchant_tranid: id.to_owned(), transactionid, amount, optional: Default::default() };
        match self.gateway.send(&capture).await {
            Ok(_) => {}
            // Not sent, or refused: nothing was captured.
            Err(error @ (SubmitError::NotSent(_) | SubmitError::Refused(_))) if error.retry_is_safe() => {
                self.orders.forget_capture(id);
                return Err(error.to_string());
            }
            // It may have been carried out: only the inquiry below knows.
            Err(_) => {}
        }
        match self.inquire(id).await? {
            PaymentStatus::Paid => Ok(()),
            _ => Err("The gateway hasn't captured it.".into()),
        }
    }

    /// Gives a part of the money back, or all of it.
    pub async fn refund(&self, id: &str, refund_amount: Amount) -> Result<(), String> {
        let order = self.order(id)?;
        let transactionid = order.transaction.clone().ok_or("The gateway doesn't know this payment.")?;
        if !self.orders.begin_refund(id, refund_amount) {
            return Err("That is more than is left of the payment.".into());
        }
        let amount = order.expected.amount();
        let refund = Refund { merchant_tranid: id.to_owned(), transactionid, amount, refund_amount };
        match self.gateway.send(&refund).await {
            Ok(reply) => {
                let code = reply.unverified().err_code().untrusted();
                if code.is_some_and(|code| code.as_str() != "0") {
                    self.orders.forget_refund(id, refund_amount);
                    return Err("The gateway has refused it.".into());
                }
                Ok(())
            }
            Err(error @ (SubmitError::NotSent(_) | SubmitError::Refused(_))) if error.retry_is_safe() => {
                self.orders.forget_refund(id, refund_amount);
                Err(error.to_string())
            }
            // What was reserved stays reserved: better too little given back than twice.
            Err(error) => Err(error.to_string()),
        }
    }

    /// Sends a request, and compares the answer with what the order asked.
    async fn ask<R>(&self, request: &R, order: &Order) -> Result<Reconciled<R::Reply>, String>
    where
        R: ServerForm<Credentials = faspay::Credentials>,
    {
        let reply = self.gateway.send(request).await.map_err(|error| error.to_string())?;
        let verified = reply.verify(&self.credentials).map_err(|error| error.to_string())?;
        verified.reconcile(&order.expected).map_err(|error| error.to_string())
    }

    fn order(&self, id: &str) -> Result<Order, String> {
        self.orders.get(id).ok_or_else(|| "There is no such order.".to_owned())
    }
}
