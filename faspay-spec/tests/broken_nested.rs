//! The corpus of broken specs, continued: nested JSON, HTTP parts, authorizations and ways of vouching. Every case is the
//! sound gateway of `nested/acme` with a few edits.

use std::path::Path;

use faspay_spec::{Folder, load};

fn base() -> Folder {
    Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme")).unwrap()
}

/// The report on the gateway with edits: file, what to find there, what to put in its place.
fn report(edits: &[(&str, &str, &str)]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme");
    let mut texts: Vec<(&str, String)> = Vec::new();
    for (file, find, put) in edits {
        if !texts.iter().any(|(own, _)| own == file) {
            texts.push((file, std::fs::read_to_string(root.join(file)).unwrap()));
        }
        let (_, text) = texts.iter_mut().find(|(own, _)| own == file).unwrap();
        assert!(text.contains(find), "{file} doesn't contain {find:?}");
        *text = text.replacen(find, put, 1);
    }
    let folder =
        texts.into_iter().fold(base(), |folder, (file, text)| folder.with(&format!("acme/{file}"), text.into_bytes()));
    load(&folder).expect_err("this spec is broken").to_string()
}

macro_rules! cases {
    ($($name:ident: [$($file:expr, $find:expr => $put:expr);+ $(;)?];)+) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(stringify!($name), report(&[$(($file, $find, $put)),+]));
            }
        )+
    };
}

const INITIATE: &str = "operations/initiate.yaml";
const CHECK: &str = "operations/check.yaml";
const CREATE: &str = "operations/create.yaml";
const CONFIRM: &str = "operations/confirm.yaml";
const TOKEN: &str = "operations/token.yaml";
const CALLBACK: &str = "messages/callback.yaml";
const SESSION: &str = "messages/session-callback.yaml";
const PAGE: &str = "pages/initiate.yaml";
const GATEWAY: &str = "gateway.yaml";

cases! {
    acknowledgements_of_one_door_that_differ: [CALLBACK, "event-key:" => "acknowledge: {json: '{\"taken\":true}', basis: documented}\nevent-key:"];
    members_of_nothing: [INITIATE, "under: shipping.address}" => "under: shipping.adress}"; INITIATE, "    order.timeout:" => "    ordre.timeout:"];
    a_place_that_is_none: [INITIATE, "under: shipping.address}" => "under: shipping..address}"; INITIATE, "under: customer}" => "under: \"customer[0]\"}"];
    members_of_a_text: [INITIATE, "{table: initiate#address, under: shipping.address}" => "{table: initiate#address, under: shipping.method}"; PAGE, "      - {name: address, type: Object, presence: O, min: 1, max: 10}\n" => ""];
    members_of_a_list_without_its_brackets: [INITIATE, "under: \"order.item[]\"}" => "under: order.item}"; INITIATE, "    \"order.item[].quantity\": {json: number}\n" => ""];
    elements_of_an_object: [INITIATE, "under: customer}" => "under: \"customer[]\"}"; INITIATE, "    customer.email: {condition: present(shipping.address) or count(order.item) > 1}\n" => ""];
    an_object_without_members: [INITIATE, "    - {table: initiate#retry, under: recurring.retry}\n" => ""];
    an_object_with_a_value: [INITIATE, "    order.currency:" => "    url: {fixed: x}\n    order.currency:"];
    a_list_inside_a_list: [CREATE, "\"orderInformation.productDetails[].price\"}" => "\"orderInformation.productDetails[].price[]\"}"];
    a_rule_on_a_member_of_a_list: [INITIATE, "then: card.storedOnFile == \"TO_BE_STORED\"" => "then: 'order.item[].name == \"x\"'"];
    a_condition_inside_a_list: [PAGE, "{name: quantity, type: Numeric, presence: O" => "{name: quantity, type: Numeric, presence: C"; INITIATE, "quantity\": {json: number}" => "quantity\": {json: number, condition: present(order)}"];
    a_value_inside_a_list_that_nobody_gives: [INITIATE, "quantity\": {json: number}" => "quantity\": {from: credential merchant}"];
    a_comparison_with_an_object: [INITIATE, "when: present(recurring)" => "when: recurring == \"x\""; INITIATE, "condition: recurring.subscribe == \"true\"" => "condition: recurring.subscribe == \"yes\""];
    a_condition_that_its_own_object_decides: [INITIATE, "condition: recurring.subscribe == \"true\"" => "condition: present(recurring)"];
    a_count_that_no_list_has: [INITIATE, "count(order.item) > 1}" => "count(order.item) > 100}"; INITIATE, "present(shipping.address) or " => ""];
    a_member_that_is_asked_for_out_of_reach: [INITIATE, "condition: recurring.subscribe == \"true\"" => "condition: not present(recurring)"];
    a_member_without_its_object: [INITIATE, "present(shipping.address) or count(order.item) > 1" => "present(shipping.method) and not present(shipping)"];
    an_object_without_what_it_must_hold: [INITIATE, "present(shipping.address) or count(order.item) > 1" => "present(shipping.address) and not present(shipping.address.postcodeZip)"];
    rules_that_forbid_an_object: [INITIATE, "  rules:\n" => "  rules:\n    - {id: no-shipping, then: not present(shipping.method) and not present(shipping), because: a joke}\n"];
    names_that_differ_in_case: [PAGE, "      - {name: callbackUrl, type: URI, presence: M}" => "      - {name: callbackUrl, type: URI, presence: M}\n      - {name: callbackURL, type: URI, presence: M}\n      - {name: CallbackUrl, type: URI, presence: M}\n      - {name: callback url, type: URI, presence: M}"];
    accessors_of_one_name: [PAGE, "      - {name: order, type: Object, presence: M}\n      - {name: result" => "      - {name: order, type: Object, presence: M}\n      - {name: order_id, type: String, presence: O}\n      - {name: result"];
    types_that_need_more: [PAGE, "{name: storedOnFile, type: Enum" => "{name: storedOnFile, type: Number"; INITIATE, "    card.storedOnFile: {type: code stored}\n" => ""; INITIATE, "type: compact-date" => "type: decimal"];
    least_and_most_that_leave_nothing: [INITIATE, "    order.currency:" => "    customer: {min: 9}\n    order.item: {min: 101, characters: digits}\n    order.currency:"];
    bare_values_that_cannot_be: [INITIATE, "    order.currency: {from" => "    order.id: {json: number}\n    order: {json: number}\n    recurring.subscribe: {fixed: \"yes\"}\n    order.currency: {json: number, from"; INITIATE, "    recurring.id: {condition: recurring.subscribe == \"true\"}" => "    recurring.id: {condition: undocumented}"];
    true_in_quotes: [INITIATE, "    order.currency:" => "    recurring.subscribe: {json: text}\n    order.currency:"];
    a_currency_outside_its_element: [CREATE, "      currency: \"orderInformation.productDetails[].price.currency\"" => "      currency: amount.currency"; CREATE, "{from: \"currency orderInformation.productDetails[].price.value\"}" => "{from: currency amount.value}"];
    keys_that_nobody_calls_exact: [CALLBACK, "keys: exact\n" => ""];
    exact_keys_of_a_form: [CALLBACK, "encoding: json\n" => ""; "messages/initiated.yaml", "encoding: json\n" => ""];
    too_deep: [INITIATE, "  add:\n" => "  add:\n    a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q: {type: Object, presence: O, basis: inferred, because: a test}\n"];
    a_path_that_is_none: [CONFIRM, "/v2/payments/{id}/confirm" => "v2/payments/{id}/confirm?x=1"; CHECK, "/check/{orderId}" => "/check/../{orderId}"];
    a_path_without_its_parameter: [CONFIRM, "{id}/confirm" => "{ident}/confirm"; CHECK, "/check/{orderId}" => "/check"];
    a_parameter_in_no_path: [CONFIRM, "path: /v2/payments/{id}/confirm\n" => ""];
    a_path_that_names_twice: [CONFIRM, "{id}/confirm" => "{id}/{id}"];
    a_path_with_a_hole: [CHECK, "presence: M" => "presence: O"];
    a_get_with_a_body: [CONFIRM, "path: /v2" => "method: GET\npath: /v2"];
    headers_that_cannot_be: [CREATE, "in: header X-REQUEST-ID," => "in: header Content-Type,"; TOKEN, "in: header X-MERCHANT-ID" => "in: \"header X MERCHANT\""; CONFIRM, "    id: {in: path}" => "    id: {in: cookie}"; CONFIRM, "{id}/confirm" => "confirm"];
    a_header_of_two_parameters: [TOKEN, "grantType: {fixed: client_credentials}" => "grantType: {fixed: client_credentials, in: header x-merchant-id}"];
    a_member_in_a_header: [CREATE, "    mode: {type: code mode}" => "    mode: {type: code mode}\n    redirectUrl.successReturnUrl: {in: query}\n    metadata: {in: header X-META, type: json}"; CREATE, "    metadata: {type: json}\n" => ""];
    an_added_member_in_the_query: [INITIATE, "    order.currency:" => "    order.timeout: {in: query}\n    order.currency:"];
    a_currency_of_no_amount: [CREATE, "      type: amount\n      decimals: 2\n      currency: \"orderInformation.productDetails[].price.currency\"\n" => "      type: decimal\n"];
    an_order_that_is_an_object: [INITIATE, "asks: {order: order.id" => "asks: {order: order"];
    a_received_header: [CALLBACK, "fields:\n" => "fields:\n  order.id: {in: header X-ID}\n"];
    an_idempotency_key_in_the_address: [CREATE, "in: header X-REQUEST-ID" => "in: query"; CREATE, "    clientReferenceId: {characters: alphanumeric}" => "    clientReferenceId: {from: idempotency-key}"];
    http_of_a_form: [CONFIRM, "server-json" => "server-form"];
    objects_in_a_form: [INITIATE, "server-json" => "server-form"; INITIATE, "path: /pg/payment/card/initiate\nauthorization: basic\n" => ""];
    authorizations_of_unknown_things: [GATEWAY, "{scheme: basic, user: merchant, password: merchant_key}" => "{scheme: basic, user: merchants, password: merchant_key, token: x}"; GATEWAY, "{scheme: bearer, operation: pay.token, token: data.accessToken, expires: data.expiresIn}" => "{scheme: bearer, operation: pay.tokens, token: data.accessToken, expires: data.expiresIn}"; CHECK, "authorization: basic" => "authorization: digest"];
    a_scheme_that_nobody_knows: [GATEWAY, "scheme: basic" => "scheme: digest"];
    a_token_that_its_reply_does_not_have: [GATEWAY, "token: data.accessToken, expires: data.expiresIn" => "token: data.token, expires: data.accessToken"];
    a_token_that_may_be_shown: ["messages/tokens.yaml", "{sensitive: secret}" => "{sensitive: none, because: a test}"];
    a_token_that_needs_itself: [TOKEN, "path: /v1/access-token" => "path: /v1/access-token\nauthorization: token"];
    an_authorization_that_nobody_uses: [GATEWAY, "authorizations:\n" => "authorizations:\n  spare: {scheme: basic, user: merchant, password: hook_key}\n"];
    a_connection_that_nobody_has_opened: [CALLBACK, "signed: {hmac-sha512: merchant_key, field: signature}" => "signed: connection"; "messages/created.yaml", "signed: connection" => "signed: {key: hook_key, header: X-API-Key}"];
    a_digest_of_a_body_that_is_none: [CALLBACK, "{hmac-sha512: merchant_key, field: signature}" => "{hmac-sha512: merchant_kee, field: order.id}"; SESSION, "{key: hook_key, header: X-API-Key}" => "{key: hook_kee, header: \"X API\", field: data}"];
    a_digest_of_a_form: ["messages/initiated.yaml", "encoding: json\n" => ""; "messages/initiated.yaml", "keys: exact\nsigned: connection" => "signed: {hmac-sha512: merchant_key, field: responsecode}"];
    half_of_a_payment: [CALLBACK, "status: result.payment.status\nevent-key: [order.id, result.payment.status]\n" => ""; SESSION, "asks: {order: data.clientReferenceId, amount: data.amount.value, currency: data.amount.currency}\n" => ""; SESSION, "event-key: [data.id, data.status]\n" => ""];
    spellings_that_cannot_be: [CALLBACK, "fields:\n" => "fields:\n  order: {aliases: {id: initiate#order}}\n  order.id: {aliases: {id: initiate#order, reference: initiate#order, Reference: initiate#order}}\n"; "messages/sessions.yaml", "fields:\n" => "fields:\n  \"data[].id\": {aliases: {value: session#amount}}\n"];
    an_amount_paid_that_is_none: [CALLBACK, "currency: order.currency}\nstatus" => "currency: order.currency, paid: result.payment.status}\nstatus"; SESSION, "currency: data.amount.currency}\nstatus" => "currency: data.clientReferenceId, paid: data.amount.value}\nstatus"; "messages/created.yaml", "{order: data.clientReferenceId, amount: data.amount.value, currency: data.amount.currency}" => "{paid: data.amount.value}"];
    an_object_that_settles: [CALLBACK, "event-key: [order.id, result.payment.status]" => "event-key: [order, result.payment.status]"; "messages/sessions.yaml", "signed: connection" => "signed: connection\nevent-key: [\"data[].id\"]"];
    a_correction_by_the_bare_name: [INITIATE, "- field: order.description" => "- field: description"];
    a_length_corrected_that_the_page_has_changed: [INITIATE, "expect: {name: description, presence: C}" => "expect: {presence: C, max: \"100\"}"; INITIATE, "set: {name: remark, presence: O}" => "set: {presence: O, max: none}"];
    a_length_corrected_to_a_word: [INITIATE, "expect: {name: description, presence: C}" => "expect: {presence: C, max: \"127\"}"; INITIATE, "set: {name: remark, presence: O}" => "set: {presence: O, max: long}"];
    a_length_corrected_that_was_adopted: [INITIATE, "expect: {name: description, presence: C}" => "expect: {min: \"1\"}"; INITIATE, "set: {name: remark, presence: O}" => "set: {min: \"1\"}"];
    an_id_of_no_product: [INITIATE, "operation: pay.initiate" => "operation: initiate"];
}

#[test]
fn more_parameters_than_a_message_can_have() {
    let rows = |count: usize| -> String {
        (0..count).map(|n| format!("      - {{name: n{n}, type: String, presence: O, max: 5}}\n")).collect()
    };
    let page =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nested/acme/pages/initiate.yaml"));
    let page =
        page.unwrap().replacen("  - id: item\n    rows:\n", &format!("  - id: item\n    rows:\n{}", rows(127)), 1);
    let page =
        page.replacen("  - id: customer\n    rows:\n", &format!("  - id: customer\n    rows:\n{}", rows(128)), 1);
    let folder = base().with("acme/pages/initiate.yaml", page.into_bytes());
    insta::assert_snapshot!(load(&folder).expect_err("too many").to_string());
}
