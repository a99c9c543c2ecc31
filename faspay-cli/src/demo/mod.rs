//! `faspay sandbox` and `faspay demo`: the local gateway, and the main flows against it with the generated library as the
//! merchant, step by step: what is sent, what is signed, what comes back, and what it proves.

mod merchant;
mod shopper;
mod stage;
mod story;

use std::net::SocketAddr;
use std::process::ExitCode;

use faspay_sandbox::{Config, Gateway, Sandbox as Local, Scenario};

use crate::args::{Demo, Sandbox};
use crate::failure::Failure;
use merchant::Merchant;
use stage::Stage;

/// Starts the local gateway and waits for Ctrl-C.
pub fn sandbox(args: &Sandbox) -> Result<ExitCode, Failure> {
    let gateway = args.gateway;
    let listen: SocketAddr = args.listen.parse().map_err(|_| {
        Failure::new(format!(
            "`--listen {}` isn't an address and a port, such as 127.0.0.1:8080 or [::1]:0.",
            args.listen
        ))
    })?;
    able(args)?;
    runtime()?.block_on(async {
        let config =
            Config { listen, callback_url: args.callback.clone(), scenario: args.scenario, ..Config::of(gateway) };
        let running = Local::start(config).await.map_err(|error| Failure::new(error.to_string()))?;
        let url = running.url();
        eprintln!("The local gateway listens on {url}; Ctrl-C stops it. State is in memory.");
        for (what, text) in hints(gateway, &url) {
            eprintln!("  {what:<17} {text}");
        }
        if args.scenario != Scenario::None {
            eprintln!("  its scenario      {}: {}", args.scenario, args.scenario.effect());
        }
        let stopped = tokio::signal::ctrl_c().await;
        running.shutdown().await;
        stopped.map_err(Failure::from)
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What can be asked of a gateway and isn't played is refused, with what works instead.
fn able(args: &Sandbox) -> Result<(), Failure> {
    let (gateway, scenario) = (args.gateway, args.scenario);
    let instead = match gateway {
        Gateway::Faspay => return Ok(()),
        Gateway::Finpay => {
            "there a card decides: the test cards of its payment page are approved, any other is declined"
        }
        Gateway::Pivot => "there the card decides: each of Pivot's simulation cards has an outcome of its own",
    };
    if scenario != Scenario::None {
        return Err(Failure::new(format!(
            "`--scenario {scenario}` isn't played by --gateway {gateway}; {instead}. Leave --scenario out, or take --gateway faspay."
        )));
    }
    if let (Gateway::Finpay, Some(url)) = (gateway, &args.callback) {
        return Err(Failure::new(format!(
            "`--callback {url}` has no effect on --gateway finpay: Finpay reports where each order's url.callbackUrl says. Leave --callback out."
        )));
    }
    Ok(())
}

/// What there is to see and to try, by what it is.
fn hints(gateway: Gateway, url: &str) -> Vec<(&'static str, String)> {
    // Each is one line that can be pasted as it is.
    let file = || ("a file of it", format!("faspay example {gateway} > credentials.json"));
    let build = |id: &str, format: &str| {
        format!(
            "faspay example {id} | faspay build {id} --params - --credentials credentials.json --environment local={url} --format {format}"
        )
    };
    let send = |id: &str| format!("{} | sh", build(id, "curl"));
    let front_page = ("its front page", format!("{url}/"));
    match gateway {
        Gateway::Faspay => vec![
            front_page,
            ("its merchant", "sophia_store / abcde, recurring 99999 john99999 / 9bdqHG2N (the vendor's samples)".into()),
            file(),
            ("build for it", format!("{} > pay.html", build("faspay.card.payment-window", "html"))),
        ],
        Gateway::Finpay => vec![
            front_page,
            ("its merchant", "merchant_id FINPAY770, merchant_key SoSecret123 (the vendor's samples)".into()),
            file(),
            ("build for it", send("finpay.card.stored-card-initiate")),
            ("stored cards", format!("curl '{url}/_sandbox/cards?customer=ann'")),
            ("its state", format!("curl {url}/_sandbox/state")),
        ],
        Gateway::Pivot => vec![
            front_page,
            (
                "its merchant",
                "merchant_id sandbox-merchant, merchant_secret sandbox-secret, callback_key sandbox-callback-key (its own)".into(),
            ),
            file(),
            (
                "a token first",
                format!(
                    r#"TOKEN=$({} | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p')"#,
                    send("pivot.auth.access-token")
                ),
            ),
            ("then build", format!(r#"{} | sed "s/<access-token>/$TOKEN/" | sh"#, build("pivot.session.create", "curl"))),
            ("its state", format!("curl {url}/_sandbox/state")),
        ],
    }
}

/// Runs the demonstration; it ends by itself.
pub fn run(args: &Demo) -> Result<ExitCode, Failure> {
    runtime()?.block_on(tell(args.gateway, args.brief))?;
    Ok(ExitCode::SUCCESS)
}

async fn tell(gateway: Gateway, brief: bool) -> Result<(), Failure> {
    let merchant = Merchant::open().await?;
    // Finpay is told with each order where to report.
    let callback_url = (gateway != Gateway::Finpay).then(|| merchant.callback_url());
    let running = Local::start(Config { callback_url, ..Config::of(gateway) })
        .await
        .map_err(|error| Failure::new(error.to_string()))?;
    let stage = Stage::new(brief, &running, merchant)?;
    let told = match gateway {
        Gateway::Faspay => story::faspay::tell(stage).await,
        Gateway::Finpay => story::finpay::tell(stage).await,
        Gateway::Pivot => story::pivot::tell(stage).await,
    };
    running.shutdown().await;
    told
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::new(format!("can't start: {error}.")))
}
