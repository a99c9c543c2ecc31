//! The automata against a list of all strings: at random rows of parts, the search finds something exactly when the list has
//! it, and what it finds is as short as anything on the list.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn any(without: &str) -> Language {
    Language::text(Set::any().without(without), Some(4))
}

fn text(text: &str) -> Language {
    Language::Text(text.into())
}

#[test]
fn a_delimiter_that_no_value_holds_keeps_values_apart() {
    let parts = [any("#"), text("#"), any("#")];
    let machine = Automaton::of(&parts);
    assert!(read_differently(&machine, &machine).is_none());
    let loose = Automaton::of(&[any(""), text("#"), any("")]);
    let found = read_differently(&loose, &loose).unwrap();
    assert_eq!(found.text(), "A##A", "the shortest");
    assert_ne!(found.left(0), found.right(0));
    assert_eq!(format!("{}#{}", found.left(0), found.left(2)), found.text());
    assert_eq!(format!("{}#{}", found.right(0), found.right(2)), found.text());
}

#[test]
fn joined_values_part_unless_all_but_one_have_a_fixed_length() {
    let joined = Automaton::of(&[any(""), any("")]);
    assert_eq!(read_differently(&joined, &joined).unwrap().text(), "AAA");
    let fixed = Language::Times(Box::new(Language::One(Set::any())), 2, Some(2));
    let held = Automaton::of(&[fixed, any("")]);
    assert!(read_differently(&held, &held).is_none());
}

#[test]
fn loops_of_one_machine_meet_bounds_of_the_other() {
    let long = Automaton::of(&[Language::text(Set::of("A"), None), text("B")]);
    let short = Automaton::of(&[Language::text(Set::of("A"), Some(3)), text("B")]);
    let exact = Automaton::of(&[text("AAAAB")]);
    assert_eq!(common(&long, &exact).unwrap().text(), "AAAAB");
    assert!(common(&short, &exact).is_none());
    assert!(common(&Automaton::of(&[text("")]), &long).is_none());
    assert_eq!(common(&Automaton::of(&[any("").optional()]), &Automaton::of(&[text("")])).unwrap().text(), "");
}

/// Numbers that look random and are the same on every run (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn set(&mut self) -> Set {
        Set::of(["A", "B", "#", "AB", "A#", "AB#"][self.below(6) as usize])
    }

    /// A language over `A`, `B` and `#`; what repeats without bound holds something each time.
    fn language(&mut self, depth: u32) -> Language {
        match self.below(if depth == 0 { 2 } else { 6 }) {
            0 => Language::Text(["", "A", "B", "#", "AB", "##"][self.below(6) as usize].into()),
            1 => Language::One(self.set()),
            2 => Language::Seq(vec![self.language(depth - 1), self.language(depth - 1)]),
            3 => Language::Alt(vec![self.language(depth - 1), self.language(depth - 1)]),
            4 => {
                let least = self.below(3) as u32;
                Language::Times(Box::new(self.language(depth - 1)), least, Some(least + self.below(3) as u32))
            }
            _ => Language::Times(Box::new(Language::One(self.set())), self.below(3) as u32, None),
        }
    }

    fn row(&mut self) -> Vec<Language> {
        (0..=self.below(3)).map(|_| self.language(2)).collect()
    }
}

/// Longest string on a list.
const MOST: usize = 5;

/// Every string of a language with at most that many characters.
fn strings(language: &Language) -> BTreeSet<String> {
    let joined = |left: &BTreeSet<String>, right: &BTreeSet<String>| -> BTreeSet<String> {
        let pairs = left.iter().flat_map(|a| right.iter().map(move |b| format!("{a}{b}")));
        pairs.filter(|both| both.len() <= MOST).collect()
    };
    match language {
        Language::Text(text) => BTreeSet::from([text.clone()]),
        Language::One(set) => ['A', 'B', '#'].into_iter().filter(|c| set.contains(*c)).map(String::from).collect(),
        Language::Seq(parts) => {
            parts.iter().fold(BTreeSet::from([String::new()]), |so_far, part| joined(&so_far, &strings(part)))
        }
        Language::Alt(parts) => parts.iter().flat_map(strings).collect(),
        Language::Times(inner, least, most) => {
            let one = strings(inner);
            let mut all = BTreeSet::new();
            let mut now = BTreeSet::from([String::new()]);
            // Without bound: as often as fits, since each time holds something.
            for count in 0..=most.unwrap_or(least + MOST as u32) {
                if count >= *least {
                    all.extend(now.iter().cloned());
                }
                now = joined(&now, &one);
            }
            all
        }
    }
}

/// Every string of a row, with the ways to cut it into the row's parts.
fn readings(row: &[Language]) -> BTreeMap<String, BTreeSet<Vec<String>>> {
    let mut rows = vec![Vec::new()];
    for part in row {
        let own = strings(part);
        let longer = rows.iter().flat_map(|row: &Vec<String>| {
            own.iter().map(move |text| row.iter().cloned().chain([text.clone()]).collect::<Vec<_>>())
        });
        rows = longer.filter(|row| row.concat().len() <= MOST).collect();
    }
    let mut readings: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for row in rows {
        readings.entry(row.concat()).or_default().insert(row);
    }
    readings
}

/// What a search found, unless it is longer than anything on a list.
fn listed(found: Option<&Common>) -> Option<usize> {
    found.map(|found| found.text().len()).filter(|len| *len <= MOST)
}

#[test]
fn a_row_is_ambiguous_exactly_when_the_list_of_its_strings_says_so() {
    let mut random = Random(0x5EED_0004);
    let (mut ambiguous, mut sound) = (0, 0);
    for _ in 0..2_000 {
        let row = random.row();
        let machine = Automaton::of(&row);
        let found = read_differently(&machine, &machine);
        let readings = readings(&row);
        let shortest = readings.iter().filter(|(_, ways)| ways.len() > 1).map(|(text, _)| text.len()).min();
        assert_eq!(listed(found.as_ref()), shortest, "{row:?}");
        if let Some(found) = found.filter(|found| found.text().len() <= MOST) {
            let side = |of: &dyn Fn(usize) -> String| (0..row.len()).map(of).collect::<Vec<_>>();
            let (left, right) = (side(&|part| found.left(part)), side(&|part| found.right(part)));
            let ways = &readings[&found.text()];
            assert!(left != right && ways.contains(&left) && ways.contains(&right), "{row:?}: {left:?} {right:?}");
        }
        *(if shortest.is_some() { &mut ambiguous } else { &mut sound }) += 1;
    }
    assert!(ambiguous > 200 && sound > 200, "{ambiguous} ambiguous, {sound} sound");
}

#[test]
fn two_rows_meet_exactly_when_their_lists_do() {
    let mut random = Random(0x5EED_0005);
    let (mut meet, mut apart) = (0, 0);
    for _ in 0..2_000 {
        let (left, right) = (random.row(), random.row());
        let found = common(&Automaton::of(&left), &Automaton::of(&right));
        let (ours, theirs) = (readings(&left), readings(&right));
        let shortest = ours.keys().filter(|text| theirs.contains_key(*text)).map(String::len).min();
        assert_eq!(listed(found.as_ref()), shortest, "{left:?} {right:?}");
        *(if shortest.is_some() { &mut meet } else { &mut apart }) += 1;
    }
    assert!(meet > 200 && apart > 200, "{meet} meet, {apart} don't");
}

#[test]
fn upper_casing_a_language_upper_cases_its_strings() {
    let lower = Language::Alt(vec![text("ab"), Language::Times(Box::new(Language::One(Set::of("a#"))), 1, Some(2))]);
    let machine = Automaton::of(&[lower.upper()]);
    for (string, holds) in [("AB", true), ("ab", false), ("#A", true), ("#a", false), ("ABA", false)] {
        assert_eq!(common(&machine, &Automaton::of(&[text(string)])).is_some(), holds, "{string}");
    }
}
