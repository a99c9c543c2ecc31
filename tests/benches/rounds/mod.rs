//! Times candidates against each other in one run: round by round, each in turn, so that whatever else the machine does
//! meets all of them. The benchmarks of this package print what comes out beside its budget; nothing ever fails on it.

#![allow(dead_code, reason = "each benchmark uses the part it needs")]

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds of a run under `cargo bench`.
const ROUNDS: usize = 300;
/// How long a candidate runs in one round, about.
const TURN: Duration = Duration::from_micros(250);

/// One thing to time.
pub struct Candidate<'a> {
    name: &'a str,
    run: &'a mut dyn FnMut(),
}

/// Names a candidate. It must not be optimised away: pass what it makes through [`std::hint::black_box`].
pub fn candidate<'a>(name: &'a str, run: &'a mut dyn FnMut()) -> Candidate<'a> {
    Candidate { name, run }
}

/// What a run has measured: for each candidate its nanoseconds a call, round by round.
pub struct Timings(Vec<Vec<f64>>);

/// Times every candidate, in the order given, and prints the median of each.
pub fn interleave(mut candidates: Vec<Candidate<'_>>) -> Timings {
    let rounds = if is_bench() { ROUNDS } else { 1 };
    let batches: Vec<u32> = candidates.iter_mut().map(batch).collect();
    let mut timings = vec![Vec::with_capacity(rounds); candidates.len()];
    for round in 0..rounds {
        for turn in 0..candidates.len() {
            // Whoever comes first in a round is another one each time.
            let index = (round + turn) % candidates.len();
            let start = Instant::now();
            for _ in 0..batches[index] {
                (candidates[index].run)();
            }
            timings[index].push(start.elapsed().as_secs_f64() * 1e9 / f64::from(batches[index]));
        }
    }
    let timings = Timings(timings);
    for (index, candidate) in candidates.iter().enumerate() {
        println!("  {:<46} {:>12}", candidate.name, shown(timings.median(index)));
    }
    timings
}

impl Timings {
    /// The median of a candidate, in nanoseconds a call.
    pub fn median(&self, candidate: usize) -> f64 {
        median(self.0[candidate].clone())
    }

    /// The median over all rounds of what `over` makes of the nanoseconds of a round.
    pub fn over_rounds(&self, over: impl Fn(&dyn Fn(usize) -> f64) -> f64) -> f64 {
        let rounds = self.0.first().map_or(0, Vec::len);
        median((0..rounds).map(|round| over(&|candidate| self.0[candidate][round])).collect())
    }
}

/// What a budget allows.
#[derive(Clone, Copy)]
pub enum Budget {
    AtLeast(f64),
    AtMost(f64),
}

/// Prints a figure, its budget, and whether it holds. `unit` follows the figure.
pub fn verdict(what: &str, figure: f64, unit: &str, budget: Budget) {
    let (limit, most, holds) = match budget {
        Budget::AtLeast(limit) => (limit, "at least", figure >= limit),
        Budget::AtMost(limit) => (limit, "at most", figure <= limit),
    };
    let holds = if holds { "within budget" } else { "OVER" };
    println!("  {what:<46} {figure:>9.2}{unit:<3}  budget: {most} {limit}{unit}  {holds}");
}

/// Prints what a run is about and what it ran on.
pub fn title(text: &str) {
    println!("\n{text}");
    println!("  {}", mode());
}

/// Whether this is `cargo bench`; else it only proves that everything still runs.
pub fn is_bench() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

fn mode() -> String {
    let build = if cfg!(debug_assertions) { "debug build: the figures mean nothing" } else { "release build" };
    let rounds =
        if is_bench() { format!("{ROUNDS} interleaved rounds") } else { "one round, not a measurement".into() };
    format!("{} {}, {build}, {rounds}, medians", std::env::consts::OS, std::env::consts::ARCH)
}

/// How many calls fill a turn.
fn batch(candidate: &mut Candidate<'_>) -> u32 {
    let mut calls = 1;
    loop {
        let start = Instant::now();
        for _ in 0..calls {
            black_box(&mut *candidate.run)();
        }
        if start.elapsed() >= TURN || !is_bench() {
            return calls;
        }
        calls *= 2;
    }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

fn shown(nanoseconds: f64) -> String {
    if nanoseconds < 1e5 { format!("{nanoseconds:.0} ns") } else { format!("{:.1} ms", nanoseconds / 1e6) }
}
