//! What a merchant may choose about sending: how long to wait, how often to try again, how much to read. A
//! [`Submitter`](super::Submitter) is made with it.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// How long to wait for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deadlines {
    /// Until a connection stands: name, TCP and TLS. 10 seconds. When it passes, nothing has been sent.
    pub connect: Duration,
    /// From there until the answer begins, with all its headers. 60 seconds, because a bank may be asked meanwhile.
    pub first_byte: Duration,
    /// For the whole call: access tokens, every attempt, the pauses between them, and the answer's last byte. 90 seconds.
    pub call: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), first_byte: Duration::from_secs(60), call: Duration::from_secs(90) }
    }
}

/// How a call is tried again, where that can do no harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct BackOff {
    /// Most attempts, the first one included. 3; one or none means that nothing is tried again.
    pub attempts: u32,
    /// The pause after the first attempt; each one after it is twice as long. 200 milliseconds.
    pub first: Duration,
    /// The longest pause. 5 seconds.
    pub longest: Duration,
}

impl Default for BackOff {
    fn default() -> Self {
        Self { attempts: 3, first: Duration::from_millis(200), longest: Duration::from_secs(5) }
    }
}

impl BackOff {
    /// How long to pause after the attempt of this number, counted from 1: between half of the doubled pause and all of
    /// it, so that many who failed together don't come back together.
    pub(super) fn pause(&self, attempt: u32, random: u64) -> Duration {
        let doublings = attempt.saturating_sub(1).min(20);
        let whole = self.first.saturating_mul(1 << doublings).min(self.longest);
        let half = whole / 2;
        let spread = u64::try_from(half.as_nanos()).unwrap_or(u64::MAX).saturating_add(1);
        half + Duration::from_nanos(random % spread)
    }
}

/// Where the randomness of pauses comes from. Nothing secret hangs on it.
#[derive(Debug, Clone, Copy)]
pub struct Jitter(fn() -> u64);

impl Jitter {
    /// The keys that the standard library draws for its hash tables.
    #[must_use]
    pub const fn system() -> Self {
        Self(|| RandomState::new().hash_one(0u8))
    }

    /// Any other source: for tests.
    #[must_use]
    pub const fn from_fn(source: fn() -> u64) -> Self {
        Self(source)
    }

    pub(super) fn draw(self) -> u64 {
        (self.0)()
    }
}

/// Everything that may be chosen. The default is meant for a gateway on the internet.
///
/// ```
/// use faspay_runtime::submit::Options;
/// use std::time::Duration;
///
/// let mut options = Options::default();
/// options.deadlines.connect = Duration::from_secs(3);
/// options.back_off.attempts = 1;                        // never again by itself
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Options {
    /// How long to wait.
    pub deadlines: Deadlines,
    /// How to try again.
    pub back_off: BackOff,
    /// Where the randomness of pauses comes from.
    pub jitter: Jitter,
    /// Most bytes of an answer that are read. 65,536, which is also the most that a reply may have.
    pub most_bytes: usize,
    /// A proxy to go through, as `http://host:port`; https only, so that it sees no more than where we talk to. There
    /// is none by default, whatever the environment says.
    pub proxy: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            deadlines: Deadlines::default(),
            back_off: BackOff::default(),
            jitter: Jitter::system(),
            most_bytes: 65_536,
            proxy: None,
        }
    }
}

/// Shows whether there is a proxy, not which: its address may hold a password.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("deadlines", &self.deadlines)
            .field("back_off", &self.back_off)
            .field("most_bytes", &self.most_bytes)
            .field("proxy", &self.proxy.is_some())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest_and_spread_over_their_second_half() {
        let back_off = BackOff { attempts: 9, first: Duration::from_millis(100), longest: Duration::from_millis(350) };
        let most = [100, 200, 350, 350];
        for (attempt, most) in (1..).zip(most) {
            let most = Duration::from_millis(most);
            assert_eq!(back_off.pause(attempt, 0), most / 2);
            let spread = u64::try_from((most / 2).as_nanos()).unwrap();
            assert_eq!(back_off.pause(attempt, spread), most);
            for random in [1, 12_345, 99_999_999, u64::MAX] {
                let pause = back_off.pause(attempt, random);
                assert!(pause >= most / 2 && pause <= most, "{pause:?}");
            }
        }
        assert_eq!(back_off.pause(u32::MAX, 0), Duration::from_millis(175), "no overflow");
    }

    #[test]
    fn the_systems_jitter_differs_from_draw_to_draw() {
        let draws: std::collections::BTreeSet<u64> = (0..50).map(|_| Jitter::system().draw()).collect();
        assert!(draws.len() > 40, "{}", draws.len());
    }

    #[test]
    fn options_do_not_show_a_proxys_password() {
        let options = Options { proxy: Some("http://me:canary@proxy.test".to_owned()), ..Options::default() };
        assert!(!format!("{options:?}").contains("canary"));
    }
}
