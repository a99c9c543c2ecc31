//! The signature analyser against brute force: over a small alphabet every message is signed and every string is taken
//! apart, and the analyser must say the same. Then what it has to find by itself, in Faspay and in an invented scheme.

use faspay_spec::engine::recipe_digest;
use faspay_spec::model::{Auth, Case, Code, CodeList, From, Gateway, Outcome, Part, Presence, Recipe, Type};
use faspay_spec::signatures::{Analysis, Finding, Severity, State, Weakness, analyse};
use faspay_spec::{Folder, load};
use tests::digests::{sha1_hex, sha1_of_md5_hex};

macro_rules! biller {
    ($($file:literal),+) => {
        [$((concat!("biller/", $file), include_str!(concat!("lint/biller/", $file)))),+]
    };
}

/// The invented gateway of the lint tests.
fn biller() -> Gateway {
    let files = biller![
        "gateway.yaml",
        "codes.yaml",
        "contradictions.yaml",
        "pages/bill.yaml",
        "operations/pay.yaml",
        "messages/notification.yaml",
        "messages/receipt.yaml"
    ];
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    load(&Folder::of(files)).unwrap_or_else(|report| panic!("{report}"))
}

fn find<'a>(analysis: &'a Analysis, weakness: Weakness, recipe: &str) -> Option<&'a Finding> {
    let fits = |own: &&Finding| own.weakness == weakness && own.recipes.first().is_some_and(|own| own == recipe);
    analysis.findings.iter().find(fits)
}

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
        field.ty = Type::Text { max: Some(max) };
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
        outcome: Some(Outcome::Paid),
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

#[test]
fn a_bill_number_that_extends_another_forges_a_paid_notification() {
    let gateway = biller();
    let analysis = analyse(&gateway);
    let found = find(&analysis, Weakness::Collision, "redirect").expect("the collision is found");
    assert_eq!((&found.state, found.severity), (&State::Open, Severity::High));
    let witness = found.witness.as_ref().unwrap();
    assert_eq!((witness.signed.message.as_str(), witness.passes.message.as_str()), ("bill.pay", "bill.notification"));
    let status = witness.passes.values.iter().find(|(name, _)| name == "payment_status_code").unwrap();
    assert_eq!(status.1, "2", "a status that means paid");
    assert_eq!(witness.digest, sha1_of_md5_hex(&witness.string));

    // The pair of the threat's description: order 10012 is signed for the browser, order 1001 passes as paid.
    let sign = |recipe: &str, bill: &str, status: &str| {
        let values = [("user_id", "bot12345"), ("password", "secret"), ("bill_no", bill), ("payment_status_code", status)];
        let resolve = |name: &str| values.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
        let recipe = gateway.recipes.iter().find(|own| own.name == recipe).unwrap();
        recipe_digest(recipe, &resolve, &|_| false).unwrap().1
    };
    assert_eq!(sign("redirect", "10012", ""), sign("notification", "1001", "2"));
    assert_eq!(sign("redirect", "10012", ""), sha1_of_md5_hex("bot12345secret10012"));
}

#[test]
fn a_delimiter_before_the_status_ends_the_collision() {
    let mut gateway = biller();
    for recipe in gateway.recipes.iter_mut().filter(|own| own.name == "notification") {
        recipe.parts.insert(3, Part::Literal("#".into()));
        recipe.delimiter_chars = "#".into();
    }
    let free = |gateway: &Gateway| {
        let analysis = analyse(gateway);
        find(&analysis, Weakness::Collision, "redirect").map(|own| own.state.id())
    };
    assert_eq!(free(&gateway), Some("open"), "the bill number of a request may still hold the delimiter");
    let bill = gateway.operations[0].fields.iter_mut().find(|field| field.name == "bill_no").unwrap();
    bill.forbid = "#".into();
    assert_eq!(free(&gateway), None);
}

#[test]
fn a_bill_number_of_fixed_length_ends_the_collision() {
    // Four digits and no more, on both sides: what extends a number isn't one.
    let mut gateway = biller();
    let four: Vec<Code> = (1000..1020)
        .map(|number| Code { code: number.to_string(), rust: "N".into(), meaning: "A number.".into(), outcome: None })
        .collect();
    let list = CodeList { name: "number".into(), rust: "Number".into(), summary: "Numbers.".into(), values: four };
    gateway.codes.push(list);
    let ty = Type::Code { list: "number".into(), only: None };
    let bill = gateway.operations[0].fields.iter_mut().find(|field| field.name == "bill_no").unwrap();
    bill.ty = ty;
    // The merchant's verification takes any text for a bill number, so only the sender's side is fixed.
    let analysis = analyse(&gateway);
    let found = find(&analysis, Weakness::Collision, "redirect").unwrap();
    let witness = found.witness.as_ref().unwrap();
    let shorter = witness.passes.values.iter().find(|(name, _)| name == "bill_no").unwrap();
    assert_ne!(shorter.1.len(), 4, "{witness}");
}

/// Faspay with no value refused for the delimiter in it.
fn unguarded() -> Gateway {
    let mut gateway = tests::faspay();
    for field in gateway.operations.iter_mut().flat_map(|own| &mut own.fields) {
        field.forbid.clear();
    }
    for recipe in &mut gateway.recipes {
        recipe.delimiter_chars.clear();
    }
    gateway
}

#[test]
fn faspay_is_held_by_what_it_forbids_and_by_nothing_else() {
    let analysis = analyse(&tests::faspay());
    assert!(analysis.is_clean());
    for recipe in ["card-request", "card-response"] {
        let found = find(&analysis, Weakness::Delimiter, recipe).unwrap();
        let State::Held(by) = &found.state else { panic!("{found}") };
        assert!(by.starts_with("forbid #"), "{by}");
        assert!(found.fields.contains(&"merchant_tranid".to_owned()), "{found}");
    }
    let analysis = analyse(&unguarded());
    for recipe in ["card-request", "card-response"] {
        let found = find(&analysis, Weakness::Delimiter, recipe).unwrap();
        assert_eq!((&found.state, found.severity), (&State::Open, Severity::High), "{found}");
        let witness = found.witness.as_ref().unwrap();
        assert_ne!(witness.signed.values, witness.passes.values);
        assert_eq!(witness.digest, sha1_hex(&witness.string));
        assert!(find(&analysis, Weakness::Unguarded, recipe).is_some(), "{recipe}");
    }
    assert!(!analysis.is_clean());
}

#[test]
fn one_field_without_its_forbid_is_enough_to_be_found() {
    let mut gateway = tests::faspay();
    let register = gateway.operations.iter_mut().find(|own| own.id == "recurring.register").unwrap();
    let order = register.fields.iter_mut().find(|field| field.name == "merchant_tranid").unwrap();
    assert_eq!(order.forbid, "#");
    order.forbid.clear();
    let analysis = analyse(&gateway);
    let found = find(&analysis, Weakness::Delimiter, "card-request").unwrap();
    assert_eq!(found.state, State::Open);
    assert_eq!(found.witness.as_ref().unwrap().signed.message, "recurring.register");
    let found = find(&analysis, Weakness::Unguarded, "card-request").unwrap();
    assert_eq!(found.fields, ["merchant_tranid"]);
}

#[test]
fn the_pair_of_the_threats_list_signs_alike_without_the_refusal() {
    let gateway = tests::faspay();
    let recipe = gateway.recipes.iter().find(|own| own.name == "card-response").unwrap();
    let sign = |order: &str, amount: &str| {
        let values = [("merchantid", "shop"), ("txn_password", "secret"), ("txn_status", "S")];
        let own = [("merchant_tranid", order), ("amount", amount)];
        let resolve =
            |name: &str| values.iter().chain(&own).find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        recipe_digest(recipe, &resolve, &|_| false).unwrap().1
    };
    assert_eq!(sign("A##1.00", "2.00"), sign("A", "1.00##2.00"));
}

#[test]
fn what_faspay_leaves_unsigned_shared_and_exposed_is_found() {
    let gateway = tests::faspay();
    let analysis = analyse(&gateway);
    let joined = find(&analysis, Weakness::Joined, "recurring-member").unwrap();
    assert_eq!(joined.fields, ["user_id", "password", "member_id"]);
    let witness = joined.witness.as_ref().unwrap();
    assert_eq!(witness.digest, sha1_of_md5_hex(&witness.string));
    let texts = |values: &[(String, String)]| values.iter().map(|(_, value)| value.as_str()).collect::<String>();
    assert_eq!(texts(&witness.signed.values), texts(&witness.passes.values));
    assert_ne!(witness.signed.values, witness.passes.values);

    let unsigned = find(&analysis, Weakness::Unsigned, "card-response").unwrap();
    for inbound in &gateway.inbound {
        let Auth::Signed { covers, field: signature, .. } = &inbound.auth else { panic!() };
        for field in &inbound.fields {
            let covered = covers.contains(&field.name) || field.name == *signature;
            assert_eq!(!covered, unsigned.fields.contains(&field.name), "{} of {}", field.name, inbound.id);
        }
    }
    assert!(unsigned.fields.contains(&"currencycode".to_owned()));

    let exposed = find(&analysis, Weakness::Exposed, "card-request").unwrap();
    assert_eq!((exposed.fields.as_slice(), exposed.severity), (&["txn_password".to_owned()][..], Severity::High));
    assert!(matches!(&exposed.state, State::Told(by) if by.contains("send_txn_password")));
    let guessable = find(&analysis, Weakness::Guessable, "card-request").unwrap();
    assert!(guessable.says.contains("at most 12 characters of 68 kinds after upper-casing"), "{}", guessable.says);

    let shared = find(&analysis, Weakness::Shared, "card-response").unwrap();
    assert_eq!(shared.messages.len(), 4);
}

#[test]
fn the_trust_rule_is_asked_for_where_a_form_carries_the_secret() {
    let mut gateway = tests::faspay();
    for inbound in &mut gateway.inbound {
        let Auth::Signed { exposed_by, .. } = &mut inbound.auth else { continue };
        *exposed_by = None;
    }
    let analysis = analyse(&gateway);
    assert_eq!(find(&analysis, Weakness::Exposed, "card-request").unwrap().state, State::Open);
    gateway.settings.clear();
    assert_eq!(find(&analyse(&gateway), Weakness::Exposed, "card-request").unwrap().state, State::Open);
    for operation in &mut gateway.operations {
        operation.fields.retain(|field| field.name != "txn_password");
    }
    assert_eq!(find(&analyse(&gateway), Weakness::Exposed, "card-request"), None);
}

#[test]
fn a_card_request_passes_as_a_result_only_with_a_status_that_no_list_has() {
    let gateway = tests::faspay();
    let analysis = analyse(&gateway);
    let found = find(&analysis, Weakness::Collision, "card-request").unwrap();
    assert!(matches!(&found.state, State::Held(by) if by.contains("txn-status")), "{found}");
    let witness = found.witness.as_ref().unwrap();
    assert_eq!(witness.passes.values.last(), Some(&("txn_status".to_owned(), "0".to_owned())));
    assert_eq!(find(&analysis, Weakness::Collision, "card-response"), None, "no result passes as a request");
    // Should Faspay ever use 0 for a status, or the spec list it, that is a forgery.
    let mut gateway = gateway;
    let list = gateway.codes.iter_mut().find(|list| list.name == "txn-status").unwrap();
    list.values[5].code = "0".into();
    assert_eq!(list.values[5].outcome, Some(Outcome::Paid));
    let analysis = analyse(&gateway);
    let found = find(&analysis, Weakness::Collision, "card-request").unwrap();
    assert_eq!((&found.state, found.severity), (&State::Open, Severity::High));
}

#[test]
fn every_acknowledgement_of_faspay_is_needed_and_one_too_many_is_idle() {
    let gateway = tests::faspay();
    for (recipe, weakness) in gateway.recipes.iter().flat_map(|own| {
        own.accepts.iter().map(move |accept| (own.name.clone(), accept.weakness.clone()))
    }) {
        let mut less = gateway.clone();
        let own = less.recipes.iter_mut().find(|own| own.name == recipe).unwrap();
        own.accepts.retain(|accept| accept.weakness != weakness);
        assert!(!analyse(&less).is_clean(), "{recipe} without {weakness}");
    }
    let mut more = gateway.clone();
    let mut accept = more.recipes[0].accepts[0].clone();
    accept.weakness = "keyless".into();
    more.recipes[0].accepts.push(accept);
    let analysis = analyse(&more);
    assert!(!analysis.is_clean());
    assert_eq!((analysis.idle[0].recipe.as_str(), analysis.idle[0].weakness.as_str()), ("card-request", "keyless"));
}
