//! The analyser against brute force: over a small alphabet every message is signed and every string is taken apart, and
//! the analyser must say the same. At random recipes, each pair that it prints is signed again by other means.

use std::cell::Cell;
use std::collections::BTreeSet;

use faspay_spec::engine::recipe_digest;
use faspay_spec::model::{Case, Code, CodeList, Digest, From, Gateway, Outcome, Part, Presence, Recipe, Type};
use faspay_spec::signatures::{Severity, Side, State, Weakness, Witness, analyse};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use tests::biller::biller;
use tests::digests::{sha1_hex, sha1_of_md5_hex, sha256_base64};

use super::find;

/// Reads `{secret}#{a}`.
fn parts(over: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for piece in over.split_inclusive('}') {
        let (literal, name) = piece.split_once('{').unwrap_or((piece, ""));
        if !literal.is_empty() {
            parts.push(Part::Literal(literal.to_owned()));
        }
        if let Some(name) = name.strip_suffix('}') {
            parts.push(Part::Value { name: name.to_owned(), case: Case::AsIs });
        }
    }
    parts
}

/// The invented gateway with one recipe, over two texts of the request. `forbid` holds for each.
fn with_recipe(over: &str, max: u32, forbid: [&str; 2]) -> Gateway {
    let mut gateway = biller();
    gateway.inbound.clear();
    gateway.recipes.retain(|recipe| recipe.name == "redirect");
    gateway.recipes[0].parts = parts(&over.replace("{a}", "{bill_no}").replace("{b}", "{note}"));
    gateway.recipes[0].delimiter_chars = String::new();
    let operation = &mut gateway.operations[0];
    operation.on_return = None;
    operation.on_callback = None;
    for (name, forbid) in ["bill_no", "note"].into_iter().zip(forbid) {
        let field = operation.fields.iter_mut().find(|field| field.name == name).unwrap();
        field.ty = Type::text(Some(max));
        field.forbid = forbid.to_owned();
        field.presence = Presence::Mandatory;
        field.from = From::Caller;
    }
    gateway
}

/// Every text over the alphabet, from one character up to `max`.
fn texts(alphabet: &str, max: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut from = 0;
    for _ in 0..max {
        let to = all.len();
        for index in from..to {
            all.extend(alphabet.chars().map(|c| format!("{}{c}", all[index])).collect::<Vec<_>>());
        }
        from = to;
    }
    all.split_off(1)
}

fn render(over: &str, a: &str, b: &str) -> String {
    over.replace("{password}", "PASSWO").replace("{a}", a).replace("{b}", b)
}

/// Whether a string that the sender may sign reads in a second way, as any two texts that aren't empty.
fn is_ambiguous(over: &str, max: usize, forbid: [&str; 2]) -> bool {
    let allowed = |forbid: &'static str| {
        let all = texts("#A.", max).into_iter();
        all.filter(move |text| !text.chars().any(|c| forbid.contains(c))).collect::<Vec<_>>()
    };
    let [left, right] = forbid.map(|forbid| match forbid {
        "" => allowed(""),
        "#" => allowed("#"),
        "." => allowed("."),
        _ => allowed("#."),
    });
    left.iter().any(|a| right.iter().any(|b| readings(over, &render(over, a, b)) > 1))
}

/// How many pairs of texts give this string: the border of the first is tried at every place.
fn readings(over: &str, string: &str) -> usize {
    let (before, rest) = over.split_once("{a}").unwrap();
    let (between, after) = rest.split_once("{b}").unwrap();
    let before = before.replace("{password}", "PASSWO");
    let Some(inner) = string.strip_prefix(&before).and_then(|rest| rest.strip_suffix(after)) else { return 0 };
    let borders = (1..inner.len()).filter(|at| {
        let (_, rest) = inner.split_at(*at);
        rest.strip_prefix(between).is_some_and(|b| !b.is_empty())
    });
    borders.count()
}

#[test]
fn a_recipe_is_ambiguous_exactly_when_some_message_over_a_small_alphabet_is() {
    let (mut ambiguous, mut sound) = (0, 0);
    for over in [
        "{password}{a}{b}",
        "{password}{a}#{b}",
        "{password}{a}##{b}",
        "{password}#{a}#{b}#",
        "{password}##{a}##{b}##",
        "{password}.{a}#{b}",
        "{password}{a}.#{b}.",
    ] {
        for first in ["", "#", ".", "#."] {
            for second in ["", "#", ".", "#."] {
                let gateway = with_recipe(over, 3, [first, second]);
                let analysis = analyse(&gateway);
                // Between two accounts the password's end would be in question too.
                let found = [Weakness::Delimiter, Weakness::Joined].into_iter().any(|weakness| {
                    find(&analysis, weakness, "redirect")
                        .is_some_and(|own| own.state == State::Open && own.severity == Severity::High)
                });
                assert_eq!(found, is_ambiguous(over, 3, [first, second]), "{over} without {first:?} and {second:?}");
                *(if found { &mut ambiguous } else { &mut sound }) += 1;
            }
        }
    }
    assert!(ambiguous > 25 && sound > 25, "{ambiguous} ambiguous, {sound} sound");
}

#[test]
fn a_letter_that_separates_values_is_named_as_what_moves_the_border() {
    let analysis = analyse(&with_recipe("{password}{a}X{b}", 3, ["", ""]));
    let found = find(&analysis, Weakness::Delimiter, "redirect").unwrap();
    assert!(found.says.starts_with("`X` inside "), "{found}");
    assert_eq!((&found.state, found.severity), (&State::Open, Severity::High));
}

/// The invented gateway with a request and a result, each with a recipe of its own.
fn with_two(request: &str, result: &str, forbid: &str, codes: &[&str]) -> Gateway {
    let mut gateway = with_recipe(request, 3, [forbid, ""]);
    let whole = biller();
    gateway.inbound = whole.inbound.into_iter().filter(|own| own.id == "bill.notification").collect();
    let mut recipe: Recipe = whole.recipes.into_iter().find(|own| own.name == "notification").unwrap();
    recipe.parts = parts(&result.replace("{a}", "{bill_no}").replace("{b}", "{payment_status_code}"));
    recipe.delimiter_chars = forbid.to_owned();
    gateway.recipes.push(recipe);
    let list: &mut CodeList = gateway.codes.iter_mut().find(|own| own.name == "status").unwrap();
    let code = |code: &&str| Code {
        code: (*code).to_owned(),
        rust: "Paid".into(),
        meaning: "Paid.".into(),
        basis: faspay_spec::model::Basis::Documented,
        outcome: Some(Outcome::Paid),
        advice: None,
    };
    list.values = codes.iter().map(code).collect();
    gateway
}

#[test]
fn a_request_passes_as_a_result_exactly_when_some_string_over_a_small_alphabet_is_both() {
    let (mut collide, mut apart) = (0, 0);
    for request in ["{password}{a}", "{password}#{a}", "{password}#{a}#", "{password}{a}.A", "{password}.{a}#A"] {
        for result in ["{password}{a}{b}", "{password}#{a}#{b}", "{password}#{a}{b}#", "{password}.{a}#{b}"] {
            for forbid in ["", "#", "."] {
                for codes in [&["A"][..], &["#", "AA"], &[".A"]] {
                    let analysis = analyse(&with_two(request, result, forbid, codes));
                    let found = analysis.findings.iter().any(|own| {
                        own.weakness == Weakness::Collision
                            && own.recipes[0] == "redirect"
                            && own.severity == Severity::High
                            && own.state == State::Open
                    });
                    let sound = |text: &String| !text.chars().any(|c| forbid.contains(c));
                    let sent: Vec<String> =
                        texts("#A.", 3).iter().filter(|a| sound(a)).map(|a| render(request, a, "")).collect();
                    let mut met = false;
                    // What verification takes has no length; a longer text than the request's string can't be part of it.
                    for a in texts("#A.", 6).iter().filter(|a| sound(a)) {
                        met |= codes.iter().any(|code| sent.contains(&render(result, a, code)));
                    }
                    assert_eq!(found, met, "{request} as {result} without {forbid:?}, codes {codes:?}");
                    *(if found { &mut collide } else { &mut apart }) += 1;
                }
            }
        }
    }
    assert!(collide > 20 && apart > 20, "{collide} collide, {apart} don't");
}

/// A recipe of up to four values, some of them twice, and the punctuation between them.
fn recipe() -> impl Strategy<Value = Vec<Part>> {
    let literal = prop_oneof![Just(""), Just("#"), Just("##"), Just("."), Just("A"), Just("-#")];
    let name =
        prop_oneof![Just("password"), Just("bill_no"), Just("bill_no"), Just("payment_status_code"), Just("shop")];
    let case = prop_oneof![3 => Just(Case::AsIs), 1 => Just(Case::Upper)];
    let piece = (literal, name, case);
    prop::collection::vec(piece, 1..5).prop_map(|pieces| {
        let mut parts = Vec::new();
        for (literal, name, case) in pieces {
            if !literal.is_empty() {
                parts.push(Part::Literal(literal.to_owned()));
            }
            parts.push(Part::Value { name: name.to_owned(), case });
        }
        parts
    })
}

/// The invented gateway with these recipes for the request and for the notification.
fn with_parts(request: Vec<Part>, result: Vec<Part>, digest: Digest, forbid: &str) -> Gateway {
    let mut gateway = biller();
    gateway.inbound.retain(|own| own.id == "bill.notification");
    gateway.recipes.retain(|own| own.name != "receipt");
    let has_status = |part: &Part| matches!(part, Part::Value { name, .. } if name == "payment_status_code");
    let request: Vec<Part> = request.into_iter().filter(|part| !has_status(part)).collect();
    for (recipe, parts) in gateway.recipes.iter_mut().zip([request, result]) {
        recipe.parts = parts;
        recipe.digest = digest;
        recipe.delimiter_chars = forbid.to_owned();
    }
    for field in gateway.operations.iter_mut().flat_map(|own| &mut own.fields) {
        field.forbid = forbid.to_owned();
    }
    gateway
}

/// The string of a side, put together by hand.
fn string(recipe: &Recipe, side: &Side) -> String {
    let part = |part: &Part| match part {
        Part::Literal(literal) => literal.clone(),
        Part::Value { name, case } => {
            let (_, value) = side.values.iter().find(|(own, _)| own == name).unwrap();
            if *case == Case::AsIs { value.clone() } else { value.to_ascii_uppercase() }
        }
    };
    recipe.parts.iter().map(part).collect()
}

#[test]
fn every_pair_that_is_printed_signs_alike() {
    let digest = prop_oneof![Just(Digest::Sha1Hex), Just(Digest::Sha1OfMd5Hex), Just(Digest::Sha256Base64)];
    let forbid = prop_oneof![Just(""), Just("#"), Just("#."), Just("-")];
    let config = ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() };
    let printed = Cell::new(0);
    let outcome = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)).run(
        &(recipe(), recipe(), digest, forbid),
        |(request, result, digest, forbid)| {
            let gateway = with_parts(request, result, digest, forbid);
            for finding in analyse(&gateway).findings {
                let Some(witness) = &finding.witness else { continue };
                printed.set(printed.get() + 1);
                pair_signs_alike(&gateway, witness)
                    .map_err(|reason| TestCaseError::fail(format!("{finding}{reason}")))?;
                // What can really be sent holds nothing that is refused.
                let refused =
                    |(name, value): &(String, String)| name == "bill_no" && value.contains(|c| forbid.contains(c));
                let sent = witness.signed.message == "bill.pay" && !matches!(finding.state, State::Held(_));
                prop_assert!(!(sent && witness.signed.values.iter().any(refused)), "{}", finding);
            }
            Ok(())
        },
    );
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    assert!(printed.get() > 300, "only {} pairs", printed.get());
}

fn pair_signs_alike(gateway: &Gateway, witness: &Witness) -> Result<(), String> {
    if witness.signed == witness.passes {
        return Err("one message, twice".into());
    }
    for side in [&witness.signed, &witness.passes] {
        let names: BTreeSet<&String> = side.values.iter().map(|(name, _)| name).collect();
        if names.len() < side.values.len() {
            return Err(format!("{side} has a name twice"));
        }
        let name = if side.message == "bill.pay" { "redirect" } else { "notification" };
        let recipe = gateway.recipes.iter().find(|own| own.name == name).unwrap();
        let by_hand = string(recipe, side);
        let digest = match recipe.digest {
            Digest::Sha1Hex => sha1_hex(&by_hand),
            Digest::Sha1OfMd5Hex => sha1_of_md5_hex(&by_hand),
            Digest::Sha256Base64 => sha256_base64(&by_hand),
        };
        let resolve = |name: &str| side.values.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
        let interpreted = recipe_digest(recipe, &resolve, &|_| false).unwrap();
        if interpreted != (by_hand.clone(), digest) || interpreted != (witness.string.clone(), witness.digest.clone()) {
            return Err(format!("{side} is {by_hand:?}, the interpreter has {interpreted:?}"));
        }
    }
    Ok(())
}
