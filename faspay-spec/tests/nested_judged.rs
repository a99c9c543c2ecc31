//! What lint, diff, the signature analysis and the pictures of the wire make of nested messages: rows are the same parameter
//! only under the same path.

use std::path::Path;

use faspay_spec::diff::{Models, compare, judge};
use faspay_spec::lint::lint;
use faspay_spec::model::Gateway;
use faspay_spec::signatures::{State, Weakness, analyse};
use faspay_spec::{Folder, load, wire};

const PAGE: &str = "acme/pages/initiate.yaml";

fn base() -> Folder {
    Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme")).unwrap()
}

fn page() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested").join(PAGE)).unwrap()
}

/// The base with one text of the page replaced.
fn edited(find: &str, put: &str) -> Folder {
    let page = page();
    assert!(page.contains(find), "{find}");
    base().with(PAGE, page.replacen(find, put, 1).into_bytes())
}

fn gateway(folder: &Folder) -> Gateway {
    load(folder).unwrap_or_else(|report| panic!("{report}"))
}

fn found(folder: &Folder) -> Vec<String> {
    let findings = lint(folder).outcome.unwrap_or_else(|report| panic!("{report}"));
    findings.contradictions.iter().map(|found| found.key.clone()).collect()
}

#[test]
fn rows_of_one_name_in_several_objects_contradict_nothing() {
    insta::assert_debug_snapshot!(found(&base()));
}

#[test]
fn rows_of_one_path_contradict_each_other() {
    // Both tables describe `url` of requests now.
    let folder = edited(
        "  - id: card\n",
        "  - id: url-2\n    rows:\n      - {name: callbackUrl, type: String, presence: O}\n      - {name: failUrl, type: URI, presence: O}\n  - id: card\n",
    );
    let operation = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme/operations/initiate.yaml"),
    )
    .unwrap()
    .replacen(
        "    - {table: initiate#card,",
        "    - {table: initiate#url-2, rows: failUrl..failUrl, under: url}\n    - {table: initiate#card,",
        1,
    );
    let folder = folder.with("acme/operations/initiate.yaml", operation.into_bytes());
    let keys = found(&folder);
    for key in ["type url.callbackUrl: String, URI", "presence request url.callbackUrl: M, O"] {
        assert!(keys.iter().any(|own| own == key), "{key}: {keys:?}");
    }
}

#[test]
fn a_sample_is_held_against_the_rows_of_its_paths() {
    let sample = "samples:\n  - id: curl\n    pairs:\n      - [order.id, A-1]\n      - [order.amount, lots]\n      - [order.Currency, IDR]\n      - [\"order.item[].name\", Tea]\n      - [customer.id, \"7\"]\n      - [url.callbackurl, https://shop.example]\n      - [card.colour, red]\n      - [shipping.method, SEA]\n";
    let keys = found(&base().with(PAGE, format!("{}{sample}", page()).into_bytes()));
    let keys: Vec<&String> = keys.iter().filter(|key| key.starts_with("sample")).collect();
    insta::assert_debug_snapshot!(keys);
}

#[test]
fn a_changed_row_of_a_list_reaches_the_message_around_it() {
    let before = gateway(&base());
    let judged = |find: &str, put: &str| {
        let after = gateway(&edited(find, put));
        let tables =
            |gateway: &Gateway| gateway.pages.iter().find(|page| page.id == "initiate").unwrap().tables.clone();
        let comparison = compare(&tables(&before), &tables(&after));
        let models = Models { before: &before, after: &after };
        let judged = judge("acme/initiate", &tables(&before), &comparison, Some(models));
        judged.into_iter().map(|one| (one.case.id, one.messages)).collect::<Vec<_>>()
    };
    let initiate = || vec!["acme.pay.initiate".to_owned()];
    let name = "{name: name, type: String, presence: M, max: 40}";
    assert_eq!(
        judged(name, "{name: name, type: String, presence: M, max: 20}"),
        [("request-length-tightened", initiate())]
    );
    assert_eq!(
        judged(name, &format!("{name}\n      - {{name: sku, type: String, presence: M}}")),
        [("request-mandatory-added", initiate())]
    );
    // `order.url` holds no optional member yet, whatever other objects hold.
    let url = "{name: callbackUrl, type: URI, presence: M}";
    assert_eq!(
        judged(url, &format!("{url}\n      - {{name: failUrl, type: URI, presence: O}}")),
        [("request-first-optional-added", initiate())]
    );
}

#[test]
fn who_vouches_without_a_signature_is_told() {
    let analysis = analyse(&gateway(&base()));
    assert!(analysis.is_clean());
    let of = |message: &str| analysis.findings.iter().find(|finding| finding.messages == [message]);
    let key = of("pay.session-callback").unwrap();
    assert_eq!(key.weakness, Weakness::Unsigned);
    assert!(matches!(&key.state, State::Told(follows) if follows.contains("verified")));
    assert!(key.fields.contains(&"data.status".to_owned()) && !key.fields.contains(&"data".to_owned()));
    assert!(matches!(of("pay.created").unwrap().state, State::Told(_)));
    // The digest covers all of it, and its key is the password of every request.
    let digest: Vec<_> = analysis.findings.iter().filter(|finding| finding.messages == ["pay.callback"]).collect();
    assert_eq!(digest.iter().map(|finding| finding.weakness).collect::<Vec<_>>(), [Weakness::Sent]);
}

#[test]
fn a_key_that_may_be_shown_vouches_for_nothing() {
    let gateway_file =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme/gateway.yaml")).unwrap();
    for (name, message) in [("hook_key", "pay.session-callback"), ("merchant_key", "pay.callback")] {
        let from = gateway_file.find(&format!("  {name}:")).unwrap();
        let (head, tail) = gateway_file.split_at(from);
        let shown = format!("{head}{}", tail.replacen("sensitive: secret", "sensitive: none, because: a test", 1));
        let analysis = analyse(&gateway(&base().with("acme/gateway.yaml", shown.into_bytes())));
        let open: Vec<_> = analysis.findings.iter().filter(|finding| finding.state == State::Open).collect();
        assert_eq!(open.len(), 1);
        assert_eq!(
            (open[0].weakness, open[0].messages.as_slice()),
            (Weakness::Exposed, [message.to_owned()].as_slice())
        );
    }
}

#[test]
fn samples_of_lists_are_elements_with_all_their_members() {
    let gateway = gateway(&base());
    let sample = |operation: &str, name: &str| {
        let operation = gateway.operations.iter().find(|own| own.id == operation).unwrap();
        wire::sample(&gateway, operation.fields.iter().find(|field| field.name == name).unwrap())
    };
    assert_eq!(sample("pay.initiate", "order.item"), r#"[{"name":"name é字","quantity":1}]"#);
    assert_eq!(
        sample("pay.create", "orderInformation.productDetails"),
        r#"[{"type":"type é字","quantity":1,"price":{"value":"5000","currency":"pri"}}]"#
    );
    assert_eq!(sample("pay.create", "metadata"), "{}");
    assert_eq!(sample("pay.create", "X-REQUEST-ID"), "12345678901234567890");
}
