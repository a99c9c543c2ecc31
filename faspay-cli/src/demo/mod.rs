//! `faspay sandbox` and `faspay demo`: the local gateway, and the main flows against it with the generated library as the
//! merchant, step by step: what is sent, what is signed, what comes back, and what it proves.

mod merchant;
mod shopper;
mod story;

use std::net::SocketAddr;
use std::process::ExitCode;

use faspay_sandbox::{Config, Sandbox as Gateway, Scenario};

use crate::args::{Demo, Sandbox};
use crate::failure::Failure;

/// Starts the local gateway and waits for Ctrl-C.
pub fn sandbox(args: &Sandbox) -> Result<ExitCode, Failure> {
    let listen: SocketAddr = args.listen.parse().map_err(|_| {
        Failure::new(format!(
            "`--listen {}` isn't an address and a port, such as 127.0.0.1:8080 or [::1]:0.",
            args.listen
        ))
    })?;
    runtime()?.block_on(async {
        let config = Config { listen, callback_url: args.callback.clone(), scenario: args.scenario, ..Config::default() };
        let running = Gateway::start(config).await.map_err(|error| Failure::new(error.to_string()))?;
        let url = running.url();
        eprintln!("The local gateway listens on {url}; Ctrl-C stops it. State is in memory.");
        eprintln!("  its front page    {url}/");
        eprintln!("  its merchant      sophia_store / abcde, recurring 99999 john99999 / 9bdqHG2N (the vendor's samples)");
        eprintln!("  build for it      faspay build ID --params … --credentials … --environment local={url} --format html > pay.html");
        if args.scenario != Scenario::None {
            eprintln!("  its scenario      {}: {}", args.scenario, args.scenario.effect());
        }
        let stopped = tokio::signal::ctrl_c().await;
        running.shutdown().await;
        stopped.map_err(Failure::from)
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Runs the demonstration; it ends by itself.
pub fn run(args: &Demo) -> Result<ExitCode, Failure> {
    runtime()?.block_on(story::tell(args.brief))
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::new(format!("can't start: {error}.")))
}
