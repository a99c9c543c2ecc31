//! The maintainer's commands, run as `cargo xtask …` or as a binary of its own. All of it is in the library.

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = xtask::run(std::env::args_os());
    // A reader that has gone away (`| head`) is no error worth a message.
    let _ = std::io::stderr().write_all(outcome.notes.as_bytes());
    let _ = std::io::stdout().write_all(outcome.output.as_bytes());
    ExitCode::from(outcome.status)
}
