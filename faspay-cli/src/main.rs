//! The `faspay` command.

#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    faspay_cli::main()
}
