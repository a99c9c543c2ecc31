//! What the analyser says of Faspay, held against the generated library (and the interpreter beside it): fields that it
//! calls unsigned have that type, what it calls held is refused, and the pairs that it prints are signed alike.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use faspay::PaymentStatus;
use faspay::codes::TxnStatus;
use faspay_cli::engine::{Context, Engine, Environment, Received, Refusal, Value, Verdict};
use faspay_spec::engine::Through;
use faspay_spec::model::{Auth, From, Gateway, Inbound, Operation};
use faspay_spec::signatures::{Analysis, Side, State, Weakness, Witness, analyse};
use rand::prelude::*;
use rand::rngs::StdRng;
use tests::messages::{self, Pairs};
use tests::{day, inputs, merchant_with, proofs};

use super::find;

static FASPAY: LazyLock<(Gateway, Analysis)> = LazyLock::new(|| {
    let gateway = tests::faspay();
    let analysis = analyse(&gateway);
    (gateway, analysis)
});

const ENGINES: [Engine; 2] = [Engine::Generated, Engine::Interpreted];

fn witness(weakness: Weakness, recipe: &str) -> &'static Witness {
    let finding = find(&FASPAY.1, weakness, recipe).unwrap_or_else(|| panic!("{weakness:?} of {recipe}"));
    finding.witness.as_ref().unwrap()
}

fn is_held(weakness: Weakness, recipe: &str) -> bool {
    find(&FASPAY.1, weakness, recipe).is_some_and(|own| matches!(own.state, State::Held(_)))
}

fn value<'a>(side: &'a Side, name: &str) -> &'a str {
    messages::text(&side.values, name)
}

/// The fields of a message that the findings call unsigned, in table order.
fn unsigned(inbound: &Inbound) -> Vec<&str> {
    let findings = FASPAY.1.findings.iter();
    let own = findings.filter(|own| own.weakness == Weakness::Unsigned && own.messages.contains(&inbound.id));
    let named: BTreeSet<&str> = own.flat_map(|own| own.fields.iter().map(String::as_str)).collect();
    inbound.fields.iter().map(|field| field.name.as_str()).filter(|name| named.contains(name)).collect()
}

fn verify(engine: Engine, inbound: &Inbound, pairs: &Pairs, credentials: &[(String, Value)]) -> Verdict {
    let body = messages::form(pairs);
    let content_type = "application/x-www-form-urlencoded";
    let received = Received {
        inbound,
        through: Through::Server,
        content_type,
        headers: &[],
        body: &body,
        credentials,
        expect: None,
    };
    engine.verify(&FASPAY.0, received).unwrap()
}

#[test]
fn generated_types_mark_as_unsigned_what_the_analyser_calls_so() {
    let source = std::fs::read_to_string(proofs::root().join("faspay/src/generated/received.rs")).unwrap();
    for inbound in &FASPAY.0.inbound {
        let (_, own) = source.split_once(&format!("\nimpl {} {{\n", inbound.rust)).unwrap();
        let (own, _) = own.split_once("\n}\n").unwrap();
        // Long signatures are broken into lines.
        let own = own.split_whitespace().collect::<String>().replace("&self,)", "&self)");
        let signature = match &inbound.auth {
            Auth::Signed { field, .. } => field.as_str(),
            Auth::Hmac { field, .. } => field.as_str(),
            Auth::Key { .. } | Auth::Connection | Auth::None => "",
        };
        let unsigned = unsigned(inbound);
        assert!(unsigned.len() > 8 || !inbound.asks.tells_payment(), "{}", inbound.id);
        for field in &inbound.fields {
            let (_, ty) = own.split_once(&format!("pubfn{}(&self)->", field.rust)).unwrap();
            let marked = ty.starts_with("rt::Unsigned<");
            let expected =
                inbound.auth == Auth::None || unsigned.contains(&field.name.as_str()) || field.name == signature;
            assert_eq!(marked, expected, "{} of {}", field.name, inbound.id);
        }
    }
}

#[test]
fn both_engines_name_as_unsigned_what_the_analyser_calls_so() {
    let (gateway, _) = &*FASPAY;
    for inbound in messages::payments(gateway) {
        let pairs = messages::filled(gateway, inbound);
        for engine in ENGINES {
            let verdict = verify(engine, inbound, &pairs, &merchant_with(Some(false), None));
            assert_eq!(
                (verdict.signature, verdict.unsigned),
                ("valid", unsigned(inbound).iter().map(|n| (*n).into()).collect())
            );
        }
    }
}

/// A merchant whose credentials are those of a witness, where it has them.
fn merchant(side: &Side, case: &str) -> Vec<(String, Value)> {
    let mut merchant = merchant_with(Some(true), Some(case));
    for (name, own) in &mut merchant {
        if let Some((_, text)) = side.values.iter().find(|(value, _)| value == name) {
            *own = Value::Text(text.clone());
        }
    }
    merchant
}

/// Wire key, value, and whether it is sensitive.
type Form = Vec<(String, String, bool)>;

/// Field and rule of each violation.
type Refused = Vec<(String, String)>;

/// Builds the request of a side; parameters that the side doesn't name are sound.
fn build(engine: Engine, side: &Side, case: &str) -> Result<Form, Refused> {
    let gateway = &FASPAY.0;
    let operation: &Operation = gateway.operations.iter().find(|own| own.id == side.message).unwrap();
    let mut params = inputs::sound(gateway, operation, &mut StdRng::seed_from_u64(7));
    for field in operation.fields.iter().filter(|field| field.from == From::Caller) {
        if let Some((_, text)) = side.values.iter().find(|(name, _)| *name == field.name) {
            params.retain(|(name, _)| *name != field.name);
            params.push((field.name.clone(), text.clone()));
        }
    }
    let credentials = merchant(side, case);
    let context = Context {
        environment: &Environment::Sandbox,
        credentials: Some(&credentials),
        today: day(inputs::TODAY),
        fresh_key: None,
    };
    match engine.build(gateway, operation, &params, context).unwrap() {
        Ok(built) => Ok(built.fields),
        Err(Refusal::Violations(all)) => Err(all.into_iter().map(|own| (own.field, own.rule)).collect()),
        Err(Refusal::Other(reason)) => panic!("{reason}"),
    }
}

/// What a built form has under a name.
fn sent(fields: &[(String, String, bool)], name: &str) -> String {
    let field = fields.iter().find(|(key, ..)| key.eq_ignore_ascii_case(name));
    field.unwrap_or_else(|| panic!("{name} isn't sent")).1.clone()
}

#[test]
fn a_delimiter_that_is_held_when_sending_is_refused_on_both_sides_of_the_pair() {
    assert!(is_held(Weakness::Delimiter, "card-request"));
    let witness = witness(Weakness::Delimiter, "card-request");
    for engine in ENGINES {
        let refusals = [&witness.signed, &witness.passes].map(|side| build(engine, side, "as-is").unwrap_err());
        assert_eq!(refusals[0], [("merchant_tranid".to_owned(), "delimiter".to_owned())]);
        assert_eq!(refusals[1], [("amount".to_owned(), "type".to_owned())]);
    }
}

#[test]
fn a_delimiter_that_is_held_when_verifying_never_verifies_although_the_digest_fits() {
    assert!(is_held(Weakness::Delimiter, "card-response"));
    let witness = witness(Weakness::Delimiter, "card-response");
    for side in [&witness.signed, &witness.passes] {
        let inbound = FASPAY.0.inbound.iter().find(|own| own.id == side.message).unwrap();
        for engine in ENGINES {
            assert_eq!(
                verify(engine, inbound, &answer(side, &witness.digest), &merchant(side, "as-is")).signature,
                "invalid"
            );
        }
    }
}

/// The result of a side, with a signature.
fn answer(side: &Side, signature: &str) -> Pairs {
    let mut pairs: Pairs = side.values.iter().filter(|(name, _)| name != "txn_password").cloned().collect();
    pairs.push(("signature".into(), signature.to_owned()));
    pairs
}

#[test]
fn the_collision_is_real_and_what_holds_it_is_that_its_status_never_means_paid() {
    let mut collisions = FASPAY.1.findings.iter().filter(|own| own.weakness == Weakness::Collision);
    let found = collisions.find(|own| matches!(&own.state, State::Held(by) if by.contains("code list"))).unwrap();
    let witness = found.witness.as_ref().unwrap();
    let inbound = FASPAY.0.inbound.iter().find(|own| own.id == witness.passes.message).unwrap();
    for engine in ENGINES {
        let form = build(engine, &witness.signed, "as-is").unwrap();
        let signature = sent(&form, "signature");
        assert_eq!(signature, witness.digest);
        let verdict =
            verify(engine, inbound, &answer(&witness.passes, &signature), &merchant(&witness.passes, "as-is"));
        assert_eq!(verdict.signature, "valid", "a request's signature in a result");
        let status = verdict.problems.iter().find(|problem| problem.rule == "unknown-code").unwrap();
        assert_eq!(status.field, "txn_status");
    }
    assert_eq!(TxnStatus::outcome_of(value(&witness.passes, "txn_status")), PaymentStatus::Unknown);
}

#[test]
fn order_ids_that_differ_in_case_only_are_signed_alike() {
    let asked = witness(Weakness::Case, "card-request");
    let answered = witness(Weakness::Case, "card-response");
    assert_ne!(value(&asked.signed, "merchant_tranid"), value(&asked.passes, "merchant_tranid"));
    for engine in ENGINES {
        for side in [&asked.signed, &asked.passes] {
            assert_eq!(sent(&build(engine, side, "upper").unwrap(), "signature"), asked.digest);
        }
        for side in [&answered.signed, &answered.passes] {
            let inbound = FASPAY.0.inbound.iter().find(|own| own.id == side.message).unwrap();
            let verdict = verify(engine, inbound, &answer(side, &answered.digest), &merchant(side, "as-is"));
            assert_eq!(verdict.signature, "valid", "{side}");
        }
    }
}

#[test]
fn members_of_two_accounts_are_signed_alike_where_their_values_are_joined() {
    let witness = witness(Weakness::Joined, "recurring-member");
    assert_ne!(value(&witness.signed, "user_id"), value(&witness.passes, "user_id"));
    for engine in ENGINES {
        for side in [&witness.signed, &witness.passes] {
            // The inquiry's address isn't known; a registration is signed alike.
            let registration = Side { message: "recurring.register".to_owned(), ..side.clone() };
            let form = build(engine, &registration, "upper").unwrap();
            assert_eq!(sent(&form, "recurring_signature"), witness.digest, "{side}");
        }
    }
}

/// Finpay's callbacks are signed with the password of every request: the list of stored cards, whose address the merchant gives, too.
#[test]
fn a_key_that_is_also_sent_as_a_password_is_told_with_where_it_goes() {
    let mut gateway = tests::gateway("finpay");
    let sent = |gateway: &Gateway| analyse(gateway).findings.into_iter().find(|one| one.weakness == Weakness::Sent);
    let found = sent(&gateway).expect("it is found");
    assert_eq!(
        (found.messages.as_slice(), found.fields.as_slice()),
        (&["card.callback".to_owned()][..], &["merchant_key".to_owned()][..])
    );
    assert!(
        found.says.contains("card.two-click") && found.says.contains("card.retrieve-stored-card"),
        "{}",
        found.says
    );
    assert!(matches!(&found.state, State::Told(by) if by.contains("stored_card_list_url")), "{:?}", found.state);
    // A key that only signs isn't; nor is Pivot's, which it sends and nobody else gets.
    for own in &mut gateway.inbound {
        if let faspay_spec::model::Auth::Hmac { credential, .. } = &mut own.auth {
            "merchant_id".clone_into(credential);
        }
    }
    assert!(sent(&gateway).is_none());
    assert!(sent(&tests::gateway("pivot")).is_none());
}
