//! A body that can leave once. Whoever takes the bytes first has them: the connection, and then a request may arrive;
//! or the caller who gives up, and then none can. So "nothing was sent" is proven and not guessed, and whatever the HTTP
//! stack may do by itself, it can't send a second whole request.

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use zeroize::Zeroizing;

/// The caller's half. Dropping it takes the bytes back when they haven't left.
pub(super) struct Permit(Arc<Mutex<Slot>>);

/// The connection's half.
pub(super) struct OnceBody {
    slot: Arc<Mutex<Slot>>,
    length: u64,
    done: bool,
}

struct Slot {
    bytes: Option<Zeroizing<Vec<u8>>>,
    waker: Option<Waker>,
}

/// Both halves of a body.
pub(super) fn once(bytes: Zeroizing<Vec<u8>>) -> (Permit, OnceBody) {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let slot = Arc::new(Mutex::new(Slot { bytes: Some(bytes), waker: None }));
    (Permit(Arc::clone(&slot)), OnceBody { slot, length, done: false })
}

/// Nothing is left half done while the lock is held, so a poisoned one is as good as any.
fn lock(slot: &Mutex<Slot>) -> MutexGuard<'_, Slot> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Permit {
    /// Ready once the connection has taken the bytes.
    pub(super) fn poll_left(&self, context: &Context<'_>) -> Poll<()> {
        let mut slot = lock(&self.0);
        if slot.bytes.is_none() {
            return Poll::Ready(());
        }
        slot.waker = Some(context.waker().clone());
        Poll::Pending
    }

    /// Takes the bytes back. `true` proves that no whole request has left, and none will.
    pub(super) fn revoke(&self) -> bool {
        lock(&self.0).bytes.take().is_some()
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.revoke();
    }
}

/// Nobody asks for a body without bytes: it is dropped once the head of the request is written. Or before, when there is no
/// connection; whoever waits is told that by the error.
impl Drop for OnceBody {
    fn drop(&mut self) {
        if self.length > 0 {
            return;
        }
        let waker = {
            let mut slot = lock(&self.slot);
            slot.bytes = None;
            slot.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl Body for OnceBody {
    type Data = Bytes;
    type Error = Gone;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Gone>>> {
        if self.done {
            return Poll::Ready(None);
        }
        self.done = true;
        let (bytes, waker) = {
            let mut slot = lock(&self.slot);
            (slot.bytes.take(), slot.waker.take())
        };
        if let Some(waker) = waker {
            waker.wake();
        }
        // The length was announced, so an error here leaves a request that no server takes for whole.
        Poll::Ready(Some(bytes.map(|bytes| Frame::data(Bytes::from_owner(bytes))).ok_or(Gone)))
    }

    fn is_end_stream(&self) -> bool {
        self.done
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(if self.done { 0 } else { self.length })
    }
}

/// The bytes are no longer here.
#[derive(Debug)]
pub(super) struct Gone;

impl fmt::Display for Gone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body was taken back or has already left")
    }
}

impl std::error::Error for Gone {}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(body: &mut OnceBody) -> Option<Result<Bytes, Gone>> {
        match Pin::new(body).poll_frame(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(Ok(frame))) => Some(Ok(frame.into_data().unwrap())),
            Poll::Ready(Some(Err(gone))) => Some(Err(gone)),
            Poll::Ready(None) => None,
            Poll::Pending => panic!("never pending"),
        }
    }

    #[test]
    fn a_body_leaves_once() {
        let (permit, mut body) = once(Zeroizing::new(b"a=b".to_vec()));
        assert_eq!(body.size_hint().exact(), Some(3));
        assert!(permit.poll_left(&Context::from_waker(Waker::noop())).is_pending());
        assert_eq!(poll(&mut body).unwrap().unwrap(), Bytes::from_static(b"a=b"));
        assert!(poll(&mut body).is_none());
        assert!(permit.poll_left(&Context::from_waker(Waker::noop())).is_ready());
        assert!(!permit.revoke(), "it has left");
    }

    #[test]
    fn a_body_without_bytes_has_left_when_it_is_dropped() {
        let (permit, body) = once(Zeroizing::default());
        assert!(permit.poll_left(&Context::from_waker(Waker::noop())).is_pending());
        drop(body);
        assert!(permit.poll_left(&Context::from_waker(Waker::noop())).is_ready());
        assert!(!permit.revoke());
        let (permit, body) = once(Zeroizing::new(b"a=b".to_vec()));
        drop(body);
        assert!(permit.revoke(), "one with bytes has not");
    }

    #[test]
    fn a_body_that_was_taken_back_does_not_leave() {
        let (permit, mut body) = once(Zeroizing::new(b"a=b".to_vec()));
        assert!(permit.revoke());
        assert!(poll(&mut body).unwrap().is_err());
    }

    #[test]
    fn dropping_the_call_takes_the_body_back() {
        let (permit, mut body) = once(Zeroizing::new(b"a=b".to_vec()));
        drop(permit);
        assert!(poll(&mut body).unwrap().is_err());
    }
}
