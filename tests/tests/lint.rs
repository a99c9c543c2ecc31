//! Lint over Faspay's spec, over an invented gateway with every weakness, and over specs that a page has moved away from.

use std::collections::BTreeMap;

use faspay_spec::lint::documents::contradictions;
use faspay_spec::lint::{Findings, Lint, lint};
use faspay_spec::report::Kind;
use faspay_spec::{Folder, load};
use tests::biller;

type Files = BTreeMap<String, String>;

fn faspay() -> Files {
    let files = faspay_tables::files("faspay").unwrap();
    let yaml = files.into_iter().filter(|(path, _)| path.ends_with(".yaml"));
    yaml.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn folder(files: &Files) -> Folder {
    Folder::of(files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())))
}

fn run(files: &Files) -> Lint {
    lint(&folder(files))
}

fn findings(files: &Files) -> Findings {
    *run(files).outcome.unwrap_or_else(|report| panic!("{report}"))
}

/// Replaces what must be there: an edit without effect would test nothing.
fn edit(files: &mut Files, path: &str, find: &str, put: &str) {
    let text = files.get_mut(path).unwrap_or_else(|| panic!("no file {path}"));
    assert!(text.contains(find), "{path} doesn't contain {find:?}");
    *text = text.replacen(find, put, 1);
}

fn unresolved(files: &Files) -> Vec<String> {
    findings(files).unresolved().map(|found| found.key.clone()).collect()
}

fn stale(files: &Files) -> Vec<(String, String)> {
    findings(files).stale.into_iter().map(|stale| (stale.entry, stale.key)).collect()
}

#[test]
fn the_report_on_faspay() {
    let lint = run(&faspay());
    assert!(lint.is_clean(), "{lint}");
    insta::assert_snapshot!(lint.to_string());
}

#[test]
fn the_contradictions_that_lint_finds_in_faspay() {
    let all = findings(&faspay()).contradictions;
    let lines = all.iter().map(|found| format!("{found}  resolved by {}\n", found.entries.join(", ")));
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn the_report_on_a_weak_gateway() {
    let lint = run(&biller::files());
    assert!(!lint.is_clean());
    insta::assert_snapshot!(lint.to_string());
}

#[test]
fn the_page_of_the_ledger_holds_every_entry_and_keeps_its_table_whole() {
    let mut files = biller::files();
    edit(&mut files, "biller/contradictions.yaml", "A sentence says", "A | sentence <b>says</b> `x|y`");
    let page = contradictions(&[&findings(&files)]);
    assert!(page.contains("| hosts-in-prose | A \\| sentence \\<b>says\\</b> `x\\|y` that bills"), "{page}");
    assert!(page.contains("| signature-length | bill#request, row signature: Varchar(10). |"), "{page}");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with('|')).collect();
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|row| cells(row) == 6), "{page}");
}

#[test]
fn a_contradiction_without_an_entry_fails_and_says_what_to_write() {
    let mut files = faspay();
    edit(
        &mut files,
        "faspay/contradictions.yaml",
        "  about: [\"type member_email_notif: Numeric(1), Varchar(1), Varchar(50)\"]\n",
        "",
    );
    assert_eq!(unresolved(&files), ["type member_email_notif: Numeric(1), Varchar(1), Varchar(50)"]);
    let text = run(&files).to_string();
    assert!(text.contains("    about: [\"type member_email_notif: Numeric(1), Varchar(1), Varchar(50)\"]\n"), "{text}");
    assert!(!run(&files).is_clean());
}

#[test]
fn a_value_that_changes_reopens_the_contradiction_and_makes_the_entry_stale() {
    let mut files = faspay();
    let page = "faspay/pages/card/payment-window.yaml";
    for _ in 0..2 {
        edit(&mut files, page, "{name: mparam1, type: Varchar(200)", "{name: mparam1, type: Varchar(100)");
    }
    assert_eq!(unresolved(&files), ["type mparam1: Varchar(100), Varchar(50)"]);
    assert_eq!(stale(&files), [("mparam-length".to_owned(), "type mparam1: Varchar(200), Varchar(50)".to_owned())]);
    assert!(!run(&files).is_clean());
}

#[test]
fn an_entry_whose_contradiction_is_gone_is_stale_where_it_stands() {
    let mut files = faspay();
    edit(&mut files, "faspay/pages/recurring/post-transaction.yaml", "[recurring_period, D]", "[recurring_period, M]");
    assert_eq!(unresolved(&files), [""; 0]);
    let all = findings(&files);
    let [stale] = all.stale.as_slice() else { panic!("{:?}", all.stale) };
    assert_eq!(stale.entry, "recurring-period-day");
    let line = files["faspay/contradictions.yaml"].lines().nth(stale.line as usize - 1).unwrap();
    assert!(line.contains("recurring_period: code D"), "line {}: {line}", stale.line);
}

#[test]
fn an_entry_in_prose_is_never_stale() {
    let mut files = biller::files();
    assert_eq!(stale(&files).len(), 1);
    edit(&mut files, "biller/contradictions.yaml", "\n    - \"type signature: Varchar(10), Varchar(50)\"", "");
    assert_eq!(stale(&files), []);
}

#[test]
fn a_key_of_no_known_kind_does_not_load() {
    let mut files = faspay();
    edit(&mut files, "faspay/contradictions.yaml", "\"type cardtype:", "\"kind cardtype:");
    let report = run(&files).outcome.unwrap_err().to_string();
    assert!(report.contains("lint finds nothing of the kind `kind`"), "{report}");
}

#[test]
fn an_entry_has_both_sides_our_resolution_and_its_basis() {
    for key in ["claim", "against", "resolution", "basis"] {
        let mut files = biller::files();
        let ledger = files.get_mut("biller/contradictions.yaml").unwrap();
        let lines = ledger.lines().filter(|line| !line.starts_with(&format!("  {key}: ")));
        *ledger = lines.map(|line| format!("{line}\n")).collect();
        let report = run(&files).outcome.unwrap_err();
        let says = format!("lacks `{key}`");
        let faults: Vec<_> = report.faults().iter().filter(|fault| fault.message.contains(&says)).collect();
        assert_eq!(faults.len(), 2, "one for each entry\n{report}");
        assert!(faults.iter().all(|fault| fault.at.file.path == "biller/contradictions.yaml"));
    }
}

#[test]
fn an_acknowledgement_names_a_weakness_and_gives_a_reason() {
    for (put, expected) in [
        ("joint: There is a delimiter, so nobody needs this.", "did you mean `joined`?"),
        ("joined: \"\"", "`joined` is accepted without a reason"),
    ] {
        let mut files = biller::files();
        edit(&mut files, "biller/gateway.yaml", "joined: There is a delimiter, so nobody needs this.", put);
        let report = run(&files).outcome.unwrap_err().to_string();
        assert!(report.contains(expected), "{report}");
    }
}

#[test]
fn a_weakness_that_nobody_owns_up_to_fails_and_says_where_to() {
    let mut files = faspay();
    let text = &files["faspay/gateway.yaml"];
    let start = text.find("      joined: >-").unwrap();
    let end = start + text[start..].find("      shared: ").unwrap();
    let reason = text[start..end].to_owned();
    edit(&mut files, "faspay/gateway.yaml", &reason, "");
    let lint = run(&files);
    assert!(!lint.is_clean());
    let text = lint.to_string();
    assert!(text.contains("\nopen  low    joined (recurring-member)\n"), "{text}");
    assert!(text.contains("signatures.recurring-member.accepts.joined"), "{text}");
}

/// The rows of Faspay that are corrected: message file, page file and the correction.
fn corrections() -> Vec<(String, String, faspay_spec::model::Correction)> {
    let model = findings(&faspay()).model;
    let requests = model.operations.into_iter().flat_map(|own| own.corrections);
    let results = model.inbound.into_iter().flat_map(|own| own.corrections);
    requests.chain(results).map(|own| (own.origin.file.clone(), own.row.file.clone(), own)).collect()
}

/// One line of a file, changed.
fn edit_line(files: &mut Files, path: &str, line: u32, change: impl Fn(&str) -> String) {
    let text = files.get_mut(path).unwrap();
    let lines = text.lines().enumerate();
    let changed: Vec<String> =
        lines.map(|(index, own)| if index + 1 == line as usize { change(own) } else { own.to_owned() }).collect();
    let changed = changed.join("\n") + "\n";
    assert_ne!(*text, changed, "{path}:{line}");
    *text = changed;
}

/// What a row becomes: each fact of `expect` replaced by another one.
fn rewritten(row: &str, from: &str, to: &[(&str, &str)]) -> String {
    let mut row = row.to_owned();
    for (fact, value) in to {
        let (key, old) = row.split_once(&format!("{fact}: ")).map(|(_, rest)| (fact, rest)).unwrap();
        let end = old.find([',', '}']).unwrap();
        row = row.replace(&format!("{key}: {}", &old[..end]), &format!("{key}: {value}"));
    }
    assert_ne!(row, from);
    row
}

/// The facts of `type Varchar(30), name x`.
fn facts(text: &str) -> Vec<(&str, &str)> {
    text.split(", ").map(|fact| fact.split_once(' ').unwrap()).collect()
}

#[test]
fn every_correction_of_faspay_is_adopted_when_the_page_says_the_same() {
    let all = corrections();
    assert!(all.len() >= 15);
    for (message, page, correction) in all {
        let mut files = faspay();
        edit_line(&mut files, &page, correction.row.line, |row| rewritten(row, row, &facts(&correction.set)));
        let report = run(&files).outcome.expect_err(&format!("{correction:?}"));
        // A row that was renamed isn't there under its old name any more; a person looks at that.
        let renamed = facts(&correction.set).iter().any(|(fact, _)| *fact == "name");
        let kind = if renamed { Kind::Conflict } else { Kind::Adopted };
        let found = report.faults().iter().any(|fault| {
            fault.kind == kind && fault.at.file.path == message && fault.at.line().abs_diff(correction.origin.line) <= 1
        });
        assert!(found, "{correction:?}\n{report}");
    }
}

#[test]
fn every_correction_of_faspay_is_in_conflict_when_the_page_says_a_third_thing() {
    for (message, page, correction) in corrections() {
        let mut files = faspay();
        let third: Vec<(&str, &str)> = facts(&correction.expect)
            .into_iter()
            .map(|(fact, says)| {
                (
                    fact,
                    if fact == "type" {
                        "Varchar(77)"
                    } else if says == "O" {
                        "M"
                    } else {
                        "O"
                    },
                )
            })
            .collect();
        edit_line(&mut files, &page, correction.row.line, |row| rewritten(row, row, &third));
        let report = run(&files).outcome.expect_err(&format!("{correction:?}"));
        let found = report.faults().iter().find(|fault| fault.kind == Kind::Conflict && fault.at.file.path == message);
        let found = found.unwrap_or_else(|| panic!("{correction:?}\n{report}"));
        let (place, _) = found.also.first().expect("both lines are shown");
        assert_eq!((place.file.path.as_str(), place.line()), (page.as_str(), correction.row.line));
    }
}

#[test]
fn a_correction_is_never_silently_without_effect() {
    for (message, page, correction) in corrections() {
        let mut files = faspay();
        // The row is gone.
        edit_line(&mut files, &page, correction.row.line, |row| {
            row.replacen(&format!("name: {},", correction.field), "name: zz_unheard_of,", 1)
        });
        let report = run(&files).outcome.expect_err(&format!("{correction:?}"));
        let bites_nothing =
            report.faults().iter().any(|fault| fault.at.file.path == message && fault.kind == Kind::Conflict);
        // One of two rows of a name leaves the other, which the correction then doesn't fit.
        assert!(bites_nothing, "{correction:?}\n{report}");
    }
}

#[test]
fn stale_corrections_are_listed_with_the_line_to_edit() {
    let mut files = biller::files();
    edit(
        &mut files,
        "biller/pages/bill.yaml",
        "{name: signature, type: Varchar(10)",
        "{name: signature, type: Varchar(40)",
    );
    edit(&mut files, "biller/pages/bill.yaml", "{name: note, type: Varchar(20)", "{name: note, type: Varchar(30)");
    insta::assert_snapshot!(run(&files).to_string());
}

#[test]
fn the_sample_of_a_page_is_replayed_with_its_own_credentials() {
    let page = "faspay/pages/recurring/post-transaction.yaml";
    let changes = [
        // A sample that hashes the password as it is: the page says upper case.
        ("\"##SOPHIA_STORE##ABCDE##\"", "\"##SOPHIA_STORE##abcde##\"", "signature: signature"),
        ("\"##5000.00##0##\"", "\"##5000.00##1##\"", "signature: signature"),
        // Without the inner MD5 it isn't the recurring signature.
        (
            "{sha1: {md5: {join: [john999999bdqHG2N, {now: YmdHis}]}}}",
            "{sha1: {join: [john999999bdqHG2N, {now: YmdHis}]}}",
            "recurring_signature: signature",
        ),
        ("[SHIPPINGCOST, \"0.00\"]", "[SHIPPINGCOST, \"0.5\"]", "shippingcost: type 0.5"),
        (
            "[recurring_accumulate_at, \"0\"]",
            "[recurring_accumulate_at, \"1\"]",
            "process_date: one-day-with-accumulate 20,21",
        ),
        (
            "[recurring_end_date, \"2022-07-10\"]",
            "[recurring_end_date, \"2022-03-09\"]",
            "recurring_end_date: ends-after-start 2022-03-09",
        ),
        ("[merchant_id, \"99999\"]", "[merchant_id, \"999990\"]", "merchant_id: 999990 in Numeric(5)"),
        ("[CUSTNAME, John Doe]", "[CUSTNAME, \"\"]", "custname: left out"),
        ("[CURRENCYCODE, IDR]", "[CURRENCYCODE, USD]", "currencycode: fixed USD"),
        (
            "    action: https://fpg-sandbox.faspay.co.id/recurring",
            "    action: https://fpg-sandbox.faspay.co.id/other",
            "posts to https://fpg-sandbox.faspay.co.id/other",
        ),
        ("[card_expire_notif, \"0\"]", "[card_expire_notif, \"0\"]\n      - [extra, \"1\"]", "extra: no row"),
    ];
    for (find, put, expected) in changes {
        let mut files = faspay();
        edit(&mut files, page, find, put);
        let found = unresolved(&files);
        assert!(found.iter().any(|key| key.contains(expected)), "{put}: {found:?}");
    }
}

#[test]
fn a_vector_that_denies_its_recipe_is_found() {
    // The digest is right for the string; it's the string that isn't the recipe's.
    let mut files = faspay();
    let string = "##TEST01##4E62f498C##OID00001##192.00##A##";
    edit(&mut files, "faspay/gateway.yaml", string, "TEST01#4E62");
    let digest = tests::digests::sha1_hex("TEST01#4E62");
    edit(&mut files, "faspay/gateway.yaml", "D8F437D951EC1DABB52127A22F91748B473658DC", &digest);
    assert_eq!(unresolved(&files), ["vector pub-02: not card-response"]);
}

#[test]
fn tables_rules_codes_and_additions_that_contradict_each_other_are_found() {
    let register = "faspay/operations/recurring/register.yaml";
    let changes = [
        (
            "faspay/pages/recurring/update-card.yaml",
            "{name: member_id, type: Varchar(50)",
            "{name: member_id, type: Varchar(60)",
            "type member_id: Numeric, Varchar(50), Varchar(60)",
        ),
        (
            "faspay/pages/recurring/update-card.yaml",
            "{name: member_id, type: Varchar(50), presence: M",
            "{name: member_id, type: Varchar(50), presence: O",
            "presence request member_id: M, O",
        ),
        (
            "faspay/pages/recurring/update-card.yaml",
            "{name: member_id, type: Varchar(50)",
            "{name: member_id, type: Varchar(50), max: 40",
            "type member_id: Numeric, Varchar(50), Varchar(50) to 40",
        ),
        ("faspay/codes.yaml", "{code: \"ALT\"", "{code: \"ALTX\"", "codes eui: ALTX in Varchar(3)"),
        (
            register,
            "  add:\n",
            "  add:\n    terminal: {type: Varchar(8), presence: O, basis: inferred, because: a guess}\n",
            "added terminal: recurring.register",
        ),
        (
            register,
            "    currencycode: {fixed: IDR}",
            "    currencycode: {fixed: IDR}\n    custname: {max: 60}",
            "limit recurring/post-transaction#request/custname: 60 in Varchar(120)",
        ),
        (
            register,
            "  rules:\n",
            "  rules:\n    - {id: few-weeks, then: recurring_period_at == 12 or recurring_period_at == 1, because: a sentence says so}\n",
            "rule recurring.register.few-weeks recurring_period_at: 12 in Numeric(1)",
        ),
        (
            register,
            "count(process_date) == 1",
            "count(process_date) <= 3",
            "rule recurring.register.one-day-with-accumulate process_date: 3 of 9",
        ),
    ];
    for (path, find, put, expected) in changes {
        let mut files = faspay();
        edit(&mut files, path, find, put);
        let found = unresolved(&files);
        assert!(found.iter().any(|key| key == expected), "{put}: {found:?}");
    }
}

#[test]
fn the_document_on_the_spec_language_names_a_key_that_lint_finds() {
    let document = std::fs::read_to_string(tests::proofs::root().join("docs/spec-language.md")).unwrap();
    let blocks = document.split("```yaml\n# ").skip(1).map(|block| block.split_once("```").unwrap().0);
    let files: Files = blocks.map(|block| block.split_once('\n').unwrap()).map(|(a, b)| (a.into(), b.into())).collect();
    let all = findings(&files);
    assert_eq!(all.stale, []);
    assert!(all.contradictions.iter().any(|found| !found.entries.is_empty()));
    assert_eq!(all.signatures.idle, []);
    assert!(load(&folder(&files)).is_ok());
}
