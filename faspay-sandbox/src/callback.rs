//! Tells the merchant's server what became of a payment: a form or JSON by post, repeated while nobody acknowledges it. Goes to
//! loopback only, to the very addresses that were checked, follows no redirect and uses no proxy, so that a
//! `handshake_url` can't make the sandbox knock on other doors.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, StatusCode, Url, redirect};
use tokio::sync::watch;

use crate::state::{Progress, Store};

/// What all deliveries share.
#[derive(Clone)]
pub(crate) struct Courier {
    pub store: Store,
    /// Turns true, or closes, when the sandbox stops.
    pub stop: watch::Receiver<bool>,
    /// The pause before each attempt.
    pub pauses: Vec<Duration>,
    /// How long one attempt may take.
    pub deadline: Duration,
}

impl Courier {
    /// Starts a delivery, which runs by itself; gives its number.
    pub fn send(&self, payment: &str, url: &str, parcel: Parcel) -> u64 {
        self.start(payment, url.to_owned(), Arc::new(parcel))
    }

    /// Starts the last delivery about a payment again, with the very same bytes; `None` when nothing was told of it.
    pub fn again(&self, payment: &str) -> Option<u64> {
        let (url, parcel) = self.store.last_delivery(payment)?;
        Some(self.start(payment, url, parcel))
    }

    fn start(&self, payment: &str, url: String, parcel: Arc<Parcel>) -> u64 {
        let number = self.store.add_delivery(payment, &url, Arc::clone(&parcel));
        let courier = self.clone();
        tokio::spawn(async move {
            let mut stop = courier.stop.clone();
            tokio::select! {
                () = courier.deliver(number, &url, &parcel) => {}
                _ = stop.changed() => {}
            }
        });
        number
    }

    async fn deliver(&self, number: u64, url: &str, parcel: &Parcel) {
        let mut end = Progress::GaveUp;
        for pause in &self.pauses {
            tokio::time::sleep(*pause).await;
            // Resolved again for every attempt: a server that was down may come back elsewhere on this machine.
            let attempt = match destination(url).await {
                Ok(destination) => self.attempt(destination, parcel).await,
                Err(reason) => {
                    end = Progress::Refused(reason);
                    break;
                }
            };
            let acknowledged = attempt.as_ref().is_ok_and(|status| status.is_success());
            let is_last = !(parcel.repeats)(attempt.as_ref().ok().copied());
            let told = attempt.map_or_else(|reason| reason, |status| status.as_u16().to_string());
            if !self.store.note(number, |delivery| delivery.attempts.push(told)) {
                return;
            }
            if acknowledged {
                end = Progress::Acknowledged;
                break;
            }
            if is_last {
                break;
            }
        }
        self.store.note(number, |delivery| delivery.progress = end);
    }

    async fn attempt(&self, to: Destination, parcel: &Parcel) -> Result<StatusCode, String> {
        let client = Client::builder()
            .no_proxy()
            .redirect(redirect::Policy::none())
            .timeout(self.deadline)
            .resolve_to_addrs(&to.host, &to.addresses)
            .build()
            .map_err(|_| "no client".to_owned())?;
        let mut request = client.post(to.url).header(CONTENT_TYPE, parcel.content_type).body(parcel.body.clone());
        if let Some((name, value)) = &parcel.header {
            request = request.header(*name, value);
        }
        let answer = request.send().await.map_err(|error| {
            let reason = if error.is_timeout() {
                "no answer in time"
            } else if error.is_connect() {
                "connection refused"
            } else {
                "connection lost"
            };
            reason.to_owned()
        })?;
        Ok(answer.status())
    }
}

/// What is delivered.
pub(crate) struct Parcel {
    content_type: &'static str,
    header: Option<(&'static str, String)>,
    body: String,
    /// Whether there is another attempt after an answer that isn't a success, or after none.
    repeats: fn(Option<StatusCode>) -> bool,
}

impl Parcel {
    /// A form, sent until it is acknowledged.
    pub fn form(body: String) -> Self {
        Self { content_type: "application/x-www-form-urlencoded", header: None, body, repeats: |_| true }
    }

    /// A JSON body, sent until it is acknowledged.
    pub fn json(body: String) -> Self {
        Self { content_type: "application/json", ..Self::form(body) }
    }

    /// The same with one header more.
    pub fn with_header(self, name: &'static str, value: String) -> Self {
        Self { header: Some((name, value)), ..self }
    }

    /// The same, sent again only where this says so of the answer's status, or of no answer.
    pub fn repeated(self, repeats: fn(Option<StatusCode>) -> bool) -> Self {
        Self { repeats, ..self }
    }
}

/// Shows nothing: a header may be a key.
impl fmt::Debug for Parcel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parcel").finish_non_exhaustive()
    }
}

/// A callback address that was found to be on this machine.
pub(crate) struct Destination {
    url: Url,
    host: String,
    addresses: Vec<SocketAddr>,
}

/// Resolves a callback address and makes sure that every address behind it is a loopback one.
pub(crate) async fn destination(url: &str) -> Result<Destination, String> {
    let url = Url::parse(url).map_err(|error| format!("the callback address is no URL: {error}"))?;
    if url.scheme() != "http" {
        return Err("the sandbox posts callbacks over plain http only".to_owned());
    }
    let host = url.host_str().unwrap_or_default().to_owned();
    let port = url.port_or_known_default().unwrap_or(80);
    let literal = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let addresses: Vec<SocketAddr> = match literal {
        Ok(ip) => vec![SocketAddr::new(ip, port)],
        Err(_) => tokio::net::lookup_host((host.as_str(), port))
            .await
            .map_err(|_| format!("the name {host} does not resolve"))?
            .collect(),
    };
    match addresses.iter().find(|address| !address.ip().is_loopback()) {
        Some(address) => {
            Err(format!("{} is not a loopback address; the sandbox calls this machine only", address.ip()))
        }
        None if addresses.is_empty() => Err(format!("the name {host} does not resolve")),
        None => Ok(Destination { url, host, addresses }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_plain_http_to_this_machine_is_a_destination() {
        for url in ["http://127.0.0.1:9/cb", "http://localhost:9/cb?a=1", "http://[::1]:9/", "http://127.1:9/"] {
            assert!(destination(url).await.is_ok(), "{url}");
        }
        for url in [
            "http://192.0.2.1/cb",
            "http://169.254.169.254/latest/meta-data",
            "http://0.0.0.0:9/",
            "http://[::]:9/",
            "http://[::ffff:192.0.2.1]/",
            "http://3221225985/",
            "https://127.0.0.1:9/",
            "file:///etc/passwd",
            "nonsense",
        ] {
            assert!(destination(url).await.is_err(), "{url}");
        }
    }

    #[tokio::test]
    async fn userinfo_does_not_hide_a_foreign_host() {
        assert!(destination("http://127.0.0.1@192.0.2.1/").await.is_err());
    }
}
