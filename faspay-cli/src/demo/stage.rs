//! What every story of the demonstration stands on: a merchant, a shopper, the local gateway's address, and the printing of
//! steps. Each file under `story/` tells one gateway's; what is the same in all of them is done here, and shows no secret.

use std::fmt::Display;

use faspay_runtime::{
    Built, BuiltField, Client, Clock, Date, Environment, HeaderValue, Inbound, Secret, ServerForm, ServerRequest,
    Verified,
};
use faspay_sandbox::Running;

use super::merchant::{Arrived, Merchant};
use super::shopper::Shopper;
use crate::catalogue;
use crate::engine;
use crate::failure::Failure;

pub struct Stage {
    pub merchant: Merchant,
    pub shopper: Shopper,
    pub environment: Environment,
    pub clock: Clock,
    pub today: Date,
    /// The local gateway's address.
    pub gateway: String,
    brief: bool,
    step: u32,
}

impl Stage {
    pub fn new(brief: bool, gateway: &Running, merchant: Merchant) -> Result<Self, Failure> {
        let (clock, gateway) = (Clock::system(), gateway.url());
        Ok(Self {
            merchant,
            shopper: Shopper::new()?,
            environment: Environment::local(&gateway).map_err(failed)?,
            clock,
            today: clock.today(),
            gateway,
            brief,
            step: 0,
        })
    }

    pub fn chapter(&mut self, title: &str) {
        self.step += 1;
        println!("\n{}. {title}", self.step);
    }

    pub fn line(&self, what: &str, text: &str) {
        println!("   {what:<11} {text}");
    }

    /// An order id that no other step of this story has.
    pub fn order(&self, kind: &str) -> String {
        format!("{kind}-{}-{}", self.today, self.step)
    }

    /// Who is there. `plays`: the gateway's name.
    pub fn cast(&self, plays: &str) {
        println!("Everything below happens on this machine: a local gateway at {} that plays {plays},", self.gateway);
        println!("a merchant at {} that uses the generated library, and a shopper.", self.merchant.url);
    }

    /// Where the type of an operation comes from; its own page among those that it is made of.
    pub fn origin(&mut self, id: &str, page: &str) -> Result<(), Failure> {
        self.chapter("From a documentation page to a type");
        let gateway = catalogue::gateway_of(id)?;
        let operation = catalogue::operation(&gateway, id)?;
        let page = gateway.pages.iter().find(|own| own.id == page);
        let page = page.ok_or_else(|| Failure::new(format!("there is no page of `{id}`; please report this.")))?;
        let tables: Vec<String> =
            page.tables.iter().map(|table| format!("{} ({} rows)", table.id, table.rows.len())).collect();
        self.line("page", &format!("\"{}\", {}", page.title, tables.join(", ")));
        for correction in &operation.corrections {
            self.line(
                "corrected",
                &format!(
                    "{}: {} instead of {}, because {}",
                    correction.field, correction.set, correction.expect, correction.because
                ),
            );
        }
        if !operation.rules.is_empty() {
            self.line("rules", &operation.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>().join(", "));
        }
        self.line(
            "generated",
            &format!(
                "{}::{}::{}, {} parameters in wire order",
                gateway.crate_name.replace('-', "_"),
                operation.product,
                operation.rust,
                operation.fields.len()
            ),
        );
        Ok(())
    }

    /// Headers and fields, masked; nothing in a brief story.
    pub fn details(&self, headers: &[(&str, HeaderValue)], fields: &[BuiltField]) {
        if self.brief {
            return;
        }
        for (name, value) in headers {
            println!("               {name}: {}", value.masked());
        }
        for field in fields {
            println!("               {} = {}", field.key, field.masked());
        }
    }

    /// A request of the merchant's server, shown in a line, and what comes back.
    pub async fn call<R: ServerForm>(
        &self,
        client: &Client<R::Credentials>,
        request: &R,
    ) -> Result<Verified<R::Reply>, Failure> {
        let (sent, _) = self.calls(client, request)?;
        self.answer::<R>(client, &sent).await
    }

    /// The same, shown with all that is in it.
    pub async fn call_in_full<R: ServerForm>(
        &self,
        client: &Client<R::Credentials>,
        request: &R,
        token: Option<&Secret>,
    ) -> Result<(Verified<R::Reply>, Built), Failure> {
        let (sent, built) = self.calls(client, request)?;
        self.details(&built.headers, &built.fields);
        // Where requests carry an access token.
        let sent = if let Some(token) = token { sent.with_token(token) } else { sent };
        Ok((self.answer::<R>(client, &sent).await?, built))
    }

    fn calls<R: ServerForm>(
        &self,
        client: &Client<R::Credentials>,
        request: &R,
    ) -> Result<(ServerRequest, Built), Failure> {
        let prepared = client.prepare(request).map_err(failed)?;
        let (sent, built) = (prepared.server_request(), prepared.into_built());
        self.line("calls", &format!("{} {} ({})", built.method, built.masked_url(), built.operation));
        Ok((sent, built))
    }

    /// Sends a request as it is. The signature of what comes back vouches for it, or the connection.
    pub async fn answer<R: ServerForm>(
        &self,
        client: &Client<R::Credentials>,
        sent: &ServerRequest,
    ) -> Result<Verified<R::Reply>, Failure> {
        let answer = self.merchant.call(sent).await?;
        let reply = R::parse_reply(&answer.content_type, &answer.body).map_err(failed)?;
        reply.verify(client.credentials()).map_err(failed)
    }

    /// The rules that the same request breaks with an object left out. In Rust that doesn't compile, so it is asked for by name.
    pub fn left_out(&self, built: &Built, object: &str) -> Result<(), Failure> {
        let gateway = catalogue::gateway_of(built.operation)?;
        let operation = catalogue::operation(&gateway, built.operation)?;
        let is_in = |name: &str| name == object || name.strip_prefix(object).is_some_and(|rest| rest.starts_with('.'));
        let given = built.fields.iter().filter(|field| !is_in(field.name));
        let params: Vec<(String, String)> = given.map(|field| (field.name.to_owned(), field.value.clone())).collect();
        let violations = engine::Engine::Generated.validate(
            &gateway,
            operation,
            &params,
            engine::Context {
                environment: &engine::Environment::Sandbox,
                credentials: None,
                today: faspay_sandbox::Date::parse(&self.today.to_string()).ok_or_else(unexpected)?,
                fresh_key: None,
            },
        )?;
        if violations.is_empty() {
            return Err(Failure::new(format!("nothing misses `{object}`; please report this.")));
        }
        for violation in violations {
            let why = format!("{} {} ({})", violation.field, violation.message, violation.source);
            self.refused(&format!("{object} left out"), Err::<(), _>(why))?;
        }
        Ok(())
    }

    /// Shows why what was forged isn't believed.
    pub fn refused<T>(&self, what: &str, believed: Result<T, impl Display>) -> Result<(), Failure> {
        match believed {
            Err(error) => println!("   {what:<24} refused: {error}"),
            Ok(_) => return Err(Failure::new("a forged message was believed; please report this.")),
        }
        Ok(())
    }
}

/// A message with another body, which has to be another.
pub fn forged(arrived: &Arrived, what: &str, body: String) -> Result<Arrived, Failure> {
    if body == arrived.text() {
        return Err(Failure::new(format!("the demonstration couldn't forge a callback ({what}); please report this.")));
    }
    Ok(Arrived { body: body.into_bytes(), ..arrived.clone() })
}

/// The status that a message tells of, as it stands there.
pub fn status<M: Inbound>(message: &M) -> &str {
    M::TABLE.status.and_then(|(field, _)| message.message().text(usize::from(field))).unwrap_or_default()
}

/// What the library says of why something can't go on.
pub fn failed(error: impl Display) -> Failure {
    Failure::new(error.to_string())
}

pub fn unexpected() -> Failure {
    Failure::new("the local gateway answered with another message than the flow has; please report this.")
}
