//! The typed door for sending: a client knows where messages go, the merchant's credentials and the date, and turns a
//! filled struct into a page for the browser or a request for the merchant's server. It sends nothing itself.

use crate::built::{BuildError, Built, BuiltField, content_type, encode, refuse};
use crate::outgoing::Outgoing;
use crate::{
    BrowserForm, Clock, Credentials, Environment, Expected, FormPage, Request, ServerForm, Values, Violations,
};
use std::fmt;
use std::marker::PhantomData;
use zeroize::Zeroizing;

/// Where to send, as whom, on which day.
#[derive(Clone)]
pub struct Client<C> {
    environment: Environment,
    credentials: C,
    clock: Clock,
}

impl<C: Credentials> Client<C> {
    /// A client of a gateway.
    pub fn new(environment: Environment, credentials: C, clock: Clock) -> Self {
        Self { environment, credentials, clock }
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
        self.with(request, |message| Ok(Prepared { built: Built::of(message)?, request: PhantomData }))
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
        self.with(request, |message| encode(message, out).map_err(BuildError::Violations))
    }

    /// Every broken rule of a message, without making anything of it.
    ///
    /// # Errors
    /// The broken rules.
    pub fn validate<R>(&self, request: &R) -> Result<(), Violations>
    where
        R: Request<Credentials = C>,
    {
        self.with(request, refuse)
    }

    fn with<R, T>(&self, request: &R, act: impl FnOnce(&Outgoing<'_>) -> T) -> T
    where
        R: Request<Credentials = C>,
    {
        let mut values = Values::new();
        request.values(&mut values);
        act(&Outgoing {
            table: R::TABLE,
            environment: &self.environment,
            credentials: Some(&self.credentials),
            clock: self.clock,
            values: values.as_slice(),
        })
    }
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
    /// Always `POST`.
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

    /// The exact bytes that are sent, secrets included: a form or a JSON object.
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
    /// The request for the merchant's server to send.
    #[must_use]
    pub fn server_request(&self) -> ServerRequest {
        ServerRequest {
            method: self.built.method,
            url: self.built.url.clone(),
            headers: [content_type(self.built.transport)],
            body: self.built.body(),
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
    url: String,
    headers: [(&'static str, &'static str); 1],
    body: Zeroizing<Vec<u8>>,
}

impl ServerRequest {
    /// One that no table describes.
    #[cfg(all(test, feature = "submit"))]
    pub(crate) fn of(url: &str, body: &[u8]) -> Self {
        Self {
            method: "POST",
            url: url.to_owned(),
            headers: [content_type(crate::table::Transport::ServerForm)],
            body: Zeroizing::new(body.to_vec()),
        }
    }

    /// `POST`.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Where to send it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers that belong to the body.
    #[must_use]
    pub fn headers(&self) -> [(&'static str, &'static str); 1] {
        self.headers
    }

    /// The exact bytes to send, secrets included.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl fmt::Debug for ServerRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerRequest").field("method", &self.method).field("url", &self.url).finish_non_exhaustive()
    }
}
