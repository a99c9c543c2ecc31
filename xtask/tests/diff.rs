//! Runs `diff` as a maintainer does: on the stripped pages as they are, and on copies that were changed by hand.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(project().join("tests/pages").join(name)).unwrap()
}

/// The command on a page of that text, called `page`.
fn diff(text: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page");
    std::fs::write(&page, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.current_dir(project()).arg("diff").arg(&page).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard error, without the folder that the page was put into.
fn err(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    let short = |line: &str| line.find("page:").map_or(line.to_owned(), |at| line[at..].to_owned());
    text.lines().map(|line| short(line) + "\n").collect()
}

/// The text with one change, which has to bite.
fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

const RECURRING: &str = "faspay/recurring/post-transaction.md";
const NAME: &str = "<td>custname</td><td>Varchar(120)</td>";

#[test]
fn a_page_as_it_is_committed_has_no_changes() {
    for name in [RECURRING, "faspay/recurring/update-card.txt", "faspay/card/token-payment-window.md"] {
        let page = fixture(name);
        let output = diff(&page, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        let id = name.rsplit_once('.').unwrap().0;
        assert_eq!(out(&output), format!("{id}: no changes\n"));
        assert_eq!(out(&diff(&page, &["--format", "json"])), format!("{{\"page\":\"{id}\",\"changes\":[]}}\n"));
    }
}

#[test]
fn one_changed_length_is_one_change_with_its_impact() {
    let page = with(&fixture(RECURRING), NAME, &NAME.replace("120", "60"));
    let output = diff(&page, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(report["page"], "faspay/recurring/post-transaction");
    let [change] = report["changes"].as_array().unwrap().as_slice() else { panic!("{report}") };
    let expected = [
        ("table", "request"),
        ("field", "custname"),
        ("kind", "length"),
        ("from", "120"),
        ("to", "60"),
        ("impact", "breaking"),
    ];
    for (key, value) in expected {
        assert_eq!(change[key], value, "{report}");
    }
    assert!(change["effect"].as_str().unwrap().contains("refused"), "{report}");
}

/// Rows added, removed and renamed, a type, a length and a letter changed, a correction adopted, a table gone.
fn changed_page() -> String {
    let page = with(&fixture(RECURRING), NAME, &NAME.replace("120", "60"));
    let page = with(&page, "<td>mref10</td>", "<td>mref_10</td>");
    let page = with(&page, "<td>recurring_perriod_at</td>", "<td>recurring_period_at</td>");
    let page = with(
        &page,
        "<td>customer_ref</td><td>Varchar(50)</td><td align=\"center\">O",
        "<td>customer_ref</td><td>Numeric(50)</td><td align=\"center\">C",
    );
    let page = with(
        &page,
        "<tr><td>mparam2</td>",
        "<tr><td>loyalty|no</td><td>Varchar(9)</td><td>O</td><td></td></tr><tr><td>mparam2</td>",
    );
    let last = page.rfind("<table>").unwrap();
    let end = page[last..].find("</table>").unwrap() + last + "</table>".len();
    with(&format!("{}{}", &page[..last], &page[end..]), "loyalty|no", "loyalty_no")
}

#[test]
fn the_reports_of_a_much_changed_page() {
    for format in ["text", "markdown", "json"] {
        let output = diff(&changed_page(), &["--format", format]);
        assert_eq!(output.status.code(), Some(1), "{}", err(&output));
        insta::assert_snapshot!(format, out(&output));
    }
}

#[test]
fn what_can_not_be_read_or_told_apart_is_exit_2_with_its_place() {
    let page = fixture(RECURRING);
    let sentence = with(&page, NAME, "<td>custname</td><td>Varchar of at most 120 characters</td>");
    let stranger = with(&page, "# Post Transaction", "# Another page").replace("post-transaction.md", "another.md");
    let mut told = String::new();
    for (what, page) in [("a sentence for a type", &sentence), ("an unknown page", &stranger)] {
        let output = diff(page, &["--format", "json"]);
        let said: String =
            err(&output).lines().filter(|line| !line.contains(": note:")).map(|line| line.to_owned() + "\n").collect();
        told += &format!("{what}: {:?}\n{}{said}\n", output.status.code(), out(&output));
    }
    let known = diff(&stranger, &["--page", "recurring/post-transaction"]);
    assert_eq!(known.status.code(), Some(0), "{}", err(&known));
    let unknown = diff(&page, &["--page", "recurring/no-such"]);
    told += &format!("an unknown id: {:?}\n{}", unknown.status.code(), err(&unknown));
    insta::assert_snapshot!("refused", told);
}
