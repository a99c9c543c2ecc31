//! An invented scheme that joins a bill number to whatever follows: its collision is found, and ends with what would end
//! it in the world.

use faspay_spec::engine::recipe_digest;
use faspay_spec::model::Gateway;
use faspay_spec::model::{Code, CodeList, Part, Type};
use faspay_spec::signatures::{Severity, State, Weakness, analyse};
use tests::biller::biller;
use tests::digests::sha1_of_md5_hex;

use super::find;

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
        let values =
            [("user_id", "bot12345"), ("password", "secret"), ("bill_no", bill), ("payment_status_code", status)];
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
        .map(|number| Code {
            code: number.to_string(),
            rust: "N".into(),
            meaning: "A number.".into(),
            basis: faspay_spec::model::Basis::Documented,
            outcome: None,
            advice: None,
        })
        .collect();
    let list = CodeList {
        name: "number".into(),
        rust: "Number".into(),
        summary: "Numbers.".into(),
        advice_basis: None,
        standalone: None,
        values: four,
    };
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
