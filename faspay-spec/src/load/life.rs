//! Reads `lifecycle.yaml` and proves what makes it useful: every status of the list has its place, and any two statuses that
//! can both occur in one life are ordered. So news of a payment may come in any order, and as often as it likes.

use super::pages::BASES;
use crate::decode::{Faults, Fields, Word, entries, nearest, text};
use crate::model::{Basis, CodeList, Gateway, Life, LifeStep};
use crate::report::At;
use crate::yaml::Node;

const KEYS: &[&str] = &["summary", "start", "steps", "final", "outside", "of-request"];

pub(super) fn read(node: &Node, gateway: &Gateway, declared: &[String], faults: &Faults) -> Vec<Life> {
    let mut lives = Vec::new();
    for (key, node) in entries(node, "lifecycle.yaml", faults).unwrap_or_default() {
        let Some(fields) = Fields::of(node, "a life", KEYS, faults) else { continue };
        let Some(list) = gateway.codes.iter().find(|list| list.name == key.text) else {
            let names: Vec<&str> = gateway.codes.iter().map(|list| list.name.as_str()).collect();
            let hint = nearest(&key.text, &names).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
            faults.add(
                &key.at,
                format!("there is no code list `{}`", key.text),
                format!("{hint}a list of codes.yaml that is the status of a message"),
            );
            continue;
        };
        if !gateway.inbound.iter().any(|own| own.has_status_of(&list.name)) {
            faults.add(
                &key.at,
                format!("no message has a status of `{}`", list.name),
                "a list that is the status of a message",
            );
            continue;
        }
        lives.extend(Reader { gateway, declared, list, faults, at: &key.at }.life(&fields));
    }
    lives
}

struct Reader<'a> {
    gateway: &'a Gateway,
    declared: &'a [String],
    list: &'a CodeList,
    faults: &'a Faults,
    /// The key under which the life stands.
    at: &'a At,
}

/// A step with the places of its two ends.
struct Step {
    from: usize,
    to: usize,
    back: bool,
    at: At,
}

impl Reader<'_> {
    fn life(&self, fields: &Fields<'_>) -> Option<Life> {
        let summary = fields.need("summary")?.text;
        let start = fields.need("start")?;
        let start_at = self.status(&start);
        let mut steps = Vec::new();
        let mut kept = Vec::new();
        for node in fields.list("steps") {
            self.steps(node, &mut steps, &mut kept);
        }
        let ends = self.reasons(fields, "final");
        let outside = self.reasons(fields, "outside");
        let of_request = self.of_request(fields);
        if self.faults.is_empty() {
            Proof { reader: self, start: start_at?, steps: &steps, ends: &ends, outside: &outside }.hold();
        }
        let plain = |found: Vec<(Word, String)>| found.into_iter().map(|(word, text)| (word.text, text)).collect();
        Some(Life {
            list: self.list.name.clone(),
            summary,
            start: start.text,
            steps: kept,
            ends: plain(ends),
            outside: plain(outside),
            of_request,
        })
    }

    /// The place of a status in its list.
    fn status(&self, word: &Word) -> Option<usize> {
        let found = self.list.values.iter().position(|value| value.code == word.text);
        if found.is_none() {
            let codes: Vec<&str> = self.list.values.iter().map(|value| value.code.as_str()).collect();
            self.faults.add(
                &word.at,
                format!("`{}` has no code `{}`", self.list.name, word.text),
                format!("one of {}", codes.join(", ")),
            );
        }
        found
    }

    fn steps(&self, node: &Node, steps: &mut Vec<Step>, kept: &mut Vec<LifeStep>) {
        let Some(fields) = Fields::of(node, "a step", &["from", "to", "back", "basis", "because"], self.faults) else {
            return;
        };
        for key in ["from", "to", "basis"] {
            if fields.get(key).is_none() {
                fields.missing(key);
            }
        }
        let basis = fields.choice("basis", &BASES);
        let back = fields.flag("back");
        let Some(because) = fields.need("because") else { return };
        let places = |key| {
            let words = fields.texts(key).into_iter();
            words.filter_map(|word| Some((self.status(&word)?, word))).collect::<Vec<_>>()
        };
        let (befores, afters) = (places("from"), places("to"));
        for (before, from) in &befores {
            for (after, to) in &afters {
                if after == before {
                    self.faults.add(&to.at, format!("`{}` follows itself", to.text), "two different statuses");
                }
                if let Some(twin) = steps.iter().find(|own| (own.from, own.to) == (*before, *after)) {
                    self.faults.add_with(
                        &to.at,
                        format!("the step from `{}` to `{}` is given twice", from.text, to.text),
                        "each step once",
                        vec![(twin.at.clone(), "first given here".into())],
                    );
                    continue;
                }
                steps.push(Step { from: *before, to: *after, back, at: to.at.clone() });
                kept.push(LifeStep {
                    from: from.text.clone(),
                    to: to.text.clone(),
                    back,
                    basis: basis.unwrap_or(Basis::Inferred),
                    because: because.text.clone(),
                });
            }
        }
    }

    /// Statuses with a sentence each.
    fn reasons(&self, fields: &Fields<'_>, key: &'static str) -> Vec<(Word, String)> {
        let mut found = Vec::new();
        for (status, node) in fields.map(key, key) {
            let word = Word { text: status.text.clone(), at: status.at.clone() };
            let reason = text(node, "a reason", self.faults);
            if self.status(&word).is_some() {
                found.extend(reason.map(|reason| (word, reason.text)));
            }
        }
        found
    }

    fn of_request(&self, fields: &Fields<'_>) -> Vec<(String, Vec<String>)> {
        let mut found = Vec::new();
        for (message, node) in fields.map("of-request", "`of-request`") {
            let crate::yaml::Value::List(items) = &node.value else {
                self.faults.add(&node.at, "this isn't a list", "the codes that tell of the request in that message");
                continue;
            };
            if !self.tells(&message.text) {
                self.faults.add(
                    &message.at,
                    format!("`{}` isn't a message whose status is of `{}`", message.text, self.list.name),
                    "the id of such a message",
                );
            }
            let words = items.iter().filter_map(|item| text(item, "a code", self.faults));
            let words: Vec<Word> = words.filter(|word| self.status(word).is_some()).collect();
            found.push((message.text.clone(), words.into_iter().map(|word| word.text).collect()));
        }
        found
    }

    /// Whether the message's status is a code of this list. One that can't be read has been reported where it stands.
    fn tells(&self, id: &str) -> bool {
        match self.gateway.inbound.iter().find(|own| own.id == id) {
            Some(message) => message.has_status_of(&self.list.name),
            None => self.declared.iter().any(|own| own == id),
        }
    }
}

/// What has to be proved of a life whose words are all sound.
struct Proof<'a> {
    reader: &'a Reader<'a>,
    start: usize,
    steps: &'a [Step],
    ends: &'a [(Word, String)],
    outside: &'a [(Word, String)],
}

/// For each status, those that can be reached from it in one step or more.
type Reached = Vec<Vec<bool>>;

impl Proof<'_> {
    fn hold(&self) {
        let faults = self.reader.faults;
        let order = self.reached(|step| !step.back);
        for step in self.steps {
            let returns = order[step.to][step.from];
            let (from, to) = (self.code(step.from), self.code(step.to));
            if returns && !step.back {
                faults.add(
                    &step.at,
                    format!("`{to}` comes before `{from}` already: the steps go round in a circle"),
                    "an order; `back: true` on a step that leads back",
                );
            } else if step.back && !returns {
                faults.add(
                    &step.at,
                    format!("`{to}` doesn't come before `{from}`, so this step doesn't lead back"),
                    "`back: true` only where other steps lead the other way",
                );
            }
        }
        if faults.is_empty() {
            let walks = self.reached(|_| true);
            self.places(&walks);
            self.ordered(&order, &walks);
        }
    }

    /// Every status is in the life or outside, and those that nothing follows are known to be final.
    fn places(&self, walks: &Reached) {
        let faults = self.reader.faults;
        for (at, value) in self.reader.list.values.iter().enumerate() {
            let code = value.code.as_str();
            let outside = self.outside.iter().find(|(word, _)| word.text == code);
            let last = self.ends.iter().find(|(word, _)| word.text == code);
            let reached = at == self.start || walks[self.start][at];
            let followed = self.steps.iter().find(|step| step.from == at);
            match (outside, reached) {
                (None, false) => faults.add(
                    self.reader.at,
                    format!("no life comes to `{code}`"),
                    "a step that leads to it, or a reason under `outside`",
                ),
                (Some((word, _)), _) if reached || followed.is_some() => {
                    faults.add(&word.at, format!("`{code}` is outside and has steps"), "one or the other");
                }
                _ => {}
            }
            match (last, followed) {
                (Some((word, _)), Some(step)) => faults.add_with(
                    &word.at,
                    format!("`{code}` is final, and something follows it"),
                    "one or the other",
                    vec![(step.at.clone(), "the step that follows".into())],
                ),
                (None, None) if reached => faults.add(
                    self.reader.at,
                    format!("nothing follows `{code}`, and nothing says that it is final"),
                    "a step from it, or a reason under `final`",
                ),
                _ => {}
            }
        }
    }

    /// Two statuses of one walk are ordered. Else an honest payment would look like two that contradict each other.
    fn ordered(&self, order: &Reached, walks: &Reached) {
        for (a, reached) in walks.iter().enumerate() {
            for (b, _) in reached.iter().enumerate().filter(|(b, reached)| **reached && *b != a) {
                if !order[a][b] && !order[b][a] {
                    // Only a step back leads between statuses without an order.
                    let step = self.steps.iter().find(|step| step.back && (step.from == a || walks[a][step.from]));
                    self.reader.faults.add(
                        step.map_or(self.reader.at, |step| &step.at),
                        format!(
                            "over this step a payment can be `{}` and later `{}`, and nothing says which is further on",
                            self.code(a),
                            self.code(b)
                        ),
                        "a step between the two that doesn't lead back",
                    );
                }
            }
        }
    }

    fn code(&self, at: usize) -> &str {
        self.reader.list.values.get(at).map_or("", |value| value.code.as_str())
    }

    fn reached(&self, counts: impl Fn(&Step) -> bool) -> Reached {
        let count = self.reader.list.values.len();
        let mut reached = vec![vec![false; count]; count];
        for step in self.steps.iter().filter(|step| counts(step)) {
            reached[step.from][step.to] = true;
        }
        for through in 0..count {
            for from in 0..count {
                if reached[from][through] {
                    let further = reached[through].clone();
                    for (own, more) in reached[from].iter_mut().zip(further) {
                        *own |= more;
                    }
                }
            }
        }
        reached
    }
}
