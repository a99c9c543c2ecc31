//! A merchant who keeps a spec of their own. `spec/acme` holds an invented gateway; the macro expands its types here,
//! and a change of a YAML file rebuilds the crate.

/// Everything that the spec of Acme says, as types.
pub mod acme {
    faspay_derive::generate!("spec/acme");
}

#[cfg(test)]
mod tests {
    use super::acme::window::{Pay, PayOptional};
    use super::acme::{Callback, Client, Credentials};
    use faspay_runtime::{Amount, Clock, Date, Environment, PaymentStatus};

    const FORM: &str = "application/x-www-form-urlencoded";

    fn credentials() -> Credentials {
        Credentials::new().shop("1234").shop_secret("s3cret")
    }

    fn client() -> Client {
        Client::new(Environment::Sandbox, credentials(), Clock::fixed(Date::new(2026, 11, 20).unwrap()))
    }

    fn pay(ship_by: Option<Date>) -> Pay {
        let optional = PayOptional { ship_by, ..PayOptional::default() };
        Pay { order: "A-1".into(), total: Amount::idr(5_000), optional }
    }

    #[test]
    fn the_form_carries_the_seal_of_the_published_vector() {
        let prepared = client().prepare(&pay(None)).unwrap();
        let fields: Vec<_> = prepared.fields().iter().map(|field| (field.key, field.value.as_str())).collect();
        assert_eq!(
            fields,
            [
                ("shop", "1234"),
                ("order", "A-1"),
                ("total", "5000.00"),
                ("currency", "IDR"),
                ("seal", "bc3a263426f847d2904af198b91e34c1aca3fe8e"),
            ]
        );
    }

    #[test]
    fn a_broken_rule_is_named() {
        let violations = client().validate(&pay(Some(Date::new(2026, 11, 20).unwrap()))).unwrap_err();
        let rules: Vec<_> = violations.iter().map(|violation| violation.rule.as_str()).collect();
        assert_eq!(rules, ["ships-later"]);
    }

    #[test]
    fn a_sealed_answer_to_what_was_asked_is_paid() {
        let expected = client().prepare(&pay(None)).unwrap().expected().unwrap();
        let body =
            "shop=1234&order=A-1&total=5000.00&currency=IDR&state=done&seal=8b211c9ea9daaf0d1dcd34bbe8191bee855990a9";
        let Callback::Paid(message) = Callback::parse(FORM, body.as_bytes()).unwrap();
        let reconciled = message.verify(&credentials()).unwrap().reconcile(&expected).unwrap();
        assert_eq!(reconciled.status(), PaymentStatus::Paid);
    }

    #[test]
    fn a_sealed_answer_with_another_state_is_refused() {
        let body =
            "shop=1234&order=A-1&total=5000.00&currency=IDR&state=gone&seal=8b211c9ea9daaf0d1dcd34bbe8191bee855990a9";
        let Callback::Paid(message) = Callback::parse(FORM, body.as_bytes()).unwrap();
        assert!(message.verify(&credentials()).is_err());
    }
}
