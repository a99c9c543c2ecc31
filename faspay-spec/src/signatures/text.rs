//! Findings as a maintainer reads them.

use std::fmt;

use super::{Finding, Side, State, Weakness, Witness};

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (state, severity) = (self.state.id(), self.severity.id());
        // Without a recipe it is about how else a message is vouched for.
        let about = if self.recipes.is_empty() { &self.messages } else { &self.recipes };
        writeln!(f, "{state:<5} {severity:<6} {} ({})", self.weakness.id(), about.join(", "))?;
        write_words(f, "      ", self.says.split(' ').map(str::to_owned), " ")?;
        if !self.fields.is_empty() && self.fields.iter().any(|field| !self.says.contains(field.as_str())) {
            write_words(f, "        ", self.fields.iter().cloned(), ", ")?;
        }
        let state = match &self.state {
            State::Held(by) => format!("held by {by}"),
            State::Told(because) => format!("told: {because}"),
            State::Open if self.recipes.is_empty() => "open: no form of the browser may carry what vouches for a message".to_owned(),
            State::Open if self.weakness == Weakness::Exposed => {
                "open: declare a setting that `sends` it, and name that in `exposed-by` of every result; where the secret \
                 signs requests only, `accepts` will do"
                    .to_owned()
            }
            State::Open => {
                let recipe = self.recipes.first().map_or("", String::as_str);
                format!(
                    "open: prevent it, or say in gateway.yaml what follows from it: signatures.{recipe}.accepts.{}",
                    self.weakness.id()
                )
            }
        };
        write_words(f, "      ", state.split(' ').map(str::to_owned), " ")?;
        let Some(witness) = &self.witness else { return Ok(()) };
        // What a code list holds is what the second message is worth, not that it can be had.
        if matches!(self.state, State::Held(_)) && self.weakness != Weakness::Collision {
            writeln!(f, "      without it these would sign alike:")?;
        } else {
            writeln!(f, "      these sign alike:")?;
        }
        write!(f, "{witness}")
    }
}

/// Words on as many lines as they take.
fn write_words(
    f: &mut fmt::Formatter<'_>,
    indent: &str,
    words: impl Iterator<Item = String>,
    between: &str,
) -> fmt::Result {
    const WIDTH: usize = 116;
    let mut line = String::new();
    for word in words {
        if !line.is_empty() {
            line += between;
        }
        if indent.len() + line.trim_end().chars().count() + word.chars().count() > WIDTH {
            writeln!(f, "{indent}{}", line.trim_end())?;
            line.clear();
        }
        line += &word;
    }
    writeln!(f, "{indent}{line}")
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "        {}", self.signed)?;
        writeln!(f, "        {}", self.passes)?;
        writeln!(f, "        both are {:?}, digest {}", self.string, self.digest)
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values: Vec<String> = self.values.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        write!(f, "{} {{{}}}", self.message, values.join(", "))
    }
}
