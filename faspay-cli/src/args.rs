//! What the command line takes, with help that teaches.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use faspay_sandbox::Scenario;

use crate::engine::Engine;

/// Validate, build and verify Faspay messages, offline, with a local gateway to try them on.
#[derive(Debug, Parser)]
#[command(name = "faspay", version, about, long_about = None, arg_required_else_help = true, after_help = "\
Start here:
  faspay demo                                    the whole flow on this machine, step by step
  faspay operations                              what there is
  faspay describe faspay.recurring.register      one operation: parameters, rules, signatures, codes
  faspay describe faspay.card.void.reply         one message: fields, signature, codes, which status may follow which

Exit status: 0 done, 1 refused (violations, signature not valid, expectation not met), 2 usage or I/O.")]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// List every operation and message
    Operations {
        /// How to print
        #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
        format: TextOrJson,
    },
    /// Explain one operation or message: its parameters, rules, signatures, corrections and codes
    Describe {
        /// Id, such as faspay.recurring.register or faspay.recurring.register.callback
        id: String,
    },
    /// Check parameters against every rule, without credentials; prints JSON
    Validate(Validate),
    /// Print exactly what would be sent, signed
    Build(Build),
    /// Verify a received message; prints JSON, also when it refuses
    Verify(Verify),
    /// Start the local gateway on a loopback address, until Ctrl-C
    ///
    /// Members are charged as its clock moves (POST /_sandbox/clock), monthly or yearly. It doesn't play what no page describes: a member whose
    /// recurring_accumulate_at isn't 0 is registered and changed, and never charged; the period D is taken by no registration.
    Sandbox(Sandbox),
    /// Run the main flows against the local gateway, with the generated library as the merchant
    Demo(Demo),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BuildFormat {
    /// Method, URL, headers and fields
    Json,
    /// The page that posts the form from the shopper's browser
    Html,
    /// A command line that posts the same bytes
    Curl,
}

#[derive(Debug, clap::Args)]
pub struct Common {
    /// Which implementation does the work
    #[arg(long, value_enum, default_value_t = Engine::Generated)]
    pub engine: Engine,
    /// The transaction date, YYYY-MM-DD, for rules that depend on it [default: today in Jakarta]
    #[arg(long, value_name = "DATE")]
    pub at: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  echo '{\"merchant_tranid\": \"INV-1\", \"amount\": 5000}' | faspay validate faspay.card.payment-window --params -

Parameters are one JSON object, keyed by the parameter names as they go over the wire, in lower case. Values are texts or
numbers; an empty text is the same as leaving the parameter out. The sandbox environment is assumed.")]
pub struct Validate {
    /// Id of an operation
    pub id: String,
    /// JSON object of parameters; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub params: PathBuf,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  faspay build faspay.recurring.register --params member.json --credentials credentials.json --format html > pay.html

Credentials are one JSON object: {\"merchantid\": …, \"txn_password\": …, \"merchant_id\": …, \"user_id\": …, \"password\": …} with the
settings \"send_txn_password\": true|false and \"merchant_tranid_case\": \"upper\"|\"as-is\". They are read from a file, never
from the command line, where other users of the machine could see them.")]
pub struct Build {
    /// Id of an operation
    pub id: String,
    /// JSON object of parameters; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub params: PathBuf,
    /// JSON object of credentials and settings
    #[arg(long, value_name = "FILE")]
    pub credentials: PathBuf,
    /// sandbox, production, or local=http://127.0.0.1:PORT
    #[arg(long, default_value = "sandbox")]
    pub environment: String,
    /// How to print
    #[arg(long, value_enum, default_value_t = BuildFormat::Json)]
    pub format: BuildFormat,
    /// Print *** for every value that may not be shown
    #[arg(long)]
    pub mask: bool,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  faspay verify faspay.recurring.register.callback --body body.txt --content-type application/x-www-form-urlencoded \\
      --credentials credentials.json --expect expected.json

A valid signature isn't a payment: --expect compares order, amount and currency with what was asked
({\"merchant_tranid\": …, \"amount\": …, \"currencycode\": …} suffices), and the trust that is printed stops at `verified` when a
browser has seen the signing password (send_txn_password unset or true).")]
pub struct Verify {
    /// Id of a message, such as faspay.recurring.register.callback
    pub id: String,
    /// The body as it arrived; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub body: PathBuf,
    /// Content-Type of the request
    #[arg(long, value_name = "TYPE")]
    pub content_type: String,
    /// A header of the request, may be repeated; no message of this gateway is authenticated by one
    #[arg(long = "header", value_name = "K: V")]
    pub headers: Vec<String>,
    /// JSON object of credentials and settings
    #[arg(long, value_name = "FILE")]
    pub credentials: PathBuf,
    /// JSON object of what was asked
    #[arg(long, value_name = "FILE")]
    pub expect: Option<PathBuf>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, clap::Args)]
pub struct Sandbox {
    /// Loopback address and port; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// Where callbacks go; loopback only
    #[arg(long, value_name = "URL")]
    pub callback: Option<String>,
    /// What goes wrong for every request or payment; POST /_sandbox/scenario changes it while the gateway runs
    #[arg(long, value_name = "NAME", default_value = "none", value_parser = scenarios())]
    pub scenario: Scenario,
}

/// The sandbox's scenarios, with what each does in `--help`.
fn scenarios() -> impl TypedValueParser<Value = Scenario> {
    let named = Scenario::ALL.map(|(_, name, effect)| PossibleValue::new(name).help(effect));
    PossibleValuesParser::new(named).try_map(|name| name.parse::<Scenario>())
}

#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Leave out the boxes and print one line a step
    #[arg(long)]
    pub brief: bool,
}
