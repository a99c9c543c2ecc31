//! docs/new-gateway.md, followed line by line: its files go into an empty project, its commands are run there, and what it shows
//! is what they print. The library that comes out is compiled here and makes a round trip with a gateway that the interpreter
//! plays. `UPDATE_NEW_GATEWAY=1` writes what is printed into the document, and the generated module.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use faspay_runtime::{Amount, Clock, Environment, PaymentStatus};
use faspay_spec::engine::{self, Call, SettingValue};
use faspay_spec::model::Gateway;
use tests::proofs;

use warung::payment::{Create, CreateCustomer, CreateCustomerOptional};
use warung::{Callback, Client, Credentials, ReconciledCallback};

/// In a crate of its own all of it is public.
#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "new_gateway/generated.rs"]
mod warung;

/// Set to take over what the steps print.
const UPDATE: &str = "UPDATE_NEW_GATEWAY";

const KEY: &str = "w4rung-k3y";

/// What is left when the document has been followed to its end.
struct Followed {
    /// The document as it stands.
    written: String,
    /// The document as it would be with what the steps have printed.
    printed: String,
    /// The generated crate's module, in one file.
    generated: String,
    gateway: Gateway,
}

/// Follows the document once for all tests: the commands look for the project in the current folder.
fn followed() -> &'static Followed {
    static FOLLOWED: OnceLock<Followed> = OnceLock::new();
    FOLLOWED.get_or_init(|| {
        let holder = tempfile::tempdir().unwrap();
        let root = holder.path().canonicalize().unwrap();
        fs::write(root.join("Cargo.toml"), "[workspace]\n").unwrap();
        fs::create_dir(root.join("spec")).unwrap();
        std::env::set_current_dir(&root).unwrap();
        let written = fs::read_to_string(document()).unwrap();
        let printed = follow(&written, &root);
        let folder = faspay_spec::Folder::read(&root.join("spec/warung")).unwrap();
        let gateway = faspay_spec::load(&folder).unwrap_or_else(|report| panic!("{report}"));
        let generated = in_one_file(&root.join("warung-payment/src/generated"));
        std::env::set_current_dir(proofs::root()).unwrap();
        let followed = Followed { written, printed, generated, gateway };
        if std::env::var_os(UPDATE).is_some() {
            fs::write(document(), with_messages(&followed)).unwrap();
            fs::write(module(), &followed.generated).unwrap();
        }
        followed
    })
}

fn document() -> PathBuf {
    proofs::root().join("docs/new-gateway.md")
}

fn module() -> PathBuf {
    proofs::root().join("tests/tests/new_gateway/generated.rs")
}

/// The document, each of its code blocks replaced by what `block` makes of its language and its text.
fn map_blocks(document: &str, mut block: impl FnMut(&str, &str) -> String) -> String {
    let mut out = String::new();
    let mut rest = document;
    while let Some((before, opened)) = rest.split_once("\n```") {
        let (language, opened) = opened.split_once('\n').unwrap();
        let (text, after) = opened.split_once("\n```\n").unwrap();
        let text = format!("{text}\n");
        out += &format!("{before}\n```{language}\n{}```\n", block(language, &text));
        rest = after;
    }
    out + rest
}

/// Does what the document says: puts its files into place, runs its commands.
fn follow(document: &str, root: &Path) -> String {
    map_blocks(document, |language, text| {
        match language {
            "yaml" | "markdown" => {
                let (first, file) = text.split_once('\n').unwrap();
                let path = root.join(first.trim_start_matches("<!--").trim_end_matches("-->").trim_matches(['#', ' ']));
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, file).unwrap();
            }
            "console" => {
                let commands = text.lines().filter_map(|line| line.strip_prefix("$ "));
                return commands.map(|command| format!("$ {command}\n{}", run(command, root))).collect();
            }
            _ => {}
        }
        text.to_owned()
    })
}

/// What a terminal shows for a command.
fn run(command: &str, root: &Path) -> String {
    let words: Vec<&str> = command.split(' ').collect();
    let shown = match words.as_slice() {
        ["cargo", "xtask", arguments @ ..] => {
            let arguments = ["xtask"].iter().chain(arguments).map(|word| (*word).into());
            let outcome = xtask::run(arguments);
            outcome.notes + &outcome.output
        }
        ["mkdir", folder] => {
            fs::create_dir(root.join(folder)).unwrap();
            String::new()
        }
        ["cat", path] => fs::read_to_string(root.join(path)).unwrap(),
        _ => panic!("the test can't do `{command}`"),
    };
    shown.replace(root.to_str().unwrap(), "…")
}

/// The generated files as one text: each where `mod.rs` declares it, without cargo features, which only the crate has.
fn in_one_file(folder: &Path) -> String {
    let mut text = String::new();
    for line in fs::read_to_string(folder.join("mod.rs")).unwrap().lines() {
        match line.trim_start_matches("pub ").strip_prefix("mod ").and_then(|name| name.strip_suffix(';')) {
            Some(name) => {
                let file = fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap();
                let (_, body) = file.split_once("\n\n").unwrap();
                text += &format!("{}\n{body}}}\n", line.replace(';', " {"));
            }
            None if line.starts_with("#[cfg(feature") => {}
            None => text += &format!("{line}\n"),
        }
    }
    let features = ["#[cfg(feature = \"payment\")]"];
    features.iter().fold(text, |text, attribute| text.replace(attribute, ""))
}

/// The document with the request and the callback of the round trip.
fn with_messages(followed: &Followed) -> String {
    map_blocks(&followed.printed, |language, text| match language {
        "http" => asked(&followed.gateway),
        "json" => told(&followed.gateway) + "\n",
        _ => text.to_owned(),
    })
}

/// The gateway's side knows the shop by these.
fn account(gateway: &Gateway) -> engine::Credentials {
    let pairs = [("shop_id", "1234"), ("api_key", KEY)];
    let pairs = pairs.map(|(name, text)| (name.to_owned(), SettingValue::Text(text.to_owned())));
    engine::Credentials::new(gateway, pairs).unwrap()
}

/// The document's request as the interpreter builds it.
fn built(gateway: &Gateway) -> engine::Built {
    let params = [("orderId", "W-7"), ("amount", "25000"), ("currency", "IDR"), ("customer.name", "Siti")];
    let params = params.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let context = engine::Context {
        environment: engine::Environment::Sandbox,
        credentials: Some(account(gateway)),
        today: tests::day("2026-11-20"),
        fresh_key: None,
    };
    engine::build(gateway, &gateway.operations[0], &params, &context).unwrap()
}

fn asked(gateway: &Gateway) -> String {
    let built = built(gateway);
    let headers: String = built.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    format!("{} {}\n{headers}\n{}\n", built.method, built.url, built.body)
}

/// What the gateway tells about that request, signed.
fn told(gateway: &Gateway) -> String {
    let pairs = [("orderId", "W-7"), ("amount", "25000"), ("currency", "IDR"), ("status", "PAID")];
    let pairs = pairs.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let message = gateway.inbound.iter().find(|message| message.id == "payment.paid").unwrap();
    engine::write_message(message, &pairs, &account(gateway)).unwrap()
}

fn shop() -> Client {
    let credentials = Credentials::new().shop_id("1234").api_key(KEY);
    Client::new(Environment::Sandbox, credentials, Clock::fixed(faspay_runtime::Date::new(2026, 11, 20).unwrap()))
}

fn create() -> Create {
    Create {
        order_id: "W-7".into(),
        amount: Amount::idr(25_000),
        customer: CreateCustomer { name: "Siti".into(), optional: CreateCustomerOptional::default() },
    }
}

fn is_paid(shop: &Client, body: &[u8]) -> bool {
    let expected = shop.prepare(&create()).unwrap().expected().unwrap();
    let Callback::Paid(message) = Callback::parse("application/json", body).unwrap();
    let Ok(verified) = message.verify(shop.credentials()) else { return false };
    verified.reconcile(&expected).is_ok_and(|paid| paid.status() == PaymentStatus::Paid)
}

#[test]
fn what_the_document_shows_is_what_its_steps_print() {
    let followed = followed();
    let now = with_messages(followed);
    let differing = followed.written.lines().zip(now.lines()).find(|(written, now)| written != now);
    assert_eq!(differing, None, "run the test with {UPDATE}=1 and read the difference");
    assert_eq!(followed.written.len(), now.len());
}

#[test]
fn the_module_that_is_compiled_here_is_what_the_steps_generate() {
    let committed = fs::read_to_string(module()).unwrap();
    let differing = committed.lines().zip(followed().generated.lines()).find(|(committed, now)| committed != now);
    assert_eq!(differing, None, "run the test with {UPDATE}=1 and read the difference");
    assert_eq!(committed.len(), followed().generated.len());
}

#[test]
fn the_steps_fail_where_the_document_says_so_and_end_clean() {
    let printed = &followed().printed;
    let places =
        ["isn't a folder", "the spec doesn't load", "1 unresolved", "lint: clean", "new     warung-payment/src"];
    let found: Vec<usize> = places.iter().map(|text| printed.find(text).unwrap()).collect();
    assert!(found.is_sorted(), "{found:?}");
}

#[test]
fn the_library_and_the_interpreter_send_the_same_request() {
    let built = built(&followed().gateway);
    let sent = shop().server_request(&create()).unwrap();
    assert_eq!((sent.method(), sent.url()), (built.method, built.url.as_str()));
    let headers: Vec<_> = built.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(sent.headers(), headers);
    assert_eq!(std::str::from_utf8(sent.body()).unwrap(), built.body);
    // Counted by hand from the page: its names, its order, the amount without quotes, and the name that the page misspells.
    assert_eq!(built.body, r#"{"orderId":"W-7","amount":25000,"currency":"IDR","customer":{"name":"Siti"}}"#);
}

#[test]
fn the_gateway_takes_the_request_and_the_shop_takes_the_callback() {
    let gateway = &followed().gateway;
    let operation = &gateway.operations[0];
    let sent = shop().server_request(&create()).unwrap();
    let headers: Vec<_> = sent.headers().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let content_type = headers.iter().find(|(name, _)| name == "Content-Type").map(|(_, value)| value.as_str());
    let path = sent.url().strip_prefix("https://sandbox.warung.example").unwrap();
    let call = Call { path, query: "", headers: &headers, content_type: content_type.unwrap(), body: sent.body() };
    let posted = engine::read_call(operation, call).unwrap();
    let account = account(gateway);
    assert_eq!(engine::check_request(gateway, operation, &posted, &account, tests::day("2026-11-20")), []);
    assert_eq!(engine::check_authorization(gateway, operation, &headers, &account), None);
    assert_eq!(posted.get("customer.name"), Some("Siti"));

    let body = told(gateway);
    assert!(is_paid(&shop(), body.as_bytes()));
    assert!(!is_paid(&shop(), body.replace("25000", "1").as_bytes()), "an amount that nobody has signed");
    let stranger = Client::new(Environment::Sandbox, Credentials::new().api_key("another"), Clock::system());
    let Callback::Paid(message) = Callback::parse("application/json", body.as_bytes()).unwrap();
    assert!(message.verify(stranger.credentials()).is_err());
}

#[test]
fn the_callback_tells_a_merchant_which_order_is_paid() {
    let shop = shop();
    let expected = shop.prepare(&create()).unwrap().expected().unwrap();
    let callback = Callback::parse("application/json", told(&followed().gateway).as_bytes()).unwrap();
    let verified = callback.verify(shop.credentials()).unwrap();
    assert_eq!(verified.about_order(), Some("W-7"));
    let ReconciledCallback::Paid(paid) = verified.reconcile(&expected).unwrap();
    assert_eq!((paid.order(), paid.status()), ("W-7", PaymentStatus::Paid));
}

#[test]
fn the_programs_in_the_document_are_those_that_are_tested_here() {
    let source = include_str!("new_gateway.rs");
    let mut programs = 0;
    map_blocks(&followed().written, |language, text| {
        if language == "rust" {
            assert!(source.contains(text), "{text}");
            programs += 1;
        }
        text.to_owned()
    });
    assert_eq!(programs, 1);
}

/// Where the document sends its reader, there is what it promises.
#[test]
fn the_places_that_name_every_gateway_are_where_the_document_says() {
    let table = [
        ("spec/src/lib.rs", "FOLDERS"),
        ("spec/build.rs", "rerun-if-changed"),
        ("faspay-cli/src/engine/generated.rs", "LIBRARIES"),
        ("tests/tests/rooms.rs", "ROOMS"),
        ("docs/architecture.md", "The rooms"),
    ];
    for (path, name) in table {
        assert!(
            followed().written.contains(&format!("`{path}`")) && followed().written.contains(name),
            "{path}: {name}"
        );
        assert!(fs::read_to_string(proofs::root().join(path)).unwrap().contains(name), "{path}: {name}");
    }
}
