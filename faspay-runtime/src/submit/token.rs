//! Access tokens for the requests that need one: the submitter asks for one by itself, keeps it, and asks again before it ends.

use super::{AfterAnswer, Cause, NoAnswer, SubmitError, Submitter};
use crate::scheme::bearer::{Fresh, Tokens, lifetime};
use crate::{Credentials, GivesToken, Inbound, Secret};
use std::pin::Pin;
use std::sync::Arc;

/// Keeps the token of one merchant.
pub(super) type Keeper = Tokens<Source>;

type Source = Box<dyn Fn() -> Asking + Send + Sync>;
type Asking = Pin<Box<dyn Future<Output = Result<Fresh, SubmitError>> + Send>>;

impl<C: Credentials + Send + Sync + 'static> Submitter<C> {
    /// The same submitter with a source of access tokens: the request that asks for one. It is sent when a request needs a token
    /// and none is kept, once for however many wait. After an answer with status 401 the gateway has done nothing, and the request that
    /// was refused is sent a second time, with a fresh token; unless the refused one had just come in place of another that was refused.
    /// All of it has to end within the call's deadline.
    #[must_use]
    pub fn with_tokens<T>(self, request: T) -> Self
    where
        T: GivesToken<Credentials = C> + Send + Sync + 'static,
        T::Reply: Send,
    {
        let asking = Self { shared: Arc::clone(&self.shared), tokens: None };
        let request = Arc::new(request);
        let source: Source = Box::new(move || {
            let (asking, request) = (asking.clone(), Arc::clone(&request));
            Box::pin(async move { ask(&asking, &*request).await })
        });
        Self { tokens: Some(Arc::new(Tokens::new(source))), ..self }
    }
}

async fn ask<C: Credentials, T: GivesToken<Credentials = C>>(
    asking: &Submitter<C>,
    request: &T,
) -> Result<Fresh, SubmitError> {
    let reply = asking.send(request).await?;
    let useless = |problem, field: Option<usize>| {
        let field = field.and_then(|field| T::Reply::TABLE.fields.get(field)).map(|field| field.name);
        let cause = Cause::AfterAnswer(AfterAnswer::Unreadable { problem, field });
        SubmitError::NoAnswer(NoAnswer { operation: T::TABLE.id, cause, attempts: 1 })
    };
    let reply = reply.verify(asking.client().credentials()).map_err(|_| useless("signature", None))?;
    let text = |field| reply.message().text(field).ok_or_else(|| useless("missing", Some(field)));
    let life = lifetime(text(T::EXPIRES)?).map_err(|_| useless("unreadable", Some(T::EXPIRES)))?;
    Fresh::new(Secret::from(text(T::TOKEN)?), life).map_err(|_| useless("unreadable", Some(T::TOKEN)))
}
