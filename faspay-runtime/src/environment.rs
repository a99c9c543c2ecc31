//! Where messages go: the gateway's sandbox, production, or a server on this machine.

use crate::table::Endpoint;
use std::fmt;

/// Which of a gateway's places a client talks to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Environment {
    /// The gateway's test system.
    Sandbox,
    /// The real one.
    Production,
    /// A server on this machine, such as the local gateway of `faspay sandbox`. The rules of the sandbox apply.
    Local(LocalUrl),
}

impl Environment {
    /// A server on this machine: `http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// Everything but plain http to a loopback address with a port.
    pub fn local(url: &str) -> Result<Self, LocalUrlError> {
        LocalUrl::parse(url).map(Self::Local)
    }

    /// `sandbox`, `production` or `local`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Production => "production",
            Self::Local(_) => "local",
        }
    }

    /// Whether the gateway publishes the address of an endpoint here. On this machine none is needed.
    pub(crate) const fn publishes(&self, endpoint: &Endpoint) -> bool {
        match self {
            Self::Sandbox => endpoint.sandbox.is_some(),
            Self::Production => endpoint.production.is_some(),
            Self::Local(_) => true,
        }
    }

    /// The URL of an endpoint here: the published one, else what the merchant was `told`.
    pub(crate) fn url<'t>(&self, endpoint: &Endpoint, told: impl FnOnce() -> Option<&'t str>) -> Option<String> {
        match self {
            Self::Sandbox => endpoint.sandbox.or_else(told).map(str::to_owned),
            Self::Production => endpoint.production.or_else(told).map(str::to_owned),
            Self::Local(local) => {
                // What nobody knows the address of is found under its name, so that it can be tried all the same.
                let Some(url) = endpoint.sandbox.or(endpoint.production).or_else(told) else {
                    return Some(format!("{}/{}", local.0, endpoint.name));
                };
                let (_, rest) = url.split_once("://")?;
                let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/");
                Some(format!("{}{path}", local.0))
            }
        }
    }
}

/// `http://` and a loopback host with a port: 127.0.0.0/8, `[::1]` or `localhost`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalUrl(String);

impl LocalUrl {
    /// Reads one. A single `/` at the end is allowed and dropped.
    ///
    /// # Errors
    /// Anything else, so that plain http never leaves this machine.
    pub fn parse(url: &str) -> Result<Self, LocalUrlError> {
        let authority = url.strip_prefix("http://").ok_or(LocalUrlError(()))?;
        let authority = authority.strip_suffix('/').unwrap_or(authority);
        let (host, port) = authority.rsplit_once(':').ok_or(LocalUrlError(()))?;
        let port_is_valid = !port.is_empty()
            && port.len() <= 5
            && port.bytes().all(|byte| byte.is_ascii_digit())
            && port.parse::<u16>().is_ok_and(|port| port != 0);
        let host_is_loopback = host == "localhost"
            || host == "[::1]"
            || host.parse::<std::net::Ipv4Addr>().is_ok_and(|ip| ip.is_loopback());
        if port_is_valid && host_is_loopback { Ok(Self(format!("http://{authority}"))) } else { Err(LocalUrlError(())) }
    }

    /// Scheme, host and port, without a path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Not a loopback URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalUrlError(());

impl fmt::Display for LocalUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a local gateway is http:// with 127.x.x.x, [::1] or localhost, and a port: http://127.0.0.1:8080")
    }
}

impl std::error::Error for LocalUrlError {}
