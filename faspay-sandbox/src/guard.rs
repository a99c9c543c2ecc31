//! Who may talk to the sandbox. It binds to loopback, but every page that a tester's browser opens can reach loopback too:
//! a foreign `Host` is DNS rebinding, a foreign `Origin` is a drive-by post. Also the headers that every answer carries.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use reqwest::Url;

use crate::pages;

/// The names that the sandbox answers to.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    /// `127.0.0.1:8080`, `localhost:8080`, …
    hosts: Arc<[String]>,
}

/// From where a path accepts requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// The shop's page: a local file (`null`) or any server on this machine.
    Shops,
    /// The sandbox's own pages, or a program that sends no `Origin`.
    Own,
}

/// What one group of paths is guarded by.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub names: Names,
    pub audience: Audience,
    /// How long a request may take, its body included.
    pub deadline: Duration,
}

impl Names {
    /// The names of a sandbox that listens here.
    pub fn of(address: SocketAddr) -> Self {
        let port = address.port();
        let own = match address {
            SocketAddr::V4(address) => address.ip().to_string(),
            SocketAddr::V6(address) => format!("[{}]", address.ip()),
        };
        let mut hosts: Vec<String> =
            ["127.0.0.1", "localhost", "[::1]", &own].iter().map(|host| format!("{host}:{port}")).collect();
        if port == 80 {
            hosts.extend(["127.0.0.1", "localhost", "[::1]", &own].map(str::to_owned));
        }
        Self { hosts: hosts.into() }
    }

    fn is_own_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host))
    }

    fn is_own_origin(&self, origin: &str) -> bool {
        origin.strip_prefix("http://").is_some_and(|host| self.is_own_host(host))
    }

    /// Why a request is turned away.
    fn objection(&self, audience: Audience, request: &Request) -> Option<&'static str> {
        let one = |name: &HeaderName| -> Result<Option<&str>, ()> {
            let mut values = request.headers().get_all(name).iter();
            match (values.next(), values.next()) {
                (None, _) => Ok(None),
                (Some(value), None) => value.to_str().map(Some).map_err(|_| ()),
                _ => Err(()),
            }
        };
        let in_uri = request.uri().authority().map(|authority| authority.as_str());
        match (one(&header::HOST), in_uri) {
            (Ok(Some(host)), uri) if self.is_own_host(host) && uri.is_none_or(|uri| self.is_own_host(uri)) => {}
            _ => return Some("The Host header is not an address of this sandbox. Use its loopback address."),
        }
        let Ok(origin) = one(&header::ORIGIN) else {
            return Some("The Origin header is not readable.");
        };
        let cross_site = request
            .headers()
            .get("sec-fetch-site")
            .is_some_and(|site| !matches!(site.as_bytes(), b"none" | b"same-origin"));
        match (audience, origin) {
            (Audience::Own, Some(origin)) if !self.is_own_origin(origin) => {
                Some("Only this sandbox's own pages, and programs that send no Origin, may use this address.")
            }
            // Browsers leave Origin off some cross-site GETs; what those could read stays unreadable, what they could
            // change needs POST.
            (Audience::Own, None) if cross_site && request.method() != Method::GET => {
                Some("Only this sandbox's own pages, and programs that send no Origin, may use this address.")
            }
            (Audience::Shops, Some(origin)) if origin != "null" && !is_loopback_origin(origin) => Some(
                "The form comes from a page that isn't on this machine. A shop under test runs on a loopback address or is a local file.",
            ),
            _ => None,
        }
    }
}

fn is_loopback_origin(origin: &str) -> bool {
    let Ok(url) = Url::parse(origin) else { return false };
    matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(is_loopback_name)
}

/// Whether a host, as it stands in a URL, is this machine by its very name.
fn is_loopback_name(host: &str) -> bool {
    let literal = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || literal.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Turns foreign requests away and puts the common headers on every answer.
pub(crate) async fn guard(State(rules): State<Rules>, request: Request, next: Next) -> Response {
    let mut response = match rules.names.objection(rules.audience, &request) {
        Some(reason) => pages::message(StatusCode::FORBIDDEN, "Not from here", reason),
        None => tokio::time::timeout(rules.deadline, next.run(request)).await.unwrap_or_else(|_| {
            pages::message(StatusCode::REQUEST_TIMEOUT, "Too slow", "The request didn't arrive in time.")
        }),
    };
    seal(response.headers_mut());
    response
}

fn seal(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    // Not `no-referrer`: that would make the Origin of our own forms `null`, which the pay page doesn't accept.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin"));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(
        "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_origins_on_this_machine_count_as_shops() {
        for origin in ["http://127.0.0.1:3000", "http://localhost", "https://[::1]:8443", "http://127.1.2.3"] {
            assert!(is_loopback_origin(origin), "{origin}");
        }
        for origin in [
            "http://127.0.0.1.example.org",
            "http://localhost.example.org",
            "http://10.0.0.1",
            "file://",
            "http://[::2]",
            "http://0.0.0.0",
        ] {
            assert!(!is_loopback_origin(origin), "{origin}");
        }
    }

    #[test]
    fn a_sandbox_answers_to_its_own_names_with_its_own_port() {
        let names = Names::of(SocketAddr::from(([127, 0, 0, 9], 8080)));
        for host in ["127.0.0.1:8080", "LOCALHOST:8080", "[::1]:8080", "127.0.0.9:8080"] {
            assert!(names.is_own_host(host), "{host}");
        }
        for host in ["127.0.0.1", "127.0.0.1:80", "evil.example:8080", "127.0.0.10:8080", ""] {
            assert!(!names.is_own_host(host), "{host}");
        }
    }
}
