//! Pairing and comparing, by hand-made rows: what rows of one name, tables of one role and renamed rows come to.

use super::*;

fn row(line: &str) -> Row {
    let words: Vec<&str> = line.split(' ').collect();
    let [name, ty, letter] = words.as_slice() else { panic!("{line}") };
    let presence = match *letter {
        "M" => Flag::Mandatory,
        "O" => Flag::Optional,
        _ => Flag::Conditional,
    };
    Row { name: (*name).into(), ty: (*ty).into(), presence, coded: false, min: None, max: None, basis: None, line: 0 }
}

fn table(id: &str, rows: &[&str]) -> Table {
    Table { id: id.into(), rows: rows.iter().map(|line| row(line)).collect() }
}

/// Each change as `table field kind from → to`.
fn changes(before: &[Table], after: &[Table]) -> Vec<String> {
    let text = |side: Option<String>| side.unwrap_or("–".into());
    let line = |one: Change| {
        let field = one.field.unwrap_or("*".into());
        format!("{} {field} {} {} → {}", one.table, one.kind, text(one.from), text(one.to))
    };
    compare(before, after).changes.into_iter().map(line).collect()
}

#[test]
fn rows_of_one_name_pair_by_best_match_and_then_by_position() {
    let before = [table("request", &["city Varchar(50) O", "city Varchar(100) O"])];
    let turned = [table("request", &["city Varchar(100) O", "city Varchar(50) O"])];
    assert_eq!(changes(&before, &turned), Vec::<String>::new());
    let shorter = [table("request", &["city Varchar(50) O", "city Varchar(60) O"])];
    assert_eq!(changes(&before, &shorter), ["request city length 100 → 60"]);
    let one_gone = [table("request", &["city Varchar(100) O"])];
    assert_eq!(changes(&before, &one_gone), ["request city field-removed Varchar(50) O → –"]);
    let both = [table("request", &["city Varchar(51) O", "city Varchar(101) O"])];
    assert_eq!(changes(&before, &both), ["request city length 50 → 51", "request city length 100 → 101"]);
}

#[test]
fn every_fact_of_a_row_is_a_change_of_its_own() {
    let before = [table("request", &["a Varchar(5) M"])];
    let after = [table("request", &["a Date O"])];
    assert_eq!(
        changes(&before, &after),
        ["request a type Varchar → Date", "request a length 5 → –", "request a presence M → O"]
    );
    let mut bounded = before.clone();
    bounded[0].rows[0].min = Some(1);
    bounded[0].rows[0].max = Some(9);
    assert_eq!(changes(&before, &bounded), ["request a length – → min 1", "request a length – → 9"]);
}

#[test]
fn case_matters_in_names_and_order_and_asterisks_do_not() {
    let before = [table("request", &["cardId Varchar(5) M", "b Date M"])];
    let mut after = [table("request", &["b Date M", "cardId Varchar(5) M"])];
    after[0].rows[0].coded = true;
    assert_eq!(changes(&before, &after), Vec::<String>::new());
    let cased = [table("request", &["cardid Varchar(5) M", "b Date M"])];
    assert_eq!(
        changes(&before, &cased),
        ["request cardId field-removed Varchar(5) M → –", "request cardid field-added – → Varchar(5) M"]
    );
}

#[test]
fn tables_of_one_role_pair_by_what_is_in_them_and_a_new_one_gets_a_free_id() {
    let (form, reply) = (["a Date M", "b Date M"], ["c Date M", "d Date M"]);
    let before = [table("response", &form), table("response-2", &reply)];
    let after = [table("response", &reply), table("response-2", &form), table("response-3", &["e Date M"])];
    assert_eq!(changes(&before, &after), ["response-3 * table-added – → 1 row"]);
    assert_eq!(named(&before, &after, &pair::tables(&before, &after)), ["response-2", "response", "response-3"]);
    assert_eq!(changes(&before, &after[..1]), ["response * table-removed 2 rows → –"]);
}

#[test]
fn a_rename_is_hinted_at_and_a_mere_exchange_is_not() {
    let hint = |old: &str, new: &str| {
        let before = [table("request", &["first Date M", old, "last Date M"])];
        let after = [table("request", &["first Date M", new, "last Date M"])];
        compare(&before, &after).changes.into_iter().map(|one| one.rename).collect::<Vec<_>>()
    };
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(hint("order_no Varchar(9) M", "orderno Varchar(12) M"), [named("orderno"), named("order_no")]);
    // Another name altogether, but the same facts in the same place.
    assert_eq!(hint("order_no Varchar(9) M", "billref Varchar(9) M"), [named("billref"), named("order_no")]);
    assert_eq!(hint("order_no Varchar(9) M", "colour Numeric O"), [None, None]);
}
