//! docs/threats.md: every threat has its row, every row a state, and every test that is named as proof exists.

use tests::proofs;

/// The rows: number, state, tests.
fn rows() -> Vec<(u32, String, Vec<String>)> {
    let document = std::fs::read_to_string(proofs::root().join("docs/threats.md")).unwrap();
    let cells = document.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| ")?.strip_suffix('|')?.split(" |").map(str::trim).collect();
        let number = cells.first()?.parse().ok()?;
        let [_, _, _, state, tests] = cells.as_slice() else { panic!("row {number} has {} cells", cells.len()) };
        let tests = tests.split('`').skip(1).step_by(2).map(str::to_owned);
        Some((number, (*state).to_owned(), tests.collect()))
    });
    cells.collect()
}

#[test]
fn every_threat_has_its_row_in_order() {
    let numbers: Vec<u32> = rows().into_iter().map(|(number, ..)| number).collect();
    assert_eq!(numbers, (1..=65).collect::<Vec<_>>());
}

#[test]
fn a_threat_is_done_only_with_tests_to_show_for_it() {
    for (number, state, tests) in rows() {
        assert!(["done", "partly", "open", "n/a"].contains(&state.as_str()), "row {number}: `{state}` is no state");
        assert!(state != "done" || !tests.is_empty(), "row {number} is {state} and names no test");
    }
}

#[test]
fn every_test_that_a_row_names_exists() {
    let objections: Vec<String> = rows()
        .into_iter()
        .flat_map(|(number, _, tests)| {
            let objections = tests.into_iter().filter_map(|test| proofs::objection(&test));
            objections.map(move |objection| format!("row {number}: {objection}")).collect::<Vec<_>>()
        })
        .collect();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
}
