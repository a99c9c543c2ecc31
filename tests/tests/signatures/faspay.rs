//! What the analyser has to find by itself in Faspay's recipes, and what it says once something that holds is taken out of
//! the model.

use faspay_spec::engine::recipe_digest;
use faspay_spec::model::{Auth, Gateway, Outcome, Transport};
use faspay_spec::signatures::{Analysis, Finding, Severity, State, Weakness, analyse};
use tests::digests::{sha1_hex, sha1_of_md5_hex};

use super::{find, find_among};

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
    let found = find_among(&analysis, Weakness::Delimiter, "card-request", "recurring.register").unwrap();
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
    for inbound in tests::messages::payments(&gateway) {
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
    assert_eq!(shared.messages.len(), 8);
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
fn no_reason_in_the_spec_replaces_the_trust_rule() {
    let mut gateway = tests::faspay();
    for recipe in &mut gateway.recipes {
        let mut accept = recipe.accepts[0].clone();
        accept.weakness = "exposed".into();
        recipe.accepts.push(accept);
    }
    let result = gateway.inbound.iter_mut().find(|own| own.id == "card.result").unwrap();
    let Auth::Signed { exposed_by, .. } = &mut result.auth else { panic!() };
    *exposed_by = None;
    let analysis = analyse(&gateway);
    let found = find(&analysis, Weakness::Exposed, "card-request").unwrap();
    assert_eq!(found.state, State::Open, "{found}");
    assert!(found.says.ends_with("makes card.result need an inquiry."), "{found}");
    assert!(
        analysis.idle.iter().all(|idle| idle.weakness == "exposed") && analysis.idle.len() == gateway.recipes.len()
    );
    // A secret that signs requests only leads to no forged result.
    gateway.inbound.clear();
    gateway.settings.clear();
    assert!(matches!(find(&analyse(&gateway), Weakness::Exposed, "card-request").unwrap().state, State::Told(_)));
}

#[test]
fn what_the_shopper_sees_of_a_request_passes_as_a_result_only_with_a_status_that_no_list_has() {
    /// What a form, which ends with 0, can pass as among results.
    fn forged(analysis: &Analysis) -> &Finding {
        let collisions = analysis.findings.iter().filter(|own| own.weakness == Weakness::Collision);
        let mut forms = collisions.filter(|own| own.recipes == ["card-request", "card-response"]);
        forms.find(|own| own.messages.contains(&"card.payment-window".to_owned())).unwrap()
    }
    let gateway = tests::faspay();
    let analysis = analyse(&gateway);
    let found = forged(&analysis);
    assert!(matches!(&found.state, State::Held(by) if by.contains("txn-status")), "{found}");
    let witness = found.witness.as_ref().unwrap();
    assert_eq!(witness.passes.values.last(), Some(&("txn_status".to_owned(), "0".to_owned())));
    // Should Faspay ever use 0 for a status, or the spec list it, that is a forgery.
    let mut gateway = gateway;
    let list = gateway.codes.iter_mut().find(|list| list.name == "txn-status").unwrap();
    list.values[5].code = "0".into();
    assert_eq!(list.values[5].outcome, Some(Outcome::Paid));
    let analysis = analyse(&gateway);
    let found = forged(&analysis);
    assert!(gateway.recipes[0].accepts.iter().any(|accept| accept.weakness == "collision"));
    assert_eq!((&found.state, found.severity), (&State::Open, Severity::High), "no reason will do");
}

/// A capture is signed over an id, and an id could be C. What holds is that no browser carries a capture.
#[test]
fn what_a_server_signs_passes_as_a_paid_result_and_only_the_connection_holds_it() {
    fn capture(gateway: &Gateway) -> Finding {
        let collisions = analyse(gateway).findings.into_iter().filter(|own| own.weakness == Weakness::Collision);
        let mut high = collisions.filter(|own| own.severity == Severity::High);
        let found = high.next().unwrap();
        assert_eq!(high.next(), None);
        found
    }
    let mut gateway = tests::faspay();
    let found = capture(&gateway);
    let witness = found.witness.as_ref().unwrap();
    assert_eq!((witness.signed.message.as_str(), &witness.passes.values[4].1[..]), ("card.capture", "C"));
    assert!(matches!(&found.state, State::Held(by) if by.starts_with("the connection")), "{found}");
    let void = gateway.operations.iter_mut().find(|own| own.id == "card.void").unwrap();
    void.transport = Transport::BrowserForm;
    assert_eq!(capture(&gateway).state, State::Open, "one of them in a browser is enough");
}

#[test]
fn every_acknowledgement_of_faspay_is_needed_and_one_too_many_is_idle() {
    let gateway = tests::faspay();
    for (recipe, weakness) in gateway
        .recipes
        .iter()
        .flat_map(|own| own.accepts.iter().map(move |accept| (own.name.clone(), accept.weakness.clone())))
    {
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
