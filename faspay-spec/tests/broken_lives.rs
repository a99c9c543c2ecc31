//! Lives that the loader refuses, each with the report that its author would read. Every case is one sound life with an edit.

use std::path::Path;

use faspay_spec::engine::comes_before;
use faspay_spec::{Folder, load};

const LIFE: &str = "\
status:
  summary: A payment.
  start: W
  steps:
    - {from: [W], to: [H, F], basis: documented, because: The page on results.}
    - {from: [H], to: [P, L], basis: documented, because: The page on capturing.}
    - {from: [L], to: [H], back: true, basis: inferred, because: It can be tried again.}
    - {from: [L], to: [P], basis: inferred, because: The second attempt may succeed.}
  final:
    P: The money is there.
    F: The bank declined.
  outside:
    X: Nobody has ever seen it.
  of-request:
    pay.result: [F]
";

const CODES: &str = "    - {code: F, rust: Failed, meaning: Not paid., outcome: not-paid}
    - {code: W, rust: Waiting, meaning: Waiting.}
    - {code: H, rust: Held, meaning: Held.}
    - {code: L, rust: Late, meaning: Late.}
    - {code: X, rust: Odd, meaning: Odd.}
";

fn folder(life: &str) -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/base/acme");
    let files = ["gateway.yaml", "codes.yaml", "pages/pay.yaml", "operations/pay.yaml", "messages/result.yaml"];
    let files = files.map(|file| (format!("acme/{file}"), std::fs::read_to_string(root.join(file)).unwrap()));
    let files = files.into_iter().chain([("acme/lifecycle.yaml".to_owned(), life.to_owned())]);
    Folder::of(files.map(|(path, text)| {
        let failed = "    - {code: F, rust: Failed, meaning: Not paid., outcome: not-paid}\n";
        (path, text.replace(failed, CODES).into_bytes())
    }))
}

/// The report on the life with one edit.
fn report(find: &str, put: &str) -> String {
    assert!(LIFE.contains(find), "the life doesn't contain {find:?}");
    load(&folder(&LIFE.replacen(find, put, 1))).expect_err("this life is broken").to_string()
}

#[test]
fn the_life_of_the_corpus_is_sound() {
    let gateway = load(&folder(LIFE)).unwrap_or_else(|report| panic!("{report}"));
    let life = &gateway.lives[0];
    assert_eq!((life.list.as_str(), life.start.as_str(), life.steps.len()), ("status", "W", 6));
    assert!(comes_before(life, "W", "P") && comes_before(life, "L", "P"));
    assert!(!comes_before(life, "L", "H") && !comes_before(life, "P", "P") && !comes_before(life, "F", "P"));
}

macro_rules! cases {
    ($($name:ident: [$find:expr => $put:expr];)+) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(stringify!($name), report($find, $put));
            }
        )+
    };
}

cases! {
    a_life_of_no_list: ["status:\n" => "statuss:\n"];
    a_life_of_codes_that_are_no_status: ["status:\n" => "kind:\n"];
    a_status_that_is_not_listed: ["[H, F]" => "[H, G]"];
    a_start_that_is_not_listed: ["start: W" => "start: w"];
    a_status_that_no_life_comes_to: ["to: [H, F]" => "to: [H]"];
    a_status_that_follows_itself: ["to: [P, L]" => "to: [P, L, H]"];
    a_step_that_is_given_twice: ["to: [P, L]" => "to: [P, L, P]"];
    steps_in_a_circle: ["to: [H], back: true" => "to: [H]"];
    a_step_back_to_nowhere: ["to: [P, L], basis" => "to: [P, L], back: true, basis"];
    two_statuses_of_one_life_without_an_order: ["    - {from: [L], to: [P], basis: inferred, because: The second attempt may succeed.}\n" => ""];
    a_final_status_that_goes_on: ["    P: The" => "    L: Late.\n    P: The"];
    a_status_that_nothing_follows: ["    P: The money is there.\n" => ""];
    a_status_outside_that_is_reached: ["    X: Nobody" => "    F: Odd.\n    X: Nobody"];
    a_step_without_a_basis: ["{from: [W], to: [H, F], basis: documented, " => "{from: [W], to: [H, F], "];
    a_request_of_no_message: ["pay.result: [F]" => "pay.answer: [F, G]"];
}
