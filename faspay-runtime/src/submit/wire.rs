//! One attempt over the network: connects, lets the body leave once, waits for an answer and looks at it. Everything
//! that an HTTP stack likes to do by itself (redirects, retries, proxies, decompression, cookies) is off.

use super::error::{AfterAnswer, BeforeSending, Cause, OnTheWay, SetUpError};
use super::once::{Permit, once};
use super::options::Options;
use super::refused::{Said, is_refusal};
use crate::table::Encoding;
use crate::{Environment, ServerRequest};
use reqwest::header::{
    ACCEPT, CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, TRANSFER_ENCODING,
};
use reqwest::{Client, Method, Proxy, Response, StatusCode, Url, redirect, retry};
use rustls::crypto::aws_lc_rs;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt as _;
use std::error::Error;
use std::future::{Future, poll_fn};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

/// The only kinds of text that are read as a reply of this encoding.
const fn read(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Form => "application/x-www-form-urlencoded, text/plain",
        Encoding::Json => "application/json",
    }
}

/// Both ways to connect.
pub(super) struct Wire {
    /// Connections are kept and used again.
    pooled: Client,
    /// Every request has a connection of its own. One that was kept may turn out to be closed when the request is
    /// already under way, and then nobody knows whether it arrived.
    alone: Client,
    options: Options,
}

/// Why there is no reply, how long the other side asks to be left alone, and what it says when it refuses.
pub(super) struct Failed {
    pub(super) cause: Cause,
    pub(super) retry_after: Option<Duration>,
    /// A complete text of a type that may be a reply.
    pub(super) said: Option<Said>,
}

impl From<Cause> for Failed {
    fn from(cause: Cause) -> Self {
        Self { cause, retry_after: None, said: None }
    }
}

impl Wire {
    pub(super) fn new(environment: &Environment, options: Options) -> Result<Self, SetUpError> {
        let builder = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| SetUpError::Http)?;
        let tls = match environment {
            // Plain http to this machine: there is nobody whose certificate would have to be believed.
            Environment::Local(_) => builder.with_root_certificates(RootCertStore::empty()),
            _ => builder.with_platform_verifier().map_err(|_| SetUpError::NoRoots)?,
        }
        .with_no_client_auth();
        Self::with_tls(tls, options)
    }

    pub(super) fn with_tls(tls: ClientConfig, options: Options) -> Result<Self, SetUpError> {
        let client = |idle: usize| {
            // `localhost` is this machine, whatever the resolver says.
            let loopback = [IpAddr::from(Ipv4Addr::LOCALHOST), IpAddr::from(Ipv6Addr::LOCALHOST)];
            let mut builder = Client::builder()
                .tls_backend_preconfigured(tls.clone())
                .http1_only()
                .redirect(redirect::Policy::none())
                .retry(retry::never())
                .referer(false)
                .no_proxy()
                .no_gzip()
                .no_brotli()
                .no_deflate()
                .no_zstd()
                .resolve_to_addrs("localhost", &loopback.map(|address| SocketAddr::new(address, 0)))
                .connect_timeout(options.deadlines.connect)
                .pool_max_idle_per_host(idle)
                .pool_idle_timeout(Duration::from_secs(15))
                .user_agent(concat!("faspay-runtime/", env!("CARGO_PKG_VERSION")));
            if let Some(proxy) = &options.proxy {
                builder = builder.proxy(Proxy::https(proxy).map_err(|_| SetUpError::Proxy)?);
            }
            builder.build().map_err(|_| SetUpError::Http)
        };
        Ok(Self { pooled: client(8)?, alone: client(0)?, options })
    }

    pub(super) fn options(&self) -> &Options {
        &self.options
    }

    /// Sends a request once. `pooled` lets it use a connection that has been used before.
    pub(super) async fn attempt(
        &self,
        request: &ServerRequest,
        reply: Encoding,
        pooled: bool,
        until: Instant,
    ) -> Result<Said, Failed> {
        let before = |cause| Failed::from(Cause::BeforeSending(cause));
        let url = Url::parse(request.url()).ok().filter(is_safe).ok_or(before(BeforeSending::NotHttps))?;
        let is_tls = url.scheme() == "https";
        let (permit, body) = once(Zeroizing::new(request.body().to_vec()));
        let client = if pooled { &self.pooled } else { &self.alone };
        let method = if request.method() == "GET" { Method::GET } else { Method::POST };
        let mut builder = client.request(method, url).body(reqwest::Body::wrap(body));
        let headers = request.headers();
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(ACCEPT.as_str())) {
            builder = builder.header(ACCEPT, read(reply));
        }
        for (name, value) in headers {
            builder = builder.header(name, value);
        }
        if !pooled {
            builder = builder.header(CONNECTION, "close");
        }
        let response = self.exchange(pin!(builder.send()), &permit, until).await?;
        self.answer(response, reply, is_tls, until).await
    }

    /// Waits for the connection, then for the head of an answer.
    async fn exchange<F>(&self, mut sending: Pin<&mut F>, permit: &Permit, until: Instant) -> Result<Response, Failed>
    where
        F: Future<Output = reqwest::Result<Response>>,
    {
        let deadlines = self.options.deadlines;
        let connected = after(Instant::now(), deadlines.connect);
        let first = timeout_at(
            connected.min(until),
            poll_fn(|context| match sending.as_mut().poll(context) {
                Poll::Ready(result) => Poll::Ready(Some(result)),
                Poll::Pending => permit.poll_left(context).map(|()| None),
            }),
        )
        .await;
        let result = match first {
            Ok(Some(result)) => result,
            Err(_) if permit.revoke() => {
                let cause =
                    if connected < until { BeforeSending::ConnectDeadline } else { BeforeSending::CallDeadline };
                return Err(Cause::BeforeSending(cause).into());
            }
            // The body has left: from here on the request may arrive.
            Ok(None) | Err(_) => {
                let answered = after(Instant::now(), deadlines.first_byte);
                let lost = if answered < until { OnTheWay::FirstByteDeadline } else { OnTheWay::CallDeadline };
                timeout_at(answered.min(until), sending).await.map_err(|_| Cause::OnTheWay(lost))?
            }
        };
        result.map_err(|error| {
            let cause = if permit.revoke() || error.is_connect() {
                Cause::BeforeSending(why_not_sent(&error))
            } else {
                Cause::OnTheWay(OnTheWay::Cut)
            };
            cause.into()
        })
    }

    /// Looks at an answer's status. The text of a refusal is read as a reply's is, and does without where it can't be.
    async fn answer(&self, response: Response, reply: Encoding, is_tls: bool, until: Instant) -> Result<Said, Failed> {
        let after_answer = |cause| Failed::from(Cause::AfterAnswer(cause));
        let status = response.status();
        if status.is_redirection() {
            return Err(after_answer(AfterAnswer::Redirect { status: status.as_u16() }));
        }
        if status.is_success() {
            return self.read(response, reply, is_tls, until).await;
        }
        let retry_after = retry_after(&response);
        let said =
            if is_refusal(status.as_u16()) { self.read(response, reply, is_tls, until).await.ok() } else { None };
        Err(Failed { retry_after, said, ..after_answer(AfterAnswer::Status { status: status.as_u16() }) })
    }

    /// Reads the text of an answer when its head says that it may be a reply.
    async fn read(
        &self,
        mut response: Response,
        reply: Encoding,
        is_tls: bool,
        until: Instant,
    ) -> Result<Said, Failed> {
        let after_answer = |cause| Failed::from(Cause::AfterAnswer(cause));
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let content_type = header(CONTENT_TYPE).unwrap_or_default().to_owned();
        let is_plain = header(CONTENT_ENCODING).is_none_or(|coding| coding.eq_ignore_ascii_case("identity"));
        let is_once = response.headers().get_all(CONTENT_TYPE).iter().count() == 1;
        let media = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !is_plain || !is_once || !read(reply).split(", ").any(|own| own == media) {
            return Err(after_answer(AfterAnswer::UnexpectedContent { media_type: shown_media(&media) }));
        }
        // Without either of these the end of the connection is the end of the answer. TLS tells an end from a cut.
        let headers = response.headers();
        if !is_tls && !headers.contains_key(CONTENT_LENGTH) && !headers.contains_key(TRANSFER_ENCODING) {
            return Err(after_answer(AfterAnswer::NoEnd));
        }
        let most = self.options.most_bytes;
        let too_large = || after_answer(AfterAnswer::TooLarge { most });
        if response.content_length().is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > most)) {
            return Err(too_large());
        }
        // One buffer, so that no copy is left behind by growing.
        let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
        let mut body = Zeroizing::new(Vec::with_capacity(announced.unwrap_or(65_536).min(most)));
        loop {
            let chunk = timeout_at(until, response.chunk()).await;
            match chunk {
                Err(_) => return Err(Cause::OnTheWay(OnTheWay::CallDeadline).into()),
                Ok(Err(_)) => return Err(Cause::OnTheWay(OnTheWay::Cut).into()),
                Ok(Ok(None)) => return Ok(Said { content_type, body }),
                Ok(Ok(Some(chunk))) if body.len().saturating_add(chunk.len()) > most => return Err(too_large()),
                Ok(Ok(Some(chunk))) => body.extend_from_slice(&chunk),
            }
        }
    }
}

/// The time after so long; far away rather than nowhere when it is too long to be told.
pub(super) fn after(now: Instant, wait: Duration) -> Instant {
    const FAR: Duration = Duration::from_secs(24 * 60 * 60);
    now.checked_add(wait.min(FAR)).unwrap_or(now)
}

/// https; or plain http to a loopback address, or to `localhost`, which is pinned to them. Never with a name and
/// password in the address.
fn is_safe(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let is_loopback = host == "localhost" || address.is_ok_and(|address| address.is_loopback());
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback);
    is_safe && url.username().is_empty() && url.password().is_none()
}

/// What stands in the way of a connection.
fn why_not_sent(error: &reqwest::Error) -> BeforeSending {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<rustls::Error>() {
            return BeforeSending::Tls;
        }
        let io = error.downcast_ref::<io::Error>();
        match io.map(io::Error::kind) {
            Some(io::ErrorKind::ConnectionRefused) => return BeforeSending::Refused,
            Some(io::ErrorKind::TimedOut) => return BeforeSending::ConnectDeadline,
            _ => {}
        }
        // An I/O error doesn't name the error that it wraps as its source, but the source of that.
        let wrapped = io.and_then(io::Error::get_ref).map(|wrapped| -> &(dyn Error + 'static) { wrapped });
        cause = wrapped.or_else(|| error.source());
    }
    if error.is_timeout() { BeforeSending::ConnectDeadline } else { BeforeSending::Unreachable }
}

/// How many seconds a busy server asks for. Dates are not read: they would need its clock.
fn retry_after(response: &Response) -> Option<Duration> {
    let is_busy = matches!(response.status(), StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE);
    let seconds = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    is_busy.then(|| Duration::from_secs(seconds))
}

/// A media type, when it is one of these. Anything may stand there, so nothing else is shown.
fn shown_media(media: &str) -> Option<&'static str> {
    const SHOWN: [&str; 8] = [
        "application/json",
        "application/octet-stream",
        "application/pdf",
        "application/x-www-form-urlencoded",
        "application/xml",
        "text/html",
        "text/plain",
        "text/xml",
    ];
    SHOWN.into_iter().find(|shown| *shown == media)
}

#[cfg(test)]
#[path = "wire/tests.rs"]
mod tests;
