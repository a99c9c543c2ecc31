use super::*;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tokio::task::JoinSet;
use tokio::time::{advance, sleep};

const LIFE: Duration = Duration::from_secs(900);
const SECOND: Duration = Duration::from_secs(1);

#[derive(Debug, Clone, PartialEq)]
struct Refused(usize);

/// A gateway that takes a second for each token and counts them: the first is `token-1`.
#[derive(Default)]
struct Gateway {
    asked: AtomicUsize,
    refuses: AtomicBool,
}

impl TokenSource for Arc<Gateway> {
    type Error = Refused;

    async fn ask(&self) -> Result<Fresh, Refused> {
        let number = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        sleep(SECOND).await;
        if self.refuses.load(Ordering::SeqCst) {
            return Err(Refused(number));
        }
        Ok(Fresh::new(format!("token-{number}"), LIFE).unwrap())
    }
}

impl Gateway {
    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

fn tokens() -> (Arc<Gateway>, Arc<Tokens<Arc<Gateway>>>) {
    let gateway = Arc::new(Gateway::default());
    (Arc::clone(&gateway), Arc::new(Tokens::new(gateway)))
}

async fn get(tokens: &Tokens<Arc<Gateway>>) -> Result<String, Refused> {
    tokens.get().await.map(|token| token.expose().to_owned())
}

/// What so many calls at once get.
async fn at_once(tokens: &Arc<Tokens<Arc<Gateway>>>, calls: usize) -> Vec<Result<String, Refused>> {
    let mut set = JoinSet::new();
    for _ in 0..calls {
        let tokens = Arc::clone(tokens);
        set.spawn(async move { get(&tokens).await });
    }
    set.join_all().await
}

#[tokio::test(start_paused = true)]
async fn a_hundred_calls_at_once_ask_for_one_token_also_when_it_has_expired() {
    let (gateway, tokens) = tokens();
    assert_eq!(at_once(&tokens, 100).await, vec![Ok("token-1".to_owned()); 100]);
    assert_eq!(gateway.asked(), 1);
    advance(LIFE).await;
    assert_eq!(at_once(&tokens, 100).await, vec![Ok("token-2".to_owned()); 100]);
    assert_eq!(gateway.asked(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_calls_on_several_threads_ask_for_one_token() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let tokens = Arc::new(Tokens::new(move || {
        let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            sleep(Duration::from_millis(20)).await;
            Fresh::new(format!("token-{number}"), LIFE)
        }
    }));
    let mut set = JoinSet::new();
    for _ in 0..100 {
        let tokens = Arc::clone(&tokens);
        set.spawn(async move { tokens.get().await.map(|token| token.expose().to_owned()) });
    }
    assert_eq!(set.join_all().await, vec![Ok("token-1".to_owned()); 100]);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_a_margin_before_its_end_counted_from_when_it_was_asked_for() {
    let (gateway, tokens) = tokens();
    assert_eq!(get(&tokens).await.unwrap(), "token-1");
    // Asking took a second.
    advance(Duration::from_secs(900 - 60 - 1) - Duration::from_millis(1)).await;
    assert_eq!(get(&tokens).await.unwrap(), "token-1");
    advance(Duration::from_millis(1)).await;
    assert_eq!(get(&tokens).await.unwrap(), "token-2");
    assert_eq!(gateway.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn half_of_a_short_life_is_used_and_one_without_end_does_no_harm() {
    let asked = AtomicUsize::new(0);
    for (lifetime, good_for, until) in [(10, 4, 5), (0, 0, 0), (u64::MAX, 1_000_000, 0)] {
        let before = asked.load(Ordering::SeqCst);
        let tokens = Tokens::new(|| {
            asked.fetch_add(1, Ordering::SeqCst);
            std::future::ready(Fresh::new("t", Duration::from_secs(lifetime)).map_err(drop))
        });
        tokens.get().await.unwrap();
        advance(Duration::from_secs(good_for)).await;
        if lifetime == 10 {
            tokens.get().await.unwrap();
            assert_eq!(asked.load(Ordering::SeqCst), before + 1);
            advance(Duration::from_secs(until - good_for)).await;
            tokens.get().await.unwrap();
            assert_eq!(asked.load(Ordering::SeqCst), before + 2);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_good_for_nothing_is_still_what_everybody_waited_for() {
    let asked = AtomicUsize::new(0);
    let tokens = Tokens::new(async || {
        asked.fetch_add(1, Ordering::SeqCst);
        sleep(SECOND).await;
        Fresh::new("t", Duration::ZERO)
    });
    let (one, other) = tokio::join!(tokens.get(), tokens.get());
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_failure_reaches_everybody_who_waited_and_is_not_kept() {
    let (gateway, tokens) = tokens();
    gateway.refuses.store(true, Ordering::SeqCst);
    assert_eq!(at_once(&tokens, 100).await, vec![Err(Refused(1)); 100]);
    assert_eq!(gateway.asked(), 1);
    assert_eq!(get(&tokens).await, Err(Refused(2)), "a later call asks again");
    gateway.refuses.store(false, Ordering::SeqCst);
    assert_eq!(at_once(&tokens, 100).await, vec![Ok("token-3".to_owned()); 100]);
}

#[tokio::test(start_paused = true)]
async fn when_the_call_that_asks_is_dropped_another_takes_over() {
    let (gateway, tokens) = tokens();
    let first = tokio::spawn({
        let tokens = Arc::clone(&tokens);
        async move { get(&tokens).await }
    });
    sleep(SECOND / 2).await;
    let others = tokio::spawn({
        let tokens = Arc::clone(&tokens);
        async move { at_once(&tokens, 10).await }
    });
    sleep(SECOND / 4).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    assert_eq!(others.await.unwrap(), vec![Ok("token-2".to_owned()); 10]);
    assert_eq!(gateway.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_while_waiting_holds_nobody_up() {
    let (gateway, tokens) = tokens();
    let mut set = JoinSet::new();
    for _ in 0..10 {
        let tokens = Arc::clone(&tokens);
        set.spawn(async move { tokio::time::timeout(SECOND / 2, get(&tokens)).await.is_err() });
    }
    sleep(SECOND / 4).await;
    let patient = get(&tokens).await;
    assert!(set.join_all().await.into_iter().all(|gave_up| gave_up));
    // Each that took over gave up before its answer came; the last of them all is the patient one.
    assert_eq!(patient, Ok(format!("token-{}", gateway.asked())));
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_thrown_away_unless_there_is_a_newer_one() {
    let (gateway, tokens) = tokens();
    let old = tokens.get().await.unwrap();
    tokens.invalidate(&old);
    let newer = tokens.get().await.unwrap();
    assert_eq!(newer.expose(), "token-2");
    // A hundred calls were refused with the old one; one of them was first to ask again.
    for _ in 0..100 {
        tokens.invalidate(&old);
    }
    assert_eq!(get(&tokens).await.unwrap(), "token-2");
    assert_eq!(gateway.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn within_the_margin_a_token_is_good_as_long_as_no_newer_one_can_be_had() {
    let (gateway, tokens) = tokens();
    assert_eq!(get(&tokens).await.unwrap(), "token-1");
    gateway.refuses.store(true, Ordering::SeqCst);
    advance(LIFE - 50 * SECOND).await;
    assert_eq!(at_once(&tokens, 100).await, vec![Ok("token-1".to_owned()); 100]);
    assert_eq!(gateway.asked(), 2);
    assert_eq!(get(&tokens).await.unwrap(), "token-1");
    assert_eq!(gateway.asked(), 2, "not at every call");
    advance(11 * SECOND).await;
    assert_eq!(get(&tokens).await.unwrap(), "token-1");
    assert_eq!(gateway.asked(), 3);
    advance(40 * SECOND).await;
    assert_eq!(get(&tokens).await, Err(Refused(4)), "it has ended");
    gateway.refuses.store(false, Ordering::SeqCst);
    assert_eq!(get(&tokens).await.unwrap(), "token-5");
}

#[tokio::test(start_paused = true)]
async fn within_the_margin_nobody_waits_long_for_a_newer_token() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let tokens = Tokens::new(move || {
        let number = counted.fetch_add(1, Ordering::SeqCst);
        async move {
            if number > 0 {
                sleep(LIFE).await;
            }
            Fresh::new("t", LIFE)
        }
    });
    tokens.get().await.unwrap();
    advance(LIFE - 50 * SECOND).await;
    let before = Instant::now();
    let (one, other) = tokio::join!(tokens.get(), async {
        let other = tokens.get().await;
        assert_eq!(before.elapsed(), Duration::ZERO, "somebody asks already");
        other
    });
    assert!(one.is_ok() && other.is_ok() && before.elapsed() <= 11 * SECOND);
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_replaced_a_refused_one_is_kept_for_a_while_unless_it_was_accepted() {
    let (gateway, tokens) = tokens();
    assert!(tokens.invalidate(&tokens.get().await.unwrap()));
    let second = tokens.get().await.unwrap();
    assert!(!tokens.invalidate(&second), "the token isn't what is wrong");
    assert_eq!(get(&tokens).await.unwrap(), "token-2");
    advance(31 * SECOND).await;
    assert!(tokens.invalidate(&second), "perhaps it is by now");
    let third = tokens.get().await.unwrap();
    tokens.accepted(&second);
    assert!(!tokens.invalidate(&third), "that was another");
    tokens.accepted(&third);
    assert!(tokens.invalidate(&third));
    assert_eq!(gateway.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_panics_stops_its_own_caller_only() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let tokens = Arc::new(Tokens::new(move || {
        let number = counted.fetch_add(1, Ordering::SeqCst);
        async move {
            assert!(number > 0, "the first time");
            Fresh::new("t", LIFE)
        }
    }));
    let first = Arc::clone(&tokens);
    assert!(tokio::spawn(async move { first.get().await }).await.unwrap_err().is_panic());
    assert_eq!(tokens.get().await.unwrap().expose(), "t");
}

#[test]
fn a_lifetime_is_a_number_of_seconds_in_a_string() {
    assert_eq!(lifetime("900"), Ok(LIFE));
    assert_eq!(lifetime("0"), Ok(Duration::ZERO));
    for text in ["", " 900", "900s", "-1", "+900", "9e2", "15:00", "900.0", "99999999999999999999", "٩٠٠"] {
        assert_eq!(lifetime(text), Err(TokenError::Lifetime), "{text}");
    }
}

#[test]
fn a_token_that_could_leave_its_header_is_refused() {
    assert_eq!(Fresh::new("", LIFE).unwrap_err(), TokenError::Empty);
    for text in ["a b", "a\r\nX-Other: 1", "a,b", "é", "a\0", "\"a\""] {
        assert_eq!(Fresh::new(text, LIFE).unwrap_err(), TokenError::Character, "{text:?}");
    }
}

#[tokio::test]
async fn nothing_shows_the_token() {
    let tokens = Tokens::new(|| std::future::ready(Fresh::new("cAnArY", LIFE)));
    let token = tokens.get().await.unwrap();
    assert_eq!(token.authorization().expose(), "Bearer cAnArY");
    let fresh = Fresh::new("cAnArY", LIFE).unwrap();
    let error = Fresh::new("cAnArY ", LIFE).unwrap_err();
    let shown = format!("{tokens:?} {token:?} {fresh:?} {:?} {error:?} {error}", token.authorization());
    assert!(!shown.contains("cAnArY"), "{shown}");
}
