//! What the coverage table claims was tried, and the tests that try it. The table is `readme.rs`, one room up.

/// The tests behind one column: what they are about (an operation, a recipe, an authorization or a message of a gateway; `*` is
/// every one), and which.
pub type Proofs = [(&'static str, &'static str)];

pub const TYPED: &Proofs = &[
    ("faspay.card.payment-window", "tests/tests/typed.rs::a_payment_in_the_window_is_sent_as_the_tables_say"),
    ("faspay.card.token-register", "tests/tests/typed.rs::a_payment_that_stores_the_card_is_sent_as_the_tables_say"),
    ("faspay.card.token-payment", "tests/tests/typed.rs::a_payment_with_a_stored_card_is_sent_as_the_tables_say"),
    ("faspay.card.inquiry", "tests/tests/typed.rs::an_inquiry_is_sent_as_the_tables_say"),
    ("faspay.card.capture", "tests/tests/typed.rs::a_capture_is_sent_as_the_tables_say"),
    ("faspay.card.void", "tests/tests/typed.rs::a_void_is_sent_as_the_tables_say"),
    ("faspay.card.refund", "tests/tests/typed.rs::a_refund_is_sent_as_the_tables_say"),
    ("faspay.card.payment-direct", "tests/tests/typed.rs::a_payment_with_a_card_number_is_sent_as_the_tables_say"),
    ("faspay.card.token-direct", "tests/tests/typed.rs::a_card_number_is_stored_as_the_tables_say"),
    ("faspay.card.token-inquiry", "tests/tests/typed.rs::calls_about_tokens_are_sent_as_the_tables_say"),
    ("faspay.card.token-delete", "tests/tests/typed.rs::calls_about_tokens_are_sent_as_the_tables_say"),
    ("faspay.card.token-last", "tests/tests/typed.rs::calls_about_tokens_are_sent_as_the_tables_say"),
    ("faspay.recurring.register", "tests/tests/typed.rs::a_registration_is_sent_as_the_tables_say"),
    ("faspay.recurring.update-card", "tests/tests/typed.rs::a_change_of_card_is_sent_as_the_tables_say"),
    ("faspay.recurring.update-member", "tests/tests/json.rs::a_change_of_a_member_is_what_any_json_reader_reads"),
    (
        "faspay.recurring.inquiry",
        "tests/tests/json.rs::what_has_no_documented_address_is_sent_nowhere_but_to_this_machine",
    ),
    ("faspay.cardpayment.payment", "tests/tests/typed.rs::a_revamped_payment_is_sent_as_the_tables_say"),
    (
        "faspay.cardpayment.token-register",
        "tests/tests/typed.rs::revamped_forms_with_tokens_are_sent_as_the_tables_say",
    ),
    ("faspay.cardpayment.token-payment", "tests/tests/typed.rs::revamped_forms_with_tokens_are_sent_as_the_tables_say"),
    ("faspay.cardpayment.inquiry", "tests/tests/typed.rs::revamped_calls_are_sent_as_the_tables_say"),
    ("faspay.cardpayment.capture", "tests/tests/typed.rs::revamped_calls_are_sent_as_the_tables_say"),
    ("faspay.cardpayment.void", "tests/tests/typed.rs::revamped_calls_are_sent_as_the_tables_say"),
    ("finpay.card.initiate", "tests/tests/typed_nested.rs::an_initiation_is_sent_as_the_tables_say"),
    ("finpay.card.recurring", "tests/tests/typed_nested.rs::a_recurring_payment_is_sent_as_the_tables_say"),
    ("finpay.card.stored-card-initiate", "tests/tests/typed_nested.rs::a_card_is_stored_as_the_tables_say"),
    ("finpay.card.two-click", "tests/tests/typed_nested.rs::a_payment_with_two_clicks_is_sent_as_the_tables_say"),
    (
        "finpay.card.check-status",
        "tests/tests/typed_nested.rs::calls_that_name_an_order_a_card_or_a_customer_are_sent_as_the_tables_say",
    ),
    (
        "finpay.card.cancel",
        "tests/tests/typed_nested.rs::calls_that_name_an_order_a_card_or_a_customer_are_sent_as_the_tables_say",
    ),
    (
        "finpay.card.void",
        "tests/tests/typed_nested.rs::calls_that_name_an_order_a_card_or_a_customer_are_sent_as_the_tables_say",
    ),
    (
        "finpay.card.delete-stored-card",
        "tests/tests/typed_nested.rs::calls_that_name_an_order_a_card_or_a_customer_are_sent_as_the_tables_say",
    ),
    (
        "finpay.card.retrieve-stored-card",
        "tests/tests/typed_nested.rs::calls_that_name_an_order_a_card_or_a_customer_are_sent_as_the_tables_say",
    ),
    ("pivot.auth.access-token", "tests/tests/typed_nested.rs::a_token_and_a_customer_are_asked_for_as_the_tables_say"),
    ("pivot.customer.retrieve", "tests/tests/typed_nested.rs::a_token_and_a_customer_are_asked_for_as_the_tables_say"),
    ("pivot.session.create", "tests/tests/typed_nested.rs::a_session_is_asked_for_as_the_tables_say"),
    ("pivot.session.confirm", "tests/tests/typed_nested.rs::a_session_is_confirmed_as_the_tables_say"),
    (
        "pivot.session.retrieve",
        "tests/tests/typed_nested.rs::sessions_are_retrieved_captured_and_cancelled_as_the_tables_say",
    ),
    (
        "pivot.session.retrieve-by-reference",
        "tests/tests/typed_nested.rs::sessions_are_retrieved_captured_and_cancelled_as_the_tables_say",
    ),
    (
        "pivot.session.capture",
        "tests/tests/typed_nested.rs::sessions_are_retrieved_captured_and_cancelled_as_the_tables_say",
    ),
    (
        "pivot.session.cancel",
        "tests/tests/typed_nested.rs::sessions_are_retrieved_captured_and_cancelled_as_the_tables_say",
    ),
    ("finpay.card.one-click", "tests/tests/typed_nested.rs::a_payment_with_one_click_is_sent_as_the_tables_say"),
    ("finpay.card.threeds-initiate", "tests/tests/typed_nested.rs::three_d_secure_is_asked_for_as_the_tables_say"),
];

pub const VALIDATED: &Proofs = &[
    ("faspay.*", "tests/tests/agreement.rs::both_engines_agree_on_random_inputs"),
    ("faspay.*", "tests/tests/limits.rs::n_characters_are_accepted_and_one_more_is_refused_whatever_they_weigh"),
    ("finpay.*", "tests/tests/agreement.rs::both_engines_agree_on_random_inputs_of_nested_operations"),
    ("pivot.*", "tests/tests/agreement.rs::both_engines_agree_on_random_inputs_of_nested_operations"),
    ("*", "tests/tests/agreement.rs::both_engines_agree_on_every_variant_of_every_field"),
];

pub const SIGNED: &Proofs = &[
    ("faspay.card-request", "tests/tests/vectors.rs::requests_are_built_with_the_signatures_of_the_vectors"),
    (
        "faspay.card-request",
        "faspay-cli/tests/server_calls.rs::every_vector_of_a_capture_void_or_refund_comes_out_of_build",
    ),
    ("faspay.card-token", "faspay-cli/tests/server_calls.rs::every_vector_of_a_token_call_comes_out_of_build"),
    ("faspay.card-last-token", "faspay-cli/tests/server_calls.rs::every_vector_of_a_token_call_comes_out_of_build"),
    ("faspay.recurring-member", "tests/tests/vectors.rs::requests_are_built_with_the_signatures_of_the_vectors"),
    ("faspay.recurring-member", "faspay-cli/tests/php_sample.rs::build_sends_what_the_sample_of_the_page_sends"),
    ("faspay.cardpayment", "tests/tests/revamped.rs::the_documented_example_signs_as_its_formula_says"),
    ("finpay.merchant", "tests/tests/canaries_nested.rs::no_request_of_finpay_shows_its_key_or_a_token"),
    ("finpay.merchant", "tests/tests/finpay.rs::refusals_have_the_codes_that_are_known"),
    ("pivot.merchant", "tests/tests/pivot.rs::a_servers_requests_carry_the_token_that_the_token_operation_got"),
];

pub const VERIFIED: &Proofs = &[
    (
        "faspay.card.token-reply",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    ("faspay.*", "tests/tests/callbacks/forged.rs::no_byte_of_what_is_signed_can_be_replaced"),
    ("faspay.*", "tests/tests/vectors.rs::answers_with_the_signatures_of_the_vectors_verify"),
    ("faspay.recurring.payment-notification", "tests/tests/json.rs::no_character_of_what_is_signed_can_be_replaced"),
    ("faspay.recurring.payment-notification", "tests/tests/json.rs::the_published_vector_is_that_of_the_recipe"),
    (
        "faspay.cardpayment.result",
        "tests/tests/revamped.rs::a_payment_is_told_of_asked_about_and_voided_and_proves_nothing",
    ),
    (
        "faspay.cardpayment.reply",
        "tests/tests/revamped.rs::a_payment_is_told_of_asked_about_and_voided_and_proves_nothing",
    ),
    ("finpay.card.callback", "tests/tests/finpay.rs::a_callback_verifies_raw_and_as_php_writes_it_and_in_no_other_way"),
    ("finpay.card.callback", "tests/tests/hmac_json.rs::both_engines_judge_changed_bodies_alike"),
    ("finpay.card.status-reply", "tests/tests/finpay.rs::a_card_is_stored_and_pays_with_two_clicks"),
    ("finpay.card.initiate-reply", "tests/tests/finpay.rs::a_card_is_stored_and_pays_with_two_clicks"),
    ("finpay.card.plain-reply", "tests/tests/finpay.rs::refusals_have_the_codes_that_are_known"),
    ("pivot.*", "tests/tests/agreement.rs::both_engines_agree_on_random_bodies_of_every_message"),
    ("pivot.callback", "tests/tests/canaries_nested.rs::no_callback_of_pivot_shows_its_key"),
    ("pivot.callback", "tests/tests/pivot_saved_cards/refusals.rs::what_is_not_there_is_missing"),
    (
        "finpay.card.one-click-reply",
        "tests/tests/finpay.rs::a_stored_card_pays_with_one_click_and_its_answer_settles_nothing",
    ),
    ("finpay.card.threeds-reply", "tests/tests/finpay.rs::three_ds_of_the_merchants_own_is_told_a_page_and_ends_there"),
];

pub const SANDBOX: &Proofs = &[
    (
        "faspay.card.payment-window",
        "faspay-sandbox/tests/payments.rs::an_approved_payment_comes_back_signed_by_browser_and_by_server",
    ),
    (
        "faspay.card.token-register",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_registered_card_pays_again_by_its_token_and_its_code",
    ),
    (
        "faspay.card.token-payment",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_registered_card_pays_again_by_its_token_and_its_code",
    ),
    (
        "faspay.card.inquiry",
        "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_captured_and_refunded_in_parts",
    ),
    (
        "faspay.card.capture",
        "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_captured_and_refunded_in_parts",
    ),
    ("faspay.card.void", "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_voided_once_and_on_its_day"),
    (
        "faspay.card.refund",
        "faspay-sandbox/tests/server_calls.rs::an_authorised_payment_is_captured_and_refunded_in_parts",
    ),
    (
        "faspay.card.payment-direct",
        "tests/tests/server_calls.rs::a_card_number_of_the_merchants_own_page_pays_at_once_and_is_not_kept",
    ),
    (
        "faspay.card.token-direct",
        "tests/tests/server_calls.rs::a_card_number_of_the_merchants_own_page_pays_at_once_and_is_not_kept",
    ),
    (
        "faspay.card.token-inquiry",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    (
        "faspay.card.token-delete",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    (
        "faspay.card.token-last",
        "tests/tests/server_calls.rs::a_stored_card_is_looked_up_and_forgotten_and_no_answer_about_it_is_trusted",
    ),
    (
        "faspay.recurring.register",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_member_is_registered_once_the_first_payment_is_approved",
    ),
    (
        "faspay.recurring.update-member",
        "tests/tests/members.rs::a_member_is_registered_changed_asked_about_and_charged",
    ),
    (
        "faspay.recurring.update-member",
        "faspay-sandbox/tests/members.rs::what_is_wrong_with_a_change_has_a_documented_code",
    ),
    ("faspay.recurring.inquiry", "tests/tests/members.rs::a_member_is_registered_changed_asked_about_and_charged"),
    (
        "faspay.recurring.update-card",
        "faspay-sandbox/tests/recurring_and_tokens.rs::a_members_card_is_replaced_and_an_unknown_members_is_not",
    ),
    (
        "faspay.cardpayment.payment",
        "faspay-sandbox/tests/revamped.rs::a_payment_is_told_of_in_capitals_and_without_a_signature",
    ),
    ("faspay.cardpayment.token-register", "faspay-sandbox/tests/revamped.rs::a_card_is_stored_and_pays_again"),
    ("faspay.cardpayment.token-payment", "faspay-sandbox/tests/revamped.rs::a_card_is_stored_and_pays_again"),
    ("faspay.cardpayment.inquiry", "faspay-sandbox/tests/revamped.rs::calls_are_answered_with_what_is_known"),
    ("faspay.cardpayment.void", "faspay-sandbox/tests/revamped.rs::calls_are_answered_with_what_is_known"),
    ("faspay.cardpayment.capture", "faspay-sandbox/tests/revamped.rs::an_authorised_payment_is_captured"),
    (
        "finpay.card.initiate",
        "tests/tests/finpay.rs::a_payment_on_finpays_page_and_a_recurring_one_are_told_of_and_a_paid_one_is_voided",
    ),
    (
        "finpay.card.recurring",
        "tests/tests/finpay.rs::a_payment_on_finpays_page_and_a_recurring_one_are_told_of_and_a_paid_one_is_voided",
    ),
    (
        "finpay.card.void",
        "tests/tests/finpay.rs::a_payment_on_finpays_page_and_a_recurring_one_are_told_of_and_a_paid_one_is_voided",
    ),
    (
        "finpay.card.retrieve-stored-card",
        "tests/tests/finpay.rs::the_list_of_stored_cards_is_asked_for_where_the_merchant_was_told",
    ),
    ("finpay.card.cancel", "tests/tests/finpay.rs::refusals_have_the_codes_that_are_known"),
    ("finpay.card.stored-card-initiate", "tests/tests/finpay.rs::a_card_is_stored_and_pays_with_two_clicks"),
    ("finpay.card.two-click", "tests/tests/finpay.rs::a_card_is_stored_and_pays_with_two_clicks"),
    ("finpay.card.check-status", "tests/tests/finpay.rs::a_card_is_stored_and_pays_with_two_clicks"),
    ("finpay.card.delete-stored-card", "tests/tests/finpay.rs::a_card_is_stored_and_pays_with_two_clicks"),
    (
        "pivot.auth.access-token",
        "tests/tests/pivot_saved_cards/refusals.rs::after_a_token_has_ended_one_more_is_asked_for_and_the_request_succeeds",
    ),
    (
        "pivot.customer.retrieve",
        "tests/tests/pivot_saved_cards.rs::a_card_is_saved_on_the_gateways_page_and_pays_there_again",
    ),
    (
        "pivot.session.create",
        "tests/tests/pivot_saved_cards.rs::a_card_is_saved_on_the_gateways_page_and_pays_there_again",
    ),
    (
        "pivot.session.confirm",
        "tests/tests/pivot_saved_cards.rs::a_card_is_saved_through_the_api_and_pays_again_with_its_token",
    ),
    (
        "pivot.session.retrieve",
        "tests/tests/pivot_saved_cards.rs::a_card_is_saved_through_the_api_and_pays_again_with_its_token",
    ),
    ("pivot.session.retrieve-by-reference", "tests/tests/pivot_saved_cards/refusals.rs::what_is_not_there_is_missing"),
    (
        "pivot.session.capture",
        "tests/tests/pivot_saved_cards/simulation.rs::what_is_reserved_is_captured_in_parts_and_no_further",
    ),
    (
        "pivot.session.cancel",
        "tests/tests/pivot_saved_cards/simulation.rs::a_session_is_cancelled_while_it_waits_for_its_confirmation_and_not_after",
    ),
    (
        "finpay.card.one-click",
        "tests/tests/finpay.rs::a_stored_card_pays_with_one_click_and_its_answer_settles_nothing",
    ),
    (
        "finpay.card.threeds-initiate",
        "tests/tests/finpay.rs::three_ds_of_the_merchants_own_is_told_a_page_and_ends_there",
    ),
];

pub const COLUMNS: [(&str, &Proofs); 5] = [
    ("typed", TYPED),
    ("validated", VALIDATED),
    ("signed or authorized", SIGNED),
    ("result verified", VERIFIED),
    ("sandbox", SANDBOX),
];
