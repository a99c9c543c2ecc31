//! The maintainer's commands, run as `cargo xtask …` or as a binary of its own. Results go to standard output, notes and
//! errors to standard error; the exit status is 0 when it is done, 1 when there is something to act on, 2 when it couldn't be done.
mod codegen;
mod ingest;
mod root;
mod yaml;

use std::io::Write as _;
use std::process::ExitCode;

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
    /// Writes the generated crates, or compares them with --check
    Codegen(codegen::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Ingest(arguments) => ingest::run(&arguments),
        Command::Codegen(arguments) => codegen::run(&arguments),
    };
    // A reader that has gone away (`| head`) is no error worth a message.
    let _ = std::io::stderr().write_all(outcome.notes.as_bytes());
    let _ = std::io::stdout().write_all(outcome.output.as_bytes());
    ExitCode::from(outcome.status)
}

/// What a command has to say, and its exit status.
#[derive(Debug, Default)]
struct Outcome {
    /// For standard output.
    output: String,
    /// For standard error.
    notes: String,
    /// The exit status.
    status: u8,
}

impl Outcome {
    /// The command can't be done: exit status 2.
    fn refused(reason: impl std::fmt::Display) -> Self {
        Self { notes: format!("{reason}\n"), status: 2, ..Self::default() }
    }
}
