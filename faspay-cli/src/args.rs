//! What the command line takes, with help that teaches.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use faspay_sandbox::{Gateway, Scenario};

use crate::engine::Engine;

/// Validate, build and verify payment gateways' messages, offline, with a local gateway to try them on.
#[derive(Debug, Parser)]
#[command(name = "faspay", version, about, long_about = None, arg_required_else_help = true, after_help = "\
Start here:
  faspay demo                                    the whole flow on this machine, step by step
  faspay demo --gateway finpay                   the same for another gateway: faspay, finpay or pivot
  faspay operations                              what there is
  faspay describe faspay.recurring.register      one operation: parameters, rules, signatures, codes
  faspay example faspay.recurring.register       parameters of it to start from
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
        /// Only those of this gateway
        #[arg(long, value_name = "ID", value_parser = gateways())]
        gateway: Option<Gateway>,
        /// How to print
        #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
        format: TextOrJson,
    },
    /// Explain one operation or message: its parameters, rules, signatures, corrections and codes
    Describe {
        /// Id, such as faspay.recurring.register or faspay.recurring.register.callback
        id: String,
    },
    /// Print parameters of an operation to start from; for a gateway, the merchant that its local one knows
    ///
    /// What is printed obeys every rule, and is no more than that takes: change what is yours. Tokens and ids that a gateway gives are only names.
    #[command(after_help = "\
Examples:
  faspay example finpay.card.initiate > params.json
  faspay example finpay > credentials.json
  faspay build finpay.card.initiate --params params.json --credentials credentials.json")]
    Example {
        /// Id of an operation, such as pivot.session.create, or of a gateway: faspay, finpay or pivot
        id: String,
        /// The transaction date, YYYY-MM-DD, on which every rule is obeyed [default: today in Jakarta]
        #[arg(long, value_name = "DATE")]
        at: Option<String>,
    },
    /// Check parameters against every rule, without credentials; prints JSON
    Validate(Validate),
    /// Print exactly what would be sent, signed
    Build(Build),
    /// Verify a received message; prints JSON, also when it refuses
    Verify(Verify),
    /// Start a local gateway on a loopback address, until Ctrl-C
    ///
    /// It plays one of three gateways, each with its own pages, signatures and callbacks; it says which merchant it knows and how to
    /// build requests for it.
    ///
    /// Faspay's members are charged as its clock moves (POST /_sandbox/clock), monthly or yearly. It doesn't play what no page describes:
    /// a member whose recurring_accumulate_at isn't 0 is registered and changed, and never charged; the period D is taken by no
    /// registration.
    Sandbox(Sandbox),
    /// Run the main flows against the local gateway, with the generated library as the merchant
    ///
    /// Each gateway has a story of its own: what is sent, with secrets masked; what the shopper types on which page; what comes back,
    /// what that proves, and which forgeries are refused. Nothing leaves this machine, and it ends by itself.
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
numbers; an empty text is the same as leaving the parameter out. Where a message is nested, so are its parameters, keyed
exactly as on the wire. The sandbox environment is assumed.")]
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
    /// A header of the request, may be repeated; a key in one of them vouches for some messages
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
#[command(after_help = "\
Examples:
  faspay sandbox --callback http://127.0.0.1:3000/callback
  faspay sandbox --scenario no-bank-answer
  faspay sandbox --gateway pivot --callback http://127.0.0.1:3000/callback

Faspay and Pivot report to --callback; Finpay reports where each order's url.callbackUrl says.
Scenarios are Faspay's: at Finpay and Pivot the card decides.")]
pub struct Sandbox {
    /// The gateway that it plays
    #[arg(long, value_name = "ID", default_value = "faspay", value_parser = gateways())]
    pub gateway: Gateway,
    /// Loopback address and port; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// Where callbacks go; loopback only
    #[arg(long, value_name = "URL")]
    pub callback: Option<String>,
    /// What goes wrong for every request or payment, at Faspay; POST /_sandbox/scenario changes it while the gateway runs
    #[arg(long, value_name = "NAME", default_value = "none", value_parser = scenarios())]
    pub scenario: Scenario,
}

/// The sandbox's scenarios, with what each does in `--help`.
fn scenarios() -> impl TypedValueParser<Value = Scenario> {
    let named = Scenario::ALL.map(|(_, name, effect)| PossibleValue::new(name).help(effect));
    PossibleValuesParser::new(named).try_map(|name| name.parse::<Scenario>())
}

/// The gateways that are played, with what each takes in `--help`.
fn gateways() -> impl TypedValueParser<Value = Gateway> {
    let named = Gateway::ALL.map(|gateway| {
        PossibleValue::new(gateway.id()).help(match gateway {
            Gateway::Faspay => "card payments, stored cards and recurring charges by signed forms",
            Gateway::Finpay => "card payments on its page, stored cards with two clicks, signed callbacks",
            Gateway::Pivot => "payment sessions on its page or by API, stored cards, access tokens",
        })
    });
    PossibleValuesParser::new(named).try_map(|id| id.parse::<Gateway>())
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  faspay demo                            Faspay: recurring charges, stored cards, capture, refund
  faspay demo --gateway finpay           Finpay: a card is stored and pays with two clicks
  faspay demo --gateway pivot --brief    Pivot: cards are saved and used again, also by API")]
pub struct Demo {
    /// Whose story is told
    #[arg(long, value_name = "ID", default_value = "faspay", value_parser = gateways())]
    pub gateway: Gateway,
    /// Leave out headers and fields and print one line a step
    #[arg(long)]
    pub brief: bool,
}
