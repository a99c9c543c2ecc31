//! A corpus of broken specs, each with the report that its author would read. Every case is the sound gateway of
//! `broken/base` with a few edits; the report must name each mistake at its place and say what was expected.

use std::path::Path;

use faspay_spec::{Folder, load};

/// Replaces the first `find` in `file` by `put`. `find` must occur: an edit without effect would test nothing.
struct Edit {
    file: &'static str,
    find: &'static str,
    put: String,
}

fn edit(file: &'static str, find: &'static str, put: impl Into<String>) -> Edit {
    Edit { file, find, put: put.into() }
}

fn base() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/base");
    ["gateway.yaml", "codes.yaml", "pages/pay.yaml", "operations/pay.yaml", "messages/result.yaml"]
        .into_iter()
        .map(|file| (format!("acme/{file}"), std::fs::read(root.join("acme").join(file)).unwrap()))
        .collect()
}

fn report(edits: &[Edit]) -> String {
    let mut files = base();
    for edit in edits {
        let path = format!("acme/{}", edit.file);
        let (_, bytes) = files.iter_mut().find(|(own, _)| *own == path).expect("the file exists");
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(edit.find), "{} doesn't contain {:?}", edit.file, edit.find);
        *bytes = text.replacen(edit.find, &edit.put, 1).into_bytes();
    }
    load(&Folder::of(files)).expect_err("this spec is broken").to_string()
}

#[test]
fn the_base_of_the_corpus_is_sound() {
    if let Err(report) = load(&Folder::of(base())) {
        panic!("{report}");
    }
}

/// What would have been right is told also where there is nothing to choose from.
#[test]
fn what_is_named_where_there_is_nothing() {
    let files: Vec<_> = base()
        .into_iter()
        .filter(|(path, _)| !path.contains("messages"))
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            let text = text.replace("door: [pay.result]", "").replace("browser-form", "server-form");
            (path, text.replace("return: pay.result", "reply: pay.result\nretry: never").into_bytes())
        })
        .collect();
    let report = load(&Folder::of(files)).expect_err("no message answers").to_string();
    assert!(!report.contains("one of \n") && !report.trim_end().ends_with("one of"), "{report}");
    insta::assert_snapshot!("what_is_named_where_there_is_nothing", report);
}

macro_rules! cases {
    ($($name:ident: [$($edit:expr),+ $(,)?];)+) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(stringify!($name), report(&[$($edit),+]));
            }
        )+
    };
}

const PAY: &str = "operations/pay.yaml";
const PAGE: &str = "pages/pay.yaml";
const GATEWAY: &str = "gateway.yaml";
const RESULT: &str = "messages/result.yaml";

cases! {
    unknown_key: [edit(PAY, "summary:", "sumary:")];
    wrong_type: [edit(GATEWAY, "max: 8", "max: eight"), edit(PAY, "tables: [pay#request]", "tables: pay#request")];
    unknown_field_in_a_rule: [edit(PAY, "end >= start", "end >= strat")];
    unknown_field_settings: [edit(PAY, "    kind: {type: code kind}", "    kindd: {type: code kind}\n    kind: {type: code kind}")];
    rule_that_cannot_be_read: [edit(PAY, "end >= start", "end + 1 >= start")];
    rule_that_compares_apples_with_pears: [edit(PAY, "end >= start", "end >= note")];
    signed_message_that_settles_nothing: [edit(RESULT, "asks: {order: ref, amount: amount, currency: currency, merchant: shop}\nstatus: status\nevent-key: [ref, status]\n", "")];
    condition_that_cannot_be_met: [edit(PAY, "kind == \"2\"", "kind == \"3\"")];
    condition_that_contradicts_itself: [edit(PAY, "kind == \"2\"", "kind == \"1\" and kind == \"2\"")];
    rules_that_contradict_each_other: [edit(PAY, "    - {id: in-order", "    - {id: only-once, then: kind == \"1\", because: a joke}\n    - {id: only-many, then: kind == \"2\", because: another}\n    - {id: in-order")];
    conditional_without_a_condition: [edit(PAY, "    times: {condition: 'kind == \"2\"'}\n", "")];
    condition_on_a_mandatory_field: [edit(PAY, "    kind: {type: code kind}", "    kind: {type: code kind, condition: present(note)}")];
    two_corrections_on_one_field: [edit(PAY, "  fields:\n", "    - field: signature\n      expect: {type: Varchar(10)}\n      set: {presence: M}\n      because: once more\n  fields:\n")];
    correction_that_the_page_has_adopted: [edit(PAGE, "{name: signature, type: Varchar(10)", "{name: signature, type: Varchar(40)")];
    correction_that_conflicts_with_the_page: [edit(PAGE, "{name: signature, type: Varchar(10)", "{name: signature, type: Varchar(20)")];
    correction_of_a_row_that_is_not_there: [edit(PAY, "- field: signature", "- field: signatur")];
    correction_that_does_not_say_what_it_replaces: [edit(PAY, "expect: {type: Varchar(10)}", "expect: {presence: M}")];
    correction_of_one_of_two_rows: [edit(PAGE, "      - {name: signature, type: Varchar(10), presence: M}", "      - {name: signature, type: Varchar(10), presence: M}\n      - {name: signature, type: Varchar(10), presence: M}")];
    recipe_that_names_an_absent_field: [edit(GATEWAY, "{amount}#\"", "{amount}#{terminal}#\"")];
    recipe_that_is_not_there: [edit(PAY, "from: signature request", "from: signature requests")];
    recipe_that_does_not_reproduce_its_vector: [edit(GATEWAY, "is: a9993e", "is: b9993e")];
    recipe_without_an_end: [edit(GATEWAY, "{status}#\"", "{status#\"")];
    unstated_sensitivity_of_a_credential: [edit(GATEWAY, ", sensitive: secret}", "}")];
    unstated_sensitivity_of_a_field: [edit(PAGE, "{name: note, type: Varchar(10)", "{name: card_token, type: Varchar(10)")];
    nothing_secret_without_a_reason: [edit(GATEWAY, ", because: every form carries it", "")];
    duplicate_key: [edit(PAY, "basis: documented", "basis: documented\nbasis: inferred")];
    duplicate_name_of_two_rows: [edit(PAGE, "{name: note, type: Varchar(10)", "{name: days, type: Varchar(10)")];
    names_that_collide_in_rust: [edit(PAGE, "{name: note, type: Varchar(10), presence: O}", "{name: type, type: Varchar(10), presence: O}\n      - {name: Type, type: Varchar(10), presence: O}\n      - {name: 3ds-flag, type: Varchar(1), presence: O}\n      - {name: 3ds_flag, type: Varchar(1), presence: O}")];
    raw_identifier_as_a_name: [edit(PAGE, "{name: note,", "{name: \"r#type\",")];
    rust_name_that_generated_code_needs: [edit(PAY, "rust: PayOnce", "rust: Result"), edit("codes.yaml", "rust: Paid", "rust: paid")];
    name_that_tries_to_escape: [edit(PAGE, "{name: note,", "{name: \"x: u8 } impl Drop for X { fn drop(&mut self) { std::process::exit(0) } } //\",")];
    summary_with_a_control_character: [edit(PAY, "summary: Takes a payment.", "summary: \"Takes\\u001b[2J a payment.\"")];
    alias_bomb: [edit(GATEWAY, "products:\n", "a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\nproducts:\n")];
    ten_thousand_levels: [edit(GATEWAY, "products:\n", format!("deep: {}{}\nproducts:\n", "[".repeat(10_000), "]".repeat(10_000)))];
    tab_as_indentation: [edit(PAY, "  tables:", "\ttables:")];
    several_files_with_several_mistakes: [
        edit(PAY, "transport: browser-form", "transport: pigeon"),
        edit(PAY, "endpoint: pay", "endpoint: pai"),
        edit(PAGE, "presence: O", "presence: X"),
        edit(RESULT, "status: status", "status: state"),
        edit(RESULT, "exposed-by: send_secret", "exposed-by: send_secrets"),
    ];
    unknown_page: [edit(PAY, "rust: PayOnce", "rust: PayOnce\npage: nowhere")];
    unknown_table: [edit(PAY, "tables: [pay#request]", "tables: [pay#requests]")];
    unknown_type: [edit(PAGE, "{name: note, type: Varchar(10)", "{name: note, type: VarcharI(10)")];
    unknown_code_list: [edit(PAY, "type: code kind", "type: code kinds")];
    code_list_that_nothing_uses: [edit(PAY, "    kind: {type: code kind}\n", ""), edit(PAY, "kind == \"2\"", "undocumented")];
    endpoint_over_plain_http: [edit(GATEWAY, "https://acme.example/pay", "http://acme.example/pay")];
    advice_of_nobody_knows_what_worth: [edit("codes.yaml", "outcome: not-paid}", "outcome: not-paid, advice: retry}")];
    advice_that_is_none: [edit("codes.yaml", "outcome: not-paid}", "outcome: not-paid, advice: charge-again}"), edit("codes.yaml", "rust: Status\n", "rust: Status\n  advice-basis: inferred\n")];
    acknowledgement_that_is_no_object: [edit(RESULT, "event-key", "acknowledge: {json: OK}\nevent-key")];
    acknowledgement_of_a_reply: [edit(PAY, "browser-form", "server-form"), edit(PAY, "return: pay.result\ncallback: pay.result", "reply: pay.result\nretry: safe"), edit(GATEWAY, "door: [pay.result]", "door: []"), edit(RESULT, "event-key", "acknowledge: {basis: documented}\nevent-key")];
    basis_of_what_a_document_has: [edit(PAGE, "{manual: Invented.}", format!("{{captured: 2026-11-20, sha256: \"{}\"}}", "0".repeat(64))), edit(PAGE, "  - id: request\n", "  - id: request\n    basis: sampled\n"), edit(PAGE, "{name: note, type: Varchar(10), presence: O}", "{name: note, type: Varchar(10), presence: O, basis: inferred}")];
    event_key_that_is_not_signed: [edit(RESULT, "event-key: [ref, status]", "event-key: [ref, status, currency]")];
    form_of_the_browser_that_is_answered: [edit(PAY, "return: pay.result", "reply: pay.result\nretry: never")];
    request_of_a_server_that_says_not_what_comes_back: [edit(PAY, "browser-form", "server-form")];
    numbers_in_a_form: [edit(PAY, "    kind: {type: code kind}", "    kind: {type: code kind, json: number}")];
    numbers_that_are_none: [edit(PAY, "browser-form", "server-json"), edit(PAY, "return: pay.result", "retry: never"), edit(PAY, "    kind: {type: code kind}", "    kind: {type: code kind}\n    note: {json: number}")];
    limits_of_a_text_that_are_none: [edit(PAY, "    kind: {type: code kind}", "    kind: {type: code kind, min: 2, characters: digits}\n    note: {min: 101, characters: figures}")];
    json_through_the_browser: [edit(RESULT, "basis: documented", "basis: documented\nencoding: json")];
    known_in_part_without_a_word_on_the_rest: [edit(PAY, "basis: documented", "basis: partial"), edit(RESULT, "basis: documented", "basis: documented\nbecause: who knows")];
    amount_paid_that_is_not_signed: [edit(GATEWAY, "{amount}#{status}#\"", "{status}#\""), edit(RESULT, "merchant: shop}", "merchant: shop, paid: amount}")];
    half_of_what_is_asked: [edit(RESULT, "amount: amount, ", "")];
    json_that_is_told_from_nothing: [edit(RESULT, "basis: documented", "basis: documented\nencoding: jsn\nwhen: present(ref)")];
    reply_at_the_door: [edit(PAY, "browser-form", "server-form"), edit(PAY, "return: pay.result", "reply: pay.result\nretry: often")];
    reply_that_comes_another_way_too: [edit(PAY, "browser-form", "server-form"), edit(PAY, "return: pay.result", "reply: pay.result\nretry: safe"), edit(GATEWAY, "door: [pay.result]", "door: []")];
    reply_with_a_condition: [edit(PAY, "browser-form", "server-form"), edit(PAY, "return: pay.result\ncallback: pay.result", "reply: pay.result\nretry: safe"), edit(GATEWAY, "door: [pay.result]", "door: []"), edit(RESULT, "status: status", "status: status\nwhen: present(ref)")];
    inquiry_that_is_none: [edit(PAY, "browser-form", "server-form"), edit(PAY, "return: pay.result\ncallback: pay.result", "reply: pay.result\nretry: never\ninquire: pay.once"), edit(GATEWAY, "door: [pay.result]", "door: []")];
    outcomes_of_codes_that_are_none: [edit(RESULT, "event-key", "outcomes: {P: paid, X: paid, F: perhaps}\nevent-key")];
    aliases_that_are_none: [
        edit(PAY, "    kind: {type: code kind}", "    kind: {type: code kind, aliases: {sort: pay#request}}"),
        edit(RESULT, "status: {type: code status", "status: {aliases: {state: pay#response, order: pay#request, ref: pay#request}, type: code status"),
    ];
    alias_that_a_condition_compares: [
        edit(RESULT, "status: {type: code status", "status: {aliases: {note: pay#request}, type: code status"),
        edit(RESULT, "status: status", "status: status\nwhen: present(note) and note == \"P\""),
    ];
    addresses_that_nobody_needs: [
        edit(GATEWAY, "settings:\n", "settings:\n  pay_url: {summary: Where to pay., address: pay}\n  no_url: {summary: Nowhere., address: nowhere}\n  both: {summary: Both., address: pay, case: true}\n"),
    ];
    code_list_that_stands_alone_and_is_used: [edit("codes.yaml", "rust: Status\n", "rust: Status\n  standalone: no message has it\n")];
    digest_in_base64_that_differs_in_case: [edit(GATEWAY, "digest: sha1-hex", "digest: sha256-base64"), edit(GATEWAY, "is: a9993e", "is: UNGWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=, id: a9993e")];
    currency_that_is_no_field: [edit(PAY, "currency: currency}", "currency: currancy}")];
    door_that_forgets_a_message: [edit(GATEWAY, "door: [pay.result]", "door: []")];
}

#[test]
fn invalid_utf8() {
    let mut files = base();
    files.retain(|(path, _)| path != "acme/codes.yaml");
    files.push(("acme/codes.yaml".into(), b"status:\n  rust: \xff\n".to_vec()));
    insta::assert_snapshot!(load(&Folder::of(files)).expect_err("invalid UTF-8").to_string());
}

#[test]
fn a_folder_without_a_gateway() {
    insta::assert_snapshot!(
        load(&Folder::of([("acme/notes.yaml".into(), b"a: 1\n".to_vec())])).expect_err("no gateway").to_string()
    );
}
