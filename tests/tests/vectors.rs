//! The published and the computed signature vectors, in both engines: each recipe of the spec on its own, then whole
//! requests that are built and whole answers that are verified. What is expected comes from the vector file alone.

use faspay::dynamic::RECIPES;
use faspay_cli::engine::{Built, Context, Credentials, Engine, Environment, Received, Refusal, Value, Violation};
use faspay_runtime::dynamic::{self, Piece, Recipe};
use faspay_runtime::table::{Case, Digest};
use faspay_spec::engine::{Through, recipe_digest};
use faspay_spec::model::{Digest as SpecDigest, Gateway};
use serde_json::Value as Json;
use tests::digests::sha1_hex;
use tests::messages::{self, Pairs};
use tests::{day, faspay};

const ENGINES: [Engine; 2] = [Engine::Generated, Engine::Interpreted];

/// The recipes that sign each operation of the vector file, with the key of the digest under `expected`. A casing
/// setting gives the two readings of a card signature; the others have one.
const SIGNED_BY: [(&str, &[(&str, Readings)]); 10] = [
    ("cc.payment", &[("card-request", Readings::Two)]),
    ("cc.capture", &[("card-request", Readings::Two)]),
    ("cc.void", &[("card-request", Readings::Two)]),
    ("cc.refund", &[("card-request", Readings::Two)]),
    ("cc.inquiry", &[("card-request", Readings::Two)]),
    ("cc.token", &[("card-token", Readings::One("sha1"))]),
    ("cc.last_token", &[("card-last-token", Readings::Two)]),
    ("cc.response", &[("card-response", Readings::Two)]),
    (
        "recurring.register",
        &[("card-request", Readings::Two), ("recurring-member", Readings::One("recurring_signature"))],
    ),
    ("recurring.member", &[("recurring-member", Readings::One("sha1_md5"))]),
];

/// Operations of products that the spec doesn't have yet. When it gets their recipes, their vectors must move up.
const NO_RECIPE_YET: [&str; 6] =
    ["debit.post", "debit.channel", "debit.cancel", "debit.notification", "debit.va_static", "snap.request"];

#[derive(Clone, Copy)]
enum Readings {
    One(&'static str),
    Two,
}

fn file() -> Json {
    serde_json::from_str(faspay_tables::FASPAY_VECTORS).expect("the vector file is JSON")
}

fn vectors() -> Vec<Json> {
    file()["vectors"].as_array().expect("vectors").clone()
}

fn published() -> Vec<Json> {
    file()["published"].as_array().expect("published").clone()
}

fn str_of<'a>(json: &'a Json, key: &str) -> &'a str {
    json[key].as_str().unwrap_or_else(|| panic!("{key} in {json}"))
}

/// What a vector gives for a name in a recipe. Requests that have no transaction yet sign `0` in its place.
fn input<'a>(vector: &'a Json, name: &str) -> Option<&'a str> {
    match vector["input"].get(name) {
        Some(value) => Some(value.as_str().expect("inputs of recipes are texts")),
        None => (name == "transactionid").then_some("0"),
    }
}

/// The string and the digest by the interpreter's recipe of this name.
fn interpreted<'a>(
    gateway: &Gateway,
    name: &str,
    resolve: &dyn Fn(&str) -> Option<&'a str>,
    upper: bool,
) -> (String, String) {
    let recipe = gateway.recipes.iter().find(|recipe| recipe.name == name).expect("the spec has the recipe");
    recipe_digest(recipe, &|name| resolve(name).map(str::to_owned), &|_| upper).expect("every value is there")
}

/// The string and the digest by the generated recipe of this name.
fn generated<'a>(name: &str, resolve: &dyn Fn(&str) -> Option<&'a str>, upper: bool) -> (String, String) {
    let recipe = RECIPES.iter().find(|recipe| recipe.name == name).expect("the library has the recipe");
    let (text, hex) = dynamic::recipe(recipe, resolve, upper).expect("every value is there");
    (text.to_string(), hex)
}

#[test]
fn every_vector_of_a_known_recipe_is_reproduced() {
    let gateway = faspay();
    let mut tried = 0;
    for vector in vectors() {
        let (id, op) = (str_of(&vector, "id"), str_of(&vector, "op"));
        let Some((_, recipes)) = SIGNED_BY.iter().find(|(own, _)| *own == op) else {
            assert!(NO_RECIPE_YET.contains(&op), "{id}: nothing says how {op} is signed");
            continue;
        };
        for (recipe, readings) in *recipes {
            let readings = match readings {
                Readings::One(key) => vec![(*key, false)],
                Readings::Two => vec![("tranid_as_is", false), ("all_uppercase", true)],
            };
            for (key, upper) in readings {
                let expected = str_of(&vector["expected"], key);
                let resolve = |name: &str| input(&vector, name);
                let ours = generated(recipe, &resolve, upper);
                let theirs = interpreted(&gateway, recipe, &resolve, upper);
                assert_eq!((&*ours.1, &*theirs.1), (expected, expected), "{id} {recipe} {key}");
                assert_eq!(ours.0, theirs.0, "{id} {recipe} {key}");
                if key != "all_uppercase" && key != "recurring_signature" {
                    assert_eq!(ours.0, str_of(&vector, "string_to_sign"), "{id} {recipe}");
                }
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 30, "vectors came or went; read what they say and change the number");
}

#[test]
fn every_recipe_of_the_spec_has_vectors_and_every_vector_is_accounted_for() {
    let gateway = faspay();
    let used = |recipe: &str| SIGNED_BY.iter().any(|(_, recipes)| recipes.iter().any(|(own, _)| *own == recipe));
    for recipe in &gateway.recipes {
        assert!(used(&recipe.name) || !recipe.vectors.is_empty(), "no vector tries the recipe {}", recipe.name);
    }
    let of = |recipes: Vec<&str>| recipes.into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        of(RECIPES.iter().map(|recipe| recipe.name).collect()),
        of(gateway.recipes.iter().map(|recipe| recipe.name.as_str()).collect())
    );
    let ops: Vec<String> = vectors().iter().map(|vector| str_of(vector, "op").to_owned()).collect();
    for op in SIGNED_BY.iter().map(|(op, _)| *op).chain(NO_RECIPE_YET) {
        assert!(ops.iter().any(|own| own == op), "{op} has no vector any more");
    }
}

/// A recipe that signs one given text: the digest alone.
fn whole(digest: Digest) -> Recipe {
    Recipe { name: "whole", digest, pieces: &[Piece::Value("text", Case::AsIs)] }
}

#[test]
fn every_published_digest_follows_from_its_string() {
    for vector in published() {
        let (text, expected) = (str_of(&vector, "string_to_sign"), str_of(&vector, "published").to_ascii_lowercase());
        let (ours, theirs) = match str_of(&vector, "algorithm") {
            "sha1" => (Digest::Sha1Hex, SpecDigest::Sha1Hex),
            "sha1md5" => (Digest::Sha1OfMd5Hex, SpecDigest::Sha1OfMd5Hex),
            other => panic!("{other}"),
        };
        let (_, hex) = dynamic::recipe(&whole(ours), |_| Some(text), false).unwrap();
        assert_eq!(hex, expected, "{}", vector["id"]);
        assert_eq!(faspay_spec::engine::digest(theirs, text), expected, "{}", vector["id"]);
    }
}

/// The values of `##merchant##password##order##amount##last##`.
fn parts_of<'a>(text: &'a str, last: &'static str) -> Vec<(&'static str, &'a str)> {
    let inner = text.strip_prefix("##").and_then(|text| text.strip_suffix("##")).expect("a card string");
    let names = ["merchantid", "txn_password", "merchant_tranid", "amount", last];
    let values: Vec<&str> = inner.split("##").collect();
    assert_eq!(values.len(), names.len(), "{text}");
    names.into_iter().zip(values).collect()
}

#[test]
fn the_published_card_strings_come_out_of_the_recipes() {
    let gateway = faspay();
    for (id, recipe, last) in [
        ("pub-01", "card-request", "transactionid"),
        ("pub-03", "card-response", "txn_status"),
        ("pub-04", "card-request", "transactionid"),
    ] {
        let vector = published().into_iter().find(|vector| vector["id"] == id).expect(id);
        let text = str_of(&vector, "string_to_sign").to_owned();
        let parts = parts_of(&text, last);
        let resolve = |name: &str| parts.iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
        let expected = (text.clone(), str_of(&vector, "published").to_ascii_lowercase());
        for upper in [false, true] {
            assert_eq!(generated(recipe, &resolve, upper), expected, "{id}");
            assert_eq!(interpreted(&gateway, recipe, &resolve, upper), expected, "{id}");
        }
    }
}

#[test]
fn the_misprinted_response_example_is_upper_cased_and_stands_among_the_contradictions() {
    let gateway = faspay();
    let vector = published().into_iter().find(|vector| vector["id"] == "pub-02").unwrap();
    let text = str_of(&vector, "string_to_sign").to_owned();
    let parts = parts_of(&text, "txn_status");
    let resolve = |name: &str| parts.iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
    // The digest that the page's own rule gives, from the note of the vector.
    let by_rule = "028c17f7cbd52769544cee0822c5f63bcc394dad";
    assert!(str_of(&vector, "note").contains(&by_rule.to_ascii_uppercase()));
    assert_eq!(generated("card-response", &resolve, false).1, by_rule);
    assert_eq!(interpreted(&gateway, "card-response", &resolve, false).1, by_rule);
    for id in ["pub-02", "pub-09"] {
        let mentions = gateway.contradictions.iter().filter(|one| one.against.contains(id));
        assert_eq!(mentions.count(), 1, "{id} must stand in contradictions.yaml, with what we do about it");
    }
}

fn merchant(vector: &Json, case: Option<&str>) -> Vec<(String, Value)> {
    let of = |name: &str, else_: &str| {
        let text = vector["input"].get(name).and_then(Json::as_str).unwrap_or(else_);
        (name.to_owned(), Value::Text(text.to_owned()))
    };
    let mut merchant = vec![of("merchantid", ""), of("txn_password", ""), of("user_id", "u"), of("password", "p")];
    merchant.push(("merchant_id".to_owned(), Value::Text("99999".to_owned())));
    merchant.push(("send_txn_password".to_owned(), Value::Bool(false)));
    merchant.extend(case.map(|case| ("merchant_tranid_case".to_owned(), Value::Text(case.to_owned()))));
    merchant
}

fn build(engine: Engine, gateway: &Gateway, vector: &Json, case: Option<&str>) -> Result<Built, Vec<Violation>> {
    let (operation, mut params) = match str_of(vector, "op") {
        "cc.payment" => (
            "card.payment-window",
            vec![
                ("transactiontype", "1"),
                ("currencycode", "IDR"),
                ("response_type", "2"),
                ("shopper_ip", "203.0.113.7"),
            ],
        ),
        "recurring.register" => (
            "recurring.register",
            vec![
                ("member_name", "Jane Roe"),
                ("member_email", "jane@example.test"),
                ("member_email_notif", "t"),
                ("process_date", "20"),
                ("recurring_amount", "5000"),
                ("recurring_start_date", "2026-11-20"),
                ("recurring_end_date", "2027-11-20"),
                ("recurring_period", "M"),
                ("recurring_period_at", "1"),
                ("recurring_accumulate_at", "0"),
            ],
        ),
        other => panic!("{other} can't be built"),
    };
    let operation = gateway.operations.iter().find(|own| own.id == operation).expect("the spec has it");
    params.push(("return_url", "https://shop.example.test/r"));
    for (name, otherwise) in [
        ("merchant_tranid", ""),
        ("amount", ""),
        ("member_id", ""),
        ("description", "Gold plan"),
        ("custname", "Jane Roe"),
        ("custemail", "jane@example.test"),
    ] {
        params.push((name, vector["input"].get(name).and_then(Json::as_str).unwrap_or(otherwise)));
    }
    let params: Pairs = params
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect();
    let credentials = merchant(vector, case);
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&credentials),
        today: day("2026-11-20"),
        fresh_key: None,
    };
    engine.build(gateway, operation, &params, context).unwrap().map_err(|refusal| match refusal {
        Refusal::Violations(violations) => violations,
        Refusal::Other(other) => panic!("{other}"),
    })
}

fn value<'a>(built: &'a Built, key: &str) -> &'a str {
    built.fields.iter().find(|(own, ..)| own == key).map_or("", |(_, text, _)| text)
}

#[test]
fn requests_are_built_with_the_signatures_of_the_vectors() {
    let gateway = faspay();
    let mut built_vectors = Vec::new();
    for vector in vectors() {
        let (id, op) = (str_of(&vector, "id"), str_of(&vector, "op"));
        if !["cc.payment", "recurring.register"].contains(&op) {
            continue;
        }
        if id == "cc-pay-05" {
            // Its order id holds what separates the parts of the string: a computed value, never to be sent.
            for engine in ENGINES {
                let violations = build(engine, &gateway, &vector, Some("upper")).unwrap_err();
                let found: Vec<_> = violations.iter().map(|one| (one.field.as_str(), one.rule.as_str())).collect();
                assert_eq!(found, [("merchant_tranid", "delimiter")], "{id}");
            }
            continue;
        }
        let expected = |key: &str| str_of(&vector["expected"], key);
        for engine in ENGINES {
            for (case, key) in [("as-is", "tranid_as_is"), ("upper", "all_uppercase")] {
                let built = build(engine, &gateway, &vector, Some(case)).unwrap_or_else(|v| panic!("{id}: {v:?}"));
                assert_eq!(value(&built, "SIGNATURE"), expected(key), "{id} {case} {engine:?}");
                if op == "recurring.register" {
                    assert_eq!(value(&built, "recurring_signature"), expected("recurring_signature"), "{id}");
                }
                // The order goes out as it was given, whatever is signed, and markup in free text stays whole.
                for (key, name) in
                    [("MERCHANT_TRANID", "merchant_tranid"), ("CUSTNAME", "custname"), ("DESCRIPTION", "description")]
                {
                    if let Some(text) = vector["input"].get(name).and_then(Json::as_str) {
                        assert_eq!(value(&built, key), text, "{id}");
                    }
                }
            }
            match build(engine, &gateway, &vector, None) {
                Ok(built) => {
                    assert_eq!(vector["ambiguous"], false, "{id}");
                    assert_eq!(value(&built, "SIGNATURE"), expected("tranid_as_is"), "{id}");
                }
                Err(violations) => {
                    assert_eq!(vector["ambiguous"], true, "{id}: {violations:?}");
                    let found: Vec<_> = violations
                        .iter()
                        .map(|one| (one.field.as_str(), one.rule.as_str(), one.limit.as_str()))
                        .collect();
                    assert_eq!(found, [("merchant_tranid", "case-undecided", "merchant_tranid_case")], "{id}");
                }
            }
        }
        built_vectors.push(id.to_owned());
    }
    assert_eq!(built_vectors, ["cc-pay-01", "cc-pay-03", "cc-pay-07", "cc-pay-09", "rec-02"]);
}

#[test]
fn keys_are_cased_as_in_the_recorded_forms() {
    let gateway = faspay();
    for vector in vectors().iter().filter(|vector| vector.get("form").is_some()) {
        let recorded: Vec<&str> =
            vector["form"]["fields"].as_array().unwrap().iter().map(|pair| pair[0].as_str().unwrap()).collect();
        for engine in ENGINES {
            let built = build(engine, &gateway, vector, Some("as-is")).unwrap();
            let mut compared = 0;
            for (key, ..) in &built.fields {
                if let Some(recorded) = recorded.iter().find(|own| own.eq_ignore_ascii_case(key)) {
                    assert_eq!(key, recorded);
                    compared += 1;
                }
            }
            assert!(compared >= 12, "{compared}");
        }
    }
}

fn response(vector: &Json) -> Pairs {
    let of = |name: &str| (name.to_owned(), str_of(&vector["input"], name).to_owned());
    let mut pairs: Pairs = ["merchantid", "merchant_tranid", "amount", "txn_status"].map(of).to_vec();
    pairs.push(("currencycode".to_owned(), "IDR".to_owned()));
    pairs.push(("signature".to_owned(), str_of(&vector["expected"], "tranid_as_is").to_ascii_uppercase()));
    pairs
}

fn verdict(
    engine: Engine,
    gateway: &Gateway,
    id: &str,
    body: &[u8],
    credentials: &Credentials,
) -> faspay_cli::engine::Verdict {
    let inbound = gateway.inbound.iter().find(|inbound| inbound.id == id).expect(id);
    let content_type = "application/x-www-form-urlencoded";
    let received =
        Received { inbound, through: Through::Server, content_type, headers: &[], body, credentials, expect: None };
    engine.verify(gateway, received).unwrap()
}

fn signature(engine: Engine, gateway: &Gateway, pairs: &[(String, String)], credentials: &Credentials) -> &'static str {
    verdict(engine, gateway, "card.result", &messages::form(pairs), credentials).signature
}

#[test]
fn answers_with_the_signatures_of_the_vectors_verify() {
    let gateway = faspay();
    let mut verified = 0;
    for vector in vectors().iter().filter(|vector| vector["op"] == "cc.response") {
        for engine in ENGINES {
            // What the merchant decided about sending doesn't matter when receiving.
            for case in [None, Some("as-is"), Some("upper")] {
                let credentials = merchant(vector, case);
                assert_eq!(signature(engine, &gateway, &response(vector), &credentials), "valid", "{}", vector["id"]);
                let mut other = credentials.clone();
                other[1].1 = Value::Text("abcdf".to_owned());
                assert_eq!(signature(engine, &gateway, &response(vector), &other), "invalid", "{}", vector["id"]);
            }
        }
        verified += 1;
    }
    assert_eq!(verified, 2);
}

#[test]
fn an_answer_verifies_under_either_reading_of_its_order_id() {
    let gateway = faspay();
    let vector = &vectors().into_iter().find(|vector| vector["id"] == "cc-res-02").unwrap();
    for (signed_order, valid) in [("inv-aß", true), ("INV-Aß", true), ("Inv-Aß", false), ("INV-ASS", false)] {
        let mut pairs = response(vector);
        messages::set(&mut pairs, "merchant_tranid", "inv-aß");
        let text = format!("##COMMONWEALTH##ABCDE##{signed_order}##100000.00##A##");
        messages::set(&mut pairs, "signature", &sha1_hex(&text));
        for engine in ENGINES {
            for case in [None, Some("as-is"), Some("upper")] {
                let found = signature(engine, &gateway, &pairs, &merchant(vector, case));
                assert_eq!(found, if valid { "valid" } else { "invalid" }, "{signed_order} {case:?}");
            }
        }
    }
}

/// The recorded answer of pub-03, with another signature and status in it.
fn recorded(signature: &str, status: &str) -> Pairs {
    [
        ("merchantid", "commonwealth"),
        ("merchant_tranid", "2019061200757"),
        ("amount", "100000.00"),
        ("currencycode", "IDR"),
        ("txn_status", status),
        ("err_code", "5533"),
        ("signature", signature),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec()
}

#[test]
fn the_recorded_answer_verifies_and_the_request_recorded_beside_it_does_not() {
    let gateway = faspay();
    let by_id = |id: &str| published().into_iter().find(|vector| vector["id"] == id).unwrap();
    let answer = by_id("pub-03");
    let request = by_id("pub-04");
    let credentials = merchant(&vectors()[0], None);
    let statuses = gateway.codes.iter().find(|list| list.name == "txn-status").unwrap();
    assert!(statuses.values.len() > 20);
    for engine in ENGINES {
        let says = |signature_of: &Json, status: &str| {
            signature(engine, &gateway, &recorded(str_of(signature_of, "published"), status), &credentials)
        };
        assert_eq!(says(&answer, "E"), "valid");
        // A request's signature vouches for no status there is: S, C, or whatever the list has.
        for status in &statuses.values {
            assert_eq!(says(&request, &status.code), "invalid", "{}", status.code);
        }
    }
}

/// Requests and answers are joined alike, so the digest of a request is that of an answer whose status is the request's
/// last part. That is no status of the list, and the payment stays unknown.
#[test]
fn a_request_signature_in_an_answer_never_means_paid() {
    use faspay::received::CardResult;
    use faspay::{Amount, Expected, PaymentStatus, Received};

    let gateway = faspay();
    let payment = &vectors()[0];
    let of_window = str_of(&payment["expected"], "tranid_as_is").to_owned();
    let of_void = str_of(&published()[3], "published").to_owned();
    for (signature, last) in [(of_window, "0"), (of_void, "66A93765-1DC2-46FD-B542-267AF1B75AE4")] {
        let body = messages::form(&recorded(&signature, last));
        for engine in ENGINES {
            let verdict = verdict(engine, &gateway, "card.result", &body, &merchant(payment, None));
            let unknown =
                verdict.problems.iter().any(|one| (&*one.field, &*one.rule) == ("txn_status", "unknown-code"));
            assert!(unknown, "{:?}", verdict.problems);
        }
        let credentials =
            faspay::Credentials::new().merchantid("commonwealth").txn_password("abcde").send_txn_password(false);
        let received = Received::<CardResult>::parse("application/x-www-form-urlencoded", &body).unwrap();
        let expected = Expected::new("2019061200757", Amount::idr(100_000));
        let reconciled = received.verify(&credentials).unwrap().reconcile(&expected).unwrap();
        assert_eq!(reconciled.status(), PaymentStatus::Unknown);
    }
}
