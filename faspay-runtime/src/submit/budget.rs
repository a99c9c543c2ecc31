//! How many tries all clones of a submitter have together. When a gateway is down, every call would be tried again and
//! again; after a few of them the rest fails at once, until something succeeds.

use std::sync::atomic::{AtomicU32, Ordering};

/// Tries that may be owed at once.
const MOST: u32 = 50;

/// Each try costs one; each call that ends well gives one back.
pub(super) struct Budget(AtomicU32);

impl Budget {
    pub(super) const fn new() -> Self {
        Self(AtomicU32::new(MOST))
    }

    /// Takes a try, when one is left.
    pub(super) fn take(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
    }

    pub(super) fn succeeded(&self) {
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| (left < MOST).then(|| left.saturating_add(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_run_out_and_come_back_one_by_one() {
        let budget = Budget::new();
        assert_eq!((0..2 * MOST).filter(|_| budget.take()).count(), 50);
        budget.succeeded();
        assert!(budget.take());
        assert!(!budget.take());
        (0..2 * MOST).for_each(|_| budget.succeeded());
        assert_eq!((0..2 * MOST).filter(|_| budget.take()).count(), 50, "no more than at the beginning");
    }
}
