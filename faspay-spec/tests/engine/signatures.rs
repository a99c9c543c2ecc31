//! Signature strings and digests against values that the vendor published or that follow from the documented formulas.

use faspay_spec::engine::{Environment, build, digest, recipe_digest};
use faspay_spec::model::{Case, Digest, Part};

use crate::model::*;

#[test]
fn published_digests_are_reproduced() {
    // The card request and response of the documentation, and a recorded answer of the vendor's sandbox with its echoed request.
    for (text, published) in [
        ("##TEST01##059B8125F##20061123_003##100.00##50126##", "537BDA3DBD1D7F5D763F9880E18AFC1C83BC9353"),
        ("##TEST01##4E62f498C##OID00001##192.00##A##", "D8F437D951EC1DABB52127A22F91748B473658DC"),
        ("##COMMONWEALTH##ABCDE##2019061200757##100000.00##E##", "7EA82428BB17D204C74E53C7CC0FD5F28903D068"),
        (
            "##COMMONWEALTH##ABCDE##2019061200757##100000.00##66A93765-1DC2-46FD-B542-267AF1B75AE4##",
            "A2389173C0E667AB5A8E7491D5712C9A40683178",
        ),
    ] {
        assert_eq!(digest(Digest::Sha1Hex, text), published.to_ascii_lowercase());
    }
    // Debit notifications and the recurring one, from public samples.
    for (text, published) in [
        ("bot98765p@ssw0rd98765123456789", "5807a17ccd950904ec0a303725fa8a4b36c89e2f"),
        ("bot99999p@ssw0rd4732", "1f481afadffd1d542172796ca5fb97fd6e1bc138"),
        ("bot33608p@ssw0rd9876512345678102", "3cb86dcac28937b44c4c6030043b9de3a785a579"),
        ("bot98765p@ssw0rd5C4B9A99-4C54-4577-9B90-6453EC9725262", "aa076e1155ca941b865d4176ee005c24b08c3e0e"),
    ] {
        assert_eq!(digest(Digest::Sha1OfMd5Hex, text), published);
    }
}

#[test]
fn sha256_is_written_in_base64() {
    for (text, is) in [
        // printf '…' | openssl dgst -sha256 -binary | base64
        ("##MPGS_PURCHASE##ABCDE##TKN106##10000.00##0##", "BqCVfWYeCi2CaFdc0DqexokFaM8maYGJ/qoNYE8APN0="),
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ] {
        assert_eq!(digest(Digest::Sha256Base64, text), is);
    }
}

/// What `recipe` gives for these values, with the casing setting at `upper` or not.
fn signed(recipe: &str, values: &[(&str, &str)], upper: bool) -> (String, String) {
    let gateway = gateway();
    let recipe = gateway.recipes.iter().find(|r| r.name == recipe).expect("a recipe");
    let resolve = |name: &str| {
        let found = values.iter().find(|(n, _)| *n == name);
        found.map(|(_, text)| (*text).to_owned())
    };
    recipe_digest(recipe, &resolve, &|_| upper).expect("every value is there")
}

fn card(recipe: &str, inputs: [&str; 5], upper: bool) -> (String, String) {
    let last = if recipe == "card-result" { "txn_status" } else { "transactionid" };
    let names = ["merchantid", "txn_password", "merchant_tranid", "amount", last];
    let values: Vec<(&str, &str)> = names.into_iter().zip(inputs).collect();
    signed(recipe, &values, upper)
}

#[test]
fn card_requests_sign_as_computed_from_the_documented_formula() {
    // Inputs, string to sign, digest with the id as it is, digest with everything upper-cased.
    for (inputs, text, as_is, upper) in [
        (
            ["commonwealth", "abcde", "2019061200757", "100000.00", "0"],
            "##COMMONWEALTH##ABCDE##2019061200757##100000.00##0##",
            "a8018cb347e9464bb456d45369481dc7d4a37021",
            "a8018cb347e9464bb456d45369481dc7d4a37021",
        ),
        (
            ["TEST01", "059b8125f", "20061123_003", "100.00", "0"],
            "##TEST01##059B8125F##20061123_003##100.00##0##",
            "05bd4d5ee4b39218fd7a0021b4b99e17de557790",
            "05bd4d5ee4b39218fd7a0021b4b99e17de557790",
        ),
        (
            ["Tester_01", "p@ss w0rd&+=", "ORD/1#2", "1.00", "0"],
            "##TESTER_01##P@SS W0RD&+=##ORD/1#2##1.00##0##",
            "19955e235783ec14be88dd246920289a1a48f31c",
            "19955e235783ec14be88dd246920289a1a48f31c",
        ),
        (
            ["faspay", "abcde", "ZERO", "0.00", "0"],
            "##FASPAY##ABCDE##ZERO##0.00##0##",
            "d79c3e43f67fbc3837cb911c4ae8c1a0232b1001",
            "d79c3e43f67fbc3837cb911c4ae8c1a0232b1001",
        ),
        (
            ["TEST01", "059B8125F", "20061123_003", "100.00", "50126"],
            "##TEST01##059B8125F##20061123_003##100.00##50126##",
            "537bda3dbd1d7f5d763f9880e18afc1c83bc9353",
            "537bda3dbd1d7f5d763f9880e18afc1c83bc9353",
        ),
        (
            ["sophia_store", "abcde", "V-2", "5000.00", "39515"],
            "##SOPHIA_STORE##ABCDE##V-2##5000.00##39515##",
            "f1b529797247f27973428556b1724a6afa8fce05",
            "f1b529797247f27973428556b1724a6afa8fce05",
        ),
        (
            ["sophia_store", "abcde", "I 2&x=y", "5000.00", "0"],
            "##SOPHIA_STORE##ABCDE##I 2&x=y##5000.00##0##",
            "e092ae2f8cb9afc784e2ad559016ced314f89f0e",
            "9a5a8429083984e03700cf3f0f407aed78238e5b",
        ),
        (
            ["faspay", "abcde", "reg-abc", "150000.00", "0"],
            "##FASPAY##ABCDE##reg-abc##150000.00##0##",
            "8296f11fa9320019ffc2c84864e239309858d48a",
            "11e2610f93913ad3e0fa25602b7b8ac1c0404e35",
        ),
    ] {
        assert_eq!(card("card-request", inputs, false), (text.to_owned(), as_is.to_owned()));
        let raised = text.to_ascii_uppercase();
        assert_eq!(card("card-request", inputs, true), (raised, upper.to_owned()));
    }
}

#[test]
fn card_results_sign_as_computed_from_the_documented_formula() {
    for (status, expected) in
        [("A", "16a97ceb3f530a0197fbf4b59d4272e9f2c8e193"), ("E", "7ea82428bb17d204c74e53c7cc0fd5f28903d068")]
    {
        let inputs = ["commonwealth", "abcde", "2019061200757", "100000.00", status];
        assert_eq!(card("card-result", inputs, false).1, expected);
    }
}

#[test]
fn member_signatures_are_sha1_over_the_md5_digits_of_the_utf8_bytes() {
    for (user, password, member, expected) in [
        ("bot99999", "p@ssw0rd", "M-é-1", "545bd94e39e489c368a5b49b8f9fa209a9e0c418"),
        ("bot99999", "p'w$1\\x", "member-77", "9c82965e6ca0aef215dfb41031c2f61ad1101710"),
        ("john99999", "9bdqHG2N", "20220310000000", "ec8331b74b8141d8649f5795e8d8a9ba01e7b499"),
    ] {
        let values = [("user_id", user), ("password", password), ("member_id", member)];
        let (text, hex) = signed("member", &values, false);
        assert_eq!(text, format!("{user}{password}{member}"));
        assert_eq!(hex, expected);
    }
}

#[test]
fn upper_casing_is_ascii_only() {
    let (text, _) = card("card-request", ["straße", "ıàz", "ﬁ", "1", "0"], true);
    assert_eq!(text, "##STRAßE##ıàZ##ﬁ##1##0##");
}

#[test]
fn a_name_without_a_value_is_an_error_and_not_an_empty_text() {
    let recipe = recipe("r", Digest::Sha1Hex, vec![Part::Literal("a".to_owned()), value("b", Case::AsIs)], "");
    let result = recipe_digest(&recipe, &|_| None, &|_| false);
    assert_eq!(result, Err("b".to_owned()));
}

#[test]
fn a_field_of_the_message_comes_before_a_constant_and_a_constant_before_a_credential() {
    let mut gateway = gateway();
    let names = ["description", "user_id", "merchant_id"].map(|name| value(name, Case::AsIs));
    gateway.recipes.push(recipe("order", Digest::Sha1Hex, names.into(), ""));
    let signature = faspay_spec::model::From::Signature {
        recipe: "order".to_owned(),
        with: pairs(&[("description", "constant"), ("user_id", "constant")]),
    };
    let operation = operation(vec![field("description", text(9)), from(field("signature", text(40)), signature)]);
    let context = context(Environment::Sandbox, Some(credentials(&[])));
    let built = build(&gateway, &operation, &pairs(&[("description", "field")]), &context).expect("fine");
    assert_eq!(built.signed, pairs(&[("order", "fieldconstant99999")]));
    assert_eq!(built.fields[1].1, digest(Digest::Sha1Hex, "fieldconstant99999"));
}
