//! The maintainer's commands as a library: `main` runs them, and tests call them without a process between. Results go to
//! standard output, notes and errors to standard error; the exit status is 0 when it is done, 1 when there is something to
//! act on, 2 when it couldn't be done.

#![forbid(unsafe_code)]

pub mod codegen;
pub mod diff;
pub mod ingest;
pub mod lint;
pub mod place;
pub mod regenerate;
mod root;
pub mod yaml;

use std::ffi::OsString;

use clap::{Parser, Subcommand};

/// What a maintainer of the parameter tables does.
#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads a documentation page and prints (or writes) its facts as YAML
    Ingest(ingest::Arguments),
    /// Compares a page with the committed facts and says what each change means
    Diff(diff::Arguments),
    /// Checks the whole spec: contradictions, stale corrections, weak signatures
    Lint(lint::Arguments),
    /// Writes the generated crates, or compares them with --check
    Codegen(codegen::Arguments),
    /// Takes a changed page in: ingest, diff, lint, codegen and a changelog entry, all or nothing
    Regenerate(regenerate::Arguments),
}

/// Runs the command that the arguments name; the first one is the program. A mistake in them ends the process, as does
/// `--help`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    match Arguments::parse_from(arguments).command {
        Command::Ingest(arguments) => ingest::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Regenerate(arguments) => regenerate::run(&arguments),
    }
}

/// What a command has to say, and its exit status.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For standard output.
    pub output: String,
    /// For standard error.
    pub notes: String,
    /// The exit status.
    pub status: u8,
}

impl Outcome {
    /// The command can't be done: exit status 2.
    fn refused(reason: impl std::fmt::Display) -> Self {
        Self { notes: format!("{reason}\n"), status: 2, ..Self::default() }
    }
}
