//! The `faspay` command as a library: the binary calls [`main`], tests that compare the two engines call [`engine`], and
//! one that opens the command's page in a browser calls [`page`].

#![forbid(unsafe_code)]

mod args;
mod catalogue;
mod commands;
mod demo;
mod describe;
pub mod engine;
mod example;
mod failure;
mod input;
mod output;
pub mod page;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
pub use failure::Failure;
use faspay_sandbox::Gateway;

/// Runs the command: 0 done, 1 refused, 2 usage or I/O.
pub fn main() -> ExitCode {
    let args = Args::parse();
    match run(args.command) {
        Ok(done) => done,
        Err(failure) => {
            eprintln!("faspay: {failure}");
            ExitCode::from(2)
        }
    }
}

/// `Ok` carries 0 or 1 (refused); an error is 2.
fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Operations { gateway, format } => catalogue::operations(gateway.map(Gateway::id), format),
        Command::Describe { id } => describe::describe(&id),
        Command::Example { id, at } => example::example(&id, commands::today(at.as_deref())?),
        Command::Validate(args) => commands::validate(&args),
        Command::Build(args) => commands::build(&args),
        Command::Verify(args) => commands::verify(&args),
        Command::Sandbox(args) => demo::sandbox(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "faspay", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
    }
}
