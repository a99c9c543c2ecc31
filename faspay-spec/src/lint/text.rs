//! The report as a maintainer reads it: what fails first, then what is held or told.

use std::fmt;

use super::{Findings, Found, Lint};
use crate::report::{Kind, Report};
use crate::signatures::State;

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.outcome {
            Ok(findings) => findings.fmt(f),
            Err(report) => write_faults(f, &self.gateway, report),
        }
    }
}

/// The stale corrections again in one list, each with the line to edit: they are what a changed page leaves behind.
fn write_faults(f: &mut fmt::Formatter<'_>, gateway: &str, report: &Report) -> fmt::Result {
    writeln!(f, "{gateway}: the spec doesn't load\n\n{report}")?;
    let stale: Vec<_> = report.faults().iter().filter(|fault| fault.kind != Kind::Mistake).collect();
    if !stale.is_empty() {
        writeln!(f, "\nstale corrections:")?;
    }
    for fault in stale {
        let kind = if fault.kind == Kind::Adopted { "adopted " } else { "conflict" };
        writeln!(f, "{kind}  {}:{}  {}", fault.at.file.path, fault.at.line(), fault.message)?;
    }
    Ok(())
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (model, signatures) = (&self.model, &self.signatures);
        writeln!(
            f,
            "{}: {} operations, {} messages, {} pages, no mistakes in the files",
            model.id,
            model.operations.len(),
            model.inbound.len(),
            model.pages.len()
        )?;
        let corrections = model.operations.iter().map(|own| own.corrections.len()).sum::<usize>()
            + model.inbound.iter().map(|own| own.corrections.len()).sum::<usize>();
        writeln!(f, "corrections: {corrections}, all active")?;
        // `{:#}` is what fails and nothing else.
        let all = !f.alternate();
        let undocumented = self.undocumented();
        if !undocumented.is_empty() {
            writeln!(f, "tables and rows that no document has: {}", undocumented.len())?;
        }
        for (what, basis) in undocumented.iter().filter(|_| all) {
            writeln!(f, "  {what}  {basis}")?;
        }

        let unresolved: Vec<&Found> = self.unresolved().collect();
        writeln!(
            f,
            "contradictions: {} in the ledger; {} found, {} unresolved, {} stale",
            model.contradictions.len(),
            self.contradictions.len(),
            unresolved.len(),
            self.stale.len()
        )?;
        for found in unresolved {
            write!(f, "\nunresolved  {found}")?;
            writeln!(f, "  to resolve it, write an entry in {}/contradictions.yaml with", model.id)?;
            writeln!(f, "    about: [{:?}]", found.key)?;
        }
        let explained: Vec<&Found> =
            self.contradictions.iter().filter(|found| all && !found.entries.is_empty()).collect();
        if !explained.is_empty() {
            writeln!(f)?;
        }
        for found in explained {
            writeln!(f, "explained  {}  ({})", found.key, found.entries.join(", "))?;
        }
        for stale in &self.stale {
            writeln!(f, "\nstale  {}/contradictions.yaml:{}  {}", model.id, stale.line, stale.key)?;
            writeln!(
                f,
                "  the entry {} is about this, and lint doesn't find it any more: delete this key, or the",
                stale.entry
            )?;
            writeln!(f, "  entry when the documents agree by now")?;
        }

        let count = |id: &str| signatures.findings.iter().filter(|finding| finding.state.id() == id).count();
        writeln!(
            f,
            "\nsignatures: {} recipes; {} weaknesses held, {} told, {} open",
            model.recipes.len(),
            count("held"),
            count("told"),
            count("open")
        )?;
        for idle in &signatures.idle {
            writeln!(f, "\nidle  {}/gateway.yaml:{}", model.id, idle.line)?;
            writeln!(
                f,
                "  `{}` accepts `{}` to no effect: it isn't open, or no reason is enough; delete it",
                idle.recipe, idle.weakness
            )?;
        }
        let order = |state: &State| match state {
            State::Open => 0,
            State::Told(_) => 1,
            State::Held(_) => 2,
        };
        let shown = |state: &State| all || matches!(state, State::Open);
        let mut findings: Vec<_> = signatures.findings.iter().filter(|own| shown(&own.state)).collect();
        findings.sort_by_key(|finding| (order(&finding.state), std::cmp::Reverse(finding.severity)));
        for finding in findings {
            write!(f, "\n{finding}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.key)?;
        writeln!(f, "  {}", self.says)?;
        for place in &self.places {
            match place.line {
                0 => writeln!(f, "    {}  {}", place.file, place.says)?,
                line => writeln!(f, "    {}:{line}  {}", place.file, place.says)?,
            }
        }
        Ok(())
    }
}
