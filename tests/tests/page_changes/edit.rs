//! Random changes of a page's facts, each with what a comparison has to report of it.

use std::collections::BTreeSet;

use rand::prelude::*;
use rand::rngs::StdRng;

use super::fixture::{Entry, Fixture, Form, Grid};

/// One line of a report. Table, field, kind, from, to.
pub type Reported = (String, Option<String>, &'static str, Option<String>, Option<String>);

/// What was done to a page.
#[derive(Debug, Default)]
pub struct Edits {
    pub expected: Vec<Reported>,
    /// A row's old and new name.
    pub renamed: Vec<(String, String)>,
    /// What can't be read back as intended is left alone: rows that were changed once, by table and name.
    touched: BTreeSet<(usize, String)>,
}

const TYPES: [&str; 5] = ["Varchar(33)", "Numeric(7)", "Date(10)", "Char(4)", "Varchar(1)"];

impl Edits {
    /// Changes a page at one to four places, or nowhere. `ids` are those of the committed tables, with the number of rows.
    pub fn draw(page: &mut Fixture, ids: &[(String, usize)], rng: &mut StdRng) -> Self {
        let mut edits = Self::default();
        for _ in 0..rng.random_range(0..=4) {
            let table = rng.random_range(0..page.tables.len());
            let numbered = page.form == (Form::Copied { numbered: true });
            match rng.random_range(0..7) {
                0 => edits.add(&mut page.tables[table], table, &ids[table].0, rng),
                1 => edits.remove(&mut page.tables[table], table, &ids[table].0, rng),
                2 => edits.rename(&mut page.tables[table], table, &ids[table].0, rng),
                3 => edits.retype(&mut page.tables[table], table, &ids[table].0, rng),
                4 | 5 => edits.resize(&mut page.tables[table], table, &ids[table].0, numbered, rng),
                _ => edits.need(&mut page.tables[table], table, &ids[table].0, rng),
            }
        }
        edits.whole_tables(page, ids, rng);
        // The order of rows is no fact.
        for grid in &mut page.tables {
            if rng.random_bool(0.3) {
                let (a, b) = (rng.random_range(0..grid.rows.len()), rng.random_range(0..grid.rows.len()));
                if grid.rows[a].name != grid.rows[b].name {
                    grid.rows.swap(a, b);
                }
            }
        }
        edits.expected.sort();
        edits
    }

    /// A row that nothing was done to, and whose name no other row has.
    fn pick(&mut self, grid: &Grid, table: usize, rng: &mut StdRng) -> Option<usize> {
        let index = rng.random_range(0..grid.rows.len());
        let name = &grid.rows[index].name;
        let alone = grid.rows.iter().filter(|row| row.name == *name).count() == 1;
        (alone && self.touched.insert((table, name.clone()))).then_some(index)
    }

    fn report(&mut self, id: &str, name: &str, kind: &'static str, from: Option<String>, to: Option<String>) {
        self.expected.push((id.to_owned(), Some(name.to_owned()), kind, from, to));
    }

    fn add(&mut self, grid: &mut Grid, table: usize, id: &str, rng: &mut StdRng) {
        let name = format!("zz{}_new", rng.random_range(0..1_000_000));
        if !self.touched.insert((table, name.clone())) {
            return;
        }
        let lengths = grid.rows[0].min.is_some().then(|| (rng.random_range(1..9), rng.random_range(10..99)));
        let ty = if lengths.is_some() { "String" } else { TYPES.choose(rng).unwrap() };
        let presence = *['M', 'O', 'C'].choose(rng).unwrap();
        let (min, max) = lengths.unzip();
        let new = Entry { name: name.clone(), ty: ty.to_owned(), presence, min, max };
        self.report(id, &name, "field-added", None, Some(new.shown()));
        grid.rows.insert(rng.random_range(0..=grid.rows.len()), new);
    }

    fn remove(&mut self, grid: &mut Grid, table: usize, id: &str, rng: &mut StdRng) {
        if grid.rows.len() < 4 {
            return;
        }
        let Some(index) = self.pick(grid, table, rng) else { return };
        let old = grid.rows.remove(index);
        self.report(id, &old.name, "field-removed", Some(old.shown()), None);
    }

    fn rename(&mut self, grid: &mut Grid, table: usize, id: &str, rng: &mut StdRng) {
        let Some(index) = self.pick(grid, table, rng) else { return };
        let row = &mut grid.rows[index];
        let (old, new) = (row.name.clone(), format!("{}q", row.name));
        self.touched.insert((table, new.clone()));
        row.name.clone_from(&new);
        let shown = row.shown();
        self.report(id, &old, "field-removed", Some(shown.clone()), None);
        self.report(id, &new, "field-added", None, Some(shown));
        self.renamed.push((old, new));
    }

    fn retype(&mut self, grid: &mut Grid, table: usize, id: &str, rng: &mut StdRng) {
        let Some(index) = self.pick(grid, table, rng) else { return };
        let row = &mut grid.rows[index];
        let (old, length) = row.split();
        let new = *["Numeric", "Char", "Text", "Integer"].choose(rng).unwrap();
        row.ty = length.map_or(new.to_owned(), |length| format!("{new}({length})"));
        let (name, old) = (row.name.clone(), Some(old).filter(|old| !old.is_empty()));
        if old.as_deref() != Some(new) {
            self.report(id, &name, "type", old, Some(new.to_owned()));
        }
    }

    fn resize(&mut self, grid: &mut Grid, table: usize, id: &str, numbered: bool, rng: &mut StdRng) {
        let Some(index) = self.pick(grid, table, rng) else { return };
        let row = &mut grid.rows[index];
        let name = row.name.clone();
        if numbered {
            let which = if rng.random_bool(0.5) { &mut row.min } else { &mut row.max };
            let (old, new) = (which.unwrap(), which.unwrap() + rng.random_range(1..40));
            *which = Some(new);
            let least = if row.min == Some(new) { "min " } else { "" };
            self.report(id, &name, "length", Some(format!("{least}{old}")), Some(format!("{least}{new}")));
            return;
        }
        let (word, old) = row.split();
        let new = match rng.random_range(0..8) {
            0 => None,
            1 => Some("12,2".to_owned()),
            _ => Some(rng.random_range(1..300).to_string()),
        };
        row.ty = new.as_ref().map_or(word.clone(), |new| format!("{word}({new})"));
        if old != new {
            self.report(id, &name, "length", old, new);
        }
    }

    fn need(&mut self, grid: &mut Grid, table: usize, id: &str, rng: &mut StdRng) {
        let Some(index) = self.pick(grid, table, rng) else { return };
        let row = &mut grid.rows[index];
        let (old, new) = (row.presence, *['M', 'O', 'C'].choose(rng).unwrap());
        row.presence = new;
        let name = row.name.clone();
        if old != new {
            self.report(id, &name, "presence", Some(old.to_string()), Some(new.to_string()));
        }
    }

    /// A table more or one fewer, at times.
    fn whole_tables(&mut self, page: &mut Fixture, ids: &[(String, usize)], rng: &mut StdRng) {
        let rows = |count: usize| if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
        match rng.random_range(0..10) {
            0 => {
                let numbered = page.tables[0].rows[0].min.is_some();
                let count = rng.random_range(2..5);
                let new = (0..count).map(|number| Entry {
                    name: format!("ww{number}_more"),
                    ty: if numbered { "String".into() } else { TYPES[number].to_owned() },
                    presence: 'M',
                    min: numbered.then_some(1),
                    max: numbered.then_some(9),
                });
                page.add_table(new.collect());
                let taken = ids.iter().filter(|(id, _)| id.split('-').next() == Some("response")).count();
                let id = if taken == 0 { "response".to_owned() } else { format!("response-{}", taken + 1) };
                self.expected.push((id, None, "table-added", None, Some(rows(count))));
            }
            1 if page.tables.len() > 1 => {
                let index = rng.random_range(0..page.tables.len());
                let (id, count) = &ids[index];
                // What was done to its rows is gone with it.
                self.expected.retain(|(table, ..)| table != id);
                self.renamed.clear();
                page.remove_table(index);
                self.expected.push((id.clone(), None, "table-removed", Some(rows(*count)), None));
            }
            _ => {}
        }
    }
}
