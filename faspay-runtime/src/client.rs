//! The typed door for sending: a client knows where messages go, the merchant's credentials and the date, and turns a
//! filled struct into a page for the browser or a request for the merchant's server. It sends nothing itself.

use crate::built::{BuildError, Built, BuiltField, encode, refuse};
use crate::given::Given;
use crate::http::{HeaderValue, NO_TOKEN, bearer};
use crate::outgoing::Outgoing;
use crate::table::{By, RequestTable};
use crate::{
    BrowserForm, Clock, Credentials, Environment, Expected, FormPage, Request, Secret, ServerForm, Values, Violations,
};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Where to send, as whom, on which day.
#[derive(Clone)]
pub struct Client<C> {
    environment: Environment,
    credentials: C,
    clock: Clock,
    keys: Keys,
}

/// Makes idempotency keys; `None` when it can't.
type Keys = Arc<dyn Fn() -> Option<String> + Send + Sync>;

impl<C: Credentials> Client<C> {
    /// A client of a gateway.
    pub fn new(environment: Environment, credentials: C, clock: Clock) -> Self {
        Self { environment, credentials, clock, keys: Arc::new(fresh_key) }
    }

    /// The same client with another source of idempotency keys, for requests that have such a key and were given none. What it gives is
    /// checked like a key that was given. By itself a client takes 32 hexadecimal digits of the operating system's randomness under the
    /// feature `os-random`, which the crates of gateways with such keys have on by default. Without it there is no fresh key, and a
    /// request that must have one isn't built.
    #[must_use]
    pub fn with_keys(mut self, keys: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.keys = Arc::new(move || Some(keys()));
        self
    }

    /// The credentials, for verifying what comes back.
    pub fn credentials(&self) -> &C {
        &self.credentials
    }

    /// Where messages go.
    pub fn environment(&self) -> &Environment {
        &self.environment
    }

    /// The page that makes the shopper's browser post this form.
    ///
    /// # Errors
    /// Every broken rule, or that the gateway publishes no address for the environment.
    pub fn window<R>(&self, request: &R) -> Result<FormPage, BuildError>
    where
        R: BrowserForm<Credentials = C>,
    {
        Ok(self.prepare(request)?.page())
    }

    /// The request for the merchant's server to send.
    ///
    /// # Errors
    /// Every broken rule, or that the gateway publishes no address for the environment.
    pub fn server_request<R>(&self, request: &R) -> Result<ServerRequest, BuildError>
    where
        R: ServerForm<Credentials = C>,
    {
        Ok(self.prepare(request)?.server_request())
    }

    /// Everything about the message that would be sent: to look at it, to store what is expected, and to make a page or
    /// a request of it.
    ///
    /// # Errors
    /// Every broken rule, or that the gateway publishes no address for the environment.
    pub fn prepare<R>(&self, request: &R) -> Result<Prepared<R>, BuildError>
    where
        R: Request<Credentials = C>,
    {
        self.with(request, true, |message| Ok(Prepared { built: Built::of(message)?, request: PhantomData }))
    }

    /// Validates, signs and encodes the message, and appends the bytes to `out`: what the browser or the server would post,
    /// secrets included. The quickest way, without an allocation besides the buffer's own.
    ///
    /// # Errors
    /// Every broken rule; `out` is then as it was.
    pub fn encode<R>(&self, request: &R, out: &mut Vec<u8>) -> Result<(), BuildError>
    where
        R: Request<Credentials = C>,
    {
        self.with(request, true, |message| encode(message, out).map_err(BuildError::Violations))
    }

    /// Every broken rule of a message, without making anything of it. That there is no fresh idempotency key is none: only building
    /// needs one.
    ///
    /// # Errors
    /// The broken rules.
    pub fn validate<R>(&self, request: &R) -> Result<(), Violations>
    where
        R: Request<Credentials = C>,
    {
        self.with(request, false, refuse)
    }

    fn with<R, T>(&self, request: &R, building: bool, act: impl FnOnce(&Outgoing<'_>) -> T) -> T
    where
        R: Request<Credentials = C>,
    {
        let mut values = Values::new();
        request.values(&mut values);
        let key = if const { has_key(R::TABLE) } { (self.keys)() } else { None };
        act(&Outgoing {
            table: R::TABLE,
            environment: &self.environment,
            credentials: Some(&self.credentials),
            clock: self.clock,
            building,
            given: Given::new(R::TABLE.fields, values.as_slice(), key.as_deref()),
        })
    }
}

/// Whether a message has an idempotency key.
const fn has_key(table: &RequestTable) -> bool {
    let mut fields = table.fields;
    while let [field, rest @ ..] = fields {
        if matches!(field.by, By::IdempotencyKey) {
            return true;
        }
        fields = rest;
    }
    false
}

#[cfg(feature = "os-random")]
fn fresh_key() -> Option<String> {
    use crate::scheme::{idempotency::IdempotencyKey, random};
    IdempotencyKey::generate(random::os).ok().map(|key| key.as_str().to_owned())
}

#[cfg(not(feature = "os-random"))]
fn fresh_key() -> Option<String> {
    None
}

/// Shows where messages go, and nothing of the credentials.
impl<C> fmt::Debug for Client<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("environment", &self.environment).finish_non_exhaustive()
    }
}

/// A message, ready to be sent. Its `Debug` masks what is sensitive.
pub struct Prepared<R> {
    built: Built,
    request: PhantomData<fn() -> R>,
}

impl<R: Request> Prepared<R> {
    /// `POST` or `GET`.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.built.method
    }

    /// Where it goes.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.built.url
    }

    /// The fields in wire order.
    #[must_use]
    pub fn fields(&self) -> &[BuiltField] {
        &self.built.fields
    }

    /// The headers that belong to it; none for a form of the browser.
    #[must_use]
    pub fn headers(&self) -> &[(&'static str, HeaderValue)] {
        &self.built.headers
    }

    /// The key by which the gateway knows a request that it has had, given or fresh. Store it before anything is sent, and send this
    /// very message (`Submitter::send_prepared`, or [`server_request`](Self::server_request)): preparing the request anew draws another key,
    /// unless the request's own field holds one. A request that is given the same key there is the same request, also after a restart.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.built.idempotency_key.as_deref()
    }

    /// The exact bytes that are sent, secrets included: a form, a JSON object, or nothing.
    #[must_use]
    pub fn body(&self) -> Zeroizing<Vec<u8>> {
        self.built.body()
    }

    /// The fields as an encoded form, secrets included.
    #[must_use]
    pub fn form_body(&self) -> Zeroizing<Vec<u8>> {
        self.built.form_body()
    }

    /// What must come back for the payment to count. `None` when the message asks for no payment. Store it: callbacks
    /// are reconciled with it.
    #[must_use]
    pub fn expected(&self) -> Option<Expected> {
        self.built.expected.clone()
    }

    /// For each signature, its recipe and the string that was signed, with `***` for what is sensitive.
    #[must_use]
    pub fn signed_strings_masked(&self) -> &[(&'static str, String)] {
        &self.built.signed
    }

    /// The same as a plain structure.
    #[must_use]
    pub fn into_built(self) -> Built {
        self.built
    }
}

impl<R: BrowserForm> Prepared<R> {
    /// The page that makes the shopper's browser post the form.
    #[must_use]
    pub fn page(&self) -> FormPage {
        FormPage::new(&self.built)
    }
}

impl<R: ServerForm> Prepared<R> {
    /// Whether its idempotency key is a fresh one, which the caller's request doesn't hold.
    #[cfg(feature = "submit")]
    pub(crate) const fn draws_key(&self) -> bool {
        self.built.key_is_fresh
    }

    /// The request for the merchant's server to send.
    #[must_use]
    pub fn server_request(&self) -> ServerRequest {
        ServerRequest {
            method: self.built.method,
            url: self.built.url.clone(),
            shown_url: self.built.masked_url().to_owned(),
            headers: self.built.headers.iter().map(|(name, value)| (*name, value.copy())).collect(),
            body: self.built.body(),
            idempotency_key: self.built.idempotency_key.clone(),
        }
    }
}

impl<R> fmt::Debug for Prepared<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Prepared").field(&self.built).finish()
    }
}

/// A request for the merchant's server to send with whatever HTTP client it has: https only, no redirects followed.
pub struct ServerRequest {
    method: &'static str,
    url: Zeroizing<String>,
    shown_url: String,
    headers: Vec<(&'static str, HeaderValue)>,
    body: Zeroizing<Vec<u8>>,
    idempotency_key: Option<String>,
}

impl ServerRequest {
    /// One that no table describes.
    #[cfg(all(test, feature = "submit"))]
    pub(crate) fn of(url: &str, body: &[u8]) -> Self {
        Self {
            method: "POST",
            url: Zeroizing::new(url.to_owned()),
            shown_url: url.to_owned(),
            headers: vec![("Content-Type", HeaderValue::plain("application/x-www-form-urlencoded"))],
            body: Zeroizing::new(body.to_vec()),
            idempotency_key: None,
        }
    }

    /// `POST` or `GET`.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Where to send it, with path and query.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers that belong to it, secrets included. Where the gateway wants an access token, the `Authorization` header
    /// holds none until [`ServerRequest::with_token`] has put it there.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, &str)> {
        self.headers.iter().map(|(name, value)| (*name, &**value)).collect()
    }

    /// Whether it still lacks an access token.
    #[must_use]
    pub fn lacks_token(&self) -> bool {
        self.headers.iter().any(|(name, value)| *name == "Authorization" && **value == *NO_TOKEN)
    }

    /// The same request with an access token, if it is one that wants it. A token that was there is replaced.
    #[must_use]
    pub fn with_token(mut self, token: &Secret) -> Self {
        for (name, value) in &mut self.headers {
            if *name == "Authorization" && value.starts_with("Bearer ") {
                *value = bearer(token.expose());
            }
        }
        self
    }

    /// A copy with an access token.
    #[cfg(feature = "submit")]
    pub(crate) fn bearing(&self, token: &str) -> Self {
        let copy = Self {
            method: self.method,
            url: self.url.clone(),
            shown_url: self.shown_url.clone(),
            headers: self.headers.iter().map(|(name, value)| (*name, value.copy())).collect(),
            body: self.body.clone(),
            idempotency_key: self.idempotency_key.clone(),
        };
        copy.with_token(&token.into())
    }

    /// The key by which the gateway knows a request that it has had.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.idempotency_key.as_deref()
    }

    /// The exact bytes to send, secrets included.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl fmt::Debug for ServerRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerRequest")
            .field("method", &self.method)
            .field("url", &self.shown_url)
            .finish_non_exhaustive()
    }
}
