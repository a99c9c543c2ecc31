//! Extractors for axum 0.8: a handler takes a verified message as its argument. What isn't one is refused before the handler
//! runs, with a plain answer that tells a stranger nothing.

use crate::ReceiveError;
use crate::receiving::{Answer, Arrives, MOST_BYTES, Refused, ThroughBrowser, ThroughServer};
use crate::receiving::{receive_return, receive_return_query, receive_with_headers};
use axum_core::body::Body;
use axum_core::extract::{FromRef, FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header::CONTENT_TYPE};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use std::sync::Arc;
use std::time::Duration;

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// A verified message of the gateway's server: `FromServer(callback): FromServer<Callback>`. The router's state has to hold the
/// credentials, as an `Arc` of them or with [`FromRef`]. Route it for POST.
pub struct FromServer<A: ThroughServer>(pub A::Verified);

/// What the shopper's browser brings back, a hint: `FromBrowser(hint): FromBrowser<Return>`. Route it for GET, where it is the
/// query, and for POST. To show a page of your own instead of a bare refusal, take `Result<FromBrowser<Return>, Refused>`.
pub struct FromBrowser<A: ThroughBrowser>(pub A::Verified);

impl<S, A> FromRequest<S> for FromServer<A>
where
    S: Send + Sync,
    A: ThroughServer,
    A::Credentials: Send + Sync,
    Arc<A::Credentials>: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let headers = request.headers().clone();
        let headers: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let (content_type, body) = read(request).await?;
        receive_with_headers::<A>(content_type.as_deref(), &headers, &body, &credentials::<A, S>(state)).map(Self)
    }
}

impl<S, A> FromRequest<S> for FromBrowser<A>
where
    S: Send + Sync,
    A: ThroughBrowser,
    A::Credentials: Send + Sync,
    Arc<A::Credentials>: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let credentials = credentials::<A, S>(state);
        if request.method() == Method::GET {
            let query = request.uri().query().unwrap_or_default();
            return receive_return_query::<A>(query, &credentials).map(Self);
        }
        let (content_type, body) = read(request).await?;
        receive_return::<A>(content_type.as_deref(), &body, &credentials).map(Self)
    }
}

fn credentials<A: Arrives, S>(state: &S) -> Arc<A::Credentials>
where
    Arc<A::Credentials>: FromRef<S>,
{
    FromRef::from_ref(state)
}

/// The content type, when there is exactly one, and the body, up to the cap.
async fn read(request: Request) -> Result<(Option<String>, Vec<u8>), Refused> {
    let content_type = {
        let mut given = request.headers().get_all(CONTENT_TYPE).iter();
        let first = given.next().and_then(|value| value.to_str().ok()).map(str::to_owned);
        first.filter(|_| given.next().is_none())
    };
    let body = tokio::time::timeout(PATIENCE, capped(request.into_body())).await.map_err(|_| Refused::Slow)??;
    Ok((content_type, body))
}

async fn capped(body: Body) -> Result<Vec<u8>, Refused> {
    match Limited::new(body, MOST_BYTES).collect().await {
        Ok(all) => Ok(all.to_bytes().into()),
        Err(error) if error.is::<LengthLimitError>() => Err(Refused::Unreadable(ReceiveError::TooLarge)),
        Err(_) => Err(Refused::Broken),
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body().to_owned()));
        *response.status_mut() = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in self.headers() {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        self.answer().into_response()
    }
}
