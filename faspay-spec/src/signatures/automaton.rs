//! Strings read by two machines at once: whether two signed strings can be the same, or one can be read in two ways. Each
//! machine knows which part of its recipe a character belongs to; the search is breadth first, so that a pair that is
//! found is among the shortest.

use std::collections::HashMap;

use super::language::Language;
use super::set::Set;

/// A nondeterministic automaton for a row of parts.
pub(super) struct Automaton {
    /// For each state: the edges that can be taken from it, also after steps that read nothing.
    edges: Vec<Vec<Edge>>,
    accepting: Vec<bool>,
    start: usize,
}

#[derive(Clone)]
struct Edge {
    set: Set,
    /// The part of the recipe that the character belongs to.
    part: usize,
    to: usize,
}

/// A string that both machines accept: each character with the part it belongs to in either.
pub(super) struct Common {
    chars: Vec<(char, usize, usize)>,
}

impl Common {
    /// The string itself.
    #[cfg(test)]
    pub fn text(&self) -> String {
        self.chars.iter().map(|(c, _, _)| *c).collect()
    }

    /// What a part of the first machine holds.
    pub fn left(&self, part: usize) -> String {
        self.chars.iter().filter(|(_, own, _)| *own == part).map(|(c, _, _)| *c).collect()
    }

    /// What a part of the second machine holds.
    pub fn right(&self, part: usize) -> String {
        self.chars.iter().filter(|(_, _, own)| *own == part).map(|(c, _, _)| *c).collect()
    }

    /// The parts that the first character belongs to which belongs to different ones.
    pub fn parting(&self) -> Option<(usize, usize)> {
        self.chars.iter().find(|(_, left, right)| left != right).map(|(_, left, right)| (*left, *right))
    }
}

/// A string that both read, in whatever way.
pub(super) fn common(left: &Automaton, right: &Automaton) -> Option<Common> {
    search(left, right, false)
}

/// A string that both read, and in which some character belongs to different parts. With machines for one recipe: two
/// rows of values with one string. Every part then starts and ends elsewhere or holds the same, so nothing is missed.
pub(super) fn read_differently(left: &Automaton, right: &Automaton) -> Option<Common> {
    search(left, right, true)
}

/// A state of both machines, and whether they have parted.
type Pair = (usize, usize, bool);

fn search(left: &Automaton, right: &Automaton, apart: bool) -> Option<Common> {
    let alphabet = alphabet(left, right);
    let (ours, theirs) = (left.by_character(&alphabet), right.by_character(&alphabet));
    let start: Pair = (left.start, right.start, !apart);
    let mut from: HashMap<Pair, (Pair, char, usize, usize)> = HashMap::new();
    let mut reached = vec![start];
    let mut next = 0;
    while let Some(&pair) = reached.get(next) {
        next += 1;
        let (a, b, parted) = pair;
        if parted && left.accepting[a] && right.accepting[b] {
            return Some(trace(&from, start, pair));
        }
        for (index, c) in alphabet.iter().enumerate() {
            for (part, to) in &ours[a][index] {
                for (other, and) in &theirs[b][index] {
                    let pair = (*to, *and, parted || part != other);
                    if pair != start && !from.contains_key(&pair) {
                        from.insert(pair, ((a, b, parted), *c, *part, *other));
                        reached.push(pair);
                    }
                }
            }
        }
    }
    None
}

fn trace(from: &HashMap<Pair, (Pair, char, usize, usize)>, start: Pair, mut at: Pair) -> Common {
    let mut chars = Vec::new();
    while at != start {
        let Some((before, c, left, right)) = from.get(&at) else { break };
        chars.push((*c, *left, *right));
        at = *before;
    }
    chars.reverse();
    Common { chars }
}

/// One character for each class that no set of either machine tells apart; the readable ones first.
fn alphabet(left: &Automaton, right: &Automaton) -> Vec<char> {
    let mut sets: Vec<&Set> = Vec::new();
    for edge in left.edges.iter().chain(&right.edges).flatten() {
        if !sets.contains(&&edge.set) {
            sets.push(&edge.set);
        }
    }
    let readable = ('A'..='Z').chain('1'..='9').chain(['0']).chain('a'..='z').chain(' '..='~');
    let named = sets.iter().flat_map(|set| set.named().iter().copied());
    // A letter that no vendor names stands for everything beyond ASCII.
    let mut classes: Vec<(Vec<bool>, char)> = Vec::new();
    for c in readable.chain(named).chain(['é', 'ü', 'ø']) {
        let membership: Vec<bool> = sets.iter().map(|set| set.contains(c)).collect();
        if membership.contains(&true) && !classes.iter().any(|(own, _)| *own == membership) {
            classes.push((membership, c));
        }
    }
    classes.into_iter().map(|(_, c)| c).collect()
}

impl Automaton {
    pub fn of(parts: &[Language]) -> Self {
        let mut builder = Builder::default();
        let start = builder.state();
        let mut end = start;
        for (part, language) in parts.iter().enumerate() {
            builder.part = part;
            end = builder.read(language, end);
        }
        builder.finish(start, end)
    }

    /// For each state and character: where it leads, and the part that the character belongs to.
    fn by_character(&self, alphabet: &[char]) -> Vec<Vec<Vec<(usize, usize)>>> {
        let lead = |edges: &Vec<Edge>, c: &char| {
            edges.iter().filter(|edge| edge.set.contains(*c)).map(|edge| (edge.part, edge.to)).collect()
        };
        self.edges.iter().map(|edges| alphabet.iter().map(|c| lead(edges, c)).collect()).collect()
    }
}

#[derive(Default)]
struct Builder {
    edges: Vec<Vec<Edge>>,
    silent: Vec<Vec<usize>>,
    part: usize,
}

impl Builder {
    fn state(&mut self) -> usize {
        self.edges.push(Vec::new());
        self.silent.push(Vec::new());
        self.edges.len() - 1
    }

    fn step(&mut self, from: usize, set: Set) -> usize {
        let to = self.state();
        self.edges[from].push(Edge { set, part: self.part, to });
        to
    }

    /// Adds a language after a state; gives the state where it ends.
    fn read(&mut self, language: &Language, from: usize) -> usize {
        match language {
            Language::Text(text) => text.chars().fold(from, |at, c| self.step(at, Set::of(&c.to_string()))),
            Language::One(set) => self.step(from, set.clone()),
            Language::Seq(parts) => parts.iter().fold(from, |at, part| self.read(part, at)),
            Language::Alt(parts) => {
                let end = self.state();
                for part in parts {
                    let start = self.state();
                    self.silent[from].push(start);
                    let last = self.read(part, start);
                    self.silent[last].push(end);
                }
                end
            }
            Language::Times(inner, min, max) => {
                let mut at = from;
                for _ in 0..*min {
                    at = self.read(inner, at);
                }
                let end = self.state();
                match max {
                    Some(max) => {
                        for _ in *min..*max {
                            self.silent[at].push(end);
                            at = self.read(inner, at);
                        }
                        self.silent[at].push(end);
                    }
                    None => {
                        // A state of its own, so that nobody else's edges lead into the loop.
                        let head = self.state();
                        self.silent[at].push(head);
                        self.silent[head].push(end);
                        let last = self.read(inner, head);
                        self.silent[last].push(head);
                    }
                }
                end
            }
        }
    }

    fn finish(self, start: usize, end: usize) -> Automaton {
        let reach = |state: usize| {
            let mut found = vec![state];
            let mut next = 0;
            while let Some(&at) = found.get(next) {
                next += 1;
                for to in &self.silent[at] {
                    if !found.contains(to) {
                        found.push(*to);
                    }
                }
            }
            found
        };
        let reached: Vec<Vec<usize>> = (0..self.edges.len()).map(reach).collect();
        let edges = reached.iter().map(|all| all.iter().flat_map(|at| self.edges[*at].iter().cloned()).collect());
        Automaton { edges: edges.collect(), accepting: reached.iter().map(|all| all.contains(&end)).collect(), start }
    }
}

#[cfg(test)]
mod tests;
