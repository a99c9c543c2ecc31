//! A local card gateway for tests and demonstrations: payment page, state, signed results and callbacks, all on loopback. It plays
//! Faspay, Finpay or Pivot, one [`Gateway`] at a time.
//!
//! At Faspay members are charged as its clock moves, by the month and by the year. Of charges that accumulate no page says on which days they
//! fall, so a member of these is never charged; the period D is taken by no registration.
//!
//! At Finpay a one-click payment is decided at once, and 3-D Secure of the merchant's own ends at its page: what Finpay does beyond is on no
//! page that is known.
//!
//! It interprets the same tables as the libraries are generated from, with the engine of `faspay-spec` and none of the libraries'
//! code, so that a test against it finds what generator or runtime get wrong. The `faspay` command starts it; so does a test:
//!
//! ```no_run
//! # async fn example() -> Result<(), faspay_sandbox::StartError> {
//! use faspay_sandbox::{Config, Sandbox};
//!
//! let running = Sandbox::start(Config { callback_url: Some("http://127.0.0.1:3000/callback".into()), ..Config::default() }).await?;
//! println!("post forms to {}/payment", running.url());
//! running.shutdown().await;
//! # Ok(())
//! # }
//! ```

mod api;
mod callback;
mod card;
mod checkout;
mod clock;
mod config;
mod control;
mod desk;
mod finpay;
mod form;
mod gateway;
mod guard;
mod ledger;
mod member;
mod pages;
mod pivot;
mod random;
mod refusal;
mod result;
mod scenario;
mod server;
mod state;
mod transaction;

pub use config::{Account, Config};
pub use faspay_spec::engine::{Date, SettingValue};
pub use gateway::{Gateway, UnknownGateway};
pub use scenario::{Scenario, UnknownScenario};
pub use server::{Running, Sandbox, StartError};
