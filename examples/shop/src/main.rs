//! Starts the local gateway and the shop beside it, on free loopback ports, and says where they are. Stops with Ctrl-C.

use std::net::SocketAddr;

use faspay::submit::{Options, Submitter};
use faspay::{Client, Clock, Credentials, Environment, SignedCase};
use faspay_sandbox::{Config, Sandbox};
use shop::Shop;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let sandbox = Sandbox::start(Config { callback_url: Some(format!("{url}/callback")), ..Config::default() }).await?;
    let credentials = Credentials::new()
        .merchantid("sophia_store")
        .txn_password("abcde")
        .send_txn_password(false)
        .merchant_tranid_case(SignedCase::Upper);
    let client = Client::new(Environment::local(&sandbox.url())?, credentials, Clock::system());
    let shop = Shop::new(&url, Submitter::new(client, Options::default())?);
    println!("shop     {url}\ngateway  {}", sandbox.url());
    let routes = shop.routes().into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, routes).with_graceful_shutdown(async { drop(tokio::signal::ctrl_c().await) }).await?;
    sandbox.shutdown().await;
    Ok(())
}
