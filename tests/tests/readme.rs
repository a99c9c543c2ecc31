//! The README's coverage table. What is a fact (parameters, signatures, messages, basis, page) is read from the spec; a
//! column that claims something was tried is a list of tests, and each of them must exist. A stale table fails with the
//! difference; `UPDATE_README=1 cargo test -p tests --test readme` writes it anew.

use std::fmt::Write;

use faspay_spec::model::{Auth, Basis, From, Gateway, Operation, Transport};
use tests::{faspay, proofs};

const BEGIN: &str = "<!-- coverage:begin -->";
const END: &str = "<!-- coverage:end -->";
const CURE: &str = "UPDATE_README=1 cargo test -p tests --test readme";

/// The tests behind one cell: what they are about (an operation, a recipe or a message; `*` is every one), and which.
type Proofs = [(&'static str, &'static str)];

const TYPED: &Proofs = &[
    ("card.payment-window", "tests/tests/typed.rs::a_payment_in_the_window_is_sent_as_the_tables_say"),
    ("card.token-register", "tests/tests/typed.rs::a_payment_that_stores_the_card_is_sent_as_the_tables_say"),
    ("card.token-payment", "tests/tests/typed.rs::a_payment_with_a_stored_card_is_sent_as_the_tables_say"),
    ("card.inquiry", "tests/tests/typed.rs::an_inquiry_is_sent_as_the_tables_say"),
    ("card.capture", "tests/tests/typed.rs::a_capture_is_sent_as_the_tables_say"),
    ("card.void", "tests/tests/typed.rs::a_void_is_sent_as_the_tables_say"),
    ("card.refund", "tests/tests/typed.rs::a_refund_is_sent_as_the_tables_say"),
    ("card.payment-direct", "tests/tests/typed.rs::a_payment_with_a_card_number_is_sent_as_the_tables_say"),
    ("card.token-direct", "tests/tests/typed.rs::a_card_number_is_stored_as_the_tables_say"),
    ("card.token-inquiry", "tests/tests/typed.rs::calls_about_tokens_are_sent_as_the_tables_say"),
    ("card.token-delete", "tests/tests/typed.rs::calls_about_tokens_are_sent_as_the_tables_say"),
    ("card.token-last", "tests/tests/typed.rs::calls_about_tokens_are_sent_as_the_tables_say"),
    ("recurring.register", "tests/tests/typed.rs::a_registration_is_sent_as_the_tables_say"),
    ("recurring.update-card", "tests/tests/typed.rs::a_change_of_card_is_sent_as_the_tables_say"),
    ("recurring.update-member", "tests/tests/json.rs::a_change_of_a_member_is_what_any_json_reader_reads"),
    ("recurring.inquiry", "tests/tests/json.rs::what_has_no_documented_address_is_sent_nowhere_but_to_this_machine"),
    ("cardpayment.payment", "tests/tests/typed.rs::a_revamped_payment_is_sent_as_the_tables_say"),
    ("cardpayment.token-register", "tests/tests/typed.rs::revamped_forms_with_tokens_are_sent_as_the_tables_say"),
    ("cardpayment.token-payment", "tests/tests/typed.rs::revamped_forms_with_tokens_are_sent_as_the_tables_say"),
    ("cardpayment.inquiry", "tests/tests/typed.rs::revamped_calls_are_sent_as_the_tables_say"),
    ("cardpayment.capture", "tests/tests/typed.rs::revamped_calls_are_sent_as_the_tables_say"),
    ("cardpayment.void", "tests/tests/typed.rs::revamped_calls_are_sent_as_the_tables_say"),
];

const VALIDATED: &Proofs = &[
    ("*", "tests/tests/agreement.rs::both_engines_agree_on_random_inputs"),
    ("*", "tests/tests/agreement.rs::both_engines_agree_on_every_variant_of_every_field"),
    ("*", "tests/tests/limits.rs::n_characters_are_accepted_and_one_more_is_refused_whatever_they_weigh"),
];

const SIGNED: &Proofs = &[
    ("card-request", "tests/tests/vectors.rs::requests_are_built_with_the_signatures_of_the_vectors"),
    ("card-request", "faspay-cli/tests/server_calls.rs::every_vector_of_a_capture_void_or_refund_comes_out_of_build"),
    ("card-token", "faspay-cli/tests/server_calls.rs::every_vector_of_a_token_call_comes_out_of_build"),
    ("card-last-token", "faspay-cli/tests/server_calls.rs::every_vector_of_a_token_call_comes_out_of_build"),
    ("recurring-member", "tests/tests/vectors.rs::requests_are_built_with_the_signatures_of_the_vectors"),
    ("recurring-member", "faspay-cli/tests/php_sample.rs::build_sends_what_the_sample_of_the_page_sends"),
    ("cardpayment", "tests/tests/revamped.rs::the_documented_example_signs_as_its_formula_says"),
];

const VERIFIED: &Proofs = &[
    (
        "card.token-reply",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    ("*", "tests/tests/callbacks/forged.rs::no_byte_of_what_is_signed_can_be_replaced"),
    ("*", "tests/tests/vectors.rs::answers_with_the_signatures_of_the_vectors_verify"),
    ("recurring.payment-notification", "tests/tests/json.rs::no_character_of_what_is_signed_can_be_replaced"),
    ("recurring.payment-notification", "tests/tests/json.rs::the_published_vector_is_that_of_the_recipe"),
    ("cardpayment.result", "tests/tests/revamped.rs::a_payment_is_told_of_asked_about_and_voided_and_proves_nothing"),
    ("cardpayment.reply", "tests/tests/revamped.rs::a_payment_is_told_of_asked_about_and_voided_and_proves_nothing"),
];

const SANDBOX: &Proofs = &[
    (
        "card.payment-window",
        "faspay-sandbox/tests/payments.rs::an_approved_payment_comes_back_signed_by_browser_and_by_server",
    ),
    (
        "card.token-register",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_registered_card_pays_again_by_its_token_and_its_code",
    ),
    (
        "card.token-payment",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_registered_card_pays_again_by_its_token_and_its_code",
    ),
    ("card.inquiry", "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_captured_and_refunded_in_parts"),
    ("card.capture", "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_captured_and_refunded_in_parts"),
    ("card.void", "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_voided_once_and_on_its_day"),
    ("card.refund", "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_captured_and_refunded_in_parts"),
    (
        "card.payment-direct",
        "tests/tests/server_calls.rs::a_card_number_of_the_merchants_own_page_pays_at_once_and_is_not_kept",
    ),
    (
        "card.token-direct",
        "tests/tests/server_calls.rs::a_card_number_of_the_merchants_own_page_pays_at_once_and_is_not_kept",
    ),
    (
        "card.token-inquiry",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    (
        "card.token-delete",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    (
        "card.token-last",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    (
        "recurring.register",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_member_is_registered_once_the_first_payment_is_approved",
    ),
    ("recurring.update-member", "tests/tests/members.rs::a_member_is_registered_changed_asked_about_and_charged"),
    ("recurring.update-member", "faspay-sandbox/tests/members.rs::what_is_wrong_with_a_change_has_a_documented_code"),
    ("recurring.inquiry", "tests/tests/members.rs::a_member_is_registered_changed_asked_about_and_charged"),
    (
        "recurring.update-card",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_members_card_is_replaced_and_an_unknown_members_is_not",
    ),
    (
        "cardpayment.payment",
        "faspay-sandbox/tests/revamped.rs::a_payment_is_told_of_in_capitals_and_without_a_signature",
    ),
    ("cardpayment.token-register", "faspay-sandbox/tests/revamped.rs::a_card_is_stored_and_pays_again"),
    ("cardpayment.token-payment", "faspay-sandbox/tests/revamped.rs::a_card_is_stored_and_pays_again"),
    ("cardpayment.inquiry", "faspay-sandbox/tests/revamped.rs::calls_are_answered_with_what_is_known"),
    ("cardpayment.void", "faspay-sandbox/tests/revamped.rs::calls_are_answered_with_what_is_known"),
    ("cardpayment.capture", "faspay-sandbox/tests/revamped.rs::an_authorised_payment_is_captured"),
];

const COLUMNS: [(&str, &Proofs); 5] = [
    ("typed", TYPED),
    ("validated", VALIDATED),
    ("signed", SIGNED),
    ("result verified", VERIFIED),
    ("sandbox", SANDBOX),
];

#[test]
fn the_coverage_table_is_that_of_the_spec_and_the_tests() {
    let path = proofs::root().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the README has a place for the table");
    let (shown, after) = rest.split_once(END).expect("the table ends");
    let computed = table(&faspay());
    if shown == computed {
        return;
    }
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{computed}{END}{after}")).unwrap();
        return;
    }
    panic!("the README's coverage table is stale:\n{}\nwrite it anew: {CURE}", difference(shown, &computed));
}

#[test]
fn every_test_that_the_table_names_exists() {
    let named = COLUMNS.iter().flat_map(|(_, proofs)| proofs.iter().map(|(_, proof)| *proof));
    let objections: Vec<String> = named.filter_map(proofs::objection).collect();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
}

#[test]
fn what_the_tests_are_about_is_in_the_spec() {
    let gateway = faspay();
    for (about, proof) in COLUMNS.iter().flat_map(|(_, proofs)| *proofs) {
        let known = *about == "*"
            || gateway.operations.iter().any(|own| own.id == *about)
            || gateway.recipes.iter().any(|own| own.name == *about)
            || gateway.inbound.iter().any(|own| own.id == *about);
        assert!(known, "{proof} is about `{about}`, which the spec doesn't have");
    }
}

fn table(gateway: &Gateway) -> String {
    let mut out = String::from(
        "\n| operation | parameters | typed | validated | signed | result verified | sandbox | basis | page |\n",
    );
    out += "|---|---|---|---|---|---|---|---|---|\n";
    for operation in &gateway.operations {
        let cells = [
            format!("`{}.{}`<br>{}", gateway.id, operation.id, transport(operation)),
            operation.fields.len().to_string(),
            tried(TYPED, &operation.id, format!("`{}`", operation.rust)),
            tried(VALIDATED, &operation.id, "yes".to_owned()),
            signed(operation),
            verified(gateway, operation),
            tried(SANDBOX, &operation.id, "yes".to_owned()),
            basis(operation.basis).to_owned(),
            pages(gateway, operation),
        ];
        writeln!(out, "| {} |", cells.join(" | ")).unwrap();
    }
    out += "\nWhat comes without being asked for, and belongs to no operation:\n\n| message | fields | signed | basis | page |\n|---|---|---|---|---|\n";
    let answers = |at| {
        let ways = |one: &Operation| [one.on_return, one.on_callback, one.on_reply].contains(&Some(at));
        gateway.operations.iter().any(ways)
    };
    for (_, message) in gateway.inbound.iter().enumerate().filter(|(at, _)| !answers(*at)) {
        let by = match &message.auth {
            Auth::Signed { recipe, .. } => tried(VERIFIED, &message.id, format!("`{recipe}`")),
            Auth::None => "unsigned".to_owned(),
        };
        let page = format!("[{0}](spec/{1}/pages/{0}.yaml)", message.page, gateway.id);
        let cells = [
            format!("`{}.{}`", gateway.id, message.id),
            message.fields.len().to_string(),
            by,
            basis(message.basis).to_owned(),
            page,
        ];
        writeln!(out, "| {} |", cells.join(" | ")).unwrap();
    }
    out += "\nThe tests behind the columns:\n\n";
    for (column, proofs) in COLUMNS {
        let mut files: Vec<&str> = Vec::new();
        for file in proofs.iter().filter_map(|(_, proof)| proof.split("::").next()) {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        let links: Vec<String> = files.iter().map(|file| format!("[{file}]({file})")).collect();
        writeln!(out, "- {column}: {}", if links.is_empty() { "none yet".to_owned() } else { links.join(", ") })
            .unwrap();
    }
    out
}

/// What to show where a test stands behind it.
fn tried(proofs: &Proofs, about: &str, shown: String) -> String {
    let proven = proofs.iter().any(|(own, _)| *own == about || *own == "*");
    if proven { shown } else { format!("{shown} (untested)") }
}

fn signed(operation: &Operation) -> String {
    let recipes = operation.fields.iter().filter_map(|field| match &field.from {
        From::Signature { recipe, .. } => Some(tried(SIGNED, recipe, format!("`{recipe}`"))),
        _ => None,
    });
    joined(recipes.collect(), "unsigned")
}

fn verified(gateway: &Gateway, operation: &Operation) -> String {
    let mut messages: Vec<usize> =
        [operation.on_return, operation.on_callback, operation.on_reply].into_iter().flatten().collect();
    messages.dedup();
    let cells = messages.into_iter().filter_map(|index| {
        let message = gateway.inbound.get(index)?;
        let by = match &message.auth {
            Auth::Signed { recipe, .. } => format!("`{recipe}`"),
            Auth::None => "unsigned".to_owned(),
        };
        Some(tried(VERIFIED, &message.id, format!("`{}`: {by}", message.rust)))
    });
    joined(cells.collect(), "nothing comes back")
}

/// The pages whose tables the request is made of.
fn pages(gateway: &Gateway, operation: &Operation) -> String {
    let mut pages: Vec<&str> = operation
        .fields
        .iter()
        .filter_map(|field| field.origin.source.strip_prefix(&gateway.id)?.strip_prefix('/')?.split_once('#'))
        .map(|(page, _)| page)
        .collect();
    pages.sort_unstable();
    pages.dedup();
    let links = pages.into_iter().map(|page| format!("[{page}](spec/{}/pages/{page}.yaml)", gateway.id));
    joined(links.collect(), "none")
}

fn joined(cells: Vec<String>, none: &str) -> String {
    if cells.is_empty() { none.to_owned() } else { cells.join(", ") }
}

fn transport(operation: &Operation) -> &'static str {
    match operation.transport {
        Transport::BrowserForm => "form in the browser",
        Transport::ServerForm => "form from the server",
        Transport::ServerJson => "JSON from the server",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Documented => "documented",
        Basis::Sampled => "sampled",
        Basis::Inferred => "inferred",
        Basis::Partial => "partial",
    }
}

/// The lines that only one side has.
fn difference(shown: &str, computed: &str) -> String {
    let lines = |text: &str, other: &str, mark: &str| -> Vec<String> {
        text.lines()
            .filter(|line| !other.lines().any(|own| own == *line))
            .map(|line| format!("{mark} {line}"))
            .collect()
    };
    [lines(shown, computed, "-"), lines(computed, shown, "+")].concat().join("\n")
}
